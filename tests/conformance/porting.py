"""Both classes for the tests of scripts that change their import line: the original's and ours, and what they have compared."""

import contextlib
import io
import warnings

import numpy as np
import stoner_c  # noqa: F401 (finds the Python package)

from stoner import PortingWarning, STXMImage


def original():
    """The original's class."""
    from Stoner.HDF5 import STXMImage

    return STXMImage


@contextlib.contextmanager
def noiseless():
    """Suppresses warnings and what the original prints."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        yield


def pixels(image):
    """The values of an image, of an array, or of a number, without the mask."""
    found = image.image if hasattr(image, "image") else image
    return np.asarray(np.ma.getdata(found)).view(np.ndarray)


def mask(image):
    found = image.image if hasattr(image, "image") else image
    return np.ma.getmaskarray(np.ma.asanyarray(found)).view(np.ndarray)


def told():
    """The differences that have been told, to be told again."""
    from stoner._original import differences

    differences._told.clear()
    return differences


__all__ = ["PortingWarning", "STXMImage", "mask", "noiseless", "original", "pixels", "told"]
