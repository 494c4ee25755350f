"""Images saved as NeXus HDF5: h5py reads every value, silx and punx accept the file, and the image comes back as it was."""

import ctypes
import hashlib
import importlib.util
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import warnings

import numpy as np
import pytest
import stoner_c as sc
from conftest import raises

import stoner

h5py = pytest.importorskip("h5py")
lib = sc.lib
DEMO = pathlib.Path(__file__).parents[2] / "data/demo/domain_plus.hdf5"
TYPES = [np.dtype(name) for name in (
    "bool", "u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f4", "f8", "c8", "c16")]
SHAPES = [(), (1,), (0,), (7,), (3, 0), (1, 1), (37, 53), (300, 301), (1, 5, 7), (3, 4, 5), (2, 3, 4, 5), (1, 2, 1, 2, 3)]


def values(dtype, shape, seed=1):
    rng = np.random.default_rng(seed)
    if dtype.kind == "b":
        return rng.random(shape) < 0.5
    if dtype.kind in "ui":
        limits = np.iinfo(dtype)
        return np.asarray(rng.integers(limits.min, limits.max, shape, dtype, endpoint=True))
    made = np.asarray(rng.standard_normal(shape)).astype(dtype)
    if dtype.kind == "c":
        made = made + made.dtype.type(1j) * np.asarray(rng.standard_normal(shape)).astype(dtype)
    flat = made.reshape(-1)
    special = [np.nan, np.inf, -np.inf, -0.0, np.finfo(dtype).tiny / 8]
    flat[: min(len(special), flat.size)] = special[: min(len(special), flat.size)]
    return flat.reshape(shape)


def save(image, path):
    lib.image_save(image, str(path), None, 0)
    return str(path)


def same_bits(found, expected):
    assert found.dtype == expected.dtype and found.shape == expected.shape
    assert found.tobytes() == expected.tobytes()


@pytest.mark.parametrize("dtype", TYPES, ids=str)
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_h5py_reads_every_bit_and_so_do_we(dtype, shape, tmp_path):
    array = values(dtype, shape)
    path = save(sc.from_array(array), tmp_path / "a.nxs")
    with h5py.File(path) as file:
        assert file.attrs["NX_class"] == "NXroot" and file.attrs["default"] == "entry"
        data = file["entry/data"]
        assert (data.attrs["NX_class"], data.attrs["signal"]) == ("NXdata", "data")
        same_bits(data["data"][()] if shape else np.asarray(data["data"][()]), array)
        assert "mask" not in data
    back = lib.load(path, None)
    assert sc.shape(back) == shape
    same_bits(np.ma.getdata(sc.to_array(back)), array)


@pytest.mark.parametrize("shape", [(300, 301), (5, 70, 90), (4, 3, 2, 700), (70_001,), (1, 40_000)], ids=str)
def test_arrays_in_chunks_and_with_any_strides(shape, tmp_path):
    array = values(np.dtype("f8"), shape)
    view = array[..., ::-1].T
    path = save(lib.image_transpose(sc.from_array(array)) if len(shape) == 2 else sc.from_array(view), tmp_path / "a.h5")
    expected = array.T if len(shape) == 2 else view
    with h5py.File(path) as file:
        data = file["entry/data/data"]
        assert data.compression == "gzip" and data.shuffle and np.prod(data.chunks) * 8 <= 1 << 18
        np.testing.assert_array_equal(data[()], expected)
    np.testing.assert_array_equal(np.ma.getdata(sc.to_array(lib.load(path, None))), expected)


def test_a_tree_of_many_chunks(tmp_path):
    """More chunks than two levels of the tree lead to."""
    array = np.arange(4200 * 16384, dtype="u1").reshape(4200, 16384)[:, :16384]
    path = save(sc.from_array(array), tmp_path / "a.nxs")
    with h5py.File(path) as file:
        data = file["entry/data/data"]
        assert data.id.get_num_chunks() > 64
        np.testing.assert_array_equal(data[()], array)
    np.testing.assert_array_equal(np.ma.getdata(sc.to_array(lib.load(path, None))), array)


def test_what_cannot_be_packed_is_stored_as_it_is(tmp_path):
    noise = np.random.default_rng(5).integers(0, 256, (500, 1000), "u1")
    path = save(sc.from_array(noise), tmp_path / "a.nxs")
    with h5py.File(path) as file:
        data = file["entry/data/data"]
        # The last one is filled up with zeros.
        assert [data.id.get_chunk_info(i).filter_mask for i in range(data.id.get_num_chunks())][:-1] == [3] * (data.id.get_num_chunks() - 1)
        np.testing.assert_array_equal(data[()], noise)
    assert os.path.getsize(path) < noise.nbytes + 20_000


def everything():
    """An image with one of each thing that an image has."""
    rng = np.random.default_rng(7)
    array = rng.standard_normal((3, 41, 30))
    image = stoner.Image(np.ma.MaskedArray(array, rng.random(array.shape) < 0.1), title="a title")
    image.metadata.update({
        "int": -(2**62), "float": 0.1, "nan": float("nan"), "bool": True, "none": None, "complex": 1 - 2j, "text": "\u03bcm \U0001f600",
        "a/b/c": 1, ".": 2, "50 %": 3, "%2F": 4, "empty": "", "bytes": b"\x00\xff", "list": [1, "a", None],
        "texts": ["a", "bcd", ""], "tuple": (1.5, 2), "dict": {"x": 1, "y": [2.0]}, "f4": np.arange(5, dtype="f4"),
        "large": rng.standard_normal((300, 7)), "one": np.array([1.5]), "nothing": np.zeros((0, 2)), "long": "x" * 100_000,
        "masked": np.ma.MaskedArray([1, 2], [True, False]), "u8": np.array([2**64 - 1], "u8"), "k" * 5000: 1,
        "instrument.source.name": "ring", "instrument.source": "both a value and a group", "sample.rotation_angle": 0.5,
    })
    image.metadata.units["float"] = "\u03bcm"
    handle = image._handle
    lib.image_set_frame_axis(handle, "energies.energy", "eV", [700.5, 701.25, 710.0], 3)
    lib.image_set_map(handle, [0.1, 7.3], [0.1, 0, 0, -1 / 3], "sample_x", "sample_y", "um", None)
    plane = np.ma.MaskedArray(rng.standard_normal((41, 30)), rng.random((41, 30)) < 0.2)
    for name, values_, unit in (("masked plane", plane, "V"), ("a/b", plane.data.astype("f4"), None), ("beam current", abs(array), "mA"), ("error", array**2, None)):
        lib.image_set_plane(handle, name, sc.from_array(values_), unit)
    lib.image_set_fill_value(handle, 1, 12.5)
    lib.image_harden_mask(handle)
    return image


def round_trip(image, path):
    """Saves, loads without a warning, and compares everything, what lies beneath the mask too."""
    image.filename = str(path)
    image.metadata["Loaded from"] = os.path.abspath(path)
    image.save(path)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        back = stoner.load(path)
    assert image.equal(back, all=True)
    assert list(image.metadata) == list(back.metadata)
    a, b = (np.ma.getdata(sc.to_array(one._handle)) for one in (image, back))
    assert a.tobytes() == b.tobytes()
    return back


def test_a_measurement_is_not_replaced(tmp_path):
    """Neither by a save without a name, which is the scan's, nor by one with it; what was saved is."""
    path = tmp_path / "scan.hdf5"
    path.write_bytes(DEMO.read_bytes())
    image = lib.load(str(path))
    for given in ((None, None), (None, "hdf5"), (str(path), None), (str(tmp_path / "scan"), "tif,hdf5")):
        assert "scan.hdf5" in raises("INVALID_ARGUMENT", lib.image_save, image, *given, 0)
    with h5py.File(tmp_path / "other.h5", "w") as file:
        file["x"] = 1
    raises("INVALID_ARGUMENT", lib.image_save, image, str(tmp_path / "other.h5"), None, 0)
    assert path.read_bytes() == DEMO.read_bytes()
    result = str(tmp_path / "result.hdf5")
    for _ in range(2):
        lib.image_save(image, result, None, 0)
    lib.image_save(lib.load(result), None, None, 0)


def test_everything_comes_back(tmp_path):
    image = everything()
    back = round_trip(image, tmp_path / "a.nxs")
    assert lib.image_hardmask(back._handle)
    assert back.fill_value == 12.5
    before = (tmp_path / "a.nxs").read_bytes()
    image.save(tmp_path / "a.nxs")
    assert (tmp_path / "a.nxs").read_bytes() == before, "two saves are the same bytes"


def test_h5py_finds_everything_at_its_place(tmp_path):
    image = everything()
    image.save(tmp_path / "a.nxs")
    whole = sc.to_array(image._handle)
    with h5py.File(tmp_path / "a.nxs") as file:
        entry, data = file["entry"], file["entry/data"]
        assert list(data.attrs["axes"]) == ["energy", "sample_y", "sample_x"]
        assert [data.attrs[f"{name}_indices"] for name in data.attrs["axes"]] == [0, 1, 2]
        np.testing.assert_array_equal(data["mask"][()], whole.mask)
        np.testing.assert_array_equal(data["energy"][()], [700.5, 701.25, 710.0])
        np.testing.assert_allclose(data["sample_x"][()], 0.1 + 0.1 * np.arange(30), rtol=1e-13)
        np.testing.assert_allclose(data["sample_y"][()], 7.3 - np.arange(41) / 3, rtol=1e-13)
        assert (data["energy"].attrs["units"], data["sample_x"].attrs["units"], "units" in data["sample_y"].attrs) == ("eV", "um", False)
        assert data["data"].attrs["fill_value"] == 12.5 and data["data"].attrs["interpretation"] == "image"
        assert data["stxm_scan_type"][()] == b"sample image stack"
        assert data["data_errors"] == entry["planes/error"] and entry["control/data"] == entry["planes/beam current"]
        np.testing.assert_array_equal(entry["planes/a%2Fb"][()], sc.to_array(lib.image_plane(image._handle, "a/b")))
        assert entry["title"].asstr()[()] == "a title"
        assert "definition" not in entry, "it has no start"
        held = entry["metadata"]
        assert (held["int"][()], held["float"][()], held["float"].attrs["units"], held["complex"][()]) == (-(2**62), 0.1, "\u03bcm", 1 - 2j)
        assert held["bool"].dtype == bool and held["none"].shape is None and held["text"].asstr()[()] == "\u03bcm \U0001f600"
        assert (held["a%2Fb%2Fc"][()], held["50 %25"][()]) == (1, 3)
        assert list(held["texts"].asstr()[()]) == ["a", "bcd", ""] and held["bytes"][()].tobytes() == b"\x00\xff"
        np.testing.assert_array_equal(held["large"][()], image.metadata["large"])
        assert held["dict"].asstr()[()] == "{'x': 1, 'y': [2.0]}"
        assert held["long"].asstr()[()] == "x" * 100_000
        assert entry["sample/rotation_angle"] == held["sample.rotation_angle"]
        # Every object can be read.
        file.visititems(lambda _, found: found[()] is None if isinstance(found, h5py.Dataset) else dict(found.attrs) is None)


@pytest.mark.parametrize("seed", range(40))
def test_random_images_come_back(seed, tmp_path):
    rng = random.Random(seed)
    shape = tuple(rng.choice([1, 2, 3, 5, 17, 64, 130]) for _ in range(rng.randint(0, 4)))
    image = stoner.Image(values(rng.choice(TYPES), shape, seed))
    if shape and rng.random() < 0.7:
        image.mask = np.random.default_rng(seed).random(shape) < rng.random()

    def value(depth=0):
        kinds = [lambda: rng.randint(-(2**63), 2**63 - 1), rng.random, lambda: rng.random() < 0.5, lambda: None,
                 lambda: "".join(rng.choice("ab \u00e9\u03bc/%{}=\n'") for _ in range(rng.randint(0, 30))), lambda: rng.randbytes(5),
                 lambda: complex(rng.random(), rng.random()), lambda: values(rng.choice(TYPES), tuple(rng.choice([0, 1, 2, 9]) for _ in range(rng.randint(1, 3))), seed)]
        if depth < 3:
            kinds += [lambda: [value(depth + 1) for _ in range(rng.randint(0, 4))], lambda: tuple(value(depth + 1) for _ in range(rng.randint(0, 3))),
                      lambda: {f"k{i}": value(depth + 1) for i in range(rng.randint(0, 3))}]
        return rng.choice(kinds)()

    for i in range(rng.randint(0, 25)):
        key = "".join(rng.choice("ab./% \u03bc") for _ in range(rng.randint(0, 6))) + str(i)
        image.metadata[key] = value()
        if rng.random() < 0.3:
            image.metadata.units[key] = rng.choice(["eV", "\u00b5m", ""])
    if len(shape) in (2, 3) and rng.random() < 0.7:
        turned = [rng.random() for _ in range(4)] if rng.random() < 0.3 else [rng.random(), 0, 0, -rng.random()]
        names = rng.choice([("sample_x", "sample_y"), ("line_position", "zone_plate"), ("x x", "data"), ("same", "same")])
        if names[0] != names[1]:
            lib.image_set_map(image._handle, [rng.random(), rng.random()], turned, *names, rng.choice([None, "um"]), "nm")
    if len(shape) == 3 and rng.random() < 0.7:
        lib.image_set_frame_axis(image._handle, rng.choice(["energy", "counter0.energy", "the time", "data"]), "eV", list(np.arange(shape[0]) + 0.1), shape[0])
    round_trip(image, tmp_path / "a.hdf5")


@pytest.mark.parametrize("name", ["domain_plus.hdf5", "domain_minus.hdf5"])
def test_a_scan_comes_back_and_is_a_scan_again(name, tmp_path):
    image = stoner.load(DEMO.with_name(name))
    path = tmp_path / "a.nxs"
    back = round_trip(image, path)
    assert list(back.planes) == list(image.planes) and len(back.planes) == 3
    with h5py.File(path) as file:
        assert file["entry/definition"][()] == b"NXstxm"
        note = file["entry/input"]
        assert note["checksum"][()].decode() == hashlib.sha256(DEMO.with_name(name).read_bytes()).hexdigest()
        assert note["algorithm"][()] == b"sha256" and note["file_name"][()].decode() == str(DEMO.with_name(name).resolve())
    scan, was = (lib.scan_open(str(p)) for p in (path, DEMO.with_name(name)))
    assert lib.scan_kind(scan, None) == lib.scan_kind(was, None)
    for axis in range(2):
        assert lib.scan_axis_name(scan, None, None, axis) == lib.scan_axis_name(was, None, None, axis)
        # Those of the scan ascend.
        np.testing.assert_allclose(sorted(lib.scan_axis_values(scan, None, None, axis)), sorted(lib.scan_axis_values(was, None, None, axis)), rtol=1e-12)
    shown = lib.scan_image(scan, None, None)
    same = stoner.Image._wrap(shown)
    np.testing.assert_array_equal(np.asarray(same), np.asarray(image))
    assert list(same.planes) == list(image.planes)


def test_the_sum_is_of_the_file_that_was_loaded_only(tmp_path):
    """A file that has changed meanwhile has no sum; a result knows its first file."""
    source = tmp_path / "source.hdf5"
    shutil.copy(DEMO, source)
    image = stoner.load(source)
    rotated = image.rotate(0.1)
    rotated.save(tmp_path / "a.nxs")
    with h5py.File(tmp_path / "a.nxs") as file:
        assert file["entry/input/checksum"][()].decode() == hashlib.sha256(DEMO.read_bytes()).hexdigest()
    with open(source, "ab") as file:
        file.write(b"more")
    image.save(tmp_path / "b.nxs")
    with h5py.File(tmp_path / "b.nxs") as file:
        assert "checksum" not in file["entry/input"] and file["entry/input/file_name"][()].decode() == str(source)
    os.remove(source)
    image.save(tmp_path / "b.nxs")
    # An image of no file.
    stoner.Image(np.zeros((2, 2))).save(tmp_path / "c.nxs")
    with h5py.File(tmp_path / "c.nxs") as file:
        assert "input" not in file["entry"]
    # Over the file that it came from: the sum is that of the old one.
    own = stoner.load(tmp_path / "c.nxs")
    old = hashlib.sha256((tmp_path / "c.nxs").read_bytes()).hexdigest()
    own.save(tmp_path / "c.nxs")
    with h5py.File(tmp_path / "c.nxs") as file:
        assert file["entry/input/checksum"][()].decode() == old


def test_steps_are_processes(tmp_path):
    steps = [{"operation": "rotate", "options": {"angle": 0.25}}, {"operation": "cw"}]
    made = lib.image_apply_all(sc.from_array(np.ones((20, 30))), json.dumps(steps))
    path = save(made, tmp_path / "a.nxs")
    with h5py.File(path) as file:
        entry = file["entry"]
        first, second, last = entry["process_1"], entry["process_2"], entry["process"]
        assert [p["sequence_index"][()] for p in (first, second, last)] == [1, 2, 3]
        assert first["program"][()] == b"libstoner" and first["version"][()] == last["version"][()]
        assert first["parameters/operation"][()] == b"rotate" and first["parameters/angle"][()] == 0.25
        assert second["parameters/operation"][()] == b"cw"
        assert json.loads(entry["metadata/provenance"][()])[0]["options"]["angle"] == 0.25


# ---------------------------------------------------------------------------------------------------------------------
# Other programs


def changed(tmp_path, change):
    """The file after another program's change, loaded, and what was said."""
    path = tmp_path / "a.nxs"
    everything().save(path)
    with h5py.File(path, "r+") as file:
        change(file["entry"])
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        return stoner.load(path), " ".join(str(one.message) for one in said)


def test_pixels_that_were_changed_are_used(tmp_path):
    back, said = changed(tmp_path, lambda entry: entry["data/data"].__setitem__((0, 0, 0), 99.0))
    assert np.ma.getdata(sc.to_array(back._handle))[0, 0, 0] == 99.0 and said == ""


def test_metadata_that_were_changed_are_used(tmp_path):
    def change(entry):
        held = entry["metadata"]
        held["float"][()] = 0.5
        held["tuple"][()] = "(9, 9)"
        held["text"][()] = "a longer text than before"
        del held["dict"]
        held["new"] = np.arange(3)

    back, said = changed(tmp_path, change)
    assert back.metadata["float"] == 0.5 and back.metadata["tuple"] == "(9, 9)" and back.metadata["text"] == "a longer text than before"
    assert "dict" not in back.metadata and list(back.metadata["new"]) == [0, 1, 2]
    assert "'tuple'" in said and "another value" in said and "'dict'" in said and "removed" in said


def test_axes_that_were_changed_are_used(tmp_path):
    back, said = changed(tmp_path, lambda entry: entry["data/sample_x"].__setitem__(slice(None), 5 + 2.0 * np.arange(30)))
    assert back.map.origin[0] == 5 and back.map.step[0][0] == 2 and "axes of the file" in said
    back, said = changed(tmp_path, lambda entry: entry["data/sample_x"].__setitem__(3, 1e9))
    assert back.map is None and "no regular grid" in said


def test_masks_and_planes_that_were_changed_are_used(tmp_path):
    def change(entry):
        entry["data/mask"][...] = False
        entry["data/mask"][1, 2, 3] = True
        entry["planes/masked plane"][0, 0] = 77
        del entry["planes/error"]

    back, said = changed(tmp_path, change)
    assert np.argwhere(np.ma.getmaskarray(sc.to_array(back._handle))).tolist() == [[1, 2, 3]]
    assert float(np.asarray(back.planes["masked plane"])[0, 0]) == 77 and "masked plane" in said
    assert "error" not in back.planes


def test_pixels_of_another_shape_keep_the_metadata(tmp_path):
    def change(entry):
        del entry["data/data"], entry["data/mask"]
        entry["data/data"] = np.ones((5, 6), "f4")

    back, said = changed(tmp_path, change)
    assert back.shape == (5, 6) and back.metadata["int"] == -(2**62) and "shape" in said


def test_a_file_without_the_block_is_read_by_its_datasets(tmp_path):
    back, said = changed(tmp_path, lambda entry: entry["libstoner"].__delitem__("block"))
    assert back.shape == (3, 41, 30) and back.metadata["int"] == -(2**62) and "block" in said
    assert back.map is not None


def test_a_file_that_another_program_wrote_anew_comes_back(tmp_path):
    """Another program's structures, with the same content."""
    image = everything()
    path, copy = tmp_path / "a.nxs", tmp_path / "b.nxs"
    image.save(path)
    with h5py.File(path) as old, h5py.File(copy, "w", libver="latest", track_order=True) as new:
        for name, value in old.attrs.items():
            new.attrs[name] = value
        old.copy("entry", new)
    back = stoner.load(copy)
    for key in image.metadata:
        assert key in back.metadata
    np.testing.assert_array_equal(np.asarray(back), np.asarray(image))
    assert back.map == image.map


def test_silx_shows_the_image(tmp_path):
    nxdata = pytest.importorskip("silx.io.nxdata")
    import silx.io

    image = stoner.load(DEMO)
    image.save(tmp_path / "a.nxs")
    with silx.io.open(str(tmp_path / "a.nxs")) as file:
        found = nxdata.get_default(file)
        assert found is not None and found.is_valid and not found.issues
        np.testing.assert_array_equal(found.signal[()], np.asarray(image))
        y, x = (axis[()] for axis in found.axes)
        grid = [np.asarray(image.metadata[name]) for name in ("sample_y", "sample_x")]
        np.testing.assert_allclose(y, grid[0][:, 0]), np.testing.assert_allclose(x, grid[1][0])
        assert y[0] > y[-1], "row 0 is the highest, and silx draws it there"
        assert found.interpretation == "image"
    everything().save(tmp_path / "b.nxs")
    with silx.io.open(str(tmp_path / "b.nxs")) as file:
        found = nxdata.get_default(file)
        assert found.is_valid and found.axes_names[0].startswith("energy") and found.errors is not None
    for shape in ((), (7,), (3, 4), (2, 3, 4, 5)):
        save(sc.from_array(np.ones(shape)), tmp_path / "c.nxs")
        with silx.io.open(str(tmp_path / "c.nxs")) as file:
            assert nxdata.get_default(file).is_valid, shape


#: Validates a file by the definitions that punx carries, and prints its errors and the number of its findings. Of Qt punx wants a file of
#: settings alone: it gets a name, and a library of 200 MB is not installed.
PUNX = """
import os, sys, tempfile, types
class QSettings:
    IniFormat = UserScope = 0
    def __init__(self, *names):
        self.name = names[0] if len(names) == 2 else os.path.join(tempfile.mkdtemp(), "punx.ini")
    def fileName(self):
        return self.name
core = types.ModuleType("PyQt5.QtCore")
core.QSettings = QSettings
qt = types.ModuleType("PyQt5")
qt.QtCore = core
sys.modules.update({"PyQt5": qt, "PyQt5.QtCore": core})
from punx.validate import Data_File_Validator
found = Data_File_Validator()
found.validate(sys.argv[1])
for one in found.validations:
    if str(one.status) == "ERROR":
        print(one.h5_address, one.test_name, one.comment)
print(len(found.validations))
"""


def test_punx_finds_no_error(tmp_path):
    """A validator from PyPI, with the definitions that it carries."""
    if importlib.util.find_spec("punx") is None:
        pytest.skip("punx is not installed")
    made = {"scan": stoner.load(DEMO), "all": everything(), "plain": stoner.Image(np.ones((3, 4)))}
    for name, image in made.items():
        image.save(tmp_path / f"{name}.nxs")
        run = subprocess.run([sys.executable, "-c", PUNX, str(tmp_path / f"{name}.nxs")], capture_output=True, text=True)
        assert run.returncode == 0, run.stderr
        *errors, count = run.stdout.splitlines()
        assert not errors and int(count) > 50, (name, errors)


# ---------------------------------------------------------------------------------------------------------------------
# Sizes and ends


def test_a_hundred_thousand_entries(tmp_path):
    image = stoner.Image(np.zeros((3, 3)))
    image.metadata.update({f"key {i}": i for i in range(100_000)})
    image.save(tmp_path / "a.nxs")
    back = stoner.load(tmp_path / "a.nxs")
    assert len(back.metadata) == 100_001 and back.metadata["key 99999"] == 99_999
    with h5py.File(tmp_path / "a.nxs") as file:
        assert len(file["entry/metadata"]) == 4096 and file["entry/metadata/key 4095"][()] == 4095


def test_a_save_that_is_cancelled_leaves_the_old_file(tmp_path):
    path = save(sc.from_array(np.ones((2, 2))), tmp_path / "a.nxs")
    old = open(path, "rb").read()
    large = sc.from_array(np.random.default_rng(1).standard_normal((3000, 3000)))
    ctx = lib.context_new()
    seen = []

    @ctypes.CFUNCTYPE(None, ctypes.c_double, ctypes.c_void_p)
    def note(fraction, _):
        seen.append(fraction)
        if fraction >= 0.4:
            lib.context_cancel(ctx=ctx)

    lib.context_set_progress_callback(note, ctx=ctx)
    with pytest.raises(sc.StonerError) as caught:
        lib.image_save(large, path, None, 0, ctx=ctx)
    assert seen == sorted(seen) and 0.4 <= seen[-1] < 0.5
    assert caught.value.name == "CANCELLED"
    assert open(path, "rb").read() == old and os.listdir(tmp_path) == ["a.nxs"]


@pytest.mark.parametrize("seed", range(6))
def test_damaged_files_do_no_harm(seed, tmp_path):
    path = tmp_path / "a.nxs"
    everything().save(path)
    good, rng = path.read_bytes(), random.Random(seed)
    for _ in range(60):
        bad = bytearray(good)
        for _ in range(rng.choice([1, 4, 30])):
            bad[rng.randrange(len(bad))] = rng.randrange(256)
        path.write_bytes(bad[: rng.choice([len(bad), rng.randrange(len(bad))])])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                stoner.load(path)
            except Exception as error:
                assert type(error).__module__.startswith("stoner") or isinstance(error, (OSError, ValueError, MemoryError, KeyError)), error


@pytest.mark.parametrize("name, ending", [("nxs", "nxs"), ("hdf5", "hdf5"), ("h5", "h5"), ("HDF", "hdf")])
def test_the_formats_names(name, ending, tmp_path):
    lib.image_save(sc.from_array(np.ones((2, 3))), str(tmp_path / "a.tif"), name, 0)
    assert os.listdir(tmp_path) == [f"a.{ending}"]
