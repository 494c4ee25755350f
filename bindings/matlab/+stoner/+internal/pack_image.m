function saved = pack_image(image)
%PACK_IMAGE  An image as a struct of arrays and texts: pixels, mask, metadata, planes, map, title, file name, fill value, kind of mask.
  saved = struct('class', 'stoner.Image', 'version', stoner.Library.version());
  packed = stoner.internal.pack_pixels(image);
  for name = fieldnames(packed).'
    saved.(name{1}) = packed.(name{1});
  end
  saved.title = title(image);
  saved.filename = filename(image);
  bare = clone(image);
  planes = cell(plane_count(image), 3);
  for k = 1:size(planes, 1)
    name = plane_name(image, k);
    planes(k, :) = {name, stoner.internal.pack_pixels(plane(image, name)), plane_unit(image, name)};
    remove_plane(bare, name);
  end
  saved.planes = planes;
  saved.map = [];
  derived = {};
  try
    [origin, step] = map(image);
    saved.map = {origin, step, map_name(image, 1), map_name(image, 2), map_unit(image, 1), map_unit(image, 2)};
    derived = saved.map(3:4);
  catch trouble
    if ~strcmp(trouble.identifier, 'stoner:NoResult')
      rethrow(trouble);
    end
  end
  entries = metadata(bare);
  for name = derived
    if contains(entries, name{1})
      pop(entries, name{1});
    end
  end
  saved.metadata = stoner.internal.pack_metadata(entries);
  saved.hard_mask = logical(hardmask(image));
end
