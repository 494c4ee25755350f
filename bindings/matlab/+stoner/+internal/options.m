function md = options(given)
%OPTIONS  Names and values, a struct or a stoner.Metadata as the metadata that functions take options in. Frames count from 1.
  if numel(given) == 1 && isa(given{1}, 'stoner.Metadata')
    md = given{1};
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
    if isnumeric(value) && numel(value) > 1
      value = num2cell(value(:).');  % a list
    elseif isnumeric(value) && isreal(value) && numel(value) == 1 && value == floor(value)
      value = int64(value) - int64(strcmp(given{k}, 'frame'));
    end
    md.set(given{k}, value);
  end
end
