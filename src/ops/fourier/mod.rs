//! The Fourier transform of an image, and windows for it.

mod fft;
pub mod window;

pub use fft::{Fourier, Output, fft};
