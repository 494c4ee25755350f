//! Operations frame by frame, in floating point.

use crate::array::{Data, Float, Mask, MaskedArray, Shared, alloc};
use crate::context::{Error, Result, Stage, Status};

/// One frame: its pixels row by row without gaps, and which of them are masked or NaN and therefore ignored.
#[derive(Clone, Copy)]
pub struct Frame<'a, T> {
    /// The pixels, row by row.
    pub pixels: &'a [T],
    /// `true` where a pixel is masked or NaN; `None` where none is.
    pub invalid: Option<&'a [bool]>,
    /// The number of rows.
    pub rows: usize,
    /// The number of columns.
    pub columns: usize,
}

/// An operation on one frame, written once for `f32` and `f64`.
pub trait FrameOperation: Sync {
    /// (rows, columns) of the result.
    fn shape(&self, rows: usize, columns: usize) -> (usize, usize) {
        (rows, columns)
    }

    /// Whether the operation decides which pixels of the result are masked. Otherwise, and only where the shape stays,
    /// they are the pixels that were masked or NaN.
    const MAKES_MASK: bool = false;

    /// Fills in the result: `out` is initially 0, and so is `mask`, which exists if the operation makes one.
    ///
    /// # Errors
    /// Those of the operation; [`Status::Cancelled`], [`Status::NoMemory`].
    fn run<T: Float>(
        &self,
        stage: &Stage<'_>,
        input: Frame<'_, T>,
        out: &mut [T],
        mask: Option<&mut [bool]>,
    ) -> Result<()>;
}

/// Applies an operation to each frame of an array of rank 2 or more. `f32` stays, all other real dtypes become `f64`.
///
/// # Errors
/// [`Status::Dtype`] for complex arrays, [`Status::NoMemory`], and those of the operation.
pub fn each_frame(stage: &Stage<'_>, array: &MaskedArray, operation: &impl FrameOperation) -> Result<MaskedArray> {
    match array.data() {
        Data::F32(data) => run(stage, data, array.mask(), operation),
        data if data.dtype().is_complex() => Err(Error::new(
            Status::Dtype,
            format!("{} values: take the real part, the imaginary part or the magnitude first", data.dtype()),
        )),
        data => run(stage, &data.to_f64()?, array.mask(), operation),
    }
}

fn run<T: Float>(
    stage: &Stage<'_>,
    data: &Shared<T>,
    mask: Option<&Mask>,
    operation: &impl FrameOperation,
) -> Result<MaskedArray> {
    let ndim = data.ndim();
    let (rows, columns) = (data.shape()[ndim - 2], data.shape()[ndim - 1]);
    let frames: usize = data.shape()[..ndim - 2].iter().product();
    let (out_rows, out_columns) = operation.shape(rows, columns);
    let mut shape = data.shape().to_vec();
    shape[ndim - 2..].copy_from_slice(&[out_rows, out_columns]);
    let (size, out_size) = (rows * columns, alloc::checked_len(&[out_rows, out_columns], size_of::<T>())?);
    let mut out = alloc::zeroed_vec::<T>(alloc::checked_len(&shape, size_of::<T>())?)?;

    let pixels = alloc::contiguous(data)?;
    let pixels = pixels.as_slice().unwrap_or_default();
    let invalid = invalid(pixels, mask)?;
    let mut made = if makes_mask(operation) { Some(alloc::zeroed_vec::<bool>(out.len())?) } else { None };
    for i in 0..frames {
        let input = Frame {
            pixels: &pixels[i * size..(i + 1) * size],
            invalid: invalid.as_deref().map(|all| &all[i * size..(i + 1) * size]).filter(|all| all.contains(&true)),
            rows,
            columns,
        };
        let range = i * out_size..(i + 1) * out_size;
        let mask = made.as_mut().map(|mask| &mut mask[range.clone()]);
        let stage = stage.nth(i, frames);
        operation.run(&stage, input, &mut out[range], mask)?;
        stage.report(1.0)?;
    }
    let mask = match made {
        Some(made) => made.contains(&true).then_some(made),
        None => invalid,
    };
    let mask = mask.map(|mask| alloc::from_vec(&shape, mask)).transpose()?.map(ndarray::ArrayBase::into_shared);
    MaskedArray::new(alloc::from_vec(&shape, out)?, mask)
}

fn makes_mask<O: FrameOperation>(_: &O) -> bool {
    O::MAKES_MASK
}

/// Which pixels are masked or NaN; `None` where none is.
pub(in crate::ops) fn invalid<T: Float>(pixels: &[T], mask: Option<&Mask>) -> Result<Option<Vec<bool>>> {
    let any_nan = pixels.iter().any(|x| x.is_nan());
    let mut invalid = match mask {
        Some(mask) => alloc::copy(mask.view())?.into_raw_vec_and_offset().0,
        None if any_nan => alloc::zeroed_vec(pixels.len())?,
        None => return Ok(None),
    };
    if any_nan {
        invalid.iter_mut().zip(pixels).for_each(|(invalid, x)| *invalid |= x.is_nan());
    }
    Ok(invalid.contains(&true).then_some(invalid))
}
