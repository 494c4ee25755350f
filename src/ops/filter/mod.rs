//! Filters: each pixel is replaced by a function of its neighbourhood.
//!
//! | file | what |
//! |---|---|
//! | `separable` | correlation with 1-D kernels along both axes: what the filters here are made of |
//! | `sliding` | correlation with a long Gaussian by sums of cosines, in a time that does not grow with its length |
//! | `gaussian` | Gaussians and their derivatives as scipy.ndimage and scikit-image have them |
//! | `sgolay` | Savitzky-Golay: a polynomial fitted to each pixel's window |
//! | `fit` | the same where pixels are masked, or the window reaches beyond the edge |
//! | `denoise` | total variation |
//!
//! Planes, map and metadata are unchanged. Each frame of a stack is filtered by itself.

mod denoise;
mod fit;
mod gaussian;
mod separable;
mod sgolay;
mod sliding;

pub use denoise::denoise;
pub use gaussian::{Gaussian, filter_image, gaussian_filter};
pub(crate) use separable::symmetric;
pub use sgolay::{Derivative, sgolay2d};
