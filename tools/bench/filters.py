"""Filters and the Fourier transform against SciPy, scikit-image, OpenCV, DIPlib and ducc0, same result, one thread."""

from compare import compare  # noqa: I001  (first: it sets the number of threads)

import cv2
import diplib
import ducc0
import numpy as np
import scipy.fft
import stoner_c as sc
from scipy import ndimage
from skimage.restoration import denoise_tv_chambolle
from stoner_c import CONSTANTS, lib

cv2.setNumThreads(1)
diplib.SetNumberOfThreads(1)
ctx = lib.context_new()
lib.context_set_threads(1, ctx=ctx)
two = lib.context_new()
lib.context_set_threads(2, ctx=two)

array = np.random.default_rng(1).random((2048, 2048))
small = np.random.default_rng(2).random((512, 512))
image, small_image = sc.from_array(array), sc.from_array(small)
COMPLEX, X = CONSTANTS["STONER_FFT_COMPLEX"], CONSTANTS["STONER_SGOLAY_X"]


def gaussian(sigma, context=ctx):
    return lambda: lib.image_gaussian_filter(image, sigma_xy=[sigma, sigma], ctx=context)


def gaussian_row(sigma):
    size = 2 * int(4 * sigma + 0.5) + 1
    kernel = cv2.getGaussianKernel(size, sigma)
    return f"gaussian, sigma {sigma}", {
        "libstoner": gaussian(sigma),
        "SciPy": lambda: ndimage.gaussian_filter(array, sigma),
        "OpenCV": lambda: cv2.sepFilter2D(array, -1, kernel, kernel, borderType=cv2.BORDER_REFLECT),
        "DIPlib": lambda: diplib.Gauss(array, sigma, 0, "FIR", truncation=4.0),
    } | ({"DIPlib, recursive": lambda: diplib.Gauss(array, sigma, 0, "IIR")} if sigma > 8 else {})


def monomials(points, poly):
    half = points // 2
    y, x = np.mgrid[-half : half + 1, -half : half + 1]
    terms = [x.ravel() ** a * y.ravel() ** b for a in range(poly + 1) for b in range(poly + 1 - a)]
    return np.linalg.pinv(np.stack(terms, axis=1).astype(float)), [(a, b) for a in range(poly + 1) for b in range(poly + 1 - a)]


def sgolay_row(points, poly, derivative, name):
    """The peers compute what stands inside; the kernel's singular vectors are its separable parts."""
    inverse, terms = monomials(points, poly)
    kernel = inverse[terms.index((1, 0) if derivative else (0, 0))].reshape(points, points)
    u, s, v = np.linalg.svd(kernel)
    parts = [(u[:, i] * s[i], v[i]) for i in range(points) if s[i] > 1e-12 * s[0]]

    def opencv():
        out = cv2.sepFilter2D(array, -1, parts[0][1], parts[0][0])
        for column, row in parts[1:]:
            out += cv2.sepFilter2D(array, -1, row, column)
        return out

    def scipy():
        out = 0
        for column, row in parts:
            out = out + ndimage.correlate1d(ndimage.correlate1d(array, column, 0), row, 1)
        return out

    programs = {
        "libstoner": lambda: lib.image_sgolay2d(image, points=points, poly=poly, derivative=derivative, ctx=ctx),
        "OpenCV, separable": opencv,
        "SciPy, separable": scipy,
    }
    if poly == 1 and not derivative:
        programs["OpenCV, box"] = lambda: cv2.blur(array, (points, points))
        programs["SciPy, box"] = lambda: ndimage.uniform_filter(array, points)
        programs["DIPlib, box"] = lambda: diplib.Uniform(array, [points, points])
    return name, programs


compare(
    "Filters, 2048 x 2048 f64",
    [
        gaussian_row(2),
        gaussian_row(8),
        gaussian_row(32),
        sgolay_row(15, 1, 0, "sgolay2d, 15 points, degree 1"),
        sgolay_row(15, 3, 0, "sgolay2d, 15 points, degree 3"),
        sgolay_row(15, 3, X, "sgolay2d, 15 points, degree 3, d/dx"),
    ],
)
compare(
    "Total variation, 512 x 512 f64",
    [
        (
            "denoise, weight 0.1",
            {
                "libstoner": lambda: lib.image_denoise(small_image, weight=0.1, ctx=ctx),
                "scikit-image": lambda: denoise_tv_chambolle(small, 0.1),
            },
        )
    ],
)
compare(
    "Fourier transform, 2048 x 2048 f64",
    [
        (
            "complex",
            {
                "libstoner": lambda: lib.image_fft(image, shift=0, output=COMPLEX, ctx=ctx),
                "SciPy": lambda: scipy.fft.fft2(array, workers=1),
                "numpy": lambda: np.fft.fft2(array),
                "OpenCV": lambda: cv2.dft(array, flags=cv2.DFT_COMPLEX_OUTPUT),
                "ducc0 c2c": lambda: ducc0.fft.c2c(array, nthreads=1),
                "ducc0 r2c, half of it": lambda: ducc0.fft.r2c(array, nthreads=1),
            },
        ),
        (
            "magnitude, shifted",
            {
                "libstoner": lambda: lib.image_fft(image, shift=1, ctx=ctx),
                "SciPy": lambda: np.abs(scipy.fft.fftshift(scipy.fft.fft2(array, workers=1))),
            },
        ),
    ],
)
compare(
    "One thread for two (peer: one thread)",
    [
        ("gaussian, sigma 8", {"two threads": gaussian(8, two), "one": gaussian(8)}),
        (
            "sgolay2d, 15 points, degree 3",
            {
                "two threads": lambda: lib.image_sgolay2d(image, points=15, poly=3, ctx=two),
                "one": lambda: lib.image_sgolay2d(image, points=15, poly=3, ctx=ctx),
            },
        ),
        (
            "denoise",
            {
                "two threads": lambda: lib.image_denoise(image, weight=0.1, ctx=two),
                "one": lambda: lib.image_denoise(image, weight=0.1, ctx=ctx),
            },
        ),
        (
            "fft, complex",
            {
                "two threads": lambda: lib.image_fft(image, output=COMPLEX, ctx=two),
                "one": lambda: lib.image_fft(image, output=COMPLEX, ctx=ctx),
            },
        ),
    ],
)
