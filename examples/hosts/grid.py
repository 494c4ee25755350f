"""The grid of a live image from the command line, the same for all of these programs."""

import argparse

import stoner


def arguments(about, **more):
    """The parsed options; `more` are further ones with their defaults."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--shape", nargs=2, type=int, default=(128, 128), metavar=("ROWS", "COLUMNS"))
    parser.add_argument("--first", nargs=2, type=float, default=(0.0, 0.0), metavar=("X", "Y"), help="the centre of the first pixel")
    parser.add_argument("--step", nargs=2, type=float, default=(1.0, -1.0), metavar=("DX", "DY"), help="to the next column, to the next row")
    parser.add_argument("--spread", choices=("nearest", "linear"), default="nearest")
    parser.add_argument("--unit", default="µm")
    for name, default in more.items():
        parser.add_argument(f"--{name}", type=type(default), default=default)
    return parser.parse_args()


def live(options):
    """A live image on the grid."""
    return stoner.Live(tuple(options.shape), tuple(options.first), tuple(options.step), spread=options.spread, unit=options.unit)
