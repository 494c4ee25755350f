"""Makes what the MATLAB binding has of the description: the gateway's table, the classes, the package stoner.original, and their help."""

from .classes import REASONS, files, names
from .words import called, original, outputs, parameter_name

__all__ = ["REASONS", "called", "files", "names", "original", "outputs", "parameter_name"]
