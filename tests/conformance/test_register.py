"""Registration against scenes whose shifts are known: precision beside the Cramer-Rao bound, standard errors beside the errors,
robustness, and the moved image beside scipy.ndimage.shift."""

import functools
import os
import pathlib

import numpy as np
import pytest
import scenes
import stoner_c as sc
from conftest import raises
from scipy import ndimage
from stoner_c import CONSTANTS, lib

DATA = os.environ.get("STONER_TEST_DATA")
TRIALS = 200
COUNTS = [scenes.SCAN_COUNTS, 1000, 100, 20]
DEFAULT = None
#: scipy.ndimage's modes and ours.
MODES = {
    "constant": "CONSTANT",
    "grid-constant": "GRID_CONSTANT",
    "nearest": "EDGE",
    "reflect": "SYMMETRIC",
    "mirror": "MIRROR",
    "wrap": "WRAP",
    "grid-wrap": "GRID_WRAP",
}


def scene(name):
    if name == "domains":
        return scenes.domains()
    if DATA is None:
        pytest.skip("STONER_TEST_DATA names no folder of scans")
    return scenes.enlarged_scan(pathlib.Path(DATA) / scenes.SCAN)


def fresh(threads=1):
    ctx = lib.context_new()
    lib.context_set_threads(threads, ctx=ctx)
    return ctx


def register(image, reference, ctx=None, **how):
    """(shift, sigma, details) of two arrays or images."""
    image, reference = (x if hasattr(x, "value") else sc.from_array(x) for x in (image, reference))
    shift, sigma, _, _, details = lib.image_register(image, reference, ctx=ctx, **how)
    return np.array(shift), np.array(sigma), details


def align(image, reference, **how):
    image, reference = (x if hasattr(x, "value") else sc.from_array(x) for x in (image, reference))
    return lib.image_align(image, reference, **{"do_shift": True, **how, "order": sc.order(how.get("order"))})


def numbers(image, key):
    nested = lib.metadata_get_nested(lib.image_metadata(image), key)
    return [lib.metadata_get_f64(nested, str(i)) for i in range(lib.metadata_count(nested))]


def warnings_of(ctx):
    return [lib.context_warning(i, ctx=ctx) for i in range(lib.context_warning_count(ctx=ctx)[0])]


# The figures.


@functools.lru_cache(maxsize=2)
def trials(name):
    """Offsets uniform in +-6 px, what a window there expects, and the bound for one count a pixel."""
    the_scene, rng = scene(name), np.random.default_rng(20171015)
    offsets = rng.uniform(-6, 6, (TRIALS, 2))
    return [(offset, the_scene.window(offset), the_scene.bound(offset, 1.0)) for offset in offsets]


@functools.lru_cache(maxsize=8)
def outcome(name, counts):
    """(errors, reported standard errors, bounds) of all trials, x and y."""
    the_scene, rng = scene(name), np.random.default_rng(7)
    reference, ctx = the_scene.window(), fresh()
    rows = []
    for offset, window, bound in trials(name):
        noisy = [rng.poisson(np.maximum(w * (counts / the_scene.mean), 0)).astype(float) for w in (window, reference)]
        shift, sigma, _ = register(*noisy, ctx=ctx)
        rows.append((shift - offset, sigma, bound / np.sqrt(counts)))
    return tuple(np.array(column) for column in zip(*rows))


@pytest.mark.parametrize("counts", COUNTS)
@pytest.mark.parametrize("name", ["domains", "scan"])
class TestFigures:
    def test_error_beside_the_bound(self, name, counts):
        errors, _, bounds = outcome(name, counts)
        ratio = np.sqrt(np.mean((errors / bounds) ** 2))
        assert ratio <= (1.5 if counts >= 100 else 1.8), ratio
        # An estimate cannot be much better than the bound: then the bound would be wrong.
        assert ratio > 0.85, ratio

    def test_no_gross_failure(self, name, counts):
        worst = np.abs(outcome(name, counts)[0]).max()
        assert worst < (1 if counts >= 100 else 3), worst
        if counts == scenes.SCAN_COUNTS:
            assert worst <= 0.02, worst

    def test_median(self, name, counts):
        errors, _, bounds = outcome(name, counts)
        median = np.median(np.abs(errors).max(axis=1))
        if counts == scenes.SCAN_COUNTS:
            assert median <= 0.007, median
        else:
            # The median of the larger of two normal errors is 1.05 standard deviations.
            assert median <= 1.05 * 1.8 * bounds.mean(), median

    def test_pulls(self, name, counts):
        errors, sigmas, _ = outcome(name, counts)
        spread = np.sqrt(np.mean((errors / sigmas) ** 2))
        low, high = (0.85, 1.15) if counts == scenes.SCAN_COUNTS else (0.7, 1.3)
        assert low <= spread <= high, spread

    def test_no_bias(self, name, counts):
        errors, _, _ = outcome(name, counts)
        # Four standard errors of the mean, and the least bias that matters.
        assert np.all(np.abs(errors.mean(axis=0)) < 4 * errors.std(axis=0) / np.sqrt(len(errors)) + 2e-4), errors.mean(axis=0)


@pytest.mark.parametrize("offset", [(0.0, 0.0), (0.5, -0.5), (3.0, -2.0), (2.25, 5.9), (-4.7, 0.13)])
def test_without_noise_a_shift_is_exact(offset):
    pair = scenes.domains().pair(np.random.default_rng(1), counts=None, offset=offset)
    shift, sigma, _ = register(pair.image, pair.reference)
    np.testing.assert_allclose(shift, offset, atol=3e-5)
    assert np.all(sigma < 1e-3)


# Robustness.


def within(pair, shift, sigma, factor=5):
    """The error is explained by the reported standard errors, and these are not far above the bound."""
    error = shift - pair.shift
    assert np.all(np.abs(error) < factor * sigma), (error, sigma)
    return np.abs(error).max()


@pytest.mark.parametrize("counts", [scenes.SCAN_COUNTS, 1000, 100])
@pytest.mark.parametrize("signs", [(1, 1), (1, -1), (-1, 1), (-1, -1)])
def test_shifts_of_a_third_of_the_image(signs, counts):
    big = scenes.domains((420, 420))
    pair = big.pair(np.random.default_rng(3), counts, offset=np.array([66.3, 64.8]) * signs, origin=(110, 110))
    shift, sigma, _ = register(pair.image, pair.reference)
    assert within(pair, shift, sigma) < 10 * pair.bound.max()


def test_gain_and_offset():
    pair = scenes.domains().pair(np.random.default_rng(4))
    shift, sigma, details = register(pair.image * 3.5 - 4000, pair.reference)
    assert within(pair, shift, sigma) < 0.02
    assert abs(lib.metadata_get_f64(details, "gain") - 1 / 3.5) < 1e-3
    assert abs(lib.metadata_get_f64(details, "offset") - 4000 / 3.5) < 30
    plain, _, _ = register(pair.image, pair.reference)
    np.testing.assert_allclose(shift, plain, atol=1e-6)


def poisoned(data, mask):
    """The masked pixels have values that would spoil the result."""
    return np.ma.MaskedArray(np.where(mask, 1e12, data), mask)


def test_masked_regions_and_pixels():
    rng = np.random.default_rng(5)
    for mask_of_image, mask_of_reference in [
        (region(60, 120, 30, 150), region(0, 200, 150, 200)),
        (rng.random((200, 200)) < 0.1, rng.random((200, 200)) < 0.1),
        (region(90, 110, 0, 200), np.zeros((200, 200), bool)),
    ]:
        pair = scenes.domains().pair(rng)
        shift, sigma, _ = register(poisoned(pair.image, mask_of_image), poisoned(pair.reference, mask_of_reference))
        assert within(pair, shift, sigma) < 0.03
        # NaN and infinity are no different.
        with_nan = register(np.where(mask_of_image, np.nan, pair.image), np.where(mask_of_reference, np.inf, pair.reference))
        np.testing.assert_allclose(with_nan[0], shift, atol=1e-9)


def region(top, bottom, left, right, shape=(200, 200)):
    mask = np.zeros(shape, bool)
    mask[top:bottom, left:right] = True
    return mask


@pytest.mark.parametrize("counts", [scenes.SCAN_COUNTS, 100])
def test_missing_scan_lines(counts):
    rng = np.random.default_rng(6)
    for rows in ([100], [20, 21, 22, 130], range(150, 200), range(0, 40)):
        pair = scenes.domains().pair(rng, counts)
        image = pair.image.copy()
        image[list(rows)] = 0
        shift, sigma, _ = register(image, pair.reference)
        assert within(pair, shift, sigma) < 12 * pair.bound.max()
        masked = np.ma.MaskedArray(pair.image, np.isin(np.arange(200), list(rows))[:, None] & np.ones(200, bool))
        np.testing.assert_allclose(register(masked, pair.reference)[0], shift, atol=1e-9)
        turned, _, _ = register(image.T, pair.reference.T)
        np.testing.assert_allclose(turned[::-1], shift, atol=5e-3)


def test_different_sizes():
    rng = np.random.default_rng(7)
    for image_part, reference_part in [
        (np.s_[:150, :170], np.s_[:, :]),
        (np.s_[:, 30:], np.s_[10:, :]),
        (np.s_[40:140, 40:140], np.s_[:, :]),
    ]:
        pair = scenes.domains().pair(rng)
        begin = [np.array([part[1].start or 0, part[0].start or 0]) for part in (image_part, reference_part)]
        shift, sigma, _ = register(pair.image[image_part], pair.reference[reference_part])
        error = shift - (pair.shift + begin[0] - begin[1])
        assert np.all(np.abs(error) < 5 * sigma) and np.abs(error).max() < 0.05, (error, sigma)


@pytest.mark.parametrize("counts", [scenes.SCAN_COUNTS, 1000, 100])
@pytest.mark.parametrize("share", [0.15, 0.3, 0.6, 2.0, 4.0])
def test_inverted_magnetic_contrast(share, counts):
    """Two helicities: the same topography, magnetic contrast of opposite sign."""
    rng = np.random.default_rng(8)
    shape = (280, 280)
    grains = ndimage.gaussian_filter(rng.standard_normal(shape), 2.5, mode="wrap")
    maze = scenes.domains(shape).expectation - scenes.domains(shape, contrast=0.0).expectation
    maze -= maze.mean()
    topography = 1 + 0.05 * grains / grains.std()
    magnetism = share * 0.03 * maze / maze.std()
    plus, minus = scenes.Scene(topography + magnetism), scenes.Scene(topography - magnetism)
    for _ in range(3):
        offset = rng.uniform(-6, 6, 2)
        reference = rng.poisson(np.maximum(plus.window(), 0) * counts)
        image = rng.poisson(np.maximum(minus.window(offset), 0) * counts)
        ctx = fresh()
        try:
            shift, sigma, _ = register(image, reference, ctx=ctx)
        except sc.StonerError as error:
            # Where the maze's contrast is about the topography's, pixels and gradients both agree badly.
            assert share == 2.0 and error.name == "NO_RESULT"
            continue
        error = shift - offset
        if np.abs(error).max() < 0.5:
            assert np.all(np.abs(error) < 5 * sigma), (error, sigma)
        else:
            assert share == 2.0 and warnings_of(ctx), (error, sigma)


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint32", "float32", "float64", "bool"])
def test_dtypes(dtype):
    pair = scenes.domains().pair(np.random.default_rng(9), counts=100)
    convert = (lambda x: x > np.median(x)) if dtype == "bool" else (lambda x: np.minimum(x, 255).astype(dtype))
    shift, sigma, _ = register(convert(pair.image), convert(pair.reference))
    assert within(pair, shift, sigma) < 0.6


@pytest.mark.parametrize("shape", [(40, 200), (200, 40), (33, 41), (64, 300), (101, 99)])
def test_shapes(shape):
    pair = scenes.domains((340, 340)).pair(np.random.default_rng(10), reach=3, shape=shape)
    shift, sigma, _ = register(pair.image, pair.reference)
    assert within(pair, shift, sigma) < 12 * pair.bound.max()


def test_layouts_change_nothing():
    pair = scenes.domains().pair(np.random.default_rng(11))
    shift, _, _ = register(pair.image, pair.reference)
    strided = np.asfortranarray(pair.image)
    np.testing.assert_array_equal(register(strided, np.repeat(pair.reference, 2, 1)[:, ::2])[0], shift)
    for threads in (2, 5):
        np.testing.assert_array_equal(register(pair.image, pair.reference, ctx=fresh(threads))[0], shift)


# Movements that cannot be found.


def test_nothing_to_find():
    rng = np.random.default_rng(12)
    noise = rng.poisson(100, (2, 200, 200)).astype(float)
    structure = scenes.domains().pair(rng)
    everything = np.ones((200, 200), bool)
    x = np.arange(200.0)
    for image, reference in [
        (np.ones((200, 200)), np.ones((200, 200))),
        (np.ones((200, 200)), structure.reference),
        (structure.image, np.zeros((200, 200))),
        (noise[0], noise[1]),
        (np.ma.MaskedArray(structure.image, everything), structure.reference),
        (structure.image, np.full((200, 200), np.nan)),
        (scenes.domains(seed=5).window(), scenes.domains().window()),
        (np.tile(np.cos(x / 13), (200, 1)), np.tile(np.cos((x - 2) / 13), (200, 1))),
        (structure.image[:5, :5], structure.reference[:5, :5]),
    ]:
        raises("NO_RESULT", register, image, reference)
        raises("NO_RESULT", align, image, reference)


def test_an_ambiguous_maximum_is_told():
    y, x = np.mgrid[0:200, 0:200]

    def lattice(dx, dy):
        return np.cos((x - dx) * 2 * np.pi / 20) * np.cos((y - dy) * 2 * np.pi / 16)

    ctx = fresh()
    shift, _, _ = register(lattice(3.3, 1.2), lattice(0, 0), ctx=ctx)
    np.testing.assert_allclose(shift, (-3.3, -1.2), atol=1e-3)
    assert any("nearly as well" in warning for warning in warnings_of(ctx))
    pair = scenes.domains().pair(np.random.default_rng(1))
    quiet = fresh()
    register(pair.image, pair.reference, ctx=quiet)
    assert warnings_of(quiet) == []


def test_bad_arguments():
    pair = scenes.domains().pair(np.random.default_rng(13), shape=(60, 60))
    a, b = sc.from_array(pair.image), sc.from_array(pair.reference)
    for wrong in [
        {"method": "nothing"},
        {"scale": -1.0},
        {"scale": np.nan},
        {"scale": 1e-3},
        {"scale": 2000.0},
        {"prefilter": 3},
        {"prefilter": CONSTANTS["STONER_PREFILTER_GAUSSIAN"], "prefilter_sigma": -0.5},
        {"prefilter": CONSTANTS["STONER_PREFILTER_GAUSSIAN"], "prefilter_sigma": np.inf},
        {"upsample_factor": 0.5},
        {"upsample_factor": np.nan},
        {"threshold": -0.1},
        {"threshold": 1.0},
        {"rotation": 2},
        {"rotation": 1},
        {"scaling": 1},
    ]:
        raises("INVALID_ARGUMENT", register, a, b, **wrong)
        raises("INVALID_ARGUMENT", align, a, b, **wrong)
    assert "gauss_newton, scharr, chi2_shift, imreg_dft, cv2" in raises("INVALID_ARGUMENT", register, a, b, method="x")
    raises("INVALID_ARGUMENT", align, a, b, order=6)
    raises("INVALID_ARGUMENT", align, a, b, mode=8)
    raises("INVALID_ARGUMENT", align, a, b, do_shift=2)
    raises("INVALID_ARGUMENT", align, a, b, mode=CONSTANTS["STONER_MODE_GRID_CONSTANT"], cval=np.nan)
    raises("OUT_OF_RANGE", register, a, b, box=[5, 5, 0, 9])
    raises("SHAPE", register, np.zeros((3, 60, 60)), b)
    raises("SHAPE", register, a, np.zeros(60))
    raises("DTYPE", register, np.zeros((60, 60), complex), b)
    raises("DTYPE", align, sc.from_array(pair.image > 0), b, order=1)


# Box, scale, prefilter, threshold, resolution.


def test_box():
    rng = np.random.default_rng(14)
    pair = scenes.domains().pair(rng)
    label = scenes.domains(seed=3).window() * 1e5
    image, reference = pair.image.copy(), pair.reference.copy()
    # A label that does not move covers most of both.
    image[:, 90:] = reference[:, 90:] = label[:, 90:]
    shift, sigma, _ = register(image, reference, box=[sc.EXTENT, 85, 10, sc.EXTENT])
    assert within(pair, shift, sigma) < 0.03
    inside, _, _ = register(image[10:, :85], reference[10:, :85])
    np.testing.assert_allclose(shift, inside, atol=1e-12)
    assert np.abs(register(image, reference)[0]).max() < 0.05


@pytest.mark.parametrize("scale", [0.5, 1.5, 2.0])
def test_scale(scale):
    pair = scenes.domains().pair(np.random.default_rng(15))
    shift, sigma, _ = register(pair.image, pair.reference, scale=scale)
    assert np.abs(shift - pair.shift).max() < 0.03, shift - pair.shift
    assert np.all(sigma < 0.03)


def test_prefilter():
    pair = scenes.domains().pair(np.random.default_rng(16), counts=1000)
    for how in [
        {"prefilter": CONSTANTS["STONER_PREFILTER_GAUSSIAN"], "prefilter_sigma": 1.5},
        {"prefilter": CONSTANTS["STONER_PREFILTER_SCHARR"]},
    ]:
        shift, _, _ = register(pair.image, pair.reference, **how)
        assert 0 < np.abs(shift - pair.shift).max() < 0.3
        if "prefilter_sigma" in how:
            blurred = [lib.image_gaussian_filter(sc.from_array(x), [1.5, 1.5]) for x in (pair.image, pair.reference)]
            np.testing.assert_allclose(register(*blurred)[0], shift, atol=1e-9)


def test_resolution():
    pair = scenes.domains().pair(np.random.default_rng(17))
    fine, _, _ = register(pair.image, pair.reference)
    for factor in (1.0, 4.0, 50.0):
        shift, _, _ = register(pair.image, pair.reference, upsample_factor=factor)
        np.testing.assert_allclose(shift, np.round(fine * factor) / factor, atol=1e-12)


def test_threshold_leaves_weak_structure_out():
    rng = np.random.default_rng(18)
    y, x = np.mgrid[0:200, 0:200]
    still = 300 * ndimage.gaussian_filter(rng.standard_normal((200, 200)), 2.5) * 10

    def features(dx, dy):
        places = np.random.default_rng(2).uniform(30, 170, (10, 2))
        return sum(6000 * np.exp(-((x - u - dx) ** 2 + (y - v - dy) ** 2) / 18) for u, v in places)

    reference, image = rng.poisson(5000 + still + features(0, 0)), rng.poisson(5000 + still + features(-3.4, 2.6))
    with_threshold, _, _ = register(image, reference, threshold=0.4)
    np.testing.assert_allclose(with_threshold, (3.4, -2.6), atol=0.15)
    drift = lib.image_correct_drift(sc.from_array(image), sc.from_array(reference), threshold=0.4, upsample_factor=np.inf, do_shift=True)
    np.testing.assert_allclose(numbers(drift, "drift_shift"), with_threshold, atol=1e-12)
    # The prefilter matters: without it the static background biases the movement.
    assert np.abs(register(image, reference)[0] - (3.4, -2.6)).max() > np.abs(with_threshold - (3.4, -2.6)).max()


# Moving.


@functools.lru_cache(maxsize=1)
def moved_pair():
    return scenes.domains().pair(np.random.default_rng(19), offset=(3.4, -5.7), shape=(61, 70))


@pytest.mark.parametrize("name", MODES)
@pytest.mark.parametrize("order", range(6))
def test_values_are_those_of_ndimage_shift(order, name):
    pair = moved_pair()
    result = align(pair.image, pair.reference, order=order, mode=CONSTANTS[f"STONER_MODE_{MODES[name]}"], cval=7.0)
    y, x = numbers(result, "tvec")
    found = sc.to_array(result)
    mask = np.ma.getmaskarray(found)
    # Interpolated with a constant, values near the edges would be mixtures with what was never measured.
    scipys = "nearest" if name == "grid-constant" else name
    expected = ndimage.shift(pair.image, (y, x), order=order, mode=scipys, cval=7.0)
    if name == "grid-constant":
        expected[mask] = 7.0
    np.testing.assert_allclose(found.data, expected, atol=1e-10 * np.ptp(pair.image))
    if "constant" in name:
        # 5.7 rows at the bottom and 3.4 columns at the left come from outside.
        whole = region(0, 55, 4 if name == "constant" else 3, 70, (61, 70))
        if order > 0:
            np.testing.assert_array_equal(~mask, whole)
        assert mask[-5:].all() and mask[:, :3].all() and not mask[:55, 4:].any()
    else:
        assert not mask.any()


def test_by_default_nothing_wraps_and_the_cubic_spline_moves():
    pair = moved_pair()
    result = align(pair.image, pair.reference)
    found, (y, x) = sc.to_array(result), numbers(result, "tvec")
    mask = np.ma.getmaskarray(found)
    assert mask[:, :3].all() and mask[-5:].all()
    np.testing.assert_allclose(found.compressed(), ndimage.shift(pair.image, (y, x), order=3)[~mask])
    residual = (found - pair.reference)[3:-9, 6:-3]
    assert np.abs(residual.mean()) < 50 and residual.std() < 260


def test_metadata_of_align():
    pair = moved_pair()
    image, reference = sc.from_array(pair.image), sc.from_array(pair.reference)
    sc.set_f64(image, "kept", 2.5)
    shift, sigma, details = register(image, reference)
    result = align(image, reference)
    np.testing.assert_array_equal(numbers(result, "tvec"), shift[::-1])
    np.testing.assert_array_equal(numbers(result, "tvec_sigma"), sigma[::-1])
    np.testing.assert_allclose(numbers(result, "translation_limits"), [shift[0], 70, 0, 61 + shift[1]])
    np.testing.assert_array_equal(
        numbers(result, "translation_limits"), lib.image_translate_limits(image, list(shift))
    )
    assert lib.image_metadata_get_f64(result, "kept") == 2.5
    assert lib.image_metadata_get_string(result, "align_method") == "gauss_newton"
    for key in ("correlation", "gain", "offset", "noise", "prefilter_sigma", "pixels", "steps"):
        assert lib.image_metadata_get_f64(result, key) == lib.metadata_get_f64(details, key)
    # The difference of two Poisson images: twice the counts.
    noise = lib.image_metadata_get_f64(result, "noise")
    assert abs(noise / np.sqrt(2 * pair.reference.mean()) - 1) < 0.1
    unmoved = align(image, reference, do_shift=False)
    np.testing.assert_array_equal(sc.to_array(unmoved), pair.image)
    np.testing.assert_array_equal(numbers(unmoved, "tvec"), shift[::-1])


def test_the_result_carries_the_references_map_and_moves_its_planes():
    pair = moved_pair()
    image, reference = sc.from_array(pair.image), sc.from_array(pair.reference)
    lib.image_set_map(image, [10.0, 20.0], [0.1, 0.0, 0.0, -0.1])
    lib.image_set_map(reference, [11.0, 19.0], [0.2, 0.0, 0.0, -0.3])
    current = np.add.outer(np.arange(61.0), 100 * np.arange(70.0))
    lib.image_set_plane(image, "beam current", sc.from_array(current))
    for result in (align(image, reference), lib.image_correct_drift(image, reference, upsample_factor=np.inf, do_shift=True)):
        origin, step = lib.image_map(result)
        np.testing.assert_array_equal(origin, [11.0, 19.0])
        np.testing.assert_array_equal(step, [0.2, 0.0, 0.0, -0.3])
        x, y = register(image, reference)[0]
        plane = sc.to_array(lib.image_plane(result, "beam current"))
        np.testing.assert_allclose(plane[20, 30], 20 - y + 100 * (30 - x))
        assert np.ma.getmaskarray(plane)[:, :3].all()
    alone = align(image, sc.from_array(pair.reference))
    np.testing.assert_allclose(lib.image_map(alone)[0], [10.0 - 0.1 * x, 20.0 + 0.1 * y])


def test_masked_pixels_stay_out_of_the_moved_image():
    pair = moved_pair()
    mask = region(20, 24, 30, 33, (61, 70))
    result = align(poisoned(pair.image, mask), pair.reference)
    found = sc.to_array(result)
    assert 8 <= np.ma.getmaskarray(found)[10:25, 25:45].sum() <= 20
    assert found.max() < 1.3 * pair.image.max()


def test_dtype_of_the_result():
    pair = moved_pair()
    for dtype in ("uint16", "float32", "float64"):
        image = pair.image.astype(dtype)
        assert sc.to_array(align(image, pair.reference, order=0)).dtype == dtype
        assert sc.to_array(align(image, pair.reference)).dtype == ("float32" if dtype == "float32" else "float64")


KEPT = {0: 1.0, 1: 0.5, 2: 0.7071, 3: 0.7561, 4: 0.8075, 5: 0.8365}


@pytest.mark.parametrize("order", KEPT)
def test_variance_that_stays_at_half_a_pixel(order):
    """What the header says of each order, on white noise beside structure that fixes the movement."""
    rng = np.random.default_rng(20)
    y, x = np.mgrid[0:256, 0:256]

    def landmarks(dx):
        return 1e5 * np.exp(-((x - 40 - dx) ** 2 + (y - 128) ** 2) / 200) + 1e5 * np.exp(-((x - 60 - dx) ** 2 + (y - 40) ** 2) / 200)

    noise = rng.standard_normal((256, 256))
    image = landmarks(0.5) + noise
    result = sc.to_array(align(image, landmarks(0), order=order, upsample_factor=2.0))
    region_of_noise = np.s_[150:250, 120:250]
    kept = result[region_of_noise].var() / noise[region_of_noise].var()
    assert abs(kept / KEPT[order] - 1) < 0.03, kept


# Drift.


def test_correct_drift():
    pair = scenes.domains().pair(np.random.default_rng(21), offset=(2.34, -4.57))
    image, reference = sc.from_array(pair.image), sc.from_array(pair.reference)
    result = lib.image_correct_drift(image, reference, threshold=0.005, upsample_factor=50.0, do_shift=True)
    shift = numbers(result, "drift_shift")
    # The movement that brings the image back, (x, y), to a fiftieth of a pixel.
    np.testing.assert_allclose(shift, (2.34, -4.57), atol=0.025)
    np.testing.assert_allclose(np.array(shift) * 50, np.round(np.array(shift) * 50), atol=1e-9)
    assert numbers(result, "correct_drift") == numbers(result, "correct drift") == shift
    assert all(0 < s < 0.02 for s in numbers(result, "drift_shift_sigma"))
    found = sc.to_array(result)
    mask = np.ma.getmaskarray(found)
    np.testing.assert_allclose(found.compressed(), ndimage.shift(pair.image, shift[::-1], order=3)[~mask])
    assert mask[:, :2].all() and mask[-4:].all() and np.isnan(found.data[mask]).all()
    only = lib.image_correct_drift(image, reference, threshold=0.005, upsample_factor=50.0)
    np.testing.assert_array_equal(sc.to_array(only), pair.image)
    assert numbers(only, "drift_shift") == shift
    boxed = lib.image_correct_drift(image, reference, box=[20, 180, 10, 150], upsample_factor=np.inf)
    inside, _, _ = register(image, reference, box=[20, 180, 10, 150])
    np.testing.assert_allclose(numbers(boxed, "drift_shift"), inside)
    raises("NO_RESULT", lib.image_correct_drift, sc.from_array(np.ones((99, 99))), reference)


# Series.


@functools.lru_cache(maxsize=2)
def series(counts=1000):
    """(frames, the movements that lay each on frame 2)."""
    rng, the_scene = np.random.default_rng(22), scenes.domains()
    offsets = np.cumsum(rng.uniform(-2, 2, (7, 2)), axis=0)
    frames = np.array([the_scene.pair(rng, counts, offset=offset, shape=(120, 130)).image for offset in offsets])
    return frames, offsets - offsets[2]


@pytest.mark.parametrize("how", ["REFERENCE", "NEIGHBOUR", "ALL_PAIRS"])
def test_series(how):
    frames, movements = series()
    stack = sc.from_array(frames)
    sc.set_f64(stack, "kept", 2.5)
    ctx = fresh(2)
    table, out = lib.image_align_stack(
        stack, CONSTANTS[f"STONER_SERIES_{how}"], 2, cval=np.nan, ctx=ctx
    )
    columns = {lib.table_column_name(table, i): lib.table_read_column(table, i) for i in range(5)}
    assert list(columns) == ["frame", "x", "y", "sigma_x", "sigma_y"]
    found = np.stack([columns["x"], columns["y"]], axis=1)
    sigma = np.stack([columns["sigma_x"], columns["sigma_y"]], axis=1)
    assert np.all(found[2] == 0) and np.all(sigma[2] == 0)
    others = np.arange(7) != 2
    assert np.all(np.abs(found - movements)[others] < 5 * sigma[others]), (found - movements) / sigma
    assert np.abs(found - movements).max() < 0.2 and sigma.max() < 0.2
    moved = sc.to_array(out)
    for i in range(7):
        expected = ndimage.shift(frames[i], found[i][::-1], order=3)
        mask = np.ma.getmaskarray(moved[i])
        np.testing.assert_allclose(moved[i].compressed(), expected[~mask], atol=1e-7)
    assert lib.image_metadata_get_f64(out, "kept") == 2.5
    assert warnings_of(ctx) == []
    pairwise, _, _ = register(frames[5], frames[2])
    if how == "REFERENCE":
        np.testing.assert_array_equal(found[5], pairwise)


@pytest.mark.parametrize("how", ["REFERENCE", "NEIGHBOUR", "ALL_PAIRS"])
def test_a_dead_frame_spoils_no_other(how):
    frames, movements = series()
    frames = frames.copy()
    frames[4] = np.random.default_rng(1).poisson(1000, frames[4].shape)
    ctx = fresh()
    table, out = lib.image_align_stack(
        sc.from_array(frames), CONSTANTS[f"STONER_SERIES_{how}"], 2, ctx=ctx
    )
    found = np.stack([lib.table_read_column(table, 1), lib.table_read_column(table, 2)], axis=1)
    assert np.isnan(found[4]).all()
    good = np.arange(7) != 4
    assert np.abs(found - movements)[good].max() < 0.2
    masks = np.ma.getmaskarray(sc.to_array(out))
    assert masks[4].all() and not masks[good].all(axis=(1, 2)).any()
    assert any("frame 4" in warning for warning in warnings_of(ctx))


def test_threads_change_nothing_in_a_series():
    stack = sc.from_array(series()[0])
    tables = [
        lib.image_align_stack(stack, CONSTANTS["STONER_SERIES_ALL_PAIRS"], 0, ctx=fresh(threads))[0]
        for threads in (1, 2, 5)
    ]
    assert lib.table_equal(tables[0], tables[1]) and lib.table_equal(tables[0], tables[2])


def test_bad_series():
    stack = sc.from_array(series()[0])
    raises("OUT_OF_RANGE", lib.image_align_stack, stack, 0, 7)
    raises("INVALID_ARGUMENT", lib.image_align_stack, stack, 0, -1)
    raises("INVALID_ARGUMENT", lib.image_align_stack, stack, 3, 0)
    raises("SHAPE", lib.image_align_stack, sc.from_array(np.zeros((9, 9))), 0, 0)
    raises("NO_RESULT", lib.image_align_stack, sc.from_array(np.ones((3, 40, 40))), 0, 0)


@pytest.mark.parametrize("shape", [(20, 30), (33, 64), (64, 70), (120, 111), (200, 200)], ids=str)
@pytest.mark.parametrize("factor", [1.0, 2.0, 1e-9])
def test_an_image_lies_on_itself(shape, factor):
    """Identical images, also of noise alone: the movement is 0, and there is no division by their difference of 0."""
    for seed in range(3):
        array = np.random.default_rng(seed).random(shape)
        found, sigma = register(sc.from_array(array), sc.from_array(array * factor))[:2]
        assert np.abs(found).max() < 1e-6 and np.isfinite(sigma).all()
