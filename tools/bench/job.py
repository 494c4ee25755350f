"""The whole job of a beam time: load two images of opposite polarization, regrid, align, XMCD, save; beside the Python original and
a script of h5py and SciPy. usage: job.py [PLUS MINUS]

The bundled pair is measured, and scans 100 and 101 of 2017-10-15 where STONER_TEST_DATA names the folder of real scans. The
original cannot regrid when loading: it does without. The script keeps positions and pixels and no other metadata. Below each table:
what each step takes of ours, and how large the saved files are beside pixels and planes packed by zlib on their own. A regridded image
keeps the measured positions among its metadata; they are in the file, not in that comparison.
"""

import contextlib
import io
import os
import pathlib
import statistics
import sys
import tempfile
import warnings
import zlib

from compare import ROOT, ROUNDS, compare, timed

import h5py
import numpy as np
import stoner_c as sc
from scipy import fft, ndimage
from scipy.interpolate import LinearNDInterpolator

lib = sc.lib


def ours_load(pair):
    return [lib.load_stxm(str(path), 1, 0) for path in pair]


def ours(pair, path):
    a, b = ours_load(pair)
    b = lib.image_align(b, a)
    lib.image_save(lib.image_xmcd(a, b), str(path), None, 0)


# The original


def original(pair, path):
    import Stoner.HDF5  # noqa: F401
    from Stoner.HDF5 import STXMImage

    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        a, b = (STXMImage(str(p)) for p in pair)
        b.image = b.image.align(a.image)
        (a // b).save(str(path))


# A script


def script_load(path):
    with h5py.File(path) as file:
        entry = file["entry1"]
        nominal = [entry["counter0"][name][()] for name in ("sample_x", "sample_y")]
        x, y = (entry["instrument"][name]["data"][()].ravel() for name in ("sample_x", "sample_y"))
        values = entry["instrument/counter0/data"][()].ravel()
        polarization = float(np.ravel(entry["collection/polarization/value"][()])[0])
    gx, gy = np.meshgrid(nominal[0], nominal[1][::-1])
    return LinearNDInterpolator(np.column_stack([x, y]), values)(gx, gy), (gx, gy), polarization


def script_shift(image, reference):
    """The peak of the cross-correlation, refined by a parabola."""
    a, b = (np.nan_to_num(v - np.nanmean(v)) for v in (reference, image))
    c = fft.irfft2(fft.rfft2(a) * np.conj(fft.rfft2(b)), a.shape)
    peak = np.unravel_index(np.argmax(c), c.shape)
    shift = []
    for axis, n in enumerate(c.shape):
        at = [list(peak) for _ in range(3)]
        for i, step in enumerate((-1, 0, 1)):
            at[i][axis] = (peak[axis] + step) % n
        below, top, above = (c[tuple(p)] for p in at)
        moved = peak[axis] + 0.5 * (below - above) / (below - 2 * top + above)
        shift.append(moved - n if moved > n / 2 else moved)
    return shift


def script(pair, path):
    (a, positions, p), (b, _, _) = script_load(pair[0]), script_load(pair[1])
    b = ndimage.shift(np.nan_to_num(b, nan=np.nanmean(b)), script_shift(b, a), order=3, cval=np.nan)
    xmcd = np.sign(p) * (a - b) / (a + b)
    with h5py.File(path, "w") as file:
        for name, array in (("xmcd", xmcd), ("x", positions[0]), ("y", positions[1])):
            file.create_dataset(name, data=array, compression="gzip", shuffle=True)


def steps(pair, folder):
    path = str(folder / "steps.tif")
    a, b = ours_load(pair)
    moved = lib.image_align(b, a)
    xmcd = lib.image_xmcd(a, moved)
    parts = {
        "load and regrid": lambda: ours_load(pair), "align": lambda: lib.image_align(b, a),
        "XMCD": lambda: lib.image_xmcd(a, moved), "save": lambda: lib.image_save(xmcd, path, None, 0),
    }
    medians = {name: statistics.median(timed(call) for _ in range(ROUNDS)) for name, call in parts.items()}
    print("Of ours, ms: " + ", ".join(f"{name} {ms:.2f}" for name, ms in medians.items()) + ".\n")


def sizes(pair, folder):
    """What is saved beside what zlib alone makes of pixels and planes."""
    a, b = ours_load(pair)
    xmcd = lib.image_xmcd(a, lib.image_align(b, a))
    print("| saved | bytes | pixels and planes by zlib | times |\n|---|---|---|---|")
    as_loaded = lib.load_stxm(str(pair[0]), 0, 0)
    for name, image in (("as loaded", as_loaded), ("regridded", a), ("XMCD", xmcd)):
        pixels = np.ma.getdata(sc.to_array(image))
        stored = {"tif": pixels.astype("f4"), "exact.tif": pixels, "png": np.zeros(0)}
        planes = [
            np.ma.getdata(sc.to_array(lib.image_plane(image, lib.image_plane_name(image, i))))
            for i in range(lib.image_plane_count(image))
        ]
        for ending, array in stored.items():
            path = folder / f"a.{ending}"
            lib.image_save(image, str(path), None, int(ending == "exact.tif"))
            own = sum(len(zlib.compress(np.ascontiguousarray(x).tobytes())) for x in [array, *planes])
            if ending == "png":
                own += len(zlib.compress(np.zeros(pixels.shape, "u1").tobytes()))
            size = path.stat().st_size
            print(f"| {name}, {ending} | {size} | {own} | {size / own:.2f} |")
    print()


def pairs(arguments):
    if len(arguments) == 2:
        return [arguments]
    found = [[str(ROOT / f"data/demo/domain_{sign}.hdf5") for sign in ("plus", "minus")]]
    folder = os.environ.get("STONER_TEST_DATA")
    if folder:
        found.append([f"{folder}/pollux/Sample_Image_2017-10-15_{number}.hdf5" for number in (100, 101)])
    return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for pair in pairs(sys.argv[1:]):
            programs = {
                "libstoner": lambda: ours(pair, folder / "ours.tif"),
                "original": lambda: original(pair, folder / "theirs.tif"),
                "h5py and SciPy": lambda: script(pair, folder / "script.hdf5"),
            }
            try:
                programs["original"]()
            except ImportError as error:
                print(f"the Python original is not there: {error}", file=sys.stderr)
                del programs["original"]
            name = " and ".join(pathlib.Path(path).stem for path in pair)
            compare(f"Load two, regrid, align, XMCD, save: {name}; as many threads as by default", [("the whole job", programs)])
            steps(pair, folder)
            sizes(pair, folder)


if __name__ == "__main__":
    main()
