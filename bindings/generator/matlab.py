"""Makes what the MATLAB binding has of the description: the gateway's table and the methods of its classes.

The table (stoner_table.h) has for each function its parameters, how each is taken from or given to MATLAB, and a line of C that
calls it. The classes are written by hand in templates/; at the line `%METHODS` come the methods that are made from the description,
those excepted that the template has itself.
"""

import re
import sys
import textwrap

from . import model
from .model import NOTE, ROOT, meaning_of_null, snake, without_ownership

HERE = ROOT / "bindings/matlab"

#: Functions whose parameters need more than their roles: written by hand in stoner_mex.c.
BY_HAND = ("image_from_data", "image_read", "image_read_mask", "image_write", "image_write_mask", "image_tolist")
#: Functions that are not called as such, and why.
LEFT_OUT = {
    "context_set_progress_callback": "the gateway sets it for the time of a call: stoner.Context.progress",
    "context_set_file_hook": "the gateway sets it for the time of a call: stoner.Context.file_hook",
    "context_set_line_hook": "the gateway sets it for the time of a call: stoner.Context.line_hook",
    "image_data": "MATLAB's arrays are in MATLAB's own memory; image_read copies the pixels there once",
}
MATLAB_DTYPES = {
    "logical": 1, "bool": 1, "uint8": 2, "int8": 3, "uint16": 4, "int16": 5, "uint32": 6, "int32": 7, "uint64": 8, "int64": 9,
    "single": 10, "float32": 10, "double": 11, "float64": 11, "single complex": 12, "complex64": 12, "double complex": 13,
    "complex128": 13,
}
DTYPE_NAMES = {
    "BOOL": "logical", "U8": "uint8", "I8": "int8", "U16": "uint16", "I16": "int16", "U32": "uint32", "I32": "int32", "U64": "uint64",
    "I64": "int64", "F32": "single", "F64": "double", "C64": "single complex", "C128": "double complex",
}
#: With an axis, but no reduction: their result is never a number.
SHAPED = (
    "sort", "argsort", "partition", "argpartition", "take", "compress", "repeat", "cumsum", "cumprod", "anom", "squeeze",
    "transpose_axes",
)
KINDS = {"int32_t": "I32", "int64_t": "I64", "uint64_t": "U64", "uint8_t": "U8", "double": "F64", "char": "CHAR", "void": "BYTES"}
CLASSES = {"image": "Image", "table": "Table", "metadata": "Metadata", "context": "Context"}


class Unsupported(Exception):
    """What no rule of the gateway covers."""


# -- What a parameter is to MATLAB ------------------------------------------------------------------------------------------------


class Names(model.Words):
    """What the description's names are in MATLAB."""

    PLAIN = {"NULL:": "not given:", "NULL": "[]", "`float`": "single", "`double`": "double", "int64_t": "int64"}

    def text(self, text):
        return " ".join(super().text(model.without_counts(without_ownership(text))).split())

    def function(self, name):
        if name == "stoner_load":
            return "stoner.Image"
        kind, _, short = name.removeprefix("stoner_").partition("_")
        if kind == "image" and short:
            return short
        return f"{CLASSES[kind]}.{short}" if kind in CLASSES and short else f"stoner.Library.{name.removeprefix('stoner_')}"

    def constant(self, constant):
        short = constant.name.removeprefix("STONER_")
        if constant.enumeration == "Status":
            return f"stoner:{camel(constant.name)}" if constant.value else "0"
        if constant.enumeration == "Dtype":
            return f"'{DTYPE_NAMES[short]}'" if constant.value else "not given"
        own = {"EXTENT": "-Inf or Inf", "MAX_NDIM": "8", "DEGREE_ZERO": "0"}.get(short)
        return own or (f"'{constant.word}'" if constant.word else constant.name)

    def any_of(self, enumeration):
        return f"a word of {snake(enumeration.name)}"

    def __init__(self, c):
        super().__init__(c)
        #: {family: {word: number}}: the gateway's names of enumerations.
        self.families = {"dtype": MATLAB_DTYPES}
        for enumeration in c.enumerations.values():
            if enumeration.name not in ("Dtype", "Status"):
                self.families[snake(enumeration.name)] = {constant.word: constant.value for constant in enumeration.values}

    def family(self, p):
        return snake(p.enumeration) if p.enumeration and p.role in ("number", "numbers") else None

    def number(self, p, value):
        """A value of a parameter as C."""
        if value is model.REQUIRED or value is None:
            return "0"
        if value != value:
            return "MISSING"
        return f"{self.c.constant(value).value if isinstance(value, str) else value:g}"

    def preset(self, p):
        """What a number is where it is not given, as C."""
        if p.name == "keepdims":
            return "KEEPDIMS"
        return self.number(p, p.unset if p.default is None else p.default)

    def written(self, p):
        """A default in MATLAB's words; "" where there is none or it is the function's own."""
        if p.default is None or p.default is model.REQUIRED:
            return ""
        values = p.default if isinstance(p.default, list) else [p.default]
        words = [self.word(p, value) for value in values]
        return words[0] if len(words) == 1 else f"[{' '.join(words)}]"

    def word(self, p, value):
        if p.enumeration:
            short = value.removeprefix("STONER_")
            return f"'{DTYPE_NAMES[short] if p.enumeration == 'Dtype' else self.c.constant(value).word}'"
        if isinstance(value, bool):
            return str(value).lower()
        return f"'{value}'" if isinstance(value, str) else "NaN" if value != value else f"{value:g}"


def subject(function):
    first = [p for p in function.parameters if p.role != "context"][:1]
    return first[0] if first and first[0].role == "handle" else None


def outputs(function):
    """In the order in which MATLAB gets them: new handles first that are always given."""
    return sorted(function.outputs, key=lambda p: p.role != "new" or p.optional)


def is_reduction(function):
    """Whether the result is a number where no dimensions are given."""
    short = function.short.removeprefix("image_")
    return short in ("dot", "trace") or any(p.name in ("axes", "axis") for p in function.inputs) and short not in SHAPED


def meaning(function, p):
    if p.kind in ("axis", "axes") and p.role in ("number", "numbers"):
        return "PERMUTATION" if function.short == "image_transpose_axes" else "AXIS"
    if p.kind == "shape" and p.role == "numbers":
        return "SHAPE"
    if p.kind in ("shape", "strides") and p.role == "buffer":
        return "SIZE_OF" if p.kind == "shape" else "STRIDES"
    if p.kind == "box" and p.role == "numbers":
        return "BOX"
    if p.role == "result" and (p.base == "uint64_t" or p.base == "int64_t" and function.short.endswith("_i64")):
        return "EXACT"
    return None


# -- The table of the gateway -----------------------------------------------------------------------------------------------------


def entry(names, function, p):
    """One parameter as a C initializer."""
    place = {q.name: i for i, q in enumerate(function.parameters)}
    fields = {"name": f'"{p.name}"', "kind": KINDS.get(p.base, "OBJECT")}
    if p.role == "context":
        fields["role"] = "CONTEXT"
    elif p.is_size:
        fields["role"] = "SIZE"
    elif function.is_length(p):
        fields["role"] = "LENGTH"
    elif p.role in ("handle", "handles", "new", "number", "text", "texts", "numbers", "result", "buffer"):
        fields["role"] = p.role.upper()
    else:
        raise Unsupported(f"{function.name}: {p.name} is {p.role}")
    if fields["kind"] == "OBJECT":
        fields["object"] = f"A_{p.base.removeprefix('stoner_').upper()}"
    if p.role in ("numbers", "texts", "handles", "result"):
        if p.extent == "count":
            fields["count"] = place[p.count]
        elif p.extent == "room":
            fields["room"] = p.room
        else:
            raise Unsupported(f"{function.name}: {p.name} has as many elements as {p.extent}")
    if p.role == "buffer":
        following = function.parameters[place[p.name] + 2 : place[p.name] + 3]
        if p.count != "capacity" or not following or not function.is_length(following[0]):
            raise Unsupported(f"{function.name}: {p.name} is a buffer without a length")
    if p.optional and p.role not in ("context",):
        fields["optional"] = 1
    if p.role == "number" and not p.is_size and p.must_be_given:
        fields["needed"] = 1
    if what := meaning(function, p):
        fields["meaning"] = what
    if p.zero:
        fields["zero"] = p.zero
    if p.refuses_zero:
        fields["allowed"] = f'"{p.allowed}"'
    if family := names.family(p):
        fields["words"] = f"words_{family}"
    if p.role == "number" and not p.is_size:
        preset = names.preset(p)
        if p.decides and any(constant.word == "value" for constant in names.c.enumeration(p).values):
            fields["meaning"] = "VALUE_MODE"
            fields["count"] = place[p.decides]
        if preset == "KEEPDIMS":
            fields["meaning"] = "KEEPDIMS"
        elif preset != "0":
            fields["preset"] = preset
    if p.kind == "axis" and p.role == "numbers" and p.default is not None:
        # One number in place of NULL.
        fields["preset"] = names.number(p, p.default)
        fields["has_preset"] = 1
    return "{" + ", ".join(f".{key} = {value}" for key, value in fields.items()) + "}"


def call(function):
    arguments = []
    for i, p in enumerate(function.parameters):
        plain = {"int32_t": "i32", "int64_t": "i64", "uint64_t": "u64", "uint8_t": "u8", "double": "f64"}
        member = plain[p.base] if p.pointers == 0 else "p"
        arguments.append(f"a[{i}].{member}")
    returns = {"int32_t": "i32", "int64_t": "i64", "double": "f64", "const char *": "text"}[function.result]
    return f"static void call_{function.short}(const argument *a, argument *r) {{\n" + textwrap.indent(
        "\n".join(["(void)a;"] * (not arguments) + [f"r->{returns} = {function.name}({', '.join(arguments)});"]), "    "
    ) + "\n}"


def table(c):
    names = Names(c)
    lines = [f"/* The gateway's table. {NOTE} */", ""]
    # At least as many as the gateway's own functions have outputs.
    lines += [f"#define MAX_PARAMETERS {max(4, *(len(function.parameters) for function in c.functions))}", ""]
    for family, words in names.families.items():
        listed = ", ".join(f'{{"{word}", {value}}}' for word, value in words.items())
        lines += [f"static const word words_{family}[] = {{{listed}, {{NULL, 0}}}};"]
    lines += ["", "static const status_name STATUS_NAMES[] = {"]
    for constant in c.constants:
        if constant.name.startswith("STONER_ERR_"):
            lines.append(f'    {{{constant.name}, "stoner:{camel(constant.name)}"}},')
    lines += ["    {0, NULL},", "};", ""]
    known = {}
    for function in c.functions:
        if function.short in LEFT_OUT or function.short in BY_HAND:
            continue
        try:
            known[function.short] = [entry(names, function, p) for p in function.parameters], function
        except Unsupported as why:
            print(f"MATLAB: left out: {why}", file=sys.stderr)
    for short, (entries, function) in known.items():
        lines += [call(function)]
        if entries:
            lines += [f"static const parameter parameters_{short}[] = {{", *(f"    {each}," for each in entries), "};"]
        lines.append("")
    lines.append("static const function FUNCTIONS[] = {")
    for short in sorted(known):
        entries, function = known[short]
        kind = "STATUS" if function.has_status else {"int32_t": "I32", "int64_t": "I64", "double": "F64", "const char *": "TEXT"}[function.result]
        listed = f"parameters_{short}" if entries else "NULL"
        # A number that a reduction gives has no positions to lose: the warning would come each time.
        quiet = int(is_reduction(function))
        lines.append(f'    {{"{short}", call_{short}, {listed}, {len(entries)}, RETURNS_{kind}, {quiet}}},')
    return "\n".join([*lines, "};"]) + "\n", known.keys()


def camel(constant):
    return "".join(part.capitalize() if part not in ("IO", "UTF8") else part for part in constant.removeprefix("STONER_ERR_").split("_"))


# -- The classes ------------------------------------------------------------------------------------------------------------------


def parameter_help(names, function, p):
    if meaning(function, p) in ("AXIS", "PERMUTATION"):
        where = "1: rows, 2: columns, 3: frames of a stack"
        missing = meaning_of_null(p.doc)
        if p.default is not None and p.default is not model.REQUIRED:
            last = {-1: "the columns", 0: "the first axis of the library", 1: "the second"}[p.default]
            return f"dimension, {where}; not given: {last}"
        return f"dimension, {where}" + (f"; not given: {missing}" if missing else "")
    if meaning(function, p) == "SHAPE":
        return "the new size, rows first; the elements are taken row by row, then frame by frame"
    if p.name == "keepdims":
        return "true: the reduced dimensions stay with length 1 (so without it, where dimensions are given); false: they go"
    text = names.text(p.doc)
    text = re.sub(r"\{([\w, .]+)\}", r"[\1]", text).rstrip(".")
    if meaning(function, p) == "BOX" and "Inf" not in text:
        text += "; -Inf or Inf: as far as there is"
    if (default := names.written(p)) and p.name != "keepdims":
        text += f"; default {default}"
    if family := names.family(p):
        words = list(dict.fromkeys(names.families[family]))
        if family == "dtype":
            words = [word for word in DTYPE_NAMES.values()]
        text += " [" + " ".join(f"'{word}'" for word in words if word != "default") + "]"
    return text


def help_text(names, function, signature, indent):
    first = textwrap.wrap(names.text(function.doc), 96)
    lines = [f"{signature[0].upper()}  {first[0] if first else ''}", *(f"  {line}" for line in first[1:]), ""]
    lines += [f"  {signature[1]}", ""]
    own = subject(function)
    for p in function.inputs:
        if p is own:
            continue
        text = textwrap.wrap(f"{p.name}: {parameter_help(names, function, p)}".rstrip(": "), 96)
        lines += [f"  {text[0]}", *(f"      {line}" for line in text[1:])]
    for p in outputs(function):
        doc = re.sub(r"^(?:the|a) new (image|table|metadata)\b[ ,.]*", "", names.text(p.doc))
        doc = re.sub(r"^(room for|receives) ", "", doc)
        if p.role == "new":
            doc = " ".join(filter(None, [f"a new stoner.{CLASSES[p.base.removeprefix('stoner_')]}.", doc]))
        text = textwrap.wrap(f"returns {p.name}: {doc}".rstrip(": "), 96)
        lines += [f"  {text[0]}", *(f"      {line}" for line in text[1:])]
    if function.returns and "STONER_ERR" in function.returns:
        lines += [f"  {line}" if not i else f"      {line}" for i, line in enumerate(textwrap.wrap("Errors: " + names.text(function.returns), 96))]
    return "\n".join(f"{indent}%{line}".rstrip() for line in lines)


def name_and_signature(names, function, short):
    listed = [p.name for p in function.inputs if p is not subject(function)]
    given = [p.name for p in outputs(function)] or ([] if function.has_status else ["value"])
    left = f"[{', '.join(given)}] = " if len(given) > 1 else f"{given[0]} = " if given else ""
    holder = {"image": "im", "table": "t", "metadata": "md", "context": "ctx"}.get(function.subject)
    before = f"{holder}." if holder else "stoner.Library."
    return short, f"{left}{before}{short}({', '.join(listed)})"


def method(names, function, short):
    """One method of a class."""
    signature = name_and_signature(names, function, short)
    kinds = "".join({"new": p.base.removeprefix("stoner_")[0]}.get(p.role, "n") for p in outputs(function)) or "n"
    if is_reduction(function):
        kinds = kinds.replace("i", "r")
    own = function.subject is not None
    head = f"    function varargout = {short}({'obj, ' if own else ''}varargin)"
    target = "obj" if own else "[]"
    returns = "" if outputs(function) or not function.has_status else "nothing = "
    if returns:
        head = f"    function {short}({'obj, ' if own else ''}varargin)"
        body = f"      stoner.internal.invoke('{function.short}', '', {target}, varargin);"
    else:
        body = f"      [varargout{{1:max(nargout, 1)}}] = stoner.internal.invoke('{function.short}', '{kinds}', {target}, varargin);"
    return "\n".join([head, help_text(names, function, signature, "      "), body, "    end"])


def methods(c, known, kind):
    """{method: function} of a class; `library` has what has no subject."""
    found = {}
    for function in c.functions:
        if function.short not in known or (function.subject or "library") != kind:
            continue
        short = function.short.removeprefix(f"{kind}_") if kind != "library" else function.short
        found[short] = function
    return found


def own_methods(template):
    return set(re.findall(r"^\s*function\s+(?:[\w\[\], ]+?\s*=\s*)?([\w.]+)", template, flags=re.MULTILINE))


def skipped(template):
    """Functions that a template names in lines `%BY-HAND function: how`."""
    return dict(re.findall(r"^\s*%BY-HAND (\w+): (.+)$", template, flags=re.MULTILINE))


def class_file(c, known, kind):
    template = (HERE / f"templates/{kind.capitalize()}.m").read_text(encoding="utf-8")
    names = Names(c)
    own = own_methods(template)
    made = [
        method(names, function, short)
        for short, function in methods(c, known, kind).items()
        if short not in own and function.short not in skipped(template)
    ]
    kept = re.sub(r"^\s*%BY-HAND .*\n", "", template, flags=re.MULTILINE)
    made_from = f"% {NOTE} By hand is what templates/ has.\n"
    return made_from + kept.replace("%METHODS\n", "\n".join(made).lstrip("\n") + "\n", 1)


def method_outputs(c, known):
    """The methods of each class, and whether they give something back: indexing with a dot has to know, and to ask Octave takes
    milliseconds."""
    lines = [
        "function n = method_outputs(kind, name)",
        "%METHOD_OUTPUTS  Of a method of a class 1 when it gives something back, 0 when not; -1 when there is no such method.",
        f"% {NOTE}",
        "  persistent known",
        "  if isempty(known)",
    ]
    for kind in KINDS_OF_CLASSES[:-1]:
        text = class_file(c, known, kind)
        found = re.findall(r"^    function (?:([^=\n(]*)= *)?(\w+)", text[: text.index("\nend\n")], flags=re.MULTILINE)
        pairs = ", ".join(f"'{name}', {int(bool(given))}" for given, name in sorted(found, key=lambda each: each[1]))
        lines += [f"    known.{kind.capitalize()} = struct( ...", *(f"      {line} ..." for line in textwrap.wrap(pairs, 110)), "    );"]
    lines += ["  end", "  n = -1;", "  if isfield(known.(kind), name)", "    n = known.(kind).(name);", "  end", "end", ""]
    return "\n".join(lines)


def sections(c):
    """help stoner.sections: what the sections of the header say of all their functions."""
    names = Names(c)
    lines = ["function sections()", "%SECTIONS  What groups of methods have in common: help stoner.sections", "%"]
    for section in c.sections:
        if section.text:
            lines += [f"%  {section.title}", "%"]
            for paragraph in section.text.split("\n\n"):
                parts = paragraph.splitlines() if paragraph.startswith("|") else textwrap.wrap(names.text(paragraph), 96)
                lines += [*(f"%    {line}" for line in parts), "%"]
    lines += [f"% {NOTE}", "  help stoner.sections", "end", ""]
    return "\n".join(lines)


KINDS_OF_CLASSES = ("image", "table", "metadata", "context", "library")


#: The functions that set what the gateway calls have their place in stoner.Context.
HOOKS = {
    "context_set_progress_callback": "stoner.Context.on_progress",
    "context_set_file_hook": "stoner.Context.on_file",
    "context_set_line_hook": "stoner.Context.on_line",
}
REASONS = {f"stoner_{short}": why for short, why in LEFT_OUT.items() if short not in HOOKS}
CLASSES_OF_METHODS = ("Image", "Table", "Metadata", "Context", "Library")


def names(c):
    """A function is covered when the gateway has it and a class calls it by its name."""
    gateway = (HERE / "stoner_mex.c").read_text(encoding="utf-8") + (HERE / "generated/stoner_table.h").read_text(encoding="utf-8")
    called = set(re.findall(r'^    \{"(\w+)", \w+', gateway, flags=re.MULTILINE))
    called |= set(re.findall(r'\{"(image_\w+)", \w+, \d\}', gateway))
    found = {f"stoner_{short}": name for short, name in HOOKS.items() if f"stoner_{short}(" in gateway}
    known = {function.short: function for function in c.functions}
    for kind in CLASSES_OF_METHODS:
        template = (HERE / f"templates/{kind}.m").read_text(encoding="utf-8")
        text = (HERE / f"+stoner/{kind}.m").read_text(encoding="utf-8")
        for short, name in skipped(template).items():
            if f"'{short}'" in text or any(f"'{short}'" in path.read_text(encoding="utf-8") for path in HERE.glob("templates/*.m")):
                found[f"stoner_{short}"] = name
        for method, body in re.findall(r"^    function (?:[^=\n(]*= *)?(\w+)(.*?)^    end$", text, flags=re.MULTILINE | re.DOTALL):
            for short in re.findall(r"(?:invoke\(|call\(obj, )'(\w+)'", body):
                if short in known and short in called:
                    found.setdefault(f"stoner_{short}", f"stoner.{kind}/{method}")
    constructor = (HERE / "+stoner/Image.m").read_text(encoding="utf-8")
    for short in ("load", "image_from_data"):
        if f"stoner_mex('{short}'" in constructor:
            found[f"stoner_{short}"] = "stoner.Image"
    return found


def files(c):
    text, known = table(c)
    made = {"generated/stoner_table.h": text, "+stoner/+internal/method_outputs.m": method_outputs(c, known), "+stoner/sections.m": sections(c)}
    made |= {f"+stoner/{kind.capitalize()}.m": class_file(c, known, kind) for kind in KINDS_OF_CLASSES}
    return {f"bindings/matlab/{name}": text for name, text in made.items()}
