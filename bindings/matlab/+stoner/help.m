function text = help(name)
%HELP  The help text of a class or a method: stoner.help('Image.rotate'), stoner.help('Metadata'), stoner.help('rotate') of an image.
%  stoner.help() lists everything. MATLAB's own help knows these too; Octave 7 takes the name of a method for that of another function.
  folder = fileparts(mfilename('fullpath'));
  if nargin < 1
    name = 'Contents';
  end
  parts = strsplit(name, '.');
  if ~exist(fullfile(folder, [parts{1}, '.m']), 'file')
    parts = [{'Image'}, parts];
  end
  source = fileread(fullfile(folder, [parts{1}, '.m']));
  if strcmp(parts{1}, 'Contents')
    source = [sprintf('\n'), source];
    start = 1;
  elseif numel(parts) == 1
    start = regexp(source, '^(classdef|function)', 'once', 'lineanchors');
  else
    start = regexp(source, ['^[ \t]*function\s+([^=\n]*=\s*)?', regexptranslate('escape', parts{2}), '\s*(\(|$)'], 'once', 'lineanchors');
  end
  if isempty(start)
    error('stoner:InvalidArgument', 'there is no help for ''%s''', name);
  end
  lines = strsplit(source(start:end), sprintf('\n'), 'CollapseDelimiters', false);
  last = 2;
  while last <= numel(lines) && ~isempty(regexp(lines{last}, '^\s*%', 'once'))
    last = last + 1;
  end
  found = strjoin(regexprep(lines(2:last - 1), '^\s*%', ''), sprintf('\n'));
  if nargout == 0
    fprintf('%s\n', found);
  else
    text = found;
  end
end
