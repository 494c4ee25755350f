//! `sort` and `argsort`.

use super::key::{Key, Keyed};
use super::lanes::{Lanes, fill, no_more_than};
use super::masked_go::MaskedGo;
use super::quicksort;
use crate::array::reduce::Widened;
use crate::array::{Data, Mask, MaskedArray, Shared, alloc};
use crate::context::{Result, Stage};
use crate::dispatch;
use std::cmp::Ordering;

/// The elements in ascending order along an axis, or all of them as one row. The mask moves with its elements.
///
/// # Errors
/// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) for a fill that the dtype does not hold;
/// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
pub fn sort(stage: &Stage<'_>, array: &MaskedArray, axis: Option<usize>, masked: MaskedGo) -> Result<MaskedArray> {
    let lanes = Lanes::new(array.shape(), axis);
    dispatch!(all array.data(), |a| arrange(stage, &lanes, a, array.mask(), masked, &|stage, keys, _| quicksort::sort(stage, keys)))
}

/// Arranges the keys of each row; see [`arrange`].
pub(super) type Arrange<'a, K> = &'a (dyn Fn(&Stage<'_>, &mut [K], usize) -> Result<()> + Sync);

/// Puts the elements of each row in an order. `order` is given the keys of a part of a row and where in the row that part will lie, and
/// arranges them; the parts are all of a row, or where it has masked elements those less than the fill and those greater.
pub(super) fn arrange<T: Keyed + Widened>(
    stage: &Stage<'_>,
    lanes: &Lanes,
    a: &Shared<T>,
    mask: Option<&Mask>,
    masked: MaskedGo,
    order: Arrange<'_, T::Key>,
) -> Result<MaskedArray> {
    let mut rows = lanes.take(a)?;
    let Some(mask) = mask else {
        lanes.each(stage, &mut rows, |stage, _, row| {
            let mut keys = alloc::vec(row.len())?;
            keys.extend(row.iter().map(|x| x.key()));
            order(stage, &mut keys, 0)?;
            row.iter_mut().zip(keys).for_each(|(to, key)| *to = T::from_key(key));
            Ok(())
        })?;
        return Ok(MaskedArray::from(lanes.put(rows)?));
    };
    let mut mask = lanes.take(mask)?;
    let fill = fill::<T>(masked)?.equal_key();
    lanes.each_with_mask(stage, &mut rows, &mut mask, |stage, row, mask| {
        let mut parts = Parts::split(row, mask, fill)?;
        let first_greater = row.len() - parts.greater.len();
        order(stage, &mut parts.less, 0)?;
        order(stage, &mut parts.greater, first_greater)?;
        parts.join(row, mask);
        Ok(())
    })?;
    let mask = lanes.put(mask)?.into_shared();
    MaskedArray::new(Data::from(lanes.put(rows)?), Some(mask))
}

/// A row taken apart at the value that stands for masked elements.
struct Parts<T: Keyed> {
    less: Vec<T::Key>,
    /// What is masked and what equals the fill, in the row's order.
    equal: Vec<(T, bool)>,
    greater: Vec<T::Key>,
}

impl<T: Keyed> Parts<T> {
    fn split(row: &[T], mask: &[bool], fill: T::Key) -> Result<Self> {
        let n = row.len();
        let mut parts = Parts { less: alloc::vec(n)?, equal: alloc::vec(n)?, greater: alloc::vec(n)? };
        for (&x, &masked) in row.iter().zip(mask) {
            match x.equal_key().cmp(&fill) {
                _ if masked => parts.equal.push((x, true)),
                Ordering::Less => parts.less.push(x.key()),
                Ordering::Equal => parts.equal.push((x, false)),
                Ordering::Greater => parts.greater.push(x.key()),
            }
        }
        Ok(parts)
    }

    fn join(self, row: &mut [T], mask: &mut [bool]) {
        let plain = |keys: Vec<T::Key>| keys.into_iter().map(|key| (T::from_key(key), false));
        let all = plain(self.less).chain(self.equal).chain(plain(self.greater));
        for ((to, masked), (x, m)) in row.iter_mut().zip(mask).zip(all) {
            (*to, *masked) = (x, m);
        }
    }
}

/// The positions that put the elements in ascending order along an axis, or in C order of all, as `i64`, without a mask.
///
/// # Errors
/// As [`sort`].
pub fn arg_sort(stage: &Stage<'_>, array: &MaskedArray, axis: Option<usize>, masked: MaskedGo) -> Result<MaskedArray> {
    let lanes = Lanes::new(array.shape(), axis);
    dispatch!(all array.data(), |a| positions(stage, &lanes, a, array.mask(), masked, &|stage, packed| quicksort::sort(stage, packed)))
}

/// Arranges the packed keys of a row.
type ArrangePacked<'a, T> = &'a (dyn Fn(&Stage<'_>, &mut [<<T as Keyed>::Key as Key>::Packed]) -> Result<()> + Sync);

/// The positions of the elements of each row in the order that `order` gives their keys.
pub(super) fn positions<T: Keyed + Widened>(
    stage: &Stage<'_>,
    lanes: &Lanes,
    a: &Shared<T>,
    mask: Option<&Mask>,
    masked: MaskedGo,
    order: ArrangePacked<'_, T>,
) -> Result<MaskedArray> {
    no_more_than(lanes.n, T::Key::INDICES)?;
    let rows = lanes.take(a)?;
    let mask = mask.map(|mask| lanes.take(mask)).transpose()?;
    let fill = fill::<T>(masked)?.equal_key();
    let mut out = alloc::zeroed_vec::<i64>(rows.len())?;
    lanes.each(stage, &mut out, |stage, index, out| {
        let range = index * lanes.n..(index + 1) * lanes.n;
        let mut packed = alloc::vec(lanes.n)?;
        let keys = rows[range.clone()].iter().map(|x| x.equal_key());
        match &mask {
            None => packed.extend(keys.zip(0..).map(|(key, i)| key.pack(i))),
            Some(mask) => {
                let keys = keys.zip(&mask[range]).map(|(key, &masked)| if masked { fill } else { key });
                packed.extend(keys.zip(0..).map(|(key, i)| key.pack(i)));
            }
        }
        order(stage, &mut packed)?;
        out.iter_mut().zip(packed).for_each(|(out, packed)| *out = T::Key::index(packed));
        Ok(())
    })?;
    Ok(MaskedArray::from(lanes.put(out)?))
}
