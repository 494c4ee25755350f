function image = scaled(image, kind)
%SCALED  An image in another class, its range of intensities become that of the class: im2uint8 and its like.
%  Integers and logical stand for 0 to 1 by their range; of signed ones the least is 0.
  masked = stoner.internal.masked_of(image);
  values = read(image);
  if isinteger(values) && ~strcmp(class(values), kind)
    low = double(intmin(class(values)));
    values = (double(values) - low) / (double(intmax(class(values))) - low);
  elseif islogical(values)
    values = double(values);
  end
  if ~any(strcmp(kind, {'single', 'double', class(values)}))
    values = double(values) * double(intmax(kind));
  end
  image = stoner.internal.like(image, feval(kind, values), masked);
end
