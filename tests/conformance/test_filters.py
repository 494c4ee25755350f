"""Filters against scipy.ndimage, scikit-image, the Python original and known truth, through the C interface."""

import ctypes
import warnings

import numpy as np
import pytest
import stoner_c as sc
from conftest import INTEGERS, quiet, raises
from stoner_c import CONSTANTS, lib

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from scipy import ndimage
    from skimage.filters import gaussian as sk_gaussian
    from skimage.restoration import denoise_tv_chambolle

SMOOTH, X, Y, BOTH = (CONSTANTS[f"STONER_SGOLAY_{name}"] for name in ("SMOOTH", "X", "Y", "BOTH"))
MODES = {
    name: CONSTANTS["STONER_MODE_" + name.replace("-", "_").upper()]
    for name in ("constant", "grid-constant", "nearest", "reflect", "mirror", "wrap", "grid-wrap")
}
MODES["grid-mirror"] = CONSTANTS["STONER_MODE_REFLECT"]
SHAPES = [(1, 1), (1, 19), (18, 1), (2, 2), (7, 13), (301, 200)]


def rng():
    return np.random.default_rng(20171015)


def image(shape, dtype=np.float64):
    if dtype == bool:
        return rng().random(shape) > 0.5
    low, high = (0, 100) if np.dtype(dtype).kind == "u" else (-60, 60)
    return (low + (high - low) * rng().random(shape)).astype(dtype)


def complex_image(shape, dtype=np.complex128):
    return (image(shape) + 1j * image(shape)[..., ::-1]).astype(dtype)


def of(array, mask=None):
    return sc.from_array(array if mask is None else np.ma.MaskedArray(array, mask))


def gaussian(array, sigma, mask=None, **keywords):
    """sigma, order and mode as scipy has them: along y, then along x."""
    pair = lambda value: None if value is None else list(np.broadcast_to(value, 2)[::-1])
    order, mode = pair(keywords.pop("order", None)), keywords.pop("mode", None)
    mode = None if mode is None else [MODES[m] for m in pair(mode)]
    call = dict(sigma_xy=[float(s) for s in pair(sigma)], order_xy=order and [int(o) for o in order], mode_xy=mode)
    return sc.to_array(lib.image_gaussian_filter(of(array, mask), **call, **keywords))


def close(ours, theirs, tolerance=1e-10):
    """To within `tolerance` of the range."""
    assert ours.shape == theirs.shape
    theirs = np.asarray(theirs)
    scale = max(float(np.abs(theirs).max()), 1e-300)
    assert np.abs(np.ma.getdata(ours) - theirs).max() <= tolerance * scale


def tolerance(dtype):
    return 1e-5 if np.dtype(dtype).itemsize // (2 if np.dtype(dtype).kind == "c" else 1) == 4 else 1e-10


def filled_from_nearest(array, mask):
    """Masked pixels take the value of the nearest valid one; of several that of the lowest row, then column."""
    filled, valid = array.copy(), np.argwhere(~mask)
    for place in np.argwhere(mask):
        filled[tuple(place)] = array[tuple(valid[((valid - place) ** 2).sum(axis=1).argmin()])]
    return filled


def nearly_equal_integers(ours, theirs):
    """Nearly all pixels are the same, the others neighbours: by 1, in whatever arithmetic."""
    a, b = (np.ma.getdata(array) for array in (ours, theirs))
    different = a != b
    assert different.mean() <= 0.002
    assert all(abs(int(x) - int(y)) <= 1 for x, y in zip(a[different], b[different]))


#: What a long Gaussian may differ by from the plain sum, as a part of the image's range: documented.
SLIDING = 1e-6


class TestGaussianFilter:
    @pytest.mark.parametrize("mode", MODES)
    @pytest.mark.parametrize("sigma, truncate", [((6, 6), 4.0), ((0, 9), 4.0), ((32, 0), 4.0), ((20, 8.3), 3.0), ((6.5, 11), 5.0), ((50, 70), 2.0)], ids=str)
    @pytest.mark.parametrize("dtype", [np.float32, np.float64])
    def test_long_ones(self, mode, sigma, truncate, dtype):
        array = (image((131, 203)) + 50).astype(dtype)
        keywords = dict(sigma=sigma, mode=mode, cval=50.0, truncate=truncate)
        theirs = ndimage.gaussian_filter(array.astype(float), **keywords)
        error = np.abs(np.ma.getdata(gaussian(array, **keywords)) - theirs).max()
        assert error <= SLIDING * np.ptp(array) + half_step(theirs, dtype)

    def test_what_is_not_finite_spreads_over_the_kernel_alone(self):
        array = image((200, 200))
        array[30, 40] = np.inf
        with np.errstate(invalid="ignore"):
            theirs = ndimage.gaussian_filter(array, 8)
        ours = np.ma.getdata(gaussian(array, 8))
        np.testing.assert_array_equal(np.isfinite(ours), np.isfinite(theirs))
        assert np.isfinite(ours).sum() > 20_000

    @pytest.mark.parametrize("shape", SHAPES, ids=str)
    @pytest.mark.parametrize("mode", MODES)
    def test_modes(self, shape, mode):
        array = image(shape)
        for sigma in (0.6, 3.0):
            close(gaussian(array, sigma, mode=mode, cval=7.5), ndimage.gaussian_filter(array, sigma, mode=mode, cval=7.5))

    def test_kernels_much_longer_than_the_image(self):
        for shape in ((1, 1), (2, 3), (5, 1)):
            for mode in MODES:
                array = image(shape)
                ours = gaussian(array, (11, 7), mode=mode, cval=-2)
                close(ours, ndimage.gaussian_filter(array, (11, 7), mode=mode, cval=-2))

    @pytest.mark.parametrize("order", [0, 1, 2, 3, 4, 6, (0, 1), (1, 0), (2, 1), (1, 3), (0, 2)], ids=str)
    @pytest.mark.parametrize("mode", ["reflect", "constant", "mirror"])
    def test_orders(self, order, mode):
        for shape in ((7, 13), (120, 83), (1, 40)):
            array = image(shape)
            close(gaussian(array, 2.3, order=order, mode=mode), ndimage.gaussian_filter(array, 2.3, order=order, mode=mode))

    @pytest.mark.parametrize("sigma", [(0, 2), (2, 0), (0, 0), (1e-16, 1), (0.1, 5), (4, 0.5), (20, 30)], ids=str)
    def test_sigma_for_each_axis(self, sigma):
        array = image((83, 120))
        # Long ones are sums of cosines.
        near = SLIDING if min(sigma) >= 6 else 1e-10
        close(gaussian(array, sigma), ndimage.gaussian_filter(array, sigma), near)
        close(gaussian(array, sigma, order=(1, 2)), ndimage.gaussian_filter(array, sigma, order=(1, 2)))

    def test_mode_for_each_axis(self):
        array = image((23, 31))
        for mode in (("nearest", "wrap"), ("mirror", "constant"), ("constant", "reflect"), ("grid-wrap", "grid-constant")):
            ours = gaussian(array, (3, 2), mode=mode, cval=9)
            close(ours, ndimage.gaussian_filter(array, (3, 2), mode=mode, cval=9))

    def test_defaults(self):
        array = image((23, 31))
        close(sc.to_array(lib.image_gaussian_filter(of(array), sigma_xy=[2, 2])), ndimage.gaussian_filter(array, 2))
        close(gaussian(array, 2, truncate=0), ndimage.gaussian_filter(array, 2))

    @pytest.mark.parametrize("truncate", [0.1, 1, 2.5, 6])
    def test_truncate(self, truncate):
        array = image((40, 37))
        close(gaussian(array, 1.7, truncate=truncate), ndimage.gaussian_filter(array, 1.7, truncate=truncate))

    @pytest.mark.parametrize("dtype", [np.dtype(bool), *INTEGERS], ids=str)
    def test_integers(self, dtype):
        """Cut to whole numbers after each axis, as SciPy does. Where a sum is a whole number but for rounding, the last digit of the
        weights decides, and so the processor's exponential function: there the results may be neighbours."""
        array = image((61, 40), dtype)
        ctx = lib.context_new()
        for sigma in (0.8, 2, (0, 3)):
            ours = gaussian(array, sigma, ctx=ctx)
            assert ours.dtype == dtype
            nearly_equal_integers(ours, ndimage.gaussian_filter(array, sigma))
        assert lib.context_warning_count(ctx=ctx)[0] == 0
        ours = gaussian(array, 2, order=(0, 1))
        theirs = ndimage.gaussian_filter(array, 2, order=(0, 1))
        if dtype == np.uint64:
            # A negative value beyond 53 bits rounds, in an intermediate as in the result.
            ours, theirs = (np.ma.getdata(a).astype(float) for a in (ours, theirs))
        nearly_equal_integers(ours, theirs)
        # Of a constant every sum is a whole number but for rounding: each axis may take 1 away.
        constant = np.full((9, 8), 1 if dtype == bool else 10, dtype)
        lost = constant.astype(int) - np.ma.getdata(gaussian(constant, 1.3)).astype(int)
        assert lost.min() >= 0 and lost.max() <= (0 if dtype == bool else 2)

    def test_large_integers(self):
        for dtype in (np.uint64, np.int64):
            array = np.full((6, 7), np.iinfo(dtype).max // 3, dtype)
            ours, theirs = np.ma.getdata(gaussian(array, 1)), ndimage.gaussian_filter(array, 1)
            assert np.abs(ours.astype(float) - theirs.astype(float)).max() <= 1e-10 * float(array.max())

    @pytest.mark.parametrize("dtype", ["f4", "f8", "c8", "c16"])
    def test_floats_and_complex(self, dtype):
        array = image((50, 33), dtype) if dtype[0] == "f" else complex_image((50, 33), dtype)
        for order in (0, 1):
            ours = gaussian(array, 1.9, order=order, mode="mirror")
            assert ours.dtype == np.dtype(dtype)
            close(ours, ndimage.gaussian_filter(array, 1.9, order=order, mode="mirror"), tolerance(dtype))

    def test_stack_and_strides(self):
        stack = image((3, 30, 41))
        close(gaussian(stack, 2), np.stack([ndimage.gaussian_filter(frame, 2) for frame in stack]))
        cut = stack[1, ::-2, 3:30].T
        close(gaussian(cut, (1, 3), order=(0, 1)), ndimage.gaussian_filter(cut, (1, 3), order=(0, 1)))

    @pytest.mark.parametrize("poison", [1e300, np.nan, np.inf, -5.0])
    @pytest.mark.parametrize("mode", ["reflect", "constant", "wrap"])
    def test_masked_smoothing(self, poison, mode):
        array = image((45, 61))
        mask = rng().random(array.shape) < 0.3
        mask[10:25, 20:40] = True
        weights = ndimage.gaussian_filter((~mask).astype(float), 2, mode=mode, cval=1)
        sums = ndimage.gaussian_filter(np.where(mask, 0, array), 2, mode=mode, cval=4)
        ours = gaussian(np.where(mask, poison, array), 2, mask, mode=mode, cval=4)
        np.testing.assert_array_equal(ours.mask, mask)
        close(ours[~mask], (sums / np.where(mask, 1, weights))[~mask])
        if np.isnan(poison):
            unmasked = gaussian(np.where(mask, poison, array), 2, mode=mode, cval=4)
            np.testing.assert_array_equal(unmasked.mask, mask)
            np.testing.assert_array_equal(unmasked[~mask], ours[~mask])

    @pytest.mark.parametrize("poison", [1e300, np.nan, -5.0])
    def test_masked_derivatives(self, poison):
        array = image((45, 61))
        mask = rng().random(array.shape) < 0.3
        mask[10:20, 30:38] = True
        expected = ndimage.gaussian_filter(filled_from_nearest(array, mask), 2, order=(0, 1))
        ours = gaussian(np.where(mask, poison, array), 2, mask, order=(0, 1))
        np.testing.assert_array_equal(ours.mask, mask)
        close(ours[~mask], expected[~mask])

    def test_masked_integers_and_complex(self):
        array = image((20, 31), np.uint16)
        mask = rng().random(array.shape) < 0.2
        weights = ndimage.gaussian_filter((~mask).astype(float), 1)
        sums = ndimage.gaussian_filter(np.where(mask, 0, array).astype(float), 1)
        ours = gaussian(np.where(mask, 65535, array), 1, mask)
        assert ours.dtype == np.uint16
        expected = np.floor(sums / weights + 1e-9)
        np.testing.assert_array_equal(np.ma.getdata(ours)[~mask], expected[~mask])
        array = complex_image((20, 31))
        sums = ndimage.gaussian_filter(np.where(mask, 0, array), 1)
        ours = gaussian(np.where(mask, np.nan, array), 1)
        np.testing.assert_array_equal(ours.mask, mask)
        close(ours[~mask], (sums / weights)[~mask])

    def test_everything_masked(self):
        array = image((5, 6))
        assert gaussian(array, 1, np.ones(array.shape, bool)).mask.all()
        raises("NO_RESULT", gaussian, array, 1, np.ones(array.shape, bool), order=1)

    def test_unsigned_derivatives_warn(self):
        ctx = lib.context_new()
        gaussian(image((5, 6), np.uint8), 1, order=1, ctx=ctx)
        assert "wrap" in lib.context_warning(0, ctx=ctx)

    def test_planes_and_metadata_stay(self):
        start = of(image((6, 7)))
        sc.set_f64(start, "energy", 707.5)
        lib.image_set_plane(start, "actual_x", of(image((6, 7))), "um")
        for result in (
            lib.image_gaussian_filter(start, sigma_xy=[1, 1]),
            lib.image_filter_image(start),
            lib.image_denoise(start, weight=1),
            lib.image_sgolay2d(start, points=3, poly=1)[0],
        ):
            assert lib.image_metadata_get_f64(result, "energy") == 707.5
            assert lib.image_plane(result, "actual_x") is not None

    def test_bad_calls(self):
        array = image((6, 7))
        for keywords in (
            {"sigma_xy": [-1, 1]},
            {"sigma_xy": [1, np.nan]},
            {"sigma_xy": [1, np.inf]},
            {"sigma_xy": [1e9, 1]},
            {"sigma_xy": [1, 1], "order_xy": [-1, 0]},
            {"sigma_xy": [1, 1], "order_xy": [0, 21]},
            {"sigma_xy": [1, 1], "mode_xy": [0, 8]},
            {"sigma_xy": [1, 1], "mode_xy": [-1, 0]},
            {"sigma_xy": [1, 1], "truncate": -1},
            {"sigma_xy": [1, 1], "truncate": np.nan},
        ):
            raises("INVALID_ARGUMENT", lib.image_gaussian_filter, of(array), **keywords)
        raises("NULL_POINTER", lib.image_gaussian_filter, of(array))
        raises("SHAPE", lib.image_gaussian_filter, of(array[0]), sigma_xy=[1, 1])
        raises("SHAPE", lib.image_gaussian_filter, of(array[None, None]), sigma_xy=[1, 1])


def half_step(values, dtype):
    """Half the distance of neighbouring numbers of a dtype, at the largest of some values."""
    return 0.5 * np.spacing(np.abs(values).max().astype(dtype)).astype(float)


class TestSinglePrecision:
    """f32 in, f32 out: as near to the result in double precision as the dtype allows, and so never farther than SciPy; long Gaussians to SLIDING."""

    @pytest.mark.parametrize("offset", [0, 1e3, 1e6, -3e7, 1e-30])
    @pytest.mark.parametrize("sigma", [0.6, 1, 3, 17.5, (2, 8)], ids=str)
    def test_smoothing(self, sigma, offset):
        data = (image((83, 121)) + offset if abs(offset) >= 1 else image((83, 121)) * (offset or 1)).astype(np.float32)
        for mode in MODES:
            keywords = dict(sigma=sigma, mode=mode, cval=float(data.mean()))
            truth = ndimage.gaussian_filter(data.astype(float), **keywords)
            ours = gaussian(data, **keywords)
            assert ours.dtype == np.float32
            error = np.abs(ours.data - truth).max()
            theirs = np.abs(ndimage.gaussian_filter(data, **keywords) - truth).max()
            long = SLIDING * float(np.ptp(data)) if sigma == 17.5 else 0
            assert error <= min(theirs, half_step(truth, np.float32)) * (1 + 1e-6) + long, (mode, error, theirs)
            found = sc.to_array(lib.image_filter_image(of(data), [float(s) for s in np.broadcast_to(sigma, 2)[::-1]], MODES[mode], float(data.mean())))
            np.testing.assert_array_equal(found.data, ours.data)

    @pytest.mark.parametrize("offset", [0, 1e3, 1e6])
    @pytest.mark.parametrize("order", [1, 2, 3, (0, 1), (2, 0), (1, 4)], ids=str)
    def test_derivatives(self, order, offset):
        data = (image((83, 121)) + offset).astype(np.float32)
        for sigma in (1, 2.5, 9):
            for mode in MODES:
                keywords = dict(sigma=sigma, order=order, mode=mode, cval=float(offset))
                truth = ndimage.gaussian_filter(data.astype(float), **keywords)
                ours = gaussian(data, **keywords)
                error = np.abs(ours.data - truth).max()
                theirs = np.abs(ndimage.gaussian_filter(data, **keywords) - truth).max()
                # Where the derivative all but vanishes beside the image, double precision's own rounding is seen.
                rounding = 1e-13 * np.abs(data).max()
                assert error <= min(theirs, half_step(truth, np.float32)) * (1 + 1e-6) + rounding, (mode, error, theirs)

    @pytest.mark.parametrize("offset", [0, 1e6])
    def test_masked(self, offset):
        data = (image((83, 121)) + offset).astype(np.float32)
        mask = rng().random(data.shape) < 0.2
        weights = ndimage.gaussian_filter((~mask).astype(float), 2.5)
        truth = ndimage.gaussian_filter(np.where(mask, 0, data).astype(float), 2.5) / weights
        ours = gaussian(np.where(mask, np.float32(np.nan), data), 2.5, mask)
        assert np.abs(ours - truth).max() <= half_step(truth, np.float32) * (1 + 1e-6)

    @pytest.mark.parametrize("derivative", [SMOOTH, X, Y])
    def test_sgolay(self, derivative):
        data = (image((83, 121)) + 1e5).astype(np.float32)
        for points, poly in ((5, 2), (15, 3), (31, 4)):
            # In double precision `test_definition` has the truth.
            truth = sc.to_array(lib.image_sgolay2d(of(data.astype(float)), points, poly, derivative)[0]).data
            ours = sc.to_array(lib.image_sgolay2d(of(data), points, poly, derivative)[0])
            assert ours.dtype == np.float32
            assert np.abs(ours.data - truth).max() <= half_step(truth, np.float32) * (1 + 1e-6) + 1e-9

    def test_complex(self):
        data = (complex_image((61, 47)) + 1e6).astype(np.complex64)
        truth = ndimage.gaussian_filter(data.astype(complex), 3)
        ours = gaussian(data, 3)
        assert np.abs(ours.data - truth).max() <= 1.5 * half_step(truth, np.float32)


class TestFilterImage:
    @pytest.mark.parametrize("dtype", [np.dtype(bool), *INTEGERS, np.dtype("f4"), np.dtype("f8")], ids=str)
    @pytest.mark.parametrize("preserve_range", [0, 1])
    def test_dtypes(self, dtype, preserve_range):
        array = image((40, 33), dtype)
        ours = sc.to_array(lib.image_filter_image(of(array), preserve_range=preserve_range))
        theirs = sk_gaussian(array, 2, preserve_range=bool(preserve_range))
        assert ours.dtype == (np.float32 if dtype == np.float32 else np.float64)
        single = dtype == np.float32 or theirs.dtype == np.float32
        close(ours, theirs, 1e-5 if single else 1e-10)

    @pytest.mark.parametrize("shape", SHAPES, ids=str)
    def test_parameters(self, shape):
        array = image(shape)
        close(sc.to_array(lib.image_filter_image(of(array))), sk_gaussian(array, 2))
        for mode in ("constant", "nearest", "reflect", "mirror", "wrap"):
            call = dict(sigma_xy=[3.0, 1.2], mode=MODES[mode], cval=2.5, truncate=3.0)
            theirs = sk_gaussian(array, (1.2, 3.0), mode=mode, cval=2.5, truncate=3.0)
            close(sc.to_array(lib.image_filter_image(of(array), **call)), theirs)

    @pytest.mark.parametrize("poison", [1e300, np.nan])
    def test_masked(self, poison):
        array = image((31, 30))
        mask = rng().random(array.shape) < 0.3
        sums = sk_gaussian(np.where(mask, 0, array), 2) / sk_gaussian((~mask).astype(float), 2)
        ours = sc.to_array(lib.image_filter_image(of(np.where(mask, poison, array), mask)))
        np.testing.assert_array_equal(ours.mask, mask)
        close(ours[~mask], sums[~mask])

    def test_bad_calls(self):
        array = image((6, 7))
        for keywords in ({"sigma_xy": [-1, 1]}, {"mode": 9}, {"truncate": -2}, {"preserve_range": 2}):
            raises("INVALID_ARGUMENT", lib.image_filter_image, of(array), **keywords)
        raises("DTYPE", lib.image_filter_image, of(array.astype(complex)))
        raises("SHAPE", lib.image_filter_image, of(array[0]))


def monomials(points, poly):
    """The columns of the least-squares problem on a window, with (degree in y, degree in x) of each."""
    half = points // 2
    y, x = np.mgrid[-half : half + 1, -half : half + 1]
    degrees = [(d - a, a) for d in range(poly + 1) for a in range(d + 1)]
    return np.stack([y.ravel() ** b * x.ravel() ** a for b, a in degrees], axis=1).astype(float), degrees


def at(coefficients, degrees, s, t, derivative):
    """The polynomial, or its derivative, at x = s, y = t."""
    terms = {
        SMOOTH: lambda b, a: s**a * t**b,
        X: lambda b, a: a * s ** (a - 1) * t**b if a else 0.0,
        Y: lambda b, a: b * s**a * t ** (b - 1) if b else 0.0,
    }[derivative]
    return sum(c * terms(b, a) for c, (b, a) in zip(coefficients, degrees))


def plain_sgolay(array, points, poly, derivative, mask=None):
    """The definition, pixel by pixel; NaN where the polynomial is not determined."""
    half = points // 2
    design, degrees = monomials(points, poly)
    mask = np.zeros(array.shape, bool) if mask is None else mask
    out = np.full(array.shape, np.nan)
    rows, columns = array.shape
    for r in range(rows):
        for c in range(columns):
            top, left = (min(max(p - half, 0), n - points) for p, n in ((r, rows), (c, columns)))
            window = np.s_[top : top + points, left : left + points]
            valid = ~mask[window].ravel()
            if mask[r, c]:
                continue
            for degree in range(poly, -1, -1):
                n = (degree + 1) * (degree + 2) // 2
                matrix = design[valid][:, :n]
                if np.linalg.matrix_rank(matrix, tol=1e-7 * max(points**degree, 1)) == n:
                    break
            if degree == 0 and derivative != SMOOTH:
                continue
            coefficients = np.linalg.lstsq(matrix, array[window].ravel()[valid], rcond=None)[0]
            out[r, c] = at(coefficients, degrees, c - left - half, r - top - half, derivative)
    return out


def sgolay(array, mask=None, **keywords):
    result = lib.image_sgolay2d(of(array, mask), **{**keywords, "poly": sc.order(keywords["poly"])})
    return sc.to_array(result[0])


class TestSgolay2d:
    @pytest.mark.parametrize("points,poly", [(3, 0), (3, 1), (3, 2), (5, 2), (5, 3), (7, 4), (9, 5), (15, 1), (1, 0)], ids=str)
    @pytest.mark.parametrize("derivative", [SMOOTH, X, Y])
    def test_definition(self, points, poly, derivative):
        if poly == 0 and derivative != SMOOTH:
            return
        for shape in ((points, points), (points, points + 5), (17, 23)):
            if min(shape) < points:
                continue
            array = image(shape)
            ours = sgolay(array, points=points, poly=poly, derivative=derivative)
            close(ours, plain_sgolay(array, points, poly, derivative))

    @pytest.mark.parametrize("poly", [1, 2, 3, 4])
    def test_polynomials_come_out_as_they_were(self, poly):
        y, x = np.mgrid[-1:1:40j, -1:1:53j]
        step_x, step_y = 2 / 52, 2 / 39
        degrees = [(b, a) for b in range(poly + 1) for a in range(poly + 1 - b)]
        weights = rng().normal(size=len(degrees))
        for derivative in (SMOOTH, X, Y):
            scale = {SMOOTH: 1, X: step_x, Y: step_y}[derivative]
            value = scale * sum(at([w], [d], x, y, derivative) for w, d in zip(weights, degrees))
            array = sum(at([w], [d], x, y, SMOOTH) for w, d in zip(weights, degrees))
            ours = sgolay(array, points=11, poly=poly, derivative=derivative)
            assert np.abs(ours - value).max() < 1e-10 * np.abs(array).max()
            mask = rng().random(array.shape) < 0.4
            ours = sgolay(np.where(mask, np.nan, array), mask, points=11, poly=poly, derivative=derivative)
            np.testing.assert_array_equal(ours.mask, mask)
            assert np.abs((ours - value)[~mask]).max() < 1e-9 * np.abs(array).max()

    @pytest.mark.parametrize("points,poly", [(15, 1), (7, 2), (9, 3), (11, 4)], ids=str)
    def test_original_inside(self, stoner, points, poly):
        array = image((50, 61))
        with quiet():
            theirs = np.array(stoner.Image.ImageArray(array.copy()).sgolay2d(points=points, poly=poly))
        inside = np.s_[points // 2 : -(points // 2), points // 2 : -(points // 2)]
        close(sgolay(array, points=points, poly=poly)[inside], theirs[inside])

    def test_both(self):
        array = image((30, 41))
        magnitude, angle = (sc.to_array(i) for i in lib.image_sgolay2d(of(array), points=7, poly=3, derivative=BOTH))
        dx, dy = (sgolay(array, points=7, poly=3, derivative=d) for d in (X, Y))
        close(magnitude, np.hypot(dx, dy))
        close(angle, np.arctan2(dy, dx))
        y, x = np.mgrid[:20, :20]
        _, angle = lib.image_sgolay2d(of(2.0 * y), points=5, poly=1, derivative=BOTH)
        close(sc.to_array(angle), np.full((20, 20), np.pi / 2))
        assert lib.image_sgolay2d(of(array), points=5, poly=1, derivative=X)[1] is None

    @pytest.mark.parametrize("dtype", [np.dtype(bool), *INTEGERS, np.dtype("f4")], ids=str)
    def test_dtypes(self, dtype):
        array = image((20, 31), dtype)
        ours = sgolay(array, points=5, poly=2)
        assert ours.dtype == (np.float32 if dtype == np.float32 else np.float64)
        close(ours, plain_sgolay(array.astype(float), 5, 2, SMOOTH), 1e-5 if dtype == np.float32 else 1e-10)

    def test_stack(self):
        stack = image((3, 14, 17))
        ours = sgolay(stack, points=5, poly=2, derivative=X)
        close(ours, np.stack([plain_sgolay(frame, 5, 2, X) for frame in stack]))

    @pytest.mark.parametrize("poison", [1e300, np.nan, np.inf])
    @pytest.mark.parametrize("fraction", [0.05, 0.5, 0.9])
    def test_masked(self, poison, fraction):
        array = image((16, 21))
        mask = rng().random(array.shape) < fraction
        mask[0, 0] = False
        mask[8, 3] = True
        for poly, derivative in ((1, SMOOTH), (1, X), (2, SMOOTH), (2, Y), (3, X)):
            ours = sgolay(np.where(mask, poison, array), mask, points=5, poly=poly, derivative=derivative)
            expected = plain_sgolay(array, 5, poly, derivative, mask)
            np.testing.assert_array_equal(ours.mask, np.isnan(expected))
            valid = ~ours.mask
            worst = np.abs(np.ma.getdata(ours) - expected)[valid].max(initial=0)
            assert worst < 1e-9 * np.abs(expected[valid]).max(initial=1)

    def test_a_lonely_pixel_is_smoothed_to_itself_and_has_no_derivative(self):
        array = image((12, 12))
        mask = np.ones(array.shape, bool)
        mask[4, 5] = False
        assert sgolay(array, mask, points=5, poly=3)[4, 5] == pytest.approx(array[4, 5])
        assert sgolay(array, mask, points=5, poly=3, derivative=X).mask.all()

    def test_bad_calls(self):
        array = image((16, 21))
        for keywords in (
            {"points": 4, "poly": 1},
            {"points": 2, "poly": CONSTANTS["STONER_DEGREE_ZERO"]},
            {"points": -3, "poly": 1},
            {"points": 1001, "poly": 1},
            {"points": 17, "poly": 1},
            {"points": 5, "poly": 5},
            {"points": 5, "poly": -2},
            {"points": 5, "poly": CONSTANTS["STONER_DEGREE_ZERO"], "derivative": X},
            {"points": 5, "poly": 1, "derivative": 4},
            {"points": 5, "poly": 1, "derivative": -1},
        ):
            raises("INVALID_ARGUMENT", lib.image_sgolay2d, of(array), **keywords)
        raises("SHAPE", lib.image_sgolay2d, of(array[0]), points=3, poly=1)
        raises("DTYPE", lib.image_sgolay2d, of(array.astype(complex)), points=3, poly=1)


class TestDenoise:
    @pytest.mark.parametrize("shape", [(1, 1), (1, 19), (18, 1), (2, 2), (7, 13), (301, 200)], ids=str)
    @pytest.mark.parametrize("weight", [1e-3, 0.1, 5, 300])
    def test_scikit_image(self, shape, weight):
        array = image(shape)
        close(sc.to_array(lib.image_denoise(of(array), weight=weight)), denoise_tv_chambolle(array, weight))

    def test_constant(self):
        close(sc.to_array(lib.image_denoise(of(np.full((9, 11), 3.0)), weight=1)), np.full((9, 11), 3.0))

    @pytest.mark.parametrize("dtype", [np.dtype(bool), *INTEGERS, np.dtype("f4")], ids=str)
    def test_dtypes(self, dtype):
        array = image((40, 33), dtype)
        if dtype.kind in "ui":
            array = (array.astype(float) / np.abs(array.astype(float)).max() * np.iinfo(dtype).max * 0.9).astype(dtype)
        ours = sc.to_array(lib.image_denoise(of(array), weight=0.2))
        assert ours.dtype == (np.float32 if dtype == np.float32 else np.float64)
        theirs = denoise_tv_chambolle(array, 0.2)
        # In single precision the energies, and so the number of iterations, depend on the order of summation.
        close(ours, theirs, 1e-3 if dtype == np.float32 else 1e-10)

    def test_stack_is_denoised_frame_by_frame(self):
        stack = image((3, 24, 17))
        ours = sc.to_array(lib.image_denoise(of(stack), weight=10))
        close(ours, np.stack([denoise_tv_chambolle(frame, 10) for frame in stack]))

    @pytest.mark.parametrize("poison", [1e300, np.nan])
    def test_masked(self, poison):
        array = image((31, 24))
        mask = rng().random(array.shape) < 0.3
        filled = filled_from_nearest(array, mask)
        ours = sc.to_array(lib.image_denoise(of(np.where(mask, poison, array), mask), weight=10))
        np.testing.assert_array_equal(ours.mask, mask)
        close(ours[~mask], denoise_tv_chambolle(filled, 10)[~mask])

    def test_threads(self):
        array = image((400, 390))
        results = []
        for threads in (1, 2, 3):
            ctx = lib.context_new()
            lib.context_set_threads(threads, ctx=ctx)
            results.append(sc.to_array(lib.image_denoise(of(array), weight=5, ctx=ctx)))
        for other in results[1:]:
            close(other, np.ma.getdata(results[0]), 1e-12)

    def test_bad_calls(self):
        array = image((6, 7))
        for weight in (-0.1, -1, np.nan, np.inf):
            raises("INVALID_ARGUMENT", lib.image_denoise, of(array), weight=weight)
        raises("DTYPE", lib.image_denoise, of(array.astype(complex)), weight=1)
        raises("SHAPE", lib.image_denoise, of(array[0]), weight=1)
        raises("NO_RESULT", lib.image_denoise, of(array * np.nan), weight=1)


class TestLongCalls:
    CALLS = {
        "denoise": lambda i, ctx: lib.image_denoise(i, weight=1e3, ctx=ctx),
        "gaussian": lambda i, ctx: lib.image_gaussian_filter(i, sigma_xy=[400, 400], ctx=ctx),
        "sgolay with gaps": lambda i, ctx: lib.image_sgolay2d(i, points=31, poly=3, ctx=ctx),
    }

    @pytest.mark.parametrize("name", CALLS)
    def test_cancel_stops(self, name):
        """At the first report of progress."""
        array = image((1500, 1400))
        array[::10, ::10] = np.nan
        ctx, seen = lib.context_new(), []
        lib.context_set_threads(1, ctx=ctx)

        @ctypes.CFUNCTYPE(None, ctypes.c_double, ctypes.c_void_p)
        def note(fraction, _):
            seen.append(fraction)
            lib.context_cancel(ctx=ctx)

        lib.context_set_progress_callback(note, ctx=ctx)
        assert raises("CANCELLED", self.CALLS[name], of(array), ctx)
        assert len(seen) == 1 and seen[0] < 1
