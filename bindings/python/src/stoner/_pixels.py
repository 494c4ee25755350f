"""The pixels and the mask of an image as numpy's arrays: shown without a copy, read, written."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, SupportsIndex

import numpy as np
import numpy.typing as npt

from . import _convert
from ._array_methods import ArrayMethods
from ._arrays import Lent, set_fill_value
from ._generated.c import CONSTANTS
from ._convert import DTYPES, NUMPY
from ._runtime import call

_FLAGS = {
    name.removeprefix("STONER_FLAG_").lower(): bit for name, bit in CONSTANTS.items() if name.startswith("STONER_FLAG_")
}
#: numpy's short names of flags.
_SHORT = {"c": "c_contiguous", "contiguous": "c_contiguous", "f": "f_contiguous", "fortran": "f_contiguous", "o": "owndata", "w": "writeable", "a": "aligned"}


class Flags(Mapping[str, bool]):
    """numpy's flags of an array: `flags.c_contiguous`, `flags["C_CONTIGUOUS"]`, `flags["C"]`."""

    def __init__(self, flags: Mapping[str, bool]) -> None:
        self._flags = dict(flags)

    def __getitem__(self, name: str) -> bool:
        key = name.lower()
        if key in ("fnc", "forc", "behaved", "b", "carray", "ca", "farray", "fa"):
            return bool(getattr(self, {"b": "behaved", "ca": "carray", "fa": "farray"}.get(key, key)))
        return self._flags[_SHORT.get(key, key)]

    def __getattr__(self, name: str) -> bool:
        key = _SHORT.get(name, name)
        if name.startswith("_") or key not in self._flags:
            raise AttributeError(f"an image has no flag {name!r}; it has {', '.join(self)}")
        return self._flags[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._flags)

    def __len__(self) -> int:
        return len(self._flags)

    def __repr__(self) -> str:
        return "\n".join(f"  {name.upper()} : {value}" for name, value in self.items())

    @property
    def fnc(self) -> bool:
        """In Fortran's order and not in C's."""
        return self["f_contiguous"] and not self["c_contiguous"]

    @property
    def forc(self) -> bool:
        """In Fortran's order or in C's."""
        return self["f_contiguous"] or self["c_contiguous"]

    @property
    def behaved(self) -> bool:
        """Aligned and writeable."""
        return self["aligned"] and self["writeable"]

    @property
    def carray(self) -> bool:
        """Behaved, in C's order."""
        return self.behaved and self["c_contiguous"]

    @property
    def farray(self) -> bool:
        """Behaved, in Fortran's order and not in C's."""
        return self.behaved and self.fnc


class Flat:
    """The pixels of an image one after another in C order, as numpy's `flat`: what is set is set in the image."""

    def __init__(self, image: Pixels) -> None:
        self._image = image
        self._iterator: Iterator[Any] | None = None

    def __iter__(self) -> Flat:
        return self

    def __next__(self) -> Any:
        if self._iterator is None:
            self._iterator = iter(self._image.masked_array().flat)
        return next(self._iterator)

    def __len__(self) -> int:
        return self._image.size

    def __getitem__(self, index: Any) -> Any:
        return self._image.masked_array().flat[index]

    def __setitem__(self, index: Any, value: Any) -> None:
        array = self._image._writeable()
        array.flat[index] = value.masked_array() if isinstance(value, Pixels) else value
        self._image._replace(array)

    def __array__(self, dtype: npt.DTypeLike | None = None, copy: bool | None = None) -> npt.NDArray[Any]:
        flat: npt.NDArray[Any] = self._image.data.ravel()
        return np.array(flat, dtype)

    def copy(self) -> Any:
        """A masked array of rank 1 with the pixels."""
        return self._image.masked_array().ravel().copy()

    @property
    def base(self) -> Any:
        """The image."""
        return self._image


class Pixels(ArrayMethods):
    """Shape, dtype, pixels, mask, fill value."""

    @property
    def shape(self) -> tuple[int, ...]:
        """The lengths of the axes: (rows, columns) of an image. Setting it reshapes."""
        return tuple(call("image_shape", self._handle).tolist())

    @shape.setter
    def shape(self, shape: int | Iterable[int]) -> None:
        self._handle = self.reshape((shape,) if isinstance(shape, SupportsIndex) else tuple(shape))._handle

    @property
    def dtype(self) -> np.dtype[Any]:
        """The dtype. Setting it converts (`convert`), as the original does."""
        return NUMPY[call("image_dtype", self._handle)]

    @dtype.setter
    def dtype(self, dtype: npt.DTypeLike) -> None:
        self._handle = self.convert(dtype)._handle

    @property
    def data(self) -> npt.NDArray[Any]:
        """The pixels without a copy, read-only, as they are now, masked ones too."""
        return self._lent(self.dtype)

    image = data

    def _lent(self, dtype: np.dtype[Any]) -> npt.NDArray[Any]:
        return np.asarray(Lent(call("image_clone", self._handle)._handle, self.shape, dtype))

    def asarray(self) -> npt.NDArray[Any]:
        """As `data`."""
        return self.data

    @property
    def flat(self) -> Flat:
        """The pixels one after another in C order: `image.flat[5]`, `image.flat[5] = 12`, iteration; numpy.ma.masked where one is masked. Setting
        it sets all pixels, in C order."""
        return Flat(self)

    @flat.setter
    def flat(self, values: Any) -> None:
        array = self._writeable()
        array.flat = values.masked_array() if isinstance(values, Pixels) else values
        self._replace(array)

    def _writeable(self) -> Any:
        """A masked array of a copy of the pixels."""
        return np.ma.MaskedArray(self.data.copy(), self.mask.copy(), hard_mask=self.hardmask)

    def _replace(self, array: Any) -> None:
        """New pixels and mask for this image."""
        hard = self.hardmask
        if hard:
            self.soften_mask()
        self.write(np.ma.getdata(array))
        self.mask = np.ma.getmaskarray(array)
        if hard:
            self.harden_mask()

    @property
    def mask(self) -> npt.NDArray[np.bool_]:
        """The mask, True where a pixel is masked, as a read-only array. Setting it replaces it; a hard mask only grows."""
        mask = self._mask_copy()
        mask.flags.writeable = False
        return mask

    @mask.setter
    def mask(self, mask: npt.ArrayLike | None) -> None:
        if mask is None or mask is np.ma.nomask:
            call("image_write_mask", self._handle, None, self.size)
            return
        whole = np.ascontiguousarray(np.broadcast_to(np.asarray(mask, bool), self.shape)).view(np.uint8)
        call("image_write_mask", self._handle, whole.reshape(-1), whole.size)

    recordmask = mask

    def _mask_copy(self, shape: tuple[int, ...] | None = None) -> npt.NDArray[np.bool_]:
        mask = np.empty(self.shape if shape is None else shape, bool)
        call("image_read_mask", self._handle, buffer=mask.view(np.uint8), capacity=mask.size)
        return mask

    def _has_mask(self) -> bool:
        """Whether there is a mask, which may mask nothing."""
        return self.ids()[1] != 0

    # By these names numpy.ma's functions find what they need: a masked array on the left of an operator calls one of them.
    _baseclass = np.ndarray
    _sharedmask = False

    @property
    def baseclass(self) -> type[Any]:
        """The class of `data`."""
        return np.ndarray

    @property
    def sharedmask(self) -> bool:
        """Whether another object changes with the mask: never, since images are values."""
        return False

    @property
    def _hardmask(self) -> bool:
        return self.hardmask

    @_hardmask.setter
    def _hardmask(self, hard: bool) -> None:
        self.harden_mask() if hard else self.soften_mask()

    @property
    def ctypes(self) -> Any:
        """numpy's `ctypes` of `data`: the address of the pixels, for reading."""
        return self.data.ctypes

    @property
    def _fill_value(self) -> Any:
        return self._fill_value_of(self.dtype)

    def _fill_value_of(self, dtype: np.dtype[Any]) -> Any:
        own = dtype.type(call("image_fill_value_as", self._handle, dtype=DTYPES[dtype]))
        # What no one has set is None there, and becomes the default of each result's dtype.
        return None if own == _default_fill_value(dtype) else np.array(own)

    @property
    def _data(self) -> npt.NDArray[Any]:
        return self.data

    @property
    def _mask(self) -> Any:
        # numpy.ma, and matplotlib, write into the masks of arrays that they make of others.
        return self._mask_of(None)

    def _mask_of(self, shape: tuple[int, ...] | None) -> Any:
        if not self._has_mask():
            return np.ma.nomask
        mask = self._mask_copy(shape)
        return mask if mask.any() else np.ma.nomask

    def masked_array(self) -> np.ma.MaskedArray[Any, Any]:
        """numpy's masked array of the pixels: they are not copied and cannot be written to; the mask is a copy."""
        dtype = self.dtype
        data = self._lent(dtype)
        return np.ma.MaskedArray(data, self._mask_of(data.shape), fill_value=self._fill_value_of(dtype), hard_mask=self.hardmask)

    def _element(self, index: npt.NDArray[np.int64] | None) -> Any:
        """One element as numpy.ma gives it: a number of the dtype, or numpy.ma.masked. `index` has one for each axis; None of rank 0."""
        dtype = self.dtype
        value, masked = call("image_item_as", self._handle, index, 0 if index is None else len(index), dtype=DTYPES[dtype])
        return np.ma.masked if masked else dtype.type(value)

    def __array__(self, dtype: npt.DTypeLike | None = None, copy: bool | None = None) -> npt.NDArray[Any]:
        # `np.asanyarray` keeps a masked array, mask and all; `np.asarray` and `np.array` take its pixels.
        data: Any = self.masked_array()
        if data.mask is np.ma.nomask:
            data = np.ma.getdata(data)
        if dtype is not None and np.dtype(dtype) != data.dtype:
            if copy is False:
                raise ValueError(f"pixels of dtype {data.dtype} can become {np.dtype(dtype)} only in a copy")
            data = data.astype(dtype)
            if data.dtype == object and isinstance(data, np.ma.MaskedArray):
                # Objects are what matplotlib makes of values that it then takes as they are: it draws no NaN.
                np.ma.getdata(data)[np.ma.getmaskarray(data)] = np.nan
        elif copy:
            data = data.copy()
        made: npt.NDArray[Any] = data
        return made

    def read(self, dtype: npt.DTypeLike | None = None, out: npt.NDArray[Any] | None = None) -> npt.NDArray[Any]:
        """The pixels in an array of their own, converted on the way, or written into an array `out` of the image's shape, whose
        dtype and layout (steps of 0 or more) are then what is wanted."""
        if out is None:
            out = np.empty(self.shape, self.dtype if dtype is None else dtype)
        elif dtype is not None and out.dtype != np.dtype(dtype):
            raise ValueError(f"`out` has dtype {out.dtype}, not {np.dtype(dtype)}")
        if out.shape != self.shape:
            raise ValueError(f"`out` has the shape {out.shape}, the image {self.shape}")
        if not out.flags.writeable or not out.dtype.isnative:
            raise ValueError("`out` must be writeable and in native byte order")
        if min(out.strides, default=0) < 0:
            raise ValueError(f"`out` has negative steps, {out.strides}")
        reach = sum((n - 1) * step for n, step in zip(out.shape, out.strides)) + out.itemsize if out.size else 0
        strides = np.array(out.strides, np.int64) if out.ndim else None
        call("image_read", self._handle, _convert.dtype(out.dtype), strides, out.ctypes.data, reach)
        return out

    def write(self, data: npt.ArrayLike, box: Iterable[int | None] | None = None) -> None:
        """Writes values into the image, into a box (xmin, xmax, ymin, ymax) or the whole, converted to its dtype. What is written
        is unmasked; where the mask is hard, masked pixels stay."""
        sides = _convert.box(box, "box")
        array = np.asarray(data)
        _convert.dtype(array.dtype)
        array = np.broadcast_to(array.astype(array.dtype.newbyteorder("="), copy=False), self._box_shape(sides))
        call("image_write", self._handle, sides, array.ctypes.data, _convert.dtype(array.dtype), np.array(array.strides or [0], np.int64))

    def _box_shape(self, sides: list[int] | None) -> tuple[int, ...]:
        if sides is None:
            return self.shape
        ends = [(0, self.shape[-1]), (0, self.shape[-2])]
        given = [sides[:2], sides[2:]]
        (x0, x1), (y0, y1) = (
            [end if side == _convert.EXTENT else side + (side < 0) * whole[1] for side, end in zip(pair, whole)]
            for pair, whole in zip(given, ends)
        )
        return (*self.shape[:-2], max(y1 - y0, 0), max(x1 - x0, 0))

    @property
    def strides(self) -> tuple[int, ...]:
        """The steps in bytes from one element to the next along each axis."""
        return tuple(int(step) for step in call("image_strides", self._handle))

    @property
    def flags(self) -> Flags:
        """numpy's flags of the array."""
        bits = call("image_flags", self._handle)
        return Flags({name: bool(bits & bit) for name, bit in _FLAGS.items()})

    def ids(self) -> tuple[int, int]:
        """The addresses of pixels and mask."""
        data, mask = call("image_ids", self._handle).tolist()
        return data, mask

    @property
    def fill_value(self) -> Any:
        """The fill value for masked elements. Set None to return to the dtype's default."""
        return self.dtype.type(call("image_fill_value_as", self._handle))

    @fill_value.setter
    def fill_value(self, value: complex | None) -> None:
        set_fill_value(self._handle, value)

    def get_fill_value(self) -> Any:
        """As `fill_value`."""
        return self.fill_value

    def set_fill_value(self, value: complex | None = None) -> None:
        """As setting `fill_value`."""
        self.fill_value = value


@functools.cache
def _default_fill_value(dtype: np.dtype[Any]) -> Any:
    return call("image_from_data", None, _convert.dtype(dtype), 1, np.zeros(1, np.int64), np.zeros(1, np.int64), None).fill_value
