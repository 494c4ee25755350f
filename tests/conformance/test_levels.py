"""Levels and contrast against scikit-image, numpy, the Python original and known truth, through the C interface."""

import warnings

import numpy as np
import pytest
import stoner_c as sc
from conftest import INTEGERS, quiet, raises

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from skimage import exposure
    from skimage.util import dtype as sk_dtype

lib, C = sc.lib, sc.CONSTANTS
FLOATS = [np.dtype("float32"), np.dtype("float64")]
SHAPES = [(1, 9), (8, 1), (2, 2), (7, 13), (301, 200), (3, 7, 13)]


def rng(seed=20171015):
    return np.random.default_rng(seed)


def level_image(image, poly_vert, poly_horiz, *more, **keywords):
    return lib.image_level_image(image, sc.order(poly_vert), sc.order(poly_horiz), *more, **keywords)


def original(stoner, method, array, *arguments, **keywords):
    with quiet():
        return np.array(getattr(stoner.Image.ImageArray(np.array(array)), method)(*arguments, **keywords))


def pixels(dtype, shape, low=-1.0):
    """Made pixels: floats from `low` to 1, integers over their range."""
    if dtype.kind == "f":
        return rng().uniform(low, 1, shape).astype(dtype)
    info = np.iinfo(dtype)
    return rng().integers(info.min, info.max, shape, dtype, endpoint=True)


def tolerance(dtype, extent=1.0):
    return (1e-5 if dtype == np.float32 else 1e-10) * extent


def data(image):
    return np.ma.getdata(sc.to_array(image))


def array_entry(image, key):
    return data(lib.metadata_get_array(lib.image_metadata(image), key))


def n_warnings(function, *arguments, **keywords):
    ctx = lib.context_new()
    result = function(*arguments, ctx=ctx, **keywords)
    return lib.context_warning_count(ctx=ctx)[0], result


def poisoned(clean, call, check):
    """`check` of the result of `call`, for several things under the mask; there must be no trace of them."""
    mask = rng(7).random(clean.shape) < 0.2
    for poison in (1e300, np.nan, -np.inf):
        dirty = np.where(mask, poison, clean)
        check(sc.to_array(call(sc.from_array(dirty, mask))), mask)
    nan = np.where(mask, np.nan, clean)
    check(sc.to_array(call(sc.from_array(nan))), mask)


class TestAdjustContrast:
    @pytest.mark.parametrize("dtype", INTEGERS[:6] + FLOATS, ids=str)
    @pytest.mark.parametrize("shape", SHAPES, ids=str)
    def test_scikit(self, dtype, shape):
        for low in (-1.0, 0.2):
            array = pixels(dtype, shape, low)
            for lims in (None, (0.25, 0.5), (0.0, 1.0)):
                ours = lib.image_adjust_contrast(sc.from_array(array), lims, 1)
                limits = np.percentile(array.astype(float), np.array(lims or (0.1, 0.9)) * 100)
                self.check(array, ours, limits)

    def check(self, array, ours, limits):
        dtype, limits = array.dtype, [float(v) for v in limits]
        metadata = lib.metadata_get_text(lib.image_metadata(ours), "adjust_contrast")
        written = [float(v) for v in metadata.strip("()").split(",")]
        np.testing.assert_allclose(written, limits, rtol=1e-12)
        # scikit-image computes integers in the percentile's double.
        theirs = exposure.rescale_intensity(array, in_range=tuple(limits))
        if limits[0] == limits[1]:
            return
        assert data(ours).dtype == dtype
        if dtype.kind == "f":
            np.testing.assert_allclose(data(ours), theirs, atol=2 * tolerance(dtype))
        else:
            # Where a value falls on an integer the last place decides what is cut off.
            difference = data(ours).astype(float) - theirs.astype(float)
            assert np.abs(difference).max() <= max(1, np.iinfo(dtype).max * 1e-15)
            assert np.count_nonzero(difference) <= max(1, 0.01 * array.size)

    @pytest.mark.parametrize("dtype", FLOATS, ids=str)
    def test_values_as_limits(self, dtype):
        for array, lims in ((pixels(dtype, (7, 13)), (-0.3, 0.4)), (pixels(dtype, (7, 13)), (0.1, 0.4))):
            self.check(array, lib.image_adjust_contrast(sc.from_array(array), lims, 0), lims)

    def test_equal_limits_clip(self):
        for array in (np.full((3, 4), 3.0), np.full((3, 4), -3.0), np.full((3, 4), 7, "u1"), np.linspace(-2, 2, 12).reshape(3, 4)):
            ours = data(lib.image_adjust_contrast(sc.from_array(array), (0.5, 0.5), 1))
            middle = float(np.median(array))
            np.testing.assert_allclose(ours, exposure.rescale_intensity(array, in_range=(middle, middle)))

    def test_original(self, stoner):
        for array in (rng().normal(size=(20, 21)), rng().integers(0, 200, (20, 21)).astype("u1")):
            ours = data(lib.image_adjust_contrast(sc.from_array(array), (0.05, 0.8), 1))
            np.testing.assert_allclose(ours, original(stoner, "adjust_contrast", array, lims=(0.05, 0.8)), atol=1e-10)

    def test_64_bits(self):
        for dtype in (np.dtype("u8"), np.dtype("i8")):
            info = np.iinfo(dtype)
            ours = data(lib.image_adjust_contrast(sc.from_array(np.array([[info.min, info.max]], dtype)), (0, 1), 1))
            assert [int(v) for v in ours[0]] == [info.min, info.max]

    def test_masks(self):
        clean = rng().normal(size=(20, 30))

        def check(ours, mask):
            limits = np.percentile(clean[~mask], (10, 90))
            theirs = exposure.rescale_intensity(clean, in_range=tuple(limits))
            np.testing.assert_array_equal(ours.mask, mask)
            np.testing.assert_allclose(ours.data[~mask], theirs[~mask], atol=1e-10)

        poisoned(clean, lambda image: lib.image_adjust_contrast(image, None, 1), check)

    def test_refusals(self):
        image = sc.from_array(pixels(FLOATS[1], (4, 5)))
        for lims in ((0.9, 0.1), (-0.1, 0.5), (0.5, 1.5), (np.nan, 0.5)):
            raises("INVALID_ARGUMENT", lib.image_adjust_contrast, image, lims, 1)
        for lims in ((0.9, 0.1), (np.nan, 0.5), (0.0, np.inf)):
            raises("INVALID_ARGUMENT", lib.image_adjust_contrast, image, lims, 0)
        raises("INVALID_ARGUMENT", lib.image_adjust_contrast, image, None, 2)
        raises("NO_RESULT", lib.image_adjust_contrast, sc.from_array(np.full((3, 3), np.nan)), None, 1)
        raises("NO_RESULT", lib.image_adjust_contrast, sc.from_array(np.full((3, 3), np.inf)), None, 1)
        raises("DTYPE", lib.image_adjust_contrast, sc.from_array(np.ones((3, 3), complex)), None, 1)
        raises("SHAPE", lib.image_adjust_contrast, sc.from_array(np.ones(3)), None, 1)


class TestSubtract:
    @pytest.mark.parametrize("shape", SHAPES, ids=str)
    @pytest.mark.parametrize("clip", [0, 1])
    def test_truth(self, shape, clip):
        for a, b in ((FLOATS[1], FLOATS[1]), (FLOATS[0], FLOATS[0]), (FLOATS[0], FLOATS[1]), (INTEGERS[0], INTEGERS[3])):
            x, y = pixels(a, shape), pixels(b, shape)[..., ::-1]
            for contrast, offset in ((16.0, 0.5), (-0.3, 0.0)):
                truth = contrast * (x.astype(float) - y.astype(float)) + offset
                truth = np.clip(truth, -1, 1) if clip else truth
                ours = data(lib.image_subtract_image(sc.from_array(x), sc.from_array(y), contrast, clip, offset))
                assert ours.dtype == (np.float32 if a == b == np.float32 else np.float64)
                np.testing.assert_allclose(ours, truth, atol=tolerance(ours.dtype, max(1, np.ptp(truth))))

    @pytest.mark.parametrize("keywords", [{}, {"contrast": 3, "clip": False}, {"offset": 0.1}], ids=str)
    def test_original(self, stoner, keywords):
        for dtype in (FLOATS[1], np.dtype("i2")):
            x, y = (rng(i).normal(size=(7, 13)) * (1 if dtype.kind == "f" else 20) for i in (1, 2))
            x, y = x.astype(dtype), y.astype(dtype)
            theirs = original(stoner, "subtract_image", x, y, **keywords)
            given = {"contrast": 16.0, "clip": 1, "offset": 0.5} | {k: int(v) if k == "clip" else v for k, v in keywords.items()}
            ours = data(lib.image_subtract_image(sc.from_array(x), sc.from_array(y), **given))
            np.testing.assert_allclose(ours, theirs, atol=1e-12)

    def test_masks_of_both(self):
        x, y = pixels(FLOATS[1], (6, 7)), pixels(FLOATS[1], (6, 7))
        mx, my = rng(1).random((6, 7)) < 0.3, rng(2).random((6, 7)) < 0.3
        for poison in (1e300, np.nan):
            a = sc.from_array(np.where(mx, poison, x), mx)
            b = sc.from_array(np.where(my, poison, y), my)
            for first, second, truth in ((a, b, x - y), (b, a, y - x)):
                ours = sc.to_array(lib.image_subtract_image(first, second, 1.0, 0, 0.0))
                np.testing.assert_array_equal(ours.mask, mx | my)
                np.testing.assert_allclose(ours.data[~ours.mask], truth[~ours.mask])
        ours = sc.to_array(lib.image_subtract_image(sc.from_array(x), sc.from_array(np.where(my, np.nan, y)), 1.0, 1, 0.0))
        np.testing.assert_array_equal(ours.mask, my)

    def test_one_background_for_a_stack(self):
        stack, frame = pixels(FLOATS[1], (4, 70, 90)), pixels(FLOATS[1], (70, 90))
        mask = rng(3).random((70, 90)) < 0.2
        ours = sc.to_array(lib.image_subtract_image(sc.from_array(stack), sc.from_array(frame, mask), 2.0, 0, 0.1))
        np.testing.assert_allclose(ours.data, 2 * (stack - frame) + 0.1)
        np.testing.assert_array_equal(ours.mask, np.broadcast_to(mask, stack.shape))

    def test_warning_of_clipping(self):
        zero = sc.from_array(np.zeros((10, 20)))
        for n, expected in ((2, 0), (3, 1)):
            array = np.zeros((10, 20))
            array.flat[:n] = 5
            assert n_warnings(lib.image_subtract_image, sc.from_array(array), zero, 1.0, 1, 0.0)[0] == expected
            # Masked ones do not count.
            masked = sc.from_array(array, array > 0)
            assert n_warnings(lib.image_subtract_image, masked, zero, 1.0, 1, 0.0)[0] == 0

    def test_refusals(self):
        image = sc.from_array(np.zeros((4, 5)))
        raises("SHAPE", lib.image_subtract_image, image, sc.from_array(np.zeros((5, 4))), 1.0, 0, 0.0)
        raises("SHAPE", lib.image_subtract_image, image, sc.from_array(np.zeros((2, 4, 5))), 1.0, 0, 0.0)
        raises("INVALID_ARGUMENT", lib.image_subtract_image, image, image, np.nan, 0, 0.0)
        raises("INVALID_ARGUMENT", lib.image_subtract_image, image, image, 1.0, 0, np.inf)
        raises("INVALID_ARGUMENT", lib.image_subtract_image, image, image, 1.0, 3, 0.0)
        raises("DTYPE", lib.image_subtract_image, image, sc.from_array(np.zeros((4, 5), complex)), 1.0, 0, 0.0)


class TestThreshold:
    @pytest.mark.parametrize("dtype", INTEGERS[:6] + FLOATS, ids=str)
    @pytest.mark.parametrize("shape", SHAPES, ids=str)
    def test_truth(self, dtype, shape):
        array = pixels(dtype, shape)
        scaled = array if dtype.kind == "f" else array.astype(float) / np.iinfo(dtype).max
        for low, high in ((0.1, 0.9), (-0.5, 0.25), (0.6, 0.2)):
            ours = data(lib.image_threshold_minmax(sc.from_array(array), low, high))
            np.testing.assert_array_equal(ours, (scaled.astype(float) > low) & (scaled.astype(float) < high))

    def test_original(self, stoner):
        # The original refuses floats beyond 1 in some dtypes.
        array = np.array([[0.1, 0.2, 0.9, 0.5], [0.5, 0.0, 1.0, 0.95]])
        for array in (array, array.astype("f4"), (array * 100).astype("u1"), (array * 30000).astype("u2")):
            for low, high in ((0.1, 0.9), (0.2, 0.5)):
                theirs = original(stoner, "threshold_minmax", array, low, high)
                np.testing.assert_array_equal(data(lib.image_threshold_minmax(sc.from_array(array), low, high)), theirs)

    def test_masks(self):
        clean = rng().random((9, 11))

        def check(ours, mask):
            assert ours.dtype == bool
            np.testing.assert_array_equal(ours.mask, mask)
            np.testing.assert_array_equal(ours.data[~mask], ((clean > 0.1) & (clean < 0.9))[~mask])

        poisoned(clean, lambda image: lib.image_threshold_minmax(image, 0.1, 0.9), check)

    @pytest.mark.parametrize("dtype", FLOATS, ids=str)
    def test_floats_beyond_1_are_compared_as_they_are(self, dtype):
        array = np.array([[-5.0, 0.5, 1.5, 300.0, np.inf, -np.inf]], dtype)
        for low, high in ((-9.0, 1.0), (1.0, 299.0), (1.0, 301.0)):
            ours = data(lib.image_threshold_minmax(sc.from_array(array), low, high))
            np.testing.assert_array_equal(ours, (array > low) & (array < high))

    def test_refusals(self):
        clean = rng().random((9, 11))
        raises("INVALID_ARGUMENT", lib.image_threshold_minmax, sc.from_array(clean), np.nan, 0.9)
        raises("DTYPE", lib.image_threshold_minmax, sc.from_array(clean.astype(complex)), 0.1, 0.9)
        raises("SHAPE", lib.image_threshold_minmax, sc.from_array(clean[0]), 0.1, 0.9)


class TestClipNeg:
    def test_original(self, stoner):
        for dtype in [d for d in INTEGERS if d.kind == "i"] + FLOATS:
            array = (rng().normal(size=(7, 13)) * 100).astype(dtype)
            ours = data(lib.image_clip_neg(sc.from_array(array)))
            assert ours.dtype == dtype
            np.testing.assert_array_equal(ours, original(stoner, "clip_neg", array))

    def test_the_rest_stays(self):
        for dtype in INTEGERS + [np.dtype(bool)]:
            array = (np.arange(12).reshape(3, 4) * 10).astype(dtype)
            np.testing.assert_array_equal(data(lib.image_clip_neg(sc.from_array(array))), array)
        odd = np.array([[np.nan, -np.inf, np.inf, -0.5, 1.5]])
        np.testing.assert_array_equal(data(lib.image_clip_neg(sc.from_array(odd))), [[np.nan, 0, np.inf, 0, 1.5]])
        raises("DTYPE", lib.image_clip_neg, sc.from_array(odd.astype(complex)))


def plain_level(array, poly_vert, poly_horiz, area, valid):
    """The definition: least squares along x, then y, by numpy in longer numbers."""
    xmin, xmax, ymin, ymax = area
    x, y = np.arange(array.shape[1]), np.arange(array.shape[0])
    inside = np.zeros(array.shape, bool)
    inside[ymin:ymax, xmin:xmax] = True
    inside &= valid
    rest = array.astype(float) - array[inside].mean()
    found = []
    for axis, degree in ((1, poly_horiz), (0, poly_vert)):
        index = np.broadcast_to(x if axis == 1 else y[:, None], array.shape)
        if degree == 0:
            found.append(np.polynomial.Polynomial([0.0]))
            continue
        fit = np.polynomial.Polynomial.fit(index[inside], rest[inside], degree)
        rest = rest - fit(index)
        found.append(fit)
    return array - found[0](x)[None, :] - found[1](y)[:, None], found


def joint_level(array, poly_vert, poly_horiz, area, valid):
    """Both polynomials at once, by numpy's least squares (the smallest solution where there are several)."""
    xmin, xmax, ymin, ymax = area
    inside = np.zeros(array.shape, bool)
    inside[ymin:ymax, xmin:xmax] = True
    inside &= valid
    powers = [
        np.polynomial.legendre.legvander(2 * (np.arange(n) - low) / max(high - low - 1, 1) - 1, degree)
        for n, low, high, degree in ((array.shape[1], xmin, xmax, poly_horiz), (array.shape[0], ymin, ymax, poly_vert))
    ]
    basis = np.concatenate(
        [np.broadcast_to(powers[0][None], array.shape + powers[0].shape[1:]),
         np.broadcast_to(powers[1][:, None, 1:], array.shape + (poly_vert,))], -1
    )
    mean = array[inside].mean()
    found = np.linalg.lstsq(basis[inside], array[inside] - mean, rcond=1e-12)[0]
    return array - basis @ found, mean


def lopsided(shape):
    """Masks that are no rectangles, by name; masked pixels are True."""
    rows, columns = shape
    y, x = np.indices(shape)
    quadrant = (y < rows // 2) & (x < columns // 2)
    return {
        "quadrant": quadrant,
        "triangle": y * columns > x * rows,
        "band along the diagonal": abs(y * columns - x * rows) > 3 * columns,
        "two opposite quadrants": quadrant | ((y >= rows // 2) & (x >= columns // 2)),
        "all but a frame's corner": (y > 1) & (x > 1),
        "whole rows and columns": (y % 3 == 1) | (x % 4 == 2) | (y < 5),
        "a disc": (y - rows / 3) ** 2 + (x - columns / 4) ** 2 < (rows / 3) ** 2,
        "scattered": rng(5).random(shape) < 0.9,
    }


class TestLevel:
    def scene(self, shape, dtype=FLOATS[1], scale=1.0):
        y, x = np.mgrid[: shape[-2], : shape[-1]]
        smooth = 0.3 + 0.2 * x / shape[-1] + 0.1 * (y / shape[-2]) ** 2 - 0.1 * (x / shape[-1]) ** 2
        return (scale * (smooth + 0.01 * rng().normal(size=shape))).astype(dtype)

    @pytest.mark.parametrize("dtype", FLOATS, ids=str)
    @pytest.mark.parametrize("shape", [(7, 13), (301, 200)], ids=str)
    @pytest.mark.parametrize("degrees", [(1, 1), (0, 2), (3, 0), (5, 4), (0, 0)], ids=str)
    def test_truth(self, dtype, shape, degrees):
        array = self.scene(shape, dtype)
        for box in (None, (2, 12, 1, 7)):
            area = box or (0, shape[1], 0, shape[0])
            truth, found = plain_level(array, *degrees, area, np.ones(shape, bool))
            ours = level_image(sc.from_array(array), *degrees, box, mode=C["STONER_LEVEL_NONE"])
            assert data(ours).dtype == dtype
            np.testing.assert_allclose(data(ours), truth, atol=tolerance(dtype, max(np.ptp(array), np.ptp(truth))))
            inside = np.s_[area[2] : area[3], area[0] : area[1]]
            np.testing.assert_allclose(data(ours)[inside].mean(), array[inside].mean(), atol=tolerance(dtype))
            for key, fit, n in (("poly_horiz_subtract", found[0], shape[1]), ("poly_vert_subtract", found[1], shape[0])):
                coefficients = array_entry(ours, key)
                index = np.arange(n)
                assert coefficients.shape == (degrees[key == "poly_horiz_subtract"] + 1,)
                np.testing.assert_allclose(np.polyval(coefficients, index), fit(index), atol=1e-9 if dtype == np.float64 else 1e-5)

    @pytest.mark.parametrize("mode", ["clip", "norm"])
    def test_original(self, stoner, mode):
        array = self.scene((20, 31))
        for degrees in ((1, 1), (2, 3), (0, 1), (2, 0)):
            theirs = original(stoner, "level_image", array, *degrees, mode=mode)
            ours = level_image(sc.from_array(array), *degrees, mode=C[f"STONER_LEVEL_{mode.upper()}"])
            np.testing.assert_allclose(data(ours), theirs, atol=1e-9)

    def test_a_box_is_in_image_coordinates(self):
        """Unlike the original's: a plane is levelled wherever the box lies, and the coefficients are the plane's."""
        y, x = np.mgrid[:20, :30]
        array = 0.5 + 0.01 * x - 0.02 * y
        ours = level_image(sc.from_array(array), 1, 1, (10, 20, 5, 15), mode=C["STONER_LEVEL_NONE"])
        np.testing.assert_allclose(data(ours), np.full(array.shape, array[5:15, 10:20].mean()), atol=1e-12)
        np.testing.assert_allclose(array_entry(ours, "poly_horiz_subtract"), [0.01, -0.01 * 14.5], atol=1e-12)
        np.testing.assert_allclose(array_entry(ours, "poly_vert_subtract"), [-0.02, 0.02 * 9.5], atol=1e-12)

    def test_given_coefficients(self):
        array = self.scene((7, 13))
        vert, horiz = [0.01, -0.1, 0.2], [0.02, 0.3]
        ours = level_image(
            sc.from_array(array), 5, 5, None, vert, 3, horiz, 2, mode=C["STONER_LEVEL_NONE"]
        )
        y, x = np.arange(7), np.arange(13)
        np.testing.assert_allclose(data(ours), array - np.polyval(horiz, x) - np.polyval(vert, y)[:, None], atol=1e-12)
        np.testing.assert_array_equal(array_entry(ours, "poly_vert_subtract"), vert)
        np.testing.assert_array_equal(array_entry(ours, "poly_horiz_subtract"), horiz)
        # One is given, the other one fitted.
        ours = level_image(sc.from_array(array), 0, 1, None, vert, 3, mode=C["STONER_LEVEL_NONE"])
        fitted, _ = plain_level(array, 0, 1, (0, 13, 0, 7), np.ones((7, 13), bool))
        np.testing.assert_allclose(data(ours), fitted - np.polyval(vert, y)[:, None], atol=1e-12)

    @pytest.mark.parametrize("degrees", [(1, 1), (2, 3), (0, 1)], ids=str)
    def test_masks(self, degrees):
        clean = self.scene((20, 31))

        def check(ours, mask):
            truth, *_ = joint_level(clean, *degrees, (3, 29, 2, 20), ~mask)
            np.testing.assert_array_equal(ours.mask, mask)
            np.testing.assert_allclose(ours.data[~mask], truth[~mask], atol=1e-10)

        poisoned(clean, lambda image: level_image(image, *degrees, (3, 29, 2, 20), mode=C["STONER_LEVEL_NONE"]), check)
        poisoned(clean, lambda image: level_image(image, *degrees, (3, 29, 2, 20)), check)

    @pytest.mark.parametrize("dtype", [*FLOATS, np.dtype("int32")], ids=str)
    @pytest.mark.parametrize("name", lopsided((60, 80)))
    @pytest.mark.parametrize("degrees", [(1, 1), (2, 3), (4, 1), (5, 5)], ids=str)
    def test_a_polynomial_vanishes_under_any_mask(self, dtype, name, degrees):
        """Truth: what is left of a background of these degrees is the mean of its valid pixels."""
        for shape in ((60, 80), (61, 47)):
            y, x = np.indices(shape).astype(float)
            mask = lopsided(shape)[name]
            vert, horiz = [2.0, 0.03, -1e-3, 2e-5, 1e-7, 1e-9][: degrees[0] + 1], [3.0, -0.05, 1e-3, 1e-5, -1e-7, 2e-9][: degrees[1] + 1]
            background = 5.0 + sum(c * y ** (k + 1) for k, c in enumerate(vert[: degrees[0]]))
            background = background + sum(c * x ** (k + 1) for k, c in enumerate(horiz[: degrees[1]]))
            array = background.round().astype(dtype) if dtype.kind == "i" else background.astype(dtype)
            if dtype.kind == "i" and degrees != (1, 1):
                continue
            results = [np.ma.MaskedArray(array, mask)]
            if dtype.kind == "f":
                results.append(np.where(mask, dtype.type(np.nan), array))
            for given in results:
                for box in (None, (2, shape[1] - 3, 1, shape[0] - 4)):
                    xmin, xmax, ymin, ymax = box or (0, shape[1], 0, shape[0])
                    inside = np.zeros(shape, bool)
                    inside[ymin:ymax, xmin:xmax] = True
                    inside &= ~mask
                    ours = level_image(sc.from_array(given), *degrees, box, mode=C["STONER_LEVEL_NONE"])
                    result = sc.to_array(ours)
                    # Beyond the box the polynomial is extrapolated, and with it what rounding makes of it.
                    scale = np.ptp(background) * (1e-9 if dtype != np.float32 else 1e-4)
                    assert abs(result.data[inside] - array[inside].mean()).max() < scale, (shape, box)
                    np.testing.assert_array_equal(result.mask, mask)

    def test_a_plane_with_a_quadrant_masked(self):
        y, x = np.indices((60, 80))
        mask = lopsided((60, 80))["quadrant"]
        plane = 3.0 * x + 2.0 * y + 5
        ours = level_image(sc.from_array(plane, mask), 1, 1, mode=C["STONER_LEVEL_NONE"])
        np.testing.assert_allclose(data(ours), np.full((60, 80), plane[~mask].mean()), atol=1e-10)
        np.testing.assert_allclose(array_entry(ours, "poly_horiz_subtract")[0], 3, atol=1e-12)
        np.testing.assert_allclose(array_entry(ours, "poly_vert_subtract")[0], 2, atol=1e-12)

    @pytest.mark.parametrize("name", lopsided((60, 80)))
    def test_masks_with_noise_against_numpy(self, name):
        shape = (60, 80)
        mask = lopsided(shape)[name]
        clean = 1e3 + self.scene(shape)
        for degrees in ((1, 1), (3, 2)):
            truth, _ = joint_level(clean, *degrees, (0, 80, 0, 60), ~mask)
            ours = sc.to_array(level_image(sc.from_array(clean, mask), *degrees, mode=C["STONER_LEVEL_NONE"]))
            np.testing.assert_allclose(ours.data[~mask], truth[~mask], atol=1e-9)

    @pytest.mark.parametrize("name", ["quadrant", "triangle", "scattered"])
    def test_one_is_given_and_the_other_fitted_under_a_mask(self, name):
        """What is given is subtracted before the other one is fitted, so that nothing of it is left."""
        y, x = np.indices((60, 80))
        mask = lopsided((60, 80))[name]
        plane = 3.0 * x + 2.0 * y + 5
        for keywords in (dict(vert=[2.0, 0.0], n_vert=2), dict(horiz=[3.0, 0.0], n_horiz=2)):
            ours = level_image(sc.from_array(plane, mask), 1, 1, mode=C["STONER_LEVEL_NONE"], **keywords)
            assert np.ptp(data(ours)) < 1e-9, keywords

    def test_frames_with_masks_of_their_own(self):
        y, x = np.indices((60, 80))
        masks = np.stack([lopsided((60, 80))[name] for name in ("quadrant", "a disc", "triangle")])
        stack = np.stack([(i + 1.0) * x - i * y for i in range(len(masks))])
        ours = sc.to_array(level_image(sc.from_array(stack, masks), 1, 1, mode=C["STONER_LEVEL_NONE"]))
        for frame, mask, array in zip(ours.data, masks, stack):
            np.testing.assert_allclose(frame, np.full(frame.shape, array[~mask].mean()), atol=1e-10)

    def test_pixels_that_do_not_tell_x_from_y(self):
        """On a diagonal a slope along x is one along y: the smallest background, and a warning."""
        array = np.arange(12.0)[:, None] + 2.0 * np.arange(12.0)
        mask = ~np.eye(12, dtype=bool)
        n, ours = n_warnings(level_image, sc.from_array(array, mask), 1, 1, mode=C["STONER_LEVEL_NONE"])
        assert n == 1
        np.testing.assert_allclose(sc.to_array(ours).compressed(), array.diagonal().mean(), atol=1e-12)
        for key in ("poly_horiz_subtract", "poly_vert_subtract"):
            np.testing.assert_allclose(array_entry(ours, key)[0], 1.5, atol=1e-12)
        # One pixel, or two: fewer than there are coefficients.
        for valid, degrees, warnings_ in (([(3, 4)], (1, 1), 2), ([(3, 4), (7, 1)], (1, 1), 1), ([(3, 4), (3, 9), (7, 4)], (1, 1), 0),
                                          ([(3, 4), (7, 1)], (5, 3), 3)):
            mask = np.ones((12, 12), bool)
            for at in valid:
                mask[at] = False
            n, ours = n_warnings(level_image, sc.from_array(array, mask), *degrees, mode=C["STONER_LEVEL_NONE"])
            assert n == warnings_, valid
            np.testing.assert_allclose(sc.to_array(ours).compressed(), array[~mask].mean(), atol=1e-12)

    def test_stack(self):
        stack = self.scene((3, 7, 13)) * np.array([1, 2, -1])[:, None, None]
        ours = level_image(sc.from_array(stack), 2, 1, mode=C["STONER_LEVEL_NONE"])
        for frame, result in zip(stack, data(ours)):
            truth, _ = plain_level(frame, 2, 1, (0, 13, 0, 7), np.ones((7, 13), bool))
            np.testing.assert_allclose(result, truth, atol=1e-10)
        assert array_entry(ours, "poly_vert_subtract").shape == (3, 3)
        assert array_entry(ours, "poly_horiz_subtract").shape == (3, 2)

    @pytest.mark.parametrize("dtype", INTEGERS, ids=str)
    def test_integers_keep_their_values(self, dtype):
        array = self.scene((7, 13), dtype, 100)
        truth, _ = plain_level(array, 1, 1, (0, 13, 0, 7), np.ones((7, 13), bool))
        ours = level_image(sc.from_array(array), 1, 1, mode=C["STONER_LEVEL_NONE"])
        assert data(ours).dtype == np.float64
        np.testing.assert_allclose(data(ours), truth, atol=1e-10 * 100)
        # Clipping destroys them, as the original says and does; there is a warning.
        n, clipped = n_warnings(level_image, sc.from_array(array), 1, 1)
        assert n == 1 and np.all(data(clipped) == 1)

    @pytest.mark.parametrize("shape", [(1, 9), (8, 1), (1, 1), (2, 2)], ids=str)
    def test_few_rows_or_columns(self, shape):
        array = rng().uniform(0, 0.5, shape)
        n, ours = n_warnings(level_image, sc.from_array(array), 1, 1)
        assert n == sum(side == 1 for side in shape)
        truth, _ = plain_level(array, min(1, shape[0] - 1), min(1, shape[1] - 1), (0, shape[1], 0, shape[0]), np.ones(shape, bool))
        np.testing.assert_allclose(data(ours), truth, atol=1e-12)

    def test_large_offsets_and_degrees(self):
        array = 1e6 + self.scene((301, 200))
        truth, _ = plain_level(array - 1e6, 3, 9, (0, 200, 0, 301), np.ones((301, 200), bool))
        ours = level_image(sc.from_array(array), 3, 9, mode=C["STONER_LEVEL_NONE"])
        np.testing.assert_allclose(data(ours) - 1e6, truth, atol=1e-9)

    def test_refusals(self):
        image = sc.from_array(self.scene((7, 13)))
        level = level_image
        raises("INVALID_ARGUMENT", level, image, -2, 1)
        raises("INVALID_ARGUMENT", level, image, 1, -2)
        raises("INVALID_ARGUMENT", level, image, 1, 1, mode=3)
        raises("INVALID_ARGUMENT", level, image, 1, 1, None, [np.nan], 1)
        raises("INVALID_ARGUMENT", level, image, 1, 1, None, [1.0], -1)
        raises("NULL_POINTER", level, image, 1, 1, None, None, 1)
        raises("OUT_OF_RANGE", level, image, 1, 1, (5, 5, 0, 7))
        raises("NO_RESULT", level, sc.from_array(np.full((3, 4), np.nan)), 1, 1)
        raises("NO_RESULT", level, sc.from_array(np.full((3, 4), 5.0)), 1, 1, mode=C["STONER_LEVEL_NORM"])
        raises("DTYPE", level, sc.from_array(np.ones((3, 4), complex)), 1, 1)
        raises("SHAPE", level, sc.from_array(np.ones(4)), 1, 1)


class TestQuantize:
    def call(self, array, output, levels=None):
        levels = [] if levels is None else list(levels)
        image = array if not isinstance(array, np.ndarray) else sc.from_array(array)
        return lib.image_quantize(image, [float(v) for v in output], len(output), levels or None, len(levels))

    @pytest.mark.parametrize("shape", [(2, 2), (7, 13), (301, 200)], ids=str)
    @pytest.mark.parametrize("n", [2, 3, 8, 40])
    def test_digitize(self, shape, n):
        for dtype in FLOATS:
            array = pixels(dtype, shape)
            output = rng().normal(size=n)
            inner = np.sort(rng(n).uniform(-1, 1, n - 1))
            truth = output[np.digitize(array.astype(float), inner, right=True)]
            np.testing.assert_array_equal(data(self.call(array, output, inner)), truth.astype(dtype))
            ends = np.concatenate([[-0.8], np.sort(rng(n).uniform(-0.7, 0.7, n - 1)), [0.9]])
            band = np.digitize(array.astype(float), ends, right=True)
            truth = np.where((band == 0) | (band > n), array, output[np.clip(band - 1, 0, n - 1)].astype(dtype))
            np.testing.assert_array_equal(data(self.call(array, output, ends)), truth)

    def test_original(self, stoner):
        array = np.round(rng().normal(size=(7, 13)), 1)
        for output, levels in (([0, 1, 2], [-1, 0]), ([0, 1, 2], [-1, 0, 1, 2]), ([5, 7], None), ([3, 1, 2, 0.5], None)):
            theirs = original(stoner, "quantize", array, output, levels=levels)
            np.testing.assert_array_equal(data(self.call(array, output, levels)), theirs)

    def test_the_upper_edge_belongs_to_the_band(self):
        ours = data(self.call(np.arange(5.0)[None], [10, 20, 30], [1, 3]))
        np.testing.assert_array_equal(ours, [[10, 10, 20, 20, 30]])

    def test_integers(self):
        """Values that the dtype cannot hold make it f64; the original wraps and cuts off."""
        array = np.arange(5, dtype="u1")[None]
        assert data(self.call(array, [1, 255])).dtype == np.uint8
        np.testing.assert_array_equal(data(self.call(array, [-1, 300])), [[-1.0, -1, -1, 300, 300]])
        np.testing.assert_array_equal(data(self.call(array, [10.5, 20, 30])), [[10.5, 10.5, 20, 30, 30]])

    def test_masks(self):
        clean = rng().normal(size=(20, 30))

        def check(ours, mask):
            low, high = clean[~mask].min(), clean[~mask].max()
            d = (high - low) / 100
            edges = np.linspace(low - d, high + d, 5)
            np.testing.assert_array_equal(ours.mask, mask)
            np.testing.assert_array_equal(ours.data[~mask], np.arange(4)[np.digitize(clean, edges, right=True).clip(1, 4) - 1][~mask])

        poisoned(clean, lambda image: self.call(image, range(4)), check)

    def test_refusals(self):
        array = np.arange(6.0).reshape(2, 3)
        for output, levels in (([0, 1, 2], [1]), ([0, 1, 2], [1, 2, 3]), ([], [1, 2]), ([np.nan, 1], None),
                               ([0, 1, 2], [2, 1]), ([0, 1, 2], [1, 1]), ([0, 1, 2], [1, np.nan])):
            raises("INVALID_ARGUMENT", self.call, array, output, levels)
        assert "constant" in raises("NO_RESULT", self.call, np.full((2, 3), 5.0), [1, 2])
        raises("NO_RESULT", self.call, np.full((2, 3), np.nan), [1, 2])
        raises("DTYPE", self.call, array.astype(complex), [1, 2])
        raises("SHAPE", self.call, array[0], [1, 2])


class TestOutliers:
    @pytest.mark.parametrize("dtype", INTEGERS[:6] + FLOATS, ids=str)
    @pytest.mark.parametrize("shape", SHAPES, ids=str)
    def test_numpy(self, dtype, shape):
        array = pixels(dtype, shape)
        for fractions in (None, (0.25, 0.75), (0.0, 1.0), (0.1, 0.5)):
            low, high = np.percentile(array.astype(float), np.array(fractions or (0.01, 0.99)) * 100)
            below, above = array.astype(float) < low, array.astype(float) > high
            limits = (low, high) if dtype.kind == "f" else (np.ceil(low), np.floor(high))
            if limits[0] <= limits[1]:
                truth = np.where(below, limits[0], np.where(above, limits[1], array.astype(float)))
                ours = data(lib.image_remove_outliers(sc.from_array(array), fractions))
                assert ours.dtype == dtype
                np.testing.assert_allclose(ours.astype(float), truth, rtol=tolerance(dtype))
            ours = data(lib.image_remove_outliers(sc.from_array(array), fractions, (5, 7)))
            np.testing.assert_array_equal(ours, np.where(below, 5, np.where(above, 7, array)).astype(dtype))

    def test_masks(self):
        clean = rng().normal(size=(20, 30))

        def check(ours, mask):
            low, high = np.percentile(clean[~mask], (10, 80))
            np.testing.assert_array_equal(ours.mask, mask)
            np.testing.assert_allclose(ours.data[~mask], np.clip(clean, low, high)[~mask], atol=1e-12)

        poisoned(clean, lambda image: lib.image_remove_outliers(image, (0.1, 0.8)), check)

    def test_refusals(self):
        bytes_ = sc.from_array(np.arange(6, dtype="u1").reshape(2, 3))
        for replace in ((0.5, 1), (-1, 1), (0, 256), (np.nan, 1)):
            raises("INVALID_ARGUMENT", lib.image_remove_outliers, bytes_, None, replace)
        for fractions in ((0.9, 0.1), (-0.1, 1), (0, 1.1), (np.nan, 1)):
            raises("INVALID_ARGUMENT", lib.image_remove_outliers, bytes_, fractions)
        raises("NO_RESULT", lib.image_remove_outliers, sc.from_array(np.full((2, 3), np.nan)))
        raises("DTYPE", lib.image_remove_outliers, sc.from_array(np.ones((2, 3), complex)))


class TestConversion:
    @pytest.mark.parametrize("target", INTEGERS, ids=str)
    def test_asint(self, target):
        for source in INTEGERS + FLOATS:
            image = sc.from_array(pixels(source, (7, 13)))
            ours = data(lib.image_asint(image, sc.DTYPES[target]))
            np.testing.assert_array_equal(ours, data(sc.convert(image, target)))
            assert ours.dtype == target
        assert data(lib.image_asint(sc.from_array(np.zeros((2, 3))))).dtype == np.uint16
        for code in (C["STONER_F64"], C["STONER_BOOL"], C["STONER_C64"], 99):
            raises("INVALID_ARGUMENT", lib.image_asint, sc.from_array(np.zeros((2, 3))), code)

    def test_asint_original(self, stoner):
        array = rng().random((7, 13))
        # The original cuts off where its documentation (and we) round to the nearest.
        theirs = original(stoner, "asint", array).astype(int)
        ours = data(lib.image_asint(sc.from_array(array))).astype(int)
        assert np.all((ours - theirs >= 0) & (ours - theirs <= 1))

    def test_dtype_limits(self, stoner):
        for dtype in INTEGERS + FLOATS + [np.dtype(bool)]:
            for clip_negative in (False, True):
                with quiet():
                    theirs = stoner.Image.ImageArray(np.zeros((2, 2), dtype)).dtype_limits(clip_negative=clip_negative)
                assert lib.image_dtype_limits(sc.from_array(np.zeros((2, 2), dtype)), clip_negative) == tuple(map(float, theirs))
        raises("DTYPE", lib.image_dtype_limits, sc.from_array(np.zeros((2, 2), complex)), 0)
        raises("INVALID_ARGUMENT", lib.image_dtype_limits, sc.from_array(np.zeros((2, 2))), 2)

    @pytest.mark.parametrize("dtype", INTEGERS, ids=str)
    def test_im_scale(self, dtype):
        most = 8 * dtype.itemsize - (dtype.kind == "i")
        for n in {1, 5, 8, 12, 16, 31, most} & set(range(1, most + 1)):
            array = rng().integers(0, 2**n - 1, (7, 13), dtype, endpoint=True)
            array[0, 0] = 2**n - 1
            for m in (1, 4, 5, 8, 12, 15, 16, 31):
                if dtype.kind == "u" and m > 8 * 8 or n > m and array.max() < 2**m:
                    continue
                ours = data(lib.image_im_scale(sc.from_array(array), n, m))
                times = -(-m // n)
                repeated = [sum(int(v) << (n * i) for i in range(times)) >> (n * times - m) if m > n else int(v) >> (n - m) for v in array.flat]
                assert [int(v) for v in ours.flat] == repeated
                assert ours.dtype == next(d for d in INTEGERS if d.kind == dtype.kind and 8 * d.itemsize - (d.kind == "i") >= m)
                if times * n <= 63:
                    with quiet():
                        np.testing.assert_array_equal(ours, sk_dtype._scale(array, n, m) if hasattr(sk_dtype, "_scale") else ours)

    def test_im_scale_original(self, stoner):
        for n, m, dtype in ((8, 16, "u1"), (16, 4, "u2"), (5, 12, "u2"), (5, 12, "i2"), (8, 4, "u2")):
            array = rng().integers(0, 2**n - 1, (7, 13), dtype, endpoint=True)
            with quiet():
                theirs = np.array(stoner.Image.ImageArray(array.copy()).im_scale(n, m, np.dtype(dtype), np.dtype("u2")))
            np.testing.assert_array_equal(data(lib.image_im_scale(sc.from_array(array), n, m)), theirs)

    def test_im_scale_without_scaling(self):
        n, ours = n_warnings(lib.image_im_scale, sc.from_array(np.array([[0, 5], [7, 10]], "u2")), 16, 4)
        assert n == 1 and data(ours).dtype == np.uint8
        np.testing.assert_array_equal(data(ours), [[0, 5], [7, 10]])

    def test_im_scale_refusals(self):
        image = sc.from_array(np.array([[0, 5], [7, 255]], "u2"))
        assert data(lib.image_im_scale(image, 8, 4, C["STONER_I64"])).dtype == np.int64
        for n, m, dtype in ((0, 8, 0), (17, 8, 0), (8, 0, 0), (8, 65, 0), (-1, 8, 0), (8, 9, C["STONER_U8"]), (8, 8, C["STONER_F32"])):
            raises("INVALID_ARGUMENT", lib.image_im_scale, image, n, m, dtype)
        raises("OUT_OF_RANGE", lib.image_im_scale, image, 7, 8)
        raises("OUT_OF_RANGE", lib.image_im_scale, sc.from_array(np.array([[-1, 5]], "i2")), 7, 8)
        raises("DTYPE", lib.image_im_scale, sc.from_array(np.zeros((2, 2))), 7, 8)

    def test_losses(self):
        floats, negative = np.array([[0.5, 1.0]]), np.array([[-1, 5]], "i4")
        for array, dtype, precision, sign in (
            (floats, "f4", 1, 0), (floats, "u1", 1, 0), (floats, "f8", 0, 0), (floats, "c16", 0, 0), (-floats, "u1", 1, 1),
            (negative, "u4", 0, 1), (negative, "i2", 0, 0), (negative * 40000, "i2", 1, 0), (negative, "f4", 1, 0),
            (negative, "f8", 0, 0), (np.array([[True]]), "u1", 0, 0), (negative, "bool", 1, 1),
            (np.ma.MaskedArray(negative, [[True, False]]), "u4", 0, 0),
        ):
            image, code = sc.from_array(array), sc.DTYPES[np.dtype(dtype)]
            assert n_warnings(lib.image_prec_loss, image, code) == (precision, precision), (array, dtype)
            assert n_warnings(lib.image_sign_loss, image, code) == (sign, sign), (array, dtype)
        raises("INVALID_ARGUMENT", lib.image_prec_loss, sc.from_array(floats), 0)
        raises("INVALID_ARGUMENT", lib.image_sign_loss, sc.from_array(floats), 14)
        raises("DTYPE", lib.image_sign_loss, sc.from_array(floats.astype(complex)), C["STONER_U8"])


@pytest.mark.parametrize("name", ["adjust_contrast", "subtract_image", "level_image", "quantize", "remove_outliers", "clip_neg", "threshold_minmax"])
def test_metadata_planes_and_layout(name):
    """Metadata and planes are kept; a turned image gives the turned result."""
    array = rng().normal(size=(7, 13))
    calls = {
        "adjust_contrast": lambda i: lib.image_adjust_contrast(i, None, 1),
        "subtract_image": lambda i: lib.image_subtract_image(i, i, 2.0, 0, 0.25),
        "level_image": lambda i: level_image(i, 0, 0, mode=C["STONER_LEVEL_NONE"]),
        "quantize": lambda i: lib.image_quantize(i, [1.0, 2.0], 2),
        "remove_outliers": lambda i: lib.image_remove_outliers(i, (0.2, 0.7)),
        "clip_neg": lib.image_clip_neg,
        "threshold_minmax": lambda i: lib.image_threshold_minmax(i, 0.1, 0.9),
    }
    image = sc.from_array(array)
    sc.set_f64(image, "key", 5.5)
    lib.image_set_plane(image, "own", sc.from_array(array), None)
    result = calls[name](image)
    assert lib.image_metadata_get_f64(result, "key") == 5.5
    np.testing.assert_array_equal(data(lib.image_plane(result, "own")), array)
    np.testing.assert_array_equal(data(calls[name](sc.cw(image))), data(sc.cw(result)))
