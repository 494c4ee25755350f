"""Tables of 20,000 rows of six columns as CSV, beside numpy and pandas."""

from compare import compare  # noqa: I001  (first: it sets the number of threads)

import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
from stoner_c import lib

ROWS, COLUMNS = 20_000, 6


def main():
    values = np.random.default_rng(1).normal(1000, 300, (ROWS, COLUMNS))
    names = [f"column {i}" for i in range(COLUMNS)]
    table, frame = lib.table_new(), pd.DataFrame(values, columns=names)
    for name, column in zip(names, values.T):
        lib.table_add_column(table, name, "um", np.ascontiguousarray(column))
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs, by_numpy = (Path(folder) / f"{name}.csv" for name in ("ours", "pandas", "numpy"))
        lib.table_save(table, str(ours))
        frame.to_csv(theirs, index=False)
        # Each reads the other's numbers as they were written.
        again = lib.table_load(str(theirs))
        for index in range(COLUMNS):
            assert np.array_equal(lib.table_read_column(again, index), values[:, index])
        write = {
            "libstoner": lambda: lib.table_save(table, str(ours)),
            "pandas": lambda: frame.to_csv(theirs, index=False),
            "numpy": lambda: np.savetxt(by_numpy, values, delimiter=","),
        }
        read = {
            "libstoner": lambda: lib.table_load(str(theirs)),
            "pandas": lambda: pd.read_csv(theirs),
            "numpy": lambda: np.loadtxt(theirs, delimiter=",", skiprows=1),
        }
        compare(f"Tables of {ROWS:,} rows and {COLUMNS} columns, CSV", [("write", write), ("read", read)])


if __name__ == "__main__":
    main()
