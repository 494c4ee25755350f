"""Times calls side by side: each benchmark of this folder says what it measures, this says how.

`compare(title, rows)` takes for each row its name and its programs, ours first: {"libstoner": f, "SciPy": g}. Programs take
turns (A B C A B C ...), so that a machine whose speed drifts does not change the ratios; printed are medians in ms and how
many times as long each takes as ours (the median of each round's ratio). One thread unless the row says otherwise. Below each title stand
the peers' versions. CLOCK=processor measures the processor's time of the process instead of the time that passes: for a machine that others use
too, and for one thread alone, since two threads' times add up.
"""

import importlib.metadata
import os
import statistics
import sys
import time
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/conformance"))
os.environ.setdefault("STONER_LIBRARY", str(ROOT / "build/lib/libstoner.so"))

ROUNDS = int(os.environ.get("ROUNDS", "9"))
PROCESSOR = os.environ.get("CLOCK") == "processor"
clock = time.process_time if PROCESSOR else time.perf_counter
#: The peers, as rows name them, and their packages.
PACKAGES = {
    "DIPlib": "diplib", "OpenCV": "opencv-python-headless", "SciPy": "scipy", "bincount": "numpy", "ducc0": "ducc0", "h5py": "h5py", "imops": "imops",
    "matplotlib": "matplotlib", "numpy": "numpy", "numpy.ma": "numpy", "pandas": "pandas", "scikit-image": "scikit-image", "scipy.ndimage": "scipy",
}  # fmt: skip


def timed(call):
    start = clock()
    call()
    return (clock() - start) * 1e3


def versions(names):
    """The peers among these names, with their versions."""
    words = {word.strip(",()") for name in names for word in name.split()}
    packages = sorted({PACKAGES[word] for word in words if word in PACKAGES})
    return ", ".join(f"{package} {importlib.metadata.version(package)}" for package in packages)


def compare(title, rows, rounds=ROUNDS):
    rows = list(rows)
    notes = [versions([name for _, programs in rows for name in programs]), "processor time" if PROCESSOR else ""]
    print(f"### {title}\n")
    if any(notes):
        print(f"{'; '.join(filter(None, notes))}\n")
    print("| | ours, ms | peers: ms (times ours) |\n|---|---|---|", flush=True)
    for name, programs in rows:
        ours, *peers = programs
        for call in programs.values():
            call()
        times = {program: [] for program in programs}
        for _ in range(rounds):
            for program, call in programs.items():
                times[program].append(timed(call))
        def ratio(peer):
            return statistics.median(t / o for t, o in zip(times[peer], times[ours]))
        cells = [f"{peer} {statistics.median(times[peer]):.2f} ({ratio(peer):.2f})" for peer in peers]
        print(f"| {name} | {statistics.median(times[ours]):.2f} | {', '.join(cells)} |", flush=True)
    print()
