//! Geometry: rotating and shifting
//!
//! In a stack each frame is processed. Planes are resampled linearly and masked where they lie outside, the map is composed.
//! A pixel is masked when less than half of its linear weight comes from valid pixels (neither masked nor NaN, and inside
//! where a constant stands beyond the edges); masked values do not affect others. The constant stands beneath the mask
//! alone: all other pixels have the values that they have where the edge goes on (STONER_MODE_EDGE).
//!
//! @since 0.1.0

use super::core::args::{boolean, boundary, optional_array, pixel_vector, put_slice};
use super::core::calls::apply;
use super::core::enumerations;
use super::core::handles::images;
use super::types::{
    STONER_INTERPOLATION_DEFAULT, STONER_INTERPOLATION_LINEAR, STONER_INTERPOLATION_NEAREST,
    STONER_INTERPOLATION_QUINTIC, stoner_context, stoner_image,
};
use crate::context::Result;
use crate::ops::geometry::resample::Boundary;
use crate::ops::geometry::rotate::{Rotation, rotate};
use crate::ops::geometry::translate::{Translation, translate, translate_limits};

/// [Cval] In place of a constant: the mean of the pixels that are neither masked nor NaN.
pub const STONER_CVAL_MEAN: i32 = 0;
/// [Cval] The constant is the one given.
pub const STONER_CVAL_VALUE: i32 = 1;

/// Rotates clockwise, as seen on the screen. Values are those of skimage.transform.rotate with the negative angle.
///
/// At order 0 every dtype stays. Otherwise `float` stays `float`, all others become `double`.
/// @param angle [angle] clockwise on the screen
/// @param resize [bool; default false] 1: the result is as large as the rotated image needs; 0: as large as the image
/// @param centre_xy [point; size 2; optional; keyword center] 2 values, x and y in pixels, of what does not move; NULL:
///        the middle, ((columns - 1) / 2, (rows - 1) / 2)
/// @param order [order; default none] of interpolation: 0 nearest, 1 linear, 3 cubic (Catmull-Rom, without a filter
///        before), 2, 4, 5 B-splines through the pixels; STONER_INTERPOLATION_DEFAULT: nearest for bool, else linear
/// @param mode [boundary; default STONER_MODE_CONSTANT; unset 0] STONER_MODE_*: the values beyond the edges, whose
///        pixels are masked in a constant mode. All modes interpolate over the edge, as skimage's do.
/// @param cval [value; default 0] the constant beneath the mask, in the values of the result
/// @param clip [bool; default true] 1: values are limited to the range of the image; 0: not
/// @param preserve_range [bool; default false] 1: integers keep their values; 0: they are divided by their dtype's
///        maximum. At order 0 they stay.
/// @param out the new image{C:, to be freed with stoner_image_free}. Metadata written: `transform:rotation`, the angle
/// @return STONER_ERR_INVALID_ARGUMENT; STONER_ERR_DTYPE (complex; bool at other orders than 0); STONER_ERR_SHAPE;
///         STONER_ERR_OUT_OF_RANGE (a centre beyond 1e15); STONER_ERR_NO_MEMORY; STONER_ERR_CANCELLED
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_rotate(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    angle: f64,
    resize: i32,
    centre_xy: *const f64,
    order: i32,
    mode: i32,
    cval: f64,
    clip: i32,
    preserve_range: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let options = Rotation {
            resize: boolean(resize, "resize")?,
            centre: optional_array::<f64, 2>(centre_xy, "centre_xy")?.copied(),
            order: optional_order(order)?,
            boundary: boundary(mode, "mode", Boundary::GridConstant)?,
            cval,
            clip: boolean(clip, "clip")?,
            preserve_range: boolean(preserve_range, "preserve_range")?,
        };
        rotate(context, image, angle, &options)
    })
}

/// Moves the content of the image: (2, 1) moves it 2 columns right and 1 row down. Fractions of a pixel are allowed.
/// Values are those of skimage.transform.warp with that translation: limited to the range of the image; integers are divided
/// by their dtype's maximum, but not at order 0, where every dtype stays.
/// @param translation [point; size 2] 2 values, x and y in pixels
/// @param add_metadata [bool; default false] 1: writes the metadata `translation` (x, y) and `translation_limits` (as
///        stoner_image_translate_limits)
/// @param order [order; default none] of interpolation, as for stoner_image_rotate; STONER_INTERPOLATION_DEFAULT:
///        nearest for bool, else cubic
/// @param mode [boundary; default STONER_MODE_WRAP; unset 0] as for stoner_image_rotate
/// @param cval_mode [enum Cval; default STONER_CVAL_MEAN; decides cval] {C:STONER_CVAL_MEAN: }the mean{C:; STONER_CVAL_VALUE:
///        `cval`}
/// @param cval [value] the constant that stands beyond the edges in a constant mode
/// @return as stoner_image_rotate
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_translate(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    translation: *const f64,
    add_metadata: i32,
    order: i32,
    mode: i32,
    cval_mode: i32,
    cval: f64,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let options = Translation {
            add_metadata: boolean(add_metadata, "add_metadata")?,
            order: optional_order(order)?,
            boundary: boundary(mode, "mode", Boundary::GridWrap)?,
            cval: match cval_mode {
                STONER_CVAL_MEAN => None,
                STONER_CVAL_VALUE => Some(cval),
                other => {
                    return Err(enumerations::CVAL.refuse("cval_mode", other));
                }
            },
        };
        translate(context, image, pixel_vector(translation, "translation")?, &options)
    })
}

/// The largest box that has pixels of the original after a translation: xmin, xmax, ymin, ymax, the upper sides
/// exclusive. Fractions of a pixel are kept; a translation by more than the image leaves a box without extent.
/// @param translation [point; size 2] 2 values, x and y in pixels
/// @param reverse [bool; default false] 1: the translation by the negative vector
/// @param limits [real; size 4] xmin, xmax, ymin and ymax{C:: room for 4 values}
/// @return STONER_ERR_INVALID_ARGUMENT when the vector is not finite; STONER_ERR_SHAPE when the rank is not 2 or 3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_translate_limits(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    translation: *const f64,
    reverse: i32,
    limits: *mut f64,
) -> i32 {
    guard!(ctx, |_context| {
        let vector = pixel_vector(translation, "translation")?;
        let values = translate_limits(&*images::get(image, "image")?, vector, boolean(reverse, "reverse")?)?;
        put_slice(&values, limits, 4, std::ptr::null_mut())
    })
}

/// An order of interpolation.
pub(super) fn optional_order(order: i32) -> Result<Option<i32>> {
    match order {
        STONER_INTERPOLATION_DEFAULT => Ok(None),
        STONER_INTERPOLATION_NEAREST => Ok(Some(0)),
        STONER_INTERPOLATION_LINEAR..=STONER_INTERPOLATION_QUINTIC => Ok(Some(order)),
        _ => Err(enumerations::INTERPOLATION.refuse("order", order)),
    }
}
