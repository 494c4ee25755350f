"""`STXMImage.draw` and `STXMImage.mask.draw`: shapes with the original's arguments, row first."""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
import numpy.typing as npt

from .._image import Image
from . import scikit
from .differences import tell
from .held import Held


class Draw:
    """Draws into an image or its mask. Each method returns the image. `value` is what is drawn, into a mask True where it is not 0;
    `shape` confines the shape to that many rows and columns. Other functions of skimage.draw that give rows and columns are there where
    scikit-image is installed."""

    def __init__(self, parent: Any, held: Held, target: str) -> None:
        self._parent, self._held, self._target = parent, held, target

    def _shape(self, name: str, *arguments: Any, shape: Any = None, value: Any = 1.0, **keywords: Any) -> Any:
        tell("draw")
        drawn = self._drawn(name, *arguments, shape=shape, **keywords)
        array = self._held.array()
        if self._target == "mask":
            mask = np.ma.getmaskarray(array).copy()
            mask[drawn] = bool(value)
            array.mask = mask
        else:
            array[drawn] = value
        return self._parent

    def _drawn(self, name: str, *arguments: Any, shape: Any, **keywords: Any) -> npt.NDArray[np.bool_]:
        """Which pixels belong to a shape of `Image.draw`."""
        size = self._held.peek().shape
        blank = Image(np.zeros(size, np.uint8))
        getattr(blank.draw, name)(*arguments, value=1.0, **keywords)
        drawn: npt.NDArray[np.bool_] = np.array(blank.data, bool)
        if shape is not None:
            drawn[..., shape[0] :, :] = False
            drawn[..., shape[1] :] = False
        return drawn

    def __getattr__(self, name: str) -> Any:
        found = None if name.startswith("_") else scikit.shape(name)
        if found is None:
            raise AttributeError(f"there is no shape {name!r}")

        def method(*arguments: Any, value: Any = 1.0, **keywords: Any) -> Any:
            tell("draw")
            drawn = found(*arguments, **keywords)
            if not isinstance(drawn, tuple) or not all(isinstance(each, np.ndarray) and each.ndim == 1 for each in drawn) or len(drawn) < 2:
                raise TypeError(f"draw.{name}: skimage.draw.{name} does not give the rows and columns of a shape")
            rows, columns, *strength = drawn
            height, width = self._held.peek().shape[-2:]
            inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
            array: Any = self._held.array()
            place = (..., rows[inside], columns[inside])
            if self._target == "mask":
                mask = np.ma.getmaskarray(array).copy()
                mask[place] = bool(value)
                array.mask = mask
            else:
                array[place] = value * strength[0][inside] if strength else value
            return self._parent

        return functools.wraps(found)(method)

    def line(self, r0: int, c0: int, r1: int, c1: int, value: Any = 1.0) -> Any:
        """A straight line one pixel wide, both ends included."""
        return self._shape("line", c0, r0, c1, r1, value=value)

    def disk(self, center: Any, radius: float, *, shape: Any = None, value: Any = 1.0) -> Any:
        """A filled circle around (row, column)."""
        row, column = center
        return self._shape("disk", column, row, radius, shape=shape, value=value)

    def circle(self, r: float, c: float, radius: float, shape: Any = None, value: Any = 1.0) -> Any:
        """A filled circle."""
        return self._shape("disk", c, r, radius, shape=shape, value=value)

    def annulus(self, r: float, c: float, radius1: float, radius2: float, shape: Any = None, value: Any = 1.0) -> Any:
        """A ring from `radius2` to `radius1`; with the smaller one first all but the ring, as the original draws it."""
        return self._shape("annulus", c, r, radius2, radius1, shape=shape, value=value)

    def circle_perimeter(self, r: int, c: int, radius: int, method: str = "bresenham", shape: Any = None, value: Any = 1.0) -> Any:
        """The pixels of a circle's edge; `method` is "bresenham" or "andres"."""
        return self._shape("circle_perimeter", c, r, radius, method=method, shape=shape, value=value)

    def ellipse(self, r: float, c: float, r_radius: float, c_radius: float, shape: Any = None, rotation: float = 0.0, value: Any = 1.0) -> Any:
        """A filled ellipse, turned counter-clockwise by `rotation` in radians."""
        return self._shape("ellipse", c, r, c_radius, r_radius, rotation=-rotation, shape=shape, value=value)

    def ellipse_perimeter(
        self, r: int, c: int, r_radius: int, c_radius: int, orientation: float = 0, shape: Any = None, value: Any = 1.0
    ) -> Any:
        """The pixels of an ellipse's edge, turned clockwise by `orientation` in radians."""
        return self._shape("ellipse_perimeter", c, r, c_radius, r_radius, orientation=orientation, shape=shape, value=value)

    def polygon(self, r: Any, c: Any, shape: Any = None, value: Any = 1.0) -> Any:
        """A filled polygon of the corners (r[i], c[i])."""
        return self._shape("polygon", c, r, shape=shape, value=value)

    def polygon_perimeter(self, r: Any, c: Any, shape: Any = None, clip: bool = False, value: Any = 1.0) -> Any:
        """The edge of a polygon."""
        return self._shape("polygon_perimeter", c, r, clip=clip, shape=shape, value=value)

    def rectangle(self, r: float, c: float, w: float, h: float, angle: float = 0.0, shape: Any = None, value: Any = 1.0) -> Any:
        """A filled rectangle of a width and a height around a middle, turned counter-clockwise by `angle` in radians."""
        return self._shape("rotated_rectangle", c, r, w, h, -angle, shape=shape, value=value)

    def rectangle_perimeter(self, r: float, c: float, w: float, h: float, angle: float = 0.0, shape: Any = None, value: Any = 1.0) -> Any:
        """The edge of such a rectangle."""
        return self._shape("rotated_rectangle_perimeter", c, r, w, h, -angle, shape=shape, value=value)

    def square(self, r: float, c: float, w: float, angle: float = 0.0, shape: Any = None, value: Any = 1.0) -> Any:
        """A filled square."""
        return self._shape("square", c, r, w, -angle, shape=shape, value=value)

    def bezier_curve(
        self, r0: int, c0: int, r1: int, c1: int, r2: int, c2: int, weight: float, shape: Any = None, value: Any = 1.0
    ) -> Any:
        """A quadratic Bezier curve from the first to the last point."""
        return self._shape("bezier_curve", c0, r0, c1, r1, c2, r2, weight, shape=shape, value=value)
