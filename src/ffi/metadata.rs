//! Metadata: creation, iteration, changes as a whole
//!
//! @since 0.1.0

use super::core::args::{count, optional_text, out, put_text, text};
use super::core::handles::{images, metadata};
use super::types::{
    STONER_TYPE_ARRAY, STONER_TYPE_BOOL, STONER_TYPE_BYTES, STONER_TYPE_CLUSTER, STONER_TYPE_COMPLEX, STONER_TYPE_F64,
    STONER_TYPE_I64, STONER_TYPE_LIST, STONER_TYPE_NONE, STONER_TYPE_STRING, STONER_TYPE_TIMESTAMP, STONER_TYPE_TUPLE,
    stoner_context, stoner_image, stoner_metadata,
};
use crate::context::{Error, Result};
use crate::image::metadata::{Entry, Metadata, Value, text as typed_text};
use std::ffi::c_char;

/// Makes empty metadata.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_new(ctx: *mut stoner_context, out: *mut *mut stoner_metadata) -> i32 {
    guard!(ctx, |_context| self::out(out, "out")?.set_metadata(Metadata::new()))
}

/// Makes a second handle with the same content.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_clone(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    out: *mut *mut stoner_metadata,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(out, "out")?;
        place.set_metadata(Metadata::clone(&*metadata::get(metadata, "metadata")?))
    })
}

/// Frees metadata. NULL is fine; a handle that is not live is STONER_ERR_INVALID_HANDLE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_free(metadata: *mut stoner_metadata) -> i32 {
    guard!(std::ptr::null(), |_context| metadata::free(metadata, "metadata"))
}

/// A copy of all metadata of an image; later changes of one do not change the other. Planes
/// ("actual_x", "actual_y", "beam current") and grid ("sample_x", "sample_y") come last, under their names.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_metadata(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_metadata,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(out, "out")?;
        place.set_metadata(images::get(image, "image")?.metadata())
    })
}

/// Replaces all metadata of an image. Planes and map are kept if `metadata` has them, and removed if not.
/// @return STONER_ERR_METADATA_TYPE when the entry of a plane is no array of its shape, or that of the grid not the
///         grid; the image is then unchanged
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_set_metadata(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    metadata: *const stoner_metadata,
) -> i32 {
    guard!(ctx, |_context| {
        let metadata = metadata::get(metadata, "metadata")?;
        images::update(image, "image", |image| image.set_metadata(&metadata))
    })
}

/// Whether two metadata have the same keys with the same values and units; their order does not matter. NaN equals NaN.
/// @param equal [bool] {C:receives }0 or 1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_equal(
    ctx: *mut stoner_context,
    a: *const stoner_metadata,
    b: *const stoner_metadata,
    equal: *mut i32,
) -> i32 {
    guard!(ctx, |_context| out(equal, "equal")?.give(i32::from(metadata::get(a, "a")? == metadata::get(b, "b")?)))
}

/// The number of entries.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_count(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    n: *mut i64,
) -> i32 {
    guard!(ctx, |_context| out(n, "n")?.give(metadata::get(metadata, "metadata")?.len() as i64))
}

/// The key at a place in the order. The indices 0 to the number of entries - 1 give all keys.
/// @param index [index; min 0] 0 to the number of entries - 1
/// @return STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_key(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    index: i64,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let metadata = metadata::get(metadata, "metadata")?;
        let (key, _) = metadata.get_index(count(index, "index")?).ok_or_else(|| {
            Error::out_of_range("index", index, format!("less than {}, the number of entries", metadata.len()))
        })?;
        put_text(key, buffer, capacity, length)
    })
}

/// Whether there is such a key.
/// @param found [bool] {C:receives }0 or 1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_contains(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    key: *const c_char,
    found: *mut i32,
) -> i32 {
    guard!(ctx, |_context| out(found, "found")?
        .give(i32::from(metadata::get(metadata, "metadata")?.contains(text(key, "key")?))))
}

/// The type of a value.
/// @param value_type [enum Type] {C:receives }STONER_TYPE_NONE to STONER_TYPE_TUPLE
/// @return STONER_ERR_KEY_NOT_FOUND
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_type(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    key: *const c_char,
    value_type: *mut i32,
) -> i32 {
    guard!(ctx, |_context| out(value_type, "value_type")?
        .give(type_code(&metadata::get(metadata, "metadata")?.require(text(key, "key")?)?.value)))
}

/// The name of a value's type as written in files: "Double Float", "I32", "String", "1D Array (Double Float)".
/// @return STONER_ERR_KEY_NOT_FOUND
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_type_name(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    key: *const c_char,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let metadata = metadata::get(metadata, "metadata")?;
        let entry = metadata.require(text(key, "key")?)?;
        put_text(&typed_text::type_name(&entry.value), buffer, capacity, length)
    })
}

/// The unit of a value; "" when it has none.
/// @return STONER_ERR_KEY_NOT_FOUND
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_unit(
    ctx: *mut stoner_context,
    metadata: *const stoner_metadata,
    key: *const c_char,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let metadata = metadata::get(metadata, "metadata")?;
        let unit = metadata.require(text(key, "key")?)?.unit.as_deref();
        put_text(unit.unwrap_or(""), buffer, capacity, length)
    })
}

/// Sets the unit of a value.
/// @param unit [name; optional] NULL: none
/// @return STONER_ERR_KEY_NOT_FOUND
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_set_unit(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    key: *const c_char,
    unit: *const c_char,
) -> i32 {
    guard!(ctx, |_context| {
        let key = text(key, "key")?;
        let unit = optional_text(unit, "unit")?.map(str::to_owned);
        metadata::update(metadata, "metadata", |metadata| {
            let value = metadata.require(key)?.value.clone();
            metadata.insert(key, Entry { value, unit });
            Ok(())
        })
    })
}

/// Removes an entry; the others keep their order.
/// @param out [metadata; optional] {C:receives }new metadata with the entry alone{C:, to be freed with stoner_metadata_free}{C:;
///        NULL: not wanted}
/// @return STONER_ERR_KEY_NOT_FOUND
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_pop(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    key: *const c_char,
    out: *mut *mut stoner_metadata,
) -> i32 {
    guard!(ctx, |_context| {
        let key = text(key, "key")?;
        let entry = metadata::update(metadata, "metadata", |metadata| metadata.pop(key))?;
        give(out, key, entry)
    })
}

/// Removes the last entry.
/// @param out [as stoner_metadata_pop]
/// @return STONER_ERR_KEY_NOT_FOUND when there is none
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_popitem(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    out: *mut *mut stoner_metadata,
) -> i32 {
    guard!(ctx, |_context| {
        let (key, entry) = metadata::update(metadata, "metadata", |metadata| metadata.popitem())?;
        give(out, &key, entry)
    })
}

/// Sets an entry to a default if its key does not exist.
/// @param defaults metadata with an entry under the same key, which is copied with its unit
/// @return STONER_ERR_KEY_NOT_FOUND when neither has the key
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_setdefault(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    key: *const c_char,
    defaults: *const stoner_metadata,
) -> i32 {
    guard!(ctx, |_context| {
        let key = text(key, "key")?;
        let defaults = metadata::get(defaults, "defaults")?;
        metadata::update(metadata, "metadata", |metadata| {
            if !metadata.contains(key) {
                metadata.insert(key, defaults.require(key)?.clone());
            }
            Ok(())
        })
    })
}

/// Sets every entry of another: existing keys keep their place, new ones come last in their order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_update(
    ctx: *mut stoner_context,
    metadata: *mut stoner_metadata,
    other: *const stoner_metadata,
) -> i32 {
    guard!(ctx, |_context| {
        let other = metadata::get(other, "other")?;
        metadata::update(metadata, "metadata", |metadata| {
            metadata.update(&other);
            Ok(())
        })
    })
}

/// Removes all entries.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_metadata_clear(ctx: *mut stoner_context, metadata: *mut stoner_metadata) -> i32 {
    guard!(ctx, |_context| {
        metadata::update(metadata, "metadata", |metadata| {
            metadata.clear();
            Ok(())
        })
    })
}

fn give(out: *mut *mut stoner_metadata, key: &str, entry: Entry) -> Result<()> {
    match super::core::args::optional_out(out) {
        Some(place) => place.set_metadata([(key, entry)].into_iter().collect()),
        None => Ok(()),
    }
}

fn type_code(value: &Value) -> i32 {
    match value {
        Value::None => STONER_TYPE_NONE,
        Value::Bool(_) => STONER_TYPE_BOOL,
        Value::Int(_) => STONER_TYPE_I64,
        Value::Float(_) => STONER_TYPE_F64,
        Value::Complex(_) => STONER_TYPE_COMPLEX,
        Value::String(_) => STONER_TYPE_STRING,
        Value::Bytes(_) => STONER_TYPE_BYTES,
        Value::Timestamp(_) => STONER_TYPE_TIMESTAMP,
        Value::Array(_) => STONER_TYPE_ARRAY,
        Value::List(_) => STONER_TYPE_LIST,
        Value::Cluster(_) => STONER_TYPE_CLUSTER,
        Value::Tuple(_) => STONER_TYPE_TUPLE,
    }
}
