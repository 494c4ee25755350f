"""The first operations against numpy, scikit-image, the Python original and known truth, through the C interface.

The original (Stoner) is an extra: without it its tests are skipped, or fail where CI is set. Where it differs from its
own documentation, `docs/differences.md` says so and the test here is against the truth instead.
"""

import warnings
from fractions import Fraction

import numpy as np
import pytest
import stoner_c as sc
from conftest import INTEGERS, quiet, raises

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from skimage.util import dtype as sk_dtype

FLOATS = [np.dtype("float32"), np.dtype("float64")]
REAL = [np.dtype(bool), *INTEGERS, *FLOATS]
SHAPES = [(5, 8), (1, 7), (6, 1), (1, 1), (3, 4, 5), (2, 1, 3)]


def rng():
    return np.random.default_rng(20171015)


def masked_ramp(shape, dtype=np.float64):
    data = np.arange(np.prod(shape)).reshape(shape).astype(dtype)
    return np.ma.MaskedArray(data, rng().random(shape) < 0.3)


def image_of(array):
    mask = np.ma.getmaskarray(array) if isinstance(array, np.ma.MaskedArray) else None
    return sc.from_array(np.ma.getdata(array), mask)


def assert_same(ours, theirs):
    theirs = np.ma.asarray(theirs)
    assert ours.dtype == theirs.dtype
    assert ours.shape == theirs.shape
    np.testing.assert_array_equal(np.ma.getdata(ours), np.ma.getdata(theirs))
    np.testing.assert_array_equal(np.ma.getmaskarray(ours), np.ma.getmaskarray(theirs))


class TestGeometry:
    NUMPY = {
        "cw": lambda a: np.rot90(a, -1, axes=(-2, -1)),
        "ccw": lambda a: np.rot90(a, 1, axes=(-2, -1)),
        "flip_h": lambda a: a[..., ::-1],
        "flip_v": lambda a: a[..., ::-1, :],
        "transpose": lambda a: a.T,
    }

    @pytest.mark.parametrize("operation", NUMPY)
    @pytest.mark.parametrize("shape", SHAPES, ids=str)
    def test_numpy(self, operation, shape):
        for dtype in sc.DTYPES:
            array = masked_ramp(shape, dtype)
            assert_same(sc.to_array(getattr(sc, operation)(image_of(array))), self.NUMPY[operation](array))

    @pytest.mark.parametrize(
        "operation,original", [("cw", "CW"), ("ccw", "CCW"), ("flip_h", "flip_h"), ("flip_v", "flip_v"), ("transpose", "T")]
    )
    def test_original(self, stoner, operation, original):
        data = np.arange(35.0).reshape(5, 7)
        with quiet():
            theirs = np.array(getattr(stoner.ImageFile(data.copy()), original).image.data)
        assert_same(sc.to_array(getattr(sc, operation)(image_of(data))), theirs)

    @pytest.mark.parametrize("shape", [(7,), (2, 2, 2, 2)], ids=str)
    def test_other_ranks(self, shape):
        for operation in self.NUMPY:
            raises("SHAPE", getattr(sc, operation), image_of(np.zeros(shape)))

    def test_crop_stack(self):
        stack = masked_ramp((3, 5, 8))
        assert_same(sc.to_array(sc.crop(image_of(stack), (2, 6, 1, None))), stack[:, 1:, 2:6])
        assert_same(sc.to_array(sc.crop(image_of(stack), (-3, 100, None, 2))), stack[:, :2, -3:])
        assert_same(sc.to_array(sc.crop(image_of(stack), None)), stack)
        for box in ((2, 2, 0, 5), (5, 2, 0, 5), (8, 9, 0, 5), (0, 8, -4, 0)):
            raises("OUT_OF_RANGE", sc.crop, image_of(stack), box)

    def test_negative_pixels_count_from_the_end(self):
        """Each side is that of a slice of Python, which numpy clips."""
        data = masked_ramp((9, 12))
        image = image_of(data)
        ends = (None, -30, -12, -9, -8, -5, -1, 0, 3, 7, 9, 12, 40)
        for low in ends:
            for high in ends:
                x, y = data[:, low:high], data[low:high]
                for box, part in (((low, high, None, None), x), ((None, None, low, high), y), ((low, high, low, high), data[low:high, low:high])):
                    if part.size:
                        assert_same(sc.to_array(sc.crop(image, box)), part)
                    else:
                        assert "from the end" in raises("OUT_OF_RANGE", sc.crop, image, box)
        large = masked_ramp((30, 40))
        assert_same(sc.to_array(sc.crop(image_of(large), (5, -15, 5, -5))), large[5:-5, 5:-15])
        assert_same(sc.to_array(sc.crop(image_of(large), (-20, None, None, None))), large[:, -20:])

    def test_every_box_counts_from_the_end(self):
        data = np.random.default_rng(4).random((40, 50)) + np.arange(50)
        image, plain, negative = image_of(data), [5, 35, 10, 38], [-45, -15, -30, -2]
        same = lambda call: assert_same(sc.to_array(call(plain)), sc.to_array(call(negative)))
        same(lambda box: sc.lib.image_crop(image, box))
        same(lambda box: sc.lib.image_level_image(image, 1, 1, box, mode=sc.CONSTANTS["STONER_LEVEL_NONE"]))
        same(lambda box: sc.lib.image_normalise(image, sample=box))
        moved = image_of(np.roll(data, (2, 1), (0, 1)))
        found = [sc.lib.image_register(moved, image, box=box)[0] for box in (plain, negative)]
        np.testing.assert_array_equal(*found)
        same(lambda box: sc.lib.image_align(moved, image, box=box))
        same(lambda box: sc.lib.image_correct_drift(moved, image, box=box))
        values = np.zeros((28, 30))
        written = []
        for box in (plain, negative):
            target = image_of(data)
            sc.lib.image_write(target, box, values.ctypes.data, sc.CONSTANTS["STONER_F64"], None)
            written.append(sc.to_array(target))
        assert_same(*written)
        expected = data.copy()
        expected[10:38, 5:35] = 0
        assert_same(written[1], expected)
        for outside in ([-51, None, 0, 1], [0, 51, 0, 1], [0, 50, -41, 3]):
            box = [sc.EXTENT if side is None else side for side in outside]
            raises("OUT_OF_RANGE", sc.lib.image_write, image_of(data), box, values.ctypes.data, sc.CONSTANTS["STONER_F64"], None)

    @pytest.mark.parametrize("side", [5, 7, 20, 21])
    def test_boxes_as_the_original(self, stoner, side):
        data = np.arange(side * side).reshape(side, side)
        image = image_of(data)

        def theirs(*box):
            with quiet():
                return np.array(stoner.ImageFile(data.copy()).crop(*box).image.data)

        for border in range(side // 2):
            assert_same(sc.to_array(sc.crop(image, sc.box_from_border(image, border))), theirs(border))
        for fraction in (0.0, 0.1, 0.2, 0.25, 1 / 7, 0.5, 0.6, 0.75, 0.3333):
            box = sc.box_from_border_fraction(image, fraction)
            assert_same(sc.to_array(sc.crop(image, box)), theirs(fraction))
            sc.set_f64(image, "box", fraction)
            assert sc.box_from_metadata(image, "box") == box
        for fractions in ((0.1, 0.9, 0.25, 0.75), (0.125, 0.875, 0.3, 0.7), (0.5, 1.0, 0.0, 0.5), (None, 0.5, 0.5, None)):
            box = sc.box_from_fraction(image, fractions)
            assert_same(sc.to_array(sc.crop(image, box)), theirs(fractions))

    def test_boxes_of_oblong_images(self):
        image = image_of(np.zeros((20, 40)))
        assert sc.box_from_border_fraction(image, 0.1) == (2, 38, 1, 19)
        assert sc.box_from_fraction(image, (0.1, 0.9, 0.25, None)) == (4, 36, 5, 20)
        assert sc.box_from_border(image, 3) == (3, 37, 3, 17)
        sc.set_i64(image, "border", 3)
        assert sc.box_from_metadata(image, "border") == (3, 37, 3, 17)
        raises("OUT_OF_RANGE", sc.box_from_border, image, 10)
        raises("INVALID_ARGUMENT", sc.box_from_border, image, -1)
        raises("INVALID_ARGUMENT", sc.box_from_border_fraction, image, 1.5)
        raises("KEY_NOT_FOUND", sc.box_from_metadata, image, "no such key")


def bits(dtype):
    """Value bits, and whether there is a sign."""
    return 8 * dtype.itemsize - (dtype.kind == "i"), dtype.kind == "i"


def half_even(x: Fraction):
    return round(x)


def true_conversion(values, source, target, uniform=False):
    """The rules in exact arithmetic, for float or integer sources and integer targets; `values` unmasked, in range."""
    (m, signed), low, high = bits(target), np.iinfo(target).min, np.iinfo(target).max
    clip = lambda x: min(max(x, low), high)
    if source.kind == "f":
        exact = [Fraction(float(v)) for v in values]
        if uniform:
            return [clip((v * 2**m).__floor__()) for v in exact]
        if signed:
            return [clip(half_even(((2 ** (m + 1) - 1) * v - 1) / 2)) for v in exact]
        return [clip(half_even((2**m - 1) * v)) for v in exact]
    n, source_signed = bits(source)
    values = [int(v) for v in values]
    if n > m:
        fits = max(values) < 2**m and (not signed or min(values) >= low)
        return [clip(v if fits else v // 2 ** (n - m)) for v in values]
    if signed and source_signed:
        ratio = Fraction(2 ** (m + 1) - 1, 2 ** (n + 1) - 1)
        return [int((v + 2**n) * ratio) - 2**m for v in values]
    times = -(-m // n)
    # The bits of the value, written `times` times in a row, of which the first m count.
    return [clip(sum(v << (n * i) for i in range(times)) >> (n * times - m)) for v in values]


def edge_floats(dtype):
    special = [0.0, 1.0, -1.0, 0.5, -0.5, 0.25, 1 / 3, 1 / 255, 3 / 510, -1 / 65535, np.finfo(dtype).tiny, np.finfo(dtype).eps]
    return np.concatenate([special, rng().uniform(-1, 1, 500), np.nextafter(dtype.type(1), dtype.type(0))[None]]).astype(dtype)


def edge_integers(dtype):
    info = np.iinfo(dtype)
    special = [info.max, info.max - 1, info.max // 2, info.max // 2 + 1, info.min, info.min + 1, 0, 1, 2, 7, 127]
    special += [-1, -2, -100] if info.min else []
    return np.concatenate([np.array(special, dtype), rng().integers(info.min, info.max, 500, dtype, endpoint=True)])


def scikit(values, dtype, **keywords):
    with quiet():
        return sk_dtype._convert(values.copy(), dtype.type, **keywords)


class TestConvert:
    @pytest.mark.parametrize("target", INTEGERS, ids=str)
    @pytest.mark.parametrize("uniform", [False, True])
    @pytest.mark.parametrize("source", FLOATS, ids=str)
    def test_float_to_integer(self, source, target, uniform):
        values = edge_floats(source)
        ours = np.ma.getdata(sc.to_array(sc.convert(image_of(values), target, uniform=uniform)))
        assert ours.dtype == target
        assert [int(v) for v in ours] == rounded_as_f64(values, source, target, uniform)
        if uniform and target == np.uint64:
            return  # scikit-image has no number for 2**64
        # scikit-image computes in the source's or a wider type, and at 32 and 64 bits overflows for 1.
        inside = np.abs(values) < 1 if target.itemsize >= 4 else np.full(values.shape, True)
        theirs = scikit(values[inside], target, uniform=uniform)
        step = 1 if source == np.float32 or target.itemsize == 8 else 0
        if target.itemsize >= 4:
            step = np.maximum(step, np.abs(theirs.astype(float)) * 2 * np.finfo(source).eps)
        difference = [abs(int(a) - int(b)) for a, b in zip(ours[inside], theirs)]
        assert np.all(np.array(difference, float) <= step)

    @pytest.mark.parametrize("target", INTEGERS, ids=str)
    @pytest.mark.parametrize("source", INTEGERS, ids=str)
    def test_integer_to_integer(self, source, target):
        if source == target:
            return
        for values in (edge_integers(source), np.array([0, 1, 5, 127], source)):
            ours = np.ma.getdata(sc.to_array(sc.convert(image_of(values), target)))
            assert ours.dtype == target
            assert [int(v) for v in ours] == true_conversion(values, source, target)
            try:
                theirs = scikit(values, target)
            except StopIteration:
                # scikit-image has no type for the intermediate of more than 64 bits.
                continue
            np.testing.assert_array_equal(ours, theirs)

    @pytest.mark.parametrize("target", FLOATS, ids=str)
    @pytest.mark.parametrize("source", INTEGERS, ids=str)
    def test_integer_to_float(self, source, target):
        values = edge_integers(source)
        ours = np.ma.getdata(sc.to_array(sc.convert(image_of(values), target)))
        assert ours.dtype == target
        np.testing.assert_allclose(ours, scikit(values, target), rtol=4 * np.finfo(target).eps)
        assert ours.max() == 1 and ours.min() == (-1 if source.kind == "i" else 0)
        plain = np.ma.getdata(sc.to_array(sc.convert(image_of(values), target, normalise=False)))
        np.testing.assert_array_equal(plain, values.astype(target))

    @pytest.mark.parametrize("dtype", REAL, ids=str)
    def test_bool(self, dtype):
        bools = np.array([[True, False], [False, True]])
        assert_same(sc.to_array(sc.convert(image_of(bools), dtype)), scikit(bools, dtype))
        if dtype.kind in "ui":
            values = edge_integers(dtype)
            # The middle itself, where scikit-image's float threshold is one off at 64 bits.
            values = values[values != 2 ** (bits(dtype)[0] - 1)] if dtype.itemsize == 8 else values
        else:
            values = edge_floats(dtype) if dtype.kind == "f" else bools
        assert_same(sc.to_array(sc.convert(image_of(values), bool)), scikit(values, np.dtype(bool)))

    def test_float_to_float(self):
        values = np.array([-3.5, 0.1, 1e20])
        assert_same(sc.to_array(sc.convert(image_of(values), "float32")), values.astype("float32"))
        assert_same(sc.to_array(sc.convert(image_of(values.astype("f4")), "float64")), values.astype("f4").astype("f8"))

    def test_as_the_original_says(self):
        """The seed: negative values are clipped going to unsigned, and floats outside -1 to 1 likewise."""
        values = np.array([-3.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0])
        assert_same(sc.to_array(sc.convert(image_of(values), "uint8")), np.array([0, 0, 0, 0, 128, 255, 255], "u1"))
        assert_same(sc.to_array(sc.convert(image_of(values), "int8")), np.array([-128, -128, -64, 0, 63, 127, 127], "i1"))

    def test_img_as(self):
        from skimage import util

        values = rng().uniform(-1, 1, (6, 7))
        for function, dtype in ((util.img_as_ubyte, "uint8"), (util.img_as_uint, "uint16"), (util.img_as_int, "int16")):
            with quiet():
                assert_same(sc.to_array(sc.convert(image_of(values), dtype)), function(values))

    def test_complex(self):
        values = np.array([0.5, -2.0])
        assert_same(sc.to_array(sc.convert(image_of(values), "complex128")), values.astype(complex))
        for dtype in REAL:
            assert "real part" in raises("DTYPE", sc.convert, image_of(values.astype(complex)), dtype)

    def test_masked_pixels_decide_nothing(self):
        mask = np.array([True, False, False])
        for poison in (0, 30000, -30000):
            values = np.ma.MaskedArray(np.array([poison, 7, 200], "i2"), mask)
            ours = sc.to_array(sc.convert(image_of(values), "uint8"))
            np.testing.assert_array_equal(np.ma.getdata(ours)[1:], [7, 200])
            np.testing.assert_array_equal(ours.mask, mask)


def rounded_as_f64(values, source, target, uniform):
    """The truth; below 64 bits the product rounds to a double first, which decides ties."""
    if target.itemsize == 8 or uniform:
        return true_conversion(values, source, target, uniform)
    (m, signed), info = bits(target), np.iinfo(target)
    steps = values.astype(np.float64) * (2.0 ** (m + signed) - 1)
    scaled = np.rint((steps - 1) / 2 if signed else steps)
    return [int(v) for v in np.clip(scaled, info.min, info.max)]


class TestIntensity:
    SIX = np.array([[-2, -0.5, 0.25], [0.5, 1, 3.0]])

    def original(self, stoner, method, array, **keywords):
        with quiet():
            return np.array(getattr(stoner.Image.ImageArray(np.array(array)), method)(**keywords))

    @pytest.mark.parametrize("dtype", FLOATS, ids=str)
    @pytest.mark.parametrize(
        "keywords",
        [{}, {"clip_negative": True}, {"limits": (-0.25, 0.625)}, {"limits": (-0.25, 0.625), "clip_negative": True}],
        ids=str,
    )
    def test_clip_intensity(self, stoner, dtype, keywords):
        array = self.SIX.astype(dtype)
        theirs = self.original(stoner, "clip_intensity", array, **keywords)
        assert_same(sc.to_array(sc.clip_intensity(image_of(array), **keywords)), theirs)

    @pytest.mark.parametrize("keywords", [{}, {"clip_negative": True}, {"limits": (1, 100)}], ids=str)
    def test_clip_intensity_of_integers(self, stoner, keywords):
        for dtype in INTEGERS:
            if dtype == np.uint64 and not keywords.get("limits"):
                continue
            array = np.array([[-5 if dtype.kind == "i" else 5, 0, 2], [100, 101, 127]]).astype(dtype)
            theirs = self.original(stoner, "clip_intensity", array, **keywords)
            assert_same(sc.to_array(sc.clip_intensity(image_of(array), **keywords)), theirs.astype(dtype))

    @pytest.mark.parametrize("dtype", REAL, ids=str)
    def test_clip_intensity_wants_the_lower_limit_first(self, dtype):
        array = np.arange(6).reshape(2, 3).astype(dtype)
        for limits in ((1.0, 0.0), (0.5, -0.5), (np.nan, 1.0), (0.0, np.nan)):
            assert "limits" in raises("INVALID_ARGUMENT", sc.clip_intensity, image_of(array), limits=limits)

    @pytest.mark.parametrize("clip", [False, True])
    @pytest.mark.parametrize("clip_negative", [False, True])
    @pytest.mark.parametrize("normalise", [False, True])
    def test_asfloat(self, stoner, normalise, clip, clip_negative):
        keywords = dict(normalise=normalise, clip=clip, clip_negative=clip_negative)
        for dtype in FLOATS + [d for d in INTEGERS if d.kind == "u" or not normalise]:
            array = (self.SIX if dtype.kind == "f" else np.arange(6).reshape(2, 3) * 20).astype(dtype)
            theirs = self.original(stoner, "asfloat", array, **keywords)
            ours = sc.to_array(sc.asfloat(image_of(array), **keywords))
            assert ours.dtype == theirs.dtype == (dtype if dtype.kind == "f" else np.float64)
            np.testing.assert_allclose(np.ma.getdata(ours), theirs, rtol=1e-15)

    def test_asfloat_of_signed_integers_and_bool(self):
        ours = sc.to_array(sc.asfloat(image_of(np.array([-32768, -32767, 0, 32767], "i2"))))
        assert_same(ours, np.array([-1.0, -1.0, 0.0, 1.0]))
        assert_same(sc.to_array(sc.asfloat(image_of(np.array([True, False])))), np.array([1.0, 0.0]))

    @pytest.mark.parametrize(
        "keywords",
        [
            {},
            {"scale": (0, 1)},
            {"scale": (1, -1)},
            {"sample": (0, 2, 0, 2)},
            {"limits": (0.1, 0.9)},
            {"limits": (0.3, 0.7)},
            {"limits": (0.0, 0.99)},
            {"scale": (3, 7), "sample": (3, 17, 2, 18), "limits": (0.05, 0.95)},
        ],
        ids=str,
    )
    def test_normalise(self, stoner, keywords):
        for array in (rng().normal(size=(20, 20)), rng().integers(0, 60000, (20, 20)).astype("u2")):
            ours = sc.to_array(sc.normalise(image_of(array), **keywords))
            theirs = self.original(stoner, "normalise", array, **keywords)
            assert ours.dtype == np.float64
            np.testing.assert_allclose(np.ma.getdata(ours), theirs, atol=1e-10)

    def test_normalise_in_f32(self):
        array = rng().normal(size=(20, 21)).astype("f4")
        ours = sc.to_array(sc.normalise(image_of(array)))
        low, high = float(array.min()), float(array.max())
        assert ours.dtype == np.float32
        np.testing.assert_allclose(ours, 2 * (array.astype(float) - low) / (high - low) - 1, atol=1e-6)

    @pytest.mark.parametrize("scale_masked", [False, True])
    @pytest.mark.parametrize("limits", [None, (0.1, 0.8)], ids=str)
    def test_normalise_masked(self, scale_masked, limits):
        clean = rng().normal(size=(9, 11))
        mask = rng().random(clean.shape) < 0.3
        ranked = np.sort(clean[~mask])
        low, high = ranked[0], ranked[-1]
        if limits:
            low, high = (ranked[int(f * len(ranked))] for f in limits)
        truth = 2 * ((np.clip(clean, low, high) if limits else clean) - low) / (high - low) - 1
        for poison in (1e300, -7.0, np.nan):
            data = np.where(mask, poison, clean)
            ours = sc.to_array(sc.normalise(sc.from_array(data, mask), limits=limits, scale_masked=scale_masked))
            np.testing.assert_allclose(np.ma.getdata(ours)[~mask], truth[~mask], atol=1e-12)
            np.testing.assert_array_equal(ours.mask, mask)
            if not scale_masked:
                np.testing.assert_array_equal(np.ma.getdata(ours)[mask], data[mask])

    def test_normalise_without_result(self):
        assert "constant" in raises("NO_RESULT", sc.normalise, image_of(np.full((4, 5), 3.5)))
        raises("NO_RESULT", sc.normalise, sc.from_array(self.SIX, np.ones(self.SIX.shape)))
        raises("NO_RESULT", sc.normalise, image_of(self.SIX * np.nan))
        raises("DTYPE", sc.normalise, image_of(self.SIX.astype(complex)))
        raises("SHAPE", sc.normalise, image_of(np.arange(5.0)))
        raises("INVALID_ARGUMENT", sc.normalise, image_of(self.SIX), limits=(0.9, 0.1))

    def test_span(self, stoner):
        for dtype in REAL[1:]:
            array = np.array([[7, 100, 3], [4, 127, 0]]).astype(dtype)
            assert sc.span(image_of(array)) == self.original_span(stoner, array)
        masked = np.ma.MaskedArray([[1.0, 99.0], [np.nan, 3.0]], [[False, True], [False, False]])
        assert sc.span(image_of(masked)) == (1.0, 3.0)
        raises("NO_RESULT", sc.span, image_of(np.array([np.nan])))

    def original_span(self, stoner, array):
        with quiet():
            return tuple(float(v) for v in stoner.Image.ImageArray(array).span())


class TestXmcd:
    KEY = "collection.polarization.value"

    def image(self, array, polarization):
        image = image_of(array)
        if polarization is not None:
            sc.set_f64(image, self.KEY, polarization)
        return image

    def test_the_original_in_both_orders(self, stoner, pollux):
        paths = [pollux / f"Sample_Image_2017-10-15_{number}.hdf5" for number in (100, 101)]
        with quiet():
            theirs = [stoner.HDF5.STXMImage(str(path)) for path in paths]
        ours = [sc.load(path) for path in paths]
        assert [sc.polarization(image) for image in ours] == [int(image.polarization) for image in theirs] == [1, -1]
        for i, j in ((0, 1), (1, 0)):
            with quiet():
                expected = np.array((theirs[i] // theirs[j]).image.data)
            result = sc.to_array(sc.xmcd(ours[i], ours[j]))
            assert not result.mask.any()
            np.testing.assert_allclose(np.ma.getdata(result), expected, atol=1e-10 * np.ptp(expected))

    def test_truth(self):
        plus = np.ma.MaskedArray([[3.0, 0.0, 2.0, np.nan, 8.0, 8.0]], [[False] * 4 + [True, False]])
        minus = np.ma.MaskedArray([[1.0, 0.0, -2.0, 1.0, 2.0, 2.0]], [[False] * 5 + [True]])
        for dtype in FLOATS:
            a, b = self.image(plus.astype(dtype), 0.2), self.image(minus.astype(dtype), -1.0)
            for result in (sc.xmcd(a, b), sc.xmcd(b, a)):
                result = sc.to_array(result)
                assert result.dtype == dtype
                np.testing.assert_array_equal(result.mask, [[False] + [True] * 5])
                assert result[0, 0] == 0.5

    @pytest.mark.parametrize("dtype", INTEGERS, ids=str)
    def test_integers_are_computed_in_f64(self, dtype):
        a, b = np.array([[1, 100], [7, 127]], dtype), np.array([[3, 100], [5, 126]], dtype)
        result = sc.to_array(sc.xmcd(self.image(a, 1.0), self.image(b, -1.0)))
        x, y = a.astype(float), b.astype(float)
        assert_same(result, (x - y) / (x + y))

    def test_refusals(self):
        array = np.ones((2, 3))
        for p, q in ((1.0, 1.0), (-1.0, -0.2), (0.0, 1.0), (None, -1.0), (np.nan, 1.0)):
            raises("POLARIZATION", sc.xmcd, self.image(array, p), self.image(array, q))
        raises("SHAPE", sc.xmcd, self.image(array, 1.0), self.image(array.T, -1.0))
        raises("DTYPE", sc.xmcd, self.image(array, 1.0), self.image(array.astype(complex), -1.0))
