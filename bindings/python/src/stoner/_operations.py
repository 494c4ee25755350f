"""Operations called by name, and lists of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Union

from ._metadata import Metadata
from ._runtime import call

if TYPE_CHECKING:
    from ._image import Image

#: A name, or a name with options.
Step = Union[str, tuple[str, Mapping[str, Any]], Mapping[str, Any]]


def interface() -> dict[str, Any]:
    """The description of the C interface: every function with its parameters, their types, units, defaults and ranges."""
    described: dict[str, Any] = json.loads(call("interface"))
    return described


def version_report() -> str:
    """What the library is, for a report of a fault: version, features, compiler, processor, HDF5 reader; then the licences of what is linked in."""
    return str(call("version_report"))


def _step(step: Step) -> Mapping[str, Any]:
    if isinstance(step, str):
        return {"operation": step}
    if isinstance(step, Mapping):
        return step
    operation, options = step
    return {"operation": operation, "options": options}


class ImageOperations:
    """What is called by name."""

    _handle: Any

    def apply(self, operation: str, /, **options: Any) -> Image:
        """Calls an operation by its name: `im.apply("rotate", angle=0.1)` is `im.rotate(0.1)`.

        Every option of the C function has its name there or the original's; what is not given has its default. An operation
        that changes its image changes a copy.
        """
        made: Image = call("image_apply", self._handle, operation, Metadata(options)._handle if options else None)
        return made

    def apply_all(self, steps: str | Iterable[Step]) -> Image:
        """Calls operations, each with the result of the one before.

        Parameters
        ----------
        steps : a list of names, of (name, options), or of {"operation": name, "options": options}; or such a list in JSON
            What was done is then the metadata entry "provenance", in JSON: given as `steps` it makes the same image again.
        """
        text = steps if isinstance(steps, str) else json.dumps([_step(step) for step in steps])
        made: Image = call("image_apply_all", self._handle, text)
        return made
