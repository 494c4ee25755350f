"""Makes the C++ headers that follow from the description: constants, options, methods and their definitions.

A C function `stoner_image_rotate` becomes `Image::rotate`. Its parameters become

    what must be given          parameters, in C's order
    one that may be left out    the last parameter, with its default
    several of these            a struct `RotateOptions`, with their defaults
    one result                  what the function returns
    several results             a struct `RotateResult`
    options as metadata         `Keywords`, before what else may be left out
    a status                    an exception; of `try_rotate`, which does the work, a `Result`

and their types follow from the description: a size goes with its array, a fill value with its mode, re and im become one complex
number. What is C++'s own way is in the tables below.
"""

import re
import sys

from .cpp_calls import BY_HAND, CLASSES, REASONS, Model
from .cpp_headers import constants_header, definitions_header, functions_header, methods_header, names_header, options_header
from .model import ROOT

FOLDER = "bindings/cpp/stoner/generated"

__all__ = ["BY_HAND", "Model", "REASONS", "files", "names"]


def names(c):
    """{C function: its C++ name}; what is written by hand has to be called in the hand-written headers."""
    written = "".join(re.sub(r"//.*", "", path.read_text(encoding="utf-8")) for path in (ROOT / "bindings/cpp/stoner").glob("*.hpp"))
    called = set(re.findall(r"\bstoner_\w+", written))
    return {name: own for name, own in Model(c).names.items() if name not in BY_HAND or name in called}


def files(c):
    model = Model(c)
    for name, reason in model.unbound.items():
        print(f"C++: {name} has to be written by hand ({reason}), see BY_HAND in bindings/generator/cpp.py", file=sys.stderr)
    made = {"constants": constants_header(model), "options": options_header(model), "functions": functions_header(model), "names": names_header(model)}
    made |= {f"methods_{owner}": methods_header(model, owner) for owner in CLASSES}
    made |= {f"definitions_{owner}": definitions_header(model, owner) for owner in CLASSES}
    return {f"{FOLDER}/{name}.hpp": text for name, text in made.items()}
