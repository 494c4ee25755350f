"""The Python package as a user has it: the wheel is built, installed into a virtual environment, and tested there."""

import os
import re

from process import LOGS, ROOT, missing
from results import Counts, from_junit, from_status


INTERPRETER = ROOT / "build/python/bin/python"
# The library must come out of the wheel.
OUTSIDE = {"PYTHONPATH": "", "STONER_LIBRARY": "", "PYTHONDONTWRITEBYTECODE": "1"}


def python(log):
    status, _ = log.run(["tools/setup/environment.sh", "python"], timeout=1800)
    if status != 0:
        return missing("python: the packages of tests/python/requirements.txt could not be installed")
    status, out = log.run(["tools/setup/wheel.sh"], timeout=900)
    counts = from_status(status, "the wheel is built")
    if status != 0:
        return counts
    outside = OUTSIDE | {"STONER_WHEEL": out.split()[-1]}
    pip = [INTERPRETER, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--force-reinstall", "--no-deps"]
    status, _ = log.run([*pip, ROOT / out.split()[-1]], env=outside)
    counts += from_status(status, "the wheel is installed")
    if status != 0:
        return counts

    counts += pytest(log, outside)
    for status, what in types(log):
        counts += from_status(status, what)
    counts += readme(log, outside)
    return counts


def numpy_ma(log):
    """numpy's own tests of its masked arrays with images in place of them, in the environment of the conformance tests."""
    return from_source(log, "numpy", ROOT / "build/conformance/bin/python", "tests/numpy_ma")


def original(log):
    """The original's own tests of its images, run with `STXMImage` in place of its classes."""
    status, _ = log.run(["tools/setup/original.sh"], timeout=1800)
    if status != 0:
        return missing("original: the source package of Stoner could not be had")
    return from_source(log, "original", ROOT / "build/conformance/bin/python", "tests/original")


def packages(log):
    """Other packages that take an image."""
    status, _ = log.run(["tools/setup/environment.sh", "packages"], timeout=1800)
    if status != 0:
        return missing("packages: the packages of tests/packages/requirements.txt could not be installed")
    return from_source(log, "packages", ROOT / "build/packages/bin/python", "tests/packages")


def hosts(log):
    """The programs of examples/hosts, with the libraries of the control systems and a browser."""
    log.run(["tools/setup/packages.sh", "chromium"], timeout=1800)
    status, _ = log.run(["tools/setup/environment.sh", "hosts"], timeout=1800)
    if status != 0:
        return missing("hosts: the packages of tests/hosts/requirements.txt could not be installed")
    return from_source(log, "hosts", ROOT / "build/hosts/bin/python", "tests/hosts")


def from_source(log, name, interpreter, folder):
    """Tests of the package as it lies in the project, with the library that `make lib` built."""
    junit = LOGS / f"{name}.xml"
    junit.unlink(missing_ok=True)
    settings = {
        "PYTHONPATH": ROOT / "bindings/python/src", "STONER_LIBRARY": ROOT / "build/lib/libstoner.so", "PYTHONDONTWRITEBYTECODE": "1", "MPLBACKEND": "Agg",
    }  # fmt: skip
    status, _ = log.run([interpreter, "-m", "pytest", folder, "-q", "-p", "no:cacheprovider", f"--junitxml={junit}"], timeout=3600, env=settings)
    return from_junit(status, junit)


def pytest(log, settings):
    junit = LOGS / "python.xml"
    junit.unlink(missing_ok=True)
    options = ["-q", "-p", "no:cacheprovider", f"--junitxml={junit}"]
    status, _ = log.run([INTERPRETER, "-m", "pytest", "tests/python", *options], timeout=1800, env=settings)
    return from_junit(status, junit)


def types(log):
    """The package holds what its type hints say, and a program that uses them is checked by them."""
    config = ROOT / "bindings/python/pyproject.toml"
    mypy = [INTERPRETER, "-m", "mypy", "--config-file", config, "--cache-dir", ROOT / "build/mypy"]
    for version in ("3.10", "3.13"):
        status, _ = log.run(["sh", "-c", 'cd bindings/python/src && exec "$@"', "sh", *mypy, "--python-version", version, "-p", "stoner"])
        yield status, f"the type hints of the package hold for Python {version}"
    status, _ = log.run([*mypy, "tests/python/typed_program.py", "bindings/python/examples/process_folder.py"])
    yield status, "programs are checked by the type hints of the wheel"
    status, out = log.run([*mypy, "tests/python/wrongly_typed_program.py"])
    wrong = len(re.findall(r"^.*# wrong$", (ROOT / "tests/python/wrongly_typed_program.py").read_text(), flags=re.MULTILINE))
    yield not (status == 1 and f"Found {wrong} error" in out), "a program of wrong types is found by them"


def readme(log, outside):
    """The first Python example of each README."""
    counts = Counts()
    for path in ("README.md", "bindings/python/README.md"):
        found = re.search(r"^```python\n(.*?)^```", (ROOT / path).read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
        folder = ROOT / "build/python-example"
        folder.mkdir(parents=True, exist_ok=True)
        for link, target in {"data": "data", "plus.hdf5": "data/demo/domain_plus.hdf5", "minus.hdf5": "data/demo/domain_minus.hdf5"}.items():
            (folder / link).unlink(missing_ok=True)
            os.symlink(ROOT / target, folder / link)
        picture = folder / "xmcd.png"
        picture.unlink(missing_ok=True)
        (folder / "example.py").write_text(found[1] if found else "")
        status, _ = log.run(["sh", "-c", 'cd "$1" && "$2" -W error example.py', "sh", folder, INTERPRETER], env=outside)
        counts += from_status(status or not found or not picture.exists(), f"the Python example of {path} runs")
    return counts
