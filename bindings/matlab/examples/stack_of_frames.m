function aligned = stack_of_frames()
%STACK_OF_FRAMES  Makes a stack of images that drift, and aligns its frames.
  [x, y] = meshgrid(1:64, 1:48);
  spot = @(x0, y0) exp(-((x - x0) .^ 2 + (y - y0) .^ 2) / 50);
  stack = cat(3, stoner.Image(spot(30, 24)), spot(32, 24), spot(34, 25));   % frames are the third dimension
  [shifts, aligned] = stack.align_stack('reference', 1)                     % frames count from 1
  second = aligned(:, :, 2);
  fprintf('after alignment the second frame differs by %g at most\n', max(abs(second - aligned(:, :, 1)), [], 'all'));
  brightest = max(aligned, [], 3);                                          % over the frames
  fprintf('the brightest pixel: %g\n', max(brightest, [], 'all'));
end
