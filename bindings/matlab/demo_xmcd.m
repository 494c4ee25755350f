function xmcd = demo_xmcd(plus, minus, folder)
%DEMO_XMCD  The magnetic contrast of two scans of opposite polarization.
%  demo_xmcd()                     of the bundled pair, saved in the current folder as xmcd.png and xmcd.tiff
%  xmcd = demo_xmcd(plus, minus)   of others; the image is returned
%  demo_xmcd(plus, minus, folder)
  here = fileparts(mfilename('fullpath'));
  if nargin < 2
    plus = fullfile(here, '..', '..', 'data', 'demo', 'domain_plus.hdf5');
    minus = fullfile(here, '..', '..', 'data', 'demo', 'domain_minus.hdf5');
  end
  if nargin < 3
    folder = pwd();
  end
  plus = stoner.Image(plus);
  minus = stoner.Image(minus);
  fprintf('%s: %g eV, polarization %+d\n', plus.title, plus.metadata.energy, plus.polarization);
  fprintf('%s: %g eV, polarization %+d\n', minus.title, minus.metadata.energy, minus.polarization);
  xmcd = plus.xmcd(minus);
  xmcd.title = 'XMCD';
  limits = xmcd.percentile([1, 50, 99]);
  fprintf('contrast: 1 %% below %.4f, median %.4f, 1 %% above %.4f\n', limits);
  xmcd.save(fullfile(folder, 'xmcd.png'));
  xmcd.save(fullfile(folder, 'xmcd.tiff'));
end
