"""The operations on images with the names, keywords and orders of the original. Each takes an `Image` and leaves it as it is."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

from .._image import Image
from .alignment import align, correct_drift
from .differences import tell
from .tables import Data, hist, profile_line, radial_profile


def adjust_contrast(image: Image, lims: Any = (0.1, 0.9), percent: bool = True) -> Image:
    """Stretches the intensities between two limits, which are fractions of the sorted pixels, or without `percent` values."""
    return image.adjust_contrast(lims, percent)


def asfloat(image: Image, normalise: bool = True, clip: bool = False, clip_negative: bool = False) -> Image:
    """Floating point. Integers are divided by the maximum of their dtype, with `normalise`; `clip` limits to -1 to 1, `clip_negative` to
    0 to 1."""
    if image.dtype.kind in "iub":
        tell("convert")
    return image.asfloat(normalise, clip, clip_negative)


def asint(image: Image, dtype: Any = np.uint16) -> Image:
    """Unsigned integers: 1.0 becomes their maximum."""
    tell("convert")
    return image.asint(dtype)


def clip_intensity(image: Image, clip_negative: bool = False, limits: Any = None) -> Image:
    """Limits the values to -1 to 1, with `clip_negative` to 0 to 1, or to `limits`."""
    return image.clip_intensity(clip_negative, limits)


def clip_neg(image: Image) -> Image:
    """Negative values become 0."""
    return image.clip_neg()


def convert(image: Image, dtype: Any, force_copy: bool = False, uniform: bool = False, normalise: bool = True) -> Image:
    """Another dtype, with the values scaled from the range of one to that of the other."""
    tell("convert")
    return image.convert(dtype, force_copy, uniform, normalise)


def crop(image: Image, *args: Any, box: Any = None) -> Image:
    """A part of the image: crop(xmin, xmax, ymin, ymax), crop(box=(xmin, xmax, ymin, ymax)), a border in pixels or as a fraction of
    width and height, or the name of an entry of the metadata. Without a box a person draws one (`Context(line_dialog=...)`: two corners)."""
    if args and box is not None:
        raise TypeError("crop: the box is given twice")
    given = box if not args else args[0] if len(args) == 1 else args
    if image.planes or isinstance(given, float) and image.aspect != 1:
        tell("crop")
    if given is None:
        (x0, y0), (x1, y1) = image.line_select()
        given = (*_sorted(x0, x1), *_sorted(y0, y1))
    return image.crop(given)


def _sorted(a: float, b: float) -> tuple[int, int]:
    low, high = sorted((round(a), round(b)))
    return low, high + 1


def denoise(image: Image, weight: float = 0.1) -> Image:
    """Removes noise by total variation; `weight` is in the units of the pixels."""
    return image.denoise(weight)


def do_nothing(image: Image) -> Image:
    """Nothing."""
    return image.do_nothing()


def dtype_limits(image: Image, clip_negative: bool = True) -> tuple[float, float]:
    """The range of the image's dtype: (least, greatest)."""
    return image.dtype_limits(clip_negative)


def fft(
    image: Image, shift: bool = True, phase: bool | None = False, remove_dc: bool = False, gaussian: float | None = None, window: Any = None
) -> Image:
    """The Fourier transform: its magnitude, with `phase` its angle, with phase=None the complex numbers."""
    if phase is None or remove_dc or gaussian:
        tell("fft")
    if isinstance(window, tuple):
        window = f"{window[0]}({', '.join(map(str, window[1:]))})"
    return image.fft(shift, phase, remove_dc, gaussian, window)


def filter_image(image: Image, sigma: Any = 2) -> Image:
    """A Gaussian filter; `sigma` in pixels, or (along the columns, along a row): row first, as scikit-image has it."""
    return image.filter_image(sigma if np.ndim(sigma) == 0 else tuple(sigma)[::-1])


def gaussian_filter(
    image: Image, sigma: Any, order: Any = 0, output: Any = None, mode: Any = "reflect", cval: float = 0.0, truncate: float = 4.0
) -> Any:
    """A Gaussian filter or its derivatives; `sigma`, `order` and `mode` one for both axes, or (x, y), as the original has it. `output` is
    a dtype, or an array that takes the result."""
    if output is None and image.dtype.kind not in "iu":
        return image.gaussian_filter(sigma, order, mode, cval, truncate)
    dtype = image.dtype if output is None else output.dtype if isinstance(output, np.ndarray) else np.dtype(output)
    # The original goes along x first. With integers, which are cut off after each pass, that matters.
    turned = image.astype(np.result_type(dtype, image.dtype)).T
    sigmas, orders, modes = (each if np.ndim(each) == 0 else tuple(each)[::-1] for each in (sigma, order, mode))
    made = turned.gaussian_filter(sigmas, orders, modes, cval, truncate).T.astype(dtype)
    if output is None:
        return made
    if not isinstance(output, np.ndarray):
        return made
    output[...] = made.masked_array() if isinstance(output, np.ma.MaskedArray) else made.data
    return output


def griddata(image: Image, values: Any, xi: Any, method: str = "linear", fill_value: float = np.nan, rescale: bool = False) -> Image:
    """The values known at the points that the image holds, one (x, y) in each row, at other points: an array of shape (..., 2), or a
    tuple of two arrays, x and y."""
    targets = np.stack(np.broadcast_arrays(*xi), axis=-1) if isinstance(xi, tuple) else xi
    return image.griddata(values, targets, method, fill_value, rescale)


def gridimage(
    image: Image, points: Any = None, xi: Any = None, method: str = "linear", fill_value: Any = None, rescale: bool = False
) -> Image:
    """Brings the image from the positions at which its pixels were measured to a regular grid. `fill_value` is what stands where there
    are no data: a number, a function of the image, None for the mean."""
    tell("gridimage")
    fill = fill_value(image.masked_array()) if callable(fill_value) else fill_value
    made: Image = image.gridimage(points, xi, method, fill, rescale)
    return made


def im_scale(image: Image, n: int, m: int, dtypeobj_in: Any = None, dtypeobj: Any = None, copy: bool = True) -> Image:
    """Unsigned integers of n bits as integers of m bits. `dtypeobj_in` is the image's own dtype; a second image is made whatever `copy`
    says."""
    if dtypeobj_in is not None and np.dtype(dtypeobj_in) != image.dtype:
        raise ValueError(f"`dtypeobj_in` is {np.dtype(dtypeobj_in)}, the image has {image.dtype}")
    return image.im_scale(n, m, None if dtypeobj is None else np.dtype(dtypeobj))


def level_image(image: Image, poly_vert: int = 1, poly_horiz: int = 1, box: Any = None, poly: Any = None, mode: str = "clip") -> Image:
    """Subtracts a background, polynomials along y and x. `poly` is (vertical, horizontal): coefficients that are subtracted as they are."""
    tell("level_image")
    return image.level_image(poly_vert, poly_horiz, image._box_from(box), poly, mode)


def normalise(image: Image, scale: Any = None, sample: Any = False, limits: Any = (0.0, 1.0), scale_masked: bool = False) -> Image:
    """Scales linearly so that the range of the values becomes `scale`, (-1, 1) where that is None. `sample` is the box in which the range is
    found, `limits` are the fractions of the sorted pixels that it goes from and to."""
    box = None if sample is None or sample is False else image._box_from(sample)
    return image.normalise((-1.0, 1.0) if scale is None else scale, box, limits, scale_masked)


def prec_loss(image: Image, dtypeobj: Any) -> bool:
    """Whether digits are lost in another dtype."""
    tell("losses")
    return image.prec_loss(np.dtype(dtypeobj))


def quantize(image: Image, output: Any, levels: Any = None) -> Image:
    """Replaces bands of values by the numbers in `output`; `levels` are the borders between the bands."""
    return image.quantize(output, levels)


def radial_coordinates(image: Image, centre: Any = (None, None), pixel_size: Any = (1, 1), angle: bool | None = False) -> Image:
    """The distance of each pixel from a centre (x, y), with `angle` its angle (0 points left, pi/2 down), with None both as complex numbers."""
    return image.radial_coordinates(centre, pixel_size, angle, angles="from-left")


def remove_outliers(image: Image, percentiles: Any = (0.01, 0.99), replace: Any = None) -> Image:
    """Limits the values to those at two fractions of the sorted pixels, or replaces what lies beyond by the two values `replace`."""
    tell("remove_outliers")
    return image.remove_outliers(percentiles, replace)


def rotate(
    image: Image,
    angle: float,
    resize: bool = False,
    center: Any = None,
    order: int = 1,
    mode: str = "constant",
    cval: float = 0,
    clip: bool = True,
    preserve_range: bool = False,
) -> Image:
    """Turns the image clockwise by an angle in radians around `center`, (x, y)."""
    _outside_matters(mode)
    return image.rotate(angle, resize, center, order, mode, cval, clip, preserve_range)


def sgolay2d(image: Image, points: int = 15, poly: int = 1, derivative: str | None = None) -> Any:
    """The filter of Savitzky and Golay: smooths, or takes the derivative "x" or "y", or "both": their magnitude and angle."""
    if derivative is not None:
        tell("sgolay2d")
    return image.sgolay2d(points, poly, "smooth" if derivative is None else derivative)


def sign_loss(image: Image, dtypeobj: Any) -> bool:
    """Whether signs are lost in another dtype."""
    tell("losses")
    return image.sign_loss(np.dtype(dtypeobj))


def span(image: Image) -> tuple[float, float]:
    """The least and the greatest value."""
    return image.span()


def subtract_image(image: Image, background: Any, contrast: float = 16, clip: bool = True, offset: float = 0.5) -> Image:
    """contrast (image - background) + offset, with `clip` limited to -1 to 1."""
    return image.subtract_image(background, contrast, clip, offset)


def threshold_minmax(image: Image, threshmin: float = 0.1, threshmax: float = 0.9) -> Image:
    """Whether each pixel lies between two values."""
    return image.threshold_minmax(threshmin, threshmax)


def translate(
    image: Image, translation: Any, add_metadata: bool = False, order: int = 3, mode: str = "wrap", cval: float | None = None
) -> Image:
    """Moves the content of the image by (x, y) pixels."""
    _outside_matters(mode)
    return image.translate(translation, add_metadata, order, mode, cval)


def translate_limits(image: Image, translation: Any, reverse: bool = False) -> tuple[float, float, float, float]:
    """The box (xmin, xmax, ymin, ymax) that still has pixels of the original after a translation."""
    tell("translate_limits")
    return image.translate_limits(translation, reverse)


def save_npy(image: Image, filename: Any) -> None:
    """Saves the pixels as numpy's npy."""
    image.save_npy(filename)


def save_png(image: Image, filename: Any) -> None:
    """Saves an 8-bit PNG with the metadata."""
    tell("save_png")
    image.save_png(filename)


def save_tiff(image: Image, filename: Any, forcetype: bool = False) -> None:
    """Saves a TIFF with the metadata."""
    image.save_tiff(filename, forcetype)


def make_Data(image: Image, columns: Mapping[str, Any] | None = None, **kargs: Any) -> Data:
    """A table of columns; without any one of the columns of the image."""
    given = columns or kargs or {f"Column_{i}": column for i, column in enumerate(np.atleast_2d(image.filled(np.nan).data).T)}
    return Data(given)


def _outside_matters(mode: str) -> None:
    if mode == "constant":
        tell("outside")


def forward(name: str, operation: Callable[..., Any], method: Callable[..., Any]) -> Callable[..., Any]:
    """`method` with the name, the signature and the help of an operation."""
    made = functools.wraps(operation)(method)
    made.__name__ = made.__qualname__ = name
    signature = inspect.signature(operation)
    first, *rest = signature.parameters.values()
    made.__signature__ = signature.replace(parameters=[first.replace(name="self", annotation=first.empty), *rest])  # type: ignore[attr-defined]
    return made


def _names(functions: Iterable[Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    return {function.__name__: function for function in functions}


#: What makes an image of an image, or tells something of one.
OPERATIONS = _names(
    (adjust_contrast, align, asfloat, asint, clip_intensity, clip_neg, convert, correct_drift, crop, denoise, do_nothing, dtype_limits,
     fft, filter_image, gaussian_filter, griddata, gridimage, hist, im_scale, level_image, make_Data, normalise, prec_loss, profile_line,
     quantize, radial_coordinates, radial_profile, remove_outliers, rotate, save_npy, save_png, save_tiff, sgolay2d, sign_loss, span,
     subtract_image, threshold_minmax, translate, translate_limits)
)  # fmt: skip

#: Properties, each with what it is of an image.
PROPERTIES: dict[str, Callable[[Image], Any]] = {}


def _property(function: Callable[[Image], Any]) -> None:
    PROPERTIES[function.__name__] = function


@_property
def CW(image: Image) -> Image:
    """Another image, turned by a quarter clockwise."""
    return image.CW


@_property
def CCW(image: Image) -> Image:
    """Another image, turned by a quarter counter-clockwise."""
    return image.CCW


@_property
def flip_h(image: Image) -> Image:
    """Another image, mirrored left and right."""
    return image.flip_h


@_property
def flip_v(image: Image) -> Image:
    """Another image, mirrored top and bottom."""
    return image.flip_v


@_property
def aspect(image: Image) -> float:
    """Width / height in pixels."""
    return image.aspect


@_property
def centre(image: Image) -> tuple[float, float]:
    """The middle: (rows / 2, columns / 2)."""
    return image.centre


@_property
def max_box(image: Image) -> tuple[int, int, int, int]:
    """The box of the whole image: (0, columns, 0, rows)."""
    return image.max_box
