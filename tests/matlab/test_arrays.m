function tests = test_arrays()
% Arrays become images and are read back unchanged.
  tests = localfunctions();
end

function round_trip(array)
  image = stoner.Image(array);
  must(isequal(size(image), size(array)), 'size %s of %s', mat2str(size(image)), mat2str(size(array)));
  back = image.data;
  must(isa(back, class(array)), '%s came back as %s', class(array), class(back));
  must(isequal(size(back), size(array)));
  must(isequaln(back, array), 'an array of %s has changed', class(array));
  must(~any(image.mask(:)), 'something is masked');
end

function names = integers()
  names = {'uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32', 'uint64', 'int64'};
end

function test_integers_keep_class_and_values()
  for name = integers()
    low = intmin(name{1});
    high = intmax(name{1});
    round_trip([low, high, 0; 1, 2, high - 1]);
    image = stoner.Image(cast(magic(5), name{1}));
    must(strcmp(image.dtype, name{1}));
  end
end

function test_int64_keeps_all_digits()
  value = bitshift(int64(1), 62) + int64(1);
  round_trip([value, -value]);
  image = stoner.Image([value, -value]);
  must(image.item([1 2]) == -value && isa(image.item(2), 'int64'));
  % By the class of the argument.
  image.write_mask([true false]);
  must(isequal(image.filled('fill_value', value - 2).data, [value - 2, -value]));
  must(isequal(image.filled(value - 2).data, [value - 2, -value]));
  image.itemset([1 2], value + 4);
  must(image.item([1 2]) == value + 4);
  image.fill(value + 2);
  must(isequal(image.data, [value + 2, value + 2]));
  must(isequal(image.clip('max', value).data, [value, value]));
  most = intmax('uint64');
  unsigned = stoner.Image([most, uint64(0)]);
  unsigned.write_mask([false true]);
  must(isequal(unsigned.filled('fill_value', most - 1).data, [most, most - 1]));
  unsigned.set_fill_value('fill_value', most - 3);
  must(unsigned.fill_value() == most - 3 && isa(unsigned.fill_value(), 'uint64'));
  must(unsigned.item([1 1]) == most);
  must(isequal(unsigned.clip('max', most - 5).data, [most - 5, uint64(0)]));
  must(isequal(unsigned.clip(uint64(7), most - 5).data, [most - 5, uint64(7)]));
  % Without a value: back to the default, and the image's own.
  unsigned.set_fill_value();
  must(unsigned.fill_value() == 999999);
  unsigned.set_fill_value(most - 3);
  must(isequal(unsigned.filled().data, [most, most - 3]));
  drawn = stoner.Image(zeros(2, 2, 'uint64'));
  drawn.draw_line(0, 0, 1, 1, 'value', most - 1);
  must(isequal(drawn.data, [most - 1, 0; 0, most - 1]));
  drawn.draw_line(0, 0, 1, 0);
  must(isequal(drawn.data(1, :), uint64([1 1])));
  both = stoner.Image(complex([1 2; 3 4], 1));
  both.fill(3 + 4i);
  both.itemset([2 1], -1i);
  must(isequal(both.data, [3 + 4i, 3 + 4i; -1i, 3 + 4i]) && both.item([2 1]) == -1i && both.fill_value() == 1e20);
  flags = stoner.Image([true false]);
  must(islogical(flags.item(1)) && flags.item(1));
end

function test_logical()
  round_trip(magic(4) > 8);
  image = stoner.Image(true);
  must(strcmp(image.dtype, 'logical') && islogical(image.data));
end

function test_floats_with_nan_and_infinity()
  values = [1.5, NaN, -Inf; Inf, -0, realmin];
  round_trip(values);
  round_trip(single(values));
  image = stoner.Image(values);
  must(1 / image.data(2, 2) == -Inf, 'the sign of zero is lost');
end

function test_complex()
  values = complex([1, 2; 3, NaN], [-1, 0; Inf, 5]);
  round_trip(values);
  round_trip(single(values));
  must(strcmp(stoner.Image(values).dtype, 'double complex'));
  must(strcmp(stoner.Image(single(values)).dtype, 'single complex'));
  must(isequaln(double(stoner.Image(single(values))), double(single(values))));
end

function test_rows_and_columns_are_those_of_the_picture()
  values = reshape(1:6, 2, 3);
  image = stoner.Image(values);
  must(isequal(image.shape, [2 3]));
  must(image.item([2 3]) == values(2, 3) && image.item(4) == values(4), 'row and column are exchanged');
  [x, y] = image.span();
  must(x == 1 && y == 6);
end

function test_stack()
  values = reshape(int16(1:60), 3, 4, 5);
  round_trip(values);
  image = stoner.Image(values);
  must(image.ndim() == 3);
  must(image.item([3 4 5]) == values(3, 4, 5) && image.item([1 3 2]) == values(1, 3, 2) && image.item(43) == values(43));
  must(isequal(image.crop([1 3 0 2]).data, values(1:2, 2:3, :)));
  must(isequal(image.flip_v().data, values(end:-1:1, :, :)));
  round_trip(complex(rand(3, 4, 5), rand(3, 4, 5)));
end

function test_four_dimensions()
  values = reshape(1:120, 2, 3, 4, 5);
  round_trip(values);
  image = stoner.Image(values);
  must(image.item([2 3 4 5]) == values(2, 3, 4, 5) && image.item(77) == values(77));
end

function test_empty()
  round_trip(zeros(0, 0));
  round_trip(zeros(0, 3));
  round_trip(zeros(3, 0));
  round_trip(zeros(0, 3, 'int8'));
  round_trip(false(2, 0));
  must(isempty(stoner.Image(zeros(0, 3))));
end

function test_scalar()
  round_trip(7);
  round_trip(single(2 + 3i));
  must(stoner.Image(7, 'ndim', 0).ndim() == 0);
  must(isequal(stoner.Image(7, 'ndim', 0).data, 7));
end

function test_rank_one()
  image = stoner.Image([3 1 2], 'ndim', 1);
  must(image.ndim() == 1 && isequal(image.data, [3 1 2]) && isequal(size(image), [1 3]));
  image = stoner.Image([3; 1; 2], 'ndim', 1);
  must(isequal(image.data, [3 1 2]));
  masked = stoner.Image([3 1 2], [false true false], 'ndim', 1);
  must(isequal(masked.mask, [false true false]));
end

function test_matrices_that_octave_keeps_in_other_forms()
  round_trip(1:5);
  round_trip(5:-1:1);
  round_trip(full(eye(3)));
  image = stoner.Image(eye(4));
  must(isequal(image.data, full(eye(4))));
  [~, ~, p] = lu(magic(4));
  must(isequal(stoner.Image(p).data, full(p)));
end

function test_masks()
  values = reshape(1:12, 3, 4);
  mask = false(3, 4);
  mask(1, 2) = true;
  mask(3, 4) = true;
  image = stoner.Image(values, mask);
  must(isequal(image.mask, mask) && isequal(image.read_mask(), mask));
  must(isequal(image.data, values), 'masked pixels have lost their values');
  must(image.count_value() == 10);
  must(abs(mean(image, 'all') - mean(values(~mask))) < 1e-12);
  must(isequal(image.compressed().data, reshape(values.', 1, [])(~reshape(mask.', 1, []))));
  image.mask = ~mask;
  must(isequal(image.mask, ~mask));
  image.mask = [];
  must(~any(image.mask(:)));
  image.mask = true;
  must(all(image.mask(:)) && isnan(image.mean_value()) && isnan(mean(image, 'all')));
end

function test_mask_of_a_stack()
  mask = rand(4, 5, 6) > 0.5;
  image = stoner.Image(rand(4, 5, 6), mask);
  must(isequal(image.mask, mask));
  mask = rand(130, 70) > 0.5;
  must(isequal(stoner.Image(rand(130, 70), mask).mask, mask));
  must(stoner.Image(rand(130, 70), mask).count_value() == sum(~mask(:)));
end

function test_reading_in_another_class()
  image = stoner.Image([1.4, -3, 300, NaN]);
  must(isequal(image.read('uint8'), uint8([1 0 255 0])));
  must(isa(image.read('single'), 'single') && isa(single(image), 'single'));
  must(isequal(double(stoner.Image(uint16([1 2]))), [1 2]));
end

function test_writing()
  image = stoner.Image(zeros(3, 4));
  image.write(reshape(1:12, 3, 4));
  must(isequal(image.data, reshape(1:12, 3, 4)));
  image.write([7 8; 9 10], [1 3 0 2]);
  must(isequal(image.data(1:2, 2:3), [7 8; 9 10]));
  image.write(int8(5), [0 1 -Inf Inf]);
  must(isequal(image.data(:, 1), [5; 5; 5]));
  stack = stoner.Image(zeros(2, 3, 4));
  values = rand(2, 2, 4);
  stack.write(values, [1 3 0 2]);
  must(isequal(stack.data(:, 2:3, :), values));
end

function test_copies_are_values()
  image = stoner.Image([1 2; 3 4]);
  copy = image.clone();
  image(1, 1) = 10;
  must(copy(1, 1) == 1 && image(1, 1) == 10);
  must(isequal(stoner.Image(copy), copy) && ~isequal(image, copy));
end

function test_large_array_takes_one_copy()
  % The peak: the image, the array that is read, and Octave's own copy of that as it leaves a MEX; ours would be a fourth.
  values = rand(3000, 3000);
  before = peak();
  if isempty(before)
    error('tests:skip', 'there is no /proc/self/status');
  end
  image = stoner.Image(values);
  back = image.data;
  grown = peak() - before;
  must(isequal(back, values));
  must(grown < 3.3 * 72e6, 'reading and writing take %.0f MB for an array of 72 MB', grown / 1e6);
end

function bytes = peak()
  bytes = [];
  if exist('/proc/self/status', 'file')
    found = regexp(fileread('/proc/self/status'), 'VmHWM:\s+(\d+) kB', 'tokens', 'once');
    bytes = 1024 * str2double(found{1});
  end
end

function test_tolist()
  [values, masked] = stoner.Image([1 2 3; 4 5 6], [false true false; false false true]).tolist();
  must(isequal(values, [1 0 3; 4 5 0]) && isequal(masked, [false true false; false false true]));
  values = stoner.Image([1 2 3; 4 5 6], [false true false; false false true]).tolist([], -1);
  must(isequal(values, [1 -1 3; 4 5 -1]));
end
