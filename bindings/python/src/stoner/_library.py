"""Calls the C interface through ctypes, as the table in `_generated/c.py` describes it.

A function of the library is called by its name without `stoner_`: `library.image_crop(image, box=[1, 5, 1, 5])`. What is not
given is 0 or NULL, the function's own default; `ctx` is given by keyword. Outputs are returned, in the header's order: new
handles as objects that free them, numbers as numbers, those with room for several as numpy arrays, text as `str`. Memory that the
caller gives (numpy arrays, lists of numbers) is passed as it is. A number of any dtype is given without its dtype, and comes back in the image's. A call that fails raises `Error`.

The GIL is not held during a call.
"""

import ctypes

import numpy as np

from ._generated.c import CONSTANTS, FUNCTIONS
from ._errors import STATUS_NAMES, Error, error  # noqa: F401

DTYPES = {
    np.dtype(name): number
    for number, name in enumerate(
        "bool uint8 int8 uint16 int16 uint32 int32 uint64 int64 float32 float64 complex64 complex128".split(), start=1
    )
}
NUMPY = {number: dtype for dtype, number in DTYPES.items()}

_SCALARS = {
    "int32_t": (ctypes.c_int32, np.dtype(np.int32)),
    "int64_t": (ctypes.c_int64, np.dtype(np.int64)),
    "uint64_t": (ctypes.c_uint64, np.dtype(np.uint64)),
    "uint8_t": (ctypes.c_uint8, np.dtype(np.uint8)),
    "double": (ctypes.c_double, np.dtype(np.float64)),
}


#: These do not return a status.
_ANSWERS = {"stoner_version_number", "stoner_last_error_status"}


def number(value, dtype=None):
    """A number of any dtype as C takes it: the dtype, its own where none is given, and memory with the number. None stays."""
    if value is None:
        return dtype or 0, None
    if np.ma.is_masked(value):
        raise ValueError("the number is masked; one with a value is needed")
    array = np.asarray(value)
    if array.size != 1:
        raise TypeError(f"one number is needed, not {array.size}")
    if dtype is None:
        own = array.dtype.newbyteorder("=")
        # Floats of 16 bits, those that are longer than the library's, and integers beyond 64 bits.
        dtype = DTYPES.get(own, DTYPES[np.dtype(np.complex128 if own.kind == "c" else np.float64)])
    return dtype, np.ascontiguousarray(array, NUMPY.get(dtype, np.float64)).reshape(1)


class Handle:
    """An owned handle of the library, freed with the object."""

    kind = None

    def __init__(self, library, value):
        self._library, self.value = library, value

    @property
    def _as_parameter_(self):
        return ctypes.c_void_p(self.value)

    def free(self):
        """Frees the handle now."""
        value, self.value = self.value, None
        if value:
            getattr(self._library.functions, f"{self.kind}_free")(ctypes.c_void_p(value))

    def __del__(self):
        self.free()


#: The class of objects for each C type of handles; a binding may put its own in place of these.
HANDLES = {
    kind: type(kind.removeprefix("stoner_").capitalize(), (Handle,), {"kind": kind})
    for kind in (name.removesuffix("_free") for name in FUNCTIONS if name.endswith("_free"))
}


#: In place of an array that would be filled: none is wanted.
NOTHING = ctypes.c_void_p()


class Library:
    """The shared library at a path."""

    def __init__(self, path):
        try:
            self.functions = ctypes.CDLL(path)
        except OSError as why:
            raise ImportError(f"the shared library {path} cannot be loaded: {why}") from why
        self._check_version(path)
        for name, (result, _) in FUNCTIONS.items():
            kind = {"int32_t": ctypes.c_int32, "int64_t": ctypes.c_int64, "const char *": ctypes.c_char_p, "double": ctypes.c_double}
            getattr(self.functions, name).restype = kind[result]

    def _check_version(self, path):
        """Refuses what this table does not fit, before a call could go wrong."""
        if not hasattr(self.functions, "stoner_version"):
            raise ImportError(f"{path} is not libstoner: it has no function stoner_version")
        self.functions.stoner_version.restype = ctypes.c_char_p
        version = self.functions.stoner_version().decode("utf-8", "replace")
        own = [CONSTANTS[f"STONER_VERSION_{part}"] for part in ("MAJOR", "MINOR", "PATCH")]
        lacking = [name for name in FUNCTIONS if not hasattr(self.functions, name)]
        if version.split(".")[0] != str(own[0]):
            why = "other major versions have other functions"
        elif lacking:
            why = f"the library lacks {lacking[0]}" + (f" and {len(lacking) - 1} more functions" if lacking[1:] else "")
        else:
            return
        raise ImportError(f"the shared library {path} has version {version}, the Python package {'.'.join(map(str, own))}: {why}. Use both of one release")

    def __getattr__(self, name):
        full = f"stoner_{name}"
        if full not in FUNCTIONS:
            raise AttributeError(f"the library has no function {full}")
        function = self._bind(full)
        setattr(self, name, function)
        return function

    def last_error_message(self, ctx=None):
        """The message of the last call that failed."""
        return (self.functions.stoner_last_error(_handle(ctx)) or b"").decode("utf-8")

    def _bind(self, full):
        result, parameters = FUNCTIONS[full]
        raw = getattr(self.functions, full)
        inputs = [p for p in parameters if not _is_output(p)]
        # {a number of any dtype: the parameter that says which}; an input says it itself.
        scalars = {name: room for name, kind, room in parameters if kind.endswith("void *") and isinstance(room, str)}
        names = [name for name, _, _ in inputs if name != "ctx" and name not in scalars.values()]
        all_names = {name for name, _, _ in parameters}

        def call(*positional, **named):
            if len(positional) > len(names):
                raise TypeError(f"{full} takes at most {len(names)} inputs: {', '.join(names)}")
            given = dict(zip(names, positional))
            if twice := given.keys() & named.keys():
                raise TypeError(f"{full}: {twice} given twice")
            if unknown := named.keys() - all_names:
                raise TypeError(f"{full} has no parameter {', '.join(unknown)}; it has {', '.join(all_names)}")
            given |= named
            for name, dtype in scalars.items():
                given |= self._scalar(given, name, dtype, parameters)
            ctx = given.get("ctx")
            arguments, outputs = [], []
            sized = _sized_output(parameters) if "capacity" not in given else None
            if sized:
                return self._read_sized(raw, full, parameters, given, sized)
            for parameter in parameters:
                argument, output = _argument(self, parameter, given)
                arguments.append(argument)
                if output:
                    outputs.append(output)
            status = raw(*arguments)
            if result != "int32_t" or full in _ANSWERS:
                return status.decode("utf-8") if isinstance(status, bytes) else status
            self._check(status, ctx)
            values = tuple(output() for output in outputs)
            return values[0] if len(values) == 1 else values if values else None

        call.__name__ = full
        return call

    def _scalar(self, given, name, dtype, parameters):
        """What is passed for a number of any dtype and for its dtype. Of a result the dtype is the image's, where none is asked for."""
        if (name, "const void *", dtype) in parameters:
            return dict(zip((dtype, name), number(given.get(name), given.get(dtype))))
        wanted = given.get(dtype) or self.image_dtype(given.get("image"), ctx=given.get("ctx"))
        return {dtype: wanted, name: np.zeros(1, NUMPY.get(wanted, np.float64))}

    def _check(self, status, ctx):
        if status != CONSTANTS["STONER_OK"]:
            raise error(status, self.last_error_message(ctx))

    def _read_sized(self, raw, full, parameters, given, sized):
        """Asks for the length first, then reads into memory of that length."""
        buffer, capacity, length = sized
        count = ctypes.c_int64()
        fixed = {}
        for parameter in parameters:
            if parameter[0] not in sized:
                fixed[parameter[0]] = _argument(self, parameter, given)[0]
        def arguments(values):
            return [values[name] if name in values else fixed[name] for name, _, _ in parameters]
        ctx = given.get("ctx")
        self._check(raw(*arguments({buffer: None, capacity: ctypes.c_int64(0), length: ctypes.byref(count)})), ctx)
        kind = next(kind for name, kind, _ in parameters if name == buffer).removesuffix(" *").removesuffix("*").strip()
        if kind == "char":
            memory = ctypes.create_string_buffer(count.value + 1)
            self._check(raw(*arguments({buffer: memory, capacity: ctypes.c_int64(count.value + 1), length: ctypes.byref(count)})), ctx)
            return memory.raw[: count.value].decode("utf-8")
        memory = np.empty(max(count.value, 1), _SCALARS[kind][1])
        self._check(raw(*arguments({buffer: ctypes.c_void_p(memory.ctypes.data), capacity: ctypes.c_int64(memory.size), length: ctypes.byref(count)})), ctx)
        return memory[: count.value]


def _sized_output(parameters):
    """The names of a buffer, its capacity and the length that comes back, where a function has just these."""
    for (a, kind, _), (b, _, _), (c, length, _) in zip(parameters, parameters[1:], parameters[2:]):
        if b == "capacity" and length == "int64_t *" and kind.removesuffix("*").strip() in ("char", *_SCALARS):
            return a, b, c
    return None


def _is_output(parameter):
    _, kind, room = parameter
    if kind == "void *" and isinstance(room, str):
        return True
    return kind.endswith("**") or kind.endswith("*") and not kind.startswith("const") and kind.removesuffix("*").strip() in ("char", *_SCALARS)


def _handle(value):
    return value._as_parameter_ if isinstance(value, Handle) else ctypes.c_void_p(value)


def _argument(library, parameter, given):
    """What is passed for a parameter, and for an output a function that gives its value after the call."""
    name, kind, room = parameter
    value = given.get(name)
    base = kind.replace("const", "").rstrip("* ").strip()
    pointers = kind.count("*")
    if pointers == 2 and base in HANDLES and not kind.startswith("const"):
        place = ctypes.c_void_p()
        return ctypes.byref(place), lambda: HANDLES[base](library, place.value) if place.value else None
    if base == "void" and pointers == 2:
        place = ctypes.c_void_p()
        return ctypes.byref(place), lambda: place.value
    if base in HANDLES and pointers == 1:
        return _handle(value), None
    if kind == "callback":
        return value, None
    if pointers == 0:
        scalar = _SCALARS[base][0]
        return scalar(0 if value is None else value), None
    if base == "char" and kind.startswith("const") and pointers == 1:
        text = value.encode("utf-8") if isinstance(value, str) else value
        if text is not None and b"\0" in text:
            raise ValueError(f"`{name}` has a NUL inside: {value!r}")
        return ctypes.c_char_p(text), None
    if base == "void" and _is_output(parameter):
        return ctypes.c_void_p(value.ctypes.data), lambda: value[0].item()
    if value is None and _is_output(parameter):
        scalar, dtype = _SCALARS[base]
        if isinstance(room, str):
            memory = np.zeros(given.get(room, 0), dtype)
            return ctypes.c_void_p(memory.ctypes.data), lambda: memory
        memory = np.zeros(room, dtype)
        return ctypes.c_void_p(memory.ctypes.data), lambda: memory if room > 1 else memory[0].item()
    return _memory(value, base, name), None


def _memory(value, base, name):
    """The address of the caller's memory: a numpy array, numbers or texts in a row, or None."""
    if value is None or value is NOTHING:
        return value
    if base == "char":
        texts = [text.encode("utf-8") for text in value]
        return (ctypes.c_char_p * len(texts))(*texts)
    if base in HANDLES:
        return (ctypes.c_void_p * len(value))(*(handle.value for handle in value))
    if isinstance(value, np.ndarray):
        if base in _SCALARS and (value.dtype.itemsize != _SCALARS[base][1].itemsize or not value.flags.c_contiguous):
            raise TypeError(f"`{name}` is an array of {value.dtype}; a contiguous array of {base} is needed")
        return _KeepAlive(value)
    if base in _SCALARS:
        return _KeepAlive(np.ascontiguousarray(value, _SCALARS[base][1]))
    return ctypes.c_void_p(value) if isinstance(value, int) else value


class _KeepAlive:
    """An array that lives as long as the argument."""

    def __init__(self, array):
        self._array = array
        self._as_parameter_ = ctypes.c_void_p(array.ctypes.data)
