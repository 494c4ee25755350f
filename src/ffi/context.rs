//! Contexts: errors, warnings, threads, progress, cancellation
//!
//! @since 0.1.0

use super::core::args::{count, out, put_text};
use super::core::guard::{context, default_context, lend};
use super::core::handles::contexts;
use super::types::{STONER_OK, stoner_context};
use crate::context::{Context, Error, memory};
use std::ffi::{CString, c_char, c_void};
use std::sync::Arc;

/// Makes a context. A program that calls from one thread needs none: NULL means the calling thread's own. One
/// context for each loop of a program keeps their errors and warnings apart.
/// @param ctx where a failure of this call is recorded
/// @param out the new context{C:, to be freed with stoner_context_free}
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_new(ctx: *mut stoner_context, out: *mut *mut stoner_context) -> i32 {
    guard!(ctx, |_context| self::out(out, "out")?.give(contexts::insert(Context::new())?))
}

/// Frees a context. NULL is fine; a handle that is not live is STONER_ERR_INVALID_HANDLE. Running calls that use it
/// finish normally.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_free(context: *mut stoner_context) -> i32 {
    guard!(std::ptr::null(), |_context| contexts::free(context, "context"))
}

/// The message of the last call that failed with this context, with its causes; "" when none did. Success clears
/// nothing, so call this only after a call that failed.
/// @return text in a slot of the calling thread: valid until this thread calls stoner_last_error again. Never NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_last_error(ctx: *mut stoner_context) -> *const c_char {
    let _call = memory::Call::begin();
    let message = message_of(ctx).replace('\0', "\u{FFFD}");
    lend(CString::new(message).unwrap_or_default())
}

/// The text of stoner_last_error, into the caller's buffer. A failure of this call itself is only its status: the
/// message is kept.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_last_error_read(
    ctx: *mut stoner_context,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    let _call = memory::Call::begin();
    let read = context(ctx).and_then(|_| put_text(&message_of(ctx), buffer, capacity, length));
    read.map_or_else(|error| error.status().code(), |()| STONER_OK)
}

/// The status of the last call that failed with this context; STONER_OK when none did.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_last_error_status(ctx: *mut stoner_context) -> i32 {
    let _call = memory::Call::begin();
    last_error(ctx).map_or(STONER_OK, |error| error.status().code())
}

/// Forgets the last error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_clear_error(ctx: *mut stoner_context) -> i32 {
    guard!(ctx, |context| {
        context.clear_error();
        Ok(())
    })
}

/// The number of warnings. A context keeps the first 256; later ones are only counted.
/// @param kept [count] {C:receives }the number of warnings that stoner_context_warning gives
/// @param dropped [count; optional] {C:receives }the number of those that came after{C:; may be NULL}
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_warning_count(
    ctx: *mut stoner_context,
    kept: *mut i64,
    dropped: *mut i64,
) -> i32 {
    guard!(ctx, |context| {
        let kept = out(kept, "kept")?;
        let counts = context.warning_counts();
        kept.set(counts.0 as i64);
        if let Some(dropped) = super::core::args::optional_out(dropped) {
            dropped.set(counts.1 as i64);
        }
        Ok(())
    })
}

/// One warning, in the order in which they were added.
/// @param index [index] 0 to the number kept - 1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_warning(
    ctx: *mut stoner_context,
    index: i64,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |context| {
        let warning = context.warning(count(index, "index")?).ok_or_else(|| no_warning(context, index))?;
        put_text(&warning, buffer, capacity, length)
    })
}

/// What one warning is about, so that a program need not read its text.
/// @param index [as stoner_context_warning]
/// @param code [enum Warning] {C:receives }a STONER_WARNING_ constant
/// @return STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_warning_code(ctx: *mut stoner_context, index: i64, code: *mut i32) -> i32 {
    guard!(ctx, |context| {
        let place = out(code, "code")?;
        let kind = context.warning_kind(count(index, "index")?).ok_or_else(|| no_warning(context, index))?;
        place.give(kind.code())
    })
}

fn no_warning(context: &Context, index: i64) -> Error {
    Error::out_of_range("index", index, format!("less than {}, the number of warnings", context.warning_counts().0))
}

/// Forgets all warnings.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_clear_warnings(ctx: *mut stoner_context) -> i32 {
    guard!(ctx, |context| {
        context.clear_warnings();
        Ok(())
    })
}

/// Sets how many threads one call with this context may use. They end with the call, and the bits of a result do not depend
/// on their number.
/// @param threads [count; default 0; min 0] 0: as many as there are processors
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_set_threads(ctx: *mut stoner_context, threads: i32) -> i32 {
    guard!(ctx, |context| {
        context.set_threads(count(i64::from(threads), "threads")?);
        Ok(())
    })
}

/// How many threads one call with this context may use, at least 1.
/// @param threads [count] {C:receives }the number
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_threads(ctx: *mut stoner_context, threads: *mut i32) -> i32 {
    guard!(ctx, |context| out(threads, "threads")?.give(i32::try_from(context.threads()).unwrap_or(i32::MAX)))
}

/// Sets what one call with this context may take of memory where its inputs do not justify more: a file that unpacks to far more
/// than its length, or an argument (a number of bins, the width of a line) that asks for far more than the image. A call may
/// always take four times the memory of its inputs: of a file's pixels when they are decoded, of the images that it is given.
/// What would take more is refused before the work begins: of an argument as STONER_ERR_INVALID_ARGUMENT, of a file as
/// STONER_ERR_CORRUPT where no whole file of its length can ask for so much, else as STONER_ERR_NO_MEMORY.
/// @param bytes [count; default 268435456; unset 0; min 1] the number of bytes
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_set_memory_limit(ctx: *mut stoner_context, bytes: i64) -> i32 {
    guard!(ctx, |context| {
        context.set_memory_limit(count(bytes, "bytes")? as u64);
        Ok(())
    })
}

/// What one call with this context may take of memory where its inputs do not justify more.
/// @param bytes [count] {C:receives }the number of bytes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_memory_limit(ctx: *mut stoner_context, bytes: *mut i64) -> i32 {
    guard!(ctx, |context| out(bytes, "bytes")?.give(i64::try_from(context.memory_limit()).unwrap_or(i64::MAX)))
}

/// Asks all calls that run or will run with this context to stop: they return STONER_ERR_CANCELLED as soon as they can.
/// Sticky until stoner_context_reset_cancel. May be called from any thread and from the progress callback.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_cancel(ctx: *mut stoner_context) -> i32 {
    guard!(ctx, |context| {
        context.cancel();
        Ok(())
    })
}

/// Withdraws a cancellation.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_reset_cancel(ctx: *mut stoner_context) -> i32 {
    guard!(ctx, |context| {
        context.reset_cancel();
        Ok(())
    })
}

/// Whether the context is cancelled.
/// @param cancelled [bool] {C:receives }0 or 1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_is_cancelled(ctx: *mut stoner_context, cancelled: *mut i32) -> i32 {
    guard!(ctx, |context| out(cancelled, "cancelled")?.give(i32::from(context.is_cancelled())))
}

/// The progress of the long call that last reported. May be called from another thread.
/// @param fraction [fraction] {C:receives }0.0 to 1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_progress(ctx: *mut stoner_context, fraction: *mut f64) -> i32 {
    guard!(ctx, |context| out(fraction, "fraction")?.give(context.progress()))
}

/// Sets a function that long calls tell of their progress. It is called on the thread that makes the long call, with no
/// lock held; it must return, not leave by longjmp or an exception. No function of this library needs one.
/// @param callback receives the fraction done, 0.0 to 1.0, and `user_data`; NULL: none
/// @param user_data passed to the callback unchanged
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_set_progress_callback(
    ctx: *mut stoner_context,
    callback: Option<extern "C" fn(fraction: f64, user_data: *mut c_void)>,
    user_data: *mut c_void,
) -> i32 {
    struct User(*mut c_void);
    // SAFETY: the pointer is only handed back to the caller's own function; what it may do there is the caller's.
    unsafe impl Send for User {}
    // SAFETY: as above.
    unsafe impl Sync for User {}
    impl User {
        fn get(&self) -> *mut c_void {
            self.0
        }
    }
    guard!(ctx, |context| {
        let user = User(user_data);
        context.set_progress_callback(callback.map(|callback| -> crate::context::ProgressCallback {
            Arc::new(move |fraction| callback(fraction, user.get()))
        }));
        Ok(())
    })
}

fn last_error(ctx: *const stoner_context) -> Option<Error> {
    context(ctx).unwrap_or_else(|_| default_context()).last_error()
}

fn message_of(ctx: *const stoner_context) -> String {
    last_error(ctx).map_or_else(String::new, |error| error.to_string())
}
