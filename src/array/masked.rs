//! An array with an optional mask.

use super::{DType, Data, Element, MAX_NDIM, Shared, alloc};
use crate::context::{Error, Result, Status};
use ndarray::ArrayViewMutD;

/// `true` marks an element that takes no part. The shape is that of the data.
pub type Mask = Shared<bool>;

/// A [`Data`] of rank 0 to 8 and its mask. No mask at all stands for "nothing is masked".
///
/// The shape operations work on both alike and copy nothing.
#[derive(Debug, Clone)]
pub struct MaskedArray {
    data: Data,
    mask: Option<Mask>,
}

impl From<Data> for MaskedArray {
    fn from(data: Data) -> Self {
        MaskedArray { data, mask: None }
    }
}

impl<T: Element> From<ndarray::ArrayD<T>> for MaskedArray {
    fn from(array: ndarray::ArrayD<T>) -> Self {
        MaskedArray::from(Data::from(array))
    }
}

impl MaskedArray {
    /// Data under a mask.
    ///
    /// # Errors
    /// [`Status::Shape`] when the shapes differ or the rank is above 8.
    pub fn new(data: impl Into<Data>, mask: Option<Mask>) -> Result<Self> {
        let data = data.into();
        if data.shape().len() > MAX_NDIM {
            return Err(Error::new(
                Status::Shape,
                format!("an array has rank {}; allowed: 0 to {MAX_NDIM}", data.shape().len()),
            ));
        }
        check_mask(&data, mask.as_ref())?;
        Ok(MaskedArray { data, mask })
    }

    /// The data, masked elements included.
    pub fn data(&self) -> &Data {
        &self.data
    }

    /// The mask, if there is one.
    pub fn mask(&self) -> Option<&Mask> {
        self.mask.as_ref()
    }

    /// Replaces the mask.
    ///
    /// # Errors
    /// [`Status::Shape`] when the shapes differ.
    pub fn set_mask(&mut self, mask: Option<Mask>) -> Result<()> {
        check_mask(&self.data, mask.as_ref())?;
        self.mask = mask;
        Ok(())
    }

    /// The same mask over other data of the same shape.
    ///
    /// # Errors
    /// [`Status::Shape`] when the shapes differ.
    pub fn with_data(&self, data: impl Into<Data>) -> Result<Self> {
        MaskedArray::new(data, self.mask.clone())
    }

    /// The same data under one more mask: an element is masked where either is.
    ///
    /// # Errors
    /// [`Status::Shape`] when the shapes differ, [`Status::NoMemory`].
    pub fn with_more_mask(&self, more: Mask) -> Result<Self> {
        let mask = match &self.mask {
            Some(mask) => alloc::zip_map(mask.view(), more.view(), |a, b| a | b)?.into_shared(),
            None => more,
        };
        MaskedArray::new(self.data.clone(), Some(mask))
    }

    /// The dtype.
    pub fn dtype(&self) -> DType {
        self.data.dtype()
    }

    /// The lengths of the axes.
    pub fn shape(&self) -> &[usize] {
        self.data.shape()
    }

    /// The number of axes.
    pub fn ndim(&self) -> usize {
        self.shape().len()
    }

    /// The number of elements.
    pub fn len(&self) -> usize {
        self.data.len()
    }

    /// Whether there is no element.
    pub fn is_empty(&self) -> bool {
        self.data.is_empty()
    }

    /// Whether any element is masked.
    pub fn any_masked(&self) -> bool {
        self.mask.as_ref().is_some_and(|mask| mask.iter().any(|&m| m))
    }

    /// Keeps `start..end` of an axis.
    pub fn slice_axis(&mut self, axis: usize, start: usize, end: usize) {
        self.data.slice_axis(axis, start, end);
        self.each_mask(|mask| mask.slice_axis_inplace(ndarray::Axis(axis), ndarray::Slice::from(start..end)));
    }

    /// Reverses an axis.
    pub fn invert_axis(&mut self, axis: usize) {
        self.data.invert_axis(axis);
        self.each_mask(|mask| mask.invert_axis(ndarray::Axis(axis)));
    }

    /// Exchanges two axes.
    pub fn swap_axes(&mut self, a: usize, b: usize) {
        self.data.swap_axes(a, b);
        self.each_mask(|mask| mask.swap_axes(a, b));
    }

    /// Keeps one sub-array of the first axis.
    pub fn index_first(&mut self, index: usize) {
        self.data.index_first(index);
        self.each_mask(|mask| *mask = mask.clone().index_axis_move(ndarray::Axis(0), index));
    }

    /// Writes values, cast to this array's dtype, into a range of each axis. What is written is unmasked.
    ///
    /// # Errors
    /// [`Status::Shape`] when the ranges do not lie inside or do not have the values' shape; [`Status::NoMemory`].
    /// On an error nothing is changed.
    pub fn write(&mut self, ranges: &[(usize, usize)], values: &Data) -> Result<()> {
        fn put<T: Element>(a: &mut Shared<T>, ranges: &[(usize, usize)], values: &Data) -> Result<()> {
            let Some(values) = T::unwrap(values) else { return Err(Error::new(Status::Dtype, "the dtypes differ")) };
            alloc::assign(sliced(alloc::unique(a)?, ranges), values.view(), |x| x);
            Ok(())
        }
        let fits = ranges.len() == self.ndim()
            && ranges.iter().zip(self.shape()).all(|(&(start, end), &n)| start <= end && end <= n)
            && ranges.iter().zip(values.shape()).all(|(&(start, end), &n)| end - start == n)
            && values.shape().len() == self.ndim();
        if !fits {
            return Err(Error::new(
                Status::Shape,
                format!("values of shape {:?} do not fit {ranges:?} of shape {:?}", values.shape(), self.shape()),
            ));
        }
        let values = values.cast(self.dtype())?;
        let mut mask = self.mask.clone();
        if let Some(mask) = &mut mask {
            sliced(alloc::unique(mask)?, ranges).fill(false);
        }
        crate::dispatch!(all &mut self.data, |a| put(a, ranges, &values))?;
        self.mask = mask;
        Ok(())
    }

    /// Whether dtype, shape, mask and all unmasked elements are equal. NaN equals NaN here: two arrays that hold the
    /// same values are equal, as a test or a cache wants it.
    pub fn equals(&self, other: &MaskedArray) -> bool {
        fn same<T: Element>(a: &MaskedArray, x: &Shared<T>, b: &MaskedArray) -> bool {
            let Some(y) = T::unwrap(&b.data) else { return false };
            #[allow(clippy::eq_op, reason = "only NaN differs from itself")]
            let equal = |x: &T, y: &T| x == y || (x != x && y != y);
            x.shape() == y.shape()
                && a.mask_equals(b)
                && match &a.mask {
                    None => x.iter().zip(y).all(|(x, y)| equal(x, y)),
                    Some(mask) => x.iter().zip(y).zip(mask).all(|((x, y), &m)| m || equal(x, y)),
                }
        }
        crate::dispatch!(all & self.data, |x| same(self, x, other))
    }

    fn mask_equals(&self, other: &MaskedArray) -> bool {
        match (&self.mask, &other.mask) {
            (Some(a), Some(b)) => a == b,
            _ => self.any_masked() == other.any_masked(),
        }
    }

    fn each_mask(&mut self, f: impl FnOnce(&mut Mask)) {
        if let Some(mask) = &mut self.mask {
            f(mask);
        }
    }
}

fn sliced<'a, T>(mut view: ArrayViewMutD<'a, T>, ranges: &[(usize, usize)]) -> ArrayViewMutD<'a, T> {
    for (axis, &(start, end)) in ranges.iter().enumerate() {
        view.slice_axis_inplace(ndarray::Axis(axis), ndarray::Slice::from(start..end));
    }
    view
}

fn check_mask(data: &Data, mask: Option<&Mask>) -> Result<()> {
    match mask {
        Some(mask) if mask.shape() != data.shape() => Err(Error::new(
            Status::Shape,
            format!("a mask of shape {:?} does not fit data of shape {:?}", mask.shape(), data.shape()),
        )),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn array() -> MaskedArray {
        let data = alloc::from_vec(&[2, 3], vec![1i16, 2, 3, 4, 5, 6]).unwrap();
        let mask = alloc::from_vec(&[2, 3], vec![false, true, false, false, false, true]).unwrap();
        MaskedArray::new(Data::from(data), Some(mask.into_shared())).unwrap()
    }

    #[test]
    fn writing_casts_and_unmasks_and_leaves_clones_alone() {
        let mut a = array();
        let before = a.clone();
        let values = Data::from(alloc::from_vec(&[1, 2], vec![7.9f64, 1e9]).unwrap());
        a.write(&[(0, 1), (1, 3)], &values).unwrap();
        let expected = alloc::from_vec(&[2, 3], vec![1i16, 7, i16::MAX, 4, 5, 6]).unwrap();
        assert!(a.data().equals(&Data::from(expected)));
        assert_eq!(a.mask().unwrap().iter().filter(|&&m| m).count(), 1);
        assert!(before.equals(&array()));
        assert_eq!(a.write(&[(0, 1), (2, 4)], &values).unwrap_err().status(), Status::Shape);
        assert_eq!(a.write(&[(0, 1), (0, 1)], &values).unwrap_err().status(), Status::Shape);
    }

    #[test]
    fn masked_values_and_nan_do_not_make_arrays_differ() {
        let make = |hidden: f32, mask: bool| {
            let mask = alloc::from_vec(&[2], vec![mask, false]).unwrap().into_shared();
            MaskedArray::new(Data::from(alloc::from_vec(&[2], vec![hidden, f32::NAN]).unwrap()), Some(mask)).unwrap()
        };
        assert!(make(1.0, true).equals(&make(2.0, true)));
        assert!(!make(1.0, false).equals(&make(2.0, false)));
        assert!(!make(1.0, true).equals(&make(1.0, false)));
        let bare = MaskedArray::from(alloc::from_vec(&[2], vec![1.0f32, f32::NAN]).unwrap());
        assert!(make(1.0, false).equals(&bare) && bare.equals(&make(1.0, false)));
        assert!(!bare.equals(&make(1.0, true)));
    }
}
