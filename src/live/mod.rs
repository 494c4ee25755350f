//! Images that grow while they are measured: points are pushed in any order, and an image is taken from them at any moment.
//!
//! Each pixel keeps four sums over its points. So a push costs each point the same however many came before, needs no memory, and the sums
//! do not depend on how the points were divided into pushes: the last image is, bit for bit, that of all points pushed at once.

mod accumulate;
mod grid;
mod shared;
mod snapshot;
mod sums;

pub use accumulate::Points;
pub use grid::Grid;
pub use shared::{COVERAGE, ERROR, Frozen, Live};
pub use snapshot::Room;
pub use sums::{Spread, State};
