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
  %BY-HAND image_imshow: stoner.Image/save_figure
  %BY-HAND image_free: stoner.Image/delete
  %BY-HAND image_metadata: stoner.Image/metadata
  %BY-HAND image_set_metadata: stoner.Image/set_metadata
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

%HANDLE

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

%MEANINGS
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

%METHODS
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
