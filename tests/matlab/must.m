function must(condition, varargin)
%MUST  Fails a test unless a condition holds.
  if ~all(condition(:)) || isempty(condition)
    if isempty(varargin)
      varargin = {'the condition does not hold'};
    end
    error('tests:failed', varargin{:});
  end
end
