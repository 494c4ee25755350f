//! The Fourier transforms of libstoner, of the two types that it transforms.
//!
//! `rustfft` and `realfft` are generic: their code is compiled in the crate that asks for a plan. They are a fifth of the library's code, so they have a
//! crate of their own, which is compiled beside the library and not again whenever that changes. What is generic over both types goes
//! through the trait [`Real`]; a planner named in the library would compile everything there once more.

use std::sync::Arc;

pub use realfft::{ComplexToReal, FftError, RealToComplex};
pub use rustfft::{Fft, FftNum};

/// A type whose transforms are compiled here.
pub trait Real: FftNum {
    /// The forward transform of so many complex numbers, without a factor.
    fn forward(len: usize) -> Arc<dyn Fft<Self>>;
    /// The inverse transform, without a factor.
    fn inverse(len: usize) -> Arc<dyn Fft<Self>>;
    /// The first half of the forward transform of so many real numbers.
    fn real_forward(len: usize) -> Arc<dyn RealToComplex<Self>>;
    /// The inverse of [`Real::real_forward`], without a factor.
    fn real_inverse(len: usize) -> Arc<dyn ComplexToReal<Self>>;
}

macro_rules! real {
    ($($type:ident)+) => { $(impl Real for $type {
        // Never inlined: where a planner's function is inlined, all that it needs is compiled.
        #[inline(never)]
        fn forward(len: usize) -> Arc<dyn Fft<Self>> {
            rustfft::FftPlanner::new().plan_fft_forward(len)
        }
        #[inline(never)]
        fn inverse(len: usize) -> Arc<dyn Fft<Self>> {
            rustfft::FftPlanner::new().plan_fft_inverse(len)
        }
        #[inline(never)]
        fn real_forward(len: usize) -> Arc<dyn RealToComplex<Self>> {
            realfft::RealFftPlanner::new().plan_fft_forward(len)
        }
        #[inline(never)]
        fn real_inverse(len: usize) -> Arc<dyn ComplexToReal<Self>> {
            realfft::RealFftPlanner::new().plan_fft_inverse(len)
        }
    })+ };
}
real!(f32 f64);
