function image = from_zero(value, name)
%FROM_ZERO  An image of indices, which count from 1, as the library has them, from 0.
  image = stoner.internal.image_of(value);
  values = read(image);
  if any(values(:) ~= floor(values(:)))
    error('stoner:InvalidArgument', '`%s` has values that are no whole numbers; indices count from 1', name);
  end
  image = stoner.Image(int64(values) - 1, mask(image), 'ndim', ndim(image));
end
