//! A [`Scan`]: what a file holds of one measurement, before any pixel is read, and the way to its images.
//!
//! Plain data, and a trait for what reads pixels later, which the readers of `io` implement. A file has entries (regions of the
//! sample, or measurements one after the other); an entry has detectors, whose images have axes; a stack's first axis is that of
//! its frames.

mod axis;
mod kind;
mod model;
mod orient;
mod spectrum;

pub use axis::{Axis, Direction, GRID_TOLERANCE, Role, regular};
pub use kind::Kind;
pub use model::{About, Detector, Entry, Reader, Scan};
pub use orient::{grid_map, in_order, reverse_rows, rows_descend, spread};
pub use spectrum::{Region, spectrum};
