"""Scans: opening them, a stack of 100 frames of 512 x 512 that is regridded, aligned and reduced, and one of 4 GiB that is larger than the memory
it may take (Linux).

Each row runs in a process of its own, which tells its time and its peak of memory. Nothing is compared: no peer does this in one program.
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

import numpy as np
from programs import BUILD, ROOT

sys.path.insert(0, str(ROOT / "bindings/python/src"))

SIDE, FRAMES = 512, 100
LARGE_SIDE, LARGE_FRAMES = 1024, 512
ROUNDS = int(os.environ.get("ROUNDS", "3"))


def measured(n, frame):
    """A frame's counts and positions: features that drift by 0.05 px from frame to frame, a stage that trembles by 0.2 px."""
    rng = np.random.default_rng(frame)
    y, x = np.mgrid[:n, :n] + rng.normal(0, 0.2, (2, n, n))
    u, v = x + 0.05 * frame, y - 0.03 * frame
    content = np.sin(u / 7) * np.cos(v / 9) + np.sin((u + 2 * v) / 23) + ((u - n / 2) ** 2 + (v - n / 3) ** 2 < (n / 5) ** 2)
    return rng.poisson(2000 + 400 * content).astype("f8"), x, y


def stack():
    """The stack in the layout of the PolLux beamline, packed with deflate."""
    import h5py

    path = BUILD / f"stack-{FRAMES}x{SIDE}.hdf5"
    if path.exists():
        return path
    packed = dict(compression="gzip", compression_opts=1, shuffle=True)
    energy = np.linspace(700, 730, FRAMES)
    with h5py.File(path.with_suffix(".part"), "w") as file:
        entry = file.create_group("entry1")
        entry.attrs["NX_class"], entry["definition"] = "NXentry", ["NXstxm"]
        counter, instrument = entry.create_group("counter0"), entry.create_group("instrument")
        counter.attrs["NX_class"], counter.attrs["signal"], counter.attrs["axes"] = "NXdata", "data", ["energy", "sample_y", "sample_x"]
        counter["stxm_scan_type"] = ["sample image stack"]
        for name, points, unit in (("energy", energy, "eV"), ("sample_y", np.arange(SIDE) * 0.05, "um"), ("sample_x", np.arange(SIDE) * 0.05, "um")):
            counter[name] = points
            counter[name].attrs["units"] = unit
        counts = counter.create_dataset("data", (FRAMES, SIDE, SIDE), "f8", chunks=(1, SIDE, SIDE), **packed)
        in_time = {}
        for name in ("counter0", "sample_x", "sample_y"):
            detector = instrument.create_group(name)
            detector.attrs["NX_class"] = "NXdetector"
            in_time[name] = detector.create_dataset("data", (FRAMES * SIDE * SIDE,), "f8", chunks=(SIDE * SIDE,), **packed)
        for k in range(FRAMES):
            values, x, y = measured(SIDE, k)
            counts[k] = values
            part = slice(k * SIDE * SIDE, (k + 1) * SIDE * SIDE)
            in_time["counter0"][part] = values.ravel()
            in_time["sample_x"][part] = (np.round(x * 0.05 * 4096) / 4096).ravel()
            in_time["sample_y"][part] = (np.round(y * 0.05 * 4096) / 4096).ravel()
    path.with_suffix(".part").rename(path)
    return path


def large():
    """4 GiB of counts, not packed."""
    import h5py

    path = BUILD / f"stack-{LARGE_FRAMES}x{LARGE_SIDE}.hdf5"
    if path.exists():
        return path
    rng = np.random.default_rng(1)
    frame = rng.poisson(2000, (LARGE_SIDE, LARGE_SIDE)).astype("f8")
    with h5py.File(path.with_suffix(".part"), "w") as file:
        entry = file.create_group("entry1")
        entry.attrs["NX_class"], entry["definition"] = "NXentry", ["NXstxm"]
        counter = entry.create_group("counter0")
        counter.attrs["NX_class"], counter.attrs["signal"], counter.attrs["axes"] = "NXdata", "data", ["energy", "sample_y", "sample_x"]
        counter["energy"] = np.linspace(700, 730, LARGE_FRAMES)
        counter["sample_y"], counter["sample_x"] = np.arange(LARGE_SIDE) * 0.05, np.arange(LARGE_SIDE) * 0.05
        counts = counter.create_dataset("data", (LARGE_FRAMES, LARGE_SIDE, LARGE_SIDE), "f8")
        for k in range(LARGE_FRAMES):
            counts[k] = frame + k
    path.with_suffix(".part").rename(path)
    return path


def job(path):
    """Opened, regridded, aligned, reduced: the mean and the spectrum."""
    import stoner

    scan = stoner.Scan(path)
    frames = stoner.stack([scan.image(frame=k).gridimage() for k in range(len(scan))])
    shifts, aligned = frames.align_stack()
    mean = aligned.mean(axis=0)
    spectrum = scan.spectrum()
    drift = float(np.asarray(shifts["x"])[-1])
    assert mean.shape == (SIDE, SIDE) and len(spectrum) == FRAMES and abs(abs(drift) - 0.05 * (FRAMES - 1)) < 0.2, drift


def spectrum(path):
    import stoner

    table = stoner.Scan(path).spectrum()
    mean = np.asarray(table["mean"])
    assert np.allclose(np.diff(mean), 1), mean


def opening(path):
    import stoner

    stoner.Scan(path)


def child(name, path):
    """One row: the second of two calls where the first costs what is done once in a process."""
    import warnings

    warnings.simplefilter("ignore")
    call = globals()[name]
    if name == "opening":
        call(path)
    start = time.perf_counter()
    call(path)
    seconds = time.perf_counter() - start
    with open("/proc/self/status") as file:
        peak = next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))
    print(json.dumps([seconds, peak / 1024]))


def row(what, name, path):
    taken = []
    for _ in range(ROUNDS):
        done = subprocess.run([sys.executable, __file__, name, path], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(done.stderr)
        taken.append(json.loads(done.stdout))
    seconds, peak = (statistics.median(column) for column in zip(*taken))
    print(f"| {what} | {seconds * 1000:,.1f} | {peak:,.0f} |", flush=True)


def main():
    BUILD.mkdir(parents=True, exist_ok=True)
    scan = pathlib.Path(os.environ.get("SCAN") or ROOT / "data/demo/domain_plus.hdf5")
    print("| | ms | peak of the process, MiB |\n|---|---|---|")
    row(f"open `{scan.name}`", "opening", scan)
    row(f"open {FRAMES} frames of {SIDE} x {SIDE} with positions", "opening", stack())
    row(f"open {LARGE_FRAMES} frames of {LARGE_SIDE} x {LARGE_SIDE}, 4 GiB", "opening", large())
    row(f"open, regrid, align, mean and spectrum: {FRAMES} frames of {SIDE} x {SIDE}, two threads", "job", stack())
    row("the spectrum of the 4 GiB, frame by frame", "spectrum", large())


if __name__ == "__main__":
    child(*sys.argv[1:]) if len(sys.argv) == 3 else main()
