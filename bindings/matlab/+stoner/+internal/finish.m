function value = finish(model, value, masked)
%FINISH  What a function gives back: an image, or a number where there is one value; NaN where that is masked.
  if numel(value) ~= 1
    value = stoner.internal.like(model, value, masked);
  elseif any(masked)
    value = NaN;
  end
end
