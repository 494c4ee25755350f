//! Dataspaces: the lengths of the axes ("HDF5 File Format Specification", IV.A.2.b).

use super::cursor::Cursor;
use super::damage::corrupt;
use super::limits::count;
use crate::context::{Error, Result};
use std::ops::Range;

/// HDF5's own limit.
pub const MAX_RANK: usize = 32;

/// The extent of a dataset or an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Space {
    /// `None` where it is declared to hold nothing.
    pub dims: Option<Vec<u64>>,
    /// The greatest lengths of the axes; equal to `dims` if the file does not give them.
    pub max_dims: Vec<u64>,
}

impl Space {
    pub fn parse(mut cursor: Cursor<'_>) -> Result<Self> {
        let version = cursor.version("a dataspace", 1..=2)?;
        let rank = usize::from(cursor.u8()?);
        let flags = cursor.u8()?;
        let kind = if version == 1 {
            cursor.skip(5)?;
            u8::from(rank > 0)
        } else {
            cursor.u8()?
        };
        if rank > MAX_RANK {
            return Err(corrupt(format!("a dataspace has {rank} axes; allowed: {MAX_RANK}")));
        }
        match kind {
            0 if rank == 0 => return Ok(Space { dims: Some(Vec::new()), max_dims: Vec::new() }),
            1 => {}
            2 if rank == 0 => return Ok(Space { dims: None, max_dims: Vec::new() }),
            _ => return Err(corrupt(format!("a dataspace of kind {kind} has {rank} axes"))),
        }
        let dims = (0..rank).map(|_| cursor.length()).collect::<Result<Vec<u64>>>()?;
        let undefined = |n: u64| n == u64::MAX >> (64 - 8 * u32::from(cursor.sizes.lengths));
        if dims.iter().any(|&n| undefined(n)) {
            return Err(corrupt("an axis has no length"));
        }
        let mut max_dims = dims.clone();
        if flags & 1 != 0 {
            for (max, &n) in max_dims.iter_mut().zip(&dims) {
                let limit = cursor.length()?;
                *max = if limit == u64::MAX >> (64 - 8 * u32::from(cursor.sizes.lengths)) { u64::MAX } else { limit };
                if *max < n {
                    return Err(corrupt(format!("an axis of {n} may have {max} at most")));
                }
            }
        }
        Ok(Space { dims: Some(dims), max_dims })
    }

    /// The space of some indices of the first axis.
    ///
    /// # Errors
    /// [`Status::OutOfRange`](crate::context::Status::OutOfRange) when there are not as many.
    pub fn rows(&self, rows: &Range<u64>) -> Result<Space> {
        let mut part = self.clone();
        match part.dims.as_mut().and_then(|dims| dims.first_mut()) {
            Some(n) if rows.start <= rows.end && rows.end <= *n => *n = rows.end - rows.start,
            _ => {
                let allowed = format!("within an array of shape {:?}", self.dims);
                return Err(Error::out_of_range("the indices of the first axis", format!("{rows:?}"), allowed));
            }
        }
        Ok(part)
    }

    /// The number of elements.
    pub fn len(&self) -> Result<u64> {
        match &self.dims {
            None => Ok(0),
            Some(dims) => count(dims).ok_or_else(|| corrupt(format!("a shape of {dims:?} is too large"))),
        }
    }

    /// The lengths of the axes, for arrays.
    pub fn shape(&self) -> Option<Vec<usize>> {
        let dims = self.dims.as_ref()?;
        Some(dims.iter().map(|&n| usize::try_from(n).unwrap_or(usize::MAX)).collect())
    }
}
