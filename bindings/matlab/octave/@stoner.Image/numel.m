function n = numel(obj, varargin)
%NUMEL  The number of pixels, masked ones included. Octave finds it here when a program calls it, and not when it assigns to obj.name.
  n = 1;
  if isempty(varargin) && ~isempty(raw_handle(obj))
    n = prod(size(obj));
  end
end
