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
  %BY-HAND table_free: stoner.Table/delete
  %BY-HAND table_load: stoner.Table
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

%METHODS
  end
end
