"""An image by indices: its elements, rows, columns and frames; and images of what became of its pixels."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, SupportsIndex, Union, overload

import numpy as np
import numpy.typing as npt

from ._arrays import from_array
from ._elements import Elements
from ._generated.c import CONSTANTS
from ._labels import Labels
from ._objects import wrap
from ._planes import Places
from ._runtime import call, warn

if TYPE_CHECKING:
    from ._image import Image

#: Indices that leave axes: slices of rows, columns and frames, lists of them, masks.
_Parts = Union[slice, "tuple[slice, ...]", "list[int]", "npt.NDArray[np.bool_]", "Indexing"]
_DROPPED = CONSTANTS["STONER_WARNING_POSITIONS_DROPPED"]


class Indexing(Elements, Places, Labels):
    """Indices, and images with this one's metadata."""

    def __len__(self) -> int:
        if not self.shape:
            raise TypeError("an image of rank 0 has no length")
        return self.shape[0]

    def __iter__(self) -> Iterator[Any]:
        return (self[i] for i in range(len(self)))

    def __contains__(self, value: Any) -> bool:
        return value in self.metadata if isinstance(value, str) else bool((self.masked_array() == value).any())

    @overload
    def __getitem__(self, index: _Parts) -> Image: ...

    @overload
    def __getitem__(self, index: Any) -> Any: ...

    def __getitem__(self, index: Any) -> Any:
        """Text: a metadata entry. Slices of rows and columns: a crop, which keeps planes and map. So do a frame of a stack, and
        slices with steps or one list of indices or a mask along an axis; frames bring their own energy. All else as numpy:
        a number, or an image with the metadata, and a warning where it had planes or a map."""
        if isinstance(index, str):
            return self.metadata[index]
        rank = self.ndim
        indices = index if type(index) is tuple else (index,)
        if len(indices) == rank and all(type(each) is int for each in indices):
            return self._element(_inside(indices, self.shape))
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
        array = self._writeable()
        array[_plain_index(index)] = value.masked_array() if isinstance(value, Indexing) else value
        self._replace(array)

    def __delitem__(self, key: str) -> None:
        del self.metadata[key]

    def _box_of(self, index: Any) -> list[int] | None:
        """The box that slices of rows and columns mean; None where they mean something else."""
        indices = index if isinstance(index, tuple) else (index,)
        shape = self.shape
        if len(shape) not in (2, 3) or not all(isinstance(each, slice) or each is Ellipsis for each in indices):
            return None
        if indices.count(Ellipsis) > 1 or len([each for each in indices if each is not Ellipsis]) > len(shape):
            return None
        at = indices.index(Ellipsis) if Ellipsis in indices else len(indices)
        before, after = indices[:at], indices[at + 1 :]
        whole = [*before, *[slice(None)] * (len(shape) - len(before) - len(after)), *after]
        ranges = [each.indices(n) for each, n in zip(whole, shape)]
        if any(step != 1 or stop <= start for start, stop, step in ranges):
            return None
        if len(shape) == 3 and ranges[0][:2] != (0, shape[0]):
            return None
        (y0, y1, _), (x0, x1, _) = ranges[-2:]
        return [x0, x1, y0, y1]

    def _picked(self, index: Any) -> Image | None:
        """The frames, rows and columns that an index means along each axis; None where it means something else."""
        indices = index if isinstance(index, tuple) else (index,)
        if self.ndim not in (2, 3) or any(each is None or isinstance(each, Indexing) for each in indices):
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

    def _like(self, array: Any, moved: bool = False) -> Image:
        """An image of an array with this one's metadata, and with planes and map where the shape is the same and no pixel has
        moved."""
        made: Image = wrap(from_array(array))
        handle = call("image_metadata", self._handle)
        map_ = self.map
        if array.shape == self.shape and not moved:
            if map_ is not None:
                made.map = map_
        else:
            lost = [*self.planes, *(map_.names if map_ is not None else ())]
            for name in lost:
                call("metadata_pop", handle._own, name)
            if lost:
                warn(f"the selected pixels are not a part of the image; dropped: {', '.join(lost)}", _DROPPED)
        call("image_set_metadata", made._handle, handle._own)
        filename, title = self.filename, self.title
        if filename is not None:
            made.filename = filename
        if title != pathlib.PurePath(filename or "").name:
            made.title = title
        return made


def _inside(indices: tuple[int, ...], shape: tuple[int, ...]) -> npt.NDArray[np.int64]:
    """The indices of an element, with numpy's words for one that is outside."""
    for axis, (index, n) in enumerate(zip(indices, shape)):
        if not -n <= index < n:
            raise IndexError(f"index {index} is out of bounds for axis {axis} with size {n}")
    return np.array(indices, np.int64)


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
    return index.filled(0).data if isinstance(index, Indexing) else index
