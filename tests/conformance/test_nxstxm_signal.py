"""Which image of an NXstxm file is loaded, and what is said of the others: files that h5py writes, where each image has a value
of its own, against NeXus' rules. (https://manual.nexusformat.org/datarules.html, "Find the plottable data".)"""

import os
import pathlib

import numpy as np
import pytest
import stoner_c as sc
from stoner_c import lib

h5py = pytest.importorskip("h5py")

CASES = pathlib.Path(os.environ.get("STONER_TEST_DATA", "absent")).parent / "cases"
needs_cases = pytest.mark.skipif(not CASES.is_dir(), reason="there is no folder 'cases' beside STONER_TEST_DATA")

ROWS, COLUMNS = 3, 4


class Loaded:
    def __init__(self, path):
        ctx = lib.context_new()
        image = lib.load(os.fspath(path), None, ctx=ctx)
        self.image, self.array = image, sc.to_array(image)
        kept, _ = lib.context_warning_count(ctx=ctx)
        self.warnings = [lib.context_warning(index, ctx=ctx) for index in range(kept)]
        self.codes = [lib.context_warning_code(index, ctx=ctx) for index in range(kept)]

    @property
    def value(self):
        """Images of these tests have one value all over."""
        assert np.ptp(self.array) == 0
        return self.array.flat[0]

    def says(self, *words):
        """The only warning that has all of these words."""
        found = [text for text in self.warnings if all(word in text for word in words)]
        assert len(found) == 1, (words, self.warnings)
        return found[0]


def entry_in(file, name, definition="NXstxm", nx_class="NXentry"):
    entry = file.create_group(name)
    if nx_class:
        entry.attrs["NX_class"] = nx_class
    if definition:
        entry["definition"] = definition
    return entry


def data_in(entry, name, value, shape=(ROWS, COLUMNS), scan_type=None, nx_class="NXdata", signal="data", mark=None, dtype=float):
    """A group with an image of one value and its axes, in micrometres."""
    group = entry.create_group(name)
    if nx_class:
        group.attrs["NX_class"] = nx_class
    group[signal] = np.full(shape, value, dtype)
    if mark is not None:
        group[signal].attrs["signal"] = mark
    for axis, n in zip(("sample_x", "sample_y"), reversed(shape)):
        group[axis] = np.arange(float(n))
        group[axis].attrs["units"] = "um"
    if scan_type:
        group["stxm_scan_type"] = scan_type
    return group


def written(tmp_path, write):
    path = tmp_path / "scan.hdf5"
    with h5py.File(path, "w") as file:
        write(file)
    return Loaded(path)


# Entries.


@needs_cases
def test_the_first_of_two_regions_is_loaded_and_the_other_named():
    loaded = Loaded(CASES / "als_r2.stxm")
    with h5py.File(CASES / "als_r2.stxm") as file:
        assert np.array_equal(loaded.array, file["entry0/default/data"][()][:, ::-1])
    assert lib.image_map(loaded.image)[0][0] == -3
    loaded.says("'entry0' is loaded", "not loaded: 'entry1'")


@pytest.mark.parametrize("names", [["entry0", "entry1"], ["entry10", "entry9"], ["b", "a"], ["entry2", "entry1", "entry10"]])
@pytest.mark.parametrize("track_order", [False, True])
def test_entries_come_by_name_in_whatever_order_they_were_written(tmp_path, names, track_order):
    path = tmp_path / "scan.hdf5"
    by_name = sorted(names, key=lambda name: (name.rstrip("0123456789"), int(name[len(name.rstrip("0123456789")):] or 0)))
    with h5py.File(path, "w", track_order=track_order) as file:
        for name in names:
            data_in(entry_in(file, name), "counter0", by_name.index(name))
    loaded = Loaded(path)
    assert loaded.value == 0
    text = loaded.says(f"'{by_name[0]}' is loaded", "not loaded:")
    assert all(f"'{name}'" in text for name in names)
    assert loaded.codes == [sc.CONSTANTS["STONER_WARNING_FILE_REDUCED"]]


@pytest.mark.parametrize("default", ["b", "/b", "b/", np.bytes_("b"), np.array([b"b"]), "b/counter1", "/b/counter1"])
def test_the_files_default_says_which_entry(tmp_path, default):
    def write(file):
        file.attrs["default"] = default
        for value, name in enumerate("abc"):
            entry = entry_in(file, name)
            data_in(entry, "counter0" if "counter1" not in str(default) else "counter1", value)
            if "counter1" in str(default):
                data_in(entry, "counter0", 10 + value)

    loaded = written(tmp_path, write)
    assert loaded.value == 1
    text = loaded.says("'b' is loaded", "`default`", "not loaded:")
    assert "'a'" in text and "'c'" in text


@pytest.mark.parametrize("default", ["nowhere", "/nowhere", "other", "plain", "a/b/c/d", ""])
def test_a_files_default_that_leads_to_no_scan_is_told(tmp_path, default):
    def write(file):
        file.attrs["default"] = default
        data_in(entry_in(file, "scan"), "counter0", 5)
        data_in(entry_in(file, "other", definition="NXfluo"), "counter0", 7)
        file.create_group("plain")

    loaded = written(tmp_path, write)
    assert loaded.value == 5
    if default:
        loaded.says("`default`", f"'{default}'")
    else:
        assert loaded.warnings == []


def test_an_entry_without_an_image_gives_way_to_the_next(tmp_path):
    def write(file):
        file.attrs["default"] = "b"
        data_in(entry_in(file, "a"), "counter0", 1)
        entry_in(file, "b").create_group("counter0").attrs["NX_class"] = "NXdata"

    loaded = written(tmp_path, write)
    assert loaded.value == 1
    loaded.says("'b' is not loaded", "NXdata")
    loaded.says("'a' is loaded", "not loaded: 'b'")


def test_one_entry_under_two_names_is_one_scan(tmp_path):
    def write(file):
        data_in(entry_in(file, "entry1"), "counter0", 3)
        file["raw"] = file["entry1"]
        file["soft"] = h5py.SoftLink("/entry1")

    loaded = written(tmp_path, write)
    assert loaded.value == 3 and loaded.warnings == []


def test_an_entry_without_a_class_counts_where_its_definition_says_so(tmp_path):
    loaded = written(tmp_path, lambda file: data_in(entry_in(file, "entry1", nx_class=None), "counter0", 3))
    assert loaded.value == 3
    loaded.says("'entry1'", "NX_class")

    def beside_another(file):
        data_in(entry_in(file, "a", nx_class=None), "counter0", 3)
        data_in(entry_in(file, "b"), "counter0", 4)

    loaded = written(tmp_path, beside_another)
    assert loaded.value == 4
    loaded.says("'b' is loaded", "not loaded: 'a'")


@pytest.mark.parametrize("default", [None, "stxm2"])
def test_a_subentry_is_a_scan(tmp_path, default):
    def write(file):
        entry = entry_in(file, "entry1", definition=None)
        if default:
            entry.attrs["default"] = default
        data_in(entry_in(entry, "fluo", "NXfluo", "NXsubentry"), "counter0", 1)
        data_in(entry_in(entry, "stxm", nx_class="NXsubentry"), "counter0", 2)
        data_in(entry_in(entry, "stxm2", nx_class="NXsubentry"), "counter0", 3)

    loaded = written(tmp_path, write)
    assert loaded.value == (3 if default else 2)
    loaded.says("not loaded:", "'entry1/stxm'", "'entry1/stxm2'")


# Detectors.


@needs_cases
def test_the_entrys_default_says_which_detector():
    loaded = Loaded(CASES / "two.hdf5")
    with h5py.File(CASES / "two.hdf5") as file:
        assert np.array_equal(loaded.array, file["entry1/counter1/data"][()][::-1])
    assert abs(loaded.array.mean() - 1500) < 10
    loaded.says("'counter1' is loaded", "`default`", "not loaded: 'counter0'")


@pytest.mark.parametrize("name", ["PEEM", "a", "zz", "counter1"])
def test_an_entrys_default_of_any_name(tmp_path, name):
    def write(file):
        entry = entry_in(file, "entry1")
        data_in(entry, "counter0", 1)
        data_in(entry, name, 2)
        data_in(entry, "m", 3)
        entry.attrs["default"] = name

    loaded = written(tmp_path, write)
    assert loaded.value == 2
    loaded.says(f"'{name}' is loaded", "`default`", "'counter0'", "'m'")


@needs_cases
def test_the_sample_image_comes_before_spectra():
    loaded = Loaded(CASES / "p04.nxs")
    with h5py.File(CASES / "p04.nxs") as file:
        wanted = file["measurement/transmission/data"][()]
    assert loaded.array.shape == (6, 9) and np.array_equal(loaded.array, wanted[::-1])
    loaded.says("'transmission' is loaded", "not loaded: 'fluorescence'")


@pytest.mark.parametrize("spectra", [(12, 128), (3, 4, 16), (12, 8, 8)])
@pytest.mark.parametrize("types", [("generic scan", "sample image"), (None, None), ("generic scan", None)])
@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_spectra_of_the_pixels_come_last_by_type_or_shape(tmp_path, spectra, types, names):
    def write(file):
        entry = entry_in(file, "entry1")
        data_in(entry, names[0], 1, spectra, types[0], mark="1")
        data_in(entry, names[1], 2, (3, 4), types[1], mark="1")

    loaded = written(tmp_path, write)
    assert loaded.array.shape == (3, 4) and loaded.value == 2
    loaded.says(f"'{names[1]}' is loaded", f"not loaded: '{names[0]}'")


def test_a_stack_is_no_spectrum_of_its_frames(tmp_path):
    def write(file):
        entry = entry_in(file, "entry1")
        data_in(entry, "counter0", 1, (5, 3, 4), "sample image stack")
        data_in(entry, "mean", 2, (3, 4), "generic scan")

    assert written(tmp_path, write).array.shape == (5, 3, 4)


def test_a_chain_of_defaults_is_followed(tmp_path):
    def write(file, file_default="entry2", broken=None):
        file.attrs["default"] = file_default
        data_in(entry_in(file, "entry1"), "counter0", 1)
        entry = entry_in(file, "entry2")
        data_in(entry, "counter0", 2)
        entry.attrs["default"] = "process"
        process = entry.create_group("process")
        process.attrs["NX_class"] = "NXprocess"
        process.attrs["default"] = "deep" if broken != "process" else "absent"
        data_in(process, "first", 3)
        deep = process.create_group("deep")
        deep.attrs["NX_class"] = "NXcollection"
        deep.attrs["default"] = "result"
        data_in(deep, "a", 4)
        data_in(deep, "result", 5)

    loaded = written(tmp_path, write)
    assert loaded.value == 5
    loaded.says("'process/deep/result' is loaded", "'process/first'", "'process/deep/a'", "'counter0'")
    # The whole path at once, and from a place on.
    assert written(tmp_path, lambda file: write(file, "entry2/process/deep/result")).value == 5
    assert written(tmp_path, lambda file: write(file, "/entry2/process/first")).value == 3
    assert written(tmp_path, lambda file: write(file, "entry2/process/deep/a")).value == 4
    # A link that is missing: the best below the group that was reached.
    loaded = written(tmp_path, lambda file: write(file, broken="process"))
    assert loaded.value in (3, 4, 5)
    loaded.says("`default`", "'entry2/process'", "'absent'", "does not exist")


@pytest.mark.parametrize("default", ["absent", "/entry1/absent", "/elsewhere/counter1", "../counter1", "empty", ".", "", "counter0/sample_x/x"])
def test_an_entrys_default_that_leads_nowhere_is_told(tmp_path, default):
    def write(file):
        entry = entry_in(file, "entry1")
        data_in(entry, "counter1", 2)
        data_in(entry, "counter0", 1)
        entry.create_group("empty").attrs["NX_class"] = "NXcollection"
        entry.attrs["default"] = default

    loaded = written(tmp_path, write)
    assert loaded.value == 1
    if default:
        loaded.says("`default`", default.strip(".") or "does not exist")


def test_a_default_of_the_dataset_itself(tmp_path):
    def write(file):
        entry = entry_in(file, "entry1")
        data_in(entry, "counter0", 1)
        data_in(entry, "counter1", 2)["more"] = np.full((ROWS, COLUMNS), 3.0)
        entry.attrs["default"] = "counter1/more"

    assert written(tmp_path, write).value == 3


@pytest.mark.parametrize("link", ["hard", "soft", "dataset"])
def test_a_detector_under_two_names_is_one_image(tmp_path, link):
    def write(file):
        entry = entry_in(file, "entry1")
        group = data_in(entry, "counter0", 1)
        group["data"].attrs["target"] = "/entry1/counter0/data"
        if link == "hard":
            entry["data"] = group
        elif link == "soft":
            entry["data"] = h5py.SoftLink("/entry1/counter0")
        else:
            other = entry.create_group("data")
            other.attrs["NX_class"] = "NXdata"
            for name in group:
                other[name] = group[name]

    loaded = written(tmp_path, write)
    assert loaded.value == 1 and loaded.warnings == []


def test_the_image_may_lie_elsewhere_in_the_entry(tmp_path):
    def write(file):
        entry = entry_in(file, "entry1")
        detector = entry.create_group("instrument/detector")
        detector.attrs["NX_class"] = "NXdetector"
        detector["data"] = np.full((ROWS, COLUMNS), 4.0)
        group = data_in(entry, "plot", 1, signal="other")
        group["counts"] = h5py.SoftLink("/entry1/instrument/detector/data")
        group.attrs["signal"] = "counts"

    assert written(tmp_path, write).value == 4


@pytest.mark.parametrize("named", [True, False])
def test_a_group_without_a_class(tmp_path, named):
    def write(file):
        entry = entry_in(file, "entry1")
        group = data_in(entry, "counter0", 1, nx_class=None)
        if named:
            entry.attrs["default"] = "counter0"
            group.attrs["signal"] = "data"

    loaded = written(tmp_path, write)
    assert loaded.value == 1
    loaded.says("'counter0'", "NX_class")

    # Never before one that has it.
    def beside_another(file):
        entry = entry_in(file, "entry1")
        data_in(entry, "a", 1, nx_class=None)
        data_in(entry, "b", 2)

    loaded = written(tmp_path, beside_another)
    assert loaded.value == 2 and loaded.warnings == []


# Signals.


@needs_cases
def test_the_older_rule():
    loaded = Loaded(CASES / "sig1.hdf5")
    with h5py.File(CASES / "sig1.hdf5") as file:
        assert np.array_equal(loaded.array, file["entry1/counter0/counts"][()][::-1])
    origin, step = lib.image_map(loaded.image)[:2]
    assert list(origin) == [10, 5] and list(step) == [1, 0, 0, -1]


MARKS = [1, "1", np.bytes_("1"), np.array([1]), np.array(["1"], "S1"), np.float64(1), np.uint8(1), True]


@pytest.mark.parametrize("mark", MARKS, ids=repr)
def test_a_dataset_that_says_of_itself_that_it_is_the_image(tmp_path, mark):
    def write(file):
        group = data_in(entry_in(file, "entry1"), "counter0", 1, signal="counts", mark=mark)
        group["a"] = np.full((ROWS, COLUMNS), 2.0)
        group["data"] = np.full((ROWS, COLUMNS), 3.0)

    loaded = written(tmp_path, write)
    assert loaded.value == 1 and loaded.warnings == []


@pytest.mark.parametrize("signal", ["counts", np.bytes_("counts"), np.array([b"counts"]), "./counts", "/entry1/counter0/counts"])
def test_the_groups_attribute_comes_before_those_of_datasets(tmp_path, signal):
    def write(file):
        group = data_in(entry_in(file, "entry1"), "counter0", 1, signal="counts")
        group["older"] = np.full((ROWS, COLUMNS), 2.0)
        group["older"].attrs["signal"] = 1
        group.attrs["signal"] = signal

    assert written(tmp_path, write).value == 1


def test_of_several_signals_the_first_is_loaded_and_the_others_named(tmp_path):
    def write(file, numbers=(2, 1, 3), auxiliary=None, names=None):
        group = data_in(entry_in(file, "entry1"), "counter0", 9, signal="plain")
        for name, number, value in zip("abc", numbers, (1, 2, 3)):
            group[name] = np.full((ROWS, COLUMNS), float(value))
            if number is not None:
                group[name].attrs["signal"] = number
        if names is not None:
            group.attrs["signal"] = names
        if auxiliary is not None:
            group.attrs["auxiliary_signals"] = auxiliary

    loaded = written(tmp_path, write)
    assert loaded.value == 2
    loaded.says("'counter0/b' is loaded", "'a', 'c'")
    loaded = written(tmp_path, lambda file: write(file, ("3", None, "2")))
    assert loaded.value == 3
    loaded = written(tmp_path, lambda file: write(file, (1, 1, None)))
    assert loaded.value == 1
    loaded.says("2 datasets", "`signal` = 1")
    loaded = written(tmp_path, lambda file: write(file, (None,) * 3, np.array([b"a", b"c"]), "b"))
    assert loaded.value == 2
    loaded.says("'counter0/b' is loaded", "'a', 'c'")
    loaded = written(tmp_path, lambda file: write(file, (None,) * 3, None, np.array([b"c", b"a"])))
    assert loaded.value == 3
    loaded.says("'counter0/c' is loaded", "'a'")


def test_a_signal_that_is_not_there_is_told(tmp_path):
    def write(file, older=False):
        group = data_in(entry_in(file, "entry1"), "counter0", 1)
        group.attrs["signal"] = "absent"
        if older:
            group["b"] = np.full((ROWS, COLUMNS), 2.0)
            group["b"].attrs["signal"] = 1

    loaded = written(tmp_path, write)
    assert loaded.value == 1
    loaded.says("`signal`", "'absent'", "'counter0'")
    assert written(tmp_path, lambda file: write(file, True)).value == 2


def test_a_signal_that_is_no_image_is_an_error_and_not_another_image(tmp_path):
    def write(file):
        group = data_in(entry_in(file, "entry1"), "counter0", 1)
        group["words"] = "text"
        group.attrs["signal"] = "words"

    with pytest.raises(sc.StonerError, match="words"):
        written(tmp_path, write)


def test_the_only_image_of_a_group_without_any_signal(tmp_path):
    loaded = written(tmp_path, lambda file: data_in(entry_in(file, "entry1"), "counter0", 1, signal="counts"))
    assert loaded.value == 1
    loaded.says("'counter0/counts'", "`signal`")

    def two(file):
        data_in(entry_in(file, "entry1"), "counter0", 1, signal="counts")["more"] = np.ones((2, 2))

    with pytest.raises(sc.StonerError, match="NXdata.*signal"):
        written(tmp_path, two)


AXES = ["sample_y:sample_x", "sample_y,sample_x", "[sample_y,sample_x]", np.array([b"sample_y", b"sample_x"])]


@pytest.mark.parametrize("where", ["group", "dataset", "axis"])
@pytest.mark.parametrize("axes", AXES, ids=repr)
def test_axes_by_any_rule(tmp_path, where, axes):
    """Axes whose names are not the usual ones, so that only the attributes lead to them."""
    axes = np.char.replace(axes, b"sample", b"stage") if isinstance(axes, np.ndarray) else axes.replace("sample", "stage")

    def write(file):
        group = entry_in(file, "entry1").create_group("counter0")
        group.attrs["NX_class"] = "NXdata"
        group["counts"] = np.arange(12.0).reshape(ROWS, COLUMNS)
        group["counts"].attrs["signal"] = 1
        for number, (name, n) in enumerate([("stage_y", ROWS), ("stage_x", COLUMNS)], 1):
            group[name] = 5 + 0.5 * np.arange(float(n)) * number
            group[name].attrs["units"] = "nm"
            if where == "axis":
                group[name].attrs["axis"] = number
        if where != "axis":
            (group if where == "group" else group["counts"]).attrs["axes"] = axes

    loaded = written(tmp_path, write)
    assert np.array_equal(loaded.array, np.arange(12.0).reshape(ROWS, COLUMNS)[::-1])
    origin, step = lib.image_map(loaded.image)[:2]
    assert list(origin) == [5, 6] and list(step) == [1, 0, 0, -0.5]
    assert lib.image_map_unit(loaded.image, 0) == "nm"
    assert loaded.warnings == []


# Units.


def pixels_and_axes(tmp_path, units):
    def write(file):
        group = data_in(entry_in(file, "entry1"), "counter0", 1, shape=(40, 50))
        for axis, unit in zip(("sample_x", "sample_y"), units):
            del group[axis].attrs["units"]
            if unit is not None:
                group[axis].attrs["units"] = unit

    return written(tmp_path, write)


@pytest.mark.parametrize("units", [(None, None), ("um", None), (" ", ""), ("nm", "nm"), (np.bytes_("\u03bcm".encode()), "um")])
def test_a_unit_that_the_file_does_not_give_is_none(tmp_path, units):
    loaded = pixels_and_axes(tmp_path, units)
    given = [sc_unit.decode() if isinstance(sc_unit, bytes) else (sc_unit or "").strip() for sc_unit in units]
    assert [lib.image_map_unit(loaded.image, i) for i in (0, 1)] == given
    missing = [f"'{axis}'" for axis, unit in zip(("sample_x", "sample_y"), given) if not unit]
    if missing:
        told = loaded.says("no unit")
        assert all(name in told for name in missing) and told.count("'") == 2 * len(missing)
        assert loaded.codes == [sc.CONSTANTS["STONER_WARNING_NO_UNIT"]]
    else:
        assert loaded.warnings == []


needs_data = pytest.mark.skipif("STONER_TEST_DATA" not in os.environ, reason="STONER_TEST_DATA names no folder")


@needs_data
def test_diamond_gives_no_unit():
    loaded = Loaded(pathlib.Path(os.environ["STONER_TEST_DATA"]) / "diamond" / "small_diamond_nxs.nxs")
    loaded.says("no unit", "'photon_energy'", "'sample_y'", "'sample_x'")
    assert [lib.image_map_unit(loaded.image, i) for i in (0, 1)] == ["", ""]
