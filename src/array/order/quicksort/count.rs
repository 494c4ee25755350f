//! Keys of few bits: how often each occurs tells their order.

use crate::array::alloc;
use crate::context::Result;

/// Sorts by counting; false where there are too few keys for that.
pub fn sort<K: Copy + Into<usize> + TryFrom<usize>>(keys: &mut [K]) -> Result<bool> {
    let different = 1 << (8 * size_of::<K>());
    if keys.len() < different / 8 {
        return Ok(false);
    }
    let mut counts = alloc::zeroed_vec::<u64>(different)?;
    for &key in &*keys {
        counts[key.into()] += 1;
    }
    let mut left = keys;
    for (key, &n) in counts.iter().enumerate() {
        let (same, behind) = left.split_at_mut(n as usize);
        if let Ok(key) = K::try_from(key) {
            same.fill(key);
        }
        left = behind;
    }
    Ok(true)
}
