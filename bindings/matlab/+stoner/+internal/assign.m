function assign(image, subs, value)
%ASSIGN  im(i, j) = values: the values become of the image's class, as MATLAB does it. Pixels become unmasked; those of masked pixels masked.
  subs = stoner.internal.subscripts(size(image), subs);
  if isnumeric(value) && isequal(builtin('size', value), [0 0])
    error('stoner:Unsupported', 'an image keeps its size: rows are left out by im = im([1 3:end], :)');
  end
  masked = stoner.internal.masked_of(value);
  value = converted(image, stoner.internal.pixels(value));
  box = stoner.internal.box_of(image, subs);
  if ~isempty(box) && isempty(masked) && ndim(image) == 2 && (numel(value) == 1 || isequal(size(value), [box(4) - box(3), box(2) - box(1)]))
    write(image, value, box);
    return
  end
  numbers = reshape(1:prod(size(image)), size(image));
  chosen = numbers(subs{:});
  if numel(value) ~= 1 && numel(value) ~= numel(chosen)
    error('stoner:Shape', '%d values do not go to %d pixels', numel(value), numel(chosen));
  end
  if isempty(chosen)
    return
  end
  put(image, chosen, stoner.Image(value(:)));
  if ~isempty(masked) && ~hardmask(image)
    all_masked = mask(image);
    all_masked(chosen) = masked;
    write_mask(image, all_masked);
  end
end

function value = converted(image, value)
  if ~isnumeric(value) && ~islogical(value)
    error('stoner:Dtype', 'pixels are logical, integer, single or double, or complex single or double; not %s', class(value));
  end
  kind = strtok(dtype(image));
  if ~isreal(value) && isempty(strfind(dtype(image), 'complex'))
    error('stoner:Dtype', 'complex values do not go into an image of %s: use im = im.astype(''double complex'') first', kind);
  end
  if ~strcmp(class(value), kind)
    value = feval(kind, value);
  end
end
