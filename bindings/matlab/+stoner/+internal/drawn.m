function varargout = drawn(name, varargin)
%DRAWN  A function of MATLAB that draws pixels: masked ones are NaN, which it leaves blank.
  given = cellfun(@drawable, varargin, 'UniformOutput', false);
  [varargout{1:nargout}] = stoner.internal.evaluate(name, given{:});
end

function value = drawable(value)
  if isa(value, 'stoner.Image')
    value = double(value);
    if ~isreal(value)
      error('stoner:Dtype', 'complex pixels cannot be drawn: take abs, angle, real or imag of the image');
    end
  end
end
