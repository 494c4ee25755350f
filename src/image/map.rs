//! The affine map from pixels to stage positions.

use crate::array::{MaskedArray, alloc};
use crate::context::Result;

/// (column, row) -> (x, y): `x = origin[0] + step[0][0] column + step[0][1] row`, `y = origin[1] + step[1][0] column +
/// step[1][1] row`.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// The position of the pixel in column 0, row 0.
    pub origin: [f64; 2],
    /// The signed steps: the first row gives x, the second y; its columns are the steps of one column and of one row.
    pub step: [[f64; 2]; 2],
    /// The names of the two coordinates, in a sample image "sample_x" and "sample_y".
    pub names: [String; 2],
    /// The units of the two coordinates.
    pub units: [Option<String>; 2],
}

impl Map {
    /// The map whose coordinates over all pixels are these two arrays of rank 2, if they are a regular grid: no value may
    /// differ from it by more than rounding.
    pub fn fit(coordinates: [&MaskedArray; 2], names: [&str; 2]) -> Option<Map> {
        let mut map =
            Map { origin: [0.0; 2], step: [[0.0; 2]; 2], names: names.map(str::to_owned), units: [None, None] };
        for (i, array) in coordinates.into_iter().enumerate() {
            let values = array.data().to_f64().ok()?;
            let [rows, columns] = *values.shape() else { return None };
            if rows == 0 || columns == 0 || array.any_masked() {
                return None;
            }
            let step = |last: f64, n: usize| if n > 1 { (last - values[[0, 0]]) / (n - 1) as f64 } else { 0.0 };
            map.origin[i] = values[[0, 0]];
            map.step[i] = [step(values[[0, columns - 1]], columns), step(values[[rows - 1, 0]], rows)];
            let largest = values.iter().fold(0.0f64, |m, x| m.max(x.abs()));
            let axis = map.axis(i, rows, columns);
            let regular = values.indexed_iter().all(|(at, &x)| (x - axis.at(at[0], at[1])).abs() <= 1e-14 * largest);
            if !regular {
                return None;
            }
        }
        Some(map)
    }

    /// The position of a pixel; fractions of a pixel are allowed.
    pub fn position(&self, column: f64, row: f64) -> [f64; 2] {
        [0, 1].map(|i| self.origin[i] + self.step[i][0] * column + self.step[i][1] * row)
    }

    /// The lengths of one column's and of one row's step: the pixel's width and height. They are lengths only where
    /// both coordinates have one unit.
    pub fn pixel_size(&self) -> [f64; 2] {
        [0, 1].map(|j| self.step[0][j].hypot(self.step[1][j]))
    }

    /// The map of an image whose pixel (column, row) is this one's pixel `offset + matrix (column, row)`.
    #[must_use]
    pub fn compose(&self, offset: [f64; 2], matrix: [[f64; 2]; 2]) -> Map {
        let entry = |i: usize, j: usize| self.step[i][0] * matrix[0][j] + self.step[i][1] * matrix[1][j];
        Map {
            origin: self.position(offset[0], offset[1]),
            step: [[entry(0, 0), entry(0, 1)], [entry(1, 0), entry(1, 1)]],
            names: self.names.clone(),
            units: self.units.clone(),
        }
    }

    /// One coordinate over all pixels of an image.
    pub fn axis(&self, coordinate: usize, rows: usize, columns: usize) -> GridAxis {
        GridAxis {
            origin: self.origin[coordinate],
            column_step: self.step[coordinate][0],
            row_step: self.step[coordinate][1],
            shape: [rows, columns],
        }
    }
}

/// One coordinate of a [`Map`] over the pixels of an image.
#[derive(Debug, Clone, PartialEq)]
pub struct GridAxis {
    origin: f64,
    column_step: f64,
    row_step: f64,
    shape: [usize; 2],
}

impl GridAxis {
    /// (rows, columns).
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    fn at(&self, row: usize, column: usize) -> f64 {
        self.origin + self.row_step * row as f64 + self.column_step * column as f64
    }

    /// The coordinate of every pixel.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory).
    pub fn evaluate(&self) -> Result<MaskedArray> {
        let mut out = alloc::vec(alloc::checked_len(&self.shape, 8)?)?;
        for row in 0..self.shape[0] {
            let start = self.origin + self.row_step * row as f64;
            out.extend((0..self.shape[1]).map(|column| start + self.column_step * column as f64));
        }
        alloc::from_vec(&self.shape, out).map(MaskedArray::from)
    }
}
