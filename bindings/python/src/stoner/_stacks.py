"""Images put together as a stack."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ._runtime import call
from ._values import image_argument

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from ._image import Image


def stack(images: Iterable[Image | ArrayLike]) -> Image:
    """Puts images together as the frames of a stack, in their order; stacks among them give all their frames. Masks, planes that all
    have and the first one's metadata are kept, energies and dwells that differ become arrays. `Image.frame` takes one out again."""
    handles = [image_argument(each) for each in images]
    made: Image = call("image_stack", handles, len(handles))
    return made
