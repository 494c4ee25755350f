//! The gradients' magnitudes by Scharr's operator, and the upsampled correlation of their spectra.
//!
//! M. Guizar-Sicairos, S. T. Thurman, J. R. Fienup (2008), "Efficient subpixel image registration algorithms", Opt. Lett. 33,
//! 156-158: the maximum of the cross-correlation, first on the lattice of pixels, then around it on a finer one by a
//! discrete Fourier transform as a product of matrices. Here the frames are under windows that move with their content, and the
//! finest lattice is taken to its limit unless a factor is given.

use super::gradient::scharr_magnitude;
use super::overlap::Margin;
use super::pair::Pair;
use super::side::Side;
use super::start::{self, Contrast};
use super::windowed::correlate;
use super::{Options, Registration, common};
use crate::array::alloc;
use crate::context::{Result, Stage};
use crate::image::Value;

/// The movement by the gradients' magnitudes. Contrast may be inverted between the images. Gradients below the threshold count
/// as 0. `details`: `success`, the height of the maximum: 1 for images that are the same.
///
/// # Errors
/// [`Status::NoResult`](crate::context::Status::NoResult) when nothing was found; `NoMemory`, `Cancelled`.
pub(super) fn estimate(stage: &Stage<'_>, pair: &Pair, options: &Options) -> Result<Registration> {
    let smoothing = start::smoothing(&stage.part(0.0..0.1), pair)?;
    let start = start::find(&stage.part(0.1..0.4), pair, smoothing, Contrast::Either)?;
    let gradient = |side: &Side, stage: &Stage<'_>| -> Result<Side> {
        let smooth = start::smoothed(stage, side, smoothing)?;
        let mut pixels = scharr_magnitude(&smooth)?;
        let valid = pixels.iter().enumerate().filter(|&(i, _)| side.is_valid(i));
        let least = options.threshold * valid.fold(0.0, |most: f64, (_, &x)| most.max(x));
        pixels.iter_mut().filter(|x| **x < least).for_each(|x| *x = 0.0);
        Ok(Side { pixels, ..smooth })
    };
    let reference = gradient(&pair.reference, &stage.part(0.4..0.45))?;
    let image = gradient(&pair.image, &stage.part(0.45..0.5))?;
    let edge = 1.0 + 2.0 * smoothing;
    let margin = Margin { other: edge, own: edge, rise: 1.0, invalid: common::reach(smoothing), soft: true };
    let near = (start.shift, start.step);
    let top = correlate(&stage.part(0.5..1.0), &reference, &image, near, margin, |spectra| {
        let mut product = alloc::vec(spectra.reference.len())?;
        product.extend(spectra.reference.iter().zip(spectra.image).map(|(a, b)| a * b.conj()));
        Ok(product)
    })?;
    let details = vec![("success", Value::Float(top.height))];
    Ok(Registration { shift: common::rounded(top.shift, options), scale: 1.0, details, ..Registration::default() })
}
