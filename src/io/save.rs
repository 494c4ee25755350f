//! Saving under a name or in a list of formats.

use super::{name, npy, png, tiff};
use crate::context::{Context, Error, Result};
use crate::image::Image;
use std::path::Path;

/// The names of the formats that an image can be saved in.
pub const FORMATS: &[&str] = &["tif", "tiff", "png", "npy"];

#[derive(Clone, Copy)]
enum Format {
    Tiff,
    Png,
    Npy,
}

impl Format {
    fn from_name(name: &str) -> Option<Format> {
        match name.to_ascii_lowercase().as_str() {
            "tif" | "tiff" => Some(Format::Tiff),
            "png" => Some(Format::Png),
            "npy" => Some(Format::Npy),
            _ => None,
        }
    }

    fn save(self, ctx: &Context, image: &Image, path: &Path, forcetype: bool) -> Result<()> {
        match self {
            Format::Tiff => tiff::save(ctx, image, path, forcetype),
            Format::Png => png::save(ctx, image, path),
            Format::Npy => npy::save(ctx, image, path),
        }
    }
}

/// Saves an image. Without `formats` the extension of the name decides; with them the image is saved once in each,
/// under the name with the format's ending (`tiff` for `tif`, as the Python package does), which takes the place of an ending of
/// an image; any other ending is part of the name and stays.
/// `forcetype` keeps the dtype in a TIFF exactly.
///
/// # Errors
/// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) for a format that is not known, before
/// anything is written; what the format's own function returns.
pub fn save(ctx: &Context, image: &Image, path: &Path, formats: &[&str], forcetype: bool) -> Result<()> {
    let allowed = || FORMATS.join(", ");
    if formats.is_empty() {
        let extension = path.extension().and_then(|e| e.to_str());
        let Some(format) = extension.and_then(Format::from_name) else {
            let found = format!("'{}'", path.display());
            return Err(Error::argument("path", found, format!("a name that ends in one of {}", allowed())));
        };
        return format.save(ctx, image, path, forcetype);
    }
    let known = formats
        .iter()
        .map(|name| Format::from_name(name).ok_or_else(|| Error::argument("formats", format!("'{name}'"), allowed())))
        .collect::<Result<Vec<Format>>>()?;
    for format in known {
        let extension = match format {
            Format::Tiff => "tiff",
            Format::Png => "png",
            Format::Npy => "npy",
        };
        format.save(ctx, image, &name::with_ending(path, extension), forcetype)?;
    }
    Ok(())
}
