function yes = answer(name, image)
%ANSWER  A function of MATLAB that looks at class or size alone.
  if any(strcmp(name, {'isnumeric', 'isfloat', 'isinteger', 'islogical', 'isreal'}))
    kind = dtype(image);
    pixel = feval(strtok(kind), 0);
    if ~isempty(strfind(kind, 'complex'))
      pixel = complex(pixel, 1);
    end
    yes = feval(name, pixel);
  elseif strcmp(name, 'length')
    yes = max(size(image)) * ~isempty(image);
  else
    % A matrix that has length 1 where the image has.
    yes = feval(name, false(min(size(image), 2)));
  end
end
