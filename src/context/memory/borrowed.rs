//! Memory of the host program in which arrays lie without being copied.
//!
//! An array frees its storage through the allocator when its last owner goes. The allocator knows the blocks that belong to the
//! host: it does not give them back to the system, but notes that the host can have them again. The host is told at the end of a
//! call ([`return_what_is_free`]), when no lock is held any more.
//!
//! An array can also lie in the memory of another array, as whose bytes it shows elements of another dtype ([`keep`]). The other array stays until
//! then, and goes at once: nobody has to be told.

use std::cell::Cell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What gives a block back to the host: it does so when it is dropped.
pub type Release = Box<dyn Send>;

struct Block {
    start: usize,
    bytes: usize,
    /// How many arrays lie there. A host may lend a block more than once.
    arrays: usize,
    releases: Vec<Release>,
    /// The arrays of the library's own in whose memory these lie.
    kept: Vec<Release>,
}

impl Block {
    fn new(start: *const u8) -> Block {
        Block { start: start as usize, bytes: 0, arrays: 0, releases: Vec::new(), kept: Vec::new() }
    }
}

#[derive(Default)]
struct Table {
    blocks: Vec<Block>,
    /// What the host has to be told.
    free: Vec<Release>,
}

static TABLE: Mutex<Table> = Mutex::new(Table { blocks: Vec::new(), free: Vec::new() });
// For the allocator, which looks at each block that is freed. All blocks lie between these two; 0: there are none.
static LOWEST: AtomicUsize = AtomicUsize::new(usize::MAX);
static HIGHEST: AtomicUsize = AtomicUsize::new(0);
static FREE: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    /// Whether the thread holds the table: the table's own memory is none of the host's.
    static INSIDE: Cell<bool> = const { Cell::new(false) };
}

/// The table, locked.
pub struct Held(Option<MutexGuard<'static, Table>>);

impl Held {
    fn table(&mut self) -> &mut Table {
        self.0.as_mut().expect("it is there until it is dropped")
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.0 = None;
        INSIDE.set(false);
    }
}

/// Locks the table, also so that nobody is in the middle of a change while the process forks.
pub fn hold() -> Held {
    INSIDE.set(true);
    Held(Some(TABLE.lock().unwrap_or_else(PoisonError::into_inner)))
}

/// Notes that an array is about to lie in a block of the host's. The allocator is then the one that the block is given back to, once.
pub fn lend(start: *const u8, bytes: usize, release: Release) {
    note(start, bytes, |block| block.releases.push(release));
}

/// Notes that an array is about to lie in a block that belongs to another array, which `owner` keeps. As [`lend`], but the owner is dropped as
/// soon as no array lies there any more. Where arrays lie there already, what keeps the memory for them keeps it for this one: an owner that is one of
/// them would wait for itself.
pub fn keep(start: *const u8, bytes: usize, owner: Release) {
    let mut unused = None;
    note(start, bytes, |block| if block.arrays == 1 { block.kept.push(owner) } else { unused = Some(owner) });
    drop(unused);
}

fn note(start: *const u8, bytes: usize, with: impl FnOnce(&mut Block)) {
    let mut held = hold();
    let table = held.table();
    let at = table.blocks.iter().position(|block| block.start == start as usize).unwrap_or_else(|| {
        table.blocks.push(Block::new(start));
        table.blocks.len() - 1
    });
    let block = &mut table.blocks[at];
    block.arrays += 1;
    block.bytes = block.bytes.max(bytes);
    with(block);
    // Nothing needs memory when a block is freed.
    let all = table.blocks.iter().map(|block| block.releases.len()).sum();
    table.free.reserve(all);
    LOWEST.fetch_min(start as usize, Ordering::Relaxed);
    HIGHEST.fetch_max(start as usize + bytes, Ordering::Relaxed);
}

/// Whether an address lies in a block of the host's.
pub fn holds(address: *const u8) -> bool {
    let address = address as usize;
    // Whoever has an address inside got it after the block was noted.
    if address < LOWEST.load(Ordering::Relaxed) || address >= HIGHEST.load(Ordering::Relaxed) || INSIDE.get() {
        return false;
    }
    hold().table().blocks.iter().any(|block| (block.start..block.start + block.bytes).contains(&address))
}

/// Takes a block back, if it is one of the host's.
pub fn give_back(start: *const u8) -> bool {
    let start = start as usize;
    if start < LOWEST.load(Ordering::Relaxed) || start >= HIGHEST.load(Ordering::Relaxed) || INSIDE.get() {
        return false;
    }
    let mut held = hold();
    let table = held.table();
    let Some(at) = table.blocks.iter().position(|block| block.start == start) else { return false };
    table.blocks[at].arrays -= 1;
    let mut kept = Vec::new();
    if table.blocks[at].arrays == 0 {
        let mut block = table.blocks.swap_remove(at);
        table.free.append(&mut block.releases);
        kept = block.kept;
        FREE.store(table.free.len(), Ordering::Release);
        if table.blocks.is_empty() {
            LOWEST.store(usize::MAX, Ordering::Relaxed);
            HIGHEST.store(0, Ordering::Relaxed);
        }
    }
    // Dropping an owner frees its memory, so this comes in again.
    drop(held);
    drop(kept);
    true
}

/// Tells the host of the blocks that no array lies in any more. No lock is held meanwhile: the host may call the library.
pub fn return_what_is_free() {
    while FREE.load(Ordering::Acquire) > 0 {
        let mut held = hold();
        let release = held.table().free.pop();
        FREE.store(held.table().free.len(), Ordering::Release);
        drop(held);
        drop(release);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    struct Told(Arc<AtomicUsize>);

    impl Drop for Told {
        fn drop(&mut self) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn an_owner_goes_with_the_last_array_that_lies_in_its_memory() {
        let owner = vec![0u8; 64];
        let told = Arc::new(AtomicUsize::new(0));
        let start = owner.as_ptr();
        keep(start, 64, Box::new((owner, Told(Arc::clone(&told)))));
        assert!(holds(start) && told.load(Ordering::Relaxed) == 0);
        assert!(give_back(start));
        assert!(!holds(start) && told.load(Ordering::Relaxed) == 1);
    }

    #[test]
    fn a_block_is_given_back_when_no_array_lies_in_it() {
        let host = [0u8; 64];
        let told = Arc::new(AtomicUsize::new(0));
        let release = || Box::new(Told(Arc::clone(&told)));
        lend(host.as_ptr(), 64, release());
        lend(host.as_ptr(), 64, release());
        assert!(holds(&raw const host[63]) && !holds(Box::new(1u8).as_ref()));
        assert!(!give_back(&raw const host[1]), "the start alone is what an array frees");
        assert!(give_back(host.as_ptr()));
        return_what_is_free();
        assert!(told.load(Ordering::Relaxed) == 0 && holds(host.as_ptr()));
        assert!(give_back(host.as_ptr()));
        return_what_is_free();
        assert!(told.load(Ordering::Relaxed) == 2 && !holds(host.as_ptr()) && !give_back(host.as_ptr()));
    }
}
