"""The regular methods of `Image`. Made from interface/interface.json by bindings/generator: do not edit."""

# ruff: noqa
from __future__ import annotations

from collections.abc import Iterable
from math import nan
from typing import TYPE_CHECKING, Any

from numpy.typing import DTypeLike

from .. import _convert as _n
from .._convert import ArrayLike, Axes, Box, Pair, Path
from .._runtime import call as _call
from .._values import image_argument as _image_argument, modes as _modes, scalar as _scalar

if TYPE_CHECKING:
    from .._image import Image
    from .._metadata import Metadata
    from .._table import Table

_MODE = _n.family("Mode")
_INTERPOLATION = _n.family("Interpolation")
_PREFILTER = _n.family("Prefilter")
_SERIES = _n.family("Series")
_GRID = _n.family("Grid")
_DRAW = _n.family("Draw")
_CIRCLE = _n.family("Circle")
_ARITHMETIC = _n.family("Arithmetic")
_COMPARISON = _n.family("Comparison")
_LOGIC = _n.family("Logic")
_MATH = _n.family("Math")
_LEVEL = _n.family("Level")
_SGOLAY = _n.family("Sgolay")
_FFT = _n.family("Fft")
_RADIAL = _n.family("Radial")
_ANGLES = _n.family("Angles")
_ORDER = _n.family("Order")
_CASTING = _n.family("Casting")
_BYTE_ORDER = _n.family("ByteOrder")
_INDEX = _n.family("Index")
_SIDE = _n.family("Side")


class ImageMethods:
    """What an image does that follows from the C function's description.

    Geometry: turns, flips, crops
    -----------------------------
    In a stack each frame is processed. None of these copies pixels; planes and map follow.

    Geometry: rotating and shifting
    -------------------------------
    In a stack each frame is processed. Planes are resampled linearly and masked where they lie outside, the map is composed.
    A pixel is masked when less than half of its linear weight comes from valid pixels (neither masked nor NaN, and inside
    where a constant stands beyond the edges); masked values do not affect others. The constant stands beneath the mask
    alone: all other pixels have the values that they have where the edge goes on ("edge").

    Registration: aligning images, drift
    ------------------------------------
    All of these find the movement that aligns one image with another. A movement is that of the content, (x, y) in pixels: +x right,
    +y down. Pixel (0, 0) of both images is taken to be the same place; their sizes may differ. Pixels that are masked, NaN or
    infinite are ignored, and so are missing scan lines: rows (or columns) of one value in an image that otherwise varies. Rows whose
    brightness follows the plane "beam current" are divided by it first. Where nothing was found that is an
    error, `NoResultError`; a warning tells where another movement would do nearly as well, or where the standard errors of
    gauss_newton are above 0.4 pixels.

    Methods, by the original's names:

    | name | what it is |
    |---|---|
    | gauss_newton | the default: normalised cross-correlation over the overlap, then symmetric Gauss-Newton on quintic splines with gain and offset, of a precision near the bound that noise sets; gives standard errors. Metadata: `correlation`, `gain`, `offset` (reference = gain image + offset), `noise` (the standard deviation of the pixels' differences), `prefilter_sigma`, `pixels`, `steps`, `structure` ("pixels", or "gradients" where only their magnitude agrees, as with magnetic contrast of opposite sign) |
    | scharr | the magnitudes of the gradients by Scharr's operator, laid on each other by sub-pixel steps: contrast may be inverted, in all of the image or in parts. Metadata: `success`, the correlation coefficient of the magnitudes |
    | chi2_shift | the least chi squared, gain and offset fitted. Metadata: `chi2_shift` (x, y, their standard errors), `chi2_residual` |
    | imreg_dft | phase correlation; with `rotation` and `scaling` these from the spectra's magnitudes, all refined together at the end. Metadata: `success`, the height of the phase correlation's maximum; `angle` in radians (in degrees, as the Python original has it, `angle_degrees`) and `scale`, with `angle_sigma` and `scale_sigma` where they are looked for |
    | cv2 | maximisation of the enhanced correlation coefficient (ECC), as OpenCV's findTransformECC for translations. Metadata: `correlation`, `iterations` |

    The other methods begin where gauss_newton ends and tell what it warns of; a method that finds another movement than it, by more
    than a third of a pixel, warns too. All give standard errors.

    Moving an image between its pixels takes variance from its noise, which then is correlated. At half a pixel along one axis
    this much of it stays (order: part of the variance): 0: 1.00, 1: 0.50, 2: 0.71, 3: 0.76, 4: 0.81, 5: 0.84 (Catmull-Rom, the cubic of
    `Image.translate`: 0.64); along both axes the square of that; at whole pixels all. Where statistics of counts are taken
    afterwards, order 0 keeps all of it, and order 5 most of what a sub-pixel movement can keep.

    Arithmetic: images with images and numbers
    ------------------------------------------
    Element by element, as numpy.ma computes it. Shapes are broadcast: a frame, a row or one element is repeated along the
    axes that it lacks. An image of rank 0 (`Image.from_data` with ndim 0) is an integer or a complex number.

    Masks: an element is masked where one of its operands is, and where a division, a power or a function that does not exist
    everywhere (square root, logarithm, ...) has no finite value. Under the mask lies the value of the first operand.

    Dtypes: two images have the smallest dtype that holds the values of both (int32 and uint32: int64; float32 and int32: float64;
    uint64 and int64: float64). Division makes double of integers; so does a number. Floats stay as they are. Integers that do not fit
    wrap around as in numpy, and a warning ("overflow") says how many did: counts of uint16 less a larger background
    become large. `dtype` names another dtype in which is computed: float32 or int32 there.

    Planes, map, metadata and names are those of the first operand that has the result's shape, so in general those of the first
    one. If the maps differ there is a warning (see `Image.unlike`).

    Intensity: types and ranges of pixel values
    -------------------------------------------
    Masked pixels and NaN do not affect ranges and statistics; planes, map and metadata are kept.

    Intensity: levels and contrast
    ------------------------------
    Masked pixels and NaN do not affect ranges and fits; the result keeps the mask, and NaN is masked too. Planes, map
    and metadata are kept. Unless a comment says otherwise, float32 images stay float32 and integers become float64.

    Filters and transforms
    ----------------------
    Each frame of a stack is processed by itself. Planes, map and metadata are kept, except by the Fourier transform.

    Profiles along the radius
    -------------------------
    Around a centre (cx, cy), in pixels, z = (x - cx) dx + i (y - cy) dy: angle 0 points right, pi/2 down, so angles grow clockwise on
    the screen. "from-left" asks for those of the Python original, z = -(x - cx) dx + i (y - cy) dy.

    Planes and map of the pixels
    ----------------------------
    A plane is passed as an image of its own.

    Arrays: shape and memory
    ------------------------
    Properties of arrays, other shapes, other orders of axes, other dtypes. A result that only shows the
    same elements differently copies nothing.

    Arrays: masks
    -------------
    A hard mask protects: masked elements cannot be written to. The kind of mask and the fill value are passed on from an image to
    images made from it.

    Arrays: elements
    ----------------
    Selection of elements by their places, and elementwise functions. Where the places of pixels are lost, planes and map are dropped
    with a warning.

    Arrays: reductions
    ------------------
    Each gives an image with the remaining axes (of rank 0 when none remains), and the array's metadata; an element is
    masked if all elements that it is made from are masked. `axes` names the axes that are reduced, counted from the end where negative; none
    named means all. The functions that end in `_value` reduce the whole array to one number.

    Arrays: least and greatest
    --------------------------
    Reductions as those of the section "Arrays: reductions", which explains `axes` and the functions that end in `_value`.

    Arrays: order
    -------------
    The order is numpy's: NaN comes last; complex numbers go by their real parts, then by their imaginary parts. Elements that compare equal
    keep their order (so every `kind` of numpy is covered). A masked element is sorted as if it had a value, the fill. All functions return new images.
    """

    _handle: Any

    def frame(self, index: int) -> Image:
        """One frame of a stack as an image, with its map, planes, mask, and its own energy, dwell and polarization.
        Copies no pixels.

        Parameters
        ----------
        index : int
            which one, from 0; a negative one is counted from the end

        Raises
        ------
        `ShapeError` unless the rank is 3; `OutOfRangeError` (index)
        """
        return _call("image_frame", self._handle, _n.integer(index, 64, "index"))

    def assign(self, source: Image | ArrayLike) -> None:
        """Makes an existing image what another one is: pixels, mask, planes, map, metadata, names. Copies no pixels. So
        a program that shows `target` all the time can put the result of any function there.

        Parameters
        ----------
        source : Image | ArrayLike
            stays as it is, and must still be freed
        """
        _call("image_assign", self._handle, _image_argument(source))

    def do_nothing(self) -> Image:
        """Does nothing: a copy, as `Image.clone` makes it. For testing a program's calls."""
        return _call("image_do_nothing", self._handle)

    @property
    def ndim(self) -> int:
        """The rank: 2 for an image, 3 for a stack."""
        return _call("image_ndim", self._handle)

    @property
    def size(self) -> int:
        """The number of elements."""
        return _call("image_size", self._handle)

    @property
    def CW(self) -> Image:
        """Turns a quarter clockwise, as seen on the screen.

        Raises
        ------
        `ShapeError` when the image has not rank 2 or 3
        """
        return _call("image_cw", self._handle)

    @property
    def CCW(self) -> Image:
        """Turns a quarter counter-clockwise, as seen on the screen.

        Raises
        ------
        `ShapeError` when the image has not rank 2 or 3
        """
        return _call("image_ccw", self._handle)

    @property
    def flip_h(self) -> Image:
        """Mirrors left and right.

        Raises
        ------
        `ShapeError` when the image has not rank 2 or 3
        """
        return _call("image_flip_h", self._handle)

    @property
    def flip_v(self) -> Image:
        """Mirrors top and bottom.

        Raises
        ------
        `ShapeError` when the image has not rank 2 or 3
        """
        return _call("image_flip_v", self._handle)

    @property
    def max_box(self) -> tuple[int, int, int, int]:
        """The box that holds the whole image: 0, columns, 0, rows."""
        return tuple(_call("image_max_box", self._handle).tolist())

    @property
    def aspect(self) -> float:
        """The aspect ratio, width / height in pixels."""
        return _call("image_aspect", self._handle)

    @property
    def centre(self) -> tuple[float, float]:
        """The middle, computed as in the original: (rows / 2, columns / 2), row first."""
        return tuple(_call("image_centre", self._handle).tolist())

    def rotate(self, angle: float, resize: bool = False, center: Iterable[float | None] | None = None, order: str | int | None = None, mode: str | int = 'constant', cval: float = 0.0, clip: bool = True, preserve_range: bool = False) -> Image:
        """Rotates clockwise, as seen on the screen. Values are those of skimage.transform.rotate with the negative
        angle.

        At order 0 every dtype stays. Otherwise float32 stays float32, all others become float64.

        Parameters
        ----------
        angle : float
            clockwise on the screen
        resize : bool
            True: the result is as large as the rotated image needs; False: as large as the image
        center : Iterable[float | None] | None
            2 values, x and y in pixels, of what does not move; None: the middle, ((columns - 1) / 2, (rows - 1) / 2)
        order : str | int | None
            of interpolation: 0 nearest, 1 linear, 3 cubic (Catmull-Rom, without a filter before), 2, 4, 5 B-splines
            through the pixels; "default": nearest for bool, else linear
        mode : str | int
            "constant", "grid-constant", "nearest", "edge", "reflect", "symmetric", "mirror", "wrap" or "grid-wrap":
            the values beyond the edges, whose pixels are masked in a constant mode. All modes interpolate over the
            edge, as skimage's do.
        cval : float
            the constant beneath the mask, in the values of the result
        clip : bool
            True: values are limited to the range of the image; False: not
        preserve_range : bool
            True: integers keep their values; False: they are divided by their dtype's maximum. At order 0 they stay.

        Raises
        ------
        `InvalidArgumentError`; `DtypeError` (complex; bool at other orders than 0); `ShapeError`; `OutOfRangeError`
        (a centre beyond 1e15); `NoMemoryError`; `CancelledError`
        """
        return _call("image_rotate", self._handle, float(angle), int(bool(resize)), _n.pair(center, "centre_xy"), _n.order(order, _INTERPOLATION, "order"), _n.enumeration(mode, _n.SKIMAGE_MODES, "mode"), float(cval), int(bool(clip)), int(bool(preserve_range)))

    def translate(self, translation: Pair, add_metadata: bool = False, order: str | int | None = None, mode: str | int = 'wrap', cval: float | None = None) -> Image:
        """Moves the content of the image: (2, 1) moves it 2 columns right and 1 row down. Fractions of a pixel are
        allowed. Values are those of skimage.transform.warp with that translation: limited to the range of the image;
        integers are divided by their dtype's maximum, but not at order 0, where every dtype stays.

        Parameters
        ----------
        translation : Pair
            2 values, x and y in pixels
        add_metadata : bool
            True: writes the metadata `translation` (x, y) and `translation_limits` (as `Image.translate_limits`)
        order : str | int | None
            of interpolation, as for `Image.rotate`; "default": nearest for bool, else cubic
        mode : str | int
            as for `Image.rotate`
        cval : float | None
            the constant that stands beyond the edges in a constant mode; None: the mean

        Raises
        ------
        as `Image.rotate`
        """
        return _call("image_translate", self._handle, _n.numbers(translation, "f8", 2, "translation"), int(bool(add_metadata)), _n.order(order, _INTERPOLATION, "order"), _n.enumeration(mode, _n.SKIMAGE_MODES, "mode"), 0 if cval is None else 1, 0.0 if cval is None else float(cval))

    def translate_limits(self, translation: Pair, reverse: bool = False) -> tuple[float, float, float, float]:
        """The largest box that has pixels of the original after a translation: xmin, xmax, ymin, ymax, the upper sides
        exclusive. Fractions of a pixel are kept; a translation by more than the image leaves a box without extent.

        Parameters
        ----------
        translation : Pair
            2 values, x and y in pixels
        reverse : bool
            True: the translation by the negative vector

        Raises
        ------
        `InvalidArgumentError` when the vector is not finite; `ShapeError` when the rank is not 2 or 3
        """
        return tuple(_call("image_translate_limits", self._handle, _n.numbers(translation, "f8", 2, "translation"), int(bool(reverse))).tolist())

    def register(self, reference: Image | ArrayLike, method: str = 'gauss_newton', box: Box | None = None, scale: float = 1.0, prefilter: str | int = 'none', prefilter_sigma: float = 1.0, upsample_factor: float = 0.0, threshold: float = 0.0, rotation: bool = False, scaling: bool = False) -> tuple[float, float] | tuple[tuple[float, float], tuple[float, float], float, float, Metadata]:
        """Finds the movement that aligns an image with a reference, and moves nothing.

        Parameters
        ----------
        reference : Image | ArrayLike
            rank 2, real
        method : str
            gauss_newton, scharr, chi2_shift, imreg_dft or cv2
        box : Box | None
            {xmin, xmax, ymin, ymax} in pixels, upper exclusive, None as far as there is: the part of both images that
            is used; None: the whole
        scale : float
            both are enlarged (below 1: made smaller) by this factor first. The results are in pixels of the images.
        prefilter : str | int
            "none", "gaussian" or "scharr": what is done to both first
        prefilter_sigma : float
            the Gaussian's; used only with "gaussian"
        upsample_factor : float
            the movement is found to 1 / upsample_factor pixels; 0: as well as the method can (its own default)
        threshold : float
            structure weaker than this fraction of the strongest gradient takes no part; 0: all takes part
        rotation : bool
            True: a method that can looks for a rotation (imreg_dft)
        scaling : bool
            True: a method that can looks for a change of scale (imreg_dft)

        Raises
        ------
        `NoResultError` when nothing was found; `InvalidArgumentError`; `ShapeError`; `DtypeError` (complex);
        `OutOfRangeError` (box); `NoMemoryError`; `CancelledError`
        """
        return _call("image_register", self._handle, _image_argument(reference), method, _n.box(box, "box"), _n.not_zero(float(scale), "scale", "above 0"), _n.enumeration(prefilter, _PREFILTER, "prefilter"), _n.not_zero(float(prefilter_sigma), "prefilter_sigma", "above 0"), float(upsample_factor), float(threshold), int(bool(rotation)), int(bool(scaling)))

    def align(self, ref: Image | ArrayLike, method: str = 'gauss_newton', box: Box | None = None, scale: float = 1.0, prefilter: str | int = 'none', prefilter_sigma: float = 1.0, upsample_factor: float = 0.0, threshold: float = 0.0, rotation: bool = False, scaling: bool = False, order: str | int | None = None, mode: str | int = 'constant', cval: float = nan, do_shift: bool = True) -> Image:
        """Moves an image so that its content lies on that of a reference. The result has the image's shape, its planes
        moved along, and the reference's map (if it has one). Content never wraps around an edge unless `mode` says
        so.

        At order 0 every dtype stays, else float32 stays and all others become float64. Values are those of
        scipy.ndimage.shift.

        Parameters
        ----------
        ref : Image | ArrayLike
            rank 2, real
        method : str
            gauss_newton, scharr, chi2_shift, imreg_dft or cv2
        box : Box | None
            {xmin, xmax, ymin, ymax} as for `Image.register`; None: the whole
        scale : float
            both are enlarged (below 1: made smaller) by this factor first. The results are in pixels of the images.
        prefilter : str | int
            "none", "gaussian" or "scharr": what is done to both first
        prefilter_sigma : float
            the Gaussian's; used only with "gaussian"
        upsample_factor : float
            the movement is found to 1 / upsample_factor pixels; 0: as well as the method can
        threshold : float
            structure weaker than this fraction of the strongest gradient takes no part; 0: all takes part
        rotation : bool
            True: a method that can looks for a rotation (imreg_dft)
        scaling : bool
            True: a method that can looks for a change of scale (imreg_dft)
        order : str | int | None
            of the spline by which the image is moved: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels;
            "default": cubic. The section "Registration: aligning images, drift" says what each takes from noise.
        mode : str | int
            "constant", "grid-constant", "nearest", "edge", "reflect", "symmetric", "mirror", "wrap" or "grid-wrap":
            the values beyond the edges, whose pixels are masked
        cval : float
            the constant, beneath the mask; NaN is allowed with "constant"
        do_shift : bool
            True: the image is moved; False: the result is the image with its new metadata alone

        Raises
        ------
        as `Image.register`
        """
        return _call("image_align", self._handle, _image_argument(ref), method, _n.box(box, "box"), _n.not_zero(float(scale), "scale", "above 0"), _n.enumeration(prefilter, _PREFILTER, "prefilter"), _n.not_zero(float(prefilter_sigma), "prefilter_sigma", "above 0"), float(upsample_factor), float(threshold), int(bool(rotation)), int(bool(scaling)), _n.order(order, _INTERPOLATION, "order"), _n.enumeration(mode, _MODE, "mode"), float(cval), int(bool(do_shift)))

    def correct_drift(self, reference: Image | ArrayLike, threshold: float = 0.005, upsample_factor: float = 50.0, box: Box | None = None, do_shift: bool = True) -> Image:
        """Moves an image back by what it has drifted from a reference: its features, the structure whose gradient is
        strong, are laid on those of the reference by the method gauss_newton. The image moves by the cubic spline;
        what comes from outside is masked, with NaN beneath. The result has the reference's map.

        Parameters
        ----------
        reference : Image | ArrayLike
            rank 2, real: the image that is taken to have no drift
        threshold : float
            structure weaker than this fraction of the strongest gradient takes no part
        upsample_factor : float
            the movement is rounded to 1 / upsample_factor pixels; infinity: not rounded
        box : Box | None
            {xmin, xmax, ymin, ymax} as for `Image.register`, so that annotations are not taken for features; None:
            the whole
        do_shift : bool
            True: the image is moved; False: the result is the image with its new metadata alone

        Raises
        ------
        as `Image.register`
        """
        return _call("image_correct_drift", self._handle, _image_argument(reference), float(threshold), _n.not_zero(float(upsample_factor), "upsample_factor", "1 or more"), _n.box(box, "box"), int(bool(do_shift)))

    def align_stack(self, series: str | int = 'reference', reference: int = 0, method: str = 'gauss_newton', box: Box | None = None, scale: float = 1.0, prefilter: str | int = 'none', prefilter_sigma: float = 1.0, upsample_factor: float = 0.0, threshold: float = 0.0, order: str | int | None = None, mode: str | int = 'constant', cval: float = nan) -> Table | tuple[Table, Image]:
        """Lays the frames of a series on each other. Frames are compared on several threads; progress is reported, and a
        cancel stops it.

        A frame that cannot be laid on the others is NaN in the table and masked in the result, and a warning tells
        why. A frame whose movement is in doubt is warned of by its number: a comparison warns, or what it is compared
        with does not say the same.

        Parameters
        ----------
        series : str | int
            "reference", "neighbour" or "all-pairs": which frames are compared
        reference : int
            the index of the frame that stays where it is
        method : str
            gauss_newton, scharr, chi2_shift, imreg_dft or cv2. Translations alone are looked for.
        box : Box | None
            {xmin, xmax, ymin, ymax} as for `Image.register`; None: the whole
        scale : float
            both are enlarged (below 1: made smaller) by this factor first. The results are in pixels of the images.
        prefilter : str | int
            "none", "gaussian" or "scharr": what is done to both first
        prefilter_sigma : float
            the Gaussian's; used only with "gaussian"
        upsample_factor : float
            the movement is found to 1 / upsample_factor pixels; 0: as well as the method can
        threshold : float
            structure weaker than this fraction of the strongest gradient takes no part; 0: all takes part
        order : str | int | None
            of the spline by which the image is moved: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels;
            "default": cubic. The section "Registration: aligning images, drift" says what each takes from noise.
        mode : str | int
            "constant", "grid-constant", "nearest", "edge", "reflect", "symmetric", "mirror", "wrap" or "grid-wrap":
            the values beyond the edges, whose pixels are masked
        cval : float
            the constant, beneath the mask; NaN is allowed with "constant"

        Raises
        ------
        as `Image.register`; `NoResultError` when no frame could be laid on another; `OutOfRangeError` for the
        reference
        """
        return _call("image_align_stack", self._handle, _n.enumeration(series, _SERIES, "series"), _n.integer(reference, 64, "reference"), method, _n.box(box, "box"), _n.not_zero(float(scale), "scale", "above 0"), _n.enumeration(prefilter, _PREFILTER, "prefilter"), _n.not_zero(float(prefilter_sigma), "prefilter_sigma", "above 0"), float(upsample_factor), float(threshold), _n.order(order, _INTERPOLATION, "order"), _n.enumeration(mode, _MODE, "mode"), float(cval))

    def griddata(self, values: Image | ArrayLike, xi: Image | ArrayLike, method: str | int = 'linear', fill_value: float = nan, rescale: bool = False) -> Image:
        """The values that are known at some points, at other positions (SciPy's griddata): any points, any targets, in
        two dimensions. Long: it reports progress and can be cancelled.

        Points whose position is masked or not finite, or whose value is masked or NaN, are ignored. Where several
        points lie on one place, linear and cubic take the mean of their values, nearest the first; of points at one
        distance nearest takes the first. Where four points lie on one circle the triangulation is not unique: a
        square along the axes is cut along the diagonal on which x grows and y falls, wherever the origin is. The
        gradients of the cubic method are found to 12 digits in any units.

        The result has the shape of `xi` without its last axis. It is f64, or complex128 where the values are complex;
        nearest keeps the values' dtype (where a target is not a number, so that the fill is needed, as the other
        two). It has no mask.

        The time hardly depends on the order of the points.

        Delaunay triangulation with exact decisions: points sorted into strips, whose edges are flipped (C. Lawson
        1977); very uneven ones by divide and conquer (L. Guibas, J. Stolfi 1985). Clough-Tocher: P. Alfeld 1984,
        Computer Aided Geometric Design 1, 169; gradients: G. Nielson 1983, Mathematics of Computation 40, 253.

        Parameters
        ----------
        values : Image | ArrayLike
            n real or complex values, in any shape
        xi : Image | ArrayLike
            the targets: an array of shape (..., 2), each row an x and a y
        method : str | int
            "linear", "nearest" or "cubic"
        fill_value : float
            the value outside the points' convex hull, and at targets that are not numbers. Targets outside by no more
            than the rounding of the coordinates count as inside. The method nearest needs it for targets that are not
            numbers only.
        rescale : bool
            True: scales x and y of the points to one length first, for coordinates that are no lengths of one kind

        Raises
        ------
        `ShapeError`; `DtypeError` for complex positions; `NoResultError` when fewer than three points take part or
        all lie on one line (nearest needs one point); `CancelledError`; `NoMemoryError`
        """
        return _call("image_griddata", self._handle, _image_argument(values), _image_argument(xi), _n.enumeration(method, _GRID, "method"), float(fill_value), int(bool(rescale)))

    def arithmetic(self, operation: str | int, b: Image | ArrayLike, dtype: DTypeLike | None = None) -> Image:
        """An image with an image: sum, difference, product, quotient, power and more of each pair of elements.

        Parameters
        ----------
        operation : str | int
            what is computed, such as "add"
        b : Image | ArrayLike
            the second operand
        dtype : DTypeLike | None
            the dtype of the result, in which is computed; 0: numpy's, the smallest that holds both

        Raises
        ------
        `ShapeError` when the shapes cannot be broadcast; `DtypeError` (bool minus bool; remainders and angles of
        complex numbers; a `dtype` of a lower kind than the images'); `OutOfRangeError` (a negative power of
        integers); `InvalidArgumentError` (operation, dtype; a result that would be far larger than the images)
        """
        return _call("image_arithmetic", self._handle, _n.enumeration(operation, _ARITHMETIC, "operation"), _image_argument(b), _n.dtype(dtype))

    def arithmetic_scalar(self, operation: str | int, value: float, swapped: bool = False, dtype: DTypeLike | None = None) -> Image:
        """An image with a number, or a number with an image. The number has the image's dtype, or is double beside
        integers and bool.

        Parameters
        ----------
        operation : str | int
            what is computed, such as "add"
        value : float
            the number
        swapped : bool
            False: the image is `a` and the number `b`; True: the number is `a`, as in 1 / image
        dtype : DTypeLike | None
            the dtype of the result, in which is computed; 0: numpy's, the smallest that holds both

        Raises
        ------
        `DtypeError` as `Image.arithmetic`; `OutOfRangeError` (a number that the dtype does not hold, a negative power
        of integers); `InvalidArgumentError` (operation, dtype)
        """
        return _call("image_arithmetic_scalar", self._handle, _n.enumeration(operation, _ARITHMETIC, "operation"), float(value), int(bool(swapped)), _n.dtype(dtype))

    def compare(self, comparison: str | int, b: Image | ArrayLike) -> Image:
        """Compares an image with an image: a bool image, which `Image.read` gives as the bytes of a mask. Integers are
        compared exactly, complex numbers by their real parts and then by their imaginary ones. With NaN all is false
        but "not-equal".

        Parameters
        ----------
        comparison : str | int
            what is asked, such as "less"
        b : Image | ArrayLike
            the second operand

        Raises
        ------
        `ShapeError` when the shapes cannot be broadcast; `InvalidArgumentError` (comparison; a result that would be
        far larger than the images)
        """
        return _call("image_compare", self._handle, _n.enumeration(comparison, _COMPARISON, "comparison"), _image_argument(b))

    def compare_scalar(self, comparison: str | int, value: float) -> Image:
        """Compares an image with a number, which has the image's dtype, or is double beside integers (of which those
        beyond 2^53 are rounded).

        Parameters
        ----------
        comparison : str | int
            what is asked, such as "less"
        value : float
            the second operand

        Raises
        ------
        `InvalidArgumentError` (comparison)
        """
        return _call("image_compare_scalar", self._handle, _n.enumeration(comparison, _COMPARISON, "comparison"), float(value))

    def logic(self, operation: str | int, b: Image | ArrayLike | None = None) -> Image:
        """Combines truths: whatever is not 0 is true. The result is a bool image.

        Parameters
        ----------
        operation : str | int
            how they are combined, such as "and"
        b : Image | ArrayLike | None
            the second operand; None for "not" and for it alone

        Raises
        ------
        `ShapeError` when the shapes cannot be broadcast; `InvalidArgumentError` (operation; `b` with "not"; a result
        that would be far larger than the images); `NullPointerError` (`b` without it)
        """
        return _call("image_logic", self._handle, _n.enumeration(operation, _LOGIC, "operation"), _image_argument(b))

    def math(self, function: str | int, dtype: DTypeLike | None = None) -> Image:
        """A function of each element: square root, logarithm, magnitude and more. Small integers become float, larger
        ones double, unless the function gives integers of integers ("negative", _ABSOLUTE, _SIGN, _SQUARE, _FLOOR,
        _CEIL, _TRUNC).

        Parameters
        ----------
        function : str | int
            the function, such as "sqrt"
        dtype : DTypeLike | None
            the dtype of the result, in which is computed; 0: numpy's

        Raises
        ------
        `DtypeError` (where a dtype has no such function, or a `dtype` of a lower kind than the image's);
        `InvalidArgumentError` (function, dtype)
        """
        return _call("image_math", self._handle, _n.enumeration(function, _MATH, "function"), _n.dtype(dtype))

    def where(self, a: Image | ArrayLike, b: Image | ArrayLike) -> Image:
        """Takes elements of `a` where a condition is true (not 0), else of `b`. An element is masked where the condition
        is, and where the one that was taken is.

        Parameters
        ----------
        a : Image | ArrayLike
            where the condition is true
        b : Image | ArrayLike
            where it is false

        Raises
        ------
        `ShapeError` when the shapes cannot be broadcast; `InvalidArgumentError` (a result that would be far larger
        than the images)
        """
        return _call("image_where", self._handle, _image_argument(a), _image_argument(b))

    def arithmetic_into(self, operation: str | int, b: Image | ArrayLike, target: Image | ArrayLike, dtype: DTypeLike | None = None) -> None:
        """`Image.arithmetic` for loops: an existing image becomes the result, with all that belongs to it. Where its
        memory fits (shape and dtype are those of the result) and no other image shares it, it is used again, so that
        a loop needs no new memory. `target` may be one of the operands: a = a - b. A mask that it has stays, where it
        marks nothing too. Other calls that use `target` wait meanwhile; the call is not cancelled, and reports no
        progress.

        Parameters
        ----------
        operation : str | int
            what is computed, such as "add"
        b : Image | ArrayLike
            the second operand
        target : Image | ArrayLike
            becomes the result; after an error it is as it was
        dtype : DTypeLike | None
            the dtype of the result, in which is computed; 0: numpy's, the smallest that holds both

        Raises
        ------
        as `Image.arithmetic`
        """
        _call("image_arithmetic_into", self._handle, _n.enumeration(operation, _ARITHMETIC, "operation"), _image_argument(b), _n.dtype(dtype), _image_argument(target))

    def arithmetic_scalar_into(self, operation: str | int, value: float, target: Image | ArrayLike, swapped: bool = False, dtype: DTypeLike | None = None) -> None:
        """`Image.arithmetic_scalar` for loops; see `Image.arithmetic_into`.

        Parameters
        ----------
        operation : str | int
            what is computed, such as "add"
        value : float
            the number
        target : Image | ArrayLike
            becomes the result; after an error it is as it was
        swapped : bool
            False: the image is `a` and the number `b`; True: the number is `a`, as in 1 / image
        dtype : DTypeLike | None
            the dtype of the result, in which is computed; 0: numpy's, the smallest that holds both

        Raises
        ------
        as `Image.arithmetic_scalar`
        """
        _call("image_arithmetic_scalar_into", self._handle, _n.enumeration(operation, _ARITHMETIC, "operation"), float(value), int(bool(swapped)), _n.dtype(dtype), _image_argument(target))

    def math_into(self, function: str | int, target: Image | ArrayLike, dtype: DTypeLike | None = None) -> None:
        """`Image.math` for loops; see `Image.arithmetic_into`.

        Parameters
        ----------
        function : str | int
            the function, such as "sqrt"
        target : Image | ArrayLike
            becomes the result; after an error it is as it was
        dtype : DTypeLike | None
            the dtype of the result, in which is computed; 0: numpy's

        Raises
        ------
        as `Image.math`
        """
        _call("image_math_into", self._handle, _n.enumeration(function, _MATH, "function"), _n.dtype(dtype), _image_argument(target))

    def convert(self, dtype: DTypeLike, force_copy: bool = False, uniform: bool = False, normalise: bool = True) -> Image:
        """Converts to another dtype and scales values to its range: floats are expected in [-1, 1], integers fill their
        whole range. Float to integer rounds half to even, integer to integer shifts bits. A loss of precision or of
        signs is a warning, and so are floats outside of [-1, 1] that have to be clipped for an integer.

        Parameters
        ----------
        dtype : DTypeLike
            bool to complex128
        force_copy : bool
            True: new pixels even where the dtype is already the one asked for; False: they are shared
        uniform : bool
            True: float to integer quantises the range into equal steps (floor); False: rounds to the nearest
        normalise : bool
            True: integer to float divides by the integer's maximum; False: keeps the values

        Raises
        ------
        `InvalidArgumentError` (dtype); `DtypeError` (from complex to real)
        """
        return _call("image_convert", self._handle, _n.dtype(dtype), int(bool(force_copy)), int(bool(uniform)), int(bool(normalise)))

    def asfloat(self, normalise: bool = True, clip: bool = False, clip_negative: bool = False) -> Image:
        """Converts integers and booleans to floating point; floats stay as they are.

        Parameters
        ----------
        normalise : bool
            True: integers are divided by their type's maximum; False: keep their values
        clip : bool
            True: values are clipped to [-1, 1]; a warning when that changes more than 1 % of them
        clip_negative : bool
            True: values are clipped to [0, 1]
        """
        return _call("image_asfloat", self._handle, int(bool(normalise)), int(bool(clip)), int(bool(clip_negative)))

    def clip_intensity(self, clip_negative: bool = False, limits: Pair | None = None) -> Image:
        """Clips values to [-1, 1], to [0, 1], or to limits, in the same dtype. An integer image's [-1, 1] is the whole
        range of its dtype: without limits only its negative values are clipped, when that is asked for. A warning
        when more than 1 % of the pixels change, as in an image of counts in floating point.

        Parameters
        ----------
        clip_negative : bool
            True: to [0, 1]; False: to [-1, 1]
        limits : Pair | None
            2 values, low and high, that replace these ranges; None: none
        """
        return _call("image_clip_intensity", self._handle, int(bool(clip_negative)), _n.numbers(limits, "f8", 2, "limits"))

    def normalise(self, scale: Pair = (-1.0, 1.0), sample: Box | None = None, limits: Pair = (0.0, 1.0), scale_masked: bool = False) -> Image:
        """Scales values linearly to a range.

        Parameters
        ----------
        scale : Pair
            2 values: the results for the lowest and the highest value
        sample : Box | None
            {xmin, xmax, ymin, ymax}: the box in which lowest and highest are searched; None: the whole
        limits : Pair
            2 fractions of the sorted values, which take the place of lowest and highest; values beyond are clipped
        scale_masked : bool
            True: masked pixels are scaled too; False: they keep their values. In neither case do they count in the
            search.

        Raises
        ------
        `NoResultError` when the image is constant or has no valid pixel; `OutOfRangeError` (sample); `DtypeError`
        (complex)
        """
        return _call("image_normalise", self._handle, _n.numbers(scale, "f8", 2, "scale"), _n.box(sample, "sample"), _n.numbers(limits, "f8", 2, "limits"), int(bool(scale_masked)))

    def span(self) -> tuple[float, float]:
        """The lowest and the highest value. Masked pixels and NaN are ignored.

        Raises
        ------
        `NoResultError` when there is no valid pixel; `DtypeError` (complex)
        """
        return _call("image_span", self._handle)

    def adjust_contrast(self, lims: Pair = (0.1, 0.9), percent: bool = True) -> Image:
        """Stretches the intensities so that two limits become the ends of the dtype's range; values beyond are clipped.
        Floats fill [0, 1] when the lower limit is not negative, else [-1, 1]; integers all values of their dtype
        (from 0 when the lower limit is not negative), fractions cut off. Equal limits leave nothing to stretch: every
        pixel becomes the limit, clipped to that range. The dtype stays. Metadata: `adjust_contrast`, the two limits
        as values of pixels. The rule is that of skimage.exposure.rescale_intensity.

        Parameters
        ----------
        lims : Pair
            2 values, low and high: fractions of the sorted pixels (percentiles / 100, of a stack over all frames) or,
            without percent, values
        percent : bool
            True: lims are fractions; False: lims are values

        Raises
        ------
        `InvalidArgumentError` (lims); `NoResultError` when no pixel is valid; `DtypeError` (complex); `ShapeError`
        """
        return _call("image_adjust_contrast", self._handle, _n.numbers(lims, "f8", 2, "lims"), int(bool(percent)))

    def subtract_image(self, background: Image | ArrayLike, contrast: float = 16.0, clip: bool = True, offset: float = 0.5) -> Image:
        """contrast * (image - background) + offset. Two float32 images give float32, all others float64. A pixel is
        masked where either is or where the result is not a number. A warning names places, pixel sizes, energies and
        dwells that differ; the metadata entry "subtract_image.background" holds the file name of the background.

        Parameters
        ----------
        background : Image | ArrayLike
            an image of the same shape, or of that of one frame of a stack
        contrast : float
            the factor
        clip : bool
            True: the result is clipped to [-1, 1], with a warning when that changes more than 1 % of the pixels;
            False: not
        offset : float
            added at the end

        Raises
        ------
        `ShapeError`; `DtypeError` (complex); `InvalidArgumentError` (contrast or offset not finite)
        """
        return _call("image_subtract_image", self._handle, _image_argument(background), float(contrast), int(bool(clip)), float(offset))

    def threshold_minmax(self, threshmin: float = 0.1, threshmax: float = 0.9) -> Image:
        """A bool image: where the pixels lie between two values, both excluded. Integers are divided by their dtype's
        maximum first.

        Parameters
        ----------
        threshmin : float
            the lower value
        threshmax : float
            the upper value

        Raises
        ------
        `InvalidArgumentError` (NaN); `DtypeError` (complex); `ShapeError`
        """
        return _call("image_threshold_minmax", self._handle, float(threshmin), float(threshmax))

    def clip_neg(self) -> Image:
        """Sets negative values to 0; all others stay, those above 1 too. The dtype stays, and so does NaN.

        Raises
        ------
        `DtypeError` (complex)
        """
        return _call("image_clip_neg", self._handle)

    def _level_image(self, poly_vert: int = 1, poly_horiz: int = 1, box: Box | None = None, vert: ArrayLike | None = None, horiz: ArrayLike | None = None, mode: str | int = 'clip') -> Image:
        """Subtracts a polynomial background: one polynomial along x and one along y. Both are fitted together by least
        squares to the valid pixels inside the box, less their mean, which the result keeps; they are subtracted from
        the whole image. Of a stack each frame is fitted for itself. A degree for which the box has too few columns or
        rows is reduced, with a warning. Metadata: `poly_vert_subtract` and `poly_horiz_subtract`, the coefficients
        subtracted, the highest power first, of the pixel's index in the image (of a stack one row for each frame).
        Algorithm: orthogonal polynomials, G. E. Forsythe 1957.

        Parameters
        ----------
        poly_vert : int
            degree along y; of degree 0 nothing is fitted. Not used where `vert` is given.
        poly_horiz : int
            degree along x; of degree 0 nothing is fitted. Not used where `horiz` is given.
        box : Box | None
            {xmin, xmax, ymin, ymax} in pixels, of the fits; None: the whole image
        vert : ArrayLike | None
            coefficients of a polynomial in y to be subtracted unchanged, the highest power first; None: it is fitted
        horiz : ArrayLike | None
            coefficients of a polynomial in x, as vert; None: it is fitted
        mode : str | int
            "clip": values beyond [-1, 1] are clipped, with a warning when that changes more than 1 % of the pixels,
            as in an image of counts; "norm": normalised to [-1, 1]; "none"

        Raises
        ------
        `NoResultError` when no pixel in the box is valid or, for "norm", when the result is constant;
        `OutOfRangeError` (box); `InvalidArgumentError`; `DtypeError` (complex); `ShapeError`
        """
        vert_ = _n.numbers(vert, "f8", None, "vert")
        horiz_ = _n.numbers(horiz, "f8", None, "horiz")
        return _call("image_level_image", self._handle, _n.degree(poly_vert, "poly_vert"), _n.degree(poly_horiz, "poly_horiz"), _n.box(box, "box"), vert_, _n.length(vert_), horiz_, _n.length(horiz_), _n.enumeration(mode, _LEVEL, "mode"))

    def quantize(self, output: ArrayLike, levels: ArrayLike | None = None) -> Image:
        """Gives each pixel one of a few values, by the band in which it lies; the upper edge belongs to its band. An
        integer image keeps its dtype where that can hold all output values, else becomes float64.

        Parameters
        ----------
        output : ArrayLike
            values, one for each band
        levels : ArrayLike | None
            edges of the bands in rising order: one fewer than values, then the outer bands are open, or one more,
            then a pixel beyond the ends keeps its value. None: equal bands from min - d to max + d, d = (max - min) /
            100

        Raises
        ------
        `InvalidArgumentError` (numbers that do not fit, not rising, NaN); `NoResultError` when there are no levels
        and the image is constant; `DtypeError` (complex); `ShapeError`
        """
        output_ = _n.numbers(output, "f8", None, "output")
        levels_ = _n.numbers(levels, "f8", None, "levels")
        return _call("image_quantize", self._handle, output_, _n.length(output_), levels_, _n.length(levels_))

    def remove_outliers(self, percentiles: Pair = (0.01, 0.99), replace: Pair | None = None) -> Image:
        """Replaces the pixels below one and above another percentile. The dtype stays.

        Parameters
        ----------
        percentiles : Pair
            2 fractions of the sorted pixels, low and high, 0 to 1 (of a stack over all frames)
        replace : Pair | None
            2 values, for pixels below and above; None: the values of the percentiles (type 7; of an integer image the
            next integers between them)

        Raises
        ------
        `InvalidArgumentError` (percentiles; a value that the dtype cannot hold); `NoResultError` when no pixel is
        valid; `DtypeError` (complex); `ShapeError`
        """
        return _call("image_remove_outliers", self._handle, _n.numbers(percentiles, "f8", 2, "percentiles"), _n.numbers(replace, "f8", 2, "replace"))

    def asint(self, dtype: DTypeLike = 'uint16') -> Image:
        """Converts to integers, as `Image.convert` does: floats from [-1, 1], rounded half to even; integers by their
        bits. Lost precision and signs cause warnings.

        Parameters
        ----------
        dtype : DTypeLike
            an integer dtype

        Raises
        ------
        `InvalidArgumentError` (no integer dtype); `DtypeError` (complex)
        """
        return _call("image_asint", self._handle, _n.dtype(dtype))

    def dtype_limits(self, clip_negative: bool = True) -> tuple[float, float]:
        """The range of intensities of the image's dtype: -1 and 1 for floats, 0 and 1 for bool, all values for integers
        (those of 64 bits rounded to float64).

        Parameters
        ----------
        clip_negative : bool
            True: from 0 on; False: the whole

        Raises
        ------
        `DtypeError` (complex)
        """
        return _call("image_dtype_limits", self._handle, int(bool(clip_negative)))

    def im_scale(self, n: int, m: int, dtype: DTypeLike | None = None) -> Image:
        """Scales integers of n bits (0 to 2^n - 1) to m bits. Fewer bits: the first m ones are kept, or, with a warning,
        the values as they are where all fit. More: the n bits are repeated, exact where m is a multiple of n.

        Parameters
        ----------
        n : int
            bits of the values, at most what the image's dtype holds
        m : int
            bits of the result, at most what its dtype holds
        dtype : DTypeLike | None
            an integer dtype for the result; None: the smallest with m bits, signed where the image's is

        Raises
        ------
        `OutOfRangeError` when a pixel has not n bits; `InvalidArgumentError` (n, m, dtype); `DtypeError` when the
        image's dtype is not an integer
        """
        return _call("image_im_scale", self._handle, _n.integer(n, 32, "n"), _n.integer(m, 32, "m"), _n.dtype(dtype))

    def prec_loss(self, dtypeobj: DTypeLike) -> bool:
        """Whether converting to a dtype loses precision; then there is a warning too. From integer to integer it depends
        on the pixels: where all fit they are kept.

        Parameters
        ----------
        dtypeobj : DTypeLike
            bool to complex128

        Raises
        ------
        `InvalidArgumentError` (dtype)
        """
        return bool(_call("image_prec_loss", self._handle, _n.dtype(dtypeobj)))

    def sign_loss(self, dtypeobj: DTypeLike) -> bool:
        """Whether converting to a dtype loses signs: there are negative pixels and the dtype has no negative values;
        then there is a warning too.

        Parameters
        ----------
        dtypeobj : DTypeLike
            bool to complex128

        Raises
        ------
        `InvalidArgumentError` (dtype); `DtypeError` (complex)
        """
        return bool(_call("image_sign_loss", self._handle, _n.dtype(dtypeobj)))

    def filter_image(self, sigma: Pair = 2.0, mode: str | int = 'nearest', cval: float = 0.0, truncate: float = 4.0, preserve_range: bool = False) -> Image:
        """Smooths by a Gaussian, in floating point (float stays float, all else becomes double). Masked pixels and NaN
        are left out: each pixel becomes the mean of the valid ones weighted by the Gaussian; the result keeps the
        mask. Algorithm: that of skimage.filters.gaussian; masks by normalised convolution (Knutsson, Westin 1993).

        Parameters
        ----------
        sigma : Pair
            2 standard deviations in pixels, along x and along y
        mode : str | int
            the values beyond the edges
        cval : float
            the value beyond the edges of the modes with a constant
        truncate : float
            where the Gaussian is cut off, in standard deviations
        preserve_range : bool
            True: integers keep their values; False: they are divided by their type's maximum

        Raises
        ------
        `InvalidArgumentError` (sigma_xy, mode, truncate); `ShapeError` unless the rank is 2 or 3; `DtypeError`
        (complex)
        """
        return _call("image_filter_image", self._handle, _n.numbers(sigma, "f8", 2, "sigma_xy"), _n.enumeration(mode, _MODE, "mode"), float(cval), _n.not_zero(float(truncate), "truncate", "above 0"), int(bool(preserve_range)))

    def gaussian_filter(self, sigma: Pair, order: Pair = 0, mode: str | int | Iterable[str | int] = 'reflect', cval: float = 0.0, truncate: float = 4.0) -> Image:
        """Convolves with a Gaussian or with its derivatives, in the image's own dtype: integers are truncated after the
        pass along y and after that along x, and unsigned ones wrap where a derivative is negative (with a warning).
        Complex images are filtered component by component. Smoothing leaves masked pixels and NaN out: each pixel
        becomes the mean of the valid ones weighted by the Gaussian; for derivatives they have the value of the
        nearest valid pixel. The result keeps the mask. Smoothing floating-point images, none of whose pixels is left
        out, by a Gaussian of a radius of 24 pixels or more (sigma 6 at the default of truncate) gives the plain sum
        to 1e-6 of the image's range, in a time that does not grow with sigma. Algorithm: that of
        scipy.ndimage.gaussian_filter; long ones as sums of cosines (Elboher, Werman 2012; Sugimoto, Kamata 2013);
        masks by normalised convolution (Knutsson, Westin 1993).

        Parameters
        ----------
        sigma : Pair
            2 standard deviations in pixels, along x and along y; an axis with 0 is not filtered
        order : Pair
            2 orders, along x and along y: 0 smooths, 1 to 20 is that derivative
        mode : str | int | Iterable[str | int]
            2 values: the values beyond the edges in x and in y; 0 among them is "reflect"
        cval : float
            the value beyond the edges of the modes with a constant
        truncate : float
            where the Gaussian is cut off, in standard deviations

        Raises
        ------
        `InvalidArgumentError` (sigma_xy, order_xy, mode_xy, truncate); `ShapeError` unless the rank is 2 or 3;
        `NoResultError` for a derivative when no pixel of a frame is valid
        """
        return _call("image_gaussian_filter", self._handle, _n.numbers(sigma, "f8", 2, "sigma_xy"), _n.numbers(order, "i4", 2, "order_xy"), _modes(mode, _MODE, "mode_xy"), float(cval), _n.not_zero(float(truncate), "truncate", "above 0"))

    def sgolay2d(self, points: int = 15, poly: int = 1, derivative: str | int = 'smooth') -> Image | tuple[Image, Image]:
        """Fits a polynomial to the square window around each pixel and takes its value or derivative there (Savitzky-
        Golay). Where a window would reach beyond the edge it is shifted inside and its polynomial is taken off its
        middle, so that a polynomial of the degree comes out as it was, edges included. Masked pixels and NaN are left
        out of the fits; where the valid pixels do not determine the polynomial the highest degree that they do
        determine is fitted, and a derivative that would need degree 1 and does not get it is masked. The result keeps
        the mask. Algorithm: Savitzky, Golay 1964, Anal. Chem. 36, 1627; in two dimensions Ratzlaff, Johnson 1989,
        Anal. Chem. 61, 1303.

        Parameters
        ----------
        points : int
            the window's width and height, odd, and at most the image's
        poly : int
            the polynomial's total degree in x and y, below `points`
        derivative : str | int
            "smooth", "x" or "y" (per pixel, along the columns or the rows), "both"

        Raises
        ------
        `InvalidArgumentError` (points, poly, derivative); `ShapeError` unless the rank is 2 or 3; `DtypeError`
        (complex)
        """
        return _call("image_sgolay2d", self._handle, _n.not_zero(_n.integer(points, 64, "points"), "points", "1 to 999"), _n.degree(poly, "poly"), _n.enumeration(derivative, _SGOLAY, "derivative"))

    def denoise(self, weight: float = 0.1) -> Image:
        """Removes noise and keeps edges: the image u that makes the sum of squares of u - image, by 2 weight, plus the
        total variation of u least. Float stays float, all else becomes double: integers are divided by their type's
        maximum, as scikit-image does. Masked pixels and NaN have the value of the nearest valid pixel; the result
        keeps the mask. Algorithm: Chambolle 2004, J. Math. Imaging Vision 20, 89, until the energy changes by less
        than 2e-4 of the first one, at most 200 times.

        Parameters
        ----------
        weight : float
            how much is smoothed, in the units of the pixels (for integers: of the type's maximum): an image with
            values a thousand times as large needs a thousand times the weight

        Raises
        ------
        `InvalidArgumentError` (weight); `ShapeError` unless the rank is 2 or 3; `NoResultError` when no pixel of a
        frame is valid; `DtypeError` (complex)
        """
        return _call("image_denoise", self._handle, _n.not_zero(float(weight), "weight", "above 0"))

    def _fft(self, shift: bool = True, output: str | int = 'magnitude', remove_dc: bool = False, gaussian: float = 0.0, window: str | None = None) -> Image:
        """The discrete Fourier transform: the sum over the pixels of value times exp(-2 pi i (u x / columns + v y /
        rows)), without a factor. Float gives float or its complex, all else double or its complex. Masked pixels and
        NaN count as the mean of the others; the result has no mask. Planes and map, which belong to pixels, are
        dropped with a warning.

        Parameters
        ----------
        shift : bool
            True: frequency 0 stands in the middle, at column columns / 2 and row rows / 2 rounded down; False: at
            column 0 and row False
        output : str | int
            "magnitude", "phase" (radians, -pi to pi) or "complex"
        remove_dc : bool
            True: frequency 0 and its eight neighbours are replaced by the mean magnitude of all others
        gaussian : float
            sigma in pixels of a blur of magnitude or phase, which goes on over the edges to the other side, as a
            spectrum does; 0: none
        window : str | None
            the window by which the image is multiplied first, round as skimage.filters.window makes it. None:
            nothing. Names are those of scipy.signal.windows and its short ones: boxcar, triang, parzen, bohman,
            blackman, nuttall, blackmanharris, flattop, bartlett, hann, hamming, barthann, cosine, lanczos; with
            parameters in parentheses exponential(tau; 1), tukey(alpha; 0.5), taylor(nbar, sll; 4, 30), kaiser(beta),
            kaiser_bessel_derived(beta), gaussian(std), general_gaussian(power, width), general_hamming(alpha),
            chebwin(attenuation in dB), dpss(normalised half-bandwidth), general_cosine(coefficients), where the
            numbers behind the semicolon are the defaults: "tukey(0.25)". A number alone is a Kaiser window's beta:
            "8.6"

        Raises
        ------
        `InvalidArgumentError` (output, window, gaussian; a blur of the complex transform); `ShapeError` unless the
        rank is 2 or 3; `NoResultError` when no pixel of a frame is valid or remove_dc leaves nothing for the mean;
        `DtypeError` (complex)
        """
        return _call("image_fft", self._handle, int(bool(shift)), _n.enumeration(output, _FFT, "output"), int(bool(remove_dc)), float(gaussian), window)

    def _profile_line(self, src: Pair, dst: Pair, linewidth: int = 1, order: str | int | None = None, mode: str | int = 'constant', cval: float = 0.0, constrain: bool = True, real_units: bool = False) -> Table:
        """The intensity along a line from one point to another, both included: a table with the columns X, Y, Distance
        (from `src`) and Intensity, and the image's metadata. Of a stack there is a column `Intensity 0`, `Intensity
        1`, ... for each frame. Values are those of skimage.measure.profile_line, but those of integer images are not
        rounded. The points are evenly spaced, at most a pixel apart. Masked pixels and NaN are left out; where there
        is nothing else, Intensity is NaN.

        Parameters
        ----------
        src : Pair
            2 values, x and y of the beginning: of the line's middle, where it is wide
        dst : Pair
            2 values, x and y of the end
        linewidth : int
            the width across the line in pixels, over which the mean is taken. Along and across there are at most 2^27
            points.
        order : str | int | None
            of interpolation: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels; "default": nearest for bool,
            else linear
        mode : str | int
            "constant", "grid-constant", "nearest", "edge", "reflect", "symmetric", "mirror", "wrap" or "grid-wrap":
            the values beyond the edges. All modes interpolate over the edge.
        cval : float
            the constant
        constrain : bool
            True: the ends are moved into the image, to pixel 0 or the last; False: not
        real_units : bool
            True: `src`, `dst` and the table are in the units of the image's map or, where there is none, by the
            metadata `MicronsPerPixel`; False: in pixels

        Raises
        ------
        `InvalidArgumentError`; `DtypeError` (complex; bool at other orders than 0); `KeyNotFoundError` (real units,
        but neither map nor metadata); `NoResultError` (they do not lead back to pixels); `ShapeError`;
        `NoMemoryError` (also a line of more than 2^24 points); `CancelledError`
        """
        return _call("image_profile_line", self._handle, _n.numbers(src, "f8", 2, "src"), _n.numbers(dst, "f8", 2, "dst"), _n.not_zero(_n.integer(linewidth, 64, "linewidth"), "linewidth", "1 to 65536"), _n.order(order, _INTERPOLATION, "order"), _n.enumeration(mode, _MODE, "mode"), float(cval), int(bool(constrain)), int(bool(real_units)))

    def profile_line_x(self, x: float, linewidth: int = 1, order: str | int | None = None, mode: str | int = 'constant', cval: float = 0.0, constrain: bool = True, real_units: bool = False) -> Table:
        """The intensity along the whole column of pixels at an x; see `Image.profile_line`.

        Parameters
        ----------
        x : float
            in pixels, or in real units: then the column whose middle has this x
        linewidth : int
            the width across the line in pixels, over which the mean is taken. Along and across there are at most 2^27
            points.
        order : str | int | None
            of interpolation: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels; "default": nearest for bool,
            else linear
        mode : str | int
            "constant", "grid-constant", "nearest", "edge", "reflect", "symmetric", "mirror", "wrap" or "grid-wrap":
            the values beyond the edges. All modes interpolate over the edge.
        cval : float
            the constant
        constrain : bool
            True: the ends are moved into the image, to pixel 0 or the last; False: not
        real_units : bool
            True: `src`, `dst` and the table are in the units of the image's map or, where there is none, by the
            metadata `MicronsPerPixel`; False: in pixels

        Raises
        ------
        as `Image.profile_line`
        """
        return _call("image_profile_line_x", self._handle, float(x), _n.not_zero(_n.integer(linewidth, 64, "linewidth"), "linewidth", "1 to 65536"), _n.order(order, _INTERPOLATION, "order"), _n.enumeration(mode, _MODE, "mode"), float(cval), int(bool(constrain)), int(bool(real_units)))

    def profile_line_y(self, y: float, linewidth: int = 1, order: str | int | None = None, mode: str | int = 'constant', cval: float = 0.0, constrain: bool = True, real_units: bool = False) -> Table:
        """The intensity along the whole row of pixels at a y; see `Image.profile_line`.

        Parameters
        ----------
        y : float
            in pixels, or in real units: then the row whose middle has this y
        linewidth : int
            the width across the line in pixels, over which the mean is taken. Along and across there are at most 2^27
            points.
        order : str | int | None
            of interpolation: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels; "default": nearest for bool,
            else linear
        mode : str | int
            "constant", "grid-constant", "nearest", "edge", "reflect", "symmetric", "mirror", "wrap" or "grid-wrap":
            the values beyond the edges. All modes interpolate over the edge.
        cval : float
            the constant
        constrain : bool
            True: the ends are moved into the image, to pixel 0 or the last; False: not
        real_units : bool
            True: `src`, `dst` and the table are in the units of the image's map or, where there is none, by the
            metadata `MicronsPerPixel`; False: in pixels

        Raises
        ------
        as `Image.profile_line`
        """
        return _call("image_profile_line_y", self._handle, float(y), _n.not_zero(_n.integer(linewidth, 64, "linewidth"), "linewidth", "1 to 65536"), _n.order(order, _INTERPOLATION, "order"), _n.enumeration(mode, _MODE, "mode"), float(cval), int(bool(constrain)), int(bool(real_units)))

    def _radial_coordinates(self, centre: Iterable[float | None] | None = None, pixel_size: Pair | None = None, size_from_map: bool = False, which: str | int = 'distance', angles: str | int = 'from-right') -> Image:
        """An image of the polar coordinates of each pixel, of dtype f64 (or c128). Planes, map, metadata and mask stay.
        Each frame of a stack has the same.

        Parameters
        ----------
        centre : Iterable[float | None] | None
            (x, y) in pixels, NaN for the default of one; None: (columns / 2, rows / 2), as in the original
        pixel_size : Pair | None
            2 values, the width and height of a pixel; None: 1 and 1
        size_from_map : bool
            True: the pixel size of the image's map, and `pixel_size` is None
        which : str | int
            "distance", "angle" (0 at the centre) or "complex"
        angles : str | int
            where angles begin

        Raises
        ------
        `ShapeError` (the rank is not 2 or 3); `InvalidArgumentError`; `NoResultError` when the image has no map, or
        one whose coordinates have different units; `NoMemoryError`; `CancelledError`
        """
        return _call("image_radial_coordinates", self._handle, _n.pair(centre, "centre"), _n.numbers(pixel_size, "f8", 2, "pixel_size"), int(bool(size_from_map)), _n.enumeration(which, _RADIAL, "which"), _n.enumeration(angles, _ANGLES, "angles"))

    def radial_profile(self, angle: ArrayLike | None = None, r: ArrayLike | None = None, centre: Iterable[float | None] | None = None, pixel_size: Pair | None = None, size_from_map: bool = False, angles: str | int = 'from-right', sector_width: float = 0.0) -> Table:
        """The profile of an image along the radius: a table with one row for each ring, in the columns "Low_r", "r" (the
        ring's middle), "high_r", "mean", "std" (ddof 0) and "number" of the pixels with Low_r <= r < high_r. Masked
        and NaN pixels are left out; a ring without pixels has number 0 and NaN. Of a stack each frame has its own
        "mean 0", "std 0", "number 0", "mean 1", ... The table has the image's metadata, and with `size_from_map` the
        map's unit. Uses several threads; the result does not depend on their number.

        Parameters
        ----------
        angle : ArrayLike | None
            None: all angles; one: those around it; two: from the first to the second, both included, in the sense in
            which angles grow, a full turn making no difference (3 to -3 crosses pi)
        r : ArrayLike | None
            the edges of the rings, rising numbers, one more than rings; None: from 0 to where the image's edge
            begins, 1 wide, or with `size_from_map` as wide as a pixel's smaller side
        centre : Iterable[float | None] | None
            (x, y) in pixels, NaN for the default of one; None: (columns / 2, rows / 2), as in the original
        pixel_size : Pair | None
            2 values, the width and height of a pixel; None: 1 and 1
        size_from_map : bool
            True: the pixel size of the image's map, and `pixel_size` is None
        angles : str | int
            where angles begin
        sector_width : float
            around one angle the width of the sector in radians; 0: one pixel wide at each radius

        Raises
        ------
        `ShapeError` (the rank is not 2 or 3); `DtypeError` (complex); `InvalidArgumentError`; `NoResultError` when
        there is no map with one unit, or, without `r`, when the centre does not lie inside; `NoMemoryError`;
        `CancelledError`
        """
        angle_ = _n.numbers(angle, "f8", None, "angle")
        r_ = _n.numbers(r, "f8", None, "r")
        return _call("image_radial_profile", self._handle, angle_, _n.length(angle_), float(sector_width), r_, _n.length(r_), _n.pair(centre, "centre"), _n.numbers(pixel_size, "f8", 2, "pixel_size"), int(bool(size_from_map)), _n.enumeration(angles, _ANGLES, "angles"))

    def _hist(self, bins: int | None = None, edges: ArrayLike | None = None, range: Pair | None = None) -> Table:
        """The histogram of an image, or of all frames of a stack: a table with one row for each bin, in the columns
        "low", "centre", "high" (its edges and middle), "count", "density" (the count divided by the width and by the
        sum of all counts) and "cumulative" (the sum of the counts so far). A bin holds its lower edge and not its
        upper one, the last bin both, exactly as numpy.histogram. Masked and NaN pixels are left out, and so are
        values outside the bins. The table has the image's metadata. Uses several threads.

        Parameters
        ----------
        bins : int | None
            the number of bins of one size; 0: 10, or those of `edges`
        edges : ArrayLike | None
            numbers that do not decrease; None: `bins` of one size
        range : Pair | None
            (lowest edge, highest edge) of bins of one size; None: the least and the greatest pixel (1 wide around the
            only value where there is but one)

        Raises
        ------
        `InvalidArgumentError` (also for `bins` or `range` together with `edges`); `DtypeError` (complex);
        `NoResultError` without `range` when a pixel is infinite; `NoMemoryError`; `CancelledError`
        """
        edges_ = _n.numbers(edges, "f8", None, "edges")
        return _call("image_hist", self._handle, 0 if bins is None else _n.not_zero(_n.integer(bins, 64, "bins"), "bins", "1 to 16777216"), edges_, _n.length(edges_), _n.numbers(range, "f8", 2, "range"))

    @property
    def polarization(self) -> int:
        """The sign of the polarization: +1 and -1 for the two circular ones, 0 for none or when the file does not say.
        It is the sign of the metadata entry "collection.polarization.value"; 0 where that is NaN or infinite. A value
        that is neither 0 nor near +-1 or +-0.2 (as PolLux writes it) gives a warning.
        """
        return _call("image_polarization", self._handle)

    def unlike(self, other: Image | ArrayLike) -> bool:
        """Whether two images were taken under other conditions, so that their pixels are not to be combined: other
        places, pixel sizes, energies (metadata of the detector) or dwells. A warning for each tells the values of
        both. What only one of them tells is no difference. `Image.xmcd` and `Image.subtract_image` look by
        themselves.

        Parameters
        ----------
        other : Image | ArrayLike
            the second image
        """
        return bool(_call("image_unlike", self._handle, _image_argument(other)))

    def xmcd(self, b: Image | ArrayLike) -> Image:
        """X-ray magnetic circular dichroism of two images of opposite polarization (see `Image.polarization`).

        The result is p (a - b) / (a + b), where p is the polarization of `a`: in either order it is (plus - minus) /
        (plus + minus). It has the planes, map and metadata of `a`, and in "xmcd.plus" and "xmcd.minus" the files of
        both. A pixel is masked where either is, where a + b is 0, and where the result is not finite. Places, pixel
        sizes, energies and dwells that differ are told in a warning each, with the values of both.

        Raises
        ------
        `PolarizationError` when the polarizations are equal or missing; `ShapeError`
        """
        return _call("image_xmcd", self._handle, _image_argument(b))

    XMCD = xmcd

    def pixel_size(self) -> tuple[float, float]:
        """The width and height of a pixel: the lengths of the map's steps by one column and by one row, in the map's
        units.

        Raises
        ------
        `NoResultError` without a map
        """
        return _call("image_pixel_size", self._handle)

    def position(self, column: float, row: float) -> tuple[float, float]:
        """The stage position of a pixel according to the map. Pixel centres are at integers; fractions and pixels
        outside are fine.

        Parameters
        ----------
        column : float
            the column, also between pixels
        row : float
            the row, also between pixels

        Raises
        ------
        `NoResultError` without a map
        """
        return _call("image_position", self._handle, float(column), float(row))

    @property
    def itemsize(self) -> int:
        """The size of one element in bytes."""
        return _call("image_itemsize", self._handle)

    @property
    def nbytes(self) -> int:
        """The size of all elements in bytes: what `Image.read` needs in the image's own dtype."""
        return _call("image_nbytes", self._handle)

    def iscontiguous(self) -> bool:
        """Whether the elements are contiguous in C order."""
        return bool(_call("image_iscontiguous", self._handle))

    def _reshape(self, shape: ArrayLike, order: str | int = 'C') -> Image:
        """The same elements in another shape. Copies nothing if the elements are in the requested order, or if axes are
        only merged or have length 1. Planes and map stay only where the shape does.

        Parameters
        ----------
        shape : ArrayLike
            lengths; one of them may be -1: it is computed. None: rank 0, one element.
        order : str | int
            in which the elements are counted, before and after: "c", F, A; K means A

        Raises
        ------
        `ShapeError` when the number of elements would change, or -1 stands twice
        """
        shape_ = _n.numbers(shape, "i8", None, "shape")
        return _call("image_reshape", self._handle, shape_, _n.length(shape_), _n.enumeration(order, _ORDER, "order"))

    def swapaxes(self, axis1: int, axis2: int) -> Image:
        """Exchanges two axes; nothing is copied. Planes and map as in `Image.transpose_axes`.

        Parameters
        ----------
        axis1 : int
            negative ones count from the end
        axis2 : int
            negative ones count from the end

        Raises
        ------
        `OutOfRangeError`
        """
        return _call("image_swapaxes", self._handle, _n.integer(axis1, 32, "axis1"), _n.integer(axis2, 32, "axis2"))

    def squeeze(self, axis: Axes = None) -> Image:
        """Removes axes of length 1; nothing is copied. Planes and map stay where the shape does, and where the only
        frame of a stack becomes an image.

        Parameters
        ----------
        axis : Axes
            axes, negative ones counted from the end; None: all of length 1

        Raises
        ------
        `ShapeError` when an axis that is named is longer; `OutOfRangeError`; `InvalidArgumentError` (one twice)
        """
        axes_ = _n.axes(axis)
        return _call("image_squeeze", self._handle, axes_, _n.length(axes_))

    def ravel(self, order: str | int = 'C') -> Image:
        """All elements in a row; nothing is copied where they lie in that order. Planes and map are dropped with a
        warning.

        Parameters
        ----------
        order : str | int
            "c", F, A; K means A, as in numpy.ma
        """
        return _call("image_ravel", self._handle, _n.enumeration(order, _ORDER, "order"))

    def flatten(self, order: str | int = 'C') -> Image:
        """All elements in a row, as `Image.ravel` (images are values: a copy is made when one of the two is written to);
        "k" uses their order in memory.

        Parameters
        ----------
        order : str | int
            "c", F, A, K
        """
        return _call("image_flatten", self._handle, _n.enumeration(order, _ORDER, "order"))

    def resize(self, shape: ArrayLike) -> None:
        """Always fails, as numpy.ma's method: a masked array can not be resized in place. `Image.reshape` keeps the
        number of elements, `Image.repeat` and `Image.take` change it.

        Parameters
        ----------
        shape : ArrayLike
            lengths

        Raises
        ------
        `UnsupportedError`
        """
        shape_ = _n.numbers(shape, "i8", None, "shape")
        _call("image_resize", self._handle, shape_, _n.length(shape_))

    def _astype(self, dtype: DTypeLike, order: str | int = 'K', casting: str | int = 'unsafe') -> Image:
        """The array in another dtype. A float that does not fit an integer becomes the nearest integer that does, and
        NaN becomes 0 (C leaves both undefined); of a complex number the real part is taken. Mask, planes and map
        stay; the fill value is converted.

        Parameters
        ----------
        dtype : DTypeLike
            bool to complex128
        order : str | int
            the order of the result in memory: "k" (also 0: axes as they are), C, F, A
        casting : str | int
            what may be lost: "unsafe" everything, NO, EQUIV, SAFE, SAME_KIND less

        Raises
        ------
        `DtypeError` when the rule does not allow the conversion
        """
        return _call("image_astype", self._handle, _n.dtype(dtype), _n.enumeration(order, _ORDER, "order"), _n.enumeration(casting, _CASTING, "casting"))

    def _view(self, dtype: DTypeLike) -> Image:
        """The bytes of the elements as elements of another dtype (numpy's view). If its size differs, the last axis
        becomes longer or shorter; it must then be contiguous and divisible, and there must be no mask. In bool every
        byte except 0 is true. The fill value becomes the default.

        Parameters
        ----------
        dtype : DTypeLike
            bool to complex128

        Raises
        ------
        `ShapeError` when the size of an element differs and the last axis does not divide into the new elements
        """
        return _call("image_view", self._handle, _n.dtype(dtype))

    def byteswap(self) -> Image:
        """Each element with its bytes in reverse order; of complex numbers each part."""
        return _call("image_byteswap", self._handle)

    def newbyteorder(self, new_order: str | int = 'swap') -> Image:
        """The values that the bytes have when they are read in another byte order. (Images are always in this machine's,
        so the result is the array that numpy shows, not a mark on the same bytes.)

        Parameters
        ----------
        new_order : str | int
            "swap" (the other one), NATIVE, LITTLE, BIG
        """
        return _call("image_newbyteorder", self._handle, _n.enumeration(new_order, _BYTE_ORDER, "byte_order"))

    def getfield(self, dtype: DTypeLike, offset: int = 0) -> Image:
        """A part of each element's bytes as an element of another dtype.

        Parameters
        ----------
        dtype : DTypeLike
            bool to complex128, not larger than the image's own
        offset : int
            bytes from the element's first byte; part and offset must lie inside the element

        Raises
        ------
        `InvalidArgumentError` (dtype), `OutOfRangeError` (offset)
        """
        return _call("image_getfield", self._handle, _n.dtype(dtype), _n.integer(offset, 64, "offset"))

    def setfield(self, val: Image | ArrayLike, dtype: DTypeLike, offset: int = 0) -> None:
        """Writes values into a part of each element's bytes. The mask is ignored.

        Parameters
        ----------
        val : Image | ArrayLike
            an image whose shape can be broadcast; converted to `dtype`
        dtype : DTypeLike
            bool to complex128, not larger than the image's own
        offset : int
            bytes from the element's first byte; part and offset must lie inside the element

        Raises
        ------
        `InvalidArgumentError` (dtype), `OutOfRangeError` (offset), `ShapeError`
        """
        _call("image_setfield", self._handle, _image_argument(val), _n.dtype(dtype), _n.integer(offset, 64, "offset"))

    def _harden_mask(self) -> None:
        """Makes the mask hard: masked elements stay masked and keep their values when they are written to."""
        _call("image_harden_mask", self._handle)

    def _soften_mask(self) -> None:
        """Makes the mask soft, the initial state: elements that are written to are unmasked."""
        _call("image_soften_mask", self._handle)

    @property
    def hardmask(self) -> bool:
        """Whether the mask is hard; see `Image.harden_mask`."""
        return bool(_call("image_hardmask", self._handle))

    def _shrink_mask(self) -> None:
        """Drops a mask that masks nothing: the array then has none, which is faster. Masked elements stay masked."""
        _call("image_shrink_mask", self._handle)

    def filled(self, fill_value: complex | None = None) -> Image:
        """The array with masked elements replaced by a value; the result has no masked elements. Planes and map stay.

        Parameters
        ----------
        fill_value : complex | None
            the number; for integers a fraction is dropped; None: the image's own fill value

        Raises
        ------
        `OutOfRangeError` when the image's dtype does not hold the value
        """
        return _call("image_filled_as", self._handle, fill_value)

    def compressed(self) -> Image:
        """The unmasked elements in a row, in C order. Planes and map are dropped with a warning."""
        return _call("image_compressed", self._handle)

    def put(self, indices: ArrayLike, values: Image | ArrayLike, mode: str | int = 'raise') -> None:
        """Writes values at indices counted in C order. What is written is unmasked, or masked where the value is; where
        the mask is hard, masked elements stay as they are.

        Parameters
        ----------
        indices : ArrayLike
            indices
        values : Image | ArrayLike
            an image, taken in C order, converted to the dtype (as in `Image.astype`) and repeated as often as needed;
            without elements nothing happens
        mode : str | int
            an index outside the image: "raise" is an error, WRAP, CLIP

        Raises
        ------
        `OutOfRangeError` (an index); nothing is changed then
        """
        indices_ = _n.numbers(indices, "i8", None, "indices")
        _call("image_put", self._handle, indices_, _n.length(indices_), _image_argument(values), _n.enumeration(mode, _INDEX, "mode"))

    def _take(self, indices: ArrayLike, axis: int | None = None, mode: str | int = 'raise') -> Image:
        """The elements at indices along an axis. Planes follow. Frames of a stack keep the map, and the metadata with a
        value for each frame (energies, dwells) are picked with them; rows and columns keep the map where the indices
        are evenly spaced. What can not be kept is dropped with a warning.

        Parameters
        ----------
        indices : ArrayLike
            indices
        axis : int | None
            negative ones count from the end; None: of all elements in a row
        mode : str | int
            an index outside: "raise" is an error, WRAP, CLIP

        Raises
        ------
        `OutOfRangeError` (an index, the axis)
        """
        indices_ = _n.numbers(indices, "i8", None, "indices")
        return _call("image_take", self._handle, indices_, _n.length(indices_), _n.numbers(axis, "i4", 1, "axis"), _n.enumeration(mode, _INDEX, "mode"))

    def _choose(self, choices: Iterable[Image | ArrayLike], mode: str | int = 'raise') -> Image:
        """For each element the element at the same place of the choice that it names: out[i] = choices[image[i]][i].
        Shapes are broadcast. An element is masked where the index is, or the element that it names.

        Parameters
        ----------
        choices : Iterable[Image | ArrayLike]
            images
        mode : str | int
            an index outside: "raise" is an error, WRAP, CLIP

        Raises
        ------
        `DtypeError` (the indices), `ShapeError`, `OutOfRangeError` (an index)
        """
        choices_ = [_image_argument(each) for each in choices]
        return _call("image_choose", self._handle, choices_, _n.length(choices_), _n.enumeration(mode, _INDEX, "mode"))

    def _compress(self, condition: ArrayLike, axis: int | None = None) -> Image:
        """The elements along an axis where a condition holds. Planes, map and metadata follow as in `Image.take`.

        Parameters
        ----------
        condition : ArrayLike
            bytes, not 0: the element stays
        axis : int | None
            negative ones count from the end; None: of all elements in a row

        Raises
        ------
        `OutOfRangeError` (the axis; a condition that holds beyond its end)
        """
        condition_ = _n.flags(condition)
        return _call("image_compress", self._handle, condition_, _n.length(condition_), _n.numbers(axis, "i4", 1, "axis"))

    def repeat(self, repeats: ArrayLike, axis: int | None = None) -> Image:
        """Repeats each element along an axis. Planes, map and metadata follow as in `Image.take`.

        Parameters
        ----------
        repeats : ArrayLike
            counts
        axis : int | None
            negative ones count from the end; None: of all elements in a row

        Raises
        ------
        `InvalidArgumentError` (a negative count), `ShapeError` (their number), `OutOfRangeError` (axis),
        `NoMemoryError`
        """
        repeats_ = _n.numbers(repeats, "i8", None, "repeats")
        return _call("image_repeat", self._handle, repeats_, _n.length(repeats_), _n.numbers(axis, "i4", 1, "axis"))

    def diagonal(self, offset: int = 0, axis1: int = 0, axis2: int = 1) -> Image:
        """The diagonal of two axes, as the last axis of the result. Of rank 2 nothing is copied.

        Parameters
        ----------
        offset : int
            above 0: that many above the main diagonal; below 0: below it
        axis1 : int
            the rows; negative ones count from the end
        axis2 : int
            the columns; 0 and 0 for both axes: 0 and 1

        Raises
        ------
        `ShapeError` below rank 2, `OutOfRangeError` (an axis), `InvalidArgumentError` (one axis twice)
        """
        return _call("image_diagonal", self._handle, _n.integer(offset, 64, "offset"), _n.integer(axis1, 32, "axis1"), _n.integer(axis2, 32, "axis2"))

    def _nonzero(self) -> Image:
        """The indices of the elements that are neither 0 nor masked, in C order."""
        return _call("image_nonzero", self._handle)

    def _round(self, decimals: int = 0) -> Image:
        """Rounds to a number of decimals, half to even. Computed as numpy does: multiplied by a power of ten, rounded,
        divided. Bool becomes float32.

        Parameters
        ----------
        decimals : int
            below 0: to tens, hundreds and so on, integers too

        Raises
        ------
        `DtypeError` for bool with other decimals than 0
        """
        return _call("image_round", self._handle, _n.integer(decimals, 32, "decimals"))

    @property
    def real(self) -> Image:
        """The real parts; what is not complex stays."""
        return _call("image_real", self._handle)

    def get_real(self) -> Image:
        """The same as `Image.real`, as in numpy.ma."""
        return _call("image_get_real", self._handle)

    @property
    def imag(self) -> Image:
        """The imaginary parts; 0 for what is not complex."""
        return _call("image_imag", self._handle)

    def get_imag(self) -> Image:
        """The same as `Image.imag`, as in numpy.ma."""
        return _call("image_get_imag", self._handle)

    def conj(self) -> Image:
        """The complex conjugate; what is not complex stays."""
        return _call("image_conj", self._handle)

    def conjugate(self) -> Image:
        """The same as `Image.conj`, as in numpy.ma."""
        return _call("image_conjugate", self._handle)

    def _all(self, axis: Axes = None, keepdims: bool = False) -> Any:
        """Whether all elements are true, that is not 0, as bool. Masked elements count as true; NaN is true.

        Parameters
        ----------
        axis : Axes
            the axes to reduce; None: all
        keepdims : bool
            True: the reduced axes stay with length 1; False: they are removed

        Raises
        ------
        `OutOfRangeError` (an axis); `InvalidArgumentError` (an axis named twice); `NoMemoryError`
        """
        axes_ = _n.axes(axis)
        return _scalar(_call("image_all", self._handle, axes_, _n.length(axes_), int(bool(keepdims))))

    def _any(self, axis: Axes = None, keepdims: bool = False) -> Any:
        """Whether any element is true, that is not 0, as bool. Masked elements count as false; NaN is true.

        Parameters
        ----------
        axis : Axes
            the axes to reduce; None: all
        keepdims : bool
            True: the reduced axes stay with length 1; False: they are removed

        Raises
        ------
        `OutOfRangeError` (an axis); `InvalidArgumentError` (an axis named twice); `NoMemoryError`
        """
        axes_ = _n.axes(axis)
        return _scalar(_call("image_any", self._handle, axes_, _n.length(axes_), int(bool(keepdims))))

    def _sum(self, axis: Axes = None, dtype: DTypeLike | None = None, keepdims: bool = False) -> Any:
        """The sum. Masked elements count as 0; integers wrap. Floats are added in double, in blocks and with the
        rounding error of each block kept (Neumaier 1974), also where they are float32.

        Parameters
        ----------
        axis : Axes
            the axes to reduce; None: all
        dtype : DTypeLike | None
            bool to complex128: the values are cast to it, and added and given in it; 0: numpy's choice, 64 bits for
            integers and bool, else the array's own
        keepdims : bool
            True: the reduced axes stay with length 1; False: they are removed

        Raises
        ------
        `OutOfRangeError` (an axis); `InvalidArgumentError` (an axis named twice, dtype); `NoMemoryError`
        """
        axes_ = _n.axes(axis)
        return _scalar(_call("image_sum", self._handle, axes_, _n.length(axes_), _n.dtype(dtype), int(bool(keepdims))))

    def _prod(self, axis: Axes = None, dtype: DTypeLike | None = None, keepdims: bool = False) -> Any:
        """The product, multiplied in the order of memory. Masked elements count as 1; integers wrap.

        Parameters
        ----------
        axis : Axes
            the axes to reduce; None: all
        dtype : DTypeLike | None
            bool to complex128: the values are cast to it, and added and given in it; 0: numpy's choice, 64 bits for
            integers and bool, else the array's own
        keepdims : bool
            True: the reduced axes stay with length 1; False: they are removed

        Raises
        ------
        `OutOfRangeError` (an axis); `InvalidArgumentError` (an axis named twice, dtype); `NoMemoryError`
        """
        axes_ = _n.axes(axis)
        return _scalar(_call("image_prod", self._handle, axes_, _n.length(axes_), _n.dtype(dtype), int(bool(keepdims))))

    def _product(self, axis: Axes = None, dtype: DTypeLike | None = None, keepdims: bool = False) -> Any:
        """The same as `Image.prod`.

        Parameters
        ----------
        axis : Axes
            the axes to reduce; None: all
        dtype : DTypeLike | None
            bool to complex128: the values are cast to it, and added and given in it; 0: numpy's choice, 64 bits for
            integers and bool, else the array's own
        keepdims : bool
            True: the reduced axes stay with length 1; False: they are removed

        Raises
        ------
        `OutOfRangeError` (an axis); `InvalidArgumentError` (an axis named twice, dtype); `NoMemoryError`
        """
        axes_ = _n.axes(axis)
        return _scalar(_call("image_product", self._handle, axes_, _n.length(axes_), _n.dtype(dtype), int(bool(keepdims))))

    def count(self, axis: Axes = None, keepdims: bool = False) -> Any:
        """The number of elements that are not masked, as int64.

        Parameters
        ----------
        axis : Axes
            the axes to reduce; None: all
        keepdims : bool
            True: the reduced axes stay with length 1; False: they are removed

        Raises
        ------
        `OutOfRangeError` (an axis); `InvalidArgumentError` (an axis named twice); `NoMemoryError`
        """
        axes_ = _n.axes(axis)
        return _scalar(_call("image_count", self._handle, axes_, _n.length(axes_), int(bool(keepdims))))

    def _mean(self, axis: Axes = None, dtype: DTypeLike | None = None, keepdims: bool = False) -> Any:
        """The mean of the elements that are not masked. Of an array without a mask float32 stays float32; with a mask
        the result is double, as numpy's, and where it is an array what is not finite is masked. It is added up as by
        `Image.sum`.

        Parameters
        ----------
        axis : Axes
            the axes to reduce; None: all
        dtype : DTypeLike | None
            float32, float64, complex64 or complex128: the values are cast to it; 0: double for integers and bool,
            else the array's own
        keepdims : bool
            True: the reduced axes stay with length 1; False: they are removed

        Raises
        ------
        `OutOfRangeError` (an axis); `InvalidArgumentError` (an axis named twice, dtype); `NoMemoryError`
        """
        axes_ = _n.axes(axis)
        return _scalar(_call("image_mean", self._handle, axes_, _n.length(axes_), _n.dtype(dtype), int(bool(keepdims))))

    def _var(self, axis: Axes = None, dtype: DTypeLike | None = None, ddof: int = 0, keepdims: bool = False) -> Any:
        """The variance: the mean of |x - mean|^2 over the elements that are not masked. Masked where the divisor is not
        above 0. Of an array without a mask float32 stays float32; with a mask the result is double. Computed in
        double in one pass (Chan, Golub, LeVeque 1979), or in two.

        Parameters
        ----------
        axis : Axes
            the axes to reduce; None: all
        dtype : DTypeLike | None
            float32 or float64 (of complex arrays: of their parts): the values are cast to it; 0: double for integers
            and bool, else the array's own
        ddof : int
            the divisor is the number of elements less this
        keepdims : bool
            True: the reduced axes stay with length 1; False: they are removed

        Raises
        ------
        `OutOfRangeError` (an axis); `InvalidArgumentError` (an axis named twice, dtype); `NoMemoryError`
        """
        axes_ = _n.axes(axis)
        return _scalar(_call("image_var", self._handle, axes_, _n.length(axes_), _n.dtype(dtype), _n.integer(ddof, 64, "ddof"), int(bool(keepdims))))

    def _std(self, axis: Axes = None, dtype: DTypeLike | None = None, ddof: int = 0, keepdims: bool = False) -> Any:
        """The standard deviation, the root of `Image.var`; masked where it is not finite, NaN among it.

        Parameters
        ----------
        axis : Axes
            the axes to reduce; None: all
        dtype : DTypeLike | None
            float32 or float64 (of complex arrays: of their parts): the values are cast to it; 0: double for integers
            and bool, else the array's own
        ddof : int
            the divisor is the number of elements less this
        keepdims : bool
            True: the reduced axes stay with length 1; False: they are removed

        Raises
        ------
        `OutOfRangeError` (an axis); `InvalidArgumentError` (an axis named twice, dtype); `NoMemoryError`
        """
        axes_ = _n.axes(axis)
        return _scalar(_call("image_std", self._handle, axes_, _n.length(axes_), _n.dtype(dtype), _n.integer(ddof, 64, "ddof"), int(bool(keepdims))))

    def anom(self, axis: Axes = None, dtype: DTypeLike | None = None) -> Any:
        """The differences from the mean over axes (`Image.mean`), in the array's own shape.

        Parameters
        ----------
        axis : Axes
            the axes to take the mean over; None: all
        dtype : DTypeLike | None
            float32, float64, complex64 or complex128: the values are cast to it; 0: double for integers and bool,
            else the array's own

        Raises
        ------
        `OutOfRangeError` (an axis); `InvalidArgumentError` (an axis named twice, dtype); `NoMemoryError`
        """
        axes_ = _n.axes(axis)
        return _scalar(_call("image_anom", self._handle, axes_, _n.length(axes_), _n.dtype(dtype)))

    def _min(self, axis: Axes = None, fill_value: float | None = None, keepdims: bool = False) -> Any:
        """The least value, in the array's dtype. NaN is preferred to every number; complex numbers are compared by real
        parts, then imaginary parts.

        Parameters
        ----------
        axis : Axes
            the axes to reduce; None: all
        fill_value : float | None
            what masked elements count as, a value of the array's dtype; None: masked elements take no part
        keepdims : bool
            True: the reduced axes stay with length 1; False: they are removed

        Raises
        ------
        `OutOfRangeError` (an axis); `InvalidArgumentError` (an axis named twice, fill_mode, fill_value);
        `NoMemoryError`
        """
        handle_, fill_mode_, fill_value_ = _n.filling(self._handle, fill_value)
        axes_ = _n.axes(axis)
        return _scalar(_call("image_min", handle_, axes_, _n.length(axes_), fill_mode_, fill_value_, int(bool(keepdims))))

    def _max(self, axis: Axes = None, fill_value: float | None = None, keepdims: bool = False) -> Any:
        """The greatest value, in the array's dtype. NaN is preferred to every number; complex numbers are compared by
        real parts, then imaginary parts.

        Parameters
        ----------
        axis : Axes
            the axes to reduce; None: all
        fill_value : float | None
            what they count as, a value of the array's dtype; None: masked elements take no part
        keepdims : bool
            True: the reduced axes stay with length 1; False: they are removed

        Raises
        ------
        `OutOfRangeError` (an axis); `InvalidArgumentError` (an axis named twice, fill_mode, fill_value);
        `NoMemoryError`
        """
        handle_, fill_mode_, fill_value_ = _n.filling(self._handle, fill_value)
        axes_ = _n.axes(axis)
        return _scalar(_call("image_max", handle_, axes_, _n.length(axes_), fill_mode_, fill_value_, int(bool(keepdims))))

    def mini(self, axis: int | None = None) -> Any:
        """The least value over one axis or all: `Image.min` in the original's older form.

        Parameters
        ----------
        axis : int | None
            the axis to reduce; None: all

        Raises
        ------
        `OutOfRangeError` (axis); `NoResultError` (no element); `NoMemoryError`
        """
        return _scalar(_call("image_mini", self._handle, _n.numbers(axis, "i4", 1, "axis")))

    def _ptp(self, axis: Axes = None, fill_value: float | None = None, keepdims: bool = False) -> Any:
        """The greatest less the least value (peak to peak), in the array's dtype: integers wrap.

        Parameters
        ----------
        axis : Axes
            the axes to reduce; None: all
        fill_value : float | None
            what they count as, a value of the array's dtype; None: masked elements take no part
        keepdims : bool
            True: the reduced axes stay with length 1; False: they are removed

        Raises
        ------
        `OutOfRangeError` (an axis); `InvalidArgumentError` (an axis named twice, fill_mode, fill_value);
        `NoMemoryError`
        """
        handle_, fill_mode_, fill_value_ = _n.filling(self._handle, fill_value)
        axes_ = _n.axes(axis)
        return _scalar(_call("image_ptp", handle_, axes_, _n.length(axes_), fill_mode_, fill_value_, int(bool(keepdims))))

    def _argmin(self, axis: int | None = None, fill_value: float | None = None, keepdims: bool = False) -> Any:
        """The position of the first least value along an axis, as int64; NaN is preferred. The result is not masked:
        where all is masked it is 0.

        Parameters
        ----------
        axis : int | None
            the axis to reduce; None: the position in the whole array in C order
        fill_value : float | None
            what masked elements count as, a value of the array's dtype; None: masked elements count as the greatest
            value of the dtype
        keepdims : bool
            True: the reduced axes stay with length 1; False: they are removed

        Raises
        ------
        `OutOfRangeError` (axis); `InvalidArgumentError` (fill_mode, fill_value); `NoResultError` (no element);
        `NoMemoryError`
        """
        handle_, fill_mode_, fill_value_ = _n.filling(self._handle, fill_value)
        return _scalar(_call("image_argmin", handle_, _n.numbers(axis, "i4", 1, "axis"), fill_mode_, fill_value_, int(bool(keepdims))))

    def _argmax(self, axis: int | None = None, fill_value: float | None = None, keepdims: bool = False) -> Any:
        """The position of the first greatest value along an axis, as int64; NaN is preferred. The result is not masked:
        where all is masked it is 0.

        Parameters
        ----------
        axis : int | None
            the axis to reduce; None: the position in the whole array in C order
        fill_value : float | None
            what masked elements count as, a value of the array's dtype; None: masked elements count as the least
            value of the dtype
        keepdims : bool
            True: the reduced axes stay with length 1; False: they are removed

        Raises
        ------
        `OutOfRangeError` (axis); `InvalidArgumentError` (fill_mode, fill_value); `NoResultError` (no element);
        `NoMemoryError`
        """
        handle_, fill_mode_, fill_value_ = _n.filling(self._handle, fill_value)
        return _scalar(_call("image_argmax", handle_, _n.numbers(axis, "i4", 1, "axis"), fill_mode_, fill_value_, int(bool(keepdims))))

    def _cumsum(self, axis: int | None = None, dtype: DTypeLike | None = None) -> Image:
        """The running sum along an axis. Masked elements count as 0 and stay masked; integers wrap.

        Parameters
        ----------
        axis : int | None
            the axis to go along; None: all elements in C order, as one row
        dtype : DTypeLike | None
            bool to complex128: the values are cast to it, and added and given in it; 0: numpy's choice, 64 bits for
            integers and bool, else the array's own

        Raises
        ------
        `OutOfRangeError` (axis); `InvalidArgumentError` (dtype); `NoMemoryError`
        """
        return _call("image_cumsum", self._handle, _n.numbers(axis, "i4", 1, "axis"), _n.dtype(dtype))

    def _cumprod(self, axis: int | None = None, dtype: DTypeLike | None = None) -> Image:
        """The running product along an axis. Masked elements count as 1 and stay masked; integers wrap.

        Parameters
        ----------
        axis : int | None
            the axis to go along; None: all elements in C order, as one row
        dtype : DTypeLike | None
            bool to complex128: the values are cast to it, and added and given in it; 0: numpy's choice, 64 bits for
            integers and bool, else the array's own

        Raises
        ------
        `OutOfRangeError` (axis); `InvalidArgumentError` (dtype); `NoMemoryError`
        """
        return _call("image_cumprod", self._handle, _n.numbers(axis, "i4", 1, "axis"), _n.dtype(dtype))

    def _dot(self, b: Image | ArrayLike, strict: bool = False) -> Any:
        """numpy's dot product: of ranks 1 and 1 the inner product, of 2 and 2 the matrix product, with rank 0 the
        multiple, else the sum over the last axis of `image` and the last but one of `b` (rank 1: its only one).
        Masked elements count as 0. The dtype is that of both together; integers wrap.

        Parameters
        ----------
        b : Image | ArrayLike
            the right factor
        strict : bool
            False: an element of the result is masked where no pair of unmasked elements made it; True: where any of
            its elements is masked

        Raises
        ------
        `ShapeError` (lengths that differ, a rank above 8); `NoMemoryError`
        """
        return _scalar(_call("image_dot", self._handle, _image_argument(b), int(bool(strict))))

    def _trace(self, offset: int = 0, axis1: int = 0, axis2: int = 1, dtype: DTypeLike | None = None) -> Any:
        """The sums along the diagonals of two axes. Masked elements count as 0, and the result is not masked.

        Parameters
        ----------
        offset : int
            which diagonal: how many columns to the right of the main one, negative to the left
        axis1 : int
            the axis that counts as rows; negative ones count from the end
        axis2 : int
            the axis that counts as columns; 0 and 0 for both axes: 0 and 1
        dtype : DTypeLike | None
            bool to complex128: the result's; 0: double, as numpy.ma's, but complex stays

        Raises
        ------
        `OutOfRangeError` (an axis); `InvalidArgumentError` (one axis twice, dtype); `NoMemoryError`
        """
        return _scalar(_call("image_trace", self._handle, _n.integer(offset, 64, "offset"), _n.integer(axis1, 32, "axis1"), _n.integer(axis2, 32, "axis2"), _n.dtype(dtype)))

    def _sort(self, axis: int | None = -1, endwith: bool = True, fill_value: float | None = None) -> Image:
        """The elements in ascending order along an axis; the mask moves with them. (The original's sorts in place.)

        Parameters
        ----------
        axis : int | None
            the axis along which to go; None: all elements in C order, as one row
        endwith : bool
            where no fill value is given; True: a masked element counts as NaN (complex: infinity; integers and bool:
            the greatest), False: as the least value
        fill_value : float | None
            what a masked element counts as, a value of the array's dtype; None: `endwith` says it

        Raises
        ------
        `OutOfRangeError` (axis); `InvalidArgumentError` (endwith, fill_mode, fill_value); `NoMemoryError`
        """
        handle_, fill_mode_, fill_value_ = _n.filling(self._handle, fill_value)
        return _call("image_sort", handle_, _n.one_axis(axis), int(bool(endwith)), fill_mode_, fill_value_)

    def _argsort(self, axis: int | None = -1, endwith: bool = True, fill_value: float | None = None) -> Image:
        """The positions along an axis that put the elements in ascending order, as int64, without a mask.

        Parameters
        ----------
        axis : int | None
            the axis along which to go; None: all elements in C order, as one row
        endwith : bool
            where no fill value is given; True: a masked element counts as NaN (complex: infinity; integers and bool:
            the greatest), False: as the least value
        fill_value : float | None
            a value of the array's dtype; None: `endwith` says it

        Raises
        ------
        `OutOfRangeError` (axis); `InvalidArgumentError` (endwith, fill_mode, fill_value); `NoMemoryError`
        """
        handle_, fill_mode_, fill_value_ = _n.filling(self._handle, fill_value)
        return _call("image_argsort", handle_, _n.one_axis(axis), int(bool(endwith)), fill_mode_, fill_value_)

    def _partition(self, kth: ArrayLike, axis: int | None = -1, endwith: bool = True, fill_value: float | None = None) -> Image:
        """The elements parted along an axis, as quickselect does it; the mask moves with them. (The original's works in
        place, and uses the data under the mask.)

        Parameters
        ----------
        kth : ArrayLike
            positions of a row, counted from its end where negative: each of these elements stands where sorting would
            put it, with none greater before it and none less after it
        axis : int | None
            the axis along which to go; None: all elements in C order, as one row
        endwith : bool
            where no fill value is given; True: a masked element counts as NaN (complex: infinity; integers and bool:
            the greatest), False: as the least value
        fill_value : float | None
            a value of the array's dtype; None: `endwith` says it

        Raises
        ------
        `OutOfRangeError` (kth, axis); `InvalidArgumentError` (endwith, fill_mode, fill_value); `NoMemoryError`
        """
        handle_, fill_mode_, fill_value_ = _n.filling(self._handle, fill_value)
        kth_ = _n.numbers(kth, "i8", None, "kth")
        return _call("image_partition", handle_, kth_, _n.length(kth_), _n.one_axis(axis), int(bool(endwith)), fill_mode_, fill_value_)

    def _argpartition(self, kth: ArrayLike, axis: int | None = -1, endwith: bool = True, fill_value: float | None = None) -> Image:
        """The positions along an axis of the elements as `Image.partition` parts them, as int64, without a mask.

        Parameters
        ----------
        kth : ArrayLike
            positions of a row, counted from its end where negative: each of these elements stands where sorting would
            put it, with none greater before it and none less after it
        axis : int | None
            the axis along which to go; None: all elements in C order, as one row
        endwith : bool
            where no fill value is given; True: a masked element counts as NaN (complex: infinity; integers and bool:
            the greatest), False: as the least value
        fill_value : float | None
            a value of the array's dtype; None: `endwith` says it

        Raises
        ------
        `OutOfRangeError` (kth, axis); `InvalidArgumentError` (endwith, fill_mode, fill_value); `NoMemoryError`
        """
        handle_, fill_mode_, fill_value_ = _n.filling(self._handle, fill_value)
        kth_ = _n.numbers(kth, "i8", None, "kth")
        return _call("image_argpartition", handle_, kth_, _n.length(kth_), _n.one_axis(axis), int(bool(endwith)), fill_mode_, fill_value_)

    def _searchsorted(self, v: Image | ArrayLike, side: str | int = 'left', sorter: Image | ArrayLike | None = None) -> Image:
        """For each of some values the position in this sorted array of rank 1 where inserting it keeps the order, as
        int64 in the values' shape. They are compared in the dtype of both together. Masked elements of the array are
        above all values, as `Image.sort` puts them; where a value is masked, the position is.

        Parameters
        ----------
        v : Image | ArrayLike
            the values, of any shape
        side : str | int
            "left": before elements that equal a value; "right": behind it
        sorter : Image | ArrayLike | None
            integers that put the array in order (`Image.argsort`); None: it is sorted

        Raises
        ------
        `ShapeError` (the array's rank, the sorter's length); `OutOfRangeError` (sorter); `DtypeError` (sorter);
        `InvalidArgumentError` (side)
        """
        return _call("image_searchsorted", self._handle, _image_argument(v), _n.enumeration(side, _SIDE, "side"), _image_argument(sorter))


class Draw:
    """Draws into an image, or with target="mask" into its mask. Pixels outside are left out."""

    def __init__(self, image: Image) -> None:
        self._handle = image._handle

    def line(self, x0: int, y0: int, x1: int, y1: int, value: complex = 1, target: str | int = 'image') -> None:
        """A straight line one pixel wide, both ends included (J. E. Bresenham 1965).

        Parameters
        ----------
        x0 : int
            column of one end, within 2^60 of 0 as all
        y0 : int
            row of one end
        x1 : int
            column of the other end
        y1 : int
            row of the other end
        value : complex
            the number to draw
        target : str | int
            "image" or "mask"

        Raises
        ------
        `InvalidArgumentError`
        """
        _call("image_draw_line", self._handle, _n.integer(x0, 64, "x0"), _n.integer(y0, 64, "y0"), _n.integer(x1, 64, "x1"), _n.integer(y1, 64, "y1"), _n.enumeration(target, _DRAW, "target"), value)

    def disk(self, x: float, y: float, radius: float, value: complex = 1, target: str | int = 'image') -> None:
        """A filled circle: the pixels nearer to its centre than the radius.

        Parameters
        ----------
        x : float
            column of the centre
        y : float
            row of the centre
        radius : float
            from the centre to the edge
        value : complex
            the number to draw
        target : str | int
            "image" or "mask"

        Raises
        ------
        `InvalidArgumentError`
        """
        _call("image_draw_disk", self._handle, float(x), float(y), float(radius), _n.enumeration(target, _DRAW, "target"), value)

    def circle(self, x: float, y: float, radius: float, value: complex = 1, target: str | int = 'image') -> None:
        """A filled circle, under the original's name for `Image.draw_disk`.

        Parameters
        ----------
        x : float
            column of the centre
        y : float
            row of the centre
        radius : float
            from the centre to the edge
        value : complex
            the number to draw
        target : str | int
            "image" or "mask"

        Raises
        ------
        `InvalidArgumentError`
        """
        _call("image_draw_circle", self._handle, float(x), float(y), float(radius), _n.enumeration(target, _DRAW, "target"), value)

    def annulus(self, x: float, y: float, radius1: float, radius2: float, value: complex = 1, target: str | int = 'image') -> None:
        """A ring: the pixels within the outer circle but not within the inner one. With radius2 < radius1 all pixels but
        those of the ring between them.

        Parameters
        ----------
        x : float
            column of the centre
        y : float
            row of the centre
        radius1 : float
            the inner radius
        radius2 : float
            the outer radius
        value : complex
            the number to draw
        target : str | int
            "image" or "mask"

        Raises
        ------
        `InvalidArgumentError`
        """
        _call("image_draw_annulus", self._handle, float(x), float(y), float(radius1), float(radius2), _n.enumeration(target, _DRAW, "target"), value)

    def circle_perimeter(self, x: int, y: int, radius: int, method: str | int = 'bresenham', value: complex = 1, target: str | int = 'image') -> None:
        """A circle one pixel wide: J. E. Bresenham 1965, or E. Andres 1994, "Discrete circles, rings and spheres".

        Parameters
        ----------
        x : int
            column of the centre, within 2^60 of 0 as all
        y : int
            row of the centre
        radius : int
            from the centre to the edge
        method : str | int
            "bresenham" or "andres"
        value : complex
            the number to draw
        target : str | int
            "image" or "mask"

        Raises
        ------
        `InvalidArgumentError`
        """
        _call("image_draw_circle_perimeter", self._handle, _n.integer(x, 64, "x"), _n.integer(y, 64, "y"), _n.integer(radius, 64, "radius"), _n.enumeration(method, _CIRCLE, "method"), _n.enumeration(target, _DRAW, "target"), value)

    def ellipse(self, x: float, y: float, x_radius: float, y_radius: float, rotation: float = 0.0, value: complex = 1, target: str | int = 'image') -> None:
        """A filled ellipse.

        Parameters
        ----------
        x : float
            column of the centre
        y : float
            row of the centre
        x_radius : float
            half axis along x before the rotation
        y_radius : float
            half axis along y
        rotation : float
            the angle by which it is turned, clockwise
        value : complex
            the number to draw
        target : str | int
            "image" or "mask"

        Raises
        ------
        `InvalidArgumentError`
        """
        _call("image_draw_ellipse", self._handle, float(x), float(y), float(x_radius), float(y_radius), float(rotation), _n.enumeration(target, _DRAW, "target"), value)

    def ellipse_perimeter(self, x: int, y: int, x_radius: int, y_radius: int, orientation: float = 0.0, value: complex = 1, target: str | int = 'image') -> None:
        """An ellipse one pixel wide (A. Zingl 2012, "A rasterizing algorithm for drawing curves").

        Parameters
        ----------
        x : int
            column of the centre, within 2^60 of 0 as all
        y : int
            row of the centre
        x_radius : int
            half axis along x before the rotation
        y_radius : int
            half axis along y
        orientation : float
            the angle by which it is turned, clockwise
        value : complex
            the number to draw
        target : str | int
            "image" or "mask"

        Raises
        ------
        `InvalidArgumentError`
        """
        _call("image_draw_ellipse_perimeter", self._handle, _n.integer(x, 64, "x"), _n.integer(y, 64, "y"), _n.integer(x_radius, 64, "x_radius"), _n.integer(y_radius, 64, "y_radius"), float(orientation), _n.enumeration(target, _DRAW, "target"), value)

    def polygon(self, x: ArrayLike, y: ArrayLike, value: complex = 1, target: str | int = 'image') -> None:
        """A filled polygon, with the pixels on its edges; where edges cross, the parts that an odd number of them
        surrounds (J. O'Rourke 1998, "Computational geometry in C").

        Parameters
        ----------
        x : ArrayLike
            the columns of the vertices
        y : ArrayLike
            the rows of the vertices
        value : complex
            the number to draw
        target : str | int
            "image" or "mask"

        Raises
        ------
        `InvalidArgumentError`
        """
        x_ = _n.numbers(x, "f8", None, "x")
        y_ = _n.numbers(y, "f8", None, "y")
        _call("image_draw_polygon", self._handle, x_, y_, _n.length(x_), _n.enumeration(target, _DRAW, "target"), value)

    def polygon_perimeter(self, x: ArrayLike, y: ArrayLike, clip: bool = False, value: complex = 1, target: str | int = 'image') -> None:
        """A closed polygon one pixel wide, its vertices rounded to pixels (halves to the even one).

        Parameters
        ----------
        x : ArrayLike
            the columns of the vertices
        y : ArrayLike
            the rows of the vertices
        clip : bool
            True: the polygon is cut to the image first, its outline then runs along the border; False: not
        value : complex
            the number to draw
        target : str | int
            "image" or "mask"

        Raises
        ------
        `InvalidArgumentError`
        """
        x_ = _n.numbers(x, "f8", None, "x")
        y_ = _n.numbers(y, "f8", None, "y")
        _call("image_draw_polygon_perimeter", self._handle, x_, y_, _n.length(x_), int(bool(clip)), _n.enumeration(target, _DRAW, "target"), value)

    def rectangle(self, x0: float, y0: float, x1: float, y1: float, value: complex = 1, target: str | int = 'image') -> None:
        """A filled rectangle along the axes, both corners included.

        Parameters
        ----------
        x0 : float
            column of one corner, rounded to a pixel (halves to the even one)
        y0 : float
            row of that corner
        x1 : float
            column of the opposite corner
        y1 : float
            row of the opposite corner
        value : complex
            the number to draw
        target : str | int
            "image" or "mask"

        Raises
        ------
        `InvalidArgumentError`
        """
        _call("image_draw_rectangle", self._handle, float(x0), float(y0), float(x1), float(y1), _n.enumeration(target, _DRAW, "target"), value)

    def rectangle_perimeter(self, x0: float, y0: float, x1: float, y1: float, clip: bool = False, value: complex = 1, target: str | int = 'image') -> None:
        """The line one pixel wide around a rectangle: the pixels next to it, outside.

        Parameters
        ----------
        x0 : float
            column of one corner, rounded to a pixel (halves to the even one)
        y0 : float
            row of that corner
        x1 : float
            column of the opposite corner
        y1 : float
            row of the opposite corner
        clip : bool
            True: the outline is cut to the image first and then runs along the border; False: not
        value : complex
            the number to draw
        target : str | int
            "image" or "mask"

        Raises
        ------
        `InvalidArgumentError`
        """
        _call("image_draw_rectangle_perimeter", self._handle, float(x0), float(y0), float(x1), float(y1), int(bool(clip)), _n.enumeration(target, _DRAW, "target"), value)

    def rotated_rectangle(self, x: float, y: float, width: float, height: float, angle: float, value: complex = 1, target: str | int = 'image') -> None:
        """A filled rectangle around a centre, turned by an angle: the polygon between its corners. (The original's
        `rectangle`.)

        Parameters
        ----------
        x : float
            column of the centre
        y : float
            row of the centre
        width : float
            the side along x before it is turned
        height : float
            the side along y
        angle : float
            the angle by which it is turned, clockwise
        value : complex
            the number to draw
        target : str | int
            "image" or "mask"

        Raises
        ------
        `InvalidArgumentError`
        """
        _call("image_draw_rotated_rectangle", self._handle, float(x), float(y), float(width), float(height), float(angle), _n.enumeration(target, _DRAW, "target"), value)

    def rotated_rectangle_perimeter(self, x: float, y: float, width: float, height: float, angle: float, value: complex = 1, target: str | int = 'image') -> None:
        """The outline of `Image.draw_rotated_rectangle`, one pixel wide. (The original's `rectangle_perimeter`.)

        Parameters
        ----------
        x : float
            column of the centre
        y : float
            row of the centre
        width : float
            the side along x before it is turned
        height : float
            the side along y
        angle : float
            the angle by which it is turned, clockwise
        value : complex
            the number to draw
        target : str | int
            "image" or "mask"

        Raises
        ------
        `InvalidArgumentError`
        """
        _call("image_draw_rotated_rectangle_perimeter", self._handle, float(x), float(y), float(width), float(height), float(angle), _n.enumeration(target, _DRAW, "target"), value)

    def square(self, x: float, y: float, width: float, angle: float = 0.0, value: complex = 1, target: str | int = 'image') -> None:
        """A filled square around a centre, turned by an angle.

        Parameters
        ----------
        x : float
            column of the centre
        y : float
            row of the centre
        width : float
            the length of a side
        angle : float
            the angle by which it is turned, clockwise
        value : complex
            the number to draw
        target : str | int
            "image" or "mask"

        Raises
        ------
        `InvalidArgumentError`
        """
        _call("image_draw_square", self._handle, float(x), float(y), float(width), float(angle), _n.enumeration(target, _DRAW, "target"), value)

    def bezier_curve(self, x0: int, y0: int, x1: int, y1: int, x2: int, y2: int, weight: float, value: complex = 1, target: str | int = 'image') -> None:
        """A rational quadratic Bezier curve one pixel wide (A. Zingl 2012, "A rasterizing algorithm for drawing
        curves").

        Parameters
        ----------
        x0 : int
            column of the start, within 2^60 of 0 as all
        y0 : int
            row of the start
        x1 : int
            column of the point towards which it bends
        y1 : int
            row of that point
        x2 : int
            column of the end
        y2 : int
            row of the end
        weight : float
            how strongly it bends; 0: a straight line; 1: a parabola
        value : complex
            the number to draw
        target : str | int
            "image" or "mask"

        Raises
        ------
        `InvalidArgumentError`
        """
        _call("image_draw_bezier_curve", self._handle, _n.integer(x0, 64, "x0"), _n.integer(y0, 64, "y0"), _n.integer(x1, 64, "x1"), _n.integer(y1, 64, "y1"), _n.integer(x2, 64, "x2"), _n.integer(y2, 64, "y2"), float(weight), _n.enumeration(target, _DRAW, "target"), value)
