"""Pictures beside matplotlib (Agg): pixels in colours, whole figures. One thread and two; results checked to be the same where they can be."""

import os
import tempfile

from compare import compare  # noqa: I001  (sets the environment before numpy is loaded)

import numpy as np
import stoner_c as sc
from matplotlib import cm, colors
from matplotlib import pyplot as plt

lib = sc.lib
contexts = {}
for threads in (1, 2):
    contexts[threads] = lib.context_new()
    lib.context_set_threads(threads, ctx=contexts[threads])

N = 1024
rng = np.random.default_rng(1)
y, x = np.mgrid[:N, :N] / N
pixels = np.sin(9 * x + 4 * y) * np.cos(7 * y) + 0.2 * rng.normal(size=(N, N))
mask = rng.random((N, N)) < 0.02
FOLDER = tempfile.mkdtemp()
OURS, THEIRS = (os.path.join(FOLDER, name) for name in ("ours.png", "theirs.png"))


def options(**named):
    handle = lib.metadata_new()
    for key, value in named.items():
        setter = {bool: "bool", int: "i64", float: "f64", str: "string"}[type(value)]
        getattr(lib, f"metadata_set_{setter}")(handle, key, value)
    return handle


def ours_rgba(array, threads, mask=None, **named):
    image, given = sc.from_array(array, mask), options(**named)
    out = np.empty((N, N, 4), np.uint8)
    return out, lambda: lib.image_to_rgba(image, given, rgba=out, capacity=out.nbytes, ctx=contexts[threads])


def theirs_rgba(array, norm, cmap, mask=None, bytes=True):
    data = array if mask is None else np.ma.MaskedArray(array, mask)
    return lambda: cm.ScalarMappable(norm(), cmap).to_rgba(data, bytes=bytes)


def rgba_rows():
    kinds = {
        "f64": (pixels, None, colors.Normalize, {}),
        "f32": (pixels.astype("f4"), None, colors.Normalize, {}),
        "u16": (((pixels - pixels.min()) * 20000).astype("u2"), None, colors.Normalize, {}),
        "f64 with a mask": (pixels, mask, colors.Normalize, {}),
        "f64, symmetric": (pixels, None, lambda: colors.CenteredNorm(0), {"norm": "symmetric"}),
        "f64, logarithmic": (np.exp(pixels), None, colors.LogNorm, {"norm": "log"}),
    }
    for kind, (array, masked, norm, named) in kinds.items():
        theirs = theirs_rgba(array, norm, "viridis", masked)
        for threads in (1, 2):
            out, ours = ours_rgba(array, threads, masked, cmap="viridis", **named)
            ours()
            assert np.mean((out != theirs()).any(axis=2)) < 1e-3, kind
            yield f"`to_rgba`, 1024 x 1024 {kind}, {threads} thread{'s' * (threads > 1)}", {"libstoner": ours, "matplotlib": theirs}
    # What matplotlib gives when it isn't asked for bytes.
    floats = theirs_rgba(pixels, colors.Normalize, "viridis", bytes=False)
    for threads in (1, 2):
        _, ours = ours_rgba(pixels, threads, cmap="viridis")
        row = f"the same of f64 beside matplotlib's floats, {threads} thread{'s' * (threads > 1)}"
        yield row, {"libstoner": ours, "matplotlib": floats}
        _, ours = ours_rgba(pixels, threads, cmap="viridis", vmin=-1.5, vmax=1.5)
        norm = colors.Normalize(-1.5, 1.5)
        yield f"{row}, limits given", {"libstoner": ours, "matplotlib": theirs_rgba(pixels, lambda: norm, "viridis", bytes=False)}


def theirs_figure(width, height, save):
    figure, axes = plt.subplots(figsize=(width / 100, height / 100), dpi=100, layout="constrained")
    shown = axes.imshow(pixels, cmap="viridis", extent=(0, 51.2, 0, 51.2))
    axes.set_xlabel("x (µm)"), axes.set_ylabel("y (µm)"), axes.set_title("Magnetic domains")
    figure.colorbar(shown, label="counts")
    if save:
        figure.savefig(THEIRS)
    else:
        figure.canvas.draw()
    plt.close(figure)


def figure_rows():
    image = sc.from_array(pixels)
    lib.image_set_map(image, [0.025, 51.175], [0.05, 0.0, 0.0, -0.05], "sample_x", "sample_y", "um", "um")
    common = dict(cmap="viridis", show_axis=True, colorbar=True, colorbar_label="counts", title="Magnetic domains")
    whole, plain = options(width=1200, height=1000, **common), options(**common)
    out = np.empty((1000, 1200, 4), np.uint8)
    rows = {
        "figure of 1200 x 1000 with axes, colour bar, title to PNG": (
            lambda threads: lambda: lib.image_imshow(image, OURS, whole, ctx=contexts[threads]),
            lambda: theirs_figure(1200, 1000, True),
        ),
        "the same as pixels": (
            lambda threads: lambda: lib.image_imshow_rgba(image, plain, 1200, 1000, rgba=out, capacity=out.nbytes, ctx=contexts[threads]),
            lambda: theirs_figure(1200, 1000, False),
        ),
    }
    for name, (ours, theirs) in rows.items():
        for threads in (1, 2):
            yield f"{name}, {threads} thread{'s' * (threads > 1)}", {"libstoner": ours(threads), "matplotlib": theirs}

    # What savefig alone costs, of a figure that is laid out and was drawn before.
    figure, axes = plt.subplots(figsize=(12, 10), dpi=100)
    shown = axes.imshow(pixels, cmap="viridis", extent=(0, 51.2, 0, 51.2))
    axes.set_xlabel("x (µm)"), axes.set_ylabel("y (µm)"), axes.set_title("Magnetic domains")
    figure.colorbar(shown, label="counts")
    figure.savefig(THEIRS)
    whole_figure = rows["figure of 1200 x 1000 with axes, colour bar, title to PNG"][0]
    for threads in (1, 2):
        yield f"figure to PNG beside `savefig` alone, {threads} thread{'s' * (threads > 1)}", {
            "libstoner": whole_figure(threads), "matplotlib": lambda: figure.savefig(THEIRS)
        }


def chart_rows():
    image = sc.from_array(pixels)
    given = options()

    def theirs():
        figure, axes = plt.subplots(figsize=(8, 6), dpi=100)
        axes.hist(pixels.ravel(), 256)
        axes.twinx().hist(pixels.ravel(), 256, cumulative=True, density=True, histtype="step")
        figure.savefig(THEIRS)
        plt.close(figure)

    yield "histogram of 1024 x 1024 to PNG, 1 thread", {
        "libstoner": lambda: lib.image_plot_histogram(image, 256, OURS, given, ctx=contexts[1]), "matplotlib": theirs
    }
    energy = np.linspace(700, 730, 2001)
    spectra = [np.exp(-((energy - 708) ** 2)) * k + 0.01 * rng.normal(size=energy.size) for k in (1, 2, 3)]
    table = lib.table_new()
    for name, values in zip(("energy", "a", "b", "c"), (energy, *spectra)):
        lib.table_add_column(table, name, None, values, len(values))

    def their_lines():
        figure, axes = plt.subplots(figsize=(8, 6), dpi=100)
        for name, values in zip("abc", spectra):
            axes.plot(energy, values, label=name)
        axes.set_xlabel("energy"), axes.legend()
        figure.savefig(THEIRS)
        plt.close(figure)

    yield "three spectra of 2001 points to PNG, 1 thread", {
        "libstoner": lambda: lib.table_plot(table, OURS, given, ctx=contexts[1]), "matplotlib": their_lines
    }


compare("Pictures", [*rgba_rows(), *figure_rows(), *chart_rows()])
print(f"PNG of the figure: ours {os.path.getsize(OURS)}, theirs {os.path.getsize(THEIRS)} bytes (the last ones that were written)")
