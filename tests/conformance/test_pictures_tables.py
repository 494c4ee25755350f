"""Histograms and tables as figures, against numpy's numbers."""

import os

import numpy as np
import pytest
import stoner_c as sc
from pictures import PAPER, SPECTRUM, check_chart, coloured, drawn, histogram_plot, inside, lib, options, table
from PIL import Image

rng = np.random.default_rng(7)


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


# What is drawn of a table by default.


def same(made, given, **named):
    """Checks that a table is drawn by default as with these columns."""
    assert np.array_equal(drawn("table_plot", made, 500, 400)[0], drawn("table_plot", made, 500, 400, **given, **named)[0])


def test_a_profile_is_intensity_over_distance(tmp_path):
    data = rng.random((40, 50))
    made = lib.image_profile_line(sc.from_array(data), [3.0, 5.0], [44.0, 31.0])
    same(made, {"x": "Distance", "y": "Intensity"})
    out, boxes = drawn("table_plot", made, 700, 500, color="red")
    # The curve spans the height of the plot: nothing else stands in its range.
    rows = np.flatnonzero(coloured(inside(out, boxes["axes"]), (255, 0, 0)).any(axis=1))
    assert np.ptp(rows) > 0.8 * (boxes["axes"][3] - boxes["axes"][2]) and "legend" not in boxes
    # A column that has another name keeps its part; so does a table that was saved.
    lib.table_set_column_name(made, 3, "optical density")
    same(made, {"x": "Distance", "y": "optical density"})
    lib.table_set_column_name(made, 3, "Intensity")
    for name in ("profile.csv", "profile.txt"):
        path = os.fspath(tmp_path / name)
        lib.table_save(made, path)
        same(lib.table_load(path), {"x": "Distance", "y": "Intensity"})
    # Of a stack each frame; what is asked for is drawn.
    stack = lib.image_profile_line(sc.from_array(rng.random((3, 40, 50))), [3.0, 5.0], [44.0, 31.0])
    same(stack, {"x": "Distance", "y": [f"Intensity {i}" for i in range(3)]})
    chosen = drawn("table_plot", made, 500, 400, x="X", y=["Y", "Distance"])[0]
    assert not np.array_equal(chosen, drawn("table_plot", made, 500, 400)[0])


def test_a_radial_profile_is_the_mean_with_its_deviation():
    data = np.hypot(*np.mgrid[-30:31, -30:31]) + rng.normal(size=(61, 61))
    made = lib.image_radial_profile(sc.from_array(data))
    r, mean, std = (lib.table_read_column(made, lib.table_column_index(made, name)) for name in ("r", "mean", "std"))
    out, boxes = drawn("table_plot", made, 900, 700, color="#ff0000", xlim=[0.0, 30.0], ylim=[-3.0, 33.0])
    x0, x1, y0, y1 = boxes["axes"]
    paper = np.array(PAPER[:3])
    tinted = ((out[..., :3].astype(int) - paper)[..., 1:] < -20).all(axis=2) & (out[..., 0] > 200)
    for i in range(len(r)):
        column = int(x0 + r[i] / 30 * (x1 - x0))
        rows = np.flatnonzero(tinted[int(y0) : int(y1), column])
        if not (np.isfinite(mean[i]) and x0 + 2 < column < x1 - 2 and 0 < i < len(r) - 1):
            continue
        top, bottom = ((33 - (mean[i] + sign * std[i])) / 36 * (y1 - y0) for sign in (1, -1))
        slope = 2 * (y1 - y0) / 36 * 30 / (x1 - x0)
        assert abs(rows[0] - top) <= 2 + slope and abs(rows[-1] - bottom) <= 2 + slope, i
    # Error bars in place of the band, and the band's room is in the range.
    assert not np.array_equal(drawn("table_plot", made, 500, 400)[0], drawn("table_plot", made, 500, 400, x="r", y="mean")[0])
    stack = lib.image_radial_profile(sc.from_array(np.stack([data, data + 9])))
    _, boxes = drawn("table_plot", stack, 500, 400)
    assert "legend_1" in boxes and "legend_2" not in boxes


def test_a_histogram_is_counts_over_centres():
    made = lib.image_hist(sc.from_array(rng.normal(size=(50, 50))), 20)
    same(made, {"x": "centre", "y": "count"})


def test_a_spectrum_is_drawn_over_energy():
    columns = {"frame": np.arange(30.0), "energy": np.linspace(700, 730, 30), "plus": rng.random(30)}
    same(table(**columns), {"x": "energy", "y": ["frame", "plus"]})
    same(table(**{"Photon energy": columns["energy"], "plus": columns["plus"]}), {"x": 0, "y": 1})
    same(table(a=columns["plus"], b=columns["energy"]), {"x": "a", "y": "b"})
    same(table(energy=columns["energy"]), {"y": "energy"})


def test_odd_profiles_are_drawn():
    for data, mask in ((np.full((9, 9), np.nan), None), (rng.random((9, 9)), np.ones((9, 9), bool)), (rng.random((1, 9)), None), (np.full((9, 9), 5.0), None)):
        image = sc.from_array(data, mask)
        for made in (lib.image_profile_line(image, [0.0, 0.0], [8.0, 0.0]), lib.image_profile_line(image, [2.0, 0.0], [2.0, 0.0]), lib.image_hist(image, 3)):
            for size in ((64, 64), (500, 400)):
                check_chart(drawn("table_plot", made, *size, title="t")[1], *size)
