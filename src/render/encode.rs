//! Writes a picture to a PNG file, with the fastest compression.

use super::sheet::Picture;
use crate::context::{Context, Error, Result, Status};
use crate::io::{atomic, png_chunks};
use png::{BitDepth, ColorType, Compression, Encoder, EncodingError};
use std::path::Path;

/// Saves a picture, as RGB if it is opaque, else as RGBA. The file is written under another name and then renamed.
///
/// # Errors
/// As [`atomic::write`].
pub fn save_png(ctx: &Context, picture: &Picture, path: &Path) -> Result<()> {
    ctx.check_cancelled()?;
    let opaque = picture.pixels.iter().all(|pixel| pixel[3] == 255);
    let file = encode(picture, opaque).map_err(failed)?;
    atomic::write(path, |out| png_chunks::write_split(&file, out).map_err(|e| Error::io("writing the PNG", &e)))
}

fn failed(error: EncodingError) -> Error {
    match error {
        EncodingError::IoError(e) => Error::io("writing the PNG", &e),
        other => Error::new(Status::Internal, "writing the PNG").because(other),
    }
}

fn encode(picture: &Picture, opaque: bool) -> std::result::Result<Vec<u8>, EncodingError> {
    let mut file = Vec::new();
    // Both sides are at most canvas::MAX_SIDE.
    let mut encoder = Encoder::new(&mut file, picture.width as u32, picture.height as u32);
    encoder.set_color(if opaque { ColorType::Rgb } else { ColorType::Rgba });
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    let mut writer = encoder.write_header()?;
    let no_memory = |error: Error| EncodingError::IoError(std::io::Error::new(std::io::ErrorKind::OutOfMemory, error));
    let mut bytes = crate::array::alloc::vec(picture.pixels.len() * if opaque { 3 } else { 4 }).map_err(no_memory)?;
    match opaque {
        true => bytes.extend(picture.pixels.iter().flat_map(|&[r, g, b, _]| [r, g, b])),
        false => bytes.extend_from_slice(picture.pixels.as_flattened()),
    }
    writer.write_image_data(&bytes)?;
    writer.finish()?;
    Ok(file)
}
