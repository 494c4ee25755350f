//! The sums over the overlap that one step of the Gauss-Newton iteration needs.
//!
//! Both frames are sampled half a shift away from each pixel: `a` the image, `b` the reference, each multiplied by its part of
//! the gain, with their derivatives. The sums are made of the difference d = a - b - offset, the template m = (a + b) / 2, its gradient
//! j, and half of the difference of the gradients e.

use crate::array::simd::multiversioned;
use crate::ops::register::pair::smooth::weighted;

/// The number of pixels under a quintic B-spline along an axis.
pub const TAPS: usize = 6;

/// The weights of the pixels around a position of fraction `t` (0 to 1), beginning two pixels before it, for the value and for the
/// derivative: the B-spline of order 5 and the difference of two of order 4.
pub fn spline_weights(t: f64) -> ([f64; TAPS], [f64; TAPS]) {
    let (order4, order5) = (b_splines(t, 4), b_splines(t, 5));
    let value = std::array::from_fn(|i| order5[5 - i]);
    let slope = std::array::from_fn(|i| order4[5 - i] - if i < 5 { order4[4 - i] } else { 0.0 });
    (value, slope)
}

/// The B-spline of an order, whose support begins at 0, at t, t + 1, t + 2, ...: N_n(x) = (x N_(n-1)(x) + (n + 1 - x) N_(n-1)(x - 1)) / n.
fn b_splines(t: f64, order: usize) -> [f64; TAPS] {
    let mut values = [0.0; TAPS];
    values[0] = 1.0;
    for n in 1..=order {
        for j in (0..=n).rev() {
            let x = t + j as f64;
            let before = if j > 0 { values[j - 1] } else { 0.0 };
            values[j] = (x * values[j] + ((n + 1) as f64 - x) * before) / n as f64;
        }
    }
    values
}

/// A displacement along one axis: whole pixels, and the weights for the remaining fraction.
#[derive(Clone, Copy)]
pub struct SplinePlace {
    /// The whole part.
    pub whole: isize,
    /// The weights of the values.
    pub value: [f64; TAPS],
    /// The weights of the derivative.
    pub slope: [f64; TAPS],
}

impl SplinePlace {
    /// For a displacement along an axis.
    pub fn new(displacement: f64) -> SplinePlace {
        let whole = displacement.floor();
        let (value, slope) = spline_weights(displacement - whole);
        SplinePlace { whole: whole as isize, value, slope }
    }
}

/// A row of values with their derivatives along x and y.
pub struct Row {
    pub value: Vec<f64>,
    pub x: Vec<f64>,
    pub y: Vec<f64>,
    down: Vec<f64>,
    slope: Vec<f64>,
}

impl Row {
    /// Room for rows of `n` values.
    pub fn new(n: usize) -> crate::context::Result<Row> {
        let zeros = |n| crate::array::alloc::zeroed_vec::<f64>(n);
        let wide = n + TAPS - 1;
        Ok(Row { value: zeros(n)?, x: zeros(n)?, y: zeros(n)?, down: zeros(wide)?, slope: zeros(wide)? })
    }

    /// Samples the spline along a row that begins at pixel (`row`, `column`), displaced.
    pub fn sample(
        &mut self,
        coefficients: &[f64],
        columns: usize,
        (row, column): (usize, usize),
        (across, down): (&SplinePlace, &SplinePlace),
    ) {
        let (first, left) = (row as isize + down.whole - 2, column as isize + across.whole - 2);
        let (first, left) = (first as usize, left as usize);
        let wide = self.down.len();
        let lines: [&[f64]; TAPS] = std::array::from_fn(|k| &coefficients[(first + k) * columns + left..][..wide]);
        weighted(&lines, &down.value, &mut self.down);
        weighted(&lines, &down.slope, &mut self.slope);
        let n = self.value.len();
        let lines: [&[f64]; TAPS] = std::array::from_fn(|k| &self.down[k..k + n]);
        weighted(&lines, &across.value, &mut self.value);
        weighted(&lines, &across.slope, &mut self.x);
        let lines: [&[f64]; TAPS] = std::array::from_fn(|k| &self.slope[k..k + n]);
        weighted(&lines, &across.value, &mut self.y);
    }
}

/// How pixels are weighted: the variance of the difference grows linearly with the template, and differences beyond a limit
/// count less (Huber).
#[derive(Clone, Copy)]
pub struct Weighting {
    /// The factors of the image's and the reference's values.
    pub gains: [f64; 2],
    /// The offset that is subtracted from the difference.
    pub offset: f64,
    /// The relative variance is 1 + `growth` m, at least [`LEAST_VARIANCE`].
    pub growth: f64,
    /// The limit, in units of the root of the relative variance.
    pub limit: f64,
    /// Differences beyond the limit count less than with Huber's weights, and less the larger they are.
    pub redescend: bool,
}

/// The least relative variance of a pixel.
const LEAST_VARIANCE: f64 = 0.1;

/// The sums. W is a pixel's weight, V its validity.
#[derive(Clone, Copy, Default)]
pub struct Sums {
    /// W times 1, m, m m, d, d d, d m.
    pub plain: [f64; 6],
    /// W times jx, jy, jx m, jy m, jx d, jy d.
    pub gradient: [f64; 6],
    /// W times jx jx, jx jy, jy jy, ex ex, ex ey, ey ey.
    pub products: [f64; 6],
    /// V times 1, m, m m, d d, d d m, where d d is cut at the limit; and the number of pixels beyond it.
    pub noise: [f64; 6],
}

impl Sums {
    /// Adds the sums of another piece.
    pub fn add(&mut self, other: &Sums) {
        fn each<const N: usize>(a: &mut [f64; N], b: &[f64; N]) {
            a.iter_mut().zip(b).for_each(|(a, b)| *a += b);
        }
        each(&mut self.plain, &other.plain);
        each(&mut self.gradient, &other.gradient);
        each(&mut self.products, &other.products);
        each(&mut self.noise, &other.noise);
    }
}

/// The products that are made of a row of both frames.
pub struct Products {
    pub m: Vec<f64>,
    pub d: Vec<f64>,
    pub jx: Vec<f64>,
    pub jy: Vec<f64>,
    pub ex: Vec<f64>,
    pub ey: Vec<f64>,
    /// On entry the validity, on return the weights.
    pub w: Vec<f64>,
    /// The relative variance.
    pub v: Vec<f64>,
}

impl Products {
    /// Room for rows of `n` values.
    pub fn new(n: usize) -> crate::context::Result<Products> {
        let zeros = || crate::array::alloc::zeroed_vec::<f64>(n);
        Ok(Products {
            m: zeros()?,
            d: zeros()?,
            jx: zeros()?,
            jy: zeros()?,
            ex: zeros()?,
            ey: zeros()?,
            w: zeros()?,
            v: zeros()?,
        })
    }

    /// Fills in a row, where `w` holds the validity, and adds to the sums.
    pub fn row(&mut self, image: &Row, reference: &Row, weighting: Weighting, sums: &mut Sums) {
        combine([&image.value, &reference.value], weighting, &mut self.m, &mut self.d);
        halves([&image.x, &reference.x], weighting.gains, &mut self.jx, &mut self.ex);
        halves([&image.y, &reference.y], weighting.gains, &mut self.jy, &mut self.ey);
        noise_sums(&self.m, &self.d, &self.w, weighting, &mut sums.noise);
        weigh(&self.m, &self.d, weighting, &mut self.w, &mut self.v);
        plain_sums(&self.m, &self.d, &self.w, &mut sums.plain);
        gradient_sums([&self.jx, &self.jy, &self.m, &self.d, &self.w], &mut sums.gradient);
        product_sums([&self.jx, &self.jy, &self.ex, &self.ey, &self.w], &mut sums.products);
    }
}

/// The number of sums that are added in parallel.
const LANES: usize = 8;

/// For each pixel, `f` makes N numbers of the values of K lines; adds them to N sums.
#[inline(always)]
fn accumulate<const K: usize, const N: usize>(
    lines: [&[f64]; K],
    sums: &mut [f64; N],
    f: impl Fn([f64; K]) -> [f64; N],
) {
    let n = lines[0].len();
    let whole = n - n % LANES;
    let lines = lines.map(|line| &line[..n]);
    let mut lanes = [[0.0; LANES]; N];
    let mut at = 0;
    while at < whole {
        let block = lines.map(|line| &line[at..at + LANES]);
        for l in 0..LANES {
            let values = f(std::array::from_fn(|k| block[k][l]));
            for i in 0..N {
                lanes[i][l] += values[i];
            }
        }
        at += LANES;
    }
    for (sum, lanes) in sums.iter_mut().zip(&lanes) {
        *sum += lanes.iter().sum::<f64>();
    }
    (whole..n).for_each(|i| {
        let values = f(std::array::from_fn(|k| lines[k][i]));
        sums.iter_mut().zip(values).for_each(|(sum, x)| *sum += x);
    });
}

multiversioned! {
    fn combine([a, b]: [&[f64]; 2], weighting: Weighting, m: &mut [f64], d: &mut [f64]) {
        let [ga, gb] = weighting.gains;
        for (((&a, &b), m), d) in a.iter().zip(b).zip(m).zip(d) {
            let (a, b) = (ga * a, gb * b);
            *m = (a + b) * 0.5;
            *d = a - b - weighting.offset;
        }
    }
}

multiversioned! {
    /// Half of the sum and half of the difference.
    fn halves([a, b]: [&[f64]; 2], [ga, gb]: [f64; 2], sum: &mut [f64], difference: &mut [f64]) {
        let (ga, gb) = (ga * 0.5, gb * 0.5);
        for (((&a, &b), sum), difference) in a.iter().zip(b).zip(sum).zip(difference) {
            *sum = ga * a + gb * b;
            *difference = ga * a - gb * b;
        }
    }
}

multiversioned! {
    fn weigh(m: &[f64], d: &[f64], weighting: Weighting, w: &mut [f64], v: &mut [f64]) {
        let limit2 = weighting.limit * weighting.limit;
        for (((&m, &d), w), v) in m.iter().zip(d).zip(w).zip(v) {
            let variance = 1.0 + weighting.growth * m;
            let variance = if variance > LEAST_VARIANCE { variance } else { LEAST_VARIANCE };
            // The limit over |d|, squared.
            let excess = limit2 * variance / (d * d);
            let counts = if excess >= 1.0 { 1.0 } else if weighting.redescend { excess } else { excess.sqrt() };
            *v = variance;
            *w *= counts / variance;
        }
    }
}

multiversioned! {
    fn noise_sums(m: &[f64], d: &[f64], w: &[f64], weighting: Weighting, sums: &mut [f64; 6]) {
        let limit2 = weighting.limit * weighting.limit;
        accumulate([m, d, w], sums, |[m, d, w]| {
            let most = limit2 * (1.0 + weighting.growth * m).max(LEAST_VARIANCE);
            let dd = d * d;
            let (within, beyond) = if dd < most { (dd, 0.0) } else { (most, w) };
            let wdd = w * within;
            [w, w * m, w * m * m, wdd, wdd * m, beyond]
        });
    }
}

multiversioned! {
    fn plain_sums(m: &[f64], d: &[f64], w: &[f64], sums: &mut [f64; 6]) {
        accumulate([m, d, w], sums, |[m, d, w]| [w, w * m, w * m * m, w * d, w * d * d, w * d * m]);
    }
}

multiversioned! {
    fn gradient_sums(lines: [&[f64]; 5], sums: &mut [f64; 6]) {
        accumulate(lines, sums, |[jx, jy, m, d, w]| {
            let (jx, jy) = (w * jx, w * jy);
            [jx, jy, jx * m, jy * m, jx * d, jy * d]
        });
    }
}

multiversioned! {
    fn product_sums(lines: [&[f64]; 5], sums: &mut [f64; 6]) {
        accumulate(lines, sums, |[jx, jy, ex, ey, w]| {
            let (wjx, wex) = (w * jx, w * ex);
            [wjx * jx, wjx * jy, w * jy * jy, wex * ex, wex * ey, w * ey * ey]
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_those_of_the_quintic_spline_and_its_derivative() {
        // At a pixel: 1, 26, 66, 26, 1 of 120; the derivative -1, -10, 0, 10, 1 of 24.
        let (value, slope) = spline_weights(0.0);
        let expected = [1.0, 26.0, 66.0, 26.0, 1.0, 0.0].map(|x| x / 120.0);
        assert!(value.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-15), "{value:?}");
        let expected = [-1.0, -10.0, 0.0, 10.0, 1.0, 0.0].map(|x| x / 24.0);
        assert!(slope.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-15), "{slope:?}");
        for t in [0.1, 0.5, 0.73] {
            let (value, slope) = spline_weights(t);
            let (before, _) = spline_weights(t - 1e-6);
            let (after, _) = spline_weights(t + 1e-6);
            assert!((value.iter().sum::<f64>() - 1.0).abs() < 1e-15);
            let centre: f64 = value.iter().enumerate().map(|(k, w)| w * (k as f64 - 2.0)).sum();
            assert!((centre - t).abs() < 1e-14, "{t}: {value:?}");
            for k in 0..TAPS {
                assert!((slope[k] - (after[k] - before[k]) / 2e-6).abs() < 1e-8, "{t}: {slope:?}");
            }
        }
    }
}
