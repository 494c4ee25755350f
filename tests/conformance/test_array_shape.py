"""Shape and memory of arrays against numpy.ma."""

import arrays
import numpy as np
import pytest
import stoner_c as sc
from arrays import cases, check, same
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
