"""Functions whose results are no pixels: counts, sets, orders, coefficients. They are numpy's arrays."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np

from .._out import as_masked, deliver
from .._ufuncs import no_meaning
from ._table import Given, as_data, as_image, as_index, as_mask, means, values

# numpy.ma's functions have no types.
ma: Any = np.ma


@means("sort partition")
def ordered(given: Given) -> Any:
    named = given.named()
    made = as_image(named.pop("a")).clone()
    getattr(made, given.func.__name__)(**named)
    return made


@means("argsort argpartition searchsorted")
def places(given: Given) -> Any:
    named = given.named()
    subject = as_image(named.pop("a"))
    if given.func.__name__ == "argsort":
        named.setdefault("axis", -1)
    return getattr(subject, given.func.__name__)(**named)


@means("nonzero flatnonzero argwhere")
def nonzero(given: Given) -> Any:
    (a,) = given.named().values()
    return given.func(np.ma.filled(as_masked(a), 0))


def _taking_part(given: Given, arrays: list[Any]) -> list[Any]:
    """The elements of arrays of one shape, in a row, of which none is masked."""
    hidden = np.zeros(np.shape(as_data(arrays[0])), bool)
    for each in arrays:
        hidden = hidden | as_mask(each)
    return [None if each is None else np.broadcast_to(np.asarray(as_data(each)), hidden.shape)[~hidden] for each in arrays]


@means("histogram histogram_bin_edges")
def histogram(given: Given) -> Any:
    named = given.named()
    a, weights = named.pop("a"), named.pop("weights", None)
    if weights is None:
        (taken,) = _taking_part(given, [a])
    else:
        taken, named["weights"] = _taking_part(given, [a, weights])
    return given.func(taken, **{name: as_index(value, given.name) for name, value in named.items()})


@means("histogram2d")
def histogram2d(given: Given) -> Any:
    named = given.named()
    arrays = [named.pop("x"), named.pop("y"), *([named.pop("weights")] if named.get("weights") is not None else [])]
    x, y, *weights = _taking_part(given, arrays)
    named = {name: as_index(value, given.name) for name, value in named.items()}
    return np.histogram2d(x, y, **named, **({"weights": weights[0]} if weights else {}))


@means("histogramdd")
def histogramdd(given: Given) -> Any:
    """A sample with a masked coordinate or weight takes no part."""
    named = given.named()
    sample, weights = as_masked(named.pop("sample")), named.pop("weights", None)
    rows = np.ma.array(sample) if isinstance(sample, np.ndarray) else np.ma.stack([np.ma.asanyarray(each).ravel() for each in sample], axis=1)
    rows = rows.reshape(-1, 1) if rows.ndim == 1 else rows
    hidden = np.ma.getmaskarray(rows).any(axis=1)
    if weights is not None:
        hidden = hidden | np.ravel(as_mask(weights))
        named["weights"] = np.ravel(as_data(weights))[~hidden]
    return np.histogramdd(np.ma.getdata(rows)[~hidden], **{name: as_index(value, given.name) for name, value in named.items()})


@means("bincount")
def bincount(given: Given) -> Any:
    named = given.named()
    x, weights = named.pop("x"), named.pop("weights", None)
    taken = _taking_part(given, [x] if weights is None else [x, weights])
    return np.bincount(*taken, **named)


@means("unique")
def unique(given: Given) -> Any:
    """All masked pixels are one value, which comes last, as in numpy.ma."""
    if not given.has_masked():
        return given.plain()
    named = given.named()
    if named.pop("return_counts", False) or named.pop("axis", None) is not None or not named.pop("equal_nan", True):
        raise no_meaning("np.unique with `return_counts`, `axis` or `equal_nan`")
    named.pop("sorted", None)
    return values(ma.unique(as_masked(named.pop("ar")), **named))


@means("intersect1d setdiff1d setxor1d union1d")
def sets(given: Given) -> Any:
    """All masked pixels are one value, as in numpy.ma."""
    if not given.has_masked():
        return given.plain()
    named = given.named()
    if named.pop("return_indices", False):
        raise no_meaning(f"{given.name} with `return_indices`")
    return values(getattr(np.ma, given.func.__name__)(**{name: as_masked(value) for name, value in named.items()}))


@means("cov corrcoef")
def covariance(given: Given) -> Any:
    if not given.has_masked():
        return given.plain()
    named = {name: as_masked(value) for name, value in given.named().items()}
    if set(named) - {"m", "x", "y", "rowvar", "bias", "ddof"}:
        raise no_meaning(f"{given.name} with weights or a dtype")
    subject = named.pop(next(iter(named)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return values(getattr(np.ma, given.func.__name__)(subject, **named))


@means("polyfit")
def polyfit(given: Given) -> Any:
    """Points with a masked coordinate or weight take no part."""
    function = np.ma.polyfit if given.has_masked() else np.polyfit
    return function(**{name: as_masked(value) if given.has_masked() else as_data(value) for name, value in given.named().items()})


@means("lexsort")
def lexsort(given: Given) -> Any:
    given.refuse_masked()
    return given.plain()


def _of_floats(module: str) -> str:
    inverse = [f"i{name}" for name in ("fft", "fft2", "fftn", "rfft", "rfft2", "rfftn", "hfft")]
    return " ".join(f"{module}.{name}" for name in ("fft", "fft2", "fftn", "rfft", "rfft2", "rfftn", "hfft", *inverse))


@means(_of_floats("fft"))
def fourier(given: Given) -> Any:
    given.refuse_masked()
    named = dict(given.kwargs)
    out = named.pop("out", None)
    made = given.func(*as_data(given.args), **{name: as_data(value) for name, value in named.items()})
    return deliver(given.image(made, moved=True), out, given.name)
