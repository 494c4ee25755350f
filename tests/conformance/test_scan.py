"""Scans: what stoner_scan_open says of a file and what it reads, against h5py, and frames against the whole."""

import os
import pathlib
import shutil
import subprocess
import sys
import time

import numpy as np
import pytest
import stoner_c as sc
from stoner_c import CONSTANTS, STATUS, lib

h5py = pytest.importorskip("h5py")

DATA = os.environ.get("STONER_TEST_DATA")
SCANS = sorted((pathlib.Path(DATA) / "pollux").glob("*.hdf5")) if DATA else []
STACK = next((path for path in SCANS if "Stack" in path.name), None)
CASES = pathlib.Path(DATA or "absent").parent / "cases"
needs_data = pytest.mark.skipif(not SCANS, reason="STONER_TEST_DATA does not name the folder with the real scans")
needs_cases = pytest.mark.skipif(not CASES.is_dir(), reason="there is no folder 'cases' beside STONER_TEST_DATA")
each_scan = pytest.mark.parametrize("path", SCANS or [None], ids=lambda path: path.stem if path else "none")

QUANTITY = {name.removeprefix("STONER_QUANTITY_").lower(): value for name, value in CONSTANTS.items() if name.startswith("STONER_QUANTITY_")}
KIND = {value: name.removeprefix("STONER_SCAN_KIND_").lower() for name, value in CONSTANTS.items() if name.startswith("STONER_SCAN_KIND_")}


def opened(path, ctx=None):
    return lib.scan_open(os.fspath(path), ctx=ctx)


def names(scan, what, *entry):
    return [getattr(lib, f"scan_{what}_name")(scan, *entry, i) for i in range(getattr(lib, f"scan_{what}_count")(scan, *entry))]


def warnings_of(call):
    ctx = lib.context_new()
    result = call(ctx)
    return result, [lib.context_warning(i, ctx=ctx) for i in range(lib.context_warning_count(ctx=ctx)[0])]


def plane(image, name):
    return sc.to_array(lib.image_plane(image, name))


def planes(image):
    return {lib.image_plane_name(image, i) for i in range(lib.image_plane_count(image))}


def failed(status, call):
    with pytest.raises(sc.StonerError) as error:
        call()
    assert error.value.status == STATUS[status], error.value
    return str(error.value)


def text(value):
    value = value[()] if isinstance(value, h5py.Dataset) else value
    value = value[0] if isinstance(value, np.ndarray) else value
    return value.decode() if isinstance(value, bytes) else str(value)


def write_scan(path, shape, *, entries=("entry1",), detectors=("counter0",), energies=None, chunks=None, counts=True, scan_type=None, dwell=None, **storage):
    """A scan with values that tell their place; the positions are off by a quarter pixel, the counters in the order of time."""
    frames, rows, columns = shape
    stack = frames > 1 or energies is not None
    rng = np.random.default_rng(5)
    truth = {}
    with h5py.File(path, "w") as file:
        file.attrs["default"] = entries[0]
        for e, name in enumerate(entries):
            entry = file.create_group(name)
            entry.attrs.update({"NX_class": "NXentry", "default": detectors[0]})
            entry["definition"], entry["start_time"], entry["end_time"] = b"NXstxm", b"2021-03-16T10:00:00", b"2021-03-16T11:00:00"
            entry["title"] = np.array([b"made by h5py"])
            instrument = entry.create_group("instrument")
            instrument.attrs["NX_class"] = "NXinstrument"
            instrument.create_group("source")["name"] = b"A Light Source"
            x, y = np.arange(columns) * 0.5 + 10 * e, np.arange(rows) * 0.25
            for d, detector in enumerate(detectors):
                values = (rng.poisson(100, (frames, rows, columns)) + 1000.0 * d + 10000.0 * e).astype(float)
                data = values if stack else values[0]
                group = entry.create_group(detector)
                group.attrs.update({"NX_class": "NXdata", "signal": "data", "axes": ["energy", "sample_y", "sample_x"][-data.ndim :]})
                group.create_dataset("data", data=data, chunks=chunks and chunks[-data.ndim :], **storage)
                for axis, points in (("sample_x", x), ("sample_y", y)):
                    group[axis] = points
                    group[axis].attrs["units"] = "um"
                group["energy"] = np.asarray(energies, float) if energies is not None else np.array([700.0])
                group["energy"].attrs["units"] = "eV"
                group["count_time"] = np.asarray(dwell, float) if dwell is not None else np.array([0.02])
                group["count_time"].attrs["units"] = "s"
                group["stxm_scan_type"] = scan_type or (b"sample image stack" if stack else b"sample image")
                instrument.create_group(detector)["data"] = values.ravel()
                truth[name, detector] = values
            if counts:
                offset = rng.normal(0.1, 0.01, (frames, rows, columns))
                for axis, nominal in (("sample_x", x[None, None, :]), ("sample_y", y[None, :, None])):
                    measured = np.broadcast_to(nominal, shape) + offset
                    instrument.create_group(axis)["data"] = measured.ravel()
                    truth[name, axis] = measured
                control = entry.create_group("control")
                control.attrs["NX_class"] = "NXmonitor"
                current = rng.uniform(399, 401, shape)
                control["data"] = current if stack else current[0]
                truth[name, "control"] = current
    return truth


# What is said of a file.


@needs_data
@each_scan
def test_a_real_scan_is_what_h5py_says(path):
    scan = opened(path)
    with h5py.File(path) as file:
        entry = file["entry1"]
        classes = {name: group.attrs.get("NX_class") for name, group in entry.items() if isinstance(group, h5py.Group)}
        wanted = [name for name, kind in classes.items() if kind is not None and text(kind) == "NXdata"]
        assert names(scan, "entry") == ["entry1"] and lib.scan_default_entry(scan) == 0
        assert sorted(names(scan, "detector", None)) == sorted(wanted)
        assert names(scan, "monitor", None) == [name for name, kind in classes.items() if kind is not None and text(kind) == "NXmonitor"]
        assert KIND[lib.scan_kind(scan, None)].replace("_", " ") == text(entry["counter0/stxm_scan_type"]).removeprefix("sample ").replace("image stack", "stack")
        assert lib.scan_start(scan, None) == text(entry["start_time"]).strip()
        assert lib.scan_end(scan, None) == text(entry["end_time"]).strip()
        for detector in wanted:
            group = entry[detector]
            data = group["data"]
            assert tuple(lib.scan_shape(scan, "entry1", detector)) == data.shape
            assert sc.NUMPY[lib.scan_dtype(scan, None, detector)] == data.dtype
            assert lib.scan_frame_count(scan, None, detector) == (data.shape[0] if data.ndim == 3 else 1)
            for i in range(data.ndim):
                name = lib.scan_axis_name(scan, None, detector, i)
                np.testing.assert_array_equal(lib.scan_axis_values(scan, None, detector, i), np.atleast_1d(group[name][()]))
                steps = np.diff(np.atleast_1d(group[name][()]))
                assert lib.scan_axis_direction(scan, None, detector, i) == (1 if len(steps) and (steps > 0).all() else -1 if len(steps) and (steps < 0).all() else 0)
        assert lib.scan_completeness(scan, None, None) == 1.0


@needs_data
@each_scan
def test_the_whole_image_is_what_is_loaded(path):
    loaded, scanned = sc.load(path), lib.scan_image(opened(path), None, None)
    assert lib.image_equal(loaded, scanned, 1)


@needs_data
@pytest.mark.skipif(not STACK, reason="there is no real stack")
def test_each_frame_of_a_real_stack_is_that_of_the_whole():
    scan, whole = opened(STACK), sc.load(STACK)
    array = sc.to_array(whole)
    with h5py.File(STACK) as file:
        energies = file["entry1/counter0/energy"][()]
        data = file["entry1/counter0/data"][()]
    n = lib.scan_frame_count(scan, None, None)
    assert n == len(energies) and lib.image_frame_axis_name(whole) == "energy"
    np.testing.assert_array_equal(lib.image_frame_axis_values(whole), energies)
    np.testing.assert_array_equal(lib.image_quantity(whole, QUANTITY["energy"]), energies)
    np.testing.assert_array_equal(lib.scan_quantity(scan, None, None, QUANTITY["energy"]), energies)
    for k in range(n):
        frame = lib.scan_frame(scan, None, None, k)
        np.testing.assert_array_equal(sc.to_array(frame), array[k])
        np.testing.assert_array_equal(sc.to_array(frame).data, data[k, ::-1])
        assert lib.image_quantity(frame, QUANTITY["energy"]) == [energies[k]]
        for name in ("actual_x", "actual_y", "beam current"):
            assert (name in planes(frame)) == (name in planes(whole))
            if name in planes(whole):
                np.testing.assert_array_equal(plane(frame, name), plane(whole, name)[k])


def test_entries_and_detectors_are_reached_by_name(tmp_path):
    path = tmp_path / "regions.hdf5"
    truth = write_scan(path, (1, 5, 7), entries=("entry2", "entry1"), detectors=("counter0", "counter1"))
    scan = opened(path)
    assert names(scan, "entry") == ["entry2", "entry1"]
    for entry in (None, "entry1", "entry2"):
        assert names(scan, "detector", entry) == ["counter0", "counter1"] and names(scan, "monitor", entry) == ["control"]
        for detector in (None, "counter0", "counter1"):
            wanted = truth[entry or "entry2", detector or "counter0"][0, ::-1]
            np.testing.assert_array_equal(sc.to_array(lib.scan_image(scan, entry, detector)).data, wanted)
            np.testing.assert_array_equal(sc.to_array(lib.scan_frame(scan, entry, detector, 0)).data, wanted)
        np.testing.assert_array_equal(sc.to_array(lib.scan_image(scan, entry, "control")).data, truth[entry or "entry2", "control"][0, ::-1])
    assert "'counter9'" in failed("KEY_NOT_FOUND", lambda: lib.scan_image(scan, None, "counter9"))
    message = failed("KEY_NOT_FOUND", lambda: lib.scan_kind(scan, "entry9"))
    assert "entry1" in message and "entry2" in message
    failed("OUT_OF_RANGE", lambda: lib.scan_frame(scan, None, None, 1))
    failed("OUT_OF_RANGE", lambda: lib.scan_frame(scan, None, None, -1))
    failed("OUT_OF_RANGE", lambda: lib.scan_entry_name(scan, 2))
    failed("OUT_OF_RANGE", lambda: lib.scan_axis_name(scan, None, None, 2))
    # What is loaded without a scan says how the rest is reached.
    _, said = warnings_of(lambda ctx: lib.load(os.fspath(path), None, ctx=ctx))
    assert any("entry1" in text and "stoner_scan_open" in text for text in said)
    assert any("counter1" in text and "stoner_scan_open" in text for text in said)


def test_signals_of_one_group_are_detectors_of_their_own(tmp_path):
    path = tmp_path / "signals.hdf5"
    write_scan(path, (1, 4, 6))
    second = np.arange(24.0).reshape(4, 6)
    with h5py.File(path, "a") as file:
        file["entry1/counter0/dark"] = second
        file["entry1/counter0"].attrs["auxiliary_signals"] = ["dark"]
    scan = opened(path)
    assert names(scan, "detector", None) == ["counter0", "counter0/dark"]
    np.testing.assert_array_equal(sc.to_array(lib.scan_image(scan, None, "counter0/dark")).data, second[::-1])


@needs_cases
def test_the_cases_of_wrong_choices_are_reached():
    two = opened(CASES / "two.hdf5")
    assert len(names(two, "detector", None)) == 2
    averages = [float(sc.to_array(lib.scan_image(two, None, name)).mean()) for name in names(two, "detector", None)]
    assert averages[0] == pytest.approx(1500, rel=0.05) and abs(averages[1] - averages[0]) > 100
    als = opened(CASES / "als_r2.stxm")
    assert names(als, "entry") == ["entry0", "entry1"]
    origins = []
    for entry in names(als, "entry"):
        axis = [lib.scan_axis_name(als, entry, None, i) for i in range(len(lib.scan_shape(als, entry, None)))].index("sample_x")
        origins.append(lib.scan_axis_values(als, entry, None, axis)[0])
    assert origins == [-3, 7]
    p04 = opened(CASES / "p04.nxs")
    assert tuple(lib.scan_shape(p04, None, None)) == (6, 9)
    assert any(tuple(lib.scan_shape(p04, None, name)) == (54, 128) for name in names(p04, "detector", None))
    assert len(names(opened(CASES / "sig1.hdf5"), "detector", None)) >= 1


def test_what_an_entry_says_of_itself(tmp_path):
    path = tmp_path / "scan.hdf5"
    write_scan(path, (1, 4, 6))
    scan = opened(path)
    assert lib.scan_facility(scan, None) == "A Light Source"
    assert lib.scan_repair_count(scan, None) == 0
    failed("OUT_OF_RANGE", lambda: lib.scan_repair(scan, None, 0))
    assert lib.scan_monitor_count(scan, None) == 1 and lib.scan_monitor_name(scan, None, 0) == "control"
    assert lib.scan_axis_unit(scan, None, None, 0) == "um"
    metadata = lib.scan_metadata(scan, None)
    assert lib.metadata_get_string(metadata, "title") == "made by h5py"
    with h5py.File(path, "a") as file:
        del file["entry1"].attrs["NX_class"]
    scan = opened(path)
    assert lib.scan_repair_count(scan, None) >= 1
    assert any("NX_class" in lib.scan_repair(scan, None, i) for i in range(lib.scan_repair_count(scan, None)))


# Frames.


def test_a_frame_has_its_own_energy_dwell_positions_and_current(tmp_path):
    path = tmp_path / "stack.hdf5"
    energies, dwell = [280.0, 300.0, 320.0], [0.01, 0.02, 0.5]
    truth = write_scan(path, (3, 5, 7), energies=energies, dwell=dwell, chunks=(1, 2, 7), compression="gzip", shuffle=True)
    scan = opened(path)
    whole = lib.scan_image(scan, None, None)
    for k in range(3):
        frame = lib.scan_frame(scan, None, None, k)
        assert lib.image_ndim(frame) == 2
        assert lib.image_quantity(frame, QUANTITY["energy"]) == [energies[k]]
        assert lib.image_quantity(frame, QUANTITY["dwell"]) == [dwell[k]]
        assert lib.image_metadata_get_f64(frame, "counter0.energy") == energies[k]
        np.testing.assert_array_equal(sc.to_array(frame).data, truth["entry1", "counter0"][k, ::-1])
        for name, key in (("actual_x", "sample_x"), ("actual_y", "sample_y"), ("beam current", "control")):
            np.testing.assert_array_equal(plane(frame, name).data, truth["entry1", key][k, ::-1])
            np.testing.assert_array_equal(plane(whole, name).data[k], truth["entry1", key][k, ::-1])
        # A figure of this frame says this frame's energy: the metadata of the frame have no other.
        assert lib.image_frame_axis_name(frame) == ""
    assert [lib.scan_axis_role(scan, None, None, i) for i in range(3)] == [CONSTANTS[f"STONER_AXIS_ROLE_{role}"] for role in ("FRAME", "ROW", "COLUMN")]


@pytest.mark.parametrize("storage", [{}, {"chunks": (1, 4, 8)}, {"chunks": (2, 3, 5), "compression": "gzip"}, {"chunks": (4, 9, 11), "shuffle": True, "compression": "gzip"}, {"chunks": (3, 9, 4), "fletcher32": True}])
@pytest.mark.parametrize("version", ["earliest", "latest"])
def test_frames_of_every_storage_are_h5pys(tmp_path, storage, version):
    path = tmp_path / "stack.hdf5"
    values = np.random.default_rng(1).normal(size=(7, 9, 11))
    with h5py.File(path, "w", libver=version) as file:
        entry = file.create_group("entry1")
        entry.attrs["NX_class"] = "NXentry"
        entry["definition"] = "NXstxm"
        group = entry.create_group("counter0")
        group.attrs.update({"NX_class": "NXdata", "signal": "data"})
        group.create_dataset("data", data=values, **storage)
    scan = opened(path)
    for k in range(7):
        np.testing.assert_array_equal(sc.to_array(lib.scan_frame(scan, None, None, k)).data, values[k, ::-1])
    np.testing.assert_array_equal(sc.to_array(lib.scan_image(scan, None, None)).data, values[:, ::-1])


def test_frames_of_a_virtual_dataset_and_a_fill_value(tmp_path):
    path = tmp_path / "stack.hdf5"
    values = np.random.default_rng(1).normal(size=(4, 5, 6))
    with h5py.File(path, "w", libver="latest") as file:
        entry = file.create_group("entry1")
        entry.attrs["NX_class"] = "NXentry"
        entry["definition"] = "NXstxm"
        for k in range(3):
            entry[f"part{k}"] = values[k]
        layout = h5py.VirtualLayout((4, 5, 6), float)
        for k in range(3):
            layout[k] = h5py.VirtualSource(".", f"/entry1/part{k}", (5, 6))
        group = entry.create_group("counter0")
        group.attrs.update({"NX_class": "NXdata", "signal": "data"})
        group.create_virtual_dataset("data", layout, fillvalue=-7.0)
        other = entry.create_group("counter1")
        other.attrs.update({"NX_class": "NXdata", "signal": "data"})
        other.create_dataset("data", (4, 5, 6), float, chunks=(1, 5, 6), fillvalue=-3.0)[1] = values[1]
    scan = opened(path)
    for k in range(4):
        wanted = values[k, ::-1] if k < 3 else np.full((5, 6), -7.0)
        np.testing.assert_array_equal(sc.to_array(lib.scan_frame(scan, None, "counter0", k)).data, wanted)
        wanted = values[1, ::-1] if k == 1 else np.full((5, 6), -3.0)
        np.testing.assert_array_equal(sc.to_array(lib.scan_frame(scan, None, "counter1", k)).data, wanted)
    assert lib.scan_completeness(scan, None, "counter1") == 0.25
    assert np.isnan(lib.scan_completeness(scan, None, "counter0"))


def test_units_are_one_for_all_files(tmp_path):
    path = tmp_path / "stack.hdf5"
    write_scan(path, (2, 3, 4), energies=[0.7, 0.71], dwell=[20, 30])
    with h5py.File(path, "a") as file:
        file["entry1/counter0/energy"].attrs["units"] = "keV"
        file["entry1/counter0/count_time"].attrs["units"] = "ms"
    scan = opened(path)
    np.testing.assert_allclose(lib.scan_quantity(scan, None, None, QUANTITY["energy"]), [700, 710])
    np.testing.assert_allclose(lib.scan_quantity(scan, None, None, QUANTITY["dwell"]), [0.02, 0.03])
    with h5py.File(path, "a") as file:
        del file["entry1/counter0/energy"].attrs["units"]
    scan = opened(path)
    values, said = warnings_of(lambda ctx: lib.scan_quantity(scan, None, None, QUANTITY["energy"], ctx=ctx))
    np.testing.assert_array_equal(values, [0.7, 0.71])
    assert any("no unit" in text and "eV" in text for text in said)
    failed("KEY_NOT_FOUND", lambda: lib.scan_quantity(scan, None, None, QUANTITY["polarization"]))
    failed("INVALID_ARGUMENT", lambda: lib.scan_quantity(scan, None, None, 99))
    assert {lib.quantity_name(number): lib.quantity_unit(number) for number in QUANTITY.values()}["dwell"] == "s"


def test_polarization_and_helicity(tmp_path):
    path = tmp_path / "scan.hdf5"
    write_scan(path, (3, 3, 4), energies=[1.0, 2.0, 3.0])
    with h5py.File(path, "a") as file:
        file["entry1/counter0/epu_polarization"] = [1.0, -1.0, 0.0]
    scan = opened(path)
    np.testing.assert_array_equal(lib.scan_quantity(scan, None, None, QUANTITY["helicity"]), [1, -1, 0])
    assert lib.image_quantity(lib.scan_frame(scan, None, None, 1), QUANTITY["polarization"]) == [-1]


# Spectra and points.


def test_a_spectrum_is_mean_and_standard_error(tmp_path):
    path = tmp_path / "stack.hdf5"
    truth = write_scan(path, (4, 6, 9), energies=[700, 705, 710, 720])
    values = truth["entry1", "counter0"][:, ::-1]
    scan = opened(path)
    region = np.zeros((6, 9))
    region[1:4, 2:5] = region[5, 8] = 1
    for box, image, pixels in ((None, None, values.reshape(4, -1)), ([2, 7, 1, 4], None, values[:, 1:4, 2:7].reshape(4, -1)), (None, region, values[:, region > 0])):
        table = lib.scan_spectrum(scan, None, None, box, None if image is None else sc.from_array(image))
        column = lambda name: lib.table_read_column(table, lib.table_column_index(table, name))
        np.testing.assert_array_equal(column("energy"), [700, 705, 710, 720])
        np.testing.assert_allclose(column("mean"), pixels.mean(axis=1))
        np.testing.assert_allclose(column("standard error"), pixels.std(axis=1, ddof=1) / np.sqrt(pixels.shape[1]))
        np.testing.assert_array_equal(column("pixels"), pixels.shape[1])
    failed("SHAPE", lambda: lib.scan_spectrum(scan, None, None, None, sc.from_array(np.ones((6, 8)))))
    failed("INVALID_ARGUMENT", lambda: lib.scan_spectrum(scan, None, None, [0, 1, 0, 1], sc.from_array(region)))
    failed("OUT_OF_RANGE", lambda: lib.scan_spectrum(scan, None, None, [5, 5, 0, 1], None))


def test_points_come_in_time(tmp_path):
    path = tmp_path / "stack.hdf5"
    truth = write_scan(path, (2, 4, 5), energies=[700, 705])
    scan = opened(path)
    for k in range(2):
        table = lib.scan_points(scan, None, None, k)
        column = lambda name: lib.table_read_column(table, lib.table_column_index(table, name))
        np.testing.assert_array_equal(column("value"), truth["entry1", "counter0"][k].ravel())
        np.testing.assert_array_equal(column("sample_x"), truth["entry1", "sample_x"][k].ravel())
        np.testing.assert_array_equal(column("sample_y"), truth["entry1", "sample_y"][k].ravel())
        np.testing.assert_array_equal(column("ring_current"), truth["entry1", "control"][k].ravel())
        np.testing.assert_array_equal(column("row"), np.repeat(np.arange(4)[::-1], 5))
        np.testing.assert_array_equal(column("column"), np.tile(np.arange(5), 4))
        np.testing.assert_array_equal(column("nominal sample_y"), np.repeat(np.arange(4) * 0.25, 5))
        np.testing.assert_array_equal(column("nominal sample_x"), np.tile(np.arange(5) * 0.5, 4))


@needs_data
@each_scan
def test_points_of_a_real_scan_are_its_detectors(path):
    scan = opened(path)
    if lib.scan_frame_count(scan, None, None) != 1 or len(lib.scan_shape(scan, None, None)) != 2:
        pytest.skip("a stack or a spectrum")
    table = lib.scan_points(scan, None, None, 0)
    column = lambda name: lib.table_read_column(table, lib.table_column_index(table, name)).astype(float)
    with h5py.File(path) as file:
        np.testing.assert_array_equal(column("value"), file["entry1/instrument/counter0/data"][()])
        np.testing.assert_array_equal(column("sample_x"), file["entry1/instrument/sample_x/data"][()])
    image = sc.to_array(lib.scan_image(scan, None, None)).data
    np.testing.assert_array_equal(image[column("row").astype(int), column("column").astype(int)], column("value"))


# The axis of frames.


def stack_image():
    image = sc.from_array(np.arange(3 * 4 * 4.0).reshape(3, 4, 4))
    lib.image_set_frame_axis(image, "energy", "eV", [280.0, 300.0, 320.0], 3)
    return image


def axis_of(image):
    assert lib.image_frame_axis_key(image) in ("", "energy")
    return lib.image_frame_axis_name(image), lib.image_frame_axis_unit(image), list(lib.image_frame_axis_values(image))


def test_the_axis_of_frames_follows_the_frames():
    whole = ("energy", "eV", [280.0, 300.0, 320.0])
    image = stack_image()
    assert axis_of(image) == whole
    none = ("", "", [])
    C = CONSTANTS
    for name, made, wanted in [
        ("take", lib.image_take(image, [2, 0], 2, [0]), ("energy", "eV", [320.0, 280.0])),
        ("clone", lib.image_clone(image), whole),
        ("flip_v", lib.image_flip_v(image), whole),
        ("cw", lib.image_cw(image), whole),
        ("crop", lib.image_crop(image, [0, 2, 1, 3]), whole),
        ("transpose of rows and columns", lib.image_transpose_axes(image, [0, 2, 1], 3), whole),
        ("transpose of all", lib.image_transpose_axes(image, [2, 1, 0], 3), none),
        ("astype", lib.image_astype(image, C["STONER_F32"], 0, 0), whole),
        ("mean over rows and columns", lib.image_mean(image, [1, 2], 2, 0, 0), whole),
        ("mean over rows", lib.image_mean(image, [1], 1, 0, 0), whole),
        ("mean over frames", lib.image_mean(image, [0], 1, 0, 0), none),
        ("mean over frames and rows", lib.image_mean(image, [0, 1], 2, 0, 0), none),
        ("ravel", lib.image_ravel(image, 0), none),
        ("reshape of frames", lib.image_reshape(image, [3, 16], 2, 0), whole),
        ("reshape of all", lib.image_reshape(image, [4, 12], 2, 0), none),
    ]:
        assert axis_of(made) == wanted, name
    spectrum = lib.image_mean(image, [1, 2], 2, 0, 0)
    assert axis_of(lib.image_take(spectrum, [1], 1, [0])) == ("energy", "eV", [300.0])
    assert list(lib.image_quantity(spectrum, QUANTITY["energy"])) == whole[2]


def test_the_axis_of_frames_survives_a_file_and_is_equal_only_to_itself(tmp_path):
    image = stack_image()
    path = tmp_path / "stack.tiff"
    lib.image_save_tiff(image, os.fspath(path), 1)
    back = sc.load(path)
    assert axis_of(back) == ("energy", "eV", [280.0, 300.0, 320.0])
    assert not lib.image_equal(image, sc.from_array(sc.to_array(image)), 1)
    lib.image_set_frame_axis(image, None, None, None, 0)
    assert axis_of(image) == ("", "", [])
    failed("SHAPE", lambda: lib.image_set_frame_axis(image, "energy", None, [1.0, 2.0], 2))
    failed("INVALID_ARGUMENT", lambda: lib.image_set_frame_axis(image, "", None, [1.0, 2.0, 3.0], 3))


def test_alignment_keeps_the_axis_of_frames():
    rng = np.random.default_rng(3)
    scene = rng.normal(size=(48, 48))
    smooth = np.fft.irfft2(np.fft.rfft2(scene) * np.exp(-np.hypot(*np.meshgrid(np.fft.rfftfreq(48), np.fft.fftfreq(48))) ** 2 * 60), (48, 48))
    image = sc.from_array(np.stack([np.roll(smooth, k, axis=1) for k in range(3)]))
    lib.image_set_frame_axis(image, "energy", "eV", [280.0, 300.0, 320.0], 3)
    _, made = lib.image_align_stack(image, CONSTANTS["STONER_SERIES_REFERENCE"], 0)
    assert axis_of(made) == ("energy", "eV", [280.0, 300.0, 320.0])


# The file.


def test_a_file_that_changed_is_told_not_mixed(tmp_path):
    path, other = tmp_path / "scan.hdf5", tmp_path / "other.hdf5"
    write_scan(path, (3, 4, 5), energies=[1, 2, 3])
    scan = opened(path)
    lib.scan_frame(scan, None, None, 0)
    with h5py.File(path, "a") as file:
        file["entry1/counter0/data"][0] = 0
    os.utime(path, ns=(time.time_ns(), time.time_ns() + 10**9))
    for read in (lambda: lib.scan_frame(scan, None, None, 0), lambda: lib.scan_image(scan, None, None), lambda: lib.scan_points(scan, None, None, 0), lambda: lib.scan_spectrum(scan, None, None, None, None), lambda: lib.scan_completeness(scan, None, None)):
        assert "open it again" in failed("CHANGED", read)
    # What was said of it stays.
    assert lib.scan_frame_count(scan, None, None) == 3
    scan = opened(path)
    shutil.copy2(path, other)
    os.replace(other, path)
    failed("CHANGED", lambda: lib.scan_frame(scan, None, None, 0))
    scan = opened(path)
    path.unlink()
    failed("FILE_NOT_FOUND", lambda: lib.scan_frame(scan, None, None, 0))


def test_what_is_no_scan_is_told(tmp_path):
    image = sc.from_array(np.ones((3, 4)))
    for name, save in (("a.tiff", lambda path: lib.image_save_tiff(image, path, 0)), ("a.npy", lambda path: lib.image_save_npy(image, path))):
        save(os.fspath(tmp_path / name))
        assert "stoner_load" in failed("FORMAT", lambda: opened(tmp_path / name))
    (tmp_path / "text").write_text("nothing")
    failed("FORMAT", lambda: opened(tmp_path / "text"))
    failed("FILE_NOT_FOUND", lambda: opened(tmp_path / "absent"))
    with h5py.File(tmp_path / "empty.hdf5", "w") as file:
        file["x"] = 1
    assert "NXstxm" in failed("FORMAT", lambda: opened(tmp_path / "empty.hdf5"))
    failed("FILE_NOT_FOUND", lambda: opened(tmp_path / "no folder" / "x"))


def test_handles_of_scans_are_checked(tmp_path):
    path = tmp_path / "scan.hdf5"
    write_scan(path, (1, 4, 5))
    before = lib.live_handles()
    scan = opened(path)
    clone = lib.scan_clone(scan)
    assert lib.live_handles() == before + 2
    scan.free()
    assert lib.scan_entry_count(clone) == 1
    clone.free()
    assert lib.live_handles() == before
    image = sc.from_array(np.ones((2, 2)))
    failed("INVALID_HANDLE", lambda: lib.scan_entry_count(image))


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_are_errors_or_scans(tmp_path, seed):
    path = tmp_path / "scan.hdf5"
    write_scan(path, (3, 4, 5), energies=[1, 2, 3], chunks=(1, 2, 5), compression="gzip")
    whole = path.read_bytes()
    rng = np.random.default_rng(seed)
    for _ in range(150):
        damaged = bytearray(whole)
        for at in rng.integers(0, len(whole), rng.integers(1, 6)):
            damaged[at] ^= 1 << int(rng.integers(8))
        if rng.integers(4) == 0:
            del damaged[int(rng.integers(len(damaged))) :]
        path.write_bytes(damaged or b"x")
        os.utime(path, (1, 1))
        try:
            scan = opened(path)
            for entry in names(scan, "entry"):
                for detector in names(scan, "detector", entry):
                    for k in range(lib.scan_frame_count(scan, entry, detector)):
                        try:
                            frame = lib.scan_frame(scan, entry, detector, k)
                            assert list(lib.image_shape(frame)) == list(lib.scan_shape(scan, entry, detector))[-2:] or lib.image_ndim(frame) < 2
                        except sc.StonerError as error:
                            assert error.status != STATUS["INTERNAL"], error
        except sc.StonerError as error:
            assert error.status != STATUS["INTERNAL"], error


LARGE = """
import os, resource, sys
sys.path.insert(0, {tests!r})
import numpy as np
import stoner_c as sc
from stoner_c import lib
scan = lib.scan_open({path!r})
ctx = lib.context_new()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for k in (0, 7, {frames} - 1):
    frame = sc.to_array(lib.scan_frame(scan, None, None, k, ctx=ctx))
    assert frame.shape == (512, 512) and frame.data[-1, 0] == k and frame.data[0, -1] == 0, (k, frame)
table = lib.scan_spectrum(scan, None, None, [0, 1, 511, 512], None, ctx=ctx)
np.testing.assert_array_equal(lib.table_read_column(table, lib.table_column_index(table, "mean")), np.arange({frames}))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def bytes_read():
    """What this process has read of files so far, from the disk or from memory."""
    return int(pathlib.Path("/proc/self/io").read_text().split("rchar:")[1].split()[0])


@pytest.mark.parametrize("chunks", [None, (1, 128, 512)], ids=["contiguous", "chunked"])
def test_a_scan_larger_than_the_memory_it_may_take_is_read_frame_by_frame(tmp_path, chunks):
    """2 GiB on paper, a sparse file on the disk: 1024 frames of 512 x 512."""
    path, frames = tmp_path / "large.hdf5", 1024
    with h5py.File(path, "w") as file:
        entry = file.create_group("entry1")
        entry.attrs["NX_class"] = "NXentry"
        entry["definition"] = "NXstxm"
        group = entry.create_group("counter0")
        group.attrs.update({"NX_class": "NXdata", "signal": "data", "axes": ["energy", "sample_y", "sample_x"]})
        group["energy"], group["sample_y"], group["sample_x"] = np.arange(float(frames)), np.arange(512.0), np.arange(512.0)
        storage = {"chunks": chunks, "compression": "gzip"} if chunks else {}
        data = group.create_dataset("data", (frames, 512, 512), float, **storage)
        for k in range(frames):
            data[k, 0, 0] = k
    before = bytes_read()
    scan = opened(path)
    read = bytes_read() - before
    assert read < 1 << 18, f"{read} bytes were read of a file of {path.stat().st_size}"
    assert tuple(lib.scan_shape(scan, None, None)) == (frames, 512, 512)
    script = LARGE.format(tests=os.fspath(pathlib.Path(__file__).parent), path=os.fspath(path), frames=frames)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 200 << 10, f"{done.stdout} KiB more for frames of 2 MiB"


def test_beside_a_writer_a_frame_is_of_one_state(tmp_path):
    """A writer in SWMR mode keeps the file open: what is complete can be read, and a change in between is told."""
    path = tmp_path / "swmr.hdf5"
    values = np.random.default_rng(2).normal(size=(3, 6, 8))
    with h5py.File(path, "w", libver="latest") as file:
        entry = file.create_group("entry1")
        entry.attrs["NX_class"] = "NXentry"
        entry["definition"] = "NXstxm"
        group = entry.create_group("counter0")
        group.attrs.update({"NX_class": "NXdata", "signal": "data"})
        data = group.create_dataset("data", data=values, chunks=(1, 6, 8), maxshape=(None, 6, 8))
        file.swmr_mode = True
        scan = opened(path)
        np.testing.assert_array_equal(sc.to_array(lib.scan_frame(scan, None, None, 2)).data, values[2, ::-1])
        data.resize(4, axis=0)
        data[3] = values[0]
        file.flush()
        os.utime(path, ns=(time.time_ns(), time.time_ns() + 10**9))
        failed("CHANGED", lambda: lib.scan_frame(scan, None, None, 2))
        scan = opened(path)
        assert lib.scan_frame_count(scan, None, None) == 4
        np.testing.assert_array_equal(sc.to_array(lib.scan_frame(scan, None, None, 3)).data, values[0, ::-1])
