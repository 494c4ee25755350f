"""Functions that make one number of many pixels: masked pixels take no part, and the result is masked where there are no others."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np

from .._out import as_masked, deliver
from .._ufuncs import no_meaning
from ._table import Given, as_data, as_image, as_index, means

# numpy.ma's functions have no types.
ma: Any = np.ma


@means("product sometrue alltrue cumproduct")
def by_its_newer_name(given: Given) -> Any:
    name = {"sometrue": "any", "alltrue": "all", "product": "prod", "cumproduct": "cumprod"}[given.func.__name__]
    return getattr(np, name)(*given.args, **given.kwargs)


@means("sum prod mean min max amin amax ptp all any argmin argmax cumsum cumprod trace linalg.trace")
def by_method(given: Given) -> Any:
    names = {"amin": "min", "amax": "max"}
    named = given.named()
    subject = as_image(named.pop(next(iter(named))))
    if "where" in named:
        named["where"] = as_index(named["where"], given.name)
    if given.name.startswith("np.linalg"):
        named |= {"axis1": -2, "axis2": -1}
    return getattr(subject, names.get(given.func.__name__, given.func.__name__))(**named)


@means("var std")
def spread(given: Given) -> Any:
    named = given.named()
    subject = as_image(named.pop("a"))
    if "correction" in named:
        named["ddof"] = named.pop("correction")
    if "where" in named:
        named["where"] = as_index(named["where"], given.name)
    if "mean" in named:
        # About a mean that is given: numpy's formula, for pixels that are not masked.
        mean, out = as_masked(named.pop("mean")), named.pop("out", None)
        ddof = named.pop("ddof", 0)
        of = {name: value for name, value in named.items() if name != "dtype"}
        count = as_masked((subject * 0 + 1).sum(**of)) - ddof
        made = as_masked((abs(subject - mean) ** 2).sum(**named)) / count
        made = np.sqrt(made) if given.func.__name__ == "std" else made
        return deliver(_reduced(subject, made, named.get("axis"), named.get("keepdims", False)), out, given.name)
    return getattr(subject, given.func.__name__)(**named)


@means("cumulative_sum cumulative_prod")
def cumulative(given: Given) -> Any:
    named = given.named()
    subject = as_image(named.pop("x"))
    if named.pop("include_initial", False):
        raise TypeError(f"{given.name}: `include_initial` has no meaning for an image; use `np.cumsum`")
    if subject.ndim > 1 and named.get("axis") is None:
        raise ValueError(f"{given.name}: `axis` is needed for an image of rank {subject.ndim}")
    return subject.cumsum(**named) if given.func.__name__ == "cumulative_sum" else subject.cumprod(**named)


@means("count_nonzero")
def count_nonzero(given: Given) -> Any:
    named = given.named()
    return np.count_nonzero(np.ma.filled(as_masked(named.pop("a")), 0), **named)


def _reduced(image: Any, result: Any, axis: Any, keepdims: bool) -> Any:
    """A reduction as an image, with what the library keeps of planes and map in one along these axes."""
    if not isinstance(result, np.ndarray) or result is np.ma.masked:
        return result
    if not result.ndim:
        return np.ma.masked if np.ma.is_masked(result) else result[()]
    template = image.count(axis=axis, keepdims=keepdims)
    if getattr(template, "shape", None) == result.shape:
        return template._like(result)
    return image._like(result, moved=True)


@means("median average")
def by_numpy_ma(given: Given) -> Any:
    named = given.named()
    image, out = as_image(named["a"]), named.pop("out", None)
    axis, keepdims = named.get("axis"), named.get("keepdims", False)
    function = getattr(np.ma, given.func.__name__)
    if not given.has_masked():
        function = given.func
    # numpy.ma asks `is True` or `is np._NoValue`.
    result = function(**{name: as_masked(value) if given.has_masked() else as_data(value) for name, value in named.items()})
    if isinstance(result, tuple):
        return tuple(_reduced(image, each, axis, keepdims) for each in result)
    return deliver(_reduced(image, result, axis, keepdims), out, given.name)


@means("percentile quantile nanpercentile nanquantile")
def percentile(given: Given) -> Any:
    """numpy's rules of interpolation, for the pixels that are not masked."""
    named = given.named()
    out, a = named.pop("out", None), named.pop("a")
    named.pop("overwrite_input", None)
    image, values = as_image(a), np.ma.asanyarray(as_masked(a))
    axis, keepdims = named.get("axis"), named.get("keepdims", False)
    if not given.has_masked():
        result = given.func(as_data(a), **{name: as_data(value) for name, value in named.items()})
    else:
        if values.dtype.kind not in "iuf" or named.get("weights") is not None:
            raise no_meaning(f"{given.name} of {values.dtype}" if named.get("weights") is None else f"{given.name} with weights")
        hidden = np.ma.getmaskarray(values)
        ignores = given.func.__name__.startswith("nan")
        data = values.data if values.dtype.kind == "f" else values.data.astype(float)
        numbers = np.where(hidden, np.nan, data)
        compute = np.nanpercentile if given.func.__name__.endswith("percentile") else np.nanquantile
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)
            result = compute(numbers, as_index(named.pop("q"), given.name), **named)
        axes = axis if axis is None or isinstance(axis, int) else tuple(axis)
        lost = np.isnan(numbers) if ignores else hidden
        empty = np.all(lost, axis=axes, keepdims=keepdims)
        if not ignores:
            nans = np.any(np.isnan(data) & ~hidden, axis=axes, keepdims=keepdims)
            result = np.where(np.broadcast_to(nans, np.shape(result)), np.nan, result)
        result = np.ma.array(result, mask=np.broadcast_to(empty, np.shape(result)))
    return deliver(_reduced(image, result, axis, keepdims), out, given.name)


@means("nansum nanprod nancumsum nancumprod")
def without_nan(given: Given) -> Any:
    """NaN counts as 0, or as 1 in a product."""
    named = given.named()
    image = as_image(named.pop("a"))
    name = given.func.__name__.removeprefix("nan")
    numbers = ma.where(np.isnan(image.masked_array()), int("prod" in name), image.masked_array())
    if "where" in named:
        named["where"] = as_index(named["where"], given.name)
    return getattr(image._like(np.ma.array(numbers, dtype=image.dtype)), name)(**named)


@means("nanmean nanstd nanvar nanmin nanmax nanargmin nanargmax nanmedian")
def nan_is_masked(given: Given) -> Any:
    """NaN takes no part, as what is masked."""
    if not given.has_masked():
        named = given.named()
        out = named.pop("out", None)
        image = as_image(named["a"])
        plain = given.func(**{key: as_data(value) for key, value in named.items()})
        return deliver(_reduced(image, plain, named.get("axis"), named.get("keepdims", False)), out, given.name)
    named = given.named()
    image = as_image(named.pop("a"))
    name = given.func.__name__.removeprefix("nan")
    hidden = image.mask | np.isnan(image.data)
    if name.startswith("arg") and np.all(hidden, axis=named.get("axis")).any():
        raise ValueError(f"{given.name}: there is nothing but masked pixels and NaN")
    made = image._like(np.ma.array(image.data, mask=hidden))
    return getattr(np, name)(made, **named)
