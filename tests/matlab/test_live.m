function tests = test_live()
% stoner.Live: images of points whose sums are known.
  tests = localfunctions();
end

function [x, y, counts, monitor] = points()
  rand('twister', 11);
  x = 4 * rand(1, 200);
  y = -3 * rand(1, 200);
  counts = round(1000 * rand(1, 200));
  monitor = 50 + 10 * rand(1, 200);
end

function values = ratio(x, y, counts, monitor)
  % The counts over the monitor of the points nearest to each pixel of 4 by 5, at (0, 0), (1, 0), ... and (0, -1), ...
  row = round(-y) + 1;
  column = round(x) + 1;
  values = accumarray([row(:), column(:)], counts(:), [4 5]) ./ accumarray([row(:), column(:)], monitor(:), [4 5]);
end

function test_points_become_an_image()
  [x, y, counts, monitor] = points();
  live = stoner.Live([4 5], [0 0], [1 -1], 'reference', 100, 'unit', 'um');
  live.push(x(1:70), y(1:70), counts(1:70), monitor(1:70));
  live.push(x(71:end), y(71:end), counts(71:end), monitor(71:end));
  near(double(live.image()), 100 * ratio(x, y, counts, monitor), 1e-9);
  [pushed, outside, invalid, part] = live.state();
  must(pushed == 200 && outside == 0 && invalid == 0 && part == 1 && live.coverage == 1);
  im = live.image();
  must(isequal(im.map_unit(1), 'um') && im.plane('coverage').sum('all') == 200);
end

function test_pixels_without_points_are_masked()
  live = stoner.Live([4 5], [0 0], [1 -1]);
  live.push([0 1 2 9 NaN], [0 -1 -2 0 0], [5 6 7 1 1]);
  im = live.image();
  wanted = diag([5 6 7 0]);
  must(isequal(im.mask, ~[diag([true true true false]), false(4, 1)]) && isequal(im.data(~im.mask), wanted(wanted > 0)));
  [values, errors, n] = live.read();
  must(isequal(isnan(values), im.mask) && isequal(n, [diag([1 1 1 0]), zeros(4, 1)]));
  near(diag(errors(1:3, 1:3)), sqrt([5; 6; 7]), 1e-12);
  [pushed, outside, invalid] = live.state();
  must(pushed == 5 && outside == 1 && invalid == 1);
  must(~isempty(strfind(evalc('live'), '5 points, 1 outside, 1 invalid, 15.0 %')));
end

function test_linear_shares_a_point()
  live = stoner.Live([2 2], [0 0], [1 1], 'spread', 'linear');
  live.push(0.25, 0.5, 8);
  must(live.coverage == 1);
  other = stoner.Live([2 2], [0 0], [1 1]);
  other.push(0.25, 0.4, 8);
  must(other.coverage == 0.25);
end

function test_reset_clone_and_metadata()
  live = stoner.Live([2 2], [0 0], [1 1]);
  live.push([0 1], [0 1], [3 4]);
  other = live.clone();
  live.reset();
  must(live.coverage == 0 && other.coverage == 0.5);
  live.set_metadata(stoner.Metadata(struct('energy', 700)));
  live.push(0, 0, 1);
  must(live.image().metadata.energy == 700);
end

function test_it_is_not_saved()
  live = stoner.Live([2 2], [0 0], [1 1]);
  lastwarn('');
  evalc('saved = saveobj(live);');
  must(isempty(saved) && ~isempty(strfind(lastwarn(), 'live image is not saved')));
end

function test_handles()
  before = stoner.Library.live_handles();
  live = stoner.Live([2 2], [0 0], [1 1], 'context', stoner.Context());
  must(stoner.Library.live_handles() == before + 2);
  live.delete();
  must_fail(@() live.image(), 'stoner:InvalidHandle');
  must(~isempty(strfind(evalc('live'), 'deleted')));
  clear live
  must(stoner.Library.live_handles() == before, 'handles are left');
end
