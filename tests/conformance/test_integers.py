"""Integers that no double holds, against numpy.ma and Python's own integers: values around 2^53, 2^63 and 2^64, through C and through
the Python package."""

import itertools

import numpy as np
import pytest
import stoner_c as sc
from stoner_c import CONSTANTS, lib

stoner = pytest.importorskip("stoner")

OWN = CONSTANTS["STONER_FILL_OWN"]
EDGES = [2**53 - 1, 2**53, 2**53 + 1, 2**62 + 1, 2**63 - 1]
SIGNED = [*EDGES, *(-edge for edge in EDGES), -(2**63), 0, 7]
UNSIGNED = [*EDGES, 2**63, 2**63 + 1, 2**64 - 2, 2**64 - 1, 0, 7]
KINDS = {"int64": SIGNED, "uint64": UNSIGNED}
BOTH = [(dtype, value) for dtype, values in KINDS.items() for value in values]
both = pytest.mark.parametrize("dtype, value", BOTH, ids=str)


def masked(dtype):
    values = np.array(KINDS[dtype], dtype)
    return np.ma.MaskedArray(values, np.arange(values.size) % 3 == 1)


def form(value, dtype):
    """The ending of the C function for a value; where both do, that of the dtype."""
    return "_u64" if value >= 2**63 or value >= 0 and dtype == "uint64" else "_i64"


def same(found, expected):
    assert found.dtype == expected.dtype
    np.testing.assert_array_equal(np.ma.getdata(found), np.ma.getdata(expected))
    np.testing.assert_array_equal(np.ma.getmaskarray(found), np.ma.getmaskarray(expected))


# Through C.


@both
def test_filled(dtype, value):
    array = masked(dtype)
    made = sc.to_array(getattr(lib, f"image_filled{form(value, dtype)}")(sc.from_array(array), value))
    same(made, array.filled(value))
    assert int(made[1]) == value


@both
def test_fill_values(dtype, value):
    array, image = masked(dtype), sc.from_array(masked(dtype))
    getattr(lib, f"image_set_fill_value{form(value, dtype)}")(image, value)
    assert getattr(lib, f"image_fill_value{form(value, dtype)}")(image) == value
    array.fill_value = value
    for mode in (0, OWN):
        same(sc.to_array(lib.image_filled(image, mode)), array.filled())
        assert bytes(lib.image_tobytes(image, mode, 0.0)) == array.tobytes()
    # It travels with the image.
    other = "_i64" if dtype == "int64" else "_u64"
    assert getattr(lib, f"image_fill_value{other}")(lib.image_clone(image)) == value


@both
def test_fill_and_itemset_and_item(dtype, value):
    image = sc.from_array(masked(dtype))
    ending = form(value, dtype)
    getattr(lib, f"image_itemset{ending}")(image, [2], 1, value)
    found, hidden = getattr(lib, f"image_item{ending}")(image, [2], 1)
    assert (found, hidden) == (value, 0)
    getattr(lib, f"image_fill{ending}")(image, value)
    assert [int(each) for each in sc.to_array(image).data] == [value] * len(KINDS[dtype])


@pytest.mark.parametrize("dtype", KINDS)
def test_clip(dtype):
    array = masked(dtype)
    image = sc.from_array(array)
    for low, high in itertools.product([None, *KINDS[dtype]], repeat=2):
        if low is None and high is None:
            continue
        limits = [limit for limit in (low, high) if limit is not None]
        ending = "_u64" if dtype == "uint64" else "_i64"
        pointers = [None if limit is None else [limit] for limit in (low, high)]
        made = sc.to_array(getattr(lib, f"image_clip{ending}")(image, *pointers))
        with np.errstate(all="ignore"):
            same(made, array.clip(*(None if limit is None else np.array(limit, dtype) for limit in (low, high))))
        wanted = [min(max(x, low) if low is not None else x, high) if high is not None else max(x, low) for x in map(int, array.data)]
        assert [int(x) for x in made.data] == wanted, limits


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float32", "float64", "bool"])
@pytest.mark.parametrize("value", [0, 1, -1, 200, -200, 2**15, 2**31, -(2**31) - 1, 2**53 + 1, 2**63 - 1, 2**63, 2**64 - 1])
def test_clips_have_the_dtypes_of_numpy(dtype, value):
    """numpy 1's rule for an array with a Python integer."""
    array = np.array([0, 1, 1, 0]).astype(dtype)
    ending = "_u64" if value >= 2**63 else "_i64"
    made = sc.to_array(getattr(lib, f"image_clip{ending}")(sc.from_array(array), None, [value]))
    expected = np.ma.MaskedArray(array).clip(None, value)
    assert made.dtype == expected.dtype
    np.testing.assert_array_equal(made.data, expected.data)


@both
def test_masked_elements_count_as_any_integer(dtype, value):
    """By way of the image's own fill value, in all that takes one."""
    array, image = masked(dtype), sc.from_array(masked(dtype))
    getattr(lib, f"image_set_fill_value{form(value, dtype)}")(image, value)
    full = array.filled(value)
    for name in ("min", "max", "ptp"):
        with np.errstate(all="ignore"):
            assert int(sc.to_array(getattr(lib, f"image_{name}")(image, fill_mode=OWN))) == int(getattr(np, name)(full))
    for name in ("argmin", "argmax"):
        assert int(sc.to_array(getattr(lib, f"image_{name}")(image, fill_mode=OWN))) == int(getattr(np, name)(full))
    order = sc.to_array(lib.image_argsort(image, axis=[0], endwith=1, fill_mode=OWN)).data
    np.testing.assert_array_equal(order, np.argsort(full, kind="stable"))
    np.testing.assert_array_equal(sc.to_array(lib.image_sort(image, axis=[0], endwith=1, fill_mode=OWN)).data, array.data[order])
    nth = len(full) // 2
    parted = sc.to_array(lib.image_argpartition(image, kth=[nth], n_kth=1, axis=[0], endwith=1, fill_mode=OWN)).data
    assert full[parted[nth]] == np.sort(full)[nth]
    values, flags = np.zeros(array.shape, dtype), np.ones(array.size, np.uint8)
    lib.image_tolist(image, OWN, 0.0, sc.DTYPES[np.dtype(dtype)], values.ctypes.data, values.nbytes, mask=flags, mask_bytes=flags.size)
    np.testing.assert_array_equal(values, full)
    assert not flags.any()


@pytest.mark.parametrize("call, dtype", [
    (lambda i: lib.image_fill_u64(i, 2**63), "int64"),
    (lambda i: lib.image_fill_i64(i, -1), "uint64"),
    (lambda i: lib.image_itemset_u64(i, [0], 1, 2**63), "int64"),
    (lambda i: lib.image_filled_i64(i, -1), "uint64"),
    (lambda i: lib.image_filled_u64(i, 256), "uint8"),
    (lambda i: lib.image_set_fill_value_u64(i, 2**64 - 1), "int64"),
    (lambda i: lib.image_set_fill_value_i64(i, -1), "uint32"),
    (lambda i: lib.image_item_u64(i, [1], 1), "int64"),
    (lambda i: lib.image_fill_value_u64(negative(i)), "int64"),
])  # fmt: skip
def test_what_a_dtype_does_not_hold_is_named(call, dtype):
    image = sc.from_array(np.ma.MaskedArray(np.array([1, -5]).astype(dtype), [True, False]))
    before = sc.to_array(image)
    with pytest.raises(sc.StonerError, match="OUT_OF_RANGE.*(a value|256|-1|9223372036854775808|18446744073709551615)"):
        call(image)
    same(sc.to_array(image), before)


def negative(image):
    lib.image_set_fill_value_i64(image, -3)
    return image


def test_floats_have_no_integers():
    image = sc.from_array(np.array([1.5]))
    for call in (lib.image_fill_value_i64, lib.image_fill_value_u64, lambda i: lib.image_item_u64(i, [0], 1)):
        with pytest.raises(sc.StonerError, match="DTYPE"):
            call(image)
    with pytest.raises(sc.StonerError, match="INVALID_ARGUMENT.*`min` and `max`"):
        lib.image_clip_u64(image, None, None)


def test_integers_by_name_and_in_json():
    """Operations by their names take them from lists of steps, and write them there again."""
    array = masked("uint64")
    steps = '[{"operation": "filled_u64", "options": {"fill_value": 18446744073709551615}}, {"operation": "clip_u64", "options": {"min": 9007199254740993}}]'
    made = lib.image_apply_all(sc.from_array(array), steps)
    expected = array.filled(2**64 - 1).clip(np.uint64(2**53 + 1), None)
    same(sc.to_array(made), expected)
    again = lib.image_apply_all(sc.from_array(array), lib.image_metadata_get_string(made, "provenance"))
    same(sc.to_array(again), expected)


# Through the Python package.


@both
def test_python(dtype, value):
    array = masked(dtype)
    image = stoner.Image(array)
    same(image.filled(value).masked_array(), array.filled(value))
    image.fill_value = value
    array.fill_value = value
    assert image.fill_value == array.fill_value == value and image.fill_value.dtype == np.dtype(dtype)
    same(image.filled().masked_array(), array.filled())
    assert image.tobytes() == array.tobytes() and image.tobytes(value) == array.tobytes(value)
    assert image.tolist(value) == array.filled(value).tolist()
    assert image.masked_array().fill_value == value
    image.itemset(2, value)
    array.itemset(2, value)
    assert image.item(2) == array.item(2) == value
    for name in ("min", "max", "argmin", "argmax"):
        assert int(getattr(image, name)(fill_value=value)) == int(getattr(np, name)(array.filled(value)))
    np.testing.assert_array_equal(image.argsort(fill_value=value).data, np.argsort(array.filled(value), kind="stable"))
    image.fill(value)
    assert image.tolist(0)[0] == value and set(map(int, image.data)) == {value}


@pytest.mark.parametrize("dtype", KINDS)
def test_python_clips_like_numpy(dtype):
    array = masked(dtype)
    image = stoner.Image(array)
    for low, high in itertools.product([None, *KINDS[dtype][:9], 0], repeat=2):
        if low is None and high is None:
            continue
        with np.errstate(all="ignore"):
            same(image.clip(low, high).masked_array(), array.clip(low, high))


@both
def test_python_puts_compares_and_computes_like_numpy(dtype, value):
    array = masked(dtype)
    image = stoner.Image(array)
    number = np.dtype(dtype).type(value)
    for operation in (lambda a: a == number, lambda a: a < number, lambda a: a >= number, lambda a: a + number, lambda a: a - number, lambda a: a * number, lambda a: a // np.maximum(number, 1)):
        with np.errstate(all="ignore"):
            found, expected = operation(image).masked_array(), operation(array)
        # What numpy leaves under the mask depends on the way that a function takes.
        assert found.dtype == expected.dtype and np.array_equal(np.ma.getmaskarray(found), np.ma.getmaskarray(expected))
        assert np.array_equal(found.compressed(), expected.compressed())
    same(np.ma.masked_equal(image.masked_array(), value), np.ma.masked_equal(array, value))
    other = array.copy()
    image.put([1, 2], np.array([value, value], dtype))
    other.put([1, 2], np.array([value, value], dtype))
    same(image.masked_array(), other)
    image[0] = number
    assert int(image.data[0]) == value
    chosen = stoner.Image(np.array([0, 1, 0])).choose([array[:3], np.full(3, value, dtype)])
    same(chosen.masked_array(), np.ma.choose(np.array([0, 1, 0]), [array[:3], np.full(3, value, dtype)]))
    assert int(image.searchsorted(np.array([value], dtype)).data[0]) >= 0


@both
def test_metadata_keep_integers(dtype, value):
    if value >= 2**63:
        with pytest.raises(OverflowError, match=str(value)):
            stoner.Image(np.zeros((2, 2)), metadata={"number": value})
        image = stoner.Image(np.zeros((2, 2)), metadata={"array": np.array([value], dtype)})
        assert int(image.metadata["array"][0]) == value
        return
    image = stoner.Image(np.zeros((2, 2)), metadata={"number": value, "list": [value, 1], "array": np.array([value], dtype)})
    for made in (image.metadata["number"], image.metadata["list"][0], image.metadata["array"]):
        assert int(np.ravel(made)[0]) == value
