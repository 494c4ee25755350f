"""Elements of arrays, by their places and each for itself, against numpy.ma."""

import arrays
import numpy as np
import pytest
import stoner_c as sc
from arrays import INEXACT, INTEGERS, case, cases, check, same, same_error
from hypothesis import given, settings
from hypothesis import strategies as st
from stoner_c import CONSTANTS, lib

I64, C128 = CONSTANTS["STONER_I64"], CONSTANTS["STONER_C128"]

ma = np.ma
MODES = {0: "raise", 1: "raise", 2: "wrap", 3: "clip"}
X = ma.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]], mask=[0] + [1, 0] * 4)


def code(dtype):
    return sc.DTYPES[np.dtype(dtype)]


def axis_argument(axis):
    return None if axis is None else [axis]


def random_axis(rng, ndim, wrong=0.1):
    if rng.random() < 0.3:
        return None
    if rng.random() < wrong:
        return int(rng.integers(-6, 7))
    return int(rng.integers(-ndim, ndim)) if ndim else 0


def along(array, axis):
    """The number of elements along an axis, or 1 where that is wrong."""
    if axis is None or array.ndim == 0:
        return array.size
    return array.shape[axis] if -array.ndim <= axis < array.ndim else 1


class TestSeed:
    """The examples of the original's documentation."""

    def test_compress(self):
        image = sc.from_array(X)
        check(lib.image_compress(image, [1, 0, 1], 3, [0]), X.compress([1, 0, 1], axis=0))
        check(lib.image_compress(image, [1, 0, 1], 3), ma.array([1, 3]))
        check(lib.image_compress(image, [1, 0, 1], 3, [1]), ma.array([[1, 3], [0, 0], [7, 9]], mask=[[0, 0], [1, 1], [0, 0]]))

    def test_fill(self):
        image = sc.from_array(np.array([1, 2]))
        lib.image_fill(image, 0)
        check(image, np.array([0, 0]))
        image = sc.from_array(np.array([[1, 2, 3], [4, 5, 6]], order="F"))
        copy = lib.image_clone(image)
        lib.image_fill(image, 0)
        check(image, np.zeros((2, 3), int))
        check(copy, np.array([[1, 2, 3], [4, 5, 6]]))
        assert lib.image_iscontiguous(copy)

    def test_parts(self):
        array = ma.array([1 + 1.0j, -2j, 3.45 + 1.6j], mask=[False, True, False])
        for function in (lib.image_imag, lib.image_get_imag):
            check(function(sc.from_array(array)), ma.array([1.0, 0, 1.6], mask=[0, 1, 0]))
        for function in (lib.image_real, lib.image_get_real):
            check(function(sc.from_array(array)), ma.array([1.0, 0, 3.45], mask=[0, 1, 0]))

    def test_item(self):
        image = sc.from_array(np.array([[2, 2, 6], [1, 3, 6], [1, 0, 1]]))
        assert [lib.image_item(image, index, len(index))[0] for index in ([3], [7], [0, 1], [2, 2])] == [1, 0, 2, 1]
        lib.image_itemset(image, [4], 1, 0)
        lib.image_itemset(image, [2, 2], 2, 9)
        check(image, np.array([[2, 2, 6], [1, 0, 6], [1, 0, 9]]))

    def test_nonzero(self):
        array = ma.array(np.eye(3))
        check(lib.image_nonzero(sc.from_array(array)), np.array([[0, 1, 2], [0, 1, 2]]))
        array[1, 1] = ma.masked
        check(lib.image_nonzero(sc.from_array(array)), np.array([[0, 2], [0, 2]]))
        above = np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]]) > 3
        check(lib.image_nonzero(sc.from_array(above)), np.array([[1, 1, 1, 2, 2, 2], [0, 1, 2, 0, 1, 2]]))

    def test_put(self):
        image, array = sc.from_array(X), X.copy()
        lib.image_put(image, [0, 4, 8], 3, sc.from_array(np.array([10, 20, 30])))
        check(image, ma.array([[10, 2, 3], [4, 20, 6], [7, 8, 30]], mask=[0] + [1, 0] * 4), masked_data=True)
        lib.image_put(image, [4], 1, sc.from_array(np.array(999)))
        array.put([0, 4, 8], [10, 20, 30])
        array.put(4, 999)
        check(image, array, masked_data=True)

    def test_getfield(self):
        array = np.diag([1.0 + 1.0j] * 2)
        array[1, 1] = 2 + 4.0j
        check(lib.image_getfield(sc.from_array(array), code("f8"), 0), np.array([[1.0, 0], [0, 2]]))
        check(lib.image_getfield(sc.from_array(array), code("f8"), 8), np.array([[1.0, 0], [0, 4]]))

    def test_setfield(self):
        image, array = sc.from_array(np.eye(3)), np.eye(3)
        check(lib.image_getfield(image, code("f8"), 0), np.eye(3))
        lib.image_setfield(image, sc.from_array(np.array(3)), code("i4"), 0)
        array.setfield(3, np.int32)
        check(lib.image_getfield(image, code("i4"), 0), np.full((3, 3), 3, "i4"))
        check(image, array)
        lib.image_setfield(image, sc.from_array(np.eye(3)), code("i4"), 0)
        array.setfield(np.eye(3), np.int32)
        check(image, array)
        assert np.allclose(sc.to_array(image), np.eye(3))


class TestSelect:
    def test_take(self):
        rng = np.random.default_rng(1)
        for image, array in cases(1500, 1, empty=False):
            axis, mode = random_axis(rng, array.ndim), int(rng.integers(4))
            n = max(along(array, axis), 1)
            far = 1 if MODES[mode] == "raise" and rng.random() < 0.9 else 3
            indices = [int(i) for i in rng.integers(-n * far, n * far, rng.integers(0, 8))]
            same(
                lambda: lib.image_take(image, indices, len(indices), axis_argument(axis), mode),
                lambda: array.take(np.array(indices, int), axis, mode=MODES[mode]),
                f"take {indices} {axis} {mode}",
                "OUT_OF_RANGE",
            )

    def test_compress(self):
        rng = np.random.default_rng(2)
        for image, array in cases(1200, 2, empty=False):
            axis = random_axis(rng, array.ndim)
            n = max(along(array, axis) + int(rng.integers(-2, 3)), 0)
            condition = rng.random(n) < 0.4
            same(
                lambda: lib.image_compress(image, condition.astype(np.uint8), n, axis_argument(axis)),
                lambda: array.compress(condition, axis),
                f"compress {condition} {axis}",
                "OUT_OF_RANGE",
            )

    def test_repeat(self):
        rng = np.random.default_rng(3)
        for image, array in cases(1200, 3, empty=False):
            axis = random_axis(rng, array.ndim)
            n = 1 if rng.random() < 0.4 else along(array, axis) + int(rng.random() < 0.1)
            repeats = rng.integers(-1 if rng.random() < 0.05 else 0, 4, n)
            same(
                lambda: lib.image_repeat(image, repeats, n, axis_argument(axis)),
                lambda: array.repeat(repeats, axis),
                f"repeat {repeats} {axis}",
                ("INVALID_ARGUMENT", "SHAPE", "OUT_OF_RANGE"),
            )

    def test_empty_arrays(self):
        """numpy does not check the indices if the result is empty; here they are checked anyway."""
        for shape, axis in [((0,), 0), ((0, 3), 0), ((0, 3), 1), ((3, 0), 0)]:
            image, array = arrays.make(np.zeros(shape), None)
            n = shape[axis]
            check(lib.image_take(image, [], 0, [axis]), array.take(np.array([], int), axis))
            check(lib.image_compress(image, [0] * n, n, [axis]), array.compress([0] * n, axis))
            check(lib.image_compress(image, [1] * n, n, [axis]), array.compress([1] * n, axis))
            check(lib.image_repeat(image, [2], 1, [axis]), array.repeat(2, axis))
            check(lib.image_repeat(image, [2], 1), array.repeat(2))
            for call in (
                lambda: lib.image_take(image, [n], 1, [axis]),
                lambda: lib.image_compress(image, [0] * n + [1], n + 1, [axis]),
                lambda: lib.image_repeat(image, [-1], 1, [axis]),
            ):
                with pytest.raises(sc.StonerError) as caught:
                    call()
                assert caught.value.name in ("OUT_OF_RANGE", "INVALID_ARGUMENT")

    def test_repeat_more_than_there_is_memory(self):
        for repeats in ([2**62], [2**63 - 1], [2**40]):
            with pytest.raises(sc.StonerError) as caught:
                lib.image_repeat(sc.from_array(np.zeros(3)), repeats, 1)
            assert caught.value.name == "INVALID_ARGUMENT"

    def test_diagonal(self):
        rng = np.random.default_rng(4)
        for image, array in cases(1200, 4):
            offset = int(rng.integers(-4, 5))
            a, b = (int(x) for x in rng.integers(-array.ndim - 1, array.ndim + 1, 2))
            if (a, b) == (0, 0):
                b = 1
            same(
                lambda: lib.image_diagonal(image, offset, a, b),
                lambda: array.diagonal(offset, a, b),
                f"diagonal {offset} {a} {b}",
                ("SHAPE", "OUT_OF_RANGE", "INVALID_ARGUMENT"),
            )

    def test_nonzero(self):
        for image, array in cases(1200, 5):
            check(lib.image_nonzero(image), np.array(ma.atleast_1d(array).nonzero()))

    @settings(max_examples=150, deadline=None, database=None, derandomize=True)
    @given(arrays.arrays(), st.integers(-5, 5))
    def test_anything(self, material, offset):
        image, array = material
        check(lib.image_nonzero(image), np.array(ma.atleast_1d(array).nonzero()))
        if array.ndim >= 2:
            check(lib.image_diagonal(image, offset), array.diagonal(offset))

    def test_put(self):
        rng = np.random.default_rng(6)
        for material in cases(1000, 6):
            image, array = material
            mode = int(rng.integers(4))
            n = max(array.size, 1)
            far = 1 if MODES[mode] == "raise" and rng.random() < 0.9 else 3
            # numpy writes repeated indices with hard masks once.
            indices = rng.permutation(np.arange(-n * far, n * far))[: int(rng.integers(0, 6))]
            seen = {}
            indices = [int(i) for i in indices if seen.setdefault(int(i) % n, i) is i and (MODES[mode] != "clip" or 0 <= i < n)]
            other = case(rng, shape=(int(rng.integers(1, 4)),), hard=False, dtypes=[array.dtype], layout="C")
            lasting = lib.image_clone(image)
            before = array.copy()
            protected = np.zeros(array.size, bool)
            if array.hardmask and array.mask is not ma.nomask:
                protected = array.mask.ravel()

            def theirs():
                # numpy.ma's `put` of hard masks looks the indices up along the first axis, and fills short values with 0.
                # Its intention: masked elements are left out.
                v = ma.array(np.resize(other.array.data, len(indices)))
                if other.array.mask is not ma.nomask:
                    v.mask = np.resize(other.array.mask, len(indices))
                places = np.arange(array.size).take(np.array(indices, int), mode=MODES[mode]) if array.size else indices
                if array.size == 0 and indices:
                    raise IndexError
                keep = ~protected[places] if len(indices) else np.zeros(0, bool)
                soft = array.copy()
                soft.soften_mask()
                if keep.any():
                    soft.put(np.array(places)[keep], v[keep])
                return soft

            results = same_error(
                lambda: lib.image_put(image, indices, len(indices), other.image, mode), theirs, "OUT_OF_RANGE", f"{material} {indices}"
            )
            check(image, before if results is None else results[1], masked_data=True, context=f"{material} {indices}")
            check(lasting, before, masked_data=True)

    def test_put_as_numpy_where_it_is_right(self):
        image, array = arrays.make(np.arange(6.0), [0, 1, 0, 0, 1, 0], hard=True)
        lib.image_put(image, [0, 1, 2], 3, sc.from_array(np.array([7.0, 8, 9])))
        array.put([0, 1, 2], [7.0, 8, 9])
        check(image, array, masked_data=True)

    def test_choose(self):
        rng = np.random.default_rng(7)
        for _ in range(700):
            # numpy.ma's own fails for rank 0.
            shape = arrays.random_shape(rng, int(rng.integers(1, 5)), empty=False)
            n, mode = int(rng.integers(1, 5)), int(rng.integers(4))
            far = 0 if MODES[mode] == "raise" and rng.random() < 0.9 else 3
            dtype = [d for d in INTEGERS if d != np.uint64][int(rng.integers(7))]
            indices = rng.integers(-far if dtype.kind == "i" else 0, n + far, shape).astype(dtype)
            mask = arrays.random_mask(rng, shape)
            image, array = arrays.make(indices, mask, arrays.LAYOUTS[int(rng.integers(8))], order=rng.permutation(len(shape)))
            some = [arrays.DTYPES[int(i)] for i in rng.integers(13, size=2)]
            choices = [case(rng, shape=shape, dtypes=some) for _ in range(n)]
            same(
                lambda: lib.image_choose(image, [c.image for c in choices], n, mode),
                lambda: ma.choose(array, choose_from(choices), mode=MODES[mode]),
                f"choose {n} {mode}",
                "OUT_OF_RANGE",
            )

    def test_choose_of_rank_0(self):
        """Where numpy.ma's own fails."""
        choices = [ma.array(5.0), ma.array(7.0, mask=True), ma.array(9.0)]
        for index, choice in enumerate(choices):
            check(lib.image_choose(sc.from_array(np.array(index)), [sc.from_array(c) for c in choices], 3), choice)
        check(lib.image_choose(sc.from_array(ma.array(0, mask=True)), [sc.from_array(c) for c in choices], 3), ma.array(0.0, mask=True))

    def test_choose_broadcasts(self):
        image = sc.from_array(np.array([[0], [1]]))
        choices = [sc.from_array(np.array([1.0, 2, 3])), sc.from_array(np.array(9))]
        check(lib.image_choose(image, choices, 2), np.array([[1.0, 2, 3], [9, 9, 9]]))
        with pytest.raises(sc.StonerError) as caught:
            lib.image_choose(image, [sc.from_array(np.zeros((3, 2)))], 1)
        assert caught.value.name == "SHAPE"
        for bad in (np.array([0.0]), np.array([0], "u8"), np.array([0j])):
            with pytest.raises(sc.StonerError) as caught:
                lib.image_choose(sc.from_array(bad), choices, 2)
            assert caught.value.name == "DTYPE"
        with pytest.raises(sc.StonerError) as caught:
            lib.image_choose(image, [], 0)
        assert caught.value.name == "INVALID_ARGUMENT"


def choose_from(choices):
    """numpy.ma.choose takes its choices' masks from a list."""
    return [c.array for c in choices]


class TestItems:
    def index(self, rng, array):
        n = int(rng.choice([0, 1, 1, array.ndim, array.ndim, 2]))
        if n == 1 and array.ndim != 1:
            return [int(rng.integers(-array.size - 1, array.size + 1))]
        return [int(rng.integers(-m - 1, m + 1)) if rng.random() < 0.15 else int(rng.integers(-m, max(m, 1))) for m in (array.shape * 2)[:n]]

    def test_item(self):
        rng = np.random.default_rng(8)
        for material in cases(1200, 8):
            image, array = material
            index = self.index(rng, array)
            status = ("OUT_OF_RANGE", "INVALID_ARGUMENT")
            found = same_error(lambda: lib.image_item_as(image, index, len(index), dtype=C128), lambda: array.item(*index), status, f"{material} {index}")
            if found is None:
                continue
            (value, masked), theirs = found
            check(np.array(value), np.array(complex(theirs)))
            flat = np.ravel_multi_index([i % m for i, m in zip(index, array.shape)], array.shape) if len(index) == array.ndim and index else (index or [0])[0]
            assert masked == ma.getmaskarray(array).ravel()[flat]
            if array.dtype.kind == "c":
                same_error(lambda: lib.image_item(image, index, len(index)), raises, "DTYPE")
            else:
                check(np.array(lib.image_item(image, index, len(index))[0]), np.array(float(theirs)))
            if array.dtype.kind in "biu" and theirs < 2**63:
                assert lib.image_item_as(image, index, len(index), dtype=I64)[0] == theirs
            elif array.dtype.kind not in "biu":
                same_error(lambda: lib.image_item_as(image, index, len(index), dtype=I64), raises, "DTYPE")

    def test_itemset_and_fill(self):
        rng = np.random.default_rng(9)
        for material in cases(1200, 9):
            image, array = material
            index = self.index(rng, array)
            value = [0.0, 1.0, -3.0, 2.7, 100.0, -0.4, np.nan, np.inf][int(rng.integers(8))]
            if array.dtype.kind == "u" and value < 0 and value != -0.4:
                value = 5.0  # numpy 1 wraps with a warning; see differences.md
            lasting, before = lib.image_clone(image), array.copy()
            status = ("OUT_OF_RANGE", "INVALID_ARGUMENT")
            same_error(lambda: lib.image_itemset(image, index, len(index), value), lambda: array.itemset(*index, value), status, f"{material} {index} {value}")
            check(image, array, masked_data=True, context=f"{material} {index} {value}")
            if array.size:  # numpy does not look at the value where there is nothing to fill
                same_error(lambda: lib.image_fill(image, value), lambda: array.fill(value), status, f"{material} fill {value}")
            check(image, array, masked_data=True)
            check(lasting, before, masked_data=True)

    def test_exact_values(self):
        image = sc.from_array(np.zeros(3, "u8"))
        lib.image_fill_as(image, 2**63 - 1)
        assert lib.image_item_as(image, [0], 1)[0] == 2**63 - 1
        lib.image_itemset_as(image, [1], 1, 2**53 + 1)
        check(image, np.array([2**63 - 1, 2**53 + 1, 2**63 - 1], "u8"))
        image = sc.from_array(np.full(1, 2**64 - 1, "u8"))
        same_error(lambda: lib.image_item_as(image, [0], 1, dtype=I64), raises, "OUT_OF_RANGE")
        image = sc.from_array(np.zeros(2, "c8"))
        lib.image_fill_as(image, 1 + 2j)
        lib.image_itemset_as(image, [-1], 1, 3 - 4j)
        check(image, np.array([1 + 2j, 3 - 4j], "c8"))
        for dtype in ("i4", "f8"):
            same_error(lambda: lib.image_fill_as(sc.from_array(np.zeros(2, dtype)), 1 + 2j), raises, "OUT_OF_RANGE")


    @pytest.mark.parametrize("dtype", INTEGERS, ids=str)
    def test_numbers_that_the_dtype_does_not_hold(self, dtype):
        """An error, where numpy 1 wraps with a warning; the array stays as it was."""
        info = np.iinfo(dtype)
        for value in (float(info.max) + 2.0 ** max(0, 8 * dtype.itemsize - 52), info.min * 2.0 - 1, 1e300, np.nan, np.inf):
            image = sc.from_array(ma.array(np.full(3, 7, dtype), mask=[0, 1, 0]))
            for call in (
                lambda: lib.image_fill(image, value),
                lambda: lib.image_itemset(image, [0], 1, value),
                lambda: lib.image_filled(image, 1, value),
                lambda: lib.image_set_fill_value(image, 1, value),
            ):
                with pytest.raises(sc.StonerError) as caught:
                    call()
                assert caught.value.name == "OUT_OF_RANGE" and dtype.name in caught.value.message
                # The number, not the library's name of its kind.
                assert "Float" not in caught.value.message
            check(image, ma.array(np.full(3, 7, dtype), mask=[0, 1, 0]), masked_data=True)


def raises():
    raise ValueError


class TestElementwise:
    LIMITS = [0.0, 1.0, -1.0, 3.0, 5.0, -2.5, 0.1, 100.0, 300.0, -200.0, 40000.0, 1e6, -1e10, 1e300, np.inf, -np.inf, np.nan]

    def test_clip(self):
        rng = np.random.default_rng(10)
        for material in cases(1200, 10):
            image, array = material
            low, high = (self.LIMITS[int(i)] for i in rng.integers(len(self.LIMITS), size=2))
            # numpy sees whole numbers as integers where the image has integers.
            number = lambda x: None if np.isnan(x) else int(x) if array.dtype.kind in "biu" and np.isfinite(x) and x == int(x) and abs(x) < 2**63 else x
            same(
                lambda: lib.image_clip(image, low, high),
                lambda: array.clip(number(low), number(high)),
                f"{material} clip {low} {high}",
                "INVALID_ARGUMENT",
                masked_data=True,
                # numpy 1 takes an array of rank 0 for a number.
                dtype=array.ndim > 0,
                rtol=0 if array.ndim else 1e-6,
            )

    def test_clip_images(self):
        rng = np.random.default_rng(11)
        for material in cases(800, 11):
            image, array = material
            shape = array.shape if array.ndim == 0 or rng.random() < 0.6 else tuple(1 if rng.random() < 0.4 else n for n in array.shape)
            # What numpy makes of complex limits with NaN in one part depends on the part; here the result is NaN.
            special = array.dtype.kind != "c" and rng.random() < 0.5
            dtypes = arrays.DTYPES if not special else arrays.REAL
            low = case(rng, shape=shape, mask="no mask", special=special, dtypes=dtypes) if rng.random() < 0.8 else None
            high = case(rng, shape=shape, mask="no mask", special=special, dtypes=[low.array.dtype if low else array.dtype]) if rng.random() < 0.8 else None
            plain = lambda c: None if c is None else np.asarray(c.array)
            same(
                lambda: lib.image_clip_images(image, low.image if low else None, high.image if high else None),
                lambda: array.clip(plain(low), plain(high)),
                f"{material} {low} {high}",
                ("INVALID_ARGUMENT", "SHAPE"),
                dtype=array.ndim > 0,
            )

    def test_masked_limits_mask(self):
        image = sc.from_array(np.array([1.0, 2.0, 3.0]))
        limit = sc.from_array(ma.array([2.0, 1e300, 2.0], mask=[0, 1, 0]))
        check(lib.image_clip_images(image, limit), ma.array([2.0, 0, 3], mask=[0, 1, 0]))

    def test_a_complex_limit_with_nan_in_one_part(self):
        """NaN, whichever part it is."""
        image = sc.from_array(np.array([1 + 2j, 5 + 0j]))
        for limit in (complex(np.nan, 0), complex(0, np.nan), complex(np.nan, np.nan)):
            limit = sc.from_array(np.full(2, limit))
            for low, high in ((limit, None), (None, limit), (limit, limit)):
                assert np.isnan(sc.to_array(lib.image_clip_images(image, low, high)).data).all()

    @pytest.mark.parametrize("dtype", arrays.REAL, ids=str)
    def test_an_array_of_rank_0_has_its_dtypes_rules(self, dtype):
        """Its result is the one element of what an array of rank 1 gives."""
        for value in (0, 1, 100):
            scalar, row = (sc.from_array(np.array(value).astype(dtype).reshape(shape)) for shape in ((), (1,)))
            for call in (
                lambda image: lib.image_clip(image, 0.0, 3.7),
                lambda image: lib.image_clip(image, -1.0, 300.0),
                lambda image: lib.image_round(image, 0),
                lambda image: lib.image_astype(image, code("f4"), 0, 5),
            ):
                check(call(scalar), np.asarray(sc.to_array(call(row)).data).reshape(()))

    def test_round(self):
        rng = np.random.default_rng(12)
        for material in cases(1200, 12):
            image, array = material
            if array.dtype.kind == "b":
                check(lib.image_round(image), array.astype("f4"))
                same_error(lambda: lib.image_round(image, 1), raises, "DTYPE")
                continue
            if array.ndim == 0:
                # numpy.ma loses the array here.
                theirs = lambda d: ma.array(np.round(array.data, d), mask=array.mask)
            else:
                theirs = lambda d: array.round(d)
            decimals = int(rng.choice([0, 0, 1, 2, 5, -1, -2, -5, 10, 20, -25, 40, 400]))
            if array.dtype.kind in "iu" and decimals < 0:
                # Rounding beyond the dtype's range is undefined in C and saturates here.
                info = np.iinfo(array.dtype)
                wide = np.rint(array.data.astype(float) / 10.0**-decimals) * 10.0**-decimals
                inside = (wide >= info.min) & (wide < float(info.max))
                ours = sc.to_array(lib.image_round(image, decimals))
                with np.errstate(all="ignore"):
                    expected = theirs(decimals)
                check(ours[inside], expected[inside], context=f"{material} {decimals}")
                continue
            rtol = 0 if array.ndim else 1e-6  # numpy 1 takes an array of rank 0 for a number
            same(lambda: lib.image_round(image, decimals), lambda: theirs(decimals), f"{material} round {decimals}", rtol=rtol)

    def test_half_to_even(self):
        halves = np.array([0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 0.05, 0.15, 0.25])
        for decimals in (0, 1):
            check(lib.image_round(sc.from_array(halves), decimals), halves.round(decimals))
        check(lib.image_round(sc.from_array(np.array([15, 25, -15, 35], "i1")), -1), np.array([20, 20, -20, 40], "i1"))

    @pytest.mark.parametrize("dtype", INTEGERS, ids=str)
    def test_what_rounds_beyond_the_dtype_is_the_nearest_that_fits(self, dtype):
        info = np.iinfo(dtype)
        exact = [int(info.min), int(info.max), int(info.max) - 1, 0, 5, 15, 100]
        for decimals in (-1, -2):
            step = 10**-decimals
            expected = [min(max(round(value, decimals), int(info.min)), int(info.max)) for value in exact]
            found = sc.to_array(lib.image_round(sc.from_array(np.array(exact, dtype)), decimals)).data
            assert found.dtype == dtype
            # numpy divides and multiplies in double, which holds 53 bits.
            tolerance = step + 2.0 ** max(0, 8 * dtype.itemsize - 53)
            assert all(abs(int(a) - b) <= (0 if dtype.itemsize < 8 else tolerance) for a, b in zip(found, expected)), (found, expected)

    def test_parts(self):
        for image, array in cases(600, 13):
            for ours, theirs in (("real", array.real), ("imag", array.imag), ("get_real", array.get_real()), ("get_imag", array.get_imag())):
                check(getattr(lib, f"image_{ours}")(image), theirs, masked_data=True, context=ours)
            check(lib.image_conj(image), array.conj(), masked_data=True)
            check(lib.image_conjugate(image), array.conjugate(), masked_data=True)

    def test_what_is_masked_does_not_show(self):
        array = ma.array(np.full((4, 5), 3.0), mask=np.eye(4, 5, dtype=bool))
        array.data[array.mask] = 1e300
        array.data[1, 1] = np.nan
        image = sc.from_array(array)
        assert not np.any(sc.to_array(lib.image_compressed(image)).data > 3)
        assert not np.any(sc.to_array(lib.image_filled(image, 1, 0.0)).data > 3)
        assert sc.to_array(lib.image_nonzero(image)).shape == (2, 16)

    def test_values_of_every_kind(self):
        rng = np.random.default_rng(14)
        for dtype in INEXACT:
            image, array = case(rng, dtypes=[dtype], shape=(40, 30), mask="some")
            check(lib.image_round(image, 1), array.round(1))
            check(lib.image_clip(image, -3, 50), array.clip(-3, 50))
