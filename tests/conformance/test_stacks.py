"""Stacks across an absorption edge, of two helicities, with structure that is fixed to the detector: each frame's movement is right, or a warning names the frame."""

import functools

import hard_scenes
import numpy as np
import pytest
import stacks
import stoner_c as sc
from stacks import STACKS
from stoner_c import CONSTANTS, lib

#: Stacks of which no frame may be doubtful.
CLEAR = [
    "drift",
    "drift, 50 counts",
    "a jump of 20 pixels",
    "a frame without the sample",
    "dust on the detector",
    "hot pixels",
    "current falls",
    "line flicker",
]


@functools.cache
def aligned(name, chain, method="gauss_newton", trial=0):
    """(stack, movements, sigmas, warnings)."""
    stack = STACKS[name].make(hard_scenes.seed(name, trial))
    ctx = lib.context_new()
    lib.context_set_threads(2, ctx=ctx)
    series = CONSTANTS[f"STONER_SERIES_{chain}"]
    table, _ = lib.image_align_stack(sc.from_array(stack.frames), series, 0, method=method, order=sc.order(0), ctx=ctx)
    columns = [lib.table_read_column(table, i) for i in range(1, 5)]
    warnings = [lib.context_warning(i, ctx=ctx) for i in range(lib.context_warning_count(ctx=ctx)[0])]
    return stack, np.stack(columns[:2], axis=1), np.stack(columns[2:], axis=1), warnings


@pytest.mark.parametrize("chain", ["REFERENCE", "NEIGHBOUR"])
@pytest.mark.parametrize("name", STACKS)
def test_each_frame_is_right_or_told(name, chain):
    stack, movements, sigmas, warnings = aligned(name, chain)
    verdicts = stacks.verdicts(stack, movements, warnings)
    assert verdicts.count("silent") == 0, (verdicts, movements - stack.movements, warnings)
    if name in CLEAR:
        assert verdicts.count("false alarm") == 0, (verdicts, warnings)
        assert verdicts.count("right") == stack.determined[1:].sum()
        off = np.abs(movements - stack.movements)[1:]
        known = np.isfinite(off)
        assert (off[known] < np.maximum(5 * sigmas[1:][known], 0.1)).all(), off / sigmas[1:]


@pytest.mark.parametrize("name", ["absorption edge, abrupt", "helicities in turns", "a frame without the sample"])
def test_all_pairs(name):
    stack, movements, _, warnings = aligned(name, "ALL_PAIRS")
    verdicts = stacks.verdicts(stack, movements, warnings)
    assert verdicts.count("silent") == 0, (verdicts, movements - stack.movements, warnings)


@pytest.mark.parametrize("name", ["absorption edge", "helicities in turns"])
def test_most_frames_are_right(name):
    """Warnings about correct movements are of no use: someone would have to align the stack by hand."""
    for chain in ("REFERENCE", "NEIGHBOUR"):
        stack, movements, _, warnings = aligned(name, chain)
        assert stacks.verdicts(stack, movements, warnings).count("right") >= 7, (chain, warnings)


@pytest.mark.parametrize("method", ["scharr", "cv2"])
def test_other_methods(method):
    for name in ("drift", "helicities in turns, twice", "absorption edge, abrupt"):
        stack, movements, _, warnings = aligned(name, "NEIGHBOUR", method)
        verdicts = stacks.verdicts(stack, movements, warnings)
        assert verdicts.count("silent") == 0, (verdicts, movements - stack.movements, warnings)


def test_a_warning_names_its_frame_and_the_movements_that_disagree():
    """Frame 3 shows another part of the sample, so its comparisons cannot agree."""
    scene = STACKS["helicities in turns, half"]
    for trial in range(6):
        stack, movements, _, warnings = aligned("helicities in turns, half", "NEIGHBOUR", trial=trial)
        named = stacks.named(warnings)
        wrong = np.flatnonzero(np.abs(movements - stack.movements).max(axis=1) > 0.5)
        assert set(wrong) <= named, (trial, wrong, warnings)
        for warning in warnings:
            assert warning.startswith("align_stack: frame "), warning
    assert scene.frames == len(stack.frames)


def test_standard_errors_of_a_frame_in_doubt_tell_how_far_its_movements_are_apart():
    for trial in range(6):
        stack, movements, sigmas, warnings = aligned("helicities in turns, half", "NEIGHBOUR", trial=trial)
        for k in np.flatnonzero(np.abs(movements - stack.movements).max(axis=1) > 0.5):
            if any(f"frame {k}: what it is compared with" in warning for warning in warnings):
                assert sigmas[k].max() > 0.25, (k, sigmas[k], warnings)
