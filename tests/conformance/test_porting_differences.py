"""What `stoner.STXMImage` does otherwise than the original on purpose: each is told once, is a row of docs/porting.md, and is so."""

import pathlib
import re
import warnings

import numpy as np
import pytest
from porting import PortingWarning, STXMImage, noiseless, original, pixels, told

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs/porting.md"
SMOOTH = np.add.outer(np.sin(np.arange(17) / 3), np.cos(np.arange(23) / 4)) / 2
SCAN = "Sample_Image_2017-10-15_100.hdf5"
OTHER = "Sample_Image_2017-10-15_101.hdf5"


def image(cls, array=SMOOTH):
    return cls(array.copy())


def masked(cls):
    made = image(cls)
    made.image[3, 4] = np.ma.masked
    return made


def scan(cls, folder, name=SCAN):
    return cls(str(folder / name))


def contrast(cls, folder):
    """Two images of opposite polarization whose sum is 0 at one place."""
    made = []
    for name, value in ((SCAN, 1.0), (OTHER, -1.0)):
        one = scan(cls, folder, name)
        one.image = np.ones((100, 100))
        one.image[5, 6] = value
        made.append(one)
    return made


def saved(cls, folder, tmp_path):
    path = tmp_path / f"{cls.__module__}.png"
    image(cls).save_png(str(path))
    from PIL import Image

    return np.asarray(Image.open(path)).max(), np.asarray(Image.open(path))[np.unravel_index(SMOOTH.argmax(), SMOOTH.shape)]


#: {name: what shows it, of the class and of the folder of scans}
SHOWN = {
    "align": lambda cls, folder: pixels(scan(cls, folder).align(scan(cls, folder, OTHER), method="chi2_shift")),
    "argsort": lambda cls, folder: (lambda im: (im.argpartition(2), pixels(im))[1])(image(cls)),
    "convert": lambda cls, folder: pixels(image(cls).convert(np.uint8)),
    "copy": lambda cls, folder: (lambda im: im.copy() is im)(image(cls)),
    "correct_drift": lambda cls, folder: scan(cls, folder).correct_drift(scan(cls, folder, OTHER)).metadata.get("drift_shift"),
    "crop": lambda cls, folder: image(cls).crop(0.2).shape,
    "crop copy": lambda cls, folder: (lambda im: (im.crop(5, copy=True), im.shape)[1])(image(cls)),
    "draw": lambda cls, folder: pixels(image(cls).draw.disk((0, 0), 3)),
    "fft": lambda cls, folder: pixels(image(cls).fft(phase=None)),
    "filled": lambda cls, folder: (lambda im: (im.filled(0), np.ma.getmaskarray(im.image).sum())[1])(masked(cls)),
    "floor_divide": lambda cls, folder: (lambda im: (im // 2, pixels(im))[1])(image(cls)),
    "gridimage": lambda cls, folder: pixels(scan(cls, folder).gridimage()),
    "level_image": lambda cls, folder: sorted(key for key in image(cls).level_image().metadata if key.startswith("poly")),
    "list": lambda cls, folder: cls([[1, 2], [3, 4]]).shape,
    "losses": lambda cls, folder: image(cls).sign_loss(np.dtype("u1")),
    "mask": lambda cls, folder: np.ma.getmaskarray(masked(cls).normalise().image).sum(),
    "outside": lambda cls, folder: np.ma.getmaskarray(image(cls).rotate(0.3).image).sum(),
    "profile_line": lambda cls, folder: image(cls).profile_line((1, 2), (9, 14)).column("X"),
    "radial_profile": lambda cls, folder: image(cls).radial_profile(angle=0.3, r=np.array([0, 2, 4, 6.0])).shape,
    "real": lambda cls, folder: (lambda im: (im.imag, pixels(im))[1])(image(cls)),
    "remove_outliers": lambda cls, folder: pixels(image(cls).remove_outliers()),
    "save_png": saved,
    "sgolay2d": lambda cls, folder: pixels(image(cls).sgolay2d(points=5, poly=2, derivative="x")),
    "translate_limits": lambda cls, folder: tuple(image(cls).translate_limits((2, 0))),
    "xmcd": lambda cls, folder: (lambda pair: np.ma.getmaskarray((pair[0] // pair[1]).image).sum())(contrast(cls, folder)),
}


def warned(caught):
    return [str(each.message).split(":")[0] for each in caught if issubclass(each.category, PortingWarning)]


@pytest.mark.parametrize("name", SHOWN)
def test_each_is_told_once_and_is_so(stoner, pollux, tmp_path, name):
    shown = SHOWN[name]
    call = lambda cls: shown(cls, pollux, tmp_path) if shown is saved else shown(cls, pollux)
    told()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        ours = call(STXMImage)
    assert warned(caught).count(name) == 1, warned(caught)
    assert all(each.filename == __file__ for each in caught if issubclass(each.category, PortingWarning)), "the warning names the line of the script"
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        call(STXMImage)
    assert name not in warned(caught)
    with noiseless(), np.errstate(all="ignore"):
        try:
            theirs = call(original())
        except Exception:  # the original fails
            return
    assert np.shape(theirs) != np.shape(ours) or not np.array_equal(np.asarray(theirs), np.asarray(ours))


def test_the_page_lists_them_all_and_no_others():
    listed = dict(re.findall(r"^\| `([^`]+)` \| (.*?) \|", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE))
    expected = {name: text.replace("|", "\\|") for name, text in told().DIFFERENCES.items()}
    assert listed == expected
    assert set(SHOWN) == set(expected)


def test_no_code_tells_what_is_not_listed():
    source = pathlib.Path(__file__).resolve().parents[2] / "bindings/python/src/stoner/_original"
    text = "".join(path.read_text(encoding="utf-8") for path in source.glob("*.py"))
    names = set(re.findall(r'tell\("([^"]+)"', text)) | {"argsort", "filled", "real"}
    assert names == set(told().DIFFERENCES)
