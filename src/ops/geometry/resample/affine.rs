//! Affine maps between images.

/// A map from pixels of a result to positions in a source, both (column, row): `offset + matrix (column, row)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Affine {
    /// Where pixel (0, 0) of the result lies.
    pub offset: [f64; 2],
    /// The steps of a column and of a row; the first row gives x, the second y.
    pub matrix: [[f64; 2]; 2],
}

impl Affine {
    /// The position of column 0 in a row, and the step of one column.
    pub(super) fn row(&self, row: f64) -> ([f64; 2], [f64; 2]) {
        let at = |k: usize| self.matrix[k][1] * row + self.offset[k];
        ([at(0), at(1)], [self.matrix[0][0], self.matrix[1][0]])
    }

    /// The map of a content that moves by a vector.
    pub fn translation(vector: [f64; 2]) -> Affine {
        Affine { offset: [-vector[0], -vector[1]], matrix: [[1.0, 0.0], [0.0, 1.0]] }
    }
}
