//! The fraction of a value between pixels that comes from valid pixels; it decides which pixels of a result are masked.

use super::affine::Affine;
use super::boundary::Boundary;
use super::warp::Line;
use crate::array::Float;
use crate::ops::engine::frames::Frame;

/// A pixel of a result is masked when less of its order-1 weight than this is valid. (Half, less what positions that are
/// halfway between pixels may be rounded by.)
pub(super) const ENOUGH: f64 = 0.5 - 1e-9;

/// The four pixels around a position with their weights at order 1; no pixel means the constant beyond the edge.
pub(super) fn corners(
    [x, y]: [f64; 2],
    (rows, columns): (usize, usize),
    boundary: Boundary,
) -> [(Option<usize>, f64); 4] {
    let along = |x: f64, n: usize| {
        let x = boundary.position(x, n).unwrap_or(-16.0).clamp(-16.0, n as f64 + 16.0);
        let (floor, around) = (x.floor(), boundary.around_position());
        // What the hard edge cuts off counts as beyond it.
        let around = if boundary == Boundary::Constant { Boundary::GridConstant } else { around };
        let index = |i: isize| around.index(floor as isize + i, n);
        [(index(0), 1.0 - (x - floor)), (index(1), x - floor)]
    };
    let (across, down) = (along(x, columns), along(y, rows));
    let pixel = |j: usize, k: usize| {
        let ((row, wy), (column, wx)) = (down[j], across[k]);
        (row.zip(column).map(|(row, column)| row * columns + column), wy * wx)
    };
    [pixel(0, 0), pixel(0, 1), pixel(1, 0), pixel(1, 1)]
}

/// Whether too little of a position's weight is valid and inside.
pub(super) fn is_masked<T: Copy>(frame: Frame<'_, T>, at: [f64; 2], boundary: Boundary) -> bool {
    let valid = |i: usize| frame.invalid.is_none_or(|invalid| !invalid[i]);
    let corners = corners(at, (frame.rows, frame.columns), boundary);
    corners.iter().filter(|(i, _)| i.is_some_and(valid)).map(|(_, w)| w).sum::<f64>() < ENOUGH
}

/// Whether the constant beyond the edges has more of a position's weight than the pixels, valid or not.
pub(super) fn is_beyond<T: Copy>(frame: Frame<'_, T>, at: [f64; 2], boundary: Boundary) -> bool {
    boundary.is_constant() && is_masked(Frame { invalid: None, ..frame }, at, boundary)
}

/// The value at a position at order 1 from what is valid, and whether it is masked. The constant beyond the edges has a
/// part in the value only where it `counts`; else it is the value where it has more of the weight than the pixels, and
/// where nothing is valid.
pub(super) fn normalised<T: Float>(
    frame: Frame<'_, T>,
    at: [f64; 2],
    boundary: Boundary,
    (cval, counts): (T, bool),
) -> (T, bool) {
    let (mut sum, mut weights, mut inside, mut valid) = (T::ZERO, 0.0, 0.0, 0.0);
    for (i, weight) in corners(at, (frame.rows, frame.columns), boundary) {
        let value = match i {
            Some(i) => {
                inside += weight;
                if frame.invalid.is_some_and(|invalid| invalid[i]) {
                    continue;
                }
                valid += weight;
                frame.pixels[i]
            }
            None if counts => cval,
            None => continue,
        };
        if weight > 0.0 {
            sum += T::from_f64(weight) * value;
            weights += weight;
        }
    }
    let masked = valid < ENOUGH;
    if weights == 0.0 || !counts && inside < ENOUGH {
        return (cval, masked);
    }
    // The four weights' own sum may differ from 1 by rounding.
    (if weights > 1.0 - 1e-12 { sum } else { sum / T::from_f64(weights) }, masked)
}

/// Whether a position lies outside of the outermost pixels' centres, by more than rounding.
pub(super) fn is_outside<T: Copy>(frame: Frame<'_, T>, [x, y]: [f64; 2]) -> bool {
    const ROUNDING: f64 = 1e-9;
    let inside = |x: f64, n: usize| x >= -ROUNDING && x <= n as f64 - 1.0 + ROUNDING;
    !(inside(x, frame.columns) && inside(y, frame.rows))
}

/// The mask of some rows of a result; where it is `strict`, all that is outside is masked. Pixels that come from beyond
/// the edges, where there is a constant, become that constant.
pub(super) fn mask_rows<T: Copy, U: Copy>(
    frame: Frame<'_, T>,
    map: &Affine,
    (boundary, strict): (Boundary, bool),
    (first, columns): (usize, usize),
    (out, cval): (&mut [U], U),
    mask: &mut [bool],
) {
    let columns_or_one = columns.max(1);
    for (r, (mask, out)) in mask.chunks_mut(columns_or_one).zip(out.chunks_mut(columns_or_one)).enumerate() {
        let (start, step) = map.row((first + r) as f64);
        // Without invalid pixels all that lies inside is valid.
        let line = Line::new::<2>((start, step), (frame.rows, frame.columns), 0.0, columns);
        let inner = if frame.invalid.is_none() { line.inner } else { 0..0 };
        // What is far beyond the edges has no weight of any pixel.
        let touched = if boundary.is_constant() || strict { line.touched } else { 0..columns };
        for beyond in [0..touched.start, touched.end..columns] {
            mask[beyond.clone()].fill(true);
            if boundary.is_constant() {
                out[beyond].fill(cval);
            }
        }
        let inner = inner.start.clamp(touched.start, touched.end)..inner.end.clamp(touched.start, touched.end);
        for column in (touched.start..inner.start).chain(inner.end..touched.end) {
            let at = [0, 1].map(|k| step[k] * column as f64 + start[k]);
            mask[column] = strict && is_outside(frame, at) || is_masked(frame, at, boundary);
            if mask[column] && is_beyond(frame, at, boundary) {
                out[column] = cval;
            }
        }
    }
}

/// Rows of values and of their mask for a piece of work, and the pieces with their numbers.
#[allow(clippy::type_complexity, reason = "an iterator's items")]
pub(super) fn pieces<'a, T>(
    out: &'a mut [T],
    mask: &'a mut [bool],
    columns: usize,
) -> (usize, impl ExactSizeIterator<Item = (usize, (&'a mut [T], &'a mut [bool]))>) {
    let rows = ((1 << 14) / columns.max(1)).max(1);
    let size = rows * columns.max(1);
    (rows, out.chunks_mut(size).zip(mask.chunks_mut(size)).enumerate())
}
