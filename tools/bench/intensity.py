"""Intensity and drawing beside scikit-image, numpy and OpenCV. 2048 x 2048 f64, one thread, results checked to be the same."""

import warnings

from compare import compare  # noqa: I001  (sets the environment before numpy is loaded)

import numpy as np
import stoner_c as sc

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from skimage import draw as sk_draw
    from skimage import exposure
    from skimage.util import dtype as sk_dtype
try:
    import cv2
except ImportError:
    cv2 = None

N = 2048
lib, C = sc.lib, sc.CONSTANTS
one = lib.context_new()
lib.context_set_threads(1, ctx=one)
two = lib.context_new()
lib.context_set_threads(2, ctx=two)
if cv2:
    cv2.setNumThreads(1)

rng = np.random.default_rng(1)
y, x = np.mgrid[:N, :N] / N
floats = 0.2 + 0.3 * x - 0.1 * y * y + 0.05 * rng.normal(size=(N, N))
other = floats[::-1].copy()
i16 = rng.integers(-32768, 32767, (N, N), "i2")
image, background, short = sc.from_array(floats), sc.from_array(other), sc.from_array(i16)


def numpy_level(a):
    mean = a.mean()
    rest = a - mean
    rest -= np.polyval(np.polyfit(np.arange(N), rest.mean(0), 1), np.arange(N))
    rest -= np.polyval(np.polyfit(np.arange(N), rest.mean(1), 1), np.arange(N))[:, None]
    rest += mean
    return np.clip(rest, -1, 1)


def scikit_contrast(a):
    return exposure.rescale_intensity(a, in_range=tuple(np.percentile(a, (10, 90))))


def numpy_outliers(a):
    low, high = np.percentile(a, (1, 99))
    return np.clip(a, low, high)


LEVELS, OUTPUT = np.linspace(0.1, 0.5, 7), np.arange(8.0)


def subtract(a, b):
    return np.clip(16 * (a - b) + 0.5, -1, 1)


def scikit_convert(dtype):
    def call():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return sk_dtype._convert(i16, dtype)
    return call


angle = np.linspace(0, 2 * np.pi, 100, endpoint=False)
radius = 900 * (0.7 + 0.3 * np.cos(9 * angle))
px, py = 1024 + radius * np.cos(angle), 1024 + radius * np.sin(angle)
canvas, plain = sc.from_array(np.zeros((N, N))), np.zeros((N, N))
canvas8, plain8 = sc.from_array(np.zeros((N, N), "u1")), np.zeros((N, N), "u1")


def ours(name, *arguments, of=image):
    return lambda ctx: getattr(lib, f"image_{name}")(of, *arguments, ctx=ctx)


def scikit_disk():
    rr, cc = sk_draw.disk((1024, 1024), 900, shape=plain.shape)
    plain[rr, cc] = 1.0


def scikit_polygon():
    rr, cc = sk_draw.polygon(py[::4], px[::4], plain.shape)
    plain[rr, cc] = 1.0


def cv_polygon():
    cv2.fillPoly(plain8, [np.array([px, py]).T.round().astype("i4")], 1)


ROWS = [
    ("adjust_contrast", ours("adjust_contrast", None, 1), {"scikit-image": lambda: scikit_contrast(floats)}),
    ("level_image, degree 1", ours("level_image", 1, 1), {"numpy polyfit": lambda: numpy_level(floats)}),
    ("quantize, 8 levels", ours("quantize", OUTPUT, 8, LEVELS, 7), {"numpy digitize": lambda: OUTPUT[np.digitize(floats, LEVELS, right=True)]}),
    ("remove_outliers", ours("remove_outliers"), {"numpy": lambda: numpy_outliers(floats)}),
    ("subtract_image", ours("subtract_image", background, 16.0, 1, 0.5), {"numpy": lambda: subtract(floats, other)}),
    ("threshold_minmax", ours("threshold_minmax", 0.2, 0.3), {"numpy": lambda: (floats > 0.2) & (floats < 0.3)}),
    ("clip_neg", ours("clip_neg"), {"numpy": lambda: np.maximum(floats, 0)}),
    ("convert int16 to uint8", ours("convert", C["STONER_U8"], 0, 0, 1, of=short), {"scikit-image": scikit_convert(np.uint8)}),
    ("convert int16 to uint16", ours("convert", C["STONER_U16"], 0, 0, 1, of=short), {"scikit-image": scikit_convert(np.uint16)}),
]
DRAWN = [
    ("draw_disk, radius 900", ours("draw_disk", 1024, 1024, 900, 0, 1.0, of=canvas), {"scikit-image": scikit_disk}),
    ("draw_polygon, 25 vertices", ours("draw_polygon", px[::4].copy(), py[::4].copy(), 25, 0, 1.0, of=canvas), {"scikit-image": scikit_polygon}),
]
if cv2:
    rounded = px.round(), py.round()
    # OpenCV fills u8; its border pixels differ from the rule.
    DRAWN.append(("draw_polygon, u8, 100 vertices", ours("draw_polygon", *rounded, 100, 0, 1.0, of=canvas8), {"OpenCV": cv_polygon}))

for name, call, peers in ROWS:
    result = np.ma.getdata(sc.to_array(call(one)))
    for peer, function in peers.items():
        np.testing.assert_allclose(result, function(), atol=1e-10, err_msg=f"{name} {peer}")

compare(
    f"One thread, {N} x {N}",
    [(name, {"libstoner": lambda call=call: call(one)} | peers) for name, call, peers in ROWS + DRAWN],
)
compare(
    f"Two threads beside one, {N} x {N}",
    [(name, {"two threads": lambda call=call: call(two), "one thread": lambda call=call: call(one)}) for name, call, _ in ROWS + DRAWN],
)
