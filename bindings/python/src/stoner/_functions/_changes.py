"""Functions that change an array that is given: an image is changed with its mask, a plain array takes no masked elements."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._arrays import ImageBase
from .._out import as_masked
from .._ufuncs import no_meaning
from ._table import Given, as_data, as_index, as_mask, means

#: The parameter that is changed and the one whose values get into it.
_PARTS = {
    "copyto": ("dst", "src"), "put": ("a", "v"), "putmask": ("a", "values"), "place": ("arr", "vals"),
    "put_along_axis": ("arr", "values"), "fill_diagonal": ("a", "val"),
}  # fmt: skip


@means("copyto put putmask place put_along_axis fill_diagonal")
def changed(given: Given) -> None:
    named = given.named()
    whole, source = _PARTS[given.func.__name__]
    target, new = named.pop(whole), named.pop(source)
    others = {name: as_index(value, given.name) for name, value in named.items()}

    def change(array: Any, values: Any, **settings: Any) -> None:
        if given.func.__name__ in ("copyto", "putmask", "place"):
            order = {"copyto": (array, values), "putmask": (array, others.get("mask"), values), "place": (array, others.get("mask"), values)}
            rest = {name: value for name, value in (others | settings).items() if name != "mask"}
            given.func(*order[given.func.__name__], **rest)
        else:
            given.func(**{whole: array, source: values}, **(others | settings))

    if isinstance(target, ImageBase):
        image: Any = target
        data, mask = image.data.copy(), image.mask.copy()
        change(data, as_data(new))
        change(mask, as_mask(new), **({"casting": "unsafe"} if "casting" in others else {}))
        if image.hardmask:
            data, mask = np.where(image.mask, image.data, data), mask | image.mask
        image._replace(np.ma.MaskedArray(data, mask))
    elif isinstance(target, np.ma.MaskedArray):
        masked = np.ma.getmaskarray(target).copy()
        change(masked, as_mask(new))
        change(np.ma.getdata(target), as_data(new))
        target.mask = masked
    elif np.ma.is_masked(as_masked(new)):
        raise no_meaning(f"{given.name} into a plain array")
    else:
        change(target, as_data(new))
