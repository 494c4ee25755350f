function word = scan_word(family, number)
%SCAN_WORD  The word of an enumeration that scans give: 'kind', 'role' or 'dtype', by its number.
% Made from interface/interface.json by bindings/generator: do not edit.
  switch family
    case 'kind'
      known = {0, 'generic', 1, 'image', 2, 'stack', 3, 'line_spectrum', 4, 'point_spectrum', 5, 'focus', 6, 'osa_image', 7, 'osa_focus', 8, 'detector_image'};
    case 'role'
      known = {0, 'other', 1, 'frame', 2, 'row', 3, 'column', 4, 'spectrum'};
    case 'dtype'
      known = {1, 'logical', 2, 'uint8', 3, 'int8', 4, 'uint16', 5, 'int16', 6, 'uint32', 7, 'int32', 8, 'uint64', 9, 'int64', 10, 'single', 11, 'double', 12, 'single complex', 13, 'double complex'};
  end
  word = known{2 * find([known{1:2:end}] == number)};
end
