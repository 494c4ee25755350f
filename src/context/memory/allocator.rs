//! The allocator of the shared library: large blocks that are kept, the system's, and the reserve behind it. It also takes back what the host program lent.

use super::kept::KEPT;
use super::{REFUSABLE, borrowed, note, note_short, reserve, within};
use std::alloc::{GlobalAlloc, Layout, System};

#[global_allocator]
static ALLOCATOR: WithReserve = WithReserve;

struct WithReserve;

/// The largest request of the process so far, for tests.
#[cfg(debug_assertions)]
static LARGEST: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);

/// See [`LARGEST`].
#[cfg(debug_assertions)]
pub fn largest_request() -> usize {
    LARGEST.load(std::sync::atomic::Ordering::Relaxed)
}

/// The number of requests as large as a small image's pixels, for tests.
#[cfg(debug_assertions)]
static LARGE: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);

/// From this size on a request counts as large.
#[cfg(debug_assertions)]
const LARGE_FROM: usize = 1 << 16;

/// See [`LARGE`].
#[cfg(debug_assertions)]
pub fn large_requests() -> usize {
    LARGE.load(std::sync::atomic::Ordering::Relaxed)
}

/// In the dev profile, notes the size of a request.
fn watch(_size: usize) {
    #[cfg(debug_assertions)]
    {
        LARGEST.fetch_max(_size, std::sync::atomic::Ordering::Relaxed);
        LARGE.fetch_add(usize::from(_size >= LARGE_FROM), std::sync::atomic::Ordering::Relaxed);
    }
}

// SAFETY: memory is the system's, the reserve's or the host's; each is given back where it came from, by its address. Nothing here panics.
unsafe impl GlobalAlloc for WithReserve {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        watch(layout.size());
        let kept = KEPT.take(layout);
        if !kept.is_null() {
            return kept;
        }
        // SAFETY: the caller keeps the contract, which is the same.
        let start = unsafe { System.alloc(layout) };
        if start.is_null() { instead(layout) } else { start }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        watch(layout.size());
        // SAFETY: as above.
        let start = unsafe { System.alloc_zeroed(layout) };
        if !start.is_null() {
            return start;
        }
        let start = instead(layout);
        if !start.is_null() {
            // SAFETY: there is this much.
            unsafe { start.write_bytes(0, layout.size()) };
        }
        start
    }

    unsafe fn dealloc(&self, start: *mut u8, layout: Layout) {
        // First whether it is another's, which may have it from the reserve.
        if borrowed::give_back(start) {
            return;
        }
        if reserve::holds(start) {
            reserve::give_back(start, layout.size());
        } else if !KEPT.keep(start, layout) {
            // SAFETY: it is the system's.
            unsafe { System.dealloc(start, layout) }
        }
    }

    unsafe fn realloc(&self, start: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        watch(size);
        let reserved = reserve::holds(start);
        let borrowed = borrowed::holds(start);
        if !reserved && !borrowed {
            // SAFETY: it is the system's.
            let moved = unsafe { System.realloc(start, layout, size) };
            if !moved.is_null() {
                return moved;
            }
        }
        if size <= layout.size() {
            // It may stay where it is. The system is not told the size when it gets a block back.
            if reserved {
                reserve::shorten(start, layout.size(), size);
            }
            return start;
        }
        // SAFETY: the caller promises that the new size with this alignment is a layout.
        let wanted = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        // SAFETY: the new size is not 0, by the caller's contract. What is in the reserve goes to the system if it can, and what is the
        // host's stays there.
        let moved = if reserved || borrowed { unsafe { self.alloc(wanted) } } else { instead(wanted) };
        if !moved.is_null() {
            // SAFETY: two blocks, the new one longer; the old one is given back with its own layout.
            unsafe {
                moved.copy_from_nonoverlapping(start, layout.size());
                self.dealloc(start, layout);
            }
        }
        moved
    }
}

/// What a request gets that the system refused.
#[cold]
fn instead(layout: Layout) -> *mut u8 {
    if KEPT.release() {
        // SAFETY: the size is not 0, by the contract of all who ask here.
        let start = unsafe { System.alloc(layout) };
        if !start.is_null() {
            return start;
        }
    }
    if !within() {
        return std::ptr::null_mut();
    }
    let start = if REFUSABLE.get() { std::ptr::null_mut() } else { reserve::take(layout) };
    if start.is_null() {
        note()
    } else {
        note_short()
    }
    start
}

/// Whether the system has memory for what a small call needs.
#[cold]
pub fn has_memory() -> bool {
    const ENOUGH: Layout = Layout::new::<[u8; 1 << 16]>();
    // SAFETY: the size is not 0, and what is given comes back.
    unsafe {
        let start = System.alloc(ENOUGH);
        if !start.is_null() {
            System.dealloc(start, ENOUGH);
        }
        !start.is_null()
    }
}
