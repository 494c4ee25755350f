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
//!   its inverse. Differences beyond [`LIMIT`] standard deviations count less (Huber).
//! - The standard errors are those of the sandwich: from the noise of the pixels, through the Gaussian, to the score. The noise
//!   is that of the differences. Where they are not noise alone, but structure that one frame lacks, the scores of squares of
//!   [`SQUARE`] pixels give the errors.

use super::coarse::{self, Start, Structure, binned, weak};
use super::gradient::scharr_magnitude;
use super::moments::{Place, Products, Row, Sums, Weighting};
use super::pair::Pair;
use super::side::Side;
use super::smooth::{gaussian, smooth, weighted};
use super::{Options, Registration};
use crate::array::alloc;
use crate::context::{Error, Result, Stage, Status, parallel};
use crate::image::Value;
use std::ops::Range;

/// The variance of the quintic B-spline.
const SPLINE_VARIANCE: f64 = 0.5;
/// The narrowest and the widest Gaussian.
const WIDTHS: (f64, f64) = (1.0, 3.0);
/// Where a difference begins to count less, in standard deviations.
const LIMIT: f64 = 3.0;
/// The side of the squares whose scores are compared.
const SQUARE: usize = 16;
/// Squares that vary more than noise does by this factor tell of differences that are not noise.
const NOT_NOISE: f64 = 1.3;
/// Frames of at least this many rows and columns are made smaller first.
const PYRAMID_FROM: usize = 48;
/// Where another place is nearly as good, the images must agree by this correlation.
const LEAST_WITH_RIVAL: f64 = 0.5;
/// From this standard error in pixels on a warning tells of it.
const UNCERTAIN: f64 = 0.5;
/// The most pixels of the frame with which the coarse search begins, as far as squares of [`COARSEST`] allow.
const COARSE_PIXELS: usize = 4096;
/// The largest squares of the coarse search.
const COARSEST: usize = 8;

/// The movement.
///
/// # Errors
/// [`Status::NoResult`] when nothing agrees, or in one direction alone; [`Status::NoMemory`]; [`Status::Cancelled`].
pub(super) fn estimate(stage: &Stage<'_>, pair: &Pair, options: &Options) -> Result<Registration> {
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
    let mut first_error = None;
    loop {
        match at_squares(&mut progress, pair, options, square) {
            Ok((start, found)) => {
                if let Some((other, coefficient)) = start.rival {
                    let places = format!(
                        "about ({:.0}, {:.0}) (correlation {coefficient:.2}) as by ({:.2}, {:.2}) (correlation {:.2})",
                        other[0], other[1], found.shift[0], found.shift[1], start.coefficient
                    );
                    if start.coefficient < LEAST_WITH_RIVAL {
                        let message =
                            format!("no movement stands out: the images agree nearly as well after one by {places}");
                        return Err(Error::new(Status::NoResult, message));
                    }
                    stage.context().warn(format!(
                        "registration: the image lies on the reference nearly as well after a movement by {places}"
                    ));
                }
                if let Some(sigma) = found.sigma
                    && sigma.iter().any(|&sigma| sigma > UNCERTAIN)
                {
                    stage.context().warn(format!(
                        "registration: the standard errors of the movement are ({:.2}, {:.2}) pixels: little of what the images show is in both",
                        sigma[0], sigma[1]
                    ));
                }
                stage.report(1.0)?;
                return Ok(rounded(found, options.upsample_factor));
            }
            Err(error) if error.status() != Status::NoResult => return Err(error),
            Err(error) => {
                let error = first_error.get_or_insert(error);
                if square == 1 {
                    return Err(error.clone());
                }
                square /= 2;
            }
        }
    }
}

/// The movement that leaves the smallest standard errors, of those that begin where squares of a size agree best.
fn at_squares(
    progress: &mut Progress<'_, '_>,
    pair: &Pair,
    options: &Options,
    square: usize,
) -> Result<(Start, Registration)> {
    let stage = progress.next(0.2);
    let starts = coarse::starts(&stage.piece(), &pair.image, &pair.reference, square, options.threshold)?;
    stage.report(1.0)?;
    let mut best: Option<(Start, Registration)> = None;
    let mut failure = None;
    for start in starts {
        match refined(progress, pair, options, square, start) {
            // Further than the coarse search can err: it has been another place.
            Ok(found) if distance(start.shift, found.shift) > square as f64 + 2.0 => {
                failure = Some(Error::new(
                    Status::NoResult,
                    format!(
                        "the movement does not settle: from ({:.1}, {:.1}) it went to ({:.1}, {:.1})",
                        start.shift[0], start.shift[1], found.shift[0], found.shift[1]
                    ),
                ));
            }
            Ok(found) => {
                let error = |found: &Registration| found.sigma.map_or(f64::INFINITY, |[x, y]| x.hypot(y));
                if best.as_ref().is_none_or(|(_, best)| error(&found) < error(best)) {
                    best = Some((start, found));
                }
            }
            Err(error) if error.status() == Status::NoResult => failure = Some(error),
            Err(error) => return Err(error),
        }
    }
    match (best, failure) {
        (Some(best), _) => Ok(best),
        (None, Some(failure)) => Err(failure),
        (None, None) => Err(Error::new(Status::NoResult, "no movement lays the image on the reference")),
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
struct Progress<'a, 'b> {
    stage: &'b Stage<'a>,
    done: f64,
}

impl<'a> Progress<'a, '_> {
    fn next(&mut self, share: f64) -> Stage<'a> {
        let from = self.done;
        self.done += (1.0 - self.done) * share;
        self.stage.part(from..self.done)
    }
}

/// From the coarse shift to the fine one, over a smaller image where there was one.
fn refined(
    progress: &mut Progress<'_, '_>,
    pair: &Pair,
    options: &Options,
    square: usize,
    start: Start,
) -> Result<Registration> {
    let gradients;
    let [image, reference]: [&Side; 2] = match start.structure {
        Structure::Pixels => [&pair.image, &pair.reference],
        Structure::Gradients => {
            gradients = [magnitude(&mut *progress, &pair.image)?, magnitude(progress, &pair.reference)?];
            [&gradients[0], &gradients[1]]
        }
    };
    let mut state = State::new(start.shift, [image, reference])?;
    let mut sigma = WIDTHS.0;
    let smaller = square / 2;
    if smaller > 1 {
        let small = [binned(image, smaller)?, binned(reference, smaller)?];
        let level = Level::new(progress, [&small[0], &small[1]], &state, sigma, options.threshold)?;
        state.shift = state.shift.map(|x| x / smaller as f64);
        let solution = level.iterate(progress, &mut state, 8, 0.02)?;
        state.shift = state.shift.map(|x| x * smaller as f64);
        // A gradient is as much larger as its pixel, the noise of a mean as much smaller.
        sigma = width(solution.noise_to_gradient * (smaller as f64).powi(4));
    }
    for attempt in 0.. {
        let level = Level::new(progress, [image, reference], &state, sigma, options.threshold)?;
        let solution = level.iterate(progress, &mut state, 12, 0.03)?;
        let fitting = width(solution.noise_to_gradient);
        if attempt < 2 && !(0.8..1.25).contains(&(fitting / sigma)) {
            sigma = fitting;
            continue;
        }
        return level.finish(progress, state, &solution, start);
    }
    unreachable!("the last attempt returns")
}

/// The Gaussian's sigma that leaves least of the noise in the shift, from the noise's variance over the mean square of the
/// gradient along an axis: found by trying, on scenes of pixels and domains, from 20 to 20,000 counts, where it is within some
/// percent of the best; the fourth root makes it follow the scale of the structure.
fn width(noise_to_gradient: f64) -> f64 {
    (noise_to_gradient / 50.0).powf(0.25).clamp(WIDTHS.0, WIDTHS.1)
}

/// The magnitude of the smoothed frame's gradient.
fn magnitude(progress: &mut Progress<'_, '_>, side: &Side) -> Result<Side> {
    let (pixels, _) = smooth(&progress.next(0.05), side, 0.0, &gaussian(1.0, 4))?;
    let smoothed = Side { pixels, ..side.clone() };
    Ok(Side { pixels: scharr_magnitude(&smoothed)?, ..smoothed })
}

/// What changes from step to step.
#[derive(Clone, Copy)]
struct State {
    shift: [f64; 2],
    means: [f64; 2],
    how: Weighting,
    steps: usize,
}

impl State {
    fn new(shift: [f64; 2], sides: [&Side; 2]) -> Result<State> {
        let [image, reference] = sides.map(moments);
        let (Some(image), Some(reference)) = (image, reference) else {
            return Err(Error::new(
                Status::NoResult,
                "an image has no contrast, or no pixel that is neither masked nor NaN",
            ));
        };
        let root = (reference[1] / image[1]).powf(0.25);
        let how = Weighting { gains: [root, 1.0 / root], offset: 0.0, growth: 0.0, limit: f64::INFINITY };
        Ok(State { shift, means: [image[0], reference[0]], how, steps: 0 })
    }
}

/// Mean and variance of the valid pixels, if they vary.
fn moments(side: &Side) -> Option<[f64; 2]> {
    let valid = || side.pixels.iter().enumerate().filter(|&(i, _)| side.is_valid(i)).map(|(_, &x)| x);
    let n = valid().count() as f64;
    let mean = valid().sum::<f64>() / n;
    let variance = valid().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n;
    (variance > 1e-24 * mean * mean && variance > 0.0).then_some([mean, variance])
}

/// A frame that can be sampled between its pixels.
struct Prepared {
    coefficients: Vec<f64>,
    /// How much each pixel counts, where that is not all.
    validity: Option<Vec<f64>>,
    rows: usize,
    columns: usize,
}

/// Both frames at one size and width.
struct Level {
    frames: [Prepared; 2],
    sigma: f64,
    kernel: Vec<f64>,
    margin: f64,
}

/// How far from the edge pixels begin to count at the least: where a quintic B-spline has all its coefficients.
const MARGIN: usize = 3;

/// One step's results.
#[derive(Clone, Copy)]
struct Solution {
    step: [f64; 2],
    /// The inverse of the second derivative.
    inverse: [[f64; 2]; 2],
    /// What of the template and of 1 is in the gradient's x and y.
    projection: [[f64; 2]; 2],
    /// The variance of the difference of the pixels before they are smoothed, where the relative variance is 1.
    noise: f64,
    /// That over the mean square of the gradient.
    noise_to_gradient: f64,
    /// Pearson's coefficient.
    coefficient: f64,
    /// The number of pixels that count.
    count: f64,
}

impl Level {
    fn new(
        progress: &mut Progress<'_, '_>,
        sides: [&Side; 2],
        state: &State,
        sigma: f64,
        threshold: f64,
    ) -> Result<Level> {
        let variance = sigma * sigma - SPLINE_VARIANCE;
        let kernel = gaussian(variance, (3.5 * variance.sqrt()).ceil() as usize);
        let mut prepare = |k: usize| -> Result<Prepared> {
            let side = sides[k];
            let (coefficients, support) = smooth(&progress.next(0.1), side, state.means[k], &kernel)?;
            let mut validity = support;
            if let Some(support) = &mut validity {
                // Of a mean over few pixels the place is not that of its middle.
                support.iter_mut().for_each(|s| *s = (2.0 * *s - 1.0).max(0.0).powi(2));
            }
            if threshold > 0.0 {
                let smoothed = Side {
                    pixels: coefficients,
                    invalid: side.invalid.clone(),
                    rows: side.rows,
                    columns: side.columns,
                };
                let weak = weak(&smoothed, threshold)?;
                let mut all = match validity {
                    Some(validity) => validity,
                    None => {
                        let mut ones = alloc::vec(weak.len())?;
                        ones.resize(weak.len(), 1.0);
                        ones
                    }
                };
                all.iter_mut().zip(weak).filter(|(_, weak)| *weak).for_each(|(v, _)| *v = 0.0);
                return Ok(Prepared {
                    coefficients: smoothed.pixels,
                    validity: Some(all),
                    rows: side.rows,
                    columns: side.columns,
                });
            }
            Ok(Prepared { coefficients, validity, rows: side.rows, columns: side.columns })
        };
        let frames = [prepare(0)?, prepare(1)?];
        let margin = (MARGIN as f64).max((1.5 * sigma).ceil() + 1.0);
        Ok(Level { frames, sigma, kernel, margin })
    }

    /// The rows and columns of the overlap, on a grid halfway between both frames.
    fn region(&self, shift: [f64; 2]) -> Result<(Range<usize>, Range<usize>)> {
        let [image, reference] = &self.frames;
        let along = |shift: f64, of_image: usize, of_reference: usize| {
            let half = shift.abs() / 2.0;
            let last = |n: usize| n as f64 - 1.0 - self.margin;
            let from = (self.margin + half).ceil();
            let to = (last(of_image) + shift / 2.0).min(last(of_reference) - shift / 2.0).floor() + 1.0;
            from as usize..to.max(0.0) as usize
        };
        let columns = along(shift[0], image.columns, reference.columns);
        let rows = along(shift[1], image.rows, reference.rows);
        if rows.len() < 4 || columns.len() < 4 {
            return Err(Error::new(
                Status::NoResult,
                format!("after a movement by ({:.1}, {:.1}) the images have nothing in common", shift[0], shift[1]),
            ));
        }
        Ok((rows, columns))
    }

    /// Samples both frames row by row over the overlap and gives each row's products to `each`, which may keep what it wants.
    fn pass<K: Send>(
        &self,
        stage: &Stage<'_>,
        state: &State,
        (rows, columns): (Range<usize>, Range<usize>),
        keep: impl ExactSizeIterator<Item = K> + Send,
        rows_a_piece: usize,
        each: impl Fn(&mut K, usize, &Products) + Sync,
    ) -> Result<Sums> {
        let places = [-0.5, 0.5].map(|half| state.shift.map(|x| Place::new(half * x)));
        let nearest = [-0.5, 0.5].map(|half| state.shift.map(|x| (half * x).round() as isize));
        let mut sums = vec![Sums::default(); keep.len()];
        let pieces = keep.zip(sums.iter_mut()).enumerate();
        let n = columns.len();
        parallel::for_each(stage, pieces, |(piece, (mut keep, sums))| {
            let mut sampled = [Row::new(n)?, Row::new(n)?];
            let mut products = Products::new(n)?;
            let first = rows.start + piece * rows_a_piece;
            for (r, row) in (first..(first + rows_a_piece).min(rows.end)).enumerate() {
                products.w.fill(1.0);
                for k in 0..2 {
                    let frame = &self.frames[k];
                    let at = (row, columns.start);
                    sampled[k].sample(&frame.coefficients, frame.columns, at, (&places[k][0], &places[k][1]));
                    if let Some(validity) = &frame.validity {
                        let (row, column) = (row as isize + nearest[k][1], columns.start as isize + nearest[k][0]);
                        let from = row as usize * frame.columns + column as usize;
                        products.w.iter_mut().zip(&validity[from..from + n]).for_each(|(w, v)| *w *= v);
                    }
                }
                products.row(&sampled[0], &sampled[1], state.how, sums);
                each(&mut keep, r, &products);
            }
            Ok(())
        })?;
        let mut total = Sums::default();
        sums.iter().for_each(|sums| total.add(sums));
        Ok(total)
    }

    /// How many rows are sampled by one thread, for a number of columns.
    fn rows_a_piece(columns: usize) -> usize {
        ((1 << 16) / columns.max(1)).max(8).next_multiple_of(SQUARE)
    }

    /// Steps until they are shorter than `tolerance`.
    fn iterate(
        &self,
        progress: &mut Progress<'_, '_>,
        state: &mut State,
        most: usize,
        tolerance: f64,
    ) -> Result<Solution> {
        state.how.limit = f64::INFINITY;
        for _ in 0..most {
            let region = self.region(state.shift)?;
            let rows_a_piece = Self::rows_a_piece(region.1.len());
            let pieces = 0..region.0.len().div_ceil(rows_a_piece);
            let sums = self.pass(&progress.next(0.2), state, region, pieces, rows_a_piece, |_, _, _| {})?;
            let solution = self.solve(state, &sums)?;
            let length = solution.step[0].abs().max(solution.step[1].abs());
            // What is further away is not described by one step.
            let shorten = (2.0 / length).min(1.0);
            state.shift = [0, 1].map(|k| state.shift[k] + shorten * solution.step[k]);
            if length < tolerance {
                return Ok(solution);
            }
        }
        Err(Error::new(Status::NoResult, "the movement does not settle: the images agree nowhere clearly"))
    }

    /// The step that the sums give; gain, offset and weights of the next follow.
    fn solve(&self, state: &mut State, sums: &Sums) -> Result<Solution> {
        state.steps += 1;
        let [w, m, mm, d, dd, dm] = sums.plain;
        let [v, vm, vmm, vdd, vddm] = sums.noise;
        if !(v >= 16.0 && w > 0.0) {
            return Err(Error::new(Status::NoResult, format!("only {v:.0} pixels that count are in the overlap")));
        }
        let (var_m, cov_dm, var_d) = (mm - m * m / w, dm - d * m / w, dd - d * d / w);
        if !(var_m > 0.0 && var_m.is_finite()) {
            return Err(Error::new(Status::NoResult, "the overlap has no contrast"));
        }
        let [jx, jy, jxm, jym, jxd, jyd] = sums.gradient;
        let ([j, jm, jd], slope) =
            ([[jx, jy], [jxm - jx * m / w, jym - jy * m / w], [jxd - jx * d / w, jyd - jy * d / w]], cov_dm / var_m);
        let score = [0, 1].map(|k| jd[k] - jm[k] * slope);
        let [jxx, jxy, jyy, exx, exy, eyy] = sums.products;
        let projected = |s: f64, i: usize, k: usize| s - j[i] * j[k] / w - jm[i] * jm[k] / var_m;
        let gauss = [[projected(jxx, 0, 0), projected(jxy, 0, 1)], [projected(jxy, 0, 1), projected(jyy, 1, 1)]];
        let cross = [[gauss[0][0] - exx, gauss[0][1] - exy], [gauss[1][0] - exy, gauss[1][1] - eyy]];
        let (least, most) = eigenvalues(gauss);
        if least.is_nan() || least <= 1e-9 * most {
            return Err(Error::new(
                Status::NoResult,
                "the images have structure in one direction alone, or none: the movement across it is not to be seen",
            ));
        }
        // How much of the gradients is in both frames, in the worse direction.
        let common = eigenvalues_of_ratio(gauss, cross);
        let hessian = if common > 0.2 { cross } else { gauss };
        let inverse = inverse(hessian);
        let step = [0, 1].map(|k| inverse[k][0] * score[0] + inverse[k][1] * score[1]);
        // The kernel and the spline together, of which each is seen at its own fraction of a pixel.
        let attenuation = self.attenuation(state.shift);
        // What the template has in the difference belongs to the gain.
        let spread = (var_d - cov_dm * slope).max(0.0);
        let relative = spread / v;
        let noise = relative / attenuation;
        let information = (cross[0][0] + cross[1][1]).max(1e-6 * (gauss[0][0] + gauss[1][1])) / 2.0;
        let noise_to_gradient = noise * v / information;
        let (var_a, var_b) = (var_m + cov_dm + var_d / 4.0, var_m - cov_dm + var_d / 4.0);
        let coefficient = (var_m - var_d / 4.0) / (var_a * var_b).max(f64::MIN_POSITIVE).sqrt();

        let how = &mut state.how;
        // Halves of the gain's logarithm to each frame.
        let root = (var_b / var_a).powf(0.25);
        if root.is_finite() && root > 0.0 {
            how.offset += d / w;
            let (mean_a, mean_b) = (m / w + how.offset / 2.0, m / w - how.offset / 2.0);
            how.offset = mean_a * root - mean_b / root;
            how.gains = [how.gains[0] * root, how.gains[1] / root];
        }
        let (mean_m, mean_dd) = (vm / v, vdd / v);
        let growth = (vddm / v - mean_dd * mean_m) / (vmm / v - mean_m * mean_m);
        let at_zero = mean_dd - growth * mean_m;
        how.growth = if at_zero > 0.0 && growth.is_finite() { growth / at_zero } else { 0.0 };
        how.limit = LIMIT * relative.sqrt();
        Ok(Solution {
            step,
            inverse,
            projection: [0, 1].map(|k| [jm[k] / var_m, j[k] / w - jm[k] / var_m * m / w]),
            noise,
            noise_to_gradient,
            coefficient,
            count: v,
        })
    }

    /// What smoothing and sampling leave of the variance of white noise: the mean of both frames.
    fn attenuation(&self, shift: [f64; 2]) -> f64 {
        let along = |displacement: f64| {
            let weights = Place::new(displacement).value;
            let mut sum = 0.0;
            for at in 0..self.kernel.len() + weights.len() - 1 {
                let taps = weights.iter().enumerate().filter(|&(k, _)| k <= at && at - k < self.kernel.len());
                sum += taps.map(|(k, w)| w * self.kernel[at - k]).sum::<f64>().powi(2);
            }
            sum
        };
        [-0.5, 0.5].map(|half| along(half * shift[0]) * along(half * shift[1])).iter().sum::<f64>() / 2.0
    }

    /// The last step, with the standard errors.
    fn finish(
        &self,
        progress: &mut Progress<'_, '_>,
        mut state: State,
        before: &Solution,
        start: Start,
    ) -> Result<Registration> {
        let region = self.region(state.shift)?;
        let n = region.1.len();
        let size = region.0.len() * n;
        let mut influence = Influence {
            x: alloc::zeroed_vec(size)?,
            y: alloc::zeroed_vec(size)?,
            variance: alloc::zeroed_vec(size)?,
            difference: alloc::zeroed_vec(size)?,
            columns: n,
        };
        let rows_a_piece = Self::rows_a_piece(n);
        let chunk = rows_a_piece * n;
        let Influence { x, y, variance, difference, .. } = &mut influence;
        let keep = x
            .chunks_mut(chunk)
            .zip(y.chunks_mut(chunk))
            .zip(variance.chunks_mut(chunk).zip(difference.chunks_mut(chunk)));
        let [[xm, x1], [ym, y1]] = before.projection;
        let sums = self.pass(&progress.next(0.3), &state, region, keep, rows_a_piece, |keep, row, products| {
            let ((x, y), (variance, difference)) = keep;
            let at = row * n..(row + 1) * n;
            let lines = products.jx.iter().zip(&products.jy).zip(&products.m).zip(&products.w);
            for (((((jx, jy), m), w), x), y) in lines.zip(&mut x[at.clone()]).zip(&mut y[at.clone()]) {
                (*x, *y) = (w * (jx - xm * m - x1), w * (jy - ym * m - y1));
            }
            variance[at.clone()].copy_from_slice(&products.v);
            difference[at].copy_from_slice(&products.d);
        })?;
        let solution = self.solve(&mut state, &sums)?;
        let shift = [0, 1].map(|k| state.shift[k] + solution.step[k]);
        let noise = influence.of_noise(self.sigma)?.map(|s| s * solution.noise);
        let errors = |score: [f64; 3]| {
            let [a, b, c] = score;
            let h = solution.inverse;
            [0, 1].map(|k| h[k][0] * h[k][0] * a + 2.0 * h[k][0] * h[k][1] * b + h[k][1] * h[k][1] * c)
        };
        let mut variances = errors(noise);
        let of_squares = errors(influence.of_squares());
        if of_squares[0] + of_squares[1] > NOT_NOISE * (variances[0] + variances[1]) {
            variances = of_squares;
        }
        let Weighting { gains, offset, .. } = state.how;
        let gain = gains[0] / gains[1];
        let offset = state.means[1] - offset / gains[1] - gain * state.means[0];
        Ok(Registration {
            shift,
            sigma: Some(variances.map(f64::sqrt)),
            angle: 0.0,
            scale: 1.0,
            details: vec![
                ("correlation", Value::Float(solution.coefficient)),
                ("gain", Value::Float(gain)),
                ("offset", Value::Float(offset)),
                ("noise", Value::Float(solution.noise.sqrt())),
                ("prefilter_sigma", Value::Float(self.sigma)),
                ("pixels", Value::Int(solution.count.round() as i64)),
                ("steps", Value::Int(state.steps as i64)),
                (
                    "structure",
                    Value::String(
                        match start.structure {
                            Structure::Pixels => "pixels",
                            Structure::Gradients => "gradients",
                        }
                        .to_owned(),
                    ),
                ),
            ],
        })
    }
}

/// How each pixel's difference enters the scores.
struct Influence {
    x: Vec<f64>,
    y: Vec<f64>,
    /// The relative variance.
    variance: Vec<f64>,
    difference: Vec<f64>,
    columns: usize,
}

impl Influence {
    /// The covariance (xx, xy, yy) of the scores from white noise of variance 1 in the pixels before they are smoothed: the sum of
    /// squares of the smoothed influences. They are so smooth that every other row does.
    fn of_noise(&self, sigma: f64) -> Result<[f64; 3]> {
        let radius = (3.0 * sigma).ceil() as usize;
        let kernel = gaussian(sigma * sigma, radius);
        let n = self.columns;
        let rows = self.x.len() / n;
        let mut padded = [alloc::zeroed_vec::<f64>(n + 4 * radius)?, alloc::zeroed_vec::<f64>(n + 4 * radius)?];
        let mut smoothed = [alloc::zeroed_vec::<f64>(n + 2 * radius)?, alloc::zeroed_vec::<f64>(n + 2 * radius)?];
        let mut sums = [0.0; 3];
        for row in (0..rows + 2 * radius).step_by(2) {
            // The row `radius` above the first one is the first that has a part of it.
            let first = row.saturating_sub(2 * radius);
            let last = row.min(rows - 1);
            if first > last {
                continue;
            }
            for (k, field) in [&self.x, &self.y].into_iter().enumerate() {
                let lines: Vec<&[f64]> = (first..=last).map(|r| &field[r * n..(r + 1) * n]).collect();
                let from = first + 2 * radius - row;
                weighted(&lines, &kernel[from..from + lines.len()], &mut padded[k][2 * radius..2 * radius + n]);
                let padded = &padded[k];
                let lines: Vec<&[f64]> = (0..kernel.len()).map(|t| &padded[t..t + n + 2 * radius]).collect();
                weighted(&lines, &kernel, &mut smoothed[k]);
            }
            let variance = &self.variance[row.saturating_sub(radius).min(rows - 1) * n..][..n];
            let last = variance[n - 1];
            let beyond = std::iter::repeat_n(&variance[0], radius).chain(variance).chain(std::iter::repeat(&last));
            for ((x, y), v) in smoothed[0].iter().zip(&smoothed[1]).zip(beyond) {
                sums[0] += v * x * x;
                sums[1] += v * x * y;
                sums[2] += v * y * y;
            }
        }
        Ok(sums.map(|s| 2.0 * s))
    }

    /// The covariance (xx, xy, yy) of the scores from those of squares of pixels, taken for independent.
    fn of_squares(&self) -> [f64; 3] {
        let n = self.columns;
        let mut sums = [0.0; 3];
        for band in 0..(self.x.len() / n).div_ceil(SQUARE) {
            let at = band * SQUARE * n..((band + 1) * SQUARE * n).min(self.x.len());
            for left in (0..n).step_by(SQUARE) {
                let (mut x, mut y) = (0.0, 0.0);
                for row in at.clone().step_by(n) {
                    for i in row + left..row + (left + SQUARE).min(n) {
                        x += self.x[i] * self.difference[i];
                        y += self.y[i] * self.difference[i];
                    }
                }
                sums[0] += x * x;
                sums[1] += x * y;
                sums[2] += y * y;
            }
        }
        sums
    }
}

/// The eigenvalues of a symmetric matrix, the smaller first.
fn eigenvalues([[a, b], [_, d]]: [[f64; 2]; 2]) -> (f64, f64) {
    let (mean, root) = ((a + d) / 2.0, ((a - d) / 2.0).hypot(b));
    (mean - root, mean + root)
}

/// The smaller eigenvalue of `a` inverse times `b`.
fn eigenvalues_of_ratio(a: [[f64; 2]; 2], b: [[f64; 2]; 2]) -> f64 {
    let inverse = inverse(a);
    let product = |i: usize, k: usize| inverse[i][0] * b[0][k] + inverse[i][1] * b[1][k];
    let (trace, determinant) =
        (product(0, 0) + product(1, 1), product(0, 0) * product(1, 1) - product(0, 1) * product(1, 0));
    (trace - (trace * trace - 4.0 * determinant).max(0.0).sqrt()) / 2.0
}

fn inverse([[a, b], [c, d]]: [[f64; 2]; 2]) -> [[f64; 2]; 2] {
    let determinant = a * d - b * c;
    [[d / determinant, -b / determinant], [-c / determinant, a / determinant]]
}
