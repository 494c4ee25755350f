function tests = test_image()
% The class stoner.Image: construction, indices, operators, display.
  tests = localfunctions();
end

function test_load()
  image = stoner.Image(scan('domain_plus.hdf5'));
  must(isequal(size(image), [128 128]) && strcmp(image.dtype, 'double'));
  must(strcmp(image.title, 'domain_plus.hdf5') && image.polarization == 1);
  must(isequal(image, stoner.Library.load(scan('domain_plus.hdf5'), 'filetype', 'nxstxm')));
  regridded = stoner.load_stxm(scan('domain_plus.hdf5'), 'regrid', true, 'bcn', true);
  must(isequal(size(regridded), [128 128]) && any(regridded.mask(:)));
end

function test_indices()
  values = magic(6);
  image = stoner.Image(values);
  must(image(2, 3) == values(2, 3) && image(end) == values(end) && image(7) == values(7));
  must(isequal(image(2:4, 1:2), values(2:4, 1:2)) && isequal(image(:, end), values(:, end)));
  must(isequal(image(end, :), values(end, :)) && isequal(image([1 3 5], [6 2]), values([1 3 5], [6 2])));
  must(isequal(image(values > 20), values(values > 20)) && isequal(image(:), values(:)) && isequal(image(:, :), values));
  must(isequal(image(image > 20), values(values > 20)));
  must(isequal(image([], 1), values([], 1)));
  stack = stoner.Image(reshape(1:24, 2, 3, 4));
  must(stack(2, 3, 4) == 24 && isequal(stack(:, :, 2), reshape(7:12, 2, 3)) && isequal(stack(1, 1, end), 19));
end

function test_assignment()
  values = magic(5);
  mask = values > 15;
  image = stoner.Image(values, mask);
  image(2:3, 4) = [7; 8];
  values(2:3, 4) = [7; 8];
  mask(2:3, 4) = false;
  must(isequal(image.data, values) && isequal(image.mask, mask), 'a box');
  image([1 5], [5 1]) = [1 2; 3 4];
  values([1 5], [5 1]) = [1 2; 3 4];
  mask([1 5], [5 1]) = false;
  must(isequal(image.data, values) && isequal(image.mask, mask), 'scattered rows and columns');
  image(values > 20) = 0;
  mask(values > 20) = false;
  values(values > 20) = 0;
  must(isequal(image.data, values) && isequal(image.mask, mask), 'where a condition holds');
  image(:) = 3;
  must(all(image.data(:) == 3));
  stack = stoner.Image(zeros(2, 3, 4));
  stack(:, :, 2) = [1 2 3; 4 5 6];
  stack(2, 1, 4) = 9;
  expected = zeros(2, 3, 4);
  expected(:, :, 2) = [1 2 3; 4 5 6];
  expected(2, 1, 4) = 9;
  must(isequal(stack.data, expected), 'a stack');
  hard = stoner.Image([1 2 3], [false true false]);
  hard.harden_mask();
  hard(1, :) = [7 8 9];
  must(isequal(hard.data, [7 2 9]) && isequal(hard.mask, [false true false]), 'a hard mask');
end

function test_operators()
  a = stoner.Image([1 2; 3 4], [true false; false false]);
  b = stoner.Image([10 20; 30 40], [false false; false true]);
  both = [true false; false true];
  for f = {@plus, @minus, @times, @rdivide}
    r = f{1}(a, b);
    must(isequal(r.data, f{1}(a.data, b.data)) && isequal(r.mask, both));
  end
  must(isequal((a .* b).data, a.data .* b.data) && isequal((a ./ b).data, a.data ./ b.data) && isequal((a / 2).data, a.data / 2));
  must(isequal((2 * a + 1).data, [3 5; 7 9]) && isequal((1 - a).data, [0 -1; -2 -3]) && isequal((-a).data, -a.data));
  must(isequal((a .^ 2).data, [1 4; 9 16]) && isequal((a + [1 1; 2 2]).data, [2 3; 5 6]));
  must(isequal((a > 2).data, [false false; true true]) && isequal(logical(a == b / 10), ~both));
  must(isa((stoner.Image(uint8(250)) + uint8(10)).data, 'uint8'));
  must(strcmp((a * 1i).dtype, 'double complex'));
end

function test_operators_keep_what_belongs_to_the_image()
  a = stoner.Image(scan('domain_plus.hdf5'));
  b = stoner.Image(scan('domain_minus.hdf5'));
  r = (a - b) ./ (a + b);
  must(r.plane_count() == a.plane_count() && strcmp(r.title, a.title) && r.metadata.energy == a.metadata.energy);
  near(double(r), double(a.xmcd(b)), 1e-15);
end

function test_metadata_of_an_image()
  image = stoner.Image(scan('domain_plus.hdf5'));
  must(image.metadata.energy == 781.25 && image.metadata.control.energy == 781.25);
  must(strcmp(image.metadata.unit('control.energy'), 'eV') && strcmp(image.metadata('definition'), 'NXstxm'));
  image.metadata.note = 'a note';
  image.metadata('sample 1') = int64(3);
  must(strcmp(image.metadata.note, 'a note') && image.metadata('sample 1') == 3 && image.plane_count() == 3);
  image.title = 'a title';
  image.filename = 'x.hdf5';
  must(strcmp(image.title, 'a title') && strcmp(image.filename, 'x.hdf5'));
  image.metadata = struct('a', 1);
  must(isequal(image.metadata.keys(), {'a'}) && image.plane_count() == 0);
end

function test_display()
  image = stoner.Image(rand(3, 4) > 2, [true(1, 4); false(2, 4)]);
  image.title = 'x';
  must(strncmp(strtrim(evalc('disp(image)')), 'stoner.Image: 3 x 4 logical, 4 masked, ''x''', 40));
  image.delete();
  must(~isempty(strfind(evalc('disp(image)'), 'deleted')));
end

function test_size()
  image = stoner.Image(zeros(2, 3, 4));
  [rows, columns] = size(image);
  must(rows == 2 && columns == 12);
  [rows, columns, frames, more] = size(image);
  must(isequal([rows columns frames more], [2 3 4 1]));
  must(size(image, 2) == 3 && size(image, 5) == 1 && ndims(image) == 3 && ~isempty(image) && image.pixel_count() == 24);
end

function test_delete_frees()
  before = stoner.Library.live_handles();
  image = stoner.Image(1);
  must(stoner.Library.live_handles() == before + 1 && mislocked('stoner_mex'));
  image.delete();
  must(stoner.Library.live_handles() == before);
  image.delete();
  image = stoner.Image(1);
  image = [];
  must(stoner.Library.live_handles() == before, 'an image that nobody holds stays');
  cell = {stoner.Image(1), stoner.Image([2 3]).mean(1), stoner.original.hist(stoner.Image(rand(4)))};
  clear cell
  must(stoner.Library.live_handles() == before);
end

function test_imshow()
  % A figure needs a graphics toolkit; what is asked of it does not.
  global drawn
  stubs = fullfile(fileparts(mfilename('fullpath')), 'stubs');
  shadows = warning('off', 'Octave:shadowed-function');
  addpath(stubs);
  warning(shadows);
  restore = onCleanup(@() rmpath(stubs));
  im = stoner.Image([0 51; 102 153; 204 255], [true false; false false; false false]);
  im.title = 'a_title';
  im.imshow('vmin', 0, 'vmax', 255, 'mask_color', 'red');
  [x, y, colours] = drawn.image{:};
  grey = colours(:, :, 2);
  must(isequal(size(colours), [3 2 3]) && isequal(round(grey([2 3 4 5 6]) * 255), [102 204 51 153 255]), 'the picture is %s', mat2str(grey));
  must(isequal(reshape(colours(1, 1, :), 1, 3), [1 0 0]), 'the masked pixel');
  must(isequal(x, [0 1]) && isequal(y, [0 2]), 'axes do not count from 0');
  im.imshow([0 255]);
  colours = drawn.image{3};
  must(isequal(reshape(colours(1, 1, :), 1, 3), [1 1 1]) && isequal(round(reshape(colours(2, 1, :), 1, 3) * 255), [102 102 102]), 'paper and limits');
  must(isequal(drawn.axis, {'ij', 'image'}) && strcmp(drawn.title{1}, 'a\_title'));
  stoner.Image(cat(3, [1 2], [4 3])).imshow(struct('frame', 2, 'cmap', 'gray'));
  must(isequal(drawn.image{3}(:, :, 1), [1 0]));
  must_fail(@() im.imshow(5), 'stoner:InvalidArgument');
  must_fail(@() im.imshow('cmap', 'no such map'), 'stoner:InvalidArgument');
  must_fail(@() im.imshow('colour', 1), 'stoner:InvalidArgument');
end

function test_figures()
  im = stoner.Image(scan('domain_plus.hdf5'));
  path = [tempname(), '.png'];
  im.imshow(path, 'colorbar', true, 'cmap', 'viridis', 'width', 400, 'height', 300);
  warning('off', 'stoner:Warning');
  restore = onCleanup(@() warning('on', 'stoner:Warning'));
  must(isequal(size(stoner.Image(path)), [300 400]) || ndims(stoner.Image(path)) == 3, 'no figure of the size asked for');
  im.plot_histogram(32, path, struct('log', true));
  must(dir(path).bytes > 1000);
  stoner.original.hist(im).plot(path);
  rgba = im.imshow_rgba(struct('show_axis', true), 320, 200);
  must(isa(rgba, 'uint8') && numel(rgba) == 4 * 320 * 200);
  layout = im.imshow_layout(struct('show_axis', true), 320, 200);
  must(layout.image(2) > layout.image(1) && layout.figure(2) == 320);
  must(isequal(size(stoner.Library.cmap_colours('viridis')), [1 1024]));
  delete(path);
end

function test_help_of_every_method()
  for kind = {'Image', 'Scan', 'Live', 'Table', 'Metadata', 'Context', 'Library', 'original'}
    must(numel(stoner.help(kind{1})) > 50);
    source = fileread(fullfile(fileparts(which('build_mex')), '+stoner', [kind{1}, '.m']));
    source = source(1:regexp(source, '^end$', 'once', 'lineanchors'));
    names = regexp(source, '^ {4}function (?![^\n]*get\.)([^\n=(]*= *)?(?<name>\w+)', 'names', 'lineanchors');
    must(numel(names) > 5);
    for k = 1:numel(names)
      must(numel(strtrim(stoner.help([kind{1}, '.', names(k).name]))) > 8, '%s.%s has no help', kind{1}, names(k).name);
    end
  end
end

function test_demo()
  folder = tempname();
  mkdir(folder);
  text = evalc('warning(''off'', ''stoner:Warning''); x = demo_xmcd(scan(''domain_plus.hdf5''), scan(''domain_minus.hdf5''), folder); warning(''on'', ''stoner:Warning'');');
  must(~isempty(strfind(text, 'polarization +1')) && exist(fullfile(folder, 'xmcd.png'), 'file') && exist(fullfile(folder, 'xmcd.tiff'), 'file'));
  must(strcmp(x.title, 'XMCD') && std(x, 0, 'all') > 0.01);
  confirm_recursive_rmdir(false);
  rmdir(folder, 's');
end
