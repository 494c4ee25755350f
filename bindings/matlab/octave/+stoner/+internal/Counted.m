classdef Counted < handle
%COUNTED  In Octave without numel, which it asks of a class at every obj.name = value; see numel in octave/@stoner.Image.
end
