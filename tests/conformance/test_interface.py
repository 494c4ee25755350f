"""The interface as data: its description against its schema, every default, range and optional parameter against the library, and
operations called by name."""

import gc
import itertools
import json
import pathlib
import re
import sys

import numpy as np
import pytest
from stoner_c import CONSTANTS, StonerError, from_array, lib, to_array

ROOT = pathlib.Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "bindings"))

from generator import model as interface  # noqa: E402

C = interface.read()
FUNCTIONS = {function.short: function for function in C.functions}


def test_the_description_is_of_its_schema():
    import jsonschema
    schema = json.loads((ROOT / "interface/schema.json").read_text())
    described = json.loads((ROOT / "interface/interface.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(described)] == []
    described["functions"][0]["parameters"] = [{"name": "a"}]
    assert not validator.is_valid(described)


def header_of(function):
    """What the header says of a function, and of its section."""
    described = json.loads((ROOT / "interface/interface.json").read_text())
    said = next(each for each in described["functions"] if each["name"] == f"stoner_{function}")
    section = next(each for each in described["sections"] if each["name"] == said["section"])
    return json.dumps(said) + json.dumps(section)


@pytest.mark.parametrize(
    "function, given",
    [
        ("image_fft", {"window": "none of them"}), ("image_register", {"method": "none of them"}), ("image_align", {"method": "none of them"}),
        ("image_align_stack", {"method": "none of them"}), ("load", {"path": "a.hdf5", "filetype": "none of them"}),
        ("image_save", {"path": "a", "formats": "none of them"}), ("table_save", {"path": "a", "format": "none of them"}),
        ("table_load", {"path": "a", "format": "none of them"}),
    ],
)  # fmt: skip
def test_the_values_that_an_error_lists_are_in_the_header(function, given):
    """A programmer must not have to provoke an error to learn what is allowed."""
    made = arguments(FUNCTIONS[function], given) if function.startswith("image_") else None
    with pytest.raises(StonerError) as error:
        if made is not None:
            getattr(lib, function)(**made)
        elif function == "table_save":
            lib.table_save(lib.table_new(), given["path"], given["format"])
        else:
            getattr(lib, function)(*given.values())
    said = str(error.value).split("allowed: ")[1]
    words = set(re.findall(r"[a-z0-9_]{3,}", said.split("names: ")[-1]))
    header = header_of(function)
    missing = {word for word in words if word not in header}
    assert len(words) > 1 and not missing, (missing, said)


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
    "operation": CONSTANTS["STONER_ARITHMETIC_ADD"], "comparison": CONSTANTS["STONER_COMPARISON_LESS"], "function": CONSTANTS["STONER_MATH_SQRT"],
}  # fmt: skip


def image(array):
    """A handle; what can be called makes one itself."""
    return array() if callable(array) else from_array(np.ma.asarray(array))


def mapped():
    """An image with a map to real units."""
    made = from_array(REAL)
    lib.image_set_map(made, [1.0, 2.0], [0.5, 0.0, 0.0, 0.25], "sample_x", "sample_y", "um", "um")
    return made


def titled():
    made = from_array(REAL)
    lib.image_set_title(made, "A title")
    return made


#: Of functions that need another subject or other arguments than the rest.
SPECIAL = {
    "image_apply": {"operation": "cw"},
    "image_getfield": {"image": np.arange(12, dtype=np.int32), "dtype": CONSTANTS["STONER_I16"]},
    "image_setfield": {"image": np.arange(12, dtype=np.int32), "dtype": CONSTANTS["STONER_I16"], "values": np.int16(5)},
    "image_set_fill_value": {"image": COMPLEX},
    "image_ravel": {"image": np.asfortranarray(np.arange(6.0).reshape(2, 3))},
    "image_flatten": {"image": np.asfortranarray(np.arange(6.0).reshape(2, 3))},
    "image_put": {"values": np.array([7.0, 8.0, 9.0]), "indices": [1, 3, 5]},
    "image_take": {"indices": [1, 3, 15]},
    "image_view": {"image": SMOOTH},
    "image_metadata_set_bool": {"value": True}, "image_metadata_set_i64": {"value": 7}, "image_metadata_set_string": {"value": "text"},
    "image_unlike": {"image": mapped, "other": mapped},
    "image_set_frame_axis": {"image": STACK, "values": [700.0, 705.0, 710.0], "name": "energy"},
    "image_arithmetic_scalar": {"operation": CONSTANTS["STONER_ARITHMETIC_SUBTRACT"]},
    "image_logic": {"operation": CONSTANTS["STONER_LOGIC_NOT"]},
    "image_frame": {"image": STACK, "index": 1},
    "image_stack": {"images": [REAL, REAL]},
    "image_squeeze": {"image": np.zeros((1, 3, 1))},
    "image_choose": {"image": np.array([0, 1, 1, 1]), "choices": [np.arange(4.0), np.arange(4.0) + 10]},
    "image_draw_circle_perimeter": {"x": 4, "y": 5, "radius": 4},
    "image_draw_ellipse_perimeter": {"x": 4, "y": 5, "x_radius": 4, "y_radius": 2},
    "image_sgolay2d": {"image": SMOOTH},
    "image_map_name": {"image": mapped}, "image_map_unit": {"image": mapped},
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
    **{f"image_{name}": {"image": np.array([5.0])} for name in ("item", "item_as", "itemset", "itemset_as")},
    "image_equal": {"a": REAL, "b": REAL + 0},
    "image_set_map": {"origin": [0.0, 1.0], "step": [1.0, 0.0, 0.0, 1.0]},
    "image_set_plane": {"plane": REAL.filled(0)},
    "auto_fit_fontsize": {"value": "Text", "size": 12.0, "width": 30.0, "height": 200.0},
}  # fmt: skip

#: Other values than those that follow from the kind, with what the option needs to be looked at: {(function or None, parameter): ...}
OTHER = {
    (None, "keepdims"): {"keepdims": 1, "axes": [0], "axis": [0]},
    (None, "axes"): {"axes": [1]},
    (None, "axis"): {"axis": [0]},
    (None, "box"): {"box": [1, 8, 0, 7]},
    (None, "dtype"): {"dtype": CONSTANTS["STONER_I64"]},
    **{(f"image_{name}", "dtype"): {"dtype": CONSTANTS["STONER_F32"]} for name in ("arithmetic", "arithmetic_scalar", "math")},
    ("image_logic", "b"): {"b": REAL, "operation": CONSTANTS["STONER_LOGIC_XOR"]},
    (None, "fill_mode"): {"fill_mode": 1, "fill_value": -9.0},
    (None, "fill_value"): {"fill_mode": 1, "fill_value": -9.0},
    (None, "centre"): {"centre": [1.0, 2.0]},
    (None, "pixel_size"): {"pixel_size": [2.0, 3.0]},
    (None, "cval"): {"cval": 5.0, "mode": CONSTANTS["STONER_MODE_CONSTANT"]},
    (None, "filename"): {"filename": "a.png"},
    (None, "title"): {"title": "A title"},
    (None, "unit"): {"unit": "um"},
    (None, "unit_x"): {"unit_x": "um"},
    (None, "unit_y"): {"unit_y": "um"},
    (None, "prefilter_sigma"): {"prefilter": 1, "prefilter_sigma": 2.0},
    (None, "constrain"): {"constrain": 0, "dst": [30.0, 30.0], "x": 30.0, "y": 30.0},
    (None, "real_units"): {"real_units": 1, "image": mapped},
    (None, "size_from_map"): {"size_from_map": 1, "image": mapped},
    (None, "sector_width"): {"angle": [0.5], "sector_width": 1.0},
    (None, "r"): {"r": [0.0, 2.0, 4.0]},
    (None, "sample"): {"sample": [1, 5, 1, 5]},
    (None, "preserve_range"): {"preserve_range": 1, "image": np.arange(120, dtype=np.uint8).reshape(12, 10)},
    ("image_radial_profile", "angle"): {"angle": [0.5]},
    ("image_radial_profile", "angles"): {"angle": [0.5], "angles": CONSTANTS["STONER_ANGLES_FROM_LEFT"]},
    ("image_radial_coordinates", "angles"): {"which": CONSTANTS["STONER_RADIAL_ANGLE"], "angles": CONSTANTS["STONER_ANGLES_FROM_LEFT"]},
    ("image_draw_square", "angle"): {"angle": 0.7, "width": 6},
    ("image_equal", "all"): {"all": 1, "b": titled},
    ("image_transpose_axes", "axes"): {"axes": [0, 1]},
    ("image_squeeze", "axes"): {"axes": [0]},
    ("image_astype", "casting"): {"casting": CONSTANTS["STONER_CASTING_NO"]},
    **{(f"image_{name}", "index"): {"index": [1], "image": np.array([5.0, 6.0])} for name in ("item", "item_as", "itemset", "itemset_as")},
    **{("image_clip_as", limit): {"min": 1, "max": 2, "image": np.arange(5)} for limit in ("min", "max")},
    **{(f"image_{name}_as", "fill_value"): {"fill_value": -9.0} for name in ("filled", "set_fill_value")},
    ("image_put", "mode"): {"mode": CONSTANTS["STONER_INDEX_WRAP"], "indices": [1, 3, 200]},
    ("image_take", "mode"): {"mode": CONSTANTS["STONER_INDEX_WRAP"], "indices": [1, 3, 200]},
    ("image_choose", "mode"): {"mode": CONSTANTS["STONER_INDEX_WRAP"], "image": np.array([0, 1, 2, 1])},
    ("image_take", "axis"): {"axis": [1], "indices": [1, 3]},
    **{(f"image_{name}", axis): {"axis1": 1, "axis2": 0, "offset": 1, axis: int(axis == "axis1")} for name in ("diagonal", "trace") for axis in ("axis1",)},
    **{(f"image_{name}", "axis2"): {"axis1": 0, "axis2": 2, "offset": 1, "image": STACK} for name in ("diagonal", "trace")},
    ("image_clip", "min"): {"min": 0.2, "max": 0.5},
    ("image_clip", "max"): {"min": 0.2, "max": 0.5},
    ("image_clip_images", "min"): {"min": np.full((12, 10), 0.2), "max": np.full((12, 10), 0.5)},
    ("image_clip_images", "max"): {"min": np.full((12, 10), 0.2), "max": np.full((12, 10), 0.5)},
    **{(f"image_{name}", "dtype"): {"dtype": CONSTANTS["STONER_F32"]} for name in ("mean", "var", "std", "anom")},
    **{(f"image_{name}", option): {"fill_mode": 1, "fill_value": 99.0} for name in ("max", "argmax") for option in ("fill_mode", "fill_value")},
    **{(f"image_{name}", "box"): {"box": [1, 18, 0, 22]} for name in ("register", "align", "correct_drift", "align_stack")},
    **{(f"image_{name}", option): {option: 1, "method": "imreg_dft"} for name in ("register", "align") for option in ("rotation", "scaling")},
    ("image_griddata", "rescale"): {"rescale": 1, "method": CONSTANTS["STONER_GRID_NEAREST"]},
    ("image_griddata", "fill_value"): {"fill_value": -9.0},
    ("image_convert", "uniform"): {"uniform": 1, "image": np.clip(REAL, -1, 1), "dtype": CONSTANTS["STONER_U8"]},
    ("image_convert", "force_copy"): {"force_copy": 1, "image": REAL, "dtype": CONSTANTS["STONER_F64"]},
    ("image_asfloat", "clip"): {"clip": 1, "image": REAL},
    ("image_asfloat", "clip_negative"): {"clip_negative": 1, "image": REAL},
    **{(f"image_profile_line{way}", "mode"): {"mode": 3, "constrain": 0, "dst": [30.0, 30.0], "x": 30.0, "y": 30.0} for way in ("", "_x", "_y")},
    **{(f"image_profile_line{way}", "cval"): {"cval": 5.0, "constrain": 0, "dst": [30.0, 30.0], "x": 30.0, "y": 30.0} for way in ("", "_x", "_y")},
    ("auto_fit_fontsize", "scale_down"): {"scale_down": 0, "width": 10.0},
    ("image_translate", "cval_mode"): {"cval_mode": 1, "cval": 5.0, "mode": CONSTANTS["STONER_MODE_CONSTANT"]},
    ("image_translate", "cval"): {"cval_mode": 1, "cval": 5.0, "mode": CONSTANTS["STONER_MODE_CONSTANT"]},
    ("image_rotate", "clip"): {"clip": 0, "order": 3},
    ("image_gaussian_filter", "order_xy"): {"order_xy": [1, 0]},
    ("image_gaussian_filter", "mode_xy"): {"mode_xy": [CONSTANTS["STONER_MODE_WRAP"]] * 2},
    ("image_gaussian_filter", "cval"): {"mode_xy": [CONSTANTS["STONER_MODE_CONSTANT"]] * 2, "cval": 5.0},
    ("image_gaussian_filter", "truncate"): {"truncate": 1.0},
    ("image_filter_image", "truncate"): {"truncate": 1.0},
}


def optional(function):
    """The inputs that may be left out."""
    subject = [p for p in function.parameters if p.role != "context"][:1]
    inputs = [p for p in function.inputs if p.role not in ("callback", "user") and p not in subject]
    return [p for p in inputs if p.default is not interface.REQUIRED]


#: Functions whose options other tests try, and why not here.
ELSEWHERE = {
    "image_from_data": "memory of the caller: tests/c/test_images.c", "image_read": "memory of the caller: tests/c/test_images.c",
    "image_borrow": "memory of the caller: tests/c/test_borrow.c", "image_arithmetic_read": "memory of the caller: tests/c/test_borrow.c",
    **{f"image_{name}_into": "the target shows them: tests/conformance/test_arithmetic.py" for name in ("arithmetic", "arithmetic_scalar", "math")},
    "image_write": "memory of the caller: tests/c/test_images.c", "image_write_mask": "memory of the caller: tests/c/test_images.c",
    "image_tolist": "memory of the caller: tests/conformance/test_array_bytes.py",
    "load": "files: tests/conformance/test_files.py", "load_stxm": "files: tests/conformance/test_regrid.py",
    "image_save": "files: tests/conformance/test_files.py", "image_save_tiff": "files: tests/conformance/test_files.py",
    "table_save": "files: tests/conformance/test_tables.py", "table_load": "files: tests/conformance/test_tables.py",
    "get_filedialog": "asks a person: tests/c/test_hooks.c", "image_get_filename": "asks a person: tests/c/test_hooks.c",
    "metadata_set_unit": "tests/c/test_metadata.c", "metadata_set_text": "tests/c/test_metadata.c",
    "image_gridimage": "scans: tests/conformance/test_regrid.py",
    "table_equal": "tests/conformance/test_tables.py", "table_set_column_unit": "tests/conformance/test_tables.py",
    "table_read": "tests/conformance/test_tables.py", "table_add_column": "tests/conformance/test_tables.py",
    **{
        name: "pictures: tests/conformance/test_pictures.py"
        for name in (
            "image_to_rgba image_imshow image_imshow_rgba image_imshow_layout image_plot_histogram image_plot_histogram_rgba "
            "image_plot_histogram_layout table_plot table_plot_rgba table_plot_layout"
        ).split()
    },
    **{
        f"scan_{name}": "scans: tests/conformance/test_scan.py"
        for name in (
            "kind start end facility repair_count repair metadata detector_count detector_name default_detector monitor_count monitor_name "
            "shape dtype frame_count axis_name axis_unit axis_values axis_role axis_direction quantity image frame spectrum points completeness refresh"
        ).split()
    },
    **{f"live_{name}": "live images: tests/conformance/test_live.py" for name in ("new", "push")},
    "image_set_frame_axis": "tests/conformance/test_scan.py",
    "image_apply": "its options are those of the operations, below",
    "image_apply_text": "its options are those of the operations: tests/c/test_option_text.c",
    "image_imshow_text": "pictures: tests/c/test_option_text.c",
}  # fmt: skip

TRIED = [function for function in C.functions if optional(function) and function.short not in ELSEWHERE]


def test_what_is_said_of_other_tests_is_true():
    """Each exception has options, and its reason names a test that there is."""
    for short, why in ELSEWHERE.items():
        assert optional(FUNCTIONS[short]), short
        if "tests/" in why:
            assert (ROOT / why.split(": ")[-1]).exists(), why


OPTIONS = [(function.short, p.name) for function in TRIED for p in optional(function)]


def unset(p):
    """What stands for the default in C, or the default itself."""
    value = p.default if p.unset is interface.REQUIRED else p.unset
    return number(value)


def number(value):
    if isinstance(value, list):
        return [number(each) for each in value]
    return CONSTANTS.get(value, value) if isinstance(value, str) else value


def stated(p):
    """The default as it is written, as C takes it; None where the function finds one itself."""
    value = number(p.default)
    return [value] if p.role == "numbers" and value is not None and not isinstance(value, list) else value


def arguments(function, given):
    """All inputs of a call: `given`, what the function needs, and the defaults."""
    special = SPECIAL.get(function.short, {})
    made = {}
    for p in function.parameters:
        if p not in function.inputs:
            continue
        if p.name in given:
            value = given[p.name]
        elif p.name in special:
            value = special[p.name]
        elif p.default is not interface.REQUIRED:
            value = unset(p)
            if p.kind == "axis" and p.role == "numbers" and value is not None:
                value = [value]
        elif p.role == "handle":
            value = REAL
        else:
            value = REQUIRED[p.name]
        if p.role == "handle" and value is not None:
            value = image(value)
        elif p.role == "handles":
            value = [image(each) for each in value]
        made[p.name] = value
    for p in function.parameters:
        if p.count and p.role in ("numbers", "handles"):
            made[p.count] = 0 if made[p.name] is None else len(made[p.name])
    return made


def outcome(short, **given):
    """What can be observed of a call: results, warnings, and the subject where it changes that."""
    function = FUNCTIONS[short]
    made = arguments(function, given)
    lib.context_clear_warnings()
    result = getattr(lib, short)(**made)
    kept, dropped = lib.context_warning_count()
    observed = [lib.context_warning(index=index) for index in range(kept)] + [dropped]
    subject = next(p for p in function.parameters if p.role != "context")
    results = list(result) if isinstance(result, tuple) else [result]
    if subject.changed:
        results.append(made[subject.name])
    elif getattr(results[0], "kind", None) == "stoner_image":
        observed.append(list(lib.image_ids(results[0])) == list(lib.image_ids(made[subject.name])))
    return [seen(each) for each in results] + observed


def seen(result):
    """A result as text, so that NaN equals NaN and bits are compared."""
    kind = getattr(result, "kind", None)
    if kind == "stoner_image":
        array = to_array(result)
        said = lib.image_metadata(result)
        entries = [(lib.metadata_key(said, n), lib.metadata_get_text(said, lib.metadata_key(said, n))) for n in range(lib.metadata_count(said))]
        flags = lib.image_flags(result) & 3
        planes = [lib.image_plane_unit(result, lib.image_plane_name(result, n)) for n in range(lib.image_plane_count(result))]
        if any(key == "sample_x" for key, _ in entries):
            planes += [lib.image_map_unit(result, n) for n in (0, 1)]
        return [str(array.dtype), array.shape, array.data.tobytes(), planes, np.ma.getmaskarray(array).tobytes(), lib.image_title(result),
                lib.image_filename(result), flags, lib.image_fill_value_as(result), entries]  # fmt: skip
    if kind == "stoner_table":
        columns = range(lib.table_column_count(result))
        return [(lib.table_column_name(result, n), lib.table_column_unit(result, n), lib.table_read_column(result, n).tobytes()) for n in columns]
    if kind == "stoner_metadata":
        return [(lib.metadata_key(result, n), lib.metadata_get_text(result, lib.metadata_key(result, n))) for n in range(lib.metadata_count(result))]
    return result.tobytes() if isinstance(result, np.ndarray) else repr(result)


@pytest.mark.parametrize("short, name", [(short, name) for short, name in OPTIONS if FUNCTIONS[short].parameter(name).default is not None])
def test_left_out_is_the_written_default(short, name):
    """What stands for the default in C gives what the description says is the default."""
    p = FUNCTIONS[short].parameter(name)
    around = {key: value for key, value in beside(short, name).items() if key != name}
    # With an index outside, raising an error is what the mode says.
    call = attempt if name == "mode" and p.enumeration == "Index" else outcome
    assert call(short, **around, **{name: stated(p)}) == call(short, **around)


#: Of numbers with a default that the rule asks no 0 of: 0 is a value of its own, so in C they are given.
ZERO_IS_A_VALUE = {"cval", "fill_value", "min", "max", "threshmin", "threshmax", "contrast", "offset", "threshold", "axis2"}


def test_zero_and_null_are_the_defaults_in_c():
    """Of all that has a default but booleans and numbers in which 0 is a value, C's 0 or NULL is the default."""
    without = set()
    for function in C.functions:
        for p in optional(function):
            if p.kind == "bool":
                assert p.unset is interface.REQUIRED, (function.short, p.name)
            elif p.role == "number":
                # What a mode decides about has no default itself.
                zero = p.default is None if p.unset is interface.REQUIRED else p.unset == 0
                without |= set() if zero or number(p.default) == 0 else {p.name}
            else:
                assert p.optional and p.unset is None, (function.short, p.name)
    assert without == ZERO_IS_A_VALUE


@pytest.mark.parametrize("short", [function.short for function in TRIED])
def test_zeros_are_what_languages_take_where_nothing_is_given(short):
    """0 and NULL for all that may be left out, but for what has no default in C, gives what every written default gives."""
    function = FUNCTIONS[short]
    written = {p.name: stated(p) for p in optional(function) if p.default is not None}
    zeros = {p.name: 0 if p.role == "number" else None for p in optional(function) if p.name in written and p.kind != "bool" and p.name not in ZERO_IS_A_VALUE}
    assert attempt(short, **{**written, **zeros}) == attempt(short, **written)


def test_every_angle_is_in_radians():
    """Parameters and results: radians, or an option that is named for degrees."""
    angles = [(function, p) for function in C.functions for p in function.parameters if "angle" in p.name and p.kind != "enum" or p.kind == "angle"]
    assert len(angles) >= 11
    for function, p in angles:
        if p.is_size:
            continue
        assert p.unit == "radian" or "radians" in p.doc or "degrees" in p.name, (function.short, p.name)
    for function in C.functions:
        for text in (function.doc, *(p.comment for p in function.parameters)):
            assert not re.search(r"\bdegrees\b(?! of freedom)", text.replace("`angle_degrees`", "")), (function.short, text)


def beside(short, name):
    """An option with another value, and what it needs to be looked at; empty where nothing is."""
    known = {each.name for each in FUNCTIONS[short].parameters}
    special = OTHER.get((short, name), OTHER.get((None, name), {}))
    return {key: value for key, value in special.items() if key in known}


def attempt(short, **given):
    """The outcome, or the error: that too can be seen."""
    try:
        return outcome(short, **given)
    except StonerError as error:
        return str(error)


def others(p):
    """Other values than the default."""
    default = stated(p)
    if p.kind == "bool":
        return [1 - int(bool(default))]
    if family := C.enumeration(p):
        each = [constant.value for constant in family.values if constant.word != "default" and constant.value != default]
        return each if p.role == "number" else [[value] * p.room for value in each]
    if p.role == "text":
        return ["hann", "scharr", "chi2_shift", "um"]
    if p.role == "handle":
        return [np.array([1, 0, 2, 3]) if p.name == "sorter" else REAL * 0.5]
    high = p.range.get("max", p.range.get("below", np.inf))
    if p.role == "scalar":
        return [5, -2.5]
    if p.role == "number":
        start = default if isinstance(default, (int, float)) and default == default else 0
        steps = [1, 2, -1, 4] if p.base != "double" else [0.3, -0.3, 1.7, 5.0, 20.0]
        return [start + step for step in steps if p.range.get("min", -np.inf) <= start + step <= high]
    if p.name == "edges":
        return [[0.0, 0.5, 1.0]]
    return [list(values) for values in itertools.combinations([0.2, 0.8, 1.5, 2.5], p.room)] if p.extent == "room" else [[0.5, 1.0]]


@pytest.mark.parametrize("short, name", OPTIONS)
def test_another_value_is_seen(short, name):
    """No option is inert: some other allowed value changes the result, a warning or the metadata."""
    p = FUNCTIONS[short].parameter(name)
    if special := beside(short, name):
        # What the option needs stays; the option itself has its default.
        without = {key: value for key, value in special.items() if key != name}
        assert attempt(short, **special) != attempt(short, **without)
        return
    usual = outcome(short)
    tried = []
    for value in others(p):
        try:
            if outcome(short, **{name: value}) != usual:
                return
            tried.append(value)
        except StonerError as error:
            tried.append(f"{value}: {error}")
    pytest.fail(f"{short}, {name}: nothing changes with {tried}")


def outside(p):
    """Values outside of the range."""
    if p.kind == "bool":
        return [2, -1]
    if p.enumeration:
        return [99, -7]
    values = []
    step = 0.5 if p.base == "double" else 1
    if "min" in p.range:
        # What C has for 0 is one less.
        values.append(p.range["min"] - (2 if p.zero else step))
    if "max" in p.range:
        values.append(p.range["max"] + step)
    values += [p.range[key] for key in ("above", "below") if key in p.range] + [p.range["above"] - 1 for _ in range("above" in p.range)]
    return [value for value in values if value != p.unset]


RANGED = [
    (function.short, p.name, value)
    for function in C.functions
    if function.short not in ELSEWHERE and function.subject == "image"
    for p in function.parameters
    if p.role in ("number", "numbers") and not (p.is_size or p.is_dtype)
    for value in outside(p)
]


@pytest.mark.parametrize("short, name, value", RANGED)
def test_outside_of_the_range_is_an_error(short, name, value):
    p = FUNCTIONS[short].parameter(name)
    context = beside(short, name)
    context[name] = value if p.role == "number" else [value] * max(p.room, 1)
    with pytest.raises(StonerError) as caught:
        outcome(short, **context)
    named = {constant.name for constant in C.constants if constant.value == caught.value.status}
    assert named & {"STONER_ERR_INVALID_ARGUMENT", "STONER_ERR_OUT_OF_RANGE"}, caught.value
    # By its name, or the original's.
    assert any(f"`{each}`" in str(caught.value) for each in (name, p.keyword)), caught.value


# ---------------------------------------------------------------------------------------------------------------------
# The languages' defaults


def test_every_default_is_the_descriptions():
    """C++, MATLAB and Python take the same where nothing is given."""
    import inspect

    import stoner

    options = (ROOT / "bindings/cpp/stoner/generated/options.hpp").read_text()
    table = (ROOT / "bindings/matlab/generated/stoner_table.h").read_text()
    compared = {"C++": 0, "MATLAB": 0, "Python": 0}
    for function in C.functions:
        struct = "".join(word.capitalize() for word in function.short.removeprefix("image_").split("_")) + "Options"
        members = re.search(rf"^struct {struct} {{\n(.*?)^}};", options, flags=re.MULTILINE | re.DOTALL)
        gateway = re.search(rf"^static const parameter parameters_{function.short}\[\] = {{\n(.*?)^}};", table, flags=re.MULTILINE | re.DOTALL)
        holder = stoner.Image
        method = getattr(holder, function.short.removeprefix("image_"), None) if function.subject == "image" else None
        python = inspect.signature(method).parameters if inspect.isfunction(method) else {}
        for p in optional(function):
            default = number(p.default)
            if p.role != "number" or default is None:
                continue
            default = float(default)
            if members and (member := re.search(rf"^    \S+ {p.name} = (.*);$", members[1], flags=re.MULTILINE)):
                assert cpp_value(member[1]) == pytest.approx(default, nan_ok=True), (function.short, p.name)
                compared["C++"] += 1
            if gateway:
                # By its place: MATLAB has names of its own for some.
                entry = re.findall(r"{\.name = .*}", gateway[1])[function.parameters.index(p)]
                preset = re.search(r"\.preset = (\S+?)[,}]", entry)
                if "VALUE_MODE" not in entry and "KEEPDIMS" not in entry:
                    value = 0 if preset is None else float("nan") if preset[1] == "MISSING" else float(preset[1])
                    assert value == pytest.approx(default, nan_ok=True), (function.short, p.name)
                    compared["MATLAB"] += 1
            if (own := python.get(p.keyword or p.name)) and not isinstance(own.default, str):
                assert own.default is not inspect.Parameter.empty, (function.short, p.name)
                assert own.default is None or float(own.default) == pytest.approx(default, nan_ok=True), (function.short, p.name)
                compared["Python"] += 1
    assert all(count > 50 for count in compared.values()), compared


def cpp_value(text):
    """A C++ default as a number."""
    if text in ("true", "false"):
        return int(text == "true")
    if "::" in text and "numeric_limits" not in text:
        family, word = text.split("::")
        return next(constant.value for constant in C.enumerations[family].values if constant.word.rstrip("_") == word.rstrip("_").replace("by_default", "default"))
    return float("nan") if "quiet_NaN" in text else float(text)


# ---------------------------------------------------------------------------------------------------------------------
# Operations by name


def metadata(options):
    """Options as metadata."""
    made = lib.metadata_new()
    for key, value in options.items():
        if isinstance(value, str):
            lib.metadata_set_string(made, key, value)
        elif isinstance(value, (bool, np.bool_)):
            lib.metadata_set_bool(made, key, int(value))
        elif isinstance(value, (int, np.integer)):
            lib.metadata_set_i64(made, key, int(value))
        elif isinstance(value, float):
            lib.metadata_set_f64(made, key, value)
        elif hasattr(value, "kind"):
            lib.metadata_set_array(made, key, value)
        elif isinstance(value, list) and value and hasattr(value[0], "kind"):
            lib.metadata_set_list(made, key, metadata({str(n): each for n, each in enumerate(value)}))
        else:
            lib.metadata_set_array(made, key, from_array(np.asarray(value)))
    return made


OPERATIONS = [function for function in C.functions if function.operation]
#: They need planes or polarizations, or refuse always, as numpy.ma's does.
NOT_CALLED = {"image_plane", "image_remove_plane", "image_gridimage", "image_xmcd", "image_resize"}
#: Of two options one at least has to be given.
CALLED_WITH = {"image_clip": {"min": 0.1}, "image_clip_as": {"min": 0.1}, "image_clip_images": {"min": REAL * 0.5}}


@pytest.mark.parametrize("short", [function.short for function in OPERATIONS if function.short not in NOT_CALLED])
def test_an_operation_by_name_is_the_function(short):
    function = FUNCTIONS[short]
    made = arguments(function, CALLED_WITH.get(short, {}))
    subject = next(p for p in function.parameters if p.role != "context")
    result = getattr(lib, short)(**made)
    result = made[subject.name] if subject.changed else result[-1] if short == "image_align_stack" else result[0] if isinstance(result, tuple) else result
    made = arguments(function, CALLED_WITH.get(short, {}))
    needed = {*SPECIAL.get(short, ()), *CALLED_WITH.get(short, ())}
    given = {p.keyword or p.name: made[p.name] for p in function.parameters
             if p.name in made and (p.must_be_given or p.name in needed) and not p.is_size and p is not subject}  # fmt: skip
    by_name = lib.image_apply(made[subject.name], function.operation, metadata(given))
    assert seen(by_name) == seen(result)
    # And the other spelling, with every default that a value can be written for.
    given = {p.name: made[p.name] for p in function.parameters if p.name in made and p is not subject and not p.is_size and made[p.name] is not None}
    # The number 0 is C's own way to leave them out.
    given = {name: value for name, value in given.items() if not ((p := function.parameter(name)).zero or p.refuses_zero) or value != 0}
    assert seen(lib.image_apply(made[subject.name], function.operation, metadata(given))) == seen(result)


def test_a_list_of_operations_and_its_provenance():
    subject = from_array(SMOOTH)
    steps = [
        {"operation": "rotate", "options": {"angle": 0.1234567890123456789, "center": [3, 2], "order": 3}},
        {"operation": "cw"},
        {"operation": "crop", "options": {"box": [1, None, 2, 15]}},
        {"operation": "gaussian_filter", "options": {"sigma": 1.1, "mode": "wrap"}},
        {"operation": "draw_line", "options": {"x0": 1, "y0": 2, "x1": 8, "y1": 6, "value": "NaN"}},
        {"operation": "filled", "options": {"fill_value": 2.5}},
    ]
    made = lib.image_apply_all(subject, json.dumps(steps))
    by_hand = subject
    for step in (
        lambda im: lib.image_rotate(im, angle=0.1234567890123456789, centre_xy=[3, 2], order=CONSTANTS["STONER_INTERPOLATION_CUBIC"], clip=1),
        lib.image_cw,
        lambda im: lib.image_crop(im, [1, CONSTANTS["STONER_EXTENT"], 2, 15]),
        lambda im: lib.image_gaussian_filter(im, sigma_xy=[1.1, 1.1], mode_xy=[CONSTANTS["STONER_MODE_WRAP"]] * 2),
    ):
        by_hand = step(by_hand)
    lib.image_draw_line(by_hand, 1, 2, 8, 6, 0, np.nan)
    by_hand = lib.image_filled(by_hand, 1, 2.5)
    assert to_array(made).tobytes() == to_array(by_hand).tobytes()
    assert to_array(subject).tobytes() == SMOOTH.tobytes(), "the subject stays"
    written = lib.image_metadata_get_string(made, "provenance")
    done = json.loads(written)
    assert [step["operation"] for step in done] == [step["operation"] for step in steps]
    assert done[0]["options"]["order"] == "cubic" and done[0]["options"]["clip"] is True and done[2]["options"]["box"] == [1, None, 2, 15]
    again = lib.image_apply_all(subject, written)
    assert to_array(again).tobytes() == to_array(made).tobytes()
    assert lib.image_metadata_get_string(again, "provenance") == written
    more = lib.image_apply_all(made, '[{"operation": "ccw"}]')
    assert json.loads(lib.image_metadata_get_string(more, "provenance")) == [*done, {"operation": "ccw", "options": {}, "version": lib.version()}]


WRONG = {
    "": "EOF while parsing", "{}": "no list", "[1]": "step 1 of 1", "[[]]": "no object", "[{}]": '"operation" is missing', "[" * 200_000: "recursion limit",
    "x" * 1_000_000: "expected value", '[{"operation": "fly"}]': "allowed: frame, do_nothing", '[{"operation": "cw", "option": {}}]': 'no member "option"',
    '[{"operation": "cw", "options": []}]': "no object", '[{"operation": "cw"}, {"operation": "rotate", "options": {"angle": "x"}}]': "step 2 of 2",
    '[{"operation": "align"}]': "`reference` is missing", '[{"operation": "align", "options": {"reference": 3}}]': "an array: an image",
    '[{"operation": "crop", "options": {"box": [0, 1e300, 0, 1]}}]': "4 numbers", '[{"operation": "rotate", "options": {"angle": 1e999}}]': "out of range",
}  # fmt: skip


@pytest.mark.parametrize("steps", WRONG, ids=range(len(WRONG)))
def test_wrong_lists_are_refused_before_anything_is_done(steps):
    # What other tests left in cycles must not be freed meanwhile.
    gc.collect()
    live = lib.live_handles()
    subject = from_array(SMOOTH)
    with pytest.raises(StonerError, match=re.escape(WRONG[steps])) as caught:
        lib.image_apply_all(subject, steps)
    assert caught.value.status == CONSTANTS["STONER_ERR_INVALID_ARGUMENT"]
    del subject, caught
    assert lib.live_handles() == live


# ---------------------------------------------------------------------------------------------------------------------
# Warnings


def warned(call):
    """The kinds of a call's warnings."""
    lib.context_clear_warnings()
    call()
    kept, _ = lib.context_warning_count()
    words = {constant.value: constant.word for constant in C.enumerations["Warning"].values}
    return {words[lib.context_warning_code(index=index)] for index in range(kept)}



@pytest.mark.parametrize(
    "kind, call",
    {
        "positions_dropped": lambda: lib.image_ravel(mapped(), 0),
        "precision": lambda: lib.image_prec_loss(from_array(SMOOTH), CONSTANTS["STONER_F32"]),
        "sign": lambda: lib.image_sign_loss(from_array(SMOOTH), CONSTANTS["STONER_U8"]),
        "clipped": lambda: lib.image_asfloat(from_array(SMOOTH * 5), 1, 1, 0),
        "reduced": lambda: lib.image_level_image(from_array(SMOOTH[:2]), poly_vert=3, poly_horiz=1, mode=2),
        "picture": lambda: lib.image_to_rgba(from_array(np.full((3, 3), np.nan))),
    }.items(),
)
def test_a_warning_says_what_it_is_about(kind, call):
    assert kind in warned(call)


def test_a_call_without_a_warning_has_no_code():
    assert warned(lambda: lib.image_cw(from_array(SMOOTH))) == set()
    with pytest.raises(StonerError, match="the number of warnings"):
        lib.context_warning_code(index=0)


def test_python_tells_warnings_apart_by_their_kind():
    import warnings

    import stoner

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        stoner.Image(SMOOTH).prec_loss("float32")
    assert [(type(each.message), each.message.kind) for each in caught] == [(stoner.StonerWarning, "precision")]
