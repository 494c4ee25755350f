//! The NXstxm loader on scans with known contents, and on files with every kind of mistake.

#[allow(dead_code, reason = "the example uses what the tests do not")]
#[path = "../examples/generate_scans/scan.rs"]
mod scan;

use hdf5::types::{FixedAscii, VarLenUnicode};
use hdf5::{File, Group};
use ndarray::{arr2, arr3};
use scan::{Kind, Spec, Truth};
use std::path::{Path, PathBuf};
use stoner::context::{Context, Error, Result, Status};
use stoner::image::{Image, Value};
use stoner::io::nxstxm::{Options, load, sniff};
use tempfile::TempDir;

const MICROMETRES: Option<&str> = Some("\u{3bc}m");

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn generate(folder: &TempDir, spec: &Spec) -> (PathBuf, Truth) {
    let path = folder.path().join("scan.hdf5");
    let truth = scan::write(&path, spec).unwrap();
    (path, truth)
}

fn load_plain(path: &Path) -> (Result<Image>, Vec<String>) {
    let ctx = Context::new();
    let result = load(&ctx, path, &Options::default());
    (result, warnings(&ctx))
}

fn warnings(ctx: &Context) -> Vec<String> {
    (0..).map_while(|i| ctx.warning(i)).collect()
}

fn small() -> Spec {
    Spec { rows: 13, columns: 11, ..Spec::default() }
}

/// Values in the file's orientation as an image shows them.
fn upright(values: &[f64], shape: &[usize]) -> Vec<f64> {
    let columns = shape[shape.len() - 1];
    let rows = shape[shape.len() - 2];
    values.chunks(rows * columns).flat_map(|frame| frame.chunks(columns).rev().flatten().copied()).collect()
}

fn same(found: &[f64], wanted: &[f64]) -> bool {
    found.len() == wanted.len() && found.iter().zip(wanted).all(|(a, b)| a == b || (a.is_nan() && b.is_nan()))
}

fn pixels(image: &Image) -> Vec<f64> {
    image.data().to_f64().unwrap().iter().copied().collect()
}

fn plane(image: &Image, name: &str) -> Vec<f64> {
    let plane = image.planes().get(name).unwrap_or_else(|| panic!("there is no plane '{name}'"));
    plane.array.data().to_f64().unwrap().iter().copied().collect()
}

fn assert_pixels_and_planes(image: &Image, truth: &Truth) {
    assert_pixels_and_planes_in(image, truth, MICROMETRES, Some("mA"));
}

fn assert_pixels_and_planes_in(image: &Image, truth: &Truth, length: Option<&str>, current: Option<&str>) {
    assert_eq!(image.shape(), truth.shape);
    assert!(same(&pixels(image), &upright(&truth.pixels, &truth.shape)));
    for (name, values, unit) in
        [("actual_x", &truth.x, length), ("actual_y", &truth.y, length), ("beam current", &truth.ring_current, current)]
    {
        assert!(same(&plane(image, name), &upright(values, &truth.shape)), "{name}");
        assert_eq!(image.planes().get(name).unwrap().unit.as_deref(), unit, "{name}");
    }
}

#[test]
fn pixels_positions_ring_current_and_map_have_one_orientation_in_every_order_of_points() {
    let plain = small();
    let specs = [
        plain.clone(),
        Spec { meander: true, ..plain.clone() },
        Spec { y_fast: true, ..plain.clone() },
        Spec { y_fast: true, meander: true, ..plain.clone() },
        Spec { tiles: [4, 2], ..plain.clone() },
        Spec { tiles: [1, 3], ..plain.clone() },
        Spec { tiles: [5, 1], meander: true, ..plain.clone() },
        Spec { tiles: [3, 4], y_fast: true, ..plain.clone() },
        Spec { tiles: [2, 2], y_fast: true, meander: true, ..plain.clone() },
        Spec { nan: true, ..plain.clone() },
        Spec { nan: true, tiles: [3, 2], ..plain.clone() },
        Spec { version: "1.1", ..plain.clone() },
        Spec { rows: 2, columns: 2, ..plain.clone() },
        Spec { rows: 128, columns: 96, tiles: [2, 2], ..plain },
    ];
    for spec in specs {
        let folder = folder();
        let (path, truth) = generate(&folder, &spec);
        let (image, warnings) = load_plain(&path);
        let image = image.unwrap();
        // Version 1.1 gives positions no unit, and there is none then.
        let length = MICROMETRES.filter(|_| spec.version != "1.1");
        match length {
            Some(_) => assert_eq!(warnings, [""; 0], "{spec:?}"),
            None => {
                assert_eq!(warnings.len(), 1);
                assert!(warnings[0].contains("no unit for 'sample_y', 'sample_x'"), "{warnings:?}");
            }
        }
        assert_pixels_and_planes_in(&image, &truth, length, Some("mA"));
        let map = image.map().unwrap();
        assert_eq!(map.names, ["sample_x", "sample_y"]);
        assert_eq!([map.units[0].as_deref(), map.units[1].as_deref()], [length; 2]);
        assert_eq!(map.step, [[0.0625, 0.0], [0.0, -0.0625]]);
        let (sample_y, sample_x) = (&truth.axes[0].1, &truth.axes[1].1);
        for (row, &y) in sample_y.iter().rev().enumerate() {
            for (column, &x) in sample_x.iter().enumerate() {
                assert_eq!(map.position(column as f64, row as f64), [x, y]);
            }
        }
    }
}

#[test]
fn measured_positions_lie_near_the_nominal_ones_of_their_pixel() {
    // Were rows mixed up, this would be off by many steps.
    let folder = folder();
    let (path, _) = generate(&folder, &Spec { tiles: [3, 2], ..small() });
    let image = load_plain(&path).0.unwrap();
    let (x, y, map) = (plane(&image, "actual_x"), plane(&image, "actual_y"), image.map().unwrap());
    for (i, (x, y)) in x.iter().zip(&y).enumerate() {
        let [nominal_x, nominal_y] = map.position((i % 11) as f64, (i / 11) as f64);
        assert!((x - nominal_x).abs() < 0.0625 && (y - nominal_y).abs() < 0.0625);
    }
}

#[test]
fn where_no_order_fits_there_is_a_warning_and_no_positions() {
    let folder = folder();
    let (path, truth) = generate(&folder, &Spec { shuffled: true, ..small() });
    let (image, warnings) = load_plain(&path);
    let image = image.unwrap();
    assert_eq!(warnings.len(), 1);
    assert!(warnings[0].contains("order"), "{warnings:?}");
    assert_eq!(image.planes().names().collect::<Vec<_>>(), ["beam current"]);
    assert!(same(&pixels(&image), &upright(&truth.pixels, &truth.shape)));
}

#[test]
fn a_spiral_has_its_order_from_the_positions() {
    let folder = folder();
    for kind in [Kind::Image, Kind::Stack] {
        let (path, truth) = generate(&folder, &Spec { kind, ..small() });
        let file = File::open_rw(&path).unwrap();
        let [.., rows, columns] = truth.shape[..] else { panic!("two axes") };
        // From the middle outwards, as far as the distance goes: an order that no rule has.
        let away = |p: usize| {
            let d = [p / columns % rows, p % columns].map(|i| i as f64 - 7.3);
            (d[0] * d[0] + d[1] * d[1], d[0].atan2(d[1]))
        };
        let mut pixels: Vec<usize> = (0..truth.pixels.len()).collect();
        pixels.sort_by(|&a, &b| (a / (rows * columns), away(a)).partial_cmp(&(b / (rows * columns), away(b))).unwrap());
        let of_truth = [("counter0", &truth.pixels), ("sample_x", &truth.x), ("sample_y", &truth.y)];
        for (name, values) in of_truth {
            let in_time: Vec<f64> = pixels.iter().map(|&p| values[p]).collect();
            write_numbers(&file.dataset(&format!("entry1/instrument/{name}/data")).unwrap(), &in_time);
        }
        drop(file);
        let (image, warnings) = load_plain(&path);
        let image = image.unwrap();
        assert_eq!(warnings, [""; 0]);
        assert!(same(&plane(&image, "actual_x"), &upright(&truth.x, &truth.shape)));
        assert!(same(&plane(&image, "actual_y"), &upright(&truth.y, &truth.shape)));
    }
}

#[test]
fn a_frame_of_equal_values_in_a_tiled_scan_does_not_tell_the_order_and_another_frame_does() {
    let constant = |path: &Path, points: std::ops::Range<usize>| {
        let file = File::open_rw(path).unwrap();
        for name in ["entry1/counter0/data", "entry1/instrument/counter0/data"] {
            let dataset = file.dataset(name).unwrap();
            let mut values = dataset.read_raw::<f64>().unwrap();
            values[points.clone()].fill(7.0);
            write_numbers(&dataset, &values);
        }
    };
    let folder = folder();
    let (path, truth) = generate(&folder, &Spec { tiles: [3, 2], ..small() });
    constant(&path, 0..truth.pixels.len());
    // The positions tell it as long as none is lost.
    let (image, warnings) = load_plain(&path);
    assert_eq!(warnings, [""; 0]);
    assert!(same(&plane(&image.unwrap(), "actual_x"), &upright(&truth.x, &truth.shape)));
    let file = File::open_rw(&path).unwrap();
    let x = file.dataset("entry1/instrument/sample_x/data").unwrap();
    let mut lost = x.read_raw::<f64>().unwrap();
    lost[3] = f64::NAN;
    write_numbers(&x, &lost);
    drop((x, file));
    let (image, warnings) = load_plain(&path);
    assert!(warnings[0].contains("fit several orders"), "{warnings:?}");
    assert!(image.unwrap().planes().get("actual_x").is_none());

    let (path, truth) = generate(&folder, &Spec { tiles: [3, 2], kind: Kind::Stack, ..small() });
    constant(&path, 0..truth.pixels.len() / truth.shape[0]);
    let (image, warnings) = load_plain(&path);
    assert_eq!(warnings, [""; 0]);
    assert!(same(&plane(&image.unwrap(), "actual_x"), &upright(&truth.x, &truth.shape)));
}

#[test]
fn a_scan_that_was_stopped_has_positions_as_far_as_it_went() {
    let folder = folder();
    let (path, truth) = generate(&folder, &Spec { measured: Some(40), ..small() });
    let (image, warnings) = load_plain(&path);
    let image = image.unwrap();
    assert_eq!(warnings.len(), 2, "{warnings:?}");
    assert!(warnings.iter().any(|text| text.contains("last 103 of 143 points")), "{warnings:?}");
    assert!(warnings.iter().any(|text| text.contains("103 of 143 pixels")), "{warnings:?}");
    let wanted: Vec<f64> = truth.x.iter().map(|&x| if x == 0.0 { f64::NAN } else { x }).collect();
    assert!(same(&plane(&image, "actual_x"), &upright(&wanted, &truth.shape)));
    assert!(same(&pixels(&image), &upright(&truth.pixels, &truth.shape)));
    let missing: Vec<f64> = wanted.iter().map(|x| f64::from(x.is_nan())).collect();
    let masked: Vec<f64> = image.array().mask().unwrap().iter().map(|&m| f64::from(m)).collect();
    assert!(same(&masked, &upright(&missing, &truth.shape)));
}

#[test]
fn a_stack_has_rank_3_and_planes_of_each_frame() {
    for tiles in [[1, 1], [2, 3]] {
        let folder = folder();
        let (path, truth) = generate(&folder, &Spec { kind: Kind::Stack, tiles, ..small() });
        let (image, warnings) = load_plain(&path);
        let image = image.unwrap();
        assert_eq!(warnings, [""; 0]);
        assert_eq!(image.shape(), [3, 13, 11]);
        assert_pixels_and_planes(&image, &truth);
        assert_eq!(image.map().unwrap().names, ["sample_x", "sample_y"]);
        let Some(Value::Array(energy)) = image.own_metadata().value("counter0.energy") else { panic!("no energies") };
        assert!(same(energy.to_array().unwrap().data().to_f64().unwrap().as_slice().unwrap(), &truth.axes[0].1));
    }
}

#[test]
fn a_focus_scan_has_its_own_axes() {
    let folder = folder();
    let (path, truth) = generate(&folder, &Spec { kind: Kind::Focus, ..small() });
    let (image, warnings) = load_plain(&path);
    let image = image.unwrap();
    assert_eq!(warnings, [""; 0]);
    assert_pixels_and_planes(&image, &truth);
    let map = image.map().unwrap();
    assert_eq!(map.names, ["line_position", "zone_plate"]);
    assert_eq!(map.step, [[0.0625, 0.0], [0.0, -6.0]]);
    assert_eq!(map.position(3.0, 0.0), [3.0 * 0.0625, -4600.0 + 6.0 * 12.0]);
    assert!(plane(&image, "sample_y").iter().all(|&y| y == -31.25));
    assert_eq!(plane(&image, "sample_x")[11 + 4], 12.5 + 4.0 * 0.0625);
}

#[test]
fn spectra_load_with_what_they_hold() {
    let folder = folder();
    let (path, truth) = generate(&folder, &Spec { kind: Kind::LineSpectrum, ..small() });
    let (image, warnings) = load_plain(&path);
    let image = image.unwrap();
    // The measured positions have no unit of their own, and no axis that they are along.
    assert_pixels_and_planes_in(&image, &truth, None, Some("mA"));
    assert!(warnings.len() == 1 && warnings[0].contains("no unit for 'actual_x', 'actual_y'"), "{warnings:?}");
    // The energies are no regular grid, so both axes are planes.
    assert!(image.map().is_none());
    assert_eq!(plane(&image, "energy")[0], truth.axes[0].1[12]);
    assert_eq!(plane(&image, "line_position")[10], truth.axes[1].1[10]);

    let (path, truth) = generate(&folder, &Spec { kind: Kind::PointSpectrum, ..small() });
    let (image, warnings) = load_plain(&path);
    let image = image.unwrap();
    assert_eq!(warnings, [""; 0]);
    assert_eq!(image.shape(), [11]);
    assert!(same(&pixels(&image), &truth.pixels));
    assert!(image.planes().is_empty() && image.map().is_none());
}

#[test]
fn metadata_have_keys_order_types_and_units() {
    let folder = folder();
    let (path, _) = generate(&folder, &small());
    let image = load_plain(&path).0.unwrap();
    let metadata = image.own_metadata();
    let value = |key: &str| metadata.value(key).unwrap_or_else(|| panic!("there is no '{key}'")).clone();
    let unit = |key: &str| metadata.get(key).unwrap().unit.clone();
    assert_eq!(value("collection.energy.value"), Value::Float(781.25));
    assert_eq!(unit("collection.energy.value").as_deref(), Some("eV"));
    assert_eq!(value("collection.polarization.value"), Value::Float(0.2));
    assert_eq!(unit("collection.polarization.value"), None);
    assert_eq!(value("collection.polarization.target_value"), Value::from("circular"));
    assert_eq!(value("instrument.zone_plate.outer_diameter"), Value::Int(240));
    assert_eq!(value("counter0.axes"), Value::List(vec!["sample_y".into(), "sample_x".into()]));
    assert_eq!(value("counter0.sample_x_indices"), Value::Int(1));
    assert_eq!(value("definition"), Value::from("NXstxm"));
    assert_eq!(value(".NX_class"), Value::from("NXentry"));
    assert_eq!(value("collection.energy.soft_limit_max"), Value::Float(f64::from_bits(0x0000_000f_2f00_0000)));
    assert_eq!(value("collection.energy.soft_limit_min"), Value::Float(f64::NAN));
    // A hard link is a key of its own with the same value and unit.
    assert_eq!(value("control.sample_x"), value("counter0.sample_x"));
    assert_eq!(unit("control.sample_x"), unit("counter0.sample_x"));
    // Two encodings of one letter.
    assert_eq!(unit("collection.fine_x.value").as_deref(), Some("\u{3bc}m"));
    assert_eq!(unit("instrument.mirror.incident_angle").as_deref(), Some("\u{b5}rad"));
    // Higher ranks are the image's.
    assert!(!metadata.contains("counter0.data") && metadata.contains("instrument.counter0.data"));
    let keys: Vec<&str> = metadata.iter().map(|(key, _)| key).collect();
    assert_eq!(keys[0], "collection.beamline");
    assert_eq!(keys[keys.len() - 3..], [".NX_class", "original filename", "Loaded from"]);
    let place = |key: &str| keys.iter().position(|k| *k == key).unwrap();
    assert!(place("collection.energy.value") < place("collection.energy.NX_class"));
    assert!(place("collection.zone_plate.value") < place("collection.NX_class"));
    assert!(place("collection.NX_class") < place("control.energy"));
    assert_eq!(value("original filename"), Value::from("/data/2024-05-01/Sample_Image_2024-05-01_001.hdf5"));
    assert_eq!(value("Loaded from"), Value::from(path.to_str().unwrap()));
    assert_eq!((image.filename(), image.title()), (path.to_str(), "scan.hdf5"));
}

#[test]
fn in_version_1_1_the_unit_is_a_neighbour() {
    let folder = folder();
    let (path, _) = generate(&folder, &Spec { version: "1.1", ..small() });
    let image = load_plain(&path).0.unwrap();
    let unit = |key: &str| image.own_metadata().get(key).unwrap().unit.clone();
    assert_eq!(unit("collection.energy.value").as_deref(), Some("eV"));
    assert_eq!(unit("collection.energy.name"), None);
    assert_eq!(unit("collection.polarization.value"), None);
    assert_eq!(unit("instrument.control.data").as_deref(), Some("mA"));
    assert_eq!(unit("instrument.sample_x.data"), None);
    assert_eq!(image.own_metadata().value("instrument.sample_x.unit"), Some(&Value::from(" ")));
}

#[test]
fn a_unit_that_the_file_does_not_give_is_none() {
    let folder = folder();
    let path = folder.path().join("units.hdf5");
    let write = |units: [Option<&str>; 2], measured: Option<&str>| {
        minimal(&path, |counter| {
            counter.new_dataset_builder().with_data(&arr2(&[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])).create("data").unwrap();
            let measured_values: Vec<f64> = (0..6).map(|i| f64::from(i % 3)).collect();
            let entry = counter.file().unwrap().group("entry1").unwrap();
            for (name, unit, points) in
                [("sample_x", units[0], vec![0.0, 1.0, 2.0]), ("sample_y", units[1], vec![0.0, 1.0])]
            {
                let axis = counter.new_dataset_builder().with_data(&points).create(name).unwrap();
                let detector = entry.create_group(&format!("instrument/{name}")).unwrap();
                let data = detector.new_dataset_builder().with_data(&measured_values).create("data").unwrap();
                for (dataset, unit) in [(&axis, unit), (&data, measured)] {
                    if let Some(unit) = unit {
                        let text = FixedAscii::<8>::from_ascii(unit.as_bytes()).unwrap();
                        dataset.new_attr::<FixedAscii<8>>().create("units").unwrap().write_scalar(&text).unwrap();
                    }
                }
            }
            let counts = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
            let detector = entry.create_group("instrument/counter0").unwrap();
            detector.new_dataset_builder().with_data(&counts).create("data").unwrap();
        });
        let (image, warnings) = load_plain(&path);
        let image = image.unwrap();
        let plane = |name| image.planes().get(name).unwrap().unit.clone();
        let map = image.map().unwrap().units.clone();
        (map, [plane("actual_x"), plane("actual_y")], warnings)
    };
    let some = |unit: &str| Some(unit.to_owned());
    let (map, planes, warnings) = write([None, None], None);
    assert_eq!((map, planes), ([None, None], [None, None]));
    assert_eq!(warnings.len(), 1);
    assert!(warnings[0].contains("no unit for 'sample_y', 'sample_x'"), "{warnings:?}");
    // A blank unit is none, and an axis does not take the other's.
    let (map, planes, warnings) = write([Some("nm"), Some(" ")], Some(" "));
    assert_eq!((map, planes), ([some("nm"), None], [some("nm"), None]));
    assert!(warnings[0].contains("no unit for 'sample_y'") && !warnings[0].contains("sample_x"), "{warnings:?}");
    // Values measured along an axis have its unit.
    let (map, planes, warnings) = write([None, Some("m")], Some("mm"));
    assert_eq!((map, planes), ([some("mm"), some("m")], [some("mm"), some("mm")]));
    assert_eq!(warnings, [""; 0]);
}

#[test]
fn the_committed_scans_are_what_the_generator_writes() {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/demo");
    for (name, spec) in [
        ("domain_plus.hdf5", Spec::default()),
        ("domain_minus.hdf5", Spec { polarization: -0.2, noise_seed: 2, ..Spec::default() }),
        ("cobalt.hdf5", Spec::cobalt()),
    ] {
        let folder = folder();
        let (_, truth) = generate(&folder, &spec);
        let (image, warnings) = load_plain(&demo.join(name));
        let image = image.unwrap();
        assert_eq!(warnings, [""; 0]);
        assert_pixels_and_planes(&image, &truth);
        assert_eq!(image.own_metadata().value("collection.polarization.value"), Some(&Value::Float(spec.polarization)));
    }
}

#[test]
fn dividing_by_the_ring_current_masks_where_there_is_none() {
    let folder = folder();
    let (path, truth) = generate(&folder, &Spec { nan: true, measured: Some(100), ..small() });
    let ctx = Context::new();
    let image = load(&ctx, &path, &Options { bcn: true, ..Options::default() }).unwrap();
    let current = upright(&truth.ring_current, &truth.shape);
    let counts = upright(&truth.pixels, &truth.shape);
    let mask: Vec<bool> = image.array().mask().unwrap().iter().copied().collect();
    assert!(mask.contains(&true) && mask.contains(&false));
    for (i, found) in pixels(&image).into_iter().enumerate() {
        assert_eq!(mask[i], current[i].is_nan() || current[i] == 0.0);
        assert!(mask[i] || found == counts[i] / current[i]);
    }
}

#[test]
fn options_that_cannot_be_met_are_errors() {
    let folder = folder();
    let (path, _) = generate(&folder, &small());
    let ctx = Context::new();
    ctx.cancel();
    assert_eq!(load(&ctx, &path, &Options::default()).unwrap_err().status(), Status::Cancelled);
    let path = folder.path().join("no ring current.hdf5");
    minimal(&path, |counter| {
        counter.new_dataset_builder().with_data(&arr2(&[[1.0, 2.0], [3.0, 4.0]])).create("data").unwrap();
    });
    for regrid in [false, true] {
        let error = load(&Context::new(), &path, &Options { bcn: true, regrid }).unwrap_err();
        assert_eq!(error.status(), Status::NoResult);
        assert!(error.to_string().contains("bcn"), "{error}");
    }
    let error = load(&Context::new(), &path, &Options { bcn: false, regrid: true }).unwrap_err();
    assert_eq!(error.status(), Status::NoResult);
    assert!(error.to_string().contains("sample_x"), "{error}");
}

#[test]
fn regridding_brings_a_known_function_of_the_position_to_the_nominal_grid() {
    // Counts and ring current are planes over the measured positions, which linear interpolation keeps exactly: were rows or
    // tiles mixed up, no pixel would be right.
    let counts_at = |x: f64, y: f64| 1000.0 + 7.0 * x - 11.0 * y;
    let current_at = |x: f64, y: f64| 400.0 - 2.0 * x + 3.0 * y;
    for (tiles, kind) in [([1, 1], Kind::Image), ([3, 2], Kind::Image), ([2, 2], Kind::Stack)] {
        let folder = folder();
        let (path, truth) = generate(&folder, &Spec { tiles, kind, ..small() });
        let file = File::open_rw(&path).unwrap();
        let entry = file.group("entry1").unwrap();
        let instrument = |name: &str| entry.dataset(&format!("instrument/{name}/data")).unwrap();
        let in_time = |name: &str| instrument(name).read_raw::<f64>().unwrap();
        let at = |f: &dyn Fn(f64, f64) -> f64, x: &[f64], y: &[f64]| -> Vec<f64> {
            x.iter().zip(y).map(|(&x, &y)| f(x, y)).collect()
        };
        let counts = at(&counts_at, &in_time("sample_x"), &in_time("sample_y"));
        write_numbers(&instrument("counter0"), &counts);
        write_numbers(&entry.dataset("counter0/data").unwrap(), &at(&counts_at, &truth.x, &truth.y));
        write_numbers(&entry.dataset("control/data").unwrap(), &at(&current_at, &truth.x, &truth.y));
        drop((entry, file));
        for bcn in [false, true] {
            let ctx = Context::new();
            let image = load(&ctx, &path, &Options { regrid: true, bcn }).unwrap();
            assert_eq!(warnings(&ctx), [""; 0]);
            assert_eq!(image.shape(), truth.shape);
            let (map, mask) = (image.map().unwrap(), image.array().mask().unwrap());
            let (rows, columns) = image.frame_shape().unwrap();
            let [x, y] = ["actual_x", "actual_y"].map(|name| plane(&image, name));
            let mut inside = 0;
            for (i, (found, &masked)) in pixels(&image).into_iter().zip(mask).enumerate() {
                let pixel = i % (rows * columns);
                let [nominal_x, nominal_y] = map.position((pixel % columns) as f64, (pixel / columns) as f64);
                assert_eq!([x[pixel], y[pixel]], [nominal_x, nominal_y]);
                let mut wanted = counts_at(nominal_x, nominal_y);
                if bcn {
                    wanted /= current_at(nominal_x, nominal_y);
                }
                if !masked {
                    inside += 1;
                    assert!((found - wanted).abs() < 1e-9 * wanted.abs(), "pixel {i}: {found}, not {wanted}");
                }
            }
            assert!(inside > mask.len() / 2, "{inside} of {}", mask.len());
            let unit = image.planes().get("beam current").unwrap().unit.clone();
            assert_eq!(unit.as_deref(), Some("mA"));
        }
    }
}

/// Replaces a dataset's values, keeping its dtype.
fn write_numbers(dataset: &hdf5::Dataset, values: &[f64]) {
    dataset.write_raw(values).unwrap();
}

// Other layouts.

fn class(location: &hdf5::Location, name: &str) {
    let name = FixedAscii::<16>::from_ascii(name.as_bytes()).unwrap();
    location.new_attr::<FixedAscii<16>>().create("NX_class").unwrap().write_scalar(&name).unwrap();
}

fn words(group: &Group, name: &str, text: &str) {
    let text = FixedAscii::<32>::from_ascii(text.as_bytes()).unwrap();
    group.new_dataset_builder().with_data(&[text]).create(name).unwrap();
}

fn entry(file: &File, name: &str) -> Group {
    let entry = file.create_group(name).unwrap();
    class(&entry, "NXentry");
    words(&entry, "definition", "NXstxm");
    entry
}

/// A minimal NXstxm scan, with what `fill` puts into its `counter0`.
fn minimal(path: &Path, fill: impl FnOnce(&Group)) {
    let file = File::create(path).unwrap();
    let counter = entry(&file, "entry1").create_group("counter0").unwrap();
    class(&counter, "NXdata");
    fill(&counter);
}

#[test]
fn other_facilities_layouts() {
    let folder = folder();
    // entry0, variable-length scalar text, an upper-case scan type, a single frame, axes that are named but absent.
    let path = folder.path().join("entry0.hdf5");
    let file = File::create(&path).unwrap();
    let group = file.create_group("entry0").unwrap();
    class(&group, "NXentry");
    let text = |s: &str| s.parse::<VarLenUnicode>().unwrap();
    group.new_dataset::<VarLenUnicode>().create("definition").unwrap().write_scalar(&text("NXstxm")).unwrap();
    let counter = group.create_group("counter0").unwrap();
    class(&counter, "NXdata");
    let names = [text("energy"), text("sample_y"), text("sample_x")];
    counter.new_attr_builder().with_data(&names).create("axes").unwrap();
    counter
        .new_dataset::<VarLenUnicode>()
        .create("stxm_scan_type")
        .unwrap()
        .write_scalar(&text("Sample Image"))
        .unwrap();
    counter.new_dataset_builder().with_data(&[f64::NAN]).create("energy").unwrap();
    counter.new_dataset_builder().with_data(&arr3(&[[[1_u16, 2, 3], [4, 5, 6]]])).create("data").unwrap();
    drop((counter, group, file));
    let (image, warnings) = load_plain(&path);
    let image = image.unwrap();
    assert_eq!(warnings.len(), 3, "{warnings:?}");
    for (warning, text) in
        warnings.iter().zip(["the energies of", "'counter0/sample_y' is named", "'counter0/sample_x' is named"])
    {
        assert!(warning.contains(text), "{warnings:?}");
    }
    assert_eq!(image.shape(), [2, 3]);
    assert_eq!(image.dtype().name(), "uint16");
    assert_eq!(pixels(&image), [4.0, 5.0, 6.0, 1.0, 2.0, 3.0]);
    assert!(image.map().is_none());
    assert_eq!(image.own_metadata().value("counter0.stxm_scan_type"), Some(&Value::from("Sample Image")));
    assert_eq!(image.own_metadata().value("counter0.energy"), Some(&Value::Float(f64::NAN)));

    // Several entries and a default; no attribute `axes`; the detector has another name.
    let path = folder.path().join("default.hdf5");
    let file = File::create(&path).unwrap();
    for (name, value) in [("entry1", 1.0), ("other", 2.0)] {
        let counter = entry(&file, name).create_group("Counter1").unwrap();
        class(&counter, "NXdata");
        counter.new_dataset_builder().with_data(&arr2(&[[value; 3]; 2])).create("data").unwrap();
        counter.new_dataset_builder().with_data(&[0.0, 0.5, 1.0]).create("sample_x").unwrap();
        counter.new_dataset_builder().with_data(&[5.0, 7.0]).create("sample_y").unwrap();
    }
    let name = FixedAscii::<8>::from_ascii(b"other").unwrap();
    file.new_attr::<FixedAscii<8>>().create("default").unwrap().write_scalar(&name).unwrap();
    drop(file);
    let image = load_plain(&path).0.unwrap();
    assert_eq!(pixels(&image), [2.0; 6]);
    let map = image.map().unwrap();
    assert_eq!((map.origin, map.step), ([0.0, 7.0], [[0.5, 0.0], [0.0, -2.0]]));
}

#[test]
fn rows_that_descend_in_the_file_stay_and_irregular_axes_are_planes() {
    let folder = folder();
    let path = folder.path().join("descending.hdf5");
    minimal(&path, |counter| {
        counter.new_dataset_builder().with_data(&arr2(&[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])).create("data").unwrap();
        counter.new_dataset_builder().with_data(&[9.0, 8.0, 7.0]).create("sample_y").unwrap();
        counter.new_dataset_builder().with_data(&[0.0, 1.0]).create("sample_x").unwrap();
    });
    let image = load_plain(&path).0.unwrap();
    assert_eq!(pixels(&image), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    assert_eq!(image.map().unwrap().step, [[1.0, 0.0], [0.0, -1.0]]);
    let path = folder.path().join("irregular.hdf5");
    minimal(&path, |counter| {
        counter.new_dataset_builder().with_data(&arr2(&[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])).create("data").unwrap();
        counter.new_dataset_builder().with_data(&[7.0, 8.0, 9.5]).create("sample_y").unwrap();
        counter.new_dataset_builder().with_data(&[0.0, 1.0]).create("sample_x").unwrap();
    });
    let image = load_plain(&path).0.unwrap();
    assert_eq!(pixels(&image), [5.0, 6.0, 3.0, 4.0, 1.0, 2.0]);
    assert!(image.map().is_none());
    assert_eq!(plane(&image, "sample_y"), [9.5, 9.5, 8.0, 8.0, 7.0, 7.0]);
    assert_eq!(plane(&image, "sample_x"), [0.0, 1.0, 0.0, 1.0, 0.0, 1.0]);
}

#[derive(hdf5::H5Type, Clone, Copy)]
#[repr(u8)]
enum Shutter {
    Closed = 1,
    Open = 3,
}

#[derive(hdf5::H5Type, Clone, Copy)]
#[repr(C)]
struct Pair {
    number: f64,
    place: u8,
}

#[test]
fn numbers_of_every_kind_keep_their_value() {
    let folder = folder();
    let path = folder.path().join("kinds.hdf5");
    minimal(&path, |counter| {
        counter.new_dataset_builder().with_data(&arr2(&[[1_i16, -2], [3, -4]])).create("data").unwrap();
        counter.new_dataset_builder().with_data(&[u64::MAX]).create("huge").unwrap();
        counter.new_dataset_builder().with_data(&[i64::MIN]).create("least").unwrap();
        counter.new_dataset_builder().with_data(&[true]).create("flag").unwrap();
        counter.new_dataset_builder().with_data(&[true, false]).create("flags").unwrap();
        counter.new_dataset_builder().with_data(&[0.1_f32]).create("single").unwrap();
        counter.new_dataset::<f64>().create("scalar").unwrap().write_scalar(&2.5).unwrap();
        counter.new_dataset_builder().with_data(&[0_u8; 0]).create("empty").unwrap();
        counter.new_dataset_builder().with_data(&[1_u8, 2, 3]).create("bytes").unwrap();
        counter.new_dataset_builder().with_data(&[Shutter::Open]).create("shutter").unwrap();
        counter.new_dataset_builder().with_data(&[Shutter::Closed, Shutter::Open]).create("shutters").unwrap();
        counter.new_dataset_builder().with_data(&[Pair { number: 1.0, place: 2 }]).create("pair").unwrap();
    });
    let (image, warnings) = load_plain(&path);
    let image = image.unwrap();
    assert_eq!(warnings.len(), 1);
    assert!(warnings[0].contains("counter0.pair") && warnings[0].contains("compounds"), "{warnings:?}");
    let value = |key: &str| image.own_metadata().value(&format!("counter0.{key}")).unwrap().clone();
    let array = |key: &str| match value(key) {
        Value::Array(array) => array.to_array().unwrap(),
        other => panic!("'{key}' is {other:?}"),
    };
    assert_eq!(image.dtype().name(), "int16");
    assert_eq!(array("huge").data().typed::<u64>().unwrap().as_slice().unwrap(), [u64::MAX]);
    assert_eq!(value("least"), Value::Int(i64::MIN));
    assert_eq!(value("flag"), Value::Bool(true));
    assert_eq!(array("flags").data().typed::<bool>().unwrap().as_slice().unwrap(), [true, false]);
    assert_eq!(value("shutter"), Value::Int(3));
    assert_eq!(array("shutters").data().typed::<i64>().unwrap().as_slice().unwrap(), [1, 3]);
    assert_eq!(value("single"), Value::Float(f64::from(0.1_f32)));
    assert_eq!(value("scalar"), Value::Float(2.5));
    assert_eq!(array("empty").shape(), [0]);
    assert_eq!(array("bytes").dtype().name(), "uint8");
}

// Bad input.

fn failure(path: &Path) -> Error {
    let error = load_plain(path).0.expect_err("a bad file loads");
    assert!(error.to_string().contains(path.file_name().unwrap().to_str().unwrap()), "{error}");
    error
}

#[test]
fn files_that_are_no_scan() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    assert_eq!(failure(&at("missing.hdf5")).status(), Status::FileNotFound);
    assert_eq!(failure(folder.path()).status(), Status::Io);
    std::fs::write(at("empty.hdf5"), b"").unwrap();
    assert_eq!(failure(&at("empty.hdf5")).status(), Status::Format);
    std::fs::write(at("text.hdf5"), "just text\n".repeat(1000)).unwrap();
    assert_eq!(failure(&at("text.hdf5")).status(), Status::Format);

    let file = File::create(at("plain.hdf5")).unwrap();
    file.create_group("measurement").unwrap();
    file.create_group("results").unwrap();
    drop(file);
    let error = failure(&at("plain.hdf5"));
    assert_eq!(error.status(), Status::Format);
    for said in ["NXentry", "NXstxm", "measurement", "results"] {
        assert!(error.to_string().contains(said), "{error}");
    }
    minimal(&at("no data.hdf5"), |_| {});
    let error = failure(&at("no data.hdf5"));
    assert_eq!(error.status(), Status::Format);
    assert!(error.to_string().contains("NXdata") && error.to_string().contains("counter0"), "{error}");
}

#[test]
fn images_of_the_wrong_rank_or_type() {
    let folder = folder();
    let path = folder.path().join("wrong.hdf5");
    minimal(&path, |counter| {
        counter.new_dataset::<f64>().shape([2, 2, 2, 2]).create("data").unwrap();
    });
    let error = failure(&path);
    assert_eq!(error.status(), Status::Format);
    assert!(error.to_string().contains("[2, 2, 2, 2]"), "{error}");
    minimal(&path, |counter| {
        let word = FixedAscii::<8>::from_ascii(b"text").unwrap();
        counter.new_dataset_builder().with_data(&arr2(&[[word, word], [word, word]])).create("data").unwrap();
    });
    let error = failure(&path);
    assert_eq!(error.status(), Status::Format);
    assert!(error.to_string().contains("text"), "{error}");
    minimal(&path, |counter| words(counter, "data", "text"));
    assert_eq!(failure(&path).status(), Status::Format);
    minimal(&path, |counter| {
        counter.new_dataset::<f64>().shape([0, 5]).create("data").unwrap();
    });
    assert_eq!(failure(&path).status(), Status::Format);
}

#[test]
fn sizes_that_the_file_cannot_hold_get_no_memory() {
    let folder = folder();
    let path = folder.path().join("huge.hdf5");
    for shape in [[1 << 30, 1 << 30], [1 << 17, 1 << 17], [1 << 40, 1 << 22]] {
        minimal(&path, |counter| {
            counter.new_dataset::<f64>().chunk([1, 64]).shape(shape).create("data").unwrap();
        });
        let error = failure(&path);
        assert!(matches!(error.status(), Status::Corrupt | Status::NoMemory), "{error}");
    }
    minimal(&path, |counter| {
        counter.new_dataset_builder().with_data(&arr2(&[[1.0, 2.0], [3.0, 4.0]])).create("data").unwrap();
        counter.new_dataset::<u8>().chunk(64).shape(1_usize << 60).create("claims").unwrap();
        counter.new_dataset::<f64>().chunk(64).shape(1_usize << 59).create("more").unwrap();
        // Never written, but no larger than what may be: fill values.
        counter.new_dataset::<f64>().chunk(64).shape(1000).create("unwritten").unwrap();
    });
    let (image, warnings) = load_plain(&path);
    let image = image.unwrap();
    assert_eq!(pixels(&image), [3.0, 4.0, 1.0, 2.0]);
    assert_eq!(warnings.len(), 2, "{warnings:?}");
    assert!(warnings[0].contains("counter0.claims") && warnings[1].contains("counter0.more"), "{warnings:?}");
    assert!(image.own_metadata().contains("counter0.unwritten"));
    assert!(!image.own_metadata().contains("counter0.claims"));
}

#[test]
fn cycles_of_links_end() {
    let folder = folder();
    let path = folder.path().join("cycle.hdf5");
    minimal(&path, |counter| {
        counter.new_dataset_builder().with_data(&arr2(&[[1.0, 2.0]])).create("data").unwrap();
        let file = counter.file().unwrap();
        file.link_hard("entry1", "entry1/counter0/back").unwrap();
        file.link_hard("/", "entry1/root").unwrap();
        file.link_soft("/entry1/counter0", "entry1/counter0/self").unwrap();
        file.link_soft("/entry1/nowhere", "entry1/dangling").unwrap();
        file.link_soft("/entry1/definition", "entry1/soft").unwrap();
        // Each step doubles the number of paths: 2^20 without a limit.
        let mut group = file.create_group("entry1/ways").unwrap();
        for _ in 0..20 {
            let next = group.create_group("a").unwrap();
            group.link_hard("a", "b").unwrap();
            group = next;
        }
    });
    let (image, warnings) = load_plain(&path);
    let image = image.unwrap();
    assert_eq!(image.own_metadata().value("soft"), Some(&Value::from("NXstxm")));
    for left_out in ["counter0.back", "counter0.self", "dangling"] {
        assert!(warnings.iter().any(|w| w.contains(&format!("'{left_out}'"))), "{left_out}: {warnings:?}");
    }
    assert!(warnings.iter().any(|w| w.contains("links; the rest is left out")), "{} warnings", warnings.len());
}

#[test]
fn other_files_are_never_read() {
    let folder = folder();
    let secret = folder.path().join("secret.hdf5");
    let file = File::create(&secret).unwrap();
    file.new_dataset_builder().with_data(&[77.0; 4]).create("values").unwrap();
    file.new_dataset_builder().with_data(&arr2(&[[77.0; 2]; 2])).create("image").unwrap();
    drop(file);
    let raw = folder.path().join("secret.bin");
    std::fs::write(&raw, [77_u8; 64]).unwrap();
    let (secret, raw) = (secret.to_str().unwrap(), raw.to_str().unwrap());

    let path = folder.path().join("links.hdf5");
    minimal(&path, |counter| {
        counter.new_dataset_builder().with_data(&arr2(&[[1.0, 2.0], [3.0, 4.0]])).create("data").unwrap();
        counter.link_external(secret, "values", "outside").unwrap();
        counter.link_external(secret, "/", "folder").unwrap();
        counter.link_soft("folder/values", "through").unwrap();
        counter.new_dataset::<u8>().external(raw, 0, 64).shape(64).create("raw").unwrap();
    });
    let (image, warnings) = load_plain(&path);
    let image = image.unwrap();
    for left_out in ["outside", "folder", "through", "raw"] {
        let key = format!("counter0.{left_out}");
        assert!(!image.own_metadata().iter().any(|(k, _)| k.starts_with(&key)), "{left_out}");
        assert!(warnings.iter().any(|w| w.contains(&key)), "{left_out}: {warnings:?}");
    }
    let path = folder.path().join("external.hdf5");
    minimal(&path, |counter| {
        counter.new_dataset::<u8>().external(raw, 0, 64).shape([8, 8]).create("data").unwrap();
    });
    assert_eq!(failure(&path).status(), Status::Unsupported);
    let path = folder.path().join("virtual.hdf5");
    minimal(&path, |counter| {
        counter
            .new_dataset::<f64>()
            .virtual_map(secret, "image", [2, 2], (.., ..), [2, 2], (.., ..))
            .shape([2, 2])
            .create("data")
            .unwrap();
    });
    assert_eq!(failure(&path).status(), Status::Unsupported);
}

#[test]
fn truncated_files_are_an_error_or_an_image() {
    let folder = folder();
    let (path, _) = generate(&folder, &Spec { rows: 24, columns: 20, ..Spec::default() });
    let whole = std::fs::read(&path).unwrap();
    let cut = folder.path().join("cut.hdf5");
    for n in 0..200 {
        std::fs::write(&cut, &whole[..whole.len() * n / 200]).unwrap();
        if let Err(error) = load_plain(&cut).0 {
            let expected = if n == 0 { Status::Format } else { Status::Corrupt };
            assert_eq!(error.status(), expected, "{n}: {error}");
            assert!(n == 0 || error.to_string().contains("incomplete"), "{error}");
        }
    }
    std::fs::write(&cut, &whole).unwrap();
    assert!(load_plain(&cut).0.is_ok());
}

#[test]
fn damaged_bytes_are_an_error_or_an_image() {
    let folder = folder();
    let (path, _) = generate(&folder, &Spec { rows: 24, columns: 20, ..Spec::default() });
    let whole = std::fs::read(&path).unwrap();
    let damaged = folder.path().join("damaged.hdf5");
    let mut state = 5_u64;
    let mut random = |n: usize| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) as usize % n
    };
    let mut images = 0;
    for round in 0..400 {
        let mut bytes = whole.clone();
        for _ in 0..1 + round % 16 {
            let at = random(bytes.len());
            bytes[at] = random(256) as u8;
        }
        std::fs::write(&damaged, &bytes).unwrap();
        images += u32::from(load_plain(&damaged).0.is_ok());
    }
    assert!(images > 0);
}

#[test]
fn the_first_bytes_tell() {
    let demo = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/demo/domain_plus.hdf5")).unwrap();
    assert!(sniff(&demo[..64]) && sniff(&demo));
    assert!(!sniff(b"\x89PNG\r\n\x1a\n") && !sniff(b""));
}

#[test]
fn threads_load_at_the_same_time() {
    let folder = folder();
    let (path, truth) = generate(&folder, &small());
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..20 {
                    assert_pixels_and_planes(&load_plain(&path).0.unwrap(), &truth);
                }
            });
        }
    });
}
