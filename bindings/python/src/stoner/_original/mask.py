"""`STXMImage.mask`: the mask as an array, and what can be done to it."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from .._image import Image
from .drawing import Draw
from .held import Held


class MaskProxy:
    """The mask of an image, True where a pixel is masked. `im.mask[...] = True` masks, `im.mask.draw` draws into it; else it is an array:
    `im.mask.sum()`, `~im.mask`, `im.mask & other`."""

    colour = "red"

    def __init__(self, image: Any, held: Held) -> None:
        self._parent, self._held = image, held

    @property
    def _mask(self) -> npt.NDArray[np.bool_]:
        return np.ma.getmaskarray(self._held.view())

    @property
    def data(self) -> npt.NDArray[np.bool_]:
        """The mask as an array that shows it as it is now."""
        return self._mask

    image = data

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> npt.NDArray[Any]:
        return np.array(self._mask, dtype=dtype or bool)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._mask, name)

    def __getitem__(self, index: Any) -> Any:
        return self._mask[index]

    def __setitem__(self, index: Any, value: Any) -> None:
        array = self._held.array()
        mask = np.ma.getmaskarray(array).copy()
        mask[index] = value
        array.mask = mask

    def __iter__(self) -> Any:
        return iter(self._mask)

    def __len__(self) -> int:
        return len(self._mask)

    def __bool__(self) -> bool:
        return bool(self._mask.any())

    def __invert__(self) -> npt.NDArray[np.bool_]:
        return ~self._mask

    __neg__ = __invert__

    def __and__(self, other: Any) -> Any:
        return self._mask & np.asarray(other)

    def __or__(self, other: Any) -> Any:
        return self._mask | np.asarray(other)

    def __xor__(self, other: Any) -> Any:
        return self._mask ^ np.asarray(other)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def __eq__(self, other: object) -> Any:
        return self._mask == np.asarray(other)

    def __ne__(self, other: object) -> Any:
        return self._mask != np.asarray(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """One character for each pixel, "X" where it is masked."""
        return "".join("".join(".X"[each] for each in row) + "\n" for row in np.atleast_2d(self._mask))

    def __str__(self) -> str:
        return repr(self._mask)

    def _repr_png_(self) -> bytes | None:
        return Image(self._mask)._repr_png_()

    def clear(self) -> None:
        """Unmasks all pixels."""
        self._held.array().mask = False

    def invert(self) -> None:
        """Masks what is not masked, and unmasks what is."""
        array = self._held.array()
        array.mask = ~np.ma.getmaskarray(array)

    def threshold(self, thresh: float | None = None) -> None:
        """Masks the pixels above a value; without one that of Otsu, for which scikit-image is needed."""
        array = self._held.array()
        if thresh is None:
            from skimage.filters import threshold_otsu

            thresh = threshold_otsu(array.compressed())
        array.mask = np.ma.getdata(array) > thresh

    def select(self, **_: Any) -> None:
        """Not there: a mask is drawn by `im.mask.draw`."""
        raise NotImplementedError("a mask cannot be selected by hand; draw it: im.mask.draw.rectangle(row, column, width, height)")

    @property
    def draw(self) -> Draw:
        """Draws into the mask: `im.mask.draw.disk((row, column), radius)`."""
        return Draw(self._parent, self._held, "mask")
