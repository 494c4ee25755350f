"""Lists and clusters of metadata, as Python's lists and dicts: a change of one is written into the metadata that it came from."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any


class Root:
    """The entry that a list or cluster belongs to: what writes it, and the whole of it."""

    def __init__(self, write: Callable[[Any], None]) -> None:
        self._write = write
        self.whole: Any = None

    def store(self) -> None:
        """Writes the whole entry."""
        self._write(self.whole)


class NestedList(list[Any]):
    """A list in metadata."""

    root: Root | None = None

    def __reduce__(self) -> Any:
        return list, (list(self),)


class NestedDict(dict[str, Any]):
    """A cluster in metadata, with the units of its entries."""

    root: Root | None = None
    units: Mapping[str, str] = {}

    def __reduce__(self) -> Any:
        return dict, (dict(self),)


def _writing(owner: type, plain: Any, name: str) -> None:
    method = getattr(owner, name)

    @functools.wraps(method)
    def change(self: Any, *arguments: Any, **named: Any) -> Any:
        before = list(self) if isinstance(self, list) else dict(self)
        result = method(self, *arguments, **named)
        if self.root is not None:
            try:
                self.root.store()
            except BaseException:
                # What the metadata cannot hold is not in the list either.
                plain.clear(self)
                plain.__init__(self, before)
                raise
        return result

    setattr(owner, name, change)


for _name in "__setitem__ __delitem__ __iadd__ __imul__ append clear extend insert pop remove reverse sort".split():
    _writing(NestedList, list, _name)
for _name in "__setitem__ __delitem__ __ior__ clear pop popitem setdefault update".split():
    _writing(NestedDict, dict, _name)


def nested_list(values: Iterable[Any], root: Root | None) -> NestedList:
    """A list of metadata whose changes a root writes."""
    made = NestedList(values)
    made.root = root
    return made


def nested_dict(values: Mapping[str, Any], units: Mapping[str, str], root: Root | None) -> NestedDict:
    """A cluster of metadata whose changes a root writes."""
    made = NestedDict(values)
    made.units, made.root = {key: unit for key, unit in units.items() if unit}, root
    return made
