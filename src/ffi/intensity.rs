//! Intensity: types and ranges of pixel values
//!
//! Masked pixels and NaN do not affect ranges and statistics; planes, map and metadata are kept.
//!
//! @since 0.1.0

use super::core::args::{boolean, dtype, optional_array, out, pixel_box};
use super::core::calls::apply;
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::ops::convert;
use crate::ops::intensity::{clip, range};

/// Converts to another dtype and scales values to its range: floats are expected in [-1, 1], integers fill their whole
/// range. Float to integer rounds half to even, integer to integer shifts bits. A loss of precision or of signs is a
/// warning, and so are floats outside of [-1, 1] that have to be clipped for an integer.
/// @param dtype [dtype] STONER_BOOL to STONER_C128
/// @param force_copy [bool; default false] 1: new pixels even where the dtype is already the one asked for; 0: they are
///        shared
/// @param uniform [bool; default false] 1: float to integer quantises the range into equal steps (floor); 0: rounds to
///        the nearest
/// @param normalise [bool; default true] 1: integer to float divides by the integer's maximum; 0: keeps the values
/// @return STONER_ERR_INVALID_ARGUMENT (dtype); STONER_ERR_DTYPE (from complex to real)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_convert(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    dtype: i32,
    force_copy: i32,
    uniform: i32,
    normalise: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let dtype = self::dtype(dtype, "dtype")?;
        let [force_copy, uniform, normalise] =
            [boolean(force_copy, "force_copy")?, boolean(uniform, "uniform")?, boolean(normalise, "normalise")?];
        convert::convert(context, image, dtype, uniform, normalise, force_copy)
    })
}

/// Converts integers and booleans to floating point; floats stay as they are.
/// @param normalise [bool; default true] 1: integers are divided by their type's maximum; 0: keep their values
/// @param clip [bool; default false] 1: values are clipped to [-1, 1]; a warning when that changes more than 1 % of
///        them
/// @param clip_negative [bool; default false] 1: values are clipped to [0, 1]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_asfloat(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    normalise: i32,
    clip: i32,
    clip_negative: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let [normalise, clip, clip_negative] =
            [boolean(normalise, "normalise")?, boolean(clip, "clip")?, boolean(clip_negative, "clip_negative")?];
        convert::asfloat(context, image, normalise, clip, clip_negative)
    })
}

/// Clips values to [-1, 1], to [0, 1], or to limits, in the same dtype. An integer image's [-1, 1] is the whole range of
/// its dtype: without limits only its negative values are clipped, when that is asked for. A warning when more than 1 %
/// of the pixels change, as in an image of counts in floating point.
/// @param clip_negative [bool; default false] 1: to [0, 1]; 0: to [-1, 1]
/// @param limits [real; size 2; optional] 2 values, low and high, that replace these ranges; NULL: none
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_clip_intensity(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    clip_negative: i32,
    limits: *const f64,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let limits = optional_array::<f64, 2>(limits, "limits")?.map(|&[low, high]| (low, high));
        clip::clip_intensity(context, image, boolean(clip_negative, "clip_negative")?, limits)
    })
}

/// Scales values linearly to a range.
/// @param scale [real; default -1, 1; unset NULL; size 2; optional] 2 values: the results for the lowest and the highest value
/// @param sample [box; size 4; optional] {xmin, xmax, ymin, ymax}: the box in which lowest and highest are searched;
///        NULL: the whole
/// @param limits [real; default 0, 1; unset NULL; size 2; optional] 2 fractions of the sorted values, which take the place of
///        lowest and highest; values beyond are clipped
/// @param scale_masked [bool; default false] 1: masked pixels are scaled too; 0: they keep their values. In neither case do
///        they count in the search.
/// @return STONER_ERR_NO_RESULT when the image is constant or has no valid pixel; STONER_ERR_OUT_OF_RANGE (sample);
///         STONER_ERR_DTYPE (complex)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_normalise(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    scale: *const f64,
    sample: *const i64,
    limits: *const f64,
    scale_masked: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let scale = optional_array::<f64, 2>(scale, "scale")?.map(|&[low, high]| (low, high));
        let limits = optional_array::<f64, 2>(limits, "limits")?.map_or((0.0, 1.0), |&[low, high]| (low, high));
        let sample = (!sample.is_null()).then(|| pixel_box(sample, "sample", image)).transpose()?;
        range::normalise(context, image, scale, sample, limits, boolean(scale_masked, "scale_masked")?)
    })
}

/// The lowest and the highest value. Masked pixels and NaN are ignored.
/// @param min [real] {C:receives }it
/// @param max [real] {C:receives }it
/// @return STONER_ERR_NO_RESULT when there is no valid pixel; STONER_ERR_DTYPE (complex)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_span(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    min: *mut f64,
    max: *mut f64,
) -> i32 {
    guard!(ctx, |_context| {
        let (place_min, place_max) = (out(min, "min")?, out(max, "max")?);
        let (min, max) = range::span(&*images::get(image, "image")?)?;
        place_min.set(min);
        place_max.give(max)
    })
}
