function image = like(model, values, mask)
%LIKE  An image with other values, and with what belongs to an image: title, metadata, file name, context; planes and map where its size is the same.
  if isequal(size(model), size(values))
    kind = class(values);
    if ~isreal(values)
      kind = [kind, ' complex'];
    end
    image = astype(model, kind);
    soften_mask(image);
    write(image, values);
    write_mask(image, mask);
  else
    image = stoner.internal.carry(model, stoner.Image(values, mask));
  end
end
