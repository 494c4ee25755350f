//! Short rows, sorted in registers.
//!
//! Sixteen vectors are a table of keys. Its columns are sorted by a network of 60 comparisons for sixteen keys (Green 1969; Knuth, The Art of
//! Computer Programming 3, 5.3.4). Then neighbouring columns are merged, two by two, until all are one, row after row. A merge of
//! two sorted runs is bitonic (Batcher 1968): each key of the first half is compared with the one that lies as far from the end, which in
//! this table is the mirrored row and the mirrored lane of the columns that are merged.

use super::vector::Vector;

/// The vectors of a table.
const ROWS: usize = 16;

/// The most keys that [`sort`] takes.
pub const fn short<V: Vector>() -> usize {
    ROWS * V::LANES
}

/// Sorts keys, no more than [`short`].
///
/// # Safety
/// The processor has the vector's instructions.
#[inline(always)]
pub unsafe fn sort<V: Vector>(keys: &mut [V::Key]) {
    assert!(keys.len() <= short::<V>());
    let (whole, rest) = (keys.len() / V::LANES, keys.len() % V::LANES);
    let keys = keys.as_mut_ptr();
    // SAFETY: whole vectors are read and written in place, none beyond the keys; what is left goes through `tail`, which is as long as any vector.
    unsafe {
        // Places without a key have the greatest one, and so come last.
        let mut tail = [V::MAX; 16];
        let mut v = [V::all(V::MAX); ROWS];
        for (r, row) in v.iter_mut().enumerate() {
            if r < whole {
                *row = V::load(keys.add(r * V::LANES));
            } else if r == whole {
                std::ptr::copy_nonoverlapping(keys.add(whole * V::LANES), tail.as_mut_ptr(), rest);
                *row = V::load(tail.as_ptr());
            }
        }
        columns(&mut v);
        merge::<V, 2>(&mut v);
        merge::<V, 4>(&mut v);
        if V::LANES >= 8 {
            merge::<V, 8>(&mut v);
        }
        if V::LANES >= 16 {
            merge::<V, 16>(&mut v);
        }
        for (r, row) in v.into_iter().enumerate() {
            if r < whole {
                row.store(keys.add(r * V::LANES));
            } else if r == whole {
                row.store(tail.as_mut_ptr());
                std::ptr::copy_nonoverlapping(tail.as_ptr(), keys.add(whole * V::LANES), rest);
            }
        }
    }
}

/// Sorts each column.
#[inline(always)]
unsafe fn columns<V: Vector>(v: &mut [V; ROWS]) {
    // Written out, because a loop would keep the rows in memory.
    macro_rules! compare {
        ($($a:literal $b:literal),+) => { $(
            // SAFETY: the caller's.
            (v[$a], v[$b]) = unsafe { (v[$a].min(v[$b]), v[$a].max(v[$b])) };
        )+ };
    }
    compare!(
            0 1, 2 3, 4 5, 6 7, 8 9, 10 11, 12 13, 14 15, 0 2, 1 3, 4 6, 5 7, 8 10, 9 11, 12 14, 13 15,
            0 4, 1 5, 2 6, 3 7, 8 12, 9 13, 10 14, 11 15, 0 8, 1 9, 2 10, 3 11, 4 12, 5 13, 6 14, 7 15,
            5 10, 6 9, 3 12, 13 14, 4 8, 7 11, 1 2, 1 4, 7 13, 2 8, 11 14, 2 4, 5 6, 9 10, 11 13, 3 8,
            7 12, 6 8, 10 12, 3 5, 7 9, 3 4, 5 6, 7 8, 9 10, 11 12, 6 7, 8 9
    );
}

/// Merges the two sorted halves of each group of `WIDTH` columns, which are sorted row after row.
#[inline(always)]
unsafe fn merge<V: Vector, const WIDTH: usize>(v: &mut [V; ROWS]) {
    // SAFETY: the caller's.
    unsafe {
        mirrored::<V, WIDTH, 16>(v);
        mirrored::<V, WIDTH, 8>(v);
        mirrored::<V, WIDTH, 4>(v);
        mirrored::<V, WIDTH, 2>(v);
        for row in v {
            let other = mirror::<V, WIDTH>(*row);
            let (low, high) = (row.min(other), row.max(other));
            *row = match WIDTH {
                2 => low.with_bit::<1>(high),
                4 => apart::<V, 1>(low.with_bit::<2>(high)),
                8 => apart::<V, 1>(apart::<V, 2>(low.with_bit::<4>(high))),
                _ => apart::<V, 1>(apart::<V, 2>(apart::<V, 4>(low.with_bit::<8>(high)))),
            };
        }
    }
}

/// In each block of `HEIGHT` rows compares each row of the upper half with the mirrored one.
#[inline(always)]
unsafe fn mirrored<V: Vector, const WIDTH: usize, const HEIGHT: usize>(v: &mut [V; ROWS]) {
    for first in (0..ROWS).step_by(HEIGHT) {
        for r in 0..HEIGHT / 2 {
            let (upper, lower) = (first + r, first + HEIGHT - 1 - r);
            // SAFETY: the caller's.
            unsafe {
                let (a, b) = (v[upper], mirror::<V, WIDTH>(v[lower]));
                (v[upper], v[lower]) = (a.min(b), a.max(b));
            }
        }
    }
}

/// The lanes of each group of `WIDTH` in reverse order.
#[inline(always)]
unsafe fn mirror<V: Vector, const WIDTH: usize>(v: V) -> V {
    // SAFETY: the caller's.
    unsafe {
        match WIDTH {
            2 => v.swapped::<1>(),
            4 => v.swapped::<3>(),
            8 => v.swapped::<7>(),
            _ => v.swapped::<15>(),
        }
    }
}

/// Compares lanes that are `APART`, a power of two.
#[inline(always)]
unsafe fn apart<V: Vector, const APART: usize>(v: V) -> V {
    // SAFETY: the caller's.
    unsafe {
        let other = v.swapped::<APART>();
        v.min(other).with_bit::<APART>(v.max(other))
    }
}
