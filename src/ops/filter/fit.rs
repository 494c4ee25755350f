//! Least-squares polynomials in windows of an image.
//!
//! A basis of the polynomials in x and y up to a total degree n are the products p_a(x) p_b(y), a + b <= n, of the Gram
//! polynomials, which are orthonormal on the window's points. So the fit's value at (s, t) from the window's middle is the
//! sum over a of p_a(s) p_a(x) times the sum over b <= n - a of p_b(t) p_b(y), summed over the window's pixels: n + 1
//! products of kernels, of which half vanish in the middle, where p_a is 0 for odd a and its derivative for even a.

use crate::array::{Float, alloc};
use crate::context::{Result, Stage, parallel};
use crate::ops::engine::frames::Frame;

/// Polynomials of a total degree on a square window, and quantities computed from them.
pub(super) struct Fit {
    points: usize,
    radius: usize,
    degree: usize,
    /// Which derivative is taken along [y, x].
    along: [usize; 2],
    /// `values[a][i]`: the polynomial of degree a at the window's point i.
    values: Vec<Vec<f64>>,
    /// Their derivatives there.
    slopes: Vec<Vec<f64>>,
}

/// The weights of a kernel from the middle on, and whether those before have the other sign.
pub(super) struct Half {
    pub(super) half: Vec<f64>,
    pub(super) odd: bool,
}

/// A pivot, relative to the element that it came from, below which a polynomial counts as determined by those of lower degree.
const DEPENDENT: f64 = 1e-11;

impl Fit {
    /// `points` is odd and above `degree`.
    pub(super) fn new(points: usize, degree: usize, along: [usize; 2]) -> Fit {
        let radius = points / 2;
        let x = |i: usize| i as f64 - radius as f64;
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        let mut values: Vec<Vec<f64>> = Vec::new();
        let mut slopes: Vec<Vec<f64>> = Vec::new();
        for a in 0..=degree {
            let (mut value, mut slope) = match a.checked_sub(1) {
                None => (vec![1.0; points], vec![0.0; points]),
                Some(last) => (
                    values[last].iter().enumerate().map(|(i, p)| x(i) * p).collect::<Vec<f64>>(),
                    values[last].iter().zip(&slopes[last]).enumerate().map(|(i, (p, d))| p + x(i) * d).collect(),
                ),
            };
            // Twice is enough (L. Giraud et al. 2005): once leaves what rounding makes at high degrees. Parity makes
            // every other product 0; skipping it keeps parity exact.
            for _ in 0..2 {
                for b in (0..a).rev().filter(|b| (a - b) % 2 == 0) {
                    let overlap = dot(&value, &values[b]);
                    value.iter_mut().zip(&values[b]).for_each(|(v, p)| *v -= overlap * p);
                    slope.iter_mut().zip(&slopes[b]).for_each(|(v, p)| *v -= overlap * p);
                }
            }
            let length = dot(&value, &value).sqrt();
            value.iter_mut().for_each(|v| *v /= length);
            slope.iter_mut().for_each(|v| *v /= length);
            values.push(value);
            slopes.push(slope);
        }
        Fit { points, radius, degree, along, values, slopes }
    }

    fn taken(&self, axis: usize) -> &[Vec<f64>] {
        if self.along[axis] == 0 { &self.values } else { &self.slopes }
    }

    /// The weights of a column's pixels in a fit of degree `degree` along y, taken at point `t` of the window.
    fn column_weights(&self, degree: usize, t: usize) -> Vec<f64> {
        let taken = self.taken(0);
        let weight = |i: usize| (0..=degree).map(|b| taken[b][t] * self.values[b][i]).sum();
        (0..self.points).map(weight).collect()
    }

    /// The kernels [along the columns, along the rows] whose products add up to the fit taken in the window's middle.
    pub(super) fn products(&self) -> Vec<[Half; 2]> {
        let middle = self.radius;
        let half = |weights: &[f64], odd: bool| {
            let mut half = weights[middle..].to_vec();
            if odd {
                half[0] = 0.0;
            }
            Half { half, odd }
        };
        let odd = self.along.map(|derivative| derivative == 1);
        (self.along[1]..=self.degree)
            .step_by(2)
            .map(|a| {
                let at = self.taken(1)[a][middle];
                let row: Vec<f64> = self.values[a].iter().map(|p| at * p).collect();
                [half(&self.column_weights(self.degree - a, middle), odd[0]), half(&row, odd[1])]
            })
            .collect()
    }

    /// The first row or column of the window of a pixel.
    fn start(&self, at: usize, n: usize) -> usize {
        at.saturating_sub(self.radius).min(n - self.points)
    }

    /// Computes again the pixels whose windows would reach beyond the edge.
    pub(super) fn at_edges<T: Float>(&self, stage: &Stage<'_>, frame: Frame<'_, T>, out: &mut [T]) -> Result<()> {
        let (rows, columns) = (frame.rows, frame.columns);
        let (points, radius, middle) = (self.points, self.radius, self.radius);
        parallel::rows(stage, out, columns, 4, |first, piece| {
            let mut folded = alloc::zeroed_vec::<f64>((self.degree + 1) * columns)?;
            for (r, out) in (first..).zip(piece.chunks_mut(columns)) {
                let top = self.start(r, rows);
                let shifted = r - top != middle;
                // The columns that are needed, and of those the ones whose pixels are computed.
                let ranges = if shifted || columns <= 2 * points {
                    [(0..columns, 0..columns), (0..0, 0..0)]
                } else {
                    [(0..points, 0..radius), (columns - points..columns, columns - radius..columns)]
                };
                for (a, folded) in folded.chunks_mut(columns).enumerate() {
                    let weights = self.column_weights(self.degree - a, r - top);
                    for (needed, _) in &ranges {
                        let folded = &mut folded[needed.clone()];
                        folded.fill(0.0);
                        for (i, &weight) in weights.iter().enumerate() {
                            let pixels = &frame.pixels[(top + i) * columns..][needed.clone()];
                            folded.iter_mut().zip(pixels).for_each(|(sum, x)| *sum += weight * x.to_f64());
                        }
                    }
                }
                for c in ranges.into_iter().flat_map(|(_, computed)| computed) {
                    let left = self.start(c, columns);
                    let terms = self.taken(1).iter().zip(&self.values).zip(folded.chunks(columns));
                    let value = terms.map(|((taken, basis), folded)| {
                        taken[c - left] * basis.iter().zip(&folded[left..]).map(|(p, x)| p * x).sum::<f64>()
                    });
                    out[c] = T::from_f64(value.sum());
                }
            }
            Ok(())
        })
    }

    /// Computes again the pixels whose windows are shifted or have invalid pixels, and says which have no result.
    pub(super) fn around_gaps<T: Float>(
        &self,
        stage: &Stage<'_>,
        frame: Frame<'_, T>,
        invalid: &[bool],
        out: &mut [T],
        mask: &mut [bool],
    ) -> Result<()> {
        let (rows, columns) = (frame.rows, frame.columns);
        let pieces = out.chunks_mut(columns).zip(mask.chunks_mut(columns)).enumerate();
        parallel::for_each(stage, pieces, |(r, (out, mask))| {
            let top = self.start(r, rows);
            // How many invalid pixels each column has in the window's rows.
            let mut counts = alloc::zeroed_vec::<u32>(columns)?;
            for row in invalid[top * columns..].chunks(columns).take(self.points) {
                counts.iter_mut().zip(row).for_each(|(count, &invalid)| *count += u32::from(invalid));
            }
            let mut solver = Solver::new(self);
            for c in 0..columns {
                if c % 64 == 0 {
                    stage.context().check_cancelled()?;
                }
                let left = self.start(c, columns);
                let gaps = counts[left..][..self.points].iter().sum::<u32>() as usize;
                if invalid[r * columns + c] {
                    out[c] = T::ZERO;
                    mask[c] = true;
                } else if gaps > 0 || r - top != self.radius || c - left != self.radius {
                    match solver.solve(&frame, invalid, [top, left], [r - top, c - left], gaps) {
                        Some(value) => out[c] = T::from_f64(value),
                        None => {
                            out[c] = T::ZERO;
                            mask[c] = true;
                        }
                    }
                }
            }
            Ok(())
        })
    }
}

/// Fits to the valid pixels of one window after the other.
struct Solver<'a> {
    fit: &'a Fit,
    /// The degrees (along y, along x) of the basis, by total degree.
    basis: Vec<[usize; 2]>,
    /// The basis at one pixel.
    phi: Vec<f64>,
    /// Products of the basis summed over the window, then their Cholesky factor; lower triangle, row by row.
    normal: Vec<f64>,
    right: Vec<f64>,
}

impl<'a> Solver<'a> {
    fn new(fit: &'a Fit) -> Self {
        let basis: Vec<[usize; 2]> = (0..=fit.degree).flat_map(|d| (0..=d).map(move |b| [b, d - b])).collect();
        let n = basis.len();
        Solver { fit, basis, phi: vec![0.0; n], normal: vec![0.0; n * (n + 1) / 2], right: vec![0.0; n] }
    }

    fn at(&mut self, [y, x]: [usize; 2]) {
        for (phi, &[b, a]) in self.phi.iter_mut().zip(&self.basis) {
            *phi = self.fit.values[b][y] * self.fit.values[a][x];
        }
    }

    /// The fit to the window that begins at `start`, taken at its point `place`; `gaps` of its pixels are invalid.
    fn solve<T: Float>(
        &mut self,
        frame: &Frame<'_, T>,
        invalid: &[bool],
        start: [usize; 2],
        place: [usize; 2],
        gaps: usize,
    ) -> Option<f64> {
        let (points, n) = (self.fit.points, self.basis.len());
        // The basis is orthonormal on the whole window: where few pixels are missing it is quicker to take them away.
        let away = 4 * gaps < points * points;
        self.normal.fill(0.0);
        self.right.fill(0.0);
        if away {
            for i in 0..n {
                self.normal[i * (i + 1) / 2 + i] = 1.0;
            }
        }
        for y in 0..points {
            let row = (start[0] + y) * frame.columns + start[1];
            for x in 0..points {
                let invalid = invalid[row + x];
                if invalid && !away {
                    continue;
                }
                self.at([y, x]);
                if !invalid {
                    let value = frame.pixels[row + x].to_f64();
                    self.right.iter_mut().zip(&self.phi).for_each(|(sum, phi)| *sum += value * phi);
                }
                if invalid == away {
                    let sign = if away { -1.0 } else { 1.0 };
                    let mut rows = &mut self.normal[..];
                    for i in 0..n {
                        let (row, rest) = rows.split_at_mut(i + 1);
                        let factor = sign * self.phi[i];
                        row.iter_mut().zip(&self.phi).for_each(|(sum, phi)| *sum += factor * phi);
                        rows = rest;
                    }
                }
            }
        }
        let degree = self.factorise()?;
        if self.fit.along[0] + self.fit.along[1] > degree {
            return None;
        }
        let n = (degree + 1) * (degree + 2) / 2;
        self.substitute(n);
        let terms = self.right[..n].iter().zip(&self.basis);
        let value = terms.map(|(c, &[b, a])| c * self.fit.taken(0)[b][place[0]] * self.fit.taken(1)[a][place[1]]).sum();
        Some(value)
    }

    /// Cholesky's factor of as many polynomials as are determined; their degree. The basis goes by total degree, so that the
    /// factor's first rows are that of the lower degrees.
    fn factorise(&mut self) -> Option<usize> {
        let at = |i: usize, j: usize| i * (i + 1) / 2 + j;
        for i in 0..self.basis.len() {
            for j in 0..=i {
                let known: f64 = (0..j).map(|k| self.normal[at(i, k)] * self.normal[at(j, k)]).sum();
                let rest = self.normal[at(i, j)] - known;
                if j < i {
                    self.normal[at(i, j)] = rest / self.normal[at(j, j)];
                } else if rest > DEPENDENT * self.normal[at(i, i)] && rest > 0.0 {
                    self.normal[at(i, i)] = rest.sqrt();
                } else {
                    // All of this degree, or none of it.
                    return (self.basis[i][0] + self.basis[i][1]).checked_sub(1);
                }
            }
        }
        Some(self.fit.degree)
    }

    /// Solves for the first `n` coefficients.
    fn substitute(&mut self, n: usize) {
        let at = |i: usize, j: usize| i * (i + 1) / 2 + j;
        for i in 0..n {
            let known: f64 = (0..i).map(|k| self.normal[at(i, k)] * self.right[k]).sum();
            self.right[i] = (self.right[i] - known) / self.normal[at(i, i)];
        }
        for i in (0..n).rev() {
            let known: f64 = (i + 1..n).map(|k| self.normal[at(k, i)] * self.right[k]).sum();
            self.right[i] = (self.right[i] - known) / self.normal[at(i, i)];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_polynomials_are_orthonormal_and_their_slopes_are_right() {
        for (points, degree) in [(1, 0), (3, 2), (5, 4), (15, 5), (41, 20)] {
            let fit = Fit::new(points, degree, [0, 0]);
            for a in 0..=degree {
                for b in 0..=a {
                    let dot: f64 = fit.values[a].iter().zip(&fit.values[b]).map(|(x, y)| x * y).sum();
                    assert!((dot - f64::from(u8::from(a == b))).abs() < 1e-12, "{points}: {a}, {b}");
                }
            }
        }
        // Degree 2 on 5 points: (x^2 - 2) / sqrt(14).
        let fit = Fit::new(5, 2, [0, 0]);
        let x = [-2.0f64, -1.0, 0.0, 1.0, 2.0];
        assert!(fit.values[2].iter().zip(x).all(|(v, x)| (v - (x * x - 2.0) / 14f64.sqrt()).abs() < 1e-14));
        assert!(fit.slopes[2].iter().zip(x).all(|(v, x)| (v - 2.0 * x / 14f64.sqrt()).abs() < 1e-14));
    }
}
