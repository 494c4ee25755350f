"""Shape and memory of arrays against numpy.ma."""

import arrays
import numpy as np
import pytest
import stoner_c as sc
from arrays import cases, check, same
from hypothesis import given, settings
from hypothesis import strategies as st
from stoner_c import lib

ORDERS = {0: "C", 1: "C", 2: "F", 3: "A", 4: "K"}


class TestMaterial:
    """The cases themselves: what they claim to be they are."""

    def test_both_sides_have_the_same_content_and_strides(self):
        layouts = set()
        for image, array in cases(400, 1):
            check(image, array, masked_data=True)
            assert lib.image_hardmask(image) == array.hardmask
            if array.size > 1:
                ours = [s for s, n in zip(lib.image_strides(image), array.shape) if n > 1]
                assert ours == [s for s, n in zip(array.strides, array.shape) if n > 1]
                layouts.add(tuple(np.sign(ours)) + (array.flags.c_contiguous, array.flags.f_contiguous))
        assert len(layouts) > 12

    def test_every_layout_gives_what_was_asked_for(self):
        rng = np.random.default_rng(1)
        for layout in arrays.LAYOUTS:
            for shape in [(), (5,), (3, 4), (2, 3, 4), (1, 2, 3, 4), (2, 3, 2, 2), (0,), (3, 0)]:
                data, mask = arrays.values(rng, shape, "f4"), arrays.random_mask(rng, shape, "some")
                image, array = arrays.make(data, mask, layout, order=rng.permutation(len(shape)))
                for side in (array, arrays.to_masked(image)):
                    np.testing.assert_array_equal(side.data, data)
                    np.testing.assert_array_equal(np.ma.getmaskarray(side), mask)


class TestShape:
    def test_sizes(self):
        for image, array in cases(200, 2):
            assert lib.image_itemsize(image) == array.itemsize
            assert lib.image_nbytes(image) == array.nbytes
            assert lib.image_iscontiguous(image) == array.iscontiguous()

    def test_reshape(self):
        rng = np.random.default_rng(3)
        for image, array in cases(1500, 3):
            n, order = array.size, int(rng.integers(4))
            shape = [int(x) for x in rng.choice([1, 2, 3, 4, 5, 6, -1, n], rng.integers(0, 5))]
            if rng.random() < 0.5 and n:
                divisors = [d for d in range(1, n + 1) if n % d == 0]
                d = int(rng.choice(divisors))
                shape = [[d, n // d], [n // d, 1, d], [-1, d], [1, n]][int(rng.integers(4))]
            same(
                lambda: lib.image_reshape(image, shape, len(shape), order),
                lambda: array.reshape(shape, order=ORDERS[order]),
                f"reshape {shape} {ORDERS[order]}",
                "SHAPE",
                masked_data=True,
            )

    def test_transpose(self):
        rng = np.random.default_rng(4)
        for image, array in cases(700, 4):
            axes = [int(a) for a in rng.permutation(array.ndim)]
            if rng.random() < 0.3:
                axes = [a - array.ndim for a in axes]
            if rng.random() < 0.2:
                axes = [int(a) for a in rng.integers(-5, 5, rng.integers(1, 4))]
            check(lib.image_transpose_axes(image), array.T, masked_data=True)
            if axes:
                same(lambda: lib.image_transpose_axes(image, axes, len(axes)), lambda: array.transpose(axes), f"{axes}")

    def test_swapaxes(self):
        rng = np.random.default_rng(5)
        for image, array in cases(500, 5):
            a, b = (int(x) for x in rng.integers(-array.ndim - 1, array.ndim + 1, 2))
            same(lambda: lib.image_swapaxes(image, a, b), lambda: array.swapaxes(a, b), f"{a} {b}", "OUT_OF_RANGE")

    def test_squeeze(self):
        rng = np.random.default_rng(6)
        for case in cases(600, 6):
            array = case.array
            ones = [a for a, n in enumerate(array.shape) if n == 1]
            axes = [int(a) for a in rng.permutation(ones)][: int(rng.integers(0, 3))]
            if rng.random() < 0.2:
                axes = [int(rng.integers(-5, 5))]
            check(lib.image_squeeze(case.image), array.squeeze(), masked_data=True)
            if axes:
                same(lambda: lib.image_squeeze(case.image, axes, len(axes)), lambda: array.squeeze(tuple(axes)), f"{axes}")

    def test_ravel_and_flatten(self):
        for case in cases(600, 7):
            for number, order in ORDERS.items():
                check(lib.image_ravel(case.image, number), case.array.ravel(order), masked_data=True, context=f"{case} {order}")
                # numpy flattens data and mask each in its own order of memory; where they lie alike that is one order.
                alike = case.array.mask is np.ma.nomask or [np.sign(s) for s in case.array.strides] == [
                    np.sign(s) for s in case.array.mask.strides
                ]
                if order != "K" or alike:
                    check(lib.image_flatten(case.image, number), case.array.flatten(order), masked_data=True)

    def test_flatten_takes_data_and_mask_as_the_data_lie(self):
        """By order K; numpy.ma flattens each in its own order, and mixes them up where they lie differently."""
        data, mask = np.arange(6.0).reshape(2, 3), np.array([[0, 1, 0], [0, 0, 1]], bool)
        for image in (sc.from_array(data, mask), sc.transpose(sc.from_array(data, mask))):
            check(lib.image_flatten(image, 4), np.ma.array(data.ravel(), mask=mask.ravel()))
        # A mask that is set later lies in an order of its own.
        turned = sc.transpose(sc.from_array(data))
        lib.image_write_mask(turned, np.ascontiguousarray(mask.T, np.uint8).reshape(-1), 6)
        check(lib.image_flatten(turned, 4), np.ma.array(data.ravel(), mask=mask.ravel()))

    def test_what_only_looks_differently_shares_the_storage(self):
        image = sc.from_array(np.arange(24.0).reshape(2, 3, 4))
        address = lambda i: lib.image_data(i, byte_strides=np.zeros(8, np.int64))
        for other in (
            lib.image_reshape(image, [6, 4], 2),
            lib.image_ravel(image),
            lib.image_transpose_axes(image, [2, 0, 1], 3),
            lib.image_swapaxes(image, 0, -1),
            lib.image_squeeze(image),
        ):
            assert lib.image_ndim(other) <= 3
            lib.image_harden_mask(other)
            assert not lib.image_hardmask(image)
            lib.image_soften_mask(other)
        check(image, np.arange(24.0).reshape(2, 3, 4))


CASTING = {0: "unsafe", 1: "no", 2: "equiv", 3: "safe", 4: "same_kind", 5: "unsafe"}


def code(dtype):
    return sc.DTYPES[np.dtype(dtype)]


class TestSeed:
    """The examples of the original's documentation."""

    def test_astype(self):
        check(lib.image_astype(sc.from_array(np.array([1, 2, 2.5])), code(int)), np.array([1, 2, 2]))

    def test_byteswap(self):
        array = np.array([1, 256, 8755], dtype=np.int16)
        check(lib.image_byteswap(sc.from_array(array)), array.byteswap())
        assert [hex(x) for x in sc.to_array(lib.image_byteswap(sc.from_array(array))).data] == ["0x100", "0x1", "0x3322"]

    def test_view_and_newbyteorder(self):
        array = np.array([1, 2, 3])
        swapped = lib.image_newbyteorder(sc.from_array(array))
        assert sc.to_array(lib.image_view(swapped, code("u1"))).data.tolist() == array.byteswap().view(np.uint8).tolist()
        check(lib.image_view(sc.from_array(array), code("u1")), array.view(np.uint8))

    def test_flatten(self):
        image = sc.from_array(np.array([[1, 2], [3, 4]]))
        check(lib.image_flatten(image), np.array([1, 2, 3, 4]))
        check(lib.image_flatten(image, 2), np.array([1, 3, 2, 4]))

    def test_ravel(self):
        array = np.ma.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]], mask=[0] + [1, 0] * 4)
        check(lib.image_ravel(sc.from_array(array)), array.ravel())

    def test_reshape(self):
        array = np.ma.array([[1, 2], [3, 4]], mask=[1, 0, 0, 1])
        check(lib.image_reshape(sc.from_array(array), [4, 1], 2), np.ma.array([[1], [2], [3], [4]], mask=[[1], [0], [0], [1]]))

    def test_transpose(self):
        image = sc.from_array(np.array([[1, 2], [3, 4]]))
        for transposed in (lib.image_transpose(image), lib.image_transpose_axes(image, [1, 0], 2)):
            check(transposed, np.array([[1, 3], [2, 4]]))

    def test_iscontiguous_and_flags(self):
        image = sc.from_array(np.ma.array([1, 2, 3]))
        assert lib.image_iscontiguous(image)
        assert lib.image_flags(image) == np.array([1, 2, 3]).flags.num

    def test_ids(self):
        masked = sc.from_array(np.ma.array([1, 2, 3], mask=[0, 1, 1]))
        copy = lib.image_clone(masked)
        assert list(lib.image_ids(masked)) == list(lib.image_ids(copy)) and all(lib.image_ids(masked))
        lib.image_fill(copy, 0)
        assert lib.image_ids(masked)[0] != lib.image_ids(copy)[0]
        assert lib.image_ids(sc.from_array(np.ma.array([1, 2, 3])))[1] == 0


class TestCasting:
    def test_astype(self):
        rng = np.random.default_rng(8)
        for case in cases(1500, 8):
            image, array = case
            dtype, casting, order = arrays.DTYPES[int(rng.integers(13))], int(rng.integers(6)), int(rng.integers(5))
            if array.dtype.kind in "fc" and dtype.kind in "iu" and CASTING[casting] == "unsafe":
                # What does not fit is undefined in C and saturated here.
                info = np.iinfo(dtype)
                with np.errstate(invalid="ignore"):
                    real = np.trunc(array.data.real.astype(float))
                inside = (real >= info.min) & (real < float(info.max) if dtype.itemsize == 8 else real <= info.max)
                with np.errstate(all="ignore"):
                    check(sc.to_array(lib.image_astype(image, code(dtype)))[inside], array.astype(dtype)[inside], context=f"{case} {dtype}")
                continue
            named = {**ORDERS, 0: "K"}[order]

            def theirs():
                # numpy 1 asks an array of rank 0 for its value; the rule is about dtypes.
                if array.ndim == 0 and not np.can_cast(array.dtype, dtype, CASTING[casting]):
                    raise TypeError
                return array.astype(dtype, named, CASTING[casting])

            same(
                lambda: lib.image_astype(image, code(dtype), order, casting),
                theirs,
                f"{case} astype {dtype} {named} {CASTING[casting]}",
                "DTYPE",
                masked_data=True,
            )

    def test_every_rule_for_every_pair(self):
        for source in arrays.DTYPES:
            image = sc.from_array(np.zeros(1, source))
            for target in arrays.DTYPES:
                for number, rule in CASTING.items():
                    ours = True
                    try:
                        lib.image_astype(image, code(target), 0, number)
                    except sc.StonerError as error:
                        assert error.name == "DTYPE"
                        ours = False
                    assert ours == np.can_cast(source, target, rule), f"{source} {target} {rule}"

    def test_layout_of_the_result(self):
        for image, array in cases(400, 9):
            for number, order in {0: "K", 1: "C", 2: "F", 3: "A", 4: "K"}.items():
                ours, theirs = lib.image_astype(image, code("c16"), number), array.astype("c16", order)
                assert [s for s, n in zip(lib.image_strides(ours), array.shape) if n > 1 and array.size] == [
                    s for s, n in zip(theirs.strides, array.shape) if n > 1 and array.size
                ]

    def test_saturation(self):
        image = sc.from_array(np.array([300.0, -1.0, np.nan, np.inf, -np.inf, 1.9]))
        check(lib.image_astype(image, code("u1")), np.array([255, 0, 0, 255, 0, 1], "u1"))

    @settings(max_examples=150, deadline=None, database=None, derandomize=True)
    @given(arrays.arrays(), st.sampled_from(arrays.DTYPES))
    def test_wider(self, material, dtype):
        if np.can_cast(material.array.dtype, dtype):
            check(lib.image_astype(material.image, code(dtype), 0, 3), material.array.astype(dtype, casting="safe"))


class TestBytesBehind:
    def test_byteswap(self):
        for image, array in cases(500, 10):
            if array.dtype.kind != "b":
                check_bytes(lib.image_byteswap(image), array.byteswap())
                check_bytes(lib.image_newbyteorder(image), array.byteswap())
                check_bytes(lib.image_newbyteorder(image, 3), array.byteswap())
                for native in (1, 2):
                    check_bytes(lib.image_newbyteorder(image, native), array)

    def test_view(self):
        rng = np.random.default_rng(11)
        for case in cases(1200, 11):
            image, array = case
            dtype = arrays.DTYPES[int(rng.integers(1, 13))]  # bool has bytes that are no bool

            def theirs():
                if array.mask is np.ma.nomask:
                    return array.view(dtype)
                if dtype.itemsize != array.itemsize:
                    raise ValueError("numpy.ma fails, or drops the mask where the size happens to fit")
                # numpy.ma looks for the mask at the new place of a reversed one.
                return np.ma.MaskedArray(array.data.view(dtype), array.mask)

            results = arrays.same_error(lambda: lib.image_view(image, code(dtype)), theirs, "SHAPE", f"{case} {dtype}")
            if results:
                check_bytes(*results)

    def test_fields(self):
        rng = np.random.default_rng(12)
        for case in cases(1000, 12):
            image, array = case
            dtype, offset = arrays.DTYPES[int(rng.integers(1, 13))], int(rng.integers(-1, 9))
            results = arrays.same_error(
                lambda: lib.image_getfield(image, code(dtype), offset),
                lambda: np.ma.MaskedArray(array.data.getfield(dtype, offset), array.mask),
                ("OUT_OF_RANGE", "INVALID_ARGUMENT"),
                f"{case} {dtype} {offset}",
            )
            if results:
                check_bytes(*results)
            value = np.array(int(rng.integers(0, 100))).astype(dtype)
            if array.dtype.kind == "b":
                continue
            lasting, before = lib.image_clone(image), array.copy()
            arrays.same_error(
                lambda: lib.image_setfield(image, sc.from_array(value), code(dtype), offset),
                lambda: array.data.setfield(value, dtype, offset),
                ("OUT_OF_RANGE", "INVALID_ARGUMENT"),
                f"{case} setfield {dtype} {offset}",
            )
            check_bytes(image, array)
            check_bytes(lasting, before)

    def test_flags(self):
        for image, array in cases(300, 13):
            numbers = {name: lib.image_flags(image) & bit for name, bit in (("C_CONTIGUOUS", 1), ("F_CONTIGUOUS", 2))}
            assert {name: bool(bit) for name, bit in numbers.items()} == {name: array.flags[name] for name in numbers}

    def test_resize(self):
        for image, array in cases(20, 14):
            assert arrays.same_error(lambda: lib.image_resize(image, [1], 1), lambda: array.resize((1,)), "UNSUPPORTED") is None


def check_bytes(image, theirs):
    """As `check`, but bit for bit: NaN has many."""
    ours = sc.to_array(image)
    theirs = np.ma.asanyarray(theirs)
    plain = np.ascontiguousarray(theirs.data).reshape(theirs.shape)
    check(np.ma.MaskedArray(np.frombuffer(ours.data.tobytes(), "u1"), False), np.frombuffer(plain.tobytes(), "u1"))
    check(np.ma.getmaskarray(ours), np.ma.getmaskarray(theirs))
    assert ours.dtype == theirs.dtype


class TestPlanes:
    """Positions follow where each frame stays an image."""

    def image(self):
        image = sc.from_array(np.arange(24.0).reshape(2, 3, 4))
        lib.image_set_plane(image, "actual_x", sc.from_array(np.arange(12.0).reshape(3, 4)), "um")
        return image

    def test_axes_of_the_frame(self):
        turned = lib.image_swapaxes(self.image(), 1, 2)
        check(lib.image_plane(turned, "actual_x"), np.arange(12.0).reshape(3, 4).T)
        ctx = lib.context_new()
        lost = lib.image_swapaxes(self.image(), 0, 2, ctx=ctx)
        assert lib.image_plane_count(lost) == 0
        assert "actual_x" in lib.context_warning(0, ctx=ctx)

    @pytest.mark.parametrize("shape", [[24], [4, 3, 2]])
    def test_other_shapes(self, shape):
        ctx = lib.context_new()
        assert lib.image_plane_count(lib.image_reshape(self.image(), shape, len(shape), ctx=ctx)) == 0
        assert lib.context_warning_count(ctx=ctx) == (1, 0)
        same_shape = lib.image_reshape(self.image(), [2, 3, 4], 3, ctx=ctx)
        assert lib.image_plane_count(same_shape) == 1
        assert lib.context_warning_count(ctx=ctx) == (1, 0)
