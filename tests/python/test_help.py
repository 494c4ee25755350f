"""What the help of `Image` says of orders and of boxes is what its methods do."""

import re

import numpy as np
import pytest
from stoner import Image

#: One bright pixel at column 12, row 5.
SPOT = np.zeros((15, 21))
SPOT[5, 12] = 1.0
RAMP = np.add.outer(100.0 * np.arange(15), np.arange(21.0))


def spread(image):
    """The extent of what is not 0: (columns, rows)."""
    rows, columns = np.nonzero(np.abs(np.asarray(image)) > 1e-12)
    return np.ptp(columns), np.ptp(rows)


def marked(image):
    """The place (x, y) of the greatest pixel."""
    row, column = np.unravel_index(np.asarray(image).argmax(), image.shape)
    return column, row


def drawn(call):
    image = Image(np.zeros((15, 21)))
    call(image.draw)
    return image


SAYS = {
    "crop": [
        (r"without that part of width and height, half of it at each side", lambda: Image(np.zeros((20, 40))).crop(0.1), lambda im: im.shape == (18, 36)),
        (r"\(xmin, xmax, ymin, ymax\)", lambda: Image(RAMP).crop(2, 9, 1, 4), lambda im: np.array_equal(im, RAMP[1:4, 2:9])),
        (r"without a border of n pixels", lambda: Image(RAMP).crop(3), lambda im: np.array_equal(im, RAMP[3:-3, 3:-3])),
        (r"negative pixels count from the end", lambda: Image(RAMP).crop(0, -1, 0, -2), lambda im: im.shape == (13, 20)),
        (r"a float from 0 to 1 is a fraction of width or height", lambda: Image(RAMP).crop(0.0, 0.5, 0.2, 1.0), lambda im: im.shape == (12, 10)),
    ],
    "filter_image": [(r"along x and along y", lambda: Image(SPOT).filter_image((1, 0.001)), lambda im: spread(im) == (8, 0))],
    "gaussian_filter": [
        (r"standard deviations in pixels, along x and along y", lambda: Image(SPOT).gaussian_filter((0, 1)), lambda im: spread(im) == (0, 8)),
        (r"orders, along x and along y", lambda: Image(RAMP).gaussian_filter(1, order=(1, 0)), lambda im: np.isclose(im[7, 10], 1, atol=0.01)),
        (r"in x and in y", lambda: Image(SPOT).gaussian_filter((9, 0), mode=("wrap", "constant")), lambda im: im[5, 0] > 0 and im[4, 12] == 0),
    ],
    "sgolay2d": [(r'"x" or "y" \(per pixel, along the columns or the rows\)', lambda: Image(RAMP).sgolay2d(5, 2, "x"), lambda im: np.allclose(im, 1))],
    "translate": [(r"\(2, 1\) moves it 2 columns right and 1 row down", lambda: Image(SPOT).translate((2, 1)), lambda im: marked(im) == (14, 6))],
    "rotate": [
        (r"x and y in pixels, of what does not move", lambda: Image(SPOT).rotate(0.4, center=(12, 5)), lambda im: marked(im) == (12, 5)),
        (r"Rotates clockwise", lambda: Image(SPOT).rotate(np.pi / 2, center=(12, 7), order=0), lambda im: marked(im) == (14, 7)),
    ],
    "profile_line": [(r"src, dst : \(x, y\)", lambda: Image(RAMP).profile_line((3, 2), (3, 6)), lambda t: np.allclose(t["Intensity"], RAMP[2:7, 3]) and np.allclose(t["X"], 3))],
    "radial_coordinates": [
        (r"centre : \(x, y\)", lambda: Image(SPOT).radial_coordinates((4, 9)), lambda im: im[9, 4] == 0 and im[9, 6] == 2),
        (r"pixel_size : \(width, height\)", lambda: Image(SPOT).radial_coordinates((4, 9), (2, 1)), lambda im: im[9, 6] == 4 and im[7, 4] == 2),
        (r"0 points right and pi/2 down", lambda: Image(SPOT).radial_coordinates((4, 9), angle=True), lambda im: im[9, 6] == 0 and np.isclose(im[11, 4], np.pi / 2)),
    ],
    "level_image": [(r"poly : \(vertical, horizontal\)", lambda: Image(RAMP).level_image(poly=([100, 0], [1, 0]), mode="none"), lambda im: np.ptp(np.asarray(im)) < 1e-9)],
    "normalise": [(r"\{xmin, xmax, ymin, ymax\}", lambda: Image(RAMP).normalise(sample=(0, 3, 1, 2), scale=(0, 2)), lambda im: im[1, 0] == 0 and im[1, 2] == 2)],
    "draw": [(r"\(x, y\), the column first", lambda: drawn(lambda draw: draw.disk(12, 5, 1)), lambda im: marked(im) == (12, 5))],
    "centre": [(r"\(rows / 2, columns / 2\), row first", lambda: Image(RAMP).centre, lambda found: found == (7.5, 10.5))],
    "max_box": [(r"0, columns, 0, rows", lambda: Image(RAMP).max_box, lambda found: found == (0, 21, 0, 15))],
    "aspect": [(r"width / height", lambda: Image(RAMP).aspect, lambda found: found == 21 / 15)],
    "CW": [(r"a quarter clockwise", lambda: Image(SPOT).CW, lambda im: marked(im) == (14 - 5, 12))],
    "flip_h": [(r"left and right", lambda: Image(SPOT).flip_h, lambda im: marked(im) == (20 - 12, 5))],
    "translate_limits": [(r"xmin, xmax, ymin, ymax", lambda: Image(SPOT).translate_limits((2, -1)), lambda found: found == (2, 21, 0, 14))],
    "threshold_minmax": [(r"both excluded", lambda: Image(np.array([[1.0, 2.0, 3.0]])).threshold_minmax(1, 3), lambda im: np.asarray(im).tolist() == [[False, True, False]])],
    "quantize": [(r"the upper edge belongs to its band", lambda: Image(np.array([[0.0, 1.0, 2.0]])).quantize([5, 6], [1]), lambda im: np.asarray(im).tolist() == [[5, 5, 6]])],
    "write": [(r"\(xmin, xmax, ymin, ymax\)", lambda: (lambda im: (im.write(7, (2, 4, 1, 2)), im)[1])(Image(SPOT)), lambda im: im[1, 2] == 7 == im[1, 3] and im[2, 1] == 0)],
}  # fmt: skip

SHAPES = {
    "line": (lambda draw: draw.line(12, 5, 14, 5), {(12, 5), (13, 5), (14, 5)}),
    "rectangle": (lambda draw: draw.rectangle(3, 5, 4, 5), {(3, 5), (4, 5)}),
    "polygon": (lambda draw: draw.polygon([3, 5, 5, 3], [7, 7, 8, 8]), {(x, y) for x in (3, 4, 5) for y in (7, 8)}),
    "rotated_rectangle": (lambda draw: draw.rotated_rectangle(10, 7, 4, 2, 0.0), {(x, y) for x in range(8, 13) for y in (6, 7, 8)}),
}


@pytest.mark.parametrize(("name", "i"), [(name, i) for name, said in SAYS.items() for i in range(len(said))])
def test_the_help_says_what_is_done(name, i):
    text, call, check = SAYS[name][i]
    help_text = re.sub(r"\s+", " ", getattr(Image, name).__doc__)
    assert re.search(text, help_text), help_text
    assert check(call())


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_have_the_column_first(name):
    call, places = SHAPES[name]
    assert "column" in getattr(Image(SPOT).draw, name).__doc__
    rows, columns = np.nonzero(np.asarray(drawn(call)))
    assert set(zip(columns.tolist(), rows.tolist())) == places
