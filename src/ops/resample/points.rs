//! Sampling at single points.

use super::coverage::{ENOUGH, corners, normalised};
use super::{Kernel, Sampling, Source};
use crate::array::{Float, MaskedArray};
use crate::context::{Result, Stage};
use crate::ops::frames::{Frame, FrameOperation, each_frame};

/// Between two looks at whether the call was cancelled.
const PIECE: usize = 4096;

/// The values at points (x, y), for each frame in an array of shape (1, points). Other than in images what lies beyond the
/// edges is not masked where a constant stands there.
///
/// # Errors
/// [`Status::Dtype`](crate::context::Status::Dtype) for complex arrays,
/// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
pub fn at_points(
    stage: &Stage<'_>,
    array: &MaskedArray,
    points: &[[f64; 2]],
    sampling: Sampling,
) -> Result<MaskedArray> {
    each_frame(stage, array, &Points { points, sampling })
}

struct Points<'a> {
    points: &'a [[f64; 2]],
    sampling: Sampling,
}

impl FrameOperation for Points<'_> {
    const MAKES_MASK: bool = true;

    fn shape(&self, _: usize, _: usize) -> (usize, usize) {
        (1, self.points.len())
    }

    fn run<T: Float>(
        &self,
        stage: &Stage<'_>,
        frame: Frame<'_, T>,
        out: &mut [T],
        mask: Option<&mut [bool]>,
    ) -> Result<()> {
        let Sampling { kernel, boundary, cval } = self.sampling;
        let (cval, mask) = (T::from_f64(cval), mask.unwrap_or_default());
        if frame.pixels.is_empty() || frame.invalid.is_some_and(|invalid| !invalid.contains(&false)) {
            out.fill(cval);
            mask.fill(true);
            return stage.report(1.0);
        }
        let normalises = kernel == Kernel::Linear && frame.invalid.is_some();
        let source = if normalises { None } else { Some(Source::new(&stage.part(0.0..0.9), frame, self.sampling)?) };
        let invalid_weight = |at: [f64; 2], invalid: &[bool]| -> f64 {
            let corners = corners(at, (frame.rows, frame.columns), boundary);
            corners.iter().filter(|(i, _)| i.is_some_and(|i| invalid[i])).map(|(_, w)| w).sum()
        };
        for ((points, out), mask) in self.points.chunks(PIECE).zip(out.chunks_mut(PIECE)).zip(mask.chunks_mut(PIECE)) {
            for ((&[x, y], out), mask) in points.iter().zip(out).zip(mask) {
                *out = match &source {
                    Some(source) => source.sample(x, y),
                    None => normalised(frame, [x, y], boundary, (cval, true)).0,
                };
                *mask = frame.invalid.is_some_and(|invalid| 1.0 - invalid_weight([x, y], invalid) < ENOUGH);
            }
            stage.context().check_cancelled()?;
        }
        stage.report(1.0)
    }
}
