//! `where`: elements of one array or of another one.

use super::binary::{check_number, dtypes_of};
use super::engine::Made;
use super::layout::Layout;
use super::operand::{BLOCK, Fetch, Input, Operand};
use crate::array::casting::promote;
use crate::array::{Mask, MaskedArray, alloc};
use crate::context::{Result, Stage};
use crate::dispatch_dtype;

/// Where the condition is not 0 the element of `a`, else that of `b`. Masked where the condition is, and where the element that
/// was chosen is.
///
/// # Errors
/// [`Status::Shape`](crate::context::Status::Shape) when the shapes cannot be broadcast;
/// [`Status::Cancelled`](crate::context::Status::Cancelled), [`Status::NoMemory`](crate::context::Status::NoMemory).
pub fn choose(stage: &Stage<'_>, condition: &MaskedArray, a: Input<'_>, b: Input<'_>) -> Result<Made> {
    let [dtype_a, dtype_b] = dtypes_of(&a, &b);
    let dtype = promote(dtype_a, dtype_b);
    for input in [&a, &b] {
        check_number(input, dtype)?;
    }
    let layout = Layout::new(&[Input::Array(condition), a, b])?;
    let masks = [Input::Array(condition), a, b].map(|input| input.mask(&layout.shape));
    let [own, of_a, of_b] = masks;
    let masks = [own?, of_a?, of_b?];
    dispatch_dtype!(dtype, T => typed::<T>(stage, &layout, &masks))
}

fn typed<T: Fetch>(stage: &Stage<'_>, layout: &Layout, masks: &[Option<Operand>; 3]) -> Result<Made> {
    let len = layout.len(size_of::<T>())?;
    let mut out = alloc::zeroed_vec::<T>(len)?;
    let mut mask = if layout.masks.is_empty() { None } else { Some(alloc::zeroed_vec::<bool>(len)?) };
    let [condition, a, b] = &layout.operands[..] else { unreachable!("there are three operands") };
    Layout::each_piece(stage, (1, false), (&mut out, mask.as_deref_mut()), &|start, out, mut mask| {
        let (mut buffer, mut buffer_a, mut buffer_b) = ([false; BLOCK], [T::default(); BLOCK], [T::default(); BLOCK]);
        condition.prepare(&mut buffer);
        a.prepare(&mut buffer_a);
        b.prepare(&mut buffer_b);
        layout.each_block(start, out.len(), false, &mut |at| {
            let range = at.start - start..at.start - start + at.len;
            let (out, mask) = (&mut out[range.clone()], mask.as_deref_mut().map(|mask| &mut mask[range]));
            let condition = condition.fetch(&at, &mut buffer);
            pick(condition, a.fetch(&at, &mut buffer_a), b.fetch(&at, &mut buffer_b), out);
            let Some(mask) = mask else { return };
            let mut buffers = [[false; BLOCK]; 3];
            for (buffer, mask) in buffers.iter_mut().zip(masks) {
                let mut room = [false; BLOCK];
                if let Some(mask) = mask {
                    mask.prepare(&mut room);
                    buffer[..at.len].copy_from_slice(mask.fetch(&at, &mut room));
                }
            }
            let [own, of_a, of_b] = &buffers;
            pick(condition, &of_a[..at.len], &of_b[..at.len], mask);
            mask.iter_mut().zip(own).for_each(|(mask, &own)| *mask |= own);
        });
    })?;
    let mask = mask.map(|mask| alloc::from_vec(&layout.shape, mask)).transpose()?;
    let array =
        MaskedArray::new(alloc::from_vec(&layout.shape, out)?, mask.map(|mask| -> Mask { mask.into_shared() }))?;
    Ok(Made { array, overflowed: 0 })
}

fn pick<T: Copy>(condition: &[bool], a: &[T], b: &[T], out: &mut [T]) {
    for (((out, &condition), &a), &b) in out.iter_mut().zip(condition).zip(a).zip(b) {
        *out = if condition { a } else { b };
    }
}
