//! Operands beneath a result, and the result cut into pieces and blocks.

use super::operand::{BLOCK, Input, Operand, Place, common_shape};
use crate::array::{Element, alloc};
use crate::context::{Result, Stage, parallel};
use std::sync::atomic::{AtomicBool, Ordering};

/// The number of elements that make a piece of work for a thread, as in [`parallel::rows`].
const PIECE: usize = 1 << 16;

/// Works on a piece: where it begins, its values and the mask above them.
type Work<'a, U> = &'a (dyn Fn(usize, &mut [U], Option<&mut [bool]>) + Sync);

/// Operands beneath a result of one shape.
pub(super) struct Layout {
    pub shape: Vec<usize>,
    pub operands: Vec<Operand>,
    pub masks: Vec<Operand>,
}

impl Layout {
    pub(super) fn new(inputs: &[Input<'_>]) -> Result<Layout> {
        let shape = common_shape(inputs)?;
        let operands = inputs.iter().map(|input| Operand::new(input, &shape)).collect::<Result<_>>()?;
        let masks = inputs.iter().map(|input| input.mask(&shape)).collect::<Result<Vec<_>>>()?;
        Ok(Layout { shape, operands, masks: masks.into_iter().flatten().collect() })
    }

    pub(super) fn len(&self, itemsize: usize) -> Result<usize> {
        alloc::checked_len(&self.shape, itemsize)
    }

    /// The elements that lie in a row.
    pub(super) fn columns(&self) -> usize {
        self.shape.last().copied().unwrap_or(1).max(1)
    }

    fn is_flat(&self) -> bool {
        !self.operands.iter().chain(&self.masks).any(Operand::is_rows)
    }

    /// How many elements a thread works on at once.
    pub(super) fn piece(cost: usize) -> usize {
        (PIECE / cost.max(1)).max(BLOCK)
    }

    /// Calls `work` with each block of `len` elements from `start` on. `by_rows`: none goes beyond a row.
    pub(super) fn each_block(&self, start: usize, len: usize, by_rows: bool, work: &mut dyn FnMut(Place<'_>)) {
        if self.is_flat() && !by_rows {
            for from in (start..start + len).step_by(BLOCK) {
                work(Place { start: from, len: BLOCK.min(start + len - from), row: &[], column: 0 });
            }
            return;
        }
        let columns = self.columns();
        let outer = &self.shape[..self.shape.len().saturating_sub(1)];
        let mut row = vec![0; outer.len()];
        let mut from = start;
        while from < start + len {
            let (mut rest, column) = (from / columns, from % columns);
            for (index, &n) in row.iter_mut().zip(outer).rev() {
                (*index, rest) = (rest % n, rest / n);
            }
            let len = BLOCK.min(columns - column).min(start + len - from);
            work(Place { start: from, len, row: &row, column });
            from += len;
        }
    }

    /// Calls `work` with each piece of values and of the mask above them, on several threads. `finish`: what is begun is ended,
    /// whatever happens, since the old contents are gone.
    pub(super) fn each_piece<U: Element>(
        stage: &Stage<'_>,
        (cost, finish): (usize, bool),
        (out, mut mask): (&mut [U], Option<&mut [bool]>),
        work: Work<'_, U>,
    ) -> Result<()> {
        let piece = Layout::piece(cost);
        let count = out.len().div_ceil(piece);
        let done: Vec<AtomicBool> = (0..count).map(|_| AtomicBool::new(false)).collect();
        let result =
            parallel::for_each(stage, pieces(out, mask.as_deref_mut(), piece).into_iter(), |(i, out, mask)| {
                work(i * piece, out, mask);
                done[i].store(true, Ordering::Relaxed);
                Ok(())
            });
        if result.is_err() && finish {
            let left = pieces(out, mask, piece).into_iter().filter(|(i, ..)| !done[*i].load(Ordering::Relaxed));
            left.for_each(|(i, out, mask)| work(i * piece, out, mask));
            return Ok(());
        }
        result
    }

    /// Marks what is masked in any operand. `fresh`: nothing is marked yet.
    pub(super) fn unite_masks(&self, at: &Place<'_>, fresh: bool, out: &mut [bool]) {
        // The target's own mask is there already.
        let mut is_first = !self.masks.iter().any(|mask| matches!(mask, Operand::Target));
        if is_first && self.masks.is_empty() && !fresh {
            out.fill(false);
        }
        let mut buffer = [false; BLOCK];
        for mask in self.masks.iter().filter(|mask| !matches!(mask, Operand::Target)) {
            mask.prepare(&mut buffer);
            let masked = mask.fetch(at, &mut buffer);
            match is_first {
                true => out.copy_from_slice(masked),
                false => out.iter_mut().zip(masked).for_each(|(out, &masked)| *out |= masked),
            }
            is_first = false;
        }
    }
}

type Piece<'a, U> = (usize, &'a mut [U], Option<&'a mut [bool]>);

fn pieces<'a, U>(out: &'a mut [U], mask: Option<&'a mut [bool]>, piece: usize) -> Vec<Piece<'a, U>> {
    let mut masks = mask.map(|mask| mask.chunks_mut(piece));
    out.chunks_mut(piece).enumerate().map(|(i, out)| (i, out, masks.as_mut().and_then(Iterator::next))).collect()
}
