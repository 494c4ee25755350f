//! Arrays: masks
//!
//! A hard mask protects: what it masks can not be written to. Hard or soft, and the fill value, travel with an image into
//! what is made of it.

use super::array_shape::tell;
use super::types::{images, stoner_context, stoner_image};

/// Makes the mask hard: masked elements stay masked, and as they are, when they are written to.
///
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_harden_mask(ctx: *mut stoner_context, image: *mut stoner_image) -> i32 {
    set_hard(ctx, image, true)
}

/// Makes the mask soft, as it is at first: what is written to is unmasked.
///
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_soften_mask(ctx: *mut stoner_context, image: *mut stoner_image) -> i32 {
    set_hard(ctx, image, false)
}

fn set_hard(ctx: *mut stoner_context, image: *mut stoner_image, hard: bool) -> i32 {
    guard!(ctx, |_context| images::update(image, "image", |image| {
        image.array_mut().set_hard(hard);
        Ok(())
    }))
}

/// Whether the mask is hard; see stoner_image_harden_mask.
///
/// @param hard receives 0 or 1
/// @since 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_hardmask(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    hard: *mut i32,
) -> i32 {
    tell(ctx, image, hard, "hard", |array| i32::from(array.is_hard()))
}
