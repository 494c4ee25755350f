% Made from interface/interface.json by bindings/generator: do not edit. By hand is what templates/ has.
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

    function value = get.kept(obj)
      stoner.internal.hand(obj.kept);
      value = [];
    end

    function value = get.stored(obj)
      value = saveobj(obj);
    end

    function handle = raw_handle(obj)
      %RAW_HANDLE  The library's number of the live, for stoner_mex; [] after delete. It means nothing in another session.
      obj.kept;
      kept = stoner.internal.hand();
      handle = kept.handle;
    end

    function value = context(obj)
      %CONTEXT  The stoner.Context of calls on the live, or []; set_context sets it.
      obj.kept;
      kept = stoner.internal.hand();
      value = kept.context;
    end

    function set_context(obj, value)
      %SET_CONTEXT  Sets the stoner.Context of calls on the live; []: none.
      if ~isempty(value) && ~isa(value, 'stoner.Context')
        error('stoner:InvalidHandle', 'a context is a stoner.Context, not %s', class(value));
      end
      obj.kept = struct('handle', raw_handle(obj), 'context', {value});
    end

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

    function varargout = clone(obj, varargin)
      %CLONE  Makes a second live image with the same points, which goes its own way from here. Copies the
      %  sums.
      %
      %  out = live.clone()
      %
      %  returns out: a stoner.Live: the new live image
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('live_clone', 'l', obj, varargin);
    end
    function push(obj, varargin)
      %PUSH  Adds points. The arrays are only read during the call, and no memory is asked for. Points
      %  outside of the grid are left out, and so are those with a position, counts or monitor that is
      %  not finite, or a monitor that is not above 0; Live.state counts both.
      %
      %  live.push(x, y, counts, monitor)
      %
      %  x: positions, in the units of the grid
      %  y: positions
      %  counts: what the detector counted at each point
      %  monitor: what the monitor (ring current, I0, dwell) read at each point; not given: none. All
      %      points have one, or none has
      %  Errors: stoner:InvalidArgument (points with a monitor after points without, or the other way
      %      round)
      stoner.internal.invoke('live_push', '', obj, varargin);
    end
    function varargout = image(obj, varargin)
      %IMAGE  Takes an image of all points so far: f64, masked where no point is, with a map, the metadata of
      %  Live.set_metadata, and the planes "coverage" (the number of points in each pixel) and "error"
      %  (the standard error where photons are counted: the root of the counts, that of one count where
      %  there are none). The entries "live.points", "live.outside", "live.invalid" and "live.coverage"
      %  are those of Live.state.
      %
      %  out = live.image()
      %
      %  returns out: a stoner.Image: the new image
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('live_image', 'i', obj, varargin);
    end
    function varargout = state(obj, varargin)
      %STATE  How far the measurement is.
      %
      %  [points, outside, invalid, coverage] = live.state()
      %
      %  returns points: receives the number of points that were pushed
      %  returns outside: receives the number of those that lie outside of the grid
      %  returns invalid: receives the number of those with a position, counts or monitor that is not
      %      finite, or a monitor that is not above 0
      %  returns coverage: receives the part of the pixels that have points
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('live_state', 'nnnn', obj, varargin);
    end
    function reset(obj, varargin)
      %RESET  Forgets all points, for the next frame. Grid and metadata stay.
      %
      %  live.reset()
      %
      stoner.internal.invoke('live_reset', '', obj, varargin);
    end
    function set_metadata(obj, varargin)
      %SET_METADATA  Gives metadata (energy, dwell, polarization, ...) to the images that are taken from now on. They
      %  are copied. The images' own positions and planes replace entries of these names.
      %
      %  live.set_metadata(metadata)
      %
      %  metadata
      stoner.internal.invoke('live_set_metadata', '', obj, varargin);
    end
  end
end
