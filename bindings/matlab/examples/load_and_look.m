function im = load_and_look(path)
%LOAD_AND_LOOK  Loads a scan, looks at its metadata and at its pixels.
%  im = load_and_look('scan.hdf5')
  im = stoner.Image(path)
  im.metadata                                     % groups and entries
  energy = im.metadata.energy;
  fprintf('%g %s, %d x %d pixels\n', energy, im.metadata.unit('control.energy'), size(im));
  settings = im.metadata.group('collection');     % one group, to browse
  fprintf('%d settings of the beamline\n', settings.count());
  [x, y] = im.position(0, 0);                     % the middle of the first pixel, on the sample
  fprintf('first pixel at (%.4g, %.4g) %s\n', x, y, im.map_unit(1));
  fprintf('from %g to %g, mean %g\n', min(im, [], 'all'), max(im, [], 'all'), mean(im, 'all'));
end
