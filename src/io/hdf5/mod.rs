//! HDF5 files, read without the C library: nothing in a file can crash, block or exhaust the program.
//!
//! The crate `hdf5-reader` reads B-trees that lead to links, attributes and chunks, and undoes some filters; the rest
//! follows the HDF Group's "HDF5 File Format Specification Version 4.0" (its sections are cited). A file is read into
//! memory once, so that it cannot change underneath; every address and size is checked against it, what it may cost is
//! bounded (`limits`), and no state is shared between threads. What a file holds never makes this library read another
//! one: external links, user-defined links and external storage are not followed.
//!
//! | file | what |
//! |---|---|
//! | `snapshot` | a file's bytes at one time, beside a writer too |
//! | `file` | the superblock, and the way to the bytes |
//! | `header`, `cursor` | an object's messages, and their fields |
//! | `group` | links and the objects behind them |
//! | `dataset`, `attribute` | what is known of them |
//! | `datatype`, `space`, `layout` | their elements, shape and storage |
//! | `chunks`, `index`, `filters` | values that are stored in pieces, packed |
//! | `virtual_dataset` | values that lie in other datasets of the file |
//! | `heap`, `fractal` | texts of variable length; many links or attributes |
//! | `content` | values as arrays and text |
//! | `limits` | what a file may cost |

mod attribute;
mod chunks;
mod content;
mod cursor;
mod dataset;
mod datatype;
mod file;
mod filters;
mod fractal;
mod group;
mod header;
mod heap;
mod index;
mod layout;
mod limits;
mod snapshot;
mod space;
mod virtual_dataset;

pub use attribute::Attribute;
pub use content::{Content, Shape, to_utf8};
pub use dataset::Dataset;
pub use file::{File, read};
pub use group::{Group, Link, LinkKind, Object, Token};
pub use snapshot::{SIGNATURE, has_signature};
pub use space::MAX_RANK;

use crate::context::{Error, Status};

/// What is wrong with a file.
fn corrupt(what: impl Into<String>) -> Error {
    Error::new(Status::Corrupt, what)
}
