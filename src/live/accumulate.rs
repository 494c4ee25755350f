//! Points into sums.

use super::grid::Grid;
use super::shared::Live;
use super::sums::{Pixel, Spread, Sums};
use crate::context::{Error, Result, Status};

/// Points as they were measured, in any order: one element each.
#[derive(Debug, Clone, Copy)]
pub struct Points<'a> {
    /// Positions.
    pub x: &'a [f64],
    /// Positions.
    pub y: &'a [f64],
    /// What the detector counted.
    pub counts: &'a [f64],
    /// What the monitor read meanwhile.
    pub monitor: Option<&'a [f64]>,
}

/// What became of a point.
enum Fate {
    Used,
    Outside,
}

impl Live {
    /// Adds points. Needs no memory.
    ///
    /// # Errors
    /// [`Status::Shape`] where the arrays have different lengths; [`Status::InvalidArgument`] where a monitor is given but was not before, or the
    /// other way round. Nothing is added then.
    pub fn push(&self, points: Points<'_>) -> Result<()> {
        let n = points.x.len();
        for (name, length) in [
            ("y", points.y.len()),
            ("counts", points.counts.len()),
            ("monitor", points.monitor.map_or(n, <[f64]>::len)),
        ] {
            if length != n {
                return Err(Error::new(Status::Shape, format!("`{name}` has {length} elements, `x` has {n}")));
            }
        }
        let mut sums = self.lock();
        sums.check_monitor(points.monitor.is_some())?;
        if n > 0 {
            sums.monitored = Some(points.monitor.is_some());
        }
        match self.spread {
            Spread::Nearest => add(&mut sums, points, |pixels, x, y, c, m| nearest(&self.grid, pixels, x, y, c, m)),
            Spread::Linear => add(&mut sums, points, |pixels, x, y, c, m| linear(&self.grid, pixels, x, y, c, m)),
        }
        Ok(())
    }
}

/// `one` adds a point to the pixels, and says how many of them had none before.
fn add(sums: &mut Sums, points: Points<'_>, one: impl Fn(&mut [Pixel], f64, f64, f64, f64) -> (Fate, usize)) {
    for i in 0..points.x.len() {
        let (x, y, counts) = (points.x[i], points.y[i], points.counts[i]);
        let monitor = points.monitor.map_or(1.0, |monitor| monitor[i]);
        sums.points += 1;
        if !(x.is_finite() && y.is_finite() && counts.is_finite() && monitor.is_finite() && monitor > 0.0) {
            sums.invalid += 1;
            continue;
        }
        let (fate, new) = one(&mut sums.pixels, x, y, counts, monitor);
        sums.covered += new;
        if matches!(fate, Fate::Outside) {
            sums.outside += 1;
        }
    }
}

/// Adds a part of a point to a pixel. Gives 1 where the pixel had none.
#[inline(always)]
fn part(pixel: &mut Pixel, weight: f64, counts: f64, monitor: f64) -> usize {
    let new = usize::from(pixel.weight == 0.0);
    pixel.counts += weight * counts;
    pixel.monitor += weight * monitor;
    pixel.weight += weight;
    pixel.variance += weight * weight * counts.max(0.0);
    new
}

#[inline(always)]
fn nearest(grid: &Grid, pixels: &mut [Pixel], x: f64, y: f64, counts: f64, monitor: f64) -> (Fate, usize) {
    // Not the floor of at + 0.5, which rounds what lies just before a border beyond it.
    let [column, row] = grid.pixel(x, y).map(|at| at.floor() + f64::from(u8::from(at - at.floor() >= 0.5)));
    let inside = column >= 0.0 && column < grid.columns as f64 && row >= 0.0 && row < grid.rows as f64;
    if !inside {
        return (Fate::Outside, 0);
    }
    let place = row as usize * grid.columns + column as usize;
    (Fate::Used, part(&mut pixels[place], 1.0, counts, monitor))
}

/// Cloud in cell: the weights are those of bilinear interpolation at the point.
#[inline(always)]
fn linear(grid: &Grid, pixels: &mut [Pixel], x: f64, y: f64, counts: f64, monitor: f64) -> (Fate, usize) {
    let at = grid.pixel(x, y);
    let corner = at.map(f64::floor);
    let inside = |k: usize, n: usize| corner[k] >= -1.0 && corner[k] < n as f64;
    if !(inside(0, grid.columns) && inside(1, grid.rows)) {
        return (Fate::Outside, 0);
    }
    let right = [at[0] - corner[0], at[1] - corner[1]];
    let (mut fate, mut new) = (Fate::Outside, 0);
    for (down, wy) in [(0, 1.0 - right[1]), (1, right[1])] {
        for (across, wx) in [(0, 1.0 - right[0]), (1, right[0])] {
            let (column, row) = (corner[0] as i64 + across, corner[1] as i64 + down);
            let weight = wx * wy;
            let inside = column >= 0 && (column as usize) < grid.columns && row >= 0 && (row as usize) < grid.rows;
            if inside && weight > 0.0 {
                new += part(&mut pixels[row as usize * grid.columns + column as usize], weight, counts, monitor);
                fate = Fate::Used;
            }
        }
    }
    (fate, new)
}
