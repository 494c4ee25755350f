"""Profiles along lines against scikit-image and known truth."""

import warnings

import numpy as np
import pytest
import stoner_c as sc
from conftest import raises
from stoner_c import CONSTANTS, lib

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from skimage.measure import profile_line as sk_profile_line

DEFAULT = None
MODES = {
    "constant": "CONSTANT",
    "nearest": "NEAREST",
    "reflect": "REFLECT",
    "mirror": "MIRROR",
    "wrap": "WRAP",
}


def scan(shape, seed=1):
    return np.random.default_rng(seed).uniform(20.0, 300.0, shape)


def mode(name):
    return CONSTANTS[f"STONER_MODE_{name}"]


def columns(table):
    names = [lib.table_column_name(table, i) for i in range(lib.table_column_count(table))]
    return dict(zip(names, (lib.table_read_column(table, i) for i in range(len(names)))))


def line(image, src, dst, linewidth=1, order=DEFAULT, mode=0, cval=0.0, constrain=True, real_units=False):
    return columns(
        lib.image_profile_line(
            image, [float(v) for v in src], [float(v) for v in dst], linewidth, sc.order(order), mode, cval, constrain, real_units
        )
    )


LINES = [
    ((0, 0), (12, 6)),
    ((12, 6), (0, 0)),
    ((3.3, 1.2), (3.3, 5.9)),
    ((1.5, 2.25), (11.125, 2.25)),
    ((10.0, 0.3), (2.7, 5.5)),
    ((3, 4), (3, 4)),
    ((0, 0), (3, 4)),
]


@pytest.mark.parametrize("name", MODES)
@pytest.mark.parametrize("order", range(6))
@pytest.mark.parametrize("linewidth", [1, 2, 5])
def test_scikit(name, order, linewidth):
    data = scan((7, 13) if name != "reflect" else (19, 21))
    image = sc.from_array(data)
    for src, dst in [*LINES, ((-3, -2), (15, 9.5)), ((-30, 40), (50, -3))]:
        theirs = sk_profile_line(
            data, src[::-1], dst[::-1], linewidth=linewidth, order=order, mode=name, cval=33.0
        )
        ours = line(image, src, dst, linewidth, order, mode(MODES[name]), 33.0, constrain=False)
        assert list(ours) == ["X", "Y", "Distance", "Intensity"]
        np.testing.assert_allclose(ours["Intensity"], theirs, rtol=0, atol=1e-10 * 280)
        n = len(theirs)
        np.testing.assert_allclose(ours["X"], np.linspace(src[0], dst[0], n), atol=1e-12)
        np.testing.assert_allclose(ours["Y"], np.linspace(src[1], dst[1], n), atol=1e-12)
        np.testing.assert_allclose(ours["Distance"], np.linspace(0, np.hypot(*np.subtract(dst, src)), n), atol=1e-12)


@pytest.mark.parametrize("shape", [(1, 9), (9, 1), (2, 2), (301, 200)], ids=str)
def test_sizes(shape):
    data = scan(shape)
    end = (shape[1] - 1, shape[0] - 1)
    for order in range(6):
        theirs = sk_profile_line(data, (0, 0), end[::-1], order=order, mode="constant")
        np.testing.assert_allclose(line(sc.from_array(data), (0, 0), end, order=order)["Intensity"], theirs, atol=1e-8)


def test_both_ends_belong_to_the_line():
    ours = line(sc.from_array(scan((7, 13))), (0, 0), (4, 3))
    assert len(ours["X"]) == 6
    assert ours["X"][-1] == 4 and ours["Y"][-1] == 3 and ours["Distance"][-1] == 5


def test_constrain_moves_the_ends_into_the_image():
    image = sc.from_array(scan((7, 13)))
    outside, inside = line(image, (-3, 2), (40, 9)), line(image, (0, 2), (12, 6), constrain=False)
    for name in inside:
        np.testing.assert_array_equal(outside[name], inside[name])


def test_whole_columns_and_rows():
    data = scan((7, 13))
    image = sc.from_array(data)
    arguments = [1, 1, 0, 0.0, 1, 0]
    column = columns(lib.image_profile_line_x(image, 4.0, *arguments))
    np.testing.assert_allclose(column["Intensity"], data[:, 4])
    np.testing.assert_array_equal(column["X"], np.full(7, 4.0))
    np.testing.assert_array_equal(column["Y"], np.arange(7.0))
    row = columns(lib.image_profile_line_y(image, 2.5, *arguments))
    np.testing.assert_allclose(row["Intensity"], (data[2] + data[3]) / 2)
    np.testing.assert_array_equal(row["X"], np.arange(13.0))
    assert columns(lib.image_profile_line_x(image, 99.0, *arguments))["X"][0] == 12


class TestRealUnits:
    def test_map(self):
        data = scan((7, 13))
        image = sc.from_array(data)
        lib.image_set_map(image, [-20.0, 7.0], [0.5, 0.0, 0.0, -0.25], "sample_x", "sample_y", "um", "um")
        pixels = line(image, (2, 1), (10, 5), 3, 3)
        real = lib.image_profile_line(image, [-19.0, 6.75], [-15.0, 5.75], 3, 3, 0, 0.0, 1, 1)
        ours = columns(real)
        np.testing.assert_allclose(ours["Intensity"], pixels["Intensity"])
        np.testing.assert_allclose(ours["X"], -20 + 0.5 * pixels["X"])
        np.testing.assert_allclose(ours["Y"], 7 - 0.25 * pixels["Y"])
        np.testing.assert_allclose(ours["Distance"][-1], np.hypot(4, 1))
        assert [lib.table_column_unit(real, i) for i in range(3)] == ["um", "um", "um"]
        column = columns(lib.image_profile_line_x(image, -18.0, 1, 1, 0, 0.0, 1, 1))
        np.testing.assert_allclose(column["Intensity"], data[:, 4])
        np.testing.assert_allclose(column["Y"], 7 - 0.25 * np.arange(7))

    def test_a_map_that_turns(self):
        data = scan((7, 13))
        image = sc.from_array(data)
        step = np.array([[0.5, 0.25], [0.125, -0.5]])
        lib.image_set_map(image, [1.0, 2.0], list(step.ravel()), "x", "y", "um", "um")
        src, dst = np.array([1.0, 2.0]) + step @ [2, 1], np.array([1.0, 2.0]) + step @ [10, 5]
        ours, pixels = line(image, src, dst, real_units=True), line(image, (2, 1), (10, 5))
        np.testing.assert_allclose(ours["Intensity"], pixels["Intensity"])

    def test_microns_per_pixel(self):
        image = sc.from_array(scan((7, 13)))
        raises("KEY_NOT_FOUND", line, image, (0, 0), (1, 1), real_units=True)
        sc.set_f64(image, "MicronsPerPixel", 0.5)
        ours, pixels = line(image, (1.0, 0.5), (5, 2.5), real_units=True), line(image, (2, 1), (10, 5))
        np.testing.assert_allclose(ours["Intensity"], pixels["Intensity"])
        for name in ("X", "Y", "Distance"):
            np.testing.assert_allclose(ours[name], pixels[name] / 2)
        sc.set_f64(image, "MicronsPerPixel", 0.0)
        raises("NO_RESULT", line, image, (0, 0), (1, 1), real_units=True)

    @pytest.mark.parametrize("units, mixed", [
        (("um", "um"), False), (("um", "\u03bcm"), False), ((None, None), False), (("um", "nm"), True), (("um", None), True),
    ])  # fmt: skip
    def test_a_distance_in_two_units_is_told(self, units, mixed):
        image = sc.from_array(scan((7, 13)))
        lib.image_set_map(image, [1.0, 2.0], [0.5, 0.0, 0.0, 0.25], "x", "y", *units)
        ctx = lib.context_new()
        made = lib.image_profile_line(image, src=[1.0, 2.0], dst=[4.0, 3.0], linewidth=1, constrain=1, real_units=1, ctx=ctx)
        kept, _ = lib.context_warning_count(ctx=ctx)
        assert kept == int(mixed) and (not mixed or "um" not in lib.context_warning(0, ctx=ctx) and "Distance" in lib.context_warning(0, ctx=ctx))
        found = [lib.table_column_unit(made, i) for i in range(3)]
        assert found[:2] == [unit or "" for unit in units] and bool(found[2]) == (units[0] is not None and not mixed)

    def test_a_map_without_extent(self):
        image = sc.from_array(scan((1, 13)))
        lib.image_set_map(image, [0.0, 0.0], [0.5, 0.0, 0.0, 0.0], "x", "y", "um", "um")
        raises("NO_RESULT", line, image, (0, 0), (1, 0), real_units=True)


@pytest.mark.parametrize("order", range(6))
def test_masked_pixels_have_no_part(order):
    data = scan((21, 34))
    mask = np.random.default_rng(5).random(data.shape) < 0.2
    results = [
        line(sc.from_array(np.where(mask, poison, data), mask), (2, 3), (30, 17), 3, order)["Intensity"]
        for poison in (0.0, 1e300, np.nan)
    ]
    for result in results:
        np.testing.assert_array_equal(result, results[0])
    assert np.isfinite(results[0]).all() and results[0].max() < 1000
    # Across a line along whole pixels the mean is that of the valid ones.
    ours = line(sc.from_array(np.where(mask, 1e300, data), mask), (0, 10), (33, 10), 3, min(order, 1))["Intensity"]
    theirs = np.ma.MaskedArray(data, mask)[9:12].mean(axis=0)
    np.testing.assert_allclose(ours, theirs.filled(np.nan))


def test_nothing_valid_is_nan():
    ours = line(sc.from_array(np.ones((5, 6)), np.ones((5, 6), bool)), (0, 0), (5, 4))
    assert np.isnan(ours["Intensity"]).all() and np.isfinite(ours["X"]).all()


@pytest.mark.parametrize("dtype", "bool uint8 int16 int32 int64 uint64 float32".split())
def test_dtypes(dtype):
    data = (scan((11, 17)) / 3).astype(dtype) if dtype != "bool" else scan((11, 17)) > 150
    for order in [0, 1, 3] if dtype != "bool" else [0, DEFAULT]:
        # On an integer image scikit-image rounds what it interpolates.
        theirs = sk_profile_line(data.astype(float), (1, 2), (9, 15), order=order or 0, mode="constant", linewidth=3)
        ours = line(sc.from_array(data), (2, 1), (15, 9), 3, order)["Intensity"]
        np.testing.assert_allclose(ours, theirs, atol=1e-4 if dtype == "float32" else 1e-9)


def test_stacks_have_a_column_for_each_frame():
    stack = scan((3, 7, 13))
    ours = line(sc.from_array(stack), (1, 1), (9, 5), 3, 2)
    assert list(ours) == ["X", "Y", "Distance", "Intensity 0", "Intensity 1", "Intensity 2"]
    for i, frame in enumerate(stack):
        np.testing.assert_array_equal(ours[f"Intensity {i}"], line(sc.from_array(frame), (1, 1), (9, 5), 3, 2)["Intensity"])


def test_the_images_metadata_come_along():
    image = sc.from_array(scan((7, 13)))
    sc.set_f64(image, "kept", 2.5)
    table = lib.image_profile_line(image, [0.0, 0.0], [5.0, 5.0], 1, 1, 0, 0.0, 1, 0)
    assert lib.metadata_get_f64(lib.table_metadata(table), "kept") == 2.5


def test_default_arguments():
    image = sc.from_array(scan((7, 13)))
    table = columns(lib.image_profile_line(image, [0.0, 0.0], [5.0, 5.0]))
    np.testing.assert_array_equal(table["Intensity"], line(image, (0, 0), (5, 5))["Intensity"])


def test_refusals():
    image = sc.from_array(scan((7, 13)))
    for bad in ((np.nan, 0), (0, np.inf)):
        raises("INVALID_ARGUMENT", line, image, bad, (1, 1))
        raises("INVALID_ARGUMENT", line, image, (1, 1), bad)
    raises("INVALID_ARGUMENT", line, image, (0, 0), (1, 1), -1)
    raises("INVALID_ARGUMENT", line, image, (0, 0), (1, 1), order=6)
    raises("INVALID_ARGUMENT", line, image, (0, 0), (1, 1), mode=8)
    raises("INVALID_ARGUMENT", line, image, (0, 0), (1, 1), constrain=2)
    raises("INVALID_ARGUMENT", line, image, (0, 0), (1, 1), real_units=2)
    raises("INVALID_ARGUMENT", lib.image_profile_line_x, image, np.nan, 1, 1)
    raises("INVALID_ARGUMENT", lib.image_profile_line_y, image, np.inf, 1, 1)
    raises("NULL_POINTER", lib.image_profile_line, image)
    raises("DTYPE", line, sc.from_array(np.ones((7, 13), complex)), (0, 0), (1, 1))
    raises("DTYPE", line, sc.from_array(np.ones((7, 13), bool)), (0, 0), (1, 1), order=1)
    raises("SHAPE", line, sc.from_array(np.ones(7)), (0, 0), (1, 1))
    raises("SHAPE", line, sc.from_array(np.ones((0, 7))), (0, 0), (1, 1))
    raises("NO_MEMORY", line, image, (0, 0), (1e300, 0), constrain=False)
    # Before any work is done.
    raises("NO_MEMORY", line, image, (0, 0), (1e8, 0), constrain=False)
    for width in (65537, 1000000, 2**62):
        assert "linewidth" in raises("INVALID_ARGUMENT", line, image, (0, 0), (3, 0), width)
    assert "at most 13" in raises("INVALID_ARGUMENT", line, image, (0, 0), (1e7, 0), 20, constrain=False)
