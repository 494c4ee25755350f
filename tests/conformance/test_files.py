"""Image files against Pillow, tifffile, numpy and the Python package Stoner (run as a black box), both ways.

The library is driven through its example `convert_image` (`image_files.py`).
"""
import contextlib
import datetime
import io
import json
import os
import struct
import warnings
import zlib

import numpy as np
import pytest
import tifffile
from image_files import REALS, cases, load, measured, ramp, run
from PIL import Image, PngImagePlugin
from stoner_c import StonerError, from_array, lib, to_array

os.environ.setdefault("MPLBACKEND", "Agg")

try:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from Stoner import ImageFile
except ImportError:
    ImageFile = None
    if os.environ.get("CI"):
        raise

needs_stoner = pytest.mark.skipif(ImageFile is None, reason="the Python package Stoner is not installed")


# npy against numpy


@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("byteorder", ["<", ">"])
@pytest.mark.parametrize("dtype", REALS + ["float16", "bool", "complex64", "complex128"])
def test_npy_of_numpy(tmp_path, dtype, byteorder, order):
    a = ramp(dtype)
    np.save(tmp_path / "a.npy", np.asarray(a.astype(np.dtype(dtype).newbyteorder(byteorder)), order=order))
    found = load(tmp_path / "a.npy")
    assert found["dtype"] == ("float32" if dtype == "float16" else dtype)
    np.testing.assert_array_equal(found["pixels"], a)
    run(tmp_path / "a.npy", "--output", tmp_path / "b.npy")
    b = np.load(tmp_path / "b.npy")
    assert b.dtype.name == found["dtype"] and b.dtype.isnative
    np.testing.assert_array_equal(b, a)


def npy(descr, shape, body, version=1):
    """A file with a header as it is given."""
    header = f"{{'descr': {descr}, 'fortran_order': False, 'shape': {shape}, }}".encode("latin-1")
    header += b" " * (-(len(header) + 11) % 64) + b"\n"
    length = len(header).to_bytes(2 if version == 1 else 4, "little")
    return b"\x93NUMPY" + bytes([version, 0]) + length + header + body


@pytest.mark.parametrize("descr", [
    "'f8'", "'=f8'", "'|f8'", "'<f8'", "'>f8'", "'d'", "'>d'", "'float64'", "'|u1'", "'u1'", "'<u1'", "'>u1'", "'B'", "'>i2'",
    "'i4'", "'=u8'", "'?'", "'|b1'", "'b1'", "'e'", "'c16'", "'>c8'", "'float32'", "'uint16'", "'complex64'", "u'<f8'", "\"<f4\"",
])
def test_npy_of_other_writers(tmp_path, descr):
    import ast
    dtype = np.dtype(ast.literal_eval(descr))
    a = ramp(dtype.name, (3, 4))
    for shape in ("(3L, 4L)", "(3, 4)", "(12L,)", "(3L, 2L, 2)"):
        (tmp_path / "a.npy").write_bytes(npy(descr, shape, a.astype(dtype).tobytes()))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            expected = np.load(tmp_path / "a.npy")
        found = load(tmp_path / "a.npy")
        assert found["dtype"] == ("float32" if dtype.name == "float16" else dtype.name)
        np.testing.assert_array_equal(found["pixels"], expected)


# TIFF against tifffile and Pillow


@pytest.mark.parametrize("options", [
    {}, {"byteorder": ">"}, {"bigtiff": True}, {"compression": "zlib"}, {"compression": "zlib", "byteorder": ">"},
    {"tile": (16, 32)}, {"tile": (16, 16), "compression": "zlib"}, {"rowsperstrip": 2},
], ids=str)
@pytest.mark.parametrize("dtype", REALS + ["float16"])
def test_tiff_of_tifffile(tmp_path, dtype, options):
    a = ramp(dtype, (21, 45))
    tifffile.imwrite(tmp_path / "a.tif", a, **options)
    found = load(tmp_path / "a.tif")
    assert found["dtype"] == ("float32" if dtype == "float16" else dtype)
    np.testing.assert_array_equal(found["pixels"], a)
    assert found["warnings"] == []


@pytest.mark.parametrize("planar", ["contig", "separate"])
@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
def test_tiff_in_colour(tmp_path, dtype, planar):
    a = np.random.default_rng(1).integers(0, 255, (6, 9, 3)).astype(dtype)
    written = np.moveaxis(a, -1, 0) if planar == "separate" else a
    tifffile.imwrite(tmp_path / "a.tif", written, photometric="rgb", planarconfig=planar)
    found = load(tmp_path / "a.tif")
    expected = a.astype(float) @ [0.299, 0.587, 0.114]
    assert found["dtype"] == dtype
    np.testing.assert_allclose(found["pixels"], expected, atol=0.51 if dtype != "float32" else 1e-4)
    if dtype == "uint8":
        np.testing.assert_array_equal(found["pixels"], np.asarray(Image.fromarray(a).convert("L")))
    assert any("luminance" in w for w in found["warnings"])


@pytest.mark.parametrize("compression", [None, "tiff_lzw", "tiff_adobe_deflate", "packbits"])
@pytest.mark.parametrize("mode", ["L", "P", "1", "RGB", "RGBA", "LA", "I;16", "F", "I"])
def test_tiff_of_pillow(tmp_path, mode, compression):
    rng = np.random.default_rng(2)
    grey = Image.fromarray(rng.integers(0, 255, (9, 13), dtype="u1"))
    colour = Image.fromarray(rng.integers(0, 255, (9, 13, 3), dtype="u1"))
    image = {
        "P": lambda: colour.quantize(16), "1": lambda: grey.convert("1"), "RGB": lambda: colour,
        "RGBA": lambda: colour.convert("RGBA"), "I;16": lambda: Image.fromarray(ramp("uint16")),
        "F": lambda: Image.fromarray(ramp("float32")), "I": lambda: Image.fromarray(ramp("int32")),
    }.get(mode, lambda: grey.convert(mode))()
    image.save(tmp_path / "a.tif", compression=compression)
    found = load(tmp_path / "a.tif")
    with Image.open(tmp_path / "a.tif") as back:
        expected = np.asarray(back if mode in ("I;16", "F", "I") else back.convert("L"))
    np.testing.assert_array_equal(found["pixels"], expected)


def test_tiff_pages(tmp_path):
    a = ramp("int16", (3, 5, 8))
    tifffile.imwrite(tmp_path / "a.tif", a, photometric="minisblack")
    np.testing.assert_array_equal(load(tmp_path / "a.tif")["pixels"], a)
    with tifffile.TiffWriter(tmp_path / "b.tif") as out:
        out.write(a[0])
        out.write(a[1, :2])
    found = load(tmp_path / "b.tif")
    np.testing.assert_array_equal(found["pixels"], a[0])
    assert any("only the first" in w for w in found["warnings"])


@pytest.mark.parametrize("shape", [(7, 11), (3, 5, 8)])
@pytest.mark.parametrize("dtype", REALS)
def test_our_tiff(tmp_path, dtype, shape):
    a = ramp(dtype, shape)
    np.save(tmp_path / "a.npy", a)
    run(tmp_path / "a.npy", "--output", tmp_path / "a.tif", "--forcetype")
    with tifffile.TiffFile(tmp_path / "a.tif") as file:
        assert file.pages[0].compression == 1 and len(file.pages[0].dataoffsets) == 1
        b = np.stack([page.asarray() for page in file.pages]).reshape(shape)
    assert b.dtype == a.dtype
    np.testing.assert_array_equal(b, a)
    if dtype in ("uint8", "uint16", "int32", "float32"):
        with Image.open(tmp_path / "a.tif") as image:
            for n in range(len(b) if len(shape) == 3 else 1):
                image.seek(n)
                np.testing.assert_array_equal(np.asarray(image), b[n] if len(shape) == 3 else b)


@pytest.mark.parametrize("forcetype", [0, 1])
def test_bool_is_stored_as_u8(tmp_path, forcetype):
    a = ramp("bool")
    lib.image_save_tiff(from_array(a), str(tmp_path / "a.tif"), forcetype)
    found = tifffile.imread(tmp_path / "a.tif")
    assert found.dtype == np.uint8
    np.testing.assert_array_equal(found != 0, a)
    back = to_array(lib.load(str(tmp_path / "a.tif"), None))
    assert back.dtype == bool
    np.testing.assert_array_equal(back, a)


def test_the_extension_may_be_written_in_capitals(tmp_path):
    a = ramp("float32")
    lib.image_save(from_array(a), str(tmp_path / "a.TIF"))
    assert [p.name for p in tmp_path.iterdir()] == ["a.TIF"]
    np.testing.assert_array_equal(tifffile.imread(tmp_path / "a.TIF"), a)
    with pytest.raises(StonerError) as caught:
        lib.image_save(from_array(a), str(tmp_path / "a.jpg"))
    assert all(name in caught.value.message for name in ("tif", "tiff", "png", "npy"))
    assert [p.name for p in tmp_path.iterdir()] == ["a.TIF"]


# PNG against Pillow


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "RGB", "RGBA", "I;16"])
def test_png_of_pillow(tmp_path, mode):
    rng = np.random.default_rng(3)
    grey = Image.fromarray(rng.integers(0, 255, (9, 13), dtype="u1"))
    colour = Image.fromarray(rng.integers(0, 255, (9, 13, 3), dtype="u1"))
    image = {
        "P": lambda: colour.quantize(7), "RGB": lambda: colour, "RGBA": lambda: colour.convert("RGBA"),
        "I;16": lambda: Image.fromarray(ramp("uint16")),
    }.get(mode, lambda: grey.convert(mode))()
    info = PngImagePlugin.PngInfo()
    info.add_text("plain", "7")
    info.add_itxt("m{String}", "\u03bc text")
    info.add_text("z{Double Float}", "1e-05", zip=True)
    info.add_itxt("zi{String}", "\u03bc" * 100, zip=True)
    info.add_text("last{I32}", "3")
    image.save(tmp_path / "a.png", pnginfo=info)
    found = load(tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as back:
        expected = np.asarray(back if mode == "I;16" else back.convert("L"))
    np.testing.assert_array_equal(found["pixels"], expected)
    assert found["dtype"] == ("uint16" if mode == "I;16" else "uint8")
    metadata = {k: v for k, v in found["metadata"].items() if k != "Loaded from"}
    assert list(metadata.items()) == [
        ("plain", ["I32", "7"]), ("m", ["String", "\u03bc text"]), ("z", ["Double Float", "1e-05"]),
        ("zi", ["String", "\u03bc" * 100]), ("last", ["I32", "3"]),
    ]
    warned = " ".join(found["warnings"])
    assert ("luminance" in warned) == (mode in ("P", "RGB", "RGBA"))
    assert ("alpha" in warned) == (mode in ("LA", "RGBA"))


@pytest.mark.parametrize("bits", [1, 2, 4])
@pytest.mark.parametrize("interlaced", [False, True])
def test_png_of_few_bits(tmp_path, bits, interlaced):
    """Files made by hand: Pillow writes neither few grey bits nor interlacing."""
    rows, columns = 5, 11
    values = np.random.default_rng(4).integers(0, 1 << bits, (rows, columns))

    def pack(block):
        out = b""
        for row in block:
            text = "".join(f"{v:0{bits}b}" for v in row)
            text += "0" * (-len(text) % 8)
            out += b"\0" + bytes(int(text[i:i + 8], 2) for i in range(0, len(text), 8))
        return out

    passes = [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)]
    blocks = [values[r::dr, c::dc] for r, c, dr, dc in passes] if interlaced else [values]
    data = b"".join(pack(block) for block in blocks if block.size)

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", columns, rows, bits, 0, 0, 0, int(interlaced))
    (tmp_path / "a.png").write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b""))
    expected = values * (255 // ((1 << bits) - 1))
    np.testing.assert_array_equal(np.asarray(Image.open(tmp_path / "a.png").convert("L")), expected)
    np.testing.assert_array_equal(load(tmp_path / "a.png")["pixels"], expected)


def test_our_png(tmp_path):
    a = np.linspace(-3, 5, 77).reshape(7, 11)
    np.save(tmp_path / "a.npy", a)
    run(tmp_path / "a.npy", "--output", tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as image:
        assert image.mode == "L"
        np.testing.assert_array_equal(np.asarray(image), np.rint(255 * (a + 3) / 8))
        assert image.text["Loaded from{String}"] == str(tmp_path / "a.npy")


def test_keys_that_png_cannot_name_come_back(tmp_path):
    """A keyword of PNG is Latin-1 and no longer than 79 bytes."""
    keys = ["k" * 200, "\u6e2c\u03bc", " blanks around ", "tab\tkey", "plain"]
    image = from_array(ramp("float64"))
    for i, key in enumerate(keys):
        lib.image_metadata_set_i64(image, key, i)
    lib.image_save_png(image, str(tmp_path / "a.png"))
    with Image.open(tmp_path / "a.png") as picture:
        picture.load()
        assert picture.text["plain{I32}"] == "4"
    back = lib.load(str(tmp_path / "a.png"), None)
    assert [lib.image_metadata_get_i64(back, key) for key in keys] == list(range(len(keys)))


def chunks(path):
    """(kind, contents) of each chunk, their checksums checked."""
    data = path.read_bytes()[8:]
    found = []
    while data:
        length, kind = struct.unpack(">I4s", data[:8])
        assert zlib.crc32(data[4:8 + length]) == struct.unpack(">I", data[8 + length:12 + length])[0]
        found.append((kind, data[8:8 + length]))
        data = data[12 + length:]
    return found


def png_chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def test_our_large_png_in_opencv(tmp_path):
    """The pixels are longer than OpenCV's limit for one chunk."""
    cv2 = pytest.importorskip("cv2")
    rng = np.random.default_rng(6)
    a = rng.random((3000, 3100)).astype("f4")
    np.save(tmp_path / "a.npy", a)
    run(tmp_path / "a.npy", "--output", tmp_path / "a.png")
    assert max(len(body) for _, body in chunks(tmp_path / "a.png")) < 8_000_000
    assert sum(kind == b"IDAT" for kind, _ in chunks(tmp_path / "a.png")) > 1
    expected = np.rint(255 * ((a.astype(float) - a.min()) / (float(a.max()) - float(a.min())))).astype("u1")
    found = cv2.imread(str(tmp_path / "a.png"), cv2.IMREAD_UNCHANGED)
    assert np.abs(found.astype(int) - expected).max() <= 1
    np.testing.assert_array_equal(np.asarray(Image.open(tmp_path / "a.png")), found)


@pytest.mark.parametrize("ending", ["png", "tif"])
def test_scans_in_opencv(tmp_path, ending):
    cv2 = pytest.importorskip("cv2")
    scans = sorted((cases().parent / "data" / "pollux").glob("Sample_Image*.hdf5"))
    assert scans
    for scan in scans:
        run(scan, "--output", tmp_path / f"a.{ending}")
        found = cv2.imread(str(tmp_path / f"a.{ending}"), cv2.IMREAD_UNCHANGED)
        np.testing.assert_array_equal(found, np.asarray(Image.open(tmp_path / f"a.{ending}")))


@pytest.mark.parametrize("ending", ["png", "tif"])
def test_a_saved_scan_is_small(tmp_path, ending):
    """Everything comes back, and takes at most twice what zlib makes of pixels, planes and the text of the metadata; where
    pixels are not few beside it, of pixels and planes alone."""
    scans = sorted((cases().parent / "data" / "pollux").glob("Sample_Image*.hdf5"))
    assert scans
    for scan in scans:
        found = load(scan)
        run(scan, "--output", tmp_path / f"a.{ending}")
        back = load(tmp_path / f"a.{ending}")
        assert {k: v for k, v in back["metadata"].items() if k != "Loaded from"} == {
            k: v for k, v in found["metadata"].items() if k != "Loaded from"}
        assert list(back["metadata"]) == list(found["metadata"])
        assert back["planes"] == found["planes"] and back["map"] == found["map"] and back["mask"] == found["mask"]
        planes = [np.array([float(v) for v in plane]) for plane in found["planes"].values()]
        pixels = back["pixels"] if ending == "png" else found["pixels"].astype("f4")
        own = sum(len(zlib.compress(np.ascontiguousarray(a).tobytes())) for a in [pixels, *planes])
        size = (tmp_path / f"a.{ending}").stat().st_size
        text = len(zlib.compress(json.dumps(found["metadata"]).encode()))
        assert size <= 2 * (own + text), (scan.name, size, own, text)
        if pixels.size >= 10_000:
            assert size <= 2 * own, (scan.name, size, own)


def test_pixel_size_in_png(tmp_path):
    a = ramp("uint8")
    # 20 and 10 pixels a micrometre.
    Image.fromarray(a).save(tmp_path / "a.png", dpi=(20e6 * 0.0254, 10e6 * 0.0254))
    found = load(tmp_path / "a.png")
    np.testing.assert_allclose(found["map"][1], [[0.05, 0], [0, 0.1]], rtol=1e-6)
    assert found["map"][3] == ["\u03bcm"] * 2
    run(tmp_path / "a.png", "--output", tmp_path / "b.png")
    assert dict(chunks(tmp_path / "b.png"))[b"pHYs"] == struct.pack(">IIB", 20_000_000, 10_000_000, 1)
    assert load(tmp_path / "b.png")["map"] == found["map"]
    with Image.open(tmp_path / "b.png") as image:
        np.testing.assert_allclose(image.info["dpi"], (508_000, 254_000), rtol=1e-6)
    # A resolution for printing is not the sample's.
    Image.fromarray(a).save(tmp_path / "c.png", dpi=(300, 300))
    assert load(tmp_path / "c.png")["map"] is None
    run(tmp_path / "c.png", "--output", tmp_path / "d.png")
    assert b"pHYs" not in dict(chunks(tmp_path / "d.png"))


def test_packed_text_of_a_png_has_one_limit(tmp_path):
    info = PngImagePlugin.PngInfo()
    Image.fromarray(ramp("uint8")).save(tmp_path / "a.png", pnginfo=info)
    plain = (tmp_path / "a.png").read_bytes()
    bomb = zlib.compress(b"0" * 7_000_000, 9)
    for kind, head in ((b"zTXt", b"\0\0"), (b"iTXt", b"\0\1\0\0\0")):
        text = b"".join(png_chunk(kind, b"k%d" % i + head + bomb) for i in range(2000))
        (tmp_path / "b.png").write_bytes(plain[:33] + text + png_chunk(b"tEXt", b"last\x005") + plain[33:])
        done = measured(tmp_path / "b.png", "--json")
        found = json.loads(done.stdout)
        keys = [key for key, _, _ in found["metadata"]]
        assert keys == ["k0", "last", "Loaded from"]
        assert len(found["warnings"]) == 1 and "1999 text chunks" in found["warnings"][0]
        assert done.peak < 256 << 20, done.peak


# Typed metadata


VALUES = {
    "i": 5, "f": 1.5, "small": 1e-05, "large": 1e16, "inf": float("inf"), "s": "hello", "u": "\xfc \u03bcm",
    "multi": "two\nlines", "quotes": "it's \"q\"", "empty": "", "true": True, "none": None, "l": [1, "a", None, 2.5, True],
    "t": (1, 2.5), "nested": ((1, 2), "a", [1]), "d": {"a": 1, "b": [1, 2]}, "blank in key": 3,
    "time": datetime.datetime(2020, 1, 2, 3, 4, 5, 678), "a1": np.array([1.0, 2.0, 3.0]),
    "utc": datetime.datetime(2020, 1, 2, tzinfo=datetime.timezone.utc),
    "a2": np.arange(6.0).reshape(2, 3), "a3": np.arange(24.0).reshape(2, 3, 4), "ai": np.array([1, 2, 300]),
    "ab": np.array([True, False]), "exp": np.array([1e-5, 1.0, -1e20]), "long": np.arange(100) / 8,
    "al": np.array([[1, 2], [3, 4]]), "ac": np.array([1 + 2j, 3]),
}


def same(a, b):
    if isinstance(a, np.ndarray):
        return isinstance(b, np.ndarray) and a.dtype == b.dtype and np.array_equal(a, b, equal_nan=a.dtype.kind in "fc")
    return type(a) is type(b) and (a == b or a != a)


def stoner(function, *arguments, **keywords):
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        return function(*arguments, **keywords)


def rich(array):
    image = ImageFile(array)
    for key, value in VALUES.items():
        image[key] = value
    return image


@needs_stoner
@pytest.mark.parametrize("dtype", REALS)
def test_tiff_of_stoner(tmp_path, dtype):
    a = np.array([[0, 1, 2], [3, 4, 100]], dtype=dtype)
    image = stoner(rich, a)
    stoner(image.save, tmp_path / "a.tif")
    found = load(tmp_path / "a.tif")
    assert found["dtype"] == dtype
    np.testing.assert_array_equal(found["pixels"], a)
    types = image.metadata.types
    for key, value in VALUES.items():
        kind, text = found["metadata"][key]
        assert kind == types[key], key
        assert f"{key}{{{kind}}}={text}" == image.metadata.export(key), key


@needs_stoner
@pytest.mark.parametrize("forcetype", [False, True])
@pytest.mark.parametrize("dtype", REALS)
def test_our_tiff_in_stoner(tmp_path, dtype, forcetype):
    a = np.array([[0, 1, 2], [3, 4, 100]], dtype=dtype)
    stoner(stoner(rich, a).save, tmp_path / "a.tif")
    run(tmp_path / "a.tif", "--output", tmp_path / "b.tif", *["--forcetype"] * forcetype)
    if forcetype and np.dtype(dtype).itemsize == 8:
        # Pillow, with which Stoner reads, knows no pixels of 64 bits.
        np.testing.assert_array_equal(tifffile.imread(tmp_path / "b.tif"), a)
        return
    back = stoner(ImageFile, tmp_path / "b.tif")
    assert back.image.dtype == dtype
    np.testing.assert_array_equal(np.asarray(back.image), a)
    for key, value in VALUES.items():
        assert same(value, back[key]), key
    if not forcetype and dtype in ("uint8", "uint16", "int16", "int32", "float32", "float64"):
        with Image.open(tmp_path / "a.tif") as theirs, Image.open(tmp_path / "b.tif") as ours:
            assert theirs.mode == ours.mode
            assert theirs.tag_v2[258] == ours.tag_v2[258]


@needs_stoner
def test_arrays_that_stoner_shortens(tmp_path):
    image = stoner(ImageFile, np.zeros((2, 3)))
    image["big"] = np.arange(1001.0)
    image["actual_x"] = np.arange(6.0).reshape(2, 3)
    stoner(image.save, tmp_path / "a.tif")
    found = load(tmp_path / "a.tif")
    assert found["metadata"]["big"] == ["Void", "None"]
    assert [float(v) for v in found["planes"]["actual_x"]] == [0, 1, 2, 3, 4, 5]
    # The plane travels in the sidecar, and Stoner reads the rest.
    run(tmp_path / "a.tif", "--output", tmp_path / "b.tif")
    back = stoner(ImageFile, tmp_path / "b.tif")
    assert "actual_x" not in back.metadata
    assert back["stoner.carried"] == ["actual_x"]
    assert load(tmp_path / "b.tif")["planes"] == found["planes"]


@needs_stoner
def test_png_both_ways(tmp_path):
    a = np.arange(12.0).reshape(3, 4)
    image = stoner(rich, a)
    stoner(image.save, tmp_path / "a.png")
    found = load(tmp_path / "a.png")
    for key in VALUES:
        kind, text = found["metadata"][key]
        assert f"{key}{{{kind}}}={text}" == image.metadata.export(key), key
    run(tmp_path / "a.png", "--output", tmp_path / "b.png")
    with Image.open(tmp_path / "a.png") as theirs, Image.open(tmp_path / "b.png") as ours:
        assert {**ours.text, "Loaded from{String}": ""} == {**theirs.text, "Loaded from{String}": ""}
    theirs, ours = stoner(ImageFile, tmp_path / "a.png"), stoner(ImageFile, tmp_path / "b.png")
    for key in VALUES:
        assert same(theirs[key], ours[key]), key



def test_arrays_are_printed_as_numpy_prints_them(tmp_path):
    """With all digits; what has 8 or fewer is then exactly the text of the Python package."""
    rng = np.random.default_rng(5)
    arrays = []
    for _ in range(600):
        ndim = int(rng.integers(0, 4))
        shape = tuple(int(n) for n in rng.integers(1, [40, 9, 5][max(ndim - 1, 0)], ndim))
        scale = 10.0 ** rng.integers(-9, 10)
        choices = [
            np.round(rng.normal(size=shape), 3), np.round(rng.normal(size=shape) * scale), rng.normal(size=shape) * scale,
            10.0 ** rng.integers(-6, 9, shape), np.where(rng.random(shape) < 0.3, np.nan, rng.integers(-5, 5, shape)),
            np.where(rng.random(shape) < 0.3, -np.inf, np.round(rng.random(shape), 2)),
        ]
        a = choices[int(rng.integers(0, len(choices)))]
        a = np.asarray(a, dtype=float)
        kind = int(rng.integers(0, 6))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            a = [a, a, a.astype("f4"), np.nan_to_num(a, neginf=0).clip(-1e9, 1e9).astype("i8"), a > 0, a + 1j * np.flip(a)][kind]
        arrays.append(a)
    with np.printoptions(precision=17, threshold=10**9):
        texts = [repr(a) for a in arrays]
    names = {f"k{n}": text for n, text in enumerate(texts)}
    description = json.dumps({"type": "ImageArray", "metadata": [f"{k}{{1D Array (x)}}={t}" for k, t in names.items()]})
    tifffile.imwrite(tmp_path / "a.tif", np.zeros((2, 2), "u1"), description=description, metadata=None)
    found = load(tmp_path / "a.tif")["metadata"]
    wrong = {k: (t, found[k][1]) for k, t in names.items() if found[k][1] != t}
    assert not wrong, (len(wrong), next(iter(wrong.items())))
