"""Arithmetic, comparison, logic and functions of images, against numpy.ma with the promotion of NEP 50."""

import operator

import arrays
import numpy as np
import pytest
import stoner_c as sc
from arrays import DTYPES, case, check, random_mask, random_shape, values
from stoner_c import CONSTANTS, lib

ma = np.ma


def numbers(prefix):
    return {name.removeprefix(prefix).lower(): value for name, value in CONSTANTS.items() if name.startswith(prefix)}


ARITHMETIC, COMPARISON = numbers("STONER_ARITHMETIC_"), numbers("STONER_COMPARISON_")
LOGIC, MATH = numbers("STONER_LOGIC_"), numbers("STONER_MATH_")
MA = {name: getattr(ma, "true_divide" if name == "divide" else name) for name in ARITHMETIC}
COMPARE = {
    "equal": operator.eq, "not_equal": operator.ne, "less": operator.lt,
    "less_equal": operator.le, "greater": operator.gt, "greater_equal": operator.ge,
}  # fmt: skip
DOMAIN = ("divide", "floor_divide", "remainder", "power")
FLOAT16 = np.dtype("f2")


@pytest.fixture(autouse=True)
def nep_50():
    before = np._get_promotion_state()
    np._set_promotion_state("weak")
    yield
    np._set_promotion_state(before)


def code(dtype):
    return sc.DTYPES[np.dtype(dtype)]


def tolerance(dtype):
    return {"f4": 3e-6, "c8": 3e-5, "f8": 1e-13, "c16": 1e-12}.get(np.dtype(dtype).str[1:], 0)


def masked(result):
    """A result with what is not finite masked."""
    data, mask = ma.getdata(result), ma.getmaskarray(result)
    with np.errstate(all="ignore"):
        return ma.MaskedArray(data, mask | ~np.isfinite(data))


def operands(rng, dtype_a, dtype_b, special=True):
    """Two cases whose shapes can be broadcast together."""
    shape = random_shape(rng)

    def reduced():
        kept = [1 if rng.random() < 0.25 else n for n in shape]
        return tuple(kept[int(rng.integers(0, len(kept) + 1)) if rng.random() < 0.3 else 0 :])

    shapes = [shape, reduced()] if rng.random() < 0.7 else [reduced(), reduced()]
    if rng.random() < 0.5:
        shapes.reverse()
    return [case(rng, [np.dtype(d)], shape=s, special=special) for d, s in zip((dtype_a, dtype_b), shapes)]


def expected_arithmetic(name, a, b):
    """numpy's values under numpy.ma's mask, or None where there are none. float16 is not among our dtypes: float32 stands for it.

    numpy.ma asks for the magnitude of a divisor, which the least integer does not have: it then masks what it should not, and the
    other way round. So the mask is made here, of what is not finite and of divisors that are 0.
    """
    mask = ma.getmaskarray(a) | np.zeros(np.shape(b), bool) | ma.getmaskarray(b)
    data_a, data_b = np.asarray(ma.getdata(a)), np.asarray(ma.getdata(b))
    if name == "power" and np.result_type(ma.getdata(a), ma.getdata(b)).kind in "iu":
        data_b = ma.filled(b, 0)
        if np.any(data_b < 0):
            return None
    if np.isscalar(a) or np.isscalar(b):
        data_a, data_b = (a if np.isscalar(a) else data_a), (b if np.isscalar(b) else data_b)
    ufunc = getattr(np, name)
    with np.errstate(all="ignore"):
        try:
            data = ufunc(data_a, data_b)
        except TypeError:
            return None
        if data.dtype == FLOAT16:
            data = ufunc(data_a, data_b, dtype="f4")
        if name in DOMAIN:
            mask = mask | ~np.isfinite(data)
        if name in ("divide", "floor_divide", "remainder"):
            mask = mask | (np.asarray(data_b) == 0)
    return ma.MaskedArray(data, mask)


@pytest.mark.parametrize("name", ARITHMETIC)
def test_every_pair_of_dtypes(name):
    rng = np.random.default_rng([arrays.SEED, ARITHMETIC[name]])
    compared = 0
    for dtype_a in DTYPES:
        for dtype_b in DTYPES:
            for _ in range(3):
                a, b = operands(rng, dtype_a, dtype_b)
                compared += compare_arithmetic(name, a, b)
    assert compared > 250


def compare_arithmetic(name, a, b):
    context = f"{name} of {a} and {b}"
    expected = expected_arithmetic(name, a.array, b.array)
    if expected is None:
        if a.array.size and b.array.size and (a.array.ndim or b.array.ndim):
            try:
                found = lib.image_arithmetic(a.image, ARITHMETIC[name], b.image)
            except sc.StonerError as error:
                assert error.name in ("DTYPE", "OUT_OF_RANGE"), context
            else:
                # A negative exponent that is masked in the other operand only.
                assert name == "power" and ma.getmaskarray(sc.to_array(found)).any(), context
        return False
    found = sc.to_array(lib.image_arithmetic(a.image, ARITHMETIC[name], b.image))
    if found.dtype.kind in "fc":
        agree_near_overflow(found, expected, context)
    check(found, expected, rtol=tolerance(expected.dtype), atol=tolerance(expected.dtype) * 1e-3, context=context)
    return True


def test_numpy_ma_itself():
    """The rule of the tests above is that of numpy.ma, where it does not fail."""
    rng = np.random.default_rng([arrays.SEED, 66])
    for name in ARITHMETIC:
        for dtype_a in DTYPES:
            for dtype_b in DTYPES:
                a, b = operands(rng, dtype_a, dtype_b, special=False)
                expected = expected_arithmetic(name, a.array, b.array)
                with np.errstate(all="ignore"):
                    try:
                        theirs = MA[name](a.array, b.array)
                    except (TypeError, ValueError):
                        continue
                if expected is None or theirs is ma.masked or theirs.dtype == FLOAT16:
                    continue
                check(np.ma.asarray(theirs), expected, rtol=tolerance(expected.dtype), context=f"{name} of {a} and {b}")


def agree_near_overflow(found, expected, context):
    """numpy.ma masks quotients within a factor of the greatest number too, and complex products and powers overflow in one part or in
    both, as the algorithm has it: there the expected element takes our mask where ours is huge or not finite."""
    if found.shape != expected.shape:
        return
    huge = np.finfo(found.dtype).max / 16
    with np.errstate(all="ignore"):
        f, e = ma.getdata(found), ma.getdata(expected)
        odd = (np.abs(f) > huge) | (np.abs(e) > huge) if found.dtype.kind == "f" else ~(np.abs(f) < huge) | ~(np.abs(e) < huge)
    differ = odd & (ma.getmaskarray(found) != ma.getmaskarray(expected))
    expected[differ], found[differ] = ma.masked, ma.masked
    if found.dtype.kind == "c":
        expected[odd & ~ma.getmaskarray(expected)] = 0
        found[odd & ~ma.getmaskarray(found)] = 0


def test_numbers_on_either_side():
    rng = np.random.default_rng([arrays.SEED, 77])
    for name in ARITHMETIC:
        for dtype in DTYPES:
            for value in (2.0, -3.0, 0.5, 0.0, 1e-3):
                for swapped in (False, True):
                    a = case(rng, [dtype])
                    one, other = (value, a.array) if swapped else (a.array, value)
                    expected = expected_arithmetic(name, one, other) if a.array.ndim else None
                    if expected is None or expected.dtype.kind in "iu":
                        continue
                    if expected.dtype == FLOAT16:
                        continue
                    found = sc.to_array(lib.image_arithmetic_scalar(a.image, ARITHMETIC[name], value, swapped))
                    context = f"{name} of {a} and {value}, swapped {swapped}"
                    if name in ("power",) or found.dtype.kind == "c":
                        agree_near_overflow(found, expected, context)
                    check(found, expected, rtol=tolerance(found.dtype), atol=tolerance(found.dtype) * 1e-3, context=context)


@pytest.mark.parametrize("name", COMPARISON)
def test_comparisons(name):
    rng = np.random.default_rng([arrays.SEED, 100 + COMPARISON[name]])
    for dtype_a in DTYPES:
        for dtype_b in DTYPES:
            for _ in range(2):
                a, b = operands(rng, dtype_a, dtype_b)
                context = f"{a} {name} {b}"
                data = COMPARE[name](ma.getdata(a.array), ma.getdata(b.array))
                mask = ma.getmaskarray(a.array) | ma.getmaskarray(b.array)
                if {dtype_a.kind, dtype_b.kind} == {"i", "u"}:
                    # numpy 1.26 goes through float64 for some of them.
                    data = COMPARE[name](ma.getdata(a.array).astype(object), ma.getdata(b.array).astype(object)).astype(bool)
                check(lib.image_compare(a.image, COMPARISON[name], b.image), ma.MaskedArray(data, mask), context=context)
        a = case(rng, [dtype_a])
        for value in (1.0, -2.5, 0.1):
            data = np.asarray(COMPARE[name](ma.getdata(a.array), value))
            check(lib.image_compare_scalar(a.image, COMPARISON[name], value), ma.MaskedArray(data, ma.getmaskarray(a.array)), context=f"{a} {name} {value}")


def test_integers_of_64_bits_are_compared_exactly():
    large = np.array([2**53 + 1, 2**63 + 1, 2**64 - 1, 0], "u8")
    signed = np.array([2**53, 2**63 - 1, -1, -(2**63)], "i8")
    for name, compare in COMPARE.items():
        expected = np.array([compare(int(x), int(y)) for x, y in zip(large, signed)])
        check(lib.image_compare(sc.from_array(large), COMPARISON[name], sc.from_array(signed)), expected)
        expected = np.array([compare(int(y), int(x)) for x, y in zip(large, signed)])
        check(lib.image_compare(sc.from_array(signed), COMPARISON[name], sc.from_array(large)), expected)


def test_numbers_beyond_single_precision_are_compared():
    image = sc.from_array(np.array([1.0, np.inf, -np.inf], "f4"))
    check(lib.image_compare_scalar(image, COMPARISON["less"], 1e300), np.array([True, False, True]))
    check(lib.image_compare_scalar(image, COMPARISON["equal"], 1e300), np.array([False, False, False]))
    check(lib.image_compare_scalar(image, COMPARISON["equal"], np.inf), np.array([False, True, False]))


def test_logic():
    rng = np.random.default_rng([arrays.SEED, 200])
    for name in ("and", "or", "xor"):
        for dtype_a in DTYPES:
            for dtype_b in DTYPES:
                a, b = operands(rng, dtype_a, dtype_b)
                data = getattr(np, f"logical_{name}")(ma.getdata(a.array), ma.getdata(b.array))
                mask = ma.getmaskarray(a.array) | ma.getmaskarray(b.array)
                check(lib.image_logic(a.image, LOGIC[name], b.image), ma.MaskedArray(data, mask), context=f"{a} {name} {b}")
    for dtype in DTYPES:
        a = case(rng, [dtype])
        check(lib.image_logic(a.image, LOGIC["not"], None), ma.MaskedArray(np.logical_not(ma.getdata(a.array)), ma.getmaskarray(a.array)))


#: Functions that numpy.ma masks where they do not exist, or that have no form in it; there and there alone ours masks.
MASKING = ("sqrt", "reciprocal", "log", "log1p", "log2", "log10", "tan", "arcsin", "arccos")


def expected_function(name, data):
    """numpy's, with the dtypes that we have and numpy 2's meanings; None where there is none."""
    if data.dtype.kind in "biu" and name in ("floor", "ceil", "trunc") or data.dtype.kind == "b" and name == "absolute":
        return data
    if data.dtype.kind == "c" and name in ("sign", "floor", "ceil", "trunc", "expm1", "log1p", "arcsin", "arccos", "arctan"):
        return None
    if data.dtype.kind in "biu" and name == "reciprocal":
        data = data.astype("f8")
    with np.errstate(all="ignore"):
        try:
            result = getattr(np, name)(data)
        except TypeError:
            return None
        return getattr(np, name)(data.astype("f4")) if result.dtype == FLOAT16 else result


@pytest.mark.parametrize("name", MATH)
def test_functions(name):
    rng = np.random.default_rng([arrays.SEED, 300 + MATH[name]])
    for dtype in DTYPES:
        for i in range(12):
            a = case(rng, [dtype], special=i % 3 > 0 or np.dtype(dtype).kind not in "fc")
            expected = expected_function(name, ma.getdata(a.array))
            if expected is None:
                with pytest.raises(sc.StonerError) as error:
                    lib.image_math(a.image, MATH[name])
                assert error.value.name == "DTYPE"
                continue
            expected = ma.MaskedArray(expected, ma.getmaskarray(a.array))
            if name in MASKING:
                expected = masked(expected)
            found = sc.to_array(lib.image_math(a.image, MATH[name]))
            if found.dtype.kind in "fc":
                agree_near_overflow(found, expected, name)
            rtol = tolerance(found.dtype) * (10 if name in ("sin", "cos", "tan") else 1)
            check(found, expected, rtol=rtol, atol=rtol, context=f"{name} of {a}")


def test_where():
    rng = np.random.default_rng([arrays.SEED, 400])
    for dtype_a in DTYPES:
        for dtype_b in DTYPES:
            a, b = operands(rng, dtype_a, dtype_b)
            both = np.broadcast_shapes(a.array.shape, b.array.shape)
            condition = case(rng, DTYPES, shape=both if rng.random() < 0.7 else both[1:])
            data = np.where(ma.getdata(condition.array), ma.getdata(a.array), ma.getdata(b.array))
            mask = np.where(ma.getdata(condition.array), ma.getmaskarray(a.array), ma.getmaskarray(b.array)) | ma.getmaskarray(condition.array)
            check(lib.image_where(condition.image, a.image, b.image), ma.MaskedArray(data, mask), context=f"{condition} ? {a} : {b}")


@pytest.mark.parametrize("shape", [(3, 70_001), (257, 513), (5, 300, 200)])
def test_large_images_are_computed_in_pieces_on_several_threads(shape):
    rng = np.random.default_rng(shape)
    a, b = (values(rng, shape, d, special=False) for d in ("u2", "f4"))
    mask = rng.random(shape) < 0.2
    for turned in (False, True):
        one, other = ma.MaskedArray(a, mask), b
        image, divisor = sc.from_array(one), sc.from_array(other)
        if turned:
            one, other = one[..., ::-1], other[..., ::-1]
            flip = lambda x: lib.image_flip_h(x)  # noqa: E731
            image, divisor = flip(image), flip(divisor)
        check(lib.image_arithmetic(image, ARITHMETIC["divide"], divisor), expected_arithmetic("divide", one, other))
        frame = one[0] if len(shape) == 3 else one[:1]
        check(
            lib.image_arithmetic(image, ARITHMETIC["subtract"], sc.from_array(frame)),
            expected_arithmetic("subtract", one, frame),
        )


def test_integers_that_wrap_are_told():
    counts, background = np.array([[5, 10], [7, 3]], "u2"), np.array([[6, 4], [9, 9]], "u2")
    a, b = sc.from_array(ma.MaskedArray(counts, [[0, 0], [0, 1]])), sc.from_array(background)
    lib.context_clear_warnings()
    wrapped = lib.image_arithmetic(a, ARITHMETIC["subtract"], b)
    check(wrapped, ma.MaskedArray(counts - background, [[0, 0], [0, 1]]))
    assert lib.context_warning_code(0) == CONSTANTS["STONER_WARNING_OVERFLOW"]
    assert "2 of 4 elements do not fit uint16" in lib.context_warning(0)
    lib.context_clear_warnings()
    for dtype in ("i4", "f4", "f8"):
        found = lib.image_arithmetic(a, ARITHMETIC["subtract"], b, code(dtype))
        check(found, ma.MaskedArray(counts.astype(dtype) - background.astype(dtype), [[0, 0], [0, 1]]))
    assert lib.context_warning_count()[0] == 0


@pytest.mark.parametrize(
    "name, dtype, a, b, wraps",
    [
        ("add", "u1", [250, 250, 0], [5, 6, 0], 1), ("add", "i1", [100, -100, 1], [28, -29, 1], 2), ("multiply", "i8", [2**62, 3], [2, 3], 1),
        ("multiply", "u8", [2**32, 2**32 - 1], [2**32, 2**32 + 1], 1), ("power", "u1", [2, 2, 16], [7, 8, 2], 2),
        ("floor_divide", "i2", [-(2**15), 7], [-1, 2], 1), ("subtract", "u4", [1, 0], [1, 1], 1), ("multiply", "i2", [256, 181], [128, 181], 1),
    ],
)  # fmt: skip
def test_the_number_of_wraps(name, dtype, a, b, wraps):
    lib.context_clear_warnings()
    a, b = np.array(a, dtype), np.array(b, dtype)
    with np.errstate(all="ignore"):
        check(lib.image_arithmetic(sc.from_array(a), ARITHMETIC[name], sc.from_array(b)), getattr(np, name)(a, b))
    assert lib.context_warning(0).startswith(f"{name}: {wraps} of {a.size} elements do not fit {a.dtype}")


def test_functions_that_wrap_are_told():
    for name, dtype, data, wraps in [("negative", "u1", [0, 1, 2], 2), ("absolute", "i1", [-128, 5], 1), ("square", "u1", [15, 16], 1), ("negative", "i2", [-(2**15), 3], 1)]:
        lib.context_clear_warnings()
        data = np.array(data, dtype)
        check(lib.image_math(sc.from_array(data), MATH[name]), getattr(np, name)(data))
        assert f"{wraps} of {data.size} elements do not fit {data.dtype}" in lib.context_warning(0)


def test_the_dtype_that_is_asked_for():
    rng = np.random.default_rng([arrays.SEED, 500])
    for name in ("add", "divide", "power", "minimum"):
        for own in DTYPES:
            for dtype in DTYPES:
                a, b = (case(rng, [own], shape=(3, 4), special=False) for _ in range(2))
                if name == "power":
                    b = case(rng, [np.dtype("u1")], shape=(3, 4), special=False)
                with np.errstate(all="ignore"):
                    try:
                        data = getattr(np, name)(ma.getdata(a.array), ma.getdata(b.array), dtype=dtype, casting="same_kind")
                        if data.dtype != dtype:
                            raise TypeError
                    except TypeError:
                        data = None
                if data is None:
                    with pytest.raises(sc.StonerError) as error:
                        lib.image_arithmetic(a.image, ARITHMETIC[name], b.image, code(dtype))
                    assert error.value.name == "DTYPE"
                    continue
                mask = ma.getmaskarray(a.array) | ma.getmaskarray(b.array)
                expected = ma.MaskedArray(data, mask)
                found = sc.to_array(lib.image_arithmetic(a.image, ARITHMETIC[name], b.image, code(dtype)))
                if name in DOMAIN:
                    expected = masked(expected)
                if found.dtype.kind in "fc":
                    agree_near_overflow(found, expected, name)
                check(found, expected, rtol=tolerance(dtype), atol=tolerance(dtype), context=f"{name} {own} {dtype}")


def test_bad_arguments():
    image, row = sc.from_array(np.ones((3, 4), "i2")), sc.from_array(np.ones(3, "i2"))
    for call, status in [
        (lambda: lib.image_arithmetic(image, 0, image), "INVALID_ARGUMENT"),
        (lambda: lib.image_arithmetic(image, 12, image), "INVALID_ARGUMENT"),
        (lambda: lib.image_arithmetic(image, 1, row), "SHAPE"),
        (lambda: lib.image_arithmetic(image, 1, image, 99), "INVALID_ARGUMENT"),
        (lambda: lib.image_arithmetic_scalar(image, 1, 1e300, False, code("f4")), "OUT_OF_RANGE"),
        (lambda: lib.image_arithmetic_scalar(image, 1, 0.5, False, code("i4")), "OUT_OF_RANGE"),
        (lambda: lib.image_arithmetic_scalar(image, 7, -1.0, False, code("i4")), "OUT_OF_RANGE"),
        (lambda: lib.image_arithmetic_scalar(image, 1, 0.5, 2), "INVALID_ARGUMENT"),
        (lambda: lib.image_compare(image, 7, image), "INVALID_ARGUMENT"),
        (lambda: lib.image_compare(image, 3, row), "SHAPE"),
        (lambda: lib.image_logic(image, 4, image), "INVALID_ARGUMENT"),
        (lambda: lib.image_logic(image, 1, None), "NULL_POINTER"),
        (lambda: lib.image_math(image, 25), "INVALID_ARGUMENT"),
        (lambda: lib.image_where(row, image, image), "SHAPE"),
    ]:
        with pytest.raises(sc.StonerError) as error:
            call()
        assert error.value.name == status, error.value


def test_shapes_that_make_far_more_of_little_are_refused():
    row, column = sc.from_array(np.ones((1, 20_000), "u1")), sc.from_array(np.ones((20_000, 1), "u1"))
    with pytest.raises(sc.StonerError) as error:
        lib.image_arithmetic(row, ARITHMETIC["add"], column)
    assert error.value.name == "INVALID_ARGUMENT" and "repeated" in error.value.message


def test_what_belongs_to_the_pixels_stays():
    image = sc.from_array(ma.MaskedArray(np.arange(12.0).reshape(3, 4), np.arange(12).reshape(3, 4) == 5))
    lib.image_set_title(image, "scan")
    lib.image_set_plane(image, "beam current", sc.from_array(np.full((3, 4), 400.0)), "mA")
    sc.set_f64(image, "energy", 778.0)
    for made in (
        lib.image_arithmetic(image, ARITHMETIC["multiply"], image),
        lib.image_arithmetic_scalar(image, ARITHMETIC["divide"], 1.0, True),
        lib.image_compare_scalar(image, COMPARISON["greater"], 3.0),
        lib.image_math(image, MATH["sqrt"]),
        lib.image_logic(image, LOGIC["not"], None),
        lib.image_where(lib.image_compare_scalar(image, COMPARISON["greater"], 3.0), image, image),
    ):
        assert lib.image_title(made) == "scan" and lib.image_plane_count(made) == 1
        assert lib.image_metadata_get_f64(made, "energy") == 778.0
    assert ma.getmaskarray(sc.to_array(image)).sum() == 1


def fresh(array):
    return sc.from_array(array)


@pytest.mark.parametrize("name", ARITHMETIC)
def test_into_gives_what_the_others_give(name):
    """Every combination of operands and target: another image, the first, the second, both; memory that fits and that does not."""
    rng = np.random.default_rng([arrays.SEED, 600 + ARITHMETIC[name]])
    number = ARITHMETIC[name]
    for _ in range(60):
        a, b = operands(rng, *(DTYPES[int(i)] for i in rng.integers(0, len(DTYPES), 2)))
        target = case(rng)
        for which in ("other", "a", "b", "both"):
            one, two = (a.image, a.image) if which == "both" else (a.image, b.image)
            mine = {"other": target.image, "a": a.image, "b": b.image, "both": a.image}[which]
            try:
                expected = sc.to_array(lib.image_arithmetic(one, number, two))
            except sc.StonerError as error:
                before = sc.to_array(mine)
                with pytest.raises(sc.StonerError) as other:
                    lib.image_arithmetic_into(one, number, two, 0, mine)
                assert other.value.name == error.name
                check(mine, before, context=f"{name}: the target after an error")
                continue
            own = lib.image_clone(mine)
            kept, target_is = sc.to_array(own), sc.to_array(lib.image_clone(mine))
            # The copy shares the memory, so the target has to take other.
            one, two = ((own if x is mine else x) for x in (one, two)) if rng.random() < 0.5 else (one, two)
            lib.image_arithmetic_into(one, number, two, 0, mine)
            check(mine, expected, context=f"{name} of {a} and {b} into {which}")
            check(own, kept)
            # Back, alone now.
            lib.image_assign(mine, own)
            del own, target_is


def test_into_the_callers_memory():
    rng = np.random.default_rng([arrays.SEED, 700])
    for name in ARITHMETIC:
        for dtype_a in DTYPES:
            a, b = operands(rng, dtype_a, DTYPES[int(rng.integers(len(DTYPES)))])
            try:
                expected = sc.to_array(lib.image_arithmetic(a.image, ARITHMETIC[name], b.image))
            except sc.StonerError:
                continue
            shape, dtype = expected.shape, expected.dtype
            for order in "CFR":
                out = np.zeros(shape, dtype, order="C" if order == "R" else order)
                strides = None if order == "C" else list(out.strides)
                if order == "R" and shape:
                    out = np.zeros((*shape[:-1], shape[-1] * 3), dtype)[..., ::3]
                    strides = list(out.strides)
                mask = np.full(shape, 9, "u1")
                room = int(sum((n - 1) * abs(s) for n, s in zip(shape, out.strides)) + dtype.itemsize) if out.size else 0
                lib.image_arithmetic_read(
                    a.image, ARITHMETIC[name], b.image, 0, strides, out.ctypes.data, room, mask=mask, mask_bytes=mask.size
                )
                check(np.ma.MaskedArray(out, mask.astype(bool)), expected, context=f"{name} of {a} and {b}, {order}")


@pytest.mark.parametrize("name", MATH)
def test_functions_into(name):
    rng = np.random.default_rng([arrays.SEED, 800 + MATH[name]])
    for _ in range(60):
        a, target = case(rng), case(rng)
        try:
            expected = sc.to_array(lib.image_math(a.image, MATH[name]))
        except sc.StonerError:
            continue
        for mine in (target.image, a.image):
            lib.image_math_into(a.image, MATH[name], 0, mine)
            check(mine, expected, context=f"{name} of {a}")


def test_a_loop_needs_no_new_memory():
    """The pixels stay where they are from the first result on, masks too."""
    rng = np.random.default_rng(5)
    frame, dark = (rng.integers(0, 1000, (512, 300)).astype("u2") for _ in range(2))
    frame[3, 4] = dark[3, 4] = 0
    for masked_frame in (frame, ma.MaskedArray(frame, frame > 990)):
        a, b = sc.from_array(masked_frame), sc.from_array(dark)
        target = sc.from_array(np.zeros((1, 1)))

        def step():
            lib.image_arithmetic_into(a, ARITHMETIC["subtract"], b, code("f4"), target)
            lib.image_arithmetic_into(target, ARITHMETIC["divide"], b, 0, target)
            lib.image_arithmetic_scalar_into(target, ARITHMETIC["multiply"], 3.0, False, 0, target)
            lib.image_math_into(target, MATH["absolute"], 0, target)

        step()
        place = list(lib.image_ids(target))
        for _ in range(5):
            step()
            assert list(lib.image_ids(target)) == place
        with np.errstate(all="ignore"):
            data = np.abs((frame.astype("f4") - dark) / dark.astype("f4") * np.float32(3))
        expected = ma.MaskedArray(data, ma.getmaskarray(masked_frame) | (dark == 0))
        check(target, expected, rtol=1e-6)
