//! Sampling at single points.

use super::coverage::{ENOUGH, corners, normalised};
use super::kernel::Kernel;
use super::source::{Sampling, Source};
use crate::array::{Float, MaskedArray};
use crate::context::{Result, Stage};
use crate::ops::engine::frames::{Frame, FrameOperation, each_frame};

/// Samples between two looks at whether the call was cancelled.
const PIECE: usize = 4096;

/// Points, and around each of them others across a line, over which the mean is taken.
pub struct Across<'a> {
    /// The points on the line, (x, y).
    pub centres: &'a [[f64; 2]],
    /// The vector from one point across to the next.
    pub step: [f64; 2],
    /// How many there are across, around the one on the line.
    pub count: usize,
}

/// The means of the values across a line at each of its points, for each frame in an array of shape (1, points); masked
/// values and NaN have no part, and where there is nothing else a mean is masked. Other than in images what lies beyond
/// the edges counts where a constant stands there.
///
/// # Errors
/// [`Status::Dtype`](crate::context::Status::Dtype) for complex arrays,
/// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
pub fn means_across(
    stage: &Stage<'_>,
    array: &MaskedArray,
    points: &Across<'_>,
    sampling: Sampling,
) -> Result<MaskedArray> {
    each_frame(stage, array, &Points { points, sampling })
}

struct Points<'a> {
    points: &'a Across<'a>,
    sampling: Sampling,
}

impl FrameOperation for Points<'_> {
    const MAKES_MASK: bool = true;

    fn shape(&self, _: usize, _: usize) -> (usize, usize) {
        (1, self.points.centres.len())
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
        let &Across { centres, step, count } = self.points;
        let stage = stage.part(0.9..1.0);
        let mut samples = 0;
        for (i, (&[x, y], (out, mask))) in centres.iter().zip(out.iter_mut().zip(mask)).enumerate() {
            let (mut sum, mut valid) = (0.0, 0usize);
            for k in 0..count {
                let offset = k as f64 - (count as f64 - 1.0) / 2.0;
                let at = [x + step[0] * offset, y + step[1] * offset];
                if frame.invalid.is_none_or(|invalid| 1.0 - invalid_weight(at, invalid) >= ENOUGH) {
                    let value = match &source {
                        Some(source) => source.sample(at[0], at[1]),
                        None => normalised(frame, at, boundary, (cval, true)).0,
                    };
                    sum += value.to_f64();
                    valid += 1;
                }
                samples += 1;
                if samples % PIECE == 0 {
                    stage.report(i as f64 / centres.len() as f64)?;
                }
            }
            (*out, *mask) = if valid == 0 { (cval, true) } else { (T::from_f64(sum / valid as f64), false) };
        }
        stage.report(1.0)
    }
}
