function result = scan(name, image, varargin)
%SCAN  A function of MATLAB that goes along a dimension and keeps the size: masked pixels are passed over.
  values = read(image);
  masked = stoner.internal.masked_of(image);
  is_word = cellfun(@ischar, varargin);
  words = varargin(is_word);
  numbers = varargin(~is_word);
  backwards = any(strcmpi(words, 'reverse'));
  words = words(~ismember(lower(words), {'reverse', 'forward'}));
  dim = stoner.internal.first_dimension(size(values));
  if ~isempty(numbers)
    dim = stoner.internal.check_dims(name, numbers{1});
  end
  if numel(dim) > 1 || numel(numbers) > 1
    error('stoner:InvalidArgument', '%s goes along one dimension', name);
  end
  if ~isempty(words)
    error('stoner:InvalidArgument', '%s: there is no option ''%s''', name, words{1});
  end
  parts = stoner.internal.lines_along(size(values), dim);
  columns = parts.in(values);
  left_out = false(size(columns));
  if ~isempty(masked)
    left_out = parts.in(masked);
  end
  if backwards
    columns = flipud(columns);
    left_out = flipud(left_out);
  end
  [order, counts] = stoner.internal.valid_first(left_out);
  result = stoner.internal.evaluate(name, columns, 1);
  for count = unique(counts(counts < size(columns, 1) & counts > 0))
    chosen = order(1:count, counts == count);
    result(chosen) = stoner.internal.evaluate(name, reshape(columns(chosen), count, sum(counts == count)), 1);
  end
  result(left_out) = 0;
  if backwards
    result = flipud(result);
  end
  result = stoner.internal.like(image, parts.out(result), masked);
end
