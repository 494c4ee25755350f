//! Chi-squared shift: the movement at which the sum of the squared differences is least, and its errors.
//!
//! As documented by the package image_registration (A. Ginsburg): chi squared is a sum of correlations, known at all
//! displacements from Fourier transforms, and its minimum is found on an upsampled lattice. Four things differ. The
//! reference is a template under a window that ends inside of the other frame, so that nothing wraps. Gain and offset between the
//! images are fitted at each displacement. The upsampling is taken to its limit, Newton's method on the surface itself, unless
//! a factor is given. And the noise comes from the residuals, its part in the image's own gradient counted.

use super::dft::{Surface, Transform, greatest};
use super::jet::{Jet, climb};
use super::overlap::{Margin, mean, plain_mean, tapered, weights};
use super::pair::Pair;
use super::sandwich::{Fit, errors};
use super::side::Side;
use super::start::{self, Contrast};
use super::{Options, Registration, common};
use crate::array::alloc;
use crate::context::{Result, Stage};
use crate::image::Value;
use num_complex::Complex;

/// The movement by chi squared, with errors.
///
/// Both frames are smoothed by the Gaussian that makes the result the surest (none where the noise is low). The weights, within
/// the overlap, are 0 at its edges and where the reference's gradient is below the threshold. `details`: `chi2_shift`, the list
/// x, y, error of x, error of y; `chi2_residual`, the residuals' standard deviation (chi squared itself, in units of their
/// variance, is its degrees of freedom by definition and tells nothing).
///
/// # Errors
/// [`Status::NoResult`](crate::context::Status::NoResult) when nothing was found; `NoMemory`, `Cancelled`.
pub(super) fn estimate(stage: &Stage<'_>, pair: &Pair, options: &Options) -> Result<Registration> {
    let smoothing = start::smoothing(&stage.part(0.0..0.1), pair)?;
    let start = start::find(&stage.part(0.1..0.4), pair, smoothing, Contrast::Same)?;
    let reference = start::smoothed(&stage.part(0.4..0.45), &pair.reference, smoothing)?;
    let image = start::smoothed(&stage.part(0.45..0.5), &pair.image, smoothing)?;
    let structure = common::structure(&reference, options.threshold)?;
    let margin = Margin {
        other: common::BORDER + 2.0 * smoothing,
        own: 0.0,
        rise: 6.0,
        invalid: common::reach(smoothing),
        soft: false,
    };
    let (mut shift, mut range) = (start.shift, start.step);
    let mut found = None;
    for round in 0..ROUNDS {
        let stage = stage.part(0.5..0.9).nth(round, ROUNDS);
        let surface = ChiSquared::new(&stage, &reference, &image, structure.as_deref(), shift, margin)?;
        let top = surface.top(shift, range)?;
        let moved = (0..2).any(|k| (top.0[k] - shift[k]).abs() > 0.5);
        (shift, range) = (top.0, 1.0);
        found = Some((surface, top));
        if !moved {
            break;
        }
    }
    let Some((surface, (at, jet))) = found else { return Err(common::lost(shift)) };
    let fit = Fit { reference: &reference, image: &image, weights: &surface.weights, shift: at, smoothing };
    let (sigma, residual) = errors(&stage.part(0.9..1.0), &fit, jet.hessian)?;
    let shift = common::rounded(at, options);
    let in_pixels = |x: f64| Value::Float(x / options.scale);
    let details = vec![
        ("chi2_shift", Value::List([shift[0], shift[1], sigma[0], sigma[1]].map(in_pixels).to_vec())),
        ("chi2_residual", Value::Float(residual)),
    ];
    Ok(Registration { shift, sigma: Some(sigma), scale: 1.0, details, ..Registration::default() })
}

/// The window is laid anew around the movement that was found, at most this many times.
const ROUNDS: usize = 4;

/// What is explained of the reference's weighted squares by the image, moved by d, with gain and offset fitted: chi squared is
/// the rest.
struct ChiSquared {
    weights: Vec<f64>,
    weight: f64,
    product: Surface,
    sum: Surface,
    squares: Surface,
}

impl ChiSquared {
    fn new(
        stage: &Stage<'_>,
        reference: &Side,
        image: &Side,
        structure: Option<&[f64]>,
        shift: [f64; 2],
        margin: Margin,
    ) -> Result<ChiSquared> {
        let mut weights = weights(reference, image, shift, margin)?;
        if let Some(structure) = structure {
            weights.iter_mut().zip(structure).for_each(|(w, s)| *w *= s);
        }
        let weight = weights.iter().sum::<f64>();
        if weight <= 0.0 {
            return Err(common::lost(shift));
        }
        let middle = mean(&reference.pixels, &weights);
        let mut template = alloc::vec(weights.len())?;
        template
            .extend(weights.iter().zip(&reference.pixels).map(|(&w, x)| if w > 0.0 { w * (x - middle) } else { 0.0 }));
        let moved = tapered(image, plain_mean(image), common::BORDER)?;
        let mut squares = alloc::vec(moved.len())?;
        squares.extend(moved.iter().map(|x| x * x));
        let (rows, columns) = (reference.rows.max(image.rows), reference.columns.max(image.columns));
        let t = Transform::new(rows, columns);
        let of = |i: usize, x: &[f64], side: &Side| t.forward(&stage.nth(i, 4), x, side.columns);
        let (template, window) = (of(0, &template, reference)?, of(1, &weights, reference)?);
        let (moved, squares) = (of(2, &moved, image)?, of(3, &squares, image)?);
        let surface = |a: &[Complex<f64>], b: &[Complex<f64>]| Surface::correlation(&t, a, b);
        Ok(ChiSquared {
            weight,
            product: surface(&template, &moved)?,
            sum: surface(&window, &moved)?,
            squares: surface(&window, &squares)?,
            weights,
        })
    }

    /// The maximum within `range` of a displacement.
    fn top(&self, near: [f64; 2], range: f64) -> Result<([f64; 2], Jet)> {
        let count = (range / 0.25).ceil() as i64;
        let places = |k: usize| (-count..=count).map(|i| near[k] + i as f64 * 0.25).collect::<Vec<f64>>();
        let (xs, ys) = (places(0), places(1));
        let (product, sum, squares) =
            (self.product.grid(&xs, &ys)?, self.sum.grid(&xs, &ys)?, self.squares.grid(&xs, &ys)?);
        let mut explained = product;
        for (p, (s, q)) in explained.iter_mut().zip(sum.iter().zip(&squares)) {
            let spread = q - s * s / self.weight;
            *p = if *p > 0.0 && spread > 0.0 { *p * *p / spread } else { 0.0 };
        }
        let (row, column) = greatest(&explained, xs.len());
        let from = [xs[column], ys[row]];
        climb(|at| self.explained(at), from, 2.0).ok_or_else(|| common::lost(from))
    }

    fn explained(&self, at: [f64; 2]) -> Jet {
        let (product, sum) = (self.product.jet(at), self.sum.jet(at));
        let spread = self.squares.jet(at) - (sum * sum).scaled(1.0 / self.weight);
        product * product / spread
    }
}
