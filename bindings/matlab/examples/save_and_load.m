function back = save_and_load(im, folder)
%SAVE_AND_LOAD  Saves an image in the formats that others read, and in a .mat file.
%  back = save_and_load(im, tempdir())
  im.save(fullfile(folder, 'image.tiff'));        % with metadata, positions and mask
  im.imshow(fullfile(folder, 'figure.png'), 'colorbar', true, 'title', true);
  saved = saveobj(im);                            % a struct of arrays and texts
  save('-v7', fullfile(folder, 'image.mat'), 'saved');
  loaded = load(fullfile(folder, 'image.mat'));
  back = stoner.Image(loaded.saved);
  fprintf('the same again: %d\n', isequal(back, im));
end
