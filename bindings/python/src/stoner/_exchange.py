"""An image for other packages: DLPack, the array interface, xarray, pandas, arrays in which NaN marks what is masked."""

from __future__ import annotations

import ctypes
from typing import Any

import numpy as np
import numpy.typing as npt

from ._indexing import Indexing

_NAMES = ("frame", "y", "x")


class Exchange(Indexing):
    """What other packages ask an image for."""

    @property
    def __array_interface__(self) -> dict[str, Any]:
        """The pixels for programs that read memory, unchanging, whatever becomes of the image. An image with masked pixels has none, since the
        interface cannot say which; `image.data` and `image.filled()` have one."""
        if self._mask is not np.ma.nomask:
            raise AttributeError("an image with masked pixels has no `__array_interface__`; use image.filled(value) or image.data")
        data = self.data
        # From the first byte to the last, with the array that keeps them alive.
        reach = [(length - 1) * step for length, step in zip(data.shape, data.strides)] if data.size else []
        low = data.ctypes.data + sum(step for step in reach if step < 0)
        high = data.ctypes.data + sum(step for step in reach if step > 0) + (data.itemsize if data.size else 0)
        memory: Any = (ctypes.c_ubyte * (high - low)).from_address(low)
        memory.owner = data
        return {
            "shape": data.shape,
            "typestr": data.dtype.str,
            "data": memoryview(memory).toreadonly(),
            "offset": data.ctypes.data - low,
            "strides": data.strides,
            "version": 3,
        }

    def __dlpack__(self, **named: Any) -> Any:
        """The pixels by DLPack, in the manner of numpy's arrays: a copy, unless the consumer takes memory that must not be written to.
        Masked pixels are a BufferError: DLPack has no masks."""
        if self._mask is not np.ma.nomask:
            raise BufferError("DLPack has no masks; use image.filled(value), or image.data for what lies beneath the mask")
        version = named.get("max_version")
        data = self.data
        if named.get("copy") or version is None or version < (1, 0):
            named.pop("copy", None)
            data = data.copy()
        export: Any = data.__dlpack__
        return export(**named)

    def __dlpack_device__(self) -> tuple[int, int]:
        """The memory of this machine."""
        kind, number = self.data.__dlpack_device__()
        return int(kind), int(number)

    def to_numpy(self, dtype: npt.DTypeLike | None = None, copy: bool = False, na_value: Any = np.nan) -> npt.NDArray[Any]:
        """The pixels as a plain array in which `na_value` stands for what is masked. Integers become float64 where it is NaN. Without
        masked pixels it is `data`, or with `copy` or another dtype an array of its own."""
        mask = self._mask
        if mask is np.ma.nomask:
            made: npt.NDArray[Any] = self.data if dtype is None else self.data.astype(dtype, copy=False)
            return made.copy() if copy else made
        kind = np.result_type(self.dtype, np.asarray(na_value).dtype) if self.dtype.kind in "biu" else self.dtype
        made = self.data.astype(kind)
        made[mask] = na_value
        return made if dtype is None else made.astype(dtype)

    def to_xarray(self, name: str | None = None) -> Any:
        """A `DataArray` of the package xarray: NaN for what is masked, coordinates from the map or the pixels' numbers, the planes as further
        coordinates, metadata as `attrs`.

        Parameters
        ----------
        name : str, optional
            Of the array; None: the image's title.
        """
        import xarray

        names = _NAMES[3 - self.ndim :] if self.ndim <= 3 else tuple(f"axis_{i}" for i in range(self.ndim))
        coordinates: dict[str, Any] = {}
        for axis, (title, values, unit) in self._axes().items():
            dimension = names[axis]
            coordinates[dimension] = (dimension, values, {"units": unit, "long_name": title} if unit or title else {})
        for title, plane in self.planes.items():
            if plane.ndim <= self.ndim and plane.shape == self.shape[self.ndim - plane.ndim :]:
                coordinates[title] = (names[self.ndim - plane.ndim :], plane.to_numpy(), {"units": self.planes.units[title]})
        return xarray.DataArray(self.to_numpy(copy=True), dims=names, coords=coordinates, name=name or self.title or None, attrs=self._attributes())

    def to_pandas(self) -> Any:
        """A `DataFrame` of the package pandas, or of rank 1 a `Series`: NaN for what is masked, rows and columns by their places on the
        map, or by their numbers, metadata as `attrs`."""
        import pandas

        axes = self._axes()
        index = [pandas.Index(axes[i][1], name=axes[i][0] or None) if i in axes else None for i in range(self.ndim)]
        if self.ndim == 1:
            made: Any = pandas.Series(self.to_numpy(copy=True), index=index[0], name=self.title or None)
        elif self.ndim == 2:
            made = pandas.DataFrame(self.to_numpy(copy=True), index=index[0], columns=index[1])
        else:
            raise ValueError(f"a data frame has rows and columns; this image has rank {self.ndim}. Use `to_xarray`, or a frame of it")
        made.attrs.update(self._attributes())
        return made

    def _attributes(self) -> dict[str, Any]:
        """The metadata without what belongs to the pixels."""
        map_ = self.map if self.ndim in (2, 3) else None
        own = {*self.planes, *(map_.names if map_ else ())}
        return {key: value for key, value in self.metadata.items() if key not in own}

    def _axes(self) -> dict[int, tuple[str, Any, str]]:
        """{axis: (name, places, unit)} as far as a map has places for whole rows and columns."""
        map_ = self.map if self.ndim in (2, 3) else None
        if map_ is None or map_.step[0][1] or map_.step[1][0]:
            return {}
        rows, columns = self.shape[-2:]
        (x, y), ((dx, _), (_, dy)) = map_.origin, map_.step
        return {
            self.ndim - 2: (map_.names[1], y + dy * np.arange(rows), map_.units[1]),
            self.ndim - 1: (map_.names[0], x + dx * np.arange(columns), map_.units[0]),
        }
