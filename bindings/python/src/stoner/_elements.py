"""Elements of an image: one by one, limited, as bytes, lists and records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from . import _convert
from ._arrays import ImageBase
from ._convert import Path
from ._out import deliver
from ._pixels import Pixels
from ._runtime import call
from ._values import image_argument

if TYPE_CHECKING:
    from ._image import Image

_ORDERS = _convert.family("Order")


class Elements(Pixels, ImageBase):
    """Elements one by one, and all of them in other forms."""

    def item(self, *index: int) -> Any:
        """One element as a Python number; numpy.ma.masked where it is masked. One index counts in C order."""
        place = _convert.numbers(np.array(index, np.int64), "i8", None, "index") if index else None
        count = _convert.length(place)
        value, masked = call("image_item_as", self._handle, place, count)
        return np.ma.masked if masked else value

    def itemset(self, *arguments: Any) -> None:
        """Sets one element: itemset(value) of an array of one, itemset(i, value), itemset((row, column), value)."""
        *index, value = arguments
        place = index[0] if len(index) == 1 and isinstance(index[0], (tuple, list)) else index
        array = _convert.numbers(np.array(place, np.int64), "i8", None, "index") if len(place) else None
        call("image_itemset_as", self._handle, array, _convert.length(array), value)

    def fill(self, value: complex) -> None:
        """Sets all elements to a value."""
        call("image_fill_as", self._handle, value)

    def clip(self, min: Any = None, max: Any = None, out: Any = None) -> Any:
        """Limits the elements to a range: numbers, or images (arrays) with a limit for each element. None: no limit. `out`, an image or
        an array, takes the result."""
        if all(limit is None or np.ndim(limit) == 0 and not isinstance(limit, ImageBase) for limit in (min, max)):
            made = call("image_clip_as", self._handle, min, max)
        else:
            made = call("image_clip_images", self._handle, image_argument(min), image_argument(max))
        return deliver(made, out, "clip")

    def percentile(self, q: npt.ArrayLike) -> Any:
        """The values below which q percent of the pixels lie (numpy's linear rule); q from 0 to 100. Masked pixels and NaN are
        ignored."""
        wanted = np.asarray(q, float)
        array = np.ascontiguousarray(wanted).ravel()
        values = np.empty(array.size)
        call("image_percentile", self._handle, array, array.size, values=values)
        return float(values[0]) if wanted.ndim == 0 else values.reshape(wanted.shape)

    def tobytes(self, fill_value: float | None = None, order: str | int = "C") -> bytes:
        """The bytes of all elements, masked ones filled."""
        handle, mode, number = _convert.filling(self._handle, fill_value)
        return bytes(call("image_tobytes", handle, mode, number, _convert.enumeration(order, _ORDERS, "order")))

    def tostring(self, fill_value: float | None = None, order: str | int = "C") -> bytes:
        """The older name of `tobytes`."""
        handle, mode, number = _convert.filling(self._handle, fill_value)
        return bytes(call("image_tostring", handle, mode, number, _convert.enumeration(order, _ORDERS, "order")))

    def tolist(self, fill_value: float | None = None) -> Any:
        """The elements in nested lists; masked ones are None, or `fill_value`."""
        values = np.empty(self.shape, self.dtype)
        mask = np.zeros(self.shape, np.uint8)
        handle, mode, number = _convert.filling(self._handle, fill_value)
        call("image_tolist", handle, mode, number, _convert.dtype(self.dtype), values.ctypes.data, values.nbytes,
             mask=mask if mask.size else None, mask_bytes=mask.size)  # fmt: skip
        masked = mask.astype(bool)
        if not masked.any():
            return values.tolist()
        nested = values.astype(object)
        nested[masked] = None
        return nested.tolist()

    def toflex(self) -> npt.NDArray[Any]:
        """A structured array of pixels (`_data`) and mask (`_mask`)."""
        return self._records("image_toflex")

    def torecords(self) -> npt.NDArray[Any]:
        """As `toflex`."""
        return self._records("image_torecords")

    def _records(self, function: str) -> npt.NDArray[Any]:
        raw = call(function, self._handle)
        return np.frombuffer(raw.tobytes(), np.dtype([("_data", self.dtype), ("_mask", bool)])).reshape(self.shape)

    def dumps(self) -> bytes:
        """A pickle of numpy's masked array, as the original makes it. (`pickle.dumps(image)` keeps everything.)"""
        return bytes(call("image_dumps", self._handle))

    def dump(self, file: Path) -> None:
        """Writes the pickle of `dumps` into a file."""
        call("image_dump", self._handle, _convert.path(file))

    def tofile(self, file: Path) -> None:
        """Raises an error that says what to use instead, as numpy's masked arrays do."""
        call("image_tofile", self._handle, _convert.path(file))
