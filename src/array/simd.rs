//! Kernels for the processor's instruction sets: all of them are made here.

/// Compiles a function for baseline x86-64 and for the levels v3 (AVX2, FMA) and v4 (AVX-512), and chooses at each call the one that
/// [`instruction_set`](crate::context::instruction_set) names. Elsewhere it is the plain function. All versions give the same
/// bits: the compiler fuses no multiplication with an addition unless it is told to (`mul_add`, which a kernel must not use: it is
/// a library call in the baseline).
///
/// For inner loops over slices alone. What the function calls must be inlined into it (closures, `#[inline(always)]`),
/// or it stays baseline.
///
/// With the attribute `#[no_avx512]` a kernel has no version for v4, and that for v3 serves there too: for kernels that gain nothing by it, since each
/// version is a third of what is compiled. Simple arithmetic does not (measured), and searches for a minimum lose.
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
    use crate::array::simd::multiversioned;
    use crate::context::{InstructionSet, instruction_set, set_instruction_set};

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

    multiversioned! {
        /// A closure's type is named after the function that it stands in.
        fn version() -> &'static str {
            std::any::type_name_of_val(&|| ())
        }
    }

    multiversioned! {
        #[no_avx512]
        fn lower_version() -> &'static str {
            std::any::type_name_of_val(&|| ())
        }
    }

    #[test]
    fn the_version_that_runs_is_the_one_that_is_set() {
        // Other tests of this process may run meanwhile: their results do not depend on it.
        for &level in InstructionSet::ALL {
            if level > InstructionSet::best() {
                assert!(set_instruction_set(Some(level)).is_err());
                continue;
            }
            set_instruction_set(Some(level)).unwrap();
            assert_eq!(instruction_set(), level);
            let name = match level {
                InstructionSet::Baseline => "baseline",
                InstructionSet::Avx2 => "with_avx2",
                InstructionSet::Avx512 => "with_avx512",
            };
            assert!(version().contains(&format!("version::{name}::")), "{level:?}: {}", version());
            let lower = name.replace("avx512", "avx2");
            assert!(lower_version().contains(&format!("lower_version::{lower}::")), "{level:?}: {}", lower_version());
        }
        set_instruction_set(None).unwrap();
        assert_eq!(instruction_set(), InstructionSet::best());
    }
}
