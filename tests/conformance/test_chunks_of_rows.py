"""Datasets in chunks of whole rows, which several threads unpack: what h5py reads, with any number of threads."""

import h5py
import numpy as np
import pytest
import stoner_c as sc
from conftest import raises

lib = sc.lib
SHAPE = (50, 120, 100)


def write(path, values, chunk, fill=None, written=None, **packed):
    """A stack of which the frames `written` are written."""
    with h5py.File(path, "w") as file:
        entry = file.create_group("entry1")
        entry.attrs["NX_class"], entry["definition"] = "NXentry", "NXstxm"
        counter = entry.create_group("counter0")
        counter.attrs["NX_class"], counter.attrs["signal"], counter.attrs["axes"] = "NXdata", "data", ["energy", "sample_y", "sample_x"]
        for name, n in zip(("energy", "sample_y", "sample_x"), values.shape):
            counter[name] = np.arange(n) * 1.0
        data = counter.create_dataset("data", values.shape, values.dtype, chunks=chunk, fillvalue=fill, **packed)
        for part in written or [slice(None)]:
            data[part] = values[part]
    with h5py.File(path) as file:
        return file["entry1/counter0/data"][()]


@pytest.mark.parametrize("dtype", ["u1", "<i2", ">i2", "<i4", ">f4", "<f8", "<i8"])
@pytest.mark.parametrize("chunk", [(1, 120, 100), (7, 120, 100), (50, 120, 100), (3, 50, 100)])
def test_all_and_each_frame(tmp_path, dtype, chunk):
    values = np.random.default_rng(5).integers(0, 120, SHAPE).astype(dtype)
    wanted = write(tmp_path / "a.hdf5", values, chunk, compression="gzip", compression_opts=1, shuffle=True)
    found = []
    for threads in (1, 2, 5):
        ctx = lib.context_new()
        lib.context_set_threads(threads, ctx=ctx)
        scan = lib.scan_open(str(tmp_path / "a.hdf5"), ctx=ctx)
        found.append(sc.to_array(lib.scan_image(scan, ctx=ctx)))
        for frame in (0, 6, 7, 49):
            np.testing.assert_array_equal(sc.to_array(lib.scan_frame(scan, frame=frame, ctx=ctx)), wanted[frame][::-1])
    for each in found:
        np.testing.assert_array_equal(each, wanted[:, ::-1])


@pytest.mark.parametrize("fill", [None, 7])
def test_chunks_that_are_not_there(tmp_path, fill):
    values = np.random.default_rng(6).integers(10, 100, SHAPE).astype("i4")
    wanted = write(tmp_path / "a.hdf5", values, (4, 120, 100), fill, [slice(0, 8), slice(12, 41)], compression="gzip", shuffle=True)
    image = sc.to_array(lib.scan_image(lib.scan_open(str(tmp_path / "a.hdf5"))))
    there = np.zeros(SHAPE, bool)
    there[:8] = there[12:44] = True
    np.testing.assert_array_equal(image.data[there], wanted[:, ::-1][there])
    # The rest of a chunk in which a frame was written has the fill value.
    np.testing.assert_array_equal(~image.mask, there & (wanted[:, ::-1] != fill) if fill else there)


def test_a_damaged_chunk_is_an_error_with_any_number_of_threads(tmp_path):
    path = tmp_path / "a.hdf5"
    write(path, np.random.default_rng(7).integers(0, 9, SHAPE), (5, 120, 100), compression="gzip", shuffle=True, fletcher32=True)
    with h5py.File(path) as file:
        chunk = file["entry1/counter0/data"].id.get_chunk_info(6)
    raw = bytearray(path.read_bytes())
    raw[chunk.byte_offset + chunk.size // 2] ^= 0x55
    path.write_bytes(raw)
    for threads in (1, 2, 5):
        ctx = lib.context_new()
        lib.context_set_threads(threads, ctx=ctx)
        assert "chunk at [30, 0, 0]" in raises("CORRUPT", lib.load, str(path), ctx=ctx)
