//! Conversion between dtypes that keeps what the values mean: floats stand for -1 to 1, integers for their whole range,
//! bool for 0 and 1.
//!
//! Rules, with n and m the numbers of value bits (without the sign's) of an integer source and target:
//!
//! | from | to | value |
//! |---|---|---|
//! | float | unsigned | rint((2^m - 1) v); `uniform`: floor(2^m v) |
//! | float | signed | rint(((2^(m+1) - 1) v - 1) / 2); `uniform`: floor(2^m v) |
//! | integer | float | max(v / (2^n - 1), -1); not `normalise`: v |
//! | integer | integer, n > m | floor(v / 2^(n-m)); v itself where all values fit |
//! | integer | integer, n < m | the bits of v repeated, floored to m bits; both signed: on the range from its minimum |
//! | any | bool | above the middle of the source's positive range |
//! | bool | any | 0 and the target's maximum (floats: 1) |
//! | real | complex | as to the float of its parts, no imaginary part |
//!
//! rint rounds halves to the even integer. What a target cannot hold is clipped to its range. These are the conventions
//! of scikit-image, evaluated exactly also at 64 bits. Masked pixels are converted, but take no part in warnings and in
//! the decision whether values fit.

use super::intensity::clamp_floats;
use crate::array::{DType, Data, Integer, Mask, MaskedArray, Real, Shared, alloc, visit_unmasked};
use crate::context::{Context, Error, Result, Status};
use crate::image::Image;
use crate::{dispatch, dispatch_dtype};

/// The image in another dtype, by the rules of this module.
///
/// - `uniform`: floats are distributed over the integers in bands of equal width instead of rounded to the nearest.
/// - `normalise`: integers that become floats are divided by their dtype's maximum; otherwise they keep their values.
/// - `force_copy`: the pixels are copied also where the dtype stays, instead of shared.
///
/// Arrays of any rank are taken. Planes, map and metadata stay. Warnings tell of precision that the target cannot hold,
/// of floats beyond -1 to 1 that were clipped to fit an integer, and of negative values that became 0; a NaN has no
/// integer: it becomes 0 and is masked.
///
/// # Errors
/// [`Status::Dtype`] from complex to real: take the real or imaginary part or the magnitude; [`Status::NoMemory`].
pub fn convert(
    ctx: &Context,
    image: &Image,
    dtype: DType,
    uniform: bool,
    normalise: bool,
    force_copy: bool,
) -> Result<Image> {
    let array = image.array();
    let from = array.dtype();
    if from == dtype {
        return if force_copy { image.with_array(array.with_data(copy(array.data())?)?) } else { Ok(image.clone()) };
    }
    if from.is_complex() && !dtype.is_complex() {
        return Err(Error::new(
            Status::Dtype,
            format!(
                "{from} does not convert to {dtype}: take the real part, the imaginary part or the magnitude first"
            ),
        ));
    }
    warn_of_precision(ctx, from, dtype);
    let converted = match dtype {
        DType::C64 | DType::C128 => {
            let parts = if dtype == DType::C64 { DType::F32 } else { DType::F64 };
            let real = if from.is_integer() && normalise { integer_to_float(array, parts)? } else { array.clone() };
            real.with_data(real.data().cast(dtype)?)?
        }
        DType::Bool => array.with_data(to_bool(array.data())?)?,
        DType::F32 | DType::F64 if from.is_integer() && normalise => integer_to_float(array, dtype)?,
        DType::F32 | DType::F64 => array.with_data(array.data().cast(dtype)?)?,
        _ => to_integer(ctx, array, dtype, uniform)?,
    };
    image.with_array(converted)
}

/// The image as floats: a float image stays as it is, in its dtype; integers become `f64`, divided by their dtype's
/// maximum where `normalise` asks for it; bool becomes 0 and 1.
///
/// `clip` then limits the values to -1..1, `clip_negative` to 0..1, with a warning when more than 1 % of the pixels
/// change.
///
/// # Errors
/// [`Status::Dtype`] for complex images; [`Status::NoMemory`].
pub fn asfloat(ctx: &Context, image: &Image, normalise: bool, clip: bool, clip_negative: bool) -> Result<Image> {
    let floats = if image.dtype().is_float() {
        image.clone()
    } else {
        convert(ctx, image, DType::F64, false, normalise, false)?
    };
    match (clip, clip_negative) {
        (false, false) => Ok(floats),
        (_, negative) => {
            let range = (if negative { 0.0 } else { -1.0 }, 1.0);
            floats.with_array(clamp_floats(ctx, floats.array(), range, "asfloat")?)
        }
    }
}

fn copy(data: &Data) -> Result<Data> {
    dispatch!(all data, |a| alloc::copy(a.view()).map(Data::from))
}

/// Warns where the target has values too far apart to hold the source's. From integer to integer it depends on the values.
fn warn_of_precision(ctx: &Context, from: DType, to: DType) {
    let digits = |dtype: DType| match dtype {
        DType::Bool => 1,
        DType::F32 | DType::C64 => f32::MANTISSA_DIGITS,
        DType::F64 | DType::C128 => f64::MANTISSA_DIGITS,
        integer => 8 * integer.itemsize() as u32 - u32::from(integer.is_signed_integer()),
    };
    let between_integers = from.is_integer() && to.is_integer();
    if !between_integers && (digits(from) > digits(to) || from.is_float() && to.is_integer()) {
        ctx.warn(format!("convert: {to} has less precision than {from}"));
    }
}

fn to_bool(data: &Data) -> Result<Data> {
    fn from<I: Integer>(a: &Shared<I>) -> Result<Data> {
        let max = I::saturated(i128::MAX).to_i128();
        alloc::map(a.view(), |v| 2 * v.to_i128() > max).map(Data::from)
    }
    dispatch!(integer data, |a| from(a), other => {
        dispatch!(real data, |a| alloc::map(a.view(), |v| v.to_f64() > 0.5).map(Data::from),
            complex => unreachable!("convert refuses complex images"))
    })
}

fn integer_to_float(array: &MaskedArray, dtype: DType) -> Result<MaskedArray> {
    fn from<I: Integer>(a: &Shared<I>, dtype: DType) -> Result<Data> {
        let max = I::saturated(i128::MAX).to_f64();
        match dtype {
            DType::F32 => alloc::map(a.view(), |v| (v.to_f64() / max).max(-1.0) as f32).map(Data::from),
            _ => alloc::map(a.view(), |v| (v.to_f64() / max).max(-1.0)).map(Data::from),
        }
    }
    let data = array.data();
    array.with_data(dispatch!(integer data, |a| from(a, dtype), other => data.cast(dtype))?)
}

fn to_integer(ctx: &Context, array: &MaskedArray, dtype: DType, uniform: bool) -> Result<MaskedArray> {
    fn to<I: Integer>(ctx: &Context, array: &MaskedArray, uniform: bool) -> Result<MaskedArray> {
        let data = array.data();
        match data {
            Data::Bool(a) => {
                let max = I::saturated(i128::MAX);
                array.with_data(alloc::map(a.view(), |v| if v { max } else { I::default() })?)
            }
            Data::F32(a) => float_to_integer::<f32, I>(ctx, array, a, uniform),
            Data::F64(a) => float_to_integer::<f64, I>(ctx, array, a, uniform),
            _ => dispatch!(integer data, |a| integer_to_integer::<_, I>(ctx, array, a),
                other => unreachable!("convert refuses complex images")),
        }
    }
    dispatch_dtype!(integer dtype, I => to::<I>(ctx, array, uniform), other => unreachable!("convert asks for integers"))
}

fn float_to_integer<F: Real, I: Integer>(
    ctx: &Context,
    array: &MaskedArray,
    data: &Shared<F>,
    uniform: bool,
) -> Result<MaskedArray> {
    let (mut outside, mut negative, mut nan) = (0usize, 0usize, 0usize);
    visit_unmasked(data, array.mask(), |v| {
        let v = v.to_f64();
        outside += usize::from(v.abs() > 1.0);
        negative += usize::from(v < 0.0);
        nan += usize::from(v.is_nan());
    });
    if outside > 0 {
        ctx.warn(format!("convert: {outside} pixels beyond -1 to 1 are clipped; normalise first to keep them"));
    }
    if negative > 0 && !I::SIGNED {
        warn_of_sign(ctx, I::DTYPE, negative);
    }
    let quantised = array.with_data(match (uniform, I::BITS) {
        (true, _) => alloc::map(data.view(), |v| quantise_uniformly::<I>(v.to_f64()))?,
        (false, 64) => alloc::map(data.view(), |v| quantise_64::<I>(v.to_f64()))?,
        (false, _) => alloc::map(data.view(), |v| quantise::<I>(v.to_f64()))?,
    })?;
    if nan == 0 {
        return Ok(quantised);
    }
    ctx.warn(format!("convert: {nan} pixels are NaN, which {} cannot hold: they are 0 and masked", I::DTYPE));
    let mask: Mask = alloc::map(data.view(), |v| v.is_nan())?.into_shared();
    quantised.with_more_mask(mask)
}

/// To the nearest integer; up to 32 bits `f64` is exact enough.
fn quantise<I: Integer>(v: f64) -> I {
    let steps = ((1u64 << I::BITS) - 1) as f64 * v.clamp(-1.0, 1.0);
    let scaled = if I::SIGNED { (steps - 1.0) / 2.0 } else { steps };
    if scaled.is_nan() { I::default() } else { I::saturated(i128::from(scaled.round_ties_even() as i64)) }
}

/// To the nearest of 2^64 integers: in `f64` the largest would be 2^63 or 2^64, which the target does not have.
fn quantise_64<I: Integer>(v: f64) -> I {
    /// Smaller values are less than 1/8 of a step.
    const TINY: f64 = 1.0 / (1u128 << 67) as f64;
    let v = v.clamp(-1.0, 1.0);
    if v.is_nan() {
        return I::default();
    }
    if v.abs() < TINY {
        // The signed integers' steps meet at 0: (0 - 1) / 2 is halfway between -1 and 0.
        return I::saturated(if v < 0.0 { -1 } else { 0 });
    }
    // v = mantissa / 2^shift, with a mantissa of 53 bits.
    let bits = v.abs().to_bits();
    let shift = 1075 - (bits >> 52) as u32;
    let mantissa = i128::from((bits & ((1 << 52) - 1)) | (1 << 52)) * if v < 0.0 { -1 } else { 1 };
    let steps = mantissa * i128::from(u64::MAX);
    I::saturated(if I::SIGNED { rounded_shift(steps - (1 << shift), shift + 1) } else { rounded_shift(steps, shift) })
}

/// `n / 2^shift`, halves to the even integer.
fn rounded_shift(n: i128, shift: u32) -> i128 {
    let floor = n >> shift;
    let rest = n - (floor << shift);
    let half = 1i128 << (shift - 1);
    floor + i128::from(rest > half || rest == half && floor & 1 == 1)
}

/// Into bands of equal width; a power of two times a float is exact.
fn quantise_uniformly<I: Integer>(v: f64) -> I {
    let scaled = (v.clamp(-1.0, 1.0) * (1u128 << value_bits::<I>()) as f64).floor();
    if scaled.is_nan() { I::default() } else { I::saturated(scaled as i128) }
}

fn integer_to_integer<A: Integer, B: Integer>(
    ctx: &Context,
    array: &MaskedArray,
    data: &Shared<A>,
) -> Result<MaskedArray> {
    let scale = Scale::between(ctx, Target::of::<A>(), Target::of::<B>(), survey(array, data));
    array.with_data(alloc::map(data.view(), |v| B::saturated(scale.apply(v.to_i128())))?)
}

/// Lowest and highest value and the number of negative ones, over unmasked pixels.
fn survey<A: Integer>(array: &MaskedArray, data: &Shared<A>) -> (i128, i128, usize) {
    let (mut max, mut min, mut negative) = (A::saturated(i128::MIN), A::saturated(i128::MAX), 0usize);
    visit_unmasked(data, array.mask(), |v| {
        max = if v > max { v } else { max };
        min = if v < min { v } else { min };
        negative += usize::from(v < A::default());
    });
    (min.to_i128(), max.to_i128(), negative)
}

/// What an integer type is, for code that need not be compiled for each.
#[derive(Clone, Copy)]
struct Target {
    dtype: DType,
    bits: u32,
    signed: bool,
    min: i128,
}

impl Target {
    fn of<I: Integer>() -> Target {
        Target { dtype: I::DTYPE, bits: I::BITS, signed: I::SIGNED, min: I::saturated(i128::MIN).to_i128() }
    }

    /// The bits that hold the value, without the sign's.
    fn value_bits(self) -> u32 {
        self.bits - u32::from(self.signed)
    }
}

/// `((v - low_in) * factor >> shift) + low_out`, the rule from one integer type to another.
struct Scale {
    low_in: i128,
    factor: i128,
    shift: u32,
    low_out: i128,
}

impl Scale {
    fn apply(&self, v: i128) -> i128 {
        (((v - self.low_in) * self.factor) >> self.shift) + self.low_out
    }

    fn between(ctx: &Context, from: Target, to: Target, (min, max, negative): (i128, i128, usize)) -> Scale {
        if negative > 0 && !to.signed {
            warn_of_sign(ctx, to.dtype, negative);
        }
        let (n, m) = (from.value_bits(), to.value_bits());
        let by = |factor, shift| Scale { low_in: 0, factor, shift, low_out: 0 };
        if n > m {
            if max < 1 << m && (!to.signed || min >= -(1 << m)) {
                if min <= max {
                    ctx.warn(format!(
                        "convert: {} to {} without scaling, because all values ({min} to {max}) fit",
                        from.dtype, to.dtype
                    ));
                }
                return by(1, 0);
            }
            ctx.warn(format!("convert: {} has less precision than {}", to.dtype, from.dtype));
            by(1, n - m)
        } else if from.signed && to.signed {
            // The whole range onto the whole range: both minima correspond.
            let factor = ((1 << to.bits) - 1) / ((1i128 << from.bits) - 1);
            Scale { low_in: from.min, factor, shift: 0, low_out: to.min }
        } else {
            // The bits repeated until they are enough, so that the maximum becomes the maximum.
            let enough = m.next_multiple_of(n);
            by(((1 << enough) - 1) / ((1i128 << n) - 1), enough - m)
        }
    }
}

/// The bits that hold the value, without the sign's.
fn value_bits<I: Integer>() -> u32 {
    I::BITS - u32::from(I::SIGNED)
}

fn warn_of_sign(ctx: &Context, dtype: DType, negative: usize) {
    ctx.warn(format!("convert: the sign is lost: {negative} negative pixels become 0 in {dtype}"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::Element;
    use num_complex::Complex;

    fn image<T: Element>(values: &[T]) -> Image {
        Image::new(alloc::from_vec(&[1, values.len()], values.to_vec()).unwrap())
    }

    fn masked<T: Element>(values: &[T], mask: &[bool]) -> Image {
        let mask = alloc::from_vec(&[1, mask.len()], mask.to_vec()).unwrap().into_shared();
        Image::new(MaskedArray::new(image(values).data().clone(), Some(mask)).unwrap())
    }

    /// Converts and gives the values, and how many warnings it made.
    fn converted<A: Element, B: Element>(values: &[A], uniform: bool, normalise: bool) -> (Vec<B>, usize) {
        let ctx = Context::new();
        let result = convert(&ctx, &image(values), B::DTYPE, uniform, normalise, false).unwrap();
        (result.data().typed::<B>().unwrap().iter().copied().collect(), ctx.warning_counts().0)
    }

    fn to<A: Element, B: Element>(values: &[A]) -> Vec<B> {
        converted(values, false, true).0
    }

    #[test]
    fn floats_go_to_the_nearest_integer() {
        assert_eq!(to::<_, u8>(&[0.0, 0.1, 0.5, 1.0]), [0, 26, 128, 255]);
        assert_eq!(to::<_, i8>(&[-1.0, -0.5, 0.0, 0.5, 1.0]), [-128, -64, 0, 63, 127]);
        assert_eq!(to::<_, u16>(&[0.5f32, 1.0]), [32768, 65535]);
        assert_eq!(to::<_, u32>(&[1.0f32, 0.5]), [u32::MAX, 1 << 31]);
        assert_eq!(to::<_, i32>(&[-1.0f32, 1.0]), [i32::MIN, i32::MAX]);
        assert_eq!(converted::<_, u8>(&[0.0, 0.1, 0.999, 1.0, -0.5], true, true).0, [0, 25, 255, 255, 0]);
        assert_eq!(converted::<_, i8>(&[-1.0, -0.001, 0.0, 0.5, 1.0], true, true).0, [-128, -1, 0, 64, 127]);
    }

    #[test]
    fn sixty_four_bits_are_exact() {
        let below = 1.0 - f64::EPSILON / 2.0;
        // 0.5 (2^64 - 1) is halfway between 2^63 - 1 and 2^63: the even one.
        assert_eq!(
            to::<_, u64>(&[0.0, 0.5, 0.25, below, 1.0, 1e-300]),
            [0, 1 << 63, 1 << 62, u64::MAX - 2048, u64::MAX, 0]
        );
        assert_eq!(to::<_, i64>(&[-1.0, 0.0, 0.5, 1.0]), [i64::MIN, 0, (1 << 62) - 1, i64::MAX]);
        assert_eq!(to::<_, i64>(&[-0.0, 1e-300, -1e-300, -0.5]), [0, 0, -1, -(1 << 62)]);
        assert_eq!(converted::<_, u64>(&[0.5, 1.0], true, true).0, [1 << 63, u64::MAX]);
        assert_eq!(converted::<_, i64>(&[-1.0, 0.5, 1.0], true, true).0, [i64::MIN, 1 << 62, i64::MAX]);
        assert_eq!(to::<i64, f64>(&[i64::MIN, 0, i64::MAX]), [-1.0, 0.0, 1.0]);
        assert_eq!(to::<u64, f32>(&[0, u64::MAX]), [0.0, 1.0]);
        assert_eq!(to::<i64, u64>(&[i64::MIN, -1, 0, 1, i64::MAX]), [0, 0, 0, 2, u64::MAX]);
        assert_eq!(to::<u64, i64>(&[u64::MAX, 3]), [i64::MAX, 1]);
        assert_eq!(to::<u64, bool>(&[(1 << 63) - 1, 1 << 63]), [false, true]);
        assert_eq!(to::<i64, bool>(&[(1 << 62) - 1, 1 << 62, -1]), [false, true, false]);
        assert_eq!(to::<bool, u64>(&[false, true]), [0, u64::MAX]);
    }

    #[test]
    fn the_general_path_of_64_bits_agrees_with_a_plain_one() {
        // Numbers with few bits, for which both numerator and denominator are small integers.
        for k in -1024i128..=1024 {
            let v = k as f64 / 1024.0;
            let round = |numerator: i128, denominator: i128| {
                let (floor, rest) = (numerator.div_euclid(denominator), numerator.rem_euclid(denominator));
                floor + i128::from(2 * rest > denominator || 2 * rest == denominator && floor % 2 != 0)
            };
            let n = k * i128::from(u64::MAX);
            assert_eq!(i128::from(quantise_64::<i64>(v)), round(n - 1024, 2048), "{v}");
            assert_eq!(i128::from(quantise_64::<u64>(v)), round(n, 1024).max(0), "{v}");
        }
    }

    #[test]
    fn integers_scale_by_their_bits() {
        assert_eq!(to::<i16, u8>(&[127, 128, 32767, -5]), [0, 1, 255, 0]);
        assert_eq!(to::<u16, i16>(&[0, 1, 65535]), [0, 0, 32767]);
        assert_eq!(to::<i8, i16>(&[-128, -1, 0, 127]), [-32768, -129, 128, 32767]);
        assert_eq!(to::<u8, u16>(&[0, 1, 255]), [0, 257, 65535]);
        assert_eq!(to::<u8, i16>(&[0, 1, 255]), [0, 128, 32767]);
        assert_eq!(to::<i8, u8>(&[-128, -1, 1, 127]), [0, 0, 2, 255]);
        assert_eq!(to::<i16, i8>(&[-32768, -1, 255, 32767]), [-128, -1, 0, 127]);
        assert_eq!(to::<i16, f64>(&[-32768, -32767, 0, 32767]), [-1.0, -1.0, 0.0, 1.0]);
        assert_eq!(to::<u8, bool>(&[127, 128]), [false, true]);
        assert_eq!(to::<f64, bool>(&[0.5, 0.6, -1.0, f64::NAN]), [false, true, false, false]);
        assert_eq!(to::<bool, i8>(&[false, true]), [0, 127]);
        assert_eq!(to::<bool, f32>(&[false, true]), [0.0, 1.0]);
        assert_eq!(converted::<i16, f64>(&[1, -2, 300], false, false).0, [1.0, -2.0, 300.0]);
    }

    #[test]
    fn extremes_map_to_extremes_between_all_integers() {
        fn pair<A: Integer, B: Integer>() {
            let max = B::saturated(i128::MAX);
            let min = if A::SIGNED && B::SIGNED { B::saturated(i128::MIN) } else { B::default() };
            let ends = [A::saturated(i128::MIN), A::saturated(i128::MAX)];
            assert_eq!(to::<A, B>(&ends), [min, max], "{} {}", A::DTYPE, B::DTYPE);
            assert_eq!(
                to::<f64, B>(&[1.0, -1.0]),
                [max, if B::SIGNED { B::saturated(i128::MIN) } else { B::default() }]
            );
        }
        for a in DType::ALL.iter().filter(|d| d.is_integer()) {
            for b in DType::ALL.iter().filter(|d| d.is_integer()) {
                dispatch_dtype!(integer *a, A => dispatch_dtype!(integer *b, B => pair::<A, B>(), other => ()), other => ());
            }
        }
    }

    #[test]
    fn values_that_fit_are_kept_and_masked_ones_do_not_decide() {
        assert_eq!(converted::<i16, u8>(&[1, 2, 255], false, true), (vec![1, 2, 255], 1));
        assert_eq!(converted::<i16, u8>(&[-5, 2, 255], false, true), (vec![0, 2, 255], 2));
        // The greatest value fits, but the least does not: unscaled it would wrap.
        assert_eq!(converted::<i16, i8>(&[-30000, 5], false, true).0, [-118, 0]);
        assert_eq!(converted::<i16, i8>(&[-128, 127], false, true).0, [-128, 127]);
        let ctx = Context::new();
        let hidden = masked(&[30000i16, 7, -5], &[true, false, true]);
        let result = convert(&ctx, &hidden, DType::U8, false, true, false).unwrap();
        assert_eq!(result.data().typed::<u8>().unwrap().as_slice().unwrap(), [255, 7, 0]);
        assert_eq!(result.array().mask(), hidden.array().mask());
        assert_eq!(ctx.warning_counts().0, 1);
        convert(&ctx, &masked(&[30000i16], &[true]), DType::U8, false, true, false).unwrap();
        convert(&ctx, &image::<i16>(&[]), DType::U8, false, true, false).unwrap();
        assert_eq!(ctx.warning_counts().0, 1);
    }

    #[test]
    fn floats_outside_are_clipped_only_on_the_way_to_integers() {
        let ctx = Context::new();
        let wide = masked(&[-3.0, f64::INFINITY, f64::NAN, 0.5, f64::NAN], &[false, false, false, false, true]);
        let result = convert(&ctx, &wide, DType::I8, false, true, false).unwrap();
        assert_eq!(result.data().typed::<i8>().unwrap().as_slice().unwrap(), [-128, 127, 0, 63, 0]);
        assert_eq!(result.array().mask().unwrap().as_slice().unwrap(), [false, false, true, false, true]);
        let warnings: Vec<String> = (0..9).map_while(|i| ctx.warning(i)).collect();
        assert_eq!(warnings.len(), 3, "{warnings:?}");
        assert!(warnings.iter().any(|w| w.contains("2 pixels beyond")));
        assert!(warnings.iter().any(|w| w.contains("1 pixels are NaN")));
        assert_eq!(converted::<f64, u8>(&[-0.5, 1.0], false, true), (vec![0, 255], 2));
        assert_eq!(converted::<f64, f32>(&[-3.0, 1e9], false, true), (vec![-3.0, 1e9], 1));
        assert_eq!(converted::<f32, f64>(&[-3.0, 1e9], false, true), (vec![-3.0, 1e9], 0));
    }

    #[test]
    fn loss_of_precision_is_told_where_there_is_one() {
        let warns = |from: Image, dtype| {
            let ctx = Context::new();
            convert(&ctx, &from, dtype, false, true, false).unwrap();
            ctx.warning_counts().0
        };
        for (from, dtype, expected) in [
            (image(&[1u8]), DType::F32, 0),
            (image(&[1i32]), DType::F32, 1),
            (image(&[1i32]), DType::F64, 0),
            (image(&[1i64]), DType::F64, 1),
            (image(&[0.5f32]), DType::U64, 1),
            (image(&[9u8]), DType::Bool, 1),
            (image(&[true]), DType::U8, 0),
            (image(&[9u8]), DType::I16, 0),
            (image(&[300u16]), DType::U8, 1),
            (image(&[Complex::new(0.5f64, 0.0)]), DType::C64, 1),
            (image(&[0.5f64]), DType::C64, 1),
            (image(&[0.5f32]), DType::C64, 0),
        ] {
            assert_eq!(warns(from.clone(), dtype), expected, "{} {dtype}", from.dtype());
        }
    }

    #[test]
    fn complex_numbers_come_from_all_and_go_to_their_like() {
        let c = |re: f64| Complex::new(re, 0.0);
        assert_eq!(to::<u8, Complex<f64>>(&[0, 51]), [c(0.0), c(0.2)]);
        assert_eq!(converted::<u8, Complex<f64>>(&[0, 51], false, false).0, [c(0.0), c(51.0)]);
        assert_eq!(to::<f64, Complex<f64>>(&[-7.5]), [c(-7.5)]);
        assert_eq!(to::<bool, Complex<f64>>(&[true]), [c(1.0)]);
        assert_eq!(to::<_, Complex<f32>>(&[Complex::new(0.5, -2.0)]), [Complex::new(0.5f32, -2.0)]);
        for dtype in DType::ALL.iter().filter(|d| !d.is_complex()) {
            let error = convert(&Context::new(), &image(&[c(1.0)]), *dtype, false, true, false).unwrap_err();
            assert_eq!(error.status(), Status::Dtype);
        }
    }

    #[test]
    fn the_same_dtype_shares_or_copies_as_asked() {
        let ctx = Context::new();
        for dtype in DType::ALL {
            let start = Image::new(Data::zeros(*dtype, &[3, 5]).unwrap());
            let place = |force| convert(&ctx, &start, *dtype, false, true, force).unwrap().data().as_ptr();
            assert_eq!(place(false), start.data().as_ptr());
            assert_ne!(place(true), start.data().as_ptr());
            assert!(convert(&ctx, &start, *dtype, false, true, true).unwrap().equals(&start));
        }
        assert_eq!(ctx.warning_counts().0, 0);
    }

    #[test]
    fn every_pair_of_dtypes_takes_every_rank_and_layout() {
        let ctx = Context::new();
        for from in DType::ALL {
            for dtype in DType::ALL.iter().filter(|d| d.is_complex() || !from.is_complex()) {
                for shape in [&[][..], &[3], &[2, 3], &[2, 1, 3, 2], &[0, 3]] {
                    let mut array = MaskedArray::from(Data::zeros(*from, shape).unwrap());
                    if let [rows, ..] = *shape
                        && rows > 1
                    {
                        array.invert_axis(0);
                    }
                    let image = Image::new(array);
                    let result = convert(&ctx, &image, *dtype, false, true, false).unwrap();
                    assert_eq!((result.dtype(), result.shape()), (*dtype, shape));
                    // Signed integers have no value for 0 itself but one for the step above it.
                    if !(from.is_signed_integer() && dtype.is_signed_integer()) {
                        assert!(result.array().equals(&Data::zeros(*dtype, shape).unwrap().into()), "{from} {dtype}");
                    }
                }
            }
        }
    }

    #[test]
    fn asfloat_leaves_floats_and_clips_on_request() {
        let ctx = Context::new();
        let wide = image(&[-2.0f32, -0.5, 0.5, 3.0]);
        let float = |image: &Image, normalise, clip, negative| {
            let result = asfloat(&ctx, image, normalise, clip, negative).unwrap();
            (result.dtype(), result.data().to_f64().unwrap().iter().copied().collect::<Vec<_>>())
        };
        assert!(asfloat(&ctx, &wide, true, false, false).unwrap().equals(&wide));
        assert_eq!(ctx.warning_counts().0, 0);
        assert_eq!(float(&wide, true, true, false), (DType::F32, vec![-1.0, -0.5, 0.5, 1.0]));
        assert_eq!(ctx.warning_counts().0, 1);
        for clip in [false, true] {
            assert_eq!(float(&wide, true, clip, true), (DType::F32, vec![0.0, 0.0, 0.5, 1.0]));
        }
        let ints = image(&[-128i8, 0, 127]);
        assert_eq!(float(&ints, true, false, false), (DType::F64, vec![-1.0, 0.0, 1.0]));
        assert_eq!(float(&ints, true, false, true), (DType::F64, vec![0.0, 0.0, 1.0]));
        assert_eq!(float(&ints, false, false, false), (DType::F64, vec![-128.0, 0.0, 127.0]));
        assert_eq!(float(&ints, false, true, false), (DType::F64, vec![-1.0, 0.0, 1.0]));
        assert_eq!(float(&image(&[false, true]), true, false, false), (DType::F64, vec![0.0, 1.0]));
        let complex = image(&[Complex::new(1.0, 0.0)]);
        assert_eq!(asfloat(&ctx, &complex, true, false, false).unwrap_err().status(), Status::Dtype);
    }
}
