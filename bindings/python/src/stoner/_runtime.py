"""Calls the C library for the classes of this package: finds the shared library, uses the current context, turns
warnings of the library into Python's, and handles into objects."""

from __future__ import annotations

import contextlib
import ctypes
import os
import pathlib
import sys
import threading
import warnings
from typing import Any, Callable

from . import _library
from ._c import CONSTANTS
from ._errors import Error, StonerWarning

_NAMES = {"linux": "libstoner.so", "darwin": "libstoner.dylib", "win32": "stoner.dll"}
_HERE = pathlib.Path(__file__).resolve().parent

_lock = threading.Lock()
_loaded: _library.Library | None = None

#: The class of objects for each kind of handle; the modules that define them put them here.
CLASSES: dict[str, Callable[[_library.Handle], Any]] = {}

_POSITIONS_DROPPED = CONSTANTS["STONER_WARNING_POSITIONS_DROPPED"]


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


def call(name: str, *arguments: Any, **named: Any) -> Any:
    """Calls a C function by its name without `stoner_`. New handles come back as objects of `CLASSES`."""
    from ._context import current

    context = current()
    ctx = None if context is None else context._handle
    bound = getattr(library(), name)
    result = None
    with contextlib.nullcontext() if context is None else context._guarding():
        try:
            result = bound(*arguments, ctx=ctx, **named)
        finally:
            emit_warnings(ctx, result)
    return wrap(result)


def wrap(result: Any) -> Any:
    """The result of a call with handles as objects. Of several results those that were not made (an optional image) are left
    out."""
    if isinstance(result, _library.Handle):
        return CLASSES[str(result.kind)](result)
    if isinstance(result, tuple):
        found = tuple(wrap(each) for each in result if each is not None)
        return found[0] if len(found) == 1 else found
    return result


def emit_warnings(ctx: Any, result: Any) -> None:
    """Passes the context's warnings on to Python's `warnings`. A single number that lost its planes causes none."""
    lib = library()
    count = ctypes.c_int64()
    # Straight to the library: this is asked after every call.
    lib.functions.stoner_context_warning_count(ctypes.c_void_p(None if ctx is None else ctx.value), ctypes.byref(count), None)
    if not count.value:
        return
    kept, dropped = lib.context_warning_count(ctx=ctx)
    found = []
    for index in range(kept):
        try:
            found.append(StonerWarning(lib.context_warning(index, ctx=ctx), lib.context_warning_code(index, ctx=ctx)))
        except Error:  # another thread that shares the context took it
            break
    if dropped:
        found.append(StonerWarning(f"{dropped} more warnings"))
    lib.context_clear_warnings(ctx=ctx)
    if isinstance(result, _library.Handle) and result.kind == "stoner_image" and lib.image_ndim(result) == 0:
        found = [each for each in found if each.code != _POSITIONS_DROPPED]
    level = _caller()
    for each in found:
        warnings.warn(each, stacklevel=level)


def warn(message: str, code: int) -> None:
    """A warning of this package's own, of one of the library's kinds."""
    warnings.warn(StonerWarning(message, code), stacklevel=_caller())


def _caller() -> int:
    """The `stacklevel` for `warn` in the function that calls this one which names the first line outside of this package."""
    level, frame = 1, sys._getframe(1)
    while frame.f_back is not None and pathlib.Path(frame.f_code.co_filename).parent == _HERE:
        level, frame = level + 1, frame.f_back
    return level
