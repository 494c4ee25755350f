"""What belongs to the pixels of an image: planes, and the map to stage positions."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from . import _convert
from ._arrays import ImageBase
from ._errors import NoResultError
from ._runtime import call
from ._values import image_argument

if TYPE_CHECKING:
    from ._image import Image


class Map(NamedTuple):
    """The map from pixels to stage positions: x = origin[0] + step[0][0] * column + step[0][1] * row, y likewise."""

    origin: tuple[float, float]
    step: tuple[tuple[float, float], tuple[float, float]]
    names: tuple[str, str] = ("sample_x", "sample_y")
    units: tuple[str, str] = ("", "")


class Planes(MutableMapping[str, "Image"]):
    """The planes of an image by their names."""

    def __init__(self, image: ImageBase) -> None:
        self._image = image

    def __getitem__(self, name: str) -> Image:
        made: Image = call("image_plane", self._image._handle, name)
        return made

    def __setitem__(self, name: str, plane: Any) -> None:
        call("image_set_plane", self._image._handle, name, image_argument(plane), self.units.get(name) or None)

    def __delitem__(self, name: str) -> None:
        call("image_remove_plane", self._image._handle, name)

    def __iter__(self) -> Iterator[str]:
        handle = self._image._handle
        return iter([call("image_plane_name", handle, i) for i in range(call("image_plane_count", handle))])

    def __len__(self) -> int:
        return int(call("image_plane_count", self._image._handle))

    @property
    def units(self) -> dict[str, str]:
        """The planes' units; set one with `set`."""
        return {name: call("image_plane_unit", self._image._handle, name) for name in self}

    def set(self, name: str, plane: Any, unit: str | None = None) -> None:
        """Adds or replaces a plane, with a unit."""
        call("image_set_plane", self._image._handle, name, image_argument(plane), unit)

    def __repr__(self) -> str:
        return f"<stoner.Planes: {', '.join(f'{name} ({unit})' if unit else name for name, unit in self.units.items())}>"


class Places(ImageBase):
    """Planes and map of an image."""

    @property
    def planes(self) -> Planes:
        """Arrays that belong to the pixels ("actual_x", "actual_y", "beam current", ...): a mapping from names to images, which
        follow crops, turns and resampling."""
        return Planes(self)

    @property
    def map(self) -> Map | None:
        """The map from pixels to stage positions; None where there is none. Setting None removes it."""
        try:
            origin, step = (values.tolist() for values in call("image_map", self._handle))
        except NoResultError:
            return None
        names = tuple(call("image_map_name", self._handle, i) for i in (0, 1))
        units = tuple(call("image_map_unit", self._handle, i) for i in (0, 1))
        return Map(tuple(origin), ((step[0], step[1]), (step[2], step[3])), names, units)

    @map.setter
    def map(self, map: Map | None) -> None:
        if map is None:
            call("image_set_map", self._handle, [0.0, 0.0], None, None, None, None, None)
        else:
            map = Map(*map)
            step = np.asarray(map.step, float).ravel()
            call("image_set_map", self._handle, _convert.numbers(map.origin, "f8", 2, "origin"),
                 _convert.numbers(step, "f8", 4, "step"), *map.names, *(unit or None for unit in map.units))  # fmt: skip

