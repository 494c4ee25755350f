//! Geometry: turns, flips, crops
//!
//! In a stack each frame is processed. None of these copies pixels; planes and map follow.
//!
//! @since 0.1.0

use super::core::args::{out, pixel_box, put_slice, slice, slice_mut, text};
use super::core::calls::apply;
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::context::Result;
use crate::image::{Image, PixelBox};
use crate::ops::geometry::{crops, turns};
use std::ffi::c_char;

/// Turns a quarter clockwise, as seen on the screen.
/// @return STONER_ERR_SHAPE when the image has not rank 2 or 3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_cw(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |_, image| turns::cw(image))
}

/// Turns a quarter counter-clockwise, as seen on the screen.
/// @return STONER_ERR_SHAPE when the image has not rank 2 or 3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_ccw(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |_, image| turns::ccw(image))
}

/// Mirrors left and right.
/// @return STONER_ERR_SHAPE when the image has not rank 2 or 3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_flip_h(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |_, image| turns::flip_h(image))
}

/// Mirrors top and bottom.
/// @return STONER_ERR_SHAPE when the image has not rank 2 or 3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_flip_v(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |_, image| turns::flip_v(image))
}

/// The array with all its axes in reverse order (numpy's T). Of an image planes and map follow; of a stack, whose last
/// axis then is no longer an image's, they are dropped with a warning.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_transpose(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, turns::transpose)
}

/// Keeps a box of the image. Copies nothing.
/// @param box [box; size 4; optional] {xmin, xmax, ymin, ymax} in pixels, upper exclusive, STONER_EXTENT for the
///        end of the image; negative numbers count from the end, as in a slice of Python (-1: the last column or row); clipped to
///        the image. NULL: the whole. stoner_image_box_from_border and similar functions make one.
/// @return STONER_ERR_OUT_OF_RANGE when the box is empty or inverted
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_crop(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    r#box: *const i64,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |_, image| crops::crop(image, pixel_box(r#box, "box", image)?))
}

/// The box that leaves a border of so many pixels on each side.
/// @param border [pixels; min 0] the width of the border
/// @param box [box; size 4] xmin, xmax, ymin and ymax{C:: room for 4 values}
/// @return STONER_ERR_OUT_OF_RANGE when nothing would be left
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_box_from_border(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    border: i64,
    r#box: *mut i64,
) -> i32 {
    make_box(ctx, image, r#box, |rows, columns, _| PixelBox::from_border(border, rows, columns))
}

/// The box that leaves out a fraction of the width and of the height, half of it on each side: 0.1 of 40 columns and 20
/// rows gives x 2 to 38, y 1 to 19.
/// @param fraction [fraction; min 0; max 1] the part of the width and of the height that is left out
/// @param box [box; size 4] xmin, xmax, ymin and ymax{C:: room for 4 values}
/// @return STONER_ERR_OUT_OF_RANGE when nothing would be left, STONER_ERR_INVALID_ARGUMENT when the fraction is not between 0
///         and 1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_box_from_border_fraction(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    fraction: f64,
    r#box: *mut i64,
) -> i32 {
    make_box(ctx, image, r#box, |rows, columns, _| PixelBox::from_border_fraction(fraction, rows, columns))
}

/// The box between fractions of the width and of the height, rounded to the nearest pixel (half to even).
/// @param fractions [fraction; size 4; min 0; max 1] 4 values, xmin, xmax, ymin, ymax; NaN: to the image's end
/// @param box [box; size 4] xmin, xmax, ymin and ymax{C:: room for 4 values}
/// @return STONER_ERR_OUT_OF_RANGE when nothing would be left, STONER_ERR_INVALID_ARGUMENT when a fraction is not between 0
///         and 1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_box_from_fraction(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    fractions: *const f64,
    r#box: *mut i64,
) -> i32 {
    make_box(ctx, image, r#box, |rows, columns, _| {
        let fractions = slice(fractions, 4, "fractions")?;
        PixelBox::from_fractions([fractions[0], fractions[1], fractions[2], fractions[3]], rows, columns)
    })
}

/// The box that a metadata entry holds: four numbers (integers are pixels, negative ones from the end, values between 0 and 1
/// fractions, larger ones are rounded, none means the image's end), or one number, then a border as in stoner_image_box_from_border (integer)
/// or stoner_image_box_from_border_fraction.
/// @param box [box; size 4] xmin, xmax, ymin and ymax{C:: room for 4 values}
/// @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE; STONER_ERR_OUT_OF_RANGE when nothing would be left
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_box_from_metadata(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    key: *const c_char,
    r#box: *mut i64,
) -> i32 {
    make_box(ctx, image, r#box, |_, _, image| image.box_from_metadata(text(key, "key")?))
}

/// The box that holds the whole image: 0, columns, 0, rows.
/// @param box [box; size 4] xmin, xmax, ymin and ymax{C:: room for 4 values}
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_max_box(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    r#box: *mut i64,
) -> i32 {
    make_box(ctx, image, r#box, |_, _, image| image.max_box())
}

/// The aspect ratio, width / height in pixels.
/// @param aspect [real] {C:receives }the ratio
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_aspect(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    aspect: *mut f64,
) -> i32 {
    guard!(ctx, |_context| out(aspect, "aspect")?.give(crops::aspect(&*images::get(image, "image")?)?))
}

/// The middle, computed as in the original: (rows / 2, columns / 2), row first.
/// @param centre [real; size 2] {C:room for 2 values: }row, column
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_centre(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    centre: *mut f64,
) -> i32 {
    guard!(ctx, |_context| {
        let values = crops::centre(&*images::get(image, "image")?)?;
        put_slice(&values, centre, 2, std::ptr::null_mut())
    })
}

fn make_box(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    place: *mut i64,
    make: impl FnOnce(usize, usize, &Image) -> Result<PixelBox>,
) -> i32 {
    guard!(ctx, |_context| {
        let place = slice_mut(place, 4, "box")?;
        let image = images::get(image, "image")?;
        let (rows, columns) = image.frame_shape()?;
        let area = make(rows, columns, &image)?;
        place.copy_from_slice(&[area.xmin, area.xmax, area.ymin, area.ymax].map(|edge| edge as i64));
        Ok(())
    })
}
