"""The gateway's table, generated/stoner_table.h: for each function its parameters, how each is taken from or given to MATLAB, and a line of C
that calls it."""

import sys
import textwrap

from ..model import NOTE
from .words import Names, called, camel, is_reduction, meaning, parameter_name

#: Functions whose parameters need more than their roles: written by hand in stoner_mex.c.
BY_HAND = ("image_from_data", "image_read", "image_read_mask", "image_write", "image_write_mask", "image_tolist")
#: Functions that are not called as such, and why.
LEFT_OUT = {
    "image_borrow": "MATLAB moves and shares its arrays: memory that it passes is valid during a call alone; stoner.Image copies it",
    "image_arithmetic_read": "MATLAB makes its results itself; arithmetic with read gives the same",
    "context_set_progress_callback": "the gateway sets it for the time of a call: stoner.Context.progress",
    "context_set_file_hook": "the gateway sets it for the time of a call: stoner.Context.file_hook",
    "context_set_line_hook": "the gateway sets it for the time of a call: stoner.Context.line_hook",
    **{short: "for LabVIEW: in MATLAB options are inputs by name" for short in ("image_apply_text", "image_imshow_text", "metadata_set_options")},
    "live_read": "MATLAB makes its results itself: stoner.Live/read gives the same as matrices",
    "image_data": "MATLAB's arrays are in MATLAB's own memory; image_read copies the pixels there once",
}
KINDS = {"int32_t": "I32", "int64_t": "I64", "uint8_t": "U8", "double": "F64", "char": "CHAR", "void": "BYTES"}


class Unsupported(Exception):
    """What no rule of the gateway covers."""


def entry(names, function, p):
    """One parameter as a C initializer."""
    place = {q.name: i for i, q in enumerate(function.parameters)}
    fields = {"name": f'"{parameter_name(p)}"', "kind": KINDS.get(p.base, "OBJECT")}
    if parameter_name(p) != p.name:
        fields["in_c"] = f'"{p.name}"'
    if p.keyword and p.keyword not in (p.name, parameter_name(p)):
        fields["keyword"] = f'"{p.keyword}"'
    if p.role == "context":
        fields["role"] = "CONTEXT"
    elif p.is_size or p.is_dtype:
        fields["role"] = "SIZE" if p.is_size else "DTYPE_OF"
    elif function.is_length(p):
        fields["role"] = "LENGTH"
    elif p.dtype and p.role == "result":
        fields |= {"role": "RESULT", "meaning": "OF_DTYPE", "room": 1, "count": place[p.dtype]}
    elif p.role in ("handle", "handles", "new", "number", "scalar", "text", "texts", "numbers", "result", "buffer"):
        fields["role"] = p.role.upper()
    else:
        raise Unsupported(f"{function.name}: {p.name} is {p.role}")
    if fields["kind"] == "OBJECT":
        fields["object"] = f"A_{p.base.removeprefix('stoner_').upper()}"
    if p.role == "scalar":
        fields["count"] = place[p.dtype]
    if p.role in ("numbers", "texts", "handles", "result") and not p.dtype:
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
    if p.role in ("number", "scalar") and not (p.is_size or p.is_dtype) and p.must_be_given:
        fields["needed"] = 1
    if what := meaning(function, p):
        fields["meaning"] = what
    if p.zero:
        fields["zero"] = p.zero
    if p.refuses_zero:
        fields["allowed"] = f'"{p.allowed}"'
    if (family := names.family(p)) and not p.is_dtype:
        fields["words"] = f"words_{family}"
    if p.role == "number" and not (p.is_size or p.is_dtype):
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
        plain = {"int32_t": "i32", "int64_t": "i64", "uint8_t": "u8", "double": "f64"}
        member = plain[p.base] if p.pointers == 0 else "p"
        arguments.append(f"a[{i}].{member}")
    returns = {"int32_t": "i32", "int64_t": "i64", "double": "f64", "const char *": "text"}[function.result]
    return f"static void call_{function.short}(const argument *a, argument *r) {{\n" + textwrap.indent(
        "\n".join(["(void)a;"] * (not arguments) + [f"r->{returns} = {function.name}({', '.join(arguments)});"]), "    "
    ) + "\n}"


def shown(function):
    """What messages call a function: rotate, original.sum, Table.save, stoner.Live."""
    if function.short == "live_new":
        return "stoner.Live"
    name = called(function).removeprefix("stoner.")
    holder, _, short = name.partition(".")
    return {"im": short, "t": f"Table.{short}", "md": f"Metadata.{short}", "ctx": f"Context.{short}", "s": f"Scan.{short}", "live": f"Live.{short}"}.get(holder, name)


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
        if function.short in LEFT_OUT or function.short in BY_HAND or function.replaced:
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
        lines.append(f'    {{"{short}", "{shown(function)}", call_{short}, {listed}, {len(entries)}, RETURNS_{kind}, {quiet}}},')
    return "\n".join([*lines, "};"]) + "\n", known.keys()
