//! One frame of a registration.

use crate::array::alloc;
use crate::context::Result;
use crate::ops::engine::fill;
use crate::ops::engine::frames::Frame;

/// One frame: its pixels, row by row without gaps, and which of them are ignored. It has no `Clone`, which would end the process where memory runs out.
#[derive(Debug)]
pub struct RegistrationFrame {
    /// The pixels, row by row. The values of invalid ones have no meaning and may be NaN.
    pub pixels: Vec<f64>,
    /// `true` where a pixel is masked, NaN or infinite; `None` if none is.
    pub invalid: Option<Vec<bool>>,
    /// The number of rows.
    pub rows: usize,
    /// The number of columns.
    pub columns: usize,
}

impl RegistrationFrame {
    /// Another frame with the same pixels.
    ///
    /// # Errors
    /// `NoMemory`.
    pub fn copied(&self) -> Result<RegistrationFrame> {
        self.with_pixels(alloc::copied(&self.pixels)?)
    }

    /// A frame with other pixels, of which the same are ignored.
    ///
    /// # Errors
    /// `NoMemory`.
    pub fn with_pixels(&self, pixels: Vec<f64>) -> Result<RegistrationFrame> {
        let invalid = self.invalid.as_deref().map(alloc::copied).transpose()?;
        Ok(RegistrationFrame { pixels, invalid, rows: self.rows, columns: self.columns })
    }

    /// The frame in the form that other operations take.
    pub fn frame(&self) -> Frame<'_, f64> {
        Frame { pixels: &self.pixels, invalid: self.invalid.as_deref(), rows: self.rows, columns: self.columns }
    }

    /// The pixels, where invalid ones have the value of the nearest valid one.
    ///
    /// # Errors
    /// [`NoResult`](crate::context::Status::NoResult) when no pixel is valid; `NoMemory`.
    pub fn filled_nearest(&self) -> Result<Vec<f64>> {
        fill::nearest(self.frame())
    }

    /// The pixels, where invalid ones have the mean of the valid ones.
    ///
    /// # Errors
    /// [`NoResult`](crate::context::Status::NoResult) when no pixel is valid; `NoMemory`.
    pub fn filled_mean(&self) -> Result<Vec<f64>> {
        fill::mean(self.frame())
    }

    /// Whether a pixel is valid.
    pub fn is_valid(&self, index: usize) -> bool {
        self.invalid.as_ref().is_none_or(|invalid| !invalid[index])
    }

    /// The frame extended by `pad` pixels beyond its edges, point-mirrored at the edge pixels, so that a straight line continues.
    ///
    /// # Errors
    /// `NoMemory`.
    pub fn wider(&self, pad: usize) -> Result<RegistrationFrame> {
        let (rows, columns) = (self.rows + 2 * pad, self.columns + 2 * pad);
        // The nearest pixel of the frame, and the mirrored one.
        let along = |i: usize, n: usize| {
            let at = i as isize - pad as isize;
            let last = n as isize - 1;
            let edge = at.clamp(0, last);
            (edge as usize, (2 * edge - at).clamp(0, last) as usize)
        };
        let mut pixels = alloc::vec(rows * columns)?;
        let mut invalid = match self.invalid {
            Some(_) => Some(alloc::vec::<bool>(rows * columns)?),
            None => None,
        };
        for r in 0..rows {
            let (edge_row, row) = along(r, self.rows);
            for c in 0..columns {
                let (edge_column, column) = along(c, self.columns);
                let (edge, mirrored) = (edge_row * self.columns + edge_column, row * self.columns + column);
                let beyond = edge_row != row || edge_column != column;
                pixels.push(if beyond {
                    2.0 * self.pixels[edge] - self.pixels[mirrored]
                } else {
                    self.pixels[mirrored]
                });
                if let Some(invalid) = &mut invalid {
                    invalid.push(!self.is_valid(mirrored) || !self.is_valid(edge));
                }
            }
        }
        Ok(RegistrationFrame { pixels, invalid, rows, columns })
    }
}
