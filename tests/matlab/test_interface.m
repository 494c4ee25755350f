function tests = test_interface()
% What a user meets: names of inputs, defaults, messages, help, metadata to browse.
  tests = localfunctions();
end

function test_crop()
  a = magic(12);
  im = stoner.Image(a);
  must(isequal(im.crop(3), a(4:9, 4:9)) && isequal(crop(im, 1), a(2:11, 2:11)), 'a border');
  must(isequal(im.crop([2 5 1 3]), a(2:3, 3:5)) && isequal(im.crop(2, 5, 1, 3), a(2:3, 3:5)) && isequal(im.crop('box', [2 5 1 3]), a(2:3, 3:5)), 'a box');
  must(isequal(im.crop(0.25), im.crop(im.box_from_border_fraction(0.25))), 'a fraction');
  im.metadata.where = int64([2 5 1 3]);
  must(isequal(im.crop('where'), im.crop(im.box_from_metadata('where'))), 'a key');
  must(isequal(im.crop(), a));
  must_fail(@() im.crop(1, 2), 'stoner:InvalidArgument');
  must_fail(@() im.crop(6), 'stoner:OutOfRange');
end

function test_keywords_of_the_original()
  im = stoner.Image(magic(9));
  must(isequal(im.rotate(0.1, 'center', [2 3]), im.rotate(0.1, 'centre_xy', [2 3])) && ~isequal(im.rotate(0.1, 'center', [2 3]), im.rotate(0.1)));
  must(isequal(im.filter_image('sigma', [1 3]), im.filter_image([1 3])) && isequal(im.gaussian_filter('sigma', [1 2], 'order', [1 0]), im.gaussian_filter([1 2], [1 0])));
  must(im.prec_loss('dtypeobj', 'uint8') == im.prec_loss('uint8'));
  must(isequal(stoner.original.sum(im, 'axis', 1), stoner.original.sum(im, 'dim', 1)) && isequal(stoner.original.sum(im, 'axes', 1), stoner.original.sum(im, 1)));
end

function test_defaults_are_those_of_every_language()
  im = stoner.Image(zeros(6));
  im.draw_line(0, 0, 5, 5);
  must(isequal(im.data, eye(6)), 'draw_line does not draw 1');
  im = stoner.Image(rand(20));
  must(isequal(im.filter_image(), im.filter_image([2 2])) && isequal(im.sgolay2d(), im.sgolay2d(15, 1)));
end

function test_messages_speak_the_names_of_matlab()
  im = stoner.Image(magic(4));
  stack = stoner.Image(rand(3, 4, 5));
  t = stoner.Table([1 2], {'x', 'y'});
  cases = { ...
    @() stoner.original.mean(im, 3), '`dim` is 3; allowed: 1 to 2'; @() stoner.original.sort(stack, 4), '`dim` is 4; allowed: 1 to 3'; ...
    @() mean(im, 0), '`dim` is 0; allowed: 1 (rows)'; @() im.swapaxes(1, 7), '`dim2` is 7; allowed: 1 to 2'; ...
    @() im.rotate(0.1, 'order', 17), '`order` is 17; allowed: 0 to 5'; @() im.rotate(0.1, 'mode', 99), 'allowed: constant'; ...
    @() im.rotate(0.1, 'mode', 'nowhere'), 'which is none of constant'; @() im.rotate(), 'it takes angle, resize, center, order'; ...
    @() im.take(99, 1), '`indices` is 99; allowed: 1 to 4'; @() im.take(17), '`indices` is 17; allowed: 1 to 16'; @() im.item([1 5]), '`index` is 5; allowed: 1 to 4'; ...
    @() im.item([1 2 3]), '`index` has 3 numbers'; @() stack.align_stack('reference', 9), '`reference` is 9; allowed: 1 to 5'; ...
    @() t.column(9), '`column` is 9; allowed: 1 to 2'; @() im.plane_name(2), '`index` is 2, but there is none'; @() im.partition(7, 1), '`kth` is 7; allowed: 1 to 4'; ...
    @() im.gaussian_filter([1 -2]), '`sigma` is -2'; @() im.rotat(1), 'there is rotate'; @() im.Rotate(1), 'there is rotate'; ...
    @() im(5, 1), 'index 1 is 5; allowed: 1 to 4'; @() im(17), 'index is 17; allowed: 1 to 16'; @() im(1.5, 1), 'index 1 is 1.5; allowed: whole numbers'; ...
    @() im.imshow('frame', 0), '`frame` is 0'; @() im.metadata.nergy, 'there is no metadata entry ''nergy'''; @() fft(stoner.Image([1 2], [true false])), '1 are masked'; ...
    @() im + ones(3), 'nonconformant'; @() im.transpose_axes([1 1]), 'dim'};
  wrong = {};
  for k = 1:size(cases, 1)
    try
      cases{k, 1}();
      wrong{end + 1} = sprintf('%s: no error', func2str(cases{k, 1}));
    catch trouble
      if isempty(strfind(trouble.message, cases{k, 2})) || isempty(trouble.identifier)
        wrong{end + 1} = sprintf('%s: %s: %s', func2str(cases{k, 1}), trouble.identifier, trouble.message);
      end
    end
  end
  must(isempty(wrong), '%s', strjoin(wrong, sprintf('\n    ')));
end

function test_metadata_can_be_browsed()
  im = stoner.Image(scan('domain_plus.hdf5'));
  md = im.metadata;
  must(isa(md.collection, 'stoner.Metadata') && isKey(md.collection, 'energy.value') && md.collection.energy.value == 781.25 && md.collection.count() > 10);
  must(md.group('control').energy == 781.25 && strcmp(md.group('control').unit('energy'), 'eV') && any(strcmp(md.groups(), 'control')));
  must(any(strcmp(fieldnames(md), 'collection')) && any(strcmp(fieldnames(md), 'definition')) && isa(im.metadata.instrument.counter0, 'stoner.Metadata'));
  text = evalc('disp(md)');
  must(~isempty(strfind(text, 'collection. (')) && numel(strsplit(text, sprintf('\n'))) < 60, 'the entries of groups are all shown');
  must_fail(@() md.group('nothing'), 'stoner:KeyNotFound');
  message = must_fail(@() md.incident_angl, 'stoner:KeyNotFound');
  must(~isempty(strfind(message, 'instrument.mirror.incident_angle')));
end

function test_display_of_small_images_and_tables()
  text = evalc('stoner.Image([1 2; 3 4], [false true; false false])');
  must(~isempty(strfind(text, '2 x 2 double, 1 masked')) && ~isempty(strfind(text, 'NaN')) && ~isempty(strfind(text, '4')));
  text = evalc('stoner.Image(rand(100))');
  must(numel(text) < 120);
  t = stoner.Table((1:30).' * [1 2], {'x', 'y'}, {'µm', ''});
  text = evalc('t');
  must(~isempty(strfind(text, '30 rows, 2 columns')) && ~isempty(strfind(text, '[µm]')) && ~isempty(strfind(text, '20 more rows')));
end

function test_tables_are_indexed()
  t = stoner.Table([1 2 3; 4 5 6; 7 8 9], {'x', 'y', 'z z'});
  must(isequal(t(2, :), [4 5 6]) && isequal(t(:, 'y'), [2; 5; 8]) && isequal(t([1 3], {'x', 'z z'}), [1 3; 7 9]) && t(end, end) == 9 && isequal(t(t.x > 1, 1), [4; 7]));
  must(numel(t) == 9 && height(t) == 3 && width(t) == 3 && isequal(t.column(2), t.y));
end

function test_options_count_frames_from_1()
  stack = stoner.Image(cat(3, [1 2], [4 3]));
  one = stack.to_rgba('options', struct('frame', 1));
  two = stack.to_rgba(struct('frame', 2));
  md = stoner.Metadata(struct('frame', int64(2)));
  must(~isequal(one, two) && isequal(two, stack.to_rgba(md)) && isequal(one, stoner.Image([1 2]).to_rgba()) && md.frame == 2);
end

function test_help_and_lists()
  folder = fileparts(which('build_mex'));
  text = stoner.help('original.std');
  must(~isempty(strfind(text, 'stoner.original.std(im, dim')) && ~isempty(strfind(text, 'MATLAB')));
  must(~isempty(strfind(stoner.help('Image.std'), 'N - 1')) && ~isempty(strfind(stoner.help('Image.mean'), 'Masked pixels are ignored')));
  must(~isempty(strfind(stoner.help(), 'stoner.original    functions')) && strcmp(stoner.help('rotate'), stoner.help('Image.rotate')) && ~isempty(strfind(stoner.help('load_stxm'), 'scan')));
  contents = fileread(fullfile(folder, '+stoner', 'Contents.m'));
  for name = [methods('stoner.Image'); methods('stoner.Scan'); methods('stoner.Live')].'
    if ~any(strcmp(name{1}, {'delete', 'Image', 'Scan', 'Live', 'eq', 'ne', 'isvalid'}))
      must(~isempty(regexp(contents, ['(?m)^%   ', name{1}, ' '], 'once')), 'Contents.m lacks %s', name{1});
    end
  end
  text = fileread(fullfile(folder, 'functionSignatures.json'));
  must(numel(fieldnames(jsondecode(text))) > 300 && ~isempty(strfind(text, '{"name": "angle", "kind": "required", "type": ["numeric", "scalar"]}')));
  must(strcmp(text, fileread(fullfile(folder, 'resources', 'functionSignatures.json'))));
end

function test_an_image_is_counted_and_assigned()
  % numel, and im.name = value, which Octave asks numel about.
  im = stoner.Image(magic(4));
  im.title = 'x';
  im.metadata.a.b = 3;
  must(numel(im) == 16 && strcmp(im.title, 'x') && im.metadata('a.b') == 3);
end
