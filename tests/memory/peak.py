"""How much memory operations take at most: that of the result, and of one image more.

    python tests/memory/peak.py --library build/lib/libstoner.so [--only NAME ...]

The C library's malloc is the one of peak.c, which this program compiles and preloads; it counts what is in use. Every operation that
makes an image from an image runs on plain and on masked pixels of `double` with its usual options, on one thread. `ok NAME` or `not ok NAME` for each,
with what it took in images. Those of MORE take more, and why.
"""

import argparse
import ctypes
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ROWS, COLUMNS = 300, 400
#: Bytes beside images: buffers of rows and of bands of rows, tables of angles. They do not grow with the number of rows.
BESIDE = 400_000
#: How many images, beyond the result, an operation may take, and why it is not one.
MORE = {
    "align": (13.2, "both frames, prefiltered, with their gradients, weights and spectra"),
    "correct_drift": (14.2, "as align, of images scaled to 0 to 1"),
    "align_stack": (4.6, "as align, of frames of a third of the stack"),
    "dot": (3.8, "with a mask both factors with 0 in its place, and where they are valid"),
    "gridimage": (16.2, "the triangulation: for each point its position and six directed edges"),
    "denoise": (3.2, "the two components of the dual variable, and with a mask the image with its gaps filled"),
    "fft": (2.2, "half of the spectrum, and with a mask the image with its gaps filled"),
    "repeat": (2.1, "the places of all elements of the result, which is twice as large"),
    "translate": (1.7, "with a mask the image with its gaps filled, and the weights"),
}
#: These work on stacks, and these on scans: with a map, planes and a polarization.
OF_STACKS = {"frame", "set_frame_axis", "align_stack"}
OF_SCANS = {"gridimage", "plane", "remove_plane", "xmcd"}
#: What an operation is called with where its usual arguments do not fit images of this size.
ARGUMENTS = {
    "reshape": lambda image: {"shape": [COLUMNS, ROWS]},
    "itemset": lambda image: {"index": [5]},
    "dot": lambda image: {"b": lib.image_transpose(image)},
}
#: These are not measured, and why.
NOT_HERE = {
    "choose": "works on indices", "im_scale": "works on integers", "searchsorted": "works on arrays of rank 1", "griddata": "works on lists of points",
    "resize": "refuses always, as numpy.ma's does", ("view", "masked"): "another size of element has no mask",
}  # fmt: skip


def preloaded():
    """Runs this program again with the malloc that counts, unless it has that."""
    shim = os.environ.get("STONER_PEAK")
    if shim:
        os.environ.pop("LD_PRELOAD", None)
        return ctypes.CDLL(shim)
    with tempfile.TemporaryDirectory() as folder:
        shim = os.path.join(folder, "libpeak.so")
        subprocess.run(["cc", "-std=gnu11", "-O1", "-fPIC", "-shared", "-o", shim, HERE / "peak.c"], check=True)
        env = os.environ | {"LD_PRELOAD": shim, "STONER_PEAK": shim, "PYTHONDONTWRITEBYTECODE": "1"}
        sys.exit(subprocess.run([sys.executable, *sys.argv], env=env, check=False).returncode)


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--library", default=os.environ.get("STONER_LIBRARY", ROOT / "build/lib/libstoner.so"))
    parser.add_argument("--only", nargs="*", help="names of operations")
    return parser.parse_args()


OPTIONS = options()
SHIM = preloaded()
SHIM.peak_end.restype = ctypes.c_long
os.environ["STONER_LIBRARY"] = os.path.abspath(OPTIONS.library)
sys.path.insert(0, str(ROOT / "tests/conformance"))

import numpy as np  # noqa: E402
import test_interface as cases  # noqa: E402
from stoner_c import StonerError, from_array, lib  # noqa: E402

# What is kept of freed images would be used by a call without being counted.
lib.set_kept_memory(1)


def picture(masked):
    """Something to register: noise without its fine structure."""
    rng = np.random.default_rng(1)
    spectrum = np.fft.rfft2(rng.standard_normal((ROWS, COLUMNS)))
    spectrum[20:-20], spectrum[:, 20:] = 0, 0
    values = np.fft.irfft2(spectrum, (ROWS, COLUMNS))
    return from_array(np.ma.MaskedArray(values, rng.random(values.shape) < 0.1) if masked else values)


def scan(masked, helicity):
    made = picture(masked)
    lib.image_metadata_set_f64(made, "collection.polarization.value", helicity)
    lib.image_set_map(made, [0.0, 0.0], [1.0, 0.0, 0.0, 1.0], "sample_x", "sample_y", "um", "um")
    rng = np.random.default_rng(2)
    for name, nominal in zip(("actual_y", "actual_x"), np.mgrid[0:ROWS, 0:COLUMNS], strict=True):
        lib.image_set_plane(made, name, from_array(nominal + rng.uniform(-0.2, 0.2, nominal.shape)), "um")
    lib.image_set_plane(made, "plane", picture(False), "nm")
    return made


def operations():
    """All, but those that do what another one does with a value that a double does not hold."""
    twins = ("_i64", "_u64", "_complex")
    named = [f for f in cases.C.functions if f.operation and not f.operation.endswith(twins)]
    return [f for f in named if not OPTIONS.only or f.operation in OPTIONS.only]


def measured(function, subject, other):
    """What a call takes beyond its result, in images."""
    made = cases.arguments(function, cases.CALLED_WITH.get(function.short, {}))
    images = [p.name for p in function.parameters if p.base == "stoner_image" and p.role == "handle" and made.get(p.name) is not None]
    for name in images[1:]:
        if lib.image_ndim(made[name]) == 2:
            made[name] = other
    made |= ARGUMENTS.get(function.operation, lambda image: {})(other)
    for p in function.parameters:
        if p.count and p.role == "numbers":
            made[p.count] = 0 if made[p.name] is None else len(made[p.name])
    made[images[0]] = lib.image_clone(subject)
    bound = getattr(lib, function.short)
    SHIM.peak_begin()
    try:
        result = bound(**made)
    finally:
        beyond = SHIM.peak_end()
    del result
    return beyond / (lib.image_nbytes(subject) or 1)


def main():
    status = 0
    lib.context_set_threads(1)
    pictures = {"plain": picture(False), "masked": picture(True)}
    stacks = {kind: lib.image_stack([image] * 3, 3) for kind, image in pictures.items()}
    scans = {"plain": scan(False, 1.0), "masked": scan(True, 1.0)}
    opposite = scan(False, -1.0)
    for function in operations():
        name = function.operation
        allowed = MORE.get(name, (1, ""))[0]
        subjects, other = (stacks, pictures["plain"]) if name in OF_STACKS else (scans, opposite) if name in OF_SCANS else (pictures, pictures["plain"])
        for kind, subject in subjects.items():
            if name in NOT_HERE or (name, kind) in NOT_HERE:
                continue
            try:
                taken = measured(function, subject, other)
            except StonerError as error:
                print(f"not ok {name}, {kind}: {error}", flush=True)
                status = 1
                continue
            good = taken <= allowed + BESIDE / lib.image_nbytes(subject)
            status |= not good
            print(f"{'ok' if good else 'not ok'} {name}, {kind}: {taken:.2f} images beyond the result", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
