"""Frames, rows and columns that are picked, put in order or made one: what belongs to the pixels against numpy on each of it."""

import os
import pathlib

import numpy as np
import pytest
import stoner_c as sc
from pictures import imshow
from stoner_c import lib

N, ROWS, COLUMNS = 5, 6, 7
STACK = (N, ROWS, COLUMNS)
ENERGIES = np.array([700.0, 705.0, 710.0, 720.0, 730.0])
DWELLS = np.array([0.01, 0.02, 0.01, 0.05, 0.1])
DROPPED = sc.CONSTANTS["STONER_WARNING_POSITIONS_DROPPED"]


def told(call):
    ctx = lib.context_new()
    made = call(ctx)
    kept, _ = lib.context_warning_count(ctx=ctx)
    return made, [(lib.context_warning(i, ctx=ctx), lib.context_warning_code(i, ctx=ctx)) for i in range(kept)]


def scene(shape=STACK):
    """Pixels that tell their place, a plane of each frame, one that all share, a map, energies and dwells of the frames."""
    values = np.arange(float(np.prod(shape))).reshape(shape)
    image = sc.from_array(np.ma.MaskedArray(values, values % 11 == 3))
    lib.image_set_plane(image, "each", sc.from_array(-values), "um")
    shared = np.arange(float(np.prod(shape[-2:]))).reshape(shape[-2:])
    lib.image_set_plane(image, "shared", sc.from_array(shared), None)
    lib.image_set_map(image, [10.0, 20.0], [0.5, 0, 0, -0.25], "sample_x", "sample_y", "um", "um")
    if len(shape) == 3:
        metadata = lib.image_metadata(image)
        for key, array in (("counter0.energy", ENERGIES), ("counter0.count_time", DWELLS), ("control.energy", ENERGIES)):
            lib.metadata_set_array(metadata, key, sc.from_array(array[: shape[0]]))
            lib.metadata_set_unit(metadata, key, "s" if "time" in key else "eV")
        # As long as there are frames, but nothing of theirs.
        lib.metadata_set_array(metadata, "counter0.note", sc.from_array(np.arange(float(shape[0]))))
        lib.image_set_metadata(image, metadata)
    return image, values, shared


def plane(image, name):
    return sc.to_array(lib.image_plane(image, name)).data


def names(image):
    return [lib.image_plane_name(image, i) for i in range(lib.image_plane_count(image))]


def entry(image, key):
    metadata = lib.image_metadata(image)
    return sc.to_array(lib.metadata_get_array(metadata, key)).data


def has(image, key):
    metadata = lib.image_metadata(image)
    return key in [lib.metadata_key(metadata, i) for i in range(lib.metadata_count(metadata))]


def positions(image):
    rows, columns = sc.shape(image)[-2:]
    return np.array([[lib.image_position(image, c, r) for c in range(columns)] for r in range(rows)])


WHOLE = np.stack(np.meshgrid(10 + 0.5 * np.arange(COLUMNS), 20 - 0.25 * np.arange(ROWS)), axis=-1)


def check_frames(made, places, said):
    values = scene()[1]
    array = sc.to_array(made)
    np.testing.assert_array_equal(array.data, values[places])
    np.testing.assert_array_equal(array.mask, values[places] % 11 == 3)
    np.testing.assert_array_equal(plane(made, "each"), -values[places])
    np.testing.assert_array_equal(plane(made, "shared"), scene()[2])
    np.testing.assert_array_equal(positions(made), WHOLE)
    for key, of_frames in (("counter0.energy", ENERGIES), ("control.energy", ENERGIES), ("counter0.count_time", DWELLS)):
        np.testing.assert_array_equal(entry(made, key), of_frames[places])
    assert lib.metadata_unit(lib.image_metadata(made), "counter0.energy") == "eV"
    np.testing.assert_array_equal(entry(made, "counter0.note"), np.arange(float(N)))
    assert said == []


@pytest.mark.parametrize("indices", [[2], [4, 0], [0, 1, 2, 3, 4], [3, 3, 1], [-1, -5], [4, 3, 2, 1, 0]], ids=str)
def test_frames_that_are_taken_bring_what_is_theirs(indices):
    image = scene()[0]
    for axis in (0, -3):
        made, said = told(lambda ctx: lib.image_take(image, indices, len(indices), [axis], ctx=ctx))
        check_frames(made, np.array(indices), said)


def test_compressed_and_repeated_frames_bring_what_is_theirs():
    image = scene()[0]
    condition = np.array([1, 0, 0, 1], np.uint8)
    made, said = told(lambda ctx: lib.image_compress(image, condition, 4, [0], ctx=ctx))
    check_frames(made, np.array([0, 3]), said)
    made, said = told(lambda ctx: lib.image_repeat(image, [1, 0, 2, 0, 1], 5, [0], ctx=ctx))
    check_frames(made, np.array([0, 2, 2, 4]), said)


@pytest.mark.parametrize("shape", [STACK, STACK[1:]], ids=str)
@pytest.mark.parametrize("axis, indices", [(-1, [1, 3, 5]), (-1, [6, 5, 4]), (-1, [2]), (-2, [5, 3, 1]), (-2, [-1]), (-2, [0, 1])], ids=str)
def test_rows_and_columns_that_are_taken_bring_their_places(shape, axis, indices):
    image, values, shared = scene(shape)
    made, said = told(lambda ctx: lib.image_take(image, indices, len(indices), [axis], ctx=ctx))
    assert said == []
    np.testing.assert_array_equal(sc.to_array(made).data, np.take(values, indices, axis))
    np.testing.assert_array_equal(plane(made, "each"), np.take(-values, indices, axis))
    np.testing.assert_array_equal(plane(made, "shared"), np.take(shared, indices, axis))
    np.testing.assert_allclose(positions(made), np.take(WHOLE, indices, 1 if axis == -1 else 0), rtol=0, atol=1e-12)


@pytest.mark.parametrize("indices", [[0, 1, 3], [2, 2], [5, 1, 3]], ids=str)
def test_what_is_not_evenly_spaced_has_no_map(indices):
    image, values, _ = scene()
    made, [(text, code)] = told(lambda ctx: lib.image_take(image, indices, len(indices), [2], ctx=ctx))
    assert "take" in text and "evenly" in text and code == DROPPED
    with pytest.raises(sc.StonerError):
        lib.image_map(made)
    np.testing.assert_array_equal(plane(made, "each"), -values[:, :, indices])


def test_elements_without_an_axis_have_no_place():
    image, values, _ = scene()
    made, [(text, code)] = told(lambda ctx: lib.image_take(image, [3, 1], 2, ctx=ctx))
    assert names(made) == [] and "each" in text and code == DROPPED
    np.testing.assert_array_equal(sc.to_array(made).data, values.ravel()[[3, 1]])


REDUCTIONS = {
    "mean": np.ma.mean, "sum": np.ma.sum, "max": np.ma.max, "min": np.ma.min, "std": np.ma.std, "var": np.ma.var, "prod": np.ma.prod,
    "ptp": np.ma.ptp, "any": np.ma.any, "all": np.ma.all, "count": np.ma.count,
}


@pytest.mark.parametrize("name", REDUCTIONS)
@pytest.mark.parametrize("keepdims", [False, True])
def test_reductions_over_the_frames_keep_the_map(name, keepdims):
    image = scene()[0]
    call = getattr(lib, f"image_{name}")
    made, [(text, code)] = told(lambda ctx: call(image, axes=[0], n_axes=1, keepdims=keepdims, ctx=ctx))
    assert code == DROPPED and "each" in text and "map" not in text and "shared" not in text
    expected = REDUCTIONS[name](sc.to_array(image), axis=0)
    np.testing.assert_allclose(sc.to_array(made).reshape(expected.shape), expected)
    assert names(made) == ["shared"] and sc.shape(made) == ((1, ROWS, COLUMNS) if keepdims else (ROWS, COLUMNS))
    np.testing.assert_array_equal(positions(made), WHOLE)
    # What the mean is made of.
    np.testing.assert_array_equal(entry(made, "counter0.energy"), ENERGIES)
    # Over rows, or frames and rows, no pixel has a place any more.
    for axes in ([1], [0, 1], [0, 1, 2]):
        made, [(text, _)] = told(lambda ctx: call(image, axes=axes, n_axes=len(axes), ctx=ctx))
        assert "map" in text and names(made) == []


@pytest.mark.parametrize("name", ["argmin", "argmax", "mini"])
def test_positions_and_minima_over_the_frames_keep_the_map(name):
    made, _ = told(lambda ctx: getattr(lib, f"image_{name}")(scene()[0], axis=[0], ctx=ctx))
    np.testing.assert_array_equal(positions(made), WHOLE)


@pytest.mark.parametrize("name", ["sort", "argsort"])
def test_frames_in_another_order_for_each_pixel_have_no_energy(name):
    image = scene()[0]
    made, [(text, code)] = told(lambda ctx: getattr(lib, f"image_{name}")(image, axis=[0], endwith=True, ctx=ctx))
    assert code == DROPPED and all(key in text for key in ("each", "counter0.energy", "counter0.count_time", "control.energy"))
    assert not has(made, "counter0.energy") and has(made, "counter0.note") and names(made) == ["shared"]
    np.testing.assert_array_equal(positions(made), WHOLE)
    # Along rows and columns pixels change their places.
    for axis in (1, 2, -1):
        made, [(text, _)] = told(lambda ctx: getattr(lib, f"image_{name}")(image, axis=[axis], endwith=True, ctx=ctx))
        assert "map" in text and names(made) == []


def test_axes_that_change_places_leave_no_frames_behind():
    """Five frames of 6 x 5 become five frames of 6 x 5 that are columns: their energies are nobody's."""
    image = scene((N, ROWS, N))[0]
    made, [(text, _)] = told(lambda ctx: lib.image_transpose_axes(image, [2, 1, 0], 3, ctx=ctx))
    assert "counter0.energy" in text and not has(made, "counter0.energy")
    made, said = told(lambda ctx: lib.image_transpose_axes(image, [0, 2, 1], 3, ctx=ctx))
    assert said == [] and has(made, "counter0.energy")


def test_the_only_frame_of_a_stack_becomes_an_image():
    image, values, _ = scene()
    one = lib.image_take(image, [3], 1, [0])
    for axes in ([0], []):
        made, said = told(lambda ctx: lib.image_squeeze(one, axes, len(axes), ctx=ctx))
        assert said == [] and sc.shape(made) == (ROWS, COLUMNS)
        np.testing.assert_array_equal(plane(made, "each"), -values[3])
        np.testing.assert_array_equal(positions(made), WHOLE)
        assert lib.image_metadata_get_f64(made, "counter0.energy") == 720.0
        assert lib.image_metadata_get_f64(made, "counter0.count_time") == 0.05


def test_values_that_stay_where_they_are_keep_everything():
    image = scene()[0]
    for call in (lib.image_flip_h, lib.image_flip_v, lambda i, ctx: lib.image_cumsum(i, axis=[0], ctx=ctx)):
        made, said = told(lambda ctx: call(image, ctx=ctx))
        assert said == [] and has(made, "counter0.energy") and set(names(made)) == {"each", "shared"}


# Python's indices.

SELECTIONS = {
    "frame": 2, "last frame": -1, "frames": slice(1, 3), "every second": slice(None, None, 2), "backwards": slice(None, None, -1),
    "list": [3, 0], "array": np.array([1, 1, 4]), "mask": np.array([True, False, True, False, False]),
    "frame, part": (2, slice(1, 4), slice(2, 6)), "frames, part": (slice(1, 4), slice(1, 4), slice(2, 6)),
    "frames, every second pixel": (slice(1, 4), slice(None, None, 2), slice(None, None, 3)),
    "mirrored": (Ellipsis, slice(None, None, -1)), "part": (slice(None), slice(0, 2)), "columns": (Ellipsis, [1, 3, 5]),
    "frame, mirrored": (1, slice(None, None, -1), slice(None, None, -1)),
}


@pytest.fixture(scope="module")
def stoner():
    os.environ.setdefault("STONER_LIBRARY", "")
    return pytest.importorskip("stoner")


@pytest.mark.parametrize("name", SELECTIONS)
def test_indices_of_python_keep_planes_map_and_energies(stoner, name, recwarn):
    index = SELECTIONS[name]
    image = stoner.Image._wrap(scene()[0])
    # Other tests leave theirs in this thread's own context.
    lib.context_clear_warnings()
    recwarn.clear()
    values, shared = image.masked_array(), scene()[2]
    made = image[index]
    assert [str(w.message) for w in recwarn.list] == []
    expected = values[index]
    np.testing.assert_array_equal(made.masked_array().data, expected.data)
    np.testing.assert_array_equal(made.mask, np.ma.getmaskarray(expected))
    np.testing.assert_array_equal(made.planes["each"].data, -expected.data)
    whole = index if isinstance(index, tuple) else (index,)
    dots = any(each is Ellipsis for each in whole)
    in_frame = [slice(None), whole[-1]] if dots else [slice(None), slice(None)]
    if not dots:
        in_frame[: len(whole) - 1] = whole[1:]
    np.testing.assert_array_equal(made.planes["shared"].data, shared[tuple(in_frame)])
    np.testing.assert_allclose(positions(made._handle), WHOLE[tuple(in_frame)], rtol=0, atol=1e-12)
    frames = slice(None) if dots else whole[0]
    np.testing.assert_array_equal(made.metadata["counter0.energy"], ENERGIES[frames])
    assert np.ndim(made.metadata["counter0.energy"]) == np.ndim(ENERGIES[frames])


@pytest.mark.parametrize("index", [(0, 1), (slice(None), 2), (Ellipsis, 3), np.ones(STACK, bool), ([0, 1], [2, 3]), (None, 1)], ids=str)
def test_other_indices_warn_of_what_is_lost(stoner, index):
    image = stoner.Image._wrap(scene()[0])
    with pytest.warns(stoner.StonerWarning, match="each, shared, sample_x, sample_y") as warned:
        made = image[index]
    np.testing.assert_array_equal(made.masked_array().data, image.masked_array()[index].data)
    assert not list(made.planes) and made.map is None
    assert [w.message.kind for w in warned if isinstance(w.message, stoner.StonerWarning)] == ["positions-dropped"]


def test_the_figure_of_a_frame_shows_its_energy(stoner):
    image = stoner.Image._wrap(scene()[0])
    taken = image[[3, 1]]

    def line(image, **which):
        out, boxes = imshow(image._handle, 600, 600, metadata=True, **which)
        x0, x1, y0, y1 = (int(side) for side in boxes["metadata"])
        return out[y0:y1, x0:x1]

    for place, frame in enumerate((3, 1)):
        shown = line(image, frame=frame)
        assert np.array_equal(shown, line(taken, frame=place)) and np.array_equal(shown, line(image[frame]))
        assert not np.array_equal(shown, line(image, frame=0))


needs_data = pytest.mark.skipif("STONER_TEST_DATA" not in os.environ, reason="STONER_TEST_DATA names no folder")


@needs_data
def test_frames_of_a_real_stack(stoner):
    h5py = pytest.importorskip("h5py")
    path = pathlib.Path(os.environ["STONER_TEST_DATA"]) / "pollux" / "Sample_Stack_2021-03-16_128.hdf5"
    stack = stoner.load(path)
    with h5py.File(path) as file:
        pixels, energies = file["entry1/counter0/data"][()][:, ::-1], file["entry1/counter0/energy"][()]
        dwells = file["entry1/counter0/count_time"][()]
    for frame in range(len(energies)):
        one = stack[frame]
        assert one.metadata["counter0.energy"] == energies[frame] and one.metadata["counter0.count_time"] == dwells[frame]
        assert np.array_equal(one.data, pixels[frame]) and one.map == stack.map
        assert np.array_equal(one.planes["actual_x"].data, stack.planes["actual_x"].data[frame], equal_nan=True)
    back = stack[::-1]
    assert np.array_equal(back.metadata["counter0.energy"], energies[::-1]) and np.array_equal(back.data, pixels[::-1])


def test_images_become_the_frames_of_a_stack_and_come_back():
    stack, values, shared = scene()
    frames = [lib.image_frame(stack, i) for i in range(N)]
    made, warnings = told(lambda ctx: lib.image_stack(frames, len(frames), ctx=ctx))
    assert warnings == []
    assert lib.image_equal(lib.image_frame(made, -1), frames[-1], 1)
    found = sc.to_array(made)
    np.testing.assert_array_equal(found.data, values)
    np.testing.assert_array_equal(found.mask, values % 11 == 3)
    np.testing.assert_array_equal(plane(made, "each"), -values)
    np.testing.assert_array_equal(plane(made, "shared"), shared)
    for key, expected in (("counter0.energy", ENERGIES), ("counter0.count_time", DWELLS), ("control.energy", ENERGIES)):
        np.testing.assert_array_equal(entry(made, key), expected)
    # A stack among them gives all its frames; dtypes are promoted as numpy's.
    more = lib.image_astype(frames[0], sc.DTYPES[np.dtype("c8")])
    longer = lib.image_stack([made, more], 2)
    assert sc.shape(longer) == (N + 1, ROWS, COLUMNS) and sc.dtype(longer) == np.result_type("f8", "c8")


def test_a_stack_of_unlike_images():
    one, other = sc.from_array(np.ones((3, 4))), sc.from_array(np.ones((4, 3)))
    for call in (lambda: lib.image_stack([one, other], 2), lambda: lib.image_frame(one, 0), lambda: lib.image_stack([sc.from_array(np.ones(3))], 1)):
        with pytest.raises(sc.StonerError) as error:
            call()
        assert error.value.name == "SHAPE"
    with pytest.raises(sc.StonerError) as error:
        lib.image_stack([], 0)
    assert error.value.name == "INVALID_ARGUMENT"
    with pytest.raises(sc.StonerError) as error:
        lib.image_frame(lib.image_stack([one, one], 2), 2)
    assert error.value.name == "OUT_OF_RANGE"
    near, far = (sc.from_array(np.ones((3, 4))) for _ in range(2))
    for image, x in ((near, 0.0), (far, 50.0)):
        lib.image_set_map(image, [x, 0.0], [0.5, 0, 0, -0.25], "sample_x", "sample_y", "um", "um")
    _, warnings = told(lambda ctx: lib.image_stack([near, far], 2, ctx=ctx))
    assert [code for _, code in warnings] == [sc.CONSTANTS["STONER_WARNING_UNLIKE"]] and "images[1]" in warnings[0][0]
