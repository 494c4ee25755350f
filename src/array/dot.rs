//! `dot` and `trace`.

use super::casting::promote;
use super::reduce::{self, Over, Widened};
use super::select::diagonal;
use super::{DType, Data, Element, MAX_NDIM, Mask, MaskedArray, Shared, alloc};
use crate::context::{Error, Result, Stage, Status, parallel};
use crate::dispatch_dtype;
use ndarray::linalg::general_mat_mul;
use ndarray::{ArrayView2, ArrayViewMut2, Axis, Ix2, IxDyn, LinalgScalar};
use num_complex::Complex;

/// The rows of the result that one piece of work makes.
const ROWS: usize = 128;

/// numpy's `dot`: of ranks 1 and 1 the inner product, of 2 and 2 the matrix product, with rank 0 the multiple, else the sum over the
/// last axis of `a` and the last but one of `b` (rank 1: its only one). Masked elements count as 0, and an element of the result is
/// masked where no pair of unmasked elements made it; `strict`: where any of its elements is masked. The dtype is that of both together;
/// integers wrap, and of bool the product is "and", the sum "or".
///
/// # Errors
/// [`Status::Shape`] where lengths differ or the result's rank is above 8; [`Status::NoMemory`]; [`Status::Cancelled`].
pub fn dot(stage: &Stage<'_>, a: &MaskedArray, b: &MaskedArray, strict: bool) -> Result<MaskedArray> {
    let dtype = promote(a.dtype(), b.dtype());
    if a.ndim() == 0 || b.ndim() == 0 {
        return multiple(a, b, dtype);
    }
    let sizes = Sizes::new(a.shape(), b.shape())?;
    let data: Data = match dtype {
        DType::F32 => products::<f32>(stage, &sizes, a, b)?,
        DType::F64 => products::<f64>(stage, &sizes, a, b)?,
        DType::C64 => products::<Complex<f32>>(stage, &sizes, a, b)?,
        DType::C128 => products::<Complex<f64>>(stage, &sizes, a, b)?,
        DType::Bool => {
            let counts = float_products(stage, &sizes, &truths(a)?, &truths(b)?)?;
            sizes.array(alloc::map(counts.view(), |n| n > 0.0)?)?
        }
        // What wraps wide wraps narrow.
        narrow if narrow.itemsize() <= 4 => integer_products::<i32>(stage, &sizes, a, b)?.cast(dtype)?,
        _ => integer_products::<i64>(stage, &sizes, a, b)?.cast(dtype)?,
    };
    MaskedArray::new(data, mask(stage, &sizes, a, b, strict)?)
}

/// The arrays as matrices: (rows, inner) and (inner, columns).
struct Sizes {
    rows: usize,
    inner: usize,
    columns: usize,
    shape: Vec<usize>,
}

impl Sizes {
    fn new(a: &[usize], b: &[usize]) -> Result<Self> {
        let summed = b.len().saturating_sub(2);
        let inner = a[a.len() - 1];
        if b[summed] != inner {
            return Err(Error::new(
                Status::Shape,
                format!(
                    "axis {summed} of `b`, of shape {b:?}, must have the length {inner} of the last axis of `a`, of shape {a:?}"
                ),
            ));
        }
        let others =
            |b: &[usize]| b.iter().enumerate().filter(|&(axis, _)| axis != summed).map(|(_, &n)| n).collect::<Vec<_>>();
        let (left, right) = (&a[..a.len() - 1], others(b));
        let shape = [left, &right].concat();
        if shape.len() > MAX_NDIM {
            return Err(Error::new(
                Status::Shape,
                format!("`b` of rank {} makes a result of rank {}; allowed: up to {MAX_NDIM}", b.len(), shape.len()),
            ));
        }
        alloc::checked_len(&shape, size_of::<Complex<f64>>())?;
        Ok(Sizes { rows: left.iter().product(), inner, columns: right.iter().product(), shape })
    }

    fn array<T: Element>(&self, values: ndarray::ArrayD<T>) -> Result<Data> {
        let (values, _) = values.into_raw_vec_and_offset();
        alloc::from_vec(&self.shape, values).map(Data::from)
    }

    /// `a` as (rows, inner), in C order.
    fn left<T: Element>(&self, a: Shared<T>) -> Result<Shared<T>> {
        Self::matrix(a, self.rows, self.inner)
    }

    /// `b` as (inner, columns), in C order.
    fn right<T: Element>(&self, mut b: Shared<T>) -> Result<Shared<T>> {
        for axis in (1..b.ndim().saturating_sub(1)).rev() {
            b.swap_axes(axis, axis - 1);
        }
        Self::matrix(b, self.inner, self.columns)
    }

    /// Nothing is copied where the elements lie in C order already.
    fn matrix<T: Element>(array: Shared<T>, rows: usize, columns: usize) -> Result<Shared<T>> {
        let packed = alloc::contiguous(&array)?;
        packed.into_shape_with_order(IxDyn(&[rows, columns])).map_err(|error| {
            Error::new(Status::Internal, format!("{rows} x {columns} elements in C order are no matrix: {error}"))
        })
    }
}

/// The data in a dtype, with 0 where it is masked.
fn filled<T: Element>(array: &MaskedArray) -> Result<Shared<T>> {
    let data = array.data().cast(T::DTYPE)?;
    let Some(data) = T::unwrap(&data) else { unreachable!("cast gives the dtype that was asked for") };
    match array.mask() {
        None => Ok(data.clone()),
        Some(mask) => {
            let f = |x: T, masked: bool| if masked { T::default() } else { x };
            alloc::zip_map(data.view(), mask.view(), f).map(ndarray::ArrayBase::into_shared)
        }
    }
}

fn products<T: Element + LinalgScalar>(
    stage: &Stage<'_>,
    sizes: &Sizes,
    a: &MaskedArray,
    b: &MaskedArray,
) -> Result<Data> {
    float_products(stage, sizes, &filled::<T>(a)?, &filled::<T>(b)?).and_then(|values| sizes.array(values))
}

fn float_products<T: Element + LinalgScalar>(
    stage: &Stage<'_>,
    sizes: &Sizes,
    a: &Shared<T>,
    b: &Shared<T>,
) -> Result<ndarray::ArrayD<T>> {
    by_rows(stage, sizes, &sizes.left(a.clone())?, &sizes.right(b.clone())?, |a, b, mut out| {
        general_mat_mul(T::one(), &a, &b, T::zero(), &mut out);
    })
}

/// A wrapping integer.
trait Wrapping: Element {
    fn multiply_add(self, a: Self, b: Self) -> Self;
}

impl Wrapping for i32 {
    fn multiply_add(self, a: i32, b: i32) -> i32 {
        self.wrapping_add(a.wrapping_mul(b))
    }
}

impl Wrapping for i64 {
    fn multiply_add(self, a: i64, b: i64) -> i64 {
        self.wrapping_add(a.wrapping_mul(b))
    }
}

fn integer_products<T: Wrapping>(stage: &Stage<'_>, sizes: &Sizes, a: &MaskedArray, b: &MaskedArray) -> Result<Data> {
    /// The number of rows of `b` that are used for all rows of a piece before the next ones, so that they stay in the cache.
    const INNER: usize = 32;
    let (a, b) = (sizes.left(filled::<T>(a)?)?, sizes.right(filled::<T>(b)?)?);
    let values = by_rows(stage, sizes, &a, &b, |a, b, mut out| {
        for first in (0..b.nrows()).step_by(INNER) {
            for (a, mut out) in a.rows().into_iter().zip(out.rows_mut()) {
                for k in first..b.nrows().min(first + INNER) {
                    if let (Some(row), Some(out)) = (b.row(k).to_slice(), out.as_slice_mut()) {
                        multiply_add(out, a[k], row);
                    }
                }
            }
        }
    })?;
    sizes.array(values)
}

super::simd::multiversioned! {
    fn multiply_add<T: Wrapping>(out: &mut [T], factor: T, row: &[T]) {
        out.iter_mut().zip(row).for_each(|(out, &x)| *out = out.multiply_add(factor, x));
    }
}

/// The multiplications between two looks at whether to go on: some milliseconds' worth.
const BLOCK_WORK: usize = 1 << 27;

/// Makes the result in blocks of rows, and those in blocks of columns. What is in them does not depend on the threads.
fn by_rows<T: Element>(
    stage: &Stage<'_>,
    sizes: &Sizes,
    a: &Shared<T>,
    b: &Shared<T>,
    product: impl Fn(ArrayView2<'_, T>, ArrayView2<'_, T>, ArrayViewMut2<'_, T>) + Sync,
) -> Result<ndarray::ArrayD<T>> {
    let mut out = alloc::zeroed_vec::<T>(sizes.rows * sizes.columns)?;
    if sizes.inner > 0 && sizes.columns > 0 {
        let pieces = out.chunks_mut(ROWS * sizes.columns).enumerate();
        let width = (BLOCK_WORK / ROWS / sizes.inner).clamp(64, sizes.columns.max(64)).next_multiple_of(64);
        parallel::for_each(stage, pieces, |(piece, out)| {
            let n = out.len() / sizes.columns;
            let (Ok(a), Ok(b), Ok(mut out)) = (
                a.view().into_dimensionality::<Ix2>(),
                b.view().into_dimensionality::<Ix2>(),
                ArrayViewMut2::from_shape((n, sizes.columns), out),
            ) else {
                unreachable!("these are matrices")
            };
            let a = a.slice_move(ndarray::s![piece * ROWS..piece * ROWS + n, ..]);
            for (b, out) in b.axis_chunks_iter(Axis(1), width).zip(out.axis_chunks_iter_mut(Axis(1), width)) {
                stage.context().check_cancelled()?;
                product(a, b, out);
            }
            Ok(())
        })?;
    }
    alloc::from_vec(&[sizes.rows, sizes.columns], out)
}

/// 1 where an element is true and not masked, else 0.
fn truths(array: &MaskedArray) -> Result<Shared<f32>> {
    let bools = filled::<bool>(array)?;
    alloc::map(bools.view(), |x| f32::from(u8::from(x))).map(ndarray::ArrayBase::into_shared)
}

/// What is masked in the result; `None` where nothing is.
fn mask(stage: &Stage<'_>, sizes: &Sizes, a: &MaskedArray, b: &MaskedArray, strict: bool) -> Result<Option<Mask>> {
    let shared = |values: Vec<bool>| alloc::from_vec(&sizes.shape, values).map(|mask| Some(mask.into_shared()));
    let len = sizes.rows * sizes.columns;
    if sizes.inner == 0 {
        let mut all = alloc::vec(len)?;
        all.resize(len, true);
        return shared(all);
    }
    if !a.any_masked() && !b.any_masked() {
        return if a.mask().is_none() && b.mask().is_none() { Ok(None) } else { shared(alloc::zeroed_vec(len)?) };
    }
    let valid = |array: &MaskedArray| -> Result<Shared<f32>> {
        let ones = MaskedArray::new(Data::from(alloc::full(array.shape(), true)?), array.mask().cloned())?;
        truths(&ones)
    };
    let masked = if strict {
        let (left, right) = (sizes.left(valid(a)?)?, sizes.right(valid(b)?)?);
        let mut columns = alloc::zeroed_vec::<bool>(sizes.columns)?;
        for row in right.rows() {
            columns.iter_mut().zip(row).for_each(|(masked, &x)| *masked |= x == 0.0);
        }
        let mut masked = alloc::vec(len)?;
        for row in left.rows() {
            let row = row.iter().any(|&x| x == 0.0);
            masked.extend(columns.iter().map(|&column| row | column));
        }
        masked
    } else {
        let pairs = float_products(stage, sizes, &valid(a)?, &valid(b)?)?;
        alloc::map(pairs.view(), |n| n == 0.0)?.into_raw_vec_and_offset().0
    };
    shared(masked)
}

/// One number times an array.
fn multiple(a: &MaskedArray, b: &MaskedArray, dtype: DType) -> Result<MaskedArray> {
    let (number, array) = if a.ndim() == 0 { (a, b) } else { (b, a) };
    let data = dispatch_dtype!(dtype, T => {
        let (number, array) = (filled::<T>(number)?, filled::<T>(array)?);
        let factor = number.first().copied().unwrap_or_default();
        Data::from(alloc::map(array.view(), |x| times(x, factor))?)
    });
    let mask = match (number.any_masked(), array.mask()) {
        (false, mask) => mask.cloned(),
        (true, _) => Some(alloc::full(array.shape(), true)?.into_shared()),
    };
    MaskedArray::new(data, mask)
}

fn times<T: Widened>(a: T, b: T) -> T {
    use super::reduce::Wide;
    let (a, b): (T::Wide, T::Wide) = (a.cast(), b.cast());
    T::narrow(a.times(b))
}

/// The sum along the diagonals of two axes; `offset` counts to the right of the main one. Masked elements count as 0 and the result is
/// not masked. Without a dtype numpy.ma adds in `f64` whatever the array's is; complex numbers stay.
///
/// # Errors
/// As [`sum`](reduce::sum) and [`diagonal`].
pub fn trace(
    stage: &Stage<'_>,
    array: &MaskedArray,
    offset: i64,
    axis1: i32,
    axis2: i32,
    dtype: Option<DType>,
) -> Result<MaskedArray> {
    reduce::check_dtype(array, dtype)?;
    let dtype = dtype.unwrap_or(if array.dtype().is_complex() { array.dtype() } else { DType::F64 });
    let diagonal = diagonal(array, offset, axis1, axis2)?;
    // numpy casts before the sum or after it.
    let (diagonal, first) = match array.mask() {
        None => (diagonal, None),
        Some(_) => (diagonal.with_data(diagonal.data().cast(dtype)?)?, Some(dtype)),
    };
    let last = [diagonal.ndim() - 1];
    let sum = reduce::sum(stage, &diagonal, Over { axes: &last, keepdims: false }, first)?;
    Ok(MaskedArray::from(sum.data().cast(dtype)?))
}
