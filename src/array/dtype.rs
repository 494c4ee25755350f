//! The dtypes, and the Rust types behind them.

use super::{Data, Shared};
use num_complex::Complex;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Sub, SubAssign};

macro_rules! dtypes {
    ($($(#[doc = $doc:literal])+ $name:ident = $number:literal, $type:ident$(<$part:ident>)? as $bits:ty, $text:literal;)+) => {
        /// The type of an array's elements, in native byte order.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(i32)]
        pub enum DType { $($(#[doc = $doc])+ $name = $number,)+ }

        impl DType {
            /// Every dtype.
            pub const ALL: &'static [DType] = &[$(DType::$name,)+];

            /// The dtype with this number of the C interface.
            pub const fn from_code(code: i32) -> Option<DType> {
                match code { $($number => Some(DType::$name),)+ _ => None }
            }

            /// numpy's name.
            pub const fn name(self) -> &'static str {
                match self { $(DType::$name => $text,)+ }
            }

            /// The size of one element in bytes.
            pub const fn itemsize(self) -> usize {
                match self { $(DType::$name => size_of::<$type$(<$part>)?>(),)+ }
            }
        }

        $(impl Element for $type$(<$part>)? {
            const DTYPE: DType = DType::$name;
            type Bits = $bits;

            fn wrap(array: Shared<Self>) -> Data {
                Data::$name(array)
            }

            fn unwrap(data: &Data) -> Option<&Shared<Self>> {
                match data { Data::$name(array) => Some(array), _ => None }
            }
        })+
    };
}

dtypes! {
    /// One byte, 0 or 1.
    Bool = 1, bool as u8, "bool";
    /// Unsigned, 8 bits.
    U8 = 2, u8 as u8, "uint8";
    /// Signed, 8 bits.
    I8 = 3, i8 as u8, "int8";
    /// Unsigned, 16 bits.
    U16 = 4, u16 as u16, "uint16";
    /// Signed, 16 bits.
    I16 = 5, i16 as u16, "int16";
    /// Unsigned, 32 bits.
    U32 = 6, u32 as u32, "uint32";
    /// Signed, 32 bits.
    I32 = 7, i32 as u32, "int32";
    /// Unsigned, 64 bits.
    U64 = 8, u64 as u64, "uint64";
    /// Signed, 64 bits.
    I64 = 9, i64 as u64, "int64";
    /// IEEE 754, 32 bits.
    F32 = 10, f32 as u32, "float32";
    /// IEEE 754, 64 bits.
    F64 = 11, f64 as u64, "float64";
    /// Two `f32`: real and imaginary part.
    C64 = 12, Complex<f32> as Complex<f32>, "complex64";
    /// Two `f64`: real and imaginary part.
    C128 = 13, Complex<f64> as Complex<f64>, "complex128";
}

impl DType {
    /// The number that the C interface uses.
    pub const fn code(self) -> i32 {
        self as i32
    }

    /// The dtype with numpy's name.
    pub fn from_name(name: &str) -> Option<DType> {
        DType::ALL.iter().copied().find(|d| d.name() == name)
    }

    /// A signed integer.
    pub const fn is_signed_integer(self) -> bool {
        matches!(self, DType::I8 | DType::I16 | DType::I32 | DType::I64)
    }

    /// An unsigned integer (not bool).
    pub const fn is_unsigned_integer(self) -> bool {
        matches!(self, DType::U8 | DType::U16 | DType::U32 | DType::U64)
    }

    /// An integer (not bool).
    pub const fn is_integer(self) -> bool {
        self.is_signed_integer() || self.is_unsigned_integer()
    }

    /// `f32` or `f64`.
    pub const fn is_float(self) -> bool {
        matches!(self, DType::F32 | DType::F64)
    }

    /// `complex64` or `complex128`.
    pub const fn is_complex(self) -> bool {
        matches!(self, DType::C64 | DType::C128)
    }
}

impl fmt::Display for DType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A type that arrays are made of.
pub trait Element: Copy + Default + PartialEq + fmt::Debug + Send + Sync + 'static {
    /// The dtype of this type.
    const DTYPE: DType;
    /// A type of the same size and alignment that any bits make. What only moves elements is compiled for these types.
    type Bits: Element;
    /// Puts an array of this type under a run-time dtype.
    fn wrap(array: Shared<Self>) -> Data;
    /// The array, when it is of this type.
    fn unwrap(data: &Data) -> Option<&Shared<Self>>;
}

/// The real number types, as image operations see them: ordered, with a way to `f64`.
pub trait Real: Element + PartialOrd {
    /// The value as an `f64`; beyond 53 bits rounded.
    fn to_f64(self) -> f64;
    /// Not a number (never for integers).
    fn is_nan(self) -> bool {
        false
    }
}

macro_rules! real {
    ($($type:ty)+) => { $(impl Real for $type {
        fn to_f64(self) -> f64 {
            self as f64
        }
    })+ };
}
real!(u8 i8 u16 i16 u32 i32 u64 i64);

/// The integer types, bool not among them.
pub trait Integer: Real {
    /// The number of bits, the sign's among them.
    const BITS: u32;
    /// Whether there are negative values.
    const SIGNED: bool;
    /// The value in a type that holds every integer of every dtype.
    fn to_i128(self) -> i128;
    /// The nearest value of this type.
    fn saturated(wide: i128) -> Self;
}

macro_rules! integer {
    ($($type:ty)+) => { $(impl Integer for $type {
        const BITS: u32 = <$type>::BITS;
        const SIGNED: bool = <$type>::MIN != 0;
        fn to_i128(self) -> i128 {
            i128::from(self)
        }
        fn saturated(wide: i128) -> Self {
            wide.clamp(i128::from(<$type>::MIN), i128::from(<$type>::MAX)) as $type
        }
    })+ };
}
integer!(u8 i8 u16 i16 u32 i32 u64 i64);

impl Real for bool {
    fn to_f64(self) -> f64 {
        f64::from(u8::from(self))
    }
}

macro_rules! real_float {
    ($($type:ident)+) => { $(impl Real for $type {
        fn to_f64(self) -> f64 {
            f64::from(self)
        }
        fn is_nan(self) -> bool {
            $type::is_nan(self)
        }
    })+ };
}
real_float!(f32 f64);

/// The floating-point types: image operations compute in one of these, `f32` for `f32` images and `f64` for all others.
pub trait Float:
    Real
    + Neg<Output = Self>
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + AddAssign
    + SubAssign
    + MulAssign
    + DivAssign
    + Sum
{
    /// 0
    const ZERO: Self;
    /// 1
    const ONE: Self;
    /// Not a number.
    const NAN: Self;
    /// The distance from 1 to the next number.
    const EPSILON: Self;
    /// The nearest value of this type.
    fn from_f64(value: f64) -> Self;
    /// The magnitude.
    fn abs(self) -> Self;
    /// The square root.
    fn sqrt(self) -> Self;
    /// The greatest integer that is not above the value.
    fn floor(self) -> Self;
    /// Neither infinite nor NaN.
    fn is_finite(self) -> bool;
    /// The smaller of two; the other one where one is NaN.
    fn min(self, other: Self) -> Self;
    /// The greater of two; the other one where one is NaN.
    fn max(self, other: Self) -> Self;
}

macro_rules! float {
    ($($type:ident)+) => { $(impl Float for $type {
        const ZERO: Self = 0.0;
        const ONE: Self = 1.0;
        const NAN: Self = $type::NAN;
        const EPSILON: Self = $type::EPSILON;
        #[inline(always)]
        fn from_f64(value: f64) -> Self {
            value as $type
        }
        #[inline(always)]
        fn abs(self) -> Self {
            $type::abs(self)
        }
        #[inline(always)]
        fn sqrt(self) -> Self {
            $type::sqrt(self)
        }
        #[inline(always)]
        fn floor(self) -> Self {
            $type::floor(self)
        }
        #[inline(always)]
        fn is_finite(self) -> bool {
            $type::is_finite(self)
        }
        #[inline(always)]
        fn min(self, other: Self) -> Self {
            $type::min(self, other)
        }
        #[inline(always)]
        fn max(self, other: Self) -> Self {
            $type::max(self, other)
        }
    })+ };
}
float!(f32 f64);
