function dims = check_dims(name, dims)
%CHECK_DIMS  Dimensions as a row; an error where they are none.
  if ~isnumeric(dims) || isempty(dims) || any(dims(:) ~= floor(dims(:))) || any(dims(:) < 1) || numel(unique(dims)) ~= numel(dims)
    error('stoner:InvalidArgument', '%s: `dim` is %s; allowed: 1 (rows), 2 (columns), 3 (frames), several such, or ''all''', name, shown(dims));
  end
  dims = double(dims(:).');
end

function text = shown(value)
  text = ['a ', class(value)];
  if isnumeric(value)
    text = mat2str(value);
  end
end
