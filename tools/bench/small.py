"""What a call costs on small images: through C by itself, and through Python beside numpy and numpy.ma."""

import os
import sys
from pathlib import Path

from compare import clock  # noqa: I001  (first: it sets the number of threads)

import statistics

import numpy as np
import scipy.fft
from programs import BUILD, build, run
from scipy import ndimage

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bindings/python/src"))
import stoner

ROUNDS = int(os.environ.get("ROUNDS", "21"))
SIDES = (2, 64, 128, 256)


def through_c():
    build("small")
    print("### A call through C, microseconds, the result's free with it; the first column is the call's own cost\n")
    print(f"| | {' | '.join(f'{side} x {side}' for side in SIDES)} |\n|---|{'---|' * len(SIDES)}")
    for line in run(BUILD / "small").splitlines():
        name, *times = line.split()
        print(f"| {name} | {' | '.join(f'{float(time) / 1e3:.2f}' for time in times)} |", flush=True)
    print()


def calls(side):
    """Operations: ours, and the peer's with the same result."""
    pixels = np.random.default_rng(1).random((side, side))
    mask = np.random.default_rng(2).random((side, side)) < 0.1
    masked = np.ma.masked_array(pixels, mask)
    image, image_masked = stoner.Image(pixels), stoner.Image(masked)
    return {
        "`a + a`": (lambda: image + image, lambda: pixels + pixels),
        "`a * 2`": (lambda: image * 2, lambda: pixels * 2),
        "`a + a`, masked": (lambda: image_masked + image, lambda: masked + pixels),
        "`np.sqrt`": (lambda: np.sqrt(image), lambda: np.sqrt(pixels)),
        "`sum`": (image.sum, pixels.sum),
        "`mean`, masked": (image_masked.mean, masked.mean),
        "`max`": (image.max, pixels.max),
        "`std`": (image.std, pixels.std),
        "`a[2:-2, 2:-2]`": (lambda: image[2:-2, 2:-2], lambda: pixels[2:-2, 2:-2]),
        "`a[1, 1]`": (lambda: image[1, 1], lambda: pixels[1, 1]),
        "`T`": (lambda: image.T, lambda: pixels.T),
        "`np.sort`, flat": (lambda: np.sort(image, axis=None), lambda: np.sort(pixels, axis=None)),
        "`gaussian_filter`, sigma 1": (lambda: image.gaussian_filter(1), lambda: ndimage.gaussian_filter(pixels, 1)),
        "`fft`, complex": (lambda: image.fft(phase=None), lambda: scipy.fft.fftshift(scipy.fft.fft2(pixels))),
    }


def through_python():
    print("### A call through Python, microseconds: ours, numpy's (times ours)\n")
    print("The peer is numpy; numpy.ma where a row says masked; SciPy for the filter and the transform.\n")
    print(f"| | {' | '.join(f'{side} x {side}' for side in SIDES)} |\n|---|{'---|' * len(SIDES)}")
    measured = {side: {name: measure(*pair) for name, pair in calls(side).items()} for side in SIDES}
    for name in measured[SIDES[0]]:
        cells = ["{:.1f}, {:.1f} ({:.2f})".format(*measured[side][name]) for side in SIDES]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)
    print()


def measure(ours, peer):
    """Microseconds for each call of both, in turns, and the median of the rounds' ratios."""
    repeats = 1
    while timed(ours, repeats) < 2e-3:
        repeats *= 2
    both = [(timed(ours, repeats) / repeats, timed(peer, repeats) / repeats) for _ in range(ROUNDS)]
    return *(1e6 * statistics.median(times) for times in zip(*both)), statistics.median(theirs / mine for mine, theirs in both)


def timed(call, repeats):
    start = clock()
    for _ in range(repeats):
        call()
    return clock() - start


if __name__ == "__main__":
    # With as many threads as a program gets that sets none.
    through_c()
    through_python()
