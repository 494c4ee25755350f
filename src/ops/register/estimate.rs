//! The movement between two images, by one of the methods.

use super::methods::{chi2_shift, ecc, gauss_newton, imreg_dft, scharr};
use super::options::{Method, Options};
use super::pair::Pair;
use super::registration::Registration;
use crate::context::{Context, Error, Result, Stage, Status};
use crate::image::Image;
use crate::image::unlike::{Alike, warn_of_unlike};

/// The movement that lays `image` on `reference`. Both have rank 2; their sizes may differ, and pixel (0, 0) of both is
/// taken for the same place.
///
/// # Errors
/// [`Status::NoResult`] when nothing was found: an image without structure or without valid pixels, no unambiguous
/// maximum; [`Status::InvalidArgument`] for an option that is not allowed; [`Status::Shape`], [`Status::Dtype`],
/// [`Status::OutOfRange`] for images or a box that do not fit; [`Status::NoMemory`]; [`Status::Cancelled`].
pub fn register(ctx: &Context, image: &Image, reference: &Image, options: &Options) -> Result<Registration> {
    let found = register_in_stage(&ctx.whole(), "register", image, reference, options)?;
    ctx.report(1.0)?;
    Ok(found)
}

/// [`register`] as a part of a call of another function, whose name stands in warnings.
pub(super) fn register_in_stage(
    stage: &Stage<'_>,
    caller: &str,
    image: &Image,
    reference: &Image,
    options: &Options,
) -> Result<Registration> {
    options.check()?;
    // Places and measured quantities may differ, because contents are compared. But pixels of another size show the content larger.
    warn_of_unlike(stage.context(), caller, ("image", image), ("reference", reference), Alike::PixelSize);
    let pair = Pair::new(&stage.part(0.0..0.2), image, reference, options)?;
    estimate(&stage.part(0.2..1.0), &pair, options)
}

/// The movement between frames that are ready.
pub(super) fn estimate(stage: &Stage<'_>, pair: &Pair, options: &Options) -> Result<Registration> {
    for (side, name) in [(&pair.image, "image"), (&pair.reference, "reference")] {
        if side.pixels.is_empty() {
            return Err(Error::new(Status::Shape, format!("`{name}` has no pixels")));
        }
    }
    let mut found = match options.method {
        Method::GaussNewton => gauss_newton::estimate(stage, pair, options),
        Method::Scharr => scharr::estimate(stage, pair, options),
        Method::Chi2Shift => chi2_shift::estimate(stage, pair, options),
        Method::ImregDft => imreg_dft::estimate(stage, pair, options),
        Method::Ecc => ecc::estimate(stage, pair, options),
    }
    .map_err(|error| error.during(format!("registration by {}", options.method.name())))?;
    found.shift = found.shift.map(|x| x / options.scale);
    found.sigma = found.sigma.map(|sigma| sigma.map(|x| x / options.scale));
    Ok(found)
}
