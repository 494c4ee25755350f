function image = carry(model, image)
%CARRY  Gives an image what belongs to another one, but for planes and map, which belong to its pixels.
  entries = metadata(model);
  for k = 1:plane_count(model)
    drop(entries, plane_name(model, k));
  end
  try
    drop(entries, map_name(model, 1));
    drop(entries, map_name(model, 2));
  catch trouble
    if ~strcmp(trouble.identifier, 'stoner:NoResult')
      rethrow(trouble);
    end
  end
  set_metadata(image, entries);
  set_title(image, title(model));
  set_filename(image, filename(model));
  set_context(image, context(model));
end

function drop(entries, name)
  if contains(entries, name)
    pop(entries, name);
  end
end
