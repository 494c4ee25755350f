"""`Image`: files, copies, pickles, and what is shown in notebooks. Its other methods are in the classes that it is made of."""

from __future__ import annotations

import os
import pathlib
import tempfile
from collections.abc import Iterable, Mapping
from typing import Any, Literal, overload

import numpy as np
import numpy.typing as npt

from . import _convert
from ._arrays import ImageBase, from_array
from ._convert import Axes, Path
from ._metadata import dump, restore
from ._frames import Frames
from ._generated.methods import Draw
from ._numpy import NumpyProtocols
from ._objects import CLASSES
from ._operations import ImageOperations
from ._pictures import ImagePictures
from ._planes import Map
from ._runtime import call
from ._values import image_argument

_GRIDS = _convert.family("Grid")
_GRID_FILLS = _convert.family("GridFill")
_DIALOGS = {"l": 0, "s": 2} | _convert.family("Dialog")


class Image(NumpyProtocols, Frames, ImageOperations, ImagePictures):
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
    the mask. numpy's functions and operators mean for images what numpy.ma means; results keep the metadata, and planes and map where the
    pixels stay in place. Methods return new images; those that change one (`fill`, `put`, `sort`, `image[...] = `, `image.draw`) say so.
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
        elif isinstance(source, ImageBase):
            made = call("image_clone", source._handle)._handle
        else:
            made = from_array(source)
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

    @property
    def fmts(self) -> list[str]:
        """The formats that an image can be saved in."""
        return str(call("fmts")).split(",")

    @property
    def draw(self) -> Draw:
        """Draws into the image. Places are (x, y), the column first: `image.draw.disk(20, 30, 5, value=1.0)` is a disk around column 20 and
        row 30."""
        return Draw(self)

    @property
    def T(self) -> Image:
        """The image with rows and columns exchanged; of any rank all axes in reverse order."""
        made: Image = call("image_transpose", self._handle) if self.ndim in (2, 3) else self.transpose()
        return made

    def transpose(self, *axes: Any) -> Image:
        """The axes in another order; without arguments in reverse."""
        order: Axes = axes[0] if len(axes) == 1 and (axes[0] is None or isinstance(axes[0], Iterable)) else (axes or None)
        array = _convert.axes(order)
        made: Image = call("image_transpose_axes", self._handle, array, _convert.length(array))
        return made

    @overload
    def gridimage(
        self,
        points: tuple[Any, Any] | None = ...,
        xi: tuple[Any, Any] | None = ...,
        method: str | int = ...,
        fill_value: float | str | None = ...,
        rescale: bool = ...,
        *,
        remove_offset: bool = ...,
        max_distance: float | None = ...,
        return_offset: Literal[False] = ...,
    ) -> Image: ...

    @overload
    def gridimage(
        self,
        points: tuple[Any, Any] | None = ...,
        xi: tuple[Any, Any] | None = ...,
        method: str | int = ...,
        fill_value: float | str | None = ...,
        rescale: bool = ...,
        *,
        remove_offset: bool = ...,
        max_distance: float | None = ...,
        return_offset: Literal[True],
    ) -> tuple[Image, tuple[float, float]]: ...

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

    def save(self, filename: Path | None = None, fmt: str | Iterable[str] | None = None, forcetype: bool = False) -> None:
        """Saves the image: by the extension of the name, or in each of the formats `fmt` ("tif", "png", "npy", "nxs"). None: under
        `filename`, the image's own name. NeXus HDF5 ("nxs", "hdf5") keeps everything."""
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

    def get_filename(self, mode: str = "file") -> None:
        """Asks for a new file name through the context's `file_dialog`, and sets it. `mode` is "file" (also "load"), "save" or
        "directory"."""
        call("image_get_filename", self._handle, _convert.enumeration({"load": "file"}.get(mode, mode), _DIALOGS, "mode"))

    def line_select(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Lets the user draw a line through the context's `line_dialog`: its two ends, (x, y) in pixels."""
        x0, y0, x1, y1 = call("image_line_select", self._handle).tolist()
        return (x0, y0), (x1, y1)

    LineSelect = line_select

    def clone(self) -> Image:
        """A second image with the same content. Copies no pixels."""
        made: Image = call("image_clone", self._handle)
        return made

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
            "fill_value": self.fill_value,
            "hardmask": self.hardmask,
            "frames": self._frame_state(),
        }
        return _rebuild, (state,)

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
    if made.fill_value != state["fill_value"]:
        made.fill_value = state["fill_value"]
    made._restore_frames(state.get("frames"))
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
