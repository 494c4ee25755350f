"""Says, as JSON, which kernels compute in this process: what tools/test/variations.py looks at, to see that a variation is in effect."""

import ctypes
import hashlib
import json
import math
import pathlib
import random
import struct
import sys

import numpy as np
from numpy.core import _multiarray_umath as umath

ROOT = pathlib.Path(__file__).resolve().parents[2]
#: Where a wheel has its OpenBLAS, and what its name for the function is.
BLAS = {"numpy": ("numpy.libs", "openblas_get_corename64_"), "scipy": ("scipy.libs", "scipy_openblas_get_corename")}


def openblas(package):
    """The name of its kernels; None where it is not the OpenBLAS of a wheel."""
    folder, name = BLAS[package]
    for path in (pathlib.Path(np.__file__).parents[1] / folder).glob("lib*openblas*"):
        function = getattr(ctypes.CDLL(str(path)), name, None)
        if function is not None:
            function.restype = ctypes.c_char_p
            return function().decode()
    return None


def mathematics():
    """A sum over the bits of what the C library's functions give: another kernel rounds some of them to the neighbour."""
    places = random.Random(1)
    sums = hashlib.sha256()
    for _ in range(20000):
        x = places.uniform(-20, 20)
        sums.update(struct.pack("4d", math.exp(x), math.sin(x), math.atan(x), math.log(abs(x))))
    return sums.hexdigest()


def main():
    sys.path.insert(0, str(ROOT / "tests/conformance"))
    from stoner_c import lib

    features = [name for name in umath.__cpu_dispatch__ if umath.__cpu_features__[name]]
    report = {"numpy's OpenBLAS": openblas("numpy"), "SciPy's OpenBLAS": openblas("scipy"), "numpy": features}
    report |= {"libstoner": lib.instruction_set()[0], "libstoner's best": lib.instruction_set()[1], "mathematics": mathematics()}
    json.dump(report, sys.stdout)


if __name__ == "__main__":
    main()
