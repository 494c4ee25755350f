//! A file in, an [`Image`](crate::image::Image) out, and back.
//!
//! | file | what |
//! |---|---|
//! | [`formats`] | the table of formats: recognise, load, save |
//! | [`load`](load()), [`save`](save()), [`name`] | the choice among them, by content and by name |
//! | [`open_scan`] (`scans`) | the same choice for scans, which are opened without their pixels |
//! | `nxstxm` | scans of X-ray microscopes, over `hdf5`, a reader of HDF5 files |
//! | `nexus` | images as NeXus HDF5 files, over `hdf5_writer` |
//! | [`tiff`], [`png`] (`png_chunks`), [`npy`] | one image format each |
//! | [`table`] | tables: CSV and TDI |
//! | [`pickle`] | what numpy unpickles; only written |
//! | `text_metadata`, `sidecar`, `pack` | metadata, planes, map and mask in image files, and how they are made small |
//! | [`atomic`] | writing a new file and renaming it |
//! | `windows_name` | paths that Windows cannot hold |
//! | `source`, `bytes`, `pixel_size`, `limits`, `sha256` | what readers and writers share |

pub mod atomic;
mod bytes;
pub mod formats;
#[cfg(feature = "hdf5")]
pub mod hdf5;
#[cfg(feature = "hdf5")]
mod hdf5_writer;
mod limits;
mod load;
pub mod name;
#[cfg(feature = "hdf5")]
mod nexus;
pub mod npy;
#[cfg(feature = "hdf5")]
pub mod nxstxm;
mod pack;
pub mod pickle;
mod pixel_size;
pub mod png;
pub(crate) mod png_chunks;
mod save;
mod scans;
pub mod sdf;
#[cfg(feature = "hdf5")]
mod sha256;
mod sidecar;
mod source;
pub mod table;
mod text_metadata;
pub mod tiff;
mod windows_name;

pub use load::load;
pub use save::save;
pub use scans::open_scan;
