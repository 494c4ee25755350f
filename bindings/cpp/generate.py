"""Makes the C++ headers that follow from include/stoner.h: constants, options, methods and their definitions.

usage: generate.py [--check]   `--check` compares and fails where they differ

A C function `stoner_image_rotate` becomes `Image::rotate`. Its parameters become

    what must be given          parameters, in C's order
    one that may be left out    the last parameter, with its default
    several of these            a struct `RotateOptions`, with the defaults of C's comments or of `bindings/defaults.py`
    one result                  what the function returns
    several results             a struct `RotateResult`
    options as metadata         `Keywords`, before what else may be left out

and their types follow from the roles that `bindings/interface.py` knows: a size goes with its array, a fill value with its mode,
re and im become one complex number, 0 or 1 a bool, a STONER_ constant an enumeration. What cannot be told from the header is in
the tables below.
"""

import dataclasses
import math
import pathlib
import re
import sys
import textwrap

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import defaults  # noqa: E402
import interface  # noqa: E402

#: Written by hand in the headers beside: its C++ name.
BY_HAND = {
    "stoner_context_free": "Context::~Context",
    "stoner_context_new": "Context::Context",
    "stoner_context_set_file_hook": "Context::set_file_hook",
    "stoner_context_set_line_hook": "Context::set_line_hook",
    "stoner_context_set_progress_callback": "Context::set_progress_callback",
    "stoner_image_clone": "Image::Image",
    "stoner_image_data": "Image::data",
    "stoner_image_free": "Image::~Image",
    "stoner_image_from_data": "Image::from_data",
    "stoner_image_read": "Image::read",
    "stoner_image_tolist": "Image::tolist",
    "stoner_image_write": "Image::write",
    "stoner_image_write_mask": "Image::write_mask",
    "stoner_last_error": "Error::what",
    "stoner_last_error_status": "Error::status",
    "stoner_metadata_clone": "Metadata::Metadata",
    "stoner_metadata_free": "Metadata::~Metadata",
    "stoner_metadata_new": "Metadata::Metadata",
    "stoner_table_clone": "Table::Table",
    "stoner_table_free": "Table::~Table",
    "stoner_table_new": "Table::Table",
    "stoner_status_text": "Error::status_text",
}

#: Not bound: why.
REASONS = {}

CLASSES = ("context", "image", "metadata", "table")

#: Names that are not the C function's.
NAMES = {
    "image_cw": "CW",
    "image_ccw": "CCW",
    "image_transpose": "T",
    "image_transpose_axes": "transpose",
    "last_error_read": "last_error",
}

#: These are the context's, whatever their name begins with.
OF_CONTEXT = {"last_error_read"}

#: Pointers that may be NULL, but are what the function is about.
REQUIRED = {("image_reshape", "shape")}

#: May be left out, but stand before the options.
LEADING = {("image_save", "path")}

#: What C++ has a word or a meaning of its own for.
RESERVED = set(
    "alignas alignof and asm auto bool break case catch char class concept const continue decltype default delete do double else "
    "enum explicit export extern false float for friend goto if inline int long mutable namespace new noexcept not operator or "
    "private protected public register requires return short signed sizeof static struct switch template this throw true try "
    "typedef typename union unsigned using virtual void volatile while xor".split()
)

LICENCE = "Made from include/stoner.h by bindings/cpp/generate.py: do not edit."
SCALARS = {"int32_t": "std::int32_t", "int64_t": "std::int64_t", "uint8_t": "std::uint8_t", "double": "double", "char": "char"}
WIDTH = 120


# ---------------------------------------------------------------------------------------------------------------------
# Constants


@dataclasses.dataclass
class Family:
    """Constants that a parameter takes: an enumeration."""

    prefix: str
    name: str
    constants: list[interface.Constant]

    def enumerator(self, constant):
        return identifier(constant.name.removeprefix(self.prefix).lower())

    def has(self, value):
        return any(constant.value == value for constant in self.constants)


def identifier(name):
    return "by_default" if name == "default" else f"{name}_" if name in RESERVED else name


def families(constants):
    """The families, in the header's order, and the constants that belong to none. A family's constants follow each other, share
    their first words, and begin anew where the numbers do."""
    runs, single = [], []
    for constant in constants:
        if re.match(r"STONER_(VERSION|MAX|EXTENT)", constant.name):
            single.append(constant)
        elif special(constant.name):
            found = [run for run in runs if special(run[0].name) == special(constant.name)]
            (found[0] if found else runs.append([]) or runs[-1]).append(constant)
        elif runs and not special(runs[-1][0].name) and continues(runs[-1], constant):
            runs[-1].append(constant)
        else:
            runs.append([constant])
    result = []
    for run in runs:
        if len(run) == 1:
            single += run
            continue
        prefix, name = special(run[0].name) or common(run)
        result.append(Family(prefix, name, run))
    return result, single


def special(name):
    """Of families whose names have no word in common: their prefix and the enumeration's name."""
    if re.fullmatch(r"STONER_(OK|ERR_\w+)", name):
        return ("STONER_ERR_", "Status")
    if re.fullmatch(r"STONER_(BOOL|DTYPE_DEFAULT|[UIFC]\d+)", name):
        return ("STONER_", "Dtype")
    return None


def continues(run, constant):
    return constant.value != 0 and constant.name.split("_")[1] == run[0].name.split("_")[1]


def common(run):
    words = [constant.name.split("_")[:-1] for constant in run]
    shared = [at[0] for at in zip(*words) if len(set(at)) == 1]
    return "_".join(shared) + "_", "".join(word.capitalize() for word in shared[1:])


def enumerator(family, constant):
    if family.name == "Status" and constant.name == "STONER_OK":
        return "ok"
    if family.name == "Dtype":
        short = constant.name.removeprefix("STONER_").lower()
        return "by_default" if short == "dtype_default" else identifier(short)
    return family.enumerator(constant)


def constants_header(model):
    lines = opening("constants", "The library's constants as enumerations.", ["<cstdint>", '"stoner.h"'])
    lines += ["namespace stoner {", ""]
    for family in model.families:
        lines += [f"/// STONER_{family.prefix.removeprefix('STONER_')}*", f"enum class {family.name} : std::int32_t {{"]
        if not family.has(0) and family.name not in ("Status", "Type", "Flag"):
            lines += ["    by_default = 0, ///< The function's own."]
        for constant in family.constants:
            lines += comment(model.words(constant.doc), "    ") if constant.doc else []
            lines.append(f"    {enumerator(family, constant)} = {constant.name},")
        lines += ["};", ""]
    for constant in model.single:
        name = constant.name.removeprefix("STONER_").lower()
        if not name.startswith("version"):
            kind = "std::int64_t" if abs(constant.value) >= 2**31 else "std::int32_t"
            lines += comment(model.words(constant.doc), "") + [f"constexpr {kind} {name} = {constant.name};", ""]
    return closing(lines)


# ---------------------------------------------------------------------------------------------------------------------
# Functions


@dataclasses.dataclass
class Input:
    """What a caller gives: one or several parameters of C."""

    name: str
    #: As a parameter, and as a member of a struct of options.
    type: str
    member: str
    doc: str
    #: The C++ default, None where it must be given.
    default: str | None
    #: {C parameter: expression}; `$` stands for the argument.
    passed: dict
    #: Statements before and after the call.
    before: list = dataclasses.field(default_factory=list)
    after: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Output:
    """What comes back."""

    name: str
    type: str
    doc: str
    passed: dict
    before: list
    #: The expression of the result, after the call.
    value: str


@dataclasses.dataclass
class Call:
    """A C function as a C++ one."""

    function: interface.Function
    owner: str | None
    name: str
    inputs: list
    outputs: list
    #: What `filled` makes: the container's type.
    filled: str | None
    overloaded: bool = False

    @property
    def required(self):
        return [i for i in self.inputs if i.default is None]

    @property
    def leading(self):
        return [i for i in self.inputs if (self.function.short, i.name) in LEADING or i.name == "keywords"]

    @property
    def optional(self):
        return [i for i in self.inputs if i.default is not None and i not in self.leading]

    @property
    def has_options(self):
        return len(self.optional) > 1

    @property
    def title(self):
        """For names of structs: RotateOptions, MetadataSetTextOptions."""
        words = self.function.short.split("_")
        if words[0] == "image" and self.owner == "image":
            words = words[1:]
        return "".join(word[:1].upper() + word[1:] for word in words)

    @property
    def qualified(self):
        return f"{self.owner.capitalize()}::{self.name}" if self.owner else self.name

    @property
    def has_context(self):
        return any(p.role == "context" for p in self.function.parameters)

    @property
    def const(self):
        if self.owner == "context":
            return not re.match(r"context_(set|clear|cancel|reset)", self.function.short)
        return not self.function.parameters[1].changed

    @property
    def gives_objects(self):
        return any(output.value.endswith(".take()") for output in self.outputs)

    @property
    def result(self):
        if self.filled:
            return self.filled
        if not self.function.has_status:
            return {"const char *": "std::string", **SCALARS}[self.function.result]
        if not self.outputs:
            return "void"
        return self.outputs[0].type if len(self.outputs) == 1 else f"{self.title}Result"


class Unbound(Exception):
    """A function that these rules cannot express."""


class Model:
    def __init__(self, c):
        self.c = c
        self.families, self.single = families(c.constants)
        self.by_name = {function.name: function for function in c.functions}
        self.names = dict(BY_HAND)
        for function in c.functions:
            if function.name not in BY_HAND and function.name not in REASONS:
                owner, name = self.place(function)
                self.names[function.name] = f"{owner.capitalize()}::{name}" if owner else name
        self.calls, self.unbound = [], {}
        for function in c.functions:
            if function.name in BY_HAND or function.name in REASONS:
                continue
            try:
                self.calls.append(self.call(function))
            except Unbound as reason:
                self.unbound[function.name] = str(reason)
        for name in self.unbound:
            del self.names[name]
        self.mark_overloads()
        known = {(f.short, p.name) for f in c.functions for p in f.parameters}
        for wrong in [*defaults.ORIGINAL.keys() - known, *REQUIRED - known, *LEADING - known]:
            raise ValueError(f"there is no parameter {wrong}")

    def mark_overloads(self):
        """A reduction to a number and one to an image share a name: the second then needs its options."""
        groups = {}
        for call in self.calls:
            groups.setdefault((call.owner, call.name), []).append(call)
        for group in groups.values():
            for call in group:
                call.overloaded = len(group) > 1 and not call.function.short.endswith("_value") and call.has_options

    def place(self, function):
        """The class that a function belongs to, or None, and its name there."""
        short = function.short
        if short in OF_CONTEXT:
            return "context", NAMES.get(short, short)
        prefix, _, rest = short.partition("_")
        owner = prefix if prefix in CLASSES and rest else None
        first = [p for p in function.parameters if p.role != "context"][:1]
        if owner in ("image", "metadata", "table") and not (first and first[0].role == "handle" and first[0].base == f"stoner_{owner}"):
            owner = None
        name = NAMES.get(short, rest if owner else short)
        stem = function.name.removesuffix("_value")
        if function.name.endswith("_value") and stem in self.by_name and self.reduces(stem):
            name = name.removesuffix("_value")
        return owner, identifier(name)

    def reduces(self, name):
        """Whether a function has the form that gives an image, with options."""
        names = {p.name for p in self.by_name[name].parameters}
        return "out" in names and names & {"axes", "axis", "axis1"}

    # Documentation.

    def doc(self, function, p):
        """A parameter's comment; what says "as there" is looked up."""
        text, seen = p.doc, {function.name}
        while found := re.match(r"as (?:there|for `?(stoner_\w+)`?)(.*)", text):
            other = found[1] or (re.search(r"see `?(stoner_\w+)", function.doc) or [None, None])[1]
            if other is None or other in seen or other not in self.by_name:
                break
            seen.add(other)
            same = [q for q in self.by_name[other].parameters if q.name == p.name]
            if not same:
                break
            rest = found[2].lstrip("; ")
            text = f"{rest}; {same[0].doc}" if rest else same[0].doc
        if found := re.match(r"as `?(\w+)`?(.*)", text):
            same = [q for q in function.parameters if q.name == found[1]]
            text = same[0].doc if same else text
        return text

    def words(self, text):
        """A comment in C++'s words."""
        def name(found):
            return self.names.get(found[0], found[0])

        def constant(found):
            for family in self.families:
                for each in family.constants:
                    if each.name == found[0]:
                        return f"{family.name}::{enumerator(family, each)}"
            if any(each.name == found[0] for each in self.single) and "VERSION" not in found[0]:
                return found[0].removeprefix("STONER_").lower()
            return found[0]

        text = re.sub(r"\bstoner_\w+", name, text)
        text = re.sub(r"\bSTONER_\w+[A-Z0-9]\b", constant, text)
        text = re.sub(r",? to be freed with [\w:~]+", "", text)
        # A size goes with its array, and what is left out is not given.
        text = re.sub(r",? `n_\w+` of them|^`?n_\w+`? (?=[a-z])|[;,] (may be NULL|NULL: not wanted)\b.*?(?=[.;]|$)", "", text)
        text = re.sub(r"NULL with n_\w+ 0", "NULL", text)
        return re.sub(r"(\. )NULL", r"\1Not given", text).replace("NULL", "not given")

    # Parameters.

    def family(self, text):
        """The enumeration that a comment names."""
        named = re.findall(r"STONER_[A-Z0-9_]+", text)
        for family in self.families:
            if family.name == "Status":
                continue
            names = {constant.name for constant in family.constants}
            if any(name in names or name + "_" == family.prefix or name == family.prefix for name in named):
                return family
        return None

    def call(self, function):
        owner, name = self.place(function)
        inputs, outputs, filled = [], [], None
        parameters = {p.name: p for p in function.parameters}
        done = {p.name for p in function.parameters if p.role == "context" or p.is_size}
        subject = [p for p in function.parameters if p.role != "context"][:1] if owner not in (None, "context") else []
        done |= {p.name for p in subject}
        if any(p.role == "buffer" for p in function.parameters):
            filled, used = self.filling(function)
            done |= used
        for p in function.parameters:
            if p.name in done:
                continue
            done.add(p.name)
            if p.is_output:
                outputs.append(self.output(function, p, parameters, done))
            else:
                inputs.append(self.input(function, p, parameters, done))
        if filled and outputs:
            raise Unbound("memory of unknown size beside other results")
        call = Call(function, owner, name, inputs, outputs, filled)
        if len(outputs) > 1 and call.gives_objects:
            self.move_optional(call)
        return call

    def move_optional(self, call):
        """Beside a new object what C may be told to leave out becomes a pointer among the options."""
        kept = []
        for output in call.outputs:
            p = next(p for p in call.function.parameters if p.name == output.name)
            # The result proper is what the function returns, also where C may be told to leave it out.
            if not p.optional or output.name == "out":
                kept.append(output)
                continue
            # What C fills has another name than the pointer to where it then goes.
            local = rf"(?<!\.)\b{output.name}\b", f"{output.name}_out"
            expression = re.sub(*local, next(iter(output.passed.values())))
            wanted = f"$ == nullptr ? nullptr : {expression}"
            note = self.words(re.sub(r"[;.] NULL: not wanted", "", self.doc(call.function, p)))
            kind = f"{output.type} *"
            after = ["if ($ != nullptr) {", f"    *$ = {re.sub(*local, output.value)};", "}"]
            before = [re.sub(*local, line) for line in output.before]
            doc = f"receives, where it is given: {note}"
            call.inputs.append(Input(output.name, kind, kind, doc, "nullptr", {p.name: wanted}, before, after))
        call.outputs = kept

    def filling(self, function):
        """What a function that fills memory of the caller gives, and the parameters that are taken care of."""
        buffer = next(p for p in function.parameters if p.role == "buffer")
        at = function.parameters.index(buffer)
        names = [p.name for p in function.parameters[at:]]
        if buffer.base == "void" or len(names) != 3 or function.parameters[at + 2].base != "int64_t":
            raise Unbound("a buffer without a length")
        kind = "std::string" if buffer.base == "char" else f"std::vector<{SCALARS[buffer.base]}>"
        return kind, set(names)

    def default_of(self, function, p, text, kind):
        """The C++ default of a number, None where it must be given."""
        if (function.short, p.name) in defaults.ORIGINAL:
            return literal(defaults.ORIGINAL[function.short, p.name])
        if kind == "bool":
            return None if text.startswith("0 or 1") else "false"
        if isinstance(kind, Family):
            if "by_default" in (enumerator(kind, each) for each in kind.constants if each.value == 0):
                return f"{kind.name}::by_default"
            zero = [each for each in kind.constants if each.value == 0]
            return f"{kind.name}::{enumerator(kind, zero[0]) if zero else 'by_default'}"
        if "STONER_INTERPOLATION_DEFAULT" in text:
            return "interpolation_default"
        if p.name in defaults.ZERO or re.search(r"(?:^|[;,.] )0: (?!x, 1: y)", text):
            return "0.0" if p.base == "double" else "0"
        return None

    def kind(self, p, text):
        """bool, an enumeration, or None for a plain number."""
        if p.base not in ("int32_t", "uint8_t"):
            return None
        if p.name == "dtype" and "STONER_" not in text:
            return next(family for family in self.families if family.name == "Dtype")
        if re.match(r"(receives )?(0 or 1$|1: |0: .*; 1: |1 where )", text) or p.name in ("endwith", "forcetype"):
            return "bool"
        return None if "STONER_INTERPOLATION" in text else self.family(text)

    def input(self, function, p, parameters, done):
        text = self.doc(function, p)
        doc = self.words(text)
        optional = p.optional and (function.short, p.name) not in REQUIRED
        if p.role == "number":
            return self.number(function, p, parameters, done, text, doc)
        if p.role in ("text",):
            kind = "Path" if p.name in ("path", "filename") else "std::string"
            if optional:
                return Input(p.name, f"const std::optional<{kind}> &", f"std::optional<{kind}> ", doc, "{}", {p.name: "detail::c_str($)"})
            return Input(p.name, f"const {kind} &", f"{kind} ", doc, None, {p.name: "detail::c_str($)"})
        if p.role == "handle" and optional and (p.name, p.base) == ("options", "stoner_metadata"):
            return Input("keywords", "const Keywords &", "", doc, "{}", {p.name: "$.handle()"})
        if p.role == "handle":
            kind = p.base.removeprefix("stoner_").capitalize()
            if optional:
                return Input(p.name, f"const {kind} *", f"const {kind} *", doc, "nullptr", {p.name: "detail::handle_of($)"})
            return Input(p.name, f"const {kind} &" if p.const else f"{kind} &", "", doc, None, {p.name: "$.handle()"})
        if p.role == "handles":
            kind = p.base.removeprefix("stoner_").capitalize()
            count = parameters[p.count]
            return Input(
                p.name, f"Span<{kind}> ", "", doc, None,
                {p.name: f"{p.name}_handles.data()", p.count: f"detail::count<{SCALARS[count.base]}>($.size())"},
                [f"const auto {p.name}_handles = detail::handles<const {p.base}>($);"],
            )
        if p.role == "numbers":
            return self.numbers(function, p, parameters, optional, text, doc)
        raise Unbound(f"{p.name} is {p.role}")

    def number(self, function, p, parameters, done, text, doc):
        if p.name.endswith("_mode") and p.name.removesuffix("_mode") in parameters or p.name == "fill_mode":
            family = self.family(text)
            value = p.name.removesuffix("_mode") if p.name != "fill_mode" else "fill_value"
            # A choice between a default and a value: a value that may be missing.
            if family and value in parameters and {each.value for each in family.constants} == {0, 1}:
                done.add(value)
                both = f"{doc.rstrip('.')}; {self.words(self.doc(function, parameters[value]))}"
                return Input(
                    value, "std::optional<double> ", "std::optional<double> ", self.fill_doc(both), "{}",
                    {p.name: f"detail::choice($, {family.name}::value)", value: "$.value_or(0.0)"},
                )
        if p.name == "re" and "im" in parameters:
            done.add("im")
            return Input("value", "std::complex<double> ", "std::complex<double> ", "the number", None, {"re": "$.real()", "im": "$.imag()"})
        kind = self.kind(p, text)
        default = self.default_of(function, p, text, kind)
        if kind == "bool":
            doc = re.sub(r"\b1( \(numpy's default\))?: ", r"true\1: ", re.sub(r"\b0: ", "false: ", doc))
            return Input(p.name, "bool ", "bool ", doc, default, {p.name: "$ ? 1 : 0"})
        if kind is not None:
            if kind.name == "Dtype" and not re.search(r"\b0: |STONER_DTYPE_DEFAULT", text):
                default = None
            return Input(p.name, f"{kind.name} ", f"{kind.name} ", doc, default, {p.name: "static_cast<std::int32_t>($)"})
        type_ = SCALARS[p.base] + " "
        # Integers of the caller are taken in any width that he has.
        return Input(p.name, type_, type_, doc, default, {p.name: "$"})

    @staticmethod
    def fill_doc(text):
        text = re.sub(r"Fill::by_default(?: \(0\))?", "not given", text)
        text = re.sub(r"Cval::mean \(0\)", "not given", text)
        text = re.sub(r"[;,]? ?(?:Fill|Cval)::value(?: \(1\))?(?:: )?", "; given: ", text)
        return re.sub(r"(; given: )[;.]? ?", r"\1", text.replace("what `cval` means: ", ""))

    def numbers(self, function, p, parameters, optional, text, doc):
        element = SCALARS[p.base]
        if p.base == "int64_t" and p.extent == "room" and p.room == 4:
            given = f"{p.name}_numbers.data()"
            before = [f"const auto {p.name}_numbers = detail::numbers($);"]
            return Input(p.name, "const Box &", "Box ", doc, "{}" if optional else None, {p.name: given}, before)
        if p.extent == "room" and p.room == 1:
            default = literal(defaults.ORIGINAL.get((function.short, p.name))) if (function.short, p.name) in defaults.ORIGINAL else "{}"
            kind = f"std::optional<{element}> "
            return Input(p.name, kind, kind, doc, default, {p.name: "detail::pointer($)"})
        if p.extent == "room":
            kind = f"std::array<{element}, {p.room}>"
            family = self.family(text) if p.base == "int32_t" else None
            if optional and family:
                member = f"std::optional<std::array<{family.name}, {p.room}>>"
                before = [f"const auto {p.name}_numbers = detail::numbers($);"]
                return Input(p.name, f"const {member} &", f"{member} ", doc, "{}", {p.name: f"detail::pointer({p.name}_numbers)"}, before)
            if optional:
                return Input(p.name, f"const std::optional<{kind}> &", f"std::optional<{kind}> ", doc, "{}", {p.name: "detail::pointer($)"})
            return Input(p.name, f"const {kind} &", f"{kind} ", doc, None, {p.name: "$.data()"})
        if p.extent == "count":
            count = parameters[p.count]
            passed = {p.name: "$.data()"}
            if optional:
                passed = {p.name: "$.empty() ? nullptr : $.data()"}
            sharing = [q.name for q in function.parameters if q.count == p.count and q.role == "numbers"]
            before = []
            if sharing[0] == p.name:
                passed[p.count] = f"detail::count<{SCALARS[count.base]}>($.size())"
                before = [f'detail::same_size("{sharing[0]}", {sharing[0]}.size(), "{other}", {other}.size());' for other in sharing[1:]]
            return Input(p.name, f"Span<{element}> ", f"std::vector<{element}> ", doc, "{}" if optional else None, passed, before)
        raise Unbound(f"{p.name} needs {p.extent}")

    def output(self, function, p, parameters, done):
        doc = self.words(self.doc(function, p))
        if p.role == "new":
            kind = p.base.removeprefix("stoner_").capitalize()
            return Output(p.name, kind, doc, {p.name: f"{p.name}.out()"}, [f"detail::New<{kind}, {p.base}> {p.name};"], f"{p.name}.take()")
        if p.role != "result":
            raise Unbound(f"{p.name} is {p.role}")
        if p.extent == "count":
            count = next(q.name for q in function.parameters if q.count == p.count and q.role == "numbers")
            kind = f"std::vector<{SCALARS[p.base]}>"
            return Output(p.name, kind, doc, {p.name: f"{p.name}.data()"}, [f"{kind} {p.name}({count}.size());"], f"std::move({p.name})")
        if p.extent != "room":
            raise Unbound(f"{p.name} has room for {p.extent}")
        if p.room == 4 and p.base == "int64_t":
            before = [f"std::array<std::int64_t, 4> {p.name}{{}};"]
            return Output(p.name, "Box", doc, {p.name: f"{p.name}.data()"}, before, f"Box{{{p.name}[0], {p.name}[1], {p.name}[2], {p.name}[3]}}")
        if p.room > 1:
            kind = f"std::array<{SCALARS[p.base]}, {p.room}>"
            return Output(p.name, kind, doc, {p.name: f"{p.name}.data()"}, [f"{kind} {p.name}{{}};"], p.name)
        value, type_ = p.name, SCALARS[p.base]
        passed, before = {p.name: f"&{p.name}"}, [f"{type_} {p.name}{{}};"]
        imaginary = {"re": "im", "fill_value": "imaginary"}.get(p.name)
        if imaginary in parameters:
            done.add(imaginary)
            passed[imaginary] = f"&{imaginary}"
            before.append(f"double {imaginary}{{}};")
            value, type_ = f"std::complex<double>{{{p.name}, {imaginary}}}", "std::complex<double>"
            name = "value" if p.name == "re" else p.name
        else:
            name = p.name
            kind = self.kind(p, self.doc(function, p)) or self.result_family(function, p)
            if kind == "bool":
                value, type_ = f"{p.name} != 0", "bool"
            elif kind is not None:
                value, type_ = f"static_cast<{kind.name}>({p.name})", kind.name
        if "masked" in parameters and name in ("value",):
            done.add("masked")
            passed["masked"] = "&masked"
            before.append("std::int32_t masked{};")
            value, type_ = f"Masked<{type_}>{{{value}, masked != 0}}", f"Masked<{type_}>"
        return Output(name, type_, doc, passed, before, value)

    def result_family(self, function, p):
        name = {"dtype": "Dtype", "value_type": "Type"}.get(p.name)
        return next((family for family in self.families if family.name == name), None)


def literal(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and math.isnan(value):
        return "std::numeric_limits<double>::quiet_NaN()"
    return repr(value)


# ---------------------------------------------------------------------------------------------------------------------
# Text


def comment(text, indent, mark="///"):
    """Lines of a comment, wrapped; paragraphs stay."""
    lines = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        if lines:
            lines.append(f"{indent}{mark}")
        lines += textwrap.wrap(
            " ".join(paragraph.split()), WIDTH, initial_indent=f"{indent}{mark} ", subsequent_indent=f"{indent}{mark} ",
            break_long_words=False, break_on_hyphens=False,
        )
    return lines


def opening(name, text, includes):
    guard = f"STONER_{name.upper()}_HPP"
    lines = [f"/// @file {name}.hpp", f"/// {text}", f"/// {LICENCE}", "", f"#ifndef {guard}", f"#define {guard}", ""]
    system = [each for each in includes if each.startswith("<")]
    own = [each for each in includes if not each.startswith("<")]
    for group in (system, own):
        lines += [*(f"#include {each}" for each in group), *([""] if group else [])]
    return lines


def closing(lines):
    while lines[-1] == "":
        lines.pop()
    return "\n".join([*lines, "", "} // namespace stoner", "", "#endif"]) + "\n"


def sentence(text):
    """A comment on a parameter as one that stands by itself."""
    text = " ".join(text.split())
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".") if text else ""


def parameters_of(call, declaration):
    """The parameters in C++, with defaults in a declaration."""
    parts = []
    for given in call.required:
        parts.append(f"{given.type}{given.name}")
    parts += [f"{given.type}{given.name}" + (f" = {given.default}" if declaration else "") for given in call.leading]
    if call.has_options:
        parts.append(f"const {call.title}Options &options" + (" = {}" if declaration and not call.overloaded else ""))
    else:
        parts += [f"{given.type}{given.name}" + (f" = {given.default}" if declaration else "") for given in call.optional]
    if call.has_context and call.owner != "context":
        parts.append("ContextRef context" + (" = {}" if declaration else ""))
    return parts


def wrapped(head, parts, tail, indent):
    """`head(parts)tail` on one line, or the parts below each other's column."""
    line = f"{indent}{head}({', '.join(parts)}){tail}"
    if len(line) <= WIDTH + 5:
        return [line]
    lines, current = [], f"{indent}{head}("
    column = " " * len(current)
    for i, part in enumerate(parts):
        text = part + (", " if i + 1 < len(parts) else f"){tail}")
        if len(current) + len(text.rstrip()) > WIDTH + 5 and current.strip() != f"{head}(":
            lines.append(current.rstrip())
            current = column
        current += text
    return [*lines, current]


def declaration(call, model, indent):
    lines = comment(model.words(call.function.doc), indent)
    shown = [*call.required, *call.leading, *([] if call.has_options else call.optional)]
    for given in shown:
        if given.doc:
            lines += comment(f"@param {given.name} {given.doc}", indent)
    if len(call.outputs) == 1 and not call.filled and call.outputs[0].doc.startswith("receives") is False and call.outputs[0].name != "out":
        if call.outputs[0].doc:
            lines += comment(f"@return {re.sub(r'^room for ', '', call.outputs[0].doc)}", indent)
    if "STONER_ERR" in call.function.returns:
        lines += comment(f"@throws Error with {model.words(call.function.returns)}", indent)
    if call.has_options:
        lines += comment(f"@see {call.title}Options", indent)
    const = " const" if call.owner and call.const else ""
    return lines + wrapped(f"{call.result} {call.name}", parameters_of(call, True), f"{const};", indent)


def definition(call):
    owner = f"{call.owner.capitalize()}Methods::" if call.owner else ""
    const = " const" if call.owner and call.const else ""
    lines = wrapped(f"inline {call.result} {owner}{call.name}", parameters_of(call, False), f"{const} {{", "")
    context = "handle()" if call.owner == "context" else "context.handle()"
    passed = {}
    first = call.owner if call.owner not in (None, "context") else None
    before, after = [], []
    for p in call.function.parameters:
        if p.role == "context":
            passed[p.name] = context
        elif first and p.role == "handle" and p.base == f"stoner_{first}" and first not in passed.values() and not any(
            v == "handle()" for v in passed.values()
        ):
            passed[p.name] = "handle()"
    for given in call.inputs:
        name = f"options.{given.name}" if call.has_options and given in call.optional else given.name
        for parameter, expression in given.passed.items():
            passed[parameter] = expression.replace("$", name)
        before += [line.replace("$", name) for line in given.before]
        after += [line.replace("$", name) for line in given.after]
    for output in call.outputs:
        passed |= output.passed
        before += output.before
    arguments = [passed.get(p.name, p.name) for p in call.function.parameters]
    body = [f"    {line}" for line in before]
    if call.filled:
        # Its last three are the buffer, its capacity, its length.
        arguments = ", ".join([*arguments[:-3], "buffer..."])
        body.append(f"    return detail::filled<{call.filled}>({context}, [&](auto... buffer) {{")
        body.append(f"        return {call.function.name}({arguments});")
        body.append("    });")
    elif call.function.has_status:
        body += wrapped(f"detail::check({context}, {call.function.name}", arguments, ");", "    ")
        body += [f"    {line}" for line in after]
        if len(call.outputs) == 1:
            # A local variable is moved by itself.
            value = re.sub(r"^std::move\((\w+)\)$", r"\1", call.outputs[0].value)
            body.append(f"    return {value};")
        elif call.outputs:
            body.append(f"    return {{{', '.join(output.value for output in call.outputs)}}};")
    else:
        body += wrapped(f"return {call.function.name}", arguments, ";", "    ")
    return [*lines, *body, "}", ""]


def options_header(model):
    lines = opening("options", "What calls take by name, and what gives several results.", [
        "<array>", "<complex>", "<cstdint>", "<limits>", "<optional>", "<string>", "<vector>", '"arguments.hpp"',
    ])
    lines += ["namespace stoner {", "", "class Image;", "class Metadata;", "class Table;", ""]
    for call in model.calls:
        if call.has_options:
            lines += [f"/// Of {call.qualified}.", f"struct {call.title}Options {{"]
            for given in call.optional:
                lines += comment(sentence(given.doc), "    ")
                lines.append(f"    {given.member}{given.name}{'{}' if given.default == '{}' else ' = ' + given.default};")
            lines += ["};", ""]
        if len(call.outputs) > 1 and call.gives_objects:
            # What is in it is not known yet.
            lines += [f"struct {call.title}Result;", ""]
        elif len(call.outputs) > 1:
            lines += result_struct(call)
    return closing(lines)


def result_struct(call):
    lines = [f"/// Of {call.qualified}.", f"struct {call.title}Result {{"]
    for output in call.outputs:
        lines += comment(sentence(re.sub(r"^(receives|room for \d+ values?[:,]?) ?", "", output.doc)), "    ")
        lines.append(f"    {output.type} {output.name}{{}};")
    return [*lines, "};", ""]


def methods_header(model, owner):
    """The declarations of a class's members, as its base."""
    kind = owner.capitalize()
    if owner == "context":
        lines = opening("methods_context", "The members of contexts that are functions of C.", ['"options.hpp"'])
    else:
        lines = opening(f"methods_{owner}", f"The members of {kind} that are functions of C.", ['"handle.hpp"', '"keywords.hpp"', '"options.hpp"'])
    lines += ["namespace stoner {"]
    if owner != "context":
        lines += ["", *(f"class {other.capitalize()};" for other in CLASSES if other != "context")]
    lines += ["", "namespace detail {", ""]
    if owner == "context":
        lines += ["class ContextMethods {", "public:", "    /// The handle, to call C with; null for the thread's own context.",
                  "    stoner_context *handle() const noexcept { return handle_; }", ""]
    else:
        lines += [f"class {kind}Methods : public Owner<stoner_{owner}> {{", "public:"]
    section = None
    for call in model.calls:
        if call.owner == owner:
            if call.function.section != section:
                section = call.function.section
                lines += [f"    // {section}", ""]
            lines += [*declaration(call, model, "    "), ""]
    if owner == "context":
        lines += ["protected:", "    explicit ContextMethods(stoner_context *handle) noexcept : handle_(handle) {}", "    ~ContextMethods() = default;", "",
                  "    stoner_context *handle_;"]
    else:
        lines += ["protected:", "    using Owner::Owner;"]
    lines += ["};", "", "} // namespace detail"]
    return closing(lines)


def functions_header(model):
    lines = opening("functions", "Functions that belong to no object, and how all of them call C.", ['"image.hpp"', '"metadata.hpp"', '"table.hpp"'])
    lines += ["namespace stoner {", ""]
    for call in model.calls:
        if len(call.outputs) > 1 and call.gives_objects:
            lines += result_struct(call)
    for call in model.calls:
        if call.owner is None:
            lines += [*declaration(call, model, ""), ""]
    lines += ["namespace detail {", ""]
    for call in model.calls:
        if call.owner is not None:
            lines += definition(call)
    lines += ["} // namespace detail", ""]
    for call in model.calls:
        if call.owner is None:
            lines += definition(call)
    return closing(lines)


def files(model):
    yield "constants", constants_header(model)
    yield "options", options_header(model)
    for owner in CLASSES:
        yield f"methods_{owner}", methods_header(model, owner)
    yield "functions", functions_header(model)


def main(arguments):
    model = Model(interface.read())
    for name, reason in model.unbound.items():
        print(f"C++: {name} has to be written by hand ({reason}), see BY_HAND in bindings/cpp/generate.py", file=sys.stderr)
    return max(interface.make(HERE / f"stoner/{name}.hpp", text, arguments, __doc__) for name, text in files(model))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
