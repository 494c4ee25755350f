"""`stoner.Image` in place of numpy's MaskedArray, in the names of a module of numpy's tests."""

import functools
import types

import numpy as np
import stoner

_ma = np.ma


class _Meta(type):
    def __call__(cls, data=None, *arguments, **named):
        if isinstance(data, stoner.Image):
            data = data.masked_array()
        return stoner.Image(_ma.MaskedArray(data, *arguments, **named))

    def __instancecheck__(cls, value):
        # numpy.ma's functions return masked arrays.
        return isinstance(value, (stoner.Image, _ma.MaskedArray))

    def __subclasscheck__(cls, other):
        return issubclass(other, (stoner.Image, _ma.MaskedArray))

    def __getattr__(cls, name):
        return getattr(stoner.Image, name)


    def __dir__(cls):
        return dir(stoner.Image)


class MaskedArray(metaclass=_Meta):
    """What a test calls to make a masked array, and what it asks for."""

    def __new__(cls, *arguments, **named):
        # `MaskedArray.__new__(SubclassOfNumpys)`; calls of this class go to its metaclass.
        return _ma.MaskedArray.__new__(cls, *arguments, **named)


def view(value, *arguments, **named):
    """`value.view(...)`, where the class that is asked for may be the stand-in."""
    if MaskedArray not in (*arguments, *named.values()) or not isinstance(value, (np.ndarray, stoner.Image)):
        return value.view(*arguments, **named)
    masked = type(value) in (np.ndarray, stoner.Image, _ma.MaskedArray)
    array = shown(value).view(*(_ma.MaskedArray if each is MaskedArray else each for each in arguments),
                              **{name: _ma.MaskedArray if each is MaskedArray else each for name, each in named.items()})  # fmt: skip
    return stoner.Image(array) if masked else array


def _making(function):
    """A function of numpy.ma that makes an array, so that it makes an image. What an image cannot hold is an error."""

    @functools.wraps(function)
    def make(*arguments, **named):
        made = function(*arguments, **named)
        return stoner.Image(made) if isinstance(made, _ma.MaskedArray) and made is not _ma.masked else made

    return make


def _array(data, dtype=None, copy=False, order=None, mask=_ma.nomask, fill_value=None, keep_mask=True, hard_mask=False, shrink=True, subok=True, ndmin=0):
    return MaskedArray(data, mask=mask, dtype=dtype, copy=copy, subok=subok, keep_mask=keep_mask, hard_mask=hard_mask, fill_value=fill_value, ndmin=ndmin, shrink=shrink, order=order)


def shown(value):
    """What an assertion compares: the masked array of an image."""
    if isinstance(value, stoner.Image):
        return value.masked_array()
    if type(value) in (list, tuple):
        return type(value)(map(shown, value))
    return value


def _type(value, *more):
    """The class of a value: as `isinstance`, the stand-in where it is an image or a masked array."""
    if more:
        return type(value, *more)
    return MaskedArray if type(value) in (stoner.Image, _ma.MaskedArray) else type(value)


def _asserting(function):
    @functools.wraps(function)
    def check(*arguments, **named):
        return function(*map(shown, arguments), **{name: shown(value) for name, value in named.items()})

    return check


_MAKING = "asarray asanyarray arange zeros ones empty identity masked_all zeros_like ones_like empty_like".split()
_REPLACED = {id(getattr(_ma, name)): _making(getattr(_ma, name)) for name in _MAKING}
_REPLACED |= {id(_ma.MaskedArray): MaskedArray, id(_ma.array): _array, id(_ma.isMaskedArray): lambda value: isinstance(value, MaskedArray)}


class _Proxy(types.ModuleType):
    """A module with other values under some of its names."""

    def __init__(self, module, **others):
        super().__init__(module.__name__)
        # All names at once: some tests ask for them with `__getattribute__`.
        self.__dict__.update({name: _REPLACED.get(id(value), value) for name, value in vars(module).items()} | others)
        self._module = module

    def __getattr__(self, name):
        return getattr(self._module, name)


_NUMPY_MA = _Proxy(_ma, core=_Proxy(_ma.core), extras=_Proxy(_ma.extras))
_MODULES = {id(np): _Proxy(np, ma=_NUMPY_MA), id(_ma): _NUMPY_MA, id(_ma.core): _NUMPY_MA.core}


_SEEN = []


def _lasting_id(value):
    """`id` of what stays alive: the memory of an array that only the call holds may at once be another's."""
    _SEEN.append(value)
    return id(value)


def install(names):
    """Puts images into the names that a module of tests has imported."""
    names["type"], names["_view"], names["id"] = _type, view, _lasting_id
    for name, value in list(names.items()):
        if isinstance(value, types.ModuleType):
            names[name] = _MODULES.get(id(value), value)
        elif id(value) in _REPLACED:
            names[name] = _REPLACED[id(value)]
        elif isinstance(value, types.FunctionType) and name.startswith(("assert", "fail_if")) and "raises" not in name and "warns" not in name:
            names[name] = _asserting(value)
