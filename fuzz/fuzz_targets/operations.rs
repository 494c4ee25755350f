//! The C functions: a list of operations in JSON, applied to an image by `stoner_image_apply_all`. The first byte chooses the image.
#![no_main]

use std::ffi::{CStr, CString, c_char, c_void};
use std::ptr::{null, null_mut};
// Its C functions are called, so it has to be linked.
use stoner as _;

// What include/stoner.h declares.
unsafe extern "C" {
    fn stoner_context_new(ctx: *mut c_void, out: *mut *mut c_void) -> i32;
    fn stoner_context_free(context: *mut c_void) -> i32;
    fn stoner_context_set_threads(ctx: *mut c_void, threads: i32) -> i32;
    fn stoner_context_set_memory_limit(ctx: *mut c_void, bytes: i64) -> i32;
    fn stoner_last_error(ctx: *mut c_void) -> *const c_char;
    fn stoner_image_from_data(
        ctx: *mut c_void,
        data: *const c_void,
        dtype: i32,
        ndim: i32,
        shape: *const i64,
        byte_strides: *const i64,
        mask: *const u8,
        out: *mut *mut c_void,
    ) -> i32;
    fn stoner_image_apply_all(ctx: *mut c_void, image: *const c_void, steps: *const c_char, out: *mut *mut c_void) -> i32;
    fn stoner_image_free(image: *mut c_void) -> i32;
    fn stoner_live_handles() -> i64;
}

const INTERNAL: i32 = 5010;
const BOOL: i32 = 1;
const U8: i32 = 2;
const F64: i32 = 11;
const C128: i32 = 13;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((&kind, steps)) = bytes.split_first() else { return };
    let Ok(steps) = CString::new(steps) else { return };
    let numbers: [f64; 128] = std::array::from_fn(|i| (i * i % 37) as f64 / 3.0 - 4.0);
    let flags: [u8; 64] = std::array::from_fn(|i| u8::from(i % 5 == 0));
    let (data, dtype, shape): (*const c_void, i32, &[i64]) = match kind % 6 {
        0 => (numbers.as_ptr().cast(), F64, &[8, 7]),
        1 => (numbers.as_ptr().cast(), F64, &[3, 4, 5]),
        2 => (flags.as_ptr().cast(), U8, &[6, 9]),
        3 => (flags.as_ptr().cast(), BOOL, &[8, 8]),
        4 => (numbers.as_ptr().cast(), C128, &[8, 8]),
        _ => (numbers.as_ptr().cast(), F64, &[0, 3]),
    };
    let mask = if kind & 0x80 == 0 { null() } else { flags.as_ptr() };
    let (mut ctx, mut image, mut out) = (null_mut(), null_mut(), null_mut());
    // SAFETY: the pointers lead to as many elements as the shapes say, and the places of the results are variables of this function.
    unsafe {
        assert_eq!(stoner_context_new(null_mut(), &mut ctx), 0);
        assert_eq!(stoner_context_set_threads(ctx, 1), 0);
        assert_eq!(stoner_context_set_memory_limit(ctx, 32 << 20), 0);
        assert_eq!(stoner_image_from_data(ctx, data, dtype, shape.len() as i32, shape.as_ptr(), null(), mask, &mut image), 0);
        let status = stoner_image_apply_all(ctx, image, steps.as_ptr(), &mut out);
        assert!(status != INTERNAL, "{}", CStr::from_ptr(stoner_last_error(ctx)).to_string_lossy());
        stoner_image_free(image);
        stoner_image_free(out);
        stoner_context_free(ctx);
        assert_eq!(stoner_live_handles(), 0);
    }
});
