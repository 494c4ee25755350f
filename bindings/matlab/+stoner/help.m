function text = help(name)
%HELP  The help text of a class or a method: stoner.help('Image.rotate'), stoner.help('Metadata').
%  MATLAB's own help knows them too; Octave 7 takes the name of a method for that of another function.
  parts = strsplit(name, '.');
  source = fileread(fullfile(fileparts(mfilename('fullpath')), [parts{1}, '.m']));
  if numel(parts) == 1
    start = regexp(source, '^classdef', 'once', 'lineanchors');
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
