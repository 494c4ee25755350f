"""Loading scans with all their metadata, beside a C program that walks through the file with libhdf5, and h5py; and two threads that
load at once. usage: loading.py [SCAN]

Peers take turns with us (A B C A B C ...), so that a machine whose speed drifts does not change the ratios; medians. The scans are
the bundled one, or the one named, one of 3000 x 3000 counts packed with deflate, and one with 8,000 attributes.
"""

import os
import pathlib
import statistics
import sys

from programs import BUILD, ROOT, build, numbers, run

PYTHON = ROOT / "build/conformance/bin/python"
ROUNDS, LOADS = int(os.environ.get("ROUNDS", "9")), 30


def made(name, fill):
    """A scan that h5py writes."""
    import h5py
    import numpy as np

    path = BUILD / f"{name}.hdf5"
    with h5py.File(path, "w") as file:
        entry = file.create_group("entry1")
        entry.attrs["NX_class"], entry["definition"] = "NXentry", "NXstxm"
        counter = entry.create_group("counter0")
        counter.attrs["NX_class"] = "NXdata"
        fill(entry, counter, np)
    return path


def counts(_entry, counter, np):
    data = np.random.default_rng(17).poisson(900, (3000, 3000)).astype("i4")
    counter.create_dataset("data", data=data, chunks=(100, 3000), compression="gzip", shuffle=True)


def attributes(entry, counter, np):
    counter["data"] = np.zeros((3, 4))
    for n in range(8000):
        counter.attrs[f"attribute{n}"] = f"value {n}"


def measure(scan, loads):
    commands = {
        "stoner_load_stxm": [BUILD / "c_api", "load", scan, loads],
        "each of two threads, per load of both": [BUILD / "c_api", "threads", scan, loads],
        "C walk with libhdf5": [BUILD / "c_walk", scan, loads],
        "h5py reads all": [PYTHON, "benches/h5py_read.py", scan, min(loads, 5)],
    }
    times = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(statistics.median(numbers(run(*command))))
    ours = times["stoner_load_stxm"]
    print(f"`{scan.name}`, {scan.stat().st_size / 1e6:.1f} MB:\n")
    print("| | median, ms | min, ms | max, ms | times ours |\n|---|---|---|---|---|")
    for name, values in times.items():
        ratio = statistics.median(v / o for v, o in zip(values, ours))
        print(f"| {name} | {statistics.median(values):.2f} | {min(values):.2f} | {max(values):.2f} | {ratio:.2f} |")
    print(flush=True)


def main():
    build("c_api", "c_walk")
    measure(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "data/demo/domain_plus.hdf5", LOADS)
    measure(made("counts", counts), 3)
    measure(made("attributes", attributes), 5)


main()
