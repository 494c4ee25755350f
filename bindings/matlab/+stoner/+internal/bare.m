function value = bare(value)
%BARE  What the gateway takes for a value: the handle of an object, text as char.
  if isa(value, 'stoner.Image') || isa(value, 'stoner.Table') || isa(value, 'stoner.Metadata') || isa(value, 'stoner.Context')
    value = value.handle;
    if isempty(value)
      % [] would stand for an input that is not given.
      value = uint64(1);
    end
  elseif isa(value, 'string')
    value = char(value);  % MATLAB only
  elseif iscell(value)
    value = cellfun(@stoner.internal.bare, value, 'UniformOutput', false);
  end
end
