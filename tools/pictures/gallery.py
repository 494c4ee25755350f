"""Makes docs/images/gallery and docs/gallery.md from the bundled scans, and docs/images/figure.png, which the README shows beside some of them.

    make gallery
"""

import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bindings/python/src"))

import stoner  # noqa: E402

FOLDER = ROOT / "docs/images/gallery"


def scans():
    plus, minus = (stoner.load(ROOT / f"data/demo/domain_{sign}.hdf5") for sign in ("plus", "minus"))
    xmcd = plus.xmcd(minus)
    xmcd.title = "XMCD"
    return plus, minus, xmcd


def element(before=775, at=778):
    """What bindings/c/demo_stack.c does: the optical density at the edge less that before it, and the spectrum of the element."""
    scan = stoner.Scan(ROOT / "data/demo/cobalt.hdf5")
    _, stack = scan.image().align_stack()
    brightest = lambda image: np.ma.filled(np.ma.asarray(image) > image.percentile(90), False)  # noqa: E731
    empty = brightest(stack.mean(axis=0))
    without = [frame[empty].mean() for frame in stack]
    density = [np.log(i0 / frame) for i0, frame in zip(without, stack)]
    low, high = (density[np.abs(np.subtract(scan.energy, energy)).argmin()] for energy in (before, at))
    region = brightest(high - low)
    spectrum = [np.log(i0 / frame[region].mean()) for i0, frame in zip(without, stack)]
    return high - low, stoner.Table({"energy": scan.energy, "optical density": spectrum}, {"energy": "eV"})


def masked(image):
    """Without a corner and a defect."""
    y, x = np.mgrid[: image.shape[0], : image.shape[1]]
    copy = image.clone()
    copy.mask = (x + y < 40) | ((x - 80) ** 2 + (y - 90) ** 2 < 120)
    return copy


def radial(image):
    profile = image.radial_profile(r=np.arange(0, 33.0), centre=(63.5, 63.5))
    table = stoner.Table({"radius": profile["r"] if "r" in profile else profile[0]}, {"radius": "pixel"})
    table["mean"], table["std"] = profile["mean"], profile["std"] / np.sqrt(np.maximum(profile["number"], 1))
    return table


def pictures():
    """(name, what it shows, the call as a reader writes it, how it is made)"""
    plus, minus, xmcd = scans()
    everything = dict(show_axis=True, colorbar=True, scale_bar=True)
    signed = dict(cmap="RdBu_r", norm="symmetric", colorbar_label="XMCD asymmetry", **everything)
    yield "plain", "The default, as the original's: grey, no axes, no title.", "plus.imshow(path)", lambda path: plus.imshow(path)
    yield (
        "xmcd",
        "A signed image: linear and symmetric about zero, axes in the scan's units, colour bar, scale bar.",
        'xmcd.imshow(path, cmap="RdBu_r", norm="symmetric", show_axis=True, colorbar=True, colorbar_label="XMCD asymmetry", scale_bar=True, title=None)',
        lambda path: xmcd.imshow(path, title=None, **signed),
    )
    yield (
        "dark",
        "For a control room: the dark theme, limits by percentile, title, and a line of energy, polarization and dwell. 1200 x 1000.",
        'plus.imshow(path, theme="dark", cmap="viridis", vmin_percentile=1.0, vmax_percentile=99.0, metadata=True, title=None, width=1200, height=1000, ...)',
        lambda path: plus.imshow(
            path, theme="dark", cmap="viridis", vmin_percentile=1.0, vmax_percentile=99.0, metadata=True, title=None, colorbar_label="counts",
            width=1200, height=1000, **everything,
        ),
    )
    yield (
        "masked",
        "Masked pixels in a colour with alpha; a logarithmic scale.",
        'image.imshow(path, mask_color="red", mask_alpha=0.5, norm="log", cmap="magma", ...)',
        lambda path: masked(plus).imshow(path, mask_color="red", mask_alpha=0.5, norm="log", cmap="magma", colorbar=True, colorbar_label="counts", show_axis=True),
    )
    crop = (40, 72, 30, 62)
    for kind in ("nearest", "bilinear"):
        yield (
            kind,
            f"32 x 32 pixels, interpolation {kind}.",
            f'xmcd.crop(box).imshow(path, interpolation="{kind}", scale_bar=True, ...)',
            lambda path, kind=kind: xmcd.crop(crop).imshow(path, interpolation=kind, cmap="coolwarm", norm="symmetric", scale_bar=True),
        )
    yield (
        "small",
        "Everything in 300 x 300 pixels.",
        "plus.imshow(path, width=300, height=300, metadata=True, ...)",
        lambda path: plus.imshow(path, width=300, height=300, metadata=True, title="Domains, C+", cmap="cividis", colorbar_label="counts", **everything),
    )
    yield (
        "wide",
        "A scan of 128 x 24 pixels.",
        "plus.crop(box).imshow(path, ...)",
        lambda path: plus.crop((0, 128, 50, 74)).imshow(path, cmap="inferno", colorbar_label="counts", title="A strip", **everything),
    )
    yield (
        "histogram",
        "Histogram and cumulative curve.",
        'plus.plot_histogram(path, xlabel="counts", title="Counts of a scan")',
        lambda path: plus.plot_histogram(path, xlabel="counts", title="Counts of a scan"),
    )
    yield (
        "histogram-log",
        "50 bins, a logarithmic axis of counts, the dark theme.",
        'xmcd.plot_histogram(path, 50, log=True, theme="dark", xlabel="XMCD asymmetry")',
        lambda path: xmcd.plot_histogram(path, 50, log=True, theme="dark", xlabel="XMCD asymmetry"),
    )
    contrast, spectrum = element()
    yield (
        "element",
        "From a stack across an absorption edge: where cobalt is. The optical density at the edge less that before it, after the frames were aligned.",
        'contrast.imshow(path, cmap="viridis", colorbar_label="optical density", show_axis=True, colorbar=True, scale_bar=True)',
        lambda path: contrast.imshow(path, cmap="viridis", colorbar_label="optical density", **everything),
    )
    yield (
        "spectrum",
        "The spectrum of the brightest pixels there: the L edges of the generator's cobalt.",
        'spectrum.plot(path, marker="o", grid=True)',
        lambda path: spectrum.plot(path, marker="o", grid=True),
    )
    yield (
        "profile",
        "A radial profile with error bars.",
        'table.plot(path, y="mean", yerr="std", marker="o", ylabel="counts")',
        lambda path: radial(plus).plot(path, y="mean", yerr="std", marker="o", ylabel="counts"),
    )


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    page = [
        "# Gallery",
        "",
        "Made by `make gallery` (`tools/pictures/gallery.py`) from the bundled scans, with the Python package; every call is one of C,",
        "`stoner_image_imshow`, `stoner_image_plot_histogram` or `stoner_table_plot`, and each has a form that gives pixels instead of a file.",
        "",
    ]
    for name, shows, call, make in pictures():
        path = FOLDER / f"{name}.png"
        make(path)
        page += [shows, "", f"```python\n{call}\n```", "", f"![{shows}](images/gallery/{name}.png)", ""]
    names = [name for name in stoner.cmaps() if not name.endswith("_r")]
    page += ["Colour maps, each also reversed with `_r`: " + ", ".join(f"`{name}`" for name in names) + ".", ""]
    (ROOT / "docs/gallery.md").write_text("\n".join(page).rstrip() + "\n", encoding="utf-8")
    _, _, xmcd = scans()
    xmcd.imshow(
        ROOT / "docs/images/figure.png", cmap="RdBu_r", norm="symmetric", show_axis=True, colorbar=True, colorbar_label="XMCD asymmetry",
        scale_bar=True, title=True,
    )


if __name__ == "__main__":
    main()
