"""Pictures from Python: keywords become options, arrays come back."""

import inspect
import re

import numpy as np
import pytest
import stoner

IMAGE = stoner.Image(np.arange(12.0).reshape(3, 4))
TABLE = stoner.Table({"r": [1, 2], "a": [1, 4]})
#: {method with options: what comes before them}
FILES = {IMAGE.imshow: ("x.png",), IMAGE.plot_histogram: ("x.png",), TABLE.plot: ("x.png",)}
OTHERS = {
    IMAGE.to_rgba: (), IMAGE.imshow_rgba: ((99, 80),), IMAGE.imshow_layout: ((99, 80),), IMAGE.plot_histogram_rgba: ((99, 80),),
    IMAGE.plot_histogram_layout: ((99, 80),), TABLE.plot_rgba: ((99, 80),), TABLE.plot_layout: ((99, 80),),
}  # fmt: skip


@pytest.mark.parametrize(("method", "before"), [*FILES.items(), *OTHERS.items()], ids=lambda each: getattr(each, "__qualname__", ""))
def test_each_option_is_a_keyword_in_the_signature(method, before):
    """The names that a shell completes are those that the library takes."""
    with pytest.raises(ValueError, match="`options` is 'no such'; allowed: ") as raised:
        method(*before, **{"no such": 1})
    allowed = re.search("allowed: (.*)", str(raised.value))[1].split(", ")
    shown = [each.name for each in inspect.signature(method).parameters.values() if each.kind is inspect.Parameter.KEYWORD_ONLY]
    # Where the size is an argument, it is no option.
    assert sorted(shown) == sorted(set(allowed) - (set() if method in FILES else {"width", "height"}))


@pytest.mark.parametrize("method", [IMAGE.imshow_rgba, TABLE.plot_rgba, IMAGE.plot_histogram_rgba], ids=lambda each: each.__name__)
def test_each_word_in_the_signature_is_one_that_the_library_takes(method):
    for name, parameter in inspect.signature(method).parameters.items():
        said = re.search(r"Literal\[([^]]*)\]", str(parameter.annotation))
        if said is None:
            continue
        words = re.findall("'(.*?)'", said[1])
        assert words
        for word in words:
            method((200, 150), **{name: word})
        with pytest.raises(ValueError, match=name) as raised:
            method((200, 150), **{name: "no such"})
        assert re.search("allowed: (.*)", str(raised.value))[1].split(", ") == words


def test_images(tmp_path):
    image = stoner.Image(np.arange(12.0).reshape(3, 4), title="ramp")
    pixels = image.to_rgba(cmap="viridis")
    assert pixels.shape == (3, 4, 4) and np.array_equal(pixels[0, 0], stoner.cmap_colours("viridis")[0])
    assert np.array_equal(stoner.Image(np.stack([image, image + 1])).to_rgba(frame=1, vmin=1.0, cmap="viridis"), pixels)
    options = dict(show_axis=True, colorbar=True, title=None, title_args={"fontsize": 20})
    figure, layout = image.imshow_rgba((400, 300), **options), image.imshow_layout((400, 300), **options)
    assert figure.shape == (300, 400, 4) and {"image", "title", "x_label", "colorbar"} <= set(layout)
    xmin, xmax, ymin, ymax = layout["title"]
    assert 0 < xmin < xmax < 400 and ymax - ymin == pytest.approx(1.03 * 20) and len(layout) == len(list(layout))
    image.imshow(tmp_path / "a.png", width=400, height=300, **options)
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(ValueError, match="viridis"):
        image.to_rgba(cmap="virids")
    with pytest.raises(ValueError, match="16384"):
        image.imshow_rgba((0, 5))
    assert len(stoner.cmaps()) == 48 and "RdBu_r" in stoner.cmaps() and stoner.cmap_colours().shape == (256, 4)


def test_charts(tmp_path):
    image = stoner.Image(np.random.default_rng(1).normal(size=(30, 40)))
    assert image.plot_histogram_rgba((300, 200), 10, log=True).shape == (200, 300, 4)
    assert {"axes", "y2_label"} <= set(image.plot_histogram_layout((300, 200), range=[-1.0, 1.0]))
    image.plot_histogram(tmp_path / "h.png")
    table = stoner.Table({"r": [1, 2, 3], "a": [1, 4, 9], "b": [2, 3, 4]}, units={"r": "nm"})
    assert table.plot_rgba((300, 200), y=["a", 2], color=["red", "blue"]).shape == (200, 300, 4)
    assert "legend" in table.plot_layout((300, 200)) and "legend" not in table.plot_layout((300, 200), y="a")
    table.plot(tmp_path / "t.png", marker="o")
    assert all((tmp_path / name).stat().st_size > 1000 for name in ("h.png", "t.png"))
    with pytest.raises(KeyError):
        table.plot_rgba((300, 200), y="c")


def test_size_of_text():
    assert stoner.auto_fit_fontsize("domains", 10, 1000, 1000) == 1
    assert stoner.auto_fit_fontsize("domains", 100, 50, 1000) < 1 < stoner.auto_fit_fontsize("domains", 1, 50, 50, scale_up=True)
