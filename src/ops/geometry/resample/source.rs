//! A frame prepared for sampling between its pixels.

use super::boundary::Boundary;
use super::kernel::Kernel;
use super::kernel::MAX_TAPS;
use super::spline;
use crate::array::{Float, alloc};
use crate::context::{Result, Stage};
use crate::ops::engine::fill;
use crate::ops::engine::frames::Frame;
use std::borrow::Cow;

/// How values between pixels and beyond the edges are made.
#[derive(Debug, Clone, Copy)]
pub struct Sampling {
    /// The kernel.
    pub kernel: Kernel,
    /// The values beyond the edges.
    pub boundary: Boundary,
    /// The constant there, if there is one.
    pub cval: f64,
}

/// SciPy's number of pixels around the image where the spline's coefficients beyond the edge have no closed form.
const PAD: usize = 12;

/// The pixels or the spline's coefficients, all valid, and the values beyond them.
pub(super) struct Source<'a, T: Clone> {
    pub(super) pixels: Cow<'a, [T]>,
    pub(super) rows: usize,
    pub(super) columns: usize,
    /// How many pixels there are around the image's own.
    pub(super) pad: usize,
    pub(super) kernel: Kernel,
    pub(super) boundary: Boundary,
    pub(super) cval: T,
    /// Whether pixels that surely come from beyond the edges may be left as the constant.
    pub(super) skips: bool,
}

impl<'a, T: Float> Source<'a, T> {
    /// Fills invalid pixels from the nearest valid one, and filters where the kernel is a B-spline of order 2 or more.
    pub(super) fn new(stage: &Stage<'_>, frame: Frame<'a, T>, sampling: Sampling) -> Result<Self> {
        let Sampling { kernel, boundary, cval } = sampling;
        let filters = !kernel.poles().is_empty();
        let pad = if filters && matches!(boundary, Boundary::Nearest | Boundary::GridConstant) { PAD } else { 0 };
        let (rows, columns) = (frame.rows + 2 * pad, frame.columns + 2 * pad);
        let cval = T::from_f64(cval);
        let mut pixels = Cow::Borrowed(frame.pixels);
        if frame.invalid.is_some() {
            pixels = Cow::Owned(fill::nearest(frame)?);
        }
        if pad > 0 {
            pixels = Cow::Owned(padded(&pixels, (frame.rows, frame.columns), boundary, cval)?);
        }
        if filters {
            let mut coefficients = match pixels {
                Cow::Owned(pixels) => pixels,
                Cow::Borrowed(pixels) => alloc::copied(pixels)?,
            };
            spline::prefilter(stage, &mut coefficients, (rows, columns), kernel, boundary)?;
            pixels = Cow::Owned(coefficients);
        }
        Ok(Source { pixels, rows, columns, pad, kernel, boundary, cval, skips: boundary.is_constant() })
    }

    /// The value at a position in the frame.
    pub(super) fn sample(&self, x: f64, y: f64) -> T {
        let pad = self.pad as f64;
        let along = |x: f64, n: usize| {
            // Beyond this distance nothing changes where positions are not mapped.
            let x = self.boundary.position(x + pad, n)?.clamp(-16.0, n as f64 + 16.0);
            let (start, weights) = self.kernel.at::<T>(x);
            let around = self.boundary.around_position();
            let mut places = [None; MAX_TAPS];
            for (k, place) in places[..self.kernel.taps()].iter_mut().enumerate() {
                *place = around.index(start + k as isize, n);
            }
            Some((places, weights))
        };
        let (Some((columns, wx)), Some((rows, wy))) = (along(x, self.columns), along(y, self.rows)) else {
            return self.cval;
        };
        let taps = self.kernel.taps();
        let mut sum = T::ZERO;
        for (row, &wy) in rows[..taps].iter().zip(&wy) {
            for (column, &wx) in columns[..taps].iter().zip(&wx) {
                let weight = wx * wy;
                // A pixel without weight may be infinite, or the constant NaN.
                if weight != T::ZERO {
                    sum += weight
                        * match (row, column) {
                            (&Some(row), &Some(column)) => self.pixels[row * self.columns + column],
                            _ => self.cval,
                        };
                }
            }
        }
        sum
    }
}

/// The pixels with [`PAD`] more on each side.
fn padded<T: Float>(pixels: &[T], (rows, columns): (usize, usize), boundary: Boundary, cval: T) -> Result<Vec<T>> {
    let mut out = alloc::vec(alloc::checked_len(&[rows + 2 * PAD, columns + 2 * PAD], size_of::<T>())?)?;
    for row in 0..rows + 2 * PAD {
        match boundary.index(row as isize - PAD as isize, rows) {
            Some(row) => {
                let row = &pixels[row * columns..(row + 1) * columns];
                let beyond = |x: Option<&T>| if boundary.is_constant() { cval } else { x.copied().unwrap_or(cval) };
                out.extend([beyond(row.first()); PAD]);
                out.extend_from_slice(row);
                out.extend([beyond(row.last()); PAD]);
            }
            None => out.extend((0..columns + 2 * PAD).map(|_| cval)),
        }
    }
    Ok(out)
}
