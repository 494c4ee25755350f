"""bindings/python/examples/process_folder.py on a folder of some dozen scans, one of them damaged, with each of Dask's schedulers."""

import csv
import os
import shutil
import subprocess
import sys

import numpy as np
import pytest
import stoner
from conftest import MINUS, PLUS, ROOT

PROGRAM = ROOT / "bindings/python/examples/process_folder.py"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("scans")
    for number in range(36):
        shutil.copy(PLUS if number % 2 else MINUS, made / f"scan_{number:03}.hdf5")
    (made / "scan_900.hdf5").write_bytes(PLUS.read_bytes()[:30_000])
    return made


def run(folder, out, *options):
    command = [sys.executable, PROGRAM, folder, out, "--workers", "2", *options]
    return subprocess.run(command, capture_output=True, text=True, env=os.environ, timeout=300)


@pytest.mark.parametrize("scheduler", ["threads", "processes", "distributed"])
def test_a_folder_of_scans(folder, tmp_path, scheduler):
    done = run(folder, tmp_path, "--scheduler", scheduler)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("37 scans in ") and done.stdout.rstrip().endswith("1 failed")
    shown = done.stderr
    assert ("37 of 37" if scheduler == "distributed" else "100% Completed") in shown, "progress is shown"
    with open(tmp_path / "summary.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["name"] for row in rows] == sorted(path.stem for path in folder.glob("*.hdf5"))
    assert [row["name"] for row in rows if row["error"]] == ["scan_900"]
    made = stoner.load(tmp_path / "scan_001.tiff")
    expected = stoner.load_stxm(PLUS, regrid=True, bcn=True).remove_outliers((0.001, 0.999))
    np.testing.assert_allclose(made.data, expected.data, rtol=1e-6)
    assert float(rows[1]["mean"]) == pytest.approx(expected.mean(), rel=1e-12) and rows[0]["polarization"] == "-1"


def test_a_second_run_does_only_what_is_left(folder, tmp_path):
    assert run(folder, tmp_path, "--scheduler", "threads").returncode == 0
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.glob("*.tiff")}
    (tmp_path / "scan_003.json").unlink()
    assert run(folder, tmp_path, "--scheduler", "threads").returncode == 0
    changed = [name for name, time in before.items() if (tmp_path / name).stat().st_mtime_ns != time]
    assert changed == ["scan_003.tiff"]


def test_an_empty_folder_is_said(tmp_path):
    done = run(tmp_path, tmp_path / "out")
    assert done.returncode == 1 and "has no *.hdf5" in done.stderr


def test_dask_takes_images_between_processes():
    """Images are values that Dask can move: pickled, with their pixels left outside."""
    from distributed.protocol import deserialize, serialize

    image = stoner.load(PLUS)
    header, frames = serialize(image)
    assert deserialize(header, frames).equal(image, all=True)
    assert max(memoryview(frame).nbytes for frame in frames) >= image.nbytes, "pixels go in frames of their own"
