//! Metadata: getting values
//!
//! Each getter names the type that it returns; `stoner_metadata_get_text` returns any value as text.
//!
//! @since 0.1.0

use super::core::args::{out, put_slice, put_text, text};
use super::core::handles::{images, metadata};
use super::types::{stoner_context, stoner_image, stoner_metadata};
use crate::context::{Error, Result, Status};
use crate::image::metadata::{Metadata, Value, text as typed_text};
use crate::image::{Entry, Image};
use std::ffi::c_char;

/// A boolean.
/// @param value [bool] {C:receives }0 or 1
/// @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_get_bool(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    key: *const c_char,
    value: *mut i32,
) -> i32 {
    of_metadata(ctx, metadata, key, |entry, key| out(value, "value")?.give(i32::from(boolean(entry, key)?)))
}

/// An integer; a boolean counts as 0 or 1.
/// @param value [integer] {C:receives }the value
/// @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_get_i64(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    key: *const c_char,
    value: *mut i64,
) -> i32 {
    of_metadata(ctx, metadata, key, |entry, key| out(value, "value")?.give(integer(entry, key)?))
}

/// A real number; an integer or boolean is converted.
/// @param value [real] {C:receives }the value
/// @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_get_f64(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    key: *const c_char,
    value: *mut f64,
) -> i32 {
    of_metadata(ctx, metadata, key, |entry, key| out(value, "value")?.give(real(entry, key)?))
}

/// Text; of a timestamp its ISO 8601 form.
/// @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_get_string(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    key: *const c_char,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    of_metadata(ctx, metadata, key, |entry, key| put_text(string(entry, key)?, buffer, capacity, length))
}

/// A complex number; a real one has the imaginary part 0.
/// @param re [real] {C:receives }the real part
/// @param im [real; imaginary of re] {C:receives }the imaginary part
/// @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_get_complex(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    key: *const c_char,
    re: *mut f64,
    im: *mut f64,
) -> i32 {
    of_metadata(ctx, metadata, key, |entry, key| {
        let (place_re, place_im) = (out(re, "re")?, out(im, "im")?);
        let (re, im) = match entry {
            Value::Complex(value) => (value.re, value.im),
            other => (real(other, key)?, 0.0),
        };
        place_re.set(re);
        place_im.give(im)
    })
}

/// Bytes; of text its UTF-8 form.
/// @param buffer [bytes] {C:room for `capacity` }bytes
/// @param length [count; optional] {C:receives }the number of bytes{C:; may be NULL when capacity is not 0}
/// @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_get_bytes(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    key: *const c_char,
    buffer: *mut u8,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    of_metadata(ctx, metadata, key, |entry, key| {
        let bytes = match entry {
            Value::Bytes(bytes) => bytes.as_slice(),
            other => string(other, key)?.as_bytes(),
        };
        put_slice(bytes, buffer, capacity, length)
    })
}

/// An array of numbers, as an image: read its shape, dtype and elements. The grid of an image ("sample_x") is
/// computed here.
/// @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_get_array(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    key: *const c_char,
    out: *mut *mut stoner_image,
) -> i32 {
    of_metadata(ctx, metadata, key, |entry, key| {
        let place = self::out(out, "out")?;
        match entry {
            Value::Array(array) => place.set_image(Image::from(array.to_array()?)),
            other => Err(wrong_type(other, key, "an array")),
        }
    })
}

/// A nested value: a cluster as metadata of its own; a list or tuple as metadata with the keys "0", "1", ...
/// @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_get_nested(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    key: *const c_char,
    out: *mut *mut stoner_metadata,
) -> i32 {
    of_metadata(ctx, metadata, key, |entry, key| {
        let place = self::out(out, "out")?;
        match entry {
            Value::Cluster(nested) => place.set_metadata(nested.clone()),
            Value::List(values) | Value::Tuple(values) => place.set_metadata(numbered(values)),
            other => Err(wrong_type(other, key, "a list, tuple or cluster")),
        }
    })
}

/// Any value as text, in the form that files have: 1.5, True, [1, 2], array([1., 2.]), and text as it is.
/// @return STONER_ERR_KEY_NOT_FOUND
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_get_text(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    key: *const c_char,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    of_metadata(ctx, metadata, key, |entry, _key| put_text(&typed_text::to_text(entry)?, buffer, capacity, length))
}

/// A whole entry as text with its key and type: "energy{Double Float}=708.5".
/// @return STONER_ERR_KEY_NOT_FOUND
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_export(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    key: *const c_char,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    of_metadata(ctx, metadata, key, |entry, key| put_text(&typed_text::export(key, entry)?, buffer, capacity, length))
}

/// A boolean. A shortcut for one entry of an image; see stoner_metadata_get_bool.
/// @param value [bool] {C:receives }0 or 1
/// @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_metadata_get_bool(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    key: *const c_char,
    value: *mut i32,
) -> i32 {
    of_image(ctx, image, key, |entry, key| out(value, "value")?.give(i32::from(boolean(entry, key)?)))
}

/// An integer; a boolean counts as 0 or 1. A shortcut for one entry of an image; see stoner_metadata_get_i64.
/// @param value [integer] {C:receives }the value
/// @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_metadata_get_i64(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    key: *const c_char,
    value: *mut i64,
) -> i32 {
    of_image(ctx, image, key, |entry, key| out(value, "value")?.give(integer(entry, key)?))
}

/// A real number; an integer or boolean is converted. A shortcut for one entry of an image; see stoner_metadata_get_f64.
/// @param value [real] {C:receives }the value
/// @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_metadata_get_f64(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    key: *const c_char,
    value: *mut f64,
) -> i32 {
    of_image(ctx, image, key, |entry, key| out(value, "value")?.give(real(entry, key)?))
}

/// Text; of a timestamp its ISO 8601 form. A shortcut for one entry of an image; see stoner_metadata_get_string.
/// @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_metadata_get_string(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    key: *const c_char,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    of_image(ctx, image, key, |entry, key| put_text(string(entry, key)?, buffer, capacity, length))
}

/// What an entry of metadata gives.
fn of_metadata(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    key: *const c_char,
    give: impl FnOnce(&Value, &str) -> Result<()>,
) -> i32 {
    guard!(ctx, |_context| {
        let key = text(key, "key")?;
        give(&metadata::get(metadata, "metadata")?.require(key)?.value, key)
    })
}

/// What an entry of an image's metadata gives.
fn of_image(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    key: *const c_char,
    give: impl FnOnce(&Value, &str) -> Result<()>,
) -> i32 {
    guard!(ctx, |_context| {
        let key = text(key, "key")?;
        give(&images::get(image, "image")?.metadata_entry(key)?.value, key)
    })
}

fn numbered(values: &[Value]) -> Metadata {
    values.iter().enumerate().map(|(i, value)| (i.to_string(), Entry::from(value.clone()))).collect()
}

fn boolean(value: &Value, key: &str) -> Result<bool> {
    match value {
        Value::Bool(value) => Ok(*value),
        other => Err(wrong_type(other, key, "a boolean")),
    }
}

fn integer(value: &Value, key: &str) -> Result<i64> {
    match value {
        Value::Int(value) => Ok(*value),
        Value::Bool(value) => Ok(i64::from(*value)),
        other => Err(wrong_type(other, key, "an integer")),
    }
}

fn real(value: &Value, key: &str) -> Result<f64> {
    value.as_f64().ok_or_else(|| wrong_type(value, key, "a real number"))
}

fn string<'a>(value: &'a Value, key: &str) -> Result<&'a str> {
    value.as_str().ok_or_else(|| wrong_type(value, key, "text; stoner_metadata_get_text gives any value as text"))
}

fn wrong_type(found: &Value, key: &str, asked: &str) -> Error {
    Error::new(
        Status::MetadataType,
        format!("the metadata entry '{key}' is of type {}; asked for {asked}", found.type_name()),
    )
}
