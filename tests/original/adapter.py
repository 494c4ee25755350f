"""The drop-in class in place of the original's classes, in the names of a module of the original's tests.

`ImageFile`, `STXMImage` and `KerrImageFile` become `stoner.STXMImage`; `ImageArray` and `KerrArray` what `STXMImage.image` gives. So a statement
that needs what only the original's other classes have fails, and is listed with that reason.
"""

import types

import stoner
from stoner._original.array import ImageArray as _Array

import Stoner
import Stoner.HDF5
import Stoner.Image
import Stoner.Image.kerr


class _Stand(type):
    """A class whose calls make our objects, which count as its instances."""

    def __call__(cls, *arguments, **keywords):
        # What reads the text in pictures of a Kerr microscope.
        keywords.pop("ocr_metadata", None)
        made = stoner.STXMImage(*arguments, **keywords)
        return made.image if issubclass(cls, _Array) else made

    def __instancecheck__(cls, value):
        return isinstance(value, cls.__base__)


class ImageFile(stoner.STXMImage, metaclass=_Stand):
    """In place of ImageFile, STXMImage and KerrImageFile."""


class ImageArray(_Array, metaclass=_Stand):
    """In place of ImageArray and KerrArray. numpy's `array.view(ImageArray)` needs a class of arrays."""


_OURS = {
    id(Stoner.Image.ImageFile): ImageFile, id(Stoner.Image.ImageArray): ImageArray, id(Stoner.HDF5.STXMImage): ImageFile,
    id(Stoner.Image.kerr.KerrImageFile): ImageFile, id(Stoner.Image.kerr.KerrArray): ImageArray,
}  # fmt: skip


class _Module(types.ModuleType):
    """A module of the original's, with our classes under the names of its own."""

    def __init__(self, module):
        super().__init__(module.__name__)
        self._module = module

    def __getattr__(self, name):
        return _replaced(getattr(self._module, name))


def _replaced(value):
    if isinstance(value, types.ModuleType) and value.__name__.partition(".")[0] == "Stoner":
        return _Module(value)
    return _OURS.get(id(value), value)


def install(names):
    """Puts our classes into the names that a module of tests has imported."""
    for name, value in list(names.items()):
        names[name] = _replaced(value)
