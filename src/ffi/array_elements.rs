//! Arrays: elements
//!
//! Selection of elements by their places, and elementwise functions. Where the places of pixels are lost, planes and map are dropped
//! with a warning.
//!
//! @since 0.1.0

use super::core::args::{count, integer_of, optional_array, optional_axis, optional_out, out, slice};
use super::core::calls::{apply, elementwise, moved, reshaped};
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::array::select::{self, Mode};
use crate::array::{MaskedArray, Scalar, elementwise};
use crate::context::{Error, Result, Status};
use crate::image::Image;
use crate::ops::pick;
use num_complex::Complex;
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
        _ => Err(Error::argument("mode", value, "0 (default) or STONER_INDEX_RAISE (1) to STONER_INDEX_CLIP (3)")),
    }
}

/// The element that a caller names, and whether it is masked.
fn item<P>(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    index: *const i64,
    n_index: i64,
    masked: *mut i32,
    places: impl FnOnce() -> Result<P>,
    put: impl FnOnce(P, Scalar) -> Result<()>,
) -> i32 {
    guard!(ctx, |_context| {
        let places = places()?;
        let image = images::get(image, "image")?;
        let place = select::place(image.array(), slice(index, count(n_index, "n_index")?, "index")?)?;
        let (value, is_masked) = elementwise::item(image.array(), place);
        put(places, value)?;
        if let Some(masked) = optional_out(masked) {
            masked.set(i32::from(is_masked));
        }
        Ok(())
    })
}

fn itemset(ctx: *mut stoner_context, image: *mut stoner_image, index: *const i64, n_index: i64, value: Scalar) -> i32 {
    guard!(ctx, |_context| {
        let index = slice(index, count(n_index, "n_index")?, "index")?;
        images::update(image, "image", |image| {
            let place = select::place(image.array(), index)?;
            elementwise::itemset(image.array_mut(), place, value)
        })
    })
}

/// The element that a caller names, as an integer.
fn whole_item<T: TryFrom<i128>>(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    (index, n_index): (*const i64, i64),
    value: *mut T,
    masked: *mut i32,
    holds: &str,
) -> i32 {
    let put = |place: super::core::args::Out<T>, found| {
        place.set(integer_of(found, "value", holds, "stoner_image_item")?);
        Ok(())
    };
    item(ctx, image, index, n_index, masked, || out(value, "value"), put)
}

/// Limits that no double holds.
fn clip_whole<T: Copy + Into<i128>>(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    (min, max): (*const T, *const T),
    out: *mut *mut stoner_image,
) -> i32 {
    elementwise(ctx, image, out, |array| {
        let limit = |pointer, name| -> Result<Option<Scalar>> {
            Ok(optional_array::<T, 1>(pointer, name)?.map(|&[limit]| Scalar::Int(limit.into())))
        };
        elementwise::clip(array, limit(min, "min")?, limit(max, "max")?)
    })
}

fn fill(ctx: *mut stoner_context, image: *mut stoner_image, value: Scalar) -> i32 {
    guard!(ctx, |_context| images::update(image, "image", |image| elementwise::fill(image.array_mut(), value)))
}

/// One element as a number.
/// @param index [index; size n_index; optional] `n_index` indices, negative ones counted from the end: one in C order,
///        or one for each axis; NULL with n_index 0: an array of one element
/// @param n_index [count] 0, 1 or the rank
/// @param value [value] receives the element, masked or not; integers beyond 2^53 are rounded
/// @param masked [bool; optional] receives 0 or 1; may be NULL
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
    item(
        ctx,
        image,
        index,
        n_index,
        masked,
        || out(value, "value"),
        |place, found| match found {
            Scalar::Complex(_) => Err(Error::new(Status::Dtype, "the image is complex; use stoner_image_item_complex")),
            real => {
                place.set(real.to_complex().re);
                Ok(())
            }
        },
    )
}

/// One element of an integer or bool image as an integer.
/// @param index [as stoner_image_item]
/// @param n_index [count] 0, 1 or the rank
/// @param value [integer] receives the element, masked or not
/// @param masked [bool; optional] receives 0 or 1; may be NULL
/// @return STONER_ERR_OUT_OF_RANGE (an index; an element above the greatest int64_t), STONER_ERR_INVALID_ARGUMENT (the number
///         of indices), STONER_ERR_DTYPE for floats and complex images
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_item_i64(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    index: *const i64,
    n_index: i64,
    value: *mut i64,
    masked: *mut i32,
) -> i32 {
    whole_item(ctx, image, (index, n_index), value, masked, "a value that int64_t can hold")
}

/// One element of an integer or bool image as an integer without a sign.
/// @param index [as stoner_image_item]
/// @param n_index [count] 0, 1 or the rank
/// @param value [integer] receives the element, masked or not
/// @param masked [bool; optional] receives 0 or 1; may be NULL
/// @return STONER_ERR_OUT_OF_RANGE (an index; an element below 0), STONER_ERR_INVALID_ARGUMENT (the number of indices),
///         STONER_ERR_DTYPE for floats and complex images
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_item_u64(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    index: *const i64,
    n_index: i64,
    value: *mut u64,
    masked: *mut i32,
) -> i32 {
    whole_item(ctx, image, (index, n_index), value, masked, "a value that uint64_t can hold")
}

/// One element as a complex number.
/// @param index [as stoner_image_item]
/// @param n_index [count] 0, 1 or the rank
/// @param re [real] receives the real part, masked or not; integers beyond 2^53 are rounded
/// @param im [real; imaginary of re] receives the imaginary part, 0 for what is not complex
/// @param masked [bool; optional] receives 0 or 1; may be NULL
/// @return STONER_ERR_OUT_OF_RANGE (an index), STONER_ERR_INVALID_ARGUMENT (their number)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_item_complex(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    index: *const i64,
    n_index: i64,
    re: *mut f64,
    im: *mut f64,
    masked: *mut i32,
) -> i32 {
    let places = || Ok((out(re, "re")?, out(im, "im")?));
    item(ctx, image, index, n_index, masked, places, |(place_re, place_im), found| {
        let value = found.to_complex();
        place_re.set(value.re);
        place_im.set(value.im);
        Ok(())
    })
}

/// Writes one element. As in numpy.ma the mask is ignored: an element that is
/// masked, softly or hard, gets the value and stays masked. stoner_image_put respects the mask.
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
    itemset(ctx, image, index, n_index, Scalar::Float(value))
}

/// Writes one element, as stoner_image_itemset.
/// @param index [as stoner_image_item]
/// @param n_index [count] 0, 1 or the rank
/// @param value [integer] the integer
/// @return STONER_ERR_OUT_OF_RANGE (an index; a value that the dtype does not hold), STONER_ERR_INVALID_ARGUMENT (the number of
///         indices)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_itemset_i64(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    index: *const i64,
    n_index: i64,
    value: i64,
) -> i32 {
    itemset(ctx, image, index, n_index, Scalar::Int(value.into()))
}

/// Writes one element, as stoner_image_itemset.
/// @param index [as stoner_image_item]
/// @param n_index [count] 0, 1 or the rank
/// @param value [integer] the integer
/// @return STONER_ERR_OUT_OF_RANGE (an index; a value that the dtype does not hold), STONER_ERR_INVALID_ARGUMENT (the number of
///         indices)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_itemset_u64(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    index: *const i64,
    n_index: i64,
    value: u64,
) -> i32 {
    itemset(ctx, image, index, n_index, Scalar::Int(value.into()))
}

/// Writes one element of a complex image, as stoner_image_itemset.
/// @param index [as stoner_image_item]
/// @param n_index [count] 0, 1 or the rank
/// @param re [real] the real part
/// @param im [real; imaginary of re] the imaginary part
/// @return STONER_ERR_OUT_OF_RANGE (an index; a value that the dtype does not hold), STONER_ERR_INVALID_ARGUMENT (the number of
///         indices)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_itemset_complex(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    index: *const i64,
    n_index: i64,
    re: f64,
    im: f64,
) -> i32 {
    itemset(ctx, image, index, n_index, Scalar::Complex(Complex::new(re, im)))
}

/// Gives every element one value. As in numpy.ma the mask is ignored: an element that
/// is masked, softly or hard, gets the value and stays masked. stoner_image_put respects the mask.
/// @param value [value] for integers the fraction is dropped
/// @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_fill(ctx: *mut stoner_context, image: *mut stoner_image, value: f64) -> i32 {
    fill(ctx, image, Scalar::Float(value))
}

/// Gives every element one value, as stoner_image_fill.
/// @param value [integer] the integer
/// @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_fill_i64(ctx: *mut stoner_context, image: *mut stoner_image, value: i64) -> i32 {
    fill(ctx, image, Scalar::Int(value.into()))
}

/// Gives every element one value, as stoner_image_fill.
/// @param value [integer] the integer
/// @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_fill_u64(ctx: *mut stoner_context, image: *mut stoner_image, value: u64) -> i32 {
    fill(ctx, image, Scalar::Int(value.into()))
}

/// Gives every element of a complex image one value, as stoner_image_fill.
/// @param re [real] the real part
/// @param im [real; imaginary of re] the imaginary part
/// @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_fill_complex(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    re: f64,
    im: f64,
) -> i32 {
    fill(ctx, image, Scalar::Complex(Complex::new(re, im)))
}

/// Writes values at indices counted in C order. What is written is unmasked, or masked where the value is; where the mask is
/// hard, masked elements stay as they are.
/// @param indices [index; size n_indices] `n_indices` indices
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
/// @param indices [index; size n_indices] `n_indices` indices
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
/// @param image the indices: integers that fit int64_t, or bool
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
/// @param condition [mask; size n_condition] `n_condition` bytes, not 0: the element stays
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
/// @param repeats [count; min 0; size n_repeats] `n_repeats` counts
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
/// @param out a new image of int64, (rank, number of such elements): a row for each axis; to be freed with
///        stoner_image_free. Rank 0 counts as rank 1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_nonzero(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    moved(ctx, image, out, "nonzero", select::nonzero)
}

/// Limits the elements to a range; NaN stays. Floats and complex numbers (by their real parts, then by their imaginary ones)
/// keep their dtype. As in numpy, integers do where the limits are whole numbers that it holds; else the result is of
/// the smallest integer dtype that does, or for other limits float64.
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

/// Limits the elements to a range of integers, as stoner_image_clip: exact where the dtype holds the limits.
/// @param min [integer; size 1; optional] the lower limit; NULL: none
/// @param max [integer; size 1; optional] the upper limit; NULL: none. Where the limits are in the wrong order everything
///        becomes this one.
/// @return STONER_ERR_INVALID_ARGUMENT when both are NULL
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_clip_i64(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    min: *const i64,
    max: *const i64,
    out: *mut *mut stoner_image,
) -> i32 {
    clip_whole(ctx, image, (min, max), out)
}

/// Limits the elements to a range of integers without a sign, as stoner_image_clip: exact where the dtype holds the limits.
/// @param min [as stoner_image_clip_i64]
/// @param max [as stoner_image_clip_i64]
/// @return STONER_ERR_INVALID_ARGUMENT when both are NULL
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_clip_u64(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    min: *const u64,
    max: *const u64,
    out: *mut *mut stoner_image,
) -> i32 {
    clip_whole(ctx, image, (min, max), out)
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
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_real(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    elementwise(ctx, image, out, elementwise::real)
}

/// The same as stoner_image_real, as in numpy.ma.
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_get_real(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    elementwise(ctx, image, out, elementwise::real)
}

/// The imaginary parts; 0 for what is not complex.
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_imag(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    elementwise(ctx, image, out, elementwise::imag)
}

/// The same as stoner_image_imag, as in numpy.ma.
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_get_imag(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    elementwise(ctx, image, out, elementwise::imag)
}

/// The complex conjugate; what is not complex stays.
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_conj(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    elementwise(ctx, image, out, elementwise::conj)
}

/// The same as stoner_image_conj, as in numpy.ma.
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_conjugate(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    elementwise(ctx, image, out, elementwise::conj)
}
