//! The ranges of integer dtypes and of integer pixels.

use crate::array::simd::multiversioned;
use crate::array::{DType, Integer, MaskedArray, Shared, visit_unmasked};
use crate::dispatch_dtype;

/// Lowest and highest value and the number of negative ones, over unmasked pixels. Where there is none the lowest is above
/// the highest.
pub(super) fn survey<A: Integer>(array: &MaskedArray, data: &Shared<A>) -> (i128, i128, usize) {
    let (mut max, mut min, mut negative) = (A::saturated(i128::MIN), A::saturated(i128::MAX), 0usize);
    match (array.mask(), data.as_slice()) {
        (None, Some(pixels)) => (min, max, negative) = range(pixels, min, max),
        (mask, _) => visit_unmasked(data, mask, |v| {
            max = if v > max { v } else { max };
            min = if v < min { v } else { min };
            negative += usize::from(v < A::default());
        }),
    }
    (min.to_i128(), max.to_i128(), negative)
}

multiversioned! {
    fn range<A: Integer>(pixels: &[A], mut min: A, mut max: A) -> (A, A, usize) {
        for &v in pixels {
            max = if v > max { v } else { max };
            min = if v < min { v } else { min };
        }
        let negative = if min < A::default() { pixels.iter().filter(|&&v| v < A::default()).count() } else { 0 };
        (min, max, negative)
    }
}

/// The properties of an integer type, for code that need not be compiled for each type.
#[derive(Clone, Copy)]
pub(super) struct Target {
    pub(super) dtype: DType,
    pub(super) bits: u32,
    pub(super) signed: bool,
    pub(super) min: i128,
}

impl Target {
    pub(super) fn of<I: Integer>() -> Target {
        Target { dtype: I::DTYPE, bits: I::BITS, signed: I::SIGNED, min: I::saturated(i128::MIN).to_i128() }
    }

    /// The integer dtype; any other dtype counts as one bit.
    pub(super) fn named(dtype: DType) -> Target {
        dispatch_dtype!(integer dtype, I => Target::of::<I>(), other => Target { dtype, bits: 1, signed: false, min: 0 })
    }

    /// Whether it has all values of a range; for a range of a signed type, whose least value is no reason to scale where
    /// there is none.
    pub(super) fn holds(self, min: i128, max: i128) -> bool {
        max < 1 << self.value_bits() && (!self.signed || min >= -(1 << self.value_bits()))
    }

    /// The bits that hold the value, without the sign's.
    pub(super) fn value_bits(self) -> u32 {
        self.bits - u32::from(self.signed)
    }
}
