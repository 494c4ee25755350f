"""Shared by the conformance tests: the original, the scans, silenced oracles, and errors by their names."""

import contextlib
import io
import os
import pathlib
import warnings

import numpy as np
import pytest
import stoner_c as sc

INTEGERS = [np.dtype(f"{kind}{bits}") for bits in (8, 16, 32, 64) for kind in ("uint", "int")]


def raises(status, function, *arguments, text="", **keywords):
    """The message of the error that the call must end with."""
    with pytest.raises(sc.StonerError) as caught:
        function(*arguments, **keywords)
    assert caught.value.status == sc.STATUS[status], caught.value
    assert caught.value.message and text in caught.value.message, caught.value
    return caught.value.message


@contextlib.contextmanager
def silent():
    """Suppresses warnings, also those of numpy's arithmetic."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def quiet():
    """Suppresses warnings, standard output and standard error."""
    with silent(), contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        yield


def quietly(function, *arguments, **keywords):
    with quiet():
        return function(*arguments, **keywords)


@pytest.fixture
def no_warnings():
    with silent():
        yield


def skip(reason):
    """A visible skip for a user, a failure in CI."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def stoner():
    """The Python original."""
    try:
        with quiet():
            import Stoner.HDF5
            import Stoner.Image
    except ImportError as error:
        skip(f"the Python original is not there: {error}")
    return Stoner


@pytest.fixture(scope="session")
def pollux():
    """The folder of the beamline's real scans."""
    folder = os.environ.get("STONER_TEST_DATA")
    if not folder:
        skip("STONER_TEST_DATA does not name the folder of real scans")
    return pathlib.Path(folder) / "pollux"
