//! Boxes: the part of an image that a crop keeps or a fit looks at.

use crate::context::{Error, Result, Status};

/// `xmin..xmax`, `ymin..ymax` in pixels, inside the image and not empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PixelBox {
    /// The first column.
    pub xmin: usize,
    /// The column after the last.
    pub xmax: usize,
    /// The first row.
    pub ymin: usize,
    /// The row after the last.
    pub ymax: usize,
}

/// In a box of the C interface: "as far as there is".
pub const EXTENT: i64 = i64::MIN;

impl PixelBox {
    /// The whole of an image.
    pub fn whole(rows: usize, columns: usize) -> Self {
        PixelBox { xmin: 0, xmax: columns, ymin: 0, ymax: rows }
    }

    /// (xmin, xmax, ymin, ymax), [`EXTENT`] as far as there is, clipped to the image.
    ///
    /// # Errors
    /// [`Status::OutOfRange`] when nothing of the image is left.
    pub fn from_pixels([xmin, xmax, ymin, ymax]: [i64; 4], rows: usize, columns: usize) -> Result<Self> {
        let side = |low: i64, high: i64, n: usize| {
            let clip = |v: i64| v.clamp(0, n as i64) as usize;
            let low = if low == EXTENT { 0 } else { clip(low) };
            let high = if high == EXTENT { n } else { clip(high) };
            (low, high)
        };
        let (x0, x1) = side(xmin, xmax, columns);
        let (y0, y1) = side(ymin, ymax, rows);
        if x0 >= x1 || y0 >= y1 {
            let show = |v: i64| if v == EXTENT { "extent".to_owned() } else { v.to_string() };
            return Err(Error::new(
                Status::OutOfRange,
                format!(
                    "the box (xmin {}, xmax {}, ymin {}, ymax {}) holds no pixel of an image of {columns} columns and {rows} rows",
                    show(xmin),
                    show(xmax),
                    show(ymin),
                    show(ymax)
                ),
            ));
        }
        Ok(PixelBox { xmin: x0, xmax: x1, ymin: y0, ymax: y1 })
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.ymax - self.ymin
    }

    /// The number of columns.
    pub fn columns(&self) -> usize {
        self.xmax - self.xmin
    }
}
