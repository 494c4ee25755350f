//! The gradient by Scharr's operator.
//!
//! Along one axis the central difference (-1, 0, 1) / 2, along the other the weights (3, 10, 3) / 16: H. Scharr (2000), "Optimale
//! Operatoren in der digitalen Bildverarbeitung", thesis, Heidelberg. The image is reflected at its edges.

use super::frame::RegistrationFrame;
use crate::array::alloc;
use crate::context::Result;

/// (d/dx, d/dy) in values per pixel at every pixel. Invalid pixels take the value of the nearest valid one.
///
/// # Errors
/// [`Status::NoResult`](crate::context::Status::NoResult) when no pixel is valid; `NoMemory`.
pub fn scharr_gradient(side: &RegistrationFrame) -> Result<[Vec<f64>; 2]> {
    let pixels = side.filled_nearest()?;
    let (rows, columns) = (side.rows, side.columns);
    let (mut right, mut down) = (alloc::zeroed_vec::<f64>(pixels.len())?, alloc::zeroed_vec::<f64>(pixels.len())?);
    let (mut smooth, mut step) = (alloc::zeroed_vec::<f64>(columns)?, alloc::zeroed_vec::<f64>(columns)?);
    for r in 0..rows {
        let row = |r: usize| &pixels[r * columns..][..columns];
        let (above, here, below) = (row(r.saturating_sub(1)), row(r), row((r + 1).min(rows - 1)));
        for c in 0..columns {
            smooth[c] = (3.0 * (above[c] + below[c]) + 10.0 * here[c]) / 16.0;
            step[c] = (below[c] - above[c]) / 2.0;
        }
        for c in 0..columns {
            let (left, next) = (c.saturating_sub(1), (c + 1).min(columns - 1));
            right[r * columns + c] = (smooth[next] - smooth[left]) / 2.0;
            down[r * columns + c] = (3.0 * (step[left] + step[next]) + 10.0 * step[c]) / 16.0;
        }
    }
    Ok([right, down])
}

/// The magnitude of the gradient at every pixel.
///
/// # Errors
/// As [`scharr_gradient`].
pub fn scharr_magnitude(side: &RegistrationFrame) -> Result<Vec<f64>> {
    let [mut right, down] = scharr_gradient(side)?;
    right.iter_mut().zip(&down).for_each(|(x, &y)| *x = x.hypot(y));
    Ok(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plane_has_its_slopes_inside() {
        let (rows, columns) = (5, 7);
        let pixels = (0..rows * columns).map(|i| 2.0 * (i % columns) as f64 - 3.0 * (i / columns) as f64).collect();
        let [x, y] = scharr_gradient(&RegistrationFrame { pixels, invalid: None, rows, columns }).unwrap();
        for r in 1..rows - 1 {
            for c in 1..columns - 1 {
                assert!((x[r * columns + c] - 2.0).abs() < 1e-12 && (y[r * columns + c] + 3.0).abs() < 1e-12);
            }
        }
    }
}
