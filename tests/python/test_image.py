"""Images as Python sees them: numpy in and out without copies, operators, indices, copies, pickles, pictures."""

import copy
import gc
import io
import pickle
import weakref

import numpy as np
import pytest
import stoner
from conftest import PLUS

DTYPES = "bool uint8 int8 uint16 int16 uint32 int32 uint64 int64 float32 float64 complex64 complex128".split()


def same(image, expected, rtol=0.0):
    """An image and a masked array, elements and masks. `rtol` for functions and sums, whose last digits depend on the kernel that
    numpy chooses by the processor and by how the elements lie."""
    found = image.masked_array()
    assert found.dtype == expected.dtype and found.shape == expected.shape
    assert np.array_equal(np.ma.getmaskarray(found), np.ma.getmaskarray(expected))
    np.testing.assert_allclose(np.ma.filled(found, 0), np.ma.filled(expected, 0), rtol=rtol, atol=0)


# Arrays in.


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("layout", ["C", "F", "reversed", "every second", "big endian"])
def test_every_dtype_and_layout_comes_in_and_out(dtype, layout):
    array = np.random.default_rng(1).integers(0, 2 if dtype == "bool" else 100, (6, 9)).astype(dtype)
    given = {
        "C": array,
        "F": np.asfortranarray(array),
        "reversed": array[::-1, ::-1],
        "every second": array[::2, 1::3],
        "big endian": array.astype(array.dtype.newbyteorder(">")),
    }[layout]
    image = stoner.Image(given)
    assert image.dtype == np.dtype(dtype) and image.shape == given.shape
    assert np.array_equal(np.asarray(image), given)


@pytest.mark.parametrize("shape", [(), (1,), (5,), (0, 3), (2, 3, 4), (1, 2, 1, 2, 1, 2, 1, 2)])
def test_every_rank_comes_in_and_out(shape):
    array = np.arange(np.prod(shape, dtype=int), dtype=float).reshape(shape)
    image = stoner.Image(array)
    assert image.shape == shape and np.array_equal(image.data, array)


def test_lists_and_masks_come_in(masked):
    assert np.array_equal(stoner.Image([[1, 2], [3, 4]]).data, [[1, 2], [3, 4]])
    same(stoner.Image(masked), masked)
    same(stoner.Image(masked.data, masked.mask), masked)
    same(stoner.Image(masked[::-1, ::2]), masked[::-1, ::2])
    image = stoner.Image(masked, title="t", filename="f.png", metadata={"a": 1})
    assert (image.title, image.filename, image.metadata["a"]) == ("t", "f.png", 1)


#: On Windows it is the same as float64.
LONG_DOUBLE = pytest.param("longdouble", marks=pytest.mark.skipif(np.dtype("longdouble") == np.float64, reason="longdouble is float64"))


@pytest.mark.parametrize("bad", ["datetime64[s]", LONG_DOUBLE, "S3", object])
def test_other_dtypes_are_errors(bad):
    with pytest.raises(TypeError, match="none of the library's"):
        stoner.Image(np.zeros((2, 2), bad))


# Arrays out.


def test_pixels_are_shown_without_a_copy_and_cannot_be_written(scan):
    first, second = np.asarray(scan), scan.data
    assert np.shares_memory(first, second)
    assert not first.flags.writeable
    with pytest.raises(ValueError):
        first[0, 0] = 1
    turned = scan.CW.data
    assert np.shares_memory(turned, first), "turns copy no pixels"
    assert np.array_equal(turned, np.rot90(first, -1))


def test_what_is_shown_stays_when_the_image_changes_or_goes(scan):
    shown = np.asarray(scan)
    before = shown.copy()
    scan.fill(0)
    assert np.array_equal(shown, before) and (scan.data == 0).all()
    del scan
    gc.collect()
    assert np.array_equal(shown, before)


def test_the_library_frees_what_python_no_longer_shows():
    gc.collect()
    before = stoner.live_handles()
    image = stoner.Image(np.zeros((500, 500)))
    shown = np.asarray(image)[10:20]
    gone = weakref.ref(image)
    del image
    gc.collect()
    assert gone() is None and stoner.live_handles() > before and (shown == 0).all()
    del shown
    gc.collect()
    assert stoner.live_handles() == before


def test_array_protocol_converts_and_copies(scan):
    assert np.asarray(scan, dtype=np.float32).dtype == np.float32
    made = np.array(scan)
    made[0, 0] = -1
    assert scan.data[0, 0] != -1


def test_read_into_memory_of_ones_own(numbers):
    image = stoner.Image(numbers)
    out = np.zeros(numbers.shape, np.float32, order="F")
    assert image.read(out=out) is out and np.array_equal(out, numbers.astype(np.float32))
    whole = np.zeros((30, 40))
    image.read(out=whole[2:19, 5:28])
    assert np.array_equal(whole[2:19, 5:28], numbers) and whole[:2].sum() == 0 and whole[:, 28:].sum() == 0
    assert image.read(np.int16).dtype == np.int16
    with pytest.raises(ValueError, match="shape"):
        image.read(out=np.zeros((3, 3)))
    with pytest.raises(ValueError, match="writeable"):
        image.read(out=image.data)
    with pytest.raises(ValueError, match="negative"):
        image.read(out=np.zeros(numbers.shape)[::-1])


def test_write_into_a_box(numbers):
    image = stoner.Image(numbers, mask=np.ones(numbers.shape, bool))
    image.write(np.full((3, 4), 7, np.int16), box=(2, 6, 1, 4))
    expected = numbers.copy()
    expected[1:4, 2:6] = 7
    assert np.array_equal(image.data, expected)
    assert (~image.mask).sum() == 12
    image.write(5.0, box=(None, 1, None, None))
    assert (image.data[:, 0] == 5).all()
    with pytest.raises(ValueError):
        image.write(np.zeros((9, 9)), box=(0, 3, 0, 3))
    with pytest.raises(IndexError):
        image.write(0.0, box=(0, 300, 0, 3))


def test_masks(numbers):
    image = stoner.Image(numbers)
    assert image.mask.shape == numbers.shape and not image.mask.any()
    image.mask = numbers < 2
    assert np.array_equal(image.mask, numbers < 2)
    with pytest.raises(ValueError):
        image.mask[0, 0] = True
    image.mask = True
    assert image.mask.all()
    image.mask = np.ma.nomask
    assert not image.mask.any()
    image.fill_value = -9
    image.mask = numbers < 2
    assert image.fill_value == -9 and (image.filled().data[numbers < 2] == -9).all()


# Operators and functions.


@pytest.mark.parametrize(
    "work",
    [
        lambda a: a + 1,
        lambda a: 1 - a,
        lambda a: a / (a - a.max()),
        lambda a: a**2 // 3,
        lambda a: -a % 2,
        lambda a: np.sqrt(a),
        lambda a: np.log(a),
        lambda a: np.hypot(a, a),
        lambda a: np.maximum(a, 2),
        lambda a: a > 2,
        lambda a: (a > 2) & ~(a < 3),
        lambda a: abs(a),
        lambda a: a + np.arange(23),
        lambda a: np.arange(17)[:, None] * a,
    ],
)
def test_operators_are_those_of_masked_arrays(masked, work):
    with np.errstate(all="ignore"):
        expected = work(masked)
    found = work(stoner.Image(masked))
    assert isinstance(found, stoner.Image)
    same(found, expected, rtol=1e-14)


def test_operators_keep_metadata_planes_and_map(scan):
    made = np.log(scan * 2.0)
    assert made.metadata == scan.metadata and made.map == scan.map and list(made.planes) == list(scan.planes)
    assert made.title == scan.title and made.filename == scan.filename
    assert list((scan + np.zeros((3, *scan.shape))).planes) == []


def test_operators_with_arrays_on_the_left(masked):
    image = stoner.Image(masked)
    same(masked.data + image, masked.data + masked)
    # A masked array keeps the operation to itself, and sees the image's mask.
    other = np.ma.MaskedArray(masked.data, np.roll(masked.mask, 1))
    expected = other + masked
    found = other + image
    assert np.array_equal(found.mask, expected.mask) and np.ma.allclose(found, expected)
    assert np.array_equal(np.ma.getmaskarray(image), masked.mask)


def test_in_place_operators_change_the_image(numbers):
    image = stoner.Image(numbers, metadata={"a": 1})
    other = image.clone()
    same_object = image
    image += 1
    image *= 2
    assert image is same_object and np.array_equal(image.data, (numbers + 1) * 2) and np.array_equal(other.data, numbers)
    whole = stoner.Image(np.arange(6).reshape(2, 3))
    with pytest.raises(TypeError, match="float64"):
        whole += 0.5
    out = np.empty(numbers.shape)
    assert np.add(other, 1, out=out) is out and np.array_equal(out, numbers + 1)


def test_ufunc_methods(masked):
    image = stoner.Image(masked)
    # numpy's own reduction of a masked array adds what lies beneath the mask.
    same(np.add.reduce(image, axis=0), np.ma.add.reduce(masked, axis=0), rtol=1e-13)
    low, high = np.modf(image)
    same(low, np.modf(masked)[0])
    same(high, np.modf(masked)[1])
    product, expected = (image @ image.T).masked_array(), np.ma.dot(masked, masked.T)
    assert np.array_equal(np.ma.getmaskarray(product), np.ma.getmaskarray(expected))
    # numpy's product is summed in an order that depends on the processor.
    np.testing.assert_allclose(product.filled(0), expected.filled(0), rtol=1e-12, atol=1e-12)


# Indices.

INDICES = [
    (3, 4),
    3,
    slice(2, 9),
    (slice(2, 9), slice(1, None)),
    (slice(None, None, 2), slice(None, None, -1)),
    (Ellipsis, 2),
    (None, slice(0, 3)),
    [1, 5, 2],
    ([1, 2], [3, 4]),
    (slice(5, 2), slice(None)),
    -1,
    (slice(-4, None), slice(-5, -1)),
]


@pytest.mark.parametrize("index", INDICES, ids=str)
def test_indices_are_numpys(masked, index):
    image = stoner.Image(masked, metadata={"energy": 1.0})
    found, expected = image[index], masked[index]
    if isinstance(found, stoner.Image):
        same(found, expected)
        assert found.metadata["energy"] == 1.0
    else:
        assert (found is np.ma.masked) == (expected is np.ma.masked) and (found is np.ma.masked or found == expected)
    changed = masked.copy()
    changed[index] = 99
    image[index] = 99
    same(image, changed)


def test_masks_as_indices(masked):
    image = stoner.Image(masked)
    same(image[image > 3], masked[(masked > 3).filled(0)])
    image[image > 3] = np.ma.masked
    assert (image.mask | (image.data <= 3)).all()


def test_slices_keep_planes_and_map(scan):
    part = scan[10:50, 20:90]
    assert part.planes["actual_x"].shape == (40, 70)
    assert part.position(0, 0) == scan.position(20, 10)
    assert np.shares_memory(part.data, scan.data)
    assert scan["collection.energy.value"] == scan.metadata["collection.energy.value"]


def test_a_stack_gives_its_frames(numbers):
    stack = stoner.Image(np.stack([numbers, numbers + 1, numbers + 2]))
    assert len(stack) == 3 and [frame.shape for frame in stack] == [numbers.shape] * 3
    assert np.array_equal(stack[1].data, numbers + 1)
    assert stack[:, 2:5, 3:4].shape == (3, 3, 1) and stack[0:2].shape == (2, *numbers.shape)
    assert stack[..., 2:5].shape == (3, 17, 3)


def test_elements(numbers):
    image = stoner.Image(numbers)
    assert image.item(2, 3) == numbers[2, 3] and image.item(5) == numbers.item(5)
    image.itemset((2, 3), 9.5)
    image.itemset(0, -1)
    assert image[2, 3] == 9.5 and image[0, 0] == -1
    image[2, 3] = np.ma.masked
    assert image.item(2, 3) is np.ma.masked
    big = stoner.Image(np.array([[2**63 + 1]], np.uint64))
    assert big.item() == 2**63 + 1 and stoner.Image([[1 + 2j]]).item() == 1 + 2j and stoner.Image([[True]]).item() is True
    assert float(stoner.Image([[2.5]])) == 2.5 and int(stoner.Image([[2]])) == 2 and bool(stoner.Image([[0]])) is False
    with pytest.raises(ValueError):
        bool(image)


# Copies, pickles, pictures.


def test_copies_are_values(image):
    for made in (image.clone(), image.copy(), copy.copy(image), copy.deepcopy(image), stoner.Image(image)):
        assert made.equal(image, all=True)
        made.fill(0)
        made.metadata["energy"] = 1
        assert image.metadata["energy"] == 708.5 and image.max() > 0


def everything():
    image = stoner.load(PLUS)
    image[3:5, 6] = np.ma.masked
    image.harden_mask()
    image.fill_value = -5
    image.metadata["cluster"] = {"a": 1.5, "b": [1, "x", None]}
    image.metadata["gap"] = 2.5
    image.metadata.units["gap"] = "mm"
    plane = np.ma.MaskedArray(np.arange(image.size, dtype=np.int16).reshape(image.shape))
    plane[0, 0] = np.ma.masked
    image.planes.set("mine", plane, "V")
    return image


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickles_keep_everything(protocol):
    image = everything()
    made = pickle.loads(pickle.dumps(image, protocol))
    assert made.equal(image, all=True)
    assert made.metadata == image.metadata and made.map == image.map and made.planes.units == image.planes.units
    assert made.hardmask and made.fill_value == -5 and made.title == image.title


def test_pickles_can_leave_the_pixels_outside():
    buffers = []
    image = everything()
    text = pickle.dumps(image, 5, buffer_callback=buffers.append)
    assert len(text) < image.nbytes and sum(len(buffer.raw()) for buffer in buffers) >= image.nbytes
    assert pickle.loads(text, buffers=buffers).equal(image, all=True)


@pytest.mark.parametrize("dtype", ["bool", "uint8", "float32", "complex64"])
@pytest.mark.parametrize("shape", [(), (0, 3), (3, 4), (2, 3, 4)])
def test_pickles_of_every_kind(dtype, shape):
    image = stoner.Image(np.ones(shape, dtype), title="t")
    made = pickle.loads(pickle.dumps(image))
    assert made.equal(image, all=True) and made.dtype == image.dtype and made.title == "t"


def test_repr(scan, image):
    assert repr(scan) == "<stoner.Image: 128 x 128, float64, domain_plus.hdf5>"
    assert f"{image.mask.sum()} masked" in repr(image)


@pytest.mark.parametrize("kind", ["scan", "constant", "bool", "integers", "stack", "masked"])
def test_pictures_for_notebooks(kind, scan, numbers, quiet):
    made = {
        "scan": scan,
        "constant": stoner.Image(np.ones((4, 5))),
        "bool": stoner.Image(numbers > 3),
        "integers": stoner.Image((numbers * 100).astype(np.int32)),
        "stack": stoner.Image(np.stack([numbers, numbers])),
        "masked": stoner.Image(numbers, mask=np.ones(numbers.shape, bool)),
    }[kind]
    from PIL import Image as Pillow

    picture = Pillow.open(io.BytesIO(made._repr_png_()))
    rows, columns = made.shape[-2:]
    factor = picture.size[0] // columns
    assert factor >= 1 and picture.size == (factor * columns, factor * rows), "small images are enlarged by a whole number"
    low, high = picture.convert("L").getextrema()
    assert (low, high) == (0, 255) or kind in ("constant", "masked")


def test_no_picture_of_what_is_none():
    assert stoner.Image(np.ones((3, 3), complex))._repr_png_() is None
    assert stoner.Image(np.ones(3))._repr_png_() is None


def test_properties_of_the_original(scan):
    assert scan.ndim == 2 and scan.size == 128 * 128 and scan.nbytes == scan.size * 8 and scan.itemsize == 8
    assert scan.aspect == 1 and scan.max_box == (0, 128, 0, 128) and scan.strides == scan.data.strides
    assert scan.flags["c_contiguous"] and scan.iscontiguous() and scan.fmts[:2] == ["tif", "tiff"]
    assert scan.polarization in (-1, 1)
    with pytest.warns(stoner.StonerWarning, match="dropped: "):
        scan.shape = (64, 256)
    assert scan.shape == (64, 256)
    with pytest.raises(TypeError):
        hash(scan)


def test_map_and_planes(scan):
    before = scan.map
    scan.map = stoner.Map((1.0, 2.0), ((0.5, 0.0), (0.0, -0.5)), units=("nm", "nm"))
    assert scan.position(2, 2) == (2.0, 1.0) and scan.pixel_size() == (0.5, 0.5) and scan.map.units == ("nm", "nm")
    scan.map = None
    assert scan.map is None
    scan.map = before
    assert scan.map == before
    scan.planes["extra"] = np.arange(scan.size).reshape(scan.shape)
    assert "extra" in scan.planes and scan.CW.planes["extra"].data[0, -1] == 0
    del scan.planes["extra"]
    assert "extra" not in scan.planes
    with pytest.raises(KeyError):
        scan.planes["extra"]


def test_images_become_a_stack(numbers):
    frames = [stoner.Image(numbers), stoner.Image(numbers * 2)]
    frames[1].metadata["counter0.energy"], frames[0].metadata["counter0.energy"] = 710.0, 700.0
    made = stoner.stack(frames)
    assert made.shape == (2, *numbers.shape) and made.metadata["counter0.energy"].tolist() == [700.0, 710.0]
    assert made.frame(-1).metadata["counter0.energy"] == 710.0
    np.testing.assert_array_equal(np.asarray(made.frame(1)), np.asarray(numbers) * 2)
