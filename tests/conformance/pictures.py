"""What the tests of pictures share: options, figures with the boxes of their parts, and what must hold of these.

A figure's layout (stoner_image_imshow_layout and its sisters) says where parts stand; the tests look at the pixels there.
"""

import itertools
import os

import numpy as np
import stoner_c as sc

lib = sc.lib
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


EVERYTHING = dict(
    cmap="viridis", show_axis=True, colorbar=True, colorbar_label="optical density", scale_bar=True, title="Domains of a film", metadata=True
)


def labels(boxes):
    """All text and the image, the ground of the scale bar and what stands on it apart."""
    return {name: box for name, box in boxes.items() if name not in ("figure", "colorbar", "scale_bar", "scale_bar_line", "scale_bar_label")}


def within(box, other):
    return other[0] <= box[0] and box[1] <= other[1] and other[2] <= box[2] and box[3] <= other[3]


def disjoint(a, b):
    return a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] or b[3] <= a[2]


def check_apart(boxes, width, height, held):
    """All boxes lie in the figure; those of `held` in their part, if it is there, all others apart from each other."""
    inner = {name: part for name in boxes for start, part in held.items() if name.startswith(start) and part in boxes and name != part}
    for name, (x0, x1, y0, y1) in boxes.items():
        assert 0 <= x0 < x1 <= width and 0 <= y0 < y1 <= height, (name, x0, x1, y0, y1)
        if name in inner:
            assert within(boxes[name], boxes[inner[name]]), (name, boxes[name], boxes[inner[name]])
    apart = {name: box for name, box in boxes.items() if name != "figure" and name not in inner}
    for (a, box), (b, other) in itertools.combinations(apart.items(), 2):
        assert disjoint(box, other), (a, box, b, other)


def check_boxes(boxes, width, height):
    """A figure of an image: a scale bar stands on the image, or beneath it apart from all else."""
    held = {"scale_bar_": "scale_bar"}
    if "scale_bar" in boxes and not disjoint(boxes["scale_bar"], boxes["image"]):
        held["scale_bar"] = "image"
    check_apart(boxes, width, height, held)
    if "scale_bar" in boxes:
        assert disjoint(boxes["scale_bar_label"], boxes["scale_bar_line"])


def scan(shape, seed=1):
    image = mapped(np.random.default_rng(seed).random(shape) * 3 - 1)
    sc.set_f64(image, "counter0.energy", 781.25)
    sc.set_f64(image, "counter0.count_time", 0.02)
    sc.set_f64(image, "collection.polarization.value", -0.2)
    return image


def table(**columns):
    made = lib.table_new()
    for name, values in columns.items():
        values = np.ascontiguousarray(values, float)
        lib.table_add_column(made, name, None, values, len(values))
    return made


def histogram_plot(array, width, height, bins=0, **named):
    image = sc.from_array(array) if isinstance(array, np.ndarray) else array
    return drawn("image_plot_histogram", image, width, height, bins, **named)


def check_chart(boxes, width, height):
    """All text lies in the picture, outside of the axes, and apart; a legend lies inside."""
    check_apart(boxes, width, height, {"legend_": "legend", "legend": "axes"})
    entries = [box for name, box in boxes.items() if name.startswith("legend_")]
    for box, other in itertools.combinations(entries, 2):
        assert disjoint(box, other), (box, other)


def coloured(out, colour, near=30):
    return np.abs(out[..., :3].astype(int) - colour[:3]).max(axis=2) < near


SPECTRUM = {"energy": np.linspace(700, 730, 61), "plus": np.cos(np.arange(61) / 9), "minus": np.sin(np.arange(61) / 9), "error": np.full(61, 0.1)}
