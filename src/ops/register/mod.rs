//! Registration: the movement that lays one image on another.
//!
//! [`register`] finds the movement; five [`Method`]s do it, each in a file of its own. All of them see the two frames as a
//! `Pair`: the box cut out, prefiltered, rescaled, as `f64`, with the pixels marked that take no part.
//!
//! | file | what |
//! |---|---|
//! | `align`, `series` | an image moved onto another; the frames of a stack onto each other |
//! | `compare`, `chain`, `all_pairs` | where frames of a stack lie, from comparisons of two at a time |
//! | `side`, `pair` | one frame and both, made ready |
//! | `gradient` | Scharr's operator |
//! | `correlate`, `coarse` | cross-correlation normalised over the overlap; where to begin |
//! | `outliers`, `rows` | what is not the sample: single pixels, the brightness of rows |
//! | `smooth`, `moments`, `influence`, `level`, `gauss_newton` | the default: symmetric Gauss-Newton on splines, at the noise bound |
//! | `scharr`, `chi2_shift`, `imreg_dft`, `ecc` | the four methods of the original |
//! | `start` | what these four begin with: the default's movement and what it warns of, the smoothing that noise asks for |
//! | `dft`, `windowed` | correlations between the lattice's points; under windows that move with the content |
//! | `overlap`, `common`, `sandwich`, `jet` | weights of what both show; borders and rounding; errors from residuals; derivatives |
//! | `similarity`, `symmetric`, `normal` | movements with rotation and scale; matrices of two rows; systems of equations |

mod align;
mod all_pairs;
mod chain;
mod chi2_shift;
mod coarse;
mod common;
mod compare;
mod correlate;
mod dft;
mod ecc;
mod gauss_newton;
mod gradient;
mod imreg_dft;
mod influence;
mod jet;
mod level;
#[cfg(test)]
mod methods_tests;
mod moments;
mod normal;
mod outliers;
mod overlap;
mod pair;
mod rows;
mod sandwich;
mod scharr;
mod series;
mod side;
mod similarity;
mod smooth;
mod start;
mod symmetric;
mod windowed;

use crate::context::{Context, Error, Result, Stage, Status};
use crate::image::unlike::{Alike, warn_of_unlike};
use crate::image::{Image, Value};
use crate::ops::resample::Boundary;
pub use align::{ALIGN_METHOD, DRIFT, DRIFT_SIGMA, TVEC, TVEC_SIGMA, align, correct_drift};
use pair::Pair;
pub use series::{Chain, align_stack};
use std::fmt;
use std::sync::Arc;

/// How the movement is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Method {
    /// Symmetric Gauss-Newton on splines, after a normalised cross-correlation: unbiased and near the bound that noise
    /// sets, for images with noise in both.
    #[default]
    GaussNewton,
    /// Phase correlation of the gradients' magnitude by Scharr's operator.
    Scharr,
    /// Chi-squared shift by an upsampled discrete Fourier transform, with errors.
    Chi2Shift,
    /// The similarity (translation, and rotation and scale where asked) from phase correlations.
    ImregDft,
    /// Maximisation of the enhanced correlation coefficient, for a translation.
    Ecc,
}

impl Method {
    /// All of them, in the order of their codes.
    pub const ALL: [Method; 5] =
        [Method::GaussNewton, Method::Scharr, Method::Chi2Shift, Method::ImregDft, Method::Ecc];

    /// The name: that of the original for its four.
    pub const fn name(self) -> &'static str {
        match self {
            Method::GaussNewton => "gauss_newton",
            Method::Scharr => "scharr",
            Method::Chi2Shift => "chi2_shift",
            Method::ImregDft => "imreg_dft",
            Method::Ecc => "cv2",
        }
    }

    /// The method with this name.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`].
    pub fn parse(name: &str) -> Result<Method> {
        Method::ALL.into_iter().find(|method| method.name() == name).ok_or_else(|| {
            let names: Vec<&str> = Method::ALL.iter().map(|method| method.name()).collect();
            Error::argument("method", format!("'{name}'"), names.join(", "))
        })
    }
}

/// A function that makes an image of the same shape, applied before registration; what takes long in it reports to the stage.
pub type CustomFilter = Arc<dyn Fn(&Stage<'_>, &Image) -> Result<Image> + Send + Sync>;

/// What is done to both images before the movement is found.
#[derive(Clone, Default)]
pub enum Prefilter {
    /// Nothing.
    #[default]
    None,
    /// Smoothing by a Gaussian of this sigma in pixels.
    Gaussian(f64),
    /// The magnitude of the gradient by Scharr's operator.
    Scharr,
    /// Any function; it sees the box of the image as `f64` and must keep its shape.
    Custom(CustomFilter),
}

impl fmt::Debug for Prefilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Prefilter::None => f.write_str("None"),
            Prefilter::Gaussian(sigma) => write!(f, "Gaussian({sigma})"),
            Prefilter::Scharr => f.write_str("Scharr"),
            Prefilter::Custom(_) => f.write_str("Custom"),
        }
    }
}

/// How a movement is found, and what is then done with the image.
#[derive(Debug, Clone)]
pub struct Options {
    /// The method.
    pub method: Method,
    /// The part of both images that is looked at, (xmin, xmax, ymin, ymax) in pixels, upper sides exclusive,
    /// [`EXTENT`](crate::image::boxes::EXTENT) as far as there is; `None` is the whole.
    pub r#box: Option<[i64; 4]>,
    /// Both are enlarged by this factor first (below 1: made smaller).
    pub scale: f64,
    /// What is done to both before.
    pub prefilter: Prefilter,
    /// The movement is found to 1 / `upsample_factor` pixels; `None` is the method's own.
    pub upsample_factor: Option<f64>,
    /// Structure weaker than this fraction of the strongest gradient takes no part; 0: all takes part.
    pub threshold: f64,
    /// A method that can find a rotation looks for one.
    pub rotation: bool,
    /// A method that can find a change of scale looks for one.
    pub scaling: bool,
    /// The order of the spline by which the image is moved, 0 to 5.
    pub order: i32,
    /// What stands beyond the edges of the image that is moved.
    pub boundary: Boundary,
    /// The constant there, where one does; `None` is NaN in floating-point results behind a hard edge, else 0.
    pub cval: Option<f64>,
    /// The image is moved; else the movement is only written to its metadata.
    pub do_shift: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            method: Method::default(),
            r#box: None,
            scale: 1.0,
            prefilter: Prefilter::None,
            upsample_factor: None,
            threshold: 0.0,
            rotation: false,
            scaling: false,
            order: 3,
            boundary: Boundary::Constant,
            cval: None,
            do_shift: true,
        }
    }
}

/// A movement that was found.
#[derive(Debug, Clone, Default)]
pub struct Registration {
    /// (x, y) in pixels by which the image's content is to be moved to lie on the reference.
    pub shift: [f64; 2],
    /// The standard errors of both, where the method gives them.
    pub sigma: Option<[f64; 2]>,
    /// The angle in radians by which the content is to be turned before, clockwise as seen on the screen, about the middle
    /// ((columns - 1) / 2, (rows - 1) / 2) of what both frames have in common from (0, 0) on; 0 for methods of translation.
    pub angle: f64,
    /// The factor by which the content is to be enlarged about that middle before; 1 for methods of translation.
    pub scale: f64,
    /// The method's further results, for the metadata.
    pub details: Vec<(&'static str, Value)>,
}

/// The movement that lays `image` on `reference`. Both have rank 2; their sizes may differ, and pixel (0, 0) of both is
/// taken for the same place.
///
/// # Errors
/// [`Status::NoResult`] when nothing was found: an image without structure or without valid pixels, no unambiguous
/// maximum; [`Status::InvalidArgument`] for an option that is not allowed; [`Status::Shape`], [`Status::Dtype`],
/// [`Status::OutOfRange`] for images or a box that do not fit; [`Status::NoMemory`]; [`Status::Cancelled`].
pub fn register(ctx: &Context, image: &Image, reference: &Image, options: &Options) -> Result<Registration> {
    let found = within(&ctx.whole(), image, reference, options)?;
    ctx.report(1.0)?;
    Ok(found)
}

/// [`register`] as a part of a call.
fn within(stage: &Stage<'_>, image: &Image, reference: &Image, options: &Options) -> Result<Registration> {
    check(options)?;
    // Places may differ, and so may what was measured: content is laid on content. But pixels of another size show it larger.
    warn_of_unlike(stage.context(), "register", ("image", image), ("reference", reference), Alike::PixelSize);
    let pair = Pair::new(&stage.part(0.0..0.2), image, reference, options)?;
    estimate(&stage.part(0.2..1.0), &pair, options)
}

/// The movement between frames that are ready.
fn estimate(stage: &Stage<'_>, pair: &Pair, options: &Options) -> Result<Registration> {
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

fn check(options: &Options) -> Result<()> {
    let Options { scale, upsample_factor, threshold, .. } = *options;
    if !(scale > 0.0 && scale.is_finite()) {
        return Err(Error::argument("scale", scale, "a finite factor above 0"));
    }
    if let Some(factor) = upsample_factor
        && !(factor >= 1.0 && factor.is_finite())
    {
        return Err(Error::argument("upsample_factor", factor, "a finite factor of 1 or more"));
    }
    if !(0.0..1.0).contains(&threshold) {
        return Err(Error::argument(
            "threshold",
            threshold,
            "0 or more and below 1, a fraction of the strongest gradient",
        ));
    }
    for (asked, name) in [(options.rotation, "rotation"), (options.scaling, "scaling")] {
        if asked && options.method != Method::ImregDft {
            let method = options.method.name();
            return Err(Error::argument(name, "1", format!("0 with the method {method}; imreg_dft looks for it")));
        }
    }
    Ok(())
}
