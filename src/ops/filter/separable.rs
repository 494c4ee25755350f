//! Correlation of an image with products of 1-D kernels.
//!
//! The rows of the result are made in bands. Of each band first the columns are filtered, in strips that are gathered so
//! that a strip's rows lie side by side, then the rows: between the two passes stands a band, not an image.
//!
//! All sums are of `f64`, whatever the pixels are: sums of `f32` lose the last digit, derivatives of images on a large offset
//! several.

use crate::array::simd::multiversioned;
use crate::array::{Float, alloc};
use crate::context::{Result, Stage, parallel};
use crate::ops::engine::frames::Frame;
use crate::ops::geometry::resample::Boundary;

/// A kernel of odd length that is its own mirror image, or the negative of that.
pub(super) struct Kernel {
    /// The weights from the middle on.
    pub(super) half: Vec<f64>,
    /// Whether the weights before the middle have the other sign.
    odd: bool,
}

impl Kernel {
    /// From the weights from the middle on.
    ///
    /// # Errors
    /// `NoMemory`.
    pub(super) fn new(half: &[f64], odd: bool) -> Result<Self> {
        let weights = alloc::copied(half)?;
        Ok(Kernel { half: weights, odd })
    }

    fn radius(&self) -> usize {
        self.half.len() - 1
    }
}

/// One product of kernels: along the columns (vertical), then along the rows.
pub(super) struct Term {
    pub(super) vertical: Kernel,
    pub(super) horizontal: Kernel,
}

/// The computation on a frame: the sum of terms whose kernels have the same radii.
pub(super) struct Separable<'a> {
    pub(super) terms: &'a [Term],
    /// Beyond the upper and lower, and beyond the left and right edge.
    pub(super) boundary: [Boundary; 2],
    pub(super) cval: f64,
    /// Applied to what the first pass gives, and to the result: how values are stored in another dtype.
    pub(super) stored: Option<fn(f64) -> f64>,
}

/// Columns that are filtered side by side.
const LANES: usize = 16;
/// Multiplications of a band: some milliseconds' worth.
const BAND_WORK: usize = 1 << 25;

impl Separable<'_> {
    /// Correlates the frame's pixels, all of which count as valid.
    ///
    /// # Errors
    /// `NoMemory`, `Cancelled`.
    pub(super) fn run<T: Float>(&self, stage: &Stage<'_>, frame: Frame<'_, T>, out: &mut [T]) -> Result<()> {
        let columns = frame.columns;
        self.bands(stage, frame, out, |first, out| {
            let pixels = |r| Row::Plain(row(frame.pixels, r, columns));
            self.band((frame.rows, columns), (first, out.len() / columns), &pixels, &mut |r, line| {
                out[r * columns..][..columns].iter_mut().zip(line).for_each(|(out, &x)| *out = T::from_f64(x));
            })
        })
    }

    /// Normalised convolution (H. Knutsson, C.-F. Westin 1993, "Normalized and differential convolution"): correlates
    /// the valid pixels and divides by the correlation of their weights, 1. For kernels whose weights are positive.
    ///
    /// # Errors
    /// `NoMemory`, `Cancelled`.
    pub(super) fn run_normalised<T: Float>(&self, stage: &Stage<'_>, frame: Frame<'_, T>, out: &mut [T]) -> Result<()> {
        let Some(invalid) = frame.invalid else { return self.run(stage, frame, out) };
        let (rows, columns) = (frame.rows, frame.columns);
        let weights = Separable { cval: 1.0, terms: self.terms, boundary: self.boundary, stored: None };
        let values = Separable { cval: self.cval, terms: self.terms, boundary: self.boundary, stored: None };
        self.bands(stage, frame, out, |first, out| {
            let band = (first, out.len() / columns);
            let mut sums = alloc::zeroed_vec::<f64>(out.len())?;
            let valid = |r| Row::<T>::Weights(row(invalid, r, columns));
            weights.band((rows, columns), band, &valid, &mut |r, line| {
                sums[r * columns..][..columns].copy_from_slice(line);
            })?;
            let pixels = |r| Row::Masked(row(frame.pixels, r, columns), row(invalid, r, columns));
            values.band((rows, columns), band, &pixels, &mut |r, line| {
                let out = out[r * columns..][..columns].iter_mut();
                for ((out, &x), &sum) in out.zip(line).zip(&sums[r * columns..]) {
                    let ratio = if sum > 0.0 { x / sum } else { 0.0 };
                    *out = T::from_f64(self.stored.map_or(ratio, |stored| stored(ratio)));
                }
            })
        })
    }

    fn bands<T: Float>(
        &self,
        stage: &Stage<'_>,
        frame: Frame<'_, T>,
        out: &mut [T],
        work: impl Fn(usize, &mut [T]) -> Result<()> + Sync,
    ) -> Result<()> {
        let [vertical, horizontal] = self.radii();
        let taps = vertical + horizontal + 2;
        // More rows where the kernel is long: the gathered strip is longer than the band by twice the radius.
        let rows = (BAND_WORK / (frame.columns * taps).max(1)).clamp(1, if vertical > 16 { 64 } else { 32 });
        let pieces = out.chunks_mut((rows * frame.columns).max(1)).enumerate();
        parallel::for_each(stage, pieces, |(band, out)| work(band * rows, out))
    }

    fn radii(&self) -> [usize; 2] {
        self.terms.first().map_or([0, 0], |term| [term.vertical.radius(), term.horizontal.radius()])
    }

    fn store(&self, values: &mut [f64]) {
        if let Some(stored) = self.stored {
            values.iter_mut().for_each(|x| *x = stored(*x));
        }
    }

    /// Hands `count` rows of the result from `first` on to `take`, with their numbers in the band.
    fn band<'r, T: Float + 'r>(
        &self,
        (rows, columns): (usize, usize),
        (first, count): (usize, usize),
        source: &dyn Fn(usize) -> Row<'r, T>,
        take: &mut dyn FnMut(usize, &[f64]),
    ) -> Result<()> {
        let [above, beside] = self.radii();
        let strip_rows = count + 2 * above;
        let mut strip: Vec<[f64; LANES]> = alloc::vec(strip_rows)?;
        let mut filtered: Vec<[f64; LANES]> = alloc::vec(count)?;
        filtered.resize(count, [0.0; LANES]);
        // A cache line more, so that rows do not displace each other.
        let stride = columns + 2 * beside + 8;
        let mut between = alloc::zeroed_vec::<f64>(self.terms.len() * count * stride)?;
        for left in (0..columns).step_by(LANES) {
            let width = LANES.min(columns - left);
            strip.clear();
            strip.extend((0..strip_rows).map(|i| {
                let place = first as isize + i as isize - above as isize;
                match self.boundary[0].index(place, rows) {
                    Some(r) => source(r).piece(left, width),
                    None => [self.cval; LANES],
                }
            }));
            for (term, between) in self.terms.iter().zip(between.chunks_mut(count * stride)) {
                along_columns(&strip, &term.vertical.half, term.vertical.odd, &mut filtered);
                for (filtered, between) in filtered.iter().zip(between.chunks_mut(stride)) {
                    between[beside + left..][..width].copy_from_slice(&filtered[..width]);
                }
            }
        }
        let mut line = alloc::zeroed_vec::<f64>(columns)?;
        for r in 0..count {
            for (k, term) in self.terms.iter().enumerate() {
                let between = &mut between[(k * count + r) * stride..][..stride];
                self.store(&mut between[beside..][..columns]);
                self.extend(between, columns, beside);
                along_row(between, &term.horizontal.half, term.horizontal.odd, k > 0, &mut line);
            }
            self.store(&mut line);
            take(r, &line);
        }
        Ok(())
    }

    /// Fills in the values beyond the left and right edges of a row that begins at `beside`.
    fn extend(&self, row: &mut [f64], columns: usize, beside: usize) {
        let places = (0..beside).chain(beside + columns..columns + 2 * beside);
        for at in places {
            let index = self.boundary[1].index(at as isize - beside as isize, columns);
            row[at] = index.map_or(self.cval, |c| row[beside + c]);
        }
    }
}

/// A frame of valid pixels correlated with a symmetric kernel along both axes, reflected at the edges. `half` has the kernel's weights from
/// the middle on.
///
/// # Errors
/// `NoMemory`, `Cancelled`.
pub(crate) fn symmetric(stage: &Stage<'_>, pixels: &[f64], columns: usize, half: &[f64]) -> Result<Vec<f64>> {
    let mut out = alloc::zeroed_vec(pixels.len())?;
    if !pixels.is_empty() {
        let terms = [Term { vertical: Kernel::new(half, false)?, horizontal: Kernel::new(half, false)? }];
        let filter = Separable { terms: &terms, boundary: [Boundary::Reflect; 2], cval: 0.0, stored: None };
        let frame = Frame { pixels, invalid: None, rows: pixels.len() / columns, columns };
        filter.run(stage, frame, &mut out)?;
    }
    Ok(out)
}

fn row<U>(all: &[U], r: usize, columns: usize) -> &[U] {
    &all[r * columns..][..columns]
}

/// One row of what is correlated.
enum Row<'a, T> {
    /// Pixels.
    Plain(&'a [T]),
    /// Pixels, 0 where they are invalid.
    Masked(&'a [T], &'a [bool]),
    /// 1 where a pixel is valid, else 0.
    Weights(&'a [bool]),
}

impl<T: Float> Row<'_, T> {
    #[inline(always)]
    fn piece(&self, left: usize, width: usize) -> [f64; LANES] {
        let range = left..left + width;
        let mut piece = [0.0; LANES];
        match self {
            Row::Plain(pixels) => match pixels[left..].first_chunk::<LANES>() {
                Some(whole) => piece = whole.map(|x| x.to_f64()),
                None => piece.iter_mut().zip(&pixels[range]).for_each(|(to, x)| *to = x.to_f64()),
            },
            Row::Masked(pixels, invalid) => {
                let pixels = pixels[range.clone()].iter().zip(&invalid[range]);
                piece.iter_mut().zip(pixels).for_each(|(to, (&x, &out))| *to = if out { 0.0 } else { x.to_f64() });
            }
            Row::Weights(invalid) => {
                piece.iter_mut().zip(&invalid[range]).for_each(|(to, &out)| *to = if out { 0.0 } else { 1.0 });
            }
        }
        piece
    }
}

/// The middle's product, then pairs from the outermost inwards: the order of scipy.ndimage, so that integers are
/// truncated alike.
#[inline(always)]
fn correlated<'a, const ODD: bool>(half: &[f64], at: impl Fn(isize) -> &'a [f64; LANES]) -> [f64; LANES] {
    let mut sums = at(0).map(|x| x * half[0]);
    for (j, &w) in half.iter().enumerate().skip(1).rev() {
        let (after, before) = (at(j as isize), at(-(j as isize)));
        for lane in 0..LANES {
            let pair = if ODD { after[lane] - before[lane] } else { after[lane] + before[lane] };
            sums[lane] += pair * w;
        }
    }
    sums
}

multiversioned! {
    /// `out[i]` is the correlation around row `i + radius` of the strip.
    fn along_columns(strip: &[[f64; LANES]], half: &[f64], odd: bool, out: &mut [[f64; LANES]]) {
        let radius = half.len() - 1;
        for (out, window) in out.iter_mut().zip(strip.windows(2 * radius + 1)) {
            let at = |j: isize| &window[radius.wrapping_add_signed(j)];
            *out = if odd { correlated::<true>(half, at) } else { correlated::<false>(half, at) };
        }
    }
}

multiversioned! {
    /// `out[i]` becomes, or increases by, the correlation around place `i + radius` of the row.
    fn along_row(row: &[f64], half: &[f64], odd: bool, add: bool, out: &mut [f64]) {
        for (left, out) in (0..).step_by(SEGMENT).zip(out.chunks_mut(SEGMENT)) {
            let row = &row[left..];
            if odd { sweep::<true>(row, half, add, out) } else { sweep::<false>(row, half, add, out) }
        }
    }
}

/// Places of a row that are swept over again and again: they and their results stay in the first cache.
const SEGMENT: usize = 512;

/// The order of summation is that of [`correlated`]. Kept as whole rows of results to which several pairs of weights are
/// added at a time, since sums in an array of lanes are not vectorised here.
#[inline(always)]
fn sweep<const ODD: bool>(row: &[f64], half: &[f64], add: bool, out: &mut [f64]) {
    let (n, radius) = (out.len(), half.len() - 1);
    let at = |k: usize| &row[k..][..n];
    let pair = |after: f64, before: f64| if ODD { after - before } else { after + before };
    let (middle, w) = (at(radius), half[0]);
    if add {
        (0..n).for_each(|i| out[i] += middle[i] * w);
    } else {
        (0..n).for_each(|i| out[i] = middle[i] * w);
    }
    let mut j = radius;
    while j >= 4 {
        let weights = [half[j], half[j - 1], half[j - 2], half[j - 3]];
        let after = [at(radius + j), at(radius + j - 1), at(radius + j - 2), at(radius + j - 3)];
        let before = [at(radius - j), at(radius - j + 1), at(radius - j + 2), at(radius - j + 3)];
        for i in 0..n {
            let mut sum = out[i];
            sum += pair(after[0][i], before[0][i]) * weights[0];
            sum += pair(after[1][i], before[1][i]) * weights[1];
            sum += pair(after[2][i], before[2][i]) * weights[2];
            sum += pair(after[3][i], before[3][i]) * weights[3];
            out[i] = sum;
        }
        j -= 4;
    }
    for j in (1..=j).rev() {
        let (after, before, w) = (at(radius + j), at(radius - j), half[j]);
        (0..n).for_each(|i| out[i] += pair(after[i], before[i]) * w);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Context;

    fn plain(x: &[f64], rows: usize, columns: usize, term: &Term, boundary: [Boundary; 2], cval: f64) -> Vec<f64> {
        let weight = |k: &Kernel, j: isize| k.half[j.unsigned_abs()] * if k.odd && j < 0 { -1.0 } else { 1.0 };
        let radius = |k: &Kernel| k.radius() as isize;
        let [v, h] = [&term.vertical, &term.horizontal];
        let pixel = |r: isize, c: isize| match (boundary[0].index(r, rows), boundary[1].index(c, columns)) {
            (Some(r), Some(c)) => x[r * columns + c],
            _ => f64::NAN,
        };
        let column = |r: usize, c: isize| -> f64 {
            if boundary[1].index(c, columns).is_none() {
                return cval;
            }
            let at =
                |j| if boundary[0].index(r as isize + j, rows).is_none() { cval } else { pixel(r as isize + j, c) };
            (-radius(v)..=radius(v)).map(|j| weight(v, j) * at(j)).sum()
        };
        (0..rows * columns)
            .map(|i| {
                (-radius(h)..=radius(h)).map(|j| weight(h, j) * column(i / columns, (i % columns) as isize + j)).sum()
            })
            .collect()
    }

    #[test]
    fn bands_and_strips_give_the_sum_of_products() {
        let ctx = Context::new();
        for (rows, columns) in [(1, 1), (1, 40), (50, 1), (7, 13), (67, 19)] {
            let x: Vec<f64> = (0..rows * columns).map(|i| ((i * i) as f64).sin()).collect();
            for (v, h) in [(0usize, 0usize), (1, 3), (17, 6)] {
                for odd in [[false, false], [true, false], [false, true]] {
                    let kernel = |n: usize, odd: bool| {
                        let mut half: Vec<f64> = (0..=n).map(|j| 1.0 / (j + 1) as f64).collect();
                        half[0] *= if odd { 0.0 } else { 1.0 };
                        Kernel::new(&half, odd).unwrap()
                    };
                    let terms = [Term { vertical: kernel(v, odd[0]), horizontal: kernel(h, odd[1]) }];
                    for boundary in Boundary::ALL {
                        let boundary = [boundary, Boundary::Mirror];
                        let filter = Separable { terms: &terms, boundary, cval: 0.7, stored: None };
                        let mut out = vec![0.0; x.len()];
                        let frame = Frame { pixels: &x, invalid: None, rows, columns };
                        filter.run(&ctx.whole(), frame, &mut out).unwrap();
                        let expected = plain(&x, rows, columns, &terms[0], boundary, 0.7);
                        let worst = out.iter().zip(&expected).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
                        assert!(worst < 1e-13, "{rows} x {columns}, {v}, {h}, {boundary:?}: {worst}");
                    }
                }
            }
        }
    }
}
