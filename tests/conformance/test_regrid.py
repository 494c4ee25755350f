"""griddata, gridimage and loading with regrid against SciPy, exact arithmetic and truth.

Linear interpolation is SciPy's where the triangulation is unique: positions are moved by at least a thousandth of a pixel. On
exact lattices either diagonal of a cell is right. The cubic's gradients are compared with SciPy's at its tightest: its
default stops early, in a way that depends on units.
"""

import numpy as np
import pytest
import stoner_c as sc
from conftest import raises
from scipy.interpolate import CloughTocher2DInterpolator, NearestNDInterpolator, griddata
from scipy.spatial import cKDTree

LINEAR, NEAREST, CUBIC = (sc.CONSTANTS[f"STONER_GRID_{name}"] for name in ("LINEAR", "NEAREST", "CUBIC"))
MEAN, VALUE, MASK = (sc.CONSTANTS[f"STONER_GRID_FILL_{name}"] for name in ("MEAN", "VALUE", "MASK"))
METHODS = {"linear": LINEAR, "nearest": NEAREST, "cubic": CUBIC}


def rng(seed=20171015):
    return np.random.default_rng(seed)


def ours(points, values, xi, method="linear", fill=np.nan, rescale=False):
    images = [sc.from_array(np.asarray(a)) for a in (points, values, xi)]
    result = sc.to_array(sc.lib.image_griddata(*images, METHODS[method], fill, rescale))
    assert not result.mask.any()
    return result.data


def scipys(points, values, xi, method="linear", fill=np.nan, rescale=False):
    if method == "cubic":
        found = CloughTocher2DInterpolator(points, values, fill, 1e-13, 100000, rescale)
        return found(xi)
    return griddata(points, values, xi, method, fill, rescale)


def assert_close(found, wanted, values, tolerance=1e-10):
    assert found.shape == wanted.shape
    np.testing.assert_array_equal(np.isnan(found), np.isnan(wanted))
    span = np.ptp(np.abs(values)) + np.abs(values).max()
    np.testing.assert_allclose(found, wanted, rtol=0, atol=tolerance * span, equal_nan=True)


def lattice(rows, columns, jitter, down=True, seed=1):
    """Nominal x and y, measured x and y of each pixel."""
    y, x = np.mgrid[:rows, :columns].astype(float)
    y = y[::-1] if down else y
    random = rng(seed)
    return x, y, x + random.uniform(-jitter, jitter, x.shape), y + random.uniform(-jitter, jitter, x.shape)


def surface(x, y):
    return 3 + np.sin(x / 3) * np.cos(y / 4) + 0.1 * x


def flat(x, y):
    return np.stack([x.ravel(), y.ravel()], 1)


class TestGriddata:
    @pytest.mark.parametrize("method", METHODS)
    @pytest.mark.parametrize("shape", [(2, 2), (7, 13), (13, 7), (2, 30), (45, 31)], ids=str)
    @pytest.mark.parametrize("jitter", [1e-3, 0.1, 0.45, 3.0])
    @pytest.mark.parametrize("down", [True, False])
    def test_scipy_on_moved_lattices(self, method, shape, jitter, down):
        x, y, px, py = lattice(*shape, jitter, down)
        values = surface(px, py).ravel()
        points = flat(px, py)
        scattered = rng().uniform(-1, 1.2 * max(shape), (200, 2))
        grid = np.stack([x + 0.3, y - 0.2], -1)
        finer = np.stack(np.meshgrid(np.linspace(-1, shape[1], 40), np.linspace(shape[0], 0, 33)), -1)
        turned = np.stack([0.7 * x - 0.6 * y, 0.6 * x + 0.7 * y], -1)
        for xi in (grid, finer, turned, scattered, scattered.reshape(4, 10, 5, 2)):
            assert_close(ours(points, values, xi, method), scipys(points, values, xi, method), values)

    @pytest.mark.parametrize("method", METHODS)
    @pytest.mark.parametrize("n", [3, 4, 10, 1000])
    def test_scipy_on_scattered_points(self, method, n):
        random = rng(n)
        points, values = random.random((n, 2)), random.normal(size=n)
        for xi in (random.uniform(-0.2, 1.2, (500, 2)), np.stack(np.meshgrid(*[np.linspace(-0.1, 1.1, 50)] * 2), -1)):
            assert_close(ours(points, values, xi, method, -7.5), scipys(points, values, xi, method, -7.5), values)

    @pytest.mark.parametrize("method", METHODS)
    def test_dtypes(self, method):
        x, y, px, py = lattice(9, 8, 0.2)
        points, xi = flat(px, py), np.stack([x + 0.1, y + 0.2], -1)
        for dtype in sc.DTYPES:
            values = (20 * surface(px, py)).ravel().astype(dtype)
            if dtype.kind == "c":
                values = values * dtype.type(1 - 0.5j) + dtype.type(1j) * px.ravel().astype(dtype)
            found, wanted = ours(points, values, xi, method), scipys(points, values, xi, method)
            assert found.dtype == (dtype if method == "nearest" else np.complex128 if dtype.kind == "c" else np.float64)
            assert_close(found.astype(complex), np.asarray(wanted).astype(complex), values.astype(complex))
        positions = (3 * points).astype(np.float32)
        values = surface(px, py).ravel()
        assert_close(ours(positions, values, 3 * xi, method), scipys(positions.astype(float), values, 3 * xi, method), values)

    @pytest.mark.parametrize("method", METHODS)
    def test_rescale(self, method):
        random = rng()
        points = random.random((300, 2)) * [1e-3, 500] + [7, -30]
        values, xi = random.normal(size=300), random.random((400, 2)) * [1.2e-3, 600] + [7, -30]
        found = ours(points, values, xi, method, rescale=True)
        assert_close(found, scipys(points, values, xi, method, rescale=True), values, 1e-9)
        plain = ours(points, values, xi, method)
        assert np.nanmax(np.abs(found - plain)) > 0.01

    @pytest.mark.parametrize("method", METHODS)
    @pytest.mark.parametrize("scale", [2.0**-900, 1e-150, 1e-9, 1e9, 1e150, 2.0**900])
    def test_units_do_not_matter(self, method, scale):
        x, y, px, py = lattice(12, 15, 0.2)
        values, points, xi = surface(px, py).ravel(), flat(px, py), np.stack([x + 0.1, y + 0.2], -1)
        wanted = ours(points, values, xi, method)
        assert_close(ours(points * scale, values, xi * scale, method), wanted, values, 1e-11)
        small = 1e-200
        assert_close(ours(points, values * small, xi, method), wanted * small, values * small, 1e-11)

    @pytest.mark.parametrize("origin", [(0, 0), (0.1, -0.3), (-17.3, 1e4 / 3)], ids=str)
    @pytest.mark.parametrize("step", [1.0, 0.1])
    def test_exact_lattices(self, origin, step):
        """Either diagonal is right; ours is the one on which x grows and y falls, wherever the origin is."""
        values = rng().normal(size=(9, 7))
        y, x = np.mgrid[:9, :7] * step
        points = flat(x + origin[0], y + origin[1])
        middles = points.reshape(9, 7, 2)[:-1, :-1] + 0.5 * step
        found = ours(points, values.ravel(), middles)
        falling = 0.5 * (values[1:, :-1] + values[:-1, 1:])
        np.testing.assert_allclose(found, falling, atol=1e-9)
        rising = 0.5 * (values[:-1, :-1] + values[1:, 1:])
        theirs = griddata(points, values.ravel(), middles)
        assert np.all(np.minimum(np.abs(theirs - falling), np.abs(theirs - rising)) < 1e-9)
        # At the points themselves, the border among them, their own values.
        for method in METHODS:
            for xi in (points, points.reshape(9, 7, 2)):
                np.testing.assert_allclose(ours(points, values.ravel(), xi, method).ravel(), values.ravel(), atol=1e-9)

    def test_a_plane_is_itself(self):
        random = rng()
        points = random.random((500, 2))
        plane = lambda p: 2 - 3 * p[..., 0] + 5 * p[..., 1]
        xi = random.uniform(0.2, 0.8, (500, 2))
        for method in ("linear", "cubic"):
            np.testing.assert_allclose(ours(points, plane(points), xi, method), plane(xi), atol=1e-12)

    def test_the_cubic_has_a_continuous_gradient(self):
        random = rng()
        points, values = random.random((40, 2)), random.normal(size=40)
        start, direction, h = np.array([0.2, 0.3]), np.array([0.6, 0.37]), 1e-5
        along = np.arange(0, 1, h)[:, None] * direction + start
        second = np.diff(ours(points, values, along, "cubic"), 2) / h**2
        second = second[np.isfinite(second)]
        # A kink of size k would give k / h.
        assert np.abs(second).max() < 0.02 / h
        assert np.abs(np.diff(ours(points, values, along), 2) / h**2).max() > 0.1 / h

    @pytest.mark.parametrize("method", METHODS)
    def test_what_is_left_out(self, method):
        x, y, px, py = lattice(12, 11, 0.2)
        points, values = flat(px, py), surface(px, py).ravel()
        xi = np.stack([x + 0.1, y + 0.2], -1)
        out = rng().choice(len(values), 30, replace=False)
        keep = np.ones(len(values), bool)
        keep[out] = False
        wanted = scipys(points[keep], values[keep], xi, method)
        nan_values, nan_points, inf_points = values.copy(), points.copy(), points.copy()
        nan_values[out] = np.nan
        nan_points[out[::2], 0] = nan_points[out[1::2], 1] = np.nan
        inf_points[out, 1] = np.inf
        assert_close(ours(points, nan_values, xi, method), wanted, values)
        assert_close(ours(nan_points, values, xi, method), wanted, values)
        assert_close(ours(inf_points, values, xi, method), wanted, values)
        for poison in (1e300, np.nan, -np.inf):
            poisoned = np.ma.MaskedArray(np.where(keep, values, poison), ~keep)
            assert_close(ours_masked(points, poisoned, xi, method), wanted, values)
            masked = np.ma.MaskedArray(np.where(keep[:, None], points, poison), np.stack([~keep] * 2, -1))
            assert_close(ours_masked(masked, values, xi, method), wanted, values)
        hole = np.ma.MaskedArray(xi, np.zeros(xi.shape, bool))
        hole.mask[3, 4, 0] = True
        hole.data[5, 6] = np.nan
        found = ours_masked(points, values, hole, method)
        assert np.isnan(found[3, 4]) and np.isnan(found[5, 6])
        assert_close(np.delete(found.ravel(), [37, 61]), np.delete(ours(points, values, xi, method).ravel(), [37, 61]), values)

    def test_points_on_one_place(self):
        x, y, px, py = lattice(6, 7, 0.2)
        points, values = flat(px, py), surface(px, py).ravel()
        xi = np.stack([x + 0.1, y + 0.2], -1)
        twice = np.concatenate([points, points[5:20], points[5:7]])
        more = np.concatenate([values, values[5:20] + 3, values[5:7] + 9])
        mean = values.copy()
        mean[5:20] += 1.5
        mean[5:7] += 2.5
        for method in ("linear", "cubic"):
            assert_close(ours(twice, more, xi, method), scipys(points, mean, xi, method), values)
        assert_close(ours(twice, more, xi, "nearest"), scipys(points, values, xi, "nearest"), values)

    def test_nearest_of_several_is_the_first(self):
        points = np.array([[1.0, 0], [-1, 0], [0, 1], [0, -1], [5, 5]])
        for order in (np.arange(5), np.arange(5)[::-1]):
            found = ours(points[order], np.arange(5.0), np.zeros((1, 2)), "nearest")
            assert found[0] == (0 if order[0] == 0 else 1)

    @pytest.mark.parametrize("kind", ["far targets", "clusters", "line", "one point"])
    def test_nearest_of_uneven_points(self, kind):
        random = rng()
        points = {
            "far targets": random.random((300, 2)),
            "clusters": np.concatenate([random.random((300, 2)) * 1e-4, random.random((5, 2)) + 3]),
            "line": np.stack([random.random(200), np.full(200, 0.25)], 1),
            "one point": np.array([[0.3, 0.4]]),
        }[kind]
        xi = random.normal(size=(300, 2)) * (1000 if kind == "far targets" else 2)
        values = np.arange(float(len(points)))
        np.testing.assert_array_equal(ours(points, values, xi, "nearest"), NearestNDInterpolator(points, values)(xi))

    def test_refusals(self):
        random = rng()
        points, values, xi = random.random((20, 2)), random.random(20), random.random((5, 2))
        line = np.stack([np.arange(20.0), 3 * np.arange(20.0) + 1], 1)
        for method in ("linear", "cubic"):
            assert "line" in raises("NO_RESULT", ours, line, values, xi, method)
            assert "line" in raises("NO_RESULT", ours, line * 0.1 + 1 / 3, values, xi, method)
            raises("NO_RESULT", ours, points[:2], values[:2], xi, method)
            raises("NO_RESULT", ours, np.repeat(points[:1], 20, 0), values, xi, method)
        for method in METHODS:
            raises("NO_RESULT", ours, points, values * np.nan, xi, method)
            raises("NO_RESULT", ours, points[:0], values[:0], xi, method)
        raises("SHAPE", ours, points[:, :1], values, xi)
        raises("SHAPE", ours, points.reshape(4, 5, 2), values, xi)
        raises("SHAPE", ours, points, values[:-1], xi)
        raises("SHAPE", ours, points, values, xi[:, :1])
        raises("SHAPE", ours, points, values, xi[0])
        raises("DTYPE", ours, points.astype(complex), values, xi)
        raises("DTYPE", ours, points, values, xi.astype(complex))
        images = [sc.from_array(a) for a in (points, values, xi)]
        assert "method" in raises("INVALID_ARGUMENT", sc.lib.image_griddata, *images, 3, 0.0, 0)
        assert "rescale" in raises("INVALID_ARGUMENT", sc.lib.image_griddata, *images, 0, 0.0, 2)
        assert ours(points, values, xi[:0]).shape == (0,)

    def test_threads_change_nothing(self):
        x, y, px, py = lattice(150, 170, 0.2)
        images = [sc.from_array(a) for a in (flat(px, py), surface(px, py).ravel(), np.stack([x + 0.1, y + 0.2], -1))]
        for method in METHODS.values():
            found = []
            for threads in (1, 2, 5):
                ctx = sc.lib.context_new()
                sc.lib.context_set_threads(threads, ctx=ctx)
                found.append(sc.to_array(sc.lib.image_griddata(*images, method, np.nan, 0, ctx=ctx)).data)
            assert found[0].tobytes() == found[1].tobytes() == found[2].tobytes()

    def test_cancelling(self):
        x, y, px, py = lattice(30, 30, 0.2)
        images = [sc.from_array(a) for a in (flat(px, py), surface(px, py).ravel(), np.stack([x + 0.1, y + 0.2], -1))]
        ctx = sc.lib.context_new()
        sc.lib.image_griddata(*images, CUBIC, np.nan, 0, ctx=ctx)
        assert sc.lib.context_progress(ctx=ctx) == 1
        sc.lib.context_cancel(ctx=ctx)
        for method in METHODS.values():
            raises("CANCELLED", sc.lib.image_griddata, *images, method, np.nan, 0, ctx=ctx)


def orders(rows, columns):
    """The pixels of a raster in the orders in which scans and lists have them."""
    raster = np.arange(rows * columns).reshape(rows, columns)
    meander = raster.copy()
    meander[1::2] = meander[1::2, ::-1]
    halves = [part for half in np.array_split(raster, 2, 0) for part in np.array_split(half, 3, 1)]
    y, x = np.mgrid[:rows, :columns]
    far = np.hypot(y - rows / 2, x - columns / 2)
    return {
        "raster": raster.ravel(),
        "backwards": raster.ravel()[::-1],
        "meander": meander.ravel(),
        "y first": raster.T.ravel(),
        "tiles": np.concatenate([part.ravel() for part in halves]),
        "outwards": np.argsort(far.ravel(), kind="stable"),
        "shuffled": rng().permutation(rows * columns),
    }


class TestAnyOrder:
    @pytest.mark.parametrize("order", orders(2, 2))
    @pytest.mark.parametrize("jitter", [0.02, 0.2, 1.0])
    @pytest.mark.parametrize("method", METHODS)
    def test_griddata(self, order, jitter, method):
        x, y, px, py = lattice(37, 52, jitter, seed=4)
        points, values = flat(px, py)[orders(37, 52)[order]], None
        values = surface(*points.T)
        xi = np.stack([x + 0.3, y - 0.2], -1)
        for kept in (slice(None), rng(1).random(len(values)) < 0.6):
            some = np.where(np.isin(np.arange(len(values)), np.arange(len(values))[kept]), values, np.nan)
            found = ours(points, some, xi, method)
            assert_close(found, scipys(points[kept], values[kept], xi, method), values)

    @pytest.mark.parametrize("order", orders(2, 2))
    @pytest.mark.parametrize("jitter", [0.0, 0.2, 0.7])
    def test_gridimage_has_no_holes_where_there_are_none(self, order, jitter):
        """Steps of the scan cannot be measured between neighbours in such an order."""
        shape = (40, 50)
        x, y, px, py = lattice(*shape, jitter, down=False)
        at = orders(*shape)[order]
        px, py = px.ravel()[at].reshape(shape), py.ravel()[at].reshape(shape)
        ctx = sc.lib.context_new()
        found = sc.to_array(gridimage(scan(surface(px, py), x, y, px, py), ctx=ctx)[1])
        assert sc.lib.context_warning_count(ctx=ctx)[0] == 0
        assert not found.mask[3:-3, 3:-3].any()
        np.testing.assert_array_equal(found.mask, np.isnan(scipys(flat(px, py), px.ravel(), np.stack([x, y], -1))) if jitter else False)
        assert np.abs(found - surface(x, y)).max() < 0.2

    @pytest.mark.parametrize("order", orders(2, 2))
    def test_gridimage_finds_holes(self, order):
        shape = (40, 50)
        x, y, px, py = lattice(*shape, 0.2, down=False)
        at = orders(*shape)[order]
        values = np.where(np.hypot(px - 22, py - 19) < 8, np.nan, surface(px, py)).ravel()[at].reshape(shape)
        px, py = px.ravel()[at].reshape(shape), py.ravel()[at].reshape(shape)
        found = sc.to_array(gridimage(scan(values, x, y, px, py))[1])
        from_middle = np.hypot(x - 22, y - 19)
        assert found.mask[from_middle < 5.5].all() and not found.mask[3:-3, 3:-3][from_middle[3:-3, 3:-3] > 9].any()


class TestUnevenPoints:
    """Points that make triangulations slow, overflow stacks or go wrong."""

    SHAPES = {
        "clusters": lambda r, n: r.random((20, 2))[np.arange(n) % 20] + 1e-3 * r.random((n, 2)),
        "a cluster and others": lambda r, n: np.where(np.arange(n)[:, None] % 50, 1e-2, 1) * r.random((n, 2)),
        "exponential": lambda r, n: np.exp(-5 * r.random(n))[:, None] * r.normal(size=(n, 2)),
        "two lines": lambda r, n: np.stack([r.random(n), np.arange(n) % 2.0], 1),
        "two upright lines": lambda r, n: np.stack([np.arange(n) % 2.0, r.random(n)], 1),
        "parabola": lambda r, n: (lambda x: np.stack([x, x * x], 1))(r.random(n)),
        "ring": lambda r, n: (lambda a, d: np.stack([d * np.cos(a), d * np.sin(a)], 1))(7 * r.random(n), 1 + 1e-2 * r.random(n)),
        "anisotropic": lambda r, n: r.random((n, 2)) * [1, 1e-4],
    }

    @pytest.mark.parametrize("shape", SHAPES)
    @pytest.mark.parametrize("n", [30, 5000])
    def test_scipy(self, shape, n):
        points = self.SHAPES[shape](rng(6), n)
        values = rng(7).normal(size=n)
        # Means of three points that lie close together in the list of neighbours: inside, and at all scales.
        order = np.argsort(points[:, 0] + 0.7 * points[:, 1])
        xi = np.concatenate([(points[order[:-2]] + points[order[1:-1]] + points[order[2:]]) / 3, rng(8).random((500, 2))])
        found, wanted = ours(points, values, xi), scipys(points, values, xi)
        # On the hull either program may count a target as outside.
        differ = np.isnan(found) != np.isnan(wanted)
        assert differ.mean() < 0.01
        both = ~np.isnan(found) & ~np.isnan(wanted)
        assert both.sum() > n / 2
        close = np.abs(found - wanted)[both] < 1e-6 * np.ptp(values)
        # Qhull joins facets that it cannot tell apart.
        assert close.mean() > 0.995, close.mean()

    @pytest.mark.parametrize("kind", ["line", "circle", "lattice", "few places", "one place", "huge", "tiny", "infinite"])
    def test_degenerate_ones_end(self, kind):
        n = 40000
        random = rng(9)
        angle = 2 * np.pi * random.random(n)
        side = np.indices((200, 200)).reshape(2, -1).T.astype(float)
        points = {
            "line": np.stack([angle, 0.3 * angle + 1], 1),
            "circle": np.stack([np.cos(angle), np.sin(angle)], 1),
            "lattice": side @ np.array([[0.8, 0.6], [-0.6, 0.8]]),
            "few places": np.floor(7 * random.random((n, 2))),
            "one place": np.ones((n, 2)),
            "huge": 1e307 * (random.random((n, 2)) - 0.5),
            "tiny": 5e-324 * np.floor(1e6 * random.random((n, 2))),
            "infinite": np.where(random.random((n, 2)) < 0.5, np.inf, random.random((n, 2))),
        }[kind]
        plane = lambda p: p[..., 0] / np.abs(points[np.isfinite(points)]).max() * 3 + 1
        values = np.where(np.isfinite(points[:, 0]), plane(points), 0.0)
        keep = np.isfinite(points).all(1)
        middle = points[keep][:1000].mean(0, keepdims=True)
        if kind in ("line", "one place"):
            assert "line" in raises("NO_RESULT", ours, points, values, middle)
        else:
            np.testing.assert_allclose(ours(points, values, middle), plane(middle), atol=1e-9)


def ours_masked(points, values, xi, method):
    images = [sc.from_array(a) for a in (points, values, xi)]
    return sc.to_array(sc.lib.image_griddata(*images, METHODS[method], np.nan, 0)).data


def scan(array, x, y, px, py, current=None):
    """An image with positions, ring current and the map of x and y."""
    image = sc.from_array(array)
    for name, plane in (("actual_x", px), ("actual_y", py), ("beam current", current)):
        if plane is not None:
            sc.lib.image_set_plane(image, name, sc.from_array(plane), "um")
    sc.lib.image_set_map(image, [x[0, 0], y[0, 0]], [x[0, 1] - x[0, 0], 0, 0, y[1, 0] - y[0, 0]], "sample_x", "sample_y", "um", "um")
    sc.set_f64(image, "some key", 2.5)
    return image


def plane(image, name):
    return sc.to_array(sc.lib.image_plane(image, name))


def gridimage(image, **keywords):
    return sc.lib.image_gridimage(image, **keywords)


def assert_gridded(found, wanted, values):
    """`wanted` has NaN where there are no data."""
    np.testing.assert_array_equal(found.mask, np.isnan(wanted))
    assert_close(np.where(found.mask, np.nan, found.data), wanted, values)


class TestGridimage:
    @pytest.mark.parametrize("method", METHODS)
    @pytest.mark.parametrize("rescale", [False, True])
    @pytest.mark.parametrize("shape", [(2, 2), (13, 7), (31, 45)], ids=str)
    def test_scipy(self, method, rescale, shape):
        x, y, px, py = lattice(*shape, 0.2)
        px, py, x, y = 3 * px + 7, 2 * py - 1, 3 * x + 7, 2 * y - 1
        values = surface(px, py)
        current = 400 + 0.01 * px * py
        offset, image = gridimage(scan(values, x, y, px, py, current), method=METHODS[method], rescale=rescale)
        wanted = scipys(flat(px, py), values.ravel(), np.stack([x, y], -1), method, rescale=rescale)
        found = sc.to_array(image)
        assert_gridded(found, wanted, values)
        if found.mask.any():
            np.testing.assert_allclose(found.data[found.mask], values.mean(), rtol=1e-12)
        np.testing.assert_array_equal(plane(image, "actual_x").data, x)
        np.testing.assert_array_equal(plane(image, "actual_y").data, y)
        beam = "nearest" if method == "nearest" else "linear"
        assert_gridded(plane(image, "beam current"), scipys(flat(px, py), current.ravel(), np.stack([x, y], -1), beam, rescale=rescale), current)
        assert list(offset) == [0, 0]
        assert sc.lib.image_metadata_get_f64(image, "some key") == 2.5
        assert sc.lib.image_plane_unit(image, "actual_x") == "um"
        if shape == (2, 2) and method != "nearest":
            return  # One valid pixel is left.
        # A second time nothing changes, because the positions are on the grid.
        again = sc.to_array(gridimage(image, method=METHODS[method], rescale=rescale)[1])
        valid = ~again.mask & ~found.mask
        assert valid.any()
        np.testing.assert_allclose(again.data[valid], found.data[valid], atol=1e-9)

    def test_fills(self):
        x, y, px, py = lattice(9, 8, 0.2)
        values = np.ma.MaskedArray(surface(px, py), np.zeros(x.shape, bool))
        values.mask[2, 3] = values.mask[0, 0] = True
        values.data[2, 3], values.data[0, 0] = 1e300, np.nan
        image = scan(values, x, y, px, py)
        wanted = scipys(flat(px, py)[~values.mask.ravel()], values.compressed(), np.stack([x, y], -1))
        for mode, given, fill in ((MEAN, 5.0, values.mean()), (VALUE, -3.5, -3.5), (VALUE, np.nan, np.nan), (MASK, 5.0, 0.0)):
            found = sc.to_array(gridimage(image, fill_mode=mode, fill_value=given)[1])
            assert_gridded(found, wanted, values.compressed())
            np.testing.assert_allclose(found.data[found.mask], fill, rtol=1e-12)
        assert "fill_mode" in raises("INVALID_ARGUMENT", gridimage, image, fill_mode=3)
        assert "method" in raises("INVALID_ARGUMENT", gridimage, image, method=-1)
        assert "rescale" in raises("INVALID_ARGUMENT", gridimage, image, rescale=-1)
        assert "remove_offset" in raises("INVALID_ARGUMENT", gridimage, image, remove_offset=2)

    def test_dtypes(self):
        x, y, px, py = lattice(9, 8, 0.2)
        for dtype in sc.DTYPES:
            values = (9 * surface(px, py)).astype(dtype)
            values = values + dtype.type(1j) * px.astype(dtype) if dtype.kind == "c" else values
            found = sc.to_array(gridimage(scan(values, x, y, px, py))[1])
            assert found.dtype == (dtype if dtype in (np.float32, np.complex64) or dtype.kind == "c" else np.float64)
            wanted = scipys(flat(px, py), values.astype(complex).ravel(), np.stack([x, y], -1))
            tolerance = 1e-6 if dtype.itemsize // (2 if dtype.kind == "c" else 1) == 4 else 1e-10
            assert_close(np.where(found.mask, np.nan, found.data.astype(complex)), wanted, np.abs(wanted[~np.isnan(wanted)]), tolerance)

    def test_stacks(self):
        x, y, px, py = lattice(9, 8, 0.2)
        random = rng()
        stack = random.normal(size=(3, 9, 8))
        bad = np.zeros(stack.shape, bool)
        bad[1, 4, 4] = True
        stack[1, 4, 4] = 1e300
        every = np.stack([px + 0.1 * i for i in range(3)])
        xi = np.stack([x, y], -1)
        current = 400 + random.random((9, 8))
        for xs, ys in ((px, py), (every, np.stack([py] * 3)), (every, py)):
            for method in METHODS:
                image = scan(np.ma.MaskedArray(stack, bad), x, y, xs, ys, current)
                image = gridimage(image, method=METHODS[method])[1]
                found, beam = sc.to_array(image), plane(image, "beam current")
                for i in range(3):
                    keep = ~bad[i].ravel()
                    frame = xs if xs.ndim == 2 else xs[i]
                    points = flat(frame, py)
                    assert_gridded(found[i], scipys(points[keep], stack[i].ravel()[keep], xi, method), stack[~bad])
                    current_method = "nearest" if method == "nearest" else "linear"
                    wanted = scipys(points, current.ravel(), xi, current_method)
                    assert_gridded(beam if beam.ndim == 2 else beam[i], wanted, current)
                assert beam.ndim == xs.ndim

    @pytest.mark.parametrize("method", METHODS)
    def test_threads_change_no_stack(self, method):
        """Frames with their own positions are shared among threads; each is what it would be alone."""
        x, y, px, py = lattice(40, 30, 0.2)
        random = rng()
        stack = np.ma.MaskedArray(random.normal(size=(5, 40, 30)), random.random((5, 40, 30)) < 0.02)
        xs, ys = px + random.normal(0, 0.2, (2, 5, 40, 30))
        current = 400 + random.random((40, 30))
        found = []
        for threads in (1, 2, 5):
            ctx = sc.lib.context_new()
            sc.lib.context_set_threads(threads, ctx=ctx)
            image = gridimage(scan(stack, x, y, xs, py + ys - px, current), method=METHODS[method], ctx=ctx)[1]
            found.append((sc.to_array(image), plane(image, "beam current")))
        for i in range(5):
            image = gridimage(scan(stack[i], x, y, xs[i], (py + ys - px)[i], current), method=METHODS[method])[1]
            for pixels, beam in found:
                assert pixels[i].tobytes() == sc.to_array(image).tobytes() and beam[i].tobytes() == plane(image, "beam current").tobytes()

    def test_a_plane_that_fails_in_one_frame_is_left_out(self):
        x, y, px, py = lattice(9, 8, 0.2)
        stack = rng().normal(size=(3, 9, 8))
        image = scan(stack, x, y, np.stack([px] * 3), np.stack([py] * 3))
        current = np.full(stack.shape, 400.0)
        current[1] = np.nan
        sc.lib.image_set_plane(image, "beam current", sc.from_array(current), None)
        ctx = sc.lib.context_new()
        found = gridimage(image, ctx=ctx)[1]
        raises("KEY_NOT_FOUND", plane, found, "beam current")
        assert not sc.to_array(found).mask.all()
        said = [sc.lib.context_warning(i, ctx=ctx) for i in range(sc.lib.context_warning_count(ctx=ctx)[0])]
        assert any("beam current" in text and "frame 1" in text for text in said), said

    def test_given_positions_and_grids(self):
        x, y, px, py = lattice(9, 8, 0.2)
        values = surface(px, py)
        fine = np.meshgrid(np.linspace(1, 6, 31), np.linspace(7, 1, 20))
        bare = sc.from_array(values)
        points = dict(points_x=sc.from_array(px), points_y=sc.from_array(py))
        target = dict(xi_x=sc.from_array(fine[0]), xi_y=sc.from_array(fine[1]))
        _, image = gridimage(bare, **points, **target)
        assert_gridded(sc.to_array(image), scipys(flat(px, py), values.ravel(), np.stack(fine, -1)), values)
        origin, step = sc.lib.image_map(image)[:2]
        np.testing.assert_allclose(origin, [1, 7])
        np.testing.assert_allclose(step, [5 / 30, 0, 0, -6 / 19], atol=1e-15)
        np.testing.assert_array_equal(plane(image, "actual_x").data, fine[0])
        # Given positions and grids take precedence over the image's own.
        _, again = gridimage(scan(values, x + 100, y, px + 50, py), **points, **target)
        np.testing.assert_array_equal(sc.to_array(again).data, sc.to_array(image).data)
        # Targets that are no grid.
        odd = [a + 0.1 * rng().random(a.shape) for a in fine]
        _, image = gridimage(bare, **points, xi_x=sc.from_array(odd[0]), xi_y=sc.from_array(odd[1]))
        assert_gridded(sc.to_array(image), scipys(flat(px, py), values.ravel(), np.stack(odd, -1)), values)
        np.testing.assert_array_equal(plane(image, "sample_x").data, odd[0])
        raises("NO_RESULT", sc.lib.image_map, image)
        # Missing and unsuitable arguments.
        raises("NO_RESULT", gridimage, bare, **target)
        raises("NO_RESULT", gridimage, bare, **points)
        raises("INVALID_ARGUMENT", gridimage, bare, points_x=points["points_x"], **target)
        raises("INVALID_ARGUMENT", gridimage, bare, xi_y=target["xi_y"], **points)
        raises("SHAPE", gridimage, bare, points_x=target["xi_x"], points_y=target["xi_y"], **target)
        raises("SHAPE", gridimage, bare, xi_x=target["xi_x"], xi_y=points["points_y"], **points)
        raises("SHAPE", gridimage, sc.from_array(values.ravel()), **points, **target)
        raises("DTYPE", gridimage, bare, points_x=sc.from_array(px + 0j), points_y=points["points_y"], **target)

    @pytest.mark.parametrize("shape", [(13, 11), (12, 10)], ids=str)
    def test_offset(self, shape):
        x, y, px, py = lattice(*shape, 0.2)
        px, py = px - 6.52, py + 1.25
        values = surface(px, py)
        image = scan(values, x, y, px, py)
        true = [np.median(px - x), np.median(py - y)]
        offset, moved = gridimage(image, remove_offset=1)
        np.testing.assert_allclose(offset, true, rtol=1e-13)
        wanted = scipys(flat(px - true[0], py - true[1]), values.ravel(), np.stack([x, y], -1))
        assert_gridded(sc.to_array(moved), wanted, values)
        metadata = sc.lib.image_metadata(moved)
        assert sc.lib.metadata_contains(metadata, "gridimage_offset")
        assert sc.lib.metadata_unit(metadata, "gridimage_offset") == "um"
        np.testing.assert_array_equal(sc.to_array(sc.lib.metadata_get_array(metadata, "gridimage_offset")).data, offset)
        plain = sc.to_array(gridimage(image)[1])
        assert plain.mask.sum() > 2 * sc.to_array(moved).mask.sum()
        assert not sc.lib.metadata_contains(sc.lib.image_metadata(gridimage(image)[1]), "gridimage_offset")
        nan = px.copy()
        nan[3, 4] = np.nan
        offset, _ = gridimage(scan(values, x, y, nan, py), remove_offset=1)
        np.testing.assert_allclose(offset[0], np.nanmedian(nan - x), rtol=1e-13)
        # Against a grid that is given, and one of another shape without a grid of the image's own.
        given = dict(points_x=sc.from_array(px), points_y=sc.from_array(py))
        bare = sc.from_array(values)
        offset, _ = gridimage(bare, **given, xi_x=sc.from_array(x), xi_y=sc.from_array(y), remove_offset=1)
        np.testing.assert_allclose(offset, true, rtol=1e-13)
        other = dict(xi_x=sc.from_array(x[1:]), xi_y=sc.from_array(y[1:]))
        raises("NO_RESULT", gridimage, bare, **given, **other, remove_offset=1)
        offset, _ = gridimage(image, **other, remove_offset=1)
        np.testing.assert_allclose(offset, true, rtol=1e-13)

    def test_too_few(self):
        x, y, px, py = lattice(5, 4, 0.2)
        values = np.ma.MaskedArray(surface(px, py), np.ones(x.shape, bool))
        for method in METHODS.values():
            raises("NO_RESULT", gridimage, scan(values, x, y, px, py), method=method)
        values.mask[1, :] = False
        px[1], py[1] = np.arange(4), 2.0
        raises("NO_RESULT", gridimage, scan(values, x, y, px, py))
        gridimage(scan(values, x, y, px, py), method=NEAREST)


def holed(shape=(48, 40), unit=(0.5, -0.25), seed=5):
    """(x, y, px, py, lost): a scan with twelve rows without positions, two single rows, two rows side by side, a disc of
    radius 5 and single pixels; `lost` is True where there is no position."""
    rows, columns = np.indices(shape).astype(float)
    random = rng(seed)
    jitter = random.uniform(-0.2, 0.2, (2, *shape))
    lost = random.random(shape) < 0.03
    lost[16:28] = lost[4] = lost[8] = lost[34:36] = True
    lost |= np.hypot(rows - 41, columns - 20) < 4.5
    x, y = 3 + unit[0] * columns, 9 + unit[1] * rows
    px, py = 3 + unit[0] * (columns + jitter[0]), 9 + unit[1] * (rows + jitter[1])
    return x, y, np.where(lost, np.nan, px), np.where(lost, np.nan, py), lost


def distance_to_data(x, y, px, py, lost, unit=(0.5, -0.25)):
    tree = cKDTree(np.stack([px[~lost] / unit[0], py[~lost] / unit[1]], 1))
    return tree.query(np.stack([x / unit[0], y / unit[1]], -1))[0]


class TestHoles:
    def wave(self, x, y):
        """It varies so fast that an interpolation across twelve rows of 0.25 is wrong by its amplitude."""
        return 100 + np.sin(2 * np.pi * y / 5) + 0.1 * x

    @pytest.mark.parametrize("method", METHODS)
    @pytest.mark.parametrize("how", ["nan", "masked positions", "masked pixels", "nan pixels"])
    def test_wide_ones_are_masked_and_narrow_ones_filled(self, method, how):
        x, y, px, py, lost = holed()
        truth = self.wave(x, y)
        true_x, true_y = np.where(lost, x, px), np.where(lost, y, py)
        values = np.where(lost, 1e6, self.wave(true_x, true_y))
        if how == "nan pixels":
            image = scan(np.where(lost, np.nan, values), x, y, true_x, true_y, 1 + 0 * x)
        elif how == "masked pixels":
            image = scan(np.ma.MaskedArray(values, lost), x, y, true_x, true_y, 1 + 0 * x)
        elif how == "masked positions":
            image = scan(values, x, y, np.ma.MaskedArray(true_x, lost), np.ma.MaskedArray(true_y, lost), 1 + 0 * x)
        else:
            image = scan(values, x, y, px, py, 1 + 0 * x)
        ctx = sc.lib.context_new()
        _, gridded = gridimage(image, method=METHODS[method], ctx=ctx)
        found = sc.to_array(gridded)
        distance = distance_to_data(x, y, px, py, lost)
        covered = ~np.isnan(scipys(flat(px, py)[~lost.ravel()], values[~lost], np.stack([x, y], -1), method))
        assert found.mask[(distance > 2) & covered].all() and found.mask[17:27][covered[17:27]].all()
        # No place with a pixel within three quarters of a step, and none in one or two lost rows.
        assert not found.mask[covered & (distance <= 0.75)].any()
        assert not found.mask[[4, 8]][covered[[4, 8]]].any() and not found.mask[34:36, 2:-2].any()
        # Along the border long triangles are SciPy's, too.
        error = np.abs(found - truth)[:, 2:-2].max()
        assert error < (0.4 if method == "nearest" else 0.2), error
        np.testing.assert_allclose(found.data[found.mask], (values[~lost] if "pixels" in how else values).mean())
        (text,) = [sc.lib.context_warning(i, ctx=ctx) for i in range(sc.lib.context_warning_count(ctx=ctx)[0])]
        assert f"{(found.mask & covered).sum()} of {x.size} grid points" in text and "max_distance" in text
        # Planes have holes of their own, where positions are lost; and again nothing changes.
        beam = plane(gridded, "beam current").mask
        np.testing.assert_array_equal(beam, found.mask if "pixels" not in how else beam & ~covered)
        again = sc.to_array(gridimage(gridded, method=METHODS[method])[1])
        assert again.mask[(distance > 2) & covered].all()
        both = ~again.mask & ~found.mask
        np.testing.assert_allclose(again.data[both], found.data[both], atol=1e-9)

    @pytest.mark.parametrize("method", METHODS)
    def test_without_a_limit_they_are_scipys(self, method):
        x, y, px, py, lost = holed()
        values = self.wave(np.where(lost, x, px), np.where(lost, y, py))
        ctx = sc.lib.context_new()
        found = sc.to_array(gridimage(scan(values, x, y, px, py), method=METHODS[method], max_distance=np.inf, ctx=ctx)[1])
        assert_gridded(found, scipys(flat(px, py)[~lost.ravel()], values[~lost], np.stack([x, y], -1), method), values)
        assert sc.lib.context_warning_count(ctx=ctx)[0] == 0
        assert np.abs(found - self.wave(x, y))[:, 2:-2].max() > 0.7

    @pytest.mark.parametrize("most", [1.01, 1.5, 3.0, 5.0, 7.1])
    def test_the_limit(self, most):
        x, y, px, py, lost = holed()
        values = self.wave(np.where(lost, x, px), np.where(lost, y, py))
        image = scan(values, x, y, px, py)
        found = sc.to_array(gridimage(image, max_distance=most)[1])
        free = sc.to_array(gridimage(image, max_distance=np.inf)[1])
        distance = distance_to_data(x, y, px, py, lost)
        middles = (distance > most) & ~free.mask
        holes = found.mask & ~free.mask
        assert holes[middles].all() and holes.any() == middles.any()
        # A hole reaches from its middle as far as it is empty.
        rows, columns = np.indices(x.shape)
        if middles.any():
            from_middle = cKDTree(np.argwhere(middles)).query(np.stack([rows, columns], -1))[0]
            sure = (distance > 0.8) & (from_middle < most + 0.6) & ~free.mask
            assert holes[sure].all()
            assert not holes[(from_middle > most + 0.8) | (distance < 0.7)].any()
        np.testing.assert_array_equal(found.data[~found.mask], free.data[~found.mask])

    def test_in_any_units_and_for_any_grid(self):
        """Distances are counted in steps of the scan: neither units nor the new grid change what a hole is."""
        x, y, px, py, lost = holed()
        values = self.wave(np.where(lost, x, px), np.where(lost, y, py))
        plain = sc.to_array(gridimage(scan(values, x, y, px, py))[1])
        for scale, shift in ((1e-9, 0.0), (1e12, 0.0), (1e-150, 0.0), (1.0, 1e4)):
            image = scan(values, x * scale + shift, y * scale + shift, px * scale + shift, py * scale + shift)
            np.testing.assert_array_equal(sc.to_array(gridimage(image)[1]).mask, plain.mask)
        turn = lambda a, b: (0.8 * a - 0.6 * b, 0.6 * a + 0.8 * b)
        names = ("points_x", "points_y", "xi_x", "xi_y")
        given = {n: sc.from_array(a) for n, a in zip(names, (*turn(px, py), *turn(x, y)))}
        np.testing.assert_array_equal(sc.to_array(gridimage(sc.from_array(values), **given)[1]).mask, plain.mask)
        # Four times as fine: the same holes; at every fourth point the same.
        fine = np.meshgrid(x[0, 0] + 0.125 * np.arange(4 * 39 + 1), y[0, 0] - 0.0625 * np.arange(4 * 47 + 1))
        image = scan(values, x, y, px, py)
        found = sc.to_array(gridimage(image, xi_x=sc.from_array(fine[0]), xi_y=sc.from_array(fine[1]))[1])
        assert found[4 * 17 : 4 * 27].mask.all()
        distance = distance_to_data(*fine, px, py, lost)
        assert found.mask[distance > 2].all() and not found.mask[4:-4, 8:-8][distance[4:-4, 8:-8] < 0.75].any()
        # No regular grid.
        bent = fine[0] + 0.01 * np.sin(fine[1]), fine[1]
        found = sc.to_array(gridimage(image, xi_x=sc.from_array(bent[0]), xi_y=sc.from_array(bent[1]))[1])
        assert found[4 * 17 : 4 * 27].mask.all()
        assert found.mask[distance > 2.1].all() and not found.mask[4:-4, 8:-8][distance[4:-4, 8:-8] < 0.7].any()

    def test_frames_of_a_stack_have_their_own(self):
        x, y, px, py, lost = holed()
        true_x, true_y = np.where(lost, x, px), np.where(lost, y, py)
        values = self.wave(true_x, true_y)
        stack = np.ma.MaskedArray([values] * 3, [np.zeros_like(lost), lost, lost[::-1]])
        for dtype in (np.float32, np.float64, np.complex64, np.int16):
            found = sc.to_array(gridimage(scan(stack.astype(dtype), x, y, true_x, true_y))[1])
            for frame, mask in zip(found, stack.mask):
                alone = sc.to_array(gridimage(scan(np.ma.MaskedArray(values, mask).astype(dtype), x, y, true_x, true_y))[1])
                np.testing.assert_array_equal(frame.mask, alone.mask)
                np.testing.assert_array_equal(frame.data, alone.data)
            assert not found[0, 2:-2, 2:-2].mask.any() and found[1, 18:26].mask.all() and found[2, 22:30].mask.all()

    def test_scans_that_are_no_lattice(self):
        """A spiral in one line: squares with as much room as a point has."""
        turns = np.sqrt(np.arange(1, 3000.0))
        angle = 2 * np.pi * turns * 0.61803
        px, py = turns * np.cos(2.4 * np.arange(1, 3000)), turns * np.sin(2.4 * np.arange(1, 3000))
        keep = np.hypot(px - 20, py) > 6
        px, py = px[keep][None], py[keep][None]
        assert angle.size > px.size
        fine = np.meshgrid(np.linspace(-30, 30, 61), np.linspace(-30, 30, 61))
        given = {n: sc.from_array(a) for n, a in zip(("points_x", "points_y", "xi_x", "xi_y"), (px, py, *fine))}
        found = sc.to_array(gridimage(sc.from_array(px + py), **given)[1])
        distance = cKDTree(np.stack([px[0], py[0]], 1)).query(np.stack(fine, -1))[0]
        # A point has room of pi, on a square of the bounding box 4.
        assert found.mask[np.hypot(fine[0] - 20, fine[1]) < 2].all() and not found.mask[distance < 1.3].any()

    def test_refusals(self):
        x, y, px, py, lost = holed()
        image = scan(x, x, y, px, py)
        for bad in (-1.0, np.nan, -np.inf):
            assert "max_distance" in raises("INVALID_ARGUMENT", gridimage, image, max_distance=bad)

    def test_on_load(self, tmp_path):
        x, y, px, py, lost = holed(unit=(0.5, 0.25))
        true_x, true_y = np.where(lost, x, px), np.where(lost, y, py)
        values = self.wave(true_x, true_y)
        path = written(tmp_path / "scan.hdf5", values, 1 + 0 * x, x[0], y[:, 0], px, py)
        found = sc.to_array(sc.lib.load_stxm(path, 1, 0))[::-1]
        expected = sc.to_array(gridimage(scan(values, x, y, px, py))[1])
        np.testing.assert_array_equal(found.mask, expected.mask)
        assert found.mask[17:27].all() and np.abs(found - self.wave(x, y))[:, 2:-2].max() < 0.2


def written(path, counts, current, x, y, px, py):
    """A scan as PolLux writes it: a raster, row 0 the lowest."""
    h5py = pytest.importorskip("h5py")
    with h5py.File(path, "w") as file:
        entry = file.create_group("entry1")
        entry.attrs["NX_class"] = "NXentry"
        entry["definition"] = "NXstxm"
        data = entry.create_group("counter0")
        data.attrs["NX_class"], data.attrs["axes"], data.attrs["signal"] = "NXdata", ["sample_y", "sample_x"], "data"
        data["stxm_scan_type"] = "sample image"
        data["data"], data["sample_x"], data["sample_y"] = counts, x, y
        for name in ("sample_x", "sample_y"):
            data[name].attrs["units"] = "um"
        control = entry.create_group("control")
        control.attrs["NX_class"] = "NXmonitor"
        control["data"] = current
        for name, values in (("counter0", counts), ("sample_x", px), ("sample_y", py)):
            group = entry.create_group(f"instrument/{name}")
            group.attrs["NX_class"] = "NXdetector"
            group["data"] = values.ravel()
    return str(path)


class TestRingCurrent:
    def scan(self, path, bad):
        """Two lines, and some pixels, without current; elsewhere counts of 10 for each unit of it."""
        random = rng()
        x, y = 0.5 * np.arange(40) - 3, 0.25 * np.arange(31) + 2
        grid = np.meshgrid(x, y)
        px, py = grid[0] + random.uniform(-0.1, 0.1, grid[0].shape), grid[1] + random.uniform(-0.05, 0.05, grid[0].shape)
        current = 350 + 40 * np.sin(0.3 * px) + py
        without = random.random(px.shape) < 0.02
        without[9] = without[20] = True
        return written(path, 10 * current, np.where(without, bad, current), x, y, px, py), without, (px, py), grid, current

    @pytest.mark.parametrize("bad", [0.0, -350.0, -1e-9, np.nan, np.inf, -np.inf])
    def test_pixels_without_take_no_part(self, bad, tmp_path):
        path, without, (px, py), grid, current = self.scan(tmp_path / "scan.hdf5", bad)
        ctx = sc.lib.context_new()
        plain = sc.to_array(sc.lib.load_stxm(path, 0, 1, ctx=ctx))
        np.testing.assert_array_equal(plain.mask, without[::-1])
        np.testing.assert_allclose(plain.compressed(), 10, rtol=1e-12)
        image = sc.lib.load_stxm(path, 1, 1, ctx=ctx)
        text = [sc.lib.context_warning(i, ctx=ctx) for i in range(sc.lib.context_warning_count(ctx=ctx)[0])]
        assert len(text) == 2 and all(f"{without.sum()} of {without.size} pixels have no ring current" in t for t in text)
        found = sc.to_array(image)
        # Without the pixels that have no current, not with their values mixed in.
        keep = ~without.ravel()
        points, xi = flat(px, py)[keep], np.stack(grid, -1)[::-1]
        beam = griddata(points, current.ravel()[keep], xi)
        assert_gridded(found, 10 + 0 * beam, np.array([10.0]))
        assert_gridded(plane(image, "beam current"), beam, current)

    @pytest.mark.parametrize("bad", [0.0, np.nan])
    def test_without_bcn_they_count(self, bad, tmp_path):
        path, _, (px, py), grid, current = self.scan(tmp_path / "scan.hdf5", bad)
        found = sc.to_array(sc.lib.load_stxm(path, 1, 0))
        assert_gridded(found, griddata(flat(px, py), 10 * current.ravel(), np.stack(grid, -1)[::-1]), 10 * current)

    @pytest.mark.parametrize("regrid", [0, 1])
    def test_no_current_at_all(self, regrid, tmp_path):
        x, y = np.arange(5.0), np.arange(4.0)
        px, py = np.meshgrid(x, y)
        for bad in (0.0, -1.0, np.nan):
            path = written(tmp_path / "scan.hdf5", np.arange(20.0).reshape(4, 5), np.full((4, 5), bad), x, y, px, py)
            assert "ring current" in raises("NO_RESULT", sc.lib.load_stxm, path, regrid, 1)


class TestRealScans:
    """Positions and counts straight from the file, by h5py."""

    @pytest.fixture(params=["2017-10-15_100", "2017-10-15_101", "2021-03-16_095"])
    def raw(self, request, pollux):
        h5py = pytest.importorskip("h5py")
        path = pollux / f"Sample_Image_{request.param}.hdf5"
        with h5py.File(path) as file:
            entry = file["entry1"]
            counts = entry["counter0/data"][()].astype(float)
            current = entry["control/data"][()].astype(float)
            x, y = entry["counter0/sample_x"][()], entry["counter0/sample_y"][()]
            chronological = [entry[f"instrument/{name}/data"][()].ravel() for name in ("counter0", "sample_x", "sample_y")]
        # 2021_095 is tiled: 4 tile rows by 2 tile columns.
        tiles = (4, 2) if "2021" in request.param else (1, 1)
        order = np.arange(counts.size).reshape(counts.shape)
        order = np.concatenate(
            [tile.ravel() for rows in np.array_split(order, tiles[0], 0) for tile in np.array_split(rows, tiles[1], 1)]
        )
        measured = []
        for values in chronological:
            full = np.empty(counts.size)
            full[order] = values
            measured.append(full.reshape(counts.shape))
        np.testing.assert_array_equal(measured[0], counts)
        grid = np.stack(np.meshgrid(x, y[::-1]), -1)
        return path, counts, current, flat(*measured[1:]), grid

    def test_loading_with_regrid_and_bcn(self, raw):
        path, counts, current, points, grid = raw
        gridded = griddata(points, counts.ravel(), grid)
        beam = griddata(points, current.ravel(), grid)
        image = sc.lib.load_stxm(str(path), 1, 0)
        assert_gridded(sc.to_array(image), gridded, counts)
        assert_gridded(plane(image, "beam current"), beam, current)
        np.testing.assert_allclose(plane(image, "actual_x").data, grid[..., 0], rtol=1e-12)
        np.testing.assert_allclose(plane(image, "actual_y").data, grid[..., 1], rtol=1e-12)
        before = sc.lib.load_stxm(str(path), 0, 0)
        np.testing.assert_array_equal(sc.lib.image_map(image)[0], sc.lib.image_map(before)[0])
        assert sc.lib.metadata_count(sc.lib.image_metadata(image)) == sc.lib.metadata_count(sc.lib.image_metadata(before))
        ratio = sc.to_array(sc.lib.load_stxm(str(path), 1, 1))
        assert_gridded(ratio, gridded / beam, gridded[~np.isnan(gridded)] / beam[~np.isnan(beam)])

    def test_methods_and_offset(self, raw):
        path, counts, _, points, grid = raw
        image = sc.lib.load_stxm(str(path), 0, 0)
        assert_gridded(sc.to_array(gridimage(image, method=CUBIC)[1]), scipys(points, counts.ravel(), grid, "cubic"), counts)
        nearest = sc.to_array(gridimage(image, method=NEAREST)[1])
        assert not nearest.mask.any()
        np.testing.assert_array_equal(nearest.data, griddata(points, counts.ravel(), grid, "nearest"))
        offset, moved = gridimage(image, remove_offset=1)
        nominal = grid[::-1].reshape(-1, 2)
        true = np.median(points - nominal, 0)
        np.testing.assert_allclose(offset, true, rtol=1e-9, atol=1e-12)
        assert_gridded(sc.to_array(moved), griddata(points - offset, counts.ravel(), grid), counts)
        step = grid[0, 1, 0] - grid[0, 0, 0]
        pixels = {"2017": -6.52, "2021": -1.38}[path.stem.split("_")[2][:4]]
        assert abs(offset[0] / step - pixels) < 0.2

    def test_a_focus_scan_has_no_grid_in_x_and_y(self, pollux):
        message = raises("NO_RESULT", sc.lib.load_stxm, str(pollux / "Focus_2021-03-16_051.hdf5"), 1, 0)
        assert "sample_x" in message

    def test_a_stack(self, pollux):
        path = str(pollux / "Sample_Stack_2021-03-16_128.hdf5")
        before, after = sc.lib.load_stxm(path, 0, 0), sc.to_array(sc.lib.load_stxm(path, 1, 0))
        counts, x, y = sc.to_array(before).data, plane(before, "actual_x").data, plane(before, "actual_y").data
        grid = np.stack([sc.to_array(sc.lib.metadata_get_array(sc.lib.image_metadata(before), name)).data for name in ("sample_x", "sample_y")], -1)
        for i in (0, len(counts) - 1):
            assert_gridded(after[i], griddata(flat(x[i], y[i]), counts[i].ravel(), grid), counts[i])
