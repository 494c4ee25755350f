//! Elements in a dataset's own storage.

use super::chunks::Chunks;
use crate::context::Result;
use std::borrow::Cow;

/// The storage of a dataset, or the bytes of an attribute.
pub enum Stored<'f> {
    /// All elements, one after the other.
    Whole(Cow<'f, [u8]>),
    /// Nothing was written.
    Nothing,
    Chunks(Chunks<'f>),
    /// The first elements; the file ends before the others.
    Beginning(Cow<'f, [u8]>),
}

impl Stored<'_> {
    /// Calls `put` for each run of elements that were written, with the index of its first element and its bytes.
    pub fn each_run(&self, put: &mut dyn FnMut(usize, &[u8]) -> Result<()>) -> Result<()> {
        match self {
            Stored::Whole(bytes) | Stored::Beginning(bytes) => put(0, bytes),
            Stored::Nothing => Ok(()),
            Stored::Chunks(chunks) => chunks.each_run(put),
        }
    }

    /// How many bytes the file spends on them.
    pub fn bytes(&self) -> u64 {
        match self {
            Stored::Whole(bytes) | Stored::Beginning(bytes) => bytes.len() as u64,
            Stored::Nothing => 0,
            Stored::Chunks(chunks) => chunks.stored(),
        }
    }
}
