"""The parts of a figure inside of it and apart; the size of text."""

import os
import subprocess
import sys

import numpy as np
import pytest
import stoner_c as sc
from pictures import EVERYTHING, PAPER, check_boxes, check_chart, disjoint, drawn, imshow, inside, labels, lib, mapped, options, scan, table, within
from PIL import Image


EVERYTHING_IS_THERE = "figure image title x_label y_label x_tick_0 y_tick_0 colorbar colorbar_label colorbar_tick_0 scale_bar metadata".split()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("shape", [(128, 128), (30, 200), (200, 30), (1, 1), (1, 500)])
@pytest.mark.parametrize("size", [(300, 300), (640, 480), (1200, 1000), (3000, 2000)])
def test_nothing_is_clipped_or_overlaps(size, shape, theme):
    width, height = size
    out, boxes = imshow(scan(shape), width, height, theme=theme, **EVERYTHING)
    assert set(EVERYTHING_IS_THERE) - {"scale_bar"} <= set(boxes) and ("scale_bar" in boxes or min(shape) == 1)
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


def places(function, subject, width, height, *middle, **named):
    """The boxes of a figure's parts, and the warnings."""
    ctx = lib.context_new()
    layout = getattr(lib, f"{function}_layout")(subject, *middle, options(**named), width, height, ctx=ctx)
    boxes = {lib.table_column_name(layout, i): lib.table_read_column(layout, i) for i in range(lib.table_column_count(layout))}
    return boxes, [lib.context_warning(i, ctx=ctx) for i in range(lib.context_warning_count(ctx=ctx)[0])]


def anything(rng):
    """Options of a figure, of all kinds and lengths of text."""
    text = lambda: rng.choice(["", "a", "optical density", "a long name " * 6, "W" * 300, "line\nline\n\nline", "\u202b\u05d0\u6e2c", "word " * 80])  # noqa: E731
    named = {flag: bool(rng.random() < 0.7) for flag in ("show_axis", "colorbar", "scale_bar", "metadata")}
    named |= {key: str(text()) for key in ("title", "colorbar_label", "xlabel", "ylabel") if rng.random() < 0.5}
    if rng.random() < 0.4:
        named["font_size"] = float(rng.choice([4.0, 8.0, 14.0, 40.0, 200.0, 512.0]))
    if rng.random() < 0.2:
        named["title_args"] = {"fontsize": float(rng.choice([4.0, 30.0, 300.0])), "loc": str(rng.choice(["left", "center", "right"]))}
    if rng.random() < 0.2:
        named["scale_bar_length"] = float(rng.choice([1e-3, 0.3, 5.0, 1e4]))
    if rng.random() < 0.3:
        named["aspect"] = [0.01, 3.0, 100.0, "auto"][rng.integers(4)]
    named["scale_bar_loc"] = str(rng.choice(["lower right", "lower left", "upper right", "upper left"]))
    return named


SHAPES = [(1, 1), (1, 1000), (1000, 1), (500, 3), (3, 500), (26, 400), (400, 26), (2, 2), (30, 40), (100, 1), (1, 7)]


@pytest.mark.parametrize("seed", range(6))
def test_no_part_lies_over_another_whatever_is_asked_for(seed):
    rng = np.random.default_rng(seed)
    values = [lambda s: rng.random(s), lambda s: 1e12 + rng.random(s), lambda s: np.full(s, 3.0), lambda s: rng.random(s) * 1e-300, lambda s: np.full(s, np.nan), lambda s: (rng.random(s) - 0.5) * 3e308]
    for _ in range(60):
        shape = SHAPES[rng.integers(len(SHAPES))]
        image = mapped(values[rng.integers(len(values))](shape)) if rng.random() < 0.7 else sc.from_array(rng.random(shape))
        sc.set_f64(image, "counter0.energy", 781.25)
        width, height = (int(rng.choice([16, 64, 100, 300, 640, 2000])) for _ in range(2))
        named = anything(rng)
        boxes, _ = places("image_imshow", image, width, height, **named)
        try:
            check_boxes(boxes, width, height)
        except AssertionError as error:
            raise AssertionError(f"{shape} in {width} x {height}: {named}") from error


@pytest.mark.parametrize("seed", range(4))
def test_no_part_of_a_chart_lies_over_another(seed):
    rng = np.random.default_rng(seed)
    made = 0
    for _ in range(50):
        rows = int(rng.choice([0, 1, 2, 30]))
        scale = float(rng.choice([1.0, 1e-300, 1e300, 1e-9]))
        columns = {f"{'column' * int(rng.integers(1, 9))} {i}": (1e9 if rng.random() < 0.2 else 0.0) + scale * rng.normal(size=rows) for i in range(rng.integers(1, 12))}
        named = {key: value for key, value in anything(rng).items() if key in ("title", "title_args", "xlabel", "ylabel", "font_size")}
        width, height = (int(rng.choice([64, 100, 300, 640, 2000])) for _ in range(2))
        image = sc.from_array(scale * rng.normal(size=(9, 9)))
        for function, subject, middle in (("table_plot", table(**columns), ()), ("image_plot_histogram", image, (0,))):
            try:
                boxes, _ = places(function, subject, width, height, *middle, **named)
            except sc.StonerError as error:
                # Text that is larger than the picture leaves no room for the plot.
                assert error.name == "INVALID_ARGUMENT" and 4 * named.get("font_size", 0.0) > min(width, height) * 0.5, (error, named, width, height)
                continue
            made += 1
            check_chart(boxes, width, height)
    assert made > 50


@pytest.mark.parametrize("shape", [(500, 3), (3, 500), (26, 400), (400, 26), (1000, 1), (1, 1000)])
def test_narrow_images_keep_their_parts(shape):
    """A colour bar is high enough for its numbers whatever the image's height, and the scale bar moves beneath the image."""
    boxes, warnings = places("image_imshow", scan(shape), 640, 480, **EVERYTHING)
    check_boxes(boxes, 640, 480)
    assert set(EVERYTHING_IS_THERE) - {"scale_bar"} <= set(boxes) and "colorbar_tick_1" in boxes
    # Of two pixels in the picture no length can be shown.
    assert ("scale_bar" in boxes) == (shape not in ((500, 3), (1000, 1))) and ("scale_bar" in boxes or "scale_bar" in warnings[0])
    if "scale_bar" in boxes:
        across = boxes["scale_bar_line"][1] - boxes["scale_bar_line"][0]
        image = boxes["image"]
        # A round number of micrometres.
        length = across / (image[1] - image[0]) * shape[1] * 0.05
        nearest = min((m * 10.0**e for m in (1, 2, 5) for e in range(-3, 3)), key=lambda x: abs(x - length))
        assert abs(length / nearest - 1) * across <= 1


def test_a_scan_of_two_kinds_of_axes_fills_its_picture(tmp_path):
    image = sc.from_array(np.random.default_rng(1).random((60, 25)))
    lib.image_set_map(image, [0.0, -4500.0], [0.2, 0.0, 0.0, -2.5], "line_position", "zone_plate", "um", "um")
    boxes, _ = places("image_imshow", image, 640, 480, **EVERYTHING)
    x0, x1, y0, y1 = boxes["image"]
    assert x1 - x0 > 0.6 * 640 and y1 - y0 > 0.6 * 480 and "x_label" in boxes
    # Matplotlib's default, with the aspect that fills the room, has about as much room.
    path = tmp_path / "free.png"
    lib.image_imshow(image, os.fspath(path), options())
    with Image.open(path) as picture:
        assert picture.size == (650, 480)


def test_what_has_no_room_is_named():
    boxes, warnings = places("image_imshow", scan((60, 80)), 60, 40, **EVERYTHING)
    check_boxes(boxes, 60, 40)
    assert "image" in boxes and "title" not in boxes and "colorbar" not in boxes
    assert "title" in warnings[0] and "colorbar" in warnings[0]
    boxes, warnings = places("image_imshow", scan((80, 80)), 64, 64, scale_bar=True)
    assert not warnings and within(boxes["scale_bar"], boxes["image"])


def test_a_pixel_has_no_scale_bar_shorter_than_itself():
    for shape, expected in (((1, 1), None), ((2, 2), 1), ((3, 3), 1), ((10, 10), 2)):
        boxes, warnings = places("image_imshow", sc.from_array(np.zeros(shape)), 300, 300, scale_bar=True)
        if expected is None:
            assert "scale_bar" not in boxes and "scale_bar" in warnings[0]
        else:
            across = boxes["scale_bar_line"][1] - boxes["scale_bar_line"][0]
            assert across == pytest.approx(expected * 300 / shape[1], rel=0.1)
    # A length that is given and longer than the image is not drawn as another.
    boxes, warnings = places("image_imshow", mapped(np.zeros((10, 10))), 300, 300, scale_bar=True, scale_bar_length=3.0)
    assert "scale_bar" not in boxes and "scale_bar" in warnings[0]
    boxes, warnings = places("image_imshow", mapped(np.zeros((10, 10))), 900, 300, scale_bar=True, scale_bar_length=1.0)
    across = boxes["scale_bar_line"][1] - boxes["scale_bar_line"][0]
    assert across == pytest.approx(2 * (boxes["image"][1] - boxes["image"][0]), abs=2) and disjoint(boxes["scale_bar"], boxes["image"])
    # Columns that are no places have no lengths.
    image = sc.from_array(np.zeros((10, 10)))
    lib.image_set_map(image, [700.0, 0.0], [0.5, 0.0, 0.0, 1.0], "energy", "sample_y", "eV", "um")
    boxes, warnings = places("image_imshow", image, 300, 300, scale_bar=True)
    assert "scale_bar" not in boxes and "scale bar" in warnings[0]


def test_long_titles_shrink_then_wrap_then_end():
    image = sc.from_array(np.eye(50))
    height = lambda text, **named: np.diff(places("image_imshow", image, 400, 400, title=text, show_axis=True, **named)[0]["title"][2:])[0]  # noqa: E731
    line = 1.03
    one = height("title")
    # One more word at a time: as large as asked for, then smaller, then on two lines.
    heights = [height("word " * n) for n in range(1, 25)]
    assert heights[0] == one and any(8 * line <= h < 0.99 * one for h in heights) and min(heights) >= 8 * line and heights[-1] > one
    wrapped, endless = height("a title of more words than fit in 400 pixels, so that it takes two lines, since smaller letters cannot be read"), height("long " * 300)
    assert 1.9 * 8 * line < wrapped < endless < 0.45 * 400
    # Line breaks are kept.
    pitch = 1.2 / line
    assert height("one\ntwo\nthree") == pytest.approx(one * (1 + 2 * pitch), rel=1e-3)
    assert height("one\r\n\r\nthree") == pytest.approx(one * (1 + 2 * pitch), rel=1e-3)
    for empty in ("", " ", "\n\n"):
        assert "title" not in places("image_imshow", image, 400, 400, title=empty)[0]
    # What is asked for smaller is drawn so.
    assert height("small", title_args={"fontsize": 5}) == pytest.approx(5 * line)


def test_labels_have_an_offset_where_matplotlibs_have():
    """The boxes tell how wide the labels are; matplotlib's formatter says whether there is an offset."""
    from matplotlib.ticker import ScalarFormatter

    rng = np.random.default_rng(2)
    noise = rng.random((40, 40))
    for data in (1e12 + noise, -1e12 - noise, 1e6 + noise, noise * 1e-12, noise * 1e15, noise, 700.0 + noise, 1e300 * (1 + 1e-9 * noise)):
        boxes, _ = places("image_imshow", sc.from_array(data), 640, 480, colorbar=True)
        formatter = ScalarFormatter(useOffset=True)
        formatter.create_dummy_axis()
        formatter.axis.set_view_interval(data.min(), data.max())
        formatter.axis.set_data_interval(data.min(), data.max())
        formatter.set_locs(np.linspace(data.min(), data.max(), 7)[1:-1])
        assert ("colorbar_scale" in boxes) == (formatter.get_offset() != ""), (data[0, 0], formatter.get_offset())
        size = (boxes["colorbar_tick_0"][3] - boxes["colorbar_tick_0"][2]) / 1.03
        assert boxes["colorbar_tick_0"][1] - boxes["colorbar_tick_0"][0] < 5 * size
        check_boxes(boxes, 640, 480)


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
