function [result, places] = sorted(image, given)
%SORTED  The pixels of an image in order along a dimension, masked ones last; and where each was.
  values = read(image);
  masked = stoner.internal.masked_of(image);
  is_number = cellfun(@isnumeric, given);
  dim = stoner.internal.first_dimension(size(values));
  if any(is_number)
    dim = stoner.internal.check_dims('sort', given{find(is_number, 1)});
  end
  words = given(~is_number);
  if isempty(masked)
    [result, places] = stoner.internal.evaluate('sort', values, dim, words{:});
    result = stoner.internal.like(image, result, []);
    return
  end
  parts = stoner.internal.lines_along(size(values), dim);
  columns = parts.in(values);
  [order, counts] = stoner.internal.valid_first(parts.in(masked));
  result = columns(order);
  rows = order - (0:size(order, 2) - 1) * size(order, 1);
  for count = unique(counts(counts > 0))
    which = find(counts == count);
    [result(1:count, which), place] = stoner.internal.evaluate('sort', result(1:count, which), 1, words{:});
    rows(1:count, which) = rows(place + (which - 1) * size(rows, 1));
  end
  result = stoner.internal.like(image, parts.out(result), parts.out((1:size(result, 1)).' > counts));
  places = parts.out(rows);
end
