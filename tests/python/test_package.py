"""The wheel: its contents, and that the tests use the package from it."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile
from importlib import metadata

import numpy as np
import pytest
import stoner
from conftest import ROOT
from stoner._generated.c import FUNCTIONS

PACKAGE = pathlib.Path(stoner.__file__).parent
installed = pytest.mark.skipif("STONER_WHEEL" not in os.environ, reason="not from the wheel (STONER_WHEEL is not set)")


@installed
def test_the_wheel_is_what_is_tested():
    assert ROOT / "bindings" not in PACKAGE.parents
    assert pathlib.Path(stoner._loading.library_path()).parent == PACKAGE


@installed
def test_the_wheel_holds_library_types_and_licences():
    wheel = ROOT / os.environ["STONER_WHEEL"]
    names = zipfile.ZipFile(wheel).namelist()
    assert re.fullmatch(r"libstoner-[\d.]+-py3-none-(manylinux_2_\d+|linux|macosx|win)\w*\.whl", wheel.name), wheel.name
    for name in ("stoner/py.typed", "stoner/libstoner.so", "stoner/LICENSE-MIT", "stoner/LICENSES/zlib-rs.txt", "stoner/_generated/methods.py"):
        assert name in names or name == "stoner/libstoner.so" and sys.platform != "linux", name
    assert not any("generator" in name or "test" in name for name in names)
    text = zipfile.ZipFile(wheel).read(next(name for name in names if name.endswith("/METADATA"))).decode()
    assert re.findall(r"^Requires-Dist: (.*)$", text, flags=re.MULTILINE) == ["numpy>=1.23"]


def test_versions():
    assert stoner.library_version() == stoner.__version__
    if "STONER_WHEEL" in os.environ:
        assert metadata.version("libstoner") == stoner.__version__


def test_loaders():
    assert [loader.name for loader in stoner.loaders()][:3] == ["nxstxm", "sdf", "tiff"]
    assert "*.xim" in stoner.loaders()[1].patterns and "*.tif" in stoner.loaders()[2].patterns


def test_everything_public_is_documented():
    for name in stoner.__all__:
        assert getattr(stoner, name).__doc__, name


def refused(library):
    """What Python says where the package is given this library: an ImportError, and no crash."""
    code = "import stoner\ntry: stoner.load('x')\nexcept ImportError as error: print(error)"
    done = subprocess.run([sys.executable, "-c", code], env=os.environ | {"STONER_LIBRARY": str(library)}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def compiled(folder, name, text, *link):
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("no C compiler")
    source, library = folder / f"{name}.c", folder / f"lib{name}.so"
    source.write_text(text)
    subprocess.run([compiler, "-shared", "-fPIC", source, "-o", library, *link], check=True)
    return library


def test_a_library_that_is_missing_is_said():
    assert "/no/such/library.so cannot be loaded" in refused("/no/such/library.so")


def test_a_file_that_is_no_library_is_said(tmp_path):
    (tmp_path / "text.so").write_text("no library")
    assert "text.so cannot be loaded" in refused(tmp_path / "text.so")


def test_what_a_library_needs_and_is_missing_is_said(tmp_path):
    runtime = compiled(tmp_path, "runtime", "int work(void) { return 1; }")
    library = compiled(tmp_path, "needs", "int work(void); int stoner_version(void) { return work(); }", "-Wl,--no-as-needed", f"-L{tmp_path}", "-lruntime")
    runtime.unlink()
    said = refused(library)
    assert "libneeds.so cannot be loaded" in said and "libruntime.so" in said


def test_another_library_is_said(tmp_path):
    assert "libother.so is not libstoner" in refused(compiled(tmp_path, "other", "int other(void) { return 1; }"))


@pytest.mark.parametrize(
    "version, lacking, why",
    [
        ("0.0.9", ["stoner_load", "stoner_version_report", "stoner_image_xmcd"], "and 2 more functions. Use"),
        ("0.0.9", ["stoner_image_xmcd"], "the library lacks stoner_image_xmcd. Use"),
        ("7.1.0", [], "other major versions have other functions"),
    ],
)
def test_a_library_of_another_version_is_said(tmp_path, version, lacking, why):
    names = [name for name in FUNCTIONS if name not in [*lacking, "stoner_version"]]
    functions = "\n".join(f"int {name}(void) {{ return 1; }}" for name in names)
    said = refused(compiled(tmp_path, "old", f'const char *stoner_version(void) {{ return "{version}"; }}\n{functions}\n'))
    assert f"libold.so has version {version}, the Python package {stoner.__version__}: " in said and why in said


def test_no_warning_at_import_and_exit():
    code = "import stoner; i = stoner.Image([[1.0]]); c = stoner.Context(progress=print); t = stoner.Table(); import threading"
    done = subprocess.run([sys.executable, "-W", "error", "-X", "dev", "-c", code], env=os.environ, capture_output=True, text=True)
    assert done.returncode == 0 and done.stderr == ""


def test_the_kernels_are_held_to_an_instruction_set():
    first = stoner.instruction_set()
    assert first in ("baseline", "avx2", "avx512")
    try:
        stoner.set_instruction_set("baseline")
        assert stoner.instruction_set() == "baseline"
        with pytest.raises(ValueError, match="'avx3'; it may be 'best', 'baseline', 'avx2', 'avx512'"):
            stoner.set_instruction_set("avx3")
        with pytest.raises(stoner.InvalidArgumentError, match="`instruction_set` is 9; allowed"):
            stoner.set_instruction_set(9)
        assert stoner.instruction_set() == "baseline"
    finally:
        stoner.set_instruction_set(first)


def test_memory_of_freed_images_is_kept():
    def address(image):
        return np.from_dlpack(image).ctypes.data

    alive = stoner.Image([[1.0]])
    try:
        image = stoner.Image(np.zeros((1024, 1024)))
        before = address(image)
        del image
        image = stoner.Image(np.zeros((1024, 1024)))
        assert address(image) == before
        del image
        stoner.set_kept_memory(1)
        with pytest.raises(stoner.InvalidArgumentError, match="`bytes` is -1"):
            stoner.set_kept_memory(-1)
    finally:
        stoner.set_kept_memory()
    assert alive.size == 1


@pytest.mark.parametrize("asked, in_use, warned", [("baseline", "baseline", 0), ("", None, 0), ("avx3", None, 1)])
def test_the_environment_holds_the_kernels_to_an_instruction_set(asked, in_use, warned):
    """An unknown one gives a warning in each context."""
    code = """
import warnings, stoner
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    found = stoner.instruction_set()
    with stoner.Context():
        stoner.Image([[1.0]])
stoner.set_instruction_set()
print(found, stoner.instruction_set(), len(said), *sorted({str(each.message) for each in said}), sep="|")
"""
    environment = os.environ | {"STONER_INSTRUCTION_SET": asked}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    found, best, count, *texts = done.stdout.strip().split("|")
    assert found == (in_use or best) and int(count) == 2 * warned
    assert not warned or texts[0].startswith('`STONER_INSTRUCTION_SET` is "avx3"; allowed: baseline, avx2, avx512; ')


def test_version_report():
    report = stoner.version_report()
    assert report.startswith(f"version: {stoner.__version__}\n")
    head = dict(line.split(": ", 1) for line in report.split("\n\n")[0].splitlines())
    assert set(head) == {"version", "features", "target", "compiler", "optimised", "processor", "instruction set", "HDF5 reader", "licence"}
    assert stoner.instruction_set() in head["instruction set"]
    assert (ROOT / "LICENSE-APACHE").read_text(encoding="utf-8").strip() in report
