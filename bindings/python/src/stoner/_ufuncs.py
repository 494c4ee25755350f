"""numpy's universal functions and their methods, on masked arrays: a result is masked where something that it comes from is, or where the
function has no value (division by 0, a logarithm of what is not above 0)."""

from __future__ import annotations

import operator
from typing import Any

import numpy as np

#: What does not change the others in a reduction, of functions that have no identity of numpy's. Where the order of the elements counts,
#: as in a difference, nothing can stand for one that is left out.
_NEUTRAL: dict[Any, int] = {np.lcm: 1}
#: numpy.ma's own of the operators: they leave alone what lies beneath the mask, and mask what has no value (a root of a negative number).
_OPERATORS: dict[Any, Any] = {
    np.add: np.ma.add, np.subtract: np.ma.subtract, np.multiply: np.ma.multiply, np.divide: np.ma.true_divide,
    np.floor_divide: np.ma.floor_divide, np.remainder: np.ma.remainder, np.power: np.ma.power,
    np.equal: operator.eq, np.not_equal: operator.ne,
}  # fmt: skip
_EXTREMES: dict[Any, str] = {np.maximum: "least", np.fmax: "least", np.minimum: "greatest", np.fmin: "greatest"}


def apply(ufunc: np.ufunc, method: str, inputs: tuple[Any, ...], named: dict[str, Any]) -> Any:
    """The result of a universal function, or of one of its methods but `at`, for masked arrays."""
    with np.errstate(divide="ignore", invalid="ignore"):
        if method == "__call__":
            return _contracted(ufunc, inputs, named) if ufunc.signature else _called(ufunc, inputs, named)
        methods: dict[str, Any] = {"reduce": _reduce, "accumulate": _accumulate, "reduceat": _reduceat, "outer": _outer}
        return methods[method](ufunc, *inputs, **named)


def _called(ufunc: np.ufunc, inputs: tuple[Any, ...], named: dict[str, Any]) -> Any:
    where = named.pop("where", True)
    operator = _OPERATORS.get(ufunc) if not named else None
    result = operator(*_operands(inputs)) if operator else ufunc(*inputs, **named)
    if where is True:
        return result
    # What is left out has no value.
    results = result if isinstance(result, tuple) else (result,)
    hidden = ~np.ma.filled(where, False)
    made = tuple(np.ma.array(each, mask=np.ma.getmaskarray(each) | hidden) for each in map(np.ma.asanyarray, results))
    return made if isinstance(result, tuple) else made[0]


def _operands(inputs: tuple[Any, ...]) -> list[Any]:
    """Masked arrays. Python's numbers take the dtype that numpy gives them beside an array; numpy.ma makes them arrays of their own dtype, so that
    since numpy 2 its float32 array times 2.0 is float64."""
    numbers = (bool, int, float, complex)
    dtypes = [np.ma.asanyarray(each).dtype for each in inputs if type(each) not in numbers]
    return [
        np.asarray(each, np.result_type(each, *dtypes)) if type(each) in numbers and dtypes else np.ma.asanyarray(each) for each in inputs
    ]


def _contracted(ufunc: np.ufunc, inputs: tuple[Any, ...], named: dict[str, Any]) -> Any:
    """Products of vectors and matrices."""
    masks = [np.ma.getmaskarray(each) for each in inputs]
    if not any(mask.any() for mask in masks):
        return ufunc(*map(np.ma.getdata, inputs), **named)
    if ufunc.__name__ not in ("matmul", "vecdot", "matvec", "vecmat"):
        raise no_meaning(ufunc.__name__)
    return product(lambda *arrays: ufunc(*arrays, **named), inputs)


def product(function: Any, inputs: Any) -> Any:
    """A sum of products in which masked elements count as 0; it is masked where all its terms have a masked factor, as by np.ma.dot."""
    valid = [(~np.ma.getmaskarray(each)).astype(float) for each in inputs]
    result = function(*(np.ma.filled(each, 0) for each in inputs))
    return np.ma.array(result, mask=function(*valid) == 0)


def _neutral(ufunc: np.ufunc, dtype: np.dtype[Any]) -> Any:
    """What an element that takes no part in a reduction can be replaced by."""
    extreme = _EXTREMES.get(ufunc)
    if extreme is None:
        value = ufunc.identity if ufunc.identity is not None else _NEUTRAL.get(ufunc)
        if value is None:
            raise no_meaning(f"{ufunc.__name__}.reduce")
        # The bits of -1 for unsigned integers.
        return np.array(value).astype(dtype)
    if dtype.kind == "b":
        return extreme == "greatest"
    if dtype.kind in "iu":
        limits = np.iinfo(dtype)
        return limits.max if extreme == "greatest" else limits.min
    return np.inf if extreme == "greatest" else -np.inf


def _filled(ufunc: Any, array: Any, where: Any = True) -> tuple[Any, Any]:
    """The elements with neutral ones in place of those that take no part, and where these are."""
    data, mask = np.ma.getdata(array), np.ma.getmaskarray(array)
    if where is not True:
        mask = mask | ~np.broadcast_to(np.ma.filled(where, False), mask.shape)
    if not mask.any():
        return data, mask
    if data.dtype.kind in "biu" and ufunc.identity is not None and ufunc.identity == -np.inf:
        # No integer is the logarithm of 0.
        some = np.zeros(1, data.dtype)
        data = data.astype(ufunc(some, some).dtype)
    return np.where(mask, _neutral(ufunc, data.dtype), data), mask


def _reduce(ufunc: Any, array: Any, axis: Any = 0, dtype: Any = None, keepdims: bool = False, initial: Any = np._NoValue,
            where: Any = True) -> Any:  # type: ignore[attr-defined]  # fmt: skip
    data, mask = _filled(ufunc, array, where)
    first = {} if initial is np._NoValue else {"initial": initial}  # type: ignore[attr-defined]
    settings: dict[str, Any] = {"axis": axis, "dtype": dtype, "keepdims": keepdims, **first}
    result = ufunc.reduce(data, **settings)
    if not mask.any() or first and initial is not None:
        return result
    hidden = np.all(mask, axis=axis, keepdims=keepdims)
    return np.ma.array(result, mask=hidden) if np.ndim(result) else np.ma.masked if hidden else result


def _accumulate(ufunc: np.ufunc, array: Any, axis: int = 0, dtype: Any = None) -> Any:
    data, mask = _filled(ufunc, array)
    return np.ma.array(ufunc.accumulate(data, axis=axis, dtype=dtype), mask=mask)


def _reduceat(ufunc: np.ufunc, array: Any, indices: Any, axis: int = 0, dtype: Any = None) -> Any:
    data, mask = _filled(ufunc, array)
    result = ufunc.reduceat(data, indices, axis=axis, dtype=dtype)
    return np.ma.array(result, mask=np.logical_and.reduceat(mask, indices, axis=axis))


def _outer(ufunc: np.ufunc, a: Any, b: Any, **named: Any) -> Any:
    a, b = np.ma.asanyarray(a), np.ma.asanyarray(b)
    return ufunc(a.reshape(a.shape + (1,) * b.ndim), b, **named)


def at(ufunc: np.ufunc, array: Any, indices: Any, *values: Any) -> None:
    """Changes a masked array at indices, which may occur several times. What a masked value comes to is masked."""
    ufunc.at(np.ma.getdata(array), indices, *map(np.ma.getdata, values))
    mask = np.ma.getmaskarray(array).copy()
    for value in values:
        np.logical_or.at(mask, indices, np.ma.getmaskarray(value))
    array.mask = mask


def no_meaning(name: str) -> TypeError:
    """The error for what has no meaning with masked pixels."""
    return TypeError(
        f"{name} has no meaning with masked pixels. Give them a value first, `image.filled(value)`; or take the others alone, "
        "`image.compressed()`; or what lies beneath the mask, `image.data`"
    )
