"""The default registration on scenes that mislead: no answer is confidently wrong. docs/benchmarks.md has the full table."""

import os
import pathlib
import re

import hard_scenes
import numpy as np
import pytest
import stoner_c as sc
from hard_scenes import SCENES, Tally
from stoner_c import lib

TRIALS = 3
#: Scenes whose answer is known to be hard to have: an error or a warning is no fault there.
MAY_FAIL = {"1/r^2, noise equal to signal", "magnetism half, other sign", "absorption edge", "particle, one, 50 counts"}


def find(image, reference):
    shift, sigma, warnings = told(image, reference)
    return shift, sigma, bool(warnings)


def told(image, reference):
    ctx = lib.context_new()
    lib.context_set_threads(1, ctx=ctx)
    try:
        shift, sigma = lib.image_register(sc.from_array(image), sc.from_array(reference), ctx=ctx)[:2]
    except sc.StonerError as error:
        assert error.name == "NO_RESULT", error
        return None, None, []
    count = lib.context_warning_count(ctx=ctx)[0]
    return np.array(shift), np.array(sigma), [lib.context_warning(i, ctx=ctx) for i in range(count)]


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return hard_scenes.run(find, TRIALS)


def test_hardly_any_answer_is_silently_wrong(tallies):
    silent = {name: tally.count("silent") for name, tally in tallies.items() if tally.count("silent")}
    assert sum(silent.values()) <= 1, silent


def test_no_answer_contradicts_its_own_standard_errors(tallies):
    beyond = {name: tally.count("beyond") for name, tally in tallies.items() if tally.count("beyond")}
    assert sum(beyond.values()) <= 1, beyond


def test_what_is_determined_is_found_without_a_warning(tallies):
    told = {
        name: tally.outcomes
        for name, tally in tallies.items()
        if SCENES[name].determined and name not in MAY_FAIL and tally.count("right") < TRIALS
    }
    assert sum(TRIALS - outcomes.get("right", 0) for outcomes in told.values()) <= 3, told


def test_standard_errors_are_those_of_the_errors(tallies):
    pulls = np.concatenate([np.ravel(tally.pulls) for tally in tallies.values() if tally.pulls])
    assert 0.75 < np.sqrt(np.mean(pulls**2)) < 1.3, np.sqrt(np.mean(pulls**2))


@pytest.mark.parametrize("angle", [0, 20, 45, 90, 150])
def test_a_straight_edge_names_the_direction_along_it(angle):
    trial = hard_scenes.HardScene(hard_scenes.edge(angle), reach=1.0).trial(np.random.default_rng(angle))
    shift, sigma, warnings = told(trial.image, trial.reference)
    # The edge's normal has the angle; along it lies what is at right angles to that.
    across = np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle))])
    along = np.array([-across[1], across[0]])
    named = [int(found) for warning in warnings for found in re.findall(r"(\d+) degrees", warning)]
    assert len(named) == 1 and abs((named[0] - angle - 90 + 90) % 180 - 90) <= 2, warnings
    assert abs((shift - trial.shift) @ across) < 0.1
    assert np.hypot(*(sigma * along)) > 10, sigma


def test_the_shared_straight_edge():
    data = os.environ.get("STONER_TEST_DATA")
    cases = pathlib.Path(data or ".").parent / "cases"
    if data is None or not cases.exists():
        pytest.skip("no folder of cases beside STONER_TEST_DATA")
    shift, sigma, warnings = told(*(np.load(cases / f"edge_{name}.npy") for name in ("img", "ref")))
    truth = np.array([-1.5, 4.2])
    assert warnings and (np.abs(shift - truth) < 2 * sigma).all(), (shift, sigma, warnings)


def test_correct_drift_tells_the_same():
    trial = hard_scenes.HardScene(hard_scenes.edge(20), reach=1.0).trial(np.random.default_rng(1))
    ctx = lib.context_new()
    lib.image_correct_drift(sc.from_array(trial.image), sc.from_array(trial.reference), ctx=ctx)
    told = [lib.context_warning(i, ctx=ctx) for i in range(lib.context_warning_count(ctx=ctx)[0])]
    assert any("do not determine" in warning for warning in told), told


def test_a_program_can_tell_what_is_uncertain():
    trial = hard_scenes.HardScene(hard_scenes.edge(20), reach=1.0).trial(np.random.default_rng(1))
    ctx = lib.context_new()
    lib.image_register(sc.from_array(trial.image), sc.from_array(trial.reference), ctx=ctx)
    kinds = {lib.context_warning_code(i, ctx=ctx) for i in range(lib.context_warning_count(ctx=ctx)[0])}
    assert kinds == {sc.CONSTANTS["STONER_WARNING_UNCERTAIN"]}


@pytest.mark.parametrize("name", ["current falls, together", "one injection", "line flicker, together"])
def test_rows_of_different_brightness_are_made_even(name):
    trial = SCENES[name].trial(hard_scenes.seed(name, 0))
    details = lib.image_register(sc.from_array(trial.image), sc.from_array(trial.reference))[4]
    assert lib.metadata_get_string(details, "rows") == "made even"


def test_hot_pixels_in_both_do_not_hold_the_image():
    """Their number and strength play no part, up to what is one pixel in fifty."""
    for count, factor in [(3, 100.0), (100, 20.0), (200, 5.0)]:
        trial = hard_scenes.HardScene(
            hard_scenes.domains(), offset=lambda rng: (3.3, -2.4), instrument=hard_scenes.hot_pixels(count, factor)
        ).trial(np.random.default_rng(count))
        shift, sigma, _ = told(trial.image, trial.reference)
        assert (np.abs(shift - trial.shift) < np.maximum(5 * sigma, 0.1)).all(), (count, shift, sigma)
