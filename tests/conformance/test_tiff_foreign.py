"""TIFF files of ImageJ, tifffile and other programs, and our files in these programs.

The oracles are tifffile, Pillow and OpenCV, each run on the same file.
"""
import json
import struct
import zlib

import numpy as np
import pytest
import tifffile
from image_files import REALS, cases, load, measured, ramp, run
from PIL import Image


def raw(path, frames, description, byteorder="<", big=False, tail=b"", rows_per_strip=None, extra=()):
    """A file with one directory, before the pixels of all frames."""
    n, rows, columns = frames.shape
    frames = frames.astype(frames.dtype.newbyteorder(byteorder))
    text = description.encode("latin-1") + b"\0"
    e = byteorder
    entry, count, offset = ("HHQQ", "Q", 8) if big else ("HHII", "H", 4)
    kind = {"u": 1, "i": 2, "f": 3}[frames.dtype.kind]
    strip = rows_per_strip or rows
    strips = -(-rows // strip)
    wide = 16 if big else 4
    tags = [(256, 3, [columns]), (257, 3, [rows]), (258, 3, [frames.dtype.itemsize * 8]), (259, 3, [1]), (262, 3, [1]),
            (270, 2, text), (273, wide, None), (277, 3, [1]), (278, 3, [strip]), (279, wide, None), (339, 3, [kind]), *extra]
    head = 16 if big else 8
    directory = struct.calcsize(e + count) + len(tags) * (20 if big else 12) + offset
    at = head + directory
    body, entries = b"", b""
    sizes = [frames.dtype.itemsize * columns * min(strip, rows - i * strip) for i in range(strips)]
    start = 4096
    for tag, kind, values in sorted(tags, key=lambda t: t[0]):
        if tag == 273:
            values = [start + sum(sizes[:i]) for i in range(strips)]
        if tag == 279:
            values = sizes
        if kind == 2:
            data, n_values = values, len(values)
        else:
            data = struct.pack(f"{e}{len(values)}{ {1: 'B', 3: 'H', 4: 'I', 16: 'Q'}[kind] }", *values)
            n_values = len(values)
        if len(data) <= offset:
            value = data.ljust(offset, b"\0")
        else:
            value = struct.pack(e + ("Q" if big else "I"), at + len(body))
            body += data + b"\0" * (len(data) % 2)
        entries += struct.pack(e + entry[:2] + ("Q" if big else "I"), tag, kind, n_values) + value
    order = b"II" if byteorder == "<" else b"MM"
    header = order + (struct.pack(e + "HHHQ", 43, 8, 0, 16) if big else struct.pack(e + "HI", 42, 8))
    data = header + struct.pack(e + count, len(tags)) + entries + struct.pack(e + ("Q" if big else "I"), 0) + body
    assert len(data) <= start
    path.write_bytes(data.ljust(start, b"\0") + frames.tobytes() + tail)


# More frames than directories


@pytest.mark.parametrize("name", ["imagej_bigstack_one_ifd.tif"])
def test_the_shared_hyperstack(name):
    found = load(cases() / name)
    expected = tifffile.imread(cases() / name)
    assert found["shape"] == [3, 13, 17] and found["warnings"] == []
    np.testing.assert_array_equal(found["pixels"], expected)


@pytest.mark.parametrize("dtype", REALS)
@pytest.mark.parametrize("big", [False, True])
@pytest.mark.parametrize("byteorder", ["<", ">"])
def test_frames_behind_one_directory(tmp_path, byteorder, big, dtype):
    a = ramp(dtype, (6, 5, 7))
    descriptions = {
        "images": "ImageJ=1.53t\nimages=6\nslices=6\nloop=false\n",
        "hyperstack": "ImageJ=1.53t\nimages=6\nchannels=2\nframes=3\nhyperstack=true\n",
        "slices": "ImageJ=1.53t\nslices=3\nframes=2\n",
        "truncated": json.dumps({"shape": [6, 5, 7], "truncated": True}),
        "shaped": json.dumps({"shape": [2, 3, 5, 7]}),
    }
    for name, description in descriptions.items():
        for strip in (None, 2):
            raw(tmp_path / "a.tif", a, description, byteorder, big, rows_per_strip=strip)
            found = load(tmp_path / "a.tif")
            assert found["dtype"] == dtype and found["warnings"] == [], name
            np.testing.assert_array_equal(found["pixels"], a, err_msg=name)
            np.testing.assert_array_equal(tifffile.imread(tmp_path / "a.tif").reshape(a.shape), a, err_msg=name)


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "float16", "float32", "float64"])
def test_truncated_series_of_tifffile(tmp_path, dtype):
    a = ramp(dtype, (4, 9, 13))
    for options in ({}, {"byteorder": ">"}, {"bigtiff": True}, {"rowsperstrip": 4}):
        tifffile.imwrite(tmp_path / "a.tif", a, truncate=True, photometric="minisblack", **options)
        with tifffile.TiffFile(tmp_path / "a.tif") as file:
            assert len(file.pages) == 1
        found = load(tmp_path / "a.tif")
        assert found["warnings"] == [] and found["shape"] == [4, 9, 13]
        np.testing.assert_array_equal(found["pixels"], a)


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
@pytest.mark.parametrize("shape", [(3, 5, 7), (2, 3, 5, 7), (2, 3, 2, 5, 7)])
def test_imagej_files_of_tifffile(tmp_path, dtype, shape):
    a = ramp(dtype, shape)
    axes = "TZCYX"[-len(shape):]
    for options in ({}, {"truncate": True}, {"byteorder": "<"}):
        tifffile.imwrite(tmp_path / "a.tif", a, imagej=True, metadata={"axes": axes}, **options)
        found = load(tmp_path / "a.tif")
        np.testing.assert_array_equal(found["pixels"], a.reshape(-1, 5, 7))
        assert found["warnings"] == []


def test_imagej_in_colour(tmp_path):
    a = np.random.default_rng(1).integers(0, 255, (3, 6, 9, 3)).astype("u1")
    tifffile.imwrite(tmp_path / "a.tif", a, imagej=True, truncate=True, photometric="rgb")
    found = load(tmp_path / "a.tif")
    expected = [np.asarray(Image.fromarray(frame).convert("L")) for frame in a]
    np.testing.assert_array_equal(found["pixels"], expected)
    # A look-up table of ImageJ.
    table = np.stack([np.arange(256)[::-1]] * 3).astype("u2") * 257
    tifffile.imwrite(tmp_path / "b.tif", a[..., 0], truncate=True, photometric="palette", colormap=table)
    np.testing.assert_array_equal(load(tmp_path / "b.tif")["pixels"], 255 - a[..., 0])


def test_more_frames_promised_than_there(tmp_path):
    a = ramp("uint16", (3, 5, 7))
    for description in ("ImageJ=1.53t\nimages=5\nslices=5\n", json.dumps({"shape": [5, 5, 7], "truncated": True}),
                        "ImageJ=1.53t\nchannels=4294967296\nframes=4294967296\nimages=18446744073709551615\n"):
        raw(tmp_path / "a.tif", a, description, tail=b"\0" * 33)
        found = load(tmp_path / "a.tif")
        np.testing.assert_array_equal(found["pixels"], a)
        assert len(found["warnings"]) == 1 and "the file holds 3" in found["warnings"][0], found["warnings"]
    # Separate pages: the data after the first page's pixels are no frame.
    for promised in (4, 100):
        with tifffile.TiffWriter(tmp_path / "b.tif") as out:
            for n, frame in enumerate(a):
                text = f"ImageJ=1.53t\nimages={promised}\n" if n == 0 else None
                out.write(frame, description=text, metadata=None, contiguous=False)
        found = load(tmp_path / "b.tif")
        np.testing.assert_array_equal(found["pixels"], a)
        assert len(found["warnings"]) == 1 and f"promises {promised} frames, the file holds 3" in found["warnings"][0]
    # One frame alone, whose directory stands behind its pixels.
    Image.fromarray(a[0]).save(tmp_path / "c.tif", tiffinfo={270: "ImageJ=1.53t\nimages=3\n"})
    found = load(tmp_path / "c.tif")
    np.testing.assert_array_equal(found["pixels"], a[0])
    assert any("promises 3 frames, the file holds 1" in w for w in found["warnings"])


@pytest.mark.parametrize("shape", [(1, 5, 7), (1, 1, 5, 7), (5, 7), (1, 7), (1, 1, 7)])
def test_a_stack_of_one_frame(tmp_path, shape):
    a = ramp("float32", shape)
    tifffile.imwrite(tmp_path / "a.tif", a, photometric="minisblack")
    expected = a.reshape(-1, *a.shape[-2:]) if a.ndim > 2 else a
    found = load(tmp_path / "a.tif")
    assert found["shape"] == list(expected.shape)
    run(tmp_path / "a.tif", "--output", tmp_path / "b.tif")
    again = load(tmp_path / "b.tif")
    assert again["shape"] == found["shape"] and again["warnings"] == []
    np.testing.assert_array_equal(again["pixels"], expected)


# What 0 is


@pytest.mark.parametrize("compression", [None, "zlib"])
@pytest.mark.parametrize("dtype", REALS + ["float16"])
def test_white_is_zero(tmp_path, dtype, compression):
    tifffile.imwrite(tmp_path / "a.tif", ramp(dtype), photometric="miniswhite", compression=compression)
    found = load(tmp_path / "a.tif")
    np.testing.assert_array_equal(found["pixels"], ramp(dtype))
    assert len(found["warnings"]) == 1 and "0 is white" in found["warnings"][0]


def test_the_shared_white_is_zero():
    found = load(cases() / "mw_f32.tif")
    assert found["pixels"].ravel().tolist() == [0, 0.5, 100, -3]
    assert any("0 is white" in w for w in found["warnings"])


def test_white_is_zero_in_a_stack(tmp_path):
    a = ramp("uint16", (40, 5, 8))
    tifffile.imwrite(tmp_path / "a.tif", a, photometric="miniswhite")
    found = load(tmp_path / "a.tif")
    np.testing.assert_array_equal(found["pixels"], a)
    assert len(found["warnings"]) == 1
    bits = np.random.default_rng(1).random((9, 13)) > 0.5
    tifffile.imwrite(tmp_path / "b.tif", bits, photometric="miniswhite")
    np.testing.assert_array_equal(load(tmp_path / "b.tif")["pixels"], bits * 255)


# Which page is the image


def test_thumbnails_are_not_the_image(tmp_path):
    a = ramp("uint16", (32, 48))
    small = a[::4, ::4]
    with tifffile.TiffWriter(tmp_path / "a.tif") as out:
        out.write(small, subfiletype=1)
        out.write(a)
    with tifffile.TiffWriter(tmp_path / "b.tif") as out:
        out.write(a)
        out.write(small, subfiletype=1)
    with tifffile.TiffWriter(tmp_path / "c.tif") as out:
        out.write(a, subifds=2)
        out.write(a[::2, ::2], subfiletype=1)
        out.write(small, subfiletype=1)
    for byteorder in "<>":
        for bigtiff in (False, True):
            name = f"d{int(byteorder == '<')}{int(bigtiff)}.tif"
            with tifffile.TiffWriter(tmp_path / name, byteorder=byteorder, bigtiff=bigtiff) as out:
                # As cameras write it: the image is in a sub-directory of its thumbnail.
                out.write(small, subifds=1, subfiletype=1)
                out.write(a, compression="zlib")
    for path in sorted(tmp_path.glob("*.tif")):
        found = load(path)
        assert found["shape"] == [32, 48], path.name
        np.testing.assert_array_equal(found["pixels"], a, err_msg=path.name)
        assert found["warnings"] == [], path.name


def test_frames_between_thumbnails(tmp_path):
    a = ramp("float32", (3, 8, 12))
    with tifffile.TiffWriter(tmp_path / "a.tif") as out:
        for frame in a:
            out.write(frame[::2, ::2], subfiletype=1, metadata=None)
            out.write(frame, metadata=None)
    found = load(tmp_path / "a.tif")
    np.testing.assert_array_equal(found["pixels"], a)
    assert found["warnings"] == []


def test_what_is_left_out_is_said(tmp_path):
    a = ramp("uint16", (3, 8, 12))
    with tifffile.TiffWriter(tmp_path / "a.tif") as out:
        out.write(a[0], metadata=None)
        out.write(a[1, :4, :6], metadata=None)
        out.write(a[1], metadata=None)
        out.write(a[2].astype("f4"), metadata=None)
    found = load(tmp_path / "a.tif")
    np.testing.assert_array_equal(found["pixels"], a[:2])
    assert len(found["warnings"]) == 1
    for part in ("4 pages", "2 of 12 x 8 pixels, uint16", "6 x 4 pixels, uint16", "12 x 8 pixels, float32"):
        assert part in found["warnings"][0], found["warnings"]
    tifffile.imwrite(tmp_path / "b.tif", a[0], subfiletype=1)
    found = load(tmp_path / "b.tif")
    np.testing.assert_array_equal(found["pixels"], a[0])
    assert any("NewSubfileType" in w for w in found["warnings"])
    with tifffile.TiffWriter(tmp_path / "c.tif") as out:
        out.write(a[0], metadata=None)
        out.write(a[0] > 9, subfiletype=4, metadata=None)
    found = load(tmp_path / "c.tif")
    np.testing.assert_array_equal(found["pixels"], a[0])
    assert any("mask" in w for w in found["warnings"])


# Size of pixels and labels


@pytest.mark.parametrize("options, step", [
    ({"imagej": True, "resolution": (20.0, 10.0), "metadata": {"unit": "um"}}, (0.05, 0.1, "um")),
    ({"imagej": True, "resolution": (20.0, 10.0), "metadata": {"unit": "nm"}}, (0.05, 0.1, "nm")),
    ({"imagej": True, "resolution": (4.0, 8.0), "metadata": {"unit": "\\u00B5m"}}, (0.25, 0.125, "\u00b5m")),
    ({"imagej": True, "resolution": (4.0, 4.0), "metadata": {"unit": "pixel"}}, None),
    ({"imagej": True, "resolution": (4.0, 4.0)}, None),
    ({"resolution": (2e5, 1e5), "resolutionunit": "CENTIMETER"}, (0.05, 0.1, "\u03bcm")),
    ({"resolution": (2e4, 1e4), "resolutionunit": 4}, (0.05, 0.1, "\u03bcm")),
    ({"resolution": (20, 10), "resolutionunit": 5}, (0.05, 0.1, "\u03bcm")),
    ({"resolution": (254e3, 508e3), "resolutionunit": "INCH"}, (0.1, 0.05, "\u03bcm")),
    ({"resolution": (300, 300), "resolutionunit": "INCH"}, None),
    ({"resolution": (20, 20), "resolutionunit": "NONE"}, None),
    ({"resolution": (0, 0), "resolutionunit": "CENTIMETER"}, None),
    ({}, None),
], ids=str)
def test_pixel_size_of_foreign_files(tmp_path, options, step):
    # ImageJ has no BigTIFF.
    for frames, bigtiff in ((1, False), (3, False), (3, not options.get("imagej"))):
        a = ramp("uint16", (frames, 5, 7))
        tifffile.imwrite(tmp_path / "a.tif", a, bigtiff=bigtiff, photometric="minisblack", **options)
        found = load(tmp_path / "a.tif")
        if step is None:
            assert found["map"] is None
        else:
            (origin, (x, y), names, units) = found["map"]
            assert origin == [0, 0] and names == ["sample_x", "sample_y"] and units == [step[2]] * 2
            np.testing.assert_allclose([x, y], [[step[0], 0], [0, step[1]]], rtol=1e-6)


def test_labels_of_foreign_files(tmp_path):
    a = ramp("uint16", (3, 5, 7))
    labels = ["707.5 eV", "", "\u03bc \U0001F600"]
    for options in ({}, {"byteorder": "<"}, {"truncate": True}):
        tifffile.imwrite(tmp_path / "a.tif", a, imagej=True, metadata={"Labels": labels, "Info": "text"}, **options)
        found = load(tmp_path / "a.tif")
        assert found["metadata"]["Labels"] == ["List", repr(labels)]
    tifffile.imwrite(tmp_path / "b.tif", a[0], imagej=True, metadata={"Labels": ["one"]})
    assert load(tmp_path / "b.tif")["metadata"]["Labels"] == ["List", "['one']"]


@pytest.mark.parametrize("dtype", ["uint8", "float32"])
def test_ours_in_other_programs(tmp_path, dtype):
    """Pixel size, unit and labels reach tifffile and Pillow, and come back when another program has dropped our tags."""
    a = ramp(dtype, (3, 5, 7))
    labels = ["707.5 eV", "708 eV", "\u03bcm"]
    tifffile.imwrite(tmp_path / "a.tif", a, imagej=True, resolution=(1 / 0.07, 1 / 0.035),
                     metadata={"unit": "um", "Labels": labels})
    run(tmp_path / "a.tif", "--output", tmp_path / "b.tif")
    with tifffile.TiffFile(tmp_path / "b.tif") as file:
        page = file.pages[0]
        assert page.resolutionunit == 3
        np.testing.assert_allclose(page.resolution, (1e4 / 0.07, 1e4 / 0.035), rtol=1e-6)
        np.testing.assert_allclose(page.get_resolution("micrometer"), (1 / 0.07, 1 / 0.035), rtol=1e-6)
        assert page.tags["IJMetadata"].value["Labels"] == labels
        assert all("Predictor" not in p.tags for p in file.pages)
        np.testing.assert_array_equal(file.asarray(), a)
        for other in file.pages[1:]:
            np.testing.assert_allclose(other.aspage().resolution, (1e4 / 0.07, 1e4 / 0.035), rtol=1e-6)
    with Image.open(tmp_path / "b.tif") as image:
        assert image.tag_v2[296] == 3
        np.testing.assert_allclose([float(image.tag_v2[t]) for t in (282, 283)], [1e4 / 0.07, 1e4 / 0.035], rtol=1e-6)
    ours, theirs = load(tmp_path / "b.tif"), load(tmp_path / "a.tif")
    assert ours["map"] == theirs["map"] and ours["metadata"]["Labels"] == theirs["metadata"]["Labels"]
    assert list(ours["metadata"]) == list(theirs["metadata"])
    # Without the tags that only we know.
    data = bytearray((tmp_path / "b.tif").read_bytes())
    with tifffile.TiffFile(tmp_path / "b.tif") as file:
        for code in (270, 59713):
            tag = file.pages[0].tags.get(code)
            if tag is not None:
                data[tag.offset:tag.offset + 2] = struct.pack("<H", 60000)
    (tmp_path / "c.tif").write_bytes(data)
    found = load(tmp_path / "c.tif")
    np.testing.assert_allclose(found["map"][1], [[0.07, 0], [0, 0.035]], rtol=1e-6)
    assert found["map"][3] == ["\u03bcm"] * 2
    assert found["metadata"]["Labels"] == ["List", repr(labels)]


def test_a_stack_of_energies_has_labels(tmp_path):
    a = ramp("float32", (3, 5, 7))
    entries = ["counter0.energy{1D Array (Double Float)}=array([ 700.,  700.5, 1000.125])"]
    description = json.dumps({"type": "ImageArray", "metadata": entries})
    tifffile.imwrite(tmp_path / "a.tif", a, description=description, metadata=None, photometric="minisblack")
    run(tmp_path / "a.tif", "--output", tmp_path / "b.tif")
    with tifffile.TiffFile(tmp_path / "b.tif") as file:
        assert file.pages[0].tags["IJMetadata"].value["Labels"] == ["700 eV", "700.5 eV", "1000.125 eV"]
    # The energies are there; the labels made of them are no entry.
    assert "Labels" not in load(tmp_path / "b.tif")["metadata"]


@pytest.mark.parametrize("dtype", REALS)
def test_the_dtypes_of_a_file(tmp_path, dtype):
    a = ramp(dtype)
    np.save(tmp_path / "a.npy", a)
    stored = {"int8": "int32", "int16": "int32", "int64": "float32", "uint64": "float32", "float64": "float32"}
    run(tmp_path / "a.npy", "--output", tmp_path / "a.tif")
    b = tifffile.imread(tmp_path / "a.tif")
    assert b.dtype == stored.get(dtype, dtype)
    if stored.get(dtype, dtype) == dtype:
        np.testing.assert_array_equal(b, a)
    run(tmp_path / "a.npy", "--output", tmp_path / "b.tif", "--forcetype")
    assert tifffile.imread(tmp_path / "b.tif").dtype == dtype
    if dtype in ("uint8", "uint16", "float32"):
        cv2 = pytest.importorskip("cv2")
        np.testing.assert_array_equal(cv2.imread(str(tmp_path / "a.tif"), cv2.IMREAD_UNCHANGED), a)


def lzw(value):
    """One byte, between the codes for a clear table and the end, nine bits each."""
    return (256 << 23 | value << 14 | 257 << 5).to_bytes(4, "big")


@pytest.mark.parametrize("compression, packed", [(1, lambda v: bytes([v])), (8, lambda v: zlib.compress(bytes([v]))), (5, lzw), (32773, lambda v: bytes([0, v]))])
def test_strips_of_one_pixel_wherever_they_lie(tmp_path, compression, packed):
    """In order, in reverse, and so far apart that what was read for one does not help the next."""
    values = [i * 7919 % 251 for i in range(3000)]
    parts = [packed(v) for v in values]
    for order, gap in ((range(3000), 0), (range(2999, -1, -1), 0), (sorted(range(3000), key=lambda i: i * 1009 % 3000), 1500)):
        body, places = bytearray(b"II*\0\0\0\0\0"), [0] * 3000
        for i in order:
            places[i] = len(body)
            body += parts[i] + bytes(gap)
        at = len(body)
        body += struct.pack("<3000I", *places) + struct.pack("<3000I", *map(len, parts))
        tags = [(256, 1), (257, 3000), (258, 8), (259, compression), (262, 1), (273, at), (277, 1), (278, 1), (279, at + 12000)]
        directory = b"".join(struct.pack("<HHII", tag, 4, 3000 if tag in (273, 279) else 1, value) for tag, value in tags)
        body[4:8] = struct.pack("<I", len(body))
        (tmp_path / "a.tif").write_bytes(bytes(body) + struct.pack("<H", len(tags)) + directory + bytes(4))
        found = load(tmp_path / "a.tif")
        assert found["warnings"] == []
        np.testing.assert_array_equal(found["pixels"].ravel(), values)


# Damage and greed


def patched(path, changes, **options):
    """A tiled file with other numbers in some tags of its first page."""
    tifffile.imwrite(path, ramp("uint16", (21, 45)), tile=(16, 16), **options)
    data = bytearray(path.read_bytes())
    with tifffile.TiffFile(path) as file:
        for name, value in changes.items():
            tag = file.pages[0].tags[name]
            form = {3: "H", 4: "I"}[tag.dtype]
            data[tag.valueoffset:tag.valueoffset + struct.calcsize(form)] = struct.pack(file.byteorder + form, value)
    path.write_bytes(data)


@pytest.mark.parametrize("compression", [None, "zlib"])
@pytest.mark.parametrize("changes", [
    {"TileWidth": 0}, {"TileLength": 0}, {"TileWidth": 0, "TileLength": 0}, {"TileWidth": 65535}, {"TileLength": 65535},
    {"TileWidth": 65535, "TileLength": 65535}, {"TileWidth": 3}, {"ImageWidth": 0}, {"ImageLength": 0},
    {"ImageWidth": 65535, "ImageLength": 65535}, {"BitsPerSample": 0}, {"BitsPerSample": 65535}, {"SamplesPerPixel": 0},
    {"SamplesPerPixel": 65535}, {"ImageWidth": 1, "ImageLength": 1, "TileWidth": 65535, "TileLength": 65535},
], ids=str)
def test_tags_that_cannot_be(tmp_path, changes, compression):
    patched(tmp_path / "a.tif", changes, compression=compression)
    done = measured(tmp_path / "a.tif", "--json")
    assert done.returncode == 0 or "damaged" in done.stderr or "not supported" in done.stderr, done.stderr
    assert "panicked" not in done.stderr and "does not expect" not in done.stderr
    assert done.peak < 256 << 20, done.peak


def test_metadata_nested_deeply(tmp_path):
    deep = "[" * 100_000 + "]" * 100_000
    texts = {
        "json": "{\"metadata\": " + deep + "}",
        "value": json.dumps({"metadata": ["k{List}=" + deep, "d{Cluster ()}=" + "{'a': " * 9000 + "1" + "}" * 9000, "n{I32}=3"]}),
        "shape": "{\"shape\": " + deep + "}",
    }
    for name, text in texts.items():
        tifffile.imwrite(tmp_path / "a.tif", ramp("uint8"), description=text, metadata=None)
        done = measured(tmp_path / "a.tif", "--json")
        assert done.returncode == 0, (name, done.stderr)
        assert done.peak < 256 << 20
        if name == "value":
            assert ["n", "I32", "3"] in json.loads(done.stdout)["metadata"]


@pytest.mark.parametrize("promise", [
    "ImageJ=1.5\nimages=99999999999\n", "ImageJ=1.5\nimages=-1\nframes=x\n", "ImageJ=1.5\nchannels=0\nslices=0\nframes=0\n",
    json.dumps({"shape": [2**62, 7, 11]}), json.dumps({"shape": [-3, 7, 11]}), json.dumps({"shape": []}), json.dumps({"shape": "x"}),
])
def test_promises_that_cannot_be(tmp_path, promise):
    a = ramp("uint16", (1, 7, 11))
    raw(tmp_path / "a.tif", a, promise)
    done = measured(tmp_path / "a.tif", "--json", "--pixels")
    assert done.returncode == 0 and done.peak < 256 << 20, done.stderr
    found = json.loads(done.stdout)
    np.testing.assert_array_equal(np.array(found["pixels"]).reshape(7, 11), a[0])
