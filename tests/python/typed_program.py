"""A program that the type hints are checked with; mypy reads it, nothing runs it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

import stoner


def contrast(plus: Path, minus: Path) -> stoner.Image:
    a, b = stoner.load(plus), stoner.load(minus)
    return a.XMCD(b).rotate(0.1, resize=True, mode="edge").crop(5).T.CW


def describe(image: stoner.Image) -> tuple[float, str, list[str]]:
    low, high = image.span()
    width: float = image.aspect * high
    flag: bool = image.iscontiguous()
    profile: stoner.Table = image.profile_line((0, 0), (10, 5), linewidth=3)
    distance: npt.NDArray[np.float64] = profile["Distance"]
    pixels: npt.NDArray[np.float64] = np.asarray(image, dtype=np.float64)
    image.draw.disk(3.0, 4.0, 2.0, value=5.0)
    image.metadata["note"] = {"by": "hand", "numbers": [1, 2]}
    return low + width + float(distance[0]) + float(pixels[0, 0]), image.title + str(flag), list(image.planes)


def careful(image: stoner.Image) -> stoner.Image | None:
    with stoner.Context(threads=1, progress=lambda done: print(f"{done:.0%}")) as context:
        try:
            return image.denoise(weight=0.2)
        except (stoner.CancelledError, MemoryError) as error:
            print(error, context.progress)
            return None


def arrays(image: stoner.Image) -> float:
    row: stoner.Image = image[3:5, ::2]
    profile: stoner.Image = image.std(axis=(0, 1), keepdims=True)
    gridded: stoner.Image = image.gridimage()
    moved, (x, y) = image.gridimage(remove_offset=True, return_offset=True)
    masked: stoner.Image = image[image.mask]
    return float(row.mean()) + profile.size + gridded.size + moved.size + masked.size + x + y


def pictures(image: stoner.Image, table: stoner.Table) -> None:
    image.imshow("a.png", cmap="viridis", norm="log", vmin=0.5, title=None, title_args={"fontsize": 20}, scale_bar_loc="lower left", width=800)
    image.imshow_rgba((400, 300), aspect=1.5, colorbar=True)
    image.plot_histogram("h.png", 64, range=(0.0, 1.0), log=True)
    table.plot("t.png", x="r", y=["a", 2], linestyle="--", xlim=(0, 5))
    try:
        image.mean(axis=5)
    except stoner.AxisError as error:
        print(error.axis, error.ndim)
