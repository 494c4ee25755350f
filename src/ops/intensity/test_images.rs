//! Small images for the tests of this family.

use crate::array::{Element, MaskedArray, alloc};
use crate::image::Image;

pub(super) fn image<T: Element>(shape: &[usize], values: &[T]) -> Image {
    Image::new(alloc::from_vec(shape, values.to_vec()).unwrap())
}

pub(super) fn masked<T: Element>(shape: &[usize], values: &[T], mask: &[bool]) -> Image {
    let mask = alloc::from_vec(shape, mask.to_vec()).unwrap().into_shared();
    Image::new(MaskedArray::new(alloc::from_vec(shape, values.to_vec()).unwrap(), Some(mask)).unwrap())
}

pub(super) fn values(image: &Image) -> Vec<f64> {
    image.data().to_f64().unwrap().iter().copied().collect()
}
