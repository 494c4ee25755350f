function xmcd = xmcd_contrast(plus, minus)
%XMCD_CONTRAST  The magnetic contrast of two scans of opposite polarization, aligned first.
%  xmcd = xmcd_contrast('plus.hdf5', 'minus.hdf5')
  plus = stoner.Image(plus);
  minus = stoner.Image(minus);
  minus = minus.align(plus);                      % pixels that come from outside are masked
  xmcd = plus.xmcd(minus).filter_image([1 1]);
  by_hand = (plus - minus) ./ (plus + minus);     % the same before the filter
  fprintf('contrast: %.4f (standard deviation), unfiltered %.4f\n', std(xmcd, 0, 'all'), std(by_hand, 0, 'all'));
end
