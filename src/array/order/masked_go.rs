//! Where masked elements go.

use crate::array::Scalar;

/// Where masked elements go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum MaskedGo {
    /// With the greatest values.
    Last,
    /// With the least.
    First,
    /// Where this value would.
    As(Scalar),
}
