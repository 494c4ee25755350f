"""Reads everything below /entry1 of a scan with h5py, N times; prints each time in ms. usage: h5py_read.py SCAN N"""

import sys
import time

import h5py


def read(path):
    found = {}

    def visit(group, name):
        found[name] = dict(group.attrs)
        for key in group:
            below = group[key]
            if isinstance(below, h5py.Group):
                visit(below, f"{name}.{key}")
            else:
                found[f"{name}.{key}"] = (below[()], dict(below.attrs))

    with h5py.File(path, "r") as file:
        visit(file["entry1"], "")
    return found


for _ in range(int(sys.argv[2])):
    start = time.perf_counter()
    read(sys.argv[1])
    print(f"{(time.perf_counter() - start) * 1e3:.4f}")
