//! Sampling along an affine map.

use super::affine::Affine;
use super::kernel::Kernel;
use super::kernel::{self, Taps, before, half};
use super::shift::limit;
use super::source::Source;
use crate::array::Float;
use crate::array::simd::multiversioned;
use crate::context::{Result, Stage, parallel};
use std::ops::Range;

/// The result is made in tiles of this width, and as high as a piece of work: where the map turns, the pixels that a tile needs
/// then stay in the cache from one of its rows to the next.
const TILE: usize = 64;

/// Fills `out`, which has rows of `columns` pixels, from a source. Values are then limited to a range, if there is one.
pub(super) fn warp<T: Float>(
    stage: &Stage<'_>,
    source: &Source<'_, T>,
    map: &Affine,
    out: &mut [T],
    columns: usize,
    range: Option<(T, T)>,
) -> Result<()> {
    match source.kernel {
        Kernel::Nearest => run::<T, kernel::Nearest, 1>(stage, source, map, out, columns, range),
        Kernel::Linear => run::<T, kernel::Linear, 2>(stage, source, map, out, columns, range),
        Kernel::CatmullRom => run::<T, kernel::CatmullRom, 4>(stage, source, map, out, columns, range),
        Kernel::Spline2 => run::<T, kernel::Spline2, 3>(stage, source, map, out, columns, range),
        Kernel::Spline3 => run::<T, kernel::Spline3, 4>(stage, source, map, out, columns, range),
        Kernel::Spline4 => run::<T, kernel::Spline4, 5>(stage, source, map, out, columns, range),
        Kernel::Spline5 => run::<T, kernel::Spline5, 6>(stage, source, map, out, columns, range),
    }
}

fn run<T: Float, K: Taps<N>, const N: usize>(
    stage: &Stage<'_>,
    source: &Source<'_, T>,
    map: &Affine,
    out: &mut [T],
    columns: usize,
    range: Option<(T, T)>,
) -> Result<()> {
    let pad = source.pad as f64;
    parallel::rows(stage, out, columns, 1, |first, piece| {
        let lines: Vec<Line> = (0..piece.len() / columns.max(1))
            .map(|r| Line::new::<N>(map.row((first + r) as f64), (source.rows, source.columns), pad, columns))
            .collect();
        for tile in (0..columns).step_by(TILE) {
            let end = (tile + TILE).min(columns);
            for (row, line) in piece.chunks_mut(columns).zip(&lines) {
                let inner = line.inner.start.clamp(tile, end)..line.inner.end.clamp(tile, end);
                if !inner.is_empty() {
                    span::<T, K, N>(&mut row[inner.clone()], &source.pixels, source.columns, line, inner.start);
                }
                for column in (tile..inner.start).chain(inner.end..end) {
                    row[column] = if source.skips && !line.touched.contains(&column) {
                        source.cval
                    } else {
                        let at = |k: usize| line.step[k] * column as f64 + line.start[k] - pad;
                        source.sample(at(0), at(1))
                    };
                }
            }
        }
        if let Some((low, high)) = range {
            limit(piece, low, high);
        }
        Ok(())
    })
}

/// Pixels whose places and weights are computed side by side before any of them is sampled.
const BLOCK: usize = 32;

multiversioned! {
    /// A run of pixels whose kernels lie inside the source.
    #[allow(clippy::needless_range_loop, reason = "several arrays side by side")]
    fn span<T: Float, K: Taps<N>, const N: usize>(out: &mut [T], pixels: &[T], columns: usize, line: &Line, first: usize) {
        let (mut left, mut top) = ([0u32; BLOCK], [0u32; BLOCK]);
        let (mut across, mut down) = ([[T::ZERO; BLOCK]; N], [[T::ZERO; BLOCK]; N]);
        for (block, out) in out.chunks_mut(BLOCK).enumerate() {
            for i in 0..BLOCK {
                let output = (first + block * BLOCK + i) as f64;
                let (column, x) = floor(line.step[0] * output + line.start[0] + half(N));
                let (row, y) = floor(line.step[1] * output + line.start[1] + half(N));
                (left[i], top[i]) = (column, row);
                let (wx, wy) = (K::weights(T::from_f64(x - half(N))), K::weights(T::from_f64(y - half(N))));
                for k in 0..N {
                    (across[k][i], down[k][i]) = (wx[k], wy[k]);
                }
            }
            for (i, out) in out.iter_mut().enumerate() {
                let at = (top[i] as usize - before(N)) * columns + (left[i] as usize - before(N));
                let mut sums = [T::ZERO; N];
                for (j, weights) in down.iter().enumerate() {
                    let taps = &pixels[at + j * columns..][..N];
                    for (sum, &tap) in sums.iter_mut().zip(taps) {
                        *sum += weights[i] * tap;
                    }
                }
                *out = sums.iter().zip(&across).map(|(&sum, weights)| sum * weights[i]).sum();
            }
        }
    }
}

/// A position from 0 to 2^31 floored, and what is above that. From float to integer without the checks of a cast: adding 2^52
/// leaves the nearest integer in the lowest bits.
#[inline(always)]
fn floor(x: f64) -> (u32, f64) {
    const SHIFT: f64 = (1u64 << 52) as f64;
    let shifted = x + SHIFT;
    let (nearest, index) = (shifted - SHIFT, shifted.to_bits() as u32);
    if nearest > x { (index.wrapping_sub(1), x - (nearest - 1.0)) } else { (index, x - nearest) }
}

/// One row of the result: where it lies in the source.
pub(super) struct Line {
    /// The position of column 0, as (x, y), in the padded source.
    pub(super) start: [f64; 2],
    /// The step of one column.
    pub(super) step: [f64; 2],
    /// The columns whose kernels lie inside the source.
    pub(super) inner: Range<usize>,
    /// The columns that are not surely all beyond its edges.
    pub(super) touched: Range<usize>,
}

impl Line {
    pub(super) fn new<const N: usize>(
        (start, step): ([f64; 2], [f64; 2]),
        (rows, source_columns): (usize, usize),
        pad: f64,
        columns: usize,
    ) -> Line {
        let start = [start[0] + pad, start[1] + pad];
        let lengths = [source_columns, rows];
        // The kernel's pixels are floor(x + half) - before and the N - 1 that follow it.
        let lowest = before(N) as f64 - half(N);
        let inside = |column: usize| {
            (0..2).all(|k| {
                let x = step[k] * column as f64 + start[k] + half(N);
                // Half a pixel beyond the outermost centres it is a boundary's to say which pixel is the nearest.
                let centred = N > 1 || (half(N)..=(lengths[k] as f64 - half(N))).contains(&x);
                centred && x >= before(N) as f64 && x < (lengths[k] + before(N) + 1) as f64 - N as f64
            })
        };
        // Places inside are 32-bit integers in the fast way; nobody has images with longer sides.
        let fits = lengths.iter().all(|&n| n < 1 << 31);
        let mut inner = 0..if fits { columns } else { 0 };
        let mut touched = 0..columns;
        for k in 0..2 {
            let n = lengths[k] as f64;
            intersect(&mut inner, start[k], step[k], lowest, n - (N as f64) + 1.0 + lowest);
            intersect(&mut touched, start[k], step[k], lowest - N as f64, n + lowest + 1.0);
        }
        let spare = |range: Range<usize>| range.start.saturating_sub(2)..(range.end + 2).min(columns);
        let touched = if touched.is_empty() { touched } else { spare(touched) };
        // The bounds were rounded; positions are monotone in the column, so it is enough to look at the ends.
        inner = if inner.is_empty() { inner } else { inner.start.saturating_sub(1)..(inner.end + 1).min(columns) };
        while !inner.is_empty() && !inside(inner.start) {
            inner.start += 1;
        }
        while !inner.is_empty() && !inside(inner.end - 1) {
            inner.end -= 1;
        }
        Line { start, step, inner, touched }
    }
}

/// Keeps the columns with low <= start + step column < high, up to rounding.
fn intersect(range: &mut Range<usize>, start: f64, step: f64, low: f64, high: f64) {
    if step.abs() < 1e-300 {
        if !(low..high).contains(&start) {
            range.end = range.start;
        }
        return;
    }
    let (a, b) = ((low - start) / step, (high - start) / step);
    // From float to integer clips to what there is.
    let (first, end) = (a.min(b).ceil() as usize, a.max(b).ceil() as usize);
    range.start = range.start.max(first).min(range.end);
    range.end = range.end.min(end).max(range.start);
}

#[cfg(test)]
mod tests {
    use super::floor;

    #[test]
    fn floors_are_those_of_the_standard_library() {
        for i in 0..4000 {
            for x in [
                f64::from(i) / 8.0,
                f64::from(i) * 535_353.625,
                f64::from(i).next_down().max(0.0),
                f64::from(i).next_up(),
            ] {
                let (index, rest) = floor(x);
                assert_eq!((f64::from(index), rest), (x.floor(), x - x.floor()), "{x}");
            }
        }
    }
}
