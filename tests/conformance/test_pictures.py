"""Pictures: the pixels against matplotlib's tables and norms, the parts of a figure inside their boxes, bad input.

A figure's layout (stoner_image_imshow_layout and its sisters) says where parts stand; the tests look at the pixels there.
"""

import itertools
import os
import subprocess
import sys

import matplotlib
import numpy as np
import pytest
import stoner_c as sc
from matplotlib import cm, colors
from PIL import Image

lib, C = sc.lib, sc.CONSTANTS
DEMO = os.path.join(os.path.dirname(__file__), "../../data/demo")
NAMES = [lib.cmap_name(i) for i in range(lib.cmap_count())]
PAPER, INK = (255, 255, 255, 255), (26, 26, 26)


def options(**named):
    """A metadata handle of options by the types of their values."""
    handle = lib.metadata_new()
    for key, value in named.items():
        match value:
            case None:
                lib.metadata_set_none(handle, key)
            case bool():
                lib.metadata_set_bool(handle, key, value)
            case int():
                lib.metadata_set_i64(handle, key, value)
            case float():
                lib.metadata_set_f64(handle, key, value)
            case str():
                lib.metadata_set_string(handle, key, value)
            case dict():
                lib.metadata_set_cluster(handle, key, options(**value))
            case list() | tuple():
                lib.metadata_set_list(handle, key, options(**{str(i): v for i, v in enumerate(value)}))
            case np.ndarray():
                lib.metadata_set_array(handle, key, sc.from_array(value))
    return handle


def to_rgba(array, mask=None, **named):
    image = array if not isinstance(array, np.ndarray) else sc.from_array(array, mask)
    return lib.image_to_rgba(image, options(**named) if named else None).reshape(*sc.shape(image)[-2:], 4)


def drawn(function, subject, width, height, *middle, **named):
    """A figure's pixels and the boxes of its parts, (xmin, xmax, ymin, ymax)."""
    given = options(**named)
    out = getattr(lib, f"{function}_rgba")(subject, *middle, given, width, height).reshape(height, width, 4)
    layout = getattr(lib, f"{function}_layout")(subject, *middle, given, width, height)
    boxes = {}
    for column in range(lib.table_column_count(layout)):
        boxes[lib.table_column_name(layout, column)] = lib.table_read_column(layout, column)
    return out, boxes


def imshow(image, width, height, **named):
    return drawn("image_imshow", sc.from_array(image) if isinstance(image, np.ndarray) else image, width, height, **named)


def inside(out, box):
    x0, x1, y0, y1 = (int(round(edge)) for edge in box)
    return out[y0:y1, x0:x1]


def mapped(array, mask=None, **kwargs):
    """An image with a map of 50 nm pixels."""
    image = sc.from_array(array, mask)
    lib.image_set_map(image, [10.0, 20.0], [0.05, 0.0, 0.0, -0.05], "sample_x", "sample_y", "um", "um")
    return image


rng = np.random.default_rng(7)


# Colours.


@pytest.mark.parametrize("name", NAMES)
def test_maps_are_matplotlibs(name):
    expected = matplotlib.colormaps[name](np.arange(256), bytes=True)
    assert np.array_equal(lib.cmap_colours(name).reshape(256, 4), expected)
    data = np.linspace(-0.1, 1.1, 3000).reshape(3, 1000)
    mappable = cm.ScalarMappable(colors.Normalize(0, 1), name)
    assert np.array_equal(to_rgba(data, cmap=name, vmin=0.0, vmax=1.0), mappable.to_rgba(data, bytes=True))


def test_all_names_are_there():
    asked = "gray viridis magma inferno plasma cividis coolwarm RdBu seismic bwr hot jet".split()
    assert {name + suffix for name in asked for suffix in ("", "_r")} <= set(NAMES)
    assert len(set(NAMES)) == len(NAMES) == 48
    with pytest.raises(sc.StonerError) as error:
        to_rgba(np.eye(3), cmap="virids")
    assert error.value.name == "INVALID_ARGUMENT" and all(name.removesuffix("_r") in error.value.message for name in NAMES)


@pytest.mark.parametrize("dtype", ["?", "u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f4", "f8"])
def test_every_pixel_has_matplotlibs_colour(dtype):
    if dtype in ("f4", "f8"):
        data = rng.normal(size=(211, 307)).astype(dtype)
    elif dtype == "?":
        data = rng.random((211, 307)) > 0.5
    else:
        info = np.iinfo(dtype)
        data = rng.integers(info.min, info.max, (211, 307), dtype, endpoint=True)
    for limits in ((None, None), (0.25, 100.0), (-0.7, 0.9)):
        mappable = cm.ScalarMappable(colors.Normalize(*limits), "inferno")
        given = {key: value for key, value in zip(("vmin", "vmax"), limits) if value is not None}
        expected = mappable.to_rgba(data.astype("u1") if dtype == "?" else data, bytes=True)
        assert np.array_equal(to_rgba(data, cmap="inferno", **given), expected), limits


def test_layouts_and_frames():
    data = rng.normal(size=(40, 60))
    image = sc.from_array(data)
    for turned, array in ((sc.transpose(image), data.T), (sc.flip_h(image), data[:, ::-1]), (sc.crop(image, (3, 50, 7, 31)), data[7:31, 3:50])):
        assert np.array_equal(to_rgba(turned), cm.ScalarMappable(colors.Normalize(), "gray").to_rgba(np.ascontiguousarray(array), bytes=True))
    stack = rng.normal(size=(3, 20, 30))
    assert np.array_equal(to_rgba(stack, frame=2), to_rgba(stack[2]))
    assert not np.array_equal(to_rgba(stack), to_rgba(stack, frame=2))


def test_masked_pixels_and_nan_have_their_colours():
    data = rng.normal(size=(50, 60))
    data[4:9, 5:20] = np.nan
    data[30, 30], data[31, 31] = np.inf, -np.inf
    mask = np.zeros(data.shape, bool)
    mask[20:25, :7] = True
    data[20:25, :7] = 1e6
    finite = data[np.isfinite(data) & ~mask]
    good = cm.ScalarMappable(colors.Normalize(finite.min(), finite.max()), "viridis").to_rgba(data, bytes=True)
    shown = ~mask & ~np.isnan(data)
    for named, nan, masked in (
        ({}, (0, 0, 0, 0), (0, 0, 0, 0)),
        ({"mask_color": "#ff0000"}, (255, 0, 0, 255), (255, 0, 0, 255)),
        ({"mask_color": "#ff0000", "mask_alpha": 0.5}, (255, 0, 0, 128), (255, 0, 0, 128)),
        ({"mask_color": "#00ff0040", "nan_color": "blue"}, (0, 0, 255, 255), (0, 255, 0, 64)),
        ({"mask_alpha": 0.25}, (128, 128, 128, 64), (128, 128, 128, 64)),
    ):
        out = to_rgba(data, mask, cmap="viridis", **named)
        assert np.array_equal(out[shown], good[shown])
        assert (out[mask] == masked).all() and (out[np.isnan(data)] == nan).all()


def test_limits_by_percentile_are_numpys():
    data = rng.normal(size=(101, 103)) ** 3
    mask = rng.random(data.shape) < 0.1
    low, high = np.percentile(data[~mask], (2, 97.5))
    expected = cm.ScalarMappable(colors.Normalize(low, high), "gray").to_rgba(data, bytes=True)
    assert np.array_equal(to_rgba(data, mask, vmin_percentile=2.0, vmax_percentile=97.5)[~mask], expected[~mask])
    expected = cm.ScalarMappable(colors.Normalize(low, 1.5), "gray").to_rgba(data, bytes=True)
    assert np.array_equal(to_rgba(data, mask, vmin_percentile=2.0, vmax=1.5)[~mask], expected[~mask])


@pytest.mark.parametrize("dtype", ["f8", "f4", "i4"])
def test_log_is_matplotlibs(dtype):
    data = np.exp(rng.normal(size=(97, 101)) * 3) * 100
    data = (data + 1 if dtype == "i4" else data).astype(dtype)
    for limits in ((None, None), (3.0, 5000.0)):
        given = {key: value for key, value in zip(("vmin", "vmax"), limits) if value is not None}
        expected = cm.ScalarMappable(colors.LogNorm(*limits), "magma").to_rgba(data, bytes=True).astype(int)
        out = to_rgba(data, norm="log", cmap="magma", **given)
        # Two logarithms may differ in their last digit; the colour is then a neighbour's.
        assert np.mean((out != expected).any(axis=2)) < (1e-3 if dtype == "f4" else 1e-4) and np.abs(out - expected).max() <= 8
    data = np.array([[-1.0, 0.0, 1.0, 10.0, 100.0, np.nan]])
    out = to_rgba(data, norm="log", nan_color="red")
    assert [tuple(p) for p in out[0]] == [(255, 0, 0, 255)] * 2 + [(0, 0, 0, 255), (128, 128, 128, 255), (255, 255, 255, 255), (255, 0, 0, 255)]


def test_symmetric_is_matplotlibs_centred_norm():
    data = rng.normal(size=(80, 90)) + 0.4
    expected = cm.ScalarMappable(colors.CenteredNorm(0), "RdBu").to_rgba(data, bytes=True)
    assert np.array_equal(to_rgba(data, norm="symmetric", cmap="RdBu"), expected)
    expected = cm.ScalarMappable(colors.CenteredNorm(0, 0.3), "RdBu").to_rgba(data, bytes=True)
    assert np.array_equal(to_rgba(data, norm="symmetric", cmap="RdBu", vmax=0.3), expected)


def test_threads_change_nothing():
    data = rng.normal(size=(701, 503))
    image, given = sc.from_array(data), options(cmap="jet", interpolation="bilinear", colorbar=True)
    pictures = []
    for threads in (1, 2, 5):
        ctx = lib.context_new()
        lib.context_set_threads(threads, ctx=ctx)
        out = np.zeros((300, 411, 4), np.uint8)
        lib.image_imshow_rgba(image, given, 411, 300, rgba=out, capacity=out.nbytes, ctx=ctx)
        pictures.append(out)
    assert np.array_equal(pictures[0], pictures[1]) and np.array_equal(pictures[0], pictures[2])


# Figures.


def test_default_is_the_image_alone(tmp_path):
    data = rng.normal(size=(100, 40))
    path = tmp_path / "p.png"
    lib.image_imshow(sc.from_array(data), os.fspath(path), None)
    with Image.open(path) as picture:
        picture.load()
        assert picture.format == "PNG" and picture.mode == "RGB" and picture.size == (240, 600)
        shown = np.asarray(picture)
    assert np.array_equal(shown, np.repeat(np.repeat(to_rgba(data)[..., :3], 6, 0), 6, 1))


@pytest.mark.parametrize("size", [(400, 300), (300, 400), (64, 64), (1, 1), (7, 1000)])
def test_nearest_shows_the_pixel_beneath(size):
    data = rng.normal(size=(50, 60))
    out, boxes = imshow(data, *size, aspect="auto", interpolation="nearest")
    width, height = size
    rows = ((np.arange(height) + 0.5) * 50 / height).astype(int)
    columns = ((np.arange(width) + 0.5) * 60 / width).astype(int)
    assert np.array_equal(out, to_rgba(data)[rows][:, columns])
    assert list(boxes["image"]) == [0, width, 0, height]


def test_bilinear_is_pillows():
    data = rng.random((90, 120)).astype("f4")
    for size in ((40, 30), (360, 270), (120, 90), (61, 200)):
        out, _ = imshow(data, *size, aspect="auto", interpolation="bilinear", vmin=0.0, vmax=1.0)
        expected = np.asarray(Image.fromarray(data).resize(size, Image.Resampling.BILINEAR))
        grey = np.clip(np.floor(expected * 256), 0, 255)
        assert np.abs(out[..., 0] - to_rgba(expected, vmin=0.0, vmax=1.0)[..., 0].astype(int)).max() <= 1, grey


def test_aspect_follows_the_pixels():
    image = sc.from_array(rng.random((50, 50)))
    lib.image_set_map(image, [0.0, 0.0], [0.1, 0.0, 0.0, 0.2], "sample_x", "sample_y", "um", "um")
    _, boxes = imshow(image, 600, 600)
    assert list(boxes["image"]) == [150, 450, 0, 600]
    assert list(imshow(image, 600, 600, aspect="auto")[1]["image"]) == [0, 600, 0, 600]
    assert list(imshow(image, 600, 600, aspect=0.5)[1]["image"]) == [0, 600, 150, 450]
    # The directions of a focus scan have nothing to compare.
    lib.image_set_map(image, [0.0, 0.0], [0.1, 0.0, 0.0, 0.2], "sample_x", "energy", "um", "eV")
    assert list(imshow(image, 600, 600)[1]["image"]) == [0, 600, 0, 600]


EVERYTHING = dict(
    cmap="viridis", show_axis=True, colorbar=True, colorbar_label="optical density", scale_bar=True, title="Domains of a film", metadata=True
)


def labels(boxes):
    """All text and the image, the ground of the scale bar and what stands on it apart."""
    return {name: box for name, box in boxes.items() if name not in ("figure", "colorbar", "scale_bar", "scale_bar_line", "scale_bar_label")}


def check_boxes(boxes, width, height):
    for name, (x0, x1, y0, y1) in boxes.items():
        assert 0 <= x0 < x1 <= width and 0 <= y0 < y1 <= height, (name, x0, x1, y0, y1)
    apart = labels(boxes)
    if "colorbar" in boxes:
        apart["colorbar"] = boxes["colorbar"]
    for (a, (ax0, ax1, ay0, ay1)), (b, (bx0, bx1, by0, by1)) in itertools.combinations(apart.items(), 2):
        assert ax1 <= bx0 or bx1 <= ax0 or ay1 <= by0 or by1 <= ay0, (a, boxes[a], b, boxes[b])


def scan(shape, seed=1):
    image = mapped(np.random.default_rng(seed).random(shape) * 3 - 1)
    sc.set_f64(image, "counter0.energy", 781.25)
    sc.set_f64(image, "counter0.count_time", 0.02)
    sc.set_f64(image, "collection.polarization.value", -0.2)
    return image


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("shape", [(128, 128), (30, 200), (200, 30), (1, 1), (1, 500)])
@pytest.mark.parametrize("size", [(300, 300), (640, 480), (1200, 1000), (3000, 2000)])
def test_nothing_is_clipped_or_overlaps(size, shape, theme):
    width, height = size
    out, boxes = imshow(scan(shape), width, height, theme=theme, **EVERYTHING)
    assert {"figure", "image", "title", "x_label", "y_label", "x_tick_0", "y_tick_0", "colorbar", "colorbar_label", "colorbar_tick_0", "scale_bar", "metadata"} <= set(boxes) | (
        # An image of a few pixels' width has no room for ticks and names.
        {name for name in ("x_label", "x_tick_0", "y_label", "y_tick_0", "colorbar_label", "colorbar_tick_0")} if min(shape) < 40 < max(shape) else set()
    )
    check_boxes(boxes, width, height)
    paper = out[0, 0].astype(int)
    for name, box in labels(boxes).items():
        if name != "image":
            ink = np.abs(inside(out, box)[..., :3].astype(int) - paper[:3]).max(axis=2)
            assert ink.max() > 90, name
            assert 0.02 < (ink > 60).mean() < 0.6, name
    # Outside of all boxes there is nothing but frames and ticks: the margins are empty.
    margin = np.concatenate([out[:3].reshape(-1, 4), out[-3:].reshape(-1, 4), out[:, :3].reshape(-1, 4), out[:, -3:].reshape(-1, 4)])
    assert (margin == out[0, 0]).all()


def test_text_lies_within_its_boxes():
    """Ink outside of the boxes of text, of the image and of the bar is close to these two: frames and ticks."""
    for size in ((300, 300), (900, 700), (3000, 2000)):
        out, boxes = imshow(scan((128, 128)), *size, **EVERYTHING)
        font = (boxes["x_tick_0"][3] - boxes["x_tick_0"][2])
        covered = np.zeros(out.shape[:2], bool)
        for name, (x0, x1, y0, y1) in boxes.items():
            if name != "figure":
                grow = 0.6 * font if name in ("image", "colorbar") else 1
                covered[int(max(y0 - grow, 0)) : int(np.ceil(y1 + grow)), int(max(x0 - grow, 0)) : int(np.ceil(x1 + grow))] = True
        assert (out[~covered] == PAPER).all()


def test_axes_show_the_map():
    data = np.zeros((100, 200))
    data[40, 150] = 1
    out, boxes = imshow(mapped(data), 900, 600, show_axis=True)
    x0, x1, y0, y1 = boxes["image"]
    assert (x1 - x0) / (y1 - y0) == pytest.approx(2, rel=0.01)
    # The bright pixel lies in column 150: 10 + 150 x 0.05 = 17.5 um.
    bright = np.argwhere(inside(out, boxes["image"])[..., 0] > 200).mean(axis=0)
    assert bright[1] / (x1 - x0) == pytest.approx(150.5 / 200, abs=0.005)
    assert bright[0] / (y1 - y0) == pytest.approx(40.5 / 100, abs=0.005)
    # Ticks at whole micrometres: their labels stand beneath column (value - 10) / 0.05.
    middles = [(boxes[f"x_tick_{i}"][0] + boxes[f"x_tick_{i}"][1]) / 2 for i in range(20) if f"x_tick_{i}" in boxes]
    columns = [(middle - x0) / (x1 - x0) * 200 - 0.5 for middle in middles]
    values = [10 + 0.05 * column for column in columns]
    assert len(values) >= 3 and np.allclose(values, np.round(values), atol=0.04)


def test_colour_bar_shows_the_scale():
    for named in ({}, {"norm": "log"}, {"vmin": 0.2, "vmax": 0.5}):
        out, boxes = imshow(rng.random((60, 60)) + 0.1, 800, 600, cmap="plasma", colorbar=True, **named)
        bar = inside(out, boxes["colorbar"])
        n = len(bar)
        expected = matplotlib.colormaps["plasma"](((n - np.arange(n) - 0.5) / n), bytes=True)
        assert (bar == expected[:, None]).all()


def test_scale_bar_has_its_length():
    for named, length in (({}, 2.0), ({"scale_bar_length": 1.25}, 1.25)):
        out, boxes = imshow(mapped(np.zeros((100, 200))), 1000, 500, scale_bar=True, **named)
        x0, x1, y0, y1 = boxes["scale_bar_line"]
        assert (x1 - x0) == pytest.approx(length / 0.05 * 5, abs=1)
        line = inside(out, (x0 + 1, x1 - 1, y0, y1))
        assert (line == 255).all()
        image = boxes["image"]
        for name in ("scale_bar", "scale_bar_label", "scale_bar_line"):
            box = boxes[name]
            assert image[0] <= box[0] < box[1] <= image[1] and image[2] <= box[2] < box[3] <= image[3]
    for corner, (right, lower) in {"upper left": (0, 0), "lower left": (0, 1), "upper right": (1, 0)}.items():
        _, boxes = imshow(mapped(np.zeros((100, 200))), 1000, 500, scale_bar=True, scale_bar_loc=corner)
        x0, x1, y0, y1 = boxes["scale_bar"]
        assert ((x0 + x1) / 2 > 500, (y0 + y1) / 2 > 250) == (right, lower)


def test_title_comes_from_the_image_or_is_given():
    image = sc.from_array(rng.random((50, 50)))
    assert "title" not in imshow(image, 400, 400)[1] and "title" not in imshow(image, 400, 400, title=None)[1]
    lib.image_set_title(image, "sample 3")
    for own in (None, True):
        assert "title" in imshow(image, 400, 400, title=own)[1]
    assert "title" not in imshow(image, 400, 400, title=False)[1]
    out, boxes = imshow(image, 400, 400, title="other", title_args={"color": "red", "fontsize": 40, "loc": "left"})
    assert boxes["title"][0] == boxes["image"][0] and boxes["title"][3] - boxes["title"][2] == pytest.approx(1.03 * 40)
    red = inside(out, boxes["title"]).reshape(-1, 4)
    assert (red[:, 0] == 255).all() and red[:, 1].min() == 0
    # A title too wide becomes smaller; one that is longer still ends in an ellipsis.
    ordinary, long, endless = (imshow(image, 400, 400, title=text)[1]["title"] for text in ("title", "a title of more words than fit in 400 pixels, so that it becomes smaller", "long " * 300))
    height = lambda box: box[3] - box[2]  # noqa: E731
    assert height(ordinary) > height(long) > height(endless) and endless[1] <= 400 and endless[0] >= 0


def test_themes_and_masked_pixels_over_the_paper():
    mask = np.zeros((40, 40), bool)
    mask[:20] = True
    image = sc.from_array(np.full((40, 40), 5.0), mask)
    for theme, paper in (("light", PAPER), ("dark", (22, 24, 29, 255))):
        out, _ = imshow(image, 80, 80, theme=theme)
        assert (out[:40] == paper).all() and (out[40:] == (0, 0, 0, 255)).all()
    out, _ = imshow(image, 80, 80, mask_color="red", mask_alpha=0.5)
    assert (np.abs(out[:40].astype(int) - (255, 127, 127, 255)) <= 1).all()


@pytest.mark.parametrize("n", [1, 2])
def test_odd_images_give_a_picture(n):
    for data, mask in (
        (np.full((n, n), np.nan), None),
        (np.ones((n, n)), np.ones((n, n), bool)),
        (np.full((n, n), 3.0), None),
        (np.full((n, n), np.inf), None),
        (np.full((n, n), -1e308), None),
        (np.array([[-1.7e308, 1.7e308]] * n), None),
        (np.array([[np.nan, np.inf], [-np.inf, 1.0]]), None),
        (np.full((n, n), 5e-324), None),
        (np.full((n, n), 2**63, "u8"), None),
    ):
        image = sc.from_array(data, mask)
        for named in ({}, EVERYTHING, {"norm": "symmetric", **EVERYTHING}, {"interpolation": "bilinear", "theme": "dark"}):
            out, boxes = imshow(image, 400, 300, **named)
            assert (out[..., 3] == 255).all()
            check_boxes(boxes, 400, 300)


def test_what_has_no_pixel_to_scale_by_warns():
    ctx = lib.context_new()
    out = np.zeros((2, 2, 4), np.uint8)
    lib.image_to_rgba(sc.from_array(np.full((2, 2), np.nan)), None, rgba=out, capacity=16, ctx=ctx)
    assert "no pixel is finite" in lib.context_warning(0, ctx=ctx)
    lib.context_clear_warnings(ctx=ctx)
    rgba = np.zeros((100, 300, 4), np.uint8)
    lib.image_imshow_rgba(sc.from_array(np.eye(2)), options(title="a\u6e2cb"), 300, 100, rgba=rgba, capacity=rgba.nbytes, ctx=ctx)
    assert "\u6e2c" in lib.context_warning(0, ctx=ctx)


BAD = [
    ({"cmp": "gray"}, "cmap"),
    ({"cmap": 3}, "text"),
    ({"cmap": "viridis_r_r"}, "viridis"),
    ({"norm": "power"}, "symmetric"),
    ({"vmin": 2.0, "vmax": 1.0}, "vmax"),
    ({"vmin": float("nan")}, "finite"),
    ({"vmin": 1.0, "vmin_percentile": 3.0}, "either"),
    ({"vmin": -1.0, "norm": "log"}, "above 0"),
    ({"vmax_percentile": 101.0}, "100"),
    ({"mask_color": "reddish"}, "magenta"),
    ({"mask_alpha": 2.0}, "0 to 1"),
    ({"interpolation": "bicubic"}, "bilinear"),
    ({"aspect": "square"}, "equal"),
    ({"aspect": -1.0}, "1000000"),
    ({"title": 3}, "text"),
    ({"title_args": {"weight": "bold"}}, "fontsize"),
    ({"title_args": "big"}, "cluster"),
    ({"theme": "blue"}, "dark"),
    ({"font_size": 0.0}, "4"),
    ({"scale_bar_length": -1.0}, "above 0"),
    ({"scale_bar_loc": "middle"}, "lower right"),
    ({"show_axis": "yes"}, "true or false"),
    ({"frame": 1}, "0"),
    ({"frame": -1}, "0 to"),
    ({"width": 100}, "parameter"),
]


@pytest.mark.parametrize("named, says", BAD)
def test_bad_options_are_named(named, says):
    rgba = np.zeros((300, 300, 4), np.uint8)
    with pytest.raises(sc.StonerError) as error:
        lib.image_imshow_rgba(sc.from_array(np.eye(5)), options(**named), 300, 300, rgba=rgba, capacity=rgba.nbytes)
    assert (rgba == 0).all() and error.value.name in ("INVALID_ARGUMENT", "OUT_OF_RANGE") and says in error.value.message


def test_bad_sizes_and_images(tmp_path):
    eye = sc.from_array(np.eye(5))
    out = np.zeros(4 * 300 * 300, np.uint8)

    def fails(name, call, *arguments, **named):
        with pytest.raises(sc.StonerError) as error:
            call(*arguments, **named)
        assert error.value.name == name, error.value
        return error.value.message

    for width, height in ((0, 10), (10, 0), (16385, 1), (-1, 5), (2**40, 2**40)):
        fails("INVALID_ARGUMENT", lib.image_imshow_rgba, eye, None, width, height, rgba=out, capacity=out.nbytes)
    assert "360000" in fails("BUFFER_TOO_SMALL", lib.image_imshow_rgba, eye, None, 300, 300, rgba=out, capacity=1000)
    fails("BUFFER_TOO_SMALL", lib.image_to_rgba, eye, None, rgba=out, capacity=99)
    assert "room" in fails("INVALID_ARGUMENT", imshow, np.eye(5), 60, 40, **EVERYTHING)
    path = os.fspath(tmp_path / "p.png")
    for size in ({"width": 0}, {"height": 16385}, {"width": 20000}):
        fails("INVALID_ARGUMENT", lib.image_imshow, eye, path, options(**size))
    fails("FILE_NOT_FOUND", lib.image_imshow, eye, os.fspath(tmp_path / "no/p.png"), None)
    fails("SHAPE", imshow, np.zeros(5), 10, 10)
    fails("SHAPE", imshow, np.zeros((0, 5)), 10, 10)
    fails("SHAPE", imshow, np.zeros((2, 2, 2, 2)), 10, 10)
    fails("DTYPE", imshow, np.zeros((2, 2), "c16"), 10, 10)
    fails("NO_RESULT", imshow, np.full((3, 3), -1.0), 10, 10, norm="log")
    fails("OUT_OF_RANGE", imshow, np.zeros((2, 3, 3)), 10, 10, frame=2)
    assert not os.path.exists(path) and (out == 0).all()


def test_the_file_is_the_picture(tmp_path):
    path = tmp_path / "figure.png"
    image = scan((128, 100))
    lib.image_imshow(image, os.fspath(path), options(width=700, height=500, **EVERYTHING))
    out, _ = imshow(image, 700, 500, **EVERYTHING)
    with Image.open(path) as picture:
        assert np.array_equal(np.asarray(picture), out[..., :3])
    # With one side given, or none, the rest follows from the image; nothing is clipped.
    for named, expected in (({"width": 700}, (700, None)), ({"height": 500}, (None, 500)), ({}, (None, None))):
        lib.image_imshow(image, os.fspath(path), options(**named, **EVERYTHING))
        with Image.open(path) as picture:
            assert all(want is None or want == got for want, got in zip(expected, picture.size))
            _, boxes = imshow(image, *picture.size, **EVERYTHING)
            check_boxes(boxes, *picture.size)


# Histograms and tables.


def table(**columns):
    made = lib.table_new()
    for name, values in columns.items():
        values = np.ascontiguousarray(values, float)
        lib.table_add_column(made, name, None, values, len(values))
    return made


def histogram_plot(array, width, height, bins=0, **named):
    image = sc.from_array(array) if isinstance(array, np.ndarray) else array
    return drawn("image_plot_histogram", image, width, height, bins, **named)


BARS, CURVE = (0x7D, 0xB0, 0xDC, 255), (0xC2, 0x41, 0x0C, 255)


def heights(out, box, colour):
    """For each column of an area how many pixels from its bottom on are of a colour."""
    area = (inside(out, box) == colour).all(axis=2)[::-1]
    return np.where(area.all(axis=0), len(area), (~area).argmax(axis=0))


@pytest.mark.parametrize("bins", [1, 7, 20, 100])
@pytest.mark.parametrize("log", [False, True])
def test_bars_are_numpys_counts(bins, log):
    data = rng.normal(size=(123, 45)) ** 2
    out, boxes = histogram_plot(data, 900, 700, bins, cumulative=False, log=log)
    counts, edges = np.histogram(data, bins)
    x0, x1, y0, y1 = boxes["axes"]
    found = heights(out, boxes["axes"], BARS)
    middles = ((edges[:-1] + edges[1:]) / 2 - edges[0]) / (edges[-1] - edges[0]) * (x1 - x0)
    if log:
        low, high = np.log10(0.7), np.log10(counts.max() * 1.4)
        with np.errstate(divide="ignore"):
            expected = np.clip((np.log10(counts) - low) / (high - low), 0, 1) * (y1 - y0)
    else:
        expected = counts / (1.05 * counts.max()) * (y1 - y0)
    # The topmost pixel of a bar is covered in part.
    assert np.abs(found[middles.astype(int)] - expected).max() <= 1


def test_the_fullest_of_many_bins_is_shown():
    data = np.concatenate([np.linspace(0, 1, 5000), np.full(3000, 0.7345)]).reshape(80, 100)
    out, boxes = histogram_plot(data, 500, 400, 100_000, cumulative=False)
    found = heights(out, boxes["axes"], BARS)
    x0, x1, y0, y1 = boxes["axes"]
    assert abs(int(found.argmax()) - 0.7345 * (x1 - x0)) <= 1 and found.max() == pytest.approx((y1 - y0) / 1.05, abs=1.5)


def test_the_curve_is_the_cumulative_fraction():
    data = rng.exponential(size=(100, 120))
    out, boxes = histogram_plot(data, 1000, 800, 50)
    counts, edges = np.histogram(data, 50)
    x0, x1, y0, y1 = boxes["axes"]
    curve = np.abs(out.astype(int) - CURVE).max(axis=2) < 40
    for edge, fraction in zip(edges[1:-1], np.cumsum(counts) / data.size):
        x = x0 + (edge - edges[0]) / (edges[-1] - edges[0]) * (x1 - x0)
        y = y1 - fraction / 1.05 * (y1 - y0)
        assert curve[int(y) - 2 : int(y) + 3, int(x) - 1 : int(x) + 2].any(), (edge, fraction)
    assert not (np.abs(histogram_plot(data, 500, 400, cumulative=False)[0].astype(int) - CURVE).max(axis=2) < 40).any()


def test_histograms_take_range_mask_and_odd_images():
    data = rng.normal(size=(50, 60))
    out, boxes = histogram_plot(data, 600, 400, 10, range=[-1.0, 1.0], cumulative=False)
    counts, _ = np.histogram(data, 10, (-1, 1))
    assert abs(int(heights(out, boxes["axes"], BARS)[:30].max()) - counts[0] / counts.max() / 1.05 * (boxes["axes"][3] - boxes["axes"][2])) <= 1
    for array, mask in ((np.full((3, 3), np.nan), None), (np.ones((3, 3)), np.ones((3, 3), bool)), (np.full((1, 1), 5.0), None), (np.zeros((0, 4)), None), (rng.integers(0, 9, (4, 5, 6), "u2"), None)):
        for named in ({}, {"log": True, "theme": "dark"}):
            out, boxes = histogram_plot(sc.from_array(array, mask), 300, 300, **named)
            check_chart(boxes, 300, 300)


def check_chart(boxes, width, height):
    """All text lies in the picture, outside of the axes, and apart; a legend lies inside."""
    axes = boxes["axes"]
    for name, (x0, x1, y0, y1) in boxes.items():
        assert 0 <= x0 < x1 <= width and 0 <= y0 < y1 <= height, name
        if name.startswith("legend"):
            assert axes[0] <= x0 < x1 <= axes[1] and axes[2] <= y0 < y1 <= axes[3], name
    apart = {name: box for name, box in boxes.items() if name != "figure" and not name.startswith("legend")}
    for (a, (ax0, ax1, ay0, ay1)), (b, (bx0, bx1, by0, by1)) in itertools.combinations(apart.items(), 2):
        assert ax1 <= bx0 or bx1 <= ax0 or ay1 <= by0 or by1 <= ay0, (a, boxes[a], b, boxes[b])


SPECTRUM = {"energy": np.linspace(700, 730, 61), "plus": np.cos(np.arange(61) / 9), "minus": np.sin(np.arange(61) / 9), "error": np.full(61, 0.1)}


@pytest.mark.parametrize("size", [(300, 300), (800, 600), (3000, 2000)])
def test_charts_have_room_for_their_text(size):
    image = sc.from_array(rng.normal(size=(64, 64)) * 1e-7)
    for named in ({}, {"title": "Counts", "log": True, "theme": "dark"}):
        out, boxes = histogram_plot(image, *size, **named)
        check_chart(boxes, *size)
        assert {"x_label", "y_label", "y2_label", "x_tick_0", "y_tick_0", "y2_tick_0"} <= set(boxes)
    for named in ({}, {"title": "Fe L edge", "yerr": "error", "y": "plus", "legend": True, "grid": True, "marker": "o"}, {"label": ["a", "b" * 200, "c"]}):
        out, boxes = drawn("table_plot", table(**SPECTRUM), *size, **named)
        check_chart(boxes, *size)
        paper = out[0, 0].astype(int)
        for name, box in boxes.items():
            if name not in ("figure", "axes", "legend"):
                assert np.abs(inside(out, box).astype(int) - paper).max() > 90, name


def coloured(out, colour, near=30):
    return np.abs(out[..., :3].astype(int) - colour[:3]).max(axis=2) < near


def test_lines_go_through_their_points():
    out, boxes = drawn("table_plot", table(x=np.arange(11.0), y=np.arange(11.0) ** 2), 900, 700, xlim=[0.0, 10.0], ylim=[0.0, 100.0], color="red", linewidth=2.0)
    x0, x1, y0, y1 = boxes["axes"]
    red = coloured(out, (255, 0, 0))
    for x in np.linspace(0.3, 9.7, 40):
        y = np.interp(x, np.arange(11), np.arange(11) ** 2)
        column, row = x0 + x / 10 * (x1 - x0), y1 - y / 100 * (y1 - y0)
        assert red[int(row) - 1 : int(row) + 2, int(column) - 1 : int(column) + 2].any(), x
    inner = np.zeros_like(red)
    inner[int(y0) : int(y1), int(x0) : int(x1)] = True
    assert not red[~inner].any() and red.sum() < 3 * (x1 - x0 + y1 - y0)


def test_gaps_markers_styles_and_error_bars():
    x = np.arange(12.0)
    y = np.where(x == 5, np.nan, 3.0)
    columns = table(x=x, y=y, e=np.full(12, 1.0))
    common = dict(xlim=[-0.5, 11.5], ylim=[0.0, 6.0], color="red", y="y")

    def red(**named):
        out, boxes = drawn("table_plot", columns, 800, 600, **common, **named)
        x0, x1, y0, y1 = (int(edge) for edge in boxes["axes"])
        return coloured(out, (255, 0, 0), 60)[y0:y1, x0:x1]

    solid = red()
    column = lambda value: int((value + 0.5) / 12 * solid.shape[1])  # noqa: E731
    middle = solid.shape[0] // 2
    assert solid[:, column(2.5)].any() and not solid[:, column(4.2) : column(5.8)].any()
    assert red(linestyle="--").sum() < 0.8 * solid.sum() and red(linestyle=":").sum() < 0.8 * solid.sum()
    assert not red(linestyle="none").any()
    marked = red(linestyle="none", marker="o")
    assert marked[middle, column(3)] and not marked[:, column(3.5)].any() and not marked[:, column(5)].any()
    bars = red(linestyle="none", yerr="e")
    rows = np.flatnonzero(bars[:, column(3)])
    assert rows[0] == pytest.approx(solid.shape[0] * (2 / 6), abs=2) and rows[-1] == pytest.approx(solid.shape[0] * (4 / 6), abs=2)
    assert not bars[:, column(5)].any()


def test_logarithmic_axes():
    x = 10.0 ** np.arange(5)
    out, boxes = drawn("table_plot", table(x=x, y=x), 700, 700, xscale="log", yscale="log", xlim=[1.0, 1e4], ylim=[1.0, 1e4], color="red")
    x0, x1, y0, y1 = boxes["axes"]
    red = coloured(out, (255, 0, 0), 60)
    for part in np.linspace(0.05, 0.95, 19):
        assert red[int(y1 - part * (y1 - y0)) - 1 :, :][:3, int(x0 + part * (x1 - x0)) - 1 :][:, :3].any()
    # What is not above 0 is left out.
    drawn("table_plot", table(x=[-1.0, 0.0, 1.0, 10.0], y=[1.0, 2.0, -3.0, 4.0]), 300, 300, xscale="log", yscale="log")


def test_columns_by_name_and_number():
    same = [
        drawn("table_plot", table(**SPECTRUM), 400, 300, **named)[0]
        for named in ({"x": "energy", "y": ["plus", "minus"]}, {"x": 0, "y": [1, 2]}, {"y": ["plus", 2]}, {"yerr": ["error", "error"]})
    ]
    assert np.array_equal(same[0], same[1]) and np.array_equal(same[0], same[2]) and not np.array_equal(same[0], same[3])
    for odd in (table(y=[1.0, 2.0]), table(x=[], y=[]), table(x=[np.nan], y=[1.0]), table(x=[1.0], y=[1.0]), table(x=[1e308, -1e308], y=[np.inf, 0.0])):
        for named in ({}, {"legend": True, "marker": "o"}, {"xscale": "log", "yscale": "log"}):
            _, boxes = drawn("table_plot", odd, 300, 250, **named)
            check_chart(boxes, 300, 250)


@pytest.mark.parametrize(
    "named, status",
    [
        ({"y": "none"}, "KEY_NOT_FOUND"),
        ({"y": 9}, "OUT_OF_RANGE"),
        ({"y": -1}, "INVALID_ARGUMENT"),
        ({"y": []}, "INVALID_ARGUMENT"),
        ({"x": ["energy", "plus"]}, "INVALID_ARGUMENT"),
        ({"yerr": "error"}, "INVALID_ARGUMENT"),
        ({"label": ["a"]}, "INVALID_ARGUMENT"),
        ({"color": ["red", "rod"]}, "INVALID_ARGUMENT"),
        ({"xlim": [1.0, 1.0]}, "INVALID_ARGUMENT"),
        ({"ylim": [0.0, 1.0], "yscale": "log"}, "INVALID_ARGUMENT"),
        ({"ylim": [0.0, float("inf")]}, "INVALID_ARGUMENT"),
        ({"linewidth": 0.0}, "INVALID_ARGUMENT"),
        ({"marker": "x"}, "INVALID_ARGUMENT"),
        ({"linestyle": "-."}, "INVALID_ARGUMENT"),
        ({"cmap": "gray"}, "INVALID_ARGUMENT"),
    ],
)
def test_bad_options_of_tables(named, status):
    with pytest.raises(sc.StonerError) as error:
        drawn("table_plot", table(**SPECTRUM), 300, 300, **named)
    assert error.value.name == status


def test_bad_calls_of_charts(tmp_path):
    for call, status in (
        (lambda: drawn("table_plot", lib.table_new(), 300, 300), "NO_RESULT"),
        (lambda: drawn("table_plot", table(**SPECTRUM), 40, 40), "INVALID_ARGUMENT"),
        (lambda: histogram_plot(np.eye(3), 300, 300, -1), "INVALID_ARGUMENT"),
        (lambda: histogram_plot(np.eye(3), 300, 300, 2**25), "INVALID_ARGUMENT"),
        (lambda: histogram_plot(np.array([[1.0, np.inf]]), 300, 300), "NO_RESULT"),
        (lambda: histogram_plot(np.eye(3, dtype="c16"), 300, 300), "DTYPE"),
        (lambda: histogram_plot(np.eye(3), 300, 300, range=[1.0, 0.0]), "INVALID_ARGUMENT"),
        (lambda: histogram_plot(np.eye(3), 30, 300), "INVALID_ARGUMENT"),
        (lambda: lib.image_plot_histogram(sc.from_array(np.eye(3)), 0, os.fspath(tmp_path / "no/h.png"), None), "FILE_NOT_FOUND"),
    ):
        with pytest.raises(sc.StonerError) as error:
            call()
        assert error.value.name == status, error.value


def test_files_of_charts_are_the_pictures(tmp_path):
    path = os.fspath(tmp_path / "chart.png")
    image = sc.from_array(rng.normal(size=(50, 50)))
    lib.image_plot_histogram(image, 0, path, None)
    with Image.open(path) as picture:
        assert picture.size == (800, 600) and np.array_equal(np.asarray(picture), histogram_plot(image, 800, 600, 256)[0][..., :3])
    lib.table_plot(table(**SPECTRUM), path, options(width=400))
    with Image.open(path) as picture:
        assert picture.size == (400, 300)
        assert np.array_equal(np.asarray(picture), drawn("table_plot", table(**SPECTRUM), 400, 300)[0][..., :3])


# The size of text.


def test_auto_fit_fontsize():
    for size, width, height in ((20.0, 100.0, 50.0), (5.0, 300.0, 200.0), (12.0, 30.0, 300.0)):
        factor = lib.auto_fit_fontsize("Magnetic domains", size, width, height, 1, 1)
        down = lib.auto_fit_fontsize("Magnetic domains", size, width, height, 1, 0)
        up = lib.auto_fit_fontsize("Magnetic domains", size, width, height, 0, 1)
        assert (down, up) == (min(factor, 1), max(factor, 1)) and factor != 1
        # Twice the box, twice the text.
        assert lib.auto_fit_fontsize("Magnetic domains", size, 2 * width, 2 * height, 1, 1) == pytest.approx(2 * factor, rel=1e-3)
    assert lib.auto_fit_fontsize("", 10.0, 5.0, 5.0, 1, 1) == 1
    for bad in ((0.0, 5.0, 5.0), (10.0, 0.0, 5.0), (10.0, 5.0, float("nan")), (5000.0, 5.0, 5.0)):
        with pytest.raises(sc.StonerError):
            lib.auto_fit_fontsize("a", *bad, 1, 0)


def test_auto_fit_fontsize_is_that_of_matplotlib_text():
    """The bundled font is matplotlib's own, so that the widths agree."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

    text = "Magnetic domains 0.5 eV"
    path = TextPath((0, 0), text, size=100, prop=FontProperties(family="DejaVu Sans"))
    width = path.get_extents().width
    factor = lib.auto_fit_fontsize(text, 100.0, width, 1e6, 1, 1)
    assert factor == pytest.approx(1, abs=0.02)


# Layouts without a picture.

LAYOUTS_WITHOUT_PICTURES = """
import resource, sys
sys.path.insert(0, sys.argv[1])
import numpy as np
import stoner_c as sc

lib = sc.lib
image = sc.from_array(np.random.default_rng(1).normal(size=(30, 40)))
table = lib.image_hist(image, 10, None)
options = lib.metadata_new()
for key in ("show_axis", "colorbar", "scale_bar"):
    lib.metadata_set_bool(options, key, True)
lib.image_imshow_layout(image, options, 640, 480)
in_use = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
# A picture of this size takes 1 GiB.
resource.setrlimit(resource.RLIMIT_AS, (in_use + 256 * 2**20,) * 2)
side = 16384
layouts = [
    lib.image_imshow_layout(image, options, side, side),
    lib.image_plot_histogram_layout(image, 10, None, side, side),
    lib.table_plot_layout(table, None, side, side),
]
for layout in layouts:
    assert list(lib.table_read_column(layout, 0)) == [0, side, 0, side]
    assert lib.table_column_count(layout) > 5
try:
    lib.table_plot_rgba(table, None, side, side)
except (sc.StonerError, MemoryError) as error:
    assert getattr(error, "name", "NO_MEMORY") == "NO_MEMORY", error
else:
    raise AssertionError("the limit of memory has no effect")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_AS and /proc")
def test_a_layout_needs_no_memory_for_pixels():
    here = os.path.dirname(__file__)
    run = subprocess.run([sys.executable, "-c", LAYOUTS_WITHOUT_PICTURES, here], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
