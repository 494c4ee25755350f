classdef Metadata < handle
%METADATA  Typed values under names, in order, each with a unit.
%  md = im.metadata                             a copy of an image's; im.metadata = md puts it back
%  md = stoner.Metadata(struct('energy', 708.5))
%
%  md.control.energy, md('control.energy')      a value; use parentheses for a name that is also a method's
%  md.energy                                    if there is no such entry, the scan's setting collection.energy.value
%  md.collection.energy, md.group('control')    the entries whose names begin with collection.energy., as metadata of their own;
%                                               md.groups() lists the groups, disp shows them
%  md.note = 'text', md('sample 1') = int64(3)  sets an entry
%  md.keys(), md.values(), md.unit('control.energy'), md.set('width', 2.5, 'um')
%
%  Values: logical, int64, double, complex, text, uint8 rows (bytes), arrays, cells (lists), stoner.Metadata (clusters), [] (none).
%
%  See also stoner.Image.
  %BY-HAND metadata_free: stoner.Metadata/delete
  properties (Access = private, Transient, Hidden)
    % The handle and the context. Only methods get them: see stoner.internal.hand.
    kept = struct('handle', [], 'context', {[]});
  end
  properties (Dependent, SetAccess = private, Hidden)
    % What a file holds of it: MATLAB writes it by saveobj, Octave since it is a property.
    stored
  end

  methods
    function obj = Metadata(values)
      %METADATA  Makes metadata without entries, or of a struct.
      if nargin == 1 && isa(values, 'stoner.internal.Made')
        obj.kept = struct('handle', values.handle, 'context', {values.context});
        return
      end
      if nargin == 1 && ~isstruct(values)
        error('stoner:InvalidArgument', 'stoner.Metadata takes a struct, not %s', class(values));
      end
      obj.kept = struct('handle', stoner_mex('metadata_new', []), 'context', {[]});
      if nargin == 1 && ~isempty(stoner.internal.saved_of(values, 'stoner.Metadata'))
        stoner.internal.unpack_metadata(obj, stoner.internal.saved_of(values, 'stoner.Metadata'));
      elseif nargin == 1
        names = fieldnames(values);
        for k = 1:numel(names)
          obj.set(names{k}, values.(names{k}));
        end
      end
    end

    function delete(obj)
      %DELETE  Frees the metadata.
      handle = raw_handle(obj);
      if ~isempty(handle)
        obj.kept = struct('handle', [], 'context', {[]});
        stoner_mex('metadata_free', [], handle);
      end
    end

%HANDLE

    function saved = saveobj(obj)
      %SAVEOBJ  The metadata as a struct, which a file can hold; stoner.Metadata(saved) makes metadata of it again.
      %  save and load of MATLAB call it. In Octave: save('-v7', 'name.mat', 'md'), s = load('name.mat'), md = stoner.Metadata(s.md).
      saved = [];
      if ~isempty(raw_handle(obj))
        saved = stoner.internal.pack_metadata(obj);
      end
    end

    function names = keys(obj)
      %KEYS  All names, in order, as a cell of texts.
      names = cell(1, obj.count());
      for k = 1:numel(names)
        names{k} = key(obj, k);
      end
    end

    function all = values(obj)
      %VALUES  All values, in order, as a cell.
      all = cellfun(@(key) obj.get(key), obj.keys(), 'UniformOutput', false);
    end

    function pairs = items(obj)
      %ITEMS  Names and values: a cell of two columns.
      pairs = [obj.keys().', obj.values().'];
    end

    function value = get(obj, key, fallback)
      %GET  The value under a name.
      %  value = md.get(key)
      %  value = md.get(key, fallback)   if there is no such entry
      if nargin > 2 && ~obj.contains(key)
        value = fallback;
        return
      end
      switch obj.type(key)
        case 1
          value = [];
        case 2
          value = logical(obj.get_bool(key));
        case 3
          value = obj.get_i64(key);
        case 4
          value = obj.get_f64(key);
        case 5
          [re, im] = obj.get_complex(key);
          value = complex(re, im);
        case {6, 8}
          value = obj.get_string(key);
        case 7
          value = obj.get_bytes(key);
        case 9
          array = obj.get_array(key);
          value = array.data();
        case 11
          value = obj.get_nested(key);
        otherwise
          nested = obj.get_nested(key);
          value = nested.values();
      end
    end

    function set(obj, key, value, unit)
      %SET  Sets an entry: its type is that of the value.
      %  md.set(key, value)
      %  md.set(key, value, unit)
      if isa(value, 'string')
        value = char(value);  % MATLAB only
      end
      if isa(value, 'stoner.Metadata')
        obj.set_cluster(key, value);
      elseif isstruct(value) && isscalar(value)
        obj.set_cluster(key, stoner.Metadata(value));
      elseif iscell(value)
        list = stoner.Metadata();
        for k = 1:numel(value)
          list.set(sprintf('%d', k - 1), value{k});
        end
        obj.set_list(key, list);
      elseif ischar(value)
        obj.set_string(key, value);
      elseif isa(value, 'stoner.Image')
        obj.set_array(key, value);
      elseif isempty(value) && isa(value, 'double') && isequal(builtin('size', value), [0 0])
        obj.set_none(key);
      elseif ~isnumeric(value) && ~islogical(value)
        error('stoner:InvalidArgument', 'metadata cannot hold a value of class %s', class(value));
      elseif numel(value) ~= 1
        rank = 2;
        if isvector(value)
          rank = 1;
        elseif ndims(value) > 2
          rank = ndims(value);
        end
        array = stoner.Image(value, 'ndim', rank);
        obj.set_array(key, array);
      elseif islogical(value)
        obj.set_bool(key, value);
      elseif isinteger(value)
        obj.set_i64(key, value);
      elseif iscomplex_(value)
        obj.set_complex(key, real(value), imag(value));
      else
        obj.set_f64(key, value);
      end
      if nargin > 3
        obj.set_unit(key, unit);
      end
    end

    function yes = isKey(obj, key)
      %ISKEY  Whether there is an entry of that name.
      yes = logical(obj.contains(key));
    end

    function same = isequal(a, b)
      %ISEQUAL  Whether two metadata have the same entries.
      same = isa(a, 'stoner.Metadata') && isa(b, 'stoner.Metadata') && logical(a.equal(b));
    end

    function found = groups(obj)
      %GROUPS  The first parts of names that have further parts, as a cell: collection, control, ...
      all_names = keys(obj);
      found = regexp(all_names, '^[^.]+(?=\.)', 'match', 'once');
      found = unique(found(~cellfun(@isempty, found)), 'stable');
    end

    function md = group(obj, name)
      %GROUP  The entries whose names begin with a name and a dot, without these, as metadata of their own: md.group('control').
      %  They are a copy: an entry is set by its whole name, md.control.energy = 700.
      md = stoner.internal.group_of(obj, char(name));
      if isempty(md)
        error('stoner:KeyNotFound', 'there is no group ''%s''; there are: %s', char(name), strjoin(groups(obj), ', '));
      end
    end

    function found = fieldnames(obj)
      %FIELDNAMES  What may follow md. : names of entries, and groups.
      found = [setdiff(keys(obj), regexp(keys(obj), '.*\..*', 'match', 'once'), 'stable'), groups(obj)].';
    end

    function disp(obj)
      %DISP  Shows the entries, and of each group how many it has.
      if isempty(raw_handle(obj))
        fprintf('  stoner.Metadata, deleted\n');
        return
      end
      stoner.internal.show_metadata(obj);
    end

    function key = resolve(obj, names)
      %RESOLVE  The entry that a dotted name refers to: one with that name, or a setting of the scan.
      key = strjoin(names, '.');
      if ~obj.contains(key) && numel(names) == 1
        setting = ['collection.', key, '.value'];
        if obj.contains(setting)
          key = setting;
        end
      end
    end

    function varargout = subsref(obj, s)
      %SUBSREF  md.name.name, md('name'), md.method(...).
      gives = -1;
      if strcmp(s(1).type, '.')
        gives = stoner.internal.method_outputs('Metadata', s(1).subs);
      end
      if strcmp(s(1).type, '()') && numel(s(1).subs) == 1 && (ischar(s(1).subs{1}) || isa(s(1).subs{1}, 'string'))
        value = obj.get(s(1).subs{1});
        rest = s(2:end);
      elseif ~strcmp(s(1).type, '.')
        error('stoner:InvalidArgument', 'metadata are indexed by the name of an entry');
      elseif gives >= 0
        args = {};
        rest = s(2:end);
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
        n = leading_names(s);
        names = {s(1:n).subs};
        % The longest path that is an entry or a group; what follows belongs to its value.
        value = [];
        found = false;
        while n > 0 && ~found
          key = resolve(obj, names(1:n));
          found = logical(contains(obj, key));
          if found
            value = get(obj, key);
          else
            value = stoner.internal.group_of(obj, strjoin(names(1:n), '.'));
            found = ~isempty(value) && (n == numel(names) || n < numel(names) && any(strcmp(names{n + 1}, methods_of_metadata())));
          end
          n = n - ~found;
        end
        if ~found
          key = resolve(obj, names);
          error('stoner:KeyNotFound', 'there is no metadata entry ''%s''%s', strjoin(names, '.'), like_it(obj, names));
        end
        rest = s(n + 1:end);
      end
      if isempty(rest)
        varargout = {value};
      else
        [varargout{1:nargout}] = stoner.internal.chained(value, rest);
      end
    end

    function obj = subsasgn(obj, s, value)
      %SUBSASGN  md.name.name = value, md('name') = value.
      if strcmp(s(1).type, '()') && numel(s) == 1 && numel(s(1).subs) == 1 && (ischar(s(1).subs{1}) || isa(s(1).subs{1}, 'string'))
        obj.set(s(1).subs{1}, value);
      elseif strcmp(s(1).type, '.') && numel(s) == 1 && strcmp(s(1).subs, 'context')
        set_context(obj, value);
      elseif strcmp(s(1).type, '.') && leading_names(s) == numel(s)
        obj.set(obj.resolve({s.subs}), value);
      else
        error('stoner:InvalidArgument', 'metadata are set by the name of an entry: md.name = value, md(''name'') = value');
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
      %LOADOBJ  MATLAB only: the metadata of what saveobj wrote; load calls it.
      obj = stoner.Metadata(saved);
    end
  end
end

function names = methods_of_metadata()
  names = stoner.internal.method_outputs('Metadata');
end

function text = like_it(obj, names)
  % For a message: entries that have the last part of a name that there is not.
  all_names = keys(obj);
  alike = all_names(~cellfun(@isempty, strfind(lower(all_names), lower(names{end}))));
  text = '';
  if ~isempty(alike)
    text = ['; there is ', strjoin(alike(1:min(end, 5)), ', ')];
  end
end

function yes = iscomplex_(value)
  yes = isnumeric(value) && ~isreal(value);
end

function n = leading_names(s)
  n = find(~strcmp({s.type}, '.'), 1) - 1;
  if isempty(n)
    n = numel(s);
  end
end
