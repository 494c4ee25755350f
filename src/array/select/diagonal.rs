//! Diagonals.

use crate::array::{Element, MaskedArray, Rearrange, Shared, alloc, axis};
use crate::context::{Error, Result, Status};
use ndarray::{Axis, IxDyn, Slice};

/// The diagonal of two axes as the last axis of the result; an offset above 0 is a diagonal above the main one. Of rank 2
/// nothing is copied.
///
/// # Errors
/// [`Status::Shape`] below rank 2; [`Status::InvalidArgument`] when the axes are one; [`Status::OutOfRange`] (axis).
pub fn diagonal(array: &MaskedArray, offset: i64, axis1: i32, axis2: i32) -> Result<MaskedArray> {
    let ndim = array.ndim();
    if ndim < 2 {
        return Err(Error::new(Status::Shape, format!("a diagonal needs rank 2 or more; this array has rank {ndim}")));
    }
    let (a, b) = (axis(axis1, ndim, "axis1")?, axis(axis2, ndim, "axis2")?);
    if a == b {
        return Err(Error::argument("axis2", axis2, "another axis than `axis1`"));
    }
    array.rearranged(&Diagonal { offset, axes: [a, b] })
}

struct Diagonal {
    offset: i64,
    axes: [usize; 2],
}

impl Rearrange for Diagonal {
    fn apply<T: Element>(&self, array: &Shared<T>) -> Result<Shared<T>> {
        let ndim = array.ndim();
        let mut order: Vec<usize> = (0..ndim).filter(|a| !self.axes.contains(a)).collect();
        order.extend(self.axes);
        let mut square = array.clone().permuted_axes(IxDyn(&order));
        let (rows, columns) = (Axis(ndim - 2), Axis(ndim - 1));
        let cut = if self.offset < 0 { rows } else { columns };
        let first = usize::try_from(self.offset.unsigned_abs()).unwrap_or(usize::MAX).min(square.len_of(cut));
        square.slice_axis_inplace(cut, Slice::from(first..));
        let len = square.len_of(rows).min(square.len_of(columns));
        if ndim == 2 {
            return Ok(square.into_diag().into_dyn());
        }
        let mut lengths = square.shape()[..ndim - 2].to_vec();
        lengths.push(len);
        let mut out = alloc::zeros::<T>(&lengths)?;
        for k in 0..len {
            let from = square.index_axis(rows, k).index_axis_move(rows, k);
            alloc::assign(out.index_axis_mut(rows, k), from, None);
        }
        Ok(out.into_shared())
    }
}
