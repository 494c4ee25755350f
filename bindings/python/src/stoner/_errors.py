"""The exceptions: one class for each status of the C library, all subclasses of `Error`, and of the built-in exception that a Python
program would expect."""

from __future__ import annotations

import errno
import re
from typing import TYPE_CHECKING, Any

import numpy as np

from ._generated.c import CONSTANTS, ENUMERATIONS

if TYPE_CHECKING:
    from numpy.exceptions import AxisError as _NumpyAxisError
else:
    # Its place before numpy 1.25 was another one.
    _NumpyAxisError = getattr(np, "exceptions", np).AxisError

#: How the library says that there is no such axis.
_AXIS = re.compile(r"`ax[ei]s\w*` is (-?\d+);.* rank (\d+)")
STATUS_NAMES = {v: k.removeprefix("STONER_ERR_") for k, v in CONSTANTS.items() if k.startswith("STONER_ERR_")}


class Error(Exception):
    """A call of the library that failed: `status` is the C constant's number, `name` its name without STONER_ERR_,
    `message` the library's message."""

    def __init__(self, status: int, message: str) -> None:
        self.status, self.message = status, message
        self.name = STATUS_NAMES.get(status, str(status))
        super().__init__(f"{self.name}: {message}")

    def __str__(self) -> str:
        return f"{self.name}: {self.message}"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.status, self.message)


class InvalidArgumentError(Error, ValueError):
    """An argument has a value that the function does not take."""


class InvalidHandleError(Error):
    """A handle was freed or belongs to another type."""


class NullPointerError(Error, TypeError):
    """A required argument was not given."""


class InvalidUtf8Error(Error, ValueError):
    """Text is not valid UTF-8."""


class BufferTooSmallError(Error, ValueError):
    """A buffer is too small."""


class NoMemoryError(Error, MemoryError):
    """Memory could not be had, or a size overflows."""


class CancelledError(Error):
    """The call was cancelled through its context."""


class NotInteractiveError(Error, RuntimeError):
    """The function asks the user, and the context has no function for that."""


class UnsupportedError(Error, NotImplementedError):
    """The request makes sense, but is not supported."""


class InternalError(Error, RuntimeError):
    """A defect of the library."""


class OutOfRangeError(Error, IndexError):
    """An index, a box or an axis lies outside what there is."""


class AxisError(OutOfRangeError, _NumpyAxisError):
    """An array has no such axis. It is numpy's AxisError too, with `axis` and `ndim`."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(status, message)
        found = _AXIS.match(message)
        self.axis: int | None = int(found[1]) if found else None
        self.ndim: int | None = int(found[2]) if found else None


class ShapeError(Error, ValueError):
    """Shapes or ranks do not fit."""


class DtypeError(Error, TypeError):
    """The dtype is not one that the function takes."""


class NoResultError(Error, ValueError):
    """The data do not determine a result: a constant image to normalise, everything masked."""


class KeyNotFoundError(Error, KeyError):
    """There is no metadata entry or column under that name."""


class MetadataTypeError(Error, TypeError):
    """The metadata entry has another type."""


class _SystemError(Error, OSError):
    def __init__(self, status: int, message: str) -> None:
        super().__init__(status, message)
        self.strerror = message


class FileMissingError(_SystemError, FileNotFoundError):
    """There is no such file."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(status, message)
        self.errno = errno.ENOENT


class InputOutputError(_SystemError):
    """Reading or writing failed in the operating system."""


class FormatError(Error, ValueError):
    """The file is not of a format that can be read."""


class CorruptError(Error, ValueError):
    """The file is damaged or incomplete."""


class BeingWrittenError(_SystemError):
    """Another program is writing the file."""


class ChangedError(Error):
    """A file is not the one any more that was opened."""


class PolarizationError(Error, ValueError):
    """Two images have polarizations that cannot be combined."""


#: The class for each C constant, without STONER_ERR_.
CLASSES: dict[str, type[Error]] = {
    "INVALID_ARGUMENT": InvalidArgumentError,
    "INVALID_HANDLE": InvalidHandleError,
    "NULL_POINTER": NullPointerError,
    "INVALID_UTF8": InvalidUtf8Error,
    "BUFFER_TOO_SMALL": BufferTooSmallError,
    "NO_MEMORY": NoMemoryError,
    "CANCELLED": CancelledError,
    "NOT_INTERACTIVE": NotInteractiveError,
    "UNSUPPORTED": UnsupportedError,
    "INTERNAL": InternalError,
    "OUT_OF_RANGE": OutOfRangeError,
    "SHAPE": ShapeError,
    "DTYPE": DtypeError,
    "NO_RESULT": NoResultError,
    "KEY_NOT_FOUND": KeyNotFoundError,
    "METADATA_TYPE": MetadataTypeError,
    "FILE_NOT_FOUND": FileMissingError,
    "IO": InputOutputError,
    "FORMAT": FormatError,
    "CORRUPT": CorruptError,
    "BEING_WRITTEN": BeingWrittenError,
    "CHANGED": ChangedError,
    "POLARIZATION": PolarizationError,
}


def error(status: int, message: str) -> Error:
    """The exception for a status."""
    made = CLASSES.get(STATUS_NAMES.get(status, ""), Error)
    return (AxisError if made is OutOfRangeError and _AXIS.match(message) else made)(status, own_words(message))


#: {C constant: the word for it}
_WORDS = {
    f"STONER_{re.sub('(?<=[a-z])(?=[A-Z])', '_', family)}_{word}".upper().replace("-", "_"): word
    for family, words in ENUMERATIONS.items()
    for word in words
}


def own_words(message: str) -> str:
    """The library's message with Python's names: "constant" for STONER_MODE_CONSTANT (1), Image.rotate for stoner_image_rotate."""
    message = re.sub(r"\b(STONER_[A-Z0-9_]*[A-Z0-9])( \(-?\d+\))?", lambda m: f'"{_WORDS[m[1]]}"' if m[1] in _WORDS else m[0], message)
    message = message.replace("stoner_scan_open", "stoner.Scan")
    return re.sub(r"\bstoner_(image|table|metadata|scan)_(\w+)", lambda m: f"{m[1].capitalize()}.{m[2]}", message)


class StonerWarning(UserWarning):
    """A call succeeded, but something deserves attention: lost precision, clipped pixels, planes that were dropped.

    `code` says what it is about, one of the STONER_WARNING_ constants; `kind` is its name, "precision", "clipped", ...
    """

    def __init__(self, message: str = "", code: int = 0) -> None:
        super().__init__(message)
        self.code = code

    @property
    def kind(self) -> str:
        return next((name for name, code in ENUMERATIONS["Warning"].items() if code == self.code), "other")
