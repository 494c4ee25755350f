"""Masks and fill values against numpy.ma."""

import warnings

import arrays
import numpy as np
import pytest
import stoner_c as sc
from arrays import INTEGERS, case, cases, check, same, same_error
from hypothesis import given, settings
from stoner_c import lib

ma = np.ma
X = ma.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]], mask=[0] + [1, 0] * 4)
OWN, VALUE = 0, 1


def fill_of(image):
    """The fill value as numpy has it."""
    dtype, value = sc.dtype(image), lib.image_fill_value_as(image)
    if dtype.kind == "c":
        same_error(lambda: lib.image_fill_value(image), raises, "DTYPE")
    else:
        assert lib.image_fill_value(image) == float(value) or value != value
    return dtype.type(value)


class TestSeed:
    """The examples of the original's documentation."""

    def test_fill_value(self):
        for dtype, default in [(np.int32, 999999), (np.int64, 999999), (np.float64, 1e20), (np.complex128, 1e20 + 0j)]:
            assert fill_of(sc.from_array(np.zeros(1, dtype))) == default
        image = sc.from_array(np.array([0, 1.0]))
        lib.image_set_fill_value(image, VALUE, -np.inf)
        assert fill_of(image) == -np.inf
        lib.image_set_fill_value(image, VALUE, np.pi)
        assert fill_of(image) == np.pi
        lib.image_set_fill_value(image, OWN)
        assert fill_of(image) == 1e20

    def test_filled(self):
        image = sc.from_array(ma.array([1, 2, 3, 4, 5], mask=[0, 0, 1, 0, 1]))
        lib.image_set_fill_value(image, VALUE, -999)
        check(lib.image_filled(image), np.array([1, 2, -999, 4, -999]))
        check(lib.image_filled(image, VALUE, 1000), np.array([1, 2, 1000, 4, 1000]))

    def test_compressed(self):
        check(lib.image_compressed(sc.from_array(ma.array(np.arange(5), mask=[0] * 2 + [1] * 3))), np.array([0, 1]))

    def test_shrink_mask(self):
        image = sc.from_array(ma.array([[1, 2], [3, 4]], mask=[[0, 0], [0, 0]]))
        assert lib.image_ids(image)[1] != 0
        lib.image_shrink_mask(image)
        assert lib.image_ids(image)[1] == 0
        check(image, ma.array([[1, 2], [3, 4]]))

    @pytest.mark.parametrize("function", ["image_toflex", "image_torecords"])
    def test_toflex(self, function):
        ours = getattr(lib, function)(sc.from_array(X)).view([("_data", "<i8"), ("_mask", "?")]).reshape(3, 3)
        assert ours.tolist() == X.toflex().tolist()
        assert ours.tobytes() == X.toflex().tobytes()


class TestHard:
    def test_switching(self):
        image = sc.from_array(X)
        assert not lib.image_hardmask(image)
        lib.image_harden_mask(image)
        assert lib.image_hardmask(image)
        lib.image_soften_mask(image)
        assert not lib.image_hardmask(image)

    def test_writing(self):
        for image, array in cases(400, 1):
            new = np.full(array.shape, 1).astype(array.dtype)
            lib.image_write(image, None, new.ctypes.data, sc.DTYPES[array.dtype], list(new.strides) if new.ndim else None)
            array[...] = new
            check(image, array, masked_data=True)

    def test_writing_masks(self):
        rng = np.random.default_rng(8)
        for image, array in cases(400, 8):
            mask = np.asarray(rng.random(array.shape) < 0.4)
            if rng.random() < 0.2:
                lib.image_write_mask(image, None, 0)
                array.mask = ma.nomask
            else:
                lib.image_write_mask(image, np.ascontiguousarray(mask, np.uint8).reshape(-1), mask.size)
                array.mask = mask
            check(image, array, masked_data=True)

    def test_hard_and_fill_travel(self):
        image, array = arrays.make(X.data, X.mask, hard=True)
        lib.image_set_fill_value(image, VALUE, 7)
        for other in (
            lib.image_clone(image),
            sc.crop(image, (0, 2, 0, 2)),
            sc.transpose(image),
            lib.image_reshape(image, [9], 1),
            lib.image_ravel(image),
            lib.image_swapaxes(image, 0, 1),
            lib.image_compress(image, [1, 0], 2),
            lib.image_repeat(image, [2], 1),
            lib.image_diagonal(image),
            lib.image_clip(image, 1, 5),
            lib.image_round(image, -1),
            lib.image_conj(image),
            lib.image_astype(image, sc.DTYPES[np.dtype("f4")]),
            lib.image_byteswap(image),
            lib.image_getfield(image, sc.DTYPES[np.dtype("i2")], 0),
        ):
            assert lib.image_hardmask(other) == 1
            assert lib.image_fill_value(other) == 7
        # These make new arrays in numpy.ma too.
        for other in (lib.image_take(image, [0], 1), lib.image_real(image), lib.image_imag(image)):
            assert lib.image_hardmask(other) == 0
            assert lib.image_fill_value(other) == 999999


class TestFill:
    def test_defaults(self):
        for dtype in arrays.DTYPES:
            # numpy.ma says 999999 for int8 too, and fills with what that is as an int8.
            theirs = np.asarray(ma.array(np.zeros(1, dtype)).fill_value).astype(dtype)
            check(np.asarray(fill_of(sc.from_array(np.zeros(1, dtype)))), theirs)
            check(lib.image_filled(sc.from_array(ma.array(np.zeros(1, dtype), mask=True))), theirs[None])

    def test_filled(self):
        rng = np.random.default_rng(2)
        candidates = [0.0, 1.0, -1.0, 2.7, 100.0, 127.9, -128.0, 255.0, 1e4, 1e30, -1e300, np.nan, np.inf]
        for image, array in cases(1500, 2):
            if rng.random() < 0.3:
                check(lib.image_filled(image), array.filled())
                continue
            value = candidates[int(rng.integers(len(candidates)))]
            if array.dtype.kind in "iu" and np.isfinite(value) and array.mask is not ma.nomask:
                info = np.iinfo(array.dtype)
                if not info.min <= int(value) <= info.max:
                    # numpy 1 wraps with a warning that numpy 2 makes an error of; see differences.md.
                    arrays_error = same_error(lambda: lib.image_filled(image, VALUE, value), raises, "OUT_OF_RANGE")
                    assert arrays_error is None
                    continue
            same(lambda: lib.image_filled(image, VALUE, value), lambda: array.filled(value), f"{value}", "OUT_OF_RANGE")

    def test_set_fill_value(self):
        for image, array in cases(300, 3):
            dtype = array.dtype
            value = 1.0 if dtype.kind == "b" else 7.0
            lib.image_set_fill_value_as(image, complex(value, 2) if dtype.kind == "c" else value)
            array.fill_value = complex(value, 2) if dtype.kind == "c" else value
            check(np.asarray(fill_of(image)), np.asarray(array.fill_value))
            check(lib.image_filled(image), array.filled())
            other = arrays.DTYPES[int(array.size) % 13]
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                check(np.asarray(fill_of(lib.image_astype(image, sc.DTYPES[other]))), np.asarray(array.astype(other).fill_value))

    def test_an_imaginary_part_needs_a_complex_image(self):
        image = sc.from_array(X)
        with pytest.raises(sc.StonerError) as caught:
            lib.image_set_fill_value_as(image, 1 + 2j)
        assert caught.value.name == "OUT_OF_RANGE"
        with pytest.raises(sc.StonerError) as caught:
            lib.image_set_fill_value(image, 2, 1.0)
        assert caught.value.name == "INVALID_ARGUMENT" and "fill_mode" in caught.value.message


def raises():
    raise OverflowError("numpy 2")


class TestShapeless:
    def test_compressed(self):
        for image, array in cases(1500, 4):
            check(lib.image_compressed(image), array.compressed())

    @settings(max_examples=200, deadline=None, database=None, derandomize=True)
    @given(arrays.arrays())
    def test_compressed_of_anything(self, material):
        check(lib.image_compressed(material.image), material.array.compressed())
        assert lib.image_toflex(material.image).tobytes() == material.array.toflex().tobytes()

    def test_toflex(self):
        for image, array in cases(500, 5):
            assert lib.image_toflex(image).tobytes() == array.toflex().tobytes()

    def test_shrink_mask(self):
        for image, array in cases(300, 6):
            lib.image_shrink_mask(image)
            array.shrink_mask()
            assert (lib.image_ids(image)[1] == 0) == (array.mask is ma.nomask)
            check(image, array, masked_data=True)

    def test_integers_of_every_size_keep_their_values(self):
        rng = np.random.default_rng(7)
        for dtype in INTEGERS:
            image, array = case(rng, dtypes=[dtype], shape=(7, 5))
            check(lib.image_filled(image, VALUE, 3), array.filled(3))
