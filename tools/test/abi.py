"""The interface over time: what was released stays, by its description and by what a compiler makes of the header."""

import copy
import json
import re
import sys

from process import ROOT, have, missing
from results import Counts, from_status

sys.path.insert(0, str(ROOT / "tools/abi"))

import compare  # noqa: E402

BUILD = ROOT / "build/abi"
RELEASED = ROOT / "interface/released"
HEADER = ROOT / "include/stoner.h"


def suite(log):
    counts = from_status(log.run([sys.executable, "tools/abi", "check"])[0], "what was released is as it was, or the version says so")
    counts += description_checks(log)
    if not (have("abidiff") and have("gcc")):
        counts += missing("abi: abidiff (Debian: abigail-tools) or gcc is not installed")
        return counts
    counts += abidiff_checks(log)
    if (RELEASED / "stoner.h").exists():
        old, new = (json.loads((folder / "interface.json").read_text())["version"] for folder in (RELEASED, ROOT / "interface"))
        changed = differs(log, (RELEASED / "stoner.h").read_text(), HEADER.read_text())
        counts += from_status(changed and not compare.allowed(old, new), "a program that was built with the last release runs with this library")
    return counts


def description_checks(log):
    """Planted changes of the description: each is found, and what is added is none."""
    now = json.loads((ROOT / "interface/interface.json").read_text())

    def planted(change):
        other = copy.deepcopy(now)
        change(other, {entry["name"]: entry for entry in other["functions"]})
        return list(compare.changes(now, other))

    def parameter(functions, function, name):
        return next(p for p in functions[function]["parameters"] if p["name"] == name)

    wrong = {
        "a function that is gone": lambda d, f: d["functions"].remove(f["stoner_image_rotate"]),
        "a constant of another value": lambda d, f: d["constants"][3].update(value=-77),
        "a word of an enumeration that is gone": lambda d, f: d["enumerations"][0]["values"].pop(),
        "a handle that is freed otherwise": lambda d, f: d["handles"][1].update(free="stoner_image_drop"),
        "a parameter more": lambda d, f: f["stoner_image_cw"]["parameters"].append({"name": "way", "c_type": "int32_t"}),
        "parameters in another order": lambda d, f: f["stoner_image_rotate"]["parameters"].reverse(),
        "a number of another size": lambda d, f: parameter(f, "stoner_image_rotate", "angle").update(c_type="float"),
        "another default": lambda d, f: parameter(f, "stoner_image_denoise", "weight").update(default=0.2),
        "a default that is gone": lambda d, f: parameter(f, "stoner_image_denoise", "weight").pop("default"),
        "another unit": lambda d, f: parameter(f, "stoner_image_rotate", "angle").update(unit="degrees"),
        "a narrower range": lambda d, f: parameter(f, "stoner_image_denoise", "weight").update(range={"above": 0.1}),
        "a range where there was none": lambda d, f: parameter(f, "stoner_image_rotate", "angle").update(range={"max": 3}),
        "another result": lambda d, f: f["stoner_version"].update(result={"c_type": "int32_t", "kind": "number"}),
    }
    right = {
        "a function more": lambda d, f: d["functions"].append(dict(f["stoner_image_cw"], name="stoner_image_new")),
        "a constant more": lambda d, f: d["constants"].append(dict(d["constants"][0], name="STONER_NEW")),
        "other words": lambda d, f: f["stoner_image_cw"].update(doc="Turns.", summary="Turns."),
        "a wider range": lambda d, f: parameter(f, "stoner_image_denoise", "weight").update(range={"min": 0}),
    }
    counts = Counts()
    for what, change in wrong.items():
        found = planted(change)
        log.write(f"{what}: {found}\n")
        counts += from_status(not found, f"{what} is found")
    for what, change in right.items():
        counts += from_status(bool(planted(change)), f"{what} is no change: {planted(change)}")
    for old, new, may in (("0.1.0", "0.1.9", False), ("0.1.0", "0.2.0", True), ("0.9.0", "1.0.0", True), ("1.2.0", "1.3.0", False), ("1.2.0", "2.0.0", True)):
        counts += from_status(compare.allowed(old, new) != may, f"from {old} to {new} changes are {'allowed' if may else 'not allowed'}")
    return counts


def abidiff_checks(log):
    """abidiff on what is planted in the header."""
    header = HEADER.read_text()
    rotate = re.search(r"^STONER_API [^\n]*\bstoner_image_rotate\([^;]*;", header, flags=re.MULTILINE)[0]
    planted = {
        "a function that is gone": ("", True),
        "a number of another size": (re.sub(r"double angle", "float angle", rotate), True),
        "an address in place of a number": (re.sub(r"double angle", "const double *angle", rotate), True),
        "a parameter more": (rotate.replace(");", ", int32_t more);"), True),
        "nothing": (rotate, False),
        "a function more": (rotate + "\nSTONER_API int32_t stoner_image_new(stoner_context *ctx);", False),
    }
    counts = Counts()
    for what, (text, is_change) in planted.items():
        found = differs(log, header, header.replace(rotate, text))
        counts += from_status(found != is_change, f"abidiff: {what} is {'found' if is_change else 'no change'}")
    return counts


def differs(log, old, new):
    """Whether a program built with one header fails with a library of the other, as abidiff says. The libraries are made of the headers: the
    functions of the real one have no C types to look at."""
    BUILD.mkdir(parents=True, exist_ok=True)
    made = []
    for name, header in (("old", old), ("new", new)):
        (BUILD / name).mkdir(exist_ok=True)
        (BUILD / name / "stoner.h").write_text(header)
        plain = re.sub(r"^\s*#(?:\\\n|[^\n])*", "", re.sub(r"/\*.*?\*/", "", header, flags=re.DOTALL), flags=re.MULTILINE)
        functions = re.findall(r"^STONER_API ((?:const )?\w+ \**stoner_\w+\([^;{}]*\))\s*;", plain, flags=re.MULTILINE)
        if len(functions) < 100:
            raise RuntimeError(f"{len(functions)} functions are found in the header")
        source = BUILD / name / "stoner.c"
        source.write_text('#include "stoner.h"\n' + "".join(f"STONER_API {function} {{ return 0; }}\n" for function in functions))
        library = BUILD / name / "libstoner.so"
        if log.run(["gcc", "-std=c99", "-w", "-g", "-O0", "-fPIC", "-shared", f"-I{source.parent}", source, "-o", library])[0] != 0:
            raise RuntimeError("a library of the header's functions does not build")
        made.append(library)
    # Bit 4: a change; bit 8: one that breaks programs. Additions are not looked at. 1 and 2 are faults of the call.
    status, _ = log.run(["abidiff", "--no-added-syms", "--no-unreferenced-symbols", *made])
    if status & 3 or status < 0:
        raise RuntimeError(f"abidiff ended with {status}")
    return status & 12 != 0
