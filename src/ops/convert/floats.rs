//! Conversion of floats to integers.

use super::limits::warn_of_sign;
use crate::array::{Integer, Mask, MaskedArray, Real, Shared, alloc, visit_unmasked};
use crate::context::{Context, Result, Warning};

pub(super) fn float_to_integer<F: Real, I: Integer>(
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
        ctx.warn_of(
            Warning::Clipped,
            format!("convert: {outside} pixels beyond -1 to 1 are clipped; normalise first to keep them"),
        );
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
    ctx.warn_of(
        Warning::Clipped,
        format!("convert: {nan} pixels are NaN, which {} cannot hold: they are 0 and masked", I::DTYPE),
    );
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
pub(super) fn quantise_64<I: Integer>(v: f64) -> I {
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

/// The bits that hold the value, without the sign's.
fn value_bits<I: Integer>() -> u32 {
    I::BITS - u32::from(I::SIGNED)
}
