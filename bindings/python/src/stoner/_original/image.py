"""`STXMImage`: an image that its methods change, as that of the Python package Stoner."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from typing import Any

import numpy as np

from .. import _convert
from .._arrays import ImageBase
from .._image import Image, get_filedialog, load, load_stxm
from .._objects import wrap
from .._pictures import auto_fit_fontsize
from . import scikit
from .aliases import ALIASES, Helpers
from .array import ImageArray, labelled, mask_of, png_is_saved
from .differences import tell
from .drawing import Draw
from .held import Held
from .labels import Labels
from .mask import MaskProxy
from .operations import OPERATIONS, PROPERTIES, forward
from .operators import Operators
from .plots import imshow, plot_histogram

_NEW: Any = object()
#: Every image of the original has this entry, with or without a file.
LOADED_FROM = "Loaded from"


class STXMImage(Operators, Labels, Helpers, ImageBase):
    """An image of a scanning transmission X-ray microscope, with the methods and the manners of the Python package Stoner's class.

    Parameters
    ----------
    source : path, array or image
        A file, the pixels, or another image, which is copied. Without one the image is empty; None or False asks for a file
        (`Context(file_dialog=...)`).
    regrid : bool
        Brings the scan from the measured positions to a regular grid.
    bcn : bool
        Divides by the ring current.
    metadata, filename, title
        Set where given.

    Methods that make an image change this one and return it: `im.normalise().crop(10)`. `im.clone` is another one. `im.image` is the array of
    the pixels: what is written to it is written to the image. `im["energy.value"]`, `len(im)`, `for key in im` are about the metadata;
    `im[3, 4]` and `im[10:20, :]` about the pixels, row first. A method copies no pixels that it does not change, unless a script holds
    `im.image`: then each copies them once. A method of scikit-image or SciPy changes the image where its result has the image's size, and with
    `_=True` whatever its size is. `docs/porting.md` says what differs from the original.
    """

    priority = 16
    mime_type = ["application/x-hdf"]
    patterns = ["*.hdf5", "*.hdf"]
    debug = False

    def __init__(
        self,
        source: Any = _NEW,
        *,
        regrid: bool = False,
        bcn: bool = False,
        filetype: str | None = None,
        metadata: Any = None,
        filename: Any = None,
        title: str | None = None,
    ) -> None:
        self._held = Held(_load(source, regrid, bcn, filetype))
        if not self.metadata.has_key(LOADED_FROM):
            self.metadata[LOADED_FROM] = ""
        if metadata is not None:
            self.metadata.update(metadata)
        if filename is not None:
            self.filename = filename
        if title is not None:
            self.title = title

    @classmethod
    def load(cls, filename: Any, **kargs: Any) -> STXMImage:
        """Loads a file: `STXMImage(filename, ...)`."""
        return cls(filename, **kargs)

    @classmethod
    def _made(cls, image: Image) -> Any:
        made = cls.__new__(cls)
        made._held = Held(image)
        return made

    @property
    def _handle(self) -> Any:  # type: ignore[override]
        return self._held.image()._handle

    # The pixels.

    @property
    def image(self) -> ImageArray:
        """The pixels as an array: what is written to it is written to the image."""
        return self._held.array()

    @image.setter
    def image(self, array: Any) -> None:
        self._held.replace(self._image_of(array))

    data = image

    def _image_of(self, array: Any) -> Image:
        """An image of an array with this one's metadata, and where the shape is the same with its positions."""
        given = array._held.view() if isinstance(array, Operators) else np.ma.MaskedArray(array)
        before = self._held.peek()
        return labelled(Image(given), before, planes=given.shape == before.shape)

    def asarray(self) -> ImageArray:
        """As `image`."""
        return self._held.array()

    def to_image(self) -> Image:
        """A `stoner.Image` of the same content. Copies no pixels."""
        return self._held.image().clone()

    @property
    def mask(self) -> MaskProxy:
        """The mask. Setting it replaces it: an array, True or False."""
        return MaskProxy(self, self._held)

    @mask.setter
    def mask(self, mask: Any) -> None:
        self._held.array().mask = np.asarray(mask) if isinstance(mask, (MaskProxy, Operators)) else mask

    @property
    def recordmask(self) -> Any:
        """The mask as an array."""
        return self._held.array().recordmask

    @recordmask.setter
    def recordmask(self, mask: Any) -> None:
        self.mask = mask

    @property
    def draw(self) -> Draw:
        """Draws into the image: `im.draw.disk((row, column), radius, value=3)`."""
        return Draw(self, self._held, "image")

    @property
    def shape(self) -> tuple[int, ...]:
        """(rows, columns). Setting it reshapes."""
        return self._held.view().shape

    @shape.setter
    def shape(self, shape: Any) -> None:
        self.reshape(shape)  # type: ignore[attr-defined]

    @property
    def dtype(self) -> Any:
        """The dtype of the pixels. Setting it converts them, as `convert`."""
        return self._held.peek().dtype

    @dtype.setter
    def dtype(self, dtype: Any) -> None:
        self.convert(dtype)  # type: ignore[attr-defined]

    @property
    def ndim(self) -> int:
        """The rank."""
        return self._held.peek().ndim

    @property
    def size(self) -> int:
        """The number of pixels."""
        return self._held.peek().size

    @property
    def fill_value(self) -> Any:
        """What stands in place of masked pixels where they are filled. Set None to return to the dtype's own."""
        return self._held.view().fill_value

    @fill_value.setter
    def fill_value(self, value: Any) -> None:
        self._held.array().fill_value = value

    @property
    def clone(self) -> STXMImage:
        """Another image with the same content, and with the attributes that a script has set. Copies no pixels."""
        made: STXMImage = self._made(self._held.image().clone())
        made.__dict__.update({name: each for name, each in self.__dict__.items() if name != "_held"})
        return made

    def copy(self, order: str = "C") -> STXMImage:
        """Another image with the same content, as `clone`; rows are stored one after the other, whatever `order` says."""
        tell("copy")
        return self.clone

    __copy__ = clone.fget  # type: ignore[attr-defined]

    def __deepcopy__(self, _: Any) -> STXMImage:
        return self.clone

    @property
    def T(self) -> STXMImage:
        """Exchanges rows and columns in place, and is the image."""
        self._held.replace(self._held.image().T)
        return self

    @property
    def polarization(self) -> int:
        """The sign of the polarization: 1, -1, or 0 where it is not known."""
        return self._held.peek().polarization

    def __getitem__(self, index: Any) -> Any:
        """Text: an entry of the metadata. Else pixels, row first: an image of rank 2, or an array, or a number."""
        if isinstance(index, str):
            return self.metadata[index]
        found = self._held.image()[index._held.image() if isinstance(index, Operators) else index]
        return self._other(found)

    def __setitem__(self, index: Any, value: Any) -> None:
        if isinstance(index, str):
            self.metadata[index] = value
            return
        place = np.asarray(index) if isinstance(index, Operators) else index
        self._held.array()[place] = value._held.view() if isinstance(value, Operators) else value

    def __delitem__(self, key: Any) -> None:
        if not isinstance(key, (str, bytes)) and not hasattr(key, "pattern"):
            raise ValueError("pixels cannot be deleted; mask them: im.mask[...] = True")
        del self.metadata[key]

    # Files, pictures and the rest.

    def save(self, filename: Any = None, fmt: Any = None, forcetype: bool = False) -> None:
        """Saves the image in the format that the name ends in, or in each of the formats `fmt`, and takes the name as its own. Without a
        name takes the image's own, and asks where there is none, or where `filename` is False."""
        image = self._held.image()
        name = self.filename if filename is None else filename
        if not name:
            self.get_filename("save")
            name = self.filename
        tell("save_png", lambda: png_is_saved(name, fmt))
        image.save(name, fmt, forcetype)
        self.filename = name

    def get_filename(self, mode: str) -> str:
        """Asks for a name (`Context(file_dialog=...)`), takes it as the image's own, and returns it."""
        self._held.change(lambda image: image.get_filename(mode))
        return self.filename

    @staticmethod
    def get_filedialog(what: str = "file", **opts: Any) -> Any:
        """Asks for a file, a directory, a name to "save" to, or several "files" (`Context(file_dialog=...)`). Options: title, patterns."""
        return get_filedialog(what, **opts)

    def LineSelect(self) -> Any:
        """Lets a person draw a line (`Context(line_dialog=...)`): its two ends, (x, y)."""
        return self._held.image().line_select()

    @staticmethod
    def auto_fit_fontsize(text: Any, width: float, height: float, scale_down: bool = True, scale_up: bool = False) -> float:
        """The factor by which the size of a text must be multiplied so that it fits. A text of matplotlib gets the size, and `width` and
        `height` are in its figure's units."""
        if isinstance(text, str):
            raise TypeError("auto_fit_fontsize takes a text of matplotlib; stoner.auto_fit_fontsize takes a string, its size and pixels")
        box = text.get_window_extent().transformed(text.figure.transFigure.inverted())
        factor = min(width / box.width, height / box.height)
        if factor < 1 and not scale_down or factor > 1 and not scale_up:
            factor = 1.0
        text.set_fontsize(text.get_fontsize() * factor)
        return float(factor)

    def __getattr__(self, name: str) -> Any:
        found = None if name.startswith("_") else scikit.function(name)
        if found is None:
            raise AttributeError(f"{type(self).__name__!r} has no attribute {name!r}")

        def method(*arguments: Any, **keywords: Any) -> Any:
            take = keywords.pop("_", False)
            result = found(scikit.pixels(self._held.view(), name), *arguments, **keywords)
            if take is True and isinstance(result, np.ndarray) and result.ndim > 1:
                self._held.replace(self._image_of(result))
                return self
            return self._taken(result)

        return functools.wraps(found)(method)

    def __repr__(self) -> str:
        image = self._held.peek()
        return f"{self.filename}({type(self)}) of shape {image.shape} ({image.dtype}) and {len(self)} items of metadata"

    def _repr_png_(self) -> bytes | None:
        return self._held.image()._repr_png_()

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self._held.image(), {name: each for name, each in self.__dict__.items() if name != "_held"})

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self.__dict__})


def _rebuild(cls: Any, image: Image, attributes: dict[str, Any]) -> Any:
    made = cls._made(image)
    made.__dict__.update(attributes)
    return made


def _load(source: Any, regrid: bool, bcn: bool, filetype: str | None) -> Image:
    if source is None or source is False:
        source = get_filedialog("file")
    if isinstance(source, (str, os.PathLike)):
        path = _convert.path(source)
        assert path is not None
        return load_stxm(path, regrid, bcn) if regrid or bcn else load(path, filetype)
    if regrid or bcn:
        raise TypeError("`regrid` and `bcn` are for files")
    if source is _NEW:
        return Image(np.zeros((0, 0)))
    if isinstance(source, ImageArray):
        return source.image_of()
    if isinstance(source, ImageBase):
        made: Image = wrap(Image(source)._handle)
        return made
    if hasattr(source, "image") and hasattr(source, "metadata"):
        return Image(np.ma.MaskedArray(source.image), metadata=dict(source.metadata))
    if isinstance(source, (list, tuple)):
        tell("list")
    array = np.ma.MaskedArray(source)
    return Image(array.reshape(1, -1) if array.ndim < 2 else array)


def _taken(self: STXMImage, result: Any, in_place: bool) -> Any:
    """The image itself, which has the result of an operation now, or the result."""
    if isinstance(result, Image):
        if in_place:
            self._held.replace(result)
            return self
        return self._other(result)
    return tuple(_taken(self, each, False) for each in result) if isinstance(result, tuple) else result


def _method(name: str, operation: Callable[..., Any]) -> Callable[..., Any]:
    def method(self: STXMImage, *arguments: Any, **keywords: Any) -> Any:
        image = self._held.image()
        tell("mask", lambda: mask_of(image) is not np.ma.nomask)
        take = keywords.pop("_", False) is True
        result = operation(image, *arguments, **keywords)
        return _taken(self, result, take or name not in ("griddata", "im_scale"))

    return forward(name, operation, method)


def _crop(self: STXMImage, *args: Any, copy: bool = False, box: Any = None, _: Any = False) -> Any:
    # The original's `_` asks that the result takes the place of the image, which it does unless a copy is asked for.
    if not copy or _ is True:
        return _taken(self, OPERATIONS["crop"](self._held.image(), *args, box=box), True)
    tell("crop copy")
    return self._made(OPERATIONS["crop"](self._held.image(), *args, box=box))


def _property(function: Callable[[Image], Any]) -> property:
    return property(lambda self: self._other(function(self._held.image())), doc=function.__doc__)


for _name, _operation in (OPERATIONS | {"imshow": imshow, "plot_histogram": plot_histogram}).items():
    setattr(STXMImage, _name, _method(_name, _operation))
_crop.__doc__ = f"{OPERATIONS['crop'].__doc__} With `copy` returns another image and leaves this one as it is."
_crop.__name__ = _crop.__qualname__ = "crop"
STXMImage.crop = _crop  # type: ignore[attr-defined]
for _name, _function in PROPERTIES.items():
    setattr(STXMImage, _name, _property(_function))
for _alias, _name in ALIASES.items():
    setattr(STXMImage, _alias, vars(STXMImage)[_name] if _name in vars(STXMImage) else getattr(STXMImage, _name))
