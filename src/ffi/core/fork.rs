//! `fork` in a process whose other threads call the library.
//!
//! The child has the forking thread alone. A lock that another thread held stays locked in it for ever, and what that thread was
//! changing stays half changed. So all locks of handles and contexts are taken before the fork and given back after it, in both
//! processes. Locks are held for the time of a change, never while a call computes; but who forks waits no longer than
//! `PATIENCE`, since a change may have to wait for something that the forking thread holds (an interpreter's lock).

use super::handles::{contexts, images, metadata, tables};
use super::registry::Frozen;
use crate::context::{self, Context};
use crate::image::{Image, Metadata, Table};
use std::cell::Cell;
use std::mem::ManuallyDrop;
use std::sync::Arc;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(2);

/// Everything that is locked. The fields are dropped in this order: a context's locks before what keeps it alive.
struct Everything {
    _in_contexts: Vec<context::Frozen<'static>>,
    _contexts: Frozen<'static, Context>,
    _images: Frozen<'static, Image>,
    _metadata: Frozen<'static, Metadata>,
    _tables: Frozen<'static, Table>,
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
    let contexts = contexts::REGISTRY.freeze(deadline);
    let mut in_contexts = Vec::new();
    if in_contexts.try_reserve_exact(contexts.values().count()).is_ok() {
        for context in contexts.values() {
            // SAFETY: the context lives until its slot is changed, which `contexts` does not let happen; the guards are dropped first.
            let context: &'static Context = unsafe { &*Arc::as_ptr(context) };
            in_contexts.push(context.freeze());
        }
    }
    let everything = Everything {
        _in_contexts: in_contexts,
        _contexts: contexts,
        _images: images,
        _metadata: metadata,
        _tables: tables,
    };
    hold(Some(everything));
}

extern "C" fn after() {
    hold(None);
}

fn hold(what: Option<Everything>) {
    drop(HELD.replace(what.map(ManuallyDrop::new)).map(ManuallyDrop::into_inner));
}
