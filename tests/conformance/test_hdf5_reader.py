"""The HDF5 reader against h5py, value for value: real scans, and files of every layout, index, filter and type that h5py
can make.

STONER_DUMP names the built example `dump_scan`, beside which `dump_hdf5` lies; STONER_TEST_DATA the folder with the real
scans.
"""

import json
import os
import pathlib
import subprocess
import zlib

import numpy as np
import pytest

h5py = pytest.importorskip("h5py")
import hdf5_files  # noqa: E402

DUMP = os.environ.get("STONER_DUMP")
DATA = os.environ.get("STONER_TEST_DATA")
REAL = sorted(path for path in pathlib.Path(DATA).glob("*/*") if h5py.is_hdf5(path)) if DATA else []

pytestmark = pytest.mark.skipif(not DUMP, reason="STONER_DUMP does not name the built example dump_scan")


def ours(path):
    program = pathlib.Path(DUMP).with_name("dump_hdf5")
    run = subprocess.run([program, str(path)], capture_output=True, timeout=60)
    assert run.returncode == 0 and run.stderr == b"", run
    lines = [json.loads(line) for line in run.stdout.decode().splitlines()]
    assert "end" in lines[-1]
    return lines[1:-1]


def named(records):
    """The records by what they are and their names."""
    found = {}
    for record in records:
        kind = next(iter(sorted(set(record) & {"group", "dataset", "attribute", "other", "outside", "link", "links",
                                               "attributes", "file"})))
        assert (kind, record[kind]) not in found
        found[kind, record[kind]] = {key: record[key] for key in record if key not in ("error", "message")}
        if "error" in record:
            found[kind, record[kind]]["error"] = True
    return found


def compare(path):
    found, wanted = named(ours(path)), named(hdf5_files.read(path))
    differences = {key: (found.get(key), wanted.get(key)) for key in found.keys() | wanted.keys()
                   if found.get(key) != wanted.get(key)}
    assert not differences, "\n".join(f"{k}: {a} instead of {b}" for k, (a, b) in sorted(differences.items())[:20])
    return wanted


@pytest.mark.skipif(not REAL, reason="STONER_TEST_DATA does not name the folder with the real scans")
@pytest.mark.parametrize("path", REAL or [None], ids=lambda path: path.stem if path else "none")
def test_real_scans_hold_what_h5py_reads(path):
    records = compare(path)
    assert sum(kind == "dataset" for kind, _ in records) > 5
    assert not [key for key, record in records.items() if "error" in record]


# HDF5 1.8 knows no virtual datasets.
MADE = [(version, part) for version in hdf5_files.VERSIONS for part in hdf5_files.PARTS
        if (version, part) != ("v108", "virtual")]


@pytest.mark.parametrize(("version", "part"), MADE)
def test_every_kind_of_file_holds_what_h5py_reads(tmp_path, version, part):
    path = tmp_path / "made.h5"
    hdf5_files.make(path, version, {part: hdf5_files.PARTS[part]})
    records = compare(path)
    failed = [name for (_, name), record in records.items() if "error" in record]
    assert set(failed) <= {"/links/broken", "/links/self", "/links/outside"}


@pytest.mark.parametrize("version", hdf5_files.VERSIONS)
def test_many_soft_links_lead_where_they_should(tmp_path, version):
    """Most of them through groups whose links the reader has kept by then; some of them to each other, up, astray, in circles."""
    path = tmp_path / "made.h5"
    with h5py.File(path, "w", libver=hdf5_files.VERSIONS[version]) as file:
        hard, soft = file.create_group("hard/below"), file.create_group("soft")
        for n in range(4000):
            hard[f"h{n}"] = n
            soft[f"s{n}"] = h5py.SoftLink(f"/hard/below/h{n * 7 % 4000}" if n % 2 else f"/soft/t{n}")
            soft[f"t{n}"] = h5py.SoftLink(f"/hard/./below//h{n}" if n % 3 else f"s{n}")
        soft["group"], soft["astray"] = h5py.SoftLink("/hard"), h5py.SoftLink("group/below/h4000")
        soft["through"] = h5py.SoftLink("group/below/h3")
    records = compare(path)
    assert sum(kind == "dataset" for kind, _ in records) > 8000


@pytest.mark.parametrize("version", hdf5_files.VERSIONS)
@pytest.mark.parametrize("size", [512, 4096])
def test_a_user_block_moves_everything(tmp_path, version, size):
    path = tmp_path / "made.h5"
    hdf5_files.make(path, version, {"layouts": hdf5_files.layouts, "attributes": hdf5_files.attributes}, size)
    compare(path)


def test_filters_of_plugins_are_undone():
    """Written with the package hdf5plugin: LZ4, Zstandard, bitshuffle and Blosc with each of their codecs but Snappy; each
    dataset is the same plane."""
    records = ours(pathlib.Path(__file__).parents[1] / "data" / "hdf5_filters.h5")
    rows, columns = np.mgrid[:37, :23]
    wanted = zlib.crc32(((columns * 7 + rows * 3) % 50).astype("i4").tobytes())
    found = {record["dataset"]: record.get("crc") for record in records if "dataset" in record}
    assert len(found) == 22
    assert set(found.values()) == {wanted}


def test_a_filter_that_is_not_built_in_is_named(tmp_path):
    path = tmp_path / "made.h5"
    with h5py.File(path, "w") as file:
        dataset = file.create_dataset("packed", (4,), "i4", chunks=(4,), compression="gzip")
        dataset[:] = 1
    data = path.read_bytes()
    # The filter's number and name in the message of a file of the oldest version.
    at = data.index(b"deflate\0")
    path.write_bytes(data[:at - 8] + (32013).to_bytes(2, "little") + data[at - 6:])
    record = next(record for record in ours(path) if "dataset" in record)
    assert record["error"] == "STONER_ERR_UNSUPPORTED"
    assert "ZFP" in record["message"]
