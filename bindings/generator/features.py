"""Makes docs/features.md: the rows of docs/features.toml with what the description says of their functions, and the functions that no row names."""

import functools
import re
import tomllib

from .model import NOTE, ROOT

ROWS = "docs/features.toml"
HEAD = """Every attribute and method of the original class, one line a row: the C functions, what they do, the tests that compare them with their
oracles, and `done` or why C has no such function. Conventions are in the header's preface; where we differ from the Python original
on purpose, [differences.md](differences.md) says so. In Python the class `stoner.STXMImage` has all rows, those without a C form too
([porting.md](porting.md))."""
BEYOND = "Functions that the original does not have. The tests are those that call them."


def sections():
    return tomllib.loads((ROOT / ROWS).read_text(encoding="utf-8"))["section"]


def faults(c):
    """What is wrong with the rows, as sentences."""
    known, found = {function.short for function in c.functions}, [row for section in sections() for row in section["rows"]]
    for row in found:
        for name in sorted(set(row.get("functions", [])) - known):
            yield f"{ROWS}: the row {row['row']} names {name}, which the description does not have"
        if bool(row.get("functions")) == bool(row.get("no_form")) or bool(row.get("functions")) != bool(row.get("tests")):
            yield f"{ROWS}: the row {row['row']} needs functions and tests, or no_form"
    for function in unnamed(c):
        if not calling(function):
            yield f"no test calls {function.name}, and no row of {ROWS} names it"


def unnamed(c):
    """The functions that no row names."""
    named = {name for section in sections() for row in section["rows"] for name in row.get("functions", [])}
    return [function for function in c.functions if function.short not in named]


@functools.cache
def sources():
    """{name: text} of the files with tests, but for those that are made from the description."""
    files = [file for suffix in ("py", "c", "rs", "cpp", "m") for file in sorted((ROOT / "tests").rglob(f"*.{suffix}"))]
    return {str(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in files if file.name.startswith("test_")}


def calling(function):
    call = re.compile(rf"\b(?:lib\.|stoner_){function.short}\(")
    return [name for name, text in sources().items() if call.search(text)]


def page(c):
    summaries = {function.short: function.summary for function in c.functions}
    listed = sections()
    rows = [row for section in listed if section.get("original", True) for row in section["rows"]]
    done = sum("no_form" not in row for row in rows)
    lines = ["# Features", "", NOTE, f"The rows are in `{ROWS}`.", "", HEAD, "", f"{len(rows)} rows, {done} done."]
    for section in listed:
        original = section.get("original", True)
        lines += ["", f"## {section['title']}", *(["", section["text"]] if "text" in section else []), ""]
        lines += [f"| {'row' if original else 'what'} | C functions | | tests |" + (" state |" if original else ""), "|---|---|---|---|" + ("---|" if original else "")]
        for row in section["rows"]:
            state = f"no C form: {row['no_form']}" if "no_form" in row else "done"
            lines.append(line(row["row"], row.get("functions", []), meaning(row, summaries), [test(name) for name in row.get("tests", [])]) + (f" {state} |" if original else ""))
    besides = unnamed(c)
    if besides:
        lines += ["", "## Beyond the original", "", BEYOND, "", "| what | C functions | | tests |", "|---|---|---|---|"]
        for function in besides:
            lines.append(line(function.section, [function.short], cell(function.summary), calling(function)))
    return "\n".join(lines) + "\n"


def meaning(row, summaries):
    """What the first function does, and the row's note."""
    first = [cell(summaries[name]) for name in row.get("functions", [])[:1]]
    return " ".join([*first, *(f"({row['note']})" for _ in [0] if "note" in row)])


def test(name):
    """A test's path; those without a folder are in tests/conformance."""
    return name if "/" in name else f"tests/conformance/{name}"


def line(row, functions, doc, tests):
    return f"| {row} | {', '.join(f'`stoner_{name}`' for name in functions)} | {doc} | {', '.join(f'`{name}`' for name in tests)} |"


def cell(text):
    return " ".join(text.split()).replace("|", "\\|")


def files(c):
    return {"docs/features.md": page(c)}
