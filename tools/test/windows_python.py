"""The wheel for Windows, in a Python for Windows under Wine: Python's tests as they are, with what Wine and this Python lack left out by name."""

import os
import shutil
import zipfile

import windows
from process import LOGS, ROOT, missing
from results import from_junit, from_status

PYTHON = ROOT / "build/windows-python"
#: What needs packages that this Python has not, or programs of POSIX.
LEFT_OUT = ("test_scaling.py",)
#: Wine 8 ends a program that calls a mathematical function of complex numbers, as numpy does in these.
COMPLEX = (
    "test_numpy_functions.py::test_without_a_mask_it_is_numpys_own[f8-emath.log",
    "test_numpy_functions.py::test_what_lies_beneath_the_mask_has_no_part[emath.log",
    *(f"test_numpy_ufuncs.py::test_elements[{name}-c16" for name in "cos cosh exp exp2 float_power log log10 log2 power sin sinh tan tanh".split()),
    *(f"test_numpy_ufuncs.py::test_reduce[{axis}-c16-{name}" for axis in (0, 1, -1) for name in ("float_power", "power")),
    "test_numpy_ufuncs.py::test_pythons_numbers_take_the_dtype_of_the_image[c8",
    "test_numpy_ufuncs.py::test_pythons_numbers_take_the_dtype_of_the_image[c16",
)


def suite(log, wheel):
    if not os.path.exists(windows.WINE):
        return missing("Python for Windows: wine64 is not installed")
    if log.run(["tools/setup/windows_python.sh"], timeout=900)[0] != 0:
        return missing("Python for Windows: it could not be had")
    package = PYTHON / "site/stoner"
    shutil.rmtree(package, ignore_errors=True)
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(PYTHON / "site")
    counts = from_status(windows.stub(log, PYTHON / "cp310"), "Wine's missing library builds")
    junit = LOGS / "windows-python.xml"
    junit.unlink(missing_ok=True)
    ignored = [f"--ignore=tests/python/{name}" for name in LEFT_OUT] + [f"--deselect=tests/python/{name}" for name in COMPLEX]
    # Wine's Python has no standard input to inherit.
    command = ["sh", "-c", 'exec "$@" </dev/null 2>&1 | cat', "sh", windows.WINE, PYTHON / "cp310/python.exe", "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    log.run([*command, f"--junitxml={junit}", *ignored, "tests/python"], timeout=3600, env=windows.WINE_SETTINGS | {"PYTHONDONTWRITEBYTECODE": "1"})
    counts += from_junit(0, junit)
    return counts
