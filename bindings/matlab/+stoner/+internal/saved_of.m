function saved = saved_of(value, kind)
%SAVED_OF  The struct that saveobj made of an object of a class, where a value is such a struct, or what Octave's load makes of a file; else [].
  saved = [];
  if isstruct(value) && isscalar(value) && isfield(value, 'stored')
    value = value.stored;
  end
  if isstruct(value) && isscalar(value) && isfield(value, 'class') && ischar(value.class) && strcmp(value.class, kind)
    saved = value;
  end
end
