//! Elements of several arrays, chosen by an array of indices.

use super::broadcast::{broadcast_shape, spread};
use super::index::Mode;
use crate::array::casting::{is_safe, promote};
use crate::array::{DType, Data, Element, MaskedArray, Shared, alloc};
use crate::context::{Error, Result, Status};
use crate::dispatch_dtype;

/// For each element of an integer array the element at the same place of the choice that it names. Shapes are broadcast, and
/// the choices' dtypes promoted. An element is masked where the index is, or the element that it names.
///
/// # Errors
/// [`Status::Dtype`] when the indices are neither integers (that fit i64) nor bool; [`Status::Shape`] when the shapes do not
/// broadcast; [`Status::InvalidArgument`] without choices; [`Status::OutOfRange`] (an index); [`Status::NoMemory`].
pub fn choose(array: &MaskedArray, choices: &[&MaskedArray], mode: Mode) -> Result<MaskedArray> {
    if !is_safe(array.dtype(), DType::I64) {
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
