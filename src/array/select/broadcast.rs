//! Broadcasting: arrays of different shapes brought to one shape.

use crate::array::{Element, Shared, alloc};
use crate::context::{Error, Result, Status};
use ndarray::IxDyn;

/// The shape that two shapes are broadcast to.
///
/// # Errors
/// [`Status::Shape`] when lengths differ and none is 1.
pub fn broadcast_shape(a: &[usize], b: &[usize]) -> Result<Vec<usize>> {
    let n = a.len().max(b.len());
    let length = |shape: &[usize], i: usize| (i + shape.len()).checked_sub(n).map_or(1, |i| shape[i]);
    (0..n)
        .map(|i| match (length(a, i), length(b, i)) {
            (x, y) if x == y || y == 1 => Ok(x),
            (1, y) => Ok(y),
            _ => Err(Error::new(Status::Shape, format!("shapes {a:?} and {b:?} can not be broadcast together"))),
        })
        .collect()
}

/// A copy in C order with the shape that the array is broadcast to; the array itself where nothing is to be done.
pub(in crate::array) fn spread<T: Element>(array: &Shared<T>, lengths: &[usize]) -> Result<Shared<T>> {
    if array.shape() == lengths {
        return alloc::contiguous(array);
    }
    alloc::checked_len(lengths, size_of::<T>())?;
    let view = array.broadcast(IxDyn(lengths)).ok_or_else(|| {
        Error::new(Status::Shape, format!("shape {:?} can not be broadcast to {lengths:?}", array.shape()))
    })?;
    Ok(alloc::copy(view)?.into_shared())
}
