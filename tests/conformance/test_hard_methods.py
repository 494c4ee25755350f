"""The methods of the original on scenes that mislead: they begin where the default does, so none is confidently wrong where it warns.
docs/benchmarks.md has the full table."""

import os
import pathlib
import re

import hard_scenes
import numpy as np
import pytest
import stoner_c as sc
from hard_scenes import SCENES
from stoner_c import CONSTANTS, lib

METHODS = ["scharr", "chi2_shift", "imreg_dft", "cv2"]
TRIALS = 1
DATA = os.environ.get("STONER_TEST_DATA")
#: Scenes of which one method in four may say that it does not know, or be off by half a pixel with a warning.
HARD = {
    "1/r^2, noise equal to signal",
    "1/r, noise equal to signal",
    "magnetism half, other sign",
    "magnetism as strong, other sign",
    "magnetism twice, other sign",
    "absorption edge",
    "particle, one, 50 counts",
    "16 pixels",
}


def told(image, reference, method, **how):
    """(shift, sigma, angle, magnification, details), None for an error, and the warnings."""
    ctx = lib.context_new()
    lib.context_set_threads(1, ctx=ctx)
    try:
        found = lib.image_register(sc.from_array(image), sc.from_array(reference), method=method, ctx=ctx, **how)
    except sc.StonerError as error:
        assert error.name == "NO_RESULT", error
        return None, []
    warnings = [lib.context_warning(i, ctx=ctx) for i in range(lib.context_warning_count(ctx=ctx)[0])]
    return found, warnings


def finder(method):
    def find(image, reference):
        found, warnings = told(image, reference, method)
        return (None, None, False) if found is None else (np.array(found[0]), np.array(found[1]), bool(warnings))

    return find


@pytest.mark.parametrize("method", METHODS)
def test_scenes(method):
    tallies = hard_scenes.run(finder(method), TRIALS)

    def those(*names):
        return {name: tally.outcomes for name, tally in tallies.items() if tally.count(*names)}

    assert sum(tally.count("silent") for tally in tallies.values()) == 0, those("silent")
    assert sum(tally.count("beyond") for tally in tallies.values()) <= 2, those("beyond")
    determined = {name: tally for name, tally in tallies.items() if SCENES[name].determined and name not in HARD}
    missed = {name: tally.outcomes for name, tally in determined.items() if tally.count("right") < TRIALS}
    assert len(missed) <= 3, missed


@pytest.mark.parametrize("method", METHODS)
def test_magnetic_contrast_of_the_other_sign(method):
    """As strong as the topography: scharr finds it, the others do or say that they do not."""
    name = "magnetism as strong, other sign"
    for k in range(4):
        trial = SCENES[name].trial(hard_scenes.seed(name, 100 + k))
        found, warnings = told(trial.image, trial.reference, method)
        if method == "scharr":
            assert np.abs(np.array(found[0]) - trial.shift).max() < 0.3
        else:
            assert found is None or warnings or np.abs(np.array(found[0]) - trial.shift).max() < 0.5


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("angle", [0, 20, 90, 135])
def test_a_straight_edge_names_the_direction_along_it_or_is_an_error(method, angle):
    trial = hard_scenes.HardScene(hard_scenes.edge(angle), reach=1.0).trial(np.random.default_rng(angle))
    found, warnings = told(trial.image, trial.reference, method)
    if found is None:
        return
    named = [int(degrees) for warning in warnings for degrees in re.findall(r"(\d+) degrees", warning)]
    # The edge's normal has the angle.
    assert named and abs((named[0] - angle - 90 + 90) % 180 - 90) <= 2, warnings
    along = np.array([-np.sin(np.radians(angle)), np.cos(np.radians(angle))])
    assert np.hypot(*(np.array(found[1]) * along)) > 10, found[1]


@pytest.mark.parametrize("method", METHODS)
def test_the_shared_straight_edge(method):
    cases = pathlib.Path(DATA or ".").parent / "cases"
    if DATA is None or not cases.exists():
        pytest.skip("no folder of cases beside STONER_TEST_DATA")
    found, warnings = told(*(np.load(cases / f"edge_{name}.npy") for name in ("img", "ref")), method)
    if found is not None:
        off = np.abs(np.array(found[0]) - (-1.5, 4.2))
        assert any("degrees" in warning for warning in warnings) and (off < 3 * np.array(found[1])).all(), (found, warnings)


@pytest.mark.parametrize("method", METHODS)
def test_hardly_any_overlap_is_told(method):
    scene = hard_scenes.HardScene(hard_scenes.domains(), offset=hard_scenes.far(94, 98), determined=False)
    for k in range(3):
        trial = scene.trial(np.random.default_rng(k))
        found, warnings = told(trial.image, trial.reference, method)
        assert found is None or warnings, found


@pytest.mark.parametrize("method", METHODS)
def test_rows_and_pixels_of_the_detector_hold_no_image(method):
    for name in ("current falls, together", "line flicker, together", "hot pixels, strong"):
        trial = SCENES[name].trial(hard_scenes.seed(name, 50))
        found, warnings = told(trial.image, trial.reference, method)
        assert found is None or warnings or np.abs(np.array(found[0]) - trial.shift).max() < 0.5, (name, found, trial.shift)


@pytest.mark.parametrize("method", ["gauss_newton", *METHODS])
def test_tiles_lie_on_themselves(method):
    """Little but noise, the same in both: no movement, within the standard errors."""
    rng = np.random.default_rng(4)
    if DATA is not None:
        path = pathlib.Path(DATA) / "pollux/Sample_Image_2017-10-15_100.hdf5"
        scan = np.ma.getdata(sc.to_array(sc.load(path))).astype(float)
    else:
        scan = hard_scenes.power_law(rng, 1.5)[:100, :100] * 100 + 2000 + rng.normal(0, 30, (100, 100))
    found_any = 0
    for top in range(0, scan.shape[0] - 24, 25):
        for left in range(0, scan.shape[1] - 24, 25):
            tile = scan[top : top + 25, left : left + 25]
            found, _ = told(tile, tile.copy(), method)
            if found is not None:
                shift, sigma = np.array(found[0]), np.array(found[1])
                assert (np.abs(shift) <= 3 * sigma + 1e-9).all() and np.abs(shift).max() < 0.01, (method, top, left, shift, sigma)
                found_any += 1
    assert found_any >= 8


@pytest.mark.parametrize("method", METHODS)
def test_standard_errors_are_those_of_the_errors(method):
    import scenes

    rng, pulls = np.random.default_rng(8), []
    for _ in range(25):
        pair = scenes.domains().pair(rng, 500, shape=(110, 100), origin=(70, 80), reach=3)
        found, warnings = told(pair.image, pair.reference, method)
        assert not warnings
        pulls.append((np.array(found[0]) - pair.shift) / np.array(found[1]))
    # The standard deviation of 50 of them is known to 10 %.
    # Those of scharr are too small here, by about a third.
    most = 1.7 if method == "scharr" else 1.4
    assert 0.65 < np.sqrt(np.mean(np.square(pulls))) < most, np.sqrt(np.mean(np.square(pulls), axis=0))


def test_warnings_have_their_kinds():
    trial = hard_scenes.HardScene(hard_scenes.edge(20), reach=1.0).trial(np.random.default_rng(1))
    ctx = lib.context_new()
    lib.image_register(sc.from_array(trial.image), sc.from_array(trial.reference), method="gauss_newton", ctx=ctx)
    kinds = {lib.context_warning_code(i, ctx=ctx) for i in range(lib.context_warning_count(ctx=ctx)[0])}
    assert kinds == {CONSTANTS["STONER_WARNING_UNCERTAIN"]}
