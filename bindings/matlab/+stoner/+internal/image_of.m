function image = image_of(value)
%IMAGE_OF  An image; of a matrix one is made.
  image = value;
  if ~isa(value, 'stoner.Image')
    image = stoner.Image(value);
  end
end
