function n = outputs(n, rest, gives)
%OUTPUTS  How many outputs a method is asked for: those wanted; one where something is done with it, or to be shown; none where it has none.
  if ~gives
    n = 0;
  elseif ~isempty(rest)
    n = 1;
  else
    n = max(n, 1);
  end
end
