//! Conversion of integers to integers, by the number of their bits.

use super::integer_range::{Target, survey};
use super::limits::warn_of_sign;
use crate::array::simd::multiversioned;
use crate::array::{Cast, DType, Integer, MaskedArray, Shared, alloc};
use crate::context::{Context, Error, Result, Status, Warning};
use crate::image::Image;
use crate::ops::engine::pixelwise::{CHUNK, Tally, chunks};
use crate::{dispatch, dispatch_dtype};

pub(super) fn integer_to_integer<A: Integer + Cast<i64>, B: Integer>(
    ctx: &Context,
    array: &MaskedArray,
    data: &Shared<A>,
) -> Result<MaskedArray>
where
    i64: Cast<B>,
{
    let scale = Scale::between(ctx, Target::of::<A>(), Target::of::<B>(), survey(array, data));
    scaled::<A, B>(ctx, array, data, &scale)
}

fn scaled<A: Integer + Cast<i64>, B: Integer>(
    ctx: &Context,
    array: &MaskedArray,
    data: &Shared<A>,
    scale: &Scale,
) -> Result<MaskedArray>
where
    i64: Cast<B>,
{
    if !scale.fits_i64(Target::of::<A>()) {
        return array.with_data(alloc::map(data.view(), |v| B::saturated(scale.apply(v.to_i128())))?);
    }
    let data = alloc::contiguous(data)?;
    let pixels = data.as_slice().unwrap_or_default();
    let [low_in, factor, low_out] = [scale.low_in, scale.factor, scale.low_out].map(|v| v as i64);
    let range = (B::saturated(i128::MIN).to_i128() as i64, B::saturated(i128::from(i64::MAX)).to_i128() as i64);
    let (out, _) = chunks(&ctx.whole(), pixels.len(), None, |at, _, out| {
        let mut wide = [0i64; CHUNK];
        let wide = &mut wide[..out.len()];
        widen(&pixels[at], wide);
        scale_i64(wide, (low_in, factor, scale.shift, low_out), range);
        narrow(wide, out);
        Tally::default()
    })?;
    array.with_data(alloc::from_vec(array.shape(), out)?)
}

// Masked pixels may lie outside of what the scale is made for: they wrap.
// In three steps through the cache, so that each is compiled for one type and not for each pair.

multiversioned! {
    fn widen<A: Integer + Cast<i64>>(pixels: &[A], wide: &mut [i64]) {
        pixels.iter().zip(wide).for_each(|(&v, wide)| *wide = v.cast());
    }
}

multiversioned! {
    fn scale_i64(wide: &mut [i64], (low_in, factor, shift, low_out): (i64, i64, u32, i64), (min, max): (i64, i64)) {
        // A product with 1 is not for free: the processors before AVX-512 have none of 64 bits.
        if factor == 1 {
            wide.iter_mut().for_each(|v| *v = (v.wrapping_sub(low_in) >> shift).wrapping_add(low_out).max(min).min(max));
        } else {
            let scale = |v: i64| (v.wrapping_sub(low_in).wrapping_mul(factor) >> shift).wrapping_add(low_out);
            wide.iter_mut().for_each(|v| *v = scale(*v).max(min).min(max));
        }
    }
}

multiversioned! {
    fn narrow<B: Integer>(wide: &[i64], out: &mut [B]) where i64: Cast<B> {
        wide.iter().zip(out).for_each(|(&v, out)| *out = v.cast());
    }
}

/// Integers from 0 to 2^n - 1 scaled to 0 to 2^m - 1: fewer bits are the first ones (all are kept where all values fit,
/// with a warning), more bits are the n repeated; exact where m is a multiple of n. No `dtype`: the smallest one with m
/// bits, signed where the image's is.
///
/// # Errors
/// [`Status::Dtype`] when the image's dtype is no integer; [`Status::InvalidArgument`] for numbers of bits that the image's
/// dtype or the result's does not have, for a dtype that is no integer; [`Status::OutOfRange`] when an unmasked pixel has
/// not n bits; [`Status::NoMemory`], [`Status::Cancelled`].
pub fn im_scale(ctx: &Context, image: &Image, n: u32, m: u32, dtype: Option<DType>) -> Result<Image> {
    const UNSIGNED: [DType; 4] = [DType::U8, DType::U16, DType::U32, DType::U64];
    const SIGNED: [DType; 4] = [DType::I8, DType::I16, DType::I32, DType::I64];
    fn typed<A: Integer + Cast<i64>>(
        ctx: &Context,
        array: &MaskedArray,
        data: &Shared<A>,
        (n, m, to): (u32, u32, DType),
    ) -> Result<MaskedArray> {
        let (min, max, _) = survey(array, data);
        if min <= max && (min < 0 || max >> n != 0) {
            return Err(Error::new(
                Status::OutOfRange,
                format!("`n` is {n}, for values from 0 to {}; the image has {min} to {max}", (1u128 << n) - 1),
            ));
        }
        let from = Target { bits: n, signed: false, min: 0, ..Target::of::<A>() };
        let scale = Scale::between(ctx, from, Target { bits: m, signed: false, min: 0, dtype: to }, (min, max, 0));
        dispatch_dtype!(integer to, B => scaled::<A, B>(ctx, array, data, &scale), other => unreachable!("it was checked"))
    }
    let from = image.dtype();
    if !from.is_integer() {
        return Err(Error::new(Status::Dtype, format!("im_scale: {from} is not an integer dtype")));
    }
    let value_bits = |dtype: DType| 8 * dtype.itemsize() as u32 - u32::from(dtype.is_signed_integer());
    if n == 0 || n > value_bits(from) {
        return Err(Error::argument("n", n, format!("1 to {}, the bits of {from}", value_bits(from))));
    }
    let alike = if from.is_signed_integer() { SIGNED } else { UNSIGNED };
    let to = match dtype {
        Some(dtype) if !dtype.is_integer() => return Err(Error::argument("dtype", dtype, "an integer dtype")),
        Some(dtype) => dtype,
        None => alike.into_iter().find(|&dtype| value_bits(dtype) >= m).unwrap_or(alike[3]),
    };
    if m == 0 || m > value_bits(to) {
        return Err(Error::argument("m", m, format!("1 to {}, the bits of {to}", value_bits(to))));
    }
    let array = image.array();
    let data = array.data();
    image.with_array(
        dispatch!(integer data, |a| typed(ctx, array, a, (n, m, to))?, other => unreachable!("it was checked")),
    )
}

/// `((v - low_in) * factor >> shift) + low_out`, the rule from one integer type to another.
pub(super) struct Scale {
    low_in: i128,
    factor: i128,
    shift: u32,
    low_out: i128,
}

impl Scale {
    pub(super) fn apply(&self, v: i128) -> i128 {
        ((v - self.low_in).wrapping_mul(self.factor) >> self.shift) + self.low_out
    }

    /// Whether all intermediate values of [`Scale::apply`] fit 64 bits.
    fn fits_i64(&self, from: Target) -> bool {
        let factor_bits = 128 - self.factor.leading_zeros();
        let exact = from.bits < 64 || from.signed && self.low_in == 0;
        exact && (self.factor == 1 || from.bits + factor_bits <= 62)
    }

    pub(super) fn between(ctx: &Context, from: Target, to: Target, (min, max, negative): (i128, i128, usize)) -> Scale {
        if negative > 0 && !to.signed {
            warn_of_sign(ctx, to.dtype, negative);
        }
        let (n, m) = (from.value_bits(), to.value_bits());
        let by = |factor, shift| Scale { low_in: 0, factor, shift, low_out: 0 };
        if n > m {
            if to.holds(min, max) {
                if min <= max {
                    ctx.warn(format!(
                        "convert: {} to {} without scaling, because all values ({min} to {max}) fit",
                        from.dtype, to.dtype
                    ));
                }
                return by(1, 0);
            }
            ctx.warn_of(Warning::Precision, format!("convert: {} has less precision than {}", to.dtype, from.dtype));
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
