function packed = pack_pixels(image)
%PACK_PIXELS  Pixels, mask and rank of an image as a struct; the mask is [] where nothing is masked.
  packed = struct('pixels', read(image), 'mask', stoner.internal.masked_of(image), 'ndim', ndim(image));
end
