"""Makes bindings/python/stoner/_c.py, the table of the C interface, from include/stoner.h.

usage: generate.py [--check]   `--check` compares and fails where they differ
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADER = ROOT / "include/stoner.h"
TABLE = ROOT / "bindings/python/stoner/_c.py"


def constants(text):
    for name, value in re.findall(r"^#define (STONER_\w+) +(.+?) *(?:/\*.*)?$", text, flags=re.MULTILINE):
        value = value.strip()
        if value == "INT64_MIN":
            yield name, -(2**63)
        elif re.fullmatch(r"-?\d+", value):
            yield name, int(value)


def functions(text):
    """(name, result, [(parameter, type, room)]): room is how many elements an output has, 1 unless its comment says
    `room for N`."""
    pattern = re.compile(r"(?:/\*\*(?P<doc>(?:(?!\*/).)*)\*/\s*)?^(?P<result>[\w *]+?)(?P<name>stoner_\w+)\((?P<parameters>[^;]*)\);",
                         re.DOTALL | re.MULTILINE)
    for found in pattern.finditer(re.sub(r"/\*(?!\*).*?\*/", "", text, flags=re.DOTALL)):
        doc = re.sub(r"\s*\n \* ?", " ", found["doc"] or "")
        rooms = dict(re.findall(r"@param (\w+) room for (\d+)", doc))
        parameters = []
        # A callback's own parameters play no part: ctypes takes any function pointer.
        listed = re.sub(r"\w+ \(\*(\w+)\)\([^)]*\)", r"callback \1", found["parameters"])
        for parameter in re.sub(r"\s+", " ", listed).split(", "):
            if parameter == "void":
                continue
            kind, name = re.fullmatch(r"(.*?)(\w+)", parameter.strip()).groups()
            parameters.append((name, kind.strip(), int(rooms.get(name, 1))))
        yield found["name"], found["result"].strip(), parameters


def table(text):
    lines = ['"""The C interface as a table. Made from include/stoner.h by bindings/python/generate.py: do not edit."""', ""]
    lines += ["CONSTANTS = {"] + [f'    "{name}": {value},' for name, value in constants(text)] + ["}", ""]
    lines += ["# name: (result, [(parameter, C type, how many elements an output has room for)])", "FUNCTIONS = {"]
    for name, result, parameters in functions(text):
        lines.append(f'    "{name}": ("{result}", [')
        lines += [f'        ("{parameter}", "{kind}", {room}),' for parameter, kind, room in parameters]
        lines.append("    ]),")
    return "\n".join([*lines, "}"]) + "\n"


def main(arguments):
    made = table(HEADER.read_text(encoding="utf-8"))
    if arguments == ["--check"]:
        if TABLE.read_text(encoding="utf-8") == made:
            return 0
        print(f"{TABLE.relative_to(ROOT)} is not what {HEADER.relative_to(ROOT)} makes; run `make header`", file=sys.stderr)
        return 1
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    TABLE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
