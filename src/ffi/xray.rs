//! X-ray microscopy: polarization and dichroism

use super::args::out;
use super::types::{images, stoner_context, stoner_image};
use crate::xray;

/// The sign of the polarization: +1 and -1 for the two circular ones, 0 for none or when the file does not say. It is the
/// sign of the metadata entry "collection.polarization.value".
///
/// @param polarization [integer] receives -1, 0 or 1
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_polarization(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    polarization: *mut i32,
) -> i32 {
    guard!(ctx, |_context| {
        let place = out(polarization, "polarization")?;
        place.set(xray::polarization(&*images::get(image, "image")?));
        Ok(())
    })
}

/// X-ray magnetic circular dichroism of two images of opposite polarization (see stoner_image_polarization).
///
/// The result is p (a - b) / (a + b), where p is the polarization of `a`: in either order it is (plus - minus) / (plus +
/// minus). It has the planes, map and metadata of `a`. A pixel is masked where either is, where a + b is 0, and where
/// the result is not finite.
///
/// @return STONER_ERR_POLARIZATION when the polarizations are equal or missing; STONER_ERR_SHAPE
/// @since 0.1.0
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
