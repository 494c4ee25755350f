"""Makes what is regular in the Python package: its table (stoner/_generated/c.py) and the methods of `Image` (stoner/_generated/methods.py)."""

import dataclasses
import re
import textwrap

from . import model, python_names as signatures
from .model import NOTE, ROOT, snake
from .python_names import REASONS

FOLDER = "bindings/python/src/stoner/_generated"
SOURCES = ROOT / "bindings/python/src/stoner"

#: Enumerations that stand for something else in Python.
NO_NAMES = {"Dtype", "Status", "Cval", "Fill", "GridFill"}


def table(c):
    lines = [f'"""The C interface as a table. {NOTE}"""', ""]
    lines += ["CONSTANTS = {"] + [f'    "{constant.name}": {constant.value},' for constant in c.constants] + ["}", ""]
    lines += ["# name: {word: number}", "ENUMERATIONS = {"]
    for enumeration in c.enumerations.values():
        words = ", ".join(f'"{constant.word.replace("_", "-")}": {constant.value}' for constant in enumeration.values)
        lines.append(f'    "{enumeration.name}": {{{words}}},')
    lines += ["}", ""]
    lines += ["# name: (result, [(parameter, C type, how many elements an output has room for, or the parameter that says it; of a number of any dtype the"]
    lines += ["# parameter that says which)])"]
    lines += ["FUNCTIONS = {"]
    for function in c.functions:
        lines.append(f'    "{function.name}": ("{function.result}", [')
        # Of a callback ctypes takes any pointer to a function.
        rank = c.constant("STONER_MAX_NDIM").value
        for p in function.parameters:
            counted = f'"{p.dtype or p.count}"' if p.dtype or p.role == "result" and p.extent == "count" else p.room
            room = rank if p.extent == "axis" else counted if p.is_output or p.dtype else 1
            lines.append(f'        ("{p.name}", "{p.type}", {room}),')
        lines.append("    ]),")
    return "\n".join([*lines, "}"]) + "\n"


@dataclasses.dataclass
class Argument:
    """A parameter of a Python method: what it is called there, its type hint, its default, and the C parameters it gives, each
    with the expression for it."""

    name: str
    hint: str
    default: str | None
    passed: dict
    doc: str


class Names(model.Words):
    """What the description's names are in Python."""

    MARKS = "`?"
    BOOLEANS = ("False", "True")
    LEFT_OUT = "None"
    PLAIN = {"NULL": "None", "`double`": "float64", "`float`": "float32", "int64_t": "int64", "\\": "\\\\"}

    def function(self, name):
        kind, _, short = name.removeprefix("stoner_").removesuffix("_as").partition("_")
        if kind == "image" and short:
            return f"`Image.{signatures.PROPERTIES.get(f'image_{short}', short)}`"
        return f"`{kind.capitalize()}.{short}`" if kind in self.c.handles and short else f"`stoner.{name.removeprefix('stoner_')}`"

    def constant(self, constant):
        if constant.enumeration == "Status" and constant.value:
            return f"`{error_class(constant.name.removeprefix('STONER_ERR_'))}`"
        if constant.enumeration == "Dtype":
            return numpy_name(constant.name.removeprefix("STONER_")) if constant.value else "None"
        own = {"STONER_EXTENT": "None", "STONER_DEGREE_ZERO": "0", "STONER_AXIS_NONE": "None"}.get(constant.name)
        return own or ('"' + constant.word.replace("_", "-") + '"' if constant.word else constant.name)

    def any_of(self, enumeration):
        names = [self.constant(constant) for constant in enumeration.values if constant.word != "default"]
        return ", ".join(names[:-1]) + " or " + names[-1]


def error_class(name):
    special = {"IO": "InputOutputError", "FILE_NOT_FOUND": "FileMissingError"}
    return special.get(name) or "".join(word.capitalize() for word in name.split("_")) + "Error"


def numpy_name(short):
    if short == "BOOL":
        return "bool"
    return {"U": "uint", "I": "int", "F": "float", "C": "complex"}[short[0]] + short[1:]


def converter(names, function, p):
    """(type hint, expression for the C argument `{0}`, hint where None is allowed)."""
    name = p.name
    if p.role == "handle":
        return ("Image | ArrayLike", "_image_argument({0})") if "image" in p.base else (p.base.removeprefix("stoner_").capitalize(), "{0}._handle")
    if p.role == "scalar":
        return "complex", p.name
    if p.role == "handles":
        return "Iterable[Image | ArrayLike]", "[_image_argument(each) for each in {0}]"
    if p.role == "text":
        return ("Path", "_n.path({0})") if name == "path" else ("str", "{0}")
    enumeration = names.c.enumeration(p)
    if p.role == "number":
        if p.enumeration == "Dtype":
            return "DTypeLike", "_n.dtype({0})"
        if p.base == "double":
            return "float", "float({0})"
        if p.zero:
            words = f"{constant_name(enumeration)}, " if enumeration else ""
            return "str | int" if enumeration else "int", f'_n.{p.kind}({{0}}, {words}"{name}")'
        if enumeration and enumeration.name not in NO_NAMES:
            skimage = function.short in signatures.SKIMAGE_MODES and enumeration.name == "Mode"
            return "str | int", f'_n.enumeration({{0}}, {"_n.SKIMAGE_MODES" if skimage else constant_name(enumeration)}, "{name}")'
        if p.kind == "bool":
            return "bool", "int(bool({0}))"
        return "int", f'_n.integer({{0}}, {8 * model.NUMBERS[p.base]}, "{name}")'
    if p.role == "numbers":
        if p.kind == "axes":
            return "Axes", "_n.axes({0})"
        if p.kind == "axis":
            return ("int", '_n.numbers({0}, "i4", 1, "axis")') if p.default is None else ("int | None", "_n.one_axis({0})")
        if p.kind == "box":
            return "Box", f'_n.box({{0}}, "{name}")'
        if enumeration:
            return "str | int | Iterable[str | int]", f'_modes({{0}}, {constant_name(enumeration)}, "{name}")'
        if name in ("centre", "centre_xy"):
            return "Iterable[float | None]", f'_n.pair({{0}}, "{name}")'
        kind = {"double": "f8", "int64_t": "i8", "uint64_t": "u8", "int32_t": "i4"}.get(p.base)
        count = p.room if p.extent == "room" else None
        hint = "ArrayLike" if count is None else "Pair" if count == 2 else "Iterable[float]"
        if p.base == "uint8_t":
            return hint, "_n.flags({0})"
        return hint, f'_n.numbers({{0}}, "{kind}", {count}, "{name}")'
    raise ValueError(f"{function.name}: no rule for `{p.type} {name}`; write it by hand (python_names.py)")


def constant_name(enumeration):
    return "_" + snake(enumeration.name).upper()


def arguments(names, function):
    """The parameters of a function's Python method."""
    subject = next(p for p in function.parameters if p.role == "handle")
    outside = [p for p in function.parameters if p not in function.inputs or p is subject]
    # Pairs of (fill_mode, fill_value): the value says both.
    modes = {p.decides: p for p in function.parameters if p.decides}
    chosen = [p for p in function.parameters if p not in outside and p not in modes.values()]
    made = []
    for p in sorted(chosen, key=lambda p: p.name in signatures.LAST):
        python = signatures.KEYWORDS.get((function.short, p.name)) or p.keyword or p.name
        hint, expression = converter(names, function, p)
        expression = expression.format(python)
        if p.refuses_zero:
            expression = f'_n.not_zero({expression}, "{python}", "{p.allowed}")'
        default = default_of(names, p)
        if p.name in modes:
            mode = modes[p.name]
            given = next(constant for constant in names.c.enumeration(mode).values if constant.word == "value")
            default = "None"
            if names.c.enumeration(mode).name == "Fill":
                passed = {mode.name: "fill_mode_", p.name: "fill_value_"}
            else:
                passed = {mode.name: f"0 if {python} is None else {given.value}", p.name: f"0.0 if {python} is None else float({python})"}
            hint += " | None"
        else:
            passed = {p.name: expression}
            if default == "None":
                if not expression.startswith(("_n.dtype", "_n.enumeration", "_n.order", "_image_argument")) and p.role in ("number", "handle"):
                    passed = {p.name: f"{'None' if p.role == 'handle' else p.unset} if {python} is None else {expression}"}
                elif expression.startswith("_image_argument"):
                    passed = {p.name: expression}
                if hint != "Axes":
                    hint += " | None"
        made.append(Argument(python, hint, default, passed, names.choice(modes[p.name], p) if p.name in modes else names.about(p)))
    # What is required comes first.
    return sorted(made, key=lambda a: a.default is not None), subject


def default_of(names, p):
    """The default in Python, None where a value must be given."""
    if p.must_be_given:
        return None
    if p.default is None or p.default is model.REQUIRED:
        return "None"
    values = p.default if isinstance(p.default, list) else [p.default]
    written = [literal(names, p, value) for value in values]
    # One number stands for several of the same.
    return written[0] if len(set(written)) == 1 else f"({', '.join(written)})"


def literal(names, p, value):
    if p.enumeration:
        constant = names.c.constant(value)
        if p.enumeration == "Dtype":
            return repr(numpy_name(constant.name.removeprefix("STONER_")))
        return repr(constant.word.upper() if p.enumeration == "Order" else constant.word.replace("_", "-"))
    if p.base == "double":
        return repr(float(value))
    return repr(value)


REDUCTIONS = {"image_" + name for name in "all any sum prod product count mean var std anom min max mini ptp argmin argmax trace dot".split()}


def result_hint(function):
    outputs = [p for p in function.parameters if p.is_output]
    if function.short in REDUCTIONS:
        return "Any"
    hints = []
    for p in outputs:
        if p.role == "new":
            hints.append(p.base.removeprefix("stoner_").capitalize())
        elif p.room > 1:
            hints.append("tuple[" + ", ".join(["float" if p.base == "double" else "int"] * p.room) + "]")
        else:
            hints.append("bool" if p.kind == "bool" else "float" if p.base == "double" else "int")
    optional = [p for p in outputs if p.role == "new" and p.optional]
    if not hints:
        return "None"
    if optional:
        return f"{hints[0]} | tuple[{', '.join(hints)}]"
    return hints[0] if len(hints) == 1 else f"tuple[{', '.join(hints)}]"


def expression_of(function, call):
    """The call's result as the hint says."""
    hint = result_hint(function)
    if hint == "None" or hint == "Any" or "Image" in hint or "Table" in hint:
        return f"_scalar({call})" if function.short in REDUCTIONS else call
    if hint == "bool":
        return f"bool({call})"
    if hint.startswith("tuple"):
        return f"tuple({call}.tolist())" if len([p for p in function.parameters if p.is_output]) == 1 else call
    return call


def docstring(names, function, made, indent):
    def fill(text, first="", rest=""):
        return textwrap.fill(" ".join(text.split()), 118 - indent, initial_indent=first, subsequent_indent=rest)

    text = names.text(function.doc)
    paragraphs = [fill(part) for part in re.split(r"\n\s*\n", text)]
    # The first sentence stands alone where the paragraph is long.
    lines = ["\n\n".join(paragraphs)]
    shown = [a for a in made if a.doc]
    if shown:
        lines.append("Parameters\n----------")
        for a in shown:
            lines[-1] += f"\n{a.name} : {a.hint}\n" + fill(a.doc, "    ", "    ")
    if function.returns:
        lines.append("Raises\n------\n" + fill(names.text(function.returns)))
    body = "\n\n".join(lines)
    return textwrap.indent(f'"""{body}\n"""' if "\n" in body else f'"""{body}"""', " " * indent, lambda line: bool(line.strip()))


def method(names, function, prefix):
    made, subject = arguments(names, function)
    python = signatures.PROPERTIES.get(function.short) or function.typed.removeprefix(prefix)
    if function.short in signatures.OTHER_KEYWORDS:
        python = f"_{python}"
    passed = ["self._handle"]
    expressions = {}
    for a in made:
        expressions.update(a.passed)
    counted = {}
    body = []
    if "fill_mode_" in expressions.values():
        # Integers that no double holds come as the image's own fill value.
        body.append("handle_, fill_mode_, fill_value_ = _n.filling(self._handle, fill_value)")
        passed = ["handle_"]
    for p in function.parameters:
        if p.role == "context" or p.is_output or p.is_dtype or p is subject:
            continue
        if p.is_size:
            # How many: of the array that it counts.
            of = next(q for q in function.parameters if q.count == p.name)
            passed.append(f"_n.length({counted[of.name]})")
            continue
        expression = expressions[p.name]
        if p.extent == "count" and p.count:
            local = f"{p.name}_"
            body.append(f"{local} = {expression}")
            counted[p.name] = local
            expression = local
        passed.append(expression)
    parameters = ", ".join(["self", *(f"{a.name}: {a.hint}" + (f" = {a.default}" if a.default else "") for a in made)])
    call = f'_call("{function.short}", {", ".join(passed)})'
    hint = result_hint(function)
    lines = ["    @property"] if function.short in signatures.PROPERTIES else []
    lines.append(f"    def {python}({parameters}) -> {hint}:")
    lines.append(docstring(names, function, made, 8))
    lines += [f"        {line}" for line in body]
    result = expression_of(function, call)
    lines.append(f"        {'return ' if hint != 'None' else ''}{result}")
    alias = signatures.ALIASES.get(function.short)
    return "\n".join([*lines, *([f"\n    {alias} = {python}"] if alias else [])])


def generated(c):
    """The functions that methods are made for: of an image, not written by hand and not left out."""
    for function in c.functions:
        bound = function.short not in signatures.BY_HAND and function.name not in REASONS and not function.replaced
        if function.subject == "image" and bound:
            yield function


def methods(c):
    names = Names(c)
    image = [f for f in generated(c) if not f.short.startswith("image_draw_")]
    draw = [f for f in generated(c) if f.short.startswith("image_draw_")]
    bodies = [method(names, f, "image_") for f in image]
    drawings = [method(names, f, "image_draw_") for f in draw]
    used = [enumeration for enumeration in c.enumerations.values() if f"{constant_name(enumeration)}, " in "\n".join([*bodies, *drawings])]
    # The unused import of a type would be a lint.
    lines = [
        f'"""The regular methods of `Image`. {NOTE}"""',
        "",
        "# ruff: noqa",
        "from __future__ import annotations",
        "",
        "from collections.abc import Iterable",
        "from math import nan",
        "from typing import TYPE_CHECKING, Any",
        "",
        "from numpy.typing import DTypeLike",
        "",
        "from .. import _convert as _n",
        "from .._convert import ArrayLike, Axes, Box, Pair, Path",
        "from .._runtime import call as _call",
        "from .._values import image_argument as _image_argument, modes as _modes, scalar as _scalar",
        "",
        "if TYPE_CHECKING:",
        "    from .._image import Image",
        "    from .._metadata import Metadata",
        "    from .._table import Table",
        "",
        *(f'{constant_name(enumeration)} = _n.family("{enumeration.name}")' for enumeration in used),
        "",
        "",
        "class ImageMethods:",
        section_texts(c, names, image),
        "",
        "    _handle: Any",
        "",
        "\n\n".join(bodies),
        "",
        "",
        "class Draw:",
        '    """Draws into an image, or with target="mask" into its mask. Pixels outside are left out."""',
        "",
        "    def __init__(self, image: Image) -> None:",
        "        self._handle = image._handle",
        "",
        "\n\n".join(drawings),
    ]
    return "\n".join(lines) + "\n"


def section_texts(c, names, functions):
    """What the sections say of all their functions, as the docstring of the class."""
    lines = ["What an image does that follows from the C function's description."]
    titles = {function.section for function in functions}
    for section in c.sections:
        if section.text and section.title in titles:
            lines += ["", section.title, "-" * len(section.title), names.text(section.text)]
    body = "\n".join(lines)
    return textwrap.indent(f'"""{body}\n"""', "    ", lambda line: bool(line.strip()))


def names(c):
    """{C function: its name in the package}, of those that are generated, and of those that hand-written sources call."""
    called = hand_written()
    found = {}
    for function in c.functions:
        short = function.short
        if function.name in REASONS or function.replaced:
            continue
        if short in signatures.BY_HAND:
            found |= {function.name: signatures.BY_HAND[short]} if short in called else {}
        elif short.startswith("image_draw_"):
            found[function.name] = f"Image.draw.{short.removeprefix('image_draw_')}"
        elif function.subject == "image":
            found[function.name] = f"Image.{signatures.PROPERTIES.get(short, function.typed.removeprefix('image_'))}"
    return found


def hand_written():
    """The functions that the package's hand-written sources call."""
    written = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SOURCES.glob("*.py")))
    called = set(re.findall(r'"(\w+)"', written))
    called |= {name.removeprefix("stoner_") for name in re.findall(r"\b(?:lib|_?library\(\)|functions)\.(\w+)\(", written)}
    # Names that are put together.
    if '_free"' in written:
        called |= {f"{kind}_free" for kind in model.read().handles}
    return called


def files(c):
    return {f"{FOLDER}/__init__.py": f'"""{NOTE}"""\n', f"{FOLDER}/c.py": table(c), f"{FOLDER}/methods.py": methods(c)}
