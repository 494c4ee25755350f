"""Makes assets/: the colour maps and the font of src/render, from the matplotlib of the conformance tests' environment.

    build/conformance/bin/python tools/pictures/assets.py

`colour_maps.bin` holds, for each map of NAMES in its order, 256 x 3 bytes of the map and 256 x 3 of its reverse (`_r`; by rounding
this is not always the map backwards), as `colormap(range(256), bytes=True)` gives them. The font is DejaVu Sans without
hinting, cut down to the ranges below. The licences are in LICENSES/.
"""

import subprocess
import sys
from pathlib import Path

import matplotlib
import numpy as np

ROOT = Path(__file__).resolve().parents[2]

# The order of src/render/colour_map.rs.
NAMES = """gray viridis plasma inferno magma cividis turbo hot afmhot jet bone copper Greys Blues
    coolwarm RdBu seismic bwr PuOr PiYG RdGy Spectral cubehelix hsv""".split()

# Latin with its supplements, IPA left out; Greek, Cyrillic; punctuation, super- and subscripts, currency, letterlike,
# arrows, mathematics, technical, boxes, shapes.
RANGES = """0020-007E 00A0-017F 0192 0218-021B 02C6-02DD 0370-03FF 0400-045F 0490-0491 2010-203A 2044 2070-209C 20AC
    2100-214E 2190-21FF 2200-22FF 2308-230B 25A0-25FF 2713 2717 27E8-27E9 FFFD""".split()


def colour_maps():
    index = np.arange(256)
    tables = [
        matplotlib.colormaps[name + suffix](index, bytes=True)[:, :3].tobytes() for name in NAMES for suffix in ("", "_r")
    ]
    (ROOT / "assets/colour_maps.bin").write_bytes(b"".join(tables))


def font():
    source = Path(matplotlib.get_data_path()) / "fonts/ttf/DejaVuSans.ttf"
    target = ROOT / "assets/DejaVuSans.ttf"
    subprocess.run(
        [sys.executable, "-m", "fontTools.subset", source, "--unicodes=" + ",".join(RANGES), "--no-hinting", "--layout-features=kern",
         "--desubroutinize", "--notdef-outline", "--name-IDs=*", "--drop-tables+=GSUB,GDEF,FFTM", f"--output-file={target}"],
        check=True,
    )
    return target


if __name__ == "__main__":
    (ROOT / "assets").mkdir(exist_ok=True)
    colour_maps()
    print(font().stat().st_size, "bytes of font")
