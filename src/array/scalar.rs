//! One value of any dtype, as `item`, `fill`, `itemset` and the fill value use it.

use super::DType;
use super::{Cast, Element};
use num_complex::Complex;

/// A value of any element, without loss.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs, reason = "a variant is named after its kind")]
pub enum Scalar {
    Bool(bool),
    Int(i128),
    Float(f64),
    Complex(Complex<f64>),
}

/// As messages show it.
impl std::fmt::Display for Scalar {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Scalar::Bool(x) => write!(f, "{x}"),
            Scalar::Int(x) => write!(f, "{x}"),
            Scalar::Float(x) => write!(f, "{x:?}"),
            Scalar::Complex(x) => write!(f, "{x}"),
        }
    }
}

/// Elements that come from a [`Scalar`] and become one.
pub trait FromScalar: Element {
    /// The value as this type, converted as in [`Cast`].
    fn from_scalar(value: Scalar) -> Self;
    /// The value as it is.
    fn to_scalar(self) -> Scalar;
}

macro_rules! from_scalar {
    ($($type:ty => $kind:ident($wide:ty);)+) => { $(impl FromScalar for $type {
        fn from_scalar(value: Scalar) -> Self {
            match value {
                Scalar::Bool(x) => Cast::cast(x),
                // Integers wrap as they do in a cast; what does not fit 64 bits came from a u64 or an i64.
                Scalar::Int(x) if x < 0 => Cast::cast(x as i64),
                Scalar::Int(x) => Cast::cast(x as u64),
                Scalar::Float(x) => Cast::cast(x),
                Scalar::Complex(x) => Cast::cast(x),
            }
        }
        fn to_scalar(self) -> Scalar {
            Scalar::$kind(<$wide>::from(self))
        }
    })+ };
}
from_scalar! {
    bool => Bool(bool);
    u8 => Int(i128); i8 => Int(i128); u16 => Int(i128); i16 => Int(i128);
    u32 => Int(i128); i32 => Int(i128); u64 => Int(i128); i64 => Int(i128);
    f32 => Float(f64); f64 => Float(f64);
    Complex<f64> => Complex(Complex<f64>);
}

impl FromScalar for Complex<f32> {
    fn from_scalar(value: Scalar) -> Self {
        Complex::<f64>::from_scalar(value).cast()
    }
    fn to_scalar(self) -> Scalar {
        Scalar::Complex(self.cast())
    }
}

impl Scalar {
    /// The value as an element of this dtype holds it.
    #[must_use]
    pub fn in_dtype(self, dtype: DType) -> Scalar {
        crate::dispatch_dtype!(dtype, T => T::from_scalar(self).to_scalar())
    }

    /// The value, or for an integer that this dtype does not hold the nearest one that it does.
    #[must_use]
    pub fn nearest(self, dtype: DType) -> Scalar {
        let Scalar::Int(x) = self else { return self };
        crate::dispatch_dtype!(integer dtype, T => Scalar::Int(x.clamp(T::MIN.into(), T::MAX.into())), other => self)
    }

    /// The value as a complex number; integers beyond 53 bits are rounded.
    pub fn to_complex(self) -> Complex<f64> {
        Complex::<f64>::from_scalar(self)
    }

    /// Whether an element of this dtype can hold the value: an integer dtype holds neither NaN nor values beyond its range. This
    /// is what numpy asks of a fill value.
    pub fn fits(self, dtype: DType) -> bool {
        let whole = match self {
            Scalar::Bool(_) => return true,
            Scalar::Int(x) => x,
            // f64 to i128 saturates far beyond every dtype's range, and drops what follows the point, as numpy does.
            Scalar::Float(x) if x.is_finite() => x as i128,
            Scalar::Float(_) => return !dtype.is_integer(),
            Scalar::Complex(_) => return dtype.is_complex() || dtype == DType::Bool,
        };
        crate::dispatch_dtype!(integer dtype, T => (i128::from(T::MIN)..=i128::from(T::MAX)).contains(&whole), other => true)
    }

    /// numpy.ma's fill value where none was set.
    pub fn default_fill(dtype: DType) -> Scalar {
        match dtype {
            DType::Bool => Scalar::Bool(true),
            d if d.is_complex() => Scalar::Complex(Complex::new(1e20, 0.0)),
            d if d.is_float() => Scalar::Float(1e20),
            _ => Scalar::Int(999_999),
        }
        .in_dtype(dtype)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back_from_the_dtypes_that_hold_them() {
        for dtype in [DType::U64, DType::F64, DType::C128] {
            assert_eq!(Scalar::Int(5).in_dtype(dtype).to_complex().re, 5.0);
        }
        assert_eq!(Scalar::Int(i128::from(u64::MAX)).in_dtype(DType::U64), Scalar::Int(i128::from(u64::MAX)));
        assert_eq!(Scalar::Int(-1).in_dtype(DType::U8), Scalar::Int(255));
        assert_eq!(Scalar::Float(1e20).in_dtype(DType::F32), Scalar::Float(f64::from(1e20f32)));
        assert!(Scalar::Float(127.9).fits(DType::I8) && !Scalar::Float(128.0).fits(DType::I8));
        assert!(!Scalar::Float(f64::NAN).fits(DType::I64) && Scalar::Float(f64::NAN).fits(DType::F32));
        assert_eq!(Scalar::default_fill(DType::U8), Scalar::Int(63));
    }
}
