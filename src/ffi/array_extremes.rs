//! Arrays: least and greatest
//!
//! Reductions as those of the section "Arrays: reductions", which explains `axes` and the functions that end in `_value`.
//!
//! @since 0.1.0

use super::array_mask::fill;
use super::core::args::{axis_of, boolean, out};
use super::core::calls::{apply, over_axes, reduce_to_number, reduce_whole};
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::array::MaskedArray;
use crate::array::reduce::{self, End, Over};
use crate::context::Stage;
use crate::ops::pick;

/// The least value, in the array's dtype. NaN is preferred to every number; complex numbers are compared by real parts, then imaginary
/// parts.
/// @param axes [as stoner_image_all]
/// @param n_axes [count] how many; 0: all
/// @param fill_mode [enum Fill; default STONER_FILL_DEFAULT; decides fill_value] {C:STONER_FILL_DEFAULT: }masked elements
///        take no part{C:; STONER_FILL_VALUE: they count as `fill_value`; STONER_FILL_OWN: as the image's own fill value, which
///        can be any integer}
/// @param fill_value [value] what masked elements count as, a value of the array's dtype
/// @param keepdims [as stoner_image_all]
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, fill_mode, fill_value); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_min(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axes: *const i32,
    n_axes: i32,
    fill_mode: i32,
    fill_value: f64,
    keepdims: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    over_axes(ctx, image, axes, n_axes, keepdims, out, "min", |stage, array, over| {
        reduce::extreme(stage, array, over, End::Min, fill(fill_mode, fill_value, array)?)
    })
}

/// The least value of the elements that are not masked.
/// @param value [value] {C:receives }it; NaN where it is masked
/// @param masked [as stoner_image_all_value]
/// @return STONER_ERR_NO_RESULT (no element); STONER_ERR_DTYPE (complex)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_min_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    reduce_to_number(ctx, image, value, masked, |stage, array, over| {
        reduce::extreme(stage, array, over, End::Min, None)
    })
}

/// The greatest value, in the array's dtype. NaN is preferred to every number; complex numbers are compared by real parts, then imaginary
/// parts.
/// @param axes [as stoner_image_all]
/// @param n_axes [count] how many; 0: all
/// @param fill_mode [as stoner_image_min]
/// @param fill_value [value] what they count as, a value of the array's dtype
/// @param keepdims [as stoner_image_all]
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, fill_mode, fill_value); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_max(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axes: *const i32,
    n_axes: i32,
    fill_mode: i32,
    fill_value: f64,
    keepdims: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    over_axes(ctx, image, axes, n_axes, keepdims, out, "max", |stage, array, over| {
        reduce::extreme(stage, array, over, End::Max, fill(fill_mode, fill_value, array)?)
    })
}

/// The greatest value of the elements that are not masked.
/// @param value [value] {C:receives }it; NaN where it is masked
/// @param masked [as stoner_image_all_value]
/// @return STONER_ERR_NO_RESULT (no element); STONER_ERR_DTYPE (complex)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_max_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    reduce_to_number(ctx, image, value, masked, |stage, array, over| {
        reduce::extreme(stage, array, over, End::Max, None)
    })
}

/// The least value over one axis or all: stoner_image_min in the original's older form.
/// @param axis [axis; optional] the axis to reduce; NULL: all
/// @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_NO_RESULT (no element); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_mini(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axis: *const i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let axes: Vec<usize> = match axis_of(axis, image)? {
            Some(axis) => vec![axis],
            None => (0..image.ndim()).collect(),
        };
        let over = Over { axes: &axes, keepdims: false };
        let array = reduce::extreme(&context.whole(), image.array(), over, End::Min, None)?;
        Ok(pick::reduced(context, image, &axes, array, "mini"))
    })
}

/// The greatest less the least value (peak to peak), in the array's dtype: integers wrap.
/// @param axes [as stoner_image_all]
/// @param n_axes [count] how many; 0: all
/// @param fill_mode [as stoner_image_min]
/// @param fill_value [value] what they count as, a value of the array's dtype
/// @param keepdims [as stoner_image_all]
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, fill_mode, fill_value); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_ptp(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axes: *const i32,
    n_axes: i32,
    fill_mode: i32,
    fill_value: f64,
    keepdims: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    over_axes(ctx, image, axes, n_axes, keepdims, out, "ptp", |stage, array, over| {
        reduce::ptp(stage, array, over, fill(fill_mode, fill_value, array)?)
    })
}

/// The greatest less the least value of the elements that are not masked.
/// @param value [value] {C:receives }it; NaN where it is masked
/// @param masked [as stoner_image_all_value]
/// @return STONER_ERR_NO_RESULT (no element); STONER_ERR_DTYPE (bool, complex)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_ptp_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    reduce_to_number(ctx, image, value, masked, |stage, array, over| reduce::ptp(stage, array, over, None))
}

/// The position of the first least value along an axis, as int64_t; NaN is preferred. The result is not masked: where all is masked it is 0.
/// @param axis [axis; optional] the axis to reduce; NULL: the position in the whole array in C order
/// @param fill_mode [enum Fill; default STONER_FILL_DEFAULT; decides fill_value] {C:STONER_FILL_DEFAULT: }masked elements
///        count as the greatest value of the dtype{C:; STONER_FILL_VALUE: as `fill_value`; STONER_FILL_OWN: as the image's own fill value}
/// @param fill_value [value] what masked elements count as, a value of the array's dtype
/// @param keepdims [as stoner_image_all]
/// @param out [index] the new image{C:, to be freed with stoner_image_free}
/// @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_INVALID_ARGUMENT (fill_mode, fill_value); STONER_ERR_NO_RESULT (no element); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_argmin(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axis: *const i32,
    fill_mode: i32,
    fill_value: f64,
    keepdims: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let (axis, fill) = (axis_of(axis, image)?, fill(fill_mode, fill_value, image.array())?);
        let keepdims = boolean(keepdims, "keepdims")?;
        let array = reduce::arg_extreme(&context.whole(), image.array(), axis, keepdims, End::Min, fill)?;
        Ok(pick::reduced(context, image, axis.as_slice(), array, "argmin"))
    })
}

/// The position of the first least value of the whole array in C order.
/// @param index [index] {C:receives }it
/// @return STONER_ERR_NO_RESULT (no element)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_argmin_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    index: *mut i64,
) -> i32 {
    guard!(ctx, |context| {
        let place = out(index, "index")?;
        let image = images::get(image, "image")?;
        let index = |stage: &Stage<'_>, array: &MaskedArray, _: Over<'_>| {
            reduce::arg_extreme(stage, array, None, false, End::Min, None)
        };
        place.give(reduce_whole(context, &image, index)?.1)
    })
}

/// The position of the first greatest value along an axis, as int64_t; NaN is preferred. The result is not masked: where all is masked it is 0.
/// @param axis [as stoner_image_argmin]
/// @param fill_mode [enum Fill; default STONER_FILL_DEFAULT; decides fill_value] {C:STONER_FILL_DEFAULT: }masked elements
///        count as the least value of the dtype{C:; STONER_FILL_VALUE: as `fill_value`; STONER_FILL_OWN: as the image's own fill value}
/// @param fill_value [value] what masked elements count as, a value of the array's dtype
/// @param keepdims [as stoner_image_all]
/// @param out [index] the new image{C:, to be freed with stoner_image_free}
/// @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_INVALID_ARGUMENT (fill_mode, fill_value); STONER_ERR_NO_RESULT (no element); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_argmax(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axis: *const i32,
    fill_mode: i32,
    fill_value: f64,
    keepdims: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let (axis, fill) = (axis_of(axis, image)?, fill(fill_mode, fill_value, image.array())?);
        let keepdims = boolean(keepdims, "keepdims")?;
        let array = reduce::arg_extreme(&context.whole(), image.array(), axis, keepdims, End::Max, fill)?;
        Ok(pick::reduced(context, image, axis.as_slice(), array, "argmax"))
    })
}

/// The position of the first greatest value of the whole array in C order.
/// @param index [index] {C:receives }it
/// @return STONER_ERR_NO_RESULT (no element)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_argmax_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    index: *mut i64,
) -> i32 {
    guard!(ctx, |context| {
        let place = out(index, "index")?;
        let image = images::get(image, "image")?;
        let index = |stage: &Stage<'_>, array: &MaskedArray, _: Over<'_>| {
            reduce::arg_extreme(stage, array, None, false, End::Max, None)
        };
        place.give(reduce_whole(context, &image, index)?.1)
    })
}
