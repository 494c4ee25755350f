//! The default: symmetric Gauss-Newton on splines.
//!
//! Both frames are moved towards each other by half of the shift and compared over their overlap; the shift, a gain and an offset
//! are those for which the weighted square of the difference is least (B. D. Lucas, T. Kanade 1981, "An iterative image registration
//! technique with an application to stereo vision", Proc. IJCAI, 674-679; for why neither frame may stand still, and the bound: T. Q.
//! Pham, M. Bezuijen, L. J. van Vliet, K. Schutte, C. L. Luengo Hendriks 2005, "Performance of optimal registration estimators",
//! Proc. SPIE 5817, 133-144). How noise is kept from biasing that:
//!
//! - Both are smoothed by one Gaussian, sampled by a quintic B-spline, which is part of it: what a spline takes from noise
//!   between pixels would else draw the shift to halves. The Gaussian's width follows from noise and gradients: [`width`].
//! - The gradient is the mean of both frames', and the second derivative of the square that of the cross-correlation, the sum of
//!   products of one frame's gradient with the other's: noise, which is independent in both, has no part in it on average.
//! - The variance may grow with the signal, as that of counts does: it is fitted to the differences, and pixels are weighted by
//!   its inverse. Differences beyond some standard deviations count less (Huber).
//! - The standard errors are those of the sandwich: from the noise of the pixels, through the Gaussian, to the score. The noise
//!   is that of the differences. Where they are not noise alone, but structure that one frame lacks, the scores of squares of
//!   16 pixels give the errors.

use super::resolution::{Found, MARGIN, Resolution, State};
use crate::context::{Error, Result, Stage, Status, Warning};
use crate::image::Value;
use crate::ops::register::options::Options;
use crate::ops::register::pair::frame::RegistrationFrame;
use crate::ops::register::pair::gradient::scharr_magnitude;
use crate::ops::register::pair::smooth::{gaussian, smooth};
use crate::ops::register::pair::{Pair, outliers, row_brightness};
use crate::ops::register::registration::Registration;
use crate::ops::register::search::coarse_search::{self, CoarseShift, Structure, binned};
use crate::ops::register::search::noise_smoothing;
use std::sync::Arc;

/// The narrowest and the widest Gaussian; in large frames it may be wider, up to this fraction of the shorter side.
const WIDTHS: (f64, f64) = (1.0, 3.0);
const WIDEST: f64 = 16.0;
/// From this width on the spectra are asked for it.
const LOUD: f64 = 1.25;
/// Frames of at least this many rows and columns are made smaller first.
const PYRAMID_FROM: usize = 48;
/// Where another place is nearly as good, the images must agree by this correlation.
const LEAST_WITH_RIVAL: f64 = 0.5;
/// Larger standard errors, in pixels, cause a warning: errors of half a pixel are no longer rare.
pub const UNCERTAIN: f64 = 0.4;
/// The most pixels of the frame with which the coarse search begins, as far as squares of [`COARSEST`] allow.
const COARSE_PIXELS: usize = 4096;
/// The largest squares of the coarse search.
const COARSEST: usize = 8;
/// The least number of the largest squares along an axis.
const LEAST_SQUARES: usize = 16;
/// Frames whose pixels drown in noise are compared by larger squares, which must agree with this significance.
const DROWNED: f64 = 12.0;
/// Differences of this many times the noise's variance are more than noise.
const DOUBTFUL: f64 = 1.6;
/// A place whose typical difference is at most this many times the best one's is as good.
const AS_GOOD: f64 = 1.15;
/// ... where its standard errors are at most this many times as large.
const SURE: f64 = 2.0;
/// Where the difference is more than noise, the agreement is so many times as significant as that after any movement.
const STANDS_OUT: f64 = 6.0;
/// What all pixels say lies within this many standard errors of what those away from the edges say.
const AGREES: f64 = 4.0;
/// A rival whose differences are larger by this many standard deviations of their mean square is none.
const WORSE: f64 = 6.0;
/// ... unless they are so far below the noise: both places fit then, as in a lattice without noise.
const WITHIN_NOISE: f64 = 0.1;
/// Movements of less than this many pixels may be those of what is fixed to the detector.
const FIXED: f64 = 1.0;
/// A place is taken in spite of larger standard errors where the typical difference is at most this many times the other one's.
const BETTER: f64 = 0.8;

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
    let frames = Frames::new(pair)?;
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

/// Both frames as they are compared.
struct Frames<'a> {
    pair: &'a Pair,
    /// Where rows differ in brightness as no content does: both with all rows as bright.
    even: Option<[RegistrationFrame; 2]>,
    /// The variance of the pixels' noise in the image and in the reference.
    noise: [f64; 2],
}

impl<'a> Frames<'a> {
    fn new(pair: &'a Pair) -> Result<Frames<'a>> {
        let sides = [&*pair.image, &*pair.reference];
        let noise = [outliers::noise(sides[0])?, outliers::noise(sides[1])?];
        let mut even = None;
        if row_brightness::differ(sides[0], noise[0])? || row_brightness::differ(sides[1], noise[1])? {
            even = Some([
                row_brightness::even(sides[0], 0..sides[0].columns)?,
                row_brightness::even(sides[1], 0..sides[1].columns)?,
            ]);
        }
        Ok(Frames { pair, even, noise: noise.map(|sigma| sigma * sigma) })
    }

    fn coarse(&self) -> [&RegistrationFrame; 2] {
        match &self.even {
            Some([image, reference]) => [image, reference],
            None => [&self.pair.image, &self.pair.reference],
        }
    }

    /// The frames near a movement.
    fn near(&self, shift: [f64; 2]) -> Result<[Arc<RegistrationFrame>; 2]> {
        let Pair { image, reference } =
            if self.even.is_some() { self.pair.with_even_rows(shift)? } else { self.pair.clone() };
        Ok([image, reference])
    }

    /// The variance of the pixels' noise, of rows made even where they are.
    fn own_noise(&self) -> [f64; 2] {
        let scale = if self.even.is_some() { self.scale() } else { [1.0, 1.0] };
        [0, 1].map(|k| self.noise[k] / scale[k].powi(2))
    }

    /// How many times the noise of both frames a difference's variance is.
    fn over_noise(&self, found: &Found, variance: f64) -> f64 {
        let ([a, b], noise) = (found.gains, self.own_noise());
        let expected = a * a * noise[0] + b * b * noise[1];
        if expected > 0.0 { variance / expected } else { 1.0 }
    }

    /// How many times the noise of both frames the typical difference is.
    fn excess(&self, found: &Found) -> f64 {
        self.over_noise(found, found.typical_noise)
    }

    /// Whether the typical difference is more than noise, beyond what chance lets it be over as many pixels.
    fn doubtful(&self, found: &Found) -> bool {
        self.excess(found) > DOUBTFUL * (1.0 + 2.0 * (2.0 * found.alike).sqrt())
    }

    /// What rows are divided by, on average.
    fn scale(&self) -> [f64; 2] {
        [&self.pair.image, &self.pair.reference].map(|side| row_brightness::scale(side))
    }
}

/// A movement, from where it was found, and another one that is as good.
struct Answer {
    start: CoarseShift,
    found: Found,
    other: Option<[f64; 2]>,
}

/// Warns of what speaks against an answer; an error where that is too much.
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

/// The movement that leaves the smallest standard errors, of those that begin where squares of a size agree best. Where the
/// difference is more than noise further places are tried.
fn at_squares(
    progress: &mut Progress<'_, '_>,
    frames: &Frames<'_>,
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
                let chance = (2.0 * (other.alike + answer.found.alike)).sqrt();
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

/// What was found from several places.
#[derive(Default)]
struct Candidates {
    found: Vec<(CoarseShift, Found)>,
    failure: Option<Error>,
}

impl Candidates {
    fn try_from(
        &mut self,
        progress: &mut Progress<'_, '_>,
        frames: &Frames<'_>,
        options: &Options,
        square: usize,
        start: CoarseShift,
    ) -> Result<()> {
        match refined(progress, frames, options, square, start) {
            // Further than the coarse search can err: it has been another place.
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
            // Straight structure leaves noise alone along it. These frames show something there, but not the same.
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

    /// The one with the smallest standard errors; where the differences are more than noise, the one that leaves the typical pixel
    /// the smallest difference: what is fixed to few pixels does not count.
    fn best(mut self, frames: &Frames<'_>, doubtful: bool) -> Result<Answer> {
        let error = |found: &Found| found.registration.sigma.map_or(f64::INFINITY, |[x, y]| x.hypot(y));
        self.found.sort_by(|a, b| error(&a.1).total_cmp(&error(&b.1)));
        // Both must see the pixels: differences of gradients are in other units.
        let of_pixels = |start: &CoarseShift| start.structure == Structure::Pixels;
        let by_typical = doubtful && self.found.first().is_some_and(|(start, _)| of_pixels(start));
        if by_typical {
            self.found.retain(|(start, _)| of_pixels(start));
            self.found.sort_by(|a, b| b.0.standing_out().total_cmp(&a.0.standing_out()));
            // What is fixed to the detector agrees best after no movement.
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

/// The shift to the resolution that was asked for.
fn rounded(mut found: Registration, upsample_factor: Option<f64>) -> Registration {
    if let Some(factor) = upsample_factor {
        found.shift = found.shift.map(|x| (x * factor).round() / factor);
    }
    found
}

/// Parts of the progress, as many as will come: each takes its share of what is left.
pub struct Progress<'a, 'b> {
    stage: &'b Stage<'a>,
    done: f64,
}

impl<'a> Progress<'a, '_> {
    /// The next part, of this share of what is left.
    pub fn next(&mut self, share: f64) -> Stage<'a> {
        let from = self.done;
        self.done += (1.0 - self.done) * share;
        self.stage.part(from..self.done)
    }
}

/// From the coarse shift to the fine one, over a smaller image where there was one.
fn refined(
    progress: &mut Progress<'_, '_>,
    frames: &Frames<'_>,
    options: &Options,
    square: usize,
    start: CoarseShift,
) -> Result<Found> {
    let near = frames.near(start.shift)?;
    let gradients;
    let [image, reference]: [&RegistrationFrame; 2] = match start.structure {
        Structure::Pixels => [&near[0], &near[1]],
        Structure::Gradients => {
            gradients = [magnitude(&mut *progress, &near[0])?, magnitude(progress, &near[1])?];
            [&gradients[0], &gradients[1]]
        }
    };
    let mut state = State::new(start.shift, [image, reference])?;
    let mut sigma = WIDTHS.0;
    let shortest = [image.rows, image.columns, reference.rows, reference.columns].into_iter().min().unwrap_or(0);
    let widest = (shortest as f64 / WIDEST).max(WIDTHS.1);
    let smaller = square / 2;
    if smaller > 1 {
        let small = [binned(image, smaller)?, binned(reference, smaller)?];
        let level = Resolution::new(progress, [&small[0], &small[1]], &state, sigma, options.threshold, false)?;
        state.shift = state.shift.map(|x| x / smaller as f64);
        let solution = level.iterate(progress, &mut state, 8, 0.02)?;
        state.shift = state.shift.map(|x| x * smaller as f64);
        // A gradient is as much larger as its pixel, the noise of a mean as much smaller.
        sigma = width(solution.noise_to_gradient * (smaller as f64).powi(4), widest);
    }
    let mut spectral = None;
    for attempt in 0.. {
        let level = Resolution::new(progress, [image, reference], &state, sigma, options.threshold, false)?;
        let solution = level.iterate(progress, &mut state, 12, 0.03)?;
        let mut fitting = width(solution.noise_to_gradient, widest);
        if start.structure == Structure::Pixels {
            let noise = frames.own_noise();
            let own = state.gains()[0].powi(2) * noise[0] + state.gains()[1].powi(2) * noise[1];
            if fitting > LOUD && solution.noise < DOUBTFUL * own {
                fitting = match spectral {
                    Some(known) => known,
                    None => {
                        let pair = Pair { image: Arc::clone(&near[0]), reference: Arc::clone(&near[1]) };
                        noise_smoothing::smoothing(&progress.next(0.1), &pair)?.max(WIDTHS.0)
                    }
                };
                spectral = Some(fitting);
            }
        }
        if attempt < 2 && !(0.8..1.25).contains(&(fitting / sigma)) {
            sigma = fitting;
            continue;
        }
        let mut found = level.finish(progress, state, &solution, start)?;
        // The gradients at the edges are those of the edges.
        if start.structure == Structure::Pixels
            && level.loses_much()
            && found.undetermined.is_none()
            && let Some(better) = up_to_edges(progress, [image, reference], options, sigma, (state, start), &found)?
        {
            found = better;
        }
        if frames.even.is_some() {
            found.registration.details.push(("rows", Value::String("made even".to_owned())));
        }
        return Ok(found);
    }
    unreachable!("the last attempt returns")
}

/// The movement from all pixels of small frames, continued beyond their edges. Straight structure that is continued is bent, so this
/// refines what the pixels within determine, and must agree with it.
fn up_to_edges(
    progress: &mut Progress<'_, '_>,
    sides: [&RegistrationFrame; 2],
    options: &Options,
    sigma: f64,
    (mut state, start): (State, CoarseShift),
    within: &Found,
) -> Result<Option<Found>> {
    let level = Resolution::new(progress, sides, &state, sigma, options.threshold, true)?;
    let found = level.iterate(progress, &mut state, 6, 0.03);
    match found.and_then(|solution| level.finish(progress, state, &solution, start)) {
        Ok(found) => {
            let ([x, y], at) = (within.registration.sigma.unwrap_or_default(), within.registration.shift);
            let off = [0, 1].map(|k| (found.registration.shift[k] - at[k]).abs());
            let agrees = off[0] < AGREES * x && off[1] < AGREES * y;
            Ok((agrees && found.undetermined.is_none()).then_some(found))
        }
        Err(error) if error.status() == Status::NoResult => Ok(None),
        Err(error) => Err(error),
    }
}

/// The Gaussian's sigma that leaves least of the noise in the shift, from the noise's variance over the mean square of the
/// gradient along an axis: found by trying, on scenes of pixels and domains, from 20 to 20,000 counts, where it is within some
/// percent of the best; the fourth root makes it follow the scale of the structure.
fn width(noise_to_gradient: f64, widest: f64) -> f64 {
    (noise_to_gradient / 50.0).powf(0.25).clamp(WIDTHS.0, widest)
}

/// The magnitude of the smoothed frame's gradient.
fn magnitude(progress: &mut Progress<'_, '_>, side: &RegistrationFrame) -> Result<RegistrationFrame> {
    let (pixels, _) = smooth(&progress.next(0.05), side, 0.0, &gaussian(1.0, 4))?;
    let smoothed = RegistrationFrame { pixels, ..side.clone() };
    Ok(RegistrationFrame { pixels: scharr_magnitude(&smoothed)?, ..smoothed })
}
