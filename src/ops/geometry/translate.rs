//! Moving an image's content by a vector.

use super::resample::{self, Boundary, Sampling};
use super::rotate::{as_computed, kernel};
use crate::array::{Mask, Real, Shared, alloc};
use crate::context::{Context, Error, Result};
use crate::dispatch;
use crate::image::{Image, Value};

/// The metadata entry that holds the vector, (x, y).
pub const TRANSLATION: &str = "translation";
/// The metadata entry that holds where the original's pixels are, (xmin, xmax, ymin, ymax).
pub const TRANSLATION_LIMITS: &str = "translation_limits";

/// The options of [`translate`]. The default is that of the original.
#[derive(Debug, Clone, Copy)]
pub struct Translation {
    /// Vector and limits are written to the metadata.
    pub add_metadata: bool,
    /// 0 to 5; `None` is 0 for bool images, else 3.
    pub order: Option<i32>,
    /// The values beyond the edges.
    pub boundary: Boundary,
    /// The constant there; `None` is the mean of the pixels that are neither masked nor NaN.
    pub cval: Option<f64>,
}

impl Default for Translation {
    fn default() -> Self {
        Translation { add_metadata: false, order: None, boundary: Boundary::GridWrap, cval: None }
    }
}

/// The image with its content moved by (x, y) pixels: (2, 1) moves it 2 columns right and 1 row down; of a stack each
/// frame is. Values are those of `skimage.transform.warp`, kernels and boundaries as for [`rotate`](super::rotate::rotate),
/// so integers are divided by their dtype's maximum (not at order 0). With a constant beyond the edges, the pixels
/// that come from there are masked. Planes and map follow.
///
/// # Errors
/// As [`rotate`](super::rotate::rotate).
pub fn translate(ctx: &Context, image: &Image, vector: [f64; 2], options: &Translation) -> Result<Image> {
    let limits = translate_limits(image, vector, false)?;
    let kernel = kernel(image, options.order, 3)?;
    let pixels = as_computed(ctx, image, kernel, false)?;
    let boundary = options.boundary.on_grid();
    let cval = match options.cval {
        Some(cval) => cval,
        None if boundary.is_constant() => mean(&pixels),
        None => 0.0,
    };
    let mut result = resample::shifted(ctx, &pixels, vector, Sampling { kernel, boundary, cval }, true)?;
    if options.add_metadata {
        let numbers = |values: &[f64]| values.iter().map(|&x| Value::Float(x)).collect();
        result.own_metadata_mut().insert(TRANSLATION, Value::List(numbers(&vector)));
        result.own_metadata_mut().insert(TRANSLATION_LIMITS, Value::Tuple(numbers(&limits)));
    }
    Ok(result)
}

/// The largest box, (xmin, xmax, ymin, ymax) with the upper sides exclusive and fractions of a pixel kept, in which the
/// image has pixels of the original after a translation; `reverse` takes the vector's negative. Where nothing is left the
/// sides of the box meet at the edge.
///
/// # Errors
/// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) for a vector that is not finite;
/// [`Status::Shape`](crate::context::Status::Shape) when the rank is not 2 or 3.
pub fn translate_limits(image: &Image, vector: [f64; 2], reverse: bool) -> Result<[f64; 4]> {
    let (rows, columns) = image.frame_shape()?;
    if !vector.iter().all(|x| x.is_finite()) {
        return Err(Error::argument("translation", format!("{vector:?}"), "two finite numbers"));
    }
    let along = |shift: f64, n: usize| {
        let (shift, n) = (if reverse { -shift } else { shift }, n as f64);
        // Adding 0 makes a negative zero positive.
        [shift.clamp(0.0, n) + 0.0, (n + shift).clamp(0.0, n)]
    };
    let ([xmin, xmax], [ymin, ymax]) = (along(vector[0], columns), along(vector[1], rows));
    Ok([xmin, xmax, ymin, ymax])
}

/// The mean of the pixels that are neither masked nor NaN; 0 where there is none.
fn mean(image: &Image) -> f64 {
    fn of<T: Real>(data: &Shared<T>, mask: Option<&Mask>) -> f64 {
        // Run by run, so that rounding errors do not grow with the image.
        let (mut sum, mut count) = (0.0, 0usize);
        let mut add = |values: &mut dyn Iterator<Item = f64>| {
            let (part, n) = values.filter(|x| !x.is_nan()).fold((0.0, 0usize), |(sum, n), x| (sum + x, n + 1));
            sum += part;
            count += n;
        };
        const RUN: usize = 1024;
        match mask {
            None => alloc::each_run(data.view(), &mut |run| {
                run.chunks(RUN).for_each(|run| add(&mut run.iter().map(|x| x.to_f64())));
            }),
            Some(mask) => alloc::each_run_of_pairs(data.view(), mask.view(), &mut |run, masked| {
                for (run, masked) in run.chunks(RUN).zip(masked.chunks(RUN)) {
                    add(&mut run.iter().zip(masked).filter(|&(_, &masked)| !masked).map(|(x, _)| x.to_f64()));
                }
            }),
        }
        if count == 0 { 0.0 } else { sum / count as f64 }
    }
    let mask = image.array().mask();
    dispatch!(real image.data(), |data| of(data, mask), complex => 0.0)
}
