//! A file in, an [`Image`](crate::image::Image) out, and back.
//!
//! | file | what |
//! |---|---|
//! | [`detect`] | the table of loaders; finds the one that fits |
//! | [`save`](save()), [`name`] | the format from the name, or a list of formats |
//! | `nxstxm` | scans of X-ray microscopes, over `hdf5`, a reader of HDF5 files |
//! | [`tiff`], [`png`] (`png_chunks`), [`npy`] | one image format each |
//! | [`table`] | tables: CSV and TDI |
//! | [`pickle`] | what numpy unpickles; only written |
//! | `described`, `carrier`, `pack` | metadata, planes, map and mask in image files, and how they are made small |
//! | [`atomic`] | writing beside and renaming |
//! | `source`, `bytes`, `pixel_size`, `limits` | what readers and writers share |

pub mod atomic;
mod bytes;
mod carrier;
mod described;
pub mod detect;
#[cfg(feature = "hdf5")]
pub mod hdf5;
mod limits;
pub mod name;
pub mod npy;
#[cfg(feature = "hdf5")]
pub mod nxstxm;
mod pack;
pub mod pickle;
mod pixel_size;
pub mod png;
pub(crate) mod png_chunks;
mod save;
mod source;
pub mod table;
pub mod tiff;

pub use detect::load;
pub use save::{FORMATS, save};
