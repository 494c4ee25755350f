function subs = subscripts(sizes, subs)
%SUBSCRIPTS  Indices as arrays and ':': a logical image chooses the pixels where it is true. An error where one lies outside.
  n = numel(subs);
  for k = 1:n
    limit = prod(sizes(min(k, end):end));
    if k < n
      limit = 1;
      if k <= numel(sizes)
        limit = sizes(k);
      end
    elseif k > numel(sizes)
      limit = 1;
    end
    subs{k} = checked(subs{k}, k, n, limit);
  end
end

function index = checked(index, k, n, limit)
  if isa(index, 'stoner.Image')
    if ~islogical(index)
      error('stoner:InvalidArgument', 'of images only logical ones are indices, as im > 3 makes them; this one has pixels of %s', dtype(index));
    end
    index = logical(index);
  end
  if ischar(index) && isequal(index, ':') || isa(index, 'string') && index == ":"
    index = ':';
    return
  end
  of = '';
  if n > 1
    of = sprintf(' %d', k);
  end
  if islogical(index)
    last = find(index, 1, 'last');
    if ~isempty(last) && last > limit
      error('stoner:OutOfRange', 'the logical index%s is true at %d; allowed: 1 to %d', of, last, limit);
    end
  elseif isnumeric(index)
    wrong = index(isnan(index) | index ~= floor(index));
    if ~isempty(wrong)
      error('stoner:InvalidArgument', 'index%s is %g; allowed: whole numbers from 1 to %d', of, wrong(1), limit);
    end
    wrong = index(index < 1 | index > limit);
    if ~isempty(wrong)
      error('stoner:OutOfRange', 'index%s is %d; allowed: 1 to %d', of, wrong(1), limit);
    end
  else
    error('stoner:InvalidArgument', 'an index is a number, logical or '':'', not %s', class(index));
  end
end
