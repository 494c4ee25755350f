function varargout = colormap(varargin)
%COLORMAP  Notes how it is called, where no figure can be made.
  global drawn
  drawn.colormap = varargin;
  varargout = cell(1, nargout);
end
