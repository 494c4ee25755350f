//! The influence of each pixel's difference on the scores, and the covariance of the scores.
//!
//! [`standard_errors`](crate::ops::register::methods::standard_errors) has the same estimator for the other methods; why there are two is said there.

use crate::array::alloc;
use crate::context::Result;
use crate::ops::register::pair::smooth::{gaussian, weighted};

/// The side of the squares whose scores are compared, in pixels.
pub const SQUARE: usize = 16;

/// The influence of each pixel's difference on the scores: the weights of the differences in them.
pub struct Influence {
    pub x: Vec<f64>,
    pub y: Vec<f64>,
    /// The relative variance.
    pub variance: Vec<f64>,
    pub difference: Vec<f64>,
    pub columns: usize,
}

impl Influence {
    /// The covariance (xx, xy, yy) of the scores from white noise of variance 1 in the pixels before they are smoothed: the sum of
    /// squares of the smoothed influences. They are so smooth that every second row is enough.
    pub fn of_noise(&self, sigma: f64) -> Result<[f64; 3]> {
        let radius = (3.0 * sigma).ceil() as usize;
        let kernel = gaussian(sigma * sigma, radius);
        let n = self.columns;
        let rows = self.x.len() / n;
        let mut padded = [alloc::zeroed_vec::<f64>(n + 4 * radius)?, alloc::zeroed_vec::<f64>(n + 4 * radius)?];
        let mut smoothed = [alloc::zeroed_vec::<f64>(n + 2 * radius)?, alloc::zeroed_vec::<f64>(n + 2 * radius)?];
        let mut sums = [0.0; 3];
        for row in (0..rows + 2 * radius).step_by(2) {
            // Rows from `radius` above the first one on are affected by it.
            let first = row.saturating_sub(2 * radius);
            let last = row.min(rows - 1);
            if first > last {
                continue;
            }
            for (k, field) in [&self.x, &self.y].into_iter().enumerate() {
                let lines: Vec<&[f64]> = (first..=last).map(|r| &field[r * n..(r + 1) * n]).collect();
                let from = first + 2 * radius - row;
                weighted(&lines, &kernel[from..from + lines.len()], &mut padded[k][2 * radius..2 * radius + n]);
                let padded = &padded[k];
                let lines: Vec<&[f64]> = (0..kernel.len()).map(|t| &padded[t..t + n + 2 * radius]).collect();
                weighted(&lines, &kernel, &mut smoothed[k]);
            }
            let variance = &self.variance[row.saturating_sub(radius).min(rows - 1) * n..][..n];
            let last = variance[n - 1];
            let beyond = std::iter::repeat_n(&variance[0], radius).chain(variance).chain(std::iter::repeat(&last));
            for ((x, y), v) in smoothed[0].iter().zip(&smoothed[1]).zip(beyond) {
                sums[0] += v * x * x;
                sums[1] += v * x * y;
                sums[2] += v * y * y;
            }
        }
        Ok(sums.map(|s| 2.0 * s))
    }

    /// The mean square of the difference over the relative variance, estimated from its median, so that outliers do not affect it.
    pub fn typical_square(&self) -> Result<f64> {
        let mut squares = alloc::vec(self.difference.len())?;
        let each = self
            .difference
            .iter()
            .zip(&self.variance)
            .step_by(self.difference.len().div_ceil(4000).max(1))
            .filter(|(d, _)| **d != 0.0);
        squares.extend(each.map(|(d, v)| d * d / v));
        if squares.is_empty() {
            return Ok(f64::MIN_POSITIVE);
        }
        let middle = squares.len() / 2;
        // The median of chi-squared of one degree of freedom.
        Ok(squares.select_nth_unstable_by(middle, f64::total_cmp).1.max(f64::MIN_POSITIVE) / 0.4549)
    }

    /// The mean square of the difference over the relative variance.
    pub fn mean_square(&self) -> f64 {
        let each = self.difference.iter().zip(&self.variance).filter(|(d, _)| **d != 0.0);
        let (sum, n) = each.fold((0.0, 0.0), |(sum, n), (d, v)| (sum + d * d / v, n + 1.0));
        sum / n
    }

    /// The covariance (xx, xy, yy) of the scores, estimated from those of squares of pixels as if these were independent.
    pub fn of_squares(&self) -> [f64; 3] {
        let n = self.columns;
        let mut sums = [0.0; 3];
        for band in 0..(self.x.len() / n).div_ceil(SQUARE) {
            let at = band * SQUARE * n..((band + 1) * SQUARE * n).min(self.x.len());
            for left in (0..n).step_by(SQUARE) {
                let (mut x, mut y) = (0.0, 0.0);
                for row in at.clone().step_by(n) {
                    for i in row + left..row + (left + SQUARE).min(n) {
                        x += self.x[i] * self.difference[i];
                        y += self.y[i] * self.difference[i];
                    }
                }
                sums[0] += x * x;
                sums[1] += x * y;
                sums[2] += y * y;
            }
        }
        sums
    }
}
