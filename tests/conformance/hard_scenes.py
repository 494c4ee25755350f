"""Scenes that can mislead a registration, with known movements. Each has one difficulty that occurs in scans.

A scene is a function of positions, defined between the pixels too: edges, wires and lattices are analytic, textures are quintic splines.
The image samples it at an offset, so the movement is known exactly, and both frames have Poisson noise. Effects of the
detector or of the scan's rows are applied to both after the offset.

    for name, scene in SCENES.items():
        trial = scene.trial(rng)
        trial.reference, trial.image, trial.shift
    outcome(trial, shift, sigma, warned)      # "right", "silent", "beyond", "warned", "false alarm", ...
"""

import dataclasses
import functools
import zlib
from collections.abc import Callable

import numpy as np
from scipy import ndimage
from scipy.special import erf

SIZE = 128
#: A result is wrong if its error along an axis is at least this, in pixels.
WRONG = 0.5
#: A result contradicts its standard errors if it is off by this many of them and by more than TINY pixels.
BEYOND, TINY = 5.0, 0.02


def measured(rng, expectations, counts, instrument=None):
    """What an instrument makes of expectations: scaled so that the first has `counts` a pixel on average, with Poisson noise."""
    scale = counts / expectations[0].mean()
    frames = [frame * scale for frame in expectations]
    if instrument is not None:
        frames = instrument(rng, frames)
    return [rng.poisson(np.maximum(frame, 0.0)).astype(float) for frame in frames]


@dataclasses.dataclass(frozen=True)
class Trial:
    """Two frames and the (x, y) by which the image's content is to be moved to lie on the reference."""

    reference: np.ndarray
    image: np.ndarray
    shift: np.ndarray


@dataclasses.dataclass(frozen=True)
class HardScene:
    #: Makes of (rng) a pair of functions of (x, y): what the reference and what the image shows.
    content: Callable
    #: Whether the frames determine the movement.
    determined: bool = True
    counts: float = 1000.0
    reach: float = 6.0
    size: int = SIZE
    #: Makes the offset; None: uniform in +-reach.
    offset: Callable | None = None
    #: What the instrument does to the expectations and to the counts of both: (rng, [reference, image]) -> both.
    instrument: Callable | None = None
    after: Callable | None = None
    #: The movement during the scan, in pixels at each row; the true movement is its mean.
    drift: Callable | None = None

    def trial(self, rng):
        shift = np.asarray(rng.uniform(-self.reach, self.reach, 2) if self.offset is None else self.offset(rng), dtype=float)
        first, second = self.content(rng)
        rows, columns = np.mgrid[0 : self.size, 0 : self.size].astype(float)
        within = np.zeros((self.size, 2)) if self.drift is None else self.drift(rng, self.size)
        reference = first(columns, rows)
        image = second(columns + shift[0] + within[:, :1], rows + shift[1] + within[:, 1:])
        frames = measured(rng, [reference, image], self.counts, self.instrument)
        if self.after is not None:
            frames = self.after(rng, frames)
        return Trial(*frames, shift + within.mean(axis=0))


def outcome(scene, trial, shift=None, sigma=None, warned=False):
    """Classifies a result. `shift` is None for an error.

    right, silent (wrong by more than half a pixel without a warning), warned (wrong, with a warning), error; "false alarm" is a warning with a right
    answer, "false error" an error, both where the movement is determined; "beyond" stands beside silent: contradicting its own errors.
    """
    if shift is None:
        return {"false error"} if scene.determined else {"error"}
    off = np.abs(np.asarray(shift) - trial.shift)
    if not off.max() < WRONG:
        if warned:
            return {"warned"}
        beyond = sigma is not None and (off > BEYOND * np.asarray(sigma)).any()
        return {"silent", "beyond"} if beyond else {"silent"}
    if warned:
        return {"false alarm"} if scene.determined else {"warned"}
    beyond = sigma is not None and ((off > BEYOND * np.asarray(sigma)) & (off > TINY)).any()
    return {"right", "beyond"} if beyond else {"right"}


def seed(name, trial):
    """The same trial of a scene in every run, independent of the other scenes."""
    return np.random.default_rng([zlib.crc32(name.encode()), trial])


# Contents ---------------------------------------------------------------------------------------------------------------------


def step(distance, blur=1.5):
    """0 to 1 across a sharp edge seen by a beam of `blur` pixels."""
    return 0.5 + 0.5 * erf(distance / (np.sqrt(2) * blur))


def same(content):
    """Both frames show the same."""

    def both(rng):
        f = content(rng)
        return f, f

    return both


def spline(values, margin=160):
    coefficients = ndimage.spline_filter(values, order=5, mode="grid-wrap")

    def at(x, y):
        x, y = np.broadcast_arrays(x, y)
        return ndimage.map_coordinates(coefficients, [y + margin, x + margin], order=5, mode="grid-wrap", prefilter=False)

    return at


def texture(rng, spectrum, size=448):
    """A random field of mean 0 and variance 1 whose amplitudes are `spectrum` of the frequency."""
    f = np.hypot(np.fft.fftfreq(size)[:, None], np.fft.fftfreq(size)[None, :])
    f[0, 0] = 1.0
    amplitude = spectrum(f)
    amplitude[0, 0] = 0.0
    field = np.fft.ifft2(np.fft.fft2(rng.standard_normal((size, size))) * amplitude).real
    return field / field.std()


def power_law(rng, exponent, blur=1.2):
    return texture(rng, lambda f: f ** (-exponent) * np.exp(-2 * (np.pi * f * blur) ** 2))


def maze(rng, period=20.0, blur=1.5):
    field = texture(rng, lambda f: np.exp(-(((f * period - 1) / 0.25) ** 2) / 2))
    return ndimage.gaussian_filter(np.tanh(4 * field), blur, mode="wrap")


def blobs(rng, count, radius=(1.5, 4.0), area=SIZE + 40, at=None):
    """Absorbing particles in and around the frame."""
    x, y = rng.uniform(-20, area - 20, (2, count)) if at is None else np.array(at, dtype=float).T
    r, depth = rng.uniform(*radius, len(x)), rng.uniform(0.3, 0.8, len(x))

    def f(column, row):
        out = 1.0
        for k in range(len(x)):
            out = out * (1 - depth[k] * step(r[k] - np.hypot(column - x[k], row - y[k]), 1.3))
        return out

    return f


def particles(count, **how):
    return same(lambda rng: blobs(rng, count, **how))


def one_blob(rng):
    return blobs(rng, 1, (5.0, 9.0), at=[rng.uniform(45, 83, 2)])


def line_distance(rng, angle, middle=64.0):
    a = np.radians(angle)
    p = middle + rng.uniform(-5, 5) * middle / 64
    return lambda x, y: (x - p) * np.cos(a) + (y - middle) * np.sin(a)


def edge(angle, middle=64.0):
    def make(rng):
        d = line_distance(rng, angle, middle)
        return lambda x, y: 0.5 + 0.5 * step(d(x, y))

    return same(make)


def wire(angle, width=6.0):
    def make(rng):
        d = line_distance(rng, angle)
        return lambda x, y: 1 - 0.6 * step(width / 2 - np.abs(d(x, y)))

    return same(make)


def stripes(angle, period=13.0, length=None):
    def make(rng):
        d = line_distance(rng, angle)
        along = line_distance(rng, angle + 90)

        def f(x, y):
            wave = 0.2 * np.cos(2 * np.pi * d(x, y) / period)
            return 1 + (wave if length is None else wave * step(length / 2 - np.abs(along(x, y))))

        return f

    return same(make)


def lattice(period=14.0, axes=(0.0, 90.0), defect=False):
    def make(rng):
        waves = [line_distance(rng, angle) for angle in axes]
        hole = rng.uniform(40, 88, 2)

        def f(x, y):
            out = 1 + 0.15 * sum(np.cos(2 * np.pi * wave(x, y) / period) for wave in waves)
            if defect:
                out = out * (1 - 0.6 * step(6 - np.hypot(x - hole[0], y - hole[1])))
            return out

        return f

    return same(make)


def corner(opening):
    def make(rng):
        turn = np.radians(180 - opening)
        p, q = rng.uniform(-5, 5, 2)
        angle = rng.uniform(0, 2 * np.pi)

        def f(x, y):
            u, v = x - 64 - p, y - 64 - q
            first = u * np.cos(angle) + v * np.sin(angle)
            second = u * np.cos(angle + turn) + v * np.sin(angle + turn)
            return 0.5 + 0.5 * step(first) * step(second)

        return f

    return same(make)


def gradient(strength, texture_of=0.0):
    def make(rng):
        a = rng.uniform(0, 2 * np.pi)
        field = spline(maze(rng)) if texture_of else None
        return lambda x, y: (
            1 + strength * ((x - 64) * np.cos(a) + (y - 64) * np.sin(a)) / 64 + (texture_of * field(x, y) if field else 0.0)
        )

    return same(make)


def domains(contrast=0.15, period=20.0):
    def make(rng):
        field = spline(maze(rng, period))
        return lambda x, y: 1 + contrast * field(x, y)

    return same(make)


def rough(exponent, contrast):
    def make(rng):
        field = spline(power_law(rng, exponent))
        return lambda x, y: np.maximum(1 + contrast * field(x, y), 0.02)

    return same(make)


def both_contrasts(topography, magnetism, sign=-1.0):
    """The film's thickness, and domains of the other sign in the image."""

    def both(rng):
        thick, magnetic = spline(power_law(rng, 1.5)), spline(maze(rng))
        return tuple(
            lambda x, y, s=s: np.maximum(1 + topography * thick(x, y) + s * magnetism * magnetic(x, y), 0.02) for s in (1.0, sign)
        )

    return both


def elements(rng):
    """Below and above an absorption edge: some particles darken, others stay."""
    stay, darken, weak = blobs(rng, 12), blobs(rng, 25), 0.15
    return (
        lambda x, y: stay(x, y) * darken(x, y) ** weak,
        lambda x, y: stay(x, y) * darken(x, y),
    )


def defocused(blur):
    def both(rng):
        sharp = 1 + 0.2 * maze(rng)
        return spline(sharp), spline(ndimage.gaussian_filter(sharp, blur, mode="wrap"))

    return both


def star(rng):
    p, q = rng.uniform(54, 74, 2)

    def f(x, y):
        r = np.hypot(x - p, y - q)
        return 1 + 0.3 * np.sin(16 * np.arctan2(y - q, x - p)) * (1 - np.exp(-((r / 14) ** 4)))

    return f


def unrelated(rng):
    a, b = domains()(rng)[0], domains()(rng)[0]
    return a, b


def plus(*parts):
    """The product of contents."""

    def both(rng):
        made = [part(rng) for part in parts]
        return tuple(lambda x, y, k=k: functools.reduce(np.multiply, [m[k](x, y) for m in made]) for k in (0, 1))

    return both


# Instruments ------------------------------------------------------------------------------------------------------------------


def hot_pixels(count, factor):
    """The same pixels count too much in both frames."""

    def apply(rng, frames):
        at = rng.integers(0, frames[0].size, count)
        strength = factor * rng.uniform(0.5, 1.5, count) * frames[0].mean()
        for frame in frames:
            frame.flat[at] += strength
        return frames

    return apply


def dust(count, moves=False):
    """On the detector: at the same pixels of both frames; or on the sample, other grains in each."""

    def apply(rng, frames):
        rows, columns = np.mgrid[0 : frames[0].shape[0], 0 : frames[0].shape[1]].astype(float)
        grains = blobs(rng, count, (1.0, 3.0), area=SIZE)
        out = []
        for frame in frames:
            out.append(frame * grains(columns, rows))
            if moves:
                grains = blobs(rng, count, (1.0, 3.0), area=SIZE)
        return out

    return apply


def row_steps(size, together):
    """Top-up: the ring current decays and is refilled at some rows, the same in both frames or not."""

    def gain(rng, rows):
        out, at = np.ones(rows), rng.integers(0, 40)
        return out - size * ((np.arange(rows) + at) % 40) / 40

    def apply(rng, frames):
        first = gain(rng, len(frames[0]))
        second = first if together else gain(rng, len(frames[0]))
        return [frames[0] * first[:, None], frames[1] * second[:, None]]

    return apply


def one_step(size):
    """One injection, at the same row of both."""

    def apply(rng, frames):
        at = rng.integers(30, len(frames[0]) - 30)
        return [frame * np.where(np.arange(len(frame)) < at, 1.0, 1.0 + size)[:, None] for frame in frames]

    return apply


def flicker(size, together=False):
    def apply(rng, frames):
        gains = [1 + size * rng.standard_normal(len(frame)) for frame in frames]
        if together:
            gains[1] = gains[0]
        return [frame * gain[:, None] for frame, gain in zip(frames, gains, strict=True)]

    return apply


def lost_lines(count, value=0.0):
    def apply(rng, frames):
        for frame in frames:
            frame[rng.choice(len(frame), count, replace=False)] = value
        return frames

    return apply


def aborted(part, value=0.0):
    """The image's scan ended early."""

    def apply(rng, frames):
        frames[1][int(part * len(frames[1])) :] = value
        return frames

    return apply


def spikes(count):
    def apply(rng, frames):
        for frame in frames:
            frame.flat[rng.integers(0, frame.size, count)] *= 50
        return frames

    return apply


def sheared(amount):
    def within(rng, rows):
        t = np.linspace(-0.5, 0.5, rows)[:, None]
        return t * rng.uniform(-amount, amount, 2)

    return within


def wandering(amount):
    def within(rng, rows):
        walk = ndimage.gaussian_filter1d(rng.standard_normal((rows, 2)), 15, axis=0)
        return amount * (walk - walk.mean(axis=0)) / walk.std(axis=0)

    return within


def far(low, high):
    def offset(rng):
        return rng.uniform(low, high, 2) * rng.choice([-1, 1], 2)

    return offset


SCENES = {
    # Nothing misleads.
    "domains": HardScene(domains()),
    "domains, 100 counts": HardScene(domains(), counts=100),
    "domains, 20 counts": HardScene(domains(0.2), counts=20),
    "domains, 20 px apart": HardScene(domains(), offset=far(15, 25)),
    "domains, another gain": HardScene(domains(), instrument=lambda rng, f: [f[0], 0.4 * f[1]]),
    "particles, many": HardScene(particles(60)),
    "particles, few": HardScene(particles(8)),
    "particle, one": HardScene(same(one_blob)),
    "particle, one, 50 counts": HardScene(same(one_blob), counts=50),
    "film corner, 90 degrees": HardScene(corner(90)),
    "film corner, 150 degrees": HardScene(corner(150)),
    "star": HardScene(same(star)),
    "gradient with domains": HardScene(gradient(0.4, 0.05)),
    "1/r^2, little noise": HardScene(rough(2.0, 0.25)),
    # No estimate can have a standard error below 0.56 px here (Cramer-Rao), so no method can find it to half a pixel.
    "1/r^2, noise equal to signal": HardScene(rough(2.0, 0.2), counts=25, determined=False),
    "1/r, noise equal to signal": HardScene(rough(1.0, 0.2), counts=25),
    # One direction, or a period, is not determined.
    "edge, 20 degrees": HardScene(edge(20), determined=False),
    "edge, 0 degrees": HardScene(edge(0), determined=False),
    "edge, 90 degrees, 100 counts": HardScene(edge(90), determined=False, counts=100),
    "wire, 35 degrees": HardScene(wire(35), determined=False),
    "wire, 90 degrees, 10,000 counts": HardScene(wire(90), determined=False, counts=10000),
    "stripes, 30 degrees": HardScene(stripes(30), determined=False),
    "stripes along rows": HardScene(stripes(90, 17), determined=False),
    # They end along their direction, but continue across it.
    "stripes that end": HardScene(stripes(30, 30.0, 60.0), determined=False),
    "gradient": HardScene(gradient(0.5), determined=False),
    "lattice, square": HardScene(lattice(), determined=False),
    "lattice, hexagonal": HardScene(lattice(11.0, (10.0, 70.0, 130.0)), determined=False),
    "noise": HardScene(same(lambda rng: lambda x, y: 1.0 + 0 * x + 0 * y), determined=False),
    "unrelated": HardScene(unrelated, determined=False),
    # Nearly so.
    "lattice with a defect": HardScene(lattice(defect=True)),
    "edge and a particle": HardScene(plus(edge(20), same(one_blob))),
    "wires crossing": HardScene(plus(wire(20), wire(110))),
    "edge and domains": HardScene(plus(edge(20), domains(0.05))),
    # Fixed to the detector.
    "hot pixels": HardScene(domains(), instrument=hot_pixels(20, 5.0)),
    "hot pixels, strong": HardScene(domains(0.05), instrument=hot_pixels(30, 30.0)),
    "hot pixels on particles": HardScene(particles(8), instrument=hot_pixels(10, 10.0)),
    "hot pixels, 100 counts": HardScene(domains(0.1), counts=100, instrument=hot_pixels(20, 10.0)),
    "spikes": HardScene(domains(), instrument=spikes(30)),
    "dust on the detector": HardScene(domains(), instrument=dust(8)),
    "dust fallen between": HardScene(domains(), instrument=dust(8, moves=True)),
    # Fixed to the rows.
    "current falls, together": HardScene(domains(0.05), instrument=row_steps(0.1, True)),
    "current falls": HardScene(domains(0.05), instrument=row_steps(0.1, False)),
    "current falls, particles": HardScene(particles(15), instrument=row_steps(0.3, True)),
    "one injection": HardScene(domains(0.05), instrument=one_step(0.2)),
    "line flicker": HardScene(domains(0.1), instrument=flicker(0.05)),
    "line flicker, together": HardScene(domains(0.1), instrument=flicker(0.05, True)),
    "lost lines": HardScene(domains(), after=lost_lines(6)),
    "lost lines, NaN": HardScene(domains(), after=lost_lines(6, np.nan)),
    "aborted scan": HardScene(domains(), after=aborted(0.6)),
    "aborted scan, NaN": HardScene(domains(), after=aborted(0.5, np.nan)),
    # Little overlap.
    "overlap 25 %": HardScene(domains(), offset=far(60, 66)),
    "overlap 6 %": HardScene(domains(), offset=far(94, 98), determined=False),
    "no overlap": HardScene(domains(), offset=far(135, 150), determined=False),
    # Other contrast.
    "magnetism as strong, same sign": HardScene(both_contrasts(0.1, 0.1, 1.0)),
    "magnetism half, other sign": HardScene(both_contrasts(0.1, 0.05)),
    "magnetism as strong, other sign": HardScene(both_contrasts(0.1, 0.1)),
    "magnetism twice, other sign": HardScene(both_contrasts(0.05, 0.1)),
    "absorption edge": HardScene(elements),
    "defocus, 2 px": HardScene(defocused(2.0)),
    "defocus, 4 px": HardScene(defocused(4.0)),
    # Not one movement.
    "drift inside, straight": HardScene(domains(), drift=sheared(3.0)),
    "drift inside, wandering": HardScene(domains(), drift=wandering(0.7)),
    # Small frames.
    "48 pixels": HardScene(domains(0.15, 14.0), size=48, reach=3.0),
    "32 pixels": HardScene(domains(0.15, 12.0), size=32, reach=2.0),
    "16 pixels": HardScene(domains(0.15, 10.0), size=16, reach=1.0),
}


@dataclasses.dataclass
class Tally:
    """The results of a scene's trials."""

    outcomes: dict = dataclasses.field(default_factory=dict)
    pulls: list = dataclasses.field(default_factory=list)
    errors: list = dataclasses.field(default_factory=list)

    def count(self, *names):
        return sum(self.outcomes.get(name, 0) for name in names)


def run(find, trials, names=None):
    """{scene: Tally} of `find(image, reference)`, which gives (shift, sigma, warned), or (None, None, False) for an error."""
    tallies = {}
    for name in SCENES if names is None else names:
        scene, tally = SCENES[name], Tally()
        for k in range(trials):
            trial = scene.trial(seed(name, k))
            shift, sigma, warned = find(trial.image, trial.reference)
            for result in outcome(scene, trial, shift, sigma, warned):
                tally.outcomes[result] = tally.outcomes.get(result, 0) + 1
            if shift is not None:
                off = np.asarray(shift) - trial.shift
                tally.errors.append(off)
                if sigma is not None and scene.determined and np.abs(off).max() < WRONG:
                    tally.pulls.append(off / np.asarray(sigma))
        tallies[name] = tally
    return tallies
