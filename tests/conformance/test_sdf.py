"""SDF: headers with text matrices, as STXM at BESSY, SLS, ALS and MAX IV write them. The files are made here, after the layout of a real one."""

import os
import pathlib

import numpy as np
import pytest
import stoner_c as sc
from stoner_c import CONSTANTS, STATUS, lib

DATA = os.environ.get("STONER_TEST_DATA")
REAL = pathlib.Path(DATA or "absent") / "sdf" / "max_iv.hdr"
needs_real = pytest.mark.skipif(not REAL.is_file(), reason="STONER_TEST_DATA has no folder 'sdf'")
KIND = {value: name.removeprefix("STONER_SCAN_KIND_").lower() for name, value in CONSTANTS.items() if name.startswith("STONER_SCAN_KIND_")}
QUANTITY = {name.removeprefix("STONER_QUANTITY_").lower(): value for name, value in CONSTANTS.items() if name.startswith("STONER_QUANTITY_")}


def axis(name, points, unit="um"):
    return f'{{ Name = "{name}"; Unit = "{unit}"; Min = {min(points)}; Max = {max(points)}; Dir = 1;\r\n\tPoints = ({len(points)}, {", ".join(map(repr, map(float, points)))});\r\n}};'


def header(kind, flags, regions, channels=("PMT",), stack=None, more=""):
    """`regions`: (columns, rows or None), each (name, points) or (name, points, unit)."""
    listed = ",\r\n".join("{\r\n PAxis = " + axis(*p) + ("\r\n QAxis = " + axis(*q) if q else "") + "\r\n}" for p, q in regions)
    names = ", ".join(f'{{ Name = "{name}"; Unit = "Hz";}}' for name in channels)
    frames = f"\tStackAxis = {axis('Energy', stack, 'eV')}\r\n" if stack is not None else ""
    return (
        f'\r\nScanDefinition = {{ Label = "x.hdr"; Type = "{kind}"; Flags = "{flags}"; Dwell = 2.5;\r\n\tRegions = ({len(regions)},\r\n{listed});\r\n\r\n'
        f"{frames}\tChannels = ({len(channels)},\r\n{names});\r\n}};\r\n Time = \"2020 October 15 11:59:33\"; BeamFeedback = false;\r\n{more}\r\n"
    )


def matrix(values):
    return "".join("\t".join(f"{x:g}" for x in row) + "\t\r\n" for row in np.atleast_2d(values))


def write(folder, stem, text, files):
    (folder / f"{stem}.hdr").write_text(text, newline="")
    for ending, values in files.items():
        (folder / f"{stem}_{ending}").write_text(values if isinstance(values, str) else matrix(values), newline="")
    return folder / f"{stem}.hdr"


def warnings_of(call):
    ctx = lib.context_new()
    result = call(ctx)
    n = lib.context_warning_count(ctx=ctx)[0]
    return result, [(lib.context_warning_code(i, ctx=ctx), lib.context_warning(i, ctx=ctx)) for i in range(n)]


def names(scan, what, *entry):
    return [getattr(lib, f"scan_{what}_name")(scan, *entry, i) for i in range(getattr(lib, f"scan_{what}_count")(scan, *entry))]


def failed(status, call):
    with pytest.raises(sc.StonerError) as error:
        call()
    assert error.value.status == STATUS[status], error.value
    return str(error.value)


X, Y = np.arange(7) * 0.5 - 3, np.arange(5) * 0.25 + 100
IMAGE = np.random.default_rng(4).integers(0, 5000, (5, 7)).astype(float)
STACK = np.random.default_rng(5).integers(0, 5000, (3, 5, 7)).astype(float)
PLANE = [(("Sample X", X), ("Sample Y", Y))]


@needs_real
def test_a_real_stack_is_numpys():
    wanted = np.stack([np.loadtxt(REAL.parent / f"max_iv_a00{k}.xim") for k in range(2)])
    image = sc.load(REAL)
    np.testing.assert_array_equal(sc.to_array(image), wanted[:, ::-1])
    assert not np.ma.is_masked(sc.to_array(image))
    assert list(lib.image_frame_axis_values(image)) == [698.0, 700.0] and lib.image_frame_axis_unit(image) == "eV"
    scan = lib.scan_open(os.fspath(REAL))
    assert KIND[lib.scan_kind(scan, None)] == "stack" and names(scan, "detector", None) == ["PMT"] and lib.scan_rule(scan).startswith("SDF")
    assert lib.scan_start(scan, None) == "2020 October 15 11:59:33"
    np.testing.assert_allclose(lib.scan_quantity(scan, None, None, QUANTITY["ring_current"])[0], 248.32)
    assert lib.scan_quantity(scan, None, None, QUANTITY["dwell"])[0] == 0.001
    for k in range(2):
        np.testing.assert_array_equal(sc.to_array(lib.scan_frame(scan, None, None, k)), wanted[k, ::-1])
    origin, step = lib.image_map(image)
    np.testing.assert_allclose(step, [0.05, 0, 0, -0.05], rtol=1e-6)
    np.testing.assert_allclose(origin, [-188.2969, 6061.6306])
    np.testing.assert_array_equal(sc.to_array(sc.load(REAL.with_name("max_iv_a001.xim"))), wanted[:, ::-1])


@pytest.mark.parametrize("folder", [".", "scan"])
def test_an_image_of_two_channels(tmp_path, folder):
    place = tmp_path / folder
    place.mkdir(exist_ok=True)
    other = IMAGE[::-1] * 2
    path = write(place, "scan", header("Image Scan", "Image", PLANE, ("PMT", "TEY")), {"a.xim": IMAGE, "b.xim": other})
    if folder != ".":
        path = path.rename(tmp_path / "scan.hdr")
    image, said = warnings_of(lambda ctx: lib.load(os.fspath(path), None, ctx=ctx))
    np.testing.assert_array_equal(sc.to_array(image), IMAGE[::-1])
    assert any("TEY" in text and "stoner_scan_open" in text for _, text in said)
    scan = lib.scan_open(os.fspath(path))
    assert KIND[lib.scan_kind(scan, None)] == "image" and names(scan, "detector", None) == ["PMT", "TEY"]
    np.testing.assert_array_equal(sc.to_array(lib.scan_image(scan, None, "TEY")), other[::-1])
    assert [lib.scan_axis_name(scan, None, None, i) for i in range(2)] == ["sample_y", "sample_x"]
    assert lib.scan_completeness(scan, None, None) == 1.0


def test_a_row_axis_that_descends_stands_as_it_is(tmp_path):
    path = write(tmp_path, "s", header("Image Scan", "Image", [(("Sample X", X), ("Sample Y", Y[::-1]))]), {"a.xim": IMAGE})
    image = sc.load(path)
    np.testing.assert_array_equal(sc.to_array(image), IMAGE)
    origin, step = lib.image_map(image)
    assert list(origin) == [X[0], Y[-1]] and step[3] < 0


def test_regions_are_entries(tmp_path):
    second = np.arange(12.0).reshape(3, 4)
    regions = [*PLANE, (("Sample X", X[:4]), ("Sample Y", Y[:3]))]
    path = write(tmp_path, "s", header("Image Scan", "Multi-Region Image", regions, ("A", "B")), {"a0.xim": IMAGE, "a1.xim": second, "b0.xim": IMAGE + 1, "b1.xim": second + 1})
    scan = lib.scan_open(os.fspath(path))
    assert names(scan, "entry") == ["region0", "region1"]
    np.testing.assert_array_equal(sc.to_array(lib.scan_image(scan, "region1", "B")), second[::-1] + 1)
    np.testing.assert_array_equal(sc.to_array(lib.scan_image(scan, "region0", "A")), IMAGE[::-1])
    _, said = warnings_of(lambda ctx: lib.load(os.fspath(path), None, ctx=ctx))
    assert any("region1" in text for _, text in said)


def test_a_stack_of_two_regions(tmp_path):
    second = np.arange(24.0).reshape(3, 2, 4)
    regions = [*PLANE, (("Sample X", X[:4]), ("Sample Y", Y[:2]))]
    files = {f"a{k:03}{r}.xim": part[k] for k in range(3) for r, part in enumerate((STACK, second))}
    more = "".join(f"Image{k:03}_{r} = {{StorageRingCurrent = {300 - k - 10 * r}; Energy = {700 + k};}};\r\n" for k in range(3) for r in range(2))
    path = write(tmp_path, "s", header("NEXAFS Image Scan", "Multi-Region Image Stack", regions, stack=[700, 701, 702.5], more=more), files)
    scan = lib.scan_open(os.fspath(path))
    for entry, values in (("region0", STACK), ("region1", second)):
        np.testing.assert_array_equal(sc.to_array(lib.scan_image(scan, entry, None)), values[:, ::-1])
        for k in range(3):
            frame = lib.scan_frame(scan, entry, None, k)
            np.testing.assert_array_equal(sc.to_array(frame), values[k, ::-1])
            assert lib.image_quantity(frame, QUANTITY["energy"]) == [[700, 701, 702.5][k]]
            assert lib.image_quantity(frame, QUANTITY["ring_current"]) == [300 - k - 10 * (entry == "region1")]


def test_a_line_spectrum_has_its_energies_first(tmp_path):
    energies, line = np.linspace(280, 290, 6), np.arange(4) * 0.1
    values = np.arange(24.0).reshape(4, 6)
    path = write(tmp_path, "s", header("NEXAFS Line Scan", "Image", [(("Energy", energies, "eV"), ("Sample", line))]), {"a.xim": values})
    scan = lib.scan_open(os.fspath(path))
    assert KIND[lib.scan_kind(scan, None)] == "line_spectrum"
    assert [lib.scan_axis_name(scan, None, None, i) for i in range(2)] == ["energy", "line_position"]
    np.testing.assert_array_equal(sc.to_array(lib.scan_image(scan, None, None)), values.T[::-1])


@pytest.mark.parametrize("kind, rows, columns, wanted", [("Focus Scan", "Zone Plate", "Sample", "focus"), ("OSA Scan", "OSA Y", "OSA X", "osa_image"), ("OSA Focus Scan", "Zone Plate", "OSA X", "osa_focus"), ("Detector Scan", "Detector Y", "Detector X", "detector_image"), ("Motor2D Scan", "AUX1", "AUX2", "generic")])
def test_every_kind_of_image(tmp_path, kind, rows, columns, wanted):
    path = write(tmp_path, "s", header(kind, "Image", [((columns, X), (rows, Y))]), {"a.xim": IMAGE})
    scan = lib.scan_open(os.fspath(path))
    assert KIND[lib.scan_kind(scan, None)] == wanted
    np.testing.assert_array_equal(sc.to_array(lib.scan_image(scan, None, None)), IMAGE[::-1])


def test_point_spectra_are_columns_of_a_table(tmp_path):
    energies = np.linspace(280, 290, 6)
    tables = {f"{r}.xsp": np.column_stack([energies, energies * 10 + r, energies * 20 + r]) for r in range(2)}
    path = write(tmp_path, "s", header("NEXAFS Point Scan", "Spectra", [(("Energy", energies, "eV"), None)] * 2, ("PMT", "TEY")), tables)
    scan = lib.scan_open(os.fspath(path))
    assert KIND[lib.scan_kind(scan, None)] == "point_spectrum" and names(scan, "entry") == ["region0", "region1"]
    for r in range(2):
        for c, channel in enumerate(("PMT", "TEY")):
            np.testing.assert_allclose(sc.to_array(lib.scan_image(scan, f"region{r}", channel)), tables[f"{r}.xsp"][:, 1 + c])


def test_a_scan_that_was_stopped_is_masked_where_it_was_not_measured(tmp_path):
    text = header("NEXAFS Image Scan", "Image Stack", PLANE, stack=[700, 701, 702])
    lines = matrix(STACK[1]).splitlines(keepends=True)
    path = write(tmp_path, "s", text, {"a000.xim": STACK[0], "a001.xim": "".join(lines[:2]) + "\t".join(lines[2].split("\t")[:3])})
    image, said = warnings_of(lambda ctx: lib.load(os.fspath(path), None, ctx=ctx))
    array = sc.to_array(image)
    mask = np.zeros(STACK.shape, bool)
    mask[2], mask[1, 3:], mask[1, 2, 3:] = True, True, True
    np.testing.assert_array_equal(np.ma.getmaskarray(array), mask[:, ::-1])
    np.testing.assert_array_equal(array.data[~mask[:, ::-1]], STACK[:, ::-1][~mask[:, ::-1]])
    codes = [code for code, _ in said]
    assert CONSTANTS["STONER_WARNING_NOT_MEASURED"] in codes and any("a002.xim" in text for _, text in said)
    scan = lib.scan_open(os.fspath(path))
    assert lib.scan_completeness(scan, None, None) == pytest.approx(2 / 3)
    assert any("a002.xim" in lib.scan_repair(scan, None, i) for i in range(lib.scan_repair_count(scan, None)))
    for file in tmp_path.glob("*.xim"):
        file.unlink()
    assert "s_a000.xim" in failed("FILE_NOT_FOUND", lambda: sc.load(path))


def test_wild_numbers_are_masked_and_told(tmp_path):
    wild = [["1.#QNAN0", "2", "-1.#IND00"], ["4", "****", "1e3"]]
    text = header("Image Scan", "Image", [(("Sample X", X[:3]), ("Sample Y", Y[:2]))], more="AUX = 1.#INF; Bad = -1.#J;")
    path = write(tmp_path, "s", text, {"a.xim": "\r\n".join("\t".join(line) for line in wild)})
    image, said = warnings_of(lambda ctx: lib.load(os.fspath(path), None, ctx=ctx))
    array = sc.to_array(image)
    np.testing.assert_array_equal(np.ma.getmaskarray(array), [[False, True, False], [True, False, True]])
    assert array[0, 2] == 1000 and any(code == CONSTANTS["STONER_WARNING_FILE_DAMAGED"] for code, _ in said)
    assert np.isinf(lib.image_metadata_get_f64(image, "AUX"))


def test_files_that_do_not_fit_are_errors(tmp_path):
    text = header("Image Scan", "Image", PLANE)
    for i, values in enumerate((IMAGE[:, :6], np.vstack([IMAGE, IMAGE]), np.hstack([IMAGE, IMAGE]), IMAGE.T)):
        assert "by the header it has 5 lines of 7 values" in failed("CORRUPT", lambda: sc.load(write(tmp_path, f"s{i}", text, {"a.xim": values})))
    (tmp_path / "lone_a.xim").write_text("1\t2\n")
    assert "header" in failed("FILE_NOT_FOUND", lambda: lib.scan_open(os.fspath(tmp_path / "lone_a.xim")))
    for broken in (text[: len(text) // 3], "ScanDefinition = {};", "ScanDefinition = { Regions = (1, {}); };"):
        (tmp_path / "b.hdr").write_text(broken)
        failed("CORRUPT", lambda: lib.scan_open(os.fspath(tmp_path / "b.hdr")))
    (tmp_path / "b.hdr").write_text("ENVI\nsamples = 3")
    failed("FORMAT", lambda: lib.scan_open(os.fspath(tmp_path / "b.hdr")))


def test_repeated_and_wild_points_are_told(tmp_path):
    for points in ([0.0, 1.0, 1.0], [0.0, float("nan"), 2.0]):
        path = write(tmp_path, "s", header("Image Scan", "Image", [(("Sample X", points), ("Sample Y", Y[:2]))]), {"a.xim": np.ones((2, 3))})
        scan, said = warnings_of(lambda ctx: lib.scan_open(os.fspath(path), ctx=ctx))
        assert lib.scan_repair_count(scan, None) >= 1 and any(code == CONSTANTS["STONER_WARNING_ASSUMED"] for code, _ in said)
        with pytest.raises(sc.StonerError):
            lib.image_map(lib.scan_image(scan, None, None))


def test_a_header_alone_does_not_take_the_memory_it_announces(tmp_path):
    points = np.arange(30000)
    path = write(tmp_path, "s", header("Image Scan", "Image", [(("Sample X", points), ("Sample Y", points))]), {"a.xim": "1\t2\n"})
    failed("NO_MEMORY", lambda: sc.load(path))


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_are_errors_or_images(tmp_path, seed):
    rng = np.random.default_rng(seed)
    text = header("NEXAFS Image Scan", "Image Stack", PLANE, ("A", "B"), stack=[700, 701, 702]).encode()
    path = write(tmp_path, "s", "", {f"{c}{k:03}.xim": STACK[k] for k in range(3) for c in "ab"})
    for _ in range(150):
        damaged = bytearray(text)
        for at in rng.integers(0, len(text), rng.integers(1, 6)):
            damaged[at] = rng.integers(256)
        if rng.integers(3) == 0:
            del damaged[int(rng.integers(1, len(damaged))) :]
        path.write_bytes(damaged)
        try:
            scan = lib.scan_open(os.fspath(path))
            for entry in names(scan, "entry"):
                for detector in names(scan, "detector", entry):
                    lib.scan_image(scan, entry, detector)
        except sc.StonerError as error:
            assert error.status != STATUS["INTERNAL"], error
