% Made from interface/interface.json by bindings/generator: do not edit. By hand is what templates/ has.
classdef Image < stoner.internal.Counted
%IMAGE  An X-ray microscopy image: a masked array with positions, metadata, file name and title.
%  im = stoner.Image('scan.hdf5')                  loads a file
%  im = stoner.Image(matrix)                       of pixels: logical, integer, single, double, complex
%  im = stoner.Image(matrix, mask)                 true: the pixel is masked, so all results ignore it
%  im = stoner.Image(..., 'context', ctx)          with threads, progress, dialogs of a stoner.Context
%  im = stoner.Image(saved)                        what load gave of an image in a .mat file, where it gave a struct (Octave)
%
%  im(2, :), im(end, 1), im(im > 3)                images again, with mask and positions; one pixel is a number
%  im(1:3, 5) = 0, im(im < 0) = 0                  indices as of a matrix, from 1
%  im.metadata.energy, im.metadata.note = 'x'      see stoner.Metadata
%  im.title, im.filename, im.dtype, size(im)
%  (plus - minus) ./ (plus + minus)
%
%  What MATLAB has of matrices means the same of images: max(im, [], 1), mean(im, 'all'), std(im), sort(im), im', [a b], im > 3, ...
%  The values are MATLAB's own; masked pixels take no part, and each help says what becomes of them. The meaning that the Python
%  package has of a name, where it is another one, is in stoner.original: stoner.original.std(im), stoner.original.hist(im).
%
%  double(im)                                      an array of MATLAB: masked pixels are NaN
%  im.data, im.mask                                the stored pixels, masked ones too, and the mask
%
%  Methods return new images; those that change this one say so. They take their inputs in order or by name:
%  im.rotate(0.1, 'order', 3). Rows, columns, frames, dimensions and all other indices count from 1. Points and boxes are positions,
%  (x, y) in pixels from the middle of the first pixel, which is (0, 0), as in the metadata and in all other languages; imshow draws
%  its axes in the same way.
%
%  stoner.help('Image.rotate') explains a method (in MATLAB help stoner.Image.rotate does too); methods(im) lists them.
%
%  See also stoner.Metadata, stoner.Table, stoner.Context.
  properties (Access = private, Transient, Hidden)
    % The handle and the context. Only methods get them: see stoner.internal.hand.
    kept = struct('handle', [], 'context', {[]});
  end
  properties (Dependent, SetAccess = private, Hidden)
    % What a file holds of an image: MATLAB writes it by saveobj, Octave since it is a property.
    stored
  end

  methods
    function obj = Image(source, varargin)
      %IMAGE  Loads an image, or makes one of a matrix.
      %  im = stoner.Image(path)
      %  im = stoner.Image(path, 'filetype', 'npy')   the format; without it that of the contents
      %  im = stoner.Image(matrix, mask, 'ndim', n)   the rank; without it that of the matrix, 2 or more
      if nargin == 0
        error('stoner:InvalidArgument', 'stoner.Image takes a path or a matrix');
      end
      if isa(source, 'stoner.internal.Made')
        obj.kept = struct('handle', source.handle, 'context', {source.context});
        return
      end
      [mask, options] = further_inputs(varargin);
      if isstruct(source)
        obj.kept = struct('handle', stoner.internal.unpack_image(source), 'context', {options.context});
        return
      end
      host = [];
      if isobject(options.context)
        host = options.context.host();
      end
      try
        if isa(source, 'stoner.Image')
          made = stoner_mex('image_clone', host, raw_handle(source));
        elseif ischar(source) || isa(source, 'string')
          made = stoner_mex('load', host, stoner.internal.bare(source), options.filetype);
        else
          if isnumeric(source)
            source = stoner.internal.bare(source);
          end
          made = stoner_mex('image_from_data', host, source, mask, options.ndim);
        end
      catch trouble
        stoner.internal.raise(trouble);
      end
      obj.kept = struct('handle', made, 'context', {options.context});
    end

    function delete(obj)
      %DELETE  Frees the image.
      handle = raw_handle(obj);
      if ~isempty(handle)
        obj.kept = struct('handle', [], 'context', {[]});
        stoner_mex('image_free', [], handle);
      end
    end

    % -- The handle, and files ------------------------------------------------------------------------------------------------

    function value = get.kept(obj)
      stoner.internal.hand(obj.kept);
      value = [];
    end

    function value = get.stored(obj)
      value = saveobj(obj);
    end

    function handle = raw_handle(obj)
      %RAW_HANDLE  The library's number of the image, for stoner_mex; [] after delete. It means nothing in another session.
      obj.kept;
      kept = stoner.internal.hand();
      handle = kept.handle;
    end

    function value = context(obj)
      %CONTEXT  The stoner.Context of calls on the image, or []; set_context sets it.
      obj.kept;
      kept = stoner.internal.hand();
      value = kept.context;
    end

    function set_context(obj, value)
      %SET_CONTEXT  Sets the stoner.Context of calls on the image; []: none.
      if ~isempty(value) && ~isa(value, 'stoner.Context')
        error('stoner:InvalidHandle', 'a context is a stoner.Context, not %s', class(value));
      end
      obj.kept = struct('handle', raw_handle(obj), 'context', {value});
    end

    function saved = saveobj(obj)
      %SAVEOBJ  The image as a struct of arrays and texts, which a file can hold; stoner.Image(saved) makes an image of it again.
      %  save('name.mat', 'im') writes it, load gives the image back. In Octave: save('-v7', 'name.mat', 'im'), and load gives a
      %  struct: s = load('name.mat'); im = stoner.Image(s.im).
      saved = [];
      if ~isempty(raw_handle(obj))
        saved = stoner.internal.pack_image(obj);
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
      %DATA  The stored pixels as an array of the image's class, masked ones too; im.data(i, j) some of them.
      value = read(obj);
      if ~isempty(varargin)
        value = value(varargin{:});
      end
    end

    function array = double(obj)
      %DOUBLE  The pixels as an array of double, masked ones NaN; complex ones stay complex.
      array = stoner.internal.plain(obj, 'double');
    end

    function array = single(obj)
      %SINGLE  The pixels as an array of single, masked ones NaN; complex ones stay complex.
      array = stoner.internal.plain(obj, 'single');
    end

    function array = logical(obj)
      %LOGICAL  The pixels as a logical array: true where a pixel is not 0 and not masked. NaN is an error, as for a matrix.
      array = stoner.internal.plain(obj, 'logical');
    end

    function array = cast(obj, name)
      %CAST  The pixels as an array of a class, as double, single, uint8 and the others make it; astype keeps mask and positions.
      %  cast(im, 'uint8')
      array = stoner.internal.plain(obj, char(name));
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
      if isnumeric(values) || isa(values, 'stoner.Image')
        values = stoner.internal.bare(stoner.internal.pixels(values));
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
      %  size(im), size(im, dim), size(im, [1 2]), [rows, columns] = size(im)
      sizes = call(obj, 'image_shape');
      if ~isempty(varargin)
        dims = stoner.internal.check_dims('size', [varargin{:}]);
        sizes(end + 1:max(dims)) = 1;
        sizes = sizes(dims);
        if nargout > 1
          varargout = num2cell(sizes);
          return
        end
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
      n = numel(call(obj, 'image_shape'));
    end

    function n = rows(obj)
      %ROWS  The number of rows.
      n = size(obj, 1);
    end

    function n = columns(obj)
      %COLUMNS  The number of columns.
      n = size(obj, 2);
    end

    function n = height(obj)
      %HEIGHT  The number of rows.
      n = size(obj, 1);
    end

    function n = width(obj)
      %WIDTH  The number of columns.
      n = size(obj, 2);
    end

    function yes = isempty(obj)
      %ISEMPTY  Whether there are no pixels.
      yes = ~isempty(raw_handle(obj)) && prod(call(obj, 'image_shape')) == 0;
    end

    function n = end(obj, k, of)
      %END  The last index of a dimension.
      sizes = call(obj, 'image_shape');
      if k < of
        sizes(end + 1:k) = 1;
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

    function name = underlyingType(obj)
      %UNDERLYINGTYPE  The class of the pixels: 'uint16', 'double', ...; class(im) is stoner.Image.
      name = strtok(dtype(obj));
    end

    function same = isequal(a, b, varargin)
      %ISEQUAL  Whether images have the same size, mask and pixels; the class does not count, as for matrices. A matrix has no mask.
      same = alike(@isequal, a, b) && (isempty(varargin) || isequal(b, varargin{:}));
    end

    function same = isequaln(a, b, varargin)
      %ISEQUALN  As isequal, where NaN equals NaN.
      same = alike(@isequaln, a, b) && (isempty(varargin) || isequaln(b, varargin{:}));
    end

    % -- Metadata -------------------------------------------------------------------------------------------------------------

    function value = metadata(obj, key)
      %METADATA  A copy of all metadata, or the value of one entry: im.metadata('control.energy').
      value = stoner.Metadata(stoner.internal.Made(call(obj, 'image_metadata'), context(obj)));
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

    % -- Boxes and indices ----------------------------------------------------------------------------------------------------

    function image = crop(obj, varargin)
      %CROP  A part of the image, with its planes and map; no pixels are copied.
      %  im.crop(10)                        without a border of 10 pixels at each side
      %  im.crop(0.25)                      without that part of width and height, as box_from_border_fraction has it
      %  im.crop([xmin xmax ymin ymax])     a box in pixels from 0, the upper ends exclusive; -Inf or Inf: to the end of the image
      %  im.crop(xmin, xmax, ymin, ymax)    the same
      %  im.crop('key')                     the box in a metadata entry
      %  im(2:5, 3:8) is the same by rows and columns from 1.
      given = {};
      for k = 1:numel(varargin)
        % 'box' before a box is its name.
        if ~(ischar(varargin{k}) && any(strcmp(varargin{k}, {'box', 'context'})) && k < numel(varargin))
          given{end + 1} = varargin{k};
        end
      end
      extra = {};
      if ~isempty(given) && isa(given{end}, 'stoner.Context')
        extra = {'context', given{end}};
        given(end) = [];
      end
      if numel(given) == 4 && all(cellfun(@(one) isnumeric(one) && numel(one) == 1, given))
        given = {[given{:}]};
      end
      if numel(given) > 1
        error('stoner:InvalidArgument', 'crop takes a border, a fraction, a key, or a box of four numbers: see stoner.help(''Image.crop'')');
      end
      box = [];
      if ~isempty(given)
        box = given{1};
      end
      if ischar(box) || isa(box, 'string')
        box = box_from_metadata(obj, box);
      elseif isnumeric(box) && numel(box) == 1 && box > 0 && box < 1
        box = box_from_border_fraction(obj, box);
      elseif isnumeric(box) && numel(box) == 1
        box = box_from_border(obj, box);
      end
      image = stoner.internal.invoke('image_crop', 'i', obj, [{box}, extra]);
    end

    function image = choose(obj, choices, varargin)
      %CHOOSE  For each pixel the pixel at the same place of the choice that it names: out(i) = choices{im(i)}(i), counted from 1.
      %  Sizes are expanded. A pixel is masked where the index is, or the pixel that it names.
      %
      %  out = im.choose(choices, mode)
      %
      %  choices: a cell of images or matrices; of a logical image false chooses the first, true the second
      %  mode: what an index outside means ['raise' 'wrap' 'clip']; default 'raise'
      if ~iscell(choices)
        choices = {choices};
      end
      zero = obj;
      if ~islogical(obj)
        zero = stoner.internal.from_zero(obj, 'im');
      end
      image = stoner.internal.invoke('image_choose', 'i', zero, [{choices}, varargin]);
    end

    function image = searchsorted(obj, v, varargin)
      %SEARCHSORTED  For each of some values the index in this sorted image of rank 1 where inserting it keeps the order, from 1.
      %  Masked pixels of the image are above all values; where a value is masked, the index is.
      %
      %  out = im.searchsorted(v, side, sorter)
      %
      %  v: the values, of any size
      %  side: before pixels that equal a value or behind them ['left' 'right']; default 'left'
      %  sorter: indices that put the image in order, as argsort gives them; not given: it is sorted
      for k = 1:numel(varargin)
        named = k > 1 && ischar(varargin{k - 1}) && any(strcmpi(varargin{k - 1}, {'side', 'sorter', 'context'}));
        if ~ischar(varargin{k}) && ~isempty(varargin{k}) && (~named && k == 2 || named && strcmpi(varargin{k - 1}, 'sorter'))
          varargin{k} = stoner.internal.from_zero(varargin{k}, 'sorter');
          if ndim(varargin{k}) == 2
            varargin{k} = stoner.Image(read(varargin{k}), 'ndim', 1);
          end
        end
      end
      image = stoner.internal.invoke('image_searchsorted', 'x', obj, [{v}, varargin]);
    end

    % -- Showing --------------------------------------------------------------------------------------------------------------

    function disp(obj)
      %DISP  Shows size, class, number of masked pixels and title; of a small image the pixels, masked ones as NaN.
      if isempty(raw_handle(obj))
        fprintf('  stoner.Image, deleted\n');
        return
      end
      masked = prod(size(obj)) - count_value(obj);
      fprintf('  stoner.Image: %s %s, %d masked, ''%s''\n', strjoin(arrayfun(@(n) sprintf('%d', n), size(obj), 'UniformOutput', false), ' x '), ...
              dtype(obj), masked, title(obj));
      if numel(obj) > 0 && numel(obj) <= 64 && ndims(obj) == 2
        % A few pixels are shown, masked ones as NaN.
        disp(double(obj));
      end
    end

    function varargout = imshow(obj, varargin)
      %IMSHOW  Shows the image in the current axes, in grey unless a colour map is given, or saves it as a figure in a PNG file.
      %  im.imshow()
      %  im.imshow('cmap', 'viridis', 'percentile', [1 99])   with the options of to_rgba
      %  im.imshow([low high])                                with grey from low to high, as of a matrix
      %  im.imshow('frame', k)                                one of a stack, from 1
      %  im.imshow(path, 'colorbar', true, ...)               saves; options as of the library's imshow, which also draws axes,
      %                                                       colour bar, scale bar: see stoner.help('Image.imshow_rgba')
      %  h = im.imshow(...)                                   the handle of the picture
      %  Options may also be a struct or a stoner.Metadata. Masked and NaN pixels have colours of their own (mask_color, ...).
      %
      %  The axes count from 0, so that points that are read off them (ginput) are those that methods take. imagesc(im) shows the
      %  image as MATLAB shows a matrix, from 1.
      path = '';
      if ~isempty(varargin) && isnumeric(varargin{1}) && numel(varargin{1}) == 2
        varargin = [{'vmin', varargin{1}(1), 'vmax', varargin{1}(2)}, varargin(2:end)];
      end
      if mod(numel(varargin), 2) == 1 && (ischar(varargin{1}) || isa(varargin{1}, 'string'))
        path = varargin{1};
        varargin(1) = [];
      end
      options = stoner.internal.options(varargin);
      if ~isempty(path)
        stoner.internal.invoke('image_imshow', '', obj, {path, options});
        varargout = cell(1, nargout);
        return
      end
      sizes = size(obj);
      rgba = stoner.internal.invoke('image_to_rgba', 'n', obj, {options});
      rgba = double(permute(reshape(rgba, [4, sizes(2), sizes(1)]), [3 2 1])) / 255;
      % White paper shows where a pixel is transparent: not every toolkit of Octave draws transparent images.
      opaque = repmat(rgba(:, :, 4), [1 1 3]);
      shown = image(0:max(sizes(2) - 1, 1):sizes(2) - 1, 0:max(sizes(1) - 1, 1):sizes(1) - 1, rgba(:, :, 1:3) .* opaque + 1 - opaque);
      axis('ij', 'image');
      title(strrep(title(obj), '_', '\_'));
      if nargout > 0
        varargout = {shown};
      end
    end

    function varargout = imagesc(varargin)
      %IMAGESC  Shows the pixels in scaled colours: imagesc(im), imagesc(im, [low high]), imagesc(x, y, im), h = imagesc(...).
      %  Masked and NaN pixels are left blank. Axes count from 1, as of a matrix; imshow draws axes that count from 0, as points do.
      shown = stoner.internal.scaled_colours(varargin);
      if nargout > 0
        varargout = {shown};
      end
    end

    function varargout = hist(obj, varargin)
      %HIST  How many pixels lie in each of some bins: hist of MATLAB, of the pixels that are not masked.
      %  [counts, centres] = hist(im, bins)   of each column; hist(im) draws
      %  stoner.original.hist(im, 10)         of all pixels, as a stoner.Table
      [varargout{1:nargout}] = stoner.internal.evaluate('hist', double(obj), varargin{:});
    end

    function varargout = histogram(obj, varargin)
      %HISTOGRAM  MATLAB only: draws a histogram of all pixels that are not masked, with MATLAB's options.
      values = double(obj);
      [varargout{1:nargout}] = histogram(values(~mask(obj)), varargin{:});
    end

    function varargout = histcounts(obj, varargin)
      %HISTCOUNTS  How many pixels that are not masked lie in each of some bins: [counts, edges] = histcounts(im, 10), histcounts(im, edges).
      values = double(obj);
      values = values(~mask(obj));
      if numel(varargin) == 1 && isnumeric(varargin{1}) && (numel(varargin{1}) > 1 || exist('OCTAVE_VERSION', 'builtin'))
        % The same in Octave, which has no histcounts.
        edges = varargin{1};
        if numel(edges) == 1
          edges = linspace(min(values), max(values), edges + 1);
        end
        counts = histc(values(:), edges(:)).';
        counts(end - 1) = counts(end - 1) + counts(end);
        varargout = {counts(1:end - 1), edges};
      else
        [varargout{1:max(nargout, 1)}] = histcounts(values, varargin{:});
      end
    end

    function text = num2str(obj, varargin)
      %NUM2STR  The pixels as text; masked ones as NaN.
      text = num2str(double(obj), varargin{:});
    end

    function text = mat2str(obj, varargin)
      %MAT2STR  The pixels as text that makes the matrix again; masked ones as NaN.
      text = mat2str(double(obj), varargin{:});
    end

    % -- MATLAB's functions whose inputs need a look --------------------------------------------------------------------------

    function varargout = max(a, varargin)
      %MAX  The greatest value, and where it is.
      %  m = max(im, [], dim), max(im, [], 'all'), [m, i] = max(im)   i counts from 1
      %  m = max(a, b)                                              the greater of two, pixel by pixel
      %  Masked pixels are ignored. Where all are masked the result is masked; one number that is masked is NaN.
      [varargout{1:max(nargout, 1)}] = extreme('max', a, varargin);
    end

    function varargout = min(a, varargin)
      %MIN  The least value, and where it is.
      %  m = min(im, [], dim), min(im, [], 'all'), [m, i] = min(im)   i counts from 1
      %  m = min(a, b)                                              the lesser of two, pixel by pixel
      %  Masked pixels are ignored. Where all are masked the result is masked; one number that is masked is NaN.
      [varargout{1:max(nargout, 1)}] = extreme('min', a, varargin);
    end

    function [result, index] = sort(obj, varargin)
      %SORT  The pixels in order along a dimension.
      %  [sorted, index] = sort(im, dim, 'descend')   index counts from 1
      %  Masked pixels take no part: they come last, and stay masked.
      [result, index] = stoner.internal.sorted(obj, varargin);
    end

    function varargout = unique(obj, varargin)
      %UNIQUE  The values that occur, in ascending order, as an array of MATLAB; masked pixels are left out.
      %  values = unique(im), [values, first, place] = unique(im)   values = im(first); place: 0 where a pixel is masked
      values = read(obj);
      masked = mask(obj);
      if ~any(masked(:))
        [varargout{1:max(nargout, 1)}] = unique(values, varargin{:});
        return
      end
      if any(strcmp(varargin, 'rows'))
        error('stoner:Masked', 'unique(im, ''rows'') needs a value at every pixel, but %d are masked', sum(masked(:)));
      end
      valid = find(~masked);
      [varargout{1:max(nargout, 1)}] = unique(values(valid), varargin{:});
      if size(obj, 1) == 1
        varargout{1} = varargout{1}(:).';
      end
      if nargout > 1
        varargout{2} = valid(varargout{2});
      end
      if nargout > 2
        place = zeros(numel(values), 1);
        place(valid) = varargout{3};
        varargout{3} = place;
      end
    end

    function index = subsindex(obj)
      %SUBSINDEX  MATLAB only: matrix(im > 3) takes the elements where a logical image is true.
      if ~islogical(obj)
        error('stoner:InvalidArgument', 'of images only logical ones are indices, as im > 3 makes them; this one has pixels of %s', dtype(obj));
      end
      index = find(logical(obj)) - 1;
    end

    function varargout = find(obj, varargin)
      %FIND  Where pixels are neither 0 nor masked, from 1: find(im > 3), [rows, columns, values] = find(im), find(im, n, 'last').
      values = read(obj);
      values(mask(obj)) = 0;
      [varargout{1:max(nargout, 1)}] = find(values, varargin{:});
    end

    function n = nnz(obj)
      %NNZ  The number of pixels that are neither 0 nor masked.
      values = read(obj);
      values(mask(obj)) = 0;
      n = nnz(values);
    end

    function result = diff(obj, n, varargin)
      %DIFF  The differences between neighbours: diff(im), diff(im, n), diff(im, n, dim).
      %  A difference is masked where one of its pixels is.
      if nargin < 2 || isempty(n)
        n = 1;
      end
      result = stoner.internal.evaluate('diff', read(obj), n, varargin{:});
      masked = stoner.internal.masked_of(obj);
      if ~isempty(masked)
        dim = stoner.internal.first_dimension(size(masked));
        if ~isempty(varargin)
          dim = varargin{1};
        end
        if n >= size(masked, dim)
          error('stoner:InvalidArgument', 'diff: `n` is %d; allowed: 1 to %d along dimension %d of an image with masked pixels', n, size(masked, dim) - 1, dim);
        end
        for k = 1:n
          parts = stoner.internal.lines_along(size(masked), dim);
          columns = parts.in(masked);
          masked = parts.out(columns(1:end - 1, :) | columns(2:end, :));
        end
      end
      result = stoner.internal.like(obj, result, masked);
    end

    function result = round(obj, digits, varargin)
      %ROUND  Each pixel rounded, halves away from 0: round(im), round(im, digits).
      %  A pixel of the result is masked where the pixel is. stoner.original.round rounds halves to even numbers.
      if nargin < 2
        result = stoner.internal.pixelwise('round', obj);
      elseif exist('OCTAVE_VERSION', 'builtin')
        scale = 10 ^ digits;
        result = stoner.internal.pixelwise('rdivide', stoner.internal.pixelwise('round', stoner.internal.pixelwise('times', obj, scale)), scale);
      else
        result = stoner.internal.pixelwise('round', obj, digits, varargin{:});  % MATLAB only, not tested
      end
    end

    function result = mtimes(a, b)
      %MTIMES  a * b: the product of matrices, or of an image with a number. Pixel by pixel is .*
      %  Masked pixels are left out of the sums; a pixel of the result is masked where nothing is left.
      if numel(a) == 1 || numel(b) == 1
        result = stoner.internal.pixelwise('times', a, b);
        return
      end
      values = {stoner.internal.pixels(a), stoner.internal.pixels(b)};
      masks = {stoner.internal.masked_of(a), stoner.internal.masked_of(b)};
      valid = cellfun(@(one) ones(size(one)), values, 'UniformOutput', false);
      for k = find(~cellfun(@isempty, masks))
        values{k}(masks{k}) = 0;
        valid{k}(masks{k}) = 0;
      end
      product = values{1} * values{2};
      result = stoner.internal.finish(stoner.internal.first_image({a, b}), product, valid{1} * valid{2} == 0 & ~isempty([masks{1}(:); masks{2}(:)]));
    end

    function result = mrdivide(a, b)
      %MRDIVIDE  a / b: an image divided by a number; by a matrix the solution of equations. Pixel by pixel is ./
      %  A pixel of the result is masked where the pixel is. Masked pixels have no place in equations: an error.
      if numel(b) == 1
        result = stoner.internal.pixelwise('rdivide', a, b);
      else
        result = stoner.internal.whole('mrdivide', a, b);
      end
    end

    function result = mldivide(a, b)
      %MLDIVIDE  a \ b: the solution of equations, or an image divided by a number. Pixel by pixel is .\
      %  A pixel of the result is masked where the pixel is. Masked pixels have no place in equations: an error.
      if numel(a) == 1
        result = stoner.internal.pixelwise('ldivide', a, b);
      else
        result = stoner.internal.whole('mldivide', a, b);
      end
    end

    function result = mpower(a, b)
      %MPOWER  a ^ b: the power of a square matrix. Pixel by pixel is .^
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      result = stoner.internal.whole('mpower', a, b);
    end

    function result = dot(a, b, varargin)
      %DOT  The scalar product of columns, or of vectors: dot(a, b), dot(a, b, dim). a * b multiplies matrices.
      %  Masked pixels are ignored. Where all are masked the result is masked; one number that is masked is NaN.
      if isvector(a) && isvector(b) && isempty(varargin)
        a = reshape(a, [], 1);
        b = reshape(b, [], 1);
      end
      if ~isequal(size(a), size(b))
        error('stoner:Shape', 'dot: sizes of a and b differ: %s and %s', mat2str(size(a)), mat2str(size(b)));
      end
      result = stoner.internal.reduce('sum', stoner.internal.pixelwise('times', stoner.internal.pixelwise('conj', stoner.Image(a)), b), varargin{:});
    end

    function image = squeeze(obj)
      %SQUEEZE  Dimensions of length 1 left out.
      %  The mask moves with the pixels.
      image = stoner.internal.rearranged('squeeze', obj);
    end

    function image = transpose(obj)
      %TRANSPOSE  im.': rows and columns exchanged, with positions. stoner.original.transpose reverses all dimensions of a stack.
      %  The mask moves with the pixels.
      if ndims(obj) > 2
        error('stoner:Shape', 'im.'' is of rows and columns; permute exchanges dimensions of a stack');
      end
      image = stoner.internal.invoke('image_transpose', 'i', obj, {});
    end

    function image = ctranspose(obj)
      %CTRANSPOSE  im': rows and columns exchanged, complex conjugate, with positions.
      %  The mask moves with the pixels.
      image = transpose(obj);
      if ~isreal(obj)
        image = stoner.internal.pixelwise('conj', image);
      end
    end

    function image = fliplr(obj)
      %FLIPLR  Left and right exchanged, as flip_h.
      %  The mask moves with the pixels.
      image = flip_h(obj);
    end

    function image = flipud(obj)
      %FLIPUD  Top and bottom exchanged, as flip_v.
      %  The mask moves with the pixels.
      image = flip_v(obj);
    end

    function image = rot90(obj, n)
      %ROT90  Turned anticlockwise by n quarters, as ccw; rot90(im, -1) turns as cw.
      %  The mask moves with the pixels.
      if nargin < 2
        n = 1;
      end
      image = obj;
      for k = 1:mod(n, 4)
        image = ccw(image);
      end
    end

    function image = cat(dim, varargin)
      %CAT  Images and matrices along a dimension: cat(3, first, second) is a stack.
      %  The mask moves with the pixels. Title and metadata are those of the first image.
      image = stoner.internal.joined(dim, varargin);
    end

    function image = horzcat(varargin)
      %HORZCAT  [a, b]: images and matrices beside each other.
      %  The mask moves with the pixels. Title and metadata are those of the first image.
      image = stoner.internal.joined(2, varargin);
    end

    function image = vertcat(varargin)
      %VERTCAT  [a; b]: images and matrices above each other.
      %  The mask moves with the pixels. Title and metadata are those of the first image.
      image = stoner.internal.joined(1, varargin);
    end

    function image = im2double(obj)
      %IM2DOUBLE  The image in double, integers from 0 to 1, as the function of the Image Processing Toolbox.
      %  The mask moves with the pixels.
      image = stoner.internal.pixelwise('im2double', obj);
    end

    function image = im2single(obj)
      %IM2SINGLE  The image in single, integers from 0 to 1.
      %  The mask moves with the pixels.
      image = stoner.internal.scaled(obj, 'single');
    end

    function image = im2uint8(obj)
      %IM2UINT8  The image in uint8, of single or double 0 to 1 become 0 to 255.
      %  The mask moves with the pixels.
      image = stoner.internal.scaled(obj, 'uint8');
    end

    function image = im2uint16(obj)
      %IM2UINT16  The image in uint16, of single or double 0 to 1 become 0 to 65535.
      %  The mask moves with the pixels.
      image = stoner.internal.scaled(obj, 'uint16');
    end

    function image = mat2gray(obj, limits)
      %MAT2GRAY  The image in double from 0 to 1: mat2gray(im), mat2gray(im, [low high]).
      %  Masked pixels are ignored and stay masked.
      if nargin < 2
        limits = [min(obj, [], 'all'), max(obj, [], 'all')];
      end
      limits = double(limits);
      values = read(obj);
      values = (min(max(double(values), limits(1)), limits(2)) - limits(1)) / (limits(2) - limits(1));
      image = stoner.internal.like(obj, values, stoner.internal.masked_of(obj));
    end

    % -- Further functions of MATLAB: values by MATLAB, masks as each help says -------------------------------------------------

    function result = abs(a)
      %ABS  The magnitude of each pixel.
      %  abs(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('abs', a);
    end
    function result = acos(a)
      %ACOS  The inverse cosine of each pixel.
      %  acos(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('acos', a);
    end
    function result = acosh(a)
      %ACOSH  The inverse hyperbolic cosine of each pixel.
      %  acosh(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('acosh', a);
    end
    function result = all(obj, varargin)
      %ALL  Whether all pixels are true (not 0).
      %  all(im, dim), all(im, 'all')
      %  Masked pixels are ignored. Where all are masked the result is masked; one number that is masked
      %      is NaN.
      result = stoner.internal.reduce('all', obj, varargin{:});
    end
    function result = and(a, b, varargin)
      %AND  a & b, as a logical image.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('and', a, b, varargin{:});
    end
    function result = angle(a)
      %ANGLE  The phase of each pixel, in radians.
      %  angle(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('angle', a);
    end
    function result = any(obj, varargin)
      %ANY  Whether any pixel is true (not 0).
      %  any(im, dim), any(im, 'all')
      %  Masked pixels are ignored. Where all are masked the result is masked; one number that is masked
      %      is NaN.
      result = stoner.internal.reduce('any', obj, varargin{:});
    end
    function result = asin(a)
      %ASIN  The inverse sine of each pixel.
      %  asin(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('asin', a);
    end
    function result = asinh(a)
      %ASINH  The inverse hyperbolic sine of each pixel.
      %  asinh(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('asinh', a);
    end
    function result = atan(a)
      %ATAN  The inverse tangent of each pixel.
      %  atan(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('atan', a);
    end
    function result = atan2(a, b, varargin)
      %ATAN2  The angle of the point (x, y): atan2(y, x).
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('atan2', a, b, varargin{:});
    end
    function result = atanh(a)
      %ATANH  The inverse hyperbolic tangent of each pixel.
      %  atanh(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('atanh', a);
    end
    function result = bitand(a, b, varargin)
      %BITAND  The bits that both have.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('bitand', a, b, varargin{:});
    end
    function result = bitor(a, b, varargin)
      %BITOR  The bits that either has.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('bitor', a, b, varargin{:});
    end
    function result = bitshift(a, b, varargin)
      %BITSHIFT  The bits moved: bitshift(a, n).
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('bitshift', a, b, varargin{:});
    end
    function result = bitxor(a, b, varargin)
      %BITXOR  The bits that one of them has.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('bitxor', a, b, varargin{:});
    end
    function result = ceil(a)
      %CEIL  Each pixel rounded up.
      %  ceil(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('ceil', a);
    end
    function result = circshift(obj, varargin)
      %CIRCSHIFT  Moved around.
      %  circshift(im, n, dim), circshift(im, [rows columns])
      %  The mask moves with the pixels.
      result = stoner.internal.rearranged('circshift', obj, varargin{:});
    end
    function result = complex(a, b, varargin)
      %COMPLEX  An image with real and imaginary part: complex(a, b).
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('complex', a, b, varargin{:});
    end
    function result = conj(a)
      %CONJ  The complex conjugate of each pixel.
      %  conj(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('conj', a);
    end
    function varargout = contour(varargin)
      %CONTOUR  Shows lines of equal value.
      %  contour(im), contour(im, levels)
      %  Masked pixels are left blank. Axes count from 1, as of a matrix; imshow draws axes that count
      %      from 0, as points do.
      [varargout{1:nargout}] = stoner.internal.drawn('contour', varargin{:});
    end
    function varargout = contourf(varargin)
      %CONTOURF  Shows areas between lines of equal value.
      %  contourf(im)
      %  Masked pixels are left blank. Axes count from 1, as of a matrix; imshow draws axes that count
      %      from 0, as points do.
      [varargout{1:nargout}] = stoner.internal.drawn('contourf', varargin{:});
    end
    function varargout = conv2(varargin)
      %CONV2  The convolution with a kernel.
      %  conv2(im, kernel, 'same')
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('conv2', varargin{:});
    end
    function varargout = corrcoef(varargin)
      %CORRCOEF  The correlation coefficients of the columns.
      %  corrcoef(im)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('corrcoef', varargin{:});
    end
    function result = cos(a)
      %COS  The cosine of each pixel, in radians.
      %  cos(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('cos', a);
    end
    function result = cosh(a)
      %COSH  The hyperbolic cosine of each pixel.
      %  cosh(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('cosh', a);
    end
    function varargout = cov(varargin)
      %COV  The covariance of the columns.
      %  cov(im)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('cov', varargin{:});
    end
    function result = cummax(obj, varargin)
      %CUMMAX  The greatest of the pixels up to each.
      %  cummax(im, dim)
      %  Masked pixels are passed over and stay masked.
      result = stoner.internal.scan('cummax', obj, varargin{:});
    end
    function result = cummin(obj, varargin)
      %CUMMIN  The least of the pixels up to each.
      %  cummin(im, dim)
      %  Masked pixels are passed over and stay masked.
      result = stoner.internal.scan('cummin', obj, varargin{:});
    end
    function result = cumprod(obj, varargin)
      %CUMPROD  The products of the pixels up to each.
      %  cumprod(im, dim)
      %  Masked pixels are passed over and stay masked.
      result = stoner.internal.scan('cumprod', obj, varargin{:});
    end
    function result = cumsum(obj, varargin)
      %CUMSUM  The sums of the pixels up to each.
      %  cumsum(im, dim)
      %  Masked pixels are passed over and stay masked.
      result = stoner.internal.scan('cumsum', obj, varargin{:});
    end
    function varargout = del2(varargin)
      %DEL2  The discrete Laplace operator.
      %  del2(im)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('del2', varargin{:});
    end
    function varargout = det(varargin)
      %DET  The determinant.
      %  det(im)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('det', varargin{:});
    end
    function result = diag(obj, varargin)
      %DIAG  The diagonal as a column.
      %  diag(im, k)
      %  The mask moves with the pixels.
      result = stoner.internal.rearranged('diag', obj, varargin{:});
    end
    function result = eq(a, b, varargin)
      %EQ  a == b, as a logical image.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('eq', a, b, varargin{:});
    end
    function result = erf(a)
      %ERF  The error function of each pixel.
      %  erf(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('erf', a);
    end
    function result = exp(a)
      %EXP  The exponential of each pixel.
      %  exp(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('exp', a);
    end
    function result = expm1(a)
      %EXPM1  exp(x) - 1 of each pixel.
      %  expm1(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('expm1', a);
    end
    function varargout = fft(varargin)
      %FFT  The discrete Fourier transform along a dimension; stoner.original.fft is that of pictures.
      %  fft(im, n, dim)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('fft', varargin{:});
    end
    function varargout = fft2(varargin)
      %FFT2  The discrete Fourier transform of rows and columns.
      %  fft2(im)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('fft2', varargin{:});
    end
    function varargout = fftshift(varargin)
      %FFTSHIFT  Frequency 0 moved to the middle.
      %  fftshift(im, dim)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('fftshift', varargin{:});
    end
    function varargout = filter2(varargin)
      %FILTER2  The correlation with a kernel.
      %  filter2(kernel, im)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('filter2', varargin{:});
    end
    function result = fix(a)
      %FIX  Each pixel rounded towards 0.
      %  fix(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('fix', a);
    end
    function result = flip(obj, varargin)
      %FLIP  Reversed along a dimension.
      %  flip(im, dim)
      %  The mask moves with the pixels.
      result = stoner.internal.rearranged('flip', obj, varargin{:});
    end
    function result = floor(a)
      %FLOOR  Each pixel rounded down.
      %  floor(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('floor', a);
    end
    function result = ge(a, b, varargin)
      %GE  a >= b, as a logical image.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('ge', a, b, varargin{:});
    end
    function varargout = gradient(varargin)
      %GRADIENT  The differences between neighbours, halved.
      %  [gx, gy] = gradient(im)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('gradient', varargin{:});
    end
    function result = gt(a, b, varargin)
      %GT  a > b, as a logical image.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('gt', a, b, varargin{:});
    end
    function result = hypot(a, b, varargin)
      %HYPOT  sqrt(a .^ 2 + b .^ 2) without overflow.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('hypot', a, b, varargin{:});
    end
    function result = idivide(a, b, varargin)
      %IDIVIDE  Division of integers: idivide(a, b), idivide(a, b, 'floor').
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('idivide', a, b, varargin{:});
    end
    function varargout = ifft(varargin)
      %IFFT  The inverse of fft.
      %  ifft(im, n, dim)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('ifft', varargin{:});
    end
    function varargout = ifft2(varargin)
      %IFFT2  The inverse of fft2.
      %  ifft2(im)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('ifft2', varargin{:});
    end
    function varargout = ifftshift(varargin)
      %IFFTSHIFT  The inverse of fftshift.
      %  ifftshift(im, dim)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('ifftshift', varargin{:});
    end
    function result = imag(a)
      %IMAG  The imaginary part of each pixel.
      %  imag(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('imag', a);
    end
    function array = int16(obj)
      %INT16  The pixels as an array of int16, rounded and limited as MATLAB does it.
      %  int16(im)
      %  Masked pixels become 0, with a warning; astype keeps mask and positions.
      array = stoner.internal.plain(obj, 'int16');
    end
    function array = int32(obj)
      %INT32  The pixels as an array of int32, rounded and limited as MATLAB does it.
      %  int32(im)
      %  Masked pixels become 0, with a warning; astype keeps mask and positions.
      array = stoner.internal.plain(obj, 'int32');
    end
    function array = int64(obj)
      %INT64  The pixels as an array of int64, rounded and limited as MATLAB does it.
      %  int64(im)
      %  Masked pixels become 0, with a warning; astype keeps mask and positions.
      array = stoner.internal.plain(obj, 'int64');
    end
    function array = int8(obj)
      %INT8  The pixels as an array of int8, rounded and limited as MATLAB does it.
      %  int8(im)
      %  Masked pixels become 0, with a warning; astype keeps mask and positions.
      array = stoner.internal.plain(obj, 'int8');
    end
    function varargout = interp2(varargin)
      %INTERP2  Values between the pixels.
      %  interp2(im, x, y)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('interp2', varargin{:});
    end
    function varargout = inv(varargin)
      %INV  The inverse matrix.
      %  inv(im)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('inv', varargin{:});
    end
    function result = ipermute(obj, varargin)
      %IPERMUTE  Dimensions exchanged back.
      %  ipermute(im, [2 1 3])
      %  The mask moves with the pixels.
      result = stoner.internal.rearranged('ipermute', obj, varargin{:});
    end
    function result = iscolumn(obj)
      %ISCOLUMN  Whether there is one column.
      %  iscolumn(im)
      result = stoner.internal.answer('iscolumn', obj);
    end
    function result = isfinite(a)
      %ISFINITE  Whether a pixel is neither NaN nor infinite, as a logical image.
      %  isfinite(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('isfinite', a);
    end
    function result = isfloat(obj)
      %ISFLOAT  Whether the pixels are single or double.
      %  isfloat(im)
      result = stoner.internal.answer('isfloat', obj);
    end
    function result = isinf(a)
      %ISINF  Whether a pixel is infinite, as a logical image.
      %  isinf(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('isinf', a);
    end
    function result = isinteger(obj)
      %ISINTEGER  Whether the pixels are integers.
      %  isinteger(im)
      result = stoner.internal.answer('isinteger', obj);
    end
    function result = islogical(obj)
      %ISLOGICAL  Whether the pixels are logical.
      %  islogical(im)
      result = stoner.internal.answer('islogical', obj);
    end
    function result = ismatrix(obj)
      %ISMATRIX  Whether there are rows and columns and no frames.
      %  ismatrix(im)
      result = stoner.internal.answer('ismatrix', obj);
    end
    function result = isnan(a)
      %ISNAN  Whether a pixel is NaN, as a logical image.
      %  isnan(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('isnan', a);
    end
    function result = isnumeric(obj)
      %ISNUMERIC  Whether the pixels are numbers: all classes but logical.
      %  isnumeric(im)
      result = stoner.internal.answer('isnumeric', obj);
    end
    function result = isreal(obj)
      %ISREAL  Whether the pixels are real.
      %  isreal(im)
      result = stoner.internal.answer('isreal', obj);
    end
    function result = isrow(obj)
      %ISROW  Whether there is one row.
      %  isrow(im)
      result = stoner.internal.answer('isrow', obj);
    end
    function result = isscalar(obj)
      %ISSCALAR  Whether there is one pixel.
      %  isscalar(im)
      result = stoner.internal.answer('isscalar', obj);
    end
    function result = isvector(obj)
      %ISVECTOR  Whether there is one row or one column.
      %  isvector(im)
      result = stoner.internal.answer('isvector', obj);
    end
    function varargout = kron(varargin)
      %KRON  The Kronecker product.
      %  kron(a, b)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('kron', varargin{:});
    end
    function result = ldivide(a, b, varargin)
      %LDIVIDE  a .\ b.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('ldivide', a, b, varargin{:});
    end
    function result = le(a, b, varargin)
      %LE  a <= b, as a logical image.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('le', a, b, varargin{:});
    end
    function result = length(obj)
      %LENGTH  The longest of the lengths of the dimensions.
      %  length(im)
      result = stoner.internal.answer('length', obj);
    end
    function result = log(a)
      %LOG  The natural logarithm of each pixel; that of a negative number is complex, that of 0 is -Inf.
      %  log(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('log', a);
    end
    function result = log10(a)
      %LOG10  The logarithm of each pixel to the base 10.
      %  log10(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('log10', a);
    end
    function result = log1p(a)
      %LOG1P  log(1 + x) of each pixel.
      %  log1p(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('log1p', a);
    end
    function result = log2(a)
      %LOG2  The logarithm of each pixel to the base 2.
      %  log2(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('log2', a);
    end
    function result = lt(a, b, varargin)
      %LT  a < b, as a logical image.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('lt', a, b, varargin{:});
    end
    function result = mean(obj, varargin)
      %MEAN  The mean.
      %  mean(im, dim), mean(im, 'all'), mean(im, [1 2]), mean(im, 'omitnan')
      %  Masked pixels are ignored. Where all are masked the result is masked; one number that is masked
      %      is NaN.
      result = stoner.internal.reduce('mean', obj, varargin{:});
    end
    function result = median(obj, varargin)
      %MEDIAN  The median.
      %  median(im, dim), median(im, 'all')
      %  Masked pixels are ignored. Where all are masked the result is masked; one number that is masked
      %      is NaN.
      result = stoner.internal.reduce('median', obj, varargin{:});
    end
    function varargout = mesh(varargin)
      %MESH  Shows the pixels as a net.
      %  mesh(im), mesh(x, y, im)
      %  Masked pixels are left blank. Axes count from 1, as of a matrix; imshow draws axes that count
      %      from 0, as points do.
      [varargout{1:nargout}] = stoner.internal.drawn('mesh', varargin{:});
    end
    function result = minus(a, b, varargin)
      %MINUS  a - b.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('minus', a, b, varargin{:});
    end
    function result = mod(a, b, varargin)
      %MOD  The remainder with the sign of the divisor: mod(a, b).
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('mod', a, b, varargin{:});
    end
    function result = mode(obj, varargin)
      %MODE  The most frequent value.
      %  mode(im, dim), mode(im, 'all')
      %  Masked pixels are ignored. Where all are masked the result is masked; one number that is masked
      %      is NaN.
      result = stoner.internal.reduce('mode', obj, varargin{:});
    end
    function result = ne(a, b, varargin)
      %NE  a ~= b, as a logical image.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('ne', a, b, varargin{:});
    end
    function varargout = norm(varargin)
      %NORM  A norm of the matrix.
      %  norm(im), norm(im, 'fro')
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('norm', varargin{:});
    end
    function result = not(a)
      %NOT  ~a, as a logical image.
      %  not(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('not', a);
    end
    function result = nthroot(a, b, varargin)
      %NTHROOT  The real n-th root: nthroot(a, n).
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('nthroot', a, b, varargin{:});
    end
    function result = or(a, b, varargin)
      %OR  a | b, as a logical image.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('or', a, b, varargin{:});
    end
    function varargout = pcolor(varargin)
      %PCOLOR  Shows the pixels as cells.
      %  pcolor(im)
      %  Masked pixels are left blank. Axes count from 1, as of a matrix; imshow draws axes that count
      %      from 0, as points do.
      [varargout{1:nargout}] = stoner.internal.drawn('pcolor', varargin{:});
    end
    function result = permute(obj, varargin)
      %PERMUTE  Dimensions exchanged.
      %  permute(im, [2 1 3])
      %  The mask moves with the pixels.
      result = stoner.internal.rearranged('permute', obj, varargin{:});
    end
    function varargout = plot(varargin)
      %PLOT  Shows columns as lines, or a vector as one.
      %  plot(im), plot(x, im, 'r-')
      %  Masked pixels are left blank. Axes count from 1, as of a matrix; imshow draws axes that count
      %      from 0, as points do.
      [varargout{1:nargout}] = stoner.internal.drawn('plot', varargin{:});
    end
    function result = plus(a, b, varargin)
      %PLUS  a + b.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('plus', a, b, varargin{:});
    end
    function result = power(a, b, varargin)
      %POWER  a .^ b.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('power', a, b, varargin{:});
    end
    function result = prod(obj, varargin)
      %PROD  The product.
      %  prod(im, dim), prod(im, 'all')
      %  Masked pixels are ignored. Where all are masked the result is masked; one number that is masked
      %      is NaN.
      result = stoner.internal.reduce('prod', obj, varargin{:});
    end
    function result = range(obj, varargin)
      %RANGE  The greatest less the least value.
      %  range(im, dim)
      %  Masked pixels are ignored. Where all are masked the result is masked; one number that is masked
      %      is NaN.
      result = stoner.internal.reduce('range', obj, varargin{:});
    end
    function varargout = rank(varargin)
      %RANK  The rank of the matrix.
      %  rank(im)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('rank', varargin{:});
    end
    function result = rdivide(a, b, varargin)
      %RDIVIDE  a ./ b.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('rdivide', a, b, varargin{:});
    end
    function result = real(a)
      %REAL  The real part of each pixel.
      %  real(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('real', a);
    end
    function result = rem(a, b, varargin)
      %REM  The remainder with the sign of the dividend: rem(a, b).
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('rem', a, b, varargin{:});
    end
    function result = repmat(obj, varargin)
      %REPMAT  Copies beside each other.
      %  repmat(im, rows, columns), repmat(im, [rows columns frames])
      %  The mask moves with the pixels.
      result = stoner.internal.rearranged('repmat', obj, varargin{:});
    end
    function result = reshape(obj, varargin)
      %RESHAPE  The pixels in another size, column by column.
      %  reshape(im, rows, columns), reshape(im, [], 4), reshape(im, [rows columns frames])
      %  The mask moves with the pixels.
      result = stoner.internal.rearranged('reshape', obj, varargin{:});
    end
    function result = sign(a)
      %SIGN  The sign of each pixel: -1, 0 or 1.
      %  sign(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('sign', a);
    end
    function result = sin(a)
      %SIN  The sine of each pixel, in radians.
      %  sin(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('sin', a);
    end
    function result = sinh(a)
      %SINH  The hyperbolic sine of each pixel.
      %  sinh(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('sinh', a);
    end
    function result = sqrt(a)
      %SQRT  The square root of each pixel; that of a negative number is complex.
      %  sqrt(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('sqrt', a);
    end
    function result = std(obj, varargin)
      %STD  The standard deviation, with the divisor N - 1.
      %  std(im, 0, dim), std(im, 1) (the divisor N), std(im, 0, 'all'), std(im, weights, dim)
      %  Masked pixels are ignored. Where all are masked the result is masked; one number that is masked
      %      is NaN.
      result = stoner.internal.reduce('std', obj, varargin{:});
    end
    function result = sum(obj, varargin)
      %SUM  The sum.
      %  sum(im, dim), sum(im, 'all'), sum(im, [1 2]), sum(im, 'native')
      %  Masked pixels are ignored. Where all are masked the result is masked; one number that is masked
      %      is NaN.
      result = stoner.internal.reduce('sum', obj, varargin{:});
    end
    function result = sumsq(obj, varargin)
      %SUMSQ  The sum of the squares.
      %  sumsq(im, dim)
      %  Masked pixels are ignored. Where all are masked the result is masked; one number that is masked
      %      is NaN.
      result = stoner.internal.reduce('sumsq', obj, varargin{:});
    end
    function varargout = surf(varargin)
      %SURF  Shows the pixels as a surface.
      %  surf(im), surf(x, y, im)
      %  Masked pixels are left blank. Axes count from 1, as of a matrix; imshow draws axes that count
      %      from 0, as points do.
      [varargout{1:nargout}] = stoner.internal.drawn('surf', varargin{:});
    end
    function varargout = svd(varargin)
      %SVD  The singular values.
      %  svd(im), [u, s, v] = svd(im)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('svd', varargin{:});
    end
    function result = tan(a)
      %TAN  The tangent of each pixel, in radians.
      %  tan(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('tan', a);
    end
    function result = tanh(a)
      %TANH  The hyperbolic tangent of each pixel.
      %  tanh(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('tanh', a);
    end
    function result = times(a, b, varargin)
      %TIMES  a .* b.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('times', a, b, varargin{:});
    end
    function varargout = trace(varargin)
      %TRACE  The sum of the diagonal.
      %  trace(im)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('trace', varargin{:});
    end
    function varargout = trapz(varargin)
      %TRAPZ  The integral by the trapezoidal rule.
      %  trapz(im), trapz(x, im, dim)
      %  Masked pixels have no value here: fill them first, im.filled('fill_value', 0).
      [varargout{1:max(nargout, 1)}] = stoner.internal.whole('trapz', varargin{:});
    end
    function result = tril(obj, varargin)
      %TRIL  What lies below a diagonal; 0 elsewhere.
      %  tril(im, k)
      %  The mask moves with the pixels.
      result = stoner.internal.rearranged('tril', obj, varargin{:});
    end
    function result = triu(obj, varargin)
      %TRIU  What lies above a diagonal; 0 elsewhere.
      %  triu(im, k)
      %  The mask moves with the pixels.
      result = stoner.internal.rearranged('triu', obj, varargin{:});
    end
    function array = uint16(obj)
      %UINT16  The pixels as an array of uint16, rounded and limited as MATLAB does it.
      %  uint16(im)
      %  Masked pixels become 0, with a warning; astype keeps mask and positions.
      array = stoner.internal.plain(obj, 'uint16');
    end
    function array = uint32(obj)
      %UINT32  The pixels as an array of uint32, rounded and limited as MATLAB does it.
      %  uint32(im)
      %  Masked pixels become 0, with a warning; astype keeps mask and positions.
      array = stoner.internal.plain(obj, 'uint32');
    end
    function array = uint64(obj)
      %UINT64  The pixels as an array of uint64, rounded and limited as MATLAB does it.
      %  uint64(im)
      %  Masked pixels become 0, with a warning; astype keeps mask and positions.
      array = stoner.internal.plain(obj, 'uint64');
    end
    function array = uint8(obj)
      %UINT8  The pixels as an array of uint8, rounded and limited as MATLAB does it.
      %  uint8(im)
      %  Masked pixels become 0, with a warning; astype keeps mask and positions.
      array = stoner.internal.plain(obj, 'uint8');
    end
    function result = uminus(a)
      %UMINUS  -a.
      %  uminus(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('uminus', a);
    end
    function result = uplus(a)
      %UPLUS  +a.
      %  uplus(im)
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('uplus', a);
    end
    function result = var(obj, varargin)
      %VAR  The variance, with the divisor N - 1.
      %  var(im, 0, dim), var(im, 1) (the divisor N), var(im, 0, 'all'), var(im, weights, dim)
      %  Masked pixels are ignored. Where all are masked the result is masked; one number that is masked
      %      is NaN.
      result = stoner.internal.reduce('var', obj, varargin{:});
    end
    function result = xor(a, b, varargin)
      %XOR  Exclusive or, as a logical image.
      %  A pixel of the result is masked where one of the inputs is.
      result = stoner.internal.pixelwise('xor', a, b, varargin{:});
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
        value = stoner.internal.index(obj, s(1).subs);
      elseif ~strcmp(s(1).type, '.')
        error('stoner:InvalidArgument', 'an image is indexed with parentheses');
      elseif gives < 0
        error('stoner:InvalidArgument', 'stoner.Image has no method or property ''%s''%s', s(1).subs, stoner.internal.nearest('Image', s(1).subs));
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
        stoner.internal.assign(obj, s(1).subs, value);
      elseif ~strcmp(s(1).type, '.')
        error('stoner:InvalidArgument', 'an image is indexed with parentheses');
      elseif strcmp(s(1).subs, 'metadata')
        if numel(s) > 1
          whole = metadata(obj);
          value = subsasgn(whole, s(2:end), value);
        end
        set_metadata(obj, value);
      elseif strcmp(s(1).subs, 'mask')
        if numel(s) > 1
          value = subsasgn(mask(obj), s(2:end), logical(value));
        elseif isa(value, 'stoner.Image')
          value = logical(value);
        end
        write_mask(obj, value);
      elseif strcmp(s(1).subs, 'data')
        if numel(s) > 1
          stoner.internal.assign(obj, s(2).subs, value);
        else
          write(obj, value);
        end
      elseif numel(s) == 1 && strcmp(s(1).subs, 'title')
        set_title(obj, value);
      elseif numel(s) == 1 && strcmp(s(1).subs, 'filename')
        set_filename(obj, value);
      elseif numel(s) == 1 && strcmp(s(1).subs, 'context')
        set_context(obj, value);
      else
        error('stoner:InvalidArgument', 'of an image pixels, mask, metadata, title, filename and context can be set, not ''%s''', s(1).subs);
      end
    end

    function n = numArgumentsFromSubscript(~, ~, ~)
      %NUMARGUMENTSFROMSUBSCRIPT  MATLAB only: an index gives one value.
      n = 1;
    end

    % -- Made from the description ----------------------------------------------------------------------------------------------

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
      %  path: UTF-8; not given: the image's file name, with the extension of the format NeXus HDF5
      %      ("nxs") holds everything: pixels of any rank and dtype, mask, fill value, planes, map, metadata,
      %      title, axis of frames, what apply_all did, and the SHA-256 of the file that the image was loaded
      %      from, if that is unchanged and has up to 256 MiB. It is an NXstxm scan where the image has all
      %      that this asks for, else an NXdata. Row 0 is written first. Two saves under one name are the
      %      same bytes. stoner.Library.scan_open opens it too where it has the axes of a scan. Another
      %      program's HDF5 file is not replaced: the file name of an image that was loaded from a scan is
      %      the scan's
      %  formats: "tif", "png", "npy", "nxs" (also "hdf5", "h5", "hdf"), or several with commas between:
      %      each file then gets the extension of its format (.tiff for "tif"), in place of an image's; any
      %      other ("scan_708.1") is part of the name. not given: one file in the format of the name's
      %      extension
      %  forcetype: for TIFF; see save_tiff; default false
      %  Errors: stoner:InvalidArgument for an unknown format (the message lists them), before anything
      %      is written, and for the name of another program's HDF5 file; stoner:FileNotFound (no such
      %      folder); stoner:IO; and what saving to each format gives
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
      %  forcetype: false: u8, u16, u32 and i32 as they are, bool as u8, i8 and i16 as i32, all else as
      %      32-bit float (a warning where that loses); true: every dtype exactly (complex has no TIFF type:
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
      %  returns out: a stoner.Image: the new image
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_clone', 'i', obj, varargin);
    end
    function varargout = frame(obj, varargin)
      %FRAME  One frame of a stack as an image, with its map, planes, mask, and its own energy, dwell and
      %  polarization. Copies no pixels.
      %
      %  out = im.frame(index)
      %
      %  index: which one, from 0; a negative one is counted from the end; from 1
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Shape unless the rank is 3; stoner:OutOfRange (index)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_frame', 'i', obj, varargin);
    end
    function assign(obj, varargin)
      %ASSIGN  Makes an existing image what another one is: pixels, mask, planes, map, metadata, names. Copies
      %  no pixels. So a program that shows `target` all the time can put the result of any function
      %  there.
      %
      %  im.assign(source)
      %
      %  source: stays as it is, and must still be freed
      stoner.internal.invoke('image_assign', '', obj, varargin);
    end
    function varargout = do_nothing(obj, varargin)
      %DO_NOTHING  Does nothing: a copy, as clone makes it. For testing a program's calls.
      %
      %  out = im.do_nothing()
      %
      %  returns out: a stoner.Image: the new image
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_do_nothing', 'i', obj, varargin);
    end
    function varargout = equal(obj, varargin)
      %EQUAL  Whether two images are equal: dtype, shape, mask and every unmasked element (NaN equals NaN),
      %  and with `all` also planes, map, metadata, file name and title.
      %
      %  equal = im.equal(b, all)
      %
      %  b
      %  all: false: pixels and mask only; true: everything; default false
      %  returns equal: 0 or true
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
      %  returns buffer: text
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
      %  returns buffer: text
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
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Shape when the image has not rank 2 or 3
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_cw', 'i', obj, varargin);
    end
    function varargout = ccw(obj, varargin)
      %CCW  Turns a quarter counter-clockwise, as seen on the screen.
      %
      %  out = im.ccw()
      %
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Shape when the image has not rank 2 or 3
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_ccw', 'i', obj, varargin);
    end
    function varargout = flip_h(obj, varargin)
      %FLIP_H  Mirrors left and right.
      %
      %  out = im.flip_h()
      %
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Shape when the image has not rank 2 or 3
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_flip_h', 'i', obj, varargin);
    end
    function varargout = flip_v(obj, varargin)
      %FLIP_V  Mirrors top and bottom.
      %
      %  out = im.flip_v()
      %
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Shape when the image has not rank 2 or 3
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_flip_v', 'i', obj, varargin);
    end
    function varargout = box_from_border(obj, varargin)
      %BOX_FROM_BORDER  The box that leaves a border of so many pixels on each side.
      %
      %  box = im.box_from_border(border)
      %
      %  border: the width of the border
      %  returns box: xmin, xmax, ymin and ymax
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
      %  returns box: xmin, xmax, ymin and ymax
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
      %  returns box: xmin, xmax, ymin and ymax
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
      %  returns box: xmin, xmax, ymin and ymax
      %  Errors: stoner:KeyNotFound; stoner:MetadataType; stoner:OutOfRange when nothing would be left
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_box_from_metadata', 'n', obj, varargin);
    end
    function varargout = max_box(obj, varargin)
      %MAX_BOX  The box that holds the whole image: 0, columns, 0, rows.
      %
      %  box = im.max_box()
      %
      %  returns box: xmin, xmax, ymin and ymax
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
      %  returns centre: row, column
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_centre', 'n', obj, varargin);
    end
    function varargout = rotate(obj, varargin)
      %ROTATE  Rotates clockwise, as seen on the screen. Values are those of skimage.transform.rotate with the
      %  negative angle. At order 0 every dtype stays. Otherwise single stays single, all others become
      %  double.
      %
      %  out = im.rotate(angle, resize, center, order, mode, cval, clip, preserve_range)
      %
      %  angle: clockwise on the screen
      %  resize: true: the result is as large as the rotated image needs; false: as large as the image;
      %      default false
      %  center: 2 values, x and y in pixels, of what does not move; not given: the middle, ((columns -
      %      1) / 2, (rows - 1) / 2)
      %  order: of interpolation: 0 nearest, 1 linear, 3 cubic (Catmull-Rom, without a filter before), 2,
      %      4, 5 B-splines through the pixels; 'default': nearest for bool, else linear ['nearest' 'linear'
      %      'quadratic' 'cubic' 'quartic' 'quintic']
      %  mode: a word of mode: the values beyond the edges, whose pixels are masked in a constant mode.
      %      All modes interpolate over the edge, as skimage's do; default 'constant' ['constant'
      %      'grid_constant' 'nearest' 'edge' 'reflect' 'symmetric' 'mirror' 'wrap' 'grid_wrap']
      %  cval: the constant beneath the mask, in the values of the result; default 0
      %  clip: true: values are limited to the range of the image; false: not; default true
      %  preserve_range: true: integers keep their values; false: they are divided by their dtype's
      %      maximum. At order 0 they stay; default false
      %  returns out: a stoner.Image: the new image. Metadata written: `transform:rotation`, the angle
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
      %  add_metadata: true: writes the metadata `translation` (x, y) and `translation_limits` (as
      %      translate_limits); default false
      %  order: of interpolation, as for rotate; 'default': nearest for bool, else cubic ['nearest'
      %      'linear' 'quadratic' 'cubic' 'quartic' 'quintic']
      %  mode: as for rotate; default 'wrap' ['constant' 'grid_constant' 'nearest' 'edge' 'reflect'
      %      'symmetric' 'mirror' 'wrap' 'grid_wrap']
      %  cval_mode: not given: the mean; default 'mean' ['mean' 'value']
      %  cval: the constant that stands beyond the edges in a constant mode
      %  returns out: a stoner.Image: the new image
      %  Errors: as rotate
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
      %  reverse: true: the translation by the negative vector; default false
      %  returns limits: xmin, xmax, ymin and ymax
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
      %  box: {xmin, xmax, ymin, ymax} in pixels, upper exclusive, -Inf or Inf as far as there is: the
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
      %  rotation: true: a method that can looks for a rotation (imreg_dft); default false
      %  scaling: true: a method that can looks for a change of scale (imreg_dft); default false
      %  returns shift: the movement of the content (x, y) in pixels
      %  returns sigma: its standard errors
      %  returns angle: by which the content is to be turned before, in radians, clockwise on the screen,
      %      about the middle of what both boxes have in common
      %  returns magnification: the factor by which the content is to be enlarged about it
      %  returns details: a stoner.Metadata: the method's further results
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
      %  box: {xmin, xmax, ymin, ymax} as for register; not given: the whole; -Inf or Inf: as far as
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
      %  rotation: true: a method that can looks for a rotation (imreg_dft); default false
      %  scaling: true: a method that can looks for a change of scale (imreg_dft); default false
      %  order: of the spline by which the image is moved: 0 nearest, 1 linear, 2 to 5 B-splines through
      %      the pixels; 'default': cubic. The section "Registration: aligning images, drift" says what each
      %      takes from noise ['nearest' 'linear' 'quadratic' 'cubic' 'quartic' 'quintic']
      %  mode: a word of mode: the values beyond the edges, whose pixels are masked; default 'constant'
      %      ['constant' 'grid_constant' 'nearest' 'edge' 'reflect' 'symmetric' 'mirror' 'wrap' 'grid_wrap']
      %  cval: the constant, beneath the mask; NaN is allowed with 'constant'; default NaN
      %  do_shift: true: the image is moved; false: the result is the image with its new metadata alone;
      %      default true
      %  returns out: a stoner.Image: the new image. Metadata written: `tvec` (row, column) and
      %      `tvec_sigma`, the movement and its standard errors; `translation_limits` (xmin, xmax, ymin,
      %      ymax), where the result has pixels of the image; `align_method`; the method's own, see the
      %      section "Registration: aligning images, drift"
      %  Errors: as register
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
      %  box: {xmin, xmax, ymin, ymax} as for register, so that annotations are not taken for features;
      %      not given: the whole; -Inf or Inf: as far as there is
      %  do_shift: true: the image is moved; false: the result is the image with its new metadata alone;
      %      default true
      %  returns out: a stoner.Image: the new image. Metadata written: `drift_shift`, and under the
      %      original's two spellings `correct_drift` and `correct drift`: the (x, y) movement that brings
      %      the image back (the drift is its negative); `drift_shift_sigma`, its standard errors
      %  Errors: as register
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
      %  reference: the index of the frame that stays where it is; from 1; default 1
      %  method: gauss_newton, scharr, chi2_shift, imreg_dft or cv2. Translations alone are looked for;
      %      default 'gauss_newton'
      %  box: {xmin, xmax, ymin, ymax} as for register; not given: the whole; -Inf or Inf: as far as
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
      %  returns shifts: a stoner.Table: a table with a row for each frame: `frame`, `x`, `y`, the
      %      movement of its content in pixels, `sigma_x`, `sigma_y`, their standard errors against the
      %      reference (with 'neighbour' an upper bound)
      %  returns out: a stoner.Image: the stack with every frame moved
      %  Errors: as register; stoner:NoResult when no frame could be laid on another; stoner:OutOfRange
      %      for the reference
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_align_stack', 'ti', obj, varargin);
    end
    function varargout = griddata(obj, varargin)
      %GRIDDATA  The values that are known at some points, at other positions (SciPy's griddata): any points, any
      %  targets, in two dimensions. Long: it reports progress and can be cancelled. Points whose
      %  position is masked or not finite, or whose value is masked or NaN, are ignored. Where several
      %  points lie on one place, linear and cubic take the mean of their values, nearest the first; of
      %  points at one distance nearest takes the first. Where four points lie on one circle the
      %  triangulation is not unique: a square along the axes is cut along the diagonal on which x grows
      %  and y falls, wherever the origin is. The gradients of the cubic method are found to 12 digits in
      %  any units. The result has the shape of `xi` without its last axis. It is f64, or complex128
      %  where the values are complex; nearest keeps the values' dtype (where a target is not a number,
      %  so that the fill is needed, as the other two). It has no mask. The time hardly depends on the
      %  order of the points. Delaunay triangulation with exact decisions: points sorted into strips,
      %  whose edges are flipped (C. Lawson 1977); very uneven ones by divide and conquer (L. Guibas, J.
      %  Stolfi 1985). Clough-Tocher: P. Alfeld 1984, Computer Aided Geometric Design 1, 169; gradients:
      %  G. Nielson 1983, Mathematics of Computation 40, 253.
      %
      %  out = im.griddata(values, xi, method, fill_value, rescale)
      %
      %  values: n real or complex values, in any shape
      %  xi: the targets: an array of shape (..., 2), each row an x and a y
      %  method: 'linear', 'nearest' or 'cubic'; default 'linear' ['linear' 'nearest' 'cubic']
      %  fill_value: the value outside the points' convex hull, and at targets that are not numbers.
      %      Targets outside by no more than the rounding of the coordinates count as inside. The method
      %      nearest needs it for targets that are not numbers only; default NaN
      %  rescale: true: scales x and y of the points to one length first, for coordinates that are no
      %      lengths of one kind; default false
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Shape; stoner:Dtype for complex positions; stoner:NoResult when fewer than three
      %      points take part or all lie on one line (nearest needs one point); stoner:Cancelled;
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_griddata', 'i', obj, varargin);
    end
    function varargout = gridimage(obj, varargin)
      %GRIDIMAGE  Brings an image from the positions at which its pixels were measured to a regular grid of
      %  positions. In a stack each frame is processed, with its own positions or with those that all
      %  frames share. Long: it reports progress and can be cancelled. Pixels that are masked or NaN, or
      %  whose position is, are left out. Grid points with no data beneath, outside of the convex hull of
      %  the positions, take the fill and are masked; the method nearest finds data for all. Grid points
      %  in a hole of the data are masked by every method (max_distance). Planes go to the grid too
      %  ("beam current" among them), linearly or by the method nearest; afterwards the planes "actual_x"
      %  and "actual_y" are the grid's positions, so that the function applied again changes nothing. f32
      %  stays f32, complex stays complex, all else becomes f64; it is computed in f64. Methods, ties and
      %  points on one place: griddata. Metadata written: with remove_offset "gridimage_offset", an array
      %  of the offset's x and y.
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
      %  fill_mode: not given: the value under the mask: 'mean', of the frame's valid pixels, 'value',
      %      'mask'; default 'mean' ['mean' 'value' 'mask']
      %  fill_value: the number for 'value'; default NaN
      %  rescale: true: scales x and y of the positions to one length first; default false
      %  remove_offset: true: first subtracts from the measured positions the median of their difference
      %      from the nominal ones (of the image's own grid, or of xi_x and xi_y of the same shape), one
      %      offset for all frames: stages have a constant offset of several pixels, which leaves a border of
      %      the grid without data; default false
      %  max_distance: in steps of the scan: the median distances between measured positions of
      %      neighbouring pixels, along rows and along columns (where pixels follow no rows, the side of a
      %      square with as much room as each has). A place without a pixel that takes part within this
      %      distance is a hole: its grid points are masked up to the pixels around it, and a warning counts
      %      them. Two lost lines side by side are filled by default, twelve are not; beyond the border of
      %      the data the method nearest goes on. Infinity: no limit; default 2
      %  returns out: a stoner.Image: the new image
      %  returns offset: the x and y that were subtracted, 0 without remove_offset
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
      %  value: the number to draw; default 1
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
      %  value: the number to draw; default 1
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
      %  value: the number to draw; default 1
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
      %  value: the number to draw; default 1
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
      %  value: the number to draw; default 1
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
      %  value: the number to draw; default 1
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
      %  value: the number to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_ellipse_perimeter', '', obj, varargin);
    end
    function draw_polygon(obj, varargin)
      %DRAW_POLYGON  A filled polygon, with the pixels on its edges; where edges cross, the parts that an odd number
      %  of them surrounds (J. O'Rourke 1998, "Computational geometry in C").
      %
      %  im.draw_polygon(x, y, target, value)
      %
      %  x: the columns of the vertices
      %  y: the rows of the vertices
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the number to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_polygon', '', obj, varargin);
    end
    function draw_polygon_perimeter(obj, varargin)
      %DRAW_POLYGON_PERIMETER  A closed polygon one pixel wide, its vertices rounded to pixels (halves to the even one).
      %
      %  im.draw_polygon_perimeter(x, y, clip, target, value)
      %
      %  x: the columns of the vertices
      %  y: the rows of the vertices
      %  clip: true: the polygon is cut to the image first, its outline then runs along the border;
      %      false: not; default false
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the number to draw; default 1
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
      %  value: the number to draw; default 1
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
      %  clip: true: the outline is cut to the image first and then runs along the border; false: not;
      %      default false
      %  target: 'image' or 'mask'; default 'image' ['image' 'mask']
      %  value: the number to draw; default 1
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
      %  value: the number to draw; default 1
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
      %  value: the number to draw; default 1
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
      %  value: the number to draw; default 1
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
      %  value: the number to draw; default 1
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('image_draw_bezier_curve', '', obj, varargin);
    end
    function varargout = arithmetic(obj, varargin)
      %ARITHMETIC  An image with an image: sum, difference, product, quotient, power and more of each pair of
      %  elements.
      %
      %  out = im.arithmetic(operation, b, dtype)
      %
      %  operation: what is computed, such as 'add' ['add' 'subtract' 'multiply' 'divide' 'floor_divide'
      %      'remainder' 'power' 'minimum' 'maximum' 'hypot' 'arctan2']
      %  b: the second operand
      %  dtype: the dtype of the result, in which is computed; 0: numpy's, the smallest that holds both
      %      ['logical' 'uint8' 'int8' 'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double'
      %      'single complex' 'double complex']
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Shape when the shapes cannot be broadcast; stoner:Dtype (bool minus bool;
      %      remainders and angles of complex numbers; a `dtype` of a lower kind than the images');
      %      stoner:OutOfRange (a negative power of integers); stoner:InvalidArgument (operation, dtype; a
      %      result that would be far larger than the images)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_arithmetic', 'i', obj, varargin);
    end
    function varargout = arithmetic_scalar(obj, varargin)
      %ARITHMETIC_SCALAR  An image with a number, or a number with an image. The number has the image's dtype, or is
      %  double beside integers and bool.
      %
      %  out = im.arithmetic_scalar(operation, value, swapped, dtype)
      %
      %  operation: what is computed, such as 'add' ['add' 'subtract' 'multiply' 'divide' 'floor_divide'
      %      'remainder' 'power' 'minimum' 'maximum' 'hypot' 'arctan2']
      %  value: the number
      %  swapped: false: the image is `a` and the number `b`; true: the number is `a`, as in 1 / image;
      %      default false
      %  dtype: the dtype of the result, in which is computed; 0: numpy's, the smallest that holds both
      %      ['logical' 'uint8' 'int8' 'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double'
      %      'single complex' 'double complex']
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Dtype as arithmetic; stoner:OutOfRange (a number that the dtype does not hold, a
      %      negative power of integers); stoner:InvalidArgument (operation, dtype)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_arithmetic_scalar', 'i', obj, varargin);
    end
    function varargout = compare(obj, varargin)
      %COMPARE  Compares an image with an image: a bool image, which read gives as the bytes of a mask. Integers
      %  are compared exactly, complex numbers by their real parts and then by their imaginary ones. With
      %  NaN all is false but 'not_equal'.
      %
      %  out = im.compare(comparison, b)
      %
      %  comparison: what is asked, such as 'less' ['equal' 'not_equal' 'less' 'less_equal' 'greater'
      %      'greater_equal']
      %  b: the second operand
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Shape when the shapes cannot be broadcast; stoner:InvalidArgument (comparison; a
      %      result that would be far larger than the images)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_compare', 'i', obj, varargin);
    end
    function varargout = compare_scalar(obj, varargin)
      %COMPARE_SCALAR  Compares an image with a number, which has the image's dtype, or is double beside integers (of
      %  which those beyond 2^53 are rounded).
      %
      %  out = im.compare_scalar(comparison, value)
      %
      %  comparison: what is asked, such as 'less' ['equal' 'not_equal' 'less' 'less_equal' 'greater'
      %      'greater_equal']
      %  value: the second operand
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:InvalidArgument (comparison)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_compare_scalar', 'i', obj, varargin);
    end
    function varargout = logic(obj, varargin)
      %LOGIC  Combines truths: whatever is not 0 is true. The result is a bool image.
      %
      %  out = im.logic(operation, b)
      %
      %  operation: how they are combined, such as 'and' ['and' 'or' 'xor' 'not']
      %  b: the second operand; [] for 'not' and for it alone
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Shape when the shapes cannot be broadcast; stoner:InvalidArgument (operation; `b`
      %      with 'not'; a result that would be far larger than the images); stoner:NullPointer (`b` without
      %      it)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_logic', 'i', obj, varargin);
    end
    function varargout = math(obj, varargin)
      %MATH  A function of each element: square root, logarithm, magnitude and more. Small integers become
      %  float, larger ones double, unless the function gives integers of integers ('negative',
      %  _ABSOLUTE, _SIGN, _SQUARE, _FLOOR, _CEIL, _TRUNC).
      %
      %  out = im.math(function, dtype)
      %
      %  function: the function, such as 'sqrt' ['negative' 'absolute' 'sign' 'square' 'sqrt'
      %      'reciprocal' 'exp' 'expm1' 'log' 'log1p' 'log2' 'log10' 'sin' 'cos' 'tan' 'arcsin' 'arccos'
      %      'arctan' 'floor' 'ceil' 'trunc' 'isnan' 'isinf' 'isfinite']
      %  dtype: the dtype of the result, in which is computed; 0: numpy's ['logical' 'uint8' 'int8'
      %      'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double
      %      complex']
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Dtype (where a dtype has no such function, or a `dtype` of a lower kind than the
      %      image's); stoner:InvalidArgument (function, dtype)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_math', 'i', obj, varargin);
    end
    function varargout = where(obj, varargin)
      %WHERE  Takes elements of `a` where a condition is true (not 0), else of `b`. An element is masked where
      %  the condition is, and where the one that was taken is.
      %
      %  out = im.where(a, b)
      %
      %  a: where the condition is true
      %  b: where it is false
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Shape when the shapes cannot be broadcast; stoner:InvalidArgument (a result that
      %      would be far larger than the images)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_where', 'i', obj, varargin);
    end
    function arithmetic_into(obj, varargin)
      %ARITHMETIC_INTO  arithmetic for loops: an existing image becomes the result, with all that belongs to it. Where
      %  its memory fits (shape and dtype are those of the result) and no other image shares it, it is
      %  used again, so that a loop needs no new memory. `target` may be one of the operands: a = a - b.
      %  A mask that it has stays, where it marks nothing too. Other calls that use `target` wait
      %  meanwhile; the call is not cancelled, and reports no progress.
      %
      %  im.arithmetic_into(operation, b, dtype, target)
      %
      %  operation: what is computed, such as 'add' ['add' 'subtract' 'multiply' 'divide' 'floor_divide'
      %      'remainder' 'power' 'minimum' 'maximum' 'hypot' 'arctan2']
      %  b: the second operand
      %  dtype: the dtype of the result, in which is computed; 0: numpy's, the smallest that holds both
      %      ['logical' 'uint8' 'int8' 'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double'
      %      'single complex' 'double complex']
      %  target: becomes the result; after an error it is as it was
      %  Errors: as arithmetic
      stoner.internal.invoke('image_arithmetic_into', '', obj, varargin);
    end
    function arithmetic_scalar_into(obj, varargin)
      %ARITHMETIC_SCALAR_INTO  arithmetic_scalar for loops; see arithmetic_into.
      %
      %  im.arithmetic_scalar_into(operation, value, swapped, dtype, target)
      %
      %  operation: what is computed, such as 'add' ['add' 'subtract' 'multiply' 'divide' 'floor_divide'
      %      'remainder' 'power' 'minimum' 'maximum' 'hypot' 'arctan2']
      %  value: the number
      %  swapped: false: the image is `a` and the number `b`; true: the number is `a`, as in 1 / image;
      %      default false
      %  dtype: the dtype of the result, in which is computed; 0: numpy's, the smallest that holds both
      %      ['logical' 'uint8' 'int8' 'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double'
      %      'single complex' 'double complex']
      %  target: becomes the result; after an error it is as it was
      %  Errors: as arithmetic_scalar
      stoner.internal.invoke('image_arithmetic_scalar_into', '', obj, varargin);
    end
    function math_into(obj, varargin)
      %MATH_INTO  math for loops; see arithmetic_into.
      %
      %  im.math_into(function, dtype, target)
      %
      %  function: the function, such as 'sqrt' ['negative' 'absolute' 'sign' 'square' 'sqrt'
      %      'reciprocal' 'exp' 'expm1' 'log' 'log1p' 'log2' 'log10' 'sin' 'cos' 'tan' 'arcsin' 'arccos'
      %      'arctan' 'floor' 'ceil' 'trunc' 'isnan' 'isinf' 'isfinite']
      %  dtype: the dtype of the result, in which is computed; 0: numpy's ['logical' 'uint8' 'int8'
      %      'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double
      %      complex']
      %  target: becomes the result; after an error it is as it was
      %  Errors: as math
      stoner.internal.invoke('image_math_into', '', obj, varargin);
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
      %  force_copy: true: new pixels even where the dtype is already the one asked for; false: they are
      %      shared; default false
      %  uniform: true: float to integer quantises the range into equal steps (floor); false: rounds to
      %      the nearest; default false
      %  normalise: true: integer to float divides by the integer's maximum; false: keeps the values;
      %      default true
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:InvalidArgument (dtype); stoner:Dtype (from complex to real)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_convert', 'i', obj, varargin);
    end
    function varargout = asfloat(obj, varargin)
      %ASFLOAT  Converts integers and booleans to floating point; floats stay as they are.
      %
      %  out = im.asfloat(normalise, clip, clip_negative)
      %
      %  normalise: true: integers are divided by their type's maximum; false: keep their values; default
      %      true
      %  clip: true: values are clipped to [-1, 1]; a warning when that changes more than 1 % of them;
      %      default false
      %  clip_negative: true: values are clipped to [0, 1]; default false
      %  returns out: a stoner.Image: the new image
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
      %  clip_negative: true: to [0, 1]; false: to [-1, 1]; default false
      %  limits: 2 values, low and high, that replace these ranges; not given: none
      %  returns out: a stoner.Image: the new image
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_clip_intensity', 'i', obj, varargin);
    end
    function varargout = normalise(obj, varargin)
      %NORMALISE  Scales values linearly to a range.
      %
      %  out = im.normalise(scale, sample, limits, scale_masked)
      %
      %  scale: 2 values: the results for the lowest and the highest value; default [-1 1]
      %  sample: {xmin, xmax, ymin, ymax}: the box in which lowest and highest are searched; not given:
      %      the whole; -Inf or Inf: as far as there is
      %  limits: 2 fractions of the sorted values, which take the place of lowest and highest; values
      %      beyond are clipped; default [0 1]
      %  scale_masked: true: masked pixels are scaled too; false: they keep their values. In neither case
      %      do they count in the search; default false
      %  returns out: a stoner.Image: the new image
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
      %  percent: true: lims are fractions; false: lims are values; default true
      %  returns out: a stoner.Image: the new image
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
      %  clip: true: the result is clipped to [-1, 1], with a warning when that changes more than 1 % of
      %      the pixels; false: not; default true
      %  offset: added at the end; default 0.5
      %  returns out: a stoner.Image: the new image
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
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:InvalidArgument (NaN); stoner:Dtype (complex); stoner:Shape
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_threshold_minmax', 'i', obj, varargin);
    end
    function varargout = clip_neg(obj, varargin)
      %CLIP_NEG  Sets negative values to 0; all others stay, those above 1 too. The dtype stays, and so does NaN.
      %
      %  out = im.clip_neg()
      %
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_clip_neg', 'i', obj, varargin);
    end
    function varargout = level_image(obj, varargin)
      %LEVEL_IMAGE  Subtracts a polynomial background: one polynomial along x and one along y. Both are fitted
      %  together by least squares to the valid pixels inside the box, less their mean, which the result
      %  keeps; they are subtracted from the whole image. Of a stack each frame is fitted for itself. A
      %  degree for which the box has too few columns or rows is reduced, with a warning. Metadata:
      %  `poly_vert_subtract` and `poly_horiz_subtract`, the coefficients subtracted, the highest power
      %  first, of the pixel's index in the image (of a stack one row for each frame). Algorithm:
      %  orthogonal polynomials, G. E. Forsythe 1957.
      %
      %  out = im.level_image(poly_vert, poly_horiz, box, vert, horiz, mode)
      %
      %  poly_vert: degree along y; of degree 0 nothing is fitted. Not used where `vert` is given;
      %      default 1
      %  poly_horiz: degree along x; of degree 0 nothing is fitted. Not used where `horiz` is given;
      %      default 1
      %  box: {xmin, xmax, ymin, ymax} in pixels, of the fits; not given: the whole image; -Inf or Inf:
      %      as far as there is
      %  vert: coefficients of a polynomial in y to be subtracted unchanged, the highest power first; not
      %      given: it is fitted
      %  horiz: coefficients of a polynomial in x, as vert; not given: it is fitted
      %  mode: 'clip': values beyond [-1, 1] are clipped, with a warning when that changes more than 1 %
      %      of the pixels, as in an image of counts; 'norm': normalised to [-1, 1]; 'none'; default 'clip'
      %      ['clip' 'norm' 'none']
      %  returns out: a stoner.Image: the new image
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
      %  levels: edges of the bands in rising order: one fewer than values, then the outer bands are
      %      open, or one more, then a pixel beyond the ends keeps its value. not given: equal bands from min
      %      - d to max + d, d = (max - min) / 100
      %  returns out: a stoner.Image: the new image
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
      %  returns out: a stoner.Image: the new image
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
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:InvalidArgument (no integer dtype); stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_asint', 'i', obj, varargin);
    end
    function varargout = dtype_limits(obj, varargin)
      %DTYPE_LIMITS  The range of intensities of the image's dtype: -1 and 1 for floats, 0 and 1 for bool, all values
      %  for integers (those of 64 bits rounded to double).
      %
      %  [min, max] = im.dtype_limits(clip_negative)
      %
      %  clip_negative: true: from 0 on; false: the whole; default true
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
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange when a pixel has not n bits; stoner:InvalidArgument (n, m, dtype);
      %      stoner:Dtype when the image's dtype is not an integer
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_im_scale', 'i', obj, varargin);
    end
    function varargout = prec_loss(obj, varargin)
      %PREC_LOSS  Whether converting to a dtype loses precision; then there is a warning too. From integer to
      %  integer it depends on the pixels: where all fit they are kept.
      %
      %  loss = im.prec_loss(dtypeobj)
      %
      %  dtypeobj: 'logical' to 'double complex' ['logical' 'uint8' 'int8' 'uint16' 'int16' 'uint32'
      %      'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double complex']
      %  returns loss: true: it does; false: it does not
      %  Errors: stoner:InvalidArgument (dtype)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_prec_loss', 'n', obj, varargin);
    end
    function varargout = sign_loss(obj, varargin)
      %SIGN_LOSS  Whether converting to a dtype loses signs: there are negative pixels and the dtype has no
      %  negative values; then there is a warning too.
      %
      %  loss = im.sign_loss(dtypeobj)
      %
      %  dtypeobj: 'logical' to 'double complex' ['logical' 'uint8' 'int8' 'uint16' 'int16' 'uint32'
      %      'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double complex']
      %  returns loss: true: it does; false: it does not
      %  Errors: stoner:InvalidArgument (dtype); stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_sign_loss', 'n', obj, varargin);
    end
    function varargout = filter_image(obj, varargin)
      %FILTER_IMAGE  Smooths by a Gaussian, in floating point (float stays float, all else becomes double). Masked
      %  pixels and NaN are left out: each pixel becomes the mean of the valid ones weighted by the
      %  Gaussian; the result keeps the mask. Algorithm: that of skimage.filters.gaussian; masks by
      %  normalised convolution (Knutsson, Westin 1993).
      %
      %  out = im.filter_image(sigma, mode, cval, truncate, preserve_range)
      %
      %  sigma: 2 standard deviations in pixels, along x and along y; default [2 2]
      %  mode: the values beyond the edges; default 'nearest' ['constant' 'grid_constant' 'nearest'
      %      'edge' 'reflect' 'symmetric' 'mirror' 'wrap' 'grid_wrap']
      %  cval: the value beyond the edges of the modes with a constant; default 0
      %  truncate: where the Gaussian is cut off, in standard deviations; default 4
      %  preserve_range: true: integers keep their values; false: they are divided by their type's
      %      maximum; default false
      %  returns out: a stoner.Image: the new image
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
      %  result keeps the mask. Smoothing floating-point images, none of whose pixels is left out, by a
      %  Gaussian of a radius of 24 pixels or more (sigma 6 at the default of truncate) gives the plain
      %  sum to 1e-6 of the image's range, in a time that does not grow with sigma. Algorithm: that of
      %  scipy.ndimage.gaussian_filter; long ones as sums of cosines (Elboher, Werman 2012; Sugimoto,
      %  Kamata 2013); masks by normalised convolution (Knutsson, Westin 1993).
      %
      %  out = im.gaussian_filter(sigma, order, mode, cval, truncate)
      %
      %  sigma: 2 standard deviations in pixels, along x and along y; an axis with 0 is not filtered
      %  order: 2 orders, along x and along y: 0 smooths, 1 to 20 is that derivative; default [0 0]
      %  mode: 2 values: the values beyond the edges in x and in y; 0 among them is 'reflect'; default
      %      ['reflect' 'reflect'] ['constant' 'grid_constant' 'nearest' 'edge' 'reflect' 'symmetric'
      %      'mirror' 'wrap' 'grid_wrap']
      %  cval: the value beyond the edges of the modes with a constant; default 0
      %  truncate: where the Gaussian is cut off, in standard deviations; default 4
      %  returns out: a stoner.Image: the new image
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
      %  returns out: a stoner.Image: the new image, with 'both' the gradient's magnitude
      %  returns angle: a stoner.Image: with 'both' a second new image: the gradient's direction in
      %      radians, clockwise on the screen from +x; otherwise not written
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
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:InvalidArgument (weight); stoner:Shape unless the rank is 2 or 3; stoner:NoResult
      %      when no pixel of a frame is valid; stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_denoise', 'i', obj, varargin);
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
      %  constrain: true: the ends are moved into the image, to pixel 0 or the last; false: not; default
      %      true
      %  real_units: true: `src`, `dst` and the table are in the units of the image's map or, where there
      %      is none, by the metadata `MicronsPerPixel`; false: in pixels; default false
      %  returns out: a stoner.Table: the new table
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
      %  constrain: true: the ends are moved into the image, to pixel 0 or the last; false: not; default
      %      true
      %  real_units: true: `src`, `dst` and the table are in the units of the image's map or, where there
      %      is none, by the metadata `MicronsPerPixel`; false: in pixels; default false
      %  returns out: a stoner.Table: the new table
      %  Errors: as profile_line
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
      %  constrain: true: the ends are moved into the image, to pixel 0 or the last; false: not; default
      %      true
      %  real_units: true: `src`, `dst` and the table are in the units of the image's map or, where there
      %      is none, by the metadata `MicronsPerPixel`; false: in pixels; default false
      %  returns out: a stoner.Table: the new table
      %  Errors: as profile_line
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
      %  size_from_map: true: the pixel size of the image's map, and `pixel_size` is []; default false
      %  which: 'distance', 'angle' (0 at the centre) or 'complex'; default 'distance' ['distance'
      %      'angle' 'complex']
      %  angles: where angles begin; default 'from_right' ['from_right' 'from_left']
      %  returns out: a stoner.Image: the new image
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
      %  r: the edges of the rings, rising numbers, one more than rings; not given: from 0 to where the
      %      image's edge begins, 1 wide, or with `size_from_map` as wide as a pixel's smaller side
      %  centre: (x, y) in pixels, NaN for the default of one; not given: (columns / 2, rows / 2), as in
      %      the original
      %  pixel_size: 2 values, the width and height of a pixel; not given: 1 and 1
      %  size_from_map: true: the pixel size of the image's map, and `pixel_size` is []; default false
      %  angles: where angles begin; default 'from_right' ['from_right' 'from_left']
      %  returns out: a stoner.Table: the new table
      %  Errors: stoner:Shape (the rank is not 2 or 3); stoner:Dtype (complex); stoner:InvalidArgument;
      %      stoner:NoResult when there is no map with one unit, or, without `r`, when the centre does not
      %      lie inside; stoner:NoMemory; stoner:Cancelled
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_radial_profile', 't', obj, varargin);
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
      %  returns unlike: 0 or true
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
      %  returns out: a stoner.Image: the new image
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
      %  returns rgba: 4 for each pixel of the image, or of the frame
      %  Errors: stoner:InvalidArgument (an option); stoner:BufferTooSmall; stoner:Shape; stoner:Dtype
      %      (complex); stoner:OutOfRange (frame, percentile); stoner:NoResult (a logarithmic norm and no
      %      pixel above 0)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_to_rgba', 'n', obj, stoner.internal.with_options(varargin));
    end
    function varargout = imshow_rgba(obj, varargin)
      %IMSHOW_RGBA  An image as a figure of a given size, into the caller's memory. As imshow.
      %
      %  rgba = im.imshow_rgba(options, width, height)
      %
      %  options: those of imshow without "width" and "height"; not given: the defaults
      %  width: the width of the picture
      %  height: the height of the picture
      %  returns rgba: 4 `width` `height`
      %  Errors: as imshow; stoner:BufferTooSmall
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_imshow_rgba', 'n', obj, stoner.internal.with_options(varargin));
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
      %  returns out: a stoner.Table: the new table
      %  Errors: as imshow_rgba
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_imshow_layout', 't', obj, stoner.internal.with_options(varargin));
    end
    function plot_histogram(obj, varargin)
      %PLOT_HISTOGRAM  Saves the histogram of an image as a figure, a PNG file: the counts of pixels as bars, and the
      %  part of the pixels up to each value as a curve with an axis of its own at the right. Masked and
      %  NaN pixels are left out; see stoner.original.hist. Written beside its place and then renamed.
      %  Options, besides those of all figures (the section "Pictures"): "range" (a list of two numbers;
      %  default the least and the greatest pixel), "log" (true: a logarithmic axis of counts),
      %  "cumulative" (false: no curve), "color" (of the bars), "xlabel", "ylabel". 800 x 600 pixels
      %  where no size is given.
      %
      %  im.plot_histogram(bins, path, options)
      %
      %  bins: the number of bins; default 256
      %  path: UTF-8; a PNG is written: no ending of another format (.pdf, .svg, .jpg)
      %  options: not given: the defaults
      %  Errors: stoner:InvalidArgument; stoner:Dtype (complex); stoner:NoResult without "range" when a
      %      pixel is infinite; stoner:FileNotFound (no such folder); stoner:IO
      stoner.internal.invoke('image_plot_histogram', '', obj, stoner.internal.with_options(varargin));
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
      %  returns rgba: 4 `width` `height`
      %  Errors: as plot_histogram; stoner:BufferTooSmall
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_plot_histogram_rgba', 'n', obj, stoner.internal.with_options(varargin));
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
      %  returns out: a stoner.Table: the new table
      %  Errors: as plot_histogram_rgba
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_plot_histogram_layout', 't', obj, stoner.internal.with_options(varargin));
    end
    function varargout = metadata_get_bool(obj, varargin)
      %METADATA_GET_BOOL  A boolean. A shortcut for one entry of an image; see Metadata.get_bool.
      %
      %  value = im.metadata_get_bool(key)
      %
      %  key: the entry's key
      %  returns value: 0 or true
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
      %  returns buffer: text
      %  Errors: stoner:KeyNotFound; stoner:MetadataType when the entry is something else
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_metadata_get_string', 'n', obj, varargin);
    end
    function metadata_set_bool(obj, varargin)
      %METADATA_SET_BOOL  Sets a boolean. A shortcut for one entry of an image.
      %
      %  im.metadata_set_bool(key, value)
      %
      %  key: the entry's key
      %  value: the value
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
      %  index: 0 to the number of planes - 1; from 1
      %  returns buffer: text
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_plane_name', 'n', obj, varargin);
    end
    function varargout = plane(obj, varargin)
      %PLANE  A plane as an image: of the image's shape, or of one frame's when all frames of a stack share
      %  it.
      %
      %  out = im.plane(name)
      %
      %  name: its name
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:KeyNotFound
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_plane', 'i', obj, varargin);
    end
    function varargout = plane_unit(obj, varargin)
      %PLANE_UNIT  The unit of a plane; "" when it has none.
      %
      %  buffer = im.plane_unit(name)
      %
      %  name: its name
      %  returns buffer: text
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
      %  returns origin: the position of the pixel in column 0, row 0
      %  returns step: row-major
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
      %  coordinate: 1: x, 2: y
      %  returns buffer: text
      %  Errors: stoner:NoResult without a map
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_map_name', 'n', obj, varargin);
    end
    function varargout = map_unit(obj, varargin)
      %MAP_UNIT  The unit of a coordinate of the map; "" when it has none.
      %
      %  buffer = im.map_unit(coordinate)
      %
      %  coordinate: 1: x, 2: y
      %  returns buffer: text
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
    function varargout = quantity(obj, varargin)
      %QUANTITY  A well-known quantity according to the metadata, in the unit that stoner.Library.quantity_unit
      %  says: a value for each frame of a stack, one for any other image. NaN where a frame has none. A
      %  number without a unit is taken to be in that one, with a warning ('no_unit').
      %
      %  buffer = im.quantity(quantity)
      %
      %  quantity: a value of a word of quantity ['energy' 'dwell' 'polarization' 'helicity'
      %      'ring_current' 'sample_x' 'sample_y' 'zone_plate']
      %  returns buffer: values
      %  Errors: stoner:KeyNotFound when the metadata say nothing of it; stoner:InvalidArgument;
      %      stoner:BufferTooSmall
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_quantity', 'n', obj, varargin);
    end
    function varargout = frame_axis_key(obj, varargin)
      %FRAME_AXIS_KEY  The key of the metadata entry with the values of the axis of frames: "counter0.energy"; "" where
      %  there is no such axis. Its last part is the axis's name.
      %
      %  buffer = im.frame_axis_key()
      %
      %  returns buffer: text
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_frame_axis_key', 'n', obj, varargin);
    end
    function varargout = frame_axis_name(obj, varargin)
      %FRAME_AXIS_NAME  The name of the axis of frames: "energy"; "" where there is no such axis.
      %
      %  buffer = im.frame_axis_name()
      %
      %  returns buffer: text
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_frame_axis_name', 'n', obj, varargin);
    end
    function varargout = frame_axis_unit(obj, varargin)
      %FRAME_AXIS_UNIT  The unit of the axis of frames; "" where it has none, or there is no such axis.
      %
      %  buffer = im.frame_axis_unit()
      %
      %  returns buffer: text
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_frame_axis_unit', 'n', obj, varargin);
    end
    function varargout = frame_axis_values(obj, varargin)
      %FRAME_AXIS_VALUES  The values of the axis of frames, one for each; none where there is no such axis.
      %
      %  buffer = im.frame_axis_values()
      %
      %  returns buffer: values
      %  Errors: stoner:BufferTooSmall
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_frame_axis_values', 'n', obj, varargin);
    end
    function set_frame_axis(obj, varargin)
      %SET_FRAME_AXIS  Gives an image an axis of frames along its first axis: the values become the metadata entry
      %  `name`, and follow the frames from then on. Without values the axis is taken away, and the entry
      %  stays.
      %
      %  im.set_frame_axis(name, unit, values)
      %
      %  name: "energy" for example; [] is enough without values
      %  unit: [] or "": none
      %  values: one for each frame
      %  Errors: stoner:Shape when the image has not as many frames; stoner:MetadataType when a plane or
      %      the grid has the name; stoner:InvalidArgument ("")
      stoner.internal.invoke('image_set_frame_axis', '', obj, varargin);
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
      %  returns strides: steps
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_strides', 'n', obj, varargin);
    end
    function varargout = iscontiguous(obj, varargin)
      %ISCONTIGUOUS  Whether the elements are contiguous in C order.
      %
      %  contiguous = im.iscontiguous()
      %
      %  returns contiguous: 0 or true
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_iscontiguous', 'n', obj, varargin);
    end
    function varargout = transpose_axes(obj, varargin)
      %TRANSPOSE_AXES  The axes in another order; nothing is copied. Planes and map follow where the last two axes stay
      %  or are exchanged with each other, else they are dropped with a warning.
      %
      %  out = im.transpose_axes(dim)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all in reverse order
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange (an axis), stoner:InvalidArgument (one twice, or not all)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_transpose_axes', 'i', obj, varargin);
    end
    function varargout = swapaxes(obj, varargin)
      %SWAPAXES  Exchanges two axes; nothing is copied. Planes and map as in transpose_axes.
      %
      %  out = im.swapaxes(dim1, dim2)
      %
      %  dim1: dimension, 1: rows, 2: columns, 3: frames of a stack
      %  dim2: dimension, 1: rows, 2: columns, 3: frames of a stack
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_swapaxes', 'i', obj, varargin);
    end
    function varargout = ravel(obj, varargin)
      %RAVEL  All elements in a row; nothing is copied where they lie in that order. Planes and map are
      %  dropped with a warning.
      %
      %  out = im.ravel(order)
      %
      %  order: 'c', F, A; K means A, as in numpy.ma; default 'c' ['c' 'f' 'a' 'k']
      %  returns out: a stoner.Image: the new image of rank 1
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_ravel', 'i', obj, varargin);
    end
    function varargout = flatten(obj, varargin)
      %FLATTEN  All elements in a row, as ravel (images are values: a copy is made when one of the two is
      %  written to); 'k' uses their order in memory.
      %
      %  out = im.flatten(order)
      %
      %  order: 'c', F, A, K; default 'c' ['c' 'f' 'a' 'k']
      %  returns out: a stoner.Image: the new image of rank 1
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_flatten', 'i', obj, varargin);
    end
    function resize(obj, varargin)
      %RESIZE  Always fails, as numpy.ma's method: a masked array can not be resized in place.
      %  stoner.original.reshape keeps the number of elements, repeat and take change it.
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
      %  returns out: a stoner.Image: the new image
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
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Shape when the size of an element differs and the last axis does not divide into
      %      the new elements
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_view', 'i', obj, varargin);
    end
    function varargout = byteswap(obj, varargin)
      %BYTESWAP  Each element with its bytes in reverse order; of complex numbers each part.
      %
      %  out = im.byteswap()
      %
      %  returns out: a stoner.Image: the new image
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_byteswap', 'i', obj, varargin);
    end
    function varargout = newbyteorder(obj, varargin)
      %NEWBYTEORDER  The values that the bytes have when they are read in another byte order. (Images are always in
      %  this machine's, so the result is the array that numpy shows, not a mark on the same bytes.)
      %
      %  out = im.newbyteorder(new_order)
      %
      %  new_order: 'swap' (the other one), NATIVE, LITTLE, BIG; default 'swap' ['swap' 'native' 'little'
      %      'big']
      %  returns out: a stoner.Image: the new image
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
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:InvalidArgument (dtype), stoner:OutOfRange (offset)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_getfield', 'i', obj, varargin);
    end
    function setfield(obj, varargin)
      %SETFIELD  Writes values into a part of each element's bytes. The mask is ignored.
      %
      %  im.setfield(val, dtype, offset)
      %
      %  val: an image whose shape can be broadcast; converted to `dtype`
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
      %  returns ids: that of the pixels, and that of the mask
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
      %  returns hard: 0 or true
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
      %
      %  fill_value = im.fill_value()
      %
      %  returns fill_value: the value
      %  Errors: stoner:OutOfRange (an integer that the dtype does not hold); stoner:Dtype for an integer
      %      of a float or complex image, and a real number of a complex one
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_fill_value_as', 'n', obj, varargin);
    end
    function set_fill_value(obj, varargin)
      %SET_FILL_VALUE  Sets the fill value for masked elements.
      %
      %  im.set_fill_value(fill_value)
      %
      %  fill_value: the number; for integers a fraction is dropped; not given: back to the default of
      %      the image's dtype
      %  Errors: stoner:OutOfRange when the image's dtype does not hold the value
      stoner.internal.invoke('image_set_fill_value_as', '', obj, varargin);
    end
    function varargout = filled(obj, varargin)
      %FILLED  The array with masked elements replaced by a value; the result has no masked elements. Planes
      %  and map stay.
      %
      %  out = im.filled(fill_value)
      %
      %  fill_value: the number; for integers a fraction is dropped; not given: the image's own fill
      %      value
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange when the image's dtype does not hold the value
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_filled_as', 'i', obj, varargin);
    end
    function varargout = compressed(obj, varargin)
      %COMPRESSED  The unmasked elements in a row, in C order. Planes and map are dropped with a warning.
      %
      %  out = im.compressed()
      %
      %  returns out: a stoner.Image: the new image of rank 1
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_compressed', 'i', obj, varargin);
    end
    function varargout = toflex(obj, varargin)
      %TOFLEX  The bytes of numpy's structured array (_data, _mask): for each element, in C order, the element
      %  in native byte order and one byte that is 1 where it is masked. A record has itemsize + 1 bytes,
      %  without gaps.
      %
      %  buffer = im.toflex()
      %
      %  returns buffer: bytes
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_toflex', 'n', obj, varargin);
    end
    function varargout = torecords(obj, varargin)
      %TORECORDS  The same as toflex, as in numpy.ma.
      %
      %  buffer = im.torecords()
      %
      %  returns buffer: bytes
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_torecords', 'n', obj, varargin);
    end
    function varargout = item(obj, varargin)
      %ITEM  One element. Integers are exact; floats round what they do not hold.
      %
      %  [value, masked] = im.item(index)
      %
      %  index: which pixel: row, column (and frame), or one number, column by column; from 1. Not given:
      %      an image of one pixel
      %  returns value: the element, masked or not
      %  returns masked: 0 or true
      %  Errors: stoner:OutOfRange (an index; an integer that the dtype does not hold),
      %      stoner:InvalidArgument (the number of indices), stoner:Dtype for an integer of a float or
      %      complex image, and a real number of a complex one
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_item_as', 'nn', obj, varargin);
    end
    function itemset(obj, varargin)
      %ITEMSET  Writes one element. As in numpy.ma the mask is ignored: an element that is masked, softly or
      %  hard, gets the value and stays masked. put respects the mask.
      %
      %  im.itemset(index, value)
      %
      %  index: which pixel: row, column (and frame), or one number, column by column; from 1. Not given:
      %      an image of one pixel
      %  value: the number; for integers a fraction is dropped
      %  Errors: stoner:OutOfRange (an index; a value that the image's dtype does not hold),
      %      stoner:InvalidArgument (the number of indices)
      stoner.internal.invoke('image_itemset_as', '', obj, varargin);
    end
    function fill(obj, varargin)
      %FILL  Gives every element one value. As in numpy.ma the mask is ignored: an element that is masked,
      %  softly or hard, gets the value and stays masked. put respects the mask.
      %
      %  im.fill(value)
      %
      %  value: the number; for integers a fraction is dropped
      %  Errors: stoner:OutOfRange when the image's dtype does not hold the value
      stoner.internal.invoke('image_fill_as', '', obj, varargin);
    end
    function put(obj, varargin)
      %PUT  Writes values at indices counted in C order. What is written is unmasked, or masked where the
      %  value is; where the mask is hard, masked elements stay as they are.
      %
      %  im.put(indices, values, mode)
      %
      %  indices: numbers of pixels from 1, column by column, as of a matrix
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
      %  out = im.take(indices, dim, mode)
      %
      %  indices: numbers of pixels from 1, column by column, as of a matrix; of those along dim where
      %      that is given
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: of all elements in a row
      %  mode: an index outside: 'raise' is an error, WRAP, CLIP; default 'raise' ['raise' 'wrap' 'clip']
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange (an index, the axis)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_take', 'i', obj, varargin);
    end
    function varargout = compress(obj, varargin)
      %COMPRESS  The elements along an axis where a condition holds. Planes, map and metadata follow as in take.
      %
      %  out = im.compress(condition, dim)
      %
      %  condition: bytes, not 0: the element stays
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: of all elements in a row
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange (the axis; a condition that holds beyond its end)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_compress', 'i', obj, varargin);
    end
    function varargout = repeat(obj, varargin)
      %REPEAT  Repeats each element along an axis. Planes, map and metadata follow as in take.
      %
      %  out = im.repeat(repeats, dim)
      %
      %  repeats: counts
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: of all elements in a row
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:InvalidArgument (a negative count), stoner:Shape (their number),
      %      stoner:OutOfRange (axis), stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_repeat', 'i', obj, varargin);
    end
    function varargout = diagonal(obj, varargin)
      %DIAGONAL  The diagonal of two axes, as the last axis of the result. Of rank 2 nothing is copied.
      %
      %  out = im.diagonal(offset, dim1, dim2)
      %
      %  offset: above 0: that many above the main diagonal; below 0: below it; default 0
      %  dim1: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the first axis of the
      %      library
      %  dim2: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the second
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Shape below rank 2, stoner:OutOfRange (an axis), stoner:InvalidArgument (one axis
      %      twice)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_diagonal', 'i', obj, varargin);
    end
    function varargout = nonzero(obj, varargin)
      %NONZERO  The indices of the elements that are neither 0 nor masked, in C order.
      %
      %  out = im.nonzero()
      %
      %  returns out: a stoner.Image: a new image of int64, (rank, number of such elements): a row for
      %      each axis. Rank 0 counts as rank 1.
      %  The indices count from 1.
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_nonzero', 'x', obj, varargin);
    end
    function varargout = clip(obj, varargin)
      %CLIP  Limits the elements to a range; NaN stays. Floats and complex numbers (by their real parts, then
      %  by their imaginary ones) keep their dtype. As in numpy, integers do where the limits are whole
      %  numbers that it holds; else the result is of the smallest integer dtype that does, or for other
      %  limits float64.
      %
      %  out = im.clip(min, max)
      %
      %  min: the lower limit; NaN and not given: none
      %  max: the upper limit; NaN and not given: none. Where the limits are in the wrong order
      %      everything becomes this one
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:InvalidArgument when both are []
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_clip_as', 'i', obj, varargin);
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
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:InvalidArgument when both are [], stoner:Shape
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_clip_images', 'i', obj, varargin);
    end
    function varargout = get_real(obj, varargin)
      %GET_REAL  The same as stoner.original.real, as in numpy.ma.
      %
      %  out = im.get_real()
      %
      %  returns out: a stoner.Image: the new image
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_get_real', 'i', obj, varargin);
    end
    function varargout = get_imag(obj, varargin)
      %GET_IMAG  The same as stoner.original.imag, as in numpy.ma.
      %
      %  out = im.get_imag()
      %
      %  returns out: a stoner.Image: the new image
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_get_imag', 'i', obj, varargin);
    end
    function varargout = conjugate(obj, varargin)
      %CONJUGATE  The same as stoner.original.conj, as in numpy.ma.
      %
      %  out = im.conjugate()
      %
      %  returns out: a stoner.Image: the new image
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_conjugate', 'i', obj, varargin);
    end
    function varargout = all_value(obj, varargin)
      %ALL_VALUE  Whether all elements are true (1) or not (0).
      %
      %  [value, masked] = im.all_value()
      %
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else false
      %  Errors: stoner:NullPointer
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_all_value', 'nn', obj, varargin);
    end
    function varargout = any_value(obj, varargin)
      %ANY_VALUE  Whether any element is true (1) or none (0).
      %
      %  [value, masked] = im.any_value()
      %
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else false
      %  Errors: stoner:NullPointer
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_any_value', 'nn', obj, varargin);
    end
    function varargout = sum_value(obj, varargin)
      %SUM_VALUE  The sum; masked elements count as 0. Beyond 2^53 an integer's is rounded.
      %
      %  [value, masked] = im.sum_value()
      %
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else false
      %  Errors: stoner:Dtype for a complex result: the form that gives an image has it
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_sum_value', 'nn', obj, varargin);
    end
    function varargout = prod_value(obj, varargin)
      %PROD_VALUE  The product; masked elements count as 1. Beyond 2^53 an integer's is rounded.
      %
      %  [value, masked] = im.prod_value()
      %
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else false
      %  Errors: stoner:Dtype for a complex result: the form that gives an image has it
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_prod_value', 'nn', obj, varargin);
    end
    function varargout = product(obj, varargin)
      %PRODUCT  The same as stoner.original.prod.
      %
      %  out = im.product(dim, dtype, keepdims)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  dtype: 'logical' to 'double complex': the values are cast to it, and added and given in it; 0:
      %      numpy's choice, 64 bits for integers and bool, else the array's own ['logical' 'uint8' 'int8'
      %      'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double
      %      complex']
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a stoner.Image: the new image
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
      %  returns masked: 1 where all elements are masked, else false
      %  Errors: stoner:Dtype for a complex result: the form that gives an image has it
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_product_value', 'nn', obj, varargin);
    end
    function varargout = count(obj, varargin)
      %COUNT  The number of elements that are not masked, as int64.
      %
      %  out = im.count(dim, keepdims)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a stoner.Image: the new image
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
    function varargout = mean_value(obj, varargin)
      %MEAN_VALUE  The mean of the elements that are not masked.
      %
      %  [value, masked] = im.mean_value()
      %
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else false
      %  Errors: stoner:Dtype for a complex result: the form that gives an image has it
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_mean_value', 'nn', obj, varargin);
    end
    function varargout = var_value(obj, varargin)
      %VAR_VALUE  The variance of the elements that are not masked.
      %
      %  [value, masked] = im.var_value(ddof)
      %
      %  ddof: the divisor is the number of elements less this; default 0
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else false
      %  Errors: stoner:NullPointer
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_var_value', 'nn', obj, varargin);
    end
    function varargout = std_value(obj, varargin)
      %STD_VALUE  The standard deviation of the elements that are not masked.
      %
      %  [value, masked] = im.std_value(ddof)
      %
      %  ddof: the divisor is the number of elements less this; default 0
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else false
      %  Errors: stoner:NullPointer
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_std_value', 'nn', obj, varargin);
    end
    function varargout = anom(obj, varargin)
      %ANOM  The differences from the mean over axes (stoner.original.mean), in the array's own shape.
      %
      %  out = im.anom(dim, dtype)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  dtype: 'single', 'double', 'single complex' or 'double complex': the values are cast to it; 0:
      %      double for integers and bool, else the array's own ['logical' 'uint8' 'int8' 'uint16' 'int16'
      %      'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double complex']
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice, dtype);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_anom', 'i', obj, varargin);
    end
    function varargout = min_value(obj, varargin)
      %MIN_VALUE  The least value of the elements that are not masked.
      %
      %  [value, masked] = im.min_value()
      %
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else false
      %  Errors: stoner:NoResult (no element); stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_min_value', 'nn', obj, varargin);
    end
    function varargout = max_value(obj, varargin)
      %MAX_VALUE  The greatest value of the elements that are not masked.
      %
      %  [value, masked] = im.max_value()
      %
      %  returns value: it; NaN where it is masked
      %  returns masked: 1 where all elements are masked, else false
      %  Errors: stoner:NoResult (no element); stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_max_value', 'nn', obj, varargin);
    end
    function varargout = mini(obj, varargin)
      %MINI  The least value over one axis or all: stoner.original.min in the original's older form.
      %
      %  out = im.mini(dim)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange (axis); stoner:NoResult (no element); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_mini', 'r', obj, varargin);
    end
    function varargout = ptp(obj, varargin)
      %PTP  The greatest less the least value (peak to peak), in the array's dtype: integers wrap.
      %
      %  out = im.ptp(dim, fill_mode, fill_value, keepdims)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  fill_mode: not given: masked elements take no part; default 'default' ['value' 'own']
      %  fill_value: what they count as, a value of the array's dtype
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a stoner.Image: the new image
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
      %  returns masked: 1 where all elements are masked, else false
      %  Errors: stoner:NoResult (no element); stoner:Dtype (bool, complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_ptp_value', 'nn', obj, varargin);
    end
    function varargout = argmin(obj, varargin)
      %ARGMIN  The position of the first least value along an axis, as int64; NaN is preferred. The result is
      %  not masked: where all is masked it is 0.
      %
      %  out = im.argmin(dim, fill_mode, fill_value, keepdims)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the position in the whole
      %      array in C order
      %  fill_mode: not given: masked elements count as the greatest value of the dtype; default
      %      'default' ['value' 'own']
      %  fill_value: what masked elements count as, a value of the array's dtype
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a stoner.Image: the new image
      %  The indices count from 1.
      %  Errors: stoner:OutOfRange (axis); stoner:InvalidArgument (fill_mode, fill_value);
      %      stoner:NoResult (no element); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_argmin', 'y', obj, varargin);
    end
    function varargout = argmin_value(obj, varargin)
      %ARGMIN_VALUE  The position of the first least value of the whole array, column by column.
      %
      %  index = im.argmin_value()
      %
      %  returns index: it; counted from 1
      %  Errors: stoner:NoResult (no element)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_argmin_value', 'n', obj, varargin);
    end
    function varargout = argmax(obj, varargin)
      %ARGMAX  The position of the first greatest value along an axis, as int64; NaN is preferred. The result
      %  is not masked: where all is masked it is 0.
      %
      %  out = im.argmax(dim, fill_mode, fill_value, keepdims)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the position in the whole
      %      array in C order
      %  fill_mode: not given: masked elements count as the least value of the dtype; default 'default'
      %      ['value' 'own']
      %  fill_value: what masked elements count as, a value of the array's dtype
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a stoner.Image: the new image
      %  The indices count from 1.
      %  Errors: stoner:OutOfRange (axis); stoner:InvalidArgument (fill_mode, fill_value);
      %      stoner:NoResult (no element); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_argmax', 'y', obj, varargin);
    end
    function varargout = argmax_value(obj, varargin)
      %ARGMAX_VALUE  The position of the first greatest value of the whole array, column by column.
      %
      %  index = im.argmax_value()
      %
      %  returns index: it; counted from 1
      %  Errors: stoner:NoResult (no element)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_argmax_value', 'n', obj, varargin);
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
    function varargout = argsort(obj, varargin)
      %ARGSORT  The positions along an axis that put the elements in ascending order, as int64, without a mask.
      %
      %  out = im.argsort(dim, endwith, fill_mode, fill_value)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the columns
      %  endwith: where no fill value is given; true: a masked element counts as NaN (complex: infinity;
      %      integers and bool: the greatest), false: as the least value; default true
      %  fill_mode: not given: `endwith` says it; default 'default' ['value' 'own']
      %  fill_value: a value of the array's dtype
      %  returns out: a stoner.Image: the new image
      %  The indices count from 1.
      %  Errors: stoner:OutOfRange (axis); stoner:InvalidArgument (endwith, fill_mode, fill_value);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_argsort', 'x', obj, varargin);
    end
    function varargout = partition(obj, varargin)
      %PARTITION  The elements parted along an axis, as quickselect does it; the mask moves with them. (The
      %  original's works in place, and uses the data under the mask.)
      %
      %  out = im.partition(kth, dim, endwith, fill_mode, fill_value)
      %
      %  kth: positions of a row, counted from its end where negative: each of these elements stands
      %      where sorting would put it, with none greater before it and none less after it; from 1
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the columns
      %  endwith: where no fill value is given; true: a masked element counts as NaN (complex: infinity;
      %      integers and bool: the greatest), false: as the least value; default true
      %  fill_mode: not given: `endwith` says it; default 'default' ['value' 'own']
      %  fill_value: a value of the array's dtype
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange (kth, axis); stoner:InvalidArgument (endwith, fill_mode, fill_value);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_partition', 'i', obj, varargin);
    end
    function varargout = argpartition(obj, varargin)
      %ARGPARTITION  The positions along an axis of the elements as partition parts them, as int64, without a mask.
      %
      %  out = im.argpartition(kth, dim, endwith, fill_mode, fill_value)
      %
      %  kth: positions of a row, counted from its end where negative: each of these elements stands
      %      where sorting would put it, with none greater before it and none less after it; from 1
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the columns
      %  endwith: where no fill value is given; true: a masked element counts as NaN (complex: infinity;
      %      integers and bool: the greatest), false: as the least value; default true
      %  fill_mode: not given: `endwith` says it; default 'default' ['value' 'own']
      %  fill_value: a value of the array's dtype
      %  returns out: a stoner.Image: the new image
      %  The indices count from 1.
      %  Errors: stoner:OutOfRange (kth, axis); stoner:InvalidArgument (endwith, fill_mode, fill_value);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_argpartition', 'x', obj, varargin);
    end
    function varargout = percentile(obj, varargin)
      %PERCENTILE  Percentiles of the elements that are neither masked nor NaN, linear between two of them (Hyndman
      %  and Fan 1996, type 7).
      %
      %  values = im.percentile(q)
      %
      %  q: percentages between 0 and 100
      %  returns values: the percentiles, in the order of `q`
      %  Errors: stoner:OutOfRange (q); stoner:NoResult (no such element); stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_percentile', 'n', obj, varargin);
    end
    function varargout = tobytes(obj, varargin)
      %TOBYTES  The bytes of all elements, masked ones filled.
      %
      %  buffer = im.tobytes(fill_mode, fill_value, order)
      %
      %  fill_mode: not given: the image's own fill value; default 'default' ['value' 'own']
      %  fill_value: the value; for integers the fraction is dropped
      %  order: 'c', F, A; K means A; default 'c' ['c' 'f' 'a' 'k']
      %  returns buffer: bytes
      %  Errors: stoner:OutOfRange when the dtype does not hold the value
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_tobytes', 'n', obj, varargin);
    end
    function varargout = tostring(obj, varargin)
      %TOSTRING  The same as tobytes under numpy's old name.
      %
      %  buffer = im.tostring(fill_mode, fill_value, order)
      %
      %  fill_mode: not given: the image's own fill value; default 'default' ['value' 'own']
      %  fill_value: the value; for integers the fraction is dropped
      %  order: 'c', F, A; K means A; default 'c' ['c' 'f' 'a' 'k']
      %  returns buffer: bytes
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
      %  returns buffer: bytes
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
      %  operation: the name of a function that makes an image from an image, without `stoner_image_`
      %  options: values by name; an image is an array (Metadata.set_array), several are a list; not
      %      given: none
      %  returns out: a stoner.Image: the new image
      %  Axes and indices in these count from 0, as in JSON and in every other language: the entry
      %      provenance can be run anywhere.
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
      %  returns out: a stoner.Image: the new image
      %  Axes and indices in these count from 0, as in JSON and in every other language: the entry
      %      provenance can be run anywhere.
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
      %  returns ends: (x, y) of the first and of the second end, in pixels
      %  Errors: stoner:NotInteractive; stoner:Cancelled when no line was drawn
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_line_select', 'n', obj, varargin);
    end
  end

  methods (Static)
    function obj = loadobj(saved)
      %LOADOBJ  MATLAB only: the image of what saveobj wrote; load calls it.
      obj = stoner.Image(saved);
    end
  end
end

function varargout = call(obj, name, varargin)
  host = [];
  ctx = context(obj);
  if isobject(ctx)
    host = ctx.host();
  end
  try
    [varargout{1:nargout}] = stoner_mex(name, host, stoner.internal.bare(obj), varargin{:});
  catch trouble
    stoner.internal.raise(trouble);
  end
end

function [mask, options] = further_inputs(given)
  % The inputs of the constructor behind the first.
  mask = [];
  options = struct('context', {[]}, 'filetype', [], 'ndim', []);
  if ~isempty(given) && ~ischar(given{1})
    mask = given{1};
    given(1) = [];
    if isa(mask, 'stoner.Image')
      mask = logical(mask);
    end
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

function same = alike(compare, a, b)
  masks = {stoner.internal.masked_of(a), stoner.internal.masked_of(b)};
  values = {stoner.internal.pixels(a), stoner.internal.pixels(b)};
  for k = 1:2
    if isempty(masks{k})
      masks{k} = false(size(values{k}));
    elseif isnumeric(values{k}) || islogical(values{k})
      % What lies beneath masks does not count.
      values{k}(masks{k}) = 0;
    end
  end
  same = isequal(masks{:}) && compare(values{:});
end

function varargout = extreme(name, a, given)
  if ~isa(a, 'stoner.Image') || numel(given) == 1 && ~isempty(given{1}) && ~ischar(given{1})
    varargout = {stoner.internal.pixelwise(name, a, given{:})};
  elseif ~isempty(given) && ~ischar(given{1}) && ~isempty(given{1})
    error('stoner:InvalidArgument', '%s(a, b) takes two inputs; along a dimension it is %s(a, [], dim)', name, name);
  else
    [varargout{1:max(nargout, 1)}] = stoner.internal.reduce(name, a, given{:});
  end
end
