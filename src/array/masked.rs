//! An array with an optional mask.

use super::{DType, Data, Element, MAX_NDIM, Scalar, Shared, alloc};
use crate::context::{Error, Result, Status};
use ndarray::ArrayViewMutD;

/// `true` marks an element that is ignored. The shape is that of the data.
pub type Mask = Shared<bool>;

/// A [`Data`] of rank 0 to 8 and its mask. Without a mask no element is masked.
///
/// The shape operations work on both alike and copy nothing.
///
/// Two attributes are passed on to every array made from this one's elements: whether its mask is hard (what is
/// masked can then not be written to) and the fill value for masked elements, if one was set.
#[derive(Debug, Clone)]
pub struct MaskedArray {
    data: Data,
    mask: Option<Mask>,
    hard: bool,
    fill: Option<Scalar>,
}

/// What an array passes on to those that are made of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attributes {
    hard: bool,
    fill: Option<Scalar>,
}

/// An operation that moves elements without looking at them: written once, it acts on data of any dtype and on masks.
pub trait Rearrange {
    /// The array with its elements moved.
    ///
    /// # Errors
    /// Those of the operation.
    fn apply<T: Element>(&self, array: &Shared<T>) -> Result<Shared<T>>;
}

impl From<Data> for MaskedArray {
    fn from(data: Data) -> Self {
        MaskedArray { data, mask: None, hard: false, fill: None }
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
        Ok(MaskedArray { data, mask, hard: false, fill: None })
    }

    /// This array with hard mask and fill value of another one, the fill value converted to this one's dtype.
    #[must_use]
    pub fn with_attributes_of(self, other: &MaskedArray) -> Self {
        self.with_attributes(other.attributes())
    }

    /// Whether the mask is hard, and the fill value that was set.
    pub(crate) fn attributes(&self) -> Attributes {
        Attributes { hard: self.hard, fill: self.fill }
    }

    /// This array with these attributes, the fill value converted to its dtype.
    pub(crate) fn with_attributes(mut self, attributes: Attributes) -> Self {
        self.hard = attributes.hard;
        self.fill = attributes.fill.map(|fill| fill.in_dtype(self.dtype()));
        self
    }

    /// The elements of data and mask moved alike.
    ///
    /// # Errors
    /// Those of the operation.
    pub fn rearranged(&self, operation: &impl Rearrange) -> Result<Self> {
        let data = crate::dispatch!(all & self.data, |a| operation.apply(a).map(Data::from))?;
        let mask = self.mask.as_ref().map(|mask| operation.apply(mask)).transpose()?;
        Ok(MaskedArray::new(data, mask)?.with_attributes_of(self))
    }

    /// Whether masked elements can not be written to.
    pub fn is_hard(&self) -> bool {
        self.hard
    }

    /// Makes the mask hard or soft.
    pub fn set_hard(&mut self, hard: bool) {
        self.hard = hard;
    }

    /// The value that stands for masked elements: what was set, or else numpy.ma's default for the dtype.
    pub fn fill_value(&self) -> Scalar {
        self.fill.unwrap_or_else(|| Scalar::default_fill(self.dtype()))
    }

    /// The value that was set, if one was.
    pub fn own_fill_value(&self) -> Option<Scalar> {
        self.fill
    }

    /// Sets the value that stands for masked elements; `None`: the default.
    ///
    /// # Errors
    /// [`Status::OutOfRange`] when the dtype does not hold the value.
    pub fn set_fill_value(&mut self, fill: Option<Scalar>) -> Result<()> {
        self.fill = fill.map(|fill| self.fitting_fill(fill)).transpose()?;
        Ok(())
    }

    /// A fill value in this array's dtype.
    ///
    /// # Errors
    /// [`Status::OutOfRange`] when the dtype does not hold it.
    pub fn fitting_fill(&self, fill: Scalar) -> Result<Scalar> {
        if fill.fits(self.dtype()) {
            return Ok(fill.in_dtype(self.dtype()));
        }
        Err(Error::out_of_range("fill_value", fill, format!("a value that {} can hold", self.dtype())))
    }

    /// The data, masked elements included.
    pub fn data(&self) -> &Data {
        &self.data
    }

    /// The mask, if there is one.
    pub fn mask(&self) -> Option<&Mask> {
        self.mask.as_ref()
    }

    /// Data and mask.
    pub(super) fn into_parts(self) -> (Data, Option<Mask>) {
        (self.data, self.mask)
    }

    /// Data and mask, for writing in place. The caller keeps their shapes equal and respects a hard mask.
    pub(crate) fn parts_mut(&mut self) -> (&mut Data, &mut Option<Mask>) {
        (&mut self.data, &mut self.mask)
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

    /// Changes the data in place; dtype and shape must stay.
    ///
    /// # Errors
    /// Those of `change`.
    pub(super) fn update_data(&mut self, change: impl FnOnce(&mut Data) -> Result<()>) -> Result<()> {
        change(&mut self.data)
    }

    /// Removes the mask and returns it.
    pub(super) fn take_mask(&mut self) -> Option<Mask> {
        self.mask.take()
    }

    /// The same mask over other data of the same shape.
    ///
    /// # Errors
    /// [`Status::Shape`] when the shapes differ.
    pub fn with_data(&self, data: impl Into<Data>) -> Result<Self> {
        Ok(MaskedArray::new(data, self.mask.clone())?.with_attributes_of(self))
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
        Ok(MaskedArray::new(self.data.clone(), Some(mask))?.with_attributes_of(self))
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

    /// Writes values, cast to this array's dtype, into a range of each axis. What is written is unmasked; where the mask is
    /// hard, masked elements stay as they are.
    ///
    /// # Errors
    /// [`Status::Shape`] when the ranges do not lie inside or do not have the values' shape; [`Status::NoMemory`].
    /// On an error nothing is changed.
    pub fn write(&mut self, ranges: &[(usize, usize)], values: &Data) -> Result<()> {
        fn put<T: Element>(
            a: &mut Shared<T>,
            ranges: &[(usize, usize)],
            values: &Data,
            protected: Option<&mut Mask>,
        ) -> Result<()> {
            let Some(values) = T::unwrap(values) else { return Err(Error::new(Status::Dtype, "the dtypes differ")) };
            let to = sliced(alloc::unique(a)?, ranges);
            let mut kept = protected.map(|mask| alloc::unique(mask).map(|mask| sliced(mask, ranges))).transpose()?;
            alloc::assign(to, values.view(), kept.as_mut().map(|kept| kept.view()));
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
        if self.hard {
            let protected = self.mask.as_mut();
            return crate::dispatch!(all &mut self.data, |a| put(a, ranges, &values, protected));
        }
        let mut mask = self.mask.clone();
        if let Some(mask) = &mut mask {
            sliced(alloc::unique(mask)?, ranges).fill(false);
        }
        crate::dispatch!(all &mut self.data, |a| put(a, ranges, &values, None))?;
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
    fn a_hard_mask_protects_what_it_masks_and_travels() {
        let mut a = array();
        a.set_hard(true);
        a.set_fill_value(Some(Scalar::Int(-5))).unwrap();
        let values = Data::from(alloc::from_vec(&[2, 3], vec![9i16; 6]).unwrap());
        a.write(&[(0, 2), (0, 3)], &values).unwrap();
        let expected = alloc::from_vec(&[2, 3], vec![9i16, 2, 9, 9, 9, 6]).unwrap();
        assert!(a.data().equals(&Data::from(expected)));
        assert_eq!(a.mask().unwrap().iter().filter(|&&m| m).count(), 2);
        a.slice_axis(1, 0, 2);
        let b = a.with_data(a.data().cast(DType::U8).unwrap()).unwrap();
        assert!(b.is_hard());
        assert_eq!(b.fill_value(), Scalar::Int(251));
        assert_eq!(a.set_fill_value(Some(Scalar::Int(40_000))).unwrap_err().status(), Status::OutOfRange);
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
