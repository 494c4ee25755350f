//! X-ray microscopy images for other people's programs: load a STXM scan with its metadata, treat it as a masked
//! array, process it, save it.
//!
//! ```text
//! bindings/      c, cpp, matlab, labview, python: other people's languages; no algorithm, no file format
//! include/       stoner.h: generated, committed, never edited by hand
//! src/ffi/       the C surface: one file per section of the header; core/: what all sections use
//! src/xray/      operations of a beamline: xmcd
//! src/render/    pictures: imshow, histograms, plots of tables
//! src/io/        nxstxm, nexus, tiff, png, npy, table: a file in, an Image out, and back
//! src/scan/      a scan: entries, detectors, axes, and a trait for what reads its pixels
//! src/live/      images that grow while they are measured
//! src/ops/       a folder per family: convert, intensity, geometry, filter, profile, register, ...
//! src/image/     Image = masked array + planes + map + metadata + file name + title; Table
//! src/array/     masked n-dimensional arrays of any dtype
//! src/context/   warnings, progress, cancellation, threads; errors
//! ```
//!
//! Each layer uses only those below it. The crate is also an ordinary Rust library: a Rust user, a test and a
//! benchmark call the same functions that `src/ffi` calls.

pub mod array;
pub mod context;
pub mod ffi;
pub mod image;
pub mod io;
pub mod live;
pub mod ops;
pub mod render;
pub mod scan;
pub mod xray;
