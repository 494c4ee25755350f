//! Symmetric matrices of two rows.

/// The eigenvalues of a symmetric matrix, the smaller first.
pub fn eigenvalues([[a, b], [_, d]]: [[f64; 2]; 2]) -> (f64, f64) {
    let (mean, root) = ((a + d) / 2.0, ((a - d) / 2.0).hypot(b));
    (mean - root, mean + root)
}

/// The eigenvector of the smaller eigenvalue, of length 1.
pub fn least_direction([[a, b], [_, d]]: [[f64; 2]; 2]) -> [f64; 2] {
    // The larger eigenvalue's direction lies at half of this angle; the other one across it.
    let (sin, cos) = ((2.0 * b).atan2(a - d) / 2.0).sin_cos();
    [-sin, cos]
}

/// v A v.
pub fn along(a: [[f64; 2]; 2], v: [f64; 2]) -> f64 {
    (0..2).map(|i| (0..2).map(|k| v[i] * a[i][k] * v[k]).sum::<f64>()).sum()
}

/// The smaller eigenvalue of `a` inverse times `b`.
pub fn eigenvalues_of_ratio(a: [[f64; 2]; 2], b: [[f64; 2]; 2]) -> f64 {
    let inverse = inverse(a);
    let product = |i: usize, k: usize| inverse[i][0] * b[0][k] + inverse[i][1] * b[1][k];
    let (trace, determinant) =
        (product(0, 0) + product(1, 1), product(0, 0) * product(1, 1) - product(0, 1) * product(1, 0));
    (trace - (trace * trace - 4.0 * determinant).max(0.0).sqrt()) / 2.0
}

/// The inverse.
pub fn inverse([[a, b], [c, d]]: [[f64; 2]; 2]) -> [[f64; 2]; 2] {
    let determinant = a * d - b * c;
    [[d / determinant, -b / determinant], [-c / determinant, a / determinant]]
}
