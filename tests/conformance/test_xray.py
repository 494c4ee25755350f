"""Combinations of two images: the warnings about light and positions from their metadata, against known values."""

import pathlib

import numpy as np
import pytest
import stoner_c as sc
from stoner_c import lib

KEY = "collection.polarization.value"


def told(call):
    """What a call makes, and its warnings with their codes."""
    ctx = lib.context_new()
    made = call(ctx)
    kept, _ = lib.context_warning_count(ctx=ctx)
    return made, [(lib.context_warning(i, ctx=ctx), lib.context_warning_code(i, ctx=ctx)) for i in range(kept)]


def polarized(array, polarization):
    image = sc.from_array(array)
    sc.set_f64(image, KEY, polarization)
    return image


@pytest.mark.parametrize("value", [1.0, -1.0, 0.2, -0.2, 0.0, 0.195, 1.03, -0.98])
def test_known_polarizations_are_no_cause_for_a_warning(value):
    sign, warnings = told(lambda ctx: lib.image_polarization(polarized(np.ones((2, 2)), value), ctx=ctx))
    assert sign == np.sign(value) and warnings == []


@pytest.mark.parametrize("value", [1e-12, -1e-12, 5e-324, 0.5, -0.5, 0.1, 0.9, 3.0, -7.0, 1e300, np.inf, -np.inf, np.nan])
def test_other_polarizations_are_told(value):
    sign, warnings = told(lambda ctx: lib.image_polarization(polarized(np.ones((2, 2)), value), ctx=ctx))
    assert sign == (np.sign(value) if np.isfinite(value) else 0)
    [(text, code)] = warnings
    assert KEY in text and code == sc.CONSTANTS["STONER_WARNING_UNLIKE"]
    number = text.split(" is ")[1].split(",")[0]
    assert float(number) == value or np.isnan(value)


def test_infinite_polarizations_have_no_sign():
    array = np.ones((2, 3))
    for p, q in ((np.inf, -1.0), (1.0, -np.inf), (np.inf, -np.inf), (np.nan, -1.0)):
        with pytest.raises(sc.StonerError, match="opposite polarization"):
            sc.xmcd(polarized(array, p), polarized(array, q))
    _, warnings = told(lambda ctx: lib.image_xmcd(polarized(array, 1e-12), polarized(array, -1.0), ctx=ctx))
    assert len(warnings) == 1 and "1e-12" in warnings[0][0]


def scan(polarization=1.0, x=10.0, step=0.05, unit="um", energy=778.0, dwell=0.01, title="", shape=(20, 30)):
    image = polarized(np.random.default_rng(3).random(shape), polarization)
    if x is not None:
        lib.image_set_map(image, [x, 0.0], [step, 0, 0, -step], "sample_x", "sample_y", unit, unit)
    for key, value in (("counter0.energy", energy), ("counter0.count_time", dwell)):
        if np.ndim(value):
            metadata = lib.image_metadata(image)
            lib.metadata_set_array(metadata, key, sc.from_array(np.array(value, float)))
            lib.image_set_metadata(image, metadata)
        elif value is not None:
            sc.set_f64(image, key, value)
    if title:
        lib.image_set_title(image, title)
    return image


COMBINED = {
    "xmcd": lambda a, b, ctx: lib.image_xmcd(a, b, ctx=ctx),
    "subtract_image": lambda a, b, ctx: lib.image_subtract_image(a, b, contrast=1.0, ctx=ctx),
    "unlike": lambda a, b, ctx: lib.image_unlike(a, b, ctx=ctx),
}


@pytest.mark.parametrize("operation", COMBINED)
@pytest.mark.parametrize("other, said", [
    ({}, []),
    ({"x": 10.02}, []),
    ({"unit": "μm"}, []),
    ({"energy": 778.03}, []),
    ({"energy": None}, []),
    ({"dwell": None}, []),
    ({"x": None}, []),
    ({"x": 11.0}, ["20 pixels apart", "(10 µm, 0 µm)", "(11 µm, 0 µm)"]),
    ({"x": 10.05}, ["1 pixels apart"]),
    ({"step": 0.06}, ["size of a pixel", "0.05 µm", "0.06 µm"]),
    ({"unit": "nm"}, ["size of a pixel", "0.05 µm", "0.05 nm"]),
    ({"energy": 850.0}, ["energy", "778", "850"]),
    ({"energy": 779.0}, ["energy", "778", "779"]),
    ({"dwell": 0.02}, ["dwell", "0.01", "0.02"]),
    ({"energy": 850.0, "dwell": 0.02, "x": 11.0}, ["energy", "dwell", "pixels apart"]),
], ids=str)
def test_what_was_taken_otherwise_is_told_with_both_values(operation, other, said):
    a, b = scan(title="first.hdf5"), scan(-1.0, **other, title="second.hdf5")
    for x, y in ((a, b), (b, a)):
        made, warnings = told(lambda ctx: COMBINED[operation](x, y, ctx))
        texts = " ".join(text for text, _ in warnings)
        assert bool(warnings) == bool(said), warnings
        for word in said:
            assert word in texts, (word, texts)
        assert all(code == sc.CONSTANTS["STONER_WARNING_UNLIKE"] for _, code in warnings)
        assert not warnings or all(name in text for text, _ in warnings for name in ("first.hdf5", "second.hdf5"))
        if operation == "unlike":
            assert made == bool(said)


def test_stacks_are_compared_frame_by_frame():
    stack = (3, 4, 5)
    same = [scan(p, energy=[700, 710, 720], shape=stack) for p in (1, -1)]
    assert told(lambda ctx: lib.image_xmcd(*same, ctx=ctx))[1] == []
    other = scan(-1, energy=[700, 711, 720], shape=stack)
    [(text, _)] = told(lambda ctx: lib.image_xmcd(same[0], other, ctx=ctx))[1]
    assert "frame 1" in text and "710" in text and "711" in text
    # One background for all frames has one energy, which is none of theirs.
    background = scan(-1, energy=400.0, shape=stack[1:])
    assert told(lambda ctx: lib.image_subtract_image(same[0], background, contrast=1.0, ctx=ctx))[1] == []
    moved = scan(-1, x=20.0, shape=stack[1:])
    [(text, _)] = told(lambda ctx: lib.image_subtract_image(same[0], moved, contrast=1.0, ctx=ctx))[1]
    assert "200 pixels apart" in text


def test_what_is_laid_on_another_needs_the_same_pixels():
    size = (64, 70)
    a, near, coarse = scan(shape=size), scan(x=30.0, energy=850.0, dwell=1.0, shape=size), scan(step=0.1, shape=size)
    for name in ("register", "align", "correct_drift"):
        function = getattr(lib, f"image_{name}")
        unlike = lambda b: [t for t, code in told(lambda ctx: function(a, b, ctx=ctx))[1] if "size of a pixel" in t]
        assert unlike(near) == []
        [text] = unlike(coarse)
        # The warning names the function that was called.
        assert text.startswith(f"{name}: ")


def test_the_result_names_both_files(tmp_path):
    demo = pathlib.Path(__file__).parents[2] / "data/demo"
    plus, minus = (sc.load(demo / f"domain_{name}.hdf5") for name in ("plus", "minus"))
    for made in (sc.xmcd(plus, minus), sc.xmcd(minus, plus)):
        for name in ("plus", "minus"):
            file = pathlib.Path(lib.image_metadata_get_string(made, f"xmcd.{name}"))
            assert file.name == f"domain_{name}.hdf5" and file.is_absolute() and file.exists()
    made = lib.image_subtract_image(plus, minus, contrast=1.0)
    assert lib.image_metadata_get_string(made, "subtract_image.background").endswith("domain_minus.hdf5")
    made = lib.image_align(plus, minus)
    assert lib.image_metadata_get_string(made, "align.reference").endswith("domain_minus.hdf5")
    # The earlier processing of each.
    turned = [lib.image_apply_all(image, '[{"operation": "flip_h"}]') for image in (plus, minus)]
    made = sc.xmcd(*turned)
    assert all("flip_h" in lib.image_metadata_get_string(made, f"xmcd.{name}.provenance") for name in ("plus", "minus"))


# Python's operators.


def test_operators_of_python_tell_too():
    stoner = pytest.importorskip("stoner")
    lib.context_clear_warnings()
    first, second = (stoner.Image._wrap(scan(energy=energy, x=x, title=title)) for energy, x, title in ((778.0, 10.0, "first"), (850.0, 11.0, "second")))
    for operation in (lambda a, b: a - b, lambda a, b: a / b, lambda a, b: a + b, lambda a, b: a * b, np.maximum, np.subtract):
        with pytest.warns(stoner.StonerWarning) as warned:
            made = operation(first, second)
        texts = [str(w.message) for w in warned]
        assert len(texts) == 2 and "pixels apart" in texts[0] and "778" in texts[1] and "850" in texts[1]
        sources = [value for key, value in made.metadata.items() if key.endswith((".x1", ".x2"))]
        assert sources == ["first", "second"]


def test_operators_on_images_of_one_scan_say_nothing(recwarn):
    stoner = pytest.importorskip("stoner")
    lib.context_clear_warnings()
    image = stoner.Image._wrap(scan(title="one"))
    difference = image - image.gaussian_filter(2.0) + image * 2 - 1
    assert [str(w.message) for w in recwarn.list] == [] and difference.shape == image.shape
    assert image - np.ones(image.shape) is not None and [str(w.message) for w in recwarn.list] == []
