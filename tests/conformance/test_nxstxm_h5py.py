"""The NXstxm loader against h5py: every pixel, every plane, every metadata value of real scans; the key list against
the Python original; and files that a writer has open.

STONER_DUMP names the built example `dump_scan`; STONER_TEST_DATA the folder with the real scans.
"""

import contextlib
import io
import json
import math
import os
import pathlib
import subprocess

import numpy as np
import pytest

h5py = pytest.importorskip("h5py")

DUMP = os.environ.get("STONER_DUMP")
DATA = os.environ.get("STONER_TEST_DATA")
POLLUX = sorted((pathlib.Path(DATA) / "pollux").glob("*.hdf5")) if DATA else []

needs_dump = pytest.mark.skipif(not DUMP, reason="STONER_DUMP does not name the built example dump_scan")
needs_data = pytest.mark.skipif(not POLLUX, reason="STONER_TEST_DATA does not name the folder with the real scans")
scans = pytest.mark.parametrize("path", POLLUX or [None], ids=lambda path: path.stem if path else "none")


def length_unit(path):
    """The unit of the sample's positions: version 1.1 gives none."""
    with h5py.File(path) as file:
        units = file["entry1/counter0/sample_x"].attrs.get("units")
    return None if units is None else text(units)

# What belongs to the Python language, and what the original shows under another name or place.
LANGUAGE_BOUND = {"Stoner.class", "Loaded as"}


class Scan:
    """What `dump_scan` prints."""

    def __init__(self, path, *options):
        run = subprocess.run([DUMP, str(path), *options], capture_output=True, timeout=120)
        assert run.returncode in (0, 1), run
        assert run.stderr == b""
        self.metadata, self.units, self.types, self.planes, self.plane_units = {}, {}, {}, {}, {}
        self.warnings, self.map, self.error = [], None, None
        for line in run.stdout.decode("utf-8").splitlines():
            record = json.loads(line)
            if "image" in record:
                self.image, self.filename, self.title = array(record["image"]), record["filename"], record["title"]
            elif "map" in record:
                self.map = record["map"]
            elif "plane" in record:
                self.planes[record["plane"]] = array(record["array"])
                self.plane_units[record["plane"]] = record["unit"]
            elif "key" in record:
                assert record["key"] not in self.metadata
                self.metadata[record["key"]] = record["value"]
                self.units[record["key"]] = record["unit"]
                self.types[record["key"]] = record["type"]
            elif "warning" in record:
                self.warnings.append(record["warning"])
            else:
                self.error, self.message = record["error"], record["message"]

    def keys(self):
        """In the order of `Image::metadata`: own entries, planes, grid."""
        grid = self.map["names"] if self.map else []
        return list(self.metadata) + list(self.planes) + grid


def array(record):
    values = [float(x) if isinstance(x, str) else x for x in record["values"]]
    data = np.array(values, dtype=record["dtype"]).reshape(record["shape"])
    if "mask" in record:
        return np.ma.array(data, mask=np.array(record["mask"]).reshape(record["shape"]))
    return data


def text(value):
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            return value.decode("latin-1")
    return value


def expected(value):
    """The value that `dump_scan` should print for what h5py reads."""
    if isinstance(value, h5py.Empty):
        return None
    value = np.asarray(value)
    if value.size == 1 and value.ndim <= 1:
        value = value.reshape(())[()]
        return text(value) if isinstance(value, (bytes, str)) else value
    if value.dtype.kind in "SO":
        return [text(element) for element in value.ravel()]
    return value


def same(found, wanted):
    if isinstance(wanted, np.ndarray):
        found = array(found)
        return found.dtype == wanted.dtype and np.array_equal(found, wanted, equal_nan=wanted.dtype.kind == "f")
    if isinstance(wanted, np.floating):
        found = float(found)
        return found == wanted or (math.isnan(found) and math.isnan(wanted))
    if isinstance(wanted, np.integer):
        return isinstance(found, int) and found == int(wanted)
    return found == wanted


def entries(group, key=""):
    """Key, value, unit and whether it is a number, in the original's order."""
    missing, unit_of_all = [], None
    found = []
    for name in group:
        item, below = group[name], f"{key}.{name}" if key else name
        if isinstance(item, h5py.Group):
            found += entries(item, below)
            continue
        if item.ndim > 1:
            continue
        value = expected(item[()])
        unit = text(item.attrs["units"]) if "units" in item.attrs else None
        if name == "unit" and isinstance(value, str):
            unit_of_all = value
        if "units" not in item.attrs and not isinstance(value, str):
            missing.append(len(found))
        found.append([below, value, unit])
    for index in missing:
        found[index][2] = unit_of_all
    found += [[f"{key}.{name}", expected(group.attrs[name]), None] for name in sorted(group.attrs)]
    return found


@needs_dump
@needs_data
@scans
def test_every_metadata_value_and_unit(path):
    scan = Scan(path)
    if length_unit(path):
        assert scan.warnings == []
    else:
        assert len(scan.warnings) == 1 and "no unit for 'sample_y', 'sample_x'" in scan.warnings[0]
    with h5py.File(path) as file:
        wanted = entries(file["entry1"])
        original = text(file.attrs["file_name"])
    wanted += [["original filename", original, None], ["Loaded from", str(path), None]]
    assert list(scan.metadata) == [key for key, _, _ in wanted]
    for key, value, unit in wanted:
        assert same(scan.metadata[key], value), (key, scan.metadata[key], value)
        assert scan.units[key] == (unit if unit and unit.strip() else None), key
    assert scan.filename == str(path)
    assert scan.title == path.name


@needs_dump
@needs_data
@scans
def test_every_pixel_ring_current_and_position(path):
    scan = Scan(path)
    with h5py.File(path) as file:
        entry = file["entry1"]
        pixels = entry["counter0/data"][()]
        up = (Ellipsis, slice(None, None, -1), slice(None))
        assert scan.image.dtype == pixels.dtype
        assert np.array_equal(scan.image, pixels[up])
        assert np.array_equal(scan.planes["beam current"], entry["control/data"][()][up], equal_nan=True)
        assert scan.plane_units["beam current"] == "mA"
        order = chronological_order(entry, pixels)
        for plane, axis in [("actual_x", "sample_x"), ("actual_y", "sample_y")]:
            measured = np.full(pixels.size, np.nan)
            measured[order] = entry[f"instrument/{axis}/data"][()]
            assert np.array_equal(scan.planes[plane], measured.reshape(pixels.shape)[up], equal_nan=True)
            assert scan.plane_units[plane] == length_unit(path)


def chronological_order(entry, pixels):
    """The pixel index of each point in time, from the file's own counts: raster, or the 4 x 2 tiles of one scan."""
    counts = entry["instrument/counter0/data"][()]
    index = np.arange(pixels.size).reshape(pixels.shape)
    tiles = [tile for band in np.array_split(index, 4, axis=-2) for tile in np.array_split(band, 2, axis=-1)]
    for order in (index.ravel(), np.concatenate([tile.ravel() for tile in tiles])):
        if np.array_equal(pixels.ravel()[order], counts):
            return order
    raise AssertionError("neither raster nor 4 x 2 tiles")


@needs_dump
@needs_data
@scans
def test_map_is_the_nominal_grid(path):
    scan = Scan(path)
    with h5py.File(path) as file:
        group = file["entry1/counter0"]
        row_axis, column_axis = [text(name) for name in group.attrs["axes"]][-2:]
        assert scan.map["names"] == [column_axis, row_axis]
        assert scan.map["units"] == [length_unit(path)] * 2
        (x0, y0), ((dx, xy), (yx, dy)) = scan.map["origin"], scan.map["step"]
        assert dy < 0 < dx and xy == yx == 0
        rows, columns = scan.image.shape[-2:]
        for points, origin, step in [
            (group[column_axis][()], x0, dx),
            (group[row_axis][()][::-1], y0, dy),
        ]:
            assert np.allclose(origin + step * np.arange(len(points)), points, rtol=0, atol=1e-6 * abs(step))
        if row_axis != "sample_y":
            for name in ("sample_x", "sample_y"):
                nominal = np.broadcast_to(group[name][()], (rows, columns))
                assert np.array_equal(scan.planes[name], nominal)


@needs_dump
@needs_data
@scans
def test_dividing_by_the_ring_current(path):
    scan = Scan(path, "--bcn")
    with h5py.File(path) as file:
        pixels = file["entry1/counter0/data"][()][..., ::-1, :]
        current = file["entry1/control/data"][()][..., ::-1, :]
    bad = ~(current > 0)
    assert np.array_equal(np.ma.getmaskarray(scan.image), bad)
    assert np.array_equal(np.ma.getdata(scan.image)[~bad], (pixels / np.where(bad, 1, current))[~bad])


@needs_dump
@needs_data
@scans
def test_keys_are_the_originals(path):
    with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
        HDF5 = pytest.importorskip("Stoner.HDF5", reason="the Python original is not installed")
        try:
            original = HDF5.STXMImage(str(path))
        except ValueError:
            pytest.skip("the Python original does not load stacks")
    ours = Scan(path).keys()
    theirs = [key for key in original.metadata.keys() if key not in LANGUAGE_BOUND]
    extra = [key for key in ours if key not in theirs]
    assert [key for key in theirs if key not in ours] == []
    # A focus scan's own axes, which the original does not evaluate.
    assert set(extra) <= {"line_position", "zone_plate"}, extra
    own = list(Scan(path).metadata)
    assert own == theirs[: len(own)]


def test_planes_then_the_grid_come_last():
    from stoner_c import lib

    scan = pathlib.Path(__file__).parents[2] / "data/demo/domain_plus.hdf5"
    metadata = lib.image_metadata(lib.load_stxm(str(scan), 0, 0))
    keys = [lib.metadata_key(metadata, i) for i in range(lib.metadata_count(metadata))]
    assert keys[-6:] == ["Loaded from", "actual_x", "actual_y", "beam current", "sample_x", "sample_y"]
    assert not LANGUAGE_BOUND & {*keys}


@needs_dump
def test_types_that_only_other_programs_write(tmp_path):
    path = tmp_path / "types.hdf5"
    values = {
        "big_endian": np.array([1.5, -2.5], ">f8"),
        "big_integers": np.array([1, -2, 300], ">i2"),
        "half": np.array([0.5, np.inf, np.nan], "f2"),
        "one_half": np.array([0.25], "f2"),
        "extended": np.array([0.1, 2.0], "longdouble"),
        "latin_1": np.array([b"\xb5m"]),
        "utf_8": np.array([b"\xce\xbcm"]),
        "padded": np.array([b"ab", b"abcdef"]),
        "nothing": h5py.Empty("f8"),
    }
    with h5py.File(path, "w") as file:
        write_scan(file)[...] = PIXELS
        group = file["entry1/counter0"]
        for name, value in values.items():
            group[name] = value
        group["words"] = ["\u03bcm", "", "k\u00e4se"]
        group.attrs["empty"] = h5py.Empty("S1")
        group.attrs["matrix"] = np.arange(6, dtype="i4").reshape(2, 3)
    scan = Scan(path)
    assert scan.error is None and scan.warnings == []
    found = {key: scan.metadata[f"counter0.{key}"] for key in [*values, "words", "empty", "matrix"]}
    for name in ("big_endian", "big_integers"):
        assert same(found[name], values[name].astype(values[name].dtype.newbyteorder("=")))
    assert same(found["half"], values["half"].astype("f4"))
    assert found["one_half"] == 0.25
    assert same(found["extended"], values["extended"].astype("f8"))
    assert [found["latin_1"], found["utf_8"], found["padded"]] == ["\u00b5m", "\u03bcm", ["ab", "abcdef"]]
    assert found["words"] == ["\u03bcm", "", "k\u00e4se"]
    assert found["nothing"] is None and found["empty"] is None
    assert same(found["matrix"], np.arange(6, dtype="i4").reshape(2, 3))


@needs_dump
def test_a_user_block_and_creation_order(tmp_path):
    path = tmp_path / "userblock.hdf5"
    with h5py.File(path, "w", userblock_size=1024, track_order=True, libver="latest") as file:
        write_scan(file)[...] = PIXELS
        file["entry1/counter0"].attrs["a"] = 1
    scan = Scan(path)
    assert np.array_equal(scan.image[::-1], PIXELS)
    keys = [key for key in scan.metadata if key.startswith("counter0.")]
    assert keys == ["counter0." + name for name in ("sample_x", "sample_y", "NX_class", "a", "axes", "signal")]


# A writer beside the reader.


def write_scan(file):
    """A small scan as PolLux lays it out, each dataset with room to be written later."""
    file.attrs["file_name"] = np.bytes_("live.hdf5")
    entry = file.create_group("entry1")
    entry.attrs["NX_class"] = np.bytes_("NXentry")
    entry.create_dataset("definition", data=np.array([b"NXstxm"]))
    group = entry.create_group("counter0")
    group.attrs["NX_class"] = np.bytes_("NXdata")
    group.attrs["signal"] = np.bytes_("data")
    group.attrs["axes"] = np.array([b"sample_y", b"sample_x"])
    group.create_dataset("sample_x", data=np.arange(6.0)).attrs["units"] = "\u03bcm"
    group.create_dataset("sample_y", data=np.arange(5.0)).attrs["units"] = "\u03bcm"
    return group.create_dataset("data", shape=(5, 6), chunks=(1, 6), dtype="f8", compression="gzip")


PIXELS = np.arange(30.0).reshape(5, 6)


@needs_dump
def test_beside_a_writer_in_the_old_format(tmp_path):
    path = tmp_path / "old.hdf5"
    with h5py.File(path, "w", libver="earliest") as file:
        data = write_scan(file)
        file.flush()
        scan = Scan(path)
        assert scan.error is None and np.array_equal(scan.image, np.zeros((5, 6)))
        data[:3] = PIXELS[:3]
        # What is not flushed may be seen or not, but the reader gets an image or a clear error.
        scan = Scan(path)
        assert scan.error in (None, "STONER_ERR_CORRUPT")
        file.flush()
        scan = Scan(path)
        assert scan.error is None and np.array_equal(scan.image[::-1][:3], PIXELS[:3])
        data[3:] = PIXELS[3:]
        file.flush()
        assert np.array_equal(Scan(path).image[::-1], PIXELS)
    assert np.array_equal(Scan(path).image[::-1], PIXELS)


@needs_dump
def test_beside_a_writer_that_never_flushed(tmp_path):
    path = tmp_path / "unflushed.hdf5"
    with h5py.File(path, "w", libver="earliest") as file:
        write_scan(file)[...] = PIXELS
        scan = Scan(path)
        assert scan.error in ("STONER_ERR_CORRUPT", "STONER_ERR_FORMAT")
        assert "unflushed.hdf5" in scan.message
    assert np.array_equal(Scan(path).image[::-1], PIXELS)


@needs_dump
def test_beside_a_swmr_writer(tmp_path):
    path = tmp_path / "swmr.hdf5"
    with h5py.File(path, "w", libver="latest") as file:
        data = write_scan(file)
        file.flush()
        file.swmr_mode = True
        for rows in range(1, 6):
            data[rows - 1] = PIXELS[rows - 1]
            data.flush()
            scan = Scan(path)
            assert scan.error is None, scan.message
            assert np.array_equal(scan.image[::-1][:rows], PIXELS[:rows])
    assert np.array_equal(Scan(path).image[::-1], PIXELS)


@needs_dump
def test_beside_a_writer_that_allows_no_readers(tmp_path):
    path = tmp_path / "latest.hdf5"
    with h5py.File(path, "w", libver="latest") as file:
        write_scan(file)[...] = PIXELS
        file.flush()
        scan = Scan(path)
        assert scan.error == "STONER_ERR_BEING_WRITTEN"
        assert "latest.hdf5" in scan.message and "open for writing" in scan.message
    assert np.array_equal(Scan(path).image[::-1], PIXELS)


@needs_dump
def test_a_writer_can_open_what_a_reader_has_read(tmp_path):
    """No lock stays behind, and none is asked for: a writer's lock does not keep the reader out."""
    path = tmp_path / "locked.hdf5"
    with h5py.File(path, "w", libver="earliest", locking=True) as file:
        write_scan(file)[...] = PIXELS
        file.flush()
        assert np.array_equal(Scan(path).image[::-1], PIXELS)
    with h5py.File(path, "r+", locking=True) as file:
        file["entry1/counter0/data"][0, 0] = 7
    assert Scan(path).image[-1, 0] == 7
