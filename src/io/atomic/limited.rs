//! Writing where files may not grow beyond a size (`RLIMIT_FSIZE`).
//!
//! The kernel answers a write beyond the limit with an error, and with the signal SIGXFSZ, which ends the process unless
//! the program has prepared for it. The library's host has not, and its handlers are not ours to change: the signal is
//! blocked in the writing thread for the time of a write, and one that the write caused is taken away.

use std::fs::File;
use std::io::{Error, Result, Seek, SeekFrom, Write};

/// A file to write to. A write beyond the limit is an error that says so.
pub struct Limited<'a>(pub &'a File);

impl Write for Limited<'_> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        #[cfg(unix)]
        let written = signal::without(|| self.0.write(bytes));
        #[cfg(not(unix))]
        let written = self.0.write(bytes);
        written.map_err(explained)
    }

    fn flush(&mut self) -> Result<()> {
        self.0.flush()
    }
}

impl Seek for Limited<'_> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.0.seek(to)
    }
}

#[cfg(unix)]
fn explained(error: Error) -> Error {
    use rustix::process::{Resource, getrlimit};
    match getrlimit(Resource::Fsize).current {
        Some(limit) if error.raw_os_error() == Some(libc::EFBIG) => Error::new(
            error.kind(),
            format!("a file of this process may have {limit} bytes, its file-size limit (RLIMIT_FSIZE): {error}"),
        ),
        _ => error,
    }
}

#[cfg(not(unix))]
fn explained(error: Error) -> Error {
    error
}

#[cfg(unix)]
mod signal {
    use libc::{SIGXFSZ, sigset_t};
    use std::io::Result;
    use std::mem::MaybeUninit;

    /// Writes with SIGXFSZ blocked in this thread.
    pub fn without<T>(write: impl FnOnce() -> Result<T>) -> Result<T> {
        let blocked = Blocked::new();
        let written = write();
        if matches!(&written, Err(error) if error.raw_os_error() == Some(libc::EFBIG)) {
            blocked.take();
        }
        written
    }

    /// The signal is blocked in this thread until this is dropped.
    struct Blocked {
        /// The thread's signals before.
        before: sigset_t,
        /// One was waiting already: it belongs to the host.
        waited: bool,
    }

    impl Blocked {
        fn new() -> Blocked {
            let mut before = MaybeUninit::uninit();
            // SAFETY: both sets are ours; the call writes the second one. It fails for a wrong first argument only.
            let before = unsafe {
                libc::pthread_sigmask(libc::SIG_BLOCK, &only(), before.as_mut_ptr());
                before.assume_init()
            };
            // One that is not blocked does not wait.
            let waited = holds(&before) && waits();
            Blocked { before, waited }
        }

        /// Takes away the signal that the write caused.
        fn take(&self) {
            if self.waited || !waits() {
                return;
            }
            // SAFETY: the set and the time are ours, and NULL asks for no details.
            #[cfg(not(target_vendor = "apple"))]
            unsafe {
                let at_once = libc::timespec { tv_sec: 0, tv_nsec: 0 };
                libc::sigtimedwait(&only(), std::ptr::null_mut(), &at_once);
            }
            // SAFETY: the set and the number are ours; the signal waits, so the call returns.
            #[cfg(target_vendor = "apple")]
            unsafe {
                libc::sigwait(&only(), &mut 0);
            }
        }
    }

    impl Drop for Blocked {
        fn drop(&mut self) {
            // SAFETY: the set is the one that the thread had; the old one is not asked for.
            unsafe {
                libc::pthread_sigmask(libc::SIG_SETMASK, &self.before, std::ptr::null_mut());
            }
        }
    }

    fn only() -> sigset_t {
        let mut set = MaybeUninit::uninit();
        // SAFETY: the first call makes an empty set of the memory, the second adds a signal that exists.
        unsafe {
            libc::sigemptyset(set.as_mut_ptr());
            libc::sigaddset(set.as_mut_ptr(), SIGXFSZ);
            set.assume_init()
        }
    }

    fn holds(set: &sigset_t) -> bool {
        // SAFETY: the set is a whole one, the signal exists.
        unsafe { libc::sigismember(set, SIGXFSZ) == 1 }
    }

    /// Whether the signal waits to be delivered to this thread.
    fn waits() -> bool {
        let mut set = MaybeUninit::uninit();
        // SAFETY: the call makes a set of the memory; it fails for memory that is not there only.
        unsafe {
            libc::sigpending(set.as_mut_ptr());
            holds(&set.assume_init())
        }
    }
}
