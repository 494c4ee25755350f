"""Calls the C library for the classes of this package: uses the current context, turns warnings of the library into Python's,
and handles into objects."""

from __future__ import annotations

import ctypes
import pathlib
import sys
import warnings
from typing import Any

from . import _library
from ._generated.c import CONSTANTS
from ._current import current
from ._errors import Error, StonerWarning, own_words
from ._loading import library
from ._objects import wrap

# As the code of this package names its files: not resolved.
_HERE = pathlib.Path(__file__).parent
_POSITIONS_DROPPED = CONSTANTS["STONER_WARNING_POSITIONS_DROPPED"]


def call(name: str, *arguments: Any, **named: Any) -> Any:
    """Calls a C function by its name without `stoner_`. New handles come back as objects of `CLASSES`."""
    context = current()
    if context is None:
        return _call(name, None, arguments, named)
    with context._guarding():
        return _call(name, context._handle, arguments, named)


def _call(name: str, ctx: Any, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
    result = None
    try:
        result = getattr(library(), name)(*arguments, ctx=ctx, **named)
    finally:
        emit_warnings(ctx, result)
    return wrap(result)


def emit_warnings(ctx: Any, result: Any) -> None:
    """Passes the context's warnings on to Python's `warnings`. A single number that lost its planes causes none."""
    lib = library()
    count = ctypes.c_int64()
    # Straight to the library: this is asked after every call.
    lib.functions.stoner_context_warning_count(None if ctx is None else ctypes.c_void_p(ctx.value), ctypes.byref(count), None)
    if not count.value:
        return
    kept, dropped = lib.context_warning_count(ctx=ctx)
    found = []
    for index in range(kept):
        try:
            found.append(StonerWarning(own_words(lib.context_warning(index, ctx=ctx)), lib.context_warning_code(index, ctx=ctx)))
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


def warn_as(warning: Warning) -> None:
    """A warning of any class, at the first line outside of this package."""
    warnings.warn(warning, stacklevel=_caller())


def _caller() -> int:
    """The `stacklevel` for `warn` in the function that calls this one which names the first line outside of this package."""
    level, frame = 1, sys._getframe(1)
    while frame.f_back is not None and _HERE in pathlib.Path(frame.f_code.co_filename).parents:
        level, frame = level + 1, frame.f_back
    return level
