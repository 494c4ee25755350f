"""The interface as data: its description against its schema, every default, range and optional parameter against the library, and
operations called by name."""

import inspect
import itertools
import json
import pathlib
import sys

import numpy as np
import pytest
from stoner_c import CONSTANTS, NUMPY, StonerError, from_array, lib, to_array

ROOT = pathlib.Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "bindings"))

import interface  # noqa: E402

C = interface.read()
FUNCTIONS = {function.short: function for function in C.functions}


def test_the_description_is_of_its_schema():
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((ROOT / "interface/schema.json").read_text())
    described = json.loads((ROOT / "interface/interface.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(described)] == []
    described["functions"][0]["parameters"] = [{"name": "a"}]
    assert not validator.is_valid(described)


def test_the_library_gives_its_description():
    assert json.loads(lib.interface()) == json.loads((ROOT / "interface/interface.json").read_text())


# ---------------------------------------------------------------------------------------------------------------------
# Every optional parameter


#: Pixels without a constant line, some of them negative; two are masked.
rng = np.random.default_rng(7)
REAL = np.ma.MaskedArray(rng.normal(0.4, 0.5, (12, 10)) + np.linspace(0, 1, 10), mask=False)
REAL[3, 4] = REAL[8, 2] = np.ma.masked
SMOOTH = np.add.outer(np.sin(np.arange(24) / 3.1), np.cos(np.arange(20) / 2.3)) + 0.02 * rng.normal(size=(24, 20))
SHIFTED = np.roll(SMOOTH, (1, 2), (0, 1)) + 0.02 * rng.normal(size=(24, 20))
STACK = np.array([np.roll(SMOOTH, n, 0) for n in range(3)])
COMPLEX = rng.normal(size=(5, 4)) + 1j * rng.normal(size=(5, 4))
POINTS = rng.uniform(0, 10, (40, 2)) * (1, 3)

#: What a function is called with beside its options.
REQUIRED = {
    "angle": 0.3, "translation": [1.3, -0.6], "shape": [10, 12], "axis1": 0, "axis2": 1, "dtype": CONSTANTS["STONER_F32"],
    "indices": [1, 3, 200], "value": 2.0, "kth": [3], "repeats": [2], "condition": np.array([1, 0, 1, 1, 0], np.uint8), "index": [3],
    "q": [25.0, 50.0], "threshold": 0.1, "x": 4.0, "y": 5.0, "x0": 1, "y0": 2, "x1": 7, "y1": 9, "x2": 3, "y2": 6, "radius": 3, "radius1": 2,
    "radius2": 4, "x_radius": 4, "y_radius": 2, "width": 4, "height": 5, "weight": 0.5, "src": [1.0, 2.0], "dst": [8.0, 9.0], "n": 8, "m": 16,
    "output": [0.0, 1.0, 2.0], "sigma_xy": [1.0, 2.0], "key": "entry", "name": "plane",
}  # fmt: skip


def image(array):
    return from_array(array)


#: Of functions that need another subject or other arguments than the rest.
SPECIAL = {
    "image_getfield": {"image": np.arange(12, dtype=np.int32), "dtype": CONSTANTS["STONER_I16"]},
    "image_setfield": {"image": np.arange(12, dtype=np.int32), "dtype": CONSTANTS["STONER_I16"], "values": np.int16(5)},
    "image_set_fill_value": {"image": COMPLEX},
    "image_ravel": {"image": np.asfortranarray(np.arange(6.0).reshape(2, 3))},
    "image_flatten": {"image": np.asfortranarray(np.arange(6.0).reshape(2, 3))},
    "image_put": {"values": np.array([7.0, 8.0, 9.0])},
    "image_take": {"indices": [1, 3, 15]},
    "image_choose": {"image": np.array([0, 1, 2, 1]), "choices": [np.arange(4.0), np.arange(4.0) + 10]},
    "image_searchsorted": {"image": np.array([1.0, 2.0, 2.0, 3.0]), "v": np.array([2.0, 2.5])},
    "image_dot": {"b": np.ma.MaskedArray(np.arange(20.0).reshape(10, 2), mask=np.arange(20).reshape(10, 2) == 3)},
    "image_im_scale": {"image": np.arange(200, dtype=np.uint8)},
    "image_asint": {"image": np.clip(REAL, -1, 1)},
    "image_convert": {"image": np.arange(200, dtype=np.uint8)},
    "image_asfloat": {"image": np.arange(200, dtype=np.uint8)},
    "image_round": {"image": REAL * 100},
    "image_register": {"image": SHIFTED, "reference": SMOOTH},
    "image_align": {"image": SHIFTED, "reference": SMOOTH},
    "image_correct_drift": {"image": SHIFTED, "reference": SMOOTH},
    "image_align_stack": {"stack": STACK},
    "image_griddata": {"image": POINTS, "values": POINTS.sum(1), "xi": np.array([[3.0, 9.0], [60.0, 70.0], [5.5, 14.0]])},
    "image_subtract_image": {"background": REAL.filled(0) * 0.4},
    "image_fft": {"image": SMOOTH},
    "image_draw_polygon": {"x": [1.0, 6.0, 1.0], "y": [1.0, 1.0, 6.0]},
    "image_draw_polygon_perimeter": {"x": [-4.0, 6.0, 1.0], "y": [1.0, 1.0, 16.0]},
    "image_draw_rectangle_perimeter": {"x0": -3, "x1": 6},
    "image_item": {"image": np.array([5.0])}, "image_item_i64": {"image": np.array([5])}, "image_item_complex": {"image": np.array([5j])},
    "image_itemset": {"image": np.array([5.0])}, "image_itemset_i64": {"image": np.array([5]), "value": 3},
    "image_itemset_complex": {"image": np.array([5j]), "re": 1.0, "im": 2.0},
    "image_equal": {"a": REAL, "b": REAL + 0},
    "image_set_map": {"origin": [0.0, 1.0], "step": [1.0, 0.0, 0.0, 1.0]},
    "image_set_plane": {"plane": REAL.filled(0)},
    "auto_fit_fontsize": {"value": "Text", "size": 12.0, "width": 30.0, "height": 200.0},
    "cmap_colours": {},
}  # fmt: skip

#: Other values than those that follow from the kind, with what the option needs to be looked at: {(function or None, parameter): ...}
OTHER = {
    (None, "keepdims"): {"keepdims": 1, "axes": [0], "axis": [0]},
    (None, "axes"): {"axes": [1]},
    (None, "axis"): {"axis": [0]},
    (None, "box"): {"box": [1, 8, 0, 7]},
    (None, "dtype"): {"dtype": CONSTANTS["STONER_I64"]},
    (None, "fill_mode"): {"fill_mode": 1, "fill_value": -9.0},
    (None, "fill_value"): {"fill_mode": 1, "fill_value": -9.0},
    (None, "centre"): {"centre": [1.0, 2.0]},
    (None, "pixel_size"): {"pixel_size": [2.0, 3.0]},
    (None, "cval"): {"cval": 5.0, "mode": CONSTANTS["STONER_MODE_CONSTANT"]},
    (None, "filename"): {"filename": "a.png"},
    (None, "title"): {"title": "A title"},
    (None, "unit"): {"unit": "um"},
    (None, "imaginary"): {"imaginary": 2.0, "fill_mode": 1, "fill_value": 1.0},
    (None, "prefilter_sigma"): {"prefilter": 1, "prefilter_sigma": 2.0},
    (None, "constrain"): {"constrain": 0, "dst": [30.0, 30.0], "x": 30.0, "y": 30.0},
    (None, "sector_width"): {"angle": [0.5], "sector_width": 1.0},
    (None, "angle"): {"angle": [0.5]},
    (None, "r"): {"r": [0.0, 2.0, 4.0]},
    ("image_translate", "cval_mode"): {"cval_mode": 1, "cval": 5.0, "mode": CONSTANTS["STONER_MODE_CONSTANT"]},
    ("image_translate", "cval"): {"cval_mode": 1, "cval": 5.0, "mode": CONSTANTS["STONER_MODE_CONSTANT"]},
    ("image_rotate", "clip"): {"clip": 0, "order": 3},
    ("image_gaussian_filter", "order_xy"): {"order_xy": [1, 0]},
    ("image_gaussian_filter", "mode_xy"): {"mode_xy": [CONSTANTS["STONER_MODE_WRAP"]] * 2},
    ("image_gaussian_filter", "cval"): {"mode_xy": [CONSTANTS["STONER_MODE_CONSTANT"]] * 2, "cval": 5.0},
    ("image_gaussian_filter", "truncate"): {"truncate": 1.0},
    ("image_filter_image", "truncate"): {"truncate": 1.0},
    ("image_item", "index"): {"index": [0, 0]},
}


def test_every_function_with_options_is_tried():
    options = sum(len(optional(function)) for function in C.functions)
    assert options > 250


def optional(function):
    """The inputs that may be left out."""
    subject = [p for p in function.parameters if p.role != "context"][:1]
    inputs = [p for p in function.parameters if not (p.is_output or p.is_size or p.role in ("context", "callback", "user")) and p not in subject]
    return [p for p in inputs if p.default is not interface.REQUIRED]
