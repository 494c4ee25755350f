//! Values between pixels, for rotation, translation, registration and profiles along lines.
//!
//! A [`Sampling`] says how a value between pixels is computed: a [`Kernel`], a [`Boundary`] for the values beyond the edges, a
//! constant for it. There are three ways to use one:
//!
//! | | |
//! |---|---|
//! | [`along`] | an image along an [`Affine`] map from the result's pixels to its own |
//! | [`shifted`] | an image shifted by a vector that need not be whole; the kernel is applied down, then along |
//! | [`means_across`] | at points along a line, the means of the values across it |
//!
//! All three treat masked pixels and NaN alike. At order 1 a value is made of the valid pixels alone, its weights
//! normalised; at other orders invalid pixels first take the value of the nearest valid one, and B-splines are made to go
//! through the pixels. A pixel of the result is masked when less than half of its order-1 weight is valid; where a constant
//! stands beyond the edges, what lies there counts as not valid, and in images it has no part in what is not masked.

mod affine;
mod boundary;
mod coverage;
mod image;
mod kernel;
mod nearest;
mod points;
mod shift;
mod source;
mod spline;
mod warp;

pub use affine::Affine;
pub use boundary::Boundary;
pub use image::{along, along_in, shifted, shifted_in};
pub use kernel::Kernel;
pub use points::{Across, means_across};
pub use source::Sampling;
