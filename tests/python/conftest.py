"""The bundled scans and small images, for all tests."""

import pathlib
import warnings

import numpy as np
import pytest
import stoner

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLUS, MINUS = (ROOT / f"data/demo/domain_{sign}.hdf5" for sign in ("plus", "minus"))


@pytest.fixture
def scan():
    return stoner.load(PLUS)


@pytest.fixture
def numbers():
    """A small array of odd size, of both signs."""
    return np.random.default_rng(7).normal(3, 2, (17, 23))


@pytest.fixture
def masked(numbers):
    return np.ma.MaskedArray(numbers, np.random.default_rng(8).random(numbers.shape) < 0.2)


@pytest.fixture
def image(masked):
    return stoner.Image(masked, metadata={"energy": 708.5})


@pytest.fixture(autouse=True)
def no_leak():
    """Every test gives its handles back."""
    before = stoner.live_handles()
    yield
    # Fixtures and tracebacks may hold some for a while yet; a leak in a loop is many.
    assert stoner.live_handles() - before < 200


@pytest.fixture
def quiet():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", stoner.StonerWarning)
        yield


@pytest.fixture
def no_porting_warnings(quiet):
    """Neither the library's warnings nor those of what differs from the original."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", stoner.PortingWarning)
        yield
