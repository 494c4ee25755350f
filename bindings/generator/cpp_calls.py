"""What each function of C is in C++: its class and name, what it takes, what it gives. bindings/generator/cpp.py says by which rules."""

import dataclasses
import math
import re

from . import model as interface

#: Written by hand in the headers beside: its C++ name.
BY_HAND = {
    "stoner_context_free": "Context::~Context",
    "stoner_context_new": "Context::Context",
    "stoner_context_set_file_hook": "Context::set_file_hook",
    "stoner_context_set_line_hook": "Context::set_line_hook",
    "stoner_context_set_progress_callback": "Context::set_progress_callback",
    "stoner_image_borrow": "Image::borrow",
    "stoner_image_clone": "Image::Image",
    "stoner_image_data": "Image::data",
    "stoner_image_fill_value_as": "Image::fill_value",
    "stoner_image_free": "Image::~Image",
    "stoner_image_from_data": "Image::from_data",
    "stoner_image_item_as": "Image::item",
    "stoner_image_read": "Image::read",
    "stoner_image_tolist": "Image::tolist",
    "stoner_image_write": "Image::write",
    "stoner_image_write_mask": "Image::write_mask",
    "stoner_live_clone": "Live::Live",
    "stoner_live_free": "Live::~Live",
    "stoner_live_push": "Live::push",
    "stoner_live_read": "Live::read",
    "stoner_last_error": "Error::what",
    "stoner_last_error_status": "Error::status",
    "stoner_metadata_clone": "Metadata::Metadata",
    "stoner_metadata_free": "Metadata::~Metadata",
    "stoner_metadata_new": "Metadata::Metadata",
    "stoner_scan_clone": "Scan::Scan",
    "stoner_scan_free": "Scan::~Scan",
    "stoner_table_clone": "Table::Table",
    "stoner_table_free": "Table::~Table",
    "stoner_table_new": "Table::Table",
    "stoner_status_text": "Error::status_text",
}

#: Not bound: why.
REASONS = {
    "stoner_image_arithmetic_read": "for loops without images: the C function takes the host's own memory",
    **{f"stoner_{name}": "for LabVIEW: Metadata is filled by {key, value} pairs" for name in ("image_apply_text", "image_imshow_text", "metadata_set_options")},
}

CLASSES = ("context", "image", "live", "metadata", "scan", "table")

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

#: May be left out, but stand before the options; so does what is drawn.
LEADING = {("image_save", "path")}

#: What C++ has a word or a meaning of its own for.
RESERVED = set(
    "alignas alignof and asm auto bool break case catch char class concept const continue decltype default delete do double else "
    "enum explicit export extern false float for friend goto if inline int long mutable namespace new noexcept not operator or "
    "private protected public register requires return short signed sizeof static struct switch template this throw true try "
    "typedef typename union unsigned using virtual void volatile while xor".split()
)

SCALARS = {"int32_t": "std::int32_t", "int64_t": "std::int64_t", "uint64_t": "std::uint64_t", "uint8_t": "std::uint8_t", "double": "double", "char": "char"}


def identifier(name):
    return "by_default" if name == "default" else f"{name}_" if name in RESERVED else name


def enumerator(constant):
    return identifier(constant.word)



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
        drawn = self.function.short.startswith("image_draw_")
        return [
            i for i in self.inputs
            if (self.function.short, i.name) in LEADING or i.name == "keywords" or drawn and i.name == "value" and i.default is not None
        ]

    @property
    def optional(self):
        return [i for i in self.inputs if i.default is not None and i not in self.leading]

    @property
    def has_options(self):
        return len(self.optional) > 1

    @property
    def title(self):
        """For names of structs: RotateOptions, MetadataSetTextOptions."""
        words = self.function.typed.split("_")
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
        """Whether a result is an object, whose class is not complete where options are declared."""
        return any(output.value.endswith(".take()") for output in self.outputs)

    @property
    def result(self):
        """The type of what it gives, without the error that may come in its place."""
        if self.filled:
            return self.filled
        if not self.function.has_status:
            return {"const char *": "std::string", **SCALARS}[self.function.result]
        if not self.outputs:
            return "void"
        return self.outputs[0].type if len(self.outputs) == 1 else f"{self.title}Result"


class Unbound(Exception):
    """A function that these rules cannot express."""


class Model(interface.Words):
    """The interface in C++."""

    PLAIN = {". NULL": ". Not given", "NULL": "not given"}
    BOOLEANS = ("false", "true")

    def __init__(self, c):
        super().__init__(c)
        self.single = [constant for constant in c.constants if constant.enumeration is None]
        self.by_name = {function.name: function for function in c.functions}
        self.names = dict(BY_HAND)
        for function in c.functions:
            if function.name not in BY_HAND and function.name not in REASONS and not function.replaced:
                owner, name = self.place(function)
                self.names[function.name] = f"{owner.capitalize()}::{name}" if owner else name
        self.calls, self.unbound = [], {}
        for function in c.functions:
            if function.name in BY_HAND or function.name in REASONS or function.replaced:
                continue
            try:
                self.calls.append(self.call(function))
            except Unbound as reason:
                self.unbound[function.name] = str(reason)
        for name in self.unbound:
            del self.names[name]
        self.mark_overloads()
        known = {(f.short, p.name) for f in c.functions for p in f.parameters}
        for wrong in LEADING - known:
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
        short = function.typed
        if short in OF_CONTEXT:
            return "context", NAMES.get(short, short)
        prefix, _, rest = short.partition("_")
        owner = prefix if prefix in CLASSES and rest else None
        first = [p for p in function.parameters if p.role != "context"][:1]
        if owner and owner != "context" and not (first and first[0].role == "handle" and first[0].base == f"stoner_{owner}"):
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

    def function(self, name):
        return self.names.get(name) or self.names.get(f"{name}_as", name)

    def constant(self, constant):
        if "VERSION" in constant.name:
            return constant.name
        return f"{constant.enumeration}::{enumerator(constant)}" if constant.enumeration else constant.name.removeprefix("STONER_").lower()

    def any_of(self, enumeration):
        return enumeration.name

    def used_by(self, family):
        """Where an enumeration is used, for its comment."""
        users = [self.names[f.name] for f in self.c.functions if f.name in self.names and any(p.enumeration == family.name for p in f.parameters)]
        users = list(dict.fromkeys(users))
        if not users:
            return f"{family.name}: what calls give back."
        return "For " + ", ".join(users[:4]) + (" and others." if len(users) > 4 else ".")

    # Parameters.

    def call(self, function):
        owner, name = self.place(function)
        inputs, outputs, filled = [], [], None
        parameters = {p.name: p for p in function.parameters}
        done = {p.name for p in function.parameters if p.role == "context" or p.is_size or p.is_dtype}
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
            note = self.text(p.doc)
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

    def default_of(self, p):
        """The C++ default of a number, None where it must be given."""
        if p.must_be_given:
            return None
        family = self.c.enumeration(p)
        if p.default is None:
            unset = 0 if p.unset is interface.REQUIRED else p.unset
            if family:
                return f"{family.name}::{enumerator(family.of(unset))}"
            return literal(float(unset) if p.base == "double" else unset)
        if family:
            return f"{family.name}::{enumerator(self.c.constant(p.default))}"
        return literal(float(p.default) if p.base == "double" else p.default)

    def input(self, function, p, parameters, done):
        doc = self.about(p)
        optional = p.optional and not p.must_be_given
        if p.role == "number":
            return self.number(p, parameters, done, doc)
        if p.role == "scalar":
            passed = {p.dtype: "detail::dtype_code($)", p.name: "detail::address($)"}
            if optional and p.default is None:
                return Input(p.name, "const std::optional<Number> &", "std::optional<Number> ", doc, "{}", passed)
            return Input(p.name, "const Number &", "Number ", doc, None if p.must_be_given else literal(p.default), passed)
        if p.role == "text":
            kind = "Path" if p.kind == "path" else "std::string"
            if optional:
                return Input(p.name, f"const std::optional<{kind}> &", f"std::optional<{kind}> ", doc, "{}", {p.name: f'arguments.text("{p.name}", $)'})
            return Input(p.name, f"const {kind} &", f"{kind} ", doc, None, {p.name: f'arguments.text("{p.name}", $)'})
        if p.role == "handle" and optional and p.kind == "options":
            return Input("keywords", "const Keywords &", "", doc, "{}", {p.name: "arguments.options($)"})
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
                {p.name: f"{p.name}_handles.data()", p.count: f'arguments.count<{SCALARS[count.base]}>("{p.name}", $.size())'},
                [f"const auto {p.name}_handles = detail::handles<const {p.base}>($);"],
            )
        if p.role == "numbers":
            return self.numbers(function, p, parameters, optional, doc)
        raise Unbound(f"{p.name} is {p.role}")

    def number(self, p, parameters, done, doc):
        family = self.c.enumeration(p)
        # Fill::own is for integers that no double holds; those have functions of their own in C++.
        if p.decides and (family.name == "Fill" or {each.value for each in family.values} == {0, 1}):
            # A choice between a default and a value: a value that may be missing.
            done.add(p.decides)
            return Input(
                p.decides, "std::optional<double> ", "std::optional<double> ", self.choice(p, parameters[p.decides]), "{}",
                {p.name: f"detail::choice($, {family.name}::value)", p.decides: "$.value_or(0.0)"},
            )
        if p.name == "re" and "im" in parameters:
            done.add("im")
            return Input("value", "std::complex<double> ", "std::complex<double> ", "the number", None, {"re": "$.real()", "im": "$.imag()"})
        default = self.default_of(p)
        if p.kind == "bool":
            return Input(p.name, "bool ", "bool ", doc, default, {p.name: "$ ? 1 : 0"})
        if family is not None:
            return Input(p.name, f"{family.name} ", f"{family.name} ", doc, default, {p.name: "static_cast<std::int32_t>($)"})
        type_ = SCALARS[p.base] + " "
        passed = f'arguments.degree("{p.name}", $)' if p.zero else f'arguments.not_zero("{p.name}", $, "{p.allowed}")' if p.refuses_zero and p.default is not None else "$"
        return Input(p.name, type_, type_, doc, default, {p.name: passed})

    def numbers(self, function, p, parameters, optional, doc):
        element = SCALARS[p.base]
        if p.kind == "box":
            given = f"{p.name}_numbers.data()"
            before = [f"const auto {p.name}_numbers = detail::numbers($);"]
            return Input(p.name, "const Box &", "Box ", doc, "{}" if optional else None, {p.name: given}, before)
        if p.extent == "room" and p.room == 1:
            default = "{}" if p.default is None else literal(p.default)
            kind = f"std::optional<{element}> "
            if p.default is not None:
                # Nothing is what a caller asks for who takes the default away.
                before = [f"const {element} {p.name}_number = $.value_or(STONER_AXIS_NONE);"]
                return Input(p.name, kind, kind, doc, default, {p.name: f"&{p.name}_number"}, before)
            return Input(p.name, kind, kind, doc, default, {p.name: "detail::pointer($)"})
        if p.extent == "room":
            kind = f"std::array<{element}, {p.room}>"
            family = self.c.enumeration(p)
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
                passed[p.count] = f'arguments.count<{SCALARS[count.base]}>("{p.name}", $.size())'
                before = [f'arguments.same_size("{sharing[0]}", {sharing[0]}.size(), "{other}", {other}.size());' for other in sharing[1:]]
            return Input(p.name, f"Span<{element}> ", f"std::vector<{element}> ", doc, "{}" if optional else None, passed, before)
        raise Unbound(f"{p.name} needs {p.extent}")

    def output(self, function, p, parameters, done):
        doc = self.about(p)
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
        if p.kind == "box":
            before = [f"std::array<std::int64_t, 4> {p.name}{{}};"]
            return Output(p.name, "Box", doc, {p.name: f"{p.name}.data()"}, before, f"Box{{{p.name}[0], {p.name}[1], {p.name}[2], {p.name}[3]}}")
        if p.room > 1:
            kind = f"std::array<{SCALARS[p.base]}, {p.room}>"
            return Output(p.name, kind, doc, {p.name: f"{p.name}.data()"}, [f"{kind} {p.name}{{}};"], p.name)
        value, type_ = p.name, SCALARS[p.base]
        passed, before = {p.name: f"&{p.name}"}, [f"{type_} {p.name}{{}};"]
        imaginary = next((q.name for q in parameters.values() if q.imaginary_of == p.name), None)
        if imaginary:
            done.add(imaginary)
            passed[imaginary] = f"&{imaginary}"
            before.append(f"double {imaginary}{{}};")
            value, type_ = f"std::complex<double>{{{p.name}, {imaginary}}}", "std::complex<double>"
            name = "value" if p.name == "re" else p.name
        else:
            name = p.name
            family = self.c.enumeration(p)
            if p.kind == "bool":
                value, type_ = f"{p.name} != 0", "bool"
            elif family:
                value, type_ = f"static_cast<{family.name}>({p.name})", family.name
        if "masked" in parameters and name in ("value",):
            done.add("masked")
            passed["masked"] = "&masked"
            before.append("std::int32_t masked{};")
            value, type_ = f"Masked<{type_}>{{{value}, masked != 0}}", f"Masked<{type_}>"
        return Output(name, type_, doc, passed, before, value)


def literal(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and math.isnan(value):
        return "std::numeric_limits<double>::quiet_NaN()"
    return repr(value)
