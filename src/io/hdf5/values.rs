//! Where the values of a dataset or an attribute are read from.

use super::blocks::Blocks;
use super::stored::Stored;
use super::virtual_dataset::VirtualParts;
use crate::context::Result;

/// The source of values.
pub enum Values<'f> {
    /// Its own storage.
    Stored(Stored<'f>),
    /// Other datasets of the file.
    Virtual(VirtualParts<'f>),
}

impl Values<'_> {
    /// Calls `put` for each run of elements that were written, with the index of its first element and its bytes.
    pub fn each_run(&self, mut put: impl FnMut(usize, &[u8]) -> Result<()>) -> Result<()> {
        match self {
            Values::Stored(stored) => stored.each_run(&mut put),
            Values::Virtual(parts) => parts.each_run(&mut put),
        }
    }

    /// All elements, where they lie one after the other.
    pub fn whole(&self) -> Option<&[u8]> {
        match self {
            Values::Stored(Stored::Whole(bytes)) => Some(bytes),
            _ => None,
        }
    }

    /// Chunks that several threads can unpack.
    pub fn blocks(&self) -> Option<Blocks<'_>> {
        match self {
            Values::Stored(Stored::Chunks(chunks)) => chunks.blocks(),
            _ => None,
        }
    }

    /// How many bytes the file spends on them.
    pub fn bytes(&self) -> u64 {
        match self {
            Values::Stored(stored) => stored.bytes(),
            Values::Virtual(parts) => parts.stored(),
        }
    }
}
