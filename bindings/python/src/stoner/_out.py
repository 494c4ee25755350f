"""Results that are written into an array that the caller gives, `out`."""

from __future__ import annotations

from typing import Any

import numpy as np

from ._arrays import ImageBase


def as_masked(value: Any) -> Any:
    """numpy's masked array in place of an image, in lists and tuples too; everything else as it is."""
    if isinstance(value, ImageBase):
        return value.masked_array()  # type: ignore[attr-defined]
    if isinstance(value, (list, tuple)) and any(isinstance(each, (ImageBase, list, tuple)) for each in value):
        return type(value)(as_masked(each) for each in value) if type(value) in (list, tuple) else value
    return value


def deliver(result: Any, out: Any, function: str) -> Any:
    """A result, or `out` with the result in it.

    As in numpy.ma, a plain array of floating point takes NaN for what is masked; one of another dtype cannot take it.
    """
    if isinstance(out, tuple) and len(out) == 1:
        (out,) = out
    if out is None:
        return result
    given: Any = out
    values = as_masked(result)
    if values is np.ma.masked and isinstance(out, (np.ndarray, ImageBase)):
        # numpy's sign for one masked value has a dtype of its own.
        values = np.ma.array(np.zeros((), given.dtype), mask=True)
    data, mask = np.ma.getdata(values), np.ma.getmaskarray(values)
    if not isinstance(out, (np.ndarray, ImageBase)):
        raise TypeError(f"{function}: `out` is a {type(out).__name__}; it must be an image or an array")
    try:
        data, mask = np.broadcast_to(data, given.shape), np.broadcast_to(mask, given.shape)
    except ValueError:
        raise ValueError(f"{function}: `out` has the shape {given.shape}, the result {data.shape}") from None
    dtype = given.dtype
    if not np.can_cast(data.dtype, dtype, "same_kind"):
        raise TypeError(f"{function} returns {data.dtype}, which does not fit an `out` of {dtype}")
    if isinstance(out, ImageBase):
        given._replace(np.ma.MaskedArray(data.astype(dtype), mask))
        return given
    if isinstance(out, np.ma.MaskedArray):
        np.copyto(np.ma.getdata(out), data, casting="same_kind")
        out.mask = mask
        return out
    if mask.any():
        if dtype.kind not in "fc":
            raise np.ma.MaskError(
                f"{function}: {mask.sum()} values of the result are masked, which `out`, a plain array of {dtype}, cannot hold; "
                "give an image or a masked array"
            )
        data = np.where(mask, np.nan, data)
    np.copyto(out, data, casting="same_kind")
    return out
