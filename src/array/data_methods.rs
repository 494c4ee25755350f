//! Methods of an array of any dtype.

use super::{DType, Data, Element, Shared, alloc};
use crate::context::Result;
use crate::{dispatch, dispatch_dtype};
use ndarray::{ArrayD, Axis, Slice};

impl<T: Element> From<ArrayD<T>> for Data {
    fn from(array: ArrayD<T>) -> Self {
        T::wrap(array.into_shared())
    }
}

impl<T: Element> From<Shared<T>> for Data {
    fn from(array: Shared<T>) -> Self {
        T::wrap(array)
    }
}

impl Data {
    /// An array of zeros in C order.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory).
    pub fn zeros(dtype: DType, shape: &[usize]) -> Result<Data> {
        dispatch_dtype!(dtype, T => alloc::zeros::<T>(shape).map(Data::from))
    }

    /// The dtype.
    pub fn dtype(&self) -> DType {
        fn of<T: Element>(_: &Shared<T>) -> DType {
            T::DTYPE
        }
        dispatch!(all self, |a| of(a))
    }

    /// The lengths of the axes.
    pub fn shape(&self) -> &[usize] {
        dispatch!(all self, |a| a.shape())
    }

    /// The steps of the axes in elements; negative where an axis is reversed.
    pub fn strides(&self) -> &[isize] {
        dispatch!(all self, |a| a.strides())
    }

    /// The number of elements.
    pub fn len(&self) -> usize {
        dispatch!(all self, |a| a.len())
    }

    /// Whether there is no element.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the elements are contiguous in C order.
    pub fn is_c_contiguous(&self) -> bool {
        dispatch!(all self, |a| a.is_standard_layout())
    }

    /// The address of the element whose indices are all 0.
    pub fn as_ptr(&self) -> *const u8 {
        dispatch!(all self, |a| a.as_ptr().cast())
    }

    /// The array, when it has this type.
    pub fn typed<T: Element>(&self) -> Option<&Shared<T>> {
        T::unwrap(self)
    }

    /// Keeps `start..end` of an axis. Copies nothing.
    pub fn slice_axis(&mut self, axis: usize, start: usize, end: usize) {
        dispatch!(all self, |a| a.slice_axis_inplace(Axis(axis), Slice::from(start..end)));
    }

    /// Reverses an axis. Copies nothing.
    pub fn invert_axis(&mut self, axis: usize) {
        dispatch!(all self, |a| a.invert_axis(Axis(axis)));
    }

    /// Exchanges two axes. Copies nothing.
    pub fn swap_axes(&mut self, a: usize, b: usize) {
        dispatch!(all self, |x| x.swap_axes(a, b));
    }

    /// The axes in another order. Copies nothing.
    pub fn permuted(&self, axes: &[usize]) -> Data {
        dispatch!(all self, |a| Data::from(a.clone().permuted_axes(ndarray::IxDyn(axes))))
    }

    /// The array in C order without gaps: itself where it is.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory).
    pub fn contiguous(&self) -> Result<Data> {
        dispatch!(all self, |a| alloc::contiguous(a).map(Data::from))
    }

    /// One sub-array of the first axis. Copies nothing.
    pub fn index_first(&mut self, index: usize) {
        fn pick<T: Element>(a: &mut Shared<T>, index: usize) {
            *a = a.clone().index_axis_move(Axis(0), index);
        }
        dispatch!(all self, |a| pick(a, index));
    }

    /// Whether shapes, dtypes and all elements are equal (NaN differs from everything).
    pub fn equals(&self, other: &Data) -> bool {
        fn same<T: Element>(a: &Shared<T>, other: &Data) -> bool {
            T::unwrap(other).is_some_and(|b| a.shape() == b.shape() && a == b)
        }
        dispatch!(all self, |a| same(a, other))
    }
}
