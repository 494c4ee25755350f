"""Rotating and shifting 2048 x 2048 doubles, one thread, the same result as each peer where the row does not say otherwise.

OpenCV's warpAffine takes one of 32 positions between pixels and another cubic, so its result is only near; SciPy's and DIPlib's
cubics are B-splines or cubic convolution. The last rows compare one thread with two.
"""

import warnings

import numpy as np
from compare import compare

warnings.simplefilter("ignore")

import cv2  # noqa: E402
import diplib  # noqa: E402
import scipy.ndimage as ndi  # noqa: E402
import stoner_c as sc  # noqa: E402
from skimage.transform import AffineTransform, rotate, warp  # noqa: E402
from stoner_c import CONSTANTS, lib  # noqa: E402

cv2.setNumThreads(1)
diplib.SetNumberOfThreads(1)


def context(threads):
    ctx = lib.context_new()
    lib.context_set_threads(threads, ctx=ctx)
    return ctx


ONE, TWO = context(1), context(2)
N = 2048
data = np.random.default_rng(1).uniform(20.0, 300.0, (N, N))
image = sc.from_array(data)
data32 = data.astype(np.float32)
image32 = sc.from_array(data32)
VECTOR, ANGLE = (3.3, -2.6), 0.3
CONSTANT, GRID_WRAP = CONSTANTS["STONER_MODE_CONSTANT"], CONSTANTS["STONER_MODE_GRID_WRAP"]


def turn(order, ctx=ONE, angle=ANGLE, mode=CONSTANT, of=image, clip=1):
    return lambda: lib.image_rotate(of, angle, 0, None, order, mode, 0.0, clip, 0, ctx=ctx)


def move(order, ctx=ONE):
    return lambda: lib.image_translate(image, list(VECTOR), 0, order, GRID_WRAP, 0, 0.0, ctx=ctx)


def sk_turn(order, angle=ANGLE, mode="constant", clip=True):
    return lambda: rotate(data, -np.degrees(angle), order=order, mode=mode, clip=clip)


def cv_turn(flag, angle=ANGLE, of=data):
    matrix = cv2.getRotationMatrix2D(((N - 1) / 2, (N - 1) / 2), -np.degrees(angle), 1.0)
    return lambda: cv2.warpAffine(of, matrix, (N, N), flags=flag)


def sk_move(order):
    map_ = AffineTransform(translation=[-v for v in VECTOR])
    return lambda: warp(data, map_, order=order, mode="wrap")


def cv_move(flag):
    matrix = np.array([[1, 0, VECTOR[0]], [0, 1, VECTOR[1]]])
    return lambda: cv2.warpAffine(data, matrix, (N, N), flags=flag, borderMode=cv2.BORDER_WRAP)


def nd_move(order):
    return lambda: ndi.shift(data, VECTOR[::-1], order=order, mode="grid-wrap")


def dip_move(method):
    return lambda: diplib.Shift(data, list(VECTOR), method, ["periodic"])


def check(ours, theirs, where=...):
    np.testing.assert_allclose(np.ma.getdata(sc.to_array(ours()))[where], theirs()[where], atol=1e-10 * 280)


for order in (1, 3):
    # Beside the edges ours goes on with the edge's values, scikit-image's with the constant.
    inside = abs(rotate(np.ones_like(data), -np.degrees(ANGLE), order=3, cval=-1e9, clip=False) - 1) < 1e-9
    check(turn(order, clip=0), sk_turn(order, clip=False), inside)
    check(move(order), sk_move(order))

compare(
    "rotate and translate, 2048 x 2048 f64, one thread",
    [
        ("rotate, order 1", {"libstoner": turn(1), "scikit-image": sk_turn(1), "OpenCV (near)": cv_turn(cv2.INTER_LINEAR)}),
        ("rotate, order 3", {"libstoner": turn(3), "scikit-image": sk_turn(3), "OpenCV (near)": cv_turn(cv2.INTER_CUBIC)}),
        ("rotate, order 1, f32", {"libstoner": turn(1, of=image32), "OpenCV (near)": cv_turn(cv2.INTER_LINEAR, of=data32)}),
        ("rotate, order 3, f32", {"libstoner": turn(3, of=image32), "OpenCV (near)": cv_turn(cv2.INTER_CUBIC, of=data32)}),
        ("rotate by 1.5, order 3", {"libstoner": turn(3, angle=1.5), "scikit-image": sk_turn(3, 1.5), "OpenCV (near)": cv_turn(cv2.INTER_CUBIC, 1.5)}),
        (
            "rotate by 0.7, order 3, wrap",
            {"libstoner": turn(3, angle=0.7, mode=GRID_WRAP), "scikit-image": sk_turn(3, 0.7, "wrap")},
        ),
        ("translate, order 1", {"libstoner": move(1), "scikit-image": sk_move(1), "SciPy": nd_move(1), "OpenCV (near)": cv_move(cv2.INTER_LINEAR), "DIPlib": dip_move("linear")}),
        ("translate, order 3", {"libstoner": move(3), "scikit-image": sk_move(3), "OpenCV (near)": cv_move(cv2.INTER_CUBIC), "DIPlib (other cubic)": dip_move("3-cubic"), "SciPy (B-spline)": nd_move(3)}),
        ("translate, order 5", {"libstoner": move(5), "SciPy": nd_move(5)}),
    ],
)
compare(
    "one thread and two",
    [
        ("rotate, order 1", {"two": turn(1, TWO), "one": turn(1)}),
        ("rotate, order 3", {"two": turn(3, TWO), "one": turn(3)}),
        ("translate, order 3", {"two": move(3, TWO), "one": move(3)}),
        ("translate, order 5", {"two": move(5, TWO), "one": move(5)}),
    ],
)
