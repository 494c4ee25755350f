//! Threads that help the calling one, and end before it goes on.
//!
//! They are POSIX threads, not the standard library's: to start one of those needs small memory in a place that ends the
//! process where there is none.

#[cfg(all(unix, not(any(loom, miri))))]
pub use posix::beside;

/// Calls `help` on up to so many threads, and `own` on this one; as many as can be started. A panic in any of them is resumed here
/// when all have ended.
#[cfg(any(not(unix), loom, miri))]
pub fn beside<R>(threads: usize, help: &(dyn Fn() + Sync), own: impl FnOnce() -> R) -> R {
    std::thread::scope(|scope| {
        for _ in 0..threads {
            if std::thread::Builder::new().spawn_scoped(scope, help).is_err() {
                break;
            }
        }
        own()
    })
}

#[cfg(all(unix, not(any(loom, miri))))]
mod posix {
    use std::any::Any;
    use std::ffi::c_void;
    use std::mem::MaybeUninit;
    use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
    use std::ptr::{null, null_mut};
    use std::sync::{Mutex, PoisonError};

    /// As the standard library's threads have it.
    const STACK: usize = 2 << 20;

    /// Calls `help` on up to so many threads, and `own` on this one; as many as can be started. A panic in any of them is resumed
    /// here when all have ended.
    pub fn beside<R>(threads: usize, help: &(dyn Fn() + Sync), own: impl FnOnce() -> R) -> R {
        let work = Work { help, panic: Mutex::new(None) };
        let mut helpers = Helpers(Vec::new());
        // Without memory for their numbers there are none.
        if helpers.0.try_reserve_exact(threads).is_ok() {
            helpers.0.extend((0..threads).map_while(|_| start(&work)));
        }
        let result = own();
        drop(helpers);
        match work.panic.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some(panic) => resume_unwind(panic),
            None => result,
        }
    }

    struct Work<'a> {
        help: &'a (dyn Fn() + Sync),
        /// The first panic of a helper.
        panic: Mutex<Option<Box<dyn Any + Send>>>,
    }

    /// Threads that are waited for when this is dropped, also where `own` panics.
    struct Helpers(Vec<libc::pthread_t>);

    impl Drop for Helpers {
        fn drop(&mut self) {
            for &helper in &self.0 {
                // SAFETY: a thread that was started, and is joined here only. Its result is no memory of ours.
                unsafe {
                    libc::pthread_join(helper, null_mut());
                }
            }
        }
    }

    /// Starts a thread; `None` where that is not possible.
    fn start(work: &Work<'_>) -> Option<libc::pthread_t> {
        let (mut attributes, mut thread) = (MaybeUninit::uninit(), MaybeUninit::uninit());
        // SAFETY: the attributes are made before they are used and destroyed afterwards. `work` outlives the thread, because
        // `beside` does not return before `Helpers` has waited for it; what it holds may be shared with threads (`Sync`, and the
        // panic is `Send`). The number is written where the call succeeds.
        unsafe {
            if libc::pthread_attr_init(attributes.as_mut_ptr()) != 0 {
                return None;
            }
            libc::pthread_attr_setstacksize(attributes.as_mut_ptr(), STACK);
            let argument = std::ptr::from_ref(work).cast_mut().cast();
            let failed = libc::pthread_create(thread.as_mut_ptr(), attributes.as_ptr(), run, argument) != 0;
            libc::pthread_attr_destroy(attributes.as_mut_ptr());
            (!failed).then(|| thread.assume_init())
        }
    }

    extern "C" fn run(work: *mut c_void) -> *mut c_void {
        // SAFETY: see `start`.
        let work = unsafe { &*work.cast_const().cast::<Work<'_>>() };
        if let Err(panic) = catch_unwind(AssertUnwindSafe(work.help)) {
            work.panic.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(panic);
        }
        null::<c_void>().cast_mut()
    }
}
