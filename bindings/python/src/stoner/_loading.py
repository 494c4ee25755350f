"""Finds the shared library and loads it."""

from __future__ import annotations

import os
import pathlib
import sys
import threading

from . import _library

_NAMES = {"linux": "libstoner.so", "darwin": "libstoner.dylib", "win32": "stoner.dll"}
_HERE = pathlib.Path(__file__).resolve().parent

_lock = threading.Lock()
_loaded: _library.Library | None = None


def library_path() -> str:
    """The shared library: what STONER_LIBRARY names, else the one inside this package."""
    named = os.environ.get("STONER_LIBRARY")
    if named:
        return named
    packed = _HERE / _NAMES.get(sys.platform, "libstoner.so")
    if not packed.exists():
        raise ImportError(
            f"{packed} is missing. Install the wheel, which carries it (`make wheel`), or name a shared library in the "
            "environment variable STONER_LIBRARY"
        )
    return str(packed)


def library() -> _library.Library:
    """The shared library, loaded at its first use."""
    global _loaded
    if _loaded is None:
        with _lock:
            if _loaded is None:
                _loaded = _library.Library(library_path())  # type: ignore[no-untyped-call]
    return _loaded
