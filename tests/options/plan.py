"""What every language is asked about each option: a list of calls, and what each gives.

Of an option there are four kinds of calls, with what its function needs besides:

    left out    without it
    written     with its default, as the description writes it
    other       with another value
    outside     with a value outside of its range

What is expected comes from C through ctypes, where every parameter is given: a language that leaves an option out has to give what C gives
for the written default. tests/conformance/test_interface.py proves of C itself that the other value changes something.
"""

import dataclasses
import json
import pathlib
import struct
import sys

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/conformance"), str(ROOT / "bindings")]

from generator import model as interface  # noqa: E402
import stoner_c as sc  # noqa: E402
import test_interface as cases  # noqa: E402

C, lib = cases.C, cases.lib
OUTSIDE = {sc.STATUS["INVALID_ARGUMENT"], sc.STATUS["OUT_OF_RANGE"]}


@dataclasses.dataclass(frozen=True)
class Subject:
    """An image that every language makes: pixels, and whether it has the map or the title of the tests."""

    number: int
    array: np.ma.MaskedArray
    mapped: bool
    titled: bool


@dataclasses.dataclass
class Case:
    function: interface.Function
    option: str
    kind: str
    #: {C parameter: value} of what is said; the rest is left out. Numbers of orders and degrees are as people write them.
    given: dict
    #: What comes back, as text; None: an error.
    expected: str | None = None

    @property
    def name(self):
        value = f" {self.given[self.option]}" if self.kind == "outside" else ""
        return f"{self.function.short} {self.option} {self.kind}{value}"


class Subjects:
    """Every image that a call needs, once."""

    def __init__(self):
        self.known = {}

    def of(self, value):
        mapped, titled = value is cases.mapped, value is cases.titled
        array = np.ma.asarray(cases.REAL if mapped or titled else value)
        array = np.ma.MaskedArray(np.ascontiguousarray(array.data) if array.data.flags.c_contiguous else array.data, np.ma.getmaskarray(array))
        key = (array.tobytes(), array.data.tobytes(), str(array.dtype), array.shape, array.data.strides, mapped, titled)
        return self.known.setdefault(key, Subject(len(self.known), array, mapped, titled))


def needed(function, subjects, given):
    """What a call has to say beside its options, with `given`."""
    special = cases.SPECIAL.get(function.short, {})
    made = {}
    for p in function.parameters:
        if p not in function.inputs:
            continue
        if p.name in given:
            value = given[p.name]
        elif p.name in special:
            value = special[p.name]
        elif p.default is not interface.REQUIRED:
            continue
        else:
            value = cases.REAL if p.role == "handle" else cases.REQUIRED[p.name]
        if p.role == "handle" and value is not None:
            value = subjects.of(value)
        elif p.role == "handles":
            value = [subjects.of(each) for each in value]
        elif p.zero and value == C.constant(p.zero).value:
            value = 0
        made[p.name] = value
    return made


def with_handles(function, given):
    """The same for C: handles, and numbers as C has them."""
    made = {}
    for name, value in given.items():
        p = function.parameter(name)
        if isinstance(value, Subject):
            value = cases.mapped if value.mapped else cases.titled if value.titled else value.array
        elif p.role == "handles":
            value = [each.array for each in value]
        elif p.zero and value == 0 and p.role == "number":
            value = C.constant(p.zero).value
        made[name] = value
    return made


#: What was found before, and where that is kept between programs.
MEMORY = {}


def remember(path):
    """What was kept, where nothing that it depends on is newer."""
    sources = [pathlib.Path(sc.os.environ["STONER_LIBRARY"]), interface.DESCRIPTION, pathlib.Path(cases.__file__), *pathlib.Path(__file__).parent.glob("plan.py")]
    if path.exists() and path.stat().st_mtime > max(source.stat().st_mtime for source in sources):
        MEMORY.update(json.loads(path.read_text()))


def keep(path):
    path.write_text(json.dumps(MEMORY))


def expected(function, given):
    """What C gives with all parameters given: those that are left out have their written defaults."""
    stated = {p.name: cases.stated(p) for p in cases.optional(function) if p.default is not None}
    key = f"{function.short} " + " ".join(f"{name}={value.number if isinstance(value, Subject) else [each.number if isinstance(each, Subject) else each for each in value] if isinstance(value, list) else repr(value)}" for name, value in sorted({**stated, **given}.items()))
    if key not in MEMORY:
        MEMORY[key] = what_c_gives(function, given)
    return MEMORY[key]


def what_c_gives(function, given):
    made = with_handles(function, given)
    for p in cases.optional(function):
        if p.name not in made and p.default is not None:
            made[p.name] = cases.stated(p)
    full = cases.arguments(function, made)
    try:
        result = getattr(lib, function.short)(**full)
    except sc.StonerError as error:
        return f"error {error.status}"
    results = list(result) if isinstance(result, tuple) else [result]
    subject = next(p for p in function.parameters if p.role != "context")
    if subject.changed:
        results = [full[subject.name]]
    outputs = [p for p in function.parameters if p.is_output and p.name not in ("capacity", "length")]
    return " ".join(text(each, outputs[i] if i < len(outputs) else None) for i, each in enumerate(results) if each is not None)


def text(result, p):
    """A result as every language writes it: bits in hexadecimal."""
    kind = getattr(result, "kind", None)
    if kind == "stoner_image":
        array = sc.to_array(result)
        shape = ",".join(map(str, array.shape))
        mask = np.ascontiguousarray(np.ma.getmaskarray(array), np.uint8)
        return f"image {lib.image_dtype(result)} [{shape}] {np.ascontiguousarray(array.data).tobytes().hex()} {mask.tobytes().hex()}"
    if kind == "stoner_table":
        columns = range(lib.table_column_count(result))
        return "table " + " ".join("".join(bits(x) for x in lib.table_read_column(result, n)) for n in columns)
    if kind == "stoner_metadata":
        return f"metadata {lib.metadata_count(result)}"
    if isinstance(result, np.ndarray) and result.dtype == np.uint8:
        return result.tobytes().hex()
    if isinstance(result, np.ndarray):
        return " ".join(bits(x) if result.dtype.kind == "f" else str(int(x)) for x in result)
    if isinstance(result, str):
        return result.encode().hex()
    if isinstance(result, complex):
        return f"{bits(result.real)} {bits(result.imag)}"
    return bits(result) if p is not None and (p.base == "double" or isinstance(result, float)) else str(int(result))


def bits(number):
    return struct.pack(">d", float(number)).hex()


def plan():
    """All calls, and the images that they need."""
    subjects, made = Subjects(), []
    for function in cases.TRIED:
        for p in cases.optional(function):
            made += of_option(function, p, subjects)
    return made, list(subjects.known.values())


def of_option(function, p, subjects):
    beside = cases.beside(function.short, p.name)
    around = {name: value for name, value in beside.items() if name != p.name}
    base = needed(function, subjects, around)
    base.pop(p.name, None)
    found = [Case(function, p.name, "left out", base)]
    if p.default is not None and p.default is not interface.REQUIRED:
        found.append(Case(function, p.name, "written", needed(function, subjects, {**around, p.name: cases.stated(p)})))
    for case in found:
        case.expected = expected(function, case.given)
    usual = found[0].expected
    values = [beside[p.name]] if p.name in beside else cases.others(p)
    others = [Case(function, p.name, "other", needed(function, subjects, {**around, p.name: value})) for value in values]
    for case in others:
        case.expected = expected(function, case.given)
    # One that changes what is compared here, else (a warning, metadata) one that is no error.
    good = [case for case in others if case.expected != usual] or others
    found += [case for case in good if not case.expected.startswith("error")][:1] or good[:1]
    for value in outside(p):
        found.append(Case(function, p.name, "outside", {**needed(function, subjects, {**around, p.name: value}), p.name: value}))
    return found


def outside(p):
    """Values outside of the range, as people write them."""
    if p.role not in ("number", "numbers") or p.name in ("fill_mode", "cval_mode"):
        return []
    values = [value for value in cases.outside(p)]
    if p.zero and not p.enumeration:
        values = [value + 1 if value < 0 else value for value in values]
    if p.refuses_zero:
        values.append(0)
    return values if p.role == "number" else [[value] * max(p.room, 1) for value in values]


def answers(path):
    """{call: text} that a program in some language has written."""
    lines = pathlib.Path(path).read_text().splitlines()
    return dict(line.split("\t", 1) for line in lines)
