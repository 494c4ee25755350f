//! What each pixel keeps of its points.

use super::grid::Grid;
use crate::array::alloc;
use crate::context::{Context, Error, Result, Status};
use crate::image::Metadata;

/// How a point is shared among pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spread {
    /// The pixel in which it lies gets it.
    Nearest,
    /// The four pixels around it get parts, by the overlap of a pixel's area around the point with theirs.
    Linear,
}

/// Of one pixel, sums over its points with their weights w.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Pixel {
    /// Sum of w times the counts.
    pub counts: f64,
    /// Sum of w times the monitor; without monitor its readings are 1.
    pub monitor: f64,
    /// Sum of w: the number of points.
    pub weight: f64,
    /// Sum of w^2 times the counts: the variance of `counts`, as photons are counted.
    pub variance: f64,
}

/// How far a measurement is.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct State {
    /// The points that were pushed.
    pub points: u64,
    /// Those of them that lie outside of the grid.
    pub outside: u64,
    /// Those with a position, counts or monitor that is not finite, or with a monitor that is not above 0.
    pub invalid: u64,
    /// The part of the pixels that have points, 0 to 1.
    pub coverage: f64,
}

#[derive(Debug)]
pub(super) struct Sums {
    pub pixels: Vec<Pixel>,
    pub points: u64,
    pub outside: u64,
    pub invalid: u64,
    /// The pixels that have points.
    pub covered: usize,
    /// Whether the points so far came with a monitor.
    pub monitored: Option<bool>,
    pub metadata: Metadata,
}

impl Sums {
    pub fn new(ctx: &Context, grid: &Grid) -> Result<Self> {
        let n = alloc::checked_len(&[grid.rows, grid.columns], size_of::<Pixel>())?;
        ctx.check_cost(
            "rows",
            format!("{}, with `columns` = {}", grid.rows, grid.columns),
            (n * size_of::<Pixel>()) as u64,
            0,
        )?;
        let mut pixels = alloc::vec(n)?;
        pixels.resize(n, Pixel::default());
        let metadata = Metadata::default();
        Ok(Sums { pixels, points: 0, outside: 0, invalid: 0, covered: 0, monitored: None, metadata })
    }

    pub fn copy(&self) -> Result<Self> {
        Ok(Sums { pixels: alloc::copied(&self.pixels)?, metadata: self.metadata.clone(), ..*self })
    }

    pub fn reset(&mut self) {
        self.pixels.fill(Pixel::default());
        (self.points, self.outside, self.invalid, self.covered, self.monitored) = (0, 0, 0, 0, None);
    }

    pub fn state(&self, pixels: usize) -> State {
        State {
            points: self.points,
            outside: self.outside,
            invalid: self.invalid,
            coverage: self.covered as f64 / pixels as f64,
        }
    }

    /// Checks that points with a monitor are not mixed with points without.
    pub fn check_monitor(&self, given: bool) -> Result<()> {
        match self.monitored {
            Some(before) if before != given => Err(Error::new(
                Status::InvalidArgument,
                if given {
                    "`monitor` is given, but the points pushed before came without one; begin anew with stoner_live_reset"
                } else {
                    "`monitor` is NULL, but the points pushed before came with one: give it, or begin anew with stoner_live_reset"
                },
            )),
            _ => Ok(()),
        }
    }
}
