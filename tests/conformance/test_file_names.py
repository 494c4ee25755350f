"""What a file's name promises, files that are replaced while they are loaded, and metadata nested in themselves, through C."""

import os
import threading

import numpy as np
import pytest
import stoner_c as sc
from image_files import ramp
from test_ops import raises

lib = sc.lib


def table():
    made = lib.table_new()
    lib.table_add_column(made, "a", None, np.arange(3.0), 3)
    return made


SAVERS = {
    "imshow": (lambda path: lib.image_imshow(sc.from_array(ramp("float32")), path, None), "png"),
    "plot_histogram": (lambda path: lib.image_plot_histogram(sc.from_array(ramp("uint8")), 0, path, None), "png"),
    "table_plot": (lambda path: lib.table_plot(table(), path, None), "png"),
    "save_png": (lambda path: lib.image_save_png(sc.from_array(ramp("uint8")), path), "png"),
    "save_tiff": (lambda path: lib.image_save_tiff(sc.from_array(ramp("uint8")), path, 0), "tiff"),
    "save_npy": (lambda path: lib.image_save_npy(sc.from_array(ramp("uint8")), path), "npy"),
    "table_save": (lambda path: lib.table_save(table(), path, "csv"), "csv"),
}


@pytest.mark.parametrize("name", SAVERS)
def test_no_file_under_another_formats_name(tmp_path, name):
    save, own = SAVERS[name]
    for ending in ("pdf", "svg", "eps", "jpg", "JPEG", "gif", "webp", "hdf5", "npz", "png", "tif", "npy"):
        if ending[:3] == own[:3]:
            continue
        path = str(tmp_path / f"a.{ending}")
        with pytest.raises(sc.StonerError) as caught:
            save(path)
        assert caught.value.status == sc.STATUS["INVALID_ARGUMENT"]
        assert f"a.{ending}" in str(caught.value) and own[:3] in str(caught.value).lower(), str(caught.value)
    assert list(tmp_path.iterdir()) == []
    # Its own, in any case; none; a number, which is part of the name.
    for ending in (f".{own}", f".{own.upper()}", "", ".1", ".708eV"):
        save(str(tmp_path / f"b{ending}"))
        assert (tmp_path / f"b{ending}").stat().st_size > 0


def test_a_names_number_is_kept(tmp_path):
    for n in (1, 2):
        lib.image_save(sc.from_array(np.full((3, 4), n, "u1")), str(tmp_path / f"scan_708.{n}"), "tif,npy", 0)
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "scan_708.1.npy", "scan_708.1.tiff", "scan_708.2.npy", "scan_708.2.tiff"]
    for n in (1, 2):
        assert (sc.to_array(lib.load(str(tmp_path / f"scan_708.{n}.tiff"), None)) == n).all()
    lib.image_save(sc.from_array(np.zeros((3, 4))), str(tmp_path / "scan.hdf5"), "npy", 0)
    assert (tmp_path / "scan.npy").exists()


@pytest.mark.parametrize("ending", ["npy", "tif", "png", "csv"])
def test_files_that_are_replaced_while_they_are_loaded(tmp_path, ending):
    """Each load gives the old file or the new one, whole."""
    path = str(tmp_path / f"a.{ending}")
    sizes = (5, 60)
    for n in sizes:
        other = str(tmp_path / f"{n}.{ending}")
        if ending == "csv":
            made = lib.table_new()
            lib.table_add_column(made, "a", None, np.arange(float(n)), n)
            lib.table_save(made, other, None)
        else:
            lib.image_save(sc.from_array(np.full((n, n), n, "u1")), other, None, 0)
    files = [open(tmp_path / f"{n}.{ending}", "rb").read() for n in sizes]
    stop = threading.Event()

    def replace():
        while not stop.is_set():
            for data in files:
                (tmp_path / "next").write_bytes(data)
                os.replace(tmp_path / "next", path)

    (tmp_path / f"a.{ending}").write_bytes(files[0])
    writer = threading.Thread(target=replace)
    writer.start()
    try:
        for _ in range(400):
            if ending == "csv":
                assert lib.table_row_count(lib.table_load(path)) in sizes
            else:
                assert sc.shape(lib.load(path, None)) in [(n, n) for n in sizes]
    finally:
        stop.set()
        writer.join()


SETTERS = {"cluster": lib.metadata_set_cluster, "list": lib.metadata_set_list, "tuple": lib.metadata_set_tuple}


@pytest.mark.parametrize("kind", SETTERS)
def test_metadata_nest_64_deep(tmp_path, kind):
    inner = lib.metadata_new()
    lib.metadata_set_i64(inner, "k", 5)
    for _ in range(64):
        outer = lib.metadata_new()
        SETTERS[kind](outer, "k", inner)
        inner = outer
    for other in SETTERS.values():
        raises("INVALID_ARGUMENT", other, lib.metadata_new(), "k", inner)
    image = sc.from_array(np.zeros((3, 4)))
    lib.image_set_metadata(image, inner)
    for ending in ("tif", "png"):
        path = str(tmp_path / f"a.{ending}")
        lib.image_save(image, path, None, 1)
        back = lib.image_metadata(lib.load(path, None))
        assert lib.metadata_get_text(back, "k") == lib.metadata_get_text(inner, "k")
