"""Makes docs/bindings.md: which name each C function has in each language.

usage: bound.py [--check]   `--check` compares, and fails where they differ or a function is bound nowhere without a reason

Each binding's folder has a `bound.py` of its own with two names: `covered(c)`, which looks at the binding's sources and gives
a dict {C function: its name there} for the interface `c`, and `REASONS`, a dict {C function: why it is not bound}.
"""

import importlib.util
import pathlib
import sys

import interface

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE.parent / "docs/bindings.md"
LANGUAGES = {"cpp": "C++", "python": "Python", "matlab": "MATLAB, Octave", "labview": "LabVIEW"}


def load(folder):
    path = HERE / folder / "bound.py"
    spec = importlib.util.spec_from_file_location(f"bound_{folder}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def faults(c, language, covered, reasons):
    """What is wrong with a binding's claims, as sentences."""
    functions = {function.name for function in c.functions}
    for name in sorted(functions - covered.keys() - reasons.keys()):
        yield f"{language} does not bind {name} and gives no reason"
    for name in sorted(covered.keys() & reasons.keys()):
        yield f"{language} binds {name} and gives a reason why not"
    for name in sorted((covered.keys() | reasons.keys()) - functions):
        yield f"{language} speaks of {name}, which the description does not have"


def document(c, bindings):
    lines = [
        "# The C functions in each language",
        "",
        "Made from `interface/interface.json` and the bindings' sources by `bindings/bound.py`: do not edit.",
        "",
        "| C | " + " | ".join(LANGUAGES[folder] for folder in bindings) + " |",
        "|---|" + "---|" * len(bindings),
    ]
    for function in c.functions:
        cells = [f"`{covered[function.name]}`" if function.name in covered else "-" for covered, _ in bindings.values()]
        lines.append(f"| `{function.name}` | " + " | ".join(cells) + " |")
    lines += ["", "## Not bound, and why", ""]
    for folder, (_, reasons) in bindings.items():
        lines += [f"- {LANGUAGES[folder]}: `{name}`: {reason}" for name, reason in reasons.items()]
    return "\n".join(lines) + "\n"


def main(arguments):
    c = interface.read()
    bindings = {}
    wrong = []
    for folder in LANGUAGES:
        if (HERE / folder / "bound.py").exists():
            module = load(folder)
            bindings[folder] = (module.covered(c), module.REASONS)
            wrong += faults(c, LANGUAGES[folder], *bindings[folder])
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    return interface.make(TABLE, document(c, bindings), arguments, __doc__) or (1 if wrong else 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
