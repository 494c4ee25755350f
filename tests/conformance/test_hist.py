"""Histograms against numpy.histogram: counts and edges are the same to the last bit."""

import numpy as np
import pytest
import stoner_c as sc
from conftest import INTEGERS, quiet, raises
from test_ops import FLOATS, image_of

lib = sc.lib
RANDOM = np.random.default_rng(8)
COLUMNS = ["low", "centre", "high", "count", "density", "cumulative"]
SHAPES = [(1, 9), (9, 1), (2, 2), (7, 13), (301, 200), (3, 20, 21), (50,)]


def table(made):
    assert [lib.table_column_name(made, i) for i in range(lib.table_column_count(made))] == COLUMNS
    return {name: lib.table_read_column(made, i) for i, name in enumerate(COLUMNS)}


def hist(image, bins=0, edges=None, range=None):
    image = image if hasattr(image, "free") else image_of(image)
    edges = None if edges is None else np.ascontiguousarray(edges, float)
    return table(lib.image_hist(image, bins, edges, 0 if edges is None else len(edges), range))


def assert_numpy(ours, values, bins, range=None):
    with quiet():
        counts, edges = np.histogram(values, bins, range)
        density, _ = np.histogram(values, bins, range, density=True)
    np.testing.assert_array_equal(ours["low"], edges[:-1])
    np.testing.assert_array_equal(ours["high"], edges[1:])
    np.testing.assert_array_equal(ours["count"], counts)
    np.testing.assert_array_equal(ours["cumulative"], np.cumsum(counts))
    # numpy takes the widths of f32 edges in f32.
    np.testing.assert_allclose(ours["density"], density, rtol=1e-3 if edges.dtype == np.float32 else 1e-13)
    with quiet():
        centres = edges[:-1].astype(float) + np.diff(edges.astype(float)) / 2
    np.testing.assert_array_equal(ours["centre"], centres)


@pytest.mark.parametrize("dtype", [*INTEGERS, *FLOATS], ids=str)
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_dtypes(shape, dtype):
    array = (RANDOM.random(shape) * 120).astype(dtype)
    for bins, range in ((10, None), (1, None), (256, None), (37, (3, 77.5)), (7, (200, 300)), (1000, (-10, 119))):
        assert_numpy(hist(array, bins, range=range), array, bins, range)
    assert_numpy(hist(array), array, 10)


@pytest.mark.parametrize("dtype", INTEGERS, ids=str)
def test_the_whole_range_of_an_integer(dtype):
    info = np.iinfo(dtype)
    array = RANDOM.integers(info.min, info.max, (40, 50), dtype, endpoint=True)
    array[0, :2] = info.min, info.max
    # As doubles: the difference of the limits is no number of the dtype, and numpy's own way differs by rounding at 64 bits.
    assert_numpy(hist(array, 100), array.astype(float), 100)


def test_bool():
    array = RANDOM.random((9, 11)) < 0.3
    assert_numpy(hist(array, 2), array.astype("u1"), 2)


@pytest.mark.parametrize("dtype", FLOATS, ids=str)
def test_values_on_edges(dtype):
    """Multiples of a step that is no binary fraction: rounding decides, and decides as numpy does."""
    for step in (0.1, 1 / 3, 0.7, 1.0, 1e-7, 1e10):
        array = (RANDOM.integers(-50, 51, (60, 70)) * step).astype(dtype)
        for bins in (10, 100, 99, 1000):
            assert_numpy(hist(array, bins), array, bins)


@pytest.mark.parametrize(
    "edges",
    [[0, 1], [0.1, 0.2, 0.7], np.linspace(0, 1, 33), np.geomspace(1e-3, 1, 20), [0, 0.5, 0.5, 1], [0.25, 0.5, 0.5], [0.5, 0.5], [-np.inf, 0.5, np.inf], [2, 3], [-1e300, 1e300]],
    ids=str,
)
def test_edges_of_the_callers(edges):
    array = np.round(RANDOM.random((40, 41)) * 64) / 64
    for a in (array, array.astype("f4"), (array * 4).astype("u1"), (array * 4).astype("i8")):
        assert_numpy(hist(a, edges=edges), a, np.array(edges, float))


@pytest.mark.parametrize("dtype", [np.dtype("u1"), np.dtype("i2"), np.dtype("i4"), *FLOATS], ids=str)
def test_masks(dtype):
    mask = RANDOM.random((61, 50)) < 0.4
    array = (RANDOM.random((61, 50)) * 100).astype(dtype)
    for poison in (0, 127) if dtype.kind in "ui" else (1e300 if dtype == np.float64 else 1e30, np.nan, -np.inf):
        poisoned = np.ma.MaskedArray(np.where(mask, dtype.type(poison), array), mask)
        assert_numpy(hist(poisoned, 20), array[~mask], 20)
        assert_numpy(hist(poisoned, 20, range=(-5, 60)), array[~mask], 20, (-5, 60))


def test_nan_is_left_out_and_infinity_needs_a_range():
    array = RANDOM.random((20, 30))
    array[3, 4] = np.nan
    assert_numpy(hist(array, 20), array[~np.isnan(array)], 20)
    array[5, 6], array[7, 8] = np.inf, -np.inf
    assert "not finite" in raises("NO_RESULT", lib.image_hist, image_of(array))
    assert_numpy(hist(array, 20, range=(0, 1)), array[np.isfinite(array)], 20, (0, 1))


def test_one_value_and_none():
    assert_numpy(hist(np.full((4, 5), 3.25)), np.full(20, 3.25), 10)
    assert_numpy(hist(np.full((4, 5), 7, "u1"), 4), np.full(20, 7, "u1"), 4)
    empty = np.array([])
    for nothing in (np.zeros((0, 3)), np.full((2, 2), np.nan), np.ma.MaskedArray(np.ones((2, 2)), True)):
        with quiet():
            ours = hist(nothing, 5)
        np.testing.assert_array_equal(ours["low"], np.histogram(empty, 5)[1][:-1])
        np.testing.assert_array_equal(ours["count"], 0)


@pytest.mark.parametrize("view", ["T", "cropped", "flipped"])
def test_views(view):
    array = np.ma.MaskedArray(RANDOM.random((40, 60)), RANDOM.random((40, 60)) < 0.2)
    image = {"T": sc.transpose, "cropped": lambda i: sc.crop(i, (3, 41, 5, 33)), "flipped": lambda i: sc.flip_h(i)}[view](image_of(array))
    assert_numpy(hist(image, 30), sc.to_array(image).compressed(), 30)


def test_threads_and_many_pixels():
    array = RANDOM.standard_normal((700, 900))
    for threads in (1, 2, 5):
        ctx = lib.context_new()
        lib.context_set_threads(threads, ctx=ctx)
        for a in (array, (array * 1000).astype("i2"), array.astype("f4")):
            made = table(lib.image_hist(image_of(a), 300, ctx=ctx))
            assert_numpy(made, a, 300)


def test_metadata():
    image = image_of(RANDOM.random((5, 5)))
    sc.set_f64(image, "energy", 707.0)
    assert lib.metadata_get_f64(lib.table_metadata(lib.image_hist(image)), "energy") == 707


def test_bad_input():
    image, f = image_of(np.zeros((4, 5))), lib.image_hist
    raises("DTYPE", f, image_of(np.zeros((4, 5), complex)))
    for bins in (-1, 2**24 + 1, 2**62):
        raises("INVALID_ARGUMENT", f, image, bins)
    for limits in ((1.0, 0.0), (0.0, np.inf), (np.nan, 1.0), (-1.7e308, 1.7e308)):
        raises("INVALID_ARGUMENT", f, image, 5, range=limits)
    for edges in ([1.0], [1.0, 0.0], [0.0, np.nan], [np.nan, 0.0, 1.0]):
        raises("INVALID_ARGUMENT", f, image, 0, edges, len(edges))
    raises("INVALID_ARGUMENT", f, image, 5, [0.0, 1.0], 2)
    raises("INVALID_ARGUMENT", f, image, 0, [0.0, 1.0], 2, (0.0, 1.0))
    raises("INVALID_ARGUMENT", f, image, n_edges=-1)
    raises("NULL_POINTER", f, image, n_edges=3)
