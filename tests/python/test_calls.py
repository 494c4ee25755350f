"""What a small operation costs: how many calls of the library it makes, and that the short way gives what the long one does."""

import itertools
import types

import numpy as np
import pytest
import stoner
from stoner import _numpy
from stoner._loading import library


@pytest.fixture
def calls(monkeypatch):
    """The names of the library's functions that are called."""
    made = []
    bound = {name: function for name, function in vars(library()).items() if isinstance(function, types.FunctionType)}

    def noting(name, function):
        def call(*positional, **named):
            made.append(name)
            return function(*positional, **named)

        return call

    for name, function in bound.items():
        monkeypatch.setattr(library(), name, noting(name, function))
    return made


#: Each once took ten times as many.
@pytest.mark.parametrize(
    ("operation", "most"),
    [
        (lambda image: image * 2, 3),
        (lambda image: image + image, 12),
        (lambda image: image.sum(), 4),
        (lambda image: image[1, 1], 4),
        (lambda image: image.shape, 1),
        (lambda image: image.masked_array(), 7),
        (lambda image: np.sqrt(image), 16),
        (lambda image: image[0:1, 0:1], 3),
    ],
)
def test_an_operation_makes_few_calls(operation, most, calls):
    image = stoner.Image(np.arange(4.0).reshape(2, 2))
    operation(image)
    # What is bound by now is counted.
    bound = [name for name, function in vars(library()).items() if isinstance(function, types.FunctionType)]
    calls.clear()
    operation(image)
    assert len(calls) <= most, calls
    assert set(calls) <= set(bound)


def made(dtype, masked, shape, hard, fill_value):
    rng = np.random.default_rng(7)
    pixels = rng.normal(size=shape).astype(dtype)
    pixels.flat[::7], pixels.flat[3], pixels.flat[5] = 0, np.nan, np.inf
    mask = rng.random(shape) < 0.3 if masked else np.ma.nomask
    return stoner.Image(np.ma.MaskedArray(pixels, mask, fill_value=fill_value, hard_mask=hard), metadata={"key": 5})


KINDS = list(itertools.product(("f4", "f8"), (False, True), ((9,), (5, 7), (2, 3, 4))))


@pytest.mark.parametrize("function", [np.add, np.subtract, np.multiply])
@pytest.mark.parametrize(("dtype", "masked", "shape"), KINDS)
def test_the_short_way_gives_what_numpys_gives(function, dtype, masked, shape, monkeypatch):
    image = made(dtype, masked, shape, masked, 7.0)
    other = made("f8", not masked, shape, False, None)
    for arguments in ((image, other), (other, image), (image, image), (image, 2), (image, 0), (0.0, image), (1.5, image), (image, float("nan"))):
        short = function(*arguments)
        with monkeypatch.context() as context:
            context.setattr(_numpy, "_directly", lambda *_: None)
            long = function(*arguments)
        assert short.dtype == long.dtype
        assert np.array_equal(short.mask, long.mask)
        assert np.array_equal(short.data, long.data, equal_nan=True)
        assert (short.fill_value, short.hardmask) == (long.fill_value, long.hardmask)
        assert dict(short.metadata) == dict(long.metadata)


@pytest.mark.parametrize("index", [(0, 0), (-1, 2), (1, -3)])
def test_an_element_is_numpy_mas(index):
    for dtype in ("?", "u1", "i8", "f4", "c16"):
        array = np.ma.MaskedArray(np.arange(6).reshape(2, 3).astype(dtype), [[0, 1, 0], [0, 0, 1]])
        found, wanted = stoner.Image(array)[index], array[index]
        assert type(found) is type(wanted)
        assert found is wanted if wanted is np.ma.masked else found == wanted


@pytest.mark.parametrize("index", [(2, 0), (0, 3), (-3, 0), (0, -4)])
def test_an_element_outside_is_an_error_in_numpys_words(index):
    array = np.zeros((2, 3))
    with pytest.raises(IndexError) as wanted:
        array[index]
    with pytest.raises(IndexError) as found:
        stoner.Image(array)[index]
    assert str(found.value) == str(wanted.value)
