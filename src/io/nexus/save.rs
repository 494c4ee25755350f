//! The file, from its root down.

use super::entry;
use super::names::ENTRY;
use super::process::Input;
use super::replace;
use super::tree::Tree;
use crate::context::{Context, Result};
use crate::image::Image;
use crate::io::atomic;
use crate::io::hdf5_writer::{Attributes, File};
use std::path::Path;

/// Saves an image as NeXus HDF5. Everything comes back: pixels of any rank and dtype, mask, fill value, planes, map, metadata, title
/// and the axis of frames. Two saves of one image under one name are the same bytes: the file has no times of its own.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled);
/// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) where another program's HDF5 file has the name;
/// [`Status::Unsupported`](crate::context::Status::Unsupported) for metadata that are nested too deeply; as [`atomic::write`].
pub fn save(ctx: &Context, image: &Image, path: &Path) -> Result<()> {
    replace::check(ctx, path)?;
    let input = Input::of(ctx, image)?;
    let mut attributes = Attributes::of_class("NXroot")
        .and("default", ENTRY)
        .and("creator", "libstoner")
        .and("creator_version", env!("CARGO_PKG_VERSION"));
    if let Some(name) = path.file_name() {
        attributes = attributes.and("file_name", name.to_string_lossy().as_ref());
    }
    atomic::write(path, |out| {
        let mut file = File::begin(out)?;
        let entry = entry::write(ctx, &mut file, image, input.as_ref())?;
        let mut root = Tree::new(attributes);
        root.group(ENTRY, entry);
        let root = root.write(&mut file)?;
        file.finish(root)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::{DType, Data, MaskedArray, Scalar, alloc};
    use crate::image::{Entry, Map, Plane, Value};

    fn image() -> Image {
        let values: Vec<f32> = (0..24).map(|i| i as f32 * 0.3).collect();
        let mask = alloc::from_vec(&[2, 3, 4], (0..24).map(|i| i % 5 == 0).collect()).unwrap().into_shared();
        let mut array = MaskedArray::new(Data::from(alloc::from_vec(&[2, 3, 4], values).unwrap()), Some(mask)).unwrap();
        array.set_fill_value(Some(Scalar::Float(-1.5))).unwrap();
        let mut image = Image::from(array);
        image.set_map(Some(Map {
            origin: [0.1, 0.2],
            step: [[0.3, 0.0], [0.0, -0.7]],
            names: ["sample_x".into(), "sample_y".into()],
            units: [Some("um".into()), None],
        }));
        for (key, value) in
            [("b", Value::Int(1)), ("", Value::from("a\0b")), ("a/b", Value::Timestamp("2020-01-02".into()))]
        {
            image.own_metadata_mut().insert(key, Entry { value, unit: Some("\u{3bc}m".into()) });
        }
        image.set_frame_axis("energy", Some("eV"), &[700.0, 701.5]).unwrap();
        let plane = MaskedArray::from(Data::zeros(DType::C64, &[3, 4]).unwrap());
        image.set_plane("a plane", Plane { array: plane, unit: None }).unwrap();
        image
    }

    #[test]
    fn what_is_saved_is_loaded_and_each_save_is_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.nxs");
        let ctx = Context::new();
        let image = image();
        save(&ctx, &image, &path).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        let mut back = crate::io::load(&ctx, &path, None).unwrap();
        assert_eq!(ctx.warning_counts().0, 0);
        assert_eq!(back.array().own_fill_value(), Some(Scalar::Float(-1.5)));
        back.set_filename(None);
        back.own_metadata_mut().pop("Loaded from").unwrap();
        assert!(back.equals(&image));
        save(&ctx, &image, &path).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }

    #[test]
    fn every_rank_and_dtype_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.nxs");
        let ctx = Context::new();
        for dtype in DType::ALL.iter().copied() {
            for shape in [&[][..], &[0], &[3], &[2, 0], &[40, 41], &[1, 1, 1, 1, 2]] {
                let n: usize = shape.iter().product();
                let values = alloc::from_vec(shape, (0..n).map(|i| (i % 251) as f64).collect()).unwrap();
                let image = Image::from(MaskedArray::from(Data::from(values).cast(dtype).unwrap()));
                save(&ctx, &image, &path).unwrap();
                let back = crate::io::load(&ctx, &path, None).unwrap();
                assert_eq!((back.dtype(), back.shape()), (dtype, shape));
                assert!(back.array().equals(image.array()), "{dtype} {shape:?}");
            }
        }
    }
}
