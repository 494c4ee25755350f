//! A triangulation of points in the plane.

use crate::array::alloc;
use crate::context::{Result, Stage};
#[cfg(test)]
use robust::orient2d;
use robust::{Coord, incircle};

/// No triangle, or no half-edge.
pub const NONE: u32 = u32::MAX;

/// Triangles with their neighbours. Half-edge `3 t + k` is the edge of triangle `t` from its corner `k` to the next; all
/// triangles turn counter-clockwise.
#[derive(Debug, Clone, Default)]
pub struct Mesh {
    /// The vertices, in working coordinates.
    pub points: Vec<[f64; 2]>,
    /// The vertex that each half-edge starts from.
    pub corners: Vec<u32>,
    /// The half-edge of the neighbour along the same edge; [`NONE`] on the border.
    pub twins: Vec<u32>,
}

/// After this many half-edges a search of all of them asks whether to go on.
const EDGES_AT_ONCE: u32 = 1 << 14;

/// The half-edge that follows in the same triangle.
pub fn next(e: u32) -> u32 {
    if e % 3 == 2 { e - 2 } else { e + 1 }
}

/// The half-edge before in the same triangle.
pub fn previous(e: u32) -> u32 {
    if e.is_multiple_of(3) { e + 2 } else { e - 1 }
}

impl Mesh {
    /// The number of triangles.
    pub fn triangles(&self) -> usize {
        self.corners.len() / 3
    }

    /// The vertices of a triangle.
    pub fn triangle(&self, t: u32) -> [u32; 3] {
        let at = 3 * t as usize;
        [self.corners[at], self.corners[at + 1], self.corners[at + 2]]
    }

    pub(super) fn link(&mut self, a: u32, b: u32) {
        for (from, to) in [(a, b), (b, a)] {
            if from != NONE {
                self.twins[from as usize] = to;
            }
        }
    }

    /// Adds a triangle whose edges lie along these half-edges of its neighbours.
    pub(super) fn add(&mut self, corners: [u32; 3], neighbours: [u32; 3]) -> u32 {
        let first = self.corners.len() as u32;
        self.corners.extend(corners);
        self.twins.extend([NONE; 3]);
        (0..3).for_each(|k| self.link(first + k as u32, neighbours[k]));
        first
    }

    /// Turns a triangulation into the Delaunay triangulation of the same vertices, whose predicates are taken at `at`, by
    /// flipping edges (Lawson 1977, "Software for C1 surface interpolation"). False when that takes more than `flips`: the
    /// start was too far from it, and another algorithm is faster.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
    pub(super) fn flip_to_delaunay(&mut self, stage: &Stage<'_>, at: &[Coord<f64>], flips: usize) -> Result<bool> {
        let mut stack: Vec<u32> = alloc::vec(1024)?;
        let mut done = 0;
        for start in 0..self.corners.len() as u32 {
            if start.is_multiple_of(EDGES_AT_ONCE) {
                stage.report(f64::from(start) / self.corners.len() as f64)?;
            }
            let twin = self.twins[start as usize];
            if twin == NONE || twin < start || !self.is_illegal(start, at) {
                continue;
            }
            stack.push(start);
            while let Some(e) = stack.pop() {
                if self.is_illegal(e, at) {
                    stack.extend(self.flip(e));
                    done += 1;
                    if done > flips {
                        return Ok(false);
                    }
                }
            }
        }
        Ok(true)
    }

    /// Whether the corner across the edge lies inside the circle of this triangle.
    pub(super) fn is_illegal(&self, e: u32, at: &[Coord<f64>]) -> bool {
        let twin = self.twins[e as usize];
        if twin == NONE {
            return false;
        }
        let place = |e: u32| at[self.corners[e as usize] as usize];
        incircle(place(e), place(next(e)), place(previous(e)), place(previous(twin))) > 0.0
    }

    /// Replaces the edge by the other diagonal of its two triangles. Returns the four edges around them.
    fn flip(&mut self, a: u32) -> [u32; 4] {
        let b = self.twins[a as usize];
        let (after_a, before_a, after_b, before_b) = (next(a), previous(a), next(b), previous(b));
        self.corners[a as usize] = self.corners[before_b as usize];
        self.corners[b as usize] = self.corners[before_a as usize];
        let (outside_a, outside_b) = (self.twins[before_b as usize], self.twins[before_a as usize]);
        self.twins[a as usize] = NONE;
        self.twins[b as usize] = NONE;
        self.link(a, outside_a);
        self.link(b, outside_b);
        self.link(before_a, before_b);
        [a, after_a, b, after_b]
    }

    /// Whether every triangle turns counter-clockwise.
    #[cfg(test)]
    pub(super) fn all_turn_left(&self, at: &[Coord<f64>]) -> bool {
        self.corners.chunks_exact(3).all(|t| orient2d(at[t[0] as usize], at[t[1] as usize], at[t[2] as usize]) > 0.0)
    }

    /// Removes triangles on the border that are no higher than `height` above it: what rounding makes of points on one
    /// line. Interpolation between their far corners would have no meaning.
    pub(super) fn peel(&mut self, height: f64) {
        let mut border: Vec<u32> = (0..self.twins.len() as u32).filter(|&e| self.twins[e as usize] == NONE).collect();
        let mut gone = false;
        while let Some(e) = border.pop() {
            let t = e / 3;
            if self.corners[e as usize] == NONE || !self.is_flat(e, height) {
                continue;
            }
            for e in 3 * t..3 * t + 3 {
                let twin = self.twins[e as usize];
                if twin != NONE {
                    self.twins[twin as usize] = NONE;
                    border.push(twin);
                }
                self.corners[e as usize] = NONE;
                self.twins[e as usize] = NONE;
            }
            gone = true;
        }
        if gone {
            self.close_gaps();
        }
    }

    /// Whether the third corner lies on the edge, but for `height`.
    fn is_flat(&self, e: u32, height: f64) -> bool {
        let [p, q, r] = [e, next(e), previous(e)].map(|e| self.points[self.corners[e as usize] as usize]);
        let (edge, to) = ([q[0] - p[0], q[1] - p[1]], [r[0] - p[0], r[1] - p[1]]);
        let squared = edge[0] * edge[0] + edge[1] * edge[1];
        let along = edge[0] * to[0] + edge[1] * to[1];
        let across = edge[0] * to[1] - edge[1] * to[0];
        across <= height * squared.sqrt() && (0.0..=squared).contains(&along)
    }

    fn close_gaps(&mut self) {
        let mut renamed: Vec<u32> = Vec::with_capacity(self.triangles());
        let mut kept = 0;
        for t in 0..self.triangles() {
            let here = self.corners[3 * t] != NONE;
            renamed.push(if here { kept } else { NONE });
            kept += u32::from(here);
        }
        let (mut to, twins) = (0, std::mem::take(&mut self.twins));
        self.twins = twins
            .iter()
            .zip(&self.corners)
            .filter(|&(_, &corner)| corner != NONE)
            .map(|(&twin, _)| if twin == NONE { NONE } else { 3 * renamed[twin as usize / 3] + twin % 3 })
            .collect();
        for i in 0..self.corners.len() {
            if self.corners[i] != NONE {
                self.corners[to] = self.corners[i];
                to += 1;
            }
        }
        self.corners.truncate(to);
    }
}
