//! The sense of the light's circular polarization.

use crate::context::{Context, Warning};
use crate::image::{Image, conditions};

pub use crate::image::conditions::POLARIZATION as KEY;

/// The sign of the light's polarization: 1, -1, or 0 if the metadata do not say (no entry, no single number, NaN,
/// infinity). An amount that is near none of the known ones (+-1, PolLux' +-0.2) gives a warning.
pub fn polarization(ctx: &Context, image: &Image) -> i32 {
    let found = conditions::polarization(image.own_metadata());
    if let Some(doubt) = found.doubt {
        let whose = if image.title().is_empty() { String::new() } else { format!(" of '{}'", image.title()) };
        ctx.warn_of(Warning::Unlike, format!("polarization{whose}: {doubt}"));
    }
    found.sign
}
