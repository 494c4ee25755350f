"""The tables of docs/features.md and docs/differences.md: each row names tests, and these exist.

A test is named by its file, or by file and function or class: `tests/files.rs::name`, `test_ops.py::TestXmcd::test_truth`. Files without a
folder lie in tests/conformance.
"""

import ast
import functools
import re

from process import ROOT
from results import from_status


# `{}` is the name of the test.
DECLARED = {
    ".rs": r"#\[test\](?:\s*#\[[^\n]*\])*\s*fn {}\(",
    ".c": r"^TEST\({}\)",
    ".cpp": r'^TEST_CASE\("{}"\)',
    ".m": r"^function {}\b",
}


def features(log):
    """Each row of docs/features.md with functions names tests that exist. (The suite header-drift checks that the page is what its rows make.)"""
    listed = rows((ROOT / "docs/features.md").read_text(encoding="utf-8"))
    return all_named(log, "docs/features.md", [(cells[0], cells[3]) for cells in listed if cells[1]], named=False)


def differences(log):
    """Each row of docs/differences.md names at least one test function, and all that it names exist."""
    text = (ROOT / "docs/differences.md").read_text()
    listed = rows(text)
    short = [cells[0] for cells in listed if len(cells) != 5]
    counts = from_status(bool(short), f"each row of docs/differences.md has five cells: {short}")
    named = [(cells[0], cells[-1]) for cells in listed]
    # What the paragraphs below the table name.
    named += [(name, f"`{name}`") for name in re.findall(r"`([^`\s]+::[^`\s]+)`", text) if not any(name in cell for _, cell in named)]
    counts += all_named(log, "docs/differences.md", named, named=True)
    return counts


def all_named(log, document, cells, named):
    """`cells` has each row's name and the cell of its tests; `named` asks for a function behind each file."""
    faults = [f"{row}: {fault}" for row, cell in cells if (fault := wrong_names(cell, named))]
    log.write("".join(f"{document}: {fault}\n" for fault in faults))
    # The check itself sees a name that is wrong.
    blind = not cells or not all(wrong_names(planted, True) for planted in ("", "`test_ops.py::no_such_test`", "`tests/files.rs::keys`"))
    counts = from_status(blind, f"{document} has rows, and wrong names are found")
    counts += from_status(bool(faults), f"each row of {document} names tests that exist: {faults}")
    return counts


def rows(text):
    """The cells of the lines of all tables but of their heads; `\\|` is no border."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))] for line in lines]
    return [row for row in cells if row[0] not in ("row", "what") and not set(row[0]) <= {"-"}]


def wrong_names(cell, named):
    """What is wrong with the names of a cell, or nothing."""
    names = re.findall(r"`([^`]+)`", cell)
    if not names:
        return "no test is named"
    absent = [name for name in names if not exists(name, named)]
    return f"not there: {', '.join(absent)}" if absent else ""


def exists(name, named):
    path, *inner = name.split("::")
    file = ROOT / (path if "/" in path else f"tests/conformance/{path}")
    if not inner:
        return not named and file.exists()
    return file.is_file() and (inner in python_tests(file) if file.suffix == ".py" else declares(file, inner))


@functools.cache
def python_tests(file):
    """The tests of a file as pytest finds them: functions, methods of classes, classes."""
    found = []
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            found.append([node.name])
        elif isinstance(node, ast.ClassDef):
            found += [[node.name, method.name] for method in node.body if isinstance(method, ast.FunctionDef)]
    tests = [names for names in found if names[-1].startswith("test")]
    # A class stands for all of its tests.
    return tests + [names[:1] for names in tests if len(names) == 2]


def declares(file, inner):
    pattern = DECLARED.get(file.suffix)
    return pattern is not None and len(inner) == 1 and re.search(pattern.format(re.escape(inner[0])), file.read_text(encoding="utf-8"), re.MULTILINE)
