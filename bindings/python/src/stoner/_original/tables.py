"""Tables as the original returns them: histograms and profiles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from .._image import Image
from .._runtime import call
from .._table import Table
from .differences import tell


class Data(Table):
    """A table with the original's names for its parts: `data`, `column_headers`, `column`, `x`, `y`, `setas`, `plot()`."""

    def __init__(self, columns: Mapping[str, npt.ArrayLike] | None = None, units: Mapping[str, str] | None = None) -> None:
        super().__init__(columns, units)
        self.setas = ["x", *"y" * (len(self.columns) - 1)] if self.columns else []

    @classmethod
    def of(cls, table: Table, setas: str) -> Data:
        """A table whose columns have the roles `setas`: "x", "y", "e" (error of y) or "."."""
        made = cls.__new__(cls)
        made._handle, made.setas = table._handle, list(setas)
        return made

    @property  # type: ignore[misc]
    def __class__(self) -> type[Any]:  # type: ignore[override]
        """Its own class: unlike that of a `Table` it is no dictionary of columns, since its entries are those of the metadata first."""
        return type(self)

    @property
    def data(self) -> npt.NDArray[np.float64]:
        """The numbers, one row for each row of the table."""
        return self.to_numpy()

    @property
    def column_headers(self) -> list[str]:
        """The names of the columns."""
        return list(self.columns)

    def column(self, col: str | int) -> npt.NDArray[np.float64]:
        """The values of a column, by name or number."""
        return Table.__getitem__(self, col)

    def __getitem__(self, key: Any) -> Any:
        """Text: an entry of the metadata, or else a column; else rows of the numbers."""
        if isinstance(key, str):
            return self.metadata[key] if key in self.metadata else self.column(key)
        return self.to_numpy()[key]

    def __floordiv__(self, col: str | int) -> npt.NDArray[np.float64]:
        return self.column(col)

    def _role(self, role: str) -> Any:
        found = [self.column(i) for i, each in enumerate(self.setas) if each == role]
        if not found:
            raise AttributeError(f"no column is {role}; `setas` is {self.setas}")
        return found[0] if len(found) == 1 else np.stack(found, axis=1)

    @property
    def x(self) -> npt.NDArray[np.float64]:
        """The column that is x."""
        values: npt.NDArray[np.float64] = self._role("x")
        return values

    @property
    def y(self) -> npt.NDArray[np.float64]:
        """The column that is y; several as a table."""
        values: npt.NDArray[np.float64] = self._role("y")
        return values

    @property
    def e(self) -> npt.NDArray[np.float64]:
        """The column of errors of y."""
        values: npt.NDArray[np.float64] = self._role("e")
        return values

    def plot(self, *arguments: Any, **keywords: Any) -> Any:
        """Draws y against x with matplotlib, into the current figure. With a file name as first argument saves a PNG, as
        `Table.plot`."""
        if arguments:
            return super().plot(*arguments, **keywords)
        from matplotlib import pyplot

        errors = self._role("e") if "e" in self.setas else None
        names = [name for name, role in zip(self.columns, self.setas) if role in "xy"]
        figure, axes = pyplot.gcf(), pyplot.gca()
        axes.errorbar(self.x, self.y, errors, **keywords) if errors is not None else axes.plot(self.x, self.y, **keywords)
        axes.set_xlabel(names[0]), axes.set_ylabel(names[1])
        return figure


def hist(image: Image, *args: Any, **kargs: Any) -> Data:
    """The histogram of the unmasked pixels, drawn by `matplotlib.pyplot.hist` with all of its keywords: a table of the columns Intensity
    (the middles of the bins) and Frequency."""
    from matplotlib import pyplot

    counts, edges, _ = pyplot.hist(image.compressed().data, *args, **kargs)
    made = Data({"Intensity": (edges[1:] + edges[:-1]) / 2, "Frequency": counts})
    made.metadata = image.metadata
    return made


def profile_line(
    image: Image,
    src: Any = None,
    dst: Any = None,
    linewidth: int = 1,
    order: int = 1,
    mode: str = "constant",
    cval: float = 0.0,
    constrain: bool = True,
    *,
    x: float | None = None,
    y: float | None = None,
    no_scale: bool = False,
    real_units: bool = False,
) -> Data:
    """The intensity along a line from `src` to `dst`, (row, column) in pixels, or along the whole column at `x` or row at `y`.

    A table of the columns X, Y, Distance and Intensity. Distance is in the units of the metadata entry "MicronsPerPixel" where there is
    one, unless `no_scale`. With `real_units` the ends are (y, x) in the units of the image's map.
    """
    tell("profile_line")
    begin, end = (_point(name, each) for name, each in (("src", src), ("dst", dst)))
    table = image.profile_line(begin, end, linewidth, order, mode, cval, constrain, x=x, y=y, real_units=real_units)
    size = image.metadata.get("MicronsPerPixel")
    if size is None or no_scale or real_units:
        return Data.of(table, "..x" + "y" * (len(table.columns) - 3))
    made = Data({name: table[name] * float(size) if name == "Distance" else table[name] for name in table.columns})
    made.setas = list("..x" + "y" * (len(table.columns) - 3))
    made.metadata = table.metadata
    return made


def _point(name: str, given: Any) -> tuple[Any, ...] | None:
    """(x, y) of what a script gives as (row, column); one float, not an integer, is both, as in the original."""
    if isinstance(given, float):
        return given, given
    if given is not None and (np.ndim(given) != 1 or len(given) != 2):
        raise ValueError(f"`{name}` is {given!r}; allowed: (row, column), one float for both, None")
    return None if given is None else tuple(given)[::-1]


def radial_profile(image: Image, angle: Any = None, r: Any = None, centre: Any = (None, None), pixel_size: Any = (1, 1)) -> Data:
    """The mean over rings around a centre (x, y): a table of the columns Low_r, r, high_r, mean, std and number. `angle` is one, or the two
    ends of a sector (0 points left, pi/2 down); `r` are the edges of the rings."""
    tell("radial_profile")
    table = image.radial_profile(angle, r, centre, pixel_size, angles="from-left")
    rings = (len(table.columns) - 3) // 3
    return Data.of(call("table_clone", table._handle), ".x." + "ye." * rings)
