function saved = pack_metadata(md, names)
%PACK_METADATA  Metadata as a struct: of each entry, or of those with some names, its name, type, value and unit.
  if nargin < 2
    names = keys(md);
  end
  entries = cell(numel(names), 4);
  for k = 1:numel(names)
    kind = stoner.internal.metadata_type(type(md, names{k}));
    switch kind
      case 'array'
        value = stoner.internal.pack_pixels(get_array(md, names{k}));
      case {'list', 'tuple', 'cluster'}
        value = stoner.internal.pack_metadata(get_nested(md, names{k}));
      otherwise
        value = get(md, names{k});
    end
    entries(k, :) = {names{k}, kind, value, unit(md, names{k})};
  end
  saved = struct('class', 'stoner.Metadata', 'entries', {entries});
end
