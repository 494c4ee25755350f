function dim = first_dimension(sizes)
%FIRST_DIMENSION  The dimension that MATLAB's functions take where none is given: the first whose length is not 1.
  dim = find(sizes ~= 1, 1);
  if isempty(dim)
    dim = 1;
  end
end
