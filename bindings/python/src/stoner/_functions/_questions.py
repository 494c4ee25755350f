"""Functions that ask something of arrays, and those that write them as text."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._out import as_masked
from ._table import Given, as_data, as_mask, means


@means(
    "can_cast common_type iscomplexobj isfortran isrealobj may_share_memory min_scalar_type ndim result_type shape shares_memory size "
    "broadcast_shapes einsum_path tril_indices_from triu_indices_from diag_indices_from"
)
def of_the_pixels(given: Given) -> Any:
    return given.plain()


@means("ix_ unravel_index ravel_multi_index")
def indices(given: Given) -> Any:
    given.refuse_masked()
    return given.plain()


def _pair(given: Given) -> tuple[Any, Any, Any, dict[str, Any]]:
    """Two arrays, where one of them is masked, and the other arguments."""
    named = given.named()
    a, b = (named.pop(name) for name in list(named)[:2])
    try:
        hidden = as_mask(a) | as_mask(b)
    except ValueError:
        hidden = None
    return as_data(a), as_data(b), hidden, named


@means("allclose")
def allclose(given: Given) -> bool:
    """Masked pixels are close to everything, as in numpy.ma."""
    a, b, hidden, named = _pair(given)
    return bool(np.all(np.isclose(a, b, **named) | (False if hidden is None else hidden)))


@means("array_equal array_equiv")
def array_equal(given: Given) -> bool:
    """Masked pixels equal everything, as in np.ma.allequal."""
    a, b, hidden, named = _pair(given)
    if hidden is None or given.func is np.array_equal and np.shape(a) != np.shape(b):
        return False
    same = np.asarray(a) == np.asarray(b)
    if named.get("equal_nan"):
        same = same | np.isnan(a) & np.isnan(b)
    return bool(np.all(same | hidden))


@means("array2string array_str array_repr")
def as_text(given: Given) -> str:
    """With -- for what is masked."""
    named = given.named()
    masked = as_masked(named.pop(next(iter(named))))
    if not np.ma.is_masked(masked):
        return str(given.plain())
    shown = masked.astype(object).filled(np.ma.masked_print_option)
    return str(given.func(shown, **named))
