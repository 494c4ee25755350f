//! Image operations, one file per family.

pub mod geometry;
