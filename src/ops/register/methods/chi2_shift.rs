//! Chi-squared shift: the movement at which the sum of the squared differences is least, and its errors.
//!
//! As documented by the package image_registration (A. Ginsburg): the least chi squared is found to any fraction of a pixel, with
//! errors. Three things differ. The reference is a template that ends inside of the other frame, so that nothing wraps.
//! Gain and offset between the images are fitted at each displacement: chi squared is then the part of the reference's squares that
//! the correlation coefficient leaves, and [`ecc`] says how its least is found, without a lattice unless a factor is given.
//! And the noise comes from the residuals, its part in the image's own gradient counted.

use super::{common, ecc};
use crate::context::{Result, Stage};
use crate::image::Value;
use crate::ops::register::options::Options;
use crate::ops::register::pair::Pair;
use crate::ops::register::registration::Registration;

/// The movement by chi squared, with errors.
///
/// Both frames are smoothed by the Gaussian that makes the result the surest (none where the noise is low). The weights, within
/// the overlap, are 0 at its edges and where the reference's gradient is below the threshold. `details`: `chi2_shift`, the list
/// x, y, error of x, error of y; `chi2_residual`, the residuals' standard deviation (chi squared itself, in units of their
/// variance, is its degrees of freedom by definition and tells nothing).
///
/// # Errors
/// [`Status::NoResult`](crate::context::Status::NoResult) when nothing was found; `NoMemory`, `Cancelled`.
pub fn estimate(stage: &Stage<'_>, pair: &Pair, options: &Options) -> Result<Registration> {
    let (start, top) = ecc::translation(stage, pair, options)?;
    let sigma = start.judge(stage.context(), options, top.at.shift, Some([top.sigma[0], top.sigma[1]]));
    let shift = common::rounded(top.at.shift, options);
    let [x, y] = sigma.unwrap_or([f64::NAN; 2]);
    let in_pixels = |x: f64| Value::Float(x / options.scale);
    let details = vec![
        ("chi2_shift", Value::List([shift[0], shift[1], x, y].map(in_pixels).to_vec())),
        ("chi2_residual", Value::Float(top.residual)),
    ];
    Ok(Registration { shift, sigma, scale: 1.0, details, ..Registration::default() })
}
