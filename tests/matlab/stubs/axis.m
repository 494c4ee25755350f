function varargout = axis(varargin)
%AXIS  Notes how it is called, where no figure can be made.
  global drawn
  drawn.axis = varargin;
  varargout = cell(1, nargout);
end
