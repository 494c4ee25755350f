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
from ._plain_calls import base_of, written_out

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
_TOO_SMALL = CONSTANTS["STONER_ERR_BUFFER_TOO_SMALL"]


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
        """The function that calls one of the library. How each parameter is passed is worked out once, here: a call is then a walk along the plan."""
        result, parameters = FUNCTIONS[full]
        raw = getattr(self.functions, full)
        # {a number of any dtype: the parameter that says which}; an input says it itself.
        scalars = {name: room for name, kind, room in parameters if kind.endswith("void *") and isinstance(room, str)}
        names = [parameter[0] for parameter in parameters if not _is_output(parameter) and parameter[0] not in ("ctx", *scalars.values())]
        all_names = frozenset(name for name, _, _ in parameters)
        plan = [(parameter[0], *_passing(parameter)) for parameter in parameters]
        sized = _Sized.of(full, parameters)
        has_status = result == "int32_t" and full not in _ANSWERS

        def call(*positional, **named):
            if not all_names.issuperset(named):
                raise TypeError(f"{full} has no parameter {', '.join(named.keys() - all_names)}; it has {', '.join(sorted(all_names))}")
            if positional:
                if len(positional) > len(names):
                    raise TypeError(f"{full} takes at most {len(names)} inputs: {', '.join(names)}")
                given = dict(zip(names, positional))
                if not given.keys().isdisjoint(named):
                    raise TypeError(f"{full}: {given.keys() & named.keys()} given twice")
                given.update(named)
            else:
                given = named
            for name, dtype in scalars.items():
                given |= self._scalar(given, name, dtype, parameters)
            arguments, outputs = [], []
            for name, passed, room in plan:
                value = given.get(name)
                if room is None or value is not None and passed is not None:
                    arguments.append(passed(value))
                else:
                    argument, output = room(self, given)
                    arguments.append(argument)
                    outputs.append(output)
            ctx = given.get("ctx")
            if sized and "capacity" not in given:
                return sized.read(self, raw, arguments, ctx)
            status = raw(*arguments)
            if not has_status:
                return status.decode("utf-8") if isinstance(status, bytes) else status
            if status:
                self._check(status, ctx)
            if len(outputs) == 1:
                return outputs[0]()
            return tuple(output() for output in outputs) or None

        call.__name__ = full
        if scalars or not has_status:
            return call
        scope = {"raw": raw, "check": self._check, "too_small": _TOO_SMALL, "Handle": Handle, "text": _text, "library": self}
        return written_out(full, parameters, sized, HANDLES, _SCALARS, call, **scope) or call

    def _scalar(self, given, name, dtype, parameters):
        """What is passed for a number of any dtype and for its dtype. Of a result the dtype is the image's, where none is asked for."""
        if (name, "const void *", dtype) in parameters:
            return dict(zip((dtype, name), number(given.get(name), given.get(dtype))))
        wanted = given.get(dtype) or self.image_dtype(given.get("image"), ctx=given.get("ctx"))
        return {dtype: wanted, name: np.zeros(1, NUMPY.get(wanted, np.float64))}

    def _check(self, status, ctx):
        if status != CONSTANTS["STONER_OK"]:
            raise error(status, self.last_error_message(ctx))


class _Sized:
    """A buffer, its capacity and the length that comes back, where a function has just these: it is read whole."""

    #: What never needs more room is asked once; of all else the length is asked first. No array has more axes than numpy's.
    SHORT = {"stoner_image_shape": 64, "stoner_image_strides": 64}

    def __init__(self, at, base, room):
        self.at, self.base, self.room = at, base, room

    @classmethod
    def of(cls, full, parameters):
        """That of a function's parameters, or None."""
        for at, ((_, kind, _), (capacity, _, _), (_, length, _)) in enumerate(zip(parameters, parameters[1:], parameters[2:])):
            base = kind.removesuffix("*").strip()
            if capacity == "capacity" and length == "int64_t *" and base in ("char", *_SCALARS):
                return cls(at, base, cls.SHORT.get(full, 0))
        return None

    def read(self, library, raw, arguments, ctx):
        """Calls with the arguments, of which those of the buffer are still to be replaced: a text or an array."""
        length = ctypes.c_int64()

        def fill(memory, capacity):
            arguments[self.at : self.at + 3] = memory, ctypes.c_int64(capacity), ctypes.byref(length)
            library._check(raw(*arguments), ctx)

        capacity = self.room
        if not capacity:
            fill(None, 0)
            capacity = length.value
        if self.base == "char":
            text = ctypes.create_string_buffer(capacity + 1)
            fill(text, capacity + 1)
            return text.raw[: length.value].decode("utf-8")
        memory = np.empty(max(capacity, 1), _SCALARS[self.base][1])
        fill(_KeepAlive(memory), memory.size)
        return memory[: length.value]


def _is_output(parameter):
    _, kind, room = parameter
    if kind == "void *" and isinstance(room, str):
        return True
    return kind.endswith("**") or kind.endswith("*") and not kind.startswith("const") and kind.removesuffix("*").strip() in ("char", *_SCALARS)


def _handle(value):
    return ctypes.c_void_p(value.value if isinstance(value, Handle) else value)


def _passing(parameter):
    """How a parameter is passed: what makes the argument of a value, and for an output what makes room: the argument, and a function that gives the
    output after the call."""
    name, kind, room = parameter
    base, pointers = base_of(kind)
    is_output = _is_output(parameter)
    if pointers == 2 and base in HANDLES and not kind.startswith("const"):
        return None, lambda library, given: _room_for_handle(library, base)
    if base == "void" and pointers == 2:
        return None, lambda library, given: _room_for_number(ctypes.c_void_p)
    if base in HANDLES and pointers == 1:
        return _handle, None
    if kind == "callback":
        return lambda value: value, None
    if pointers == 0:
        scalar = _SCALARS[base][0]
        return lambda value: scalar(0 if value is None else value), None
    if base == "char" and kind.startswith("const") and pointers == 1:
        return lambda value: _text(value, name), None
    if base == "void" and is_output:
        return None, lambda library, given: _filled_by_caller(given[name])

    def passed(value):
        return _memory(value, base, name)

    if not is_output or base not in _SCALARS:
        return passed, None
    scalar, dtype = _SCALARS[base]
    if isinstance(room, str):
        return passed, lambda library, given: _room_for_array(given.get(room, 0), dtype)
    if room > 1:
        return passed, lambda library, given: _room_for_array(room, dtype)
    return passed, lambda library, given: _room_for_number(scalar)


def _room_for_handle(library, base):
    place = ctypes.c_void_p()
    return ctypes.byref(place), lambda: HANDLES[base](library, place.value) if place.value else None


def _room_for_number(scalar):
    place = scalar()
    return ctypes.byref(place), lambda: place.value


def _filled_by_caller(memory):
    """Room for one number of any dtype, which is there already."""
    return _KeepAlive(memory), lambda: memory[0].item()


def _room_for_array(length, dtype):
    memory = np.zeros(length, dtype)
    return _KeepAlive(memory), lambda: memory


def _text(value, name):
    text = value.encode("utf-8") if isinstance(value, str) else value
    if text is not None and b"\0" in text:
        raise ValueError(f"`{name}` has a NUL inside: {value!r}")
    return ctypes.c_char_p(text)


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


def address_of(array: np.ndarray) -> int:
    """Where the elements of an array lie: as `array.ctypes.data`, in a third of its time."""
    return array.__array_interface__["data"][0]


class _KeepAlive:
    """An array that lives as long as the argument."""

    def __init__(self, array):
        self._array = array
        self._as_parameter_ = ctypes.c_void_p(address_of(array))
