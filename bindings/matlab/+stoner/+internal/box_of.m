function box = box_of(image, subs)
%BOX_OF  The box that indices of rows and columns mean, where these are runs of pixels; else [].
  box = [];
  sizes = size(image);
  rank = ndim(image);
  if ~any(rank == [2 3]) || numel(subs) ~= rank || rank == 3 && ~isequal(subs{3}, ':')
    return
  end
  limits = zeros(1, 4);
  for k = 1:2
    run = subs{k};
    if ischar(run)
      run = [1, sizes(k)];
    elseif islogical(run) || isempty(run) || ~isvector(run) || any(diff(double(run(:))) ~= 1)
      return
    end
    limits(5 - 2 * k:6 - 2 * k) = double([run(1) - 1, run(end)]);
  end
  if limits(2) > limits(1) && limits(4) > limits(3)
    box = limits;
  end
end
