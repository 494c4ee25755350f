function build_mex(prefix, output)
%BUILD_MEX  Builds the gateway, stoner_mex, in MATLAB or GNU Octave.
%  build_mex()                 against the library beside this file, as the package for MATLAB has it, or the build tree (build/include, build/lib)
%  build_mex('/usr/local')     against an installed library (include; lib or lib64)
%  build_mex(prefix, folder)   and puts it into a folder; without it beside this file
%
%  The path of the library is kept in the MEX file, so that nothing has to be set to find it.
  here = fileparts(mfilename('fullpath'));
  if nargin < 1 || isempty(prefix)
    prefix = here;
    if ~exist(fullfile(here, 'include', 'stoner.h'), 'file')
      prefix = fullfile(here, '..', '..', 'build');
    end
  end
  if nargin < 2
    output = here;
  end
  include = fullfile(prefix, 'include');
  library = fullfile(prefix, 'lib');
  if isempty(dir(fullfile(library, '*stoner.*'))) && ~isempty(dir(fullfile(prefix, 'lib64', 'libstoner.*')))
    library = fullfile(prefix, 'lib64');
  end
  if ~exist(fullfile(include, 'stoner.h'), 'file')
    error('stoner:FileNotFound', 'there is no %s: run `make lib`, or give the prefix of an installed library', fullfile(include, 'stoner.h'));
  end
  library = absolute(library);
  source = fullfile(here, 'stoner_mex.c');
  if exist('OCTAVE_VERSION', 'builtin')
    flags = getenv('CFLAGS');
    setenv('CFLAGS', strtrim([flags, ' -O2 -fPIC -std=c99 -Wall -Wextra -Werror']));
    restore = onCleanup(@() setenv('CFLAGS', flags));
    [text, status] = mkoctfile('--mex', '-R2018a', ['-I', include], source, ['-L', library], '-lstoner', ['-Wl,-rpath,', library], ...
                               '-o', fullfile(output, 'stoner_mex.mex'));
    if status ~= 0
      error('stoner:Error', 'mkoctfile failed: %s', text);
    end
  elseif ispc
    % Not tested: MATLAB only. Windows looks for the library beside the MEX file.
    mex('-R2018a', ['-I', include], source, ['-L', library], '-lstoner', '-outdir', output);
    copyfile(fullfile(prefix, 'bin', 'stoner.dll'), output);
  else
    % Not tested: MATLAB only.
    mex('-R2018a', ['-I', include], source, ['-L', library], '-lstoner', ['LDFLAGS=$LDFLAGS -Wl,-rpath,', library], '-outdir', output);
  end
end

function path = absolute(path)
  [found, about] = fileattrib(path);
  if ~found
    error('stoner:FileNotFound', 'there is no %s', path);
  end
  path = about.Name;
end
