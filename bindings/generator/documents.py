"""Makes docs/bindings.md, which name each C function has in each language, and docs/reference.md, every function with its parameters."""

import re

from . import cpp, labview, matlab, python
from .model import NOTE, replaced

LANGUAGES = {"C++": cpp, "Python": python, "MATLAB, Octave": matlab, "LabVIEW": labview}
#: The lines of help in what is generated for a language.
HELP = {"C++": r"^\s*///? (?!STONER_\w*\*$)(.*)", "Python": r"^        (?!return|_call|\w+_ =)(.*)", "MATLAB, Octave": r"^\s*%(.*)"}
#: Parameters that only C has: they count another's elements. Who reads another language's help does not know them.
COUNTERS = r"\bn_[a-z]+\b"
#: Names of C. The version's macros and the environment variable have the same name everywhere.
OF_C = r"\bstoner_(?:image|table|metadata|context|last)_\w+|\bstoner_load\b|\bSTONER_(?!VERSION_|INSTRUCTION_SET\b)\w+|\bNULL\b"


def reasons(c, back_end):
    """{C function: why a language does not bind it}. LabVIEW's nodes call C's functions as they are."""
    return back_end.REASONS | ({} if back_end is labview else replaced(c))


def faults(c, language, names, unbound):
    """What is wrong with a binding's claims, as sentences."""
    functions = {function.name for function in c.functions}
    for name in sorted(functions - names.keys() - unbound.keys()):
        yield f"{language} does not bind {name} and gives no reason"
    for name in sorted(names.keys() & unbound.keys()):
        yield f"{language} binds {name} and gives a reason why not"
    for name in sorted((names.keys() | unbound.keys()) - functions):
        yield f"{language} speaks of {name}, which the description does not have"


def help_faults(c, language, files):
    """Names of C in a language's help, and sections that it refers to and does not have."""
    text = "\n".join(line for name in files for line in re.findall(HELP[language], files[name], flags=re.MULTILINE) if not name.endswith("/c.py"))
    for name in sorted(set(re.findall(OF_C, text))):
        yield f"{language}: its help says {name}"
    own = {p.name for f in c.functions for p in f.parameters if p.is_output or not p.is_size}
    for name in sorted(set(re.findall(COUNTERS, text)) & {p.name for f in c.functions for p in f.parameters if p.is_size} - own):
        yield f"{language}: its help says {name}, which C alone has: write {{C: ...}} around it in src/ffi"
    together = " ".join(text.split())
    for title in sorted(set(re.findall(r'the section "([^"]+)"', together))):
        if together.count(title) == together.count(f'"{title}"'):
            yield f"{language}: its help refers to the section {title}, which it does not have"


def bindings(c, names):
    lines = ["# The C functions in each language", "", NOTE, "", "| C | " + " | ".join(names) + " |", "|---|" + "---|" * len(names)]
    for function in c.functions:
        cells = [f"`{known[function.name]}`" if function.name in known else "-" for known in names.values()]
        lines.append(f"| `{function.name}` | " + " | ".join(cells) + " |")
    lines += ["", "## Not bound, and why", ""]
    for language, back_end in LANGUAGES.items():
        lines += [f"- {language}: `{name}`: {reason}" for name, reason in reasons(c, back_end).items()]
    return "\n".join(lines) + "\n"


def reference(c, names):
    """Each section, its constants and functions: what they do, parameters, errors, and the names in other languages."""
    lines = ["# Reference", "", NOTE, "", "What the comments of `include/stoner.h` say, function by function; its preface says what holds for all of them.", ""]
    lines += [f"- [{section.title}](#{anchor(section.title)})" for section in c.sections]
    for section in c.sections:
        lines += ["", f"## {section.title}", *(["", section.text] if section.text else [])]
        constants = [constant for constant in c.constants if constant.section == section.name]
        if constants:
            lines += ["", "| constant | value | |", "|---|---|---|"]
            lines += [f"| `{constant.name}` | {constant.value} | {cell(constant.doc)} |" for constant in constants]
        for function in c.functions:
            if function.section == section.title:
                lines += described(function, names)
    return "\n".join(lines) + "\n"


def described(function, names):
    lines = ["", f"### {function.name}", "", function.doc, ""]
    own = ", ".join(f"{language} `{known[function.name]}`" for language, known in names.items() if known.get(function.name, function.name) != function.name)
    shown = [p for p in function.parameters if p.role != "context"]
    if shown:
        lines += ["| parameter | type | |", "|---|---|---|"]
        lines += [f"| `{p.name}` | `{p.declaration or p.type}` | {cell(p.comment)} |" for p in shown]
        lines.append("")
    if function.returns:
        lines += [f"{'Errors' if function.has_status else 'Gives back'}: {cell(function.returns)}", ""]
    return [*lines, f"Since {function.since}." + (f" Elsewhere: {own}." if own else "")]


def anchor(title):
    return "".join(letter for letter in title.lower().replace(" ", "-") if letter.isalnum() or letter == "-")


def cell(text):
    return " ".join(text.split()).replace("|", "\\|")


def files(c):
    names = {language: back_end.names(c) for language, back_end in LANGUAGES.items()}
    return {"docs/bindings.md": bindings(c, names), "docs/reference.md": reference(c, names)}


def wrong(c):
    found = [fault for language, back_end in LANGUAGES.items() for fault in faults(c, language, back_end.names(c), reasons(c, back_end))]
    return found + [fault for language in HELP for fault in help_faults(c, language, LANGUAGES[language].files(c))]
