//! Frames: what the frames of a stack differ in
//!
//! A stack has an axis of frames with a name, a unit and a value for each frame, most often the energy. It follows the frames: stoner_image_take,
//! the moves of an image and alignment keep it, means over rows and columns too; it is saved in TIFF and NeXus files. It is dropped, with a
//! warning, where the first axis is no longer that of the frames.
//!
//! @since 0.1.0

use super::core::args::{count, optional_text, put_slice, put_text, slice, text};
use super::core::handles::images;
use super::scan::quantity_argument;
use super::types::{stoner_context, stoner_image};
use crate::context::{Error, Status};
use crate::image::FrameAxis;
use std::ffi::c_char;

/// A quantity's name, the same for all facilities: "energy", "ring_current".
/// @param quantity [enum Quantity; required] a value of STONER_QUANTITY_
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_quantity_name(
    ctx: *mut stoner_context,
    quantity: i32,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| put_text(quantity_argument(quantity)?.name(), buffer, capacity, length))
}

/// A quantity's unit, the same for all facilities: "eV", "mA"; "" for a number without one.
/// @param quantity [enum Quantity; required] a value of STONER_QUANTITY_
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_quantity_unit(
    ctx: *mut stoner_context,
    quantity: i32,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| put_text(quantity_argument(quantity)?.unit(), buffer, capacity, length))
}

/// A well-known quantity according to the metadata, in the unit that stoner_quantity_unit says: a value for each frame of a stack, one for
/// any other image. NaN where a frame has none. A number without a unit is taken to be in that one, with a warning
/// (STONER_WARNING_NO_UNIT).
/// @param quantity [enum Quantity; required] a value of STONER_QUANTITY_
/// @param buffer [value] {C:room for `capacity` }values
/// @param length [count; optional] {C:receives }the number of frames; may be NULL when capacity is not 0
/// @return STONER_ERR_KEY_NOT_FOUND when the metadata say nothing of it; STONER_ERR_INVALID_ARGUMENT; STONER_ERR_BUFFER_TOO_SMALL
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_quantity(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    quantity: i32,
    buffer: *mut f64,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |context| {
        let quantity = quantity_argument(quantity)?;
        let values = images::get(image, "image")?.quantity(context, quantity).ok_or_else(|| {
            Error::new(
                Status::KeyNotFound,
                format!("the metadata say nothing of the quantity '{}', or not for each frame", quantity.name()),
            )
        })?;
        put_slice(&values, buffer, capacity, length)
    })
}

/// The key of the metadata entry with the values of the axis of frames: "counter0.energy"; "" where there is no such axis. Its last part is
/// the axis's name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_frame_axis_key(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let axis = images::get(image, "image")?.frame_axis();
        put_text(axis.as_ref().map_or("", |axis| &axis.key), buffer, capacity, length)
    })
}

/// The name of the axis of frames: "energy"; "" where there is no such axis.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_frame_axis_name(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let axis = images::get(image, "image")?.frame_axis();
        put_text(axis.as_ref().map_or("", FrameAxis::name), buffer, capacity, length)
    })
}

/// The unit of the axis of frames; "" where it has none, or there is no such axis.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_frame_axis_unit(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let axis = images::get(image, "image")?.frame_axis();
        put_text(axis.as_ref().and_then(|axis| axis.unit.as_deref()).unwrap_or(""), buffer, capacity, length)
    })
}

/// The values of the axis of frames, one for each; none where there is no such axis.
/// @param buffer [value] {C:room for `capacity` }values
/// @param length [count; optional] {C:receives }the number of values; may be NULL when capacity is not 0
/// @return STONER_ERR_BUFFER_TOO_SMALL
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_frame_axis_values(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    buffer: *mut f64,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let axis = images::get(image, "image")?.frame_axis();
        put_slice(axis.as_ref().map_or(&[][..], |axis| &axis.values), buffer, capacity, length)
    })
}

/// Gives an image an axis of frames along its first axis: the values become the metadata entry `name`, and follow the frames from
/// then on. Without values the axis is taken away, and the entry stays.
/// @param name [name; optional] "energy" for example; NULL is enough without values
/// @param unit [name; optional] NULL or "": none
/// @param values [real; size n_values; required] one for each frame
/// @param n_values [count; min 0] the number of frames, or 0
/// @return STONER_ERR_SHAPE when the image has not as many frames; STONER_ERR_METADATA_TYPE when a plane or the grid has the
///         name; STONER_ERR_INVALID_ARGUMENT ("")
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_set_frame_axis(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    name: *const c_char,
    unit: *const c_char,
    values: *const f64,
    n_values: i64,
) -> i32 {
    guard!(ctx, |_context| {
        let values = slice(values, count(n_values, "n_values")?, "values")?;
        let unit = optional_text(unit, "unit")?.filter(|unit| !unit.is_empty());
        let name = if values.is_empty() { None } else { Some(text(name, "name")?) };
        images::update(image, "image", |image| match name {
            Some(name) => image.set_frame_axis(name, unit, values),
            None => {
                image.set_frame_key(None);
                Ok(())
            }
        })
    })
}
