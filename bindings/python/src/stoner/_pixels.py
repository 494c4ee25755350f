"""The pixels and the mask of an image as numpy's arrays: shown without a copy, read, written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, SupportsIndex

import numpy as np
import numpy.typing as npt

from . import _convert
from ._arrays import Lent
from ._generated.c import CONSTANTS
from ._convert import NUMPY
from ._originals import OriginalMethods
from ._runtime import call

_FLAGS = {
    name.removeprefix("STONER_FLAG_").lower(): bit for name, bit in CONSTANTS.items() if name.startswith("STONER_FLAG_")
}
_VALUE = CONSTANTS["STONER_FILL_VALUE"]


class Pixels(OriginalMethods):
    """Shape, dtype, pixels, mask, fill value."""

    @property
    def shape(self) -> tuple[int, ...]:
        """The lengths of the axes: (rows, columns) of an image. Setting it reshapes."""
        return tuple(int(n) for n in call("image_shape", self._handle))

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
        return np.asarray(Lent(call("image_clone", self._handle)._handle, self.shape, self.dtype))

    image = data

    def asarray(self) -> npt.NDArray[Any]:
        """As `data`."""
        return self.data

    @property
    def flat(self) -> Any:
        """An iterator over the pixels in C order."""
        return self.data.flat

    @property
    def mask(self) -> npt.NDArray[np.bool_]:
        """The mask, True where a pixel is masked, as a read-only array. Setting it replaces it; a hard mask only grows."""
        mask: npt.NDArray[np.bool_] = call("image_read_mask", self._handle).view(bool).reshape(self.shape)
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

    # By these names numpy.ma's functions find data and mask: a masked array on the left of an operator is one of them.
    @property
    def _data(self) -> npt.NDArray[Any]:
        return self.data

    @property
    def _mask(self) -> Any:
        mask = self.mask
        return mask if mask.any() else np.ma.nomask

    def masked_array(self) -> np.ma.MaskedArray[Any, Any]:
        """numpy's masked array of the pixels: they are not copied and cannot be written to; the mask is a copy."""
        return np.ma.MaskedArray(self.data, self._mask, fill_value=self._fill_value(), hard_mask=self.hardmask)

    def __array__(self, dtype: npt.DTypeLike | None = None, copy: bool | None = None) -> npt.NDArray[Any]:
        data = self.data
        if dtype is not None and np.dtype(dtype) != data.dtype:
            if copy is False:
                raise ValueError(f"pixels of dtype {data.dtype} can become {np.dtype(dtype)} only in a copy")
            return data.astype(dtype)
        return data.copy() if copy else data

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
    def flags(self) -> dict[str, bool]:
        """numpy's flags of the array."""
        bits = call("image_flags", self._handle)
        return {name: bool(bits & bit) for name, bit in _FLAGS.items()}

    def ids(self) -> tuple[int, int]:
        """The addresses of pixels and mask."""
        data, mask = call("image_ids", self._handle).tolist()
        return data, mask

    @property
    def fill_value(self) -> Any:
        """The fill value for masked elements. Set None to return to the dtype's default."""
        return self._fill_value()

    @fill_value.setter
    def fill_value(self, value: complex | None) -> None:
        if isinstance(value, (int, np.integer)) and not isinstance(value, bool) and -(2**63) <= value < 2**64:
            call(f"image_set_fill_value{_convert.whole(value)}", self._handle, int(value))
            return
        number = 0j if value is None else complex(value)
        call("image_set_fill_value", self._handle, 0 if value is None else _VALUE, number.real, number.imag)

    def _fill_value(self) -> Any:
        if self.dtype.kind in "iu":
            name = "image_fill_value_u64" if self.dtype.kind == "u" else "image_fill_value_i64"
            return self.dtype.type(call(name, self._handle))
        real, imaginary = call("image_fill_value", self._handle)
        return self.dtype.type(complex(real, imaginary) if self.dtype.kind == "c" else real)

    def get_fill_value(self) -> Any:
        """As `fill_value`."""
        return self._fill_value()

    def set_fill_value(self, value: complex | None = None) -> None:
        """As setting `fill_value`."""
        self.fill_value = value
