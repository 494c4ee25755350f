"""Peak memory of one call on 4096 x 4096 f64, in images of that size: the result and what the call works in (Linux)."""

import re

import compare  # noqa: F401 (the paths)
import numpy as np
import stoner_c as sc

lib = sc.lib
N = 4096
IMAGE = N * N * 8


def status(name):
    with open("/proc/self/status") as file:
        return int(re.search(rf"^{name}:\s+(\d+) kB", file.read(), flags=re.MULTILINE)[1]) * 1024


def peak(call):
    call()
    before = status("VmRSS")
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")
    result = call()
    return (status("VmHWM") - before) / IMAGE, result


def main():
    rng = np.random.default_rng(3)
    data = rng.normal(size=(N, N))
    image = sc.from_array(data)
    masked = sc.from_array(np.ma.array(data, mask=rng.random((N, N)) < 0.1))
    del data
    ctx = lib.context_new()
    lib.context_set_threads(1, ctx=ctx)
    calls = {
        "gaussian_filter, sigma 8": lambda i: lib.image_gaussian_filter(i, [8.0, 8.0], ctx=ctx),
        "sgolay2d, 15 points": lambda i: lib.image_sgolay2d(i, 15, 3, ctx=ctx)[0],
        "rotate, order 1": lambda i: lib.image_rotate(i, 0.3, order=1, ctx=ctx),
        "rotate, order 3": lambda i: lib.image_rotate(i, 0.3, order=3, ctx=ctx),
        "rotate, order 5": lambda i: lib.image_rotate(i, 0.3, order=5, ctx=ctx),
        "translate, order 3": lambda i: lib.image_translate(i, [1.3, -2.7], order=3, ctx=ctx),
        "translate, order 5": lambda i: lib.image_translate(i, [1.3, -2.7], order=5, ctx=ctx),
    }
    print(f"### Peak memory beyond the input, in images of {N} x {N} f64 (the result is 1)\n\n| | plain | a tenth masked |\n|---|---|---|")
    for name, call in calls.items():
        if name.startswith("sgolay2d"):
            print(f"| {name} | {peak(lambda: call(image))[0]:.2f} | |", flush=True)
        else:
            print(f"| {name} | {peak(lambda: call(image))[0]:.2f} | {peak(lambda: call(masked))[0]:.2f} |", flush=True)


main()
