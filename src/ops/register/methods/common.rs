//! What the methods of the original share besides their start: borders, thresholds, rounding.

use crate::array::{MaskedArray, alloc};
use crate::context::{Error, Result, Stage, Status};
use crate::image::Image;
use crate::ops::engine::frames;
use crate::ops::geometry::resample::{self, Affine, Boundary, Kernel, Sampling};
use crate::ops::register::options::Options;
use crate::ops::register::pair::frame::RegistrationFrame;
use crate::ops::register::pair::overlap::plain_mean;
use crate::ops::register::search::coarse_search::weak;

/// Steps shorter than this end a search, in pixels. No standard error is smaller.
pub const CLOSE: f64 = 1e-5;

/// Steps shorter than this, in pixels, end a search of the resolution that was asked for.
pub fn close(options: &Options) -> f64 {
    // A twentieth of the last place.
    options.upsample_factor.map_or(CLOSE, |factor| CLOSE.max(0.05 / factor))
}

/// Pixels within this distance of an invalid one are not used: smoothing and interpolation mix them with the value that was filled
/// in.
pub fn reach(smoothing: f64) -> usize {
    2 + (2.0 * smoothing).ceil() as usize
}

/// Which pixels have structure: 1 where the gradient reaches `threshold` times its greatest value; `None` when all have.
///
/// # Errors
/// As [`weak`].
pub fn structure(side: &RegistrationFrame, threshold: f64) -> Result<Option<Vec<f64>>> {
    if threshold <= 0.0 {
        return Ok(None);
    }
    let weak = weak(side, threshold)?;
    let mut structure = alloc::vec(weak.len())?;
    structure.extend(weak.iter().map(|&weak| if weak { 0.0 } else { 1.0 }));
    Ok(Some(structure))
}

/// The movement rounded to 1 / `upsample_factor`, if given, in pixels before `scale`.
pub fn rounded(shift: [f64; 2], options: &Options) -> [f64; 2] {
    match options.upsample_factor {
        Some(factor) => shift.map(|x| (x / options.scale * factor).round() / factor * options.scale),
        None => shift,
    }
}

/// A frame resampled along a map, into `shape` (rows, columns): by quintic B-splines, with the frame mirrored at its
/// edges.
///
/// # Errors
/// `NoResult` when no pixel is valid; `NoMemory`, `Cancelled`.
pub fn along(stage: &Stage<'_>, side: &RegistrationFrame, map: Affine, shape: (usize, usize)) -> Result<Vec<f64>> {
    let array = alloc::from_vec(&[side.rows, side.columns], side.filled_nearest()?)?;
    let sampling = Sampling { kernel: Kernel::Spline5, boundary: Boundary::Mirror, cval: 0.0 };
    let out = resample::along(stage.context(), &Image::new(array), map, shape, sampling, false)?;
    let data = alloc::contiguous(&out.array().data().to_f64()?)?;
    let pixels = alloc::copied(data.as_slice().unwrap_or_default())?;
    Ok(pixels)
}

/// A frame resampled along a map onto the pixels of another one. Pixels that come from outside or from invalid pixels are invalid.
///
/// # Errors
/// `NoResult` when no pixel is valid; `NoMemory`, `Cancelled`.
pub fn turned(
    stage: &Stage<'_>,
    side: &RegistrationFrame,
    map: Affine,
    like: &RegistrationFrame,
) -> Result<RegistrationFrame> {
    let pixels = alloc::copied(&side.pixels)?;
    let mut mask = None;
    if let Some(invalid) = &side.invalid {
        let copy = alloc::copied(invalid)?;
        mask = Some(alloc::from_vec(&[side.rows, side.columns], copy)?.into_shared());
    }
    let array = MaskedArray::new(alloc::from_vec(&[side.rows, side.columns], pixels)?, mask)?;
    // Filled with the mean, so that splines see no jump at the edges.
    let sampling = Sampling { kernel: Kernel::Spline3, boundary: Boundary::GridConstant, cval: plain_mean(side) };
    let out = resample::along(stage.context(), &Image::new(array), map, (like.rows, like.columns), sampling, false)?;
    let data = alloc::contiguous(&out.array().data().to_f64()?)?;
    let pixels = alloc::copied(data.as_slice().unwrap_or_default())?;
    let invalid = frames::invalid(&pixels, out.array().mask())?;
    if invalid.as_ref().is_some_and(|invalid| !invalid.contains(&false)) {
        return Err(Error::new(Status::NoResult, "after turning and moving, nothing of the image is left"));
    }
    Ok(RegistrationFrame { pixels, invalid, rows: like.rows, columns: like.columns })
}
