//! The iteration.

use super::progress::Progress;
use super::resolution::Resolution;
use super::solution::Solution;
use super::state::State;
use crate::context::{Error, Result, Status};

/// The fraction of pixels beyond the first limit above which some differences are not noise (of noise 0.27 % are beyond it).
const BEYOND: f64 = 0.006;

impl Resolution {
    /// Iterates until a step is shorter than `tolerance`.
    pub fn iterate(
        &self,
        progress: &mut Progress<'_, '_>,
        state: &mut State,
        most: usize,
        tolerance: f64,
    ) -> Result<Solution> {
        state.weighting.limit = f64::INFINITY;
        state.weighting.redescend = false;
        for _ in 0..most {
            let region = self.region(state.shift)?;
            let rows_a_piece = Self::rows_a_piece(region.1.len());
            let pieces = 0..region.0.len().div_ceil(rows_a_piece);
            let sums = self.pass(&progress.next(0.2), state, region, pieces, rows_a_piece, |_, _, _| {})?;
            let solution = self.solve(state, &sums)?;
            let length = solution.step[0].abs().max(solution.step[1].abs());
            // A longer step is beyond the range in which the images are nearly linear.
            let shorten = (2.0 / length).min(1.0);
            state.shift = [0, 1].map(|k| state.shift[k] + shorten * solution.step[k]);
            if length < tolerance {
                // Many large differences belong to other structure: from here on they hardly count.
                if !state.weighting.redescend && solution.beyond > BEYOND {
                    state.weighting.redescend = true;
                    continue;
                }
                return Ok(solution);
            }
        }
        Err(Error::new(Status::NoResult, "the movement does not settle: the images agree nowhere clearly"))
    }
}
