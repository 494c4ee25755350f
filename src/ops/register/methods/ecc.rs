//! The enhanced correlation coefficient, maximised over small motions.
//!
//! G. D. Evangelidis, E. Z. Psarakis (2008), "Parametric image alignment using enhanced correlation coefficient maximization", IEEE
//! Trans. Pattern Anal. Mach. Intell. 30, 1858-1865: the coefficient does not depend on gain and offset of either image, and
//! each step has the closed form of equations 21 to 24, here for translation, rotation and scale. If gain and
//! offset are free, chi squared is the part of the reference that the coefficient does not explain, so both have their optimum at
//! the same place.

use super::common;
use super::initial_shift::{self, Contrast};
use super::similarity::{Motion, Similarity};
use super::standard_errors::{Fit, central_gradient, errors};
use crate::array::alloc;
use crate::context::{Error, Result, Stage, Status};
use crate::image::Value;
use crate::ops::register::linear_system::{decompose, solve};
use crate::ops::register::options::Options;
use crate::ops::register::pair::Pair;
use crate::ops::register::pair::frame::RegistrationFrame;
use crate::ops::register::pair::overlap::{Margin, mean, weights};
use crate::ops::register::registration::Registration;
use crate::ops::register::search::hill_climb::{REACH, no_maximum};
use crate::ops::register::search::noise_smoothing;
use std::f64::consts::PI;

/// The greatest number of steps.
const STEPS: usize = 50;
/// The selected pixels stay the same while the movement changes by less than this, in pixels.
const SAME_PIXELS: f64 = 0.75;
/// A direction is determined if at least this fraction of its change is independent of the other directions.
const LEAST: f64 = 1e-10;
/// Steps are lengthened by at most this factor to compensate for noise in the gradient.
const LONGEST: f64 = 20.0;

/// The movement of the greatest correlation coefficient. Both frames are smoothed by the Gaussian that gives the smallest errors
/// (none if the noise is low). Pixels whose gradient in the reference is below the threshold are ignored.
///
/// `details`: `correlation`, the coefficient; `iterations`, the number of steps.
///
/// # Errors
/// [`Status::NoResult`] when nothing was found; `NoMemory`, `Cancelled`.
pub fn estimate(stage: &Stage<'_>, pair: &Pair, options: &Options) -> Result<Registration> {
    let (start, top) = translation(stage, pair, options)?;
    let details = vec![("correlation", Value::Float(top.correlation)), ("iterations", Value::Int(top.steps))];
    let sigma = start.judge(stage.context(), options, top.at.shift, Some([top.sigma[0], top.sigma[1]]));
    let shift = common::rounded(top.at.shift, options);
    Ok(Registration { shift, sigma, scale: 1.0, details, ..Registration::default() })
}

/// The movement and its start.
///
/// # Errors
/// As [`estimate`].
pub fn translation(
    stage: &Stage<'_>,
    pair: &Pair,
    options: &Options,
) -> Result<(initial_shift::InitialShift, RefinedSimilarity)> {
    let start = initial_shift::find(&stage.part(0.0..0.4), pair, options, Contrast::Same)?;
    let smoothing = noise_smoothing::smoothing(&stage.part(0.4..0.5), &start.pair)?;
    let reference = noise_smoothing::smoothed(&stage.part(0.5..0.55), &start.pair.reference, smoothing)?;
    let image = noise_smoothing::smoothed(&stage.part(0.55..0.6), &start.pair.image, smoothing)?;
    let structure = common::structure(&reference, options.threshold)?;
    let search = Refinement {
        reference: &reference,
        image: &image,
        structure: structure.as_deref(),
        smoothing,
        own: 0.0,
        motions: &[Motion::Right, Motion::Down],
        close: common::close(options),
        reach: REACH,
    };
    let top = search.climb(&stage.part(0.6..1.0), Similarity::translation(start.shift))?;
    Ok((start, top))
}

/// The search for the greatest coefficient, from a start that is right to about a pixel.
pub struct Refinement<'a> {
    pub reference: &'a RegistrationFrame,
    pub image: &'a RegistrationFrame,
    /// Factors of the reference's pixels' weights.
    pub structure: Option<&'a [f64]>,
    /// The Gaussian's sigma by which both were smoothed.
    pub smoothing: f64,
    /// The width of the reference's margin that is ignored, in pixels.
    pub own: f64,
    pub motions: &'a [Motion],
    /// Steps shorter than this end the search, in pixels.
    pub close: f64,
    /// The greatest distance from the start, in pixels; further away is a different maximum.
    pub reach: f64,
}

/// The place of the greatest coefficient.
pub struct RefinedSimilarity {
    pub at: Similarity,
    /// The standard errors of the motions, one each.
    pub sigma: Vec<f64>,
    pub correlation: f64,
    /// The residuals' standard deviation.
    pub residual: f64,
    pub steps: i64,
}

impl Refinement<'_> {
    /// The place of the greatest coefficient that is reached from a start.
    ///
    /// # Errors
    /// [`Status::NoResult`] when there is none near it; `NoMemory`, `Cancelled`.
    pub fn climb(&self, stage: &Stage<'_>, start: Similarity) -> Result<RefinedSimilarity> {
        let shape = (self.reference.rows, self.reference.columns);
        let radius = (shape.0 as f64).hypot(shape.1 as f64) / 2.0;
        let mut at = start;
        let mut template: Option<(Template, Similarity)> = None;
        for step in 0..STEPS {
            let stage = stage.part(0.0..0.9).nth(step, STEPS);
            // The same pixels are used while the movement hardly changes, so that the coefficient is one function.
            let known = template.take().filter(|(_, around)| distance(around, &at, radius) < SAME_PIXELS);
            let (here, around) = match known {
                Some(known) => known,
                None => (Template::new(self.reference, self.weights(&stage, &at)?, self.motions, at.middle)?, at),
            };
            let warped = common::along(&stage, self.image, at.back(), shape)?;
            let (by, correlation) = here.step(&warped, self.motions, shape, at.middle)?;
            let longest = self
                .motions
                .iter()
                .zip(&by)
                .fold(0.0f64, |most, (motion, &by)| most.max(motion.pixels(by, radius).abs()));
            let factor = (1.0 / longest).min(1.0);
            for (motion, by) in self.motions.iter().zip(&by) {
                at = motion.after(&at, factor * by);
            }
            let off = distance(&start, &at, radius);
            if off.is_nan() || off > self.reach {
                return Err(no_maximum(start.shift));
            }
            if longest < self.close {
                let fit = Fit {
                    reference: self.reference,
                    other: warped,
                    weights: &here.weights,
                    smoothing: self.smoothing,
                    motions: self.motions,
                    middle: at.middle,
                };
                let (mut sigma, residual) = errors(&stage, fit)?;
                for (sigma, motion) in sigma.iter_mut().zip(self.motions) {
                    *sigma = sigma.max(common::CLOSE / motion.pixels(1.0, radius));
                }
                return Ok(RefinedSimilarity { at, sigma, correlation, residual, steps: step as i64 + 1 });
            }
            template = Some((here, around));
        }
        Err(Error::new(
            Status::NoResult,
            format!(
                "the correlation coefficient has no maximum near ({:.2}, {:.2}) after {STEPS} steps",
                at.shift[0], at.shift[1]
            ),
        ))
    }

    /// The weights of the reference's pixels for the current movement.
    fn weights(&self, stage: &Stage<'_>, at: &Similarity) -> Result<Vec<f64>> {
        let edge = 2.0 + 2.0 * self.smoothing;
        let invalid = common::reach(self.smoothing);
        let margin = Margin { other: edge, own: self.own, rise: 1.0, invalid, soft: false };
        let mut weights = if at.angle == 0.0 && at.scale == 1.0 {
            weights(self.reference, self.image, at.shift, margin)?
        } else {
            // In a turned image the pixels from outside are invalid.
            let turned = common::turned(stage, self.image, at.back(), self.reference)?;
            weights(self.reference, &turned, [0.0; 2], margin)?
        };
        if let Some(structure) = self.structure {
            weights.iter_mut().zip(structure).for_each(|(w, s)| *w *= s);
        }
        Ok(weights)
    }
}

/// Approximately the greatest distance between a pixel's places under two similarities.
fn distance(a: &Similarity, b: &Similarity, radius: f64) -> f64 {
    let turned = a.angle - b.angle;
    let apart = [
        a.shift[0] - b.shift[0],
        a.shift[1] - b.shift[1],
        radius * (turned - 2.0 * PI * (turned / (2.0 * PI)).round()),
        radius * (a.scale / b.scale).ln(),
    ];
    apart.iter().fold(0.0, |most, x| if x.is_nan() { f64::NAN } else { x.abs().max(most) })
}

/// The reference's pixels less their weighted mean.
struct Template {
    weights: Vec<f64>,
    centred: Vec<f64>,
    /// The weighted sum of their squares.
    square: f64,
    /// Their derivatives by the motions.
    changes: Vec<Vec<f64>>,
}

impl Template {
    fn new(reference: &RegistrationFrame, weights: Vec<f64>, motions: &[Motion], middle: [f64; 2]) -> Result<Template> {
        if weights.iter().all(|&w| w <= 0.0) {
            return Err(no_maximum([0.0; 2]));
        }
        let mut centred = reference.filled_nearest()?;
        let gradient = central_gradient(&centred, reference.rows, reference.columns)?;
        let mut changes = Vec::with_capacity(motions.len());
        for motion in motions {
            changes.push(motion.change(&gradient, reference.columns, middle)?);
        }
        let mean = mean(&centred, &weights);
        centred.iter_mut().zip(&weights).for_each(|(x, &w)| *x = if w > 0.0 { *x - mean } else { 0.0 });
        let square = dot(&weights, &centred, &centred);
        Ok(Template { weights, centred, square, changes })
    }

    /// The steps of the motions from the current similarity, and the correlation coefficient there.
    fn step(
        &self,
        warped: &[f64],
        motions: &[Motion],
        (rows, columns): (usize, usize),
        middle: [f64; 2],
    ) -> Result<(Vec<f64>, f64)> {
        let gradient = central_gradient(warped, rows, columns)?;
        let weights = &self.weights;
        let total = weights.iter().sum::<f64>();
        let centred = |mut x: Vec<f64>| {
            let middle = x.iter().zip(weights).map(|(x, w)| x * w).sum::<f64>() / total;
            x.iter_mut().for_each(|x| *x -= middle);
            x
        };
        let copy = alloc::copied(warped)?;
        let image = centred(copy);
        let mut changes = Vec::with_capacity(motions.len());
        for motion in motions {
            changes.push(centred(motion.change(&gradient, columns, middle)?));
        }
        let (product, square) = (dot(weights, &self.centred, &image), dot(weights, &image, &image));
        let correlation = product / (self.square * square).sqrt();
        let n = motions.len();
        let (mut hessian, mut shared) = (vec![0.0; n * n], vec![0.0; n * n]);
        for i in 0..n {
            for j in 0..n {
                hessian[i * n + j] = dot(weights, &changes[i], &changes[j]);
                let (a, b) = (dot(weights, &self.changes[i], &changes[j]), dot(weights, &self.changes[j], &changes[i]));
                shared[i * n + j] = 0.5 * (a + b);
            }
        }
        let mut factor = hessian.clone();
        if !decompose(&mut factor, n, LEAST) {
            return Err(Error::new(Status::NoResult, "the images determine the movement along one direction only"));
        }
        let along = |x: &[f64]| -> Vec<f64> { changes.iter().map(|change| dot(weights, change, x)).collect() };
        let (of_template, of_image) = (along(&self.centred), along(&image));
        let solved = |factor: &[f64], right: &[f64]| {
            let mut right = right.to_vec();
            solve(factor, &mut right);
            right
        };
        let (t, i) = (solved(&factor, &of_template), solved(&factor, &of_image));
        let inner = |u: &[f64], v: &[f64]| u.iter().zip(v).map(|(u, v)| u * v).sum::<f64>();
        let (numerator, denominator) = (square - inner(&of_image, &i), product - inner(&of_template, &i));
        if denominator.is_nan() || denominator <= 0.0 {
            return Err(Error::new(
                Status::NoResult,
                format!(
                    "the images do not look alike: their correlation coefficient is {correlation:.3} where it is greatest"
                ),
            ));
        }
        let lambda = numerator / denominator;
        let by: Vec<f64> = t.iter().zip(&i).map(|(t, i)| lambda * t - i).collect();
        // Noise in the image's own gradient makes steps too short, by a large factor if it is strong. It does not contribute to the products of
        // one frame's gradient with the other's.
        let gain = product / square;
        let right: Vec<f64> = (0..n).map(|i| gain * inner(&hessian[i * n..(i + 1) * n], &by)).collect();
        if decompose(&mut shared, n, LEAST) {
            let longer = solved(&shared, &right);
            let length = |x: &[f64]| inner(x, &(0..n).map(|i| hessian[i * n + i] * x[i]).collect::<Vec<f64>>()).sqrt();
            if length(&longer) <= LONGEST * length(&by) {
                return Ok((longer, correlation));
            }
        }
        Ok((by, correlation))
    }
}

fn dot(weights: &[f64], a: &[f64], b: &[f64]) -> f64 {
    weights.iter().zip(a.iter().zip(b)).map(|(w, (a, b))| w * a * b).sum()
}
