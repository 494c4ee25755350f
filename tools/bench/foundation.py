"""The foundation: loading a scan with all its metadata, and what a handle costs. usage: foundation.py [SCAN]

Peers take turns with us (A B C A B C ...), so that a machine whose speed drifts does not change the ratios; medians.
The scan is the bundled one unless another is named; h5py is measured where build/conformance has it.
"""

import os
import pathlib
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build/bench"
ROUNDS, LOADS = 9, 30


def run(*command):
    done = subprocess.run([str(c) for c in command], cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def build():
    BUILD.mkdir(parents=True, exist_ok=True)
    warnings = ["-std=c99", "-O2", "-Wall", "-Wextra"]
    library = ["-Ibuild/include", "-Lbuild/lib", f"-Wl,-rpath,{ROOT}/build/lib", "-lstoner"]
    run("cc", *warnings, "benches/c_api.c", *library, "-o", BUILD / "c_api")
    # The archive that the library itself is linked with.
    hdf5 = ROOT / "build/hdf5"
    run("cc", *warnings, "-D_POSIX_C_SOURCE=199309L", f"-I{hdf5}/include", "benches/c_walk.c", hdf5 / "lib/libhdf5.a", zlib(), "-lm", "-ldl",
        "-lpthread", "-o", BUILD / "c_walk")


def zlib():
    """The zlib that cargo built, or the system's."""
    built = sorted((ROOT / "target").glob("*/build/libz-sys-*/out/lib/libz.a"), key=os.path.getmtime)
    return built[-1] if built else "-lz"


def numbers(text):
    return [float(line) for line in text.split()]


def loading(scan):
    python = ROOT / "build/conformance/bin/python"
    commands = {
        "stoner_load_stxm": [BUILD / "c_api", "load", scan, LOADS],
        "C walk with libhdf5": [BUILD / "c_walk", scan, LOADS],
    }
    if python.exists():
        commands["h5py reads all"] = [python, "benches/h5py_read.py", scan, 5]
    times = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(statistics.median(numbers(run(*command))))
    ours = times["stoner_load_stxm"]
    print(f"Loading `{pathlib.Path(scan).name}` with all its metadata:\n")
    print("| | median, ms | min, ms | max, ms | times ours |\n|---|---|---|---|---|")
    for name, values in times.items():
        ratio = statistics.median(v / o for v, o in zip(values, ours))
        print(f"| {name} | {statistics.median(values):.2f} | {min(values):.2f} | {max(values):.2f} | {ratio:.2f} |")


def handles():
    rows = {}
    for _ in range(ROUNDS):
        for line in run(BUILD / "c_api", "handles").splitlines():
            name, side, time = line.split()
            rows.setdefault(name, {}).setdefault(side, []).append(float(time))
    print("\nHandles, ns a call (clone, crop and flip with the free of what they make):\n")
    print("| | 64 x 64 | 4096 x 4096 |\n|---|---|---|")
    for name, sides in rows.items():
        print(f"| {name} | " + " | ".join(f"{statistics.median(values):.0f}" for values in sides.values()) + " |")


def main():
    scan = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "data/demo/domain_plus.hdf5")
    build()
    loading(scan)
    handles()


main()
