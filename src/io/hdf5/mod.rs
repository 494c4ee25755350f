//! HDF5 files, read without the C library: nothing in a file can crash, block or exhaust the program.
//!
//! The crate `hdf5-reader` reads B-trees that lead to links, attributes and chunks, and undoes some filters; the rest
//! follows the HDF Group's "HDF5 File Format Specification Version 4.0" (its sections are cited). A file is read into
//! memory once, or in the parts that are needed, which are known to be of one time; every address and size is checked against it, what it may cost is
//! bounded (`limits`), and no state is shared between threads. What a file holds never makes this library read another
//! one: external links, user-defined links and external storage are not followed.
//!
//! | file | what |
//! |---|---|
//! | `reading` | opens files, and reads them again where another program writes them |
//! | `snapshot`, `parts` | a file's bytes at one time, beside a writer too; those parts of them that are needed |
//! | `file` | the superblock, and the way to the bytes |
//! | `header`, `cursor`, `checksum` | an object's messages, and their fields |
//! | `group`, `link`, `link_cache` | links and the objects behind them |
//! | `dataset`, `attribute` | shape and type |
//! | `datatype`, `space`, `layout` | elements, shape and storage, as the file describes them |
//! | `stored`, `chunks`, `index`, `filters` | values in a dataset's own storage: in pieces, compressed |
//! | `blocks` | pieces that several threads unpack |
//! | `virtual_dataset` | values that lie in other datasets of the file |
//! | `values`, `dataset_values`, `content` | where values are read from; values as arrays and text |
//! | `heap`, `heap_cache`, `fractal` | texts of variable length; many links or attributes |
//! | `text` | text of any encoding |
//! | `limits`, `damage` | what a file may cost; the error of a damaged file |

mod attribute;
mod blocks;
mod checksum;
mod chunks;
mod content;
mod cursor;
mod damage;
mod dataset;
mod dataset_values;
mod datatype;
mod file;
mod filters;
mod fractal;
mod group;
mod header;
mod heap;
mod heap_cache;
mod index;
mod layout;
mod limits;
mod link;
mod link_cache;
mod parts;
mod reading;
mod snapshot;
mod space;
mod stored;
mod text;
mod values;
mod virtual_dataset;

pub use attribute::Attribute;
pub use content::{Content, Shape};
pub use dataset::Dataset;
pub use file::File;
pub use group::{Group, Object};
pub use link::{Link, LinkKind, Token};
pub use reading::{read, read_parts, state_of};
pub use snapshot::{SIGNATURE, State, has_signature};
pub use space::MAX_RANK;
pub use text::to_utf8;
