"""Python's values as the C functions take them, and back."""

from __future__ import annotations

import operator
import os
from collections.abc import Iterable, Mapping
from typing import Any, SupportsIndex, Union

import numpy as np
import numpy.typing as npt

from . import _library
from ._generated.c import CONSTANTS, ENUMERATIONS
from ._runtime import call

ArrayLike = npt.ArrayLike
Path = Union[str, "os.PathLike[str]"]
Box = Iterable[Union[int, None]]
Pair = Union[float, Iterable[float]]
Axes = Union[int, Iterable[int], None]

DTYPES, NUMPY = _library.DTYPES, _library.NUMPY
EXTENT = CONSTANTS["STONER_EXTENT"]


def family(name: str, *more: Mapping[str, int]) -> dict[str, int]:
    """An enumeration: {name in lower case: value}."""
    names = dict(ENUMERATIONS[name])
    for names_of_others in more:
        names.update(names_of_others)
    return names


#: skimage.transform's names of what stands beyond the edges. Its `reflect` is scipy.ndimage's `mirror`.
SKIMAGE_MODES = family("Mode", {"reflect": CONSTANTS["STONER_MODE_MIRROR"]})


def integer(value: SupportsIndex, bits: int, name: str) -> int:
    number = operator.index(value)
    if not -(1 << (bits - 1)) <= number < 1 << (bits - 1):
        raise ValueError(f"`{name}` is {number}, which is no integer of {bits} bits")
    return number


def enumeration(value: Any, names: Mapping[str, int], name: str) -> int:
    """A name of an enumeration, its number, or None for the function's default."""
    if value is None:
        return 0
    if isinstance(value, str):
        key = value.lower().replace("_", "-")
        if key not in names:
            raise ValueError(f"`{name}` is {value!r}; it may be {', '.join(map(repr, names))}")
        return names[key]
    return integer(value, 32, name)


def order(value: Any, names: Mapping[str, int], name: str) -> int:
    """An order of interpolation, by name or as a number from 0 to 5; None for the function's default."""
    if value is None or isinstance(value, str):
        return enumeration(value, names, name)
    return degree(value, name)


def degree(value: SupportsIndex, name: str) -> int:
    """A degree or an order as C has it, where the number 0 is the default."""
    number = integer(value, 32, name)
    if number < 0:
        raise ValueError(f"`{name}` is {number}; allowed: 0 or more")
    return number or CONSTANTS["STONER_DEGREE_ZERO"]


def not_zero(value: Any, name: str, allowed: str) -> Any:
    """A number that cannot be 0, which in C is the default."""
    if value == 0:
        raise ValueError(f"`{name}` is 0; allowed: {allowed}")
    return value


def dtype(value: npt.DTypeLike | None) -> int:
    """A dtype of the library; None is the function's own choice."""
    if value is None:
        return 0
    wanted = np.dtype(value)
    number = DTYPES.get(wanted.newbyteorder("="))
    if number is None:
        raise TypeError(f"dtype {wanted} is none of the library's: {', '.join(map(str, DTYPES))}")
    return number


def numbers(value: Any, kind: str, count: int | None, name: str) -> npt.NDArray[Any] | None:
    """Numbers in a row, as many as are needed: one stands for several of the same. None stays."""
    if value is None:
        return None
    given = np.asarray(value)
    wanted = np.dtype(kind)
    if wanted.kind in "iu" and given.dtype.kind not in "iub" and given.size:
        raise TypeError(f"`{name}` has numbers of dtype {given.dtype}; integers are needed")
    array = np.ascontiguousarray(given, wanted).ravel()
    if count is not None and array.size != count:
        if array.size != 1 or given.ndim != 0:
            raise ValueError(f"`{name}` has {array.size} numbers; {count} are needed")
        array = np.repeat(array, count)
    return array


def flags(value: Any) -> npt.NDArray[np.uint8]:
    """Truth values in a row, one byte each."""
    return np.ascontiguousarray(value, bool).ravel().view(np.uint8)


def pair(value: Any, name: str) -> npt.NDArray[np.float64] | None:
    """(x, y), where None is the default of one."""
    if value is None or isinstance(value, (int, float)):
        return numbers(value, "f8", 2, name)
    return numbers([np.nan if each is None else each for each in value], "f8", 2, name)


def axes(value: Axes) -> npt.NDArray[np.int32] | None:
    """The axes to work on; None: all."""
    return None if value is None else numbers(np.atleast_1d(np.asarray(value)), "i4", None, "axis")


def one_axis(value: int | None) -> npt.NDArray[np.int32] | None:
    """The axis to go along; None: all elements as one row, where the library's own default is an axis."""
    return numbers(CONSTANTS["STONER_AXIS_NONE"] if value is None else value, "i4", 1, "axis")


def box(value: Any, name: str) -> list[int] | None:
    """(xmin, xmax, ymin, ymax), where None is as far as there is and negative numbers count from the end. None, or False as the original has it: the whole."""
    if value is None or value is False:
        return None
    sides = [EXTENT if side is None else integer(side, 64, name) for side in value]
    if len(sides) != 4:
        raise ValueError(f"`{name}` has {len(sides)} numbers; it is (xmin, xmax, ymin, ymax)")
    return sides


def filling(handle: Any, value: Any) -> tuple[Any, int, float]:
    """What a function takes for a fill value that may be none: image, mode and number. What no double holds, a long integer or a
    complex number, is set in a copy of the image, whose own it then is."""
    if value is None:
        return handle, CONSTANTS["STONER_FILL_DEFAULT"], 0.0
    _, memory = _library.number(value)  # type: ignore[no-untyped-call]
    if memory.dtype.kind == "f" or memory.dtype.kind != "c" and float(memory[0]) == memory[0].item():
        return handle, CONSTANTS["STONER_FILL_VALUE"], float(memory[0])
    copy = call("image_clone", handle)._handle
    call("image_set_fill_value_as", copy, value)
    return copy, CONSTANTS["STONER_FILL_OWN"], 0.0


def path(value: Path | None) -> str | None:
    return None if value is None else os.fspath(value)


def length(array: Any) -> int:
    return 0 if array is None else len(array)
