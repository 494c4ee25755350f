"""Stacks whose frames differ, with known movements: absorption edges, two helicities, structure that is fixed to the detector.

A scene makes a function of positions for each frame; the frame samples it at the offset of a drift, with Poisson noise. Contents and
instruments are those of hard_scenes.

    for name, scene in STACKS.items():
        stack = scene.make(rng)
        stack.frames, stack.movements            # (n, rows, columns), (n, 2): those that lay each frame on frame 0
    verdicts(stack, table_x_y, warnings)         # "right", "silent", "told", "false alarm" of each frame but 0
"""

import dataclasses
import re
from collections.abc import Callable

import hard_scenes
import numpy as np
from hard_scenes import WRONG, both_contrasts, domains, dust, edge, elements, flicker, hot_pixels, measured, row_steps

FRAMES = 10


@dataclasses.dataclass(frozen=True)
class Stack:
    frames: np.ndarray
    #: (x, y) by which each frame's content is to be moved to lie on frame 0.
    movements: np.ndarray
    #: Whether the frames show enough for their movements to be known.
    determined: np.ndarray


@dataclasses.dataclass(frozen=True)
class StackScene:
    #: Makes of (rng) the two functions of (x, y) between which the frames lie.
    content: Callable
    #: The part of the second one in each frame.
    mixture: Callable = lambda k: 0.0
    #: How both are mixed: as factors of absorption (True) or as values.
    absorbs: bool = True
    counts: float = 1000.0
    #: Pixels of drift from frame to frame.
    drift: float = 2.0
    #: Once, between two frames in the middle.
    jump: float = 0.0
    instrument: Callable | None = None
    #: Frames without the sample.
    dead: tuple = ()
    determined: bool = True
    frames: int = FRAMES
    size: int = hard_scenes.SIZE

    def make(self, rng):
        steps = rng.uniform(-self.drift, self.drift, (self.frames, 2))
        steps[0] = 0.0
        steps[self.frames // 2] += self.jump * rng.choice([-1, 1], 2)
        offsets = np.cumsum(steps, axis=0)
        first, second = self.content(rng)
        rows, columns = np.mgrid[0 : self.size, 0 : self.size].astype(float)
        expectations = []
        for k, (dx, dy) in enumerate(offsets):
            part = self.mixture(k)
            a = first(columns + dx, rows + dy) if part != 1.0 else 1.0
            b = second(columns + dx, rows + dy) if part != 0.0 else 1.0
            frame = a ** (1 - part) * b**part if self.absorbs else (1 - part) * a + part * b
            expectations.append(np.full((self.size, self.size), a.mean()) if k in self.dead else frame)
        frames = np.array(measured(rng, expectations, self.counts, self.instrument))
        alive = np.array([self.determined and k not in self.dead for k in range(self.frames)])
        return Stack(frames, offsets, alive)


def across(middle=FRAMES / 2 - 0.5, width=0.7):
    """The white line of an edge: from the first content to the second around a frame."""
    return lambda k: float(1 / (1 + np.exp(-(k - middle) / width)))


def alternating(k):
    return float(k % 2)


def every(instrument):
    """Applies an instrument of two frames to a stack: each frame is treated as the second one."""

    def apply(rng, frames):
        seed = rng.integers(1 << 30)
        both = [instrument(np.random.default_rng(seed), [frames[0].copy(), frame.copy()]) for frame in frames]
        return [both[0][0]] + [pair[1] for pair in both[1:]]

    return apply


STACKS = {
    "drift": StackScene(domains()),
    "drift, 50 counts": StackScene(domains(0.2), counts=50),
    "a jump of 20 pixels": StackScene(domains(), jump=20.0),
    "a frame without the sample": StackScene(domains(), dead=(4,)),
    "absorption edge": StackScene(elements, across()),
    "absorption edge, abrupt": StackScene(elements, lambda k: float(k >= FRAMES // 2)),
    "absorption edge, few counts": StackScene(elements, across(), counts=100),
    "helicities in turns": StackScene(both_contrasts(0.1, 0.1), alternating, absorbs=False),
    "helicities in turns, half": StackScene(both_contrasts(0.1, 0.05), alternating, absorbs=False),
    "helicities in turns, twice": StackScene(both_contrasts(0.05, 0.1), alternating, absorbs=False),
    "dichroism that changes its sign": StackScene(
        both_contrasts(0.05, 0.1), lambda k: k / (FRAMES - 1.0), absorbs=False
    ),
    "dust on the detector": StackScene(domains(), instrument=every(dust(8))),
    "hot pixels": StackScene(domains(0.05), instrument=every(hot_pixels(30, 30.0))),
    "current falls": StackScene(domains(0.05), instrument=every(row_steps(0.1, True))),
    "line flicker": StackScene(domains(0.1), instrument=every(flicker(0.05, True))),
    "straight edge": StackScene(edge(20), determined=False),
}


def named(warnings):
    """The frames that warnings name: "frame 3 on frame 2" is about frame 3, "frames 4 to 6" about all of these."""
    frames = set()
    for warning in warnings:
        for first, last in re.findall(r"frames (\d+) to (\d+)", warning):
            frames.update(range(int(first), int(last) + 1))
        found = re.search(r"\bframe (\d+)\b", warning)
        if found:
            frames.add(int(found[1]))
    return frames


def verdicts(stack, movements, warnings):
    """Classifies the movement of each frame but 0."""
    told, out = named(warnings), []
    for k in range(1, len(stack.frames)):
        off = np.abs(np.asarray(movements[k]) - stack.movements[k]).max()
        if np.isnan(off):
            out.append("false alarm" if stack.determined[k] else "told")
        elif off < WRONG:
            out.append("false alarm" if k in told and stack.determined[k] else "right")
        else:
            out.append("told" if k in told else "silent")
    return out
