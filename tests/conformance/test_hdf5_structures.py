"""Scans with one wrong field of one structure, each kind of structure as often as every other, and right checksums.

What the HDF Group's published files that crash HDF5 have in common is transplanted into whole scans: sizes and counts of 0, of everything,
or of a little too much in superblocks, object headers, messages, heaps, nodes and chunk indexes; addresses that lead to another
structure, to themselves, in circles or out of the file; messages of another type or version, shared where they are not; lengths of
names, ranks, dimensions, members, parameters of filters. As in test_hdf5_damage.py, libhdf5 reads the same files in a child
process, and where both read a value they agree. Each file is also loaded as a scan.

STONER_HDF5_SEED is that of test_hdf5_damage.py, and a fourth of STONER_HDF5_MUTATIONS files are tried.
"""

import json
import pathlib
import random
import sys

import numpy as np
import pytest

h5py = pytest.importorskip("h5py")
import hdf5_files  # noqa: E402
from test_hdf5_damage import DATA, DUMP, MEMORY, MUTATIONS, SEED, Reader, lookup3, survive  # noqa: E402

BUNDLED = pathlib.Path(__file__).parents[2] / "data/demo/domain_plus.hdf5"
SMALL = pathlib.Path(DATA) / "diamond/small_diamond_nxs.nxs" if DATA else None

pytestmark = pytest.mark.skipif(not DUMP, reason="STONER_DUMP does not name the built example dump_scan")

#: The places of numbers in structures without a checksum, (offset, width), by their signatures (the format's specification, III).
FIELDS = {
    b"TREE": [(4, 1), (5, 1), (6, 2), (8, 8), (16, 8), *((at, 8) for at in range(24, 120, 8)), (24, 4), (28, 4)],
    b"SNOD": [(4, 1), (6, 2), *((8 + 40 * i + at, width) for i in range(8) for at, width in ((0, 8), (8, 8), (16, 4), (24, 8), (32, 8)))],
    b"HEAP": [(4, 1), (8, 8), (16, 8), (24, 8)],
    b"GCOL": [(4, 1), (8, 8), *((16 + 24 * i + at, width) for i in range(6) for at, width in ((0, 2), (8, 8)))],
}
#: Structures whose checksum follows so many bytes.
CHECKED = {b"BTHD": 34, b"FRHP": 142, b"FAHD": 24, b"EAHD": 68}
#: Those whose length others give: it is found by their checksum.
SEARCHED = (b"BTLF", b"BTIN", b"FADB", b"EAIB", b"EADB", b"FHIB")


def places(data, signature):
    at = data.find(signature)
    while at >= 0:
        yield at
        at = data.find(signature, at + 1)


def is_checked(data, start, end):
    return end + 4 <= len(data) and lookup3(data[start:end]) == int.from_bytes(data[end:end + 4], "little")


class Structures:
    """What is where in a file: for each kind the fields as (offset, width), with the range of a checksum or None."""

    def __init__(self, data):
        self.data, self.kinds, self.addresses = data, {}, [0]
        self.superblock()
        for signature, fields in FIELDS.items():
            for at in places(data, signature):
                self.addresses.append(at)
                self.add(signature.decode(), [(at + offset, width) for offset, width in fields if at + offset + width <= len(data)])
        for signature, length in CHECKED.items():
            for at in places(data, signature):
                if is_checked(data, at, at + length):
                    self.checked(signature.decode(), at, at + length)
        for signature in SEARCHED:
            for at in list(places(data, signature))[:4]:
                end = next((end for end in range(at + 10, min(at + 600, len(data) - 4)) if is_checked(data, at, end)), None)
                if end is not None:
                    self.checked(signature.decode(), at, end)
        for at in places(data, b"OHDR"):
            self.header_2(at)
        for at in places(data, b"OCHK"):
            end = next((end for end in range(at + 8, min(at + 600, len(data) - 4)) if is_checked(data, at, end)), None)
            if end is not None:
                self.messages_2(at + 4, end, (at, end), 4)
        seen = set()
        # The root of an old file, and what its nodes of symbols name.
        headers = [int.from_bytes(data[64:72], "little")] if data[8] < 2 else []
        for node in places(data, b"SNOD"):
            headers += [int.from_bytes(data[at + 8:at + 16], "little") for at in range(node + 8, node + 8 + 320, 40)]
        for at in headers:
            if 0 < at < len(data) - 16 and data[at] == 1 and at not in seen:
                seen.add(at)
                self.header_1(at)

    def add(self, kind, fields, checksum=None):
        if fields:
            self.kinds.setdefault(kind, []).append((fields, checksum))

    def checked(self, kind, start, end):
        self.addresses.append(start)
        fields = [(at, width) for width in (1, 2, 4, 8) for at in range(start + 4, end - width + 1)]
        self.add(kind, fields, (start, end))

    def superblock(self):
        old = self.data[8] < 2
        fields = [(at, 1) for at in range(8, 24 if old else 12)] + [(at, 8) for at in range(24 if old else 12, 88 if old else 44, 8)]
        self.add("superblock", fields, None if old else (0, 44))

    def message(self, kind, head, body, size, checksum):
        """Type, size and flags of a message, and what is in it."""
        name = f"message {kind:#x}"
        self.add(f"{name}, envelope", head, checksum)
        fields = [(body + offset, width) for width in (1, 2, 4, 8) for offset in range(min(size, 120) - width + 1)]
        # Its first bytes are in each of its versions those that decide how the rest is read.
        self.add(name, fields + 8 * [field for field in fields if field[0] < body + 8], checksum)

    def header_2(self, at):
        data = self.data
        flags = data[at + 5]
        head = 6 + (16 if flags & 0x20 else 0) + (4 if flags & 0x10 else 0)
        width = 1 << (flags & 3)
        start = at + head + width
        end = start + int.from_bytes(data[at + head:start], "little")
        if is_checked(data, at, end):
            self.addresses.append(at)
            self.add("header", [(at + 4, 1), (at + 5, 1), (at + head, width)], (at, end))
            self.messages_2(start, end, (at, end), 6 if flags & 4 else 4)

    def messages_2(self, at, end, checksum, envelope):
        while at + envelope <= end:
            kind, size = self.data[at], int.from_bytes(self.data[at + 1:at + 3], "little")
            if at + envelope + size > end:
                break
            self.message(kind, [(at, 1), (at + 1, 2), (at + 3, 1)], at + envelope, size, checksum)
            at += envelope + size

    def header_1(self, at):
        data = self.data
        self.addresses.append(at)
        self.add("header", [(at, 1), (at + 2, 2), (at + 4, 4), (at + 8, 4)])
        ranges = [(at + 16, int.from_bytes(data[at + 8:at + 12], "little"))]
        for start, size in ranges[:8]:
            end = min(start + size, len(data))
            while start + 8 <= end:
                kind, length = (int.from_bytes(data[start + k:start + k + 2], "little") for k in (0, 2))
                if kind == 0x10:
                    ranges.append((int.from_bytes(data[start + 8:start + 16], "little"), int.from_bytes(data[start + 16:start + 24], "little")))
                self.message(kind, [(start, 2), (start + 2, 2), (start + 4, 1)], start + 8, length, None)
                start += 8 + length

    def damaged(self, rng):
        """The bytes with one wrong field, and what it is."""
        data = bytearray(self.data)
        kind = rng.choice(sorted(self.kinds))
        fields, checksum = rng.choice(self.kinds[kind])
        for _ in range(rng.choice([1, 1, 1, 2])):
            at, width = rng.choice(fields)
            old = int.from_bytes(data[at:at + width], "little")
            new = rng.choice([
                0, 1, 2, -1, -2, 1 << (8 * width - 1), old + 1, old - 1, 2 * old, old ^ 1 << rng.randrange(8 * width), old << 8, len(data),
                len(data) - at, rng.choice(self.addresses), rng.choice(self.addresses), at, rng.randrange(256), rng.randrange(len(data)),
            ])  # fmt: skip
            data[at:at + width] = (new % (1 << 8 * width)).to_bytes(width, "little")
        if checksum:
            start, end = checksum
            data[end:end + 4] = lookup3(bytes(data[start:end])).to_bytes(4, "little")
        return bytes(data), kind


def scan(path, version):
    """A scan with something of everything in it."""
    hdf5_files.small(path, version)
    with h5py.File(path, "r+", libver=hdf5_files.VERSIONS[version]) as file:
        entry = file["entry"]
        entry["definition"] = "NXstxm"
        group = entry.create_group("counter0")
        group.attrs["NX_class"], group.attrs["signal"], group.attrs["axes"] = "NXdata", "data", ["sample_y", "sample_x"]
        group.create_dataset("data", data=np.arange(108.0).reshape(12, 9), chunks=(4, 9), compression="gzip", fletcher32=True)
        for name, n in (("sample_y", 12), ("sample_x", 9)):
            group[name] = np.arange(n) * 0.5
            group[name].attrs["units"] = "um"
        entry["control/data"] = np.ones((12, 9))
        instrument = entry.create_group("instrument")
        instrument.create_group("counter0")["data"] = np.arange(108.0)
        instrument.create_group("sample_x")["data"] = np.tile(np.arange(9) * 0.5, 12)
        instrument.create_group("sample_y")["data"] = np.repeat(np.arange(12) * 0.5, 9)


WHOLE = {version: lambda path, version=version: scan(path, version) for version in hdf5_files.VERSIONS}
for copied in (BUNDLED, SMALL):
    if copied and copied.exists():
        WHOLE[copied.stem] = lambda path, copied=copied: path.write_bytes(copied.read_bytes())


class Scans:
    """Loads files as scans, in a process of its own."""

    def __init__(self):
        self.reader = Reader([sys.executable, __file__], lambda record: True)
        self.loaded = self.refused = 0

    def load(self, path):
        """What is wrong, or None."""
        self.reader.ask(path)
        answer = self.reader.answer()
        if isinstance(answer, str):
            return answer
        (record,) = answer
        self.loaded += record["status"] == 0
        self.refused += record["status"] != 0
        if record["peak"] > MEMORY + record["before"]:
            self.reader.stop()
            return f"loading it took {record['peak']} KiB"
        return "a defect of the library: " + record["message"] if record["internal"] else None


@pytest.mark.parametrize("name", WHOLE)
def test_a_wrong_field_of_any_structure_is_survived(tmp_path, name):
    whole = tmp_path / "whole.h5"
    WHOLE[name](whole)
    structures = Structures(whole.read_bytes())
    kinds = structures.kinds
    assert "superblock" in kinds and "header" in kinds and "message 0x8" in kinds and "message 0x3" in kinds
    rng, scans, faults = random.Random(f"{name} {SEED}"), Scans(), []
    path = tmp_path / "scan.h5"
    path.write_bytes(structures.data)
    assert scans.load(path) is None and scans.loaded == 1

    def damaged():
        data, kind = structures.damaged(rng)
        path.write_bytes(data)
        if fault := scans.load(path):
            keep = tmp_path / f"scan_{len(faults)}.h5"
            keep.write_bytes(data)
            faults.append(f"{keep} ({kind}): {fault}")
        return data, kind

    # libhdf5 hangs in many of them, until it is ended.
    count = max(MUTATIONS // 4 // len(WHOLE), 1)
    compared = survive(tmp_path, name, count, damaged)
    scans.reader.stop()
    print(f"{name}: {len(kinds)} kinds of structures; {scans.loaded} of {count} files were loaded as scans, {scans.refused} refused")
    assert not faults, "\n".join(faults[:30])
    # A few files say nothing about how many are refused.
    assert compared > count and scans.loaded > count / 20 and (scans.refused > 0 or count < 500)


def program():
    from stoner_c import STATUS, StonerError, lib

    def field(name):
        return next(int(line.split()[1]) for line in pathlib.Path("/proc/self/status").read_text().splitlines() if line.startswith(f"{name}:"))

    for line in sys.stdin:
        pathlib.Path("/proc/self/clear_refs").write_text("5")
        record = {"status": 0, "message": "", "before": field("VmRSS")}
        try:
            lib.load(line.rstrip("\n"), None)
        except StonerError as error:
            record |= {"status": error.status, "message": error.message[:300]}
        record |= {"peak": field("VmHWM"), "internal": record["status"] == STATUS["INTERNAL"]}
        print(json.dumps(record), flush=True)


if __name__ == "__main__":
    program()
