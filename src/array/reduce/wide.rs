//! The three types that folds compute in.

use crate::array::simd::multiversioned;
use crate::array::{Cast, Element, FromScalar, Scalar};
use crate::context::{Error, Result};
use num_complex::Complex;
use std::ops::{Add, Mul};

/// `i64` (wrapping, so that it serves `u64` too), `f64` or `Complex<f64>`.
pub(crate) trait Wide: Element {
    /// 1
    const ONE: Self;
    /// The sum.
    fn plus(self, other: Self) -> Self;
    /// The product.
    fn times(self, other: Self) -> Self;
    /// What `self.plus(other)`, which is `sum`, lost.
    fn lost(self, other: Self, sum: Self) -> Self;
    /// A sum with what was lost.
    fn settled(self, lost: Self) -> Self;
    /// A difference, wrapping.
    fn minus(self, other: Self) -> Self;
    /// The value, or 0 where it is not kept, by its bits: a multiplication would make NaN of what is hidden, and a choice is often not made by vectors.
    fn kept(self, kept: bool) -> Self;
    /// The values themselves, if they already have this type.
    fn same<T: Widened>(values: &[T]) -> Option<&[Self]>;
}

impl Wide for i64 {
    const ONE: i64 = 1;
    #[inline(always)]
    fn plus(self, other: i64) -> i64 {
        self.wrapping_add(other)
    }
    #[inline(always)]
    fn times(self, other: i64) -> i64 {
        self.wrapping_mul(other)
    }
    #[inline(always)]
    fn lost(self, _: i64, _: i64) -> i64 {
        0
    }
    #[inline(always)]
    fn settled(self, _: i64) -> i64 {
        self
    }
    #[inline(always)]
    fn minus(self, other: i64) -> i64 {
        self.wrapping_sub(other)
    }
    #[inline(always)]
    fn kept(self, kept: bool) -> i64 {
        self & -i64::from(kept)
    }
    fn same<T: Widened>(values: &[T]) -> Option<&[i64]> {
        T::as_i64(values)
    }
}

impl Wide for f64 {
    const ONE: f64 = 1.0;
    #[inline(always)]
    fn plus(self, other: f64) -> f64 {
        self + other
    }
    #[inline(always)]
    fn times(self, other: f64) -> f64 {
        self * other
    }
    /// Knuth's two-sum.
    #[inline(always)]
    fn lost(self, other: f64, sum: f64) -> f64 {
        let part = sum - self;
        (self - (sum - part)) + (other - part)
    }
    /// Beyond the finite numbers what was lost is not a number.
    #[inline(always)]
    fn settled(self, lost: f64) -> f64 {
        if lost.is_finite() { self + lost } else { self }
    }
    #[inline(always)]
    fn minus(self, other: f64) -> f64 {
        self - other
    }
    #[inline(always)]
    fn kept(self, kept: bool) -> f64 {
        f64::from_bits(self.to_bits() & u64::from(kept).wrapping_neg())
    }
    fn same<T: Widened>(values: &[T]) -> Option<&[f64]> {
        T::as_f64(values)
    }
}

impl Wide for Complex<f64> {
    const ONE: Self = Complex::new(1.0, 0.0);
    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self.add(other)
    }
    #[inline(always)]
    fn times(self, other: Self) -> Self {
        self.mul(other)
    }
    #[inline(always)]
    fn lost(self, other: Self, sum: Self) -> Self {
        Complex::new(self.re.lost(other.re, sum.re), self.im.lost(other.im, sum.im))
    }
    #[inline(always)]
    fn settled(self, lost: Self) -> Self {
        Complex::new(self.re.settled(lost.re), self.im.settled(lost.im))
    }
    #[inline(always)]
    fn minus(self, other: Self) -> Self {
        self - other
    }
    #[inline(always)]
    fn kept(self, kept: bool) -> Self {
        Complex::new(self.re.kept(kept), self.im.kept(kept))
    }
    fn same<T: Widened>(_: &[T]) -> Option<&[Self]> {
        None
    }
}

/// The wide type of an element's.
pub(crate) trait Widened: FromScalar + Cast<Self::Wide> {
    type Wide: Wide;

    /// Back from a wide value by its bits, as a cast.
    fn narrow(wide: Self::Wide) -> Self;
    /// Not 0; NaN is.
    fn truth(self) -> bool;
    /// The values, where they are `i64`.
    fn as_i64(_: &[Self]) -> Option<&[i64]> {
        None
    }
    /// The values, where they are `f64`.
    fn as_f64(_: &[Self]) -> Option<&[f64]> {
        None
    }
}

macro_rules! widened {
    ($($type:ty => $wide:ty $({ $same:item })?;)+) => { $(impl Widened for $type {
        type Wide = $wide;
        #[inline(always)]
        fn narrow(wide: $wide) -> $type {
            wide.cast()
        }
        #[inline(always)]
        fn truth(self) -> bool {
            self != <$type>::default()
        }
        $($same)?
    })+ };
}
widened! {
    bool => i64;
    u8 => i64;
    i8 => i64;
    u16 => i64;
    i16 => i64;
    u32 => i64;
    i32 => i64;
    u64 => i64;
    i64 => i64 {
        fn as_i64(values: &[i64]) -> Option<&[i64]> {
            Some(values)
        }
    };
    f32 => f64;
    f64 => f64 {
        fn as_f64(values: &[f64]) -> Option<&[f64]> {
            Some(values)
        }
    };
    Complex<f32> => Complex<f64>;
    Complex<f64> => Complex<f64>;
}

/// A run in a wide type, with masked values replaced. `f` is a conversion: values that already have that type are not copied.
#[inline(always)]
pub(super) fn load<'a, T: Widened, W: Wide>(
    values: &'a [T],
    mask: Option<&[bool]>,
    neutral: W,
    buffer: &'a mut [W],
    f: impl Fn(T) -> W,
) -> &'a [W] {
    if let (None, Some(same)) = (mask, W::same(values)) {
        return same;
    }
    let buffer = &mut buffer[..values.len()];
    match mask {
        None => plain(values, buffer, f),
        Some(mask) => select(values, mask, neutral, buffer, f),
    }
    buffer
}

multiversioned! {
    fn plain<T: Copy, W>(values: &[T], buffer: &mut [W], f: impl Fn(T) -> W) {
        buffer.iter_mut().zip(values).for_each(|(to, &x)| *to = f(x));
    }
}

multiversioned! {
    pub(super) fn select<T: Copy, W: Copy>(values: &[T], mask: &[bool], neutral: W, buffer: &mut [W], f: impl Fn(T) -> W) {
        // By chunks: that is what the compiler turns into vectors.
        let ((to, to_rest), (from, from_rest)) = (buffer.as_chunks_mut::<16>(), values.as_chunks::<16>());
        let (masks, masks_rest) = mask.as_chunks::<16>();
        for ((to, from), masks) in to.iter_mut().zip(from).zip(masks) {
            for ((to, &x), &masked) in to.iter_mut().zip(from).zip(masks) {
                *to = if masked { neutral } else { f(x) };
            }
        }
        for ((to, &x), &masked) in to_rest.iter_mut().zip(from_rest).zip(masks_rest) {
            *to = if masked { neutral } else { f(x) };
        }
    }
}

/// The value that replaces masked elements, in their type.
///
/// # Errors
/// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) where the type does not hold it.
pub(crate) fn fill_as<T: Widened>(fill: Scalar) -> Result<T> {
    if !fill.fits(T::DTYPE) {
        return Err(Error::argument("fill_value", fill, format!("a value of {}", T::DTYPE)));
    }
    Ok(T::from_scalar(fill))
}
