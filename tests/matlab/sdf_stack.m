function path = sdf_stack(folder, frames, energies, x, y)
%SDF_STACK  Writes a stack as text files of the format SDF: frames of rows by columns, row 1 the highest y. Returns the header's path.
  points = @(values) sprintf(', %.17g', values);
  axis = @(name, unit, values) sprintf('{ Name = "%s"; Unit = "%s"; Min = %g; Max = %g; Dir = 1;\r\n\tPoints = (%d%s);\r\n}', name, unit, ...
                                       min(values), max(values), numel(values), points(values));
  text = sprintf(['\r\nScanDefinition = { Label = "x.hdr"; Type = "NEXAFS Image Scan"; Flags = "Image Stack"; Dwell = 2.5;\r\n\tRegions = (1,\r\n{\r\n PAxis = %s;\r\n QAxis = %s;\r\n});\r\n\r\n', ...
                  '\tStackAxis = %s;\r\n\tChannels = (1,\r\n{ Name = "PMT"; Unit = "Hz";});\r\n};\r\n Time = "2020 October 15 11:59:33"; BeamFeedback = false;\r\n\r\n'], ...
                 axis('Sample X', 'um', x), axis('Sample Y', 'um', y), axis('Energy', 'eV', energies));
  path = fullfile(folder, 'stack.hdr');
  put(path, text);
  for k = 1:numel(energies)
    % The files begin with the lowest y.
    rows = flipud(frames(:, :, k));
    lines = arrayfun(@(r) [sprintf('%.17g\t', rows(r, :)), sprintf('\r\n')], 1:size(rows, 1), 'UniformOutput', false);
    put(fullfile(folder, sprintf('stack_a%03d.xim', k - 1)), [lines{:}]);
  end
end

function put(path, text)
  file = fopen(path, 'w');
  fwrite(file, text);
  fclose(file);
end
