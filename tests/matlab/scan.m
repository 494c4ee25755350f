function path = scan(name)
%SCAN  The path of a bundled scan.
  path = fullfile(fileparts(mfilename('fullpath')), '..', '..', 'data', 'demo', name);
end
