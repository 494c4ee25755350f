"""Integers that no double holds, against numpy.ma and Python's own integers: values around 2^53, 2^63 and 2^64, through C and through
the Python package."""

import itertools

import numpy as np
import pytest
import stoner_c as sc
from stoner_c import CONSTANTS, lib

stoner = pytest.importorskip("stoner")

OWN, I64, U64 = (CONSTANTS[f"STONER_{name}"] for name in ("FILL_OWN", "I64", "U64"))
EDGES = [2**53 - 1, 2**53, 2**53 + 1, 2**62 + 1, 2**63 - 1]
SIGNED = [*EDGES, *(-edge for edge in EDGES), -(2**63), 0, 7]
UNSIGNED = [*EDGES, 2**63, 2**63 + 1, 2**64 - 2, 2**64 - 1, 0, 7]
KINDS = {"int64": SIGNED, "uint64": UNSIGNED}
BOTH = [(dtype, value) for dtype, values in KINDS.items() for value in values]
both = pytest.mark.parametrize("dtype, value", BOTH, ids=str)


def masked(dtype):
    values = np.array(KINDS[dtype], dtype)
    return np.ma.MaskedArray(values, np.arange(values.size) % 3 == 1)


def same(found, expected):
    assert found.dtype == expected.dtype
    np.testing.assert_array_equal(np.ma.getdata(found), np.ma.getdata(expected))
    np.testing.assert_array_equal(np.ma.getmaskarray(found), np.ma.getmaskarray(expected))


# Through C.


@both
def test_filled(dtype, value):
    array = masked(dtype)
    made = sc.to_array(lib.image_filled_as(sc.from_array(array), value))
    same(made, array.filled(value))
    assert int(made[1]) == value


@both
def test_fill_values(dtype, value):
    array, image = masked(dtype), sc.from_array(masked(dtype))
    lib.image_set_fill_value_as(image, value)
    assert lib.image_fill_value_as(image) == value
    array.fill_value = value
    for mode in (0, OWN):
        same(sc.to_array(lib.image_filled(image, mode)), array.filled())
        assert bytes(lib.image_tobytes(image, mode, 0.0)) == array.tobytes()
    # It travels with the image.
    assert lib.image_fill_value_as(lib.image_clone(image), dtype=sc.DTYPES[np.dtype(dtype)]) == value


@both
def test_fill_and_itemset_and_item(dtype, value):
    image = sc.from_array(masked(dtype))
    lib.image_itemset_as(image, [2], 1, value)
    found, hidden = lib.image_item_as(image, [2], 1)
    assert (found, hidden) == (value, 0)
    lib.image_fill_as(image, value)
    assert [int(each) for each in sc.to_array(image).data] == [value] * len(KINDS[dtype])


@pytest.mark.parametrize("dtype", KINDS)
def test_clip(dtype):
    array = masked(dtype)
    image = sc.from_array(array)
    for low, high in itertools.product([None, *KINDS[dtype]], repeat=2):
        if low is None and high is None:
            continue
        limits = [limit for limit in (low, high) if limit is not None]
        made = sc.to_array(lib.image_clip_as(image, low, high))
        with np.errstate(all="ignore"):
            same(made, array.clip(*(None if limit is None else np.array(limit, dtype) for limit in (low, high))))
        wanted = [min(max(x, low) if low is not None else x, high) if high is not None else max(x, low) for x in map(int, array.data)]
        assert [int(x) for x in made.data] == wanted, limits


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float32", "float64", "bool"])
@pytest.mark.parametrize("value", [0, 1, -1, 200, -200, 2**15, 2**31, -(2**31) - 1, 2**53 + 1, 2**63 - 1, 2**63, 2**64 - 1])
def test_clips_have_the_dtypes_of_numpy(dtype, value):
    """numpy 1's rule for an array with a Python integer."""
    array = np.array([0, 1, 1, 0]).astype(dtype)
    made = sc.to_array(lib.image_clip_as(sc.from_array(array), None, value))
    expected = np.ma.MaskedArray(array).clip(None, value)
    assert made.dtype == expected.dtype
    np.testing.assert_array_equal(made.data, expected.data)


@both
def test_masked_elements_count_as_any_integer(dtype, value):
    """By way of the image's own fill value, in all that takes one."""
    array, image = masked(dtype), sc.from_array(masked(dtype))
    lib.image_set_fill_value_as(image, value)
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
    (lambda i: lib.image_fill_as(i, 2**63), "int64"),
    (lambda i: lib.image_fill_as(i, -1), "uint64"),
    (lambda i: lib.image_itemset_as(i, [0], 1, 2**63), "int64"),
    (lambda i: lib.image_filled_as(i, -1), "uint64"),
    (lambda i: lib.image_filled_as(i, 256), "uint8"),
    (lambda i: lib.image_set_fill_value_as(i, 2**64 - 1), "int64"),
    (lambda i: lib.image_set_fill_value_as(i, -1), "uint32"),
    (lambda i: lib.image_item_as(i, [1], 1, dtype=U64), "int64"),
    (lambda i: lib.image_fill_value_as(negative(i), dtype=U64), "int64"),
])  # fmt: skip
def test_what_a_dtype_does_not_hold_is_named(call, dtype):
    image = sc.from_array(np.ma.MaskedArray(np.array([1, -5]).astype(dtype), [True, False]))
    before = sc.to_array(image)
    with pytest.raises(sc.StonerError, match="OUT_OF_RANGE.*(a value|256|-1|9223372036854775808|18446744073709551615)"):
        call(image)
    same(sc.to_array(image), before)


def negative(image):
    lib.image_set_fill_value_as(image, -3)
    return image


def test_floats_have_no_integers():
    image = sc.from_array(np.array([1.5]))
    for dtype in (I64, U64, CONSTANTS["STONER_BOOL"]):
        for call in (lib.image_fill_value_as, lambda i, dtype: lib.image_item_as(i, [0], 1, dtype=dtype)):
            with pytest.raises(sc.StonerError, match="DTYPE"):
                call(image, dtype=dtype)
    with pytest.raises(sc.StonerError, match="INVALID_ARGUMENT.*`min` and `max`"):
        lib.image_clip_as(image, None, None)


def holds(dtype, value):
    low, high = (0, 1) if dtype.kind == "b" else (np.iinfo(dtype).min, np.iinfo(dtype).max)
    return low <= value <= high


@pytest.mark.parametrize("dtype", sc.DTYPES, ids=str)
@pytest.mark.parametrize("wanted", sc.DTYPES, ids=str)
def test_an_element_as_any_dtype(dtype, wanted):
    """Integers are checked, floats are rounded as numpy rounds them; what is lost altogether is an error."""
    for value in (0, 1, 3, 200, 2**53 + 1) if dtype.kind in "biu" else (0.0, 1.0, 1 / 3, -2.5, np.nan, np.inf):
        array = np.array([value]).astype(dtype)
        image, loses = sc.from_array(array), "biufc".index(dtype.kind) > 2 and wanted.kind in "biu" or dtype.kind == "c" and wanted.kind != "c"
        lib.image_set_fill_value_as(image, array[0])
        for call in (lambda: lib.image_item_as(image, [0], 1, dtype=sc.DTYPES[wanted])[0], lambda: lib.image_fill_value_as(image, dtype=sc.DTYPES[wanted])):
            if loses:
                with pytest.raises(sc.StonerError, match="DTYPE"):
                    call()
            elif wanted.kind in "biu" and not holds(wanted, int(array[0])):
                with pytest.raises(sc.StonerError, match="OUT_OF_RANGE"):
                    call()
            else:
                np.testing.assert_array_equal(np.array(call(), wanted), array.astype(wanted)[0])


@pytest.mark.parametrize("dtype", sc.DTYPES, ids=str)
def test_a_dtype_that_there_is_not(dtype):
    image = sc.from_array(np.zeros(2, dtype))
    for code in (-1, 14, 99):
        for call in (
            lambda: lib.image_item_as(image, [0], 1, dtype=code), lambda: lib.image_itemset_as(image, [0], 1, 1, dtype=code), lambda: lib.image_fill_as(image, 1, dtype=code),
            lambda: lib.image_fill_value_as(image, dtype=code), lambda: lib.image_set_fill_value_as(image, 1, dtype=code), lambda: lib.image_filled_as(image, 1, dtype=code),
            lambda: lib.image_clip_as(image, 0, 1, min_dtype=code), lambda: lib.image_clip_as(image, 0, 1, max_dtype=code),
            lambda: lib.image_draw_line(sc.from_array(np.zeros((2, 2), dtype)), 0, 0, 1, 1, dtype=code),
        ):  # fmt: skip
            with pytest.raises(sc.StonerError, match=r"INVALID_ARGUMENT.*dtype` is .*allowed: 0 \(default\) or STONER_BOOL \(1\) to STONER_C128 \(13\)"):
                call()


@both
def test_what_is_drawn_is_exact(dtype, value):
    """On an integer image every integer; also where the number comes in another dtype, or by name."""
    image, expected = sc.from_array(np.zeros((3, 4), dtype)), np.zeros((3, 4), dtype)
    lib.image_draw_line(image, 1, 0, 1, 2, value=value)
    expected[:, 1] = value
    same(sc.to_array(image), np.ma.MaskedArray(expected))
    steps = f'[{{"operation": "draw_line", "options": {{"x0": 1, "y0": 0, "x1": 1, "y1": 2, "value": {value}}}}}]'
    same(sc.to_array(lib.image_apply_all(sc.from_array(np.zeros((3, 4), dtype)), steps)), np.ma.MaskedArray(expected))
    made = stoner.Image(np.zeros((3, 4), dtype))
    made.draw.line(1, 0, 1, 2, value=value)
    np.testing.assert_array_equal(made.to_numpy(), expected)


def test_what_is_drawn_of_other_dtypes():
    """An integer that does not fit becomes the nearest that does; a complex number needs a complex image."""
    for dtype, value, wanted in [("uint8", 300, 255), ("int8", -300, -128), ("uint64", -1, 0), ("int64", 2**64 - 1, 2**63 - 1), ("bool", 5, True), ("float32", 2**24 + 1, 2.0**24)]:
        image = sc.from_array(np.zeros((1, 1), dtype))
        lib.image_draw_line(image, 0, 0, 0, 0, value=value)
        assert sc.to_array(image).data[0, 0] == wanted, dtype
    image = sc.from_array(np.zeros((1, 1), "complex128"))
    lib.image_draw_line(image, 0, 0, 0, 0, value=1 - 2j)
    assert sc.to_array(image).data[0, 0] == 1 - 2j
    lib.image_draw_line(image, 0, 0, 0, 0, target=1, value=2j)
    assert sc.to_array(image).mask[0, 0]
    with pytest.raises(sc.StonerError, match="DTYPE.*`value` is complex; an image of float64 holds real numbers"):
        lib.image_draw_line(sc.from_array(np.zeros((1, 1))), 0, 0, 0, 0, value=1j)


def test_complex_numbers_by_name():
    made = lib.image_apply_all(sc.from_array(np.zeros(2, "complex128")), '[{"operation": "fill", "options": {"value": [1.5, -2]}}]')
    np.testing.assert_array_equal(sc.to_array(made).data, [1.5 - 2j] * 2)
    again = lib.image_apply_all(sc.from_array(np.zeros(2, "complex128")), lib.image_metadata_get_string(made, "provenance"))
    np.testing.assert_array_equal(sc.to_array(again).data, [1.5 - 2j] * 2)


def test_integers_by_name_and_in_json():
    """Operations by their names take them from lists of steps, and write them there again."""
    array = masked("uint64")
    steps = '[{"operation": "filled", "options": {"fill_value": 18446744073709551615}}, {"operation": "clip", "options": {"min": 9007199254740993}}]'
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
