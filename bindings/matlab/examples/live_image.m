function im = live_image()
%LIVE_IMAGE  Shows a measurement while its points come in. Here they are made; a program of yours gets them from its hardware.
  live = stoner.Live([32 48], [0 0], [0.1 0.1], 'unit', 'um');
  live.set_metadata(stoner.Metadata(struct('energy', 780)));
  for block = 1:8
    angle = 2 * pi * ((block - 1) * 500 + (1:500)) / 200;          % a spiral
    radius = 2.4 * sqrt(((block - 1) * 500 + (1:500)) / 4000);
    x = 2.4 + radius .* cos(angle);
    y = 1.6 + radius .* sin(angle);
    live.push(x, y, round(100 + 50 * sin(3 * x)));
    fprintf('%3.0f %% of the pixels have points\n', 100 * live.coverage);
    values = live.read();                                            % NaN where no point is yet: imagesc(values)
  end
  im = live.image();                                                 % all that a stoner.Image can do
  fprintf('%d pixels are masked, the mean of the others is %g\n', nnz(im.mask), mean(values(~isnan(values))));
end
