//! Which pixels lie in which ring, and their statistics in one pass.
//!
//! A ring's sums are of differences to its own first pixel. That pixel is one of the data, so the variance is at least
//! the square of its distance from the mean over their number, and the rounding error of the sum of squares relative to it
//! at most about that number times the machine's epsilon, whatever the values are.

use super::polar::{Polar, distance};
use crate::array::simd::multiversioned;
use crate::array::{MaskedArray, Real, Shared, alloc};
use crate::context::parallel::for_each;
use crate::context::{Result, Stage};
use crate::dispatch;
use ndarray::Axis;
use std::ops::Range;

/// The angles of a profile.
#[derive(Debug, Clone, Copy)]
pub enum Sector {
    /// Every angle.
    All,
    /// From the first to the second, both included, in the sense in which angles grow.
    Range(f64, f64),
    /// Around one angle, of this width in all; `None`: one pixel wide at each radius.
    Around(f64, Option<f64>),
}

/// Jobs, each a row or two, are shared among threads in pieces of this many; a fixed number, so that results do not depend
/// on the threads.
const JOBS_A_PIECE: usize = 32;

/// The most memory for the sums of all pieces, in rings.
const RINGS_AT_ONCE: usize = 1 << 20;

/// The values of a row, NaN where masked: those of the array itself, or a copy in `buffer`.
fn row_of<'a>(frame: &'a MaskedArray, row: usize, buffer: &'a mut [f64]) -> &'a [f64] {
    fn copy<T: Real>(array: &Shared<T>, row: usize, buffer: &mut [f64]) {
        buffer.iter_mut().zip(array.index_axis(Axis(0), row)).for_each(|(to, &from)| *to = from.to_f64());
    }
    if frame.mask().is_none()
        && let Some(slice) = frame.data().typed::<f64>().and_then(|array| array.as_slice())
    {
        return &slice[row * buffer.len()..(row + 1) * buffer.len()];
    }
    dispatch!(real frame.data(), |array| copy(array, row, buffer), complex => {});
    if let Some(mask) = frame.mask() {
        let masked = buffer.iter_mut().zip(mask.index_axis(Axis(0), row)).filter(|&(_, &masked)| masked);
        masked.for_each(|(x, _)| *x = f64::NAN);
    }
    buffer
}

/// Rings by their edges.
pub(super) struct Rings {
    edges: Vec<f64>,
    spacing: Spacing,
}

enum Spacing {
    /// The edges are 0, 1, 2, ...
    Integers,
    /// Nearly uniform: a ring is found by a division, to be off by one at most.
    Uniform { inverse: f64 },
    /// Any.
    Free,
}

/// The statistics of one ring's pixels: sums of the differences to one of them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Statistics {
    pub number: f64,
    first: f64,
    sum: f64,
    squares: f64,
}

impl Statistics {
    pub fn mean(&self) -> f64 {
        // Without pixels 0/0, which is NaN.
        self.first + self.sum / self.number
    }

    pub fn std(&self) -> f64 {
        let variance = (self.squares - self.sum / self.number * self.sum) / self.number;
        // Rounding may leave less than 0.
        if variance < 0.0 { 0.0 } else { variance.sqrt() }
    }

    /// Adds values that lie in one ring. NaN is left out.
    #[inline(always)]
    fn add<const N: usize>(&mut self, values: [f64; N]) {
        if self.number == 0.0 {
            self.first = values.into_iter().find(|x| x.is_finite()).unwrap_or(0.0);
        }
        let differences = values.map(|x| x - self.first);
        let sum: f64 = differences.iter().sum();
        // One that is NaN makes the sum NaN, and so do two different infinities.
        if sum.is_nan() {
            for difference in differences.into_iter().filter(|x| !x.is_nan()) {
                self.sum += difference;
                self.squares += difference * difference;
                self.number += 1.0;
            }
        } else {
            self.sum += sum;
            self.squares += differences.iter().map(|x| x * x).sum::<f64>();
            self.number += N as f64;
        }
    }

    /// Joins the statistics of other pixels in the same ring.
    fn join(&mut self, other: &Statistics) {
        if self.number == 0.0 {
            *self = *other;
        } else if other.number > 0.0 {
            let shift = other.first - self.first;
            self.sum += other.sum + other.number * shift;
            self.squares += other.squares + 2.0 * shift * other.sum + other.number * shift * shift;
            self.number += other.number;
        }
    }
}

impl Rings {
    pub fn new(edges: Vec<f64>) -> Result<Rings> {
        let n = edges.len() - 1;
        let step = (edges[n] - edges[0]) / n as f64;
        let near = |(i, &edge): (usize, &f64)| (edge - (edges[0] + i as f64 * step)).abs() < 0.25 * step;
        let spacing = if edges.iter().enumerate().all(|(i, &edge)| edge == i as f64) && n < i32::MAX as usize {
            Spacing::Integers
        } else if step.is_normal() && (1.0 / step).is_finite() && edges.iter().enumerate().all(near) {
            Spacing::Uniform { inverse: 1.0 / step }
        } else {
            Spacing::Free
        };
        Ok(Rings { edges, spacing })
    }

    /// The number of rings.
    fn len(&self) -> usize {
        self.edges.len() - 1
    }

    /// A number from each ring's edges.
    pub fn each(&self, f: impl Fn(f64, f64) -> f64) -> Result<Vec<f64>> {
        let mut out = alloc::vec(self.len())?;
        out.extend(self.edges.windows(2).map(|pair| f(pair[0], pair[1])));
        Ok(out)
    }

    /// The statistics of each ring's pixels that are neither masked nor NaN, in a frame.
    pub fn statistics(
        &self,
        stage: &Stage<'_>,
        frame: &MaskedArray,
        polar: &Polar,
        sector: Sector,
    ) -> Result<Vec<Statistics>> {
        let [rows, columns] = *frame.shape() else { return Ok(Vec::new()) };
        let mut x = alloc::vec(columns)?;
        x.extend((0..columns).map(|column| polar.x(column)));
        let whole = matches!(sector, Sector::All);
        let mirror = if whole { Mirror::new(polar.centre[0], columns) } else { Mirror::none(columns) };
        let jobs = if whole { Mirror::new(polar.centre[1], rows) } else { Mirror::none(rows) }.jobs()?;
        let scene = Scene { rings: self, frame, polar, sector, x: &x, mirror };

        let pieces = jobs.len().div_ceil(JOBS_A_PIECE).min(RINGS_AT_ONCE / self.edges.len()).max(1);
        let jobs_a_piece = jobs.len().div_ceil(pieces).max(1);
        let mut sums: Vec<Vec<Statistics>> = Vec::new();
        for _ in 0..pieces {
            sums.push(alloc::vec(self.edges.len())?);
        }
        for_each(stage, jobs.chunks(jobs_a_piece).zip(&mut sums), |(jobs, sums)| {
            // Here, not above: the thread that uses the memory touches it first.
            sums.resize(self.edges.len(), Statistics::default());
            let mut work = Work {
                bins: alloc::vec(columns)?,
                rows: [alloc::zeroed_vec(columns)?, alloc::zeroed_vec(columns)?],
                reversed: [alloc::vec(columns)?, alloc::vec(columns)?],
            };
            for (i, &job) in jobs.iter().enumerate() {
                scene.add(job, &mut work, sums);
                if i % JOBS_A_PIECE == 0 {
                    stage.context().check_cancelled()?;
                }
            }
            Ok(())
        })?;
        let mut out: Vec<Statistics> = alloc::vec(self.len())?;
        out.resize(self.len(), Statistics::default());
        for sums in &sums {
            out.iter_mut().zip(sums).for_each(|(ring, sums)| ring.join(sums));
        }
        Ok(out)
    }

    /// The columns whose distance is less than the last edge. Along a row distances fall and then rise.
    fn columns_within(&self, x: &[f64], y: f64) -> Range<usize> {
        let last = self.edges[self.len()];
        let within = |x: &f64| distance(x * x, y * y) < last;
        let turn = x.partition_point(|&x| x > 0.0);
        let start = x[..turn].partition_point(|x| !within(x));
        let end = turn + x[turn..].partition_point(within);
        start..end.max(start)
    }

    /// The ring of each pixel of a row; their number where a pixel lies in none. All are less far than the last edge.
    fn find(&self, x: &[f64], y: f64, bins: &mut [u32]) {
        match self.spacing {
            Spacing::Integers => whole_distances(x, y * y, bins),
            Spacing::Uniform { inverse } => near_guess(x, y * y, inverse, &self.edges, bins),
            Spacing::Free => {
                let nowhere = self.len() as u32;
                for (bin, &x) in bins.iter_mut().zip(x) {
                    let r = distance(x * x, y * y);
                    *bin = self.edges.partition_point(|&edge| edge <= r).checked_sub(1).map_or(nowhere, |i| i as u32);
                }
            }
        }
    }
}

/// Which places of an axis lie opposite each other around the centre. Where they do, their squared coordinates are equal to
/// the last bit, so that pixels which are mirror images of each other lie in one ring.
struct Mirror {
    len: usize,
    /// The first of `count` places beyond the centre; the place opposite of `right + k` is `left - k`.
    right: usize,
    left: usize,
    count: usize,
}

impl Mirror {
    fn none(len: usize) -> Mirror {
        Mirror { len, right: 0, left: 0, count: 0 }
    }

    fn new(centre: f64, len: usize) -> Mirror {
        let twice = 2.0 * centre;
        if twice.fract() != 0.0 || twice < 1.0 || twice >= 2.0 * len as f64 {
            return Mirror::none(len);
        }
        let right = centre.floor() as usize + 1;
        let left = twice as usize - right;
        Mirror { len, right, left, count: len.saturating_sub(right).min(left + 1) }
    }

    /// The places that have none opposite, the centre among them.
    fn alone(&self) -> [Range<usize>; 3] {
        if self.count == 0 {
            return [0..self.len, 0..0, 0..0];
        }
        [0..self.left + 1 - self.count, self.left + 1..self.right, self.right + self.count..self.len]
    }

    /// The rows as single ones and pairs.
    fn jobs(&self) -> Result<Vec<(usize, Option<usize>)>> {
        let mut jobs = alloc::vec(self.len - self.count)?;
        jobs.extend((0..self.count).map(|k| (self.right + k, Some(self.left - k))));
        jobs.extend(self.alone().into_iter().flatten().map(|row| (row, None)));
        Ok(jobs)
    }
}

/// All that the jobs of one frame share.
struct Scene<'a> {
    rings: &'a Rings,
    frame: &'a MaskedArray,
    polar: &'a Polar,
    sector: Sector,
    x: &'a [f64],
    mirror: Mirror,
}

struct Work {
    bins: Vec<u32>,
    rows: [Vec<f64>; 2],
    reversed: [Vec<f64>; 2],
}

impl Scene<'_> {
    /// Adds the pixels of a row and of the one opposite, if there is one.
    fn add(&self, (row, opposite): (usize, Option<usize>), work: &mut Work, sums: &mut [Statistics]) {
        let y = self.polar.y(row);
        let [buffer, other_buffer] = &mut work.rows;
        let a = row_of(self.frame, row, buffer);
        let b = opposite.map(|row| row_of(self.frame, row, other_buffer));
        for range in self.mirror.alone() {
            let within = self.find(range, y, &mut work.bins);
            match b {
                None => accumulate(&work.bins, [&a[within]], sums),
                Some(b) => accumulate(&work.bins, [&a[within.clone()], &b[within]], sums),
            }
        }
        let Mirror { right, left, count, .. } = self.mirror;
        if count == 0 {
            return;
        }
        let within = self.find(right..right + count, y, &mut work.bins);
        let across = left + right + 1 - within.end..left + right + 1 - within.start;
        let [reversed, other_reversed] = &mut work.reversed;
        reverse(&a[across.clone()], reversed);
        match b {
            None => accumulate(&work.bins, [&a[within], reversed], sums),
            Some(b) => {
                reverse(&b[across], other_reversed);
                accumulate(&work.bins, [&a[within.clone()], reversed, &b[within], other_reversed], sums);
            }
        }
    }

    /// Finds the ring of each pixel in a range of columns; returns the part of the range that has pixels within the last.
    fn find(&self, range: Range<usize>, y: f64, bins: &mut Vec<u32>) -> Range<usize> {
        let within = self.rings.columns_within(&self.x[range.clone()], y);
        let within = range.start + within.start..range.start + within.end;
        let x = &self.x[within.clone()];
        // There is room for all columns.
        bins.clear();
        bins.resize(x.len(), 0);
        self.rings.find(x, y, bins);
        if !matches!(self.sector, Sector::All) {
            let nowhere = self.rings.len() as u32;
            for (bin, &x) in bins.iter_mut().zip(x) {
                if *bin != nowhere && !self.sector.contains(self.polar.real(x), y, self.polar.size) {
                    *bin = nowhere;
                }
            }
        }
        within
    }
}

fn reverse(values: &[f64], out: &mut Vec<f64>) {
    out.clear();
    out.extend(values.iter().rev());
}

multiversioned! {
    fn whole_distances(x: &[f64], y_squared: f64, bins: &mut [u32]) {
        // Below the last edge, which an i32 holds.
        bins.iter_mut().zip(x).for_each(|(bin, &x)| *bin = distance(x * x, y_squared) as i32 as u32);
    }
}

multiversioned! {
    fn near_guess(x: &[f64], y_squared: f64, inverse: f64, edges: &[f64], bins: &mut [u32]) {
        let (first, n) = (edges[0], edges.len() - 1);
        for (bin, &x) in bins.iter_mut().zip(x) {
            let r = distance(x * x, y_squared);
            let guess = (((r - first) * inverse) as usize).min(n - 1);
            let above = usize::from(r >= edges[guess + 1]);
            let below = usize::from(r < edges[guess]);
            // Below the first edge this wraps to a large number.
            *bin = (guess + above).wrapping_sub(below).min(n) as u32;
        }
    }
}

multiversioned! {
    /// Adds to each pixel's ring what several rows have at its place.
    fn accumulate<const N: usize>(bins: &[u32], rows: [&[f64]; N], sums: &mut [Statistics]) {
        let rows = rows.map(|row| &row[..bins.len()]);
        for (i, &bin) in bins.iter().enumerate() {
            if let Some(sums) = sums.get_mut(bin as usize) {
                sums.add(rows.map(|row| row[i]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::polar::Angles;
    use super::*;
    use crate::context::Context;

    /// Pixel by pixel.
    fn plain(edges: &[f64], values: &[f64], columns: usize, polar: &Polar) -> Vec<(f64, f64, f64)> {
        let r = |i: usize| {
            let (x, y) = (polar.x(i % columns), polar.y(i / columns));
            distance(x * x, y * y)
        };
        let ring = |pair: &[f64]| {
            let inside = |&i: &usize| r(i) >= pair[0] && r(i) < pair[1] && !values[i].is_nan();
            let members: Vec<f64> = (0..values.len()).filter(inside).map(|i| values[i]).collect();
            let n = members.len() as f64;
            let mean = members.iter().sum::<f64>() / n;
            (n, mean, (members.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n).sqrt())
        };
        edges.windows(2).map(ring).collect()
    }

    #[test]
    fn pairs_of_pixels_and_guessed_rings_give_what_single_pixels_give() {
        let mut seed = 7u64;
        let mut random = || {
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (seed >> 11) as f64 / (1u64 << 53) as f64
        };
        let whole: Vec<f64> = (0..15).map(f64::from).collect();
        let half: Vec<f64> = (0..30).map(|i| f64::from(i) * 0.5).collect();
        let tenths: Vec<f64> = (3..90).map(|i| f64::from(i) * 0.1).collect();
        for (rows, columns) in [(1, 1), (1, 9), (9, 1), (2, 2), (7, 13), (40, 31)] {
            let values: Vec<f64> =
                (0..rows * columns).map(|_| if random() < 0.1 { f64::NAN } else { random() }).collect();
            let frame = MaskedArray::from(alloc::from_vec(&[rows, columns], values.clone()).unwrap());
            let middle = [columns as f64 / 2.0, rows as f64 / 2.0];
            for centre in [middle, [4.5, 3.0], [4.3, 3.0], [-2.0, 0.5], [0.0, 0.0], [0.5, 100.0], [columns as f64, 1.0]]
            {
                for (edges, size) in [
                    (&whole, [1.0, 1.0]),
                    (&half, [0.5, 0.25]),
                    (&tenths, [0.1, 0.1]),
                    (&vec![0.5, 3.0, 3.1, 9.0], [1.0, 1.0]),
                ] {
                    let polar = Polar { centre, size, unit: None, angles: Angles::FromRight };
                    let ctx = Context::new();
                    let rings = Rings::new(edges.clone()).unwrap();
                    let found = rings.statistics(&ctx.whole(), &frame, &polar, Sector::All).unwrap();
                    let expected = plain(edges, &values, columns, &polar);
                    assert_eq!(found.len(), expected.len());
                    for (ring, (number, mean, std)) in found.iter().zip(expected) {
                        assert_eq!(ring.number, number, "{rows} x {columns} {centre:?} {size:?}");
                        assert!(
                            number == 0.0 || (ring.mean() - mean).abs() < 1e-13 && (ring.std() - std).abs() < 1e-13
                        );
                    }
                }
            }
        }
    }
}
