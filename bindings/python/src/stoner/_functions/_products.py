"""Sums of products: masked pixels count as 0, and where there are no others the result is masked, as by np.ma.dot."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._out import as_masked, deliver
from .._ufuncs import product
from ._table import Given, as_image, means


@means("inner outer vdot tensordot kron linalg.outer linalg.tensordot linalg.matmul linalg.vecdot")
def of_two(given: Given) -> Any:
    named = given.named()
    out = named.pop("out", None)
    names = list(named)[:2]
    factors = [as_masked(named.pop(name)) for name in names]
    if not given.has_masked():
        return deliver(given.image(given.func(*map(np.ma.getdata, factors), **named), moved=True), out, given.name)
    return deliver(given.image(product(lambda a, b: given.func(a, b, **named), factors), moved=True), out, given.name)


@means("dot")
def dot(given: Given) -> Any:
    named = given.named()
    return as_image(named["a"]).dot(named["b"], out=named.get("out"))


@means("einsum")
def einsum(given: Given) -> Any:
    settings = dict(given.kwargs)
    out = settings.pop("out", None)
    if not isinstance(given.args[0], str):
        given.refuse_masked()
        settings.pop("out", None)
        return deliver(given.image(given.func(*map(_data, given.args), **settings), moved=True), out, given.name)
    subscripts, *factors = given.args
    masked = [as_masked(each) for each in factors]
    if not given.has_masked():
        return deliver(given.image(np.einsum(subscripts, *map(np.ma.getdata, masked), **settings), moved=True), out, given.name)
    return deliver(given.image(product(lambda *each: np.einsum(subscripts, *each, **settings), masked), moved=True), out, given.name)


def _data(value: Any) -> Any:
    return np.ma.getdata(as_masked(value)) if hasattr(value, "masked_array") else value


@means("convolve correlate")
def convolve(given: Given) -> Any:
    """np.ma.convolve: masked where any masked pixel takes part."""
    if not given.has_masked():
        return given.image(given.plain(), moved=True)
    named = given.named()
    function = getattr(np.ma, given.func.__name__)
    return given.image(function(*(as_masked(value) if name in ("a", "v") else value for name, value in named.items())), moved=True)
