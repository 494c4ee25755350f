"""The methods that are made from the description: the original's names, keywords and defaults, against numpy and known truth, and against
the C functions called directly."""

import inspect
import re

import numpy as np
import pytest
import stoner
from stoner._array_methods import ArrayMethods
from stoner._generated.methods import Draw, ImageMethods
from stoner._loading import library
from stoner._objects import wrap

NUMPYS = {
    "sum": [{}, {"axis": 0}, {"axis": (0, 1)}, {"axis": 1, "keepdims": True}, {"dtype": np.float32}],
    "prod": [{}, {"axis": -1}],
    "mean": [{}, {"axis": 0}, {"axis": 1, "keepdims": True}],
    "var": [{}, {"axis": 0, "ddof": 1}],
    "std": [{}, {"axis": 0, "ddof": 1}],
    "min": [{}, {"axis": 1}],
    "max": [{}, {"axis": 1, "keepdims": True}],
    "ptp": [{}, {"axis": 0}],
    "all": [{}, {"axis": 0}],
    "any": [{}, {"axis": 0}],
    "count": [{}, {"axis": 0}],
    "argmin": [{}, {"axis": 0}],
    "argmax": [{}, {"axis": 1}],
    "anom": [{}, {"axis": 0}],
    "cumsum": [{}, {"axis": 0}],
    "cumprod": [{"axis": 1}],
    "sort": [{}, {"axis": 0}],
    "argsort": [{"axis": 1}, {"axis": 0, "endwith": False}],
    "compressed": [{}],
    "filled": [{}, {"fill_value": -1.0}],
    "ravel": [{}, {"order": "F"}],
    "flatten": [{}],
    "round": [{}, {"decimals": 2}],
    "squeeze": [{}],
    "diagonal": [{}, {"offset": 2}],
    "trace": [{}, {"offset": 1}],
    "conj": [{}],
    "conjugate": [{}],
    "repeat": [{"repeats": 2}, {"repeats": 3, "axis": 1}],
    "take": [{"indices": [0, 5, -1]}, {"indices": [1, 2], "axis": 0}],
    "compress": [{"condition": [True, False, True], "axis": 0}],
    "swapaxes": [{"axis1": 0, "axis2": 1}],
    "reshape": [{"shape": (23, 17)}],
    "transpose": [{}],
    "tolist": [{}],
    "tobytes": [{}, {"order": "F"}, {"fill_value": 0.0}],
}
# numpy.ma takes these by position.
POSITIONAL = {"swapaxes", "reshape"}


@pytest.mark.parametrize(("name", "named"), [(name, named) for name, cases in NUMPYS.items() for named in cases], ids=str)
@pytest.mark.filterwarnings("ignore::stoner.StonerWarning")
def test_methods_of_masked_arrays(image, masked, name, named):
    positional = [named[key] for key in named] if name in POSITIONAL else []
    method = getattr(masked.copy(), name)
    expected = method(*positional, **({} if positional else named) | ({"kind": "stable"} if name == "argsort" else {}))
    if name == "sort":  # numpy's works in place
        expected = method.__self__
    # numpy takes the shape and the axes of these by position.
    found = getattr(image, name)(*positional, **({} if positional else named))
    if name == "sort":
        assert found is None
        found = image
    if name in ("tolist", "tobytes"):
        assert found == expected
        return
    found = found.masked_array() if isinstance(found, stoner.Image) else found
    assert np.shape(found) == np.shape(expected)
    assert np.array_equal(np.ma.getmaskarray(found), np.ma.getmaskarray(expected))
    hidden = np.ma.getmaskarray(expected)
    np.testing.assert_allclose(np.ma.getdata(found)[~hidden], np.ma.getdata(expected)[~hidden], rtol=1e-12)


def test_numbers_of_whole_images_are_exact():
    big = stoner.Image(np.array([[2**62, 3], [5, 7]]))
    assert big.sum() == 2**62 + 15 and big.max() == 2**62 and isinstance(big.sum(), np.int64)
    assert stoner.Image(np.ones((2, 2)), mask=np.ones((2, 2), bool)).mean() is np.ma.masked


def test_every_method_can_be_called(image, scan, quiet):
    """Each method with what it needs and nothing more: the defaults are ones that the library takes."""
    needed = {
        "angle": 0.3, "translation": (1.5, -2), "shape": (23, 17), "axis1": 0, "axis2": 1, "dtype": "f4", "offset": 0,
        "indices": [1, 2], "values": stoner.Image([1.0]), "choices": [image, image], "condition": [True, False], "repeats": 2, "kth": 3,
        "v": stoner.Image([1.0, 2.0]), "b": image.T, "background": image, "output": [0.0, 1.0], "n": 8, "m": 4, "src": (0, 0), "dst": (5, 6),
        "x": 3, "y": 4, "column": 1, "row": 2, "xi": np.zeros((4, 2)), "sigma": 1.0, "val": image, "mode": "wrap", "reference": scan,
    }  # fmt: skip
    special = {
        "choose": lambda: stoner.Image(np.zeros(image.shape, int)).choose([image, image]),
        "im_scale": lambda: stoner.Image(np.ones((3, 3), np.uint8)).im_scale(8, 4),
        "asint": lambda: image.normalise().asint(),
        "XMCD": lambda: None,
        "xmcd": lambda: None,
        "newbyteorder": lambda: image.newbyteorder(),
        "griddata": lambda: stoner.Image(np.random.default_rng(1).random((9, 2))).griddata(np.arange(9.0), np.full((4, 2), 0.5)),
        "argsort": lambda: image.argsort(axis=0),
        "reshape": lambda: image.reshape(23, 17),
        "resize": lambda: pytest.raises(stoner.Error, image.resize, (3, 3)),
        "setfield": lambda: image.clone().setfield(image, "f8"),
        "getfield": lambda: image.getfield("f4"),
        "view": lambda: stoner.Image(np.ones((2, 2))).view("u1"),
        "byteswap": lambda: image.byteswap(),
        "profile_line": lambda: image.profile_line((0, 0), (3, 3)),
        "align_stack": lambda: stoner.Image(np.stack([scan.masked_array()] * 3)).align_stack(),
        "searchsorted": lambda: stoner.Image([1.0, 2.0, 3.0]).searchsorted([1.5, 2.5], sorter=[0, 1, 2]),
    }
    generated = [name for name in {**vars(ImageMethods), **vars(ArrayMethods)} if not name.startswith("_") and name not in ("dtype", "mask")]
    assert len(generated) > 80
    called = 0
    for name in generated:
        for subject in (image.clone(), scan.clone()):
            attribute = getattr(type(subject), name)
            if name in special:
                special[name]()
                called += 1
                break
            if isinstance(attribute, property):
                getattr(subject, name)
                called += 1
                break
            parameters = [p for p in inspect.signature(attribute).parameters.values() if p.name != "self" and p.default is p.empty]
            if any(p.name not in needed for p in parameters):
                break  # a newer function: its own tests call it
            try:
                getattr(subject, name)(*(needed[p.name] for p in parameters))
            except stoner.NoResultError:
                continue  # needs a map: the scan has one
            called += 1
            break
    assert called > 80


def test_documentation_speaks_python():
    for name, member in [*vars(ImageMethods).items(), *vars(ArrayMethods).items(), *vars(Draw).items()]:
        text = inspect.getdoc(member)
        if not name.startswith("_"):
            assert text, name
            assert not re.search(r"STONER_|stoner_image|NULL|int64_t|\bout\b the new", text), (name, text)


def test_signatures_of_the_original():
    expected = {
        "rotate": "(angle, resize=False, center=None, order=None, mode='constant', cval=0.0, clip=True, preserve_range=False)",
        "translate": "(translation, add_metadata=False, order=None, mode='wrap', cval=None)",
        "translate_limits": "(translation, reverse=False)",
        "normalise": "(scale=(-1.0, 1.0), sample=None, limits=(0.0, 1.0), scale_masked=False)",
        "adjust_contrast": "(lims=(0.1, 0.9), percent=True)",
        "asfloat": "(normalise=True, clip=False, clip_negative=False)",
        "clip_intensity": "(clip_negative=False, limits=None)",
        "convert": "(dtype, force_copy=False, uniform=False, normalise=True)",
        "denoise": "(weight=0.1)",
        "dtype_limits": "(clip_negative=True)",
        "griddata": "(values, xi, method='linear', fill_value=nan, rescale=False)",
        "quantize": "(output, levels=None)",
        "remove_outliers": "(percentiles=(0.01, 0.99), replace=None)",
        "subtract_image": "(background, contrast=16.0, clip=True, offset=0.5)",
        "fft": "(shift=True, phase=False, remove_dc=False, gaussian=None, window=None)",
        "level_image": "(poly_vert=1, poly_horiz=1, box=None, poly=None, mode='clip')",
        "sgolay2d": "(points=15, poly=1, derivative='smooth')",
        "radial_profile": "(angle=None, r=None, centre=None, pixel_size=None, size_from_map=False, angles='from-right', sector_width=0.0)",
        "threshold_minmax": "(threshmin=0.1, threshmax=0.9)",
    }
    for name, text in expected.items():
        parameters = list(inspect.signature(getattr(stoner.Image, name)).parameters.values())[1:]
        assert "(" + ", ".join(str(p.replace(annotation=p.empty)) for p in parameters) + ")" == text


def direct(name, image, *arguments):
    """A C function without this package's methods."""
    return wrap(getattr(library(), name)(image._handle, *arguments))


def test_arguments_arrive(image, quiet):
    """Every parameter of some methods, against the C function called directly with the C constants' values."""
    pairs = [
        (image.rotate(0.4, True, (3, 4), 3, "reflect", 1.5, False, True),
         direct("image_rotate", image, 0.4, 1, [3.0, 4.0], 3, 5, 1.5, 0, 1)),
        (image.rotate(0.4, mode="symmetric"), direct("image_rotate", image, 0.4, 0, None, 1, 4, 0.0, 1, 0)),
        (image.translate((2, 1), order=1, mode="constant", cval=5.0), direct("image_translate", image, [2.0, 1.0], 0, 1, 1, 1, 5.0)),
        (image.gaussian_filter((1, 2), order=(0, 1), mode=("wrap", "mirror")),
         direct("image_gaussian_filter", image, [1.0, 2.0], [0, 1], [6, 5], 0.0, 4.0)),
        (image.gaussian_filter(1.5, mode="reflect"), direct("image_gaussian_filter", image, [1.5, 1.5], [0, 0], [4, 4], 0.0, 4.0)),
        (image.normalise(scale=(0, 1), sample=(1, 5, None, 6), limits=(0.1, 0.8), scale_masked=True),
         direct("image_normalise", image, [0.0, 1.0], [1, 5, -(2**63), 6], [0.1, 0.8], 1)),
        (image.level_image(2, 0, box=(0, 9, 0, 9), mode="none"),
         direct("image_level_image", image, 2, -1, [0, 9, 0, 9], None, 0, None, 0, 2)),
        (image.level_image(poly=(None, [1.0, 2.0]), poly_vert=0), direct("image_level_image", image, -1, 1, None, None, 0, [1.0, 2.0], 2, 0)),
        (image.astype(np.int16, order="F", casting="unsafe"), direct("image_astype", image, 5, 2, 5)),
        (image.fft(phase=None), direct("image_fft", image, 1, 2, 0, 0.0, None)),
        (image.fft(phase=True, window="hann", shift=False), direct("image_fft", image, 0, 1, 0, 0.0, "hann")),
        (image.sgolay2d(5, 2, "x"), direct("image_sgolay2d", image, 5, 2, 1)),
        (image.radial_coordinates((3, None), angle=True), direct("image_radial_coordinates", image, [3.0, np.nan], [1.0, 1.0], 0, 1)),
        (image.min(axis=0, fill_value=2.5), direct("image_min", image, [0], 1, 1, 2.5, 0)),
        (np.sort(image, axis=None), direct("image_sort", image, [-(2**31)], 1, 0, 0.0)),
        (image._partition(3, axis=0, endwith=False), direct("image_partition", image, [3], 1, [0], 0, 0, 0.0)),
        (image.clip(2, None), direct("image_clip", image, 2.0, np.nan)),
        (image.clip(image * 0.5, 4), direct("image_clip_images", image, (image * 0.5)._handle, stoner.Image(4)._handle)),
        (image.quantize([0, 1, 2], levels=[2, 4]), direct("image_quantize", image, [0.0, 1.0, 2.0], 3, [2.0, 4.0], 2)),
        (image.crop(2), direct("image_crop", image, [2, 21, 2, 15])),
        (image.crop(5, -15, 5, -5), direct("image_crop", image, [5, 8, 5, 12])),
        (image.crop(-20, None, None, None), direct("image_crop", image, [3, 23, 0, 17])),
        (image.crop(1, None, 2, 9), direct("image_crop", image, [1, 23, 2, 9])),
    ]  # fmt: skip
    for number, (found, expected) in enumerate(pairs):
        assert found.equal(expected), number


def test_modes_have_the_names_of_their_field(numbers):
    """skimage.transform's `reflect` is scipy.ndimage's `mirror`."""
    image = stoner.Image(np.arange(6.0)[None].repeat(5, 0))
    assert np.allclose(image.translate((2, 0), order=0, mode="reflect").data[0, :2], [2, 1])
    assert np.allclose(image.translate((2, 0), order=0, mode="symmetric").data[0, :2], [1, 0])
    line = image.profile_line((-2, 2), (5, 2), mode="reflect", constrain=False, order=0)
    assert np.allclose(line["Intensity"][:2], [1, 0])


def test_keywords_of_the_original(image, scan):
    assert image.radial_coordinates(angle=None).dtype == complex
    for line, expected in [
        (scan.profile_line(x=5), scan.profile_line_x(5)),
        (scan.profile_line(y=7, linewidth=3), scan.profile_line_y(7, linewidth=3)),
    ]:
        assert line.equal(expected) and len(line) == 128
    with stoner.Context(line_dialog=lambda _: (1, 2, 10, 12)):
        assert scan.profile_line().equal(scan.profile_line((1, 2), (10, 12)))
    assert image.hist([0, 1, 2]).shape[0] == 2 and image.hist().shape[0] == 10 and image.hist(4, (0, 1)).shape[0] == 4
    assert image.normalise(sample=False).equal(image.normalise())
    assert scan.crop(0.25, 64.4, None, 1.0).equal(scan.crop(32, 64, 0, 128))
    assert scan.crop(1.5, 3.0, 2, 9).shape == (7, 1)
    assert scan.crop(0.25, 0.5, 0.25, 0.5).shape == (32, 32)
    with pytest.warns(stoner.StonerWarning, match="less precision"):
        assert image.prec_loss("u1") is True
    assert isinstance(stoner.Image.load(scan.filename), stoner.Image)


def test_two_results(image):
    gradient, angle = image.sgolay2d(5, 2, derivative="both")
    assert gradient.shape == angle.shape == image.shape
    assert isinstance(image.sgolay2d(5, 2), stoner.Image)


def test_gridimage(scan):
    made, offset = scan.gridimage(remove_offset=True, return_offset=True)
    assert made.shape == scan.shape and len(offset) == 2
    same = scan.gridimage(remove_offset=True)
    assert same.equal(made)
    x, y = (scan.planes[name] for name in ("actual_x", "actual_y"))
    assert scan.gridimage(points=(x.data, y.data), method="nearest", fill_value="mask").mask.sum() >= 0
    assert scan.gridimage(fill_value=-1.0).data.min() in (-1.0, scan.data.min())


def test_drawing_changes_the_image():
    image = stoner.Image(np.zeros((20, 20)))
    image.draw.disk(10, 5, 3, value=2.0)
    image.draw.polygon([1, 4, 4], [1, 1, 4], target="mask", value=1)
    assert image.data[5, 10] == 2 and image.data[10, 5] == 0 and image.mask[1, 3]


def test_xmcd_of_the_bundled_pair(scan):
    from conftest import MINUS

    minus = stoner.load(MINUS)
    made = scan.XMCD(minus)
    a, b = (scan.data, minus.data) if scan.polarization > 0 else (minus.data, scan.data)
    np.testing.assert_allclose(made.data, (a - b) / (a + b), atol=1e-15)
    assert scan.xmcd(minus).equal(made)


def test_percentiles(numbers):
    image = stoner.Image(numbers)
    assert image.percentile(50) == np.median(numbers)
    np.testing.assert_allclose(image.percentile([[5, 10], [90, 95]]), np.percentile(numbers, [[5, 10], [90, 95]]))


def test_records_and_pickles_of_numpy(masked, image):
    import pickle

    assert np.array_equal(image.toflex()["_data"], masked.data) and np.array_equal(image.torecords()["_mask"], masked.mask)
    made = pickle.loads(image.dumps())
    assert np.array_equal(np.ma.filled(made, 0), masked.filled(0))
    with pytest.raises(NotImplementedError):
        image.tofile("x")


BAD = [
    (lambda i: i.rotate("x"), ValueError),
    (lambda i: i.rotate(1, mode="sideways"), ValueError),
    (lambda i: i.rotate(1, order=2**40), ValueError),
    (lambda i: i.rotate(1, order=99), ValueError),
    (lambda i: i.rotate(1, center=(1, 2, 3)), ValueError),
    (lambda i: i.translate([1, 2, 3]), ValueError),
    (lambda i: i.reshape((3, 3)), ValueError),
    (lambda i: i.reshape((3.5, 3)), TypeError),
    (lambda i: i.reshape(1, 2, 3), ValueError),
    (lambda i: i.reshape(3, "C"), TypeError),
    (lambda i: i.sum(axis=7), IndexError),
    (lambda i: i.sum(axis="x"), TypeError),
    (lambda i: i.astype("M8[s]"), TypeError),
    (lambda i: i.astype("f8", casting="brave"), ValueError),
    (lambda i: i.take([1.5]), TypeError),
    (lambda i: i.take([1000]), IndexError),
    (lambda i: i.crop(1, 2, 3), ValueError),
    (lambda i: i.crop("no such key"), KeyError),
    (lambda i: i.denoise(weight="much"), ValueError),
    (lambda i: i.xmcd(i), ValueError),
    (lambda i: i.xmcd(None), TypeError),
    (lambda i: i.XMCD(), TypeError),
    (lambda i: i.hist([3]), ValueError),
    (lambda i: i.profile_line((0, 0)), ValueError),
    (lambda i: i.profile_line((0, 0), (1, 1), x=3), ValueError),
    (lambda i: i.no_such_method(), AttributeError),
    (lambda i: i.subtract_image([[1.0]]), ValueError),
    (lambda i: i.item(1, 2, 3), ValueError),
    (lambda i: i.item(1000, 0), IndexError),
    (lambda i: i.metadata["nothing"], KeyError),
    (lambda i: i.planes["nothing"], KeyError),
    (lambda i: i["nothing"], KeyError),
    (lambda i: i[100, 0], IndexError),
    (lambda i: i.save("/no/such/folder/x.png"), OSError),
    (lambda i: i.save("x.unknown"), ValueError),
    (lambda i: stoner.load("/no/such/file"), FileNotFoundError),
    (lambda i: stoner.load(__file__), ValueError),
    (lambda i: stoner.load(b"bytes"), Exception),
    (lambda i: stoner.load("a\0b"), ValueError),
    (lambda i: stoner.load_table("/no/such/file"), FileNotFoundError),
    (lambda i: stoner.Image(np.ones((10**6, 10**6))[:, :, None]) if False else stoner.Image(np.broadcast_to(1.0, (10**7, 10**7))), MemoryError),
    (lambda i: stoner.Image(i, mask=np.ones((3, 3))), ValueError),
]


@pytest.mark.parametrize(("call", "expected"), BAD, ids=range(len(BAD)))
def test_bad_input_is_an_exception_that_says_what(image, call, expected):
    with pytest.raises(expected) as raised:
        call(image)
    assert str(raised.value)
