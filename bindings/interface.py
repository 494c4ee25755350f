"""The C interface as objects, read from include/stoner.h. What the bindings generate, and what checks that they cover
everything, stands on this.

A parameter has one of these roles, which say what a binding has to do with it:

    context   the context that the call takes
    handle    a handle that is read (`const`) or, where `changed`, altered
    handles   several handles, counted by another parameter
    new       a new handle comes back
    number    an int32_t, int64_t or double; `is_size` where it counts elements of another parameter
    text      a string
    texts     several strings, counted by another parameter
    numbers   numbers of the caller in a row; `extent` says how many
    result    a number, or `room` of them, comes back
    buffer    memory of the caller that is filled; `count` names the parameter that says how large it is
    memory    untyped memory of the caller that is read: elements of an array
    lent      a pointer to the library's memory comes back
    callback  a function of the host
    user      what a callback is handed

How many elements a pointer needs stands in `extent`: "room" (as many as `room` says), "count" (as many as the parameter that
`count` names), "rank" (one for each axis of the subject), "elements" (one for each element of the subject).
"""

import dataclasses
import pathlib
import re
import sys

HEADER = pathlib.Path(__file__).resolve().parents[1] / "include/stoner.h"
HANDLES = ("stoner_context", "stoner_image", "stoner_metadata", "stoner_table")
NUMBERS = {"int32_t": 4, "int64_t": 8, "uint8_t": 1, "double": 8}


@dataclasses.dataclass
class Parameter:
    """One parameter. `type` is the C type, `base` that without `const` and `*`."""

    name: str
    type: str
    doc: str
    role: str = ""
    extent: str = "room"
    room: int = 1
    count: str | None = None
    is_size: bool = False
    optional: bool = False
    #: Of a callback, its C declaration.
    declaration: str | None = None

    @property
    def base(self):
        return re.sub(r"\bconst\b|\*", "", self.type).strip()

    @property
    def pointers(self):
        return self.type.count("*")

    @property
    def const(self):
        return self.type.startswith("const")

    @property
    def changed(self):
        return self.role == "handle" and not self.const

    @property
    def is_output(self):
        return self.role in ("new", "result", "buffer", "lent")


@dataclasses.dataclass
class Function:
    """One function, with its comment taken apart."""

    name: str
    result: str
    parameters: list[Parameter]
    section: str
    #: What it does: the comment before its first tag.
    doc: str
    #: What stands behind @return: errors.
    returns: str
    since: str

    @property
    def short(self):
        return self.name.removeprefix("stoner_")

    @property
    def subject(self):
        """image, table, metadata or context for a function of such a handle, else None."""
        first = [p for p in self.parameters if p.role != "context"][:1]
        if first and first[0].role == "handle":
            return first[0].base.removeprefix("stoner_")
        return "context" if self.name.startswith("stoner_context_") else None

    @property
    def has_status(self):
        return self.result == "int32_t" and self.name not in ("stoner_version_number", "stoner_last_error_status")


@dataclasses.dataclass
class Constant:
    name: str
    value: int
    doc: str


@dataclasses.dataclass
class Interface:
    constants: list[Constant]
    functions: list[Function]


def read(path=HEADER):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    return Interface(list(constants(text)), list(functions(text)))


def constants(text):
    pattern = re.compile(r"^#define (STONER_\w+) +(-?\d+|INT64_MIN)(?: */\*\*<? *(.*?) *\*/)?$", re.MULTILINE | re.DOTALL)
    for name, value, doc in pattern.findall(text):
        yield Constant(name, -(2**63) if value == "INT64_MIN" else int(value), " ".join(doc.split()))


def functions(text):
    for title, body in sections(text):
        plain = re.sub(r"/\*(?!\*).*?\*/", "", body, flags=re.DOTALL)
        pattern = re.compile(
            r"(?:/\*\*(?P<doc>(?:(?!\*/).)*)\*/\s*)?^(?P<result>[\w *]+?)(?P<name>stoner_\w+)\((?P<parameters>[^;]*)\);",
            re.DOTALL | re.MULTILINE,
        )
        for found in pattern.finditer(plain):
            doc, tags = comment(found["doc"] or "")
            documented = {name: doc for tag, name, doc in tags if tag == "param"}
            rest = {tag: " ".join([name, doc]).strip() for tag, name, doc in tags if tag != "param"}
            listed = [parameter(each, documented) for each in split(found["parameters"]) if each != "void"]
            assign_roles(listed)
            yield Function(
                found["name"], found["result"].strip(), listed, title, doc, rest.get("return", ""), rest.get("since", "")
            )


def sections(text):
    """(title, text) of each section of the header."""
    rule = re.escape("/* " + "-" * 113 + " */")
    parts = re.split(rf"{rule}\n/\* (.+?) +\*/\n{rule}\n", text)
    return list(zip(parts[1::2], parts[2::2]))


def comment(text):
    """The comment before its first tag, and (tag, name, text) of each tag; a name is what follows `@param`."""
    text = "\n".join(re.sub(r"^ ?\* ?", "", line) for line in text.splitlines()).strip()
    first, *rest = re.split(r"^@(?=param|return|since)", text, flags=re.MULTILINE)
    tags = []
    for each in rest:
        words = each.split()
        name = words[1] if words[0] == "param" else ""
        tags.append((words[0], name, " ".join(words[2 if name else 1 :])))
    return first.strip(), tags


def split(parameters):
    """The parameters of a declaration, as text."""
    depth, parts, start = 0, [], 0
    text = " ".join(parameters.split())
    for i, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            parts.append(text[start:i].strip())
            start = i + 1
    return [*parts, text[start:].strip()]


def parameter(text, documented):
    if callback := re.search(r"\(\*(\w+)\)", text):
        name = callback[1]
        return Parameter(name, "callback", documented.get(name, ""), declaration=text)
    kind, name = re.fullmatch(r"(.*?)(\w+)", text).groups()
    return Parameter(name, kind.strip(), documented.get(name, ""))


def assign_roles(parameters):
    names = {p.name for p in parameters}
    for p in parameters:
        p.role = role(p)
        p.optional = "NULL" in p.doc or p.role in ("context", "callback", "user")
    for p, following in zip(parameters, [*parameters[1:], None]):
        if following and following.name in ("capacity", "buffer_bytes") and p.role in ("buffer", "result"):
            p.role, p.extent, p.count = "buffer", "count", following.name
        elif p.role in ("numbers", "texts", "handles", "memory", "result"):
            set_extent(p, names)
    counts = {p.count for p in parameters if p.count}
    for p in parameters:
        p.is_size = p.name in counts


def role(p):
    if p.type == "callback":
        return "callback"
    if p.name in ("ctx", "user_data"):
        return "context" if p.name == "ctx" else "user"
    if p.base in HANDLES:
        return "handle" if p.pointers == 1 else "handles" if p.const else "new"
    if p.base == "char":
        return "buffer" if not p.const else "texts" if p.pointers == 2 else "text"
    if p.base == "void":
        return "lent" if p.pointers == 2 else "memory" if p.const else "buffer"
    return "number" if p.pointers == 0 else "numbers" if p.const else "result"


def set_extent(p, names):
    """How many elements a pointer needs. It follows from names and from how the comment begins; where it does not, that is an
    error, since no binding could know it."""
    if re.match(r"room for as many", p.doc):
        # As many as there are of what another parameter counts: the only one that does.
        sizes = [name for name in names if name.startswith("n_")]
        if len(sizes) != 1:
            raise ValueError(f"{p.type} {p.name}: its comment does not say as many as what: {p.doc}")
        p.extent, p.count = "count", sizes[0]
        return
    counting = {f"n_{p.name}", "n_" + p.name.rstrip("s"), *re.findall(r"\bn_\w+", p.doc), *re.findall(r"^`(\w+)`", p.doc)} & names
    listed = re.match(r"[({](\w[^)}]*)[)}]", p.doc)
    number = re.match(r"(?:room for )?(\d+) \w", p.doc)
    if number:
        p.room = int(number[1])
    elif p.doc.startswith("room for as many") and len(every := [name for name in names if name.startswith("n_")]) == 1:
        p.extent, p.count = "count", every[0]
    elif counting:
        p.extent, p.count = "count", min(counting)
    elif p.name == "byte_strides":
        p.extent = "rank"
    elif p.name in ("data", "mask"):
        p.extent = "elements"
    elif listed:
        p.room = listed[1].count(",") + 1
    elif p.role != "result" and p.name != "axis":
        raise ValueError(f"{p.type} {p.name}: its comment does not say how many elements there are: {p.doc}")




def make(path, text, arguments, usage):
    """Writes a file that is made from the header, or with `--check` says whether it is what the header makes. The status that a
    program ends with."""
    root = HEADER.parents[1]
    if arguments == ["--check"]:
        if path.exists() and path.read_text(encoding="utf-8") == text:
            return 0
        print(f"{path.relative_to(root)} is not what {HEADER.relative_to(root)} makes; run `make header`", file=sys.stderr)
        return 1
    if arguments:
        print(usage, file=sys.stderr)
        return 2
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return 0
