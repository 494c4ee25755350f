"""The four methods of the original against known movements and the programs that they are named after."""

import warnings

import numpy as np
import pytest
import scenes
import stoner_c as sc
from conftest import raises
from scipy import ndimage
from stoner_c import lib

METHODS = ["scharr", "chi2_shift", "imreg_dft", "cv2"]
#: How far off each may be without noise, in pixels.
NOISE_FREE = {"scharr": 0.02, "chi2_shift": 0.005, "imreg_dft": 0.03, "cv2": 0.005}
DTYPES = [np.dtype(f"{kind}{bits}") for kind in ("uint", "int") for bits in (8, 16, 32, 64)] + [np.dtype("f4")]


def register(image, reference, method, ctx=None, **how):
    """(shift, sigma, angle, magnification, details)."""
    image, reference = sc.from_array(image), sc.from_array(reference)
    return lib.image_register(image, reference, method=method, ctx=ctx, **how)


def shift_of(image, reference, method, **how):
    return np.array(register(image, reference, method, **how)[0])


def noise_free(shift, shape=(120, 131), **how):
    return scenes.domains().pair(None, None, offset=shift, shape=shape, origin=(60, 60), **how)


def warnings_of(ctx):
    return [lib.context_warning(i, ctx=ctx) for i in range(lib.context_warning_count(ctx=ctx)[0])]


@pytest.mark.parametrize("method", METHODS)
class TestTruth:
    @pytest.mark.parametrize(
        "shift", [(0, 0), (2, -4), (-7, 3), (0.5, 0.5), (0.31, -0.77), (-5.26, 4.81), (17.4, -12.9)], ids=str
    )
    def test_shifts(self, method, shift):
        pair = noise_free(shift)
        found = shift_of(pair.image, pair.reference, method)
        assert np.abs(found - shift).max() < NOISE_FREE[method], found

    @pytest.mark.parametrize("shape", [(64, 64), (65, 97), (127, 72), (90, 40)], ids=str)
    def test_shapes(self, method, shape):
        pair = noise_free((1.7, -2.4), shape)
        found = shift_of(pair.image, pair.reference, method)
        assert np.abs(found - pair.shift).max() < 3 * NOISE_FREE[method], found

    @pytest.mark.parametrize("dtype", DTYPES, ids=str)
    def test_dtypes(self, method, dtype):
        pair = noise_free((3.3, -1.6))
        top = 120 if dtype.itemsize == 1 else 30000
        scaled = [(top / 1.6 * array).astype(dtype) for array in (pair.image, pair.reference)]
        # Rounded to 120 levels there is noise of 0.3 levels.
        tolerance = 0.15 if dtype.itemsize == 1 else 2 * NOISE_FREE[method]
        found = shift_of(*scaled, method)
        assert np.abs(found - pair.shift).max() < tolerance, found

    def test_a_third_of_the_image(self, method):
        scene = scenes.domains(shape=(400, 400))
        pair = scene.pair(None, None, offset=(66.3, -61.8), origin=(100, 100))
        found = shift_of(pair.image, pair.reference, method)
        assert np.abs(found - pair.shift).max() < 3 * NOISE_FREE[method], found

    def test_different_sizes(self, method):
        pair = noise_free((3.3, -1.6))
        found = shift_of(pair.image[:100], pair.reference[:, :110], method)
        assert np.abs(found - pair.shift).max() < 3 * NOISE_FREE[method], found

    def test_gain_and_offset(self, method):
        pair = noise_free((3.3, -1.6))
        found = shift_of(0.4 * pair.image + 7, pair.reference, method)
        assert np.abs(found - pair.shift).max() < 2 * NOISE_FREE[method], found

    def test_a_mask_that_does_not_move_with_the_content(self, method):
        pair = noise_free((3.3, -1.6))
        bar = np.zeros(pair.image.shape, bool)
        bar[95:112, 20:100] = True
        image, reference = (np.ma.MaskedArray(np.where(bar, 50.0, x), bar) for x in (pair.image, pair.reference))
        image[40:42] = np.nan
        found = shift_of(image, reference, method)
        assert np.abs(found - pair.shift).max() < 0.1, found

    def test_noise(self, method):
        rng = np.random.default_rng(1)
        off = []
        for _ in range(6):
            pair = scenes.domains().pair(rng, 1000)
            off.append(np.abs(shift_of(pair.image, pair.reference, method) - pair.shift).max())
        assert np.median(off) < 0.1 and max(off) < 0.25, off

    def test_upsample_factor(self, method):
        pair = noise_free((3.3, -1.6))
        for factor in (1, 4, 10):
            found = shift_of(pair.image, pair.reference, method, upsample_factor=factor)
            # On the lattice, and the nearest point of it.
            np.testing.assert_allclose(found * factor, np.round(found * factor), atol=1e-9)
            assert np.abs(found - pair.shift).max() <= 0.5 / factor + NOISE_FREE[method]

    def test_scale_and_box(self, method):
        pair = noise_free((3.3, -1.6))
        found = shift_of(pair.image, pair.reference, method, scale=1.5)
        assert np.abs(found - pair.shift).max() < 0.05, found
        spoilt = pair.image.copy()
        spoilt[:, 100:] = np.random.default_rng(2).normal(size=(120, 31))
        found = shift_of(spoilt, pair.reference, method, box=[5, 95, 3, 117])
        assert np.abs(found - pair.shift).max() < 0.05, found

    def test_nothing_to_find(self, method):
        pair = noise_free((0, 0))
        flat, nan = np.full((120, 131), 3.0), np.full((120, 131), np.nan)
        masked = np.ma.MaskedArray(pair.image, True)
        for empty in (flat, nan, masked):
            assert raises("NO_RESULT", register, empty, pair.reference, method)
            assert raises("NO_RESULT", register, pair.image, empty, method)
        rng = np.random.default_rng(3)
        message = raises("NO_RESULT", register, rng.normal(size=(150, 150)), rng.normal(size=(150, 150)), method)
        assert "significance" in message

    def test_small_images_are_found_or_refused(self, method):
        for rows in (1, 2, 3, 5, 9):
            for columns in (1, 2, 4, 9):
                array = np.random.default_rng(rows * 10 + columns).random((rows, columns))
                try:
                    found = shift_of(array, array, method)
                    assert np.abs(found).max() < 0.5
                except sc.StonerError as error:
                    assert error.status == sc.STATUS["NO_RESULT"]


def test_what_the_original_misses():
    """A noise-free shift of (2, -4) on 200 x 190: the original's imreg_dft finds (0.1, -0.1)."""
    rows, columns = np.mgrid[0:200, 0:190].astype(float)

    def blobs(x, y):
        return sum(np.exp(-((columns + x - a) ** 2 + (rows + y - b) ** 2) / 300) for a, b in [(50, 60), (120, 90), (80, 150)])

    for method in METHODS:
        found = shift_of(blobs(2, -4), blobs(0, 0), method)
        assert np.abs(found - (2, -4)).max() < 0.02, (method, found)


class TestSigma:
    """The standard errors that chi2_shift and cv2 report, beside the scatter."""

    @pytest.mark.parametrize("counts", [scenes.SCAN_COUNTS, 500, 60])
    @pytest.mark.parametrize("method", ["chi2_shift", "cv2"])
    def test_pulls(self, method, counts):
        rng = np.random.default_rng(5)
        pulls = []
        for _ in range(110):
            pair = scenes.domains().pair(rng, counts, shape=(110, 100), origin=(70, 80), reach=3)
            shift, sigma, *_ = register(pair.image, pair.reference, method)
            pulls.append((np.array(shift) - pair.shift) / np.array(sigma))
        pulls = np.array(pulls)
        # The standard deviation of 220 of them is known to 5 %.
        assert 0.8 < np.sqrt(np.mean(pulls**2)) < 1.25, np.sqrt(np.mean(pulls**2, axis=0))
        assert np.abs(pulls.mean(axis=0)).max() < 0.4, pulls.mean(axis=0)

    def test_the_metadata_has_movement_and_errors(self):
        pair = scenes.domains().pair(np.random.default_rng(6), 1000)
        for scale in (1.0, 2.0):
            shift, sigma, _, _, details = register(pair.image, pair.reference, "chi2_shift", scale=scale)
            nested = lib.metadata_get_nested(details, "chi2_shift")
            values = [lib.metadata_get_f64(nested, str(i)) for i in range(lib.metadata_count(nested))]
            np.testing.assert_allclose(values, [*shift, *sigma], rtol=1e-12)


class TestDetails:
    def test_correlation_and_iterations_of_ecc(self):
        pair = noise_free((3.3, -1.6))
        *_, details = register(pair.image, pair.reference, "cv2")
        assert 0.999 < lib.metadata_get_f64(details, "correlation") <= 1.0
        assert 1 <= lib.metadata_get_i64(details, "iterations") <= 50
        noisy = scenes.domains().pair(np.random.default_rng(0), 100)
        shift, *_, details = register(noisy.image, noisy.reference, "cv2")
        assert lib.metadata_get_f64(details, "correlation") < 0.99

    @pytest.mark.parametrize("method", ["scharr", "imreg_dft"])
    def test_success(self, method):
        pair = noise_free((3.3, -1.6))
        same = lib.metadata_get_f64(register(pair.image, pair.reference, method)[4], "success")
        noisy = scenes.domains().pair(np.random.default_rng(0), 200)
        less = lib.metadata_get_f64(register(noisy.image, noisy.reference, method)[4], "success")
        assert 0 < less < same <= 1 and same > 0.95, (less, same)

    @pytest.mark.parametrize("method", METHODS)
    def test_a_grating_is_ambiguous(self, method):
        x = np.arange(120)
        grating = [np.sin((x + by) * np.pi / 5)[None] + np.cos(x * np.pi / 6)[:, None] for by in (1, 0)]
        ctx = lib.context_new()
        register(*grating, method, ctx=ctx)
        assert any("ambiguous" in text for text in warnings_of(ctx))

    def test_the_threshold_leaves_weak_structure_out(self):
        """Strong blobs move, a weak pattern over the whole image stays: with a threshold only the blobs count."""
        rows, columns = np.mgrid[0:128, 0:128].astype(float)

        def scene(x, y):
            places = [(30, 40), (90, 35), (60, 90), (100, 100)]
            strong = sum(np.exp(-((columns + x - a) ** 2 + (rows + y - b) ** 2) / 18) for a, b in places)
            return 10 * strong + 0.4 * ndimage.gaussian_filter(np.random.default_rng(1).normal(size=(128, 128)), 1.5)

        for method in ("chi2_shift", "cv2", "scharr"):
            found = [shift_of(scene(2.4, -1.3), scene(0, 0), method, threshold=threshold) for threshold in (0, 0.2)]
            off = [np.abs(shift - (2.4, -1.3)).max() for shift in found]
            assert off[1] < 0.05, (method, off)
            # Squared gradients suppress the pattern already.
            assert off[1] < off[0] if method != "scharr" else off[1] != off[0], (method, off)
        message = raises("INVALID_ARGUMENT", register, scene(0, 0), scene(0, 0), "imreg_dft", threshold=0.2)
        assert "threshold" in message

    def test_scharr_takes_no_notice_of_inverted_contrast(self):
        pair = noise_free((3.3, -1.6))
        assert np.abs(shift_of(-pair.image, pair.reference, "scharr") - pair.shift).max() < 0.02


class TestSimilarity:
    @pytest.mark.parametrize(
        "angle, scale, shift",
        [(10.0, 1.0, (0, 0)), (-33.0, 1.0, (4, -6)), (0.0, 1.12, (2, 3)), (5.0, 0.9, (-3, 5)), (179.0, 1.0, (2, -2))],
    )
    def test_rotation_and_scale(self, angle, scale, shift):
        """The reference is what a window of a larger scene shows, the image the scene turned and scaled in the same window."""
        scene = scenes.domains(shape=(400, 400))
        shape, origin = (180, 190), (110, 105)
        reference = scene.window((0, 0), shape, origin)
        image = scene.window(shift, shape, origin, angle=angle, scale=scale)
        found, _, turned, magnification, details = register(
            image, reference, "imreg_dft", rotation=angle != 0, scaling=scale != 1
        )
        # Content turned counter-clockwise is to be turned clockwise.
        assert abs((np.degrees(turned) - angle + 180) % 360 - 180) < 0.1, turned
        assert abs(magnification * scale - 1) < 0.003, magnification
        # The image's middle shows the scene's place `shift` further.
        assert np.abs(np.array(found) - shift).max() < 0.15, found
        assert lib.metadata_get_f64(details, "angle") == turned and lib.metadata_get_f64(details, "angle_degrees") == np.degrees(turned)
        assert lib.metadata_get_f64(details, "scale") == magnification

    def test_precision_and_standard_errors(self):
        """Against OpenCV's Euclidean ECC, which starts from the true movement here, and against the reported errors."""
        cv2 = pytest.importorskip("cv2")
        scene, rng = scenes.domains(shape=(400, 400)), np.random.default_rng(7)
        shape, origin = (150, 140), (120, 125)
        pulls, ours, theirs = [], [], []
        for k in range(14):
            angle, scale = rng.uniform(-8, 8), rng.uniform(0.93, 1.07) if k % 2 else 1.0
            shift = rng.uniform(-4, 4, 2)
            frames = [scene.window((0, 0), shape, origin), scene.window(shift, shape, origin, angle=angle, scale=scale)]
            reference, image = (rng.poisson(500 * frame / scene.mean).astype(float) for frame in frames)
            found, sigma, turned, magnification, details = register(
                image, reference, "imreg_dft", rotation=True, scaling=scale != 1
            )
            error_of = {name: lib.metadata_get_f64(details, f"{name}_sigma") for name in ("angle", "scale")}
            off = [*(np.array(found) - shift) / sigma, (turned - np.radians(angle)) / error_of["angle"]]
            if scale != 1:
                off.append((magnification * scale - 1) / (error_of["scale"] * scale))
            else:
                assert (magnification, error_of["scale"]) == (1.0, 0.0)
                cos, sin = np.cos(np.radians(angle)), np.sin(np.radians(angle))
                middle = (np.array(shape[::-1]) - 1) / 2
                # From the reference's pixels to the image's.
                back = np.array([[cos, sin], [-sin, cos]])
                warp = np.float32(np.column_stack([back, middle - back @ (middle + shift)]))
                criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 100, 1e-7)
                images = [np.float32(frame / 500) for frame in (reference, image)]
                warp = cv2.findTransformECC(*images, warp, cv2.MOTION_EUCLIDEAN, criteria, None, 5)[1]
                theirs.append(abs(np.degrees(np.arctan2(warp[0, 1], warp[0, 0])) - angle))
                ours.append(abs(np.degrees(turned) - angle))
            pulls.extend(off)
        assert np.abs(pulls).max() < 5, pulls
        # The standard deviation of some fifty of them is known to 10 %.
        assert 0.7 < np.sqrt(np.mean(np.square(pulls))) < 1.4, pulls
        ours, theirs = (np.sqrt(np.mean(np.square(off))) for off in (ours, theirs))
        assert ours < 1.2 * theirs and ours < 0.06, (ours, theirs)

    def test_a_rotation_of_straight_structure_leaves_the_movement_along_it_open(self):
        import hard_scenes

        edge = hard_scenes.HardScene(hard_scenes.edge(20), reach=1.0).trial(np.random.default_rng(1))
        ctx = lib.context_new()
        try:
            _, sigma, *_ = register(edge.image, edge.reference, "imreg_dft", ctx=ctx, rotation=True)
        except sc.StonerError as error:
            assert error.status == sc.STATUS["NO_RESULT"]
        else:
            assert max(sigma) > 10 and any("degrees" in text for text in warnings_of(ctx))

    def test_neither_is_looked_for_unless_asked(self):
        scene = scenes.domains(shape=(400, 400))
        reference, image = scene.window((0, 0)), scene.window((2.0, 1.0), angle=1.0)
        _, _, turned, magnification, _ = register(image, reference, "imreg_dft")
        assert (turned, magnification) == (0.0, 1.0)

    def test_constants_of_the_methods_grid_are_left_out(self):
        pair = noise_free((3.3, -1.6))
        details = register(pair.image, pair.reference, "imreg_dft", rotation=True, scaling=True)[4]
        keys = {lib.metadata_key(details, i) for i in range(lib.metadata_count(details))}
        assert {"angle", "angle_degrees", "scale", "success"} <= keys and not keys & {"Dangle", "Dscale", "Dt"}, keys

    def test_against_imreg_dft(self, monkeypatch):
        imreg_dft = pytest.importorskip("imreg_dft")
        # It is older than the numpy that took this name away.
        monkeypatch.setattr(np, "bool", bool, raising=False)
        scene = scenes.domains(shape=(400, 400))
        reference = scene.window((0, 0), (180, 180), (110, 110))
        image = scene.window((0, 0), (180, 180), (110, 110), angle=12.0, scale=1.1)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            theirs = imreg_dft.similarity(reference, image, numiter=3)
        _, _, turned, magnification, _ = register(image, reference, "imreg_dft", rotation=True, scaling=True)
        # Its angles are counter-clockwise, and it gives them and scales with a precision of their own.
        assert abs(np.degrees(turned) + theirs["angle"]) < 4 * theirs["Dangle"] + 0.1, (turned, theirs["angle"])
        assert abs(magnification / theirs["scale"] - 1) < 0.02, (magnification, theirs["scale"])


class TestPeers:
    """Where the other program does well, both agree."""

    def test_ecc_of_opencv(self):
        cv2 = pytest.importorskip("cv2")
        pair = noise_free((1.37, -0.84))
        criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 500, 1e-9)
        images = [np.float32(100 * x) for x in (pair.reference, pair.image)]
        _, warp = cv2.findTransformECC(*images, np.eye(2, 3, dtype=np.float32), cv2.MOTION_TRANSLATION, criteria, None, 5)
        assert np.abs(shift_of(pair.image, pair.reference, "cv2") + warp[:, 2]).max() < 0.05

    def test_upsampled_correlation_of_scikit_image(self):
        """Of periodic images, where wrapping is right."""
        from skimage.registration import phase_cross_correlation

        scene = scenes.domains(shape=(200, 200)).expectation
        moved = ndimage.fourier_shift(np.fft.fft2(scene), (4.2, -3.7))
        image = np.fft.ifft2(moved).real
        theirs = phase_cross_correlation(scene, image, upsample_factor=50, normalization=None)[0][::-1]
        assert np.abs(theirs - (3.7, -4.2)).max() < 0.011
        for method in METHODS:
            assert np.abs(shift_of(image, scene, method) - theirs).max() < 0.05, method

    def test_chi2_shift_of_image_registration(self):
        """Structure that falls to nothing at the edges, where wrapping does no harm, and white noise of known size."""
        image_registration = pytest.importorskip("image_registration")
        rows, columns = np.mgrid[0:100, 0:100].astype(float)
        rng, noise = np.random.default_rng(4), 0.02

        def scene(x, y):
            places = [(38, 40), (60, 52), (45, 63), (57, 36)]
            return sum(np.exp(-((columns + x - a) ** 2 + (rows + y - b) ** 2) / 25) for a, b in places)

        image, reference = (scene(*shift) + rng.normal(0, noise, (100, 100)) for shift in ((2.6, -3.3), (0, 0)))
        shift, sigma, *_ = register(image, reference, "chi2_shift")
        theirs = image_registration.chi2_shift(reference, image, noise * np.sqrt(2), upsample_factor="auto")
        assert np.abs(np.array(shift) - (2.6, -3.3)).max() < 4 * max(sigma)
        assert np.abs(np.array(shift) + np.array(theirs[:2])).max() < 4 * max(sigma) + 0.01
        # Its errors are joint ones of both parameters (a delta of 2.3), and ignore the noise in the image's own gradient.
        assert 0.3 < sigma[0] / theirs[2] < 3 and 0.3 < sigma[1] / theirs[3] < 3
