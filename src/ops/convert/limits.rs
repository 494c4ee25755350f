//! The range of a dtype, and whether a conversion loses precision or signs.

use super::integer_range::{Target, survey};
use crate::array::{DType, Real, visit_unmasked};
use crate::context::{Context, Error, Result, Status, Warning};
use crate::dispatch;
use crate::dispatch_dtype;
use crate::image::Image;

/// The range of intensities of a dtype: -1 to 1 for floats, 0 to 1 for bool, all values of an integer (64-bit ones
/// rounded to `f64`). With `clip_negative` it begins at 0.
///
/// # Errors
/// [`Status::Dtype`] for complex dtypes.
pub fn dtype_limits(dtype: DType, clip_negative: bool) -> Result<(f64, f64)> {
    let (low, high) = match dtype {
        DType::Bool => (0.0, 1.0),
        DType::F32 | DType::F64 => (-1.0, 1.0),
        _ => dispatch_dtype!(integer dtype, I => (I::MIN.to_f64(), I::MAX.to_f64()), other => {
            return Err(Error::new(Status::Dtype, format!("{dtype} has no range of intensities: its values have no order")));
        }),
    };
    Ok((if clip_negative { 0.0 } else { low }, high))
}

/// Whether converting the image to a dtype loses precision; with a warning. Between integers it depends on the
/// unmasked pixels: if all fit they are kept unchanged.
pub fn prec_loss(ctx: &Context, image: &Image, dtype: DType) -> bool {
    let from = image.dtype();
    let loses = coarser(from, dtype)
        && match image.data() {
            data if dtype.is_integer() => dispatch!(integer data, |a| {
                let (min, max, _) = survey(image.array(), a);
                !Target::named(dtype).holds(min, max)
            }, other => true),
            _ => true,
        };
    if loses {
        ctx.warn_of(Warning::Precision, format!("prec_loss: {dtype} has less precision than {from}"));
    }
    loses
}

/// Whether converting the image to a dtype loses signs: it has negative unmasked pixels and the dtype has no negative
/// values. With a warning.
///
/// # Errors
/// [`Status::Dtype`] for complex images.
pub fn sign_loss(ctx: &Context, image: &Image, dtype: DType) -> Result<bool> {
    let from = image.dtype();
    if from.is_complex() {
        return Err(Error::new(Status::Dtype, format!("sign_loss: {from} values have no sign")));
    }
    let mut negative = 0usize;
    let data = image.data();
    if dtype.is_unsigned_integer() || dtype == DType::Bool {
        dispatch!(real data, |a| visit_unmasked(a, image.array().mask(), |v| negative += usize::from(v.to_f64() < 0.0)),
            complex => ());
    }
    if negative > 0 {
        ctx.warn_of(
            Warning::Sign,
            format!("sign_loss: {negative} negative pixels of {from} cannot be represented in {dtype}"),
        );
    }
    Ok(negative > 0)
}

/// Whether a dtype's values are farther apart than another's.
pub(super) fn coarser(from: DType, to: DType) -> bool {
    let digits = |dtype: DType| match dtype {
        DType::Bool => 1,
        DType::F32 | DType::C64 => f32::MANTISSA_DIGITS,
        DType::F64 | DType::C128 => f64::MANTISSA_DIGITS,
        integer => 8 * integer.itemsize() as u32 - u32::from(integer.is_signed_integer()),
    };
    let floats = from.is_float() || from.is_complex();
    digits(from) > digits(to) || floats && to.is_integer()
}

pub(super) fn warn_of_sign(ctx: &Context, dtype: DType, negative: usize) {
    ctx.warn_of(Warning::Sign, format!("convert: the sign is lost: {negative} negative pixels become 0 in {dtype}"));
}
