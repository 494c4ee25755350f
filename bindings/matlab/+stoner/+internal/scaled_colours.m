function shown = scaled_colours(given)
%SCALED_COLOURS  imagesc of an image, which leaves masked and NaN pixels blank.
  place = find(cellfun(@(one) isa(one, 'stoner.Image'), given), 1);
  if ~isreal(given{place}) || ndims(given{place}) > 2
    error('stoner:Dtype', 'imagesc shows real pixels in rows and columns: take abs, angle, real or imag, or a frame, im(:, :, k)');
  end
  values = double(given{place});
  blank = isnan(values);
  if ~exist('OCTAVE_VERSION', 'builtin') || ~any(blank(:))
    shown = imagesc(given{1:place - 1}, values, given{place + 1:end});
    if any(blank(:))
      set(shown, 'AlphaData', double(~blank));  % MATLAB only, not tested
    end
    return
  end
  % Octave has no transparent images: white stands before the colours, for what is blank.
  limits = [min(values(isfinite(values))), max(values(isfinite(values)))];
  rest = given(place + 1:end);
  if ~isempty(rest) && isnumeric(rest{1}) && numel(rest{1}) == 2
    limits = double(rest{1});
    rest(1) = [];
  end
  if isempty(limits) || limits(1) == limits(2)
    limits = sum(limits(1:min(end, 1))) + [0, 1];
  end
  axes_here = gca();
  map = colormap(axes_here);
  if isequal(map(1, :), [1 1 1])
    map(1, :) = [];
  end
  step = 1.001 * (limits(2) - limits(1)) / size(map, 1);
  values = max(values, limits(1));
  values(blank) = limits(1) - step;
  shown = imagesc(given{1:place - 1}, values, [limits(1) - step, limits(2)], rest{:});
  colormap(axes_here, [1 1 1; map]);
end
