function tests = test_examples()
% The programs in bindings/matlab/examples, each run.
  tests = localfunctions();
end

function folder = examples()
  folder = fullfile(fileparts(which('build_mex')), 'examples');
  addpath(folder);
end

function test_each_is_run_here()
  found = dir(fullfile(examples(), '*.m'));
  here = mfilename('fullpath');
  source = [fileread([here, '.m']), fileread(strrep([here, '.m'], 'test_examples', 'test_drawing'))];
  for k = 1:numel(found)
    must(~isempty(strfind(source, [found(k).name(1:end - 2), '('])), '%s is not run', found(k).name);
  end
end

function test_load_and_look()
  examples();
  text = evalc('im = load_and_look(scan(''domain_plus.hdf5''));');
  must(~isempty(strfind(text, '781.25 eV, 128 x 128 pixels')) && ~isempty(strfind(text, 'collection. (')) && isequal(size(im), [128 128]));
end

function test_mask_pixels()
  examples();
  warning('off', 'stoner:Warning');
  evalc('[im, line] = mask_pixels(scan(''domain_plus.hdf5''));');
  warning('on', 'stoner:Warning');
  must(isequal(size(line), [1 128]) && ~any(reshape(im.mask(1:2, :), 1, [])) && all(reshape(im.data(1:2, :), 1, []) == 0));
end

function test_xmcd_contrast()
  examples();
  warning('off', 'stoner:Warning');
  evalc('xmcd = xmcd_contrast(scan(''domain_plus.hdf5''), scan(''domain_minus.hdf5''));');
  warning('on', 'stoner:Warning');
  must(std(xmcd, 0, 'all') > 0.01);
end

function test_line_profile()
  examples();
  picture = [tempname(), '.png'];
  text = evalc('t = line_profile(scan(''domain_plus.hdf5''), picture);');
  must(exist(picture, 'file') == 2 && ~isempty(strfind(text, 'Distance')) && height(t) == 101);
  delete(picture);
  delete(strrep(picture, '.png', '.csv'));
end

function test_stack_of_frames()
  examples();
  evalc('aligned = stack_of_frames();');
  must(isequal(size(aligned), [48 64 3]) && max(abs(aligned(:, :, 2) - aligned(:, :, 1)), [], 'all') < 0.01);
end

function test_save_and_load()
  examples();
  folder = tempname();
  mkdir(folder);
  im = stoner.Image(magic(8), magic(8) > 60);
  evalc('back = save_and_load(im, folder);');
  must(isequal(back, im) && exist(fullfile(folder, 'figure.png'), 'file') == 2);
  confirm_recursive_rmdir(false);
  rmdir(folder, 's');
end

function test_long_call()
  examples();
  [x, y] = meshgrid(0:127);
  im = stoner.Image(sin(x / 7) .* cos(y / 9));
  text = evalc('long_call(im);');
  must(~isempty(strfind(text, ' %')) && ~isempty(strfind(text, 'stoner:Cancelled')));
end

function test_scan_frame_by_frame()
  examples();
  text = evalc('t = scan_frame_by_frame(scan(''domain_plus.hdf5''));');
  im = stoner.Image(scan('domain_plus.hdf5'));
  must(~isempty(strfind(text, 'frame 1: 781.25 eV')) && t.pixels == 65 * 65);
  near(t.mean, mean(reshape(im.data(32:96, 32:96), 1, [])), 1e-6);
end

function test_live_image()
  examples();
  text = evalc('im = live_image();');
  must(isequal(size(im), [32 48]) && ~isempty(strfind(text, '% of the pixels')) && im.metadata.energy == 780);
  must(mean(im, 'all') > 50 && mean(im, 'all') < 150 && nnz(im.mask) < numel(im) / 2);
end
