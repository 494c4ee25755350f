"""Small files that would cost much: each gives an image or a clear error, within the memory and the time that a context allows.

The files are loaded in a process of their own, this file as a program, which says what each cost. Bytes that repeat stand for what
an attacker, a bit that turned over or a bug in a writer makes.
"""

import io
import json
import os
import pathlib
import struct
import subprocess
import sys
import zlib

import numpy as np
import pytest

h5py = pytest.importorskip("h5py")

#: What a context allows, and what a process may take beside: stacks of threads, the allocator's reserve.
MEMORY = 256 << 20
BESIDE = 48 << 20
#: Seconds of processor time. A file of a few megabytes takes a part of one; slow and busy machines take longer.
PROCESSOR = 30


# ---------------------------------------------------------------------------------------------------------------------
# TIFF


def entry(tag, kind, count, value):
    """An entry of a directory: the value itself, or the place of the values."""
    return struct.pack("<HHII", tag, kind, count, value)


def tiff(pages, body=b"", start=8):
    """A TIFF of directories, each a list of entries, one behind the other after a body."""
    out = bytearray(b"II*\0" + struct.pack("<I", start + len(body)) + body)
    for number, entries in enumerate(pages):
        length = 2 + 12 * len(entries) + 4
        following = len(out) + length if number + 1 < len(pages) else 0
        out += struct.pack("<H", len(entries)) + b"".join(entries) + struct.pack("<I", following)
    return bytes(out)


def grey(offset, *others, width=1, height=1, compression=1, length=None):
    """The entries of a page of 8-bit grey pixels."""
    length = width * height if length is None else length
    usual = [entry(256, 4, 1, width), entry(257, 4, 1, height), entry(258, 3, 1, 8), entry(259, 3, 1, compression), entry(262, 3, 1, 1),
             entry(273, 4, 1, offset), entry(277, 3, 1, 1), entry(278, 4, 1, height), entry(279, 4, 1, length)]  # fmt: skip
    return sorted([*usual, *others])


def millions_of_pages():
    # Directories that lie in each other: one begins at every byte that looks like one.
    unit = struct.pack("<H", 2) + entry(256, 3, 1, 1) + entry(257, 3, 1, 1)
    count = 150_000
    out = bytearray(b"II*\0" + struct.pack("<I", 8))
    for n in range(count):
        out += unit + struct.pack("<I", len(out) + len(unit) + 4 if n + 1 < count else 0)
    return bytes(out)


def pages_that_share_a_palette():
    palette = bytes(2 << 20)
    pages = [grey(8, entry(320, 3, 1 << 20, 8)) for _ in range(3000)]
    return tiff(pages, palette)


def pages_that_share_a_description():
    text = b"x" * (1 << 20)
    return tiff([grey(8, entry(254, 4, 1, 1), entry(270, 2, len(text), 8)) for _ in range(3000)], text)


def pages_with_many_children():
    places = bytes(4 << 20)
    return tiff([grey(8, entry(254, 4, 1, 1), entry(330, 4, 1 << 20, 8)) for _ in range(3000)], places)


def one_tag_again_and_again():
    body = b"\x08" * (1 << 20)
    entries = [entry(258, 1, 1 << 20, 8)] * 4080
    return tiff([[*grey(8), *entries]] * 3, body)


def millions_of_strips():
    places = struct.pack("<I", 8) * (1 << 20)
    page = [e for e in grey(8, width=1, height=1 << 20) if e[:2] not in (struct.pack("<H", 273), struct.pack("<H", 278), struct.pack("<H", 279))]
    page += [entry(273, 4, 1 << 20, 8), entry(278, 4, 1, 1), entry(279, 4, 1 << 20, 8)]
    return tiff([sorted(page)], places)


def strips_far_apart(compression, count):
    """Strips of one pixel, so that what was read for one does not help the next."""
    packed = {1: b"\5", 8: zlib.compress(b"\5")}[compression]

    def make():
        body, places = bytearray(1 << 22), [8 + n * 1048576 % (1 << 22) + n * 64 % (1 << 20) for n in range(count)]
        for place in set(places):
            body[place - 8:place - 8 + len(packed)] = packed
        page = [e for e in grey(8, width=1, height=count, compression=compression) if e[:2] not in (struct.pack("<H", 273), struct.pack("<H", 278), struct.pack("<H", 279))]
        at = 8 + len(body)
        page += [entry(273, 4, count, at), entry(278, 4, 1, 1), entry(279, 4, count, at + 4 * count)]
        return tiff([sorted(page)], bytes(body) + struct.pack(f"<{count}I", *places) + struct.pack("<I", len(packed)) * count)

    make.__name__ = f"{count}_strips_far_apart_{compression}"
    return make


def description(text):
    return tiff([grey(8, entry(270, 2, len(text) + 1, 8))], text + b"\0")


def elements_in_a_description():
    return description(b'{"metadata": [' + b"1," * (3 << 20) + b"1]}")


def shape_in_a_description():
    return description(b'{"shape": [' + b"1," * (3 << 20) + b"1]}")


def keys_in_a_description():
    return description(b'{"metadata": [' + b",".join(b'"%d{I32}=5"' % n for n in range(600_000)) + b"]}")


def a_list_in_a_description():
    return description(b'{"metadata": ["k{List}=[' + b"1," * (5 << 20) + b']"]}')


def lists_in_a_description():
    one = b'"k%d{List}=[' + b"1," * (1 << 18) + b']"'
    return description(b'{"metadata": [' + b",".join(one % n for n in range(40)) + b"]}")


def nested_lists_in_a_description():
    return description(b'{"metadata": ["k{List}=' + b"[" * 500_000 + b"]" * 500_000 + b'"]}')


def a_large_tile():
    page = [e for e in grey(8) if e[:2] not in (struct.pack("<H", 273), struct.pack("<H", 278), struct.pack("<H", 279))]
    page += [entry(322, 4, 1, 1 << 16), entry(323, 4, 1, 1 << 16), entry(324, 4, 1, 8), entry(325, 4, 1, 4096)]
    page = [entry(259, 3, 1, 8) if e[:2] == struct.pack("<H", 259) else e for e in page]
    return tiff([sorted(page)], zlib.compress(bytes(4 << 20)))


def a_large_image(compression):
    def make():
        body = zlib.compress(bytes(1 << 20), 9) if compression == 8 else bytes(4096)
        return tiff([grey(8, width=1 << 16, height=1 << 16, compression=compression, length=len(body))], body)

    return make


# ---------------------------------------------------------------------------------------------------------------------
# The carrier of planes, masks and metadata


def packed(data):
    made = zlib.compressobj(9, zlib.DEFLATED, -15)
    return made.compress(data) + made.flush()


def section(kind, payload):
    return kind + struct.pack("<QI", len(payload), zlib.crc32(payload)) + payload


def blob(data):
    return struct.pack("<Q", len(data)) + data


def carrier(*sections, shape=(1, 1)):
    head = b"STNRCARR" + struct.pack("<I", 3)
    return head + section(b"SHAP", bytes([len(shape)]) + struct.pack(f"<{len(shape)}Q", *shape)) + b"".join(sections) + section(b"END ", b"")


def with_carrier(data, side=1):
    body = bytes(side * side) + data
    return tiff([grey(8, entry(59713, 1, len(data), 8 + side * side), width=side, height=side)], body)


def zeros(side, count=1):
    """The bytes of an array of f64 zeros: its shape is (side, side)."""
    size = side * side * 8
    return bytes([11, 0, 2]) + struct.pack("<2Q", side, side) + b"\1" + blob(packed(bytes(size)))


def carried(value, key=b"k"):
    """An entry of the metadata."""
    return bytes(5) + blob(key) + b"\0" + value


def a_carrier_that_inflates():
    return with_carrier(carrier(section(b"META", carried(b"\x08" + zeros(4000))), *[section(b"META", carried(b"\x08" + zeros(4000)))] * 20))


def planes_that_inflate():
    side = 2000
    planes = [section(b"PLAN", blob(b"p%d" % n) + b"\0" + zeros(side)) for n in range(40)]
    return with_carrier(carrier(*planes, shape=(side, side)), side)


def planes_of_one_name():
    side = 2000
    plane = section(b"PLAN", blob(b"p") + b"\0" + zeros(side))
    return with_carrier(carrier(*[plane] * 40, shape=(side, side)), side)


def a_carrier_of_nothings():
    count = 8 << 20
    return with_carrier(carrier(section(b"META", carried(b"\x09" + struct.pack("<Q", count) + bytes(count)))))


def a_carrier_of_lists():
    # Each list begins with the promise of many values.
    inside = b"".join(b"\x09" + struct.pack("<Q", 1) for _ in range(60)) + b"\0"
    return with_carrier(carrier(section(b"META", carried(b"\x09" + struct.pack("<Q", 20_000) + inside * 20_000))))


def a_carrier_of_entries():
    entries = b"".join(blob(carried(b"\0", b"%d" % n)) for n in range(400_000))
    return with_carrier(carrier(section(b"METS", struct.pack("<Q", len(entries)) + b"\1" + blob(packed(entries)))))


# ---------------------------------------------------------------------------------------------------------------------
# PNG


def png(*chunks, width=1, height=1, pixels=None):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = zlib.compress(b"\0\0") if pixels is None else pixels
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(chunk(k, d) for k, d in chunks) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def text_that_inflates():
    text = zlib.compress(bytes(200 << 20), 9)
    return png(*[(b"zTXt", b"k\0\0" + text)] * 4)


def many_texts_that_inflate():
    text = zlib.compress(b"x" * (7 << 20), 9)
    return png(*[(b"zTXt", b"%d\0\0" % n + text) for n in range(300)], *[(b"iTXt", b"%d\0\1\0\0\0" % n + text) for n in range(300)])


def profiles_that_inflate():
    profile = zlib.compress(bytes(200 << 20), 9)
    return png((b"iCCP", b"p\0\0" + profile), (b"eXIf", bytes(1 << 20)))


def many_small_texts():
    return png(*[(b"tEXt", b"%d\0" % n) for n in range(400_000)])


def a_list_in_a_text():
    return png(*[(b"zTXt", b"k%d{List}\0\0" % n + zlib.compress(b"[" + b"1," * (500_000) + b"]", 9)) for n in range(7)])


def a_large_png():
    return png(width=1 << 20, height=1 << 20)


# ---------------------------------------------------------------------------------------------------------------------
# npy and tables


def npy(header, body=b""):
    return b"\x93NUMPY\2\0" + struct.pack("<I", len(header)) + header + body


def a_large_array():
    return npy(b"{'descr': '<f8', 'fortran_order': False, 'shape': (1024, 1024, 128), }\n", bytes(1000))


def an_array_of_nothing():
    return npy(b"{'descr': '<f8', 'fortran_order': False, 'shape': (4611686018427387904, 0), }\n", bytes(1000))


def a_long_header():
    return npy(b"{'descr': [" + b"('a', '<f8')," * 400_000 + b"], 'fortran_order': False, 'shape': (1,), }\n")


def a_nested_header():
    return npy(b"(" * 60_000 + b")" * 5000)


def columns():
    return b"a," * (1 << 20) + b"a\n"


def columns_without_names():
    return b"1," * (1 << 20) + b"1\n"


def rows_without_fields():
    return b",".join(b"c%d" % n for n in range(5000)) + b"\n" + b"1\n" * 100_000


def commas():
    return (b"," * (1 << 20) + b"\n") * 4


def quotes():
    return b'"' + b'""' * (4 << 20) + b'"\n1\n'


def tdi_columns():
    return b"TDI Format 1.5" + b"\ta" * (2 << 20) + b"\n"


def tdi_entries():
    return b"TDI Format 1.5\ta\n" + b"".join(b"k%d{I32}=5\n" % n for n in range(600_000))


def tdi_lists():
    return b"TDI Format 1.5\ta\n" + b"".join(b"k%d{List}=[" % n + b"1," * 500_000 + b"]\t1\n" for n in range(10))


# ---------------------------------------------------------------------------------------------------------------------
# HDF5


def scan(fill):
    """A scan with an image, and what a function adds to its file and its entry."""

    def make():
        out = io.BytesIO()
        with h5py.File(out, "w", libver="latest") as file:
            entry = file.create_group("entry")
            entry.attrs["NX_class"], entry["definition"] = "NXentry", "NXstxm"
            for name in ("counter0", "counter1"):
                group = entry.create_group(name)
                group.attrs["NX_class"] = "NXdata"
                group["data"] = np.arange(12, dtype="f4").reshape(3, 4)
            fill(file, entry)
        return out.getvalue()

    make.__name__ = fill.__name__
    return make


def defaults_in_a_circle(file, entry):
    entry.attrs["default"] = "counter0"
    entry["counter0"].attrs["default"], entry["counter1"].attrs["default"] = "../counter1", "../counter0"


def long_names_above_many(file, entry):
    group = entry
    for _ in range(16):
        group = group.create_group("g" * 60_000)
    group["0"] = 1.0
    for n in range(1, 1000):
        group[str(n)] = group["0"]


def long_names_of_attributes(file, entry):
    group = entry
    for _ in range(16):
        group = group.create_group("g" * 60_000)
    for n in range(1000):
        group.attrs[str(n)] = n


def one_array_of_many_names(file, entry):
    entry["0"] = np.arange(1 << 17, dtype="f8")
    for n in range(1, 1200):
        entry[str(n)] = entry["0"]


def texts_of_many_names(file, entry):
    entry["0"] = ["text"] * 20_000
    for n in range(1, 1200):
        entry[str(n)] = entry["0"]


def soft_links_to_one_array(file, entry):
    entry["array"] = np.arange(1 << 17, dtype="f8")
    for n in range(1200):
        entry[str(n)] = h5py.SoftLink("/entry/array")


def groups_in_groups(file, entry):
    # Two names each: twice as many paths on each level.
    group = entry
    for _ in range(30):
        below = group.create_group("a")
        group["b"] = below
        group = below


def scans_that_share_a_group(file, entry):
    shared = file.create_group("shared")
    for n in range(2000):
        shared[str(n)] = n
    for n in range(2000):
        other = file.create_group(f"a{n:04}")
        other.attrs["NX_class"], other["definition"], other["shared"] = "NXentry", "NXstxm", shared


BOMBS = {
    "tif": [
        millions_of_pages, pages_that_share_a_palette, pages_that_share_a_description, pages_with_many_children, one_tag_again_and_again,
        millions_of_strips, strips_far_apart(1, 1_600_000), strips_far_apart(8, 200_000), elements_in_a_description, shape_in_a_description, keys_in_a_description, a_list_in_a_description,
        lists_in_a_description, nested_lists_in_a_description, a_large_tile, a_large_image(1), a_large_image(5), a_large_image(8),
        a_large_image(32773), a_carrier_that_inflates, planes_that_inflate, planes_of_one_name, a_carrier_of_nothings, a_carrier_of_lists, a_carrier_of_entries,
    ],
    "png": [text_that_inflates, many_texts_that_inflate, profiles_that_inflate, many_small_texts, a_list_in_a_text, a_large_png],
    "npy": [a_large_array, an_array_of_nothing, a_long_header, a_nested_header],
    "csv": [columns, columns_without_names, rows_without_fields, commas, quotes],
    "tdi": [tdi_columns, tdi_entries, tdi_lists],
    "hdf5": [
        scan(defaults_in_a_circle), scan(long_names_above_many), scan(long_names_of_attributes), scan(one_array_of_many_names), scan(texts_of_many_names),
        scan(soft_links_to_one_array), scan(groups_in_groups), scan(scans_that_share_a_group),
    ],
}  # fmt: skip
CASES = [(suffix, make) for suffix, makes in BOMBS.items() for make in makes]


def loaded(path, limit=0):
    """How a file was loaded: the status, the message, the memory and the processor time that it took."""
    done = subprocess.run([sys.executable, __file__, str(path), str(limit)], capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("suffix, make", CASES, ids=[f"{suffix}-{make.__name__}" for suffix, make in CASES])
def test_a_small_file_does_not_cost_much(tmp_path, suffix, make):
    path = tmp_path / f"bomb.{suffix}"
    path.write_bytes(make())
    found = loaded(path)
    print(f"{path.stat().st_size} bytes: {found}")
    assert found["memory"] <= max(MEMORY, 4 * found["decoded"]) + BESIDE, found
    assert found["seconds"] < PROCESSOR, found
    assert found["status"] in ("", "CORRUPT", "FORMAT", "UNSUPPORTED", "NO_MEMORY"), found
    assert found["status"] == "" or found["message"]


def test_the_shared_cases_do_not_cost_much():
    """Files from outside that killed or blocked readers, and small ones that are whole."""
    folder = pathlib.Path(os.environ.get("STONER_TEST_DATA") or ".").parent / "cases"
    if not folder.exists():
        pytest.skip("no folder of cases beside STONER_TEST_DATA")
    for path in sorted(folder.iterdir()):
        if path.suffix in (".hdf5", ".nxs", ".stxm", ".tif", ".npy"):
            found = loaded(path)
            assert found["memory"] <= MEMORY, (path, found)
            # Thousandths in fact: of processor time, which a busy machine does not lengthen.
            assert found["seconds"] < 1, (path, found)
            assert found["status"] in ("", "CORRUPT", "UNSUPPORTED", "BEING_WRITTEN"), (path, found)
            assert found["status"] == "" or found["message"], (path, found)


@pytest.mark.parametrize("compression, count", [(1, 2_000_000), (8, 250_000)])
def test_more_strips_than_a_second_is_long(tmp_path, compression, count):
    path = tmp_path / "strips.tif"
    path.write_bytes(strips_far_apart(compression, count)())
    found, length = loaded(path), path.stat().st_size
    allowed = (200_000 + length // 512) * (8 if compression == 1 else 1)
    assert found["status"] == "UNSUPPORTED", found
    assert f"the TIFF is cut into {count} strips or tiles; allowed in {length} bytes: {allowed}" in found["message"], found
    assert found["seconds"] < 1, found


@pytest.mark.parametrize("suffix, make", [("tif", keys_in_a_description), ("csv", columns), ("png", many_small_texts), ("tdi", tdi_entries)])
def test_a_context_raises_the_limit(tmp_path, suffix, make):
    path = tmp_path / f"large.{suffix}"
    path.write_bytes(make())
    refused, found = loaded(path), loaded(path, 4 << 30)
    assert refused["status"] == "NO_MEMORY" and "stoner_context_set_memory_limit" in refused["message"], refused
    assert found["status"] == "", found


def peak(field):
    for line in pathlib.Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) << 10
    raise KeyError(field)


def program(path, limit):
    import time

    from stoner_c import STATUS, StonerError, lib, to_array

    lib.context_set_memory_limit(limit)
    # The mark of the most memory begins anew.
    pathlib.Path("/proc/self/clear_refs").write_text("5")
    before, began = peak("VmRSS"), time.process_time()
    status, message, decoded = "", "", 0
    try:
        made = lib.table_load(path, None) if path.endswith(("csv", "tdi")) else lib.load(path, None)
    except StonerError as error:
        status = next(name for name, code in STATUS.items() if code == error.status)
        message = error.message[:500]
    seconds, memory = time.process_time() - began, peak("VmHWM") - before
    if not status and made.kind == "stoner_image":
        decoded = to_array(made).nbytes
        for n in range(lib.image_plane_count(made)):
            decoded += to_array(lib.image_plane(made, lib.image_plane_name(made, n))).nbytes
    elif not status:
        decoded = 8 * lib.table_row_count(made) * lib.table_column_count(made)
    print(json.dumps({"status": status, "message": message, "memory": int(memory), "decoded": int(decoded), "seconds": seconds}))


if __name__ == "__main__":
    program(sys.argv[1], int(sys.argv[2]))
