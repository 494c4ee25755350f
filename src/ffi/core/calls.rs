//! The forms of exported functions that occur many times: an image makes an image, an array gives a number, a reduction.

use super::args::{axes_of, boolean, optional_out, out};
use super::handles::images;
use crate::array::MaskedArray;
use crate::array::reduce::{self, Over};
use crate::context::{Context, Result, Stage};
use crate::ffi::types::{stoner_context, stoner_image};
use crate::image::Image;
use crate::ops::pick;

/// Functions that make one image from one.
pub(in crate::ffi) fn apply(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
    operation: impl FnOnce(&Context, &Image) -> Result<Image>,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        place.set_image(operation(context, &*images::get(image, "image")?)?)
    })
}

/// Functions that make another array of the same elements. Pixels keep their places only where the shape stays.
pub(in crate::ffi) fn reshaped(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
    operation: &'static str,
    f: impl FnOnce(&MaskedArray) -> Result<MaskedArray>,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let array = f(image.array())?;
        Ok(if array.shape() == image.shape() {
            image.with_array(array)?
        } else {
            image.with_any_array(context, array, operation)
        })
    })
}

/// Functions that pick elements: their pixels have other places than before.
pub(in crate::ffi) fn moved(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
    operation: &'static str,
    f: impl FnOnce(&MaskedArray) -> Result<MaskedArray>,
) -> i32 {
    apply(ctx, image, out, |context, image| Ok(image.with_moved_array(context, f(image.array())?, operation)))
}

/// Functions that change each element by itself.
pub(in crate::ffi) fn elementwise(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
    f: impl FnOnce(&MaskedArray) -> Result<MaskedArray>,
) -> i32 {
    apply(ctx, image, out, |_context, image| image.with_array(f(image.array())?))
}

/// Functions that give one number about an array.
pub(in crate::ffi) fn write_scalar<T>(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    place: *mut T,
    name: &str,
    f: impl FnOnce(&MaskedArray) -> T,
) -> i32 {
    guard!(ctx, |_context| {
        let place = out(place, name)?;
        place.set(f(images::get(image, "image")?.array()));
        Ok(())
    })
}

/// Reductions over axes that the caller names.
pub(in crate::ffi) fn over_axes(
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
        let axes = axes_of(axes, n_axes, image)?;
        let over = Over { axes: &axes, keepdims: boolean(keepdims, "keepdims")? };
        let array = reduce(&context.whole(), image.array(), over)?;
        Ok(pick::reduced(context, image, &axes, array, name))
    })
}

/// A reduction of the whole array: its value, and the same as an integer where the result is one.
pub(in crate::ffi) fn reduce_whole(
    context: &Context,
    image: &Image,
    reduce: impl FnOnce(&Stage<'_>, &MaskedArray, Over<'_>) -> Result<MaskedArray>,
) -> Result<(Option<f64>, i64)> {
    let axes: Vec<usize> = (0..image.ndim()).collect();
    let result = reduce(&context.whole(), image.array(), Over { axes: &axes, keepdims: false })?;
    let integer = result.data().typed::<i64>().and_then(|a| a.first().copied());
    Ok((reduce::scalar(&result)?, integer.unwrap_or_default()))
}

/// Reductions of the whole array to one number.
pub(in crate::ffi) fn reduce_to_number(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    value: *mut f64,
    masked: *mut i32,
    reduce: impl FnOnce(&Stage<'_>, &MaskedArray, Over<'_>) -> Result<MaskedArray>,
) -> i32 {
    guard!(ctx, |context| {
        let place = out(value, "value")?;
        let (found, _) = reduce_whole(context, &*images::get(image, "image")?, reduce)?;
        place.set(found.unwrap_or(f64::NAN));
        if let Some(masked) = optional_out(masked) {
            masked.set(i32::from(found.is_none()));
        }
        Ok(())
    })
}
