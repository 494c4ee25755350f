//! The range of the values: its span, and scaling it to another one.

use crate::array::{Data, Mask, MaskedArray, Real, Shared, alloc, visit_unmasked};
use crate::context::{Context, Error, Result, Status};
use crate::dispatch;
use crate::image::{Image, PixelBox};

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

pub(super) fn refuse_complex(image: &Image, operation: &str) -> Result<()> {
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
    use super::super::test_images::{image, masked, values};
    use super::*;
    use crate::array::DType;
    use crate::image::Plane;

    const WHOLE: (f64, f64) = (0.0, 1.0);
    const SIX: [f64; 6] = [-2.0, -0.5, 0.25, 0.5, 1.0, 3.0];

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
        assert_eq!(
            super::super::clip::clip_intensity(&ctx, &complex, false, None).unwrap_err().status(),
            Status::Dtype
        );
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
            super::super::clip::clip_intensity(&ctx, &start, true, None).unwrap(),
            normalise(&ctx, &start, None, None, (0.1, 0.9), false).unwrap(),
        ] {
            assert!(result.with_array(start.array().clone()).unwrap().equals(&start));
        }
    }
}
