//! Large blocks that were given back, kept for the next request of the same size.
//!
//! The system gives a block as large as an image as fresh pages, which it clears when they are first touched: for a call that writes each
//! pixel once that is more than half of its time (2048 x 2048 doubles: 2.2 ms of 3.7). A program that works on images of one size asks for the
//! same sizes again and again.

use super::DEFAULT_KEPT;
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicUsize, Ordering};

/// Smaller blocks are not kept: the system's allocator keeps them itself.
const KEPT_FROM: usize = 1 << 20;

/// A place for a block. Whoever sets `busy` alone uses the rest; nobody waits for it, so that a thread that is stopped, or left behind by
/// `fork`, costs this place and no more.
struct Place {
    busy: AtomicBool,
    start: AtomicPtr<u8>,
    size: AtomicUsize,
    align: AtomicUsize,
}

/// The blocks that are kept.
pub struct Kept {
    places: [Place; 8],
    limit: AtomicUsize,
    /// The bytes that are kept.
    total: AtomicUsize,
    /// Which place gives up its block next.
    oldest: AtomicUsize,
}

/// Those of the process.
pub static KEPT: Kept = Kept::new(DEFAULT_KEPT);

impl Place {
    const fn new() -> Self {
        Place {
            busy: AtomicBool::new(false),
            start: AtomicPtr::new(std::ptr::null_mut()),
            size: AtomicUsize::new(0),
            align: AtomicUsize::new(0),
        }
    }

    /// Calls `f` unless another thread uses the place.
    fn alone<R>(&self, f: impl FnOnce() -> Option<R>) -> Option<R> {
        if self.busy.swap(true, Ordering::Acquire) {
            return None;
        }
        let result = f();
        self.busy.store(false, Ordering::Release);
        result
    }

    /// The block of this layout (`None`: whatever there is), which is the caller's from now on.
    fn take(&self, wanted: Option<Layout>) -> Option<(*mut u8, Layout)> {
        self.alone(|| {
            let start = self.start.load(Ordering::Relaxed);
            let (size, align) = (self.size.load(Ordering::Relaxed), self.align.load(Ordering::Relaxed));
            let layout = Layout::from_size_align(size, align).ok()?;
            if start.is_null() || wanted.is_some_and(|wanted| wanted != layout) {
                return None;
            }
            self.size.store(0, Ordering::Relaxed);
            self.start.store(std::ptr::null_mut(), Ordering::Relaxed);
            Some((start, layout))
        })
    }

    /// Keeps a block where there is none.
    fn put(&self, start: *mut u8, layout: Layout) -> bool {
        let put = self.alone(|| {
            self.start.load(Ordering::Relaxed).is_null().then(|| {
                self.start.store(start, Ordering::Relaxed);
                self.size.store(layout.size(), Ordering::Relaxed);
                self.align.store(layout.align(), Ordering::Relaxed);
            })
        });
        put.is_some()
    }
}

impl Kept {
    const fn new(limit: usize) -> Self {
        Kept {
            places: [const { Place::new() }; 8],
            limit: AtomicUsize::new(limit),
            total: AtomicUsize::new(0),
            oldest: AtomicUsize::new(0),
        }
    }

    /// A kept block of just this layout, whatever it holds; or NULL.
    pub fn take(&self, layout: Layout) -> *mut u8 {
        if layout.size() < KEPT_FROM || self.total.load(Ordering::Relaxed) < layout.size() {
            return std::ptr::null_mut();
        }
        let of_this_size = |place: &&Place| place.size.load(Ordering::Relaxed) == layout.size();
        match self.places.iter().filter(of_this_size).find_map(|place| place.take(Some(layout))) {
            Some((start, _)) => {
                self.total.fetch_sub(layout.size(), Ordering::Relaxed);
                start
            }
            None => std::ptr::null_mut(),
        }
    }

    /// Keeps a block of the system's that is not used any more, and gives older ones back to the system for it. Where it cannot it says so, and the
    /// block stays the caller's.
    pub fn keep(&self, start: *mut u8, layout: Layout) -> bool {
        let (size, limit) = (layout.size(), self.limit.load(Ordering::Relaxed));
        if size < KEPT_FROM || size > limit {
            return false;
        }
        for _ in 0..self.places.len() {
            let room = self.total.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |total| {
                total.checked_add(size).filter(|&total| total <= limit)
            });
            if room.is_ok() {
                if self.places.iter().any(|place| place.put(start, layout)) {
                    return true;
                }
                self.total.fetch_sub(size, Ordering::Relaxed);
            }
            self.give_up(&self.places[self.oldest.fetch_add(1, Ordering::Relaxed) % self.places.len()]);
        }
        false
    }

    fn give_up(&self, place: &Place) {
        if let Some((start, layout)) = place.take(None) {
            self.total.fetch_sub(layout.size(), Ordering::Relaxed);
            // SAFETY: the block came from the system with this layout, and nobody else has it any more.
            unsafe { System.dealloc(start, layout) }
        }
    }

    /// Gives all that is kept back to the system, and says whether that is anything.
    pub fn release(&self) -> bool {
        let any = self.any();
        if any {
            self.places.iter().for_each(|place| self.give_up(place));
        }
        any
    }

    /// Whether anything is kept.
    pub fn any(&self) -> bool {
        self.total.load(Ordering::Relaxed) > 0
    }

    /// From now on so many bytes are kept at most.
    pub fn set_limit(&self, bytes: usize) {
        self.limit.store(bytes, Ordering::Relaxed);
        self.release();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_kept_up_to_the_limit_and_given_for_their_own_layout_alone() {
        const SIZE: usize = (5 << 20) + 4096;
        let layout = Layout::from_size_align(SIZE, 64).unwrap();
        let kept = Kept::new(DEFAULT_KEPT);
        let other = Layout::from_size_align(SIZE, 128).unwrap();
        // SAFETY: the size is not 0; each block is given back once, by `keep` or at the end.
        unsafe {
            let block = System.alloc(layout);
            assert!(kept.keep(block, layout));
            assert!(kept.take(other).is_null(), "another alignment");
            assert_eq!(kept.take(layout), block);
            assert!(kept.take(layout).is_null(), "it is taken");
            assert!(kept.keep(block, layout));
            kept.release();
            assert!(kept.take(layout).is_null(), "all are given back");

            let small = Layout::from_size_align(KEPT_FROM - 1, 64).unwrap();
            let large = Layout::from_size_align(DEFAULT_KEPT + 1, 64).unwrap();
            for refused in [small, large] {
                let block = System.alloc(refused);
                assert!(!kept.keep(block, refused), "{refused:?}");
                System.dealloc(block, refused);
            }

            // More than fit: the oldest go, and the limit holds.
            let blocks: Vec<_> = (0..40).map(|_| System.alloc(layout)).collect();
            for block in blocks {
                if !kept.keep(block, layout) {
                    System.dealloc(block, layout);
                }
                assert!(kept.total.load(Ordering::Relaxed) <= DEFAULT_KEPT);
            }
            assert!(kept.total.load(Ordering::Relaxed) >= 7 * SIZE);
            kept.set_limit(1);
            let block = System.alloc(layout);
            assert!(!kept.keep(block, layout), "nothing is kept");
            System.dealloc(block, layout);
        }
    }

    #[test]
    fn threads_never_get_one_block_twice() {
        const SIZE: usize = (3 << 20) + 8192;
        let layout = Layout::from_size_align(SIZE, 64).unwrap();
        let kept = &Kept::new(DEFAULT_KEPT);
        std::thread::scope(|scope| {
            for id in 1..=4u8 {
                scope.spawn(move || {
                    for _ in 0..500 {
                        // SAFETY: a block of this size, this thread's own.
                        unsafe {
                            let found = kept.take(layout);
                            let block = if found.is_null() { System.alloc(layout) } else { found };
                            block.write(id);
                            block.add(SIZE - 1).write(id);
                            std::thread::yield_now();
                            assert_eq!((block.read(), block.add(SIZE - 1).read()), (id, id));
                            if !kept.keep(block, layout) {
                                System.dealloc(block, layout);
                            }
                        }
                    }
                });
            }
        });
        kept.release();
    }
}
