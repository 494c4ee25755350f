//! Contrast: scaling, offsets and thresholds of values.
//!
//! Masked pixels and NaN do not affect limits; the result keeps the mask, and NaN is masked too.
//! Planes, map and metadata stay.

use super::clip::warn_of_change;
use crate::array::order::percentiles;
use crate::array::simd::multiversioned;
use crate::array::{Data, Element, Float, Mask, MaskedArray, Real, Shared, alloc};
use crate::context::{Context, Error, Result, Status};
use crate::dispatch;
use crate::image::unlike::{Alike, note_source, warn_of_unlike};
use crate::image::{Image, Value};
use crate::ops::convert::dtype_limits;
use crate::ops::engine::pixelwise::{PixelFunction, Tally, any_nan, apply, assemble, chunks, to_f64};

/// The image stretched so that two limits become the ends of the dtype's range; values beyond are clipped.
///
/// The limits are percentiles of the unmasked pixels (of a stack of all frames), as fractions from 0 to 1, or, without
/// `percent`, values of pixels. The range of floats is 0 to 1 where the lower limit is not negative, else -1 to 1; that of
/// integers is their dtype's, from 0 where the lower limit is not negative; fractions of an integer are cut off. Equal
/// limits leave nothing to stretch: every pixel becomes the limit, clipped to the range. The limits are written to the metadata as
/// `adjust_contrast`.
///
/// The rule is that of skimage.exposure.rescale_intensity.
///
/// # Errors
/// [`Status::InvalidArgument`] for limits that are not finite, in the wrong order, or no fractions; [`Status::NoResult`]
/// when no pixel gives a percentile or it is infinite; [`Status::Shape`], [`Status::Dtype`] (complex),
/// [`Status::NoMemory`], [`Status::Cancelled`].
pub fn adjust_contrast(ctx: &Context, image: &Image, lims: (f64, f64), percent: bool) -> Result<Image> {
    image.frame_shape()?;
    let array = image.array();
    let dtype = array.dtype();
    // Complex images are refused here.
    let floats = if dtype.is_float() { array.clone() } else { array.with_data(to_f64(array.data())?)? };
    let (low, high) = if percent { percentile_limits(ctx, array, "lims", lims)? } else { lims };
    if !(low.is_finite() && high.is_finite()) {
        return Err(if percent {
            Error::new(
                Status::NoResult,
                format!("adjust_contrast: the percentiles {low:?} and {high:?} cannot be limits"),
            )
        } else {
            Error::argument("lims", format!("({low:?}, {high:?})"), "two finite numbers")
        });
    }
    if low > high {
        return Err(Error::argument("lims", format!("({low:?}, {high:?})"), "(low, high) with low <= high"));
    }
    let stretch = Stretch { limits: (low, high), range: dtype_limits(dtype, low >= 0.0)? };
    let stretched = apply(&ctx.whole(), &floats, &stretch)?;
    let stretched = if dtype.is_float() { stretched } else { stretched.with_data(stretched.data().cast(dtype)?)? };
    let mut result = image.with_array(stretched)?;
    let limits = Value::Tuple(vec![Value::Float(low), Value::Float(high)]);
    result.own_metadata_mut().insert("adjust_contrast", limits);
    Ok(result)
}

/// The values below which two fractions of the unmasked pixels lie; NaN is left out.
///
/// # Errors
/// [`Status::InvalidArgument`] for fractions outside 0 to 1 or in the wrong order, else as [`percentiles`].
pub(in crate::ops) fn percentile_limits(
    ctx: &Context,
    array: &MaskedArray,
    name: &str,
    (low, high): (f64, f64),
) -> Result<(f64, f64)> {
    if !(0.0 <= low && low <= high && high <= 1.0) {
        return Err(Error::argument(name, format!("({low:?}, {high:?})"), "(low, high) with 0 <= low <= high <= 1"));
    }
    let found = percentiles(&ctx.whole().part(0.0..0.5), array, &[100.0 * low, 100.0 * high])?;
    Ok((found[0], found[1]))
}

struct Stretch {
    limits: (f64, f64),
    range: (f64, f64),
}

impl PixelFunction for Stretch {
    fn run<T: Float>(&self, pixels: &[T], out: &mut [T]) {
        let [low, high] = [self.limits.0, self.limits.1].map(T::from_f64);
        let [bottom, top] = [self.range.0, self.range.1].map(T::from_f64);
        if low == high {
            let limit = clipped(low, bottom, top);
            clip(pixels, out, limit, limit);
        } else {
            stretch(pixels, out, (low, high), (bottom, top));
        }
    }
}

#[inline(always)]
fn clipped<T: Float>(v: T, low: T, high: T) -> T {
    if v < low {
        low
    } else if v > high {
        high
    } else {
        v
    }
}

multiversioned! {
    fn clip<T: Float>(pixels: &[T], out: &mut [T], low: T, high: T) {
        pixels.iter().zip(out).for_each(|(&v, out)| *out = clipped(v, low, high));
    }
}

multiversioned! {
    fn stretch<T: Float>(pixels: &[T], out: &mut [T], (low, high): (T, T), (bottom, top): (T, T)) {
        let (extent, range) = (high - low, top - bottom);
        pixels.iter().zip(out).for_each(|(&v, out)| *out = (clipped(v, low, high) - low) / extent * range + bottom);
    }
}

/// The metadata entry that tells where the background came from.
pub const BACKGROUND: &str = "subtract_image.background";

/// `contrast * (image - background) + offset`, with `clip` limited to -1..1 (a warning when that changes more than 1 % of
/// the pixels).
///
/// Two `f32` images give `f32`, all others `f64`. The background has the image's shape, or that of one frame of a stack,
/// from each of which it is then subtracted. A pixel is masked where either is masked or the result is not a number. Places, pixel
/// sizes, energies and dwells that differ cause a warning; the entry [`BACKGROUND`] names the background's file.
///
/// # Errors
/// [`Status::Shape`] when the shapes do not fit; [`Status::Dtype`] (complex); [`Status::InvalidArgument`] for a contrast or
/// an offset that is not finite; [`Status::NoMemory`]; [`Status::Cancelled`].
pub fn subtract_image(
    ctx: &Context,
    image: &Image,
    background: &Image,
    contrast: f64,
    clip: bool,
    offset: f64,
) -> Result<Image> {
    let (rows, columns) = image.frame_shape()?;
    if background.shape() != image.shape() && background.shape() != [rows, columns] {
        return Err(Error::new(
            Status::Shape,
            format!("the image has shape {:?}, the background {:?}", image.shape(), background.shape()),
        ));
    }
    for (name, value) in [("contrast", contrast), ("offset", offset)] {
        if !value.is_finite() {
            return Err(Error::argument(name, value, "a finite number"));
        }
    }
    let alike = if background.ndim() == image.ndim() { Alike::All } else { Alike::Places };
    warn_of_unlike(ctx, "subtract_image", ("image", image), ("background", background), alike);
    let range = if clip { (-1.0, 1.0) } else { (f64::NEG_INFINITY, f64::INFINITY) };
    let rule = Subtraction { contrast, offset, range };
    let (a, b) = (image.array(), background.array());
    let result = match (a.data(), b.data()) {
        (Data::F32(x), Data::F32(y)) => subtract(ctx, (a, x), (b, y), &rule)?,
        (x, y) => subtract(ctx, (a, &to_f64(x)?), (b, &to_f64(y)?), &rule)?,
    };
    let mut result = image.with_array(result)?;
    note_source(&mut result, BACKGROUND, background);
    Ok(result)
}

struct Subtraction {
    contrast: f64,
    offset: f64,
    range: (f64, f64),
}

fn subtract<T: Float>(
    ctx: &Context,
    (a, x): (&MaskedArray, &Shared<T>),
    (b, y): (&MaskedArray, &Shared<T>),
    rule: &Subtraction,
) -> Result<MaskedArray> {
    let (x, y) = (alloc::contiguous(x)?, alloc::contiguous(y)?);
    let (x, y) = (x.as_slice().unwrap_or_default(), y.as_slice().unwrap_or_default());
    let mask = either(a, b)?;
    let masked = mask.as_ref().and_then(|mask| mask.as_slice());
    let [contrast, offset, low, high] = [rule.contrast, rule.offset, rule.range.0, rule.range.1].map(T::from_f64);
    let (out, tally) = chunks(&ctx.whole(), x.len(), masked, |at, masked, out| {
        let mut tally = Tally::default();
        // A shared background begins again with each frame.
        let (mut from, mut done) = (at.start % y.len().max(1), 0);
        while done < out.len() {
            let n = (out.len() - done).min(y.len() - from);
            let part = done..done + n;
            let (x, y) = (&x[at.start + done..][..n], &y[from..from + n]);
            tally += difference(x, y, &masked[part.clone()], &mut out[part], (contrast, offset), (low, high));
            (from, done) = (0, done + n);
        }
        tally
    })?;
    let counted = mask.as_ref().map_or(x.len(), |mask| mask.iter().filter(|&&m| !m).count());
    warn_of_change(ctx, "subtract_image", tally.clipped, counted);
    assemble(a.shape(), out, mask, tally)
}

multiversioned! {
    fn difference<T: Float>(
        x: &[T],
        y: &[T],
        masked: &[bool],
        out: &mut [T],
        (contrast, offset): (T, T),
        (low, high): (T, T),
    ) -> Tally {
        let mut clipped_ = 0;
        for (((&x, &y), &masked), out) in x.iter().zip(y).zip(masked).zip(&mut *out) {
            let v = contrast * (x - y) + offset;
            clipped_ += usize::from(!masked & ((v < low) | (v > high)));
            *out = clipped(v, low, high);
        }
        Tally { clipped: clipped_, nan: any_nan(out) }
    }
}

/// The union of both masks, in the shape of the first; in C order.
fn either(a: &MaskedArray, b: &MaskedArray) -> Result<Option<Mask>> {
    let b = match b.mask() {
        Some(mask) if b.shape() != a.shape() => {
            let mut all = alloc::vec(a.len())?;
            while all.len() < a.len() {
                all.extend(mask.iter());
            }
            Some(alloc::from_vec(a.shape(), all)?.into_shared())
        }
        mask => mask.cloned(),
    };
    Ok(match (a.mask(), b) {
        (None, None) => None,
        (Some(a), Some(b)) => Some(alloc::zip_map(a.view(), b.view(), |a, b| a | b)?.into_shared()),
        (Some(mask), None) => Some(alloc::contiguous(mask)?),
        (None, Some(mask)) => Some(alloc::contiguous(&mask)?),
    })
}

/// A bool image that is true where a pixel lies between two values, both excluded; integers are divided by their dtype's
/// maximum first. NaN is not between them, and masked.
///
/// # Errors
/// [`Status::InvalidArgument`] for thresholds that are NaN; [`Status::Shape`]; [`Status::Dtype`] (complex);
/// [`Status::NoMemory`]; [`Status::Cancelled`].
pub fn threshold_minmax(ctx: &Context, image: &Image, threshmin: f64, threshmax: f64) -> Result<Image> {
    fn typed<T: Float>(
        ctx: &Context,
        (array, data): (&MaskedArray, &Shared<T>),
        limits: (T, T),
        maximum: T,
    ) -> Result<MaskedArray> {
        let data = alloc::contiguous(data)?;
        let pixels = data.as_slice().unwrap_or_default();
        let (out, tally) = chunks(&ctx.whole(), pixels.len(), None, |at, _, out| {
            let pixels = &pixels[at];
            Tally { clipped: 0, nan: between(pixels, out, limits, maximum) }
        })?;
        let result = MaskedArray::new(alloc::from_vec(array.shape(), out)?, array.mask().cloned())?;
        if !tally.nan {
            return Ok(result);
        }
        result.with_more_mask(alloc::map(data.view(), |v| v.is_nan())?.into_shared())
    }
    image.frame_shape()?;
    for (name, value) in [("threshmin", threshmin), ("threshmax", threshmax)] {
        if value.is_nan() {
            return Err(Error::argument(name, value, "a number"));
        }
    }
    let array = image.array();
    image.with_array(match array.data() {
        // The thresholds are not rounded: a pixel is above one where it is above the greatest f32 that is not.
        Data::F32(data) => {
            let not_above = |v: f64| if f64::from(v as f32) <= v { v as f32 } else { (v as f32).next_down() };
            typed(ctx, (array, data), (not_above(threshmin), -not_above(-threshmax)), 1.0)?
        }
        data => {
            let maximum = if data.dtype().is_integer() { dtype_limits(data.dtype(), true)?.1 } else { 1.0 };
            typed(ctx, (array, &to_f64(data)?), (threshmin, threshmax), maximum)?
        }
    })
}

multiversioned! {
    /// Whether any pixel is NaN, which is beyond both.
    fn between<T: Float>(pixels: &[T], out: &mut [bool], (low, high): (T, T), maximum: T) -> bool {
        if maximum == T::ONE {
            pixels.iter().zip(out).for_each(|(&v, out)| *out = (v > low) & (v < high));
        } else {
            pixels.iter().zip(out).for_each(|(&v, out)| *out = (v / maximum > low) & (v / maximum < high));
        }
        any_nan(pixels)
    }
}

/// The image with 0 in place of negative values, in the same dtype. NaN stays.
///
/// # Errors
/// [`Status::Dtype`] (complex); [`Status::NoMemory`].
pub fn clip_neg(image: &Image) -> Result<Image> {
    fn typed<T: Real + Element>(data: &Shared<T>) -> Result<Data> {
        let zero = T::default();
        alloc::map(data.view(), |v| if v < zero { zero } else { v }).map(Data::from)
    }
    let array = image.array();
    let data = array.data();
    let clipped = match data.dtype() {
        dtype if dtype.is_float() || dtype.is_signed_integer() => {
            dispatch!(real data, |a| typed(a)?, complex => unreachable!("complex is neither"))
        }
        dtype if dtype.is_complex() => {
            return Err(Error::new(Status::Dtype, format!("clip_neg: {dtype} values have no sign")));
        }
        _ => data.clone(),
    };
    image.with_array(array.with_data(clipped)?)
}

#[cfg(test)]
mod tests {
    use super::super::test_images::{image, values};
    use super::*;
    use crate::array::DType;

    #[test]
    fn the_limits_become_the_ends_of_the_range() {
        let ctx = Context::new();
        let start = image(&[1, 5], &[-2.0, -1.0, 0.0, 1.0, 2.0]);
        let stretched = adjust_contrast(&ctx, &start, (0.25, 0.75), true).unwrap();
        assert_eq!(values(&stretched), [-1.0, -1.0, 0.0, 1.0, 1.0]);
        let limits = Value::Tuple(vec![Value::Float(-1.0), Value::Float(1.0)]);
        assert_eq!(stretched.own_metadata().value("adjust_contrast"), Some(&limits));
        let bytes = image(&[1, 3], &[10u8, 15, 20]);
        let stretched = adjust_contrast(&ctx, &bytes, (10.0, 20.0), false).unwrap();
        assert_eq!((stretched.dtype(), values(&stretched)), (DType::U8, vec![0.0, 127.0, 255.0]));
        let edge = image(&[1, 2], &[0u64, u64::MAX]);
        assert_eq!(values(&adjust_contrast(&ctx, &edge, (0.0, 1.0), true).unwrap())[1], u64::MAX as f64);
    }

    #[test]
    fn one_background_serves_every_frame() {
        let ctx = Context::new();
        let shape = [3, 70, 90];
        let stack: Vec<f64> = (0..3 * 70 * 90).map(|i| i as f64 / 1e4).collect();
        let background: Vec<f64> = (0..70 * 90).map(|i| (i as f64).sin()).collect();
        let result =
            subtract_image(&ctx, &image(&shape, &stack), &image(&shape[1..], &background), 0.3, true, 0.1).unwrap();
        for (i, v) in values(&result).into_iter().enumerate() {
            assert_eq!(v, (0.3 * (stack[i] - background[i % 6300]) + 0.1).clamp(-1.0, 1.0));
        }
    }
}
