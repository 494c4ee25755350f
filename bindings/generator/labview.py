"""Makes what LabVIEW needs: stoner_labview.h for the Import Shared Library wizard, nodes.csv with the settings of a Call
Library Function Node for each parameter, stoner-errors.txt with the texts of the error codes.
"""

import csv
import io
import textwrap
from xml.sax.saxutils import escape

from .model import NOTE, REQUIRED

FOLDER = "bindings/labview/generated"
CALLBACK = "takes a function of the host, which a Call Library Function Node cannot pass"
DIALOG = "asks a person through a hook, which LabVIEW cannot set; LabVIEW has dialogs and cursors of its own"

REASONS = {
    "stoner_image_borrow": "LabVIEW moves its arrays: memory that it passes is valid during a call alone; stoner_image_from_data copies it",
    "stoner_context_set_progress_callback": f"{CALLBACK}; stoner_context_progress is asked instead",
    "stoner_context_set_file_hook": CALLBACK,
    "stoner_context_set_line_hook": CALLBACK,
    "stoner_get_filedialog": DIALOG,
    "stoner_image_get_filename": DIALOG,
    "stoner_image_line_select": DIALOG,
}

#: C type -> the plain C type that the wizard knows, and what the node's dialog calls it.
PLAIN = {
    "int32_t": ("int", "Signed 32-bit Integer"),
    "int64_t": ("long long", "Signed 64-bit Integer"),
    "uint64_t": ("unsigned long long", "Unsigned 64-bit Integer"),
    "uint8_t": ("unsigned char", "Unsigned 8-bit Integer"),
    "double": ("double", "8-byte Double"),
}
#: A handle is a number in the shape of a pointer, and 64 bits wide: there is no library for 32 bits.
WORD, WORD_SETTING = "unsigned long long", "Unsigned Pointer-sized Integer"

COLUMNS = [
    "function", "position", "parameter", "direction", "type", "data type", "pass", "dimensions", "format", "minimum size",
    "constant", "may be NULL", "length", "memory", "default", "comment",
]  # fmt: skip


def flat_type(p):
    """The type of a parameter in the flat header."""
    const = "const " if p.const else ""
    if p.role in ("context", "handle"):
        return WORD
    if p.role == "handles":
        return f"const {WORD} *"
    if p.role in ("new", "lent"):
        return f"{WORD} *"
    if p.base == "char":
        return f"{const}char *"
    if p.base == "void":
        return f"{const}unsigned char *"
    return f"{const}{PLAIN[p.base][0]}{' *' if p.pointers else ''}"


def flat_result(function):
    return {"const char *": "const char *"}.get(function.result) or PLAIN[function.result][0]


def header(c):
    lines = [
        "/* stoner_labview.h: libstoner for LabVIEW's Import Shared Library wizard.",
        " *",
        f" * {NOTE} For C and C++ take stoner.h.",
        " *",
        " * It declares the same functions in types that the wizard takes without a preprocessor: a handle is an unsigned long",
        " * long (64 bits, as a pointer: there is no library for 32 bits), memory of any dtype is an array of unsigned char. A new",
        " * handle comes back through a pointer. 0 for `ctx` is the calling thread's own context: see README.md why a program in",
        " * LabVIEW makes contexts. Functions that take a callback are not here. What each function does says stoner.h.",
        " */",
        "",
    ]
    for constant in c.constants:
        # The lowest number of 64 bits cannot be written as one in C.
        value = "(-9223372036854775807LL - 1)" if constant.value == -(2**63) else constant.value
        lines.append(f"#define {constant.name} {value}")
    lines.append("")
    for function in bound(c):
        lines.append("/* " + function.summary.replace("*/", "* /") + " */")
        parameters = ", ".join(f"{flat_type(p)}{'' if flat_type(p).endswith('*') else ' '}{p.name}" for p in function.parameters) or "void"
        declaration = f"{flat_result(function)}{'' if flat_result(function).endswith('*') else ' '}{function.name}({parameters});"
        # The wizard reads lines of any length.
        lines += textwrap.wrap(declaration, 120, subsequent_indent="    ", break_long_words=False)
        lines.append("")
    return "\n".join(lines)


def bound(c):
    return [function for function in c.functions if function.name not in REASONS]


def setting(p):
    """The settings of a parameter: type, data type, pass, dimensions, format, minimum size."""
    if p.role in ("context", "handle"):
        return "Numeric", WORD_SETTING, "Value", "", "", ""
    if p.role in ("new", "lent"):
        return "Numeric", WORD_SETTING, "Pointer to Value", "", "", ""
    if p.role == "number":
        return "Numeric", PLAIN[p.base][1], "Value", "", "", ""
    if p.base == "char":
        return "String", "", "", "", "C String Pointer", p.count if p.role == "buffer" else ""
    if p.role == "handles":
        return "Array", WORD_SETTING, "", "1", "Array Data Pointer", p.count
    if p.role == "memory" or p.base == "void":
        # Any numeric array of the dtype that the call names.
        return "Adapt to Type", "", "", "", "Array Data Pointer", ""
    if p.role == "result" and p.extent == "room" and p.room == 1:
        return "Numeric", PLAIN[p.base][1], "Pointer to Value", "", "", ""
    return "Array", PLAIN[p.base][1], "", "1", "Array Data Pointer", minimum(p)


def is_constant(p):
    """Whether memory that the node passes is only read."""
    return p.const and p.role in ("text", "numbers", "memory", "handles")


def minimum(p):
    """A number, the name of the parameter that counts, or words where neither says it."""
    return {"room": p.room, "axis": 8, "element": "elements"}.get(p.extent, p.count)


def length(p):
    """How many elements an array or a text has, in words: a number, the parameter that says it, or what it depends on."""
    if p.role == "text":
        return "ends at its NUL, which LabVIEW adds"
    if p.role not in ("numbers", "handles", "memory", "result", "buffer", "texts") or (p.role == "result" and p.extent == "room" and p.room == 1):
        return ""
    return {"room": p.room, "axis": "one for each axis of the image", "element": "one for each element"}.get(p.extent, p.count)


def memory(c, p):
    """Who allocates what a terminal passes by address."""
    if p.role == "new":
        return f"the library's: free the handle with {p.base}_free"
    if p.role == "lent":
        return "the library's: valid until the image is changed or freed"
    if p.role in ("result", "buffer"):
        return "yours, made before the call; the library fills it"
    return "yours; the library reads it during the call alone" if p.pointers and p.role not in ("context", "handle") else ""


def default(c, p):
    """What to wire for the default."""
    if p.role == "context":
        return "0"
    if p.default is REQUIRED and p.unset is REQUIRED:
        return "0 (NULL)" if p.optional else ""
    value = p.default if p.unset is REQUIRED else p.unset
    if value is None or value == "NULL":
        return "0 (NULL)"
    if isinstance(value, bool):
        return str(int(value))
    if value in c.by_name:
        return f"{c.by_name[value].value} ({value})"
    texts = [str(one).replace("nan", "NaN") for one in (value if isinstance(value, list) else [value])]
    return "; ".join(texts)


def nodes(c):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for function in bound(c):
        if function.result == "const char *":
            result = ("String", "", "", "", "C String Pointer", "")
        else:
            result = ("Numeric", PLAIN[function.result][1], "Value", "", "", "")
        comment = "0, or an error code of stoner-errors.txt" if function.has_status else ""
        text_of = "the library's, and stays: LabVIEW copies it" if function.result == "const char *" else ""
        writer.writerow([function.name, 0, "return type", "out", *result, "", "", "", text_of, "", comment])
        for position, p in enumerate(function.parameters, 1):
            direction = "out" if p.is_output else "in"
            null = "yes" if p.optional or p.role == "context" else ""
            writer.writerow([function.name, position, p.name, direction, *setting(p), "yes" if is_constant(p) else "", null, length(p), memory(c, p), default(c, p), p.comment])
    return text.getvalue()


def errors(c):
    """The format of files in LabVIEW's folders for error codes: XML, an element for each code, ISO 8859-1."""
    lines = ['<?xml version="1.0" encoding="ISO-8859-1"?>', "<nidocument>", "<nicomment>"]
    lines += [NOTE, "</nicomment>"]
    for constant in c.constants:
        if constant.name.startswith("STONER_ERR_"):
            name = constant.name.removeprefix("STONER_ERR_")
            text = f"libstoner: {constant.doc} ({name}) The message of the call is what stoner_last_error_read gives for its context."
            lines += [f'<nierror code="{constant.value}">', escape(text), "</nierror>"]
    return "\n".join([*lines, "</nidocument>"]) + "\n"


def names(c):
    """{C function: what the node calls}."""
    return {function.name: function.name for function in bound(c)}


def files(c):
    return {f"{FOLDER}/stoner_labview.h": header(c), f"{FOLDER}/nodes.csv": nodes(c), f"{FOLDER}/stoner-errors.txt": errors(c)}
