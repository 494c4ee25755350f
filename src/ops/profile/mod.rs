//! Tables of values along a line, or around a centre.

pub mod line;
pub mod radial;
