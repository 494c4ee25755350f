//! Arrays: reductions
//!
//! Each gives an image with the remaining axes (of rank 0 when none remains), and the array's metadata; an element is
//! masked if all elements that it is made from are masked. `axes` names the axes that are reduced, counted from the end where negative; none
//! named means all. The functions that end in `_value` reduce the whole array to one number.
//!
//! @param axes [axes; size n_axes; optional; keyword axis] the axes to reduce{C:, `n_axes` of them}; NULL: all
//! @param n_axes [count] how many; 0: all
//! @param keepdims [bool; default false] 1: the reduced axes stay with length 1; 0: they are removed
//! @param value [value] {C:receives }it; NaN where it is masked
//! @param masked [bool; optional] {C:receives }1 where all elements are masked, else 0{C:; NULL: not wanted}
//! @param ddof [count; default 0] the divisor is the number of elements less this
//! @since 0.1.0

use super::core::args::{axes_of, optional_dtype, out};
use super::core::calls::{apply, over_axes, reduce_to_number, reduce_whole};
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::array::reduce::{self};

/// Whether all elements are true, that is not 0, as bool. Masked elements count as true; NaN is true.
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_all(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axes: *const i32,
    n_axes: i32,
    keepdims: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    over_axes(ctx, image, axes, n_axes, keepdims, out, "all", |stage, array, over| {
        reduce::logical(stage, array, over, true)
    })
}

/// Whether all elements are true (1) or not (0).
/// @return STONER_ERR_NULL_POINTER
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_all_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    reduce_to_number(ctx, image, value, masked, |stage, array, over| reduce::logical(stage, array, over, true))
}

/// Whether any element is true, that is not 0, as bool. Masked elements count as false; NaN is true.
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_any(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axes: *const i32,
    n_axes: i32,
    keepdims: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    over_axes(ctx, image, axes, n_axes, keepdims, out, "any", |stage, array, over| {
        reduce::logical(stage, array, over, false)
    })
}

/// Whether any element is true (1) or none (0).
/// @return STONER_ERR_NULL_POINTER
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_any_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    reduce_to_number(ctx, image, value, masked, |stage, array, over| reduce::logical(stage, array, over, false))
}

/// The sum. Masked elements count as 0; integers wrap. Floats are added in double, in blocks and with the rounding error
/// of each block kept (Neumaier 1974), also where they are `float`.
/// @param dtype [dtype; default none; unset 0] STONER_BOOL to STONER_C128: the values are cast to it, and added and
///        given in it; 0: numpy's choice, 64 bits for integers and bool, else the array's own
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_sum(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axes: *const i32,
    n_axes: i32,
    dtype: i32,
    keepdims: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    over_axes(ctx, image, axes, n_axes, keepdims, out, "sum", |stage, array, over| {
        let dtype = optional_dtype(dtype, "dtype")?;
        reduce::sum(stage, array, over, dtype)
    })
}

/// The sum; masked elements count as 0. Beyond 2^53 an integer's is rounded.
/// @return STONER_ERR_DTYPE for a complex result: the form that gives an image has it
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_sum_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    reduce_to_number(ctx, image, value, masked, |stage, array, over| reduce::sum(stage, array, over, None))
}

/// The product, multiplied in the order of memory. Masked elements count as 1; integers wrap.
/// @param dtype [as stoner_image_sum]
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_prod(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axes: *const i32,
    n_axes: i32,
    dtype: i32,
    keepdims: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    over_axes(ctx, image, axes, n_axes, keepdims, out, "prod", |stage, array, over| {
        let dtype = optional_dtype(dtype, "dtype")?;
        reduce::prod(stage, array, over, dtype)
    })
}

/// The product; masked elements count as 1. Beyond 2^53 an integer's is rounded.
/// @return STONER_ERR_DTYPE for a complex result: the form that gives an image has it
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_prod_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    reduce_to_number(ctx, image, value, masked, |stage, array, over| reduce::prod(stage, array, over, None))
}

/// The same as stoner_image_prod.
/// @param dtype [as stoner_image_sum]
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_product(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axes: *const i32,
    n_axes: i32,
    dtype: i32,
    keepdims: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    over_axes(ctx, image, axes, n_axes, keepdims, out, "product", |stage, array, over| {
        let dtype = optional_dtype(dtype, "dtype")?;
        reduce::prod(stage, array, over, dtype)
    })
}

/// The same as stoner_image_prod_value.
/// @return STONER_ERR_DTYPE for a complex result: the form that gives an image has it
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_product_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    reduce_to_number(ctx, image, value, masked, |stage, array, over| reduce::prod(stage, array, over, None))
}

/// The number of elements that are not masked, as int64_t.
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_count(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axes: *const i32,
    n_axes: i32,
    keepdims: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    over_axes(ctx, image, axes, n_axes, keepdims, out, "count", reduce::count)
}

/// The number of elements that are not masked.
/// @param n [count] {C:receives }it
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_count_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    n: *mut i64,
) -> i32 {
    guard!(ctx, |context| {
        let place = out(n, "n")?;
        let image = images::get(image, "image")?;
        place.give(reduce_whole(context, &image, reduce::count)?.1)
    })
}

/// The mean of the elements that are not masked. Of an array without a mask `float` stays `float`; with a mask the result is double,
/// as numpy's, and where it is an array what is not finite is masked. It is added up as by stoner_image_sum.
/// @param dtype [dtype; default none; unset 0] STONER_F32, STONER_F64, STONER_C64 or STONER_C128: the values are cast
///        to it; 0: double for integers and bool, else the array's own
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_mean(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axes: *const i32,
    n_axes: i32,
    dtype: i32,
    keepdims: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    over_axes(ctx, image, axes, n_axes, keepdims, out, "mean", |stage, array, over| {
        let dtype = optional_dtype(dtype, "dtype")?;
        reduce::mean(stage, array, over, dtype)
    })
}

/// The mean of the elements that are not masked.
/// @return STONER_ERR_DTYPE for a complex result: the form that gives an image has it
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_mean_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    reduce_to_number(ctx, image, value, masked, |stage, array, over| reduce::mean(stage, array, over, None))
}

/// The variance: the mean of |x - mean|^2 over the elements that are not masked. Masked where the divisor is not above 0. Of an array
/// without a mask `float` stays `float`; with a mask the result is double. Computed in double in one pass (Chan, Golub, LeVeque 1979), or in
/// two.
/// @param dtype [dtype; default none; unset 0] STONER_F32 or STONER_F64 (of complex arrays: of their parts): the values
///        are cast to it; 0: double for integers and bool, else the array's own
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_var(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axes: *const i32,
    n_axes: i32,
    dtype: i32,
    ddof: i64,
    keepdims: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    over_axes(ctx, image, axes, n_axes, keepdims, out, "var", |stage, array, over| {
        let dtype = optional_dtype(dtype, "dtype")?;
        reduce::var(stage, array, over, dtype, ddof)
    })
}

/// The variance of the elements that are not masked.
/// @return STONER_ERR_NULL_POINTER
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_var_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    ddof: i64,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    reduce_to_number(ctx, image, value, masked, |stage, array, over| reduce::var(stage, array, over, None, ddof))
}

/// The standard deviation, the root of stoner_image_var; masked where it is not finite, NaN among it.
/// @param dtype [as stoner_image_var]
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_std(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axes: *const i32,
    n_axes: i32,
    dtype: i32,
    ddof: i64,
    keepdims: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    over_axes(ctx, image, axes, n_axes, keepdims, out, "std", |stage, array, over| {
        let dtype = optional_dtype(dtype, "dtype")?;
        reduce::std(stage, array, over, dtype, ddof)
    })
}

/// The standard deviation of the elements that are not masked.
/// @return STONER_ERR_NULL_POINTER
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_std_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    ddof: i64,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    reduce_to_number(ctx, image, value, masked, |stage, array, over| reduce::std(stage, array, over, None, ddof))
}

/// The differences from the mean over axes (stoner_image_mean), in the array's own shape.
/// @param axes [axes; size n_axes; optional; keyword axis] the axes to take the mean over{C:, `n_axes` of them}; NULL: all
/// @param dtype [as stoner_image_mean]
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_anom(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axes: *const i32,
    n_axes: i32,
    dtype: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let axes = axes_of(axes, n_axes, image)?;
        let array = reduce::anom(&context.whole(), image.array(), &axes, optional_dtype(dtype, "dtype")?)?;
        Ok(image.with_any_array(context, array, "anom"))
    })
}
