"""Images that grow while they are measured."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from . import _convert
from ._library import NOTHING
from ._metadata import Metadata
from ._objects import CLASSES
from ._runtime import call

if TYPE_CHECKING:
    from ._image import Image


_SPREADS = _convert.family("Spread")


class LiveState(NamedTuple):
    """How far a measurement is."""

    #: The points that were pushed.
    points: int
    #: Those of them that lie outside of the grid.
    outside: int
    #: Those with a position, counts or monitor that is not finite, or with a monitor that is not above 0.
    invalid: int
    #: The part of the pixels that have points, 0 to 1.
    coverage: float


class Live:
    """An image that grows while it is measured: points are pushed in any order, an image is taken at any moment.

    The grid has `shape` (rows, columns); the centre of its pixel (row, column) is at x = first[0] + step[0] * column, y = first[1] + step[1] * row. Row 0
    is at the top, so that step[1] is negative where y grows upwards. A pixel's value is the ratio of the counts to the monitor of its points,
    times `reference`; without monitor the mean counts of a point. `spread`: "nearest", the pixel in which a point lies gets it, or
    "linear", the four around share it. One thread may push while another takes images. The last image is, bit for bit, that of all
    points pushed at once.
    """

    def __init__(
        self,
        shape: tuple[int, int],
        first: tuple[float, float],
        step: tuple[float, float],
        *,
        spread: str | int = "nearest",
        reference: float = 1.0,
        unit: str | None = None,
    ) -> None:
        rows, columns = (_convert.integer(n, 64, "shape") for n in shape)
        self._shape = rows, columns
        spread = _convert.enumeration(spread, _SPREADS, "spread")
        (x, y), (dx, dy) = map(float, first), map(float, step)
        self._handle = call("live_new", rows, columns, x, y, dx, dy, spread, float(reference), unit)._handle

    @classmethod
    def _wrap(cls, handle: Any) -> Live:
        made = cls.__new__(cls)
        made._handle = handle
        return made

    def copy(self) -> Live:
        """A second one with the same points, which goes its own way from here."""
        made: Live = call("live_clone", self._handle)
        made._shape = self._shape
        return made

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the grid."""
        return self._shape

    def push(self, x: npt.ArrayLike, y: npt.ArrayLike, counts: npt.ArrayLike, monitor: npt.ArrayLike | None = None) -> None:
        """Adds points: positions in the units of the grid, what the detector counted, what the monitor read. All points have a monitor,
        or none has. Arrays of float64 are not copied."""
        first = _convert.numbers(x, "f8", None, "x")
        n = _convert.length(first)
        others = [_convert.numbers(each, "f8", n, name) for name, each in (("y", y), ("counts", counts), ("monitor", monitor))]
        call("live_push", self._handle, first, *others, n)

    def image(self) -> Image:
        """The image of all points so far: masked where there are none, with the planes "coverage" (the number of points in each pixel) and
        "error" (standard error where photons are counted)."""
        made: Image = call("live_image", self._handle)
        return made

    def read(
        self,
        values: npt.NDArray[np.float64] | None = None,
        errors: npt.NDArray[np.float64] | None = None,
        coverage: npt.NDArray[np.float64] | None = None,
    ) -> None:
        """Writes the same into contiguous float64 arrays of the grid's shape, without asking for memory; NaN where no point is."""
        rooms = {"values": values, "errors": errors, "coverage": coverage}
        for name, room in rooms.items():
            if room is not None and not (room.dtype == np.float64 and room.shape == self._shape and room.flags.c_contiguous and room.flags.writeable):
                raise ValueError(f"`{name}` has to be a contiguous, writeable float64 array of shape {self._shape}")
        given = {name: NOTHING if room is None else room for name, room in rooms.items()}
        call("live_read", self._handle, **given, n_pixels=self._shape[0] * self._shape[1])

    @property
    def state(self) -> LiveState:
        """How many points there are, how many of them are outside or invalid, and the part of the pixels that have some."""
        return LiveState(*call("live_state", self._handle))

    @property
    def coverage(self) -> float:
        """The part of the pixels that have points, 0 to 1."""
        return self.state.coverage

    def reset(self) -> None:
        """Forgets all points, for the next frame; grid and metadata stay."""
        call("live_reset", self._handle)

    def set_metadata(self, metadata: Metadata | Mapping[str, Any]) -> None:
        """Gives metadata (energy, dwell, polarization, ...) to the images that are taken from now on."""
        call("live_set_metadata", self._handle, (metadata if isinstance(metadata, Metadata) else Metadata(metadata))._handle)

    def __repr__(self) -> str:
        state = self.state
        return f"<stoner.Live: {self._shape[0]} x {self._shape[1]}, {state.points} points, coverage {state.coverage:.1%}>"


CLASSES["stoner_live"] = Live._wrap
