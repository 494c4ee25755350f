function word = metadata_type(number)
%METADATA_TYPE  The word for a type of metadata.
% Made from interface/interface.json by bindings/generator: do not edit.
  words = {'none', 'bool', 'i64', 'f64', 'complex', 'string', 'bytes', 'timestamp', 'array', 'list', 'cluster', 'tuple'};
  word = words{number};
end
