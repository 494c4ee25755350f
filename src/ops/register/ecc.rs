//! The enhanced correlation coefficient, maximised over translations.
//!
//! G. D. Evangelidis, E. Z. Psarakis (2008), "Parametric image alignment using enhanced correlation coefficient maximization", IEEE
//! Trans. Pattern Anal. Mach. Intell. 30, 1858-1865, forward additive: the coefficient does not depend on gain and offset
//! of either image, and each step has the closed form of equations 21 to 24. The start is the best place on the whole
//! lattice, so that large movements are found too.

use super::overlap::{Margin, mean, weights};
use super::pair::Pair;
use super::sandwich::{Fit, central_gradient, errors};
use super::start::{self, Contrast};
use super::{Options, Registration, common};
use crate::array::alloc;
use crate::context::{Error, Result, Stage, Status};
use crate::image::Value;

/// The most steps.
const STEPS: usize = 50;
/// Steps shorter than this end the search.
const CLOSE: f64 = 1e-5;

/// The movement of the greatest correlation coefficient. Both frames are smoothed by the Gaussian that makes the result the surest
/// (none where the noise is low). Pixels whose gradient in the reference is below the threshold have no part.
///
/// `details`: `correlation`, the coefficient; `iterations`, the number of steps.
///
/// # Errors
/// [`Status::NoResult`] when nothing was found; `NoMemory`, `Cancelled`.
pub(super) fn estimate(stage: &Stage<'_>, pair: &Pair, options: &Options) -> Result<Registration> {
    let smoothing = start::smoothing(&stage.part(0.0..0.1), pair)?;
    let start = start::find(&stage.part(0.1..0.4), pair, smoothing, Contrast::Same)?;
    let reference = start::smoothed(&stage.part(0.4..0.45), &pair.reference, smoothing)?;
    let image = start::smoothed(&stage.part(0.45..0.5), &pair.image, smoothing)?;
    let structure = common::structure(&reference, options.threshold)?;
    let edge = 2.0 + 2.0 * smoothing;
    let margin = Margin { other: edge, own: 0.0, rise: 1.0, invalid: common::reach(smoothing), soft: false };
    let shape = (reference.rows, reference.columns);
    // Half of the last place that is asked for.
    let close = options.upsample_factor.map_or(CLOSE, |factor| CLOSE.max(0.05 / factor));
    let (mut shift, mut around) = (start.shift, [f64::NAN; 2]);
    let mut template = Template::default();
    for step in 0..STEPS {
        let stage = stage.part(0.5..0.9).nth(step, STEPS);
        // The pixels that take part stay while the movement does, so that the coefficient is one function.
        if !(0..2).all(|k| (shift[k] - around[k]).abs() < 0.75) {
            around = shift;
            let mut weights = weights(&reference, &image, around, margin)?;
            if let Some(structure) = &structure {
                weights.iter_mut().zip(structure).for_each(|(w, s)| *w *= s);
            }
            template = Template::new(reference.filled_nearest()?, weights)?;
        }
        let warped = common::moved(&stage, &image, shift, shape)?;
        let (move_by, correlation) = template.step(&warped, shape)?;
        let longest = move_by.iter().fold(0.0f64, |most, x| most.max(x.abs()));
        let factor = (1.0 / longest).min(1.0);
        shift = [0, 1].map(|k| shift[k] + factor * move_by[k]);
        if (0..2).any(|k| (shift[k] - start.shift[k]).abs() > 2.0 + 2.0 * start.step) {
            return Err(common::lost(start.shift));
        }
        if longest < close {
            let explained = template.curvature(&warped, shape)?;
            let fit = Fit { reference: &reference, image: &image, weights: &template.weights, shift, smoothing };
            let (sigma, _) = errors(&stage, &fit, explained)?;
            let details = vec![("correlation", Value::Float(correlation)), ("iterations", Value::Int(step as i64 + 1))];
            let shift = common::rounded(shift, options);
            return Ok(Registration { shift, sigma: Some(sigma), scale: 1.0, details, ..Registration::default() });
        }
    }
    Err(Error::new(
        Status::NoResult,
        format!(
            "the correlation coefficient has no maximum near ({:.2}, {:.2}) after {STEPS} steps",
            shift[0], shift[1]
        ),
    ))
}

/// The reference's pixels less their weighted mean.
#[derive(Default)]
struct Template {
    weights: Vec<f64>,
    /// All of them, invalid ones filled in.
    pixels: Vec<f64>,
    centred: Vec<f64>,
    /// The weighted sum of their squares.
    square: f64,
}

impl Template {
    fn new(pixels: Vec<f64>, weights: Vec<f64>) -> Result<Template> {
        if weights.iter().all(|&w| w <= 0.0) {
            return Err(common::lost([0.0; 2]));
        }
        let middle = mean(&pixels, &weights);
        let mut centred = alloc::vec(pixels.len())?;
        centred.extend(pixels.iter().zip(&weights).map(|(x, &w)| if w > 0.0 { x - middle } else { 0.0 }));
        let square = dot(&weights, &centred, &centred);
        Ok(Template { weights, pixels, centred, square })
    }

    /// The step from where the image was warped to, and the correlation coefficient there.
    fn step(&self, warped: &[f64], (rows, columns): (usize, usize)) -> Result<([f64; 2], f64)> {
        let sums = self.sums(warped, rows, columns)?;
        let Sums { product, square, of_template, of_image, hessian } = sums;
        let correlation = product / (self.square * square).sqrt();
        let solve = |v: [f64; 2]| -> Option<[f64; 2]> {
            let [a, b, c] = hessian;
            let determinant = a * c - b * b;
            let determined = determinant > 1e-10 * a * c;
            determined.then(|| [(c * v[0] - b * v[1]) / determinant, (a * v[1] - b * v[0]) / determinant])
        };
        let (Some(t), Some(i)) = (solve(of_template), solve(of_image)) else {
            return Err(Error::new(Status::NoResult, "the images determine the movement along one direction only"));
        };
        let inner = |u: [f64; 2], v: [f64; 2]| u[0] * v[0] + u[1] * v[1];
        let (numerator, denominator) = (square - inner(of_image, i), product - inner(of_template, i));
        if denominator.is_nan() || denominator <= 0.0 {
            return Err(Error::new(
                Status::NoResult,
                format!(
                    "the images do not look alike: their correlation coefficient is {correlation:.3} where it is greatest"
                ),
            ));
        }
        let factor = numerator / denominator;
        // The gradient is that along the image; its content moves the other way.
        Ok(([0, 1].map(|k| -(factor * t[k] - i[k])), correlation))
    }

    /// The second derivatives of the squares that the image explains. One gradient of each image: the noise of both then adds nothing.
    fn curvature(&self, warped: &[f64], (rows, columns): (usize, usize)) -> Result<[f64; 3]> {
        let Sums { product, square, .. } = self.sums(warped, rows, columns)?;
        let (here, there) = (central_gradient(&self.pixels, rows, columns)?, central_gradient(warped, rows, columns)?);
        let product_of = |i: usize, j: usize| dot(&self.weights, &here[i], &there[j]);
        let gain = product / square;
        Ok([product_of(0, 0), 0.5 * (product_of(0, 1) + product_of(1, 0)), product_of(1, 1)].map(|x| -2.0 * gain * x))
    }

    fn sums(&self, warped: &[f64], rows: usize, columns: usize) -> Result<Sums> {
        let gradient = central_gradient(warped, rows, columns)?;
        let weights = &self.weights;
        let total = weights.iter().sum::<f64>();
        let centre = |x: &[f64]| -> Result<Vec<f64>> {
            let middle = x.iter().zip(weights).map(|(x, w)| x * w).sum::<f64>() / total;
            let mut out = alloc::vec(x.len())?;
            out.extend(x.iter().map(|x| x - middle));
            Ok(out)
        };
        let (image, x, y) = (centre(warped)?, centre(&gradient[0])?, centre(&gradient[1])?);
        let product = |a: &[f64], b: &[f64]| dot(weights, a, b);
        Ok(Sums {
            product: product(&self.centred, &image),
            square: product(&image, &image),
            of_template: [product(&x, &self.centred), product(&y, &self.centred)],
            of_image: [product(&x, &image), product(&y, &image)],
            hessian: [product(&x, &x), product(&x, &y), product(&y, &y)],
        })
    }
}

/// Weighted sums of products of the template, the warped image and its gradient, all less their means.
struct Sums {
    product: f64,
    square: f64,
    of_template: [f64; 2],
    of_image: [f64; 2],
    hessian: [f64; 3],
}

fn dot(weights: &[f64], a: &[f64], b: &[f64]) -> f64 {
    weights.iter().zip(a.iter().zip(b)).map(|(w, (a, b))| w * a * b).sum()
}
