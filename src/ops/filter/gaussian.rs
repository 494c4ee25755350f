//! Gaussians and their derivatives.

use super::separable::{Kernel, Separable, Term};
use super::sliding::{self, Pass};
use crate::array::{DType, Data, Float, MaskedArray, Real, alloc};
use crate::context::{Context, Error, Result, Stage, Warning};
use crate::image::Image;
use crate::ops::convert;
use crate::ops::engine::fill;
use crate::ops::engine::frames::{Frame, FrameOperation, each_frame};
use crate::ops::geometry::resample::Boundary;
use num_complex::Complex;

/// A Gaussian along each axis: [along the columns (y), along the rows (x)].
#[derive(Debug, Clone, Copy)]
pub struct Gaussian {
    /// The standard deviations in pixels; an axis with 0 is left alone.
    pub sigma: [f64; 2],
    /// The derivative that is taken along each axis; 0 smooths.
    pub order: [usize; 2],
    /// The values beyond the edges.
    pub mode: [Boundary; 2],
    /// The constant of the modes that have one.
    pub cval: f64,
    /// Where the Gaussian is cut off, in standard deviations.
    pub truncate: f64,
}

/// The longest kernel's radius: beyond it a call would take minutes.
const MAX_RADIUS: f64 = 100_000.0;
/// The highest derivative: beyond it double precision has no digits left.
const MAX_ORDER: usize = 20;

impl Gaussian {
    /// Smoothing by the same sigma along both axes, cut off at 4 sigma, reflected at the edges.
    pub fn smooth(sigma: f64) -> Gaussian {
        Gaussian { sigma: [sigma; 2], order: [0; 2], mode: [Boundary::Reflect; 2], cval: 0.0, truncate: 4.0 }
    }

    /// Filters each frame of an array of rank 2 or more of real numbers. `f32` stays, all else becomes `f64`.
    ///
    /// # Errors
    /// As [`gaussian_filter`].
    pub fn apply(&self, stage: &Stage<'_>, array: &MaskedArray) -> Result<MaskedArray> {
        each_frame(stage, array, &Filter::new(self, None)?)
    }
}

/// The image convolved with a Gaussian, or with its derivatives, as scipy.ndimage.gaussian_filter does it: along the columns, then
/// along the rows, with kernels of radius truncate * sigma + 0.5 rounded down. The dtype stays, and integers are truncated
/// after each of the two; where a derivative is negative, unsigned ones wrap, with a warning.
///
/// Smoothing leaves masked pixels and NaN out: each pixel becomes the mean of the valid ones weighted by the Gaussian (normalised
/// convolution). For derivatives they have the value of the nearest valid pixel. The result keeps the mask. Complex images
/// are filtered component by component.
///
/// Floating-point images of 64 x 64 pixels or more, none of them ignored, are smoothed by a Gaussian of a radius of 24 pixels or more in another way, whose
/// result differs from that of the plain sum by less than 1e-6 of the image's range (measured: 1e-7 of random pixels). It takes the same time for every sigma.
///
/// # Errors
/// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) for a sigma or truncate that is negative or not
/// finite, a radius above 100 000 or an order above 20; `NoResult` when a derivative is taken and no pixel of a frame is
/// valid; `Shape` when the rank is not 2 or 3; `NoMemory`, `Cancelled`.
pub fn gaussian_filter(ctx: &Context, image: &Image, gaussian: &Gaussian) -> Result<Image> {
    image.frame_shape()?;
    let (dtype, array, whole) = (image.dtype(), image.array(), ctx.whole());
    let filtered = match dtype {
        DType::C64 | DType::C128 => components(&whole, array, gaussian)?,
        DType::F32 | DType::F64 => gaussian.apply(&whole, array)?,
        _ => {
            if gaussian.order != [0, 0] && !dtype.is_signed_integer() {
                ctx.warn_of(Warning::Sign, format!(
                    "gaussian_filter: derivatives are stored as {dtype}, in which negative values wrap; convert to floating point first"
                ));
            }
            let filtered = each_frame(&whole, array, &Filter::new(gaussian, Some(stored_as(dtype)))?)?;
            filtered.with_data(filtered.data().cast(dtype)?)?
        }
    };
    image.with_array(filtered)
}

/// The image smoothed by a Gaussian as skimage.filters.gaussian does it: in floating point, integers scaled to 0 to 1 (-1 to 1)
/// before, unless `preserve_range` keeps their values. Masked pixels and NaN are left out as in [`gaussian_filter`].
///
/// # Errors
/// As [`gaussian_filter`]; `Dtype` for complex images.
pub fn filter_image(ctx: &Context, image: &Image, gaussian: &Gaussian, preserve_range: bool) -> Result<Image> {
    image.frame_shape()?;
    if image.dtype().is_complex() || image.dtype().is_float() || preserve_range {
        return image.with_array(gaussian.apply(&ctx.whole(), image.array())?);
    }
    let float = convert::asfloat(ctx, image, true, false, false)?;
    image.with_array(gaussian.apply(&ctx.whole(), float.array())?)
}

/// Real and imaginary part, each filtered.
fn components(stage: &Stage<'_>, array: &MaskedArray, gaussian: &Gaussian) -> Result<MaskedArray> {
    fn both<T: Float>(
        stage: &Stage<'_>,
        array: &MaskedArray,
        data: &crate::array::Shared<Complex<T>>,
        gaussian: &Gaussian,
    ) -> Result<MaskedArray>
    where
        Complex<T>: crate::array::Element,
    {
        // A value of which one part is NaN is NaN in both, so that both have the same mask.
        let part = |of: fn(Complex<T>) -> T| {
            let part = alloc::map(data.view(), |z| if z.re.is_nan() || z.im.is_nan() { T::NAN } else { of(z) })?;
            MaskedArray::new(part, array.mask().cloned())
        };
        let real = gaussian.apply(&stage.part(0.0..0.5), &part(|z| z.re)?)?;
        let imaginary = gaussian.apply(&stage.part(0.5..1.0), &part(|z| z.im)?)?;
        let (Some(re), Some(im)) = (real.data().typed::<T>(), imaginary.data().typed::<T>()) else {
            unreachable!("a filter of floats gives floats");
        };
        real.with_data(alloc::zip_map(re.view(), im.view(), Complex::new)?)
    }
    match array.data() {
        Data::C64(data) => both(stage, array, data, gaussian),
        Data::C128(data) => both(stage, array, data, gaussian),
        other => unreachable!("{} is not complex", other.dtype()),
    }
}

/// A value as it is stored in an integer dtype: truncated, beyond the range modulo 2^bits, as scipy.ndimage's C
/// code does it.
fn stored_as(dtype: DType) -> fn(f64) -> f64 {
    match dtype {
        DType::Bool | DType::U8 => |x| (x as i64 as u8).to_f64(),
        DType::I8 => |x| (x as i64 as i8).to_f64(),
        DType::U16 => |x| (x as i64 as u16).to_f64(),
        DType::I16 => |x| (x as i64 as i16).to_f64(),
        DType::U32 => |x| (x as i64 as u32).to_f64(),
        DType::I32 => |x| (x as i64 as i32).to_f64(),
        DType::U64 => |x| if x < 0.0 { (x as i64 as u64).to_f64() } else { (x as u64).to_f64() },
        _ => |x| (x as i64).to_f64(),
    }
}

/// A checked Gaussian and its kernels.
struct Filter<'a> {
    gaussian: &'a Gaussian,
    /// The weights from the middle on.
    kernels: [Vec<f64>; 2],
    stored: Option<fn(f64) -> f64>,
}

impl<'a> Filter<'a> {
    fn new(gaussian: &'a Gaussian, stored: Option<fn(f64) -> f64>) -> Result<Self> {
        let Gaussian { sigma, order, truncate, .. } = *gaussian;
        if !(truncate >= 0.0 && truncate.is_finite()) {
            return Err(Error::argument("truncate", truncate, "a finite number of 0 or more"));
        }
        let kernel = |axis: usize| {
            let (sigma, order) = (sigma[axis], order[axis]);
            if !(sigma >= 0.0 && truncate * sigma <= MAX_RADIUS) {
                let allowed = format!("0 or more, and at most {MAX_RADIUS} pixels times truncate");
                return Err(Error::argument("sigma", sigma, allowed));
            }
            if order > MAX_ORDER {
                return Err(Error::argument("order", order, format!("0 to {MAX_ORDER}")));
            }
            if sigma > 1e-15 { half_kernel(sigma, order, truncate) } else { Ok(vec![1.0]) }
        };
        Ok(Filter { gaussian, kernels: [kernel(0)?, kernel(1)?], stored })
    }
}

impl FrameOperation for Filter<'_> {
    fn run<T: Float>(
        &self,
        stage: &Stage<'_>,
        input: Frame<'_, T>,
        out: &mut [T],
        _: Option<&mut [bool]>,
    ) -> Result<()> {
        let kernel = |axis: usize| {
            let odd = self.gaussian.order[axis] % 2 == 1 && self.gaussian.sigma[axis] > 1e-15;
            Kernel::new(&self.kernels[axis], odd)
        };
        let terms = [Term { vertical: kernel(0)?, horizontal: kernel(1)? }];
        let filter =
            Separable { terms: &terms, boundary: self.gaussian.mode, cval: self.gaussian.cval, stored: self.stored };
        let smooths = [0, 1].iter().all(|&axis| self.gaussian.order[axis] == 0 || self.gaussian.sigma[axis] <= 1e-15);
        if input.invalid.is_none() {
            // Integers are truncated to the bit as elsewhere.
            let slides = smooths && self.stored.is_none();
            let kernels = [&terms[0].vertical, &terms[0].horizontal];
            let shape = (input.rows, input.columns);
            let passes = if slides { Pass::both(kernels, self.gaussian.sigma, shape)? } else { None };
            if let Some(passes) = passes {
                let beyond = (self.gaussian.mode, self.gaussian.cval);
                if sliding::run(stage, &passes, beyond, input, out)? {
                    return Ok(());
                }
            }
            return filter.run(stage, input, out);
        }
        if smooths {
            return filter.run_normalised(stage, input, out);
        }
        let filled = fill::nearest(input)?;
        filter.run(stage, Frame { pixels: &filled, invalid: None, ..input }, out)
    }
}

/// The weights of a Gaussian's derivative from the middle on; those before mirror them, with the other sign when the order is
/// odd. In correlation a derivative's weights are those of convolution, mirrored.
///
/// The n-th derivative of a Gaussian is the Gaussian times a polynomial q_n, where q_0 = 1 and
/// q_(n+1) = q_n' - q_n x / sigma^2 (Hermite's polynomials).
fn half_kernel(sigma: f64, order: usize, truncate: f64) -> Result<Vec<f64>> {
    let radius = (truncate * sigma + 0.5) as usize;
    let sigma2 = sigma * sigma;
    let mut weights = alloc::vec::<f64>(2 * radius + 1)?;
    weights.extend((0..=2 * radius).map(|i| (-0.5 / sigma2 * (i.abs_diff(radius) as f64).powi(2)).exp()));
    let sum = pairwise_sum(&weights);
    weights.drain(..radius);
    weights.iter_mut().for_each(|w| *w /= sum);
    let mut q = vec![1.0];
    for _ in 0..order {
        let mut next = vec![0.0; q.len() + 1];
        for (k, &c) in q.iter().enumerate() {
            if k > 0 {
                next[k - 1] += k as f64 * c;
            }
            next[k + 1] -= c / sigma2;
        }
        q = next;
    }
    if order > 0 {
        for (i, w) in weights.iter_mut().enumerate() {
            // Correlation: the weight after the middle is the derivative before it.
            let x = -(i as f64);
            *w *= q.iter().enumerate().map(|(k, &c)| x.powi(k as i32) * c).sum::<f64>();
        }
    }
    Ok(weights)
}

/// numpy's order of summation: weights are the same to the last bit, so that integers are truncated alike.
fn pairwise_sum(x: &[f64]) -> f64 {
    let n = x.len();
    if n < 8 {
        return x.iter().fold(0.0, |sum, x| sum + x);
    }
    if n > 128 {
        let half = n / 2 - n / 2 % 8;
        return pairwise_sum(&x[..half]) + pairwise_sum(&x[half..]);
    }
    let (chunks, rest) = x.as_chunks::<8>();
    let mut r = [0.0; 8];
    for chunk in chunks {
        r.iter_mut().zip(chunk).for_each(|(r, x)| *r += x);
    }
    let sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
    rest.iter().fold(sum, |sum, x| sum + x)
}
