"""Scans: what a file holds of a measurement, and the way to its images."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from . import _convert
from ._errors import KeyNotFoundError
from ._frames import QUANTITIES
from ._metadata import Metadata
from ._objects import CLASSES
from ._runtime import call
from ._table import Table
from ._values import image_argument

if TYPE_CHECKING:
    from ._image import Image

_KINDS = {number: word for word, number in _convert.family("ScanKind").items()}
_ROLES = {number: word for word, number in _convert.family("AxisRole").items()}


class Axis(NamedTuple):
    """An axis of a detector's image."""

    #: Its name in the file, "" where it has none.
    name: str
    unit: str
    #: Its nominal points in the file's order; empty where the file has none.
    values: npt.NDArray[np.float64]
    #: "frame", "row", "column", "spectrum" or "other".
    role: str
    #: 1: ascending, -1: descending, 0: neither.
    direction: int


class Scan:
    """A file as a scan: opened without reading pixels, so it may be larger than memory.

    It has entries (regions of the sample, or measurements one after the other), each with detectors. `image()` reads a detector's
    image or one frame of it, iteration reads frame by frame, `len(scan)` is their number. All of it is about the file's default
    entry and detector, or about those of `scan.at("entry2", "counter1")`. If the file has changed since it was opened, reading raises
    `ChangedError`.
    """

    def __init__(self, path: _convert.Path, entry: str | None = None, detector: str | None = None) -> None:
        self._handle = call("scan_open", _convert.path(path))._handle
        self._entry: str | None = None
        self._detector: str | None = None
        self._choose(entry, detector)

    @classmethod
    def _wrap(cls, handle: Any) -> Scan:
        made = cls.__new__(cls)
        made._handle, made._entry, made._detector = handle, None, None
        return made

    def _choose(self, entry: str | None, detector: str | None) -> None:
        # Names that there are not are errors here, not later.
        call("scan_shape", self._handle, entry, detector)
        self._entry, self._detector = entry, detector

    def at(self, entry: str | None = None, detector: str | None = None) -> Scan:
        """The same scan with another entry or detector in place of the defaults."""
        made: Scan = call("scan_clone", self._handle)
        made._choose(self._entry if entry is None else entry, self._detector if entry is None and detector is None else detector)
        return made

    @property
    def filename(self) -> str:
        """The file."""
        return str(call("scan_filename", self._handle))

    @property
    def rule(self) -> str:
        """The rule by which the file was recognised as a scan."""
        return str(call("scan_rule", self._handle))

    @property
    def entries(self) -> tuple[str, ...]:
        """The names of the entries, the default one first."""
        return tuple(call("scan_entry_name", self._handle, i) for i in range(call("scan_entry_count", self._handle)))

    @property
    def entry(self) -> str:
        """The name of the entry that all is about."""
        return self._entry or self.entries[call("scan_default_entry", self._handle)]

    @property
    def detectors(self) -> tuple[str, ...]:
        """The names of the entry's detectors, the default one first."""
        return tuple(call("scan_detector_name", self._handle, self._entry, i) for i in range(call("scan_detector_count", self._handle, self._entry)))

    @property
    def detector(self) -> str:
        """The name of the detector that all is about."""
        return self._detector or self.detectors[call("scan_default_detector", self._handle, self._entry)]

    @property
    def monitors(self) -> tuple[str, ...]:
        """The names of what was measured beside the detectors at each pixel; their images are read as those of detectors."""
        return tuple(call("scan_monitor_name", self._handle, self._entry, i) for i in range(call("scan_monitor_count", self._handle, self._entry)))

    @property
    def kind(self) -> str:
        """What was scanned along what: "image", "stack", "line-spectrum", "point-spectrum", "focus", ...; "generic" where it is not
        known."""
        return _KINDS[call("scan_kind", self._handle, self._entry)]

    @property
    def start(self) -> str:
        """When it began, as the file says it."""
        return str(call("scan_start", self._handle, self._entry))

    @property
    def end(self) -> str:
        """When it ended; "" where the file does not say so."""
        return str(call("scan_end", self._handle, self._entry))

    @property
    def facility(self) -> str:
        """Where it was measured, as the file says it."""
        return str(call("scan_facility", self._handle, self._entry))

    @property
    def repairs(self) -> tuple[str, ...]:
        """What was assumed or left out where the file breaks a rule of its format."""
        return tuple(call("scan_repair", self._handle, self._entry, i) for i in range(call("scan_repair_count", self._handle, self._entry)))

    @property
    def metadata(self) -> Metadata:
        """A copy of the entry's metadata, but for long arrays, which come with its images."""
        made: Metadata = call("scan_metadata", self._handle, self._entry)
        return made

    @property
    def shape(self) -> tuple[int, ...]:
        """The lengths of the axes of the detector's image."""
        return tuple(int(n) for n in call("scan_shape", self._handle, self._entry, self._detector))

    @property
    def dtype(self) -> np.dtype[Any]:
        """The dtype of the detector's values."""
        return np.dtype(_convert.NUMPY[call("scan_dtype", self._handle, self._entry, self._detector)])

    @property
    def axes(self) -> tuple[Axis, ...]:
        """The axes of the detector's image."""
        return tuple(self._axis(i) for i in range(len(self.shape)))

    def _axis(self, i: int) -> Axis:
        of = (self._handle, self._entry, self._detector, i)
        name, unit, values = call("scan_axis_name", *of), call("scan_axis_unit", *of), call("scan_axis_values", *of)
        return Axis(name, unit, values, _ROLES[call("scan_axis_role", *of)], int(call("scan_axis_direction", *of)))

    def quantity(self, quantity: str | int) -> npt.NDArray[np.float64] | None:
        """A well-known quantity of each frame: "energy" (eV), "dwell" (s), "polarization", "helicity", "ring-current" (mA), "sample-x"
        (µm), ...; None where the file does not say."""
        number = _convert.enumeration(quantity, QUANTITIES, "quantity")
        try:
            values: npt.NDArray[np.float64] = call("scan_quantity", self._handle, self._entry, self._detector, number)
        except KeyNotFoundError:
            return None
        return values

    @property
    def energy(self) -> npt.NDArray[np.float64] | None:
        """The energy of each frame in eV."""
        return self.quantity("energy")

    @property
    def dwell(self) -> npt.NDArray[np.float64] | None:
        """The dwell of each frame in seconds."""
        return self.quantity("dwell")

    @property
    def polarization(self) -> npt.NDArray[np.float64] | None:
        """The polarization of each frame, in the facility's own numbers."""
        return self.quantity("polarization")

    def __len__(self) -> int:
        """The number of frames."""
        return int(call("scan_frame_count", self._handle, self._entry, self._detector))

    def image(self, entry: str | None = None, detector: str | None = None, frame: int | None = None) -> Image:
        """The detector's image: all of it, or one frame with its own energy, positions and map. Only what is wanted is read."""
        at = self if entry is None and detector is None else self.at(entry, detector)
        made: Image
        if frame is None:
            made = call("scan_image", at._handle, at._entry, at._detector)
        else:
            number = _convert.integer(frame, 64, "frame")
            made = call("scan_frame", at._handle, at._entry, at._detector, number + len(at) if number < 0 else number)
        return made

    def __iter__(self) -> Iterator[Image]:
        """Frame by frame: only one is in memory."""
        return (self.image(frame=i) for i in range(len(self)))

    def spectrum(self, region: Any = None, box: _convert.Box | None = None) -> Table:
        """The mean of a region in each frame with its standard error: the region is an image or array that is not 0 in its pixels, or
        a box (xmin, xmax, ymin, ymax); None: the whole."""
        made: Table = call(
            "scan_spectrum", self._handle, self._entry, self._detector, _convert.box(box, "box"), image_argument(region)
        )
        return made

    def points(self, frame: int = 0) -> Table:
        """The points of a frame in the order in which they were measured: pixel, value, measured and nominal position, ring current."""
        made: Table = call("scan_points", self._handle, self._entry, self._detector, _convert.integer(frame, 64, "frame"))
        return made

    @property
    def completeness(self) -> float:
        """The part of the detector's values that were written, as far as the file's storage tells; NaN where it does not."""
        return float(call("scan_completeness", self._handle, self._entry, self._detector))

    def refresh(self) -> tuple[Scan, range]:
        """The scan as its file is now, which another program may be writing, and the frames of the detector that are new or may have
        changed. This scan stays as it is. The range is empty where the file has not changed."""
        first, n, made = call("scan_refresh", self._handle, self._entry, self._detector)
        made._choose(self._entry, self._detector)
        return made, range(first, first + n)

    def __repr__(self) -> str:
        size = " x ".join(map(str, self.shape))
        return f"<stoner.Scan: {self.kind}, {self.entry}, {self.detector}, {size}, {os.path.basename(self.filename)}>"


CLASSES["stoner_scan"] = Scan._wrap
