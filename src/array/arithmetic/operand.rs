//! Operands: arrays that are read block by block, in another dtype and in the result's shape.

use crate::array::cast::CastTarget;
use crate::array::select::broadcast_shape;
use crate::array::{DType, Data, Element, FromScalar, Mask, MaskedArray, Scalar, Shared, alloc};
use crate::context::Result;
use crate::dispatch;
use ndarray::{ArrayView1, Axis, Ix1, s};

/// The number of elements that are worked on at once: buffers for them fit a small stack and the fastest cache.
pub(super) const BLOCK: usize = 512;

/// What a caller combines: an array, or a number that counts for every element.
#[derive(Debug, Clone, Copy)]
pub enum Input<'a> {
    /// An array; its shape is broadcast.
    Array(&'a MaskedArray),
    /// A number. It adapts to the other operand's dtype.
    Number(f64),
    /// The array whose memory the result takes: each block is read before it is written.
    Target(&'a Outline),
}

/// What is known of an array whose pixels are elsewhere.
#[derive(Debug)]
pub struct Outline {
    dtype: DType,
    shape: Vec<usize>,
    has_mask: bool,
}

impl Outline {
    /// That of an array.
    pub fn of(array: &MaskedArray) -> Outline {
        Outline { dtype: array.dtype(), shape: array.shape().to_vec(), has_mask: array.mask().is_some() }
    }
}

impl<'a> Input<'a> {
    /// The array's shape; that of a number is empty.
    pub fn shape(&self) -> &'a [usize] {
        match self {
            Input::Array(array) => array.shape(),
            Input::Number(_) => &[],
            Input::Target(outline) => &outline.shape,
        }
    }

    /// The array's dtype.
    pub fn dtype(&self) -> Option<DType> {
        match self {
            Input::Array(array) => Some(array.dtype()),
            Input::Number(_) => None,
            Input::Target(outline) => Some(outline.dtype),
        }
    }

    /// The mask beneath a result.
    pub(super) fn mask(&self, shape: &[usize]) -> Result<Option<Operand>> {
        match self {
            Input::Array(array) => array.mask().map(|mask| Operand::of_mask(mask, shape)).transpose(),
            Input::Target(outline) if outline.has_mask => Ok(Some(Operand::Target)),
            _ => Ok(None),
        }
    }
}

/// The shape that operands are broadcast to.
///
/// # Errors
/// [`Status::Shape`](crate::context::Status::Shape) when they cannot be.
pub fn common_shape(inputs: &[Input<'_>]) -> Result<Vec<usize>> {
    inputs.iter().try_fold(Vec::new(), |shape, input| broadcast_shape(&shape, input.shape()))
}

/// Types that operands are converted to.
pub(super) trait Fetch: FromScalar + CastTarget {}
impl<T: FromScalar + CastTarget> Fetch for T {}

/// How an operand lies beneath the result.
pub(super) enum Operand {
    /// One value for every element.
    Same(Scalar),
    /// In C order, with the result's shape.
    Flat(Data),
    /// Row by row: with gaps, turned, or repeated.
    Rows(Data),
    /// In the result's own memory.
    Target,
}

/// The elements of a block: `len` of them from `start` on in C order. They lie in one row unless all operands are flat.
pub(super) struct Place<'a> {
    pub start: usize,
    pub len: usize,
    /// The indices of the row, one for each axis but the last.
    pub row: &'a [usize],
    pub column: usize,
}

impl Operand {
    pub(super) fn new(input: &Input<'_>, shape: &[usize]) -> Result<Operand> {
        match input {
            Input::Number(value) => Ok(Operand::Same(Scalar::Float(*value))),
            Input::Target(_) => Ok(Operand::Target),
            Input::Array(array) => Operand::of(array.data(), shape),
        }
    }

    fn of_mask(mask: &Mask, shape: &[usize]) -> Result<Operand> {
        Operand::of(&Data::from(mask.clone()), shape)
    }

    fn of(data: &Data, shape: &[usize]) -> Result<Operand> {
        if data.len() == 1 {
            return Ok(Operand::Same(crate::array::elementwise::item(&MaskedArray::from(data.clone()), 0).0));
        }
        if data.shape() == shape && data.is_c_contiguous() {
            return Ok(Operand::Flat(data.clone()));
        }
        // Where neighbours in a row are far apart in memory, reading row by row would need a line of the cache for each.
        let apart =
            data.shape().last() != Some(&1) && data.strides().last().is_some_and(|step| step.unsigned_abs() > 1);
        if !apart {
            return Ok(Operand::Rows(data.clone()));
        }
        let near = data.contiguous()?;
        Ok(if near.shape() == shape { Operand::Flat(near) } else { Operand::Rows(near) })
    }

    pub(super) fn is_rows(&self) -> bool {
        matches!(self, Operand::Rows(_))
    }

    /// Called once before [`Operand::fetch`] with the same buffer.
    pub(super) fn prepare<T: Fetch>(&self, buffer: &mut [T; BLOCK]) {
        if let Operand::Same(value) = self {
            buffer.fill(T::from_scalar(*value));
        }
    }

    /// The elements of a block as type `T`: where they lie, or converted into the buffer.
    pub(super) fn fetch<'a, T: Fetch>(&'a self, at: &Place<'_>, buffer: &'a mut [T; BLOCK]) -> &'a [T] {
        let columns = at.column..at.column + at.len;
        match self {
            // The caller has put them into the buffer.
            Operand::Same(_) | Operand::Target => {}
            Operand::Flat(data) => {
                if let Some(elements) = data.typed::<T>().and_then(|a| a.as_slice()) {
                    return &elements[at.start..at.start + at.len];
                }
                dispatch!(all data, |a| T::convert(block_of(a, at), &mut buffer[..at.len]));
            }
            Operand::Rows(data) => {
                if let Some(row) = data.typed::<T>().map(|a| row_of(a, at.row))
                    && row.len() >= columns.end
                    && let Some(elements) = row.to_slice()
                {
                    return &elements[columns];
                }
                let mut done = 0;
                dispatch!(all data, |a| each_run_of_row(a, at, &mut |run| {
                    T::convert(run, &mut buffer[done..done + run.len()]);
                    done += run.len();
                }));
                // A row of one element is repeated.
                let first = buffer[0];
                buffer[done..at.len].fill(first);
            }
        }
        &buffer[..at.len]
    }
}

/// The elements of a block of an array in C order.
fn block_of<'a, A: Element>(array: &'a Shared<A>, at: &Place<'_>) -> &'a [A] {
    &array.as_slice().unwrap_or_default()[at.start..at.start + at.len]
}

/// Calls `f` with the elements of a block that lies in a row, or with the row's only one.
fn each_run_of_row<A: Element>(array: &Shared<A>, at: &Place<'_>, f: &mut dyn FnMut(&[A])) {
    let row = row_of(array, at.row);
    match row.len() {
        1 => f(&[row[0]]),
        _ => alloc::each_run(row.slice(s![at.column..at.column + at.len]).into_dyn(), f),
    }
}

/// A row of an array beneath a row of the result. Axes that the array lacks or that have length 1 are repeated.
fn row_of<'a, A: Element>(array: &'a Shared<A>, row: &[usize]) -> ArrayView1<'a, A> {
    let mut view = array.view();
    let lacking = row.len() + 1 - view.ndim();
    for &index in &row[lacking..] {
        let index = if view.shape()[0] == 1 { 0 } else { index };
        view = view.index_axis_move(Axis(0), index);
    }
    view.into_dimensionality::<Ix1>().expect("all axes but the last are gone")
}
