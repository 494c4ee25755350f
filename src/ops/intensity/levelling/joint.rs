//! Polynomials along x and along y, fitted together.
//!
//! Where all pixels of a rectangle are valid, a polynomial of x less its mean is orthogonal to one of y, so fitting one after
//! the other is the least squares fit of both. A mask that is no rectangle takes that away: the mean of a column then
//! depends on which of its rows are valid, and the first fit takes over a part of what belongs to the second one.
//!
//! With polynomials `P` and `Q` that are orthonormal on the valid columns and rows, weighted by their numbers of pixels, the
//! normal equations of `sum a P(x) + sum b Q(y)` are `[1 C; C' 1] [a; b] = [r; s]` with `C = sum over pixels of P(x) Q(y)`.
//! The singular values of `C` are the canonical correlations between both (Hotelling 1936, "Relations between two sets of
//! variates"); where one is 1, a term along x and one along y are the same on all valid pixels.

use super::polynomial::{Axis, Basis, Polynomial};
use super::sums::{Sums, Valid};
use crate::array::alloc;
use crate::context::{Context, Result, Warning};

/// Terms whose part that differs on the valid pixels is less than this (squared, of 1) cannot be told apart.
const SAME: f64 = 1e-11;

/// So often the residuals are fitted again: what rounding left of the fit before is removed.
const REFINEMENTS: usize = 2;

/// The polynomials of these degrees along x and along y whose sum fits the valid pixels, less their mean, best. Where several
/// sums fit equally well, the one whose polynomials are the smallest, with a warning.
pub(super) fn fit(
    ctx: &Context,
    sums: &Sums,
    valid: &Valid<'_>,
    (along_x, horizontal): (Axis, usize),
    (along_y, vertical): (Axis, usize),
) -> Result<[Polynomial; 2]> {
    let [columns, rows] = sums.positions();
    let lengths = [along_x.coefficients(horizontal), along_y.coefficients(vertical)];
    let p = along_x.orthonormal(&columns, along_x.possible(ctx, columns.len(), horizontal))?;
    let mut q = along_y.orthonormal(&rows, along_y.possible(ctx, rows.len(), vertical))?;
    // There is one constant, and it belongs to x.
    q.remove(0);
    let (first_column, first_row) = (along_x.within.0, along_y.within.0);
    let system = System::new(ctx, &p, &q, valid, first_row)?;
    if system.undetermined > 0 {
        ctx.warn_of(Warning::Reduced, format!(
            "level_image: the valid pixels lie so that {} of the horizontal terms cannot be told from vertical ones; of all \
             backgrounds that fit equally well the smallest is subtracted",
            system.undetermined
        ));
    }
    let (mut a, mut b) = (vec![0.0; p.len()], vec![0.0; q.len()]);
    for _ in 0..=REFINEMENTS {
        ctx.check_cancelled()?;
        let (x, y) = (along_x.sum(&p, &a, lengths[0]), along_y.sum(&q, &b, lengths[1]));
        let [of_columns, of_rows] = sums.residuals(valid, &x.values, &y.values);
        let project = |basis: &[Basis], first: usize, sums: &[f64]| -> Vec<f64> {
            basis.iter().map(|polynomial| inner(&polynomial.everywhere[first..], sums)).collect()
        };
        let (da, db) = system.solve(&project(&p, first_column, &of_columns), &project(&q, first_row, &of_rows));
        a.iter_mut().zip(da).for_each(|(a, d)| *a += d);
        b.iter_mut().zip(db).for_each(|(b, d)| *b += d);
    }
    Ok([along_x.sum(&p, &a, lengths[0]), along_y.sum(&q, &b, lengths[1])])
}

/// The normal equations, with the right singular vectors of `C` found by Jacobi rotations (Hestenes 1958, "Inversion of
/// matrices by biorthogonalization and related results").
struct System {
    /// `C`, for each column of it.
    c: Vec<Vec<f64>>,
    /// For each right singular vector: `C v`, `v`, and the part of 1 that the squared singular value leaves.
    directions: Vec<(Vec<f64>, Vec<f64>, f64)>,
    /// The number of directions in which there is no unique solution.
    undetermined: usize,
}

impl System {
    fn new(ctx: &Context, p: &[Basis], q: &[Basis], valid: &Valid<'_>, first_row: usize) -> Result<System> {
        let mut c: Vec<Vec<f64>> = alloc::vec(q.len())?;
        c.resize(q.len(), vec![0.0; p.len()]);
        for (i, p) in p.iter().enumerate() {
            ctx.check_cancelled()?;
            let sums = valid.row_sums(&p.everywhere);
            c.iter_mut().zip(q).for_each(|(column, q)| column[i] = inner(&q.everywhere[first_row..], &sums));
        }
        let mut turned: Vec<(Vec<f64>, Vec<f64>)> = alloc::vec(q.len())?;
        for (j, column) in c.iter().enumerate() {
            let mut unit = vec![0.0; q.len()];
            unit[j] = 1.0;
            turned.push((column.clone(), unit));
        }
        // Twelve sweeps are more than any matrix was seen to need.
        for _ in 0..12 {
            ctx.check_cancelled()?;
            if !sweep(&mut turned) {
                break;
            }
        }
        let directions = turned.into_iter().map(|(cv, v)| {
            let left = 1.0 - inner(&cv, &cv);
            (cv, v, left)
        });
        let directions: Vec<_> = directions.collect();
        let undetermined = directions.iter().filter(|(.., left)| *left < SAME).count();
        Ok(System { c, directions, undetermined })
    }

    /// The coefficients along x and along y for right hand sides `r` and `s`.
    fn solve(&self, r: &[f64], s: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut b = vec![0.0; s.len()];
        for (cv, v, left) in &self.directions {
            let (along_x, along_y) = (inner(cv, r), inner(v, s));
            // Where x and y are the same, each takes half of it: that is the shortest of all solutions.
            let part = if *left < SAME { (along_x + along_y) / 4.0 } else { (along_y - along_x) / left };
            b.iter_mut().zip(v).for_each(|(b, v)| *b += part * v);
        }
        let mut a = r.to_vec();
        for (column, b) in self.c.iter().zip(&b) {
            a.iter_mut().zip(column).for_each(|(a, c)| *a -= c * b);
        }
        (a, b)
    }
}

/// Turns each pair of columns until they are orthogonal; whether any pair was not.
fn sweep(columns: &mut [(Vec<f64>, Vec<f64>)]) -> bool {
    let mut turned = false;
    for j in 1..columns.len() {
        let (before, after) = columns.split_at_mut(j);
        let second = &mut after[0];
        for first in before {
            let (aa, bb, ab) = (inner(&first.0, &first.0), inner(&second.0, &second.0), inner(&first.0, &second.0));
            // Columns of rounding alone have no direction.
            if ab.abs() <= 1e-15 * (aa * bb).sqrt() || ab.abs() < 1e-28 {
                continue;
            }
            turned = true;
            let zeta = (bb - aa) / (2.0 * ab);
            let t = zeta.signum() / (zeta.abs() + zeta.hypot(1.0));
            let cos = 1.0 / t.hypot(1.0);
            let sin = cos * t;
            for (first, second) in [(&mut first.0, &mut second.0), (&mut first.1, &mut second.1)] {
                for (a, b) in first.iter_mut().zip(second) {
                    (*a, *b) = (cos * *a - sin * *b, sin * *a + cos * *b);
                }
            }
        }
    }
    turned
}

/// The sum of products, up to the shorter one's end.
fn inner(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
