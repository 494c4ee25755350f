"""Damaged HDF5 files: the reader neither dies nor hangs nor takes much memory, and where both it and libhdf5 read a value
they agree. libhdf5 runs in a child process, since such files kill it.

STONER_DUMP names the built example `dump_scan`, beside which `dump_hdf5` lies. STONER_HDF5_MUTATIONS is the number of
damaged files (1,000 unless it is set); `make fuzz-hdf5` tries 100,000. STONER_HDF5_SEED gives others.
"""

import json
import os
import pathlib
import random
import select
import subprocess
import sys

import pytest

h5py = pytest.importorskip("h5py")
import hdf5_files  # noqa: E402

DUMP = os.environ.get("STONER_DUMP")
DATA = os.environ.get("STONER_TEST_DATA")
CASES = sorted((pathlib.Path(DATA).parent / "cases").glob("*")) if DATA else []
CASES = [path for path in CASES if path.suffix in (".hdf5", ".nxs", ".stxm", ".h5")]
MUTATIONS = int(os.environ.get("STONER_HDF5_MUTATIONS", "1000"))
SEED = os.environ.get("STONER_HDF5_SEED", "0")

# KiB that the reading process may take.
MEMORY = 256 * 1024
# Seconds after which our reader is taken to hang; far more than it takes on a loaded machine.
PATIENCE = 60
# The same for libhdf5, which does hang. Where it is only slow there is a file less to compare with.
PATIENCE_WITH_LIBHDF5 = 5

pytestmark = pytest.mark.skipif(not DUMP, reason="STONER_DUMP does not name the built example dump_scan")


class Reader:
    """A program that reads the files that it is given the names of."""

    def __init__(self, command, end, patience=PATIENCE):
        self.command, self.end, self.patience, self.process = command, end, patience, None

    def ask(self, path):
        if self.process is None:
            self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                            stderr=subprocess.DEVNULL)
            self.rest = b""
        self.process.stdin.write(f"{path}\n".encode())
        self.process.stdin.flush()

    def answer(self):
        """The records, or what became of the program."""
        lines = []
        while True:
            while b"\n" in self.rest:
                line, self.rest = self.rest.split(b"\n", 1)
                lines.append(json.loads(line))
                if self.end(lines[-1]):
                    return lines
            if not select.select([self.process.stdout], [], [], self.patience)[0]:
                self.stop()
                return "it hangs"
            part = os.read(self.process.stdout.fileno(), 1 << 20)
            if not part:
                code = self.stop()
                return f"it died with {code}"
            self.rest += part

    def stop(self):
        if self.process is not None:
            self.process.kill()
            code = self.process.wait()
            self.process = None
            return code
        return None


def our_reader():
    program = pathlib.Path(DUMP).with_name("dump_hdf5")
    return Reader([str(program)], lambda record: isinstance(record, dict) and "end" in record)


def values(records):
    """What was read: the values of datasets and attributes, by name."""
    found = {}
    for record in records:
        for kind in ("dataset", "attribute"):
            if kind in record and not record.keys() & {"error", "unread"}:
                found[kind, record[kind]] = {key: record[key] for key in record if key != kind}
    return found


def lookup3(data):
    """Bob Jenkins' lookup3, the checksum of HDF5's metadata."""
    mask = 0xFFFFFFFF

    def rotate(x, k):
        return ((x << k) | (x >> (32 - k))) & mask

    a = b = c = (0xDEADBEEF + len(data)) & mask
    at, left = 0, len(data)
    while left > 12:
        a = (a + int.from_bytes(data[at:at + 4], "little")) & mask
        b = (b + int.from_bytes(data[at + 4:at + 8], "little")) & mask
        c = (c + int.from_bytes(data[at + 8:at + 12], "little")) & mask
        a = (a - c) & mask ^ rotate(c, 4)
        c = (c + b) & mask
        b = (b - a) & mask ^ rotate(a, 6)
        a = (a + c) & mask
        c = (c - b) & mask ^ rotate(b, 8)
        b = (b + a) & mask
        a = (a - c) & mask ^ rotate(c, 16)
        c = (c + b) & mask
        b = (b - a) & mask ^ rotate(a, 19)
        a = (a + c) & mask
        c = (c - b) & mask ^ rotate(b, 4)
        b = (b + a) & mask
        at, left = at + 12, left - 12
    if left:
        tail = bytes(data[at:]).ljust(12, b"\0")
        a = (a + int.from_bytes(tail[0:4], "little")) & mask
        b = (b + int.from_bytes(tail[4:8], "little")) & mask
        c = (c + int.from_bytes(tail[8:12], "little")) & mask
        c = ((c ^ b) - rotate(b, 14)) & mask
        a = ((a ^ c) - rotate(c, 11)) & mask
        b = ((b ^ a) - rotate(a, 25)) & mask
        c = ((c ^ b) - rotate(b, 16)) & mask
        a = ((a ^ c) - rotate(c, 4)) & mask
        b = ((b ^ a) - rotate(a, 14)) & mask
        c = ((c ^ b) - rotate(b, 24)) & mask
    return c


def structures(data):
    """The places of checksummed structures whose length is easily known: (start, end of what the checksum covers)."""
    found = []
    for name, length in {b"BTHD": 34, b"FRHP": 142, b"FAHD": 24, b"EAHD": 68}.items():
        at = data.find(name)
        while at >= 0:
            found.append((at, at + length))
            at = data.find(name, at + 1)
    at = data.find(b"OHDR")
    while at >= 0:
        flags = data[at + 5]
        head = 6 + (16 if flags & 0x20 else 0) + (4 if flags & 0x10 else 0)
        width = 1 << (flags & 3)
        found.append((at, at + head + width + int.from_bytes(data[at + head:at + head + width], "little")))
        at = data.find(b"OHDR", at + 1)
    return [(start, end) for start, end in found
            if end + 4 <= len(data) and lookup3(data[start:end]) == int.from_bytes(data[end:end + 4], "little")]


def damage(rng, whole, places):
    """Damaged bytes, and in words what was done to them."""
    data = bytearray(whole)
    kind = rng.choice(["bytes", "bytes", "number", "zeros", "cut", "copy", "checksummed", "checksummed"])
    special = [0, 1, 2, 7, 8, 0x7F, 0x80, 0xFE, 0xFF]
    if kind == "bytes":
        for _ in range(rng.choice([1, 1, 2, 8])):
            data[rng.randrange(len(data))] = rng.choice([*special, rng.randrange(256)])
    elif kind == "number":
        at, width = rng.randrange(len(data) - 8), rng.choice([2, 4, 8])
        number = rng.choice([0, 1, -1, 1 << 31, 1 << 40, len(data), rng.randrange(len(data))])
        data[at:at + width] = (number % (1 << 8 * width)).to_bytes(width, "little")
    elif kind == "zeros":
        at = rng.randrange(len(data))
        length = rng.choice([4, 16, 64, 512, 4096])
        data[at:at + length] = bytes(len(data[at:at + length]))
    elif kind == "cut":
        del data[rng.randrange(len(data)):]
    elif kind == "copy":
        length = rng.choice([8, 32, 128])
        a, b = (rng.randrange(len(data) - length) for _ in range(2))
        data[a:a + length] = data[b:b + length]
    elif places:
        start, end = rng.choice(places)
        for _ in range(rng.choice([1, 1, 2])):
            data[rng.randrange(start + 4, end)] = rng.choice([*special, rng.randrange(256)])
        data[end:end + 4] = lookup3(bytes(data[start:end])).to_bytes(4, "little")
    return bytes(data), kind


def survive(tmp_path, name, count, damaged):
    """Reads `count` files, each of bytes that `damaged` gives with a word for what was done to them, with both readers. How many
    values both read."""
    path = tmp_path / "damaged.h5"
    ours = our_reader()
    theirs = Reader([sys.executable, hdf5_files.__file__], lambda record: isinstance(record, list),
                    PATIENCE_WITH_LIBHDF5)
    compared = died = 0
    failures = []
    for i in range(count):
        data, kind = damaged()
        path.write_bytes(data)
        ours.ask(path)
        theirs.ask(path)
        found, wanted = ours.answer(), theirs.answer()
        fault = None
        if isinstance(found, str):
            fault = found
        elif found[-1]["peak"] > MEMORY:
            fault = f"it took {found[-1]['peak']} KiB"
            ours.stop()
        elif isinstance(wanted, str):
            died += 1
        else:
            found, wanted = values(found), values(wanted[0])
            both = found.keys() & wanted.keys()
            compared += len(both)
            different = [key for key in both if found[key] != wanted[key]]
            if different:
                key = different[0]
                fault = f"{key}: {found[key]} instead of {wanted[key]}"
        if fault:
            keep = tmp_path / f"{name}_{i}.h5"
            keep.write_bytes(data)
            failures.append(f"{keep} ({kind}): {fault}")
    ours.stop()
    theirs.stop()
    print(f"{name}: {count} files, {compared} values compared, libhdf5 died {died} times")
    assert not failures, "\n".join(failures[:30])
    return compared


@pytest.mark.parametrize("version", hdf5_files.VERSIONS)
def test_damaged_files_are_survived_and_values_agree(tmp_path, version):
    whole = tmp_path / "whole.h5"
    hdf5_files.small(whole, version)
    whole = whole.read_bytes()
    places = structures(whole)
    assert places or version == "earliest"
    rng = random.Random(f"{version} {SEED}")
    count = MUTATIONS // len(hdf5_files.VERSIONS)
    compared = survive(tmp_path, version, count, lambda: damage(rng, whole, places))
    assert compared > 5 * count


@pytest.mark.parametrize("size", [0, 1, 95, 97, 0xFFFFFFFF])
def test_a_chunk_of_another_size_than_its_shape_is_damage(tmp_path, size):
    """The key of a B-tree says how many bytes of the file a chunk takes (the format's specification, III.A.1). Without filters there
    is one right number. libhdf5 believes 0 and gives elements that are nowhere in the file."""
    path = tmp_path / "chunks.h5"
    with h5py.File(path, "w", libver="earliest") as file:
        file.create_dataset("values", data=[[1.5] * 6] * 4, chunks=(4, 3))
    data = bytearray(path.read_bytes())
    # The node for chunks: signature, kind 1, level 0, two entries; behind two addresses its first key.
    key = data.index(b"TREE\1\0\2\0") + 24
    assert int.from_bytes(data[key:key + 4], "little") == 96
    ours = our_reader()
    ours.ask(path)
    assert [record["shape"] for record in ours.answer() if record.get("dataset") == "/values"] == [[4, 6]]
    data[key:key + 4] = size.to_bytes(4, "little")
    path.write_bytes(data)
    ours.ask(path)
    found = [record for record in ours.answer() if "/values" in (record.get("dataset"), record.get("outside"))]
    ours.stop()
    assert len(found) == 1 and found[0]["error"] == "STONER_ERR_CORRUPT", found


@pytest.mark.skipif(not CASES, reason="beside STONER_TEST_DATA there is no folder 'cases'")
@pytest.mark.parametrize("path", CASES or [None], ids=lambda path: path.name if path else "none")
def test_each_case_is_read_or_refused_with_little_memory(path):
    ours = our_reader()
    ours.ask(path)
    found = ours.answer()
    ours.stop()
    assert not isinstance(found, str), found
    assert found[-1]["peak"] <= MEMORY
    run = subprocess.run([DUMP, str(path)], capture_output=True, timeout=PATIENCE)
    assert run.returncode in (0, 1) and run.stderr == b"", run
