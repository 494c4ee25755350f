"""The table of numpy's functions and what they mean for images."""

from __future__ import annotations

import functools
import inspect
import warnings
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

from .._arrays import ImageBase, from_array
from .._library import DTYPES
from .._objects import wrap
from .._out import as_masked
from .._ufuncs import no_meaning


class Given:
    """A call of a numpy function in which there are images."""

    def __init__(self, func: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:
        self.func, self.args, self.kwargs = func, args, dict(kwargs)
        self.images: list[Any] = list(_images((args, self.kwargs)))

    @property
    def name(self) -> str:
        module = getattr(self.func, "__module__", None) or "numpy"
        return f"{module.replace('numpy', 'np', 1)}.{self.func.__name__}"

    @property
    def first(self) -> Any:
        return self.images[0]

    def has_masked(self) -> bool:
        """Whether any pixel of the images, or element of the masked arrays beside them, is masked."""
        return any(np.ma.is_masked(each) for each in _arrays((as_masked(self.args), tuple(map(as_masked, self.kwargs.values())))))

    def named(self) -> dict[str, Any]:
        """The arguments by their names; those that are not given, or by numpy's own sign for that, are left out."""
        bound = _signature(self.func).bind(*self.args, **self.kwargs).arguments
        return {name: value for name, value in bound.items() if value is not np._NoValue}  # type: ignore[attr-defined]

    def plain(self) -> Any:
        """The result of numpy's own function, for the pixels without their masks."""
        return self.func(*as_data(self.args), **{name: as_data(value) for name, value in self.kwargs.items()})

    def refuse_masked(self) -> None:
        """Raises an error where anything is masked."""
        if self.has_masked():
            raise no_meaning(self.name)

    def image(self, result: Any, moved: bool = False) -> Any:
        """A result as an image, or as several, with the metadata of the first one that was given."""
        if type(result) in (tuple, list):
            return type(result)(self.image(each, moved) for each in result)
        if not isinstance(result, np.ndarray) or result is np.ma.masked:
            return result
        if not result.ndim:
            return result[()]
        # What the library cannot hold (text, objects, dates) stays numpy's.
        if result.dtype.newbyteorder("=") not in DTYPES and result.dtype != np.float16:
            return result
        return self.first._like(result, moved=moved)


Meaning = Callable[[Given], Any]
_MEANINGS: dict[Any, Meaning] = {}


def means(names: str) -> Callable[[Meaning], Meaning]:
    """Puts a meaning into the table for functions of numpy, as far as the installed version has them."""

    def put(meaning: Meaning) -> Meaning:
        for name in names.split():
            for found in _found(name):
                _MEANINGS[found] = meaning
        return meaning

    return put


def _found(name: str) -> Iterable[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield functools.reduce(getattr, name.split("."), np)
        except AttributeError:
            return


def call_function(func: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
    """The result of a function of numpy."""
    given = Given(func, args, kwargs)
    if not given.images:
        # `like=image`: an array that numpy makes.
        made = func(*args, **kwargs)
        return wrap(from_array(made)) if isinstance(made, np.ndarray) else made
    meaning = _MEANINGS.get(func)
    if meaning is not None:
        return meaning(given)
    given.refuse_masked()
    return given.plain()


def as_data(value: Any) -> Any:
    """The pixels in place of images and masked arrays, in lists, tuples and mappings too."""
    if isinstance(value, ImageBase):
        return value.data  # type: ignore[attr-defined]
    if isinstance(value, np.ma.MaskedArray):
        return np.ma.getdata(value)
    if type(value) in (list, tuple):
        return type(value)(as_data(each) for each in value)
    return value


def as_mask(value: Any) -> Any:
    """The masks in place of arrays and numbers, in the same lists."""
    if isinstance(value, ImageBase):
        return value.mask  # type: ignore[attr-defined]
    if type(value) in (list, tuple):
        return type(value)(as_mask(each) for each in value)
    return np.ma.getmaskarray(np.ma.asanyarray(value)) if np.ma.is_masked(value) else np.zeros(np.shape(value), bool)


def as_index(value: Any, name: str) -> Any:
    """Indices, conditions and counts without a mask: none of them may be masked."""
    masked = as_masked(value)
    if any(np.ma.is_masked(each) for each in _arrays(masked)):
        raise no_meaning(f"an argument of {name} that says which elements")
    return as_data(masked)


def as_image(value: Any) -> Any:
    """An image of what is one, or of an array."""
    return value if isinstance(value, ImageBase) else wrap(from_array(value))


def values(result: Any) -> Any:
    """numpy's arrays: masked ones where something is masked."""
    if type(result) in (tuple, list):
        return type(result)(values(each) for each in result)
    if isinstance(result, np.ma.MaskedArray) and result is not np.ma.masked and not np.ma.is_masked(result):
        return np.ma.getdata(result)
    return result


def _images(value: Any) -> Iterable[Any]:
    if isinstance(value, ImageBase):
        yield value
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _images(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _images(each)


def _arrays(value: Any) -> Iterable[Any]:
    if isinstance(value, np.ma.MaskedArray):
        yield value
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _arrays(each)


@functools.cache
def _signature(func: Any) -> inspect.Signature:
    try:
        return inspect.signature(func)
    except ValueError:
        return _WRITTEN_IN_C[func.__name__]


def _of(text: str) -> inspect.Signature:
    """A signature of parameters that may be given by position or name, with None for those that may be left out (after a slash)."""
    needed, _, free = text.partition("/")
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    made = [inspect.Parameter(name, kind) for name in needed.split()]
    return inspect.Signature(made + [inspect.Parameter(name, kind, default=None) for name in free.split()])


#: Of functions that Python cannot ask.
_WRITTEN_IN_C = {
    name: _of(text)
    for name, text in {
        "concatenate": "arrays / axis out dtype casting", "inner": "a b", "where": "condition / x y", "dot": "a b / out", "vdot": "a b",
        "putmask": "a mask values", "copyto": "dst src / casting where", "bincount": "x / weights minlength", "lexsort": "keys / axis",
        "packbits": "a / axis bitorder", "unpackbits": "a / axis count bitorder", "ravel_multi_index": "multi_index dims / mode order",
        "unravel_index": "indices shape / order", "empty_like": "prototype / dtype order subok shape device",
        "result_type": "a / b c d e f", "min_scalar_type": "a", "can_cast": "from_ to / casting",
        "may_share_memory": "a b / max_work", "shares_memory": "a b / max_work", "correlate": "a v / mode",
    }.items()
}  # fmt: skip
