"""Every universal function of numpy and its methods, with images: without a mask as with numpy's arrays, with one as numpy.ma means it."""

import warnings

import numpy as np
import pytest
import stoner

RNG = np.random.default_rng(5)
SHAPE = (5, 7)
HIDDEN = RNG.random(SHAPE) < 0.3
HIDDEN[:, 2] = True
KINDS = {"f8": RNG.normal(2, 3, SHAPE), "f4": RNG.normal(2, 3, SHAPE).astype("f4"), "i2": RNG.integers(-5, 9, SHAPE).astype("i2"),
         "u1": RNG.integers(0, 9, SHAPE).astype("u1"), "?": RNG.random(SHAPE) < 0.5, "c16": RNG.normal(2, 3, SHAPE) + 1j * RNG.normal(size=SHAPE)}  # fmt: skip

UFUNCS = sorted({each for each in vars(np).values() if isinstance(each, np.ufunc) and not each.signature}, key=lambda each: each.__name__)
PAIRS = [pytest.param(ufunc, kind, id=f"{ufunc.__name__}-{kind}") for ufunc in UFUNCS for kind in KINDS]
REDUCING = [ufunc for ufunc in UFUNCS if ufunc.nin == 2 and ufunc.nout == 1]


@pytest.fixture(autouse=True)
def no_noise():
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        yield


def attempt(work):
    """A result, or the class of the error."""
    try:
        return work()
    except (TypeError, ValueError, np.ma.MaskError) as error:
        return type(error)


def leaves(result):
    return [each.masked_array() if isinstance(each, stoner.Image) else each for each in (result if isinstance(result, tuple) else (result,))]


def same(found, expected):
    if isinstance(expected, type):
        assert isinstance(found, type), f"{found} for {expected}"
        return
    assert not isinstance(found, type), found
    for one, other in zip(leaves(found), leaves(expected)):
        assert np.shape(one) == np.shape(other)
        hidden = np.ma.getmaskarray(other)
        assert np.array_equal(np.ma.getmaskarray(one), hidden)
        # Half precision, which the library does not have, comes as single precision.
        if np.asarray(other).dtype != np.float16:
            assert np.asarray(one).dtype == np.asarray(other).dtype
        np.testing.assert_allclose(np.ma.getdata(one)[~hidden], np.ma.getdata(other)[~hidden], rtol=1e-6)


def masked(kind, beneath=None):
    data = KINDS[kind].copy()
    if beneath is not None:
        data[HIDDEN] = beneath
    return np.ma.MaskedArray(data, HIDDEN)


@pytest.mark.parametrize(("ufunc", "kind"), PAIRS)
def test_elements(ufunc, kind):
    """As numpy's masked arrays, which mask also where the function has no value."""
    for array in (masked(kind), np.ma.MaskedArray(KINDS[kind])):
        arrays = [array, array[::-1]][: ufunc.nin] if ufunc.nin < 3 else [array] * ufunc.nin
        # np.power of masked arrays leaves NaN where there is no value; their operator, and so images, mask it.
        oracle = np.ma.power if ufunc is np.power and kind in ("f4", "f8") else ufunc
        expected = attempt(lambda: oracle(*arrays))
        if np.longdouble in {np.asarray(each).dtype.type for each in leaves(expected)}:
            continue
        same(attempt(lambda: ufunc(*map(stoner.Image, arrays))), expected)


@pytest.mark.parametrize("kind", ["i1", "i2", "u1", "u2", "i4", "f4", "f8", "c8", "c16"])
def test_pythons_numbers_take_the_dtype_of_the_image(kind):
    """As beside numpy's arrays. (numpy.ma of numpy 2 makes float64 of float32 times 2.0.)"""
    array = np.ma.MaskedArray(np.ones((2, 3), kind), [[0, 1, 0], [0, 0, 0]])
    image = stoner.Image(array)
    numbers = [2, True] + [2.5] * (kind[0] in "fc") + [1.5j] * (kind[0] == "c")
    for number in numbers:
        for work in (lambda a: a + number, lambda a: number - a, lambda a: a * number, lambda a: a / number, lambda a: number / a, lambda a: a**number):
            found, expected = attempt(lambda: work(image)), attempt(lambda: work(array.data))
            assert isinstance(found, type) == isinstance(expected, type)
            if not isinstance(found, type):
                assert found.dtype == expected.dtype, (number, found.dtype, expected.dtype)


@pytest.mark.parametrize("ufunc", REDUCING, ids=lambda each: each.__name__)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("axis", [0, 1, None, -1])
def test_reduce(ufunc, kind, axis):
    """Against numpy's reduction of what is not masked, lane by lane; an error where something has to stand for what is left out and nothing can."""
    image, array = stoner.Image(masked(kind)), masked(kind)
    plain = attempt(lambda: ufunc.reduce(KINDS[kind], axis=axis))
    same(attempt(lambda: ufunc.reduce(stoner.Image(KINDS[kind]), axis=axis)), plain)
    found = attempt(lambda: ufunc.reduce(image, axis=axis))
    if isinstance(plain, type) or isinstance(found, type):
        order_counts = ufunc in (np.subtract, np.divide, np.floor_divide, np.power, np.float_power)
        assert isinstance(found, type) and (isinstance(plain, type) or order_counts or ufunc.identity is None), ufunc
        return
    lanes = [array.compressed()] if axis is None else [lane.compressed() for lane in (array.T if axis == 0 else array)]
    found = np.ma.atleast_1d(leaves(found)[0])
    half = np.atleast_1d(plain).dtype == np.float16
    assert found.dtype == (np.float32 if half and axis is not None else np.atleast_1d(plain).dtype)
    for one, lane in zip(found, lanes, strict=True):
        assert (one is np.ma.masked) == (not len(lane))
        if len(lane):
            np.testing.assert_allclose(one, ufunc.reduce(lane), rtol=4e-3 if half else 1e-5)


@pytest.mark.parametrize("ufunc", REDUCING, ids=lambda each: each.__name__)
@pytest.mark.parametrize("kind", ["f8", "i2", "?"])
@pytest.mark.parametrize("method", ["accumulate", "reduceat", "outer", "reduce"])
def test_methods_take_nothing_from_beneath_the_mask(ufunc, kind, method):
    arguments = {"reduceat": ([0, 2, 3],), "outer": (np.arange(3).astype(kind),)}.get(method, ())
    found = [attempt(lambda: getattr(ufunc, method)(stoner.Image(masked(kind, beneath)), *arguments)) for beneath in (0, 1, 6)]
    for each in found[1:]:
        same(each, found[0])
    plain = attempt(lambda: getattr(ufunc, method)(KINDS[kind], *arguments))
    same(attempt(lambda: getattr(ufunc, method)(stoner.Image(KINDS[kind]), *arguments)), masked_where_none(ufunc, method, plain, kind, arguments))


def masked_where_none(ufunc, method, plain, kind, arguments):
    """What numpy.ma's operators mask beside: an outer product follows the rule of the elements."""
    if method != "outer" or isinstance(plain, type):
        return plain
    a = np.ma.asanyarray(KINDS[kind])
    return ufunc(a[..., None], np.ma.asanyarray(arguments[0]))


@pytest.mark.parametrize("ufunc", [np.add, np.multiply, np.maximum, np.logical_or, np.bitwise_xor, np.hypot], ids=lambda each: each.__name__)
def test_accumulate_and_reduceat_of_what_is_not_masked(ufunc):
    kind = "i2" if ufunc is np.bitwise_xor else "f8"
    image, array = stoner.Image(masked(kind)), masked(kind)
    found = ufunc.accumulate(image, axis=1).masked_array()
    assert np.array_equal(found.mask, HIDDEN)
    for one, lane in zip(found, array):
        np.testing.assert_allclose(one.compressed(), ufunc.accumulate(lane.compressed()), rtol=1e-12)
    places = [0, 3, 5]
    found = ufunc.reduceat(image, places, axis=1).masked_array()
    for i, (start, stop) in enumerate([(0, 3), (3, 5), (5, 7)]):
        for row in range(SHAPE[0]):
            part = array[row, start:stop].compressed()
            assert (found[row, i] is np.ma.masked) == (not len(part))
            if len(part):
                np.testing.assert_allclose(found[row, i], ufunc.reduce(part), rtol=1e-12)


def test_reductions_with_where_initial_and_out():
    array = masked("f8")
    image = stoner.Image(array)
    wanted = KINDS["f8"] > 1
    found = np.add.reduce(image, axis=0, where=wanted).masked_array()
    expected = np.ma.MaskedArray(array.data, array.mask | ~wanted).sum(axis=0)
    assert np.array_equal(found.mask, expected.mask)
    np.testing.assert_allclose(found.filled(0), expected.filled(0))
    assert not np.ma.is_masked(np.add.reduce(image, axis=0, initial=1.0).masked_array())
    out = np.empty(SHAPE[1])
    assert np.add.reduce(image, axis=0, out=out) is out
    assert np.isnan(out[2]) and np.isnan(out).sum() == 1, "a plain array of floating point takes NaN for what is masked"
    with pytest.raises(np.ma.MaskError, match="masked"):
        np.add.reduce(stoner.Image(masked("i2")), axis=0, out=np.empty(SHAPE[1], np.int64))


def test_out():
    array = masked("f8")
    image = stoner.Image(array)
    for out in (stoner.Image(np.zeros(SHAPE)), np.ma.zeros(SHAPE)):
        assert np.add(image, 1, out=out) is out
        assert np.array_equal(np.ma.getmaskarray(leaves(out)[0]), HIDDEN)
        np.testing.assert_allclose(leaves(out)[0].compressed(), (array + 1).compressed())
    plain = np.zeros(SHAPE)
    assert np.add(image, 1, out=plain) is plain and np.array_equal(np.isnan(plain), HIDDEN)
    with pytest.raises(np.ma.MaskError):
        np.greater(image, 1, out=np.zeros(SHAPE, bool))
    with pytest.raises(TypeError, match="does not fit"):
        np.add(image, 0.5, out=stoner.Image(np.zeros(SHAPE, int)))
    with pytest.raises(ValueError, match="shape"):
        np.add(image, 0.5, out=stoner.Image(np.zeros((2, 2))))
    low, high = np.zeros(SHAPE), stoner.Image(np.zeros(SHAPE))
    assert np.modf(image, out=(low, high))[1] is high and np.array_equal(high.mask, HIDDEN)


def test_where():
    """Where a function is not to be computed there is no value: what `out` has stays, else it is masked."""
    image, wanted = stoner.Image(masked("f8")), KINDS["f8"] > 1
    made = np.add(image, 1, where=wanted)
    assert np.array_equal(made.mask, HIDDEN | ~wanted)
    out = stoner.Image(np.full(SHAPE, 5.0))
    np.add(image, 1, out=out, where=wanted)
    assert np.array_equal(out.mask, HIDDEN & wanted) and (out.data[~wanted] == 5).all()
    visible = wanted & ~HIDDEN
    np.testing.assert_allclose(out.data[visible], KINDS["f8"][visible] + 1)


def test_at():
    image = stoner.Image(masked("f8"), metadata={"energy": 700.0})
    before = image.clone()
    np.add.at(image, (np.array([0, 0, 1]), np.array([1, 1, 3])), [1.0, 2.0, 4.0])
    expected = masked("f8").copy()
    np.add.at(expected.data, (np.array([0, 0, 1]), np.array([1, 1, 3])), [1.0, 2.0, 4.0])
    assert np.array_equal(image.mask, HIDDEN) and image.metadata["energy"] == 700 and not image.equal(before)
    np.testing.assert_allclose(image.masked_array().compressed(), expected.compressed())
    np.add.at(image, ([0], [0]), np.ma.array([1.0], mask=[True]))
    assert image[0, 0] is np.ma.masked
    with pytest.raises(TypeError, match="masked"):
        np.add.at(np.zeros(SHAPE[1]), [0, 1], stoner.Image(masked("f8"))[0, 1:3])


def test_matmul():
    array = masked("f8")
    image = stoner.Image(array)
    for found in (image @ image.T, np.matmul(image, image.T), image.dot(array.T), np.dot(image, image.T)):
        expected = np.ma.dot(array, array.T)
        assert np.array_equal(found.mask, np.ma.getmaskarray(expected))
        np.testing.assert_allclose(found.filled(0).data, expected.filled(0), atol=1e-12)
    whole = KINDS["f8"]
    np.testing.assert_allclose(np.matmul(stoner.Image(whole), whole.T).data, whole @ whole.T)
    np.testing.assert_allclose((whole @ stoner.Image(whole.T)).data, whole @ whole.T)


def test_other_arrays_have_their_say():
    class Other:
        def __array_ufunc__(self, ufunc, method, *inputs, **named):
            return "other"

    image = stoner.Image(KINDS["f8"])
    assert image + Other() == "other" and Other.__array_ufunc__ and np.add(image, Other()) == "other"
