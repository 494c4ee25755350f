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
  %BY-HAND table_free: stoner.Table/delete
  %BY-HAND table_load: stoner.Table
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

%HANDLE

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

%METHODS
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
