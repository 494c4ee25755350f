function tests = test_saved()
% Images, tables and metadata in .mat files: what they hold comes back, and no handle's number is in a file.
  tests = localfunctions();
end

function path = written(value)
  path = [tempname(), '.mat'];
  state = warning('off', 'all');
  save('-v7', path, 'value');
  warning(state);
end

function value = loaded(path)
  state = warning('off', 'all');
  value = load(path).value;
  warning(state);
  delete(path);
end

function im = full_image()
  im = stoner.Image(scan('domain_plus.hdf5'));
  mask = false(128);
  mask(3, 4:9) = true;
  im.mask = mask;
  im.title = 'Größe';
  im.harden_mask();
  md = im.metadata;
  md.set('list', {1, 'two', {true}}, 'mT');
  md.set('array', uint16(magic(3)));
  md.set('z', 1 + 2i);
  md.set('cluster', stoner.Metadata(struct('a', int64(2) ^ 60 + int64(1), 'b', 'x')));
  md.set_none('none');
  md.set_bytes('bytes', uint8([0 255]));
  md.set_timestamp('when', '2024-05-01T10:00:00+02:00');
  md.set_tuple('tuple', stoner.Metadata(struct('x', 1.5)));
  im.metadata = md;
end

function same_image(a, b)
  must(isequaln(a, b) && strcmp(a.dtype, b.dtype) && isequaln(a.data, b.data) && isequal(a.mask, b.mask) && a.ndim() == b.ndim());
  must(strcmp(a.title, b.title) && strcmp(a.filename, b.filename) && a.hardmask() == b.hardmask());
  must(isequal(a.metadata, b.metadata) && isequal(a.metadata.keys(), b.metadata.keys()), 'metadata differ');
  must(a.plane_count() == b.plane_count());
  for k = 1:a.plane_count()
    name = a.plane_name(k);
    must(strcmp(name, b.plane_name(k)) && isequal(a.plane(name), b.plane(name)) && strcmp(a.plane_unit(name), b.plane_unit(name)));
  end
end

function test_an_image_comes_back()
  im = full_image();
  back = stoner.Image(loaded(written(im)));
  same_image(im, back);
  [origin, step] = im.map();
  [origin2, step2] = back.map();
  must(isequal(origin, origin2) && isequal(step, step2) && strcmp(im.map_unit(1), back.map_unit(1)) && strcmp(im.map_name(2), back.map_name(2)));
  back(1, 1) = -5;
  must(im(1, 1) ~= -5, 'they are one image');
  same_image(im, stoner.Image(im.saveobj()));
  same_image(im, stoner.Image.loadobj(saveobj(im)));
end

function test_every_class_and_rank_comes_back()
  for values = {true, uint8([1 2]), int64(2) ^ 60 + int64(1), single(pi), [NaN Inf], complex(1, 2), single(complex([1 2], 3)), zeros(0, 3), rand(2, 3, 4)}
    im = stoner.Image(values{1}, rand(size(values{1})) > 0.5);
    same_image(im, stoner.Image(loaded(written(im))));
  end
  row = stoner.Image([1 2 3], 'ndim', 1);
  same_image(row, stoner.Image(loaded(written(row))));
end

function test_tables_and_metadata_come_back()
  t = stoner.Table([1 2; 3 NaN], {'x', 'a b'}, {'um', ''});
  t.set_metadata(stoner.Metadata(struct('energy', 700)));
  back = stoner.Table(loaded(written(t)));
  must(isequal(back, t) && isequal(back.units(), t.units()) && back.metadata.energy == 700);
  md = full_image().metadata;
  back = stoner.Metadata(loaded(written(md)));
  must(isequal(back.keys(), md.keys()) && isequal(back.cluster.a, int64(2) ^ 60 + int64(1)) && strcmp(back.unit('list'), 'mT') && strcmp(back.type_name('tuple'), md.type_name('tuple')));
  empty = stoner.Table(loaded(written(stoner.Table())));
  must(isempty(empty));
end

function test_no_number_of_a_handle_is_in_a_file()
  im = stoner.Image([1 2; 3 4], 'context', stoner.Context());
  value = loaded(written(im));
  must(isequal(sort(fieldnames(value)), {'kept'; 'stored'}) && isempty(value.kept));
  must(~has_number(value, im.raw_handle) && ~has_number(value, im.context.raw_handle));
  must(~has_number(struct('v', saveobj(im)), im.raw_handle));
  t = stoner.Table([1 2], {'x', 'y'});
  must(~has_number(loaded(written(t)), t.raw_handle));
  ctx = stoner.Context();
  must(~has_number(loaded(written(ctx)), ctx.raw_handle));
end

function yes = has_number(value, number)
  yes = isa(value, 'uint64') && any(value(:) == number) || isnumeric(value) && isequal(double(value), double(number));
  if isstruct(value)
    yes = any(cellfun(@(one) has_number(one, number), struct2cell(value)(:)));
  elseif iscell(value)
    yes = any(cellfun(@(one) has_number(one, number), value(:)));
  end
end

function test_a_struct_with_a_number_is_no_image()
  before = stoner.Library.live_handles();
  im = stoner.Image([1 2 3]);
  must_fail(@() stoner.Image(struct('handle', im.raw_handle, 'context', [])), 'stoner:Dtype');
  must_fail(@() stoner.Image(struct('kept', im.raw_handle, 'stored', [])), 'stoner:Dtype');
  must_fail(@() stoner.Image(struct('class', 'stoner.Image', 'pixels', 1)), 'stoner:Format');
  saved = saveobj(im);
  saved.mask = true(2);
  must_fail(@() stoner.Image(saved), 'stoner:Shape');
  clear im saved
  must(stoner.Library.live_handles() == before, 'a handle is left');
end

function test_two_sessions_do_not_meet()
  % An image that is loaded and freed leaves those alone that are there.
  im = stoner.Image([1 2 3]);
  path = written(im);
  other = stoner.Image([4 5 6]);
  back = stoner.Image(loaded(path));
  must(back.raw_handle ~= im.raw_handle && back.raw_handle ~= other.raw_handle);
  back.delete();
  must(isequal(im.data, [1 2 3]) && isequal(other.data, [4 5 6]));
end

function test_a_deleted_image_is_saved_as_nothing()
  im = stoner.Image(1);
  im.delete();
  value = loaded(written(im));
  must(isempty(value.stored) && isempty(value.kept));
end
