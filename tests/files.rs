//! Image files: saved images are loaded unchanged.

use num_complex::Complex;
use std::path::{Path, PathBuf};
use stoner::array::{DType, Data, MaskedArray, alloc};
use stoner::context::{Context, Status};
use stoner::image::{Entry, Image, Map, Metadata, Plane, Value};
use stoner::io;

/// Values that use the whole range of the dtype, with NaN and infinity where it has them.
fn pixels(dtype: DType, shape: &[usize]) -> Data {
    let len: usize = shape.iter().product();
    macro_rules! data {
        ($f:expr) => {
            Data::from(alloc::from_vec(shape, (0..len).map($f).collect()).unwrap())
        };
    }
    let spread = |i: usize| (i as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    match dtype {
        DType::Bool => data!(|i| i % 3 == 0),
        DType::U8 => data!(|i| spread(i) as u8),
        DType::I8 => data!(|i| spread(i) as i8),
        DType::U16 => data!(|i| spread(i) as u16),
        DType::I16 => data!(|i| spread(i) as i16),
        DType::U32 => data!(|i| spread(i) as u32),
        DType::I32 => data!(|i| spread(i) as i32),
        DType::U64 => data!(spread),
        DType::I64 => data!(|i| spread(i) as i64),
        DType::F32 => data!(|i| [0.1f32, f32::NAN, -3.5e30, f32::INFINITY, -0.0][i % 5]),
        DType::F64 => data!(|i| [0.1f64, f64::NAN, -3.5e300, f64::NEG_INFINITY, 1.0 / 3.0][i % 5]),
        DType::C64 => data!(|i| Complex::new(i as f32, -0.1)),
        DType::C128 => data!(|i| Complex::new(0.1 * i as f64, f64::NAN)),
    }
}

fn mask(shape: &[usize]) -> ndarray::ArcArray<bool, ndarray::IxDyn> {
    let len: usize = shape.iter().product();
    alloc::from_vec(shape, (0..len).map(|i| i % 4 == 1).collect()).unwrap().into_shared()
}

fn ramp(shape: &[usize]) -> MaskedArray {
    let len: usize = shape.iter().product();
    MaskedArray::from(alloc::from_vec(shape, (0..len).map(|i| i as f64 / 7.0).collect()).unwrap())
}

/// An image with everything that an image can have.
fn rich(dtype: DType, shape: &[usize]) -> Image {
    let mut image = Image::new(MaskedArray::new(pixels(dtype, shape), Some(mask(shape))).unwrap());
    let frame = &shape[shape.len() - 2..];
    image.set_plane("actual_x", Plane { array: ramp(frame), unit: Some("\u{3bc}m".into()) }).unwrap();
    let current = MaskedArray::new(ramp(shape).data().clone(), Some(mask(shape))).unwrap();
    image.set_plane("beam current", Plane { array: current, unit: None }).unwrap();
    image.set_map(Some(Map {
        origin: [-1.5, 2.25],
        step: [[0.1, 0.01], [0.0, -1.0 / 3.0]],
        names: ["sample_x".into(), "sample_y".into()],
        units: [Some("\u{3bc}m".into()), None],
    }));
    image.set_title(Some("a title".into()));
    let inner: Metadata =
        [("x", Entry { value: Value::Float(f64::NAN), unit: Some("eV".into()) })].into_iter().collect();
    let mut odd = MaskedArray::from(pixels(DType::I16, &[2, 3]));
    odd.set_mask(Some(mask(&[2, 3]))).unwrap();
    let entries: Vec<(&str, Entry)> = vec![
        ("first", Entry { value: Value::Float(1.0 / 3.0), unit: Some("\u{3bc}m".into()) }),
        ("integer", 5i64.into()),
        ("nan", f64::NAN.into()),
        ("text", "line\n'quoted' \u{3bc} \u{1F600}".into()),
        ("a key {with} = signs", true.into()),
        ("none", Value::None.into()),
        ("complex", Complex::new(-0.0, 1e-300).into()),
        ("bytes", vec![0u8, 255, 39].into()),
        ("time", Value::Timestamp("2021-03-16 12:00:00Z".into()).into()),
        ("long", MaskedArray::from(pixels(DType::F64, &[13_000])).into()),
        ("masked", odd.into()),
        ("list", Value::List(vec![1i64.into(), "a".into(), Value::Tuple(vec![2.5.into()])]).into()),
        ("cluster", Value::Cluster(inner).into()),
        ("last", "".into()),
    ];
    for (key, entry) in entries {
        image.set_metadata_entry(key, entry).unwrap();
    }
    image
}

fn keys(image: &Image) -> Vec<String> {
    image.metadata().iter().map(|(k, _)| k.to_owned()).collect()
}

fn warnings(ctx: &Context) -> Vec<String> {
    (0..ctx.warning_counts().0).map(|i| ctx.warning(i).unwrap()).collect()
}

const SHAPES: &[&[usize]] = &[&[1, 1], &[3, 5], &[7, 1], &[1, 9], &[2, 3, 4]];

#[test]
fn a_tiff_with_forcetype_brings_everything_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.tif");
    let ctx = Context::new();
    for &dtype in DType::ALL.iter().filter(|d| !d.is_complex()) {
        for shape in SHAPES {
            let image = rich(dtype, shape);
            io::save(&ctx, &image, &path, &[], true).unwrap();
            let back = io::tiff::load(&ctx, &path).unwrap();
            assert!(back.equals(&image), "{dtype} {shape:?}");
            assert_eq!(keys(&back), keys(&image));
            assert_eq!(warnings(&ctx), Vec::<String>::new());
        }
    }
}

#[test]
fn a_stack_of_one_frame_stays_a_stack() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.tif");
    let ctx = Context::new();
    for shape in [&[1, 3, 5][..], &[1, 1, 1], &[1, 5], &[2, 3, 5]] {
        for image in [Image::new(MaskedArray::from(pixels(DType::F32, shape))), rich(DType::F32, shape)] {
            io::save(&ctx, &image, &path, &[], true).unwrap();
            assert!(io::tiff::load(&ctx, &path).unwrap().equals(&image), "{shape:?}");
        }
    }
    assert_eq!(warnings(&ctx), Vec::<String>::new());
}

#[test]
fn views_are_saved_in_their_logical_order() {
    let folder = tempfile::tempdir().unwrap();
    let ctx = Context::new();
    for &dtype in DType::ALL {
        let mut array = MaskedArray::from(pixels(dtype, &[4, 3]));
        array.swap_axes(0, 1);
        array.invert_axis(1);
        array.slice_axis(1, 1, 4);
        let image = Image::new(array);
        let path = folder.path().join("a.npy");
        io::save(&ctx, &image, &path, &[], true).unwrap();
        assert!(io::npy::load(&ctx, &path).unwrap().equals(&image), "{dtype}");
        if !dtype.is_complex() {
            let path = folder.path().join("a.tiff");
            io::save(&ctx, &image, &path, &[], true).unwrap();
            assert!(io::tiff::load(&ctx, &path).unwrap().equals(&image), "{dtype}");
        }
    }
}

#[test]
fn npy_keeps_every_dtype_and_rank_but_no_mask() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.npy");
    let ctx = Context::new();
    for &dtype in DType::ALL {
        for shape in [&[][..], &[4], &[0, 3], &[3, 5], &[2, 1, 3, 2]] {
            let image = Image::new(MaskedArray::from(pixels(dtype, shape)));
            io::npy::save(&ctx, &image, &path).unwrap();
            assert!(io::npy::load(&ctx, &path).unwrap().equals(&image), "{dtype} {shape:?}");
        }
    }
    assert_eq!(ctx.warning_counts().0, 0);
    io::npy::save(&ctx, &rich(DType::F32, &[3, 5]), &path).unwrap();
    assert!(warnings(&ctx)[0].contains("without the image's mask"));
}

#[test]
fn a_tiff_without_forcetype_warns_only_of_changed_values() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.tif");
    for &dtype in DType::ALL {
        let ctx = Context::new();
        // Small whole numbers survive float32.
        let small = Image::new(MaskedArray::from(ramp(&[4, 6]).data().cast(DType::U8).unwrap().cast(dtype).unwrap()));
        io::save(&ctx, &small, &path, &[], false).unwrap();
        let back = io::tiff::load(&ctx, &path).unwrap();
        assert!(back.equals(&small), "{dtype}");
        assert_eq!(warnings(&ctx), Vec::<String>::new(), "{dtype}");

        let wide = Image::new(MaskedArray::from(pixels(dtype, &[4, 6])));
        io::save(&ctx, &wide, &path, &[], false).unwrap();
        let loses = matches!(dtype, DType::U64 | DType::I64 | DType::F64 | DType::C64 | DType::C128);
        assert_eq!(ctx.warning_counts().0, usize::from(loses), "{dtype}");
        assert_eq!(io::tiff::load(&ctx, &path).unwrap().dtype(), dtype);
    }
}

#[test]
fn what_has_no_tiff_or_png_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let ctx = Context::new();
    let save = |dtype, shape: &[usize], name: &str| {
        io::save(&ctx, &Image::new(MaskedArray::from(pixels(dtype, shape))), &path(name), &[], true)
            .unwrap_err()
            .status()
    };
    assert_eq!(save(DType::C64, &[3, 3], "a.tif"), Status::Unsupported);
    assert_eq!(save(DType::F64, &[3], "a.tif"), Status::Shape);
    assert_eq!(save(DType::F64, &[0, 3], "a.tif"), Status::Shape);
    assert_eq!(save(DType::F64, &[2, 3, 3], "a.png"), Status::Shape);
    assert_eq!(save(DType::F64, &[3, 0], "a.png"), Status::Shape);
    assert_eq!(save(DType::C128, &[3, 3], "a.png"), Status::Dtype);
    assert_eq!(save(DType::F64, &[3, 3], "a.jpg"), Status::InvalidArgument);
    assert_eq!(save(DType::F64, &[3, 3], "a"), Status::InvalidArgument);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_list_of_formats_replaces_the_ending_of_an_image_alone() {
    let folder = tempfile::tempdir().unwrap();
    let ctx = Context::new();
    let image = rich(DType::F32, &[3, 5]);
    let path = folder.path().join("a.b.hdf5");
    io::save(&ctx, &image, &path, &["tif", "png", "npy"], false).unwrap();
    for name in ["scan_708.1", "scan_708.2"] {
        io::save(&ctx, &image, &folder.path().join(name), &["tif"], false).unwrap();
    }
    let mut names: Vec<PathBuf> = std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().path()).collect();
    names.sort();
    let expected = ["a.b.npy", "a.b.png", "a.b.tiff", "scan_708.1.tiff", "scan_708.2.tiff"];
    assert_eq!(names, expected.map(|n| folder.path().join(n)));
    let error = io::save(&ctx, &image, &path, &["npy", "jpg"], false).unwrap_err();
    assert_eq!(error.status(), Status::InvalidArgument);
    assert!(error.to_string().contains("'jpg'; allowed: tif, tiff, png, npy"), "{error}");
}

#[test]
fn a_png_shows_the_range_and_keeps_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.png");
    let ctx = Context::new();
    let image = rich(DType::I16, &[3, 5]);
    io::save(&ctx, &image, &path, &[], false).unwrap();
    let back = io::png::load(&ctx, &path).unwrap();
    assert_eq!(warnings(&ctx), Vec::<String>::new());
    assert_eq!(keys(&back), keys(&image));
    let as_saved = image.with_array(back.array().clone()).unwrap();
    assert!(back.equals(&as_saved));
    assert_eq!(back.array().mask(), image.array().mask());

    let values = vec![f64::NAN, -1.0, 0.0, 3.0, f64::INFINITY, f64::NEG_INFINITY, 1e300, 0.01];
    let hidden = alloc::from_vec(&[2, 4], (0..8).map(|i| i == 6).collect()).unwrap().into_shared();
    let array = MaskedArray::new(alloc::from_vec(&[2, 4], values).unwrap(), Some(hidden)).unwrap();
    io::save(&ctx, &Image::new(array), &path, &[], false).unwrap();
    let back = io::png::load(&ctx, &path).unwrap();
    let shown: Vec<u8> = back.data().typed::<u8>().unwrap().iter().copied().collect();
    assert_eq!(shown, [0, 0, 64, 255, 255, 0, 0, 64]);

    for constant in [0.0, -7.5, f64::NAN] {
        io::save(&ctx, &Image::new(alloc::full(&[2, 2], constant).unwrap()), &path, &[], false).unwrap();
        let back = io::png::load(&ctx, &path).unwrap();
        assert!(back.data().equals(&Data::zeros(DType::U8, &[2, 2]).unwrap()));
    }
}

/// OpenCV refuses chunks of 8,000,000 bytes: a sidecar of 10 MB of noise is cut.
#[test]
fn no_chunk_of_a_png_is_long() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.png");
    let ctx = Context::new();
    let shape = [1100, 1200];
    let mut image = Image::new(alloc::full(&shape, 0u8).unwrap());
    let noise = (0..1_320_000u64)
        .scan(1u64, |state, _| {
            *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            Some(f64::from_bits((*state ^ *state >> 31) >> 2))
        })
        .collect();
    let array = MaskedArray::from(alloc::from_vec(&shape, noise).unwrap());
    image.set_plane("noise", Plane { array, unit: None }).unwrap();
    io::save(&ctx, &image, &path, &[], false).unwrap();
    let file = std::fs::read(&path).unwrap();
    let (mut at, mut sidecars) = (8, 0);
    while at < file.len() {
        let length = u32::from_be_bytes(file[at..at + 4].try_into().unwrap()) as usize;
        assert!(length < 8_000_000);
        sidecars += usize::from(&file[at + 4..at + 8] == b"stNR");
        at += length + 12;
    }
    assert!(sidecars > 1);
    assert!(io::load(&ctx, &path, None).unwrap().planes().get("noise") == image.planes().get("noise"));
    assert_eq!(warnings(&ctx), Vec::<String>::new());
}

#[test]
fn a_long_description_moves_to_the_sidecar() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.tif");
    let ctx = Context::new();
    let mut image = Image::new(ramp(&[3, 5]));
    for i in 0..900 {
        let text = "\u{3bc}\"x".repeat(i % 40);
        image.set_metadata_entry(&format!("a rather long key to be listed {i}"), text.into()).unwrap();
    }
    image.set_metadata_entry("short", 1i64.into()).unwrap();
    io::save(&ctx, &image, &path, &[], true).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let start = bytes.windows(7).position(|w| w == b"{\"type\"").unwrap();
    let length = bytes[start..].iter().position(|&b| b == 0).unwrap();
    assert!((24_000..48_000).contains(&length), "{length}");
    let text = String::from_utf8_lossy(&bytes[start..start + length]);
    assert!(text.contains("\"short{I32}=1\"") && text.contains("stoner.carried{List}=["));
    let back = io::tiff::load(&ctx, &path).unwrap();
    assert!(back.equals(&image));
    assert_eq!(keys(&back), keys(&image));
}

#[test]
fn text_that_another_program_changed_wins_over_the_sidecar() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.tif");
    let ctx = Context::new();
    let mut image = Image::new(ramp(&[3, 5]));
    image.set_metadata_entry("energy", Entry { value: 707.5.into(), unit: Some("eV".into()) }).unwrap();
    io::save(&ctx, &image, &path, &[], true).unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    let at = bytes.windows(5).position(|w| w == b"707.5").unwrap();
    bytes[at..at + 5].copy_from_slice(b"778.1");
    std::fs::write(&path, bytes).unwrap();
    let back = io::tiff::load(&ctx, &path).unwrap();
    assert_eq!(back.own_metadata().require("energy").unwrap(), &Entry::from(778.1));
}

#[test]
fn planes_and_grid_in_text_are_recognised() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.tif");
    let ctx = Context::new();
    let mut image = Image::new(ramp(&[3, 5]));
    let column = |i: usize| (i % 5) as f64 * 0.5 - 1.0;
    let row = |i: usize| (i / 5) as f64 * -0.25 + 7.0;
    let array = |f: &dyn Fn(usize) -> f64| {
        Value::from(MaskedArray::from(alloc::from_vec(&[3, 5], (0..15).map(f).collect()).unwrap()))
    };
    image.set_metadata_entry("sample_x", array(&column).into()).unwrap();
    image.set_metadata_entry("sample_y", array(&row).into()).unwrap();
    image.set_metadata_entry("mine", array(&row).into()).unwrap();
    assert!(image.map().is_none());
    io::save(&ctx, &image, &path, &[], true).unwrap();
    let back = io::tiff::load(&ctx, &path).unwrap();
    let map = back.map().unwrap();
    assert_eq!((map.origin, map.step), ([-1.0, 7.0], [[0.5, 0.0], [0.0, -0.25]]));
    assert_eq!(back.own_metadata().iter().map(|(k, _)| k).collect::<Vec<_>>(), ["mine"]);

    image.set_metadata_entry("sample_y", array(&|i| row(i) + 1e-9 * (i % 2) as f64).into()).unwrap();
    io::save(&ctx, &image, &path, &[], true).unwrap();
    let back = io::tiff::load(&ctx, &path).unwrap();
    assert!(back.map().is_none() && back.equals(&image));
}

#[test]
fn the_loader_is_found_by_content_then_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let ctx = Context::new();
    let image = Image::new(ramp(&[3, 5]));
    io::tiff::save(&ctx, &image, &path("really.png"), true).unwrap();
    let back = io::load(&ctx, &path("really.png"), None).unwrap();
    assert!(back.array().equals(image.array()));
    assert_eq!(back.filename(), path("really.png").to_str());
    assert_eq!(back.title(), "really.png");
    assert_eq!(back.own_metadata().value("Loaded from").unwrap().as_str(), path("really.png").to_str());

    let status = |path: &Path, filetype| io::load(&ctx, path, filetype).unwrap_err().status();
    assert_eq!(status(&path("really.png"), Some("png")), Status::Format);
    assert_eq!(status(&path("really.png"), Some("gif")), Status::InvalidArgument);
    assert_eq!(status(&path("missing.tif"), None), Status::FileNotFound);
    assert_eq!(status(folder.path(), None), Status::Io);
    assert_eq!(status(Path::new("/dev/zero"), None), Status::Io);
    std::fs::write(path("empty.tif"), b"").unwrap();
    assert_eq!(status(&path("empty.tif"), None), Status::Format);
    std::fs::write(path("text.tif"), b"This is text.").unwrap();
    let error = io::load(&ctx, &path("text.tif"), None).unwrap_err();
    assert_eq!(error.status(), Status::Format);
    for part in ["tiff: ", "signature of a TIFF", "png: neither content nor name (*.png) fit", "npy: "] {
        assert!(error.to_string().contains(part), "{error}");
    }
    std::fs::write(path("cut.bin"), b"II*\0\x08\0\0\0").unwrap();
    assert_eq!(status(&path("cut.bin"), None), Status::Corrupt);
}

/// Files of older versions, with uncompressed arrays in the sidecar, or with small entries stored one by one.
#[test]
fn older_versions_of_the_sidecar_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    for name in ["sidecar_v1.tif", "sidecar_v1.png", "sidecar_v2.tif", "sidecar_v2.png"] {
        let ctx = Context::new();
        let image = io::load(&ctx, &folder.join(name), None).unwrap();
        assert_eq!(warnings(&ctx), Vec::<String>::new(), "{name}");
        let masked: Vec<bool> = image.array().mask().unwrap().iter().copied().collect();
        assert_eq!(masked, [false, true, false, false, false, false]);
        let x: Vec<f64> =
            image.planes().get("actual_x").unwrap().array.data().to_f64().unwrap().iter().copied().collect();
        assert_eq!(x, [0.1, 0.2, 0.3, 1.1, 1.2, 1.3]);
        let map = image.map().unwrap();
        assert_eq!((map.origin, map.step), ([1.0, 2.0], [[0.5, 0.0], [0.0, -0.25]]));
        assert_eq!(map.units[0].as_deref(), Some("um"));
        assert_eq!(image.title(), "first carrier");
        assert_eq!(image.own_metadata().value("bytes"), Some(&Value::from(b"\xff'".to_vec())));
        assert_eq!(image.own_metadata().value("energy"), Some(&Value::from(707.25)));
    }
}

/// Measured numbers are hardly compressible; repeated ones are, and are loaded bit for bit.
#[test]
fn planes_are_packed_to_the_bit() {
    let folder = tempfile::tempdir().unwrap();
    let ctx = Context::new();
    let shape = [100, 120];
    let mut image = Image::new(alloc::full(&shape, 0.0f32).unwrap());
    let column = |i: usize| (i % 120) as f64 * 0.1 - 3.0;
    let odd = [f64::from_bits(0x7FF8_0000_0000_1234), -0.0, f64::NEG_INFINITY, f64::from_bits(1)];
    let values = (0..12_000).map(|i| if i < 4 { odd[i] } else { column(i) }).collect();
    let array = MaskedArray::new(alloc::from_vec(&shape, values).unwrap(), Some(mask(&shape))).unwrap();
    image.set_plane("actual_x", Plane { array: array.clone(), unit: None }).unwrap();
    for name in ["a.tif", "a.png"] {
        let path = folder.path().join(name);
        io::save(&ctx, &image, &path, &[], true).unwrap();
        let pixels = if name == "a.tif" { 48_000 } else { 0 };
        let length = std::fs::metadata(&path).unwrap().len();
        assert!(length < pixels + 10_000, "{length}");
        let back = io::load(&ctx, &path, None).unwrap();
        let bits = |a: &MaskedArray| a.data().to_f64().unwrap().iter().map(|x| x.to_bits()).collect::<Vec<_>>();
        let found = &back.planes().get("actual_x").unwrap().array;
        assert_eq!(bits(found), bits(&array));
        assert_eq!(found.mask(), array.mask());
    }
}
