"""What users of numpy expect of an image: every rank, numpy's signatures, numpy.ma's functions, value by value against masked arrays."""

import contextlib
import gc
import pickle
import warnings

import numpy as np
import pytest
import stoner
from conftest import MINUS, PLUS

RANKS = [(), (7,), (3, 4), (2, 3, 4), (2, 3, 2, 2), (1, 2, 1, 2, 1, 2, 1, 2)]


def masked(shape=(3, 4), dtype=float, seed=3):
    rng = np.random.default_rng(seed)
    return np.ma.MaskedArray((rng.random(shape) * 9 + 1).astype(dtype), rng.random(shape) < 0.3)


def same(found, expected, rtol=1e-12):
    found = found.masked_array() if isinstance(found, stoner.Image) else found
    assert np.shape(found) == np.shape(expected)
    hidden = np.ma.getmaskarray(expected)
    assert np.array_equal(np.ma.getmaskarray(found), hidden)
    np.testing.assert_allclose(np.ma.getdata(found)[~hidden], np.ma.getdata(expected)[~hidden], rtol=rtol)


# Every rank.


@pytest.mark.parametrize("shape", RANKS, ids=str)
@pytest.mark.parametrize(
    "work",
    [lambda a: a + 1, lambda a: 2 / a, lambda a: a * a, lambda a: np.sqrt(a), lambda a: a > 4, lambda a: -a, lambda a: a**2 // 3,
     lambda a: np.hypot(a, 2), lambda a: abs(a - 5), lambda a: np.clip(a, 2, 4)],
)  # fmt: skip
def test_operators_and_functions(shape, work):
    array = masked(shape)
    same(np.ma.asanyarray(work(stoner.Image(array))), np.ma.asanyarray(work(array)))


@pytest.mark.parametrize("shape", RANKS[1:], ids=str)
def test_indices(shape):
    array = masked(shape)
    image = stoner.Image(array)
    for index in (0, -1, slice(None, None, -1), Ellipsis, (Ellipsis, 0), [0, 0], *([(Ellipsis, None)] if array.ndim < 8 else []), array > 3):
        found, expected = image[index], array[index]
        assert (found is np.ma.masked) == (expected is np.ma.masked)
        if expected is not np.ma.masked:
            same(found, expected)
    image[..., 0] = 5
    array[..., 0] = 5
    same(image, array)


@pytest.mark.parametrize("shape", RANKS, ids=str)
def test_transposition(shape):
    same(stoner.Image(masked(shape)).T, masked(shape).T)


@pytest.mark.parametrize("shape", RANKS, ids=str)
def test_flat(shape):
    array = masked(shape)
    image = stoner.Image(array)
    assert [*image.flat] == [*array.flat] and len(image.flat) == array.size
    for index, value in ((0, 12), (slice(None, 2), 7), (-1, np.ma.masked), ([0], stoner.Image([3.0]))):
        image.flat[index] = value
        array.flat[index] = value.masked_array() if isinstance(value, stoner.Image) else value
        same(image, array)
        assert image.flat[0] is array.flat[0] or image.flat[0] == array.flat[0]
    image.flat = 5
    assert (image.data == 5).all()
    with pytest.raises(IndexError):
        image.flat[array.size] = 1


def test_what_lies_beneath_the_mask_of_a_comparison():
    array = np.ma.MaskedArray([0.0, 1.0], [True, False])
    image = stoner.Image(array)
    for work in (lambda a: np.float64(0) == a, lambda a: a == np.float64(0), lambda a: np.float64(0) != a, lambda a: a == a):
        assert np.array_equal(work(image).data, work(array).data) and np.array_equal(work(image).mask, np.ma.getmaskarray(work(array)))
    assert stoner.Image(np.ma.MaskedArray(1.5, True)).round() is np.ma.masked


def test_results_of_methods_go_on():
    array = masked()
    image = stoner.Image(array)
    same(image[0] * 2, array[0] * 2)
    same(image.mean(axis=0) / 2, array.mean(axis=0) / 2)
    same(image.compressed() + 1, array.compressed() + 1)
    same(np.sqrt(image.ravel()), np.sqrt(array.ravel()))
    same(image[0][::-1], array[0][::-1])


# Metadata, planes, map, title.


def test_what_a_result_keeps():
    scan = stoner.load(PLUS)
    kept = [np.add(scan, 1), np.sqrt(abs(scan)), np.clip(scan, 0, 5), np.where(scan > 2, scan, 0), np.nan_to_num(scan), np.flip(scan), np.flipud(scan),
            np.rot90(scan), np.transpose(scan), np.copy(scan), np.take(scan, [1, 2, 3], axis=0), np.isclose(scan, 3), np.zeros_like(scan)]  # fmt: skip
    for made in kept:
        assert set(made.planes) == set(scan.planes) and made.map is not None and made.title == scan.title
        assert made.metadata["collection.energy.value"] == scan.metadata["collection.energy.value"]
    assert np.rot90(scan).equal(scan.CCW, all=True) and np.flip(scan).map == scan[::-1, ::-1].map
    for work in (np.ravel, lambda a: np.concatenate([a, a]), lambda a: np.roll(a, 3), lambda a: np.median(a, axis=0), np.fft.fft2):
        with pytest.warns(stoner.StonerWarning, match="dropped"):
            made = work(scan)
        assert isinstance(made, stoner.Image) and not made.planes and made.metadata["collection.energy.value"] == scan["collection.energy.value"]
    counts, edges = np.histogram(scan)
    assert type(counts) is type(edges) is np.ndarray and counts.sum() == scan.size


def test_reductions_over_frames_keep_the_map():
    stack = stoner.Image(np.random.default_rng(1).random((3, 4, 5)))
    stack.map = stoner.Map((1.0, 2.0), ((0.5, 0.0), (0.0, -0.5)), units=("nm", "nm"))
    for made in (np.mean(stack, axis=0), np.median(stack, axis=0), np.percentile(stack, 30, axis=0), np.nanmax(stack, axis=0), np.average(stack, axis=0)):
        assert made.map == stack.map and made.shape == (4, 5)


# numpy.ma's functions.


@pytest.mark.parametrize("name", "array asarray asanyarray mean sum std var count compressed average cumsum sort median min max ptp prod any all filled copy".split())
def test_functions_of_numpy_ma(name):
    array = masked()
    function = getattr(np.ma, name)
    same(np.ma.asanyarray(function(stoner.Image(array))), np.ma.asanyarray(function(array)))


def test_what_asanyarray_and_asarray_see():
    array = masked()
    image = stoner.Image(array)
    seen = np.asanyarray(image)
    assert isinstance(seen, np.ma.MaskedArray) and np.array_equal(seen.mask, array.mask)
    assert type(np.asarray(image)) is np.ndarray and np.shares_memory(np.asarray(image), image.data)
    assert np.asarray(image, np.float32).dtype == np.float32 and np.array(image).flags.writeable


def test_fill_value_and_hard_mask_of_a_masked_array_come_in():
    array = np.ma.MaskedArray([[1, 2]], [[True, False]], fill_value=-7, hard_mask=True)
    image = stoner.Image(array)
    assert image.fill_value == -7 and image.hardmask and image.filled().data[0, 0] == -7
    image[0, 0] = 5
    assert image[0, 0] is np.ma.masked
    assert np.ma.asanyarray(image).hardmask and np.ma.asanyarray(image).fill_value == -7
    # What no one set is the default of each result's dtype.
    assert (stoner.Image(np.ma.MaskedArray([[1, 2]], [[True, False]])) * 0.5).fill_value == 1e20


@pytest.mark.parametrize(("number", "dtype"), [(2**53 + 1, np.int64), (2**63 - 1, np.int64), (2**64 - 1, np.uint64), (1j, complex), (2.5, float)])
def test_filled_with_any_number(number, dtype):
    assert stoner.Image(np.ma.array(np.zeros((1, 2), dtype), mask=[[True, False]])).filled(number).data[0, 0] == number


# numpy's signatures.


def test_shapes_as_numbers():
    image = stoner.Image(np.arange(12.0).reshape(3, 4))
    for shape in [(12, 1), (4, 3), (2, 2, 3), (-1,)]:
        assert image.reshape(*shape).shape == image.reshape(shape).shape == np.zeros(12).reshape(shape).shape
    assert np.array_equal(image.reshape(4, 3, order="F").data, image.data.reshape(4, 3, order="F"))
    assert stoner.Image([[5.0]]).reshape(()).shape == ()


@pytest.mark.parametrize("name", "sum prod mean std var min max all any".split())
def test_reductions_with_out_and_where(name):
    array = masked()
    image, wanted = stoner.Image(array), array.data > 3
    for axis in (None, 0, 1):
        for keepdims in (False, True):
            same(getattr(image, name)(axis=axis, keepdims=keepdims), getattr(array, name)(axis=axis, keepdims=keepdims), 1e-9)
        there = np.ma.MaskedArray(array.data, array.mask | ~wanted)
        same(getattr(image, name)(axis=axis, where=wanted), getattr(there, name)(axis=axis), 1e-9)
    for out in (np.empty(4, image.sum(axis=0).dtype), np.ma.zeros(4), stoner.Image(np.zeros(4))):
        assert getattr(image, name)(axis=0, out=out) is out
        same(out, getattr(array, name)(axis=0), 1e-9)
    assert image.sum(out=None) == array.sum()


def test_initial():
    array = masked()
    image = stoner.Image(array)
    assert image.sum(initial=10.0) == pytest.approx(array.sum() + 10) and image.max(initial=99.0) == 99 and image.min(initial=-1) == -1
    hidden = stoner.Image(np.ma.masked_all((2, 2)))
    assert hidden.sum(initial=3.0) == 3 and hidden.prod(initial=2.0) == 2 and hidden.sum() is np.ma.masked


def test_orders():
    array = masked((4, 5))
    image = stoner.Image(array)
    assert image.sort() is None
    expected = array.copy()
    expected.sort()
    same(image, expected)
    image.sort(axis=0, kind="stable")
    expected.sort(axis=0)
    same(image, expected)
    with pytest.warns(np.ma.core.MaskedArrayFutureWarning, match="axis"):
        flat = image.argsort()
    assert flat.shape == (20,) and image.argsort(axis=0).shape == (4, 5)
    row = stoner.Image([3.0, 1.0, 2.0])
    row.partition(1)
    assert row.data[1] == 2 and row.argsort().tolist() == np.argsort(row.data).tolist() and row.searchsorted(2.0) == 1
    with pytest.raises(ValueError, match="kind"):
        image.sort(kind="bubble")
    with pytest.raises(ValueError, match="order"):
        image.sort(order="x")


def test_take_of_any_rank():
    array = masked((3, 5))
    image = stoner.Image(array)
    indices = np.array([[0, 2], [1, -1], [2, 0]])
    same(image.take(indices, axis=1), array.take(indices, axis=1))
    same(image.take(indices), array.take(indices))
    same(image.take(1, axis=0), array.take(1, axis=0))
    hidden = np.ma.array([[0, 1]], mask=[[False, True]])
    # numpy.ma fails here: its mask of the indices has not the result's shape.
    expected = array.take(hidden.data, axis=0)
    expected[:, 1] = np.ma.masked
    same(image.take(hidden, axis=0), expected)
    with pytest.raises(TypeError, match="integers"):
        image.take([[0.5]])


def test_nonzero_copy_view_and_flags():
    array = masked((3, 4), int)
    image = stoner.Image(array, metadata={"a": 1})
    for one, other in zip(image.nonzero(), array.nonzero(), strict=True):
        assert type(one) is np.ndarray and np.array_equal(one, other)
    assert image.copy("F").flags.f_contiguous and image.copy().flags["C_CONTIGUOUS"] and image.copy("F").equal(image) and image.copy("F")["a"] == 1
    seen = image.view()
    assert seen.shape == (3, 4) and seen.equal(image, all=True)
    seen.fill(0)
    assert image.max() > 0, "images are values"
    assert type(image.view(np.ndarray)) is np.ndarray and isinstance(image.view(np.ma.MaskedArray), np.ma.MaskedArray)
    assert image.view(stoner.Image).equal(image) and stoner.Image([[1.0]]).view("u8").dtype == np.uint64
    flags = image.flags
    assert flags["C"] and flags.writeable and flags["OWNDATA"] == flags.owndata and not flags.fnc and flags.forc and flags["CARRAY"]
    with pytest.raises(AttributeError, match="no flag"):
        flags.nothing
    with pytest.raises(KeyError):
        flags["nothing"]


def test_masks_return_the_image():
    image = stoner.Image(masked())
    assert image.harden_mask() is image and image.hardmask and image.soften_mask() is image and image.shrink_mask() is image


def test_clip_stays_exact():
    assert stoner.Image(np.array([[5]])).clip(0, 2**63 - 1).dtype == np.int64
    out = stoner.Image(np.zeros((1, 1)))
    assert stoner.Image(np.array([[5.0]])).clip(0, 3, out=out) is out and out[0, 0] == 3


def test_numbers_and_text():
    assert float(stoner.Image(2.5)) == 2.5 and complex(stoner.Image([[2j]])) == 2j and [10, 20][stoner.Image(1)] == 20
    with pytest.raises(TypeError, match="one pixel"):
        float(stoner.Image([1.0, 2.0]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert np.isnan(float(stoner.Image(np.ma.array([1.0], mask=[True]))))
    image = stoner.Image(np.ma.array([1, 2, 3], mask=[0, 1, 0]))
    assert str(image) == f"{image}" == "[1 -- 3]" and np.array2string(image) == "[1 -- 3]"
    assert not (image == "text").any() if isinstance(image == "text", stoner.Image) else (image == "text") is False


def test_half_precision_comes_in():
    half = np.array([[0.5, 65504.0, 6e-8, np.inf]], np.float16)
    image = stoner.Image(half)
    assert image.dtype == np.float32 and np.array_equal(image.data, half.astype(np.float32))
    assert np.sqrt(stoner.Image(np.array([[4]], np.int8))).dtype == np.float32


# The contrast of two images.


def test_two_images_divided_by_the_floor_are_the_contrast():
    plus, minus = stoner.load(PLUS), stoner.load(MINUS)
    expected = plus.XMCD(minus)
    made = plus // minus
    assert made.equal(expected, all=True)
    np.testing.assert_allclose(made.data, ((plus.data - minus.data) / (plus.data + minus.data)) * np.sign(plus.polarization), rtol=1e-12)
    assert np.array_equal(np.floor_divide(plus, minus).data, plus.data // minus.data), "numpy's function rounds down"
    assert np.array_equal((plus // 2).data, plus.data // 2) and np.array_equal((plus // minus.data).data, plus.data // minus.data)
    same_object = plus
    plus //= minus
    assert plus is same_object and plus.equal(expected)
    with pytest.raises(TypeError, match="does not fit"):
        counts = stoner.load(MINUS).astype(int)
        counts //= stoner.load(PLUS)
    with pytest.raises(stoner.PolarizationError):
        stoner.Image([[1.0]]) // stoner.Image([[2.0]])


@pytest.mark.parametrize("work", [
    lambda im: im.sum(axis=5), lambda im: im.mean(axis=(0, 5)), lambda im: im.take([0], axis=5), lambda im: im.cumsum(axis=5), lambda im: im.sort(axis=5),
    lambda im: im.transpose(0, 5), lambda im: im.squeeze(axis=5), lambda im: im.repeat(2, axis=5), lambda im: im.diagonal(0, 0, 5),
    lambda im: np.flip(im, 5), lambda im: np.median(im, axis=5), lambda im: np.argsort(im, axis=5), lambda im: np.prod(im, 5),
])  # fmt: skip
def test_an_axis_that_is_not_there_is_numpys_error(work):
    image = stoner.Image(masked())
    with pytest.raises(getattr(np, "exceptions", np).AxisError) as raised:
        work(image)
    if isinstance(raised.value, stoner.Error):
        made = pickle.loads(pickle.dumps(raised.value))
        assert isinstance(made, stoner.AxisError) and isinstance(made, stoner.OutOfRangeError)
        assert (made.axis, made.ndim) == (5, 2) and str(made) == str(raised.value)


# Memory.


def test_the_array_interface_is_what_the_image_was():
    for array in (np.arange(12.0).reshape(3, 4), np.zeros((0, 3)), np.array(2.5), np.ones((2, 3, 4), np.uint8)):
        image = stoner.Image(array)
        for part in (image, image.T, image[::-1] if array.ndim else image):
            seen = np.asarray(part.__array_interface__ and part)
            assert np.array_equal(seen, part.data) and not seen.flags.writeable
    image = stoner.Image(np.arange(12.0).reshape(3, 4))
    seen = np.asarray(image)
    image += 100
    assert seen[0, 0] == 0
    del image
    gc.collect()
    assert seen.sum() == 66
    with pytest.raises(AttributeError, match="masked"):
        stoner.Image(masked()).__array_interface__


def test_dlpack():
    image = stoner.Image(np.arange(12.0).reshape(3, 4))
    seen = np.from_dlpack(image)
    assert np.array_equal(seen, image.data) and image.__dlpack_device__() == (1, 0)
    image.fill(0)
    assert seen.sum() == 66
    with pytest.raises(BufferError, match="masks"):
        np.from_dlpack(stoner.Image(masked()))


def test_to_numpy():
    array = masked((3, 4), int)
    made = stoner.Image(array).to_numpy()
    assert made.dtype == float and np.array_equal(np.isnan(made), array.mask) and np.array_equal(made[~array.mask], array.compressed())
    assert stoner.Image(array).to_numpy(na_value=-1).dtype == int and stoner.Image(array.data).to_numpy().dtype == int
    assert stoner.Image(array.data).to_numpy(np.float32, copy=True).flags.writeable


def test_like():
    image = stoner.Image([[1.0]])
    with contextlib.suppress(TypeError):
        assert isinstance(np.asarray([[1, 2]], like=image), stoner.Image) and np.zeros((2, 3), like=image).shape == (2, 3)


def test_types_that_numpy_does_not_know_decide_for_themselves():
    class Other:
        def __array_function__(self, func, types, args, kwargs):
            return "other"

    assert np.concatenate([stoner.Image([1.0]), Other()]) == "other"


def test_an_operand_of_higher_priority_does_the_work():
    class Other:
        __array_priority__ = 20

        def __mul__(self, other):
            return "its own"

        def __rmul__(self, other):
            return "its own, from the right"

    image = stoner.Image([1.0, 2.0])
    assert image * Other() == "its own, from the right" and Other() * image == "its own"
    with pytest.raises(TypeError):
        image * "text"
