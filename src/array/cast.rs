//! Conversion between dtypes as in C, and defined where C leaves it undefined: a float that does not fit an integer becomes
//! the nearest integer that fits, NaN becomes 0, anything but 0 is `true`, the imaginary part is dropped.

use super::{Data, Element, alloc};
use crate::array::DType;
use crate::context::Result;
use crate::{dispatch, dispatch_dtype};
use num_complex::Complex;

/// A value of type `Self` as one of type `T`.
pub trait Cast<T> {
    /// The conversion of the module's description.
    fn cast(self) -> T;
}

macro_rules! numbers {
    ($from:ty => $($to:ty)+) => { $(impl Cast<$to> for $from {
        fn cast(self) -> $to {
            self as $to
        }
    })+ };
}

macro_rules! casts {
    ($($type:ty),+) => { $(
        numbers!($type => u8 i8 u16 i16 u32 i32 u64 i64 f32 f64);
        impl Cast<bool> for $type {
            fn cast(self) -> bool {
                self != <$type>::default()
            }
        }
        impl Cast<$type> for bool {
            fn cast(self) -> $type {
                u8::from(self) as $type
            }
        }
        impl Cast<Complex<f32>> for $type {
            fn cast(self) -> Complex<f32> {
                Complex::new(self as f32, 0.0)
            }
        }
        impl Cast<Complex<f64>> for $type {
            fn cast(self) -> Complex<f64> {
                Complex::new(self as f64, 0.0)
            }
        }
        impl Cast<$type> for Complex<f32> {
            fn cast(self) -> $type {
                self.re as $type
            }
        }
        impl Cast<$type> for Complex<f64> {
            fn cast(self) -> $type {
                self.re as $type
            }
        }
    )+ };
}
casts!(u8, i8, u16, i16, u32, i32, u64, i64, f32, f64);

impl Cast<bool> for bool {
    fn cast(self) -> bool {
        self
    }
}

macro_rules! complex_casts {
    ($($from:ident => $to:ident)+) => { $(impl Cast<Complex<$to>> for Complex<$from> {
        fn cast(self) -> Complex<$to> {
            Complex::new(self.re as $to, self.im as $to)
        }
    })+ };
}
complex_casts!(f32 => f32 f32 => f64 f64 => f32 f64 => f64);

macro_rules! complex_bool {
    ($($float:ident)+) => { $(
        impl Cast<bool> for Complex<$float> {
            fn cast(self) -> bool {
                self.re != 0.0 || self.im != 0.0
            }
        }
        impl Cast<Complex<$float>> for bool {
            fn cast(self) -> Complex<$float> {
                Complex::new(f32::from(u8::from(self)) as $float, 0.0)
            }
        }
    )+ };
}
complex_bool!(f32 f64);

/// What every element can be cast to.
pub(crate) trait CastAll:
    Element
    + Cast<bool>
    + Cast<u8>
    + Cast<i8>
    + Cast<u16>
    + Cast<i16>
    + Cast<u32>
    + Cast<i32>
    + Cast<u64>
    + Cast<i64>
    + Cast<f32>
    + Cast<f64>
    + Cast<Complex<f32>>
    + Cast<Complex<f64>>
{
}
impl<T> CastAll for T where
    T: Element
        + Cast<bool>
        + Cast<u8>
        + Cast<i8>
        + Cast<u16>
        + Cast<i16>
        + Cast<u32>
        + Cast<i32>
        + Cast<u64>
        + Cast<i64>
        + Cast<f32>
        + Cast<f64>
        + Cast<Complex<f32>>
        + Cast<Complex<f64>>
{
}

/// A type that elements of every dtype are cast to.
pub(crate) trait CastTarget: Element {
    /// Casts a run. There is one such loop for each pair of dtypes, and nothing else: what it is called from is compiled for one dtype or none.
    fn convert<A: CastAll>(from: &[A], to: &mut [Self]);
    /// Casts a run to the end of a vector that has room for it: memory that is not written to before.
    fn append<A: CastAll>(from: &[A], to: &mut Vec<Self>);
}

macro_rules! cast_target {
    ($($type:ty)+) => { $(impl CastTarget for $type {
        #[inline(never)]
        fn convert<A: CastAll>(from: &[A], to: &mut [Self]) {
            to.iter_mut().zip(from).for_each(|(to, &from)| *to = <A as Cast<$type>>::cast(from));
        }
        fn append<A: CastAll>(from: &[A], to: &mut Vec<Self>) {
            to.extend(from.iter().map(|&x| <A as Cast<$type>>::cast(x)));
        }
    })+ };
}
cast_target!(bool u8 i8 u16 i16 u32 i32 u64 i64 f32 f64 Complex<f32> Complex<f64>);

impl Data {
    /// The array with elements of another dtype; the same storage when it is the same dtype.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory).
    pub fn cast(&self, dtype: DType) -> Result<Data> {
        if dtype == self.dtype() {
            return Ok(self.clone());
        }
        fn from<T: CastAll>(a: &super::Shared<T>, dtype: DType) -> Result<Data> {
            dispatch_dtype!(dtype, U => {
                let mut out = alloc::vec::<U>(alloc::checked_len(a.shape(), size_of::<U>())?)?;
                alloc::each_run(a.view(), &mut |run| U::append(run, &mut out));
                alloc::from_vec(a.shape(), out).map(Data::from)
            })
        }
        dispatch!(all self, |a| from(a, dtype))
    }

    /// The array as `f64`; see [`Data::cast`].
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory).
    pub fn to_f64(&self) -> Result<super::Shared<f64>> {
        match self.cast(DType::F64)? {
            Data::F64(a) => Ok(a),
            _ => unreachable!("cast gives the dtype that was asked for"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn out_of_range_floats_saturate_and_integers_wrap() {
        assert_eq!(<f64 as Cast<u8>>::cast(300.0), 255);
        assert_eq!(<f64 as Cast<i16>>::cast(f64::NAN), 0);
        assert_eq!(<i32 as Cast<u8>>::cast(-1), 255);
        assert!(<f64 as Cast<bool>>::cast(f64::NAN));
        assert_eq!(<bool as Cast<Complex<f64>>>::cast(true), Complex::new(1.0, 0.0));
        assert!(<Complex<f32> as Cast<bool>>::cast(Complex::new(0.0, 2.0)));
    }
}
