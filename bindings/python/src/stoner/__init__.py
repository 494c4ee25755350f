"""X-ray microscopy images: load a scan of a scanning transmission X-ray microscope with all its metadata, use it as a masked array,
process it, save it.

    import stoner

    plus, minus = stoner.load("plus.hdf5"), stoner.load("minus.hdf5")
    xmcd = plus.XMCD(minus)
    print(xmcd.mean(), xmcd.metadata["collection.energy.value"])
    xmcd.save("xmcd.png")

Other Python threads run during a call. Whatever deserves attention is a `StonerWarning`, a failure an exception below
`Error`. `Context` has the number of threads, progress and cancelling.
"""

from __future__ import annotations

from typing import NamedTuple

from ._generated.c import CONSTANTS as _CONSTANTS
from ._context import Context
from ._convert import enumeration as _enumeration
from ._convert import family as _family
from ._errors import (
    AxisError,
    BeingWrittenError,
    BufferTooSmallError,
    CancelledError,
    ChangedError,
    CorruptError,
    DtypeError,
    Error,
    FileMissingError,
    FormatError,
    InputOutputError,
    InternalError,
    InvalidArgumentError,
    InvalidHandleError,
    InvalidUtf8Error,
    KeyNotFoundError,
    MetadataTypeError,
    NoMemoryError,
    NoResultError,
    NotInteractiveError,
    NullPointerError,
    OutOfRangeError,
    PolarizationError,
    ShapeError,
    StonerWarning,
    UnsupportedError,
)
from ._image import Image, get_filedialog, load, load_stxm
from ._live import Live, LiveState
from ._loading import library as _library
from ._metadata import Metadata
from ._operations import interface, version_report
from ._pictures import auto_fit_fontsize, cmap_colours, cmaps
from ._planes import Map, Planes
from ._frames import FrameAxis
from ._original import PortingWarning, STXMImage
from ._runtime import call as _call
from ._scan import Axis, Scan
from ._stacks import stack
from ._table import Table, load_table

__all__ = [
    "Axis",
    "AxisError",
    "BeingWrittenError",
    "BufferTooSmallError",
    "CancelledError",
    "ChangedError",
    "Context",
    "CorruptError",
    "DtypeError",
    "Error",
    "FileMissingError",
    "FormatError",
    "FrameAxis",
    "Image",
    "InputOutputError",
    "InternalError",
    "InvalidArgumentError",
    "InvalidHandleError",
    "InvalidUtf8Error",
    "KeyNotFoundError",
    "Live",
    "LiveState",
    "Loader",
    "Map",
    "Metadata",
    "MetadataTypeError",
    "NoMemoryError",
    "NoResultError",
    "NotInteractiveError",
    "NullPointerError",
    "OutOfRangeError",
    "Planes",
    "PolarizationError",
    "PortingWarning",
    "STXMImage",
    "Scan",
    "ShapeError",
    "StonerWarning",
    "Table",
    "UnsupportedError",
    "auto_fit_fontsize",
    "cmap_colours",
    "cmaps",
    "get_filedialog",
    "instruction_set",
    "interface",
    "library_version",
    "live_handles",
    "load",
    "load_stxm",
    "load_table",
    "loaders",
    "set_instruction_set",
    "set_kept_memory",
    "stack",
    "version_report",
]

__version__ = ".".join(str(_CONSTANTS[f"STONER_VERSION_{part}"]) for part in ("MAJOR", "MINOR", "PATCH"))


_INSTRUCTION_SETS = _family("InstructionSet")


class Loader(NamedTuple):
    """A loader: its name, which `load` takes as `filetype`, and the files that it reads."""

    name: str
    priority: int
    mime_type: str
    patterns: list[str]


def loaders() -> list[Loader]:
    """The loaders, in the order in which `load` tries them."""
    return [
        Loader(
            _call("loader_name", index),
            _call("loader_priority", index),
            _call("loader_mime_type", index),
            _call("loader_patterns", index).split(),
        )
        for index in range(_call("loader_count"))
    ]


def library_version() -> str:
    """The version of the shared library in use."""
    return str(_library().version())


def live_handles() -> int:
    """The number of images, tables, metadata and contexts that this process has in the library."""
    return int(_library().live_handles())


def instruction_set() -> str:
    """The instruction set that the library's own kernels use in this process: "baseline", "avx2" or "avx512"."""
    in_use, _ = _call("instruction_set")
    return next(name for name, number in _INSTRUCTION_SETS.items() if number == in_use)


def set_instruction_set(instruction_set: str | int | None = None) -> None:
    """Limits the library's own kernels to an instruction set, in the whole process: "baseline", "avx2" or "avx512"; "best" or None
    is the best that the processor has. For tests and reports of faults. The environment variable STONER_INSTRUCTION_SET does the
    same from the start."""
    _call("set_instruction_set", _enumeration(instruction_set, _INSTRUCTION_SETS, "instruction_set"))


def set_kept_memory(limit: int = 0) -> None:
    """Sets how many bytes of freed images the library keeps for new ones of the same size, in the whole process; 0: as many as from the start, 1: none. All of it
    goes back to the system when the last image is freed."""
    _call("set_kept_memory", limit)
