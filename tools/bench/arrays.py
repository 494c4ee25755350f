"""Reductions and order of the array: against numpy, numpy.ma and OpenCV, on 2048 x 2048 doubles with one thread."""

import numpy as np

from compare import compare  # noqa: E402

import stoner_c as sc  # noqa: E402

try:
    import cv2

    cv2.setNumThreads(1)
except ImportError:
    cv2 = None

N = 2048
lib = sc.lib
ctx = lib.context_new()
lib.context_set_threads(ctx=ctx, threads=1)


def main():
    rng = np.random.default_rng(1)
    data = rng.normal(100.0, 20.0, (N, N))
    bare = np.ma.MaskedArray(data)
    masked = np.ma.MaskedArray(data, rng.random((N, N)) < 0.2)
    images = {"plain": sc.from_array(bare), "masked": sc.from_array(masked)}
    arrays = {"plain": bare, "masked": masked}

    def over(name, kind, axis, *rest):
        function, image = getattr(lib, f"image_{name}"), images[kind]
        axes = [] if axis is None else [axis]
        return lambda: function(image, axes, len(axes), *rest, ctx=ctx)

    rows = []
    for kind in images:
        a = arrays[kind]
        for name in "sum prod mean var std min max ptp all any count".split():
            for axis in (None, 0, 1):
                programs = {"libstoner": over(name, kind, axis), "numpy.ma": lambda a=a, name=name, axis=axis: getattr(a, name)(axis=axis)}
                if kind == "plain" and name != "count":
                    programs["numpy"] = lambda name=name, axis=axis: getattr(np, name)(data, axis=axis)
                rows.append((f"`{name}`, {kind}, {'whole' if axis is None else f'axis {axis}'}", programs))
        rows.append((f"`anom`, {kind}", {"libstoner": over("anom", kind, None), "numpy.ma": a.anom}))
    compare("Reductions", rows)

    rows = []
    if cv2 is not None:
        image = images["plain"]

        def both():
            lib.image_mean_value(image, ctx=ctx)
            lib.image_std_value(image, 0, ctx=ctx)

        rows.append(("`mean` and `std`, plain", {"libstoner": both, "OpenCV": lambda: cv2.meanStdDev(data)}))
    for kind in images:
        a, image = arrays[kind], images[kind]
        for name in ("argmin", "argmax", "cumsum", "cumprod"):
            for axis in (None, 0, 1):
                rows.append((f"`{name}`, {kind}, {'whole' if axis is None else f'axis {axis}'}", {
                    "libstoner": lambda name=name, axis=axis, image=image: getattr(lib, f"image_{name}")(image, None if axis is None else [axis], ctx=ctx),
                    "numpy.ma": lambda name=name, axis=axis, a=a: getattr(a, name)(axis=axis),
                }))
        rows.append((f"`trace`, {kind}", {"libstoner": lambda image=image: lib.image_trace(image, 0, 0, 1, ctx=ctx), "numpy.ma": a.trace}))
    compare("Positions, scans, both moments", rows)

    rows = []
    for axis, label in ((None, "whole"), (1, "axis 1"), (0, "axis 0")):
        where = [sc.CONSTANTS["STONER_AXIS_NONE"] if axis is None else axis]
        plain, hidden = images["plain"], images["masked"]
        rows += [
            (f"`sort`, plain, {label}", {"libstoner": lambda w=where: lib.image_sort(plain, w, 1, ctx=ctx), "numpy": lambda x=axis: np.sort(data, axis=x)}),
            (f"`sort`, masked, {label}", {"libstoner": lambda w=where: lib.image_sort(hidden, w, 1, ctx=ctx), "numpy.ma": lambda x=axis: np.ma.sort(masked, axis=x)}),
            (f"`argsort`, plain, {label}", {"libstoner": lambda w=where: lib.image_argsort(plain, w, 1, ctx=ctx), "numpy": lambda x=axis: np.argsort(data, axis=x)}),
            (f"`partition`, plain, {label}", {
                "libstoner": lambda w=where, x=axis: lib.image_partition(plain, [N // 2 if x is not None else N * N // 2], 1, w, 1, ctx=ctx),
                "numpy": lambda x=axis: np.partition(data, N // 2 if x is not None else N * N // 2, axis=x),
            }),
            (f"`argpartition`, plain, {label}", {
                "libstoner": lambda w=where, x=axis: lib.image_argpartition(plain, [N // 2 if x is not None else N * N // 2], 1, w, 1, ctx=ctx),
                "numpy": lambda x=axis: np.argpartition(data, N // 2 if x is not None else N * N // 2, axis=x),
            }),
        ]
    out = np.empty(3)
    for q in ([50.0], [1.0, 50.0, 99.0]):
        rows.append((f"`percentile`, plain, {len(q)}", {"libstoner": lambda q=q: lib.image_percentile(plain, q, len(q), values=out, ctx=ctx), "numpy": lambda q=q: np.percentile(data, q)}))
        rows.append((f"`percentile`, masked, {len(q)}", {
            "libstoner": lambda q=q: lib.image_percentile(hidden, q, len(q), values=out, ctx=ctx), "numpy": lambda q=q: np.percentile(masked.compressed(), q),
        }))
    ordered = np.sort(data, axis=None)
    keys, wanted = sc.from_array(ordered), sc.from_array(data[:256])
    rows.append(("`searchsorted`, 2^19 in 2^22", {"libstoner": lambda: lib.image_searchsorted(keys, wanted, ctx=ctx), "numpy": lambda: np.searchsorted(ordered, data[:256])}))
    compare("Order", rows, rounds=3)

    a, b = data[:512, :512].copy(), data[512:1024, :512].copy()
    x, y = np.ma.MaskedArray(a, a < 90), np.ma.MaskedArray(b, b < 90)
    compare("dot, 512 x 512", [
        ("plain", {"libstoner": lambda i=sc.from_array(a), j=sc.from_array(b): lib.image_dot(i, j, 0, ctx=ctx), "numpy.ma": lambda: np.ma.dot(a, b), "numpy": lambda: a @ b}),
        ("masked", {"libstoner": lambda i=sc.from_array(x), j=sc.from_array(y): lib.image_dot(i, j, 0, ctx=ctx), "numpy.ma": lambda: np.ma.dot(x, y)}),
    ], rounds=3)


if __name__ == "__main__":
    main()
