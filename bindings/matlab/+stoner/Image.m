% Made from interface/interface.json by bindings/generator: do not edit. By hand is what templates/ has.
classdef Image < handle
%IMAGE  An X-ray microscopy image: a masked array with positions, metadata, file name and title.
%  im = stoner.Image('scan.hdf5')                  loads a file
%  im = stoner.Image(matrix)                       of pixels: logical, integer, single, double, complex
%  im = stoner.Image(matrix, mask)                 true: the pixel is masked, so all results ignore it
%  im = stoner.Image(..., 'context', ctx)          with threads, progress, dialogs of a stoner.Context
%
%  double(im), im.data, im.mask                    pixels and mask as arrays: (rows, columns), of a stack (rows, columns, frames)
%  im(2, :), im(mask), im(1:3, 5) = 0              indices as of a matrix, from 1
%  im.metadata.energy, im.metadata.note = 'x'      see stoner.Metadata
%  im.title, im.filename, im.dtype, size(im)
%  (plus - minus) / (plus + minus)                 + - * / pixel by pixel
%
%  Methods return new images; those that change this one say so. They take their inputs in order or by name:
%  im.rotate(0.1, 'order', 3). Points and boxes are (x, y) = (column, row) in pixels and count from 0, as in the metadata
%  and in all other languages; imshow draws the axes in the same way. Dimensions count from 1: rows, columns, frames.
%
%  stoner.help('Image.rotate') explains a method (in MATLAB help stoner.Image.rotate does too); methods(im) lists them.
%
%  See also stoner.Metadata, stoner.Table, stoner.Context.
  properties (SetAccess = private, Hidden)
    handle = [];
  end
  properties
    context = [];
  end

  methods
    function obj = Image(source, varargin)
      %IMAGE  Loads an image, or makes one of a matrix.
      %  im = stoner.Image(path)
      %  im = stoner.Image(matrix, mask, 'ndim', n)   the rank; without it that of the matrix, 2 or more
      if nargin == 1 && isstruct(source) && isfield(source, 'handle')
        obj.handle = source.handle;
        obj.context = source.context;
        return
      end
      if nargin == 0
        error('stoner:InvalidArgument', 'stoner.Image takes a path or a matrix');
      end
      [mask, options] = arguments(varargin);
      obj.context = options.context;
      host = [];
      if isobject(options.context)
        host = options.context.host();
      end
      try
        if isa(source, 'stoner.Image')
          obj.handle = stoner_mex('image_clone', host, source.handle);
        elseif ischar(source) || isa(source, 'string')
          obj.handle = stoner_mex('load', host, stoner.internal.bare(source), options.filetype);
        else
          obj.handle = stoner_mex('image_from_data', host, source, mask, options.ndim);
        end
      catch trouble
        stoner.internal.raise(trouble);
      end
    end

    function delete(obj)
      %DELETE  Frees the image.
      handle = obj.handle;
      obj.handle = [];
      if ~isempty(handle)
        stoner_mex('image_free', [], handle);
      end
    end

    % -- As an array ----------------------------------------------------------------------------------------------------------

    function array = read(obj, dtype)
      %READ  The pixels as an array, of the image's class or of another ('double', 'uint8', ...). Masked pixels have their stored values.
      if nargin < 2
        dtype = [];
      end
      array = call(obj, 'image_read', stoner.internal.bare(dtype));
    end

    function value = data(obj, varargin)
      %DATA  The pixels as an array of the image's class; im.data(i, j) some of them.
      value = obj.read();
      if ~isempty(varargin)
        value = value(varargin{:});
      end
    end

    function array = double(obj)
      %DOUBLE  The pixels as an array of double; complex ones stay complex.
      if strncmp(fliplr(obj.dtype()), fliplr('complex'), 7)
        array = obj.read('double complex');
      else
        array = obj.read('double');
      end
    end

    function array = single(obj)
      %SINGLE  The pixels as an array of single; complex ones stay complex.
      if strncmp(fliplr(obj.dtype()), fliplr('complex'), 7)
        array = obj.read('single complex');
      else
        array = obj.read('single');
      end
    end

    function value = mask(obj, varargin)
      %MASK  The mask as a logical array, true where a pixel is masked; im.mask(i, j) some of it.
      value = call(obj, 'image_read_mask');
      if ~isempty(varargin)
        value = value(varargin{:});
      end
    end

    function value = read_mask(obj)
      %READ_MASK  The mask as a logical array.
      value = call(obj, 'image_read_mask');
    end

    function write(obj, values, varargin)
      %WRITE  Writes pixels into the image, which it changes: all, or a box. Written pixels become unmasked.
      %  im.write(values)
      %  im.write(values, [xmin xmax ymin ymax])   upper ends exclusive, from 0; -Inf or Inf: to the end of the image
      box = [];
      if ~isempty(varargin)
        box = varargin{end};
      end
      call(obj, 'image_write', box, values);
    end

    function write_mask(obj, mask)
      %WRITE_MASK  Replaces the mask; [] or false: nothing is masked. It changes the image.
      if islogical(mask) && numel(mask) == 1 && prod(size(obj)) ~= 1
        mask = repmat(mask, size(obj));
      end
      if ~isempty(mask) && ~islogical(mask)
        error('stoner:InvalidArgument', 'a mask is a logical array, not %s', class(mask));
      end
      call(obj, 'image_write_mask', mask);
    end

    function [values, masked] = tolist(obj, varargin)
      %TOLIST  The pixels, masked ones replaced by 0 or a fill value, and the mask.
      %  [values, masked] = im.tolist()
      %  values = im.tolist(fill_mode, fill_value, dtype)
      [values, masked] = call(obj, 'image_tolist', varargin{:});
    end

    function varargout = size(obj, varargin)
      %SIZE  Rows and columns; of a stack rows, columns and frames.
      sizes = call(obj, 'image_shape');
      if numel(varargin) > 0
        sizes(end + 1:max([varargin{1}(:); 0])) = 1;
        sizes = sizes(varargin{1});
      end
      if nargout > 1
        sizes(end + 1:nargout) = 1;
        sizes(nargout) = prod(sizes(nargout:end));
        varargout = num2cell(sizes(1:nargout));
      else
        varargout = {sizes};
      end
    end

    function shape = shape(obj)
      %SHAPE  Rows and columns, as size.
      shape = call(obj, 'image_shape');
    end

    function n = pixel_count(obj)
      %PIXEL_COUNT  The number of pixels, masked ones included; count_value gives that of unmasked ones.
      n = call(obj, 'image_size');
    end

    function n = ndims(obj)
      %NDIMS  The number of dimensions, 2 or more.
      n = numel(size(obj));
    end

    function yes = isempty(obj)
      %ISEMPTY  Whether there are no pixels.
      yes = ~isempty(obj.handle) && prod(size(obj)) == 0;
    end

    function n = end(obj, k, of)
      %END  The last index of a dimension.
      sizes = size(obj);
      if k < of
        n = sizes(k);
      else
        n = prod(sizes(k:end));
      end
    end

    function name = dtype(obj)
      %DTYPE  The class of the pixels: 'logical', 'uint8' to 'int64', 'single', 'double', 'single complex', 'double complex'.
      names = {'logical', 'uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32', 'uint64', 'int64', 'single', 'double', ...
               'single complex', 'double complex'};
      name = names{call(obj, 'image_dtype')};
    end

    function same = isequal(a, b)
      %ISEQUAL  Whether two images have the same class, size, mask and pixels.
      same = isa(a, 'stoner.Image') && isa(b, 'stoner.Image') && logical(a.equal(b));
    end

    % -- Metadata -------------------------------------------------------------------------------------------------------------

    function value = metadata(obj, key)
      %METADATA  A copy of all metadata, or the value of one entry: im.metadata('control.energy').
      value = stoner.Metadata(struct('handle', call(obj, 'image_metadata'), 'context', {obj.context}));
      if nargin > 1
        value = value.get(key);
      end
    end

    function set_metadata(obj, metadata)
      %SET_METADATA  Replaces all metadata, by a stoner.Metadata or a struct. It changes the image.
      if isstruct(metadata)
        metadata = stoner.Metadata(metadata);
      end
      call(obj, 'image_set_metadata', stoner.internal.bare(metadata));
    end

    % -- Showing --------------------------------------------------------------------------------------------------------------

    function disp(obj)
      %DISP  Shows size, class, number of masked pixels and title.
      if isempty(obj.handle)
        fprintf('  stoner.Image, deleted\n');
        return
      end
      masked = prod(size(obj)) - obj.count_value();
      fprintf('  stoner.Image: %s %s, %d masked, ''%s''\n', strjoin(arrayfun(@(n) sprintf('%d', n), size(obj), 'UniformOutput', false), ' x '), ...
              obj.dtype(), masked, obj.title());
    end

    function shown = imshow(obj, varargin)
      %IMSHOW  Shows the image in the current axes, in grey unless a colour map is given, or saves it as a figure in a PNG file.
      %  im.imshow()
      %  im.imshow('cmap', 'viridis', 'percentile', [1 99])   with the options of to_rgba
      %  im.imshow('frame', k)                                one of a stack, from 1
      %  im.imshow(path, 'colorbar', true, ...)               saves; options as of the library's imshow, which also draws axes,
      %                                                       colour bar, scale bar: see stoner.help('Image.imshow_rgba')
      %  Options may also be a struct or a stoner.Metadata. Masked and NaN pixels have colours of their own (mask_color, ...).
      %
      %  The axes count from 0, so that points that are read off them (ginput) are those that methods take.
      path = '';
      shown = [];
      if mod(numel(varargin), 2) == 1 && (ischar(varargin{1}) || isa(varargin{1}, 'string'))
        path = varargin{1};
        varargin(1) = [];
      end
      options = stoner.internal.options(varargin);
      if ~isempty(path)
        stoner.internal.invoke('image_imshow', '', obj, {path, options});
        return
      end
      sizes = size(obj);
      rgba = stoner.internal.invoke('image_to_rgba', 'n', obj, {options});
      rgba = permute(reshape(rgba, [4, sizes(2), sizes(1)]), [3 2 1]);
      shown = image('XData', [0, sizes(2) - 1], 'YData', [0, sizes(1) - 1], 'CData', rgba(:, :, 1:3), 'AlphaData', double(rgba(:, :, 4)) / 255);
      axis('ij', 'image');
      title(strrep(obj.title(), '_', '\_'));
    end

    % -- Operators: MATLAB's, on the pixels; a pixel is masked where either is --------------------------------------------------

    function r = plus(a, b)
      %PLUS  a + b, pixel by pixel.
      r = operate(@plus, a, b);
    end
    function r = minus(a, b)
      %MINUS  a - b, pixel by pixel.
      r = operate(@minus, a, b);
    end
    function r = times(a, b)
      %TIMES  a .* b, pixel by pixel.
      r = operate(@times, a, b);
    end
    function r = mtimes(a, b)
      %MTIMES  a * b, pixel by pixel: a picture is no matrix. dot multiplies matrices.
      r = operate(@times, a, b);
    end
    function r = rdivide(a, b)
      %RDIVIDE  a ./ b, pixel by pixel.
      r = operate(@rdivide, a, b);
    end
    function r = mrdivide(a, b)
      %MRDIVIDE  a / b, pixel by pixel.
      r = operate(@rdivide, a, b);
    end
    function r = power(a, b)
      %POWER  a .^ b, pixel by pixel.
      r = operate(@power, a, b);
    end
    function r = uminus(a)
      %UMINUS  -a.
      r = operate(@minus, 0, a);
    end
    function r = abs(a)
      %ABS  The magnitude of each pixel.
      r = operate(@(x, ~) abs(x), a, 0);
    end
    function r = lt(a, b)
      %LT  a < b as a logical array.
      r = pixels(a) < pixels(b);
    end
    function r = le(a, b)
      %LE  a <= b as a logical array.
      r = pixels(a) <= pixels(b);
    end
    function r = gt(a, b)
      %GT  a > b as a logical array.
      r = pixels(a) > pixels(b);
    end
    function r = ge(a, b)
      %GE  a >= b as a logical array.
      r = pixels(a) >= pixels(b);
    end
    function r = eq(a, b)
      %EQ  a == b as a logical array.
      r = pixels(a) == pixels(b);
    end
    function r = ne(a, b)
      %NE  a ~= b as a logical array.
      r = pixels(a) ~= pixels(b);
    end

    % -- Indexing -------------------------------------------------------------------------------------------------------------

    function varargout = subsref(obj, s)
      %SUBSREF  im(i, j), im(mask), im.name, im.method(...).
      rest = s(2:end);
      gives = -1;
      if strcmp(s(1).type, '.')
        gives = stoner.internal.method_outputs('Image', s(1).subs);
      end
      if strcmp(s(1).type, '()')
        value = pick(obj, s(1).subs);
      elseif ~strcmp(s(1).type, '.')
        error('stoner:InvalidArgument', 'an image is indexed with parentheses');
      elseif any(strcmp(s(1).subs, {'handle', 'context'}))
        value = obj.(s(1).subs);
      elseif gives < 0
        error('stoner:InvalidArgument', 'stoner.Image has no method or property ''%s''', s(1).subs);
      else
        args = {};
        if ~isempty(rest) && strcmp(rest(1).type, '()')
          args = rest(1).subs;
          rest = rest(2:end);
        end
        [varargout{1:stoner.internal.outputs(nargout, rest, gives)}] = feval(s(1).subs, obj, args{:});
        if isempty(rest)
          return
        end
        value = varargout{1};
      end
      if isempty(rest)
        varargout = {value};
      else
        [varargout{1:nargout}] = stoner.internal.chained(value, rest);
      end
    end

    function obj = subsasgn(obj, s, value)
      %SUBSASGN  im(i, j) = values, im.title = 'x', im.mask = mask, im.metadata.name = value. It changes the image.
      if strcmp(s(1).type, '()') && numel(s) == 1
        put_pixels(obj, s(1).subs, value);
      elseif ~strcmp(s(1).type, '.')
        error('stoner:InvalidArgument', 'an image is indexed with parentheses');
      elseif strcmp(s(1).subs, 'metadata')
        if numel(s) > 1
          whole = obj.metadata();
          value = subsasgn(whole, s(2:end), value);
        end
        obj.set_metadata(value);
      elseif strcmp(s(1).subs, 'mask')
        if numel(s) > 1
          value = subsasgn(obj.mask(), s(2:end), logical(value));
        end
        obj.write_mask(value);
      elseif strcmp(s(1).subs, 'data')
        if numel(s) > 1
          put_pixels(obj, s(2).subs, value);
        else
          obj.write(value);
        end
      elseif numel(s) == 1 && strcmp(s(1).subs, 'title')
        obj.set_title(value);
      elseif numel(s) == 1 && strcmp(s(1).subs, 'filename')
        obj.set_filename(value);
      elseif numel(s) == 1 && strcmp(s(1).subs, 'context')
        obj.context = value;
      else
        error('stoner:InvalidArgument', 'of an image pixels, mask, metadata, title, filename and context can be set, not ''%s''', s(1).subs);
      end
    end

    function n = numArgumentsFromSubscript(~, ~, ~)
      %NUMARGUMENTSFROMSUBSCRIPT  MATLAB only: an index gives one value.
      n = 1;
    end

    % -- Made from the header ---------------------------------------------------------------------------------------------------

    function save(obj, varargin)
      %SAVE  Saves an image to a temporary file, which is then renamed, so that a crash or a full disk leaves
      %  an old file complete. All functions that save do so. The new file keeps the old one's
      %  permissions, owner, group and extended attributes, as far as the process may set them. A
      %  symbolic link stays, and its target is replaced. Other names of the old file (hard links) keep
      %  the old contents. What killed saves left in the folder (".stoner-*.tmp") is removed. A file-size
      %  limit of the process (RLIMIT_FSIZE) is stoner:IO; its signal does not reach the program.
      %
      %  im.save(path, formats, forcetype)
      %
      %  path: UTF-8; not given: the image's file name, with the extension of the format
      %  formats: "tif", "png" or "npy", or several with commas between: each file then gets the
      %      extension of its format (.tiff for "tif"), in place of an image's; any other ("scan_708.1") is
      %      part of the name. not given: one file in the format of the name's extension
      %  forcetype: for TIFF; see save_tiff; default false
      %  Errors: stoner:InvalidArgument for an unknown format (the message lists them), before anything
      %      is written; stoner:FileNotFound (no such folder); stoner:IO; and what saving to each format
      %      gives
      stoner.internal.invoke('image_save', '', obj, varargin);
    end
    function save_tiff(obj, varargin)
      %SAVE_TIFF  Saves a TIFF with the metadata in its ImageDescription; planes, map and mask travel in a private
      %  tag. A stack becomes a file of several pages. Python's Stoner package reads it. The map's pixel
      %  size is the file's resolution; labels of frames (the entry "Labels", else a stack's energies)
      %  stand where ImageJ looks for them.
      %
      %  im.save_tiff(path, forcetype)
      %
      %  path: UTF-8
      %  forcetype: 0: u8, u16, u32 and i32 as they are, bool as u8, i8 and i16 as i32, all else as
      %      32-bit float (a warning where that loses); 1: every dtype exactly (complex has no TIFF type:
      %      stoner:Unsupported); default false
      stoner.internal.invoke('image_save_tiff', '', obj, varargin);
    end
    function save_png(obj, varargin)
      %SAVE_PNG  Saves an 8-bit grey PNG, round(255 (v - min) / (max - min)), with the metadata in its text
      %  chunks. For pictures: the pixels' values are lost.
      %
      %  im.save_png(path)
      %
      %  path: UTF-8
      %  Errors: stoner:Shape when the image has not rank 2
      stoner.internal.invoke('image_save_png', '', obj, varargin);
    end
    function save_npy(obj, varargin)
      %SAVE_NPY  Saves the array alone, of any rank and dtype, as numpy's npy. Mask and metadata are not in it.
      %
      %  im.save_npy(path)
      %
      %  path: UTF-8
      stoner.internal.invoke('image_save_npy', '', obj, varargin);
    end
    function varargout = clone(obj, varargin)
      %CLONE  Makes a second image with the same content. Copies no pixels: they are shared until one of the
      %  two changes.
      %
      %  out = im.clone()
      %
      %  returns out: a new stoner.Image.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_clone', 'i', obj, varargin);
    end
    function varargout = do_nothing(obj, varargin)
      %DO_NOTHING  Does nothing: a copy, as clone makes it. For testing a program's calls.
      %
      %  out = im.do_nothing()
      %
      %  returns out: a new stoner.Image.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_do_nothing', 'i', obj, varargin);
    end
    function varargout = equal(obj, varargin)
      %EQUAL  Whether two images are equal: dtype, shape, mask and every unmasked element (NaN equals NaN),
      %  and with `all` also planes, map, metadata, file name and title.
      %
      %  equal = im.equal(b, all)
      %
      %  b
      %  all: 0: pixels and mask only; 1: everything; default false
      %  returns equal: 0 or 1
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_equal', 'n', obj, varargin);
    end
    function varargout = ndim(obj, varargin)
      %NDIM  The rank: 2 for an image, 3 for a stack.
      %
      %  ndim = im.ndim()
      %
      %  returns ndim: the rank
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_ndim', 'n', obj, varargin);
    end
    function varargout = title(obj, varargin)
      %TITLE  The title that was set, else the file name without its folder, else "".
      %
      %  buffer = im.title()
      %
      %  returns buffer: `capacity` bytes; receives text with its NUL
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_title', 'n', obj, varargin);
    end
    function set_title(obj, varargin)
      %SET_TITLE  Sets the title.
      %
      %  im.set_title(title)
      %
      %  title: not given: back to the file name
      stoner.internal.invoke('image_set_title', '', obj, varargin);
    end
    function varargout = filename(obj, varargin)
      %FILENAME  The file that the image was loaded from, or the name that was set; "" if there is none.
      %
      %  buffer = im.filename()
      %
      %  returns buffer: `capacity` bytes; receives text with its NUL
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_filename', 'n', obj, varargin);
    end
    function set_filename(obj, varargin)
      %SET_FILENAME  Sets the file name, which save uses if it gets none.
      %
      %  im.set_filename(filename)
      %
      %  filename: not given: none
      stoner.internal.invoke('image_set_filename', '', obj, varargin);
    end
    function varargout = cw(obj, varargin)
      %CW  Turns a quarter clockwise, as seen on the screen.
      %
      %  out = im.cw()
      %
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Shape when the image has not rank 2 or 3
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_cw', 'i', obj, varargin);
    end
    function varargout = ccw(obj, varargin)
      %CCW  Turns a quarter counter-clockwise, as seen on the screen.
      %
      %  out = im.ccw()
      %
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Shape when the image has not rank 2 or 3
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_ccw', 'i', obj, varargin);
    end
    function varargout = flip_h(obj, varargin)
      %FLIP_H  Mirrors left and right.
      %
      %  out = im.flip_h()
      %
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Shape when the image has not rank 2 or 3
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_flip_h', 'i', obj, varargin);
    end
    function varargout = flip_v(obj, varargin)
      %FLIP_V  Mirrors top and bottom.
      %
      %  out = im.flip_v()
      %
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Shape when the image has not rank 2 or 3
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_flip_v', 'i', obj, varargin);
    end
    function varargout = transpose(obj, varargin)
      %TRANSPOSE  The array with all its axes in reverse order (numpy's T). Of an image planes and map follow; of
      %  a stack, whose last axis then is no longer an image's, they are dropped with a warning.
      %
      %  out = im.transpose()
      %
      %  returns out: a new stoner.Image.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_transpose', 'i', obj, varargin);
    end
    function varargout = crop(obj, varargin)
      %CROP  Keeps a box of the image. Copies nothing.
      %
      %  out = im.crop(box)
      %
      %  box: [xmin, xmax, ymin, ymax] in pixels, upper exclusive, -Inf or Inf for the end of the image;
      %      negative numbers count from the end, as in a slice of Python (-1: the last column or row);
      %      clipped to the image. not given: the whole. box_from_border and similar functions make one
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange when the box is empty or inverted
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_crop', 'i', obj, varargin);
    end
    function varargout = box_from_border(obj, varargin)
      %BOX_FROM_BORDER  The box that leaves a border of so many pixels on each side.
      %
      %  box = im.box_from_border(border)
      %
      %  border: the width of the border
      %  returns box: 4 values
      %  Errors: stoner:OutOfRange when nothing would be left
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_box_from_border', 'n', obj, varargin);
    end
    function varargout = box_from_border_fraction(obj, varargin)
      %BOX_FROM_BORDER_FRACTION  The box that leaves out a fraction of the width and of the height, half of it on each side: 0.1
      %  of 40 columns and 20 rows gives x 2 to 38, y 1 to 19.
      %
      %  box = im.box_from_border_fraction(fraction)
      %
      %  fraction: the part of the width and of the height that is left out
      %  returns box: 4 values
      %  Errors: stoner:OutOfRange when nothing would be left, stoner:InvalidArgument when the fraction
      %      is not between 0 and 1
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_box_from_border_fraction', 'n', obj, varargin);
    end
    function varargout = box_from_fraction(obj, varargin)
      %BOX_FROM_FRACTION  The box between fractions of the width and of the height, rounded to the nearest pixel (half to
      %  even).
      %
      %  box = im.box_from_fraction(fractions)
      %
      %  fractions: 4 values, xmin, xmax, ymin, ymax; NaN: to the image's end
      %  returns box: 4 values
      %  Errors: stoner:OutOfRange when nothing would be left, stoner:InvalidArgument when a fraction is
      %      not between 0 and 1
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_box_from_fraction', 'n', obj, varargin);
    end
    function varargout = box_from_metadata(obj, varargin)
      %BOX_FROM_METADATA  The box that a metadata entry holds: four numbers (integers are pixels, negative ones from the
      %  end, values between 0 and 1 fractions, larger ones are rounded, none means the image's end), or
      %  one number, then a border as in box_from_border (integer) or box_from_border_fraction.
      %
      %  box = im.box_from_metadata(key)
      %
      %  key: the entry's key
      %  returns box: 4 values
      %  Errors: stoner:KeyNotFound; stoner:MetadataType; stoner:OutOfRange when nothing would be left
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_box_from_metadata', 'n', obj, varargin);
    end
    function varargout = max_box(obj, varargin)
      %MAX_BOX  The box that holds the whole image: 0, columns, 0, rows.
      %
      %  box = im.max_box()
      %
      %  returns box: 4 values
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_max_box', 'n', obj, varargin);
    end
    function varargout = aspect(obj, varargin)
      %ASPECT  The aspect ratio, width / height in pixels.
      %
      %  aspect = im.aspect()
      %
      %  returns aspect: the ratio
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_aspect', 'n', obj, varargin);
    end
    function varargout = centre(obj, varargin)
      %CENTRE  The middle, computed as in the original: (rows / 2, columns / 2), row first.
      %
      %  centre = im.centre()
      %
      %  returns centre: 2 values: row, column
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_centre', 'n', obj, varargin);
    end
    function varargout = rotate(obj, varargin)
      %ROTATE  Rotates clockwise, as seen on the screen. Values are those of skimage.transform.rotate with the
      %  negative angle. At order 0 every dtype stays. Otherwise single stays single, all others become
      %  double.
      %
      %  out = im.rotate(angle, resize, centre_xy, order, mode, cval, clip, preserve_range)
      %
      %  angle: clockwise on the screen
      %  resize: 1: the result is as large as the rotated image needs; 0: as large as the image; default
      %      false
      %  centre_xy: 2 values, x and y in pixels, of what does not move; not given: the middle, ((columns
      %      - 1) / 2, (rows - 1) / 2)
      %  order: of interpolation: 0 nearest, 1 linear, 3 cubic (Catmull-Rom, without a filter before), 2,
      %      4, 5 B-splines through the pixels; 'default': nearest for bool, else linear ['nearest' 'linear'
      %      'quadratic' 'cubic' 'quartic' 'quintic']
      %  mode: a word of mode: the values beyond the edges, whose pixels are masked in a constant mode.
      %      All modes interpolate over the edge, as skimage's do; default 'constant' ['constant'
      %      'grid_constant' 'nearest' 'edge' 'reflect' 'symmetric' 'mirror' 'wrap' 'grid_wrap']
      %  cval: the constant beneath the mask, in the values of the result; default 0
      %  clip: 1: values are limited to the range of the image; 0: not; default true
      %  preserve_range: 1: integers keep their values; 0: they are divided by their dtype's maximum. At
      %      order 0 they stay; default false
      %  returns out: a new stoner.Image. Metadata written: `transform:rotation`, the angle
      %  Errors: stoner:InvalidArgument; stoner:Dtype (complex; bool at other orders than 0);
      %      stoner:Shape; stoner:OutOfRange (a centre beyond 1e15); stoner:NoMemory; stoner:Cancelled
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_rotate', 'i', obj, varargin);
    end
    function varargout = translate(obj, varargin)
      %TRANSLATE  Moves the content of the image: (2, 1) moves it 2 columns right and 1 row down. Fractions of a
      %  pixel are allowed. Values are those of skimage.transform.warp with that translation: limited to
      %  the range of the image; integers are divided by their dtype's maximum, but not at order 0, where
      %  every dtype stays.
      %
      %  out = im.translate(translation, add_metadata, order, mode, cval_mode, cval)
      %
      %  translation: 2 values, x and y in pixels
      %  add_metadata: 1: writes the metadata `translation` (x, y) and `translation_limits` (as
      %      translate_limits); default false
      %  order: of interpolation, as for rotate; 'default': nearest for bool, else cubic ['nearest'
      %      'linear' 'quadratic' 'cubic' 'quartic' 'quintic']
      %  mode: as for rotate; default 'wrap' ['constant' 'grid_constant' 'nearest' 'edge' 'reflect'
      %      'symmetric' 'mirror' 'wrap' 'grid_wrap']
      %  cval_mode: what `cval` means: 'mean': nothing, the mean is taken; 'value': the constant; default
      %      'mean' ['mean' 'value']
      %  cval: the constant that stands beyond the edges in a constant mode
      %  returns out: a new stoner.Image.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_translate', 'i', obj, varargin);
    end
    function varargout = translate_limits(obj, varargin)
      %TRANSLATE_LIMITS  The largest box that has pixels of the original after a translation: xmin, xmax, ymin, ymax, the
      %  upper sides exclusive. Fractions of a pixel are kept; a translation by more than the image
      %  leaves a box without extent.
      %
      %  limits = im.translate_limits(translation, reverse)
      %
      %  translation: 2 values, x and y in pixels
      %  reverse: 1: the translation by the negative vector; default false
      %  returns limits: 4 values
      %  Errors: stoner:InvalidArgument when the vector is not finite; stoner:Shape when the rank is not
      %      2 or 3
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_translate_limits', 'n', obj, varargin);
    end
    function varargout = register(obj, varargin)
      %REGISTER  Finds the movement that aligns an image with a reference, and moves nothing.
      %
      %  [shift, sigma, angle, magnification, details] = im.register(reference, method, box, scale, prefilter, prefilter_sigma, upsample_factor, threshold, rotation, scaling)
      %
      %  reference: rank 2, real
      %  method: gauss_newton, scharr, chi2_shift, imreg_dft or cv2; default 'gauss_newton'
      %  box: [xmin, xmax, ymin, ymax] in pixels, upper exclusive, -Inf or Inf as far as there is: the
      %      part of both images that is used; not given: the whole
      %  scale: both are enlarged (below 1: made smaller) by this factor first. The results are in pixels
      %      of the images; default 1
      %  prefilter: a word of prefilter: what is done to both first; default 'none' ['none' 'gaussian'
      %      'scharr']
      %  prefilter_sigma: the Gaussian's; used only with 'gaussian'; default 1
      %  upsample_factor: the movement is found to 1 / upsample_factor pixels; 0: as well as the method
      %      can (its own default); default 0
      %  threshold: structure weaker than this fraction of the strongest gradient takes no part; 0: all
      %      takes part; default 0
      %  rotation: 1: a method that can looks for a rotation (imreg_dft); default false
      %  scaling: 1: a method that can looks for a change of scale (imreg_dft); default false
      %  returns shift: 2 values, the movement of the content (x, y) in pixels
      %  returns sigma: 2 values, its standard errors. not given: not wanted
      %  returns angle: by which the content is to be turned before, in radians, clockwise on the screen,
      %      about the middle of what both boxes have in common. not given: not wanted
      %  returns magnification: the factor by which the content is to be enlarged about it. not given:
      %      not wanted
      %  returns details: a new stoner.Metadata. the method's further results. not given: not wanted
      %  Errors: stoner:NoResult when nothing was found; stoner:InvalidArgument; stoner:Shape;
      %      stoner:Dtype (complex); stoner:OutOfRange (box); stoner:NoMemory; stoner:Cancelled
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_register', 'nnnnm', obj, varargin);
    end
    function varargout = align(obj, varargin)
      %ALIGN  Moves an image so that its content lies on that of a reference. The result has the image's
      %  shape, its planes moved along, and the reference's map (if it has one). Content never wraps
      %  around an edge unless `mode` says so. At order 0 every dtype stays, else single stays and all
      %  others become double. Values are those of scipy.ndimage.shift.
      %
      %  out = im.align(reference, method, box, scale, prefilter, prefilter_sigma, upsample_factor, threshold, rotation, scaling, order, mode, cval, do_shift)
      %
      %  reference: rank 2, real
      %  method: gauss_newton, scharr, chi2_shift, imreg_dft or cv2; default 'gauss_newton'
      %  box: [xmin, xmax, ymin, ymax] as for register; not given: the whole; -Inf or Inf: as far as
      %      there is
      %  scale: both are enlarged (below 1: made smaller) by this factor first. The results are in pixels
      %      of the images; default 1
      %  prefilter: a word of prefilter: what is done to both first; default 'none' ['none' 'gaussian'
      %      'scharr']
      %  prefilter_sigma: the Gaussian's; used only with 'gaussian'; default 1
      %  upsample_factor: the movement is found to 1 / upsample_factor pixels; 0: as well as the method
      %      can; default 0
      %  threshold: structure weaker than this fraction of the strongest gradient takes no part; 0: all
      %      takes part; default 0
      %  rotation: 1: a method that can looks for a rotation (imreg_dft); default false
      %  scaling: 1: a method that can looks for a change of scale (imreg_dft); default false
      %  order: of the spline by which the image is moved: 0 nearest, 1 linear, 2 to 5 B-splines through
      %      the pixels; 'default': cubic. The section "Registration: aligning images, drift" says what each
      %      takes from noise ['nearest' 'linear' 'quadratic' 'cubic' 'quartic' 'quintic']
      %  mode: a word of mode: the values beyond the edges, whose pixels are masked; default 'constant'
      %      ['constant' 'grid_constant' 'nearest' 'edge' 'reflect' 'symmetric' 'mirror' 'wrap' 'grid_wrap']
      %  cval: the constant, beneath the mask; NaN is allowed with 'constant'; default NaN
      %  do_shift: 1: the image is moved; 0: the result is the image with its new metadata alone; default
      %      true
      %  returns out: a new stoner.Image. Metadata written: `tvec` (row, column) and `tvec_sigma`, the
      %      movement and its standard errors; `translation_limits` (xmin, xmax, ymin, ymax), where the
      %      result has pixels of the image; `align_method`; the method's own, see the section "Registration:
      %      aligning images, drift"
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_align', 'i', obj, varargin);
    end
    function varargout = correct_drift(obj, varargin)
      %CORRECT_DRIFT  Moves an image back by what it has drifted from a reference: its features, the structure whose
      %  gradient is strong, are laid on those of the reference by the method gauss_newton. The image
      %  moves by the cubic spline; what comes from outside is masked, with NaN beneath. The result has
      %  the reference's map.
      %
      %  out = im.correct_drift(reference, threshold, upsample_factor, box, do_shift)
      %
      %  reference: rank 2, real: the image that is taken to have no drift
      %  threshold: structure weaker than this fraction of the strongest gradient takes no part; default
      %      0.005
      %  upsample_factor: the movement is rounded to 1 / upsample_factor pixels; infinity: not rounded;
      %      default 50
      %  box: [xmin, xmax, ymin, ymax] as for register, so that annotations are not taken for features;
      %      not given: the whole; -Inf or Inf: as far as there is
      %  do_shift: 1: the image is moved; 0: the result is the image with its new metadata alone; default
      %      true
      %  returns out: a new stoner.Image. Metadata written: `drift_shift`, and under the original's two
      %      spellings `correct_drift` and `correct drift`: the (x, y) movement that brings the image back
      %      (the drift is its negative); `drift_shift_sigma`, its standard errors
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_correct_drift', 'i', obj, varargin);
    end
    function varargout = align_stack(obj, varargin)
      %ALIGN_STACK  Lays the frames of a series on each other. Frames are compared on several threads; progress is
      %  reported, and a cancel stops it. A frame that cannot be laid on the others is NaN in the table
      %  and masked in the result, and a warning tells why. A frame whose movement is in doubt is warned
      %  of by its number: a comparison warns, or what it is compared with does not say the same.
      %
      %  [shifts, out] = im.align_stack(series, reference, method, box, scale, prefilter, prefilter_sigma, upsample_factor, threshold, order, mode, cval)
      %
      %  series: a word of series: which frames are compared; default 'reference' ['reference'
      %      'neighbour' 'all_pairs']
      %  reference: the index of the frame that stays where it is; default 0
      %  method: gauss_newton, scharr, chi2_shift, imreg_dft or cv2. Translations alone are looked for;
      %      default 'gauss_newton'
      %  box: [xmin, xmax, ymin, ymax] as for register; not given: the whole; -Inf or Inf: as far as
      %      there is
      %  scale: both are enlarged (below 1: made smaller) by this factor first. The results are in pixels
      %      of the images; default 1
      %  prefilter: a word of prefilter: what is done to both first; default 'none' ['none' 'gaussian'
      %      'scharr']
      %  prefilter_sigma: the Gaussian's; used only with 'gaussian'; default 1
      %  upsample_factor: the movement is found to 1 / upsample_factor pixels; 0: as well as the method
      %      can; default 0
      %  threshold: structure weaker than this fraction of the strongest gradient takes no part; 0: all
      %      takes part; default 0
      %  order: of the spline by which the image is moved: 0 nearest, 1 linear, 2 to 5 B-splines through
      %      the pixels; 'default': cubic. The section "Registration: aligning images, drift" says what each
      %      takes from noise ['nearest' 'linear' 'quadratic' 'cubic' 'quartic' 'quintic']
      %  mode: a word of mode: the values beyond the edges, whose pixels are masked; default 'constant'
      %      ['constant' 'grid_constant' 'nearest' 'edge' 'reflect' 'symmetric' 'mirror' 'wrap' 'grid_wrap']
      %  cval: the constant, beneath the mask; NaN is allowed with 'constant'; default NaN
      %  returns shifts: a new stoner.Table. a table with a row for each frame: `frame`, `x`, `y`, the
      %      movement of its content in pixels, `sigma_x`, `sigma_y`, their standard errors against the
      %      reference (with 'neighbour' an upper bound). not given: not wanted
      %  returns out: a new stoner.Image. the stack with every frame moved. not given: not wanted, only
      %      the table is made
      %  Errors: as register; stoner:NoResult when no frame could be laid on another; stoner:OutOfRange
      %      for the reference
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_align_stack', 'ti', obj, varargin);
    end
    function varargout = griddata(obj, varargin)
      %GRIDDATA  The values that are known at some points, at other positions (SciPy's griddata): any points, any
      %  targets, in two dimensions. Long: it reports progress and can be cancelled, except inside the
      %  triangulation. Points whose position is masked or not finite, or whose value is masked or NaN,
      %  are ignored. Where several points lie on one place, linear and cubic take the mean of their
      %  values, nearest the first; of points at one distance nearest takes the first. Where four points
      %  lie on one circle the triangulation is not unique: a square along the axes is cut along the
      %  diagonal on which x grows and y falls, wherever the origin is. The gradients of the cubic method
      %  are found to 12 digits in any units. The result has the shape of `xi` without its last axis. It
      %  is f64, or complex128 where the values are complex; nearest keeps the values' dtype (where a
      %  target is not a number, so that the fill is needed, as the other two). It has no mask. Delaunay
      %  triangulation: points in the order of an image's pixels, as measured positions are, by flipping
      %  edges of the lattice (C. Lawson 1977); others by the crate spade. Clough-Tocher: P. Alfeld 1984,
      %  Computer Aided Geometric Design 1, 169; gradients: G. Nielson 1983, Mathematics of Computation
      %  40, 253.
      %
      %  out = im.griddata(values, xi, method, fill_value, rescale)
      %
      %  values: n real or complex values, in any shape
      %  xi: the targets: an array of shape (..., 2), each row an x and a y
      %  method: 'linear', 'nearest' or 'cubic'; default 'linear' ['linear' 'nearest' 'cubic']
      %  fill_value: the value outside the points' convex hull, and at targets that are not numbers.
      %      Targets outside by no more than the rounding of the coordinates count as inside. The method
      %      nearest needs it for targets that are not numbers only; default NaN
      %  rescale: 1: scales x and y of the points to one length first, for coordinates that are no
      %      lengths of one kind; default false
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Shape; stoner:Dtype for complex positions; stoner:NoResult when fewer than three
      %      points take part or all lie on one line (nearest needs one point); stoner:Cancelled;
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_griddata', 'i', obj, varargin);
    end
    function varargout = gridimage(obj, varargin)
      %GRIDIMAGE  Brings an image from the positions at which its pixels were measured to a regular grid of
      %  positions. In a stack each frame is processed, with its own positions or with those that all
      %  frames share. Long: it reports progress and can be cancelled, except inside a triangulation.
      %  Pixels that are masked or NaN, or whose position is, are left out. Grid points with no data
      %  beneath, outside of the convex hull of the positions, take the fill and are masked; the method
      %  nearest finds data for all. Grid points in a hole of the data are masked by every method
      %  (max_distance). Planes go to the grid too ("beam current" among them), linearly or by the method
      %  nearest; afterwards the planes "actual_x" and "actual_y" are the grid's positions, so that the
      %  function applied again changes nothing. f32 stays f32, complex stays complex, all else becomes
      %  f64; it is computed in f64. Methods, ties and points on one place: griddata. Metadata written:
      %  with remove_offset "gridimage_offset", an array of the offset's x and y.
      %
      %  [out, offset] = im.gridimage(points_x, points_y, xi_x, xi_y, method, fill_mode, fill_value, rescale, remove_offset, max_distance)
      %
      %  points_x: the measured x of each pixel: an image of the image's shape or of one frame's; not
      %      given: the plane "actual_x"
      %  points_y: the measured y; not given: the plane "actual_y". Both are given or none
      %  xi_x: the x of each new pixel: an image of rank 2, of any shape; not given: the image's grid,
      %      "sample_x". Where xi_x and xi_y are a regular grid they become the new map, else planes
      %      "sample_x" and "sample_y"
      %  xi_y: the y of each new pixel; not given: "sample_y". Both are given or none
      %  method: 'linear', 'nearest' or 'cubic'; default 'linear' ['linear' 'nearest' 'cubic']
      %  fill_mode: the value under the mask: 'mean', of the frame's valid pixels, 'value', 'mask';
      %      default 'mean' ['mean' 'value' 'mask']
      %  fill_value: the number for 'value'; default NaN
      %  rescale: 1: scales x and y of the positions to one length first; default false
      %  remove_offset: 1: first subtracts from the measured positions the median of their difference
      %      from the nominal ones (of the image's own grid, or of xi_x and xi_y of the same shape), one
      %      offset for all frames: stages have a constant offset of several pixels, which leaves a border of
      %      the grid without data; default false
      %  max_distance: in steps of the scan: the median distances between measured positions of
      %      neighbouring pixels, along rows and along columns. A place without a pixel that takes part
      %      within this distance is a hole: its grid points are masked up to the pixels around it, and a
      %      warning counts them. Two lost lines side by side are filled by default, twelve are not; beyond
      %      the border of the data the method nearest goes on. Infinity: no limit; default 2
      %  returns out: a new stoner.Image.
      %  returns offset: 2 values: the x and y that were subtracted, 0 without remove_offset; not given:
      %      not wanted
      %  Errors: stoner:NoResult when the image has no measured positions or no such grid and none are
      %      given, or when fewer than three pixels are valid or all lie on one line (nearest needs one);
      %      stoner:Shape; stoner:Dtype for complex positions; stoner:Cancelled; stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_gridimage', 'in', obj, varargin);
    end
    function draw_line(obj, varargin)
      %DRAW_LINE  A straight line one pixel wide, both ends included (J. E. Bresenham 1965).
      %
      %  im.draw_line(x0, y0, x1, y1, target, value)
      %
      %  x0: column of one end, within 2^60 of 0 as all
      %  y0: row of one end
      %  x1: column of the other end
      %  y1: row of the other end
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the value to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_line', '', obj, varargin);
    end
    function draw_disk(obj, varargin)
      %DRAW_DISK  A filled circle: the pixels nearer to its centre than the radius.
      %
      %  im.draw_disk(x, y, radius, target, value)
      %
      %  x: column of the centre
      %  y: row of the centre
      %  radius: from the centre to the edge
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the value to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_disk', '', obj, varargin);
    end
    function draw_circle(obj, varargin)
      %DRAW_CIRCLE  A filled circle, under the original's name for draw_disk.
      %
      %  im.draw_circle(x, y, radius, target, value)
      %
      %  x: column of the centre
      %  y: row of the centre
      %  radius: from the centre to the edge
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the value to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_circle', '', obj, varargin);
    end
    function draw_annulus(obj, varargin)
      %DRAW_ANNULUS  A ring: the pixels within the outer circle but not within the inner one. With radius2 < radius1
      %  all pixels but those of the ring between them.
      %
      %  im.draw_annulus(x, y, radius1, radius2, target, value)
      %
      %  x: column of the centre
      %  y: row of the centre
      %  radius1: the inner radius
      %  radius2: the outer radius
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the value to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_annulus', '', obj, varargin);
    end
    function draw_circle_perimeter(obj, varargin)
      %DRAW_CIRCLE_PERIMETER  A circle one pixel wide: J. E. Bresenham 1965, or E. Andres 1994, "Discrete circles, rings and
      %  spheres".
      %
      %  im.draw_circle_perimeter(x, y, radius, method, target, value)
      %
      %  x: column of the centre, within 2^60 of 0 as all
      %  y: row of the centre
      %  radius: from the centre to the edge
      %  method: 'bresenham' or 'andres'; default 'bresenham' ['bresenham' 'andres']
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the value to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_circle_perimeter', '', obj, varargin);
    end
    function draw_ellipse(obj, varargin)
      %DRAW_ELLIPSE  A filled ellipse.
      %
      %  im.draw_ellipse(x, y, x_radius, y_radius, rotation, target, value)
      %
      %  x: column of the centre
      %  y: row of the centre
      %  x_radius: half axis along x before the rotation
      %  y_radius: half axis along y
      %  rotation: the angle by which it is turned, clockwise; default 0
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the value to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_ellipse', '', obj, varargin);
    end
    function draw_ellipse_perimeter(obj, varargin)
      %DRAW_ELLIPSE_PERIMETER  An ellipse one pixel wide (A. Zingl 2012, "A rasterizing algorithm for drawing curves").
      %
      %  im.draw_ellipse_perimeter(x, y, x_radius, y_radius, orientation, target, value)
      %
      %  x: column of the centre, within 2^60 of 0 as all
      %  y: row of the centre
      %  x_radius: half axis along x before the rotation
      %  y_radius: half axis along y
      %  orientation: the angle by which it is turned, clockwise; default 0
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the value to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_ellipse_perimeter', '', obj, varargin);
    end
    function draw_polygon(obj, varargin)
      %DRAW_POLYGON  A filled polygon, with the pixels on its edges; where edges cross, the parts that an odd number
      %  of them surrounds (J. O'Rourke 1998, "Computational geometry in C").
      %
      %  im.draw_polygon(x, y, target, value)
      %
      %  x: the columns of n_vertices vertices
      %  y: the rows of n_vertices vertices
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the value to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_polygon', '', obj, varargin);
    end
    function draw_polygon_perimeter(obj, varargin)
      %DRAW_POLYGON_PERIMETER  A closed polygon one pixel wide, its vertices rounded to pixels (halves to the even one).
      %
      %  im.draw_polygon_perimeter(x, y, clip, target, value)
      %
      %  x: the columns of n_vertices vertices
      %  y: the rows of n_vertices vertices
      %  clip: 1: the polygon is cut to the image first, its outline then runs along the border; 0: not;
      %      default false
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the value to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_polygon_perimeter', '', obj, varargin);
    end
    function draw_rectangle(obj, varargin)
      %DRAW_RECTANGLE  A filled rectangle along the axes, both corners included.
      %
      %  im.draw_rectangle(x0, y0, x1, y1, target, value)
      %
      %  x0: column of one corner, rounded to a pixel (halves to the even one)
      %  y0: row of that corner
      %  x1: column of the opposite corner
      %  y1: row of the opposite corner
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the value to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_rectangle', '', obj, varargin);
    end
    function draw_rectangle_perimeter(obj, varargin)
      %DRAW_RECTANGLE_PERIMETER  The line one pixel wide around a rectangle: the pixels next to it, outside.
      %
      %  im.draw_rectangle_perimeter(x0, y0, x1, y1, clip, target, value)
      %
      %  x0: column of one corner, rounded to a pixel (halves to the even one)
      %  y0: row of that corner
      %  x1: column of the opposite corner
      %  y1: row of the opposite corner
      %  clip: 1: the outline is cut to the image first and then runs along the border; 0: not; default
      %      false
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the value to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_rectangle_perimeter', '', obj, varargin);
    end
    function draw_rotated_rectangle(obj, varargin)
      %DRAW_ROTATED_RECTANGLE  A filled rectangle around a centre, turned by an angle: the polygon between its corners. (The
      %  original's `rectangle`.)
      %
      %  im.draw_rotated_rectangle(x, y, width, height, angle, target, value)
      %
      %  x: column of the centre
      %  y: row of the centre
      %  width: the side along x before it is turned
      %  height: the side along y
      %  angle: the angle by which it is turned, clockwise
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the value to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_rotated_rectangle', '', obj, varargin);
    end
    function draw_rotated_rectangle_perimeter(obj, varargin)
      %DRAW_ROTATED_RECTANGLE_PERIMETER  The outline of draw_rotated_rectangle, one pixel wide. (The original's `rectangle_perimeter`.)
      %
      %  im.draw_rotated_rectangle_perimeter(x, y, width, height, angle, target, value)
      %
      %  x: column of the centre
      %  y: row of the centre
      %  width: the side along x before it is turned
      %  height: the side along y
      %  angle: the angle by which it is turned, clockwise
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the value to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_rotated_rectangle_perimeter', '', obj, varargin);
    end
    function draw_square(obj, varargin)
      %DRAW_SQUARE  A filled square around a centre, turned by an angle.
      %
      %  im.draw_square(x, y, width, angle, target, value)
      %
      %  x: column of the centre
      %  y: row of the centre
      %  width: the length of a side
      %  angle: the angle by which it is turned, clockwise; default 0
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the value to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_square', '', obj, varargin);
    end
    function draw_bezier_curve(obj, varargin)
      %DRAW_BEZIER_CURVE  A rational quadratic Bezier curve one pixel wide (A. Zingl 2012, "A rasterizing algorithm for
      %  drawing curves").
      %
      %  im.draw_bezier_curve(x0, y0, x1, y1, x2, y2, weight, target, value)
      %
      %  x0: column of the start, within 2^60 of 0 as all
      %  y0: row of the start
      %  x1: column of the point towards which it bends
      %  y1: row of that point
      %  x2: column of the end
      %  y2: row of the end
      %  weight: how strongly it bends; 0: a straight line; 1: a parabola
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the value to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_bezier_curve', '', obj, varargin);
    end
    function varargout = convert(obj, varargin)
      %CONVERT  Converts to another dtype and scales values to its range: floats are expected in [-1, 1],
      %  integers fill their whole range. Float to integer rounds half to even, integer to integer shifts
      %  bits. A loss of precision or of signs is a warning, and so are floats outside of [-1, 1] that
      %  have to be clipped for an integer.
      %
      %  out = im.convert(dtype, force_copy, uniform, normalise)
      %
      %  dtype: 'logical' to 'double complex' ['logical' 'uint8' 'int8' 'uint16' 'int16' 'uint32' 'int32'
      %      'uint64' 'int64' 'single' 'double' 'single complex' 'double complex']
      %  force_copy: 1: new pixels even where the dtype is already the one asked for; 0: they are shared;
      %      default false
      %  uniform: 1: float to integer quantises the range into equal steps (floor); 0: rounds to the
      %      nearest; default false
      %  normalise: 1: integer to float divides by the integer's maximum; 0: keeps the values; default
      %      true
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument (dtype); stoner:Dtype (from complex to real)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_convert', 'i', obj, varargin);
    end
    function varargout = asfloat(obj, varargin)
      %ASFLOAT  Converts integers and booleans to floating point; floats stay as they are.
      %
      %  out = im.asfloat(normalise, clip, clip_negative)
      %
      %  normalise: 1: integers are divided by their type's maximum; 0: keep their values; default true
      %  clip: 1: values are clipped to [-1, 1]; a warning when that changes more than 1 % of them;
      %      default false
      %  clip_negative: 1: values are clipped to [0, 1]; default false
      %  returns out: a new stoner.Image.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_asfloat', 'i', obj, varargin);
    end
    function varargout = clip_intensity(obj, varargin)
      %CLIP_INTENSITY  Clips values to [-1, 1], to [0, 1], or to limits, in the same dtype. An integer image's [-1, 1]
      %  is the whole range of its dtype: without limits only its negative values are clipped, when that
      %  is asked for. A warning when more than 1 % of the pixels change, as in an image of counts in
      %  floating point.
      %
      %  out = im.clip_intensity(clip_negative, limits)
      %
      %  clip_negative: 1: to [0, 1]; 0: to [-1, 1]; default false
      %  limits: 2 values, low and high, that replace these ranges; not given: none
      %  returns out: a new stoner.Image.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_clip_intensity', 'i', obj, varargin);
    end
    function varargout = normalise(obj, varargin)
      %NORMALISE  Scales values linearly to a range.
      %
      %  out = im.normalise(scale, sample, limits, scale_masked)
      %
      %  scale: 2 values: the results for the lowest and the highest value; default [-1 1]
      %  sample: [xmin, xmax, ymin, ymax]: the box in which lowest and highest are searched; not given:
      %      the whole; -Inf or Inf: as far as there is
      %  limits: 2 fractions of the sorted values, which take the place of lowest and highest; values
      %      beyond are clipped; default [0 1]
      %  scale_masked: 1: masked pixels are scaled too; 0: they keep their values. In neither case do
      %      they count in the search; default false
      %  returns out: a new stoner.Image.
      %  Errors: stoner:NoResult when the image is constant or has no valid pixel; stoner:OutOfRange
      %      (sample); stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_normalise', 'i', obj, varargin);
    end
    function varargout = span(obj, varargin)
      %SPAN  The lowest and the highest value. Masked pixels and NaN are ignored.
      %
      %  [min, max] = im.span()
      %
      %  returns min: it
      %  returns max: it
      %  Errors: stoner:NoResult when there is no valid pixel; stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_span', 'nn', obj, varargin);
    end
    function varargout = adjust_contrast(obj, varargin)
      %ADJUST_CONTRAST  Stretches the intensities so that two limits become the ends of the dtype's range; values beyond
      %  are clipped. Floats fill [0, 1] when the lower limit is not negative, else [-1, 1]; integers all
      %  values of their dtype (from 0 when the lower limit is not negative), fractions cut off. Equal
      %  limits leave nothing to stretch: every pixel becomes the limit, clipped to that range. The dtype
      %  stays. Metadata: `adjust_contrast`, the two limits as values of pixels. The rule is that of
      %  skimage.exposure.rescale_intensity.
      %
      %  out = im.adjust_contrast(lims, percent)
      %
      %  lims: 2 values, low and high: fractions of the sorted pixels (percentiles / 100, of a stack over
      %      all frames) or, without percent, values; default [0.1 0.9]
      %  percent: 1: lims are fractions; 0: lims are values; default true
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument (lims); stoner:NoResult when no pixel is valid; stoner:Dtype
      %      (complex); stoner:Shape
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_adjust_contrast', 'i', obj, varargin);
    end
    function varargout = subtract_image(obj, varargin)
      %SUBTRACT_IMAGE  contrast * (image - background) + offset. Two single images give single, all others double. A
      %  pixel is masked where either is or where the result is not a number. A warning names places,
      %  pixel sizes, energies and dwells that differ; the metadata entry "subtract_image.background"
      %  holds the file name of the background.
      %
      %  out = im.subtract_image(background, contrast, clip, offset)
      %
      %  background: an image of the same shape, or of that of one frame of a stack
      %  contrast: the factor; default 16
      %  clip: 1: the result is clipped to [-1, 1], with a warning when that changes more than 1 % of the
      %      pixels; 0: not; default true
      %  offset: added at the end; default 0.5
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Shape; stoner:Dtype (complex); stoner:InvalidArgument (contrast or offset not
      %      finite)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_subtract_image', 'i', obj, varargin);
    end
    function varargout = threshold_minmax(obj, varargin)
      %THRESHOLD_MINMAX  A bool image: where the pixels lie between two values, both excluded. Integers are divided by
      %  their dtype's maximum first.
      %
      %  out = im.threshold_minmax(threshmin, threshmax)
      %
      %  threshmin: the lower value; default 0.1
      %  threshmax: the upper value; default 0.9
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument (NaN); stoner:Dtype (complex); stoner:Shape
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_threshold_minmax', 'i', obj, varargin);
    end
    function varargout = clip_neg(obj, varargin)
      %CLIP_NEG  Sets negative values to 0; all others stay, those above 1 too. The dtype stays, and so does NaN.
      %
      %  out = im.clip_neg()
      %
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_clip_neg', 'i', obj, varargin);
    end
    function varargout = level_image(obj, varargin)
      %LEVEL_IMAGE  Subtracts a polynomial background: along x, then along y. The polynomials are fitted by least
      %  squares to the valid pixels inside the box, less their mean, which the result keeps; they are
      %  subtracted from the whole image. Of a stack each frame is fitted for itself. A degree for which
      %  the box has too few columns or rows is reduced, with a warning. Metadata: `poly_vert_subtract`
      %  and `poly_horiz_subtract`, the coefficients subtracted, the highest power first, of the pixel's
      %  index in the image (of a stack one row for each frame). Algorithm: orthogonal polynomials, G. E.
      %  Forsythe 1957.
      %
      %  out = im.level_image(poly_vert, poly_horiz, box, vert, horiz, mode)
      %
      %  poly_vert: degree along y; of degree 0 nothing is fitted. Not used where `vert` is given;
      %      default 1
      %  poly_horiz: degree along x; of degree 0 nothing is fitted. Not used where `horiz` is given;
      %      default 1
      %  box: [xmin, xmax, ymin, ymax] in pixels, of the fits; not given: the whole image; -Inf or Inf:
      %      as far as there is
      %  vert: coefficients of a polynomial in y to be subtracted unchanged, the highest power first; not
      %      given: it is fitted
      %  horiz: coefficients of a polynomial in x, as vert; not given: it is fitted
      %  mode: 'clip': values beyond [-1, 1] are clipped, with a warning when that changes more than 1 %
      %      of the pixels, as in an image of counts; 'norm': normalised to [-1, 1]; 'none'; default 'clip'
      %      ['clip' 'norm' 'none']
      %  returns out: a new stoner.Image.
      %  Errors: stoner:NoResult when no pixel in the box is valid or, for 'norm', when the result is
      %      constant; stoner:OutOfRange (box); stoner:InvalidArgument; stoner:Dtype (complex); stoner:Shape
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_level_image', 'i', obj, varargin);
    end
    function varargout = quantize(obj, varargin)
      %QUANTIZE  Gives each pixel one of a few values, by the band in which it lies; the upper edge belongs to
      %  its band. An integer image keeps its dtype where that can hold all output values, else becomes
      %  double.
      %
      %  out = im.quantize(output, levels)
      %
      %  output: values, one for each band
      %  levels: edges of the bands in rising order: n_output - 1 of them, then the outer bands are open,
      %      or n_output + 1, then a pixel beyond the ends keeps its value. not given: equal bands from min -
      %      d to max + d, d = (max - min) / 100
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument (numbers that do not fit, not rising, NaN); stoner:NoResult when
      %      there are no levels and the image is constant; stoner:Dtype (complex); stoner:Shape
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_quantize', 'i', obj, varargin);
    end
    function varargout = remove_outliers(obj, varargin)
      %REMOVE_OUTLIERS  Replaces the pixels below one and above another percentile. The dtype stays.
      %
      %  out = im.remove_outliers(percentiles, replace)
      %
      %  percentiles: 2 fractions of the sorted pixels, low and high, 0 to 1 (of a stack over all
      %      frames); default [0.01 0.99]
      %  replace: 2 values, for pixels below and above; not given: the values of the percentiles (type 7;
      %      of an integer image the next integers between them)
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument (percentiles; a value that the dtype cannot hold);
      %      stoner:NoResult when no pixel is valid; stoner:Dtype (complex); stoner:Shape
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_remove_outliers', 'i', obj, varargin);
    end
    function varargout = asint(obj, varargin)
      %ASINT  Converts to integers, as convert does: floats from [-1, 1], rounded half to even; integers by
      %  their bits. Lost precision and signs cause warnings.
      %
      %  out = im.asint(dtype)
      %
      %  dtype: an integer dtype; default 'uint16' ['logical' 'uint8' 'int8' 'uint16' 'int16' 'uint32'
      %      'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double complex']
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument (no integer dtype); stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_asint', 'i', obj, varargin);
    end
    function varargout = dtype_limits(obj, varargin)
      %DTYPE_LIMITS  The range of intensities of the image's dtype: -1 and 1 for floats, 0 and 1 for bool, all values
      %  for integers (those of 64 bits rounded to double).
      %
      %  [min, max] = im.dtype_limits(clip_negative)
      %
      %  clip_negative: 1: from 0 on; 0: the whole; default true
      %  returns min: the lower end
      %  returns max: the upper end
      %  Errors: stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_dtype_limits', 'nn', obj, varargin);
    end
    function varargout = im_scale(obj, varargin)
      %IM_SCALE  Scales integers of n bits (0 to 2^n - 1) to m bits. Fewer bits: the first m ones are kept, or,
      %  with a warning, the values as they are where all fit. More: the n bits are repeated, exact where
      %  m is a multiple of n.
      %
      %  out = im.im_scale(n, m, dtype)
      %
      %  n: bits of the values, at most what the image's dtype holds
      %  m: bits of the result, at most what its dtype holds
      %  dtype: an integer dtype for the result; not given: the smallest with m bits, signed where the
      %      image's is ['logical' 'uint8' 'int8' 'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single'
      %      'double' 'single complex' 'double complex']
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange when a pixel has not n bits; stoner:InvalidArgument (n, m, dtype);
      %      stoner:Dtype when the image's dtype is not an integer
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_im_scale', 'i', obj, varargin);
    end
    function varargout = prec_loss(obj, varargin)
      %PREC_LOSS  Whether converting to a dtype loses precision; then there is a warning too. From integer to
      %  integer it depends on the pixels: where all fit they are kept.
      %
      %  loss = im.prec_loss(dtype)
      %
      %  dtype: 'logical' to 'double complex' ['logical' 'uint8' 'int8' 'uint16' 'int16' 'uint32' 'int32'
      %      'uint64' 'int64' 'single' 'double' 'single complex' 'double complex']
      %  returns loss: 1: it does; 0: it does not
      %  Errors: stoner:InvalidArgument (dtype)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_prec_loss', 'n', obj, varargin);
    end
    function varargout = sign_loss(obj, varargin)
      %SIGN_LOSS  Whether converting to a dtype loses signs: there are negative pixels and the dtype has no
      %  negative values; then there is a warning too.
      %
      %  loss = im.sign_loss(dtype)
      %
      %  dtype: 'logical' to 'double complex' ['logical' 'uint8' 'int8' 'uint16' 'int16' 'uint32' 'int32'
      %      'uint64' 'int64' 'single' 'double' 'single complex' 'double complex']
      %  returns loss: 1: it does; 0: it does not
      %  Errors: stoner:InvalidArgument (dtype); stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_sign_loss', 'n', obj, varargin);
    end
    function varargout = filter_image(obj, varargin)
      %FILTER_IMAGE  Smooths by a Gaussian, in floating point (float stays float, all else becomes double). Masked
      %  pixels and NaN are left out: each pixel becomes the mean of the valid ones weighted by the
      %  Gaussian; the result keeps the mask. Algorithm: that of skimage.filters.gaussian; masks by
      %  normalised convolution (Knutsson, Westin 1993).
      %
      %  out = im.filter_image(sigma_xy, mode, cval, truncate, preserve_range)
      %
      %  sigma_xy: 2 standard deviations in pixels, along x and along y; default [2 2]
      %  mode: the values beyond the edges; default 'nearest' ['constant' 'grid_constant' 'nearest'
      %      'edge' 'reflect' 'symmetric' 'mirror' 'wrap' 'grid_wrap']
      %  cval: the value beyond the edges of the modes with a constant; default 0
      %  truncate: where the Gaussian is cut off, in standard deviations; default 4
      %  preserve_range: 1: integers keep their values; 0: they are divided by their type's maximum;
      %      default false
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument (sigma_xy, mode, truncate); stoner:Shape unless the rank is 2 or
      %      3; stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_filter_image', 'i', obj, varargin);
    end
    function varargout = gaussian_filter(obj, varargin)
      %GAUSSIAN_FILTER  Convolves with a Gaussian or with its derivatives, in the image's own dtype: integers are
      %  truncated after the pass along y and after that along x, and unsigned ones wrap where a
      %  derivative is negative (with a warning). Complex images are filtered component by component.
      %  Smoothing leaves masked pixels and NaN out: each pixel becomes the mean of the valid ones
      %  weighted by the Gaussian; for derivatives they have the value of the nearest valid pixel. The
      %  result keeps the mask. Algorithm: that of scipy.ndimage.gaussian_filter; masks by normalised
      %  convolution (Knutsson, Westin 1993).
      %
      %  out = im.gaussian_filter(sigma_xy, order_xy, mode_xy, cval, truncate)
      %
      %  sigma_xy: 2 standard deviations in pixels, along x and along y; an axis with 0 is not filtered
      %  order_xy: 2 orders, along x and along y: 0 smooths, 1 to 20 is that derivative; default [0 0]
      %  mode_xy: 2 values: the values beyond the edges in x and in y; 0 among them is 'reflect'; default
      %      ['reflect' 'reflect'] ['constant' 'grid_constant' 'nearest' 'edge' 'reflect' 'symmetric'
      %      'mirror' 'wrap' 'grid_wrap']
      %  cval: the value beyond the edges of the modes with a constant; default 0
      %  truncate: where the Gaussian is cut off, in standard deviations; default 4
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument (sigma_xy, order_xy, mode_xy, truncate); stoner:Shape unless the
      %      rank is 2 or 3; stoner:NoResult for a derivative when no pixel of a frame is valid
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_gaussian_filter', 'i', obj, varargin);
    end
    function varargout = sgolay2d(obj, varargin)
      %SGOLAY2D  Fits a polynomial to the square window around each pixel and takes its value or derivative there
      %  (Savitzky-Golay). Where a window would reach beyond the edge it is shifted inside and its
      %  polynomial is taken off its middle, so that a polynomial of the degree comes out as it was,
      %  edges included. Masked pixels and NaN are left out of the fits; where the valid pixels do not
      %  determine the polynomial the highest degree that they do determine is fitted, and a derivative
      %  that would need degree 1 and does not get it is masked. The result keeps the mask. Algorithm:
      %  Savitzky, Golay 1964, Anal. Chem. 36, 1627; in two dimensions Ratzlaff, Johnson 1989, Anal.
      %  Chem. 61, 1303.
      %
      %  [out, angle] = im.sgolay2d(points, poly, derivative)
      %
      %  points: the window's width and height, odd, and at most the image's; default 15
      %  poly: the polynomial's total degree in x and y, below `points`; default 1
      %  derivative: 'smooth', 'x' or 'y' (per pixel, along the columns or the rows), 'both'; default
      %      'smooth' ['smooth' 'x' 'y' 'both']
      %  returns out: a new stoner.Image. with 'both' the gradient's magnitude;
      %  returns angle: a new stoner.Image. with 'both' a second new image: the gradient's direction in
      %      radians, clockwise on the screen from +x; otherwise not written. not given: not wanted
      %  Errors: stoner:InvalidArgument (points, poly, derivative); stoner:Shape unless the rank is 2 or
      %      3; stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_sgolay2d', 'ii', obj, varargin);
    end
    function varargout = denoise(obj, varargin)
      %DENOISE  Removes noise and keeps edges: the image u that makes the sum of squares of u - image, by 2
      %  weight, plus the total variation of u least. Float stays float, all else becomes double:
      %  integers are divided by their type's maximum, as scikit-image does. Masked pixels and NaN have
      %  the value of the nearest valid pixel; the result keeps the mask. Algorithm: Chambolle 2004, J.
      %  Math. Imaging Vision 20, 89, until the energy changes by less than 2e-4 of the first one, at
      %  most 200 times.
      %
      %  out = im.denoise(weight)
      %
      %  weight: how much is smoothed, in the units of the pixels (for integers: of the type's maximum):
      %      an image with values a thousand times as large needs a thousand times the weight; default 0.1
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument (weight); stoner:Shape unless the rank is 2 or 3; stoner:NoResult
      %      when no pixel of a frame is valid; stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_denoise', 'i', obj, varargin);
    end
    function varargout = fft(obj, varargin)
      %FFT  The discrete Fourier transform: the sum over the pixels of value times exp(-2 pi i (u x /
      %  columns + v y / rows)), without a factor. Float gives float or its complex, all else double or
      %  its complex. Masked pixels and NaN count as the mean of the others; the result has no mask.
      %  Planes and map, which belong to pixels, are dropped with a warning.
      %
      %  out = im.fft(shift, output, remove_dc, gaussian, window)
      %
      %  shift: 1: frequency 0 stands in the middle, at column columns / 2 and row rows / 2 rounded down;
      %      0: at column 0 and row 0; default true
      %  output: 'magnitude', 'phase' (radians, -pi to pi) or 'complex'; default 'magnitude' ['magnitude'
      %      'phase' 'complex']
      %  remove_dc: 1: frequency 0 and its eight neighbours are replaced by the mean magnitude of all
      %      others; default false
      %  gaussian: sigma in pixels of a blur of magnitude or phase, which goes on over the edges to the
      %      other side, as a spectrum does; 0: none; default 0
      %  window: the window by which the image is multiplied first, named as in scipy.signal.windows,
      %      with parameters in parentheses if it has any ("hann", "tukey(0.25)", "general_gaussian(1.5, 7)",
      %      "exponential(20)"), or a Kaiser window's beta ("8.6"); round as skimage.filters.window makes it.
      %      not given: nothing
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument (output, window, gaussian; a blur of the complex transform);
      %      stoner:Shape unless the rank is 2 or 3; stoner:NoResult when no pixel of a frame is valid or
      %      remove_dc leaves nothing for the mean; stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_fft', 'i', obj, varargin);
    end
    function varargout = profile_line(obj, varargin)
      %PROFILE_LINE  The intensity along a line from one point to another, both included: a table with the columns X,
      %  Y, Distance (from `src`) and Intensity, and the image's metadata. Of a stack there is a column
      %  `Intensity 0`, `Intensity 1`, ... for each frame. Values are those of
      %  skimage.measure.profile_line, but those of integer images are not rounded. The points are evenly
      %  spaced, at most a pixel apart. Masked pixels and NaN are left out; where there is nothing else,
      %  Intensity is NaN.
      %
      %  out = im.profile_line(src, dst, linewidth, order, mode, cval, constrain, real_units)
      %
      %  src: 2 values, x and y of the beginning: of the line's middle, where it is wide
      %  dst: 2 values, x and y of the end
      %  linewidth: the width across the line in pixels, over which the mean is taken. Along and across
      %      there are at most 2^27 points; default 1
      %  order: of interpolation: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels; 'default':
      %      nearest for bool, else linear ['nearest' 'linear' 'quadratic' 'cubic' 'quartic' 'quintic']
      %  mode: a word of mode: the values beyond the edges. All modes interpolate over the edge; default
      %      'constant' ['constant' 'grid_constant' 'nearest' 'edge' 'reflect' 'symmetric' 'mirror' 'wrap'
      %      'grid_wrap']
      %  cval: the constant; default 0
      %  constrain: 1: the ends are moved into the image, to pixel 0 or the last; 0: not; default true
      %  real_units: 1: `src`, `dst` and the table are in the units of the image's map or, where there is
      %      none, by the metadata `MicronsPerPixel`; 0: in pixels; default false
      %  returns out: a new stoner.Table.
      %  Errors: stoner:InvalidArgument; stoner:Dtype (complex; bool at other orders than 0);
      %      stoner:KeyNotFound (real units, but neither map nor metadata); stoner:NoResult (they do not lead
      %      back to pixels); stoner:Shape; stoner:NoMemory (also a line of more than 2^24 points);
      %      stoner:Cancelled
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_profile_line', 't', obj, varargin);
    end
    function varargout = profile_line_x(obj, varargin)
      %PROFILE_LINE_X  The intensity along the whole column of pixels at an x; see profile_line.
      %
      %  out = im.profile_line_x(x, linewidth, order, mode, cval, constrain, real_units)
      %
      %  x: in pixels, or in real units: then the column whose middle has this x
      %  linewidth: the width across the line in pixels, over which the mean is taken. Along and across
      %      there are at most 2^27 points; default 1
      %  order: of interpolation: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels; 'default':
      %      nearest for bool, else linear ['nearest' 'linear' 'quadratic' 'cubic' 'quartic' 'quintic']
      %  mode: a word of mode: the values beyond the edges. All modes interpolate over the edge; default
      %      'constant' ['constant' 'grid_constant' 'nearest' 'edge' 'reflect' 'symmetric' 'mirror' 'wrap'
      %      'grid_wrap']
      %  cval: the constant; default 0
      %  constrain: 1: the ends are moved into the image, to pixel 0 or the last; 0: not; default true
      %  real_units: 1: `src`, `dst` and the table are in the units of the image's map or, where there is
      %      none, by the metadata `MicronsPerPixel`; 0: in pixels; default false
      %  returns out: a new stoner.Table.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_profile_line_x', 't', obj, varargin);
    end
    function varargout = profile_line_y(obj, varargin)
      %PROFILE_LINE_Y  The intensity along the whole row of pixels at a y; see profile_line.
      %
      %  out = im.profile_line_y(y, linewidth, order, mode, cval, constrain, real_units)
      %
      %  y: in pixels, or in real units: then the row whose middle has this y
      %  linewidth: the width across the line in pixels, over which the mean is taken. Along and across
      %      there are at most 2^27 points; default 1
      %  order: of interpolation: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels; 'default':
      %      nearest for bool, else linear ['nearest' 'linear' 'quadratic' 'cubic' 'quartic' 'quintic']
      %  mode: a word of mode: the values beyond the edges. All modes interpolate over the edge; default
      %      'constant' ['constant' 'grid_constant' 'nearest' 'edge' 'reflect' 'symmetric' 'mirror' 'wrap'
      %      'grid_wrap']
      %  cval: the constant; default 0
      %  constrain: 1: the ends are moved into the image, to pixel 0 or the last; 0: not; default true
      %  real_units: 1: `src`, `dst` and the table are in the units of the image's map or, where there is
      %      none, by the metadata `MicronsPerPixel`; 0: in pixels; default false
      %  returns out: a new stoner.Table.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_profile_line_y', 't', obj, varargin);
    end
    function varargout = radial_coordinates(obj, varargin)
      %RADIAL_COORDINATES  An image of the polar coordinates of each pixel, of dtype f64 (or c128). Planes, map, metadata
      %  and mask stay. Each frame of a stack has the same.
      %
      %  out = im.radial_coordinates(centre, pixel_size, size_from_map, which, angles)
      %
      %  centre: (x, y) in pixels, NaN for the default of one; not given: (columns / 2, rows / 2), as in
      %      the original
      %  pixel_size: 2 values, the width and height of a pixel; not given: 1 and 1
      %  size_from_map: 1: the pixel size of the image's map, and `pixel_size` is []; default false
      %  which: 'distance', 'angle' (0 at the centre) or 'complex'; default 'distance' ['distance'
      %      'angle' 'complex']
      %  angles: where angles begin; default 'from_right' ['from_right' 'from_left']
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Shape (the rank is not 2 or 3); stoner:InvalidArgument; stoner:NoResult when the
      %      image has no map, or one whose coordinates have different units; stoner:NoMemory;
      %      stoner:Cancelled
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_radial_coordinates', 'i', obj, varargin);
    end
    function varargout = radial_profile(obj, varargin)
      %RADIAL_PROFILE  The profile of an image along the radius: a table with one row for each ring, in the columns
      %  "Low_r", "r" (the ring's middle), "high_r", "mean", "std" (ddof 0) and "number" of the pixels
      %  with Low_r <= r < high_r. Masked and NaN pixels are left out; a ring without pixels has number 0
      %  and NaN. Of a stack each frame has its own "mean 0", "std 0", "number 0", "mean 1", ... The
      %  table has the image's metadata, and with `size_from_map` the map's unit. Uses several threads;
      %  the result does not depend on their number.
      %
      %  out = im.radial_profile(angle, sector_width, r, centre, pixel_size, size_from_map, angles)
      %
      %  angle: not given: all angles; one: those around it; two: from the first to the second, both
      %      included, in the sense in which angles grow, a full turn making no difference (3 to -3 crosses
      %      pi)
      %  sector_width: around one angle the width of the sector in radians; 0: one pixel wide at each
      %      radius; default 0
      %  r: the edges of the rings, `n_r` rising numbers for n_r - 1 rings; not given: from 0 to where
      %      the image's edge begins, 1 wide, or with `size_from_map` as wide as a pixel's smaller side
      %  centre: (x, y) in pixels, NaN for the default of one; not given: (columns / 2, rows / 2), as in
      %      the original
      %  pixel_size: 2 values, the width and height of a pixel; not given: 1 and 1
      %  size_from_map: 1: the pixel size of the image's map, and `pixel_size` is []; default false
      %  angles: where angles begin; default 'from_right' ['from_right' 'from_left']
      %  returns out: a new stoner.Table.
      %  Errors: stoner:Shape (the rank is not 2 or 3); stoner:Dtype (complex); stoner:InvalidArgument;
      %      stoner:NoResult when there is no map with one unit, or, without `r`, when the centre does not
      %      lie inside; stoner:NoMemory; stoner:Cancelled
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_radial_profile', 't', obj, varargin);
    end
    function varargout = hist(obj, varargin)
      %HIST  The histogram of an image, or of all frames of a stack: a table with one row for each bin, in
      %  the columns "low", "centre", "high" (its edges and middle), "count", "density" (the count
      %  divided by the width and by the sum of all counts) and "cumulative" (the sum of the counts so
      %  far). A bin holds its lower edge and not its upper one, the last bin both, exactly as
      %  numpy.histogram. Masked and NaN pixels are left out, and so are values outside the bins. The
      %  table has the image's metadata. Uses several threads.
      %
      %  out = im.hist(bins, edges, range)
      %
      %  bins: the number of bins of one size; 0: 10, or those of `edges`
      %  edges: numbers that do not decrease; not given: `bins` of one size
      %  range: (lowest edge, highest edge) of bins of one size; not given: the least and the greatest
      %      pixel (1 wide around the only value where there is but one)
      %  returns out: a new stoner.Table.
      %  Errors: stoner:InvalidArgument (also for `bins` or `range` together with `edges`); stoner:Dtype
      %      (complex); stoner:NoResult without `range` when a pixel is infinite; stoner:NoMemory;
      %      stoner:Cancelled
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_hist', 't', obj, varargin);
    end
    function varargout = polarization(obj, varargin)
      %POLARIZATION  The sign of the polarization: +1 and -1 for the two circular ones, 0 for none or when the file
      %  does not say. It is the sign of the metadata entry "collection.polarization.value"; 0 where that
      %  is NaN or infinite. A value that is neither 0 nor near +-1 or +-0.2 (as PolLux writes it) gives
      %  a warning.
      %
      %  polarization = im.polarization()
      %
      %  returns polarization: -1, 0 or 1
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_polarization', 'n', obj, varargin);
    end
    function varargout = unlike(obj, varargin)
      %UNLIKE  Whether two images were taken under other conditions, so that their pixels are not to be
      %  combined: other places, pixel sizes, energies (metadata of the detector) or dwells. A warning
      %  for each tells the values of both. What only one of them tells is no difference. xmcd and
      %  subtract_image look by themselves.
      %
      %  unlike = im.unlike(other)
      %
      %  other: the second image
      %  returns unlike: 0 or 1
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_unlike', 'n', obj, varargin);
    end
    function varargout = xmcd(obj, varargin)
      %XMCD  X-ray magnetic circular dichroism of two images of opposite polarization (see polarization). The
      %  result is p (a - b) / (a + b), where p is the polarization of `a`: in either order it is (plus -
      %  minus) / (plus + minus). It has the planes, map and metadata of `a`, and in "xmcd.plus" and
      %  "xmcd.minus" the files of both. A pixel is masked where either is, where a + b is 0, and where
      %  the result is not finite. Places, pixel sizes, energies and dwells that differ are told in a
      %  warning each, with the values of both.
      %
      %  out = im.xmcd(b)
      %
      %  b
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Polarization when the polarizations are equal or missing; stoner:Shape
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_xmcd', 'i', obj, varargin);
    end
    function varargout = to_rgba(obj, varargin)
      %TO_RGBA  The pixels of an image in colours, one for each: for a live display. A pixel's colour is the one
      %  that matplotlib's ScalarMappable.to_rgba gives it: number int(256 (x - vmin) / (vmax - vmin)) of
      %  the map's 256, the first and the last beyond the limits, all of the first where the limits are
      %  one value. Where no pixel is finite and unmasked there is a warning. Uses several threads.
      %
      %  rgba = im.to_rgba(options)
      %
      %  options: those of colours, see the section "Pictures"; not given: grey between the least and the
      %      greatest pixel
      %  returns rgba: `capacity` values; receives 4 for each pixel of the image, or of the frame
      %  Errors: stoner:InvalidArgument (an option); stoner:BufferTooSmall; stoner:Shape; stoner:Dtype
      %      (complex); stoner:OutOfRange (frame, percentile); stoner:NoResult (a logarithmic norm and no
      %      pixel above 0)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_to_rgba', 'n', obj, varargin);
    end
    function varargout = imshow_rgba(obj, varargin)
      %IMSHOW_RGBA  An image as a figure of a given size, into the caller's memory. As imshow.
      %
      %  rgba = im.imshow_rgba(options, width, height)
      %
      %  options: those of imshow without "width" and "height"; not given: the defaults
      %  width: the width of the picture
      %  height: the height of the picture
      %  returns rgba: `capacity` values; receives 4 `width` `height`
      %  Errors: as imshow; stoner:BufferTooSmall
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_imshow_rgba', 'n', obj, varargin);
    end
    function varargout = imshow_layout(obj, varargin)
      %IMSHOW_LAYOUT  The places of the parts of a figure as drawn by imshow_rgba: a column for each part (figure,
      %  image, title, x_label, x_tick_0, ..., y_..., colorbar, colorbar_label, colorbar_tick_0, ...,
      %  scale_bar, scale_bar_label, scale_bar_line, metadata), four rows: xmin, xmax, ymin, ymax in
      %  pixels of the picture, the upper ends exclusive. For programs that handle mouse clicks. No
      %  picture is made.
      %
      %  out = im.imshow_layout(options, width, height)
      %
      %  options: those of imshow_rgba; not given: the defaults
      %  width: the width of the picture
      %  height: the height of the picture
      %  returns out: a new stoner.Table.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_imshow_layout', 't', obj, varargin);
    end
    function plot_histogram(obj, varargin)
      %PLOT_HISTOGRAM  Saves the histogram of an image as a figure, a PNG file: the counts of pixels as bars, and the
      %  part of the pixels up to each value as a curve with an axis of its own at the right. Masked and
      %  NaN pixels are left out; see hist. Written beside its place and then renamed. Options, besides
      %  those of all figures (the section "Pictures"): "range" (a list of two numbers; default the least
      %  and the greatest pixel), "log" (true: a logarithmic axis of counts), "cumulative" (false: no
      %  curve), "color" (of the bars), "xlabel", "ylabel". 800 x 600 pixels where no size is given.
      %
      %  im.plot_histogram(bins, path, options)
      %
      %  bins: the number of bins; default 256
      %  path: UTF-8; a PNG is written: no ending of another format (.pdf, .svg, .jpg)
      %  options: not given: the defaults
      %  Errors: stoner:InvalidArgument; stoner:Dtype (complex); stoner:NoResult without "range" when a
      %      pixel is infinite; stoner:FileNotFound (no such folder); stoner:IO
      stoner.internal.invoke('image_plot_histogram', '', obj, varargin);
    end
    function varargout = plot_histogram_rgba(obj, varargin)
      %PLOT_HISTOGRAM_RGBA  The histogram of an image as a figure of a given size, into the caller's memory. As
      %  plot_histogram.
      %
      %  rgba = im.plot_histogram_rgba(bins, options, width, height)
      %
      %  bins: the number of bins; default 256
      %  options: those of plot_histogram without "width" and "height"; not given: the defaults
      %  width: the width of the picture
      %  height: the height of the picture
      %  returns rgba: `capacity` values; receives 4 `width` `height`
      %  Errors: as plot_histogram; stoner:BufferTooSmall
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_plot_histogram_rgba', 'n', obj, varargin);
    end
    function varargout = plot_histogram_layout(obj, varargin)
      %PLOT_HISTOGRAM_LAYOUT  The places of the parts of a figure as drawn by plot_histogram_rgba: a column for each part
      %  (figure, axes, title, x_label, x_tick_0, ..., y_..., y2_...), four rows: xmin, xmax, ymin, ymax
      %  in pixels of the picture, the upper ends exclusive. For programs that handle mouse clicks. No
      %  picture is made.
      %
      %  out = im.plot_histogram_layout(bins, options, width, height)
      %
      %  bins: the number of bins; default 256
      %  options: those of plot_histogram_rgba; not given: the defaults
      %  width: the width of the picture
      %  height: the height of the picture
      %  returns out: a new stoner.Table.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_plot_histogram_layout', 't', obj, varargin);
    end
    function varargout = metadata_get_bool(obj, varargin)
      %METADATA_GET_BOOL  A boolean. A shortcut for one entry of an image; see Metadata.get_bool.
      %
      %  value = im.metadata_get_bool(key)
      %
      %  key: the entry's key
      %  returns value: 0 or 1
      %  Errors: stoner:KeyNotFound; stoner:MetadataType when the entry is something else
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_metadata_get_bool', 'n', obj, varargin);
    end
    function varargout = metadata_get_i64(obj, varargin)
      %METADATA_GET_I64  An integer; a boolean counts as 0 or 1. A shortcut for one entry of an image; see
      %  Metadata.get_i64.
      %
      %  value = im.metadata_get_i64(key)
      %
      %  key: the entry's key
      %  returns value: the value
      %  Errors: stoner:KeyNotFound; stoner:MetadataType when the entry is something else
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_metadata_get_i64', 'n', obj, varargin);
    end
    function varargout = metadata_get_f64(obj, varargin)
      %METADATA_GET_F64  A real number; an integer or boolean is converted. A shortcut for one entry of an image; see
      %  Metadata.get_f64.
      %
      %  value = im.metadata_get_f64(key)
      %
      %  key: the entry's key
      %  returns value: the value
      %  Errors: stoner:KeyNotFound; stoner:MetadataType when the entry is something else
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_metadata_get_f64', 'n', obj, varargin);
    end
    function varargout = metadata_get_string(obj, varargin)
      %METADATA_GET_STRING  Text; of a timestamp its ISO 8601 form. A shortcut for one entry of an image; see
      %  Metadata.get_string.
      %
      %  buffer = im.metadata_get_string(key)
      %
      %  key: the entry's key
      %  returns buffer: `capacity` bytes; receives text with its NUL
      %  Errors: stoner:KeyNotFound; stoner:MetadataType when the entry is something else
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_metadata_get_string', 'n', obj, varargin);
    end
    function metadata_set_bool(obj, varargin)
      %METADATA_SET_BOOL  Sets a boolean. A shortcut for one entry of an image.
      %
      %  im.metadata_set_bool(key, value)
      %
      %  key: the entry's key
      %  value: 0 or 1
      stoner.internal.invoke('image_metadata_set_bool', '', obj, varargin);
    end
    function metadata_set_i64(obj, varargin)
      %METADATA_SET_I64  Sets an integer. A shortcut for one entry of an image.
      %
      %  im.metadata_set_i64(key, value)
      %
      %  key: the entry's key
      %  value: the value
      stoner.internal.invoke('image_metadata_set_i64', '', obj, varargin);
    end
    function metadata_set_f64(obj, varargin)
      %METADATA_SET_F64  Sets a real number. A shortcut for one entry of an image.
      %
      %  im.metadata_set_f64(key, value)
      %
      %  key: the entry's key
      %  value: the value
      stoner.internal.invoke('image_metadata_set_f64', '', obj, varargin);
    end
    function metadata_set_string(obj, varargin)
      %METADATA_SET_STRING  Sets text. A shortcut for one entry of an image.
      %
      %  im.metadata_set_string(key, value)
      %
      %  key: the entry's key
      %  value: the value
      stoner.internal.invoke('image_metadata_set_string', '', obj, varargin);
    end
    function varargout = plane_count(obj, varargin)
      %PLANE_COUNT  The number of planes: arrays that belong to the pixels, such as the measured positions
      %  "actual_x", "actual_y" and the ring current "beam current".
      %
      %  n = im.plane_count()
      %
      %  returns n: how many there are
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_plane_count', 'n', obj, varargin);
    end
    function varargout = plane_name(obj, varargin)
      %PLANE_NAME  The name of a plane.
      %
      %  buffer = im.plane_name(index)
      %
      %  index: 0 to the number of planes - 1
      %  returns buffer: `capacity` bytes; receives text with its NUL
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_plane_name', 'n', obj, varargin);
    end
    function varargout = plane(obj, varargin)
      %PLANE  A plane as an image: of the image's shape, or of one frame's when all frames of a stack share
      %  it.
      %
      %  out = im.plane(name)
      %
      %  name: its name
      %  returns out: a new stoner.Image.
      %  Errors: stoner:KeyNotFound
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_plane', 'i', obj, varargin);
    end
    function varargout = plane_unit(obj, varargin)
      %PLANE_UNIT  The unit of a plane; "" when it has none.
      %
      %  buffer = im.plane_unit(name)
      %
      %  name: its name
      %  returns buffer: `capacity` bytes; receives text with its NUL
      %  Errors: stoner:KeyNotFound
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_plane_unit', 'n', obj, varargin);
    end
    function set_plane(obj, varargin)
      %SET_PLANE  Adds or replaces a plane.
      %
      %  im.set_plane(name, plane, unit)
      %
      %  name: its name
      %  plane: an image of the same shape, or of the shape of one frame; pixels and mask are taken, not
      %      copied
      %  unit: not given: none
      %  Errors: stoner:Shape
      stoner.internal.invoke('image_set_plane', '', obj, varargin);
    end
    function remove_plane(obj, varargin)
      %REMOVE_PLANE  Removes a plane.
      %
      %  im.remove_plane(name)
      %
      %  name: its name
      %  Errors: stoner:KeyNotFound
      stoner.internal.invoke('image_remove_plane', '', obj, varargin);
    end
    function varargout = map(obj, varargin)
      %MAP  The map from pixels to stage positions: x = origin[0] + step[0] * column + step[1] * row, y =
      %  origin[1] + step[2] * column + step[3] * row. It follows crops, flips, turns and shifts exactly.
      %
      %  [origin, step] = im.map()
      %
      %  returns origin: 2 values: the position of the pixel in column 0, row 0
      %  returns step: 4 values, row-major
      %  Errors: stoner:NoResult when the image has no map (its file gave no regular grid, or an
      %      operation dropped it)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_map', 'nn', obj, varargin);
    end
    function varargout = map_name(obj, varargin)
      %MAP_NAME  The name of a coordinate of the map: "sample_x" and "sample_y" in a sample image, "zone_plate"
      %  down a focus scan.
      %
      %  buffer = im.map_name(coordinate)
      %
      %  coordinate: 0: x, 1: y
      %  returns buffer: `capacity` bytes; receives text with its NUL
      %  Errors: stoner:NoResult without a map
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_map_name', 'n', obj, varargin);
    end
    function varargout = map_unit(obj, varargin)
      %MAP_UNIT  The unit of a coordinate of the map; "" when it has none.
      %
      %  buffer = im.map_unit(coordinate)
      %
      %  coordinate: 0: x, 1: y
      %  returns buffer: `capacity` bytes; receives text with its NUL
      %  Errors: stoner:NoResult without a map
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_map_unit', 'n', obj, varargin);
    end
    function set_map(obj, varargin)
      %SET_MAP  Sets the map; see map.
      %
      %  im.set_map(origin, step, name_x, name_y, unit_x, unit_y)
      %
      %  origin: the position of the pixel in column 0, row 0
      %  step: 4 values, row-major; [] removes the map (`origin` is then ignored)
      %  name_x: of the coordinate x; default 'sample_x'
      %  name_y: of the coordinate y; default 'sample_y'
      %  unit_x: not given: none
      %  unit_y: not given: none
      %  Errors: stoner:InvalidArgument for a value that is not finite or two equal names; stoner:Shape
      %      when the image has not rank 2 or 3
      stoner.internal.invoke('image_set_map', '', obj, varargin);
    end
    function varargout = pixel_size(obj, varargin)
      %PIXEL_SIZE  The width and height of a pixel: the lengths of the map's steps by one column and by one row, in
      %  the map's units.
      %
      %  [width, height] = im.pixel_size()
      %
      %  returns width: the width
      %  returns height: the height
      %  Errors: stoner:NoResult without a map
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_pixel_size', 'nn', obj, varargin);
    end
    function varargout = position(obj, varargin)
      %POSITION  The stage position of a pixel according to the map. Pixel centres are at integers; fractions and
      %  pixels outside are fine.
      %
      %  [x, y] = im.position(column, row)
      %
      %  column: the column, also between pixels
      %  row: the row, also between pixels
      %  returns x: x
      %  returns y: y
      %  Errors: stoner:NoResult without a map
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_position', 'nn', obj, varargin);
    end
    function varargout = itemsize(obj, varargin)
      %ITEMSIZE  The size of one element in bytes.
      %
      %  itemsize = im.itemsize()
      %
      %  returns itemsize: the bytes of an element
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_itemsize', 'n', obj, varargin);
    end
    function varargout = nbytes(obj, varargin)
      %NBYTES  The size of all elements in bytes: what read needs in the image's own dtype.
      %
      %  nbytes = im.nbytes()
      %
      %  returns nbytes: the bytes of all elements
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_nbytes', 'n', obj, varargin);
    end
    function varargout = strides(obj, varargin)
      %STRIDES  The steps in bytes from an element to the next along each axis, as data gives them; negative
      %  where an axis is reversed.
      %
      %  strides = im.strides()
      %
      %  returns strides: `capacity` steps; 8 is always enough
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_strides', 'n', obj, varargin);
    end
    function varargout = iscontiguous(obj, varargin)
      %ISCONTIGUOUS  Whether the elements are contiguous in C order.
      %
      %  contiguous = im.iscontiguous()
      %
      %  returns contiguous: 0 or 1
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_iscontiguous', 'n', obj, varargin);
    end
    function varargout = reshape(obj, varargin)
      %RESHAPE  The same elements in another shape. Copies nothing if the elements are in the requested order,
      %  or if axes are only merged or have length 1. Planes and map stay only where the shape does.
      %
      %  out = im.reshape(shape, order)
      %
      %  shape: the new size, rows first; the elements are taken row by row, then frame by frame
      %  order: in which the elements are counted, before and after: 'c', F, A; K means A; default 'c'
      %      ['c' 'f' 'a' 'k']
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Shape when the number of elements would change, or -1 stands twice
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_reshape', 'i', obj, varargin);
    end
    function varargout = transpose_axes(obj, varargin)
      %TRANSPOSE_AXES  The axes in another order; nothing is copied. Planes and map follow where the last two axes stay
      %  or are exchanged with each other, else they are dropped with a warning.
      %
      %  out = im.transpose_axes(axes)
      %
      %  axes: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all in reverse order
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (an axis), stoner:InvalidArgument (one twice, or not all)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_transpose_axes', 'i', obj, varargin);
    end
    function varargout = swapaxes(obj, varargin)
      %SWAPAXES  Exchanges two axes; nothing is copied. Planes and map as in transpose_axes.
      %
      %  out = im.swapaxes(axis1, axis2)
      %
      %  axis1: dimension, 1: rows, 2: columns, 3: frames of a stack
      %  axis2: dimension, 1: rows, 2: columns, 3: frames of a stack
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_swapaxes', 'i', obj, varargin);
    end
    function varargout = squeeze(obj, varargin)
      %SQUEEZE  Removes axes of length 1; nothing is copied. Planes and map stay where the shape does, and where
      %  the only frame of a stack becomes an image.
      %
      %  out = im.squeeze(axes)
      %
      %  axes: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all of length 1
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Shape when an axis that is named is longer; stoner:OutOfRange;
      %      stoner:InvalidArgument (one twice)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_squeeze', 'i', obj, varargin);
    end
    function varargout = ravel(obj, varargin)
      %RAVEL  All elements in a row; nothing is copied where they lie in that order. Planes and map are
      %  dropped with a warning.
      %
      %  out = im.ravel(order)
      %
      %  order: 'c', F, A; K means A, as in numpy.ma; default 'c' ['c' 'f' 'a' 'k']
      %  returns out: a new stoner.Image. of rank 1
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_ravel', 'i', obj, varargin);
    end
    function varargout = flatten(obj, varargin)
      %FLATTEN  All elements in a row, as ravel (images are values: a copy is made when one of the two is
      %  written to); 'k' uses their order in memory.
      %
      %  out = im.flatten(order)
      %
      %  order: 'c', F, A, K; default 'c' ['c' 'f' 'a' 'k']
      %  returns out: a new stoner.Image. of rank 1
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_flatten', 'i', obj, varargin);
    end
    function resize(obj, varargin)
      %RESIZE  Always fails, as numpy.ma's method: a masked array can not be resized in place. reshape keeps
      %  the number of elements, repeat and take change it.
      %
      %  im.resize(shape)
      %
      %  shape: the new size, rows first; the elements are taken row by row, then frame by frame
      %  Errors: stoner:Unsupported
      stoner.internal.invoke('image_resize', '', obj, varargin);
    end
    function varargout = astype(obj, varargin)
      %ASTYPE  The array in another dtype. A float that does not fit an integer becomes the nearest integer
      %  that does, and NaN becomes 0 (C leaves both undefined); of a complex number the real part is
      %  taken. Mask, planes and map stay; the fill value is converted.
      %
      %  out = im.astype(dtype, order, casting)
      %
      %  dtype: 'logical' to 'double complex' ['logical' 'uint8' 'int8' 'uint16' 'int16' 'uint32' 'int32'
      %      'uint64' 'int64' 'single' 'double' 'single complex' 'double complex']
      %  order: the order of the result in memory: 'k' (also 0: axes as they are), C, F, A; default 'k'
      %      ['c' 'f' 'a' 'k']
      %  casting: what may be lost: 'unsafe' everything, NO, EQUIV, SAFE, SAME_KIND less; default
      %      'unsafe' ['no' 'equiv' 'safe' 'same_kind' 'unsafe']
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Dtype when the rule does not allow the conversion
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_astype', 'i', obj, varargin);
    end
    function varargout = view(obj, varargin)
      %VIEW  The bytes of the elements as elements of another dtype (numpy's view). If its size differs, the
      %  last axis becomes longer or shorter; it must then be contiguous and divisible, and there must be
      %  no mask. In bool every byte except 0 is true. The fill value becomes the default.
      %
      %  out = im.view(dtype)
      %
      %  dtype: 'logical' to 'double complex' ['logical' 'uint8' 'int8' 'uint16' 'int16' 'uint32' 'int32'
      %      'uint64' 'int64' 'single' 'double' 'single complex' 'double complex']
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Shape when the size of an element differs and the last axis does not divide into
      %      the new elements
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_view', 'i', obj, varargin);
    end
    function varargout = byteswap(obj, varargin)
      %BYTESWAP  Each element with its bytes in reverse order; of complex numbers each part.
      %
      %  out = im.byteswap()
      %
      %  returns out: a new stoner.Image.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_byteswap', 'i', obj, varargin);
    end
    function varargout = newbyteorder(obj, varargin)
      %NEWBYTEORDER  The values that the bytes have when they are read in another byte order. (Images are always in
      %  this machine's, so the result is the array that numpy shows, not a mark on the same bytes.)
      %
      %  out = im.newbyteorder(byte_order)
      %
      %  byte_order: 'swap' (the other one), NATIVE, LITTLE, BIG; default 'swap' ['swap' 'native'
      %      'little' 'big']
      %  returns out: a new stoner.Image.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_newbyteorder', 'i', obj, varargin);
    end
    function varargout = getfield(obj, varargin)
      %GETFIELD  A part of each element's bytes as an element of another dtype.
      %
      %  out = im.getfield(dtype, offset)
      %
      %  dtype: 'logical' to 'double complex', not larger than the image's own ['logical' 'uint8' 'int8'
      %      'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double
      %      complex']
      %  offset: bytes from the element's first byte; part and offset must lie inside the element;
      %      default 0
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument (dtype), stoner:OutOfRange (offset)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_getfield', 'i', obj, varargin);
    end
    function setfield(obj, varargin)
      %SETFIELD  Writes values into a part of each element's bytes. The mask is ignored.
      %
      %  im.setfield(values, dtype, offset)
      %
      %  values: an image whose shape can be broadcast; converted to `dtype`
      %  dtype: 'logical' to 'double complex', not larger than the image's own ['logical' 'uint8' 'int8'
      %      'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double
      %      complex']
      %  offset: bytes from the element's first byte; part and offset must lie inside the element;
      %      default 0
      %  Errors: stoner:InvalidArgument (dtype), stoner:OutOfRange (offset), stoner:Shape
      stoner.internal.invoke('image_setfield', '', obj, varargin);
    end
    function varargout = flags(obj, varargin)
      %FLAGS  numpy's flags as a set of bits: 'c_contiguous' and so on.
      %
      %  flags = im.flags()
      %
      %  returns flags: the sum of a word of flag constants
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_flags', 'n', obj, varargin);
    end
    function varargout = ids(obj, varargin)
      %IDS  The addresses of the first element and of its mask's byte; 0 where there is no mask. Compare
      %  them, do not follow them: images that share their pixels have the same.
      %
      %  ids = im.ids()
      %
      %  returns ids: 2 values
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_ids', 'n', obj, varargin);
    end
    function harden_mask(obj, varargin)
      %HARDEN_MASK  Makes the mask hard: masked elements stay masked and keep their values when they are written to.
      %
      %  im.harden_mask()
      %
      stoner.internal.invoke('image_harden_mask', '', obj, varargin);
    end
    function soften_mask(obj, varargin)
      %SOFTEN_MASK  Makes the mask soft, the initial state: elements that are written to are unmasked.
      %
      %  im.soften_mask()
      %
      stoner.internal.invoke('image_soften_mask', '', obj, varargin);
    end
    function varargout = hardmask(obj, varargin)
      %HARDMASK  Whether the mask is hard; see harden_mask.
      %
      %  hard = im.hardmask()
      %
      %  returns hard: 0 or 1
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_hardmask', 'n', obj, varargin);
    end
    function shrink_mask(obj, varargin)
      %SHRINK_MASK  Drops a mask that masks nothing: the array then has none, which is faster. Masked elements stay
      %  masked.
      %
      %  im.shrink_mask()
      %
      stoner.internal.invoke('image_shrink_mask', '', obj, varargin);
    end
    function varargout = fill_value(obj, varargin)
      %FILL_VALUE  The fill value for masked elements: what was set, or else numpy.ma's default for the dtype (1
      %  for bool, 999999 for integers, 1e20 for floats and complex numbers, each as the dtype holds it).
      %  Integers beyond 2^53 are rounded.
      %
      %  [fill_value, imaginary] = im.fill_value()
      %
      %  returns fill_value: the value, of a complex one the real part
      %  returns imaginary: the imaginary part; may be []
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_fill_value', 'nn', obj, varargin);
    end
    function varargout = fill_value_i64(obj, varargin)
      %FILL_VALUE_I64  The fill value for masked elements of an integer or bool image, exact.
      %
      %  fill_value = im.fill_value_i64()
      %
      %  returns fill_value: the value
      %  Errors: stoner:OutOfRange (above the greatest int64); stoner:Dtype for floats and complex images
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_fill_value_i64', 'n', obj, varargin);
    end
    function varargout = fill_value_u64(obj, varargin)
      %FILL_VALUE_U64  The fill value for masked elements of an integer or bool image, exact.
      %
      %  fill_value = im.fill_value_u64()
      %
      %  returns fill_value: the value
      %  Errors: stoner:OutOfRange (below 0); stoner:Dtype for floats and complex images
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_fill_value_u64', 'n', obj, varargin);
    end
    function set_fill_value(obj, varargin)
      %SET_FILL_VALUE  Sets the fill value for masked elements.
      %
      %  im.set_fill_value(fill_mode, fill_value, imaginary)
      %
      %  fill_mode: 'default': back to the dtype's default; 'value' (1); default 'default' ['value'
      %      'own']
      %  fill_value: the value; for integers the fraction is dropped. set_fill_value_i64 and
      %      set_fill_value_u64 take any integer
      %  imaginary: its imaginary part, for complex images; otherwise it must be 0; default 0
      %  Errors: stoner:OutOfRange when the dtype does not hold the value
      stoner.internal.invoke('image_set_fill_value', '', obj, varargin);
    end
    function set_fill_value_i64(obj, varargin)
      %SET_FILL_VALUE_I64  Sets the fill value for masked elements, as set_fill_value.
      %
      %  im.set_fill_value_i64(fill_value)
      %
      %  fill_value: the integer, exact
      %  Errors: stoner:OutOfRange when the dtype does not hold the value
      stoner.internal.invoke('image_set_fill_value_i64', '', obj, varargin);
    end
    function set_fill_value_u64(obj, varargin)
      %SET_FILL_VALUE_U64  Sets the fill value for masked elements, as set_fill_value.
      %
      %  im.set_fill_value_u64(fill_value)
      %
      %  fill_value: the integer, exact
      %  Errors: stoner:OutOfRange when the dtype does not hold the value
      stoner.internal.invoke('image_set_fill_value_u64', '', obj, varargin);
    end
    function varargout = filled(obj, varargin)
      %FILLED  The array with masked elements replaced by a value; the result has no masked elements. Planes
      %  and map stay.
      %
      %  out = im.filled(fill_mode, fill_value)
      %
      %  fill_mode: 'default' and 'own': the image's own fill value; 'value' (1); default 'default'
      %      ['value' 'own']
      %  fill_value: the value; for integers the fraction is dropped. filled_i64 and filled_u64 take any
      %      integer
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange when the dtype does not hold the value
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_filled', 'i', obj, varargin);
    end
    function varargout = filled_i64(obj, varargin)
      %FILLED_I64  The array with masked elements replaced by an integer, as filled.
      %
      %  out = im.filled_i64(fill_value)
      %
      %  fill_value: the integer, exact
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange when the dtype does not hold the value
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_filled_i64', 'i', obj, varargin);
    end
    function varargout = filled_u64(obj, varargin)
      %FILLED_U64  The array with masked elements replaced by an integer, as filled.
      %
      %  out = im.filled_u64(fill_value)
      %
      %  fill_value: the integer, exact
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange when the dtype does not hold the value
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_filled_u64', 'i', obj, varargin);
    end
    function varargout = compressed(obj, varargin)
      %COMPRESSED  The unmasked elements in a row, in C order. Planes and map are dropped with a warning.
      %
      %  out = im.compressed()
      %
      %  returns out: a new stoner.Image. of rank 1
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_compressed', 'i', obj, varargin);
    end
    function varargout = toflex(obj, varargin)
      %TOFLEX  The bytes of numpy's structured array (_data, _mask): for each element, in C order, the element
      %  in native byte order and one byte that is 1 where it is masked. A record has itemsize + 1 bytes,
      %  without gaps.
      %
      %  buffer = im.toflex()
      %
      %  returns buffer: `capacity` bytes
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_toflex', 'n', obj, varargin);
    end
    function varargout = torecords(obj, varargin)
      %TORECORDS  The same as toflex, as in numpy.ma.
      %
      %  buffer = im.torecords()
      %
      %  returns buffer: `capacity` bytes
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_torecords', 'n', obj, varargin);
    end
    function varargout = item(obj, varargin)
      %ITEM  One element as a number.
      %
      %  [value, masked] = im.item(index)
      %
      %  index: indices, negative ones counted from the end: one in C order, or one for each axis; not
      %      given: an array of one element
      %  returns value: the element, masked or not; integers beyond 2^53 are rounded
      %  returns masked: 0 or 1; may be []
      %  Errors: stoner:OutOfRange (an index), stoner:InvalidArgument (their number), stoner:Dtype for
      %      complex images
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_item', 'nn', obj, varargin);
    end
    function varargout = item_i64(obj, varargin)
      %ITEM_I64  One element of an integer or bool image as an integer.
      %
      %  [value, masked] = im.item_i64(index)
      %
      %  index: indices, negative ones counted from the end: one in C order, or one for each axis; not
      %      given: an array of one element
      %  returns value: the element, masked or not
      %  returns masked: 0 or 1; may be []
      %  Errors: stoner:OutOfRange (an index; an element above the greatest int64),
      %      stoner:InvalidArgument (the number of indices), stoner:Dtype for floats and complex images
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_item_i64', 'nn', obj, varargin);
    end
    function varargout = item_u64(obj, varargin)
      %ITEM_U64  One element of an integer or bool image as an integer without a sign.
      %
      %  [value, masked] = im.item_u64(index)
      %
      %  index: indices, negative ones counted from the end: one in C order, or one for each axis; not
      %      given: an array of one element
      %  returns value: the element, masked or not
      %  returns masked: 0 or 1; may be []
      %  Errors: stoner:OutOfRange (an index; an element below 0), stoner:InvalidArgument (the number of
      %      indices), stoner:Dtype for floats and complex images
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_item_u64', 'nn', obj, varargin);
    end
    function varargout = item_complex(obj, varargin)
      %ITEM_COMPLEX  One element as a complex number.
      %
      %  [re, im, masked] = im.item_complex(index)
      %
      %  index: indices, negative ones counted from the end: one in C order, or one for each axis; not
      %      given: an array of one element
      %  returns re: the real part, masked or not; integers beyond 2^53 are rounded
      %  returns im: the imaginary part, 0 for what is not complex
      %  returns masked: 0 or 1; may be []
      %  Errors: stoner:OutOfRange (an index), stoner:InvalidArgument (their number)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_item_complex', 'nnn', obj, varargin);
    end
    function itemset(obj, varargin)
      %ITEMSET  Writes one element. As in numpy.ma the mask is ignored: an element that is masked, softly or
      %  hard, gets the value and stays masked. put respects the mask.
      %
      %  im.itemset(index, value)
      %
      %  index: indices, negative ones counted from the end: one in C order, or one for each axis; not
      %      given: an array of one element
      %  value: for integers the fraction is dropped
      %  Errors: stoner:OutOfRange (an index; a value that the dtype does not hold),
      %      stoner:InvalidArgument (the number of indices)
      stoner.internal.invoke('image_itemset', '', obj, varargin);
    end
    function itemset_i64(obj, varargin)
      %ITEMSET_I64  Writes one element, as itemset.
      %
      %  im.itemset_i64(index, value)
      %
      %  index: indices, negative ones counted from the end: one in C order, or one for each axis; not
      %      given: an array of one element
      %  value: the integer
      %  Errors: stoner:OutOfRange (an index; a value that the dtype does not hold),
      %      stoner:InvalidArgument (the number of indices)
      stoner.internal.invoke('image_itemset_i64', '', obj, varargin);
    end
    function itemset_u64(obj, varargin)
      %ITEMSET_U64  Writes one element, as itemset.
      %
      %  im.itemset_u64(index, value)
      %
      %  index: indices, negative ones counted from the end: one in C order, or one for each axis; not
      %      given: an array of one element
      %  value: the integer
      %  Errors: stoner:OutOfRange (an index; a value that the dtype does not hold),
      %      stoner:InvalidArgument (the number of indices)
      stoner.internal.invoke('image_itemset_u64', '', obj, varargin);
    end
    function itemset_complex(obj, varargin)
      %ITEMSET_COMPLEX  Writes one element of a complex image, as itemset.
      %
      %  im.itemset_complex(index, re, im)
      %
      %  index: indices, negative ones counted from the end: one in C order, or one for each axis; not
      %      given: an array of one element
      %  re: the real part
      %  im: the imaginary part
      %  Errors: stoner:OutOfRange (an index; a value that the dtype does not hold),
      %      stoner:InvalidArgument (the number of indices)
      stoner.internal.invoke('image_itemset_complex', '', obj, varargin);
    end
    function fill(obj, varargin)
      %FILL  Gives every element one value. As in numpy.ma the mask is ignored: an element that is masked,
      %  softly or hard, gets the value and stays masked. put respects the mask.
      %
      %  im.fill(value)
      %
      %  value: for integers the fraction is dropped
      %  Errors: stoner:OutOfRange when the dtype does not hold the value
      stoner.internal.invoke('image_fill', '', obj, varargin);
    end
    function fill_i64(obj, varargin)
      %FILL_I64  Gives every element one value, as fill.
      %
      %  im.fill_i64(value)
      %
      %  value: the integer
      %  Errors: stoner:OutOfRange when the dtype does not hold the value
      stoner.internal.invoke('image_fill_i64', '', obj, varargin);
    end
    function fill_u64(obj, varargin)
      %FILL_U64  Gives every element one value, as fill.
      %
      %  im.fill_u64(value)
      %
      %  value: the integer
      %  Errors: stoner:OutOfRange when the dtype does not hold the value
      stoner.internal.invoke('image_fill_u64', '', obj, varargin);
    end
    function fill_complex(obj, varargin)
      %FILL_COMPLEX  Gives every element of a complex image one value, as fill.
      %
      %  im.fill_complex(re, im)
      %
      %  re: the real part
      %  im: the imaginary part
      %  Errors: stoner:OutOfRange when the dtype does not hold the value
      stoner.internal.invoke('image_fill_complex', '', obj, varargin);
    end
    function put(obj, varargin)
      %PUT  Writes values at indices counted in C order. What is written is unmasked, or masked where the
      %  value is; where the mask is hard, masked elements stay as they are.
      %
      %  im.put(indices, values, mode)
      %
      %  indices: indices
      %  values: an image, taken in C order, converted to the dtype (as in astype) and repeated as often
      %      as needed; without elements nothing happens
      %  mode: an index outside the image: 'raise' is an error, WRAP, CLIP; default 'raise' ['raise'
      %      'wrap' 'clip']
      %  Errors: stoner:OutOfRange (an index); nothing is changed then
      stoner.internal.invoke('image_put', '', obj, varargin);
    end
    function varargout = take(obj, varargin)
      %TAKE  The elements at indices along an axis. Planes follow. Frames of a stack keep the map, and the
      %  metadata with a value for each frame (energies, dwells) are picked with them; rows and columns
      %  keep the map where the indices are evenly spaced. What can not be kept is dropped with a
      %  warning.
      %
      %  out = im.take(indices, axis, mode)
      %
      %  indices: indices
      %  axis: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: of all elements in a row
      %  mode: an index outside: 'raise' is an error, WRAP, CLIP; default 'raise' ['raise' 'wrap' 'clip']
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (an index, the axis)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_take', 'i', obj, varargin);
    end
    function varargout = choose(obj, varargin)
      %CHOOSE  For each element the element at the same place of the choice that it names: out[i] =
      %  choices[image[i]][i]. Shapes are broadcast. An element is masked where the index is, or the
      %  element that it names.
      %
      %  out = im.choose(choices, mode)
      %
      %  choices: images
      %  mode: an index outside: 'raise' is an error, WRAP, CLIP; default 'raise' ['raise' 'wrap' 'clip']
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Dtype (the indices), stoner:Shape, stoner:OutOfRange (an index)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_choose', 'i', obj, varargin);
    end
    function varargout = compress(obj, varargin)
      %COMPRESS  The elements along an axis where a condition holds. Planes, map and metadata follow as in take.
      %
      %  out = im.compress(condition, axis)
      %
      %  condition: bytes, not 0: the element stays
      %  axis: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: of all elements in a row
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (the axis; a condition that holds beyond its end)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_compress', 'i', obj, varargin);
    end
    function varargout = repeat(obj, varargin)
      %REPEAT  Repeats each element along an axis. Planes, map and metadata follow as in take.
      %
      %  out = im.repeat(repeats, axis)
      %
      %  repeats: counts
      %  axis: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: of all elements in a row
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument (a negative count), stoner:Shape (their number),
      %      stoner:OutOfRange (axis), stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_repeat', 'i', obj, varargin);
    end
    function varargout = diagonal(obj, varargin)
      %DIAGONAL  The diagonal of two axes, as the last axis of the result. Of rank 2 nothing is copied.
      %
      %  out = im.diagonal(offset, axis1, axis2)
      %
      %  offset: above 0: that many above the main diagonal; below 0: below it; default 0
      %  axis1: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the first axis of the
      %      library
      %  axis2: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the second
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Shape below rank 2, stoner:OutOfRange (an axis), stoner:InvalidArgument (one axis
      %      twice)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_diagonal', 'i', obj, varargin);
    end
    function varargout = nonzero(obj, varargin)
      %NONZERO  The indices of the elements that are neither 0 nor masked, in C order.
      %
      %  out = im.nonzero()
      %
      %  returns out: a new stoner.Image. of int64, (rank, number of such elements): a row for each
      %      axis;. Rank 0 counts as rank 1.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_nonzero', 'i', obj, varargin);
    end
    function varargout = clip(obj, varargin)
      %CLIP  Limits the elements to a range; NaN stays. Floats and complex numbers (by their real parts, then
      %  by their imaginary ones) keep their dtype. As in numpy, integers do where the limits are whole
      %  numbers that it holds; else the result is of the smallest integer dtype that does, or for other
      %  limits float64.
      %
      %  out = im.clip(min, max)
      %
      %  min: the lower limit; NaN: none; default NaN
      %  max: the upper limit; NaN: none. Where the limits are in the wrong order everything becomes this
      %      one; default NaN
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument when both are NaN
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_clip', 'i', obj, varargin);
    end
    function varargout = clip_i64(obj, varargin)
      %CLIP_I64  Limits the elements to a range of integers, as clip: exact where the dtype holds the limits.
      %
      %  out = im.clip_i64(min, max)
      %
      %  min: the lower limit; not given: none
      %  max: the upper limit; not given: none. Where the limits are in the wrong order everything
      %      becomes this one
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument when both are []
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_clip_i64', 'i', obj, varargin);
    end
    function varargout = clip_u64(obj, varargin)
      %CLIP_U64  Limits the elements to a range of integers without a sign, as clip: exact where the dtype holds
      %  the limits.
      %
      %  out = im.clip_u64(min, max)
      %
      %  min: the lower limit; not given: none
      %  max: the upper limit; not given: none. Where the limits are in the wrong order everything
      %      becomes this one
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument when both are []
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_clip_u64', 'i', obj, varargin);
    end
    function varargout = clip_images(obj, varargin)
      %CLIP_IMAGES  Limits each element to a range of its own. Shapes are broadcast; the dtype is the smallest that
      %  holds the image's and the limits'. Where a limit is NaN so is the result, where one is masked
      %  the result is.
      %
      %  out = im.clip_images(min, max)
      %
      %  min: an image of lower limits; not given: none
      %  max: an image of upper limits; not given: none
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument when both are [], stoner:Shape
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_clip_images', 'i', obj, varargin);
    end
    function varargout = round(obj, varargin)
      %ROUND  Rounds to a number of decimals, half to even. Computed as numpy does: multiplied by a power of
      %  ten, rounded, divided. Bool becomes float32.
      %
      %  out = im.round(decimals)
      %
      %  decimals: below 0: to tens, hundreds and so on, integers too; default 0
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Dtype for bool with other decimals than 0
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_round', 'i', obj, varargin);
    end
    function varargout = real(obj, varargin)
      %REAL  The real parts; what is not complex stays.
      %
      %  out = im.real()
      %
      %  returns out: a new stoner.Image.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_real', 'i', obj, varargin);
    end
    function varargout = get_real(obj, varargin)
      %GET_REAL  The same as real, as in numpy.ma.
      %
      %  out = im.get_real()
      %
      %  returns out: a new stoner.Image.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_get_real', 'i', obj, varargin);
    end
    function varargout = imag(obj, varargin)
      %IMAG  The imaginary parts; 0 for what is not complex.
      %
      %  out = im.imag()
      %
      %  returns out: a new stoner.Image.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_imag', 'i', obj, varargin);
    end
    function varargout = get_imag(obj, varargin)
      %GET_IMAG  The same as imag, as in numpy.ma.
      %
      %  out = im.get_imag()
      %
      %  returns out: a new stoner.Image.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_get_imag', 'i', obj, varargin);
    end
    function varargout = conj(obj, varargin)
      %CONJ  The complex conjugate; what is not complex stays.
      %
      %  out = im.conj()
      %
      %  returns out: a new stoner.Image.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_conj', 'i', obj, varargin);
    end
    function varargout = conjugate(obj, varargin)
      %CONJUGATE  The same as conj, as in numpy.ma.
      %
      %  out = im.conjugate()
      %
      %  returns out: a new stoner.Image.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_conjugate', 'i', obj, varargin);
    end
    function varargout = all(obj, varargin)
      %ALL  Whether all elements are true, that is not 0, as bool. Masked elements count as true; NaN is
      %  true.
      %
      %  out = im.all(axes, keepdims)
      %
      %  axes: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_all', 'r', obj, varargin);
    end
    function varargout = all_value(obj, varargin)
      %ALL_VALUE  Whether all elements are true (1) or not (0).
      %
      %  [value, masked] = im.all_value()
      %
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else 0; not given: not wanted
      %  Errors: stoner:NullPointer
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_all_value', 'nn', obj, varargin);
    end
    function varargout = any(obj, varargin)
      %ANY  Whether any element is true, that is not 0, as bool. Masked elements count as false; NaN is
      %  true.
      %
      %  out = im.any(axes, keepdims)
      %
      %  axes: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_any', 'r', obj, varargin);
    end
    function varargout = any_value(obj, varargin)
      %ANY_VALUE  Whether any element is true (1) or none (0).
      %
      %  [value, masked] = im.any_value()
      %
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else 0; not given: not wanted
      %  Errors: stoner:NullPointer
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_any_value', 'nn', obj, varargin);
    end
    function varargout = sum(obj, varargin)
      %SUM  The sum. Masked elements count as 0; integers wrap. Floats are added in double, in blocks and
      %  with the rounding error of each block kept (Neumaier 1974), also where they are single.
      %
      %  out = im.sum(axes, dtype, keepdims)
      %
      %  axes: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  dtype: 'logical' to 'double complex': the values are cast to it, and added and given in it; 0:
      %      numpy's choice, 64 bits for integers and bool, else the array's own ['logical' 'uint8' 'int8'
      %      'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double
      %      complex']
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice, dtype);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_sum', 'r', obj, varargin);
    end
    function varargout = sum_value(obj, varargin)
      %SUM_VALUE  The sum; masked elements count as 0. Beyond 2^53 an integer's is rounded.
      %
      %  [value, masked] = im.sum_value()
      %
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else 0; not given: not wanted
      %  Errors: stoner:Dtype for a complex result: the form that gives an image has it
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_sum_value', 'nn', obj, varargin);
    end
    function varargout = prod(obj, varargin)
      %PROD  The product, multiplied in the order of memory. Masked elements count as 1; integers wrap.
      %
      %  out = im.prod(axes, dtype, keepdims)
      %
      %  axes: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  dtype: 'logical' to 'double complex': the values are cast to it, and added and given in it; 0:
      %      numpy's choice, 64 bits for integers and bool, else the array's own ['logical' 'uint8' 'int8'
      %      'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double
      %      complex']
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice, dtype);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_prod', 'r', obj, varargin);
    end
    function varargout = prod_value(obj, varargin)
      %PROD_VALUE  The product; masked elements count as 1. Beyond 2^53 an integer's is rounded.
      %
      %  [value, masked] = im.prod_value()
      %
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else 0; not given: not wanted
      %  Errors: stoner:Dtype for a complex result: the form that gives an image has it
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_prod_value', 'nn', obj, varargin);
    end
    function varargout = product(obj, varargin)
      %PRODUCT  The same as prod.
      %
      %  out = im.product(axes, dtype, keepdims)
      %
      %  axes: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  dtype: 'logical' to 'double complex': the values are cast to it, and added and given in it; 0:
      %      numpy's choice, 64 bits for integers and bool, else the array's own ['logical' 'uint8' 'int8'
      %      'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double
      %      complex']
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice, dtype);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_product', 'r', obj, varargin);
    end
    function varargout = product_value(obj, varargin)
      %PRODUCT_VALUE  The same as prod_value.
      %
      %  [value, masked] = im.product_value()
      %
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else 0; not given: not wanted
      %  Errors: stoner:Dtype for a complex result: the form that gives an image has it
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_product_value', 'nn', obj, varargin);
    end
    function varargout = count(obj, varargin)
      %COUNT  The number of elements that are not masked, as int64.
      %
      %  out = im.count(axes, keepdims)
      %
      %  axes: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_count', 'r', obj, varargin);
    end
    function varargout = count_value(obj, varargin)
      %COUNT_VALUE  The number of elements that are not masked.
      %
      %  n = im.count_value()
      %
      %  returns n: it
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_count_value', 'n', obj, varargin);
    end
    function varargout = mean(obj, varargin)
      %MEAN  The mean of the elements that are not masked. Of an array without a mask single stays single;
      %  with a mask the result is double, as numpy's, and where it is an array what is not finite is
      %  masked. It is added up as by sum.
      %
      %  out = im.mean(axes, dtype, keepdims)
      %
      %  axes: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  dtype: 'single', 'double', 'single complex' or 'double complex': the values are cast to it; 0:
      %      double for integers and bool, else the array's own ['logical' 'uint8' 'int8' 'uint16' 'int16'
      %      'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double complex']
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice, dtype);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_mean', 'r', obj, varargin);
    end
    function varargout = mean_value(obj, varargin)
      %MEAN_VALUE  The mean of the elements that are not masked.
      %
      %  [value, masked] = im.mean_value()
      %
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else 0; not given: not wanted
      %  Errors: stoner:Dtype for a complex result: the form that gives an image has it
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_mean_value', 'nn', obj, varargin);
    end
    function varargout = var(obj, varargin)
      %VAR  The variance: the mean of |x - mean|^2 over the elements that are not masked. Masked where the
      %  divisor is not above 0. Of an array without a mask single stays single; with a mask the result
      %  is double. Computed in double in one pass (Chan, Golub, LeVeque 1979), or in two.
      %
      %  out = im.var(axes, dtype, ddof, keepdims)
      %
      %  axes: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  dtype: 'single' or 'double' (of complex arrays: of their parts): the values are cast to it; 0:
      %      double for integers and bool, else the array's own ['logical' 'uint8' 'int8' 'uint16' 'int16'
      %      'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double complex']
      %  ddof: the divisor is the number of elements less this; default 0
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice, dtype);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_var', 'r', obj, varargin);
    end
    function varargout = var_value(obj, varargin)
      %VAR_VALUE  The variance of the elements that are not masked.
      %
      %  [value, masked] = im.var_value(ddof)
      %
      %  ddof: the divisor is the number of elements less this; default 0
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else 0; not given: not wanted
      %  Errors: stoner:NullPointer
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_var_value', 'nn', obj, varargin);
    end
    function varargout = std(obj, varargin)
      %STD  The standard deviation, the root of var; masked where it is not finite, NaN among it.
      %
      %  out = im.std(axes, dtype, ddof, keepdims)
      %
      %  axes: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  dtype: 'single' or 'double' (of complex arrays: of their parts): the values are cast to it; 0:
      %      double for integers and bool, else the array's own ['logical' 'uint8' 'int8' 'uint16' 'int16'
      %      'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double complex']
      %  ddof: the divisor is the number of elements less this; default 0
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice, dtype);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_std', 'r', obj, varargin);
    end
    function varargout = std_value(obj, varargin)
      %STD_VALUE  The standard deviation of the elements that are not masked.
      %
      %  [value, masked] = im.std_value(ddof)
      %
      %  ddof: the divisor is the number of elements less this; default 0
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else 0; not given: not wanted
      %  Errors: stoner:NullPointer
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_std_value', 'nn', obj, varargin);
    end
    function varargout = anom(obj, varargin)
      %ANOM  The differences from the mean over axes (mean), in the array's own shape.
      %
      %  out = im.anom(axes, dtype)
      %
      %  axes: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  dtype: 'single', 'double', 'single complex' or 'double complex': the values are cast to it; 0:
      %      double for integers and bool, else the array's own ['logical' 'uint8' 'int8' 'uint16' 'int16'
      %      'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double complex']
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice, dtype);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_anom', 'i', obj, varargin);
    end
    function varargout = min(obj, varargin)
      %MIN  The least value, in the array's dtype. NaN is preferred to every number; complex numbers are
      %  compared by real parts, then imaginary parts.
      %
      %  out = im.min(axes, fill_mode, fill_value, keepdims)
      %
      %  axes: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  fill_mode: 'default': masked elements take no part; 'value': they count as `fill_value`; 'own':
      %      as the image's own fill value, which can be any integer; default 'default' ['value' 'own']
      %  fill_value: what they count as, a value of the array's dtype
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice, fill_mode,
      %      fill_value); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_min', 'r', obj, varargin);
    end
    function varargout = min_value(obj, varargin)
      %MIN_VALUE  The least value of the elements that are not masked.
      %
      %  [value, masked] = im.min_value()
      %
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else 0; not given: not wanted
      %  Errors: stoner:NoResult (no element); stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_min_value', 'nn', obj, varargin);
    end
    function varargout = max(obj, varargin)
      %MAX  The greatest value, in the array's dtype. NaN is preferred to every number; complex numbers are
      %  compared by real parts, then imaginary parts.
      %
      %  out = im.max(axes, fill_mode, fill_value, keepdims)
      %
      %  axes: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  fill_mode: 'default': masked elements take no part; 'value': they count as `fill_value`; 'own':
      %      as the image's own fill value, which can be any integer; default 'default' ['value' 'own']
      %  fill_value: what they count as, a value of the array's dtype
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice, fill_mode,
      %      fill_value); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_max', 'r', obj, varargin);
    end
    function varargout = max_value(obj, varargin)
      %MAX_VALUE  The greatest value of the elements that are not masked.
      %
      %  [value, masked] = im.max_value()
      %
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else 0; not given: not wanted
      %  Errors: stoner:NoResult (no element); stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_max_value', 'nn', obj, varargin);
    end
    function varargout = mini(obj, varargin)
      %MINI  The least value over one axis or all: min in the original's older form.
      %
      %  out = im.mini(axis)
      %
      %  axis: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (axis); stoner:NoResult (no element); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_mini', 'r', obj, varargin);
    end
    function varargout = ptp(obj, varargin)
      %PTP  The greatest less the least value (peak to peak), in the array's dtype: integers wrap.
      %
      %  out = im.ptp(axes, fill_mode, fill_value, keepdims)
      %
      %  axes: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  fill_mode: 'default': masked elements take no part; 'value': they count as `fill_value`; 'own':
      %      as the image's own fill value, which can be any integer; default 'default' ['value' 'own']
      %  fill_value: what they count as, a value of the array's dtype
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice, fill_mode,
      %      fill_value); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_ptp', 'r', obj, varargin);
    end
    function varargout = ptp_value(obj, varargin)
      %PTP_VALUE  The greatest less the least value of the elements that are not masked.
      %
      %  [value, masked] = im.ptp_value()
      %
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else 0; not given: not wanted
      %  Errors: stoner:NoResult (no element); stoner:Dtype (bool, complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_ptp_value', 'nn', obj, varargin);
    end
    function varargout = argmin(obj, varargin)
      %ARGMIN  The position of the first least value along an axis, as int64; NaN is preferred. The result is
      %  not masked: where all is masked it is 0.
      %
      %  out = im.argmin(axis, fill_mode, fill_value, keepdims)
      %
      %  axis: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the position in the whole
      %      array in C order
      %  fill_mode: 'default': masked elements count as the greatest value of the dtype; 'value': as
      %      `fill_value`; default 'default' ['value' 'own']
      %  fill_value: what they count as, a value of the array's dtype
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (axis); stoner:InvalidArgument (fill_mode, fill_value);
      %      stoner:NoResult (no element); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_argmin', 'r', obj, varargin);
    end
    function varargout = argmin_value(obj, varargin)
      %ARGMIN_VALUE  The position of the first least value of the whole array in C order.
      %
      %  index = im.argmin_value()
      %
      %  returns index: it
      %  Errors: stoner:NoResult (no element)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_argmin_value', 'n', obj, varargin);
    end
    function varargout = argmax(obj, varargin)
      %ARGMAX  The position of the first greatest value along an axis, as int64; NaN is preferred. The result
      %  is not masked: where all is masked it is 0.
      %
      %  out = im.argmax(axis, fill_mode, fill_value, keepdims)
      %
      %  axis: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the position in the whole
      %      array in C order
      %  fill_mode: 'default': masked elements count as the least value of the dtype; 'value': as
      %      `fill_value`; default 'default' ['value' 'own']
      %  fill_value: what they count as, a value of the array's dtype
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (axis); stoner:InvalidArgument (fill_mode, fill_value);
      %      stoner:NoResult (no element); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_argmax', 'r', obj, varargin);
    end
    function varargout = argmax_value(obj, varargin)
      %ARGMAX_VALUE  The position of the first greatest value of the whole array in C order.
      %
      %  index = im.argmax_value()
      %
      %  returns index: it
      %  Errors: stoner:NoResult (no element)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_argmax_value', 'n', obj, varargin);
    end
    function varargout = cumsum(obj, varargin)
      %CUMSUM  The running sum along an axis. Masked elements count as 0 and stay masked; integers wrap.
      %
      %  out = im.cumsum(axis, dtype)
      %
      %  axis: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all elements in C order,
      %      as one row
      %  dtype: 'logical' to 'double complex': the values are cast to it, and added and given in it; 0:
      %      numpy's choice, 64 bits for integers and bool, else the array's own ['logical' 'uint8' 'int8'
      %      'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double
      %      complex']
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (axis); stoner:InvalidArgument (dtype); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_cumsum', 'i', obj, varargin);
    end
    function varargout = cumprod(obj, varargin)
      %CUMPROD  The running product along an axis. Masked elements count as 1 and stay masked; integers wrap.
      %
      %  out = im.cumprod(axis, dtype)
      %
      %  axis: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all elements in C order,
      %      as one row
      %  dtype: 'logical' to 'double complex': the values are cast to it, and added and given in it; 0:
      %      numpy's choice, 64 bits for integers and bool, else the array's own ['logical' 'uint8' 'int8'
      %      'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double
      %      complex']
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (axis); stoner:InvalidArgument (dtype); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_cumprod', 'i', obj, varargin);
    end
    function varargout = dot(obj, varargin)
      %DOT  numpy's dot product: of ranks 1 and 1 the inner product, of 2 and 2 the matrix product, with
      %  rank 0 the multiple, else the sum over the last axis of `image` and the last but one of `b`
      %  (rank 1: its only one). Masked elements count as 0. The dtype is that of both together; integers
      %  wrap.
      %
      %  out = im.dot(b, strict)
      %
      %  b: the right factor
      %  strict: 0: an element of the result is masked where no pair of unmasked elements made it; 1:
      %      where any of its elements is masked; default false
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Shape (lengths that differ, a rank above 8); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_dot', 'r', obj, varargin);
    end
    function varargout = trace(obj, varargin)
      %TRACE  The sums along the diagonals of two axes. Masked elements count as 0, and the result is not
      %  masked.
      %
      %  out = im.trace(offset, axis1, axis2, dtype)
      %
      %  offset: which diagonal: how many columns to the right of the main one, negative to the left;
      %      default 0
      %  axis1: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the first axis of the
      %      library
      %  axis2: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the second
      %  dtype: 'logical' to 'double complex': the result's; 0: double, as numpy.ma's, but complex stays
      %      ['logical' 'uint8' 'int8' 'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double'
      %      'single complex' 'double complex']
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (one axis twice, dtype);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_trace', 'r', obj, varargin);
    end
    function varargout = trace_value(obj, varargin)
      %TRACE_VALUE  The sum along a diagonal of an array of rank 2. Masked elements count as 0.
      %
      %  value = im.trace_value(offset)
      %
      %  offset: which diagonal: how many columns to the right of the main one, negative to the left;
      %      default 0
      %  returns value: it
      %  Errors: stoner:Shape (another rank); stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_trace_value', 'n', obj, varargin);
    end
    function varargout = sort(obj, varargin)
      %SORT  The elements in ascending order along an axis; the mask moves with them. (The original's sorts
      %  in place.)
      %
      %  out = im.sort(axis, endwith, fill_mode, fill_value)
      %
      %  axis: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the columns
      %  endwith: where there is no fill value: 1: a masked element counts as NaN (complex: infinity;
      %      integers and bool: the greatest), 0: as the least value; default true
      %  fill_mode: 'default'; 'value': it counts as `fill_value`; 'own': as the image's own fill value;
      %      default 'default' ['value' 'own']
      %  fill_value: a value of the array's dtype
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (axis); stoner:InvalidArgument (endwith, fill_mode, fill_value);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_sort', 'i', obj, varargin);
    end
    function varargout = argsort(obj, varargin)
      %ARGSORT  The positions along an axis that put the elements in ascending order, as int64, without a mask.
      %
      %  out = im.argsort(axis, endwith, fill_mode, fill_value)
      %
      %  axis: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the columns
      %  endwith: where there is no fill value: 1: a masked element counts as NaN (complex: infinity;
      %      integers and bool: the greatest), 0: as the least value; default true
      %  fill_mode: 'default'; 'value': it counts as `fill_value`; 'own': as the image's own fill value;
      %      default 'default' ['value' 'own']
      %  fill_value: a value of the array's dtype
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (axis); stoner:InvalidArgument (endwith, fill_mode, fill_value);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_argsort', 'i', obj, varargin);
    end
    function varargout = partition(obj, varargin)
      %PARTITION  The elements parted along an axis, as quickselect does it; the mask moves with them. (The
      %  original's works in place, and uses the data under the mask.)
      %
      %  out = im.partition(kth, axis, endwith, fill_mode, fill_value)
      %
      %  kth: positions of a row, counted from its end where negative: each of these elements stands
      %      where sorting would put it, with none greater before it and none less after it
      %  axis: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the columns
      %  endwith: where there is no fill value: 1: a masked element counts as NaN (complex: infinity;
      %      integers and bool: the greatest), 0: as the least value; default true
      %  fill_mode: 'default'; 'value': it counts as `fill_value`; 'own': as the image's own fill value;
      %      default 'default' ['value' 'own']
      %  fill_value: a value of the array's dtype
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (kth, axis); stoner:InvalidArgument (endwith, fill_mode, fill_value);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_partition', 'i', obj, varargin);
    end
    function varargout = argpartition(obj, varargin)
      %ARGPARTITION  The positions along an axis of the elements as partition parts them, as int64, without a mask.
      %
      %  out = im.argpartition(kth, axis, endwith, fill_mode, fill_value)
      %
      %  kth: positions of a row, counted from its end where negative: each of these elements stands
      %      where sorting would put it, with none greater before it and none less after it
      %  axis: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the columns
      %  endwith: where there is no fill value: 1: a masked element counts as NaN (complex: infinity;
      %      integers and bool: the greatest), 0: as the least value; default true
      %  fill_mode: 'default'; 'value': it counts as `fill_value`; 'own': as the image's own fill value;
      %      default 'default' ['value' 'own']
      %  fill_value: a value of the array's dtype
      %  returns out: a new stoner.Image.
      %  Errors: stoner:OutOfRange (kth, axis); stoner:InvalidArgument (endwith, fill_mode, fill_value);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_argpartition', 'i', obj, varargin);
    end
    function varargout = searchsorted(obj, varargin)
      %SEARCHSORTED  For each of some values the position in this sorted array of rank 1 where inserting it keeps the
      %  order, as int64 in the values' shape. They are compared in the dtype of both together. Masked
      %  elements of the array are above all values, as sort puts them; where a value is masked, the
      %  position is.
      %
      %  out = im.searchsorted(v, side, sorter)
      %
      %  v: the values, of any shape
      %  side: 'left': before elements that equal a value; 'right': behind it; default 'left' ['left'
      %      'right']
      %  sorter: integers that put the array in order (argsort); not given: it is sorted
      %  returns out: a new stoner.Image.
      %  Errors: stoner:Shape (the array's rank, the sorter's length); stoner:OutOfRange (sorter);
      %      stoner:Dtype (sorter); stoner:InvalidArgument (side)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_searchsorted', 'i', obj, varargin);
    end
    function varargout = percentile(obj, varargin)
      %PERCENTILE  Percentiles of the elements that are neither masked nor NaN, linear between two of them (Hyndman
      %  and Fan 1996, type 7).
      %
      %  values = im.percentile(q)
      %
      %  q: percentages between 0 and 100
      %  returns values: as many values: the percentiles, in the order of `q`
      %  Errors: stoner:OutOfRange (q); stoner:NoResult (no such element); stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_percentile', 'n', obj, varargin);
    end
    function varargout = tobytes(obj, varargin)
      %TOBYTES  The bytes of all elements, masked ones filled.
      %
      %  buffer = im.tobytes(fill_mode, fill_value, order)
      %
      %  fill_mode: 'default' and 'own': the image's own fill value; 'value' (1); default 'default'
      %      ['value' 'own']
      %  fill_value: the value; for integers the fraction is dropped
      %  order: 'c', F, A; K means A; default 'c' ['c' 'f' 'a' 'k']
      %  returns buffer: `capacity` bytes
      %  Errors: stoner:OutOfRange when the dtype does not hold the value
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_tobytes', 'n', obj, varargin);
    end
    function varargout = tostring(obj, varargin)
      %TOSTRING  The same as tobytes under numpy's old name.
      %
      %  buffer = im.tostring(fill_mode, fill_value, order)
      %
      %  fill_mode: 'default' and 'own': the image's own fill value; 'value' (1); default 'default'
      %      ['value' 'own']
      %  fill_value: the value; for integers the fraction is dropped
      %  order: 'c', F, A; K means A; default 'c' ['c' 'f' 'a' 'k']
      %  returns buffer: `capacity` bytes
      %  Errors: stoner:OutOfRange when the dtype does not hold the value
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_tostring', 'n', obj, varargin);
    end
    function tofile(obj, varargin)
      %TOFILE  Always fails, as numpy.ma's method: a masked array has no plain file. Use dump, save_npy or
      %  save.
      %
      %  im.tofile(path)
      %
      %  path: UTF-8
      %  Errors: stoner:Unsupported
      stoner.internal.invoke('image_tofile', '', obj, varargin);
    end
    function varargout = dumps(obj, varargin)
      %DUMPS  A pickle that Python loads with numpy alone: pickle.loads gives a numpy.ma.MaskedArray with
      %  these data, mask and fill value. Metadata, planes and map are not in it.
      %
      %  buffer = im.dumps()
      %
      %  returns buffer: `capacity` bytes
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_dumps', 'n', obj, varargin);
    end
    function dump(obj, varargin)
      %DUMP  Saves what dumps returns. On any error the old file is unchanged.
      %
      %  im.dump(path)
      %
      %  path: UTF-8
      %  Errors: stoner:IO
      stoner.internal.invoke('image_dump', '', obj, varargin);
    end
    function varargout = apply(obj, varargin)
      %APPLY  Calls an operation by its name: "rotate" with an option "angle" does what rotate does.
      %
      %  out = im.apply(operation, options)
      %
      %  operation: the name of a function that makes an image from an image, without
      %      `stoner.Library.image_`
      %  options: values by name; an image is an array (Metadata.set_array), several are a list; not
      %      given: none
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument (an operation or option that there is not, a value of another
      %      type, an option that is missing); what the operation itself gives
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_apply', 'i', obj, varargin);
    end
    function varargout = apply_all(obj, varargin)
      %APPLY_ALL  Calls several operations, each on the result of the one before. The list can be kept in a file.
      %  What was done is written to the metadata entry `provenance` of the result, as such a list with
      %  the values of all options and the library's version, after the entries that are there already:
      %  the same list gives the same bits again. All steps are checked before the first is done.
      %
      %  out = im.apply_all(steps)
      %
      %  steps: a list in JSON: [{"operation": "rotate", "options": {"angle": 0.1}}, {"operation":
      %      "cw"}]; "options" may be missing, "version" is ignored
      %  returns out: a new stoner.Image.
      %  Errors: stoner:InvalidArgument (no such JSON; as apply); what the operations themselves give
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_apply_all', 'i', obj, varargin);
    end
    function get_filename(obj, varargin)
      %GET_FILENAME  Asks the user for a new file name of an image through the hook of Context.set_file_hook, and
      %  sets it; it is then read with filename.
      %
      %  im.get_filename(what)
      %
      %  what: 'file' (to load from), 'save' (to save to) or 'directory'; default 'file' ['file'
      %      'directory' 'save' 'files']
      %  Errors: stoner:NotInteractive; stoner:Cancelled when nothing was chosen; the name then stays
      stoner.internal.invoke('image_get_filename', '', obj, varargin);
    end
    function varargout = line_select(obj, varargin)
      %LINE_SELECT  Lets the user draw a line on an image through the hook of Context.set_line_hook.
      %
      %  ends = im.line_select()
      %
      %  returns ends: 4 numbers: (x, y) of the first and of the second end, in pixels
      %  Errors: stoner:NotInteractive; stoner:Cancelled when no line was drawn
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_line_select', 'n', obj, varargin);
    end
  end
end

function varargout = call(obj, name, varargin)
  host = [];
  if isobject(obj.context)
    host = obj.context.host();
  end
  try
    [varargout{1:nargout}] = stoner_mex(name, host, stoner.internal.bare(obj), varargin{:});
  catch trouble
    stoner.internal.raise(trouble);
  end
end

function [mask, options] = arguments(given)
  % The inputs of the constructor behind the first.
  mask = [];
  options = struct('context', {[]}, 'filetype', [], 'ndim', []);
  if ~isempty(given) && ~ischar(given{1})
    mask = given{1};
    given(1) = [];
  end
  for k = 1:2:numel(given)
    if ~ischar(given{k}) || ~isfield(options, given{k}) || k == numel(given)
      error('stoner:InvalidArgument', 'stoner.Image takes ''context'', ''filetype'' or ''ndim'' and a value behind its first inputs');
    end
    options.(given{k}) = given{k + 1};
  end
  if ~isempty(options.context) && ~isa(options.context, 'stoner.Context')
    error('stoner:InvalidHandle', 'a context is a stoner.Context, not %s', class(options.context));
  end
end

function values = pixels(value)
  if isa(value, 'stoner.Image')
    values = value.read();
  else
    values = value;
  end
end

function result = operate(f, a, b)
  % Values by MATLAB; everything else, where the size stays, from the first image.
  values = f(pixels(a), pixels(b));
  masks = cellfun(@(one) isa(one, 'stoner.Image') && any(reshape(one.mask(), [], 1)), {a, b});
  mask = [];
  if masks(1)
    mask = a.mask();
  end
  if masks(2) && isempty(mask)
    mask = b.mask();
  elseif masks(2)
    mask = mask | b.mask();
  end
  if ~isempty(mask) && ~isequal(size(mask), size(values))
    mask = mask | false(size(values));
  end
  model = b;
  if isa(a, 'stoner.Image')
    model = a;
  end
  if isequal(size(model), size(values))
    kind = class(values);
    if ~isreal(values)
      kind = [kind, ' complex'];
    end
    result = model.astype(kind);
    result.soften_mask();
    result.write(values);
    result.write_mask(mask);
  else
    result = stoner.Image(values, mask);
  end
end

function box = box_of(obj, subs)
  % The box that two indices mean, where they are runs of pixels; else [].
  box = [];
  sizes = size(obj);
  if numel(subs) ~= 2 || numel(sizes) ~= 2 || obj.ndim() ~= 2
    return
  end
  limits = zeros(1, 4);
  for k = 1:2
    index = subs{k};
    if ischar(index) && isequal(index, ':')
      run = [1, sizes(k)];
    elseif isnumeric(index) && isreal(index) && isvector(index) && ~isempty(index) && all(diff(double(index(:))) == 1) && index(1) == floor(index(1))
      run = double([index(1), index(end)]);
    else
      return
    end
    if run(1) < 1 || run(2) > sizes(k)
      return
    end
    limits(3 - 2 * (k - 1):4 - 2 * (k - 1)) = [run(1) - 1, run(2)];
  end
  box = limits;
end

function values = pick(obj, subs)
  % A run of rows and columns is read alone, all else from the whole.
  subs = cellfun(@index_of, subs, 'UniformOutput', false);
  box = box_of(obj, subs);
  if ~isempty(box) && box(2) > box(1) && box(4) > box(3)
    part = obj.crop(box);
    values = part.read();
  else
    values = obj.read();
    try
      values = values(subs{:});
    catch trouble
      error('stoner:OutOfRange', '%s', trouble.message);
    end
  end
end

function put_pixels(obj, subs, value)
  subs = cellfun(@index_of, subs, 'UniformOutput', false);
  value = pixels(value);
  box = box_of(obj, subs);
  if ~isempty(box) && (numel(value) == 1 || isequal(builtin('size', value), [box(4) - box(3), box(2) - box(1)]))
    obj.write(value, box);
    return
  end
  % The pixels' numbers as the library counts them: row by row, frame by frame.
  sizes = size(obj);
  leading = sizes(3:end);
  order = 1:numel(sizes);
  order([1 2]) = [2 1];
  numbers = permute(reshape(0:prod(sizes) - 1, [sizes(2), sizes(1), leading]), order);
  try
    chosen = numbers(subs{:});
  catch trouble
    error('stoner:OutOfRange', '%s', trouble.message);
  end
  if numel(value) ~= 1 && numel(value) ~= numel(chosen)
    error('stoner:Shape', '%d values do not go to %d pixels', numel(value), numel(chosen));
  end
  if ~isempty(chosen)
    obj.put(chosen, stoner.Image(value(:)));
  end
end

function index = index_of(index)
  if isa(index, 'stoner.Image')
    index = index.read();
  end
  if isnumeric(index) && (any(isnan(index(:))) || any(index(:) ~= floor(index(:))))
    error('stoner:InvalidArgument', 'indices are whole numbers from 1');
  end
end
