//! Metadata: setting values
//!
//! An existing key keeps its place and its unit; a new one comes last. Lists, tuples and clusters may be nested up to 64 deep; deeper
//! ones are STONER_ERR_INVALID_ARGUMENT.
//!
//! @since 0.1.0

use super::core::args::{boolean, count, optional_text, slice, text};
use super::core::handles::{images, metadata};
use super::option_text;
use super::types::{stoner_context, stoner_image, stoner_metadata};
use crate::context::{Error, Result, Status};
use crate::image::Entry;
use crate::image::metadata::{Metadata, Value, text as typed_text};
use num_complex::Complex;
use std::ffi::c_char;

/// Sets a boolean.
/// @param value [bool] the value{C:, 0 or 1}
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_set_bool(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    key: *const c_char,
    value: i32,
) -> i32 {
    guard!(ctx, |_context| set(metadata, key, Value::Bool(boolean(value, "value")?)))
}

/// Sets an integer.
/// @param value [integer] the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_set_i64(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    key: *const c_char,
    value: i64,
) -> i32 {
    guard!(ctx, |_context| set(metadata, key, Value::Int(value)))
}

/// Sets a real number.
/// @param value [real] the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_set_f64(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    key: *const c_char,
    value: f64,
) -> i32 {
    guard!(ctx, |_context| set(metadata, key, Value::Float(value)))
}

/// Sets text.
/// @param value [text] the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_set_string(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    key: *const c_char,
    value: *const c_char,
) -> i32 {
    guard!(ctx, |_context| set(metadata, key, Value::from(text(value, "value")?)))
}

/// Sets an entry without a value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_set_none(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    key: *const c_char,
) -> i32 {
    guard!(ctx, |_context| set(metadata, key, Value::None))
}

/// Sets a complex number.
/// @param re [real] the real part
/// @param im [real; imaginary of re] the imaginary part
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_set_complex(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    key: *const c_char,
    re: f64,
    im: f64,
) -> i32 {
    guard!(ctx, |_context| set(metadata, key, Value::Complex(Complex::new(re, im))))
}

/// Sets bytes.
/// @param value [bytes; size length] `length` bytes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_set_bytes(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    key: *const c_char,
    value: *const u8,
    length: i64,
) -> i32 {
    guard!(ctx, |_context| {
        let bytes = slice(value, count(length, "length")?, "value")?;
        set(metadata, key, Value::Bytes(bytes.to_vec()))
    })
}

/// Sets a date and time.
/// @param value [text] ISO 8601, "2021-03-16T12:30:00+01:00"; time and zone may be missing
/// @return STONER_ERR_INVALID_ARGUMENT when it is no such text
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_set_timestamp(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    key: *const c_char,
    value: *const c_char,
) -> i32 {
    guard!(ctx, |_context| {
        let value = text(value, "value")?;
        if !typed_text::is_timestamp(value) {
            return Err(Error::argument("value", format!("'{value}'"), "a date and time in ISO 8601"));
        }
        set(metadata, key, Value::Timestamp(value.to_owned()))
    })
}

/// Sets an array of numbers: pixels and mask of an image, which are shared, not copied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_set_array(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    key: *const c_char,
    value: *const stoner_image,
) -> i32 {
    guard!(ctx, |_context| set(metadata, key, Value::from(images::get(value, "value")?.array().clone())))
}

/// Sets a cluster: named values.
/// @param value its values by name
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_set_cluster(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    key: *const c_char,
    value: *const stoner_metadata,
) -> i32 {
    guard!(ctx, |_context| set(metadata, key, Value::Cluster(Metadata::clone(&*metadata::get(value, "value")?))))
}

/// Sets a list.
/// @param value its values in their order; the keys do not matter
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_set_list(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    key: *const c_char,
    value: *const stoner_metadata,
) -> i32 {
    guard!(ctx, |_context| set(metadata, key, Value::List(values(value)?)))
}

/// Sets a tuple: a cluster without names.
/// @param value its values in their order; the keys do not matter
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_set_tuple(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    key: *const c_char,
    value: *const stoner_metadata,
) -> i32 {
    guard!(ctx, |_context| set(metadata, key, Value::Tuple(values(value)?)))
}

/// Sets options from one text, as stoner_image_apply_text takes them: "scale=4; method=scharr". All of them, or none where one is wrong.
/// @param options [text] options by name with semicolons between them
/// @return STONER_ERR_INVALID_ARGUMENT (a text that is no options)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_set_options(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    options: *const c_char,
) -> i32 {
    guard!(ctx, |_context| {
        let options = option_text::read(text(options, "options")?)?;
        metadata::update(metadata, "metadata", |metadata| {
            for (key, entry) in options.iter() {
                let unit = metadata.get(key).and_then(|entry| entry.unit.clone());
                metadata.insert(key, Entry { value: entry.value.clone(), unit });
            }
            Ok(())
        })
    })
}

/// Sets a value from its text form; see stoner_metadata_get_text.
/// @param type_name [text; optional] "Double Float", "Single Float" or "EXTENDED" (all double); "I8" to "I64", "U8" to "U64" (all int64);
///        "Boolean", "String", "Timestamp", "Void", "List", "Cluster (...)", or "1D Array (...)" and those of more axes; any other means
///        what the text looks like. NULL: taken from the text, which is a string if it is nothing else
/// @param value [text] the value
/// @return STONER_ERR_INVALID_ARGUMENT when the text is not of that type
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_set_text(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    key: *const c_char,
    type_name: *const c_char,
    value: *const c_char,
) -> i32 {
    guard!(ctx, |_context| {
        let value = typed_text::import(optional_text(type_name, "type_name")?, text(value, "value")?)?;
        set(metadata, key, value)
    })
}

/// Sets a boolean. A shortcut for one entry of an image.
/// @param value [bool] the value{C:, 0 or 1}
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_metadata_set_bool(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    key: *const c_char,
    value: i32,
) -> i32 {
    guard!(ctx, |_context| set_of_image(image, key, Value::Bool(boolean(value, "value")?)))
}

/// Sets an integer. A shortcut for one entry of an image.
/// @param value [integer] the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_metadata_set_i64(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    key: *const c_char,
    value: i64,
) -> i32 {
    guard!(ctx, |_context| set_of_image(image, key, Value::Int(value)))
}

/// Sets a real number. A shortcut for one entry of an image.
/// @param value [real] the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_metadata_set_f64(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    key: *const c_char,
    value: f64,
) -> i32 {
    guard!(ctx, |_context| set_of_image(image, key, Value::Float(value)))
}

/// Sets text. A shortcut for one entry of an image.
/// @param value [text] the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_metadata_set_string(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    key: *const c_char,
    value: *const c_char,
) -> i32 {
    guard!(ctx, |_context| set_of_image(image, key, Value::from(text(value, "value")?)))
}

fn set(handle: *mut stoner_metadata, key: *const c_char, value: Value) -> Result<()> {
    let key = key_argument(key)?;
    // All values that are set go through here, so that none is ever nested more deeply than its stack allows.
    let depth = value.depth();
    if depth > typed_text::MAX_DEPTH {
        return Err(Error::argument(
            "value",
            format!("nested {depth} levels deep"),
            format!("at most {} levels of lists and clusters in each other", typed_text::MAX_DEPTH),
        ));
    }
    metadata::update(handle, "metadata", |metadata| {
        let unit = metadata.get(key).and_then(|entry| entry.unit.clone());
        metadata.insert(key, Entry { value, unit });
        Ok(())
    })
}

fn set_of_image(handle: *mut stoner_image, key: *const c_char, value: Value) -> Result<()> {
    let key = key_argument(key)?;
    images::update(handle, "image", |image| {
        let unit = image.own_metadata().get(key).and_then(|entry| entry.unit.clone());
        image.set_metadata_entry(key, Entry { value, unit })
    })
}

fn key_argument<'a>(key: *const c_char) -> Result<&'a str> {
    match text(key, "key")? {
        "" => Err(Error::new(Status::InvalidArgument, "`key` is empty; allowed: one character or more")),
        key => Ok(key),
    }
}

fn values(handle: *const stoner_metadata) -> Result<Vec<Value>> {
    Ok(metadata::get(handle, "value")?.iter().map(|(_, entry)| entry.value.clone()).collect())
}
