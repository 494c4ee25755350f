"""Images as arguments and as results of generated methods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from . import _convert
from ._arrays import handle_of
from ._library import Handle


def image_argument(value: Any) -> Handle | None:
    """The handle of an image, or of something that becomes one: an array, a masked array, a number."""
    return None if value is None else handle_of(value)


def scalar(image: Any) -> Any:
    """A number in place of an image of rank 0; numpy.ma.masked where it is masked."""
    if image.ndim == 0:
        return image._element(None)
    return image


def modes(value: Any, names: Mapping[str, int], name: str) -> npt.NDArray[Any] | None:
    """The values beyond the edges in x and in y."""
    if value is None:
        return None
    if isinstance(value, str) or not isinstance(value, Iterable):
        value = (value, value)
    return _convert.numbers(np.array([_convert.enumeration(each, names, name) for each in value]), "i4", 2, name)
