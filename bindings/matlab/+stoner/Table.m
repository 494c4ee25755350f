% Made from interface/interface.json by bindings/generator: do not edit. By hand is what templates/ has.
classdef Table < stoner.internal.Counted
%TABLE  Named columns of numbers with units and metadata: a histogram, a profile, a spectrum.
%  t = stoner.Table('profile.csv')
%  t = stoner.Table([x y], {'x', 'y'}, {'um', ''})
%  t = im.profile_line([0 0], [20 10])
%
%  t.Distance, t('Intensity 0'), t.column(1)   one column; use parentheses for a name that is also a method's
%  t(1:5, :), t(end, 'Distance')               rows and columns, from 1, as a matrix
%  double(t), size(t), t.names(), t.units()
%  t.metadata.energy                           see stoner.Metadata
%  plot(t), plot(t, 'Distance', 'Intensity')   in the current axes; t.plot('name.png') saves a figure
%  table(t)                                    a table of MATLAB's own
%
%  See also stoner.Image, stoner.Metadata.
  properties (Access = private, Transient, Hidden)
    % The handle and the context. Only methods get them: see stoner.internal.hand.
    kept = struct('handle', [], 'context', {[]});
  end
  properties (Dependent, SetAccess = private, Hidden)
    % What a file holds of it: MATLAB writes it by saveobj, Octave since it is a property.
    stored
  end

  methods
    function obj = Table(values, names, units)
      %TABLE  Loads a table, makes one of a matrix, or an empty one.
      if nargin == 1 && isa(values, 'stoner.internal.Made')
        obj.kept = struct('handle', values.handle, 'context', {values.context});
        return
      end
      saved = nargin == 1 && ~isempty(stoner.internal.saved_of(values, 'stoner.Table'));
      try
        if nargin == 1 && (ischar(values) || isa(values, 'string'))
          obj.kept = struct('handle', stoner_mex('table_load', [], stoner.internal.bare(values)), 'context', {[]});
          return
        end
        obj.kept = struct('handle', stoner_mex('table_new', []), 'context', {[]});
      catch trouble
        stoner.internal.raise(trouble);
      end
      if nargin == 0
        return
      end
      if saved
        values = stoner.internal.saved_of(values, 'stoner.Table');
        obj.set_metadata(stoner.Metadata(values.metadata));
        names = values.names;
        units = values.units;
        values = values.values;
      elseif nargin == 1 || ~iscell(names) || numel(names) ~= size(values, 2)
        error('stoner:InvalidArgument', 'stoner.Table takes a path, or a matrix and the name of each of its columns');
      elseif nargin < 3
        units = repmat({''}, 1, numel(names));
      end
      for k = 1:size(values, 2)
        obj.add_column(names{k}, units{k}, values(:, k));
      end
    end

    function delete(obj)
      %DELETE  Frees the table.
      handle = raw_handle(obj);
      if ~isempty(handle)
        obj.kept = struct('handle', [], 'context', {[]});
        stoner_mex('table_free', [], handle);
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
      %RAW_HANDLE  The library's number of the table, for stoner_mex; [] after delete. It means nothing in another session.
      obj.kept;
      kept = stoner.internal.hand();
      handle = kept.handle;
    end

    function value = context(obj)
      %CONTEXT  The stoner.Context of calls on the table, or []; set_context sets it.
      obj.kept;
      kept = stoner.internal.hand();
      value = kept.context;
    end

    function set_context(obj, value)
      %SET_CONTEXT  Sets the stoner.Context of calls on the table; []: none.
      if ~isempty(value) && ~isa(value, 'stoner.Context')
        error('stoner:InvalidHandle', 'a context is a stoner.Context, not %s', class(value));
      end
      obj.kept = struct('handle', raw_handle(obj), 'context', {value});
    end

    function saved = saveobj(obj)
      %SAVEOBJ  The table as a struct, which a file can hold; stoner.Table(saved) makes a table of it again.
      %  save and load of MATLAB call it. In Octave: save('-v7', 'name.mat', 't'), s = load('name.mat'), t = stoner.Table(s.t).
      saved = [];
      if ~isempty(raw_handle(obj))
        saved = struct('class', 'stoner.Table', 'values', double(obj), 'names', {names(obj)}, 'units', {units(obj)}, 'metadata', saveobj(metadata(obj)));
      end
    end

    function texts = names(obj)
      %NAMES  The names of the columns, as a cell of texts.
      texts = cell(1, column_count(obj));
      for k = 1:numel(texts)
        texts{k} = column_name(obj, k);
      end
    end

    function texts = units(obj)
      %UNITS  The units of the columns, as a cell of texts.
      texts = cell(1, column_count(obj));
      for k = 1:numel(texts)
        texts{k} = column_unit(obj, k);
      end
    end

    function values = column(obj, which)
      %COLUMN  The values of one column, by its name or its number, from 1.
      if ischar(which) || isa(which, 'string')
        which = column_index(obj, which);
      end
      values = read_column(obj, which);
    end

    function values = double(obj)
      %DOUBLE  All columns as a matrix.
      values = reshape(read(obj, true), row_count(obj), []);
    end

    function made = table(obj)
      %TABLE  MATLAB only: a table of MATLAB's own, with the names and units of the columns.
      made = array2table(double(obj), 'VariableNames', matlab.lang.makeUniqueStrings(matlab.lang.makeValidName(names(obj))));
      made.Properties.VariableUnits = units(obj);
      made.Properties.VariableDescriptions = names(obj);
    end

    function varargout = size(obj, varargin)
      %SIZE  Rows and columns.
      sizes = [row_count(obj), column_count(obj)];
      if ~isempty(varargin)
        dims = stoner.internal.check_dims('size', varargin{1});
        sizes(end + 1:max(dims)) = 1;
        varargout = {sizes(dims)};
      elseif nargout > 1
        varargout = num2cell([sizes, ones(1, nargout - 2)]);
      else
        varargout = {sizes};
      end
    end

    function n = height(obj)
      %HEIGHT  The number of rows.
      n = row_count(obj);
    end

    function n = width(obj)
      %WIDTH  The number of columns.
      n = column_count(obj);
    end

    function n = end(obj, k, of)
      %END  The last row or column.
      sizes = [size(obj), 1];
      n = sizes(min(k, 3));
      if of == 1
        n = sizes(2);
      end
    end

    function yes = isempty(obj)
      %ISEMPTY  Whether there are no values.
      yes = ~isempty(raw_handle(obj)) && prod(size(obj)) == 0;
    end

    function same = isequal(a, b)
      %ISEQUAL  Whether two tables have the same columns.
      same = isa(a, 'stoner.Table') && isa(b, 'stoner.Table') && logical(a.equal(b));
    end

    function disp(obj)
      %DISP  Shows the columns, with their units, and the first rows.
      if isempty(raw_handle(obj))
        fprintf('  stoner.Table, deleted\n');
        return
      end
      stoner.internal.show_table(obj);
    end

    function varargout = plot(obj, varargin)
      %PLOT  Draws columns as lines in the current axes, or saves a figure in a PNG file.
      %  plot(t)                                one column over another as usual: Intensity over Distance, mean over r, count over
      %                                         centre, else all others over the first
      %  plot(t, 'Distance', 'Intensity')       a column over another; of several names, in a cell, each
      %  plot(t, 'Distance', 'Intensity', 'r-') further inputs are those of MATLAB's plot
      %  h = plot(...)
      %  t.plot('name.png', 'grid', true, ...)  saves a figure that the library draws, without a screen; its options are in
      %                                         stoner.help('Table.plot_rgba'); columns by number count from 1
      if ~isempty(varargin) && (ischar(varargin{1}) || isa(varargin{1}, 'string')) && ~any(strcmp(names(obj), varargin{1})) && ...
         ~isempty(strfind(char(varargin{1}), '.'))
        stoner.internal.invoke('table_plot', '', obj, {char(varargin{1}), stoner.internal.options(varargin(2:end), {'x', 'y', 'yerr'})});
        varargout = cell(1, nargout);
        return
      end
      lines = stoner.internal.plot_table(obj, varargin);
      if nargout > 0
        varargout = {lines};
      end
    end

    function varargout = subsref(obj, s)
      %SUBSREF  t.name, t('name'), t(rows, columns), t.method(...).
      gives = -1;
      if strcmp(s(1).type, '.')
        gives = stoner.internal.method_outputs('Table', s(1).subs);
      end
      rest = s(2:end);
      if strcmp(s(1).type, '()') && numel(s(1).subs) == 1 && (ischar(s(1).subs{1}) || isa(s(1).subs{1}, 'string')) && ~strcmp(s(1).subs{1}, ':')
        value = column(obj, s(1).subs{1});
      elseif strcmp(s(1).type, '()') && numel(s(1).subs) == 2
        value = double(obj);
        subs = stoner.internal.subscripts(size(obj), {s(1).subs{1}, columns(obj, s(1).subs{2})});
        value = value(subs{:});
      elseif ~strcmp(s(1).type, '.')
        error('stoner:InvalidArgument', 'a table is indexed by the name of a column, or by rows and columns: t(1:5, :)');
      elseif gives >= 0
        args = {};
        if ~isempty(rest) && strcmp(rest(1).type, '()')
          args = rest(1).subs;
          rest = rest(2:end);
        end
        [varargout{1:stoner.internal.outputs(nargout, rest, gives)}] = feval(s(1).subs, obj, args{:});
        if isempty(rest)
          return
        end
        value = varargout{1};
      else
        value = column(obj, s(1).subs);
      end
      if isempty(rest)
        varargout = {value};
      else
        [varargout{1:nargout}] = stoner.internal.chained(value, rest);
      end
    end

    function n = numArgumentsFromSubscript(~, ~, ~)
      %NUMARGUMENTSFROMSUBSCRIPT  MATLAB only: an index gives one value.
      n = 1;
    end

    function varargout = clone(obj, varargin)
      %CLONE  Makes a second table with the same content. Copies no numbers.
      %
      %  out = t.clone()
      %
      %  returns out: a stoner.Table: the new table
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_clone', 't', obj, varargin);
    end
    function varargout = equal(obj, varargin)
      %EQUAL  Whether two tables have the same columns in the same order: names, units, values (NaN equals
      %  NaN); with `all` also the same metadata.
      %
      %  equal = t.equal(b, all)
      %
      %  b
      %  all: false: columns only; true: metadata too; default false
      %  returns equal: 0 or true
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_equal', 'n', obj, varargin);
    end
    function varargout = row_count(obj, varargin)
      %ROW_COUNT  The number of rows; 0 without columns.
      %
      %  n = t.row_count()
      %
      %  returns n: how many there are
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_row_count', 'n', obj, varargin);
    end
    function varargout = column_count(obj, varargin)
      %COLUMN_COUNT  The number of columns.
      %
      %  n = t.column_count()
      %
      %  returns n: how many there are
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_column_count', 'n', obj, varargin);
    end
    function varargout = column_name(obj, varargin)
      %COLUMN_NAME  A column's name, without its unit.
      %
      %  buffer = t.column_name(column)
      %
      %  column: its number, from 1
      %  returns buffer: text
      %  Errors: stoner:OutOfRange
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_column_name', 'n', obj, varargin);
    end
    function varargout = column_unit(obj, varargin)
      %COLUMN_UNIT  A column's unit; "" where it has none.
      %
      %  buffer = t.column_unit(column)
      %
      %  column: its number, from 1
      %  returns buffer: text
      %  Errors: stoner:OutOfRange
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_column_unit', 'n', obj, varargin);
    end
    function varargout = column_index(obj, varargin)
      %COLUMN_INDEX  The column with a name: the first, where several share it.
      %
      %  column = t.column_index(name)
      %
      %  name: without its unit
      %  returns column: 0 to the number of columns - 1; counted from 1
      %  Errors: stoner:KeyNotFound; the message has the names that there are
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_column_index', 'n', obj, varargin);
    end
    function set_column_name(obj, varargin)
      %SET_COLUMN_NAME  Renames a column.
      %
      %  t.set_column_name(column, name)
      %
      %  column: its number, from 1
      %  name: its name
      %  Errors: stoner:OutOfRange
      stoner.internal.invoke('table_set_column_name', '', obj, varargin);
    end
    function set_column_unit(obj, varargin)
      %SET_COLUMN_UNIT  Sets a column's unit.
      %
      %  t.set_column_unit(column, unit)
      %
      %  column: its number, from 1
      %  unit: [] or "": none
      %  Errors: stoner:OutOfRange
      stoner.internal.invoke('table_set_column_unit', '', obj, varargin);
    end
    function varargout = read_column(obj, varargin)
      %READ_COLUMN  The values of one column.
      %
      %  buffer = t.read_column(column)
      %
      %  column: its number, from 1
      %  returns buffer: values
      %  Errors: stoner:OutOfRange; stoner:BufferTooSmall
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_read_column', 'n', obj, varargin);
    end
    function varargout = read(obj, varargin)
      %READ  The values of all columns.
      %
      %  buffer = t.read(column_major)
      %
      %  column_major: false: row by row, as C has a matrix of rows x columns; true: column by column, as
      %      MATLAB has it; default false
      %  returns buffer: values
      %  Errors: stoner:BufferTooSmall
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_read', 'n', obj, varargin);
    end
    function add_column(obj, varargin)
      %ADD_COLUMN  Adds a column after the others.
      %
      %  t.add_column(name, unit, values)
      %
      %  name: its name
      %  unit: [] or "": none
      %  values: values, which are copied
      %  Errors: stoner:Shape when it is not
      stoner.internal.invoke('table_add_column', '', obj, varargin);
    end
    function varargout = metadata(obj, varargin)
      %METADATA  A copy of the metadata: in a table that was made from an image, those of the image, without
      %  planes and grid, which belong to its pixels. Later changes of one do not change the other.
      %
      %  out = t.metadata()
      %
      %  returns out: a stoner.Metadata: the new metadata
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_metadata', 'm', obj, varargin);
    end
    function set_metadata(obj, varargin)
      %SET_METADATA  Replaces all metadata of a table.
      %
      %  t.set_metadata(metadata)
      %
      %  metadata
      stoner.internal.invoke('table_set_metadata', '', obj, varargin);
    end
    function save(obj, varargin)
      %SAVE  Saves a table as text, to a temporary file, which is then renamed. In both formats a column with
      %  a unit is headed "name (unit)", numbers have a decimal point and enough digits to restore the
      %  same value, and NaN is "nan". "csv" (RFC 4180): one line of names, then the rows; no metadata.
      %  "tdi": the format of the Python package, which loads it as Stoner.Data; metadata stand in the
      %  first of its columns (their units are not in it).
      %
      %  t.save(path, format)
      %
      %  path: UTF-8
      %  format: "csv" or "tdi"; not given: by the extension of the name: .csv, or for TDI .tdi, .txt,
      %      .dat
      %  Errors: stoner:InvalidArgument for another format or extension; stoner:FileNotFound (no such
      %      folder); stoner:IO
      stoner.internal.invoke('table_save', '', obj, varargin);
    end
    function varargout = plot_rgba(obj, varargin)
      %PLOT_RGBA  Columns of a table as a figure of a given size, into the caller's memory. As Table.plot.
      %
      %  rgba = t.plot_rgba(options, width, height)
      %
      %  options: those of Table.plot without "width" and "height"; not given: the defaults
      %  width: the width of the picture
      %  height: the height of the picture
      %  returns rgba: 4 `width` `height`
      %  Errors: as Table.plot; stoner:BufferTooSmall
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_plot_rgba', 'n', obj, stoner.internal.with_options(varargin));
    end
    function varargout = plot_layout(obj, varargin)
      %PLOT_LAYOUT  The places of the parts of a figure as drawn by Table.plot_rgba: a column for each part (figure,
      %  axes, title, x_label, x_tick_0, ..., y_..., legend, legend_0, ...), four rows: xmin, xmax, ymin,
      %  ymax in pixels of the picture, the upper ends exclusive. For programs that handle mouse clicks.
      %  No picture is made.
      %
      %  out = t.plot_layout(options, width, height)
      %
      %  options: those of Table.plot_rgba; not given: the defaults
      %  width: the width of the picture
      %  height: the height of the picture
      %  returns out: a stoner.Table: the new table
      %  Errors: as Table.plot_rgba
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_plot_layout', 't', obj, stoner.internal.with_options(varargin));
    end
  end

  methods (Static)
    function obj = loadobj(saved)
      %LOADOBJ  MATLAB only: the table of what saveobj wrote; load calls it.
      obj = stoner.Table(saved);
    end
  end
end

function chosen = columns(obj, which)
  % The numbers of columns that are chosen by name.
  chosen = which;
  if iscell(which)
    chosen = cellfun(@(name) column_index(obj, name), which);
  elseif (ischar(which) || isa(which, 'string')) && ~isequal(which, ':')
    chosen = column_index(obj, which);
  end
end
