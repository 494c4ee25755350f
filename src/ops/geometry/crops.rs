//! Parts of an image, and its proportions. Copies no pixels.

use super::turns::{x, y};
use crate::array::MaskedArray;
use crate::context::{Error, Result, Status};
use crate::image::{Image, PixelBox};

/// The part of an image inside a box.
///
/// # Errors
/// [`Status::Shape`] when the rank is not 2 or 3, and [`Status::OutOfRange`] when the box is empty or not inside the image.
pub fn crop(image: &Image, part: PixelBox) -> Result<Image> {
    let (rows, columns) = image.frame_shape()?;
    part.check(rows, columns)?;
    let cut = |a: &mut MaskedArray| {
        a.slice_axis(y(a), part.ymin, part.ymax);
        a.slice_axis(x(a), part.xmin, part.xmax);
    };
    Ok(image.reindex(cut, [part.xmin as f64, part.ymin as f64], [[1.0, 0.0], [0.0, 1.0]]))
}

/// Width divided by height.
///
/// # Errors
/// [`Status::Shape`] when the rank is not 2 or 3, and [`Status::NoResult`] for an image without rows.
pub fn aspect(image: &Image) -> Result<f64> {
    match image.frame_shape()? {
        (0, _) => Err(Error::new(Status::NoResult, "an image of 0 rows has no aspect ratio")),
        (rows, columns) => Ok(columns as f64 / rows as f64),
    }
}

/// (rows / 2, columns / 2), the original's centre: in its order, and half a pixel right of and below the middle.
///
/// # Errors
/// [`Status::Shape`] when the rank is not 2 or 3.
pub fn centre(image: &Image) -> Result<[f64; 2]> {
    image.frame_shape().map(|(rows, columns)| [rows as f64 / 2.0, columns as f64 / 2.0])
}
