//! Conversion between dtypes that keeps the meaning of values: floats have the range -1 to 1, integers their whole range,
//! bool 0 and 1.
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
//! rint rounds halves to the even integer. Values beyond the target's range are clipped. These are the conventions
//! of scikit-image, evaluated exactly also at 64 bits. Masked pixels are converted, but do not count for warnings and for
//! the decision whether values fit.

mod floats;
mod integer_range;
mod integers;
mod limits;

pub use integers::im_scale;
pub use limits::{dtype_limits, prec_loss, sign_loss};

use super::intensity::clip::clamp_floats;
use crate::array::{Cast, DType, Data, Integer, MaskedArray, Real, Shared, alloc};
use crate::context::{Context, Error, Result, Status, Warning};
use crate::image::Image;
use crate::{dispatch, dispatch_dtype};
use floats::float_to_integer;
use integers::integer_to_integer;

/// The image in another dtype, by the rules of this module.
///
/// - `uniform`: floats are distributed over the integers in bands of equal width instead of rounded to the nearest.
/// - `normalise`: integers that become floats are divided by their dtype's maximum; otherwise they keep their values.
/// - `force_copy`: the pixels are copied also where the dtype stays, instead of shared.
///
/// Arrays of any rank are allowed. Planes, map and metadata stay. Warnings report a loss of precision,
/// floats beyond -1 to 1 that were clipped to fit an integer, and negative values that became 0. NaN has no
/// integer value: it becomes 0 and is masked.
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
    if !(from.is_integer() && dtype.is_integer()) && limits::coarser(from, dtype) {
        ctx.warn_of(Warning::Precision, format!("convert: {dtype} has less precision than {from}"));
    }
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

/// The image as integers: [`convert`] for the integer dtypes, rounding to the nearest.
///
/// # Errors
/// [`Status::InvalidArgument`] for a dtype that is none; else as there.
pub fn asint(ctx: &Context, image: &Image, dtype: DType) -> Result<Image> {
    if !dtype.is_integer() {
        return Err(Error::argument("dtype", dtype, "an integer dtype"));
    }
    convert(ctx, image, dtype, false, true, false)
}

fn copy(data: &Data) -> Result<Data> {
    dispatch!(all data, |a| alloc::copy(a.view()).map(Data::from))
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
    fn to<I: Integer>(ctx: &Context, array: &MaskedArray, uniform: bool) -> Result<MaskedArray>
    where
        i64: Cast<I>,
    {
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

#[cfg(test)]
mod tests;
