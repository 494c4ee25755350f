function image = load_stxm(path, varargin)
%LOAD_STXM  Loads a scan of a scanning transmission X-ray microscope.
%  image = stoner.load_stxm(path)
%  image = stoner.load_stxm(path, 'regrid', true, 'bcn', true)   onto the nominal grid, divided by the ring current
%
%  See also stoner.Library.load_stxm.
  image = stoner.Library.load_stxm(path, varargin{:});
end
