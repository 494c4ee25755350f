//! numpy's rules of which dtype may become which.

use super::{DType, Scalar};
use crate::context::{Error, Result, Status};

/// What a conversion may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Casting {
    /// Nothing at all may change.
    No,
    /// The byte order may change: in native order the same as `No`.
    Equiv,
    /// Every value must fit.
    Safe,
    /// As `Safe`, or the kind stays or widens: bool, unsigned, signed, float, complex.
    SameKind,
    /// Everything.
    Unsafe,
}

impl Casting {
    const fn name(self) -> &'static str {
        match self {
            Casting::No => "no",
            Casting::Equiv => "equiv",
            Casting::Safe => "safe",
            Casting::SameKind => "same_kind",
            Casting::Unsafe => "unsafe",
        }
    }
}

/// The kind's rank, and the bits that a mantissa or an integer needs at least.
const fn kind(dtype: DType) -> (u8, usize) {
    let bits = 8 * dtype.itemsize();
    match dtype {
        DType::Bool => (0, 1),
        d if d.is_unsigned_integer() => (1, bits),
        d if d.is_signed_integer() => (2, bits),
        d if d.is_float() => (3, bits),
        _ => (4, bits / 2),
    }
}

/// Whether every value of one dtype fits another. As in numpy 64-bit integers count as fitting f64.
pub const fn is_safe(from: DType, to: DType) -> bool {
    let ((a, from_bits), (b, to_bits)) = (kind(from), kind(to));
    match (a, b) {
        (0, _) => true,
        _ if a > b => false,
        _ if a == b => from_bits <= to_bits,
        (1, 2) => from_bits < to_bits,
        // From 32 bits on an integer needs f64; f32 holds those of 16 bits.
        (1 | 2, _) => from_bits < to_bits || to_bits == 64,
        _ => from_bits <= to_bits,
    }
}

/// Whether a rule allows a conversion.
///
/// # Errors
/// [`Status::Dtype`] when it does not.
pub fn check(from: DType, to: DType, rule: Casting) -> Result<()> {
    let allowed = from == to
        || match rule {
            Casting::No | Casting::Equiv => false,
            Casting::Safe => is_safe(from, to),
            Casting::SameKind => is_safe(from, to) || kind(from).0 <= kind(to).0,
            Casting::Unsafe => true,
        };
    match allowed {
        true => Ok(()),
        false => {
            Err(Error::new(Status::Dtype, format!("the rule `{}` does not allow {from} to become {to}", rule.name())))
        }
    }
}

/// The smallest dtype that both fit.
pub fn promote(a: DType, b: DType) -> DType {
    // Ascending in kind and size; complex128 holds everything.
    DType::ALL.iter().copied().find(|&to| is_safe(a, to) && is_safe(b, to)).unwrap_or(DType::C128)
}

/// The dtype of a result of an array with a number that numpy 1 treats as a Python scalar: the number counts by its value
/// where it is of the array's kind, and by its default dtype where it is of a higher one. A float that is whole counts as an
/// integer.
pub fn promote_with_value(array: DType, value: Scalar) -> DType {
    let (number, whole) = match value {
        Scalar::Bool(value) => (f64::from(u8::from(value)), Some(i128::from(value))),
        Scalar::Int(value) => (value as f64, Some(value)),
        Scalar::Float(value) => (value, (value.is_finite() && value.fract() == 0.0).then_some(value as i128)),
        Scalar::Complex(value) => (value.re, None),
    };
    // A double at 2^64 is one that u64 does not hold, but numpy counts it as the greatest.
    let held = (i128::from(i64::MIN)..=1i128 << 64).contains(&whole.unwrap_or(i128::MAX));
    match (array, whole.filter(|_| held)) {
        // An integer counts as the smallest dtype that holds it, which single precision may not hold.
        (DType::F32 | DType::C64, Some(whole)) if matches!(value, Scalar::Int(_)) => {
            promote(array, smallest(whole, false))
        }
        (DType::F32 | DType::C64, _) if number.is_finite() && !(number as f32).is_finite() => {
            promote(array, DType::F64)
        }
        (d, _) if d.is_float() || d.is_complex() => array,
        (_, None) => DType::F64,
        (DType::Bool, Some(value)) if value > i128::from(i64::MAX) => DType::U64,
        (DType::Bool, Some(_)) => DType::I64,
        (_, Some(value)) => promote(array, smallest(value, array.is_signed_integer())),
    }
}

/// The smallest integer dtype with a value; a positive one may as well be a signed integer of the same size.
fn smallest(value: i128, signed: bool) -> DType {
    let fits = |bits: usize, signed: bool| match signed {
        true => (-(1i128 << (bits - 1))..1i128 << (bits - 1)).contains(&value),
        false => (0..1i128 << bits).contains(&value),
    };
    let size = [8, 16, 32, 64].into_iter().find(|&bits| fits(bits, value < 0)).unwrap_or(64);
    let signed = value < 0 || signed && fits(size, true);
    let fitting = |d: &DType| d.is_integer() && d.itemsize() * 8 == size && d.is_signed_integer() == signed;
    DType::ALL.iter().copied().find(fitting).unwrap_or(DType::I64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_numpys() {
        assert!(is_safe(DType::U32, DType::I64) && !is_safe(DType::U32, DType::I32) && !is_safe(DType::I8, DType::U16));
        assert!(is_safe(DType::I64, DType::F64) && is_safe(DType::U16, DType::C64) && !is_safe(DType::I32, DType::F32));
        assert!(!is_safe(DType::F64, DType::C64) && is_safe(DType::F32, DType::C64));
        assert!(check(DType::F64, DType::F32, Casting::SameKind).is_ok());
        assert!(check(DType::I8, DType::U64, Casting::SameKind).is_err());
        assert!(check(DType::F64, DType::Bool, Casting::Unsafe).is_ok());
        assert!(check(DType::F64, DType::C128, Casting::Equiv).is_err());
        assert_eq!(promote(DType::U8, DType::I8), DType::I16);
        assert_eq!(promote(DType::U64, DType::I8), DType::F64);
        assert_eq!(promote(DType::F64, DType::C64), DType::C128);
        assert_eq!(promote(DType::I16, DType::F32), DType::F32);
        assert_eq!(promote_with_value(DType::I8, Scalar::Float(300.0)), DType::I16);
        assert_eq!(promote_with_value(DType::I64, Scalar::Int(i128::from(u64::MAX))), DType::F64);
        assert_eq!(promote_with_value(DType::F32, Scalar::Int(1 << 31)), DType::F64);
        assert_eq!(promote_with_value(DType::F32, Scalar::Int(1 << 15)), DType::F32);
        assert_eq!(promote_with_value(DType::I8, Scalar::Float(40_000.0)), DType::I32);
        assert_eq!(promote_with_value(DType::U8, Scalar::Float(-1.0)), DType::I16);
        assert_eq!(promote_with_value(DType::U8, Scalar::Float(0.5)), DType::F64);
        assert_eq!(promote_with_value(DType::F32, Scalar::Float(1e300)), DType::F64);
        assert_eq!(promote_with_value(DType::F32, Scalar::Float(f64::INFINITY)), DType::F32);
    }
}
