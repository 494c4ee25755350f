function stoner_loadlibrary(library)
%STONER_LOADLIBRARY  Loads libstoner into MATLAB without a compiler. calllib('stoner', ...) then calls its functions.
%  stoner_loadlibrary()              the library in the folders bin or lib beside this one's parent
%  stoner_loadlibrary('stoner.dll')  the one at this path
%
%  Handles are numbers of class uint64, NULL is [] or 0; README.md of this folder shows calls. Not yet run in MATLAB.
  if libisloaded('stoner')
    return
  end
  if nargin < 1
    library = find_library(fileparts(fileparts(mfilename('fullpath'))));
  end
  loadlibrary(library, @stoner_prototypes, 'alias', 'stoner');
end

function library = find_library(root)
  if ispc
    places = {fullfile(root, 'bin', 'stoner.dll'), fullfile(root, '..', 'bin', 'stoner.dll')};
  else
    places = {fullfile(root, 'lib', 'libstoner.so'), fullfile(root, '..', 'lib', 'libstoner.so'), ...
              fullfile(root, '..', '..', 'build', 'lib', 'libstoner.so')};
  end
  there = places(cellfun(@(place) exist(place, 'file') == 2, places));
  if isempty(there)
    error('stoner:FileNotFound', 'there is no %s; give the path of the library', places{1});
  end
  library = there{1};
end
