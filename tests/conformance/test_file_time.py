"""The time of loading grows as the file does, however the file is made.

Each kind of file is made small and four times as large, with as many parts as fit into its bytes: pages, strips, chunks, names,
links, rows. What takes time in proportion to its bytes takes four times as long, what compares all parts with each other sixteen
times. The times are those of the processor, in a process of its own; of several runs the shortest counts, so that a busy machine
plays no part.
"""

import json
import struct
import subprocess
import sys
import zlib

import numpy as np
import pytest
import test_file_limits as limits

h5py = pytest.importorskip("h5py")

#: So many times as long may four times as much take, and so many seconds whatever it is: the beginning of a call, coarse clocks.
MOST, AT_LEAST = 9, 0.02
RUNS = 3


# ---------------------------------------------------------------------------------------------------------------------
# TIFF


def without(entries, *tags):
    return [e for e in entries if struct.unpack("<H", e[:2])[0] not in tags]


def strips(compression, data):
    def make(n):
        """Strips of one pixel, all at one place."""
        body = data + struct.pack("<I", 8) * n + struct.pack("<I", len(data)) * n
        at = 8 + len(data)
        page = without(limits.grey(8, width=1, height=n, compression=compression), 273, 278, 279)
        page += [limits.entry(273, 4, n, at), limits.entry(278, 4, 1, 1), limits.entry(279, 4, n, at + 4 * n)]
        return limits.tiff([sorted(page)], body)

    return make


def tiles(n):
    """Tiles of 16 x 16 pixels in a row, all at one place."""
    data = zlib.compress(bytes(256))
    body = data + struct.pack("<I", 8) * n + struct.pack("<I", len(data)) * n
    at = 8 + len(data)
    page = without(limits.grey(8, width=16 * n, height=1, compression=8), 273, 278, 279)
    page += [limits.entry(322, 4, 1, 16), limits.entry(323, 4, 1, 16), limits.entry(324, 4, n, at), limits.entry(325, 4, n, at + 4 * n)]
    return limits.tiff([sorted(page)], body)


def pages_of_many_shapes(n):
    return limits.tiff([limits.grey(8, width=i + 1, compression=8, length=20) for i in range(n)], zlib.compress(bytes(64)) + bytes(64))


def frames(n):
    return limits.tiff([limits.grey(8)] * n, b"\5")


def frames_with_palettes(n):
    return limits.tiff([without(limits.grey(8, limits.entry(320, 3, 768, 9)), 262) + [limits.entry(262, 3, 1, 3)]] * n, bytes(2000))


def frames_below_a_page(n):
    """All images lie below one that is a smaller version of another."""
    child = sorted([*without(limits.grey(8), 262), limits.entry(262, 3, 1, 3), limits.entry(320, 3, 768, 16)])
    size = 2 + 12 * len(child) + 4
    body = bytearray(2000)
    places = []
    for _ in range(n):
        places.append(8 + len(body))
        body += struct.pack("<H", len(child)) + b"".join(child) + bytes(4)
    assert places[1] - places[0] == size
    at = 8 + len(body)
    body += struct.pack(f"<{n}I", *places)
    return limits.tiff([sorted([*limits.grey(8), limits.entry(254, 4, 1, 1), limits.entry(330, 4, n, at)])], bytes(body))


def entries_carried(index):
    def make(n):
        """Entries of the metadata that are not in the text, at places in its order."""
        entries = b"".join(limits.blob(struct.pack("<IB", index(i, n), 0) + limits.blob(b"%d" % i) + b"\0\0") for i in range(n))
        return limits.with_carrier(limits.carrier(limits.section(b"METS", struct.pack("<Q", len(entries)) + b"\0" + entries)))

    return make


def planes_carried(n):
    planes = [limits.section(b"PLAN", limits.blob(b"p%d" % i) + b"\0" + bytes([11, 0, 2]) + struct.pack("<2Q", 1, 1) + b"\0" + bytes(8)) for i in range(n)]
    return limits.with_carrier(limits.carrier(*planes))


def keys_described(n):
    return limits.description(b'{"metadata": [' + b",".join(b'"%d{I32}=5"' % i for i in range(n)) + b"]}")


def literals_described(n):
    """Each level of brackets, and a list that is no array only in its last element."""
    text = b"[" * 30 + b"array([" * 30 + b"1," * n + b"'x'" + b"])" * 30 + b"]" * 30
    return limits.description(b'{"metadata": ["k{List}=' + text + b'"]}')


def lone_surrogates(n):
    return limits.description(b'{"metadata": ["k{String}=' + b"\\\\ud83d" * n + b"\\ud83d" * n + b'"]}')


def labels(n):
    parts = b"IJIJ"[::-1] + b"labl"[::-1] + struct.pack("<I", n) + b"a\0" * n
    lengths = struct.pack(f"<{n + 1}I", 12, *[2] * n)
    return limits.tiff([sorted([*limits.grey(8), limits.entry(50838, 4, n + 1, 9), limits.entry(50839, 1, len(parts), 9 + len(lengths))])], b"\5" + lengths + parts)


# ---------------------------------------------------------------------------------------------------------------------
# PNG, tables


def texts(kind, of):
    return lambda n: limits.png(*[(kind, of(i)) for i in range(n)])


def small_chunks(kind):
    return lambda n: limits.png(*[(kind, b"\0")] * n)


def pixels_in_small_chunks(n):
    whole = limits.png(width=n, height=1, pixels=zlib.compress(bytes(n + 1), 0))
    at = whole.index(b"IDAT") - 4
    length = int.from_bytes(whole[at:at + 4], "big")
    data = whole[at + 8:at + 8 + length]
    chunk = lambda part: struct.pack(">I", len(part)) + b"IDAT" + part + struct.pack(">I", zlib.crc32(b"IDAT" + part))  # noqa: E731
    return whole[:at] + b"".join(chunk(data[i:i + 1]) for i in range(length)) + whole[at + 12 + length:]


def rows(n):
    return b"a,b\n" + b"1.5,2e-3\n" * n


def one_row_of_columns(n):
    return b",".join(b"c%d" % i for i in range(n)) + b"\n" + b",".join([b"1"] * n) + b"\n"


def same_names(n):
    return b",".join([b"frame 1"] * n) + b"\n" + b",".join([b"1"] * n) + b"\n"


def quoted(n):
    return b'"' + b'""' * n + b'"\n' + b'"1"\n' * n


def decimal_commas(n):
    return b"a;b\n" + b"1,5;2\n" * n


def tdi_rows(n):
    return b"TDI Format 1.5\ta\n" + b"".join(b"k%d{I32}=5\t1\n" % i for i in range(n))


def npy_of_axes(n):
    return limits.npy(b"{'descr': '>f8', 'fortran_order': True, 'shape': (%d, 8, 1, 1, 2), }\n" % n, bytes(8 * 16 * n))


# ---------------------------------------------------------------------------------------------------------------------
# HDF5


def scan(fill, **options):
    def make(n):
        import io

        out = io.BytesIO()
        with h5py.File(out, "w", **{"libver": "latest", **options}) as file:
            entry = file.create_group("entry")
            entry.attrs["NX_class"], entry["definition"] = "NXentry", "NXstxm"
            data_group(entry, "counter0")
            fill(file, entry, n)
        return out.getvalue()

    make.__name__ = fill.__name__
    return make


def data_group(parent, name):
    group = parent.create_group(name)
    group.attrs["NX_class"] = "NXdata"
    group["data"] = np.arange(12, dtype="f4").reshape(3, 4)
    return group


def chunks_of_one_element(**options):
    def chunked(file, entry, n):
        entry.create_dataset("chunked", data=np.arange(n, dtype="u1"), chunks=(1,), **options)

    return chunked


def datasets(file, entry, n):
    for i in range(n):
        entry[f"d{i}"] = i


def attributes(file, entry, n):
    for i in range(n):
        entry.attrs[f"a{i}"] = i


def groups(file, entry, n):
    for i in range(n):
        entry.create_group(f"g{i}")


def texts_in_one_heap(file, entry, n):
    entry.create_dataset("texts", data=[f"text {i}" for i in range(n)], dtype=h5py.string_dtype())


def soft_links(file, entry, n):
    group = entry.create_group("links")
    for i in range(n):
        group[f"soft{i}"] = h5py.SoftLink(f"/entry/links/hard{i}")
        group[f"hard{i}"] = entry["definition"]


def soft_links_that_lead_on(file, entry, n):
    group = entry.create_group("links")
    for i in range(n):
        group[f"soft{i}"] = h5py.SoftLink(f"soft{i + 1}")


def groups_without_an_image(file, entry, n):
    image = entry["counter0/data"]
    for i in range(n):
        group = entry.create_group(f"g{i}")
        group.attrs["NX_class"], group["u"], group["v"] = "NXdata", image, image


def groups_with_an_image(file, entry, n):
    for i in range(n):
        data_group(entry, f"g{i}")


def names_of_one_scan(file, entry, n):
    for i in range(n):
        file[f"e{i}"] = entry


def scans(file, entry, n):
    for i in range(n):
        other = file.create_group(f"e{i}")
        other.attrs["NX_class"], other["definition"] = "NXentry", "NXstxm"


def a_long_default(file, entry, n):
    file.attrs["default"] = "a/" * (4 * n)
    scans(file, entry, n)


def parts_of_a_virtual_dataset(file, entry, n):
    source = entry.create_dataset("source", data=np.arange(n, dtype="f8"))
    layout = h5py.VirtualLayout(shape=(n,), dtype="f8")
    for i in range(n):
        layout[i] = h5py.VirtualSource(".", source.name, shape=(n,))[n - 1 - i]
    entry.create_virtual_dataset("virtual", layout)


KINDS = {
    "tif": [
        ("strips", strips(1, b"\5"), 50_000), ("deflated strips", strips(8, zlib.compress(b"\5")), 10_000), ("LZW strips", strips(5, b"\x80\x01\x60\x20"), 10_000),
        ("PackBits strips", strips(32773, b"\0\5"), 20_000), ("tiles", tiles, 10_000), ("pages of many shapes", pages_of_many_shapes, 2_000), ("frames", frames, 3_000),
        ("frames with palettes", frames_with_palettes, 3_000), ("frames below a page", frames_below_a_page, 2_000), ("entries at the beginning", entries_carried(lambda i, n: 0), 10_000),
        ("entries in reverse order", entries_carried(lambda i, n: n - i), 10_000), ("planes", planes_carried, 5_000), ("keys", keys_described, 10_000),
        ("literals", literals_described, 20_000), ("lone surrogates", lone_surrogates, 50_000), ("labels", labels, 20_000),
    ],
    "png": [
        ("tEXt", texts(b"tEXt", lambda i: b"%d\0a" % i), 10_000), ("zTXt", texts(b"zTXt", lambda i: b"%d\0\0" % i + zlib.compress(b"a")), 5_000),
        ("iTXt", texts(b"iTXt", lambda i: b"%d\0\1\0\0\0" % i + zlib.compress(b"a")), 5_000), ("sidecars", small_chunks(b"stNR"), 50_000), ("pixels", pixels_in_small_chunks, 50_000),
    ],
    "npy": [("axes", npy_of_axes, 20_000)],
    "csv": [("rows", rows, 20_000), ("columns", one_row_of_columns, 20_000), ("same names", same_names, 20_000), ("quoted", quoted, 50_000), ("decimal commas", decimal_commas, 20_000)],
    "tdi": [("rows", tdi_rows, 10_000)],
    "hdf5": [
        ("chunks", scan(chunks_of_one_element()), 5_000), ("chunks in an old file", scan(chunks_of_one_element(), libver="earliest"), 2_000),
        ("chunks that can grow", scan(chunks_of_one_element(maxshape=(None,))), 5_000), ("deflated chunks", scan(chunks_of_one_element(compression="gzip")), 2_000),
        ("datasets", scan(datasets), 1_000), ("datasets in an old file", scan(datasets, libver="earliest"), 1_000), ("attributes", scan(attributes), 1_000),
        ("groups", scan(groups), 1_000), ("texts", scan(texts_in_one_heap), 5_000), ("soft links", scan(soft_links), 1_000),
        ("soft links in an old file", scan(soft_links, libver="earliest"), 1_000), ("soft links that lead on", scan(soft_links_that_lead_on), 1_000),
        ("groups without an image", scan(groups_without_an_image), 1_000), ("groups with an image", scan(groups_with_an_image), 1_000),
        ("names of one scan", scan(names_of_one_scan), 5_000), ("scans", scan(scans), 1_000), ("a long default", scan(a_long_default), 1_000),
        ("parts of a virtual dataset", scan(parts_of_a_virtual_dataset), 500),
    ],
}  # fmt: skip
CASES = [(suffix, *kind) for suffix, kinds in KINDS.items() for kind in kinds]


def loaded(path):
    done = subprocess.run([sys.executable, __file__, str(path), str(RUNS)], capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("suffix, name, make, n", CASES, ids=[f"{suffix}-{name}" for suffix, name, _, _ in CASES])
def test_four_times_as_much_takes_four_times_as_long(tmp_path, suffix, name, make, n):
    small, large = tmp_path / f"small.{suffix}", tmp_path / f"large.{suffix}"
    small.write_bytes(make(n))
    large.write_bytes(make(4 * n))
    one, four = loaded(small), loaded(large)
    print(f"{small.stat().st_size} bytes: {one}; {large.stat().st_size} bytes: {four}; {four['seconds'] / large.stat().st_size * 1e6:.3f} s a megabyte")
    assert one["status"] == four["status"] == "", (one, four)
    assert four["seconds"] <= MOST * one["seconds"] + AT_LEAST, (one, four)


def program(path, runs):
    import time

    from stoner_c import STATUS, StonerError, lib

    status, message, times = "", "", []
    for _ in range(runs):
        began = time.process_time()
        try:
            lib.table_load(path, None) if path.endswith(("csv", "tdi")) else lib.load(path, None)
        except StonerError as error:
            status = next(name for name, code in STATUS.items() if code == error.status)
            message = error.message[:300]
        times.append(time.process_time() - began)
        if sum(times) > 20:
            break
    print(json.dumps({"status": status, "message": message, "seconds": min(times)}))


if __name__ == "__main__":
    program(sys.argv[1], int(sys.argv[2]))
