function image = first_image(inputs)
%FIRST_IMAGE  The first image among some inputs: what results take title, metadata and positions from.
  image = inputs{find(cellfun(@(one) isa(one, 'stoner.Image'), inputs), 1)};
end
