"""`STXMImage`: what a script holds of its pixels and metadata, and the names of the original."""

import copy
import gc
import inspect
import pathlib
import pickle
import weakref

import numpy as np
import pytest
import stoner
from conftest import MINUS, PLUS
from stoner import STXMImage


pytestmark = pytest.mark.usefixtures("no_porting_warnings")


@pytest.fixture
def im(numbers):
    return STXMImage(numbers.copy(), metadata={"energy": 708.5, "stage.x": 3, "stage.y": 4}, filename="a/b.hdf5")


class TestPixelsInHand:
    """`im.image` is written to like any array, and the image has what was written, whatever is held of it."""

    def test_a_value_set_and_let_go(self, im):
        im.image[3, 4] = 99
        assert im.max() == 99 and im[3, 4] == 99 and im.clone.normalise().image[3, 4] == 1

    def test_an_array_that_is_held_is_read_at_each_call(self, im):
        held = im.image
        assert im.image is held
        for value in (50.0, 60.0):
            held[2, 2] = value
            assert float(im.to_image()[2, 2]) == value and im.image is held
        im.normalise()
        held[2, 2] = 1000
        assert im.max() == 1, "a method that works in place makes other pixels"

    @pytest.mark.parametrize("part", [lambda a: a[2:9], lambda a: a.data[:, 3], lambda a: a.T, lambda a: np.asarray(a.data)])
    def test_a_part_that_is_held_is_read_at_each_call(self, im, part):
        view = part(im.image)
        im.mean()
        im.to_image()
        view[...] = 7
        im.to_image()
        view[...] = 8
        assert (np.asarray(im) == 8).sum() >= view.size

    def test_a_mask_that_is_held_is_read_at_each_call(self, im):
        mask = im.image.mask
        im.to_image()
        mask[5] = True
        assert im.to_image().mask.sum() == 23 and im.count() == im.size - 23

    def test_nothing_is_kept_once_let_go(self, im):
        seen = weakref.ref(im.image)
        im.image[0, 0] = 5
        assert im.to_image()[0, 0] == 5
        gc.collect()
        assert seen() is None

    def test_methods_copy_no_pixels_of_an_image_that_nobody_holds(self, im):
        assert im.image[0, 0] is not None
        im.to_image()
        before = im._held.view().__array_interface__["data"]
        im.crop(2)
        im.clone.mean()
        assert im._held._array is None
        # A crop shows the same memory: one row and one column further.
        assert im._held.view().__array_interface__["data"][0] == before[0] + 2 * (23 + 1) * 8

    def test_the_shape_set_on_the_array(self, im):
        im.image.shape = (23, 17)
        assert im.shape == (23, 17) and im.to_image().shape == (23, 17)

    def test_hard_masks_and_fill_values(self, im):
        im.mask[0, :] = True
        im.harden_mask()
        im[0, 0] = 5
        assert im[0, 0] is np.ma.masked and im.hardmask
        im.soften_mask()[0, 0] = 5
        assert im[0, 0] == 5
        im.fill_value = -1
        assert im.filled().image[0, 1] == -1 and im.to_image().fill_value == -1

    def test_a_clone_is_another_one(self, im):
        held = im.image
        other = im.clone
        held[0, 0] = 77
        other["energy"] = 1
        assert other[0, 0] != 77 and im["energy"] == 708.5 and im[0, 0] == 77

    def test_copies_and_pickles(self, im):
        im.mask[1, 1] = True
        im.note = [1, 2]
        for made in (copy.copy(im), copy.deepcopy(im), pickle.loads(pickle.dumps(im))):
            assert made == im and made is not im and made.filename == im.filename
            assert made[1, 1] is np.ma.masked
        assert pickle.loads(pickle.dumps(im)).note == [1, 2]
        array = pickle.loads(pickle.dumps(im.image))
        assert array.metadata["energy"] == 708.5 and array[1, 1] is np.ma.masked

    def test_arrays_made_of_it_have_metadata_of_their_own(self, im):
        twice = im.image * 2
        assert type(twice).__name__ == "ImageArray" and twice.metadata["energy"] == 708.5
        im["energy"] = 1.0
        twice.metadata["energy"] = 2.0
        assert (im["energy"], twice.metadata["energy"], im.image.metadata["energy"]) == (1.0, 2.0, 1.0)
        im.image.metadata["energy"] = 3.0
        assert im["energy"] == 3.0
        assert twice.normalise().max() == 1 and twice.crop(3).shape == (11, 17)


class TestMetadata:
    def test_found_by_a_part_of_their_names(self, im):
        assert im["ener"] == 708.5 and im["stage"] == {"stage.x": 3, "stage.y": 4}
        assert "stage" in im and "nothing" not in im and im.get("nothing", 5) == 5
        with pytest.raises(KeyError, match="'nothing' is no entry"):
            im["nothing"]
        del im["stage"]
        assert list(im) == ["Loaded from", "energy"] == list(im.keys()) and len(im) == 2

    def test_typed(self, im):
        im["n{String}"] = 5
        assert im["n"] == "5" and im.metadata.type("n") == "String" and im.metadata.export("n") == "n{String}=5"
        im.metadata.import_key("m{I32}=6")
        assert im["m"] == 6 and im.metadata.types["m"] == "I32" and im.metadata.findtype(1.5) == "Double Float"
        assert STXMImage(np.zeros((2, 2)), metadata=im.metadata).metadata == im.metadata

    def test_text_has_what_bytes_have(self, im):
        im["name"] = "Energy"
        assert im["name"].decode() == "Energy" and im["name"] == b"Energy" and im["name"] == "Energy" and {im["name"]: 1}["Energy"] == 1

    def test_of_a_mapping(self, im):
        assert im.pop("energy") == 708.5 and im.setdefault("a", 3) == 3
        im.update({"b": 1}, c=2)
        assert im.popitem() == ("Loaded from", "") and im.popitem() == ("stage.x", 3) and dict(im.items())["c"] == 2
        im.metadata.filter("^[ab]$")
        assert list(im) == ["a", "b"]
        im.clear()
        assert not len(im)

    def test_names(self, im):
        assert im.title == "a/b.hdf5" and repr(im).startswith("a/b.hdf5(") and "4 items of metadata" in repr(im)
        im.title = "T"
        assert im.title == "T" and im.filename == "a/b.hdf5"


class TestOperators:
    def test_contrast(self):
        plus, minus = STXMImage(PLUS), STXMImage(MINUS)
        assert np.array_equal(np.asarray(plus // minus), np.asarray(plus.to_image().XMCD(minus)), equal_nan=True)
        plus //= minus
        assert abs(plus.mean()) < 1

    def test_in_place_and_reflected(self, im, numbers):
        before = im
        im += 1
        im *= 2
        assert before is im
        np.testing.assert_allclose(np.asarray(3 - im), 3 - 2 * (numbers + 1))
        np.testing.assert_allclose(np.asarray(numbers + im), numbers + 2 * (numbers + 1))

    def test_numpys_functions_are_those_of_images(self):
        array = np.ma.MaskedArray(np.arange(12.0).reshape(3, 4), np.arange(12).reshape(3, 4) == 5)
        im, out = STXMImage(stoner.Image(array)), STXMImage(stoner.Image(array))
        assert isinstance(np.clip(im, 2, 5), STXMImage) and all(isinstance(each, STXMImage) for each in np.split(im, 3))
        assert np.ma.allequal(np.median(im, axis=0), np.ma.median(array, axis=0)) and np.histogram(im)[0].sum() == 11
        assert np.clip(im, 2, 5, out=out) is out and np.asarray(out).max() == 5 and np.asarray(im).max() == 11
        held = out.image
        np.put(out, [1], 77)
        assert out.image[0, 1] == 77 and held[0, 1] == 2
        np.copyto(out, im)
        assert np.array_equal(np.ma.getmaskarray(out.image), array.mask)
        before = np.asarray(im).copy()
        np.sort(im), np.cumsum(im), np.concatenate([im, out]), np.nan_to_num(im)
        assert np.array_equal(np.asarray(im), before)

    def test_numpys_functions_leave_masked_pixels_out(self, im, numbers):
        im.mask = im.image > 4
        kept = numbers[numbers <= 4]
        assert np.median(im) == pytest.approx(np.median(kept)) and np.mean(im) == pytest.approx(kept.mean())
        assert type(np.sqrt(abs(im))) is STXMImage
        with pytest.raises(TypeError, match="fft2 has no meaning with masked pixels"):
            np.fft.fft2(im)
        im.mask = False
        assert np.allclose(np.fft.fft2(im), np.fft.fft2(numbers))

    def test_equality(self, im):
        assert im == im.clone and not im != im.clone
        other = im.clone
        other["energy"] = 1
        assert im != other and im != None  # noqa: E711
        assert np.asarray(im == np.asarray(im)).all()

    def test_bad_input(self, im):
        with pytest.raises(TypeError, match="blah"):
            im.normalise(blah=3)
        with pytest.raises(TypeError):
            im.align(im, no_such_option=3)
        with pytest.raises(TypeError, match="given twice"):
            im.crop(1, 2, 3, 4, box=(1, 2, 3, 4))
        with pytest.raises(AttributeError, match="no attribute 'nothing'"):
            im.nothing
        with pytest.raises(OSError):
            STXMImage("not/there.hdf5")
        with pytest.raises(ValueError, match="pixels cannot be deleted"):
            del im[0]
        with pytest.raises(TypeError, match="are for files"):
            STXMImage(np.zeros((2, 2)), regrid=True)


def original_names():
    """{name: keywords} of the original's documentation."""
    text = (pathlib.Path(__file__).parent / "original_names.txt").read_text()
    return {name: keywords.split() for name, _, keywords in (line.partition(":") for line in text.splitlines() if line and line[0] != "#")}


@pytest.mark.parametrize("name", original_names())
def test_the_class_has_every_name_and_keyword(name):
    found = inspect.getattr_static(STXMImage, name)
    keywords = original_names()[name]
    if not keywords:
        return
    parameters = inspect.signature(getattr(STXMImage, name)).parameters
    assert {each for each in keywords if each not in parameters} == set() or any(p.kind == p.VAR_KEYWORD for p in parameters.values()), found


class TestArraysOfPixels:
    """`im.image` has what the original's class of arrays has."""

    def test_metadata(self):
        im = STXMImage(np.arange(48.0).reshape(6, 8))
        array = im.image
        array["energy"] = 700.0
        assert im["energy"] == 700.0 == array["energy"] and list(array.keys()) == ["Loaded from", "energy"] and array.get("nothing", 4) == 4
        part, more, other = array[1:3], array + 1, array.clone
        other["energy"] = 1.0
        assert part["energy"] == more["energy"] == array["energy"] == 700.0
        array.update(note="a")
        assert array.pop("note") == "a" and "note" not in im.keys()
        del array["energy"]
        assert "energy" not in im.keys() and part["energy"] == 700.0
        with pytest.raises(ValueError, match="cannot be deleted"):
            del array[0]
        array.metadata, array.title, array.filename = {"b": 2}, "t", "n.npy"
        assert dict(im.metadata.items()) == {"b": 2} and (im.title, im.filename) == ("t", "n.npy")
        # These are about the pixels.
        assert len(array) == 6 and 3.0 in array and np.array_equal(next(iter(array)), np.arange(8.0))

    def test_attributes_go_on(self):
        array = STXMImage(np.ones((3, 4))).image
        array.stage = "left"
        assert array[1:].stage == (array * 2).stage == array.clone.stage == array.copy().stage == "left"

    def test_a_crop_shows_the_pixels_unless_it_is_a_copy(self):
        array = STXMImage(np.arange(48.0).reshape(6, 8)).image
        part, copy = array.crop(1, 4, 2, 5), array.crop(1, 4, 2, 5, copy=True)
        assert np.array_equal(part, np.arange(48.0).reshape(6, 8)[2:5, 1:4]) and np.array_equal(copy, part)
        part[0, 0] = -1
        assert array[2, 1] == -1 and copy[0, 0] == 17

    def test_it_is_saved(self, tmp_path):
        array = STXMImage(np.arange(48.0).reshape(6, 8), metadata={"energy": 700.0}).image
        array.save(tmp_path / "a.tiff")
        back = STXMImage(tmp_path / "a.tiff")
        assert np.array_equal(back.image, array) and back["energy"] == 700.0 and array.filename == str(tmp_path / "a.tiff")
        with pytest.raises(ValueError, match="needs a name"):
            STXMImage(np.ones((2, 2))).image.save()

    def test_methods_of_other_packages(self):
        pytest.importorskip("skimage")
        im = STXMImage(np.arange(48.0).reshape(6, 8) / 50, metadata={"energy": 700.0})
        made = im.image.gaussian(2)
        assert made["energy"] == 700.0 and type(made) is type(im.image) and not np.array_equal(made, im.image)
        assert np.array_equal(im.image.skimage__exposure__exposure__rescale_intensity(), im.image.rescale_intensity())
        with pytest.raises(AttributeError):
            im.image.skimage__filters__rescale_intensity()
        with pytest.raises(AttributeError, match="no attribute 'nothing'"):
            im.image.nothing()


def test_the_result_of_another_size_takes_the_place_where_it_is_asked_to():
    pytest.importorskip("skimage")
    im = STXMImage(np.arange(48.0).reshape(6, 8) / 50)
    assert im.zoom(2).shape == (12, 16) and im.shape == (6, 8)
    assert im.zoom(2, _=True) is im and im.shape == (12, 16)
    assert im.crop(1, 4, 1, 5, _=True) is im and im.shape == (4, 3)


def test_a_clone_has_the_attributes():
    im = STXMImage(np.ones((3, 4)))
    im.stage = "left"
    assert im.clone.stage == "left"


def test_a_mask_is_shown_as_a_picture():
    im = STXMImage(np.ones((3, 4)))
    im.mask[0, 0] = True
    assert im.mask._repr_png_().startswith(b"\x89PNG")


def test_what_is_no_shape_is_not_drawn():
    pytest.importorskip("skimage")
    with pytest.raises(TypeError, match="random_shapes does not give the rows and columns"):
        STXMImage(np.ones((6, 8))).draw.random_shapes((6, 8), 3)


def test_ends_of_a_profile():
    im = STXMImage(np.arange(48.0).reshape(6, 8))
    assert np.array_equal(im.profile_line(4.0, (1, 1)).column("Intensity"), im.profile_line((4, 4), (1, 1)).column("Intensity"))
    with pytest.raises(ValueError, match=r"`src` is 4; allowed: \(row, column\)"):
        im.profile_line(4, (1, 1))
