//! Linear interpolation in each triangle.

use super::locate::Place;
use super::mesh::{Mesh, NONE};
use crate::array::alloc;
use crate::context::{Result, Stage, parallel};

/// The value at each place from those at the vertices; `fill` where a place is outside.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
pub fn interpolate(stage: &Stage<'_>, mesh: &Mesh, places: &[Place], values: &[f64], fill: f64) -> Result<Vec<f64>> {
    let mut out = alloc::zeroed_vec(places.len())?;
    parallel::rows(stage, &mut out, 1, 4, |first, out| {
        for (out, place) in out.iter_mut().zip(&places[first..]) {
            *out = match place.triangle {
                NONE => fill,
                t => {
                    let [a, b, c] = mesh.triangle(t).map(|v| values[v as usize]);
                    let [wb, wc] = place.weights;
                    (1.0 - wb - wc) * a + wb * b + wc * c
                }
            };
        }
        Ok(())
    })?;
    Ok(out)
}
