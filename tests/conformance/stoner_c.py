"""The C library as the tests call it, through bindings/python/src/stoner/_library.py.

`lib` has every function of the header under its name without `stoner_`, with the C parameters as keywords:
`lib.image_crop(image, box=[0, 5, 0, 5])`. `from_array` and `to_array` go between numpy's masked arrays and images. What
follows them are short forms with the defaults that the original has. A call that fails raises `StonerError`.
"""

import os
import pathlib
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "bindings/python/src"))

from stoner._generated.c import CONSTANTS  # noqa: E402, F401
from stoner._library import DTYPES, NUMPY, Library, number  # noqa: E402, F401
from stoner._library import Error as StonerError  # noqa: E402, F401

if "STONER_LIBRARY" not in os.environ:
    raise RuntimeError("STONER_LIBRARY must name the shared library to test")
lib = Library(os.environ["STONER_LIBRARY"])

STATUS = {name.removeprefix("STONER_ERR_"): value for name, value in CONSTANTS.items() if name.startswith("STONER_ERR_")}

#: "As far as there is" in a box.
EXTENT = CONSTANTS["STONER_EXTENT"]


def order(number):
    """An order of interpolation or a degree as C has it, where 0 is the default; None for that."""
    return 0 if number is None else CONSTANTS["STONER_INTERPOLATION_NEAREST"] if number == 0 else number


# In and out.


def from_array(array, mask=None):
    """An image of an array of any dtype and strides. A masked array brings its mask; `mask` is for a bare one."""
    if isinstance(array, np.ma.MaskedArray) and mask is None and array.mask is not np.ma.nomask:
        mask = np.ma.getmaskarray(array)
    data = np.ma.getdata(array)
    bits = None if mask is None else np.ascontiguousarray(mask, dtype=np.uint8).reshape(np.shape(mask))
    assert bits is None or bits.shape == data.shape
    strides = list(data.strides) if data.ndim else None
    return lib.image_from_data(data.ctypes.data, DTYPES[data.dtype], data.ndim, list(data.shape), strides, bits)


def dtype(image):
    return NUMPY[lib.image_dtype(image)]


def shape(image):
    return tuple(int(n) for n in lib.image_shape(image))


def to_array(image):
    """A masked array in the image's own dtype; its mask has the full shape."""
    data = np.empty(shape(image), dtype(image))
    lib.image_read(image, DTYPES[data.dtype], None, data, data.nbytes)
    mask = lib.image_read_mask(image)
    return np.ma.MaskedArray(data, mask.astype(bool).reshape(data.shape))


def load(path, filetype=None):
    return lib.load(os.fspath(path), filetype)


def set_f64(image, key, value):
    lib.image_metadata_set_f64(image, key, value)


def set_i64(image, key, value):
    lib.image_metadata_set_i64(image, key, value)


# Geometry.

cw, ccw, flip_h, flip_v = lib.image_cw, lib.image_ccw, lib.image_flip_h, lib.image_flip_v
transpose = lib.image_transpose


def crop(image, box):
    """`box` is (xmin, xmax, ymin, ymax); None among them is the extent."""
    return lib.image_crop(image, None if box is None else [EXTENT if side is None else int(side) for side in box])


def box_from_border(image, border):
    return tuple(lib.image_box_from_border(image, border))


def box_from_border_fraction(image, fraction):
    return tuple(lib.image_box_from_border_fraction(image, fraction))


def box_from_fraction(image, fractions):
    return tuple(lib.image_box_from_fraction(image, [np.nan if f is None else f for f in fractions]))


def box_from_metadata(image, key):
    return tuple(lib.image_box_from_metadata(image, key))


# Conversion and intensity.


def convert(image, dtype, force_copy=False, uniform=False, normalise=True):
    return lib.image_convert(image, DTYPES[np.dtype(dtype)], force_copy, uniform, normalise)


def asfloat(image, normalise=True, clip=False, clip_negative=False):
    return lib.image_asfloat(image, normalise, clip, clip_negative)


def clip_intensity(image, clip_negative=False, limits=None):
    return lib.image_clip_intensity(image, clip_negative, limits)


def normalise(image, scale=None, sample=None, limits=None, scale_masked=False):
    return lib.image_normalise(image, scale, sample, limits, scale_masked)


span = lib.image_span

# X-ray.

polarization = lib.image_polarization
xmcd = lib.image_xmcd
