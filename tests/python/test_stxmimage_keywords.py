"""Each keyword of `STXMImage`'s operations has its effect: another value gives another result."""

import inspect

import numpy as np
import pytest
import stoner
from stoner import STXMImage
from stoner._original.operations import OPERATIONS

SCENE = np.add.outer(np.sin(np.arange(31) / 3), np.cos(np.arange(41) / 4)) / 2 + np.random.default_rng(1).normal(0, 0.01, (31, 41))
MOVED = np.roll(SCENE, (1, 2), (0, 1))
MASKED = np.ma.MaskedArray(SCENE, np.random.default_rng(2).random(SCENE.shape) < 0.1)
INTEGERS = np.random.default_rng(3).integers(0, 200, (31, 41)).astype("u1")
POINTS = np.random.default_rng(4).random((40, 2))
VALUES = np.random.default_rng(5).random(40)
XI = np.stack(np.meshgrid(np.linspace(-0.1, 0.7, 6), np.linspace(0.2, 0.8, 5)), -1)
X, Y = np.meshgrid(np.arange(41.0), np.arange(31.0))
MEASURED = (X + np.sin(Y) / 5, Y + np.cos(X) / 5)

#: {method: (pixels, arguments, {keyword: another value, or (another value, further keywords for both calls)})}
EFFECTS = {
    "adjust_contrast": (SCENE, (), {"lims": (0.2, 0.7), "percent": (False, {"lims": (0.0, 0.5)})}),
    "align": (SCENE, (MOVED,), {"method": "chi2_shift"}),
    "asfloat": (INTEGERS, (), {"normalise": False, "clip": (True, {"normalise": False}), "clip_negative": (True, {"normalise": False})}),
    "asint": (SCENE, (), {"dtype": np.uint8}),
    "clip_intensity": (SCENE * 3, (), {"clip_negative": True, "limits": (0.1, 0.4)}),
    "convert": (SCENE, ("u1",), {"uniform": True}),
    "correct_drift": (SCENE, (MOVED,), {}),
    "crop": (SCENE, (), {}),
    "denoise": (SCENE, (), {"weight": 0.3}),
    "dtype_limits": (SCENE, (), {"clip_negative": False}),
    "fft": (SCENE, (), {"shift": False, "phase": True, "remove_dc": True, "gaussian": 2.0, "window": "hann"}),
    "filter_image": (SCENE, (), {"sigma": (1, 3)}),
    "gaussian_filter": (SCENE, (2,), {"order": 1, "output": np.float32, "mode": "wrap", "cval": (0.5, {"mode": "constant"}), "truncate": 2.0}),
    "griddata": (POINTS, (VALUES, XI), {"method": "nearest", "fill_value": 0.25, "rescale": None}),
    "gridimage": (SCENE, (MEASURED, (X, Y)), {"method": "nearest", "fill_value": -5.0, "rescale": None}),
    "im_scale": (INTEGERS, (8, 12), {"dtypeobj": np.uint32}),
    "level_image": (SCENE, (), {"poly_vert": 2, "poly_horiz": 3, "box": (3, 30, 2, 20), "poly": ([0.1, 0], [0.1, 0]), "mode": "norm"}),
    "normalise": (MASKED, (), {"scale": (0, 5), "sample": (2, 9, 3, 10), "limits": (0.05, 0.9), "scale_masked": True}),
    "profile_line": (SCENE, ((1, 2), (29.5, 39.5)), {"linewidth": 3, "order": 3, "mode": ("nearest", {"linewidth": 9}), "cval": (7.0, {"constrain": False, "linewidth": 5}),
                                                   "constrain": (False, {"dst": (40.0, 50.0)}), "no_scale": True, "real_units": None, "x": None, "y": None}),
    "quantize": (SCENE, ([0, 1, 2],), {"levels": [0.0, 0.2]}),
    "radial_coordinates": (SCENE, (), {"centre": (3, 5), "pixel_size": (1, 2), "angle": True}),
    "radial_profile": (SCENE, (), {"angle": (0, 1.0), "r": np.array([0, 2, 4.0]), "centre": (12, 14), "pixel_size": (1, 2)}),
    "remove_outliers": (SCENE, (), {"percentiles": (0.1, 0.8), "replace": (0, 1)}),
    "rotate": (INTEGERS, (0.3,), {"resize": True, "center": (3, 4), "order": 3, "mode": "reflect", "cval": 0.5, "clip": (False, {"order": 3}), "preserve_range": True}),
    "save_tiff": (SCENE, (), {}),
    "sgolay2d": (SCENE, (), {"points": 5, "poly": 3, "derivative": "x"}),
    "subtract_image": (SCENE, (MOVED,), {"contrast": 2, "clip": False, "offset": 0.1}),
    "threshold_minmax": (SCENE, (), {"threshmin": -0.2, "threshmax": 0.2}),
    "translate": (SCENE, ((2.5, 1.25),), {"add_metadata": True, "order": 1, "mode": "edge", "cval": (0.5, {"mode": "constant"})}),
    "translate_limits": (SCENE, ((2, 1),), {"reverse": True}),
}  # fmt: skip

#: Keywords without an effect on the result of these calls: {(method, keyword): why}
WITHOUT = {
    ("convert", "force_copy"): "an image is a value",
    ("convert", "normalise"): "tested below",
    ("crop", "box"): "tested below",
    ("gridimage", "points"): "given in all calls",
    ("gridimage", "xi"): "given in all calls",
    ("gridimage", "rescale"): "changes which triangles are made: test_regrid.py",
    ("griddata", "rescale"): "as gridimage's",
    ("hist", "kargs"): "those of matplotlib",
    ("im_scale", "copy"): "an image is a value",
    ("im_scale", "dtypeobj_in"): "the image's own dtype, checked",
    ("make_Data", "columns"): "tested below",
    ("profile_line", "src"): "given in all calls",
    ("profile_line", "dst"): "given in all calls",
    ("profile_line", "real_units"): "a scan has a map: test_profile_line.py",
    ("profile_line", "x"): "in place of src and dst: tested below",
    ("profile_line", "y"): "in place of src and dst: tested below",
    ("save_tiff", "forcetype"): "tested below",
}


pytestmark = pytest.mark.usefixtures("no_porting_warnings")


def result(name, array, arguments, keywords):
    image = STXMImage(array.copy(), metadata={"MicronsPerPixel": 0.5})
    names = [each for each in inspect.signature(getattr(STXMImage, name)).parameters if each != "self"]
    made = getattr(image, name)(**(dict(zip(names, arguments)) | keywords))
    if isinstance(made, STXMImage):
        # What lies beneath the mask too.
        return [np.ma.getdata(made.image).tolist(), made.image.mask.tolist(), str(made.dtype), made.get("translation_limits")]
    return made.data.tolist() if hasattr(made, "column_headers") else made


@pytest.mark.parametrize(("name", "keyword"), [(name, keyword) for name, (_, _, others) in EFFECTS.items() for keyword in others])
def test_another_value_gives_another_result(name, keyword):
    array, arguments, others = EFFECTS[name]
    if (name, keyword) in WITHOUT:
        return
    value, beside = others[keyword] if isinstance(others[keyword], tuple) and isinstance(others[keyword][-1], dict) else (others[keyword], {})
    assert result(name, array, arguments, beside) != result(name, array, arguments, {**beside, keyword: value})


def test_every_keyword_of_every_operation_is_here():
    known = {(name, keyword) for name, (_, _, others) in EFFECTS.items() for keyword in others} | set(WITHOUT)
    missing = [
        (name, each.name)
        for name, operation in OPERATIONS.items()
        for each in list(inspect.signature(operation).parameters.values())[1:]
        if each.default is not each.empty and (name, each.name) not in known
    ]
    assert not missing


def test_those_that_need_calls_of_their_own(tmp_path):
    image = lambda array=SCENE: STXMImage(array.copy())
    assert image(INTEGERS).convert(float, normalise=False).max() == INTEGERS.max() and image(INTEGERS).convert(float).max() < 1
    assert image().crop(box=(1, 5, 2, 7)).shape == (5, 4)
    assert list(image().make_Data(columns={"a": [1, 2]}).column_headers) == ["a"] == list(image().make_Data(a=[1, 2]).column_headers)
    assert np.array_equal(image().profile_line(x=7).column("Intensity"), SCENE[:, 7])
    assert np.array_equal(image().profile_line(y=7).column("Intensity"), SCENE[7])
    for forced in (True, False):
        image().save_tiff(tmp_path / "a.tif", forcetype=forced)
        assert np.array_equal(np.asarray(STXMImage(tmp_path / "a.tif")), SCENE) == forced
    named = image()
    named.save(tmp_path / "b.tif", fmt=["png", "npy"], forcetype=True)
    assert (tmp_path / "b.png").exists() and (tmp_path / "b.npy").exists() and named.filename == str(tmp_path / "b.tif")
    with pytest.raises(ValueError, match="dtypeobj_in"):
        image(INTEGERS).im_scale(8, 12, dtypeobj_in=np.uint16)
    output = np.zeros(SCENE.shape, np.float32)
    assert image().gaussian_filter(2, output=output) is output and np.allclose(output, np.asarray(image().gaussian_filter(2)), atol=1e-6)


def test_sums_into_an_array_of_the_callers():
    out = np.ma.zeros(41)
    assert STXMImage(MASKED).sum(axis=0, out=out) is out and np.allclose(out, MASKED.sum(axis=0))


def test_hooks_are_asked(tmp_path):
    path = tmp_path / "scan.tif"
    STXMImage(SCENE).save_tiff(path)
    with stoner.Context(file_dialog=lambda *_: str(path), line_dialog=lambda *_: (2.0, 3.0, 9.0, 13.0)):
        image = STXMImage(None)
        assert image.shape == SCENE.shape and image.get_filename("save") == str(path) and image.filename == str(path)
        assert image.LineSelect() == ((2.0, 3.0), (9.0, 13.0))
        assert image.crop().shape == (11, 8)
