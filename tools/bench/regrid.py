"""griddata and gridimage beside SciPy: 512 x 512 positions of a scan, a lattice moved by up to a tenth of a pixel, onto a
512 x 512 grid, one thread; ours with two threads beside one; and the triangulation of 1024 x 1024 positions (linear,
onto four pixels) beside SciPy's.
"""

from compare import compare

import numpy as np
import stoner_c as sc
from scipy.interpolate import griddata
from scipy.spatial import Delaunay

METHODS = {"linear": 0, "cubic": 2, "nearest": 1}


def scan(n):
    random = np.random.default_rng(1)
    y, x = np.mgrid[:n, :n].astype(float)
    y = y[::-1]
    points = np.stack([(a + random.uniform(-0.1, 0.1, a.shape)).ravel() for a in (x, y)], 1)
    return points, np.sin(points[:, 0] / 3) + np.cos(points[:, 1] / 4), np.stack([x + 0.2, y + 0.3], -1)


def context(threads):
    ctx = sc.lib.context_new()
    sc.lib.context_set_threads(threads, ctx=ctx)
    return ctx


def ours(arrays, method, ctx):
    images = [sc.from_array(a) for a in arrays]
    return lambda: sc.lib.image_griddata(*images, METHODS[method], np.nan, 0, ctx=ctx)


def main():
    one, two = context(1), context(2)
    points, values, xi = scan(512)
    rows = [
        (f"griddata {method}", {"libstoner": ours((points, values, xi), method, one), "SciPy": lambda m=method: griddata(points, values, xi, m)})
        for method in METHODS
    ]
    compare("512 x 512 points onto 512 x 512, one thread", rows, rounds=3)
    points, values, xi = scan(1024)
    small = xi[:2, :2]
    compare(
        "Delaunay triangulation of 1024 x 1024 positions, one thread",
        [("triangulation", {"libstoner": ours((points, values, small), "linear", one), "SciPy": lambda: Delaunay(points)})],
        rounds=2,
    )
    rows = [
        (f"griddata {method}", {"two threads": ours((points, values, xi), method, two), "one": ours((points, values, xi), method, one)})
        for method in METHODS
    ]
    compare("1024 x 1024 points onto 1024 x 1024, libstoner alone", rows, rounds=5)


if __name__ == "__main__":
    main()
