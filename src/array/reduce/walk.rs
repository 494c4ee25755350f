//! The walk of a reduction through an array, in the order of memory.

use super::over::Over;
use crate::array::{Element, MAX_NDIM, alloc};
use crate::context::{Result, Stage};
use ndarray::{ArrayD, ArrayViewD, Axis};

/// The longest run, chosen so that a fold's intermediate values stay in the first-level cache.
pub(in crate::array) const RUN: usize = 1024;

/// Reports the progress of a single thread's loop from time to time.
pub(in crate::array) struct Progress<'a, 'b> {
    stage: &'a Stage<'b>,
    len: usize,
    done: usize,
    reported: usize,
}

impl<'a, 'b> Progress<'a, 'b> {
    /// The number of elements between two reports of progress; a cancellation is seen there.
    const REPORT: usize = 1 << 20;

    /// For a loop over so many elements.
    pub fn new(stage: &'a Stage<'b>, len: usize) -> Self {
        Progress { stage, len, done: 0, reported: 0 }
    }

    /// Adds to the number of elements that are done.
    pub fn add(&mut self, n: usize) -> Result<()> {
        self.done += n;
        if self.done - self.reported < Self::REPORT {
            return Ok(());
        }
        self.reported = self.done;
        self.stage.report(self.done as f64 / self.len as f64)
    }
}

/// Where the values of a run go.
#[derive(Clone, Copy)]
pub(super) struct Step {
    /// The place of the first value.
    pub place: usize,
    /// The first value's position along the reduced axes, in the order of the walk.
    pub index: usize,
    /// Whether all values go to that one place; else to it and those that follow.
    pub same: bool,
}

/// The order in which an array is walked, and where its elements go.
pub(super) struct Plan {
    /// The array's axes, in the order of the walk.
    order: Vec<usize>,
    /// For each of them the step in the result.
    places: Vec<usize>,
    /// For each of them the step of the position along the reduced axes.
    indices: Vec<usize>,
    same: bool,
}

impl Plan {
    /// A walk in the order of memory, or in the logical order, which keeps the position along several reduced axes what a
    /// user would count. The places are those of the kept axes in the order of the walk; see [`Plan::shaped`].
    pub fn new(shape: &[usize], strides: &[isize], reduced: &[usize], logical: bool) -> Self {
        let mut order: Vec<usize> = (0..shape.len()).collect();
        if !logical {
            order.sort_by_key(|&axis| std::cmp::Reverse(strides[axis].unsigned_abs()));
        }
        let (mut places, mut indices) = (vec![0; shape.len()], vec![0; shape.len()]);
        let (mut place, mut index) = (1, 1);
        for (i, &axis) in order.iter().enumerate().rev() {
            let (steps, step) =
                if reduced.contains(&axis) { (&mut indices, &mut index) } else { (&mut places, &mut place) };
            steps[i] = *step;
            *step *= shape[axis];
        }
        let innermost = order.iter().rfind(|&&axis| shape[axis] != 1).or(order.last());
        let same = innermost.is_none_or(|axis| reduced.contains(axis));
        Plan { order, places, indices, same }
    }

    /// The values at the places as an array with the axes in the caller's order.
    pub fn shaped<T>(&self, shape: &[usize], over: Over<'_>, values: Vec<T>) -> Result<ArrayD<T>> {
        let reduced = |axis: usize| over.axes.contains(&axis);
        let kept: Vec<usize> = self.order.iter().copied().filter(|&axis| over.keepdims || !reduced(axis)).collect();
        let lengths: Vec<usize> = kept.iter().map(|&axis| if reduced(axis) { 1 } else { shape[axis] }).collect();
        let mut back: Vec<usize> = (0..kept.len()).collect();
        back.sort_by_key(|&i| kept[i]);
        Ok(alloc::from_vec(&lengths, values)?.permuted_axes(back))
    }

    /// Whether the values of each run go to one place.
    pub fn same(&self) -> bool {
        self.same
    }
}

/// Takes a run and its part of the mask.
pub(super) type Sink<'a, T> = &'a mut dyn FnMut(Step, &[T], Option<&[bool]>);

/// Calls `sink` with every run and its part of the mask.
pub(super) fn walk<T: Element>(
    stage: &Stage<'_>,
    plan: &Plan,
    data: ArrayViewD<'_, T>,
    mask: Option<ArrayViewD<'_, bool>>,
    sink: Sink<'_, T>,
) -> Result<()> {
    let len = data.len();
    if len == 0 {
        return Ok(());
    }
    let mut data = data.permuted_axes(plan.order.as_slice());
    let mut mask = mask.map(|mask| mask.permuted_axes(plan.order.as_slice()));
    let (mut places, mut indices) = (plan.places.clone(), plan.indices.clone());
    merge(&mut data, mask.as_mut(), &mut places, &mut indices);
    let last = data.ndim() - 1;
    let (inner_place, inner_index) = (places[last], indices[last]);
    let outer = data.shape()[..last].to_vec();
    let mut at = [0usize; MAX_NDIM];
    let mut step = Step { place: 0, index: 0, same: plan.same };
    let (mut gathered, mut gathered_mask) = (buffer::<T>(len)?, buffer::<bool>(len)?);
    let mut progress = Progress::new(stage, len);
    let mut mask_rows = mask.as_ref().map(|mask| mask.rows().into_iter());
    for row in data.rows() {
        let mask_row = mask_rows.as_mut().and_then(Iterator::next);
        for start in (0..row.len()).step_by(RUN) {
            let end = row.len().min(start + RUN);
            let part = ndarray::Slice::from(start..end);
            let values = match row.as_slice() {
                Some(row) => &row[start..end],
                None => gather(row.slice_axis(Axis(0), part), &mut gathered),
            };
            let masked = mask_row.as_ref().map(|row| match row.to_slice() {
                Some(row) => &row[start..end],
                None => gather(row.slice_axis(Axis(0), part), &mut gathered_mask),
            });
            let here =
                Step { place: step.place + start * inner_place, index: step.index + start * inner_index, ..step };
            sink(here, values, masked);
            progress.add(end - start)?;
        }
        for axis in (0..last).rev() {
            at[axis] += 1;
            step.place += places[axis];
            step.index += indices[axis];
            if at[axis] < outer[axis] {
                break;
            }
            step.place -= places[axis] * at[axis];
            step.index -= indices[axis] * at[axis];
            at[axis] = 0;
        }
    }
    Ok(())
}

/// Room for a run of an array of `len` elements. It is not on the stack: some hosts' threads have 64 KiB of that.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory).
pub(super) fn buffer<T: Clone + Default>(len: usize) -> Result<Vec<T>> {
    let mut buffer = alloc::vec(len.min(RUN))?;
    buffer.resize(len.min(RUN), T::default());
    Ok(buffer)
}

fn gather<'a, T: Copy>(part: ndarray::ArrayView1<'_, T>, buffer: &'a mut [T]) -> &'a [T] {
    buffer.iter_mut().zip(&part).for_each(|(to, &from)| *to = from);
    &buffer[..part.len()]
}

/// Makes the innermost axis as long as layout and result allow; afterwards there is at least one axis.
fn merge<T>(
    data: &mut ArrayViewD<'_, T>,
    mut mask: Option<&mut ArrayViewD<'_, bool>>,
    places: &mut Vec<usize>,
    indices: &mut Vec<usize>,
) {
    if data.ndim() == 0 {
        data.insert_axis_inplace(Axis(0));
        if let Some(mask) = mask {
            mask.insert_axis_inplace(Axis(0));
        }
        places.push(0);
        indices.push(1);
        return;
    }
    for axis in (0..data.ndim()).rev() {
        if data.ndim() > 1 && data.len_of(Axis(axis)) == 1 {
            remove(axis, data, mask.as_deref_mut(), places, indices);
        }
    }
    for axis in (0..data.ndim() - 1).rev() {
        let (take, into) = (Axis(axis), Axis(axis + 1));
        let n = data.len_of(into);
        let follows = |steps: &[usize]| steps[axis] == steps[axis + 1] * n;
        // Two kept axes or two reduced ones: a step of 0 is followed by one of 0.
        if !(follows(places) && follows(indices)) {
            continue;
        }
        let mut merged = data.view();
        if !merged.merge_axes(take, into) {
            continue;
        }
        if let Some(mask) = mask.as_deref_mut()
            && !mask.merge_axes(take, into)
        {
            continue;
        }
        data.merge_axes(take, into);
        remove(axis, data, mask.as_deref_mut(), places, indices);
    }
}

fn remove<T>(
    axis: usize,
    data: &mut ArrayViewD<'_, T>,
    mask: Option<&mut ArrayViewD<'_, bool>>,
    places: &mut Vec<usize>,
    indices: &mut Vec<usize>,
) {
    data.index_axis_inplace(Axis(axis), 0);
    if let Some(mask) = mask {
        mask.index_axis_inplace(Axis(axis), 0);
    }
    places.remove(axis);
    indices.remove(axis);
}
