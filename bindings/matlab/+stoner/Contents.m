% Stoner  X-ray microscopy images: libstoner 0.1.0
%
%   stoner.Image       an image; stoner.Image('scan.hdf5') loads one
%   stoner.Scan        what a file holds of a measurement: entries, detectors, axes, frames; the way to its images
%   stoner.Live        an image that grows while it is measured
%   stoner.Metadata    its metadata
%   stoner.Table       columns of numbers: profiles, histograms, spectra
%   stoner.Context     threads, progress, cancellation, dialogs
%   stoner.Library     functions of the library itself
%   stoner.original    functions whose names have another meaning in MATLAB, as the Python package has them
%   stoner.help        the help of a method: stoner.help('Image.rotate')
%   stoner.sections    what groups of methods have in common
%   stoner.load_stxm   loads a scan
%
% stoner.Image
%
%   abs                                The magnitude of each pixel.
%   acos                               The inverse cosine of each pixel.
%   acosh                              The inverse hyperbolic cosine of each pixel.
%   adjust_contrast                    Stretches the intensities so that two limits become the ends of the dtype's range; values beyond are clipped.
%   align                              Moves an image so that its content lies on that of a reference.
%   align_stack                        Lays the frames of a series on each other.
%   all                                Whether all pixels are true (not 0).
%   all_value                          Whether all elements are true (1) or not (0).
%   and                                a & b, as a logical image.
%   angle                              The phase of each pixel, in radians.
%   anom                               The differences from the mean over axes (stoner.original.mean), in the array's own shape.
%   any                                Whether any pixel is true (not 0).
%   any_value                          Whether any element is true (1) or none (0).
%   apply                              Calls an operation by its name: "rotate" with an option "angle" does what rotate does.
%   apply_all                          Calls several operations, each on the result of the one before.
%   argmax                             The position of the first greatest value along an axis, as int64; NaN is preferred.
%   argmax_value                       The position of the first greatest value of the whole array, column by column.
%   argmin                             The position of the first least value along an axis, as int64; NaN is preferred.
%   argmin_value                       The position of the first least value of the whole array, column by column.
%   argpartition                       The positions along an axis of the elements as partition parts them, as int64, without a mask.
%   argsort                            The positions along an axis that put the elements in ascending order, as int64, without a mask.
%   arithmetic                         An image with an image: sum, difference, product, quotient, power and more of each pair of elements.
%   arithmetic_into                    arithmetic for loops: an existing image becomes the result, with all that belongs to it.
%   arithmetic_scalar                  An image with a number, or a number with an image.
%   arithmetic_scalar_into             arithmetic_scalar for loops; see arithmetic_into.
%   asfloat                            Converts integers and booleans to floating point; floats stay as they are.
%   asin                               The inverse sine of each pixel.
%   asinh                              The inverse hyperbolic sine of each pixel.
%   asint                              Converts to integers, as convert does: floats from [-1, 1], rounded half to even; integers by their bits.
%   aspect                             The aspect ratio, width / height in pixels.
%   assign                             Makes an existing image what another one is: pixels, mask, planes, map, metadata, names.
%   astype                             The array in another dtype.
%   atan                               The inverse tangent of each pixel.
%   atan2                              The angle of the point (x, y): atan2(y, x).
%   atanh                              The inverse hyperbolic tangent of each pixel.
%   bitand                             The bits that both have.
%   bitor                              The bits that either has.
%   bitshift                           The bits moved: bitshift(a, n).
%   bitxor                             The bits that one of them has.
%   box_from_border                    The box that leaves a border of so many pixels on each side.
%   box_from_border_fraction           The box that leaves out a fraction of the width and of the height, half of it on each side: 0.1 of 40 ...
%   box_from_fraction                  The box between fractions of the width and of the height, rounded to the nearest pixel (half to even).
%   box_from_metadata                  The box that a metadata entry holds: four numbers (integers are pixels, negative ones from the end, values ...
%   byteswap                           Each element with its bytes in reverse order; of complex numbers each part.
%   cast                               The pixels as an array of a class, as double, single, uint8 and the others make it; astype keeps mask and ...
%   cat                                Images and matrices along a dimension: cat(3, first, second) is a stack.
%   ccw                                Turns a quarter counter-clockwise, as seen on the screen.
%   ceil                               Each pixel rounded up.
%   centre                             The middle, computed as in the original: (rows / 2, columns / 2), row first.
%   choose                             For each pixel the pixel at the same place of the choice that it names: out(i) = choices{im(i)}(i), ...
%   circshift                          Moved around.
%   clip                               Limits the elements to a range; NaN stays.
%   clip_images                        Limits each element to a range of its own.
%   clip_intensity                     Clips values to [-1, 1], to [0, 1], or to limits, in the same dtype.
%   clip_neg                           Sets negative values to 0; all others stay, those above 1 too.
%   clone                              Makes a second image with the same content.
%   columns                            The number of columns.
%   compare                            Compares an image with an image: a bool image, which read gives as the bytes of a mask.
%   compare_scalar                     Compares an image with a number, which has the image's dtype, or is double beside integers (of which those ...
%   complex                            An image with real and imaginary part: complex(a, b).
%   compress                           The elements along an axis where a condition holds.
%   compressed                         The unmasked elements in a row, in C order.
%   conj                               The complex conjugate of each pixel.
%   conjugate                          The same as stoner.original.conj, as in numpy.ma.
%   context                            The stoner.Context of calls on the image, or []; set_context sets it.
%   contour                            Shows lines of equal value.
%   contourf                           Shows areas between lines of equal value.
%   conv2                              The convolution with a kernel.
%   convert                            Converts to another dtype and scales values to its range: floats are expected in [-1, 1], integers fill ...
%   corrcoef                           The correlation coefficients of the columns.
%   correct_drift                      Moves an image back by what it has drifted from a reference: its features, the structure whose gradient is ...
%   cos                                The cosine of each pixel, in radians.
%   cosh                               The hyperbolic cosine of each pixel.
%   count                              The number of elements that are not masked, as int64.
%   count_value                        The number of elements that are not masked.
%   cov                                The covariance of the columns.
%   crop                               A part of the image, with its planes and map; no pixels are copied.
%   ctranspose                         im': rows and columns exchanged, complex conjugate, with positions.
%   cummax                             The greatest of the pixels up to each.
%   cummin                             The least of the pixels up to each.
%   cumprod                            The products of the pixels up to each.
%   cumsum                             The sums of the pixels up to each.
%   cw                                 Turns a quarter clockwise, as seen on the screen.
%   data                               The stored pixels as an array of the image's class, masked ones too; im.data(i, j) some of them.
%   del2                               The discrete Laplace operator.
%   delete                             Frees the image.
%   denoise                            Removes noise and keeps edges: the image u that makes the sum of squares of u - image, by 2 weight, plus ...
%   det                                The determinant.
%   diag                               The diagonal as a column.
%   diagonal                           The diagonal of two axes, as the last axis of the result.
%   diff                               The differences between neighbours: diff(im), diff(im, n), diff(im, n, dim).
%   disp                               Shows size, class, number of masked pixels and title; of a small image the pixels, masked ones as NaN.
%   do_nothing                         Does nothing: a copy, as clone makes it.
%   dot                                The scalar product of columns, or of vectors: dot(a, b), dot(a, b, dim).
%   double                             The pixels as an array of double, masked ones NaN; complex ones stay complex.
%   draw_annulus                       A ring: the pixels within the outer circle but not within the inner one.
%   draw_bezier_curve                  A rational quadratic Bezier curve one pixel wide (A.
%   draw_circle                        A filled circle, under the original's name for draw_disk.
%   draw_circle_perimeter              A circle one pixel wide: J.
%   draw_disk                          A filled circle: the pixels nearer to its centre than the radius.
%   draw_ellipse                       A filled ellipse.
%   draw_ellipse_perimeter             An ellipse one pixel wide (A.
%   draw_line                          A straight line one pixel wide, both ends included (J.
%   draw_polygon                       A filled polygon, with the pixels on its edges; where edges cross, the parts that an odd number of them ...
%   draw_polygon_perimeter             A closed polygon one pixel wide, its vertices rounded to pixels (halves to the even one).
%   draw_rectangle                     A filled rectangle along the axes, both corners included.
%   draw_rectangle_perimeter           The line one pixel wide around a rectangle: the pixels next to it, outside.
%   draw_rotated_rectangle             A filled rectangle around a centre, turned by an angle: the polygon between its corners.
%   draw_rotated_rectangle_perimeter   The outline of draw_rotated_rectangle, one pixel wide.
%   draw_square                        A filled square around a centre, turned by an angle.
%   dtype                              The class of the pixels: 'logical', 'uint8' to 'int64', 'single', 'double', 'single complex', 'double ...
%   dtype_limits                       The range of intensities of the image's dtype: -1 and 1 for floats, 0 and 1 for bool, all values for ...
%   dump                               Saves what dumps returns.
%   dumps                              A pickle that Python loads with numpy alone: pickle.loads gives a numpy.ma.MaskedArray with these data, ...
%   end                                The last index of a dimension.
%   eq                                 a == b, as a logical image.
%   equal                              Whether two images are equal: dtype, shape, mask and every unmasked element (NaN equals NaN), and with ...
%   erf                                The error function of each pixel.
%   exp                                The exponential of each pixel.
%   expm1                              exp(x) - 1 of each pixel.
%   fft                                The discrete Fourier transform along a dimension; stoner.original.fft is that of pictures.
%   fft2                               The discrete Fourier transform of rows and columns.
%   fftshift                           Frequency 0 moved to the middle.
%   filename                           The file that the image was loaded from, or the name that was set; "" if there is none.
%   fill                               Gives every element one value.
%   fill_value                         The fill value for masked elements: what was set, or else numpy.ma's default for the dtype (1 for bool, ...
%   filled                             The array with masked elements replaced by a value; the result has no masked elements.
%   filter2                            The correlation with a kernel.
%   filter_image                       Smooths by a Gaussian, in floating point (float stays float, all else becomes double).
%   find                               Where pixels are neither 0 nor masked, from 1: find(im > 3), [rows, columns, values] = find(im), find(im, ...
%   fix                                Each pixel rounded towards 0.
%   flags                              numpy's flags as a set of bits: 'c_contiguous' and so on.
%   flatten                            All elements in a row, as ravel (images are values: a copy is made when one of the two is written to); 'k' ...
%   flip                               Reversed along a dimension.
%   flip_h                             Mirrors left and right.
%   flip_v                             Mirrors top and bottom.
%   fliplr                             Left and right exchanged, as flip_h.
%   flipud                             Top and bottom exchanged, as flip_v.
%   floor                              Each pixel rounded down.
%   frame                              One frame of a stack as an image, with its map, planes, mask, and its own energy, dwell and polarization.
%   frame_axis_key                     The key of the metadata entry with the values of the axis of frames: "counter0.energy"; "" where there is ...
%   frame_axis_name                    The name of the axis of frames: "energy"; "" where there is no such axis.
%   frame_axis_unit                    The unit of the axis of frames; "" where it has none, or there is no such axis.
%   frame_axis_values                  The values of the axis of frames, one for each; none where there is no such axis.
%   gaussian_filter                    Convolves with a Gaussian or with its derivatives, in the image's own dtype: integers are truncated after ...
%   ge                                 a >= b, as a logical image.
%   get_filename                       Asks the user for a new file name of an image through the hook of Context.set_file_hook, and sets it; it ...
%   get_imag                           The same as stoner.original.imag, as in numpy.ma.
%   get_real                           The same as stoner.original.real, as in numpy.ma.
%   getfield                           A part of each element's bytes as an element of another dtype.
%   gradient                           The differences between neighbours, halved.
%   griddata                           The values that are known at some points, at other positions (SciPy's griddata): any points, any targets, ...
%   gridimage                          Brings an image from the positions at which its pixels were measured to a regular grid of positions.
%   gt                                 a > b, as a logical image.
%   harden_mask                        Makes the mask hard: masked elements stay masked and keep their values when they are written to.
%   hardmask                           Whether the mask is hard; see harden_mask.
%   height                             The number of rows.
%   hist                               How many pixels lie in each of some bins: hist of MATLAB, of the pixels that are not masked.
%   histcounts                         How many pixels that are not masked lie in each of some bins: [counts, edges] = histcounts(im, 10), ...
%   histogram                          MATLAB only: draws a histogram of all pixels that are not masked, with MATLAB's options.
%   horzcat                            [a, b]: images and matrices beside each other.
%   hypot                              sqrt(a .^ 2 + b .^ 2) without overflow.
%   idivide                            Division of integers: idivide(a, b), idivide(a, b, 'floor').
%   ids                                The addresses of the first element and of its mask's byte; 0 where there is no mask.
%   ifft                               The inverse of fft.
%   ifft2                              The inverse of fft2.
%   ifftshift                          The inverse of fftshift.
%   im2double                          The image in double, integers from 0 to 1, as the function of the Image Processing Toolbox.
%   im2single                          The image in single, integers from 0 to 1.
%   im2uint16                          The image in uint16, of single or double 0 to 1 become 0 to 65535.
%   im2uint8                           The image in uint8, of single or double 0 to 1 become 0 to 255.
%   im_scale                           Scales integers of n bits (0 to 2^n - 1) to m bits.
%   imag                               The imaginary part of each pixel.
%   Image                              Loads an image, or makes one of a matrix.
%   imagesc                            Shows the pixels in scaled colours: imagesc(im), imagesc(im, [low high]), imagesc(x, y, im), h = imagesc(...).
%   imshow                             Shows the image in the current axes, in grey unless a colour map is given, or saves it as a figure in a ...
%   imshow_layout                      The places of the parts of a figure as drawn by imshow_rgba: a column for each part (figure, image, title, ...
%   imshow_rgba                        An image as a figure of a given size, into the caller's memory.
%   int16                              The pixels as an array of int16, rounded and limited as MATLAB does it.
%   int32                              The pixels as an array of int32, rounded and limited as MATLAB does it.
%   int64                              The pixels as an array of int64, rounded and limited as MATLAB does it.
%   int8                               The pixels as an array of int8, rounded and limited as MATLAB does it.
%   interp2                            Values between the pixels.
%   inv                                The inverse matrix.
%   ipermute                           Dimensions exchanged back.
%   iscolumn                           Whether there is one column.
%   iscontiguous                       Whether the elements are contiguous in C order.
%   isempty                            Whether there are no pixels.
%   isequal                            Whether images have the same size, mask and pixels; the class does not count, as for matrices.
%   isequaln                           As isequal, where NaN equals NaN.
%   isfinite                           Whether a pixel is neither NaN nor infinite, as a logical image.
%   isfloat                            Whether the pixels are single or double.
%   isinf                              Whether a pixel is infinite, as a logical image.
%   isinteger                          Whether the pixels are integers.
%   islogical                          Whether the pixels are logical.
%   ismatrix                           Whether there are rows and columns and no frames.
%   isnan                              Whether a pixel is NaN, as a logical image.
%   isnumeric                          Whether the pixels are numbers: all classes but logical.
%   isreal                             Whether the pixels are real.
%   isrow                              Whether there is one row.
%   isscalar                           Whether there is one pixel.
%   isvector                           Whether there is one row or one column.
%   item                               One element.
%   itemset                            Writes one element.
%   itemsize                           The size of one element in bytes.
%   kron                               The Kronecker product.
%   ldivide                            a .\ b.
%   le                                 a <= b, as a logical image.
%   length                             The longest of the lengths of the dimensions.
%   level_image                        Subtracts a polynomial background: one polynomial along x and one along y.
%   line_select                        Lets the user draw a line on an image through the hook of Context.set_line_hook.
%   loadobj                            MATLAB only: the image of what saveobj wrote; load calls it.
%   log                                The natural logarithm of each pixel; that of a negative number is complex, that of 0 is -Inf.
%   log10                              The logarithm of each pixel to the base 10.
%   log1p                              log(1 + x) of each pixel.
%   log2                               The logarithm of each pixel to the base 2.
%   logic                              Combines truths: whatever is not 0 is true.
%   logical                            The pixels as a logical array: true where a pixel is not 0 and not masked.
%   lt                                 a < b, as a logical image.
%   map                                The map from pixels to stage positions: x = origin[0] + step[0] * column + step[1] * row, y = origin[1] + ...
%   map_name                           The name of a coordinate of the map: "sample_x" and "sample_y" in a sample image, "zone_plate" down a ...
%   map_unit                           The unit of a coordinate of the map; "" when it has none.
%   mask                               The mask as a logical array, true where a pixel is masked; im.mask(i, j) some of it.
%   mat2gray                           The image in double from 0 to 1: mat2gray(im), mat2gray(im, [low high]).
%   mat2str                            The pixels as text that makes the matrix again; masked ones as NaN.
%   math                               A function of each element: square root, logarithm, magnitude and more.
%   math_into                          math for loops; see arithmetic_into.
%   max                                The greatest value, and where it is.
%   max_box                            The box that holds the whole image: 0, columns, 0, rows.
%   max_value                          The greatest value of the elements that are not masked.
%   mean                               The mean.
%   mean_value                         The mean of the elements that are not masked.
%   median                             The median.
%   mesh                               Shows the pixels as a net.
%   metadata                           A copy of all metadata, or the value of one entry: im.metadata('control.energy').
%   metadata_get_bool                  A boolean.
%   metadata_get_f64                   A real number; an integer or boolean is converted.
%   metadata_get_i64                   An integer; a boolean counts as 0 or 1.
%   metadata_get_string                Text; of a timestamp its ISO 8601 form.
%   metadata_set_bool                  Sets a boolean.
%   metadata_set_f64                   Sets a real number.
%   metadata_set_i64                   Sets an integer.
%   metadata_set_string                Sets text.
%   min                                The least value, and where it is.
%   min_value                          The least value of the elements that are not masked.
%   mini                               The least value over one axis or all: stoner.original.min in the original's older form.
%   minus                              a - b.
%   mldivide                           a \ b: the solution of equations, or an image divided by a number.
%   mod                                The remainder with the sign of the divisor: mod(a, b).
%   mode                               The most frequent value.
%   mpower                             a ^ b: the power of a square matrix.
%   mrdivide                           a / b: an image divided by a number; by a matrix the solution of equations.
%   mtimes                             a * b: the product of matrices, or of an image with a number.
%   nbytes                             The size of all elements in bytes: what read needs in the image's own dtype.
%   ndim                               The rank: 2 for an image, 3 for a stack.
%   ndims                              The number of dimensions, 2 or more.
%   ne                                 a ~= b, as a logical image.
%   newbyteorder                       The values that the bytes have when they are read in another byte order.
%   nnz                                The number of pixels that are neither 0 nor masked.
%   nonzero                            The indices of the elements that are neither 0 nor masked, in C order.
%   norm                               A norm of the matrix.
%   normalise                          Scales values linearly to a range.
%   not                                ~a, as a logical image.
%   nthroot                            The real n-th root: nthroot(a, n).
%   num2str                            The pixels as text; masked ones as NaN.
%   numArgumentsFromSubscript          MATLAB only: an index gives one value.
%   or                                 a | b, as a logical image.
%   partition                          The elements parted along an axis, as quickselect does it; the mask moves with them.
%   pcolor                             Shows the pixels as cells.
%   percentile                         Percentiles of the elements that are neither masked nor NaN, linear between two of them (Hyndman and Fan ...
%   permute                            Dimensions exchanged.
%   pixel_count                        The number of pixels, masked ones included; count_value gives that of unmasked ones.
%   pixel_size                         The width and height of a pixel: the lengths of the map's steps by one column and by one row, in the map's ...
%   plane                              A plane as an image: of the image's shape, or of one frame's when all frames of a stack share it.
%   plane_count                        The number of planes: arrays that belong to the pixels, such as the measured positions "actual_x", ...
%   plane_name                         The name of a plane.
%   plane_unit                         The unit of a plane; "" when it has none.
%   plot                               Shows columns as lines, or a vector as one.
%   plot_histogram                     Saves the histogram of an image as a figure, a PNG file: the counts of pixels as bars, and the part of the ...
%   plot_histogram_layout              The places of the parts of a figure as drawn by plot_histogram_rgba: a column for each part (figure, axes, ...
%   plot_histogram_rgba                The histogram of an image as a figure of a given size, into the caller's memory.
%   plus                               a + b.
%   polarization                       The sign of the polarization: +1 and -1 for the two circular ones, 0 for none or when the file does not say.
%   position                           The stage position of a pixel according to the map.
%   power                              a .^ b.
%   prec_loss                          Whether converting to a dtype loses precision; then there is a warning too.
%   prod                               The product.
%   prod_value                         The product; masked elements count as 1.
%   product                            The same as stoner.original.prod.
%   product_value                      The same as prod_value.
%   profile_line                       The intensity along a line from one point to another, both included: a table with the columns X, Y, ...
%   profile_line_x                     The intensity along the whole column of pixels at an x; see profile_line.
%   profile_line_y                     The intensity along the whole row of pixels at a y; see profile_line.
%   ptp                                The greatest less the least value (peak to peak), in the array's dtype: integers wrap.
%   ptp_value                          The greatest less the least value of the elements that are not masked.
%   put                                Writes values at indices counted in C order.
%   quantity                           A well-known quantity according to the metadata, in the unit that stoner.Library.quantity_unit says: a ...
%   quantize                           Gives each pixel one of a few values, by the band in which it lies; the upper edge belongs to its band.
%   radial_coordinates                 An image of the polar coordinates of each pixel, of dtype f64 (or c128).
%   radial_profile                     The profile of an image along the radius: a table with one row for each ring, in the columns "Low_r", "r" ...
%   range                              The greatest less the least value.
%   rank                               The rank of the matrix.
%   ravel                              All elements in a row; nothing is copied where they lie in that order.
%   raw_handle                         The library's number of the image, for stoner_mex; [] after delete.
%   rdivide                            a ./ b.
%   read                               The pixels as an array, of the image's class or of another ('double', 'uint8', ...).
%   read_mask                          The mask as a logical array.
%   real                               The real part of each pixel.
%   register                           Finds the movement that aligns an image with a reference, and moves nothing.
%   rem                                The remainder with the sign of the dividend: rem(a, b).
%   remove_outliers                    Replaces the pixels below one and above another percentile.
%   remove_plane                       Removes a plane.
%   repeat                             Repeats each element along an axis.
%   repmat                             Copies beside each other.
%   reshape                            The pixels in another size, column by column.
%   resize                             Always fails, as numpy.ma's method: a masked array can not be resized in place.
%   rot90                              Turned anticlockwise by n quarters, as ccw; rot90(im, -1) turns as cw.
%   rotate                             Rotates clockwise, as seen on the screen.
%   round                              Each pixel rounded, halves away from 0: round(im), round(im, digits).
%   rows                               The number of rows.
%   save                               Saves an image to a temporary file, which is then renamed, so that a crash or a full disk leaves an old ...
%   save_npy                           Saves the array alone, of any rank and dtype, as numpy's npy.
%   save_png                           Saves an 8-bit grey PNG, round(255 (v - min) / (max - min)), with the metadata in its text chunks.
%   save_tiff                          Saves a TIFF with the metadata in its ImageDescription; planes, map and mask travel in a private tag.
%   saveobj                            The image as a struct of arrays and texts, which a file can hold; stoner.Image(saved) makes an image of it ...
%   searchsorted                       For each of some values the index in this sorted image of rank 1 where inserting it keeps the order, from 1.
%   set_context                        Sets the stoner.Context of calls on the image; []: none.
%   set_filename                       Sets the file name, which save uses if it gets none.
%   set_fill_value                     Sets the fill value for masked elements.
%   set_frame_axis                     Gives an image an axis of frames along its first axis: the values become the metadata entry `name`, and ...
%   set_map                            Sets the map; see map.
%   set_metadata                       Replaces all metadata, by a stoner.Metadata or a struct.
%   set_plane                          Adds or replaces a plane.
%   set_title                          Sets the title.
%   setfield                           Writes values into a part of each element's bytes.
%   sgolay2d                           Fits a polynomial to the square window around each pixel and takes its value or derivative there ...
%   shape                              Rows and columns, as size.
%   shrink_mask                        Drops a mask that masks nothing: the array then has none, which is faster.
%   sign                               The sign of each pixel: -1, 0 or 1.
%   sign_loss                          Whether converting to a dtype loses signs: there are negative pixels and the dtype has no negative values; ...
%   sin                                The sine of each pixel, in radians.
%   single                             The pixels as an array of single, masked ones NaN; complex ones stay complex.
%   sinh                               The hyperbolic sine of each pixel.
%   size                               Rows and columns; of a stack rows, columns and frames.
%   soften_mask                        Makes the mask soft, the initial state: elements that are written to are unmasked.
%   sort                               The pixels in order along a dimension.
%   span                               The lowest and the highest value.
%   sqrt                               The square root of each pixel; that of a negative number is complex.
%   squeeze                            Dimensions of length 1 left out.
%   std                                The standard deviation, with the divisor N - 1.
%   std_value                          The standard deviation of the elements that are not masked.
%   strides                            The steps in bytes from an element to the next along each axis, as data gives them; negative where an axis ...
%   subsasgn                           im(i, j) = values, im.title = 'x', im.mask = mask, im.metadata.name = value.
%   subsindex                          MATLAB only: matrix(im > 3) takes the elements where a logical image is true.
%   subsref                            im(i, j), im(mask), im.name, im.method(...).
%   subtract_image                     contrast * (image - background) + offset.
%   sum                                The sum.
%   sum_value                          The sum; masked elements count as 0.
%   sumsq                              The sum of the squares.
%   surf                               Shows the pixels as a surface.
%   svd                                The singular values.
%   swapaxes                           Exchanges two axes; nothing is copied.
%   take                               The elements at indices along an axis.
%   tan                                The tangent of each pixel, in radians.
%   tanh                               The hyperbolic tangent of each pixel.
%   threshold_minmax                   A bool image: where the pixels lie between two values, both excluded.
%   times                              a .* b.
%   title                              The title that was set, else the file name without its folder, else "".
%   to_rgba                            The pixels of an image in colours, one for each: for a live display.
%   tobytes                            The bytes of all elements, masked ones filled.
%   tofile                             Always fails, as numpy.ma's method: a masked array has no plain file.
%   toflex                             The bytes of numpy's structured array (_data, _mask): for each element, in C order, the element in native ...
%   tolist                             The pixels, masked ones replaced by 0 or a fill value, and the mask.
%   torecords                          The same as toflex, as in numpy.ma.
%   tostring                           The same as tobytes under numpy's old name.
%   trace                              The sum of the diagonal.
%   trace_value                        The sum along a diagonal of an array of rank 2.
%   translate                          Moves the content of the image: (2, 1) moves it 2 columns right and 1 row down.
%   translate_limits                   The largest box that has pixels of the original after a translation: xmin, xmax, ymin, ymax, the upper ...
%   transpose                          im.': rows and columns exchanged, with positions.
%   transpose_axes                     The axes in another order; nothing is copied.
%   trapz                              The integral by the trapezoidal rule.
%   tril                               What lies below a diagonal; 0 elsewhere.
%   triu                               What lies above a diagonal; 0 elsewhere.
%   uint16                             The pixels as an array of uint16, rounded and limited as MATLAB does it.
%   uint32                             The pixels as an array of uint32, rounded and limited as MATLAB does it.
%   uint64                             The pixels as an array of uint64, rounded and limited as MATLAB does it.
%   uint8                              The pixels as an array of uint8, rounded and limited as MATLAB does it.
%   uminus                             -a.
%   underlyingType                     The class of the pixels: 'uint16', 'double', ...; class(im) is stoner.Image.
%   unique                             The values that occur, in ascending order, as an array of MATLAB; masked pixels are left out.
%   unlike                             Whether two images were taken under other conditions, so that their pixels are not to be combined: other ...
%   uplus                              +a.
%   var                                The variance, with the divisor N - 1.
%   var_value                          The variance of the elements that are not masked.
%   vertcat                            [a; b]: images and matrices above each other.
%   view                               The bytes of the elements as elements of another dtype (numpy's view).
%   where                              Takes elements of `a` where a condition is true (not 0), else of `b`.
%   width                              The number of columns.
%   write                              Writes pixels into the image, which it changes: all, or a box.
%   write_mask                         Replaces the mask; [] or false: nothing is masked.
%   xmcd                               X-ray magnetic circular dichroism of two images of opposite polarization (see polarization).
%   xor                                Exclusive or, as a logical image.
%
% stoner.Scan
%
%   axes                               The axes of the detector's image, one for each dimension of it: a(1) has the rows, a(2) the columns, a(3) ...
%   clone                              Makes a second handle for the same scan.
%   completeness                       The part of a detector's values that were written, as far as the file's storage tells, which counts ...
%   context                            The stoner.Context of calls on the scan, or []; set_context sets it.
%   default_detector                   An entry's default detector: the one to which the file's attributes `default` and `signal` lead, else what ...
%   default_entry                      The default entry: the one to which the file's attribute `default` leads, else the first by name.
%   delete                             Frees the scan.
%   detector_count                     The number of an entry's detectors; at least 1.
%   detector_name                      A detector's name: the path of its group below the entry, and of its dataset where the group has several.
%   detectors                          The names of an entry's detectors, the default one first, as a cell of texts.
%   disp                               Shows what the scan holds.
%   dtype                              The class of the detector's values: 'uint16', 'double', .
%   energies                           The energy of each frame in eV; [] where the file does not say.
%   entries                            The names of the entries, the default one first, as a cell of texts.
%   entry_count                        The number of entries; at least 1.
%   entry_name                         An entry's name: its path in the file without the first slash.
%   facility                           Where an entry was measured, as the file says it; "" where it does not.
%   filename                           The file.
%   finish                             When the measurement ended, as the file says it; '' where it does not.
%   frame_count                        The number of a detector's frames: the first of three axes; 1 for an image or a spectrum.
%   image                              The detector's image, a stoner.Image: all of it, or one frame with its own energy, positions and map.
%   kind                               What was scanned along what: 'image', 'stack', 'line-spectrum', 'point-spectrum', 'focus', ...; 'generic' ...
%   loadobj                            MATLAB only: the scan of the file that saveobj named; load calls it.
%   metadata                           A copy of an entry's metadata, but for long arrays, which come with its images.
%   monitor_count                      The number of an entry's monitors: what was measured beside the detectors at each pixel, the ring current ...
%   monitor_name                       A monitor's name.
%   monitors                           The names of what was measured beside the detectors at each pixel, as a cell of texts.
%   numArgumentsFromSubscript          MATLAB only: an index gives one value.
%   points                             The points of a frame in the order in which they were measured: a table with a row for each.
%   quantity                           A well-known quantity of each frame: 'energy' (eV), 'dwell' (s), 'polarization', 'helicity', 'ring- ...
%   raw_handle                         The library's number of the scan, for stoner_mex; [] after delete.
%   refresh                            The scan as its file is now: a file that another program writes grows.
%   repair                             One of those, in words.
%   repair_count                       How often the reader assumed something, or left something out, because an entry breaks a rule of its format.
%   repairs                            What was assumed or left out where the file breaks a rule of its format, as a cell of texts.
%   rule                               The rule by which the file was recognised as a scan.
%   saveobj                            The name of the file as a struct, which a file can hold; stoner.Scan(saved) opens it again.
%   Scan                               Opens a file; 'context', ctx among the inputs is the stoner.Context of all its calls.
%   set_context                        Sets the stoner.Context of calls on the scan; []: none.
%   shape                              The lengths of the axes of a detector's image: (rows, columns), (frames, rows, columns), or (energies) of ...
%   spectrum                           The spectrum of a region of the sample: a table with a row for each frame.
%   start                              When an entry began, as the file says it (ISO 8601 in NeXus); "" where it does not.
%   subsref                            s.method(...), and s.energies(2), s.axes(1).values: an index of what a method gives that takes names alone.
%
% stoner.Live
%
%   clone                              Makes a second live image with the same points, which goes its own way from here.
%   context                            The stoner.Context of calls on the live, or []; set_context sets it.
%   coverage                           The part of the pixels that have points, 0 to 1.
%   delete                             Frees the live image.
%   disp                               Shows how far the measurement is.
%   image                              Takes an image of all points so far: f64, masked where no point is, with a map, the metadata of ...
%   Live                               Makes an image without points: [rows columns], [x y] of the middle of the first pixel, [dx dy].
%   push                               Adds points.
%   raw_handle                         The library's number of the live, for stoner_mex; [] after delete.
%   read                               The image of all points so far as matrices: values and standard errors, NaN where no point is, and the ...
%   reset                              Forgets all points, for the next frame.
%   saveobj                            A live image cannot be saved: save its image.
%   set_context                        Sets the stoner.Context of calls on the live; []: none.
%   set_metadata                       Gives metadata (energy, dwell, polarization, ...) to the images that are taken from now on.
%   state                              How far the measurement is.
%
% stoner.Table
%
%   add_column                         Adds a column after the others.
%   clone                              Makes a second table with the same content.
%   column                             The values of one column, by its name or its number, from 1.
%   column_count                       The number of columns.
%   column_index                       The column with a name: the first, where several share it.
%   column_name                        A column's name, without its unit.
%   column_unit                        A column's unit; "" where it has none.
%   context                            The stoner.Context of calls on the table, or []; set_context sets it.
%   delete                             Frees the table.
%   disp                               Shows the columns, with their units, and the first rows.
%   double                             All columns as a matrix.
%   end                                The last row or column.
%   equal                              Whether two tables have the same columns in the same order: names, units, values (NaN equals NaN); with ...
%   height                             The number of rows.
%   isempty                            Whether there are no values.
%   isequal                            Whether two tables have the same columns.
%   loadobj                            MATLAB only: the table of what saveobj wrote; load calls it.
%   metadata                           A copy of the metadata: in a table that was made from an image, those of the image, without planes and ...
%   names                              The names of the columns, as a cell of texts.
%   numArgumentsFromSubscript          MATLAB only: an index gives one value.
%   plot                               Draws columns as lines in the current axes, or saves a figure in a PNG file.
%   plot_layout                        The places of the parts of a figure as drawn by Table.plot_rgba: a column for each part (figure, axes, ...
%   plot_rgba                          Columns of a table as a figure of a given size, into the caller's memory.
%   raw_handle                         The library's number of the table, for stoner_mex; [] after delete.
%   read                               The values of all columns.
%   read_column                        The values of one column.
%   row_count                          The number of rows; 0 without columns.
%   save                               Saves a table as text, to a temporary file, which is then renamed.
%   saveobj                            The table as a struct, which a file can hold; stoner.Table(saved) makes a table of it again.
%   set_column_name                    Renames a column.
%   set_column_unit                    Sets a column's unit.
%   set_context                        Sets the stoner.Context of calls on the table; []: none.
%   set_metadata                       Replaces all metadata of a table.
%   size                               Rows and columns.
%   subsref                            t.name, t('name'), t(rows, columns), t.method(...).
%   Table                              Loads a table, makes one of a matrix, or an empty one.
%   table                              MATLAB only: a table of MATLAB's own, with the names and units of the columns.
%   units                              The units of the columns, as a cell of texts.
%   width                              The number of columns.
%
% stoner.Metadata
%
%   clear                              Removes all entries.
%   clone                              Makes a second handle with the same content.
%   contains                           Whether there is such a key.
%   context                            The stoner.Context of calls on the metadata, or []; set_context sets it.
%   count                              The number of entries.
%   delete                             Frees the metadata.
%   disp                               Shows the entries, and of each group how many it has.
%   equal                              Whether two metadata have the same keys with the same values and units; their order does not matter.
%   export                             A whole entry as text with its key and type: "energy{Double Float}=708.5".
%   fieldnames                         What may follow md.
%   get                                The value under a name.
%   get_array                          An array of numbers, as an image: read its shape, dtype and elements.
%   get_bool                           A boolean.
%   get_bytes                          Bytes; of text its UTF-8 form.
%   get_complex                        A complex number; a real one has the imaginary part 0.
%   get_f64                            A real number; an integer or boolean is converted.
%   get_i64                            An integer; a boolean counts as 0 or 1.
%   get_nested                         A nested value: a cluster as metadata of its own; a list or tuple as metadata with the keys "0", "1", .
%   get_string                         Text; of a timestamp its ISO 8601 form.
%   get_text                           Any value as text, in the form that files have: 1.5, True, [1, 2], array([1., 2.]), and text as it is.
%   group                              The entries whose names begin with a name and a dot, without these, as metadata of their own: ...
%   groups                             The first parts of names that have further parts, as a cell: collection, control, .
%   isequal                            Whether two metadata have the same entries.
%   isKey                              Whether there is an entry of that name.
%   items                              Names and values: a cell of two columns.
%   key                                The key at a place in the order.
%   keys                               All names, in order, as a cell of texts.
%   loadobj                            MATLAB only: the metadata of what saveobj wrote; load calls it.
%   Metadata                           Makes metadata without entries, or of a struct.
%   numArgumentsFromSubscript          MATLAB only: an index gives one value.
%   pop                                Removes an entry; the others keep their order.
%   popitem                            Removes the last entry.
%   raw_handle                         The library's number of the metadata, for stoner_mex; [] after delete.
%   resolve                            The entry that a dotted name refers to: one with that name, or a setting of the scan.
%   saveobj                            The metadata as a struct, which a file can hold; stoner.Metadata(saved) makes metadata of it again.
%   set                                Sets an entry: its type is that of the value.
%   set_array                          Sets an array of numbers: pixels and mask of an image, which are shared, not copied.
%   set_bool                           Sets a boolean.
%   set_bytes                          Sets bytes.
%   set_cluster                        Sets a cluster: named values.
%   set_complex                        Sets a complex number.
%   set_context                        Sets the stoner.Context of calls on the metadata; []: none.
%   set_f64                            Sets a real number.
%   set_i64                            Sets an integer.
%   set_list                           Sets a list.
%   set_none                           Sets an entry without a value.
%   set_string                         Sets text.
%   set_text                           Sets a value from its text form; see Metadata.get_text.
%   set_timestamp                      Sets a date and time.
%   set_tuple                          Sets a tuple: a cluster without names.
%   set_unit                           Sets the unit of a value.
%   setdefault                         Sets an entry to a default if its key does not exist.
%   subsasgn                           md.name.name = value, md('name') = value.
%   subsref                            md.name.name, md('name'), md.method(...).
%   type                               The type of a value.
%   type_name                          The name of a value's type as written in files: "Double Float", "I32", "String", "1D Array (Double Float)".
%   unit                               The unit of a value; "" when it has none.
%   update                             Sets every entry of another: existing keys keep their place, new ones come last in their order.
%   values                             All values, in order, as a cell.
%
% stoner.Context
%
%   cancel                             Asks all calls that run or will run with this context to stop: they return stoner:Cancelled as soon as ...
%   clear_error                        Forgets the last error.
%   clear_warnings                     Forgets all warnings.
%   Context                            Makes a context.
%   debug                              Whether loading explains itself; initially 0.
%   delete                             Frees the context.
%   disp                               Shows the context.
%   host                               The value that the gateway takes for a context.
%   is_cancelled                       Whether the context is cancelled.
%   memory_limit                       What one call with this context may take of memory where its inputs do not justify more.
%   progress                           The progress of the long call that last reported.
%   raw_handle                         The library's number of the context, for stoner_mex; [] after delete.
%   reset_cancel                       Withdraws a cancellation.
%   set_debug                          Whether loading explains itself: each loader that stoner.Image tries then adds a warning that says what it ...
%   set_memory_limit                   Sets what one call with this context may take of memory where its inputs do not justify more: a file that ...
%   set_threads                        Sets how many threads one call with this context may use.
%   threads                            How many threads one call with this context may use, at least 1.
%   warning                            One warning, in the order in which they were added.
%   warning_code                       What one warning is about, so that a program need not read its text.
%   warning_count                      The number of warnings.
%   warnings                           The warnings of the context, as a cell of texts.
%
% stoner.Library
%
%   auto_fit_fontsize                  The factor by which the size of a line of text is to be multiplied so that the text fits into a box, in ...
%   cmap_colours                       The colours of a colour map: the bytes that matplotlib paints with.
%   cmap_count                         The number of colour maps, their reverses included.
%   cmap_name                          The name of a colour map: gray, viridis, plasma, inferno, magma, cividis, turbo, hot, afmhot, jet, bone, ...
%   fmts                               The formats that an image can be saved in, separated by commas, as save takes them: ...
%   get_filedialog                     Asks the user for files or a folder through the hook of Context.set_file_hook.
%   image_stack                        Puts images together as the frames of a stack, in their order.
%   instruction_set                    Which instruction set the library's own kernels use, in the whole process: the best that the processor ...
%   interface                          The description of this interface as JSON, in UTF-8: every function with its parameters, their types, ...
%   last_error                         The message of the last call that failed with this context, with its causes; "" when none did.
%   last_error_read                    The text of stoner.Library.last_error, into the caller's buffer.
%   last_error_status                  The status of the last call that failed with this context; 0 when none did.
%   live_handles                       The number of handles, of all types, that were given out and not freed: 0 at the end of a program without ...
%   load                               Loads an image file of any supported kind: NXstxm (HDF5), SDF, TIFF, PNG, npy.
%   load_stxm                          Loads a scan of a scanning transmission X-ray microscope: NXstxm HDF5 as the PolLux beamline writes it.
%   loader_count                       The number of loaders.
%   loader_mime_type                   The media type of the files that a loader reads: "image/tiff".
%   loader_name                        A loader's name, which stoner.Image takes as `filetype`.
%   loader_patterns                    The patterns of the names of files that a loader reads, separated by spaces: "*.tif *.tiff".
%   loader_priority                    A loader's priority: lower numbers are tried first.
%   quantity_name                      A quantity's name, the same for all facilities: "energy", "ring_current".
%   quantity_unit                      A quantity's unit, the same for all facilities: "eV", "mA"; "" for a number without one.
%   set_instruction_set                Limits the library's own kernels to an instruction set, in the whole process: for tests, and to find out ...
%   set_kept_memory                    Sets how much memory of freed images the library keeps for new ones of the same size, in the whole ...
%   status_text                        What a status means, in a few words of English: "an argument has a value that is not allowed".
%   table_load                         Loads a table that Table.save or the Python package wrote, or any CSV file of numbers.
%   version                            The version as text, "major.minor.patch".
%   version_number                     The version as a number, for comparison with STONER_VERSION_NUMBER: major * 10000 + minor * 100 + patch.
%   version_report                     What this library is, as text in UTF-8: lines of a name, a colon and a value (version, features, target, ...
%
% stoner.original
%
%   all                                Whether all elements are true, that is not 0, as bool.
%   any                                Whether any element is true, that is not 0, as bool.
%   conj                               The complex conjugate; what is not complex stays.
%   cumprod                            The running product along an axis.
%   cumsum                             The running sum along an axis.
%   dot                                numpy's dot product: of ranks 1 and 1 the inner product, of 2 and 2 the matrix product, with rank 0 the ...
%   fft                                The discrete Fourier transform: the sum over the pixels of value times exp(-2 pi i (u x / columns + v y / ...
%   hist                               The histogram of an image, or of all frames of a stack: a table with one row for each bin, in the columns ...
%   imag                               The imaginary parts; 0 for what is not complex.
%   max                                The greatest value, in the array's dtype.
%   mean                               The mean of the elements that are not masked.
%   min                                The least value, in the array's dtype.
%   prod                               The product, multiplied in the order of memory.
%   real                               The real parts; what is not complex stays.
%   reshape                            The same elements in another shape.
%   round                              Rounds to a number of decimals, half to even.
%   sort                               The elements in ascending order along an axis; the mask moves with them.
%   squeeze                            Removes axes of length 1; nothing is copied.
%   std                                The standard deviation, the root of stoner.original.var; masked where it is not finite, NaN among it.
%   sum                                The sum.
%   trace                              The sums along the diagonals of two axes.
%   transpose                          The array with all its axes in reverse order (numpy's T).
%   var                                The variance: the mean of |x - mean|^2 over the elements that are not masked.
%
% Made from interface/interface.json by bindings/generator: do not edit.
