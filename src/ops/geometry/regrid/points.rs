//! Where values were measured.

/// The positions at which values were measured.
#[derive(Debug, Clone, Copy)]
pub struct Points<'a> {
    /// Their x and their y.
    pub at: [&'a [f64]; 2],
    /// (rows, columns) where they are the pixels of an image in order.
    pub shape: Option<[usize; 2]>,
}
