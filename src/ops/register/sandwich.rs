//! How sure a movement is, from the residuals.

use super::common::moved;
use super::overlap::mean;
use super::side::Side;
use crate::array::{MaskedArray, alloc};
use crate::context::{Error, Result, Stage, Status};
use crate::ops::filter::Gaussian;
use crate::ops::resample::Boundary;
use std::f64::consts::PI;

/// Two frames and the movement that was found between them.
pub(super) struct Fit<'a> {
    pub(super) reference: &'a Side,
    pub(super) image: &'a Side,
    /// Of the reference's pixels.
    pub(super) weights: &'a [f64],
    pub(super) shift: [f64; 2],
    /// The Gaussian's sigma by which both were smoothed.
    pub(super) smoothing: f64,
}

/// The range over which products are summed, in units of the smoothing.
const RANGE: f64 = 3.0;

/// The standard errors of a least-squares movement along x and y, and the residuals' standard deviation. `explained` has the
/// second derivatives of the sum of squares that the movement explains.
///
/// The sandwich of the curvature and the variance of the slope (P. J. Huber 1967, "The behavior of maximum likelihood estimates under
/// nonstandard conditions", Proc. 5th Berkeley Symp. 1, 221): the slope is a sum over the pixels of residual times
/// gradient, whose variance is taken from the products themselves, so noise may depend on the place. Smoothing makes neighbours'
/// noise alike: products of neighbours count too, with a Gaussian's weight. The gradient is that of the mean of both
/// images, whose noise has nothing to do with that of their difference.
///
/// # Errors
/// [`Status::NoResult`] when the curvature is not that of a maximum; `NoMemory`, `Cancelled`.
pub(super) fn errors(stage: &Stage<'_>, fit: &Fit<'_>, explained: [f64; 3]) -> Result<([f64; 2], f64)> {
    let (rows, columns, weights) = (fit.reference.rows, fit.reference.columns, fit.weights);
    let other = moved(&stage.part(0.0..0.4), fit.image, fit.shift, (rows, columns))?;
    let reference = fit.reference.filled_nearest()?;
    let means = [mean(&reference, weights), mean(&other, weights)];
    let (mut product, mut square) = (0.0, 0.0);
    for ((x, y), w) in reference.iter().zip(&other).zip(weights).filter(|&(_, &w)| w > 0.0) {
        product += w * (x - means[0]) * (y - means[1]);
        square += w * (y - means[1]).powi(2);
    }
    let gain = product / square;
    let (mut middle, mut residual) = (reference, other);
    for (x, y) in middle.iter_mut().zip(residual.iter_mut()) {
        let (a, b) = (*x - means[0], gain * (*y - means[1]));
        (*x, *y) = (0.5 * (a + b), a - b);
    }
    let gradient = central_gradient(&middle, rows, columns)?;
    let (mut squares, mut total) = (0.0, 0.0);
    for (e, &w) in residual.iter().zip(weights).filter(|&(_, &w)| w > 0.0) {
        squares += w * e * e;
        total += w;
    }
    let slopes = gradient.map(|mut slope| {
        for ((slope, e), &w) in slope.iter_mut().zip(&residual).zip(weights) {
            *slope = if w > 0.0 { *slope * e * w } else { 0.0 };
        }
        slope
    });
    let around = |i: usize| correlated(&stage.part(0.4..1.0).nth(i, 2), &slopes[i], (rows, columns), fit.smoothing);
    let around = [around(0)?, around(1)?];
    let sum = |a: usize, b: usize| slopes[a].iter().zip(&around[b]).map(|(x, y)| x * y).sum::<f64>();
    let variance = [sum(0, 0), 0.5 * (sum(0, 1) + sum(1, 0)), sum(1, 1)];
    let [a, b, c] = explained.map(|x| -0.5 * x);
    let determinant = a * c - b * b;
    if !(determinant > 0.0 && a > 0.0) {
        return Err(Error::new(Status::NoResult, "the images determine the movement along one direction only"));
    }
    let inverse = [c / determinant, -b / determinant, a / determinant];
    let quadratic = |p: f64, q: f64| p * p * variance[0] + 2.0 * p * q * variance[1] + q * q * variance[2];
    let sigma = [quadratic(inverse[0], inverse[1]), quadratic(inverse[1], inverse[2])].map(|v| v.max(0.0).sqrt());
    Ok((sigma, (squares / total).sqrt()))
}

/// Each value plus its neighbours, with a Gaussian's weights that are 1 in the middle; the noise that reaches beyond the range is made
/// up for.
fn correlated(stage: &Stage<'_>, x: &[f64], (rows, columns): (usize, usize), smoothing: f64) -> Result<Vec<f64>> {
    let mut copy = alloc::vec(x.len())?;
    copy.extend_from_slice(x);
    if smoothing <= 0.0 {
        return Ok(copy);
    }
    let range = RANGE * smoothing;
    let sum = Gaussian { mode: [Boundary::GridConstant; 2], ..Gaussian::smooth(range) };
    let array: MaskedArray = alloc::from_vec(&[rows, columns], copy)?.into();
    let smooth = alloc::contiguous(&sum.apply(stage, &array)?.data().to_f64()?)?;
    // The sum of the Gaussian's weights; and noise smoothed by sigma is alike as exp(-r^2 / (4 sigma^2)).
    let factor = 2.0 * PI * range * range * (1.0 + 2.0 / (RANGE * RANGE));
    let mut out = alloc::vec(x.len())?;
    out.extend(smooth.iter().map(|x| x * factor));
    Ok(out)
}

/// (d/dx, d/dy) by differences of the fourth order, of the image continued by its edge pixels.
pub(super) fn central_gradient(pixels: &[f64], rows: usize, columns: usize) -> Result<[Vec<f64>; 2]> {
    let (mut right, mut down) = (alloc::vec(pixels.len())?, alloc::vec(pixels.len())?);
    let difference = |at: &dyn Fn(i64) -> f64| (8.0 * (at(1) - at(-1)) - (at(2) - at(-2))) / 12.0;
    for r in 0..rows {
        let row = |by: i64| &pixels[(r as i64 + by).clamp(0, rows as i64 - 1) as usize * columns..][..columns];
        let [a, b, c, d] = [-2, -1, 1, 2].map(row);
        let here = row(0);
        let edge = |i: i64| here[i.clamp(0, columns as i64 - 1) as usize];
        for i in 0..columns {
            down.push((8.0 * (c[i] - b[i]) - (d[i] - a[i])) / 12.0);
            right.push(if (2..columns.saturating_sub(2)).contains(&i) {
                (8.0 * (here[i + 1] - here[i - 1]) - (here[i + 2] - here[i - 2])) / 12.0
            } else {
                difference(&|by| edge(i as i64 + by))
            });
        }
    }
    Ok([right, down])
}
