function handle = unpack_image(given)
%UNPACK_IMAGE  A handle of the image that stoner.internal.pack_image made a struct of, also of what Octave's load makes of a file.
  saved = stoner.internal.saved_of(given, 'stoner.Image');
  needed = {'pixels', 'mask', 'ndim', 'title', 'filename', 'planes', 'map', 'metadata', 'hard_mask'};
  if isempty(saved)
    error('stoner:Dtype', 'a struct makes an image only if saveobj of an image made it; pixels are an array');
  elseif ~all(isfield(saved, needed))
    error('stoner:Format', 'the struct lacks what saveobj of an image writes: %s', strjoin(needed(~isfield(saved, needed)), ', '));
  end
  image = stoner.internal.unpack_pixels(saved);
  set_metadata(image, stoner.Metadata(saved.metadata));
  for k = 1:size(saved.planes, 1)
    set_plane(image, saved.planes{k, 1}, stoner.internal.unpack_pixels(saved.planes{k, 2}), 'unit', saved.planes{k, 3});
  end
  if ~isempty(saved.map)
    set_map(image, saved.map{:});
  end
  set_title(image, saved.title);
  set_filename(image, saved.filename);
  if saved.hard_mask
    harden_mask(image);
  end
  handle = stoner_mex('image_clone', [], raw_handle(image));
end
