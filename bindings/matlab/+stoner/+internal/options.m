function md = options(given, indices)
%OPTIONS  Names and values, a struct or a stoner.Metadata as the metadata that functions take options in.
%  indices: options, besides frame, that are indices where they are numbers. They count from 1 here.
  if nargin < 2
    indices = {};
  end
  indices{end + 1} = 'frame';
  if numel(given) == 1 && isa(given{1}, 'stoner.Metadata')
    md = clone(given{1});
    for name = indices
      if contains(md, name{1}) && strcmp(stoner.internal.metadata_type(type(md, name{1})), 'i64')
        md.set_i64(name{1}, get_i64(md, name{1}) - 1);
      end
    end
    return
  end
  md = stoner.Metadata();
  if numel(given) == 1 && isstruct(given{1})
    names = fieldnames(given{1});
    given = reshape([names, struct2cell(given{1})].', 1, []);
  end
  if mod(numel(given), 2) == 1 || ~all(cellfun(@ischar, given(1:2:end)))
    error('stoner:InvalidArgument', 'options are names and values');
  end
  for k = 1:2:numel(given)
    value = given{k + 1};
    if isnumeric(value) && any(strcmp(given{k}, indices))
      if any(value(:) < 1)
        error('stoner:OutOfRange', '`%s` is %s; allowed: 1 and more', given{k}, mat2str(value));
      end
      value = int64(value - 1);
    end
    if isnumeric(value) && numel(value) > 1
      value = num2cell(value(:).');  % a list
    elseif isnumeric(value) && isreal(value) && numel(value) == 1 && value == floor(value)
      value = int64(value);
    end
    md.set(given{k}, value);
  end
end
