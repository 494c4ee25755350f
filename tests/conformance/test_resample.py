"""Rotating and shifting against scikit-image; masks, planes and maps against independent code and known truth."""

import warnings

import numpy as np
import pytest
import stoner_c as sc
from conftest import INTEGERS, raises
from conftest import quietly as quiet
from stoner_c import CONSTANTS, lib

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from skimage.transform import AffineTransform
    from skimage.transform import rotate as sk_rotate
    from skimage.transform import warp as sk_warp

SHAPES = [(1, 9), (9, 1), (2, 2), (7, 13), (61, 40)]
#: scikit-image's modes and ours.
MODES = {
    "constant": "CONSTANT",
    "edge": "EDGE",
    "symmetric": "SYMMETRIC",
    "reflect": "MIRROR",
    "wrap": "WRAP",
}
DEFAULT = None


def mode(name):
    return CONSTANTS[f"STONER_MODE_{name}"]


def rng(seed=20171015):
    return np.random.default_rng(seed)


def scan(shape, seed=1):
    """An image whose range does not begin at 0."""
    return rng(seed).uniform(20.0, 300.0, shape)


def rotate(image, angle, resize=False, centre=None, order=DEFAULT, mode=0, cval=0.0, clip=True, preserve_range=False):
    return sc.to_array(lib.image_rotate(image, angle, resize, centre, sc.order(order), mode, cval, clip, preserve_range))


def translate(image, vector, add_metadata=False, order=DEFAULT, mode=0, cval=None):
    given = CONSTANTS["STONER_CVAL_MEAN" if cval is None else "STONER_CVAL_VALUE"]
    return sc.to_array(lib.image_translate(image, vector, add_metadata, sc.order(order), mode, given, cval or 0.0))


def close(ours, theirs, scale, tolerance=1e-10):
    np.testing.assert_allclose(np.ma.getdata(ours), theirs, rtol=0, atol=tolerance * scale)


def affine(angle, centre):
    """From a pixel (column, row) of the result to the image, as a function of arrays."""
    cos, sin = np.cos(angle), np.sin(angle)

    def back(x, y):
        dx, dy = x - centre[0], y - centre[1]
        return centre[0] + cos * dx + sin * dy, centre[1] - sin * dx + cos * dy

    return back


def linear_weight(valid, x, y):
    """How much of the linear weight at positions is valid: what lies outside is not."""
    rows, columns = valid.shape
    total = np.zeros(np.shape(x))
    for j in (0, 1):
        for i in (0, 1):
            column, row = np.floor(x).astype(int) + i, np.floor(y).astype(int) + j
            weight = (1 - abs(x - column)) * (1 - abs(y - row))
            inside = (column >= 0) & (column < columns) & (row >= 0) & (row < rows)
            total += weight * np.where(inside, valid[row.clip(0, rows - 1), column.clip(0, columns - 1)], 0)
    return total


def grid(shape):
    y, x = np.indices(shape)
    return x.astype(float), y.astype(float)


def outside(shape, x, y):
    """Where less than half of the linear weight at positions lies inside; halfway counts as inside."""
    return linear_weight(np.ones(shape), x, y) < 0.5 - 1e-9


def rotated(data, angle, resize=False, centre=None, order=1, name="constant", cval=0.0, clip=True, **more):
    """scikit-image's. In mode constant: the edges continued, but where the pixel comes from outside the constant."""
    how = {"resize": resize, "center": centre, "order": order, "clip": clip, **more}
    if name != "constant":
        return quiet(sk_rotate, data, -np.degrees(angle), mode=name, **how)
    theirs = quiet(sk_rotate, data, -np.degrees(angle), mode="edge", **how)
    centre = centre or ((data.shape[1] - 1) / 2, (data.shape[0] - 1) / 2)
    x, y = grid(theirs.shape)
    if resize:
        right, bottom = data.shape[1] - 1, data.shape[0] - 1
        corners = [affine(-angle, centre)(x, y) for x in (0, right) for y in (0, bottom)]
        x, y = x + min(c[0] for c in corners), y + min(c[1] for c in corners)
    return np.where(outside(data.shape, *affine(angle, centre)(x, y)), cval, theirs)


def translated(data, vector, order=3, name="wrap", cval=0.0):
    """As `rotated`."""
    map_ = AffineTransform(translation=[-v for v in vector])
    if name != "constant":
        return quiet(sk_warp, data, map_, order=order, mode=name)
    theirs = quiet(sk_warp, data, map_, order=order, mode="edge")
    x, y = grid(data.shape)
    return np.where(outside(data.shape, x - vector[0], y - vector[1]), cval, theirs)


class TestRotate:
    @pytest.mark.parametrize("shape", SHAPES, ids=str)
    @pytest.mark.parametrize("name", MODES)
    @pytest.mark.parametrize("order", range(6))
    def test_scikit(self, shape, name, order):
        if name == "symmetric" and order in (2, 4, 5) and min(shape) < 10:
            pytest.skip("SciPy's filter is wrong there: TestSplines has the truth")
        data = scan(shape)
        image = sc.from_array(data)
        for angle, resize, clip, cval, centre in [
            (0.3, False, True, 0.0, None),
            (-1.234, True, True, 0.0, None),
            (2.5, False, False, 50.0, None),
            (0.0321, True, False, -3.0, (3.2, 1.7)),
            (9.9, False, True, 500.0, (0.0, 5.5)),
            (0.001, False, True, 0.0, None),
        ]:
            theirs = rotated(data, angle, resize, centre, order, name, cval, clip)
            ours = rotate(image, angle, resize, centre, order, mode(MODES[name]), cval, clip)
            assert ours.shape == theirs.shape and ours.dtype == theirs.dtype
            close(ours, theirs, np.ptp(data))

    def test_default_is_the_originals(self):
        data = scan((30, 41))
        close(rotate(sc.from_array(data), 0.4), rotated(data, 0.4), 300)
        both = [rotate(sc.from_array(data), 0.4, mode=m, cval=7.0) for m in (0, mode("CONSTANT"))]
        np.testing.assert_array_equal(both[0].filled(-1), both[1].filled(-1))

    @pytest.mark.parametrize("order", [1, 3, 5])
    def test_the_grid_boundaries_have_two_names(self, order):
        image = sc.from_array(scan((20, 31)))
        for a, b in (("CONSTANT", "GRID_CONSTANT"), ("WRAP", "GRID_WRAP"), ("EDGE", "NEAREST"), ("SYMMETRIC", "REFLECT")):
            a, b = (rotate(image, 0.7, order=order, mode=mode(name)) for name in (a, b))
            np.testing.assert_array_equal(a.filled(-1), b.filled(-1))

    def test_clockwise_by_quarter_turns(self):
        data = scan((6, 9))
        for turns in range(-4, 5):
            ours = rotate(sc.from_array(data), turns * np.pi / 2, resize=True, order=3)
            close(ours, np.rot90(data, -turns), 300)
            assert not ours.mask.any()

    @pytest.mark.parametrize("dtype", INTEGERS, ids=str)
    @pytest.mark.parametrize("preserve_range", [False, True])
    def test_integers(self, dtype, preserve_range):
        info = np.iinfo(dtype)
        data = rng().integers(info.min, info.max, (21, 34), dtype, endpoint=True)
        image = sc.from_array(data)
        for order in (1, 3, 4):
            theirs = rotated(data, 0.3, order=order, cval=1.0, preserve_range=preserve_range)
            ours = rotate(image, 0.3, order=order, preserve_range=preserve_range, cval=1.0)
            assert ours.dtype == theirs.dtype == np.float64
            close(ours, theirs, np.ptp(theirs))
        small = (data // 3 if dtype.itemsize < 8 else data >> 12).astype(dtype)
        theirs = quiet(sk_rotate, small, -np.degrees(0.3), order=0, preserve_range=preserve_range, cval=1.0)
        ours = rotate(sc.from_array(small), 0.3, order=0, preserve_range=preserve_range, cval=1.0)
        assert ours.dtype == dtype
        np.testing.assert_array_equal(ours.data, theirs)

    def test_integers_of_64_bits_stay_exact_at_order_0(self):
        data = np.array([[2**63 - 1, 2**53 + 1, -(2**63)]])
        np.testing.assert_array_equal(rotate(sc.from_array(data), np.pi, order=0).data, data[:, ::-1])

    def test_bool(self):
        data = rng().random((21, 34)) < 0.5
        for order in (0, DEFAULT):
            ours = rotate(sc.from_array(data), 0.3, order=order)
            assert ours.dtype == bool
            np.testing.assert_array_equal(ours.data, sk_rotate(data, -np.degrees(0.3), order=0))
        for order in range(1, 6):
            raises("DTYPE", rotate, sc.from_array(data), 0.3, order=order)

    @pytest.mark.parametrize("order", range(6))
    def test_f32_stays(self, order):
        data = scan((41, 30)).astype(np.float32)
        for name in MODES:
            ours = rotate(sc.from_array(data), 0.3, order=order, mode=mode(MODES[name]))
            assert ours.dtype == np.float32
            # scikit-image rounds the positions, too, at orders 1 and 3.
            theirs = rotated(data.astype(float), 0.3, order=order, name=name)
            close(ours, theirs, 280, 1e-5)

    def test_stacks_are_rotated_frame_by_frame(self):
        stack = np.ma.MaskedArray(scan((3, 15, 22)), rng().random((3, 15, 22)) < 0.1)
        for order in range(6):
            ours = rotate(sc.from_array(stack), 0.5, resize=True, order=order)
            for frame, theirs in zip(ours, stack):
                theirs = rotate(sc.from_array(theirs), 0.5, resize=True, order=order)
                np.testing.assert_array_equal(frame.mask, theirs.mask)
                np.testing.assert_array_equal(frame.filled(0), theirs.filled(0))

    @pytest.mark.parametrize("order", range(6))
    def test_outside_is_masked_in_constant_modes_only(self, order):
        data = scan((23, 37))
        x, y = affine(0.4, (18.0, 11.0))(*grid(data.shape))
        expected = linear_weight(np.ones(data.shape), x, y) < 0.5
        assert expected.any()
        for name in MODES.values():
            mask = rotate(sc.from_array(data), 0.4, order=order, mode=mode(name)).mask
            np.testing.assert_array_equal(mask, expected if name == "CONSTANT" else np.zeros(data.shape, bool))

    @pytest.mark.parametrize("order", range(6))
    @pytest.mark.parametrize("dtype", [np.float64, np.float32])
    def test_masked_pixels_do_not_leak(self, order, dtype):
        data = scan((33, 47)).astype(dtype)
        mask = rng(3).random(data.shape) < 0.2
        mask[10:15, 20:28] = True
        results = []
        for poison in (0, 1e30, np.nan, np.inf):
            poisoned = np.where(mask, dtype(poison), data)
            results.append(rotate(sc.from_array(poisoned, mask), 0.3, order=order, mode=mode("EDGE")))
        if order:
            results.append(rotate(sc.from_array(np.where(mask, dtype(np.nan), data)), 0.3, order=order, mode=mode("EDGE")))
        x, y = affine(0.3, (23.0, 16.0))(*grid(data.shape))
        x, y = x.clip(0, 46), y.clip(0, 32)
        expected = linear_weight(~mask, x, y) < 0.5
        for result in results:
            np.testing.assert_array_equal(result.mask, expected)
            np.testing.assert_array_equal(result.data, results[0].data)
            assert np.isfinite(result.data).all()
        if order == 1:
            theirs = linear_weight(np.where(mask, 0, data), x, y)[~expected] / linear_weight(~mask, x, y)[~expected]
            close(results[0].data[~expected], theirs, 280, 1e-10 if dtype == np.float64 else 1e-5)
        # A constant image stays constant, whatever is masked.
        flat = rotate(sc.from_array(np.where(mask, dtype(1e30), dtype(7)), mask), 0.3, order=order, mode=mode("EDGE"))
        close(flat[~flat.mask], 7.0, 1, 1e-10 if dtype == np.float64 else 1e-5)

    @pytest.mark.parametrize("order", range(6))
    def test_nothing_valid(self, order):
        for image in (sc.from_array(np.ones((4, 5)), np.ones((4, 5), bool)), sc.from_array(np.full((4, 5), np.nan))):
            result = rotate(image, 0.3, order=order, cval=3.0)
            assert result.mask.all() and (result.data == 3.0).all()

    @pytest.mark.parametrize("order", [1, 3])
    def test_infinity_reaches_only_its_neighbours(self, order):
        data = scan((30, 30))
        data[15, 15] = np.inf
        ours = rotate(sc.from_array(data), 0.3, order=order, clip=False)
        assert 1 <= (~np.isfinite(ours.data)).sum() <= 25

    def test_refusals(self):
        image = sc.from_array(scan((4, 5)))
        for angle in (np.nan, np.inf):
            raises("INVALID_ARGUMENT", rotate, image, angle)
        raises("INVALID_ARGUMENT", rotate, image, 0.1, centre=(np.nan, 0.0))
        raises("OUT_OF_RANGE", rotate, image, 0.1, centre=(1e300, 0.0))
        for order in (-2, 6):
            raises("INVALID_ARGUMENT", rotate, image, 0.1, order=order)
        for bad in (-1, 8):
            raises("INVALID_ARGUMENT", rotate, image, 0.1, mode=bad)
        for bad in (-1, 2):
            raises("INVALID_ARGUMENT", rotate, image, 0.1, resize=bad)
            raises("INVALID_ARGUMENT", rotate, image, 0.1, clip=bad)
            raises("INVALID_ARGUMENT", rotate, image, 0.1, preserve_range=bad)
        raises("DTYPE", rotate, sc.from_array(np.ones((4, 5), complex)), 0.1)
        for shape in ((5,), (2, 2, 2, 2), (0, 5), (5, 0)):
            raises("SHAPE", rotate, sc.from_array(np.ones(shape)), 0.1)

    def test_the_angle_is_written_and_the_input_left(self):
        image = sc.from_array(scan((4, 5)))
        sc.set_f64(image, "kept", 2.5)
        before = sc.to_array(image)
        result = lib.image_rotate(image, 0.25, 0, None, 1, 0, 0.0, 1, 0)
        assert lib.image_metadata_get_f64(result, "transform:rotation") == 0.25
        assert lib.image_metadata_get_f64(result, "kept") == 2.5
        np.testing.assert_array_equal(sc.to_array(image), before)
        raises("KEY_NOT_FOUND", lib.image_metadata_get_f64, image, "transform:rotation")


class TestTranslate:
    @pytest.mark.parametrize("shape", SHAPES, ids=str)
    @pytest.mark.parametrize("name", MODES)
    @pytest.mark.parametrize("order", range(6))
    def test_scikit(self, shape, name, order):
        if name == "symmetric" and order in (2, 4, 5) and min(shape) < 10:
            pytest.skip("SciPy's filter is wrong there: TestSplines has the truth")
        data = scan(shape)
        image = sc.from_array(data)
        for vector in [(2, 1), (0.3, -0.7), (-1.25, 0), (0, 2.4), (-30.4, 17.6), (3.5, 200.0), (1e-9, 0), (-0.9, 0.2)]:
            for cval in (None, 0.0, 100.0, 1000.0):
                if cval is None or name == "constant":
                    theirs = translated(data, vector, order, name, data.mean() if cval is None else cval)
                    close(translate(image, vector, order=order, mode=mode(MODES[name]), cval=cval), theirs, np.ptp(data))

    def test_moves_right_and_down(self):
        data = scan((7, 8))
        for order in range(6):
            ours = translate(sc.from_array(data), (2, 1), order=order, mode=mode("CONSTANT"), cval=-1.0)
            close(ours[1:, 2:], data[:-1, :-2], 280)
            assert ours.mask[0].all() and ours.mask[:, :2].all() and not ours.mask[1:, 2:].any()
            close(translate(sc.from_array(data), (2, 1), order=order), np.roll(data, (1, 2), (0, 1)), 280)

    def test_default_order_and_mode(self):
        data = scan((20, 31))
        theirs = sk_warp(data, AffineTransform(translation=(-0.4, 1.3)), order=3, mode="wrap")
        close(translate(sc.from_array(data), (0.4, -1.3)), theirs, 280)

    def test_the_mean_is_that_of_valid_pixels(self):
        data = scan((20, 31))
        mask = rng().random(data.shape) < 0.3
        holed = np.where(mask, 1e30, data)
        holed[0, 0] = np.nan
        valid = ~mask
        valid[0, 0] = False
        ours = translate(sc.from_array(holed, mask), (40, 0), mode=mode("CONSTANT"))
        assert ours.mask.all()
        close(ours, data[valid].mean(), 280)

    @pytest.mark.parametrize("dtype", INTEGERS, ids=str)
    def test_the_mean_of_integers_is_that_of_the_results_values(self, dtype):
        data = (scan((20, 31)) / 3).astype(dtype)
        for order, scale in ((0, 1.0), (1, float(np.iinfo(dtype).max)), (3, float(np.iinfo(dtype).max))):
            ours = translate(sc.from_array(data), (40, 0), order=order, mode=mode("CONSTANT"))
            assert ours.mask.all()
            mean = data.mean() / scale
            # At order 0 the result has the image's dtype.
            tolerance = 0.5 if order == 0 else 1e-10 * mean
            np.testing.assert_allclose(ours.data.astype(float), mean, rtol=0, atol=tolerance)

    @pytest.mark.parametrize("order", range(6))
    def test_a_translation_is_a_rotation_by_nothing(self, order):
        """The separable way and the general way agree, masks included."""
        data = scan((31, 44))
        mask = rng(7).random(data.shape) < 0.1
        for name in MODES.values():
            for vector in [(0.3, -2.6), (11.5, 40.0)]:
                image = sc.from_array(data, mask)
                ours = translate(image, vector, order=order, mode=mode(name), cval=9.0)
                x, y = grid(data.shape)
                x, y = x - vector[0], y - vector[1]
                if name == "CONSTANT":
                    np.testing.assert_array_equal(ours.mask, linear_weight(~mask, x, y) < 0.5)
                elif name == "WRAP":
                    doubled = np.tile(~mask, (5, 5))
                    weight = linear_weight(doubled, x + 88, y + 62)
                    np.testing.assert_array_equal(ours.mask, weight < 0.5)

    @pytest.mark.parametrize("dtype", [np.dtype(bool), *INTEGERS, np.dtype("float32")], ids=str)
    def test_dtypes(self, dtype):
        data = (scan((12, 17)) / 3).astype(dtype) if dtype != bool else scan((12, 17)) > 150
        map_ = AffineTransform(translation=(-1.3, 2.2))
        for order in (0,) if dtype == bool else (0, 1, 3):
            theirs = quiet(sk_warp, data, map_, order=order, mode="wrap")
            ours = translate(sc.from_array(data), (1.3, -2.2), order=order)
            assert ours.dtype == theirs.dtype
            close(ours.astype(float), theirs.astype(float), float(np.ptp(theirs.astype(float))), 1e-5 if dtype == np.float32 else 1e-10)

    def test_stacks(self):
        stack = scan((3, 12, 17))
        ours = translate(sc.from_array(stack), (1.5, 0.25), order=3)
        for frame, data in zip(ours, stack):
            np.testing.assert_array_equal(frame, translate(sc.from_array(data), (1.5, 0.25), order=3))

    def test_metadata(self):
        image = sc.from_array(scan((9, 11)))
        result = lib.image_translate(image, [2.0, 0.5], 1, 3, 0, 0, 0.0)
        values = lib.image_metadata(result)
        for key, expected in (("translation", [2.0, 0.5]), ("translation_limits", [2.0, 11.0, 0.5, 9.0])):
            nested = lib.metadata_get_nested(values, key)
            assert [lib.metadata_get_f64(nested, str(i)) for i in range(len(expected))] == expected
        plain = lib.image_translate(image, [2.0, 0.5], 0, 3, 0, 0, 0.0)
        raises("KEY_NOT_FOUND", lib.metadata_get_nested, lib.image_metadata(plain), "translation")

    def test_refusals(self):
        image = sc.from_array(scan((4, 5)))
        for vector in ((np.nan, 0), (0, np.inf)):
            raises("INVALID_ARGUMENT", translate, image, vector)
        raises("INVALID_ARGUMENT", translate, image, (1, 0), order=6)
        raises("INVALID_ARGUMENT", translate, image, (1, 0), mode=9)
        raises("INVALID_ARGUMENT", translate, image, (1, 0), add_metadata=2)
        raises("INVALID_ARGUMENT", lib.image_translate, image, [1.0, 0.0], cval_mode=2)
        raises("NULL_POINTER", lib.image_translate, image)
        raises("DTYPE", translate, sc.from_array(np.ones((4, 5), complex)), (1, 0))
        raises("SHAPE", translate, sc.from_array(np.ones(5)), (1, 0))
        raises("OUT_OF_RANGE", translate, image, (1e300, 0))


#: How an image is turned or moved, and the (x, y) that each pixel of the result comes from.
MOVEMENTS = {
    "rotate": (
        lambda image, order, cval, clip: rotate(image, 0.3, order=order, cval=cval, clip=clip),
        lambda shape: affine(0.3, ((shape[1] - 1) / 2, (shape[0] - 1) / 2))(*grid(shape)),
    ),
    "turn about a corner": (
        lambda image, order, cval, clip: rotate(image, -0.77, False, (0.0, 0.0), order, mode("CONSTANT"), cval, clip),
        lambda shape: affine(-0.77, (0.0, 0.0))(*grid(shape)),
    ),
    "translate": (
        lambda image, order, cval, clip: translate(image, (1.3, -2.45), order=order, mode=mode("CONSTANT"), cval=cval),
        lambda shape: (grid(shape)[0] - 1.3, grid(shape)[1] + 2.45),
    ),
    # Halfway between the outermost pixel and the outside.
    "translate by halves": (
        lambda image, order, cval, clip: translate(image, (-0.5, 2.5), order=order, mode=mode("CONSTANT"), cval=cval),
        lambda shape: (grid(shape)[0] + 0.5, grid(shape)[1] - 2.5),
    ),
}


@pytest.mark.parametrize("movement", MOVEMENTS)
@pytest.mark.parametrize("order", range(6))
class TestNothingUnmaskedRestsOnTheConstant:
    @pytest.mark.parametrize("dtype", [*INTEGERS, np.dtype("float32"), np.dtype("float64")], ids=str)
    def test_a_constant_image(self, movement, order, dtype):
        move, back = MOVEMENTS[movement]
        for shape in ((31, 44), (1, 9), (8, 1), (1, 1), (2, 3)):
            level = 100 if dtype.itemsize == 1 else 1000
            expected = float(level)
            if dtype.kind in "iu" and order:
                expected /= np.iinfo(dtype).max
            rounding = 3e-6 if dtype == np.float32 else 1e-13
            for cval in (0.0, -1e6, 1e9, np.nan):
                if dtype.kind in "iu" and (not order or np.isnan(cval)):
                    cval = 7.0
                for clip in (True, False):
                    ours = move(sc.from_array(np.full(shape, level, dtype)), order, cval, clip)
                    np.testing.assert_array_equal(np.ma.getmaskarray(ours), outside(shape, *back(shape)))
                    np.testing.assert_allclose(ours.compressed().astype(float), expected, rtol=rounding)
                    assert ((ours.data == cval) | np.isnan(cval))[np.ma.getmaskarray(ours)].all()
                    if clip and "turn" not in movement and dtype.kind == "f":
                        assert (ours.compressed() == level).all()

    @pytest.mark.parametrize("nan", [False, True])
    @pytest.mark.parametrize("dtype", [np.float32, np.float64])
    def test_masked_images_and_nan(self, movement, order, nan, dtype):
        move, back = MOVEMENTS[movement]
        mask = rng(4).random((31, 44)) < 0.2
        mask[:2, 5:20] = mask[-9:, -1] = True
        data = np.where(mask, dtype(np.nan if nan else 1e30), dtype(1000))
        ours = move(sc.from_array(data) if nan else sc.from_array(data, mask), order, -5e5, False)
        np.testing.assert_allclose(ours.compressed(), 1000, rtol=1e-13 if dtype == np.float64 else 3e-6)
        expected = linear_weight(~mask, *back(mask.shape)) < 0.5 - 1e-9
        np.testing.assert_array_equal(np.ma.getmaskarray(ours), expected)
        assert (ours.data[outside(mask.shape, *back(mask.shape))] == -5e5).all()

    def test_polynomials_inside(self, movement, order):
        """Splines repeat polynomials of their order, the cubic of order 3 those of degree 2; only near to the edges they
        cannot know how the image goes on."""
        move, back = MOVEMENTS[movement]
        shape = (101, 120)
        degree = min(order, 2) if order == 3 else order

        def image(x, y):
            x, y = (x - 60) / 50, (y - 50) / 50
            return 1000 + x**degree - 2 * y**degree + (x * y if degree > 1 else 0)

        x, y = back(shape)
        ours = move(sc.from_array(image(*grid(shape))), order, 0.0, False)
        near = 25 if order in (2, 4, 5) else 2
        inside = (x > near) & (x < shape[1] - 1 - near) & (y > near) & (y < shape[0] - 1 - near)
        assert inside.sum() > 500 and not np.ma.getmaskarray(ours)[inside].any()
        if order:
            np.testing.assert_allclose(ours.data[inside], image(x, y)[inside], atol=1e-8)
        # At the rim, too, values are within the image's range, up to a spline's overshoot.
        low, high = image(*grid(shape)).min(), image(*grid(shape)).max()
        swing = 0.1 * (high - low)
        assert low - swing <= ours.compressed().min() and ours.compressed().max() <= high + swing


@pytest.mark.parametrize("movement", MOVEMENTS)
def test_of_bool_nothing_unmasked_rests_on_the_constant(movement):
    move, back = MOVEMENTS[movement]
    ours = move(sc.from_array(np.ones((21, 30), bool)), 0, 0.0, True)
    assert ours.compressed().all()
    np.testing.assert_array_equal(np.ma.getmaskarray(ours), outside((21, 30), *back((21, 30))))


class TestTranslateLimits:
    @pytest.mark.parametrize(
        "vector,limits",
        [
            ((2, 0), (2, 11, 0, 9)),
            ((2, 1), (2, 11, 1, 9)),
            ((-2.5, 1.25), (0, 8.5, 1.25, 9)),
            ((0, 0), (0, 11, 0, 9)),
            ((20, -20), (11, 11, 0, 0)),
        ],
    )
    def test_truth(self, vector, limits):
        image = sc.from_array(np.zeros((9, 11)))
        assert tuple(lib.image_translate_limits(image, vector)) == limits
        assert tuple(lib.image_translate_limits(image, [-v for v in vector], 1)) == limits

    def test_the_box_is_what_translate_leaves(self):
        data = scan((9, 11))
        for vector in [(2, 0), (-3, 4), (0, -1)]:
            image = sc.from_array(data)
            xmin, xmax, ymin, ymax = (int(v) for v in lib.image_translate_limits(image, vector))
            mask = translate(image, vector, mode=mode("CONSTANT")).mask
            expected = np.ones(data.shape, bool)
            expected[ymin:ymax, xmin:xmax] = False
            np.testing.assert_array_equal(mask, expected)

    def test_refusals(self):
        image = sc.from_array(np.zeros((9, 11)))
        raises("INVALID_ARGUMENT", lib.image_translate_limits, image, [np.nan, 0.0])
        raises("INVALID_ARGUMENT", lib.image_translate_limits, image, [1.0, 0.0], 2)
        raises("SHAPE", lib.image_translate_limits, sc.from_array(np.zeros(4)), [1.0, 0.0])


class TestSplines:
    """The published definition: the spline goes through the pixels, beyond the edges too."""

    @pytest.mark.parametrize("order", [2, 4, 5])
    @pytest.mark.parametrize("shape", [(2, 2), (3, 2), (1, 5), (4, 9)], ids=str)
    def test_short_axes_with_symmetric_edges(self, order, shape):
        data = scan(shape)
        around = np.pad(data, 60, mode="symmetric")
        for vector in [(0.3, -0.7), (-1.25, 0.5)]:
            map_ = AffineTransform(translation=[-v for v in vector])
            theirs = quiet(sk_warp, around, map_, order=order, mode="edge", clip=False)[60:-60, 60:-60]
            ours = translate(sc.from_array(data), vector, order=order, mode=mode("SYMMETRIC"))
            close(ours, theirs.clip(data.min(), data.max()), np.ptp(data))


class TestPlanesAndMap:
    STEP = np.array([[0.125, 0.0625], [-0.03125, -0.25]])
    ORIGIN = np.array([-20.5, 7.25])

    def scan(self, shape=(17, 26)):
        image = sc.from_array(scan(shape))
        x, y = grid(shape)
        positions = [self.ORIGIN[i] + self.STEP[i, 0] * x + self.STEP[i, 1] * y for i in (0, 1)]
        for name, plane in zip(("actual_x", "actual_y"), positions):
            lib.image_set_plane(image, name, sc.from_array(plane), "um")
        lib.image_set_plane(image, "flag", sc.from_array(x > 12), None)
        lib.image_set_map(image, list(self.ORIGIN), list(self.STEP.ravel()), "sample_x", "sample_y", "um", "um")
        return image

    def positions(self, image):
        return [sc.to_array(lib.image_plane(image, name)) for name in ("actual_x", "actual_y")]

    def check(self, result, back, shape):
        x, y = back(*grid(shape))
        inside = (x >= -1e-9) & (x <= 25 + 1e-9) & (y >= -1e-9) & (y <= 16 + 1e-9)
        assert inside.any()
        origin, step = lib.image_map(result)[:2]
        step = np.reshape(step, (2, 2))
        columns, rows = grid(shape)
        for i, plane in enumerate(self.positions(result)):
            truth = self.ORIGIN[i] + self.STEP[i, 0] * x + self.STEP[i, 1] * y
            np.testing.assert_array_equal(plane.mask, ~inside)
            np.testing.assert_allclose(plane.data[inside], truth[inside], atol=1e-10)
            np.testing.assert_allclose(origin[i] + step[i, 0] * columns + step[i, 1] * rows, truth, atol=1e-10)
        flag = sc.to_array(lib.image_plane(result, "flag"))
        assert flag.dtype == bool
        clear = inside & (abs(x - 12.5) > 0.6)
        np.testing.assert_array_equal(flag.data[clear], (x > 12.5)[clear])

    @pytest.mark.parametrize("name", MODES.values())
    def test_rotate(self, name):
        for resize in (0, 1):
            result = lib.image_rotate(self.scan(), 0.6, resize, None, 3, mode(name), 0.0, 1, 0)
            shape = sc.shape(result)
            back = affine(0.6, (12.5, 8.0))
            if resize:
                corners = [affine(-0.6, (12.5, 8.0))(x, y) for x in (0, 25) for y in (0, 16)]
                left, top = np.min(corners, axis=0)
                self.check(result, lambda x, y: back(x + left, y + top), shape)
            else:
                self.check(result, back, shape)

    @pytest.mark.parametrize("turns", [1, 2, 3])
    def test_quarter_turns_keep_every_position(self, turns):
        result = lib.image_rotate(self.scan(), turns * np.pi / 2, 1, None, 1, 0, 0.0, 1, 0)
        for ours, theirs in zip(self.positions(result), self.positions(self.scan())):
            assert not ours.mask.any()
            np.testing.assert_allclose(ours, np.rot90(theirs.data, -turns), atol=1e-10)

    @pytest.mark.parametrize("vector", [(2, 1), (-0.4, 3.7), (0, 0)])
    def test_translate(self, vector):
        for name in MODES.values():
            result = lib.image_translate(self.scan(), [float(v) for v in vector], 1, 3, mode(name), 0, 0.0)
            self.check(result, lambda x, y: (x - vector[0], y - vector[1]), (17, 26))

    def test_planes_of_stacks(self):
        image = sc.from_array(scan((3, 9, 12)))
        x, y = grid((9, 12))
        lib.image_set_plane(image, "shared", sc.from_array(x), None)
        lib.image_set_plane(image, "own", sc.from_array(np.stack([x, y, x + y])), None)
        result = lib.image_rotate(image, 0.2, 1, None, 1, 0, 0.0, 1, 0)
        shape = sc.shape(result)
        assert shape == sc.shape(lib.image_plane(result, "own"))
        assert shape[1:] == sc.shape(lib.image_plane(result, "shared"))
        own, shared = (sc.to_array(lib.image_plane(result, name)) for name in ("own", "shared"))
        np.testing.assert_array_equal(own[0].filled(-1), shared.filled(-1))


class TestCancelling:
    @pytest.mark.parametrize("call", [lambda i, c: lib.image_rotate(i, 0.3, 0, None, 3, 0, 0.0, 1, 0, ctx=c), lambda i, c: lib.image_translate(i, [0.5, 0.5], 0, 5, 0, 0, 0.0, ctx=c)])
    def test_a_cancelled_context_stops_the_call(self, call):
        ctx = lib.context_new()
        lib.context_cancel(ctx=ctx)
        image = sc.from_array(np.ones((300, 400)))
        raises("CANCELLED", call, image, ctx)
        lib.context_reset_cancel(ctx=ctx)
        call(image, ctx)

    @pytest.mark.parametrize("order", [1, 3, 5])
    def test_threads_do_not_change_the_result(self, order):
        image = sc.from_array(scan((400, 300)))
        results = []
        for threads in (1, 3):
            ctx = lib.context_new()
            lib.context_set_threads(threads, ctx=ctx)
            results.append(sc.to_array(lib.image_rotate(image, 0.3, 0, None, order, 0, 0.0, 1, 0, ctx=ctx)))
            results.append(sc.to_array(lib.image_translate(image, [0.3, 2.2], 0, order, 0, 0, 0.0, ctx=ctx)))
        for a, b in zip(results[:2], results[2:]):
            np.testing.assert_array_equal(a.filled(-1), b.filled(-1))
