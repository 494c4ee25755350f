//! Writing elements at given indices.

use super::index::Mode;
use crate::array::{Data, Element, MaskedArray, Shared, alloc};
use crate::context::{Error, Result, Status};
use crate::dispatch;
use ndarray::IxDyn;

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
