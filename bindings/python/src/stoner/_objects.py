"""Handles as objects of this package's classes."""

from __future__ import annotations

from typing import Any, Callable

from . import _library

#: The class of objects for each kind of handle; the modules that define them put them here.
CLASSES: dict[str, Callable[[_library.Handle], Any]] = {}


def wrap(result: Any) -> Any:
    """The result of a call with handles as objects. Of several results those that were not made (an optional image) are left
    out."""
    if isinstance(result, _library.Handle):
        return CLASSES[str(result.kind)](result)
    if isinstance(result, tuple):
        found = tuple(wrap(each) for each in result if each is not None)
        return found[0] if len(found) == 1 else found
    return result
