"""The examples in the documentation of numpy's methods, which is the original's too, run with `STXMImage` in place of masked arrays.

An array of rank 2 that an example makes is an `STXMImage`, one of another rank an `ImageArray`. numpy runs beside it, and each value that an
example shows must be the same.
"""

import doctest
import sys
import types

import numpy as np
import pytest
from porting import STXMImage, mask, noiseless, pixels

from stoner._original.array import ImageArray


def _ours(array):
    if not isinstance(array, np.ndarray) or array.dtype.kind not in "biufc":
        return array
    if array.ndim == 2:
        return STXMImage(array)
    fill = {"fill_value": array.fill_value} if getattr(array, "_fill_value", None) is not None else {}
    return ImageArray(np.ma.getdata(array), np.ma.getmask(array), **fill)


def _making(function):
    return lambda *arguments, **keywords: _ours(function(*[_theirs(each) for each in arguments], **keywords))


def _theirs(value):
    return value.image if isinstance(value, STXMImage) else value


class Proxy(types.ModuleType):
    """numpy whose functions that make arrays make images."""

    def __init__(self, module, making, **more):
        super().__init__(module.__name__)
        self.__dict__.update({name: _making(getattr(module, name)) for name in making}, **more)
        self._module = module

    def __getattr__(self, name):
        return getattr(self.__dict__["_module"], name)


OURS = Proxy(np, ("array", "arange", "zeros", "ones", "eye"), ma=Proxy(np.ma, ("array", "masked_array", "arange")))
METHODS = [name for name in dir(np.ma.MaskedArray) if not name.startswith("_") and hasattr(STXMImage, name)]
EXAMPLES = {name: found for name in METHODS if (found := doctest.DocTestParser().get_examples(getattr(np.ma.MaskedArray, name).__doc__ or ""))}

_PLACE, _IN_PLACE = "an array has another place in memory", "the image is transposed in place, as in the original"
#: What an example shows otherwise: {(method, source): why}
DIFFERENT = {
    ("base", "x.base is None"): "an array of an image is numpy's masked array, which shows another one",
    ("base", "y.base is x"): "so it does",
    ("ctypes", "x.ctypes.data"): _PLACE,
    ("data", "x.data"): "an image holds no matrix of numpy's",
    ("ids", "x.ids()"): _PLACE,
    ("shrink_mask", "x.mask"): "an image shows its mask in full",
    ("transpose", "a.transpose((1, 0))"): _IN_PLACE,
    ("var", "np.var(a)"): "in double, as in numpy.ma",
}


def shown(source, names):
    """What the interpreter would show for a statement, or the error."""
    found = []
    hook, sys.displayhook = sys.displayhook, found.append
    try:
        with noiseless(), np.errstate(all="ignore"):
            exec(compile(source, "example", "single"), names)  # noqa: S102
    except Exception as error:
        return error
    finally:
        sys.displayhook = hook
    return found[0] if found else None


def equal(theirs, ours):
    if isinstance(theirs, Exception) or isinstance(ours, Exception):
        return isinstance(theirs, Exception) and isinstance(ours, Exception)
    if isinstance(theirs, np.ndarray):
        found = ours.image if isinstance(ours, STXMImage) else ours
        if np.shape(found) != theirs.shape or theirs.dtype != np.asarray(np.ma.getdata(found)).dtype:
            return False
        if theirs.dtype.kind not in "biufc":
            return theirs.tolist() == found.tolist()
        hidden = np.ma.getmaskarray(theirs)
        return np.array_equal(hidden, mask(found)) and np.allclose(np.ma.getdata(theirs)[~hidden], pixels(found)[~hidden], equal_nan=True)
    if isinstance(theirs, tuple) and not isinstance(ours, STXMImage):
        return len(theirs) == len(ours) and all(map(equal, theirs, ours))
    if theirs is None or theirs is np.ma.masked:
        return ours is theirs
    if isinstance(theirs, (float, complex, np.inexact)):
        # The sums are of another order.
        return type(theirs) is type(ours) and bool(np.isclose(ours, theirs, rtol=1e-12, atol=0, equal_nan=True))
    return type(theirs) is type(ours) and (theirs == ours or theirs != theirs) if isinstance(theirs, (np.generic, int, float, complex, str, bytes, list, bool)) else True


def snapshot(value):
    return value.copy() if type(value) in (np.ndarray, np.ma.MaskedArray, ImageArray) else value.clone if isinstance(value, STXMImage) else value


def judged(name):
    # One after the other, since they draw from the same random numbers.
    values = []
    for names in ({"np": np}, {"np": OURS}):
        np.random.seed(123)
        # A copy, since a later example may change what an earlier one showed.
        values.append([snapshot(shown(example.source, names)) for example in EXAMPLES[name]])
    for example, a, b in zip(EXAMPLES[name], *values):
        yield example.source.strip(), equal(a, b), a, b


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_show_what_numpy_shows(name):
    wrong = {source: (a, b) for source, right, a, b in judged(name) if not right and (name, source) not in DIFFERENT}
    assert not wrong


def test_there_are_as_many_as_are_counted():
    counted = [(name, source, right) for name in EXAMPLES for source, right, _, _ in judged(name)]
    assert len(counted) == 295
    assert {(name, source) for name, source, right in counted if not right} == set(DIFFERENT), "each difference that is listed is one"
