//! The one pass over operands and result.

use super::layout::Layout;
use super::operand::{BLOCK, Fetch, Operand, Place};
use super::room::Room;
use crate::array::exchange::{self, AsBytes, ByteLayout};
use crate::array::{Element, Mask, MaskedArray, alloc};
use crate::context::{Error, Result, Stage, Status, parallel};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a kernel says of an element that it made; 0 where there is nothing to say.
pub(super) const OVERFLOWED: u8 = 1;
/// The operation has no finite value there.
pub(super) const UNDEFINED: u8 = 2;

/// Makes a block of the result, and says of each element what there is to say. Returns all that was said of any.
pub(super) type Kernel<A, B, U> = fn(&[A], &[B], &mut [U], &mut [u8]) -> u8;

/// Puts the first operand's values where the mask is.
pub(super) type Under<A, U> = fn(&[A], &[bool], &mut [U]);

/// Reads an operand that lies in the result's memory.
pub(super) type Reads<U, A> = fn(&[U], &mut [A]);

/// A result, and what its caller should be told.
#[derive(Debug)]
pub struct Made {
    /// The result.
    pub array: MaskedArray,
    /// The number of unmasked elements that do not fit the dtype, and wrapped.
    pub overflowed: usize,
}

/// How a result is made of one or two operands.
pub(super) struct Recipe<A, B, U> {
    pub kernel: Kernel<A, B, U>,
    pub under: Option<Under<A, U>>,
    /// For operands that lie in the result's memory.
    pub target: Option<(Reads<U, A>, Reads<U, B>)>,
    /// Whether elements can be undefined.
    pub masks: bool,
    /// The work on one element in multiples of an addition.
    pub cost: usize,
}

/// Makes the result, in memory of its own or in that of another array. After an error the room is still there.
pub(super) fn run<A: Fetch, B: Fetch, U: Element>(
    stage: &Stage<'_>,
    layout: &Layout,
    recipe: &Recipe<A, B, U>,
    room: &mut Option<Room>,
) -> Result<Made> {
    made(stage, layout, (recipe.cost, recipe.masks), room, &|fresh, start, out, mask| {
        piece(layout, recipe, fresh, start, out, mask)
    })
}

/// Makes a piece of the result from an element on: whether no element of the mask is marked yet, where it begins, its elements and their mask.
type Piece<'a, U> = &'a (dyn Fn(bool, usize, &mut [U], Option<&mut [bool]>) -> Told + Sync);

/// [`run`], compiled once for each dtype of results.
fn made<U: Element>(
    stage: &Stage<'_>,
    layout: &Layout,
    (cost, masks): (usize, bool),
    room: &mut Option<Room>,
    piece: Piece<'_, U>,
) -> Result<Made> {
    let len = layout.len(size_of::<U>())?;
    // A mask that is there is kept, though it may mark nothing, so that a loop needs no memory.
    let reused = room.as_ref().is_some_and(Room::has_mask);
    let has_mask = masks || !layout.masks.is_empty() || reused;
    let fresh_mask = if has_mask && !reused { Some(alloc::zeros::<bool>(&layout.shape)?) } else { None };
    let memory = room.take().and_then(Room::into_memory::<U>);
    let finish = memory.is_some();
    let (mut out, old_mask) = match memory {
        Some(memory) => memory,
        None => (alloc::from_vec(&layout.shape, alloc::zeroed_vec::<U>(len)?)?, None),
    };
    let fresh = fresh_mask.is_some();
    let mut mask = fresh_mask.or(old_mask);
    let (overflowed, undefined) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let slices = (in_order(out.as_slice_mut())?, mask.as_mut().map(|mask| in_order(mask.as_slice_mut())).transpose()?);
    Layout::each_piece(stage, (cost, finish), slices, &|start, out, mask| {
        let told = piece(fresh, start, out, mask);
        overflowed.fetch_add(told.overflowed, Ordering::Relaxed);
        undefined.fetch_add(told.undefined, Ordering::Relaxed);
    })?;
    let keeps = !layout.masks.is_empty() || undefined.into_inner() > 0 || !fresh;
    let mask = mask.filter(|_| keeps).map(|mask| -> Mask { mask.into_shared() });
    Ok(Made { array: MaskedArray::new(out, mask)?, overflowed: overflowed.into_inner() })
}

fn in_order<T>(slice: Option<&mut [T]>) -> Result<&mut [T]> {
    slice.ok_or_else(|| Error::new(Status::Internal, "the memory of a result does not lie in order"))
}

/// Makes the result in bytes of the caller's, which start at the layout's lowest offset, and its mask in others, in C order. Returns how
/// many elements do not fit.
pub(super) fn run_to_bytes<A: Fetch, B: Fetch, U: AsBytes>(
    stage: &Stage<'_>,
    layout: &Layout,
    recipe: &Recipe<A, B, U>,
    to: (&ByteLayout, &mut [u8]),
    mask: Option<&mut [bool]>,
) -> Result<usize> {
    let (places, bytes) = to;
    exchange::check(places, bytes.len(), &layout.shape)?;
    let (len, size) = (layout.len(size_of::<U>())?, size_of::<U>());
    stage.report(0.0)?;
    if !places.is_c_contiguous(size) {
        return Ok(blocks_to_bytes(layout, recipe, (0, len), mask, true, &mut |at, run| {
            places.store_run(run, at.row, at.column, bytes);
        }));
    }
    let overflowed = AtomicUsize::new(0);
    let piece = Layout::piece(recipe.cost);
    let mut masks = mask.map(|mask| mask.chunks_mut(piece));
    let pieces: Vec<_> = bytes[..len * size]
        .chunks_mut(piece * size)
        .enumerate()
        .map(|(i, bytes)| (i * piece, bytes, masks.as_mut().and_then(Iterator::next)))
        .collect();
    parallel::for_each(stage, pieces.into_iter(), |(start, bytes, mask)| {
        let told = blocks_to_bytes(layout, recipe, (start, bytes.len() / size), mask, false, &mut |at, run| {
            let to = bytes[(at.start - start) * size..].chunks_exact_mut(size);
            run.iter().zip(to).for_each(|(&element, to)| element.put(to));
        });
        overflowed.fetch_add(told, Ordering::Relaxed);
        Ok(())
    })?;
    Ok(overflowed.into_inner())
}

fn blocks_to_bytes<A: Fetch, B: Fetch, U: AsBytes>(
    layout: &Layout,
    recipe: &Recipe<A, B, U>,
    (start, len): (usize, usize),
    mut mask: Option<&mut [bool]>,
    by_rows: bool,
    put: &mut dyn FnMut(&Place<'_>, &[U]),
) -> usize {
    let mut work = Work::new(layout, recipe, false);
    let mut values = [U::default(); BLOCK];
    let mut unseen = [false; BLOCK];
    layout.each_block(start, len, by_rows, &mut |at| {
        let range = at.start - start..at.start - start + at.len;
        // Where nobody asks for the mask it still says which elements keep the first operand's values.
        let mask = match mask.as_deref_mut() {
            Some(mask) => &mut mask[range],
            None => &mut unseen[..at.len],
        };
        work.block(&at, &mut values[..at.len], Some(mask));
        put(&at, &values[..at.len]);
    });
    work.told.overflowed
}

#[derive(Default)]
struct Told {
    overflowed: usize,
    undefined: usize,
}

impl Told {
    /// Counts what was said of the elements of a block, and masks what is undefined. `any`: all that was said of any.
    fn add(&mut self, any: u8, said: &[u8], mask: Option<&mut [bool]>) {
        if any & OVERFLOWED != 0 {
            let is_masked = |i: usize| mask.as_ref().is_some_and(|mask| mask[i]);
            let wrapped = |&(i, &said): &(usize, &u8)| said & OVERFLOWED != 0 && !is_masked(i);
            self.overflowed += said.iter().enumerate().filter(wrapped).count();
        }
        let Some(mask) = mask else { return };
        if any & UNDEFINED != 0 {
            for (mask, said) in mask.iter_mut().zip(said) {
                let is_undefined = said & UNDEFINED != 0;
                self.undefined += usize::from(is_undefined);
                *mask |= is_undefined;
            }
        }
    }
}

fn piece<A: Fetch, B: Fetch, U: Element>(
    layout: &Layout,
    recipe: &Recipe<A, B, U>,
    fresh: bool,
    start: usize,
    out: &mut [U],
    mut mask: Option<&mut [bool]>,
) -> Told {
    let mut work = Work::new(layout, recipe, fresh);
    layout.each_block(start, out.len(), false, &mut |at| {
        let range = at.start - start..at.start - start + at.len;
        let mask = mask.as_deref_mut().map(|mask| &mut mask[range.clone()]);
        work.block(&at, &mut out[range], mask);
    });
    work.told
}

/// The work on one block after the other.
struct Work<'a, A, B, U> {
    layout: &'a Layout,
    recipe: &'a Recipe<A, B, U>,
    /// Whether no element of the mask is marked yet.
    fresh: bool,
    buffer_a: [A; BLOCK],
    buffer_b: [B; BLOCK],
    said: [u8; BLOCK],
    told: Told,
}

impl<'a, A: Fetch, B: Fetch, U: Copy> Work<'a, A, B, U> {
    fn new(layout: &'a Layout, recipe: &'a Recipe<A, B, U>, fresh: bool) -> Self {
        let (mut buffer_a, mut buffer_b) = ([A::default(); BLOCK], [B::default(); BLOCK]);
        layout.operands[0].prepare(&mut buffer_a);
        if let Some(second) = layout.operands.get(1) {
            second.prepare(&mut buffer_b);
        }
        Work { layout, recipe, fresh, buffer_a, buffer_b, said: [0; BLOCK], told: Told::default() }
    }

    fn block(&mut self, at: &Place<'_>, out: &mut [U], mut mask: Option<&mut [bool]>) {
        let (first, second) = (&self.layout.operands[0], self.layout.operands.get(1));
        if let Some((to_a, to_b)) = self.recipe.target {
            if matches!(first, Operand::Target) {
                to_a(out, &mut self.buffer_a[..at.len]);
            }
            if matches!(second, Some(Operand::Target)) {
                to_b(out, &mut self.buffer_b[..at.len]);
            }
        }
        let a = first.fetch(at, &mut self.buffer_a);
        let b = second.map_or(&[][..], |second| second.fetch(at, &mut self.buffer_b));
        let said = &mut self.said[..at.len];
        let any = (self.recipe.kernel)(a, b, out, said);
        if let Some(mask) = mask.as_deref_mut() {
            self.layout.unite_masks(at, self.fresh, mask);
        }
        if any != 0 {
            self.told.add(any, said, mask.as_deref_mut());
        }
        let Some(mask) = mask else { return };
        if let Some(under) = self.recipe.under.filter(|_| mask.contains(&true)) {
            under(a, mask, out);
        }
    }
}

/// [`Under`] where result and operand have one type.
pub(super) fn keep_first<T: Copy>(a: &[T], mask: &[bool], out: &mut [T]) {
    for ((out, &a), _) in out.iter_mut().zip(a).zip(mask).filter(|&(_, &masked)| masked) {
        *out = a;
    }
}

/// The recipe's `target` where all have one type.
pub(super) fn as_it_is<T: Copy>(from: &[T], to: &mut [T]) {
    to.copy_from_slice(from);
}
