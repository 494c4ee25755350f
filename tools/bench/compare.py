"""Times calls side by side: each benchmark of this folder says what it measures, this says how.

`compare(title, rows)` takes for each row its name and its programs, ours first: {"libstoner": f, "SciPy": g}. Programs take
turns (A B C A B C ...), so that a machine whose speed drifts does not change the ratios; printed are medians in ms and how
many times as long each takes as ours (the median of each round's ratio). One thread unless the row says otherwise.
"""

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


def timed(call):
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1e3


def compare(title, rows, rounds=ROUNDS):
    print(f"### {title}\n\n| | ours, ms | peers: ms (times ours) |\n|---|---|---|", flush=True)
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
        cells = [f"{peer} {statistics.median(times[peer]):.1f} ({ratio(peer):.2f})" for peer in peers]
        print(f"| {name} | {statistics.median(times[ours]):.2f} | {', '.join(cells)} |", flush=True)
    print()
