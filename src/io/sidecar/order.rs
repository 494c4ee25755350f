//! An array that is a plane in the order in which it was measured: a scan keeps its positions both along time and as an image.

use crate::array::{MaskedArray, alloc};
use crate::image::Plane;
use crate::io::bytes;

/// The orders: sums of these.
const BY_COLUMNS: u8 = 1;
const FROM_THE_LAST: u8 = 2;
const TURNING: u8 = 4;
const ORDERS: u8 = 8;

/// The number of the plane and the order that give exactly these elements.
pub(super) fn find(elements: &[u8], array: &MaskedArray, planes: &[(String, Plane)]) -> Option<(u32, u8)> {
    if array.ndim() != 1 || array.is_empty() {
        return None;
    }
    planes.iter().enumerate().find_map(|(i, (_, plane))| {
        let plane = &plane.array;
        if plane.ndim() != 2 || plane.len() != array.len() || plane.dtype() != array.dtype() {
            return None;
        }
        let own = all(plane)?;
        let size = plane.dtype().itemsize();
        let order = (0..ORDERS).find(|&order| {
            let places = places(plane.shape(), order);
            places.zip(elements.chunks_exact(size)).all(|(at, element)| own[at * size..][..size] == *element)
        })?;
        Some((u32::try_from(i).ok()?, order))
    })
}

/// The elements of a plane in an order.
pub(super) fn elements(plane: &MaskedArray, order: u8) -> Option<Vec<u8>> {
    if plane.ndim() != 2 || order >= ORDERS {
        return None;
    }
    let own = all(plane)?;
    let size = plane.dtype().itemsize();
    let mut out = alloc::vec::<u8>(own.len()).ok()?;
    places(plane.shape(), order).for_each(|at| out.extend_from_slice(&own[at * size..][..size]));
    Some(out)
}

/// The bytes of all elements in C order.
fn all(plane: &MaskedArray) -> Option<Vec<u8>> {
    let size = plane.dtype().itemsize();
    let mut own = alloc::vec::<u8>(alloc::checked_len(plane.shape(), size).ok()? * size).ok()?;
    bytes::write_le(plane.data(), &mut own).ok()?;
    Some(own)
}

/// The places of the elements in C order, one after the other in time.
fn places(shape: &[usize], order: u8) -> impl Iterator<Item = usize> {
    let (rows, columns) = (shape[0], shape[1]);
    let (lines, points) = if order & BY_COLUMNS != 0 { (columns, rows) } else { (rows, columns) };
    (0..lines).flat_map(move |n| {
        let line = if order & FROM_THE_LAST != 0 { lines - 1 - n } else { n };
        (0..points).map(move |m| {
            let point = if order & TURNING != 0 && n % 2 == 1 { points - 1 - m } else { m };
            if order & BY_COLUMNS != 0 { point * columns + line } else { line * columns + point }
        })
    })
}
