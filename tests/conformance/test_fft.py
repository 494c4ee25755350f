"""The Fourier transform and its windows against numpy and scikit-image, through the C interface."""

import warnings

import numpy as np
import pytest
import stoner_c as sc
from conftest import raises
from stoner_c import CONSTANTS, lib

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from scipy import ndimage
    from skimage.filters import window as sk_window

MAGNITUDE, PHASE, COMPLEX = (CONSTANTS[f"STONER_FFT_{name}"] for name in ("MAGNITUDE", "PHASE", "COMPLEX"))
SHAPES = [(1, 1), (1, 9), (8, 1), (2, 2), (3, 3), (7, 13), (16, 20), (301, 200)]
REAL = [np.dtype(bool), *(np.dtype(f"{kind}{bits}") for bits in (8, 16, 32, 64) for kind in ("uint", "int"))]
REAL += [np.dtype("float32"), np.dtype("float64")]


def rng():
    return np.random.default_rng(20171015)


def image(shape, dtype=np.float64):
    values = rng().random(shape) * 100
    return values > 50 if dtype == bool else values.astype(dtype)


def fft(array, mask=None, *, shift=1, output=COMPLEX, **keywords):
    with_mask = array if mask is None else np.ma.MaskedArray(array, mask)
    return sc.to_array(lib.image_fft(sc.from_array(with_mask), shift=shift, output=output, **keywords))


def close(ours, theirs, tolerance=1e-10):
    """To within `tolerance` of the largest value."""
    assert ours.shape == theirs.shape
    assert not np.ma.getmaskarray(ours).any()
    scale = max(np.abs(theirs).max(), 1e-300)
    assert np.abs(np.ma.getdata(ours) - theirs).max() <= tolerance * scale


def phases_close(ours, spectrum):
    """Phases agree where the magnitude is more than rounding; pi and -pi are one angle."""
    significant = np.abs(spectrum) > 1e-9 * np.abs(spectrum).max()
    difference = np.exp(1j * np.ma.getdata(ours)) - np.exp(1j * np.angle(spectrum))
    assert np.abs(difference[significant]).max() < 1e-6
    assert np.abs(np.ma.getdata(ours)).max() <= np.pi


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("shift", [0, 1])
def test_numpy(shape, shift):
    array = image(shape)
    spectrum = np.fft.fft2(array)
    spectrum = np.fft.fftshift(spectrum) if shift else spectrum
    ours = fft(array, shift=shift)
    assert ours.dtype == np.complex128
    close(ours, spectrum)
    magnitude = fft(array, shift=shift, output=MAGNITUDE)
    assert magnitude.dtype == np.float64
    close(magnitude, np.abs(spectrum))
    phases_close(fft(array, shift=shift, output=PHASE), spectrum)


@pytest.mark.parametrize("dtype", REAL, ids=str)
def test_dtypes(dtype):
    array = image((20, 31), dtype)
    ours = fft(array)
    single = dtype == np.float32
    assert ours.dtype == (np.complex64 if single else np.complex128)
    close(ours, np.fft.fftshift(np.fft.fft2(array)), 1e-5 if single else 1e-10)
    magnitude = fft(array, output=MAGNITUDE)
    assert magnitude.dtype == (np.float32 if single else np.float64)


def test_stack_is_transformed_frame_by_frame():
    stack = image((3, 12, 17))
    close(fft(stack), np.fft.fftshift(np.fft.fft2(stack), axes=(1, 2)))
    close(fft(stack[:, ::-1, 2::3], output=MAGNITUDE), np.abs(np.fft.fftshift(np.fft.fft2(stack[:, ::-1, 2::3]), axes=(1, 2))))


def test_magnitudes_beyond_the_range_of_squares():
    for scale in (1e-200, 1e200):
        array = image((9, 14)) * scale
        close(fft(array, output=MAGNITUDE), np.abs(np.fft.fftshift(np.fft.fft2(array))))


def neighbours(spectrum):
    """The bins within one of frequency 0, which stands at (0, 0)."""
    near = np.zeros(spectrum.shape, bool)
    for row in (-1, 0, 1):
        for column in (-1, 0, 1):
            near[row % spectrum.shape[0], column % spectrum.shape[1]] = True
    return near


@pytest.mark.parametrize("shape", [(7, 13), (4, 4), (1, 9), (8, 2), (64, 63)], ids=str)
@pytest.mark.parametrize("shift", [0, 1])
def test_remove_dc(shape, shift):
    array = image(shape)
    spectrum = np.fft.fft2(array)
    near = neighbours(spectrum)
    spectrum[near] = np.abs(spectrum[~near]).mean()
    expected = np.fft.fftshift(spectrum) if shift else spectrum
    close(fft(array, shift=shift, remove_dc=1), expected)
    close(fft(array, shift=shift, remove_dc=1, output=MAGNITUDE), np.abs(expected))
    phases_close(fft(array, shift=shift, remove_dc=1, output=PHASE), expected)


def test_remove_dc_needs_other_bins():
    for shape in ((3, 3), (1, 3), (2, 2), (1, 1)):
        raises("NO_RESULT", fft, image(shape), remove_dc=1)


@pytest.mark.parametrize("shift", [0, 1])
@pytest.mark.parametrize("sigma", [0.7, 2.0, 9.0])
def test_gaussian(shift, sigma):
    array = image((33, 20))
    for output, of in ((MAGNITUDE, np.abs), (PHASE, np.angle)):
        part = of(np.fft.fft2(array))
        part = np.fft.fftshift(part) if shift else part
        blurred = ndimage.gaussian_filter(part, sigma, mode="wrap")
        ours = fft(array, shift=shift, output=output, gaussian=sigma)
        # Bins that are their own mirror image may have the phase pi or -pi.
        close(ours, blurred, 1e-10 if output == MAGNITUDE else 1.0)
    removed = np.fft.fft2(array)
    near = neighbours(removed)
    removed[near] = np.abs(removed[~near]).mean()
    close(
        fft(array, shift=0, output=MAGNITUDE, gaussian=sigma, remove_dc=1),
        ndimage.gaussian_filter(np.abs(removed), sigma, mode="wrap"),
    )


WINDOWS = {
    name: name
    for name in (
        "boxcar triang blackman hamming hann bartlett flattop parzen bohman blackmanharris nuttall barthann cosine "
        "exponential tukey taylor lanczos rect ones han bth halfcosine poisson sinc tri"
    ).split()
}
WINDOWS |= {
    "tukey(0.25)": ("tukey", 0.25),
    "tukey(0)": ("tukey", 0),
    "tukey(1.5)": ("tukey", 1.5),
    "kaiser(8.6)": ("kaiser", 8.6),
    "kaiser(600)": ("kaiser", 600),
    "14": 14.0,
    "gaussian( 12.5 )": ("gaussian", 12.5),
    "general_gaussian(1.5, 7)": ("general_gaussian", 1.5, 7),
    "general gaussian(0.7,9)": ("general gaussian", 0.7, 9),
    "general_hamming(0.6)": ("general_hamming", 0.6),
    "general_cosine(0.4, 0.5, 0.1)": ("general_cosine", [0.4, 0.5, 0.1]),
    "exponential(20)": ("exponential", None, 20),
    "chebwin(100)": ("chebwin", 100),
    "cheb(50)": ("cheb", 50),
    "taylor(6, 40)": ("taylor", 6, 40),
    "taylor(1)": ("taylor", 1),
    "dpss(2.5)": ("dpss", 2.5),
    "dpss(1)": ("dpss", 1),
}


@pytest.mark.parametrize("name", WINDOWS)
@pytest.mark.parametrize("shape", [(1, 9), (7, 13), (16, 16), (40, 31), (301, 200)], ids=str)
def test_window(name, shape):
    array = image(shape)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        weights = sk_window(WINDOWS[name], shape)
    close(fft(array, window=name), np.fft.fftshift(np.fft.fft2(array * weights)), 1e-10)


@pytest.mark.parametrize("shape", [(16, 16), (40, 31), (6, 3)], ids=str)
def test_window_for_even_lengths(shape):
    weights = sk_window(("kbd", 5.0), shape)
    close(fft(image(shape), window="kbd(5)"), np.fft.fftshift(np.fft.fft2(image(shape) * weights)), 1e-10)
    raises("INVALID_ARGUMENT", fft, image((7, 7)), window="kbd(5)")


@pytest.mark.parametrize("poison", [1e300, np.nan, np.inf, -3.0])
def test_masked_pixels_count_as_the_mean(poison):
    array = image((19, 24))
    mask = rng().random(array.shape) < 0.2
    filled = np.where(mask, array[~mask].mean(), array)
    expected = np.fft.fftshift(np.fft.fft2(filled * sk_window("hann", array.shape)))
    close(fft(np.where(mask, poison, array), mask, window="hann"), expected)
    if np.isnan(poison):
        close(fft(np.where(mask, poison, array), window="hann"), expected)


def test_nothing_valid():
    raises("NO_RESULT", fft, image((4, 5)), np.ones((4, 5), bool))
    raises("NO_RESULT", fft, image((4, 5)) * np.nan)


def test_planes_and_map_are_dropped_and_metadata_kept():
    ctx = lib.context_new()
    start = sc.from_array(image((6, 7)))
    sc.set_f64(start, "energy", 707.5)
    lib.image_set_plane(start, "actual_x", sc.from_array(image((6, 7))), "um")
    spectrum = lib.image_fft(start, shift=1, ctx=ctx)
    assert lib.image_metadata_get_f64(spectrum, "energy") == 707.5
    raises("KEY_NOT_FOUND", lib.image_plane, spectrum, "actual_x")
    assert "actual_x" in lib.context_warning(0, ctx=ctx)
    assert lib.image_plane(start, "actual_x") is not None


def test_bad_calls():
    array = image((6, 7))
    for keywords in (
        {"shift": 2},
        {"output": 3},
        {"remove_dc": -1},
        {"output": MAGNITUDE, "gaussian": -1},
        {"output": MAGNITUDE, "gaussian": np.nan},
        {"output": COMPLEX, "gaussian": 1},
        {"window": "no such window"},
        {"window": "kaiser"},
        {"window": "hann(2)"},
        {"window": "tukey(x)"},
        {"window": ""},
        {"window": "dpss(4)"},
    ):
        raises("INVALID_ARGUMENT", fft, array, **keywords)
    raises("SHAPE", fft, array[0])
    raises("SHAPE", fft, array[None, None])
    raises("SHAPE", fft, array[:0])
    raises("DTYPE", fft, array.astype(complex))


def test_any_number_of_threads_gives_the_same():
    array = image((257, 130))
    results = []
    for threads in (1, 2, 5):
        ctx = lib.context_new()
        lib.context_set_threads(threads, ctx=ctx)
        results.append(sc.to_array(lib.image_fft(sc.from_array(array), shift=1, output=COMPLEX, ctx=ctx)))
    assert all(np.array_equal(results[0], other) for other in results)
