"""`stoner.Scan`, and the axis of frames of an image."""

import copy
import pickle

import numpy as np
import pytest
import stoner
from conftest import PLUS


@pytest.fixture
def stack():
    made = stoner.Image(np.arange(3 * 4 * 5.0).reshape(3, 4, 5))
    made.frames = ("energy", "eV", [280, 300, 320])
    return made


def test_a_scan_says_what_it_holds():
    scan = stoner.Scan(PLUS)
    assert scan.entries == ("entry1",) and scan.entry == "entry1"
    assert scan.detector == scan.detectors[0] == "counter0" and "control" in scan.monitors
    assert scan.kind == "image" and len(scan) == 1
    assert scan.shape == scan.image().shape and scan.dtype == scan.image().dtype
    rows, columns = scan.axes
    assert (rows.name, columns.name) == ("sample_y", "sample_x") and (rows.role, columns.role) == ("row", "column")
    assert len(columns.values) == scan.shape[1] and columns.direction == 1
    assert scan.energy[0] == scan.image().energy == scan.metadata["counter0.energy"]
    assert scan.quantity("zone-plate") is None or np.isfinite(scan.quantity("zone-plate")).all()
    assert scan.completeness == 1.0 and scan.repairs == () and "NXstxm" in scan.rule
    assert "domain_plus" in repr(scan)


def test_a_scan_is_refreshed():
    scan = stoner.Scan(PLUS)
    again, new = scan.at(detector="control").refresh()
    assert len(new) == 0 and again.detector == "control" and again.image().equal(scan.image(detector="control"))


def test_a_scan_reads_what_is_wanted():
    scan = stoner.Scan(PLUS)
    loaded = stoner.load(PLUS)
    assert scan.image().equal(loaded, all=True)
    assert scan.image(frame=0).equal(loaded) and scan.image(frame=-1).equal(loaded)
    frames = list(scan)
    assert len(frames) == 1 and frames[0].equal(loaded)
    assert scan.at(detector="control").image().shape == loaded.shape
    assert scan.image(detector="control").equal(scan.at("entry1", "control").image())
    table = scan.spectrum()
    assert table["mean"] == pytest.approx([loaded.mean()])
    assert scan.spectrum(box=(1, 3, 2, 5))["pixels"] == [6]
    mask = np.zeros(loaded.shape)
    mask[3, 4] = 1
    assert scan.spectrum(mask)["mean"] == [loaded.data[3, 4]]
    points = scan.points()
    assert len(points) == loaded.size
    rows, columns = points["row"].astype(int), points["column"].astype(int)
    np.testing.assert_array_equal(loaded.data[rows, columns], points["value"])
    with pytest.raises(stoner.KeyNotFoundError):
        scan.at("entry9")
    with pytest.raises(stoner.KeyNotFoundError):
        stoner.Scan(PLUS, detector="counter9")
    with pytest.raises(stoner.OutOfRangeError):
        scan.image(frame=1)
    with pytest.raises(FileNotFoundError):
        stoner.Scan("no such file")


def test_a_stack_has_an_axis_of_frames(stack):
    assert stack.frames.name == "energy" and stack.frames.unit == "eV"
    np.testing.assert_array_equal(stack.energy, [280, 300, 320])
    assert stack.dwell is None
    frame = stack[1]
    assert frame.energy == 300 and frame.frames is None
    np.testing.assert_array_equal(stack[::-1].energy, [320, 300, 280])
    np.testing.assert_array_equal(stack[1:].frames.values, [300, 320])
    np.testing.assert_array_equal(stack.mean(axis=(1, 2)).energy, [280, 300, 320])
    # The entry is the axis: whoever corrects one corrects the other.
    stack.metadata["energy"] = np.array([281.0, 301.0, 321.0])
    np.testing.assert_array_equal(stack.frames.values, [281, 301, 321])
    stack.frames = None
    assert stack.frames is None


def test_the_axis_of_frames_is_copied_and_pickled(stack):
    for made in (copy.copy(stack), copy.deepcopy(stack), pickle.loads(pickle.dumps(stack))):
        assert made.frames.name == "energy" and made.equal(stack, all=True)


def test_a_file_that_changed_is_told(tmp_path):
    path = tmp_path / "scan.hdf5"
    path.write_bytes(PLUS.read_bytes())
    scan = stoner.Scan(path)
    path.write_bytes(PLUS.read_bytes() + b"\0")
    with pytest.raises(stoner.ChangedError):
        scan.image()
