function result = pixelwise(name, varargin)
%PIXELWISE  A function of MATLAB on each pixel of some images, matrices and numbers. A pixel is masked where one of them is.
  values = cellfun(@stoner.internal.pixels, varargin, 'UniformOutput', false);
  masks = cellfun(@stoner.internal.masked_of, varargin, 'UniformOutput', false);
  result = stoner.internal.evaluate(name, values{:});
  masked = false;
  for k = find(~cellfun(@isempty, masks))
    masked = masked | masks{k};
  end
  if any(masked(:))
    if ~isreal(result) && all(cellfun(@isreal, values))
      % What lies beneath a mask must not make the others complex.
      for k = find(~cellfun(@isempty, masks))
        values{k}(masks{k}) = 1;
      end
      result = stoner.internal.evaluate(name, values{:});
    end
    masked = masked | false(size(result));
  else
    masked = [];
  end
  result = stoner.internal.like(stoner.internal.first_image(varargin), result, masked);
end
