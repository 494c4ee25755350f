"""`STXMImage` of the Python package Stoner, over this package's `Image`: for scripts that change their import line and nothing else.

An `STXMImage` holds an `Image`, which is a value, and replaces it when a method works in place. `docs/porting.md` says what differs.
"""

from .differences import DIFFERENCES, PortingWarning
from .image import STXMImage

__all__ = ["DIFFERENCES", "PortingWarning", "STXMImage"]
