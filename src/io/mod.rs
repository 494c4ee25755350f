//! A file in, an [`Image`](crate::image::Image) out, and back.

#[cfg(feature = "hdf5")]
pub mod hdf5;
#[cfg(feature = "hdf5")]
pub mod nxstxm;
