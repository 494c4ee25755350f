//! Selection of an image's elements along an axis; planes, map and metadata follow or are dropped.

use crate::array::select::{self, Mode};
use crate::array::{self, MaskedArray};
use crate::context::{Context, Result};
use crate::image::Image;

/// The elements at these indices along an axis, or of all in C order. Planes, map and the frames' own energies follow along an
/// axis ([`Image::picked`]); of all in a row they are dropped with a warning. As in numpy.ma neither hard mask nor fill
/// value come along.
///
/// # Errors
/// As [`select::take`].
pub fn take(ctx: &Context, image: &Image, indices: &[i64], axis: Option<i32>, mode: Mode) -> Result<Image> {
    let places = |array: &MaskedArray, axis: i32| select::places_of(array, indices, axis, mode);
    along(ctx, image, axis, "take", select::take(image.array(), indices, axis, mode)?, places)
}

/// The elements where a condition holds along an axis, or of all in C order; as [`take`].
///
/// # Errors
/// As [`select::compress`].
pub fn compress(ctx: &Context, image: &Image, condition: &[u8], axis: Option<i32>) -> Result<Image> {
    let places = |array: &MaskedArray, axis: i32| select::places_where(array, condition, axis);
    along(ctx, image, axis, "compress", select::compress(image.array(), condition, axis)?, places)
}

/// Each element so many times, along an axis or of all in C order; as [`take`].
///
/// # Errors
/// As [`select::repeat`]; [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) for more than the context's memory
/// limit allows.
pub fn repeat(ctx: &Context, image: &Image, repeats: &[i64], axis: Option<i32>) -> Result<Image> {
    check_repeats(ctx, image, repeats, axis)?;
    let places = |array: &MaskedArray, axis: i32| select::places_repeated(array, repeats, axis);
    along(ctx, image, axis, "repeat", select::repeat(image.array(), repeats, axis)?, places)
}

/// What the repeated elements, their mask, their places and their planes take. What is wrong with the arguments is told later.
fn check_repeats(ctx: &Context, image: &Image, repeats: &[i64], axis: Option<i32>) -> Result<()> {
    let len = image.data().len() as u64;
    let along = axis
        .and_then(|along| array::axis(along, image.ndim(), "axis").ok())
        .map_or(len, |axis| image.shape()[axis] as u64);
    let copies = match *repeats {
        [one] => u64::try_from(one).unwrap_or(0).saturating_mul(along),
        ref all => all.iter().fold(0u64, |sum, &n| sum.saturating_add(u64::try_from(n).unwrap_or(0))),
    };
    let planes = image.planes().names().count() as u64;
    let each = image.dtype().itemsize() as u64 + 1 + (1 + planes) * size_of::<usize>() as u64;
    let cost = copies.saturating_mul(len / along.max(1)).saturating_mul(each);
    ctx.check_cost("repeats", format!("{:?}", &repeats[..repeats.len().min(8)]), cost, image.nbytes())
}

fn along(
    ctx: &Context,
    image: &Image,
    axis: Option<i32>,
    operation: &str,
    made: MaskedArray,
    places: impl FnOnce(&MaskedArray, i32) -> Result<(usize, Vec<usize>)>,
) -> Result<Image> {
    match axis {
        Some(axis) if image.ndim() > 1 || image.frame_key().is_some() => {
            let (axis, places) = places(image.array(), axis)?;
            image.picked(ctx, made, axis, &places, operation)
        }
        _ => Ok(image.with_moved_array(ctx, made, operation)),
    }
}

/// Axes of length 1 removed. The one axis of frames leaves the frame, with planes, map and its own energy; any other takes
/// planes and map with it, which gives a warning.
///
/// # Errors
/// As [`shape::squeeze`](crate::array::shape::squeeze).
pub fn squeeze(ctx: &Context, image: &Image, axes: &[i32]) -> Result<Image> {
    let array = crate::array::shape::squeeze(image.array(), axes)?;
    if image.ndim() == 3 && array.ndim() == 2 && array.shape() == &image.shape()[1..] && image.shape()[0] == 1 {
        return image.frame(0);
    }
    Ok(image.with_any_array(ctx, array, "squeeze"))
}

/// Values made of an image along some axes: those of each pixel over all frames keep the pixels' places.
pub fn reduced(ctx: &Context, image: &Image, axes: &[usize], array: MaskedArray, operation: &str) -> Image {
    match (image.ndim(), axes) {
        (3, [0]) => image.over_frames(ctx, array, operation),
        _ if axes.contains(&0) => without_frames(image).with_any_array(ctx, array, operation),
        _ => image.with_any_array(ctx, array, operation),
    }
}

/// The image without its axis of frames, which a result does not have, though an axis of it may be as long.
pub fn without_frames(image: &Image) -> Image {
    let mut image = image.clone();
    image.set_frame_key(None);
    image
}

/// Elements that were put in order along an axis: those of each pixel over all frames keep the pixels' places, all others have
/// none any more.
pub fn ordered(ctx: &Context, image: &Image, axis: Option<usize>, array: MaskedArray, operation: &str) -> Image {
    match (image.ndim(), axis) {
        (3, Some(0)) => image.over_frames(ctx, array, operation),
        _ => image.with_moved_array(ctx, array, operation),
    }
}
