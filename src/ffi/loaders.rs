//! Files: what can be loaded and saved
//!
//! @since 0.1.0

use super::core::args::{boolean, count, out, put_text};
use super::types::stoner_context;
use crate::context::{Error, Result};
use crate::io::formats::{self, FORMATS, Format};
use std::ffi::c_char;

/// The number of loaders. They are numbered in the order in which stoner_load tries them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_loader_count(ctx: *mut stoner_context, n: *mut i32) -> i32 {
    guard!(ctx, |_context| out(n, "n")?.give(FORMATS.len() as i32))
}

/// A loader's name, which stoner_load takes as `filetype`.
/// @param index [index] 0 to the number of loaders - 1
/// @return STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_loader_name(
    ctx: *mut stoner_context,
    index: i32,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| put_text(loader(index)?.name, buffer, capacity, length))
}

/// A loader's priority: lower numbers are tried first.
/// @param index [index] 0 to the number of loaders - 1
/// @param priority [integer] {C:receives }the priority
/// @return STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_loader_priority(ctx: *mut stoner_context, index: i32, priority: *mut i32) -> i32 {
    guard!(ctx, |_context| out(priority, "priority")?.give(loader(index)?.priority))
}

/// The media type of the files that a loader reads: "image/tiff".
/// @param index [index] 0 to the number of loaders - 1
/// @return STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_loader_mime_type(
    ctx: *mut stoner_context,
    index: i32,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| put_text(loader(index)?.mime_type, buffer, capacity, length))
}

/// The patterns of the names of files that a loader reads, separated by spaces: "*.tif *.tiff".
/// @param index [index] 0 to the number of loaders - 1
/// @return STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_loader_patterns(
    ctx: *mut stoner_context,
    index: i32,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| put_text(&loader(index)?.patterns.join(" "), buffer, capacity, length))
}

/// The formats that an image can be saved in, separated by commas, as stoner_image_save takes them: "tif,tiff,png,npy,nxs,hdf5,h5,hdf".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_fmts(
    ctx: *mut stoner_context,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| put_text(&formats::saved().collect::<Vec<_>>().join(","), buffer, capacity, length))
}

/// Whether loading explains itself: each loader that stoner_load tries then adds a warning that says what it found.
/// @param debug [bool] 1: loading explains itself
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_set_debug(ctx: *mut stoner_context, debug: i32) -> i32 {
    guard!(ctx, |context| {
        context.set_debug(boolean(debug, "debug")?);
        Ok(())
    })
}

/// Whether loading explains itself; initially 0.
/// @param debug [bool] {C:receives }0 or 1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_debug(ctx: *mut stoner_context, debug: *mut i32) -> i32 {
    guard!(ctx, |context| out(debug, "debug")?.give(i32::from(context.debug())))
}

fn loader(index: i32) -> Result<&'static Format> {
    count(i64::from(index), "index")
        .ok()
        .and_then(|index| FORMATS.get(index))
        .ok_or_else(|| Error::out_of_range("index", index, format!("0 to {}", FORMATS.len() - 1)))
}
