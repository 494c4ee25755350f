function varargout = whole(name, varargin)
%WHOLE  A function of MATLAB that needs a value at every pixel: an error where one is masked.
  for k = 1:numel(varargin)
    masked = stoner.internal.masked_of(varargin{k});
    if ~isempty(masked)
      error('stoner:Masked', '%s needs a value at every pixel, but %d are masked: fill them first, im.filled(''fill_value'', 0)', name, sum(masked(:)));
    end
  end
  values = cellfun(@stoner.internal.pixels, varargin, 'UniformOutput', false);
  [varargout{1:max(nargout, 1)}] = stoner.internal.evaluate(name, values{:});
  model = stoner.internal.first_image(varargin);
  for k = 1:numel(varargout)
    if isnumeric(varargout{k}) || islogical(varargout{k})
      varargout{k} = stoner.internal.finish(model, varargout{k}, []);
    end
  end
end
