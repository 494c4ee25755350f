function [order, counts] = valid_first(left_out)
%VALID_FIRST  For each column of a matrix the places of what is not left out, then of the rest, in their order; and how many those are.
  [~, order] = sort(left_out, 1);
  order = order + (0:size(left_out, 2) - 1) * size(left_out, 1);
  counts = sum(~left_out, 1);
end
