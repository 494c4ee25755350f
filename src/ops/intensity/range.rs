//! Intensity: the range of the values.
//!
//! Planes, map and metadata are unchanged: these operations change values, not the places of pixels.

use crate::array::{Data, Integer, Mask, MaskedArray, Real, Shared, alloc, visit_unmasked};
use crate::context::{Context, Error, Result, Status, Warning};
use crate::dispatch;
use crate::image::{Image, PixelBox};

/// The image with its values limited to a range, in the same dtype.
///
/// The range is -1 to 1, or 0 to 1 with `clip_negative`; `limits` replace either. An integer
/// image's -1 to 1 is the range of its dtype, which its values never leave; `limits` are in its own values, and it is
/// limited to the integers between them. NaN stays. There is a warning if more than 1 % of the pixels change.
///
/// # Errors
/// [`Status::InvalidArgument`] for limits that are NaN, in the wrong order, or without a value of the dtype between them;
/// [`Status::Dtype`] for complex images; [`Status::NoMemory`].
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

/// The image scaled linearly, so that its range becomes `scale` (by default -1 to 1; the first number may be the larger
/// one). `f32` stays `f32`, all else becomes `f64`.
///
/// - `sample`: only this part of the image, of a stack in every frame, gives the range; all of it is scaled.
/// - `limits`: two fractions of the sorted values, floor(f n) the place in the order (at most the last): values outside
///   the range between them are clipped. With (0, 1) the range is from the least to the greatest and nothing is clipped.
/// - `scale_masked`: masked pixels are scaled and clipped as the others; otherwise their data stay as they are.
///
/// Masked pixels, NaN and infinities do not count for the range. NaN and infinities stay what they are (where the scale is
/// reversed, infinities change their sign), but infinities are clipped where all is clipped.
///
/// # Errors
/// [`Status::NoResult`] when the range is empty, as for a constant image, or no pixel is left to give it;
/// [`Status::InvalidArgument`] for scales that are not finite or are empty, for limits outside 0 to 1 or in the wrong
/// order; [`Status::OutOfRange`] for a sample outside the image; [`Status::Shape`] when the rank is not 2 or 3;
/// [`Status::Dtype`] for complex images; [`Status::NoMemory`].
pub fn normalise(
    ctx: &Context,
    image: &Image,
    scale: Option<(f64, f64)>,
    sample: Option<PixelBox>,
    limits: (f64, f64),
    scale_masked: bool,
) -> Result<Image> {
    let (rows, columns) = image.frame_shape()?;
    refuse_complex(image, "normalise")?;
    let scale = scale.unwrap_or((-1.0, 1.0));
    if !(scale.0.is_finite() && scale.1.is_finite() && scale.0 != scale.1) {
        return Err(Error::argument("scale", format!("{scale:?}"), "two different finite numbers"));
    }
    if !(0.0 <= limits.0 && limits.0 <= limits.1 && limits.1 <= 1.0) {
        return Err(Error::argument("limits", format!("{limits:?}"), "(low, high) with 0 <= low <= high <= 1"));
    }
    let mut part = image.array().clone();
    if let Some(sample) = sample {
        sample.check(rows, columns)?;
        let ndim = part.ndim();
        part.slice_axis(ndim - 2, sample.ymin, sample.ymax);
        part.slice_axis(ndim - 1, sample.xmin, sample.xmax);
    }
    let clips = limits != (0.0, 1.0);
    let range = if clips { ranked(&part, limits)? } else { finite_extremes(&part) };
    ctx.check_cancelled()?;
    let (low, high) = range.ok_or_else(|| {
        Error::new(Status::NoResult, "normalise: there is no range: all pixels are masked, NaN or infinite")
    })?;
    if low == high {
        return Err(Error::new(
            Status::NoResult,
            format!("normalise: the image is constant (from {low:?} to {high:?}), so it cannot be scaled"),
        ));
    }
    let rescale = Rescale { low, high, clips, scale };
    let array = image.array();
    let mask = array.mask().filter(|_| !scale_masked);
    let data = match array.data() {
        Data::F32(a) => scaled(a, mask, |v| rescale.apply(f64::from(v)) as f32, |v| v)?,
        data => {
            dispatch!(real data, |a| scaled(a, mask, |v| rescale.apply(v.to_f64()), |v| v.to_f64())?, complex => {
                unreachable!("complex images were refused")
            })
        }
    };
    image.with_array(array.with_data(data)?)
}

/// The least and the greatest value of the unmasked pixels. NaN has no part in it; infinities have.
///
/// # Errors
/// [`Status::NoResult`] when no pixel is left; [`Status::Dtype`] for complex images.
pub fn span(image: &Image) -> Result<(f64, f64)> {
    refuse_complex(image, "span")?;
    extremes(image.array(), |_| true)
        .ok_or_else(|| Error::new(Status::NoResult, "span: there is no pixel that is neither masked nor NaN"))
}

/// Limits a float array to a range; a warning when more than 1 % of the unmasked pixels change.
pub(in crate::ops) fn clamp_floats(
    ctx: &Context,
    array: &MaskedArray,
    range: (f64, f64),
    operation: &str,
) -> Result<MaskedArray> {
    fn clamp<F: Real>(
        (ctx, operation): (&Context, &str),
        (array, data): (&MaskedArray, &Shared<F>),
        (low, high): (F, F),
    ) -> Result<Data> {
        let (mut changed, mut all) = (0usize, 0usize);
        visit_unmasked(data, array.mask(), |v| {
            changed += usize::from(v < low || v > high);
            all += usize::from(!v.is_nan());
        });
        warn_of_change(ctx, operation, changed, all);
        let clamped = |v: F| {
            if v < low {
                low
            } else if v > high {
                high
            } else {
                v
            }
        };
        alloc::map(data.view(), clamped).map(Data::from)
    }
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
    let clamp = |v: i128| v.max(low).min(high);
    let count = |changed: usize, all: usize| warn_of_change(ctx, operation, changed, all);
    fn integers<I: Integer>(
        (array, data): (&MaskedArray, &Shared<I>),
        check: impl Fn(i128, i128) -> Result<()>,
        clamp: impl Fn(i128) -> i128,
        count: impl Fn(usize, usize),
    ) -> Result<Data> {
        check(I::saturated(i128::MIN).to_i128(), I::saturated(i128::MAX).to_i128())?;
        let (mut changed, mut all) = (0usize, 0usize);
        visit_unmasked(data, array.mask(), |v| {
            changed += usize::from(clamp(v.to_i128()) != v.to_i128());
            all += 1;
        });
        count(changed, all);
        alloc::map(data.view(), |v| I::saturated(clamp(v.to_i128()))).map(Data::from)
    }
    let data = array.data();
    array.with_data(match data {
        Data::Bool(bools) => {
            check(0, 1)?;
            let clamped = |v: bool| clamp(i128::from(v)) != 0;
            let (mut changed, mut all) = (0usize, 0usize);
            visit_unmasked(bools, array.mask(), |v| {
                changed += usize::from(clamped(v) != v);
                all += 1;
            });
            count(changed, all);
            alloc::map(bools.view(), clamped)?.into()
        }
        _ => dispatch!(integer data, |a| integers((array, a), check, clamp, count)?,
            other => unreachable!("floats and complex numbers came before")),
    })
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

fn refuse_complex(image: &Image, operation: &str) -> Result<()> {
    if image.dtype().is_complex() {
        return Err(Error::new(
            Status::Dtype,
            format!(
                "{operation}: {} values have no order: take the real part, the imaginary part or the magnitude first",
                image.dtype()
            ),
        ));
    }
    Ok(())
}

/// The least and greatest of the unmasked values that are not NaN and that `takes_part` takes.
fn extremes(array: &MaskedArray, takes_part: impl Fn(f64) -> bool) -> Option<(f64, f64)> {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    let data = array.data();
    dispatch!(real data, |a| visit_unmasked(a, array.mask(), |v| {
        let v = v.to_f64();
        if takes_part(v) {
            low = low.min(v);
            high = high.max(v);
        }
    }), complex => ());
    (low <= high).then_some((low, high))
}

pub(in crate::ops) fn finite_extremes(array: &MaskedArray) -> Option<(f64, f64)> {
    extremes(array, f64::is_finite)
}

/// The values at two fractions of the sorted unmasked finite ones.
fn ranked(array: &MaskedArray, limits: (f64, f64)) -> Result<Option<(f64, f64)>> {
    let mut values = alloc::vec::<f64>(array.len())?;
    let data = array.data();
    dispatch!(real data, |a| visit_unmasked(a, array.mask(), |v| {
        let v = v.to_f64();
        if v.is_finite() {
            values.push(v);
        }
    }), complex => ());
    if values.is_empty() {
        return Ok(None);
    }
    let n = values.len();
    let place = |fraction: f64| ((fraction * n as f64).floor() as usize).min(n - 1);
    let (first, second) = (place(limits.0), place(limits.1));
    let (_, &mut high, _) = values.select_nth_unstable_by(second, f64::total_cmp);
    // Whatever ranks lower stands before it now.
    let (_, &mut low, _) = values[..=second].select_nth_unstable_by(first, f64::total_cmp);
    Ok(Some((low, high)))
}

/// The linear change of a range.
struct Rescale {
    low: f64,
    high: f64,
    clips: bool,
    scale: (f64, f64),
}

impl Rescale {
    fn apply(&self, v: f64) -> f64 {
        let (low, high) = (self.low, self.high);
        let v = if !self.clips {
            v
        } else if v < low {
            low
        } else if v > high {
            high
        } else {
            v
        };
        if v.is_infinite() {
            return v * (self.scale.1 - self.scale.0).signum();
        }
        let extent = high - low;
        // Halves, where the difference of two finite numbers is none.
        let t = if extent.is_finite() { (v - low) / extent } else { (v / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0) };
        // Exact at both ends.
        self.scale.0 * (1.0 - t) + self.scale.1 * t
    }
}

/// `f` of the elements, `keep` of the masked ones.
fn scaled<T: Real, F: Real>(
    data: &Shared<T>,
    mask: Option<&Mask>,
    f: impl Fn(T) -> F,
    keep: impl Fn(T) -> F,
) -> Result<Data> {
    Ok(match mask {
        Some(mask) => alloc::zip_map(data.view(), mask.view(), |v, masked| if masked { keep(v) } else { f(v) })?.into(),
        None => alloc::map(data.view(), f)?.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::{DType, Element};
    use crate::image::Plane;

    fn image<T: Element>(shape: &[usize], values: &[T]) -> Image {
        Image::new(alloc::from_vec(shape, values.to_vec()).unwrap())
    }

    fn masked<T: Element>(shape: &[usize], values: &[T], mask: &[bool]) -> Image {
        let mask = alloc::from_vec(shape, mask.to_vec()).unwrap().into_shared();
        Image::new(MaskedArray::new(alloc::from_vec(shape, values.to_vec()).unwrap(), Some(mask)).unwrap())
    }

    fn values(image: &Image) -> Vec<f64> {
        image.data().to_f64().unwrap().iter().copied().collect()
    }

    const WHOLE: (f64, f64) = (0.0, 1.0);
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

    #[test]
    fn normalise_scales_the_range_onto_the_scale() {
        let norm = |scale, sample, limits| {
            values(&normalise(&Context::new(), &image(&[2, 3], &SIX), scale, sample, limits, false).unwrap())
        };
        let close =
            |a: Vec<f64>, b: [f64; 6]| assert!(a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-15), "{a:?} {b:?}");
        close(norm(None, None, WHOLE), [-1.0, -0.4, -0.1, 0.0, 0.2, 1.0]);
        close(norm(Some((0.0, 1.0)), None, WHOLE), [0.0, 0.3, 0.45, 0.5, 0.6, 1.0]);
        close(norm(Some((1.0, -1.0)), None, WHOLE), [1.0, 0.4, 0.1, 0.0, -0.2, -1.0]);
        // -2, -0.5, 0.5, 1 give the range; 3 lies beyond it and is not clipped.
        let left = Some(PixelBox { xmin: 0, xmax: 2, ymin: 0, ymax: 2 });
        close(norm(None, left, WHOLE), [-1.0, 0.0, 0.5, 2.0 / 3.0, 1.0, 7.0 / 3.0]);
        // floor(0.3 * 6) = 1 and floor(0.7 * 6) = 4: -0.5 and 1.
        close(norm(None, None, (0.3, 0.7)), [-1.0, -1.0, 0.0, 1.0 / 3.0, 1.0, 1.0]);
        close(norm(None, left, (0.2, 0.8)), [-1.0, 0.0, 0.5, 2.0 / 3.0, 1.0, 1.0]);
        // floor(1 * 6) is beyond the last.
        close(
            norm(None, None, (0.17, 1.0)),
            [-1.0, -1.0, -1.0 + 0.75 / 1.75, -1.0 + 1.0 / 1.75, -1.0 + 1.5 / 1.75, 1.0],
        );
    }

    #[test]
    fn normalise_hits_both_ends_exactly_in_every_dtype() {
        let ends = |image: Image| {
            let result = normalise(&Context::new(), &image, Some((0.1, 0.7)), None, WHOLE, false).unwrap();
            let v = values(&result);
            (result.dtype(), v.iter().copied().fold(f64::INFINITY, f64::min), v.iter().copied().fold(-1e9, f64::max))
        };
        let f64s = (DType::F64, 0.1, 0.7);
        assert_eq!(ends(image(&[1, 3], &[0.3, 1e-3, 7.7])), f64s);
        assert_eq!(ends(image(&[1, 3], &[f64::MAX, 0.0, f64::MIN])), f64s);
        assert_eq!(ends(image(&[1, 3], &[5e-324, 0.0, 0.0])), f64s);
        assert_eq!(ends(image(&[1, 3], &[false, true, true])), f64s);
        assert_eq!(ends(image(&[1, 3], &[i64::MIN, 5, i64::MAX])), f64s);
        assert_eq!(ends(image(&[3, 1], &[3u8, 1, 2])), f64s);
        let (dtype, low, high) = ends(image(&[1, 3], &[1.5f32, 3.0, f32::MAX]));
        assert_eq!((dtype, low as f32, high as f32), (DType::F32, 0.1, 0.7));
    }

    #[test]
    fn masked_and_odd_pixels_have_no_part_in_the_range() {
        let (inf, nan) = (f64::INFINITY, f64::NAN);
        let data = [0.0, 4.0, nan, inf, 99.0, -inf];
        let start = masked(&[2, 3], &data, &[false, false, false, false, true, false]);
        let norm = |scale, limits, scale_masked| {
            normalise(&Context::new(), &start, Some(scale), None, limits, scale_masked).unwrap()
        };
        let result = norm((0.0, 2.0), WHOLE, false);
        assert_eq!(result.array().mask(), start.array().mask());
        let v = values(&result);
        assert!(v[2].is_nan());
        assert_eq!([v[0], v[1], v[3], v[4], v[5]], [0.0, 2.0, inf, 99.0, -inf]);
        assert_eq!(values(&norm((0.0, 2.0), WHOLE, true))[4], 49.5);
        let v = values(&norm((2.0, 0.0), WHOLE, false));
        assert_eq!([v[0], v[1], v[3], v[5]], [2.0, 0.0, -inf, inf]);
        // Clipping leaves neither infinities nor, where they are scaled, masked values outside; NaN stays.
        let v = values(&norm((0.0, 2.0), (0.0, 0.99), true));
        assert!(v[2].is_nan());
        assert_eq!([v[0], v[1], v[3], v[4], v[5]], [0.0, 2.0, 2.0, 2.0, 0.0]);
    }

    #[test]
    fn a_stack_has_one_range_and_a_sample_cuts_every_frame() {
        let stack = image(&[2, 1, 2], &[0u8, 100, 10, 200]);
        let norm =
            |sample| values(&normalise(&Context::new(), &stack, Some((0.0, 1.0)), sample, WHOLE, false).unwrap());
        assert_eq!(norm(None), [0.0, 0.5, 0.05, 1.0]);
        assert_eq!(norm(Some(PixelBox { xmin: 1, xmax: 2, ymin: 0, ymax: 1 })), [-1.0, 0.0, -0.9, 1.0]);
    }

    #[test]
    fn normalise_says_why_there_is_no_result() {
        let ctx = Context::new();
        let status = |image: &Image, scale, sample, limits| {
            normalise(&ctx, image, scale, sample, limits, false).unwrap_err().status()
        };
        let constant = image(&[2, 2], &[7.0; 4]);
        let error = normalise(&ctx, &constant, None, None, WHOLE, false).unwrap_err();
        assert_eq!(error.status(), Status::NoResult);
        assert!(error.message().contains("constant"), "{error}");
        let six = image(&[2, 3], &SIX);
        assert_eq!(status(&six, None, None, (0.5, 0.5)), Status::NoResult);
        assert_eq!(status(&image(&[0, 4], &[0.0f64; 0]), None, None, WHOLE), Status::NoResult);
        assert_eq!(status(&image(&[1, 1], &[f64::NAN]), None, None, (0.1, 0.9)), Status::NoResult);
        assert_eq!(status(&masked(&[1, 2], &[1.0, 2.0], &[true, true]), None, None, WHOLE), Status::NoResult);
        for scale in [(0.0, f64::NAN), (1.0, 1.0), (0.0, f64::INFINITY)] {
            assert_eq!(status(&six, Some(scale), None, WHOLE), Status::InvalidArgument);
        }
        for limits in [(-0.1, 1.0), (0.0, 1.1), (0.9, 0.1), (f64::NAN, 1.0)] {
            assert_eq!(status(&six, None, None, limits), Status::InvalidArgument);
        }
        let beyond = PixelBox { xmin: 0, xmax: 4, ymin: 0, ymax: 2 };
        assert_eq!(status(&six, None, Some(beyond), WHOLE), Status::OutOfRange);
        assert_eq!(status(&image(&[3], &[1.0, 2.0, 3.0]), None, None, WHOLE), Status::Shape);
        let complex = image(&[1, 1], &[num_complex::Complex::new(1.0, 2.0)]);
        assert_eq!(status(&complex, None, None, WHOLE), Status::Dtype);
        assert_eq!(span(&complex).unwrap_err().status(), Status::Dtype);
        assert_eq!(clip_intensity(&ctx, &complex, false, None).unwrap_err().status(), Status::Dtype);
    }

    #[test]
    fn ranks_are_those_of_the_sorted_values() {
        // A shuffled ramp: the value tells its rank.
        let n = 1009u64;
        let data: Vec<f64> = (0..n).map(|i| (i * 601 % n) as f64).collect();
        let array = MaskedArray::from(alloc::from_vec(&[n as usize], data).unwrap());
        for (low, high) in [(0.0, 0.5), (0.25, 0.75), (0.013, 0.9999), (1.0, 1.0), (0.0, 0.0)] {
            let rank = |f: f64| ((f * n as f64).floor()).min((n - 1) as f64);
            assert_eq!(ranked(&array, (low, high)).unwrap(), Some((rank(low), rank(high))));
        }
    }

    #[test]
    fn span_is_that_of_the_unmasked_numbers() {
        assert_eq!(span(&image(&[2, 3], &SIX)).unwrap(), (-2.0, 3.0));
        assert_eq!(span(&masked(&[1, 3], &[1.0, 9.0, 2.0], &[false, true, false])).unwrap(), (1.0, 2.0));
        assert_eq!(span(&image(&[1, 3], &[f64::NAN, 3.0, f64::INFINITY])).unwrap(), (3.0, f64::INFINITY));
        assert_eq!(span(&image(&[1], &[u8::MAX])).unwrap(), (255.0, 255.0));
        for none in [masked(&[1], &[1.0], &[true]), image(&[1], &[f64::NAN]), image(&[0], &[0.0f64; 0])] {
            assert_eq!(span(&none).unwrap_err().status(), Status::NoResult);
        }
    }

    #[test]
    fn planes_and_metadata_stay() {
        let ctx = Context::new();
        let mut start = image(&[2, 3], &SIX);
        start.set_plane("own", Plane { array: start.array().clone(), unit: None }).unwrap();
        start.own_metadata_mut().insert("key", 5i64);
        for result in [
            clip_intensity(&ctx, &start, true, None).unwrap(),
            normalise(&ctx, &start, None, None, (0.1, 0.9), false).unwrap(),
        ] {
            assert!(result.with_array(start.array().clone()).unwrap().equals(&start));
        }
    }
}
