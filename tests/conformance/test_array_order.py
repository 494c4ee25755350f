"""Sorting, partitioning, searching and percentiles of the array against numpy.ma (stable kinds) and numpy."""

import warnings

import numpy as np
import pytest
import stoner_c as sc
from arrays import DTYPES, INEXACT, REAL, arrays, cases, check, to_masked, values
from conftest import raises
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stoner._generated.c import CONSTANTS

lib = sc.lib
NONE = [CONSTANTS["STONER_AXIS_NONE"]]
FILL = CONSTANTS["STONER_FILL_VALUE"]
pytestmark = pytest.mark.usefixtures("no_warnings")


def image_of(array):
    return sc.from_array(np.ma.asanyarray(array))


def numpy_sort(a, axis, endwith, fill):
    a = a.flatten() if axis is None else a
    axis = 0 if axis is None else axis
    index = a.argsort(axis=axis, kind="stable", endwith=endwith, fill_value=fill)
    return index, np.ma.MaskedArray(np.take_along_axis(a.data, index, axis), np.take_along_axis(np.ma.getmaskarray(a), index, axis))


class TestExamples:
    def test_argsort(self):
        a = np.ma.array([3, 2, 1], mask=[False, False, True])
        check(lib.image_argsort(image_of(a), NONE, 1), np.array([1, 0, 2]))

    def test_sort(self):
        a = np.ma.array([1, 2, 5, 4, 3], mask=[0, 1, 0, 1, 0])
        check(lib.image_sort(image_of(a), [-1], 1), np.ma.array([1, 3, 5, 0, 0], mask=[0, 0, 0, 1, 1]))
        check(lib.image_sort(image_of(a), [-1], 0), np.ma.array([0, 0, 1, 3, 5], mask=[1, 1, 0, 0, 0]))
        check(lib.image_sort(image_of(a), [-1], 0, FILL, 3.0), np.ma.array([1, 0, 0, 3, 5], mask=[0, 1, 1, 0, 0]))


def options(rng, a):
    axis = None if a.ndim == 0 or rng.random() < 0.2 else int(rng.integers(-a.ndim, a.ndim))
    endwith = bool(rng.random() < 0.6)
    fill = None if rng.random() < 0.6 else float(rng.integers(0, 2) if a.dtype.kind == "b" else rng.integers(0, 9))
    return axis, endwith, fill


def arguments(axis, endwith, fill):
    return NONE if axis is None else [axis], int(endwith), 0 if fill is None else FILL, fill or 0.0


def check_sorts(image, a, axis, endwith, fill, context):
    index, expected = numpy_sort(a, axis, endwith, None if fill is None else a.dtype.type(fill))
    check(lib.image_argsort(image, *arguments(axis, endwith, fill)), index, context="argsort " + context)
    check(lib.image_sort(image, *arguments(axis, endwith, fill)), expected, context="sort " + context, masked_data=True)


def check_partitions(image, a, kth, axis, endwith, fill, context):
    index, whole = numpy_sort(a, axis, endwith, None if fill is None else a.dtype.type(fill))
    flat_axis = 0 if axis is None else axis
    n = whole.shape[flat_axis]
    given = list(kth)
    ours = to_masked(lib.image_partition(image, given, len(given), *arguments(axis, endwith, fill)))
    at = np.array([k % n for k in given])
    # The element at kth is determined up to equal ones; masked elements count as the fill.
    value = a.dtype.type(fill) if fill is not None else filler(a.dtype, endwith)
    mine, theirs = (np.moveaxis(np.where(np.ma.getmaskarray(x), value, np.ma.getdata(x)), flat_axis, -1) for x in (ours, whole))
    check(mine[..., at], theirs[..., at], context=f"partition {given} {context}")
    # Each part has the same elements as after sorting.
    edges = sorted({0, n, *at.tolist()})
    for low, high in zip(edges, edges[1:]):
        check(np.sort(mine[..., low:high], axis=-1), np.sort(theirs[..., low:high], axis=-1), context=f"parts of {given} {context}")
    found = to_masked(lib.image_argpartition(image, given, len(given), *arguments(axis, endwith, fill)))
    base = a.flatten() if axis is None else a
    taken = np.take_along_axis(np.where(np.ma.getmaskarray(base), value, np.ma.getdata(base)), np.ma.getdata(found), flat_axis)
    check(np.moveaxis(taken, flat_axis, -1)[..., at], theirs[..., at], context=f"argpartition {given} {context}")
    assert np.array_equal(np.sort(np.ma.getdata(found), axis=flat_axis), np.sort(index, axis=flat_axis))


def filler(dtype, endwith):
    if dtype.kind == "f":
        return dtype.type(np.nan if endwith else -np.inf)
    if dtype.kind == "c":
        return dtype.type(complex(np.inf, np.inf) if endwith else complex(-np.inf, -np.inf))
    return (np.ma.minimum_fill_value if endwith else np.ma.maximum_fill_value)(np.zeros(1, dtype))


def some_kth(rng, a, axis):
    n = a.size if axis is None else a.shape[axis]
    return [int(k) for k in rng.integers(-n, n, rng.integers(1, 4))] if n else None


def test_random_orders():
    rng = np.random.default_rng(51)
    for number, c in enumerate(cases(1200, seed=51)):
        image, a = c
        axis, endwith, fill = options(rng, a)
        context = f"{number} {c} axis {axis} endwith {endwith} fill {fill}"
        check_sorts(image, a, axis, endwith, fill, context)
        kth = some_kth(rng, a, axis)
        if kth:
            check_partitions(image, a, kth, axis, endwith, fill, context)


def test_long_rows():
    """Beyond the lengths where the algorithms change."""
    rng = np.random.default_rng(52)
    for dtype in DTYPES:
        for n in (33, 700, 2500):
            data = rng.normal(scale=60, size=(3, n))
            a = (data + 1j * rng.normal(size=(3, n))).astype(dtype) if dtype.kind == "c" else data.astype(dtype)
            if dtype.kind in "fc":
                a[rng.random(a.shape) < 0.05] = np.nan
            for mask in (np.ma.nomask, rng.random(a.shape) < 0.3):
                x = np.ma.MaskedArray(a, mask)
                for axis in (None, -1, 0):
                    check_sorts(image_of(x), x, axis, True, None, f"{dtype} {n} {axis}")
                    check_partitions(image_of(x), x, some_kth(rng, x, axis), axis, True, None, f"{dtype} {n} {axis}")


@pytest.mark.parametrize("dtype", ["f8", "f4", "u1", "i8", "?", "c16"])
def test_partition_of_many(dtype):
    """Lengths at which a sample decides where to partition: also with few different values, NaN, sorted arrays and unrepresentative samples."""
    rng = np.random.default_rng(58)
    n = 90_000
    unfair = np.zeros(n)
    unfair[:: (n // 8192) | 1] = 1e3
    for data in (rng.normal(scale=60, size=n), np.sort(rng.normal(size=n)), rng.integers(0, 3, n), np.full(n, 7.0), unfair):
        a = data.astype(dtype)
        if a.dtype.kind in "fc":
            a[rng.random(n) < 0.01] = np.nan
        image = image_of(a.reshape(300, 300))
        for kth in ([n // 2], [0], [n - 1], [5, n // 3, n // 2, n // 2 + 1, n - 2]):
            ours = np.ma.getdata(to_masked(lib.image_partition(image, kth, len(kth), NONE, 1)))
            whole = np.sort(a)
            check(ours[kth], whole[kth], context=f"{dtype} {kth}")
            edges = [0, *kth, n]
            for low, high in zip(edges, edges[1:]):
                check(np.sort(ours[low:high]), whole[low:high], context=f"{dtype} {kth} {low}")


def test_order_of_nan_and_zeros():
    for dtype in INEXACT:
        parts = np.array([np.nan, np.inf, -np.inf, 0.0, -0.0, 1.0, -1.0, -np.nan])
        a = (parts[:, None] + 1j * parts[None, :]).ravel().astype(dtype) if dtype.kind == "c" else parts.astype(dtype)
        if dtype.kind == "c":
            a = np.empty(64, dtype)
            a.real, a.imag = np.repeat(parts, 8), np.tile(parts, 8)
        check(lib.image_argsort(image_of(a), [0], 1), np.argsort(a, kind="stable"))
        check(lib.image_sort(image_of(a), [0], 1), np.sort(a, kind="stable"))


@pytest.mark.parametrize("dtype", ["c8", "c16"])
def test_complex_zeros_lose_their_sign(dtype):
    """-0.0 and 0.0 are equal, so that sorting may not tell them apart."""
    a = np.empty(4, dtype)
    a.real, a.imag = [-0.0, 1, -0.0, 0], [-0.0, -0.0, 2, -0.0]
    found = np.ma.getdata(to_masked(lib.image_sort(image_of(a), [0], 1)))
    np.testing.assert_array_equal(found, np.sort(a))
    assert not np.signbit(found.real).any() and not np.signbit(found.imag).any()


def test_random_searches():
    rng = np.random.default_rng(53)
    for number, c in enumerate(cases(500, seed=53, mask="no mask")):
        _, v = c
        dtype = v.dtype if rng.random() < 0.5 else DTYPES[int(rng.integers(len(DTYPES)))]
        keys = np.sort(values(rng, (int(rng.integers(0, 30)),), dtype))
        for side in ("left", "right"):
            expected = np.searchsorted(keys, np.ma.getdata(v), side)
            check(lib.image_searchsorted(image_of(keys), c.image, int(side == "right")), expected, context=f"{number} {c} {dtype} {side}")
        if keys.size:
            shuffled = rng.permutation(keys)
            order = np.argsort(shuffled, kind="stable")
            check(lib.image_searchsorted(image_of(shuffled), c.image, 0, image_of(order)), np.searchsorted(shuffled, np.ma.getdata(v), "left", order),
                  context=f"{number} {c} {dtype} sorter")


def test_search_in_what_sort_gives():
    a = np.ma.MaskedArray([5.0, 99.0, 1.0, 3.0, -7.0], [0, 1, 0, 0, 1])
    ordered = lib.image_sort(image_of(a), [0], 1)
    check(lib.image_searchsorted(ordered, image_of([0.0, 1.0, 4.0, 6.0, np.inf])), np.array([0, 0, 2, 3, 3]))
    v = np.ma.MaskedArray([2.0, 9.0], [0, 1])
    check(lib.image_searchsorted(ordered, image_of(v)), np.ma.MaskedArray([1, 0], [0, 1]))


def valid(a):
    data = np.ma.getdata(a)[~np.ma.getmaskarray(a)]
    return data[~np.isnan(data)] if data.dtype.kind == "f" else data


def check_percentiles(image, a, q, context):
    data = valid(a)
    ours = np.empty(len(q))
    if not data.size:
        raises("NO_RESULT", lib.image_percentile, image, q, len(q), values=ours)
        return
    lib.image_percentile(image, q, len(q), values=ours)
    ordered = np.sort(data.astype(float))
    expected = np.percentile(ordered, q)
    # numpy makes NaN between two infinities; between two equal ones there is no doubt.
    places = (len(ordered) - 1) * (np.array(q) / 100)
    lower, higher = ordered[np.floor(places).astype(int)], ordered[np.ceil(places).astype(int)]
    same = lower == higher
    expected = np.where(same, lower, expected)
    ok = np.isfinite(lower) & np.isfinite(higher) | same
    check(ours[ok], expected[ok], rtol=1e-12, atol=1e-12 * np.abs(data[np.isfinite(data)].astype(float)).max(initial=0), context="percentile " + context)


def test_random_percentiles():
    rng = np.random.default_rng(54)
    for number, c in enumerate(cases(600, seed=54, dtypes=REAL)):
        image, a = c
        q = [0.0, 100.0, 50.0, *rng.uniform(0, 100, int(rng.integers(0, 4)))]
        check_percentiles(image, a, q, f"{number} {c} {q}")


@pytest.mark.parametrize("dtype", REAL, ids=str)
def test_percentiles_of_many(dtype):
    """Lengths at which a sample decides where to search: also with few different values, NaN, and arrays sorted so that the sample is not representative."""
    rng = np.random.default_rng(55)
    for make in (rng.normal, lambda size: np.sort(rng.normal(size=size)), lambda size: rng.integers(0, 3, size), lambda size: np.where(rng.random(size) < 0.9, 5, rng.normal(size=size))):
        data = make(size=(300, 301))
        data = (data * 50 + 60).astype(dtype)
        if dtype.kind == "f":
            data[rng.random(data.shape) < 0.3] = np.nan
        for mask in (np.ma.nomask, rng.random(data.shape) < 0.5):
            a = np.ma.MaskedArray(data, mask)
            for q in ([50.0], [0.0, 0.001, 1.0, 2.0, 99.0, 99.9999, 100.0]):
                check_percentiles(image_of(a), a, q, f"{dtype} {q}")
                check_percentiles(sc.flip_h(image_of(a)), a, q, f"{dtype} {q}")


def test_what_lies_under_the_mask_plays_no_part():
    rng = np.random.default_rng(56)
    clean = rng.normal(size=(300, 301))
    mask = rng.random(clean.shape) < 0.4
    for poison in (1e300, -1e300, np.nan):
        dirty = np.where(mask, poison, clean)
        a, b = (image_of(np.ma.MaskedArray(x, mask)) for x in (clean, dirty))
        results = [np.empty(3) for _ in "ab"]
        for image, result in zip((a, b), results):
            lib.image_percentile(image, [1.0, 50.0, 99.5], 3, values=result)
        assert (results[0] == results[1]).all()
        for axis in (NONE, [0], [1]):
            check(to_masked(lib.image_sort(a, axis, 1)), to_masked(lib.image_sort(b, axis, 1)).copy())
            check(to_masked(lib.image_argsort(a, axis, 0)), to_masked(lib.image_argsort(b, axis, 0)).copy())


def test_threads_make_no_difference():
    rng = np.random.default_rng(57)
    a = np.ma.MaskedArray(rng.integers(0, 50, (90, 800)), rng.random((90, 800)) < 0.2)
    results = []
    for threads in (1, 2, 5):
        ctx = lib.context_new()
        lib.context_set_threads(ctx=ctx, threads=threads)
        results.append([to_masked(f(image_of(a), [-1], 1, ctx=ctx)) for f in (lib.image_sort, lib.image_argsort)])
    for sorts in results[1:]:
        for ours, first in zip(sorts, results[0]):
            check(ours, first)


def test_bad_arguments():
    image = image_of(np.arange(6, dtype=np.int8).reshape(2, 3))
    row = image_of(np.arange(5.0))
    for function in (lib.image_sort, lib.image_argsort):
        raises("OUT_OF_RANGE", function, image, [2], 1, text="axis")
        raises("OUT_OF_RANGE", function, image_of(np.array(1.0)), [-1], 1, text="axis")
        raises("INVALID_ARGUMENT", function, image, [0], 2, text="endwith")
        raises("INVALID_ARGUMENT", function, image, [0], 1, 5, text="fill_mode")
    raises("INVALID_ARGUMENT", lib.image_sort, image_of(np.ma.MaskedArray([1, 2], [0, 1], dtype=np.int8)), [0], 1, FILL, 1e3, text="fill_value")
    for function in (lib.image_partition, lib.image_argpartition):
        raises("OUT_OF_RANGE", function, image, [3], 1, [-1], 1, text="kth")
        raises("OUT_OF_RANGE", function, image, [-4], 1, [-1], 1, text="kth")
    raises("SHAPE", lib.image_searchsorted, image, row, text="rank 1")
    raises("SHAPE", lib.image_searchsorted, row, row, 0, image_of([0, 1]), text="sorter")
    raises("OUT_OF_RANGE", lib.image_searchsorted, row, row, 0, image_of([0, 1, 2, 3, 5]), text="sorter")
    raises("DTYPE", lib.image_searchsorted, row, row, 0, row, text="sorter")
    raises("INVALID_ARGUMENT", lib.image_searchsorted, row, row, 2, text="side")
    for q in (-0.1, 100.1, np.nan):
        raises("OUT_OF_RANGE", lib.image_percentile, row, [50.0, q], 2, values=np.empty(2), text="q")
    raises("DTYPE", lib.image_percentile, image_of(np.ones(3, complex)), [50.0], 1, values=np.empty(1))
    raises("NO_RESULT", lib.image_percentile, image_of(np.full(3, np.nan)), [50.0], 1, values=np.empty(1))


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(arrays(), st.integers(0, 2**16))
def test_orders_that_shrink(c, seed):
    rng = np.random.default_rng(seed)
    image, a = c
    axis, endwith, fill = options(rng, a)
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        check_sorts(image, a, axis, endwith, fill, repr(c))
        kth = some_kth(rng, a, axis)
        if kth:
            check_partitions(image, a, kth, axis, endwith, fill, repr(c))
        if a.dtype.kind != "c":
            check_percentiles(image, a, [0.0, 12.5, 50.0, 99.0, 100.0], repr(c))
