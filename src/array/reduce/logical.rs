//! `all`, `any`.

use super::over::Over;
use super::results::{counts, finish, shaped};
use super::walk::{Lying, Plan, walk};
use super::wide::Widened;
use crate::array::simd::multiversioned;
use crate::array::{Mask, MaskedArray, Shared, alloc};
use crate::context::{Result, Stage};
use crate::dispatch;

/// Whether any element over axes is not 0 (`any`), or all are (`all`). Masked elements are ignored; NaN is not 0.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
pub fn logical(stage: &Stage<'_>, array: &MaskedArray, over: Over<'_>, all: bool) -> Result<MaskedArray> {
    let mut found = dispatch!(all array.data(), |a| search(stage, a, array.mask(), over, !all)?);
    if all {
        found.iter_mut().for_each(|found| *found = !*found);
    }
    finish(array, over, shaped(array, over, found)?, counts(stage, array, over)?.as_deref())
}

/// For each place whether there is an element with this truth value.
fn search<T: Widened>(
    stage: &Stage<'_>,
    a: &Shared<T>,
    mask: Option<&Mask>,
    over: Over<'_>,
    truth: bool,
) -> Result<Vec<bool>> {
    let mut found = alloc::zeroed_vec(over.places(a.shape(), 1)?)?;
    let plan = Plan::new(a.shape(), a.strides(), over.axes, false);
    walk(stage, &plan, &Lying::of(a), mask, &mut |step, values, mask| {
        if !step.same {
            each(&mut found[step.place..], values, mask, truth);
        } else if !found[step.place] {
            found[step.place] = contains(values, mask, truth);
        }
    })?;
    Ok(found)
}

multiversioned! {
    fn contains<T: Widened>(values: &[T], mask: Option<&[bool]>, truth: bool) -> bool {
        match mask {
            None => values.iter().fold(false, |found, x| found | (x.truth() == truth)),
            Some(mask) => values.iter().zip(mask).fold(false, |found, (x, &masked)| found | ((x.truth() == truth) & !masked)),
        }
    }
}

multiversioned! {
    fn each<T: Widened>(found: &mut [bool], values: &[T], mask: Option<&[bool]>, truth: bool) {
        match mask {
            None => found.iter_mut().zip(values).for_each(|(found, x)| *found |= x.truth() == truth),
            Some(mask) => {
                for ((found, x), &masked) in found.iter_mut().zip(values).zip(mask) {
                    *found |= (x.truth() == truth) & !masked;
                }
            }
        }
    }
}
