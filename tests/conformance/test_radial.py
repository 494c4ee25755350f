"""Radial coordinates and profiles against the Python original where it is right, and against plain numpy elsewhere."""

import warnings

import numpy as np
import pytest
import stoner_c as sc
from conftest import INTEGERS, quiet, raises
from test_ops import FLOATS, image_of

lib = sc.lib
SIZES = [(1, 9), (9, 1), (2, 2), (7, 13), (31, 20)]
RANDOM = np.random.default_rng(11)
C = sc.CONSTANTS
DISTANCE, ANGLE, COMPLEX = (C[f"STONER_RADIAL_{name}"] for name in ("DISTANCE", "ANGLE", "COMPLEX"))
FROM_LEFT = C["STONER_ANGLES_FROM_LEFT"]
COLUMNS = ["Low_r", "r", "high_r", "mean", "std", "number"]


def table(profile):
    return {lib.table_column_name(profile, i): lib.table_read_column(profile, i) for i in range(lib.table_column_count(profile))}


def profile(image, angle=None, width=0.0, r=None, centre=None, pixel_size=None, from_map=0, start=0):
    image = image if hasattr(image, "free") else image_of(image)
    angles = None if angle is None else np.atleast_1d(np.asarray(angle, float))
    edges = None if r is None else np.ascontiguousarray(r, float)
    made = lib.image_radial_profile(
        image, angles, 0 if angles is None else len(angles), width, edges, 0 if edges is None else len(edges), centre, pixel_size, from_map, start
    )
    return table(made)


def z_of(shape, centre=None, size=(1.0, 1.0)):
    rows, columns = shape
    cx, cy = centre or (columns / 2, rows / 2)
    y, x = np.mgrid[:rows, :columns]
    return ((x - cx) * size[0]) + 1j * ((y - cy) * size[1])


def truth(array, edges, inside=None, centre=None, size=(1.0, 1.0)):
    """Ring by ring; `inside` marks the sector's pixels."""
    array = np.ma.masked_invalid(np.ma.asarray(array).astype(float))
    z = z_of(array.shape, centre, size)
    r = np.sqrt(z.real**2 + z.imag**2)
    use = ~np.ma.getmaskarray(array) & (True if inside is None else inside)
    made = {name: [] for name in COLUMNS}
    for low, high in zip(edges[:-1], edges[1:]):
        values = np.ma.getdata(array)[use & (r >= low) & (r < high)]
        row = (low, (low + high) / 2, high, values.mean() if values.size else np.nan, values.std() if values.size else np.nan, values.size)
        for name, value in zip(COLUMNS, row):
            made[name].append(value)
    return made


def assert_profile(ours, expected, scale=1.0):
    assert list(ours) == COLUMNS
    for name in COLUMNS:
        np.testing.assert_allclose(ours[name], expected[name], rtol=1e-12, atol=1e-10 * scale, err_msg=name)


class TestCoordinates:
    @pytest.mark.parametrize("shape", SIZES, ids=str)
    @pytest.mark.parametrize("size", [None, (0.5, 0.25)])
    @pytest.mark.parametrize("centre", [None, (1.0, 2.0), (-3.25, 0.5)])
    def test_numpy(self, shape, size, centre):
        image = image_of(RANDOM.random(shape))
        z = z_of(shape, centre, size or (1, 1))
        for which, expected in ((DISTANCE, np.abs(z)), (ANGLE, np.angle(z)), (COMPLEX, z)):
            ours = sc.to_array(lib.image_radial_coordinates(image, centre, size, 0, which))
            assert ours.dtype == expected.dtype
            np.testing.assert_allclose(np.ma.getdata(ours), expected, rtol=1e-14, atol=1e-14)

    @pytest.mark.parametrize("keywords", [{}, {"centre": (3, 2)}, {"pixel_size": (0.5, 0.25)}, {"centre": (4.5, 1.25), "pixel_size": (2, 3)}], ids=str)
    def test_original(self, stoner, keywords):
        for dtype in (np.float64, np.float32, np.uint8):
            data = (RANDOM.random((7, 10)) * 100).astype(dtype)
            for angle, which in ((False, DISTANCE), (True, ANGLE), (None, COMPLEX)):
                with quiet():
                    theirs = np.array(stoner.ImageFile(data.copy()).radial_coordinates(angle=angle, **keywords).image)
                ours = sc.to_array(lib.image_radial_coordinates(image_of(data), which=which, angles=FROM_LEFT, **keywords))
                assert ours.dtype == theirs.dtype
                np.testing.assert_allclose(np.ma.getdata(ours), theirs, rtol=1e-14, atol=1e-14)

    def test_directions(self):
        """Angle 0 points right, or left as in the original, pi/2 down in both; the centre has 0."""
        for start, right, left in ((0, 0, np.pi), (FROM_LEFT, np.pi, 0)):
            angle = sc.to_array(lib.image_radial_coordinates(image_of(np.zeros((5, 5))), (2.0, 2.0), which=ANGLE, angles=start))
            assert (angle[2, 4], angle[4, 2], angle[2, 0], angle[0, 2], angle[2, 2]) == (right, np.pi / 2, left, -np.pi / 2, 0)

    def test_a_sector_lies_where_rotate_turns_to(self):
        """One convention: content on the right, turned by an angle, lies in the sector around that angle."""
        bright = np.zeros((61, 61))
        bright[30, 45:56] = 1
        for angle in (0.0, 0.5, np.pi / 2, -2.0, 3.0):
            turned = lib.image_rotate(image_of(bright), angle)
            edges = [10.0, 30.0]
            there = profile(turned, angle, 0.4, edges, (30.0, 30.0))["mean"][0]
            elsewhere = [angle + np.pi] + ([-angle] if abs(np.sin(angle)) > 0.4 else [])
            assert there > 0.03, angle
            assert all(profile(turned, other, 0.4, edges, (30.0, 30.0))["mean"][0] < 1e-3 for other in elsewhere), angle

    def test_a_stack_keeps_its_shape_and_mask(self):
        stack = np.ma.MaskedArray(RANDOM.random((3, 5, 8)), RANDOM.random((3, 5, 8)) < 0.3)
        stack.data[0, 0, 0] = np.nan
        ours = sc.to_array(lib.image_radial_coordinates(image_of(stack)))
        np.testing.assert_array_equal(ours.mask, stack.mask)
        for frame in np.ma.getdata(ours):
            np.testing.assert_allclose(frame, np.abs(z_of((5, 8))), rtol=1e-14)

    def test_one_coordinate_of_the_centre(self):
        ours = sc.to_array(lib.image_radial_coordinates(image_of(np.zeros((6, 9))), (np.nan, 1.0)))
        np.testing.assert_allclose(np.ma.getdata(ours), np.abs(z_of((6, 9), (4.5, 1.0))), rtol=1e-14)

    def test_bad_input(self):
        image = image_of(np.zeros((4, 5)))
        f = lib.image_radial_coordinates
        raises("SHAPE", f, image_of(np.zeros(5)))
        raises("INVALID_ARGUMENT", f, image, which=3)
        raises("INVALID_ARGUMENT", f, image, (np.inf, 1.0))
        raises("INVALID_ARGUMENT", f, image, angles=2)
        for size in ((0.0, 1.0), (1.0, -1.0), (np.nan, 1.0), (np.inf, 1.0)):
            raises("INVALID_ARGUMENT", f, image, None, size)
        raises("NO_RESULT", f, image, size_from_map=1)
        raises("INVALID_ARGUMENT", f, image, None, (1.0, 1.0), 1)
        lib.image_set_map(image, [0.0, 0.0], [0.5, 0, 0, 0.25], "x", "y", "um", "eV")
        raises("NO_RESULT", f, image, size_from_map=1)


def with_map(array):
    image = image_of(array)
    lib.image_set_map(image, [3.0, 4.0], [0.5, 0.0, 0.0, -0.25], "sample_x", "sample_y", "um", "um")
    return image


class TestProfile:
    @pytest.mark.parametrize("shape", [(7, 13), (21, 31), (40, 30), (301, 200)], ids=str)
    def test_default_rings(self, shape):
        array = RANDOM.random(shape)
        edge = np.abs(z_of(shape))
        nearest = min(edge[0].min(), edge[-1].min(), edge[:, 0].min(), edge[:, -1].min())
        assert_profile(profile(array), truth(array, np.arange(np.ceil(nearest) + 1)))

    @pytest.mark.parametrize(
        "keywords",
        [
            {},
            {"centre": (10.3, 9.4)},
            {"centre": (10, 8)},
            {"pixel_size": (1, 2)},
            {"pixel_size": (1, 0.3)},
            {"r": np.array([0, 1, 2, 5, 6.5])},
            {"r": np.arange(3, 9, 0.7), "centre": (12, 9)},
            {"angle": (0, 1.0)},
            {"angle": (-np.pi / 2, 0), "centre": (10, 10)},
            {"angle": (2, 3.5), "r": np.arange(2.0, 9)},
        ],
        ids=str,
    )
    def test_original(self, stoner, keywords):
        data = RANDOM.random((20, 30))
        with quiet():
            theirs = stoner.ImageFile(data.copy()).radial_profile(**keywords)
        if keywords.get("angle", (0, 0))[1] > np.pi:
            keywords = {**keywords, "angle": (keywords["angle"][0], np.pi)}  # the original does not go on beyond pi
        ours = profile(data, start=FROM_LEFT, **keywords)
        assert list(theirs.column_headers) == list(ours)
        # The original omits empty rings, and gives NaN for the deviation of one pixel.
        some = ours["number"] > 0
        for i, name in enumerate(COLUMNS):
            column = np.array(theirs.data)[:, i]
            here = ours[name][some]
            alone = ours["number"][some] == 1
            if name == "std":
                assert np.all(here[alone] == 0)
                column, here = column[~alone], here[~alone]
            np.testing.assert_allclose(here, column, rtol=1e-9, atol=1e-10, err_msg=name)

    @pytest.mark.parametrize("dtype", [np.dtype(bool), *INTEGERS, *FLOATS], ids=str)
    def test_dtypes(self, dtype):
        array = (RANDOM.random((23, 34)) * 100).astype(dtype)
        assert_profile(profile(array), truth(array, np.arange(12.0)), 100)

    @pytest.mark.parametrize("edges", [np.arange(0, 9.5, 0.5), np.arange(1.5, 11), np.array([0.1, 0.3, 4, 4.25, 20, 50]), np.array([-2.0, 3, 4]), np.arange(30.0), np.linspace(0, 3, 200)], ids=len)
    @pytest.mark.parametrize("shape", [(2, 2), (1, 9), (9, 1), (20, 31)], ids=str)
    @pytest.mark.parametrize("size", [(1.0, 1.0), (0.1, 0.3)])
    def test_edges_of_the_callers(self, edges, shape, size):
        """Pixels exactly on an edge belong to the outer ring, whatever the edges are."""
        array = RANDOM.random(shape)
        for centre in (None, (4.0, 3.0)):
            assert_profile(profile(array, r=edges, centre=centre, pixel_size=size), truth(array, edges, None, centre, size))

    def test_pixels_on_edges(self):
        """Distances of 3-4-5 triangles, also where their sizes are no binary fractions."""
        array = RANDOM.random((60, 61))
        for step in (1.0, 0.1, 0.04, 1e-9):
            edges = np.arange(25) * step
            size = (step, step)
            assert_profile(profile(array, r=edges, centre=(30, 30), pixel_size=size), truth(array, edges, None, (30, 30), size))

    @pytest.mark.parametrize("shape", [(20, 30), (63, 64), (130, 70)], ids=str)
    def test_masks_and_nan(self, shape):
        mask = RANDOM.random(shape) < 0.3
        array = RANDOM.random(shape)
        clean = truth(np.ma.MaskedArray(array, mask), np.arange(10.0))
        for poison in (1e300, np.nan, np.inf):
            poisoned = np.ma.MaskedArray(np.where(mask, poison, array), mask)
            assert_profile(profile(poisoned, r=np.arange(10.0)), clean)
        assert_profile(profile(np.where(mask, np.nan, array), r=np.arange(10.0)), clean)

    def test_rings_without_pixels(self):
        array = np.ma.MaskedArray(np.ones((21, 21)), np.abs(z_of((21, 21), (10, 10))) < 3)
        ours = profile(array, centre=(10, 10))
        np.testing.assert_array_equal(ours["number"][:3], 0)
        assert np.isnan(ours["mean"][:3]).all() and np.isnan(ours["std"][:3]).all()
        np.testing.assert_array_equal(ours["mean"][3:], 1)
        np.testing.assert_array_equal(ours["std"][3:], 0)

    @pytest.mark.parametrize("low,high", [(0.5, 2.0), (-2.0, 1.0), (2.5, 4.0), (3.0, -3.0), (-4.0, -3.0), (9.0, 10.0), (-np.pi, np.pi), (1.0, 9.0)])
    def test_ranges_of_angles(self, low, high):
        array = RANDOM.random((41, 50))
        angle = np.angle(z_of(array.shape))
        width = (high - low) if high >= low else (high - low) % (2 * np.pi)
        inside = np.zeros(array.shape, bool) if width < 2 * np.pi else np.ones(array.shape, bool)
        for turn in range(-3, 4):
            inside |= (angle + 2 * np.pi * turn >= low) & (angle + 2 * np.pi * turn <= low + width)
        assert_profile(profile(array, (low, high)), truth(array, np.arange(21.0), inside))

    @pytest.mark.parametrize("direction", [0.0, 0.3, np.pi / 2, np.pi, -np.pi, -2.5, 7.0])
    def test_one_angle(self, direction):
        array, edges = RANDOM.random((61, 60)), np.arange(25.0)
        for size in ((1.0, 1.0), (0.5, 2.0)):
            z = z_of(array.shape, (30, 30), size)
            off = np.abs(np.angle(z * np.exp(-1j * direction)))
            pixel = np.hypot(size[0] * np.sin(direction), size[1] * np.cos(direction))
            # A direction along a row of pixels whose borders are its own leaves no pixel to rounding.
            ours = profile(array, direction, r=edges, centre=(30, 30), pixel_size=size)
            assert_profile(ours, truth(array, edges, off * np.abs(z) <= pixel / 2, (30, 30), size))
            if size == (1.0, 1.0):
                assert np.mean(ours["number"] >= 1) > 0.5
        z = z_of(array.shape, (30.2, 30.1))
        wide = profile(array, direction, 0.5, edges, (30.2, 30.1))
        assert_profile(wide, truth(array, edges, np.abs(np.angle(z * np.exp(-1j * direction))) <= 0.25, (30.2, 30.1)))
        assert_profile(profile(array, direction, 7.0, edges), truth(array, edges))

    def test_a_known_radial_function(self):
        """The mean in thin rings is the function of the radius."""
        r = np.abs(z_of((201, 200)))
        ours = profile(np.exp(-r / 30))
        np.testing.assert_allclose(ours["mean"][5:], np.exp(-ours["r"][5:] / 30), rtol=0.01)

    def test_deviations_small_beside_the_mean(self):
        """An offset of a ring's values does not cost digits of their deviation."""
        r = np.abs(z_of((200, 201)))
        array = 1e6 * np.floor(r) + RANDOM.integers(0, 2, r.shape) * 2.0**-10
        edges = np.arange(90.0)
        exact = truth(array - 1e6 * np.floor(r), edges)
        np.testing.assert_allclose(profile(array, r=edges)["std"], exact["std"], rtol=1e-9)

    def test_the_pixel_size_of_the_map(self):
        array = RANDOM.random((30, 20))
        image = with_map(array)
        made = lib.image_radial_profile(image, size_from_map=1)
        assert [lib.table_column_unit(made, i) for i in range(6)] == ["um", "um", "um", "", "", ""]
        edges = np.arange(15) * 0.25
        assert_profile(table(made), truth(array, edges, None, None, (0.5, 0.25)), 1)

    def test_metadata_without_planes(self):
        image = with_map(RANDOM.random((9, 9)))
        sc.set_i64(image, "key", 7)
        lib.image_set_plane(image, "actual_x", image_of(np.zeros((9, 9))), "um")
        metadata = lib.table_metadata(lib.image_radial_profile(image))
        assert lib.metadata_get_i64(metadata, "key") == 7
        assert [lib.metadata_contains(metadata, key) for key in ("actual_x", "sample_x")] == [0, 0]

    def test_a_stack_has_columns_for_each_frame(self):
        stack = np.ma.MaskedArray(RANDOM.random((3, 21, 30)), RANDOM.random((3, 21, 30)) < 0.2)
        ours = table(lib.image_radial_profile(image_of(stack)))
        assert list(ours) == COLUMNS[:3] + [f"{name} {i}" for i in range(3) for name in COLUMNS[3:]]
        for i, frame in enumerate(stack):
            one = {name: ours[name] for name in COLUMNS[:3]} | {name: ours[f"{name} {i}"] for name in COLUMNS[3:]}
            assert_profile(one, truth(frame, np.arange(11.0)))

    def test_the_number_of_threads_changes_no_bit(self):
        array = RANDOM.random((300, 257))
        made = []
        for threads in (1, 2, 5):
            ctx = lib.context_new()
            lib.context_set_threads(threads, ctx=ctx)
            made.append(table(lib.image_radial_profile(image_of(array), ctx=ctx)))
        for name in COLUMNS:
            assert made[0][name].tobytes() == made[1][name].tobytes() == made[2][name].tobytes()

    @pytest.mark.parametrize("view", ["T", "cropped", "flipped"])
    def test_views(self, view):
        array = RANDOM.random((40, 60))
        image = {"T": sc.transpose, "cropped": lambda i: sc.crop(i, (3, 41, 5, 33)), "flipped": lambda i: sc.flip_h(sc.flip_v(i))}[view](image_of(array))
        made = sc.to_array(image)
        assert_profile(profile(image, r=np.arange(12.0)), truth(made, np.arange(12.0)))

    def test_bad_input(self):
        image = image_of(np.zeros((8, 9)))
        f = lib.image_radial_profile
        raises("SHAPE", f, image_of(np.zeros(5)))
        raises("DTYPE", f, image_of(np.zeros((5, 5), complex)))
        for edges in ([1.0], [0.0, 0.0], [1.0, 0.0], [0.0, np.nan], [0.0, np.inf]):
            raises("INVALID_ARGUMENT", f, image, r=edges, n_r=len(edges))
        raises("NULL_POINTER", f, image, n_r=3)
        raises("NULL_POINTER", f, image, n_angle=1)
        raises("INVALID_ARGUMENT", f, image, [1.0, 2.0, 3.0], 3)
        raises("INVALID_ARGUMENT", f, image, [np.nan], 1)
        raises("INVALID_ARGUMENT", f, image, [1.0, np.inf], 2)
        raises("INVALID_ARGUMENT", f, image, [1.0], 1, -0.5)
        raises("INVALID_ARGUMENT", f, image, [1.0, 2.0], 2, 0.5)
        raises("INVALID_ARGUMENT", f, image, pixel_size=[1e12, 1e12])
        for centre in ((0.0, 3.0), (8.0, 3.0), (-1.0, 3.0), (4.0, 7.5)):
            raises("NO_RESULT", f, image, centre=centre)
        raises("NO_RESULT", f, image_of(np.zeros((0, 4))))
        raises("NO_RESULT", f, image, size_from_map=1)

    def test_infinite_pixels_never_panic(self):
        array = np.ones((20, 20))
        array[10, 12] = np.inf
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ours = profile(array)
        assert ours["mean"][2] == np.inf and np.isnan(ours["std"][2])
        np.testing.assert_array_equal(np.delete(ours["mean"], 2), 1)
