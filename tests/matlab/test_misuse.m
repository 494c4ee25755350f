function tests = test_misuse()
% Every wrong call gives an error with an identifier and a message that explains it, and the session continues.
  tests = localfunctions();
end

function count = misused(count, call, identifier)
  must_fail(call, identifier);
  count = count + 1;
end

function alive()
  % The session works as before.
  im = stoner.Image(magic(4));
  must(im.mean_value() == 8.5 && isequal(im.cw().data, rot90(magic(4), -1)));
end

function test_of_one_call_each()
  before = stoner.Library.live_handles();
  im = stoner.Image(magic(4));
  stack = stoner.Image(rand(3, 4, 5));
  t = stoner.Table([1 2; 3 4], {'x', 'y'});
  md = stoner.Metadata(struct('a', 1, 'b', 'text'));
  gone = stoner.Image(1);
  gone.delete();
  argument = 'stoner:InvalidArgument';
  handle = 'stoner:InvalidHandle';
  range = 'stoner:OutOfRange';
  shape = 'stoner:Shape';
  missing = 'stoner:FileNotFound';
  calls = { ...
    % files
    missing, @() stoner.Image('/no/such/file'); missing, @() stoner.load_stxm('/no/such/file.hdf5'); missing, @() stoner.Image(''); ...
    'stoner:Format', @() stoner.Image(mfilename_with_ending()); argument, @() stoner.Image(scan('domain_plus.hdf5'), 'filetype', 'gif'); ...
    'stoner:Format', @() stoner.Image(scan('domain_plus.hdf5'), 'filetype', 'png'); missing, @() im.save('/no/such/folder/x.tif'); ...
    argument, @() im.save('/tmp/x.jpg'); argument, @() im.save('/tmp/x', 'formats', 'jpg'); argument, @() im.save(); ...
    missing, @() stoner.Table('/no/such.csv'); argument, @() t.save('/tmp/x.xls'); missing, @() t.save('/no/such/folder/x.csv'); ...
    'stoner:Unsupported', @() im.tofile('x'); argument, @() stoner.Image(['a' char(0) 'b']); argument, @() stoner.Library.load(17); ...
    % what becomes an image
    'stoner:Dtype', @() stoner.Image({1}); 'stoner:Dtype', @() stoner.Image(struct('x', 1)); 'stoner:Dtype', @() stoner.Image(@sin); ...
    'stoner:Dtype', @() stoner.Image(sparse(eye(3))); 'stoner:Dtype', @() stoner.Image(stoner.Table()); argument, @() stoner.Image(); ...
    shape, @() stoner.Image(magic(3), true(2)); argument, @() stoner.Image(magic(3), ones(3)); shape, @() stoner.Image(magic(3), {1}); ...
    shape, @() stoner.Image(magic(3), 'ndim', 1); shape, @() stoner.Image(magic(3), 'ndim', 0); argument, @() stoner.Image(1, 'ndim', 1.5); ...
    shape, @() stoner.Image(1, 'ndim', 9); argument, @() stoner.Image(1, 'nonsense', 2); argument, @() stoner.Image(1, [], 'ndim'); ...
    handle, @() stoner.Image(1, 'context', 5); argument, @() stoner.Image(1, 'ndim', NaN); shape, @() stoner.Image(rand(2, 2, 2), 'ndim', 2); ...
    % boxes
    shape, @() im.crop([1 2 3]); range, @() im.crop([3 1 0 2]); range, @() im.crop([9 12 0 2]); argument, @() im.crop([NaN 2 0 2]); ...
    argument, @() im.crop([0.5 2 0 2]); 'stoner:KeyNotFound', @() im.crop('all'); argument, @() im.crop({1 2 3 []}); argument, @() im.crop(1i * [1 2 3 4]); ...
    range, @() im.box_from_border(9); argument, @() im.box_from_border_fraction(2); shape, @() im.box_from_fraction([0 1]); ...
    'stoner:KeyNotFound', @() im.box_from_metadata('none'); argument, @() im.box_from_border('a'); argument, @() im.box_from_border(); ...
    % names and words
    argument, @() im.rotate(0.1, 'odrer', 3); argument, @() im.rotate(0.1, 'order', 3, 'order', 1); argument, @() im.rotate(); ...
    argument, @() im.rotate('x'); argument, @() im.rotate(0.1, 'mode', 'nowhere'); argument, @() im.rotate(0.1, 'mode', 99); ...
    argument, @() im.rotate(0.1, 'order', 17); argument, @() im.rotate(0.1, 'order', 2.5); argument, @() im.rotate(NaN); shape, @() im.rotate([1 2]); ...
    argument, @() im.rotate(0.1, 'resize', 'yes'); argument, @() im.rotate(0.1, 'mode'); argument, @() im.rotate(0.1, 5, 3, 1, 1, 1, 1, 1, 1, 1, 1); ...
    argument, @() im.rotate(0.1, 'clip', 2 ^ 40 + 0.5); range, @() im.rotate(0.1, 'clip', 2 ^ 40); argument, @() im.rotate({1}); ...
    argument, @() im.astype('float128'); argument, @() im.astype(77); argument, @() im.astype(); argument, @() im.convert('text'); ...
    argument, @() im.read('words'); argument, @() im.read(-3); shape, @() im.read([1 2]); argument, @() im.nonsense(); ...
    argument, @() stoner.original.fft(im, 'output', 'sound'); argument, @() stoner.original.fft(im, 'window', 'no window'); argument, @() im.sgolay2d('derivative', 'z'); ...
    argument, @() im.sgolay2d(4, 1); argument, @() im.sgolay2d(5, 9); argument, @() im.level_image('mode', 'x'); argument, @() im.denoise(-1); ...
    % numbers and arrays
    shape, @() im.translate([1 2 3]); argument, @() im.translate([NaN 1]); argument, @() im.translate({1, 2i}); shape, @() im.gaussian_filter(2); ...
    argument, @() im.gaussian_filter([1 -2]); argument, @() im.filter_image([1 NaN]); shape, @() im.clip_intensity('limits', 1); ...
    argument, @() im.clip(); argument, @() im.quantize([1 2], [1 2 3 4 5 6]); argument, @() im.quantize([1 2 3], [5 2]); range, @() im.percentile(101); ...
    range, @() im.percentile(-1); range, @() im.percentile(NaN); argument, @() stoner.original.hist(im, -1); argument, @() stoner.original.hist(im, 'edges', [3 2 1]); ...
    argument, @() stoner.original.hist(im, 'bins', 4, 'edges', [1 2]); shape, @() im.profile_line(1, 2); argument, @() im.profile_line([0 NaN], [1 2]); ...
    argument, @() im.remove_outliers([0.9 0.1]); argument, @() im.adjust_contrast([NaN 1]); 'stoner:NoResult', @() stoner.Image(ones(3)).normalise(); ...
    'stoner:NoResult', @() stoner.original.max(zeros(0, 3)); argument, @() im.subtract_image(im, 'contrast', NaN); shape, @() im.subtract_image(ones(3)); ...
    shape, @() im.draw_polygon([1 2 3], [1 2]); argument, @() im.draw_disk(1, 2); argument, @() im.draw_disk(1, 2, NaN); ...
    argument, @() im.draw_line(0.5, 1, 2, 3); shape, @() im.dot(ones(3)); argument, @() im.reshape([3 3]); shape, @() stoner.original.reshape(im, [3 3]); 'stoner:Unsupported', @() im.resize([2 2]); ...
    % dimensions and indices
    range, @() stoner.original.mean(im, 3); argument, @() im.mean(0); argument, @() im.mean(-1); argument, @() im.mean(1.5); argument, @() im.mean([1 1]); ...
    argument, @() im.mean(NaN); argument, @() im.sort(5); argument, @() im.sort(1, 'sideways'); argument, @() im.sum('sideways'); argument, @() im.max(1, 2); argument, @() im.cumsum([1 2]); ...
    'stoner:Masked', @() fft(stoner.Image([1 2], [true false])); 'stoner:Dtype', @() plot(stoner.Image(1i)); range, @() stoner.original.sort(im, 5); range, @() im.transpose_axes([1 5]); argument, @() im.transpose_axes([1 1]); ...
    range, @() im.transpose_axes([1 2 3]); range, @() im.swapaxes(1, 7); range, @() im.take(99); range, @() im.take(99, 1); ...
    argument, @() im.take(NaN); argument, @() im.take(0.5); range, @() im.item([9 9]); argument, @() im.item([1 2 3]); argument, @() im.item([NaN 1]); ...
    range, @() im.itemset([9 9], 1); range, @() im.put(99, 1); range, @() im.partition(99); argument, @() im.repeat(-1); argument, @() im.compress('x'); ...
    range, @() im(5, 1); range, @() im(1, 99); range, @() im(17); argument, @() im(NaN, 1); argument, @() im(1, NaN); argument, @() im(1.5); ...
    range, @() im(0, 1); range, @() im(-1); range, @() im(1, 1, 2); range, @() im(true(5)); argument, @() index_with_braces(im); range, @() stack(1, 1, 6); ...
    argument, @() set_pixel(im, {NaN, 1}, 1); range, @() set_pixel(im, {9, 9}, 1); shape, @() set_pixel(im, {1:2, 1:2}, [1 2 3]); ...
    'stoner:Dtype', @() set_pixel(im, {1, 1}, {1}); 'stoner:Dtype', @() set_pixel(im, {1, 1}, 'a'); range, @() set_pixel(im, {0}, 1); ...
    % masks and pixels
    shape, @() im.write_mask(true(3)); argument, @() im.write_mask(ones(4)); shape, @() im.write(ones(3)); shape, @() im.write([1 2], [0 1 0 1]); ...
    range, @() im.write(1, [0 9 0 1]); range, @() im.write(1, [-1 1 0 1]); range, @() im.write(1, [2 1 0 1]); shape, @() im.write(1, [0 1]); ...
    argument, @() im.write(1, [NaN 1 0 1]); 'stoner:Dtype', @() im.write({1}); 'stoner:Dtype', @() im.write('text'); shape, @() stack.write(ones(3, 4)); ...
    'stoner:Dtype', @() stoner.Image(1i).max_value(); 'stoner:Dtype', @() stoner.Image(1i).span(); 'stoner:Dtype', @() stoner.original.hist(1i); argument, @() stoner.Image(1i).hist(); ...
    % handles
    handle, @() gone.mean(); handle, @() gone.data; handle, @() double(gone); handle, @() size(gone); handle, @() gone(1, 1); handle, @() gone + 1; ...
    handle, @() im.subtract_image(gone); handle, @() im.subtract_image(t); handle, @() im.set_metadata(im); handle, @() im.xmcd(gone); ...
    argument, @() im.nothing(); 'stoner:KeyNotFound', @() t.mean(); handle, @() stoner_mex('image_mean', [], uint64(12345)); ...
    handle, @() stoner_mex('image_mean', [], t.raw_handle); handle, @() stoner_mex('table_read', [], im.raw_handle, 0); handle, @() stoner_mex('table_read', [], 5); ...
    handle, @() stoner_mex('image_read', [], 5); handle, @() stoner_mex('image_mean', 'context', im.raw_handle); handle, @() stoner_mex('image_mean', uint64(3), im.raw_handle); ...
    'stoner:NullPointer', @() stoner_mex('image_mean', []); argument, @() stoner_mex('no_such_function'); argument, @() stoner_mex(); argument, @() stoner_mex(5); ...
    argument, @() stoner_mex(':nonsense'); argument, @() two_outputs(); 'stoner:Polarization', @() im.xmcd(im); ...
    % metadata and tables
    'stoner:KeyNotFound', @() md.nothing; 'stoner:KeyNotFound', @() md('nothing'); 'stoner:KeyNotFound', @() md.get('nothing'); 'stoner:MetadataType', @() md.get_i64('b'); ...
    argument, @() md(1); argument, @() md.set('f', @sin); 'stoner:KeyNotFound', @() md.unit('nothing'); 'stoner:KeyNotFound', @() md.pop('nothing'); ...
    range, @() md.key(99); argument, @() md.set_f64(); argument, @() md.set_f64('x', 'y'); argument, @() md.set(5, 1); argument, @() stoner.Metadata(5); ...
    'stoner:KeyNotFound', @() im.metadata.nothing.at.all; 'stoner:KeyNotFound', @() t.z; 'stoner:KeyNotFound', @() t('z'); range, @() t.column(9); range, @() t.column(-1); ...
    shape, @() t.add_column('z', '', [1 2 3]); range, @() t(1, 7); argument, @() t(1.5, 1); 'stoner:KeyNotFound', @() t(1, 'z'); argument, @() t(1, 1, 1); range, @() t.set_column_name(9, 'x'); argument, @() t.column_name(NaN); ...
    argument, @() set_property(im, 'nothing', 1); argument, @() set_property(im, 'title', 5); argument, @() set_property(im, 'mask', 5); ...
    % scans and live images
    missing, @() stoner.Scan('/no/such/file.hdf5'); argument, @() stoner.Scan(); argument, @() stoner.Scan(5); argument, @() stoner.Scan('a', 'b'); ...
    handle, @() stoner.Scan(scan('domain_plus.hdf5'), 'context', 5); 'stoner:KeyNotFound', @() opened().image('entry', 'none'); ...
    'stoner:KeyNotFound', @() opened().energies('entry', 'none'); 'stoner:KeyNotFound', @() opened().axes('detector', 'none'); ...
    range, @() opened().image('frame', 2); range, @() opened().image('frame', 0); range, @() opened().entry_name(2); range, @() opened().entry_name(0); ...
    argument, @() opened().quantity('colour'); argument, @() opened().energy(); argument, @() index_with_parentheses(opened()); ...
     argument, @() opened().image('frmae', 1); shape, @() opened().spectrum('box', [1 2]); ...
    handle, @() deleted(opened()).entries(); handle, @() deleted(opened()).image(); handle, @() deleted(grid()).push(1, 1, 1); ...
    argument, @() stoner.Live([4 5]); argument, @() stoner.Live([4 5], [0 0], [1 1], 'spread'); argument, @() stoner.Live([4 5], [0 0], [1 1], 'spread', 'wide'); ...
    argument, @() stoner.Live([4 5], [0 0], [0 1]); argument, @() stoner.Live([4 5], [0 0], [1 1], 'colour', 1); argument, @() stoner.Live([0 5], [0 0], [1 1]); ...
    shape, @() grid().push([1 2], 1, 1); argument, @() grid().push('a', 1, 1); shape, @() grid().push(1, 1); handle, @() grid().set_metadata(5); ...
    % contexts and dialogs
    argument, @() stoner.Context().set_threads(-1); argument, @() stoner.Context().set_threads('many'); range, @() stoner.Context().warning(5); ...
    handle, @() stoner.original.mean(im, 'context', deleted_context()); handle, @() deleted_context().threads(); range, @() stoner.Library.loader_name(99); ...
    argument, @() stoner.Library.status_text(); argument, @() stoner.help('Image.nothing')};
  count = 0;
  wrong = {};
  for k = 1:size(calls, 1)
    try
      count = misused(count, calls{k, 2}, calls{k, 1});
    catch trouble
      wrong{end + 1} = trouble.message;
    end
  end
  must(isempty(wrong), '%s', strjoin(wrong, sprintf('\n    ')));
  must(count >= 200, 'these are %d misuses only', count);
  alive();
  clear calls im stack t md gone
  must(stoner.Library.live_handles() == before, 'handles are left');
end

function name = mfilename_with_ending()
  name = [mfilename('fullpath'), '.m'];
end

function index_with_braces(im)
  im{1};
end

function set_pixel(im, subs, value)
  im(subs{:}) = value;
end

function set_property(im, name, value)
  im.(name) = value;
end

function two_outputs()
  [a, b] = stoner_mex('version', []);
end

function ctx = deleted_context()
  ctx = stoner.Context();
  ctx.delete();
end

function test_every_function_with_deleted_handles()
  % Each handle that a function takes, deleted.
  functions = stoner_mex(':functions');
  count = 0;
  for k = 1:numel(functions)
    name = functions{k};
    table = stoner_mex(':parameters', name);
    taking = find(strcmp(table(:, 2), 'handle'));
    if isempty(taking)
      continue
    end
    [handles, keep] = handles_for_tests();
    inputs = plausible(name, handles);
    fields = fieldnames(keep);
    for j = 1:numel(fields)
      keep.(fields{j}).delete();
    end
    count = count + fails(@() stoner_mex(name, [], inputs{:}), name);
    must(strcmp(last_identifier(), 'stoner:InvalidHandle'), '%s with a deleted handle: %s', name, last_identifier());
    confirm_recursive_rmdir(false);
    rmdir(handles.folder, 's');
  end
  must(count > 200, 'only %d functions', count);
  alive();
end

function identifier = last_identifier(new)
  persistent kept
  if nargin > 0
    kept = new;
  end
  identifier = kept;
end

function one = fails(call, name)
  one = 1;
  try
    call();
  catch trouble
    last_identifier(trouble.identifier);
    must(strncmp(trouble.identifier, 'stoner:', 7) && ~strcmp(trouble.identifier, 'stoner:Internal') && numel(trouble.message) > 10, ...
         '%s: %s: %s', name, trouble.identifier, trouble.message);
    return
  end
  error('tests:failed', '%s takes what it should not', name);
end

function test_every_input_of_every_function_of_a_wrong_class()
  % A struct, a function, a sparse matrix, an object in place of each input in turn.
  functions = stoner_mex(':functions');
  wrong = {struct('a', {1, 2}), @sin, sparse([1 0 2]), {struct()}, containers.Map()};
  count = 0;
  [handles, keep] = handles_for_tests();
  held = stoner_mex(':held');
  for k = 1:numel(functions)
    name = functions{k};
    if ~isempty(regexp(name, '_free$', 'once'))
      continue
    end
    inputs = plausible(name, handles);
    for j = 1:numel(inputs)
      for w = 1:numel(wrong)
        given = inputs;
        given{j} = wrong{w};
        count = count + fails(@() stoner_mex(name, handles.context, given{:}), name);
      end
    end
    must(stoner_mex(':held') == held, '%s has left a handle', name);
  end
  must(count > 2000, 'only %d misuses', count);
  alive();
  clear keep
  confirm_recursive_rmdir(false);
  rmdir(handles.folder, 's');
end

function test_every_function_with_unknown_names_and_too_many_inputs()
  functions = stoner_mex(':functions');
  [handles, keep] = handles_for_tests();
  count = 0;
  for k = 1:numel(functions)
    name = functions{k};
    inputs = plausible(name, handles);
    count = count + fails(@() stoner_mex(name, handles.context, inputs{:}, 'no such parameter', 1), name);
    count = count + fails(@() stoner_mex(name, handles.context, inputs{:}, 1, 2, 3), name);
    must(strcmp(last_identifier(), 'stoner:InvalidArgument'));
  end
  must(count > 500);
  alive();
  clear keep
  confirm_recursive_rmdir(false);
  rmdir(handles.folder, 's');
end

function test_numbers_at_the_ends_of_their_range()
  % Nothing here must crash or hang; an error or a result is fine.
  im = stoner.Image(magic(4));
  for value = {NaN, Inf, -Inf, 1e300, -1e300, 2 ^ 31, -2 ^ 31, 2 ^ 53, 2 ^ 63, -2 ^ 63, intmax('int64'), intmin('int64'), intmax('uint64'), 0, -1}
    for name = {'image_mean', 'image_take', 'image_round', 'image_box_from_border', 'image_diagonal', 'image_percentile', 'image_denoise', 'image_fill', 'image_rotate', 'image_item'}
      try
        stoner_mex(name{1}, [], im.raw_handle, value{1});
      catch trouble
        must(strncmp(trouble.identifier, 'stoner:', 7) && ~strcmp(trouble.identifier, 'stoner:Internal'), '%s: %s', name{1}, trouble.message);
      end
    end
  end
  alive();
end

function value = index_with_parentheses(s)
  value = s(1);
end

function s = opened()
  s = stoner.Scan(scan('domain_plus.hdf5'));
end

function live = grid()
  live = stoner.Live([4 5], [0 0], [1 1]);
end

function obj = deleted(obj)
  obj.delete();
end
