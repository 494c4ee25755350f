//! See `driver`.

mod driver;
mod influence;
mod resolution;
mod sums;
mod two_by_two;

pub use driver::{UNCERTAIN, estimate};
