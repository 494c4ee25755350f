"""`Image`: Python's additions to the generated methods of `_methods`: exchange with numpy, operators, indices, metadata as a mapping,
pickles, pictures in notebooks."""

from __future__ import annotations

import os
import pathlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import Any, NamedTuple, SupportsIndex

import numpy as np
import numpy.typing as npt
from numpy.lib.mixins import NDArrayOperatorsMixin

from . import _convert
from ._c import CONSTANTS
from ._convert import NUMPY, Axes, Path
from ._metadata import Metadata, dump, restore
from ._methods import Draw
from ._originals import OriginalMethods
from ._operations import ImageOperations
from ._pictures import ImagePictures
from ._runtime import CLASSES, call, warn
from ._table import Table
from ._values import image_argument

_FLAGS = {
    name.removeprefix("STONER_FLAG_").lower(): bit for name, bit in CONSTANTS.items() if name.startswith("STONER_FLAG_")
}
_ORDERS = _convert.family("Order")
_GRIDS = _convert.family("Grid")
_GRID_FILLS = _convert.family("GridFill")
_VALUE = CONSTANTS["STONER_FILL_VALUE"]
_DIALOGS = {"l": 0, "s": 2} | _convert.family("Dialog")
_INFINITE = float("nan")
_DROPPED = CONSTANTS["STONER_WARNING_POSITIONS_DROPPED"]


#: The operations that make one image from the pixels of two.
_COMBINING = {np.add, np.subtract, np.multiply, np.divide, np.floor_divide, np.maximum, np.minimum, np.fmax, np.fmin, np.hypot}


class Map(NamedTuple):
    """The map from pixels to stage positions: x = origin[0] + step[0][0] * column + step[0][1] * row, y likewise."""

    origin: tuple[float, float]
    step: tuple[tuple[float, float], tuple[float, float]]
    names: tuple[str, str] = ("sample_x", "sample_y")
    units: tuple[str, str] = ("", "")


class Image(OriginalMethods, ImageOperations, ImagePictures, NDArrayOperatorsMixin):
    """An image, or a stack of images: a masked array with planes, a map to stage positions and metadata.

    Parameters
    ----------
    source : path, array, masked array or Image
        A file of any kind that the library knows, or the pixels, (rows, columns) or (frames, rows, columns).
    mask : array, optional
        True where a pixel is masked, for pixels without a mask of their own.
    metadata : mapping, optional
        Entries to be set.
    title, filename : str, optional
        Set where given.
    filetype : str, optional
        The loader for a file: "nxstxm", "tiff", "png", "npy", ...; None: find out.

    `np.asarray(image)` shows the pixels without a copy, read-only, as they are at that moment; `image.masked_array()` likewise with
    the mask. Functions of numpy that work by element, and operators, give images that keep metadata, and planes and map where the
    shape stays. Methods return new images; those that change one (`fill`, `put`, `image[...] = `, `image.draw`) say so.
    """

    def __init__(
        self,
        source: Any,
        mask: npt.ArrayLike | None = None,
        *,
        metadata: Mapping[str, Any] | None = None,
        title: str | None = None,
        filename: Path | None = None,
        filetype: str | None = None,
    ) -> None:
        if isinstance(source, (str, os.PathLike)):
            made = call("load", _convert.path(source), filetype)._handle
        elif isinstance(source, Image):
            made = call("image_clone", source._handle)._handle
        else:
            made = _from_array(source)
        self._handle = made
        if mask is not None:
            self.mask = mask
        if metadata is not None:
            self.metadata.update(metadata)
        if title is not None:
            self.title = title
        if filename is not None:
            self.filename = filename

    @classmethod
    def load(cls, path: Path, filetype: str | None = None) -> Image:
        """Loads a file, as `stoner.load`."""
        return load(path, filetype)

    @classmethod
    def _wrap(cls, handle: Any) -> Image:
        made = cls.__new__(cls)
        made._handle = handle
        return made

    # Properties.

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
    def title(self) -> str:
        """The title that was set, else the file name without its folder. Set None to return to the file name."""
        return str(call("image_title", self._handle))

    @title.setter
    def title(self, title: str | None) -> None:
        call("image_set_title", self._handle, title)

    @property
    def filename(self) -> str | None:
        """The file that the image was loaded from, or the name that was set."""
        return call("image_filename", self._handle) or None

    @filename.setter
    def filename(self, filename: Path | None) -> None:
        call("image_set_filename", self._handle, _convert.path(filename))

    @property
    def fmts(self) -> list[str]:
        """The formats that an image can be saved in."""
        return str(call("fmts")).split(",")

    @property
    def metadata(self) -> Metadata:
        """The metadata. Changes of them change the image."""
        return Metadata._of(
            lambda: call("image_metadata", self._handle)._own, lambda own: call("image_set_metadata", self._handle, own)
        )

    @metadata.setter
    def metadata(self, values: Mapping[str, Any]) -> None:
        self.metadata.clear() if not isinstance(values, Metadata) else None
        if isinstance(values, Metadata):
            call("image_set_metadata", self._handle, values._handle)
        else:
            self.metadata.update(values)

    @property
    def planes(self) -> Planes:
        """Arrays that belong to the pixels ("actual_x", "actual_y", "beam current", ...): a mapping from names to images, which
        follow crops, turns and resampling."""
        return Planes(self)

    @property
    def map(self) -> Map | None:
        """The map from pixels to stage positions; None where there is none. Setting None removes it."""
        if not self._has_map():
            return None
        origin, step = (values.tolist() for values in call("image_map", self._handle))
        names = tuple(call("image_map_name", self._handle, i) for i in (0, 1))
        units = tuple(call("image_map_unit", self._handle, i) for i in (0, 1))
        return Map(tuple(origin), ((step[0], step[1]), (step[2], step[3])), names, units)

    @map.setter
    def map(self, map: Map | None) -> None:
        if map is None:
            call("image_set_map", self._handle, [0.0, 0.0], None, None, None, None, None)
        else:
            map = Map(*map)
            step = np.asarray(map.step, float).ravel()
            call("image_set_map", self._handle, _convert.numbers(map.origin, "f8", 2, "origin"),
                 _convert.numbers(step, "f8", 4, "step"), *map.names, *(unit or None for unit in map.units))  # fmt: skip

    def _has_map(self) -> bool:
        from ._errors import NoResultError

        try:
            call("image_map", self._handle)
        except NoResultError:
            return False
        return True

    @property
    def draw(self) -> Draw:
        """Draws into the image: `image.draw.disk(20, 30, 5, value=1.0)`."""
        return Draw(self)

    # Pixels and mask.

    @property
    def data(self) -> npt.NDArray[Any]:
        """The pixels without a copy, read-only, as they are now, masked ones too."""
        return np.asarray(_Lent(call("image_clone", self._handle)._handle, self.shape, self.dtype))

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

    # Elements.

    def item(self, *index: int) -> Any:
        """One element as a Python number; numpy.ma.masked where it is masked. One index counts in C order."""
        place = _convert.numbers(np.array(index, np.int64), "i8", None, "index") if index else None
        count = _convert.length(place)
        kind = self.dtype.kind
        if kind == "c":
            re, im, masked = call("image_item_complex", self._handle, place, count)
            value: Any = complex(re, im)
        elif kind in "iu":
            value, masked = call("image_item_u64" if kind == "u" else "image_item_i64", self._handle, place, count)
        else:
            value, masked = call("image_item", self._handle, place, count)
            value = bool(value) if kind == "b" else value
        return np.ma.masked if masked else value

    def itemset(self, *arguments: Any) -> None:
        """Sets one element: itemset(value) of an array of one, itemset(i, value), itemset((row, column), value)."""
        *index, value = arguments
        place = index[0] if len(index) == 1 and isinstance(index[0], (tuple, list)) else index
        array = _convert.numbers(np.array(place, np.int64), "i8", None, "index") if len(place) else None
        self._number("image_itemset", value, array, _convert.length(array))

    def fill(self, value: complex) -> None:
        """Sets all elements to a value."""
        self._number("image_fill", value)

    def _number(self, function: str, value: Any, *before: Any) -> None:
        if isinstance(value, complex) or isinstance(value, np.complexfloating):
            call(f"{function}_complex", self._handle, *before, value.real, value.imag)
        elif isinstance(value, (int, np.integer)) and -(2**63) <= value < 2**64:
            call(f"{function}{_convert.whole(value)}", self._handle, *before, int(value))
        else:
            call(function, self._handle, *before, float(value))

    def clip(self, min: Any = None, max: Any = None) -> Image:
        """Limits the elements to a range: numbers, or images (arrays) with a limit for each element. None: no limit."""
        if all(limit is None or np.ndim(limit) == 0 and not isinstance(limit, Image) for limit in (min, max)):
            made: Image = self._clip(min, max)
        else:
            made = call("image_clip_images", self._handle, image_argument(min), image_argument(max))
        return made

    def _clip(self, min: Any, max: Any) -> Image:
        given = [limit for limit in (min, max) if limit is not None]
        made: Image
        if given and all(isinstance(limit, (int, np.integer)) and not isinstance(limit, bool) for limit in given):
            for name, lowest, highest in (("image_clip_i64", -(2**63), 2**63), ("image_clip_u64", 0, 2**64)):
                if all(lowest <= int(limit) < highest for limit in given):
                    pointers = [None if limit is None else [int(limit)] for limit in (min, max)]
                    made = call(name, self._handle, *pointers)
                    return made
        made = call("image_clip", self._handle, *(_INFINITE if limit is None else float(limit) for limit in (min, max)))
        return made

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

    # Shape.

    @property
    def T(self) -> Image:
        """The image with rows and columns exchanged; of any rank all axes in reverse order."""
        made: Image = call("image_transpose", self._handle)
        return made

    def transpose(self, *axes: Any) -> Image:
        """The axes in another order; without arguments in reverse."""
        order: Axes = axes[0] if len(axes) == 1 and (axes[0] is None or isinstance(axes[0], Iterable)) else (axes or None)
        array = _convert.axes(order)
        made: Image = call("image_transpose_axes", self._handle, array, _convert.length(array))
        return made

    def gridimage(
        self,
        points: tuple[Any, Any] | None = None,
        xi: tuple[Any, Any] | None = None,
        method: str | int = "linear",
        fill_value: float | str | None = None,
        rescale: bool = False,
        *,
        remove_offset: bool = False,
        max_distance: float | None = None,
        return_offset: bool = False,
    ) -> Any:
        """Brings the image from the positions at which its pixels were measured to a regular grid.

        Parameters
        ----------
        points : (x, y), optional
            The measured positions, arrays of the image's shape; None: the planes "actual_x" and "actual_y".
        xi : (x, y), optional
            The positions of the new pixels, arrays of rank 2; None: the image's own grid.
        method : "linear", "nearest" or "cubic"
        fill_value : float, "mean" or "mask"
            What stands under the mask where there are no data; None: the mean of the valid pixels.
        rescale : bool
            Scales x and y of the positions to one length first.
        remove_offset : bool
            First subtracts from the measured positions the median of their difference from the nominal ones.
        max_distance : float, optional
            In steps of the scan: a place without a pixel within this distance is a hole in the data, and its grid points are
            masked; None: 2. ``float("inf")`` sets no limit.
        return_offset : bool
            Returns (image, (x, y)) with the offset that was subtracted.
        """
        if isinstance(fill_value, str) or fill_value is None:
            mode, number = _convert.enumeration(fill_value, _GRID_FILLS, "fill_value"), 0.0
        else:
            mode, number = _GRID_FILLS["value"], float(fill_value)
        points_x, points_y = (image_argument(each) for each in points or (None, None))
        xi_x, xi_y = (image_argument(each) for each in xi or (None, None))
        offset, made = call("image_gridimage", self._handle, points_x, points_y, xi_x, xi_y,
                            _convert.enumeration(method, _GRIDS, "method"), mode, number, int(bool(rescale)),
                            int(bool(remove_offset)),
                            *(() if max_distance is None else (float(max_distance),)))  # fmt: skip
        return (made, tuple(offset.tolist())) if return_offset else made

    # Files.

    def save(self, filename: Path | None = None, fmt: str | Iterable[str] | None = None, forcetype: bool = False) -> None:
        """Saves the image: by the extension of the name, or in each of the formats `fmt` ("tif", "png", "npy"). None: under
        `filename`, the image's own name."""
        formats = fmt if fmt is None or isinstance(fmt, str) else ",".join(fmt)
        call("image_save", self._handle, _convert.path(filename), formats, int(bool(forcetype)))

    def save_tiff(self, filename: Path, forcetype: bool = False) -> None:
        """Saves a TIFF with metadata, planes, map and mask; with `forcetype` of any dtype exactly."""
        call("image_save_tiff", self._handle, _convert.path(filename), int(bool(forcetype)))

    def save_png(self, filename: Path) -> None:
        """Saves an 8-bit grey PNG with the metadata. For pictures: the pixels' values are lost."""
        call("image_save_png", self._handle, _convert.path(filename))

    def save_npy(self, filename: Path) -> None:
        """Saves the pixels alone, as numpy's npy."""
        call("image_save_npy", self._handle, _convert.path(filename))

    # Asking the user.

    def get_filename(self, mode: str = "file") -> None:
        """Asks for a new file name through the context's `file_dialog`, and sets it. `mode` is "file" (also "load"), "save" or
        "directory"."""
        call("image_get_filename", self._handle, _convert.enumeration({"load": "file"}.get(mode, mode), _DIALOGS, "mode"))

    def line_select(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Lets the user draw a line through the context's `line_dialog`: its two ends, (x, y) in pixels."""
        x0, y0, x1, y1 = call("image_line_select", self._handle).tolist()
        return (x0, y0), (x1, y1)

    LineSelect = line_select

    # Copies and comparisons.

    def clone(self) -> Image:
        """A second image with the same content. Copies no pixels."""
        made: Image = call("image_clone", self._handle)
        return made

    def copy(self, order: str = "C") -> Image:
        """As `clone`."""
        return self.clone()

    __copy__ = clone

    def __deepcopy__(self, _: Any) -> Image:
        return self.clone()

    def equal(self, other: Image, all: bool = False) -> bool:
        """Whether dtype, shape, mask and unmasked pixels are the same (NaN equals NaN), with `all` everything else too."""
        return bool(call("image_equal", self._handle, image_argument(other), int(all)))

    def __reduce__(self) -> tuple[Any, ...]:
        mask = self.mask
        map_ = self.map
        own = frozenset(self.planes) | frozenset(map_.names if map_ else ())
        planes = [(name, plane.data, plane.mask if plane.mask.any() else None, self.planes.units[name]) for name, plane in self.planes.items()]
        title, filename = self.title, self.filename
        state = {
            "data": self.data,
            "mask": mask if mask.any() else None,
            "planes": planes,
            "map": None if map_ is None else tuple(map_),
            "metadata": dump(call("image_metadata", self._handle)._own, own),
            "filename": filename,
            "title": title if title != pathlib.PurePath(filename or "").name else None,
            "fill_value": self._fill_value(),
            "hardmask": self.hardmask,
        }
        return _rebuild, (state,)

    # numpy's protocols.

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
        array[_plain_index(index)] = value.masked_array() if isinstance(value, Image) else value
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
        if self.ndim not in (2, 3) or any(each is None or isinstance(each, Image) for each in indices):
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
        made = self
        for axis, each in enumerate(places):
            if isinstance(each, int):
                made = made.take([each], axis=axis)
            elif each is not None and not np.array_equal(each, np.arange(self.shape[axis])):
                made = made.take(each, axis=axis)
        if one_frame:
            made = made.squeeze(0)
        made = Image(made) if made is self else made
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
        made = Image(array)
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
        arrays = [each.masked_array() if isinstance(each, Image) else each for each in inputs]
        images = [each for each in inputs if isinstance(each, Image)]
        if ufunc in _COMBINING and len(images) == 2 and images[0] is not images[1]:
            call("image_unlike", images[0]._handle, images[1]._handle)
        with np.errstate(divide="ignore", invalid="ignore"):
            results = getattr(ufunc, method)(*arrays, **named)
        if results is NotImplemented or method == "at":
            return results
        first = next((each for each in inputs if isinstance(each, Image)), None)
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
            elif isinstance(place, Image):
                if not np.can_cast(result.dtype, place.dtype, "same_kind"):
                    raise TypeError(f"{ufunc.__name__} returns {result.dtype}, which does not fit an image of {place.dtype}")
                place._replace(np.ma.MaskedArray(result).astype(place.dtype))
                given.append(place)
            else:
                place[...] = result
                given.append(place)
        return tuple(given) if several else given[0]

    def _note(self, operation: str, *images: Image) -> None:
        """Records in the metadata which files the two images of an operation came from, under numpy's names."""
        for name, image in zip(("x1", "x2"), images):
            source = image.metadata.get("Loaded from") or image.filename or image.title
            if source:
                self.metadata[f"{operation}.{name}"] = str(source)

    def __matmul__(self, other: Any) -> Any:
        return self.dot(other)

    def __rmatmul__(self, other: Any) -> Any:
        return Image(other).dot(self)

    # Display.

    def __repr__(self) -> str:
        try:
            masked = self.size - int(call("image_count_value", self._handle))
        except Exception:
            masked = 0
        parts = [" x ".join(map(str, self.shape)), str(self.dtype)]
        if masked:
            parts.append(f"{masked} masked")
        if self.title:
            parts.append(self.title)
        return f"<stoner.Image: {', '.join(parts)}>"

    def _repr_png_(self) -> bytes | None:
        """For notebooks: a grey picture from the 1st to the 99th percentile; of a stack its first frame."""
        if self.ndim not in (2, 3) or self.size == 0 or self.dtype.kind == "c":
            return None
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "picture.png")
            self.imshow(path, vmin_percentile=1.0, vmax_percentile=99.0)
            return pathlib.Path(path).read_bytes()


CLASSES["stoner_image"] = Image._wrap


class Planes(MutableMapping[str, Image]):
    """The planes of an image by their names."""

    def __init__(self, image: Image) -> None:
        self._image = image

    def __getitem__(self, name: str) -> Image:
        made: Image = call("image_plane", self._image._handle, name)
        return made

    def __setitem__(self, name: str, plane: Any) -> None:
        call("image_set_plane", self._image._handle, name, image_argument(plane), self.units.get(name) or None)

    def __delitem__(self, name: str) -> None:
        call("image_remove_plane", self._image._handle, name)

    def __iter__(self) -> Iterator[str]:
        handle = self._image._handle
        return iter([call("image_plane_name", handle, i) for i in range(call("image_plane_count", handle))])

    def __len__(self) -> int:
        return int(call("image_plane_count", self._image._handle))

    @property
    def units(self) -> dict[str, str]:
        """The planes' units; set one with `set`."""
        return {name: call("image_plane_unit", self._image._handle, name) for name in self}

    def set(self, name: str, plane: Any, unit: str | None = None) -> None:
        """Adds or replaces a plane, with a unit."""
        call("image_set_plane", self._image._handle, name, image_argument(plane), unit)

    def __repr__(self) -> str:
        return f"<stoner.Planes: {', '.join(f'{name} ({unit})' if unit else name for name, unit in self.units.items())}>"


class _Lent:
    """The unchanging pixels of an image, as numpy shows them: they live as long as the arrays that show them."""

    def __init__(self, handle: Any, shape: tuple[int, ...], dtype: np.dtype[Any]) -> None:
        from ._runtime import library

        self._handle = handle
        address, strides = library().image_data(handle)
        self.__array_interface__ = {
            "shape": shape,
            "typestr": dtype.str,
            "data": (address, True),
            "strides": tuple(int(step) for step in strides[: len(shape)]) if shape else None,
            "version": 3,
        }


def _from_array(source: Any) -> Any:
    """A handle of an image of an array, or of numbers in nested lists."""
    array = source if isinstance(source, np.ndarray) else np.asanyarray(source)
    number = _convert.dtype(array.dtype)
    data = np.ma.getdata(array)
    data = data.astype(data.dtype.newbyteorder("="), copy=False)
    mask = np.ma.getmask(array)
    bits = None if mask is np.ma.nomask else np.ascontiguousarray(mask, dtype=bool).view(np.uint8).reshape(-1)
    strides = np.array(data.strides, np.int64) if data.ndim else None
    shape = np.array(data.shape or [0], np.int64)
    made = call("image_from_data", data.ctypes.data, number, data.ndim, shape, strides, bits)._handle
    return made


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
    return index.filled(0).data if isinstance(index, Image) else index


def _rebuild(state: dict[str, Any]) -> Image:
    made = Image(np.ma.MaskedArray(state["data"], np.ma.nomask if state["mask"] is None else state["mask"]))
    if state["map"] is not None:
        made.map = Map(*state["map"])
    for name, data, mask, unit in state["planes"]:
        made.planes.set(name, np.ma.MaskedArray(data, np.ma.nomask if mask is None else mask), unit or None)
    handle = call("image_metadata", made._handle)._own
    restore(handle, state["metadata"])
    call("image_set_metadata", made._handle, handle)
    made.filename, made.title = state["filename"], state["title"]
    if made._fill_value() != state["fill_value"]:
        made.fill_value = state["fill_value"]
    if state["hardmask"]:
        made.harden_mask()
    return made


def load(path: Path, filetype: str | None = None) -> Image:
    """Loads an image file of any supported kind: NXstxm (HDF5), TIFF, PNG, npy. The kind is determined from its
    content, then from its name; `filetype` names one loader."""
    made: Image = call("load", _convert.path(path), filetype)
    return made


def load_stxm(path: Path, regrid: bool = False, bcn: bool = False) -> Image:
    """Loads a scan of a scanning transmission X-ray microscope: NXstxm HDF5 as the PolLux beamline writes it.

    Parameters
    ----------
    path : str or path
    regrid : bool
        Interpolates from the measured positions onto the nominal grid.
    bcn : bool
        Divides by the ring current.
    """
    made: Image = call("load_stxm", _convert.path(path), int(bool(regrid)), int(bool(bcn)))
    return made


def get_filedialog(what: str = "file", title: str | None = None, patterns: str | None = None) -> str | list[str]:
    """Asks the user through the context's `file_dialog` for a "file", a "directory", a name to "save" to, or several "files"."""
    chosen = str(call("get_filedialog", _convert.enumeration(what, _DIALOGS, "what"), title, patterns))
    return chosen.splitlines() if what == "files" else chosen
