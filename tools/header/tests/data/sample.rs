//! A sample section
//!
//! Only the title of this comment reaches the header.

use std::ffi::{c_char, c_void};

/// A thing.
pub struct stoner_thing {
    _opaque: [u8; 0],
}

/// The answer.
pub const STONER_ANSWER: i32 = 42;

/// As far as there is.
pub const STONER_FAR: i64 = i64::MIN;

const INTERNAL: i32 = 1;

/// Called with the fraction done.
pub type stoner_progress = Option<unsafe extern "C" fn(fraction: f64, user: *mut c_void)>;

/// Copies the thing.
///
/// @param out the new thing
/// @since 0.1.0
///
/// # Safety
/// What the preface says.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_thing_clone(
    ctx: *mut stoner_context,
    thing: *const stoner_thing,
    shape: *const i64,
    mask: *const u8,
    name: *const c_char,
    data: *const c_void,
    scale: f64,
    progress: stoner_progress,
    out: *mut *mut stoner_thing,
) -> i32 {
    guard!(ctx, |_context| Ok(()))
}

fn internal() {}

/// Panics.
#[cfg(feature = "planted-panic")]
#[unsafe(no_mangle)]
pub extern "C" fn stoner_planted_panic(ctx: *mut stoner_context) -> i32 {
    guard!(ctx, |_context| panic!("planted"))
}

/// Counts.
///
/// @since 0.1.0
#[unsafe(no_mangle)]
pub extern "C" fn stoner_things() -> i64 {
    0
}
