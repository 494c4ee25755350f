function result = index(image, subs)
%INDEX  im(i, j): an image of the pixels that indices choose, or a number where that is one pixel; NaN where it is masked.
  subs = stoner.internal.subscripts(size(image), subs);
  box = stoner.internal.box_of(image, subs);
  if ~isempty(box)
    result = crop(image, box);
    if prod(size(result)) == 1
      result = stoner.internal.finish(image, read(result), mask(result));
    end
    return
  end
  values = read(image);
  values = values(subs{:});
  masked = stoner.internal.masked_of(image);
  if ~isempty(masked)
    masked = masked(subs{:});
  end
  if numel(values) == 1
    result = stoner.internal.finish(image, values, masked);
    return
  end
  result = stoner.internal.carry(image, stoner.Image(values, masked));
  if numel(subs) == ndim(image) && numel(subs) <= 3 && numel(subs) > 1 && ~isempty(values)
    places(image, result, subs);
  end
end

function places(image, result, subs)
  % Planes and map follow the rows and columns that are left.
  for k = 1:plane_count(image)
    name = plane_name(image, k);
    whole = plane(image, name);
    chosen = subs(1:numel(size(whole)));
    values = read(whole);
    masked = mask(whole);
    set_plane(result, name, stoner.Image(values(chosen{:}), masked(chosen{:})), 'unit', plane_unit(image, name));
  end
  try
    [origin, step] = map(image);
  catch trouble
    if ~strcmp(trouble.identifier, 'stoner:NoResult')
      rethrow(trouble);
    end
    return
  end
  [row, rows] = steps(subs{1}, size(image, 1));
  [column, columns] = steps(subs{2}, size(image, 2));
  if isempty(rows) || isempty(columns)
    warning('stoner:Warning', 'the map from pixels to positions is dropped: the rows or columns that are left have no constant distance');
    return
  end
  set_map(result, origin + [step(1) * column + step(2) * row, step(3) * column + step(4) * row], step .* [columns, rows, columns, rows], ...
          map_name(image, 1), map_name(image, 2), map_unit(image, 1), map_unit(image, 2));
end

function [first, step] = steps(chosen, length)
  % The first of some rows, from 0, and their constant distance; [] where there is none.
  if ischar(chosen)
    chosen = 1:length;
  elseif islogical(chosen)
    chosen = find(chosen);
  end
  chosen = double(chosen(:));
  first = chosen(1) - 1;
  step = unique(diff(chosen));
  if isempty(step)
    step = 1;
  elseif numel(step) > 1 || step == 0
    step = [];
  end
end
