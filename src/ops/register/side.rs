//! One frame of a registration.

use crate::context::Result;
use crate::ops::fill;
use crate::ops::frames::Frame;

/// One frame: its pixels row by row without gaps, and which of them take no part.
#[derive(Debug, Clone)]
pub(super) struct Side {
    /// The pixels, row by row. What invalid ones hold has no meaning, and may be NaN.
    pub(super) pixels: Vec<f64>,
    /// `true` where a pixel is masked, NaN or infinite; `None` where none is.
    pub(super) invalid: Option<Vec<bool>>,
    /// The number of rows.
    pub(super) rows: usize,
    /// The number of columns.
    pub(super) columns: usize,
}

impl Side {
    /// The frame as other operations take it.
    pub(super) fn frame(&self) -> Frame<'_, f64> {
        Frame { pixels: &self.pixels, invalid: self.invalid.as_deref(), rows: self.rows, columns: self.columns }
    }

    /// The pixels, where invalid ones have the value of the nearest valid one.
    ///
    /// # Errors
    /// [`NoResult`](crate::context::Status::NoResult) when no pixel is valid; `NoMemory`.
    pub(super) fn filled_nearest(&self) -> Result<Vec<f64>> {
        fill::nearest(self.frame())
    }

    /// The pixels, where invalid ones have the mean of the valid ones.
    ///
    /// # Errors
    /// [`NoResult`](crate::context::Status::NoResult) when no pixel is valid; `NoMemory`.
    pub(super) fn filled_mean(&self) -> Result<Vec<f64>> {
        fill::mean(self.frame())
    }

    /// Whether a pixel takes part.
    pub(super) fn is_valid(&self, index: usize) -> bool {
        self.invalid.as_ref().is_none_or(|invalid| !invalid[index])
    }
}
