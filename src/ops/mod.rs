//! Image operations, one file per family.

pub mod convert;
pub mod geometry;
pub mod intensity;
