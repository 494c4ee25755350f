//! The order in which elements are least or greatest.

use super::over::End;
use super::wide::{Wide, Widened};
use crate::array::Element;
use num_complex::Complex;

/// An element with a place in an order: numbers by their size, false before true, complex numbers by their real parts, then by their
/// imaginary parts; what is NaN in any part has no place and takes every other's.
pub(super) trait Ordered: Widened {
    /// What its bits are compared as: the type itself, but for bool, which is compared as a byte. (All integers of one size as one type were tried, with bits turned so that
    /// the order is the type's: the compiler then makes vectors of a part of the loops alone, and they take four times as long.)
    type Rank: Ranked;
    /// Its bits.
    fn bits(self) -> Self::Rank;
    /// The element of these bits.
    fn of_bits(bits: Self::Rank) -> Self;
    /// The bits of the value that stands for masked elements: no element is worse.
    fn last(end: End) -> Self::Rank {
        Self::Rank::worst(end)
    }
    /// `high - low`, integers wrapping.
    fn spread(high: Self, low: Self) -> Self {
        let (high, low): (Self::Wide, Self::Wide) = (high.cast(), low.cast());
        Self::narrow(high.minus(low))
    }
}

/// A type that elements are compared as.
pub(super) trait Ranked: Element {
    /// A value that every other one replaces or equals.
    const LEAST: Self;
    /// As [`Ranked::LEAST`] at the other end.
    const GREATEST: Self;
    /// Whether a is before b where both have a place in the order.
    fn before(self, other: Self) -> bool;
    /// Whether it has no place in the order.
    fn unordered(self) -> bool;
    /// Whether [`Ranked::unless`] chooses by the bits.
    const BY_BITS: bool = false;
    /// The value, or another where it is masked. Of floats by their bits: the compiler makes vectors of that, and none of a choice.
    #[inline(always)]
    fn unless(self, masked: bool, other: Self) -> Self {
        if masked { other } else { self }
    }
    /// The value that the search for an end begins with.
    fn worst(end: End) -> Self {
        if end == End::Max { Self::LEAST } else { Self::GREATEST }
    }
    /// Whether a comes before b as the least, or the greatest, value, where both have a place in the order.
    #[inline(always)]
    fn beats<const MAX: bool>(self, other: Self) -> bool {
        if MAX { other.before(self) } else { self.before(other) }
    }
    /// Whether a takes the place of b as the least, or the greatest, value: the first that is unordered keeps it.
    #[inline(always)]
    fn replaces<const MAX: bool>(self, other: Self) -> bool {
        !other.unordered() & (self.beats::<MAX>(other) | self.unordered())
    }
}

macro_rules! ordered {
    ($($type:ident, $least:expr, $greatest:expr $(, $bits:ident)?;)+) => { $(
        impl Ranked for $type {
            const LEAST: $type = $least;
            const GREATEST: $type = $greatest;
            #[inline(always)]
            fn before(self, other: $type) -> bool {
                self < other
            }
            #[inline(always)]
            #[allow(clippy::eq_op, reason = "only NaN differs from itself")]
            fn unordered(self) -> bool {
                self != self
            }
            $(
                const BY_BITS: bool = true;
                #[inline(always)]
                fn unless(self, masked: bool, other: $type) -> $type {
                    let kept = $bits::from(masked).wrapping_sub(1);
                    $type::from_bits((self.to_bits() & kept) | (other.to_bits() & !kept))
                }
            )?
        }
        impl Ordered for $type {
            type Rank = $type;
            fn bits(self) -> $type {
                self
            }
            fn of_bits(bits: $type) -> $type {
                bits
            }
        }
    )+ };
}
ordered! {
    u8, u8::MIN, u8::MAX;
    i8, i8::MIN, i8::MAX;
    u16, u16::MIN, u16::MAX;
    i16, i16::MIN, i16::MAX;
    u32, u32::MIN, u32::MAX;
    i32, i32::MIN, i32::MAX;
    u64, u64::MIN, u64::MAX;
    i64, i64::MIN, i64::MAX;
    f32, f32::NEG_INFINITY, f32::INFINITY, u32;
    f64, f64::NEG_INFINITY, f64::INFINITY, u64;
}

impl Ordered for bool {
    type Rank = u8;
    fn bits(self) -> u8 {
        self.into()
    }
    fn of_bits(bits: u8) -> bool {
        bits != 0
    }
    fn last(end: End) -> u8 {
        // Not 255, than which a real `true` would be better.
        (end == End::Min).bits()
    }
}

macro_rules! ordered_complex {
    ($($float:ident)+) => { $(
        impl Ranked for Complex<$float> {
            const LEAST: Self = Complex::new($float::NEG_INFINITY, $float::NEG_INFINITY);
            const GREATEST: Self = Complex::new($float::INFINITY, $float::INFINITY);
            #[inline(always)]
            fn before(self, other: Self) -> bool {
                self.re < other.re || (self.re == other.re && self.im < other.im)
            }
            #[inline(always)]
            fn unordered(self) -> bool {
                self.re.is_nan() | self.im.is_nan()
            }
        }
        impl Ordered for Complex<$float> {
            type Rank = Self;
            fn bits(self) -> Self {
                self
            }
            fn of_bits(bits: Self) -> Self {
                bits
            }
        }
    )+ };
}
ordered_complex!(f32 f64);
