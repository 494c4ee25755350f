//! Image operations, a folder for each family.
//!
//! | folder | what |
//! |---|---|
//! | [`engine`] | what many operations share: frames of a stack, pixels one by one, values for ignored pixels |
//! | [`arithmetic`] | images with images and numbers: planes, map and metadata |
//! | [`convert`] | other dtypes, values kept in meaning |
//! | [`intensity`] | ranges, contrast, levels, backgrounds, histograms |
//! | [`geometry`] | turns, crops, resampling, rotation, translation, regular grids |
//! | [`filter`], [`fourier`] | smoothing, derivatives, noise removal; the Fourier transform |
//! | [`profile`] | values along a line, around a centre |
//! | [`draw`] | shapes onto an image or its mask |
//! | [`register`] | movements between images, and images moved onto each other |
//! | [`stack`] | frames put together |
//! | [`pick`] | elements by their places along an axis |

pub mod arithmetic;
pub mod convert;
pub mod draw;
pub mod engine;
pub mod filter;
pub mod fourier;
pub mod geometry;
pub mod intensity;
pub mod pick;
pub mod profile;
pub mod register;
pub mod stack;
