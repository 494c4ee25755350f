"""Live images against sums by numpy, in whatever pieces and order the points come."""

import numpy as np
import pytest
from conftest import raises
from stoner_c import CONSTANTS, STATUS, StonerError, lib, to_array

REFUSED = (STATUS["INVALID_ARGUMENT"], STATUS["NO_MEMORY"])
NEAREST, LINEAR = CONSTANTS["STONER_SPREAD_NEAREST"], CONSTANTS["STONER_SPREAD_LINEAR"]
#: rows, columns, first, step: y downwards and upwards, one pixel, one row.
GRIDS = [(7, 9, (0.0, 0.0), (1.0, 1.0)), (5, 4, (-3.5, 12.25), (0.25, -0.5)), (1, 1, (1.0, 2.0), (0.5, 0.5)), (1, 13, (0.1, 0.3), (0.1, 0.1))]


def made(grid, spread=NEAREST, reference=0.0):
    rows, columns, (x, y), (dx, dy) = grid
    return lib.live_new(rows, columns, x, y, dx, dy, spread, reference, "um")


def points(grid, n, seed=0, margin=1.5):
    """Positions on the grid and up to `margin` pixels beside it; counts with zeros and negative ones; a monitor."""
    rng = np.random.default_rng(seed)
    rows, columns, first, step = grid
    column, row = rng.uniform(-margin, columns - 1 + margin, n), rng.uniform(-margin, rows - 1 + margin, n)
    x, y = first[0] + step[0] * column, first[1] + step[1] * row
    counts = rng.poisson(2.0, n).astype(float) - (rng.random(n) < 0.02)
    return x, y, counts, rng.uniform(0.5, 400.0, n)


def weights(grid, spread, x, y):
    """(pixel, weight, point) of each part of a point that is on the grid, in the order of the points."""
    rows, columns, first, step = grid
    column, row = (x - first[0]) / step[0], (y - first[1]) / step[1]
    if spread == NEAREST:
        nearest = [np.floor(at) + (at - np.floor(at) >= 0.5) for at in (column, row)]
        parts = [(*nearest, np.ones_like(x))]
    else:
        left, top = np.floor(column), np.floor(row)
        right, down = column - left, row - top
        parts = [(left + i, top + j, (right if i else 1 - right) * (down if j else 1 - down)) for j in (0, 1) for i in (0, 1)]
    found = []
    for c, r, w in parts:
        inside = (c >= 0) & (c < columns) & (r >= 0) & (r < rows) & (w > 0)
        at = np.flatnonzero(inside)
        found.append(np.stack([r[at] * columns + c[at], w[at], at]))
    found = np.concatenate(found, axis=1)
    found = found[:, np.argsort(found[2], kind="stable")]
    return found[0].astype(int), found[1], found[2].astype(int)


def truth(grid, spread, reference, x, y, counts, monitor):
    """Values, errors, coverage; numpy's bincount adds in the order of the points, as the library does."""
    rows, columns = grid[:2]
    good = np.isfinite(x) & np.isfinite(y) & np.isfinite(counts) & np.isfinite(monitor) & (monitor > 0)
    x, y, counts, monitor = x[good], y[good], counts[good], monitor[good]
    pixel, weight, point = weights(grid, spread, x, y)
    total = lambda values: np.bincount(pixel, values, rows * columns).reshape(rows, columns)  # noqa: E731
    c, m, w = total(weight * counts[point]), total(weight * monitor[point]), total(weight)
    variance = total(weight * weight * np.maximum(counts[point], 0.0))
    with np.errstate(invalid="ignore", divide="ignore"):
        values = c / m * reference
        errors = np.sqrt(np.maximum(variance, np.minimum(w, 1.0) ** 2)) / m * reference
    state = len(good), len(x) - len(np.unique(point)), int((~good).sum()), np.count_nonzero(w) / w.size
    return np.where(w > 0, values, np.nan), np.where(w > 0, errors, np.nan), w, state


def close(a, b):
    np.testing.assert_allclose(a, b, rtol=1e-13, atol=0)


def read(live, shape):
    rooms = {name: np.full(shape, -1.0) for name in ("values", "errors", "coverage")}
    lib.live_read(live, **rooms, n_pixels=rooms["values"].size)
    return rooms


def check(live, grid, expected):
    values, errors, coverage, state = expected
    rooms = read(live, values.shape)
    close(rooms["values"], values)
    close(rooms["errors"], errors)
    close(rooms["coverage"], coverage)
    points, outside, invalid, covered = lib.live_state(live)
    assert (points, outside, invalid) == state[:3] and covered == pytest.approx(state[3], rel=1e-15)
    image = lib.live_image(live)
    array = to_array(image)
    np.testing.assert_array_equal(np.ma.getmaskarray(array), coverage == 0)
    np.testing.assert_array_equal(array.filled(np.nan), rooms["values"])
    np.testing.assert_array_equal(to_array(lib.image_plane(image, "error")).filled(np.nan), rooms["errors"])
    np.testing.assert_array_equal(to_array(lib.image_plane(image, "coverage")), rooms["coverage"])
    assert lib.image_plane_count(image) == 2
    assert [lib.image_metadata_get_i64(image, f"live.{name}") for name in ("points", "outside", "invalid")] == list(state[:3])
    origin, step = lib.image_map(image)[:2]
    np.testing.assert_array_equal(origin, grid[2])
    np.testing.assert_array_equal(np.reshape(step, (2, 2)), np.diag(grid[3]))


@pytest.mark.parametrize("spread", [NEAREST, LINEAR])
@pytest.mark.parametrize("grid", GRIDS)
@pytest.mark.parametrize("monitored", [True, False])
def test_values_errors_and_coverage(grid, spread, monitored):
    x, y, counts, monitor = points(grid, 400)
    live = made(grid, spread, 250.0 if monitored else 0.0)
    lib.live_push(live, x, y, counts, monitor if monitored else None, x.size)
    check(live, grid, truth(grid, spread, 250.0 if monitored else 1.0, x, y, counts, monitor if monitored else np.ones_like(monitor)))


@pytest.mark.parametrize("spread", [NEAREST, LINEAR])
def test_the_pieces_do_not_matter(spread):
    grid = (33, 17, (0.0, 0.0), (0.5, -0.25))
    x, y, counts, monitor = points(grid, 5000, seed=1)
    whole, pieces = made(grid, spread), made(grid, spread)
    lib.live_push(whole, x, y, counts, monitor, x.size)
    at = 0
    for n in [1, 0, 7, 1000, 64, 1, 3000, 927]:
        lib.live_push(pieces, *(each[at : at + n].copy() for each in (x, y, counts, monitor)), n)
        lib.live_image(pieces)
        at += n
    assert at == x.size
    for name, found in read(whole, grid[:2]).items():
        assert found.tobytes() == read(pieces, grid[:2])[name].tobytes()


def test_a_scan_that_was_live_is_the_scan():
    """Points at the centres of a meander's pixels: each pixel is its point's counts, exactly."""
    rows, columns = 12, 10
    counts = np.random.default_rng(3).integers(0, 60000, (rows, columns)).astype(float)
    y, x = np.mgrid[:rows, :columns].astype(float)
    order = np.arange(rows * columns).reshape(rows, columns)
    order[1::2] = order[1::2, ::-1].copy()
    order = order.ravel()
    live = made((rows, columns, (20.0, 5.0), (0.125, -0.125)))
    lib.live_push(live, (20.0 + 0.125 * x).ravel()[order], (5.0 - 0.125 * y).ravel()[order], counts.ravel()[order], None, counts.size)
    image = to_array(lib.live_image(live))
    np.testing.assert_array_equal(image.data, counts)
    assert not np.ma.getmaskarray(image).any()


def test_what_cannot_be_used_is_counted():
    grid = GRIDS[0]
    bad = [np.nan, np.inf, -np.inf]
    x, y, counts, monitor = points(grid, 300, seed=5)
    for i, each in enumerate((x, y, counts, monitor)):
        each[i * 10 : i * 10 + 3] = bad
    monitor[50:53] = [0.0, -1.0, -0.0]
    x[60:63] = [1e300, -1e300, 1e18]
    live = made(grid, LINEAR)
    lib.live_push(live, x, y, counts, monitor, x.size)
    expected = truth(grid, LINEAR, 1.0, x, y, counts, monitor)
    assert expected[3][2] == 15
    check(live, grid, expected)


def test_the_borders_of_pixels():
    """A pixel reaches from half a step before its centre, which belongs to it, to half a step behind, which does not."""
    live = made((2, 3, (0.0, 0.0), (2.0, -4.0)))
    x, y = [-1.0, np.nextafter(-1.0, -2), 1.0, np.nextafter(1.0, 0), 5.0, np.nextafter(5.0, 0)], [0.0] * 6
    lib.live_push(live, x, y, [1.0] * 6, None, 6)
    np.testing.assert_array_equal(read(live, (2, 3))["coverage"], [[2, 1, 1], [0, 0, 0]])
    assert lib.live_state(live)[1] == 2
    lib.live_reset(live)
    assert lib.live_state(live) == (0, 0, 0, 0.0)
    lib.live_push(live, [0.0] * 3, [2.0, -2.0, -6.0], [1.0] * 3, None, 3)
    # y falls with the rows, so that the border of greater y belongs to the row.
    np.testing.assert_array_equal(read(live, (2, 3))["coverage"][:, 0], [1, 1])
    assert lib.live_state(live)[1] == 1


@pytest.mark.parametrize("spread", [NEAREST, LINEAR])
def test_defaults(spread):
    """0 is nearest, 1 for the reference, and no unit; another reference scales, another unit is seen."""
    grid = GRIDS[1]
    x, y, counts, monitor = points(grid, 60)
    found = {}
    for reference, unit in [(0.0, None), (1.0, None), (3.0, "um")]:
        live = lib.live_new(*grid[:2], *grid[2], *grid[3], spread, reference, unit)
        lib.live_push(live, x, y, counts, monitor, x.size)
        found[reference] = read(live, grid[:2])["values"]
        assert lib.image_map_unit(lib.live_image(live), 0) == (unit or "")
    assert found[0.0].tobytes() == found[1.0].tobytes()
    close(found[3.0], 3 * found[1.0])


def test_a_copy_goes_its_own_way():
    grid = GRIDS[0]
    x, y, counts, _ = points(grid, 50)
    live = made(grid)
    lib.live_push(live, x, y, counts, None, 50)
    copy = lib.live_clone(live)
    before = read(live, grid[:2])
    lib.live_push(copy, x, y, counts, None, 50)
    assert lib.live_state(live)[0] == 50 and lib.live_state(copy)[0] == 100
    for name, found in read(live, grid[:2]).items():
        assert found.tobytes() == before[name].tobytes()


def test_metadata_come_with_the_image():
    live = made(GRIDS[0])
    metadata = lib.metadata_new()
    lib.metadata_set_f64(metadata, "energy", 708.5)
    lib.metadata_set_f64(metadata, "sample_x", 1.0)
    lib.metadata_set_f64(metadata, "coverage", 1.0)
    lib.live_set_metadata(live, metadata)
    for _ in range(2):
        image = lib.live_image(live)
        assert lib.image_metadata_get_f64(image, "energy") == 708.5
        assert to_array(lib.image_plane(image, "coverage")).shape == (7, 9)
        assert lib.image_map(image)[0].tolist() == [0.0, 0.0]
        lib.live_reset(live)
    # A snapshot's own metadata, positions and planes included, can be given to the next.
    lib.live_set_metadata(live, lib.image_metadata(image))
    lib.live_push(live, [1.0], [1.0], [5.0], None, 1)
    assert lib.image_metadata_get_i64(lib.live_image(live), "live.points") == 1


def test_bad_arguments():
    rows, columns, first, step = GRIDS[0]
    good = [rows, columns, *first, *step, NEAREST, 1.0, None]
    wrong = {0: [0, -1, 2**40], 1: [0, -5, 2**62], 2: [np.nan, np.inf], 3: [-np.inf], 4: [0.0, np.nan, np.inf], 5: [0.0], 6: [-1, 2], 7: [-1.0, np.nan, np.inf]}
    for at, values in wrong.items():
        for value in values:
            arguments = [*good]
            arguments[at] = value
            with pytest.raises(StonerError) as caught:
                lib.live_new(*arguments)
            assert caught.value.status in REFUSED, (at, value)
    live = lib.live_new(*good)
    lib.live_push(live, [], [], [], None, 0)
    lib.live_push(live, [1.0], [1.0], [1.0], [2.0], 1)
    raises("INVALID_ARGUMENT", lib.live_push, live, [1.0], [1.0], [1.0], None, 1, text="monitor")
    assert lib.live_state(live)[0] == 1
    lib.live_reset(live)
    lib.live_push(live, [1.0], [1.0], [1.0], None, 1)
    raises("INVALID_ARGUMENT", lib.live_push, live, [1.0], [1.0], [1.0], [2.0], 1, text="monitor")
    raises("SHAPE", lib.live_read, live, values=np.zeros(5), n_pixels=5, text="`n_pixels`")
    for n in (-1, 2**62):
        with pytest.raises(StonerError) as caught:
            lib.live_push(live, np.zeros(2), np.zeros(2), np.zeros(2), None, n)
        assert caught.value.status in REFUSED
