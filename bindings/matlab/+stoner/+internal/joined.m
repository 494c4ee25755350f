function image = joined(dim, inputs)
%JOINED  Images and matrices beside each other; title, metadata and file name are those of the first image. Frames keep its map.
  values = cellfun(@stoner.internal.pixels, inputs, 'UniformOutput', false);
  masks = cellfun(@stoner.internal.masked_of, inputs, 'UniformOutput', false);
  masked = [];
  if ~all(cellfun(@isempty, masks))
    for k = find(cellfun(@isempty, masks))
      masks{k} = false(size(values{k}));
    end
    masked = cat(dim, masks{:});
  end
  first = stoner.internal.first_image(inputs);
  image = stoner.internal.carry(first, stoner.Image(cat(dim, values{:}), masked));
  if dim ~= 3 || ~any(ndim(first) == [2 3])
    return
  end
  try
    [origin, step] = map(first);
    for k = find(cellfun(@(one) isa(one, 'stoner.Image'), inputs))
      [other, its_step] = map(inputs{k});
      if ~isequal({origin, step}, {other, its_step})
        warning('stoner:Warning', 'the map from pixels to positions is dropped: the frames lie at different positions');
        return
      end
    end
    set_map(image, origin, step, map_name(first, 1), map_name(first, 2), map_unit(first, 1), map_unit(first, 2));
  catch trouble
    if ~strcmp(trouble.identifier, 'stoner:NoResult')
      rethrow(trouble);
    end
  end
end
