"""The methods that a mapping of metadata has, for what has them in its `metadata`."""

from __future__ import annotations

from typing import Any


class Entries:
    """`im.keys()`, `im.get("energy.value")`, `im.update(note="sample 7")`: what they do to the metadata."""

    metadata: Any

    def keys(self) -> Any:
        """The keys of the metadata."""
        return self.metadata.keys()

    def values(self) -> Any:
        """The values of the metadata."""
        return self.metadata.values()

    def items(self) -> Any:
        """The keys and values of the metadata."""
        return self.metadata.items()

    def get(self, key: Any, default: Any = None) -> Any:
        """An entry of the metadata, or the default."""
        return self.metadata.get(key, default)

    def pop(self, key: Any, *default: Any) -> Any:
        """Removes an entry of the metadata and returns its value."""
        return self.metadata.pop(key, *default)

    def popitem(self) -> tuple[str, Any]:
        """Removes and returns the first entry of the metadata."""
        found: tuple[str, Any] = self.metadata.popitem()
        return found

    def setdefault(self, key: str, default: Any = None) -> Any:
        """An entry of the metadata; sets it first where it is not there."""
        return self.metadata.setdefault(key, default)

    def update(self, other: Any = (), /, **more: Any) -> None:
        """Sets entries of the metadata."""
        self.metadata.update(other.metadata if isinstance(other, Entries) else other, **more)
