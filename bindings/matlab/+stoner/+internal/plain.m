function values = plain(image, kind)
%PLAIN  The pixels as an array of MATLAB: of a class with NaN masked ones are NaN, of integers 0, with a warning; of logical false.
  values = stoner.internal.pixels(image);
  masked = stoner.internal.masked_of(image);
  floats = any(strcmp(kind, {'single', 'double'}));
  if ~isempty(masked) && ~floats
    values(masked) = 0;
  end
  values = feval(kind, values);
  if ~isempty(masked) && floats
    values(masked) = NaN;
  elseif ~isempty(masked) && ~strcmp(kind, 'logical')
    warning('stoner:Masked', '%d masked pixels became 0: an array of %s has no NaN. im.astype(''%s'') keeps the mask', sum(masked(:)), kind, kind);
  end
end
