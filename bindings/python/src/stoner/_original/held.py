"""The pixels of an `STXMImage`: the library's, and while a script has them in hand, an array that it may write to."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any

import numpy as np

from .._image import Image
from .array import ImageArray, mask_of, with_pixels


class Held:
    """An image that is replaced as a whole, or written to through an array.

    Most methods need no array: the library reads and makes images, and copies no pixels for that. The first time that a script asks
    for the array its pixels are copied into it. From then on the array has what counts, and each method copies it back first, until
    the script has let go of it and of all that shows its pixels.
    """

    def __init__(self, image: Image) -> None:
        self._image = image
        self._array: ImageArray | None = None

    def replace(self, image: Image) -> None:
        """Another image in place of this one. An array that the script has in hand stays as it is, and belongs to nothing."""
        self._image, self._array = image, None

    def array(self) -> ImageArray:
        """The pixels as an array: what is written to it is written to the image."""
        if self._array is None:
            self._hold(self._image.read(), np.array(self._image.mask))
        assert self._array is not None
        return self._array

    def _hold(self, data: Any, mask: Any) -> None:
        self._array = ImageArray(data, mask, source=self._image, held=weakref.ref(self))
        # The mask is the array's own.
        self._array._sharedmask = False

    def view(self) -> ImageArray:
        """The pixels as an array to read from: without a copy of them unless there is one already."""
        if self._array is not None:
            return self._array
        return ImageArray(self._image.data, mask_of(self._image), source=self._image)

    def peek(self) -> Image:
        """The image for what its pixels do not matter to: shape, dtype, metadata, name."""
        return self.image() if self._array is not None and self._array.shape != self._image.shape else self._image

    def labels(self) -> Image:
        """The image for its metadata, file name and title alone: its pixels may be older than those of the array."""
        return self._image

    def change(self, change: Callable[[Image], Any]) -> Any:
        """Changes metadata, file name or title. Arrays that were made of the pixels keep those that they had."""
        image = self._image.clone()
        result = change(image)
        self._image = image
        return result

    def image(self) -> Image:
        """The image, with what was written to the array."""
        if self._array is not None:
            self._image = with_pixels(self._image, self._array)
            self._let_go()
        return self._image

    def _let_go(self) -> None:
        """Forgets the array unless someone else has it, or a view of its pixels or of its mask."""
        array: Any = self._array
        data, mask = _owner(np.ma.getdata(array)), _owner(np.ma.getmask(array))
        seen = weakref.ref(array)
        self._array = None
        del array
        self._array = seen()
        if self._array is not None:
            return
        data_seen, mask_seen = weakref.ref(data), None if mask is None else weakref.ref(mask)
        del data, mask
        data, mask = data_seen(), None if mask_seen is None else mask_seen()
        if data is None and mask is None:
            return
        fits = data is not None and data.shape == self._image.shape and data.dtype == self._image.dtype
        fits_mask = mask is not None and mask.shape == self._image.shape
        if fits or fits_mask:
            self._hold(data if fits else self._image.read(), mask if fits_mask else np.array(self._image.mask))


def _owner(array: Any) -> Any:
    """The array whose memory this one shows."""
    if array is np.ma.nomask:
        return None
    while isinstance(array.base, np.ndarray):
        array = array.base
    return array
