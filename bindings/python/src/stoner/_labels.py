"""Title, file name and metadata of an image."""

from __future__ import annotations

from collections.abc import KeysView, Mapping
from typing import Any

from . import _convert
from ._arrays import ImageBase
from ._convert import Path
from ._metadata import Metadata
from ._runtime import call


class Labels(ImageBase):
    """Title, file name, metadata."""

    @property
    def title(self) -> str:
        """The title that was set, else the file name without its folder. Set None to return to the file name."""
        return str(call("image_title", self._handle))

    @title.setter
    def title(self, title: str | None) -> None:
        call("image_set_title", self._handle, title)

    @property
    def filename(self) -> str | None:
        """The file that the image was loaded from, or the name that was set."""
        return call("image_filename", self._handle) or None

    @filename.setter
    def filename(self, filename: Path | None) -> None:
        call("image_set_filename", self._handle, _convert.path(filename))

    @property
    def metadata(self) -> Metadata:
        """The metadata. Changes of them change the image."""
        return Metadata._of(
            lambda: call("image_metadata", self._handle)._own, lambda own: call("image_set_metadata", self._handle, own)
        )

    @metadata.setter
    def metadata(self, values: Mapping[str, Any]) -> None:
        self.metadata.clear() if not isinstance(values, Metadata) else None
        if isinstance(values, Metadata):
            call("image_set_metadata", self._handle, values._handle)
        else:
            self.metadata.update(values)

    def keys(self) -> KeysView[str]:
        """The keys of the metadata."""
        return self.metadata.keys()

    def get(self, key: str, default: Any = None) -> Any:
        """A metadata entry, or `default` where there is none."""
        return self.metadata.get(key, default)
