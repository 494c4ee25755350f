//! Moving an image onto another.

use super::estimate::register_in_stage;
use super::options::Options;
use super::pair;
use super::registration::Registration;
use crate::array::DType;
use crate::context::{Context, Error, Result, Stage, Status};
use crate::image::unlike::note_source;
use crate::image::{Image, Value};
use crate::ops::geometry::resample::{self, Affine, Boundary, Kernel, Sampling};
use crate::ops::geometry::translate::{TRANSLATION_LIMITS, translate_limits};

/// The metadata entry with the movement of the content, (row, column).
pub const TVEC: &str = "tvec";
/// The metadata entry with its standard errors, (row, column).
pub const TVEC_SIGMA: &str = "tvec_sigma";
/// The metadata entry with the method's name.
pub const ALIGN_METHOD: &str = "align_method";
/// The metadata entry that tells where the reference came from.
pub const ALIGN_REFERENCE: &str = "align.reference";
/// The metadata entries of [`correct_drift`] with the (x, y) movement that brings the image back; two spellings are in use.
pub const DRIFT: [&str; 3] = ["correct_drift", "correct drift", "drift_shift"];
/// The metadata entry that tells where the reference of [`correct_drift`] came from.
pub const DRIFT_REFERENCE: &str = "correct_drift.reference";
/// The metadata entry with the standard errors of that, (x, y).
pub const DRIFT_SIGMA: &str = "drift_shift_sigma";
/// The image moved so that its content lies on that of the reference; see [`register`](crate::ops::register::register) for how the movement is found.
///
/// The result has the image's shape. At order 0 every dtype stays, else `f32` stays and all others become `f64`. The content
/// moves by `scipy.ndimage.shift`'s splines, and never around the edge unless the boundary says so; where a constant stands
/// beyond the edges, pixels that come from there are masked. Planes follow; the map becomes the reference's, if it has one. The
/// metadata entries [`TVEC`], [`TVEC_SIGMA`], [`TRANSLATION_LIMITS`], [`ALIGN_METHOD`] and those of the method are written.
///
/// # Errors
/// As [`register`](crate::ops::register::register); [`Status::InvalidArgument`] for an order outside 0 to 5.
pub fn align(ctx: &Context, image: &Image, reference: &Image, options: &Options) -> Result<Image> {
    let sampling = sampling(image, options, kernel(options)?)?;
    let found = register_in_stage(&ctx.whole().part(0.0..0.6), "align", image, reference, options)?;
    let mut result = moved(&ctx.whole().part(0.6..1.0), image, reference, &found, options, sampling)?;
    let limits = translate_limits(image, found.shift, false)?;
    let metadata = result.own_metadata_mut();
    let numbers = |values: &[f64]| Value::Tuple(values.iter().map(|&x| Value::Float(x)).collect());
    let [x, y] = found.shift;
    metadata.insert(TVEC, numbers(&[y, x]));
    if let Some([x, y]) = found.sigma {
        metadata.insert(TVEC_SIGMA, numbers(&[y, x]));
    }
    metadata.insert(TRANSLATION_LIMITS, numbers(&limits));
    metadata.insert(ALIGN_METHOD, options.method.name());
    for (name, value) in found.details {
        metadata.insert(name, value);
    }
    note_source(&mut result, ALIGN_REFERENCE, reference);
    Ok(result)
}

/// The image moved back by what it has drifted from the reference: as [`align`], under other metadata keys. `options.threshold`
/// says which structure is a feature (the original has 0.005), `options.upsample_factor` to which part of a pixel the movement
/// is rounded (the original has 50).
///
/// Where only the drift is asked for (`do_shift` is false) the image stays as it is but for the metadata.
///
/// # Errors
/// As [`align`].
pub fn correct_drift(ctx: &Context, image: &Image, reference: &Image, options: &Options) -> Result<Image> {
    let sampling = sampling(image, options, kernel(options)?)?;
    let found = register_in_stage(&ctx.whole().part(0.0..0.6), "correct_drift", image, reference, options)?;
    let mut result = moved(&ctx.whole().part(0.6..1.0), image, reference, &found, options, sampling)?;
    let metadata = result.own_metadata_mut();
    let numbers = |values: &[f64]| Value::Tuple(values.iter().map(|&x| Value::Float(x)).collect());
    for key in DRIFT {
        metadata.insert(key, numbers(&found.shift));
    }
    if let Some(sigma) = found.sigma {
        metadata.insert(DRIFT_SIGMA, numbers(&sigma));
    }
    note_source(&mut result, DRIFT_REFERENCE, reference);
    Ok(result)
}

/// The spline of the order.
pub(super) fn kernel(options: &Options) -> Result<Kernel> {
    Kernel::of_spline(options.order).ok_or_else(|| Error::argument("order", options.order, "0 to 5"))
}

/// The moved image with the reference's map; unchanged if it is not to be moved.
fn moved(
    stage: &Stage<'_>,
    image: &Image,
    reference: &Image,
    found: &Registration,
    options: &Options,
    sampling: Sampling,
) -> Result<Image> {
    if !options.do_shift {
        stage.report(1.0)?;
        return Ok(image.clone());
    }
    let mut result = if found.angle == 0.0 && found.scale == 1.0 {
        resample::shifted_in(stage, image, found.shift, sampling, false)?
    } else {
        let map = similarity(image, reference, found, options)?;
        resample::along_in(stage, image, map, image.frame_shape()?, sampling, false)?
    };
    if let Some(map) = reference.map() {
        result.set_map(Some(map.clone()));
    }
    Ok(result)
}

/// How the image is sampled.
pub(super) fn sampling(image: &Image, options: &Options, kernel: Kernel) -> Result<Sampling> {
    if image.dtype() == DType::Bool && kernel != Kernel::Nearest {
        return Err(Error::new(
            Status::Dtype,
            format!("bool pixels have no values between them: `order` is {}; allowed: 0", options.order),
        ));
    }
    let hard = options.boundary == Boundary::Constant;
    let is_float = image.dtype().is_float() || kernel != Kernel::Nearest;
    let cval = options.cval.unwrap_or(if hard && is_float { f64::NAN } else { 0.0 });
    if options.boundary == Boundary::GridConstant && !cval.is_finite() {
        return Err(Error::argument("cval", cval, "finite, where values are interpolated over the edge"));
    }
    Ok(Sampling { kernel, boundary: options.boundary, cval })
}

/// From the pixels of the result back to those of the image, for a movement with rotation or scale.
fn similarity(image: &Image, reference: &Image, found: &Registration, options: &Options) -> Result<Affine> {
    let centre = centre(image, reference, options)?;
    let (sin, cos) = found.angle.sin_cos();
    let back = 1.0 / found.scale;
    // The inverse turns counter-clockwise on the screen, with y downwards.
    let matrix = [[cos * back, sin * back], [-sin * back, cos * back]];
    let moved = [0, 1].map(|k| centre[k] + found.shift[k]);
    let offset = [0, 1].map(|k| centre[k] - matrix[k][0] * moved[0] - matrix[k][1] * moved[1]);
    Ok(Affine { offset, matrix })
}

/// The centre of rotation: the middle of what both boxes have in common.
fn centre(image: &Image, reference: &Image, options: &Options) -> Result<[f64; 2]> {
    let part = |image: &Image| -> Result<[usize; 4]> {
        let (rows, columns) = image.frame_shape()?;
        let part = pair::part(options, rows, columns)?;
        Ok([part.xmin, part.xmax, part.ymin, part.ymax])
    };
    let (a, b) = (part(image)?, part(reference)?);
    let middle = |from: usize, to: usize| (from as f64 + to as f64 - 1.0) / 2.0;
    Ok([middle(a[0], a[1].min(b[1])), middle(a[2], a[3].min(b[3]))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_function_may_come_before() {
        let blob = |x: f64, y: f64| {
            let at = |i: usize| (i as f64 % 64.0 - x).powi(2) + ((i / 64) as f64 - y).powi(2);
            let pixels = (0..64 * 64).map(|i| 1.0 / (1.0 + at(i) / 50.0)).collect();
            Image::new(crate::array::alloc::from_vec(&[64, 64], pixels).unwrap())
        };
        let (image, reference) = (blob(33.5, 29.25), blob(31.0, 32.0));
        let calls = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let counter = std::sync::Arc::clone(&calls);
        let filter: crate::ops::register::CustomFilter = std::sync::Arc::new(move |stage, image| {
            counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let smooth = crate::ops::filter::Gaussian::smooth(1.5);
            image.with_array(smooth.apply(stage, image.array())?)
        });
        let options = Options { prefilter: crate::ops::register::Prefilter::Custom(filter), ..Options::default() };
        let found = crate::ops::register::register(&Context::new(), &image, &reference, &options).unwrap();
        assert!((found.shift[0] + 2.5).abs() < 1e-3 && (found.shift[1] - 2.75).abs() < 1e-3, "{:?}", found.shift);
        assert_eq!(calls.load(std::sync::atomic::Ordering::Relaxed), 2);
    }

    #[test]
    fn a_similarity_is_undone() {
        // What was turned clockwise by a right angle about the middle of 5 x 5 pixels and moved by (1, 0).
        let image = Image::new(crate::array::alloc::zeros::<f64>(&[5, 5]).unwrap());
        let found = Registration {
            shift: [1.0, 0.0],
            angle: std::f64::consts::FRAC_PI_2,
            scale: 1.0,
            ..Registration::default()
        };
        let map = similarity(&image, &image, &found, &Options::default()).unwrap();
        let from = |x: f64, y: f64| [0, 1].map(|k| map.offset[k] + map.matrix[k][0] * x + map.matrix[k][1] * y);
        // The pixel right of the middle has gone below it, then one to the right.
        let [x, y] = from(3.0, 3.0);
        assert!((x - 3.0).abs() < 1e-12 && (y - 2.0).abs() < 1e-12, "{x} {y}");
    }
}
