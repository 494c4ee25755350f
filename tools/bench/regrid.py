"""griddata and gridimage beside SciPy (and imops where it is installed), one thread, and beside ours with two threads:

- gridimage, linear, of 512 x 512 positions: each amount of jitter in each order of the pixels, ours alone;
- the same with pixels left out;
- the three methods of griddata; the triangulation of 1,048,576 positions in three orders;
- points that lie unevenly.
"""

from compare import ROUNDS, compare, timed  # noqa: I001  (sets the environment before numpy is loaded)

import statistics

import numpy as np
import stoner_c as sc
from scipy.interpolate import griddata
from scipy.spatial import Delaunay

try:
    from imops.interp2d import Linear2DInterpolator
except ImportError:
    Linear2DInterpolator = None

METHODS = {"linear": 0, "cubic": 2, "nearest": 1}
JITTERS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1.0)


def meander(n):
    order = np.arange(n * n).reshape(n, n)
    order[1::2] = order[1::2, ::-1]
    return order.ravel()


def tiles(n):
    """Sixteen squares, one after the other."""
    return np.arange(n * n).reshape(4, n // 4, 4, n // 4).swapaxes(1, 2).ravel()


#: The nominal positions in the order in which they are measured.
ORDERS = {
    "raster": lambda n: np.arange(n * n),
    "meander": meander,
    "y first": lambda n: np.arange(n * n).reshape(n, n).T.ravel(),
    "tiles": tiles,
    "shuffled": lambda n: np.random.default_rng(3).permutation(n * n),
}


def nominal(n, order):
    """x and y, a step apart, on a square of n, or on a disc of its area."""
    if order == "spiral":
        turns = np.sqrt(np.arange(n * n) / np.pi)
        angle = 2 * np.pi * turns
        return n / 2 + turns * np.cos(angle), n / 2 + turns * np.sin(angle)
    y, x = np.mgrid[:n, :n].astype(float)
    at = ORDERS[order](n)
    return x.ravel()[at], y.ravel()[at]


def scan(n, order="raster", jitter=0.1, seed=1):
    """Points (n * n, 2) moved by `jitter` rms, their values, and a grid of targets."""
    random = np.random.default_rng(seed)
    points = np.stack(nominal(n, order), 1) + jitter * random.normal(size=(n * n, 2))
    y, x = np.mgrid[:n, :n].astype(float)
    return points, np.sin(points[:, 0] / 3) + np.cos(points[:, 1] / 4), np.stack([x + 0.2, y + 0.3], -1)


def context(threads):
    ctx = sc.lib.context_new()
    sc.lib.context_set_threads(threads, ctx=ctx)
    return ctx


def ours(arrays, method, ctx):
    images = [sc.from_array(a) for a in arrays]
    return lambda: sc.lib.image_griddata(*images, METHODS[method], np.nan, 0, ctx=ctx)


def gridded(points, values, ctx):
    """gridimage of a scan, onto its own grid."""
    n = int(np.sqrt(len(values)))
    image = sc.from_array(values.reshape(n, n))
    sc.lib.image_set_map(image, [0.0, 0.0], [1.0, 0.0, 0.0, 1.0])
    for name, at in zip(("actual_x", "actual_y"), points.T):
        sc.lib.image_set_plane(image, name, sc.from_array(np.ascontiguousarray(at).reshape(n, n)))
    return lambda: sc.lib.image_gridimage(image, ctx=ctx)[1]


def grid_of(columns, rows, calls):
    """A table of medians; all calls take turns."""
    times = {key: [] for key in calls}
    for call in calls.values():
        call()
    for _ in range(ROUNDS):
        for key, call in calls.items():
            times[key].append(timed(call))
    median = {key: statistics.median(each) for key, each in times.items()}
    print("| | " + " | ".join(str(column) for column in columns) + " |\n|---|" + "---|" * len(columns))
    for row in rows:
        print(f"| {row} | " + " | ".join(f"{median[row, column]:.1f}" for column in columns) + " |")
    print(f"\nThe slowest takes {max(median.values()) / min(median.values()):.2f} times as long as the fastest.\n", flush=True)


def left_out(values, share):
    """Some values are NaN: single ones, and a disc."""
    n = int(np.sqrt(len(values)))
    y, x = np.mgrid[:n, :n]
    out = np.random.default_rng(5).random(n * n) < share
    return np.where(out | (np.hypot(x - n / 3, y - n / 2) < n * np.sqrt(share) / 4).ravel(), np.nan, values)


def uneven(n):
    random = np.random.default_rng(7)
    even = random.random((n, 2))
    return {
        "evenly random": even,
        "a Gaussian": random.normal(size=(n, 2)),
        "half on a hundredth of the area": np.where(np.arange(n)[:, None] % 2, even, 0.1 * even),
        "twenty clusters": random.random((20, 2))[np.arange(n) % 20] + 1e-4 * even,
        "two lines": np.stack([even[:, 0], 0.3 * even[:, 0] + np.arange(n) % 2], 1),
    }


def main():
    one, two = context(1), context(2)
    n = 512
    orders = [*ORDERS, "spiral"]
    print("### gridimage, linear, 512 x 512, one thread: ms for each jitter of the positions in pixels (rms)\n")
    scans = {(order, jitter): scan(n, order, jitter) for order in orders for jitter in JITTERS}
    grid_of(JITTERS, orders, {key: gridded(*each[:2], one) for key, each in scans.items()})
    shares = (0.0, 0.01, 0.1, 0.5)
    print("### gridimage, linear, 512 x 512, one thread: ms for each share of the pixels that is NaN, jitter 0.2\n")
    calls = {
        (order, share): gridded(scans[order, 0.2][0], left_out(scans[order, 0.2][1], share), one)
        for order in ("raster", "shuffled")
        for share in shares
    }
    grid_of(shares, ("raster", "shuffled"), calls)

    rows = []
    for order, jitter in (("raster", 0.2), ("shuffled", 0.2)):
        points, values, xi = scans[order, jitter]
        programs = {"libstoner": ours((points, values, xi), "linear", one), "SciPy": lambda p=points, v=values, x=xi: griddata(p, v, x)}
        if Linear2DInterpolator:
            flat = xi.reshape(-1, 2)
            programs["imops"] = lambda p=points, v=values, x=flat: Linear2DInterpolator(p, v, num_threads=1)(x)
        rows.append((f"griddata linear, {order}", programs))
    points, values, xi = scan(n)
    for method in ("cubic", "nearest"):
        programs = {"libstoner": ours((points, values, xi), method, one), "SciPy": lambda m=method: griddata(points, values, xi, m)}
        rows.append((f"griddata {method}", programs))
    compare("512 x 512 points onto 512 x 512, one thread", rows, rounds=3)

    rows = []
    for order in ("raster", "shuffled", "spiral"):
        points, values, xi = scan(1024, order, 0.2)
        few = (points, values, xi[500:502, 500:502])
        rows.append((order, {"libstoner": ours(few, "linear", one), "two threads": ours(few, "linear", two), "SciPy": lambda p=points: Delaunay(p)}))
    compare("Delaunay triangulation of 1,048,576 positions, jitter 0.2 (linear, onto four pixels)", rows, rounds=2)

    rows = []
    for name, points in uneven(n * n).items():
        few = (points, points[:, 0], points[:4].reshape(2, 2, 2))
        # Two lines, whose other triangles are all slivers, take SciPy's Qhull many minutes.
        peer = {"two threads": ours(few, "linear", two)} if name == "two lines" else {"SciPy": lambda p=points: Delaunay(p)}
        rows.append((name, {"libstoner": ours(few, "linear", one)} | peer))
    compare("Delaunay triangulation of 262,144 uneven points, one thread (linear, onto four pixels)", rows, rounds=2)

    points, values, xi = scan(1024)
    rows = [
        (f"griddata {method}", {"two threads": ours((points, values, xi), method, two), "one": ours((points, values, xi), method, one)})
        for method in METHODS
    ]
    compare("1024 x 1024 points onto 1024 x 1024, libstoner alone", rows, rounds=5)


if __name__ == "__main__":
    main()
