function tests = test_meanings()
% Every function that generated/meanings.txt lists, on images, against the host's own function on the plain matrix: all classes, sizes, dimensions.
% Masked pixels against the host's function on the pixels that are left, one line after another.
  tests = localfunctions();
end

% -- What is compared -------------------------------------------------------------------------------------------------------------

function found = arrays()
  rand('twister', 11);
  found = {magic(5), rand(4, 7) - 0.5, single(rand(6, 3)), int8([-128 127 5; 3 -7 0]), uint16([65535 1; 2 300; 7 7]), uint8(magic(4)), ...
           int32([5 -3 2]), int64([2 ^ 40; -9; 3]), magic(4) > 7, complex(rand(3, 4), rand(3, 4) - 0.5), rand(3, 4, 5) - 0.3, [3 NaN -1 Inf; 2 2 NaN -Inf; 0 1 NaN 4], ...
           [5 2 9 1], [4; 8; 6], 7, single(-2.5), zeros(0, 3), zeros(3, 0), uint8(reshape(1:24, 2, 3, 4)), single(complex([1 2], [3 4]))};
end

function same(name, given, expected, result)
  % An image, or a number, with the values, the class and the size of the host's result, nothing masked.
  what = sprintf('%s(%s)', name, strjoin(cellfun(@shown, given, 'UniformOutput', false), ', '));
  if isa(result, 'stoner.Image')
    must(~any(result.mask(:)), '%s: something is masked', what);
    result = result.data;
  end
  must(strcmp(class(result), class(expected)), '%s is of %s, not %s', what, class(result), class(expected));
  must(isequal(size(result), size(expected)), '%s has size %s, not %s', what, mat2str(size(result)), mat2str(size(expected)));
  must(isempty(expected) || isequaln(result, expected) || close_to(result, expected), '%s gives %s, not %s', what, shown(result), shown(expected));
end

function yes = close_to(a, b)
  % Sums in another order differ in the last digits.
  yes = isfloat(a) && all(isnan(a(:)) == isnan(b(:)));
  a(isnan(a)) = 0;
  b(isnan(b)) = 0;
  infinite = isinf(a) | isinf(b);
  yes = yes && isequal(a(infinite), b(infinite)) && all(abs(a(~infinite) - b(~infinite)) <= 8 * eps(class(a)) * max([1; abs(b(~infinite))(:)]));
end

function text = shown(value)
  if ischar(value)
    text = ['''', value, ''''];
  elseif numel(value) > 12
    text = sprintf('%s %s', mat2str(size(value)), class(value));
  elseif ndims(value) == 2 && (isnumeric(value) || islogical(value))
    text = mat2str(value);
  else
    text = class(value);
  end
end

function count = compare(name, given, count)
  % The first of given is the array.
  state = warning('off', 'all');
  restore = onCleanup(@() warning(state));
  wanted = 1 + any(strcmp(name, {'max', 'min', 'sort'})) * (numel(given) < 2 || isempty(given{2}) || ischar(given{2}) || strcmp(name, 'sort'));
  try
    expected = cell(1, wanted);
    [expected{:}] = feval(name, given{:});
  catch
    expected = {};
  end
  im = stoner.Image(given{1});
  if isempty(expected)
    failed = false;
    try
      feval(name, im, given{2:end});
    catch trouble
      failed = true;
      must(~isempty(trouble.identifier), '%s: the error "%s" has no identifier', name, trouble.message);
    end
    must(failed, '%s(%s): the host gives an error, the image none', name, strjoin(cellfun(@shown, given, 'UniformOutput', false), ', '));
    return
  end
  result = cell(1, wanted);
  [result{:}] = feval(name, im, given{2:end});
  same(name, given, expected{1}, result{1});
  if wanted > 1
    must(isequal(result{2}, expected{2}), '%s: places %s, not %s', name, shown(result{2}), shown(expected{2}));
  end
  count = count + 1;
end

function [names, groups] = listed()
  text = fileread(fullfile(fileparts(which('build_mex')), 'generated', 'meanings.txt'));
  lines = strsplit(strtrim(text), sprintf('\n'));
  parts = cellfun(@(line) strsplit(line, ' '), lines, 'UniformOutput', false);
  names = cellfun(@(part) part{1}, parts, 'UniformOutput', false);
  groups = cellfun(@(part) part{2}, parts, 'UniformOutput', false);
end

function names = of_group(group)
  [all_names, groups] = listed();
  names = all_names(strcmp(groups, group));
  must(~isempty(names));
end

% -- Without masks: the host's own result -----------------------------------------------------------------------------------------

function test_pixelwise()
  count = 0;
  for name = of_group('pixelwise')
    for array = arrays()
      count = compare(name{1}, array(1), count);
    end
  end
  must(count > 400, 'only %d comparisons', count);
end

function test_pairwise()
  count = 0;
  for name = of_group('pairwise')
    for array = arrays()
      a = array{1};
      others = {a, a(1:min(end, 1), :, :), cast(3, class(a)), isfinite(a) & real(a) > 0};
      for other = others
        count = compare(name{1}, {a, other{1}}, count);
      end
      % The image on the other side.
      try
        expected = feval(name{1}, 2, a);
        both = feval(name{1}, a, a);
      catch
        continue
      end
      same(name{1}, {2, a}, expected, feval(name{1}, 2, stoner.Image(a)));
      same(name{1}, {a, a}, both, feval(name{1}, stoner.Image(a), stoner.Image(a)));
      count = count + 2;
    end
  end
  must(count > 1000, 'only %d comparisons', count);
end

function test_reductions()
  count = 0;
  for name = [of_group('reduction'), {'max', 'min'}]
    for array = arrays()
      inputs = {{}, {1}, {2}, {3}};
      if any(strcmp(name{1}, {'max', 'min'}))
        inputs = {{}, {[], 1}, {[], 2}, {[], 3}, {2}, {array{1}}};
        if isempty(array{1})
          inputs(end) = [];
        end
      elseif any(strcmp(name{1}, {'std', 'var'}))
        inputs = {{}, {0}, {1}, {0, 1}, {1, 2}, {0, 3}, {[], 2}};
      elseif any(strcmp(name{1}, {'sum', 'prod'}))
        inputs = [inputs, {{'native'}, {1, 'double'}}];
      end
      for given = inputs
        count = compare(name{1}, [array(1), given{1}], count);
      end
    end
  end
  must(count > 900, 'only %d comparisons', count);
end

function test_reductions_that_octave_does_not_have()
  % 'all', several dimensions, 'omitnan', 'includenan', 'linear': MATLAB's, said by what they mean.
  a = rand(3, 4, 5);
  a(2, 2, 2) = 7;
  im = stoner.Image(a);
  for name = {'sum', 'prod', 'mean', 'median', 'max', 'min', 'any', 'all', 'mode'}
    f = str2func(name{1});
    given = {};
    if any(strcmp(name{1}, {'max', 'min'}))
      given = {[]};
    end
    near(f(im, given{:}, 'all'), f(a(:)), 1e-13);
    near(f(im, given{:}, [1 2]).data, reshape(f(reshape(a, 12, 5)), 1, 1, 5), 1e-13);
    near(f(im, given{:}, [2 3]).data, f(reshape(a, 3, 20), given{:}, 2), 1e-13);
  end
  near(std(im, 0, 'all'), std(a(:)), 1e-13);
  near(var(im, 1, [1 2]).data, reshape(var(reshape(a, 12, 5), 1), 1, 1, 5), 1e-13);
  [m, i] = max(im, [], 'all');
  must(m == 7 && i == find(a == 7));
  [m, i] = max(im, [], 2, 'linear');
  must(isequal(a(i), m.data));
  b = [1 NaN 3; NaN NaN 6];
  im = stoner.Image(b);
  must(isequaln(sum(im, 'omitnan').data, [1 0 9]) && isequaln(mean(im, 'omitnan').data, [1 NaN 4.5]) && isequaln(prod(im, 2, 'omitnan').data, [3; 6]));
  must(isequaln(median(im, 2, 'omitnan').data, [2; 6]) && isequaln(std(im, 0, 2, 'omitnan').data, [std([1 3]); 0]));
  must(isequaln(max(im, [], 2, 'includenan').data, [NaN; NaN]) && isequaln(min(im, [], 1, 'omitnan').data, [1 NaN 3]));
  [~, i] = max(im, [], 2, 'includenan');
  must(isequal(i, [2; 1]));
end

function test_scans()
  count = 0;
  for name = of_group('scan')
    for array = arrays()
      for given = {{}, {1}, {2}}
        count = compare(name{1}, [array(1), given{1}], count);
      end
    end
  end
  must(count > 150, 'only %d comparisons', count);
  a = rand(4, 3);
  near(cumsum(stoner.Image(a), 1, 'reverse').data, flipud(cumsum(flipud(a))), 1e-14);
end

function test_order_and_search()
  count = 0;
  for array = arrays()
    for given = {{}, {1}, {2}, {'descend'}, {2, 'descend'}}
      count = compare('sort', [array(1), given{1}], count);
    end
    a = array{1};
    im = stoner.Image(a);
    must(isequal(find(im), find(a)) && nnz(im) == nnz(a));
    [r, c, v] = find(im);
    [r2, c2, v2] = find(a);
    must(isequaln({r, c, v}, {r2, c2, v2}));
    [u, i, j] = unique(im);
    [u2, i2, j2] = unique(a);
    must(isequaln(u, u2) && isequal(i, i2) && isequal(j, j2) && strcmp(class(u), class(u2)));
    for n = 1:2
      count = compare('diff', {a, n}, count);
    end
    count = compare('diff', {a, 1, 2}, count);
    count = compare('round', {a}, count);
  end
  must(count > 120, 'only %d comparisons', count);
  must(isequal(round(stoner.Image([1.25 -2.5 3.149]), 1).data, [1.3 -2.5 3.1]) && isequal(find(stoner.Image([0 1 1 0 1]), 2), [2 3]));
end

function test_shapes()
  count = 0;
  for array = arrays()
    a = array{1};
    cases = {'reshape', {numel(a), 1}; 'reshape', {[1 numel(a)]}; 'reshape', {[], 1}; 'permute', {[2 1 3]}; 'permute', {[3 1 2]}; 'ipermute', {[3 1 2]}; 'squeeze', {}; ...
             'repmat', {2, 3}; 'repmat', {[1 2 2]}; 'circshift', {1}; 'circshift', {1, 2}; 'flip', {}; 'flip', {2}; 'fliplr', {}; 'flipud', {}; 'rot90', {}; 'rot90', {2}; ...
             'rot90', {-1}; 'transpose', {}; 'ctranspose', {}; 'triu', {}; 'triu', {1}; 'tril', {-1}; 'diag', {}; 'diag', {1}};
    for k = 1:size(cases, 1)
      if ndims(a) > 2 && any(strcmp(cases{k, 1}, {'fliplr', 'flipud', 'rot90', 'triu', 'tril', 'diag'})) || isempty(a) && any(strcmp(cases{k, 1}, {'rot90', 'flipud', 'fliplr', 'circshift'}))
        continue
      end
      count = compare(cases{k, 1}, [{a}, cases{k, 2}], count);
    end
    im = stoner.Image(a);
    same('[a a]', {a}, [a, a], [im, im]);
    same('[a; a]', {a}, [a; a], [im; a]);
    same('cat', {a}, cat(3, a, a), cat(3, a, im));
    must(isequal(size(im), size(a)) && ndims(im) == ndims(a) && numel(im) == numel(a) && isempty(im) == isempty(a) && rows(im) == rows(a) && columns(im) == columns(a));
    must(strcmp(underlyingType(im), class(a)));
    must(height(im) == size(a, 1) && width(im) == size(a, 2));
    for name = of_group('answer')
      must(isequal(feval(name{1}, im), feval(name{1}, a)), '%s of %s', name{1}, shown(a));
    end
  end
  must(count > 300, 'only %d comparisons', count);
  mixed = [stoner.Image(uint8([1 2])), [300.6 -4]];
  same('[uint8 double]', {1}, [uint8([1 2]), [300.6 -4]], mixed);
end

function test_indices()
  for array = arrays()
    a = array{1};
    im = stoner.Image(a);
    cases = {{':'}, {':', ':'}, {1:size(a, 1), size(a, 2):-1:1}, {[], 1:0}};
    if ~isempty(a)
      cases = [cases, {{1}, {numel(a)}, {1, ':'}, {':', size(a, 2)}, {size(a, 1), size(a, 2)}, {[1 1 1], 1}, {a == a(1)}, {1:2:size(a, 1), ':'}, {logical(ones(1, size(a, 1))), 1}, ...
                       {':', ':', size(a, 3)}, {1, 1, ':'}, {reshape([1 1 1 1], 2, 2)}}];
    end
    for given = cases
      expected = a(given{1}{:});
      result = im(given{1}{:});
      must(numel(expected) == 1 || isa(result, 'stoner.Image'));
      same('index', given{1}, expected, result);
    end
    if ~isempty(a)
      same('end', {a}, a(end), im(end));
      same('end', {a}, a(2:end, :), im(2:end, :));
      same('end', {a}, a(end, 1:end - 1), im(end, 1:end - 1));
      same('logical image', {a}, a(a == a(1)), im(im == a(1)));
    end
  end
end

function test_assignment()
  for array = arrays()
    a = array{1};
    if isempty(a) || islogical(a)
      % Octave makes double of a logical matrix that is given numbers, MATLAB does not.
      continue
    end
    cases = {{1}, 5.7; {':'}, -3; {1, ':'}, 300; {size(a, 1), size(a, 2)}, single(2.5); {a == a(1)}, 9; {[1 numel(a)]}, int8([7 8])};
    for k = 1:size(cases, 1)
      value = cases{k, 2};
      if isinteger(value) && isinteger(a) && ~isa(value, class(a))
        value = double(value);
      elseif isinteger(value)
        value = cast(value, class(a));
      end
      expected = a;
      expected(cases{k, 1}{:}) = value;
      im = stoner.Image(a);
      im(cases{k, 1}{:}) = value;
      must(isequaln(im.data, cast(expected, class(a))), 'assignment to %s', shown(a));
    end
  end
  bits = stoner.Image([true false]);
  bits(2) = 5;
  must(isequal(bits.data, [true true]) && islogical(bits.data));
  im = stoner.Image(zeros(2, 3));
  im(:, 2:3) = stoner.Image([1 2; 3 4], [false true; false false]);
  must(isequal(im.mask, [false false true; false false false]) && im(2, 3) == 4, 'the mask of what is assigned');
end

function test_products_and_equations()
  a = magic(4);
  b = rand(4, 3);
  im = stoner.Image(a);
  near((im * b).data, a * b, 1e-12);
  near((b.' * im).data, b.' * a, 1e-12);
  near((im * stoner.Image(b)).data, a * b, 1e-12);
  must(isequal((im * 2).data, a * 2) && isequal((2 * im).data, 2 * a) && isequal((im / 2).data, a / 2) && isequal((2 \ im).data, 2 \ a));
  c = rand(4);
  near((stoner.Image(c) / c).data, eye(4), 1e-9);
  near((stoner.Image(c) \ b).data, c \ b, 1e-9);
  near((stoner.Image(c) ^ 2).data, c ^ 2, 1e-12);
  must(dot(stoner.Image([1 2 3]), [4; 5; 6]) == 32 && isequal(dot(im, a).data, dot(a, a)) && isequal(dot(im, im, 2).data, dot(a, a, 2)));
  z = [1+2i 3];
  must(dot(stoner.Image(z), z) == dot(z, z));
end

function test_planes()
  rand('twister', 5);
  a = rand(6, 5);
  im = stoner.Image(a);
  square = stoner.Image(a(1:5, 1:5));
  s = a(1:5, 1:5);
  near(fft(im).data, fft(a), 0);
  near(fft(im, 8, 2).data, fft(a, 8, 2), 0);
  near(ifft(im).data, ifft(a), 0);
  near(fft2(im).data, fft2(a), 0);
  near(ifft2(fft2(im)).data, a, 1e-14);
  near(fftshift(im).data, fftshift(a), 0);
  near(ifftshift(im).data, ifftshift(a), 0);
  near(conv2(im, ones(3), 'same').data, conv2(a, ones(3), 'same'), 0);
  near(filter2(ones(3), im).data, filter2(ones(3), a), 0);
  near(kron(im, [1 2]).data, kron(a, [1 2]), 0);
  near(interp2(im, [1.5 2], [2 2.5]).data, interp2(a, [1.5 2], [2 2.5]), 0);
  [gx, gy] = gradient(im);
  [x, y] = gradient(a);
  must(isequal(gx.data, x) && isequal(gy.data, y) && isequal(del2(im).data, del2(a)));
  near(trapz(im).data, trapz(a), 0);
  near(cov(im).data, cov(a), 0);
  near(corrcoef(im).data, corrcoef(a), 0);
  must(trace(square) == trace(s) && det(square) == det(s) && rank(square) == 5 && norm(im) == norm(a));
  near(inv(square).data, inv(s), 0);
  near(svd(im).data, svd(a), 0);
  for name = of_group('plane')
    given = {stoner.Image(rand(4), eye(4) > 0)};
    must_fail(@() feval(name{1}, given{:}), 'stoner:Masked');
  end
end

function test_classes()
  for array = arrays()
    a = array{1};
    im = stoner.Image(a);
    for name = [of_group('class'), {'double', 'single', 'logical'}]
      try
        expected = feval(name{1}, a);
      catch
        continue
      end
      result = feval(name{1}, im);
      must(strcmp(class(result), class(expected)) && isequaln(result, expected), '%s(%s)', name{1}, shown(a));
      must(isequaln(cast(im, name{1}), expected));
    end
    try
      expected = im2double(a);
    catch
      continue
    end
    must(isequaln(im2double(im).data, expected), 'im2double of %s', class(a));
  end
  must(isequal(im2uint8(stoner.Image([0 0.5 1 2 -1])).data, uint8([0 128 255 255 0])) && isequal(im2uint16(stoner.Image(uint8([0 1 255]))).data, uint16([0 257 65535])));
  must(isequal(im2single(stoner.Image(uint8([0 255]))).data, single([0 1])) && isequal(mat2gray(stoner.Image([2 4 6])).data, [0 0.5 1]));
  must(isequal(mat2gray(stoner.Image([2 4 6], [false false true])).data(1:2), [0 1]) && isequal(mat2gray(stoner.Image([2 4 6]), [4 5]).data, [0 0 1]));
  must(strcmp(num2str(stoner.Image([1 2])), num2str([1 2])) && strcmp(mat2str(stoner.Image(magic(3))), mat2str(magic(3))));
end

function test_histograms()
  a = rand(20, 2);
  [n, x] = hist(stoner.Image(a), 4);
  [n2, x2] = hist(a, 4);
  must(isequal(n, n2) && isequal(x, x2));
  [counts, edges] = histcounts(stoner.Image([1 2 2 3 9], [false false false false true]), [0 2 4]);
  must(isequal(counts, [1 3]) && isequal(edges, [0 2 4]));
end

function test_equality()
  a = [1 2; 3 NaN];
  im = stoner.Image(a);
  must(~isequal(im, a) && isequaln(im, a) && isequaln(a, im) && isequaln(im, stoner.Image(a)) && isequal(stoner.Image(single([1 2])), [1 2]));
  must(isequal(stoner.Image([1 2], [false true]), stoner.Image([1 9], [false true])) && ~isequal(stoner.Image([1 2], [false true]), [1 2]));
end

function test_every_name_was_met()
  % The names that this file does not get from the list. What draws has a file of its own.
  here = mfilename('fullpath');
  source = [fileread([here, '.m']), fileread(fullfile(fileparts(here), 'test_drawing.m'))];
  [names, groups] = listed();
  for k = find(ismember(groups, {'hand', 'plane', 'rearranged'}))
    if ~any(strcmp(names{k}, {'horzcat', 'vertcat', 'subsindex', 'histogram', 'mtimes', 'mrdivide', 'mldivide', 'mpower'}))
      must(~isempty(regexp(source, ['\<', names{k}, '\>'], 'once')), '%s is not tested', names{k});
    end
  end
end

% -- With masks -------------------------------------------------------------------------------------------------------------------

function [a, m] = masked_samples()
  rand('twister', 3);
  a = {rand(6, 5) - 0.5, uint8(255 * rand(5, 6)), single(rand(4, 5, 3)), complex(rand(4, 4), rand(4, 4)), [1 NaN 3 4; 5 6 NaN NaN; 9 1 2 NaN], rand(5, 4) > 0.5};
  m = cellfun(@(x) rand(size(x)) > 0.6, a, 'UniformOutput', false);
  for k = 1:numel(m)
    m{k}(:, 2) = true;
  end
end

function [values, gone] = by_line(f, a, m, dims)
  % The function of what is not masked, one line after another: said without any cleverness.
  n = max(ndims(a), max(dims));
  sizes = size(a);
  sizes(end + 1:n) = 1;
  short = sizes;
  short(dims) = 1;
  gone = false(short);
  values = [];
  for k = 1:prod(short)
    place = cell(1, n);
    [place{:}] = ind2sub(short, k);
    place(dims) = {':'};
    line = a(place{:});
    valid = line(~m(place{:}));
    gone(k) = isempty(valid);
    if ~gone(k)
      one = f(valid(:));
      if isempty(values)
        values = repmat(cast(0, class(one)), short);
        if islogical(one)
          values = false(short);
        end
      end
      values(k) = one;
    end
  end
end

function test_reductions_of_masked()
  [arrays, masks] = masked_samples();
  count = 0;
  for k = 1:numel(arrays)
    im = stoner.Image(arrays{k}, masks{k});
    for name = [of_group('reduction'), {'max', 'min'}]
      between = {};
      if any(strcmp(name{1}, {'max', 'min'}))
        between = {[]};
      elseif any(strcmp(name{1}, {'std', 'var'}))
        between = {1};
      end
      for dims = {1, 2, 3, [1 2]}
        f = @(x) feval(name{1}, x, between{:}, 1);
        try
          [expected, gone] = by_line(f, arrays{k}, masks{k}, dims{1});
        catch
          continue
        end
        result = feval(name{1}, im, between{:}, dims{1});
        if numel(gone) == 1
          must(gone && isnan(result) || close_to(double(result), double(expected)), '%s: %g, not %g', name{1}, result, expected);
        else
          what = sprintf('%s of sample %d over %s', name{1}, k, mat2str(dims{1}));
          must(isequal(result.mask, gone), '%s: the mask', what);
          values = result.data;
          must(strcmp(class(values), class(expected)) && isequal(size(values), size(expected)), '%s: %s %s, not %s %s', what, class(values), mat2str(size(values)), ...
               class(expected), mat2str(size(expected)));
          must(isequaln(values(~gone), expected(~gone)) || close_to(double(values(~gone)), double(expected(~gone))), '%s', what);
        end
        count = count + 1;
      end
    end
  end
  must(count > 150, 'only %d', count);
end

function test_places_of_masked()
  [arrays, masks] = masked_samples();
  a = arrays{1};
  m = masks{1};
  [value, place] = max(stoner.Image(a, m), [], 1);
  for k = find(~value.mask)
    must(~m(place(k), k) && a(place(k), k) == max(a(~m(:, k), k)));
  end
  must(isequal(value.mask, all(m, 1)) && isnan(max(stoner.Image([1 2], [true true]))) && max(stoner.Image([1 9 3], [false true false])) == 3);
  weights = [1 2 3 4 5 6];
  v = var(stoner.Image(a, m), weights, 1);
  for k = find(~v.mask)
    x = a(~m(:, k), k);
    w = weights(~m(:, k)).';
    near(v.data(1, k), sum(w .* (x - sum(w .* x) / sum(w)) .^ 2) / sum(w), 1e-14);
  end
end

function test_scans_and_order_of_masked()
  [arrays, masks] = masked_samples();
  for k = 1:numel(arrays)
    a = arrays{k};
    m = masks{k};
    im = stoner.Image(a, m);
    for dim = 1:2
      turned = permute(a, [dim, setdiff(1:ndims(a), dim)]);
      hidden = permute(m, [dim, setdiff(1:ndims(a), dim)]);
      for name = [of_group('scan'), {'sort'}]
        if ~isreal(a) && any(strcmp(name{1}, {'cummax', 'cummin'}))
          continue
        end
        try
          feval(name{1}, a(:));
        catch
          continue
        end
        result = feval(name{1}, im, dim);
        values = permute(result.data, [dim, setdiff(1:ndims(a), dim)]);
        gone = permute(result.mask, [dim, setdiff(1:ndims(a), dim)]);
        for line = 1:numel(turned) / size(turned, 1)
          left = ~hidden(:, line);
          expected = feval(name{1}, turned(left, line));
          if strcmp(name{1}, 'sort')
            left = (1:numel(left)).' <= sum(left);
          end
          must(isequal(gone(:, line), ~left), '%s: the mask', name{1});
          must(isempty(expected) || isequaln(values(left, line), expected) || close_to(double(values(left, line)), double(expected)), '%s of sample %d', name{1}, k);
        end
      end
    end
  end
  [s, i] = sort(stoner.Image([3 1 2], [false true false]), 'descend');
  must(isequal(s.data(1:2), [3 2]) && isequal(s.mask, [false false true]) && isequal(i, [1 3 2]));
  d = diff(stoner.Image([1 2 4 8], [false true false false]));
  must(isequal(d.mask, [true true false]) && d(3) == 4);
  must(isequal(unique(stoner.Image([3 1 3 2], [false true false false])), [2 3]) && isequal(find(stoner.Image([0 1 1], [false true false])), 3));
  must(nnz(stoner.Image([1 1 0], [true false false])) == 1);
end

function test_pixelwise_of_masked()
  a = [4 -9; 16 25];
  m = [false true; false false];
  im = stoner.Image(a, m);
  r = sqrt(im);
  must(isreal(r) && isequal(r.mask, m) && isequal(r.data(~m), [2; 4; 5]), 'what lies beneath the mask has made it complex');
  must(~isreal(sqrt(stoner.Image(a))));
  r = im + stoner.Image(a, ~m);
  must(all(r.mask(:)));
  r = im .* [1 2];
  must(isequal(r.mask, m) && isequaln(double(r), [4 NaN; 16 50]));
  r = stoner.Image([1 2], [true false]) + [10; 20];
  must(isequal(r.mask, [true false; true false]) && isequal(r.data(:, 2), [12; 22]), 'the mask is not expanded');
  r = max(im, 10);
  must(isequal(r.mask, m) && isequaln(double(r), [10 NaN; 16 25]));
  r = ~(im > 10);
  must(isequal(r.mask, m) && isequal(logical(r), [true false; false false]), 'a masked pixel is true');
  must(isequal((im > 0 & im < 20).mask, m) && sum(im > 0, 'all') == 3);
  im(im > 10) = 0;
  must(isequal(im.mask, m) && isequaln(double(im), [4 NaN; 0 0]), 'an index by a logical image touches masked pixels');
end

function test_masks_move_with_pixels()
  a = reshape(1:12, 3, 4);
  m = mod(a, 5) == 0;
  im = stoner.Image(a, m);
  for f = {@(x) reshape(x, 4, 3), @(x) permute(x, [2 1]), @(x) repmat(x, 2, 2), @(x) circshift(x, 1), @(x) flip(x), @(x) fliplr(x), @(x) flipud(x), @(x) rot90(x), ...
           @(x) x.', @(x) x', @(x) [x, x], @(x) [x; x], @(x) cat(3, x, x), @(x) x(2:end, :), @(x) x(:), @(x) x(:, [4 1]), @(x) x([1 3], 1:2:4), @(x) diag(x), @(x) squeeze(x)}
    r = f{1}(im);
    must(isequal(r.data, f{1}(a)) && isequal(r.mask, f{1}(m)), '%s', func2str(f{1}));
  end
  must(isnan(im(2, 2)) && im(1, 1) == 1 && isnan(im(5)));
  r = [im, zeros(3, 1)];
  must(isequal(r.mask, [m, false(3, 1)]));
end

function test_arrays_of_masked()
  im = stoner.Image([1 2; 3 4], [false true; false false]);
  must(isequaln(double(im), [1 NaN; 3 4]) && isequaln(single(im), single([1 NaN; 3 4])) && isequal(im.data, [1 2; 3 4]));
  lastwarn('', '');
  warning('off', 'stoner:Masked');
  restore = onCleanup(@() warning('on', 'stoner:Masked'));
  must(isequal(uint16(im), uint16([1 0; 3 4])));
  [~, identifier] = lastwarn();
  must(strcmp(identifier, 'stoner:Masked') || isempty(identifier));
  must(isequal(logical(im), [true false; true true]));
  r = im * [1; 1];
  must(isequal(r.data, [1; 7]) && ~any(r.mask));
  r = stoner.Image([1 2; 3 4], [true true; false false]) * [1; 1];
  must(isequal(r.mask, [true; false]) && r(2) == 7);
  must(dot(stoner.Image([1 2 3], [false true false]), [1 1 1]) == 4);
  big = stoner.Image([int64(2) ^ 62 + int64(1), int64(5)], [false true]);
  warning('off', 'stoner:Masked');
  must(isequal(int64(big), [int64(2) ^ 62 + int64(1), int64(0)]), 'digits are lost');
end

% -- What belongs to an image -----------------------------------------------------------------------------------------------------

function test_positions_follow_indices()
  im = stoner.Image(scan('domain_plus.hdf5'));
  warning('off', 'stoner:Warning');
  restore = onCleanup(@() warning('on', 'stoner:Warning'));
  actual = im.plane('actual_x').data;
  for subs = {{3:20, 5:30}, {1:2:100, 7:3:90}, {50:-1:10, ':'}, {':', 128:-2:1}}
    part = im(subs{1}{:});
    must(isequal(part.plane('actual_x').data, actual(subs{1}{:})) && strcmp(part.title, im.title) && part.metadata.energy == im.metadata.energy);
    rows = 1:128;
    columns = 1:128;
    rows = rows(subs{1}{1});
    columns = columns(subs{1}{2});
    [x, y] = part.position(2, 1);
    [x2, y2] = im.position(columns(3) - 1, rows(2) - 1);
    near([x y], [x2 y2], 1e-9);
  end
  part = im([1 2 4], :);
  must_fail(@() part.map(), 'stoner:NoResult');
  must(isequal(part.plane('actual_x').data, actual([1 2 4], :)));
  text = evalc('warning(''on'', ''stoner:Warning''); im([1 2 4], :); warning(''off'', ''stoner:Warning'');');
  must(~isempty(strfind(text, 'map from pixels to positions is dropped')), 'no warning of the map');
  for f = {@(a) a + 1, @(a) sqrt(a), @(a) a > 3, @(a) cumsum(a)}
    r = f{1}(im);
    must(r.plane_count() == 3 && strcmp(r.title, im.title) && numel(r.map()) == 2);
  end
  r = mean(im);
  must(r.plane_count() == 0 && strcmp(r.title, im.title) && r.metadata.energy == im.metadata.energy && ~r.metadata.isKey('actual_x'));
  must([im, im].metadata.energy == im.metadata.energy);
  stack = cat(3, im, im);
  [origin, step] = stack.map();
  [origin2, step2] = im.map();
  must(isequal({origin, step}, {origin2, step2}) && strcmp(stack.map_unit(1), im.map_unit(1)), 'frames lose their map');
  other = im.crop([0 128 0 128]);
  other.set_map([0 0], [1 0 0 1]);
  text = evalc('warning(''on'', ''stoner:Warning''); stack = cat(3, im, other); warning(''off'', ''stoner:Warning'');');
  must(~isempty(strfind(text, 'different positions')));
  must_fail(@() stack.map(), 'stoner:NoResult');
end
