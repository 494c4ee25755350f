//! Values between pixels: what rotating, shifting, aligning and profiles along lines share.

mod boundary;

pub use boundary::Boundary;
