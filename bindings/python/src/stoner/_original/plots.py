"""Pictures in matplotlib's figures, as the original draws them. matplotlib is imported when one is drawn."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._image import Image


def imshow(
    image: Image,
    figure: Any = "new",
    show_axis: bool = False,
    title: str | bool | None = None,
    title_args: dict[str, Any] | None = None,
    cmap: Any = "gray",
    **kwargs: Any,
) -> Any:
    """Draws the image with `matplotlib.pyplot.imshow`, masked pixels and NaN left out, and returns the figure.

    `figure` is the number or the name of a figure, or a figure; "new" makes one, None takes the current one. `title` None is the image's
    own, False none. Other keywords are those of `matplotlib.axes.Axes.imshow`.
    """
    from matplotlib import pyplot

    if isinstance(figure, str) and figure == "new":
        drawn = pyplot.figure()
    elif figure is None:
        drawn = pyplot.gcf()
    elif isinstance(figure, (int, str)):
        drawn = pyplot.figure(figure)
    else:
        drawn = pyplot.figure(figure.number)
    data: Any = image.masked_array()
    if data.dtype.kind == "b":
        data = data.astype(float)
    if np.ma.getmask(data) is not np.ma.nomask and data.dtype.kind == "f":
        data = data.filled(np.nan)
    axes = drawn.gca()
    axes.imshow(data, cmap=cmap, **kwargs)
    axes.set_axis_on() if show_axis else axes.set_axis_off()
    if title is not False:
        axes.set_title(image.title if title is None or title is True else title, **(title_args or {}))
    return drawn


def plot_histogram(image: Image, bins: int = 256) -> None:
    """Draws the histogram of the unmasked pixels and its cumulative fraction into a new figure."""
    from matplotlib import pyplot

    table = image.hist(bins)
    drawn, axes = pyplot.subplots()
    axes.bar(table["low"], table["count"], width=table["high"] - table["low"], align="edge", color="black")
    axes.set_xlabel("Intensity"), axes.set_ylabel("Frequency")
    axes.twinx().plot(table["high"], table["cumulative"], "r")
