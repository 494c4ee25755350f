"""The C interface as objects, read from interface/interface.json, which docs/interface.md describes. All back ends stand on this, and so do the
tests that are made from the description. What has to be known of the texts' wording is known here.
"""

import dataclasses
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
DESCRIPTION = ROOT / "interface/interface.json"
#: What generated files begin with.
NOTE = "Made from interface/interface.json by bindings/generator: do not edit."
NUMBERS = {"int32_t": 4, "int64_t": 8, "uint64_t": 8, "uint8_t": 1, "double": 8}
#: Why a language whose numbers have types does not bind a function.
TYPED = "the form with `_as`, which this language has under the name without it, takes a number of any type"
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
    #: Of a number of any dtype, the parameter that says which; and whether it is such a parameter.
    dtype: str | None = None
    is_dtype: bool = False
    #: Whether an image's values are indices.
    indices: bool = False
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
    #: Whether another function does the same with a number of any dtype. Languages whose numbers have types bind that one, under this
    #: one's name.
    replaced: bool = False

    @property
    def inputs(self):
        """What a caller gives in a language whose numbers have types and whose arrays have lengths."""
        return [p for p in self.parameters if not (p.is_output or p.is_size or p.is_dtype or p.role == "context")]

    @property
    def outputs(self):
        """What comes back, but for the length of a buffer."""
        return [p for p in self.parameters if p.is_output and not self.is_length(p)]

    def is_length(self, p):
        """Whether a result is the length that comes back behind a buffer and its capacity."""
        before = self.parameters[max(self.parameters.index(p) - 1, 0)]
        return p.role == "result" and before.is_size and before.name == "capacity"

    @property
    def short(self):
        return self.name.removeprefix("stoner_")

    @property
    def typed(self):
        """The same in languages whose numbers have types."""
        return self.short.removesuffix("_as")

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
    #: The name of its section.
    section: str
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
    tier: str
    title: str
    text: str


@dataclasses.dataclass
class Interface:
    version: str
    sections: list[Section]
    enumerations: dict[str, Enumeration]
    constants: list[Constant]
    functions: list[Function]
    #: The types of handles without their prefix: "image", ...
    handles: list[str]

    def __post_init__(self):
        self.by_name = {constant.name: constant for constant in self.constants}

    def constant(self, name):
        return self.by_name[name]

    def enumeration(self, p):
        """The enumeration of a parameter, or None."""
        return self.enumerations.get(p.enumeration)


def read(path=DESCRIPTION):
    data = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    sections = [Section(**each) for each in data["sections"]]
    titles = {section.name: section.title for section in sections}
    words = {each["constant"]: each["word"] for listed in data["enumerations"] for each in listed["values"]}
    constants = [Constant(c["name"], c["value"], c["doc"], c["section"], c.get("enumeration"), words.get(c["name"])) for c in data["constants"]]
    by_name = {constant.name: constant for constant in constants}
    enumerations = {
        each["name"]: Enumeration(each["name"], [by_name[value["constant"]] for value in each["values"]]) for each in data["enumerations"]
    }
    functions = [function(each, titles) for each in data["functions"]]
    names = {function.name for function in functions}
    for each in functions:
        each.replaced = f"{each.name}_as" in names
    handles = sorted(each["name"].removeprefix("stoner_") for each in data["handles"])
    return Interface(data["version"], sections, enumerations, constants, functions, handles)


def function(data, titles):
    parameters = [parameter(each) for each in data["parameters"]]
    counts, dtypes = {p.count for p in parameters if p.count}, {p.dtype for p in parameters if p.dtype}
    for p in parameters:
        p.is_size = p.name in counts
        p.is_dtype = p.name in dtypes
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
        keyword=data.get("keyword"), dtype=data.get("dtype"), indices=data.get("indices", False), owner=data.get("owner"), declaration=data.get("declaration"),
    )


def snake(name):
    """ByteOrder is byte_order."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def replaced(c):
    """{C function: why languages whose numbers have types do not bind it}."""
    return {function.name: TYPED for function in c.functions if function.replaced}


class Words:
    """A language's words for what texts name. A back end says what it calls a function, a constant and an enumeration, and its words for
    C's others."""

    #: {C's word: the language's}
    PLAIN = {}
    #: What a function's name replaces with itself.
    MARKS = ""
    #: The values of a boolean, which texts write as 0 and 1.
    BOOLEANS = ("0", "1")
    #: How a value is called that a caller leaves out.
    LEFT_OUT = "not given"

    def __init__(self, c):
        self.c = c
        self.prefixes = {enumeration.prefix: enumeration for enumeration in c.enumerations.values()}

    def function(self, name):
        return name

    def constant(self, constant):
        return constant.name

    def any_of(self, enumeration):
        """Any constant of an enumeration, which texts write as STONER_MODE_*."""
        return f"{enumeration.prefix}*"

    def text(self, text):
        text = re.sub(rf"{self.MARKS}\b(stoner_[a-z0-9_]+)\b{self.MARKS}", lambda found: self.function(found[1]), text)
        text = re.sub(r"\b(STONER_[A-Z0-9_]+_)\*?(?![A-Z0-9*])", lambda found: self.any_of(self.prefixes[found[1]]), text)
        known = self.c.by_name
        text = re.sub(r"\bSTONER_[A-Z0-9_]*[A-Z0-9]\b", lambda found: self.constant(known[found[0]]) if found[0] in known else found[0], text)
        for word, own in self.PLAIN.items():
            text = text.replace(word, own)
        return text


    def about(self, p):
        """The text of a parameter."""
        text = self.text(p.doc)
        if p.kind == "bool":
            text = re.sub(r"\b([01])(?=: |$)", lambda found: self.BOOLEANS[int(found[1])], text)
        return text

    def choice(self, mode, value):
        """The text of a value and of the mode that decides about it, where leaving the value out says the mode."""
        return f"{self.text(value.doc).rstrip('.')}; {self.LEFT_OUT}: {self.text(mode.doc)}"


def meaning_of_null(text):
    """What leaving a parameter out means, by a text that says `NULL: ...`; None where it does not."""
    found = re.search(r"NULL: ([^;.]*)", text)
    return found[1] if found else None
