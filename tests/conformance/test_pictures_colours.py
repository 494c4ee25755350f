"""Colours of pictures against matplotlib's tables and norms."""

import matplotlib
import numpy as np
import pytest
import stoner_c as sc
from matplotlib import cm, colors
from pictures import NAMES, lib, options, to_rgba

rng = np.random.default_rng(7)


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
