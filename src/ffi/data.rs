//! Pixels and masks: reading, writing, lending
//!
//! @since 0.1.0

use super::core::args::{
    caller_array, caller_room, count, dtype, optional_dtype, out, pixel_box, put_length, put_slice, slice, slice_mut,
};
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::array::exchange;
use crate::array::{Data, alloc};
use crate::context::{Error, Status};
use crate::image::boxes::counted;
use std::ffi::c_void;

/// Reads the pixels into the caller's memory, converted to a dtype and laid out as requested, in one pass. Masked elements
/// keep their data; stoner_image_read_mask tells which they are.
/// @param dtype [dtype; default none; unset 0] STONER_BOOL to STONER_C128; 0: the image's own. A float that does not
///        fit an integer takes the nearest one that does, NaN becomes 0, of a complex number the real part is taken.
/// @param byte_strides [strides; min 0; per axis; optional] one step in bytes for each axis; NULL: C order without
///        gaps. {8, 8 * rows} makes a column-major matrix of doubles.
/// @param buffer [data] {C:room for }all elements
/// @param buffer_bytes [bytes] its size: memory beyond it is never touched
/// @return STONER_ERR_BUFFER_TOO_SMALL; STONER_ERR_INVALID_ARGUMENT (dtype, strides)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_read(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    dtype: i32,
    byte_strides: *const i64,
    buffer: *mut c_void,
    buffer_bytes: i64,
) -> i32 {
    guard!(ctx, |_context| {
        let image = images::get(image, "image")?;
        let dtype = optional_dtype(dtype, "dtype")?.unwrap_or(image.dtype());
        let (layout, bytes) = caller_room(image.shape(), dtype, byte_strides, buffer, buffer_bytes)?;
        exchange::store(image.data(), dtype, &layout, bytes)
    })
}

/// Reads the mask: one byte for each element in C order, 1 where it is masked.
/// @param buffer [bytes] {C:room for `capacity` }bytes
/// @param length [count; optional] {C:receives }the number of elements{C:; may be NULL when capacity is not 0}
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_read_mask(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    buffer: *mut u8,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let image = images::get(image, "image")?;
        if capacity == 0 {
            return put_length(image.array().len(), length);
        }
        let mask = match image.array().mask() {
            Some(mask) => alloc::map(mask.view(), u8::from)?.into_raw_vec_and_offset().0,
            None => alloc::zeroed_vec(image.array().len())?,
        };
        put_slice(&mask, buffer, capacity, length)
    })
}

/// Writes the caller's values into the image, into a box or the whole, converted to the image's dtype (as in
/// stoner_image_read). Pixels that are written are unmasked; where the mask is hard, masked pixels stay as they are.
/// @param box [box; size 4; optional] {xmin, xmax, ymin, ymax}, upper exclusive, STONER_EXTENT as far as there is,
///        negative ones counted from the end; of every frame of a stack. It must lie inside the image. NULL: the whole,
///        of any rank.
/// @param data [data; per element] element 0 of an array of the box's shape: (rows, columns), or (frames, rows,
///        columns) for a stack
/// @param dtype [dtype] the dtype of `data`, STONER_BOOL to STONER_C128
/// @param byte_strides [strides; per axis; optional] one step in bytes for each axis; NULL: C order without gaps
/// @return STONER_ERR_OUT_OF_RANGE (box), STONER_ERR_INVALID_ARGUMENT (dtype, strides), STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_write(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    r#box: *const i64,
    data: *const c_void,
    dtype: i32,
    byte_strides: *const i64,
) -> i32 {
    guard!(ctx, |_context| {
        let dtype = self::dtype(dtype, "dtype")?;
        let snapshot = images::get(image, "image")?;
        let mut ranges: Vec<(usize, usize)> = snapshot.shape().iter().map(|&n| (0, n)).collect();
        if !r#box.is_null() {
            let area = pixel_box(r#box, "box", &snapshot)?;
            // A box that had to be clipped would not have the shape of the data.
            let asked = slice(r#box, 4, "box")?;
            let kept = [area.xmin, area.xmax, area.ymin, area.ymax];
            let (rows, columns) = snapshot.frame_shape()?;
            let is_clipped = |((&asked, kept), n): ((&i64, usize), usize)| {
                asked != super::types::STONER_EXTENT && counted(asked, n) != kept as i64
            };
            if asked.iter().zip(kept).zip([columns, columns, rows, rows]).any(is_clipped) {
                return Err(Error::out_of_range(
                    "box",
                    format!("{asked:?}"),
                    format!("inside shape {:?}", snapshot.shape()),
                ));
            }
            let last = ranges.len() - 1;
            ranges[last - 1] = (area.ymin, area.ymax);
            ranges[last] = (area.xmin, area.xmax);
        }
        let shape: Vec<usize> = ranges.iter().map(|&(start, end)| end - start).collect();
        let expected = snapshot.shape().to_vec();
        drop(snapshot);
        let values: Data = caller_array(data, dtype, &shape, byte_strides)?;
        images::update(image, "image", |image| {
            if image.shape() != expected {
                return Err(Error::new(Status::Shape, "another thread changed the image's shape during the call"));
            }
            image.write(&ranges, &values)
        })
    })
}

/// Replaces the mask. A hard mask (stoner_image_harden_mask) only grows.
/// @param mask [as stoner_image_from_data]
/// @param length [count] the number of bytes: it must be the number of elements
/// @return STONER_ERR_SHAPE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_write_mask(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    mask: *const u8,
    length: i64,
) -> i32 {
    guard!(ctx, |_context| {
        let bytes = (!mask.is_null()).then(|| slice(mask, count(length, "length")?, "mask")).transpose()?;
        images::update(image, "image", |image| image.write_mask(bytes))
    })
}

/// Lends the pixels: a pointer to element 0 and the strides. Valid until this handle is freed or changed; other
/// handles do not matter. Nothing may be written through it.
/// @param data receives the pointer
/// @param byte_strides [strides; per axis; optional] {C:room for }one step in bytes for each axis{C: (STONER_MAX_NDIM is
///        always enough)}; they may be negative (a flipped image). NULL: the pixels are wanted in C order without gaps,
///        and if they are not (crops, flips and transposes copy nothing) the call returns STONER_ERR_UNSUPPORTED;
///        use stoner_image_read instead.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_data(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    data: *mut *const c_void,
    byte_strides: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let place = out(data, "data")?;
        let image = images::get(image, "image")?;
        if byte_strides.is_null() {
            if !image.data().is_c_contiguous() {
                return Err(Error::new(
                    Status::Unsupported,
                    "`byte_strides` is NULL, but the pixels are not contiguous in C order; ask for the strides, or use stoner_image_read",
                ));
            }
        } else {
            let itemsize = image.dtype().itemsize() as i64;
            let room = slice_mut(byte_strides, image.ndim(), "byte_strides")?;
            room.iter_mut().zip(image.data().strides()).for_each(|(room, &stride)| *room = stride as i64 * itemsize);
        }
        place.give(image.data().as_ptr().cast())
    })
}
