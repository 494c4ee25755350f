//! Indices of callers, converted to positions in the array.

use crate::array::{MaskedArray, alloc};
use crate::context::{Error, Result};

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
    pub(super) fn place(self, index: i64, n: usize, name: &str) -> Result<usize> {
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

    pub(super) fn places(self, indices: &[i64], n: usize, name: &str) -> Result<Vec<usize>> {
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

/// The place of an element that a caller names, in C order: by nothing (an array of one element), by one flat index, or by
/// one index for each axis; negative ones count from the end.
///
/// # Errors
/// [`Status::OutOfRange`](crate::context::Status::OutOfRange); [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) for another number of indices.
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
