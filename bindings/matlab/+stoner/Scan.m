% Made from interface/interface.json by bindings/generator: do not edit. By hand is what templates/ has.
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

    function value = get.kept(obj)
      stoner.internal.hand(obj.kept);
      value = [];
    end

    function value = get.stored(obj)
      value = saveobj(obj);
    end

    function handle = raw_handle(obj)
      %RAW_HANDLE  The library's number of the scan, for stoner_mex; [] after delete. It means nothing in another session.
      obj.kept;
      kept = stoner.internal.hand();
      handle = kept.handle;
    end

    function value = context(obj)
      %CONTEXT  The stoner.Context of calls on the scan, or []; set_context sets it.
      obj.kept;
      kept = stoner.internal.hand();
      value = kept.context;
    end

    function set_context(obj, value)
      %SET_CONTEXT  Sets the stoner.Context of calls on the scan; []: none.
      if ~isempty(value) && ~isa(value, 'stoner.Context')
        error('stoner:InvalidHandle', 'a context is a stoner.Context, not %s', class(value));
      end
      obj.kept = struct('handle', raw_handle(obj), 'context', {value});
    end

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

    function varargout = clone(obj, varargin)
      %CLONE  Makes a second handle for the same scan. Copies nothing.
      %
      %  out = s.clone()
      %
      %  returns out: a stoner.Scan: the new scan
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_clone', 's', obj, varargin);
    end
    function varargout = filename(obj, varargin)
      %FILENAME  The file.
      %
      %  buffer = s.filename()
      %
      %  returns buffer: text
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_filename', 'n', obj, varargin);
    end
    function varargout = rule(obj, varargin)
      %RULE  The rule by which the file was recognised as a scan.
      %
      %  buffer = s.rule()
      %
      %  returns buffer: text
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_rule', 'n', obj, varargin);
    end
    function varargout = entry_count(obj, varargin)
      %ENTRY_COUNT  The number of entries; at least 1. They are numbered in the order in which they are preferred,
      %  the default one first.
      %
      %  n = s.entry_count()
      %
      %  returns n: how many there are
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_entry_count', 'n', obj, varargin);
    end
    function varargout = entry_name(obj, varargin)
      %ENTRY_NAME  An entry's name: its path in the file without the first slash.
      %
      %  buffer = s.entry_name(index)
      %
      %  index: its number, from 1
      %  returns buffer: text
      %  Errors: stoner:OutOfRange
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_entry_name', 'n', obj, varargin);
    end
    function varargout = default_entry(obj, varargin)
      %DEFAULT_ENTRY  The default entry: the one to which the file's attribute `default` leads, else the first by
      %  name.
      %
      %  index = s.default_entry()
      %
      %  returns index: 0 to the number of entries - 1; counted from 1
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_default_entry', 'n', obj, varargin);
    end
    function varargout = start(obj, varargin)
      %START  When an entry began, as the file says it (ISO 8601 in NeXus); "" where it does not.
      %
      %  buffer = s.start(entry)
      %
      %  entry: an entry's name; not given: the default one
      %  returns buffer: text
      %  Errors: stoner:KeyNotFound (entry)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_start', 'n', obj, varargin);
    end
    function varargout = facility(obj, varargin)
      %FACILITY  Where an entry was measured, as the file says it; "" where it does not.
      %
      %  buffer = s.facility(entry)
      %
      %  entry: an entry's name; not given: the default one
      %  returns buffer: text
      %  Errors: stoner:KeyNotFound (entry)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_facility', 'n', obj, varargin);
    end
    function varargout = repair_count(obj, varargin)
      %REPAIR_COUNT  How often the reader assumed something, or left something out, because an entry breaks a rule of
      %  its format.
      %
      %  n = s.repair_count(entry)
      %
      %  entry: an entry's name; not given: the default one
      %  returns n: how many there are
      %  Errors: stoner:KeyNotFound (entry)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_repair_count', 'n', obj, varargin);
    end
    function varargout = repair(obj, varargin)
      %REPAIR  One of those, in words.
      %
      %  buffer = s.repair(entry, index)
      %
      %  entry: an entry's name; not given: the default one
      %  index: its number, from 1
      %  returns buffer: text
      %  Errors: stoner:KeyNotFound (entry); stoner:OutOfRange
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_repair', 'n', obj, varargin);
    end
    function varargout = metadata(obj, varargin)
      %METADATA  A copy of an entry's metadata, but for long arrays, which come with its images.
      %
      %  out = s.metadata(entry)
      %
      %  entry: an entry's name; not given: the default one
      %  returns out: a stoner.Metadata: the new metadata
      %  Errors: stoner:KeyNotFound (entry)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_metadata', 'm', obj, varargin);
    end
    function varargout = detector_count(obj, varargin)
      %DETECTOR_COUNT  The number of an entry's detectors; at least 1. The default one comes first.
      %
      %  n = s.detector_count(entry)
      %
      %  entry: an entry's name; not given: the default one
      %  returns n: how many there are
      %  Errors: stoner:KeyNotFound (entry)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_detector_count', 'n', obj, varargin);
    end
    function varargout = detector_name(obj, varargin)
      %DETECTOR_NAME  A detector's name: the path of its group below the entry, and of its dataset where the group has
      %  several.
      %
      %  buffer = s.detector_name(entry, index)
      %
      %  entry: an entry's name; not given: the default one
      %  index: its number, from 1
      %  returns buffer: text
      %  Errors: stoner:KeyNotFound (entry); stoner:OutOfRange
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_detector_name', 'n', obj, varargin);
    end
    function varargout = default_detector(obj, varargin)
      %DEFAULT_DETECTOR  An entry's default detector: the one to which the file's attributes `default` and `signal` lead,
      %  else what stoner.Image takes.
      %
      %  index = s.default_detector(entry)
      %
      %  entry: an entry's name; not given: the default one
      %  returns index: 0 to the number of detectors - 1; counted from 1
      %  Errors: stoner:KeyNotFound (entry)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_default_detector', 'n', obj, varargin);
    end
    function varargout = monitor_count(obj, varargin)
      %MONITOR_COUNT  The number of an entry's monitors: what was measured beside the detectors at each pixel, the
      %  ring current for example. Their images are read under their names, as those of detectors.
      %
      %  n = s.monitor_count(entry)
      %
      %  entry: an entry's name; not given: the default one
      %  returns n: how many there are
      %  Errors: stoner:KeyNotFound (entry)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_monitor_count', 'n', obj, varargin);
    end
    function varargout = monitor_name(obj, varargin)
      %MONITOR_NAME  A monitor's name.
      %
      %  buffer = s.monitor_name(entry, index)
      %
      %  entry: an entry's name; not given: the default one
      %  index: its number, from 1
      %  returns buffer: text
      %  Errors: stoner:KeyNotFound (entry); stoner:OutOfRange
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_monitor_name', 'n', obj, varargin);
    end
    function varargout = shape(obj, varargin)
      %SHAPE  The lengths of the axes of a detector's image: (rows, columns), (frames, rows, columns), or
      %  (energies) of a point spectrum.
      %
      %  shape = s.shape(entry, detector)
      %
      %  entry: an entry's name; not given: the default one
      %  detector: a detector's or monitor's name; not given: the entry's default one
      %  returns shape: lengths
      %  Errors: stoner:KeyNotFound (entry, detector)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_shape', 'n', obj, varargin);
    end
    function varargout = frame_count(obj, varargin)
      %FRAME_COUNT  The number of a detector's frames: the first of three axes; 1 for an image or a spectrum.
      %
      %  n = s.frame_count(entry, detector)
      %
      %  entry: an entry's name; not given: the default one
      %  detector: a detector's or monitor's name; not given: the entry's default one
      %  returns n: how many there are
      %  Errors: stoner:KeyNotFound (entry, detector)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_frame_count', 'n', obj, varargin);
    end
    function varargout = spectrum(obj, varargin)
      %SPECTRUM  The spectrum of a region of the sample: a table with a row for each frame. Its columns are the
      %  axis of frames under its own name ("energy"), "mean" of the region's pixels, "standard error"
      %  (their standard deviation, n - 1, divided by the square root of their number), "pixels" (their
      %  number), and "dwell" and "polarization" where the scan has them. Masked pixels and NaN take no
      %  part. One frame is read at a time: the scan may be larger than memory.
      %
      %  out = s.spectrum(entry, detector, box, region)
      %
      %  entry: an entry's name; not given: the default one
      %  detector: a detector's or monitor's name; not given: the entry's default one
      %  box: {xmin, xmax, ymin, ymax} in pixels of a frame, upper exclusive, -Inf or Inf for the end;
      %      not given: the whole
      %  region: an image of a frame's shape that is not 0 in the pixels of the region; instead of a box.
      %      A masked pixel of it is outside
      %  returns out: a stoner.Table: the new table
      %  Errors: stoner:InvalidArgument (box and region); stoner:OutOfRange (box); stoner:Shape (region,
      %      or a detector without images); stoner:KeyNotFound (entry, detector); as Scan.image
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_spectrum', 't', obj, varargin);
    end
    function varargout = points(obj, varargin)
      %POINTS  The points of a frame in the order in which they were measured: a table with a row for each. Its
      %  columns are "row" and "column" of the pixel in the image, "value" of the detector, the measured
      %  positions "sample_x" and "sample_y", the nominal ones under the names of the axes ("nominal
      %  sample_x"), and "ring_current", as far as the file has them. The scan request and the detector's
      %  values in time tell the order.
      %
      %  out = s.points(entry, detector, frame)
      %
      %  entry: an entry's name; not given: the default one
      %  detector: a detector's or monitor's name; not given: the entry's default one
      %  frame: its number, from 1
      %  returns out: a stoner.Table: the new table
      %  Errors: stoner:NoResult when the file does not tell the order; as Scan.frame
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_points', 't', obj, varargin);
    end
    function varargout = completeness(obj, varargin)
      %COMPLETENESS  The part of a detector's values that were written, as far as the file's storage tells, which
      %  counts chunks: 1 for a complete scan, less for one that was stopped or is going on. NaN where
      %  the file does not tell.
      %
      %  fraction = s.completeness(entry, detector)
      %
      %  entry: an entry's name; not given: the default one
      %  detector: a detector's or monitor's name; not given: the entry's default one
      %  returns fraction: 0 to 1, or NaN
      %  Errors: stoner:KeyNotFound (entry, detector); as Scan.image
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_completeness', 'n', obj, varargin);
    end
    function varargout = refresh(obj, varargin)
      %REFRESH  The scan as its file is now: a file that another program writes grows. The handle that is given
      %  stays as it is. Frames first to first + n - 1 of the detector are new, or may have changed: from
      %  the last one of before, if more are in the file by now, and all if the number is the same. n is
      %  0 where the file has not changed. No lock is taken, and the writer is not disturbed.
      %
      %  [out, first, n] = s.refresh(entry, detector)
      %
      %  entry: an entry's name; not given: the default one
      %  detector: a detector's or monitor's name; not given: the entry's default one
      %  returns out: a stoner.Scan: the new scan
      %  returns first: receives the first frame that is new; counted from 1
      %  returns n: receives the number of frames from it on
      %  Errors: stoner:KeyNotFound (entry, detector); as stoner.Library.scan_open
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('scan_refresh', 'snn', obj, varargin);
    end
  end

  methods (Static)
    function obj = loadobj(saved)
      %LOADOBJ  MATLAB only: the scan of the file that saveobj named; load calls it.
      obj = stoner.Scan(saved);
    end
  end
end
