"""The C library as the tests call it: ctypes over the shared library that STONER_LIBRARY names.

An image is an `Image`, which holds a handle (a pointer-sized integer without meaning to the caller) and frees it. A call
that fails raises `StonerError` with the status and the message. Each operation is one function with the C name's verb.
"""

import ctypes
import os
import pathlib
import re
from ctypes import POINTER, byref, c_char_p, c_double, c_int32, c_int64, c_uint8, c_void_p

import numpy as np

STATUS = {
    "INVALID_ARGUMENT": 5001,
    "OUT_OF_RANGE": 5020,
    "SHAPE": 5021,
    "DTYPE": 5022,
    "NO_RESULT": 5023,
    "KEY_NOT_FOUND": 5030,
    "METADATA_TYPE": 5031,
    "POLARIZATION": 5050,
}

#: The numbers of the C interface.
DTYPES = {
    name: number
    for number, name in enumerate(
        "bool uint8 int8 uint16 int16 uint32 int32 uint64 int64 float32 float64 complex64 complex128".split(), start=1
    )
}
NAMES = {number: name for name, number in DTYPES.items()}

#: "As far as there is" in a box.
EXTENT = -(2**63)
MAX_NDIM = 8


class StonerError(Exception):
    """A failed call."""

    def __init__(self, status, message):
        super().__init__(f"{status}: {message}")
        self.status = status
        self.message = message


def _load_library():
    path = os.environ.get("STONER_LIBRARY")
    if not path:
        raise RuntimeError("STONER_LIBRARY must name the shared library to test")
    return ctypes.CDLL(path)


_lib = _load_library()
_lib.stoner_last_error.restype = c_char_p
_lib.stoner_last_error.argtypes = [c_void_p]
_lib.stoner_image_free.argtypes = [c_void_p]


def _check(status):
    if status != 0:
        message = _lib.stoner_last_error(None) or b""
        raise StonerError(status, message.decode("utf-8"))


def _parameter_counts():
    """How many parameters each function of the header has: ctypes would call it with fewer, too."""
    header = pathlib.Path(__file__).parents[2] / "include/stoner.h"
    text = re.sub(r"/\*.*?\*/", "", header.read_text(encoding="utf-8"), flags=re.DOTALL)
    return {name: parameters.count(",") + 1 for name, parameters in re.findall(r"\b(stoner_\w+)\(([^;]*)\);", text)}


_PARAMETERS = _parameter_counts()


def _call(name, *arguments):
    """Calls a function with the calling thread's own context."""
    if len(arguments) + 1 != _PARAMETERS[name]:
        raise TypeError(f"{name} takes {_PARAMETERS[name]} arguments, not {len(arguments) + 1}")
    _check(getattr(_lib, name)(c_void_p(None), *arguments))


class Image:
    """An owned handle."""

    def __init__(self, handle):
        self.handle = handle

    @property
    def pointer(self):
        return c_void_p(self.handle)

    def __del__(self):
        if self.handle:
            _lib.stoner_image_free(self.pointer)
            self.handle = None


def _image(name, *arguments):
    """Calls a function whose last parameter is a new image."""
    out = c_void_p()
    _call(name, *arguments, byref(out))
    return Image(out.value)


def _numbers(ctype, values):
    """A C array, or NULL for None."""
    return None if values is None else (ctype * len(values))(*values)


# In and out.


def load(path, filetype=None):
    kind = None if filetype is None else filetype.encode()
    return _image("stoner_load", os.fsencode(path), kind)


def from_array(array, mask=None):
    data = np.ascontiguousarray(array).reshape(np.shape(array))
    bits = None if mask is None else np.ascontiguousarray(mask, dtype=np.uint8)
    assert bits is None or bits.shape == data.shape
    return _image(
        "stoner_image_from_data",
        c_void_p(data.ctypes.data),
        c_int32(DTYPES[data.dtype.name]),
        c_int32(data.ndim),
        _numbers(c_int64, data.shape),
        None,
        None if bits is None else bits.ctypes.data_as(POINTER(c_uint8)),
    )


def dtype(image):
    number = c_int32()
    _call("stoner_image_dtype", image.pointer, byref(number))
    return np.dtype(NAMES[number.value])


def shape(image):
    ndim, lengths = c_int32(), (c_int64 * MAX_NDIM)()
    _call("stoner_image_ndim", image.pointer, byref(ndim))
    _call("stoner_image_shape", image.pointer, lengths, c_int64(MAX_NDIM), byref(c_int64()))
    return tuple(lengths[: ndim.value])


def to_array(image):
    """A masked array in the image's own dtype; its mask has the full shape."""
    data = np.empty(shape(image), dtype(image))
    mask = np.zeros(data.shape, np.uint8)
    number = c_int32(DTYPES[data.dtype.name])
    _call("stoner_image_read", image.pointer, number, None, c_void_p(data.ctypes.data), c_int64(data.nbytes))
    _call("stoner_image_read_mask", image.pointer, mask.ctypes.data_as(POINTER(c_uint8)), c_int64(mask.size),
          byref(c_int64()))
    return np.ma.MaskedArray(data, mask.astype(bool))


def set_f64(image, key, value):
    _call("stoner_image_metadata_set_f64", image.pointer, key.encode(), c_double(value))


def set_i64(image, key, value):
    _call("stoner_image_metadata_set_i64", image.pointer, key.encode(), c_int64(value))


# Geometry.


def cw(image):
    return _image("stoner_image_cw", image.pointer)


def ccw(image):
    return _image("stoner_image_ccw", image.pointer)


def flip_h(image):
    return _image("stoner_image_flip_h", image.pointer)


def flip_v(image):
    return _image("stoner_image_flip_v", image.pointer)


def transpose(image):
    return _image("stoner_image_transpose", image.pointer)


def crop(image, box):
    """`box` is (xmin, xmax, ymin, ymax); None among them is the extent."""
    sides = None if box is None else [EXTENT if side is None else int(side) for side in box]
    return _image("stoner_image_crop", image.pointer, _numbers(c_int64, sides))


def _box(name, *arguments):
    sides = (c_int64 * 4)()
    _call(name, *arguments, sides)
    return tuple(sides)


def box_from_border(image, border):
    return _box("stoner_image_box_from_border", image.pointer, c_int64(border))


def box_from_border_fraction(image, fraction):
    return _box("stoner_image_box_from_border_fraction", image.pointer, c_double(fraction))


def box_from_fraction(image, fractions):
    values = [np.nan if f is None else f for f in fractions]
    return _box("stoner_image_box_from_fraction", image.pointer, _numbers(c_double, values))


def box_from_metadata(image, key):
    return _box("stoner_image_box_from_metadata", image.pointer, key.encode())


# Conversion and intensity.


def convert(image, dtype, force_copy=False, uniform=False, normalise=True):
    number = DTYPES[np.dtype(dtype).name]
    flags = [c_int32(bool(flag)) for flag in (force_copy, uniform, normalise)]
    return _image("stoner_image_convert", image.pointer, c_int32(number), *flags)


def asfloat(image, normalise=True, clip=False, clip_negative=False):
    flags = [c_int32(bool(flag)) for flag in (normalise, clip, clip_negative)]
    return _image("stoner_image_asfloat", image.pointer, *flags)


def clip_intensity(image, clip_negative=False, limits=None):
    return _image("stoner_image_clip_intensity", image.pointer, c_int32(bool(clip_negative)), _numbers(c_double, limits))


def normalise(image, scale=None, sample=None, limits=None, scale_masked=False):
    return _image(
        "stoner_image_normalise",
        image.pointer,
        _numbers(c_double, scale),
        _numbers(c_int64, sample),
        _numbers(c_double, limits),
        c_int32(bool(scale_masked)),
    )


def span(image):
    low, high = c_double(), c_double()
    _call("stoner_image_span", image.pointer, byref(low), byref(high))
    return low.value, high.value


# X-ray.


def polarization(image):
    sign = c_int32()
    _call("stoner_image_polarization", image.pointer, byref(sign))
    return sign.value


def xmcd(a, b):
    return _image("stoner_image_xmcd", a.pointer, b.pointer)
