"""The options of pictures, for completion and for checkers of types. The library says what they mean (`include/stoner.h`, section "Pictures"),
and refuses what is not among them; a test compares the names here with its own."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, TypedDict, TypeVar, Union, get_type_hints

#: None: as if it were not given, except for the title.
_Text = Union[str, None]
_Number = Union[float, None]
_Flag = Union[bool, None]
_Limits = Union[Sequence[float], None]
_Column = Union[str, int]


class ColourOptions(TypedDict, total=False):
    """How values become colours."""

    cmap: _Text
    norm: Literal["linear", "log", "symmetric", None]
    vmin: _Number
    vmax: _Number
    vmin_percentile: _Number
    vmax_percentile: _Number
    mask_color: _Text
    mask_alpha: _Number
    nan_color: _Text
    frame: Union[int, None]


class FigureOptions(TypedDict, total=False):
    """What all figures have."""

    title: Union[str, bool, None]
    title_args: Union[Mapping[str, Any], None]
    theme: Literal["light", "dark", None]
    font_size: _Number
    xlabel: _Text
    ylabel: _Text


class SizeOptions(TypedDict, total=False):
    """The size of a file in pixels."""

    width: Union[int, None]
    height: Union[int, None]


class ImageOptions(ColourOptions, FigureOptions, total=False):
    """A figure of an image."""

    interpolation: Literal["auto", "nearest", "bilinear", None]
    aspect: Union[Literal["equal", "auto"], float, None]
    show_axis: _Flag
    colorbar: _Flag
    colorbar_label: _Text
    scale_bar: _Flag
    scale_bar_length: _Number
    scale_bar_color: _Text
    scale_bar_loc: Literal["lower right", "lower left", "upper right", "upper left", None]
    metadata: _Flag


class ImageFileOptions(ImageOptions, SizeOptions, total=False):
    """A figure of an image in a file."""


class HistogramOptions(FigureOptions, total=False):
    """A figure of a histogram."""

    range: _Limits
    log: _Flag
    cumulative: _Flag
    color: _Text


class HistogramFileOptions(HistogramOptions, SizeOptions, total=False):
    """A figure of a histogram in a file."""


class TableOptions(FigureOptions, total=False):
    """A figure of a table."""

    x: Union[_Column, None]
    y: Union[_Column, Sequence[_Column], None]
    yerr: Union[_Column, Sequence[_Column], None]
    label: Union[str, Sequence[str], None]
    color: Union[str, Sequence[str], None]
    legend: _Flag
    marker: Literal["none", "o", None]
    linestyle: Literal["-", "--", ":", "none", None]
    linewidth: _Number
    xscale: Literal["linear", "log", None]
    yscale: Literal["linear", "log", None]
    xlim: _Limits
    ylim: _Limits
    grid: _Flag


class TableFileOptions(TableOptions, SizeOptions, total=False):
    """A figure of a table in a file."""


#: What is meant where an option is not given, of those in which None has a meaning of its own.
_DEFAULTS = {"title": False}
_Method = TypeVar("_Method", bound=Callable[..., Any])


def explicit(options: type[Mapping[str, object]]) -> Callable[[_Method], _Method]:
    """Shows each option of a method that takes `**options` as a keyword of its own: in its help, and where a shell or a notebook completes."""

    def sign(method: _Method) -> _Method:
        own = inspect.signature(method)
        named = [each for each in own.parameters.values() if each.kind is not inspect.Parameter.VAR_KEYWORD]
        given = get_type_hints(options)
        kind = inspect.Parameter.KEYWORD_ONLY
        keywords = [inspect.Parameter(name, kind, default=_DEFAULTS.get(name), annotation=of) for name, of in given.items()]
        method.__signature__ = own.replace(parameters=[*named, *keywords])  # type: ignore[attr-defined]
        return method

    return sign
