function group = group_of(md, name)
%GROUP_OF  The entries whose names begin with a name and a dot, without these, as metadata of their own; [] where there are none.
  group = [];
  all_names = keys(md);
  chosen = all_names(strncmp(all_names, [name, '.'], numel(name) + 1));
  if isempty(chosen)
    return
  end
  saved = stoner.internal.pack_metadata(md, chosen);
  saved.entries(:, 1) = cellfun(@(one) one(numel(name) + 2:end), chosen(:), 'UniformOutput', false);
  group = stoner.Metadata(saved);
end
