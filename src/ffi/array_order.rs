//! Arrays: order
//!
//! The order is numpy's: NaN comes last; complex numbers go by their real parts, then by their imaginary parts. Elements that compare equal
//! keep their order (so every `kind` of numpy is covered). A masked element is sorted as if it had a value, the fill. All functions return new images.
//!
//! @param axis [axis; default -1; unset NULL; optional] the axis along which to go; STONER_AXIS_NONE: all elements in C order,
//!        as one row
//! @param endwith [bool; default true] where no fill value is given; 1: a masked element counts as NaN (complex: infinity;
//!        integers and bool: the greatest), 0: as the least value
//! @param fill_mode [enum Fill; default STONER_FILL_DEFAULT; decides fill_value] {C:STONER_FILL_DEFAULT: }`endwith` says it{C:;
//!        STONER_FILL_VALUE: a masked element counts as `fill_value`; STONER_FILL_OWN: as the image's own fill value}
//! @since 0.1.0

use super::array_mask::fill;
use super::core::args::{boolean, count, optional_axis, slice, slice_mut};
use super::core::calls::apply;
use super::core::enumerations;
use super::core::handles::images;
use super::types::{STONER_AXIS_NONE, stoner_context, stoner_image};
use crate::array::order::{self, MaskedGo, Side};
use crate::array::{self, MaskedArray};
use crate::context::{Result, Stage};
use crate::ops::pick;

/// [Side] In stoner_image_searchsorted: before elements that equal the value.
pub const STONER_SIDE_LEFT: i32 = 0;
/// [Side] In stoner_image_searchsorted: after elements that equal the value.
pub const STONER_SIDE_RIGHT: i32 = 1;

/// The elements in ascending order along an axis; the mask moves with them. (The original's sorts in place.)
/// @param fill_value [value] what a masked element counts as, a value of the array's dtype
/// @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_INVALID_ARGUMENT (endwith, fill_mode, fill_value); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_sort(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axis: *const i32,
    endwith: i32,
    fill_mode: i32,
    fill_value: f64,
    out: *mut *mut stoner_image,
) -> i32 {
    ordered(ctx, image, axis, endwith, fill_mode, fill_value, out, "sort", |stage, array, axis, masked| {
        order::sort(stage, array, axis, masked)
    })
}

/// The positions along an axis that put the elements in ascending order, as int64_t, without a mask.
/// @param fill_value [value] a value of the array's dtype
/// @param out [index] the new image{C:, to be freed with stoner_image_free}
/// @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_INVALID_ARGUMENT (endwith, fill_mode, fill_value); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_argsort(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axis: *const i32,
    endwith: i32,
    fill_mode: i32,
    fill_value: f64,
    out: *mut *mut stoner_image,
) -> i32 {
    ordered(ctx, image, axis, endwith, fill_mode, fill_value, out, "argsort", |stage, array, axis, masked| {
        order::arg_sort(stage, array, axis, masked)
    })
}

/// The elements parted along an axis, as quickselect does it; the mask moves with them. (The original's works in place, and uses
/// the data under the mask.)
/// @param kth [index; size n_kth] positions of a row, counted from its end where negative{C:, `n_kth` of them}: each of
///        these elements stands where sorting would put it, with none greater before it and none less after it
/// @param n_kth [count] how many
/// @param fill_value [value] a value of the array's dtype
/// @return STONER_ERR_OUT_OF_RANGE (kth, axis); STONER_ERR_INVALID_ARGUMENT (endwith, fill_mode, fill_value); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_partition(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    kth: *const i64,
    n_kth: i32,
    axis: *const i32,
    endwith: i32,
    fill_mode: i32,
    fill_value: f64,
    out: *mut *mut stoner_image,
) -> i32 {
    ordered(ctx, image, axis, endwith, fill_mode, fill_value, out, "partition", |stage, array, axis, masked| {
        let kth = slice(kth, count(n_kth.into(), "n_kth")?, "kth")?;
        order::partition(stage, array, kth, axis, masked)
    })
}

/// The positions along an axis of the elements as stoner_image_partition parts them, as int64_t, without a mask.
/// @param kth [as stoner_image_partition]
/// @param n_kth [count] how many
/// @param fill_value [value] a value of the array's dtype
/// @param out [index] the new image{C:, to be freed with stoner_image_free}
/// @return STONER_ERR_OUT_OF_RANGE (kth, axis); STONER_ERR_INVALID_ARGUMENT (endwith, fill_mode, fill_value); STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_argpartition(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    kth: *const i64,
    n_kth: i32,
    axis: *const i32,
    endwith: i32,
    fill_mode: i32,
    fill_value: f64,
    out: *mut *mut stoner_image,
) -> i32 {
    ordered(ctx, image, axis, endwith, fill_mode, fill_value, out, "argpartition", |stage, array, axis, masked| {
        let kth = slice(kth, count(n_kth.into(), "n_kth")?, "kth")?;
        order::arg_partition(stage, array, kth, axis, masked)
    })
}

/// For each of some values the position in this sorted array of rank 1 where inserting it keeps the order, as int64_t in the values'
/// shape. They are compared in the dtype of both together. Masked elements of the array are above all values, as stoner_image_sort puts them;
/// where a value is masked, the position is.
/// @param v the values, of any shape
/// @param side [enum Side; default STONER_SIDE_LEFT] STONER_SIDE_LEFT: before elements that equal a value; STONER_SIDE_RIGHT:
///        behind it
/// @param sorter [index; optional] integers that put the array in order (stoner_image_argsort); NULL: it is sorted
/// @param out [index] the new image{C:, to be freed with stoner_image_free}
/// @return STONER_ERR_SHAPE (the array's rank, the sorter's length); STONER_ERR_OUT_OF_RANGE (sorter); STONER_ERR_DTYPE (sorter);
///         STONER_ERR_INVALID_ARGUMENT (side)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_searchsorted(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    v: *const stoner_image,
    side: i32,
    sorter: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let v = images::get(v, "v")?;
        let side = match side {
            STONER_SIDE_LEFT => Side::Left,
            STONER_SIDE_RIGHT => Side::Right,
            _ => return Err(enumerations::SIDE.refuse("side", side)),
        };
        let sorter = (!sorter.is_null()).then(|| images::get(sorter, "sorter")).transpose()?;
        let sorter = sorter.as_ref().map(|sorter| sorter.array());
        let array = order::search_sorted(&context.whole(), image.array(), v.array(), side, sorter)?;
        Ok(image.with_any_array(context, array, "searchsorted"))
    })
}

/// Percentiles of the elements that are neither masked nor NaN, linear between two of them (Hyndman and Fan 1996, type 7).
/// @param q [real; size n_q] percentages between 0 and 100{C:, `n_q` of them}
/// @param n_q [count] how many
/// @param values [real; size n_q] {C:room for as many values: }the percentiles, in the order of `q`
/// @return STONER_ERR_OUT_OF_RANGE (q); STONER_ERR_NO_RESULT (no such element); STONER_ERR_DTYPE (complex)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_percentile(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    q: *const f64,
    n_q: i32,
    values: *mut f64,
) -> i32 {
    guard!(ctx, |context| {
        let n = count(n_q.into(), "n_q")?;
        let (q, place) = (slice(q, n, "q")?, slice_mut(values, n, "values")?);
        let image = images::get(image, "image")?;
        place.copy_from_slice(&order::percentiles(&context.whole(), image.array(), q)?);
        Ok(())
    })
}

/// The shape of the functions that order along an axis.
fn ordered(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axis: *const i32,
    endwith: i32,
    fill_mode: i32,
    fill_value: f64,
    out: *mut *mut stoner_image,
    name: &str,
    order: impl FnOnce(&Stage<'_>, &MaskedArray, Option<usize>, MaskedGo) -> Result<MaskedArray>,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let axis = match optional_axis(axis)? {
            Some(STONER_AXIS_NONE) => None,
            given => Some(array::axis(given.unwrap_or(-1), image.ndim(), "axis")?),
        };
        let masked = match (fill(fill_mode, fill_value, image.array())?, boolean(endwith, "endwith")?) {
            (Some(value), _) => MaskedGo::As(value),
            (None, true) => MaskedGo::Last,
            (None, false) => MaskedGo::First,
        };
        let array = order(&context.whole(), image.array(), axis, masked)?;
        Ok(pick::ordered(context, image, axis, array, name))
    })
}
