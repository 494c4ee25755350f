//! Both frames of a registration by Gauss-Newton, at one size and under one Gaussian: what one step of the iteration finds.

use super::driver::Progress;
use super::influence::{Influence, SQUARE};
use super::sums::{Products, Row, SplinePlace, Sums, Weighting};
use super::two_by_two::{along, eigenvalues, eigenvalues_of_ratio, inverse, least_direction};
use crate::array::alloc;
use crate::context::{Error, Result, Stage, Status, parallel};
use crate::image::Value;
use crate::ops::register::pair::frame::RegistrationFrame;
use crate::ops::register::pair::smooth::{gaussian, smooth};
use crate::ops::register::registration::Registration;
use crate::ops::register::search::coarse_search::{CoarseShift, Structure, weak};
use std::ops::Range;

/// The variance of the quintic B-spline.
const SPLINE_VARIANCE: f64 = 0.5;
/// Where a difference begins to count less, in standard deviations: before, and once some are known to be something else.
const LIMITS: (f64, f64) = (3.0, 2.5);
/// Differences of this fraction of the images' own standard deviation are rounding.
const ROUNDING: f64 = 1e-12;
/// Of noise 0.27 % is beyond the first limit. More than this fraction is more than noise.
const BEYOND: f64 = 0.006;
/// The numbers that are fitted: the movement, gain and offset; what is smooth takes less of the noise than one each.
const FITTED: f64 = 3.0;
/// Frames of whose pixels the margins take more than this fraction are continued beyond their edges.
const WIDER_FROM: f64 = 0.15;
/// Squares that vary more than noise does by this factor tell of differences that are not noise.
const NOT_NOISE: f64 = 1.3;
/// A direction is determined where the gradients that both frames share along it exceed what noise makes of them by this many of its
/// standard deviations.
const DETERMINED: f64 = 5.0;

/// A movement, and what speaks against it.
pub struct Found {
    pub registration: Registration,
    /// The direction along which the frames determine nothing, and the standard error across it.
    pub undetermined: Option<([f64; 2], f64)>,
    /// The typical variance of the difference of two pixels.
    pub typical_noise: f64,
    /// The mean one.
    pub mean_noise: f64,
    /// The relative variance of a mean of squares of the difference, but for a factor of 2: the smoothing makes neighbours alike.
    pub alike: f64,
    /// The factors of the image's and the reference's values.
    pub gains: [f64; 2],
}

/// What changes from step to step.
#[derive(Clone, Copy)]
pub struct State {
    pub shift: [f64; 2],
    means: [f64; 2],
    how: Weighting,
    steps: usize,
}

impl State {
    pub fn new(shift: [f64; 2], sides: [&RegistrationFrame; 2]) -> Result<State> {
        let [image, reference] = sides.map(moments);
        let (Some(image), Some(reference)) = (image, reference) else {
            return Err(Error::new(
                Status::NoResult,
                "an image has no contrast, or no pixel that is neither masked nor NaN",
            ));
        };
        let root = (reference[1] / image[1]).powf(0.25);
        let how =
            Weighting { gains: [root, 1.0 / root], offset: 0.0, growth: 0.0, limit: f64::INFINITY, redescend: false };
        Ok(State { shift, means: [image[0], reference[0]], how, steps: 0 })
    }
}

impl State {
    /// The factors of the image's and the reference's values.
    pub fn gains(&self) -> [f64; 2] {
        self.how.gains
    }
}

/// Mean and variance of the valid pixels, if they vary.
fn moments(side: &RegistrationFrame) -> Option<[f64; 2]> {
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
pub struct Resolution {
    frames: [Prepared; 2],
    sigma: f64,
    kernel: Vec<f64>,
    margin: f64,
}

/// How far from the edge pixels begin to count at the least: where a quintic B-spline has all its coefficients.
pub const MARGIN: usize = 3;

/// Beyond the edge nothing was measured: lets values of a frame that was continued by `pad` pixels count as far as they come from within,
/// squared, as their noise is larger too.
fn count_from_within(side: &RegistrationFrame, pad: usize, sigma: f64, validity: &mut Option<Vec<f64>>) -> Result<()> {
    let radius = (3.5 * sigma).ceil() as usize;
    let kernel = gaussian(sigma * sigma, radius);
    let within = |n: usize| -> Vec<f64> {
        let inside = pad + radius..n - pad + radius;
        let sum = |i: usize| {
            kernel.iter().enumerate().filter(|(k, _)| inside.contains(&(i + k))).map(|(_, w)| w).sum::<f64>()
        };
        (0..n).map(|i| sum(i).powi(2)).collect()
    };
    let (down, across) = (within(side.rows), within(side.columns));
    let all = match validity {
        Some(validity) => validity,
        None => {
            let mut ones = alloc::vec(side.pixels.len())?;
            ones.resize(side.pixels.len(), 1.0);
            validity.insert(ones)
        }
    };
    for (row, down) in all.chunks_mut(side.columns).zip(&down) {
        row.iter_mut().zip(&across).for_each(|(v, across)| *v *= down * across);
    }
    Ok(())
}

/// One step's results.
#[derive(Clone, Copy)]
pub struct Solution {
    step: [f64; 2],
    /// The inverse of the second derivative.
    inverse: [[f64; 2]; 2],
    /// The gradients' products that both frames share, without noise on average, and half of what noise alone makes of them.
    shared: [[f64; 2]; 2],
    apart: [[f64; 2]; 2],
    /// What of the template and of 1 is in the gradient's x and y.
    projection: [[f64; 2]; 2],
    /// The variance of the difference of the pixels before they are smoothed, where the relative variance is 1.
    pub noise: f64,
    /// That over the mean square of the gradient.
    pub noise_to_gradient: f64,
    /// Pearson's coefficient.
    coefficient: f64,
    /// The number of valid pixels.
    count: f64,
    /// The fraction of them whose difference is beyond the limit.
    beyond: f64,
}

impl Resolution {
    /// Both frames smoothed; `to_edges`: they are continued so that they count up to their edges.
    pub fn new(
        progress: &mut Progress<'_, '_>,
        sides: [&RegistrationFrame; 2],
        state: &State,
        sigma: f64,
        threshold: f64,
        to_edges: bool,
    ) -> Result<Resolution> {
        let variance = sigma * sigma - SPLINE_VARIANCE;
        let kernel = gaussian(variance, (3.5 * variance.sqrt()).ceil() as usize);
        let margin = (MARGIN as f64).max((1.5 * sigma).ceil() + 1.0);
        let pad = if to_edges { margin as usize } else { 0 };
        let mut prepare = |k: usize| -> Result<Prepared> {
            let wider;
            let side = if pad > 0 {
                wider = sides[k].wider(pad)?;
                &wider
            } else {
                sides[k]
            };
            let (coefficients, support) = smooth(&progress.next(0.1), side, state.means[k], &kernel)?;
            let mut validity = support;
            if let Some(support) = &mut validity {
                // Of a mean over few pixels the place is not that of its middle.
                support.iter_mut().for_each(|s| *s = (2.0 * *s - 1.0).max(0.0).powi(2));
            }
            if pad > 0 {
                count_from_within(side, pad, sigma, &mut validity)?;
            }
            if threshold > 0.0 {
                let smoothed = RegistrationFrame {
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
        Ok(Resolution { frames, sigma, kernel, margin })
    }

    /// Whether the margins take much of the frames.
    pub fn loses_much(&self) -> bool {
        let shortest = self.frames.iter().map(|frame| frame.rows.min(frame.columns)).min().unwrap_or(0);
        4.0 * self.margin > WIDER_FROM * shortest as f64
    }

    /// The sum of the squared correlations of a smoothed pixel's noise with that of all others: so many pixels are as one.
    fn alike(&self) -> f64 {
        2.0 * std::f64::consts::PI * self.sigma * self.sigma
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
        let places = [-0.5, 0.5].map(|half| state.shift.map(|x| SplinePlace::new(half * x)));
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
    pub fn iterate(
        &self,
        progress: &mut Progress<'_, '_>,
        state: &mut State,
        most: usize,
        tolerance: f64,
    ) -> Result<Solution> {
        state.how.limit = f64::INFINITY;
        state.how.redescend = false;
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
                // More than noise is far out: it belongs to something else, and hardly counts from here on.
                if !state.how.redescend && solution.beyond > BEYOND {
                    state.how.redescend = true;
                    continue;
                }
                return Ok(solution);
            }
        }
        Err(Error::new(Status::NoResult, "the movement does not settle: the images agree nowhere clearly"))
    }

    /// The step that the sums give; gain, offset and weights of the next follow.
    fn solve(&self, state: &mut State, sums: &Sums) -> Result<Solution> {
        state.steps += 1;
        let [w, m, mm, d, dd, dm] = sums.plain;
        let [v, vm, vmm, vdd, vddm, beyond] = sums.noise;
        if !(v >= 16.0 && w > 0.0) {
            return Err(Error::new(Status::NoResult, format!("only {v:.0} valid pixels overlap")));
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
                "the images have structure in one direction alone, or none: they do not determine the movement at right angles to it",
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
        // What was fitted has taken its part of the noise, the more the fewer pixels are independent.
        let fitted = FITTED * 2.0 * self.alike() / v;
        let noise = relative / attenuation / (1.0 - fitted).max(0.3);
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
        // Frames that are equal to the last bit have no difference to take a limit from.
        let rounding = ROUNDING * (var_m / v).sqrt();
        how.limit = if how.redescend { LIMITS.1 } else { LIMITS.0 } * relative.sqrt().max(rounding);
        Ok(Solution {
            step,
            inverse,
            shared: cross,
            apart: [[exx, exy], [exy, eyy]],
            projection: [0, 1].map(|k| [jm[k] / var_m, j[k] / w - jm[k] / var_m * m / w]),
            noise,
            noise_to_gradient,
            coefficient,
            count: v,
            beyond: beyond / v,
        })
    }

    /// What smoothing and sampling leave of the variance of white noise: the mean of both frames.
    fn attenuation(&self, shift: [f64; 2]) -> f64 {
        let along = |displacement: f64| {
            let weights = SplinePlace::new(displacement).value;
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
    pub fn finish(
        &self,
        progress: &mut Progress<'_, '_>,
        mut state: State,
        before: &Solution,
        start: CoarseShift,
    ) -> Result<Found> {
        let region = self.region(state.shift)?;
        let n = region.1.len();
        let size = region.0.len() * n;
        let sides = [n as f64, region.0.len() as f64];
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
            // What does not count has no difference.
            let counted = products.d.iter().zip(&products.w).map(|(&d, &w)| if w > 0.0 { d } else { 0.0 });
            difference[at].iter_mut().zip(counted).for_each(|(difference, d)| *difference = d);
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
            // Few squares may cancel along an axis: never less than what noise makes.
            variances = [0, 1].map(|k| variances[k].max(of_squares[k]));
        }
        let undetermined = self.undetermined(&solution)?;
        let undetermined = undetermined.map(|v| {
            let across = [v[1], -v[0]];
            let sigma = (variances[0] * across[0] * across[0] + variances[1] * across[1] * across[1]).sqrt();
            // Anywhere along it, as far as both frames reach.
            let extent = (sides[0] * v[0]).hypot(sides[1] * v[1]);
            variances = [0, 1].map(|k| variances[k] + v[k] * v[k] * extent * extent / 12.0);
            (v, sigma)
        });
        let attenuation = self.attenuation(state.shift);
        let Weighting { gains, offset, .. } = state.how;
        let gain = gains[0] / gains[1];
        let offset = state.means[1] - offset / gains[1] - gain * state.means[0];
        let typical_noise = influence.typical_square()? / attenuation;
        let mean_noise = influence.mean_square() / attenuation;
        let registration = Registration {
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
        };
        Ok(Found { registration, undetermined, typical_noise, mean_noise, alike: self.alike() / solution.count, gains })
    }

    /// The direction along which what both frames share does not exceed what noise makes of it, if there is one.
    ///
    /// Noise of variance g^2 in the gradient of each frame gives the sum of products of both over n pixels a standard deviation of
    /// g^2 sqrt(n c): the noise of neighbours is alike, c is the sum of its squared correlations, 3/4 of 2 pi sigma^2 for the
    /// derivative of white noise under a Gaussian. Half of the gradients' difference has the mean square g^2 / 2.
    fn undetermined(&self, solution: &Solution) -> Result<Option<[f64; 2]>> {
        let alike = 1.5 * std::f64::consts::PI * self.sigma * self.sigma;
        let significance = |v: [f64; 2]| {
            let noise = 2.0 * along(solution.apart, v) * (alike / solution.count).sqrt();
            along(solution.shared, v) / noise
        };
        let least = least_direction(solution.shared);
        let most = [least[1], -least[0]];
        if significance(most) < DETERMINED {
            return Err(Error::new(
                Status::NoResult,
                format!(
                    "the common content does not rise above the noise: {:.1} standard deviations, needed: {DETERMINED}",
                    significance(most)
                ),
            ));
        }
        let sure = significance(least);
        // NaN: frames without noise that show nothing.
        Ok((sure < DETERMINED || sure.is_nan()).then_some(least))
    }
}
