"""Radial profiles and histograms, on one thread and on two.

The peers do less: bincount and scipy.ndimage are given the ring of each pixel, which a user has to compute first ("with
distances" is the time with that); only ours gives deviations and numbers too.
"""

import cv2
import diplib
import numpy as np
import scipy.ndimage
from compare import compare

import stoner_c as sc

cv2.setNumThreads(1)
diplib.SetNumberOfThreads(1)
lib = sc.lib
N = 2048
RANDOM = np.random.default_rng(3)
IMAGE = RANDOM.random((N, N)) * 1000

one, two = lib.context_new(), lib.context_new()
lib.context_set_threads(1, ctx=one)
lib.context_set_threads(2, ctx=two)
ours = sc.from_array(IMAGE)
EDGES = np.arange(N // 2 + 1.0)
Y, X = np.mgrid[:N, :N]


def labels():
    return np.sqrt((X - N / 2) ** 2 + (Y - N / 2) ** 2).astype(np.intp)


RINGS = labels()


def radial(ctx):
    return lambda: lib.image_radial_profile(ours, r=EDGES, n_r=len(EDGES), ctx=ctx)


def bincount(rings):
    return np.bincount(rings.ravel(), IMAGE.ravel()) / np.bincount(rings.ravel())


mean = lib.table_read_column(radial(one)(), 3)
np.testing.assert_allclose(mean, bincount(RINGS)[: len(mean)], rtol=1e-12)

dip_image = diplib.Image(IMAGE)
compare(
    "radial mean, 2048 x 2048 f64",
    [
        (
            "profile (mean, deviation, number)",
            {
                "libstoner": radial(one),
                "bincount": lambda: bincount(RINGS),
                "bincount with distances": lambda: bincount(labels()),
                "scipy.ndimage.mean": lambda: scipy.ndimage.mean(IMAGE, RINGS, np.arange(N // 2)),
                "DIPlib RadialMean": lambda: diplib.RadialMean(dip_image, binSize=1, maxRadius="inner radius"),
                "two threads": radial(two),
            },
        )
    ],
)

rows = []
for dtype in ("float64", "float32", "uint16", "uint8"):
    top = {"uint8": 256, "uint16": 65536}.get(dtype, 1000)
    array = (RANDOM.random((N, N)) * top).astype(dtype)
    image = sc.from_array(array)
    limits = [0.0, float(top)]
    plain = array if dtype != "float64" else array.astype("float32")
    for bins in (256,):
        made = lib.table_read_column(lib.image_hist(image, bins, range=limits), 3)
        np.testing.assert_array_equal(made, np.histogram(array, bins, limits)[0])
        rows.append(
            (
                f"{dtype}, {bins} bins",
                {
                    "libstoner": lambda image=image, bins=bins, limits=limits: lib.image_hist(image, bins, range=limits, ctx=one),
                    "numpy": lambda array=array, bins=bins, limits=limits: np.histogram(array, bins, limits),
                    "OpenCV" + (" (f32)" if dtype == "float64" else ""): lambda a=plain, bins=bins, limits=limits: cv2.calcHist([a], [0], None, [bins], limits),
                    "two threads": lambda image=image, bins=bins, limits=limits: lib.image_hist(image, bins, range=limits, ctx=two),
                },
            )
        )
compare("histograms, 2048 x 2048", rows)
