//! Keys: unsigned integers that are ordered like the elements.

use super::quicksort::Sortable;
use crate::array::Element;
use num_complex::Complex;
use std::fmt::Debug;

/// An unsigned integer.
pub trait Key: Sortable + Default + Debug {
    /// The greatest of all.
    const MAX: Self;
    /// A key above an index, as one number: sorting it keeps the order of equal keys.
    type Packed: Sortable + Default + Debug;
    /// The indices that fit.
    const INDICES: u64;
    /// Key and index together.
    fn pack(self, index: u64) -> Self::Packed;
    /// The index.
    fn index(packed: Self::Packed) -> i64;
}

macro_rules! keys {
    ($($type:ident $packed:ident $bits:literal)+) => { $(impl Key for $type {
        const MAX: $type = $type::MAX;
        type Packed = $packed;
        const INDICES: u64 = u64::MAX >> (64 - $bits);
        #[inline(always)]
        fn pack(self, index: u64) -> $packed {
            ($packed::from(self) << $bits) | $packed::from(index & Self::INDICES)
        }
        #[inline(always)]
        fn index(packed: $packed) -> i64 {
            (packed as u64 & Self::INDICES) as i64
        }
    })+ };
}
keys!(u8 u64 32 u16 u64 32 u32 u64 32 u64 u128 64);

impl Key for u128 {
    const MAX: u128 = u128::MAX;
    type Packed = (u128, u64);
    const INDICES: u64 = u64::MAX;
    fn pack(self, index: u64) -> (u128, u64) {
        (self, index)
    }
    fn index(packed: (u128, u64)) -> i64 {
        packed.1 as i64
    }
}

/// An element with a key.
pub trait Keyed: Element {
    /// Its key's type.
    type Key: Key;
    /// The key.
    fn key(self) -> Self::Key;
    /// The element, except that all NaN are the same, and -0.0 in a complex number becomes 0.0.
    fn from_key(key: Self::Key) -> Self;
    /// The same key for elements that compare equal: -0.0 is 0.0.
    fn equal_key(self) -> Self::Key {
        self.key()
    }
    /// The greatest and the least value, as numpy.ma fills masked elements for sorting.
    fn greatest() -> Self;
    /// See there.
    fn least() -> Self;
}

macro_rules! unsigned {
    ($($type:ident)+) => { $(impl Keyed for $type {
        type Key = $type;
        #[inline(always)]
        fn key(self) -> $type {
            self
        }
        #[inline(always)]
        fn from_key(key: $type) -> $type {
            key
        }
        fn greatest() -> $type {
            $type::MAX
        }
        fn least() -> $type {
            $type::MIN
        }
    })+ };
}
unsigned!(u8 u16 u32 u64);

macro_rules! signed {
    ($($type:ident $key:ident)+) => { $(impl Keyed for $type {
        type Key = $key;
        #[inline(always)]
        fn key(self) -> $key {
            (self ^ $type::MIN) as $key
        }
        #[inline(always)]
        fn from_key(key: $key) -> $type {
            key as $type ^ $type::MIN
        }
        fn greatest() -> $type {
            $type::MAX
        }
        fn least() -> $type {
            $type::MIN
        }
    })+ };
}
signed!(i8 u8 i16 u16 i32 u32 i64 u64);

impl Keyed for bool {
    type Key = u8;
    fn key(self) -> u8 {
        self.into()
    }
    fn from_key(key: u8) -> bool {
        key != 0
    }
    fn greatest() -> bool {
        true
    }
    fn least() -> bool {
        false
    }
}

macro_rules! floats {
    ($($type:ident $key:ident $int:ident)+) => { $(impl Keyed for $type {
        type Key = $key;
        /// All bits of a negative number are turned, of another the sign: then the bits are in the numbers' order.
        #[inline(always)]
        fn key(self) -> $key {
            let bits = self.to_bits();
            let turn = (bits as $int >> ($key::BITS - 1)) as $key | (1 << ($key::BITS - 1));
            if self.is_nan() { $key::MAX } else { bits ^ turn }
        }
        #[inline(always)]
        fn from_key(key: $key) -> $type {
            let turn = !(key as $int >> ($key::BITS - 1)) as $key | (1 << ($key::BITS - 1));
            $type::from_bits(key ^ turn)
        }
        #[inline(always)]
        fn equal_key(self) -> $key {
            (self + 0.0).key()
        }
        fn greatest() -> $type {
            $type::NAN
        }
        fn least() -> $type {
            $type::NEG_INFINITY
        }
    })+ };
}
floats!(f32 u32 i32 f64 u64 i64);

macro_rules! complex {
    ($($float:ident $part:ident $key:ident)+) => { $(impl Keyed for Complex<$float> {
        type Key = $key;
        /// The real part's key above the imaginary part's. Numbers with a NaN stand above all others, in classes of their own that
        /// use keys beyond infinity's: (x, NaN) by x, (NaN, y) by y, (NaN, NaN). A part of -0.0 is 0.0, or it would come before the other
        /// part's order.
        fn key(self) -> $key {
            const STEP: $part = 1 << ($float::MANTISSA_DIGITS - 3);
            let beyond = $float::INFINITY.key();
            let (high, low) = match (self.re.is_nan(), self.im.is_nan()) {
                (false, false) => (self.re.equal_key(), self.im.equal_key()),
                (false, true) => (beyond + STEP, self.re.equal_key()),
                (true, false) => (beyond + 2 * STEP, self.im.equal_key()),
                (true, true) => (beyond + 3 * STEP, 0),
            };
            ($key::from(high) << $part::BITS) | $key::from(low)
        }
        fn from_key(key: $key) -> Complex<$float> {
            const STEP: $part = 1 << ($float::MANTISSA_DIGITS - 3);
            let beyond = $float::INFINITY.key();
            let (high, low) = ((key >> $part::BITS) as $part, key as $part);
            match high.saturating_sub(beyond) / STEP {
                0 => Complex::new($float::from_key(high), $float::from_key(low)),
                1 => Complex::new($float::from_key(low), $float::NAN),
                2 => Complex::new($float::NAN, $float::from_key(low)),
                _ => Complex::new($float::NAN, $float::NAN),
            }
        }
        fn greatest() -> Complex<$float> {
            Complex::new($float::INFINITY, $float::INFINITY)
        }
        fn least() -> Complex<$float> {
            Complex::new($float::NEG_INFINITY, $float::NEG_INFINITY)
        }
    })+ };
}
complex!(f32 u32 u64 f64 u64 u128);

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered<T: Keyed + PartialEq>(values: &[T]) {
        assert!(values.windows(2).all(|pair| pair[0].key() < pair[1].key()), "{values:?}");
        for &x in values {
            let back = T::from_key(x.key());
            assert_eq!(back.key(), x.key(), "{x:?} {back:?}");
        }
    }

    #[test]
    fn keys_have_the_order_of_the_elements_and_come_back() {
        let floats =
            [f64::NEG_INFINITY, -1e300, -1.0, -5e-324, -0.0, 0.0, 5e-324, 1.0, f64::MAX, f64::INFINITY, f64::NAN];
        ordered(&floats);
        ordered(&[f32::NEG_INFINITY, -1.0, -0.0, 0.0, 1e-45, f32::MAX, f32::INFINITY, f32::NAN]);
        ordered(&[i8::MIN, -1, 0, 1, i8::MAX]);
        ordered(&[i64::MIN, -1, 0, 1, i64::MAX]);
        ordered(&[0, 1, u16::MAX]);
        ordered(&[false, true]);
        let (inf, nan) = (f32::INFINITY, f32::NAN);
        let c = Complex::<f32>::new;
        ordered(&[
            c(-inf, 1.0),
            c(0.0, -1.0),
            c(0.0, inf),
            c(1.0, -inf),
            c(inf, inf),
            c(-inf, nan),
            c(inf, nan),
            c(nan, -inf),
            c(nan, inf),
            c(nan, nan),
        ]);
        let c = Complex::<f64>::new;
        let (inf, nan) = (f64::INFINITY, f64::NAN);
        ordered(&[
            c(-inf, 1.0),
            c(0.0, -1.0),
            c(0.0, inf),
            c(1.0, -inf),
            c(inf, inf),
            c(-inf, nan),
            c(inf, nan),
            c(nan, -inf),
            c(nan, inf),
            c(nan, nan),
        ]);
        assert_eq!((-0.0f64).equal_key(), 0.0f64.equal_key());
        assert_eq!((-f64::NAN).key(), f64::NAN.key());
    }
}
