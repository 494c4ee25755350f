//! What is asked of a registration.

use crate::context::{Error, Result, Stage};
use crate::image::Image;
use crate::ops::geometry::resample::Boundary;
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
    /// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument).
    pub fn parse(name: &str) -> Result<Method> {
        Method::ALL.into_iter().find(|method| method.name() == name).ok_or_else(|| {
            let names: Vec<&str> = Method::ALL.iter().map(|method| method.name()).collect();
            Error::argument("method", format!("'{name}'"), names.join(", "))
        })
    }
}

/// A function that makes an image of the same shape, applied before registration; if it takes long it should report to the stage.
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
    /// The part of both images that is used, (xmin, xmax, ymin, ymax) in pixels, upper sides exclusive,
    /// [`EXTENT`](crate::image::boxes::EXTENT) as far as there is; `None` is the whole.
    pub r#box: Option<[i64; 4]>,
    /// The factor by which both are enlarged first (below 1: reduced).
    pub scale: f64,
    /// The preparation of both.
    pub prefilter: Prefilter,
    /// The movement is found to 1 / `upsample_factor` pixels; `None` is the method's own.
    pub upsample_factor: Option<f64>,
    /// Structure weaker than this fraction of the strongest gradient is ignored; 0: none is.
    pub threshold: f64,
    /// Whether a rotation is looked for, by a method that can.
    pub rotation: bool,
    /// Whether a change of scale is looked for, by a method that can.
    pub scaling: bool,
    /// The order of the spline by which the image is moved, 0 to 5.
    pub order: i32,
    /// The values beyond the edges of the image that is moved.
    pub boundary: Boundary,
    /// The constant there, where one does; `None` is NaN in floating-point results behind a hard edge, else 0.
    pub cval: Option<f64>,
    /// Whether the image is moved; otherwise the movement is only written to its metadata.
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

impl Options {
    /// Refuses values that have no meaning, or none with this method.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument).
    pub(super) fn check(&self) -> Result<()> {
        let Options { scale, upsample_factor, threshold, .. } = *self;
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
        for (asked, name) in [(self.rotation, "rotation"), (self.scaling, "scaling")] {
            if asked && self.method != Method::ImregDft {
                let method = self.method.name();
                return Err(Error::argument(name, "1", format!("0 with the method {method}; imreg_dft looks for it")));
            }
        }
        Ok(())
    }
}
