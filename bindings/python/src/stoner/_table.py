"""Tables of numbers: histograms, profiles, spectra."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from . import _convert
from ._metadata import Metadata, dump, restore
from ._pictures import TablePictures
from ._objects import CLASSES
from ._runtime import call


class Table(TablePictures):
    """Named columns of numbers with units, and metadata.

    `table["r"]` is a column as an array, `table["r"] = values` adds one. `np.asarray(table)` has one row for each row of the table,
    `table.to_pandas()` is pandas' `DataFrame`.
    """

    def __init__(self, columns: Mapping[str, npt.ArrayLike] | None = None, units: Mapping[str, str] | None = None) -> None:
        self._handle = call("table_new")._handle
        for name, values in (columns or {}).items():
            self.add_column(name, values, (units or {}).get(name))

    @classmethod
    def _wrap(cls, handle: Any) -> Table:
        made = cls.__new__(cls)
        made._handle = handle
        return made

    @property  # type: ignore[misc]
    def __class__(self) -> type[Any]:  # type: ignore[override]
        """`dict` to a program that asks `isinstance(table, dict)`, as the constructor of pandas' `DataFrame` does, which has no other way to learn the
        columns' names. `type(table)` and `isinstance(table, Table)` are as of any object."""
        return dict

    def __len__(self) -> int:
        """The number of rows."""
        return int(call("table_row_count", self._handle))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(call("table_column_name", self._handle, i) for i in range(call("table_column_count", self._handle)))

    @property
    def units(self) -> dict[str, str]:
        """The columns' units, "" where there is none."""
        return {name: call("table_column_unit", self._handle, i) for i, name in enumerate(self.columns)}

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, columns)."""
        return len(self), int(call("table_column_count", self._handle))

    def __getitem__(self, column: str | int) -> npt.NDArray[np.float64]:
        """The values of a column, by name or number."""
        values: npt.NDArray[np.float64] = call("table_read_column", self._handle, self._index(column))
        return values

    def __setitem__(self, name: str, values: npt.ArrayLike) -> None:
        if name in self.columns:
            raise ValueError(f"there is a column {name!r}; a table's values do not change")
        self.add_column(name, values)

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)

    def __contains__(self, name: object) -> bool:
        return name in self.columns

    def add_column(self, name: str, values: npt.ArrayLike, unit: str | None = None) -> None:
        """Adds a column after the others."""
        array = _convert.numbers(values, "f8", None, "values")
        call("table_add_column", self._handle, name, unit, array, _convert.length(array))

    def rename(self, column: str | int, name: str) -> None:
        """Renames a column."""
        call("table_set_column_name", self._handle, self._index(column), name)

    def set_unit(self, column: str | int, unit: str | None) -> None:
        """Sets a column's unit; None removes it."""
        call("table_set_column_unit", self._handle, self._index(column), unit)

    def _index(self, column: str | int) -> int:
        if isinstance(column, str):
            return int(call("table_column_index", self._handle, column))
        number = _convert.integer(column, 32, "column")
        return number + self.shape[1] if number < 0 else number

    def to_numpy(self) -> npt.NDArray[np.float64]:
        """All values, one row for each row of the table."""
        values: npt.NDArray[np.float64] = call("table_read", self._handle, 0)
        return values.reshape(self.shape)

    def __array__(self, dtype: npt.DTypeLike | None = None, copy: bool | None = None) -> npt.NDArray[Any]:
        if copy is False:
            raise ValueError("a table's numbers can only be copied")
        values = self.to_numpy()
        return values if dtype is None else values.astype(dtype)

    def keys(self) -> tuple[str, ...]:
        """The columns' names: `dict(table)` has the columns by them."""
        return self.columns

    def values(self) -> list[npt.NDArray[np.float64]]:
        """The columns' values."""
        return list(self.to_dict().values())

    def items(self) -> list[tuple[str, npt.NDArray[np.float64]]]:
        """The columns' names, each with its values."""
        return list(self.to_dict().items())

    def to_pandas(self) -> Any:
        """A `DataFrame` of the package pandas with the columns' names; metadata and units (under "units") as `attrs`, which
        `pandas.DataFrame(table)` leaves out."""
        import pandas

        made: Any = pandas.DataFrame(self.to_dict())
        made.attrs.update(self.metadata.items())
        made.attrs["units"] = self.units
        return made

    def to_dict(self) -> dict[str, npt.NDArray[np.float64]]:
        """The columns by their names."""
        return {name: self[i] for i, name in enumerate(self.columns)}

    @property
    def metadata(self) -> Metadata:
        """The metadata. Changes of them change the table."""
        handle = self._handle
        return Metadata._of(lambda: call("table_metadata", handle)._own, lambda own: call("table_set_metadata", handle, own))

    @metadata.setter
    def metadata(self, values: Mapping[str, Any]) -> None:
        call("table_set_metadata", self._handle, (values if isinstance(values, Metadata) else Metadata(values))._handle)

    def save(self, path: _convert.Path, format: str | None = None) -> None:
        """Saves the table as text: "csv", or "tdi" with metadata, which the Python package Stoner reads as Data. None: by the
        extension of the name."""
        call("table_save", self._handle, _convert.path(path), format)

    def equal(self, other: Table, all: bool = False) -> bool:
        """Whether two tables have the same columns, with `all` also the same metadata. NaN equals NaN."""
        return bool(call("table_equal", self._handle, other._handle, int(all)))

    def clone(self) -> Table:
        """A second table with the same content."""
        made: Table = call("table_clone", self._handle)
        return made

    copy = clone
    __copy__ = clone

    def __deepcopy__(self, _: Any) -> Table:
        return self.clone()

    def __reduce__(self) -> tuple[Any, ...]:
        columns = [(name, unit, self[i]) for i, (name, unit) in enumerate(zip(self.columns, self._units()))]
        return _rebuild, (columns, dump(call("table_metadata", self._handle)._own))

    def _units(self) -> list[str]:
        return [call("table_column_unit", self._handle, i) for i in range(self.shape[1])]

    def _headings(self) -> list[str]:
        return [f"{name} ({unit})" if unit else name for name, unit in zip(self.columns, self._units())]

    def __repr__(self) -> str:
        rows, columns = self.shape
        return f"<stoner.Table: {rows} rows of {', '.join(self._headings())}>"

    def _repr_html_(self) -> str:
        """For notebooks: the first and the last rows."""
        values = self.to_numpy()
        shown = list(values) if len(values) <= 10 else [*values[:5], None, *values[-5:]]
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self._headings())
        rows = [
            "".join(f"<td>{'&hellip;' if row is None else format(row[i], '.6g')}</td>" for i in range(self.shape[1])) for row in shown
        ]
        return f"<table><tr>{head}</tr>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


CLASSES["stoner_table"] = Table._wrap


def load_table(path: _convert.Path, format: str | None = None) -> Table:
    """Loads a table that `Table.save` or the Python package Stoner wrote, or any CSV file of numbers."""
    made: Table = call("table_load", _convert.path(path), format)
    return made


def _rebuild(columns: list[tuple[str, str, Any]], entries: list[tuple[str, Any, str]]) -> Table:
    made = Table()
    for name, unit, values in columns:
        made.add_column(name, values, unit or None)
    metadata = Metadata()
    restore(metadata._own, entries)
    made.metadata = metadata
    return made
