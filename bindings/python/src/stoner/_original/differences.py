"""What a script gets otherwise than from the original. Each is told by a warning when it first matters; `docs/porting.md` lists them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .._runtime import warn_as


class PortingWarning(UserWarning):
    """Something gives another result than with the Python package Stoner, on purpose."""


#: What is told, by the name under which docs/porting.md has it. A test compares the two, and finds the code that tells each.
DIFFERENCES: dict[str, str] = {
    "align": "the movement is found by the library's own methods, and what comes from outside of the image is masked, not filled; "
    "method='gauss_newton' is the most precise one",
    "argsort": "argsort and argpartition return the places and leave the image as it is; the original puts them in place of the pixels",
    "convert": "floats are rounded to the nearest integer and limited to the range of the dtype; signed integers are divided by "
    "their maximum",
    "copy": "copy() returns a second image; the original returns the image itself",
    "correct_drift": "the entries 'correct drift' and 'drift_shift' are the movement (x, y) that brings the image back; the original "
    "has the negative one",
    "crop": "a fraction as a border is taken of width and height, the original takes the width for both; measured positions are "
    "cropped with the pixels",
    "crop copy": "copy=True leaves the image as it is and returns another one; the original crops both",
    "draw": "what lies outside of the image is left out; the original draws it at the opposite side, or fails",
    "fft": "phase=None gives the complex transform, gaussian blurs, remove_dc takes the mean of the rest; the original ignores the "
    "first two and fills the third with the value of one pixel",
    "filled": "filled() returns another image without a mask and leaves this one as it is; the original removes its mask",
    "floor_divide": "im // number returns another image; the original changes im",
    "gridimage": "each row is brought from the positions of its own pixels (the original takes the rows of positions in reverse), "
    "and grid points in holes of the data are masked",
    "level_image": "a box is fitted in the coordinates of the image, poly is (vertical, horizontal), what is subtracted is in "
    "'poly_vert_subtract' and 'poly_horiz_subtract'",
    "list": "a list of numbers becomes an image; the original makes an empty one",
    "losses": "prec_loss and sign_loss return whether there is a loss; the original returns None",
    "mask": "masked pixels take no part, and the mask stays; the original uses the values under the mask and drops it",
    "outside": "pixels that come from outside of the image are masked, and those at the edge do not take the constant in",
    "profile_line": "column X has columns of the image and Y rows (the original has them the other way round), a whole row or column "
    "ends at the edge of the image, and integers are not rounded",
    "radial_profile": "there is a row for every ring, with the number 0 where it has no pixel, and one angle is a sector one pixel wide",
    "real": "real, imag, get_real, get_imag, getfield and view return another image; the original changes the image",
    "remove_outliers": "the percentiles are exact; the original reads them off a histogram of 1000 bins",
    "save_png": "the brightest pixel is white; in the original it is black",
    "sgolay2d": "'x' is the derivative along a row and 'y' along a column, 'both' returns two images; the original has x and y the "
    "other way round and fails on 'both'",
    "translate_limits": "the box is (xmin, xmax, ymin, ymax) as documented; the original's has rows and columns exchanged",
    "xmcd": "a pixel where the sum of both images is 0 is masked; in the original it is 0",
}

_told: set[str] = set()


def tell(name: str, where: Callable[[], Any] | None = None) -> None:
    """Warns of a difference, once in a process, and only where it matters: `where` is asked until then."""
    if name not in _told and (where is None or where()):
        warn_as(PortingWarning(f"{name}: {DIFFERENCES[name]}. See docs/porting.md"))
        _told.add(name)
