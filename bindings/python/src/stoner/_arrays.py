"""Handles of images, made of what stands for one: a path, an array, an image."""

from __future__ import annotations

import os
from typing import Any

import numpy as np

from . import _convert
from ._generated.c import CONSTANTS
from ._library import Handle, address_of
from ._loading import library
from ._runtime import call


class ImageBase:
    """What has the handle of an image."""

    _handle: Handle


def handle_of(source: Any) -> Handle:
    """The handle of an image, or of a new one: loaded from a path, or made of an array."""
    handle: Handle
    if isinstance(source, ImageBase):
        handle = source._handle
    elif isinstance(source, (str, os.PathLike)):
        handle = call("load", _convert.path(source), None)._handle
    else:
        handle = from_array(source)
    return handle


def from_array(source: Any) -> Handle:
    """A handle of an image of an array, or of numbers in nested lists. A masked array brings its mask, its own fill value, and whether
    the mask is hard. float16, which the library does not have, becomes float32, which holds all its values."""
    array = source if isinstance(source, np.ndarray) else np.asanyarray(source)
    data = np.ma.getdata(array)
    if data.dtype == np.float16:
        data = data.astype(np.float32)
    number = _convert.dtype(data.dtype)
    data = data.astype(data.dtype.newbyteorder("="), copy=False)
    mask = np.ma.getmask(array)
    bits = None if mask is np.ma.nomask else np.ascontiguousarray(mask, dtype=bool).view(np.uint8).reshape(-1)
    strides = np.array(data.strides, np.int64) if data.ndim else None
    shape = np.array(data.shape or [0], np.int64)
    made: Handle = call("image_from_data", address_of(data), number, data.ndim, shape, strides, bits)._handle
    masked: Any = array
    if isinstance(array, np.ma.MaskedArray):
        if masked._fill_value is not None:
            set_fill_value(made, data.dtype.type(masked._fill_value[()]))
        if masked._hardmask:
            call("image_harden_mask", made)
    return made


def set_fill_value(handle: Handle, value: Any) -> None:
    """Sets the fill value of an image; None: its dtype's own."""
    call("image_set_fill_value_as", handle, value)


class Lent:
    """The unchanging pixels of an image, as numpy shows them: they live as long as the arrays that show them."""

    def __init__(self, handle: Any, shape: tuple[int, ...], dtype: np.dtype[Any]) -> None:
        self._handle = handle
        address, strides = library().image_data(handle)
        self.__array_interface__ = {
            "shape": shape,
            "typestr": dtype.str,
            "data": (address, True),
            "strides": tuple(int(step) for step in strides[: len(shape)]) if shape else None,
            "version": 3,
        }
