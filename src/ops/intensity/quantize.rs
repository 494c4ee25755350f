//! Levels and outliers: replaces values according to their part of the distribution.
//!
//! Masked pixels and NaN do not affect ranges and percentiles; the result keeps the mask, and NaN is masked too.

use super::contrast::percentile_limits;
use super::range::finite_extremes;
use crate::array::simd::multiversioned;
use crate::array::{DType, Data, Float, MaskedArray};
use crate::context::{Context, Error, Result, Status};
use crate::image::Image;
use crate::ops::engine::pixelwise::{PixelFunction, apply, to_f64};

/// The image with one of a few output values for each band of input values.
///
/// `levels` are the edges of the bands, in rising order; the upper edge belongs to its band. With one level less than
/// `output` they separate the bands, and the outer two bands are open; with one more they are the ends too, and a pixel
/// beyond them keeps its value. Without levels the bands are equal and reach from min - d to max + d, d = (max - min)/100,
/// of the unmasked finite pixels.
///
/// `f32` stays `f32`. An integer image keeps its dtype where that can hold every output value, else becomes `f64`, as bool
/// does.
///
/// # Errors
/// [`Status::InvalidArgument`] for numbers of levels that do not fit, levels that are NaN or not rising, no output values
/// or NaN among them; [`Status::NoResult`] when there are no levels and the image is constant or has no valid pixel;
/// [`Status::Shape`], [`Status::Dtype`] (complex), [`Status::NoMemory`], [`Status::Cancelled`].
pub fn quantize(ctx: &Context, image: &Image, output: &[f64], levels: Option<&[f64]>) -> Result<Image> {
    image.frame_shape()?;
    let array = image.array();
    let dtype = array.dtype();
    // Complex images are refused here.
    let floats = if dtype.is_float() { array.clone() } else { array.with_data(to_f64(array.data())?)? };
    if output.is_empty() || output.iter().any(|v| v.is_nan()) {
        return Err(Error::argument("output", format!("{output:?}"), "one or more numbers"));
    }
    let equal;
    let levels = match levels {
        Some(levels) => levels,
        None => {
            equal = equal_bands(array, output.len())?;
            &equal
        }
    };
    if levels.len() + 1 != output.len() && levels.len() != output.len() + 1 {
        return Err(Error::argument(
            "levels",
            format!("{} numbers", levels.len()),
            format!("{} or {} for {} output values", output.len() - 1, output.len() + 1, output.len()),
        ));
    }
    // NaN is not below anything either.
    if levels.iter().any(|v| v.is_nan()) || !levels.is_sorted_by(|a, b| a < b) {
        return Err(Error::argument("levels", format!("{levels:?}"), "numbers in rising order"));
    }
    let holds = |v: f64| {
        Data::from(ndarray::arr1(&[v]).into_dyn())
            .cast(dtype)
            .is_ok_and(|cast| cast.to_f64().is_ok_and(|back| back.first() == Some(&v) && v < 2f64.powi(64)))
    };
    let keeps = dtype.is_integer() && output.iter().all(|&v| holds(v));
    let quantized = apply(&ctx.whole(), &floats, &Bands { output, levels })?;
    image.with_array(if keeps { quantized.with_data(quantized.data().cast(dtype)?)? } else { quantized })
}

fn equal_bands(array: &MaskedArray, n: usize) -> Result<Vec<f64>> {
    let (low, high) = finite_extremes(array).ok_or_else(|| {
        Error::new(Status::NoResult, "quantize: there is no range: all pixels are masked, NaN or infinite")
    })?;
    if low == high {
        return Err(Error::new(
            Status::NoResult,
            format!("quantize: the image is constant, {low:?}, so it has no bands of equal width; give `levels`"),
        ));
    }
    let margin = high / 100.0 - low / 100.0;
    let (start, end) = (low - margin, high + margin);
    // In parts, where the difference of two finite numbers is none.
    let width = if (end - start).is_finite() { (end - start) / n as f64 } else { end / n as f64 - start / n as f64 };
    Ok((0..=n).map(|i| if i == n { end } else { start + width * i as f64 }).collect())
}

struct Bands<'a> {
    output: &'a [f64],
    levels: &'a [f64],
}

/// Up to so many levels are compared with one by one, which the processor does for several pixels at once.
const FEW: usize = 24;

impl PixelFunction for Bands<'_> {
    fn run<T: Float>(&self, pixels: &[T], out: &mut [T]) {
        let open = self.levels.len() < self.output.len();
        let value = |i: usize| T::from_f64(self.output[i]);
        if self.levels.len() > FEW {
            return search(pixels, out, self.levels, |v, band| match band {
                band if open => value(band),
                0 => v,
                band if band > self.output.len() => v,
                band => value(band - 1),
            });
        }
        // Each level that a pixel exceeds lifts it into the next band.
        if open {
            out.fill(value(0));
        } else {
            out.copy_from_slice(pixels);
        }
        for (i, &level) in self.levels.iter().enumerate() {
            // f32 is compared as it is with the greatest f32 that is not above the level.
            let level = floor_to(level);
            if open {
                lift(pixels, out, level, value(i + 1));
            } else if i < self.output.len() {
                lift(pixels, out, level, value(i));
            } else {
                restore(pixels, out, level);
            }
        }
        keep_nan(pixels, out);
    }
}

/// The greatest number of the type that is not above `level`: a number of the type exceeds the one where it exceeds the
/// other.
fn floor_to<T: Float>(level: f64) -> T {
    let near = T::from_f64(level);
    if near.to_f64() <= level {
        return near;
    }
    // Only f32 rounds.
    T::from_f64(f64::from((level as f32).next_down()))
}

multiversioned! {
    fn lift<T: Float>(pixels: &[T], out: &mut [T], level: T, value: T) {
        pixels.iter().zip(out).for_each(|(&v, out)| *out = if v > level { value } else { *out });
    }
}

multiversioned! {
    fn restore<T: Float>(pixels: &[T], out: &mut [T], level: T) {
        pixels.iter().zip(out).for_each(|(&v, out)| *out = if v > level { v } else { *out });
    }
}

multiversioned! {
    fn keep_nan<T: Float>(pixels: &[T], out: &mut [T]) {
        pixels.iter().zip(out).for_each(|(&v, out)| *out = if v.is_nan() { v } else { *out });
    }
}

fn search<T: Float>(pixels: &[T], out: &mut [T], levels: &[f64], value: impl Fn(T, usize) -> T) {
    for (&v, out) in pixels.iter().zip(out) {
        let wide = v.to_f64();
        *out = if v.is_nan() { v } else { value(v, levels.partition_point(|&level| wide > level)) };
    }
}

/// The image with its outliers replaced: pixels below the first or above the second percentile (fractions from 0 to 1, of
/// a stack of all frames), in the same dtype.
///
/// They become the two values of `replace`; without it the percentiles themselves, of an integer image the integers next
/// to them inside.
///
/// # Errors
/// [`Status::InvalidArgument`] for fractions outside 0 to 1 or in the wrong order, for values that are NaN or that the
/// dtype cannot hold; [`Status::NoResult`] when no pixel gives a percentile; [`Status::Shape`], [`Status::Dtype`]
/// (complex), [`Status::NoMemory`], [`Status::Cancelled`].
pub fn remove_outliers(
    ctx: &Context,
    image: &Image,
    fractions: (f64, f64),
    replace: Option<(f64, f64)>,
) -> Result<Image> {
    image.frame_shape()?;
    let array = image.array();
    let dtype = array.dtype();
    let floats = if dtype.is_float() { array.clone() } else { array.with_data(to_f64(array.data())?)? };
    let (low, high) = percentile_limits(ctx, array, "percentiles", fractions)?;
    let values = match replace {
        Some(values) => {
            check_values(values, dtype)?;
            values
        }
        None if dtype.is_float() => (low, high),
        None if low.ceil() <= high.floor() => (low.ceil(), high.floor()),
        // No integer lies between them.
        None => (low.round_ties_even(), low.round_ties_even()),
    };
    let replaced = apply(&ctx.whole(), &floats, &Outliers { limits: (low, high), values })?;
    image.with_array(if dtype.is_float() { replaced } else { replaced.with_data(replaced.data().cast(dtype)?)? })
}

fn check_values((low, high): (f64, f64), dtype: DType) -> Result<()> {
    let (least, greatest) = match dtype {
        dtype if dtype.is_float() => (f64::NEG_INFINITY, f64::INFINITY),
        dtype => crate::ops::convert::dtype_limits(dtype, false)?,
    };
    for v in [low, high] {
        if v.is_nan() || v < least || v > greatest || !dtype.is_float() && v.fract() != 0.0 {
            return Err(Error::argument("replace", v, format!("values of {dtype}")));
        }
    }
    Ok(())
}

struct Outliers {
    limits: (f64, f64),
    values: (f64, f64),
}

impl PixelFunction for Outliers {
    fn run<T: Float>(&self, pixels: &[T], out: &mut [T]) {
        // Compared with as in `Bands`: -a number below the level is one whose opposite exceeds the level's opposite.
        let limits = (-floor_to::<T>(-self.limits.0), floor_to(self.limits.1));
        outliers(pixels, out, limits, (T::from_f64(self.values.0), T::from_f64(self.values.1)));
    }
}

multiversioned! {
    fn outliers<T: Float>(pixels: &[T], out: &mut [T], (low, high): (T, T), values: (T, T)) {
        for (&v, out) in pixels.iter().zip(out) {
            let inside = if v < low { values.0 } else { v };
            *out = if v > high { values.1 } else { inside };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_images::values;
    use super::*;
    use crate::array::{Element, alloc};

    fn image<T: Element>(values: &[T]) -> Image {
        Image::new(alloc::from_vec(&[1, values.len()], values.to_vec()).unwrap())
    }

    #[test]
    fn comparing_one_by_one_and_searching_agree() {
        let ctx = Context::new();
        let mut pixels: Vec<f64> = (0..9000).map(|i| f64::from(i * 7919 % 9000) / 100.0 - 3.0).collect();
        pixels.extend([f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0]);
        for n in [1, 2, 5, FEW, FEW + 1, 60] {
            let levels: Vec<f64> = (0..n).map(|i| i as f64 * 1.25).collect();
            for output in [n + 1, n.saturating_sub(1)] {
                let output: Vec<f64> = (0..output).map(|i| 1000.0 + i as f64).collect();
                if output.is_empty() {
                    continue;
                }
                for pixels in [image(&pixels), image(&pixels.iter().map(|&v| v as f32).collect::<Vec<_>>())] {
                    let got = values(&quantize(&ctx, &pixels, &output, Some(&levels)).unwrap());
                    let mut expected = vec![0.0; got.len()];
                    let open = output.len() > n;
                    search(&values(&pixels), &mut expected, &levels, |v, band| match band {
                        band if open => output[band],
                        band if band == 0 || band > output.len() => v,
                        band => output[band - 1],
                    });
                    assert!(got.iter().zip(&expected).all(|(a, b)| a == b || a.is_nan() && b.is_nan()), "{n}");
                }
            }
        }
    }

    #[test]
    fn f32_is_compared_with_the_level_itself() {
        let ctx = Context::new();
        // 0.1 as f32 is above 0.1.
        let result = quantize(&ctx, &image(&[0.1f32, 0.1f32.next_down()]), &[1.0, 2.0], Some(&[0.1])).unwrap();
        assert_eq!(values(&result), [2.0, 1.0]);
    }

    #[test]
    fn integers_stay_where_they_hold_the_output() {
        let ctx = Context::new();
        let start = image(&[0u8, 1, 2, 3, 4]);
        let dtype = |output: &[f64]| quantize(&ctx, &start, output, None).unwrap().dtype();
        assert_eq!(dtype(&[0.0, 255.0]), DType::U8);
        assert_eq!([dtype(&[0.0, 256.0]), dtype(&[0.5, 1.0]), dtype(&[-1.0, 1.0])], [DType::F64; 3]);
        let wide = image(&[0u64, 9]);
        assert_eq!(quantize(&ctx, &wide, &[0.0, 2f64.powi(64)], None).unwrap().dtype(), DType::F64);
    }

    #[test]
    fn outliers_of_integers_become_integers_inside() {
        let ctx = Context::new();
        let removed = |pixels: &[i16], fractions, replace| {
            values(&remove_outliers(&ctx, &image(pixels), fractions, replace).unwrap())
        };
        assert_eq!(removed(&[-9, 0, 1, 2, 30], (0.1, 0.9), None), [-5.0, 0.0, 1.0, 2.0, 18.0]);
        assert_eq!(removed(&[3, 4], (0.5, 0.5), None), [4.0, 4.0]);
        assert_eq!(removed(&[-9, 0, 1, 2, 30], (0.1, 0.9), Some((-1.0, 7.0))), [-1.0, 0.0, 1.0, 2.0, 7.0]);
    }
}
