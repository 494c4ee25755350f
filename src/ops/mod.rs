//! Image operations, one file per family.
//!
//! Those that compute in floating point share [`frames`]: it splits an image of any real dtype into frames of `f32`
//! or `f64` and joins the results. [`fill`] gives masked pixels a value for operations that need one.

pub mod contrast;
pub mod convert;
pub mod draw;
pub mod fill;
pub mod filter;
pub mod fourier;
pub mod frames;
pub mod geometry;
pub mod histogram;
pub mod intensity;
pub mod level;
pub mod pick;
mod pixelwise;
pub mod profile_line;
pub mod quantize;
pub mod radial;
pub mod register;
pub mod regrid;
pub mod resample;
pub mod rotate;
pub mod translate;
