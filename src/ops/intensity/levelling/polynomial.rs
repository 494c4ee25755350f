//! Polynomials in one variable, fitted by least squares.

use crate::array::alloc;
use crate::context::{Context, Result, Warning};

/// Index, value and weight of each point to fit.
pub(super) type Points = Vec<(usize, f64, f64)>;

/// A polynomial of the index along one axis of an image.
pub(super) struct Polynomial {
    /// Its values at every index.
    pub values: Vec<f64>,
    /// The coefficients, the highest power first.
    pub coefficients: Vec<f64>,
}

impl Polynomial {
    /// The one with these coefficients, the highest power first.
    pub(super) fn given(coefficients: &[f64], len: usize) -> Polynomial {
        let at = |x: usize| coefficients.iter().fold(0.0, |value, c| value * x as f64 + c);
        Polynomial { values: (0..len).map(at).collect(), coefficients: coefficients.to_vec() }
    }
}

/// An axis of an image.
#[derive(Clone, Copy)]
pub(super) struct Axis {
    /// For messages.
    pub name: &'static str,
    /// The number of indices.
    pub len: usize,
    /// The part that has points: the first index and the one after the last.
    pub within: (usize, usize),
}

impl Axis {
    /// So many coefficients as the area could give, for frames whose masks differ.
    pub(super) fn coefficients(self, degree: usize) -> usize {
        degree.min((self.within.1 - self.within.0).saturating_sub(1)) + 1
    }

    /// The degree that a number of positions can give, with a warning where it is less than the wanted one.
    pub(super) fn possible(self, ctx: &Context, positions: usize, degree: usize) -> usize {
        let possible = positions.saturating_sub(1);
        if degree > possible {
            ctx.warn_of(Warning::Reduced, format!(
                "level_image: the {} degree {degree} is reduced to {possible}: only {positions} positions have valid \
                 pixels",
                self.name
            ));
        }
        degree.min(possible)
    }

    /// The middle of the part with points, and half of its length: powers of an index scaled by them stay below 1.
    fn scale(self) -> (f64, f64) {
        let (first, end) = self.within;
        ((first + end - 1) as f64 / 2.0, ((end - first - 1) as f64 / 2.0).max(0.5))
    }

    /// Polynomials of the degrees 0, 1, ... that are orthonormal on positions with weights, each orthogonalised twice
    /// against all before it, so that they stay orthonormal at high degrees. There are fewer than asked for where
    /// the next one would be rounding alone.
    pub(super) fn orthonormal(self, positions: &[(usize, f64)], degree: usize) -> Result<Vec<Basis>> {
        let (middle, half) = self.scale();
        let scaled = |x: usize| (x as f64 - middle) / half;
        let at: Vec<f64> = positions.iter().map(|p| scaled(p.0)).collect();
        let everywhere: Vec<f64> = (0..self.len).map(scaled).collect();
        let inner =
            |a: &[f64], b: &[f64]| -> f64 { a.iter().zip(b).zip(positions).map(|((a, b), p)| a * b * p.1).sum() };
        let mut all: Vec<Basis> = alloc::vec(degree + 1)?;
        let one = Basis::constant(1.0, at.len(), self.len);
        let norm = inner(&one.at, &one.at).sqrt();
        all.push(one.divided(norm));
        for k in 0..degree {
            let mut next = all[k].times(&at, &everywhere);
            for _ in 0..2 {
                for lower in &all {
                    let part = inner(&next.at, &lower.at);
                    next.add(-part, lower);
                }
            }
            let norm = inner(&next.at, &next.at).sqrt();
            if norm < 1e-14 {
                break;
            }
            all.push(next.divided(norm));
        }
        Ok(all)
    }

    /// The sum of polynomials, each with its weight, with `length` coefficients.
    pub(super) fn sum(self, basis: &[Basis], weights: &[f64], length: usize) -> Polynomial {
        let mut sum = Basis::constant(0.0, 0, self.len);
        for (polynomial, &weight) in basis.iter().zip(weights) {
            sum.add(weight, polynomial);
        }
        let (middle, half) = self.scale();
        Polynomial { values: sum.everywhere, coefficients: in_index(&sum.powers, middle, half, length) }
    }

    /// The polynomial of a degree that fits points (index, value, weight) best. With fewer points than coefficients the
    /// degree is reduced, with a warning.
    ///
    /// Least squares by polynomials that are orthonormal on the points (Forsythe 1957, "Generation and use of orthogonal
    /// polynomials for data-fitting with a digital computer"): no system of equations is solved, so that high degrees and
    /// long axes stay accurate.
    pub(super) fn fit(self, ctx: &Context, points: &[(usize, f64, f64)], degree: usize) -> Polynomial {
        let length = self.coefficients(degree);
        let degree = self.possible(ctx, points.len(), degree);

        let (middle, half) = self.scale();
        let scaled = |x: usize| (x as f64 - middle) / half;
        let (at, everywhere): (Vec<f64>, Vec<f64>) =
            (points.iter().map(|p| scaled(p.0)).collect(), (0..self.len).map(scaled).collect());
        let inner = |a: &[f64], b: &[f64]| -> f64 { a.iter().zip(b).zip(points).map(|((a, b), p)| a * b * p.2).sum() };

        let mut rest: Vec<f64> = points.iter().map(|p| p.1).collect();
        let mut sum = Basis::constant(0.0, at.len(), self.len);
        let one = Basis::constant(1.0, at.len(), self.len);
        let norm_of_one = inner(&one.at, &one.at).sqrt();
        let mut basis = one.divided(norm_of_one);
        let mut before = Basis::constant(0.0, at.len(), self.len);
        let mut norm = 0.0;
        for k in 0..=degree {
            let weight = inner(&rest, &basis.at);
            rest.iter_mut().zip(&basis.at).for_each(|(rest, p)| *rest -= weight * p);
            sum.add(weight, &basis);
            if k == degree {
                break;
            }
            let mut next = basis.times(&at, &everywhere);
            next.add(-norm, &before);
            let shift = inner(&next.at, &basis.at);
            next.add(-shift, &basis);
            norm = inner(&next.at, &next.at).sqrt();
            if norm < 1e-14 {
                break;
            }
            (before, basis) = (basis, next.divided(norm));
        }
        Polynomial { values: sum.everywhere, coefficients: in_index(&sum.powers, middle, half, length) }
    }
}

/// A polynomial at the points, at every index, and by its coefficients in the scaled variable, the lowest power first.
pub(super) struct Basis {
    at: Vec<f64>,
    pub everywhere: Vec<f64>,
    powers: Vec<f64>,
}

impl Basis {
    fn constant(value: f64, points: usize, len: usize) -> Basis {
        Basis { at: vec![value; points], everywhere: vec![value; len], powers: vec![value] }
    }

    fn parts(&mut self) -> [&mut Vec<f64>; 3] {
        [&mut self.at, &mut self.everywhere, &mut self.powers]
    }

    fn divided(mut self, by: f64) -> Basis {
        self.parts().into_iter().flatten().for_each(|v| *v /= by);
        self
    }

    /// Times the variable.
    fn times(&self, at: &[f64], everywhere: &[f64]) -> Basis {
        let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).collect();
        let powers = std::iter::once(0.0).chain(self.powers.iter().copied()).collect();
        Basis { at: product(&self.at, at), everywhere: product(&self.everywhere, everywhere), powers }
    }

    fn add(&mut self, weight: f64, other: &Basis) {
        if self.powers.len() < other.powers.len() {
            self.powers.resize(other.powers.len(), 0.0);
        }
        for (to, from) in self.parts().into_iter().zip([&other.at, &other.everywhere, &other.powers]) {
            to.iter_mut().zip(from).for_each(|(to, from)| *to += weight * from);
        }
    }
}

/// From powers of (x - middle) / half, the lowest first, to `length` coefficients of powers of x, the highest first.
fn in_index(powers: &[f64], middle: f64, half: f64, length: usize) -> Vec<f64> {
    // Horner's scheme, with polynomials in place of numbers; the lowest power first.
    let mut result = vec![0.0; length.max(powers.len())];
    for (k, &c) in powers.iter().rev().enumerate() {
        for i in (0..=k.min(result.len() - 1)).rev() {
            let below = if i > 0 { result[i - 1] } else { 0.0 };
            result[i] = (below - middle * result[i]) / half;
        }
        result[0] += c;
    }
    result.reverse();
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_polynomial_is_found_again_from_any_part_of_the_axis() {
        let ctx = Context::new();
        let truth = [0.5, -1.0, 2.0, 7.0];
        for (len, within) in [(20, (0, 20)), (2048, (100, 1500)), (9, (5, 9))] {
            let value = |x: usize| truth.iter().fold(0.0, |v, c| v * (x as f64 / len as f64) + c);
            let points: Vec<_> = (within.0..within.1).map(|x| (x, value(x), 1.0 + (x % 3) as f64)).collect();
            let fit = Axis { name: "x", len, within }.fit(&ctx, &points, 3);
            assert!((0..len).all(|x| (fit.values[x] - value(x)).abs() < 1e-9 * 20.0), "{len}");
            for (i, c) in fit.coefficients.iter().enumerate() {
                let expected = truth[i] / (len as f64).powi(3 - i as i32);
                assert!((c - expected).abs() < 1e-8 * expected.abs(), "{len} {i} {c} {expected}");
            }
        }
        assert_eq!(ctx.warning_counts().0, 0);
    }

    #[test]
    fn high_degrees_stay_finite_and_fit_what_they_can() {
        let ctx = Context::new();
        let points: Vec<_> = (0..300).map(|x| (x, (x as f64 / 20.0).sin(), 1.0)).collect();
        let fit = Axis { name: "x", len: 300, within: (0, 300) }.fit(&ctx, &points, 40);
        assert!(points.iter().all(|p| (fit.values[p.0] - p.1).abs() < 1e-10));
        let fit = Axis { name: "x", len: 300, within: (0, 300) }.fit(&ctx, &points, 299);
        assert!(fit.values.iter().all(|v| v.is_finite()));
    }
}
