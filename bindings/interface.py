"""The C interface as objects, read from interface/interface.json, which docs/interface.md describes. What the bindings generate, and
what checks that they cover everything, stands on this; nothing here or in a generator reads English.
"""

import dataclasses
import json
import pathlib
import sys

DESCRIPTION = pathlib.Path(__file__).resolve().parents[1] / "interface/interface.json"
NUMBERS = {"int32_t": 4, "int64_t": 8, "uint64_t": 8, "uint8_t": 1, "double": 8}
#: The default of what must be given.
REQUIRED = object()


@dataclasses.dataclass
class Parameter:
    """One parameter. `type` is the C type, `role`, `kind` and the rest as docs/interface.md says."""

    name: str
    type: str
    role: str
    kind: str
    #: What it is, without its default and its range.
    doc: str
    #: The same with both, in C's words.
    comment: str
    enumeration: str | None = None
    unit: str | None = None
    optional: bool = False
    #: A number, bool, str (an enumeration's: the constant), list, None (the function finds one itself) or REQUIRED.
    default: object = REQUIRED
    #: What stands for the default in C; REQUIRED: nothing.
    unset: object = REQUIRED
    #: The constant that C has for the number 0, where 0 means the default.
    zero: str | None = None
    range: dict = dataclasses.field(default_factory=dict)
    #: How many elements a pointer needs: "room" (as many as `room` says), "count" (as the parameter of that name says), "axis" or
    #: "element" (one for each of the subject's).
    extent: str = "room"
    room: int = 1
    count: str | None = None
    #: Whether it counts another parameter's elements.
    is_size: bool = False
    decides: str | None = None
    imaginary_of: str | None = None
    keyword: str | None = None
    owner: str | None = None
    #: Of a callback, its C declaration.
    declaration: str | None = None

    @property
    def base(self):
        return self.type.replace("const ", "").replace("const", "").replace("*", "").strip()

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

    @property
    def refuses_zero(self):
        """Whether 0 is outside of the range, so that in C it can mean the default."""
        low = self.range.get("min", 0) > 0 or self.range.get("above", -1) >= 0
        return self.role == "number" and self.unset == 0 and low

    @property
    def allowed(self):
        """The range in words."""
        low, high = self.range.get("min"), self.range.get("max")
        both = f"{low} to {high}" if low is not None and high is not None else f"{low} or more" if low is not None else ""
        ends = [f"{word} {self.range[word]}" for word in ("above", "below") if word in self.range]
        return "; ".join(filter(None, [both, *ends]))

    @property
    def must_be_given(self):
        return self.default is REQUIRED


@dataclasses.dataclass
class Function:
    name: str
    result: str
    parameters: list[Parameter]
    #: The title of its section.
    section: str
    summary: str
    doc: str
    #: Its errors, or what it gives back that is no status.
    returns: str
    codes: list[str]
    since: str
    has_status: bool
    #: The name by which stoner_image_apply calls it.
    operation: str | None = None

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

    def parameter(self, name):
        return next(p for p in self.parameters if p.name == name)


@dataclasses.dataclass
class Constant:
    name: str
    value: int
    doc: str
    enumeration: str | None = None
    #: Its name within its enumeration.
    word: str | None = None


@dataclasses.dataclass
class Enumeration:
    name: str
    values: list[Constant]

    @property
    def prefix(self):
        """What its constants' names begin with."""
        first = self.values[-1]
        return first.name[: len(first.name) - len(first.word)]

    def of(self, value):
        """The first constant of a value, or None."""
        return next((constant for constant in self.values if constant.value == value), None)


@dataclasses.dataclass
class Section:
    name: str
    title: str
    text: str


@dataclasses.dataclass
class Interface:
    version: str
    sections: list[Section]
    enumerations: dict[str, Enumeration]
    constants: list[Constant]
    functions: list[Function]

    def constant(self, name):
        return next(constant for constant in self.constants if constant.name == name)

    def enumeration(self, p):
        """The enumeration of a parameter, or None."""
        return self.enumerations.get(p.enumeration)


def read(path=DESCRIPTION):
    data = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    sections = [Section(**each) for each in data["sections"]]
    titles = {section.name: section.title for section in sections}
    words = {each["constant"]: each["word"] for listed in data["enumerations"] for each in listed["values"]}
    constants = [Constant(c["name"], c["value"], c["doc"], c.get("enumeration"), words.get(c["name"])) for c in data["constants"]]
    by_name = {constant.name: constant for constant in constants}
    enumerations = {
        each["name"]: Enumeration(each["name"], [by_name[value["constant"]] for value in each["values"]]) for each in data["enumerations"]
    }
    functions = [function(each, titles) for each in data["functions"]]
    return Interface(data["version"], sections, enumerations, constants, functions)


def function(data, titles):
    parameters = [parameter(each) for each in data["parameters"]]
    counts = {p.count for p in parameters if p.count}
    for p in parameters:
        p.is_size = p.name in counts
    result, errors = data["result"], data.get("errors", {"text": "", "codes": []})
    return Function(
        data["name"], result["c_type"], parameters, titles[data["section"]], data["summary"], data["doc"],
        result.get("doc") or errors["text"], errors["codes"], data["since"], result["kind"] == "status",
        data.get("operation"),
    )


def parameter(data):
    size = data.get("size", {})
    number = lambda value: float("nan") if value == "NaN" else value  # noqa: E731
    return Parameter(
        name=data["name"], type=data["c_type"], role=data["role"], kind=data["kind"], doc=data.get("doc", ""),
        comment=data.get("comment") or data.get("doc", ""), enumeration=data.get("enumeration"), unit=data.get("unit"),
        optional=data.get("optional", False), default=number(data.get("default", REQUIRED)), unset=data.get("unset", REQUIRED),
        zero=data.get("zero"),
        range=data.get("range", {}), extent="count" if "parameter" in size else size.get("per", "room"), room=size.get("fixed", 1),
        count=size.get("parameter"), decides=data.get("decides"), imaginary_of=data.get("imaginary_of"),
        keyword=data.get("keyword"), owner=data.get("owner"), declaration=data.get("declaration"),
    )


def make(path, text, arguments, usage):
    """Writes a file that is made from the description, or with `--check` says whether it is what the description makes. The status
    that a program ends with."""
    root = DESCRIPTION.parents[1]
    if arguments == ["--check"]:
        if path.exists() and path.read_text(encoding="utf-8") == text:
            return 0
        print(f"{path.relative_to(root)} is not what {DESCRIPTION.relative_to(root)} makes; run `make header`", file=sys.stderr)
        return 1
    if arguments:
        print(usage, file=sys.stderr)
        return 2
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return 0
