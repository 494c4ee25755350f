//! `fork` in a process whose other threads call the library.
//!
//! The child has the forking thread alone. A lock that another thread held stays locked in it for ever, and what that thread was
//! changing stays half changed. So all locks of handles and contexts are taken before the fork and given back after it, in both
//! processes. Locks are held for the time of a change, never while a call computes; but who forks waits no longer than
//! `PATIENCE`, since a change may have to wait for something that the forking thread holds (an interpreter's lock).

use super::handles::{contexts, images, lives, metadata, scans, tables};
use super::registry::Frozen;
use crate::context::{self, Context};
use crate::image::{Image, Metadata, Table};
use crate::live::{self, Live};
use crate::scan::Scan;
use std::cell::Cell;
use std::mem::ManuallyDrop;
use std::sync::Arc;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(2);

/// Everything that is locked. The fields are dropped in this order: a context's locks before what keeps it alive.
struct Everything {
    #[cfg(feature = "reserve")]
    _borrowed: context::memory::borrowed::Held,
    _in_contexts: Vec<context::Frozen<'static>>,
    _contexts: Frozen<'static, Context>,
    _images: Frozen<'static, Image>,
    _metadata: Frozen<'static, Metadata>,
    _tables: Frozen<'static, Table>,
    _scans: Frozen<'static, Scan>,
    _in_lives: Vec<live::Frozen<'static>>,
    _lives: Frozen<'static, Live>,
}

thread_local! {
    /// Filled from before the thread's fork until after it, in both processes. Without a destructor, whose registration could fail:
    /// no thread ends in between.
    static HELD: Cell<Option<ManuallyDrop<Everything>>> = const { Cell::new(None) };
}

/// Registers the functions that the C library calls around a fork. They go with the library when it is unloaded.
pub(super) fn prepare() {
    // SAFETY: the functions are of the right kind and live as long as this library, whose handlers the C library forgets when it
    // unloads it. Without memory for them the call fails, and a fork is as in any program.
    unsafe {
        libc::pthread_atfork(Some(before), Some(after), Some(after));
    }
}

extern "C" fn before() {
    let deadline = Instant::now() + PATIENCE;
    // Values first: who changes one may warn, and locks its context meanwhile.
    let (images, metadata, tables) =
        (images::REGISTRY.freeze(deadline), metadata::REGISTRY.freeze(deadline), tables::REGISTRY.freeze(deadline));
    let scans = scans::REGISTRY.freeze(deadline);
    let lives = lives::REGISTRY.freeze(deadline);
    let in_lives = within(&lives, Live::freeze);
    let contexts = contexts::REGISTRY.freeze(deadline);
    let in_contexts = within(&contexts, Context::freeze);
    let everything = Everything {
        // Last: memory is freed before.
        #[cfg(feature = "reserve")]
        _borrowed: context::memory::borrowed::hold(),
        _in_contexts: in_contexts,
        _contexts: contexts,
        _images: images,
        _metadata: metadata,
        _tables: tables,
        _scans: scans,
        _in_lives: in_lives,
        _lives: lives,
    };
    hold(Some(everything));
}

/// What is locked within the values of a registry; nothing where there is no memory for it. To be dropped before the registry.
fn within<T: 'static, F>(registry: &Frozen<'static, T>, freeze: impl Fn(&'static T) -> F) -> Vec<F> {
    let mut locked = Vec::new();
    if locked.try_reserve_exact(registry.values().count()).is_ok() {
        for value in registry.values() {
            // SAFETY: the value lives until its slot is changed, which `registry` does not let happen; the guards are dropped first.
            locked.push(freeze(unsafe { &*Arc::as_ptr(value) }));
        }
    }
    locked
}

extern "C" fn after() {
    hold(None);
}

fn hold(what: Option<Everything>) {
    drop(HELD.replace(what.map(ManuallyDrop::new)).map(ManuallyDrop::into_inner));
}
