//! The Delaunay triangulation.
//!
//! Where four or more points lie on one circle, as on an exact lattice, it is not unique. The rule here: predicates see
//! the points stretched by a part in 10^12 (more where the coordinates' own rounding is coarser) along a fixed direction
//! near the first diagonal, x = y. A square cell along the axes is then cut along the diagonal on which x and y grow
//! in opposite directions. The direction is that of the axes, so the choice does not depend on where the origin is.
//!
//! Measured positions are a lattice that noise has moved a little, and the image tells each point's row and column.
//! [`lattice`] cuts each cell along its better diagonal, closes the border to the convex hull, checks that this is a
//! triangulation, and flips the few edges that are left. Points without such an order, or with cells that fold over,
//! go to the crate `spade`, about ten times slower.

use super::mesh::{Mesh, NONE};
use super::space::Space;
use crate::array::alloc;
use crate::context::{Error, Result, Stage, Status};
use robust::{Coord, incircle, orient2d};
use spade::{DelaunayTriangulation, HasPosition, Point2, Triangulation};
use std::collections::HashMap;

/// A triangulation of given points.
#[derive(Debug)]
pub struct Delaunay {
    /// Its vertices are the points in their order, but for those that lie on an earlier one.
    pub mesh: Mesh,
    /// For each point its vertex; `None` where vertices are points.
    pub vertices: Option<Vec<u32>>,
}

/// Triangulates points, given in working coordinates of `space`. `shape` is (rows, columns) where they are the pixels of
/// an image in order.
///
/// # Errors
/// [`Status::NoResult`] when all points lie on one line, or are fewer than three; [`Status::NoMemory`];
/// [`Status::Cancelled`], which points without an order ask for only before and after.
pub fn triangulate(
    stage: &Stage<'_>,
    points: Vec<[f64; 2]>,
    space: &Space,
    shape: Option<[usize; 2]>,
) -> Result<Delaunay> {
    if points.len() > (u32::MAX / 8) as usize {
        return Err(Error::new(Status::NoMemory, format!("{} points exceed what can be triangulated", points.len())));
    }
    let spacing = (space.extent[0] * space.extent[1] / points.len().max(1) as f64).sqrt();
    let stretch = (16.0 * space.grain / spacing.max(f64::MIN_POSITIVE)).clamp(1e-13, 1e-6);
    let mut at: Vec<Coord<f64>> = alloc::vec(points.len())?;
    at.extend(points.iter().map(|&p| stretched(p, stretch)));
    let found = match shape {
        Some(shape) if shape[0] * shape[1] == points.len() => lattice(stage, &at, shape)?,
        _ => None,
    };
    let (mut mesh, vertices) = match found {
        Some(mesh) => (mesh, None),
        None => general(&at)?,
    };
    mesh.points = match &vertices {
        None => points,
        Some(vertices) => {
            let mut kept = alloc::vec(points.len())?;
            points.iter().zip(vertices).for_each(|(&p, &v)| {
                if v as usize == kept.len() {
                    kept.push(p);
                }
            });
            kept
        }
    };
    mesh.peel(8.0 * space.grain);
    if mesh.corners.is_empty() {
        return Err(Error::new(
            Status::NoResult,
            format!(
                "{} points, which lie on one line or are fewer than three, enclose no area to interpolate in; the method \
                 nearest takes them",
                mesh.points.len()
            ),
        ));
    }
    Ok(Delaunay { mesh, vertices })
}

/// The point as the predicates see it.
fn stretched([x, y]: [f64; 2], by: f64) -> Coord<f64> {
    // spade refuses numbers below 2^-142.
    let seen = |x: f64| if x.abs() < 1e-40 { 0.0 } else { x };
    Coord { x: seen(x + by * (0.2 * x + 0.5 * y)), y: seen(y + by * (0.5 * x - 0.2 * y)) }
}

/// The triangulation of a lattice whose cells do not fold over; `None` where they do.
///
/// # Errors
/// [`Status::NoMemory`], [`Status::Cancelled`].
pub fn lattice(stage: &Stage<'_>, at: &[Coord<f64>], [rows, columns]: [usize; 2]) -> Result<Option<Mesh>> {
    if rows < 2 || columns < 2 {
        return Ok(None);
    }
    let corner = |i: usize| (orient2d(at[i], at[i + 1], at[i + columns]) > 0.0) as usize;
    // Rows of a picture go down, so its cells turn clockwise: columns are then counted from the right.
    let mirrored =
        corner(0) + corner((rows - 1) / 2 * columns + (columns - 1) / 2) + corner((rows - 1) * columns - 2) < 2;
    let index = |u: usize, v: usize| (v * columns + if mirrored { columns - 1 - u } else { u }) as u32;
    let place = |i: u32| at[i as usize];
    let (width, height) = (columns - 1, rows - 1);
    let border = 2 * (width + height);
    let room = 6 * width * height + 3 * border;
    let mut mesh = Mesh { points: Vec::new(), corners: alloc::vec(room)?, twins: alloc::vec(room)? };
    let mut other_diagonal = alloc::vec(width * height)?;
    for v in 0..height {
        stage.report(0.4 * v as f64 / height as f64)?;
        for u in 0..width {
            let [a, b, c, d] = [index(u, v), index(u + 1, v), index(u + 1, v + 1), index(u, v + 1)];
            let [pa, pb, pc, pd] = [a, b, c, d].map(place);
            let through_ac = orient2d(pa, pb, pc) > 0.0 && orient2d(pa, pc, pd) > 0.0;
            let through_bd = orient2d(pa, pb, pd) > 0.0 && orient2d(pb, pc, pd) > 0.0;
            let bd = match (through_ac, through_bd) {
                (true, true) => incircle(pa, pb, pc, pd) > 0.0,
                (false, false) => return Ok(None),
                (_, bd) => bd,
            };
            mesh.corners.extend(if bd { [a, b, d, b, c, d] } else { [a, b, c, a, c, d] });
            other_diagonal.push(bd);
        }
    }
    mesh.twins.resize(mesh.corners.len(), NONE);
    let cell = |u: usize, v: usize| v * width + u;
    let bottom = |u, v| 6 * cell(u, v) as u32;
    let top = |u, v| 6 * cell(u, v) as u32 + 4;
    let right = |u, v| 6 * cell(u, v) as u32 + if other_diagonal[cell(u, v)] { 3 } else { 1 };
    let left = |u, v| 6 * cell(u, v) as u32 + if other_diagonal[cell(u, v)] { 2 } else { 5 };
    for v in 0..height {
        stage.report(0.4 + 0.2 * v as f64 / height as f64)?;
        for u in 0..width {
            let first = 6 * cell(u, v) as u32;
            let diagonal = if other_diagonal[cell(u, v)] { [1, 5] } else { [2, 3] };
            mesh.link(first + diagonal[0], first + diagonal[1]);
            if u + 1 < width {
                mesh.link(right(u, v), left(u + 1, v));
            }
            if v + 1 < height {
                mesh.link(top(u, v), bottom(u, v + 1));
            }
        }
    }
    let around = (0..width)
        .map(|u| bottom(u, 0))
        .chain((0..height).map(|v| right(width - 1, v)))
        .chain((0..width).rev().map(|u| top(u, height - 1)))
        .chain((0..height).rev().map(|v| left(0, v)));
    let around: Vec<u32> = around.collect();
    let fine =
        close_to_hull(&mut mesh, around, at) && mesh.flip_to_delaunay(&stage.part(0.6..1.0), at, 4 * at.len())?;
    Ok(fine.then_some(mesh))
}

/// Adds triangles along the border, given as its half-edges in order, until it turns left everywhere. Says whether the
/// border then goes around once. If it does, and as every triangle turns left, the triangles cover the hull once: the map
/// from the mesh to the plane is a covering of degree 1.
fn close_to_hull(mesh: &mut Mesh, mut edge: Vec<u32>, at: &[Coord<f64>]) -> bool {
    let n = edge.len();
    let vertex: Vec<u32> = edge.iter().map(|&e| mesh.corners[e as usize]).collect();
    let mut after: Vec<usize> = (1..=n).map(|i| i % n).collect();
    let mut before: Vec<usize> = (0..n).map(|i| (i + n - 1) % n).collect();
    let (mut k, mut left, mut settled) = (0, n, 0);
    while settled < left {
        let (p, q) = (before[k], after[k]);
        let turn = orient2d(at[vertex[p] as usize], at[vertex[k] as usize], at[vertex[q] as usize]);
        if turn >= 0.0 {
            settled += 1;
            k = q;
            continue;
        }
        if left == 3 {
            return false;
        }
        edge[p] = mesh.add([vertex[p], vertex[q], vertex[k]], [NONE, edge[k], edge[p]]);
        (after[p], before[q]) = (q, p);
        left -= 1;
        // What was looked at before `p` still holds, unless that reaches around to `q`.
        settled = if settled >= left { 0 } else { settled.saturating_sub(1) };
        k = p;
    }
    // A convex polygon goes once to the right and once to the left.
    let goes_right = |k: usize| {
        let (p, q) = (at[vertex[k] as usize], at[vertex[after[k]] as usize]);
        (q.x, q.y) > (p.x, p.y)
    };
    let mut changes = 0;
    for _ in 0..left {
        changes += usize::from(goes_right(k) != goes_right(after[k]));
        k = after[k];
    }
    changes == 2
}

struct Vertex {
    position: Point2<f64>,
    index: u32,
}

impl HasPosition for Vertex {
    type Scalar = f64;
    fn position(&self) -> Point2<f64> {
        self.position
    }
}

/// The triangulation of any points; without triangles where they lie on one line.
fn general(at: &[Coord<f64>]) -> Result<(Mesh, Option<Vec<u32>>)> {
    // spade's own memory is not fallible: what it will need is asked for first.
    drop(alloc::vec::<[u64; 32]>(at.len())?);
    let mut input = alloc::vec(at.len())?;
    input.extend(at.iter().enumerate().map(|(i, p)| Vertex { position: Point2::new(p.x, p.y), index: i as u32 }));
    let found = DelaunayTriangulation::<Vertex>::bulk_load(input)
        .map_err(|error| Error::new(Status::Internal, format!("triangulating points failed: {error}")))?;
    let vertices = if found.num_vertices() < at.len() { Some(merge(at)?) } else { None };
    let mut number: Vec<u32> = alloc::vec(found.num_directed_edges())?;
    number.resize(found.num_directed_edges(), NONE);
    let mut mesh = Mesh { points: Vec::new(), corners: alloc::vec(3 * found.num_inner_faces())?, twins: Vec::new() };
    for face in found.inner_faces() {
        for edge in face.adjacent_edges() {
            number[edge.fix().index()] = mesh.corners.len() as u32;
            let point = edge.from().data().index;
            mesh.corners.push(vertices.as_ref().map_or(point, |vertices| vertices[point as usize]));
        }
    }
    mesh.twins = alloc::vec(mesh.corners.len())?;
    for face in found.inner_faces() {
        mesh.twins.extend(face.adjacent_edges().map(|edge| number[edge.rev().fix().index()]));
    }
    Ok((mesh, vertices))
}

/// For each point its vertex: those on one place have one.
fn merge(at: &[Coord<f64>]) -> Result<Vec<u32>> {
    let mut known: HashMap<[u64; 2], u32> = HashMap::new();
    let mut vertices = alloc::vec(at.len())?;
    for p in at {
        // -0.0 is 0.0.
        let key = [p.x + 0.0, p.y + 0.0].map(f64::to_bits);
        let new = known.len() as u32;
        vertices.push(*known.entry(key).or_insert(new));
    }
    Ok(vertices)
}

#[cfg(test)]
#[path = "delaunay_tests.rs"]
mod tests;
