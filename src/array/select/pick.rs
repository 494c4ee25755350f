//! take, compress, repeat: copies of runs of elements along an axis.

use super::index::Mode;
use crate::array::{Element, MaskedArray, Rearrange, Shared, alloc, axis, shape};
use crate::context::{Error, Result, Status};
use ndarray::ArrayViewD;

/// The array and the axis that a selection acts on: without one, and for rank 0, all elements in a row.
fn along(array: &MaskedArray, along: Option<i32>) -> Result<(MaskedArray, usize)> {
    match along {
        Some(a) if array.ndim() > 0 => Ok((array.clone(), axis(a, array.ndim(), "axis")?)),
        _ => {
            let row = shape::ravel(array, shape::Order::C)?;
            Ok((row, along.map_or(Ok(0), |a| axis(a, 1, "axis"))?))
        }
    }
}

/// The elements at these indices along an axis, or of all in C order. As in numpy.ma neither hard mask nor fill value come
/// along.
///
/// # Errors
/// [`Status::OutOfRange`] (index, axis), [`Status::NoMemory`].
pub fn take(array: &MaskedArray, indices: &[i64], axis: Option<i32>, mode: Mode) -> Result<MaskedArray> {
    let (array, axis) = along(array, axis)?;
    let places = mode.places(indices, array.shape()[axis], "indices")?;
    let taken = array.rearranged(&Pick { axis, places })?;
    MaskedArray::new(taken.data().clone(), taken.mask().cloned())
}

/// The axis along which [`take`] takes, and the places there.
///
/// # Errors
/// As there.
pub fn places_of(array: &MaskedArray, indices: &[i64], along: i32, mode: Mode) -> Result<(usize, Vec<usize>)> {
    let axis = axis(along, array.ndim(), "axis")?;
    Ok((axis, mode.places(indices, array.shape()[axis], "indices")?))
}

/// The sub-arrays at these places of an axis, which lie inside of it.
///
/// # Errors
/// [`Status::NoMemory`].
pub fn pick(array: &MaskedArray, axis: usize, places: &[usize]) -> Result<MaskedArray> {
    let own = alloc::copied(places)?;
    array.rearranged(&Pick { axis, places: own })
}

/// The elements where a condition holds along an axis, or of all in C order. A short condition leaves out the rest.
///
/// # Errors
/// [`Status::OutOfRange`] when the condition holds beyond the end, and for the axis; [`Status::NoMemory`].
pub fn compress(array: &MaskedArray, condition: &[u8], axis: Option<i32>) -> Result<MaskedArray> {
    let (array, axis) = along(array, axis)?;
    let places = places_in(array.shape()[axis], condition)?;
    array.rearranged(&Pick { axis, places })
}

/// The axis along which [`compress`] picks, and the places there.
///
/// # Errors
/// As there.
pub fn places_where(array: &MaskedArray, condition: &[u8], along: i32) -> Result<(usize, Vec<usize>)> {
    let axis = axis(along, array.ndim(), "axis")?;
    Ok((axis, places_in(array.shape()[axis], condition)?))
}

fn places_in(n: usize, condition: &[u8]) -> Result<Vec<usize>> {
    let mut places = alloc::vec(condition.iter().filter(|&&c| c != 0).count())?;
    places.extend((0..condition.len()).filter(|&i| condition[i] != 0));
    match places.last() {
        Some(&last) if last >= n => Err(Error::out_of_range(
            "condition",
            format!("true at {last}"),
            format!("true below {n}, the length of the axis"),
        )),
        _ => Ok(places),
    }
}

/// Repeats each element, along an axis or in C order of all; a single count is for all.
///
/// # Errors
/// [`Status::InvalidArgument`] for a negative count, [`Status::Shape`] when there is neither one count nor one for each,
/// [`Status::OutOfRange`] (axis), [`Status::NoMemory`].
pub fn repeat(array: &MaskedArray, repeats: &[i64], axis: Option<i32>) -> Result<MaskedArray> {
    let (array, axis) = along(array, axis)?;
    let places = repeated(&array, repeats, axis)?;
    array.rearranged(&Pick { axis, places })
}

/// The axis along which [`repeat`] repeats, and the places there.
///
/// # Errors
/// As there.
pub fn places_repeated(array: &MaskedArray, repeats: &[i64], along: i32) -> Result<(usize, Vec<usize>)> {
    let axis = axis(along, array.ndim(), "axis")?;
    Ok((axis, repeated(array, repeats, axis)?))
}

fn repeated(array: &MaskedArray, repeats: &[i64], axis: usize) -> Result<Vec<usize>> {
    let n = array.shape()[axis];
    if let Some(&negative) = repeats.iter().find(|&&r| r < 0) {
        return Err(Error::argument("repeats", negative, "0 or more"));
    }
    let counts: &dyn Fn(usize) -> usize = match repeats {
        [one] => &|_| *one as usize,
        all if all.len() == n => &|i| all[i] as usize,
        _ => {
            return Err(Error::new(
                Status::Shape,
                format!("`repeats` has {} counts; allowed: 1, or {n}, one for each element", repeats.len()),
            ));
        }
    };
    let too_many = || Error::new(Status::NoMemory, "`repeats` gives more elements than an array can have");
    let total = (0..n).try_fold(0usize, |sum, i| sum.checked_add(counts(i))).ok_or_else(too_many)?;
    let mut lengths = array.shape().to_vec();
    lengths[axis] = total;
    alloc::checked_len(&lengths, array.dtype().itemsize())?;
    let mut places = alloc::vec(total)?;
    (0..n).for_each(|i| places.extend(std::iter::repeat_n(i, counts(i))));
    Ok(places)
}

/// Copies the sub-arrays at these places of an axis.
struct Pick {
    axis: usize,
    places: Vec<usize>,
}

impl Rearrange for Pick {
    fn apply<T: Element>(&self, array: &Shared<T>) -> Result<Shared<T>> {
        let n = array.shape()[self.axis];
        let inner: usize = array.shape()[self.axis + 1..].iter().product();
        let mut lengths = array.shape().to_vec();
        lengths[self.axis] = self.places.len();
        let array = alloc::contiguous(array)?;
        let len = alloc::checked_len(&lengths, size_of::<T>())?;
        let picked = alloc::moved(array.view(), |bits| pick_blocks(bits, len, (n, inner), &self.places))?;
        Ok(alloc::from_vec(&lengths, picked)?.into_shared())
    }
}

/// `len` elements of an array in C order: of each block of `n` parts of `inner` elements those at the places.
fn pick_blocks<T: Copy>(
    array: ArrayViewD<'_, T>,
    len: usize,
    (n, inner): (usize, usize),
    places: &[usize],
) -> Result<Vec<T>> {
    let mut out = alloc::vec(len)?;
    let source = array.as_slice().unwrap_or_default();
    if !source.is_empty() && !places.is_empty() {
        for block in source.chunks_exact(n * inner) {
            match inner {
                1 => out.extend(places.iter().map(|&i| block[i])),
                _ => places.iter().for_each(|&i| out.extend_from_slice(&block[i * inner..(i + 1) * inner])),
            }
        }
    }
    Ok(out)
}
