//! The coefficients of the B-spline that interpolates the pixels.
//!
//! A recursive filter forwards and backwards for each pole, along rows and columns; how each begins follows from what
//! stands beyond the edge: M. Unser, A. Aldroubi, M. Eden (1991), "Fast B-spline transforms for continuous image
//! representation and interpolation", IEEE Trans. Pattern Anal. 13 (3), 277-285. The beginnings here are the geometric
//! series over the extended signal, summed in closed form.

use super::boundary::Boundary;
use super::kernel::Kernel;
use crate::array::simd::multiversioned;
use crate::array::{Float, alloc};
use crate::context::{Result, Stage, parallel};

/// Rows that are filtered side by side.
const LANES: usize = 8;
/// Columns that are filtered side by side.
const COLUMNS: usize = 32;
/// Terms of the series below this part of the first are left out.
const NEGLIGIBLE: f64 = 1e-20;

/// Replaces pixels by coefficients.
pub(super) fn prefilter<T: Float>(
    stage: &Stage<'_>,
    pixels: &mut [T],
    (rows, columns): (usize, usize),
    kernel: Kernel,
    boundary: Boundary,
) -> Result<()> {
    if kernel.poles().is_empty() || pixels.is_empty() {
        return Ok(());
    }
    if columns > 1 {
        let filter = Filter::new(kernel, boundary, columns)?;
        parallel::for_each(&stage.part(0.0..0.5), pixels.chunks_mut(LANES * columns), |rows| {
            let mut lanes: Vec<[T; LANES]> = alloc::vec(columns)?;
            lanes.resize(columns, [T::ZERO; LANES]);
            for (k, row) in rows.chunks(columns).enumerate() {
                lanes.iter_mut().zip(row).for_each(|(lanes, &x)| lanes[k] = x);
            }
            apply(&filter, &mut lanes);
            for (k, row) in rows.chunks_mut(columns).enumerate() {
                row.iter_mut().zip(&lanes).for_each(|(x, lanes)| *x = lanes[k]);
            }
            Ok(())
        })?;
    }
    if rows > 1 {
        let filter = Filter::new(kernel, boundary, rows)?;
        let mut blocks: Vec<Vec<&mut [T]>> = Vec::new();
        for _ in 0..columns.div_ceil(COLUMNS) {
            blocks.push(alloc::vec(rows)?);
        }
        for row in pixels.chunks_mut(columns) {
            blocks.iter_mut().zip(row.chunks_mut(COLUMNS)).for_each(|(block, part)| block.push(part));
        }
        parallel::for_each(&stage.part(0.5..1.0), blocks.into_iter(), |mut block| {
            apply(&filter, &mut block);
            Ok(())
        })?;
    }
    Ok(())
}

/// Values that are filtered side by side.
trait Side<T> {
    fn values(&self) -> &[T];
    fn values_mut(&mut self) -> &mut [T];
}

impl<T> Side<T> for [T; LANES] {
    #[inline(always)]
    fn values(&self) -> &[T] {
        self
    }
    #[inline(always)]
    fn values_mut(&mut self) -> &mut [T] {
        self
    }
}

impl<T> Side<T> for &mut [T] {
    #[inline(always)]
    fn values(&self) -> &[T] {
        self
    }
    #[inline(always)]
    fn values_mut(&mut self) -> &mut [T] {
        self
    }
}

struct Filter<T> {
    gain: T,
    poles: Vec<Pole<T>>,
}

/// One pole, with the sums that the first value of the way forwards and of the way back are.
struct Pole<T> {
    z: T,
    first: Vec<(usize, T)>,
    last: Vec<(usize, T)>,
}

impl<T: Float> Filter<T> {
    fn new(kernel: Kernel, boundary: Boundary, n: usize) -> Result<Self> {
        let poles = kernel.poles();
        let gain = poles.iter().map(|z| (1.0 - z) * (1.0 - 1.0 / z)).product();
        let convert = |sum: Vec<(usize, f64)>| sum.into_iter().map(|(i, w)| (i, T::from_f64(w))).collect();
        let pole = |&z: &f64| {
            let (first, last) = beginnings(z, boundary, n);
            Pole { z: T::from_f64(z), first: convert(first), last: convert(last) }
        };
        Ok(Filter { gain: T::from_f64(gain), poles: poles.iter().map(pole).collect() })
    }
}

multiversioned! {
    fn apply<T: Float, S: Side<T>>(filter: &Filter<T>, lines: &mut [S]) {
        for line in lines.iter_mut() {
            line.values_mut().iter_mut().for_each(|x| *x *= filter.gain);
        }
        for pole in &filter.poles {
            let (n, z) = (lines.len(), pole.z);
            begin(lines, 0, &pole.first);
            for i in 1..n {
                let (before, after) = lines.split_at_mut(i);
                after[0].values_mut().iter_mut().zip(before[i - 1].values()).for_each(|(x, &before)| *x += z * before);
            }
            begin(lines, n - 1, &pole.last);
            for i in (0..n - 1).rev() {
                let (before, after) = lines.split_at_mut(i + 1);
                before[i].values_mut().iter_mut().zip(after[0].values()).for_each(|(x, &after)| *x = z * (after - *x));
            }
        }
    }
}

/// Sets one line to a sum over lines.
fn begin<T: Float, S: Side<T>>(lines: &mut [S], at: usize, sum: &[(usize, T)]) {
    let width = lines[at].values().len();
    let mut total = [T::ZERO; COLUMNS];
    for &(i, weight) in sum {
        total.iter_mut().zip(lines[i].values()).for_each(|(total, &x)| *total += weight * x);
    }
    lines[at].values_mut().copy_from_slice(&total[..width]);
}

/// The first value of the way forwards, as a sum over the signal, and that of the way back, over what the way forwards
/// made, for `n` > 1 values.
#[allow(clippy::type_complexity, reason = "a pair of sums")]
fn beginnings(z: f64, boundary: Boundary, n: usize) -> (Vec<(usize, f64)>, Vec<(usize, f64)>) {
    let last = n - 1;
    let mut first = Vec::new();
    let powers = || std::iter::successors(Some(1.0f64), |p| Some(p * z)).take_while(|p| p.abs() > NEGLIGIBLE);
    match boundary {
        Boundary::GridWrap => {
            let period = 1.0 / (1.0 - z.powi(n as i32));
            first.extend(powers().take(n).enumerate().map(|(i, p)| ((n - i) % n, p * period)));
            let end = z / (z.powi(n as i32) - 1.0);
            let mut sum = vec![(last, end)];
            sum.extend(powers().skip(1).take(last).enumerate().map(|(i, p)| (i, p * end)));
            (first, sum)
        }
        Boundary::Reflect | Boundary::Nearest => {
            // The signal, then its reflection, with period 2 n.
            let around = z.powi(n as i32);
            let scale = z / (1.0 - around * around);
            first.push((0, 1.0));
            for (i, p) in powers().take(n).enumerate() {
                first.push((i, p * scale));
                first.push((last - i, p * around * scale));
            }
            (first, vec![(last, z / (z - 1.0))])
        }
        Boundary::Constant | Boundary::GridConstant | Boundary::Mirror | Boundary::Wrap => {
            let around = z.powi(last as i32);
            let scale = 1.0 / (1.0 - around * around);
            first.extend([(0, scale), (last, around * scale)]);
            for (i, p) in powers().take(last).enumerate().skip(1) {
                first.push((i, p * scale));
                first.push((last - i, p * around * scale));
            }
            let end = z / (z * z - 1.0);
            (first, vec![(last, end), (last - 1, z * end)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Context;

    /// The spline through its coefficients gives the pixels back at their places, beyond the edges too.
    #[test]
    fn the_spline_goes_through_the_pixels() {
        let ctx = Context::new();
        for (rows, columns) in [(1, 1), (1, 9), (9, 1), (2, 2), (7, 13), (40, 70)] {
            let pixels: Vec<f64> = (0..rows * columns).map(|i| ((i * 37) % 101) as f64).collect();
            for kernel in [Kernel::Spline2, Kernel::Spline3, Kernel::Spline4, Kernel::Spline5] {
                for boundary in [Boundary::Mirror, Boundary::Reflect, Boundary::GridWrap] {
                    let mut coefficients = pixels.clone();
                    prefilter(&ctx.whole(), &mut coefficients, (rows, columns), kernel, boundary).unwrap();
                    for (i, &pixel) in pixels.iter().enumerate() {
                        let ((top, wy), (left, wx)) =
                            (kernel.at::<f64>((i / columns) as f64), kernel.at::<f64>((i % columns) as f64));
                        let mut value = 0.0;
                        for (j, wy) in wy.iter().enumerate() {
                            for (k, wx) in wx.iter().enumerate() {
                                let row = boundary.index(top + j as isize, rows).unwrap();
                                let column = boundary.index(left + k as isize, columns).unwrap();
                                value += wy * wx * coefficients[row * columns + column];
                            }
                        }
                        assert!((value - pixel).abs() < 1e-10, "{kernel:?} {boundary:?} {rows} x {columns}");
                    }
                }
            }
        }
    }
}
