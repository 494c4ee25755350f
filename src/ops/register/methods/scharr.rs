//! Registration of the gradients' magnitudes by Scharr's operator, to fractions of a pixel.
//!
//! The magnitude of a gradient has no sign, so the contrast may be inverted, in the whole image or in parts of it. The
//! magnitudes are treated as images whose correlation coefficient is maximised, as [`ecc`](super::ecc) does with the pixels. The
//! start is the default's movement of the pixels if it is not doubtful, otherwise that of the magnitudes.

use super::common;
use super::ecc::Refinement;
use super::initial_shift::{self, Contrast, InitialShift};
use super::similarity::{Motion, Similarity};
use crate::context::{Result, Stage, Status, Warning};
use crate::image::Value;
use crate::ops::register::options::Options;
use crate::ops::register::pair::Pair;
use crate::ops::register::pair::frame::RegistrationFrame;
use crate::ops::register::pair::gradient::scharr_magnitude;
use crate::ops::register::registration::Registration;
use crate::ops::register::search::hill_climb::REACH;
use crate::ops::register::search::noise_smoothing;
use std::sync::Arc;

/// The least smoothing: squaring in the magnitude doubles the frequencies.
const LEAST_SMOOTHING: f64 = 1.0;

/// The movement by the gradients' magnitudes. Contrast may be inverted between the images. Gradients below the threshold count
/// as 0. `details`: `success`, the correlation coefficient of the magnitudes: 1 for images that are the same.
///
/// # Errors
/// [`Status::NoResult`] when nothing was found; `NoMemory`, `Cancelled`.
pub fn estimate(stage: &Stage<'_>, pair: &Pair, options: &Options) -> Result<Registration> {
    let start = match initial_shift::find(&stage.part(0.0..0.3), pair, options, Contrast::Either) {
        Ok(start) if start.warned_of(Warning::Ambiguous) => {
            // If parts of the contrast are inverted the pixels are doubtful, but not the magnitudes.
            match of_magnitudes(&stage.part(0.3..0.6), &start.pair, options) {
                Ok(other) if !other.warned_of(Warning::Ambiguous) => other,
                Ok(_) => start,
                Err(error) if error.status() == Status::NoResult => start,
                Err(error) => return Err(error),
            }
        }
        Err(error) if error.status() == Status::NoResult => {
            initial_shift::has_structure(pair)?;
            of_magnitudes(&stage.part(0.3..0.6), pair, options).map_err(|other| match other.status() {
                Status::NoResult => error,
                _ => other,
            })?
        }
        found => found?,
    };
    let (magnitudes, smoothing) = magnitudes(&stage.part(0.6..0.7), &start.pair, options)?;
    let search = Refinement {
        reference: &magnitudes.reference,
        image: &magnitudes.image,
        structure: None,
        smoothing,
        own: 1.0 + 2.0 * smoothing,
        motions: &[Motion::Right, Motion::Down],
        close: common::close(options),
        reach: REACH,
    };
    let top = search.climb(&stage.part(0.7..1.0), Similarity::translation(start.shift))?;
    let sigma = start.judge(stage.context(), options, top.at.shift, Some([top.sigma[0], top.sigma[1]]));
    let details = vec![("success", Value::Float(top.correlation))];
    let shift = common::rounded(top.at.shift, options);
    Ok(Registration { shift, sigma, scale: 1.0, details, ..Registration::default() })
}

/// The default's movement of the magnitudes; the frames stay those of the pixels.
fn of_magnitudes(stage: &Stage<'_>, pair: &Pair, options: &Options) -> Result<InitialShift> {
    let (magnitudes, _) = magnitudes(&stage.part(0.0..0.2), pair, options)?;
    let start = initial_shift::find(
        &stage.part(0.2..1.0),
        &magnitudes,
        &Options { threshold: 0.0, ..options.clone() },
        Contrast::Same,
    )?;
    Ok(InitialShift { pair: pair.clone(), ..start })
}

/// The magnitudes of both frames' gradients, and the Gaussian's sigma by which the frames were smoothed before.
fn magnitudes(stage: &Stage<'_>, pair: &Pair, options: &Options) -> Result<(Pair, f64)> {
    let smoothing = noise_smoothing::smoothing_of(&stage.part(0.0..0.4), pair, 1)?.max(LEAST_SMOOTHING);
    let magnitude = |side: &RegistrationFrame, stage: &Stage<'_>| -> Result<Arc<RegistrationFrame>> {
        let smooth = noise_smoothing::smoothed(stage, side, smoothing)?;
        let mut pixels = scharr_magnitude(&smooth)?;
        let valid = pixels.iter().enumerate().filter(|&(i, _)| side.is_valid(i));
        let least = options.threshold * valid.fold(0.0, |most: f64, (_, &x)| most.max(x));
        pixels.iter_mut().filter(|x| **x < least).for_each(|x| *x = 0.0);
        Ok(Arc::new(RegistrationFrame { pixels, ..smooth }))
    };
    let image = magnitude(&pair.image, &stage.part(0.4..0.7))?;
    let reference = magnitude(&pair.reference, &stage.part(0.7..1.0))?;
    Ok((Pair { image, reference }, smoothing))
}
