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

#[cfg(test)]
mod tests {
    use super::*;

    use crate::io::hdf5::cursor::Sizes;

    fn parse(bytes: &[u8]) -> std::result::Result<Space, String> {
        let sizes = Sizes { offsets: 8, lengths: 2 };
        Space::parse(Cursor::new(bytes, sizes)).map_err(|error| error.message().to_owned())
    }

    #[test]
    fn both_versions_give_lengths_and_limits() {
        let grid = Space { dims: Some(vec![3, 4]), max_dims: vec![3, 4] };
        assert_eq!(parse(&[1, 2, 0, 0, 0, 0, 0, 0, 3, 0, 4, 0]).unwrap(), grid);
        assert_eq!(parse(&[2, 2, 0, 1, 3, 0, 4, 0]).unwrap(), grid);
        let grows = Space { dims: Some(vec![3, 4]), max_dims: vec![u64::MAX, 4] };
        assert_eq!(parse(&[2, 2, 1, 1, 3, 0, 4, 0, 255, 255, 4, 0]).unwrap(), grows);
        let one = Space { dims: Some(vec![]), max_dims: vec![] };
        assert_eq!(parse(&[1, 0, 0, 0, 0, 0, 0, 0]).unwrap(), one);
        assert_eq!(parse(&[2, 0, 0, 0]).unwrap(), one);
        let nothing = parse(&[2, 0, 0, 2]).unwrap();
        assert_eq!((nothing.dims.clone(), nothing.shape(), nothing.len().unwrap()), (None, None, 0));
        assert_eq!((grid.len().unwrap(), grid.shape()), (12, Some(vec![3, 4])));
    }

    #[test]
    fn spaces_that_cannot_be_are_errors() {
        for (bytes, message) in [
            (&[3, 0, 0, 0][..], "a dataspace has version 3; known: 1 to 2"),
            (&[2, 33, 0, 1], "a dataspace has 33 axes; allowed: 32"),
            (&[2, 1, 0, 0, 3, 0], "a dataspace of kind 0 has 1 axes"),
            (&[2, 1, 0, 2, 3, 0], "a dataspace of kind 2 has 1 axes"),
            (&[2, 0, 0, 3], "a dataspace of kind 3 has 0 axes"),
            (&[2, 1, 0, 1, 255, 255], "an axis has no length"),
            (&[2, 1, 1, 1, 4, 0, 3, 0], "an axis of 4 may have 3 at most"),
            (&[2, 2, 0, 1, 3, 0], "a structure ends early: 2 bytes wanted, 0 left"),
        ] {
            assert_eq!(parse(bytes).unwrap_err(), message, "{bytes:?}");
        }
        let huge = Space { dims: Some(vec![u64::MAX, 2]), max_dims: vec![] };
        assert!(huge.len().unwrap_err().message().contains("is too large"));
    }

    #[test]
    fn rows_are_within_the_first_axis() {
        let grid = parse(&[2, 2, 0, 1, 3, 0, 4, 0]).unwrap();
        assert_eq!(grid.rows(&(1..3)).unwrap().dims, Some(vec![2, 4]));
        assert_eq!(grid.rows(&(2..2)).unwrap().dims, Some(vec![0, 4]));
        let one = parse(&[2, 0, 0, 0]).unwrap();
        for (space, rows) in [(&grid, 1..4), (&grid, Range { start: 2, end: 1 }), (&one, 0..1)] {
            let error = space.rows(&rows).unwrap_err();
            assert_eq!(error.status(), crate::context::Status::OutOfRange);
            assert!(error.message().starts_with("`the indices of the first axis` is"), "{error}");
        }
    }
}
