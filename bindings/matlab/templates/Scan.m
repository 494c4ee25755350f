classdef Scan < handle
%SCAN  A file as a scan: what it holds of a measurement, and the way to its images. It is opened without reading pixels.
%  s = stoner.Scan('scan.hdf5')
%
%  s.entries, s.detectors, s.monitors            names, the default one first
%  s.kind, s.shape, s.frame_count, s.axes        what was scanned along what; the size of the image; names, units and values of its axes
%  s.energies, s.quantity('dwell')               a number for each frame
%  im = s.image()                                the whole image, a stack where there are frames; im = s.image('frame', 3) reads the third alone
%  im = s.image('entry', 'entry2', 'detector', 'counter1')
%  t = s.spectrum('box', [10 20 5 15])           the mean of a region in each frame, a stoner.Table
%  [s, first, n] = s.refresh()                   the scan as its file is now, while it is measured, and which frames are new
%
%  All methods are about the default entry and detector of the file unless 'entry' and 'detector' name others. Frames, entries and the
%  like count from 1. If the file has changed since it was opened, reading is an error: stoner:Changed.
%
%  See also stoner.Image, stoner.Live, stoner.Table.
  %BY-HAND scan_open: stoner.Scan
  %BY-HAND scan_free: stoner.Scan/delete
  %BY-HAND scan_axis_name: stoner.Scan/axes
  %BY-HAND scan_axis_unit: stoner.Scan/axes
  %BY-HAND scan_axis_values: stoner.Scan/axes
  %BY-HAND scan_axis_role: stoner.Scan/axes
  %BY-HAND scan_axis_direction: stoner.Scan/axes
  %BY-HAND scan_frame: stoner.Scan/image
  %BY-HAND scan_end: stoner.Scan/finish
  properties (Access = private, Transient, Hidden)
    % The handle and the context. Only methods get them: see stoner.internal.hand.
    kept = struct('handle', [], 'context', {[]});
  end
  properties (Dependent, SetAccess = private, Hidden)
    % What a file holds of it: MATLAB writes it by saveobj, Octave since it is a property.
    stored
  end

  methods
    function obj = Scan(path, varargin)
      %SCAN  Opens a file; 'context', ctx among the inputs is the stoner.Context of all its calls.
      if nargin == 1 && isa(path, 'stoner.internal.Made')
        obj.kept = struct('handle', path.handle, 'context', {path.context});
        return
      end
      context = [];
      if numel(varargin) == 2 && strcmpi(varargin{1}, 'context')
        context = varargin{2};
      elseif ~isempty(varargin)
        error('stoner:InvalidArgument', 'stoner.Scan takes a path, and ''context'' with a stoner.Context');
      end
      if nargin == 1 && ~isempty(stoner.internal.saved_of(path, 'stoner.Scan'))
        saved = stoner.internal.saved_of(path, 'stoner.Scan');
        path = saved.filename;
      elseif nargin == 0 || ~(ischar(path) || isa(path, 'string'))
        error('stoner:InvalidArgument', 'stoner.Scan takes the path of a file');
      end
      set_context(obj, context);
      host = [];
      if ~isempty(context)
        host = context.host();
      end
      try
        obj.kept = struct('handle', stoner_mex('scan_open', host, stoner.internal.bare(path)), 'context', {context});
      catch trouble
        stoner.internal.raise(trouble);
      end
    end

    function delete(obj)
      %DELETE  Frees the scan.
      handle = raw_handle(obj);
      if ~isempty(handle)
        obj.kept = struct('handle', [], 'context', {[]});
        stoner_mex('scan_free', [], handle);
      end
    end

%HANDLE

    function saved = saveobj(obj)
      %SAVEOBJ  The name of the file as a struct, which a file can hold; stoner.Scan(saved) opens it again.
      saved = [];
      if ~isempty(raw_handle(obj))
        saved = struct('class', 'stoner.Scan', 'filename', filename(obj));
      end
    end

    function texts = entries(obj)
      %ENTRIES  The names of the entries, the default one first, as a cell of texts.
      texts = cell(1, entry_count(obj));
      for k = 1:numel(texts)
        texts{k} = entry_name(obj, k);
      end
    end

    function texts = detectors(obj, varargin)
      %DETECTORS  The names of an entry's detectors, the default one first, as a cell of texts.
      %  s.detectors(), s.detectors('entry', 'entry2')
      texts = cell(1, detector_count(obj, varargin{:}));
      for k = 1:numel(texts)
        texts{k} = detector_name(obj, 'index', k, varargin{:});
      end
    end

    function texts = monitors(obj, varargin)
      %MONITORS  The names of what was measured beside the detectors at each pixel, as a cell of texts. Their images are read as those of detectors.
      texts = cell(1, monitor_count(obj, varargin{:}));
      for k = 1:numel(texts)
        texts{k} = monitor_name(obj, 'index', k, varargin{:});
      end
    end

    function texts = repairs(obj, varargin)
      %REPAIRS  What was assumed or left out where the file breaks a rule of its format, as a cell of texts.
      texts = cell(1, repair_count(obj, varargin{:}));
      for k = 1:numel(texts)
        texts{k} = repair(obj, 'index', k, varargin{:});
      end
    end

    function text = finish(obj, varargin)
      %FINISH  When the measurement ended, as the file says it; '' where it does not. (Elsewhere it is called end, a word of MATLAB's own.)
      text = stoner.internal.invoke('scan_end', 'n', obj, varargin);
    end

    function word = kind(obj, varargin)
      %KIND  What was scanned along what: 'image', 'stack', 'line-spectrum', 'point-spectrum', 'focus', ...; 'generic' where it is not known.
      %  s.kind(), s.kind('entry', 'entry2')
      word = stoner.internal.scan_word('kind', stoner.internal.invoke('scan_kind', 'n', obj, varargin));
    end

    function word = dtype(obj, varargin)
      %DTYPE  The class of the detector's values: 'uint16', 'double', ...
      %  s.dtype(), s.dtype('entry', 'entry2', 'detector', 'counter1')
      word = stoner.internal.scan_word('dtype', stoner.internal.invoke('scan_dtype', 'n', obj, varargin));
    end

    function found = axes(obj, varargin)
      %AXES  The axes of the detector's image, one for each dimension of it: a(1) has the rows, a(2) the columns, a(3) the frames.
      %  a = s.axes(), a = s.axes('entry', 'entry2', 'detector', 'counter1')
      %  returns a struct array of name, unit ('' where the file has none), values (nominal points in the file's order; [] where it has none), role
      %      ('frame', 'row', 'column', 'spectrum', 'other') and direction (1: ascending, -1: descending, 0: neither)
      n = numel(shape(obj, varargin{:}));
      if n == 2
        try
          stoner.internal.invoke('scan_axis_role', 'n', obj, [{'axis', 2}, varargin]);
        catch trouble
          if ~strcmp(trouble.identifier, 'stoner:OutOfRange')
            rethrow(trouble);
          end
          n = 1;  % MATLAB has no rank below 2
        end
      end
      % The library counts them as the file does: frames, rows, columns.
      order = [max(n - 1, 1), n, n - 2:-1:1];
      found = struct('name', {}, 'unit', {}, 'values', {}, 'role', {}, 'direction', {});
      for k = 1:n
        of = [{'axis', order(k)}, varargin];
        found(k).name = stoner.internal.invoke('scan_axis_name', 'n', obj, of);
        found(k).unit = stoner.internal.invoke('scan_axis_unit', 'n', obj, of);
        found(k).values = stoner.internal.invoke('scan_axis_values', 'n', obj, of);
        found(k).role = stoner.internal.scan_word('role', stoner.internal.invoke('scan_axis_role', 'n', obj, of));
        found(k).direction = double(stoner.internal.invoke('scan_axis_direction', 'n', obj, of));
      end
    end

    function values = quantity(obj, quantity, varargin)
      %QUANTITY  A well-known quantity of each frame: 'energy' (eV), 'dwell' (s), 'polarization', 'helicity', 'ring-current' (mA), 'sample-x' (um), ...
      %  s.quantity('dwell'), s.quantity('energy', 'entry', 'entry2'); [] where the file does not say.
      shape(obj, varargin{:});  % names that there are not are errors
      try
        values = stoner.internal.invoke('scan_quantity', 'n', obj, [{'quantity', quantity}, varargin]);
      catch trouble
        if ~strcmp(trouble.identifier, 'stoner:KeyNotFound')
          rethrow(trouble);
        end
        values = [];
      end
    end

    function values = energies(obj, varargin)
      %ENERGIES  The energy of each frame in eV; [] where the file does not say.
      values = quantity(obj, 'energy', varargin{:});
    end

    function im = image(obj, varargin)
      %IMAGE  The detector's image, a stoner.Image: all of it, or one frame with its own energy, positions and map. Only what is wanted is read.
      %  im = s.image(), im = s.image('frame', 3), im = s.image('entry', 'entry2', 'detector', 'counter1')
      %  frame: its number, from 1
      if any(cellfun(@(each) ischar(each) && strcmpi(each, 'frame'), varargin(1:2:end)))
        im = stoner.internal.invoke('scan_frame', 'i', obj, varargin);
      else
        im = stoner.internal.invoke('scan_image', 'i', obj, varargin);
      end
    end

    function varargout = subsref(obj, s)
      %SUBSREF  s.method(...), and s.energies(2), s.axes(1).values: an index of what a method gives that takes names alone.
      if ~strcmp(s(1).type, '.')
        error('stoner:InvalidArgument', 'a scan has no elements: s.image(''frame'', 1) reads a frame');
      end
      gives = stoner.internal.method_outputs('Scan', s(1).subs);
      if gives < 0
        error('stoner:InvalidArgument', 'stoner.Scan has no method ''%s''%s', s(1).subs, stoner.internal.nearest('Scan', s(1).subs));
      end
      args = {};
      rest = s(2:end);
      if ~isempty(rest) && strcmp(rest(1).type, '()')
        given = rest(1).subs;
        index = ~isempty(given) && (~ischar(given{1}) || strcmp(given{1}, ':'));
        if ~(index && any(strcmp(s(1).subs, {'entries', 'detectors', 'monitors', 'repairs', 'shape', 'axes', 'energies'})))
          args = given;
          rest = rest(2:end);
        end
      end
      [varargout{1:stoner.internal.outputs(nargout, rest, gives)}] = feval(s(1).subs, obj, args{:});
      if ~isempty(rest)
        value = varargout{1};
        [varargout{1:nargout}] = stoner.internal.chained(value, rest);
      end
    end

    function n = numArgumentsFromSubscript(~, ~, ~)
      %NUMARGUMENTSFROMSUBSCRIPT  MATLAB only: an index gives one value.
      n = 1;
    end

    function disp(obj)
      %DISP  Shows what the scan holds.
      if isempty(raw_handle(obj))
        fprintf('  stoner.Scan, deleted\n');
        return
      end
      [~, name, ending] = fileparts(filename(obj));
      fprintf('  stoner.Scan of %s%s: %s, %s %s\n', name, ending, kind(obj), strjoin(arrayfun(@(n) sprintf('%d', n), shape(obj), 'UniformOutput', false), ' x '), dtype(obj));
      lists = {'entries', entries(obj); 'detectors', detectors(obj); 'monitors', monitors(obj)};
      for k = 1:size(lists, 1)
        fprintf('    %-10s %s\n', lists{k, 1}, strjoin(lists{k, 2}, ', '));
      end
      for axis = axes(obj)
        unit = axis.unit;
        if ~isempty(unit)
          unit = [' ', unit];
        end
        reach = '';
        if ~isempty(axis.values)
          reach = sprintf(', %g to %g%s', axis.values(1), axis.values(end), unit);
        end
        fprintf('    %-10s %s%s\n', axis.role, axis.name, reach);
      end
    end

%METHODS
  end

  methods (Static)
    function obj = loadobj(saved)
      %LOADOBJ  MATLAB only: the scan of the file that saveobj named; load calls it.
      obj = stoner.Scan(saved);
    end
  end
end
