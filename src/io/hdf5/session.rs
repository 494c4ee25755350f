//! The lock, and what is set for the whole library.

use super::error::failure;
use super::raw;
use crate::context::{Result, Status};
use hdf5_sys::h5::{H5close, H5dont_atexit, H5open, herr_t};
use hdf5_sys::h5e::{H5E_DEFAULT, H5Eset_auto2};
use hdf5_sys::h5i::{H5Idec_ref, hid_t};
use hdf5_sys::h5p::{H5P_CLS_LINK_ACCESS, H5Pcreate};
use std::ffi::{c_char, c_uint, c_void};
use std::marker::PhantomData;
use std::sync::atomic::{AtomicBool, Ordering};

/// Proof that the process-wide HDF5 lock is held by this thread.
pub struct Session {
    /// A property list with which external links lead nowhere.
    link_access: hid_t,
    not_send: PhantomData<*const ()>,
}

/// Runs `work` under the process-wide HDF5 lock.
///
/// # Errors
/// Those of `work`; [`Status::Internal`] when HDF5 cannot be started.
pub fn locked<R>(work: impl FnOnce(&Session) -> Result<R>) -> Result<R> {
    let _guard = hdf5_sys::LOCK.lock();
    let session = Session::new()?;
    work(&session)
}

/// Whether HDF5 was started.
static STARTED: AtomicBool = AtomicBool::new(false);

/// Closes HDF5 when the shared library is unloaded or the process ends, so that nothing of it stays behind; not under a
/// thread that still reads, which HDF5's own handler at the end of the process would do.
#[cfg(target_os = "linux")]
#[used]
#[unsafe(link_section = ".fini_array")]
static AT_UNLOAD: extern "C" fn() = {
    extern "C" fn close() {
        if !STARTED.load(Ordering::Acquire) {
            return;
        }
        if let Some(guard) = hdf5_sys::LOCK.try_lock() {
            // SAFETY: the lock is held, and never given back: whoever comes later waits for the end of the process.
            unsafe { H5close() };
            std::mem::forget(guard);
        }
    }
    close
};

impl Session {
    fn new() -> Result<Session> {
        STARTED.store(true, Ordering::Release);
        // SAFETY: the lock is held; the calls take plain numbers. `H5dont_atexit` is without effect once the library
        // has started; before, it leaves the closing to `AT_UNLOAD`.
        let ready = unsafe {
            H5dont_atexit();
            H5open() >= 0
                && H5Eset_auto2(H5E_DEFAULT, None, std::ptr::null_mut()) >= 0
                && raw::H5PLset_loading_state(0) >= 0
        };
        if !ready {
            return Err(failure(Status::Internal, "HDF5 could not be started"));
        }
        // SAFETY: the class is valid once the library has started; the callback lives as long as the program.
        let link_access = unsafe {
            let list = H5Pcreate(*H5P_CLS_LINK_ACCESS);
            if list < 0 || raw::H5Pset_elink_cb(list, refuse_external_link, std::ptr::null_mut()) < 0 {
                return Err(failure(Status::Internal, "an HDF5 property list could not be made"));
            }
            list
        };
        Ok(Session { link_access, not_send: PhantomData })
    }

    pub(super) fn link_access(&self) -> hid_t {
        self.link_access
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // SAFETY: the identifier is ours, and the lock is still held: `locked` drops the guard last.
        unsafe { H5Idec_ref(self.link_access) };
    }
}

/// Called by HDF5 before it opens the file behind an external link, also in the middle of a soft link's path.
unsafe extern "C" fn refuse_external_link(
    _: *const c_char,
    _: *const c_char,
    _: *const c_char,
    _: *const c_char,
    _: *mut c_uint,
    _: hid_t,
    _: *mut c_void,
) -> herr_t {
    -1
}

/// An HDF5 identifier, released when it is dropped.
pub(super) struct Id<'s> {
    id: hid_t,
    session: &'s Session,
}

impl<'s> Id<'s> {
    /// Takes a new identifier over; a negative one is the error that HDF5 has just reported.
    pub fn new(session: &'s Session, id: hid_t, status: Status, what: impl FnOnce() -> String) -> Result<Self> {
        if id < 0 { Err(failure(status, what())) } else { Ok(Id { id, session }) }
    }

    pub fn get(&self) -> hid_t {
        self.id
    }

    pub fn session(&self) -> &'s Session {
        self.session
    }
}

impl Drop for Id<'_> {
    fn drop(&mut self) {
        // SAFETY: the identifier is ours and released once; the borrowed session says that the lock is held.
        unsafe { H5Idec_ref(self.id) };
    }
}
