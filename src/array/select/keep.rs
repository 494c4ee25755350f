//! Selections by value: the unmasked elements, and those that are not 0.

use crate::array::{Data, Element, Mask, MaskedArray, Shared, alloc, shape, visit_unmasked};
use crate::context::Result;
use crate::dispatch;

/// The unmasked elements in a row, in C order.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory).
pub fn compressed(array: &MaskedArray) -> Result<MaskedArray> {
    fn keep<T: Element>(a: &Shared<T>, mask: &Mask) -> Result<Data> {
        let masked = mask.iter().filter(|&&m| m).count();
        let mut out = alloc::vec::<T>(a.len() - masked)?;
        alloc::each_run_of_pairs(a.view(), mask.view(), &mut |run, masked| {
            // Each element is written and stays only where it counts: no branch that depends on the mask.
            let mut kept = [T::default(); PIECE];
            for (run, masked) in run.chunks(PIECE).zip(masked.chunks(PIECE)) {
                let mut n = 0;
                for (&x, &m) in run.iter().zip(masked) {
                    kept[n] = x;
                    n += usize::from(!m);
                }
                out.extend_from_slice(&kept[..n]);
            }
        });
        let n = out.len();
        alloc::from_vec(&[n], out).map(Data::from)
    }
    match array.mask() {
        None => Ok(MaskedArray::from(shape::ravel(array, shape::Order::C)?.data().clone())),
        Some(mask) => dispatch!(all array.data(), |a| keep(a, mask)).map(MaskedArray::from),
    }
}

const PIECE: usize = 256;

/// The indices of the unmasked elements that are not 0: one row for each axis, i64. An array of rank 0 counts as rank 1.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory).
pub fn nonzero(array: &MaskedArray) -> Result<MaskedArray> {
    fn places<T: Element>(a: &Shared<T>, mask: Option<&Mask>) -> Result<Vec<usize>> {
        let zero = T::default();
        let (mut found, mut at) = (0, 0);
        visit_unmasked(a, mask, |x| found += usize::from(x != zero));
        let mut places = alloc::vec(found)?;
        // As in `compressed` each place is written and stays only where it counts.
        let mut look = |run: &[T], masked: Option<&[bool]>| {
            let mut kept = [0; PIECE];
            for (k, part) in run.chunks(PIECE).enumerate() {
                let masked = masked.map(|m| &m[k * PIECE..k * PIECE + part.len()]);
                let mut n = 0;
                for (i, &x) in part.iter().enumerate() {
                    kept[n] = at + i;
                    n += usize::from(x != zero && !masked.is_some_and(|m| m[i]));
                }
                places.extend_from_slice(&kept[..n]);
                at += part.len();
            }
        };
        match mask {
            None => alloc::each_run(a.view(), &mut |run| look(run, None)),
            Some(mask) => alloc::each_run_of_pairs(a.view(), mask.view(), &mut |run, m| look(run, Some(m))),
        }
        Ok(places)
    }
    let places = dispatch!(all array.data(), |a| places(a, array.mask()))?;
    let lengths = if array.ndim() == 0 { vec![1] } else { array.shape().to_vec() };
    let mut out = alloc::vec::<i64>(alloc::checked_len(&[lengths.len(), places.len()], 8)?)?;
    for axis in 0..lengths.len() {
        let (n, step) = (lengths[axis], lengths[axis + 1..].iter().product::<usize>());
        // The places ascend, so what would be (place / step) % n is counted on instead: a division costs more.
        let (mut index, mut start, mut block) = (0, 0, 0);
        out.extend(places.iter().map(|&place| {
            if step == 1 {
                while place >= block + n {
                    block += n;
                }
                return (place - block) as i64;
            }
            while place >= start + step {
                start += step;
                index = if index + 1 == n { 0 } else { index + 1 };
            }
            index as i64
        }));
    }
    alloc::from_vec(&[lengths.len(), places.len()], out).map(MaskedArray::from)
}
