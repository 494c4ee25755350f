//! The walk of a reduction through an array, in the order of memory.

use super::over::Over;
use crate::array::{Element, MAX_NDIM, Mask, Shared, alloc};
use crate::context::{Result, Stage};
use ndarray::ArrayD;

/// The longest run, chosen so that a fold's intermediate values stay in the first-level cache.
pub(in crate::array) const RUN: usize = 1024;

/// The longest run of a fold without intermediate values.
pub(super) const LONG_RUN: usize = 1 << 15;

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
    /// The longest run.
    run: usize,
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
        Plan { order, places, indices, same, run: RUN }
    }

    /// Runs may be as long as this where their values go to one place, for a fold that keeps nothing of them.
    pub fn in_runs_of(mut self, longest: usize) -> Self {
        if self.same {
            self.run = longest;
        }
        self
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

/// An array as it lies in memory.
pub(super) struct Lying<'a, T> {
    memory: &'a [T],
    /// Where in it the element lies whose indices are all 0.
    first: usize,
    pub shape: &'a [usize],
    pub strides: &'a [isize],
}

impl<'a, T: Element> Lying<'a, T> {
    pub fn of(array: &'a Shared<T>) -> Self {
        let (memory, first) = alloc::spanned(array);
        Lying { memory, first, shape: array.shape(), strides: array.strides() }
    }

    /// The elements as others of the same size; see [`alloc::bits_of`].
    pub fn bits<U: Element>(self) -> Lying<'a, U> {
        Lying { memory: alloc::bits_of(self.memory), first: self.first, shape: self.shape, strides: self.strides }
    }

    /// `n` elements from a place on, so many steps apart: as they lie, or gathered.
    fn run<'b>(&self, at: isize, n: usize, step: isize, buffer: &'b mut [T]) -> &'b [T]
    where
        'a: 'b,
    {
        let start = self.first.wrapping_add_signed(at);
        if step == 1 || n == 1 {
            return &self.memory[start..start + n];
        }
        let buffer = &mut buffer[..n];
        let apart = step.unsigned_abs();
        match step {
            0 => buffer.fill(self.memory[start]),
            1.. => buffer.iter_mut().zip(self.memory[start..].iter().step_by(apart)).for_each(|(to, &from)| *to = from),
            _ => {
                let back = self.memory[..=start].iter().rev().step_by(apart);
                buffer.iter_mut().zip(back).for_each(|(to, &from)| *to = from);
            }
        }
        buffer
    }
}

/// Calls `sink` with every run and its part of the mask.
pub(super) fn walk<T: Element>(
    stage: &Stage<'_>,
    plan: &Plan,
    data: &Lying<'_, T>,
    mask: Option<&Mask>,
    sink: Sink<'_, T>,
) -> Result<()> {
    let len = data.shape.iter().product::<usize>();
    if len == 0 {
        return Ok(());
    }
    let mask = mask.map(Lying::of);
    let route = Route::new(plan, data.shape, data.strides, mask.as_ref().map(|mask| mask.strides));
    // Room for runs that lie apart; none where they are used as they lie.
    let run = len.min(plan.run);
    let (step, mask_step) = route.steps();
    let mut gathered = buffer_of::<T>(if step == 1 { 0 } else { run })?;
    let mut gathered_mask = buffer_of::<bool>(if mask.is_none() || mask_step == 1 { 0 } else { run })?;
    let mut progress = Progress::new(stage, len);
    route.each_run(plan, &mut |here, (at, mask_at), n| {
        let values = data.run(at, n, step, &mut gathered);
        let masked = mask.as_ref().map(|mask| mask.run(mask_at, n, mask_step, &mut gathered_mask));
        sink(here, values, masked);
        progress.add(n)
    })
}

/// The axes of a walk, from the outermost to the innermost; at least one. Nothing here knows of a dtype.
struct Route {
    lengths: Vec<usize>,
    /// For each axis the steps of the elements and of the mask in memory.
    data: Vec<isize>,
    mask: Vec<isize>,
    /// For each axis the steps in the result and of the position along the reduced axes.
    places: Vec<usize>,
    indices: Vec<usize>,
}

impl Route {
    fn new(plan: &Plan, shape: &[usize], data: &[isize], mask: Option<&[isize]>) -> Route {
        let mut route = Route {
            lengths: plan.order.iter().map(|&axis| shape[axis]).collect(),
            data: plan.order.iter().map(|&axis| data[axis]).collect(),
            // Without a mask its steps are those of the data, so that they hinder no merging.
            mask: plan.order.iter().map(|&axis| mask.unwrap_or(data)[axis]).collect(),
            places: plan.places.clone(),
            indices: plan.indices.clone(),
        };
        route.merge();
        route
    }

    /// Makes the innermost axis as long as layout and result allow.
    fn merge(&mut self) {
        for axis in (0..self.lengths.len()).rev() {
            if self.lengths.len() > 1 && self.lengths[axis] == 1 {
                self.remove(axis);
            }
        }
        for axis in (0..self.lengths.len().saturating_sub(1)).rev() {
            let n = self.lengths[axis + 1];
            let follows = |steps: &[usize]| steps[axis] == steps[axis + 1] * n;
            let lies = |steps: &[isize]| steps[axis] == steps[axis + 1] * n as isize;
            // Two kept axes or two reduced ones: a step of 0 is followed by one of 0.
            if follows(&self.places) && follows(&self.indices) && lies(&self.data) && lies(&self.mask) {
                self.lengths[axis + 1] *= self.lengths[axis];
                self.remove(axis);
            }
        }
        if self.lengths.is_empty() {
            self.lengths.push(1);
            self.data.push(1);
            self.mask.push(1);
            self.places.push(0);
            self.indices.push(1);
        }
    }

    fn remove(&mut self, axis: usize) {
        self.lengths.remove(axis);
        self.data.remove(axis);
        self.mask.remove(axis);
        self.places.remove(axis);
        self.indices.remove(axis);
    }

    /// The steps of the innermost axis in the memory of elements and mask.
    fn steps(&self) -> (isize, isize) {
        let last = self.lengths.len() - 1;
        (self.data[last], self.mask[last])
    }

    /// Calls `f` with each run: where its values go, where elements and mask begin, and how many there are.
    fn each_run(&self, plan: &Plan, f: &mut dyn FnMut(Step, (isize, isize), usize) -> Result<()>) -> Result<()> {
        let last = self.lengths.len() - 1;
        let (row, outer) = (self.lengths[last], &self.lengths[..last]);
        let mut index = [0usize; MAX_NDIM];
        let mut step = Step { place: 0, index: 0, same: plan.same };
        let (mut data, mut mask) = (0isize, 0isize);
        for _ in 0..outer.iter().product::<usize>() {
            for start in (0..row).step_by(plan.run) {
                let here = Step {
                    place: step.place + start * self.places[last],
                    index: step.index + start * self.indices[last],
                    ..step
                };
                let begin = (data + start as isize * self.data[last], mask + start as isize * self.mask[last]);
                f(here, begin, plan.run.min(row - start))?;
            }
            for axis in (0..last).rev() {
                index[axis] += 1;
                step.place += self.places[axis];
                step.index += self.indices[axis];
                data += self.data[axis];
                mask += self.mask[axis];
                if index[axis] < outer[axis] {
                    break;
                }
                step.place -= self.places[axis] * index[axis];
                step.index -= self.indices[axis] * index[axis];
                data -= self.data[axis] * index[axis] as isize;
                mask -= self.mask[axis] * index[axis] as isize;
                index[axis] = 0;
            }
        }
        Ok(())
    }
}

/// Room for a run of an array of `len` elements. It is not on the stack: some hosts' threads have 64 KiB of that.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory).
pub(super) fn buffer<T: Clone + Default>(len: usize) -> Result<Vec<T>> {
    buffer_of(len.min(RUN))
}

fn buffer_of<T: Clone + Default>(len: usize) -> Result<Vec<T>> {
    let mut buffer = alloc::vec(len)?;
    buffer.resize(len, T::default());
    Ok(buffer)
}
