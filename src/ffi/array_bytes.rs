//! Arrays: bytes
//!
//! @since 0.1.0

use super::array_mask::fill;
use super::array_shape::order;
use super::core::args::{count, dtype, put_bytes, slice_mut, text};
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::array::pickle::Pickle;
use crate::array::shape::Order;
use crate::array::{DType, bytes};
use crate::context::{Error, Result, Status};
use crate::io;
use std::ffi::{c_char, c_void};
use std::path::Path;

/// The bytes of all elements, masked ones filled.
/// @param fill_mode [as stoner_image_filled]
/// @param fill_value [value] the value; for integers the fraction is dropped
/// @param order [enum Order; default STONER_ORDER_C; unset 0] STONER_ORDER_C, F, A; K means A
/// @param buffer [bytes] {C:room for `capacity` }bytes
/// @param length [as stoner_metadata_get_bytes]
/// @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_tobytes(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    fill_mode: i32,
    fill_value: f64,
    order: i32,
    buffer: *mut u8,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let order = self::order(order, Order::C)?;
        let image = images::get(image, "image")?;
        let fill = fill(fill_mode, fill_value, image.array())?;
        put_bytes(bytes::nbytes(image.array()), buffer, capacity, length, |room| {
            bytes::tobytes(image.array(), fill, order, room)
        })
    })
}

/// The same as stoner_image_tobytes under numpy's old name.
/// @param fill_mode [as stoner_image_filled]
/// @param fill_value [value] the value; for integers the fraction is dropped
/// @param order [as stoner_image_tobytes]
/// @param buffer [bytes] {C:room for `capacity` }bytes
/// @param length [as stoner_metadata_get_bytes]
/// @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_tostring(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    fill_mode: i32,
    fill_value: f64,
    order: i32,
    buffer: *mut u8,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    // SAFETY: the contract is the same.
    unsafe { stoner_image_tobytes(ctx, image, fill_mode, fill_value, order, buffer, capacity, length) }
}

/// All elements in C order, converted as in stoner_image_read, into the caller's array, and which of them are masked into
/// another (Python's list shows these as None). Masked values are never shown.
/// @param fill_mode [enum Fill; default STONER_FILL_DEFAULT; decides fill_value] {C:STONER_FILL_DEFAULT: }masked elements
///        are 0 in `buffer` and 1 in `mask`{C:; STONER_FILL_VALUE: they are `fill_value`, and `mask` is 0; STONER_FILL_OWN:
///        they are the image's own fill value, and `mask` is 0}
/// @param fill_value [value] the value of masked elements; for integers the fraction is dropped
/// @param dtype [dtype] the dtype of `buffer`, STONER_BOOL to STONER_C128
/// @param buffer [data] {C:room for }all elements
/// @param buffer_bytes [bytes] its size
/// @param mask [mask; per element; optional] {C:room for }one byte for each element{C:; NULL: not wanted}
/// @param mask_bytes [count] its size
/// @return STONER_ERR_BUFFER_TOO_SMALL; STONER_ERR_OUT_OF_RANGE when the image's dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_tolist(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    fill_mode: i32,
    fill_value: f64,
    dtype: i32,
    buffer: *mut c_void,
    buffer_bytes: i64,
    mask: *mut u8,
    mask_bytes: i64,
) -> i32 {
    guard!(ctx, |_context| {
        let dtype: DType = self::dtype(dtype, "dtype")?;
        let image = images::get(image, "image")?;
        let fill = fill(fill_mode, fill_value, image.array())?;
        let room = slice_mut(buffer.cast::<u8>(), count(buffer_bytes, "buffer_bytes")?, "buffer")?;
        let mask: Option<&mut [u8]> = match mask.is_null() {
            true => None,
            false => Some(slice_mut(mask, count(mask_bytes, "mask_bytes")?, "mask")?),
        };
        bytes::tolist(image.array(), fill, dtype, room, mask)
    })
}

/// Always fails, as numpy.ma's method: a masked array has no plain file. Use stoner_image_dump, stoner_image_save_npy or
/// stoner_image_save.
/// @return STONER_ERR_UNSUPPORTED
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_tofile(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    path: *const c_char,
) -> i32 {
    guard!(ctx, |_context| {
        images::get(image, "image")?;
        let path = text(path, "path")?;
        Err(Error::new(
            Status::Unsupported,
            format!("a masked array is not written to '{path}' as plain bytes; dump, save_npy and save write files"),
        ))
    })
}

/// A pickle that Python loads with numpy alone: pickle.loads gives a numpy.ma.MaskedArray with these data, mask and fill
/// value. Metadata, planes and map are not in it.
/// @param buffer [bytes] {C:room for `capacity` }bytes
/// @param length [as stoner_metadata_get_bytes]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_dumps(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    buffer: *mut u8,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let pickle = Pickle::new(images::get(image, "image")?.array())?;
        put_bytes(pickle.len(), buffer, capacity, length, |room| -> Result<()> {
            let mut at = 0;
            for piece in pickle.pieces() {
                room[at..at + piece.len()].copy_from_slice(piece);
                at += piece.len();
            }
            Ok(())
        })
    })
}

/// Saves what stoner_image_dumps returns. On any error the old file is unchanged.
/// @return STONER_ERR_IO
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_dump(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    path: *const c_char,
) -> i32 {
    guard!(ctx, |_context| io::pickle::dump(&*images::get(image, "image")?, Path::new(text(path, "path")?)))
}
