//! X-ray microscopy: polarization and dichroism
//!
//! @since 0.1.0

use super::core::args::out;
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::image::unlike::{Alike, warn_of_unlike};
use crate::xray;

/// The sign of the polarization: +1 and -1 for the two circular ones, 0 for none or when the file does not say. It is the
/// sign of the metadata entry "collection.polarization.value"; 0 where that is NaN or infinite. A value that is neither 0 nor
/// near +-1 or +-0.2 (as PolLux writes it) gives a warning.
/// @param polarization [integer] {C:receives }-1, 0 or 1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_polarization(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    polarization: *mut i32,
) -> i32 {
    guard!(ctx, |context| out(polarization, "polarization")?
        .give(xray::polarization(context, &*images::get(image, "image")?)))
}

/// Whether two images were taken under other conditions, so that their pixels are not to be combined: other places, pixel sizes,
/// energies (metadata of the detector) or dwells. A warning for each tells the values of both. What only one of them
/// tells is no difference. stoner_image_xmcd and stoner_image_subtract_image look by themselves.
/// @param other [image] the second image
/// @param unlike [bool] {C:receives }0 or 1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_unlike(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    other: *const stoner_image,
    unlike: *mut i32,
) -> i32 {
    guard!(ctx, |context| {
        let place = out(unlike, "unlike")?;
        let (image, other) = (images::get(image, "image")?, images::get(other, "other")?);
        let alike = if image.ndim() == other.ndim() { Alike::All } else { Alike::Places };
        place.give(i32::from(warn_of_unlike(context, "unlike", ("image", &image), ("other", &other), alike)))
    })
}

/// X-ray magnetic circular dichroism of two images of opposite polarization (see stoner_image_polarization).
///
/// The result is p (a - b) / (a + b), where p is the polarization of `a`: in either order it is (plus - minus) / (plus +
/// minus). It has the planes, map and metadata of `a`, and in "xmcd.plus" and "xmcd.minus" the files of both. A pixel is masked
/// where either is, where a + b is 0, and where the result is not finite. Places, pixel sizes, energies and dwells
/// that differ are told in a warning each, with the values of both.
/// @return STONER_ERR_POLARIZATION when the polarizations are equal or missing; STONER_ERR_SHAPE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_xmcd(
    ctx: *mut stoner_context,
    a: *const stoner_image,
    b: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let (a, b) = (images::get(a, "a")?, images::get(b, "b")?);
        place.set_image(xray::xmcd(context, &a, &b)?)
    })
}
