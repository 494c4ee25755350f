//! Arrays: masks
//!
//! A hard mask protects: masked elements cannot be written to. The kind of mask and the fill value are passed on from an image to
//! images made from it.
//!
//! @since 0.1.0

use super::core::args::{optional_number, out, put_bytes, put_number};
use super::core::calls::{moved, reshaped, write_scalar};
use super::core::enumerations;
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::array::{MaskedArray, Scalar, bytes, elementwise, select};
use crate::context::{Error, Result, Status};
use std::ffi::c_void;

/// [Fill] The image's own fill value: what was set, or else the dtype's default.
pub const STONER_FILL_DEFAULT: i32 = 0;
/// [Fill] The given value.
pub const STONER_FILL_VALUE: i32 = 1;

/// [Fill] The image's own fill value, wherever another one would stand for the default.
pub const STONER_FILL_OWN: i32 = 2;

/// A fill value that may be none.
pub(super) fn fill(mode: i32, value: f64, array: &MaskedArray) -> Result<Option<Scalar>> {
    match mode {
        STONER_FILL_DEFAULT => Ok(None),
        STONER_FILL_VALUE => Ok(Some(Scalar::Float(value))),
        STONER_FILL_OWN => Ok(Some(array.fill_value())),
        _ => Err(enumerations::FILL.refuse("fill_mode", mode)),
    }
}

/// Makes the mask hard: masked elements stay masked and keep their values when they are written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_harden_mask(ctx: *mut stoner_context, image: *mut stoner_image) -> i32 {
    set_hard(ctx, image, true)
}

/// Makes the mask soft, the initial state: elements that are written to are unmasked.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_soften_mask(ctx: *mut stoner_context, image: *mut stoner_image) -> i32 {
    set_hard(ctx, image, false)
}

fn set_hard(ctx: *mut stoner_context, image: *mut stoner_image, hard: bool) -> i32 {
    guard!(ctx, |_context| images::update(image, "image", |image| {
        image.array_mut().set_hard(hard);
        Ok(())
    }))
}

/// Whether the mask is hard; see stoner_image_harden_mask.
/// @param hard [bool] {C:receives }0 or 1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_hardmask(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    hard: *mut i32,
) -> i32 {
    write_scalar(ctx, image, hard, "hard", |array| i32::from(array.is_hard()))
}

/// Drops a mask that masks nothing: the array then has none, which is faster. Masked elements stay masked.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_shrink_mask(ctx: *mut stoner_context, image: *mut stoner_image) -> i32 {
    guard!(ctx, |_context| images::update(image, "image", |image| {
        if image.array().any_masked() { Ok(()) } else { image.array_mut().set_mask(None) }
    }))
}

/// The fill value for masked elements as a double. stoner_image_fill_value_as gives it exactly, and complex ones.
/// @param fill_value [value] {C:receives }the value; integers beyond 2^53 are rounded
/// @return STONER_ERR_DTYPE for complex images
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_fill_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    fill_value: *mut f64,
) -> i32 {
    guard!(ctx, |_context| {
        let place = out(fill_value, "fill_value")?;
        match images::get(image, "image")?.array().fill_value() {
            Scalar::Complex(_) => {
                Err(Error::new(Status::Dtype, "the image is complex; use stoner_image_fill_value_as"))
            }
            real => place.give(real.to_complex().re),
        }
    })
}

/// The fill value for masked elements: what was set, or else numpy.ma's default for the dtype (1 for bool, 999999 for
/// integers, 1e20 for floats and complex numbers, each as the dtype holds it).
/// @param dtype [as stoner_image_item_as]
/// @param fill_value [scalar; of dtype] {C:receives }the value{C:: room for one number of that dtype}
/// @return STONER_ERR_OUT_OF_RANGE (an integer that the dtype does not hold); STONER_ERR_DTYPE for
///         an integer of a float or complex image, and a real number of a complex one
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_fill_value_as(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    dtype: i32,
    fill_value: *mut c_void,
) -> i32 {
    guard!(ctx, |_context| {
        let image = images::get(image, "image")?;
        put_number(image.array().fill_value(), image.dtype(), dtype, (fill_value, "fill_value"))
    })
}

/// Sets the fill value for masked elements to a double, as stoner_image_set_fill_value_as.
/// @param fill_mode [enum Fill; default STONER_FILL_DEFAULT; decides fill_value] {C:STONER_FILL_DEFAULT: }back to the
///        dtype's default{C:; STONER_FILL_VALUE: `fill_value`}
/// @param fill_value [value] the value; for integers the fraction is dropped
/// @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_set_fill_value(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    fill_mode: i32,
    fill_value: f64,
) -> i32 {
    guard!(ctx, |_context| images::update(image, "image", |image| {
        let fill = match fill_mode {
            STONER_FILL_DEFAULT | STONER_FILL_VALUE => fill(fill_mode, fill_value, image.array())?,
            _ => {
                return Err(enumerations::FILL.refuse_but(
                    "fill_mode",
                    fill_mode,
                    &[STONER_FILL_DEFAULT, STONER_FILL_VALUE],
                ));
            }
        };
        image.array_mut().set_fill_value(fill)
    }))
}

/// Sets the fill value for masked elements.
/// @param dtype [as stoner_image_item_as]
/// @param fill_value [scalar; of dtype; optional] the number; for integers a fraction is dropped; NULL: back to the default of the image's
///        dtype
/// @return STONER_ERR_OUT_OF_RANGE when the image's dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_set_fill_value_as(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    dtype: i32,
    fill_value: *const c_void,
) -> i32 {
    guard!(ctx, |_context| images::update(image, "image", |image| {
        let fill = optional_number((dtype, "dtype"), fill_value, image.dtype())?;
        image.array_mut().set_fill_value(fill)
    }))
}

/// The array with masked elements replaced by a double, as stoner_image_filled_as.
/// @param fill_mode [enum Fill; default STONER_FILL_DEFAULT; decides fill_value] {C:STONER_FILL_DEFAULT and STONER_FILL_OWN: }the
///        image's own fill value{C:; STONER_FILL_VALUE: `fill_value`}
/// @param fill_value [value] the value; for integers the fraction is dropped
/// @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_filled(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    fill_mode: i32,
    fill_value: f64,
    out: *mut *mut stoner_image,
) -> i32 {
    reshaped(ctx, image, out, "filled", |array| {
        elementwise::filled(array, fill(fill_mode, fill_value, array)?).map(MaskedArray::from)
    })
}

/// The array with masked elements replaced by a value; the result has no masked elements. Planes and map stay.
/// @param dtype [as stoner_image_item_as]
/// @param fill_value [scalar; of dtype; optional] the number; for integers a fraction is dropped; NULL: the image's own fill value
/// @return STONER_ERR_OUT_OF_RANGE when the image's dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_filled_as(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    dtype: i32,
    fill_value: *const c_void,
    out: *mut *mut stoner_image,
) -> i32 {
    reshaped(ctx, image, out, "filled", |array| {
        let fill = optional_number((dtype, "dtype"), fill_value, array.dtype())?;
        elementwise::filled(array, fill).map(MaskedArray::from)
    })
}

/// The unmasked elements in a row, in C order. Planes and map are dropped with a warning.
/// @param out the new image of rank 1{C:, to be freed with stoner_image_free}
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_compressed(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    moved(ctx, image, out, "compressed", select::compressed)
}

/// The bytes of numpy's structured array (_data, _mask): for each element, in C order, the element in native byte order and
/// one byte that is 1 where it is masked. A record has stoner_image_itemsize + 1 bytes, without gaps.
/// @param buffer [bytes] {C:room for `capacity` }bytes
/// @param length [as stoner_metadata_get_bytes]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_toflex(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    buffer: *mut u8,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let image = images::get(image, "image")?;
        let array = image.array();
        put_bytes(bytes::nbytes(array) + array.len(), buffer, capacity, length, |room| {
            bytes::records(array, room);
            Ok(())
        })
    })
}

/// The same as stoner_image_toflex, as in numpy.ma.
/// @param buffer [bytes] {C:room for `capacity` }bytes
/// @param length [as stoner_metadata_get_bytes]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_torecords(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    buffer: *mut u8,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    // SAFETY: the contract is the same.
    unsafe { stoner_image_toflex(ctx, image, buffer, capacity, length) }
}
