//! Other shapes and orders of axes. Results share the storage if possible.

use super::{Element, MaskedArray, Rearrange, Shared, alloc, axes, axis};
use crate::context::{Error, Result, Status};
use ndarray::{Axis, IxDyn};

/// In which order elements are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The last axis runs fastest.
    C,
    /// The first axis runs fastest.
    F,
    /// `F` where the data lie in Fortran order without gaps and not in C order, else `C`.
    A,
    /// As the elements lie in memory.
    K,
}

impl Order {
    /// `C` or `F`; the layout of the data decides `A`. `K` becomes `A`, as in numpy.ma.
    #[must_use]
    pub fn decided(self, array: &MaskedArray) -> Order {
        match self {
            Order::C | Order::F => self,
            Order::A | Order::K if is_f_contiguous(array) && !array.data().is_c_contiguous() => Order::F,
            Order::A | Order::K => Order::C,
        }
    }
}

/// Whether the elements are contiguous in Fortran order.
pub fn is_f_contiguous(array: &MaskedArray) -> bool {
    let mut step = 1;
    array.is_empty()
        || array.shape().iter().zip(array.data().strides()).all(|(&n, &stride)| {
            let fits = n == 1 || stride == step;
            step *= n as isize;
            fits
        })
}

/// Another shape over the same elements, counted in an order. A length of -1 is computed from the others.
///
/// # Errors
/// [`Status::Shape`] when the number of elements differs or -1 occurs twice; [`Status::NoMemory`].
pub fn reshape(array: &MaskedArray, shape: &[i64], order: Order) -> Result<MaskedArray> {
    let shape = complete(shape, array.len())?;
    reshape_to(array, &shape, order.decided(array))
}

fn reshape_to(array: &MaskedArray, shape: &[usize], order: Order) -> Result<MaskedArray> {
    struct Reshape<'a>(&'a [usize], bool);
    impl Rearrange for Reshape<'_> {
        fn apply<T: Element>(&self, array: &Shared<T>) -> Result<Shared<T>> {
            if !self.1 {
                return reshape_typed(array, self.0);
            }
            // Counting with the first axis fastest is counting in C order with all axes reversed.
            let reversed: Vec<usize> = self.0.iter().rev().copied().collect();
            Ok(reshape_typed(&array.clone().reversed_axes(), &reversed)?.reversed_axes())
        }
    }
    array.rearranged(&Reshape(shape, order == Order::F))
}

/// All elements in a row.
///
/// # Errors
/// [`Status::NoMemory`].
pub fn ravel(array: &MaskedArray, order: Order) -> Result<MaskedArray> {
    reshape_to(array, &[array.len()], order.decided(array))
}

/// All elements in a row; `K` takes them as they lie in memory (a reversed axis keeps its direction).
///
/// # Errors
/// [`Status::NoMemory`].
pub fn flatten(array: &MaskedArray, order: Order) -> Result<MaskedArray> {
    if order != Order::K {
        return ravel(array, order);
    }
    reshape_to(&permuted(array, &memory_order(array.data()))?, &[array.len()], Order::C)
}

/// The axes as they lie in memory, the one with the longest steps first.
pub(super) fn memory_order(data: &super::Data) -> Vec<usize> {
    let strides = data.strides();
    let mut axes: Vec<usize> = (0..strides.len()).collect();
    axes.sort_by_key(|&a| std::cmp::Reverse(strides[a].unsigned_abs()));
    axes
}

/// The axes in another order; none named means all reversed. Copies nothing.
///
/// # Errors
/// [`Status::InvalidArgument`] unless each axis is named once; [`Status::OutOfRange`].
pub fn transpose(array: &MaskedArray, named: &[i32]) -> Result<MaskedArray> {
    permuted(array, &permutation(named, array.ndim())?)
}

/// The order of axes that a caller names, checked.
///
/// # Errors
/// As [`transpose`].
pub fn permutation(named: &[i32], ndim: usize) -> Result<Vec<usize>> {
    if named.is_empty() {
        return Ok((0..ndim).rev().collect());
    }
    axes(named, ndim, "axes")?;
    if named.len() != ndim {
        return Err(Error::argument("axes", format!("{named:?}"), format!("{ndim} axes, one for each of the array's")));
    }
    named.iter().map(|&a| axis(a, ndim, "axes")).collect()
}

fn permuted(array: &MaskedArray, order: &[usize]) -> Result<MaskedArray> {
    struct Permute<'a>(&'a [usize]);
    impl Rearrange for Permute<'_> {
        fn apply<T: Element>(&self, array: &Shared<T>) -> Result<Shared<T>> {
            Ok(array.clone().permuted_axes(IxDyn(self.0)))
        }
    }
    array.rearranged(&Permute(order))
}

/// Removes axes of length 1: those named, or all. Copies nothing.
///
/// # Errors
/// [`Status::Shape`] when a named axis is longer; [`Status::OutOfRange`], [`Status::InvalidArgument`] (twice).
pub fn squeeze(array: &MaskedArray, named: &[i32]) -> Result<MaskedArray> {
    struct Squeeze(Vec<usize>);
    impl Rearrange for Squeeze {
        fn apply<T: Element>(&self, array: &Shared<T>) -> Result<Shared<T>> {
            Ok(self.0.iter().rev().fold(array.clone(), |a, &axis| a.index_axis_move(Axis(axis), 0)))
        }
    }
    let shape = array.shape();
    let gone = match named {
        [] => (0..shape.len()).filter(|&a| shape[a] == 1).collect(),
        named => axes(named, shape.len(), "axes")?,
    };
    if let Some(&long) = gone.iter().find(|&&a| shape[a] != 1) {
        return Err(Error::new(
            Status::Shape,
            format!("`axes` names axis {long}, which has length {}; allowed: axes of length 1", shape[long]),
        ));
    }
    array.rearranged(&Squeeze(gone))
}

/// The shape with -1 replaced by the length that fits.
fn complete(shape: &[i64], len: usize) -> Result<Vec<usize>> {
    let wrong = || {
        Error::new(
            Status::Shape,
            format!("`shape` is {shape:?}, which does not hold the {len} elements; one length may be -1, for the rest"),
        )
    };
    if shape.iter().any(|&n| n < -1) || shape.iter().filter(|&&n| n == -1).count() > 1 {
        return Err(wrong());
    }
    // Without the zeros: an array without elements must have a shape that can be counted too.
    let product =
        shape.iter().filter(|&&n| n > 0).try_fold(1isize, |all, &n| all.checked_mul(isize::try_from(n).ok()?));
    let known = match product {
        Some(_) if shape.contains(&0) => 0,
        Some(product) => product.unsigned_abs(),
        None => return Err(wrong()),
    };
    let remains = if shape.contains(&-1) {
        if known == 0 || !len.is_multiple_of(known) {
            return Err(wrong());
        }
        len / known
    } else if known == len {
        1
    } else {
        return Err(wrong());
    };
    Ok(shape.iter().map(|&n| if n == -1 { remains } else { n as usize }).collect())
}

/// C order. Shares the storage where the elements lie in C order, or where axes are only merged or have length 1.
fn reshape_typed<T: Element>(array: &Shared<T>, shape: &[usize]) -> Result<Shared<T>> {
    if array.is_standard_layout()
        && let Ok(view) = array.clone().into_shape_with_order(IxDyn(shape))
    {
        return Ok(view);
    }
    if let Some(merged) = merged(array, shape) {
        return Ok(merged);
    }
    let (vec, offset) = alloc::copy(array.view())?.into_raw_vec_and_offset();
    debug_assert!(offset.unwrap_or(0) == 0);
    Ok(alloc::from_vec(shape, vec)?.into_shared())
}

/// The new shape by merging neighbouring axes, where the strides allow it, with axes of length 1 added and removed.
fn merged<T: Element>(array: &Shared<T>, shape: &[usize]) -> Option<Shared<T>> {
    let mut out = array.clone();
    for a in (0..out.ndim()).rev().filter(|&a| array.shape()[a] == 1) {
        out = out.index_axis_move(Axis(a), 0);
    }
    for (at, &n) in shape.iter().filter(|&&n| n != 1).enumerate() {
        while *out.shape().get(at)? < n {
            // The merged axis stands at the place of the second one, the first is left with length 1.
            if at + 1 >= out.ndim() || !out.merge_axes(Axis(at), Axis(at + 1)) {
                return None;
            }
            out = out.index_axis_move(Axis(at), 0);
        }
        if out.shape()[at] != n {
            return None;
        }
    }
    for (a, _) in shape.iter().enumerate().filter(|&(_, &n)| n == 1) {
        out = out.insert_axis(Axis(a));
    }
    (out.shape() == shape).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::Data;

    fn ramp(shape: &[usize]) -> MaskedArray {
        let len = shape.iter().product::<usize>();
        let mask = alloc::from_vec(shape, (0..len).map(|i| i % 3 == 0).collect()).unwrap().into_shared();
        MaskedArray::new(alloc::from_vec(shape, (0..len as i32).collect()).unwrap().into_shared(), Some(mask)).unwrap()
    }

    #[test]
    fn an_array_without_elements_takes_any_shape_that_can_be_counted() {
        let empty = ramp(&[0, 3]);
        assert_eq!(reshape(&empty, &[4, 1, 0, 3, 0], Order::C).unwrap().shape(), [4, 1, 0, 3, 0]);
        for shape in [[1i64 << 62, 1, 0, 3, 0], [i64::MAX, 2, 0, 1, 1], [0, 0, 0, i64::MAX, i64::MAX]] {
            for order in [Order::C, Order::F] {
                assert_eq!(reshape(&empty, &shape, order).unwrap_err().status(), Status::Shape, "{shape:?}");
            }
        }
    }

    fn values(array: &MaskedArray) -> Vec<i32> {
        array.data().typed::<i32>().unwrap().iter().copied().collect()
    }

    #[test]
    fn reshape_equals_the_plain_copy_and_shares_where_it_can() {
        let mut cropped = ramp(&[4, 5, 6]);
        cropped.slice_axis(2, 1, 4);
        cropped.invert_axis(0);
        for (array, shape, shares) in [
            (ramp(&[4, 6]), vec![3, 8], true),
            (cropped.clone(), vec![1, 4, 5, 1, 3], true),
            (cropped.clone(), vec![4, 15], false),
            (cropped.clone(), vec![20, 3], false),
            (ramp(&[2, 3, 4]), vec![24], true),
            (transpose(&ramp(&[2, 3, 4]), &[]).unwrap(), vec![4, 6], false),
            (transpose(&ramp(&[2, 3, 4]), &[2, 0, 1]).unwrap(), vec![4, 6], true),
        ] {
            let out = reshape(&array, &shape, Order::C).unwrap();
            assert_eq!(values(&out), values(&array));
            assert!(out.mask().unwrap().iter().eq(array.mask().unwrap()));
            assert_eq!(out.data().as_ptr() == array.data().as_ptr(), shares, "{shape:?}");
        }
        assert_eq!(values(&reshape(&ramp(&[2, 3]), &[3, -1], Order::F).unwrap()), [0, 4, 3, 2, 1, 5]);
        assert_eq!(reshape(&ramp(&[0, 3]), &[3, 0, 7], Order::C).unwrap().shape(), [3, 0, 7]);
        for bad in [&[5][..], &[-1, -1], &[-2, 3], &[4, -1], &[0, -1], &[i64::MAX, i64::MAX]] {
            assert_eq!(reshape(&ramp(&[2, 3]), bad, Order::C).unwrap_err().status(), Status::Shape, "{bad:?}");
        }
    }

    #[test]
    fn memory_order_follows_the_strides() {
        let turned = transpose(&ramp(&[2, 3, 4]), &[1, 2, 0]).unwrap();
        assert_eq!(values(&flatten(&turned, Order::K).unwrap()), (0..24).collect::<Vec<_>>());
        assert!(!is_f_contiguous(&turned) && is_f_contiguous(&transpose(&ramp(&[2, 3, 4]), &[]).unwrap()));
        let scalar = MaskedArray::from(Data::from(alloc::from_vec(&[], vec![1u8]).unwrap()));
        assert_eq!(ravel(&scalar, Order::K).unwrap().shape(), [1]);
        assert_eq!(squeeze(&ramp(&[1, 3, 1]), &[-1]).unwrap().shape(), [1, 3]);
        assert_eq!(squeeze(&ramp(&[1, 3, 1]), &[1]).unwrap_err().status(), Status::Shape);
        assert_eq!(transpose(&ramp(&[1, 3]), &[0]).unwrap_err().status(), Status::InvalidArgument);
    }
}
