//! Symmetric positive definite systems of equations, row by row in a slice.

/// Replaces the lower triangle of a matrix of `n` rows by its Cholesky factor. Returns whether the remainder of each diagonal entry
/// exceeds `least` times the entry; otherwise the equations do not determine all unknowns, and the factor belongs to a system in which these
/// are fixed.
pub(super) fn decompose(matrix: &mut [f64], n: usize, least: f64) -> bool {
    let mut determined = true;
    for i in 0..n {
        for j in 0..=i {
            let sum = (0..j).map(|k| matrix[i * n + k] * matrix[j * n + k]).sum::<f64>();
            let entry = matrix[i * n + j];
            let rest = entry - sum;
            if i == j {
                // Also false for NaN.
                determined &= rest > least * entry;
                matrix[i * n + i] = rest.max(f64::MIN_POSITIVE).sqrt();
            } else {
                matrix[i * n + j] = rest / matrix[j * n + j];
            }
        }
    }
    determined
}

/// Replaces the right-hand side by the solution, with the factor that [`decompose`] has made.
pub(super) fn solve(factor: &[f64], right: &mut [f64]) {
    let n = right.len();
    for i in 0..n {
        let sum = (0..i).map(|k| factor[i * n + k] * right[k]).sum::<f64>();
        right[i] = (right[i] - sum) / factor[i * n + i];
    }
    for i in (0..n).rev() {
        let sum = (i + 1..n).map(|k| factor[k * n + i] * right[k]).sum::<f64>();
        right[i] = (right[i] - sum) / factor[i * n + i];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_solved_fits_the_equations_and_what_is_not_determined_is_told() {
        let matrix = [4.0, 1.0, -1.0, 1.0, 3.0, 0.5, -1.0, 0.5, 2.0];
        let mut factor = matrix;
        assert!(decompose(&mut factor, 3, 1e-10));
        let mut x = [1.0, -2.0, 0.5];
        solve(&factor, &mut x);
        let back = [0, 1, 2].map(|i| (0..3).map(|j| matrix[i * 3 + j] * x[j]).sum::<f64>());
        assert!(back.iter().zip([1.0, -2.0, 0.5]).all(|(a, b)| (a - b).abs() < 1e-12), "{back:?}");
        assert!(!decompose(&mut [1.0, 2.0, 2.0, 4.0], 2, 1e-10));
        assert!(!decompose(&mut [f64::NAN], 1, 1e-10));
    }
}
