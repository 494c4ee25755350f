"""numpy's functions with images as arguments: `np.median(image)`, `np.concatenate([a, b])`, `np.histogram(image)`.

Each has numpy.ma's meaning: masked pixels take no part, or what comes from them is masked. A function that has no such meaning, or that nobody has
looked at yet, raises a TypeError for images with masked pixels; for others it is numpy's own.

Results whose elements belong to pixels, rows, columns or frames are images with the metadata of the first one; planes and map stay where the
pixels stay in place. Indices, counts, coefficients are numpy's arrays.
"""

from __future__ import annotations

from . import _changes, _elements, _moves, _products, _questions, _reductions, _values  # noqa: F401  (they fill the table)
from ._table import call_function

__all__ = ["call_function"]
