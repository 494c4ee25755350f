//! How many elements are not masked.

use super::walk::Step;
use crate::array::simd::multiversioned;

/// Counts what is not masked.
pub(super) struct Counts(pub Vec<i64>);

impl Counts {
    pub fn fold(&mut self, step: Step, mask: &[bool]) {
        if step.same {
            self.0[step.place] += (mask.len() - masked(mask)) as i64;
        } else {
            count_each(&mut self.0[step.place..], mask);
        }
    }
}

multiversioned! {
    /// Counts in bytes, and adds up before one of the 32 lanes could count beyond 255.
    pub(super) fn masked(mask: &[bool]) -> usize {
        let (chunks, rest) = mask.as_chunks::<32>();
        let mut count = rest.iter().filter(|&&m| m).count();
        for chunks in chunks.chunks(255) {
            let mut lanes = [0u8; 32];
            for chunk in chunks {
                for (lane, &m) in lanes.iter_mut().zip(chunk) {
                    *lane += u8::from(m);
                }
            }
            count += lanes.iter().map(|&n| usize::from(n)).sum::<usize>();
        }
        count
    }
}

multiversioned! {
    fn count_each(counts: &mut [i64], mask: &[bool]) {
        counts.iter_mut().zip(mask).for_each(|(count, &masked)| *count += i64::from(!masked));
    }
}
