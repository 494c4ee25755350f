function value = bare(value)
%BARE  What the gateway takes for a value: the handle of an object, text as char.
  if isa(value, 'stoner.Image') || isa(value, 'stoner.Table') || isa(value, 'stoner.Metadata') || isa(value, 'stoner.Context') || ...
     isa(value, 'stoner.Scan') || isa(value, 'stoner.Live')
    value = raw_handle(value);
    if isempty(value)
      % [] would stand for an input that is not given.
      value = uint64(1);
    end
  elseif isa(value, 'string')
    value = char(value);  % MATLAB only
  elseif isnumeric(value) && ~isreal(value) && exist('OCTAVE_VERSION', 'builtin') && ~isempty(strfind(typeinfo(value), 'diagonal'))
    % Octave 7 writes beyond the memory of a complex diagonal matrix that a MEX file is given.
    value = complex(full(real(value)), full(imag(value)));
  elseif iscell(value)
    value = cellfun(@stoner.internal.bare, value, 'UniformOutput', false);
  end
end
