//! The movements found from several starts, and the choice of the best one.

use super::compared_frames::ComparedFrames;
use super::errors::Estimate;
use super::progress::Progress;
use super::refine::refined;
use crate::context::{Error, Result, Status};
use crate::ops::register::options::Options;
use crate::ops::register::search::coarse_search::{CoarseShift, Structure};

/// A movement is as good as the best one if its typical difference is at most this many times as large ...
const AS_GOOD: f64 = 1.15;
/// ... and its standard errors at most this many times.
const SURE: f64 = 2.0;
/// If the difference is larger than noise, the agreement must be this many times as significant as after an arbitrary movement.
const STANDS_OUT: f64 = 6.0;
/// A movement of fewer pixels may be that of structure fixed to the detector.
const FIXED: f64 = 1.0;
/// A movement with larger standard errors is preferred if its typical difference is at most this many times the other one's.
const BETTER: f64 = 0.8;

/// A movement with its start, and another one that is as good.
pub struct Answer {
    pub start: CoarseShift,
    pub found: Estimate,
    pub other: Option<[f64; 2]>,
}

/// The movements found from several starts.
#[derive(Default)]
pub struct Candidates {
    pub found: Vec<(CoarseShift, Estimate)>,
    pub failure: Option<Error>,
}

impl Candidates {
    pub fn try_from(
        &mut self,
        progress: &mut Progress<'_, '_>,
        frames: &ComparedFrames<'_>,
        options: &Options,
        square: usize,
        start: CoarseShift,
    ) -> Result<()> {
        match refined(progress, frames, options, square, start) {
            // Further than the error of the coarse search: another maximum.
            Ok(found) if distance(start.shift, found.registration.shift) > square as f64 + 2.0 => {
                let to = found.registration.shift;
                self.failure = Some(Error::new(
                    Status::NoResult,
                    format!(
                        "the movement does not settle: from ({:.1}, {:.1}) it went to ({:.1}, {:.1})",
                        start.shift[0], start.shift[1], to[0], to[1]
                    ),
                ));
            }
            // Along straight structure there should be only noise, but these frames differ by more than that.
            Ok(found) if found.undetermined.is_some() && frames.doubtful(&found) => {
                let to = found.registration.shift;
                self.failure = Some(Error::new(
                    Status::NoResult,
                    format!(
                        "the images show different things: the agreement after a movement by ({:.1}, {:.1}) is no better than chance",
                        to[0], to[1]
                    ),
                ));
            }
            Ok(found) => self.found.push((start, found)),
            Err(error) if error.status() == Status::NoResult => self.failure = Some(error),
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// The one with the smallest standard errors. If the differences are larger than noise, the one with the smallest typical difference:
    /// a few pixels that are fixed to the detector do not affect it.
    pub fn best(mut self, frames: &ComparedFrames<'_>, doubtful: bool) -> Result<Answer> {
        let error = |found: &Estimate| found.registration.sigma.map_or(f64::INFINITY, |[x, y]| x.hypot(y));
        self.found.sort_by(|a, b| error(&a.1).total_cmp(&error(&b.1)));
        // Only of starts that compared pixels: differences of gradients have other units.
        let of_pixels = |start: &CoarseShift| start.structure == Structure::Pixels;
        let by_typical = doubtful && self.found.first().is_some_and(|(start, _)| of_pixels(start));
        if by_typical {
            self.found.retain(|(start, _)| of_pixels(start));
            self.found.sort_by(|a, b| b.0.standing_out().total_cmp(&a.0.standing_out()));
            // Structure that is fixed to the detector agrees best without a movement.
            let fixed =
                self.found.first().is_some_and(|(_, found)| distance(found.registration.shift, [0.0; 2]) < FIXED);
            let excess: Vec<f64> = self.found.iter().map(|(_, found)| frames.excess(found)).collect();
            let least = (0..excess.len()).min_by(|&a, &b| excess[a].total_cmp(&excess[b])).unwrap_or(0);
            if fixed && excess[least] < BETTER * excess[0] {
                self.found.swap(0, least);
            }
        }
        let mut found = self.found.into_iter();
        let Some((start, best)) = found.next() else {
            return Err(self
                .failure
                .unwrap_or_else(|| Error::new(Status::NoResult, "no movement aligns the image with the reference")));
        };
        let least = frames.excess(&best);
        if frames.doubtful(&best) && start.standing_out() < STANDS_OUT {
            let to = best.registration.shift;
            return Err(Error::new(
                Status::NoResult,
                format!(
                    "what agrees after a movement by ({:.1}, {:.1}) may be chance: it is {:.1} times as significant as after any movement, needed: {STANDS_OUT}",
                    to[0],
                    to[1],
                    start.standing_out()
                ),
            ));
        }
        let other = by_typical
            .then(|| {
                let stands_out = start.standing_out();
                found.filter(|(other, _)| 2.0 * other.standing_out() > stands_out).map(|(_, found)| found).find(
                    |found| {
                        frames.excess(found) < AS_GOOD * least
                            && error(found) < SURE * error(&best)
                            && distance(found.registration.shift, best.registration.shift) > 1.0
                    },
                )
            })
            .flatten()
            .map(|found| found.registration.shift);
        Ok(Answer { start, found: best, other })
    }
}

fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    (a[0] - b[0]).abs().max((a[1] - b[1]).abs())
}
