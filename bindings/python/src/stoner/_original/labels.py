"""File name, title and metadata of an `STXMImage`, which is a mapping of its metadata as in the original."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from .entries import Entries
from .held import Held
from .metadata import FoundMetadata


class Labels(Entries):
    """`im["energy.value"]`, `len(im)`, `for key in im`, `im.keys()`, `im.filename`, `im.title`."""

    _held: Held

    @property
    def metadata(self) -> FoundMetadata:
        """The metadata. Setting it replaces them."""
        return FoundMetadata(lambda: self._held.peek().metadata, lambda change: self._held.change(lambda image: change(image.metadata)))

    @metadata.setter
    def metadata(self, values: Any) -> None:
        entries = values.copy() if isinstance(values, FoundMetadata) else values
        self._held.change(lambda image: setattr(image, "metadata", entries))

    @property
    def filename(self) -> str:
        """The file that the image was loaded from or saved to."""
        return self._held.peek().filename or ""

    @filename.setter
    def filename(self, filename: Any) -> None:
        self._held.change(lambda image: setattr(image, "filename", filename))

    @property
    def title(self) -> str:
        """The title, else the name of the file with its folder."""
        image = self._held.peek()
        own = image.title
        return self.filename if own == os.path.basename(self.filename) else own

    @title.setter
    def title(self, title: str | None) -> None:
        self._held.change(lambda image: setattr(image, "title", title))

    @property
    def fmts(self) -> list[str]:
        """The formats that an image can be saved in."""
        return self._held.peek().fmts

    def __len__(self) -> int:
        return len(self.metadata)

    def __iter__(self) -> Iterator[str]:
        return iter(self.metadata)

    def __contains__(self, key: object) -> bool:
        return key in self.metadata

    def clear(self) -> None:
        """Removes all metadata."""
        self.metadata.clear()
