function tests = test_scans()
% stoner.Scan: what it says of files whose content is known, one a stack that the tests write.
  tests = localfunctions();
end

function [s, frames, energies, x, y, folder] = stack()
  folder = tempname();
  mkdir(folder);
  rand('twister', 3);
  frames = round(5000 * rand(5, 7, 3));
  energies = [698 700 703.5];
  x = (0:6) * 0.5 - 3;
  y = (0:4) * 0.25 + 100;
  s = stoner.Scan(sdf_stack(folder, frames, energies, x, y));
end

function remove(folder)
  confirm_recursive_rmdir(false);
  rmdir(folder, 's');
end

function test_a_stack_says_what_it_holds()
  [s, ~, energies, x, y, folder] = stack();
  must(strcmp(s.kind, 'stack') && isequal(s.shape, [5 7 3]) && s.frame_count == 3 && isequal(s.detectors, {'PMT'}));
  must(isequal(s.energies(:).', energies) && s.energies(2) == 700 && isequal(s.axes(2).values(:).', x) && s.shape(3) == 3 && isequal(s.quantity('energy'), s.energies) && isempty(s.quantity('zone-plate')));
  near(s.quantity('dwell'), 0.0025 * ones(size(s.quantity('dwell'))), 1e-12);
  a = s.axes();
  must(isequal({a.role}, {'row', 'column', 'frame'}) && isequal(a(3).values(:).', energies) && strcmp(a(3).unit, 'eV'));
  must(isequal(sort(a(1).values(:).'), y) && isequal(a(2).values(:).', x) && strcmp(a(1).name, 'sample_y') && abs(a(1).direction) == 1 && a(2).direction == 1);
  must(strcmp(s.dtype, class(s.image().data)) && ~isempty(strfind(s.rule, 'SDF')) && ~isempty(strfind(s.start, '2020')) && ischar(s.finish) && ~ismethod(s, 'end') && s.completeness == 1);
  [~, name] = fileparts(s.filename);
  must(strcmp(name, 'stack'));
  text = evalc('s');
  must(~isempty(strfind(text, 'stack, 5 x 7 x 3')) && ~isempty(strfind(text, 'PMT')) && ~isempty(strfind(text, '698 to 703.5 eV')));
  remove(folder);
end

function test_frames_are_read_one_by_one()
  [s, frames, energies, ~, ~, folder] = stack();
  whole = s.image();
  must(isequal(whole.data, frames) && isa(whole, 'stoner.Image'));
  for k = 1:3
    im = s.image('frame', k);
    must(isequal(im.data, frames(:, :, k)), 'frame %d is another one', k);
    must(isequal(im.quantity('energy'), energies(k)), 'frame %d has the energy of another one', k);
  end
  message = must_fail(@() s.image('frame', 4), 'stoner:OutOfRange');
  must(~isempty(strfind(message, 'allowed: 1 to 3')));
  must(isequal(s.image('detector', 'PMT', 'frame', 2).data, frames(:, :, 2)));
  remove(folder);
end

function test_a_spectrum_is_the_mean_of_the_pixels()
  [s, frames, ~, ~, ~, folder] = stack();
  t = s.spectrum();
  near(t.mean, squeeze(mean(mean(frames, 1), 2)), 1e-9);
  % A box is one of points, which begin at 0: columns 3 and 4, rows 2 to 4.
  t = s.spectrum('box', [2 4 1 4]);
  near(t.mean, squeeze(mean(mean(frames(2:4, 3:4, :), 1), 2)), 1e-9);
  must(isequal(t.pixels, [6; 6; 6]));
  region = false(5, 7);
  region(2, 3) = true;
  t = s.spectrum('region', region);
  near(t.mean, squeeze(frames(2, 3, :)), 1e-9);
  remove(folder);
end

function test_a_file_that_has_changed_is_refreshed()
  [s, frames, energies, x, y, folder] = stack();
  [same, ~, n] = s.refresh();
  must(n == 0 && same.frame_count == 3);
  pause(0.01);
  more = cat(3, frames, 1 + frames(:, :, 1));
  sdf_stack(folder, more, [energies 710], x, y);
  must_fail(@() s.image(), 'stoner:Changed');
  [now, first, n] = s.refresh();
  must(now.frame_count == 4 && first + n - 1 == 4 && isequal(now.image('frame', 4).data, more(:, :, 4)));
  must_fail(@() s.image(), 'stoner:Changed');
  remove(folder);
end

function test_a_bundled_scan()
  s = stoner.Scan(scan('domain_plus.hdf5'));
  im = stoner.Image(scan('domain_plus.hdf5'));
  must(isequal(s.entries, {'entry1'}) && strcmp(s.entries{1}, s.entry_name(s.default_entry)) && any(strcmp(s.monitors, 'control')));
  must(isequal(s.image(), im) && isequal(s.image('frame', 1), im) && s.energies == 781.25 && isempty(s.repairs));
  must(isequal(size(s.image('detector', 'control')), [128 128]) && ~isequal(s.image('detector', 'control'), im));
  near(s.spectrum().mean, im.mean('all'), 1e-9);
  t = s.points('frame', 1);
  must(height(t) == 128 ^ 2 && isequal(sort(t.value), sort(im.data(:))));
  must(strcmp(s.kind('entry', 'entry1'), 'image') && s.metadata().count() > 10 && isequal(s.detectors('entry', 'entry1'), {'counter0'}));
end

function test_a_scan_in_a_file_is_its_name()
  s = stoner.Scan(scan('domain_plus.hdf5'));
  saved = saveobj(s);
  must(isequal(fieldnames(saved), {'class'; 'filename'}));
  again = stoner.Scan(saved);
  must(isequal(again.image(), s.image()) && isequal(stoner.Scan.loadobj(saved).entries, s.entries));
end

function test_handles_and_contexts()
  before = stoner.Library.live_handles();
  ctx = stoner.Context();
  s = stoner.Scan(scan('domain_plus.hdf5'), 'context', ctx);
  im = s.image();
  must(isa(s.context(), 'stoner.Context') && isequal(im.context().raw_handle(), ctx.raw_handle()) && stoner.Library.live_handles() == before + 3);
  other = s.clone();
  s.delete();
  must(isequal(other.image(), im) && ~isempty(strfind(evalc('s'), 'deleted')));
  must_fail(@() s.entries, 'stoner:InvalidHandle');
  clear s other im ctx
  must(stoner.Library.live_handles() == before, 'handles are left');
end
