function unpack_metadata(md, saved)
%UNPACK_METADATA  Sets the entries of what stoner.internal.pack_metadata made.
  for k = 1:size(saved.entries, 1)
    [name, kind, value, unit] = saved.entries{k, :};
    switch kind
      case 'none'
        set_none(md, name);
      case 'bool'
        set_bool(md, name, value);
      case 'i64'
        set_i64(md, name, value);
      case 'f64'
        set_f64(md, name, value);
      case 'complex'
        set_complex(md, name, real(value), imag(value));
      case 'string'
        set_string(md, name, value);
      case 'bytes'
        set_bytes(md, name, value);
      case 'timestamp'
        set_timestamp(md, name, value);
      case 'array'
        set_array(md, name, stoner.internal.unpack_pixels(value));
      case 'list'
        set_list(md, name, stoner.Metadata(value));
      case 'tuple'
        set_tuple(md, name, stoner.Metadata(value));
      case 'cluster'
        set_cluster(md, name, stoner.Metadata(value));
      otherwise
        error('stoner:Format', 'what was saved has an entry of the unknown type ''%s''', kind);
    end
    if ~isempty(unit)
      set_unit(md, name, unit);
    end
  end
end
