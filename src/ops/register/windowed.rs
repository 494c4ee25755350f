//! Correlation of two frames under windows that move with their content.
//!
//! The window on the reference, and the same window displaced by the movement on the image, cut the same content out of
//! both, so the correlation of what is cut has its maximum at the movement, without the pull towards 0 that edges and fixed windows have.
//! As the movement is not known before, windows are laid anew around each that was found.

use super::common;
use super::dft::{Surface, Transform, greatest};
use super::jet::climb;
use super::overlap::{Margin, mean, weights};
use super::side::Side;
use crate::array::alloc;
use crate::context::{Result, Stage};
use num_complex::Complex;

/// The spectra of both frames under their windows, at the present movement.
pub(super) struct Spectra<'a> {
    pub(super) transform: &'a Transform,
    pub(super) reference: &'a [Complex<f64>],
    pub(super) image: &'a [Complex<f64>],
    /// (x, y) by which the image's content is moved.
    pub(super) shift: [f64; 2],
}

/// A maximum of the correlation.
pub(super) struct Top {
    pub(super) shift: [f64; 2],
    /// The correlation there over the sum of the magnitudes of what it is made of: 1 for frames that are the same.
    pub(super) height: f64,
}

/// The windows are laid anew at most this many times.
const ROUNDS: usize = 12;
/// Movements closer than this are the same.
const CLOSE: f64 = 1e-4;

/// The movement near `start` at which the correlation of the windowed frames is greatest. `product` makes of the spectra what is
/// correlated: for each frequency the first one times the conjugate of the second, weighted in some way.
///
/// # Errors
/// `NoResult` when there is no maximum or no overlap; `NoMemory`, `Cancelled`.
pub(super) fn correlate(
    stage: &Stage<'_>,
    reference: &Side,
    image: &Side,
    (start, range): ([f64; 2], f64),
    margin: Margin,
    product: impl Fn(&Spectra<'_>) -> Result<Vec<Complex<f64>>>,
) -> Result<Top> {
    let t = Transform::new(reference.rows.max(image.rows), reference.columns.max(image.columns));
    let (mut shift, mut range, mut height) = (start, range, 0.0);
    // How the maximum moves against the windows: were it independent of them, the step to it would shrink by what they move.
    let mut slope = Slope([[-1.0, 0.0], [0.0, -1.0]]);
    let mut before: Option<([f64; 2], [f64; 2])> = None;
    for round in 0..ROUNDS {
        let stage = stage.nth(round, ROUNDS);
        let rows = (reference.rows as f64 - shift[1].abs()).min(reference.columns as f64 - shift[0].abs());
        let margin = Margin { rise: margin.rise.max(RISE * rows), ..margin };
        let here = windowed(reference, &weights(reference, image, shift, margin)?)?;
        let there = windowed(image, &weights(image, reference, shift.map(|x| -x), margin)?)?;
        let a = t.forward(&stage.part(0.0..0.4), &here, reference.columns)?;
        let b = t.forward(&stage.part(0.4..0.8), &there, image.columns)?;
        let spectra = Spectra { transform: &t, reference: &a, image: &b, shift };
        let surface = Surface::new(&t, product(&spectra)?);
        let count = (range / 0.25).ceil() as i64;
        let places = |k: usize| (-count..=count).map(|i| shift[k] + i as f64 * 0.25).collect::<Vec<f64>>();
        let (xs, ys) = (places(0), places(1));
        let (row, column) = greatest(&surface.grid(&xs, &ys)?, xs.len());
        let from = [xs[column], ys[row]];
        let Some((top, jet)) = climb(|at| surface.jet(at), from, 2.0) else { return Err(common::lost(from)) };
        height = jet.value / surface.most();
        let step = [0, 1].map(|k| top[k] - shift[k]);
        if let Some((old, by)) = before {
            slope.learn([0, 1].map(|k| step[k] - old[k]), by);
        }
        let by = slope.root(step);
        shift = [0, 1].map(|k| shift[k] + by[k]);
        before = Some((step, by));
        range = 1.0;
        if step.iter().all(|x| x.abs() < CLOSE) {
            break;
        }
    }
    Ok(Top { shift, height })
}

/// The derivative of the step from the windows to the maximum by the place of the windows, learned on the way: C. G. Broyden
/// (1965), "A class of methods for solving nonlinear simultaneous equations", Math. Comput. 19, 577-593. Where the window has much of
/// the structure, the maximum follows it, and plain repetition would take for ever.
struct Slope([[f64; 2]; 2]);

impl Slope {
    /// Where the step changed by `change` when the windows moved by `by`.
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

    /// How far the windows are to be moved for the step to become 0: at most a pixel, and the step itself where the slope
    /// says nothing.
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

/// The part of the overlap's shorter side over which the windows rise, on either side.
const RISE: f64 = 0.2;

/// The pixels less their weighted mean, times the weights.
fn windowed(side: &Side, weights: &[f64]) -> Result<Vec<f64>> {
    let middle = mean(&side.pixels, weights);
    let mut out = alloc::vec(weights.len())?;
    out.extend(side.pixels.iter().zip(weights).map(|(x, &w)| if w > 0.0 { (x - middle) * w } else { 0.0 }));
    Ok(out)
}
