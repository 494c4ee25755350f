//! The default: symmetric Gauss-Newton on splines.
//!
//! Both frames are moved towards each other by half of the shift and compared over their overlap; the shift, a gain and an offset
//! are those for which the weighted square of the difference is least (B. D. Lucas, T. Kanade 1981, "An iterative image registration
//! technique with an application to stereo vision", Proc. IJCAI, 674-679; for why both frames must move, and for the bound: T. Q.
//! Pham, M. Bezuijen, L. J. van Vliet, K. Schutte, C. L. Luengo Hendriks 2005, "Performance of optimal registration estimators",
//! Proc. SPIE 5817, 133-144). How a bias by noise is avoided:
//!
//! - Both are smoothed by one Gaussian, sampled by a quintic B-spline that is a part of the Gaussian: otherwise the spline, which
//!   damps noise between pixels, would draw the shift to half pixels. `refine` chooses the Gaussian's width from noise and gradients.
//! - The gradient is the mean of both frames', and the second derivative of the square that of the cross-correlation, the sum of
//!   products of one frame's gradient with the other's: noise, which is independent in both, does not contribute on average.
//! - The variance may grow with the signal, as for counts: it is fitted to the differences, and pixels are weighted by
//!   its inverse. Differences beyond some standard deviations count less (Huber).
//! - The standard errors are those of the sandwich estimator, with the noise of the differences propagated through the Gaussian to
//!   the score. If the differences contain structure that one frame lacks, the scores of squares of 16 x 16 pixels give the errors.

use super::candidates::{Answer, Candidates};
use super::compared_frames::ComparedFrames;
use super::progress::Progress;
use super::refine::refined;
use super::resolution::MARGIN;
use crate::context::{Error, Result, Stage, Status, Warning};
use crate::ops::register::options::Options;
use crate::ops::register::pair::Pair;
use crate::ops::register::registration::Registration;
use crate::ops::register::search::coarse_search::{self, CoarseShift};

/// Frames with at least this many rows and columns are first compared at a reduced size.
const PYRAMID_FROM: usize = 48;
/// The least correlation where another shift is nearly as good.
const LEAST_WITH_RIVAL: f64 = 0.5;
/// Larger standard errors, in pixels, cause a warning: errors of half a pixel are no longer rare.
pub const UNCERTAIN: f64 = 0.4;
/// The coarse search begins with at most this many squares, as far as [`COARSEST`] allows.
const COARSE_PIXELS: usize = 4096;
/// The side of the largest squares of the coarse search, in pixels.
const COARSEST: usize = 8;
/// Along each axis there must be at least this many of the largest squares.
const LEAST_SQUARES: usize = 16;
/// Frames that are dominated by noise are compared in larger squares, whose agreement must have this significance.
const DROWNED: f64 = 12.0;
/// Another shift is ruled out if the mean square of its differences is larger by this many of its standard deviations ...
const WORSE: f64 = 6.0;
/// ... unless it is below this fraction of the noise's: then both fit, as in a lattice without noise.
const WITHIN_NOISE: f64 = 0.1;

/// The movement.
///
/// # Errors
/// [`Status::NoResult`] when nothing agrees, or in one direction alone; [`Status::NoMemory`]; [`Status::Cancelled`].
pub fn estimate(stage: &Stage<'_>, pair: &Pair, options: &Options) -> Result<Registration> {
    let mut progress = Progress { stage, done: 0.0 };
    let (image, reference) = (&pair.image, &pair.reference);
    let shortest = [image.rows, image.columns, reference.rows, reference.columns].into_iter().min().unwrap_or(0);
    if shortest < MARGIN * 2 + 4 {
        let least = MARGIN * 2 + 4;
        return Err(Error::new(
            Status::NoResult,
            format!(
                "frames of {} x {} and {} x {} pixels are too small; needed: {least} rows and columns",
                image.rows, image.columns, reference.rows, reference.columns
            ),
        ));
    }
    let pixels = (image.rows * image.columns).min(reference.rows * reference.columns);
    let mut square = 1;
    while square < COARSEST && shortest / (2 * square) >= PYRAMID_FROM / 2 && pixels / (square * square) > COARSE_PIXELS
    {
        square *= 2;
    }
    let frames = ComparedFrames::new(pair)?;
    let finest_first = std::iter::successors(Some(square), |&square| (square > 1).then_some(square / 2));
    let larger = std::iter::successors(Some(2 * square), |&square| (square < COARSEST).then_some(2 * square));
    let mut first_error = None;
    let tries = finest_first.map(|square| (square, false)).chain(larger.map(|square| (square, true)));
    for (square, drowned) in tries {
        if drowned && shortest / square < LEAST_SQUARES {
            break;
        }
        match at_squares(&mut progress, &frames, options, square, drowned) {
            Ok(answer) => {
                let found = warn_of_doubts(stage, &answer)?;
                stage.report(1.0)?;
                return Ok(rounded(found, options.upsample_factor));
            }
            Err(error) if error.status() != Status::NoResult => return Err(error),
            Err(error) => {
                first_error.get_or_insert(error);
            }
        }
    }
    Err(first_error.unwrap_or_else(|| Error::new(Status::NoResult, "no movement aligns the image with the reference")))
}

/// Warns of anything that makes the result doubtful; an error if it is too doubtful.
fn warn_of_doubts(stage: &Stage<'_>, answer: &Answer) -> Result<Registration> {
    let (start, found) = (&answer.start, &answer.found.registration);
    if let Some((other, coefficient)) = start.rival {
        let places = format!(
            "about ({:.0}, {:.0}) (correlation {coefficient:.2}) as by ({:.2}, {:.2}) (correlation {:.2})",
            other[0], other[1], found.shift[0], found.shift[1], start.coefficient
        );
        if start.coefficient < LEAST_WITH_RIVAL {
            let message = format!("no movement stands out: the images agree nearly as well after one by {places}");
            return Err(Error::new(Status::NoResult, message));
        }
        let message =
            format!("registration: the image lies on the reference nearly as well after a movement by {places}");
        stage.context().warn_of(Warning::Ambiguous, message);
    }
    if let Some([x, y]) = answer.other {
        stage.context().warn_of(Warning::Ambiguous, format!(
            "registration: one part of what the images show has moved by ({:.2}, {:.2}), another by ({x:.2}, {y:.2}): \
             something may be fixed to the detector or to the scan's rows",
            found.shift[0], found.shift[1]
        ));
    }
    if let Some(([x, y], across)) = answer.found.undetermined {
        let degrees = y.atan2(x).to_degrees().rem_euclid(180.0);
        stage.context().warn_of(Warning::Uncertain, format!(
            "registration: the images do not determine the movement along ({x:.2}, {y:.2}), {degrees:.0} degrees clockwise from +x: \
             what they show is straight along it; across it the standard error is {across:.3} pixels"
        ));
    } else if let Some(sigma) = found.sigma
        && sigma.iter().any(|&sigma| sigma > UNCERTAIN)
    {
        stage.context().warn_of(Warning::Uncertain, format!(
            "registration: the standard errors of the movement are ({:.2}, {:.2}) pixels: the images have little content in common",
            sigma[0], sigma[1]
        ));
    }
    Ok(found.clone())
}

/// The movement with the smallest standard errors, of those that start from where squares of this size agree best. If the
/// difference is larger than noise, further starts are tried.
fn at_squares(
    progress: &mut Progress<'_, '_>,
    frames: &ComparedFrames<'_>,
    options: &Options,
    square: usize,
    drowned: bool,
) -> Result<Answer> {
    let stage = progress.next(0.2);
    let [image, reference] = frames.coarse();
    let mut starts = coarse_search::starts(&stage.piece(), image, reference, square, options.threshold)?;
    if drowned {
        starts.retain(|start| {
            start.rival.is_none() && start.coefficient > LEAST_WITH_RIVAL && start.significance > DROWNED
        });
    }
    let mut candidates = Candidates::default();
    for start in starts {
        candidates.try_from(progress, frames, options, square, start)?;
    }
    let doubtful = candidates.found.iter().all(|(_, found)| frames.doubtful(found));
    if doubtful {
        let known: Vec<[f64; 2]> = candidates.found.iter().map(|(_, found)| found.registration.shift).collect();
        for start in coarse_search::others(&stage.piece(), [image, reference], square, options.threshold, &known)? {
            candidates.try_from(progress, frames, options, square, start)?;
        }
    }
    stage.report(1.0)?;
    let mut answer = candidates.best(frames, doubtful)?;
    if let Some((shift, coefficient)) = answer.start.rival
        && !frames.doubtful(&answer.found)
    {
        let there = CoarseShift { shift, coefficient, rival: None, ..answer.start };
        match refined(progress, frames, options, square, there) {
            Ok(other) => {
                let there = frames.over_noise(&other, other.mean_noise);
                let ratio = there / frames.over_noise(&answer.found, answer.found.mean_noise);
                let chance = (2.0 * (other.square_variance + answer.found.square_variance)).sqrt();
                if there > WITHIN_NOISE && ratio > 1.0 + WORSE * chance {
                    answer.start.rival = None;
                }
            }
            Err(error) if error.status() == Status::NoResult => {}
            Err(error) => return Err(error),
        }
    }
    Ok(answer)
}

/// The shift to the resolution that was asked for.
fn rounded(mut found: Registration, upsample_factor: Option<f64>) -> Registration {
    if let Some(factor) = upsample_factor {
        found.shift = found.shift.map(|x| (x * factor).round() / factor);
    }
    found
}
