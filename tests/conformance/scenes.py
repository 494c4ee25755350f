"""Scenes with known shifts for the tests of registration and its benchmark, and the Cramer-Rao bound of each.

A `Scene` is a smooth expectation of counts on a grid of pixels, larger than the windows that are cut from it. A window at an
offset samples it by quintic B-splines, so what a camera would see after a drift stands in it, new edges included:

    scene = domains()
    pair = scene.pair(rng, counts=19580)          # offset uniform in +-6 px, Poisson noise in both
    pair.reference, pair.image                    # counts
    pair.shift                                    # (x, y) by which the image's content is to be moved onto the reference
    pair.bound                                    # the least standard deviation (x, y) that any unbiased estimate can have
"""

import dataclasses
import functools

import numpy as np
from scipy import ndimage

#: The shape of a window, and where the reference's begins in its scene, as (rows, columns).
WINDOW, ORIGIN = (200, 200), (40, 40)
#: The mean counts of the real scan, for which the figures of docs/benchmarks.md are.
SCAN_COUNTS = 19580
SCAN = "pollux/Sample_Image_2017-10-15_100.hdf5"


@dataclasses.dataclass(frozen=True)
class Pair:
    """Two noisy windows of one scene."""

    reference: np.ndarray
    image: np.ndarray
    #: (x, y) by which the image's content is to be moved to lie on the reference.
    shift: np.ndarray
    #: (x, y) standard deviations of the Cramer-Rao bound.
    bound: np.ndarray


class Scene:
    """An expectation that is defined between its pixels too: a quintic B-spline."""

    def __init__(self, expectation):
        self.expectation = np.asarray(expectation, dtype=float)
        self._spline = ndimage.spline_filter(self.expectation, order=5, mode="mirror")

    def sample(self, rows, columns):
        return ndimage.map_coordinates(self._spline, [rows, columns], order=5, mode="mirror", prefilter=False)

    def window(self, offset=(0.0, 0.0), shape=WINDOW, origin=ORIGIN, angle=0.0, scale=1.0):
        """The expectation in a window whose pixel (row, column) lies in the scene at origin + offset + pixel; `offset` is (x, y).

        With an angle (degrees, counter-clockwise as seen) or a scale the window's content is turned and magnified about the
        window's middle.
        """
        rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]].astype(float)
        if angle != 0.0 or scale != 1.0:
            middle = (shape[0] - 1) / 2, (shape[1] - 1) / 2
            y, x = (rows - middle[0]) / scale, (columns - middle[1]) / scale
            cos, sin = np.cos(np.radians(angle)), np.sin(np.radians(angle))
            # y points down: seen content turned counter-clockwise comes from places turned clockwise.
            columns, rows = cos * x - sin * y + middle[1], sin * x + cos * y + middle[0]
        return self.sample(rows + origin[0] + offset[1], columns + origin[1] + offset[0])

    def gradient(self, offset=(0.0, 0.0), shape=WINDOW, origin=ORIGIN):
        """The derivatives along x and y in a window, from the spline itself (fourth-order differences over a tenth of a pixel)."""

        def along(x, y, h=0.1):
            def at(k):
                return self.window((offset[0] + k * h * x, offset[1] + k * h * y), shape, origin)

            return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h)

        return along(1, 0), along(0, 1)

    @functools.cached_property
    def mean(self):
        """The mean of the reference's usual window: what `counts` stands for."""
        return self.window().mean()

    @functools.cached_property
    def _reference(self):
        return self.window(), *self.gradient()

    def bound(self, shift, counts, shape=WINDOW, origin=ORIGIN):
        """The Cramer-Rao bound of a shift between two windows with Poisson noise: standard deviations (x, y).

        The inverse of the Fisher matrix: the products of the scene's gradients over the summed variances of both images, summed
        over the pixels of the reference that the moved image covers (T. Q. Pham et al. 2005, "Performance of optimal registration
        estimators", Proc. SPIE 5817, 133).
        """
        if (shape, origin) == (WINDOW, ORIGIN):
            expectation, gx, gy = self._reference
        else:
            expectation = self.window(shape=shape, origin=origin)
            gx, gy = self.gradient(shape=shape, origin=origin)
        rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]]
        x, y = columns - shift[0], rows - shift[1]
        overlap = (x >= 0) & (x <= shape[1] - 1) & (y >= 0) & (y <= shape[0] - 1)
        # The image shows the same content there, so it has the same variance.
        weight = counts / self.mean / (2 * expectation[overlap])
        gradients = np.stack([gx[overlap], gy[overlap]])
        return np.sqrt(np.diag(np.linalg.inv((gradients * weight) @ gradients.T)))

    def pair(self, rng, counts=SCAN_COUNTS, offset=None, reach=6.0, shape=WINDOW, origin=ORIGIN):
        """A reference at the origin and an image at an offset, given or uniform in +-reach px, with Poisson noise in both.

        `counts` is the mean of the scene's usual window. None leaves the noise out.
        """
        offset = np.asarray(rng.uniform(-reach, reach, 2) if offset is None else offset, dtype=float)
        # A window further right shows its content further left: it is to be moved right again.
        reference, image = self.window((0, 0), shape, origin), self.window(offset, shape, origin)
        if counts is None:
            return Pair(reference, image, offset, np.zeros(2))
        noisy = [rng.poisson(np.maximum(expectation * counts / self.mean, 0.0)).astype(float) for expectation in (reference, image)]
        return Pair(*noisy, offset, self.bound(offset, counts, shape, origin))


@functools.lru_cache(maxsize=8)
def domains(shape=(280, 280), seed=20171015, period=24.0, contrast=0.06, blur=1.8):
    """A made-up scan of a magnetic film: a maze of domains `period` pixels wide, up and down with `contrast` each way, on a
    slowly varying thickness with some dirt and a straight edge, seen by a beam of `blur` pixels (sigma). The mean is 1.
    """
    rng = np.random.default_rng(seed)
    fy, fx = np.meshgrid(np.fft.fftfreq(shape[0]), np.fft.fftfreq(shape[1]), indexing="ij")
    frequency = np.hypot(fx, fy)
    noise = np.fft.fft2(rng.standard_normal(shape))
    ring = np.exp(-(((frequency - 1 / period) * period / 0.25) ** 2) / 2)
    maze = np.fft.ifft2(noise * ring).real
    magnetisation = np.tanh(4 * maze / maze.std())
    slow = np.fft.ifft2(np.fft.fft2(rng.standard_normal(shape)) * np.exp(-((frequency * 60) ** 2))).real
    transmission = 0.7 + 0.05 * slow / slow.std() + contrast * magnetisation
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]].astype(float)
    for _ in range(int(np.prod(shape) / 5000)):
        y, x = rng.uniform(0, shape[0]), rng.uniform(0, shape[1])
        size, depth = rng.uniform(1.0, 3.0), rng.uniform(0.02, 0.15)
        transmission -= depth * np.exp(-((rows - y) ** 2 + (columns - x) ** 2) / (2 * size**2))
    beyond_edge = columns * 0.94 + rows * 0.34 > 1.05 * shape[1]
    transmission = np.where(beyond_edge, 1.0, np.maximum(transmission, 0.05))
    seen = ndimage.gaussian_filter(transmission, blur, mode="wrap")
    return Scene(seen / seen.mean())


@functools.lru_cache(maxsize=2)
def enlarged_scan(path, factor=3, order=3):
    """The real scan's counts enlarged: 100 x 100 pixels become 300 x 300."""
    import h5py

    with h5py.File(path, "r") as file:
        counts = file["entry1/counter0/data"][()].astype(float)
    return Scene(ndimage.zoom(counts, factor, order=order))
