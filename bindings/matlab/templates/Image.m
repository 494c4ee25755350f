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
  %BY-HAND image_imshow: stoner.Image/save_figure
  %BY-HAND image_free: stoner.Image/delete
  %BY-HAND image_metadata: stoner.Image/metadata
  %BY-HAND image_set_metadata: stoner.Image/set_metadata
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

%METHODS
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
