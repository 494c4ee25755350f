"""The methods of numpy's masked arrays on an `STXMImage`, with numpy's own keywords.

They are numpy's, on the pixels that the library shows without a copy. A result of the image's size takes the place of its pixels, and
the method returns the image; one of another size is another image; of rank 0 or 1 a number or an array.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import numpy as np

from .._image import Image
from .array import ImageArray, labelled
from .differences import tell
from .held import Held

#: Give an image, which takes the place of the pixels where it has their size.
IN_PLACE = ("anom", "astype", "byteswap", "choose", "clip", "compress", "conj", "conjugate", "cumprod", "cumsum", "dot",
            "newbyteorder", "repeat", "reshape", "round", "squeeze", "swapaxes", "transpose")  # fmt: skip
#: Give a number, an array, or of rank 2 another image, and leave the image as it is.
RESULTS = ("all", "any", "argmax", "argmin", "compressed", "count", "diagonal", "dump", "dumps", "flatten", "get_fill_value", "ids",
           "iscontiguous", "item", "max", "mean", "min", "nonzero", "prod", "product", "ptp", "ravel", "searchsorted", "std", "sum",
           "take", "tobytes", "tofile", "toflex", "tolist", "torecords", "tostring", "trace", "var")  # fmt: skip
#: Write to the pixels or to the mask, and return nothing.
WRITING = ("fill", "itemset", "partition", "put", "resize", "setfield", "setflags", "set_fill_value", "sort")
#: Change the mask's kind, and return the image.
MASKS = ("harden_mask", "shrink_mask", "soften_mask", "unshare_mask")
#: Give another image, with a warning: the original changes this one.
OTHERS = {"argpartition": "argsort", "argsort": "argsort", "filled": "filled", "getfield": "real", "get_imag": "real", "get_real": "real", "view": "real"}
#: Attributes of the array.
ATTRIBUTES = ("base", "baseclass", "ctypes", "flags", "flat", "hardmask", "itemsize", "nbytes", "sharedmask", "strides")


class NumpyMethods:
    """What an image has of numpy's masked arrays."""

    _held: Held

    def _made(self, image: Image) -> Any:
        """Another image of this class."""
        raise NotImplementedError

    def _taken(self, result: Any) -> Any:
        """The image itself with an array of its size, or another image, or the result as it is."""
        if not isinstance(result, np.ndarray) or result.ndim < 2:
            return result
        made = _image(result, self._held.peek())
        if result.size != self._held.peek().size:
            return self._made(made)
        self._held.replace(made)
        return self

    def mini(self, axis: int | None = None) -> Any:
        """The minimum, along one axis or of all (an old name of numpy's)."""
        return self._held.view().min(axis=axis)


def _image(array: Any, before: Image) -> Image:
    """An image of an array: with planes and map of the one before where shapes and pixels are the same."""
    made = Image(np.ma.MaskedArray(array))
    same = made.shape == before.shape
    labelled(made, before, planes=same)
    return made


def _itemset(array: ImageArray, *arguments: Any) -> None:
    """Sets one element: itemset(value), itemset(i, value), itemset((row, column), value)."""
    *place, value = arguments
    if not place:
        array[np.unravel_index(0, (array.size,))] = value
    elif len(place) == 1 and not isinstance(place[0], tuple):
        array[np.unravel_index(place[0], array.shape)] = value
    else:
        array[place[0] if len(place) == 1 else tuple(place)] = value


def _newbyteorder(array: ImageArray, new_order: str = "S") -> Any:
    """The bytes of the elements taken in another order."""
    return array.view(array.dtype.newbyteorder(new_order))  # type: ignore[arg-type]


#: What numpy 2 does not have any more.
_FORMER: dict[str, Callable[..., Any]] = {
    "itemset": _itemset,
    "newbyteorder": _newbyteorder,
    "product": np.ma.MaskedArray.prod,
    "tostring": np.ma.MaskedArray.tobytes,
}


def _numpys(name: str) -> Callable[..., Any]:
    found: Callable[..., Any] = getattr(np.ma.MaskedArray, name, None) or _FORMER[name]
    return found


def _help(name: str, text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Gives a method the name, the signature and the help of numpy's."""
    source = _numpys(name)

    def named(function: Callable[..., Any]) -> Callable[..., Any]:
        function.__name__ = function.__qualname__ = name
        function.__doc__ = f"numpy's `{name}` of masked arrays{text}\n\n{source.__doc__ or ''}"
        try:
            function.__signature__ = inspect.signature(source)  # type: ignore[attr-defined]
        except ValueError:  # numpy's functions in C have none
            pass
        return function

    return named


def _in_place(name: str) -> Callable[..., Any]:
    @_help(name, ": the result takes the place of the pixels where it has their size; else it is another image.")
    def method(self: NumpyMethods, *arguments: Any, **keywords: Any) -> Any:
        return self._taken(_numpys(name)(self._held.view(), *_arrays(arguments), **keywords))

    return method


def _result(name: str) -> Callable[..., Any]:
    @_help(name, ".")
    def method(self: NumpyMethods, *arguments: Any, **keywords: Any) -> Any:
        result = _numpys(name)(self._held.view(), *_arrays(arguments), **keywords)
        return self._made(_image(result, self._held.peek())) if isinstance(result, ImageArray) and result.ndim > 1 else result

    return method


def _writing(name: str) -> Callable[..., Any]:
    @_help(name, ", in place.")
    def method(self: NumpyMethods, *arguments: Any, **keywords: Any) -> Any:
        return _numpys(name)(self._held.array(), *_arrays(arguments), **keywords)

    return method


def _mask(name: str) -> Callable[..., Any]:
    @_help(name, ", in place. Returns the image.")
    def method(self: NumpyMethods) -> Any:
        getattr(self._held.array(), name)()
        return self

    return method


def _other(name: str, difference: str) -> Callable[..., Any]:
    @_help(name, ": another image.")
    def method(self: NumpyMethods, *arguments: Any, **keywords: Any) -> Any:
        tell(difference)
        result = _numpys(name)(self._held.view(), *_arrays(arguments), **keywords)
        return self._made(_image(result, self._held.peek())) if isinstance(result, np.ndarray) and result.ndim > 1 else result

    return method


def _attribute(name: str) -> property:
    return property(lambda self: getattr(self._held.array(), name), doc=f"numpy's `{name}` of the pixels.")


def _part(name: str) -> property:
    def part(self: NumpyMethods) -> Any:
        tell("real")
        return self._made(_image(getattr(self._held.view(), name), self._held.peek()))

    return property(part, doc=f"Another image: the {'real' if name == 'real' else 'imaginary'} part.")


def _arrays(arguments: tuple[Any, ...]) -> list[Any]:
    return [each._held.view() if isinstance(each, NumpyMethods) else each for each in arguments]


for _make, _listed in ((_in_place, IN_PLACE), (_result, RESULTS), (_writing, WRITING), (_mask, MASKS)):
    for _name in _listed:
        setattr(NumpyMethods, _name, _make(_name))
for _name, _difference in OTHERS.items():
    setattr(NumpyMethods, _name, _other(_name, _difference))
for _name in ATTRIBUTES:
    setattr(NumpyMethods, _name, _attribute(_name))
for _name in ("real", "imag"):
    setattr(NumpyMethods, _name, _part(_name))
