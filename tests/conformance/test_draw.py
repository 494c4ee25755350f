"""Drawing against skimage.draw and the Python original, through the C interface."""

import warnings

import numpy as np
import pytest
import stoner_c as sc
from conftest import quiet, raises

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from skimage import draw as sk

lib, C = sc.lib, sc.CONSTANTS
SHAPE = (37, 41)
FAR = 10**18


@pytest.fixture(scope="session")
def original(stoner):
    """Draws with the original on an empty image: (function, arguments) to an array."""

    def call(name, *arguments, **keywords):
        with quiet():
            return np.array(getattr(stoner.Image.ImageArray(np.zeros(SHAPE)).draw, name)(*arguments, **keywords))

    return call


def ours(name, *arguments, shape=SHAPE, **keywords):
    """The pixels that a shape takes."""
    image = sc.from_array(np.zeros(shape, "u1"))
    getattr(lib, f"image_draw_{name}")(image, *arguments, **({"value": 1.0} | keywords))
    return np.ma.getdata(sc.to_array(image))


def theirs(coordinates, shape=SHAPE):
    """Those of a pair of arrays; what lies outside is left out."""
    array = np.zeros(shape, "u1")
    rr, cc = (np.atleast_1d(a) for a in coordinates)
    inside = (rr >= 0) & (rr < shape[0]) & (cc >= 0) & (cc < shape[1])
    array[rr[inside], cc[inside]] = 1
    return array


def same(a, b, *what):
    np.testing.assert_array_equal(a, b, err_msg=str(what))


def points(n, low=-15, high=55, seed=20171015):
    return np.random.default_rng(seed).integers(low, high, n).tolist()


def test_line():
    for x0, y0, x1, y1 in points((1500, 4)):
        same(ours("line", x0, y0, x1, y1), theirs(sk.line(y0, x0, y1, x1)), x0, y0, x1, y1)


@pytest.mark.parametrize("shape", [(1, 9), (8, 1), (2, 2), (7, 13)], ids=str)
def test_small_images(shape):
    for x0, y0, x1, y1 in points((100, 4), -5, 15):
        same(ours("line", x0, y0, x1, y1, shape=shape), theirs(sk.line(y0, x0, y1, x1), shape), x0, y0, x1, y1)
        same(ours("disk", x0, y0, abs(x1), shape=shape), theirs(sk.disk((y0, x0), abs(x1)), shape), x0, y0, x1)
        x, y = np.array([x0, x1, y1], float), np.array([y0, y1, x0], float)
        same(ours("polygon", x, y, 3, shape=shape), theirs(sk.polygon(y, x, shape), shape), x, y)


@pytest.mark.parametrize("method", ["bresenham", "andres"])
def test_circle_perimeter(method):
    for radius in range(60):
        x, y = points(2, -5, 45, radius)
        same(ours("circle_perimeter", x, y, radius, C[f"STONER_CIRCLE_{method.upper()}"]),
             theirs(sk.circle_perimeter(y, x, radius, method=method)), x, y, radius)
    for x, y, radius in ((-480, 20, 500), (20, 5020, 5000), (-330, -340, 500)):
        same(ours("circle_perimeter", x, y, radius, C[f"STONER_CIRCLE_{method.upper()}"]),
             theirs(sk.circle_perimeter(y, x, radius, method=method)), x, y, radius)


def test_disk():
    rng = np.random.default_rng(1)
    for x, y, radius in points((300, 3), -5, 45):
        same(ours("disk", x, y, abs(radius)), theirs(sk.disk((y, x), abs(radius))), x, y, radius)
        same(ours("circle", x, y, abs(radius)), theirs(sk.disk((y, x), abs(radius))), x, y, radius)
        x, y, radius = rng.uniform(0, 40, 3)
        same(ours("disk", x, y, radius), theirs(sk.disk((y, x), radius, shape=SHAPE)), x, y, radius)


def test_ellipse():
    rng = np.random.default_rng(2)
    for x, y, a, b in points((300, 4), 0, 45):
        same(ours("ellipse", x, y, a, b, 0.0), theirs(sk.ellipse(y, x, b, a)) if a and b else 0 * ours("disk", 0, 0, 1), x, y, a, b)
        a, b, angle = rng.uniform(0.5, 30, 3)
        # Clockwise here, counter-clockwise there.
        same(ours("ellipse", x, y, a, b, angle), theirs(sk.ellipse(y, x, b, a, rotation=-angle)), x, y, a, b, angle)


def test_an_ellipse_turns_clockwise():
    """At pi/4 its long axis, first along x, points right and down."""
    for name, arguments in (("ellipse", (20, 18, 15, 3)), ("ellipse_perimeter", (20, 18, 15, 3)), ("rotated_rectangle", (20, 18, 30, 6))):
        array = ours(name, *arguments, np.pi / 4)
        y, x = np.nonzero(array)
        assert np.mean((x - 20) * (y - 18)) > 10, name
    array = ours("rotated_rectangle_perimeter", 20, 18, 30, 6, np.pi / 4)
    y, x = np.nonzero(array)
    assert np.mean((x - 20) * (y - 18)) > 10


def test_ellipse_perimeter():
    for x, y, a, b in points((400, 4), 0, 40):
        same(ours("ellipse_perimeter", x, y, a, b, 0.0), theirs(sk.ellipse_perimeter(y, x, b, a)), x, y, a, b)


@pytest.mark.parametrize(("a", "b"), [(5, 0), (0, 5), (17, 0), (0, 1)])
def test_a_line_on_an_axis(a, b):
    """An ellipse without width, turned by so little, or by a quarter, that its half width along an axis is 0 in floating point."""
    for turned in (1e-300, -1e-170):
        np.testing.assert_array_equal(ours("ellipse_perimeter", 20, 19, a, b, turned), ours("ellipse_perimeter", 20, 19, a, b, 0.0))
    for quarter in (np.pi / 2, -np.pi / 2):
        np.testing.assert_array_equal(ours("ellipse_perimeter", 20, 19, a, b, quarter), ours("ellipse_perimeter", 20, 19, b, a, 0.0))


def test_ellipse_perimeter_turned():
    """Both angles run clockwise. Outside of the image scikit-image cuts coordinates off towards 0, so that the shape depends
    on where it lies; of a flat one it forgets parts, as of flat Bezier curves."""
    rng = np.random.default_rng(3)
    shape = (120, 130)
    forgotten = 0
    for _ in range(400):
        a, b = rng.integers(1, 40, 2).tolist()
        x, y = int(rng.integers(50, 75)), int(rng.integers(50, 65))
        angle = rng.uniform(-3.2, 3.2)
        whole = ours("ellipse_perimeter", x, y, a, b, angle, shape=shape)
        expected = theirs(sk.ellipse_perimeter(y, x, b, a, orientation=angle), shape)
        if np.any(whole != expected):
            forgotten += 1
            assert max(a / b, b / a) > 4 and np.all(whole >= expected), (x, y, a, b, angle)
            # What is there besides belongs to the ellipse: no pixel is far from it, and there is no gap.
            t = np.linspace(0, 2 * np.pi, 720)
            u, v = a * np.cos(t), b * np.sin(t)
            curve = np.array([x + u * np.cos(angle) - v * np.sin(angle), y + u * np.sin(angle) + v * np.cos(angle)]).T
            pixels = np.argwhere(whole)[:, ::-1]
            distance = np.hypot(*(pixels[:, None] - curve[None]).transpose(2, 0, 1))
            assert distance.min(1).max() < 2 and distance.min(0).max() < 2, (x, y, a, b, angle)
        moved = ours("ellipse_perimeter", x - 60, y - 60, a, b, angle, shape=shape)
        same(moved[:60, :70], whole[60:, 60:])
    assert forgotten < 20


def inside_by_definition(x, y, shape):
    """O'Rourke's rule in exact arithmetic, for whole vertices."""
    rows, columns = shape
    result = np.zeros(shape, "u1")
    for row in range(rows):
        for column in range(columns):
            right = left = 0
            on = False
            for i in range(len(x)):
                x0, y0, x1, y1 = int(x[i]) - column, int(y[i]) - row, int(x[i - 1]) - column, int(y[i - 1]) - row
                on |= x0 == 0 and y0 == 0
                if (y0 > 0) != (y1 > 0):
                    right += (x0 * y1 - x1 * y0) * (y1 - y0) > 0
                if (y0 < 0) != (y1 < 0):
                    left += (x0 * y1 - x1 * y0) * (y1 - y0) < 0
            result[row, column] = on or right % 2 or left % 2
    return result


def test_polygon():
    rng = np.random.default_rng(4)
    for i in range(400):
        n = int(rng.integers(1, 12))
        x, y = rng.integers(-10, 50, (2, n)).astype(float)
        if i % 2:
            x, y = x + rng.uniform(-1, 1, n), y + rng.uniform(-1, 1, n)
        elif i % 8 == 0:
            same(ours("polygon", x, y, n, shape=(9, 11)), inside_by_definition(x, y, (9, 11)), x, y)
        same(ours("polygon", x, y, n), theirs(sk.polygon(y, x, SHAPE)), x, y)


@pytest.mark.parametrize("clip", [0, 1])
def test_polygon_perimeter(clip):
    rng = np.random.default_rng(5)
    for i in range(400):
        n = int(rng.integers(3, 9))
        x, y = rng.integers(0, 37, (2, n)).astype(float) if not clip else rng.integers(-10, 50, (2, n)).astype(float)
        if i % 2:
            x, y = x + rng.uniform(-0.4, 0.4, n), y + rng.uniform(-0.4, 0.4, n)
        try:
            expected = theirs(sk.polygon_perimeter(y, x, shape=SHAPE, clip=bool(clip)))
        except IndexError:
            # Nothing is left of the polygon; scikit-image fails.
            continue
        same(ours("polygon_perimeter", x, y, n, clip), expected, x.tolist(), y.tolist())


def test_rectangle():
    for x0, y0, x1, y1 in points((300, 4)) + (np.array(points((300, 4))) / 2).tolist():
        same(ours("rectangle", x0, y0, x1, y1), theirs([a.ravel() for a in sk.rectangle((y0, x0), end=(y1, x1))]), x0, y0, x1, y1)
        for clip in (0, 1):
            try:
                expected = theirs(sk.rectangle_perimeter((y0, x0), end=(y1, x1), shape=SHAPE, clip=bool(clip)))
            except IndexError:
                continue
            same(ours("rectangle_perimeter", x0, y0, x1, y1, clip), expected, x0, y0, x1, y1, clip)


def test_bezier_curve():
    """For curves inside; of a flat one (weight below 1/2) scikit-image forgets the second half: ours has more pixels."""
    rng = np.random.default_rng(6)
    forgotten = 0
    for i in range(2000):
        x0, y0, x1, y1, x2, y2 = rng.integers(0, 37, 6).tolist()
        weight = float(rng.choice([0.0, 0.25, 0.4, 0.5, 0.7, 1.0, 2.0, 5.0, rng.uniform(0.1, 8)]))
        with quiet():
            expected = theirs(sk.bezier_curve(y0, x0, y1, x1, y2, x2, weight))
        got = ours("bezier_curve", x0, y0, x1, y1, x2, y2, weight)
        assert got[y0, x0] and got[y2, x2]
        if np.any(got != expected):
            forgotten += 1
            assert weight < 0.71 and np.all(got >= expected) , (x0, y0, x1, y1, x2, y2, weight)
    assert forgotten < 600


def test_bezier_curve_truth():
    """The curve itself: no pixel is farther than a pixel from it, and it has no gaps."""
    rng = np.random.default_rng(7)
    t = np.linspace(0, 1, 4001)[:, None]
    for i in range(200):
        p = rng.integers(0, 37, (3, 2))
        w = float(rng.choice([0.3, 0.45, 0.6, 1.0, 3.0]))
        image = ours("bezier_curve", *p.ravel().tolist(), w)
        weights = np.hstack([(1 - t) ** 2, 2 * w * t * (1 - t), t**2])
        curve = weights @ p / weights.sum(1, keepdims=True)
        pixels = np.argwhere(image)[:, ::-1]
        distance = np.sqrt(((pixels[:, None] - curve[None, ::10]) ** 2).sum(2))
        assert distance.min(1).max() < 1.6, (p, w)
        assert distance.min(0).max() < 1.6, (p, w)


def test_annulus(original):
    """The inner radius first, as its documentation says; the original has it the other way round."""
    for x, y, a, b in points((60, 4), 0, 30):
        ring = ours("annulus", x, y, min(a, b), max(a, b))
        same(ring, theirs(sk.disk((y, x), max(a, b))) - theirs(sk.disk((y, x), min(a, b))), x, y, a, b)
        if a != b:
            same(ours("annulus", x, y, max(a, b), min(a, b)), 1 - ring, x, y, a, b)
            if 0 < min(a, b):
                same(original("annulus", y, x, max(a, b), min(a, b)).astype("u1"), ring)
    same(ours("annulus", 5, 5, 3, 3), 0 * ring)


def test_rotated_rectangles(original):
    rng = np.random.default_rng(8)
    for x, y, w, h in points((60, 4), 8, 30):
        same(ours("rotated_rectangle", x, y, w, h, 0.0), original("rectangle", y, x, w, h), x, y, w, h)
        same(ours("square", x, y, w, 0.0), original("square", y, x, w), x, y, w)
        angle = float(rng.uniform(-3, 3))
        # The original's angle runs counter-clockwise.
        same(ours("rotated_rectangle", x, y, w, h, angle), original("rectangle", y, x, w, h, angle=-angle), x, y, w, h, angle)
        same(ours("square", x, y, w, angle), original("square", y, x, w, angle=-angle), x, y, w, angle)
        corners = np.array([[-w, -h], [w, -h], [w, h], [-w, h]]) / 2
        turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        cx, cy = (corners @ turn + [x, y]).T
        same(ours("rotated_rectangle_perimeter", x, y, w, h, angle), ours("polygon_perimeter", cx.copy(), cy.copy(), 4, 0), x, y, w, h, angle)


class TestTargets:
    def test_every_dtype(self):
        for dtype in sc.DTYPES:
            array = np.zeros((5, 7), dtype)
            image = sc.from_array(array)
            lib.image_draw_line(image, 1, 2, 5, 2, value=3.0)
            array[2, 1:6] = 3
            same(np.ma.getdata(sc.to_array(image)), array)
        image = sc.from_array(np.zeros((1, 2), "u1"))
        lib.image_draw_line(image, 0, 0, 0, 0, value=1e9)
        lib.image_draw_line(image, 1, 0, 1, 0, value=7.9)
        assert np.ma.getdata(sc.to_array(image)).tolist() == [[255, 7]]

    def test_drawing_unmasks_unless_the_mask_is_hard(self):
        array = np.ma.MaskedArray(np.zeros((5, 7)), np.eye(5, 7, dtype=bool))
        soft, hard = sc.from_array(array), sc.from_array(array)
        lib.image_harden_mask(hard)
        expected = np.ma.MaskedArray(np.zeros((5, 7)), np.eye(5, 7, dtype=bool))
        for image in (soft, hard):
            if image is hard:
                expected = np.ma.MaskedArray(np.zeros((5, 7)), np.eye(5, 7, dtype=bool), hard_mask=True)
            expected[2, 1:6] = 3
            lib.image_draw_line(image, 1, 2, 5, 2, value=3.0)
            same(np.ma.getmaskarray(sc.to_array(image)), np.ma.getmaskarray(expected))
            same(np.ma.getdata(sc.to_array(image)), np.ma.getdata(expected))

    def test_onto_the_mask(self):
        array = np.random.default_rng(1).normal(size=(3, 37, 41))
        for dtype in ("f8", "f4", "i2", "c16"):
            data = array.astype(dtype)
            image = sc.from_array(data)
            lib.image_draw_disk(image, 20, 18, 9, target=C["STONER_DRAW_MASK"], value=1.0)
            lib.image_draw_disk(image, 20, 18, 4, target=C["STONER_DRAW_MASK"], value=0.0)
            ring = theirs(sk.disk((18, 20), 9)) - theirs(sk.disk((18, 20), 4))
            result = sc.to_array(image)
            same(result.mask, np.broadcast_to(ring.astype(bool), data.shape))
            same(np.ma.getdata(result), data)

    def test_other_handles_stay(self):
        image = sc.from_array(np.zeros((5, 7)))
        copy, turned = lib.image_clone(image), sc.cw(image)
        lib.image_draw_rectangle(image, 0, 0, 6, 4, value=1.0)
        assert np.all(sc.to_array(image) == 1) and np.all(sc.to_array(copy) == 0) and np.all(sc.to_array(turned) == 0)
        lib.image_draw_line(turned, 0, 0, 0, 6, value=2.0)
        assert np.ma.getdata(sc.to_array(turned))[:, 0].tolist() == [2.0] * 7

    def test_stacks(self):
        stack = sc.from_array(np.zeros((4, *SHAPE), "u1"))
        lib.image_draw_ellipse(stack, 20, 18, 15, 7, 0.3, value=1.0)
        for frame in np.ma.getdata(sc.to_array(stack)):
            same(frame, ours("ellipse", 20, 18, 15, 7, 0.3))


class TestFar:
    def test_they_cost_what_is_seen(self):
        same(ours("line", -FAR, -FAR, FAR, FAR), np.eye(*SHAPE, dtype="u1"))
        # Twice as far from the middle is as steep.
        same(ours("line", -FAR, 0, FAR, 36), ours("line", -FAR, 0, FAR, 36))
        assert ours("line", -FAR, 5, FAR, 5)[5].all()
        for method in (0, 1):
            assert ours("circle_perimeter", FAR + 3, 5, FAR, method)[:, 3].all()
        assert ours("ellipse_perimeter", 3, FAR + 4, FAR, FAR, 0.0)[4].all()
        ours("ellipse_perimeter", 3, FAR + 4, FAR, FAR // 3, 0.7)
        ours("bezier_curve", -FAR, 3, FAR, FAR, 5, -FAR, 0.8)
        assert ours("disk", 1e10, 0.0, 1e10)[:, 1:].all()
        assert ours("ellipse", 0.0, 0.0, 1e140, 1e120, 0.3).all()
        assert ours("rectangle", -1e100, -1e100, 1e100, 1e100).all()
        assert ours("polygon", np.array([-1e9, 1e9, 1e9, -1e9]), np.array([-1e9, -1e9, 1e9, 1e9]), 4).all()
        ours("polygon_perimeter", np.array([-1e100, 1e100, 3.0]), np.array([-1e100, 7.0, 1e100]), 3, 0)
        assert ours("rotated_rectangle", 0.0, 0.0, 1e6, 1e6, 0.3).all()
        assert ours("square", 0.0, 0.0, 1e6, 0.3).all()

    def test_refusals(self):
        image = sc.from_array(np.zeros((5, 7), "u1"))
        ends = np.array([0.0, np.nan, 3.0]), np.array([0.0, 1.0, 3.0])
        for name, arguments in (
            ("line", (0, 0, 2**61, 0)), ("circle_perimeter", (0, 0, -1)), ("circle_perimeter", (0, 0, 3, 2)), ("circle_perimeter", (-(2**63), 0, 3)),
            ("disk", (np.nan, 0.0, 3.0)), ("disk", (0.0, 0.0, -1.0)), ("disk", (0.0, np.inf, 1.0)), ("annulus", (0.0, 0.0, np.nan, 3.0)),
            ("annulus", (0.0, 0.0, -1.0, 3.0)), ("ellipse", (0.0, 0.0, 1.0, np.inf, 0.0)), ("ellipse", (0.0, 0.0, 1.0, 1.0, np.nan)),
            ("ellipse_perimeter", (0, 0, 3, -1, 0.0)), ("ellipse_perimeter", (0, 0, 3, 1, np.nan)), ("polygon", (*ends, 3)), ("polygon", (*ends, 0)),
            ("polygon", (*ends, -1)), ("polygon", (*ends[::-1], 3)), ("polygon_perimeter", (*ends, 3, 0)), ("polygon_perimeter", (ends[1], ends[1], 3, 2)),
            ("rectangle", (0.0, 0.0, np.nan, 1.0)), ("rectangle_perimeter", (0.0, 0.0, np.nan, 1.0, 0)), ("rotated_rectangle", (0.0, 0.0, -1.0, 1.0, 0.0)),
            ("rotated_rectangle_perimeter", (0.0, 0.0, 1.0, np.nan, 0.0)), ("square", (0.0, 0.0, 1.0, np.inf)), ("bezier_curve", (0, 0, 1, 1, 2, 0, -1.0)),
            ("bezier_curve", (0, 0, 1, 1, 2, 0, np.nan)), ("bezier_curve", (0, 0, 1, 1, 2, 2**62, 1.0)),
        ):
            raises("INVALID_ARGUMENT", getattr(lib, f"image_draw_{name}"), image, *arguments, value=1.0)
        raises("INVALID_ARGUMENT", lib.image_draw_line, image, 0, 0, 1, 1, target=2, value=1.0)
        raises("INVALID_ARGUMENT", lib.image_draw_line, image, 0, 0, 1, 1, value=np.nan)
        raises("INVALID_ARGUMENT", lib.image_draw_line, image, 0, 0, 1, 1, target=1, value=np.nan)
        raises("NULL_POINTER", lib.image_draw_polygon, image, None, ends[1], 3, value=1.0)
        raises("SHAPE", lib.image_draw_line, sc.from_array(np.zeros(5)), 0, 0, 1, 1, value=1.0)
        assert np.all(sc.to_array(image) == 0)
