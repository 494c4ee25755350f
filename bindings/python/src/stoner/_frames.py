"""What the frames of a stack differ in, and under which conditions an image was taken."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from . import _convert
from ._arrays import ImageBase
from ._errors import KeyNotFoundError
from ._runtime import call

QUANTITIES = _convert.family("Quantity")


class FrameAxis(NamedTuple):
    """The axis of frames of a stack."""

    #: What the frames differ in: "energy".
    name: str
    unit: str
    #: One value for each frame.
    values: npt.NDArray[np.float64]


class Frames(ImageBase):
    """The axis of frames, and the energy and dwell of an image or of each frame."""

    @property
    def frames(self) -> FrameAxis | None:
        """The axis of frames: name, unit and a value for each frame; None where there is none. It follows the frames. Set it with
        (name, unit, values); None takes it away."""
        name = str(call("image_frame_axis_name", self._handle))
        if not name:
            return None
        return FrameAxis(name, str(call("image_frame_axis_unit", self._handle)), call("image_frame_axis_values", self._handle))

    @frames.setter
    def frames(self, axis: tuple[str, str | None, Iterable[float]] | None) -> None:
        if axis is None:
            call("image_set_frame_axis", self._handle, None, None, None, 0)
            return
        name, unit, values = axis
        array = _convert.numbers(values, "f8", None, "values")
        call("image_set_frame_axis", self._handle, name, unit, array, _convert.length(array))

    @property
    def energy(self) -> Any:
        """The energy of the light in eV according to the metadata: a number, for a stack one for each frame; None where they do
        not say."""
        return self._quantity("energy")

    @property
    def dwell(self) -> Any:
        """The time for which a pixel was measured in seconds, as `energy`."""
        return self._quantity("dwell")

    def _quantity(self, name: str) -> Any:
        try:
            values = call("image_quantity", self._handle, QUANTITIES[name])
        except KeyNotFoundError:
            return None
        return float(values[0]) if len(values) == 1 and call("image_ndim", self._handle) != 3 else values

    def _frame_state(self) -> tuple[str, str, Any] | None:
        """The axis of frames as it is restored by `_restore_frames`."""
        key = str(call("image_frame_axis_key", self._handle))
        return (key, str(call("image_frame_axis_unit", self._handle)), call("image_frame_axis_values", self._handle)) if key else None

    def _restore_frames(self, state: tuple[str, str, Any] | None) -> None:
        if state is not None:
            self.frames = state
