//! Weights for the region that both frames show.

use super::frame::RegistrationFrame;
use crate::array::alloc;
use crate::context::{Error, Result, Status};

/// How weights fall towards the edges.
#[derive(Debug, Clone, Copy)]
pub struct Margin {
    /// The width of the other frame's margin without weight, in pixels.
    pub other: f64,
    /// The width of the frame's own margin without weight, in pixels.
    pub own: f64,
    /// The number of pixels over which the weights then rise to 1.
    pub rise: f64,
    /// Pixels within this distance of an invalid one have no weight.
    pub invalid: usize,
    /// Whether weights rise gradually around these too.
    pub soft: bool,
}

/// A weight for each pixel of `own`: 1 where it and `other`, whose content is moved by `shift`, are both known, falling to 0
/// towards the edges and around invalid pixels. The fall at the edges depends on the place alone, so that the weights of both
/// frames for opposite shifts are equal, up to the movement.
///
/// # Errors
/// [`Status::NoResult`] when there is no such pixel; `NoMemory`.
pub fn weights(
    own: &RegistrationFrame,
    other: &RegistrationFrame,
    shift: [f64; 2],
    margin: Margin,
) -> Result<Vec<f64>> {
    let along = |n: usize, other: usize, shift: f64| -> Result<Vec<f64>> {
        let low = margin.own.max(shift + margin.other);
        let high = (n as f64 - margin.own).min(shift + other as f64 - margin.other);
        let mut out = alloc::vec(n)?;
        out.extend((0..n).map(|i| {
            let inside = (i as f64 + 0.5 - low).min(high - i as f64 - 0.5);
            rising(inside / margin.rise.max(1e-9))
        }));
        Ok(out)
    };
    let (across, down) = (along(own.columns, other.columns, shift[0])?, along(own.rows, other.rows, shift[1])?);
    let mut out = alloc::vec(own.pixels.len())?;
    for y in down {
        out.extend(across.iter().map(|x| x * y));
    }
    if let Some(valid) = validity(own, margin)? {
        out.iter_mut().zip(&valid).for_each(|(w, v)| *w *= v);
    }
    if let Some(valid) = validity(other, margin)? {
        for (r, row) in out.chunks_mut(own.columns.max(1)).enumerate() {
            for (c, w) in row.iter_mut().enumerate().filter(|(_, w)| **w > 0.0) {
                *w *= between(&valid, other, [c as f64 - shift[0], r as f64 - shift[1]]);
            }
        }
    }
    if out.iter().all(|&w| w == 0.0) {
        return Err(Error::new(
            Status::NoResult,
            format!("moved by ({:.1}, {:.1}) the images have no valid pixels in common", shift[0], shift[1]),
        ));
    }
    Ok(out)
}

/// From 0 at 0 to 1 at 1, with three derivatives that are 0 at both ends: its spectrum falls so fast that the samples of a window
/// determine it between them.
pub fn rising(x: f64) -> f64 {
    let x = x.clamp(0.0, 1.0);
    x.powi(4) * (35.0 - x * (84.0 - x * (70.0 - 20.0 * x)))
}

/// Gradual weights are averaged over squares of this radius, this many times.
const SOFT: (usize, usize) = (2, 3);

/// 0 within the margin of an invalid pixel, 1 beyond; if gradual it rises slowly from there, so that it can be interpolated.
/// `None` if all are valid.
fn validity(side: &RegistrationFrame, margin: Margin) -> Result<Option<Vec<f64>>> {
    let Some(invalid) = &side.invalid else { return Ok(None) };
    let (rows, columns) = (side.rows, side.columns);
    let (radius, times) = if margin.soft { SOFT } else { (0, 0) };
    // A square around each invalid pixel: along the rows, then down the columns.
    let reach = margin.invalid + radius * times;
    let mut along = alloc::zeroed_vec::<bool>(invalid.len())?;
    for (row, along) in invalid.chunks(columns).zip(along.chunks_mut(columns)) {
        for (c, _) in row.iter().enumerate().filter(|&(_, &invalid)| invalid) {
            along[c.saturating_sub(reach)..(c + reach + 1).min(columns)].fill(true);
        }
    }
    let mut valid = alloc::vec(invalid.len())?;
    valid.resize(invalid.len(), 1.0);
    for (r, row) in along.chunks(columns).enumerate() {
        for (c, _) in row.iter().enumerate().filter(|&(_, &near)| near) {
            (r.saturating_sub(reach)..(r + reach + 1).min(rows)).for_each(|r| valid[r * columns + c] = 0.0);
        }
    }
    // Outside of the frame as at its edge.
    let inside = |i: usize, by: usize, n: usize| (i + by).saturating_sub(radius).min(n - 1);
    let part = 1.0 / (2 * radius + 1) as f64;
    let mut soft = alloc::zeroed_vec::<f64>(invalid.len())?;
    for _ in 0..times {
        for (row, soft) in valid.chunks(columns).zip(soft.chunks_mut(columns)) {
            for (c, soft) in soft.iter_mut().enumerate() {
                *soft = part * (0..=2 * radius).map(|by| row[inside(c, by, columns)]).sum::<f64>();
            }
        }
        for (r, row) in valid.chunks_mut(columns).enumerate() {
            for (c, x) in row.iter_mut().enumerate() {
                *x = part * (0..=2 * radius).map(|by| soft[inside(r, by, rows) * columns + c]).sum::<f64>();
            }
        }
    }
    Ok(Some(valid))
}

/// The value at a place (x, y), linear between the pixels.
fn between(values: &[f64], side: &RegistrationFrame, [x, y]: [f64; 2]) -> f64 {
    let along = |x: f64, n: usize| {
        let x = x.clamp(0.0, n as f64 - 1.0);
        let first = (x as usize).min(n.saturating_sub(2));
        (first, (first + 1).min(n - 1), x - first as f64)
    };
    let ((left, right, s), (top, bottom, t)) = (along(x, side.columns), along(y, side.rows));
    let row = |r: usize| (1.0 - s) * values[r * side.columns + left] + s * values[r * side.columns + right];
    (1.0 - t) * row(top) + t * row(bottom)
}

/// The weighted mean.
pub fn mean(pixels: &[f64], weights: &[f64]) -> f64 {
    let (sum, weight) = pixels
        .iter()
        .zip(weights)
        .filter(|&(_, &w)| w > 0.0)
        .fold((0.0, 0.0), |(sum, weight), (x, w)| (sum + x * w, weight + w));
    sum / weight
}

/// The mean of a frame's valid pixels.
pub fn plain_mean(side: &RegistrationFrame) -> f64 {
    let valid = || side.pixels.iter().enumerate().filter(|&(i, _)| side.is_valid(i));
    valid().map(|(_, x)| x).sum::<f64>() / valid().count().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(rows: usize, columns: usize, invalid: Option<usize>) -> RegistrationFrame {
        let invalid = invalid.map(|at| (0..rows * columns).map(|i| i == at).collect());
        RegistrationFrame { pixels: vec![1.0; rows * columns], invalid, rows, columns }
    }

    #[test]
    fn only_what_both_show_has_weight() {
        let margin = Margin { other: 2.0, own: 0.0, rise: 1e-9, invalid: 1, soft: false };
        // The image's content moves by (3, -2): it covers columns 3 on, rows up to 8 - 2.
        let (own, other) = (side(10, 12, Some(3 * 12 + 8)), side(9, 12, None));
        for soft in [false, true] {
            let w = weights(&own, &other, [3.0, -2.0], Margin { soft, ..margin }).unwrap();
            for (i, &w) in w.iter().enumerate() {
                let (r, c) = (i / 12, i % 12);
                let (seen, distance) = (c >= 5 && r < 5, r.abs_diff(3).max(c.abs_diff(8)));
                let further = if soft { 2 * SOFT.0 * SOFT.1 } else { 0 };
                assert!(w == 0.0 || seen && distance > 1, "{r} {c}");
                assert!(w == 1.0 || !seen || distance <= 1 + further, "{r} {c}");
            }
        }
        let other = side(9, 12, Some(12 + 4));
        let w = weights(&side(10, 12, None), &other, [3.0, 2.0], margin).unwrap();
        assert!(w[4 * 12 + 7] == 0.0 && w[4 * 12 + 8] == 0.0 && w[5 * 12 + 7] == 1.0);
        assert_eq!(weights(&own, &other, [30.0, 0.0], margin).unwrap_err().status(), Status::NoResult);
    }
}
