//! Correlation of two frames under windows that move with their content.
//!
//! The window on the reference, and the same window displaced by the movement on the image, select the same content in
//! both. So the correlation has its maximum at the movement, without the bias towards 0 that edges and fixed windows cause.
//! Since the movement is not known in advance, the windows are placed again after each estimate.

use super::dft::{Surface, Transform, greatest};
use super::hill_climb::{REACH, climb, no_maximum};
use crate::array::alloc;
use crate::context::{Result, Stage};
use crate::ops::register::pair::frame::RegistrationFrame;
use crate::ops::register::pair::overlap::{Margin, mean, weights};
use num_complex::Complex;
use std::f64::consts::PI;

/// The spectra of both frames under their windows, at the present movement.
pub struct Spectra<'a> {
    pub transform: &'a Transform,
    pub reference: &'a [Complex<f64>],
    pub image: &'a [Complex<f64>],
    /// (x, y) by which the image's content is moved.
    pub shift: [f64; 2],
}

/// A maximum of the correlation.
pub struct CorrelationMaximum {
    pub shift: [f64; 2],
    /// The correlation there over the sum of its terms' magnitudes: 1 for identical frames.
    pub height: f64,
    /// The standard errors.
    pub sigma: [f64; 2],
}

/// The windows are placed at most this many times.
const ROUNDS: usize = 12;
/// Movements closer than this are the same.
const CLOSE: f64 = 1e-4;

/// Two frames under windows, and how they are correlated.
pub struct Windowed<'a, P> {
    pub reference: &'a RegistrationFrame,
    pub image: &'a RegistrationFrame,
    pub margin: Margin,
    /// Makes the terms of the correlation from the spectra: for each frequency the first times the conjugate of the second, with a
    /// weight.
    pub product: P,
}

/// Both frames under their windows at one movement.
struct View {
    product: Vec<Complex<f64>>,
    /// The number of neighbouring frequencies that are correlated.
    correlated: f64,
}

impl<P: Fn(&Spectra<'_>) -> Result<Vec<Complex<f64>>>> Windowed<'_, P> {
    fn transform(&self) -> Transform {
        let (reference, image) = (self.reference, self.image);
        Transform::new(reference.rows.max(image.rows), reference.columns.max(image.columns))
    }

    fn view(&self, stage: &Stage<'_>, t: &Transform, shift: [f64; 2]) -> Result<View> {
        let (reference, image) = (self.reference, self.image);
        let side = (reference.rows as f64 - shift[1].abs()).min(reference.columns as f64 - shift[0].abs());
        let margin = Margin { rise: self.margin.rise.max(RISE * side), ..self.margin };
        let window = weights(reference, image, shift, margin)?;
        let power = |exponent: i32| window.iter().map(|w| w.powi(exponent)).sum::<f64>();
        let correlated = (t.rows * t.columns) as f64 * power(4) / power(2).powi(2);
        let here = windowed(reference, &window)?;
        let there = windowed(image, &weights(image, reference, shift.map(|x| -x), margin)?)?;
        let here = t.forward(&stage.part(0.0..0.4), &here, reference.columns)?;
        let there = t.forward(&stage.part(0.4..0.8), &there, image.columns)?;
        let spectra = Spectra { transform: t, reference: &here, image: &there, shift };
        let product = (self.product)(&spectra)?;
        Ok(View { product, correlated })
    }

    /// The movement near `start` at which the correlation of the windowed frames is greatest.
    ///
    /// # Errors
    /// `NoResult` when there is no maximum or no overlap; `NoMemory`, `Cancelled`.
    pub fn correlate(&self, stage: &Stage<'_>, start: [f64; 2]) -> Result<CorrelationMaximum> {
        let t = self.transform();
        let mut shift = start;
        // How the step to the maximum depends on the windows: if the maximum did not depend on them, it would shrink by as much as they move.
        let mut slope = Slope([[-1.0, 0.0], [0.0, -1.0]]);
        let mut before: Option<([f64; 2], [f64; 2])> = None;
        let mut last = None;
        for round in 0..ROUNDS {
            let stage = stage.nth(round, ROUNDS);
            let view = self.view(&stage, &t, shift)?;
            let product = alloc::copied(&view.product)?;
            let surface = Surface::new(&t, product);
            let places = |k: usize| [-2.0, -1.0, 0.0, 1.0, 2.0].map(|i| shift[k] + i * 0.25);
            let (xs, ys) = (places(0), places(1));
            let (row, column) = greatest(&surface.grid(&xs, &ys)?, xs.len());
            let from = [xs[column], ys[row]];
            let Some((top, jet)) = climb(|at| surface.jet(at), from, 2.0) else { return Err(no_maximum(from)) };
            let height = jet.value / surface.most();
            let step = [0, 1].map(|k| top[k] - shift[k]);
            if let Some((old, by)) = before {
                slope.learn([0, 1].map(|k| step[k] - old[k]), by);
            }
            let by = slope.root(step);
            shift = [0, 1].map(|k| shift[k] + by[k]);
            if (0..2).any(|k| (shift[k] - start[k]).abs() > REACH) {
                return Err(no_maximum(start));
            }
            before = Some((step, by));
            last = Some((view, top, jet, height));
            if step.iter().all(|x| x.abs() < CLOSE) {
                break;
            }
        }
        let Some((view, top, jet, height)) = last else { return Err(no_maximum(start)) };
        let sigma = Self::errors(&t, &view, top, jet.hessian)?;
        Ok(CorrelationMaximum { shift, height, sigma })
    }

    /// The correlation at a movement over the sum of its terms' magnitudes.
    ///
    /// # Errors
    /// `NoResult` when there is no overlap; `NoMemory`, `Cancelled`.
    pub fn height(&self, stage: &Stage<'_>, shift: [f64; 2]) -> Result<f64> {
        let t = self.transform();
        let surface = Surface::new(&t, self.view(stage, &t, shift)?.product);
        Ok(surface.jet(shift).value / surface.most())
    }

    /// The standard errors of a maximum.
    ///
    /// The slope is a sum over the frequencies, 0 at the maximum; its variance is estimated from its terms (the sandwich estimator, as in
    /// `methods::standard_errors`). The windows correlate neighbouring terms; the sum of their
    /// squared correlations follows from the spectra of the squared windows.
    fn errors(t: &Transform, view: &View, shift: [f64; 2], curvature: [f64; 3]) -> Result<[f64; 2]> {
        let mut sums = [0.0; 3];
        for (k, z) in view.product.iter().enumerate() {
            let (u, v) = (k / t.rows, k % t.rows);
            // The highest frequency's phase is not known.
            if (u > 0 && 2 * u == t.columns) || (v > 0 && 2 * v == t.rows) {
                continue;
            }
            let at = [Transform::frequency(u, t.columns), Transform::frequency(v, t.rows)].map(|f| 2.0 * PI * f);
            let term = (z * Complex::from_polar(1.0, at[0] * shift[0] + at[1] * shift[1])).im;
            // A term and that of the negative frequency are the same, so each pair has four times one's square; the first
            // column has both.
            let times = if u == 0 { 2.0 } else { 4.0 };
            let square = times * term * term;
            sums[0] += square * at[0] * at[0];
            sums[1] += square * at[0] * at[1];
            sums[2] += square * at[1] * at[1];
        }
        let size = (t.rows * t.columns) as f64;
        let [xx, xy, yy] = sums.map(|x| x * view.correlated / (size * size));
        let [a, b, c] = curvature.map(|x| -x);
        let determinant = a * c - b * b;
        if !(determinant > 0.0 && a > 0.0) {
            return Err(no_maximum(shift));
        }
        let along = |p: f64, q: f64| (p * p * xx + 2.0 * p * q * xy + q * q * yy).max(0.0).sqrt();
        let sigma = [along(c / determinant, -b / determinant), along(-b / determinant, a / determinant)];
        Ok(sigma.map(|sigma| sigma.max(CLOSE)))
    }
}

/// The derivative of the step from the windows to the maximum by the windows' position, estimated during the iteration: C. G. Broyden
/// (1965), "A class of methods for solving nonlinear simultaneous equations", Math. Comput. 19, 577-593. Where most of the structure is
/// that of the window, the maximum follows the window, and simple repetition would converge slowly.
struct Slope([[f64; 2]; 2]);

impl Slope {
    /// Updates it after the windows moved by `by` and the step changed by `change`.
    fn learn(&mut self, change: [f64; 2], by: [f64; 2]) {
        let square = by[0] * by[0] + by[1] * by[1];
        if square <= 0.0 {
            return;
        }
        for (row, change) in self.0.iter_mut().zip(change) {
            let rest = change - row[0] * by[0] - row[1] * by[1];
            row.iter_mut().zip(by).for_each(|(x, by)| *x += rest * by / square);
        }
    }

    /// How far to move the windows so that the step becomes 0: at most a pixel; the step itself if the slope is not
    /// usable.
    fn root(&self, step: [f64; 2]) -> [f64; 2] {
        let [[a, b], [c, d]] = self.0;
        let determinant = a * d - b * c;
        let by = [-(d * step[0] - b * step[1]) / determinant, -(a * step[1] - c * step[0]) / determinant];
        let onwards = by[0] * step[0] + by[1] * step[1];
        if !(determinant > 0.01 && onwards > 0.0) {
            return step;
        }
        let longest = by[0].abs().max(by[1].abs());
        let least = step[0].abs().max(step[1].abs()).max(1.0);
        if longest > least { by.map(|x| x * least / longest) } else { by }
    }
}

/// The windows rise over this fraction of the overlap's shorter side, at both ends.
const RISE: f64 = 0.2;

/// The pixels less their weighted mean, times the weights.
fn windowed(side: &RegistrationFrame, weights: &[f64]) -> Result<Vec<f64>> {
    let middle = mean(&side.pixels, weights);
    let mut out = alloc::vec(weights.len())?;
    out.extend(side.pixels.iter().zip(weights).map(|(x, &w)| if w > 0.0 { (x - middle) * w } else { 0.0 }));
    Ok(out)
}
