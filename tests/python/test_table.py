"""Tables: columns as arrays, to numpy and dict, files, pickles, HTML."""

import copy
import json
import pickle

import numpy as np
import pytest
import stoner


@pytest.fixture
def table():
    made = stoner.Table({"r": [0.5, 1.5, 2.5], "mean": [1, np.nan, 3]}, units={"r": "nm"})
    made.metadata["energy"] = 708.5
    return made


def test_columns(table):
    assert table.columns == ("r", "mean") and table.units == {"r": "nm", "mean": ""} and len(table) == 3 and table.shape == (3, 2)
    assert np.array_equal(table["r"], [0.5, 1.5, 2.5]) and np.array_equal(table[-1], [1, np.nan, 3], equal_nan=True)
    assert np.array_equal(np.asarray(table), table.to_numpy(), equal_nan=True) and np.asarray(table, np.float32).dtype == np.float32
    assert list(table) == ["r", "mean"] and "r" in table and "x" not in table
    table["new"] = np.arange(3)
    table.rename("new", "number")
    table.set_unit("number", "1")
    assert list(table.to_dict()) == ["r", "mean", "number"] and table.units["number"] == "1"


def test_errors(table):
    for call, expected in [
        (lambda: table["x"], KeyError),
        (lambda: table[7], IndexError),
        (lambda: table.__setitem__("r", [1, 2, 3]), ValueError),
        (lambda: table.__setitem__("n", [1, 2]), ValueError),
        (lambda: table.__setitem__("n", ["a", "b", "c"]), ValueError),
        (lambda: table.save("/no/such/folder/t.csv"), FileNotFoundError),
        (lambda: table.save("t.unknown"), ValueError),
    ]:
        with pytest.raises(expected):
            call()


@pytest.mark.parametrize("name", ["t.csv", "t.tdi"])
def test_files(table, tmp_path, name):
    table.save(tmp_path / name)
    made = stoner.load_table(tmp_path / name)
    assert made.equal(table)
    assert name == "t.csv" or made.metadata["energy"] == 708.5


def test_copies_and_pickles(table):
    for made in (table.clone(), copy.copy(table), copy.deepcopy(table), pickle.loads(pickle.dumps(table))):
        assert made.equal(table, all=True)
        made.metadata["energy"] = 1
        assert not made.equal(table, all=True)


def test_to_look_at(table):
    assert repr(table) == "<stoner.Table: 3 rows of r (nm), mean>"
    assert table._repr_html_().count("<tr>") == 4 and "r (nm)" in table._repr_html_()
    long = stoner.Table({"<x>": np.arange(100)})
    assert long._repr_html_().count("<tr>") == 12 and "&lt;x&gt;" in long._repr_html_()
    assert len(stoner.Table()) == 0 and stoner.Table().to_numpy().shape == (0, 0)


def test_a_mapping_of_columns(table):
    """For programs that take a dictionary; it stays a table in everything else."""
    assert isinstance(table, dict) and isinstance(table, stoner.Table) and type(table) is stoner.Table
    assert list(table.keys()) == list(table) == ["r", "mean"] and [name for name, _ in table.items()] == ["r", "mean"]
    for made in (dict(table), {**table}, dict(table.items())):
        assert list(made) == ["r", "mean"] and np.array_equal(made["r"], table["r"])
    assert np.array_equal(table.values()[0], table["r"]) and np.asarray(table).shape == (3, 2)
    assert table != table.clone() and table == table
    with pytest.raises(TypeError):
        json.dumps(table)


def test_tables_of_images(scan):
    profile = scan.radial_profile(centre=(64, 64))
    assert profile.metadata["collection.energy.value"] == scan.metadata["collection.energy.value"]
    assert scan.hist(20)["count"].sum() == scan.size
