"""Which C functions the C++ headers call, for bindings/bound.py."""

import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import generate  # noqa: E402

REASONS = generate.REASONS


def covered(c):
    """{C function: its C++ name}, of those that the headers really name."""
    names = generate.Model(c).names
    used = set()
    for header in HERE.glob("stoner/*.hpp"):
        code = re.sub(r"//.*", "", header.read_text(encoding="utf-8"))
        used |= set(re.findall(r"\bstoner_\w+", code))
    return {function.name: names[function.name] for function in c.functions if function.name in names and function.name in used}
