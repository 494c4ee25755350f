"""Metadata as a mapping of typed values with units."""

import copy
import datetime
import pickle
from collections.abc import MutableMapping

import numpy as np
import pytest
import stoner

VALUES = {
    "none": None,
    "bool": True,
    "int": -(2**63),
    "float": 1.5,
    "complex": 1 - 2j,
    "text": "äöü\nline",
    "empty": "",
    "bytes": b"\x00\xff",
    "time": datetime.datetime(2021, 3, 16, 12, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=1))),
    "list": [1, 2.5, "x", None, [True]],
    "tuple": (1, "a"),
    "cluster": {"a": 1, "b": {"c": [1, 2]}},
}


@pytest.fixture(params=["alone", "of an image", "of a table"])
def metadata(request):
    if request.param == "alone":
        return stoner.Metadata()
    owner = stoner.Image(np.ones((3, 3))) if request.param == "of an image" else stoner.Table({"x": [1, 2]})
    owner.metadata.update(owner=1)
    made = owner.metadata
    del made["owner"]
    made.owner = owner  # the mapping keeps its owner alive by itself; this is for the tests that look at it
    return made


@pytest.mark.parametrize("key", VALUES)
def test_values_keep_their_types(metadata, key):
    metadata[key] = VALUES[key]
    found = metadata[key]
    assert found == VALUES[key] and isinstance(found, type(VALUES[key]))
    assert type(found) is type(VALUES[key]) or isinstance(found, (list, dict))


def test_arrays(metadata):
    for array in (np.arange(6).reshape(2, 3), np.array([1.5, np.nan]), np.array([1 + 2j]), np.ma.MaskedArray([1, 2], [0, 1])):
        metadata["a"] = array
        found = metadata["a"]
        assert found.dtype == array.dtype and np.array_equal(np.ma.filled(found, 0), np.ma.filled(array, 0), equal_nan=True)
        assert np.array_equal(np.ma.getmaskarray(found), np.ma.getmaskarray(array))
    metadata["image"] = stoner.Image(np.ones((2, 2)))
    assert metadata["image"].shape == (2, 2)
    metadata["number"] = np.float32(1.5)
    assert type(metadata["number"]) is float


def test_it_is_a_mapping(metadata):
    assert isinstance(metadata, MutableMapping)
    metadata.update({"b": 1, "a": 2}, c=3)
    assert list(metadata) == ["b", "a", "c"] and len(metadata) == 3 and "a" in metadata and 5 not in metadata
    assert dict(metadata) == {"b": 1, "a": 2, "c": 3} and list(metadata.values()) == [1, 2, 3]
    assert metadata.get("x", 7) == 7 and metadata.setdefault("a", 9) == 2 and metadata.setdefault("d", "new") == "new"
    assert metadata.pop("d") == "new" and metadata.pop("d", None) is None
    assert metadata.popitem() == ("c", 3)
    del metadata["b"]
    assert dict(metadata) == {"a": 2}
    metadata.clear()
    assert len(metadata) == 0
    for act in (lambda: metadata["x"], lambda: metadata.pop("x"), lambda: metadata.__delitem__("x"), lambda: metadata.popitem()):
        with pytest.raises(KeyError):
            act()


def test_units(metadata):
    metadata["gap"] = 1.5
    assert metadata.units["gap"] == ""
    metadata.units["gap"] = "mm"
    metadata["gap"] = 2.5
    assert metadata.units["gap"] == "mm" and repr(metadata.units) == "{'gap': 'mm'}"
    assert "gap: 2.5 mm" in repr(metadata)
    del metadata.units["gap"]
    assert metadata.units["gap"] == ""
    with pytest.raises(KeyError):
        metadata.units["x"] = "m"


def test_text_forms(metadata):
    metadata["energy"] = 708.5
    assert metadata.text("energy") == "708.5" and metadata.type_name("energy") == "Double Float"
    assert metadata.export("energy") == "energy{Double Float}=708.5"
    metadata.set_text("n", "12", "I32")
    assert metadata["n"] == 12


@pytest.mark.parametrize("bad", [object(), {1, 2}, 2**70])
def test_what_metadata_cannot_hold(metadata, bad):
    with pytest.raises((TypeError, OverflowError), match="x"):
        metadata["x"] = bad
    with pytest.raises(TypeError):
        metadata[3] = 1
    assert len(metadata) == 0


def test_that_of_an_image_is_a_view():
    image = stoner.Image(np.ones((2, 2)))
    view = image.metadata
    view["a"] = 1
    assert image.metadata["a"] == 1
    taken = view.copy()
    view["a"] = 2
    assert taken["a"] == 1 and image.metadata["a"] == 2
    other = image.clone()
    other.metadata["a"] = 3
    assert image.metadata["a"] == 2
    image.metadata = {"b": 1}
    assert dict(image.metadata) == {"b": 1}
    image.metadata = taken
    assert dict(image.metadata) == {"a": 1}
    del image
    assert dict(view) == {"a": 1}


def test_copies_and_pickles(metadata):
    metadata.update(VALUES)
    metadata["array"] = np.arange(3)
    metadata.units["float"] = "eV"
    for made in (metadata.copy(), copy.copy(metadata), copy.deepcopy(metadata), pickle.loads(pickle.dumps(metadata))):
        assert made == metadata and made.units["float"] == "eV"
        made["float"] = 0
        assert made != metadata
    assert metadata != {"a": 1} and stoner.Metadata({"a": 1}) == {"a": 1}


def test_scans_have_typed_metadata(scan):
    assert isinstance(scan.metadata["collection.energy.value"], float) and scan.metadata.units["collection.energy.value"] == "eV"
    assert scan.metadata["actual_x"].shape == scan.shape
    assert len(scan.metadata) == len(list(scan.metadata.items())) > 100


# Lists and clusters that are changed in place.


def test_changes_within_a_list_are_written(scan):
    scan.metadata["steps"] = ["load", 1, [2.5]]
    scan.metadata.units["steps"] = "mm"
    scan.metadata["steps"].append("crop")
    scan.metadata["steps"][1] = 9
    scan.metadata["steps"][2].insert(0, None)
    assert scan.metadata["steps"] == ["load", 9, [None, 2.5], "crop"] and scan.metadata.units["steps"] == "mm"
    steps = scan.metadata["steps"]
    steps += ["level"]
    steps.pop(0)
    steps.reverse()
    del steps[-1]
    assert scan.metadata["steps"] == steps == ["level", "crop", [None, 2.5]]
    steps.clear()
    assert scan.metadata["steps"] == []


def test_changes_within_a_cluster_are_written_and_keep_units():
    metadata = stoner.Metadata({"stage": {"x": 1.5, "deep": {"list": [1, 2]}, "when": "now"}})
    inner = metadata["stage"]
    assert inner.pop("when") == "now"
    inner["deep"]["list"].extend([3, 4])
    inner["y"] = 2
    inner.update(z=3)
    assert metadata["stage"] == {"x": 1.5, "deep": {"list": [1, 2, 3, 4]}, "y": 2, "z": 3}
    part = stoner.Metadata({"x": 1.0})
    part.units["x"] = "um"
    image = stoner.Image([[1.0]], metadata={"stage": part})
    image.metadata["stage"]["y"] = 2.0
    assert image.metadata._handle and stoner.Image(image).metadata["stage"].units == {"x": "um"}


def test_images_that_share_metadata_do_not_change_each_other():
    image = stoner.Image([[1.0]], metadata={"n": [1]})
    other = image.clone()
    image.metadata["n"].append(2)
    assert other.metadata["n"] == [1] and image["n"] == [1, 2]


def test_what_was_read_before_a_change_is_refused():
    image = stoner.Image([[1.0]], metadata={"n": [1]})
    first, second = image.metadata["n"], image.metadata["n"]
    first.append(2)
    with pytest.raises(RuntimeError, match="read it again"):
        second.append(3)
    assert second == [1] and image.metadata["n"] == [1, 2]
    del image.metadata["n"]
    with pytest.raises(RuntimeError, match="'n'"):
        first.append(3)


def test_what_metadata_cannot_hold_is_not_in_the_list_either():
    metadata = stoner.Metadata({"n": [1], "c": {"a": 1}})
    values, cluster = metadata["n"], metadata["c"]
    with pytest.raises(TypeError, match="cannot hold"):
        values.append(object())
    with pytest.raises(TypeError, match="cannot hold"):
        cluster["b"] = object()
    assert values == [1] == metadata["n"] and cluster == {"a": 1} == metadata["c"]


def test_copies_of_lists_are_pythons():
    metadata = stoner.Metadata({"n": [1, {"a": [2]}]})
    for made in (copy.deepcopy(metadata["n"]), pickle.loads(pickle.dumps(metadata["n"]))):
        assert type(made) is list and type(made[1]) is dict
        made[1]["a"].append(3)
        made.append(4)
    assert metadata["n"] == [1, {"a": [2]}]


def test_keys_and_get_of_an_image():
    image = stoner.Image([[1.0]], metadata={"a": 1, "b": [2]})
    assert list(image.keys()) == ["a", "b"] and image.get("a") == 1 and image.get("c") is None and image.get("c", 5) == 5
