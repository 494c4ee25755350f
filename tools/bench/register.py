"""Registration beside its peers: how far off, beside the Cramer-Rao bound, and how long a call takes. usage: register.py [SCAN]

Pairs of 200 x 200 windows of one scene at offsets uniform in +-6 px, Poisson noise in both (tests/conformance/scenes.py):
a made-up scene, and the scan enlarged three times where one is named. All programs see the same pairs, in turns, on one thread.
Cells: median and worst of max(|ex|, |ey|) in pixels, and the root of the mean square of both errors over that of the bound.

Before them the scenes that mislead (tests/conformance/hard_scenes.py), HARD_TRIALS of each, and stacks (stacks.py), STACK_TRIALS of each:
what the answers are worth. Then TURNED_TRIALS turned frames.
"""

import os
import statistics
import sys
import warnings

from compare import timed  # noqa: I001  (first: it sets the number of threads)

import cv2
import diplib
import hard_scenes
import numpy as np
import scenes
import stacks
import stoner_c as sc
from skimage.registration import phase_cross_correlation
from stoner_c import lib

warnings.simplefilter("ignore")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from Stoner.Image import ImageArray

cv2.setNumThreads(1)
diplib.SetNumberOfThreads(1)
ctx = lib.context_new()
lib.context_set_threads(1, ctx=ctx)

TRIALS = int(os.environ.get("TRIALS", "100"))
#: The original takes so long that it sees a part of the pairs.
SLOW_TRIALS = min(TRIALS, 50)
COUNTS = [scenes.SCAN_COUNTS, 1000, 100, 20]


def ours(method):
    """The images are made outside of what is timed: a program holds them already."""

    def prepare(pair):
        image, reference = sc.from_array(pair.image), sc.from_array(pair.reference)

        def call():
            return lib.image_register(image, reference, method=method, ctx=ctx)[0]

        return call

    return prepare


def original(method):
    """Aligns as its user does. `tvec` is (row, column). Its cv2 takes images of 0 to 1 alone."""

    def prepare(pair):
        top = max(pair.image.max(), pair.reference.max())
        image, reference = ImageArray(pair.image / top), ImageArray(pair.reference / top)
        return lambda: image.align(reference, method=method).metadata["tvec"][::-1]

    return prepare


def opencv(pair):
    """findTransformECC from no movement, with its Gaussian of 5 pixels, as far as it converges."""
    image, reference = pair.image.astype(np.float32), pair.reference.astype(np.float32)
    criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 200, 1e-6)

    def call():
        warp = np.eye(2, 3, dtype=np.float32)
        warp = cv2.findTransformECC(reference, image, warp, cv2.MOTION_TRANSLATION, criteria, None, 5)[1]
        return -warp[:, 2]

    return call


def dip(method, parameter=0):
    def prepare(pair):
        return lambda: diplib.FindShift(pair.image, pair.reference, method, parameter)

    return prepare


def skimage(normalization):
    def prepare(pair):
        def call():
            shift = phase_cross_correlation(
                pair.reference, pair.image, upsample_factor=100, normalization=normalization
            )[0]
            return shift[::-1]

        return call

    return prepare


PROGRAMS = {
    "libstoner, gauss_newton": ours("gauss_newton"),
    "libstoner, scharr": ours("scharr"),
    "libstoner, chi2_shift": ours("chi2_shift"),
    "libstoner, imreg_dft": ours("imreg_dft"),
    "libstoner, cv2": ours("cv2"),
    "original, scharr": original("scharr"),
    "original, chi2_shift": original("chi2_shift"),
    "original, imreg_dft": original("imreg_dft"),
    "original, cv2": original("cv2"),
    "OpenCV, findTransformECC": opencv,
    "DIPlib, FindShift MTS": dip("MTS"),
    "DIPlib, FindShift ITER": dip("ITER"),
    "DIPlib, FindShift CPF": dip("CPF"),
    "scikit-image, phase": skimage("phase"),
    "scikit-image, plain": skimage(None),
}


def measure(scene, counts):
    """{program: (errors, times)}, and the bounds of all pairs."""
    rng = np.random.default_rng(20171015)
    results = {name: ([], [], 0) for name in PROGRAMS}
    bounds = []
    for trial in range(TRIALS):
        pair = scene.pair(rng, counts)
        bounds.append(pair.bound)
        for name, prepare in PROGRAMS.items():
            if name.startswith("original") and trial >= SLOW_TRIALS:
                continue
            errors, times, failed = results[name]
            found = []
            call = prepare(pair)
            try:
                times.append(timed(lambda: found.append(call())))
                errors.append(np.asarray(found[0], dtype=float)[:2] - pair.shift)
            except Exception:  # noqa: BLE001  (whatever a peer raises: it found nothing)
                results[name] = (errors, times, failed + 1)
    return results, np.array(bounds)


def cell(errors, failed, bounds):
    if not errors:
        return "nothing found"
    off = np.abs(errors).max(axis=1)
    ratio = np.sqrt(np.mean(np.square(errors)) / np.mean(bounds[: len(errors)] ** 2))
    return f"{np.median(off):.4f} / {off.max():.3f} / {ratio:.2f}" + (f" ({failed} not found)" if failed else "")


def table(title, scene):
    columns = {counts: measure(scene, counts) for counts in COUNTS}
    print(f"### {title}\n\n| | " + " | ".join(f"{counts} counts" for counts in COUNTS) + f" | ms at {COUNTS[0]} |")
    print("|---" * (len(COUNTS) + 2) + "|")
    bound = [np.sqrt(np.mean(bounds**2, axis=0)) for _, bounds in columns.values()]
    print("| bound (x, y) | " + " | ".join(f"{x:.4f}, {y:.4f}" for x, y in bound) + " | |")
    for name in PROGRAMS:
        cells = [cell(*results[name][::2], bounds) for results, bounds in columns.values()]
        times = columns[COUNTS[0]][0][name][1]
        print(f"| {name} | " + " | ".join(cells) + f" | {statistics.median(times):.2f} |")
    print(flush=True)


def answer(method):
    """(shift, sigma, warned) of a pair of arrays; no shift is an error."""

    def find(image, reference):
        fresh = lib.context_new()
        lib.context_set_threads(1, ctx=fresh)
        try:
            shift, sigma = lib.image_register(sc.from_array(image), sc.from_array(reference), method=method, ctx=fresh)[:2]
        except sc.StonerError:
            return None, None, False
        sigma = np.asarray(sigma, dtype=float)
        return np.asarray(shift), sigma if np.isfinite(sigma).all() else None, lib.context_warning_count(ctx=fresh)[0] > 0

    return find


def misleading(trials):
    """A row a scene for the default, and a row a method for all scenes."""
    print(f"### Scenes that mislead\n\n{trials} trials of each.\n")
    print("| scene | determined | right | silent | beyond 5 sigma | error or warning, wrong | false alarms | median px | pulls |")
    print("|---" * 9 + "|")
    totals = {}
    for method in ["gauss_newton", "scharr", "chi2_shift", "imreg_dft", "cv2"]:
        tallies = hard_scenes.run(answer(method), trials)
        totals[method] = tallies
        if method != "gauss_newton":
            continue
        for name, tally in tallies.items():
            off = [np.abs(error).max() for error in tally.errors]
            print(
                f"| {name} | {'yes' if hard_scenes.SCENES[name].determined else 'no'} | {tally.count('right')} | {tally.count('silent')} "
                f"| {tally.count('beyond')} | {tally.count('error', 'warned')} | {tally.count('false error', 'false alarm')} "
                f"| {np.median(off) if off else np.nan:.3f} | {np.sqrt(np.mean(np.square(tally.pulls))) if tally.pulls else np.nan:.2f} |"
            )
    print("\nThe other methods: right / silent / beyond 5 sigma / error or warning, wrong / false alarms.\n")
    others = [method for method in totals if method != "gauss_newton"]
    print("| scene | " + " | ".join(others) + " |\n" + "|---" * (len(others) + 1) + "|")
    for name in hard_scenes.SCENES:
        cells = []
        for method in others:
            tally = totals[method][name]
            told, false = tally.count("error", "warned"), tally.count("false error", "false alarm")
            cells.append(f"{tally.count('right')} / {tally.count('silent')} / {tally.count('beyond')} / {told} / {false}")
        print(f"| {name} | " + " | ".join(cells) + " |")
    print("\n| method | right | silent | beyond 5 sigma | error or warning, wrong | false alarms |")
    print("|---" * 6 + "|")
    for method, tallies in totals.items():

        def total(*names, tallies=tallies):
            return sum(tally.count(*names) for tally in tallies.values())

        print(
            f"| libstoner, {method} | {total('right')} | {total('silent')} | {total('beyond')} | {total('error', 'warned')} "
            f"| {total('false error', 'false alarm')} |"
        )
    print(flush=True)


def misleading_stacks(trials):
    """A row a stack, a cell a chain: right / silent / told / false alarms."""
    chains = ["REFERENCE", "NEIGHBOUR", "ALL_PAIRS"]
    print(f"### Stacks that mislead\n\n{trials} stacks of each, {stacks.FRAMES} frames; right / silent / told / false alarms.\n")
    print("| stack | " + " | ".join(chain.lower() for chain in chains) + " |\n" + "|---" * (len(chains) + 1) + "|")
    for name, scene in stacks.STACKS.items():
        cells = []
        for chain in chains:
            verdicts = []
            for trial in range(trials):
                stack = scene.make(hard_scenes.seed(name, trial))
                fresh = lib.context_new()
                image, series = sc.from_array(stack.frames), sc.CONSTANTS[f"STONER_SERIES_{chain}"]
                try:
                    table, _ = lib.image_align_stack(image, series, 0, order=sc.order(0), ctx=fresh)
                    movements = np.stack([lib.table_read_column(table, i) for i in (1, 2)], axis=1)
                except sc.StonerError:
                    movements = np.full((stacks.FRAMES, 2), np.nan)
                told = [lib.context_warning(i, ctx=fresh) for i in range(lib.context_warning_count(ctx=fresh)[0])]
                verdicts += stacks.verdicts(stack, movements, told)
            cells.append(" / ".join(str(verdicts.count(which)) for which in ("right", "silent", "told", "false alarm")))
        print(f"| {name} | " + " | ".join(cells) + " |")
    print(flush=True)


def similarities(trials, size=256, counts=1000):
    """Angles of turned frames beside OpenCV's Euclidean ECC, which begins at the truth."""
    scene, rng = scenes.domains(shape=(size + 260, size + 260)), np.random.default_rng(3)
    off, times = {"libstoner, imreg_dft": [], "OpenCV, Euclidean ECC": []}, {}
    pulls = []
    for _ in range(trials):
        angle, shift = rng.uniform(-8, 8), rng.uniform(-4, 4, 2)
        windows = [scene.window((0, 0), (size, size), (130, 130)), scene.window(shift, (size, size), (130, 130), angle=angle)]
        reference, image = (rng.poisson(counts * window / scene.mean).astype(float) for window in windows)
        a, b, found = sc.from_array(image), sc.from_array(reference), []
        took = timed(lambda: found.append(lib.image_register(a, b, method="imreg_dft", rotation=True, ctx=ctx)))
        times.setdefault("libstoner, imreg_dft", []).append(took)
        turned = np.degrees(found[0][2])
        off["libstoner, imreg_dft"].append(turned - angle)
        pulls.append((turned - angle) / np.degrees(lib.metadata_get_f64(found[0][4], "angle_sigma")))
        cos, sin = np.cos(np.radians(angle)), np.sin(np.radians(angle))
        back, middle = np.array([[cos, sin], [-sin, cos]]), np.full(2, (size - 1) / 2)
        warp = np.float32(np.column_stack([back, middle - back @ (middle + shift)]))
        images = [np.float32(frame / counts) for frame in (reference, image)]
        criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 100, 1e-7)
        out = []
        took = timed(lambda: out.append(cv2.findTransformECC(*images, warp.copy(), cv2.MOTION_EUCLIDEAN, criteria, None, 5)[1]))
        times.setdefault("OpenCV, Euclidean ECC", []).append(took)
        off["OpenCV, Euclidean ECC"].append(np.degrees(np.arctan2(out[0][0, 1], out[0][0, 0])) - angle)
    print(f"### Turned frames\n\n{trials} pairs of {size} x {size}, {counts} counts.\n")
    print("| | median degrees | worst | ms |\n|---|---|---|---|")
    for name, each in off.items():
        print(f"| {name} | {np.median(np.abs(each)):.4f} | {np.abs(each).max():.4f} | {statistics.median(times[name]):.0f} |")
    print(f"\nError over `angle_sigma`: root mean square {np.sqrt(np.mean(np.square(pulls))):.2f}.\n", flush=True)


misleading(int(os.environ.get("HARD_TRIALS", "20")))
misleading_stacks(int(os.environ.get("STACK_TRIALS", "6")))
similarities(int(os.environ.get("TURNED_TRIALS", "20")))
table("A made-up scene of magnetic domains", scenes.domains())
if len(sys.argv) > 1:
    table("The enlarged scan", scenes.enlarged_scan(sys.argv[1]))
