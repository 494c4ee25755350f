function show_metadata(md)
%SHOW_METADATA  Writes entries of metadata; of a group that has many, their number and how to see them.
  few = 3;
  all_names = keys(md);
  fprintf('  stoner.Metadata: %d entries\n', numel(all_names));
  parts = regexp(all_names, '^[^.]+(?=\.)', 'match', 'once');
  told = {};
  for k = 1:numel(all_names)
    inside = strcmp(parts, parts{k});
    if isempty(parts{k}) || sum(inside) <= few
      text = strrep(get_text(md, all_names{k}), sprintf('\n'), ' ');
      fprintf('    %s = %s %s\n', all_names{k}, text(1:min(end, 60)), unit(md, all_names{k}));
    elseif ~any(strcmp(told, parts{k}))
      told{end + 1} = parts{k};
      fprintf('    %s. (%d entries: group(''%s''))\n', parts{k}, sum(inside), parts{k});
    end
  end
end
