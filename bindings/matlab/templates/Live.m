classdef Live < handle
%LIVE  An image that grows while it is measured: points are pushed in any order, an image is taken at any moment.
%  live = stoner.Live([rows columns], [x y], [dx dy])   the grid: the middle of the pixel in row 1 and column 1, and the steps to the next column and row
%  live = stoner.Live(..., 'spread', 'linear', 'reference', 100, 'unit', 'um')
%
%  live.push(x, y, counts, monitor)    points: positions in the units of the grid, what the detector counted, what the monitor read
%  im = live.image()                   a stoner.Image, masked where no point is yet
%  live.coverage                       the part of the pixels that have points
%  [values, errors, coverage] = live.read()
%  live.reset()                        forgets all points, for the next frame
%
%  Row 1 is at the top, so dy is negative where y grows upwards. A pixel's value is the ratio of the counts to the monitor of its points, times
%  'reference'; without monitor the mean counts of a point. 'spread': 'nearest', the pixel in which a point lies gets it, or 'linear', the
%  four around share it. The last image is that of all points pushed at once, whatever the order of the pushes.
%
%  See also stoner.Image, stoner.Scan.
  %BY-HAND live_new: stoner.Live
  %BY-HAND live_free: stoner.Live/delete
  properties (Access = private, Transient, Hidden)
    % The handle and the context. Only methods get them: see stoner.internal.hand.
    kept = struct('handle', [], 'context', {[]});
  end
  properties (Dependent, SetAccess = private, Hidden)
    % What a file holds of it: MATLAB writes it by saveobj, Octave since it is a property.
    stored
  end

  methods
    function obj = Live(shape, first, step, varargin)
      %LIVE  Makes an image without points: [rows columns], [x y] of the middle of the first pixel, [dx dy].
      if nargin == 1 && isa(shape, 'stoner.internal.Made')
        obj.kept = struct('handle', shape.handle, 'context', {shape.context});
        return
      end
      if nargin < 3 || numel(shape) ~= 2 || numel(first) ~= 2 || numel(step) ~= 2 || mod(numel(varargin), 2)
        error('stoner:InvalidArgument', 'stoner.Live takes [rows columns], [x y] of the first pixel, [dx dy], and pairs of ''spread'', ''reference'', ''unit'' and a value');
      end
      context = [];
      named = {};
      for k = 1:2:numel(varargin)
        if strcmpi(varargin{k}, 'context')
          context = varargin{k + 1};
        else
          named(end + 1:end + 2) = {varargin{k}, stoner.internal.bare(varargin{k + 1})};
        end
      end
      set_context(obj, context);
      host = [];
      if ~isempty(context)
        host = context.host();
      end
      try
        made = stoner_mex('live_new', host, shape(1), shape(2), first(1), first(2), step(1), step(2), named{:});
      catch trouble
        stoner.internal.raise(trouble);
      end
      obj.kept = struct('handle', made, 'context', {context});
    end

    function delete(obj)
      %DELETE  Frees the live image.
      handle = raw_handle(obj);
      if ~isempty(handle)
        obj.kept = struct('handle', [], 'context', {[]});
        stoner_mex('live_free', [], handle);
      end
    end

%HANDLE

    function saved = saveobj(~)
      %SAVEOBJ  A live image cannot be saved: save its image.
      warning('stoner:Warning', 'a live image is not saved: save what live.image() gives');
      saved = [];
    end

    function part = coverage(obj)
      %COVERAGE  The part of the pixels that have points, 0 to 1.
      [~, ~, ~, part] = state(obj);
    end

    function [values, errors, points] = read(obj)
      %READ  The image of all points so far as matrices: values and standard errors, NaN where no point is, and the number of points in each pixel.
      %  values = live.read(), [values, errors, coverage] = live.read()
      im = image(obj);
      values = double(im);
      errors = double(im.plane('error'));
      points = double(im.plane('coverage'));
    end

    function disp(obj)
      %DISP  Shows how far the measurement is.
      if isempty(raw_handle(obj))
        fprintf('  stoner.Live, deleted\n');
        return
      end
      [points, outside, invalid, part] = state(obj);
      fprintf('  stoner.Live: %d points, %d outside, %d invalid, %.1f %% of the pixels\n', points, outside, invalid, 100 * part);
    end

%METHODS
  end
end
