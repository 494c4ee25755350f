"""Functions of scipy.ndimage and scikit-image as methods, where those packages are installed: `im.gaussian(sigma=2)`."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable
from typing import Any

import numpy as np

from .._errors import StonerWarning
from .._runtime import warn_as

# In the order in which the original looks.
_MODULES = ("scipy.ndimage", *(f"skimage.{name}" for name in (
    "exposure", "feature", "filters", "filters.rank", "graph", "measure", "morphology", "restoration", "segmentation", "transform", "util",
    "color")))  # fmt: skip


@functools.cache
def function(name: str) -> Callable[..., Any] | None:
    """The function of a name whose first argument is an image; None where there is none. Its module may stand before the name, as in
    skimage__exposure__exposure__rescale_intensity."""
    path, _, last = name.rpartition("__")
    if path:
        found = function(last) if path.startswith(("skimage__", "scipy__")) else None
        return found if found is not None and found.__module__ == path.replace("__", ".") else None
    for module in _MODULES:
        try:
            found = getattr(importlib.import_module(module), name, None)
        except ImportError:
            continue
        if callable(found) and not isinstance(found, type):
            made: Callable[..., Any] = found
            return made
    return None


@functools.cache
def shape(name: str) -> Callable[..., Any] | None:
    """The function of skimage.draw of a name."""
    try:
        return getattr(importlib.import_module("skimage.draw"), name, None)
    except ImportError:
        return None


def pixels(array: Any, name: str) -> Any:
    """The pixels without the mask, with a warning where something is masked."""
    if np.ma.getmaskarray(array).any():
        warn_as(StonerWarning(f"{name} knows no masks: it uses the values under the mask, and its result has none"))
    return np.ma.getdata(array).view(np.ndarray)
