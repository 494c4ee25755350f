function masked = masked_of(value)
%MASKED_OF  The mask of an image; [] where nothing is masked, or for what is no image.
  masked = [];
  if isa(value, 'stoner.Image')
    found = mask(value);
    if any(found(:))
      masked = found;
    end
  end
end
