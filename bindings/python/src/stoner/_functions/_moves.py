"""Functions that give elements other places: the mask takes the same way as the pixels."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._out import as_masked, deliver
from ._table import Given, as_data, as_image, as_index, as_mask, means

#: The parameters whose values get into the result; of all other functions the first.
_VALUES = {"append": {"arr", "values"}, "insert": {"arr", "values"}, "select": {"choicelist", "default"}, "extract": {"arr"}}

# numpy.ma's functions have no types.
ma: Any = np.ma


@means(
    "append array_split atleast_1d atleast_2d atleast_3d block broadcast_arrays broadcast_to column_stack concatenate concat delete diag diagflat "
    "diagonal dsplit dstack expand_dims extract fft.fftshift fft.ifftshift hsplit hstack insert lib.stride_tricks.sliding_window_view "
    "linalg.diagonal linalg.matrix_transpose matrix_transpose meshgrid moveaxis resize roll rollaxis row_stack select split stack "
    "take_along_axis tile tril triu unstack vsplit vstack"
)
def moved(given: Given) -> Any:
    named = given.named()
    out = named.pop("out", None)
    several = next((name for name in named if name in ("arys", "args", "xi")), None)
    wanted = {several} if several else _VALUES.get(given.func.__name__, set(list(named)[:1]))
    rest = {name: as_index(value, given.name) for name, value in named.items() if name not in wanted}
    if "kwargs" in rest:
        rest |= rest.pop("kwargs")
    own = {name: as_data(value) for name, value in named.items() if name in wanted}
    masks = {name: as_mask(value) for name, value in named.items() if name in wanted}
    settings = {name: value for name, value in rest.items() if name not in ("dtype", "casting")}
    if several:
        data, mask = given.func(*own[several], **rest), given.func(*masks[several], **settings)
    else:
        order = list(named)
        data, mask = _called(given.func, order, own | rest), _called(given.func, order, masks | settings)
    if several and len(own[several]) == 1 and not isinstance(data, (list, tuple)):
        return given.image(np.ma.array(data, mask=mask), moved=data.shape != given.first.shape)
    return deliver(given.image(_joined(data, mask), moved=True), out, given.name)


def _called(func: Any, order: list[str], named: dict[str, Any]) -> Any:
    """Calls a function whose first argument may have no name."""
    first, *others = (name for name in order if name in named)
    return func(named[first], **{name: named[name] for name in [*others, *(set(named) - set(order))]})


def _joined(data: Any, mask: Any) -> Any:
    if isinstance(data, (list, tuple)):
        made = [_joined(each, hidden) for each, hidden in zip(data, mask)]
        return tuple(made) if isinstance(data, tuple) else made
    return np.ma.array(data, mask=mask)


@means("pad")
def padded(given: Given) -> Any:
    """Values from outside are not masked; with `mode="empty"`, where there are none, they are."""
    mode = given.args[2] if len(given.args) > 2 else given.kwargs.get("mode", "constant")
    array, width = given.args[0] if given.args else given.kwargs["array"], given.args[1] if len(given.args) > 1 else given.kwargs["pad_width"]
    if mode not in ("constant", "edge", "reflect", "symmetric", "wrap", "empty") or callable(mode):
        given.refuse_masked()
        return given.image(given.plain(), moved=True)
    outside = {"constant_values": mode == "empty"} if mode in ("constant", "empty") else {}
    reflection = {"reflect_type": given.kwargs["reflect_type"]} if "reflect_type" in given.kwargs else {}
    if reflection.get("reflect_type") == "odd":
        given.refuse_masked()
    hidden = np.pad(as_mask(array), width, mode="constant" if mode == "empty" else mode, **outside, **reflection)
    return given.image(np.ma.array(given.plain(), mask=hidden), moved=True)


@means("where")
def where(given: Given) -> Any:
    """As np.ma.where: masked where the condition is, or what is chosen."""
    condition, *choices = given.args
    if not choices:
        return as_image(condition).nonzero()
    return given.image(ma.where(as_masked(condition), *map(as_masked, choices)), moved=False)


@means("flip fliplr flipud")
def flipped(given: Given) -> Any:
    named = given.named()
    image = as_image(named["m"])
    axis = {"fliplr": 1, "flipud": 0}.get(given.func.__name__, named.get("axis"))
    if axis is None:
        axes = set(range(image.ndim))
    else:
        axes = {each + image.ndim if each < 0 else each for each in np.atleast_1d(axis).tolist()}
    if not axes <= set(range(image.ndim)):
        raise np.exceptions.AxisError(f"{given.name}: the image has no axis {axis}") if hasattr(np, "exceptions") else ValueError(f"no axis {axis}")
    return image[tuple(slice(None, None, -1 if i in axes else None) for i in range(image.ndim))]


@means("rot90")
def rotated(given: Given) -> Any:
    named = given.named()
    image, turns = named["m"], named.get("k", 1) % 4
    if image.ndim != 2 or tuple(named.get("axes", (0, 1))) not in ((0, 1), (1, 0), (-2, -1)):
        return moved(given)
    if tuple(named.get("axes", (0, 1))) == (1, 0):
        turns = -turns % 4
    return {0: image.clone, 1: lambda: image.CCW, 2: lambda: image.CCW.CCW, 3: lambda: image.CW}[turns]()


@means("transpose permute_dims swapaxes squeeze ravel repeat take compress choose copy")
def by_method(given: Given) -> Any:
    named = given.named()
    name = {"permute_dims": "transpose"}.get(given.func.__name__, given.func.__name__)
    subject = as_image(named.pop("a"))
    if name == "copy":
        return subject.copy(named.get("order", "K"))
    if name == "choose":
        return subject.choose(list(named.pop("choices")), **named)
    if name == "transpose":
        return subject.transpose(named.get("axes"))
    return getattr(subject, name)(**named)


@means("reshape")
def reshaped(given: Given) -> Any:
    named = given.named()
    subject = as_image(named.pop("a"))
    shape = named.pop("newshape", None)
    shape = named.pop("shape", shape)
    named.pop("copy", None)
    return subject.reshape(shape, **named)


@means("apply_along_axis")
def along_axis(given: Given) -> Any:
    func1d, axis, array, *more = given.args
    if not given.has_masked():
        return given.image(given.plain(), moved=True)
    return given.image(ma.apply_along_axis(func1d, axis, as_masked(array), *more, **given.kwargs), moved=True)


@means("apply_over_axes")
def over_axes(given: Given) -> Any:
    named = given.named()
    return given.image(ma.apply_over_axes(named["func"], as_masked(named["a"]), named["axes"]), moved=True)


@means("zeros_like ones_like empty_like full_like")
def like(given: Given) -> Any:
    """As np.ma.zeros_like: with the mask, where the shape stays."""
    made = given.plain()
    return given.image(np.ma.array(made, mask=given.first.mask)) if made.shape == given.first.shape else given.image(made, moved=True)
