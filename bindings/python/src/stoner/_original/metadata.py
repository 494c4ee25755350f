"""Metadata as the original has them: a key that is not there is looked for as a regular expression in all keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from typing import Any

from .._metadata import Metadata

#: key{type}
_TYPED = re.compile(r"(?P<key>.*)\{(?P<type>[^{}]*)\}\Z", re.DOTALL)


class Text(str):
    """Text of an entry. The original has bytes where this package has text: `decode` gives the text as it is."""

    __slots__ = ()

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """The text."""
        return str(self)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, bytes):
            return self.encode() == other
        return str.__eq__(self, other) if isinstance(other, str) else NotImplemented

    __hash__ = str.__hash__


class FoundMetadata(MutableMapping[str, Any]):
    """The metadata of an image. `metadata["energy.value"]` finds "collection.energy.value"; where a text is found in several keys the
    result is a dict of them. `metadata["n{I32}"] = 5` sets an entry of that type."""

    def __init__(self, read: Callable[[], Metadata], change: Callable[[Callable[[Metadata], Any]], Any]) -> None:
        self._read, self._change = read, change

    def _matching(self, key: Any, metadata: Metadata) -> list[str]:
        if isinstance(key, str) and key in metadata:
            return [key]
        if not isinstance(key, (str, re.Pattern)):
            raise TypeError(f"a key is text or a regular expression, not {type(key).__name__}")
        try:
            pattern = re.compile(key)
        except re.error:
            pattern = re.compile(re.escape(str(key)))
        return [each for each in metadata if pattern.search(each)]

    def _found(self, key: Any, metadata: Metadata) -> list[str]:
        names = self._matching(key, metadata)
        if not names:
            text = key if isinstance(key, str) else key.pattern
            raise KeyError(f"{text!r} is no entry of the metadata, and no part of the name of one")
        return names

    def __getitem__(self, key: Any) -> Any:
        metadata = self._read()
        names = self._found(key, metadata)
        return _value(metadata[names[0]]) if len(names) == 1 else {name: _value(metadata[name]) for name in names}

    def __setitem__(self, key: str, value: Any) -> None:
        typed = _TYPED.match(key) if isinstance(key, str) else None
        if typed:
            self._change(lambda metadata: metadata.set_text(typed["key"], str(value), typed["type"]))
        else:
            self._change(lambda metadata: metadata.__setitem__(key, value))

    def __delitem__(self, key: Any) -> None:
        names = self._found(key, self._read())
        self._change(lambda metadata: _remove(metadata, names))

    def __contains__(self, key: object) -> bool:
        return isinstance(key, (str, re.Pattern)) and bool(self._matching(key, self._read()))

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def __repr__(self) -> str:
        return repr(self._read())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FoundMetadata):
            return self._read() == other._read()
        return self._read() == other

    __hash__ = None  # type: ignore[assignment]

    def items(self) -> Any:
        """The current pairs of key and value."""
        return {key: _value(value) for key, value in self._read().items()}.items()

    def values(self) -> Any:
        """The current values."""
        return {key: _value(value) for key, value in self._read().items()}.values()

    def update(self, other: Any = (), /, **more: Any) -> None:
        """Sets every entry of another mapping, or of pairs."""
        entries = other._read() if isinstance(other, FoundMetadata) else other
        self._change(lambda metadata: metadata.update(entries, **more))

    def setdefault(self, key: str, default: Any = None) -> Any:
        """The entry of exactly this name; sets it first where it is not there."""
        if not self.has_key(key):
            self[key] = default
        return _value(self._read()[key])

    def popitem(self) -> tuple[str, Any]:
        """Removes and returns the first entry."""
        for key in self:
            return key, self.pop(key)
        raise KeyError("there are no metadata")

    def clear(self) -> None:
        """Removes all entries."""
        self._change(lambda metadata: metadata.clear())

    def copy(self) -> Metadata:
        """Metadata of their own with the same entries."""
        return self._read().copy()

    @property
    def units(self) -> Any:
        """The units by their keys."""
        return self._read().copy().units

    def has_key(self, key: str) -> bool:
        """Whether there is an entry of exactly this name."""
        return key in self._read()

    def type(self, key: Any) -> str | list[str]:
        """The name of an entry's type, as files have it: "I32", "Double Float"."""
        metadata = self._read()
        names = self._found(key, metadata)
        return metadata.type_name(names[0]) if len(names) == 1 else [metadata.type_name(name) for name in names]

    @property
    def types(self) -> dict[str, str]:
        """The names of all types."""
        metadata = self._read()
        return {key: metadata.type_name(key) for key in metadata}

    def findtype(self, value: Any) -> str:
        """The name of the type that a value would have."""
        return Metadata({"value": value}).type_name("value")

    def export(self, key: str) -> str:
        """An entry as text: "n{I32}=5"."""
        return self._read().export(key)

    def export_all(self) -> list[str]:
        """All entries as text."""
        metadata = self._read()
        return [metadata.export(key) for key in metadata]

    def import_key(self, line: str) -> None:
        """Sets an entry from its text: "n{I32}=5"."""
        name, found, value = line.partition("=")
        typed = _TYPED.match(name)
        if not found or not typed:
            raise ValueError(f"{line!r} is not of the form key{{type}}=value")
        self._change(lambda metadata: metadata.set_text(typed["key"], value, typed["type"]))

    def import_all(self, lines: Iterable[str]) -> None:
        """Sets entries from their texts."""
        for line in lines:
            self.import_key(line)

    def filter(self, name: Any) -> None:
        """Keeps the entries whose name holds a text or matches a regular expression, or for which a function of the name is true."""
        keep = name if callable(name) else re.compile(name).search
        self._change(lambda metadata: _remove(metadata, [key for key in metadata if not keep(key)]))


def _remove(metadata: Metadata, keys: list[str]) -> None:
    for key in keys:
        del metadata[key]


def _value(value: Any) -> Any:
    return Text(value) if type(value) is str else value
