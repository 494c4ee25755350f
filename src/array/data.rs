//! An array whose dtype is known at run time.

use super::Shared;
use num_complex::Complex;

/// An array of one of the dtypes. Cloning copies nothing.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "a variant is named after its dtype")]
pub enum Data {
    Bool(Shared<bool>),
    U8(Shared<u8>),
    I8(Shared<i8>),
    U16(Shared<u16>),
    I16(Shared<i16>),
    U32(Shared<u32>),
    I32(Shared<i32>),
    U64(Shared<u64>),
    I64(Shared<i64>),
    F32(Shared<f32>),
    F64(Shared<f64>),
    C64(Shared<Complex<f32>>),
    C128(Shared<Complex<f64>>),
}

/// Runs an expression on the typed array in a [`Data`], once for each dtype: the only place where a run-time dtype
/// becomes a type. The family follows the data: `all`, `real` with an arm for the complex ones, or `integer` with an arm for
/// the others, bool among them.
///
/// ```
/// use stoner::{array::Data, dispatch};
/// let data = Data::from(ndarray::arr1(&[1u8, 2, 3]).into_dyn());
/// let len = dispatch!(all &data, |a| a.len());
/// let sum = dispatch!(real &data, |a| a.iter().map(|&x| stoner::array::Real::to_f64(x)).sum::<f64>(), complex => f64::NAN);
/// assert_eq!((len, sum), (3, 6.0));
/// ```
#[macro_export]
macro_rules! dispatch {
    (all $data:expr, |$array:ident| $body:expr) => {
        match $data {
            $crate::array::Data::C64($array) => $body,
            $crate::array::Data::C128($array) => $body,
            real => $crate::dispatch!(real real, |$array| $body, complex => unreachable!("complex came before")),
        }
    };
    (real $data:expr, |$array:ident| $body:expr, complex => $complex:expr) => {
        match $data {
            $crate::array::Data::Bool($array) => $body,
            $crate::array::Data::U8($array) => $body,
            $crate::array::Data::I8($array) => $body,
            $crate::array::Data::U16($array) => $body,
            $crate::array::Data::I16($array) => $body,
            $crate::array::Data::U32($array) => $body,
            $crate::array::Data::I32($array) => $body,
            $crate::array::Data::U64($array) => $body,
            $crate::array::Data::I64($array) => $body,
            $crate::array::Data::F32($array) => $body,
            $crate::array::Data::F64($array) => $body,
            _ => $complex,
        }
    };
    (integer $data:expr, |$array:ident| $body:expr, other => $other:expr) => {
        match $data {
            $crate::array::Data::U8($array) => $body,
            $crate::array::Data::I8($array) => $body,
            $crate::array::Data::U16($array) => $body,
            $crate::array::Data::I16($array) => $body,
            $crate::array::Data::U32($array) => $body,
            $crate::array::Data::I32($array) => $body,
            $crate::array::Data::U64($array) => $body,
            $crate::array::Data::I64($array) => $body,
            _ => $other,
        }
    };
}

/// Runs an expression with a type alias for the type behind a [`DType`](crate::array::DType); with `integer` for the integers alone.
///
/// ```
/// use stoner::{array::DType, dispatch_dtype};
/// assert_eq!(dispatch_dtype!(DType::F32, T => size_of::<T>()), 4);
/// ```
#[macro_export]
macro_rules! dispatch_dtype {
    (integer $dtype:expr, $type:ident => $body:expr, other => $other:expr) => {
        match $dtype {
            $crate::array::DType::U8 => {
                type $type = u8;
                $body
            }
            $crate::array::DType::I8 => {
                type $type = i8;
                $body
            }
            $crate::array::DType::U16 => {
                type $type = u16;
                $body
            }
            $crate::array::DType::I16 => {
                type $type = i16;
                $body
            }
            $crate::array::DType::U32 => {
                type $type = u32;
                $body
            }
            $crate::array::DType::I32 => {
                type $type = i32;
                $body
            }
            $crate::array::DType::U64 => {
                type $type = u64;
                $body
            }
            $crate::array::DType::I64 => {
                type $type = i64;
                $body
            }
            _ => $other,
        }
    };
    ($dtype:expr, $type:ident => $body:expr) => {
        match $dtype {
            $crate::array::DType::Bool => {
                type $type = bool;
                $body
            }
            $crate::array::DType::U8 => {
                type $type = u8;
                $body
            }
            $crate::array::DType::I8 => {
                type $type = i8;
                $body
            }
            $crate::array::DType::U16 => {
                type $type = u16;
                $body
            }
            $crate::array::DType::I16 => {
                type $type = i16;
                $body
            }
            $crate::array::DType::U32 => {
                type $type = u32;
                $body
            }
            $crate::array::DType::I32 => {
                type $type = i32;
                $body
            }
            $crate::array::DType::U64 => {
                type $type = u64;
                $body
            }
            $crate::array::DType::I64 => {
                type $type = i64;
                $body
            }
            $crate::array::DType::F32 => {
                type $type = f32;
                $body
            }
            $crate::array::DType::F64 => {
                type $type = f64;
                $body
            }
            $crate::array::DType::C64 => {
                type $type = ::num_complex::Complex<f32>;
                $body
            }
            $crate::array::DType::C128 => {
                type $type = ::num_complex::Complex<f64>;
                $body
            }
        }
    };
}
