//! The triangles between two neighbouring strips.
//!
//! The vertices of a strip, from left to right, are a chain of edges. All vertices of the lower strip lie below all of
//! the upper one, so the chains do not cross. The space between them is triangulated as a monotone polygon is (M. Garey,
//! D. Johnson, F. Preparata, R. Tarjan 1978, "Triangulating a simple polygon", Information Processing Letters 7, 175): going through
//! the vertices of both from left to right, and cutting off each triangle as soon as it can be seen from inside.

use super::patch::{EDGE, Patch};
use super::predicates::turn;
use crate::ops::geometry::regrid::mesh::NONE;
use std::ops::Range;

/// An edge of a border: the vertex where it begins, and its half-edge, or itself ([`EDGE`]), on the inner side.
pub type BorderEdge = (u32, u32);

/// The two ends of what lies between two strips, each from below to above.
#[derive(Default)]
pub struct Ends {
    /// On the left. The edges are named for going down.
    pub left: Vec<BorderEdge>,
    /// On the right.
    pub right: Vec<BorderEdge>,
}

impl Ends {
    /// All edges of both.
    pub fn edges(&mut self) -> impl Iterator<Item = &mut BorderEdge> {
        self.left.iter_mut().chain(&mut self.right)
    }
}

/// Triangulates the space between a lower and an upper strip, given by their vertices, and adds the ends to `ends`.
/// `chain` is memory to work in.
pub fn zip(patch: &mut Patch<'_>, lower: Range<u32>, upper: Range<u32>, ends: &mut Ends, chain: &mut Vec<BorderEdge>) {
    let mut front = Front { chain, upper: false };
    let (mut i, mut j) = (lower.start, upper.start);
    let comes_first = |patch: &Patch<'_>, i: u32, j: u32| {
        let (p, q) = (patch.place(i), patch.place(j));
        p[0] < q[0] || p[0] == q[0] && p[1] < q[1]
    };
    // The strip that begins farther to the left, as long as it is alone.
    front.upper = !comes_first(patch, i, j);
    front.chain.clear();
    if front.upper {
        front.chain.push((j, NONE));
        j += 1;
        while j < upper.end && !comes_first(patch, i, j) {
            front.go_on(patch, j);
            j += 1;
        }
        front.open(patch, i, EDGE | (lower.end - 1), &mut ends.left);
        i += 1;
    } else {
        front.chain.push((i, NONE));
        i += 1;
        while i < lower.end && comes_first(patch, i, j) {
            front.go_on(patch, i);
            i += 1;
        }
        front.open(patch, j, EDGE | (lower.end - 1), &mut ends.left);
        j += 1;
    }
    while i < lower.end && j < upper.end {
        if comes_first(patch, i, j) {
            front.take(patch, i, false);
            i += 1;
        } else {
            front.take(patch, j, true);
            j += 1;
        }
    }
    (i..lower.end).for_each(|v| front.take(patch, v, false));
    (j..upper.end).for_each(|v| front.take(patch, v, true));
    let rest = &front.chain[..];
    if front.upper {
        ends.right.extend((1..rest.len()).map(|k| (rest[k - 1].0, rest[k].1)));
    } else {
        ends.right.extend(rest[1..].iter().rev());
    }
}

/// The vertices whose right side is not triangulated yet: the last one of one strip, and a chain of the other one's. Each
/// stands with the half-edge to it from the one before.
struct Front<'a> {
    chain: &'a mut Vec<BorderEdge>,
    /// Whether the last vertex of the chain belongs to the upper strip.
    upper: bool,
}

impl Front<'_> {
    #[inline]
    fn take(&mut self, patch: &mut Patch<'_>, vertex: u32, upper: bool) {
        if upper == self.upper {
            self.go_on(patch, vertex);
        } else {
            let last = self.last();
            let (right, left) = self.cross::<true>(patch, vertex);
            patch.attach(left, EDGE | (vertex - 1));
            self.restart(last, vertex, right);
        }
    }

    /// The next vertex of the strip that the chain ends with.
    #[inline]
    fn go_on(&mut self, patch: &mut Patch<'_>, vertex: u32) {
        let at = patch.place(vertex);
        let mut open = EDGE | (vertex - 1);
        while let [.., (before, _), (last, edge)] = self.chain[..] {
            let [p, q] = [before, last].map(|v| patch.place(v));
            if self.upper {
                if turn(p, at, q) <= 0.0 {
                    break;
                }
                let e = patch.add([before, vertex, last]);
                patch.attach(e + 1, open);
                patch.attach(e + 2, edge);
                open = e;
            } else {
                if turn(p, q, at) <= 0.0 {
                    break;
                }
                let e = patch.add([before, last, vertex]);
                patch.attach(e, edge);
                patch.attach(e + 1, open);
                open = e + 2;
            }
            self.chain.pop();
        }
        self.chain.push((vertex, open));
    }

    /// Triangles from a vertex of the other strip to the edges of the chain, from the last one on: to all, which all see it,
    /// or to those that do. Returns the half-edges between chain and vertex on the right and on the left.
    #[inline]
    fn cross<const ALL_SEE: bool>(&mut self, patch: &mut Patch<'_>, vertex: u32) -> (u32, u32) {
        let at = patch.place(vertex);
        let (mut right, mut left) = (NONE, NONE);
        while let [.., (before, _), (last, edge)] = self.chain[..] {
            let [p, q] = [before, last].map(|v| patch.place(v));
            let sees = || if self.upper { turn(p, at, q) > 0.0 } else { turn(p, q, at) > 0.0 };
            if !ALL_SEE && !sees() {
                break;
            }
            debug_assert!(sees());
            let (e, outer) = if self.upper {
                let e = patch.add([before, vertex, last]);
                patch.attach(e + 2, edge);
                (e, e)
            } else {
                let e = patch.add([before, last, vertex]);
                patch.attach(e, edge);
                (e, e + 2)
            };
            if right == NONE {
                right = e + 1;
            } else {
                patch.attach(e + 1, left);
            }
            left = outer;
            self.chain.pop();
        }
        (right, left)
    }

    /// The first vertex of the other strip. What it does not see is the left end. `between` is the edge to it where it sees
    /// none.
    fn open(&mut self, patch: &mut Patch<'_>, vertex: u32, between: u32, end: &mut Vec<BorderEdge>) {
        let last = self.last();
        let (mut right, mut left) = self.cross::<false>(patch, vertex);
        if right == NONE {
            (right, left) = (between, between);
        }
        let unseen = &self.chain[..];
        if self.upper {
            end.push((self.last(), left));
            end.extend((1..unseen.len()).rev().map(|k| (unseen[k - 1].0, unseen[k].1)));
        } else {
            end.extend(&unseen[1..]);
            end.push((vertex, left));
        }
        self.restart(last, vertex, right);
    }

    fn last(&self) -> u32 {
        self.chain[self.chain.len() - 1].0
    }

    /// The chain is the edge between the last vertices of both strips.
    fn restart(&mut self, last: u32, vertex: u32, edge: u32) {
        self.chain.clear();
        self.chain.push((last, NONE));
        self.chain.push((vertex, edge));
        self.upper = !self.upper;
    }
}
