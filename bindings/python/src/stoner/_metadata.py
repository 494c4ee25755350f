"""Typed values with units under keys."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any

import numpy as np

from ._generated.c import CONSTANTS

from ._nested import NestedDict, Root, nested_dict, nested_list
from ._objects import CLASSES
from ._runtime import call
from ._values import image_argument

_T = {name.removeprefix("STONER_TYPE_"): value for name, value in CONSTANTS.items() if name.startswith("STONER_TYPE_")}


class Metadata(MutableMapping[str, Any]):
    """A mutable mapping from keys to typed values, in order: None, bool, int, float, complex, str, bytes, datetime, numpy arrays,
    lists, tuples and (as dict) clusters. `units` maps keys to units.

    That of an image or a table is a view: what is set in it is set there, also within a list or a cluster:
    `metadata["steps"].append("crop")`. `metadata.copy()` does not change any more. Under the names of an image's planes ("actual_x") and of its grid ("sample_x") stand arrays that belong to the
    pixels.
    """

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        self._own = call_raw("metadata_new")
        self._read: Callable[[], Any] | None = None
        self._write: Callable[[Any], None] | None = None
        if values:
            self.update(values)

    @classmethod
    def _of(cls, read: Callable[[], Any] | None, write: Callable[[Any], None] | None, own: Any = None) -> Metadata:
        """Metadata of an owner: `read` gives a handle of what it has now, `write` sets it."""
        made = cls.__new__(cls)
        made._own, made._read, made._write = own, read, write
        return made

    @property
    def _handle(self) -> Any:
        return self._read() if self._read else self._own

    def _change(self, function: str, *arguments: Any) -> Any:
        handle = self._handle
        result = call(function, handle, *arguments)
        if self._write:
            self._write(handle)
        return result

    def __getitem__(self, key: str) -> Any:
        return self._value(self._handle, _key(key))

    def _value(self, handle: Any, key: str) -> Any:
        """A value; the changes of a list or a cluster are written."""
        kind = call("metadata_type", handle, key)
        if kind not in (_T["LIST"], _T["TUPLE"], _T["CLUSTER"]):
            return _get(handle, key)
        seen = [call("metadata_get_nested", handle, key)]

        def write(whole: Any) -> None:
            current = self._handle
            there = call("metadata_contains", current, key) and call("metadata_type", current, key) == kind
            if not there or call("metadata_get_nested", current, key) != seen[0]:
                raise RuntimeError(f"the entry {key!r} has changed since this {type(whole).__name__} was read; read it again")
            unit = call("metadata_unit", current, key)
            _set(current, key, whole)
            if unit:
                call("metadata_set_unit", current, key, unit)
            if self._write:
                self._write(current)
            seen[0] = call("metadata_get_nested", current, key)

        root = Root(write)
        root.whole = _get(handle, key, root)
        return root.whole

    def __setitem__(self, key: str, value: Any) -> None:
        handle = self._handle
        _set(handle, _key(key), value)
        if self._write:
            self._write(handle)

    def __delitem__(self, key: str) -> None:
        self._change("metadata_pop", _key(key))

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and bool(call("metadata_contains", self._handle, key))

    def __iter__(self) -> Iterator[str]:
        return iter(_keys(self._handle))

    def __len__(self) -> int:
        return int(call("metadata_count", self._handle))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Metadata):
            return bool(call("metadata_equal", self._handle, other._handle))
        if isinstance(other, Mapping):
            return self == Metadata(other)
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        handle = self._handle
        lines = []
        for key in _keys(handle):
            unit = call("metadata_unit", handle, key)
            text = call("metadata_get_text", handle, key)
            lines.append(f"  {key}: {text if len(text) <= 80 else text[:77] + '...'}{' ' + unit if unit else ''}")
        return "\n".join([f"<stoner.Metadata: {len(lines)} entries>", *lines])

    def items(self) -> Any:
        """The current pairs of key and value."""
        handle = self._handle
        return {key: self._value(handle, key) for key in _keys(handle)}.items()

    def values(self) -> Any:
        """The current values."""
        handle = self._handle
        return {key: self._value(handle, key) for key in _keys(handle)}.values()

    def update(self, other: Any = (), /, **more: Any) -> None:
        """Sets every entry of another mapping; metadata with their units. Existing keys keep their place."""
        handle = self._handle
        if isinstance(other, Metadata):
            call("metadata_update", handle, other._handle)
        else:
            for key, value in dict(other).items():
                _set(handle, _key(key), value)
        for key, value in more.items():
            _set(handle, key, value)
        if self._write:
            self._write(handle)

    def popitem(self) -> tuple[str, Any]:
        """Removes and returns the last entry."""
        last = self._change("metadata_popitem")
        key = call("metadata_key", last._handle, 0)
        return key, last[key]

    def clear(self) -> None:
        """Removes all entries; from an image its planes and map too."""
        self._change("metadata_clear")

    def copy(self) -> Metadata:
        """Metadata of their own with the same entries."""
        return Metadata._of(None, None, call_raw("metadata_clone", self._handle))

    __copy__ = copy

    def __deepcopy__(self, _: Any) -> Metadata:
        return self.copy()

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (dump(self._handle),)

    @property
    def units(self) -> Units:
        """The units: a mapping from keys to text, "" where there is none. Set None to remove a unit."""
        return Units(self)

    def type_name(self, key: str) -> str:
        """The name of a value's type as written in files: "Double Float", "I32", "1D Array (Double Float)"."""
        return str(call("metadata_type_name", self._handle, _key(key)))

    def text(self, key: str) -> str:
        """A value as text, in the form that files have."""
        return str(call("metadata_get_text", self._handle, _key(key)))

    def set_text(self, key: str, value: str, type_name: str | None = None) -> None:
        """Sets a value from its text, of the type that is named ("Double Float", ...) or that the text has."""
        self._change("metadata_set_text", _key(key), type_name, value)

    def export(self, key: str) -> str:
        """An entry as text with its key and type: "energy{Double Float}=708.5"."""
        return str(call("metadata_export", self._handle, _key(key)))


class Units(MutableMapping[str, str]):
    """The units of metadata by their keys."""

    def __init__(self, metadata: Metadata) -> None:
        self._metadata = metadata

    def __getitem__(self, key: str) -> str:
        return str(call("metadata_unit", self._metadata._handle, _key(key)))

    def __setitem__(self, key: str, unit: str | None) -> None:
        self._metadata._change("metadata_set_unit", _key(key), unit)

    def __delitem__(self, key: str) -> None:
        self._metadata._change("metadata_set_unit", _key(key), None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._metadata)

    def __len__(self) -> int:
        return len(self._metadata)

    def __repr__(self) -> str:
        return repr({key: unit for key, unit in self.items() if unit})


CLASSES["stoner_metadata"] = lambda handle: Metadata._of(None, None, handle)


def call_raw(name: str, *arguments: Any) -> Any:
    """A call whose result stays a handle of metadata."""
    made = call(name, *arguments)
    return made._own


def _key(key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a key is text, not {type(key).__name__}")
    return key


def _keys(handle: Any) -> list[str]:
    return [call("metadata_key", handle, index) for index in range(call("metadata_count", handle))]


def _get(handle: Any, key: str, root: Root | None = None) -> Any:
    kind = call("metadata_type", handle, key)
    if kind == _T["NONE"]:
        return None
    if kind == _T["BOOL"]:
        return bool(call("metadata_get_bool", handle, key))
    if kind == _T["I64"]:
        return call("metadata_get_i64", handle, key)
    if kind == _T["F64"]:
        return call("metadata_get_f64", handle, key)
    if kind == _T["COMPLEX"]:
        return complex(*call("metadata_get_complex", handle, key))
    if kind == _T["STRING"]:
        return call("metadata_get_string", handle, key)
    if kind == _T["BYTES"]:
        return call("metadata_get_bytes", handle, key).tobytes()
    if kind == _T["TIMESTAMP"]:
        return _datetime(call("metadata_get_string", handle, key))
    if kind == _T["ARRAY"]:
        image = call("metadata_get_array", handle, key)
        return image.masked_array() if image.mask.any() else image.data
    nested = call("metadata_get_nested", handle, key)
    values = {inner: _get(nested._own, inner, root) for inner in _keys(nested._own)}
    if kind == _T["CLUSTER"]:
        return nested_dict(values, {inner: call("metadata_unit", nested._own, inner) for inner in values}, root)
    return tuple(values.values()) if kind == _T["TUPLE"] else nested_list(values.values(), root)


def _set(handle: Any, key: str, value: Any) -> None:
    if isinstance(value, np.generic):
        value = value.item()
    if value is None:
        call("metadata_set_none", handle, key)
    elif isinstance(value, bool):
        call("metadata_set_bool", handle, key, int(value))
    elif isinstance(value, int):
        if not -(2**63) <= value < 2**63:
            raise OverflowError(f"{key!r}: {value} is not an integer of 64 bits")
        call("metadata_set_i64", handle, key, value)
    elif isinstance(value, float):
        call("metadata_set_f64", handle, key, value)
    elif isinstance(value, complex):
        call("metadata_set_complex", handle, key, value.real, value.imag)
    elif isinstance(value, _Timestamp):
        call("metadata_set_timestamp", handle, key, str(value))
    elif isinstance(value, str):
        call("metadata_set_string", handle, key, value)
    elif isinstance(value, (bytes, bytearray)):
        array = np.frombuffer(value, np.uint8)
        call("metadata_set_bytes", handle, key, array, array.size)
    elif isinstance(value, datetime.datetime):
        call("metadata_set_timestamp", handle, key, value.isoformat())
    elif isinstance(value, Mapping):
        cluster = value if isinstance(value, Metadata) else Metadata(value)
        for inner, unit in value.units.items() if isinstance(value, NestedDict) else ():
            if inner in value:
                cluster.units[inner] = unit
        call("metadata_set_cluster", handle, key, cluster._handle)
    elif isinstance(value, (list, tuple)):
        nested = Metadata({str(index): each for index, each in enumerate(value)})
        call("metadata_set_list" if isinstance(value, list) else "metadata_set_tuple", handle, key, nested._handle)
    elif hasattr(value, "__array__"):
        call("metadata_set_array", handle, key, image_argument(value))
    else:
        raise TypeError(f"{key!r}: metadata cannot hold a {type(value).__name__}")


class _Timestamp(str):
    """A date and time that Python's class cannot hold."""


def _datetime(text: str) -> datetime.datetime | str:
    """The date and time that ISO 8601 text says; the text if Python's class cannot hold it."""
    try:
        return datetime.datetime.fromisoformat(text[:-1] + "+00:00" if text.endswith("Z") else text)
    except ValueError:
        return _Timestamp(text)


def dump(handle: Any, without: frozenset[str] = frozenset()) -> list[tuple[str, Any, str]]:
    """(key, value, unit) of each entry but some; a cluster as metadata, which keep the units inside."""
    made = []
    for key in _keys(handle):
        if key not in without:
            if call("metadata_type", handle, key) == _T["CLUSTER"]:
                value = call("metadata_get_nested", handle, key)
            else:
                value = _get(handle, key)
            made.append((key, value, call("metadata_unit", handle, key)))
    return made


def restore(handle: Any, entries: list[tuple[str, Any, str]]) -> None:
    """Sets the entries that `dump` returned."""
    for key, value, unit in entries:
        _set(handle, key, value)
        if unit:
            call("metadata_set_unit", handle, key, unit)


def _rebuild(entries: list[tuple[str, Any, str]]) -> Metadata:
    made = Metadata()
    restore(made._own, entries)
    return made


