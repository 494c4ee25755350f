//! A sample section
//!
//! The rest of this comment is the section's text.

use std::ffi::{c_char, c_void};

/// A thing.
pub struct stoner_thing {
    _opaque: [u8; 0],
}

/// The answer.
pub const STONER_ANSWER: i32 = 42;

/// As far as there is.
pub const STONER_FAR: i64 = i64::MIN;

/// [Way] Straight on.
pub const STONER_WAY_STRAIGHT: i32 = 0;
/// [Way] Around.
pub const STONER_WAY_AROUND: i32 = 1;

const INTERNAL: i32 = 1;

/// Copies the thing. Slowly.
///
/// @param shape [shape; size n_shape] how large it becomes
/// @param mask [mask; per element; optional] NULL: none
/// @param name [name; default copy; unset NULL; optional] what it is called
/// @param data [data; per element] its elements
/// @param scale [factor; default 2; unset 0; above 0; keyword zoom] by which it grows
/// @param way [enum Way; default STONER_WAY_STRAIGHT] where it goes
/// @param out the new thing
/// @return STONER_ERR_SHAPE (shape); STONER_ERR_INVALID_ARGUMENT
/// @since 0.1.0
///
/// # Safety
/// What the preface says.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_thing_clone(
    ctx: *mut stoner_context,
    thing: *const stoner_thing,
    shape: *const i64,
    n_shape: i64,
    mask: *const u8,
    name: *const c_char,
    data: *const c_void,
    scale: f64,
    way: i32,
    progress: Option<unsafe extern "C" fn(fraction: f64, user: *mut c_void)>,
    out: *mut *mut stoner_thing,
) -> i32 {
    guard!(ctx, |_context| Ok(()))
}

/// Grows the thing.
///
/// @param scale [as stoner_thing_clone; default 3] more than before
/// @return as stoner_thing_clone; STONER_ERR_NO_MEMORY
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_thing_grow(ctx: *mut stoner_context, thing: *mut stoner_thing, scale: f64) -> i32 {
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
/// @return how many there are
/// @since 0.1.0
#[unsafe(no_mangle)]
pub extern "C" fn stoner_things() -> i64 {
    0
}
