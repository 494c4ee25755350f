"""Images as arguments and as results of generated methods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from . import _convert
from ._library import Handle


def image_argument(value: Any) -> Handle | None:
    """The handle of an image, or of something that becomes one: an array, a masked array, a number."""
    from ._image import Image

    if value is None:
        return None
    handle: Handle = (value if isinstance(value, Image) else Image(value))._handle
    return handle


def scalar(image: Any) -> Any:
    """A number in place of an image of rank 0; numpy.ma.masked where it is masked."""
    if image.ndim == 0:
        return image.masked_array()[()]
    return image


def modes(value: Any, names: Mapping[str, int], name: str) -> npt.NDArray[Any] | None:
    """The values beyond the edges in x and in y."""
    if value is None:
        return None
    if isinstance(value, str) or not isinstance(value, Iterable):
        value = (value, value)
    return _convert.numbers(np.array([_convert.enumeration(each, names, name) for each in value]), "i4", 2, name)
