function varargout = title(varargin)
%TITLE  Notes how it is called, where no figure can be made.
  global drawn
  drawn.title = varargin;
  varargout = cell(1, nargout);
end
