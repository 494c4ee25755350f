//! Order 0: pixels are moved, not changed, so every dtype is kept.

use super::affine::Affine;
use super::boundary::Boundary;
use super::coverage::{mask_rows, pieces};
use super::warp::Line;
use crate::array::{Cast, DType, Data, Mask, MaskedArray, Real, Shared, alloc};
use crate::context::{Error, Result, Stage, Status, parallel};
use crate::dispatch;
use crate::ops::engine::fill;
use crate::ops::engine::frames::Frame;

/// The array whose pixels are the nearest ones along a map, of a shape of (rows, columns). What is masked follows the rule
/// of all orders; a pixel of the result that is not masked although the nearest one is has the value of the valid one
/// nearest to that.
pub(super) fn nearest(
    stage: &Stage<'_>,
    array: &MaskedArray,
    map: &Affine,
    shape: (usize, usize),
    boundary: Boundary,
    cval: f64,
) -> Result<MaskedArray> {
    let data = array.data();
    dispatch!(real data, |a| run(stage, (a, array.mask()), map, shape, boundary, cval), complex => Err(Error::new(
        Status::Dtype,
        format!("{} values: take the real part, the imaginary part or the magnitude first", data.dtype()),
    )))
}

fn run<T: Real>(
    stage: &Stage<'_>,
    (data, mask): (&Shared<T>, Option<&Mask>),
    map: &Affine,
    (rows, columns): (usize, usize),
    boundary: Boundary,
    cval: f64,
) -> Result<MaskedArray>
where
    f64: Cast<T>,
    Data: From<ndarray::ArrayD<T>>,
{
    let cval: T = match T::DTYPE {
        DType::Bool => f64::from(u8::from(cval.abs() >= 1.0)).cast(),
        DType::F32 | DType::F64 => cval.cast(),
        _ => cval.round().cast(),
    };
    let mut shape = data.shape().to_vec();
    let ndim = shape.len();
    let (in_rows, in_columns) = (shape[ndim - 2], shape[ndim - 1]);
    let frames: usize = shape[..ndim - 2].iter().product();
    shape[ndim - 2..].copy_from_slice(&[rows, columns]);
    let size = alloc::checked_len(&[rows, columns], size_of::<T>())?;
    let mut out: Vec<T> = alloc::zeroed_vec(alloc::checked_len(&shape, size_of::<T>())?)?;
    let mut masked: Vec<bool> = Vec::new();
    let pixels = alloc::copy(data.view())?;
    let invalid = match mask {
        Some(mask) => Some(alloc::zip_map(data.view(), mask.view(), |x, m| m || x.is_nan())?),
        None if data.iter().any(|x| x.is_nan()) => Some(alloc::map(data.view(), |x| x.is_nan())?),
        None => None,
    };
    if invalid.is_some() || boundary.is_constant() {
        masked = alloc::zeroed_vec(out.len())?;
    }
    let (pixels, invalid) = (pixels.as_slice().unwrap_or_default(), invalid.as_ref().and_then(|i| i.as_slice()));
    for i in 0..frames {
        let stage = stage.nth(i, frames);
        let part = i * in_rows * in_columns..(i + 1) * in_rows * in_columns;
        let invalid = invalid.map(|all| &all[part.clone()]).filter(|all| all.contains(&true));
        let frame = Frame { pixels: &pixels[part], invalid, rows: in_rows, columns: in_columns };
        let masked = masked.get_mut(i * size..(i + 1) * size);
        if invalid.is_some_and(|invalid| !invalid.contains(&false)) {
            out[i * size..(i + 1) * size].fill(cval);
            masked.into_iter().for_each(|masked| masked.fill(true));
            continue;
        }
        let filled = if invalid.is_some() { Some(fill::nearest(frame)?) } else { None };
        let source = Frame { pixels: filled.as_deref().unwrap_or(frame.pixels), ..frame };
        parallel::rows(&stage.part(0.0..0.5), &mut out[i * size..(i + 1) * size], columns, 1, |first, piece| {
            for (r, row) in piece.chunks_mut(columns).enumerate() {
                sample(source, map.row((first + r) as f64), boundary.continued(), cval, row);
            }
            Ok(())
        })?;
        if let Some(masked) = masked {
            let (rows_a_piece, pieces) = pieces(&mut out[i * size..(i + 1) * size], masked, columns);
            parallel::for_each(&stage.part(0.5..1.0), pieces, |(piece, (out, masked))| {
                mask_rows(frame, map, (boundary, false), (piece * rows_a_piece, columns), (out, cval), masked);
                Ok(())
            })?;
        }
    }
    let mask = masked.contains(&true).then_some(masked).map(|mask| alloc::from_vec(&shape, mask)).transpose()?;
    MaskedArray::new(alloc::from_vec(&shape, out)?, mask.map(ndarray::ArrayBase::into_shared))
}

/// One row of the result.
fn sample<T: Real>(frame: Frame<'_, T>, line: ([f64; 2], [f64; 2]), boundary: Boundary, cval: T, out: &mut [T]) {
    let Line { inner, start, step, .. } = Line::new::<1>(line, (frame.rows, frame.columns), 0.0, out.len());
    let at = |column: usize, k: usize| step[k] * column as f64 + start[k];
    for column in (0..inner.start).chain(inner.end..out.len()) {
        let index = |x: f64, n: usize| {
            let x = boundary.position(x, n)?.clamp(-16.0, n as f64 + 16.0);
            boundary.around_position().index((x + 0.5).floor() as isize, n)
        };
        let place = index(at(column, 0), frame.columns).zip(index(at(column, 1), frame.rows));
        out[column] = place.map_or(cval, |(x, y)| frame.pixels[y * frame.columns + x]);
    }
    for column in inner {
        let (x, y) = ((at(column, 0) + 0.5) as usize, (at(column, 1) + 0.5) as usize);
        out[column] = frame.pixels[y * frame.columns + x];
    }
}
