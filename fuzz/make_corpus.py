"""Makes the fuzz targets' first inputs, `fuzz/corpus`: small files of every kind.

    STONER_LIBRARY=build/lib/libstoner.so build/conformance/bin/python fuzz/make_corpus.py

What they hold is arbitrary, as long as each part of a format is there. They are committed, so that a run begins from the same.
"""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests/conformance"))

import h5py  # noqa: E402
import hdf5_files  # noqa: E402
import numpy as np  # noqa: E402
from stoner_c import from_array, lib  # noqa: E402

CORPUS = ROOT / "fuzz/corpus"


def put(target, name, data):
    path = CORPUS / target / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())


def image(dtype=np.float64, shape=(5, 7)):
    array = np.ma.MaskedArray((np.arange(np.prod(shape)) % 50).reshape(shape).astype(dtype), mask=False)
    array[..., 1, 2] = np.ma.masked
    made = from_array(array)
    if len(shape) == 2:
        lib.image_set_plane(made, "actual_x", from_array(np.linspace(0, 1, array.size).reshape(shape)), "um")
        lib.image_set_map(made, [1.0, 2.0], [0.5, 0.0, 0.0, -0.25], "sample_x", "sample_y", "um", "um")
    said = lib.metadata_new()
    lib.metadata_set_string(said, "unit", "\u03bcm")
    lib.metadata_set_f64(said, "energy", 707.5)
    lib.metadata_set_bytes(said, "bytes", np.frombuffer(b"\0\xff", np.uint8), 2)
    lib.metadata_set_timestamp(said, "time", "2021-03-16T12:00:00+01:00")
    lib.metadata_set_array(said, "array", from_array(np.arange(6.0).reshape(2, 3)))
    lib.metadata_set_list(said, "list", said)
    for n in range(lib.metadata_count(said)):
        key = lib.metadata_key(said, n)
        made_of = lib.image_metadata(made)
        lib.metadata_set_text(made_of, f"k.{key}", lib.metadata_type_name(said, key), lib.metadata_get_text(said, key))
        lib.image_set_metadata(made, made_of)
    return made


def saved(suffix, *arguments):
    path = CORPUS / f"one.{suffix}"
    lib.image_save(*arguments[:1], str(path), None, *arguments[1:])
    data = path.read_bytes()
    path.unlink()
    return data


def pictures():
    for name, dtype, shape in (("u8", np.uint8, (5, 7)), ("f64", np.float64, (5, 7)), ("stack", np.uint16, (3, 4, 5))):
        put("tiff", name, saved("tiff", image(dtype, shape), 1))
        put("npy", name, saved("npy", image(dtype, shape), 0))
    put("png", "ours", saved("png", image(), 0))
    import io

    import PIL.Image
    import tifffile

    for compression in ("tiff_lzw", "tiff_adobe_deflate", "packbits"):
        out = io.BytesIO()
        PIL.Image.fromarray(np.arange(300, dtype=np.uint8).reshape(15, 20) % 7).save(out, "tiff", compression=compression)
        put("tiff", compression, out.getvalue())
    for name, options in {"imagej": {"imagej": True}, "big": {"bigtiff": True, "byteorder": ">"}, "tiles": {"tile": (16, 16)}}.items():
        out = io.BytesIO()
        tifffile.imwrite(out, np.arange(2 * 15 * 20, dtype=np.uint8).reshape(2, 15, 20), **options)
        put("tiff", name, out.getvalue())
    for mode in ("1", "P", "RGBA", "LA", "I;16"):
        picture = PIL.Image.fromarray(np.arange(130, dtype=np.uint8).reshape(10, 13)).convert("L" if mode == "I;16" else mode)
        picture = PIL.Image.fromarray(np.asarray(picture).astype(np.uint16) * 200) if mode == "I;16" else picture
        out = io.BytesIO()
        picture.save(out, "png")
        put("png", mode.replace(";", ""), out.getvalue())
        if mode in ("1", "P", "RGBA"):
            out = io.BytesIO()
            picture.save(out, "tiff")
            put("tiff", f"pillow-{mode}", out.getvalue())


def carriers():
    """The private tag of a TIFF of 4 x 3 pixels, as the target makes it."""
    import io

    import tifffile

    data = saved("tiff", image(np.uint8, (3, 4)), 1)
    with tifffile.TiffFile(io.BytesIO(data)) as file:
        put("carrier", "ours", bytes(file.pages[0].tags[59713].value))


def tables():
    made = lib.table_new()
    lib.table_add_column(made, "r", "um", np.array([0.5, np.nan, 1e300]), 3)
    lib.table_add_column(made, "a, \"b\"", None, np.array([1.0, -2.0, np.inf]), 3)
    lib.table_set_metadata(made, lib.image_metadata(image()))
    for suffix in ("csv", "tdi"):
        path = CORPUS / f"one.{suffix}"
        lib.table_save(made, str(path), suffix)
        put("table", suffix, path.read_bytes())
        path.unlink()
    put("table", "semicolons", "sep=;\r\na;b\r\n1,5;2\r\n-2e-3;\r\n")
    for n, line in enumerate((CORPUS / "table/tdi").read_text().splitlines()):
        if "}=" in line:
            put("metadata", f"line{n}", line.split("\t")[0])
    put("metadata", "nested", "k{List}=[1, (2.5, {'a': [True, None]}), array([[1., nan], [2., -inf]]), b'x\\x00', 1+2j, '\\u03bc']")
    put("metadata", "masked", "k{1D Array (Double Float)}=masked_array(data=[1.0, --, 3.0],\n             mask=[False, True, False])")


def scans():
    for version in ("earliest", "latest"):
        path = CORPUS / "one.hdf5"
        libver = hdf5_files.VERSIONS[version]
        with h5py.File(path, "w", libver=libver) as file:
            file.attrs["default"] = "entry1"
            entry = file.create_group("entry1")
            entry.attrs["NX_class"] = "NXentry"
            entry["definition"] = "NXstxm"
            data = entry.create_group("counter0")
            data.attrs["NX_class"] = "NXdata"
            data.attrs["signal"] = "data"
            data["stxm_scan_type"] = "sample image"
            data.create_dataset("data", data=np.arange(30.0).reshape(5, 6), chunks=(3, 4), compression="gzip", shuffle=True, fletcher32=True)
            for axis, n in (("sample_x", 6), ("sample_y", 5)):
                data[axis] = np.linspace(0, 1, n)
                data[axis].attrs["units"] = "um"
            entry.create_group("sample").attrs["NX_class"] = "NXsample"
            entry["sample/name"] = "a sample"
            entry["energies"] = np.array([700.0, 710.0], ">f4")
            entry["link"] = h5py.SoftLink("/entry1/counter0/data")
            entry["texts"] = np.array(["a", "bc"], dtype=h5py.string_dtype())
        put("hdf5", version, path.read_bytes())
        path.unlink()


def operations():
    by_name = [b"[]", b'[{"operation": "rotate", "options": {"angle": 0.3, "order": 3}}, {"operation": "cw"}]',
               b'[{"operation": "gaussian_filter", "options": {"sigma": [1.5, 2], "mode": "wrap"}}, {"operation": "crop", "options": {"box": [1, null, 2, 5]}}]',
               b'[{"operation": "draw_line", "options": {"x0": 1, "y0": 2, "x1": 8, "y1": 6, "value": "NaN"}}, {"operation": "repeat", "options": {"repeats": [2]}}]',
               b'[{"operation": "normalise"}, {"operation": "sgolay2d", "options": {"points": 5, "poly": 2}}, {"operation": "denoise"}]',
               b'[{"operation": "percentile", "options": {"q": [25, 50]}}, {"operation": "level_image"}, {"operation": "fft"}]']  # fmt: skip
    for n, steps in enumerate(by_name):
        put("operations", f"steps{n}", bytes([n]) + steps)


def headers():
    axis = '{ Name = "%s"; Unit = "um"; Min = 0; Max = 1; Dir = 1; Points = (2, 0, 1);};'
    region = "{ PAxis = " + axis % "Sample X" + " QAxis = " + axis % "Sample Y" + "}"
    stack = 'StackAxis = { Name = "Energy"; Unit = "eV"; Points = (2, 700.0, 1.#QNAN);};'
    channels = 'Channels = (2, { Name = "PMT"; Unit = "Hz";}, { Name = "TEY";});'
    scan = 'ScanDefinition = { Type = "%s"; Flags = "%s"; Dwell = 1; Regions = (%s); %s};\r\n Time = "2020"; Harmonics = {1\t2\n3\t4};\r\n'
    put("sdf", "image", scan % ("Image Scan", "Image", "1, " + region, channels))
    put("sdf", "stack", scan % ("NEXAFS Image Scan", "Multi-Region Image Stack", f"2, {region}, {region}", stack + channels))
    put("sdf", "spectrum", scan % ("NEXAFS Point Scan", "Spectra", "1, { PAxis = " + axis % "Energy" + "}", channels))


if __name__ == "__main__":
    CORPUS.mkdir(parents=True, exist_ok=True)
    for make in (pictures, carriers, tables, scans, headers, operations):
        make()
    sizes = [path.stat().st_size for path in CORPUS.rglob("*") if path.is_file()]
    print(f"{len(sizes)} files, {sum(sizes)} bytes, the largest {max(sizes)}")
