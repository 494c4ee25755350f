//! An array as rows along one axis.

use super::key::Keyed;
use super::masked_go::MaskedGo;
use crate::array::reduce::{Widened, fill_as};
use crate::array::{Element, Shared, alloc};
use crate::context::{Error, Result, Stage, Status, parallel};
use ndarray::{ArrayD, ArrayViewD};

/// The way from an array to rows along an axis, or to one row of all elements, and back.
pub(super) struct Lanes {
    axis: Option<usize>,
    /// The shape of the rows: that of the array with the axis moved to the end.
    shape: Vec<usize>,
    /// The length of a row.
    pub n: usize,
}

impl Lanes {
    pub fn new(shape: &[usize], axis: Option<usize>) -> Self {
        let shape = match axis {
            None => vec![shape.iter().product()],
            Some(axis) => {
                let mut moved = shape.to_vec();
                let n = moved.remove(axis);
                moved.push(n);
                moved
            }
        };
        Lanes { axis, n: shape.last().copied().unwrap_or(1), shape }
    }

    /// The elements row after row.
    pub fn take<T: Element>(&self, a: &Shared<T>) -> Result<Vec<T>> {
        alloc::copy(self.moved(a.view())).map(|rows| rows.into_raw_vec_and_offset().0)
    }

    fn moved<'a, T>(&self, mut view: ArrayViewD<'a, T>) -> ArrayViewD<'a, T> {
        if let Some(axis) = self.axis {
            for axis in axis..view.ndim() - 1 {
                view.swap_axes(axis, axis + 1);
            }
        }
        view
    }

    /// Rows as an array with the axis in its place.
    pub fn put<T>(&self, rows: Vec<T>) -> Result<ArrayD<T>> {
        let mut array = alloc::from_vec(&self.shape, rows)?;
        if let Some(axis) = self.axis {
            for axis in (axis..array.ndim() - 1).rev() {
                array.swap_axes(axis, axis + 1);
            }
        }
        Ok(array)
    }

    /// Works on each row. Rows are shared among threads; one alone may be worked on by several.
    pub fn each<T: Send>(
        &self,
        stage: &Stage<'_>,
        rows: &mut [T],
        work: impl Fn(&Stage<'_>, usize, &mut [T]) -> Result<()> + Sync,
    ) -> Result<()> {
        if self.n == 0 {
            return Ok(());
        }
        if rows.len() == self.n {
            return work(stage, 0, rows);
        }
        parallel::rows(stage, rows, self.n, COST, |first, rows| {
            rows.chunks_mut(self.n).enumerate().try_for_each(|(i, row)| work(&stage.piece(), first + i, row))
        })
    }

    /// Works on each row and its part of the mask.
    pub fn each_with_mask<T: Send>(
        &self,
        stage: &Stage<'_>,
        rows: &mut [T],
        mask: &mut [bool],
        work: impl Fn(&Stage<'_>, &mut [T], &mut [bool]) -> Result<()> + Sync,
    ) -> Result<()> {
        if self.n == 0 {
            return Ok(());
        }
        if rows.len() == self.n {
            return work(stage, rows, mask);
        }
        let piece = (PIECE / self.n).max(1) * self.n;
        let pieces = rows.chunks_mut(piece).zip(mask.chunks_mut(piece));
        parallel::for_each(stage, pieces, |(rows, mask)| {
            rows.chunks_mut(self.n)
                .zip(mask.chunks_mut(self.n))
                .try_for_each(|(row, mask)| work(&stage.piece(), row, mask))
        })
    }

    /// `kth` values that lie in a row, counted from its end where negative.
    pub fn kth(&self, kth: &[i64]) -> Result<Vec<usize>> {
        let n = self.n as i64;
        let mut all = kth
            .iter()
            .map(|&k| match k {
                k if (0..n).contains(&k) => Ok(k as usize),
                k if (-n..0).contains(&k) => Ok((k + n) as usize),
                k => Err(Error::out_of_range("kth", k, format!("{} to {} for rows of {n}", -n, n - 1))),
            })
            .collect::<Result<Vec<_>>>()?;
        all.sort_unstable();
        all.dedup();
        Ok(all)
    }
}

/// The cost of sorting in multiples of a simple kernel's.
const COST: usize = 16;
const PIECE: usize = (1 << 16) / COST;

/// The element that replaces masked ones.
pub(super) fn fill<T: Keyed + Widened>(masked: MaskedGo) -> Result<T> {
    match masked {
        MaskedGo::Last => Ok(T::greatest()),
        MaskedGo::First => Ok(T::least()),
        MaskedGo::As(value) => fill_as(value),
    }
}

/// Refuses rows whose positions do not fit beside their keys.
pub(super) fn no_more_than(n: usize, most: u64) -> Result<()> {
    if n as u64 > most {
        return Err(Error::new(
            Status::Unsupported,
            format!("positions in a row of {n} elements; allowed: {most} for this dtype"),
        ));
    }
    Ok(())
}
