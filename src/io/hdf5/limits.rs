//! What a file may cost: sizes are refused before memory is asked for, and the work of a whole load is bounded.

use super::damage::corrupt;
use crate::context::{Error, Result};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// More links in one group than any scan has are a sign of damage.
pub const MAX_LINKS: usize = 1 << 17;

/// More attributes of one object than any scan has are a sign of damage.
pub const MAX_ATTRIBUTES: usize = 1 << 16;

/// An attribute that is larger is refused.
pub const MAX_ATTRIBUTE: u64 = 16 << 20;

/// Up to this part of the memory that a context allows is read whatever the file's storage says: 64 MiB by default.
const SMALL_PART: u64 = 4;

/// Deflate compresses at most 1032 : 1 (zlib's technical details); with shuffle it stays so.
pub const MAX_COMPRESSION: u64 = 1100;

/// The chunks of an object header beyond which it is taken for damaged.
pub const MAX_CONTINUATIONS: usize = 1 << 12;

/// An object header that is larger is taken for damaged.
pub const MAX_HEADER: u64 = 16 << 20;

/// A link with a longer name is taken for damaged.
pub const MAX_NAME: usize = 1 << 16;

/// What reading one structure costs besides its bytes.
const EACH_READ: u64 = 32;

/// What is left of the work and of the memory that a load of one file may take.
pub struct Budget {
    /// Bytes of the file that may still be looked at; the same byte counts each time.
    work: AtomicU64,
    /// Bytes that may still be decoded.
    memory: AtomicU64,
    /// Bytes that filters may still give.
    unpacked: AtomicU64,
    /// Up to this many bytes are read whatever the file's storage says.
    small: u64,
    /// Whether work was refused.
    spent: AtomicBool,
}

impl Budget {
    /// For a file of this length, and the memory that the context allows. A real file is looked at a few times over and unpacks
    /// to a few times its size.
    pub fn new(length: u64, limit: u64) -> Self {
        let memory = (limit / 8 * 5).saturating_add(length.saturating_mul(MAX_COMPRESSION));
        Budget {
            work: AtomicU64::new((limit / 8 * 3).saturating_add(length.saturating_mul(16))),
            memory: AtomicU64::new(memory),
            unpacked: AtomicU64::new(memory),
            small: limit / SMALL_PART,
            spent: AtomicBool::new(false),
        }
    }

    /// Up to this many bytes are read whatever the file's storage says.
    pub fn small(&self) -> u64 {
        self.small
    }

    /// Takes the work of looking at this many bytes.
    ///
    /// # Errors
    /// [`Status::Corrupt`](crate::context::Status::Corrupt) when no more is left.
    pub fn look_at(&self, bytes: u64) -> Result<()> {
        take(&self.work, bytes.saturating_add(EACH_READ)).ok_or_else(|| {
            self.spent.store(true, Ordering::Relaxed);
            corrupt("the file's structures lead over its bytes again and again")
        })
    }

    /// Whether work was refused. A file has fewer bytes than may be looked at, so it was not for the size of one part.
    pub fn is_spent(&self) -> bool {
        self.spent.load(Ordering::Relaxed)
    }

    /// Takes memory for what is decoded.
    ///
    /// # Errors
    /// [`Status::Corrupt`](crate::context::Status::Corrupt) when no more is left.
    pub fn decode(&self, bytes: u64) -> Result<()> {
        take(&self.memory, bytes).ok_or_else(|| too_much(bytes))
    }

    /// Takes the work of undoing filters.
    ///
    /// # Errors
    /// [`Status::Corrupt`](crate::context::Status::Corrupt) when no more is left.
    pub fn unpack(&self, bytes: u64) -> Result<()> {
        take(&self.unpacked, bytes).ok_or_else(|| too_much(bytes))
    }
}

fn too_much(bytes: u64) -> Error {
    corrupt(format!("{bytes} bytes are claimed, more than a file of this length can hold"))
}

fn take(left: &AtomicU64, bytes: u64) -> Option<()> {
    left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(bytes)).ok().map(|_| ())
}

/// The product of the lengths, or `None` where it exceeds 64 bits.
pub fn count(dims: &[u64]) -> Option<u64> {
    if dims.contains(&0) {
        return Some(0);
    }
    dims.iter().try_fold(1u64, |n, &d| n.checked_mul(d))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_and_memory_end() {
        let budget = Budget::new(1000, 256 << 20);
        assert_eq!(budget.small(), 64 << 20);
        assert!(budget.look_at(1 << 20).is_ok() && !budget.is_spent());
        assert!((0..300).any(|_| budget.look_at(1 << 20).is_err()) && budget.is_spent());
        assert!(budget.decode(100 << 20).is_ok());
        assert!(budget.decode(100 << 20).is_err());
        assert!(budget.decode(1 << 20).is_ok());
    }

    #[test]
    fn a_count_that_overflows_is_none() {
        assert_eq!(count(&[3, 4]), Some(12));
        assert_eq!(count(&[]), Some(1));
        assert_eq!(count(&[u64::MAX, 2]), None);
        assert_eq!(count(&[u64::MAX, 2, 0]), Some(0));
    }
}
