//! HDF5 files, written without the C library: the few structures that results need, which every reader since HDF5 1.8 knows.
//!
//! What is written follows the HDF Group's "HDF5 File Format Specification Version 4.0" (its sections are cited): superblock 2,
//! object headers 2, links in the header of their group, datasets in their header, in one piece, or in chunks below a B-tree of
//! version 1 with the filters shuffle and deflate. The same content gives the same bytes: no times are written.
//!
//! Everything goes to the file in one pass, so that no copy of it is in memory: what refers to a structure comes after it. What a
//! file holds is small, apart from arrays, whose chunks are packed some at a time.
//!
//! | file | what |
//! |---|---|
//! | `file` | groups, datasets, the superblock |
//! | `output` | where the bytes go |
//! | `header` | the messages of an object |
//! | `heap` | single texts |
//! | `kind` | types of elements |
//! | `value` | what attributes and datasets hold |
//! | `chunks` | arrays in packed chunks, and the tree that leads to them |

mod chunks;
mod file;
mod header;
mod heap;
mod kind;
mod output;
mod value;

pub(super) use file::File;
pub(super) use header::Attributes;
pub(super) use output::Address;
pub(super) use value::Value;
