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
MAY_FAIL = {"magnetism half, other sign", "absorption edge", "particle, one, 50 counts"}


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
    assert sum(silent.values()) == 0, silent


def test_no_answer_contradicts_its_own_standard_errors(tallies):
    beyond = {name: tally.count("beyond") for name, tally in tallies.items() if tally.count("beyond")}
    assert sum(beyond.values()) == 0, beyond


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


def found_of(trial, currents):
    sides = [sc.from_array(frame) for frame in (trial.image, trial.reference)]
    for side, current in zip(sides, currents, strict=True):
        if current is not None:
            lib.image_set_plane(side, "beam current", sc.from_array(current))
    ctx = lib.context_new()
    lib.context_set_threads(1, ctx=ctx)
    return np.array(lib.image_register(*sides, ctx=ctx)[:2])


@pytest.mark.parametrize("how", ["falls", "topped up", "unknown in places"])
def test_rows_are_divided_by_the_beam_current(how):
    """The same as dividing by it before; and what was divided before is not divided again."""
    trial = hard_scenes.HardScene(hard_scenes.domains(0.05), offset=lambda rng: (3.3, -2.4)).trial(np.random.default_rng(3))
    rows = np.arange(hard_scenes.SIZE)[:, None]
    current = {"falls": 300 - rows, "topped up": 300 - 2.0 * (rows % 50), "unknown in places": 300 - rows}[how]
    current = np.broadcast_to(current.astype(float), trial.image.shape).copy()
    if how == "unknown in places":
        current[5, 7], current[40:42], current[60, :3] = np.nan, 0.0, -1.0
    known = np.where(current > 0, current, np.nan)
    gain = np.array([np.nanmean(row) if np.isfinite(row).sum() * 2 >= row.size else np.nan for row in known])
    seen = hard_scenes.Trial(*(frame * np.abs(np.nan_to_num(current, nan=295.0)) / 250 for frame in (trial.reference, trial.image)), trial.shift)
    by_hand = hard_scenes.Trial(*(frame / gain[:, None] * np.nanmean(gain) for frame in (seen.reference, seen.image)), trial.shift)
    shift, sigma = found_of(seen, [current, current])
    assert np.allclose(shift, found_of(by_hand, [None, None])[0], atol=1e-6)
    assert (np.abs(shift - trial.shift) < np.minimum(5 * sigma, 0.3)).all(), (shift, sigma)
    if how != "unknown in places":
        again = found_of(by_hand, [current, current])[0]
        assert np.allclose(again, found_of(by_hand, [None, None])[0], atol=1e-12)


@pytest.mark.parametrize("shared", [False, True])
def test_frames_of_a_stack_are_divided_by_their_beam_current(shared):
    """The same as dividing each frame by its current before, whether each has a plane of its own or all share one."""
    trial = hard_scenes.HardScene(hard_scenes.domains(0.05), offset=lambda rng: (3.3, -2.4)).trial(np.random.default_rng(3))
    rows = np.arange(hard_scenes.SIZE)[:, None]
    falls, topped_up = np.broadcast_to(300.0 - rows, trial.image.shape), np.broadcast_to(300 - 2.0 * (rows % 50), trial.image.shape)
    currents = [falls, falls if shared else topped_up]
    seen = [frame * current / 250 for frame, current in zip((trial.reference, trial.image), currents, strict=True)]
    by_hand = [frame / current * current.mean() for frame, current in zip(seen, currents, strict=True)]

    def movement(frames, plane):
        stack = sc.from_array(np.array(frames))
        if plane is not None:
            lib.image_set_plane(stack, "beam current", sc.from_array(np.ascontiguousarray(plane)))
        table, _ = lib.image_align_stack(stack, sc.CONSTANTS["STONER_SERIES_REFERENCE"], 0)
        return np.array([lib.table_read_column(table, i)[1] for i in (1, 2)])

    found = movement(seen, falls if shared else np.array(currents))
    assert np.allclose(found, movement(by_hand, None), atol=1e-6)
    # Without the plane the rows tell less well how bright the beam was.
    assert not np.allclose(found, movement(seen, None), atol=1e-6)


@pytest.mark.parametrize("size", [128, 64, 48, 32, 20])
def test_straight_edges_in_small_frames_determine_one_direction(size):
    """What continues a small frame beyond its edges is no content."""
    for angle in (0, 30, 45, 60, 90, 135):
        trial = hard_scenes.HardScene(hard_scenes.edge(angle, size / 2), reach=size / 20, size=size).trial(np.random.default_rng(angle))
        shift, sigma, warnings = told(trial.image, trial.reference)
        assert shift is None or warnings, (angle, trial.shift, shift, sigma)


def test_hot_pixels_at_the_rim_do_not_hold_the_image():
    trial = hard_scenes.HardScene(hard_scenes.domains(0.05), offset=lambda rng: (0.9, -0.7)).trial(np.random.default_rng(8))
    for frame in (trial.image, trial.reference):
        frame[0, 30] += 40000
        frame[-1, 90] += 30000
        frame[77, 0] += 40000
        frame[0, 0] += 20000
        # Side by side, and beside lost pixels too.
        frame[20, 40:42] += 40000
        frame[21, 41] += 25000
        frame[50, 50:53] = [np.nan, 50000, np.nan]
    shift, sigma, _ = told(trial.image, trial.reference)
    assert (np.abs(shift - trial.shift) < np.maximum(5 * sigma, 0.1)).all(), (shift, sigma)


def test_hot_pixels_in_both_do_not_hold_the_image():
    """Their number and strength play no part, up to what is one pixel in fifty."""
    for count, factor in [(3, 100.0), (100, 20.0), (200, 5.0)]:
        trial = hard_scenes.HardScene(
            hard_scenes.domains(), offset=lambda rng: (3.3, -2.4), instrument=hard_scenes.hot_pixels(count, factor)
        ).trial(np.random.default_rng(count))
        shift, sigma, _ = told(trial.image, trial.reference)
        assert (np.abs(shift - trial.shift) < np.maximum(5 * sigma, 0.1)).all(), (count, shift, sigma)
