//! The pixels that points are sorted into.

use crate::context::{Error, Result};
use crate::image::Map;

/// A regular grid: pixel (column, row) is centred at `first + step * (column, row)`.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// Lengths.
    pub rows: usize,
    /// Lengths.
    pub columns: usize,
    /// x and y of the centre of the first pixel, column 0 in row 0.
    pub first: [f64; 2],
    /// From one column, and from one row, to the next.
    pub step: [f64; 2],
    /// The unit of x and y.
    pub unit: Option<String>,
}

impl Grid {
    /// Checks that there are pixels and that they have a size.
    ///
    /// # Errors
    /// [`crate::context::Status::InvalidArgument`], with the names of stoner_live_new.
    pub fn check(self) -> Result<Self> {
        for (name, n) in [("rows", self.rows), ("columns", self.columns)] {
            if n == 0 {
                return Err(Error::argument(name, n, "1 or more"));
            }
        }
        for (name, x) in [("x_first", self.first[0]), ("y_first", self.first[1])] {
            if !x.is_finite() {
                return Err(Error::argument(name, x, "finite numbers"));
            }
        }
        for (name, x) in [("x_step", self.step[0]), ("y_step", self.step[1])] {
            if !x.is_finite() || x == 0.0 {
                return Err(Error::argument(name, x, "finite numbers but 0"));
            }
        }
        Ok(self)
    }

    /// Where a position lies, in pixels from the centre of the first: (column, row).
    pub fn pixel(&self, x: f64, y: f64) -> [f64; 2] {
        [(x - self.first[0]) / self.step[0], (y - self.first[1]) / self.step[1]]
    }

    /// The map of its images.
    pub fn map(&self) -> Map {
        Map {
            origin: self.first,
            step: [[self.step[0], 0.0], [0.0, self.step[1]]],
            names: ["sample_x", "sample_y"].map(str::to_owned),
            units: [self.unit.clone(), self.unit.clone()],
        }
    }
}
