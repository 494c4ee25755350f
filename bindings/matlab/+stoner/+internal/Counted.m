classdef Counted < handle
%COUNTED  What has numel: images and tables, in MATLAB. Octave asks numel of a class at every obj.name = value and refuses if it is not 1.
%  There octave/+stoner/+internal/Counted.m takes the place of this file, and numel(obj) is octave/@stoner.Image/numel.m.
  methods
    function n = numel(obj, varargin)
      %NUMEL  The number of pixels, masked ones included, or of values of a table; of an index 1, what MATLAB asks.
      n = 1;
      if isempty(varargin) && ~isempty(raw_handle(obj))
        n = prod(size(obj));
      end
    end
  end
end
