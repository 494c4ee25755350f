function text = nearest(kind, name)
%NEAREST  For a message: the methods of a class whose names are like one that there is not.
  names = stoner.internal.method_outputs(kind);
  alike = names(strcmpi(names, name));
  if isempty(alike)
    alike = names(~cellfun(@isempty, strfind(names, lower(name))));
    [~, order] = sort(cellfun(@numel, alike));
    alike = alike(order);
  end
  text = '';
  if ~isempty(alike)
    text = ['; there is ', strjoin(alike(1:min(end, 5)), ', ')];
  elseif strcmp(kind, 'Image')
    text = '; methods(im) lists all';
  end
end
