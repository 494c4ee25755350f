//! Profiles and histograms
//!
//! @since 0.1.0

use super::core::args::{boolean, boundary, count, out, pixel_vector};
use super::core::handles::images;
use super::resample::optional_order;
use super::types::{stoner_context, stoner_image, stoner_table};
use crate::context::Result;
use crate::ops::geometry::resample::Boundary;
use crate::ops::profile::line::{Line, Profile, profile_line};

/// The intensity along a line from one point to another, both included: a table with the columns X, Y, Distance (from
/// `src`) and Intensity, and the image's metadata. Of a stack there is a column `Intensity 0`, `Intensity 1`, ... for each
/// frame. Values are those of skimage.measure.profile_line, but those of integer images are not rounded. The points are
/// evenly spaced, at most a pixel apart. Masked pixels and NaN are left out; where there is nothing else, Intensity is NaN.
/// @param src [point; size 2] 2 values, x and y of the beginning: of the line's middle, where it is wide
/// @param dst [point; size 2] 2 values, x and y of the end
/// @param linewidth [pixels; default 1; unset 0; min 1; max 65536] the width across the line in pixels, over which the
///        mean is taken. Along and across there are at most 2^27 points.
/// @param order [order; default none] of interpolation: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels;
///        STONER_INTERPOLATION_DEFAULT: nearest for bool, else linear
/// @param mode [boundary; default STONER_MODE_CONSTANT; unset 0] STONER_MODE_*: the values beyond the edges. All modes
///        interpolate over the edge.
/// @param cval [value; default 0] the constant
/// @param constrain [bool; default true] 1: the ends are moved into the image, to pixel 0 or the last; 0: not
/// @param real_units [bool; default false] 1: `src`, `dst` and the table are in the units of the image's map or, where
///        there is none, by the metadata `MicronsPerPixel`; 0: in pixels
/// @return STONER_ERR_INVALID_ARGUMENT; STONER_ERR_DTYPE (complex; bool at other orders than 0); STONER_ERR_KEY_NOT_FOUND
///         (real units, but neither map nor metadata); STONER_ERR_NO_RESULT (they do not lead back to pixels);
///         STONER_ERR_SHAPE; STONER_ERR_NO_MEMORY (also a line of more than 2^24 points); STONER_ERR_CANCELLED
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_profile_line(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    src: *const f64,
    dst: *const f64,
    linewidth: i64,
    order: i32,
    mode: i32,
    cval: f64,
    constrain: i32,
    real_units: i32,
    out: *mut *mut stoner_table,
) -> i32 {
    let line = || Ok(Line::Between(pixel_vector(src, "src")?, pixel_vector(dst, "dst")?));
    profile(ctx, image, line, || options(linewidth, order, mode, cval, constrain, real_units), out)
}

/// The intensity along the whole column of pixels at an x; see stoner_image_profile_line.
/// @param x [real] in pixels, or in real units: then the column whose middle has this x
/// @param linewidth [as stoner_image_profile_line]
/// @param order [as stoner_image_profile_line]
/// @param mode [as stoner_image_profile_line]
/// @param cval [as stoner_image_profile_line]
/// @param constrain [as stoner_image_profile_line]
/// @param real_units [as stoner_image_profile_line]
/// @return as stoner_image_profile_line
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_profile_line_x(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    x: f64,
    linewidth: i64,
    order: i32,
    mode: i32,
    cval: f64,
    constrain: i32,
    real_units: i32,
    out: *mut *mut stoner_table,
) -> i32 {
    profile(ctx, image, || Ok(Line::AtX(x)), || options(linewidth, order, mode, cval, constrain, real_units), out)
}

/// The intensity along the whole row of pixels at a y; see stoner_image_profile_line.
/// @param y [real] in pixels, or in real units: then the row whose middle has this y
/// @param linewidth [as stoner_image_profile_line]
/// @param order [as stoner_image_profile_line]
/// @param mode [as stoner_image_profile_line]
/// @param cval [as stoner_image_profile_line]
/// @param constrain [as stoner_image_profile_line]
/// @param real_units [as stoner_image_profile_line]
/// @return as stoner_image_profile_line
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_profile_line_y(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    y: f64,
    linewidth: i64,
    order: i32,
    mode: i32,
    cval: f64,
    constrain: i32,
    real_units: i32,
    out: *mut *mut stoner_table,
) -> i32 {
    profile(ctx, image, || Ok(Line::AtY(y)), || options(linewidth, order, mode, cval, constrain, real_units), out)
}

fn options(linewidth: i64, order: i32, mode: i32, cval: f64, constrain: i32, real_units: i32) -> Result<Profile> {
    Ok(Profile {
        linewidth: count(linewidth, "linewidth")?.max(1),
        order: optional_order(order)?,
        boundary: boundary(mode, "mode", Boundary::GridConstant)?,
        cval,
        constrain: boolean(constrain, "constrain")?,
        real_units: boolean(real_units, "real_units")?,
    })
}

fn profile(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    line: impl FnOnce() -> Result<Line>,
    options: impl FnOnce() -> Result<Profile>,
    out: *mut *mut stoner_table,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        place.set_table(profile_line(context, &*images::get(image, "image")?, line()?, &options()?)?)
    })
}
