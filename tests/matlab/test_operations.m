function tests = test_operations()
% Every function through the gateway, and a selection against known truths.
  tests = localfunctions();
end

function test_every_function_of_the_table()
  % Those that a program cannot call so, and the error that is due.
  due = struct('image_resize', 'stoner:Unsupported', 'image_tofile', 'stoner:Unsupported', 'context_warning', 'stoner:OutOfRange', 'scan_repair', 'stoner:OutOfRange', ...
               'get_filedialog', 'stoner:NotInteractive', 'image_get_filename', 'stoner:NotInteractive', 'image_line_select', 'stoner:NotInteractive');
  known = known_functions();
  functions = stoner_mex(':functions');
  warning('off', 'stoner:Warning');
  restore = onCleanup(@() warning('on', 'stoner:Warning'));
  called = 0;
  handles_for_tests();
  before = stoner.Library.live_handles();
  for k = 1:numel(functions)
    name = functions{k};
    if ~isempty(regexp(name, '_free$', 'once'))
      continue
    end
    [handles, keep] = handles_for_tests();
    inputs = plausible(name, handles);
    try
      result = [];
      if gives_something(name)
        result = stoner_mex(name, handles.context, inputs{:});
      else
        stoner_mex(name, handles.context, inputs{:});
      end
      must(~isfield(due, name), '%s was to give %s', name, 'an error');
      called = called + 1;
      release(name, result);
    catch trouble
      if strcmp(trouble.identifier, 'tests:failed')
        rethrow(trouble);
      elseif isfield(due, name)
        must(strcmp(trouble.identifier, due.(name)), '%s gives %s: %s', name, trouble.identifier, trouble.message);
      else
        % A function that came later than this test may want inputs that it does not know: but an error of the library.
        must(~isempty(regexp(trouble.identifier, '^stoner:\w+$', 'once')) && ~strcmp(trouble.identifier, 'stoner:Internal'), '%s: %s', name, trouble.message);
        must(~any(strcmp(name, known)), '%s: %s: %s', name, trouble.identifier, trouble.message);
      end
    end
    clear keep
    confirm_recursive_rmdir(false);
    rmdir(handles.folder, 's');
  end
  must(called >= numel(known), 'only %d functions were called', called);
  must(stoner.Library.live_handles() == before, '%d handles are left', stoner.Library.live_handles() - before);
end

function yes = gives_something(name)
  table = stoner_mex(':parameters', name);
  yes = isempty(table) || any(ismember(table(:, 2), {'new', 'result', 'buffer'})) || any(strcmp(name, {'last_error', 'last_error_status', 'status_text'}));
end

function release(name, result)
  table = stoner_mex(':parameters', name);
  for k = 1:size(table, 1)
    if strcmp(table{k, 2}, 'new')
      kinds = {'image', 'table', 'metadata', 'context', 'scan', 'live'};
      stoner_mex([kinds{table{k, 3}}, '_free'], [], result);
      return
    end
  end
end

function names = known_functions()
  % Those that this test knows how to call.
  text = fileread(fullfile(fileparts(mfilename('fullpath')), 'known_functions.txt'));
  names = strsplit(strtrim(text), sprintf('\n'));
end

% -- Known truths -----------------------------------------------------------------------------------------------------------------

function a = sample()
  rand('twister', 7);
  a = rand(7, 10);
end

function test_turns_and_flips()
  a = sample();
  im = stoner.Image(a);
  must(isequal(im.cw().data, rot90(a, -1)) && isequal(im.ccw().data, rot90(a)));
  must(isequal(im.flip_h().data, fliplr(a)) && isequal(im.flip_v().data, flipud(a)) && isequal(im.transpose().data, a.'));
end

function test_crop_counts_from_0_and_leaves_the_end_out()
  a = sample();
  im = stoner.Image(a);
  must(isequal(im.crop([2 5 1 3]).data, a(2:3, 3:5)));
  must(isequal(im.crop([-Inf 5 1 Inf]).data, a(2:end, 1:5)) && isequal(im.crop().data, a));
  must(isequal(im.max_box(), [0 10 0 7]) && isequal(im.crop(im.box_from_border(2)).data, a(3:5, 3:8)));
end

function test_reductions_over_dimensions()
  % The original's, which keep dimensions that are given.
  a = sample();
  im = stoner.Image(a);
  near(stoner.original.sum(im, 1).data, sum(a, 1), 1e-13);
  near(stoner.original.sum(im, 2).data, sum(a, 2), 1e-13);
  near(stoner.original.mean(im, 2).data, mean(a, 2), 1e-13);
  near(stoner.original.std(im, 1, 'ddof', 1).data, std(a, 0, 1), 1e-13);
  near(stoner.original.std(im), std(a(:), 1), 1e-13);
  near(stoner.original.var(im, 'axis', 2).data, var(a, 1, 2), 1e-13);
  near(stoner.original.max(im, 1).data, max(a, [], 1), 0);
  near(stoner.original.min(im), min(a(:)), 0);
  near(stoner.original.cumsum(im, 1).data, cumsum(a, 1), 1e-13);
  near(stoner.original.cumprod(im, 2).data, cumprod(a, 2), 1e-13);
  near(im.ptp(), max(a(:)) - min(a(:)), 0);
  near(stoner.original.trace(im), trace(a), 1e-13);
  must(isequal(size(stoner.original.sum(im, 'axes', 2, 'keepdims', false)), [1 7]));
  must(stoner.original.sum(im, [1 2]).item(1) == stoner.original.sum(im) && islogical(stoner.original.all(im)) && stoner.original.any(im));
  must(isa(stoner.original.sum(uint8([200 100])), 'uint64') && stoner.original.sum(uint8([200 100])) == 300);
  must(stoner.original.sum([1+2i, 3]) == 4 + 2i);
end

function test_reductions_of_a_stack()
  a = rand(3, 4, 5);
  im = stoner.Image(a);
  near(stoner.original.mean(im, 3).data, mean(a, 3), 1e-14);
  near(stoner.original.max(im, 1).data, max(a, [], 1), 0);
  near(stoner.original.sum(im, [1 2]).data, sum(sum(a, 1), 2), 1e-13);
  must(isequal(im.transpose_axes([2 1 3]).data, permute(a, [2 1 3])) && isequal(im.transpose_axes([3 1 2]).data, permute(a, [3 1 2])));
  must(isequal(im.swapaxes(1, 3).data, permute(a, [3 2 1])));
  must(isequal(size(stoner.original.reshape(im, [2 6 5])), [2 6 5]) && isequal(size(stoner.original.transpose(im)), [3 5 4]));
end

function test_order()
  a = sample();
  im = stoner.Image(a);
  must(isequal(stoner.original.sort(im, 1).data, sort(a, 1)) && isequal(stoner.original.sort(im, 2).data, sort(a, 2)));
  [~, index] = sort(a, 2);
  must(isequal(im.argsort(2).data, int64(index)));
  must(isequal(im.take([3 1], 1).data, a([3 1], :)) && isequal(im.take([8 9]).data, a([8 9])) && isequal(im.repeat(2, 2).data, kron(a, [1 1])));
  must(isequal(im.take([8 71], 'mode', 'wrap').data, a([8 1])) && isequal(im.take([0 99], 'mode', 'clip').data, a([1 70])));
  must(isequal(im.compress([0 1 1], 1).data, a(2:3, :)) && isequal(im.diagonal().data, diag(a).'));
  found = stoner.Image([1 3 5], 'ndim', 1).searchsorted(stoner.Image([0 3 6]), 'side', 'right');
  must(isequal(found.data, int64([1 3 4])));
  shuffled = stoner.Image([5 1 3], 'ndim', 1);
  found = shuffled.searchsorted([0 3 6], 'sorter', shuffled.argsort());
  must(isequal(found.data, int64([1 2 4])));
end

function test_indices_count_from_1()
  % Every parameter and every result that the description calls an index.
  a = sample();
  im = stoner.Image(a);
  stack = stoner.Image(rand(4, 3, 5));
  for f = {im, stack}
    values = f{1}.data;
    [~, place] = max(values(:));
    must(f{1}.argmax() == place && f{1}.argmax_value() == place, 'argmax');
    [~, place] = min(values(:));
    must(f{1}.argmin() == place && f{1}.argmin_value() == place, 'argmin');
    must(f{1}.item(place) == values(place));
  end
  [~, place] = max(a, [], 1);
  must(isequal(double(im.argmax(1).data), place));
  [row, column] = find(a.' > 0.5);
  must(isequal(double((im > 0.5).nonzero().data), [column.'; row.']));
  parts = im.argpartition(3, 1).data;
  ordered = sort(a, 1);
  for k = 1:10
    must(a(parts(3, k), k) == ordered(3, k), 'argpartition');
  end
  must(isequal(im.partition(3, 1).data(3, :), ordered(3, :)), 'partition');
  which = stoner.Image([1 2; 2 1]);
  must(isequal(which.choose({[10 20; 30 40], [50 60; 70 80]}).data, [10 60; 70 40]));
  must(isequal((which > 1).choose({[10 20; 30 40], [50 60; 70 80]}).data, [10 60; 70 40]));
  im.put([1 9], [7 8]);
  a([1 9]) = [7 8];
  must(isequal(im.data, a));
  im.itemset([2 3], 5);
  im.itemset(4, 6);
  a(2, 3) = 5;
  a(4) = 6;
  must(isequal(im.data, a));
  scanned = stoner.Image(scan('domain_plus.hdf5'));
  must(strcmp(scanned.map_name(1), 'sample_x') && strcmp(scanned.map_name('coordinate', 2), 'sample_y'));
  must(strcmp(scanned.plane_name(1), 'actual_x') && ~isempty(stoner.Library.cmap_name(1)));
  md = stoner.Metadata(struct('a', 1, 'b', 2));
  must(strcmp(md.key(2), 'b'));
  t = stoner.Table([1 2; 3 4], {'x', 'y'});
  must(t.column_index('y') == 2 && strcmp(t.column_name(2), 'y'));
end

function test_frames_count_from_1()
  [x, y] = meshgrid(1:40, 1:30);
  one = exp(-((x - 20) .^ 2 + (y - 15) .^ 2) / 40);
  stack = stoner.Image(cat(3, circshift(one, [0 2]), one, circshift(one, [1 0])));
  [shifts, aligned] = stack.align_stack('reference', 2);
  must(all(abs([shifts.x(2), shifts.y(2)]) < 1e-9) && abs(abs(shifts.x(1)) - 2) < 0.01, 'the second frame is not the reference');
  shifts = stack.align_stack();
  must(all(abs([shifts.x(1), shifts.y(1)]) < 1e-9), 'the first frame is not the default');
  must_fail(@() stack.align_stack('reference', 0), 'stoner:OutOfRange');
  message = must_fail(@() stack.align_stack('reference', 4), 'stoner:OutOfRange');
  must(~isempty(strfind(message, '`reference` is 4; allowed: 1 to 3')), message);
end

function test_percentiles_and_histogram()
  im = stoner.Image(reshape(0:100, 1, []));
  must(isequal(im.percentile([0 12.5 50 100]), [0 12.5 50 100]));
  t = stoner.original.hist(im, 10);
  must(isequal(t.count, [10; 10; 10; 10; 10; 10; 10; 10; 10; 11]) && isequal(t.low, (0:10:90).'));
  t = stoner.original.hist(im, 'edges', [0 5 50]);
  must(isequal(t.count, [5; 46]));
end

function test_matrix_product()
  a = sample();
  near(stoner.original.dot(a, stoner.Image(a.')).data, a * a.', 1e-13);
  near(stoner.original.dot(stoner.Image(a), a.').data, a * a.', 1e-13);
end

function test_intensity()
  a = sample();
  im = stoner.Image(a);
  n = im.normalise([0 1]);
  near(n.data, (a - min(a(:))) / (max(a(:)) - min(a(:))), 1e-14);
  near(im.clip(0.2, 0.6).data, min(max(a, 0.2), 0.6), 0);
  near(im.clip('max', 0.6).data, min(a, 0.6), 0);
  must(isequal(im.threshold_minmax().data, a > 0.1 & a < 0.9) && isequal(im.threshold_minmax(0.3, 0.4).data, a > 0.3 & a < 0.4));
  near(im.subtract_image(im).data, 0.5 * ones(7, 10), 1e-15);
  near(im.subtract_image(zeros(7, 10), 'contrast', 1, 'offset', 0).data, a, 1e-15);
  must(isequal(stoner.Image(uint8([0 128 255])).convert('double', 'normalise', true).data, [0 128 255] / 255));
  must(isequal(im.astype('single').data, single(a)) && strcmp(stoner.Image(uint8(1)).asint().dtype, 'uint16'));
  near(stoner.Image([1 2 3 4]).quantize([10 20], [2.5]).data, [10 10 20 20], 0);
  [x, y] = meshgrid(0:9, 0:6);
  plane = stoner.Image(2 + 0.3 * x - 0.7 * y);
  near(plane.level_image(1, 1, 'mode', 'none').data, mean(plane.data(:)) * ones(7, 10), 1e-12);
  must(isequal(im.round(1).data, round(a * 10) / 10));
end

function test_resampling()
  a = sample();
  im = stoner.Image(a);
  near(im.rotate(pi / 2, 'resize', true, 'order', 1).crop([1 6 1 9]).data, rot90(a, -1)(2:9, 2:6), 1e-10);
  near(im.translate([2 1], 'order', 0).data, circshift(a, [1 2]), 0);
  limits = im.translate_limits([2.5 -1]);
  near(limits, [2.5 10 0 6], 0);
  shifted = im.translate([3 0], 'mode', 'constant', 'cval', 7);
  must(all(shifted.mask(:, 1)) && ~any(shifted.mask(:, end)));
end

function test_filters()
  [x, y] = meshgrid(0:14, 0:11);
  quadratic = 1 + 0.5 * x - y + 0.1 * x .* y + 0.05 * x .^ 2;
  im = stoner.Image(quadratic);
  near(im.sgolay2d(5, 2).data, quadratic, 1e-10);
  near(im.sgolay2d(5, 2, 'derivative', 'x').data, 0.5 + 0.1 * y + 0.1 * x, 1e-10);
  [magnitude, angle] = im.sgolay2d(5, 2, 'both');
  dx = 0.5 + 0.1 * y + 0.1 * x;
  dy = -1 + 0.1 * x;
  near(magnitude.data, hypot(dx, dy), 1e-10);
  near(angle.data, atan2(dy, dx), 1e-9);
  near(stoner.Image(3 * ones(9)).filter_image([1 2]).data, 3 * ones(9), 1e-13);
  impulse = zeros(21);
  impulse(11, 11) = 1;
  smooth = stoner.Image(impulse).gaussian_filter([1.5 1.5]).data;
  g = exp(-(-6:6) .^ 2 / (2 * 1.5 ^ 2));
  g = g / sum(g);
  near(smooth(5:17, 5:17), g.' * g, 1e-15);
  a = sample();
  near(stoner.original.fft(a, 'output', 'complex', 'shift', false).data, fft2(a), 1e-12);
  near(stoner.original.fft(a).data, abs(fftshift(fft2(a))), 1e-12);
  must(std(stoner.Image(a).denoise(), 0, 'all') < std(a(:)));
end

function test_masks_take_no_part()
  a = sample();
  mask = false(7, 10);
  mask(3, 4) = true;
  poisoned = a;
  poisoned(3, 4) = 1e9;
  clean = stoner.Image(a, mask);
  bad = stoner.Image(poisoned, mask);
  for f = {@(im) im.filter_image([1 1]), @(im) im.normalise(), @(im) im.sgolay2d(5, 1), @(im) im.rotate(0.3), @(im) im.level_image('mode', 'none')}
    one = f{1}(clean);
    two = f{1}(bad);
    valid = ~one.mask;
    must(isequal(one.mask, two.mask));
    near(one.data(valid), two.data(valid), 1e-9);
  end
  must(isequal(mean(clean), mean(bad)) && clean.count_value() == 69 && isnan(stoner.original.mean(stoner.Image(1, true))));
  must(isequal(clean.filled('fill_value', 5).data(3, 4), 5));
end

function test_profiles()
  [x, y] = meshgrid(0:20, 0:14);
  im = stoner.Image(x + 100 * y);
  t = im.profile_line([2 3], [12 3]);
  near(t.Intensity, 300 + (2:12).', 1e-10);
  t = im.profile_line_x(4);
  near(t.Intensity, 4 + 100 * (0:14).', 1e-9);
  r = stoner.Image(hypot(x - 10, y - 7)).radial_profile('centre', [10 7], 'r', 0:5);
  must(isequal(r.names(), {'Low_r', 'r', 'high_r', 'mean', 'std', 'number'}) && sum(r.number) > 60 && all(diff(r.mean) > 0.5));
  distance = im.radial_coordinates('centre', [10 7]);
  near(distance.data, hypot(x - 10, y - 7), 1e-13);
end

function test_regridding()
  rand('twister', 1);
  points = rand(300, 2) * 10;
  targets = 2 + 6 * rand(50, 2);
  values = points(:, 1) * 2 - points(:, 2) + 1;
  out = stoner.Image(points).griddata(values, targets);
  near(reshape(out.data, [], 1), targets(:, 1) * 2 - targets(:, 2) + 1, 1e-11);
  outside = stoner.Image(points).griddata(values, [100 100; 5 5]);
  must(isnan(outside.data(1)) && ~isnan(outside.data(2)));
  [x, y] = meshgrid(0:9, 0:7);
  [out, offset] = stoner.Image(x + y).gridimage('points_x', x, 'points_y', y, 'xi_x', x, 'xi_y', y);
  near(out.data, x + y, 1e-12);
  must(isequal(offset, [0 0]));
end

function test_drawing()
  im = stoner.Image(zeros(5, 6));
  im.draw_line(1, 0, 1, 3, 'value', 2);
  expected = zeros(5, 6);
  expected(1:4, 2) = 2;
  must(isequal(im.data, expected));
  im.draw_disk(3, 2, 1.5, 'target', 'mask', 'value', 1);
  must(im.mask(3, 4) && ~im.mask(1, 1));
end

function test_files()
  warning('off', 'stoner:Warning');
  restore = onCleanup(@() warning('on', 'stoner:Warning'));
  a = uint16(magic(6) * 1000);
  im = stoner.Image(a, a > 30000);
  im.metadata = struct('energy', 778.5, 'note', 'ä');
  base = tempname();
  im.save([base, '.tiff']);
  back = stoner.Image([base, '.tiff']);
  must(isequal(back.data, a) && isequal(back.mask, im.mask) && back.metadata.energy == 778.5 && strcmp(back.metadata.note, 'ä'));
  im.save_npy([base, '.npy']);
  must(isequal(stoner.Image([base, '.npy'], 'filetype', 'npy').data, a));
  im.save(base, 'formats', 'png,npy');
  must(strcmp(stoner.Image([base, '.png']).dtype, 'uint8'));
  delete([base, '.tiff']);
  delete([base, '.npy']);
  delete([base, '.png']);
end

function test_dichroism()
  plus = stoner.Image(scan('domain_plus.hdf5'));
  minus = stoner.Image(scan('domain_minus.hdf5'));
  p = double(plus);
  m = double(minus);
  near(double(plus.xmcd(minus)), (p - m) ./ (p + m), 1e-15);
  near(double(minus.xmcd(plus)), (p - m) ./ (p + m), 1e-15);
end
