//! Weighted sums of lines, and smoothing with them.
//!
//! All filters of a registration are separable. Whole frames are smoothed as the filters of images are; where a row of
//! the result is needed at a time, it is a weighted sum of rows, then each of its pixels a weighted sum of neighbours. Both are
//! [`weighted`], once with rows and once with the same row at several places.

use super::frame::RegistrationFrame;
use crate::array::alloc;
use crate::array::simd::multiversioned;
use crate::context::{Result, Stage};
use crate::ops::filter::symmetric;

/// The number of values that are summed in parallel: as many as an AVX2 processor's registers hold.
const LANES: usize = 16;

multiversioned! {
    /// `out` becomes the weighted sum of some lines.
    pub fn weighted(lines: &[&[f64]], weights: &[f64], out: &mut [f64]) {
        let n = out.len();
        let whole = n - n % LANES;
        for (block, out) in out[..whole].chunks_exact_mut(LANES).enumerate() {
            let at = block * LANES;
            let mut sums = [0.0; LANES];
            for (line, &weight) in lines.iter().zip(weights) {
                let line = &line[at..at + LANES];
                for k in 0..LANES {
                    sums[k] += weight * line[k];
                }
            }
            out.copy_from_slice(&sums);
        }
        for i in whole..n {
            out[i] = lines.iter().zip(weights).map(|(line, weight)| weight * line[i]).sum();
        }
    }
}

/// A Gaussian's weights from the middle to `radius` on both sides, with the sum 1.
pub fn gaussian(variance: f64, radius: usize) -> Vec<f64> {
    let weight = |k: usize| (-((k as f64 - radius as f64).powi(2)) / (2.0 * variance)).exp();
    let weights: Vec<f64> = (0..=2 * radius).map(weight).collect();
    let sum: f64 = weights.iter().sum();
    weights.iter().map(|w| w / sum).collect()
}

/// The sum of products with a symmetric kernel down and along, the frame reflected at its edges.
pub fn filter(stage: &Stage<'_>, pixels: &[f64], columns: usize, kernel: &[f64]) -> Result<Vec<f64>> {
    symmetric(stage, pixels, columns, &kernel[kernel.len() / 2..])
}

/// A smoothed frame, and the fraction of each value that comes from valid pixels (`None` if all are valid). Invalid pixels are left out
/// (normalised convolution); without any valid pixel the value is 0.
pub fn smooth(
    stage: &Stage<'_>,
    side: &RegistrationFrame,
    offset: f64,
    kernel: &[f64],
) -> Result<(Vec<f64>, Option<Vec<f64>>)> {
    let mut values = alloc::vec(side.pixels.len())?;
    match &side.invalid {
        None => {
            values.extend(side.pixels.iter().map(|x| x - offset));
            Ok((filter(stage, &values, side.columns, kernel)?, None))
        }
        Some(invalid) => {
            values.extend(side.pixels.iter().zip(invalid).map(|(x, &invalid)| if invalid { 0.0 } else { x - offset }));
            let mut smoothed = filter(&stage.part(0.0..0.5), &values, side.columns, kernel)?;
            values.iter_mut().zip(invalid).for_each(|(x, &invalid)| *x = f64::from(u8::from(!invalid)));
            let support = filter(&stage.part(0.5..1.0), &values, side.columns, kernel)?;
            smoothed.iter_mut().zip(&support).for_each(|(x, &s)| *x = if s > 1e-6 { *x / s } else { 0.0 });
            Ok((smoothed, Some(support)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Context;
    use crate::ops::geometry::resample::Boundary;

    #[test]
    fn a_filter_is_its_definition() {
        let ctx = Context::new();
        for (rows, columns) in [(1, 1), (3, 40), (23, 5), (20, 37)] {
            let pixels: Vec<f64> = (0..rows * columns).map(|i| ((i * 37) % 101) as f64).collect();
            let kernel = gaussian(1.3, 4);
            let out = filter(&ctx.whole(), &pixels, columns, &kernel).unwrap();
            for (i, out) in out.iter().enumerate() {
                let mut expected = 0.0;
                for (j, wy) in (-4..=4).zip(&kernel) {
                    for (k, wx) in (-4..=4).zip(&kernel) {
                        let row = Boundary::Reflect.index((i / columns) as isize + j, rows).unwrap();
                        let column = Boundary::Reflect.index((i % columns) as isize + k, columns).unwrap();
                        expected += wy * wx * pixels[row * columns + column];
                    }
                }
                assert!((out - expected).abs() < 1e-10, "{rows} x {columns}: {out} {expected}");
            }
        }
    }
}
