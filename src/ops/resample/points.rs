//! Sampling at single points.

use super::coverage::{is_masked, normalised};
use super::{Kernel, Sampling, Source};
use crate::array::{Float, alloc};
use crate::context::{Result, Stage};
use crate::ops::frames::Frame;

/// The values of a frame at points (x, y), and which of them are masked.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
pub fn at_points<T: Float>(
    stage: &Stage<'_>,
    frame: Frame<'_, T>,
    points: &[[f64; 2]],
    sampling: Sampling,
) -> Result<Vec<(T, bool)>> {
    let Sampling { kernel, boundary, cval } = sampling;
    let mut out = alloc::vec(points.len())?;
    if frame.pixels.is_empty() || frame.invalid.is_some_and(|invalid| !invalid.contains(&false)) {
        out.extend(points.iter().map(|_| (T::from_f64(cval), true)));
    } else if kernel == Kernel::Linear && frame.invalid.is_some() {
        out.extend(points.iter().map(|&at| normalised(frame, at, boundary, T::from_f64(cval))));
    } else {
        let source = Source::new(&stage.part(0.0..0.9), frame, sampling)?;
        out.extend(points.iter().map(|&[x, y]| (source.sample(x, y), is_masked(frame, [x, y], boundary))));
    }
    stage.report(1.0)?;
    Ok(out)
}
