//! A value with its first and second derivatives along x and y, and the maximum of what is computed with them.

use std::ops::{Div, Mul, Sub};

/// A value and its derivatives along x and y.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Jet {
    pub(super) value: f64,
    /// d/dx, d/dy.
    pub(super) gradient: [f64; 2],
    /// d2/dx2, d2/dxdy, d2/dy2.
    pub(super) hessian: [f64; 3],
}

/// The axes of the three second derivatives.
const AXES: [(usize, usize); 3] = [(0, 0), (0, 1), (1, 1)];

impl Jet {
    pub(super) fn scaled(self, factor: f64) -> Jet {
        Jet {
            value: factor * self.value,
            gradient: self.gradient.map(|x| factor * x),
            hessian: self.hessian.map(|x| factor * x),
        }
    }

    /// A function of one variable at this value, from it and its first two derivatives there.
    pub(super) fn through(self, [f, df, ddf]: [f64; 3]) -> Jet {
        let g = self.gradient;
        let second = |k: usize| df * self.hessian[k] + ddf * g[AXES[k].0] * g[AXES[k].1];
        Jet { value: f, gradient: g.map(|x| df * x), hessian: [second(0), second(1), second(2)] }
    }

    /// The step to the maximum of the parabola that this is; `None` where it has none.
    fn step_up(&self) -> Option<[f64; 2]> {
        let ([a, b, c], [x, y]) = (self.hessian, self.gradient);
        let determinant = a * c - b * b;
        // Also false for NaN.
        if !(a < 0.0 && determinant > 1e-12 * a * c) {
            return None;
        }
        Some([(b * y - c * x) / determinant, (b * x - a * y) / determinant])
    }
}

impl Sub for Jet {
    type Output = Jet;

    fn sub(self, other: Jet) -> Jet {
        let mut out = self;
        out.value -= other.value;
        out.gradient.iter_mut().zip(other.gradient).for_each(|(a, b)| *a -= b);
        out.hessian.iter_mut().zip(other.hessian).for_each(|(a, b)| *a -= b);
        out
    }
}

#[allow(clippy::suspicious_arithmetic_impl, reason = "the rule of products has sums")]
impl Mul for Jet {
    type Output = Jet;

    fn mul(self, other: Jet) -> Jet {
        let (f, g) = (self, other);
        let second = |k: usize| {
            let (i, j) = AXES[k];
            f.value * g.hessian[k]
                + f.gradient[i] * g.gradient[j]
                + f.gradient[j] * g.gradient[i]
                + f.hessian[k] * g.value
        };
        let first = |i: usize| f.value * g.gradient[i] + f.gradient[i] * g.value;
        Jet { value: f.value * g.value, gradient: [first(0), first(1)], hessian: [second(0), second(1), second(2)] }
    }
}

impl Div for Jet {
    type Output = Jet;

    fn div(self, other: Jet) -> Jet {
        let x = other.value;
        self * other.through([1.0 / x, -1.0 / (x * x), 2.0 / (x * x * x)])
    }
}

/// The place of the maximum that is reached uphill from `start` by Newton's method, and the jet there; `None` when there is
/// none within `reach` of it along either axis.
pub(super) fn climb(f: impl Fn([f64; 2]) -> Jet, start: [f64; 2], reach: f64) -> Option<([f64; 2], Jet)> {
    let (mut at, mut here) = (start, f(start));
    for _ in 0..50 {
        let mut step = match here.step_up() {
            Some(step) => step,
            None => {
                // Not yet in the cap: uphill.
                let [x, y] = here.gradient;
                let length = x.hypot(y);
                if !(length > 0.0 && length.is_finite()) {
                    return None;
                }
                [0.1 * x / length, 0.1 * y / length]
            }
        };
        let longest = step[0].abs().max(step[1].abs());
        if longest > 0.25 {
            step = step.map(|x| x * 0.25 / longest);
        }
        let mut next = f([at[0] + step[0], at[1] + step[1]]);
        // A maximum is flat, so that values differ by rounding before steps are short.
        while next.value < here.value - 1e-12 * here.value.abs() && step[0].abs().max(step[1].abs()) > 1e-9 {
            step = step.map(|x| x / 4.0);
            next = f([at[0] + step[0], at[1] + step[1]]);
        }
        (at, here) = ([at[0] + step[0], at[1] + step[1]], next);
        if (0..2).any(|k| (at[k] - start[k]).abs() > reach) {
            return None;
        }
        if step[0].abs().max(step[1].abs()) < 1e-7 {
            return here.step_up().map(|_| (at, here));
        }
    }
    here.step_up().map(|_| (at, here))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn x(at: f64) -> Jet {
        Jet { value: at, gradient: [1.0, 0.0], hessian: [0.0; 3] }
    }

    fn y(at: f64) -> Jet {
        Jet { value: at, gradient: [0.0, 1.0], hessian: [0.0; 3] }
    }

    #[test]
    fn derivatives_are_those_of_differences() {
        let f = |a: f64, b: f64| (x(a) * y(b) - x(a) * x(a).scaled(0.3)) / (y(b) * y(b) - x(a)).scaled(2.0);
        let (a, b, h) = (0.7, 1.9, 1e-4);
        let value = |i: f64, j: f64| f(a + i * h, b + j * h).value;
        let jet = f(a, b);
        let first =
            [(value(1.0, 0.0) - value(-1.0, 0.0)) / (2.0 * h), (value(0.0, 1.0) - value(0.0, -1.0)) / (2.0 * h)];
        let second = [
            (value(1.0, 0.0) - 2.0 * value(0.0, 0.0) + value(-1.0, 0.0)) / (h * h),
            (value(1.0, 1.0) - value(1.0, -1.0) - value(-1.0, 1.0) + value(-1.0, -1.0)) / (4.0 * h * h),
            (value(0.0, 1.0) - 2.0 * value(0.0, 0.0) + value(0.0, -1.0)) / (h * h),
        ];
        assert!(jet.gradient.iter().zip(first).all(|(a, b)| (a - b).abs() < 1e-6), "{jet:?} {first:?}");
        assert!(jet.hessian.iter().zip(second).all(|(a, b)| (a - b).abs() < 1e-5), "{jet:?} {second:?}");
    }

    #[test]
    fn the_maximum_of_a_hill_is_reached_from_its_foot_and_none_is_found_on_a_slope() {
        let hill = |at: [f64; 2]| {
            let (dx, dy) = (x(at[0] - 0.3), y(at[1] + 0.2));
            let square = (dx * dx) - (dy * dy).scaled(-2.0) - (dx * dy).scaled(0.5);
            let value = (-square.value).exp();
            square.through([value, -value, value])
        };
        let (top, jet) = climb(hill, [-1.0, 0.9], 3.0).unwrap();
        assert!((top[0] - 0.3).abs() < 1e-9 && (top[1] + 0.2).abs() < 1e-9 && (jet.value - 1.0).abs() < 1e-12);
        assert!(climb(|at| x(at[0]), [0.0, 0.0], 2.0).is_none());
        assert!(climb(|_| x(f64::NAN), [0.0, 0.0], 2.0).is_none());
    }
}
