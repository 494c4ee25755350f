//! Arrays: reductions
//!
//! Each gives an image with the remaining axes (of rank 0 when none remains), and the array's metadata; an element is
//! masked where all that it was made of is masked. `axes` names the axes that are reduced, counted from the end where negative; none
//! named means all. The forms that end in `_value` reduce the whole array to one number.

use super::args::{boolean, count, optional_dtype, optional_out, out, slice};
use super::array_mask::{STONER_FILL_DEFAULT, STONER_FILL_VALUE};
use super::array_shape::optional_axis;
use super::geometry::apply;
use super::types::{images, stoner_context, stoner_image};
use crate::array::reduce::{self, End, Over};
use crate::array::{self, MaskedArray, Scan};
use crate::context::{Context, Error, Result, Stage, Status};
use crate::image::Image;

/// Whether all elements are true, that is not 0, as bool. Masked elements count as true; NaN is true.
///
/// @param axes the axes to reduce, `n_axes` of them; NULL: all
/// @param n_axes how many; 0: all
/// @param keepdims 1: the reduced axes stay with length 1; 0: they go
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice); STONER_ERR_NO_MEMORY
/// @since 0.1.0
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
///
/// @param value receives it; NaN where it is masked
/// @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
/// @return STONER_ERR_NULL_POINTER
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_all_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    whole_value(ctx, image, value, masked, |stage, array, over| reduce::logical(stage, array, over, true))
}

/// Whether any element is true, that is not 0, as bool. Masked elements count as false; NaN is true.
///
/// @param axes the axes to reduce, `n_axes` of them; NULL: all
/// @param n_axes how many; 0: all
/// @param keepdims 1: the reduced axes stay with length 1; 0: they go
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice); STONER_ERR_NO_MEMORY
/// @since 0.1.0
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
///
/// @param value receives it; NaN where it is masked
/// @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
/// @return STONER_ERR_NULL_POINTER
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_any_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    whole_value(ctx, image, value, masked, |stage, array, over| reduce::logical(stage, array, over, false))
}

/// The sum. Masked elements count as 0; integers wrap. Floats are added in double, in blocks and with the rounding error
/// of each block kept (Neumaier 1974), also where they are `float`.
///
/// @param axes the axes to reduce, `n_axes` of them; NULL: all
/// @param n_axes how many; 0: all
/// @param dtype STONER_BOOL to STONER_C128: the values are cast to it, and added and given in it; 0: numpy's choice, 64 bits for
///        integers and bool, else the array's own
/// @param keepdims 1: the reduced axes stay with length 1; 0: they go
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype); STONER_ERR_NO_MEMORY
/// @since 0.1.0
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
///
/// @param value receives it; NaN where it is masked
/// @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
/// @return STONER_ERR_DTYPE for a complex result: the form that gives an image has it
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_sum_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    whole_value(ctx, image, value, masked, |stage, array, over| reduce::sum(stage, array, over, None))
}

/// The product, multiplied in the order of memory. Masked elements count as 1; integers wrap.
///
/// @param axes the axes to reduce, `n_axes` of them; NULL: all
/// @param n_axes how many; 0: all
/// @param dtype STONER_BOOL to STONER_C128: the values are cast to it, and added and given in it; 0: numpy's choice, 64 bits for
///        integers and bool, else the array's own
/// @param keepdims 1: the reduced axes stay with length 1; 0: they go
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype); STONER_ERR_NO_MEMORY
/// @since 0.1.0
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
///
/// @param value receives it; NaN where it is masked
/// @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
/// @return STONER_ERR_DTYPE for a complex result: the form that gives an image has it
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_prod_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    whole_value(ctx, image, value, masked, |stage, array, over| reduce::prod(stage, array, over, None))
}

/// The same as stoner_image_prod.
///
/// @param axes the axes to reduce, `n_axes` of them; NULL: all
/// @param n_axes how many; 0: all
/// @param dtype STONER_BOOL to STONER_C128: the values are cast to it, and added and given in it; 0: numpy's choice, 64 bits for
///        integers and bool, else the array's own
/// @param keepdims 1: the reduced axes stay with length 1; 0: they go
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype); STONER_ERR_NO_MEMORY
/// @since 0.1.0
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
///
/// @param value receives it; NaN where it is masked
/// @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
/// @return STONER_ERR_DTYPE for a complex result: the form that gives an image has it
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_product_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    whole_value(ctx, image, value, masked, |stage, array, over| reduce::prod(stage, array, over, None))
}

/// The number of elements that are not masked, as int64_t.
///
/// @param axes the axes to reduce, `n_axes` of them; NULL: all
/// @param n_axes how many; 0: all
/// @param keepdims 1: the reduced axes stay with length 1; 0: they go
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice); STONER_ERR_NO_MEMORY
/// @since 0.1.0
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
///
/// @param n receives it
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_count_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    n: *mut i64,
) -> i32 {
    guard!(ctx, |context| {
        let place = out(n, "n")?;
        let image = images::get(image, "image")?;
        place.set(whole(context, &image, reduce::count)?.1);
        Ok(())
    })
}

/// The mean of the elements that are not masked. Of an array without a mask `float` stays `float`; with a mask the result is double,
/// as numpy's, and where it is an array what is not finite is masked. It is added up as by stoner_image_sum.
///
/// @param axes the axes to reduce, `n_axes` of them; NULL: all
/// @param n_axes how many; 0: all
/// @param dtype STONER_F32, STONER_F64, STONER_C64 or STONER_C128: the values are cast to it; 0: double for integers and bool, else the
///        array's own
/// @param keepdims 1: the reduced axes stay with length 1; 0: they go
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype); STONER_ERR_NO_MEMORY
/// @since 0.1.0
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
///
/// @param value receives it; NaN where it is masked
/// @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
/// @return STONER_ERR_DTYPE for a complex result: the form that gives an image has it
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_mean_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    whole_value(ctx, image, value, masked, |stage, array, over| reduce::mean(stage, array, over, None))
}

/// The variance: the mean of |x - mean|^2 over the elements that are not masked. Masked where the divisor is not above 0. Of an array
/// without a mask `float` stays `float`; with a mask the result is double. Computed in double in one pass (Chan, Golub, LeVeque 1979), or in
/// two.
///
/// @param axes the axes to reduce, `n_axes` of them; NULL: all
/// @param n_axes how many; 0: all
/// @param dtype STONER_F32 or STONER_F64 (of complex arrays: of their parts): the values are cast to it; 0: double for integers and bool,
///        else the array's own
/// @param ddof the divisor is the number of elements less this
/// @param keepdims 1: the reduced axes stay with length 1; 0: they go
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype); STONER_ERR_NO_MEMORY
/// @since 0.1.0
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
///
/// @param ddof the divisor is the number of elements less this
/// @param value receives it; NaN where it is masked
/// @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
/// @return STONER_ERR_NULL_POINTER
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_var_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    ddof: i64,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    whole_value(ctx, image, value, masked, |stage, array, over| reduce::var(stage, array, over, None, ddof))
}

/// The standard deviation, the root of stoner_image_var; masked where it is not finite, NaN among it.
///
/// @param axes the axes to reduce, `n_axes` of them; NULL: all
/// @param n_axes how many; 0: all
/// @param dtype STONER_F32 or STONER_F64 (of complex arrays: of their parts): the values are cast to it; 0: double for integers and bool,
///        else the array's own
/// @param ddof the divisor is the number of elements less this
/// @param keepdims 1: the reduced axes stay with length 1; 0: they go
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype); STONER_ERR_NO_MEMORY
/// @since 0.1.0
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
///
/// @param ddof the divisor is the number of elements less this
/// @param value receives it; NaN where it is masked
/// @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
/// @return STONER_ERR_NULL_POINTER
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_std_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    ddof: i64,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    whole_value(ctx, image, value, masked, |stage, array, over| reduce::std(stage, array, over, None, ddof))
}

/// The differences from the mean over axes (stoner_image_mean), in the array's own shape.
///
/// @param axes the axes to take the mean over, `n_axes` of them; NULL: all
/// @param n_axes how many; 0: all
/// @param dtype STONER_F32, STONER_F64, STONER_C64 or STONER_C128: the values are cast to it; 0: double for integers and bool, else the
///        array's own
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype); STONER_ERR_NO_MEMORY
/// @since 0.1.0
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
        let axes = named_axes(axes, n_axes, image)?;
        let array = reduce::anom(&context.whole(), image.array(), &axes, optional_dtype(dtype, "dtype")?)?;
        Ok(image.with_any_array(context, array, "anom"))
    })
}

/// The least value, in the array's dtype. NaN wins over every number; complex numbers are compared by real parts, then imaginary
/// parts.
///
/// @param axes the axes to reduce, `n_axes` of them; NULL: all
/// @param n_axes how many; 0: all
/// @param fill_mode STONER_FILL_DEFAULT: masked elements take no part; STONER_FILL_VALUE: they count as `fill_value`
/// @param fill_value what they count as, a value of the array's dtype
/// @param keepdims 1: the reduced axes stay with length 1; 0: they go
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, fill_mode, fill_value); STONER_ERR_NO_MEMORY
/// @since 0.1.0
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
        reduce::extreme(stage, array, over, End::Min, fill(fill_mode, fill_value)?)
    })
}

/// The least value of the elements that are not masked.
///
/// @param value receives it; NaN where it is masked
/// @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
/// @return STONER_ERR_NO_RESULT (no element); STONER_ERR_DTYPE (complex)
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_min_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    whole_value(ctx, image, value, masked, |stage, array, over| reduce::extreme(stage, array, over, End::Min, None))
}

/// The greatest value, in the array's dtype. NaN wins over every number; complex numbers are compared by real parts, then imaginary
/// parts.
///
/// @param axes the axes to reduce, `n_axes` of them; NULL: all
/// @param n_axes how many; 0: all
/// @param fill_mode STONER_FILL_DEFAULT: masked elements take no part; STONER_FILL_VALUE: they count as `fill_value`
/// @param fill_value what they count as, a value of the array's dtype
/// @param keepdims 1: the reduced axes stay with length 1; 0: they go
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, fill_mode, fill_value); STONER_ERR_NO_MEMORY
/// @since 0.1.0
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
        reduce::extreme(stage, array, over, End::Max, fill(fill_mode, fill_value)?)
    })
}

/// The greatest value of the elements that are not masked.
///
/// @param value receives it; NaN where it is masked
/// @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
/// @return STONER_ERR_NO_RESULT (no element); STONER_ERR_DTYPE (complex)
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_max_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    whole_value(ctx, image, value, masked, |stage, array, over| reduce::extreme(stage, array, over, End::Max, None))
}

/// The least value over one axis or all: stoner_image_min in the original's older form.
///
/// @param axis the axis to reduce; NULL: all
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_NO_RESULT (no element); STONER_ERR_NO_MEMORY
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_mini(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axis: *const i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let axes: Vec<usize> = match one_axis(axis, image)? {
            Some(axis) => vec![axis],
            None => (0..image.ndim()).collect(),
        };
        let over = Over { axes: &axes, keepdims: false };
        let array = reduce::extreme(&context.whole(), image.array(), over, End::Min, None)?;
        Ok(image.with_any_array(context, array, "mini"))
    })
}

/// The greatest less the least value (peak to peak), in the array's dtype: integers wrap.
///
/// @param axes the axes to reduce, `n_axes` of them; NULL: all
/// @param n_axes how many; 0: all
/// @param fill_mode STONER_FILL_DEFAULT: masked elements take no part; STONER_FILL_VALUE: they count as `fill_value`
/// @param fill_value what they count as, a value of the array's dtype
/// @param keepdims 1: the reduced axes stay with length 1; 0: they go
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, fill_mode, fill_value); STONER_ERR_NO_MEMORY
/// @since 0.1.0
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
        reduce::ptp(stage, array, over, fill(fill_mode, fill_value)?)
    })
}

/// The greatest less the least value of the elements that are not masked.
///
/// @param value receives it; NaN where it is masked
/// @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
/// @return STONER_ERR_NO_RESULT (no element); STONER_ERR_DTYPE (bool, complex)
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_ptp_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    whole_value(ctx, image, value, masked, |stage, array, over| reduce::ptp(stage, array, over, None))
}

/// The position of the first least value along an axis, as int64_t; NaN wins. The result is not masked: where all is masked it is 0.
///
/// @param axis the axis to reduce; NULL: the position in the whole array in C order
/// @param fill_mode STONER_FILL_DEFAULT: masked elements count as the greatest value of the dtype; STONER_FILL_VALUE: as `fill_value`
/// @param fill_value what they count as, a value of the array's dtype
/// @param keepdims 1: the reduced axes stay with length 1; 0: they go
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_INVALID_ARGUMENT (fill_mode, fill_value); STONER_ERR_NO_RESULT (no element); STONER_ERR_NO_MEMORY
/// @since 0.1.0
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
        let (axis, fill) = (one_axis(axis, image)?, fill(fill_mode, fill_value)?);
        let keepdims = boolean(keepdims, "keepdims")?;
        let array = reduce::arg_extreme(&context.whole(), image.array(), axis, keepdims, End::Min, fill)?;
        Ok(image.with_any_array(context, array, "argmin"))
    })
}

/// The position of the first least value of the whole array in C order.
///
/// @param index receives it
/// @return STONER_ERR_NO_RESULT (no element)
/// @since 0.1.0
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
        place.set(whole(context, &image, index)?.1);
        Ok(())
    })
}

/// The position of the first greatest value along an axis, as int64_t; NaN wins. The result is not masked: where all is masked it is 0.
///
/// @param axis the axis to reduce; NULL: the position in the whole array in C order
/// @param fill_mode STONER_FILL_DEFAULT: masked elements count as the least value of the dtype; STONER_FILL_VALUE: as `fill_value`
/// @param fill_value what they count as, a value of the array's dtype
/// @param keepdims 1: the reduced axes stay with length 1; 0: they go
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_INVALID_ARGUMENT (fill_mode, fill_value); STONER_ERR_NO_RESULT (no element); STONER_ERR_NO_MEMORY
/// @since 0.1.0
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
        let (axis, fill) = (one_axis(axis, image)?, fill(fill_mode, fill_value)?);
        let keepdims = boolean(keepdims, "keepdims")?;
        let array = reduce::arg_extreme(&context.whole(), image.array(), axis, keepdims, End::Max, fill)?;
        Ok(image.with_any_array(context, array, "argmax"))
    })
}

/// The position of the first greatest value of the whole array in C order.
///
/// @param index receives it
/// @return STONER_ERR_NO_RESULT (no element)
/// @since 0.1.0
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
        place.set(whole(context, &image, index)?.1);
        Ok(())
    })
}

/// The running sum along an axis. Masked elements count as 0 and stay masked; integers wrap.
///
/// @param axis the axis to go along; NULL: all elements in C order, as one row
/// @param dtype STONER_BOOL to STONER_C128: the values are cast to it, and added and given in it; 0: numpy's choice, 64 bits for
///        integers and bool, else the array's own
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_INVALID_ARGUMENT (dtype); STONER_ERR_NO_MEMORY
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_cumsum(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axis: *const i32,
    dtype: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let (axis, dtype) = (one_axis(axis, image)?, optional_dtype(dtype, "dtype")?);
        let array = array::scan(&context.whole(), image.array(), axis, dtype, Scan::Sum)?;
        Ok(image.with_any_array(context, array, "cumsum"))
    })
}

/// The running product along an axis. Masked elements count as 1 and stay masked; integers wrap.
///
/// @param axis the axis to go along; NULL: all elements in C order, as one row
/// @param dtype STONER_BOOL to STONER_C128: the values are cast to it, and added and given in it; 0: numpy's choice, 64 bits for
///        integers and bool, else the array's own
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_INVALID_ARGUMENT (dtype); STONER_ERR_NO_MEMORY
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_cumprod(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axis: *const i32,
    dtype: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let (axis, dtype) = (one_axis(axis, image)?, optional_dtype(dtype, "dtype")?);
        let array = array::scan(&context.whole(), image.array(), axis, dtype, Scan::Product)?;
        Ok(image.with_any_array(context, array, "cumprod"))
    })
}

/// numpy's dot product: of ranks 1 and 1 the inner product, of 2 and 2 the matrix product, with rank 0 the multiple, else the
/// sum over the last axis of `image` and the last but one of `b` (rank 1: its only one). Masked elements count as 0. The dtype is
/// that of both together; integers wrap.
///
/// @param b the right factor
/// @param strict 0: an element of the result is masked where no pair of unmasked elements made it; 1: where a masked one took part
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_SHAPE (lengths that differ, a rank above 8); STONER_ERR_NO_MEMORY
/// @since 0.1.0
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
        Ok(image.with_any_array(context, array, "dot"))
    })
}

/// The sums along the diagonals of two axes. Masked elements count as 0, and the result is not masked.
///
/// @param offset which diagonal: how many columns to the right of the main one, negative to the left
/// @param axis1 the axis that counts as rows (numpy's default: 0)
/// @param axis2 the axis that counts as columns (numpy's default: 1)
/// @param dtype STONER_BOOL to STONER_C128: the result's; 0: double, as numpy.ma's, but complex stays
/// @param out the new image, to be freed with stoner_image_free
/// @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (one axis twice, dtype); STONER_ERR_NO_MEMORY
/// @since 0.1.0
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
        let array = array::trace(&context.whole(), image.array(), offset, axis1, axis2, dtype)?;
        Ok(image.with_any_array(context, array, "trace"))
    })
}

/// The sum along a diagonal of an array of rank 2. Masked elements count as 0.
///
/// @param offset which diagonal: how many columns to the right of the main one, negative to the left
/// @param value receives it
/// @return STONER_ERR_SHAPE (another rank); STONER_ERR_DTYPE (complex)
/// @since 0.1.0
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
        place.set(reduce::scalar(&array)?.unwrap_or(f64::NAN));
        Ok(())
    })
}

/// One axis, or `None` for all elements in a row.
pub(super) fn one_axis(axis: *const i32, image: &Image) -> Result<Option<usize>> {
    optional_axis(axis)?.map(|axis| array::axis(axis, image.ndim(), "axis")).transpose()
}

/// What masked elements count as, or `None`.
pub(super) fn fill(mode: i32, value: f64) -> Result<Option<f64>> {
    match mode {
        STONER_FILL_DEFAULT => Ok(None),
        STONER_FILL_VALUE => Ok(Some(value)),
        _ => Err(Error::argument("fill_mode", mode, "STONER_FILL_DEFAULT (0) or STONER_FILL_VALUE (1)")),
    }
}

fn named_axes(axes: *const i32, n_axes: i32, image: &Image) -> Result<Vec<usize>> {
    let named = slice(axes, count(n_axes.into(), "n_axes")?, "axes")?;
    array::axes(named, image.ndim(), "axes")
}

/// The shape of the reductions over named axes.
fn over_axes(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axes: *const i32,
    n_axes: i32,
    keepdims: i32,
    out: *mut *mut stoner_image,
    name: &str,
    reduce: impl FnOnce(&Stage<'_>, &MaskedArray, Over<'_>) -> Result<MaskedArray>,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let axes = named_axes(axes, n_axes, image)?;
        let over = Over { axes: &axes, keepdims: boolean(keepdims, "keepdims")? };
        let array = reduce(&context.whole(), image.array(), over)?;
        Ok(image.with_any_array(context, array, name))
    })
}

/// The value and, where it is one, the integer of a whole array's reduction.
fn whole(
    context: &Context,
    image: &Image,
    reduce: impl FnOnce(&Stage<'_>, &MaskedArray, Over<'_>) -> Result<MaskedArray>,
) -> Result<(Option<f64>, i64)> {
    let axes: Vec<usize> = (0..image.ndim()).collect();
    let result = reduce(&context.whole(), image.array(), Over { axes: &axes, keepdims: false })?;
    let integer = result.data().typed::<i64>().and_then(|a| a.first().copied());
    Ok((reduce::scalar(&result)?, integer.unwrap_or_default()))
}

/// The shape of the reductions to one number.
fn whole_value(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
    reduce: impl FnOnce(&Stage<'_>, &MaskedArray, Over<'_>) -> Result<MaskedArray>,
) -> i32 {
    guard!(ctx, |context| {
        let place = out(value, "value")?;
        let (found, _) = whole(context, &*images::get(image, "image")?, reduce)?;
        place.set(found.unwrap_or(f64::NAN));
        if let Some(masked) = optional_out(masked) {
            masked.set(i32::from(found.is_none()));
        }
        Ok(())
    })
}
