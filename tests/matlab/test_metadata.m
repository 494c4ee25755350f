function tests = test_metadata()
% Typed metadata, and tables.
  tests = localfunctions();
end

function keeps(value)
  md = stoner.Metadata();
  md.set('a key', value, 'mT');
  back = md.get('a key');
  must(isa(back, class(value)), '%s came back as %s', class(value), class(back));
  must(isequaln(back, value) && strcmp(md.unit('a key'), 'mT'), 'a value of %s has changed', class(value));
end

function test_every_type()
  keeps(true);
  keeps(false);
  keeps(int64(-5));
  keeps(708.5);
  keeps(NaN);
  keeps(1 + 2i);
  keeps('text');
  keeps('');
  keeps('µm, Größe, 顕微鏡');
  keeps([1.5 2.5 NaN]);
  keeps(magic(3));
  keeps(uint16([1 2; 3 4]));
  keeps({1, 'two', true});
  keeps({{1, 2}, 'x'});
  keeps([]);
  keeps(reshape(1:24, 2, 3, 4));
end

function test_integers_become_int64()
  md = stoner.Metadata(struct('n', uint8(7)));
  must(isa(md.n, 'int64') && md.n == 7);
end

function test_bytes_and_timestamps()
  md = stoner.Metadata();
  md.set_bytes('b', uint8([0 255 10]));
  md.set_timestamp('t', '2024-05-01T10:00:00+02:00');
  must(isequal(md.b, uint8([0 255 10])) && isa(md.b, 'uint8'));
  must(strcmp(md.t, '2024-05-01T10:00:00+02:00') && md.type('t') == 8);
end

function test_clusters()
  md = stoner.Metadata(struct('sample', struct('name', 'FeGd', 'thickness', 40)));
  must(isa(md.sample, 'stoner.Metadata') && strcmp(md.sample.name, 'FeGd') && md.get('sample').thickness == 40);
end

function test_names_with_dots()
  md = stoner.Metadata();
  md('scan.energy.value') = 700;
  must(md.scan.energy.value == 700);
  md.scan.energy.value = 701;
  must(md('scan.energy.value') == 701 && md.count() == 1);
  md.list = [1 2 3];
  must(md.list(2) == 2);
  md('collection.energy.value') = 5;
  must(md.energy == 5);
  md.energy = 6;
  must(md('collection.energy.value') == 6 && ~md.isKey('energy'));
end

function test_dictionary()
  md = stoner.Metadata(struct('a', 1, 'b', 'x', 'c', true));
  must(isequal(md.keys(), {'a', 'b', 'c'}) && isequal(md.values(), {1, 'x', true}) && isequal(md.items(), {'a', 1; 'b', 'x'; 'c', true}));
  must(md.get('none', 7) == 7 && md.isKey('a') && ~md.isKey('z'));
  popped = md.pop('b');
  must(strcmp(popped.b, 'x') && isequal(md.keys(), {'a', 'c'}));
  md.update(stoner.Metadata(struct('d', 4)));
  md.setdefault('a', stoner.Metadata(struct('a', 9)));
  must(md.a == 1 && md.d == 4);
  md.update(struct('d', 5));
  must(md.d == 5, 'a struct does not stand for metadata');
  md.d = 4;
  last = md.popitem();
  must(last.isKey('d'));
  other = md.clone();
  must(isequal(other, md));
  other.a = 2;
  must(~isequal(other, md) && md.a == 1);
  md.clear();
  must(md.count() == 0 && ~isempty(strfind(evalc('disp(other)'), 'a = 2')));
end

function test_text_forms()
  md = stoner.Metadata();
  md.set_text('v', 'Double Float', '1.5');
  must(md.v == 1.5 && strcmp(md.export('v'), 'v{Double Float}=1.5') && strcmp(md.type_name('v'), 'Double Float'));
end

function test_table()
  t = stoner.Table([1 2; 3 4; 5 NaN], {'x', 'Intensity 0'}, {'um', ''});
  must(isequaln(double(t), [1 2; 3 4; 5 NaN]) && isequal(size(t), [3 2]));
  must(isequal(t.x, [1; 3; 5]) && isequaln(t('Intensity 0'), [2; 4; NaN]) && isequal(t.column(1), [1; 3; 5]));
  must(isequal(t.names(), {'x', 'Intensity 0'}) && isequal(t.units(), {'um', ''}));
  md = stoner.Metadata(struct('energy', 700));
  t.set_metadata(md);
  must(t.metadata.energy == 700);
  for extension = {'.csv', '.tdi'}
    path = [tempname(), extension{1}];
    t.save(path);
    must(isequal(stoner.Table(path), t) && isequal(stoner.Library.table_load(path), t));
    delete(path);
  end
  shown = evalc('disp(t)');
  must(~isempty(regexp(shown, 'x +Intensity 0')) && ~isempty(strfind(shown, '[um]')) && ~isempty(regexp(shown, '3 +4')));
  must(t.x(2) == 3);
end

function test_table_of_an_image()
  t = stoner.Image(repmat(0:9, 5, 1)).profile_line([1 2], [8 2]);
  near(t.Intensity, t.X, 1e-12);
  near(t.Distance, t.X - 1, 1e-12);
  must(all(t.Y == 2));
end
