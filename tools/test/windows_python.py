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
    ignored = [f"--ignore=tests/python/{name}" for name in LEFT_OUT]
    # Wine's Python has no standard input to inherit.
    command = ["sh", "-c", 'exec "$@" </dev/null 2>&1 | cat', "sh", windows.WINE, PYTHON / "cp310/python.exe", "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    log.run([*command, f"--junitxml={junit}", *ignored, "tests/python"], timeout=3600, env=windows.WINE_SETTINGS | {"PYTHONDONTWRITEBYTECODE": "1"})
    counts += from_junit(0, junit)
    return counts
