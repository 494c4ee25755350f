function sections()
%SECTIONS  What groups of methods have in common: help stoner.sections
%
%  Scans: what a file holds
%
%    A scan is what a file says of a measurement, read without its pixels, and the way to them:
%    entries (regions of the sample, or measurements one after the other), in each of them detectors,
%    and of each detector an image, a stack of frames or a spectrum. stoner.Library.scan_open reads
%    only what it needs, so a file may be larger than memory. Entries and detectors are named; []
%    means the one that the file names as its default. A scan is a value: what was opened stays as it
%    was. When its file has changed since, calls that read it return stoner:Changed, and never mix
%    old and new.
%
%  Scans: images, spectra, points
%
%    These calls read the scan's file. When it has changed since stoner.Library.scan_open they return
%    stoner:Changed: open it again.
%
%  Live images: while the scan runs
%
%    An acquisition program pushes points as they are measured, in any order, and takes an image at
%    any moment. Each point is sorted into the pixel of a regular grid in which it lies (or shared
%    among the four around it), and each pixel sums counts and monitor over its points. The value of
%    a pixel is the ratio of both, times `reference`: I / I0 where the monitor is I0, and the mean
%    counts of a point where there is no monitor and `reference` is 1.
%
%    A push costs each point the same however many there are, and needs no memory after
%    stoner.Library.live_new. The sums do not depend on how points were divided into pushes: the last
%    image is, bit for bit, that of all points pushed at once. One thread may push while another
%    takes images; each waits for the other's call to end.
%
%  Geometry: turns, flips, crops
%
%    In a stack each frame is processed. None of these copies pixels; planes and map follow.
%
%  Geometry: rotating and shifting
%
%    In a stack each frame is processed. Planes are resampled linearly and masked where they lie
%    outside, the map is composed. A pixel is masked when less than half of its linear weight comes
%    from valid pixels (neither masked nor NaN, and inside where a constant stands beyond the edges);
%    masked values do not affect others. The constant stands beneath the mask alone: all other pixels
%    have the values that they have where the edge goes on ('edge').
%
%  Registration: aligning images, drift
%
%    All of these find the movement that aligns one image with another. A movement is that of the
%    content, (x, y) in pixels: +x right, +y down. Pixel (0, 0) of both images is taken to be the
%    same place; their sizes may differ. Pixels that are masked, NaN or infinite are ignored, and so
%    are missing scan lines: rows (or columns) of one value in an image that otherwise varies. Rows
%    whose brightness follows the plane "beam current" are divided by it first. Where nothing was
%    found that is an error, stoner:NoResult; a warning tells where another movement would do nearly
%    as well, or where the standard errors of gauss_newton are above 0.4 pixels.
%
%    Methods, by the original's names:
%
%    | name | what it is |
%    |---|---|
%    | gauss_newton | the default: normalised cross-correlation over the overlap, then symmetric Gauss-Newton on quintic splines with gain and offset, of a precision near the bound that noise sets; gives standard errors. Metadata: `correlation`, `gain`, `offset` (reference = gain image + offset), `noise` (the standard deviation of the pixels' differences), `prefilter_sigma`, `pixels`, `steps`, `structure` ("pixels", or "gradients" where only their magnitude agrees, as with magnetic contrast of opposite sign) |
%    | scharr | the magnitudes of the gradients by Scharr's operator, laid on each other by sub-pixel steps: contrast may be inverted, in all of the image or in parts. Metadata: `success`, the correlation coefficient of the magnitudes |
%    | chi2_shift | the least chi squared, gain and offset fitted. Metadata: `chi2_shift` (x, y, their standard errors), `chi2_residual` |
%    | imreg_dft | phase correlation; with `rotation` and `scaling` these from the spectra's magnitudes, all refined together at the end. Metadata: `success`, the height of the phase correlation's maximum; `angle` in radians (in degrees, as the Python original has it, `angle_degrees`) and `scale`, with `angle_sigma` and `scale_sigma` where they are looked for |
%    | cv2 | maximisation of the enhanced correlation coefficient (ECC), as OpenCV's findTransformECC for translations. Metadata: `correlation`, `iterations` |
%
%    The other methods begin where gauss_newton ends and tell what it warns of; a method that finds
%    another movement than it, by more than a third of a pixel, warns too. All give standard errors.
%
%    Moving an image between its pixels takes variance from its noise, which then is correlated. At
%    half a pixel along one axis this much of it stays (order: part of the variance): 0: 1.00, 1:
%    0.50, 2: 0.71, 3: 0.76, 4: 0.81, 5: 0.84 (Catmull-Rom, the cubic of translate: 0.64); along both
%    axes the square of that; at whole pixels all. Where statistics of counts are taken afterwards,
%    order 0 keeps all of it, and order 5 most of what a sub-pixel movement can keep.
%
%  Geometry: drawing
%
%    Each function changes its image. Shapes are given in pixels, (x, y) = (column, row) with pixel
%    centres at integers, angles in radians clockwise on the screen; parts outside the image are left
%    out, however far away, and in a stack every frame is drawn on. The pixels are those of
%    skimage.draw (whose angles run the other way). `target` says where to draw. 'image': the pixels
%    take the value (exactly where the dtype of the image holds it; else a fraction is dropped, and
%    what is out of range becomes the nearest value) and are unmasked, except that under a hard mask
%    masked ones stay; 'mask': a value other than 0 masks, 0 unmasks (not where the mask is hard). On
%    an error nothing is changed, and on an image without pixels nothing is drawn. All need rank 2 or
%    3 (stoner:Shape).
%
%  Arithmetic: images with images and numbers
%
%    Element by element, as numpy.ma computes it. Shapes are broadcast: a frame, a row or one element
%    is repeated along the axes that it lacks. An image of rank 0 (stoner.Library.image_from_data
%    with ndim 0) is an integer or a complex number.
%
%    Masks: an element is masked where one of its operands is, and where a division, a power or a
%    function that does not exist everywhere (square root, logarithm, ...) has no finite value. Under
%    the mask lies the value of the first operand.
%
%    Dtypes: two images have the smallest dtype that holds the values of both (int32 and uint32:
%    int64; float32 and int32: float64; uint64 and int64: float64). Division makes double of
%    integers; so does a number. Floats stay as they are. Integers that do not fit wrap around as in
%    numpy, and a warning ('overflow') says how many did: counts of uint16 less a larger background
%    become large. `dtype` names another dtype in which is computed: 'single' or 'int32' there.
%
%    Planes, map, metadata and names are those of the first operand that has the result's shape, so
%    in general those of the first one. If the maps differ there is a warning (see unlike).
%
%  Intensity: types and ranges of pixel values
%
%    Masked pixels and NaN do not affect ranges and statistics; planes, map and metadata are kept.
%
%  Intensity: levels and contrast
%
%    Masked pixels and NaN do not affect ranges and fits; the result keeps the mask, and NaN is
%    masked too. Planes, map and metadata are kept. Unless a comment says otherwise, single images
%    stay single and integers become double.
%
%  Filters and transforms
%
%    Each frame of a stack is processed by itself. Planes, map and metadata are kept, except by the
%    Fourier transform.
%
%  Profiles along the radius
%
%    Around a centre (cx, cy), in pixels, z = (x - cx) dx + i (y - cy) dy: angle 0 points right, pi/2
%    down, so angles grow clockwise on the screen. 'from_left' asks for those of the Python original,
%    z = -(x - cx) dx + i (y - cy) dy.
%
%  Tables: histograms, profiles, spectra
%
%    Named columns of doubles, all of one length, and metadata. NaN means that there is no number.
%
%  Pictures
%
%    Images, histograms and tables as pictures, without a screen: a PNG file, or pixels for the
%    caller's own window.
%
%    OPTIONS are named values in a metadata handle (stoner.Library.metadata_new, Metadata.set_string,
%    ..._f64, ..._bool); not given: the defaults. Names are those of the Python package and of
%    matplotlib. An unknown name, or a value of another type, causes stoner:InvalidArgument; the
%    message lists what is allowed.
%
%    Of all figures: "title" (text; true or an entry without a value: the subject's own; default
%    false: none), "title_args" (a cluster of "fontsize", "color", "loc": left, center, right),
%    "theme" (light, dark), "font_size" (pixels; default in proportion to the picture), and where the
%    size is no parameter "width" and "height" (pixels, 1 to 16384; default as the contents need).
%
%    Of colours: "cmap" (default gray; stoner.Library.cmap_name), "norm" (linear; log; symmetric:
%    linear from -m to m), "vmin", "vmax" or "vmin_percentile", "vmax_percentile" (0 to 100; default
%    the least and the greatest finite pixel), "mask_color" (default none: the paper shows),
%    "mask_alpha" (0 to 1), "nan_color" (of NaN, and of pixels not above 0 where the norm is log;
%    default as masked pixels), "frame" (of a stack, from 1). A colour is "#rrggbb", "#rrggbbaa", a
%    name such as red, or none.
%
%    Pixels of a picture are 4 bytes, red, green, blue, alpha (not premultiplied), row by row from
%    the top.
%
%  Metadata: getting values
%
%    Each getter names the type that it returns; `Metadata.get_text` returns any value as text.
%
%  Metadata: setting values
%
%    An existing key keeps its place and its unit; a new one comes last. Lists, tuples and clusters
%    may be nested up to 64 deep; deeper ones are stoner:InvalidArgument.
%
%  Planes and map of the pixels
%
%    A plane is passed as an image of its own.
%
%  Frames: what the frames of a stack differ in
%
%    A stack has an axis of frames with a name, a unit and a value for each frame, most often the
%    energy. It follows the frames: take, the moves of an image and alignment keep it, means over
%    rows and columns too; it is saved in TIFF and NeXus files. It is dropped, with a warning, where
%    the first axis is no longer that of the frames.
%
%  Arrays: shape and memory
%
%    Properties of arrays, other shapes, other orders of axes, other dtypes. A result that only shows
%    the same elements differently copies nothing.
%
%  Arrays: masks
%
%    A hard mask protects: masked elements cannot be written to. The kind of mask and the fill value
%    are passed on from an image to images made from it.
%
%  Arrays: elements
%
%    Selection of elements by their places, and elementwise functions. Where the places of pixels are
%    lost, planes and map are dropped with a warning.
%
%  Arrays: reductions
%
%    Each gives an image with the remaining axes (of rank 0 when none remains), and the array's
%    metadata; an element is masked if all elements that it is made from are masked. `axes` names the
%    axes that are reduced, counted from the end where negative; none named means all. The functions
%    that end in `_value` reduce the whole array to one number.
%
%  Arrays: least and greatest
%
%    Reductions as those of the section "Arrays: reductions", which explains `axes` and the functions
%    that end in `_value`.
%
%  Arrays: order
%
%    The order is numpy's: NaN comes last; complex numbers go by their real parts, then by their
%    imaginary parts. Elements that compare equal keep their order (so every `kind` of numpy is
%    covered). A masked element is sorted as if it had a value, the fill. All functions return new
%    images.
%
%  Operations by name
%
%    Every function that makes an image from an image can be called by its name, with options by
%    keyword: the members `operation` of the interface's description (stoner.Library.interface) are
%    the names, without `stoner_image_`. A missing option has the default of its description; an
%    unknown option is an error that lists the allowed ones, and so is a value of another type.
%    Options have the names of C's parameters or the Python package's. Enumerations are given by name
%    ("nearest") or by number, boxes and several numbers as a list or an array, in which none means
%    the image's end, or the default of one number; NaN and infinity may also be the texts "NaN",
%    "Infinity", "-Infinity". An operation that changes its subject changes a copy.
%
%  Asking the user
%
%    A library without a screen cannot show a dialog: the host program sets hooks on a context, and
%    these functions call them. Without a hook they return stoner:NotInteractive; no other function
%    needs one. Hooks are called on the thread that asks, with no lock held; they may call the
%    library, and must return, not leave by longjmp or an exception.
%
% Made from interface/interface.json by bindings/generator: do not edit.
  help stoner.sections
end
