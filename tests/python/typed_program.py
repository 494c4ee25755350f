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
