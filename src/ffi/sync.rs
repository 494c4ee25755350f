//! The building blocks of the handle registry: the standard library's, or loom's where the registry is model-checked.

#[cfg(not(loom))]
pub use std::sync::{Arc, Mutex, MutexGuard, OnceLock};

#[cfg(loom)]
pub use loom::sync::{Arc, Mutex, MutexGuard};

#[cfg(loom)]
pub use once::OnceLock;

#[cfg(loom)]
mod once {
    use loom::sync::atomic::{AtomicBool, Ordering};

    /// loom has no `OnceLock`. The standard one stores the value; loom's atomic decides who sees it, and when.
    pub struct OnceLock<T> {
        value: std::sync::OnceLock<T>,
        is_set: AtomicBool,
    }

    impl<T> OnceLock<T> {
        pub fn new() -> Self {
            OnceLock { value: std::sync::OnceLock::new(), is_set: AtomicBool::new(false) }
        }

        pub fn get(&self) -> Option<&T> {
            if self.is_set.load(Ordering::Acquire) { self.value.get() } else { None }
        }

        pub fn set(&self, value: T) -> Result<(), T> {
            self.value.set(value)?;
            self.is_set.store(true, Ordering::Release);
            Ok(())
        }
    }
}

/// Locks. What our locks guard is never left half-written, so a poisoned lock is taken as it is.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
