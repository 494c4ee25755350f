"""Makes bindings/python/stoner/_c.py, the table of the C interface, from include/stoner.h.

usage: generate.py [--check]   `--check` compares and fails where they differ
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

import interface  # noqa: E402

TABLE = pathlib.Path(__file__).parent / "stoner/_c.py"


def table(c):
    lines = ['"""The C interface as a table. Made from include/stoner.h by bindings/python/generate.py: do not edit."""', ""]
    lines += ["CONSTANTS = {"] + [f'    "{constant.name}": {constant.value},' for constant in c.constants] + ["}", ""]
    lines += ["# name: (result, [(parameter, C type, how many elements an output has room for)])", "FUNCTIONS = {"]
    for function in c.functions:
        lines.append(f'    "{function.name}": ("{function.result}", [')
        # Of a callback ctypes takes any pointer to a function.
        lines += [f'        ("{p.name}", "{p.type}", {p.room if p.is_output else 1}),' for p in function.parameters]
        lines.append("    ]),")
    return "\n".join([*lines, "}"]) + "\n"


if __name__ == "__main__":
    sys.exit(interface.make(TABLE, table(interface.read()), sys.argv[1:], __doc__))
