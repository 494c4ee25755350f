function show_table(t)
%SHOW_TABLE  Writes the columns of a table with their units, and its first rows.
  most = 10;
  [rows, columns] = size(t);
  fprintf('  stoner.Table: %d rows, %d columns\n', rows, columns);
  if columns == 0
    return
  end
  values = double(t);
  shown = min(rows, most);
  texts = cell(shown + 2, columns);
  titles = names(t);
  of = units(t);
  for k = 1:columns
    texts{1, k} = titles{k};
    texts{2, k} = '';
    if ~isempty(of{k})
      texts{2, k} = ['[', of{k}, ']'];
    end
    for row = 1:shown
      texts{row + 2, k} = sprintf('%.6g', values(row, k));
    end
  end
  widths = max(cellfun(@letters, texts), [], 1);
  for row = 1:shown + 2
    line = '';
    for k = 1:columns
      line = [line, '  ', repmat(' ', 1, widths(k) - letters(texts{row, k})), texts{row, k}];
    end
    if row ~= 2 || ~all(cellfun(@isempty, texts(2, :)))
      fprintf('  %s\n', line);
    end
  end
  if rows > shown
    fprintf('    ... %d more rows; double(t) gives all\n', rows - shown);
  end
end

function n = letters(text)
  % Letters of UTF-8, of which Octave counts the bytes.
  n = numel(text);
  if exist('OCTAVE_VERSION', 'builtin')
    n = sum(bitand(uint8(text), 192) ~= 128);
  end
end
