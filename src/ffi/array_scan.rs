//! Arrays: running sums, products of matrices
//!
//! @since 0.1.0

use super::core::args::{axis_of, boolean, optional_dtype, out};
use super::core::calls::apply;
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::array::{self, Scan, reduce};
use crate::context::{Error, Status};
use crate::ops::pick;

/// The running sum along an axis. Masked elements count as 0 and stay masked; integers wrap.
/// @param axis [axis; optional] the axis to go along; NULL: all elements in C order, as one row
/// @param dtype [as stoner_image_sum]
/// @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_INVALID_ARGUMENT (dtype); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_cumsum(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axis: *const i32,
    dtype: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let (axis, dtype) = (axis_of(axis, image)?, optional_dtype(dtype, "dtype")?);
        let array = array::scan(&context.whole(), image.array(), axis, dtype, Scan::Sum)?;
        Ok(image.with_any_array(context, array, "cumsum"))
    })
}

/// The running product along an axis. Masked elements count as 1 and stay masked; integers wrap.
/// @param axis [as stoner_image_cumsum]
/// @param dtype [as stoner_image_sum]
/// @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_INVALID_ARGUMENT (dtype); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_cumprod(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axis: *const i32,
    dtype: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let (axis, dtype) = (axis_of(axis, image)?, optional_dtype(dtype, "dtype")?);
        let array = array::scan(&context.whole(), image.array(), axis, dtype, Scan::Product)?;
        Ok(image.with_any_array(context, array, "cumprod"))
    })
}

/// numpy's dot product: of ranks 1 and 1 the inner product, of 2 and 2 the matrix product, with rank 0 the multiple, else the
/// sum over the last axis of `image` and the last but one of `b` (rank 1: its only one). Masked elements count as 0. The dtype is
/// that of both together; integers wrap.
/// @param b the right factor
/// @param strict [bool; default false] 0: an element of the result is masked where no pair of unmasked elements made
///        it; 1: where any of its elements is masked
/// @return STONER_ERR_SHAPE (lengths that differ, a rank above 8); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_dot(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    b: *const stoner_image,
    strict: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let b = images::get(b, "b")?;
        let array = array::dot(&context.whole(), image.array(), b.array(), boolean(strict, "strict")?)?;
        Ok(pick::without_frames(image).with_any_array(context, array, "dot"))
    })
}

/// The sums along the diagonals of two axes. Masked elements count as 0, and the result is not masked.
/// @param offset [integer; default 0] which diagonal: how many columns to the right of the main one, negative to the
///        left
/// @param axis1 [axis; default 0] the axis that counts as rows; negative ones count from the end
/// @param axis2 [axis; default 1] the axis that counts as columns; 0 and 0 for both axes: 0 and 1
/// @param dtype [dtype; default none; unset 0] STONER_BOOL to STONER_C128: the result's; 0: double, as numpy.ma's, but
///        complex stays
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (one axis twice, dtype); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_trace(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    offset: i64,
    axis1: i32,
    axis2: i32,
    dtype: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let dtype = optional_dtype(dtype, "dtype")?;
        let axis2 = if (axis1, axis2) == (0, 0) { 1 } else { axis2 };
        let array = array::trace(&context.whole(), image.array(), offset, axis1, axis2, dtype)?;
        Ok(pick::without_frames(image).with_any_array(context, array, "trace"))
    })
}

/// The sum along a diagonal of an array of rank 2. Masked elements count as 0.
/// @param offset [as stoner_image_trace]
/// @param value [value] {C:receives }it
/// @return STONER_ERR_SHAPE (another rank); STONER_ERR_DTYPE (complex)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_trace_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    offset: i64,
    value: *mut f64,
) -> i32 {
    guard!(ctx, |context| {
        let place = out(value, "value")?;
        let image = images::get(image, "image")?;
        if image.ndim() != 2 {
            let text = format!("a trace that is one number needs rank 2; this array has shape {:?}", image.shape());
            return Err(Error::new(Status::Shape, text));
        }
        let array = array::trace(&context.whole(), image.array(), offset, 0, 1, None)?;
        place.give(reduce::scalar(&array)?.unwrap_or(f64::NAN))
    })
}
