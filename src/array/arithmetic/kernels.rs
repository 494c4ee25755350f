//! The operations on two numbers, for each type of element.

use super::engine::{Kernel, OVERFLOWED, UNDEFINED};
use super::loops::{pairs, plain_pairs};
use super::operand::Fetch;
use super::operation::Arithmetic;
use crate::array::elementwise::{at_least, at_most};
use num_complex::Complex;

/// A kernel made from a function of two numbers.
macro_rules! kernel {
    (plain $f:expr) => {
        Some(|a, b, out, _said| {
            plain_pairs(a, b, out, $f);
            0
        })
    };
    ($f:expr) => {
        Some(|a, b, out, said| pairs(a, b, out, said, $f))
    };
}
/// The types in which is computed.
pub(super) trait Number: Fetch {
    /// The operation, where this type has it.
    fn kernel(operation: Arithmetic) -> Option<Kernel<Self, Self, Self>>;
}

#[inline(always)]
fn told<T>((value, overflowed): (T, bool)) -> (T, u8) {
    (value, if overflowed { OVERFLOWED } else { 0 })
}

#[inline(always)]
fn if_finite<T: Finite>(value: T) -> (T, u8) {
    (value, if value.is_finite() { 0 } else { UNDEFINED })
}

impl Number for bool {
    fn kernel(operation: Arithmetic) -> Option<Kernel<bool, bool, bool>> {
        match operation {
            Arithmetic::Add | Arithmetic::Maximum => kernel!(plain | a, b | a | b),
            Arithmetic::Multiply | Arithmetic::Minimum => kernel!(plain | a, b | a & b),
            _ => None,
        }
    }
}

macro_rules! integers {
    ($($type:ident)+) => { $(impl Number for $type {
        fn kernel(operation: Arithmetic) -> Option<Kernel<$type, $type, $type>> {
            match operation {
                Arithmetic::Add => kernel!(|a: $type, b: $type| told(a.overflowing_add(b))),
                Arithmetic::Subtract => kernel!(|a: $type, b: $type| told(a.overflowing_sub(b))),
                Arithmetic::Multiply => kernel!(|a: $type, b: $type| told(a.overflowing_mul(b))),
                Arithmetic::FloorDivide => kernel!(|a: $type, b: $type| match b {
                    0 => (0, UNDEFINED),
                    _ => told(floor_divided(a, b)),
                }),
                Arithmetic::Remainder => kernel!(|a: $type, b: $type| match b {
                    0 => (0, UNDEFINED),
                    _ => (a.wrapping_sub(floor_divided(a, b).0.wrapping_mul(b)), 0),
                }),
                Arithmetic::Power => kernel!(|a: $type, b: $type| told(power(a, b))),
                Arithmetic::Minimum => kernel!(plain |a: $type, b: $type| a.min(b)),
                Arithmetic::Maximum => kernel!(plain |a: $type, b: $type| a.max(b)),
                Arithmetic::Divide | Arithmetic::Hypot | Arithmetic::Arctan2 => None,
            }
        }
    })+ };
}
integers!(u8 i8 u16 i16 u32 i32 u64 i64);

/// Integers as these kernels need them.
trait Whole: Copy + PartialEq + PartialOrd + Default {
    const ONE: Self;
    fn over(self, other: Self) -> (Self, bool);
    fn times(self, other: Self) -> (Self, bool);
    fn less_one(self) -> Self;
    fn halved(self) -> Self;
    fn is_odd(self) -> bool;
}

macro_rules! whole {
    ($($type:ident)+) => { $(impl Whole for $type {
        const ONE: Self = 1;
        #[inline(always)]
        fn over(self, other: Self) -> (Self, bool) {
            self.overflowing_div(other)
        }
        #[inline(always)]
        fn times(self, other: Self) -> (Self, bool) {
            self.overflowing_mul(other)
        }
        #[inline(always)]
        fn less_one(self) -> Self {
            self.wrapping_sub(1)
        }
        #[inline(always)]
        fn halved(self) -> Self {
            self / 2
        }
        #[inline(always)]
        fn is_odd(self) -> bool {
            self & 1 == 1
        }
    })+ };
}
whole!(u8 i8 u16 i16 u32 i32 u64 i64);

/// The quotient rounded down; the divisor is not 0.
#[inline(always)]
fn floor_divided<T: Whole>(a: T, b: T) -> (T, bool) {
    let zero = T::default();
    let (quotient, overflowed) = a.over(b);
    let exact = quotient.times(b).0 == a;
    if !exact && (a < zero) != (b < zero) { (quotient.less_one(), overflowed) } else { (quotient, overflowed) }
}

/// A power by repeated squaring. The exponent is not negative: that was looked at before.
#[inline(always)]
fn power<T: Whole>(base: T, exponent: T) -> (T, bool) {
    let (mut result, mut square, mut left, mut overflowed) = (T::ONE, (base, false), exponent, false);
    while left > T::default() {
        if left.is_odd() {
            let (product, too_large) = result.times(square.0);
            overflowed |= too_large | square.1;
            result = product;
        }
        left = left.halved();
        let (next, too_large) = square.0.times(square.0);
        square = (next, square.1 | too_large);
    }
    (result, overflowed)
}

macro_rules! floats {
    ($($type:ident)+) => { $(impl Number for $type {
        fn kernel(operation: Arithmetic) -> Option<Kernel<$type, $type, $type>> {
            match operation {
                Arithmetic::Add => kernel!(plain |a: $type, b: $type| a + b),
                Arithmetic::Subtract => kernel!(plain |a: $type, b: $type| a - b),
                Arithmetic::Multiply => kernel!(plain |a: $type, b: $type| a * b),
                Arithmetic::Divide => kernel!(|a: $type, b: $type| if_finite(a / b)),
                Arithmetic::FloorDivide => kernel!(|a: $type, b: $type| if_finite(divided(a.into(), b.into()).0 as $type)),
                Arithmetic::Remainder => kernel!(|a: $type, b: $type| if_finite(divided(a.into(), b.into()).1 as $type)),
                Arithmetic::Power => kernel!(|a: $type, b: $type| if_finite(a.powf(b))),
                Arithmetic::Minimum => kernel!(plain at_most),
                Arithmetic::Maximum => kernel!(plain at_least),
                Arithmetic::Hypot => kernel!(plain |a: $type, b: $type| a.hypot(b)),
                Arithmetic::Arctan2 => kernel!(plain |a: $type, b: $type| a.atan2(b)),
            }
        }
    })+ };
}
floats!(f32 f64);

/// The quotient rounded down and the remainder, which has the divisor's sign: so that quotient * b + remainder is a.
fn divided(a: f64, b: f64) -> (f64, f64) {
    let remainder = a % b;
    if b == 0.0 || remainder.is_nan() {
        return (a / b, f64::NAN);
    }
    let opposite = remainder != 0.0 && (remainder < 0.0) != (b < 0.0);
    // The difference is a multiple of b but for rounding.
    let towards_zero = ((a - remainder) / b).round_ties_even();
    let quotient = if opposite { towards_zero - 1.0 } else { towards_zero };
    let remainder = if opposite { remainder + b } else { remainder };
    let signed = |value: f64, sign: f64| if value == 0.0 { 0.0f64.copysign(sign) } else { value };
    (signed(quotient, a / b), signed(remainder, b))
}

macro_rules! complex {
    ($($type:ident)+) => { $(impl Number for Complex<$type> {
        fn kernel(operation: Arithmetic) -> Option<Kernel<Self, Self, Self>> {
            type C = Complex<$type>;
            match operation {
                Arithmetic::Add => kernel!(plain |a: C, b: C| a + b),
                Arithmetic::Subtract => kernel!(plain |a: C, b: C| a - b),
                Arithmetic::Multiply => kernel!(plain |a: C, b: C| a * b),
                Arithmetic::Divide => kernel!(|a: C, b: C| if_finite(a.over(b))),
                Arithmetic::Power => kernel!(|a: C, b: C| if_finite(a.to_the(b))),
                Arithmetic::Minimum => kernel!(plain at_most),
                Arithmetic::Maximum => kernel!(plain at_least),
                _ => None,
            }
        }
    })+ };
}
complex!(f32 f64);

/// Numbers that can be infinite or NaN.
pub(super) trait Finite: Copy {
    fn is_finite(self) -> bool;
}

/// What complex numbers need beside num_complex.
pub(super) trait ComplexNumber {
    fn over(self, other: Self) -> Self;
    fn to_the(self, exponent: Self) -> Self;
}

macro_rules! finite {
    ($($type:ident)+) => { $(
        impl Finite for $type {
            #[inline(always)]
            fn is_finite(self) -> bool {
                $type::is_finite(self)
            }
        }
        impl Finite for Complex<$type> {
            #[inline(always)]
            fn is_finite(self) -> bool {
                self.re.is_finite() && self.im.is_finite()
            }
        }
        impl ComplexNumber for Complex<$type> {
            /// The quotient. The parts are scaled, so that no square of them overflows: R. L. Smith 1962, Commun. ACM 5, 435.
            #[inline(always)]
            fn over(self, other: Self) -> Self {
                let (a, b) = (self, other);
                if b.re.abs() >= b.im.abs() {
                    let ratio = b.im / b.re;
                    let scale = 1.0 / (b.re + b.im * ratio);
                    Complex::new((a.re + a.im * ratio) * scale, (a.im - a.re * ratio) * scale)
                } else {
                    let ratio = b.re / b.im;
                    let scale = 1.0 / (b.im + b.re * ratio);
                    Complex::new((a.re * ratio + a.im) * scale, (a.im * ratio - a.re) * scale)
                }
            }
            /// The power. Small whole exponents multiply, which is more exact than logarithms.
            fn to_the(self, exponent: Self) -> Self {
                let whole = exponent.im == 0.0 && exponent.re.fract() == 0.0 && exponent.re.abs() < 100.0;
                match exponent {
                    _ if exponent.re == 0.0 && exponent.im == 0.0 => Complex::new(1.0, 0.0),
                    _ if self.re == 0.0 && self.im == 0.0 => match exponent.re > 0.0 {
                        true => Complex::new(0.0, 0.0),
                        false => Complex::new($type::NAN, $type::NAN),
                    },
                    _ if whole && exponent.re > 0.0 => self.powi(exponent.re as i32),
                    _ if whole => Complex::new(1.0, 0.0).over(self.powi(-exponent.re as i32)),
                    _ => self.powc(exponent),
                }
            }
        }
    )+ };
}
finite!(f32 f64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotients_round_down_and_remainders_have_the_divisors_sign() {
        for a in -9i8..=9 {
            for b in (-4i8..=4).filter(|&b| b != 0) {
                let floor = (f64::from(a) / f64::from(b)).floor();
                assert_eq!(f64::from(floor_divided(a, b).0), floor, "{a} // {b}");
                let (quotient, remainder) = divided(f64::from(a), f64::from(b));
                assert_eq!((quotient, remainder), (floor, f64::from(a) - floor * f64::from(b)), "{a} // {b}");
            }
        }
        assert_eq!(floor_divided(i8::MIN, -1), (i8::MIN, true));
        assert_eq!(floor_divided(255u8, 2), (127, false));
        assert!(divided(1.0, 0.0).1.is_nan() && divided(0.0, 0.0).0.is_nan());
    }

    #[test]
    fn a_power_tells_that_it_wrapped_only_where_it_did() {
        assert_eq!(power(2u8, 7), (128, false));
        assert_eq!(power(2u8, 8), (0, true));
        assert_eq!(power(3u64, 40), (3u64.pow(40), false));
        assert_eq!(power(-1i64, i64::MAX), (-1, false));
        assert_eq!(power(0i8, 0), (1, false));
        assert_eq!(power(16u16, 3), (4096, false));
        assert!(power(10i32, 10).1);
    }
}
