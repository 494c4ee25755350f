function value = hand(given)
%HAND  Passes on what the getter of an object's property `kept` may not return: stoner.internal.hand(value) puts it, hand() takes it.
%  Octave calls the getters of all properties to write an object into a file. So that a handle never gets there, getters return [].
  persistent slot
  if nargin > 0
    slot = given;
  else
    value = slot;
    slot = [];
  end
end
