//! The one way to kernels that use what the processor has.

/// Compiles a function for baseline x86-64 and for the levels v3 (AVX2, FMA) and v4 (AVX-512), and chooses at each call the one that
/// [`instruction_set`](crate::context::instruction_set) names. Elsewhere it is the plain function. All versions give the same
/// bits: the compiler fuses no multiplication with an addition unless it is told to (`mul_add`, which a kernel must not use: it is
/// a library call in the baseline).
///
/// For inner loops over slices alone. What the function calls must be inlined into it (closures, `#[inline(always)]`),
/// or it stays baseline.
///
/// ```ignore
/// multiversioned! {
///     /// The sum of the squares.
///     fn squares<T: Float>(x: &[T]) -> T { x.iter().map(|&x| x * x).sum() }
/// }
/// ```
pub(crate) use stoner_macros::multiversioned;

#[cfg(test)]
mod tests {
    use crate::array::Float;

    multiversioned! {
        fn axpy<T: Float>(a: T, x: &[T], y: &mut [T], f: impl Fn(T) -> T) {
            x.iter().zip(y).for_each(|(&x, y)| *y = f(a * x + *y));
        }
    }

    #[test]
    fn a_generic_function_with_a_closure_gives_what_the_plain_code_gives() {
        let x: Vec<f64> = (0..1000).map(|i| (i as f64).sin()).collect();
        let mut y = x.clone();
        axpy(1.1, &x, &mut y, |v| v * 0.3);
        assert!(x.iter().zip(&y).all(|(&x, &y)| y == (1.1 * x + x) * 0.3));
        let mut y = vec![1.0f32; 3];
        axpy(2.0, &[1.0, 2.0, 3.0], &mut y, |v| v);
        assert_eq!(y, [3.0, 5.0, 7.0]);
    }
}
