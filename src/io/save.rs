//! Saving under a name or in a list of formats.

use super::formats::{Save, saved, to_save};
use super::name;
use crate::context::{Context, Error, Result};
use crate::image::Image;
use std::path::Path;

/// Saves an image. Without `formats` the extension of the name decides; with them the image is saved once in each,
/// under the name with the format's ending (`tiff` for `tif`, as the Python package does), which takes the place of an ending of
/// an image; any other ending is part of the name and stays.
/// `forcetype` keeps the dtype in a TIFF exactly.
///
/// # Errors
/// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) for a format that is not known, before
/// anything is written; what the format's own function returns.
pub fn save(ctx: &Context, image: &Image, path: &Path, formats: &[&str], forcetype: bool) -> Result<()> {
    let allowed = || saved().collect::<Vec<_>>().join(", ");
    if formats.is_empty() {
        let extension = path.extension().and_then(|e| e.to_str());
        let Some((format, _)) = extension.and_then(to_save) else {
            let found = format!("'{}'", path.display());
            return Err(Error::argument("path", found, format!("a name that ends in one of {}", allowed())));
        };
        return (format.write)(ctx, image, path, forcetype);
    }
    let known = formats
        .iter()
        .map(|name| to_save(name).ok_or_else(|| Error::argument("formats", format!("'{name}'"), allowed())))
        .collect::<Result<Vec<(&Save, &str)>>>()?;
    for (format, ending) in known {
        (format.write)(ctx, image, &name::with_ending(path, ending), forcetype)?;
    }
    Ok(())
}
