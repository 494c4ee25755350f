//! The arguments of a reduction, and its result as one number.

use crate::array::{DType, MaskedArray, alloc};
use crate::context::{Error, Result, Status};

/// The axes that are reduced, in ascending order, and whether they stay in the result with length 1.
#[derive(Debug, Clone, Copy)]
pub struct Over<'a> {
    /// As [`axes`](crate::array::axes) gives them.
    pub axes: &'a [usize],
    /// Whether they stay.
    pub keepdims: bool,
}

impl Over<'_> {
    /// The number of elements of the result.
    pub(super) fn places(&self, shape: &[usize], itemsize: usize) -> Result<usize> {
        let kept: Vec<usize> =
            (0..shape.len()).filter(|axis| !self.axes.contains(axis)).map(|axis| shape[axis]).collect();
        alloc::checked_len(&kept, itemsize)
    }

    /// The number of elements that make one of the result.
    pub(super) fn reduced_len(&self, shape: &[usize]) -> usize {
        self.axes.iter().map(|&axis| shape[axis]).product()
    }

    /// The rank of the result.
    pub(super) fn ndim(&self, ndim: usize) -> usize {
        if self.keepdims { ndim } else { ndim - self.axes.len() }
    }
}

/// Which of two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The least.
    Min,
    /// The greatest.
    Max,
}

/// Refuses a complex array's reduction in a real dtype, which would drop the imaginary part.
pub(in crate::array) fn check_dtype(array: &MaskedArray, dtype: Option<DType>) -> Result<()> {
    match dtype {
        Some(dtype) if array.dtype().is_complex() && !dtype.is_complex() => Err(Error::argument(
            "dtype",
            dtype,
            format!("a complex dtype for an array of {}: take the real part first", array.dtype()),
        )),
        _ => Ok(()),
    }
}

/// The value of a result of rank 0: `None` where it is masked.
///
/// # Errors
/// [`Status::Dtype`] for a complex value.
pub fn scalar(result: &MaskedArray) -> Result<Option<f64>> {
    if result.dtype().is_complex() {
        return Err(Error::new(
            Status::Dtype,
            format!(
                "the result is {}, which does not fit into one double: use the function that returns an image",
                result.dtype()
            ),
        ));
    }
    if result.any_masked() {
        return Ok(None);
    }
    Ok(result.data().to_f64()?.first().copied())
}
