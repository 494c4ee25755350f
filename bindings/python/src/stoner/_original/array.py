"""`ImageArray`: numpy's masked array with the metadata of an image, as `STXMImage.image` gives it."""

from __future__ import annotations

import functools
import pathlib
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from .._image import Image
from .._runtime import call
from . import scikit
from .aliases import ALIASES
from .differences import tell
from .entries import Entries
from .metadata import FoundMetadata
from .operations import OPERATIONS, PROPERTIES, forward


class ImageArray(Entries, np.ma.MaskedArray):  # type: ignore[type-arg]
    """A masked array with metadata, file name and title, and with the methods of images, which return new arrays.

    `im.image` is one: writing to it writes to the image. `array["energy.value"]` and `array.keys()` are about the metadata; `len(array)`, `in` and
    `for` about the pixels. Attributes that a script sets go on to what is made of the array.
    """

    # numpy's own, which its type hints leave out. What is in `_optinfo` goes on to arrays that are made of this one.
    _optinfo: dict[str, Any]
    _hardmask: bool
    _sharedmask: bool

    def __new__(cls, data: Any, mask: Any = np.ma.nomask, source: Image | None = None, held: Any = None, **keywords: Any) -> ImageArray:
        made: Any = super().__new__(cls, data, mask, **keywords)
        if source is not None:
            made._optinfo["source"] = source
            if source._fill_value is not None:
                made.fill_value = source._fill_value
            made._hardmask = source.hardmask
        made._held = held
        found: ImageArray = made
        return found

    def __array_finalize__(self, obj: Any) -> None:
        super().__array_finalize__(obj)
        # Who has the pixels is known of the one array that is handed out, not of what is made from it.
        self._held: Callable[[], Any] | None = None

    def _update_from(self, obj: Any) -> None:
        # numpy's own, by which arrays get what others have. Of an array that belongs to an image the image has the metadata.
        super()._update_from(obj)  # type: ignore[misc]
        owner = obj.__dict__.get("_held") if isinstance(obj, ImageArray) else None
        held = owner() if owner is not None else None
        if held is not None:
            self._optinfo = {**self._optinfo, "source": held.labels()}

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        if name in self.__dict__ and not name.startswith("_"):
            # numpy hands on what is here.
            self._optinfo = {**self._optinfo, name: value}

    def __getattr__(self, name: str) -> Any:
        found = None if name.startswith("_") else scikit.function(name)
        if found is None:
            raise AttributeError(f"{type(self).__name__!r} has no attribute {name!r}")

        def method(*arguments: Any, **keywords: Any) -> Any:
            result = found(scikit.pixels(self, name), *arguments, **keywords)
            return ImageArray(result, source=self.source) if isinstance(result, np.ndarray) and result.ndim == 2 else result

        return functools.wraps(found)(method)

    def __getitem__(self, index: Any) -> Any:
        return self.metadata[index] if _is_key(index) else super().__getitem__(index)

    def __setitem__(self, index: Any, value: Any) -> None:
        if _is_key(index):
            self.metadata[index] = value
        else:
            super().__setitem__(index, value)

    def __delitem__(self, key: Any) -> None:
        if not _is_key(key):
            raise ValueError("pixels cannot be deleted; mask them: array.mask[...] = True")
        del self.metadata[key]

    @property
    def source(self) -> Image:
        """The image whose metadata, file name and title this array has."""
        held = self._held() if self._held is not None else None
        if held is not None:
            found: Image = held.peek()
        elif "source" in self._optinfo:
            found = self._optinfo["source"]
        else:
            found = self._optinfo["source"] = Image(np.zeros((1, 1)))
        return found

    def change(self, change: Callable[[Image], Any]) -> Any:
        """Changes metadata, file name or title, of the image too where this array is its own."""
        held = self._held() if self._held is not None else None
        if held is not None:
            return held.change(change)
        source = self.source.clone()
        result = change(source)
        self._optinfo = {**self._optinfo, "source": source}
        return result

    @property  # type: ignore[override]
    def metadata(self) -> FoundMetadata:
        """The metadata. Setting it replaces them."""
        return FoundMetadata(lambda: self.source.metadata, lambda change: self.change(lambda image: change(image.metadata)))

    @metadata.setter
    def metadata(self, values: Any) -> None:
        entries = values.copy() if isinstance(values, FoundMetadata) else values
        self.change(lambda image: setattr(image, "metadata", entries))

    @property
    def filename(self) -> str:
        """The file that the image was loaded from or saved to."""
        return self.source.filename or ""

    @filename.setter
    def filename(self, filename: Any) -> None:
        self.change(lambda image: setattr(image, "filename", filename))

    @property
    def title(self) -> str:
        """The title, else the name of the file."""
        return self.source.title

    @title.setter
    def title(self, title: str | None) -> None:
        self.change(lambda image: setattr(image, "title", title))

    def save(self, filename: Any = None, fmt: Any = None, forcetype: bool = False) -> None:
        """Saves the pixels and the metadata, as `STXMImage.save`, and takes the name as its own."""
        name = self.filename if filename is None else filename
        if not name:
            raise ValueError("save needs a name: the array has none of its own")
        tell("save_png", lambda: png_is_saved(name, fmt))
        self.image_of().save(name, fmt, forcetype)
        self.filename = name

    def image_of(self) -> Image:
        """An image with these pixels, and with the metadata."""
        return with_pixels(self.source.clone(), self)

    def __deepcopy__(self, memo: Any = None) -> ImageArray:
        made: ImageArray = super().__deepcopy__(memo)  # type: ignore[no-untyped-call]
        made._held = None
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (np.ma.getdata(self).view(np.ndarray), np.ma.getmask(self), self.source)

    @property
    def clone(self) -> ImageArray:
        """A copy."""
        made: Any = self.copy()
        made._optinfo = dict(self._optinfo, source=self.source)
        copied: ImageArray = made
        return copied


def _is_key(index: Any) -> bool:
    """Whether an index is about the metadata."""
    return isinstance(index, (str, re.Pattern))


def png_is_saved(name: Any, fmt: Any) -> bool:
    """Whether one of the files that `save` writes is a PNG."""
    return str(name).endswith(".png") or (fmt is not None and "png" in ([fmt] if isinstance(fmt, str) else list(fmt)))


def _rebuild(data: Any, mask: Any, source: Image) -> ImageArray:
    return ImageArray(data, mask, source=source)


def mask_of(image: Image) -> Any:
    """The mask, or numpy's `nomask` where nothing is masked: the library counts without making an array."""
    return image.mask if int(call("image_count_value", image._handle)) < image.size else np.ma.nomask


def array_of(image: Image) -> ImageArray:
    """A copy of an image as an array."""
    return ImageArray(image.read(), np.array(image.mask), source=image)


def with_pixels(image: Image, array: Any) -> Image:
    """The image with the pixels and the mask of an array: of the same shape and dtype in place, else another image, which has the
    metadata, and planes and map where the shape is the same."""
    if array.shape != image.shape:
        return labelled(Image(np.ma.MaskedArray(array)), image)
    if array.dtype != image.dtype:
        image = image.astype(array.dtype)
    image.soften_mask()
    image.write(np.ma.getdata(array))
    mask = np.ma.getmask(array)
    image.mask = None if mask is np.ma.nomask or not mask.any() else mask
    if isinstance(array, np.ma.MaskedArray):
        fill = vars(array).get("_fill_value")
        if fill is not None and fill != np.ma.default_fill_value(array.dtype) and fill != image.fill_value:
            image.fill_value = fill[()]
        if array.hardmask:
            image.harden_mask()
    return image


def labelled(made: Image, image: Image, planes: bool = False) -> Image:
    """An image with the metadata, file name and title of another one, and with `planes` its planes and map, where the shape is the same."""
    if planes and image.map is not None:
        made.map = image.map
    metadata = image.metadata.copy()
    for name in [] if planes else [*image.planes, *(image.map.names if image.map else ())]:
        metadata.pop(name, None)
    made.metadata = metadata
    made.filename = image.filename
    if image.title != pathlib.PurePath(image.filename or "").name:
        made.title = image.title
    return made


def as_array(result: Any) -> Any:
    """A result of an operation, with images as arrays."""
    if isinstance(result, Image):
        return array_of(result)
    return tuple(as_array(each) for each in result) if isinstance(result, tuple) else result


def _method(name: str, operation: Callable[..., Any]) -> Callable[..., Any]:
    return forward(name, operation, lambda array, *arguments, **keywords: as_array(operation(array.image_of(), *arguments, **keywords)))


def _property(function: Callable[[Image], Any]) -> property:
    return property(lambda array: as_array(function(array.image_of())), doc=function.__doc__)


def _crop(array: ImageArray, *args: Any, copy: bool = False, box: Any = None, _: Any = False) -> ImageArray:
    # The original's `_` asks that the result takes the place of an image's pixels: an array has no image that it could change.
    cropped = OPERATIONS["crop"](array.image_of(), *args, box=box)
    if copy:
        return array_of(cropped)
    # The place of the part, of which the operation gives the pixels alone.
    places = Image(np.arange(array.size).reshape(array.shape), metadata=array.source.metadata)
    row, column = divmod(int(OPERATIONS["crop"](places, *args, box=box).data.flat[0]) % (array.shape[-2] * array.shape[-1]), array.shape[-1])
    height, width = cropped.shape[-2:]
    part: ImageArray = array[..., row : row + height, column : column + width]
    part._optinfo = {**part._optinfo, "source": cropped}
    return part


for _name, _operation in OPERATIONS.items():
    setattr(ImageArray, _name, _method(_name, _operation))
_crop.__doc__ = f"{OPERATIONS['crop'].__doc__} The part shows the pixels of this array, unless `copy`."
_crop.__name__ = _crop.__qualname__ = "crop"
ImageArray.crop = _crop  # type: ignore[attr-defined]
for _name, _function in PROPERTIES.items():
    setattr(ImageArray, _name, _property(_function))
for _alias, _name in ALIASES.items():
    if hasattr(ImageArray, _name):
        setattr(ImageArray, _alias, getattr(ImageArray, _name))
