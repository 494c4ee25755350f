% Made from interface/interface.json by bindings/generator: do not edit. By hand is what templates/ has.
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

    function value = get.kept(obj)
      stoner.internal.hand(obj.kept);
      value = [];
    end

    function value = get.stored(obj)
      value = saveobj(obj);
    end

    function handle = raw_handle(obj)
      %RAW_HANDLE  The library's number of the metadata, for stoner_mex; [] after delete. It means nothing in another session.
      obj.kept;
      kept = stoner.internal.hand();
      handle = kept.handle;
    end

    function value = context(obj)
      %CONTEXT  The stoner.Context of calls on the metadata, or []; set_context sets it.
      obj.kept;
      kept = stoner.internal.hand();
      value = kept.context;
    end

    function set_context(obj, value)
      %SET_CONTEXT  Sets the stoner.Context of calls on the metadata; []: none.
      if ~isempty(value) && ~isa(value, 'stoner.Context')
        error('stoner:InvalidHandle', 'a context is a stoner.Context, not %s', class(value));
      end
      obj.kept = struct('handle', raw_handle(obj), 'context', {value});
    end

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

    function varargout = clone(obj, varargin)
      %CLONE  Makes a second handle with the same content.
      %
      %  out = md.clone()
      %
      %  returns out: a stoner.Metadata: the new metadata
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_clone', 'm', obj, varargin);
    end
    function varargout = equal(obj, varargin)
      %EQUAL  Whether two metadata have the same keys with the same values and units; their order does not
      %  matter. NaN equals NaN.
      %
      %  equal = md.equal(b)
      %
      %  b
      %  returns equal: 0 or true
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_equal', 'n', obj, varargin);
    end
    function varargout = count(obj, varargin)
      %COUNT  The number of entries.
      %
      %  n = md.count()
      %
      %  returns n: how many there are
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_count', 'n', obj, varargin);
    end
    function varargout = key(obj, varargin)
      %KEY  The key at a place in the order. The indices 0 to the number of entries - 1 give all keys.
      %
      %  buffer = md.key(index)
      %
      %  index: its number, from 1
      %  returns buffer: text
      %  Errors: stoner:OutOfRange
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_key', 'n', obj, varargin);
    end
    function varargout = contains(obj, varargin)
      %CONTAINS  Whether there is such a key.
      %
      %  found = md.contains(key)
      %
      %  key: the entry's key
      %  returns found: 0 or true
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_contains', 'n', obj, varargin);
    end
    function varargout = type(obj, varargin)
      %TYPE  The type of a value.
      %
      %  value_type = md.type(key)
      %
      %  key: the entry's key
      %  returns value_type: 'none' to 'tuple'
      %  Errors: stoner:KeyNotFound
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_type', 'n', obj, varargin);
    end
    function varargout = type_name(obj, varargin)
      %TYPE_NAME  The name of a value's type as written in files: "Double Float", "I32", "String", "1D Array
      %  (Double Float)".
      %
      %  buffer = md.type_name(key)
      %
      %  key: the entry's key
      %  returns buffer: text
      %  Errors: stoner:KeyNotFound
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_type_name', 'n', obj, varargin);
    end
    function varargout = unit(obj, varargin)
      %UNIT  The unit of a value; "" when it has none.
      %
      %  buffer = md.unit(key)
      %
      %  key: the entry's key
      %  returns buffer: text
      %  Errors: stoner:KeyNotFound
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_unit', 'n', obj, varargin);
    end
    function set_unit(obj, varargin)
      %SET_UNIT  Sets the unit of a value.
      %
      %  md.set_unit(key, unit)
      %
      %  key: the entry's key
      %  unit: not given: none
      %  Errors: stoner:KeyNotFound
      stoner.internal.invoke('metadata_set_unit', '', obj, varargin);
    end
    function varargout = pop(obj, varargin)
      %POP  Removes an entry; the others keep their order.
      %
      %  out = md.pop(key)
      %
      %  key: the entry's key
      %  returns out: a stoner.Metadata: new metadata with the entry alone
      %  Errors: stoner:KeyNotFound
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_pop', 'm', obj, varargin);
    end
    function varargout = popitem(obj, varargin)
      %POPITEM  Removes the last entry.
      %
      %  out = md.popitem()
      %
      %  returns out: a stoner.Metadata: new metadata with the entry alone
      %  Errors: stoner:KeyNotFound when there is none
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_popitem', 'm', obj, varargin);
    end
    function setdefault(obj, varargin)
      %SETDEFAULT  Sets an entry to a default if its key does not exist.
      %
      %  md.setdefault(key, defaults)
      %
      %  key: the entry's key
      %  defaults: metadata with an entry under the same key, which is copied with its unit
      %  Errors: stoner:KeyNotFound when neither has the key
      stoner.internal.invoke('metadata_setdefault', '', obj, varargin);
    end
    function update(obj, varargin)
      %UPDATE  Sets every entry of another: existing keys keep their place, new ones come last in their order.
      %
      %  md.update(other)
      %
      %  other
      stoner.internal.invoke('metadata_update', '', obj, varargin);
    end
    function clear(obj, varargin)
      %CLEAR  Removes all entries.
      %
      %  md.clear()
      %
      stoner.internal.invoke('metadata_clear', '', obj, varargin);
    end
    function varargout = get_bool(obj, varargin)
      %GET_BOOL  A boolean.
      %
      %  value = md.get_bool(key)
      %
      %  key: the entry's key
      %  returns value: 0 or true
      %  Errors: stoner:KeyNotFound; stoner:MetadataType when the entry is something else
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_get_bool', 'n', obj, varargin);
    end
    function varargout = get_i64(obj, varargin)
      %GET_I64  An integer; a boolean counts as 0 or 1.
      %
      %  value = md.get_i64(key)
      %
      %  key: the entry's key
      %  returns value: the value
      %  Errors: stoner:KeyNotFound; stoner:MetadataType when the entry is something else
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_get_i64', 'n', obj, varargin);
    end
    function varargout = get_f64(obj, varargin)
      %GET_F64  A real number; an integer or boolean is converted.
      %
      %  value = md.get_f64(key)
      %
      %  key: the entry's key
      %  returns value: the value
      %  Errors: stoner:KeyNotFound; stoner:MetadataType when the entry is something else
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_get_f64', 'n', obj, varargin);
    end
    function varargout = get_string(obj, varargin)
      %GET_STRING  Text; of a timestamp its ISO 8601 form.
      %
      %  buffer = md.get_string(key)
      %
      %  key: the entry's key
      %  returns buffer: text
      %  Errors: stoner:KeyNotFound; stoner:MetadataType when the entry is something else
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_get_string', 'n', obj, varargin);
    end
    function varargout = get_complex(obj, varargin)
      %GET_COMPLEX  A complex number; a real one has the imaginary part 0.
      %
      %  [re, im] = md.get_complex(key)
      %
      %  key: the entry's key
      %  returns re: the real part
      %  returns im: the imaginary part
      %  Errors: stoner:KeyNotFound; stoner:MetadataType when the entry is something else
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_get_complex', 'nn', obj, varargin);
    end
    function varargout = get_bytes(obj, varargin)
      %GET_BYTES  Bytes; of text its UTF-8 form.
      %
      %  buffer = md.get_bytes(key)
      %
      %  key: the entry's key
      %  returns buffer: bytes
      %  Errors: stoner:KeyNotFound; stoner:MetadataType when the entry is something else
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_get_bytes', 'n', obj, varargin);
    end
    function varargout = get_array(obj, varargin)
      %GET_ARRAY  An array of numbers, as an image: read its shape, dtype and elements. The grid of an image
      %  ("sample_x") is computed here.
      %
      %  out = md.get_array(key)
      %
      %  key: the entry's key
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:KeyNotFound; stoner:MetadataType when the entry is something else
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_get_array', 'i', obj, varargin);
    end
    function varargout = get_nested(obj, varargin)
      %GET_NESTED  A nested value: a cluster as metadata of its own; a list or tuple as metadata with the keys "0",
      %  "1", ...
      %
      %  out = md.get_nested(key)
      %
      %  key: the entry's key
      %  returns out: a stoner.Metadata: the new metadata
      %  Errors: stoner:KeyNotFound; stoner:MetadataType when the entry is something else
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_get_nested', 'm', obj, varargin);
    end
    function varargout = get_text(obj, varargin)
      %GET_TEXT  Any value as text, in the form that files have: 1.5, True, [1, 2], array([1., 2.]), and text as
      %  it is.
      %
      %  buffer = md.get_text(key)
      %
      %  key: the entry's key
      %  returns buffer: text
      %  Errors: stoner:KeyNotFound
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_get_text', 'n', obj, varargin);
    end
    function varargout = export(obj, varargin)
      %EXPORT  A whole entry as text with its key and type: "energy{Double Float}=708.5".
      %
      %  buffer = md.export(key)
      %
      %  key: the entry's key
      %  returns buffer: text
      %  Errors: stoner:KeyNotFound
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('metadata_export', 'n', obj, varargin);
    end
    function set_bool(obj, varargin)
      %SET_BOOL  Sets a boolean.
      %
      %  md.set_bool(key, value)
      %
      %  key: the entry's key
      %  value: the value
      stoner.internal.invoke('metadata_set_bool', '', obj, varargin);
    end
    function set_i64(obj, varargin)
      %SET_I64  Sets an integer.
      %
      %  md.set_i64(key, value)
      %
      %  key: the entry's key
      %  value: the value
      stoner.internal.invoke('metadata_set_i64', '', obj, varargin);
    end
    function set_f64(obj, varargin)
      %SET_F64  Sets a real number.
      %
      %  md.set_f64(key, value)
      %
      %  key: the entry's key
      %  value: the value
      stoner.internal.invoke('metadata_set_f64', '', obj, varargin);
    end
    function set_string(obj, varargin)
      %SET_STRING  Sets text.
      %
      %  md.set_string(key, value)
      %
      %  key: the entry's key
      %  value: the value
      stoner.internal.invoke('metadata_set_string', '', obj, varargin);
    end
    function set_none(obj, varargin)
      %SET_NONE  Sets an entry without a value.
      %
      %  md.set_none(key)
      %
      %  key: the entry's key
      stoner.internal.invoke('metadata_set_none', '', obj, varargin);
    end
    function set_complex(obj, varargin)
      %SET_COMPLEX  Sets a complex number.
      %
      %  md.set_complex(key, re, im)
      %
      %  key: the entry's key
      %  re: the real part
      %  im: the imaginary part
      stoner.internal.invoke('metadata_set_complex', '', obj, varargin);
    end
    function set_bytes(obj, varargin)
      %SET_BYTES  Sets bytes.
      %
      %  md.set_bytes(key, value)
      %
      %  key: the entry's key
      %  value: `length` bytes
      stoner.internal.invoke('metadata_set_bytes', '', obj, varargin);
    end
    function set_timestamp(obj, varargin)
      %SET_TIMESTAMP  Sets a date and time.
      %
      %  md.set_timestamp(key, value)
      %
      %  key: the entry's key
      %  value: ISO 8601, "2021-03-16T12:30:00+01:00"; time and zone may be missing
      %  Errors: stoner:InvalidArgument when it is no such text
      stoner.internal.invoke('metadata_set_timestamp', '', obj, varargin);
    end
    function set_array(obj, varargin)
      %SET_ARRAY  Sets an array of numbers: pixels and mask of an image, which are shared, not copied.
      %
      %  md.set_array(key, value)
      %
      %  key: the entry's key
      %  value
      stoner.internal.invoke('metadata_set_array', '', obj, varargin);
    end
    function set_cluster(obj, varargin)
      %SET_CLUSTER  Sets a cluster: named values.
      %
      %  md.set_cluster(key, value)
      %
      %  key: the entry's key
      %  value: its values by name
      stoner.internal.invoke('metadata_set_cluster', '', obj, varargin);
    end
    function set_list(obj, varargin)
      %SET_LIST  Sets a list.
      %
      %  md.set_list(key, value)
      %
      %  key: the entry's key
      %  value: its values in their order; the keys do not matter
      stoner.internal.invoke('metadata_set_list', '', obj, varargin);
    end
    function set_tuple(obj, varargin)
      %SET_TUPLE  Sets a tuple: a cluster without names.
      %
      %  md.set_tuple(key, value)
      %
      %  key: the entry's key
      %  value: its values in their order; the keys do not matter
      stoner.internal.invoke('metadata_set_tuple', '', obj, varargin);
    end
    function set_text(obj, varargin)
      %SET_TEXT  Sets a value from its text form; see Metadata.get_text.
      %
      %  md.set_text(key, type_name, value)
      %
      %  key: the entry's key
      %  type_name: "Double Float", "Single Float" or "EXTENDED" (all double); "I8" to "I64", "U8" to
      %      "U64" (all int64); "Boolean", "String", "Timestamp", "Void", "List", "Cluster (...)", or "1D
      %      Array (...)" and those of more axes; any other means what the text looks like. not given: taken
      %      from the text, which is a string if it is nothing else
      %  value: the value
      %  Errors: stoner:InvalidArgument when the text is not of that type
      stoner.internal.invoke('metadata_set_text', '', obj, varargin);
    end
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
