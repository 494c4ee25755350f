function in_figures(im, t)
%IN_FIGURES  Draws an image and a table in figures of MATLAB's.
%  in_figures(im, t)
  subplot(2, 2, 1);
  imagesc(im);                                    % as a matrix: axes from 1, masked pixels blank
  axis image
  subplot(2, 2, 2);
  im.imshow('cmap', 'viridis');                   % axes from 0, so that points are those that methods take
  subplot(2, 2, 3);
  plot(t);
  subplot(2, 2, 4);
  plot(im(round(end / 2), :).');                  % one row
  xlabel('column');
end
