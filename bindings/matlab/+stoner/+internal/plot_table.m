function lines = plot_table(t, given)
%PLOT_TABLE  Draws columns of a table as lines in the current axes. given: names of columns or nothing, then what MATLAB's plot takes.
  titles = names(t);
  [x, y] = usual(titles);
  if ~isempty(given) && is_column(given{1}, titles)
    if numel(given) < 2 || ~(iscell(given{2}) || is_column(given{2}, titles))
      error('stoner:InvalidArgument', 'plot takes the columns of both axes: plot(t, ''%s'', ''%s'')', x, y{1});
    end
    x = given{1};
    y = given{2};
    if ~iscell(y)
      y = {y};
    end
    given = given(3:end);
  end
  columns = cell(1, numel(y));
  for k = 1:numel(y)
    columns{k} = column(t, y{k});
  end
  lines = plot(column(t, x), [columns{:}], given{:});
  xlabel(axis_label(t, x));
  if numel(y) == 1
    ylabel(axis_label(t, y{1}));
  else
    legend(strrep(y, '_', '\_'));
  end
  md = metadata(t);
  if contains(md, 'title')
    title(strrep(get(md, 'title'), '_', '\_'));
  end
end

function yes = is_column(value, titles)
  yes = ischar(value) && any(strcmp(titles, value));
end

function [x, y] = usual(titles)
  known = {'Distance', {'Intensity'}; 'r', {'mean'}; 'centre', {'count'}; 'frame', {'x', 'y'}};
  for k = 1:size(known, 1)
    [x, y] = known{k, :};
    if all(ismember([{x}, y], titles))
      return
    end
  end
  x = titles{1};
  y = titles(min(2, end):end);
end

function text = axis_label(t, name)
  text = strrep(name, '_', '\_');
  of = column_unit(t, column_index(t, name));
  if ~isempty(of)
    text = [text, ' (', of, ')'];
  end
end
