//! The building blocks of the handle registry: the standard library's, or loom's where the registry is model-checked.

#[cfg(not(loom))]
pub use once_cell::sync::OnceCell;
#[cfg(not(loom))]
pub use std::sync::{Arc, Mutex, MutexGuard};

#[cfg(loom)]
pub use loom::sync::{Arc, Mutex, MutexGuard};

#[cfg(loom)]
pub use once::OnceCell;

#[cfg(loom)]
mod once {
    use loom::sync::atomic::{AtomicBool, Ordering};

    /// loom has no `OnceCell`. The standard library's stores the value; loom's atomic decides who sees it, and when.
    pub struct OnceCell<T> {
        value: std::sync::OnceLock<T>,
        is_set: AtomicBool,
    }

    impl<T> OnceCell<T> {
        pub fn new() -> Self {
            OnceCell { value: std::sync::OnceLock::new(), is_set: AtomicBool::new(false) }
        }

        pub fn get(&self) -> Option<&T> {
            if self.is_set.load(Ordering::Acquire) { self.value.get() } else { None }
        }

        /// Nobody else makes the value meanwhile: callers hold a lock.
        pub fn get_or_try_init<E>(&self, make: impl FnOnce() -> Result<T, E>) -> Result<&T, E> {
            if self.value.get().is_none() {
                let _ = self.value.set(make()?);
                self.is_set.store(true, Ordering::Release);
            }
            Ok(self.value.get().expect("it was set before"))
        }
    }
}

/// Locks, unless the lock is not free until the deadline.
#[cfg(all(unix, not(loom)))]
pub fn lock_until<T>(mutex: &Mutex<T>, deadline: std::time::Instant) -> Option<MutexGuard<'_, T>> {
    use std::sync::TryLockError;
    loop {
        match mutex.try_lock() {
            Ok(guard) => return Some(guard),
            Err(TryLockError::Poisoned(guard)) => return Some(guard.into_inner()),
            Err(TryLockError::WouldBlock) if std::time::Instant::now() >= deadline => return None,
            Err(TryLockError::WouldBlock) => std::thread::sleep(std::time::Duration::from_micros(50)),
        }
    }
}

/// Locks. What our locks guard is never left half-written, so a poisoned lock is taken as it is.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
