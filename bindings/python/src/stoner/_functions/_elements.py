"""Functions that work by element: what comes from a masked pixel is masked."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._out import as_masked, deliver
from ._table import Given, as_data, as_index, as_mask, means, values

# numpy.ma's functions have no types.
ma: Any = np.ma


def _by_element(given: Given, result: Any, arguments: Any) -> Any:
    """A result by element of some arguments, masked where one of these is."""
    masks = [as_mask(each) for each in arguments if each is not None]
    results = result if isinstance(result, tuple) else (result,)
    made = []
    for each in results:
        hidden = np.zeros(np.shape(each), bool)
        for mask in masks:
            hidden = hidden | mask
        made.append(np.ma.array(each, mask=hidden))
    return given.image(tuple(made) if isinstance(result, tuple) else made[0])


@means(
    "angle fix i0 imag iscomplex isreal isneginf isposinf nan_to_num real sinc emath.sqrt emath.log emath.log2 emath.log10 emath.logn "
    "emath.power emath.arccos emath.arcsin emath.arctanh isclose"
)
def by_element(given: Given) -> Any:
    named = given.named()
    out = named.pop("out", None)
    arguments = [value for value in named.values() if np.ndim(as_data(value)) or np.ma.is_masked(as_masked(value))]
    with np.errstate(all="ignore"):
        result = given.func(**{name: as_data(value) for name, value in named.items()}) if given.func is not np.emath.logn else given.plain()
    return deliver(_by_element(given, np.array(result), arguments), out, given.name)


@means("round around round_")
def rounded(given: Given) -> Any:
    return given.first.round(*given.args[1:], **given.kwargs)


@means("clip")
def clipped(given: Given) -> Any:
    named = given.named()
    out, where = named.pop("out", None), named.pop("where", True)
    named |= named.pop("kwargs", {})
    low = named.pop("a_min", named.pop("min", None))
    high = named.pop("a_max", named.pop("max", None))
    a = named.pop("a")
    with np.errstate(invalid="ignore"):
        made = np.clip(as_data(a), as_data(low), as_data(high), **named)
    hidden = as_mask(a)
    for limit in (low, high):
        hidden = hidden | (as_mask(limit) if limit is not None else False)
    if where is not True:
        hidden = hidden | ~as_index(where, given.name)
    return deliver(given.image(np.ma.array(made, mask=np.broadcast_to(hidden, np.shape(made)))), out, given.name)


@means("real_if_close")
def real_if_close(given: Given) -> Any:
    named = given.named()
    a = named.pop("a")
    return _by_element(given, np.array(given.func(np.ma.filled(as_masked(a), 0), **named)), [a])


@means("astype")
def astype(given: Given) -> Any:
    named = given.named()
    named.pop("device", None)
    return named.pop("x").astype(named.pop("dtype"), **named)


@means("polyval")
def polynomial(given: Given) -> Any:
    named = given.named()
    x = named["x"]
    return _by_element(given, np.polyval(as_index(named["p"], given.name), as_data(x)), [x])


@means("digitize")
def digitize(given: Given) -> Any:
    named = given.named()
    x = named.pop("x")
    return _by_element(given, np.array(np.digitize(as_data(x), as_index(named.pop("bins"), given.name), **named)), [x])


@means("interp")
def interpolate(given: Given) -> Any:
    """Points with a masked coordinate or value are no points."""
    named = given.named()
    x, xp, fp = named.pop("x"), np.ma.asanyarray(as_masked(named.pop("xp"))), np.ma.asanyarray(as_masked(named.pop("fp")))
    known = ~(np.ma.getmaskarray(xp) | np.ma.getmaskarray(fp))
    result = np.interp(as_data(x), xp.data[known], fp.data[known], **named)
    if not np.ndim(as_data(x)):
        return np.ma.masked if as_mask(x) else result
    return _by_element(given, result, [x]) if hasattr(x, "_like") else values(np.ma.array(result, mask=as_mask(x)))


@means("isin in1d")
def isin(given: Given) -> Any:
    """Masked pixels are one value of their own, as in numpy.ma."""
    named = given.named()
    a, b = list(named)[:2]
    element, test = as_masked(named.pop(a)), as_masked(named.pop(b))
    named.pop("kind", None)
    made = ma.isin(element, test, **named)
    return given.image(made if given.func.__name__ == "isin" else np.ravel(made), moved=given.func.__name__ != "isin")


@means("gradient")
def gradient(given: Given) -> Any:
    """Masked where one of the pixels is masked that a derivative comes from."""
    spacing = [as_index(each, given.name) for each in given.args[1:]]
    f = np.ma.asanyarray(as_masked(given.args[0]))
    if not np.ma.is_masked(f):
        return given.image(given.plain())
    made = np.gradient(f.data, *spacing, **given.kwargs)
    # NaN shows which differences a masked pixel is part of.
    spread = np.gradient(np.where(f.mask, np.nan, 0.0), *spacing, **given.kwargs)
    several = isinstance(made, (list, tuple))
    pairs = zip(made, spread) if several else [(made, spread)]
    found = [given.image(np.ma.array(each, mask=np.isnan(far))) for each, far in pairs]
    return type(made)(found) if several else found[0]


@means("diff")
def differences(given: Given) -> Any:
    named = given.named()
    a = as_masked(named.pop("a"))
    return given.image(ma.diff(a, **{name: as_masked(value) for name, value in named.items()}), moved=True)


@means("ediff1d")
def differences_of_all(given: Given) -> Any:
    named = {name: as_masked(value) for name, value in given.named().items()}
    return given.image(ma.ediff1d(named.pop("ary"), **named), moved=True)
