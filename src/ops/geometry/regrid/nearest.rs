//! The nearest point.

use super::locate::Targets;
use super::mesh::NONE;
use super::space::Space;
use crate::array::alloc;
use crate::array::simd::multiversioned;
use crate::context::{Result, Stage, parallel};

/// Points in the cells of a grid, about two in each, row by row.
#[derive(Debug)]
pub struct Buckets {
    columns: usize,
    rows: usize,
    low: [f64; 2],
    per_cell: [f64; 2],
    width: [f64; 2],
    /// Where the points of each cell begin.
    starts: Vec<u32>,
    points: Vec<([f64; 2], u32)>,
}

impl Buckets {
    /// Sorts points, given in working coordinates, into their cells.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory).
    pub fn new(points: &[[f64; 2]], space: &Space) -> Result<Buckets> {
        const POINTS_A_CELL: f64 = 2.0;
        let cells = (points.len() as f64 / POINTS_A_CELL).max(1.0);
        // Square cells; points on a line along an axis have one row or column of them.
        let [w, h] = space.extent;
        let along = |a: f64, b: f64| {
            let share = if a > 0.0 && b > 0.0 {
                (cells * a / b).sqrt()
            } else if a > 0.0 {
                cells
            } else {
                1.0
            };
            share.ceil().clamp(1.0, cells.ceil()) as usize
        };
        let (columns, rows) = (along(w, h), along(h, w));
        let width = [w / columns as f64, h / rows as f64];
        let per_cell = width.map(|w| if w > 0.0 && (1.0 / w).is_finite() { 1.0 / w } else { 0.0 });
        let mut buckets = Buckets {
            columns,
            rows,
            low: [-0.5 * w, -0.5 * h],
            per_cell,
            width,
            starts: alloc::zeroed_vec(alloc::checked_len(&[rows, columns], 4)? + 2)?,
            points: alloc::vec(points.len())?,
        };
        for &p in points {
            let [column, row] = buckets.cell(p);
            buckets.starts[row * columns + column + 2] += 1;
        }
        for i in 2..buckets.starts.len() {
            buckets.starts[i] += buckets.starts[i - 1];
        }
        buckets.points.resize(points.len(), ([0.0; 2], 0));
        for (i, &p) in points.iter().enumerate() {
            let [column, row] = buckets.cell(p);
            let at = &mut buckets.starts[row * columns + column + 1];
            buckets.points[*at as usize] = (p, i as u32);
            *at += 1;
        }
        Ok(buckets)
    }

    #[inline(always)]
    fn cell(&self, p: [f64; 2]) -> [usize; 2] {
        // A grid of u32 points has fewer cells along an axis than an i32 can count.
        let at =
            |i: usize, n: usize| ((p[i] - self.low[i]) * self.per_cell[i]).max(0.0).min(n as f64 - 1.0) as i32 as usize;
        [at(0, self.columns), at(1, self.rows)]
    }

    /// The index of the point nearest to each target, the lowest of several; [`NONE`] for targets that are no numbers.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
    pub fn nearest(&self, stage: &Stage<'_>, space: &Space, targets: &Targets<'_>) -> Result<Vec<u32>> {
        let mut out: Vec<u32> = alloc::vec(targets.len())?;
        out.resize(targets.len(), NONE);
        parallel::rows(stage, &mut out, 1, 8, |first, out| {
            nearest_of(self, space, targets, first, out);
            Ok(())
        })?;
        Ok(out)
    }

    /// The place in `points` of the one nearest to a target. `near` is where to begin; it does not change the answer.
    #[inline(always)]
    fn search(&self, target: [f64; 2], near: usize) -> usize {
        let mut best = Best { distance: f64::INFINITY, index: NONE, place: 0 };
        let [column, row] = self.cell(target);
        best.look(self, near, near + 1, target);
        self.look_in(&mut best, row, column, column, target);
        // The cells that a closer point may lie in, where they are few.
        let reach = best.distance.sqrt() * (1.0 + 1e-12);
        let [left, top] = self.cell([target[0] - reach, target[1] - reach]);
        let [right, bottom] = self.cell([target[0] + reach, target[1] + reach]);
        if (right - left) * (bottom - top) <= MOST_CELLS {
            // No inclusive range: its loop is not inlined.
            for row in top..bottom + 1 {
                self.look_in(&mut best, row, left, right, target);
            }
            return best.place;
        }
        self.search_rings(target, [column, row], &mut best);
        best.place
    }

    /// Goes on in rings of cells around that of the target, until they are farther away than the best point.
    #[inline(never)]
    fn search_rings(&self, target: [f64; 2], [column, row]: [usize; 2], best: &mut Best) {
        let inside = |i: usize, cell: usize| target[i] - (self.low[i] + cell as f64 * self.width[i]);
        let from_left = [inside(0, column), inside(1, row)];
        let outside = [0, 1].map(|i| (target[i].abs() + self.low[i]).max(0.0));
        let most = self.columns.max(self.rows);
        for ring in 1..most {
            let left = column as isize - ring as isize;
            let (top, right, bottom) = (row as isize - ring as isize, column + ring, row + ring);
            // How far the four sides of the ring are.
            let before = |i: usize| from_left[i] + (ring as f64 - 1.0) * self.width[i];
            let after = |i: usize| ring as f64 * self.width[i] - from_left[i];
            // How far they may be, given how far the target is from all cells along the other axis.
            let reach = [1, 0].map(|other| (best.distance * (1.0 + 1e-12) - outside[other].powi(2)).max(0.0).sqrt());
            let mut any = false;
            let (first, last) = (left.max(0) as usize, right.min(self.columns - 1));
            if top >= 0 && before(1) <= reach[1] {
                self.look_in(best, top as usize, first, last, target);
                any = true;
            }
            if bottom < self.rows && after(1) <= reach[1] {
                self.look_in(best, bottom, first, last, target);
                any = true;
            }
            let between = (top + 1).max(0) as usize..=(bottom - 1).min(self.rows - 1);
            if left >= 0 && before(0) <= reach[0] {
                between.clone().for_each(|row| self.look_in(best, row, left as usize, left as usize, target));
                any = true;
            }
            if right < self.columns && after(0) <= reach[0] {
                between.for_each(|row| self.look_in(best, row, right, right, target));
                any = true;
            }
            if !any && best.index != NONE {
                break;
            }
        }
    }

    /// Looks at the points in some cells of one row.
    #[inline(always)]
    fn look_in(&self, best: &mut Best, row: usize, first: usize, last: usize, target: [f64; 2]) {
        let at = row * self.columns;
        best.look(self, self.starts[at + first] as usize, self.starts[at + last + 1] as usize, target);
    }
}

/// More cells than these are searched from the nearest outwards.
const MOST_CELLS: usize = 16;

struct Best {
    /// Squared.
    distance: f64,
    index: u32,
    place: usize,
}

impl Best {
    #[inline(always)]
    fn look(&mut self, buckets: &Buckets, from: usize, to: usize, target: [f64; 2]) {
        for (place, &(p, index)) in (from..).zip(&buckets.points[from..to]) {
            let d = [p[0] - target[0], p[1] - target[1]];
            let distance = d[0] * d[0] + d[1] * d[1];
            if distance < self.distance || (distance == self.distance && index < self.index) {
                *self = Best { distance, index, place };
            }
        }
    }
}

multiversioned! {
    /// The point nearest to each target from the first one on.
    fn nearest_of(buckets: &Buckets, space: &Space, targets: &Targets<'_>, first: usize, out: &mut [u32]) {
        let mut near = 0;
        targets.each(first, out.len(), |i, position| {
            let target = space.to(position);
            if target[0].is_finite() && target[1].is_finite() {
                near = buckets.search(target, near);
                out[i] = buckets.points[near].1;
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Context;

    #[test]
    fn the_nearest_is_that_of_a_search_through_all_points() {
        let mut state = 1u64;
        let mut random = || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 11) as f64 / (1u64 << 53) as f64
        };
        for n in [1, 2, 5, 40, 300] {
            for kind in 0..4 {
                let point = |a: f64, b: f64| match kind {
                    0 => [a, b],
                    1 => [(8.0 * a).floor(), (8.0 * b).floor()],
                    2 => [a, 0.25],
                    _ => [if a < 0.9 { 1e-3 * a } else { a }, b],
                };
                let points: Vec<_> = (0..n).map(|_| point(random(), random())).collect();
                let space = Space::new(points.iter().copied(), false);
                let working: Vec<_> = points.iter().map(|&p| space.to(p)).collect();
                let at: [Vec<f64>; 2] = [0, 1].map(|_| (0..200).map(|_| 10.0 * random() - 1.0).collect());
                let all = [
                    Targets::Points([&at[0], &at[1]]),
                    Targets::Grid { origin: [-0.5, 2.0], step: [[0.1, 0.02], [0.01, -0.15]], shape: [13, 17] },
                ];
                for targets in all {
                    let found =
                        Buckets::new(&working, &space).unwrap().nearest(&Context::new().whole(), &space, &targets);
                    for (i, found) in found.unwrap().into_iter().enumerate() {
                        let t = space.to(targets.position(i));
                        let distance = |p: &[f64; 2]| (p[0] - t[0]) * (p[0] - t[0]) + (p[1] - t[1]) * (p[1] - t[1]);
                        let least = working.iter().map(distance).fold(f64::INFINITY, f64::min);
                        let first = working.iter().position(|p| distance(p) == least).unwrap();
                        assert_eq!(found as usize, first, "{n} points, kind {kind}, target {i}");
                    }
                }
            }
        }
    }
}
