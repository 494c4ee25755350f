//! Clough-Tocher interpolation: a cubic in each third of each triangle, with one gradient along every edge.
//!
//! The macro-element is that of P. Alfeld 1984, "A trivariate Clough-Tocher scheme for tetrahedral data" (Computer Aided
//! Geometric Design 1, 169), in the Bernstein-Bezier form of G. Farin 1986, "Triangular Bernstein-Bezier patches" (ibid.
//! 3, 83). Across an edge the derivative towards the neighbour's centre is linear, which makes the surface independent
//! of the units of x and y. The gradients at the vertices make the surface's curvature along all edges smallest
//! (G. Nielson 1983, "A method for interpolating scattered data based upon a minimum norm network", Mathematics of
//! Computation 40, 253; R. Renka, A. Cline 1984, "A triangle-based C1 interpolation method", Rocky Mountain Journal of
//! Mathematics 14, 223).

use super::locate::Place;
use super::mesh::{Mesh, NONE, half_edge, next, previous};
use crate::array::alloc;
use crate::context::{Result, Stage, parallel};

/// Steps of the iteration for the gradients: the error is then 7e-12 of what it was.
const STEPS: usize = 20;

/// The part that does not depend on the values: the edges around each vertex.
#[derive(Debug)]
pub struct Edges {
    /// Where the edges of each vertex begin.
    starts: Vec<u32>,
    /// The vertex at the other end of each.
    ends: Vec<u32>,
    /// The weight of each: 1 / length^3.
    weights: Vec<f64>,
    /// The inverse of the 2 x 2 matrix of each vertex: sum of e e^T / length^3 (xx, xy, yy).
    inverses: Vec<[f64; 3]>,
}

impl Edges {
    /// Gathers the edges of a triangulation.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
    pub fn new(stage: &Stage<'_>, mesh: &Mesh) -> Result<Edges> {
        let n = mesh.points.len();
        let mut starts: Vec<u32> = alloc::zeroed_vec(n + 2)?;
        // A border edge has one half-edge and leads both ways.
        let other_way = |e: u32| (mesh.twin(e) == NONE).then(|| mesh.corner(next(e)));
        for e in mesh.half_edges() {
            starts[mesh.corner(e) as usize + 2] += 1;
            if let Some(v) = other_way(e) {
                starts[v as usize + 2] += 1;
            }
        }
        for v in 2..starts.len() {
            starts[v] += starts[v - 1];
        }
        let mut ends: Vec<u32> = alloc::zeroed_vec(starts[n + 1] as usize)?;
        let mut weights: Vec<f64> = alloc::zeroed_vec(ends.len())?;
        let mut put = |from: u32, to: u32| {
            let at = &mut starts[from as usize + 1];
            ends[*at as usize] = to;
            *at += 1;
        };
        for e in mesh.half_edges() {
            put(mesh.corner(e), mesh.corner(next(e)));
            if let Some(v) = other_way(e) {
                put(v, mesh.corner(e));
            }
        }
        stage.report(0.5)?;
        let mut inverses = alloc::vec(n)?;
        for v in 0..n {
            let p = mesh.points[v];
            let [mut xx, mut xy, mut yy] = [0.0; 3];
            let range = starts[v] as usize..starts[v + 1] as usize;
            for (&other, weight) in ends[range.clone()].iter().zip(&mut weights[range]) {
                let e = difference(mesh.points[other as usize], p);
                let squared = e[0] * e[0] + e[1] * e[1];
                *weight = 1.0 / (squared * squared.sqrt());
                xx += e[0] * e[0] * *weight;
                xy += e[0] * e[1] * *weight;
                yy += e[1] * e[1] * *weight;
            }
            let det = xx * yy - xy * xy;
            // A vertex without edges is in no triangle and needs no gradient.
            inverses.push(if det > 0.0 { [yy / det, -xy / det, xx / det] } else { [0.0; 3] });
        }
        Ok(Edges { starts, ends, weights, inverses })
    }

    fn around(&self, v: usize) -> impl Iterator<Item = (u32, f64)> {
        let range = self.starts[v] as usize..self.starts[v + 1] as usize;
        self.ends[range.clone()].iter().copied().zip(self.weights[range].iter().copied())
    }

    /// The gradient at each vertex that makes the sum over all edges of the integral of the squared second derivative along
    /// the edge smallest.
    ///
    /// For the gradient g of one vertex, with those h of its neighbours fixed, that is the solution of
    /// (sum e e^T / L^3) g = sum (3/2 (f' - f) - 1/2 e.h) e / L^3. Each edge's part of the whole matrix has the eigenvalues
    /// 1/2 and 3/2 relative to the diagonal blocks, so those of the iteration that solves at all vertices at once lie between
    /// -1/2 and 1/2. Chebyshev acceleration with these bounds (Golub, Varga 1961, Numerische Mathematik 3, 147) makes the
    /// error 0.268 times as large in each of the [`STEPS`] steps, whatever points, values and units are. No vertex waits
    /// for another: any number of threads gives the same bits.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
    pub fn gradients(&self, stage: &Stage<'_>, mesh: &Mesh, values: &[f64]) -> Result<Vec<[f64; 2]>> {
        let n = values.len();
        let mut constants = alloc::vec(n)?;
        constants.resize(n, [0.0; 2]);
        parallel::rows(&stage.nth(0, STEPS), &mut constants, 1, 8, |first, constants| {
            for (v, constant) in (first..).zip(constants) {
                let mut sum = [0.0; 2];
                for (other, weight) in self.around(v) {
                    let e = difference(mesh.points[other as usize], mesh.points[v]);
                    let part = 1.5 * (values[other as usize] - values[v]) * weight;
                    sum = [sum[0] + part * e[0], sum[1] + part * e[1]];
                }
                *constant = apply(self.inverses[v], sum);
            }
            Ok(())
        })?;
        // The step before the last one; overwritten by the next.
        let mut older: Vec<[f64; 2]> = alloc::vec(n)?;
        older.resize(n, [0.0; 2]);
        let mut last = alloc::vec(n)?;
        last.extend_from_slice(&constants);
        let mut ahead = 1.0 / (1.0 - 0.125);
        for step in 1..STEPS {
            parallel::rows(&stage.nth(step, STEPS), &mut older, 1, 8, |first, out| {
                for (v, out) in (first..).zip(out) {
                    let (p, mut sum) = (mesh.points[v], [0.0; 2]);
                    for (other, weight) in self.around(v) {
                        let e = difference(mesh.points[other as usize], p);
                        let h: [f64; 2] = last[other as usize];
                        let part = (e[0] * h[0] + e[1] * h[1]) * weight;
                        sum = [sum[0] + part * e[0], sum[1] + part * e[1]];
                    }
                    let turned = apply(self.inverses[v], sum);
                    *out = [0, 1].map(|i| ahead * (constants[v][i] - 0.5 * turned[i] - out[i]) + out[i]);
                }
                Ok(())
            })?;
            std::mem::swap(&mut last, &mut older);
            ahead = 1.0 / (1.0 - 0.0625 * ahead);
        }
        Ok(last)
    }
}

/// The value at each place from values and gradients at the vertices; `fill` where a place is outside.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
pub fn interpolate(
    stage: &Stage<'_>,
    mesh: &Mesh,
    places: &[Place],
    values: &[f64],
    gradients: &[[f64; 2]],
    fill: f64,
) -> Result<Vec<f64>> {
    let mut out = alloc::zeroed_vec(places.len())?;
    parallel::rows(stage, &mut out, 1, 16, |first, out| {
        let (mut current, mut patch) = (NONE, Patch::default());
        for (out, place) in out.iter_mut().zip(&places[first..]) {
            if place.triangle != NONE && place.triangle != current {
                (current, patch) = (place.triangle, Patch::new(mesh, place.triangle, values, gradients));
            }
            *out = if place.triangle == NONE { fill } else { patch.at(place.weights) };
        }
        Ok(())
    })?;
    Ok(out)
}

/// The Bernstein-Bezier coefficients of one triangle. Index k means corner k and for the edge opposite to it.
#[derive(Default)]
struct Patch {
    /// At the corners.
    corner: [f64; 3],
    /// Next to corner k, on the edge to corner k + 1 and to corner k + 2.
    on_edge: [[f64; 2]; 3],
    /// Next to corner k, towards the centre.
    inward: [f64; 3],
    /// Beside the middle of the edge opposite to corner k.
    beside: [f64; 3],
    /// Next to the centre, towards corner k.
    outward: [f64; 3],
    /// At the centre.
    centre: f64,
}

impl Patch {
    fn new(mesh: &Mesh, t: u32, values: &[f64], gradients: &[[f64; 2]]) -> Patch {
        let vertices = mesh.triangle(t).map(|v| v as usize);
        let p = vertices.map(|v| mesh.points[v]);
        let corner = vertices.map(|v| values[v]);
        let along = |k: usize, to: usize| {
            let (e, g) = (difference(p[to], p[k]), gradients[vertices[k]]);
            corner[k] + (g[0] * e[0] + g[1] * e[1]) / 3.0
        };
        let on_edge = [0, 1, 2].map(|k| [along(k, (k + 1) % 3), along(k, (k + 2) % 3)]);
        let inward = [0, 1, 2].map(|k| (corner[k] + on_edge[k][0] + on_edge[k][1]) / 3.0);
        let beside = [0, 1, 2].map(|k| {
            let (i, j) = ((k + 1) % 3, (k + 2) % 3);
            let [fi, eij, eji, fj] = [corner[i], on_edge[i][0], on_edge[j][1], corner[j]];
            // The direction across the edge is (centre - i) + skew (j - i), up to a factor.
            let skew = self::skew(mesh, half_edge(t, i as u32), p[i], p[j], p[k]);
            (skew * (3.0 * (eij - eji) + fj - fi) + 2.0 * eij - eji - fi + inward[i] + inward[j]) / 2.0
        });
        let outward = [0, 1, 2].map(|k| (inward[k] + beside[(k + 1) % 3] + beside[(k + 2) % 3]) / 3.0);
        Patch { corner, on_edge, inward, beside, outward, centre: (outward[0] + outward[1] + outward[2]) / 3.0 }
    }

    fn at(&self, [w1, w2]: [f64; 2]) -> f64 {
        let w = [1.0 - w1 - w2, w1, w2];
        // The third of the triangle in which the point lies is that opposite to corner k.
        let k = if w[0] <= w[1] && w[0] <= w[2] {
            0
        } else if w[1] <= w[2] {
            1
        } else {
            2
        };
        let (i, j) = ((k + 1) % 3, (k + 2) % 3);
        let (a, b, c) = (w[i] - w[k], w[j] - w[k], 3.0 * w[k]);
        let edge = a * a * (a * self.corner[i] + 3.0 * b * self.on_edge[i][0])
            + b * b * (b * self.corner[j] + 3.0 * a * self.on_edge[j][1]);
        let near = 3.0 * c * (a * a * self.inward[i] + 2.0 * a * b * self.beside[k] + b * b * self.inward[j]);
        let middle = c * c * (3.0 * (a * self.outward[i] + b * self.outward[j]) + c * self.centre);
        edge + near + middle
    }
}

/// How far the direction from the centre of the triangle (i, j, k) to that of its neighbour across the half-edge i to j
/// leans along the edge; -1/2, towards the middle of the edge, where there is no neighbour.
fn skew(mesh: &Mesh, e: u32, i: [f64; 2], j: [f64; 2], k: [f64; 2]) -> f64 {
    let twin = mesh.twin(e);
    if twin == NONE {
        return -0.5;
    }
    let far = difference(mesh.points[mesh.corner(previous(twin)) as usize], i);
    let (ij, ik) = (difference(j, i), difference(k, i));
    // The neighbour's third corner is i + s (j - i) + r (k - i), with r < 0.
    let area = ij[0] * ik[1] - ij[1] * ik[0];
    let s = (far[0] * ik[1] - far[1] * ik[0]) / area;
    let r = (ij[0] * far[1] - ij[1] * far[0]) / area;
    // Three times the way between the centres is s (j - i) + (r - 1)(k - i), and k - i is 3 (centre - i) - (j - i).
    let skew = (s - r + 1.0) / (3.0 * (r - 1.0));
    if skew.is_finite() { skew } else { -0.5 }
}

fn difference(a: [f64; 2], b: [f64; 2]) -> [f64; 2] {
    [a[0] - b[0], a[1] - b[1]]
}

/// A symmetric matrix (xx, xy, yy) times a vector.
fn apply([xx, xy, yy]: [f64; 3], [x, y]: [f64; 2]) -> [f64; 2] {
    [xx * x + xy * y, xy * x + yy * y]
}
