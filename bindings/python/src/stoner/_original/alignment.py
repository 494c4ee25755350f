"""`align` and `correct_drift` with the original's keywords."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .._arrays import ImageBase
from .._image import Image
from .differences import tell


def align(image: Image, ref: Any, method: str | None = "scharr", **kargs: Any) -> Image:
    """Moves the image so that its content lies on that of `ref`.

    `method` is "scharr", "chi2_shift", "imreg_dft", "cv2" or "gauss_newton"; None: "gauss_newton". Keywords: `_box` or `box`, the part
    that is compared, in every form that `crop` takes; `scale`, by which both are enlarged first; `prefilter`, a function that both are
    passed through first, or the name of one; and those of `Image.align`. Entries of the metadata: `tvec`, the movement (row, column).
    """
    tell("align")
    if "_box" in kargs and "box" in kargs:
        raise TypeError("align: the box is given twice, as `box` and `_box`")
    box = kargs.pop("_box", kargs.pop("box", None))
    if box is not None and box is not False:
        kargs["box"] = image._box_from(box)
    if kargs.get("scale", 1) is None:
        del kargs["scale"]
    prefilter = kargs.pop("prefilter", None)
    name = "gauss_newton" if method is None else method
    if callable(prefilter):
        return _prefiltered(image, ref, name, prefilter, **kargs)
    if prefilter is not None:
        kargs["prefilter"] = prefilter
    return image.align(_image(ref), name, **kargs)


def _prefiltered(image: Image, ref: Any, method: str, prefilter: Callable[[Any], Any], **kargs: Any) -> Image:
    """Aligned by what a function makes of both images."""
    reference = _image(ref)
    order, mode, cval = kargs.pop("order", None), kargs.pop("mode", "constant"), kargs.pop("cval", np.nan)
    do_shift = kargs.pop("do_shift", True)
    found = _image(prefilter(image.masked_array())).align(_image(prefilter(reference.masked_array())), method, do_shift=False, **kargs)
    y, x = found.metadata["tvec"]
    made = image.clone()
    if do_shift:
        # A spline through the pixels, as `Image.align` moves by; the third order of `translate` would smooth.
        made = image.asfloat(normalise=False).translate((x, y), False, 5 if order in (None, 3) else order, mode, cval)
    made.metadata.update(found.metadata)
    if reference.map is not None:
        made.map = reference.map
    return made


def correct_drift(image: Image, ref: Any, **kargs: Any) -> Image:
    """Moves the image back by what it has drifted from `ref`. Keywords: `threshold`, `upsample_factor`, `box` in every form that `crop`
    takes, `do_shift`."""
    tell("correct_drift")
    if kargs.get("box") is not None:
        kargs["box"] = image._box_from(kargs["box"])
    return image.correct_drift(_image(ref), **kargs)


def _image(source: Any) -> Image:
    """An image of what stands for one."""
    return source if isinstance(source, Image) else Image(source if isinstance(source, ImageBase) else np.ma.asanyarray(source))
