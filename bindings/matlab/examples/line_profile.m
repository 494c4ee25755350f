function t = line_profile(path, picture)
%LINE_PROFILE  The intensities along a line, as a table, in a file and in a figure.
%  t = line_profile('scan.hdf5', 'profile.png')
  im = stoner.Image(path);
  t = im.profile_line([10 64], [110 64], 'linewidth', 5)   % points are (x, y) in pixels from (0, 0)
  [highest, row] = max(t.Intensity);
  fprintf('highest %g at %g pixels\n', highest, t.Distance(row));
  t(row, :)                                       % all columns of that row
  t.save(strrep(picture, '.png', '.csv'));
  t.plot(picture, 'grid', true);                  % without a screen; plot(t) draws in a figure of MATLAB's
end
