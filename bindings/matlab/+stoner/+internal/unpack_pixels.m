function image = unpack_pixels(packed)
%UNPACK_PIXELS  The image of what stoner.internal.pack_pixels made.
  image = stoner.Image(packed.pixels, packed.mask, 'ndim', packed.ndim);
end
