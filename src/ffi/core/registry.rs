//! The handle registry: the values behind the opaque pointers of the C surface.
//!
//! A handle is a number, not an address: 8 bits of kind, 24 bits of slot, 32 bits of generation. A lookup goes to the
//! slot and compares the generation, which is counted up each time that the slot's value is freed, so a handle that was
//! freed, belongs to another type or is garbage is recognised and never followed. A slot whose generation would wrap is
//! retired.
//!
//! Slots are in chunks that double in size and are never moved or given back, so a lookup takes the lock of its own
//! slot and no other. Locks are taken in no order: nobody holds two.

use super::kind::{Invalid, KIND_SHIFT, Kind};
#[cfg(all(unix, not(loom)))]
use super::sync::lock_until;
use super::sync::{Arc, Mutex, MutexGuard, OnceCell, lock};
use crate::context::{Error, Result, Status, memory};

const SLOT_SHIFT: u32 = 32;
const SLOT_MASK: u64 = (1 << (KIND_SHIFT - SLOT_SHIFT)) - 1;
/// A retired slot has this generation, which no handle has.
const RETIRED: u32 = 0;

/// The values of one kind that C programs hold handles of.
///
/// `FIRST` is the size of the first chunk and `CHUNKS` their number; each chunk is twice as large as the one before.
/// The defaults use the 24 bits of the slot but for 64 slots.
pub struct Registry<T, const FIRST: usize = 64, const CHUNKS: usize = 18> {
    kind: Kind,
    chunks: [OnceCell<Box<[Slot<T>]>>; CHUNKS],
    shelf: Mutex<Shelf>,
}

/// The slots that are free.
struct Shelf {
    /// Freed slots. Its capacity covers all slots in use, so that freeing needs no memory.
    free: Vec<u32>,
    /// The first slot that was never used.
    fresh: u32,
    live: usize,
}

type Slot<T> = Mutex<State<T>>;

struct State<T> {
    /// That of the handle in use, or of the next one.
    generation: u32,
    value: Option<Arc<T>>,
}

impl<T, const FIRST: usize, const CHUNKS: usize> Registry<T, FIRST, CHUNKS> {
    /// How many handles there can be at once.
    pub const CAPACITY: usize = {
        let capacity = FIRST * ((1 << CHUNKS) - 1);
        assert!(FIRST.is_power_of_two() && capacity as u64 <= SLOT_MASK + 1);
        capacity
    };

    /// A registry without handles, which needs no memory yet.
    #[cfg(not(loom))]
    pub const fn new(kind: Kind) -> Self {
        Registry { kind, chunks: [const { OnceCell::new() }; CHUNKS], shelf: Mutex::new(Shelf::new()) }
    }

    /// A registry without handles (loom's types have no constant constructors).
    #[cfg(loom)]
    pub fn new(kind: Kind) -> Self {
        Registry { kind, chunks: std::array::from_fn(|_| OnceCell::new()), shelf: Mutex::new(Shelf::new()) }
    }

    /// Stores a value and returns its handle, which is never 0.
    ///
    /// # Errors
    /// [`Status::NoMemory`] when all slots are in use, there is no memory for more of them, or memory ran out before.
    pub fn insert(&self, value: T) -> Result<u64> {
        let index = self.take_slot()?;
        let value = Arc::new(value);
        // From here on no memory is needed. A call that ran out of it has no result.
        if let Err(error) = memory::check() {
            self.put_back(index);
            return Err(error);
        }
        // A slot on the shelf has a chunk, is empty, and is ours alone since we took it.
        let mut state = lock(self.slot(index).expect("a slot from the shelf exists"));
        state.value = Some(value);
        Ok(self.handle(index, state.generation))
    }

    /// A snapshot of a handle's value. It lives on when the handle is freed or changed.
    ///
    /// # Errors
    /// Says why the handle is not valid.
    pub fn get(&self, handle: u64) -> std::result::Result<Arc<T>, Invalid> {
        let state = self.locate(handle)?;
        // `locate` returns occupied slots only.
        state.value.clone().ok_or(Invalid::Freed { expected: self.kind })
    }

    /// Changes a handle's value: in place where nobody else has a snapshot of it, else in a clone that takes its place.
    /// When `change` panics on the clone, the handle keeps the old value.
    ///
    /// The handle is locked meanwhile: `change` must not use the same handle.
    ///
    /// # Errors
    /// Says why the handle is not valid.
    pub fn update<R>(&self, handle: u64, change: impl FnOnce(&mut T) -> R) -> std::result::Result<R, Invalid>
    where
        T: Clone,
    {
        let mut state = self.locate(handle)?;
        let value = state.value.as_mut().ok_or(Invalid::Freed { expected: self.kind })?;
        if let Some(unshared) = Arc::get_mut(value) {
            return Ok(change(unshared));
        }
        let mut copy = T::clone(value);
        let result = change(&mut copy);
        let old = std::mem::replace(value, Arc::new(copy));
        // The snapshots may be gone by now: the old value must not be dropped under the lock.
        drop(state);
        drop(old);
        Ok(result)
    }

    /// Frees a handle and returns its value, which others may still have snapshots of.
    ///
    /// # Errors
    /// Says why the handle is not valid: of two that free one handle exactly one succeeds.
    pub fn remove(&self, handle: u64) -> std::result::Result<Arc<T>, Invalid> {
        let mut state = self.locate(handle)?;
        let value = state.value.take().ok_or(Invalid::Freed { expected: self.kind })?;
        state.generation = state.generation.checked_add(1).unwrap_or(RETIRED);
        let retired = state.generation == RETIRED;
        drop(state);

        if retired {
            lock(&self.shelf).live -= 1;
        } else {
            self.put_back(slot_index(handle));
        }
        Ok(value)
    }

    /// How many handles are in use.
    pub fn live(&self) -> usize {
        lock(&self.shelf).live
    }

    /// Locks everything, so that nobody is in the middle of a change. Each lock is waited for until the deadline; one that is
    /// not free by then is left out, as are all where there is no memory for them.
    #[cfg(all(unix, not(loom)))]
    pub fn freeze(&self, deadline: std::time::Instant) -> Frozen<'_, T> {
        let shelf = lock_until(&self.shelf, deadline);
        let used = shelf.as_ref().map_or(0, |shelf| shelf.fresh);
        let mut slots = Vec::new();
        if slots.try_reserve_exact(used as usize).is_ok() {
            slots.extend((0..used).filter_map(|index| lock_until(self.slot(index)?, deadline)));
        }
        Frozen { _shelf: shelf, slots }
    }

    fn handle(&self, index: u32, generation: u32) -> u64 {
        (self.kind as u64) << KIND_SHIFT | u64::from(index) << SLOT_SHIFT | u64::from(generation)
    }

    /// The locked slot of a valid handle; its value is there.
    fn locate(&self, handle: u64) -> std::result::Result<MutexGuard<'_, State<T>>, Invalid> {
        let expected = self.kind;
        if (handle >> KIND_SHIFT) as u8 != expected as u8 {
            return Err(match Kind::of(handle) {
                Some(found) => Invalid::WrongKind { expected, found },
                None => Invalid::NeverIssued { expected },
            });
        }
        let generation = handle as u32;
        let state = match self.slot(slot_index(handle)) {
            Some(slot) if generation != RETIRED => lock(slot),
            _ => return Err(Invalid::NeverIssued { expected }),
        };
        if generation == state.generation && state.value.is_some() {
            Ok(state)
        } else if generation < state.generation || state.generation == RETIRED {
            Err(Invalid::Freed { expected })
        } else {
            Err(Invalid::NeverIssued { expected })
        }
    }

    fn slot(&self, index: u32) -> Option<&Slot<T>> {
        let (chunk, offset) = Self::place(index);
        self.chunks.get(chunk)?.get()?.get(offset)
    }

    /// The chunk of a slot and its place there. Chunk k starts at slot FIRST (2^k - 1).
    fn place(index: u32) -> (usize, usize) {
        let shifted = index as usize + FIRST;
        let chunk = (shifted / FIRST).ilog2() as usize;
        (chunk, shifted - (FIRST << chunk))
    }

    fn take_slot(&self) -> Result<u32> {
        let mut shelf = lock(&self.shelf);
        let index = match shelf.free.pop() {
            Some(index) => index,
            None => self.fresh_slot(&mut shelf)?,
        };
        shelf.live += 1;
        Ok(index)
    }

    /// Puts an empty slot back on the shelf.
    fn put_back(&self, index: u32) {
        let mut shelf = lock(&self.shelf);
        shelf.live -= 1;
        shelf.free.push(index);
    }

    /// Only who holds the shelf's lock adds a chunk.
    fn fresh_slot(&self, shelf: &mut Shelf) -> Result<u32> {
        let index = shelf.fresh;
        let (chunk, _) = Self::place(index);
        let Some(place) = self.chunks.get(chunk) else {
            let message = format!("all {} handles of {} are in use", Self::CAPACITY, self.kind.name());
            return Err(Error::new(Status::NoMemory, message));
        };
        let no_memory = |error| Error::new(Status::NoMemory, "no memory for more handles").because(error);
        shelf.free.try_reserve(index as usize + 1).map_err(no_memory)?;
        place.get_or_try_init(|| {
            let length = FIRST << chunk;
            let mut slots = Vec::new();
            slots.try_reserve_exact(length).map_err(no_memory)?;
            slots.extend((0..length).map(|_| Mutex::new(State { generation: 1, value: None })));
            Ok::<_, Error>(slots.into_boxed_slice())
        })?;
        shelf.fresh += 1;
        Ok(index)
    }
}

/// A registry that is locked.
#[cfg(all(unix, not(loom)))]
pub struct Frozen<'a, T> {
    _shelf: Option<MutexGuard<'a, Shelf>>,
    slots: Vec<MutexGuard<'a, State<T>>>,
}

#[cfg(all(unix, not(loom)))]
impl<T> Frozen<'_, T> {
    /// The values of the handles in use.
    pub fn values(&self) -> impl Iterator<Item = &Arc<T>> {
        self.slots.iter().filter_map(|state| state.value.as_ref())
    }
}

impl Shelf {
    const fn new() -> Self {
        Shelf { free: Vec::new(), fresh: 0, live: 0 }
    }
}

fn slot_index(handle: u64) -> u32 {
    (handle >> SLOT_SHIFT & SLOT_MASK) as u32
}

#[cfg(all(test, not(loom)))]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// Six slots in two chunks.
    type Small = Registry<u32, 2, 2>;

    #[test]
    fn a_handle_leads_to_its_value_until_it_is_freed() {
        let images = Registry::<String>::new(Kind::Image);
        let a = images.insert("a".into()).unwrap();
        let b = images.insert("b".into()).unwrap();
        assert_eq!(*images.get(a).unwrap(), "a");
        assert_eq!(*images.get(b).unwrap(), "b");
        assert_eq!(images.live(), 2);
        assert_eq!(*images.remove(a).unwrap(), "a");
        assert_eq!(images.get(a).unwrap_err(), Invalid::Freed { expected: Kind::Image });
        assert_eq!(images.remove(a).unwrap_err(), Invalid::Freed { expected: Kind::Image });
        assert_eq!(images.update(a, |_| ()).unwrap_err(), Invalid::Freed { expected: Kind::Image });
        assert_eq!(*images.get(b).unwrap(), "b");
        assert_eq!(images.live(), 1);
    }

    #[test]
    fn a_reused_slot_does_not_answer_to_its_old_handle() {
        let images = Small::new(Kind::Image);
        let mut old = Vec::new();
        for value in 0..1000 {
            let handle = images.insert(value).unwrap();
            assert!(!old.contains(&handle));
            images.remove(handle).unwrap();
            old.push(handle);
        }
        let last = images.insert(7).unwrap();
        assert!(old.iter().all(|&h| images.get(h).unwrap_err() == Invalid::Freed { expected: Kind::Image }));
        assert_eq!(*images.get(last).unwrap(), 7);
        assert_eq!(slot_index(last), 0);
    }

    #[test]
    fn handles_of_another_type_are_named() {
        let images = Small::new(Kind::Image);
        let tables = Small::new(Kind::Table);
        images.insert(1).unwrap();
        let table = tables.insert(2).unwrap();
        let wrong = Invalid::WrongKind { expected: Kind::Image, found: Kind::Table };
        assert_eq!(images.get(table).unwrap_err(), wrong);
        let error = Error::from(wrong);
        assert_eq!(error.status(), Status::InvalidHandle);
        assert_eq!(error.message(), "the handle is a handle of a table, not of an image");
    }

    #[test]
    fn garbage_was_never_issued() {
        let images = Small::new(Kind::Image);
        let valid = images.insert(1).unwrap();
        let local = 5_u8;
        let never = Invalid::NeverIssued { expected: Kind::Image };
        let next_generation = valid + 1;
        let no_generation = valid & !0xffff_ffff;
        let empty_slot = valid | 1 << SLOT_SHIFT;
        let chunk_not_there = valid | 4 << SLOT_SHIFT;
        let beyond_all_chunks = valid | SLOT_MASK << SLOT_SHIFT;
        let address = &raw const local as u64;
        for handle in
            [0, 1, u64::MAX, address, next_generation, no_generation, empty_slot, chunk_not_there, beyond_all_chunks]
        {
            assert_eq!(images.get(handle).unwrap_err(), never, "{handle:#x}");
            assert_eq!(images.remove(handle).unwrap_err(), never, "{handle:#x}");
        }
        assert_eq!(*images.get(valid).unwrap(), 1);
    }

    #[test]
    fn random_bits_do_no_harm() {
        let images = Registry::<u32>::new(Kind::Image);
        let valid: Vec<u64> = (0..300).map(|value| images.insert(value).unwrap()).collect();
        let mut bits = 0x9e37_79b9_7f4a_7c15_u64;
        for _ in 0..100_000 {
            // xorshift64
            bits ^= bits << 13;
            bits ^= bits >> 7;
            bits ^= bits << 17;
            assert_eq!(images.get(bits).is_ok(), valid.contains(&bits));
        }
        assert_eq!(images.live(), 300);
    }

    #[test]
    fn a_snapshot_outlives_changes_and_freeing() {
        let images = Small::new(Kind::Image);
        let handle = images.insert(1).unwrap();
        let snapshot = images.get(handle).unwrap();
        assert_eq!(images.update(handle, |value| std::mem::replace(value, 2)).unwrap(), 1);
        assert_eq!((*snapshot, *images.get(handle).unwrap()), (1, 2));
        images.remove(handle).unwrap();
        assert_eq!(*snapshot, 1);
    }

    #[test]
    fn a_change_copies_only_what_is_shared() {
        #[derive(Debug)]
        struct Counted<'a>(&'a AtomicUsize);
        impl Clone for Counted<'_> {
            fn clone(&self) -> Self {
                self.0.fetch_add(1, Ordering::Relaxed);
                Counted(self.0)
            }
        }
        let clones = AtomicUsize::new(0);
        let images = Registry::<Counted>::new(Kind::Image);
        let handle = images.insert(Counted(&clones)).unwrap();
        images.update(handle, |_| ()).unwrap();
        assert_eq!(clones.load(Ordering::Relaxed), 0);
        let snapshot = images.get(handle).unwrap();
        images.update(handle, |_| ()).unwrap();
        assert_eq!(clones.load(Ordering::Relaxed), 1);
        drop(snapshot);
        images.update(handle, |_| ()).unwrap();
        assert_eq!(clones.load(Ordering::Relaxed), 1);
    }

    #[test]
    fn a_panic_in_a_change_leaves_the_handle_usable() {
        let images = Small::new(Kind::Image);
        let handle = images.insert(1).unwrap();
        let snapshot = images.get(handle).unwrap();
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let _ = images.update(handle, |value| {
                *value = 2;
                panic!("planted");
            });
        }));
        assert!(outcome.is_err());
        assert_eq!((*snapshot, *images.get(handle).unwrap()), (1, 1));
        images.update(handle, |value| *value = 3).unwrap();
        assert_eq!(*images.remove(handle).unwrap(), 3);
    }

    #[test]
    fn a_full_registry_says_so_and_recovers() {
        let images = Small::new(Kind::Image);
        let handles: Vec<u64> = (0..6).map(|value| images.insert(value).unwrap()).collect();
        assert_eq!(Small::CAPACITY, 6);
        let error = images.insert(6).unwrap_err();
        assert_eq!(error.status(), Status::NoMemory);
        assert_eq!(error.message(), "all 6 handles of an image are in use");
        assert_eq!(images.live(), 6);
        images.remove(handles[3]).unwrap();
        let handle = images.insert(7).unwrap();
        assert_eq!(slot_index(handle), 3);
        for (value, &handle) in handles.iter().enumerate().filter(|&(value, _)| value != 3) {
            assert_eq!(*images.get(handle).unwrap() as usize, value);
        }
    }

    #[test]
    fn a_slot_whose_generation_would_wrap_is_retired() {
        let images = Small::new(Kind::Image);
        let first = images.insert(0).unwrap();
        images.remove(first).unwrap();
        lock(images.slot(0).unwrap()).generation = u32::MAX;
        let last = images.insert(1).unwrap();
        assert_eq!((slot_index(last), last as u32), (0, u32::MAX));
        images.remove(last).unwrap();
        assert_eq!(images.get(last).unwrap_err(), Invalid::Freed { expected: Kind::Image });
        let others: Vec<u64> = (0..5).map(|value| images.insert(value).unwrap()).collect();
        assert!(others.iter().all(|&handle| slot_index(handle) != 0));
        assert_eq!(images.insert(6).unwrap_err().status(), Status::NoMemory);
        assert_eq!(images.live(), 5);
    }

    #[test]
    fn places_of_slots_are_dense() {
        let mut expected = (0, 0);
        for index in 0..10_000 {
            let place = Registry::<u32>::place(index);
            assert_eq!(place, expected);
            expected = if place.1 + 1 == 64 << place.0 { (place.0 + 1, 0) } else { (place.0, place.1 + 1) };
        }
        assert_eq!(Registry::<u32>::CAPACITY, (1 << 24) - 64);
    }

    #[test]
    fn eight_threads_share_handles() {
        let images = Registry::<usize>::new(Kind::Image);
        let shared = images.insert(0).unwrap();
        std::thread::scope(|scope| {
            for thread in 0..8 {
                let images = &images;
                scope.spawn(move || {
                    for round in 0..2000 {
                        let value = thread * 10_000 + round;
                        let own = images.insert(value).unwrap();
                        images.update(shared, |count| *count += 1).unwrap();
                        assert_eq!(*images.get(own).unwrap(), value);
                        assert_eq!(*images.remove(own).unwrap(), value);
                        assert!(images.get(own).is_err());
                    }
                });
            }
        });
        assert_eq!(*images.get(shared).unwrap(), 16_000);
        assert_eq!(images.live(), 1);
    }
}
