"""Operators on an `STXMImage`, and numpy's functions of it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from .._arrays import ImageBase
from .._image import Image
from .array import array_of
from .differences import tell
from .numpy_methods import NumpyMethods


class Operators(NumpyMethods, NDArrayOperatorsMixin):
    """`im + 1`, `im - im2`, `-im`, `im > 3` are other images; `im += 1` changes one. `im // im2` of two images is the magnetic contrast (XMCD),
    `~im` the image turned by a quarter clockwise, `im == im2` whether all of both is the same."""

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, out: Any = None, **named: Any) -> Any:
        arrays = [each._held.image() if isinstance(each, NumpyMethods) else each for each in inputs]
        result = getattr(ufunc, method)(*arrays, **named)
        if out is None:
            return self._other(result)
        results = result if isinstance(result, tuple) else (result,)
        for place, each in zip(out, results):
            if isinstance(place, Operators):
                place._held.replace(each if isinstance(each, Image) else place._image_of(each))
            elif place is not None:
                place[...] = each.masked_array() if isinstance(each, Image) else each
        return out[0] if len(out) == 1 else out

    def _other(self, result: Any) -> Any:
        if type(result) in (tuple, list):
            return type(result)(self._other(each) for each in result)
        if not isinstance(result, Image):
            return result
        return self._made(result) if result.ndim > 1 else array_of(result)

    def _image_of(self, array: Any) -> Image:
        raise NotImplementedError

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        """numpy's functions mean what they mean for an `Image`. An image that is written to (`out=im`, `np.put(im, ...)`) is changed."""
        if not all(issubclass(each, (Operators, ImageBase, np.ndarray)) for each in types):
            return NotImplemented
        given: list[tuple[NumpyMethods, Image]] = []
        result = function(*_images(args, given), **_images(kwargs, given))
        for image, used in given:
            # What was written to has storage of its own.
            if used.ids() != image._held.image().ids():
                image._held.replace(used)
            if result is used:
                return image
        return self._other(result)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        return self._held.image().__array__(dtype, copy)

    def __floordiv__(self, other: Any) -> Any:
        if isinstance(other, ImageBase):
            return self._xmcd(other)
        tell("floor_divide")
        return super().__floordiv__(other)

    def _xmcd(self, other: Any) -> Any:
        first, second = self._held.image(), other if isinstance(other, Image) else Image(other)
        made = first.XMCD(second)
        if made.mask.sum() > (first.mask | second.mask).sum():
            tell("xmcd")
        return self._made(made)

    def __ifloordiv__(self, other: Any) -> Any:
        made = self // other
        self._held.replace(made._held.image())
        return self

    def __neg__(self) -> Any:
        """Unsigned integers become the maximum of their dtype less the value, as in the original."""
        return np.invert(self) if self._held.peek().dtype.kind == "u" else super().__neg__()

    def __invert__(self) -> Any:
        return self._made(self._held.image().CW)

    def __matmul__(self, other: Any) -> Any:
        return self._other(self._held.image() @ (other._held.image() if isinstance(other, NumpyMethods) else other))

    def __rmatmul__(self, other: Any) -> Any:
        return self._other(Image(np.ma.asanyarray(other)) @ self._held.image())

    def __eq__(self, other: object) -> Any:
        if isinstance(other, Operators):
            return self._held.image().equal(other._held.image()) and self._held.peek().metadata == other._held.peek().metadata
        if isinstance(other, (np.ndarray, np.generic, int, float, complex, ImageBase)):
            return NDArrayOperatorsMixin.__eq__(self, other)
        return NotImplemented

    def __ne__(self, other: object) -> Any:
        same = self == other
        if isinstance(other, (np.ndarray, np.generic, int, float, complex, ImageBase)) and not isinstance(same, bool):
            return NDArrayOperatorsMixin.__ne__(self, other)
        return NotImplemented if same is NotImplemented else not same

    __hash__ = None  # type: ignore[assignment]


def _images(value: Any, given: list[tuple[NumpyMethods, Image]]) -> Any:
    """Images of the library in place of these, in lists and mappings too. Each is a second one, and is noted beside its own."""
    if isinstance(value, NumpyMethods):
        given.append((value, value._held.image().clone()))
        return given[-1][1]
    if isinstance(value, (list, tuple)):
        return type(value)(_images(each, given) for each in value)
    return {name: _images(each, given) for name, each in value.items()} if isinstance(value, dict) else value
