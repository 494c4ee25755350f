"""Methods whose keywords in the original say in another way what the C functions' parameters say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, SupportsIndex

import numpy as np

from . import _convert
from ._convert import ArrayLike, Box
from ._generated.methods import ImageMethods
from ._runtime import call

if TYPE_CHECKING:
    from ._image import Image
    from ._table import Table

Point = Iterable[float]


class OriginalMethods(ImageMethods):
    """The regular methods, with the original's keywords where those differ."""

    shape: Any

    def fft(
        self,
        shift: bool = True,
        phase: bool | None = False,
        remove_dc: bool = False,
        gaussian: float | None = None,
        window: str | None = None,
    ) -> Image:
        """The discrete Fourier transform, without a factor. Masked pixels and NaN count as the mean of the others.

        Parameters
        ----------
        shift : bool
            Frequency 0 stands in the middle.
        phase : bool or None
            False: the magnitude. True: the phase angle in radians. None: the complex transform.
        remove_dc : bool
            Frequency 0 and its eight neighbours are replaced by the mean magnitude of all others.
        gaussian : float, optional
            Sigma in pixels of a blur of magnitude or phase.
        window : str, optional
            What the image is multiplied by before, by the names of scipy.signal.windows, with parameters in parentheses: "hann",
            "tukey(0.25)".
        """
        output = "complex" if phase is None else "phase" if phase else "magnitude"
        return self._fft(shift, output, remove_dc, gaussian or 0.0, window)

    def level_image(
        self,
        poly_vert: int = 1,
        poly_horiz: int = 1,
        box: Box | None = None,
        poly: Iterable[ArrayLike | None] | None = None,
        mode: str | int = "clip",
    ) -> Image:
        """Subtracts a polynomial background, one polynomial along x and one along y, fitted together by least squares to the valid pixels in
        a box.

        Parameters
        ----------
        poly_vert, poly_horiz : int
            The degrees along y and along x; 0: none.
        box : (xmin, xmax, ymin, ymax), optional
            Where the fits look; None: the whole image.
        poly : (vertical, horizontal), optional
            Coefficients, the highest power first, that are subtracted as they are; None for one of them: fitted.
        mode : "clip", "norm" or "none"
            What becomes of values beyond -1 to 1.
        """
        vert, horiz = poly if poly is not None else (None, None)
        return self._level_image(poly_vert, poly_horiz, box, vert, horiz, mode)

    def radial_coordinates(
        self,
        centre: Iterable[float | None] | None = (None, None),
        pixel_size: Point | None = (1, 1),
        angle: bool | None = False,
        *,
        size_from_map: bool = False,
        angles: str | int = "from-right",
    ) -> Image:
        """The polar coordinates of each pixel.

        Parameters
        ----------
        centre : (x, y)
            In pixels; None for the middle.
        pixel_size : (width, height)
        angle : bool or None
            False: the distance from the centre. True: the angle in radians. None: both as a complex number.
        size_from_map : bool
            Takes the pixel size of the image's map.
        angles : "from-right" or "from-left"
            Where angles begin: 0 points right and pi/2 down, or 0 left and pi/2 down, as in the original.
        """
        which = "complex" if angle is None else "angle" if angle else "distance"
        return self._radial_coordinates(centre, None if size_from_map else pixel_size, size_from_map, which, angles)

    def profile_line(
        self,
        src: Point | None = None,
        dst: Point | None = None,
        linewidth: int = 1,
        order: int = 1,
        mode: str | int = "constant",
        cval: float = 0.0,
        constrain: bool = True,
        *,
        x: float | None = None,
        y: float | None = None,
        real_units: bool = False,
    ) -> Table:
        """The intensity along a line: a table with the columns X, Y, Distance and Intensity.

        Parameters
        ----------
        src, dst : (x, y)
            The ends, both included. Without them, and without x and y, a person draws the line (`Context(line_dialog=...)`).
        linewidth : int
            The width over which the mean is taken.
        order : int
            Of interpolation: 0 nearest, 1 linear, 2 to 5 B-splines.
        mode : str
            What stands beyond the edges, by scipy.ndimage's names.
        cval : float
            The constant beyond the edges.
        constrain : bool
            Moves the ends into the image.
        x, y : float
            The whole column at an x, or the whole row at a y, in place of `src` and `dst`.
        real_units : bool
            Points and table are in the units of the image's map, not in pixels.
        """
        rest = (linewidth, order, mode, cval, constrain, real_units)
        if (x is not None) + (y is not None) + (src is not None or dst is not None) > 1:
            raise ValueError("a line has `src` and `dst`, or `x`, or `y`")
        if x is not None:
            return self.profile_line_x(x, *rest)
        if y is not None:
            return self.profile_line_y(y, *rest)
        if src is None and dst is None:
            ends = call("image_line_select", self._handle)
            # A person draws on pixels.
            return self._profile_line(ends[:2], ends[2:], *rest[:-1], False)
        if src is None or dst is None:
            raise ValueError("a line has both `src` and `dst`")
        return self._profile_line(src, dst, *rest)

    def hist(self, bins: int | ArrayLike = 10, range: Point | None = None) -> Table:
        """The histogram: a table with the columns low, centre, high, count, density and cumulative.

        Parameters
        ----------
        bins : int or array
            How many of one size, or their edges.
        range : (low, high), optional
            The ends of bins of one size; None: the least and the greatest pixel.
        """
        if isinstance(bins, SupportsIndex):
            return self._hist(bins=_convert.integer(bins, 64, "bins"), range=range)
        return self._hist(edges=np.asarray(bins), range=range)

    def crop(self, *box: Any) -> Image:
        """A part of the image, with its planes and map; no pixels are copied.

        crop(xmin, xmax, ymin, ymax) or crop((xmin, xmax, ymin, ymax)): a box, its upper ends exclusive. None is as far as there is,
        negative pixels count from the end as in a slice, a float from 0 to 1 is a fraction of width or height, a greater one is
        rounded. crop(n): without a border of n pixels.
        crop(fraction): without that part of width and height, half of it at each side. crop("key"): the box in a metadata entry.
        """
        made: Image = call("image_crop", self._handle, self._box_from(box[0] if len(box) == 1 else box))
        return made

    def _box_from(self, given: Any) -> Any:
        """The box (xmin, xmax, ymin, ymax) that an argument of `crop` means; None: the whole."""
        if isinstance(given, str):
            return call("image_box_from_metadata", self._handle, given)
        if isinstance(given, (float, np.floating)):
            return call("image_box_from_border_fraction", self._handle, float(given))
        if given is None:
            return None
        if isinstance(given, SupportsIndex):
            return call("image_box_from_border", self._handle, _convert.integer(given, 64, "border"))
        return self._sides(list(given))

    def _sides(self, given: list[Any]) -> list[int] | None:
        fractions = [isinstance(side, (float, np.floating)) and 0 <= side <= 1 for side in given]
        for side in given:
            if isinstance(side, (float, np.floating)) and side < 0:
                raise ValueError(f"`box` has {side!r}; allowed: 0.0 to 1.0 as a fraction, a larger float, integers, None")
        if any(fractions) and len(given) == 4:
            whole = [side if fraction else default for side, fraction, default in zip(given, fractions, (0.0, 1.0, 0.0, 1.0))]
            known = call("image_box_from_fraction", self._handle, _convert.numbers(whole, "f8", 4, "box"))
            given = [int(k) if fraction else side for side, fraction, k in zip(given, fractions, known)]
        return _convert.box([round(float(side)) if isinstance(side, (float, np.floating)) else side for side in given], "box")
