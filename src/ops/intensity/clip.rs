//! Limiting values to a range.

use super::range::refuse_complex;
use crate::array::simd::multiversioned;
use crate::array::{Data, Element, Integer, MaskedArray, Shared, alloc};
use crate::context::{Context, Error, Result, Warning};
use crate::dispatch;
use crate::image::Image;
use crate::ops::engine::pixelwise::{Tally, chunks};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The image with its values limited to a range, in the same dtype.
///
/// The range is -1 to 1, or 0 to 1 with `clip_negative`; `limits` replace either. An integer
/// image's -1 to 1 is the range of its dtype, which its values never leave; `limits` are in its own values, and it is
/// limited to the integers between them. NaN stays. There is a warning if more than 1 % of the pixels change.
///
/// # Errors
/// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) for limits that are NaN, in the wrong order, or without a value of the dtype between them;
/// [`Status::Dtype`](crate::context::Status::Dtype) for complex images; [`Status::NoMemory`](crate::context::Status::NoMemory).
pub fn clip_intensity(ctx: &Context, image: &Image, clip_negative: bool, limits: Option<(f64, f64)>) -> Result<Image> {
    const NAME: &str = "clip_intensity";
    if let Some((low, high)) = limits
        && (low.is_nan() || high.is_nan() || low > high)
    {
        return Err(Error::argument("limits", format!("({low:?}, {high:?})"), "(low, high) with low <= high"));
    }
    refuse_complex(image, NAME)?;
    let array = image.array();
    let clipped = if image.dtype().is_float() {
        let range = limits.unwrap_or(if clip_negative { (0.0, 1.0) } else { (-1.0, 1.0) });
        clamp_floats(ctx, array, range, NAME)?
    } else {
        let range = limits.unwrap_or((if clip_negative { 0.0 } else { f64::NEG_INFINITY }, f64::INFINITY));
        clamp_integers(ctx, array, range, NAME)?
    };
    image.with_array(clipped)
}

/// Limits a float array to a range; a warning when more than 1 % of the unmasked pixels change.
pub(in crate::ops) fn clamp_floats(
    ctx: &Context,
    array: &MaskedArray,
    range: (f64, f64),
    operation: &str,
) -> Result<MaskedArray> {
    array.with_data(match array.data() {
        Data::F32(data) => clamp((ctx, operation), (array, data), (range.0 as f32, range.1 as f32))?,
        Data::F64(data) => clamp((ctx, operation), (array, data), range)?,
        other => unreachable!("{} is no float", other.dtype()),
    })
}

/// Limits an integer or bool array to the integers inside a range.
fn clamp_integers(ctx: &Context, array: &MaskedArray, (low, high): (f64, f64), operation: &str) -> Result<MaskedArray> {
    // The conversion saturates, so that infinite limits are beyond every dtype.
    let (low, high) = (low.ceil() as i128, high.floor() as i128);
    let check = |least: i128, greatest: i128| {
        if low <= high && low <= greatest && high >= least {
            return Ok(());
        }
        let allowed = format!("limits with a value of {} between them", array.dtype());
        Err(Error::argument("limits", format!("{low:?} to {high:?} in integers"), allowed))
    };
    fn integers<I: Integer>(
        how: (&Context, &str),
        (array, data): (&MaskedArray, &Shared<I>),
        (low, high): (i128, i128),
        check: impl Fn(i128, i128) -> Result<()>,
    ) -> Result<Data> {
        check(I::saturated(i128::MIN).to_i128(), I::saturated(i128::MAX).to_i128())?;
        clamp(how, (array, data), (I::saturated(low), I::saturated(high)))
    }
    let (how, data) = ((ctx, operation), array.data());
    array.with_data(match data {
        Data::Bool(bools) => {
            check(0, 1)?;
            clamp(how, (array, bools), (low >= 1, high >= 1))?
        }
        _ => dispatch!(integer data, |a| integers(how, (array, a), (low, high), check)?,
            other => unreachable!("floats and complex numbers came before")),
    })
}

/// Limits each value and counts, in one pass, how many of the unmasked ones change; a warning when that is more than 1 %.
fn clamp<T: Element + PartialOrd>(
    (ctx, operation): (&Context, &str),
    (array, data): (&MaskedArray, &Shared<T>),
    range: (T, T),
) -> Result<Data> {
    let (data, mask) = (alloc::contiguous(data)?, array.mask().map(alloc::contiguous).transpose()?);
    let pixels = data.as_slice().unwrap_or_default();
    let all = AtomicUsize::new(0);
    let mask = mask.as_ref().and_then(|mask| mask.as_slice());
    let (out, tally) = chunks(&ctx.whole(), pixels.len(), mask, |at, masked, out| {
        let (changed, counted) = clamp_run(&pixels[at], masked, out, range);
        all.fetch_add(counted, Ordering::Relaxed);
        Tally { clipped: changed, nan: false }
    })?;
    warn_of_change(ctx, operation, tally.clipped, all.into_inner());
    alloc::from_vec(array.shape(), out).map(Data::from)
}

multiversioned! {
    /// The number of unmasked values that changed, and of all that are not NaN.
    fn clamp_run<T: Copy + PartialOrd>(
        pixels: &[T],
        masked: &[bool],
        out: &mut [T],
        (low, high): (T, T),
    ) -> (usize, usize) {
        // A chunk has not more than 32 bits count.
        let (mut changed, mut all) = (0u32, 0u32);
        for ((&v, &masked), out) in pixels.iter().zip(masked).zip(out) {
            let (below, above) = (v < low, v > high);
            *out = if below { low } else if above { high } else { v };
            #[allow(clippy::eq_op, reason = "only NaN differs from itself")]
            let counts = !masked & (v == v);
            changed += u32::from((below | above) & !masked);
            all += u32::from(counts);
        }
        (changed as usize, all as usize)
    }
}

pub(in crate::ops) fn warn_of_change(ctx: &Context, operation: &str, changed: usize, all: usize) {
    if changed > all / 100 && changed * 100 > all {
        let percent = 100.0 * changed as f64 / all as f64;
        ctx.warn_of(
            Warning::Clipped,
            format!("{operation}: {changed} of {all} pixels ({percent:.1} %) lie outside the range and were clipped"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_images::{image, masked, values};
    use super::*;
    use crate::array::DType;
    use crate::context::Status;

    const SIX: [f64; 6] = [-2.0, -0.5, 0.25, 0.5, 1.0, 3.0];

    #[test]
    fn floats_are_clipped_to_the_range_that_is_asked_for() {
        let ctx = Context::new();
        let clip = |negative, limits| values(&clip_intensity(&ctx, &image(&[2, 3], &SIX), negative, limits).unwrap());
        assert_eq!(clip(false, None), [-1.0, -0.5, 0.25, 0.5, 1.0, 1.0]);
        assert_eq!(clip(true, None), [0.0, 0.0, 0.25, 0.5, 1.0, 1.0]);
        for negative in [false, true] {
            assert_eq!(clip(negative, Some((-0.3, 0.6))), [-0.3, -0.3, 0.25, 0.5, 0.6, 0.6]);
        }
        assert_eq!(clip(false, Some((f64::NEG_INFINITY, 0.0))), [-2.0, -0.5, 0.0, 0.0, 0.0, 0.0]);
        let odd = clip_intensity(&ctx, &image(&[3], &[f32::NAN, f32::INFINITY, -2.0]), false, None).unwrap();
        assert_eq!(odd.dtype(), DType::F32);
        assert!(values(&odd)[0].is_nan());
        assert_eq!(values(&odd)[1..], [1.0, -1.0]);
    }

    #[test]
    fn integers_are_clipped_in_their_own_values() {
        let ctx = Context::new();
        let start = image(&[1, 4], &[-5i16, 0, 2, 255]);
        let clip = |negative, limits| clip_intensity(&ctx, &start, negative, limits);
        assert!(clip(false, None).unwrap().equals(&start));
        assert_eq!(values(&clip(true, None).unwrap()), [0.0, 0.0, 2.0, 255.0]);
        assert_eq!(values(&clip(false, Some((-1.5, 100.9))).unwrap()), [-1.0, 0.0, 2.0, 100.0]);
        assert_eq!(values(&clip(false, Some((-1e300, 1e300))).unwrap()), values(&start));
        for limits in [(0.2, 0.8), (40000.0, 50000.0), (1.0, 0.0), (f64::NAN, 1.0)] {
            assert_eq!(clip(false, Some(limits)).unwrap_err().status(), Status::InvalidArgument, "{limits:?}");
        }
        let edge = image(&[3], &[u64::MAX, 1 << 63, 0]);
        assert!(clip_intensity(&ctx, &edge, true, None).unwrap().equals(&edge));
        let bools = image(&[2], &[false, true]);
        assert!(clip_intensity(&ctx, &bools, true, None).unwrap().equals(&bools));
        assert!(clip_intensity(&ctx, &bools, true, Some((0.5, 3.0))).unwrap().equals(&image(&[2], &[true, true])));
        assert_eq!(clip_intensity(&ctx, &bools, true, Some((2.0, 3.0))).unwrap_err().status(), Status::InvalidArgument);
    }

    #[test]
    fn a_warning_tells_of_more_than_one_percent_of_unmasked_pixels() {
        let with = |changed: usize, masked_too: bool| {
            let ctx = Context::new();
            let data: Vec<f64> = (0..300).map(|i| if i < changed { 5.0 } else { i as f64 / 1000.0 }).collect();
            let mask: Vec<bool> = (0..300).map(|i| masked_too && i < 2).collect();
            clip_intensity(&ctx, &masked(&[15, 20], &data, &mask), false, None).unwrap();
            ctx.warning_counts().0
        };
        assert_eq!([with(0, false), with(3, false), with(4, false)], [0, 0, 1]);
        assert_eq!([with(4, true), with(5, true)], [0, 1]);
        let ctx = Context::new();
        clip_intensity(&ctx, &image(&[0, 5], &[0.0f64; 0]), false, None).unwrap();
        assert_eq!(ctx.warning_counts().0, 0);
    }
}
