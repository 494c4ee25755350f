//! Damaged files: an error or an image, never a panic, never more memory than the file can need.

// Only the dev profile notes how much memory is asked for.
#![cfg(debug_assertions)]

use std::path::Path;
use stoner::array::{MaskedArray, alloc};
use stoner::context::memory::largest_request;
use stoner::context::{Context, Result, Status};
use stoner::image::{Image, Map, Plane, Value};
use stoner::io;

/// The files have a few kilobytes; reading them never needs this much.
const ENOUGH: usize = 32 << 20;

type Loader = fn(&Context, &Path) -> Result<Image>;
const LOADERS: [(&str, Loader); 3] =
    [("tif", io::tiff::load as Loader), ("png", io::png::load as Loader), ("npy", io::npy::load as Loader)];

fn ramp(shape: &[usize]) -> MaskedArray {
    let len: usize = shape.iter().product();
    MaskedArray::from(alloc::from_vec(shape, (0..len).map(|i| i as f64 / 7.0).collect()).unwrap())
}

fn image(shape: &[usize]) -> Image {
    let mut image = Image::new(ramp(shape));
    image.set_plane("actual_x", Plane { array: ramp(shape), unit: Some("\u{3bc}m".into()) }).unwrap();
    image.set_map(Some(Map {
        origin: [0.0; 2],
        step: [[1.0, 0.0], [0.0, -1.0]],
        names: ["sample_x".into(), "sample_y".into()],
        units: [None, None],
    }));
    let list = Value::List(vec![Value::Tuple(vec![1i64.into()]), "text".into(), ramp(&[2, 2]).into()]);
    image.set_metadata_entry("list", list.into()).unwrap();
    image.set_metadata_entry("bytes", vec![1u8, 2].into()).unwrap();
    image.set_metadata_entry("unit", "\u{3bc}m".into()).unwrap();
    image
}

/// Loads damaged bytes; returns whether there was an image.
fn load(folder: &Path, loader: Loader, bytes: &[u8], what: &dyn Fn() -> String) -> bool {
    let path = folder.join("damaged");
    std::fs::write(&path, bytes).unwrap();
    let ctx = Context::new();
    let result = loader(&ctx, &path);
    let largest = largest_request();
    assert!(largest < ENOUGH, "{}: {largest} bytes were asked for", what());
    match result {
        Ok(image) => {
            assert!(image.data().len() < ENOUGH);
            true
        }
        Err(error) => {
            let allowed = [Status::Format, Status::Corrupt, Status::Unsupported, Status::NoMemory];
            assert!(allowed.contains(&error.status()), "{}: {error}", what());
            false
        }
    }
}

fn each_file(mut f: impl FnMut(&Path, &str, Loader, &[u8])) {
    let folder = tempfile::tempdir().unwrap();
    let ctx = Context::new();
    for (extension, loader) in LOADERS {
        for shape in [&[5, 7][..], &[2, 3, 4]] {
            let path = folder.path().join("whole").with_extension(extension);
            if extension == "png" && shape.len() > 2 {
                continue;
            }
            io::save(&ctx, &image(shape), &path, &[], true).unwrap();
            f(folder.path(), extension, loader, &std::fs::read(&path).unwrap());
        }
    }
}

#[test]
fn files_cut_at_any_length_are_errors_or_images() {
    each_file(|folder, extension, loader, bytes| {
        for length in 1..bytes.len() {
            let whole = load(folder, loader, &bytes[..length], &|| format!("{extension} cut at {length}"));
            // Pixels stand before the end of each format, the last chunk or the directory of a TIFF behind them.
            assert!(!whole || extension == "png", "{extension} cut at {length}");
        }
        assert!(load(folder, loader, bytes, &|| "the whole file".to_owned()));
    });
}

#[test]
fn files_with_random_damage_are_errors_or_images() {
    let mut state = 7u64;
    let mut random = |n: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % n
    };
    each_file(|folder, extension, loader, bytes| {
        for round in 0..1500 {
            let mut damaged = bytes.to_vec();
            for _ in 0..1 + random(4) {
                let at = random(damaged.len());
                match random(4) {
                    0 => damaged[at] = [0, 1, 0x7F, 0x80, 0xFF][random(5)],
                    1 => damaged[at] ^= 1 << random(8),
                    2 => damaged[at..].iter_mut().take(4).for_each(|b| *b = 0xFF),
                    _ => damaged[at] = random(256) as u8,
                }
            }
            load(folder, loader, &damaged, &|| format!("{extension}, damage {round}"));
        }
    });
}

#[test]
fn every_byte_of_a_tiffs_directory_can_be_wrong() {
    each_file(|folder, extension, loader, bytes| {
        if extension != "tif" {
            return;
        }
        // The header, and the directory that it points to.
        let directory = u32::from_le_bytes(bytes[4..8].try_into().unwrap()) as usize;
        for at in (0..8).chain(directory..(directory + 220).min(bytes.len())) {
            for value in [0, 1, 2, 5, 12, 64, 0x7F, 0xFF] {
                let mut damaged = bytes.to_vec();
                damaged[at] = value;
                load(folder, loader, &damaged, &|| format!("byte {at} = {value}"));
            }
        }
    });
}

#[test]
fn a_damaged_sidecar_costs_only_what_is_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.tif");
    let ctx = Context::new();
    let image = image(&[5, 7]);
    io::save(&ctx, &image, &path, &[], true).unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    let plane = bytes.windows(4).position(|w| w == b"PLAN").unwrap();
    bytes[plane + 100] ^= 1;
    std::fs::write(&path, &bytes).unwrap();
    let back = io::tiff::load(&ctx, &path).unwrap();
    assert!(back.planes().is_empty());
    assert_eq!(back.map(), image.map());
    assert!(back.array().equals(image.array()));
    assert_eq!(ctx.warning(0).unwrap(), "a plane in the file is damaged and left out");
}

#[test]
fn a_file_that_claims_a_huge_image_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    // One directory: width and height of 2^31, 8 bits, one strip.
    let mut tiff = b"II*\0\x08\0\0\0\x09\0".to_vec();
    for (tag, kind, value) in [
        (256u16, 4u16, 1u32 << 31),
        (257, 4, 1 << 31),
        (258, 3, 8),
        (259, 3, 5),
        (262, 3, 1),
        (273, 4, 8),
        (277, 3, 1),
        (278, 4, 1 << 31),
        (279, 4, 64),
    ] {
        tiff.extend(tag.to_le_bytes());
        tiff.extend(kind.to_le_bytes());
        tiff.extend(1u32.to_le_bytes());
        tiff.extend(value.to_le_bytes());
    }
    tiff.extend([0; 4]);
    assert!(!load(folder.path(), io::tiff::load, &tiff, &|| "huge TIFF".to_owned()));
}
