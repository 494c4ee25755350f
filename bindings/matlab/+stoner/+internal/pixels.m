function values = pixels(value)
%PIXELS  The stored pixels of an image; anything else as it is.
  values = value;
  if isa(value, 'stoner.Image')
    values = read(value);
  end
end
