//! A triangulation of points in the plane.

/// No triangle, or no half-edge.
pub const NONE: u32 = u32::MAX;

/// Three vertices in counter-clockwise order. Half-edge `k` goes from corner `k` to the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Triangle {
    /// The vertices.
    pub corners: [u32; 3],
    /// The half-edge of the neighbour along the same edge; [`NONE`] on the border.
    pub twins: [u32; 3],
}

/// Triangles with their neighbours. Half-edge `4 t + k` is the edge of triangle `t` from its corner `k` to the next.
#[derive(Debug, Clone, Default)]
pub struct Mesh {
    /// The vertices, in working coordinates.
    pub points: Vec<[f64; 2]>,
    /// The triangles.
    pub triangles: Vec<Triangle>,
}

/// The half-edge `k` of triangle `t`.
#[inline]
pub fn half_edge(t: u32, k: u32) -> u32 {
    4 * t + k
}

/// The triangle of a half-edge.
#[inline]
pub fn triangle_of(e: u32) -> u32 {
    e / 4
}

/// The number of a half-edge in its triangle.
#[inline]
pub fn side_of(e: u32) -> usize {
    (e % 4) as usize
}

/// The half-edge that follows in the same triangle.
#[inline]
pub fn next(e: u32) -> u32 {
    if e % 4 == 2 { e - 2 } else { e + 1 }
}

/// The half-edge before in the same triangle.
#[inline]
pub fn previous(e: u32) -> u32 {
    if e.is_multiple_of(4) { e + 2 } else { e - 1 }
}

impl Mesh {
    /// The number of triangles.
    pub fn len(&self) -> usize {
        self.triangles.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.triangles.is_empty()
    }

    /// The vertices of a triangle.
    pub fn triangle(&self, t: u32) -> [u32; 3] {
        self.triangles[t as usize].corners
    }

    /// The vertex that a half-edge starts from.
    pub fn corner(&self, e: u32) -> u32 {
        self.triangles[triangle_of(e) as usize].corners[side_of(e)]
    }

    /// The half-edge on the other side of the edge; [`NONE`] on the border.
    pub fn twin(&self, e: u32) -> u32 {
        self.triangles[triangle_of(e) as usize].twins[side_of(e)]
    }

    /// All half-edges.
    pub fn half_edges(&self) -> impl Iterator<Item = u32> + use<> {
        (0..self.len() as u32).flat_map(|t| (0..3).map(move |k| half_edge(t, k)))
    }

    fn set_twin(&mut self, e: u32, twin: u32) {
        self.triangles[triangle_of(e) as usize].twins[side_of(e)] = twin;
    }

    /// Removes triangles on the border that are no higher than `height` above it: what rounding makes of points on one
    /// line. Interpolation between their far corners would have no meaning.
    pub(super) fn peel(&mut self, height: f64) {
        let mut border: Vec<u32> = self.half_edges().filter(|&e| self.twin(e) == NONE).collect();
        let mut gone: Vec<u32> = Vec::new();
        while let Some(e) = border.pop() {
            if self.corner(e) == NONE || !self.is_flat(e, height) {
                continue;
            }
            let t = triangle_of(e);
            for twin in self.triangles[t as usize].twins.into_iter().filter(|&twin| twin != NONE) {
                self.set_twin(twin, NONE);
                border.push(twin);
            }
            self.triangles[t as usize] = Triangle { corners: [NONE; 3], twins: [NONE; 3] };
            gone.push(t);
        }
        gone.sort_unstable();
        self.close_gaps(gone.into_iter());
    }

    /// Whether the third corner lies on the edge, but for `height`.
    fn is_flat(&self, e: u32, height: f64) -> bool {
        let [p, q, r] = [e, next(e), previous(e)].map(|e| self.points[self.corner(e) as usize]);
        let (edge, to) = ([q[0] - p[0], q[1] - p[1]], [r[0] - p[0], r[1] - p[1]]);
        let squared = edge[0] * edge[0] + edge[1] * edge[1];
        let along = edge[0] * to[0] + edge[1] * to[1];
        let across = edge[0] * to[1] - edge[1] * to[0];
        across <= height * squared.sqrt() && (0.0..=squared).contains(&along)
    }

    /// Moves the last triangles to where there are none: at `gaps`, in ascending order, which have no vertices.
    pub(super) fn close_gaps(&mut self, gaps: impl Iterator<Item = u32>) {
        let mut gaps = gaps;
        loop {
            while self.triangles.last().is_some_and(|last| last.corners[0] == NONE) {
                self.triangles.pop();
            }
            let Some(t) = gaps.next().filter(|&t| (t as usize) < self.len()) else { return };
            let Some(last) = self.triangles.pop() else { return };
            self.triangles[t as usize] = last;
            for (k, twin) in (0..).zip(last.twins).filter(|&(_, twin)| twin != NONE) {
                self.set_twin(twin, half_edge(t, k));
            }
        }
    }
}
