"""NXstxm as facilities write it, and scans that were stopped: files made by h5py after the application definition and the published layouts."""

import json
import os

import numpy as np
import pytest
import stoner_c as sc
from stoner_c import CONSTANTS, STATUS, lib

h5py = pytest.importorskip("h5py")

KIND = {value: name.removeprefix("STONER_SCAN_KIND_").lower() for name, value in CONSTANTS.items() if name.startswith("STONER_SCAN_KIND_")}
QUANTITY = {name.removeprefix("STONER_QUANTITY_").lower(): value for name, value in CONSTANTS.items() if name.startswith("STONER_QUANTITY_")}
ASSUMED, NOT_MEASURED = CONSTANTS["STONER_WARNING_ASSUMED"], CONSTANTS["STONER_WARNING_NOT_MEASURED"]

X, Y, E = np.arange(7) * 0.5 - 3, np.arange(5) * 0.25 + 100, np.array([700.0, 705.0, 710.0])
STACK = np.random.default_rng(7).poisson(1000, (3, 5, 7)).astype(float)


def group(parent, name, kind, **attributes):
    made = parent.create_group(name)
    made.attrs["NX_class"] = kind
    made.attrs.update(attributes)
    return made


def entry_in(file, name="entry1", definition="NXstxm"):
    entry = group(file, name, "NXentry")
    if definition is not None:
        entry["definition"] = definition
    return entry


def counter(entry, data, name="counter0", axes=None, kind=None, **datasets):
    made = group(entry, name, "NXdata")
    if axes:
        made.attrs.update({"signal": "data", "axes": axes})
    made["data"] = data
    if kind:
        made["stxm_scan_type"] = kind
    for key, values in datasets.items():
        made[key] = values
    return made


def warned(call):
    ctx = lib.context_new()
    result = call(ctx)
    n = lib.context_warning_count(ctx=ctx)[0]
    return result, [(lib.context_warning_code(i, ctx=ctx), lib.context_warning(i, ctx=ctx)) for i in range(n)]


def opened(path):
    return lib.scan_open(os.fspath(path))


def array(scan, entry=None, detector=None):
    return sc.to_array(lib.scan_image(scan, entry, detector))


def repairs(scan, entry=None):
    return [lib.scan_repair(scan, entry, i) for i in range(lib.scan_repair_count(scan, entry))]


def axis_names(scan, entry=None, detector=None):
    return [lib.scan_axis_name(scan, entry, detector, i) for i in range(len(lib.scan_shape(scan, entry, detector)))]


def plane(image, name):
    return sc.to_array(lib.image_plane(image, name))


@pytest.mark.parametrize("turned", [False, True])
def test_hermes_has_no_definition(tmp_path, turned):
    path = tmp_path / "h.hdf5"
    with h5py.File(path, "w") as file:
        entry = entry_in(file, definition=None)
        entry["collection/beamline"] = b"Hermes"
        counter(entry, STACK.transpose(0, 2, 1) if turned else STACK, "Counter0", energy=E, sample_x=X, sample_y=Y)
    scan = opened(path)
    assert "by content" in lib.scan_rule(scan) and any("no 'definition'" in text for text in repairs(scan))
    assert KIND[lib.scan_kind(scan, None)] == "stack" and axis_names(scan) == ["energy", "sample_y", "sample_x"]
    np.testing.assert_array_equal(array(scan).data, STACK[:, ::-1])
    image, said = warned(lambda ctx: lib.load(os.fspath(path), None, ctx=ctx))
    np.testing.assert_array_equal(sc.to_array(image).data, STACK[:, ::-1])
    assert any(code == ASSUMED and "definition" in text for code, text in said)
    for k in range(3):
        frame = lib.scan_frame(scan, None, None, k)
        np.testing.assert_array_equal(sc.to_array(frame).data, STACK[k, ::-1])
        assert lib.image_quantity(frame, QUANTITY["energy"]) == [E[k]]


def test_another_application_definition_is_refused(tmp_path):
    path = tmp_path / "h.hdf5"
    with h5py.File(path, "w") as file:
        counter(entry_in(file, definition="NXtomo"), STACK, energy=E, sample_x=X, sample_y=Y)
    with pytest.raises(sc.StonerError) as error:
        opened(path)
    assert error.value.status == STATUS["FORMAT"]


def test_older_pystxmcontrol_has_a_version_for_a_definition(tmp_path):
    path = tmp_path / "a.stxm"
    with h5py.File(path, "w") as file:
        for r in range(2):
            entry = entry_in(file, f"entry{r}", np.array([b"1.0"]))
            counter(entry, STACK + r, kind=np.array([b"Image"]), energy=E, sample_x=X + 10 * r, sample_y=Y, count_time=np.ones(3))
            entry["motors/polarization"] = -1.0
    scan = opened(path)
    for r in range(2):
        np.testing.assert_array_equal(array(scan, f"entry{r}").data, STACK[:, ::-1] + r)
        np.testing.assert_array_equal(lib.scan_quantity(scan, f"entry{r}", None, QUANTITY["helicity"]), [-1, -1, -1])
        assert any("'1.0'" in text for text in repairs(scan, f"entry{r}"))


def test_pystxmcontrol_has_positions_with_an_axis_of_frames(tmp_path):
    path = tmp_path / "a.stxm"
    rng = np.random.default_rng(1)
    x, y = np.meshgrid(X, Y)
    measured = {name: np.tile(values.ravel(), (3, 1)) + rng.normal(0, 0.05, (3, 35)) for name, values in (("sample_x", x), ("sample_y", y))}
    with h5py.File(path, "w", libver="latest") as file:
        entry = entry_in(file, "entry0", np.array([b"NXstxm"]))
        instrument = group(entry, "instrument", "NXinstrument")
        for k, daq in ((1, "default"), (2, "ccd")):
            counter(entry, k * STACK, daq, [b"energy", b"sample_y", b"sample_x"], np.array([b"Image"]), energy=E, sample_x=X, sample_y=Y)
            group(instrument, daq, "NXdetector", type=b"photon")["data"] = (k * STACK).reshape(3, 35)
        for name, values in measured.items():
            group(instrument, name, "NXdetector")["data"] = values
        file.swmr_mode = True
    scan = opened(path)
    assert lib.scan_detector_name(scan, None, 0) == "default" and KIND[lib.scan_kind(scan, None)] == "stack"
    whole = lib.scan_image(scan, None, "ccd")
    for name, key in (("actual_x", "sample_x"), ("actual_y", "sample_y")):
        wanted = measured[key].reshape(3, 5, 7)[:, ::-1]
        np.testing.assert_array_equal(plane(whole, name).data, wanted)
        for k in range(3):
            np.testing.assert_array_equal(plane(lib.scan_frame(scan, None, None, k), name).data, wanted[k])


@pytest.mark.parametrize("rank", [1, 2, 3])
@pytest.mark.parametrize("noise", [0.0, 0.03])
def test_positions_of_each_pixel_beside_the_image(tmp_path, rank, noise):
    path = tmp_path / "c.hdf5"
    x, y = np.meshgrid(X, Y[::-1])
    rng = np.random.default_rng(2)
    x, y = x + rng.normal(0, noise, x.shape) if noise else x, y + rng.normal(0, noise / 2, y.shape) if noise else y
    shaped = lambda values: {1: values.ravel(), 2: values, 3: np.broadcast_to(values, STACK.shape)}[rank]
    with h5py.File(path, "w") as file:
        entry = entry_in(file, "entry0")
        made = counter(entry, STACK, axes=["energy", "sample_y", "sample_x"], kind="SAMPLE_IMAGE_STACK", energy=E, sample_x=shaped(x), sample_y=shaped(y))
        made["epu_polarization"] = [-1.0, 1.0, -1.0]
    scan = opened(path)
    assert KIND[lib.scan_kind(scan, None)] == "stack"
    image = lib.scan_image(scan, None, None)
    # The first row is the highest one already: by the axis's points, or by the positions.
    np.testing.assert_array_equal(sc.to_array(image).data, STACK)
    for name, values in (("actual_x", x), ("actual_y", y)):
        np.testing.assert_array_equal(np.broadcast_to(plane(image, name).data, STACK.shape), np.broadcast_to(values, STACK.shape))
        np.testing.assert_array_equal(plane(lib.scan_frame(scan, None, None, 1), name).data, values)
    np.testing.assert_array_equal(lib.scan_quantity(scan, None, None, QUANTITY["helicity"]), [-1, 1, -1])


@pytest.mark.parametrize("order", [(0, 2, 1), (1, 2, 0), (2, 1, 0)])
@pytest.mark.parametrize("how", ["names", "axis", "lengths"])
def test_axes_in_any_order_are_turned(tmp_path, order, how):
    path = tmp_path / "t.hdf5"
    names = np.array(["energy", "sample_y", "sample_x"])[list(order)]
    with h5py.File(path, "w") as file:
        made = counter(entry_in(file), STACK.transpose(order), axes=names.tolist() if how == "names" else None, energy=E, sample_x=X, sample_y=Y)
        for i, name in enumerate(names):
            if how == "axis":
                made[name].attrs["axis"] = i + 1
    scan = opened(path)
    assert axis_names(scan) == ["energy", "sample_y", "sample_x"] and tuple(lib.scan_shape(scan, None, None)) == STACK.shape
    np.testing.assert_array_equal(array(scan).data, STACK[:, ::-1])
    for k in range(3):
        np.testing.assert_array_equal(sc.to_array(lib.scan_frame(scan, None, None, k)).data, STACK[k, ::-1])
    assert any("stand as" in text for text in repairs(scan))
    assert list(lib.image_frame_axis_values(lib.scan_image(scan, None, None))) == list(E)


@pytest.mark.parametrize(
    "said, shape, axes, wanted, shown",
    [
        ("sample image", (5, 7), ["sample_y", "sample_x"], "image", (5, 7)),
        ("sample image", (1, 5, 7), ["energy", "sample_y", "sample_x"], "image", (5, 7)),
        ("sample image stack", (3, 5, 7), ["energy", "sample_y", "sample_x"], "stack", (3, 5, 7)),
        ("sample line spectrum", (3, 7), ["energy", "line_position"], "line_spectrum", (3, 7)),
        ("sample line spectrum", (7, 3), ["line_position", "energy"], "line_spectrum", (3, 7)),
        ("Line Spectrum", (3, 1, 7), ["energy", "sample_y", "sample_x"], "line_spectrum", (3, 7)),
        ("sample point spectrum", (3,), ["energy"], "point_spectrum", (3,)),
        ("SAMPLE_POINT_SPECTRA", (3, 1, 1), ["energy", "sample_y", "sample_x"], "point_spectrum", (3,)),
        ("sample focus", (5, 7), ["zone_plate", "line_position"], "focus", (5, 7)),
        ("osa image", (5, 7), ["osa_y", "osa_x"], "osa_image", (5, 7)),
        ("osa focus", (5, 7), ["zone_plate", "osa_x"], "osa_focus", (5, 7)),
        ("detector image", (5, 7), ["detector_y", "detector_x"], "detector_image", (5, 7)),
        ("generic scan", (5, 7), ["magnet", "bias"], "generic", (5, 7)),
        (None, (5, 7), ["osa_y", "osa_x"], "osa_image", (5, 7)),
        (None, (3, 7), ["photon_energy", "sample_x"], "line_spectrum", (3, 7)),
        (None, (3,), ["energy"], "point_spectrum", (3,)),
        ("sample image", (3, 5, 7), ["energy", "sample_y", "sample_x"], "stack", (3, 5, 7)),
    ],
)
def test_every_kind_is_known_by_its_content(tmp_path, said, shape, axes, wanted, shown):
    path = tmp_path / "k.hdf5"
    values = np.arange(1.0, np.prod(shape) + 1).reshape(shape)
    with h5py.File(path, "w") as file:
        counter(entry_in(file), values, axes=axes, kind=said, **{name: np.arange(float(n)) for name, n in zip(axes, shape, strict=True)})
    scan = opened(path)
    assert KIND[lib.scan_kind(scan, None)] == wanted
    assert tuple(lib.scan_shape(scan, None, None)) == shown == array(scan).shape
    assert array(scan).sum() == values.sum() and not np.ma.is_masked(array(scan))


# What breaks the rules.


def test_axes_that_do_not_fit_are_told(tmp_path):
    for change, said in [
        ({"energy": np.arange(9.0)}, "9 points for 3: the first are taken"),
        ({"sample_x": np.arange(8.0)}, "8 points for 7: it is left out"),
        ({"sample_x": np.arange(4.0)}, "4 points for 7: it is left out"),
        ({"sample_y": [0.0, 1.0, np.nan, 3.0, 4.0]}, "1 of 5 points"),
        ({"sample_x": [0.0, 1.0, 1.0, 3.0, 4.0, 5.0, 6.0]}, "repeat"),
        ({"energy": [np.nan] * 3}, "energies of 'counter0/energy' are not numbers"),
        ({"sample_y": None}, "is not in the file"),
    ]:
        path = tmp_path / "b.hdf5"
        datasets = {name: values for name, values in ({"energy": E, "sample_y": Y, "sample_x": X} | change).items() if values is not None}
        with h5py.File(path, "w") as file:
            counter(entry_in(file), STACK, axes=["energy", "sample_y", "sample_x"], **datasets)
        scan = opened(path)
        assert any(said in text for text in repairs(scan)), (said, repairs(scan))
        image, warnings = warned(lambda ctx: lib.load(os.fspath(path), None, ctx=ctx))
        assert any(code == ASSUMED and said in text for code, text in warnings)
        np.testing.assert_array_equal(sc.to_array(image).data, STACK[:, ::-1])


def test_energies_of_nan_are_those_of_the_monochromator(tmp_path):
    path = tmp_path / "n.hdf5"
    with h5py.File(path, "w") as file:
        entry = entry_in(file)
        counter(entry, STACK, axes=["energy", "sample_y", "sample_x"], energy=[np.nan] * 3, sample_x=X, sample_y=Y)
        entry["instrument/monochromator/energy"] = E
    scan = opened(path)
    np.testing.assert_array_equal(lib.scan_axis_values(scan, None, None, 0), E)
    np.testing.assert_array_equal(lib.scan_quantity(scan, None, None, QUANTITY["energy"]), E)


def test_positions_of_another_length_and_detectors_of_other_ranks(tmp_path):
    path = tmp_path / "p.hdf5"
    with h5py.File(path, "w") as file:
        entry = entry_in(file)
        counter(entry, STACK, axes=["energy", "sample_y", "sample_x"], energy=E, sample_x=X, sample_y=Y)
        counter(entry, np.zeros((3, 5, 7, 2)), "counter1")
        counter(entry, np.arange(4.0), "counter2")
        entry["instrument/counter0/data"] = STACK.ravel()
        entry["instrument/sample_x/data"] = np.zeros(104)
        entry["control/data"] = np.ones((3, 5, 6))
        entry["control"].attrs["NX_class"] = "NXmonitor"
        entry["loop"] = h5py.SoftLink("/entry1/loop")
        entry["counter0/up"] = h5py.SoftLink("/entry1")
    scan = opened(path)
    assert [lib.scan_detector_name(scan, None, i) for i in range(lib.scan_detector_count(scan, None))] == ["counter0", "counter2"]
    image, said = warned(lambda ctx: lib.scan_image(scan, None, None, ctx=ctx))
    np.testing.assert_array_equal(sc.to_array(image).data, STACK[:, ::-1])
    texts = [text for code, text in said if code == NOT_MEASURED]
    assert any("104 values for 105 points" in text for text in texts) and any("control" in text for text in texts)


# Scans that were stopped.


def stopped(path, measured, *, control=True, in_time="short", libver=None, **storage):
    """A stack of which the first `measured` points were measured."""
    values = STACK.ravel().copy()
    values[measured:] = 0
    with h5py.File(path, "w", libver=libver) as file:
        entry = entry_in(file)
        made = group(entry, "counter0", "NXdata", signal="data", axes=["energy", "sample_y", "sample_x"])
        made["energy"], made["sample_y"], made["sample_x"] = E, Y, X
        made.create_dataset("data", data=values.reshape(STACK.shape), **storage)
        if control:
            current = np.where(np.arange(105) < measured, 400.0, 0.0)
            group(entry, "control", "NXmonitor")["data"] = current.reshape(STACK.shape)
        if in_time:
            n = measured if in_time == "short" else 105
            entry["instrument/counter0/data"] = values[:n]
            for axis, points in (("sample_x", np.tile(X, 15)), ("sample_y", np.tile(np.repeat(Y, 7), 3))):
                entry[f"instrument/{axis}/data"] = np.where(np.arange(105) < measured, points + 0.01, 0)[:n]


@pytest.mark.parametrize("measured", [2, 50, 70, 104])
@pytest.mark.parametrize("control, in_time", [(True, None), (False, "short"), (False, "zeros"), (True, "short")])
def test_what_was_not_measured_is_masked(tmp_path, measured, control, in_time):
    path = tmp_path / "s.hdf5"
    stopped(path, measured, control=control, in_time=in_time)
    mask = (np.arange(105) >= measured).reshape(STACK.shape)[:, ::-1]
    image, said = warned(lambda ctx: lib.load(os.fspath(path), None, ctx=ctx))
    made = sc.to_array(image)
    np.testing.assert_array_equal(np.ma.getmaskarray(made), mask)
    np.testing.assert_array_equal(made.data[~mask], STACK[:, ::-1][~mask])
    assert any(code == NOT_MEASURED and f"{105 - measured} of 105 pixels" in text for code, text in said)
    scan = opened(path)
    for k in range(3):
        np.testing.assert_array_equal(np.ma.getmaskarray(sc.to_array(lib.scan_frame(scan, None, None, k))), mask[k])


def test_zeros_at_the_end_without_further_evidence(tmp_path):
    path = tmp_path / "z.hdf5"
    stopped(path, 60, control=False, in_time=None)
    assert np.ma.count_masked(sc.to_array(sc.load(path))) == 45
    # One dark pixel at the end is a dark pixel.
    stopped(path, 104, control=False, in_time=None)
    assert np.ma.count_masked(sc.to_array(sc.load(path))) == 0


@pytest.mark.parametrize("fill", [0.0, -1.0, np.nan])
@pytest.mark.parametrize("libver", ["earliest", "latest"])
def test_chunks_that_were_never_written_are_masked(tmp_path, fill, libver):
    path = tmp_path / "f.hdf5"
    with h5py.File(path, "w", libver=libver) as file:
        made = group(entry_in(file), "counter0", "NXdata", signal="data", axes=["energy", "sample_y", "sample_x"])
        made["energy"], made["sample_y"], made["sample_x"] = E, Y, X
        data = made.create_dataset("data", (3, 5, 7), float, chunks=(1, 2, 7), compression="gzip", fillvalue=fill)
        data[0], data[1, :2], data[2, 4:] = STACK[0], STACK[1, :2], STACK[2, 4:]
    mask = np.zeros(STACK.shape, bool)
    mask[1, 2:], mask[2, :4] = True, True
    scan = opened(path)
    made = array(scan)
    np.testing.assert_array_equal(np.ma.getmaskarray(made), mask[:, ::-1])
    np.testing.assert_array_equal(made.data[~mask[:, ::-1]], STACK[:, ::-1][~mask[:, ::-1]])
    for k in range(3):
        np.testing.assert_array_equal(np.ma.getmaskarray(sc.to_array(lib.scan_frame(scan, None, None, k))), mask[k, ::-1])


def test_a_file_that_was_cut_gives_what_it_has(tmp_path):
    for storage in ({}, {"chunks": (1, 5, 7)}):
        path = tmp_path / "c.hdf5"
        with h5py.File(path, "w", libver="latest") as file:
            made = group(entry_in(file), "counter0", "NXdata", signal="data", axes=["energy", "sample_y", "sample_x"])
            made["energy"], made["sample_y"], made["sample_x"] = E, Y, X
            made.create_dataset("data", data=np.tile(STACK, (1, 100, 100)), **({"chunks": (1, 500, 700)} if storage else {}))
        with h5py.File(path, "r+") as file:
            pass
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) * 2 // 3])
        try:
            made = sc.to_array(sc.load(path))
        except sc.StonerError as error:
            # Where what describes the file lay behind the cut.
            assert error.status != STATUS["INTERNAL"]
            continue
        mask = np.ma.getmaskarray(made)
        wanted = np.tile(STACK, (1, 100, 100))[:, ::-1]
        assert mask.any() and not mask.all()
        np.testing.assert_array_equal(made.data[~mask], wanted[~mask])


# Beside a writer.


@pytest.mark.parametrize("libver, swmr", [(None, False), ("latest", True)])
def test_refresh_gives_what_is_new_beside_a_writer(tmp_path, libver, swmr):
    path = tmp_path / "w.hdf5"
    with h5py.File(path, "w", libver=libver) as file:
        made = group(entry_in(file), "counter0", "NXdata", signal="data", axes=["energy", "sample_y", "sample_x"])
        made["sample_y"], made["sample_x"] = Y, X
        made.create_dataset("energy", data=E[:1], maxshape=(None,), chunks=(8,))
        data = made.create_dataset("data", data=STACK[:1], maxshape=(None, 5, 7), chunks=(1, 5, 7))
        if swmr:
            file.swmr_mode = True
        file.flush()
        scan = opened(path)
        same, first, n = refreshed(scan)
        assert (lib.scan_frame_count(same, None, None), n) == (1, 0)
        for k in (1, 2):
            data.resize(k + 1, axis=0)
            made["energy"].resize(k + 1, axis=0)
            data[k], made["energy"][k] = STACK[k], E[k]
            file.flush()
            new, first, n = refreshed(scan)
            assert lib.scan_frame_count(new, None, None) == k + 1 and (first, n) == (k - 1, 2)
            assert lib.scan_frame_count(scan, None, None) == k
            for i in range(first, first + n):
                np.testing.assert_array_equal(sc.to_array(lib.scan_frame(new, None, None, i)).data, STACK[i, ::-1])
            np.testing.assert_array_equal(lib.scan_axis_values(new, None, None, 0), E[: k + 1])
            scan = new
    # The writer never failed, and can open the file again.
    with h5py.File(path, "r+") as file:
        np.testing.assert_array_equal(file["entry1/counter0/data"][()], STACK)


def refreshed(scan):
    """The new scan, the first new frame, their number."""
    found = lib.scan_refresh(scan, None, None)
    made = next(value for value in found if not isinstance(value, int))
    first, n = (value for value in found if isinstance(value, int))
    return made, first, n


# The order of the points.


def visit(rows, columns, tiles, *, meander=False, meander_tiles=False, rest_last=False, y_fast=False):
    def parts(n, k):
        if rest_last:
            size = -(-n // k)
            return [np.arange(i * size, min(n, (i + 1) * size)) for i in range(k)]
        return np.array_split(np.arange(n), k)

    pixels = []
    for r, part in enumerate(parts(rows, tiles[0])):
        row_of_tiles = parts(columns, tiles[1])
        for others in row_of_tiles[::-1] if meander_tiles and r % 2 else row_of_tiles:
            lines, points = (others, part) if y_fast else (part, others)
            for i, line in enumerate(lines):
                for point in points[::-1] if meander and i % 2 else points:
                    pixels.append((point, line) if y_fast else (line, point))
    return np.array(pixels).T


@pytest.mark.parametrize("options", [{}, {"meander": True}, {"meander_tiles": True}, {"meander": True, "meander_tiles": True}, {"rest_last": True}, {"rest_last": True, "y_fast": True, "meander": True}])
@pytest.mark.parametrize("tiles", [(1, 1), (2, 3), (4, 2)])
def test_every_order_of_points_is_found(tmp_path, options, tiles):
    path = tmp_path / "o.hdf5"
    rows, columns = 11, 14
    rng = np.random.default_rng(3)
    values = rng.normal(1000, 100, (rows, columns))
    order = tuple(visit(rows, columns, tiles, **options))
    x, y = rng.normal(size=(2, rows, columns))
    with h5py.File(path, "w") as file:
        entry = entry_in(file)
        counter(entry, values, axes=["sample_y", "sample_x"], sample_x=np.arange(columns), sample_y=np.arange(rows))
        entry["instrument/counter0/data"], entry["instrument/sample_x/data"], entry["instrument/sample_y/data"] = values[order], x[order], y[order]
        entry["collection/scan_request/scan_request"] = json.dumps({"tiling": int(tiles != (1, 1)), "meander": int(options.get("meander", False))})
    image = sc.load(path)
    np.testing.assert_array_equal(plane(image, "actual_x").data, x[::-1])
    np.testing.assert_array_equal(plane(image, "actual_y").data, y[::-1])


def test_where_all_values_are_equal_the_scan_request_decides(tmp_path):
    path = tmp_path / "e.hdf5"
    x, y = np.random.default_rng(6).normal(size=(2, 5, 7))
    order = tuple(visit(5, 7, (1, 1), y_fast=True, meander=True))
    with h5py.File(path, "w") as file:
        entry = entry_in(file)
        counter(entry, np.zeros((5, 7)), axes=["sample_y", "sample_x"], sample_x=X, sample_y=Y)
        entry["instrument/counter0/data"], entry["instrument/sample_x/data"], entry["instrument/sample_y/data"] = np.zeros(35), x[order], y[order]
        entry["collection/scan_request"] = json.dumps({"tiling": 0, "meander": 1, "yAxisFast": 1})
    np.testing.assert_array_equal(plane(sc.load(path), "actual_x").data, x[::-1])
