function t = scan_frame_by_frame(path)
%SCAN_FRAME_BY_FRAME  Looks at what a scan holds, reads one frame after the other, and takes the spectrum of its middle.
  s = stoner.Scan(path)                          % reads no pixels: the scan may be larger than memory
  energies = s.energies;
  for k = 1:s.frame_count
    im = s.image('frame', k);                    % this frame alone, with its own energy
    fprintf('frame %d: %g eV, mean %g\n', k, energies(k), mean(im, 'all'));
  end
  n = s.shape();
  middle = false(n(1:2));
  middle(ceil(end / 4):floor(3 * end / 4), ceil(end / 4):floor(3 * end / 4)) = true;
  t = s.spectrum('region', middle)               % mean and standard error in each frame
end
