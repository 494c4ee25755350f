% Made from interface/interface.json by bindings/generator: do not edit.
classdef original
%ORIGINAL  Functions whose names have another meaning in MATLAB, as the Python package and numpy.ma have them.
%  stoner.original.std(im)          of all pixels, with the divisor N; std(im) is MATLAB's
%  stoner.original.sum(im, 1)       dimensions count from 1 here too
%  stoner.original.hist(im, 10)     a stoner.Table
%  stoner.help('original.std') explains one.
  methods (Static)
    function varargout = transpose(im, varargin)
      %TRANSPOSE  The array with all its axes in reverse order (numpy's T). Of an image planes and map follow; of
      %  a stack, whose last axis then is no longer an image's, they are dropped with a warning.
      %
      %  The meaning that the Python package gives the name; im.transpose(...) and transpose(im, ...)
      %      have MATLAB's.
      %
      %  out = stoner.original.transpose(im)
      %
      %  returns out: a stoner.Image: the new image
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_transpose', 'i', stoner.internal.image_of(im), varargin);
    end
    function varargout = fft(im, varargin)
      %FFT  The discrete Fourier transform: the sum over the pixels of value times exp(-2 pi i (u x /
      %  columns + v y / rows)), without a factor. Float gives float or its complex, all else double or
      %  its complex. Masked pixels and NaN count as the mean of the others; the result has no mask.
      %  Planes and map, which belong to pixels, are dropped with a warning.
      %
      %  The meaning that the Python package gives the name; im.fft(...) and fft(im, ...) have MATLAB's.
      %
      %  out = stoner.original.fft(im, shift, output, remove_dc, gaussian, window)
      %
      %  shift: true: frequency 0 stands in the middle, at column columns / 2 and row rows / 2 rounded
      %      down; false: at column 0 and row false; default true
      %  output: 'magnitude', 'phase' (radians, -pi to pi) or 'complex'; default 'magnitude' ['magnitude'
      %      'phase' 'complex']
      %  remove_dc: true: frequency 0 and its eight neighbours are replaced by the mean magnitude of all
      %      others; default false
      %  gaussian: sigma in pixels of a blur of magnitude or phase, which goes on over the edges to the
      %      other side, as a spectrum does; 0: none; default 0
      %  window: the window by which the image is multiplied first, round as skimage.filters.window makes
      %      it. not given: nothing. Names are those of scipy.signal.windows and its short ones: boxcar,
      %      triang, parzen, bohman, blackman, nuttall, blackmanharris, flattop, bartlett, hann, hamming,
      %      barthann, cosine, lanczos; with parameters in parentheses exponential(tau; 1), tukey(alpha;
      %      0.5), taylor(nbar, sll; 4, 30), kaiser(beta), kaiser_bessel_derived(beta), gaussian(std),
      %      general_gaussian(power, width), general_hamming(alpha), chebwin(attenuation in dB),
      %      dpss(normalised half-bandwidth), general_cosine(coefficients), where the numbers behind the
      %      semicolon are the defaults: "tukey(0.25)". A number alone is a Kaiser window's beta: "8.6"
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:InvalidArgument (output, window, gaussian; a blur of the complex transform);
      %      stoner:Shape unless the rank is 2 or 3; stoner:NoResult when no pixel of a frame is valid or
      %      remove_dc leaves nothing for the mean; stoner:Dtype (complex)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_fft', 'i', stoner.internal.image_of(im), varargin);
    end
    function varargout = hist(im, varargin)
      %HIST  The histogram of an image, or of all frames of a stack: a table with one row for each bin, in
      %  the columns "low", "centre", "high" (its edges and middle), "count", "density" (the count
      %  divided by the width and by the sum of all counts) and "cumulative" (the sum of the counts so
      %  far). A bin holds its lower edge and not its upper one, the last bin both, exactly as
      %  numpy.histogram. Masked and NaN pixels are left out, and so are values outside the bins. The
      %  table has the image's metadata. Uses several threads.
      %
      %  The meaning that the Python package gives the name; im.hist(...) and hist(im, ...) have
      %      MATLAB's.
      %
      %  out = stoner.original.hist(im, bins, edges, range)
      %
      %  bins: the number of bins of one size; 0: 10, or those of `edges`
      %  edges: numbers that do not decrease; not given: `bins` of one size
      %  range: (lowest edge, highest edge) of bins of one size; not given: the least and the greatest
      %      pixel (1 wide around the only value where there is but one)
      %  returns out: a stoner.Table: the new table
      %  Errors: stoner:InvalidArgument (also for `bins` or `range` together with `edges`); stoner:Dtype
      %      (complex); stoner:NoResult without `range` when a pixel is infinite; stoner:NoMemory;
      %      stoner:Cancelled
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_hist', 't', stoner.internal.image_of(im), varargin);
    end
    function varargout = reshape(im, varargin)
      %RESHAPE  The same elements in another shape. Copies nothing if the elements are in the requested order,
      %  or if axes are only merged or have length 1. Planes and map stay only where the shape does.
      %
      %  The meaning that the Python package gives the name; im.reshape(...) and reshape(im, ...) have
      %      MATLAB's.
      %
      %  out = stoner.original.reshape(im, shape, order)
      %
      %  shape: the new size, rows first; the elements are taken row by row, then frame by frame
      %  order: in which the elements are counted, before and after: 'c', F, A; K means A; default 'c'
      %      ['c' 'f' 'a' 'k']
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Shape when the number of elements would change, or -1 stands twice
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_reshape', 'i', stoner.internal.image_of(im), varargin);
    end
    function varargout = squeeze(im, varargin)
      %SQUEEZE  Removes axes of length 1; nothing is copied. Planes and map stay where the shape does, and where
      %  the only frame of a stack becomes an image.
      %
      %  The meaning that the Python package gives the name; im.squeeze(...) and squeeze(im, ...) have
      %      MATLAB's.
      %
      %  out = stoner.original.squeeze(im, dim)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all of length 1
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Shape when an axis that is named is longer; stoner:OutOfRange;
      %      stoner:InvalidArgument (one twice)
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_squeeze', 'i', stoner.internal.image_of(im), varargin);
    end
    function varargout = round(im, varargin)
      %ROUND  Rounds to a number of decimals, half to even. Computed as numpy does: multiplied by a power of
      %  ten, rounded, divided. Bool becomes float32.
      %
      %  The meaning that the Python package gives the name; im.round(...) and round(im, ...) have
      %      MATLAB's.
      %
      %  out = stoner.original.round(im, decimals)
      %
      %  decimals: below 0: to tens, hundreds and so on, integers too; default 0
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Dtype for bool with other decimals than 0
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_round', 'i', stoner.internal.image_of(im), varargin);
    end
    function varargout = real(im, varargin)
      %REAL  The real parts; what is not complex stays.
      %
      %  The meaning that the Python package gives the name; im.real(...) and real(im, ...) have
      %      MATLAB's.
      %
      %  out = stoner.original.real(im)
      %
      %  returns out: a stoner.Image: the new image
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_real', 'i', stoner.internal.image_of(im), varargin);
    end
    function varargout = imag(im, varargin)
      %IMAG  The imaginary parts; 0 for what is not complex.
      %
      %  The meaning that the Python package gives the name; im.imag(...) and imag(im, ...) have
      %      MATLAB's.
      %
      %  out = stoner.original.imag(im)
      %
      %  returns out: a stoner.Image: the new image
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_imag', 'i', stoner.internal.image_of(im), varargin);
    end
    function varargout = conj(im, varargin)
      %CONJ  The complex conjugate; what is not complex stays.
      %
      %  The meaning that the Python package gives the name; im.conj(...) and conj(im, ...) have
      %      MATLAB's.
      %
      %  out = stoner.original.conj(im)
      %
      %  returns out: a stoner.Image: the new image
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_conj', 'i', stoner.internal.image_of(im), varargin);
    end
    function varargout = all(im, varargin)
      %ALL  Whether all elements are true, that is not 0, as bool. Masked elements count as true; NaN is
      %  true.
      %
      %  The meaning that the Python package gives the name; im.all(...) and all(im, ...) have MATLAB's.
      %
      %  out = stoner.original.all(im, dim, keepdims)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_all', 'r', stoner.internal.image_of(im), varargin);
    end
    function varargout = any(im, varargin)
      %ANY  Whether any element is true, that is not 0, as bool. Masked elements count as false; NaN is
      %  true.
      %
      %  The meaning that the Python package gives the name; im.any(...) and any(im, ...) have MATLAB's.
      %
      %  out = stoner.original.any(im, dim, keepdims)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_any', 'r', stoner.internal.image_of(im), varargin);
    end
    function varargout = sum(im, varargin)
      %SUM  The sum. Masked elements count as 0; integers wrap. Floats are added in double, in blocks and
      %  with the rounding error of each block kept (Neumaier 1974), also where they are single.
      %
      %  The meaning that the Python package gives the name; im.sum(...) and sum(im, ...) have MATLAB's.
      %
      %  out = stoner.original.sum(im, dim, dtype, keepdims)
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
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_sum', 'r', stoner.internal.image_of(im), varargin);
    end
    function varargout = prod(im, varargin)
      %PROD  The product, multiplied in the order of memory. Masked elements count as 1; integers wrap.
      %
      %  The meaning that the Python package gives the name; im.prod(...) and prod(im, ...) have
      %      MATLAB's.
      %
      %  out = stoner.original.prod(im, dim, dtype, keepdims)
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
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_prod', 'r', stoner.internal.image_of(im), varargin);
    end
    function varargout = mean(im, varargin)
      %MEAN  The mean of the elements that are not masked. Of an array without a mask single stays single;
      %  with a mask the result is double, as numpy's, and where it is an array what is not finite is
      %  masked. It is added up as by stoner.original.sum.
      %
      %  The meaning that the Python package gives the name; im.mean(...) and mean(im, ...) have
      %      MATLAB's.
      %
      %  out = stoner.original.mean(im, dim, dtype, keepdims)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  dtype: 'single', 'double', 'single complex' or 'double complex': the values are cast to it; 0:
      %      double for integers and bool, else the array's own ['logical' 'uint8' 'int8' 'uint16' 'int16'
      %      'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double complex']
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice, dtype);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_mean', 'r', stoner.internal.image_of(im), varargin);
    end
    function varargout = var(im, varargin)
      %VAR  The variance: the mean of |x - mean|^2 over the elements that are not masked. Masked where the
      %  divisor is not above 0. Of an array without a mask single stays single; with a mask the result
      %  is double. Computed in double in one pass (Chan, Golub, LeVeque 1979), or in two.
      %
      %  The meaning that the Python package gives the name; im.var(...) and var(im, ...) have MATLAB's.
      %
      %  out = stoner.original.var(im, dim, dtype, ddof, keepdims)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  dtype: 'single' or 'double' (of complex arrays: of their parts): the values are cast to it; 0:
      %      double for integers and bool, else the array's own ['logical' 'uint8' 'int8' 'uint16' 'int16'
      %      'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double complex']
      %  ddof: the divisor is the number of elements less this; default 0
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice, dtype);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_var', 'r', stoner.internal.image_of(im), varargin);
    end
    function varargout = std(im, varargin)
      %STD  The standard deviation, the root of stoner.original.var; masked where it is not finite, NaN
      %  among it.
      %
      %  The meaning that the Python package gives the name; im.std(...) and std(im, ...) have MATLAB's.
      %
      %  out = stoner.original.std(im, dim, dtype, ddof, keepdims)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  dtype: 'single' or 'double' (of complex arrays: of their parts): the values are cast to it; 0:
      %      double for integers and bool, else the array's own ['logical' 'uint8' 'int8' 'uint16' 'int16'
      %      'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double complex']
      %  ddof: the divisor is the number of elements less this; default 0
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice, dtype);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_std', 'r', stoner.internal.image_of(im), varargin);
    end
    function varargout = min(im, varargin)
      %MIN  The least value, in the array's dtype. NaN is preferred to every number; complex numbers are
      %  compared by real parts, then imaginary parts.
      %
      %  The meaning that the Python package gives the name; im.min(...) and min(im, ...) have MATLAB's.
      %
      %  out = stoner.original.min(im, dim, fill_mode, fill_value, keepdims)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  fill_mode: not given: masked elements take no part; default 'default' ['value' 'own']
      %  fill_value: what masked elements count as, a value of the array's dtype
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice, fill_mode,
      %      fill_value); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_min', 'r', stoner.internal.image_of(im), varargin);
    end
    function varargout = max(im, varargin)
      %MAX  The greatest value, in the array's dtype. NaN is preferred to every number; complex numbers are
      %  compared by real parts, then imaginary parts.
      %
      %  The meaning that the Python package gives the name; im.max(...) and max(im, ...) have MATLAB's.
      %
      %  out = stoner.original.max(im, dim, fill_mode, fill_value, keepdims)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all
      %  fill_mode: not given: masked elements take no part; default 'default' ['value' 'own']
      %  fill_value: what they count as, a value of the array's dtype
      %  keepdims: true: the reduced dimensions stay with length 1 (so without it, where dimensions are
      %      given); false: they go
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (an axis named twice, fill_mode,
      %      fill_value); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_max', 'r', stoner.internal.image_of(im), varargin);
    end
    function varargout = cumsum(im, varargin)
      %CUMSUM  The running sum along an axis. Masked elements count as 0 and stay masked; integers wrap.
      %
      %  The meaning that the Python package gives the name; im.cumsum(...) and cumsum(im, ...) have
      %      MATLAB's.
      %
      %  out = stoner.original.cumsum(im, dim, dtype)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all elements in C order,
      %      as one row
      %  dtype: 'logical' to 'double complex': the values are cast to it, and added and given in it; 0:
      %      numpy's choice, 64 bits for integers and bool, else the array's own ['logical' 'uint8' 'int8'
      %      'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double
      %      complex']
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange (axis); stoner:InvalidArgument (dtype); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_cumsum', 'i', stoner.internal.image_of(im), varargin);
    end
    function varargout = cumprod(im, varargin)
      %CUMPROD  The running product along an axis. Masked elements count as 1 and stay masked; integers wrap.
      %
      %  The meaning that the Python package gives the name; im.cumprod(...) and cumprod(im, ...) have
      %      MATLAB's.
      %
      %  out = stoner.original.cumprod(im, dim, dtype)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: all elements in C order,
      %      as one row
      %  dtype: 'logical' to 'double complex': the values are cast to it, and added and given in it; 0:
      %      numpy's choice, 64 bits for integers and bool, else the array's own ['logical' 'uint8' 'int8'
      %      'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double' 'single complex' 'double
      %      complex']
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange (axis); stoner:InvalidArgument (dtype); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_cumprod', 'i', stoner.internal.image_of(im), varargin);
    end
    function varargout = dot(im, varargin)
      %DOT  numpy's dot product: of ranks 1 and 1 the inner product, of 2 and 2 the matrix product, with
      %  rank 0 the multiple, else the sum over the last axis of `image` and the last but one of `b`
      %  (rank 1: its only one). Masked elements count as 0. The dtype is that of both together; integers
      %  wrap.
      %
      %  The meaning that the Python package gives the name; im.dot(...) and dot(im, ...) have MATLAB's.
      %
      %  out = stoner.original.dot(im, b, strict)
      %
      %  b: the right factor
      %  strict: false: an element of the result is masked where no pair of unmasked elements made it;
      %      true: where any of its elements is masked; default false
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:Shape (lengths that differ, a rank above 8); stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_dot', 'r', stoner.internal.image_of(im), varargin);
    end
    function varargout = trace(im, varargin)
      %TRACE  The sums along the diagonals of two axes. Masked elements count as 0, and the result is not
      %  masked.
      %
      %  The meaning that the Python package gives the name; im.trace(...) and trace(im, ...) have
      %      MATLAB's.
      %
      %  out = stoner.original.trace(im, offset, dim1, dim2, dtype)
      %
      %  offset: which diagonal: how many columns to the right of the main one, negative to the left;
      %      default 0
      %  dim1: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the first axis of the
      %      library
      %  dim2: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the second
      %  dtype: 'logical' to 'double complex': the result's; 0: double, as numpy.ma's, but complex stays
      %      ['logical' 'uint8' 'int8' 'uint16' 'int16' 'uint32' 'int32' 'uint64' 'int64' 'single' 'double'
      %      'single complex' 'double complex']
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange (an axis); stoner:InvalidArgument (one axis twice, dtype);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_trace', 'r', stoner.internal.image_of(im), varargin);
    end
    function varargout = sort(im, varargin)
      %SORT  The elements in ascending order along an axis; the mask moves with them. (The original's sorts
      %  in place.)
      %
      %  The meaning that the Python package gives the name; im.sort(...) and sort(im, ...) have
      %      MATLAB's.
      %
      %  out = stoner.original.sort(im, dim, endwith, fill_mode, fill_value)
      %
      %  dim: dimension, 1: rows, 2: columns, 3: frames of a stack; not given: the columns
      %  endwith: where no fill value is given; true: a masked element counts as NaN (complex: infinity;
      %      integers and bool: the greatest), false: as the least value; default true
      %  fill_mode: not given: `endwith` says it; default 'default' ['value' 'own']
      %  fill_value: what a masked element counts as, a value of the array's dtype
      %  returns out: a stoner.Image: the new image
      %  Errors: stoner:OutOfRange (axis); stoner:InvalidArgument (endwith, fill_mode, fill_value);
      %      stoner:NoMemory
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('image_sort', 'i', stoner.internal.image_of(im), varargin);
    end
  end
end
