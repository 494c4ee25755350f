//! Memory for the rest of a call that can get none.
//!
//! It is part of the library's zeroed data: the system gives a page of it when that is first written to, so that it costs address
//! space until it is needed. Its blocks are marked in a bit map, without a lock, so that a thread that is stopped anywhere, or left
//! behind by `fork`, blocks no other.

use std::alloc::Layout;
use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// Its size: many times what a call needs to notice that memory ran out and to clean up, and enough for the buffers of the crates
/// that read and write pictures.
const SIZE: usize = 8 << 20;
/// The unit of its blocks.
const GRAIN: usize = 64;
/// No block is aligned to more.
const ALIGN: usize = 4096;
const GRAINS: usize = SIZE / GRAIN;

#[repr(C, align(4096))]
struct Memory(UnsafeCell<MaybeUninit<[u8; SIZE]>>);

// SAFETY: whoever marked a block in `TAKEN` alone uses it.
unsafe impl Sync for Memory {}

static MEMORY: Memory = Memory(UnsafeCell::new(MaybeUninit::zeroed()));

/// A bit for each grain: 1 where it is in use.
static TAKEN: [AtomicU64; GRAINS / 64] = [const { AtomicU64::new(0) }; GRAINS / 64];

fn start() -> *mut u8 {
    MEMORY.0.get().cast()
}

/// The number of grains in use.
static IN_USE: AtomicUsize = AtomicUsize::new(0);

/// Whether more than an eighth stays in use. A call that begins finds the rest.
pub fn is_low() -> bool {
    IN_USE.load(Ordering::Relaxed) > GRAINS / 8
}

/// Whether an address lies in the reserve.
pub fn holds(address: *const u8) -> bool {
    address.addr().wrapping_sub(start().addr()) < SIZE
}

/// A block, or NULL.
pub fn take(layout: Layout) -> *mut u8 {
    let grains = grains(layout.size());
    if grains > GRAINS || layout.align() > ALIGN {
        return std::ptr::null_mut();
    }
    let step = (layout.align() / GRAIN).max(1);
    let mut from = 0;
    while from + grains <= GRAINS {
        match last_taken(from..from + grains) {
            Some(taken) => from = (taken + 1).next_multiple_of(step),
            // Where another thread was faster, the next look finds its block.
            None => {
                if claim(from..from + grains) {
                    IN_USE.fetch_add(grains, Ordering::Relaxed);
                    return start().wrapping_add(from * GRAIN);
                }
            }
        }
    }
    std::ptr::null_mut()
}

/// Gives a block back that [`take`] gave for this size.
pub fn give_back(address: *const u8, size: usize) {
    let from = index(address);
    IN_USE.fetch_sub(grains(size), Ordering::Relaxed);
    release(from..from + grains(size));
}

/// Gives the end of a block back: it has a smaller size from now on.
pub fn shorten(address: *const u8, old: usize, new: usize) {
    let from = index(address);
    IN_USE.fetch_sub(grains(old) - grains(new), Ordering::Relaxed);
    release(from + grains(new)..from + grains(old));
}

fn index(address: *const u8) -> usize {
    (address.addr() - start().addr()) / GRAIN
}

fn grains(size: usize) -> usize {
    size.div_ceil(GRAIN).max(1)
}

/// The words of the map that a range of grains lies in, each with its bits.
fn words(range: Range<usize>) -> impl DoubleEndedIterator<Item = (usize, u64)> {
    let all = if range.is_empty() { 0..0 } else { range.start / 64..range.end.div_ceil(64) };
    all.map(move |word| {
        let (first, end) = (range.start.saturating_sub(word * 64), (range.end - word * 64).min(64));
        (word, u64::MAX >> (64 - (end - first)) << first)
    })
}

fn last_taken(range: Range<usize>) -> Option<usize> {
    words(range).rev().find_map(|(word, bits)| {
        let taken = TAKEN[word].load(Ordering::Relaxed) & bits;
        (taken != 0).then(|| word * 64 + taken.ilog2() as usize)
    })
}

/// Marks all grains, or none where one is in use.
fn claim(range: Range<usize>) -> bool {
    for (word, bits) in words(range.clone()) {
        let before = TAKEN[word].fetch_or(bits, Ordering::Acquire);
        if before & bits != 0 {
            TAKEN[word].fetch_and(!(bits & !before), Ordering::Release);
            release(range.start..range.start.max(word * 64));
            return false;
        }
    }
    true
}

fn release(range: Range<usize>) {
    words(range).for_each(|(word, bits)| {
        TAKEN[word].fetch_and(!bits, Ordering::Release);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    /// One test at a time counts what is in use.
    static ALONE: Mutex<()> = Mutex::new(());

    fn in_use() -> usize {
        let marked: u32 = TAKEN.iter().map(|word| word.load(Ordering::Relaxed).count_ones()).sum();
        assert_eq!(marked as usize, IN_USE.load(Ordering::Relaxed));
        marked as usize
    }

    fn layout(size: usize, align: usize) -> Layout {
        Layout::from_size_align(size, align).unwrap()
    }

    #[test]
    fn blocks_are_aligned_do_not_overlap_and_come_back() {
        let _alone = ALONE.lock().unwrap();
        let before = in_use();
        let mut blocks: Vec<(*mut u8, Layout)> = Vec::new();
        for i in 0..200 {
            let layout = layout(1 + i * i % 9000, 1 << (i % 13));
            let block = take(layout);
            assert!(holds(block) && block.addr().is_multiple_of(layout.align()));
            blocks.push((block, layout));
        }
        let mut ranges: Vec<_> = blocks.iter().map(|&(b, l)| b.addr()..b.addr() + l.size()).collect();
        ranges.sort_by_key(|range| range.start);
        assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start));
        blocks.into_iter().for_each(|(block, layout)| give_back(block, layout.size()));
        assert_eq!(in_use(), before);
    }

    #[test]
    fn a_block_that_becomes_smaller_keeps_its_beginning() {
        let _alone = ALONE.lock().unwrap();
        let block = take(layout(64 * 200, 8));
        let before = in_use();
        shorten(block, 64 * 200, 64 * 200 - 63);
        assert_eq!(in_use(), before);
        shorten(block, 64 * 200 - 63, 65);
        assert_eq!(in_use(), before - 198);
        let next = take(layout(64 * 198, 8));
        assert_eq!(next, block.wrapping_add(128));
        give_back(next, 64 * 198);
        give_back(block, 65);
    }

    #[test]
    fn what_is_too_large_is_refused_and_the_whole_can_be_had() {
        let _alone = ALONE.lock().unwrap();
        assert!(take(layout(SIZE + 1, 1)).is_null());
        assert!(take(layout(64, 2 * ALIGN)).is_null());
        assert_eq!(in_use(), 0);
        let whole = take(layout(SIZE, 8));
        assert!(!whole.is_null() && take(layout(1, 1)).is_null());
        give_back(whole, SIZE);
        assert!(
            !holds(std::ptr::null()) && !holds(start().wrapping_add(SIZE)) && holds(start().wrapping_add(SIZE - 1))
        );
    }

    #[test]
    fn threads_get_blocks_of_their_own() {
        let _alone = ALONE.lock().unwrap();
        std::thread::scope(|scope| {
            for mark in 1..=4u8 {
                scope.spawn(move || {
                    for round in 0..300 {
                        let layout = layout(1 + round * 37 % 20_000, 8);
                        let block = take(layout);
                        // SAFETY: the block is this thread's own, which is what is tested.
                        unsafe {
                            block.write_bytes(mark, layout.size());
                            assert!((0..layout.size()).all(|i| block.add(i).read() == mark));
                        }
                        give_back(block, layout.size());
                    }
                });
            }
        });
        assert_eq!(in_use(), 0);
    }
}
