"""How the time for each pixel grows with the image: a call of each family at 256, 1024 and 4096 on a side, one thread."""

from compare import clock  # noqa: I001  (first: it sets the number of threads)

import statistics

import numpy as np
import stoner_c as sc
from stoner_c import CONSTANTS, lib

SIDES = (256, 1024, 4096)
#: Each cell is the median of so many calls; small images are called so often that a cell takes as long as that of the large one.
CALLS = 7
ctx = lib.context_new()
lib.context_set_threads(1, ctx=ctx)
rng = np.random.default_rng(1)


class Inputs:
    """What the calls take, for one side."""

    def __init__(self, side):
        pixels = rng.random((side, side))
        self.side = side
        self.plain = sc.from_array(pixels)
        self.masked = sc.from_array(np.ma.masked_array(pixels, rng.random((side, side)) < 0.1))
        self.counts = sc.from_array((4096 * pixels).astype(np.uint16))
        y, x = np.mgrid[:side, :side].astype(float)
        jitter = rng.normal(0, 0.2, (2, side, side))
        self.x, self.y = sc.from_array(x + jitter[0]), sc.from_array(y + jitter[1])
        self.grid = sc.from_array(pixels)
        lib.image_set_map(self.grid, [0, 0], [1, 0, 0, 1], "sample_x", "sample_y", "um", "um")
        self.rgba = np.empty((side, side, 4), np.uint8)


#: Where the time for each pixel grows and why stands in docs/benchmarks.md.
CALLED = {
    "sum": lambda i: lib.image_sum(i.plain, ctx=ctx),
    "mean, masked": lambda i: lib.image_mean(i.masked, ctx=ctx),
    "subtract": lambda i: lib.image_arithmetic(i.plain, CONSTANTS["STONER_ARITHMETIC_SUBTRACT"], i.masked, ctx=ctx),
    "sort": lambda i: lib.image_sort(i.plain, [CONSTANTS["STONER_AXIS_NONE"]], ctx=ctx),
    "threshold_minmax": lambda i: lib.image_threshold_minmax(i.plain, 0.2, 0.8, ctx=ctx),
    "hist, u16, 256 bins": lambda i: lib.image_hist(i.counts, 256, ctx=ctx),
    "gaussian_filter, sigma 2": lambda i: lib.image_gaussian_filter(i.plain, sigma_xy=[2, 2], ctx=ctx),
    "sgolay2d, 15 points, degree 3": lambda i: lib.image_sgolay2d(i.plain, 15, 3, CONSTANTS["STONER_SGOLAY_SMOOTH"], ctx=ctx),
    "fft": lambda i: lib.image_fft(i.plain, output=CONSTANTS["STONER_FFT_COMPLEX"], ctx=ctx),
    "rotate, order 3": lambda i: lib.image_rotate(i.plain, 0.3, order=CONSTANTS["STONER_INTERPOLATION_CUBIC"], ctx=ctx),
    "gridimage, linear, jitter 0.2 px": lambda i: lib.image_gridimage(i.grid, i.x, i.y, ctx=ctx),
    "radial_profile": lambda i: lib.image_radial_profile(i.plain, ctx=ctx),
    "to_rgba": lambda i: lib.image_to_rgba(i.plain, rgba=i.rgba, capacity=i.rgba.nbytes, ctx=ctx),
}


def main():
    print("### Nanoseconds for each pixel\n")
    print(f"| | {' | '.join(f'{side} x {side}' for side in SIDES)} |\n|---|{'---|' * len(SIDES)}")
    inputs = [Inputs(side) for side in SIDES]
    for name, call in CALLED.items():
        cells = []
        for of_side in inputs:
            call(of_side)
            repeats = max(1, (1024 // of_side.side) ** 2)
            times = []
            for _ in range(CALLS):
                start = clock()
                for _ in range(repeats):
                    call(of_side)
                times.append((clock() - start) / repeats)
            cells.append(f"{statistics.median(times) / of_side.side**2 * 1e9:.2f}")
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
