"""Image files through the library's example `convert_image`; the environment variable STONER_CONVERT holds the path of the
built program.
"""
import json
import os
import pathlib
import subprocess
import sys

import numpy as np
import pytest


def program():
    path = os.environ.get("STONER_CONVERT")
    if not path:
        if os.environ.get("CI"):
            pytest.fail("STONER_CONVERT does not hold the path of the example convert_image")
        pytest.skip("STONER_CONVERT does not hold the path of the example convert_image")
    return path


def run(*arguments):
    done = subprocess.run([program(), *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


class Measured:
    """What a run of the program printed, how it ended, and the most memory that it had, in bytes."""

    def __init__(self, *arguments):
        # A process of its own between: the peak of children is the largest of all so far.
        code = "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:]); "
        code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr); sys.exit(done.returncode)"
        done = subprocess.run([sys.executable, "-c", code, program(), *map(str, arguments)], capture_output=True, text=True,
                              check=False)
        self.stdout, self.returncode = done.stdout, done.returncode
        *errors, peak = done.stderr.splitlines()
        self.stderr, self.peak = "\n".join(errors), int(peak) * 1024


measured = Measured


def load(path):
    """What the library makes of a file; `pixels` becomes an array."""
    found = json.loads(run(path, "--json", "--pixels"))
    found["metadata"] = {key: [kind, text] for key, kind, text in found["metadata"]}
    found["pixels"] = as_array(found["pixels"], found["dtype"]).reshape(found["shape"])
    return found


def as_array(values, dtype):
    if dtype.startswith("complex"):
        return np.array([complex(float(a), float(b)) for a, b in values], dtype=dtype)
    if dtype.startswith("float"):
        return np.array([float(v) for v in values], dtype=dtype)
    return np.array(values, dtype=dtype)


def ramp(dtype, shape=(7, 11)):
    """Values over the whole range of the dtype, different in each pixel."""
    n = int(np.prod(shape))
    if dtype == "bool":
        return (np.arange(n) % 3 == 0).reshape(shape)
    if np.dtype(dtype).kind in "iu":
        info = np.iinfo(dtype)
        step = (int(info.max) - int(info.min)) // (n - 1)
        return np.array([int(info.min) + step * i for i in range(n)], dtype=dtype).reshape(shape)
    a = (np.linspace(-1e3, 1e3, n) / 7).astype(dtype).reshape(shape)
    if np.dtype(dtype).kind == "c":
        a = a + a[::-1, ::-1] * dtype_one(dtype)
    a.flat[1] = np.nan
    a.flat[2] = np.inf
    return a


def dtype_one(dtype):
    return np.array(1j, dtype=dtype)


REALS = ["uint8", "int8", "uint16", "int16", "uint32", "int32", "uint64", "int64", "float32", "float64"]


def cases():
    """The folder of small files from outside, beside the one of scans."""
    folder = os.environ.get("STONER_TEST_DATA")
    found = pathlib.Path(folder or ".").parent / "cases"
    if folder is None or not found.exists():
        pytest.skip("no folder of cases beside STONER_TEST_DATA")
    return found
