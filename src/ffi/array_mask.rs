//! Arrays: masks
//!
//! A hard mask protects: masked elements cannot be written to. The kind of mask and the fill value are passed on from an image to
//! images made from it.
//!
//! @since 0.1.0

use super::core::args::{integer_of, out, put_bytes};
use super::core::calls::{moved, reshaped, write_scalar};
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::array::{MaskedArray, Scalar, bytes, elementwise, select};
use crate::context::{Error, Result};
use num_complex::Complex;

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
        _ => Err(Error::argument(
            "fill_mode",
            mode,
            "STONER_FILL_DEFAULT (0), STONER_FILL_VALUE (1) or STONER_FILL_OWN (2)",
        )),
    }
}

/// The image's fill value as an integer.
fn whole_fill<T: TryFrom<i128>>(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    fill_value: *mut T,
    holds: &str,
) -> i32 {
    guard!(ctx, |_context| {
        let place = out(fill_value, "fill_value")?;
        let value = images::get(image, "image")?.array().fill_value();
        place.set(integer_of(value, "fill_value", holds, "stoner_image_fill_value")?);
        Ok(())
    })
}

/// Sets a fill value that no double holds.
fn set_whole_fill(ctx: *mut stoner_context, image: *mut stoner_image, fill_value: i128) -> i32 {
    guard!(ctx, |_context| images::update(image, "image", |image| {
        image.array_mut().set_fill_value(Some(Scalar::Int(fill_value)))
    }))
}

/// The array with masked elements replaced by a value that no double holds.
fn filled_whole(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    fill_value: i128,
    out: *mut *mut stoner_image,
) -> i32 {
    reshaped(ctx, image, out, "filled", |array| {
        elementwise::filled(array, Some(Scalar::Int(fill_value))).map(MaskedArray::from)
    })
}

/// Makes the mask hard: masked elements stay masked and keep their values when they are written to.
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_harden_mask(ctx: *mut stoner_context, image: *mut stoner_image) -> i32 {
    set_hard(ctx, image, true)
}

/// Makes the mask soft, the initial state: elements that are written to are unmasked.
///
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
/// @param hard [bool] receives 0 or 1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_hardmask(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    hard: *mut i32,
) -> i32 {
    write_scalar(ctx, image, hard, "hard", |array| i32::from(array.is_hard()))
}

/// Drops a mask that masks nothing: the array then has none, which is faster. Masked elements stay masked.
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_shrink_mask(ctx: *mut stoner_context, image: *mut stoner_image) -> i32 {
    guard!(ctx, |_context| images::update(image, "image", |image| {
        if image.array().any_masked() { Ok(()) } else { image.array_mut().set_mask(None) }
    }))
}

/// The fill value for masked elements: what was set, or else numpy.ma's default for the dtype (1 for bool, 999999 for
/// integers, 1e20 for floats and complex numbers, each as the dtype holds it). Integers beyond 2^53 are rounded.
/// @param fill_value [value] receives the value, of a complex one the real part
/// @param imaginary [real; imaginary of fill_value; optional] receives the imaginary part; may be NULL
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_fill_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    fill_value: *mut f64,
    imaginary: *mut f64,
) -> i32 {
    guard!(ctx, |_context| {
        let place = out(fill_value, "fill_value")?;
        let value = images::get(image, "image")?.array().fill_value().to_complex();
        place.set(value.re);
        if let Some(place) = super::core::args::optional_out(imaginary) {
            place.set(value.im);
        }
        Ok(())
    })
}

/// The fill value for masked elements of an integer or bool image, exact.
/// @param fill_value [integer] receives the value
/// @return STONER_ERR_OUT_OF_RANGE (above the greatest int64_t); STONER_ERR_DTYPE for floats and complex images
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_fill_value_i64(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    fill_value: *mut i64,
) -> i32 {
    whole_fill(ctx, image, fill_value, "a value that int64_t can hold")
}

/// The fill value for masked elements of an integer or bool image, exact.
/// @param fill_value [integer] receives the value
/// @return STONER_ERR_OUT_OF_RANGE (below 0); STONER_ERR_DTYPE for floats and complex images
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_fill_value_u64(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    fill_value: *mut u64,
) -> i32 {
    whole_fill(ctx, image, fill_value, "a value that uint64_t can hold")
}

/// Sets the fill value for masked elements.
/// @param fill_mode [enum Fill; default STONER_FILL_DEFAULT; decides fill_value] STONER_FILL_DEFAULT: back to the
///        dtype's default; STONER_FILL_VALUE (1)
/// @param fill_value [value] the value; for integers the fraction is dropped. stoner_image_set_fill_value_i64 and
///        stoner_image_set_fill_value_u64 take any integer.
/// @param imaginary [real; default 0; imaginary of fill_value] its imaginary part, for complex images; otherwise it
///        must be 0
/// @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_set_fill_value(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    fill_mode: i32,
    fill_value: f64,
    imaginary: f64,
) -> i32 {
    guard!(ctx, |_context| {
        images::update(image, "image", |image| {
            let mut fill = match fill_mode {
                STONER_FILL_DEFAULT | STONER_FILL_VALUE => fill(fill_mode, fill_value, image.array())?,
                _ => {
                    let allowed = "STONER_FILL_DEFAULT (0) or STONER_FILL_VALUE (1)";
                    return Err(Error::argument("fill_mode", fill_mode, allowed));
                }
            };
            if imaginary != 0.0 && fill_mode == STONER_FILL_VALUE {
                fill = Some(Scalar::Complex(Complex::new(fill_value, imaginary)));
            }
            image.array_mut().set_fill_value(fill)
        })
    })
}

/// Sets the fill value for masked elements, as stoner_image_set_fill_value.
/// @param fill_value [integer] the integer, exact
/// @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_set_fill_value_i64(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    fill_value: i64,
) -> i32 {
    set_whole_fill(ctx, image, fill_value.into())
}

/// Sets the fill value for masked elements, as stoner_image_set_fill_value.
/// @param fill_value [integer] the integer, exact
/// @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_set_fill_value_u64(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    fill_value: u64,
) -> i32 {
    set_whole_fill(ctx, image, fill_value.into())
}

/// The array with masked elements replaced by a value; the result has no masked elements. Planes and map stay.
/// @param fill_mode [enum Fill; default STONER_FILL_DEFAULT; decides fill_value] STONER_FILL_DEFAULT and STONER_FILL_OWN: the
///        image's own fill value; STONER_FILL_VALUE (1)
/// @param fill_value [value] the value; for integers the fraction is dropped. stoner_image_filled_i64 and
///        stoner_image_filled_u64 take any integer.
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

/// The array with masked elements replaced by an integer, as stoner_image_filled.
/// @param fill_value [integer] the integer, exact
/// @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_filled_i64(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    fill_value: i64,
    out: *mut *mut stoner_image,
) -> i32 {
    filled_whole(ctx, image, fill_value.into(), out)
}

/// The array with masked elements replaced by an integer, as stoner_image_filled.
/// @param fill_value [integer] the integer, exact
/// @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_filled_u64(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    fill_value: u64,
    out: *mut *mut stoner_image,
) -> i32 {
    filled_whole(ctx, image, fill_value.into(), out)
}

/// The unmasked elements in a row, in C order. Planes and map are dropped with a warning.
/// @param out the new image of rank 1, to be freed with stoner_image_free
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
/// @param buffer [bytes] room for `capacity` bytes
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
/// @param buffer [bytes] room for `capacity` bytes
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
