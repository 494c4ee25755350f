"""Figures of images: what stands in them, and bad input."""

import os

import matplotlib
import numpy as np
import pytest
import stoner_c as sc
from pictures import EVERYTHING, PAPER, check_boxes, imshow, inside, labels, lib, mapped, options, scan, to_rgba
from PIL import Image

rng = np.random.default_rng(7)


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
    # Where one of the axes is no place, or one on another thing, there is nothing to compare, whatever the units.
    for names in (("sample_x", "energy"), ("line_position", "zone_plate"), ("sample_x", "detector_y")):
        lib.image_set_map(image, [0.0, 0.0], [0.1, 0.0, 0.0, 0.2], *names, "um", "um")
        assert list(imshow(image, 600, 400)[1]["image"]) == [0, 600, 0, 400], names
    lib.image_set_map(image, [0.0, 0.0], [0.1, 0.0, 0.0, 0.2], "osa_x", "osa_y", "um", "um")
    assert list(imshow(image, 600, 600)[1]["image"]) == [150, 450, 0, 600]


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


@pytest.mark.parametrize("unit", [None, "", " "])
def test_a_map_without_a_unit_has_a_scale_bar_of_pixels(unit):
    """Steps of 6.7e-5 of nobody knows what: as if there were no map."""
    data = np.arange(100 * 200.0).reshape(100, 200)
    image = sc.from_array(data)
    lib.image_set_map(image, [-1.78, -2.74], [6.7e-5, 0, 0, -6.7e-5], "sample_x", "sample_y", unit, unit)
    out, boxes = imshow(image, 1000, 500, scale_bar=True)
    plain, places = imshow(data, 1000, 500, scale_bar=True)
    assert boxes.keys() == places.keys() and all(np.array_equal(boxes[name], places[name]) for name in boxes)
    assert np.array_equal(out, plain)
    # With a unit it is another one.
    lib.image_set_map(image, [-1.78, -2.74], [6.7e-5, 0, 0, -6.7e-5], "sample_x", "sample_y", "mm", "mm")
    assert not np.array_equal(imshow(image, 1000, 500, scale_bar=True)[0], plain)


def with_conditions(shape, **entries):
    """An image with metadata entries as (value, unit); lists become arrays."""
    image = sc.from_array(np.zeros(shape))
    metadata = lib.metadata_new()
    for key, (value, unit) in entries.items():
        key = key.replace("__", ".")
        if isinstance(value, list):
            lib.metadata_set_array(metadata, key, sc.from_array(np.array(value)))
        else:
            lib.metadata_set_f64(metadata, key, value)
        if unit:
            lib.metadata_set_unit(metadata, key, unit)
    lib.image_set_metadata(image, metadata)
    return image


def written_line(image, **named):
    out, boxes = imshow(image, 600, 600, metadata=True, **named)
    return inside(out, boxes["metadata"]) if "metadata" in boxes else None


def test_each_frame_shows_its_own_energy_and_dwell():
    energies, dwells = [280.0, 284.5, 320.0], [0.01, 0.02, 0.5]
    for prefix, name in (("counter0", "energy"), ("Counter1", "photon_energy")):
        entries = {f"{prefix}__{name}": (energies, "eV"), f"{prefix}__count_time": (dwells, "s")}
        stack = with_conditions((3, 20, 20), **entries)
        lib.image_metadata_set_string(stack, f"{prefix}.NX_class", "NXdata")
        lines = [written_line(stack, frame=frame) for frame in range(3)]
        for frame in range(3):
            alone = with_conditions((20, 20), counter0__energy=(energies[frame], "eV"), counter0__count_time=(dwells[frame], "s"))
            assert np.array_equal(lines[frame], written_line(alone))
        assert not any(np.array_equal(lines[i], lines[j]) for i, j in ((0, 1), (0, 2), (1, 2)))
    # Another number of energies is no frame's.
    assert written_line(with_conditions((3, 20, 20), counter0__energy=(energies[:2], "eV")), frame=1) is None


def test_units_of_energy_and_dwell_are_those_of_the_metadata():
    line = lambda energy, dwell: written_line(with_conditions((20, 20), counter0__energy=energy, counter0__count_time=dwell))
    given = line((0.75, "eV"), (20.0, "ms"))
    assert np.array_equal(line((0.75, "eV"), (0.02, "s")), given)
    for energy, dwell in (((0.75, "keV"), (20.0, "ms")), ((0.75, None), (20.0, "ms")), ((0.75, "eV"), (20.0, None))):
        assert not np.array_equal(line(energy, dwell), given)


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
