"""Makes from include/stoner.h what the MATLAB binding has of it: the gateway's table and the methods of its classes.

usage: generate.py [--check]   `--check` compares and fails where they differ

The table (stoner_table.h) has for each function its parameters, how each is taken from or given to MATLAB, and a line of C that
calls it. The classes are written by hand in templates/; at the line `%METHODS` come the methods that are made from the header,
those excepted that the template has itself.
"""

import os
import pathlib
import re
import sys
import textwrap

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import defaults  # noqa: E402
import interface  # noqa: E402

#: Functions whose parameters need more than their roles: written by hand in stoner_mex.c.
BY_HAND = ("image_from_data", "image_read", "image_read_mask", "image_write", "image_write_mask", "image_tolist")
#: Functions that are not called as such, and why; coverage.py says the same.
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
KINDS = {"int32_t": "I32", "int64_t": "I64", "uint8_t": "U8", "double": "F64", "char": "CHAR", "void": "BYTES"}
CLASSES = {"image": "Image", "table": "Table", "metadata": "Metadata", "context": "Context"}


class Unsupported(Exception):
    """What no rule of the gateway covers."""


# -- What a parameter is to MATLAB ------------------------------------------------------------------------------------------------


def families(c):
    """{family: {word: number}} of the enumerations. One begins where a constant is 0 or less than the one before."""
    groups, last = [], None
    for constant in c.constants:
        if last is None or constant.value <= 0 or constant.value < last:
            groups.append([])
        groups[-1].append(constant)
        last = constant.value
    found = {"dtype": MATLAB_DTYPES}
    for group in groups:
        prefix = os.path.commonprefix([constant.name for constant in group])
        prefix = prefix[: prefix.rfind("_") + 1]
        if len(group) > 1 and prefix.count("_") > 1 and "_ERR_" not in prefix and "VERSION" not in prefix:
            family = prefix.removeprefix("STONER_").rstrip("_").lower()
            found[family] = {constant.name.removeprefix(prefix).lower(): constant.value for constant in group}
    return found


class Names:
    """Looks up what the header's comments refer to."""

    def __init__(self, c):
        self.functions = {function.name: function for function in c.functions}
        self.families = families(c)

    def doc(self, function, p):
        """The comment of a parameter; of one that only says `as there`, the one that it refers to."""
        doc = whole = p.doc
        for _ in range(4):
            refers = re.search(r"(?:^|, )as (?:for |in )?(there|`?\w+`?)", doc)
            if not refers:
                break
            target = refers[1].strip("`")
            if target == "there":
                seen = re.search(r"see (stoner_\w+)|as (stoner_\w+)", function.doc)
                target = next((name for name in seen.groups() if name), "") if seen else ""
            if target in self.functions:
                function = self.functions[target]
                same = [q for q in function.parameters if q.name == p.name]
            else:
                same = [q for q in function.parameters if q.name == target]
            if not same:
                break
            doc = same[0].doc
            whole = doc if whole.startswith("as ") else f"{whole} ({doc})"
        return whole

    def family(self, function, p):
        if p.base != "int32_t" or p.role not in ("number", "numbers") or p.is_size:
            return None
        if p.name == "dtype":
            return "dtype"
        for name in re.findall(r"STONER_(\w+)", self.doc(function, p)):
            fitting = [family for family in self.families if f"{name}_".lower().replace("__", "_").startswith(f"{family}_")]
            if fitting:
                return max(fitting, key=len)
        return None

    def preset(self, function, p):
        """What a number is where it is not given, as C, when that is not 0; None: it must be given."""
        if p.name == "keepdims":
            return "KEEPDIMS"
        value = defaults.ORIGINAL.get((function.short, p.name), 0)
        if value != value:
            return "MISSING"
        if value:
            return f"{value:g}"
        if "STONER_INTERPOLATION_DEFAULT" in self.doc(function, p):
            return "-1"
        return "0"


def has_default(names, function, p):
    if p.role != "number":
        return p.optional
    family = names.family(function, p)
    if family and 0 in names.families[family].values() or p.name in defaults.ZERO or (function.short, p.name) in defaults.ORIGINAL:
        return True
    text = names.doc(function, p)
    return names.preset(function, p) != "0" or bool(re.search(r"(?<![\d.])0: |\(0\)|also 0|default|DEFAULT|^1: |0 among", text))


def required(names, function):
    """The numbers that must be given: those that come before the first parameter with a default."""
    found = set()
    for p in inputs(function):
        if p.role == "handle" and p is subject(function):
            continue
        if has_default(names, function, p):
            break
        if p.role == "number":
            found.add(p.name)
    return found


def subject(function):
    first = [p for p in function.parameters if p.role != "context"][:1]
    return first[0] if first and first[0].role == "handle" else None


def inputs(function):
    return [p for p in function.parameters if not (p.is_output or p.is_size or p.role == "context")]


def outputs(function):
    """In the order in which MATLAB gets them: new handles first that are always given. The length of a buffer is not among them."""
    listed = [p for p in function.parameters if p.is_output and not is_length(function, p)]
    return sorted(listed, key=lambda p: p.role != "new" or p.optional)


def is_length(function, p):
    """Whether a result is the length that comes back behind a buffer and its capacity."""
    position = function.parameters.index(p)
    before = function.parameters[position - 1] if position else None
    return p.role == "result" and before is not None and before.is_size and before.name == "capacity"


def is_reduction(function):
    """Whether the result is a number where no dimensions are given."""
    short = function.short.removeprefix("image_")
    return short in ("dot", "trace") or any(p.name in ("axes", "axis") for p in inputs(function)) and short not in SHAPED


def meaning(function, p):
    if p.name in ("axis", "axes", "axis1", "axis2") and p.role in ("number", "numbers"):
        return "PERMUTATION" if function.short == "image_transpose_axes" else "AXIS"
    if p.name == "shape" and p.role == "numbers":
        return "SHAPE"
    if p.name in ("shape", "strides") and p.role == "buffer":
        return "SIZE_OF" if p.name == "shape" else "STRIDES"
    if p.name in ("box", "sample") and p.base == "int64_t" and p.room == 4 and p.role == "numbers":
        return "BOX"
    if p.role == "result" and p.base == "int64_t" and function.short.endswith("_i64"):
        return "EXACT"
    return None


# -- The table of the gateway -----------------------------------------------------------------------------------------------------


def entry(names, function, p, needed):
    """One parameter as a C initializer."""
    place = {q.name: i for i, q in enumerate(function.parameters)}
    fields = {"name": f'"{p.name}"', "kind": KINDS.get(p.base, "OBJECT")}
    if p.role == "context":
        fields["role"] = "CONTEXT"
    elif p.is_size:
        fields["role"] = "SIZE"
    elif is_length(function, p):
        fields["role"] = "LENGTH"
    elif p.role in ("handle", "handles", "new", "number", "text", "texts", "numbers", "result", "buffer"):
        fields["role"] = p.role.upper()
    else:
        raise Unsupported(f"{function.name}: {p.name} is {p.role}")
    if fields["kind"] == "OBJECT":
        fields["object"] = f"A_{p.base.removeprefix('stoner_').upper()}"
    if p.role in ("numbers", "texts", "handles", "result"):
        if p.role == "result" and "as many" in p.doc and p.extent == "room":
            fields["count"] = place[next(q.count for q in function.parameters if q.extent == "count" and q.role == "numbers")]
        elif p.extent == "count":
            fields["count"] = place[p.count]
        elif p.extent == "room":
            fields["room"] = p.room
        else:
            raise Unsupported(f"{function.name}: {p.name} has as many elements as {p.extent}")
    if p.role == "buffer":
        following = function.parameters[place[p.name] + 2 : place[p.name] + 3]
        if p.count != "capacity" or not following or not is_length(function, following[0]):
            raise Unsupported(f"{function.name}: {p.name} is a buffer without a length")
    if p.optional and p.role not in ("context",):
        fields["optional"] = 1
    if p.name in needed:
        fields["needed"] = 1
    if what := meaning(function, p):
        fields["meaning"] = what
    family = names.family(function, p)
    if family:
        fields["words"] = f"words_{family}"
    if p.role == "number" and not p.is_size:
        preset = names.preset(function, p)
        implied = [q for q in inputs(function) if p.name.endswith("_mode") and q.name in (p.name[:-5], f"{p.name[:-5]}_value")]
        if implied and "value" in names.families.get(family, {}):
            fields["meaning"] = "VALUE_MODE"
            fields["count"] = place[implied[0].name]
        if preset == "KEEPDIMS":
            fields["meaning"] = "KEEPDIMS"
        elif preset != "0":
            fields["preset"] = preset
    if p.role == "numbers" and (function.short, p.name) in defaults.ORIGINAL:
        # One number in place of NULL.
        fields["preset"] = defaults.ORIGINAL[function.short, p.name]
        fields["has_preset"] = 1
    return "{" + ", ".join(f".{key} = {value}" for key, value in fields.items()) + "}"


def call(function):
    arguments = []
    for i, p in enumerate(function.parameters):
        plain = {"int32_t": "i32", "int64_t": "i64", "uint8_t": "u8", "double": "f64"}
        member = plain[p.base] if p.pointers == 0 else "p"
        arguments.append(f"a[{i}].{member}")
    returns = {"int32_t": "i32", "int64_t": "i64", "double": "f64", "const char *": "text"}[function.result]
    return f"static void call_{function.short}(const argument *a, argument *r) {{\n" + textwrap.indent(
        "\n".join(["(void)a;"] * (not arguments) + [f"r->{returns} = {function.name}({', '.join(arguments)});"]), "    "
    ) + "\n}"


def table(c):
    names = Names(c)
    lines = ["/* The gateway's table. Made from include/stoner.h by bindings/matlab/generate.py: do not edit. */", ""]
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
            needed = required(names, function)
            known[function.short] = [entry(names, function, p, needed) for p in function.parameters], function
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


def in_matlab(text, names, own=None):
    """A comment of the header in the words of a MATLAB programmer."""
    text = re.sub(r",? ?to be freed with stoner_\w+_free", "", text)
    text = re.sub(r"STONER_ERR_(\w+)", lambda m: f"stoner:{camel(m[0])}", text)
    text = re.sub(r"\bSTONER_(BOOL|[UIFC]\d+)\b", lambda m: f"'{DTYPE_NAMES[m[1]]}'", text)
    for family, words in names.families.items():
        if family != "dtype":
            text = re.sub(rf"\bSTONER_{family.upper()}_(\w+?)\b", lambda m: f"'{m[1].lower()}'" if m[1].lower() in words else m[0], text)
            text = text.replace(f"STONER_{family.upper()}_*", f"a word of {family}").replace(f"STONER_{family.upper()}_", f"{family}")
    text = text.replace("STONER_INTERPOLATION_DEFAULT", "not given").replace("STONER_DTYPE_DEFAULT", "not given")
    text = text.replace("STONER_EXTENT", "-Inf or Inf").replace("STONER_MAX_NDIM", "8").replace("STONER_OK", "0")
    text = re.sub(r"\bNULL(?: with n_\w+ 0)?:", "not given:", text)
    text = re.sub(r"\bNULL\b", "[]", text)
    text = re.sub(r"\bstoner_image_(\w+)", r"\1", text)
    text = re.sub(r"\bstoner_(table|metadata|context)_(\w+)", lambda m: f"{CLASSES[m[1]]}.{m[2]}", text)
    text = re.sub(r"\bstoner_load\b", "stoner.Image", text)
    text = re.sub(r"\bstoner_(\w+)", r"stoner.Library.\1", text)
    text = text.replace("`float`", "single").replace("`double`", "double").replace("int64_t", "int64")
    return " ".join(text.split())


def parameter_help(names, function, p):
    if meaning(function, p) in ("AXIS", "PERMUTATION"):
        where = "1: rows, 2: columns, 3: frames of a stack"
        rest = names.doc(function, p)
        missing = re.search(r"NULL: ([^;.]*)", rest)
        if (function.short, p.name) in defaults.ORIGINAL:
            last = {-1: "the columns", 0: "the first axis of the library", 1: "the second"}[defaults.ORIGINAL[function.short, p.name]]
            return f"dimension, {where}; not given: {last}"
        return f"dimension, {where}" + (f"; not given: {missing[1]}" if missing else "")
    if meaning(function, p) == "SHAPE":
        return "the new size, rows first; the elements are taken row by row, then frame by frame"
    if p.name == "keepdims":
        return "true: the reduced dimensions stay with length 1 (so without it, where dimensions are given); false: they go"
    text = in_matlab(names.doc(function, p), names)
    text = re.sub(r"\{([\w, .]+)\}", r"[\1]", text).rstrip(".")
    if meaning(function, p) == "BOX" and "Inf" not in text:
        text += "; -Inf or Inf: as far as there is"
    preset = names.preset(function, p) if p.role == "number" else "0"
    if "in the original" not in text and "original's default" not in text and preset not in ("0", "-1", "KEEPDIMS", "MISSING", None):
        text += f" ({preset} without it)"
    if family := names.family(function, p):
        words = list(dict.fromkeys(names.families[family]))
        if family == "dtype":
            words = [word for word in DTYPE_NAMES.values()]
        text += " [" + " ".join(f"'{word}'" for word in words if word != "default") + "]"
    return text


def help_text(names, function, signature, indent):
    first = textwrap.wrap(in_matlab(function.doc, names), 96)
    lines = [f"{signature[0].upper()}  {first[0] if first else ''}", *(f"  {line}" for line in first[1:]), ""]
    lines += [f"  {signature[1]}", ""]
    own = subject(function)
    for p in inputs(function):
        if p is own:
            continue
        text = textwrap.wrap(f"{p.name}: {parameter_help(names, function, p)}".rstrip(": "), 96)
        lines += [f"  {text[0]}", *(f"      {line}" for line in text[1:])]
    for p in outputs(function):
        doc = re.sub(r"^(?:the|a) new (image|table|metadata)\b[ ,.]*", "", in_matlab(p.doc, names))
        doc = re.sub(r"^(room for|receives) ", "", doc)
        if p.role == "new":
            doc = " ".join(filter(None, [f"a new stoner.{CLASSES[p.base.removeprefix('stoner_')]}.", doc]))
        text = textwrap.wrap(f"returns {p.name}: {doc}".rstrip(": "), 96)
        lines += [f"  {text[0]}", *(f"      {line}" for line in text[1:])]
    if function.returns and "STONER_ERR" in function.returns:
        lines += [f"  {line}" if not i else f"      {line}" for i, line in enumerate(textwrap.wrap("Errors: " + in_matlab(function.returns, names), 96))]
    return "\n".join(f"{indent}%{line}".rstrip() for line in lines)


def name_and_signature(names, function, short):
    listed = [p.name for p in inputs(function) if p is not subject(function)]
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
    made_from = "% Made from include/stoner.h and templates/ by bindings/matlab/generate.py: do not edit.\n"
    return made_from + kept.replace("%METHODS\n", "\n".join(made).lstrip("\n") + "\n", 1)


def method_outputs(c, known):
    """The methods of each class, and whether they give something back: indexing with a dot has to know, and to ask Octave takes
    milliseconds."""
    lines = [
        "function n = method_outputs(kind, name)",
        "%METHOD_OUTPUTS  Of a method of a class 1 when it gives something back, 0 when not; -1 when there is no such method.",
        "% Made from include/stoner.h by bindings/matlab/generate.py: do not edit.",
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


KINDS_OF_CLASSES = ("image", "table", "metadata", "context", "library")


def main(arguments):
    c = interface.read()
    text, known = table(c)
    status = interface.make(HERE / "stoner_table.h", text, arguments, __doc__)
    status = interface.make(HERE / "+stoner/+internal/method_outputs.m", method_outputs(c, known), arguments, __doc__) or status
    for kind in KINDS_OF_CLASSES:
        status = interface.make(HERE / f"+stoner/{kind.capitalize()}.m", class_file(c, known, kind), arguments, __doc__) or status
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
