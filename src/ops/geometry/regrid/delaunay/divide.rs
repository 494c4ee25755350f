//! The triangulation of any points, in a time that hardly depends on where they lie.
//!
//! Divide and conquer: L. Guibas, J. Stolfi 1985, "Primitives for the manipulation of general subdivisions and the
//! computation of Voronoi diagrams" (ACM Transactions on Graphics 4, 74). Points are divided along x and y in turn, so that the
//! halves stay compact: R. Dwyer 1987, "A faster divide-and-conquer algorithm for constructing Delaunay triangulations"
//! (Algorithmica 2, 137). To divide along y means to look at the points turned by a right angle.

use super::predicates::{Place, is_in_circle, turn};
use crate::array::alloc;
use crate::context::{Result, Stage};
use crate::ops::geometry::regrid::mesh::{Mesh, NONE, Triangle, half_edge};

/// The triangles of points on different places, without the points; none where all lie on one line.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
pub fn triangulate(stage: &Stage<'_>, at: &[Place]) -> Result<Mesh> {
    let mut points: Vec<u32> = alloc::vec(at.len())?;
    points.extend(0..at.len() as u32);
    // A planar graph of n points has less than 3 n edges.
    let room = 6 * at.len();
    let mut graph = Graph {
        at,
        origins: alloc::vec(room)?,
        after: alloc::vec(room)?,
        before: alloc::vec(room)?,
        free: Vec::new(),
        stage: stage.part(0.0..0.9),
        done: 0,
        steps: 0,
    };
    if points.len() > 1 {
        graph.solve(&mut points, false)?;
    }
    drop(points);
    graph.mesh()
}

/// Edges in the plane. Edge `e` has the opposite direction of edge `e ^ 1`; those from one vertex form a ring.
struct Graph<'a> {
    at: &'a [Place],
    /// The vertex that each edge starts from; [`NONE`] for edges that are gone.
    origins: Vec<u32>,
    /// The next edge counter-clockwise from the same vertex.
    after: Vec<u32>,
    /// The next edge clockwise from the same vertex.
    before: Vec<u32>,
    /// Pairs of edges that are gone.
    free: Vec<u32>,
    stage: Stage<'a>,
    /// Points that are in triangulations of more than three.
    done: usize,
    /// Steps since the last report.
    steps: u32,
}

/// Two edges of the hull. The leftmost vertex and the next one counter-clockwise, the rightmost one and the next one
/// clockwise.
type Extremes = [u32; 2];

/// After this many steps it asks whether to go on.
const STEPS_AT_ONCE: u32 = 1 << 14;

/// Whether a point lies to the left of another one, or below it where x is the same; of points turned by a right angle if
/// they are `turned`.
fn is_left(p: Place, q: Place, turned: bool) -> bool {
    if turned { p[1] < q[1] || p[1] == q[1] && p[0] > q[0] } else { p[0] < q[0] || p[0] == q[0] && p[1] < q[1] }
}

impl Graph<'_> {
    /// Triangulates points. Calls itself no deeper than the logarithm of their number.
    fn solve(&mut self, points: &mut [u32], turned: bool) -> Result<Extremes> {
        let at = self.at;
        let order = |a: &u32, b: &u32| {
            let [p, q] = [*a, *b].map(|v| at[v as usize]);
            if is_left(p, q, turned) { std::cmp::Ordering::Less } else { std::cmp::Ordering::Greater }
        };
        if points.len() <= 3 {
            points.sort_unstable_by(|a, b| if a == b { std::cmp::Ordering::Equal } else { order(a, b) });
            self.done += points.len();
            return Ok(match *points {
                [a, b, c] => self.three(a, b, c),
                [a, b] => {
                    let e = self.edge(a, b);
                    [e, e ^ 1]
                }
                // Halves of four points or more have at least two.
                _ => unreachable!("a part of fewer than two points"),
            });
        }
        let middle = points.len() / 2;
        points.select_nth_unstable_by(middle, |a, b| if a == b { std::cmp::Ordering::Equal } else { order(a, b) });
        self.report(points.len() as u32)?;
        let (left, right) = points.split_at_mut(middle);
        let left = self.solve(left, !turned)?;
        let left = self.extremes(left, turned);
        let right = self.solve(right, !turned)?;
        let right = self.extremes(right, turned);
        self.merge(left, right)
    }

    fn report(&mut self, steps: u32) -> Result<()> {
        self.steps = self.steps.saturating_add(steps);
        if self.steps >= STEPS_AT_ONCE {
            self.steps = 0;
            self.stage.report(self.done as f64 / self.at.len() as f64)?;
        }
        Ok(())
    }

    fn three(&mut self, a: u32, b: u32, c: u32) -> Extremes {
        let (first, second) = (self.edge(a, b), self.edge(b, c));
        self.splice(first ^ 1, second);
        let turn = self.turn(a, b, c);
        if turn == 0.0 {
            return [first, second ^ 1];
        }
        let third = self.connect(second, first);
        if turn > 0.0 { [first, second ^ 1] } else { [third ^ 1, third] }
    }

    /// The edges at the extremes of points that are turned, or were and are not any more.
    fn extremes(&self, [mut left, _]: Extremes, turned: bool) -> Extremes {
        // Along the hull counter-clockwise, outside on the right.
        let next = |e: u32| self.after[(e ^ 1) as usize];
        let previous = |e: u32| self.before[e as usize] ^ 1;
        let is_left = |a: u32, b: u32| is_left(self.place(a), self.place(b), turned);
        let mut right = left;
        while is_left(self.origin(next(left)), self.origin(left)) {
            left = next(left);
        }
        while is_left(self.origin(previous(left)), self.origin(left)) {
            left = previous(left);
        }
        while is_left(self.origin(right), self.origin(next(right))) {
            right = next(right);
        }
        while is_left(self.origin(right), self.origin(previous(right))) {
            right = previous(right);
        }
        [left, self.before[right as usize]]
    }

    /// Joins two triangulations, the second of which lies to the right of the first.
    fn merge(
        &mut self,
        [mut left, mut inner_left]: Extremes,
        [mut inner_right, mut right]: Extremes,
    ) -> Result<Extremes> {
        // The common tangent below.
        loop {
            let (p, q) = (self.origin(inner_left), self.origin(inner_right));
            if self.turn(q, p, self.end(inner_left)) > 0.0 {
                inner_left = self.along(inner_left);
            } else if self.turn(p, q, self.end(inner_right)) < 0.0 {
                inner_right = self.after[(inner_right ^ 1) as usize];
            } else {
                break;
            }
            self.report(1)?;
        }
        let mut base = self.connect(inner_right ^ 1, inner_left);
        if self.origin(inner_left) == self.origin(left) {
            left = base ^ 1;
        }
        if self.origin(inner_right) == self.origin(right) {
            right = base;
        }
        // Upwards from one edge between them to the next.
        loop {
            let (from, to) = (self.origin(base), self.end(base));
            let is_above = |graph: &Self, e: u32| graph.turn(graph.end(e), to, from) > 0.0;
            let mut on_left = self.after[(base ^ 1) as usize];
            let left_is_above = is_above(self, on_left);
            if left_is_above {
                loop {
                    let next = self.after[on_left as usize];
                    if !self.is_in_circle(to, from, self.end(on_left), self.end(next)) {
                        break;
                    }
                    self.remove(on_left);
                    on_left = next;
                    self.report(1)?;
                }
            }
            let mut on_right = self.before[base as usize];
            let right_is_above = is_above(self, on_right);
            if right_is_above {
                loop {
                    let next = self.before[on_right as usize];
                    if !self.is_in_circle(to, from, self.end(on_right), self.end(next)) {
                        break;
                    }
                    self.remove(on_right);
                    on_right = next;
                    self.report(1)?;
                }
            }
            base = match (left_is_above, right_is_above) {
                (false, false) => return Ok([left, right]),
                (true, true) => {
                    let (p, q) = (self.end(on_left), self.end(on_right));
                    if self.is_in_circle(p, self.origin(on_left), self.origin(on_right), q) {
                        self.connect(on_right, base ^ 1)
                    } else {
                        self.connect(base ^ 1, on_left ^ 1)
                    }
                }
                (false, true) => self.connect(on_right, base ^ 1),
                (true, false) => self.connect(base ^ 1, on_left ^ 1),
            };
            self.report(1)?;
        }
    }

    fn place(&self, vertex: u32) -> Place {
        self.at[vertex as usize]
    }

    fn origin(&self, e: u32) -> u32 {
        self.origins[e as usize]
    }

    fn end(&self, e: u32) -> u32 {
        self.origins[(e ^ 1) as usize]
    }

    /// The next edge around the face on the left.
    fn along(&self, e: u32) -> u32 {
        self.before[(e ^ 1) as usize]
    }

    fn turn(&self, a: u32, b: u32, c: u32) -> f64 {
        turn(self.place(a), self.place(b), self.place(c))
    }

    fn is_in_circle(&self, a: u32, b: u32, c: u32, d: u32) -> bool {
        is_in_circle(self.place(a), self.place(b), self.place(c), self.place(d))
    }

    /// A new edge, alone at both of its vertices.
    fn edge(&mut self, from: u32, to: u32) -> u32 {
        if let Some(e) = self.free.pop() {
            for (e, origin) in [(e, from), (e ^ 1, to)] {
                let i = e as usize;
                (self.origins[i], self.after[i], self.before[i]) = (origin, e, e);
            }
            return e;
        }
        let e = self.origins.len() as u32;
        self.origins.extend([from, to]);
        self.after.extend([e, e + 1]);
        self.before.extend([e, e + 1]);
        e
    }

    /// Joins the rings of two edges, or parts them.
    fn splice(&mut self, a: u32, b: u32) {
        let [after_a, after_b] = [a, b].map(|e| self.after[e as usize]);
        (self.after[a as usize], self.after[b as usize]) = (after_b, after_a);
        (self.before[after_b as usize], self.before[after_a as usize]) = (a, b);
    }

    /// A new edge from the end of one to the origin of another, so that all three have one face on their left.
    fn connect(&mut self, a: u32, b: u32) -> u32 {
        let e = self.edge(self.end(a), self.origin(b));
        let beside = self.along(a);
        self.splice(e, beside);
        self.splice(e ^ 1, b);
        e
    }

    fn remove(&mut self, e: u32) {
        for e in [e, e ^ 1] {
            self.splice(e, self.before[e as usize]);
            self.origins[e as usize] = NONE;
        }
        self.free.push(e & !1);
    }

    /// The faces that turn left.
    fn mesh(mut self) -> Result<Mesh> {
        let mut mesh = Mesh { points: Vec::new(), triangles: alloc::vec(2 * self.at.len())? };
        // Which half-edge each edge is; takes the place of `after`, which faces do not need.
        let mut numbers = std::mem::take(&mut self.after);
        numbers.fill(NONE);
        for e in 0..self.origins.len() as u32 {
            if self.origin(e) == NONE || numbers[e as usize] != NONE {
                continue;
            }
            let (second, third) = (self.along(e), self.along(self.along(e)));
            let corners = [e, second, third].map(|e| self.origin(e));
            if self.along(third) != e || self.turn(corners[0], corners[1], corners[2]) <= 0.0 {
                continue;
            }
            let t = mesh.len() as u32;
            for (k, e) in (0..).zip([e, second, third]) {
                numbers[e as usize] = half_edge(t, k);
            }
            mesh.triangles.push(Triangle { corners, twins: [e, second, third].map(|e| e ^ 1) });
        }
        for twin in mesh.triangles.iter_mut().flat_map(|triangle| &mut triangle.twins) {
            *twin = numbers[*twin as usize];
        }
        self.stage.report(1.0)?;
        Ok(mesh)
    }
}
