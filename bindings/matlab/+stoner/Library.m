% Made from interface/interface.json by bindings/generator: do not edit. By hand is what templates/ has.
classdef Library
%LIBRARY  Functions of the library that need no image, table, metadata or context: stoner.Library.version() and so on.
  methods (Static)
    function varargout = version(varargin)
      %VERSION  The version as text, "major.minor.patch". Never freed.
      %
      %  value = stoner.Library.version()
      %
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('version', 'n', [], varargin);
    end
    function varargout = version_number(varargin)
      %VERSION_NUMBER  The version as a number, for comparison with STONER_VERSION_NUMBER: major * 10000 + minor * 100
      %  + patch.
      %
      %  value = stoner.Library.version_number()
      %
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('version_number', 'n', [], varargin);
    end
    function varargout = status_text(varargin)
      %STATUS_TEXT  What a status means, in a few words of English: "an argument has a value that is not allowed".
      %  Never [], never freed. The message of a particular failure is in stoner.Library.last_error.
      %
      %  value = stoner.Library.status_text(status)
      %
      %  status: a status that a function returned
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('status_text', 'n', [], varargin);
    end
    function varargout = live_handles(varargin)
      %LIVE_HANDLES  The number of handles, of all types, that were given out and not freed: 0 at the end of a
      %  program without leaks.
      %
      %  value = stoner.Library.live_handles()
      %
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('live_handles', 'n', [], varargin);
    end
    function set_kept_memory(varargin)
      %SET_KEPT_MEMORY  Sets how much memory of freed images the library keeps for new ones of the same size, in the
      %  whole process: the system clears a fresh image's memory before the first pixel is written, which
      %  takes longer than many operations. It keeps none of less than 1 MiB, gives back what it kept
      %  before, and gives all back when the last image, scan, table and set of metadata is freed, or the
      %  system has no more for others.
      %
      %  stoner.Library.set_kept_memory(bytes)
      %
      %  bytes: the number of bytes at most; 1: nothing is kept; default 6.71089e+07
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('set_kept_memory', '', [], varargin);
    end
    function set_instruction_set(varargin)
      %SET_INSTRUCTION_SET  Limits the library's own kernels to an instruction set, in the whole process: for tests, and to
      %  find out whether a fault comes from one of them. The bits of a result do not depend on it. Calls
      %  that are running change to it, too. Fourier transforms, products of matrices of floating point
      %  and the C library's functions ignore it: other libraries compute them, with the instructions
      %  that they find themselves. The environment variable STONER_INSTRUCTION_SET (baseline, avx2,
      %  avx512) does the same from the start; it is read once, and an unknown name, or one that the
      %  processor lacks, is a warning of every new context.
      %
      %  stoner.Library.set_instruction_set(instruction_set)
      %
      %  instruction_set: a word of instruction_set: what they may use; default 'best' ['best' 'baseline'
      %      'avx2' 'avx512']
      %  Errors: stoner:InvalidArgument for an unknown one; stoner:Unsupported for one that the processor
      %      lacks
      stoner.internal.invoke('set_instruction_set', '', [], varargin);
    end
    function varargout = instruction_set(varargin)
      %INSTRUCTION_SET  Which instruction set the library's own kernels use, in the whole process: the best that the
      %  processor has, unless stoner.Library.set_instruction_set or the environment variable
      %  STONER_INSTRUCTION_SET sets another.
      %
      %  [instruction_set, best] = stoner.Library.instruction_set()
      %
      %  returns instruction_set: what they use, never 'best'
      %  returns best: the best that the processor has
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('instruction_set', 'nn', [], varargin);
    end
    function varargout = version_report(varargin)
      %VERSION_REPORT  What this library is, as text in UTF-8: lines of a name, a colon and a value (version, features,
      %  target, compiler, processor, instruction sets, HDF5 reader), then an empty line and the licences
      %  of all that is linked in. To be sent with a report of a fault.
      %
      %  buffer = stoner.Library.version_report()
      %
      %  returns buffer: text
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('version_report', 'n', [], varargin);
    end
    function varargout = interface(varargin)
      %INTERFACE  The description of this interface as JSON, in UTF-8: every function with its parameters, their
      %  types, units, defaults and ranges, and all constants. docs/interface.md explains its members.
      %
      %  buffer = stoner.Library.interface()
      %
      %  returns buffer: text
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('interface', 'n', [], varargin);
    end
    function varargout = load(varargin)
      %LOAD  Loads an image file of any supported kind: NXstxm (HDF5), SDF, TIFF, PNG, npy. The kind is
      %  determined from its content, then from its name.
      %
      %  out = stoner.Library.load(path, filetype)
      %
      %  path: UTF-8
      %  filetype: "nxstxm", "sdf", "tiff", "png" or "npy" uses that loader only; not given: determined
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:FileNotFound; stoner:Format when no loader knows the file (the message has what
      %      each of them said); stoner:Corrupt; stoner:BeingWritten; stoner:IO; stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('load', 'i', [], varargin);
    end
    function varargout = load_stxm(varargin)
      %LOAD_STXM  Loads a scan of a scanning transmission X-ray microscope: NXstxm HDF5 as the PolLux beamline
      %  writes it. Row 0 is the top of the picture, the highest sample_y. An image becomes an array of
      %  (rows, columns), an energy stack one of (energies, rows, columns). The measured positions come
      %  as planes "actual_x" and "actual_y", the ring current as plane "beam current", the nominal grid
      %  as the map; all else below the entry as metadata, in the order of the file, under its path with
      %  dots ("collection.energy.value"). A unit that the file does not give is none, and a warning
      %  tells. Of several scans and detectors in a file the one is loaded to which NeXus' attributes
      %  `default` and `signal` lead; without them the first entry by name, and in it the image of the
      %  sample before spectra of its pixels. A warning names the others. A file that a program has open
      %  for writing, in the old format or in SWMR mode, can be read.
      %
      %  out = stoner.Library.load_stxm(path, regrid, bcn)
      %
      %  path: UTF-8
      %  regrid: false: the pixels as they were measured; true: interpolated linearly from the measured
      %      positions onto the nominal grid, as gridimage does without options: grid points without data or
      %      in a hole of the data are masked; default false
      %  bcn: true: divided by the ring current, which is regridded first when the image is; pixels whose
      %      current is not a number above 0 are masked before that, and a warning counts them; default false
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:FileNotFound; stoner:Format (the message says what was looked for);
      %      stoner:Corrupt; stoner:BeingWritten; stoner:IO; stoner:NoResult (regrid without measured
      %      positions or a grid in x and y, bcn without a ring current above 0); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('load_stxm', 'i', [], varargin);
    end
    function varargout = image_stack(varargin)
      %IMAGE_STACK  Puts images together as the frames of a stack, in their order. They have one size; stacks among
      %  them give all their frames. The dtype is the smallest that holds the values of all; masks are
      %  kept. The result has the metadata, names and map of the first image. Energies, dwells and
      %  polarizations that are not all equal become arrays with a value for each frame. Maps that lie at
      %  other places give a warning each; if the sizes of the pixels differ the map is dropped. A plane
      %  stays where all images have it in one unit: shared if it is equal in all, else one for each
      %  frame; the others are dropped with a warning.
      %
      %  out = stoner.Library.image_stack(images)
      %
      %  images: the images
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Shape (not all of one size, or not of rank 2 or 3); stoner:InvalidArgument (no
      %      image)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_stack', 'i', [], varargin);
    end
    function varargout = last_error(varargin)
      %LAST_ERROR  The message of the last call that failed with this context, with its causes; "" when none did.
      %  Success clears nothing, so call this only after a call that failed.
      %
      %  value = stoner.Library.last_error()
      %
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('last_error', 'n', [], varargin);
    end
    function varargout = last_error_read(varargin)
      %LAST_ERROR_READ  The text of stoner.Library.last_error, into the caller's buffer. A failure of this call itself
      %  is only its status: the message is kept.
      %
      %  buffer = stoner.Library.last_error_read()
      %
      %  returns buffer: text
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('last_error_read', 'n', [], varargin);
    end
    function varargout = last_error_status(varargin)
      %LAST_ERROR_STATUS  The status of the last call that failed with this context; 0 when none did.
      %
      %  value = stoner.Library.last_error_status()
      %
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('last_error_status', 'n', [], varargin);
    end
    function varargout = table_load(varargin)
      %TABLE_LOAD  Loads a table that Table.save or the Python package wrote, or any CSV file of numbers. A first
      %  line that is not all numbers names the columns; a field that is empty or missing is NaN. Between
      %  the fields of CSV may stand semicolons or tabs, and then numbers may have a decimal comma.
      %
      %  out = stoner.Library.table_load(path, format)
      %
      %  path: UTF-8
      %  format: "csv" or "tdi"; not given: by the beginning of the file
      %  returns out: a stoner.Table: the new table
      %  Errors: stoner:FileNotFound; stoner:Format; stoner:Corrupt (the message names the line);
      %      stoner:IO; stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('table_load', 't', [], varargin);
    end
    function varargout = cmap_count(varargin)
      %CMAP_COUNT  The number of colour maps, their reverses included.
      %
      %  n = stoner.Library.cmap_count()
      %
      %  returns n: how many there are
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('cmap_count', 'n', [], varargin);
    end
    function varargout = cmap_name(varargin)
      %CMAP_NAME  The name of a colour map: gray, viridis, plasma, inferno, magma, cividis, turbo, hot, afmhot,
      %  jet, bone, copper, Greys, Blues, coolwarm, RdBu, seismic, bwr, PuOr, PiYG, RdGy, Spectral,
      %  cubehelix, hsv, and each with _r for its reverse.
      %
      %  buffer = stoner.Library.cmap_name(index)
      %
      %  index: its number, from 1
      %  returns buffer: text
      %  Errors: stoner:OutOfRange
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('cmap_name', 'n', [], varargin);
    end
    function varargout = cmap_colours(varargin)
      %CMAP_COLOURS  The colours of a colour map: the bytes that matplotlib paints with.
      %
      %  rgba = stoner.Library.cmap_colours(cmap)
      %
      %  cmap: its name; default 'gray'
      %  returns rgba: 256 colours from the lower end of the scale to the upper
      %  Errors: stoner:InvalidArgument for a map that there is not; the message lists those there are
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('cmap_colours', 'n', [], varargin);
    end
    function varargout = auto_fit_fontsize(varargin)
      %AUTO_FIT_FONTSIZE  The factor by which the size of a line of text is to be multiplied so that the text fits into a
      %  box, in the font of pictures.
      %
      %  factor = stoner.Library.auto_fit_fontsize(value, size, width, height, scale_down, scale_up)
      %
      %  value: the text
      %  size: the size of the text (of the em square)
      %  width: of the box
      %  height: of the box
      %  scale_down: true: the factor may be below true; default true
      %  scale_up: true: the factor may be above true; default false
      %  returns factor: the factor; 1 for an empty text
      %  Errors: stoner:InvalidArgument
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('auto_fit_fontsize', 'n', [], varargin);
    end
    function varargout = quantity_name(varargin)
      %QUANTITY_NAME  A quantity's name, the same for all facilities: "energy", "ring_current".
      %
      %  buffer = stoner.Library.quantity_name(quantity)
      %
      %  quantity: a value of a word of quantity ['energy' 'dwell' 'polarization' 'helicity'
      %      'ring_current' 'sample_x' 'sample_y' 'zone_plate']
      %  returns buffer: text
      %  Errors: stoner:InvalidArgument
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('quantity_name', 'n', [], varargin);
    end
    function varargout = quantity_unit(varargin)
      %QUANTITY_UNIT  A quantity's unit, the same for all facilities: "eV", "mA"; "" for a number without one.
      %
      %  buffer = stoner.Library.quantity_unit(quantity)
      %
      %  quantity: a value of a word of quantity ['energy' 'dwell' 'polarization' 'helicity'
      %      'ring_current' 'sample_x' 'sample_y' 'zone_plate']
      %  returns buffer: text
      %  Errors: stoner:InvalidArgument
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('quantity_unit', 'n', [], varargin);
    end
    function varargout = loader_count(varargin)
      %LOADER_COUNT  The number of loaders. They are numbered in the order in which stoner.Image tries them.
      %
      %  n = stoner.Library.loader_count()
      %
      %  returns n: how many there are
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('loader_count', 'n', [], varargin);
    end
    function varargout = loader_name(varargin)
      %LOADER_NAME  A loader's name, which stoner.Image takes as `filetype`.
      %
      %  buffer = stoner.Library.loader_name(index)
      %
      %  index: 0 to the number of loaders - 1; from 1
      %  returns buffer: text
      %  Errors: stoner:OutOfRange
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('loader_name', 'n', [], varargin);
    end
    function varargout = loader_priority(varargin)
      %LOADER_PRIORITY  A loader's priority: lower numbers are tried first.
      %
      %  priority = stoner.Library.loader_priority(index)
      %
      %  index: 0 to the number of loaders - 1; from 1
      %  returns priority: the priority
      %  Errors: stoner:OutOfRange
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('loader_priority', 'n', [], varargin);
    end
    function varargout = loader_mime_type(varargin)
      %LOADER_MIME_TYPE  The media type of the files that a loader reads: "image/tiff".
      %
      %  buffer = stoner.Library.loader_mime_type(index)
      %
      %  index: 0 to the number of loaders - 1; from 1
      %  returns buffer: text
      %  Errors: stoner:OutOfRange
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('loader_mime_type', 'n', [], varargin);
    end
    function varargout = loader_patterns(varargin)
      %LOADER_PATTERNS  The patterns of the names of files that a loader reads, separated by spaces: "*.tif *.tiff".
      %
      %  buffer = stoner.Library.loader_patterns(index)
      %
      %  index: 0 to the number of loaders - 1; from 1
      %  returns buffer: text
      %  Errors: stoner:OutOfRange
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('loader_patterns', 'n', [], varargin);
    end
    function varargout = fmts(varargin)
      %FMTS  The formats that an image can be saved in, separated by commas, as save takes them:
      %  "tif,tiff,png,npy,nxs,hdf5,h5,hdf".
      %
      %  buffer = stoner.Library.fmts()
      %
      %  returns buffer: text
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('fmts', 'n', [], varargin);
    end
    function varargout = get_filedialog(varargin)
      %GET_FILEDIALOG  Asks the user for files or a folder through the hook of Context.set_file_hook. The user is asked
      %  once: an answer that was not read yet (capacity 0, or too small) is kept in the context for the
      %  next call with the same arguments.
      %
      %  buffer = stoner.Library.get_filedialog(what, title, patterns)
      %
      %  what: 'file', 'directory', 'save' or 'files'; default 'file' ['file' 'directory' 'save' 'files']
      %  title: for the dialog; not given: none
      %  patterns: the names of interest, with spaces between: "*.tif *.tiff"; not given: those of the
      %      files that can be loaded
      %  returns buffer: the path; several on separate lines
      %  Errors: stoner:NotInteractive; stoner:Cancelled when nothing was chosen
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('get_filedialog', 'n', [], varargin);
    end
  end
end
