"""An image in numpy's protocols: operators, universal functions, all other functions."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from . import _functions, _ufuncs
from ._arrays import handle_of
from ._exchange import Exchange
from ._generated.c import CONSTANTS
from ._objects import wrap
from ._out import as_masked, deliver
from ._runtime import call

if TYPE_CHECKING:
    from ._image import Image

#: The operations that make one image from the pixels of two.
_COMBINING = {np.add, np.subtract, np.multiply, np.divide, np.floor_divide, np.maximum, np.minimum, np.fmax, np.fmin, np.hypot}
#: Those that the library computes itself, of floating point: it means the same as numpy.ma by them. Not a quotient: numpy.ma masks some that are
#: finite, where the divisor is tiny.
_DIRECT: dict[np.ufunc, int] = {
    ufunc: CONSTANTS[f"STONER_ARITHMETIC_{name}"] for ufunc, name in ((np.add, "ADD"), (np.subtract, "SUBTRACT"), (np.multiply, "MULTIPLY"))
}
#: Numbers up to here are taken by every dtype of floating point.
_MOST = 1e30


class NumpyProtocols(Exchange, NDArrayOperatorsMixin):
    """Operators and functions of numpy."""

    #: As numpy's masked arrays.
    __array_priority__ = 15

    def __bool__(self) -> bool:
        return bool(self.masked_array())

    def __float__(self) -> float:
        return float(self._number_of_one())

    def __int__(self) -> int:
        return int(self._number_of_one())

    def __complex__(self) -> complex:
        return complex(self._number_of_one())

    def _number_of_one(self) -> Any:
        if self.size != 1:
            raise TypeError(f"only an image of one pixel is a number; this one has {self.size}")
        # numpy.ma warns of a masked one and gives NaN, or raises MaskError.
        return self.masked_array().reshape(())

    def __str__(self) -> str:
        return str(self.masked_array())

    def __format__(self, format_spec: str) -> str:
        return format(self.masked_array(), format_spec)

    def __index__(self) -> int:
        if self.ndim or self.dtype.kind not in "iu":
            raise TypeError("only an image of rank 0 of integers is an index")
        return int(self.item())

    __hash__ = None  # type: ignore[assignment]

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, out: Any = None, **named: Any) -> Any:
        """numpy's elementwise functions and their methods, as for its masked arrays."""
        if any(map(_is_foreign, (*inputs, *(out or ())))):
            return NotImplemented
        images = [each for each in inputs if isinstance(each, NumpyProtocols)]
        if method == "at":
            return _changed_at(ufunc, *inputs)
        unlike = 0
        if ufunc in _COMBINING and len(images) == 2 and images[0] is not images[1] and method == "__call__":
            unlike = call("image_unlike", images[0]._handle, images[1]._handle)
        # The library would tell of unlike places once more.
        if not unlike and ufunc in _DIRECT and method == "__call__" and out is None and not named:
            direct = _directly(ufunc, *inputs)
            if direct is not None:
                return direct
        where = named.get("where", True)
        results = _ufuncs.apply(ufunc, method, tuple(map(as_masked, inputs)), {name: as_masked(value) for name, value in named.items()})
        if results is NotImplemented:
            return results
        several = isinstance(results, tuple)
        outs = out if out is not None else (None,) * (len(results) if several else 1)
        given = []
        for result, place in zip(results if several else (results,), outs):
            is_array = isinstance(result, np.ndarray) and result is not np.ma.masked and result.ndim > 0
            if place is None and is_array and images:
                made = images[0]._like(result)
                if ufunc in _COMBINING and len(images) == 2:
                    made._note(ufunc.__name__, *images)
                given.append(made)
            elif place is not None and where is not True and method == "__call__":
                given.append(_partly(result, place, where, ufunc.__name__))
            else:
                given.append(deliver(result, place, ufunc.__name__))
        return tuple(given) if several else given[0]

    def __array_function__(self, func: Any, types: Iterable[type], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """All other functions of numpy: with numpy.ma's meaning, or an error that says what to do. See `_functions`."""
        if not all(issubclass(each, (NumpyProtocols, np.ndarray)) for each in types):
            return NotImplemented
        return _functions.call_function(func, args, kwargs)

    def _note(self, operation: str, *images: NumpyProtocols) -> None:
        """Records in the metadata which files the two images of an operation came from, under numpy's names."""
        for name, image in zip(("x1", "x2"), images):
            # The title is that of the file name where no other is set: without one there is neither.
            source = image.metadata.get("Loaded from") or (title := image.title) and (image.filename or title)
            if source:
                self.metadata[f"{operation}.{name}"] = str(source)

    def __eq__(self, other: Any) -> Any:
        # numpy.ma's operator: text and other things are not equal, which the universal function does not say.
        return NotImplemented if _is_foreign(other) else self._compared(self.masked_array() == as_masked(other))

    def __ne__(self, other: Any) -> Any:
        return NotImplemented if _is_foreign(other) else self._compared(self.masked_array() != as_masked(other))

    def _compared(self, result: Any) -> Any:
        return self._like(result) if isinstance(result, np.ndarray) and result is not np.ma.masked and result.ndim else result

    def __floordiv__(self, other: Any) -> Any:
        """Of two images the XMCD, (plus - minus)/(plus + minus), as the original's operator; of an image and numbers the quotient
        rounded down. `np.floor_divide` rounds down in both cases."""
        return self.xmcd(other) if isinstance(other, NumpyProtocols) else super().__floordiv__(other)

    def __ifloordiv__(self, other: Any) -> Any:
        if not isinstance(other, NumpyProtocols):
            return super().__ifloordiv__(other)
        made = self.xmcd(other)
        deliver(made, self, "xmcd")
        self.metadata = made.metadata
        return self

    def __matmul__(self, other: Any) -> Any:
        return self.dot(other)

    def __rmatmul__(self, other: Any) -> Any:
        return wrap(handle_of(other)).dot(self)


def _directly(ufunc: np.ufunc, a: Any, b: Any) -> Any:
    """The result for two images of floating point and one shape, or such an image and a number of Python's; None for all others. A call of the
    library's own takes a tenth of the time that numpy.ma's function and its way here and back take, which is what counts with small images."""
    operation = _DIRECT[ufunc]
    if isinstance(a, NumpyProtocols) and isinstance(b, NumpyProtocols):
        shape = a.shape
        if a.dtype.kind != "f" or b.dtype.kind != "f" or b.shape != shape or not shape:
            return None
        made = call("image_arithmetic", a._handle, operation, b._handle)
        made._note(ufunc.__name__, a, b)
        return made
    image, number, swapped = (a, b, 0) if isinstance(a, NumpyProtocols) else (b, a, 1)
    if type(number) not in (int, float) or not abs(number) < _MOST or image.dtype.kind != "f" or image.ndim == 0:
        return None
    return call("image_arithmetic_scalar", image._handle, operation, float(number), swapped)


def _is_foreign(value: Any) -> bool:
    """Whether a value has its own say in numpy's functions, as arrays of dask, xarray and pandas do."""
    override = getattr(type(value), "__array_ufunc__", np.ndarray.__array_ufunc__)
    return override is not np.ndarray.__array_ufunc__ and not isinstance(value, NumpyProtocols)


def _defers(value: Any) -> bool:
    """Whether an operator leaves the work to the other operand: what has no say in numpy's functions, but a higher priority."""
    return not hasattr(type(value), "__array_ufunc__") and getattr(value, "__array_priority__", -np.inf) > NumpyProtocols.__array_priority__


def _deferring(name: str) -> None:
    operator = getattr(NumpyProtocols, name)

    @functools.wraps(operator)
    def operate(self: Any, other: Any) -> Any:
        return NotImplemented if _defers(other) else operator(self, other)

    setattr(NumpyProtocols, name, operate)


for _name in "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and or xor".split():
    _deferring(f"__{_name}__")
    _deferring(f"__r{_name}__")
for _name in "lt le gt ge eq ne".split():
    _deferring(f"__{_name}__")


def _changed_at(ufunc: np.ufunc, array: Any, indices: Any, *values: Any) -> None:
    indices = np.ma.filled(as_masked(indices), 0) if isinstance(indices, NumpyProtocols) else indices
    masked_values = tuple(map(as_masked, values))
    if isinstance(array, NumpyProtocols):
        changed = np.ma.MaskedArray(array.data.copy(), array.mask.copy())
        _ufuncs.at(ufunc, changed, indices, *masked_values)
        if array.hardmask:
            changed = np.ma.MaskedArray(np.where(array.mask, array.data, changed.data), changed.mask | array.mask)
        array._replace(changed)
    elif isinstance(array, np.ma.MaskedArray):
        _ufuncs.at(ufunc, array, indices, *masked_values)
    elif any(np.ma.is_masked(each) for each in masked_values):
        raise _ufuncs.no_meaning(f"{ufunc.__name__}.at of a plain array")
    else:
        ufunc.at(array, indices, *map(np.ma.getdata, masked_values))


def _partly(result: Any, out: Any, where: Any, function: str) -> Any:
    """`out` with the result where `where` is true."""
    if not np.can_cast(np.ma.getdata(result).dtype, out.dtype, "same_kind"):
        raise TypeError(f"{function} returns {np.ma.getdata(result).dtype}, which does not fit an `out` of {out.dtype}")
    wanted = np.broadcast_to(np.ma.filled(as_masked(where), False), np.shape(out))
    merged = np.ma.array(as_masked(out), copy=True)
    mask = np.where(wanted, np.ma.getmaskarray(result), np.ma.getmaskarray(merged))
    np.copyto(np.ma.getdata(merged), np.ma.getdata(result), casting="same_kind", where=wanted)
    return deliver(np.ma.MaskedArray(np.ma.getdata(merged), mask), out, function)
