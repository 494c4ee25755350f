function [im, line] = mask_pixels(path)
%MASK_PIXELS  Masks bad pixels: all results ignore them.
%  [im, line] = mask_pixels('scan.hdf5')
  im = stoner.Image(path);
  dark = im < 0.5 * median(im, 'all');            % a logical image
  im.mask = dark;
  fprintf('%d of %d pixels are masked\n', nnz(dark), numel(im));
  line = mean(im, 1);                             % of each column, of the pixels that are left
  values = double(line);                          % NaN where a whole column is masked
  fprintf('the column means lie from %g to %g\n', min(values), max(values));
  im(1:2, :) = 0;                                 % written pixels become unmasked
end
