"""Tables through the C interface: columns in and out, CSV against the csv module and numpy, TDI against the Python original."""

import csv
import os
import stat

import numpy as np
import pytest
import stoner_c as sc
from conftest import quiet, raises

lib = sc.lib
RANDOM = np.random.default_rng(4)
AWKWARD = np.array([0.1, -0.0, 1e300, 5e-324, 2.0**53, np.inf, -np.inf, np.nan, 1 / 3, 123456789.0, 1e-5, 1e16, 1e22])


def make(columns, metadata=None):
    """A table of {name: values} or {(name, unit): values}."""
    table = lib.table_new()
    for name, values in columns.items():
        name, unit = name if isinstance(name, tuple) else (name, None)
        values = np.ascontiguousarray(values, float)
        lib.table_add_column(table, name, unit, values, len(values))
    if metadata is not None:
        lib.table_set_metadata(table, metadata)
    return table


def some_metadata():
    metadata = lib.metadata_new()
    lib.metadata_set_i64(metadata, "count", 5)
    lib.metadata_set_f64(metadata, "energy", 707.25)
    lib.metadata_set_string(metadata, "sample", 'Fe "film" = {1}')
    lib.metadata_set_bool(metadata, "ok", 1)
    lib.metadata_set_none(metadata, "nothing")
    lib.metadata_set_array(metadata, "matrix", sc.from_array(np.array([[1.5, 2.5], [3.5, 4.5]])))
    return metadata


def columns(table):
    return {lib.table_column_name(table, i): lib.table_read_column(table, i) for i in range(lib.table_column_count(table))}


def test_columns_in_and_out():
    x, y = RANDOM.random(7), AWKWARD[:7]
    table = make({("r", "\u00b5m"): x, "mean": y, ("", "A"): x})
    assert (lib.table_row_count(table), lib.table_column_count(table)) == (7, 3)
    assert [lib.table_column_name(table, i) for i in range(3)] == ["r", "mean", ""]
    assert [lib.table_column_unit(table, i) for i in range(3)] == ["\u00b5m", "", "A"]
    assert lib.table_column_index(table, "mean") == 1
    np.testing.assert_array_equal(lib.table_read_column(table, 1), y)
    both = np.column_stack([x, y, x])
    np.testing.assert_array_equal(lib.table_read(table).reshape(7, 3), both)
    np.testing.assert_array_equal(lib.table_read(table, 1).reshape(3, 7).T, both)
    room, rows = np.empty(7), np.zeros(1, np.int64)
    lib.table_read_column(table, 0, buffer=room, capacity=7, n_rows=rows)
    np.testing.assert_array_equal(room, x)
    assert rows[0] == 7
    lib.table_set_column_name(table, 1, "average")
    lib.table_set_column_unit(table, 0, None)
    assert (lib.table_column_index(table, "average"), lib.table_column_unit(table, 0)) == (1, "")


def test_an_empty_table():
    table = lib.table_new()
    assert (lib.table_row_count(table), lib.table_column_count(table), len(lib.table_read(table))) == (0, 0, 0)
    lib.table_add_column(table, "a", None, None, 0)
    assert (lib.table_row_count(table), len(lib.table_read_column(table, 0))) == (0, 0)


def test_a_handle_is_a_value():
    table = make({"a": [1, np.nan]}, some_metadata())
    other = lib.table_clone(table)
    assert lib.table_equal(table, other, 1) == 1
    metadata = lib.table_metadata(table)
    lib.metadata_set_i64(metadata, "count", 6)
    assert lib.table_equal(table, other, 1) == 1
    lib.table_set_metadata(other, metadata)
    assert (lib.table_equal(table, other, 0), lib.table_equal(table, other, 1)) == (1, 0)
    lib.table_add_column(other, "b", None, [1.0, 2.0], 2)
    assert (lib.table_equal(table, other), lib.table_column_count(table)) == (0, 1)


def test_bad_input():
    table = make({"a": [1.0, 2.0]})
    raises("SHAPE", lib.table_add_column, table, "b", None, [1.0], 1)
    raises("INVALID_ARGUMENT", lib.table_add_column, table, "b", None, [1.0], -1)
    raises("NULL_POINTER", lib.table_add_column, table, "b", None, None, 2)
    raises("NULL_POINTER", lib.table_add_column, table, None, None, [1.0, 2.0], 2)
    for column in (-1, 1, 2**31 - 1):
        for function in (lib.table_column_name, lib.table_column_unit, lib.table_read_column):
            raises("OUT_OF_RANGE", function, table, column)
        raises("OUT_OF_RANGE", lib.table_set_column_name, table, column, "b")
        raises("OUT_OF_RANGE", lib.table_set_column_unit, table, column, "b")
    assert "there are: a" in raises("KEY_NOT_FOUND", lib.table_column_index, table, "A")
    raises("INVALID_ARGUMENT", lib.table_read, table, 2)
    raises("BUFFER_TOO_SMALL", lib.table_read_column, table, 0, buffer=np.empty(1), capacity=1)
    assert lib.table_column_count(table) == 1


def test_csv_against_the_csv_module_and_numpy(tmp_path):
    names = {("r, radius", "um"): AWKWARD, 'a "b"': AWKWARD[::-1], "12.5": np.arange(13), "line\nbreak": np.zeros(13)}
    path = tmp_path / "table.csv"
    lib.table_save(make(names, some_metadata()), str(path))
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file, strict=True))
    assert rows[0] == ["r, radius (um)", 'a "b"', "12.5", "line\nbreak"]
    # The digits bring back the same bits, the sign of zero among them.
    theirs = np.array(rows[1:], float)
    expected = np.column_stack(list(names.values()))
    assert theirs.tobytes() == expected.tobytes() or np.array_equal(theirs, expected, equal_nan=True)
    assert np.array_equal(np.signbit(theirs[~np.isnan(theirs)]), np.signbit(expected[~np.isnan(expected)]))
    back = lib.table_load(str(path))
    assert lib.table_equal(back, make(names)) == 1
    lib.table_save(make({"a": [1.5, np.nan, 3], "b": [4, 5, 6]}), str(path), "csv")
    np.testing.assert_array_equal(np.genfromtxt(path, delimiter=",", skip_header=1), [[1.5, 4], [np.nan, 5], [3, 6]])


def test_csv_of_others(tmp_path):
    path = tmp_path / "others.csv"
    cases = {
        "a,b\n1,2\n3,\n": {"a": [1, 3], "b": [2, np.nan]},
        "\ufeffa (K),b\r\n\r\n 1 ,2e3\r\n": {("a", "K"): [1], "b": [2000]},
        "1,2\n3,4": {"Column 1": [1, 3], "Column 2": [2, 4]},
        '"1"\n2\n': {"1": [2]},
        "a\n": {"a": []},
        "a,b\n1\n": {"a": [1], "b": [np.nan]},
    }
    for text, expected in cases.items():
        path.write_bytes(text.encode())
        assert lib.table_equal(lib.table_load(str(path)), make(expected)) == 1, text
    for text in ("a\nx\n", "a\n1,2\n", '"a\n1\n', 'a\n"1"2\n'):
        path.write_bytes(text.encode())
        raises("CORRUPT", lib.table_load, str(path))
    path.write_bytes(b"")
    raises("FORMAT", lib.table_load, str(path))
    path.write_bytes(b"a\n1\n")
    raises("FORMAT", lib.table_load, str(path), "tdi")
    raises("INVALID_ARGUMENT", lib.table_load, str(path), "xls")
    raises("FILE_NOT_FOUND", lib.table_load, str(tmp_path / "none.csv"))


@pytest.mark.parametrize("rows", [1, 3, 20])
def test_tdi_is_loaded_by_the_original(stoner, tmp_path, rows):
    values = RANDOM.random((rows, 2))
    values[0, 1] = np.nan
    path = tmp_path / "table.dat"
    lib.table_save(make({("r", "um"): values[:, 0], "mean": values[:, 1]}, some_metadata()), str(path))
    with quiet():
        theirs = stoner.Data(str(path))
    assert list(theirs.column_headers) == ["r (um)", "mean"]
    np.testing.assert_array_equal(np.ma.filled(theirs.data, np.nan).reshape(rows, 2), values)
    assert theirs["count"] == 5 and theirs["energy"] == 707.25 and theirs["sample"] == 'Fe "film" = {1}'
    assert theirs["ok"] is True or theirs["ok"] == True  # noqa: E712
    assert theirs["nothing"] is None
    np.testing.assert_array_equal(theirs["matrix"], [[1.5, 2.5], [3.5, 4.5]])
    back = lib.table_load(str(path))
    assert lib.table_equal(back, make({("r", "um"): values[:, 0], "mean": values[:, 1]}, some_metadata()), 1) == 1


def test_tdi_of_the_original(stoner, tmp_path):
    values = np.array([[1.0, 2.0], [4.0, np.nan], [0.1, 1e300]])
    with quiet():
        theirs = stoner.Data(values, column_headers=["A (um)", "B"])
        theirs["key"], theirs["text"], theirs["list"], theirs["flag"] = 1.5, "a b", [1, 2], False
        theirs.save(str(tmp_path / "theirs.txt"), as_loaded=False)
    # The original chooses an ending of its own.
    (path,) = list(tmp_path.iterdir())
    ours = lib.table_load(str(path))
    assert lib.table_equal(ours, make({("A", "um"): values[:, 0], "B": values[:, 1]})) == 1
    metadata = lib.table_metadata(ours)
    assert lib.metadata_get_f64(metadata, "key") == 1.5
    assert lib.metadata_get_string(metadata, "text") == "a b"
    assert lib.metadata_get_text(metadata, "list") == "[1, 2]"
    assert lib.metadata_get_bool(metadata, "flag") == 0
    assert lib.metadata_contains(metadata, "Stoner.class") == 0


def test_tdi_breaks_become_spaces_with_a_warning(tmp_path):
    metadata = lib.metadata_new()
    lib.metadata_set_string(metadata, "note", "a\tb\nc")
    path = str(tmp_path / "a.tdi")
    ctx = lib.context_new()
    lib.table_save(make({"x\ty": [1]}, metadata), path, ctx=ctx)
    assert lib.context_warning(0, ctx=ctx).endswith("x\ty, note")
    back = lib.table_load(path)
    assert lib.table_column_name(back, 0) == "x y"
    assert lib.metadata_get_string(lib.table_metadata(back), "note") == "a b c"


def test_saving_leaves_the_old_file_whole(tmp_path):
    table, path = make({"a": [1.0]}), tmp_path / "a.csv"
    raises("INVALID_ARGUMENT", lib.table_save, table, str(tmp_path / "a.xls"))
    raises("INVALID_ARGUMENT", lib.table_save, table, str(path), "xls")
    raises("FILE_NOT_FOUND", lib.table_save, table, str(tmp_path / "none" / "a.csv"))
    lib.table_save(table, str(tmp_path / "a.xls"), "csv")
    path.write_text("old")
    os.chmod(path, stat.S_IRUSR)
    if os.geteuid() != 0:
        raises("IO", lib.table_save, table, str(path))
        assert path.read_text() == "old"
    os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)
    lib.table_save(table, str(path))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.csv", "a.xls"]
    assert path.read_bytes() == b"a\r\n1.0\r\n"


@pytest.mark.parametrize("separator, decimal", [(";", "."), (";", ","), ("\t", "."), ("\t", ","), (",", ".")])
@pytest.mark.parametrize("has_names", [True, False])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_csv_with_other_separators(tmp_path, separator, decimal, has_names, newline):
    values = RANDOM.normal(size=(90, 3)) * 10.0 ** RANDOM.integers(-12, 12, (90, 3))
    values[3] = [0, -0.0, 7]
    names = ["energy (eV)", "I, right", "I.left"]
    if separator == ",":
        names[1] = "I right"
    lines = [separator.join(repr(float(x)).replace(".", decimal) for x in row) for row in values]
    text = newline.join([separator.join(names)] * has_names + lines) + newline
    (tmp_path / "a.csv").write_bytes(text.encode())
    rows = list(csv.reader(text.splitlines(), delimiter=separator))[int(has_names):]
    expected = np.array([[float(field.replace(",", ".")) for field in row] for row in rows])
    np.testing.assert_array_equal(expected, values)
    table = lib.table_load(str(tmp_path / "a.csv"))
    np.testing.assert_array_equal(lib.table_read(table).reshape(-1, 3), expected)
    found = [lib.table_column_name(table, i) for i in range(3)]
    assert found == (["energy", names[1], "I.left"] if has_names else ["Column 1", "Column 2", "Column 3"])
    by_numpy = np.genfromtxt((line.replace(",", ".") if decimal == "," else line for line in lines), delimiter=separator)
    np.testing.assert_allclose(lib.table_read(table).reshape(-1, 3), by_numpy, rtol=1e-15)


def test_csv_that_can_be_read_in_two_ways(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("a;b\n1,234;5.5\n")
    raises("CORRUPT", lib.table_load, str(path))
    path.write_text("a;b\n1,5;2\n" + "3;4\n" * 100 + "1;2;3\n")
    raises("CORRUPT", lib.table_load, str(path))
    # A name with a separator comes back.
    for name in ("a;b", "a\tb", "a,b", "sep=;"):
        lib.table_save(make({name: [1.5]}), str(path))
        table = lib.table_load(str(path))
        assert lib.table_column_name(table, 0) == name and lib.table_column_count(table) == 1


def test_a_tables_name_fits_its_format(tmp_path):
    for name in ("a.png", "a.hdf5", "a.pdf"):
        raises("INVALID_ARGUMENT", lib.table_save, make({"a": [1.0]}), str(tmp_path / name), "csv")
    assert list(tmp_path.iterdir()) == []
