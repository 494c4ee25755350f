"""Pictures: images, histograms and tables as PNG files or as arrays of red, green, blue, alpha.

Options are keywords, those of the C functions (`include/stoner.h`, section "Pictures"): `cmap="viridis"`, `norm="log"`,
`title_args={"fontsize": 20}`, `xlim=[0, 5]`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from . import _convert
from ._metadata import Metadata
from ._options import (
    ColourOptions,
    HistogramFileOptions,
    HistogramOptions,
    ImageFileOptions,
    ImageOptions,
    TableFileOptions,
    TableOptions,
    explicit,
)
from ._runtime import call

if TYPE_CHECKING:
    from typing_extensions import Unpack

Pixels = npt.NDArray[np.uint8]


class Layout(Mapping[str, tuple[float, float, float, float]]):
    """Where the parts of a figure stand ("image", "title", "x_label", ...): boxes (xmin, xmax, ymin, ymax) in its pixels."""

    def __init__(self, table: Any) -> None:
        self._boxes = {name: tuple(map(float, values)) for name, values in table.to_dict().items()}

    def __getitem__(self, name: str) -> tuple[float, float, float, float]:
        xmin, xmax, ymin, ymax = self._boxes[name]
        return xmin, xmax, ymin, ymax

    def __iter__(self) -> Iterator[str]:
        return iter(self._boxes)

    def __len__(self) -> int:
        return len(self._boxes)


def _options(options: Mapping[str, Any]) -> Any:
    return Metadata(options)._handle if options else None


def _sides(size: tuple[int, int]) -> tuple[int, int]:
    width, height = (_convert.integer(side, 64, "size") for side in size)
    return width, height


def _drawn(function: str, handle: Any, arguments: tuple[Any, ...], size: tuple[int, int], options: Mapping[str, Any]) -> Pixels:
    width, height = _sides(size)
    pixels = np.asarray(call(function, handle, *arguments, _options(options), width, height), np.uint8)
    return pixels.reshape(height, width, 4)


class ImagePictures:
    """How an image is shown."""

    _handle: Any

    @explicit(ColourOptions)
    def to_rgba(self, **options: Unpack[ColourOptions]) -> Pixels:
        """The pixels in colours, an array (rows, columns, 4). Options: cmap, norm, vmin, vmax, vmin_percentile, vmax_percentile,
        mask_color, mask_alpha, nan_color, frame."""
        pixels = np.asarray(call("image_to_rgba", self._handle, _options(options)), np.uint8)
        return pixels.reshape(*call("image_shape", self._handle)[-2:], 4)

    @explicit(ImageFileOptions)
    def imshow(self, path: _convert.Path, **options: Unpack[ImageFileOptions]) -> None:
        """Saves the image as a figure, a PNG file: grey, without axes and title, unless options ask for more: those of `to_rgba`,
        title (None or True: the image's own), title_args, show_axis, colorbar, colorbar_label, scale_bar, scale_bar_length, scale_bar_color,
        scale_bar_loc, metadata, interpolation, aspect, xlabel, ylabel, theme, font_size, width, height."""
        call("image_imshow", self._handle, _convert.path(path), _options(options))

    @explicit(ImageOptions)
    def imshow_rgba(self, size: tuple[int, int], **options: Unpack[ImageOptions]) -> Pixels:
        """The figure of `imshow` with a size (width, height) as an array (height, width, 4)."""
        return _drawn("image_imshow_rgba", self._handle, (), size, options)

    @explicit(ImageOptions)
    def imshow_layout(self, size: tuple[int, int], **options: Unpack[ImageOptions]) -> Layout:
        """Where the parts of that figure stand."""
        return Layout(call("image_imshow_layout", self._handle, _options(options), *_sides(size)))

    @explicit(HistogramFileOptions)
    def plot_histogram(self, path: _convert.Path, bins: int = 256, **options: Unpack[HistogramFileOptions]) -> None:
        """Saves the histogram as a figure, a PNG file, with the cumulative fraction as a curve. Options: range, log, cumulative, color,
        xlabel, ylabel, title, title_args, theme, font_size, width, height."""
        call("image_plot_histogram", self._handle, _convert.integer(bins, 64, "bins"), _convert.path(path), _options(options))

    @explicit(HistogramOptions)
    def plot_histogram_rgba(self, size: tuple[int, int], bins: int = 256, **options: Unpack[HistogramOptions]) -> Pixels:
        """The figure of `plot_histogram` with a size (width, height) as an array (height, width, 4)."""
        return _drawn("image_plot_histogram_rgba", self._handle, (_convert.integer(bins, 64, "bins"),), size, options)

    @explicit(HistogramOptions)
    def plot_histogram_layout(self, size: tuple[int, int], bins: int = 256, **options: Unpack[HistogramOptions]) -> Layout:
        """Where the parts of that figure stand."""
        number = _convert.integer(bins, 64, "bins")
        return Layout(call("image_plot_histogram_layout", self._handle, number, _options(options), *_sides(size)))


class TablePictures:
    """How a table is shown."""

    _handle: Any

    @explicit(TableFileOptions)
    def plot(self, path: _convert.Path, **options: Unpack[TableFileOptions]) -> None:
        """Saves columns as lines in a figure, a PNG file. Options: x, y, yerr (columns by name or number; lists of them), label,
        color, legend, marker, linestyle, linewidth, xscale, yscale, xlim, ylim, xlabel, ylabel, grid, title, title_args, theme,
        font_size, width, height."""
        call("table_plot", self._handle, _convert.path(path), _options(options))

    @explicit(TableOptions)
    def plot_rgba(self, size: tuple[int, int], **options: Unpack[TableOptions]) -> Pixels:
        """The figure of `plot` with a size (width, height) as an array (height, width, 4)."""
        return _drawn("table_plot_rgba", self._handle, (), size, options)

    @explicit(TableOptions)
    def plot_layout(self, size: tuple[int, int], **options: Unpack[TableOptions]) -> Layout:
        """Where the parts of that figure stand."""
        return Layout(call("table_plot_layout", self._handle, _options(options), *_sides(size)))


def cmaps() -> list[str]:
    """The names of the colour maps."""
    return [str(call("cmap_name", index)) for index in range(call("cmap_count"))]


def cmap_colours(cmap: str = "gray") -> Pixels:
    """The 256 colours of a colour map, an array (256, 4)."""
    return np.asarray(call("cmap_colours", cmap), np.uint8).reshape(256, 4)


def auto_fit_fontsize(
    text: str, size: float, width: float, height: float, scale_down: bool = True, scale_up: bool = False
) -> float:
    """The factor by which the size of a text in pixels is to be multiplied so that it fits into a box of pixels."""
    return float(call("auto_fit_fontsize", text, size, width, height, int(bool(scale_down)), int(bool(scale_up))))
