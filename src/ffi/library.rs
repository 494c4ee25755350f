//! The library itself
//!
//! @since 0.1.0

use super::core::args::{count, optional_out, out, put_text};
use super::core::enumerations;
use super::core::handles::live_handles;
use super::report::version_report;
use super::types::{STONER_OK, stoner_context};
use crate::context::{InstructionSet, Status, instruction_set, memory, set_instruction_set};
use std::ffi::c_char;

/// The version as text, "major.minor.patch". Never freed.
#[unsafe(no_mangle)]
pub extern "C" fn stoner_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

/// The version as a number, for comparison with STONER_VERSION_NUMBER: major * 10000 + minor * 100 + patch.
#[unsafe(no_mangle)]
pub extern "C" fn stoner_version_number() -> i32 {
    const fn number(text: &str) -> i32 {
        let (bytes, mut value, mut i) = (text.as_bytes(), 0, 0);
        while i < bytes.len() {
            value = value * 10 + (bytes[i] - b'0') as i32;
            i += 1;
        }
        value
    }
    const MAJOR: i32 = number(env!("CARGO_PKG_VERSION_MAJOR"));
    const MINOR: i32 = number(env!("CARGO_PKG_VERSION_MINOR"));
    const PATCH: i32 = number(env!("CARGO_PKG_VERSION_PATCH"));
    MAJOR * 10_000 + MINOR * 100 + PATCH
}

/// What a status means, in a few words of English: "an argument has a value that is not allowed". Never NULL, never
/// freed. The message of a particular failure is in stoner_last_error.
/// @param status [status] a status that a function returned
#[unsafe(no_mangle)]
pub extern "C" fn stoner_status_text(status: i32) -> *const c_char {
    match Status::from_code(status) {
        Some(status) => status.text().as_ptr(),
        None if status == STONER_OK => c"success".as_ptr(),
        None => c"unknown status".as_ptr(),
    }
}

/// The number of handles, of all types, that were given out and not freed: 0 at the end of a program without leaks.
#[unsafe(no_mangle)]
pub extern "C" fn stoner_live_handles() -> i64 {
    live_handles() as i64
}

/// Sets how much memory of freed images the library keeps for new ones of the same size, in the whole process: the system clears a
/// fresh image's memory before the first pixel is written, which takes longer than many operations. It keeps none of less than 1 MiB, gives back what it
/// kept before, and gives all back when the last image, scan, table and set of metadata is freed, or the system has no more for others.
/// @param bytes [count; default 67108864; unset 0; min 1] the number of bytes at most; 1: nothing is kept
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_set_kept_memory(ctx: *mut stoner_context, bytes: i64) -> i32 {
    guard!(ctx, |_context| {
        memory::keep_at_most(count(bytes, "bytes")?);
        Ok(())
    })
}

/// Limits the library's own kernels to an instruction set, in the whole process: for tests, and to find out whether a fault comes
/// from one of them. The bits of a result do not depend on it. Calls that are running change to it, too. Fourier transforms, products
/// of matrices of floating point and the C library's functions ignore it: other libraries compute them, with the
/// instructions that they find themselves. The environment variable STONER_INSTRUCTION_SET (baseline, avx2, avx512) does the same
/// from the start; it is read once, and an unknown name, or one that the processor lacks, is a warning of every new context.
/// @param instruction_set [enum InstructionSet; default STONER_INSTRUCTION_SET_BEST] STONER_INSTRUCTION_SET_*: what they may use
/// @return STONER_ERR_INVALID_ARGUMENT for an unknown one; STONER_ERR_UNSUPPORTED for one that the processor lacks
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_set_instruction_set(ctx: *mut stoner_context, instruction_set: i32) -> i32 {
    guard!(ctx, |_context| {
        let level = match instruction_set {
            0 => None,
            code => Some(
                InstructionSet::from_code(code)
                    .ok_or_else(|| enumerations::INSTRUCTION_SET.refuse("instruction_set", code))?,
            ),
        };
        set_instruction_set(level)
    })
}

/// Which instruction set the library's own kernels use, in the whole process: the best that the processor has, unless
/// stoner_set_instruction_set or the environment variable STONER_INSTRUCTION_SET sets another.
/// @param instruction_set [enum InstructionSet] {C:receives }what they use, never STONER_INSTRUCTION_SET_BEST
/// @param best [enum InstructionSet; optional] {C:receives }the best that the processor has{C:; may be NULL}
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_instruction_set(
    ctx: *mut stoner_context,
    instruction_set: *mut i32,
    best: *mut i32,
) -> i32 {
    guard!(ctx, |_context| {
        out(instruction_set, "instruction_set")?.set(self::instruction_set().code());
        if let Some(best) = optional_out(best) {
            best.set(InstructionSet::best().code());
        }
        Ok(())
    })
}

/// What this library is, as text in UTF-8: lines of a name, a colon and a value (version, features, target, compiler, processor, instruction sets,
/// HDF5 reader), then an empty line and the licences of all that is linked in. To be sent with a report of a fault.
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_version_report(
    ctx: *mut stoner_context,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| put_text(&version_report()?, buffer, capacity, length))
}

/// The description of this interface as JSON, in UTF-8: every function with its parameters, their types, units, defaults and
/// ranges, and all constants. docs/interface.md explains its members.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_interface(
    ctx: *mut stoner_context,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| put_text(include_str!("../../interface/interface.json"), buffer, capacity, length))
}

/// A build for tests only: panics, to prove that a panic becomes STONER_ERR_INTERNAL.
///
#[cfg(feature = "planted-panic")]
#[unsafe(no_mangle)]
pub extern "C" fn stoner_planted_panic(ctx: *mut super::types::stoner_context) -> i32 {
    guard!(ctx, |_context| panic!("planted"))
}
