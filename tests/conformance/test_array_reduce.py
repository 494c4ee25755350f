"""Reductions and scans of the array against numpy.ma: the examples of the original's text, random arrays, and truth.

numpy adds and multiplies floats in other orders, and `float32` in `float32`; the comparison is with numpy in `float64`, to the
rounding of a sum of magnitudes. Where numpy.ma and we differ, docs/differences.md says so and a test here is against the definition.
"""

import math
import warnings

import numpy as np
import pytest
import stoner_c as sc
from arrays import DTYPES, arrays, cases, check, close, same, same_error, to_masked
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stoner._generated.c import CONSTANTS

lib = sc.lib
NONE = None
FILL = CONSTANTS["STONER_FILL_VALUE"]
pytestmark = pytest.mark.usefixtures("no_warnings")


def code(dtype):
    return 0 if dtype is None else sc.DTYPES[np.dtype(dtype)]


def image_of(array):
    return sc.from_array(np.ma.asanyarray(array))


def over(function, image, axis, *rest, keepdims=False, **named):
    axes = [] if axis is None else [axis] if np.isscalar(axis) else list(axis)
    return function(image, axes, len(axes), *rest, keepdims=int(keepdims), **named)


def wide(array):
    """float32 as float64, complex64 as complex128."""
    return array.astype({"f": "f8", "c": "c16"}.get(array.dtype.kind, array.dtype))


def some_axes(rng, ndim):
    if ndim == 0 or rng.random() < 0.3:
        return None
    axes = [int(a) for a in rng.permutation(ndim)[: rng.integers(1, ndim + 1)]]
    axes = tuple(a - ndim if rng.random() < 0.3 else a for a in axes)
    return axes[0] if len(axes) == 1 else axes


def sum_tolerance(array, axis, keepdims, eps):
    """The error that a sum may have: eps of the sum of magnitudes, for each element of the result."""
    if array.dtype.kind not in "fc":
        return 0.0
    finite = np.where(np.isfinite(np.ma.getdata(array)), np.abs(np.ma.getdata(wide(array))), 0)
    return eps * finite.sum(axis=axis, keepdims=keepdims)


def near(ours, theirs, tolerance, rtol=0.0, context=""):
    """`check` with a tolerance of its own for each element."""
    ours, theirs = to_masked(ours), np.ma.asanyarray(theirs if theirs is not np.ma.masked else np.ma.MaskedArray(0.0, True))
    check(ours, np.ma.MaskedArray(np.ma.getdata(ours), np.ma.getmaskarray(theirs)), context=context)
    if theirs.dtype.kind in "biu":
        check(ours, theirs, context=context)
        return
    mask = np.ma.getmaskarray(theirs)
    a, b = np.ma.getdata(ours)[~mask], np.ma.getdata(theirs)[~mask]
    limit = np.broadcast_to(tolerance, mask.shape)[~mask] + rtol * np.where(np.isfinite(b), np.abs(b), 0)
    if a.dtype.kind == "c":
        # Division makes both parts of numpy's NaN.
        infinite = ~np.isfinite(a) & ~np.isfinite(b)
        a, b, limit = a[~infinite], b[~infinite], limit[~infinite]
    for x, y in ((a.real, b.real), (a.imag, b.imag)):
        good = (np.abs(x - y) <= limit) | (x == y) | (np.isnan(x) & np.isnan(y))
        assert good.all(), f"{context}\n{ours!r}\n{theirs!r}\n{x - y}\n{limit}"


def is_result_dtype(image, expected, context=""):
    assert sc.dtype(image) == np.dtype(expected), context


# The examples of the original's text.


class TestExamples:
    def test_all_any(self):
        assert lib.image_all_value(image_of([1, 2, 3])) == (1.0, 0)
        value, masked = lib.image_all_value(image_of(np.ma.array([1, 2, 3], mask=True)))
        assert math.isnan(value) and masked == 1
        assert lib.image_any_value(image_of(np.ma.array([0, 2], mask=[0, 1]))) == (0.0, 0)

    def test_anom(self):
        check(lib.image_anom(image_of([1, 2, 3])), np.array([-1.0, 0.0, 1.0]))

    def test_argmax(self):
        a = np.arange(6).reshape(2, 3)
        assert lib.image_argmax_value(image_of(a)) == 5
        check(lib.image_argmax(image_of(a), [0]), np.array([1, 1, 1]))
        check(lib.image_argmax(image_of(a), [1]), np.array([2, 2]))

    def test_argmin(self):
        x = np.ma.array(np.arange(4), mask=[1, 1, 0, 0]).reshape(2, 2)
        check(lib.image_argmin(image_of(x), [0], FILL, -1.0), np.array([0, 0]))
        check(lib.image_argmin(image_of(x), [0], FILL, 9.0), np.array([1, 1]))

    def test_count(self):
        a = np.ma.arange(6).reshape((2, 3))
        a[1, :] = np.ma.masked
        assert lib.image_count_value(image_of(a)) == 3
        check(over(lib.image_count, image_of(a), 0), np.array([1, 1, 1]))
        check(over(lib.image_count, image_of(a), 1), np.array([3, 0]))

    def test_cumsum(self):
        a = np.ma.array(np.arange(10), mask=[0, 0, 0, 1, 1, 1, 0, 0, 0, 0])
        expected = np.ma.array([0, 1, 3, 0, 0, 0, 9, 16, 24, 33], mask=a.mask)
        check(lib.image_cumsum(image_of(a), NONE), expected)

    def test_mean(self):
        assert lib.image_mean_value(image_of(np.ma.array([1, 2, 3], mask=[False, False, True]))) == (1.5, 0)

    def test_mini(self):
        x = np.ma.array(np.arange(6), mask=[0, 1, 0, 0, 0, 1]).reshape(3, 2)
        check(lib.image_mini(image_of(x), NONE), np.ma.array(0))
        check(lib.image_mini(image_of(x), [0]), np.ma.array([0, 3]))
        check(lib.image_mini(image_of(x), [1]), np.ma.array([0, 2, 4]))
        check(lib.image_mini(image_of(x[:, 1]), [0]), np.ma.array(3))

    def test_ptp(self):
        x = np.ma.MaskedArray([[4, 9, 2, 10], [6, 9, 7, 12]])
        check(over(lib.image_ptp, image_of(x), 1), np.array([8, 6]))
        check(over(lib.image_ptp, image_of(x), 0), np.array([2, 0, 5, 2]))
        check(over(lib.image_ptp, image_of(x), None), np.array(10))
        y = np.ma.MaskedArray([[1, 127], [0, 127], [-1, 127], [-2, 127]], dtype=np.int8)
        check(over(lib.image_ptp, image_of(y), 1), np.array([126, 127, -128, -127], np.int8))

    def test_sum(self):
        x = np.ma.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]], mask=[0] + [1, 0] * 4)
        assert lib.image_sum_value(image_of(x)) == (25.0, 0)
        check(over(lib.image_sum, image_of(x), 1), np.ma.array([4, 5, 16]))
        check(over(lib.image_sum, image_of(x), 0), np.ma.array([8, 5, 12]))
        is_result_dtype(over(lib.image_sum, image_of(x), 0), np.int64)

    def test_var(self):
        a = np.array([[1, 2], [3, 4]])
        assert lib.image_var_value(image_of(a)) == (1.25, 0)
        check(over(lib.image_var, image_of(a), 0), np.array([1.0, 1.0]))
        check(over(lib.image_var, image_of(a), 1), np.array([0.25, 0.25]))

    def test_single_precision(self):
        a = np.zeros((2, 512 * 512), np.float32)
        a[0, :], a[1, :] = 1.0, 0.1
        image = image_of(a)
        assert abs(lib.image_mean_value(image)[0] - 0.55) < 1e-6
        assert abs(lib.image_var_value(image)[0] - 0.2025) < 1e-6
        assert abs(lib.image_std_value(image)[0] - 0.45) < 1e-6
        for function, expected in (("mean", 0.55), ("var", 0.2025)):
            result = over(getattr(lib, f"image_{function}"), image, None)
            is_result_dtype(result, np.float32)
            assert abs(float(to_masked(result)) - expected) < 1e-6


# Random arrays.


def one_sum(image, a, axis, keepdims, rng, context):
    dtype = None
    if rng.random() < 0.4:
        choices = [d for d in DTYPES if (a.dtype.kind != "c" or d.kind == "c") and not (a.dtype.kind == "f" and d.kind in "biu")]
        dtype = choices[int(rng.integers(len(choices)))]
    exact = a if dtype is None or dtype.kind not in "fc" else wide(a.astype(dtype))
    expected_dtype = a.sum(axis=axis, dtype=dtype, keepdims=keepdims).dtype
    if a.dtype.kind == "f" and a.dtype.itemsize == 4 and dtype is None:
        expected_dtype = np.dtype("f4")
    elif a.dtype == np.complex64 and dtype is None:
        expected_dtype = np.dtype("c8")
    expected = wide(exact).sum(axis=axis, dtype=dtype if dtype is None or dtype.kind not in "fc" else None, keepdims=keepdims)
    expected = np.ma.masked if expected is np.ma.masked else expected.astype(expected_dtype)
    result = over(lib.image_sum, image, axis, code(dtype), keepdims=keepdims)
    target = dtype or expected_dtype
    eps = 2e-15 if target.itemsize in (8,) and target.kind == "f" or target.itemsize == 16 else 2.5e-7
    near(result, expected, sum_tolerance(exact, axis, keepdims, eps), context=f"sum {context} {dtype}")


def masked_or(x, dtype):
    return np.ma.masked if x is np.ma.masked else np.ma.asanyarray(x).astype(dtype)


def numpy_var(a, axis, ddof, keepdims):
    """The definition in float64: numpy.ma's own gives 0 for NaN under a mask that masks nothing."""
    data, mask = np.ma.getdata(wide(a)), np.ma.getmaskarray(a)
    data = data if data.dtype.kind in "fc" else data.astype(float)
    data = np.where(mask, 0, data)
    n = (~mask).sum(axis=axis, keepdims=True)
    mean = data.sum(axis=axis, keepdims=True) / n
    squares = np.where(mask, 0, np.abs(data - mean) ** 2).sum(axis=axis, keepdims=keepdims)
    left = (~mask).sum(axis=axis, keepdims=keepdims) - ddof
    return np.ma.MaskedArray(squares / left, left <= 0)


REDUCE_CASES = 1500


def test_random_reductions():
    rng = np.random.default_rng(31)
    for number, c in enumerate(cases(REDUCE_CASES, seed=31)):
        (image, a), axis = c, some_axes(rng, c.array.ndim)
        keepdims = bool(rng.random() < 0.5)
        context = f"{number} {c} axis {axis} keepdims {keepdims}"
        k = {"axis": axis, "keepdims": keepdims}
        one_sum(image, a, axis, keepdims, rng, context)
        same(lambda: over(lib.image_all, image, axis, keepdims=keepdims), lambda: a.all(**k), context="all " + context)
        same(lambda: over(lib.image_any, image, axis, keepdims=keepdims), lambda: a.any(**k), context="any " + context)
        same(lambda: over(lib.image_count, image, axis, keepdims=keepdims), lambda: np.asarray(a.count(**k)), context="count " + context)
        for name in ("min", "max"):
            one_extreme(name, image, a, axis, keepdims, rng, context)
        if a.dtype.kind not in "bc":
            same(lambda: over(lib.image_ptp, image, axis, keepdims=keepdims), lambda: a.ptp(**k), context="ptp " + context)
        one_product(image, a, axis, keepdims, context)
        one_mean(image, a, axis, keepdims, context)
        one_var(image, a, axis, keepdims, int(rng.integers(0, 3)), context)


def one_extreme(name, image, a, axis, keepdims, rng, context):
    fill = None
    if rng.random() < 0.3:
        fill = float(rng.integers(0, 2) if a.dtype.kind == "b" else rng.integers(0, 100))
    ours = lambda: over(getattr(lib, f"image_{name}"), image, axis, 0 if fill is None else FILL, fill or 0.0, keepdims=keepdims)  # noqa: E731
    theirs = lambda: getattr(a, name)(axis=axis, keepdims=keepdims, fill_value=None if fill is None else a.dtype.type(fill))  # noqa: E731
    results = same_error(ours, theirs, ("NO_RESULT",), f"{name} {context}")
    if results is None:
        return
    ours, theirs = to_masked(results[0]), results[1]
    if a.dtype.kind == "c" and theirs is not np.ma.masked:
        # Of several with NaN in either part numpy gives any.
        both = np.isnan(np.ma.getdata(ours)) & np.isnan(np.ma.getdata(theirs))
        ours, theirs = np.ma.where(both, 0, ours).astype(a.dtype), np.ma.where(both, 0, theirs).astype(a.dtype)
        ours, theirs = np.ma.asanyarray(ours), np.ma.asanyarray(theirs)
    check(ours, theirs, context=f"{name} {context} fill {fill}")


def one_product(image, a, axis, keepdims, context):
    result = over(lib.image_prod, image, axis, keepdims=keepdims)
    expected = a.prod(axis=axis, keepdims=keepdims)
    dtype = np.int64 if a.dtype.kind in "bi" else np.uint64 if a.dtype.kind == "u" else a.dtype
    if a.dtype.kind in "biu":
        check(result, expected, context="prod " + context)
    elif a.dtype.kind == "f":
        near(result, masked_or(wide(a).prod(axis=axis, keepdims=keepdims), dtype), 1e-44, 1e-6 if a.dtype.itemsize == 4 else 1e-13, "prod " + context)
    else:
        is_result_dtype(result, dtype)


def one_mean(image, a, axis, keepdims, context):
    result = over(lib.image_mean, image, axis, keepdims=keepdims)
    theirs = a.mean(axis=axis, keepdims=keepdims)
    dtype = result_dtype(theirs, a)
    # Without a mask numpy.ma masks infinite means, but not where they are arrays of float32: ours are not masked.
    plain = np.ma.getdata(wide(a)) if a.mask is np.ma.nomask else wide(a)
    expected = masked_or(plain.mean(axis=axis, keepdims=keepdims), dtype)
    n = np.maximum((~np.ma.getmaskarray(a)).sum(axis=axis, keepdims=keepdims), 1)
    single = dtype in (np.float32, np.complex64)
    near(result, expected, sum_tolerance(a if a.dtype.kind in "fc" else a.astype(float), axis, keepdims, 2.5e-7 if single else 2e-15) / n, context="mean " + context)


def result_dtype(theirs, a):
    """numpy.ma's dtype; its constant `masked` has none."""
    if theirs is np.ma.masked:
        return np.dtype(np.complex128 if a.dtype.kind == "c" else np.float64)
    return np.asanyarray(theirs).dtype


def one_var(image, a, axis, keepdims, ddof, context):
    bare = a.mask is np.ma.nomask
    # numpy.ma's own fails without a mask for complex numbers and for rank 0.
    theirs = np.ma.masked if bare and (a.dtype.kind == "c" or a.ndim == 0) else a.var(axis=axis, keepdims=keepdims, ddof=ddof)
    dtype = np.float32 if bare and a.dtype in (np.float32, np.complex64) else np.float64
    if theirs is not np.ma.masked:
        assert theirs.dtype == dtype
    expected = numpy_var(a, axis, ddof, keepdims)
    finite = np.where(np.isfinite(np.ma.getdata(a)), np.abs(np.ma.getdata(wide(a))), 0).astype(float)
    size = np.max(finite, axis=axis, keepdims=keepdims, initial=0.0)
    rtol = 3e-7 if dtype == np.float32 else 1e-13
    context = f"{context} ddof {ddof}"
    result = over(lib.image_var, image, axis, 0, ddof, keepdims=keepdims)
    near(result, expected.astype(dtype), 1e-15 * size**2, rtol, "var " + context)
    root = np.ma.sqrt(expected)
    root = np.ma.MaskedArray(np.ma.getdata(root), np.ma.getmaskarray(expected) | ~np.isfinite(np.sqrt(np.ma.getdata(expected))))
    near(over(lib.image_std, image, axis, 0, ddof, keepdims=keepdims), root.astype(dtype), 3e-8 * size, rtol, "std " + context)


def test_dtypes_of_moments():
    rng = np.random.default_rng(32)
    for c in cases(300, seed=32, special=False, empty=False):
        (image, a), axis = c, some_axes(rng, c.array.ndim)
        for dtype in ("f4", "f8", "c8", "c16"):
            if a.dtype.kind == "c" and dtype[0] == "f":
                with pytest.raises(sc.StonerError, match="complex"):
                    over(lib.image_mean, image, axis, code(dtype))
                continue
            theirs = a.mean(axis=axis, dtype=dtype)
            result = over(lib.image_mean, image, axis, code(dtype))
            if theirs is not np.ma.masked:
                is_result_dtype(result, theirs.dtype, f"mean {c} {axis} {dtype}")
                assert close(to_masked(result).filled(0), np.ma.filled(theirs, 0), 1e-5, 1e-3)
            if dtype[0] == "f":
                result = over(lib.image_var, image, axis, code(dtype))
                theirs = a.var(axis=axis, dtype=dtype)
                if theirs is not np.ma.masked:
                    is_result_dtype(result, theirs.dtype, f"var {c} {axis} {dtype}")
                    assert close(to_masked(result).filled(0), np.ma.filled(theirs, 0), 1e-3, 1e-1), (c, axis, dtype)


def test_random_anomalies():
    rng = np.random.default_rng(33)
    for number, c in enumerate(cases(500, seed=33, special=False)):
        image, a = c
        axis = None if a.ndim == 0 or rng.random() < 0.4 else int(rng.integers(a.ndim))
        theirs = a.anom(axis)
        result = over_no_keep(lib.image_anom, image, axis)
        size = np.abs(np.ma.getdata(wide(a))).max(initial=0.0)
        near(result, theirs, size * (3e-7 if a.dtype in (np.float32, np.complex64) else 1e-14), context=f"anom {number} {c} {axis}")


def over_no_keep(function, image, axis, **named):
    axes = [] if axis is None else [axis]
    return function(image, axes, len(axes), **named)


def test_random_positions():
    rng = np.random.default_rng(34)
    for number, c in enumerate(cases(800, seed=34)):
        image, a = c
        axis = None if a.ndim == 0 or rng.random() < 0.4 else int(rng.integers(-a.ndim, a.ndim))
        keepdims = bool(rng.random() < 0.3)
        fill = None if rng.random() < 0.6 else float(rng.integers(0, 2) if a.dtype.kind == "b" else rng.integers(0, 100))
        for name in ("argmin", "argmax"):
            same(
                lambda: getattr(lib, f"image_{name}")(image, None if axis is None else [axis], 0 if fill is None else FILL, fill or 0.0, int(keepdims)),
                lambda: np.asarray(getattr(a, name)(axis=axis, fill_value=None if fill is None else a.dtype.type(fill), keepdims=keepdims)),
                context=f"{name} {number} {c} axis {axis} fill {fill} keepdims {keepdims}", status="NO_RESULT",
            )
            if axis is None and fill is None and not keepdims and a.size:
                assert getattr(lib, f"image_{name}_value")(image) == getattr(a, name)()


# Scans, dot, trace.


def test_random_scans():
    rng = np.random.default_rng(35)
    for number, c in enumerate(cases(700, seed=35)):
        image, a = c
        axis = None if a.ndim == 0 or rng.random() < 0.3 else int(rng.integers(-a.ndim, a.ndim))
        dtype = None if rng.random() < 0.7 else np.dtype(["i8", "u1", "f8", "c16", "f4"][int(rng.integers(5))])
        if dtype is not None and (a.dtype.kind == "c" and dtype.kind != "c" or a.dtype.kind == "f" and dtype.kind in "iu"):
            dtype = None
        context = f"{number} {c} axis {axis} {dtype}"
        number_of_axis = None if axis is None else [axis]
        result = lib.image_cumsum(image, number_of_axis, code(dtype))
        theirs = a.cumsum(axis=axis, dtype=dtype)
        exact = wide(a).cumsum(axis=axis, dtype=None if dtype is None or dtype.kind in "fc" else dtype).astype(theirs.dtype)
        if a.dtype.kind in "biu" and dtype is not None and dtype.kind in "fc":
            exact = theirs
        single = theirs.dtype in (np.float32, np.complex64)
        tolerance = sum_tolerance(a if theirs.dtype.kind in "fc" else a, None, False, 3e-7 if single else 1e-14) + (1e-2 if single and a.dtype.kind in "iu" else 0)
        if not (single and a.dtype.kind in "iu"):
            near(result, exact, tolerance, context="cumsum " + context)
        result = lib.image_cumprod(image, number_of_axis, code(dtype))
        theirs = a.cumprod(axis=axis, dtype=dtype)
        if theirs.dtype.kind in "biu":
            check(result, theirs, context="cumprod " + context)
        elif theirs.dtype == np.float64 and a.dtype != np.float32:
            near(result, theirs, 1e-300, 1e-12, context="cumprod " + context)
        else:
            is_result_dtype(result, theirs.dtype, "cumprod " + context)


def small(rng, shape, dtype, masked):
    data = rng.integers(0, 2 if dtype.kind == "b" else 7, shape).astype(dtype)
    if dtype.kind == "c":
        data = data + 1j * rng.integers(-3, 4, shape).astype(dtype)
    return np.ma.MaskedArray(data.astype(dtype), rng.random(shape) < 0.3 if masked else np.ma.nomask)


SHAPES_OF_DOT = [
    ((3,), (3,)), ((2, 3), (3,)), ((3,), (3, 4)), ((2, 3), (3, 4)), ((2, 2, 3), (3, 2)), ((2, 3), (2, 3, 4)), ((2, 1, 3), (2, 3, 2)), ((), (2, 3)),
    ((2, 3), ()), ((), ()), ((2, 0), (0, 3)), ((0, 2), (2, 3)), ((1, 1), (1, 1)), ((5, 40), (40, 7)), ((2, 3, 2, 2), (2,)),
]


def test_dot():
    rng = np.random.default_rng(36)
    for shape_a, shape_b in SHAPES_OF_DOT:
        for first in DTYPES:
            for second in (first, DTYPES[int(rng.integers(len(DTYPES)))]):
                a, b = small(rng, shape_a, first, rng.random() < 0.7), small(rng, shape_b, second, rng.random() < 0.7)
                for strict in (False, True):
                    if strict and np.ma.asarray(b).ndim == 0:
                        continue
                    ours = lib.image_dot(image_of(a), image_of(b), int(strict))
                    check(ours, np.ma.dot(a, b, strict=strict), context=f"{first}{shape_a} {second}{shape_b} strict {strict}")


def test_dot_of_views_and_shapes_that_differ():
    rng = np.random.default_rng(37)
    for c in cases(300, seed=37, special=False, ndim=2):
        image, a = c
        b = small(rng, (a.shape[1], 3), np.dtype(np.float64), True)
        result = to_masked(lib.image_dot(image, image_of(b)))
        expected = np.ma.dot(a, b)
        check(result, expected, rtol=1e-12, atol=1e-6 * np.abs(np.ma.getdata(a)).max(initial=0) if a.dtype.kind in "fciu" else 0.0, context=repr(c))
    for shape_a, shape_b in (((3,), (4,)), ((2, 3), (2, 3)), ((2, 3), (3, 2, 2))):
        with pytest.raises(sc.StonerError) as error:
            lib.image_dot(image_of(np.ones(shape_a)), image_of(np.ones(shape_b)))
        assert error.value.name == "SHAPE" and "length" in error.value.message
    with pytest.raises(sc.StonerError) as error:
        lib.image_dot(image_of(np.ones((1,) * 8)), image_of(np.ones((1,) * 3)))
    assert error.value.name == "SHAPE"


def test_random_traces():
    rng = np.random.default_rng(38)
    for c in cases(400, seed=38, special=False):
        image, a = c
        if a.ndim < 2:
            with pytest.raises(sc.StonerError):
                lib.image_trace(image, 0, 0, 1)
            continue
        axes = [int(x) for x in rng.permutation(a.ndim)[:2]]
        offset = int(rng.integers(-3, 4))
        theirs = a.trace(offset, *axes)
        if a.dtype.kind == "c":
            theirs = np.trace(a.filled(0), offset, *axes)
        check(lib.image_trace(image, offset, *axes), theirs, rtol=1e-5 if a.dtype.itemsize == 4 or a.dtype == np.complex64 else 1e-12, atol=1e-3, context=repr((c, offset, axes)))
        if a.ndim == 2 and a.dtype.kind != "c":
            assert close(lib.image_trace_value(image, offset), a.trace(offset), 1e-5, 1e-3)


# Truth, limits, bad input.


@pytest.mark.parametrize("dtype", ["f4", "f8"])
@pytest.mark.parametrize("axis", [None, 0, 1])
def test_sums_are_exact_to_the_rounding(dtype, axis):
    """Against the correctly rounded sum (math.fsum), with cancellation and a large mean; the error does not grow with the length."""
    rng = np.random.default_rng(39)
    data = (rng.normal(size=(700, 901)) * 10.0 ** rng.integers(-3, 4, (700, 901)) + 1e4).astype(dtype)
    eps = 1e-7 if dtype == "f4" else 5e-16
    rows = [data.ravel()] if axis is None else list(data.T) if axis == 0 else list(data)
    exact = np.array([math.fsum(row.astype(float)) for row in rows])
    ours = np.ma.getdata(to_masked(over(lib.image_sum, image_of(data), axis))).ravel()
    assert np.all(np.abs(ours - exact) <= 2 * eps * np.abs(exact))
    mean = exact / len(rows[0])
    var = np.array([math.fsum((row.astype(float) - m) ** 2) / len(row) for row, m in zip(rows, mean)])
    ours = np.ma.getdata(to_masked(over(lib.image_var, image_of(data), axis))).ravel()
    assert np.all(np.abs(ours - var) <= (2e-7 if dtype == "f4" else 1e-13) * var)


def test_variance_with_a_mean_that_dwarfs_it():
    data = 1e9 + np.array([0.0, 1.0, 2.0] * 5000)
    assert abs(lib.image_var_value(image_of(data))[0] - 2 / 3) < 1e-6
    masked = np.ma.MaskedArray(data, np.arange(data.size) % 3 == 0)
    assert abs(lib.image_var_value(image_of(masked))[0] - 0.25) < 1e-6


def test_what_lies_under_the_mask_plays_no_part():
    rng = np.random.default_rng(40)
    for poison in (1e300, np.nan, np.inf):
        clean = rng.normal(size=(61, 37))
        mask = rng.random(clean.shape) < 0.4
        dirty = np.where(mask, poison, clean)
        a, b = image_of(np.ma.MaskedArray(clean, mask)), image_of(np.ma.MaskedArray(dirty, mask))
        for name in "sum prod mean var std min max ptp all any count anom".split():
            function = getattr(lib, f"image_{name}")
            for axis in (None, 0, 1):
                results = [to_masked(over_no_keep(function, image, axis)) for image in (a, b)]
                check(results[0], results[1].copy(), context=f"{name} {poison} {axis}")
        for name in ("cumsum", "cumprod", "argmin", "argmax"):
            for axis in (NONE, [0], [1]):
                results = [to_masked(getattr(lib, f"image_{name}")(image, axis)) for image in (a, b)]
                check(results[0], results[1].copy(), context=f"{name} {poison} {axis}")
        check(to_masked(lib.image_dot(a, image_of(clean.T.copy()))), to_masked(lib.image_dot(b, image_of(clean.T.copy()))))


def test_values_of_the_whole():
    for c in cases(300, seed=41):
        image, a = c
        for name in "all any sum prod product mean var std min max ptp".split():
            rest = (0,) if name in ("var", "std") else ()
            function = getattr(lib, f"image_{name}_value")
            if a.dtype.kind == "c" and name not in ("all", "any", "var", "std"):
                with pytest.raises(sc.StonerError):
                    function(image, *rest)
                continue
            if a.dtype.kind == "b" and name == "ptp" or not a.size and name in ("min", "max", "ptp"):
                with pytest.raises(sc.StonerError):
                    function(image)
                continue
            result = to_masked(over(getattr(lib, f"image_{name}"), image, None, *((0, 0) if rest else ())))
            value, masked = function(image, *rest)
            assert masked == int(np.ma.getmaskarray(result)), (name, c)
            assert math.isnan(value) if masked else close(value, float(np.ma.getdata(result)), 1e-6, 0), (name, c)
        assert lib.image_count_value(image) == a.count()


@pytest.mark.parametrize("name", "sum prod product mean var std min max ptp all any count".split())
def test_axes_that_do_not_exist(name):
    function = getattr(lib, f"image_{name}")
    image = image_of(np.ones((2, 3)))
    for axes in ([2], [-3], [0, 5]):
        with pytest.raises(sc.StonerError) as error:
            function(image, axes, len(axes))
        assert error.value.name == "OUT_OF_RANGE" and "axes" in error.value.message and "-2 to 1" in error.value.message
    with pytest.raises(sc.StonerError) as error:
        function(image, [0, -2], 2)
    assert error.value.name == "INVALID_ARGUMENT" and "twice" in error.value.message


def test_other_bad_arguments():
    image = image_of(np.arange(6, dtype=np.int8).reshape(2, 3))
    for call, status, text in (
        (lambda: lib.image_min(image, [], 0, FILL, 300.0), "INVALID_ARGUMENT", "fill_value"),
        (lambda: lib.image_min(image, [], 0, 7), "INVALID_ARGUMENT", "fill_mode"),
        (lambda: lib.image_argmin(image, [2]), "OUT_OF_RANGE", "axis"),
        (lambda: lib.image_cumsum(image, [-3]), "OUT_OF_RANGE", "axis"),
        (lambda: lib.image_mean(image, [], 0, code("i4")), "INVALID_ARGUMENT", "dtype"),
        (lambda: lib.image_var(image, [], 0, code("c16")), "INVALID_ARGUMENT", "dtype"),
        (lambda: lib.image_sum(image, [], 0, 99), "INVALID_ARGUMENT", "dtype"),
        (lambda: lib.image_trace(image, 0, 1, 1), "INVALID_ARGUMENT", "axis2"),
        (lambda: lib.image_trace(image, 0, 1, 2), "OUT_OF_RANGE", "axis2"),
        (lambda: lib.image_trace_value(image_of(np.ones(3))), "SHAPE", "rank"),
        (lambda: lib.image_ptp(image_of(np.ones(3, bool))), "DTYPE", "bool"),
        (lambda: lib.image_sum(image_of(np.ones(3, complex)), [], 0, code("f8")), "INVALID_ARGUMENT", "complex"),
    ):
        with pytest.raises(sc.StonerError) as error:
            call()
        assert error.value.name == status and text in error.value.message, error.value


@pytest.mark.parametrize("name", ["mean", "var", "std", "anom"])
@pytest.mark.parametrize("dtype", [d for d in DTYPES if d.kind in "biu"], ids=str)
def test_moments_have_no_integer_dtype(name, dtype):
    for mask in (None, [0, 1, 0, 0]):
        image = image_of(np.ma.array(np.arange(4.0), mask=mask if mask else np.ma.nomask))
        with pytest.raises(sc.StonerError) as error:
            getattr(lib, f"image_{name}")(image, [], 0, code(dtype))
        assert error.value.name == "INVALID_ARGUMENT" and "`dtype`" in error.value.message


@pytest.mark.parametrize("name", ["sum", "prod", "product", "mean", "anom", "cumsum", "cumprod"])
@pytest.mark.parametrize("dtype", ["f4", "f8"])
def test_complex_numbers_do_not_become_real_in_silence(name, dtype):
    image, function = image_of(np.ones(3, complex)), getattr(lib, f"image_{name}")
    arguments = (NONE,) if name.startswith("cum") else ([], 0)
    with pytest.raises(sc.StonerError) as error:
        function(image, *arguments, code(dtype))
    assert error.value.name == "INVALID_ARGUMENT" and "real part" in error.value.message


def test_the_parts_of_a_complex_mean_are_independent():
    for poison in (np.nan, np.inf, -np.inf):
        for dtype in ("c8", "c16"):
            a = np.array([complex(poison, 1), 3 + 3j, 8 - 1j], dtype)
            ours = np.ma.getdata(to_masked(over(lib.image_mean, image_of(a), None)))
            assert ours.imag == 1.0 and not np.isfinite(ours.real)
            swapped = np.empty(3, dtype)
            swapped.real, swapped.imag = a.imag, a.real
            ours = np.ma.getdata(to_masked(over(lib.image_mean, image_of(swapped), None)))
            assert ours.real == 1.0 and not np.isfinite(ours.imag)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(arrays(), st.integers(0, 2**16))
def test_reductions_that_shrink(c, seed):
    rng = np.random.default_rng(seed)
    (image, a), axis = c, some_axes(rng, c.array.ndim)
    keepdims = bool(seed % 2)
    context = f"{c} axis {axis} keepdims {keepdims}"
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        one_sum(image, a, axis, keepdims, rng, context)
        one_extreme("min", image, a, axis, keepdims, rng, context)
        one_extreme("max", image, a, axis, keepdims, rng, context)
        one_mean(image, a, axis, keepdims, context)
        one_var(image, a, axis, keepdims, seed % 3, context)
        check(over(lib.image_all, image, axis, keepdims=keepdims), a.all(axis=axis, keepdims=keepdims), context=context)
        check(over(lib.image_any, image, axis, keepdims=keepdims), a.any(axis=axis, keepdims=keepdims), context=context)


def test_eight_axes():
    rng = np.random.default_rng(42)
    a = np.ma.MaskedArray(rng.normal(size=(2, 1, 3, 2, 1, 2, 3, 2)), rng.random((2, 1, 3, 2, 1, 2, 3, 2)) < 0.3)
    image = image_of(a)
    for axis in (None, 0, 7, (1, 3, 6), (0, 2, 4, 7), (5, 4)):
        near(over(lib.image_sum, image, axis), a.sum(axis=axis), 1e-13)
        check(over(lib.image_max, image, axis), a.max(axis=axis))


def test_metadata_stays_and_planes_go_with_a_warning():
    image = image_of(np.ones((3, 4)))
    sc.set_f64(image, "energy", 707.5)
    assert lib.image_metadata_get_f64(over(lib.image_mean, image, 0), "energy") == 707.5
    assert lib.image_metadata_get_f64(lib.image_cumsum(image, [0]), "energy") == 707.5
