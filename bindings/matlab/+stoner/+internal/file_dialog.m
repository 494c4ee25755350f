function name = file_dialog(what, title, patterns)
%FILE_DIALOG  Asks a person for files: '' when nothing was chosen, several in lines of their own.
%  what: 0 a file that is there, 1 a folder, 2 a file to be written, 3 several files
  filter = strrep(patterns, ' ', ';');
  if isempty(filter)
    filter = '*';
  end
  folder = '';
  switch what
    case 1
      name = uigetdir('', title);
    case 2
      [name, folder] = uiputfile(filter, title);
    case 3
      [name, folder] = uigetfile(filter, title, 'MultiSelect', 'on');
    otherwise
      [name, folder] = uigetfile(filter, title);
  end
  if isequal(name, 0)
    name = '';
  elseif iscell(name)
    name = strjoin(cellfun(@(one) fullfile(folder, one), name, 'UniformOutput', false), sprintf('\n'));
  else
    name = fullfile(folder, name);
  end
end
