"""The original's own tests of its images, run with `stoner.STXMImage` in place of its classes.

The files come from PyPI. Each assertion is judged by itself, first with the original, which tells what there is, then with ours: an assertion
that does not hold with the original itself says nothing. `exceptions.json` says of each that does not hold with ours why, by module, test and
place; one more, or one less, is a failure here. Called as a program this file prints what does not hold and is not among the exceptions.

Of the original's modules of image tests three are left out: stacks and folders, which STXMImage is not, and windows in which a person clicks.
"""

import collections
import concurrent.futures
import importlib.metadata
import json
import os
import pathlib
import shutil
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# What takes tests apart and judges their assertions.
sys.path.append(str(ROOT / "tests/numpy_ma"))

import run  # noqa: E402
from statements import cut  # noqa: E402

SOURCE = ROOT / "build/original/source"
MODULES = ("test_core", "test_listfuncs", "test_kerr")
LISTED = json.loads((HERE / "exceptions.json").read_text(encoding="utf-8"))

# Threads of numba and BLAS that wait for each other on a busy machine.
os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "NUMBA_NUM_THREADS": "1"}

OURS = "import adapter as _adapter\n_adapter.install(globals())\n"
#: Images of which nothing is cut off and nothing scaled: what shows that the assertions tell one thing from another.
WRONG = f"{OURS}for _name in ('crop', 'asint', 'convert'):\n    setattr(_adapter.stoner.STXMImage, _name, lambda image, *a, **k: image)\n"


def judged(name, preface, modules=MODULES, only="test"):
    """What becomes of each assertion of the tests whose names have `only`. Each run has files of its own: the tests write beside those that they load."""
    sources = {}
    tree = ROOT / "build/original" / f"{name}-files"
    files = tree / "tests/stoner/image"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(SOURCE / "tests/stoner/image", files)
    (tree / "sample-data").symlink_to(SOURCE / "sample-data")
    for module in modules:
        path = files / f"{module}.py"
        judge = f"import judge as _judges\n_judge = _judges.of({module!r})\n"
        sources[module] = cut(path.read_text(encoding="utf-8"), judge, after_imports=f"__file__ = {str(path)!r}\n{preface}")
    chosen = " and ".join([only, *(f"not {name}" for name in LISTED["left_out"])])
    return run.verdicts(ROOT / "build/original" / name, sources, [SOURCE, HERE], ["--import-mode=importlib", "-k", chosen])


class Outcome:
    """The assertions that hold with the original, and those of them that hold with ours."""

    def __init__(self):
        # The original is as long under way as both of the others.
        with concurrent.futures.ThreadPoolExecutor(2) as lanes:
            original, ours = lanes.submit(judged, "original", ""), lanes.submit(judged, "ours", OURS)
            wrong = lanes.submit(judged, "wrong", WRONG, ["test_core"], "test_methods")
            self.all, self.found, self.wrong = run.held(original.result()), ours.result(), run.held(wrong.result())
        held = run.held(self.found)
        self.passed = {key for key, count in self.all.items() if held.get(key, 0) >= count}
        self.failed = set(self.all) - self.passed

    def why(self, key):
        return self.found["reasons"].get(key, "not reached")


def listed():
    """{assertion: (kind, reason)}: of a kind `documented` or `adapter`."""
    made = {}
    for kind, reasons in LISTED["reasons"].items():
        for key, reason in run.exceptions(reasons).items():
            assert key not in made, f"{key} stands twice"
            made[key] = kind, reason
    return made


@pytest.fixture(scope="module")
def outcome():
    return Outcome()


def test_every_assertion_holds_or_has_its_reason(outcome):
    new = {key: outcome.why(key) for key in sorted(outcome.failed - set(listed()))}
    assert not new, f"{len(new)} assertions do not hold: {json.dumps(new, indent=1)}"
    mended = sorted(set(listed()) - outcome.failed)
    assert not mended, f"take these out of exceptions.json, they hold now, or are not there: {mended}"


def test_the_version_of_the_original():
    """The places of the assertions are those of one version."""
    assert importlib.metadata.version("Stoner") == LISTED["stoner"] == (ROOT / "build/original/unpacked").read_text().strip()


def test_the_counts(outcome):
    kinds = collections.Counter(kind for kind, _ in listed().values())
    assert {"assertions": len(outcome.all), "passed": len(outcome.passed), **kinds} == LISTED["counts"]


def test_what_is_documented_is_in_the_documents():
    """A reason of the kind `documented` begins with the name of a row."""
    porting = (ROOT / "docs/porting.md").read_text(encoding="utf-8")
    differences = (ROOT / "docs/differences.md").read_text(encoding="utf-8")
    for reason in LISTED["reasons"]["documented"]:
        page, row = reason.split(": ")[:2]
        assert row in {"porting": porting, "differences": differences}[page], reason


def test_a_class_that_does_other_things_does_not_pass(outcome):
    right = {key for key in outcome.passed if key.startswith("test_core::test_methods::")}
    assert len(right) > 3 and len(right - set(outcome.wrong)) >= 2


if __name__ == "__main__":
    made = Outcome()
    print(json.dumps({"assertions": len(made.all), "passed": len(made.passed)}))
    print(json.dumps({key: made.why(key) for key in sorted(made.failed - set(listed()))}, indent=1))
    print("excepted, but not failing:", sorted(set(listed()) - made.failed))
