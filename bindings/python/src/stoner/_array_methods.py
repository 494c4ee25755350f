"""Methods with the signatures of numpy's arrays and masked arrays: `out`, `where`, `initial`, shapes as separate numbers."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, SupportsIndex, Union, overload

import numpy as np
import numpy.typing as npt

from . import _convert
from ._arrays import ImageBase, handle_of
from ._convert import ArrayLike, Axes
from ._originals import OriginalMethods
from ._out import as_masked, deliver
from ._runtime import call

if TYPE_CHECKING:
    from ._image import Image

#: One axis or several: what is left is an image.
_Some = Union[int, "tuple[int, ...]"]
#: What stands for an argument that is not given, where None means something.
_UNSET: Any = np._NoValue  # type: ignore[attr-defined]
_class = type
_KINDS = (None, "quicksort", "heapsort", "mergesort", "stable")


class ArrayMethods(OriginalMethods, ImageBase):
    """numpy's methods."""

    mask: Any
    dtype: Any
    masked_array: Any

    # Shapes.

    def reshape(self, *shape: Any, order: str | int = "C") -> Image:
        """The same elements in another shape: reshape(12, 1) or reshape((12, 1)); one length may be -1. Copies nothing where the
        elements lie in that order. Planes and map stay only where the shape does.

        Parameters
        ----------
        shape : int
        order : "C", "F" or "A"
            In which the elements are counted, before and after.
        """
        given = shape[0] if len(shape) == 1 else shape
        lengths = [given] if isinstance(given, SupportsIndex) else list(given)
        return self._reshape(np.array([_convert.integer(each, 64, "shape") for each in lengths], np.int64), order)

    def view(self, dtype: Any = None, type: Any = None, fill_value: Any = None) -> Any:
        """The same elements as another object. Without arguments, or with the class Image, an image (images are values: what is
        written into one does not change the other); with numpy's classes `data` or `masked_array()`; with a dtype the bytes of the
        elements as elements of that dtype.

        Parameters
        ----------
        dtype : dtype or class
        type : class
        fill_value : number
            That of the result; None: as it was, with another dtype the default.
        """
        if isinstance(dtype, _class) and not issubclass(dtype, np.generic) and issubclass(dtype, (np.ndarray, ImageBase)):
            if type is not None:
                raise TypeError("view: the class is given twice, as `dtype` and as `type`")
            dtype, type = None, dtype
        made: Any = call("image_clone", self._handle) if dtype is None else self._view(dtype)
        if fill_value is not None:
            made.fill_value = fill_value
        if type is None or issubclass(type, ImageBase):
            return made
        return made.masked_array().view(type) if issubclass(type, np.ma.MaskedArray) else made.data.view(type)

    def copy(self, order: str = "C") -> Image:
        """A second image with the same content, its elements in memory in the order "C", "F", "A" or "K" (as they are)."""
        if order not in ("C", "F", "A", "K"):
            raise ValueError(f"`order` is {order!r}; it may be 'C', 'F', 'A', 'K'")
        made: Image = call("image_clone", self._handle)
        return made if order == "K" else made.astype(self.dtype, order=order)

    def astype(self, dtype: npt.DTypeLike, order: str | int = "K", casting: str | int = "unsafe", *, copy: bool = True) -> Image:
        """The image in another dtype. A float that does not fit an integer becomes the nearest integer that does, and NaN becomes 0;
        of a complex number the real part is taken. Mask, planes and map stay.

        Parameters
        ----------
        dtype : dtype
        order : "K", "C", "F" or "A"
            The order of the result in memory; "K": as it is.
        casting : "unsafe", "same_kind", "safe", "equiv" or "no"
            What may be lost.
        copy : bool
            False: returns this object itself where it already is as asked.
        """
        if not copy and order == "K" and np.dtype(dtype) == self.dtype:
            return self  # type: ignore[return-value]
        return self._astype(dtype, order, casting)

    # Masks. As in numpy.ma these return the image itself.

    def harden_mask(self) -> Any:
        """Makes the mask hard: setting elements or masks does not unmask. Returns the image."""
        self._harden_mask()
        return self

    def soften_mask(self) -> Any:
        """Makes the mask soft: setting elements unmasks them. Returns the image."""
        self._soften_mask()
        return self

    def shrink_mask(self) -> Any:
        """Drops a mask that masks nothing. Returns the image."""
        self._shrink_mask()
        return self

    def unshare_mask(self) -> Any:
        """For programs written for masked arrays: the mask is never shared. Returns the image."""
        return self

    # Reductions.

    def _only(self, where: Any) -> Any:
        """The image with what is not to take part masked."""
        if where is True or where is _UNSET:
            return self
        made = call("image_clone", self._handle)
        made.soften_mask()
        made.mask = self.mask | ~np.broadcast_to(np.asarray(where, bool), self.mask.shape)
        return made

    def _reduced(self, name: str, out: Any, where: Any, initial: Any = _UNSET, **named: Any) -> Any:
        result = getattr(self._only(where), f"_{name}")(**named)
        if initial is not _UNSET and initial is not None:
            values = np.ma.asanyarray(as_masked(result))
            combined = _COMBINE[name](np.ma.getdata(values), initial)
            # With a first value nothing is left without one.
            found = np.where(np.ma.getmaskarray(values), np.asarray(initial, combined.dtype), combined)
            result = result._like(found) if isinstance(result, ImageBase) else found[()]  # type: ignore[attr-defined]
        return deliver(result, out, name)

    @overload
    def sum(self, axis: _Some, dtype: npt.DTypeLike | None = ..., out: None = ..., keepdims: bool = ..., *, initial: Any = ..., where: Any = ...) -> Image: ...

    @overload
    def sum(self, axis: Axes = ..., dtype: npt.DTypeLike | None = ..., out: Any = ..., keepdims: bool = ..., *, initial: Any = ..., where: Any = ...) -> Any: ...

    def sum(self, axis: Axes = None, dtype: npt.DTypeLike | None = None, out: Any = None, keepdims: bool = False, *,
            initial: Any = _UNSET, where: Any = True) -> Any:  # fmt: skip
        """The sum of the unmasked pixels, as numpy's: along an axis or several, of all by default; masked where there is none.

        Parameters
        ----------
        axis : int or tuple of int
        dtype : dtype
            In which to add.
        out : Image or array
            Takes the result.
        keepdims : bool
            Keeps the axes, with length 1.
        initial : number
            One more element.
        where : array of bool
            What takes part.
        """
        return self._reduced("sum", out, where, initial, axis=axis, dtype=dtype, keepdims=keepdims)

    @overload
    def prod(self, axis: _Some, dtype: npt.DTypeLike | None = ..., out: None = ..., keepdims: bool = ..., *, initial: Any = ..., where: Any = ...) -> Image: ...

    @overload
    def prod(self, axis: Axes = ..., dtype: npt.DTypeLike | None = ..., out: Any = ..., keepdims: bool = ..., *, initial: Any = ..., where: Any = ...) -> Any: ...

    def prod(self, axis: Axes = None, dtype: npt.DTypeLike | None = None, out: Any = None, keepdims: bool = False, *,
             initial: Any = _UNSET, where: Any = True) -> Any:  # fmt: skip
        """The product of the unmasked pixels; parameters as `sum`."""
        return self._reduced("prod", out, where, initial, axis=axis, dtype=dtype, keepdims=keepdims)

    product = prod

    @overload
    def mean(self, axis: _Some, dtype: npt.DTypeLike | None = ..., out: None = ..., keepdims: bool = ..., *, where: Any = ...) -> Image: ...

    @overload
    def mean(self, axis: Axes = ..., dtype: npt.DTypeLike | None = ..., out: Any = ..., keepdims: bool = ..., *, where: Any = ...) -> Any: ...

    def mean(self, axis: Axes = None, dtype: npt.DTypeLike | None = None, out: Any = None, keepdims: bool = False, *,
             where: Any = True) -> Any:  # fmt: skip
        """The mean of the unmasked pixels; parameters as `sum`."""
        return self._reduced("mean", out, where, axis=axis, dtype=dtype, keepdims=keepdims)

    @overload
    def var(self, axis: _Some, dtype: npt.DTypeLike | None = ..., out: None = ..., ddof: int = ..., keepdims: bool = ..., *, where: Any = ...) -> Image: ...

    @overload
    def var(self, axis: Axes = ..., dtype: npt.DTypeLike | None = ..., out: Any = ..., ddof: int = ..., keepdims: bool = ..., *, where: Any = ...) -> Any: ...

    def var(self, axis: Axes = None, dtype: npt.DTypeLike | None = None, out: Any = None, ddof: int = 0, keepdims: bool = False, *,
            where: Any = True) -> Any:  # fmt: skip
        """The variance of the unmasked pixels, divided by their number less `ddof`; parameters as `sum`."""
        return self._reduced("var", out, where, axis=axis, dtype=dtype, ddof=ddof, keepdims=keepdims)

    @overload
    def std(self, axis: _Some, dtype: npt.DTypeLike | None = ..., out: None = ..., ddof: int = ..., keepdims: bool = ..., *, where: Any = ...) -> Image: ...

    @overload
    def std(self, axis: Axes = ..., dtype: npt.DTypeLike | None = ..., out: Any = ..., ddof: int = ..., keepdims: bool = ..., *, where: Any = ...) -> Any: ...

    def std(self, axis: Axes = None, dtype: npt.DTypeLike | None = None, out: Any = None, ddof: int = 0, keepdims: bool = False, *,
            where: Any = True) -> Any:  # fmt: skip
        """The standard deviation of the unmasked pixels, the root of `var`."""
        return self._reduced("std", out, where, axis=axis, dtype=dtype, ddof=ddof, keepdims=keepdims)

    @overload
    def min(self, axis: _Some, out: None = ..., fill_value: Any = ..., keepdims: bool = ..., *, initial: Any = ..., where: Any = ...) -> Image: ...

    @overload
    def min(self, axis: Axes = ..., out: Any = ..., fill_value: Any = ..., keepdims: bool = ..., *, initial: Any = ..., where: Any = ...) -> Any: ...

    def min(self, axis: Axes = None, out: Any = None, fill_value: Any = None, keepdims: bool = False, *,
            initial: Any = _UNSET, where: Any = True) -> Any:  # fmt: skip
        """The least unmasked pixel; `fill_value` stands for masked ones, other parameters as `sum`."""
        return self._reduced("min", out, where, initial, axis=axis, fill_value=fill_value, keepdims=keepdims)

    @overload
    def max(self, axis: _Some, out: None = ..., fill_value: Any = ..., keepdims: bool = ..., *, initial: Any = ..., where: Any = ...) -> Image: ...

    @overload
    def max(self, axis: Axes = ..., out: Any = ..., fill_value: Any = ..., keepdims: bool = ..., *, initial: Any = ..., where: Any = ...) -> Any: ...

    def max(self, axis: Axes = None, out: Any = None, fill_value: Any = None, keepdims: bool = False, *,
            initial: Any = _UNSET, where: Any = True) -> Any:  # fmt: skip
        """The greatest unmasked pixel; `fill_value` stands for masked ones, other parameters as `sum`."""
        return self._reduced("max", out, where, initial, axis=axis, fill_value=fill_value, keepdims=keepdims)

    def ptp(self, axis: Axes = None, out: Any = None, fill_value: Any = None, keepdims: bool = False) -> Any:
        """The greatest less the least unmasked pixel; parameters as `max`."""
        return self._reduced("ptp", out, True, axis=axis, fill_value=fill_value, keepdims=keepdims)

    def all(self, axis: Axes = None, out: Any = None, keepdims: bool = False, *, where: Any = True) -> Any:
        """Whether all unmasked pixels are not 0; parameters as `sum`."""
        return self._reduced("all", out, where, axis=axis, keepdims=keepdims)

    def any(self, axis: Axes = None, out: Any = None, keepdims: bool = False, *, where: Any = True) -> Any:
        """Whether some unmasked pixel is not 0; parameters as `sum`."""
        return self._reduced("any", out, where, axis=axis, keepdims=keepdims)

    def argmin(self, axis: int | None = None, fill_value: Any = None, out: Any = None, *, keepdims: bool = False) -> Any:
        """The place of the least unmasked pixel, along an axis or among all in C order; `fill_value` stands for masked ones."""
        return self._reduced("argmin", out, True, axis=axis, fill_value=fill_value, keepdims=keepdims)

    def argmax(self, axis: int | None = None, fill_value: Any = None, out: Any = None, *, keepdims: bool = False) -> Any:
        """The place of the greatest unmasked pixel; parameters as `argmin`."""
        return self._reduced("argmax", out, True, axis=axis, fill_value=fill_value, keepdims=keepdims)

    def cumsum(self, axis: int | None = None, dtype: npt.DTypeLike | None = None, out: Any = None) -> Any:
        """The sums so far along an axis, or of all pixels in C order. Masked pixels count as 0 and stay masked."""
        return deliver(self._cumsum(axis, dtype), out, "cumsum")

    def cumprod(self, axis: int | None = None, dtype: npt.DTypeLike | None = None, out: Any = None) -> Any:
        """The products so far along an axis, or of all pixels in C order. Masked pixels count as 1 and stay masked."""
        return deliver(self._cumprod(axis, dtype), out, "cumprod")

    def trace(self, offset: int = 0, axis1: int = 0, axis2: int = 1, dtype: npt.DTypeLike | None = None, out: Any = None) -> Any:
        """The sum along a diagonal; masked pixels take no part."""
        return deliver(self._trace(offset, axis1, axis2, dtype), out, "trace")

    def dot(self, b: Image | ArrayLike, out: Any = None, strict: bool = False) -> Any:
        """numpy.ma's product: sums over the last axis of this image and the last but one of `b`. A masked pixel counts as 0, and where
        there are none but masked ones the result is masked; with `strict` where there is any."""
        return deliver(self._dot(b, strict), out, "dot")

    def round(self, decimals: int = 0, out: Any = None) -> Any:
        """Rounds to a number of decimals, half to even; below 0 to tens, hundreds and so on."""
        made = self._round(decimals)
        # As of any number that is masked.
        return deliver(np.ma.masked if not made.ndim and bool(made.mask) else made, out, "round")

    # Elements by their places.

    def nonzero(self) -> tuple[npt.NDArray[np.int64], ...]:
        """The indices of the pixels that are neither 0 nor masked, in C order: one array for each axis."""
        if not self.ndim:
            raise ValueError("nonzero: an image of rank 0 has no axes; use `reshape(1)`")
        return tuple(np.array(axis) for axis in self._nonzero().data)

    def take(self, indices: Any, axis: int | None = None, out: Any = None, mode: str | int = "raise") -> Any:
        """The elements at indices along an axis, or of all in C order. The result has the shape of `indices` in place of the axis; it is
        masked where an element or an index is. Planes, map and the frames' own energies follow along an axis.

        Parameters
        ----------
        indices : array of int
            Of any rank; negative ones count from the end.
        axis : int, optional
        out : Image or array, optional
            Takes the result.
        mode : "raise", "wrap" or "clip"
            What becomes of an index outside.
        """
        given = np.ma.asanyarray(as_masked(indices))
        if given.dtype.kind not in "iub" and given.size:
            raise TypeError(f"`indices` has numbers of dtype {given.dtype}; integers are needed")
        hidden = np.ma.getmaskarray(given)
        made: Any = self._take(given.filled(0).ravel().astype(np.int64), axis, mode)
        if given.ndim != 1:
            shape = self.shape
            at = 0 if axis is None else _normal(axis, len(shape))
            before, after = ((), ()) if axis is None else (shape[:at], shape[at + 1 :])
            made = made.reshape(*before, *given.shape, *after)
            if hidden.any():
                hidden = hidden.reshape(*(1 for _ in before), *given.shape, *(1 for _ in after))
        elif hidden.any() and axis is not None:
            at = _normal(axis, made.ndim)
            hidden = hidden.reshape(*(len(hidden) if i == at else 1 for i in range(made.ndim)))
        if hidden.any():
            made.mask = made.mask | hidden
        if not made.ndim:
            made = made.masked_array()[()]
        return deliver(made, out, "take")

    def compress(self, condition: ArrayLike, axis: int | None = None, out: Any = None) -> Any:
        """The elements where a condition is true, along an axis or of all in C order. Masked conditions are not true."""
        return deliver(self._compress(np.ma.filled(as_masked(condition), False), axis), out, "compress")

    def choose(self, *choices: Any, out: Any = None, mode: str | int = "raise") -> Any:
        """Each element from the one of `choices` that the pixel, an integer, names; masked where the pixel or the element is.

        Parameters
        ----------
        choices : images or arrays
            One by one, or in a list.
        out : Image or array, optional
            Takes the result.
        mode : "raise", "wrap" or "clip"
            What becomes of a number that names none.
        """
        given = choices[0] if len(choices) == 1 and isinstance(choices[0], (list, tuple)) else choices
        return deliver(self._choose(given, mode), out, "choose")

    # Orders.

    def sort(self, axis: int | None = -1, kind: str | None = None, order: None = None, endwith: bool = True, fill_value: Any = None,
             *, stable: bool | None = None) -> None:  # fmt: skip
        """Sorts the image in place, as numpy does; `np.sort(image)` returns a sorted copy. The mask moves along; planes that do not
        are dropped with a warning.

        Parameters
        ----------
        axis : int or None
            None: all elements, as one row.
        kind : str
            numpy's names of algorithms. Every order here is stable.
        order : None
            There are no fields.
        endwith : bool
            Masked elements come last, else first.
        fill_value : number
            What masked elements count as instead.
        stable : bool
            As `kind`.
        """
        _check_order(kind, order)
        self._handle = self._sort(axis, endwith, fill_value)._handle

    def argsort(self, axis: int | None = _UNSET, kind: str | None = None, order: None = None, endwith: bool = True,
                fill_value: Any = None, *, stable: bool | None = None) -> Image:  # fmt: skip
        """The places of the elements in ascending order, along an axis; parameters as `sort`. Without an axis those of all elements
        as one row, with numpy.ma's warning where the rank is above 1."""
        _check_order(kind, order)
        if axis is _UNSET:
            axis = -1
            if self.ndim > 1:
                message = "argsort: without `axis` all elements are taken as one row, as by numpy.ma; give `axis=None` or `axis=-1`"
                warnings.warn(message, np.ma.core.MaskedArrayFutureWarning, stacklevel=2)
                axis = None
        return self._argsort(axis, endwith, fill_value)

    def partition(self, kth: ArrayLike, axis: int | None = -1, kind: str = "introselect", order: None = None, *,
                  endwith: bool = True, fill_value: Any = None) -> None:  # fmt: skip
        """Puts the elements at the places `kth` where sorting would put them, none greater before and none less behind, in place, as
        numpy does; `np.partition(image, kth)` returns a copy. Other parameters as `sort`."""
        if kind != "introselect":
            raise ValueError(f"`kind` is {kind!r}; it may be 'introselect'")
        _check_order(None, order)
        self._handle = self._partition(kth, axis, endwith, fill_value)._handle

    def argpartition(self, kth: ArrayLike, axis: int | None = -1, kind: str = "introselect", order: None = None, *,
                     endwith: bool = True, fill_value: Any = None) -> Image:  # fmt: skip
        """The places of the elements as `partition` parts them."""
        if kind != "introselect":
            raise ValueError(f"`kind` is {kind!r}; it may be 'introselect'")
        _check_order(None, order)
        return self._argpartition(kth, axis, endwith, fill_value)

    def searchsorted(self, v: Image | ArrayLike, side: str | int = "left", sorter: Image | ArrayLike | None = None) -> Any:
        """For each value the place in this sorted image of rank 1 where it keeps the order: before elements that equal it ("left") or
        behind ("right"). A number for a number; masked where a value is.

        Parameters
        ----------
        v : values
        side : "left" or "right"
        sorter : array of int, optional
            What puts the image in order, as `argsort` gives it.
        """
        made: Any = self._searchsorted(v, side, sorter)
        return made.masked_array()[()] if made.ndim == 0 else made


_COMBINE = {"sum": np.add, "prod": np.multiply, "min": np.minimum, "max": np.maximum}


def _check_order(kind: str | None, order: Any) -> None:
    if kind not in _KINDS:
        raise ValueError(f"`kind` is {kind!r}; it may be {', '.join(map(repr, _KINDS))}")
    if order is not None:
        raise ValueError("`order` names fields, which an image does not have")


def _normal(axis: SupportsIndex, ndim: int) -> int:
    number = _convert.integer(axis, 32, "axis")
    return number + ndim if number < 0 else number
