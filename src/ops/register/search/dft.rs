//! The discrete Fourier transform of real arrays, and correlations between their lattice points.
//!
//! A [`Surface`] is the correlation sum over p of a(p) b(p - d) as a function of any real d: a trigonometric polynomial.
//! On a fine grid it is evaluated by two matrix products (M. Guizar-Sicairos, S. T. Thurman, J. R. Fienup 2008,
//! "Efficient subpixel image registration algorithms", Opt. Lett. 33, 156), at a point together with its derivatives.

use super::hill_climb::Jet;
use crate::array::alloc;
use crate::context::{Error, Result, Stage, Status, parallel};
use num_complex::Complex;
use std::f64::consts::PI;
use std::sync::Arc;
use stoner_fft::{Fft, FftError, Real, RealToComplex};

const ZERO: Complex<f64> = Complex::new(0.0, 0.0);

/// The transforms of real arrays of one shape. Spectra hold the columns' frequencies 0 to columns / 2, and
/// for each of them all of the rows': frequency (u along the columns, v along the rows) is at `u * rows + v`.
pub struct Transform {
    pub rows: usize,
    pub columns: usize,
    pub half: usize,
    to_complex: Arc<dyn RealToComplex<f64>>,
    forward: Arc<dyn Fft<f64>>,
}

impl Transform {
    pub fn new(rows: usize, columns: usize) -> Self {
        Transform {
            rows,
            columns,
            half: columns / 2 + 1,
            to_complex: f64::real_forward(columns),
            forward: f64::forward(rows),
        }
    }

    /// The frequencies of a spectrum's rows or columns, in cycles per pixel.
    pub fn frequency(k: usize, n: usize) -> f64 {
        let k = if 2 * k > n { k as f64 - n as f64 } else { k as f64 };
        k / n as f64
    }

    /// The spectrum of an array with rows of `width` pixels, which may be shorter than the transform's; the rest is 0.
    ///
    /// # Errors
    /// `NoMemory`, `Cancelled`.
    pub fn forward(&self, stage: &Stage<'_>, pixels: &[f64], width: usize) -> Result<Vec<Complex<f64>>> {
        let (rows, half) = (self.rows, self.half);
        let mut lines = self.spectrum()?;
        parallel::rows(&stage.part(0.0..0.5), &mut lines, half, 8, |first, out| {
            let mut line = alloc::zeroed_vec::<f64>(self.columns)?;
            let mut scratch = zeros(self.to_complex.get_scratch_len())?;
            for (row, out) in pixels.chunks(width.max(1)).skip(first).zip(out.chunks_mut(half)) {
                line[..width].copy_from_slice(row);
                line[width..].fill(0.0);
                self.to_complex.process_with_scratch(&mut line, out, &mut scratch).map_err(unfit)?;
            }
            Ok(())
        })?;
        let mut out = transposed(&lines, rows, half)?;
        drop(lines);
        self::lines(&stage.part(0.5..1.0), &self.forward, &mut out)?;
        Ok(out)
    }

    fn spectrum(&self) -> Result<Vec<Complex<f64>>> {
        zeros(alloc::checked_len(&[self.rows, self.half], size_of::<Complex<f64>>())?)
    }
}

/// Transforms each of a spectrum's lines, which holds the rows' frequencies of one of the columns', in place.
///
/// # Errors
/// `NoMemory`, `Cancelled`.
pub fn lines(stage: &Stage<'_>, plan: &Arc<dyn Fft<f64>>, spectrum: &mut [Complex<f64>]) -> Result<()> {
    parallel::rows(stage, spectrum, plan.len(), 8, |_, lines| {
        let mut scratch = zeros(plan.get_inplace_scratch_len())?;
        lines.chunks_mut(plan.len()).for_each(|line| plan.process_with_scratch(line, &mut scratch));
        Ok(())
    })
}

/// The error of realfft for wrong lengths.
pub fn unfit(error: FftError) -> Error {
    Error::new(Status::Internal, format!("Fourier transform: {error}"))
}

fn zeros(n: usize) -> Result<Vec<Complex<f64>>> {
    alloc::zeroed_vec(n)
}

/// The columns as rows.
fn transposed(from: &[Complex<f64>], rows: usize, columns: usize) -> Result<Vec<Complex<f64>>> {
    const BLOCK: usize = 16;
    let mut out = zeros(from.len())?;
    for top in (0..rows).step_by(BLOCK) {
        for left in (0..columns).step_by(BLOCK) {
            for c in left..(left + BLOCK).min(columns) {
                for r in top..(top + BLOCK).min(rows) {
                    out[c * rows + r] = from[r * columns + c];
                }
            }
        }
    }
    Ok(out)
}

/// A correlation as a function of the displacement.
pub struct Surface {
    /// In the order of a spectrum of [`Transform`], each frequency multiplied by its weight in the sum.
    spectrum: Vec<Complex<f64>>,
    rows: usize,
    columns: usize,
}

impl Surface {
    /// The sum over p of a(p) b(p - d), both periodic, from the spectra of a and b. The highest frequency of an even length, whose
    /// phase is not known, is left out.
    pub fn correlation(transform: &Transform, a: &[Complex<f64>], b: &[Complex<f64>]) -> Result<Surface> {
        let mut product = alloc::vec(a.len())?;
        product.extend(a.iter().zip(b).map(|(a, b)| a * b.conj()));
        Ok(Surface::new(transform, product))
    }

    /// From the product of one spectrum with the conjugate of the other.
    pub fn new(transform: &Transform, mut spectrum: Vec<Complex<f64>>) -> Surface {
        let (rows, columns) = (transform.rows, transform.columns);
        let factor = 1.0 / (rows as f64 * columns as f64);
        for (u, line) in spectrum.chunks_mut(rows).enumerate() {
            // A column's frequency also represents its negative.
            let weight = if u == 0 { factor } else { 2.0 * factor };
            let out = columns > 2 && 2 * u == columns;
            line.iter_mut().for_each(|z| *z *= if out { 0.0 } else { weight });
            if rows > 2 && rows.is_multiple_of(2) {
                line[rows / 2] = ZERO;
            }
        }
        Surface { spectrum, rows, columns }
    }

    /// The sum of the magnitudes, an upper bound of all values.
    pub fn most(&self) -> f64 {
        self.spectrum.iter().map(|z| z.norm()).sum()
    }

    /// The values at each y and x, row by row.
    ///
    /// # Errors
    /// `NoMemory`.
    pub fn grid(&self, xs: &[f64], ys: &[f64]) -> Result<Vec<f64>> {
        let rows = self.rows;
        let mut down = zeros(ys.len() * rows)?;
        for (&y, down) in ys.iter().zip(down.chunks_mut(rows)) {
            down.iter_mut().enumerate().for_each(|(v, z)| *z = turn(Transform::frequency(v, rows) * y));
        }
        let mut out = alloc::zeroed_vec::<f64>(xs.len() * ys.len())?;
        for (u, line) in self.spectrum.chunks(rows).enumerate() {
            let frequency = Transform::frequency(u, self.columns);
            for (down, out) in down.chunks(rows).zip(out.chunks_mut(xs.len())) {
                let sum: Complex<f64> = line.iter().zip(down).map(|(a, b)| a * b).sum();
                for (&x, out) in xs.iter().zip(out) {
                    let across = turn(frequency * x);
                    *out += sum.re * across.re - sum.im * across.im;
                }
            }
        }
        Ok(out)
    }

    /// The value at a displacement (x, y), with its derivatives.
    pub fn jet(&self, [x, y]: [f64; 2]) -> Jet {
        let rows = self.rows;
        let mut jet = Jet::default();
        let down: Vec<(Complex<f64>, f64)> = (0..rows)
            .map(|v| {
                let frequency = Transform::frequency(v, rows);
                (turn(frequency * y), 2.0 * PI * frequency)
            })
            .collect();
        for (u, line) in self.spectrum.chunks(rows).enumerate() {
            let (mut plain, mut first, mut second) = (ZERO, ZERO, ZERO);
            for (z, &(turn, k)) in line.iter().zip(&down) {
                let z = z * turn;
                plain += z;
                first += z * k;
                second += z * (k * k);
            }
            let frequency = Transform::frequency(u, self.columns);
            let (across, k) = (turn(frequency * x), 2.0 * PI * frequency);
            let (plain, first, second) = (plain * across, first * across, second * across);
            jet.value += plain.re;
            // A derivative multiplies by i k.
            jet.gradient[0] -= k * plain.im;
            jet.gradient[1] -= first.im;
            jet.hessian[0] -= k * k * plain.re;
            jet.hessian[1] -= k * first.re;
            jet.hessian[2] -= second.re;
        }
        jet
    }
}

/// exp(2 pi i cycles).
fn turn(cycles: f64) -> Complex<f64> {
    let (sin, cos) = (2.0 * PI * cycles).sin_cos();
    Complex::new(cos, sin)
}

/// The place of the greatest of `values`, which are on a grid, row by row.
pub fn greatest(values: &[f64], columns: usize) -> (usize, usize) {
    let best = values.iter().enumerate().filter(|(_, x)| !x.is_nan()).max_by(|a, b| a.1.total_cmp(b.1));
    let place = best.map_or(0, |(place, _)| place);
    (place / columns, place % columns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Context;

    fn random(n: usize) -> Vec<f64> {
        let mut seed = 7u64;
        (0..n)
            .map(|_| {
                seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                (seed >> 11) as f64 / (1u64 << 53) as f64 - 0.3
            })
            .collect()
    }

    #[test]
    fn the_spectrum_is_that_of_the_definition() {
        let ctx = Context::new();
        for (rows, columns) in [(1, 1), (1, 8), (9, 1), (2, 2), (7, 13), (16, 20), (33, 70)] {
            let (x, t) = (random(rows * columns), Transform::new(rows, columns));
            let spectrum = t.forward(&ctx.whole(), &x, columns).unwrap();
            for u in 0..t.half {
                for v in 0..rows {
                    let term = |i: usize| {
                        let (r, c) = (i / columns, i % columns);
                        x[i] * turn(-((u * c) as f64 / columns as f64) - (v * r) as f64 / rows as f64)
                    };
                    let expected: Complex<f64> = (0..x.len()).map(term).sum();
                    assert!((spectrum[u * rows + v] - expected).norm() < 1e-10, "{rows} x {columns}");
                }
            }
        }
    }

    #[test]
    fn a_surface_is_the_correlation_at_whole_displacements_and_smooth_between() {
        let ctx = Context::new();
        for (rows, columns) in [(7, 9), (15, 11)] {
            let t = Transform::new(rows, columns);
            let (a, b) = (random(rows * columns), random(2 * rows * columns).split_off(rows * columns));
            let forward = |x: &[f64]| t.forward(&ctx.whole(), x, columns).unwrap();
            let surface = Surface::correlation(&t, &forward(&a), &forward(&b)).unwrap();
            let places: Vec<f64> = (-3..=3).map(f64::from).collect();
            let grid = surface.grid(&places, &places).unwrap();
            for (j, &dy) in places.iter().enumerate() {
                for (i, &dx) in places.iter().enumerate() {
                    let at = |r: usize, c: usize| {
                        let back = |k: usize, d: f64, n: usize| (k as i64 - d as i64).rem_euclid(n as i64) as usize;
                        a[r * columns + c] * b[back(r, dy, rows) * columns + back(c, dx, columns)]
                    };
                    let expected: f64 = (0..rows * columns).map(|i| at(i / columns, i % columns)).sum();
                    assert!((grid[j * places.len() + i] - expected).abs() < 1e-10);
                    assert!((surface.jet([dx, dy]).value - expected).abs() < 1e-10);
                }
            }
            let (at, h) = ([0.37, -1.21], 1e-4);
            let value = |i: f64, j: f64| surface.jet([at[0] + i * h, at[1] + j * h]);
            let jet = surface.jet(at);
            for k in 0..2 {
                let step = [if k == 0 { 1.0 } else { 0.0 }, if k == 1 { 1.0 } else { 0.0 }];
                let (after, before) = (value(step[0], step[1]), value(-step[0], -step[1]));
                assert!((jet.gradient[k] - (after.value - before.value) / (2.0 * h)).abs() < 1e-5);
                for l in 0..2 {
                    let second = (after.gradient[l] - before.gradient[l]) / (2.0 * h);
                    assert!((jet.hessian[k + l] - second).abs() < 1e-5);
                }
            }
        }
    }
}
