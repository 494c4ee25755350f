//! Shared by reader and writer: an entry of the metadata, and how arrays are stored.

use crate::array::DType;
use crate::image::Entry;

/// How the bytes of an array or a mask stand in the file.
pub const PLAIN: u8 = 0;
pub const PACKED: u8 = 1;
pub const PLANE: u8 = 2;
/// What packed entries may become: this, and so many times the length of the sidecar. The writer keeps to it, so that no small file
/// asks for much memory.
pub const UNPACKED: usize = 64 << 20;
pub const TIMES: usize = 64;
/// An entry of the metadata.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    /// Its place in the order of the entries.
    pub index: u32,
    /// Whether the text of the file holds it too.
    pub in_text: bool,
    pub key: String,
    pub entry: Entry,
}

/// The size of one number: complex elements are two.
pub fn number_width(dtype: DType) -> usize {
    if dtype.is_complex() { dtype.itemsize() / 2 } else { dtype.itemsize() }
}
