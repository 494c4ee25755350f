function [handles, keep] = handles_for_tests()
%HANDLES_FOR_TESTS  Objects of each kind, and their handles for the gateway; the handles live as long as keep.
  values = magic(8);
  keep.image = stoner.Image(values, values > 60);
  keep.image.metadata = struct('x', 1.5, 'n', int64(3), 's', 'text', 'yes', true, 'z', 1 + 2i, 'v', [1 2 3], 'box', int64([1 5 2 6]), 'l', {{1, 2}});
  keep.metadata = keep.image.metadata;
  keep.table = stoner.Table([1 2; 3 4; 5 6], {'x', 'y'});
  keep.context = stoner.Context();
  keep.single = stoner.Image(single(values));
  keep.integers = stoner.Image(uint16(values));
  keep.logical = stoner.Image(values > 30);
  keep.complex = stoner.Image(complex(values, 1));
  keep.row = stoner.Image([1 2 3 4 5], 'ndim', 1);
  keep.points = stoner.Image([0 0; 1 0; 0 1; 1 1; 0.5 0.5]);
  keep.measurement = stoner.Scan(scan('domain_plus.hdf5'));
  keep.live = stoner.Live([4 5], [0 0], [1 1]);
  persistent plus minus
  if isempty(plus)
    plus = stoner.Image(scan('domain_plus.hdf5'));
    minus = stoner.Image(scan('domain_minus.hdf5'));
  end
  keep.scan = plus.clone();
  keep.other = minus.clone();
  names = fieldnames(keep);
  for k = 1:numel(names)
    handles.(names{k}) = keep.(names{k}).raw_handle;
  end
  handles.folder = tempname();
  mkdir(handles.folder);
  handles.csv = fullfile(handles.folder, 'given.csv');
  keep.table.save(handles.csv);
end
