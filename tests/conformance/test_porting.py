"""`from stoner import STXMImage` in place of `from Stoner.HDF5 import STXMImage`: each method and keyword against the original, run live."""

import functools
import io

import numpy as np
import pytest
from porting import STXMImage, mask, noiseless, original, pixels

PLUS, MINUS = "Sample_Image_2017-10-15_100.hdf5", "Sample_Image_2017-10-15_101.hdf5"
FLOATS = np.random.default_rng(3).normal(0, 0.3, (17, 23)).clip(-1, 1)
BYTES = np.random.default_rng(4).integers(0, 255, (17, 23)).astype("u1")
MASKED = np.ma.MaskedArray(FLOATS, np.random.default_rng(5).random(FLOATS.shape) < 0.1)
SQUARE = FLOATS[:, :17]

#: Calls that give the same on a scan, on an array of odd size, on bytes, and but for the mask on a masked array.
EVERYWHERE = {
    "asfloat": [lambda im: im.asfloat(), lambda im: im.asfloat(normalise=True), lambda im: im.asfloat(clip=True),
                lambda im: im.asfloat(clip=True, clip_negative=True)],
    "astype": [lambda im: im.astype("f4"), lambda im: im.astype(np.float64, order="C", casting="unsafe", subok=True, copy=True)],
    "clip": [lambda im: im.clip(0, 1), lambda im: im.clip(min=0, max=0.5)],
    "clip_intensity": [lambda im: im.clip_intensity(), lambda im: im.clip_intensity(clip_negative=True)],
    "clip_neg": [lambda im: im.clip_neg()],
    "crop": [lambda im: im.crop(3, 12, 2, 9), lambda im: im.crop((3, 12, 2, 9)), lambda im: im.crop(box=(3, 12, 2, 9)), lambda im: im.crop(5),
             lambda im: im.crop(3, None, None, 9), lambda im: im.crop(0.1, 0.8, 0.2, 0.9), lambda im: (im.update(b=(1, 5, 2, 7)), im.crop("b"))[1]],
    "do_nothing": [lambda im: im.do_nothing()],
    "dtype_limits": [lambda im: im.dtype_limits(), lambda im: im.dtype_limits(clip_negative=False)],
    "normalise": [lambda im: im.normalise(), lambda im: im.normalise(scale=(0, 5)), lambda im: im.normalise(limits=(0.05, 0.9)),
                  lambda im: im.normalise(sample=(2, 9, 3, 10)), lambda im: im.normalise(scale_masked=True)],
    "quantize": [lambda im: im.quantize([0, 1, 2]), lambda im: im.quantize([0, 1, 2], levels=[0.0, 0.2])],
    "radial_coordinates": [lambda im: im.radial_coordinates(), lambda im: im.radial_coordinates(angle=True),
                           lambda im: im.radial_coordinates(centre=(3, 5), pixel_size=(1, 2), angle=None)],
    "span": [lambda im: im.span()],
    "subtract_image": [lambda im: im.subtract_image(im.image * 0.5), lambda im: im.subtract_image(im.clone, contrast=2, clip=False, offset=0.1)],
    "threshold_minmax": [lambda im: im.threshold_minmax(), lambda im: im.threshold_minmax(threshmin=-0.2, threshmax=0.2)],
    "translate": [lambda im: im.translate((2, 1)), lambda im: im.translate((2, -3), mode="wrap")],
    "turns": [lambda im: im.CW, lambda im: im.CCW, lambda im: im.flip_h, lambda im: im.flip_v, lambda im: im.T, lambda im: ~im, lambda im: -im,
              lambda im: im.transpose(), lambda im: im.swapaxes(0, 1)],
    "arithmetic": [lambda im: im + 3, lambda im: im - im.clone, lambda im: im / 2, lambda im: im + im.clone,
                   lambda im: im / np.full(im.shape, 2.0), lambda im: im.__iadd__(1)],
    "draw": [lambda im: im.draw.disk((5, 6), 4, value=3), lambda im: im.draw.line(1, 2, 9, 13, value=2), lambda im: im.draw.circle(5, 6, 4),
             lambda im: im.draw.annulus(7, 8, 5, 3), lambda im: im.draw.annulus(7, 8, 3, 5), lambda im: im.draw.rectangle(7, 8, 6, 4, angle=0.3),
             lambda im: im.draw.square(7, 8, 5), lambda im: im.draw.square(7, 8, 5, angle=0.4, value=2), lambda im: im.draw.ellipse(7, 8, 3, 5),
             lambda im: im.draw.ellipse(7, 8, 3, 5, rotation=0.4), lambda im: im.draw.ellipse_perimeter(7, 8, 3, 5, orientation=0.4),
             lambda im: im.draw.polygon([1, 5, 9], [2, 12, 3]), lambda im: im.draw.polygon_perimeter([1, 5, 9], [2, 12, 3]),
             lambda im: im.draw.rectangle_perimeter(7, 8, 6, 4), lambda im: im.draw.bezier_curve(1, 2, 5, 10, 9, 3, 1),
             lambda im: im.draw.circle_perimeter(7, 8, 4), lambda im: im.draw.circle_perimeter(7, 8, 4, method="andres"),
             lambda im: im.draw.line_aa(1, 2, 9, 13), lambda im: im.draw.disk((5, 6), 4, shape=(6, 8))],
    "mask": [lambda im: (im.mask.draw.disk((5, 6), 4), im)[1], lambda im: (im.mask.threshold(0.1), im)[1],
             lambda im: (im.mask.draw.square(5, 5, 3), im.mask.invert(), im)[2], lambda im: (setattr(im, "mask", im.image > 0.2), im)[1],
             lambda im: (setattr(im, "mask", False), im)[1], lambda im: (im.mask.draw.square(5, 5, 3), im.mask.clear(), im)[2]],
    "hist": [lambda im: im.hist(), lambda im: im.hist(bins=7), lambda im: im.hist(bins=4, range=(0, 1))],
    "other packages": [lambda im: im.gaussian(sigma=2), lambda im: im.median_filter((1, 3)), lambda im: im.zoom(2), lambda im: im.threshold_otsu()],
    "numpy": [lambda im: im.sum(), lambda im: im.sum(axis=0), lambda im: im.mean(axis=1, dtype=float, keepdims=True), lambda im: im.std(ddof=1),
              lambda im: im.cumsum(axis=0), lambda im: im.cumprod(axis=1), lambda im: im.argmax(), lambda im: im.argmin(axis=1, fill_value=0),
              lambda im: im.max(axis=0, fill_value=0), lambda im: im.ptp(axis=1), lambda im: im.compressed(), lambda im: im.count(axis=0),
              lambda im: im.round(decimals=1), lambda im: im.take([0, 3], axis=1, mode="clip"), lambda im: im.repeat(2, axis=0),
              lambda im: im.compress([True, False, True], axis=0), lambda im: im.ravel(), lambda im: im.flatten(order="F"), lambda im: im.diagonal(1),
              lambda im: im.trace(offset=1), lambda im: im.anom(axis=0), lambda im: im.squeeze(), lambda im: im.conj(), lambda im: im.tolist(),
              lambda im: im.item(5), lambda im: im.reshape(-1, 1), lambda im: np.array(im.nonzero()), lambda im: (im.put([0, 1], [5, 6]), im)[1],
              lambda im: (im.sort(axis=0, endwith=False), im)[1], lambda im: (im.fill(3), im)[1], lambda im: (im.itemset(5, 7), im)[1],
              lambda im: im.sum(axis=0, out=np.ma.zeros(im.shape[1])), lambda im: im.all(axis=0), lambda im: im.any(), lambda im: im.prod(axis=0)],
    "pixels": [lambda im: im[3], lambda im: im[3, 4], lambda im: im[2:9, 3:7], lambda im: im[:, ::2], lambda im: im[im.image > 0.1], lambda im: im[...],
               lambda im: (im.__setitem__((2, 3), 9), im)[1], lambda im: (im.__setitem__(slice(2, 5), 0), im)[1],
               lambda im: (im.__setitem__(im.image > 0, 0), im)[1], lambda im: (setattr(im, "image", im.image * 2), im)[1],
               lambda im: (im.image.__setitem__((0, 0), 7), im)[1], lambda im: (setattr(im, "data", np.ones((3, 4))), im)[1]],
    "attributes": [lambda im: im.shape, lambda im: im.aspect, lambda im: im.centre, lambda im: im.max_box, lambda im: im.ndim, lambda im: im.size,
                   lambda im: im.itemsize, lambda im: im.nbytes, lambda im: im.strides, lambda im: im.hardmask, lambda im: im.priority],
}  # fmt: skip

#: Calls that give the same where nothing is masked.
UNMASKED = {
    "adjust_contrast": [lambda im: im.adjust_contrast(), lambda im: im.adjust_contrast(lims=(0.2, 0.7)),
                        lambda im: im.adjust_contrast(lims=(0.0, 0.5), percent=False)],
    "denoise": [lambda im: im.denoise(), lambda im: im.denoise(weight=0.3)],
    "fft": [lambda im: im.fft(), lambda im: im.fft(shift=False), lambda im: im.fft(window="hann"), lambda im: im.fft(window=("tukey", 0.3))],
    "filter_image": [lambda im: im.filter_image(), lambda im: im.filter_image(sigma=(1, 3))],
    "gaussian_filter": [lambda im: im.gaussian_filter(2), lambda im: im.gaussian_filter(sigma=(1, 3)), lambda im: im.gaussian_filter(2, mode="constant", cval=0.5),
                        lambda im: im.gaussian_filter((1, 2), order=(0, 1), mode="wrap", truncate=3.0),
                        lambda im: im.gaussian_filter(2, mode=("wrap", "nearest")), lambda im: im.gaussian_filter(2, output=np.float32)],
    "level_image": [lambda im: im.level_image(), lambda im: im.level_image(mode="norm"), lambda im: im.level_image(poly_vert=2, poly_horiz=0)],
    "rotate": [lambda im: im.rotate(0.3, order=3, mode="reflect"), lambda im: im.rotate(0.3, order=1, mode="wrap", clip=False),
               lambda im: im.rotate(0.3, center=(3, 4), mode="edge", preserve_range=True), lambda im: im.rotate(0.3, resize=True, mode="symmetric")],
    "translate": [lambda im: im.translate((1.5, -2.25)), lambda im: im.translate((2.5, 1), order=1, mode="edge")],
    "profile_line": [lambda im: im.profile_line((1, 2), (9, 12), linewidth=1), lambda im: im.profile_line(src=(1, 2), dst=(9, 12), order=2),
                     lambda im: im.profile_line((1, 2), (14, 3), linewidth=3, mode="nearest"),
                     lambda im: (im.update(MicronsPerPixel=0.5), im.profile_line((1, 2), (9, 12)))[1],
                     lambda im: (im.update(MicronsPerPixel=0.5), im.profile_line((1, 2), (9, 12), no_scale=True))[1]],
    "radial_profile": [lambda im: im.radial_profile(r=np.array([0, 2, 4, 6.0])), lambda im: im.radial_profile(r=np.array([1, 3, 5.0]), centre=(8, 7), pixel_size=(1, 2)),
                       lambda im: im.radial_profile(angle=(0, 1.0), r=np.array([2, 4, 6.0]))],
}  # fmt: skip

@functools.cache
def loaded(cls, path):
    with noiseless():
        return cls(path)


def sources(pollux):
    return {
        "scan": lambda cls: loaded(cls, str(pollux / PLUS)).clone,
        "floats": lambda cls: cls(FLOATS.copy()),
        "bytes": lambda cls: cls(BYTES.copy()),
        "masked": lambda cls: cls(MASKED.copy()),
    }


def both(pollux, source, call):
    """What a call gives with the original and with ours, and whether it is the image itself."""
    made = []
    for cls in (original(), STXMImage):
        image = sources(pollux)[source](cls)
        with noiseless(), np.errstate(all="ignore"):
            try:
                result = call(image)
            except Exception as error:
                result = error
        made.append((image, result))
    return made


def cases(table, names):
    return [pytest.param(call, name, i, source, id=f"{name}-{i}-{source}") for name, calls in table.items() for i, call in enumerate(calls) for source in names]


def values(result):
    return np.asarray(result.data) if hasattr(result, "column_headers") else pixels(result)


def same(made, tolerance=1e-12, wide=False):
    (before, theirs), (image, ours) = made
    if isinstance(theirs, Exception):
        assert isinstance(ours, Exception) or theirs.__class__.__name__ in ("RecursionError", "UFuncTypeError", "AttributeError"), theirs
        return
    assert not isinstance(ours, Exception), ours
    assert (theirs is before) == (ours is image), "one of them changes the image, the other makes another one"
    # The names of both classes are the same; ours has its own for tables.
    if not isinstance(theirs, (tuple, list, np.generic, int, float)):
        assert type(theirs).__name__ == type(ours).__name__
    if isinstance(theirs, list):
        assert theirs == ours
        return
    expected, found = values(theirs), values(ours)
    assert expected.shape == found.shape
    if hasattr(theirs, "column_headers"):
        assert list(theirs.column_headers) == list(ours.column_headers)
        if "X" in ours.column_headers:
            # X and Y of a wide line are those of its edge in the original, here of its middle.
            expected, found = (expected[:, 2:], found[:, 2:]) if wide else (expected[:, [1, 0, 2, 3]], found)
    shown = np.ones(expected.shape, bool)
    if mask(theirs).shape == mask(ours).shape == expected.shape:
        shown = ~(mask(theirs) | mask(ours))
    scale = max(float(np.abs(expected[shown]).max(initial=0)), 1e-300) if expected.dtype.kind != "b" else 1
    np.testing.assert_allclose(found[shown].astype(complex), expected[shown].astype(complex), rtol=0, atol=tolerance * scale)


@pytest.mark.parametrize(("call", "name", "i", "source"), cases(EVERYWHERE, ("scan", "floats", "bytes", "masked")))
def test_methods_with_and_without_masks(stoner, pollux, call, name, i, source):
    same(both(pollux, source, call))


@pytest.mark.parametrize(("call", "name", "i", "source"), cases(UNMASKED, ("scan", "floats", "bytes")))
def test_methods(stoner, pollux, call, name, i, source):
    # The values of a profile of integers are rounded by the original.
    same(both(pollux, source, call), 5e-3 if (name, source) == ("profile_line", "bytes") else 1e-6 if i == 5 else 1e-11, wide=i == 2)


@pytest.mark.parametrize("method", ["linear", "nearest", "cubic"])
def test_gridimage_is_the_originals_with_the_positions_of_its_own_rows(stoner, pollux, method):
    """The original reverses the rows of the image and not those of the positions; given the right ones it makes the same image."""
    theirs, ours = loaded(original(), str(pollux / PLUS)).clone, loaded(STXMImage, str(pollux / PLUS)).clone
    points = [np.asarray(theirs.metadata[key])[::-1] for key in ("actual_x", "actual_y")]
    grid = tuple(np.asarray(ours.metadata[key]) for key in ("sample_x", "sample_y"))
    with noiseless():
        theirs.gridimage(points=np.column_stack([each.ravel() for each in points]), xi=grid, method=method)
        filled = ours.clone.gridimage(method=method, fill_value=lambda array: array.max())
        given = ours.clone.gridimage(points=tuple(points), xi=grid, method=method)
        scaled = ours.clone.gridimage(method=method, rescale=True)
        ours.gridimage(method=method)
    shown = ~mask(ours)
    assert 0.9 < shown.mean() < 1 or method == "nearest"
    for made in (ours, given):
        np.testing.assert_allclose(pixels(made)[shown], pixels(theirs)[shown], rtol=0, atol=1e-10 * pixels(theirs).max() if method != "cubic" else 1e-4)
    change = np.abs(pixels(scaled)[shown] - pixels(ours)[shown]).max()
    assert 0 < change < 0.01 * pixels(ours).max() or method == "nearest"
    assert (pixels(filled)[~shown] == pixels(loaded(STXMImage, str(pollux / PLUS))).max()).all()


@pytest.mark.parametrize("keywords", [{}, {"_box": 5}, {"box": (3, 40, 2, 50)}, {"scale": 2}, {"prefilter": lambda image: np.gradient(image)[1]},
                                      {"prefilter": "gaussian", "prefilter_sigma": 1.5}, {"upsample_factor": 20}])  # fmt: skip
@pytest.mark.parametrize("method", [None, "scharr", "chi2_shift", "imreg_dft", "cv2"])
def test_align_finds_a_known_movement(method, keywords):
    """`tvec` is (row, column), and the content lies on that of the reference."""
    y, x = np.mgrid[0:60, 0:70]
    scene = lambda dy, dx: sum(a * np.exp(-((y - dy - b) ** 2 + (x - dx - c) ** 2) / 40) for a, b, c in ((1, 20, 25), (2, 35, 40), (-1, 40, 20), (1.5, 15, 50)))
    image, reference = STXMImage(scene(2.25, -1.5)), STXMImage(scene(0, 0))
    with noiseless():
        assert image.align(reference, method, **keywords) is image
    np.testing.assert_allclose(image.metadata["tvec"], (-2.25, 1.5), atol=0.05)
    shown = ~mask(image)
    assert shown[5:-5, 5:-5].all()
    np.testing.assert_allclose(pixels(image)[shown], scene(0, 0)[shown], atol=0.05)


def test_correct_drift():
    y, x = np.mgrid[0:60, 0:70]
    scene = lambda dy, dx: np.exp(-((y - dy - 25) ** 2 + (x - dx - 30) ** 2) / 60) - np.exp(-((y - dy - 40) ** 2 + (x - dx - 50) ** 2) / 30)
    image = STXMImage(scene(3.0, -2.0))
    with noiseless():
        image.correct_drift(STXMImage(scene(0, 0)), threshold=0.01, upsample_factor=10, box=(2, 65, 2, 55))
        unmoved = STXMImage(scene(3.0, -2.0)).correct_drift(scene(0, 0), do_shift=False)
    assert tuple(image["drift_shift"]) == (2.0, -3.0) == tuple(unmoved["drift_shift"])
    assert np.array_equal(pixels(unmoved), scene(3.0, -2.0))
    np.testing.assert_allclose(pixels(image)[~mask(image)], scene(0, 0)[~mask(image)], atol=1e-3)


def test_griddata(stoner):
    points, values = np.random.default_rng(1).random((40, 2)), np.random.default_rng(2).random(40)
    xi = tuple(np.meshgrid(np.linspace(0.3, 0.7, 6), np.linspace(0.2, 0.8, 5)))
    made = []
    for cls in (original(), STXMImage):
        with noiseless():
            made += [pixels(cls(points.copy()).griddata(values, xi, method=method, fill_value=0.5, rescale=False)) for method in ("linear", "nearest")]
    np.testing.assert_allclose(made[2], made[0], atol=1e-12)
    np.testing.assert_allclose(made[3], made[1], atol=1e-12)


def test_a_script_that_changes_its_import_line(stoner, pollux, tmp_path):
    """The whole of a script, run with both: what it prints, saves and draws is the same."""
    script = """
import io
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from {module} import STXMImage

plus, minus = STXMImage(plus_name), STXMImage(minus_name)
print(plus.shape, plus.dtype, int(plus.polarization), int(minus.polarization), round(float(plus["collection.energy.value"]), 3))
print(sorted(plus.metadata["monochromator.energy"] if "monochromator.energy" in plus else plus["collection.energy"])[:3])
for image in (plus, minus):
    image.crop(10, 90, 5, 95)
    assert image.normalise(scale=(1, 2)) is image
    image["note"] = "levelled"
    image.image[3, 4] = 1.5
    image.image[0:3, :] = np.ma.masked
xmcd = plus // minus
print(xmcd.shape, xmcd["note"], round(float(xmcd.mean()), 9), round(float(xmcd.std()), 9), int(xmcd.mask.sum()))
smooth = xmcd.clone.filter_image(sigma=1)
line = xmcd.profile_line((10, 10), (60, 50))
print(line.column_headers, line.shape, [round(float(v), 9) for v in line.column("Intensity")[:5]])
rings = xmcd.radial_profile(r=np.arange(0, 30, 3.0))
print(rings.column_headers, [round(float(v), 9) for v in rings.column("mean")[:4]])
figure = xmcd.imshow(title="contrast", cmap="jet")
picture = io.BytesIO()
figure.savefig(picture, format="png", metadata={{"Software": None}})
pixels = np.ma.getdata(figure.axes[0].images[0].get_array())
xmcd.save(folder + "/{module}.npy")
saved = np.load(folder + "/{module}.npy", allow_pickle=True)
plt.close("all")
"""
    made = {}
    for module in ("Stoner.HDF5", "stoner"):
        names = {"plus_name": str(pollux / PLUS), "minus_name": str(pollux / MINUS), "folder": str(tmp_path)}
        printed = io.StringIO()
        names["print"] = functools.partial(print, file=printed)
        with noiseless():
            exec(script.format(module=module), names)  # noqa: S102
        made[module] = names, printed.getvalue()
    (theirs, said), (ours, say) = made["Stoner.HDF5"], made["stoner"]
    # The original drops the mask where it divides the images: what it prints of the contrast and of rings is of all pixels.
    assert said.splitlines()[:2] == say.splitlines()[:2] and said.splitlines()[3] == say.splitlines()[3]
    shown = ~mask(ours["xmcd"])
    np.testing.assert_allclose(pixels(ours["xmcd"])[shown], pixels(theirs["xmcd"])[shown], rtol=0, atol=1e-12)
    np.testing.assert_allclose(ours["line"].data[10:, 3], np.asarray(theirs["line"].data)[10:, 3], rtol=0, atol=1e-12)
    np.testing.assert_allclose(ours["pixels"][shown], np.asarray(theirs["pixels"])[shown], rtol=0, atol=1e-12)
    assert ours["saved"].shape == theirs["saved"].shape
