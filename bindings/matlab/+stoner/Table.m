% Made from interface/interface.json by bindings/generator: do not edit. By hand is what templates/ has.
classdef Table < handle
%TABLE  Named columns of numbers with units and metadata: a histogram, a profile, a spectrum.
%  t = stoner.Table('profile.csv')
%  t = stoner.Table([x y], {'x', 'y'}, {'um', ''})
%  t = im.profile_line([0 0], [20 10])
%
%  t.Distance, t('Intensity 0'), t.column(0)   one column; use parentheses for a name that is also a method's
%  double(t)                                   all columns as a matrix
%  t.names(), t.units(), t.metadata()
%
%  See also stoner.Image, stoner.Metadata.
  properties (SetAccess = private, Hidden)
    handle = [];
  end
  properties
    context = [];
  end

  methods
    function obj = Table(values, names, units)
      %TABLE  Loads a table, makes one of a matrix, or an empty one.
      if nargin == 1 && isstruct(values)
        obj.handle = values.handle;
        obj.context = values.context;
        return
      end
      try
        if nargin == 1 && (ischar(values) || isa(values, 'string'))
          obj.handle = stoner_mex('table_load', [], stoner.internal.bare(values));
          return
        end
        obj.handle = stoner_mex('table_new', []);
        if nargin == 0
          return
        end
      catch trouble
        stoner.internal.raise(trouble);
      end
      if nargin == 1 || ~iscell(names) || numel(names) ~= size(values, 2)
        error('stoner:InvalidArgument', 'stoner.Table takes a path, or a matrix and the name of each of its columns');
      end
      for k = 1:size(values, 2)
        unit = '';
        if nargin > 2
          unit = units{k};
        end
        obj.add_column(names{k}, unit, values(:, k));
      end
    end

    function delete(obj)
      %DELETE  Frees the table.
      handle = obj.handle;
      obj.handle = [];
      if ~isempty(handle)
        stoner_mex('table_free', [], handle);
      end
    end

    function texts = names(obj)
      %NAMES  The names of the columns, as a cell of texts.
      texts = cell(1, obj.column_count());
      for k = 1:numel(texts)
        texts{k} = obj.column_name(k - 1);
      end
    end

    function texts = units(obj)
      %UNITS  The units of the columns, as a cell of texts.
      texts = cell(1, obj.column_count());
      for k = 1:numel(texts)
        texts{k} = obj.column_unit(k - 1);
      end
    end

    function values = column(obj, which)
      %COLUMN  The values of one column, by its name or its number (from 0).
      if ischar(which) || isa(which, 'string')
        which = obj.column_index(which);
      end
      values = obj.read_column(which);
    end

    function values = double(obj)
      %DOUBLE  All columns as a matrix.
      values = reshape(obj.read(true), obj.row_count(), []);
    end

    function sizes = size(obj, varargin)
      %SIZE  Rows and columns.
      sizes = [obj.row_count(), obj.column_count()];
      if ~isempty(varargin)
        sizes = sizes(varargin{1});
      end
    end

    function same = isequal(a, b)
      %ISEQUAL  Whether two tables have the same columns.
      same = isa(a, 'stoner.Table') && isa(b, 'stoner.Table') && logical(a.equal(b));
    end

    function disp(obj)
      %DISP  Shows the size and the columns.
      if isempty(obj.handle)
        fprintf('  stoner.Table, deleted\n');
        return
      end
      fprintf('  stoner.Table: %d rows, %d columns\n', obj.row_count(), obj.column_count());
      names = obj.names();
      units = obj.units();
      for k = 1:numel(names)
        fprintf('    %s [%s]\n', names{k}, units{k});
      end
    end

    function varargout = subsref(obj, s)
      %SUBSREF  t.name, t('name'), t.method(...).
      gives = -1;
      if strcmp(s(1).type, '.')
        gives = stoner.internal.method_outputs('Table', s(1).subs);
      end
      rest = s(2:end);
      if strcmp(s(1).type, '()') && numel(s(1).subs) == 1 && ischar(s(1).subs{1})
        value = obj.column(s(1).subs{1});
      elseif ~strcmp(s(1).type, '.')
        error('stoner:InvalidArgument', 'a table is indexed by the name of a column');
      elseif any(strcmp(s(1).subs, {'handle', 'context'}))
        value = obj.(s(1).subs);
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
        value = obj.column(s(1).subs);
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
      %  returns out: a new stoner.Table.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_clone', 't', obj, varargin);
    end
    function varargout = equal(obj, varargin)
      %EQUAL  Whether two tables have the same columns in the same order: names, units, values (NaN equals
      %  NaN); with `all` also the same metadata.
      %
      %  equal = t.equal(b, all)
      %
      %  b
      %  all: 0: columns only; 1: metadata too; default false
      %  returns equal: 0 or 1
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
      %  column: 0 to the number of columns - 1
      %  returns buffer: `capacity` bytes; receives text with its NUL
      %  Errors: stoner:OutOfRange
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_column_name', 'n', obj, varargin);
    end
    function varargout = column_unit(obj, varargin)
      %COLUMN_UNIT  A column's unit; "" where it has none.
      %
      %  buffer = t.column_unit(column)
      %
      %  column: 0 to the number of columns - 1
      %  returns buffer: `capacity` bytes; receives text with its NUL
      %  Errors: stoner:OutOfRange
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_column_unit', 'n', obj, varargin);
    end
    function varargout = column_index(obj, varargin)
      %COLUMN_INDEX  The column with a name: the first, where several share it.
      %
      %  column = t.column_index(name)
      %
      %  name: without its unit
      %  returns column: 0 to the number of columns - 1
      %  Errors: stoner:KeyNotFound; the message has the names that there are
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_column_index', 'n', obj, varargin);
    end
    function set_column_name(obj, varargin)
      %SET_COLUMN_NAME  Renames a column.
      %
      %  t.set_column_name(column, name)
      %
      %  column: 0 to the number of columns - 1
      %  name: its name
      %  Errors: stoner:OutOfRange
      stoner.internal.invoke('table_set_column_name', '', obj, varargin);
    end
    function set_column_unit(obj, varargin)
      %SET_COLUMN_UNIT  Sets a column's unit.
      %
      %  t.set_column_unit(column, unit)
      %
      %  column: 0 to the number of columns - 1
      %  unit: [] or "": none
      %  Errors: stoner:OutOfRange
      stoner.internal.invoke('table_set_column_unit', '', obj, varargin);
    end
    function varargout = read_column(obj, varargin)
      %READ_COLUMN  The values of one column.
      %
      %  buffer = t.read_column(column)
      %
      %  column: 0 to the number of columns - 1
      %  returns buffer: `capacity` values
      %  Errors: stoner:OutOfRange; stoner:BufferTooSmall
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_read_column', 'n', obj, varargin);
    end
    function varargout = read(obj, varargin)
      %READ  The values of all columns.
      %
      %  buffer = t.read(column_major)
      %
      %  column_major: 0: row by row, as C has a matrix of rows x columns; 1: column by column, as MATLAB
      %      has it; default false
      %  returns buffer: `capacity` values
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
      %  returns out: a new stoner.Metadata.
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
    function plot(obj, varargin)
      %PLOT  Saves columns of a table as a figure, a PNG file: lines, with error bars and a legend on
      %  request. A row without a number in one of the two columns interrupts a line. Written to a
      %  temporary file, which is then renamed. Options, besides those of all figures, see the section
      %  "Pictures" (the table's own title is its metadata entry "title"): "x" (a column by name or by
      %  number from 0; default that of the table's usual plot, a column "energy" or "photon energy", the
      %  first, or the number of the row where there is but one), "y" (a column or a list of columns;
      %  default those of the usual plot, else all others), "yerr" (as many columns: the half lengths of
      %  error bars), "label" (as many texts; default the columns' names), "color" (a list; default
      %  matplotlib's cycle), "legend" (default where there are several lines), "marker" (none; o),
      %  "linestyle" (- -- : none), "linewidth" (pixels), "xscale", "yscale" (linear; log: values that
      %  are not above 0 are left out), "xlim", "ylim" (lists of two numbers), "xlabel", "ylabel"
      %  (default the columns' names and units), "grid". 800 x 600 pixels where no size is given. The
      %  usual plot of a profile along a line is Intensity over Distance, of one along the radius mean
      %  over r with a band of its std, of a histogram count over centre, of a drift x and y over frame
      %  with bands of their sigmas. Such tables keep it when columns are renamed and when they are saved
      %  with their own names and loaded.
      %
      %  t.plot(path, options)
      %
      %  path: UTF-8; a PNG is written: no ending of another format (.pdf, .svg, .jpg)
      %  options: not given: the defaults
      %  Errors: stoner:InvalidArgument; stoner:KeyNotFound, stoner:OutOfRange (a column that there is
      %      not); stoner:NoResult (a table without columns); stoner:FileNotFound (no such folder); stoner:IO
      stoner.internal.invoke('table_plot', '', obj, varargin);
    end
    function varargout = plot_rgba(obj, varargin)
      %PLOT_RGBA  Columns of a table as a figure of a given size, into the caller's memory. As Table.plot.
      %
      %  rgba = t.plot_rgba(options, width, height)
      %
      %  options: those of Table.plot without "width" and "height"; not given: the defaults
      %  width: the width of the picture
      %  height: the height of the picture
      %  returns rgba: `capacity` values; receives 4 `width` `height`
      %  Errors: as Table.plot; stoner:BufferTooSmall
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_plot_rgba', 'n', obj, varargin);
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
      %  returns out: a new stoner.Table.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_plot_layout', 't', obj, varargin);
    end
  end
end
