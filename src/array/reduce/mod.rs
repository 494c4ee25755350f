//! Reductions: numpy's functions that make one number from several.
//!
//! All of them work alike. A *walk* goes through the array in the order of memory and passes runs of values to a
//! *fold*, which knows two steps: all values of a run go to one place of the result (the innermost axis is reduced), or
//! each goes to a place of its own (it is kept). A fold gets values in one of three wide types, with masked ones replaced by
//! its neutral element: integers and bool as `i64`, floats as `f64`, complex numbers as `Complex<f64>`. So a fold is
//! compiled three times, not thirteen, integer sums wrap as numpy's do, and sums of `f32` are as good as those of `f64`.
//!
//! | file | folds |
//! |---|---|
//! | `walk` | the walk |
//! | `wide` | the wide types, and how runs become runs of them |
//! | `sum` | `sum`, `prod`, `count`, `mean` |
//! | `moments` | `var`, `std`, `anom` |
//! | `extreme` | `min`, `max`, `ptp`, `argmin`, `argmax` |
//! | `logical` | `all`, `any` |
//!
//! Sums are added in blocks whose sums are added with the error kept (Neumaier 1974, Z. angew. Math. Mech. 54, 39), so that
//! the error does not grow with the number of elements. The blocks depend on the array alone: results do not depend on
//! the number of threads.
//!
//! An element of the result is masked if all elements that it was made from are masked.

mod extreme;
mod logical;
mod moments;
mod sum;
mod walk;
mod wide;

pub use extreme::{arg_extreme, extreme, ptp};
pub use logical::logical;
pub use moments::{anom, std, var};
pub use sum::{count, mean, prod, sum};
pub(super) use sum::{in_class_of, sum_dtype};
pub(super) use walk::{Progress, RUN};
pub(super) use wide::{Wide, Widened, fill_as};

use super::{DType, Data, Element, Mask, MaskedArray, alloc};
use crate::context::{Error, Result, Stage, Status};
use walk::Plan;

/// The axes that are reduced, in ascending order, and whether they stay in the result with length 1.
#[derive(Debug, Clone, Copy)]
pub struct Over<'a> {
    /// As [`axes`](super::axes) gives them.
    pub axes: &'a [usize],
    /// Whether they stay.
    pub keepdims: bool,
}

impl Over<'_> {
    /// The number of elements of the result.
    fn places(&self, shape: &[usize], itemsize: usize) -> Result<usize> {
        let kept: Vec<usize> =
            (0..shape.len()).filter(|axis| !self.axes.contains(axis)).map(|axis| shape[axis]).collect();
        alloc::checked_len(&kept, itemsize)
    }

    /// The number of elements that make one of the result.
    fn reduced_len(&self, shape: &[usize]) -> usize {
        self.axes.iter().map(|&axis| shape[axis]).product()
    }

    /// The rank of the result.
    fn ndim(&self, ndim: usize) -> usize {
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
pub(super) fn check_dtype(array: &MaskedArray, dtype: Option<DType>) -> Result<()> {
    match dtype {
        Some(dtype) if array.dtype().is_complex() && !dtype.is_complex() => Err(Error::argument(
            "dtype",
            dtype,
            format!("a complex dtype for an array of {}: take the real part first", array.dtype()),
        )),
        _ => Ok(()),
    }
}

/// How an array is walked. Data and mask are walked alike, so that their places are the same.
fn plan(array: &MaskedArray, over: Over<'_>) -> Plan {
    Plan::new(array.shape(), array.data().strides(), over.axes, false)
}

/// The result's array: masked where nothing was unmasked.
fn finish(array: &MaskedArray, over: Over<'_>, values: Data, counts: Option<&[i64]>) -> Result<MaskedArray> {
    let mask = counts.map(|counts| masked_where(array, over, counts, |&n| n == 0)).transpose()?;
    MaskedArray::new(values, mask)
}

fn masked_where<T>(array: &MaskedArray, over: Over<'_>, values: &[T], masked: impl Fn(&T) -> bool) -> Result<Mask> {
    let mut mask = alloc::vec(values.len())?;
    mask.extend(values.iter().map(masked));
    plan(array, over).shaped(array.shape(), over, mask).map(ndarray::ArrayBase::into_shared)
}

fn shaped<T: Element>(array: &MaskedArray, over: Over<'_>, values: Vec<T>) -> Result<Data> {
    plan(array, over).shaped(array.shape(), over, values).map(Data::from)
}

/// The unmasked elements for each place of the result; `None` where the array has no mask.
fn counts(stage: &Stage<'_>, array: &MaskedArray, over: Over<'_>) -> Result<Option<Vec<i64>>> {
    let Some(mask) = array.mask() else { return Ok(None) };
    let mut counts = sum::Counts(alloc::zeroed_vec(over.places(array.shape(), 8)?)?);
    walk::walk(stage, &plan(array, over), mask.view(), None, &mut |step, mask, _| counts.fold(step, mask))?;
    Ok(Some(counts.0))
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
