function varargout = image(varargin)
%IMAGE  Notes how it is called, where no figure can be made.
  global drawn
  drawn.image = varargin;
  varargout = cell(1, nargout);
end
