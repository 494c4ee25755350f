//! Triangles while the triangulation is made.

use super::predicates::{Place, is_in_circle};
use crate::array::alloc;
use crate::context::{Result, Stage};
use crate::ops::geometry::regrid::mesh::{NONE, Triangle, half_edge, next, previous, side_of, triangle_of};
use std::ops::Range;

/// Where no triangle has been made yet, the edge itself stands for its half-edge: this and the edge's number. Vertices
/// `v` and `v + 1` of one strip are joined by edge `v`; the number of a strip's last vertex is that of an edge to the next
/// strip, where one without triangles is needed.
pub const EDGE: u32 = 1 << 31;

/// The triangles of some strips, or of all. Half-edges have their final numbers.
pub struct Patch<'a> {
    /// All vertices.
    pub at: &'a [Place],
    triangles: &'a mut [Triangle],
    /// The triangle that `triangles` begins with.
    first: u32,
    /// For edges that have a triangle on one side: its half-edge.
    waiting: &'a mut [u32],
    /// The edge that `waiting` begins with.
    first_edge: u32,
    /// As `waiting`, for edges of the border, whose numbers follow.
    pinned: Vec<u32>,
    /// The triangles that are not used yet: ranges to take from, the last one first.
    room: Vec<Range<u32>>,
}

/// After this many edges a long loop asks whether to go on.
const EDGES_AT_ONCE: u32 = 1 << 14;

impl<'a> Patch<'a> {
    /// `triangles` begins with triangle `first`, `waiting` with edge `first_edge`; `room` are the triangles that are free.
    pub fn new(
        at: &'a [Place],
        (triangles, first): (&'a mut [Triangle], u32),
        (waiting, first_edge): (&'a mut [u32], u32),
        room: Vec<Range<u32>>,
    ) -> Patch<'a> {
        Patch { at, triangles, first, waiting, first_edge, pinned: Vec::new(), room }
    }

    /// The triangles that are still free.
    pub fn room(&self) -> &[Range<u32>] {
        &self.room
    }

    /// Where a vertex lies.
    #[inline]
    pub fn place(&self, vertex: u32) -> Place {
        self.at[vertex as usize]
    }

    #[inline]
    fn triangle(&mut self, e: u32) -> &mut Triangle {
        &mut self.triangles[(triangle_of(e) - self.first) as usize]
    }

    #[inline]
    fn set_twin(&mut self, e: u32, twin: u32) {
        self.triangle(e).twins[side_of(e)] = twin;
    }

    /// Adds a triangle without neighbours. Returns its first half-edge.
    #[inline]
    pub fn add(&mut self, corners: [u32; 3]) -> u32 {
        while let Some(range) = self.room.last_mut() {
            if let Some(t) = range.next() {
                self.triangles[(t - self.first) as usize] = Triangle { corners, twins: [NONE; 3] };
                return half_edge(t, 0);
            }
            self.room.pop();
        }
        // A triangulation of n vertices has fewer than 2 n triangles.
        unreachable!("more triangles than vertices allow")
    }

    /// Says that a half-edge lies along another one, or along an edge ([`EDGE`]).
    #[inline]
    pub fn attach(&mut self, e: u32, to: u32) {
        let mut other = to;
        if to & EDGE != 0 {
            other = std::mem::replace(self.waiting(to), e);
            if other == NONE {
                self.set_twin(e, to);
                return;
            }
        }
        self.set_twin(e, other);
        self.set_twin(other, e);
    }

    /// The half-edge along an edge that has a triangle on one side.
    #[inline]
    fn waiting(&mut self, edge: u32) -> &mut u32 {
        let number = ((edge & !EDGE) - self.first_edge) as usize;
        match number.checked_sub(self.waiting.len()) {
            None => &mut self.waiting[number],
            Some(number) => &mut self.pinned[number],
        }
    }

    /// Lets flips keep track of a half-edge on the border: the edge that stands for it meanwhile.
    pub fn pin(&mut self, e: u32) -> u32 {
        if e & EDGE != 0 {
            return e;
        }
        let edge = EDGE | (self.first_edge + (self.waiting.len() + self.pinned.len()) as u32);
        self.pinned.push(e);
        self.set_twin(e, edge);
        edge
    }

    /// The half-edge that is now in the place of one which was pinned.
    pub fn unpin(&mut self, edge: u32) -> u32 {
        let is_pinned = (edge & !EDGE) - self.first_edge >= self.waiting.len() as u32;
        if is_pinned { *self.waiting(edge) } else { edge }
    }

    /// Says that a half-edge is on the border of all triangles.
    pub fn end(&mut self, e: u32) {
        if e & EDGE == 0 {
            self.set_twin(e, NONE);
        } else {
            let waiting = *self.waiting(e);
            if waiting != NONE {
                self.set_twin(waiting, NONE);
            }
        }
    }

    /// Makes triangles fulfil Delaunay's condition by flipping edges (C. Lawson 1977, "Software for C1 surface
    /// interpolation"): those of a range, whose neighbours within the patch are in the range too. False when that takes more
    /// than `most` flips.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
    pub fn flip_range(&mut self, stage: &Stage<'_>, range: Range<u32>, most: usize) -> Result<bool> {
        let mut flips = Flips { stack: alloc::vec(1024)?, done: 0, most };
        for start in half_edge(range.start, 0)..half_edge(range.end, 0) {
            if start.is_multiple_of(EDGES_AT_ONCE) {
                stage.report(f64::from(triangle_of(start) - range.start) / range.len() as f64)?;
            }
            if start % 4 == 3 {
                continue;
            }
            let twin = self.triangle(start).twins[side_of(start)];
            if twin & EDGE != 0 || twin < start || !self.is_illegal(start, twin) {
                continue;
            }
            // The loop will come to edges whose half-edges are both greater.
            if !self.flip_around(&mut flips, start, start) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// As [`Patch::flip_range`] for triangles that were added to ones which fulfil the condition.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
    pub fn flip_added(&mut self, stage: &Stage<'_>, added: &[Range<u32>], most: usize) -> Result<bool> {
        let mut flips = Flips { stack: alloc::vec(1024)?, done: 0, most };
        for (i, range) in added.iter().enumerate() {
            for t in range.clone() {
                if t.is_multiple_of(EDGES_AT_ONCE / 16) {
                    stage.report(i as f64 / added.len() as f64)?;
                }
                for start in (0..3).map(|k| half_edge(t, k)) {
                    let twin = self.triangle(start).twins[side_of(start)];
                    if twin & EDGE == 0 && self.is_illegal(start, twin) && !self.flip_around(&mut flips, start, NONE) {
                        return Ok(false);
                    }
                }
            }
        }
        Ok(true)
    }

    /// Flips an edge, and those around it that violate the condition then, but for edges after `last`.
    fn flip_around(&mut self, flips: &mut Flips, start: u32, last: u32) -> bool {
        let mut edge = Some(start);
        while let Some(e) = edge {
            if flips.done == flips.most {
                return false;
            }
            flips.done += 1;
            for e in self.flip(e) {
                let twin = self.triangle(e).twins[side_of(e)];
                if twin & EDGE == 0 && e.min(twin) <= last {
                    flips.stack.push(e);
                }
            }
            edge = None;
            while let Some(e) = flips.stack.pop() {
                let twin = self.triangle(e).twins[side_of(e)];
                if twin & EDGE == 0 && self.is_illegal(e, twin) {
                    edge = Some(e);
                    break;
                }
            }
        }
        true
    }

    /// Whether the corner across the edge lies inside the circle of this triangle.
    #[inline]
    fn is_illegal(&mut self, e: u32, twin: u32) -> bool {
        let corners = self.triangle(e).corners;
        let across = self.triangle(twin).corners[side_of(previous(twin))];
        let [a, b, c] = corners.map(|v| self.at[v as usize]);
        is_in_circle(a, b, c, self.at[across as usize])
    }

    /// Replaces the edge by the other diagonal of its two triangles. Returns the four edges around them.
    #[inline]
    fn flip(&mut self, a: u32) -> [u32; 4] {
        let b = self.triangle(a).twins[side_of(a)];
        let (after_a, before_a, after_b, before_b) = (next(a), previous(a), next(b), previous(b));
        let (of_a, of_b) = (*self.triangle(a), *self.triangle(b));
        let new_a = self.triangle(a);
        new_a.corners[side_of(a)] = of_b.corners[side_of(before_b)];
        new_a.twins[side_of(before_a)] = before_b;
        let new_b = self.triangle(b);
        new_b.corners[side_of(b)] = of_a.corners[side_of(before_a)];
        new_b.twins[side_of(before_b)] = before_a;
        self.relink(a, of_b.twins[side_of(before_b)]);
        self.relink(b, of_a.twins[side_of(before_a)]);
        [a, after_a, b, after_b]
    }

    /// Puts a half-edge in the place of the one that was the twin of `outside`.
    #[inline]
    fn relink(&mut self, e: u32, outside: u32) {
        self.set_twin(e, outside);
        if outside & EDGE == 0 {
            self.set_twin(outside, e);
        } else if outside != NONE {
            *self.waiting(outside) = e;
        }
    }
}

struct Flips {
    stack: Vec<u32>,
    done: usize,
    most: usize,
}
