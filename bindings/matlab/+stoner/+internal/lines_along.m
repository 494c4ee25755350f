function parts = lines_along(sizes, dims)
%LINES_ALONG  How an array of a size becomes a matrix whose columns run along some dimensions: parts.in(array), and back, parts.out(matrix).
%  parts.reduced(row) puts one value of each column into the size in which these dimensions have length 1.
  n = max([numel(sizes), dims(:).']);
  sizes(end + 1:n) = 1;
  order = [dims(:).', setdiff(1:n, dims)];
  short = sizes;
  short(dims) = 1;
  count = prod(sizes(setdiff(1:n, dims)));
  parts.in = @(array) reshape(permute(reshape(array, sizes), order), prod(sizes(dims)), count);
  parts.out = @(matrix) ipermute(reshape(matrix, [size(matrix, 1), sizes(order(2:end))]), order);
  parts.reduced = @(row) reshape(row, short);
end
