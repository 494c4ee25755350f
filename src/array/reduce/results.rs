//! The results of all reductions: their places, their masks.

use super::counts::Counts;
use super::over::Over;
use super::walk::{LONG_RUN, Lying, Plan, walk};
use crate::array::{Data, Element, Mask, MaskedArray, alloc};
use crate::context::{Result, Stage};

/// How an array is walked. Data and mask are walked alike, so that their places are the same.
pub(super) fn plan(array: &MaskedArray, over: Over<'_>) -> Plan {
    Plan::new(array.shape(), array.data().strides(), over.axes, false)
}

/// The result's array: masked where nothing was unmasked.
pub(super) fn finish(array: &MaskedArray, over: Over<'_>, values: Data, counts: Option<&[i64]>) -> Result<MaskedArray> {
    let mask = counts.map(|counts| masked_where(array, over, counts, |&n| n == 0)).transpose()?;
    MaskedArray::new(values, mask)
}

pub(super) fn masked_where<T>(
    array: &MaskedArray,
    over: Over<'_>,
    values: &[T],
    masked: impl Fn(&T) -> bool,
) -> Result<Mask> {
    let mut mask = alloc::vec(values.len())?;
    mask.extend(values.iter().map(masked));
    plan(array, over).shaped(array.shape(), over, mask).map(ndarray::ArrayBase::into_shared)
}

pub(super) fn shaped<T: Element>(array: &MaskedArray, over: Over<'_>, values: Vec<T>) -> Result<Data> {
    plan(array, over).shaped(array.shape(), over, values).map(Data::from)
}

/// The unmasked elements for each place of the result; `None` where the array has no mask.
pub(super) fn counts(stage: &Stage<'_>, array: &MaskedArray, over: Over<'_>) -> Result<Option<Vec<i64>>> {
    let Some(mask) = array.mask() else { return Ok(None) };
    let mut counts = Counts(alloc::zeroed_vec(over.places(array.shape(), 8)?)?);
    walk(stage, &plan(array, over).in_runs_of(LONG_RUN), &Lying::of(mask), None, &mut |step, mask, _| {
        counts.fold(step, mask)
    })?;
    Ok(Some(counts.0))
}
