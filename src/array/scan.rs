//! Scans: running sums and products along an axis.

use super::reduce::{Progress, Wide, Widened, check_dtype, in_class_of, sum_dtype};
use super::simd::multiversioned;
use super::{DType, Data, Mask, MaskedArray, Shared, alloc};
use crate::context::{Result, Stage};
use crate::dispatch;

/// What a scan does with each next element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scan {
    /// Adds it; masked elements count as 0.
    Sum,
    /// Multiplies with it; masked elements count as 1.
    Product,
}

/// The running sum or product along an axis, in the array's shape, or of all elements in C order as one row. dtypes as those of
/// [`sum`](super::reduce::sum); the result keeps the mask.
///
/// # Errors
/// As [`sum`](super::reduce::sum).
pub fn scan(
    stage: &Stage<'_>,
    array: &MaskedArray,
    axis: Option<usize>,
    dtype: Option<DType>,
    scan: Scan,
) -> Result<MaskedArray> {
    check_dtype(array, dtype)?;
    let dtype = dtype.unwrap_or(sum_dtype(array.dtype()));
    let array = array.with_data(in_class_of(array.data(), dtype)?)?;
    let shape = array.shape().to_vec();
    let n = axis.map_or(array.len(), |axis| shape[axis]);
    let inner = axis.map_or(1, |axis| shape[axis + 1..].iter().product());
    let result_shape = axis.map_or_else(|| vec![array.len()], |_| shape);
    let values = dispatch!(all array.data(), |a| {
        Data::from(alloc::from_vec(&result_shape, running(stage, a, array.mask(), n, inner, scan)?)?)
    });
    let mask = match array.mask() {
        Some(mask) => {
            let (mask, _) = alloc::copy(mask.view())?.into_raw_vec_and_offset();
            Some(alloc::from_vec(&result_shape, mask)?.into_shared())
        }
        None => None,
    };
    MaskedArray::new(values.cast(dtype)?, mask)
}

/// The array in C order as blocks of n rows of `inner` elements: each row and those before it in its block together.
fn running<T: Widened>(
    stage: &Stage<'_>,
    a: &Shared<T>,
    mask: Option<&Mask>,
    n: usize,
    inner: usize,
    scan: Scan,
) -> Result<Vec<T::Wide>> {
    let neutral = if scan == Scan::Sum { T::Wide::default() } else { T::Wide::ONE };
    let mut out = alloc::vec(a.len())?;
    match mask {
        None => alloc::each_run(a.view(), &mut |run| out.extend(run.iter().map(|&x| -> T::Wide { x.cast() }))),
        Some(mask) => alloc::each_run_of_pairs(a.view(), mask.view(), &mut |run, masked| {
            out.extend(run.iter().zip(masked).map(|(&x, &masked)| if masked { neutral } else { x.cast() }));
        }),
    }
    let mut progress = Progress::new(stage, out.len());
    for block in out.chunks_mut((n * inner).max(1)) {
        if inner == 1 {
            let mut so_far = neutral;
            for piece in block.chunks_mut(PIECE) {
                for x in piece.iter_mut() {
                    so_far = if scan == Scan::Sum { so_far.plus(*x) } else { so_far.times(*x) };
                    *x = so_far;
                }
                progress.add(piece.len())?;
            }
            continue;
        }
        for row in 1..n {
            let (before, here) = block.split_at_mut(row * inner);
            let (before, here) = (&before[(row - 1) * inner..], &mut here[..inner]);
            match scan {
                Scan::Sum => join(here, before, T::Wide::plus),
                Scan::Product => join(here, before, T::Wide::times),
            }
            progress.add(inner)?;
        }
    }
    Ok(out)
}

/// The number of elements between two reports of progress.
const PIECE: usize = 1 << 16;

multiversioned! {
    fn join<W: Wide>(here: &mut [W], before: &[W], f: impl Fn(W, W) -> W) {
        here.iter_mut().zip(before).for_each(|(here, &before)| *here = f(before, *here));
    }
}
