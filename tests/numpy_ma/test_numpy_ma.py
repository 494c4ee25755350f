"""numpy's own tests of its masked arrays, run with images in place of them.

The files come from the numpy that is installed. Each assertion is judged by itself: first with masked arrays, which tells what there is, then with
images. One that is only made of arrays of fields, objects, text or other dtypes that an image cannot have says nothing of images, and is counted apart.
`exceptions.json` says of each other one that does not hold why; one more, or one less, is a failure here. To see what a version of numpy comes
to, call this file as a program: it prints the assertions that do not hold and are not among the exceptions, with what happened.
"""

import json
import pathlib

import numpy as np
import pytest
from run import HERE, exceptions, held, verdicts
from statements import cut

#: numpy's own tests of its masked arrays.
MODULES = ("test_core", "test_old_ma", "test_extras")
INSTALLED = pathlib.Path(np.ma.__file__).parent / "tests"
WORK = HERE.parents[1] / "build/numpy_ma"
EXCEPTIONS = json.loads((HERE / "exceptions.json").read_text(encoding="utf-8"))

IMAGES = "import stand_in as _stand_in\n_stand_in.install(globals())\n"
#: Arrays without masks: what shows that the assertions tell one thing from another.
ARRAYS = "import numpy as _numpy\narray = masked_array = lambda data=None, *a, **k: _numpy.array(data, dtype=k.get('dtype'))\n"


def judged(name, preface, modules=MODULES):
    """What becomes of each assertion, with some names replaced."""
    sources = {}
    for module in modules:
        source = (INSTALLED / f"{module}.py").read_text(encoding="utf-8")
        sources[module] = cut(source, f"import judge as _judges\n_judge = _judges.of({module!r})\n{preface}")
    return verdicts(WORK / name, sources)


class Outcome:
    """The assertions that there are, those that hold for images, those that say nothing of images, and the others."""

    def __init__(self):
        self.all = held(judged("masked_arrays", ""))
        self.found = judged("images", IMAGES)
        images, lacking = held(self.found), set(self.found["lacking"])
        self.lacking = {key for key in self.all if key in lacking and key not in self.found["failed"] and not images.get(key)}
        self.passed = {key for key, count in self.all.items() if images.get(key, 0) >= count or key in lacking and key in images}
        self.failed = set(self.all) - self.passed - self.lacking

    def why(self, key):
        return self.found["reasons"].get(key, "not reached")

    def counts(self):
        return {"assertions": len(self.all), "without_an_image": len(self.lacking), "passed": len(self.passed)}


@pytest.fixture(scope="module")
def outcome():
    return Outcome()


def test_the_version_of_numpy():
    """The places of the assertions are those of one version."""
    assert np.__version__ == EXCEPTIONS["numpy"]


JUDGED = """
def test_a():
    x = 1
    assert x == 2
    y = missing
    for i in range(2):
        assert_equal(i, 0)
    with raises(E):
        pass

def test_b():
    a = image_of_objects()
    assert a == 1
    b = a
    assert b == 1
    assert True
    a = b = 1
    assert a == b
    for each in image_of_objects():
        assert each == 1
"""


def test_statements_are_judged_one_by_one(monkeypatch):
    """An assertion about what could not be made is not judged, until it is made."""
    import judge

    def assert_equal(a, b):
        assert a == b

    def image_of_objects():
        raise TypeError(f"dtype object {judge.NO_SUCH_DTYPE}: bool")

    for name in ("passed", "failed", "lacking", "reasons"):
        monkeypatch.setattr(judge, name, type(getattr(judge, name))())
    namespace = {"assert_equal": assert_equal, "image_of_objects": image_of_objects, "_judge": judge.of("m")}
    exec(compile(cut(JUDGED, ""), "cut", "exec"), namespace)
    namespace["test_a"](), namespace["test_b"]()
    assert judge.passed == {"m::test_a::1": 1, "m::test_b::2": 1, "m::test_b::3": 1}
    assert judge.failed == {"m::test_a::0": 1, "m::test_a::1": 1, "m::test_a::2": 1}
    assert judge.lacking == {"m::test_b::0": 1, "m::test_b::1": 1, "m::test_b::4": 1}
    assert "m::test_a::line 5" in judge.reasons


def test_arrays_without_masks_do_not_pass():
    """Half of the assertions of a file tell a masked array from an array."""
    whole, plain = held(judged("masked_arrays_old", "", ["test_old_ma"])), held(judged("arrays", ARRAYS, ["test_old_ma"]))
    assert len(whole) > 300 and len(set(whole) & set(plain)) < 0.7 * len(whole)


def test_every_assertion_holds_or_has_its_reason(outcome):
    reasons = exceptions(EXCEPTIONS["reasons"])
    new = {key: outcome.why(key) for key in sorted(outcome.failed - set(reasons))}
    assert not new, f"{len(new)} assertions do not hold any more: {json.dumps(new, indent=1)}"
    mended = sorted(set(reasons) - outcome.failed)
    assert not mended, f"take these out of exceptions.json, they hold now, or are not there: {mended}"


def test_the_counts(outcome):
    assert outcome.counts() == EXCEPTIONS["counts"]
    counts = outcome.counts()
    assert counts["passed"] > 0.9 * (counts["assertions"] - counts["without_an_image"])


if __name__ == "__main__":
    made = Outcome()
    reasons = exceptions(EXCEPTIONS["reasons"])
    print(made.counts())
    print(json.dumps({key: made.why(key) for key in sorted(made.failed - set(reasons))}, indent=1))
    print("excepted, but not failing:", sorted(set(reasons) - made.failed))
