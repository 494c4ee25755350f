//! Sorting of keys: quicksort (Hoare 1962) on vectors of keys, where the processor has them.
//!
//! A part is split at a pivot, eight or sixteen keys at a time: a comparison gives a mask, the mask a permutation that puts the lesser keys of a
//! vector first, and the permuted vector is written to both ends of the room (Gueron and Krasnov, "Fast quicksort implementation using
//! AVX instructions", Computer Journal 59, 83, 2016; Bramas, "A novel hybrid quicksort algorithm vectorized using AVX-512", IJACSA 8, 10, 2017). Short
//! parts are sorted in registers by a network ([`network`]). Equal keys have equal bits, so the result is the same with any kernel.
//!
//! | file | what |
//! |---|---|
//! | `vector` | what the kernels ask of a vector |
//! | `avx2`, `avx512` | the vectors |
//! | `network` | short parts |
//! | `split` | the split at a pivot, on vectors and without |
//! | `count` | keys of 8 and 16 bits, of which there are few different ones |

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
mod count;
#[cfg(target_arch = "x86_64")]
mod network;
mod split;
#[cfg(target_arch = "x86_64")]
mod vector;

use crate::array::alloc;
use crate::context::{InstructionSet, Result, Stage, instruction_set, parallel};

/// Keys that can be sorted.
pub trait Sortable: Copy + Ord + Send + Sync + 'static {
    /// The next greater key.
    fn next(self) -> Option<Self>;

    /// The kernels of an instruction set.
    fn kernels(_: InstructionSet) -> Kernels<Self> {
        Kernels::PLAIN
    }

    /// Sorts keys in another way, where there is a faster one; false: they are not sorted yet.
    fn shortcut(_: &Stage<'_>, _: &mut [Self]) -> Result<bool> {
        Ok(false)
    }
}

/// What depends on the instruction set.
#[derive(Clone, Copy)]
pub struct Kernels<K> {
    /// Puts the keys below the pivot first and returns their number.
    split: fn(&mut [K], K) -> usize,
    /// Sorts keys, no more than `short`.
    sort: fn(&mut [K]),
    short: usize,
}

impl<K: Sortable> Kernels<K> {
    /// The standard library sorts, but for what takes so long that it must be shared and be cancelled.
    const PLAIN: Kernels<K> = Kernels { split: split::plain, sort: |keys| keys.sort_unstable(), short: LONG / 4 };
}

impl Sortable for u8 {
    fn next(self) -> Option<u8> {
        self.checked_add(1)
    }
    fn shortcut(_: &Stage<'_>, keys: &mut [u8]) -> Result<bool> {
        count::sort(keys)
    }
}

impl Sortable for u16 {
    fn next(self) -> Option<u16> {
        self.checked_add(1)
    }
    /// Where there are too few keys for counting they are sorted as those of 32 bits, for which there are vectors.
    fn shortcut(stage: &Stage<'_>, keys: &mut [u16]) -> Result<bool> {
        if count::sort(keys)? {
            return Ok(true);
        }
        let mut wide = alloc::vec(keys.len())?;
        wide.extend(keys.iter().map(|&key| u32::from(key)));
        sort(stage, &mut wide)?;
        keys.iter_mut().zip(wide).for_each(|(key, wide)| *key = wide as u16);
        Ok(true)
    }
}

macro_rules! vectors {
    ($key:ident $avx2:ident $avx512:ident) => {
        impl Sortable for $key {
            fn next(self) -> Option<$key> {
                self.checked_add(1)
            }
            #[cfg(target_arch = "x86_64")]
            fn kernels(level: InstructionSet) -> Kernels<$key> {
                // Not beyond what the processor has, whoever asks.
                match level.min(InstructionSet::best()) {
                    InstructionSet::Baseline => Kernels::PLAIN,
                    InstructionSet::Avx2 => avx2::$avx2(),
                    InstructionSet::Avx512 => avx512::$avx512(),
                }
            }
        }
    };
}
vectors!(u32 kernels_u32 kernels_u32);
vectors!(u64 kernels_u64 kernels_u64);

impl Sortable for u128 {
    fn next(self) -> Option<u128> {
        self.checked_add(1)
    }
}

impl Sortable for (u128, u64) {
    fn next(self) -> Option<(u128, u64)> {
        match self.1.checked_add(1) {
            Some(low) => Some((self.0, low)),
            None => self.0.checked_add(1).map(|high| (high, 0)),
        }
    }
}

/// Parts from this length on are shared among threads, and cancelling is asked for between their splits.
const LONG: usize = 1 << 17;
/// How many parts a long one becomes before they are shared. It does not depend on the number of threads.
const SHARES: usize = 8;

/// Sorts keys in ascending order.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled): the keys are
/// then in no order.
pub fn sort<K: Sortable>(stage: &Stage<'_>, keys: &mut [K]) -> Result<()> {
    if K::shortcut(stage, keys)? {
        return Ok(());
    }
    let kernels = K::kernels(instruction_set());
    let depth = depth(keys.len());
    if keys.len() < LONG {
        return sort_part(&stage.piece(), keys, &kernels, depth);
    }
    let share = keys.len() / SHARES;
    let (mut waiting, mut ready) = (vec![(keys, depth)], Vec::new());
    while let Some((part, depth)) = waiting.pop() {
        if part.len() <= share || depth == 0 {
            ready.push((part, depth));
            continue;
        }
        stage.context().check_cancelled()?;
        let (below, above) = split_once(part, &kernels);
        waiting.extend([(above, depth - 1), (below, depth - 1)]);
    }
    parallel::for_each(stage, ready.into_iter(), |(part, depth)| sort_part(&stage.piece(), part, &kernels, depth))
}

/// How often keys are split before it is clear that the pivots are bad ones.
fn depth(n: usize) -> u32 {
    2 * (usize::BITS - n.leading_zeros())
}

/// Sorts keys on this thread.
fn sort_part<K: Sortable>(stage: &Stage<'_>, keys: &mut [K], kernels: &Kernels<K>, depth: u32) -> Result<()> {
    if keys.len() <= kernels.short {
        (kernels.sort)(keys);
        return Ok(());
    }
    if depth == 0 {
        keys.sort_unstable();
        return Ok(());
    }
    if keys.len() >= LONG / 4 {
        stage.context().check_cancelled()?;
    }
    let (below, above) = split_once(keys, kernels);
    sort_part(stage, below, kernels, depth - 1)?;
    sort_part(stage, above, kernels, depth - 1)
}

/// Two parts that are still to be sorted, with no key of the first above one of the second. What is equal to the pivot is left out
/// where the pivot is the least of all.
fn split_once<'k, K: Sortable>(keys: &'k mut [K], kernels: &Kernels<K>) -> (&'k mut [K], &'k mut [K]) {
    let pivot = pivot(keys);
    let below = (kernels.split)(keys, pivot);
    if below > 0 {
        return keys.split_at_mut(below);
    }
    let Some(next) = pivot.next() else { return (&mut [], &mut []) };
    let equal = (kernels.split)(keys, next);
    (&mut [], &mut keys[equal..])
}

/// A key from the middle: the median of three medians of three, and so on, of a sample. Not inlined: the sample would be on the stack at each
/// level of [`sort_part`].
#[inline(never)]
fn pivot<K: Ord + Copy>(keys: &[K]) -> K {
    let n = keys.len();
    let count = if n > 1 << 14 {
        81
    } else if n > 1 << 11 {
        27
    } else {
        9.min(n)
    };
    if count < 9 {
        return keys[n / 2];
    }
    let step = n / count;
    let mut sample = [keys[0]; 81];
    for (i, key) in sample[..count].iter_mut().enumerate() {
        *key = keys[i * step + step / 2];
    }
    let mut left = count;
    while left > 1 {
        left /= 3;
        for i in 0..left {
            let (a, b, c) = (sample[i], sample[i + left], sample[i + 2 * left]);
            sample[i] = a.min(b).max(a.max(b).min(c));
        }
    }
    sample[0]
}

#[cfg(test)]
mod tests;
