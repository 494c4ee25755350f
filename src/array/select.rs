//! Selection of elements by their places: copies runs of the requested elements, data and mask alike.

use super::casting::promote;
use super::{DType, Data, Element, Mask, MaskedArray, Rearrange, Shared, alloc, axis, shape};
use crate::context::{Error, Result, Status};
use crate::{dispatch, dispatch_dtype};
use ndarray::{Axis, IxDyn, Slice};

/// The meaning of an index outside the range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// It is an error; negative ones count from the end.
    Raise,
    /// It starts again from the other end.
    Wrap,
    /// It becomes the nearest that is inside; negative ones become 0.
    Clip,
}

impl Mode {
    /// The place that an index means among `n`, which is not 0.
    fn place(self, index: i64, n: usize, name: &str) -> Result<usize> {
        let length = n as i64;
        match self {
            Mode::Raise if (-length..length).contains(&index) => {
                Ok(if index < 0 { index + length } else { index } as usize)
            }
            Mode::Raise => Err(Error::out_of_range(name, index, format!("{} to {}", -length, length - 1))),
            Mode::Wrap => Ok(index.rem_euclid(length) as usize),
            Mode::Clip => Ok(index.clamp(0, length - 1) as usize),
        }
    }

    fn places(self, indices: &[i64], n: usize, name: &str) -> Result<Vec<usize>> {
        if n == 0 && !indices.is_empty() {
            return Err(Error::out_of_range(name, indices[0], "none: there are no elements"));
        }
        let mut places = alloc::vec(indices.len())?;
        for &index in indices {
            places.push(self.place(index, n, name)?);
        }
        Ok(places)
    }
}

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
        let mut out = alloc::vec::<T>(alloc::checked_len(&lengths, size_of::<T>())?)?;
        let array = alloc::contiguous(array)?;
        let source = array.as_slice().unwrap_or_default();
        if !source.is_empty() && !self.places.is_empty() {
            for block in source.chunks_exact(n * inner) {
                match inner {
                    1 => out.extend(self.places.iter().map(|&i| block[i])),
                    _ => self.places.iter().for_each(|&i| out.extend_from_slice(&block[i * inner..(i + 1) * inner])),
                }
            }
        }
        Ok(alloc::from_vec(&lengths, out)?.into_shared())
    }
}

/// The diagonal of two axes as the last axis of the result; an offset above 0 is a diagonal above the main one. Of rank 2
/// nothing is copied.
///
/// # Errors
/// [`Status::Shape`] below rank 2; [`Status::InvalidArgument`] when the axes are one; [`Status::OutOfRange`] (axis).
pub fn diagonal(array: &MaskedArray, offset: i64, axis1: i32, axis2: i32) -> Result<MaskedArray> {
    let ndim = array.ndim();
    if ndim < 2 {
        return Err(Error::new(Status::Shape, format!("a diagonal needs rank 2 or more; this array has rank {ndim}")));
    }
    let (a, b) = (axis(axis1, ndim, "axis1")?, axis(axis2, ndim, "axis2")?);
    if a == b {
        return Err(Error::argument("axis2", axis2, "another axis than `axis1`"));
    }
    array.rearranged(&Diagonal { offset, axes: [a, b] })
}

struct Diagonal {
    offset: i64,
    axes: [usize; 2],
}

impl Rearrange for Diagonal {
    fn apply<T: Element>(&self, array: &Shared<T>) -> Result<Shared<T>> {
        let ndim = array.ndim();
        let mut order: Vec<usize> = (0..ndim).filter(|a| !self.axes.contains(a)).collect();
        order.extend(self.axes);
        let mut square = array.clone().permuted_axes(IxDyn(&order));
        let (rows, columns) = (Axis(ndim - 2), Axis(ndim - 1));
        let cut = if self.offset < 0 { rows } else { columns };
        let first = usize::try_from(self.offset.unsigned_abs()).unwrap_or(usize::MAX).min(square.len_of(cut));
        square.slice_axis_inplace(cut, Slice::from(first..));
        let len = square.len_of(rows).min(square.len_of(columns));
        if ndim == 2 {
            return Ok(square.into_diag().into_dyn());
        }
        let mut lengths = square.shape()[..ndim - 2].to_vec();
        lengths.push(len);
        let mut out = alloc::zeros::<T>(&lengths)?;
        for k in 0..len {
            let from = square.index_axis(rows, k).index_axis_move(rows, k);
            alloc::assign(out.index_axis_mut(rows, k), from, |x| x);
        }
        Ok(out.into_shared())
    }
}

/// The unmasked elements in a row, in C order.
///
/// # Errors
/// [`Status::NoMemory`].
pub fn compressed(array: &MaskedArray) -> Result<MaskedArray> {
    fn keep<T: Element>(a: &Shared<T>, mask: &Mask) -> Result<Data> {
        let masked = mask.iter().filter(|&&m| m).count();
        let mut out = alloc::vec::<T>(a.len() - masked)?;
        alloc::each_run_of_pairs(a.view(), mask.view(), &mut |run, masked| {
            // Each element is written and stays only where it counts: no branch that depends on the mask.
            let mut kept = [T::default(); PIECE];
            for (run, masked) in run.chunks(PIECE).zip(masked.chunks(PIECE)) {
                let mut n = 0;
                for (&x, &m) in run.iter().zip(masked) {
                    kept[n] = x;
                    n += usize::from(!m);
                }
                out.extend_from_slice(&kept[..n]);
            }
        });
        let n = out.len();
        alloc::from_vec(&[n], out).map(Data::from)
    }
    match array.mask() {
        None => Ok(MaskedArray::from(shape::ravel(array, shape::Order::C)?.data().clone())),
        Some(mask) => dispatch!(all array.data(), |a| keep(a, mask)).map(MaskedArray::from),
    }
}

const PIECE: usize = 256;

/// The indices of the unmasked elements that are not 0: one row for each axis, i64. An array of rank 0 counts as rank 1.
///
/// # Errors
/// [`Status::NoMemory`].
pub fn nonzero(array: &MaskedArray) -> Result<MaskedArray> {
    fn places<T: Element>(a: &Shared<T>, mask: Option<&Mask>) -> Result<Vec<usize>> {
        let zero = T::default();
        let (mut found, mut at) = (0, 0);
        super::visit_unmasked(a, mask, |x| found += usize::from(x != zero));
        let mut places = alloc::vec(found)?;
        // As in `compressed` each place is written and stays only where it counts.
        let mut look = |run: &[T], masked: Option<&[bool]>| {
            let mut kept = [0; PIECE];
            for (k, part) in run.chunks(PIECE).enumerate() {
                let masked = masked.map(|m| &m[k * PIECE..k * PIECE + part.len()]);
                let mut n = 0;
                for (i, &x) in part.iter().enumerate() {
                    kept[n] = at + i;
                    n += usize::from(x != zero && !masked.is_some_and(|m| m[i]));
                }
                places.extend_from_slice(&kept[..n]);
                at += part.len();
            }
        };
        match mask {
            None => alloc::each_run(a.view(), &mut |run| look(run, None)),
            Some(mask) => alloc::each_run_of_pairs(a.view(), mask.view(), &mut |run, m| look(run, Some(m))),
        }
        Ok(places)
    }
    let places = dispatch!(all array.data(), |a| places(a, array.mask()))?;
    let lengths = if array.ndim() == 0 { vec![1] } else { array.shape().to_vec() };
    let mut out = alloc::vec::<i64>(alloc::checked_len(&[lengths.len(), places.len()], 8)?)?;
    for axis in 0..lengths.len() {
        let (n, step) = (lengths[axis], lengths[axis + 1..].iter().product::<usize>());
        // The places ascend, so what would be (place / step) % n is counted on instead: a division costs more.
        let (mut index, mut start, mut block) = (0, 0, 0);
        out.extend(places.iter().map(|&place| {
            if step == 1 {
                while place >= block + n {
                    block += n;
                }
                return (place - block) as i64;
            }
            while place >= start + step {
                start += step;
                index = if index + 1 == n { 0 } else { index + 1 };
            }
            index as i64
        }));
    }
    alloc::from_vec(&[lengths.len(), places.len()], out).map(MaskedArray::from)
}

/// For each element of an integer array the element at the same place of the choice that it names. Shapes are broadcast, and
/// the choices' dtypes promoted. An element is masked where the index is, or the element that it names.
///
/// # Errors
/// [`Status::Dtype`] when the indices are neither integers (that fit i64) nor bool; [`Status::Shape`] when the shapes do not
/// broadcast; [`Status::InvalidArgument`] without choices; [`Status::OutOfRange`] (an index); [`Status::NoMemory`].
pub fn choose(array: &MaskedArray, choices: &[&MaskedArray], mode: Mode) -> Result<MaskedArray> {
    if !super::casting::is_safe(array.dtype(), DType::I64) {
        return Err(Error::new(
            Status::Dtype,
            format!("the indices are of dtype {}; allowed: bool and integers that fit int64", array.dtype()),
        ));
    }
    let Some(dtype) = choices.iter().map(|c| c.dtype()).reduce(promote) else {
        return Err(Error::argument("n_choices", 0, "1 or more"));
    };
    let lengths = choices.iter().try_fold(array.shape().to_vec(), |to, c| broadcast_shape(&to, c.shape()))?;
    let Data::I64(indices) = array.data().cast(DType::I64)? else { unreachable!("cast gives the dtype asked for") };
    let indices = spread(&indices, &lengths)?;
    let masked = array.mask().map(|m| spread(m, &lengths)).transpose()?;
    let mut which = alloc::vec::<usize>(indices.len())?;
    for (k, &index) in indices.iter().enumerate() {
        // A masked index names nothing: the first choice stands for it, under the mask.
        let hidden = masked.as_ref().is_some_and(|m| m.as_slice().is_some_and(|m| m[k]));
        which.push(match index {
            _ if hidden => 0,
            // Here, unlike elsewhere, numpy does not count from the end.
            ..0 if mode == Mode::Raise => {
                return Err(Error::out_of_range("index", index, format!("0 to {}", choices.len() - 1)));
            }
            _ => mode.place(index, choices.len(), "index")?,
        });
    }
    fn pick<T: Element>(choices: &[&MaskedArray], which: &[usize], dtype: DType, lengths: &[usize]) -> Result<Data> {
        let mut sources = Vec::new();
        for choice in choices {
            let data = choice.data().cast(dtype)?;
            let Some(typed) = T::unwrap(&data) else { unreachable!("cast gives the dtype asked for") };
            sources.push(spread(typed, lengths)?);
        }
        chosen(&sources, which, lengths).map(Data::from)
    }
    let data = dispatch_dtype!(dtype, T => pick::<T>(choices, &which, dtype, &lengths))?;
    let mut mask = None;
    if masked.is_some() || choices.iter().any(|c| c.mask().is_some()) {
        let sources: Vec<Shared<bool>> = choices
            .iter()
            .map(|choice| match choice.mask() {
                Some(mask) => spread(mask, &lengths),
                None => Ok(alloc::zeros::<bool>(&lengths)?.into_shared()),
            })
            .collect::<Result<_>>()?;
        let of_choices = chosen(&sources, &which, &lengths)?;
        mask = Some(match &masked {
            Some(own) => alloc::zip_map(own.view(), of_choices.view(), |a, b| a | b)?.into_shared(),
            None => of_choices,
        });
    }
    MaskedArray::new(data, mask)
}

/// `sources` are contiguous and have the shape `lengths`.
fn chosen<T: Element>(sources: &[Shared<T>], which: &[usize], lengths: &[usize]) -> Result<Shared<T>> {
    let slices: Vec<&[T]> = sources.iter().map(|s| s.as_slice().unwrap_or_default()).collect();
    let mut out = alloc::vec(which.len())?;
    out.extend(which.iter().enumerate().map(|(k, &w)| slices[w][k]));
    Ok(alloc::from_vec(lengths, out)?.into_shared())
}

/// The shape that two shapes are broadcast to.
///
/// # Errors
/// [`Status::Shape`] when lengths differ and none is 1.
pub fn broadcast_shape(a: &[usize], b: &[usize]) -> Result<Vec<usize>> {
    let n = a.len().max(b.len());
    let length = |shape: &[usize], i: usize| (i + shape.len()).checked_sub(n).map_or(1, |i| shape[i]);
    (0..n)
        .map(|i| match (length(a, i), length(b, i)) {
            (x, y) if x == y || y == 1 => Ok(x),
            (1, y) => Ok(y),
            _ => Err(Error::new(Status::Shape, format!("shapes {a:?} and {b:?} can not be broadcast together"))),
        })
        .collect()
}

/// A copy in C order with the shape that the array is broadcast to; the array itself where nothing is to be done.
pub(super) fn spread<T: Element>(array: &Shared<T>, lengths: &[usize]) -> Result<Shared<T>> {
    if array.shape() == lengths {
        return alloc::contiguous(array);
    }
    alloc::checked_len(lengths, size_of::<T>())?;
    let view = array.broadcast(IxDyn(lengths)).ok_or_else(|| {
        Error::new(Status::Shape, format!("shape {:?} can not be broadcast to {lengths:?}", array.shape()))
    })?;
    Ok(alloc::copy(view)?.into_shared())
}

/// Puts values, cast to the array's dtype and repeated as often as needed, at flat indices in C order. What is written takes
/// the value's mask; where the mask is hard, masked elements stay as they are. On an error nothing is changed.
///
/// # Errors
/// [`Status::OutOfRange`] (an index), [`Status::NoMemory`].
pub fn put(array: &mut MaskedArray, indices: &[i64], values: &MaskedArray, mode: Mode) -> Result<()> {
    let places = mode.places(indices, array.len(), "indices")?;
    if places.is_empty() || values.is_empty() {
        return Ok(());
    }
    let cast = values.data().cast(array.dtype())?;
    let value_mask = values.mask().map(alloc::contiguous).transpose()?;
    let protected: Vec<bool> = match (array.mask(), array.is_hard()) {
        (Some(mask), true) => {
            let mask = alloc::contiguous(mask)?;
            places.iter().map(|&p| mask.as_slice().is_some_and(|m| m[p])).collect()
        }
        _ => Vec::new(),
    };
    fn write<T: Element>(to: &mut Shared<T>, places: &[usize], values: &Shared<T>, protected: &[bool]) -> Result<()> {
        let values = alloc::contiguous(values)?;
        let values = values.as_slice().unwrap_or_default();
        let shape = to.shape().to_vec();
        let mut view = alloc::unique(to)?;
        let mut written = places.iter().enumerate().filter(|&(k, _)| !protected.get(k).is_some_and(|&p| p));
        if let Some(slice) = view.as_slice_mut() {
            written.for_each(|(k, &p)| slice[p] = values[k % values.len()]);
            return Ok(());
        }
        let mut index = vec![0; shape.len()];
        written.try_for_each(|(k, &p)| {
            let mut rest = p;
            for (i, &n) in index.iter_mut().zip(&shape).rev() {
                (*i, rest) = (rest % n, rest / n);
            }
            view[IxDyn(&index)] = values[k % values.len()];
            Ok(())
        })
    }
    fn typed<T: Element>(to: &mut Shared<T>, places: &[usize], values: &Data, protected: &[bool]) -> Result<()> {
        let Some(values) = T::unwrap(values) else { return Err(Error::new(Status::Dtype, "the dtypes differ")) };
        write(to, places, values, protected)
    }
    let value_mask = match value_mask {
        Some(mask) => mask,
        None => alloc::zeros::<bool>(&[1])?.into_shared(),
    };
    let new_mask = match array.mask() {
        None if values.any_masked() => Some(alloc::zeros::<bool>(array.shape())?.into_shared()),
        _ => None,
    };
    // Taken out, so that it has one owner and is changed in place.
    let mut mask = array.take_mask().or(new_mask);
    // What may lack memory, the copies of storage that is shared, comes before anything is changed.
    let written = mask.as_mut().map_or(Ok(()), |mask| alloc::unique(mask).map(drop)).and_then(|()| {
        array.update_data(|data| dispatch!(all data, |a| typed(a, &places, &cast, &protected)))?;
        mask.as_mut().map_or(Ok(()), |mask| write(mask, &places, &value_mask, &protected))
    });
    array.set_mask(mask)?;
    written
}

/// The place of an element that a caller names, in C order: by nothing (an array of one element), by one flat index, or by
/// one index for each axis; negative ones count from the end.
///
/// # Errors
/// [`Status::OutOfRange`]; [`Status::InvalidArgument`] for another number of indices.
pub fn place(array: &MaskedArray, index: &[i64]) -> Result<usize> {
    match index {
        [] if array.len() == 1 => Ok(0),
        [flat] if !array.is_empty() => Mode::Raise.place(*flat, array.len(), "index"),
        [flat] => Err(Error::out_of_range("index", flat, "none: there are no elements")),
        all if !all.is_empty() && all.len() == array.ndim() => {
            all.iter().zip(array.shape()).try_fold(0, |flat, (&i, &n)| match n {
                0 => Err(Error::out_of_range("index", format!("{all:?}"), "none: there are no elements")),
                _ => Ok(flat * n + Mode::Raise.place(i, n, "index")?),
            })
        }
        _ => Err(Error::argument(
            "n_index",
            index.len(),
            format!("0 (an array of one element), 1 (a flat index), or {}, one for each axis", array.ndim()),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ramp(lengths: &[usize]) -> MaskedArray {
        let len = lengths.iter().product::<usize>();
        let mask = alloc::from_vec(lengths, (0..len).map(|i| i % 3 == 0).collect()).unwrap().into_shared();
        MaskedArray::new(Data::from(alloc::from_vec(lengths, (0..len as i32).collect()).unwrap()), Some(mask)).unwrap()
    }

    fn values(array: &MaskedArray) -> Vec<i32> {
        array.data().typed::<i32>().unwrap().iter().copied().collect()
    }

    #[test]
    fn picking_equals_indexing_on_every_axis_and_layout() {
        let mut turned = ramp(&[3, 4, 5]);
        turned.swap_axes(0, 2);
        turned.invert_axis(1);
        for array in [ramp(&[3, 4, 5]), turned] {
            for a in 0..3usize {
                let n = array.shape()[a] as i64;
                let out = take(&array, &[n - 1, 0, -1, 0], Some(a as i32), Mode::Raise).unwrap();
                let all = array.data().typed::<i32>().unwrap();
                for (k, from) in [n - 1, 0, n - 1, 0].into_iter().enumerate() {
                    let picked = out.data().typed::<i32>().unwrap().index_axis(Axis(a), k);
                    assert_eq!(picked, all.index_axis(Axis(a), from as usize));
                    let masks = out.mask().unwrap().index_axis(Axis(a), k);
                    assert_eq!(masks, array.mask().unwrap().index_axis(Axis(a), from as usize));
                }
            }
        }
        assert_eq!(values(&take(&ramp(&[2, 2]), &[5, -1], None, Mode::Wrap).unwrap()), [1, 3]);
        assert_eq!(values(&take(&ramp(&[2, 2]), &[5, -1], None, Mode::Clip).unwrap()), [3, 0]);
        assert_eq!(take(&ramp(&[2, 2]), &[4], None, Mode::Raise).unwrap_err().status(), Status::OutOfRange);
        assert_eq!(take(&ramp(&[0, 2]), &[0], Some(0), Mode::Clip).unwrap_err().status(), Status::OutOfRange);
    }

    #[test]
    fn diagonals_repeats_and_what_is_not_masked() {
        assert_eq!(values(&diagonal(&ramp(&[3, 4]), 1, 0, 1).unwrap()), [1, 6, 11]);
        assert_eq!(values(&diagonal(&ramp(&[2, 3, 2]), -1, 1, 2).unwrap()), [2, 5, 8, 11]);
        assert_eq!(diagonal(&ramp(&[3, 4]), i64::MIN, 0, 1).unwrap().len(), 0);
        assert_eq!(values(&repeat(&ramp(&[3]), &[2, 0, 1], None).unwrap()), [0, 0, 2]);
        assert_eq!(repeat(&ramp(&[3]), &[i64::MAX], None).unwrap_err().status(), Status::NoMemory);
        assert_eq!(values(&compressed(&ramp(&[2, 4])).unwrap()), [1, 2, 4, 5, 7]);
        assert_eq!(values(&compress(&ramp(&[2, 2]), &[0, 1], Some(1)).unwrap()), [1, 3]);
        let found = nonzero(&ramp(&[2, 4])).unwrap();
        assert_eq!(found.data().typed::<i64>().unwrap().as_slice().unwrap(), [0, 0, 1, 1, 1, 1, 2, 0, 1, 3]);
    }

    #[test]
    fn put_writes_through_any_layout_and_minds_hard_masks() {
        let mut array = ramp(&[2, 3]);
        array.swap_axes(0, 1);
        let clone = array.clone();
        let new = MaskedArray::from(Data::from(alloc::from_vec(&[2], vec![10.9f64, 20.0]).unwrap()));
        put(&mut array, &[0, 1, -1], &new, Mode::Raise).unwrap();
        assert_eq!(values(&array), [10, 20, 1, 4, 2, 10]);
        assert_eq!(array.mask().unwrap().iter().filter(|&&m| m).count(), 0);
        assert_eq!(values(&clone), [0, 3, 1, 4, 2, 5]);
        let mut hard = clone;
        hard.set_hard(true);
        put(&mut hard, &[0, 2], &new, Mode::Raise).unwrap();
        assert_eq!(values(&hard), [0, 3, 20, 4, 2, 5]);
        assert_eq!(put(&mut hard, &[0, 6], &new, Mode::Raise).unwrap_err().status(), Status::OutOfRange);
        assert_eq!(values(&hard), [0, 3, 20, 4, 2, 5]);
    }
}
