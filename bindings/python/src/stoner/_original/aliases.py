"""Names that the original's class has by the way it is made: decorators, checks of types, second names of methods."""

from __future__ import annotations

from typing import Any

from .operations import OPERATIONS


class Helpers:
    """What the original puts on the class and scripts rarely call."""

    def changes_size(self) -> Any:
        """The image itself: in the original a decorator."""
        return self

    keep_return_type = changes_size

    def metadataObject(self) -> Any:
        """The metadata: in the original a class that has some."""
        return self.metadata  # type: ignore[attr-defined]

    def null(self, **kargs: Any) -> None:
        """Nothing."""

    def isTuple(self, *args: type, strict: bool = True) -> bool:
        """Whether the image is a tuple of these types: never."""
        return isinstance(self, tuple) and bool(args) and strict

    def isiterable(self) -> bool:
        """Whether the image can be iterated over: over the keys of its metadata."""
        return hasattr(self, "__iter__")


def _aliases() -> dict[str, str]:
    functions = [name for name in OPERATIONS if name not in ("griddata", "gaussian_filter", "im_scale", "prec_loss", "sign_loss", "make_Data")]
    of = {"Stoner__Image__imagefuncs": [*functions, "asarray", "imshow", "plot_histogram", "save"],
          "Stoner__Image__util": ["im_scale", "prec_loss", "sign_loss"],
          "Stoner__Image__widgets": ["LineSelect"],
          "Stoner__core__base": ["metadataObject"],
          "Stoner__compat": ["get_filedialog"],
          "Stoner__plot__utils": ["auto_fit_fontsize"],
          "Stoner__tools__decorators": ["changes_size", "keep_return_type", "make_Data"],
          "Stoner__tools__null": ["null"],
          "Stoner__tools__tests": ["isTuple", "isiterable"],
          "scipy__interpolate__ndgriddata": ["griddata"],
          "scipy__ndimage__filters": ["gaussian_filter"]}  # fmt: skip
    return {f"{module}__{name}": name for module, names in of.items() for name in names}


#: {second name: name}
ALIASES = _aliases()
