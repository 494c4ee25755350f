//! The split of keys at a pivot.

/// Puts the keys below the pivot first and returns their number: one key at a time, without a branch that depends on it.
pub fn plain<K: Ord + Copy>(keys: &mut [K], pivot: K) -> usize {
    let mut below = 0;
    for i in 0..keys.len() {
        keys.swap(i, below);
        below += usize::from(keys[below] < pivot);
    }
    below
}

#[cfg(target_arch = "x86_64")]
pub use vectors::on_vectors;

#[cfg(target_arch = "x86_64")]
mod vectors {
    use super::super::vector::Vector;
    use std::mem::MaybeUninit;

    /// The vectors that are read before any is written, at each end. With more of them it is asked less often from which side to read.
    const AHEAD: usize = 8;
    /// The most keys of a vector.
    const LANES: usize = 16;

    /// As [`plain`](super::plain), a vector at a time.
    ///
    /// The first and the last [`AHEAD`] vectors are read first, which leaves room at both ends. Then vectors are read from the side with less room and
    /// their keys written to both, so that there is always room for a whole vector on each side.
    ///
    /// # Safety
    /// The processor has the vector's instructions.
    #[inline(always)]
    pub unsafe fn on_vectors<V: Vector>(keys: &mut [V::Key], pivot: V::Key) -> usize {
        let (n, block) = (keys.len(), AHEAD * V::LANES);
        if n < 2 * block {
            return super::plain(keys, pivot);
        }
        let keys = keys.as_mut_ptr();
        // SAFETY: all places are within the keys. `left <= read <= end <= right`; the room, read - left and right - end together, is 2 `block`
        // before a block is read, 3 after it, and at least one vector on each side before each write: the side that is read
        // from had the smaller half. What is read of `rest` was written.
        unsafe {
            let p = V::all(pivot);
            let (mut first, mut last) = ([p; AHEAD], [p; AHEAD]);
            for i in 0..AHEAD {
                first[i] = V::load(keys.add(i * V::LANES));
                last[i] = V::load(keys.add(n - block + i * V::LANES));
            }
            let (mut read, mut end) = (block, n - block);
            let (mut left, mut right) = (0, n);
            // No closure: it would not be compiled for the vector's instructions.
            macro_rules! write {
                ($v:expr) => {
                    let below = $v.split(p, keys.add(left), keys.add(right));
                    left += below;
                    right -= V::LANES - below;
                };
            }
            while end - read >= block {
                let at = if read - left <= right - end {
                    read += block;
                    read - block
                } else {
                    end -= block;
                    end
                };
                let mut v = [p; AHEAD];
                for (i, v) in v.iter_mut().enumerate() {
                    *v = V::load(keys.add(at + i * V::LANES));
                }
                for v in v {
                    write!(v);
                }
            }
            // Less than a block is in the middle. It is taken away, so that all is room.
            let mut rest = [const { MaybeUninit::<V::Key>::uninit() }; AHEAD * LANES];
            let count = end - read;
            std::ptr::copy_nonoverlapping(keys.add(read), rest.as_mut_ptr().cast(), count);
            let whole = count - count % V::LANES;
            for i in (0..whole).step_by(V::LANES) {
                write!(V::load(rest.as_ptr().add(i).cast()));
            }
            for key in &rest[whole..count] {
                // Written to both ends: one of them is its place, the other is room.
                let key = key.assume_init();
                *keys.add(left) = key;
                *keys.add(right - 1) = key;
                let below = usize::from(key < pivot);
                left += below;
                right -= 1 - below;
            }
            for v in first.into_iter().chain(last) {
                write!(v);
            }
            left
        }
    }
}
