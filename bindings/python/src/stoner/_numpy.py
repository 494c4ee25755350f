"""An image in numpy's protocols: indices, operators, functions that work by element."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, SupportsIndex

import numpy as np
import numpy.typing as npt
from numpy.lib.mixins import NDArrayOperatorsMixin

from ._arrays import from_array, handle_of
from ._generated.c import CONSTANTS
from ._elements import Elements
from ._labels import Labels
from ._objects import wrap
from ._planes import Places
from ._runtime import call, warn

if TYPE_CHECKING:
    from ._image import Image

_DROPPED = CONSTANTS["STONER_WARNING_POSITIONS_DROPPED"]

#: The operations that make one image from the pixels of two.
_COMBINING = {np.add, np.subtract, np.multiply, np.divide, np.floor_divide, np.maximum, np.minimum, np.fmax, np.fmin, np.hypot}


class NumpyProtocols(Elements, Places, Labels, NDArrayOperatorsMixin):
    """Indices, operators, functions of numpy."""

    def __len__(self) -> int:
        if not self.shape:
            raise TypeError("an image of rank 0 has no length")
        return self.shape[0]

    def __iter__(self) -> Iterator[Any]:
        return (self[i] for i in range(len(self)))

    def __bool__(self) -> bool:
        return bool(self.masked_array())

    def __float__(self) -> float:
        return float(self.item())

    def __int__(self) -> int:
        return int(self.item())

    def __complex__(self) -> complex:
        return complex(self.item())

    __hash__ = None  # type: ignore[assignment]

    def __contains__(self, value: Any) -> bool:
        return value in self.metadata if isinstance(value, str) else bool((self.masked_array() == value).any())

    def __getitem__(self, index: Any) -> Any:
        """Text: a metadata entry. Slices of rows and columns: a crop, which keeps planes and map. So do a frame of a stack, and
        slices with steps or one list of indices or a mask along an axis; frames bring their own energy. All else as numpy:
        a number, or an image with the metadata, and a warning where it had planes or a map."""
        if isinstance(index, str):
            return self.metadata[index]
        box = self._box_of(index)
        if box is not None:
            return self.crop(box)
        picked = self._picked(index)
        if picked is not None:
            return picked
        found = self.masked_array()[_plain_index(index)]
        return self._like(found, moved=True) if isinstance(found, np.ndarray) and found is not np.ma.masked else found

    def __setitem__(self, index: Any, value: Any) -> None:
        """As numpy's masked arrays: what is written is unmasked unless the value is masked; or sets a metadata entry."""
        if isinstance(index, str):
            self.metadata[index] = value
            return
        array = np.ma.MaskedArray(self.data.copy(), self.mask.copy(), hard_mask=self.hardmask)
        array[_plain_index(index)] = value.masked_array() if isinstance(value, NumpyProtocols) else value
        self._replace(array)

    def __delitem__(self, key: str) -> None:
        del self.metadata[key]

    def _box_of(self, index: Any) -> list[int] | None:
        """The box that slices of rows and columns mean; None where they mean something else."""
        indices = index if isinstance(index, tuple) else (index,)
        if self.ndim not in (2, 3) or not all(isinstance(each, slice) or each is Ellipsis for each in indices):
            return None
        if indices.count(Ellipsis) > 1 or len([each for each in indices if each is not Ellipsis]) > self.ndim:
            return None
        at = indices.index(Ellipsis) if Ellipsis in indices else len(indices)
        before, after = indices[:at], indices[at + 1 :]
        whole = [*before, *[slice(None)] * (self.ndim - len(before) - len(after)), *after]
        ranges = [each.indices(n) for each, n in zip(whole, self.shape)]
        if any(step != 1 or stop <= start for start, stop, step in ranges):
            return None
        if self.ndim == 3 and ranges[0][:2] != (0, self.shape[0]):
            return None
        (y0, y1, _), (x0, x1, _) = ranges[-2:]
        return [x0, x1, y0, y1]

    def _picked(self, index: Any) -> Image | None:
        """The frames, rows and columns that an index means along each axis; None where it means something else."""
        indices = index if isinstance(index, tuple) else (index,)
        if self.ndim not in (2, 3) or any(each is None or isinstance(each, NumpyProtocols) for each in indices):
            return None
        dots = [i for i, each in enumerate(indices) if each is Ellipsis]
        if len(dots) > 1 or len(indices) - len(dots) > self.ndim:
            return None
        at = dots[0] if dots else len(indices)
        before, after = indices[:at], indices[at + 1 :]
        whole = [*before, *[slice(None)] * (self.ndim - len(before) - len(after)), *after]
        places = [_places(each, n) for each, n in zip(whole, self.shape)]
        one_frame = self.ndim == 3 and isinstance(places[0], int)
        lists = [each for each in whole if not isinstance(each, (slice, SupportsIndex))]
        # An index beside a list is broadcast with it in numpy, and so are two lists.
        if any(each is None or isinstance(each, int) for each in places[int(one_frame):]) or len(lists) + one_frame > 1:
            return None
        made: Image = call("image_clone", self._handle)
        for axis, each in enumerate(places):
            if isinstance(each, int):
                made = made.take([each], axis=axis)
            elif each is not None and not np.array_equal(each, np.arange(self.shape[axis])):
                made = made.take(each, axis=axis)
        if one_frame:
            made = made.squeeze(0)
        made.fill_value = self.fill_value
        if self.hardmask:
            made.harden_mask()
        return made

    def _replace(self, array: Any) -> None:
        """New pixels and mask for this image."""
        hard = self.hardmask
        if hard:
            self.soften_mask()
        self.write(np.ma.getdata(array))
        self.mask = np.ma.getmaskarray(array)
        if hard:
            self.harden_mask()

    def _like(self, array: Any, moved: bool = False) -> Image:
        """An image of an array with this one's metadata, and with planes and map where the shape is the same and no pixel has
        moved."""
        made: Image = wrap(from_array(array))
        handle = call("image_metadata", self._handle)
        if made.shape == self.shape and not moved:
            if self._has_map():
                made.map = self.map
        else:
            lost = [*self.planes, *(self.map.names if self._has_map() else ())]  # type: ignore[union-attr]
            for name in lost:
                call("metadata_pop", handle._own, name)
            if lost:
                warn(f"the selected pixels are not a part of the image; dropped: {', '.join(lost)}", _DROPPED)
        call("image_set_metadata", made._handle, handle._own)
        made.filename, title = self.filename, self.title
        if title != pathlib.PurePath(self.filename or "").name:
            made.title = title
        return made

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, out: Any = None, **named: Any) -> Any:
        """numpy's elementwise functions, as for its masked arrays: a pixel is masked where one that it comes from is, or where
        the function has no value (division by 0, a logarithm of what is not above 0)."""
        arrays = [each.masked_array() if isinstance(each, NumpyProtocols) else each for each in inputs]
        images = [each for each in inputs if isinstance(each, NumpyProtocols)]
        if ufunc in _COMBINING and len(images) == 2 and images[0] is not images[1]:
            call("image_unlike", images[0]._handle, images[1]._handle)
        with np.errstate(divide="ignore", invalid="ignore"):
            results = getattr(ufunc, method)(*arrays, **named)
        if results is NotImplemented or method == "at":
            return results
        first = next((each for each in inputs if isinstance(each, NumpyProtocols)), None)
        several = isinstance(results, tuple)
        outs = out if out is not None else (None,) * (len(results) if several else 1)
        given = []
        for result, place in zip(results if several else (results,), outs):
            if place is None:
                is_array = isinstance(result, np.ndarray) and result is not np.ma.masked and result.ndim > 0
                made = first._like(result) if is_array and first is not None else result
                if is_array and ufunc in _COMBINING and len(images) == 2:
                    made._note(ufunc.__name__, *images)
                given.append(made)
            elif isinstance(place, NumpyProtocols):
                if not np.can_cast(result.dtype, place.dtype, "same_kind"):
                    raise TypeError(f"{ufunc.__name__} returns {result.dtype}, which does not fit an image of {place.dtype}")
                place._replace(np.ma.MaskedArray(result).astype(place.dtype))
                given.append(place)
            else:
                place[...] = result
                given.append(place)
        return tuple(given) if several else given[0]

    def _note(self, operation: str, *images: NumpyProtocols) -> None:
        """Records in the metadata which files the two images of an operation came from, under numpy's names."""
        for name, image in zip(("x1", "x2"), images):
            source = image.metadata.get("Loaded from") or image.filename or image.title
            if source:
                self.metadata[f"{operation}.{name}"] = str(source)

    def __matmul__(self, other: Any) -> Any:
        return self.dot(other)

    def __rmatmul__(self, other: Any) -> Any:
        return wrap(handle_of(other)).dot(self)


def _places(index: Any, n: int) -> int | npt.NDArray[np.int64] | None:
    """The places that an index selects along an axis of n elements; None if it means something else, or is invalid."""
    if isinstance(index, slice):
        return np.arange(*index.indices(n), dtype=np.int64)
    if isinstance(index, (bool, np.bool_)):
        return None
    if isinstance(index, SupportsIndex) and not isinstance(index, np.ndarray):
        place = int(index.__index__())
        return place + n if -n <= place < 0 else place if place < n and place >= 0 else None
    array = np.asarray(index)
    if array.ndim != 1 or not array.size:
        return None
    if array.dtype == bool:
        return np.flatnonzero(array) if len(array) == n else None
    return array.astype(np.int64) if array.dtype.kind in "iu" and array.min() >= -n and array.max() < n else None


def _plain_index(index: Any) -> Any:
    """Converts images that are used as indices to numpy arrays."""
    if isinstance(index, tuple):
        return tuple(_plain_index(each) for each in index)
    return index.filled(0).data if isinstance(index, NumpyProtocols) else index
