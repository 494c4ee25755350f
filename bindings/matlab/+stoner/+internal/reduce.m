function varargout = reduce(name, image, varargin)
%REDUCE  A function of MATLAB that makes one value of the pixels along dimensions, of the pixels that are not masked.
  [dims, extra, flags, with_nan, linear] = inputs(name, varargin);
  values = read(image);
  masked = stoner.internal.masked_of(image);
  sizes = size(values);
  left_out = masked;
  if isequal(with_nan, false) && isfloat(values)
    left_out = any_of(masked, isnan(values));
  end
  if ~ischar(dims) && numel(dims) <= 1 && isempty(left_out) && isempty(with_nan) && ~linear
    given = [extra, num2cell(dims), flags];
    [varargout{1:max(nargout, 1)}] = stoner.internal.evaluate(name, values, given{:});
    varargout{1} = stoner.internal.finish(image, varargout{1}, []);
    return
  end
  several = strcmp(dims, 'all');
  if ischar(dims)
    dims = 1:numel(sizes);
  elseif isempty(dims)
    dims = stoner.internal.first_dimension(sizes);
  end
  several = several || numel(dims) > 1;
  parts = stoner.internal.lines_along(sizes, dims);
  columns = parts.in(values);
  out = false(size(columns));
  if ~isempty(left_out)
    out = parts.in(left_out);
  end
  [found, places] = of_columns(name, columns, out, extra, flags);
  if isequal(with_nan, true) && any(strcmp(name, {'max', 'min'})) && isfloat(columns)
    nan = isnan(columns) & ~out;
    has = any(nan, 1);
    found(has) = NaN;
    [~, first] = max(nan, [], 1);
    places(has) = first(has);
  end
  gone = false(1, size(columns, 2));
  if ~isempty(masked)
    gone = all(parts.in(masked), 1) & size(columns, 1) > 0;
    found(gone) = 0;
  end
  varargout{1} = stoner.internal.finish(image, parts.reduced(found), parts.reduced(gone));
  if nargout > 1
    if several || linear
      numbers = parts.in(reshape(1:prod(sizes), sizes));
      places = numbers(places + (0:numel(places) - 1) * size(numbers, 1));
    end
    varargout{2} = parts.reduced(places);
  end
end

function [dims, extra, flags, with_nan, linear] = inputs(name, given)
  % dims: numbers, 'all' or [] (none is given). extra: what stands between the pixels and the dimension.
  is_word = cellfun(@(one) ischar(one) || isa(one, 'string'), given);
  flags = lower(cellfun(@char, given(is_word), 'UniformOutput', false));
  numbers = given(~is_word);
  takes = any(strcmp(name, {'max', 'min', 'std', 'var'}));
  extra = {};
  dims = [];
  if takes
    extra = {[]};
    if ~isempty(numbers)
      extra = numbers(1);
    end
  end
  if numel(numbers) > takes
    dims = stoner.internal.check_dims(name, numbers{takes + 1});
  end
  if numel(numbers) > takes + 1
    error('stoner:InvalidArgument', '%s: too many inputs; see stoner.help(''Image.%s'')', name, name);
  end
  if takes && isempty(numbers) && isempty(flags)
    extra = {};
  end
  with_nan = [];
  if any(ismember(flags, {'omitnan', 'omitmissing'}))
    with_nan = false;
  elseif any(ismember(flags, {'includenan', 'includemissing'}))
    with_nan = true;
  end
  linear = any(strcmp(flags, 'linear'));
  if any(strcmp(flags, 'all'))
    dims = 'all';
  end
  flags = flags(~ismember(flags, {'omitnan', 'omitmissing', 'includenan', 'includemissing', 'linear', 'all'}));
  if ~isempty(flags) && ~all(ismember(flags, {'default', 'double', 'native', 'a', 'g', 'h'}))
    error('stoner:InvalidArgument', '%s: there is no option ''%s''', name, strjoin(flags, ''', '''));
  end
end

function left_out = any_of(masked, missing)
  left_out = missing;
  if ~isempty(masked)
    left_out = masked | missing;
  end
end

function [found, places] = of_columns(name, columns, left_out, extra, flags)
  % The function of each column, of what is not left out. Columns with as many values are done together.
  if ~any(left_out(:))
    [found, places] = once(name, columns, extra, flags);
    return
  end
  rows = size(columns, 1);
  [order, counts] = stoner.internal.valid_first(left_out);
  found = [];
  places = ones(1, size(columns, 2));
  weighted = any(strcmp(name, {'std', 'var'})) && ~isempty(extra) && numel(extra{1}) > 1;
  for count = fliplr(unique(counts))
    for group = groups(find(counts == count), weighted)
      which = group{1};
      chosen = order(1:count, which);
      given = extra;
      if weighted
        given = {extra{1}(chosen - (which - 1) * rows)};
      end
      [one, place] = once(name, reshape(columns(chosen), count, numel(which)), given, flags);
      if isempty(found)
        found = repmat(one(1), size(places));
      end
      if count > 0 || isfloat(found)
        found(which) = one;
      end
      if count > 0
        places(which) = order(place + (which - 1) * rows) - (which - 1) * rows;
      end
    end
  end
end

function cell = groups(which, single)
  if single
    cell = num2cell(which);
  else
    cell = {which};
  end
end

function [found, places] = once(name, columns, extra, flags)
  % Of whole columns.
  places = ones(1, size(columns, 2));
  if any(strcmp(name, {'max', 'min'}))
    if size(columns, 1) == 0
      found = nan(1, size(columns, 2));
      if ~isfloat(columns)
        found = zeros(1, size(columns, 2), class_of(columns));
      end
      return
    end
    [found, places] = stoner.internal.evaluate(name, columns, [], 1);
  elseif any(strcmp(name, {'std', 'var'}))
    found = spread(name, columns, extra);
  elseif size(columns, 1) == 0 && any(strcmp(name, {'median', 'mode', 'range'}))
    found = nan(1, size(columns, 2));
  else
    found = stoner.internal.evaluate(name, columns, 1, flags{:});
  end
end

function found = spread(name, columns, extra)
  weights = 0;
  if ~isempty(extra) && ~isempty(extra{1})
    weights = extra{1};
  end
  if size(columns, 1) == 0
    found = nan(1, size(columns, 2));
  else
    found = stoner.internal.evaluate(name, columns, weights, 1);
  end
end

function name = class_of(columns)
  name = class(columns);
  if islogical(columns)
    name = 'double';
  end
end
