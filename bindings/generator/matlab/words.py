"""What the description is in MATLAB's words: names of functions, parameters and constants, and what a parameter means to the gateway."""

from .. import model
from ..model import meaning_of_null, snake
from . import meanings

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
CLASSES = {"image": "Image", "table": "Table", "metadata": "Metadata", "context": "Context", "scan": "Scan", "live": "Live"}
#: MATLAB's functions call their dimension `dim`.
DIMENSIONS = {"axis": "dim", "axes": "dim", "axis1": "dim1", "axis2": "dim2"}
#: The index of one pixel: one number, column by column, or one for each dimension.
PLACES = ("item", "itemset")
#: Indices of pixels, column by column; of take those along a dimension where one is given.
LINEAR = ("image_put", "image_take")


def original(function):
    """Whether MATLAB has a function of this name with another meaning, so that this one is in the package stoner.original."""
    return function.subject == "image" and function.typed.removeprefix("image_") in meanings.NAMES


def called(function):
    """How a program calls a function: im.rotate, stoner.original.sum, stoner.Library.version."""
    holder = {"image": "im", "table": "t", "metadata": "md", "context": "ctx", "scan": "s", "live": "live"}.get(function.subject)
    short = function.typed.removeprefix(f"{function.subject}_") if function.subject else function.typed
    if original(function):
        return f"stoner.original.{short}"
    return f"{holder}.{short}" if holder else f"stoner.Library.{short}"


def parameter_name(p):
    """The name of a parameter: the original's keyword, `dim` for an axis."""
    if p.kind in ("axis", "axes"):
        return DIMENSIONS.get(p.name, p.name)
    return p.keyword or p.name


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
    """What a parameter's numbers mean, so that they count from 1 and in MATLAB's order."""
    if p.kind in ("axis", "axes") and p.role in ("number", "numbers"):
        return "PERMUTATION" if function.short == "image_transpose_axes" else "AXIS"
    if p.kind == "shape" and p.role == "numbers":
        return "SHAPE"
    if p.kind in ("shape", "strides") and p.role == "buffer":
        return "SIZE_OF" if p.kind == "shape" else "STRIDES"
    if p.kind == "box" and p.role == "numbers":
        return "BOX"
    if p.kind == "index":
        if function.short.removeprefix("image_").split("_")[0] in PLACES:
            return "PLACE"
        return "LINEAR" if function.short in LINEAR or function.subject == "image" and p.role == "result" else "INDEX"
    if p.role == "result" and function.short.endswith("_i64"):
        return "EXACT"
    return None


class Names(model.Words):
    """What the description's names are in MATLAB."""

    PLAIN = {"NULL:": "not given:", "NULL": "[]", "`float`": "single", "`double`": "double", "int64_t": "int64", "(of a stack, from 0)": "(of a stack, from 1)",
             "number from 0": "number from 1", "the whole array in C order": "the whole array, column by column"}  # fmt: skip

    BOOLEANS = ("false", "true")

    def text(self, text):
        return " ".join(super().text(text).split())

    def function(self, name):
        if name == "stoner_load":
            return "stoner.Image"
        known = self.functions.get(name)
        if known is None:
            return name
        if known.subject == "image":
            return called(known).removeprefix("im.")
        short = known.typed.removeprefix(f"{known.subject}_")
        return f"{CLASSES[known.subject]}.{short}" if known.subject else called(known)

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
        self.functions = {function.name: function for function in c.functions}
        #: {family: {word: number}}: the gateway's names of enumerations.
        self.families = {"dtype": MATLAB_DTYPES}
        for enumeration in c.enumerations.values():
            if enumeration.name not in ("Dtype", "Status"):
                self.families[snake(enumeration.name)] = {constant.word: constant.value for constant in enumeration.values}

    def family(self, p):
        return snake(p.enumeration) if p.enumeration and p.role in ("number", "numbers") else None

    def choices(self, p):
        """The words that a parameter of an enumeration takes."""
        family = self.family(p)
        words = list(DTYPE_NAMES.values()) if family == "dtype" else list(dict.fromkeys(self.families[family]))
        return [word for word in words if word != "default"]

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
        return f"'{value}'" if isinstance(value, str) else "NaN" if value != value else f"{value + (p.kind == 'index'):g}"


def camel(constant):
    return "".join(part.capitalize() if part not in ("IO", "UTF8") else part for part in constant.removeprefix("STONER_ERR_").split("_"))


def dimension_help(p):
    """What a parameter that is a dimension means."""
    where = "1: rows, 2: columns, 3: frames of a stack"
    if p.default is not None and p.default is not model.REQUIRED:
        last = {-1: "the columns", 0: "the first axis of the library", 1: "the second"}[p.default]
        return f"dimension, {where}; not given: {last}"
    missing = meaning_of_null(p.doc)
    return f"dimension, {where}" + (f"; not given: {missing}" if missing else "")
