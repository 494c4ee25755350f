//! Arrays: elements
//!
//! Selection of elements by their places, and elementwise functions. Where the places of pixels are lost, planes and map are dropped
//! with a warning.
//!
//! @since 0.1.0

use super::core::args::{count, number, optional_axis, optional_number, optional_out, out, put_number, slice};
use super::core::calls::{apply, elementwise, moved, reshaped};
use super::core::enumerations;
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::array::select::{self, Mode};
use crate::array::{DType, MaskedArray, Scalar, elementwise};
use crate::context::{Error, Result, Status};
use crate::image::Image;
use crate::ops::pick;
use std::ffi::c_void;
use std::sync::Arc;

/// [Index] The function's own mode, as its comment says.
pub const STONER_INDEX_DEFAULT: i32 = 0;
/// [Index] An index outside is an error; negative ones count from the end.
pub const STONER_INDEX_RAISE: i32 = 1;
/// [Index] An index outside starts again from the other end.
pub const STONER_INDEX_WRAP: i32 = 2;
/// [Index] An index outside becomes the nearest that is inside; negative ones become 0.
pub const STONER_INDEX_CLIP: i32 = 3;

fn mode(value: i32) -> Result<Mode> {
    match value {
        STONER_INDEX_DEFAULT | STONER_INDEX_RAISE => Ok(Mode::Raise),
        STONER_INDEX_WRAP => Ok(Mode::Wrap),
        STONER_INDEX_CLIP => Ok(Mode::Clip),
        _ => Err(enumerations::INDEX.refuse("mode", value)),
    }
}

/// The element that a caller names, and whether it is masked.
fn item(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    index: *const i64,
    n_index: i64,
    value: *mut c_void,
    masked: *mut i32,
    put: impl FnOnce(DType, Scalar) -> Result<()>,
) -> i32 {
    guard!(ctx, |_context| {
        out(value, "value")?;
        let image = images::get(image, "image")?;
        let place = select::place(image.array(), slice(index, count(n_index, "n_index")?, "index")?)?;
        let (value, is_masked) = elementwise::item(image.array(), place);
        put(image.dtype(), value)?;
        if let Some(masked) = optional_out(masked) {
            masked.set(i32::from(is_masked));
        }
        Ok(())
    })
}

fn itemset(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    index: *const i64,
    n_index: i64,
    value: impl FnOnce(DType) -> Result<Scalar>,
) -> i32 {
    guard!(ctx, |_context| {
        let index = slice(index, count(n_index, "n_index")?, "index")?;
        images::update(image, "image", |image| {
            let value = value(image.dtype())?;
            let place = select::place(image.array(), index)?;
            elementwise::itemset(image.array_mut(), place, value)
        })
    })
}

fn fill(ctx: *mut stoner_context, image: *mut stoner_image, value: impl FnOnce(DType) -> Result<Scalar>) -> i32 {
    guard!(ctx, |_context| images::update(image, "image", |image| {
        let value = value(image.dtype())?;
        elementwise::fill(image.array_mut(), value)
    }))
}

/// One element as a double. stoner_image_item_as gives it exactly, and complex ones.
/// @param index [index; size n_index; optional] {C:`n_index` }indices, negative ones counted from the end: one in C order,
///        or one for each axis; NULL{C: with n_index 0}: an array of one element
/// @param n_index [count] 0, 1 or the rank
/// @param value [value] {C:receives }the element, masked or not; integers beyond 2^53 are rounded
/// @param masked [bool; optional] {C:receives }0 or 1{C:; may be NULL}
/// @return STONER_ERR_OUT_OF_RANGE (an index), STONER_ERR_INVALID_ARGUMENT (their number), STONER_ERR_DTYPE for complex
///         images
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_item(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    index: *const i64,
    n_index: i64,
    value: *mut f64,
    masked: *mut i32,
) -> i32 {
    item(ctx, image, index, n_index, value.cast(), masked, |_dtype, found| {
        if matches!(found, Scalar::Complex(_)) {
            return Err(Error::new(Status::Dtype, "the image is complex; use stoner_image_item_as"));
        }
        out(value, "value")?.give(found.to_complex().re)
    })
}

/// One element. Integers are exact; floats round what they do not hold.
/// @param index [as stoner_image_item]
/// @param n_index [count] 0, 1 or the rank
/// @param dtype [dtype; default none; unset 0] the dtype of the number{C: at `value`}; 0: the image's own
/// @param value [scalar; of dtype] {C:receives }the element, masked or not{C:: room for one number of that dtype}
/// @param masked [bool; optional] {C:receives }0 or 1{C:; may be NULL}
/// @return STONER_ERR_OUT_OF_RANGE (an index; an integer that the dtype does not hold), STONER_ERR_INVALID_ARGUMENT (the number of
///         indices), STONER_ERR_DTYPE for an integer of a float or complex image, and a real number of a complex one
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_item_as(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    index: *const i64,
    n_index: i64,
    dtype: i32,
    value: *mut c_void,
    masked: *mut i32,
) -> i32 {
    item(ctx, image, index, n_index, value, masked, |own, found| put_number(found, own, dtype, (value, "value")))
}

/// Writes one element, as stoner_image_itemset_as, from a double.
/// @param index [as stoner_image_item]
/// @param n_index [count] 0, 1 or the rank
/// @param value [value] for integers the fraction is dropped
/// @return STONER_ERR_OUT_OF_RANGE (an index; a value that the dtype does not hold), STONER_ERR_INVALID_ARGUMENT (the number of
///         indices)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_itemset(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    index: *const i64,
    n_index: i64,
    value: f64,
) -> i32 {
    itemset(ctx, image, index, n_index, |_dtype| Ok(Scalar::Float(value)))
}

/// Writes one element. As in numpy.ma the mask is ignored: an element that is masked, softly or hard, gets the value and stays
/// masked. stoner_image_put respects the mask.
/// @param index [as stoner_image_item]
/// @param n_index [count] 0, 1 or the rank
/// @param dtype [as stoner_image_item_as]
/// @param value [scalar; of dtype] the number; for integers a fraction is dropped
/// @return STONER_ERR_OUT_OF_RANGE (an index; a value that the image's dtype does not hold), STONER_ERR_INVALID_ARGUMENT (the number
///         of indices)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_itemset_as(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    index: *const i64,
    n_index: i64,
    dtype: i32,
    value: *const c_void,
) -> i32 {
    itemset(ctx, image, index, n_index, |own| number(dtype, value, own))
}

/// Gives every element one value, as stoner_image_fill_as, from a double.
/// @param value [value] for integers the fraction is dropped
/// @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_fill(ctx: *mut stoner_context, image: *mut stoner_image, value: f64) -> i32 {
    fill(ctx, image, |_dtype| Ok(Scalar::Float(value)))
}

/// Gives every element one value. As in numpy.ma the mask is ignored: an element that is masked, softly or hard, gets the value
/// and stays masked. stoner_image_put respects the mask.
/// @param dtype [as stoner_image_item_as]
/// @param value [as stoner_image_itemset_as]
/// @return STONER_ERR_OUT_OF_RANGE when the image's dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_fill_as(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    dtype: i32,
    value: *const c_void,
) -> i32 {
    fill(ctx, image, |own| number(dtype, value, own))
}

/// Writes values at indices counted in C order. What is written is unmasked, or masked where the value is; where the mask is
/// hard, masked elements stay as they are.
/// @param indices [index; size n_indices] {C:`n_indices` }indices
/// @param n_indices [count] 0: nothing happens
/// @param values an image, taken in C order, converted to the dtype (as in stoner_image_astype) and repeated as often
///        as needed; without elements nothing happens
/// @param mode [enum Index; default STONER_INDEX_RAISE; unset 0] an index outside the image: STONER_INDEX_RAISE is an
///        error, WRAP, CLIP
/// @return STONER_ERR_OUT_OF_RANGE (an index); nothing is changed then
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_put(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    indices: *const i64,
    n_indices: i64,
    values: *const stoner_image,
    mode: i32,
) -> i32 {
    guard!(ctx, |_context| {
        let indices = slice(indices, count(n_indices, "n_indices")?, "indices")?;
        let mode = self::mode(mode)?;
        let values = images::get(values, "values")?;
        images::update(image, "image", |image| select::put(image.array_mut(), indices, values.array(), mode))
    })
}

/// The elements at indices along an axis. Planes follow. Frames of a stack keep the map, and the metadata with a value for each
/// frame (energies, dwells) are picked with them; rows and columns keep the map where the indices are evenly spaced. What
/// can not be kept is dropped with a warning.
/// @param indices [index; size n_indices] {C:`n_indices` }indices
/// @param n_indices [count] the length of the axis in the result
/// @param axis [axis; optional] negative ones count from the end; NULL: of all elements in a row
/// @param mode [enum Index; default STONER_INDEX_RAISE; unset 0] an index outside: STONER_INDEX_RAISE is an error,
///        WRAP, CLIP
/// @return STONER_ERR_OUT_OF_RANGE (an index, the axis)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_take(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    indices: *const i64,
    n_indices: i64,
    axis: *const i32,
    mode: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let indices = slice(indices, count(n_indices, "n_indices")?, "indices")?;
        pick::take(context, image, indices, optional_axis(axis)?, self::mode(mode)?)
    })
}

/// For each element the element at the same place of the choice that it names: out[i] = choices[image[i]][i]. Shapes are
/// broadcast. An element is masked where the index is, or the element that it names.
/// @param image [index] the indices: integers that fit int64_t, or bool
/// @param choices [images; size n_choices] images
/// @param n_choices [count; min 1] the result's dtype is the smallest that holds all of theirs
/// @param mode [as stoner_image_take]
/// @return STONER_ERR_DTYPE (the indices), STONER_ERR_SHAPE, STONER_ERR_OUT_OF_RANGE (an index)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_choose(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    choices: *const *const stoner_image,
    n_choices: i64,
    mode: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    moved(ctx, image, out, "choose", |array| {
        let choices = slice(choices, count(n_choices, "n_choices")?, "choices")?;
        let choices: Vec<Arc<Image>> = choices.iter().map(|&c| images::get(c, "choices")).collect::<Result<_>>()?;
        let choices: Vec<&MaskedArray> = choices.iter().map(|c| c.array()).collect();
        select::choose(array, &choices, self::mode(mode)?)
    })
}

/// The elements along an axis where a condition holds. Planes, map and metadata follow as in stoner_image_take.
/// @param condition [mask; size n_condition] {C:`n_condition` }bytes, not 0: the element stays
/// @param n_condition [count] may be less than the axis, which leaves out the rest
/// @param axis [as stoner_image_take]
/// @return STONER_ERR_OUT_OF_RANGE (the axis; a condition that holds beyond its end)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_compress(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    condition: *const u8,
    n_condition: i64,
    axis: *const i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let condition = slice(condition, count(n_condition, "n_condition")?, "condition")?;
        pick::compress(context, image, condition, optional_axis(axis)?)
    })
}

/// Repeats each element along an axis. Planes, map and metadata follow as in stoner_image_take.
/// @param repeats [count; min 0; size n_repeats] {C:`n_repeats` }counts
/// @param n_repeats [count] 1: one count for all; else one for each element
/// @param axis [as stoner_image_take]
/// @return STONER_ERR_INVALID_ARGUMENT (a negative count), STONER_ERR_SHAPE (their number), STONER_ERR_OUT_OF_RANGE (axis),
///         STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_repeat(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    repeats: *const i64,
    n_repeats: i64,
    axis: *const i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let repeats = slice(repeats, count(n_repeats, "n_repeats")?, "repeats")?;
        pick::repeat(context, image, repeats, optional_axis(axis)?)
    })
}

/// The diagonal of two axes, as the last axis of the result. Of rank 2 nothing is copied.
/// @param offset [integer; default 0] above 0: that many above the main diagonal; below 0: below it
/// @param axis1 [axis; default 0] the rows; negative ones count from the end
/// @param axis2 [axis; default 1] the columns; 0 and 0 for both axes: 0 and 1
/// @return STONER_ERR_SHAPE below rank 2, STONER_ERR_OUT_OF_RANGE (an axis), STONER_ERR_INVALID_ARGUMENT (one axis twice)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_diagonal(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    offset: i64,
    axis1: i32,
    axis2: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    moved(ctx, image, out, "diagonal", |array| {
        let axis2 = if (axis1, axis2) == (0, 0) { 1 } else { axis2 };
        select::diagonal(array, offset, axis1, axis2)
    })
}

/// The indices of the elements that are neither 0 nor masked, in C order.
/// @param out [index] a new image of int64, (rank, number of such elements): a row for each axis{C:; to be freed with
///        stoner_image_free}. Rank 0 counts as rank 1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_nonzero(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    moved(ctx, image, out, "nonzero", select::nonzero)
}

/// Limits the elements to a range of doubles, as stoner_image_clip_as.
/// @param min [real; default NaN] the lower limit; NaN: none
/// @param max [real; default NaN] the upper limit; NaN: none. Where the limits are in the wrong order everything
///        becomes this one.
/// @return STONER_ERR_INVALID_ARGUMENT when both are NaN
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_clip(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    min: f64,
    max: f64,
    out: *mut *mut stoner_image,
) -> i32 {
    let limit = |x: f64| (!x.is_nan()).then_some(Scalar::Float(x));
    elementwise(ctx, image, out, |array| elementwise::clip(array, limit(min), limit(max)))
}

/// Limits the elements to a range; NaN stays. Floats and complex numbers (by their real parts, then by their imaginary ones)
/// keep their dtype. As in numpy, integers do where the limits are whole numbers that it holds; else the result is of
/// the smallest integer dtype that does, or for other limits float64.
/// @param min_dtype [dtype; default none; unset 0] the dtype of the number{C: at `min`}; 0: the image's own
/// @param min [scalar; of min_dtype; optional] the lower limit; NaN and NULL: none
/// @param max_dtype [dtype; default none; unset 0] the dtype of the number{C: at `max`}; 0: the image's own
/// @param max [scalar; of max_dtype; optional] the upper limit; NaN and NULL: none. Where the limits are in the wrong order everything
///        becomes this one.
/// @return STONER_ERR_INVALID_ARGUMENT when both are NULL
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_clip_as(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    min_dtype: i32,
    min: *const c_void,
    max_dtype: i32,
    max: *const c_void,
    out: *mut *mut stoner_image,
) -> i32 {
    elementwise(ctx, image, out, |array| {
        // NaN is no limit, as in the function for doubles.
        let limit = |dtype, value| -> Result<Option<Scalar>> {
            Ok(optional_number(dtype, value, array.dtype())?.filter(|limit| !limit.to_complex().re.is_nan()))
        };
        elementwise::clip(array, limit((min_dtype, "min_dtype"), min)?, limit((max_dtype, "max_dtype"), max)?)
    })
}

/// Limits each element to a range of its own. Shapes are broadcast; the dtype is the smallest that holds the image's and the
/// limits'. Where a limit is NaN so is the result, where one is masked the result is.
/// @param min [image; optional] an image of lower limits; NULL: none
/// @param max [image; optional] an image of upper limits; NULL: none
/// @return STONER_ERR_INVALID_ARGUMENT when both are NULL, STONER_ERR_SHAPE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_clip_images(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    min: *const stoner_image,
    max: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    reshaped(ctx, image, out, "clip_images", |array| {
        let limit = |handle: *const stoner_image, name| -> Result<Option<Arc<Image>>> {
            (!handle.is_null()).then(|| images::get(handle, name)).transpose()
        };
        let (min, max) = (limit(min, "min")?, limit(max, "max")?);
        elementwise::clip_arrays(array, min.as_deref().map(Image::array), max.as_deref().map(Image::array))
    })
}

/// Rounds to a number of decimals, half to even. Computed as numpy does: multiplied by a power of ten, rounded, divided. Bool
/// becomes float32.
/// @param decimals [integer; default 0] below 0: to tens, hundreds and so on, integers too
/// @return STONER_ERR_DTYPE for bool with other decimals than 0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_round(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    decimals: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    elementwise(ctx, image, out, |array| elementwise::round(array, decimals))
}

/// The real parts; what is not complex stays.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_real(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    elementwise(ctx, image, out, elementwise::real)
}

/// The same as stoner_image_real, as in numpy.ma.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_get_real(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    elementwise(ctx, image, out, elementwise::real)
}

/// The imaginary parts; 0 for what is not complex.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_imag(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    elementwise(ctx, image, out, elementwise::imag)
}

/// The same as stoner_image_imag, as in numpy.ma.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_get_imag(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    elementwise(ctx, image, out, elementwise::imag)
}

/// The complex conjugate; what is not complex stays.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_conj(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    elementwise(ctx, image, out, elementwise::conj)
}

/// The same as stoner_image_conj, as in numpy.ma.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_conjugate(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    elementwise(ctx, image, out, elementwise::conj)
}
