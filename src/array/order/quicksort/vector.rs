//! What the kernels ask of a vector of keys.

/// A vector of keys in a register.
///
/// # Safety
/// All methods need the processor to have the vector's instructions, and are inlined into functions that are compiled for them.
/// `load` and `store` move [`LANES`](Vector::LANES) keys, at any address.
pub unsafe trait Vector: Copy {
    /// An unsigned integer.
    type Key: Copy + Ord;
    /// The number of keys: 4, 8 or 16.
    const LANES: usize;
    /// The greatest key.
    const MAX: Self::Key;
    /// The keys at an address.
    unsafe fn load(from: *const Self::Key) -> Self;
    /// Writes them to an address.
    unsafe fn store(self, to: *mut Self::Key);
    /// One key in all lanes.
    unsafe fn all(key: Self::Key) -> Self;
    /// The lesser keys of two vectors, lane by lane.
    unsafe fn min(self, other: Self) -> Self;
    /// The greater ones.
    unsafe fn max(self, other: Self) -> Self;
    /// Lane i of the result is lane i ^ `WITH`. `WITH` is a power of two, or one less.
    unsafe fn swapped<const WITH: usize>(self) -> Self;
    /// The lanes of `other` whose number has the bit `BIT`, and the other ones of this vector.
    unsafe fn with_bit<const BIT: usize>(self, other: Self) -> Self;
    /// Writes the keys below the pivot to `left` and behind it, the others before `right`, and returns the number of the former. There is room for
    /// a whole vector behind `left` and before `right`; what of it gets no key may get anything.
    unsafe fn split(self, pivot: Self, left: *mut Self::Key, right: *mut Self::Key) -> usize;
}

/// Makes a type a [`Vector`]: what each method does is one expression.
macro_rules! vector {
    ($(#[$doc:meta])* $name:ident($register:ident) of $lanes:literal $key:ident:
     load $from:ident $load:expr; store $of:ident $to:ident $store:expr; all $one:ident $all:expr; min $a:ident $b:ident $min:expr; max $max:expr;
     swapped $v:ident $with:ident $swapped:expr; with_bit $low:ident $high:ident $bit:ident $with_bit:expr;
     split $keys:ident $pivot:ident $left:ident $right:ident $split:expr;) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        struct $name($register);

        // SAFETY: load and store move what they say. The instructions are those that the trait asks its caller for.
        unsafe impl $crate::array::order::quicksort::vector::Vector for $name {
            type Key = $key;
            const LANES: usize = $lanes;
            const MAX: $key = $key::MAX;
            #[inline(always)]
            unsafe fn load($from: *const $key) -> Self {
                // SAFETY: as the trait says.
                unsafe { $name($load) }
            }
            #[inline(always)]
            unsafe fn store(self, $to: *mut $key) {
                let $of = self.0;
                // SAFETY: as the trait says.
                unsafe { $store }
            }
            #[inline(always)]
            unsafe fn all($one: $key) -> Self {
                // SAFETY: as the trait says.
                unsafe { $name($all) }
            }
            #[inline(always)]
            unsafe fn min(self, other: Self) -> Self {
                let ($a, $b) = (self.0, other.0);
                // SAFETY: as the trait says.
                unsafe { $name($min) }
            }
            #[inline(always)]
            unsafe fn max(self, other: Self) -> Self {
                let ($a, $b) = (self.0, other.0);
                // SAFETY: as the trait says.
                unsafe { $name($max) }
            }
            #[inline(always)]
            unsafe fn swapped<const $with: usize>(self) -> Self {
                let $v = self.0;
                // SAFETY: as the trait says.
                unsafe { $name($swapped) }
            }
            #[inline(always)]
            unsafe fn with_bit<const $bit: usize>(self, other: Self) -> Self {
                let ($low, $high) = (self.0, other.0);
                // SAFETY: as the trait says.
                unsafe { $name($with_bit) }
            }
            #[inline(always)]
            unsafe fn split(self, pivot: Self, $left: *mut $key, $right: *mut $key) -> usize {
                let ($keys, $pivot) = (self.0, pivot.0);
                // SAFETY: as the trait says.
                unsafe { $split }
            }
        }
    };
}
pub(super) use vector;

/// The function that gives the kernels for keys in such vectors, compiled for the instructions that it names.
macro_rules! kernels {
    ($features:literal $name:ident $key:ident $vector:ident) => {
        /// The kernels for these keys; only for a processor that has the instructions.
        pub fn $name() -> $crate::array::order::quicksort::Kernels<$key> {
            use $crate::array::order::quicksort::{Kernels, network, split};
            #[target_feature(enable = $features)]
            fn split(keys: &mut [$key], pivot: $key) -> usize {
                // SAFETY: this function is compiled for the vector's instructions.
                unsafe { split::on_vectors::<$vector>(keys, pivot) }
            }
            #[target_feature(enable = $features)]
            fn sort(keys: &mut [$key]) {
                // SAFETY: this function is compiled for the vector's instructions.
                unsafe { network::sort::<$vector>(keys) }
            }
            Kernels {
                // SAFETY: `Sortable::kernels` asks for them only where the processor has these instructions.
                split: |keys, pivot| unsafe { split(keys, pivot) },
                // SAFETY: likewise.
                sort: |keys| unsafe { sort(keys) },
                short: network::short::<$vector>(),
            }
        }
    };
}
pub(super) use kernels;

/// For each mask of eight bits the numbers of those that are set, then those of the others.
pub static SET_FIRST: [[u8; 8]; 256] = {
    let mut table = [[0; 8]; 256];
    let mut mask = 0;
    while mask < 256 {
        let (mut at, mut wanted) = (0, 1);
        loop {
            let mut i = 0;
            while i < 8 {
                if mask >> i & 1 == wanted {
                    table[mask][at] = i as u8;
                    at += 1;
                }
                i += 1;
            }
            if wanted == 0 {
                break;
            }
            wanted = 0;
        }
        mask += 1;
    }
    table
};

/// The numbers of lanes.
pub static LANE: [u32; 16] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
