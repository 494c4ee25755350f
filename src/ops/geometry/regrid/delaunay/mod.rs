//! The Delaunay triangulation.
//!
//! Where four or more points lie on one circle, as on an exact lattice, it is not unique. The rule here: predicates see
//! the points stretched by a part in 10^12 (more where the coordinates' own rounding is coarser) along a fixed direction
//! near the first diagonal, x = y. A square cell along the axes is then cut along the diagonal on which x and y grow
//! in opposite directions. The direction is that of the axes, so the choice does not depend on where the origin is.
//!
//! | file | what |
//! |---|---|
//! | [`predicates`] | exact decisions |
//! | [`strips`] | points sorted |
//! | [`pieces`] | the usual way: strips are zipped together, then edges flipped |
//! | [`zip`], [`hull`], [`patch`] | its parts: between two strips; around them all; triangles while they are made |
//! | [`divide`] | divide and conquer, for points that lie so unevenly that the usual way would take long |

mod divide;
mod hull;
mod patch;
mod pieces;
mod predicates;
mod strips;
mod zip;

use super::mesh::Mesh;
use super::space::Space;
use crate::context::{Error, Result, Stage, Status};
use predicates::Place;
use strips::Strips;

/// A triangulation of given points.
#[derive(Debug)]
pub struct Delaunay {
    /// The triangles. A vertex is a place with a point or several.
    pub mesh: Mesh,
    /// The points, vertex by vertex; of one vertex in the points' own order.
    pub points: Vec<u32>,
    /// Where the points of each vertex begin in `points`, and their number; `None` where each vertex has one.
    pub groups: Option<Vec<u32>>,
}

/// Triangulates points, given in working coordinates of `space`.
///
/// # Errors
/// [`Status::NoResult`] when all points lie on one line, or are fewer than three; [`Status::NoMemory`];
/// [`Status::Cancelled`].
pub fn triangulate(stage: &Stage<'_>, points: Vec<[f64; 2]>, space: &Space) -> Result<Delaunay> {
    if points.len() >= MOST {
        return Err(Error::new(Status::NoMemory, format!("{} points exceed what can be triangulated", points.len())));
    }
    let spacing = (space.extent[0] * space.extent[1] / points.len().max(1) as f64).sqrt();
    let stretch = (16.0 * space.grain / spacing.max(f64::MIN_POSITIVE)).clamp(1e-13, 1e-6);
    let strips = Strips::new(&stage.part(0.0..0.3), &points, |p| stretched(p, stretch), space.extent)?;
    let mut mesh = match strips.at.len() {
        0..3 => Mesh::default(),
        _ => match pieces::triangulate(&stage.part(0.3..0.9), &strips)? {
            Some(mesh) => mesh,
            None => divide::triangulate(&stage.part(0.3..0.9), &strips.at)?,
        },
    };
    let Strips { mut at, points: order, groups, .. } = strips;
    // The places are known; in their memory come the points as they are.
    for (vertex, place) in at.iter_mut().enumerate() {
        let first = groups.as_ref().map_or(vertex, |groups| groups[vertex] as usize);
        *place = points[order[first] as usize];
    }
    drop(points);
    mesh.points = at;
    mesh.peel(8.0 * space.grain);
    if mesh.is_empty() {
        return Err(Error::new(
            Status::NoResult,
            format!(
                "{} points, which lie on one line or are fewer than three, enclose no area to interpolate in; the method \
                 nearest takes them",
                mesh.points.len()
            ),
        ));
    }
    stage.report(1.0)?;
    Ok(Delaunay { mesh, points: order, groups })
}

/// So many points have half-edges whose numbers do not fit.
const MOST: usize = (patch::EDGE / 8) as usize;

/// The point as the predicates see it.
fn stretched([x, y]: [f64; 2], by: f64) -> Place {
    // Products of four coordinates do not vanish.
    let seen = |x: f64| if x.abs() < 1e-40 { 0.0 } else { x };
    [seen(x + by * (0.2 * x + 0.5 * y)), seen(y + by * (0.5 * x - 0.2 * y))]
}

#[cfg(test)]
mod tests;
