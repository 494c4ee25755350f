function result = rearranged(name, image, varargin)
%REARRANGED  A function of MATLAB that puts pixels into other places: the mask moves with them.
  result = stoner.internal.evaluate(name, read(image), varargin{:});
  masked = stoner.internal.masked_of(image);
  if ~isempty(masked)
    masked = stoner.internal.evaluate(name, masked, varargin{:});
  end
  result = stoner.internal.like(image, result, masked);
end
