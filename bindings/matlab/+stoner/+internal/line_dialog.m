function ends = line_dialog(image)
%LINE_DIALOG  Shows an image and asks a person for the ends of a line: [x1 y1 x2 y2] in pixels; [] when none was drawn.
  window = figure('Name', 'two clicks: the ends of the line');
  image.imshow();
  try
    [x, y] = ginput(2);
  catch
    x = [];
  end
  if ishghandle(window)
    close(window);
  end
  ends = [];
  if numel(x) == 2
    ends = [x(1), y(1), x(2), y(2)];
  end
end
