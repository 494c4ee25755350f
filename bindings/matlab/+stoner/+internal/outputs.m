function n = outputs(n, rest, name)
%OUTPUTS  How many outputs a method gives: those asked for; one where something is done with it, or to be shown; none where it has none.
  if any(strcmp(name, stoner.internal.without_output()))
    n = 0;
  elseif ~isempty(rest)
    n = 1;
  else
    n = max(n, 1);
  end
end
