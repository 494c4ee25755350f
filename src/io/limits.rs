//! What reading a file may take beside its pixels: memory for text, metadata and directories, and the work of looking at them.
//! Each part is counted before memory is asked for it, and as much as the file is long is always allowed.

use crate::context::{Context, Error, Result, Status};
use std::cell::Cell;

/// Of the memory that a context allows, the part that is counted here: the file's own bytes and the pixels take the rest.
const PART: u64 = 2;
/// What looking at a part of a file costs beside its bytes.
const EACH: u64 = 32;
/// Bytes of a small file that may be looked at.
const SMALL: u64 = 64 << 20;
/// How often a large file's bytes may be looked at.
const TIMES: u64 = 16;
/// The memory of a metadata entry beside its key and value: its place in maps, and the text that it is made from.
pub(super) const ENTRY: u64 = 512;

/// What is left for one load.
pub(super) struct Budget {
    memory: Cell<u64>,
    work: Cell<u64>,
    /// What the context allows.
    limit: u64,
    /// Whether memory was refused.
    refused: Cell<bool>,
}

impl Budget {
    /// For a file of this length.
    pub fn new(ctx: &Context, length: u64) -> Self {
        let limit = ctx.memory_limit();
        Budget {
            memory: Cell::new((limit / PART).saturating_add(length)),
            work: Cell::new(SMALL.saturating_add(length.saturating_mul(TIMES))),
            limit,
            refused: Cell::new(false),
        }
    }

    /// What the context allows for the whole call.
    pub fn limit(&self) -> usize {
        usize::try_from(self.limit).unwrap_or(usize::MAX)
    }

    /// The error of a refusal that its caller took for damage.
    ///
    /// # Errors
    /// As [`Budget::take`].
    pub fn check(&self, what: &str) -> Result<()> {
        if self.refused.get() { Err(self.refusal(what)) } else { Ok(()) }
    }

    fn refusal(&self, what: &str) -> Error {
        Error::new(
            Status::NoMemory,
            format!(
                "{what} would take more memory than the context allows: {} bytes beside the pixels, of its limit of {} bytes; \
                 stoner_context_set_memory_limit raises it",
                self.limit / PART,
                self.limit
            ),
        )
    }

    /// Allows as much again as pixels take: what describes much data may be much.
    pub fn allow(&self, pixels: usize) {
        self.memory.set(self.memory.get().saturating_add(pixels as u64));
    }

    /// Takes memory for a part of the file.
    ///
    /// # Errors
    /// [`Status::NoMemory`] when no more is left.
    pub fn take(&self, bytes: u64, what: &str) -> Result<()> {
        match self.memory.get().checked_sub(bytes) {
            Some(left) => {
                self.memory.set(left);
                Ok(())
            }
            None => {
                self.refused.set(true);
                Err(self.refusal(what))
            }
        }
    }

    /// Takes memory for `count` elements of a size.
    ///
    /// # Errors
    /// As [`Budget::take`].
    pub fn take_each(&self, count: usize, size: usize, what: &str) -> Result<()> {
        self.take((count as u64).saturating_mul(size as u64), what)
    }

    /// Takes the work of looking at a part of the file; the same bytes count each time.
    ///
    /// # Errors
    /// [`Status::Corrupt`] when no more is left.
    pub fn look_at(&self, bytes: u64) -> Result<()> {
        match self.work.get().checked_sub(bytes.saturating_add(EACH)) {
            Some(left) => {
                self.work.set(left);
                Ok(())
            }
            None => Err(Error::new(Status::Corrupt, "the file's structures lead over its bytes again and again")),
        }
    }
}

/// What a JSON text takes when it is parsed: its strings, and its elements, of which each stands behind one of a few characters.
pub(super) fn json_cost(text: &str) -> u64 {
    const ELEMENT: u64 = 128;
    let elements = text.bytes().filter(|b| matches!(b, b',' | b'[' | b'{' | b':')).count() as u64;
    (text.len() as u64).saturating_mul(2).saturating_add((elements + 1) * ELEMENT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_and_work_end_and_the_context_raises_the_one() {
        let ctx = Context::new();
        let budget = Budget::new(&ctx, 10);
        assert!(budget.take(100 << 20, "text").is_ok() && budget.check("text").is_ok());
        let error = budget.take(100 << 20, "text").unwrap_err();
        assert_eq!(error.status(), Status::NoMemory);
        assert!(error.message().starts_with("text would take more memory"), "{error}");
        assert_eq!(budget.check("text").unwrap_err().to_string(), error.to_string());
        budget.allow(100 << 20);
        assert!(budget.take_each(100, 1 << 20, "text").is_ok());
        assert!(budget.take_each(usize::MAX, usize::MAX, "text").is_err());
        assert!((0..100).any(|_| budget.look_at(1 << 20).is_err_and(|error| error.status() == Status::Corrupt)));
        ctx.set_memory_limit(1 << 40);
        assert!(Budget::new(&ctx, 10).take(1 << 38, "text").is_ok());
    }

    #[test]
    fn the_cost_of_json_is_that_of_its_elements() {
        let json = format!("[{}1]", "1,".repeat(1000));
        let found: serde_json::Value = serde_json::from_str(&json).unwrap();
        let elements = found.as_array().unwrap().len();
        assert!(json_cost(&json) >= (elements * size_of::<serde_json::Value>()) as u64);
    }
}
