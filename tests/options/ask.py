"""Asks the languages about every option, and compares what each gives with what C gives.

usage: ask.py make FOLDER                 writes the programs in C, C++ and for Octave, and what they have to give
       ask.py compare FOLDER LANGUAGE     compares FOLDER/LANGUAGE.txt, or for python makes the calls itself

Prints a line for each test, and how many options were proved.
"""

import json
import pathlib
import sys

import exceptions
import plan

LANGUAGES = ("c", "labview", "cpp", "octave", "python")
#: Those whose numbers have no types: they call C's functions as they are.
UNTYPED = ("c", "labview")


def make(folder):
    import in_c
    import in_cpp
    import in_octave

    plan.remember(folder / "memory.json")
    asked, subjects = plan.plan()
    plan.keep(folder / "memory.json")
    (folder / "options_c.c").write_text(in_c.source([case for case in asked if sayable_in_c(case)], subjects, "stoner.h"))
    (folder / "options_labview.c").write_text(in_c.source([case for case in asked if sayable_in_c(case)], subjects, "stoner_labview.h"))
    typed = [case for case in asked if not case.function.replaced]
    text, unsayable = in_cpp.source(typed, subjects)
    (folder / "options_cpp.cpp").write_text(text)
    (folder / "ask_options.m").write_text(in_octave.source(typed, subjects))
    told = {case.name: [case.function.short, case.option, case.kind, case.expected] for case in asked}
    (folder / "expected.json").write_text(json.dumps({"calls": told, "unsayable": {"cpp": unsayable}}))
    print(f"ok {len(told)} calls about {len({(case.function.short, case.option) for case in asked})} options are written")


def sayable_in_c(case):
    """In C the number 0 is the default where a range leaves it out, so it is no error, and -1 is an order or a degree."""
    p = case.function.parameter(case.option)
    return case.kind != "outside" or not (p.refuses_zero and case.given[p.name] == 0 or p.zero)


def same(kind, expected, found, part):
    """Whether an answer is what is expected; with `part` results that a caller has to ask for may be missing."""
    if kind == "outside":
        return found.startswith(("error 5001", "error 5020", "refused", "error stoner:InvalidArgument", "error stoner:OutOfRange"))
    if expected.startswith("error"):
        return found.startswith(("error", "refused"))
    if expected == found or part and found and found in expected:
        return True
    # What languages make of an image of rank 0: a number, NaN or a word where it is masked.
    parts = expected.split(" ")
    if len(parts) == 5 and parts[0] == "image" and parts[2] == "[]":
        if parts[4] == "01":
            return found in ("masked", "7ff8000000000000", "fff8000000000000")
        return found == f"image {parts[3]}" or found.removeprefix("image ").split(" ")[0] == parts[3] or number_of(parts) == found
    return False


def number_of(parts):
    """A number of rank 0 as a double, or as an integer."""
    import struct

    import numpy as np

    dtype = plan.sc.NUMPY[int(parts[1])]
    value = np.frombuffer(bytes.fromhex(parts[3]), dtype)[0]
    return struct.pack(">d", value).hex() if dtype.kind == "f" else str(int(value)) if dtype.kind in "iub" else ""


def compare(folder, language):
    told = json.loads((folder / "expected.json").read_text())
    if language == "python":
        import in_python

        plan.remember(folder / "memory.json")
        found = in_python.answers([case for case in plan.plan()[0] if not case.function.replaced])
    else:
        found = plan.answers(folder / f"{language}.txt")
    unsayable = told["unsayable"].get(language, {}) | {name: "" for name, text in found.items() if text == "unsayable"}
    proved, excepted, wrong = set(), {}, []
    asked_for = {f.short for f in plan.C.functions if any(p.optional for p in f.outputs)} if language == "cpp" else set()
    if language not in UNTYPED:
        # What another function does for numbers of any dtype has no form of its own here.
        replaced = {function.short for function in plan.C.functions if function.replaced}
        told["calls"] = {name: call for name, call in told["calls"].items() if call[0] not in replaced}
    parameters = {(function.short, p.name): p for function in plan.C.functions for p in function.parameters}
    for name, (function, option, kind, expected) in told["calls"].items():
        reason = exceptions.reason(language, function, parameters[function, option], kind)
        if language in ("c", "labview") and name not in found:
            continue
        good = name in found and name not in unsayable and same(kind, expected, found[name], function in asked_for)
        if reason:
            excepted.setdefault((function, option), reason)
        elif good:
            proved.add((function, option))
        else:
            wrong.append((function, option))
            print(f"not ok {language}: {name}: {unsayable.get(name) or found.get(name, 'no answer')[:200]} in place of {(expected or 'an error')[:200]}")
    proved -= {*wrong}
    options = {(function, option) for function, option, _, _ in told["calls"].values()}
    whole = {each for each in options if each in excepted and each not in proved}
    print(f"{'not ok' if wrong else 'ok'} {language}: {len(proved)} of {len(options)} options are proved, {len(whole)} are exceptions with reasons")
    stale = exceptions.unused(language)
    for each in stale:
        print(f"not ok {language}: the exception {each} excepts nothing")
    return 1 if wrong or stale else 0


def main(arguments):
    what, folder, *rest = arguments
    if what == "make":
        make(pathlib.Path(folder))
        return 0
    return compare(pathlib.Path(folder), *rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
