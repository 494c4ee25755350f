//! HDF5's error stack as an [`Error`].

use super::content::to_utf8;
use crate::context::{Error, Status};
use hdf5_sys::h5::herr_t;
use hdf5_sys::h5e::{H5E_DEFAULT, H5E_WALK_DOWNWARD, H5E_error2_t, H5Eclear2, H5Ewalk2};
use std::ffi::{CStr, c_uint, c_void};

/// More levels of the stack say nothing new.
const MAX_CAUSES: usize = 3;

/// An error with the innermost messages of HDF5's error stack as its causes; the stack is then cleared. For use inside
/// a session.
pub(super) fn failure(status: Status, what: impl Into<String>) -> Error {
    let mut messages: Vec<String> = Vec::new();
    // SAFETY: the lock is held; the callback gets the address of `messages`, which outlives the walk.
    unsafe {
        H5Ewalk2(H5E_DEFAULT, H5E_WALK_DOWNWARD, Some(collect), (&raw mut messages).cast());
        H5Eclear2(H5E_DEFAULT);
    }
    let skip = messages.len().saturating_sub(MAX_CAUSES);
    messages.into_iter().skip(skip).fold(Error::new(status, what), Error::because)
}

unsafe extern "C" fn collect(_: c_uint, error: *const H5E_error2_t, data: *mut c_void) -> herr_t {
    // SAFETY: `data` is the vector that `failure` passes; HDF5 gives a valid record, whose text ends with NUL or is
    // NULL.
    unsafe {
        let messages = &mut *data.cast::<Vec<String>>();
        if let Some(error) = error.as_ref()
            && !error.desc.is_null()
        {
            messages.push(to_utf8(CStr::from_ptr(error.desc).to_bytes()).into_owned());
        }
    }
    0
}
