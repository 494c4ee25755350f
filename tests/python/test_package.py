"""The wheel: what is in it, and that what is tested here came out of it."""

import os
import pathlib
import re
import subprocess
import sys
import zipfile
from importlib import metadata

import pytest
import stoner
from conftest import ROOT

PACKAGE = pathlib.Path(stoner.__file__).parent
installed = pytest.mark.skipif("STONER_WHEEL" not in os.environ, reason="not from the wheel (STONER_WHEEL is not set)")


@installed
def test_the_wheel_is_what_is_tested():
    assert ROOT / "bindings" not in PACKAGE.parents
    assert pathlib.Path(stoner._runtime.library_path()).parent == PACKAGE


@installed
def test_the_wheel_holds_library_types_and_licences():
    wheel = ROOT / os.environ["STONER_WHEEL"]
    names = zipfile.ZipFile(wheel).namelist()
    assert re.fullmatch(r"libstoner-[\d.]+-py3-none-(manylinux_2_\d+|linux|macosx|win)\w*\.whl", wheel.name), wheel.name
    for name in ("stoner/py.typed", "stoner/libstoner.so", "stoner/LICENSE-MIT", "stoner/LICENSES/zlib-rs.txt", "stoner/_methods.py"):
        assert name in names or name == "stoner/libstoner.so" and sys.platform != "linux", name
    assert not any("generate" in name or "test" in name for name in names)
    text = zipfile.ZipFile(wheel).read(next(name for name in names if name.endswith("/METADATA"))).decode()
    assert re.findall(r"^Requires-Dist: (.*)$", text, flags=re.MULTILINE) == ["numpy>=1.23"]


def test_versions():
    assert stoner.library_version() == stoner.__version__
    if "STONER_WHEEL" in os.environ:
        assert metadata.version("libstoner") == stoner.__version__


def test_loaders():
    assert [loader.name for loader in stoner.loaders()][:2] == ["nxstxm", "tiff"]
    assert "*.tif" in stoner.loaders()[1].patterns


def test_everything_public_is_documented():
    for name in stoner.__all__:
        assert getattr(stoner, name).__doc__, name


def test_a_library_that_is_missing_is_said():
    code = "import stoner; stoner.load('x')"
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"STONER_LIBRARY": "/no/such/library.so"}, capture_output=True, text=True
    )
    assert done.returncode != 0 and "/no/such/library.so" in done.stderr


def test_no_warning_at_import_and_exit():
    code = "import stoner; i = stoner.Image([[1.0]]); c = stoner.Context(progress=print); t = stoner.Table(); import threading"
    done = subprocess.run([sys.executable, "-W", "error", "-X", "dev", "-c", code], env=os.environ, capture_output=True, text=True)
    assert done.returncode == 0 and done.stderr == ""
