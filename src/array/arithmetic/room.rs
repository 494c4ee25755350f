//! Memory that a result takes over: that of an array which nobody else sees.

use crate::array::{DType, Data, Element, MaskedArray, Shared, alloc};
use crate::dispatch;
use ndarray::ArrayD;

/// An array whose memory a result can have.
#[derive(Debug)]
pub struct Room(MaskedArray);

impl Room {
    /// The memory of an array, if a result of this dtype and shape fits into it and no other array lies there.
    ///
    /// # Errors
    /// The array, if it does not fit.
    #[allow(clippy::result_large_err, reason = "the array goes back to its owner")]
    pub fn of(mut array: MaskedArray, dtype: DType, shape: &[usize]) -> Result<Room, MaskedArray> {
        fn is_own<T: Element>(a: &mut Shared<T>) -> bool {
            a.is_standard_layout() && alloc::is_unique(a)
        }
        let fits = array.dtype() == dtype && array.shape() == shape;
        let (data, mask) = array.parts_mut();
        let fits = fits && dispatch!(all data, |a| is_own(a)) && mask.as_mut().is_none_or(is_own);
        if fits { Ok(Room(array)) } else { Err(array) }
    }

    /// The array as it was, with what was written to it.
    #[must_use]
    pub fn into_array(self) -> MaskedArray {
        self.0
    }

    pub(super) fn array(&self) -> &MaskedArray {
        &self.0
    }

    pub(super) fn has_mask(&self) -> bool {
        self.0.mask().is_some()
    }

    /// The memory for values of a type, and for a mask.
    pub(super) fn into_memory<U: Element>(self) -> Option<(ArrayD<U>, Option<ArrayD<bool>>)> {
        let (data, mask) = self.0.into_parts();
        let own = own::<U>(data)?;
        Some((own, mask.and_then(|mask| mask.try_into_owned_nocopy().ok())))
    }
}

fn own<U: Element>(data: Data) -> Option<ArrayD<U>> {
    let shared = U::unwrap(&data)?.clone();
    drop(data);
    shared.try_into_owned_nocopy().ok()
}
