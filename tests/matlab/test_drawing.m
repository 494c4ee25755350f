function tests = test_drawing()
% Images and tables in figures, drawn without a screen: needs gnuplot and a font. The pictures are read back.
  tests = localfunctions();
end

function picture = drawn_by(draw)
  if ~any(strcmp(available_graphics_toolkits(), 'gnuplot'))
    error('tests:skip', 'gnuplot is not installed');
  end
  state = warning('off', 'all');
  restore = onCleanup(@() warning(state));
  graphics_toolkit('gnuplot');
  path = [tempname(), '.png'];
  try
    shown = figure('visible', 'off');
    draw();
    print('-dpngcairo', '-r50', path);
    close(shown);
  catch trouble
    if ~isempty(regexp(trouble.message, 'font|gnuplot|ft_', 'once'))
      error('tests:skip', 'gnuplot cannot draw here: %s', trouble.message);
    end
    rethrow(trouble);
  end
  picture = stoner.Image(path).data;
  delete(path);
end

function n = colours(picture)
  if ndims(picture) == 3
    picture = double(picture(:, :, 1)) + 256 * double(picture(:, :, 2)) + 65536 * double(picture(:, :, 3));
  end
  n = numel(unique(picture));
end

function im = sample()
  [x, y] = meshgrid(1:40, 1:30);
  im = stoner.Image(x + 100 * sin(y / 4), x + y < 20);
end

function test_imagesc()
  must(colours(drawn_by(@() imagesc(sample()))) > 20, 'the picture is empty');
end

function test_imagesc_leaves_masked_pixels_blank()
  im = stoner.Image([1 2; 3 4], [false true; false false]);
  drawn_by(@() blank(im));
end

function blank(im)
  plain = colormap();
  for limits = {{}, {[1 2]}}
    shown = imagesc(im, limits{1}{:});
    map = colormap(gca());
    ends = get(gca(), 'clim');
    number = floor((get(shown, 'cdata') - ends(1)) / (ends(2) - ends(1)) * size(map, 1)) + 1;
    seen = @(i, j) map(min(number(i, j), size(map, 1)), :);
    must(isequal(map, [1 1 1; plain]) && isequal(seen(1, 2), [1 1 1]) && isequal(seen(1, 1), plain(1, :)) && isequal(seen(2, 2), plain(end, :)), 'other colours');
    must(ends(2) == 4 - 2 * ~isempty(limits{1}) && strcmp(get(gca(), 'ydir'), 'reverse'));
  end
  shown = imagesc(stoner.Image([1 2; 3 4]));
  must(isequal(get(shown, 'cdata'), [1 2; 3 4]));
end

function test_imshow()
  im = sample();
  must(colours(drawn_by(@() im.imshow('cmap', 'viridis'))) > 20, 'the picture is empty');
end

function test_surface_and_contours()
  im = sample();
  must(colours(drawn_by(@() surf(im))) > 20 && colours(drawn_by(@() mesh(im))) > 5 && colours(drawn_by(@() contour(im))) > 5);
  must(colours(drawn_by(@() contourf(im))) > 5 && colours(drawn_by(@() pcolor(im))) > 20);
end

function test_lines()
  im = sample();
  picture = drawn_by(@() plot(im(15, :)));
  must(any(picture(:) ~= picture(1)));
end

function test_tables()
  t = stoner.Image(repmat(1:9, 5, 1)).profile_line([0 2], [8 2]);
  picture = drawn_by(@() check(t));
  must(any(picture(:) ~= picture(1)));
end

function check(t)
  lines = plot(t);
  must(isequal(get(lines, 'xdata')(:), t.Distance) && isequal(get(lines, 'ydata')(:), t.Intensity), 'not the usual columns');
  lines = plot(t, 'X', {'Y', 'Intensity'}, 'r-');
  must(numel(lines) == 2 && isequal(get(lines(2), 'ydata')(:), t.Intensity) && strcmp(get(get(gca(), 'xlabel'), 'string'), 'X'));
end

function test_the_example_in_figures()
  addpath(fullfile(fileparts(which('build_mex')), 'examples'));
  im = sample();
  t = im.profile_line([0 20], [30 20]);
  must(colours(drawn_by(@() in_figures(im, t))) > 40, 'the picture is empty');
end
