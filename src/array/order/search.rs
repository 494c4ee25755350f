//! `searchsorted`.

use super::key::Keyed;
use crate::array::casting::promote;
use crate::array::{MaskedArray, Shared, alloc};
use crate::context::{Error, Result, Stage, Status, parallel};
use crate::dispatch;

/// On which side of elements that equal a value it would be inserted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Before them.
    Left,
    /// Behind them.
    Right,
}

/// For each value the position in a sorted array of rank 1 where it would be inserted, as `i64` in the values' shape; `sorter` gives the
/// order of an array that is not sorted. Both are compared in the dtype of both together. Masked elements of the array stand above all
/// values, as sorting puts them; where a value is masked, the position is.
///
/// # Errors
/// [`Status::Shape`] when the array has not rank 1 or the sorter not its length; [`Status::OutOfRange`] for a position of the sorter
/// outside the array; [`Status::Dtype`] for a sorter of floats; [`Status::NoMemory`], [`Status::Cancelled`].
pub fn search_sorted(
    stage: &Stage<'_>,
    array: &MaskedArray,
    values: &MaskedArray,
    side: Side,
    sorter: Option<&MaskedArray>,
) -> Result<MaskedArray> {
    let &[n] = array.shape() else {
        return Err(Error::new(
            Status::Shape,
            format!("a sorted array has rank 1; this one has shape {:?}", array.shape()),
        ));
    };
    let order = sorter.map(|sorter| positions(sorter, n)).transpose()?;
    let dtype = promote(array.dtype(), values.dtype());
    let (data, wanted) = (array.data().cast(dtype)?, values.data().cast(dtype)?);
    let found = dispatch!(all & data, |a| {
        let keys = sorted_keys(a, array, order.as_deref())?;
        search(stage, &keys, &wanted, side, a)?
    });
    MaskedArray::new(found, values.mask().cloned())
}

fn positions(sorter: &MaskedArray, n: usize) -> Result<Vec<usize>> {
    if sorter.shape() != [n] {
        return Err(Error::new(Status::Shape, format!("`sorter` has shape {:?}; needed: [{n}]", sorter.shape())));
    }
    if !sorter.dtype().is_integer() {
        return Err(Error::new(Status::Dtype, format!("`sorter` is of {}; needed: integers", sorter.dtype())));
    }
    let cast = sorter.data().cast(crate::array::DType::I64)?;
    let Some(cast) = cast.typed::<i64>() else { unreachable!("cast gives the dtype that was asked for") };
    let mut positions = alloc::vec(n)?;
    for &i in cast {
        match usize::try_from(i) {
            Ok(i) if i < n => positions.push(i),
            _ => return Err(Error::out_of_range("sorter", i, format!("0 to {}", n as i64 - 1))),
        }
    }
    Ok(positions)
}

/// Keys in their order; a masked element's is above every other.
fn sorted_keys<T: Keyed>(a: &Shared<T>, array: &MaskedArray, order: Option<&[usize]>) -> Result<Vec<(bool, T::Key)>> {
    let key = |i: usize| match array.mask() {
        Some(mask) if mask[[i]] => (true, T::Key::default()),
        _ => (false, a[[i]].equal_key()),
    };
    let mut keys = alloc::vec(a.len())?;
    match order {
        None => keys.extend((0..a.len()).map(key)),
        Some(order) => keys.extend(order.iter().map(|&i| key(i))),
    }
    Ok(keys)
}

fn search<T: Keyed>(
    stage: &Stage<'_>,
    keys: &[(bool, T::Key)],
    wanted: &crate::array::Data,
    side: Side,
    _: &Shared<T>,
) -> Result<ndarray::ArrayD<i64>> {
    let Some(wanted) = T::unwrap(wanted) else { unreachable!("cast gives the dtype that was asked for") };
    let values = alloc::copy(wanted.view())?.into_raw_vec_and_offset().0;
    let mut found = alloc::zeroed_vec::<i64>(values.len())?;
    parallel::rows(stage, &mut found, 1, 32, |first, found| {
        for (found, x) in found.iter_mut().zip(&values[first..]) {
            let wanted = (false, x.equal_key());
            *found = keys.partition_point(|key| if side == Side::Left { *key < wanted } else { *key <= wanted }) as i64;
        }
        Ok(())
    })?;
    alloc::from_vec(wanted.shape(), found)
}
