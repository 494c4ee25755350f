function image = copy(handle)
%COPY  An image of one's own from a handle that is lent.
  image = stoner.Image(stoner.internal.Made(stoner_mex('image_clone', [], handle), []));
end
